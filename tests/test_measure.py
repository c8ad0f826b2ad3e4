"""Measures against published and hand-worked cases."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from meeting_graph import OTTAWA, Ledger, Meetings, davis_store
from pyoxigraph import Store
from scipy.sparse import csr_array

from kg.model import BASE, slug
from kg.network.broker import Brokerage, count_brokerage
from kg.network.build import build_network
from kg.network.choice import Selection
from kg.network.community import adjusted_rand, find_communities
from kg.network.exposure import measure_exposure
from kg.network.measure import measure_actors, measure_shape
from kg.network.mixing import measure_mixing
from kg.network.standing import STANDINGS, find_standing, last_standings, list_main_treaties, standings_by_day


@pytest.fixture(scope="module")
def club() -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(f"m{number:02}" for number in range(34))
    graph.add_edges_from(((f"m{a:02}", f"m{b:02}") for a, b in nx.karate_club_graph().edges), weight=1.0)
    return graph


def test_two_mode_degrees_are_those_of_the_southern_women() -> None:
    places = measure_actors(build_network(davis_store()).graph)
    published = {
        "Evelyn Jefferson": 8, "Laura Mandeville": 7, "Theresa Anderson": 8, "Brenda Rogers": 7, "Charlotte McDowd": 4,
        "Frances Anderson": 4, "Eleanor Nye": 4, "Pearl Oglethorpe": 3, "Ruth DeSand": 4, "Verne Sanderson": 4,
        "Myra Liddel": 4, "Katherina Rogers": 6, "Sylvia Avondale": 7, "Nora Fayette": 8, "Helen Lloyd": 5,
        "Dorothy Murchison": 2, "Olivia Carleton": 2, "Flora Price": 2,
    }  # fmt: skip
    assert {name: places[f"{BASE}person/{slug(name)}"].events for name in published} == published


def test_strength_is_the_number_of_occasions_in_company() -> None:
    places = measure_actors(build_network(davis_store()).graph)
    assert all(place.strength == pytest.approx(place.events) for place in places.values())


def test_betweenness_of_the_karate_club_is_as_published(club: nx.Graph[str]) -> None:
    places = measure_actors(club)
    assert places["m00"].betweenness == pytest.approx(0.437635, abs=1e-6)
    assert places["m33"].betweenness == pytest.approx(0.304075, abs=1e-6)


def test_the_karate_club_has_a_core_of_four_and_known_clustering(club: nx.Graph[str]) -> None:
    places, shape = measure_actors(club), measure_shape(club)
    assert max(place.core for place in places.values()) == 4
    assert sum(place.clustering for place in places.values()) / 34 == pytest.approx(0.5706, abs=1e-4)
    assert (shape.ties, shape.largest) == (78, 34)
    assert shape.transitivity == pytest.approx(0.2557, abs=1e-4)


def test_pagerank_of_a_star_follows_from_its_equations() -> None:
    graph: nx.Graph[str] = nx.star_graph(["hub", "a", "b", "c"])
    hub = (0.15 / 4 + 0.85 * 0.15 * 3 / 4) / (1 - 0.85 * 0.85)
    assert measure_actors(graph)["hub"].pagerank == pytest.approx(hub, abs=1e-6)


def test_constraint_is_low_for_who_links_strangers_and_high_in_a_clique() -> None:
    star: nx.Graph[str] = nx.star_graph(["hub", "a", "b", "c", "d"])
    triangle: nx.Graph[str] = nx.cycle_graph(["a", "b", "c"])
    assert measure_actors(star)["hub"].constraint == pytest.approx(1 / 4)
    assert measure_actors(triangle)["a"].constraint == pytest.approx(2 * (1 / 2 + 1 / 4) ** 2)


def test_an_actor_without_ties_has_no_constraint_and_no_place_between() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("alone")
    place = measure_actors(graph)["alone"]
    assert (place.constraint, place.betweenness, place.degree, place.core) == (None, 0, 0, 0)
    assert measure_shape(graph).isolated == 1


def test_each_brokerage_role_is_told_by_the_sides_of_the_three() -> None:
    graph: nx.Graph[str] = nx.star_graph(["b", "p1", "p2", "q1", "q2", "r1"])
    graph.add_edge("p1", "p2")
    side = {"b": "p", "p1": "p", "p2": "p", "q1": "q", "q2": "q", "r1": "r"}
    # of ten pairs one met; p1 and p2 each with three outside, q1-q2 alike, q1-r1 and q2-r1 three sides
    assert count_brokerage(graph, side)["b"] == Brokerage(coordinator=0, consultant=1, gatekeeper=6, liaison=2)
    assert count_brokerage(graph, side)["p1"] == Brokerage()


def test_all_on_one_side_makes_a_coordinator() -> None:
    graph: nx.Graph[str] = nx.path_graph(["a", "b", "c"])
    assert count_brokerage(graph, dict.fromkeys("abc", "x"))["b"] == Brokerage(coordinator=1)


def test_who_is_on_no_side_is_not_brokered() -> None:
    graph: nx.Graph[str] = nx.path_graph(["a", "b", "c"])
    assert count_brokerage(graph, {"a": "x", "b": "x"})["b"] == Brokerage()


def test_adjusted_rand_agrees_with_a_known_case() -> None:
    assert adjusted_rand([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(4 / 7)
    assert adjusted_rand([0, 1, 2, 3], [3, 2, 1, 0]) == 1.0


def test_the_karate_club_falls_into_its_known_groups(club: nx.Graph[str]) -> None:
    found = find_communities(club)
    assert found.modularity == pytest.approx(0.42, abs=0.03)
    group = {node: place for place, members in enumerate(found.groups) for node in members}
    assert group["m00"] != group["m33"]
    assert sorted(group) == sorted(club)
    assert 0.5 < found.stability <= 1
    assert all(0 <= firm <= 1 for firm in found.firmness)


def test_communities_do_not_change_with_the_order_of_insertion(club: nx.Graph[str]) -> None:
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(club)))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(club.edges(data=True))))
    assert find_communities(turned) == find_communities(club)


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_communities_do_not_change_with_the_hash_seed(club: nx.Graph[str], seed: str) -> None:
    code = (
        "import networkx as nx; from kg.network.community import find_communities; g = nx.Graph();"
        "g.add_edges_from(((f'm{a:02}', f'm{b:02}') for a, b in nx.karate_club_graph().edges), weight=1.0);"
        "print(find_communities(g).groups)"
    )
    environment = os.environ | {"PYTHONHASHSEED": seed}
    run = subprocess.run(  # noqa: S603 -- our own interpreter and text
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == str(find_communities(club).groups)


def test_assortativity_agrees_with_the_couples_of_newman() -> None:
    couples = np.array(  # Newman 2003, table I: r = 0.621
        [
            [0.258, 0.016, 0.035, 0.013],
            [0.012, 0.157, 0.058, 0.019],
            [0.013, 0.023, 0.306, 0.035],
            [0.005, 0.007, 0.024, 0.016],
        ]
    )
    rows, columns = [], []
    for one in range(4):
        for other in range(4):
            for _ in range(round(couples[one, other] * 1000)):
                rows.append(one)
                columns.append(other)
    actors, standings = 2 * len(rows), np.repeat([*rows, *columns], len(rows)).reshape(2 * len(rows), len(rows))
    present = np.zeros((actors, len(rows)))
    for event in range(len(rows)):
        present[event, event] = present[event + len(rows), event] = 1
    found = measure_mixing(csr_array(present), standings, draws=1)
    assert found.assortativity == pytest.approx(0.621, abs=0.003)


def test_mixing_counts_meetings_by_the_standing_of_the_day() -> None:
    party, outside = STANDINGS.index("state_party"), STANDINGS.index("none")
    # a is outside at the first occasion and a party at the second; b a party, c outside throughout
    present = csr_array(np.array([[1.0, 1], [1, 1], [0, 1]]))
    standings = np.array([[outside, party], [party, party], [outside, outside]])
    found = measure_mixing(present, standings)
    assert found.standings == ("state_party", "none")
    assert found.meetings.tolist() == [[1, 3], [3, 0]]
    assert found.external_internal == pytest.approx((3 - 1) / 4)


def test_chance_keeps_the_number_of_meetings_and_finds_nothing_in_noise() -> None:
    rng = np.random.default_rng(1)
    present = csr_array((rng.random((20, 40)) < 0.3).astype(float))
    standings = np.repeat(rng.choice([0, 1, 3], 20)[:, None], 40, axis=1)
    found = measure_mixing(present, standings, draws=50)
    total = (found.meetings.sum() + np.trace(found.meetings)) / 2
    expected = (found.expected.sum() + np.trace(found.expected)) / 2
    assert expected == pytest.approx(total)
    assert found.z_score is not None
    assert abs(found.z_score) < 4


def test_two_camps_that_never_meet_stand_out() -> None:
    present = np.kron(np.eye(2), (np.random.default_rng(2).random((10, 30)) < 0.4).astype(float))
    standings = np.repeat([0] * 10 + [3] * 10, 60).reshape(20, 60)
    found = measure_mixing(csr_array(present), standings, draws=50)
    assert (found.assortativity, found.external_internal) == (1.0, -1.0)
    assert found.z_score is not None
    assert found.z_score < -10


def test_nobody_of_known_standing_means_no_mixing() -> None:
    unknown = np.full((2, 1), STANDINGS.index("unknown"))
    found = measure_mixing(csr_array(np.ones((2, 1))), unknown)
    assert (found.standings, found.assortativity, found.external_internal, found.z_score) == ((), None, None, None)


@pytest.fixture(scope="module")
def meetings() -> Meetings:
    made = Meetings(Store())
    for code in ("AAA", "BBB", "CCC", "DDD", "EEE"):
        made.actor(f"state:{code}", "State", code.title())
    made.actor("organization:un", "IntergovernmentalOrganization", "UN")
    made.thing("treaty:ottawa", "Treaty", "Ottawa Convention")
    made.event("one", "state:AAA state:BBB organization:un", start="2001-05-01", concerns="treaty:ottawa")
    made.event("two", "state:AAA state:BBB state:CCC", start="2003-05-01")
    made.event("three", "state:CCC state:DDD", start="2004")
    made.event("four", "state:AAA state:BBB")
    made.event("five", "state:AAA state:CCC", start="2005-05-01")
    made.event("six", "state:AAA state:BBB state:EEE", start="2006-05-01")
    return made


def test_standing_is_told_as_of_each_day(meetings: Meetings) -> None:
    ledger = Ledger(AAA="1999-03-01", BBB="2002-07-01", DDD="2004-06-01")
    network = build_network(meetings.store, Selection(level="state"), record=ledger)
    incidence = network.incidence
    table = standings_by_day(incidence, ledger, OTTAWA)
    labels = [actor.label for actor in incidence.actors]
    events = [event.label for event in incidence.events]
    told = {(a, e): STANDINGS[table[i, j]] for i, a in enumerate(labels) for j, e in enumerate(events)}
    assert told["Bbb", "one"] == "none"
    assert told["Bbb", "two"] == "state_party"
    assert told["Ddd", "three"] == "unknown"  # it joined in the very year that is all we know
    assert told["Aaa", "four"] == "unknown"  # no date
    assert last_standings(incidence, table)[f"{BASE}state/BBB"] == ("state_party", "2006-05-01")
    assert network.treaty == OTTAWA
    node = network.graph.nodes[f"{BASE}state/AAA"]
    assert (node["status"], node["status_on"], node["treaty"]) == ("state_party", "2006-05-01", "Ottawa Convention")


def test_nobody_is_outside_a_treaty_of_which_the_record_knows_nothing(meetings: Meetings) -> None:
    network = build_network(meetings.store, Selection(level="state"), record=Ledger(AAA="1999-03-01"))
    table = standings_by_day(network.incidence, Ledger(AAA="1999-03-01"), f"{BASE}treaty/npt")
    assert {STANDINGS[code] for code in table.flat} == {"unknown"}


def test_an_actor_without_a_state_has_no_standing(meetings: Meetings) -> None:
    network = build_network(meetings.store, record=Ledger())
    un = next(actor for actor in network.incidence.actors if actor.label == "UN")
    assert find_standing(Ledger(), un, OTTAWA, "2001-01-01") == "no_state"


def test_the_treaty_is_the_one_that_most_occasions_concern(meetings: Meetings) -> None:
    incidence = build_network(meetings.store).incidence
    assert list_main_treaties(incidence) == [OTTAWA]
    assert list_main_treaties(replace(incidence, events=(), event=incidence.event[:0])) == []


def test_of_treaties_that_as_many_occasions_concern_the_one_that_more_came_for_is_first(meetings: Meetings) -> None:
    incidence = build_network(meetings.store).incidence
    few, *_, many = sorted(range(len(incidence.events)), key=(incidence.event.tolist()).count)
    treaties = {few: ("treaty/a",), many: ("treaty/b",)}
    events = tuple(replace(event, treaties=treaties.get(place, ())) for place, event in enumerate(incidence.events))
    assert list_main_treaties(replace(incidence, events=events)) == ["treaty/b", "treaty/a"]


def test_exposure_lists_who_met_parties_while_outside_and_joined_later(meetings: Meetings) -> None:
    ledger = Ledger(AAA="1999-03-01", BBB="2002-07-01")
    network = build_network(meetings.store, Selection(level="state"), record=ledger)
    rows = measure_exposure(network.incidence, network.standings, ledger, OTTAWA)
    assert [(row.label, len(row.events), len(row.parties), row.joined, row.by_year) for row in rows] == [
        ("Ccc", 2, 2, None, ((2003, 2), (2005, 1))),
        ("Eee", 1, 2, None, ((2006, 2),)),
        ("Bbb", 1, 1, "2002-07", ((2001, 1),)),
    ]
