from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from meeting_graph import Meetings, davis_store
from networkx.algorithms import bipartite
from pyoxigraph import Literal, Store
from scipy.sparse import csr_array

from kg.errors import QueryError
from kg.model import BASE, slug
from kg.network.choice import WEIGHTS, Selection
from kg.network.incidence import read_incidence
from kg.network.project import count, jaccard, newman, project, to_graph
from kg.network.selection import select

PERSON = f"{BASE}person/"


@pytest.fixture(scope="module")
def meetings() -> Meetings:
    made = Meetings(Store())
    for code, label in (("KAZ", "Kazakhstan"), ("JPN", "Japan"), ("GEO", "Georgia"), ("CAN", "Canada")):
        made.actor(f"state:{code}", "State", label)
    made.actor("organization:mfa-kaz", "GovernmentBody", "Ministry of Foreign Affairs", state="state:KAZ")
    made.actor("organization:mod-kaz", "GovernmentBody", "Ministry of Defence", state="state:KAZ")
    made.actor("organization:icbl", "NonGovernmentalOrganization", "ICBL")
    made.actor("person:abe", "Person", "Abe")
    made.actor("person:bota", "Person", "Bota")
    made.actor("person:georgia", "Person", "Georgia")
    made.thing("treaty:ottawa", "Treaty", "Mine Ban Treaty")
    made.thing("treaty:ccm", "Treaty", "Convention on Cluster Munitions")
    made.thing("city:almaty", "City", "Almaty")
    made.thing("country:KAZ", "Country", "Kazakhstan")
    made.event("a", {"state:KAZ": "Host", "state:JPN": "Sponsor", "organization:icbl": "Organizer"},
               start="2004-05-01", city="city:almaty", country="country:KAZ", concerns="treaty:ottawa")  # fmt: skip
    made.event("b", "state:KAZ state:JPN state:GEO", kind="Seminar", start="2006", concerns="treaty:ccm")
    made.event("c", "organization:mfa-kaz state:CAN person:abe", kind="Meeting", start="2007-03", document="two")
    made.event("d", "state:CAN state:GEO", status="Planned", start="2009-01-01")
    made.event("e", "person:bota state:CAN", document="three")
    made.event("f", "person:bota state:GEO", document="four")
    made.event("g", "person:georgia state:GEO", document="five")
    made.affiliation("person:abe", state="state:JPN", document="two")
    made.affiliation("person:bota", organization="organization:mfa-kaz", document="three")
    made.affiliation("person:bota", organization="organization:mod-kaz", document="four")
    return made


def ties(store: Store, selection: Selection, weight: str = "count") -> dict[str, float]:
    chosen = select(read_incidence(store), selection)
    graph = to_graph(chosen, project(chosen, weight))  # type: ignore[arg-type]
    label = {node: str(values["label"]) for node, values in graph.nodes(data=True)}
    return {"-".join(sorted((label[a], label[b]))): values["weight"] for a, b, values in graph.edges(data=True)}


def by_pair(graph: nx.Graph[str]) -> dict[str, float]:
    return {"-".join(sorted((a, b))): values["weight"] for a, b, values in graph.edges(data=True)}


def test_only_occasions_that_were_held_make_ties(meetings: Meetings) -> None:
    found = ties(meetings.store, Selection())
    assert found["Japan-Kazakhstan"] == 2
    assert "Canada-Georgia (State)" not in found
    assert "Canada-Georgia" in ties(meetings.store, Selection(statuses=("Planned",)))


def test_labels_that_two_actors_share_are_told_apart(meetings: Meetings) -> None:
    assert ties(meetings.store, Selection())["Georgia (Person)-Georgia (State)"] == 1


def test_persons_and_ministries_count_for_their_state(meetings: Meetings) -> None:
    found = ties(meetings.store, Selection(level="state"))
    assert found == {
        "Georgia-Japan": 1,
        "Georgia-Kazakhstan": 2,
        "Japan-Kazakhstan": 3,
        "Canada-Kazakhstan": 2,
        "Canada-Japan": 1,
    }


def test_a_person_counts_for_the_body_that_the_same_document_names(meetings: Meetings) -> None:
    found = ties(meetings.store, Selection(level="body"))
    assert found["Canada-Ministry of Foreign Affairs"] == 2
    assert found["Georgia-Ministry of Defence"] == 1
    assert "Georgia-Ministry of Foreign Affairs" not in found


def test_who_has_no_state_is_left_out_and_named(meetings: Meetings) -> None:
    chosen = select(read_incidence(meetings.store), Selection(level="state"))
    assert set(chosen.outside) == {f"{BASE}organization/icbl", f"{BASE}person/georgia"}


@pytest.mark.parametrize(
    ("selection", "events"),
    [
        (Selection(treaty="Mine Ban Treaty"), ["a"]),
        (Selection(treaty="ottawa"), ["a"]),
        (Selection(treaty="Ottawa"), ["a"]),
        (Selection(treaty=f"{BASE}treaty/ottawa"), ["a"]),
        (Selection(treaty="treaty:ccm"), ["b"]),
        (Selection(types=("Seminar", "Meeting")), ["b", "c"]),
        (Selection(first_year=2005), ["b", "c"]),
        (Selection(first_year=2005, last_year=2006), ["b"]),
        (Selection(place="almaty"), ["a"]),
        (Selection(place="Kazakhstan"), ["a"]),
    ],
)
def test_filters_choose_occasions(meetings: Meetings, selection: Selection, events: list[str]) -> None:
    chosen = select(read_incidence(meetings.store), selection)
    assert [event.label for event in chosen.events] == events


def test_a_role_filter_counts_only_those_who_had_the_role(meetings: Meetings) -> None:
    assert ties(meetings.store, Selection(roles=("Host", "Sponsor"))) == {"Japan-Kazakhstan": 1}


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(treaty="Mine Ban Treat"), r"'Mine Ban Treat'; did you mean Mine Ban Treaty\?"),
        (Selection(treaty="Otawa"), r"'Otawa'; did you mean Mine Ban Treaty\?"),
        (Selection(treaty="peace"), "'peace'; there are 2, such as Convention on Cluster Munitions, Mine Ban Treaty"),
        (Selection(place="Atlantis"), "'Atlantis'; there are 2, such as Almaty, Kazakhstan"),
        (Selection(types=("Seminary",)), "did you mean Seminar"),
    ],
)
def test_a_name_that_is_not_there_is_refused_with_those_that_are(
    meetings: Meetings, selection: Selection, said: str
) -> None:
    with pytest.raises(QueryError, match=f"nothing is called {said}" if said.startswith("'") else said):
        select(read_incidence(meetings.store), selection)


def test_where_the_graph_names_no_treaty_those_of_the_shipped_record_are_known() -> None:
    nothing = read_incidence(Store())
    assert select(nothing, Selection(treaty="Ottawa")).events == ()
    with pytest.raises(QueryError, match=r"nothing is called 'Otawa'; did you mean Ottawa Convention\?"):
        select(nothing, Selection(treaty="Otawa"))
    with pytest.raises(QueryError, match=r"nothing is called 'Lima'$"):
        select(nothing, Selection(place="Lima"))


def test_an_actor_of_two_kinds_is_of_the_first_in_rank() -> None:
    made = Meetings(Store())
    for kind in ("Organization", "GovernmentBody"):
        made.actor("organization:mod", kind, "Ministry of Defence", state="state:KAZ")
    made.event("a", "organization:mod")
    (actor,) = read_incidence(made.store).actors
    assert (actor.kind, actor.state) == ("GovernmentBody", f"{BASE}state/KAZ")


def test_an_occasion_of_which_only_the_end_is_known_belongs_to_its_year() -> None:
    made = Meetings(Store())
    made.actor("state:KAZ", "State", "Kazakhstan")
    made.event("a", "state:KAZ")
    made.say("event:a", "endDate", Literal("2004-05"))
    (event,) = read_incidence(made.store).events
    assert event.years == (2004, 2004)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_an_empty_graph_has_an_empty_network(weight: str) -> None:
    assert ties(Store(), Selection(), weight) == {}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_selection_of_nothing_has_an_empty_network(meetings: Meetings, weight: str) -> None:
    assert ties(meetings.store, Selection(first_year=2040), weight) == {}


def test_counts_agree_with_networkx_on_the_southern_women() -> None:
    davis = nx.davis_southern_women_graph()
    expected = bipartite.weighted_projected_graph(davis, davis.graph["top"])
    found = ties(davis_store(), Selection())
    assert len(found) == 139
    assert found == by_pair(expected)


def test_newman_weights_agree_with_networkx_on_the_southern_women() -> None:
    davis = nx.davis_southern_women_graph()
    expected = bipartite.collaboration_weighted_projected_graph(davis, davis.graph["top"])
    found = ties(davis_store(), Selection(), "newman")
    assert found == pytest.approx(by_pair(expected))


def test_jaccard_weights_agree_with_networkx_on_the_southern_women() -> None:
    davis = nx.davis_southern_women_graph()
    expected = bipartite.overlap_weighted_projected_graph(davis, davis.graph["top"])
    found = ties(davis_store(), Selection(), "jaccard")
    assert found == pytest.approx(by_pair(expected))


def test_edges_carry_the_occasions_that_make_them() -> None:
    chosen = select(read_incidence(davis_store()), Selection())
    graph = to_graph(chosen, project(chosen, "count"))
    shared = graph.edges[PERSON + slug("Evelyn Jefferson"), PERSON + slug("Laura Mandeville")]
    assert [event.removeprefix(f"{BASE}event/") for event in shared["events"]] == ["e1", "e2", "e3", "e5", "e6", "e8"]
    assert shared["count"] == 6


def test_what_is_no_date_is_passed_over_and_a_time_zone_left_out() -> None:
    made = Meetings(Store())
    made.actor("state:KAZ", "State", "Kazakhstan")
    made.event("a", "state:KAZ")
    for text in ("spring 2004", "2004-05-02+05:00"):
        made.say("event:a", "startDate", Literal(text))
    (event,) = read_incidence(made.store).events
    assert (event.start, event.years) == ("2004-05-02", (2004, 2004))


TABLES = st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=2, max_size=8)


@given(TABLES)
@settings(max_examples=60, deadline=None)
def test_newman_weights_add_up_to_the_occasions_with_company(table: list[list[bool]]) -> None:
    matrix = csr_array(np.array(table, dtype=float))
    found = newman(matrix)
    strength = np.bincount(found.source, found.weight, len(table)) + np.bincount(found.target, found.weight, len(table))
    company = np.array(table)[:, np.array(table).sum(axis=0) > 1].sum(axis=1)
    assert strength == pytest.approx(company)


@given(TABLES)
@settings(max_examples=60, deadline=None)
def test_counts_and_jaccard_follow_their_definition(table: list[list[bool]]) -> None:
    matrix = csr_array(np.array(table, dtype=float))
    counted, ratio = count(matrix), jaccard(matrix)
    sets = [frozenset(np.flatnonzero(row).tolist()) for row in np.array(table)]
    expected = {
        (i, j): (len(sets[i] & sets[j]), len(sets[i] & sets[j]) / len(sets[i] | sets[j]))
        for i in range(len(sets))
        for j in range(i + 1, len(sets))
        if sets[i] & sets[j]
    }
    pairs = list(zip(counted.source.tolist(), counted.target.tolist(), strict=True))
    assert pairs == sorted(expected)
    assert counted.events.tolist() == [expected[pair][0] for pair in pairs]
    assert ratio.weight.tolist() == pytest.approx([expected[pair][1] for pair in pairs])


def test_the_order_of_insertion_changes_nothing() -> None:
    quads = sorted(str(quad) for quad in davis_store())
    text = "".join(f"{quad} .\n" for quad in quads[::-1])
    from pyoxigraph import RdfFormat

    turned = Store()
    turned.load(text.encode(), RdfFormat.N_QUADS)
    chosen, again = (select(read_incidence(store), Selection()) for store in (davis_store(), turned))
    one, other = to_graph(chosen, project(chosen)), to_graph(again, project(again))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))


def test_years_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(QueryError, match="no year is from 2010 on and up to 2000"):
        Selection(first_year=2010, last_year=2000)
