"""What `kg explain` tells: every value with its sentences, what was not chosen, and why reports are one."""

import re
from functools import partial
from pathlib import Path

import pytest
from world import WORLD, read

from kg.errors import QueryError
from kg.graph.build import Options, build
from kg.graph.choose import Report, choose_status, choose_value, say_why
from kg.graph.explain import explain as explain_thing
from kg.graph.profile import EventProfile
from kg.graph.vocab import compact, expand


def explain(store: Path, thing: str) -> str:
    """Tell what is said of a thing, without the note on its name."""
    return explain_thing(store, thing).text


def section(text: str, title: str) -> str:
    """Take out one section."""
    return next(block for block in text.split("\n\n") if block.startswith(f"{title}:\n"))


@pytest.fixture
def workshop(world_store: Path) -> str:
    return explain(world_store, "Quiet Fields")


def test_a_value_is_shown_with_the_sentence_that_states_it(workshop: str) -> None:
    told = section(workshop, "Statements")
    assert "  kg:attendeeCount 40\n" in told
    assert "bulletin 264-273: Tajikistan, Uzbekistan and China sent delegates, *40 people* in all, to speak" in told


def test_a_value_that_was_not_chosen_is_shown_beside_the_one_that_was(workshop: str) -> None:
    told = section(workshop, "Statements")
    assert "  kg:startDate 2007-03-27\n      wire" in told
    assert "  kg:startDate 2007-03-26  (also stated, not chosen: its document was issued later)\n      bulletin" in told


def test_a_merged_event_shows_both_documents_and_the_reasons(workshop: str) -> None:
    told = section(workshop, "Why these reports are one")
    assert "bulletin and wire: days overlap, same city, names agree" in told
    assert "kg:differentFrom" in told
    assert section(workshop, "Mentions").count("\n  in ") == 2


def test_who_took_part_is_shown_with_all_sentences(workshop: str) -> None:
    told = section(workshop, "Participants")
    sponsor = told.partition("Sponsor: Organization for Security and Cooperation in Europe")[2].splitlines()
    assert sponsor[1].strip().startswith("bulletin ")
    assert sponsor[2].strip() == ("wire 75-110: *Canada and the OSCE shared the cost*.")


def test_an_actor_is_shown_with_its_events_and_standing(world_store: Path) -> None:
    told = explain(world_store, "state:CHN")
    assert "  Participant of Second Quiet Rivers Workshop (event:" in section(told, "Events")
    assert "China, Ottawa Convention: StatusClaim, NotParty\n      bulletin" in section(told, "Treaties")


def test_a_person_is_shown_with_posts(world_store: Path) -> None:
    assert "  Ministry of Defence\n      bulletin" in section(explain(world_store, "Aigul Serik"), "Posts")


def test_a_body_linked_by_its_acronym_says_why(world_store: Path) -> None:
    told = explain(world_store, "SMCS")
    assert told.startswith("organization:sughd-mine-clearance-school\n")
    assert "“SMCS” stands for" in section(told, "Why these reports are one")


def test_a_city_and_a_treaty_are_shown_with_their_events(world_store: Path) -> None:
    assert "Quiet Fields (event:" in section(explain(world_store, "Almaty"), "Events")
    assert "Meeting in Almaty (event:" in section(explain(world_store, "Lake Accord"), "Events")


@pytest.mark.parametrize(
    ("thing", "why"),
    [
        ("Atlantis", "nothing has this name"),
        ("Norwya", "did you mean Norway"),
        ("Quiet", r"did you mean Quiet Fields or First Quiet"),
        ("state:XXX", "says nothing of it"),
    ],
)
def test_what_is_not_there_is_an_error(thing: str, why: str, world_store: Path) -> None:
    with pytest.raises(QueryError, match=why):
        explain(world_store, thing)


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Ottawa", "Ottawa is taken for city:ottawa; for what else it may mean give treaty:ottawa (Ottawa Convention)"),
        (
            "Congo",
            "Congo is taken for state:COG; for what else it may mean give state:COD (Democratic Republic of the Congo)",
        ),
        ("treaty:ottawa", ""),
        ("Guinea", ""),
        ("NATO", ""),
        ("Quiet Fields", ""),
        ("Lake Accord", ""),
    ],
)
def test_what_else_a_name_may_mean_is_told(name: str, note: str, world_store: Path) -> None:
    assert explain_thing(world_store, name).note == note


@pytest.mark.parametrize(
    ("name", "stated", "why"),
    [
        ("attendeeCount", {"70": ["a", "b"], "80": ["c"]}, "2 documents speak for the other, 1 for this"),
        ("startDate", {"2007-03-26": ["a"], "2007-03": ["b"], "2007-04-01": ["c"]}, "2 documents speak for the other"),
        ("startDate", {"2007-03-26": ["a"], "2007": ["b"], "2007-04": ["c"]}, "the other is more precise"),
        ("endDate", {"2007-03-26": ["a"], "2008": ["b"]}, "the other is more precise"),
        ("name", {"Quiet": ["a"], "Hush": ["b"]}, "its document was issued later"),
        ("name", {"Quiet": ["a"], "Hush": ["undated"]}, "its document has no date"),
        ("name", {"Hush": ["undated"], "Quiet": ["nameless"]}, "as well stated; the first of the alphabet goes"),
        ("name", {"Quiet": ["a"], "Hush": ["a"]}, "its document states the other, too"),
        ("eventStatus", {"kg:Held": ["a"], "kg:Planned": ["b", "c"]}, "what became of it goes before the plan"),
    ],
)
def test_why_a_value_was_not_chosen_is_said_by_the_rule(name: str, stated: dict[str, list[str]], why: str) -> None:
    issued = {"a": "2007-03-28", "b": "2007-04-02", "c": "2007-05"}
    values = {value: {document: issued.get(document) for document in found} for value, found in stated.items()}
    chosen, *_, other = values
    assert say_why(name, other, chosen, values).startswith(why)
    reports = [
        (
            value,
            Report(document=document, issued=issued.get(document), event=EventProfile(key=value, type="", label="")),
        )
        for value, found in stated.items()
        for document in found
    ]
    choose = choose_status if name == "eventStatus" else partial(choose_value, dates=name.endswith("Date"))
    assert why.startswith("its document states") or choose([(v.removeprefix("kg:"), r) for v, r in reports]) in chosen


def test_an_end_that_fits_no_start_is_said_to_be_left_out() -> None:
    assert say_why("endDate", "2007", None, {"2007": {"a": None}}) == "it does not fit the other values"


def test_a_decision_that_keeps_two_events_apart_is_told_of_both(world_store: Path, tmp_path: Path) -> None:
    told = section(explain(world_store, "Quiet Fields"), "Why these reports are one")
    first, second = map(expand, re.findall(r"event:[\w-]+", told))
    store = tmp_path / "store"
    (tmp_path / "mine.ttl").write_text(f"<{first}> <https://w3id.org/accession-kg/ns#differentFrom> <{second}> .")
    options = Options(reference=False, decisions=tmp_path / "mine.ttl")
    build(store, [reading.document for reading in WORLD], options, read=read)
    for one, other in ((first, second), (second, first)):
        told = section(explain(store, one), "Decisions")
        assert (
            told == f"Decisions:\n  kept apart from {compact(other)}: you decided that they differ (kg:differentFrom)"
        )
    assert "Decisions:" not in explain(world_store, "Quiet Fields")
