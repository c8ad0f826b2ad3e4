"""Readers from outside: what they say is believed only where the text has it."""

import logging
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import Result

from kg.errors import ReadError, VocabularyError
from kg.extract import plugin
from kg.extract.plugin import combine, load_extractors, read_with
from kg.extract.proposal import (
    Proposal,
    ProposedAction,
    ProposedClaim,
    ProposedEvent,
    ProposedFact,
    ProposedPart,
    ProposedPost,
    accept,
    locate,
)
from kg.extract.reading import read_document
from kg.model import BASE, Document, Reading

TEXT = """Vientiane, 4 June 2015 - Laos hosted a workshop on clearance in Vientiane on 2-3 June 2015.

Over lunch the Stilt House Circle, with Peru among its guests, gathered round Ms. Noy
Keovilay, its moving spirit.
"""
DOCUMENT = Document(identifier="lao", text=TEXT, sha256="0" * 64)


def good(_document: Document) -> Iterable[Proposal]:
    """Say something that our own reader does not, with words of the text."""
    yield ProposedEvent(
        type="Meeting",
        quote="Over lunch",
        facts=(
            ProposedFact(property="startDate", value="2015-06-02", quote="2-3 June 2015"),
            ProposedFact(property="city", value="Vientiane", quote="Vientiane"),
        ),
        parts=(
            ProposedPart(actor="the Stilt House Circle", role="Organizer", quote="the Stilt House Circle"),
            ProposedPart(actor="Peru", role="Participant", quote="with Peru among its guests"),
        ),
    )
    yield ProposedPost(
        person="Noy Keovilay", position="moving spirit", quote="Ms. Noy Keovilay, its moving spirit", organization=None
    )


def lying(_document: Document) -> Iterable[Proposal]:
    """Quote what nobody wrote."""
    yield ProposedEvent(type="Seminar", quote="a seminar on tanks")
    yield ProposedAction(type="Accession", state="Peru", treaty="Ottawa Convention", quote="Peru acceded")
    yield ProposedEvent(
        type="Workshop",
        quote="a workshop",
        parts=(
            ProposedPart(actor="Norway", role="Sponsor", quote="a workshop"),
            ProposedPart(actor="Peru", role="Participant", quote="Peru"),
        ),
    )


def crashing(document: Document) -> Iterable[Proposal]:
    """Fail half way."""
    yield from good(document)
    raise LookupError("no model here")


@pytest.fixture(autouse=True)
def _offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    names = ("good", "lying", "crashing", "TEXT", "absent")
    offered = {name: EntryPoint(name, f"{__name__}:{name}", plugin.GROUP) for name in names}
    monkeypatch.setattr(plugin, "list_extractors", lambda: offered)
    load_extractors.cache_clear()
    yield
    load_extractors.cache_clear()


def labels(reading: Reading) -> dict[str, str]:
    return {actor.key: actor.label for actor in reading.actors}


def parts(reading: Reading) -> set[tuple[str, str]]:
    names = labels(reading)
    return {(names[part.actor], part.role) for event in reading.events for part in event.participations}


# --- what is believed ----------------------------------------------------------------------------


def test_a_quote_is_found_over_a_line_break() -> None:
    span = locate(TEXT, "Noy Keovilay")
    assert span is not None
    assert TEXT[span.begin : span.end] == "Noy\nKeovilay"


@pytest.mark.parametrize("quote", ["", "  ", "-", "a workshop in Oslo", "LAOS"])
def test_what_is_no_quote_is_not_found(quote: str) -> None:
    assert locate(TEXT, quote) is None


def test_good_proposals_are_accepted_with_their_words() -> None:
    accepted = accept(DOCUMENT, good(DOCUMENT))
    assert accepted.refused == ()
    assert parts(accepted.reading) == {("the Stilt House Circle", "Organizer"), ("Peru", "Participant")}
    facts = {(fact.property, fact.value.removeprefix(BASE)) for fact in accepted.reading.events[0].facts}
    assert facts == {("startDate", "2015-06-02"), ("city", "city/vientiane"), ("eventStatus", "Held")}
    spans = [part.span for part in accepted.reading.events[0].participations]
    assert [TEXT[span.begin : span.end] for span in spans] == ["the Stilt House Circle", "with Peru among its guests"]


def test_lying_proposals_are_refused_one_by_one() -> None:
    accepted = accept(DOCUMENT, lying(DOCUMENT))
    assert accepted.refused == (
        "not in the text: 'a seminar on tanks'",
        "not in the text: 'Peru acceded'",
        "not in the text: 'Norway'",
    )
    assert parts(accepted.reading) == {("Peru", "Participant")}


@pytest.mark.parametrize(
    ("proposal", "why"),
    [
        (ProposedEvent(type="Party", quote="a workshop"), "'Party' is none of"),
        (ProposedEvent(type="Workshop", quote="a workshop", name="Mine Days"), "not in the text: 'Mine Days'"),
        (ProposedPost(person="Peru Laos", quote="Peru"), "not in the text: 'Peru Laos'"),
        (ProposedPost(person="Noy Keovilay", quote="Noy Keovilay", position="Queen"), "not in the text: 'Queen'"),
        (
            ProposedClaim(status="Friend", state="Peru", treaty=f"{BASE}treaty/ottawa", quote="Peru"),
            "'Friend' is none of",
        ),
        (
            ProposedClaim(status="StateParty", state="workshop", treaty=f"{BASE}treaty/ottawa", quote="Peru"),
            "no State of this name: 'workshop'",
        ),
        (
            ProposedClaim(status="StateParty", state="Peru", treaty=f"{BASE}treaty/none", quote="Peru"),
            "not in the reference data",
        ),
        (
            ProposedClaim(
                status="StateParty", state="Peru", treaty=f"{BASE}treaty/ccm", quote="Peru", as_of="4 June 2015"
            ),
            "'4 June 2015' is no date",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(proposal: Proposal, why: str) -> None:
    accepted = accept(DOCUMENT, [proposal])
    assert len(accepted.refused) == 1
    assert why in accepted.refused[0]
    assert accepted.reading == Reading(document=DOCUMENT)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("startDate", "June"),
        ("city", "Peru"),
        ("attendeeCount", "many"),
        ("online", "yes"),
        ("eventStatus", "Great"),
        ("colour", "red"),
    ],
)
def test_a_bad_value_is_refused_and_the_event_kept(name: str, value: str) -> None:
    fact = ProposedFact(property=name, value=value, quote="Peru")
    accepted = accept(DOCUMENT, [ProposedEvent(type="Workshop", quote="a workshop", facts=(fact,))])
    assert len(accepted.refused) == 1
    assert [fact.property for fact in accepted.reading.events[0].facts] == ["eventStatus"]


def test_names_of_the_reference_data_become_its_things() -> None:
    said = ProposedClaim(status="NotParty", state="Peru", treaty=f"{BASE}treaty/ccm", quote="Peru")
    claim = accept(DOCUMENT, [said]).reading.claims[0]
    assert (claim.state, claim.treaty) == (f"{BASE}state/PER", f"{BASE}treaty/ccm")


# --- beside our own reading ----------------------------------------------------------------------


def test_what_extractors_add_stands_beside_our_own_reading() -> None:
    own, both = read_document(DOCUMENT), read_with(DOCUMENT, extractors=("good",))
    assert parts(both) == parts(own) | {("the Stilt House Circle", "Organizer"), ("Peru", "Participant")}
    assert [event.key for event in both.events] == [f"e{n}" for n in range(1, len(both.events) + 1)]
    assert both.events[: len(own.events)] == own.events


def test_an_event_that_we_found_too_is_enriched_and_our_values_stay() -> None:
    own = read_document(DOCUMENT)
    said = ProposedEvent(
        type="Seminar",
        quote="a workshop on clearance",
        facts=(ProposedFact(property="startDate", value="2015-06-04", quote="4 June 2015"),),
        parts=(ProposedPart(actor="Peru", role="Participant", quote="Peru"),),
    )
    both = combine(own, accept(DOCUMENT, [said]).reading)
    assert len(both.events) == len(own.events)
    assert both.events[0].type == "Workshop"
    assert ("startDate", "2015-06-02") in {(fact.property, fact.value) for fact in both.events[0].facts}
    assert "2015-06-04" not in {fact.value for fact in both.events[0].facts}
    assert parts(both) == parts(own) | {("Laos", "Host"), ("Peru", "Participant")}


def test_saying_again_what_we_read_changes_nothing() -> None:
    own = read_document(DOCUMENT)
    assert combine(own, own) == own


def test_what_is_not_accepted_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        read_with(DOCUMENT, extractors=("lying",))
    assert "lao: extractor lying: 3 not accepted: not in the text: 'a seminar on tanks'" in caplog.text


def test_an_extractor_that_fails_fails_the_document_alone() -> None:
    with pytest.raises(ReadError, match=r"lao: extractor crashing failed on it \(LookupError: no model here\)"):
        read_with(DOCUMENT, extractors=("crashing",))


@pytest.mark.parametrize(
    ("name", "why"), [("god", "did you mean good"), ("absent", "cannot be loaded"), ("TEXT", "cannot be called")]
)
def test_an_extractor_that_is_not_there_is_named(name: str, why: str) -> None:
    with pytest.raises(VocabularyError, match=why):
        load_extractors((name,))


# --- from the command line -----------------------------------------------------------------------


def test_build_hears_an_extractor_and_reads_again_without_it(run: Callable[..., Result]) -> None:
    Path("lao.txt").write_text(TEXT, encoding="utf-8")
    first = run("build", "lao.txt", "--extractor", "good")
    assert first.exit_code == 0, first.output
    assert "1 document read" in first.stderr
    assert "Stilt House Circle" in run("export").stdout
    assert "0 documents read, 1 unchanged" in run("build", "lao.txt", "--extractor", "good").stderr
    assert "1 document read" in run("build", "lao.txt").stderr
    assert 'the Stilt House Circle"' not in run("export", "--graph", f"{BASE}graph/resolution").stdout


def test_build_skips_a_document_on_which_an_extractor_fails(run: Callable[..., Result]) -> None:
    Path("lao.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", "lao.txt", "--extractor", "crashing")
    assert result.exit_code == 1
    assert "skipped lao: extractor crashing failed on it" in result.stderr


def test_build_with_an_unknown_extractor_does_nothing(run: Callable[..., Result]) -> None:
    Path("lao.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", "lao.txt", "--extractor", "gud")
    assert result.exit_code == 2
    assert "extractor gud: not installed" in result.stderr
    assert not Path("kg-store").exists()
