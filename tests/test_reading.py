"""The way from a document to its reading: what must hold of the reading of any text."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import read

from kg.graph.record import to_json
from kg.graph.sound import find_faults
from kg.model import Document, Reading, Span
from kg.resources import folder

PIECES = (
    "A workshop", "The seminar", "the Third Review Conference (3RC)", "a two-day course", "it", "They", "a visit",
    "was held", "will be held", "hosted", "organised by", "was postponed", "signed", "has not ratified", "chaired",
    "in Lima", "in the Tajik capital", "online", "to Benin", "on 4-6 June 2013", "from 30 May to 1 June", "yesterday",
    "Kenya", "Norway and Peru", "the GICHD", "Ms. Ada Byrne of the Ministry of Defence of Chad", "40 experts",
    "the Ottawa Convention", "31 countries", ",", ".", ".\n\n", "\n- ", ":", "and", "which", "(", ")", "“", "🙂", "\t",
)  # fmt: skip
TEXT = """Nairobi, 6 May 2011 - Kenya hosted a two-day workshop on stockpiles in Nairobi on 4-5 May 2011 with the
support of Norway. Ms. Ada Byrne of the Ministry of Defence of Chad chaired it. Zambia, Peru and the GICHD took part.

Chad has yet to accede to the Ottawa Convention, said Mr. Jo Okello, Director of the Lake Mine Action Centre (LMAC).
A second workshop is planned in Quito in 2012; LMAC will organise it.
"""

composed = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", autouse=True)
def _lexicon() -> None:
    """Load names and patterns before anything is timed."""
    read("")


def spans(reading: Reading) -> Iterator[Span]:
    for actor in reading.actors:
        yield from actor.evidence
    for event in reading.events:
        yield from event.mentions
        yield from (fact.span for fact in event.facts)
        yield from (part.span for part in event.participations)
    yield from (action.span for action in reading.actions)
    yield from (claim.span for claim in reading.claims)
    for post in reading.affiliations:
        yield post.span


@given(st.text(max_size=400))
@quick
def test_any_string_can_be_read(text: str) -> None:
    assert list(find_faults(read(text))) == []


@given(composed)
@quick
def test_the_reading_of_anything_like_our_texts_is_sound(text: str) -> None:
    assert list(find_faults(read(text))) == []


@st.composite
def broken_texts(draw: st.DrawFn) -> str:
    """Make a text of parts of the shipped ones: cut off anywhere, and put together in any order."""
    parts = []
    for words in draw(st.lists(st.sampled_from(list_shipped_words()), min_size=1, max_size=4)):
        begin = draw(st.integers(0, len(words) - 1))
        parts.append(" ".join(words[begin : begin + draw(st.integers(1, 60))]))
    return "\n\n".join(parts)


@lru_cache(maxsize=1)
def list_shipped_words() -> list[list[str]]:
    return [path.read_text(encoding="utf-8").split() for path in sorted(folder("corpus").glob("*.txt"))]


@given(broken_texts())
@settings(quick, max_examples=300)
def test_any_part_of_a_text_can_be_read(text: str) -> None:
    assert list(find_faults(read(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "He was Special Envoy of the",
        "Georgia keeps to a moratorium but has not acceded to",
        "The signatories were Perry Franklin, who chairs the Marshall Legacy Institute",
        "Carlos Paz of Peru, Minister",
    ],
)
def test_a_text_that_breaks_off_can_be_read(text: str) -> None:
    assert list(find_faults(read(text))) == []


@given(composed, st.sampled_from([None, "2013", "2013-06", "2013-06-05"]))
@quick
def test_every_span_holds_words_and_no_blank_ends(text: str, issued: str | None) -> None:
    for span in spans(read(text, issued=issued)):
        words = text[span.begin : span.end]
        assert words
        assert words == words.strip()


@given(composed)
@quick
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert read(text) == read(text)


@given(composed)
@quick
def test_no_event_ends_before_it_begins(text: str) -> None:
    for event in read(text).events:
        values = {fact.property: fact.value for fact in reversed(event.facts)}
        first, last = values.get("startDate"), values.get("endDate")
        if first and last:
            size = min(len(first), len(last))
            assert first[:size] <= last[:size]


@given(composed)
@quick
def test_a_participation_is_told_once(text: str) -> None:
    for event in read(text).events:
        told = [(part.actor, part.role) for part in event.participations]
        assert len(told) == len(set(told))


def test_what_was_read_before_leaves_no_trace() -> None:
    before = read(TEXT)
    read("A seminar on tanks was held in Oslo by the Lantern Mine Action Centre (LMAC) of Fiji on 3 May 1999.")
    assert read(TEXT) == before


def test_the_text_is_read_as_it_should_be() -> None:
    reading = read(TEXT)
    names = {actor.key: actor.label for actor in reading.actors}
    first, second = reading.events
    assert {(names[p.actor], p.role) for p in first.participations} >= {
        ("Kenya", "Host"),
        ("Norway", "Sponsor"),
        ("Ada Byrne", "Chair"),
        ("Zambia", "Participant"),
        ("Peru", "Participant"),
    }
    assert [(names[p.actor], p.role) for p in second.participations] == [("Lake Mine Action Centre", "Organizer")]
    assert [(claim.state[-3:], claim.status) for claim in reading.claims] == [("TCD", "NotParty")]


def test_readings_do_not_depend_on_the_hash_seed() -> None:
    """Two processes with different seeds give the same bytes."""
    program = (
        "import sys; from kg.extract.reading import read_document; from kg.graph.record import to_json;"
        "from kg.model import Document;"
        "text = sys.stdin.read();"
        "sys.stdout.write(to_json(read_document(Document(identifier='t', text=text, sha256=''))))"
    )
    outputs = {
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program],
            input=TEXT,
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {to_json(read(TEXT))}


def test_the_document_is_kept_with_the_day_that_its_text_gives() -> None:
    reading = read(TEXT)
    assert reading.document.issued == "2011-05-06"
    assert reading.document.text == TEXT


def test_a_day_of_issue_that_is_known_is_not_sought() -> None:
    assert read(TEXT, issued="2011-05-07").document == Document(
        identifier="t", text=TEXT, sha256="", issued="2011-05-07"
    )


def test_a_man_called_jordan_is_no_state() -> None:
    reading = read("Chad Smith and Jordan Brown spoke at a seminar in Amman, Jordan, on 2 May 2012.")
    spoke = {part.actor.rpartition("/")[2] for event in reading.events for part in event.participations}
    assert spoke == {"chad-smith", "jordan-brown"}


def test_a_verb_put_in_again_leaves_quotes_in_order() -> None:
    text = (
        "The forum met in Suva on 3 May 2014. Heads of government came from Fiji;"
        " Palau sent its minister, Tonga its envoy."
    )
    reading = read(text)
    spans = [part.span for event in reading.events for part in event.participations]
    assert all(span.begin < span.end for span in spans)
    assert {part.actor[-3:] for event in reading.events for part in event.participations} >= {"PLW", "TON"}
