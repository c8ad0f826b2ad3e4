"""Whether a mention can speak of an occasion met before: nouns, names, stages and dates."""

import pytest

from kg.extract.dates.dates import DateMention
from kg.extract.events.event import find_event_mentions
from kg.extract.events.identity import apart_by_treaty, compatible, same_name, stage, touches
from kg.extract.events.occasion import Occasion
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words
from kg.model import Span


def occasion(kind: str, noun: str, *names: str, heading: bool = False) -> Occasion:
    return Occasion(type=kind, noun=noun, section=0, heading=heading, names=list(names))


@pytest.mark.parametrize(
    ("kind", "noun", "text", "fits"),
    [
        ("Workshop", "workshop", "the workshop", True),
        ("Workshop", "workshop", "the gathering", True),
        ("Workshop", "workshop", "the meeting", True),
        ("Workshop", "workshop", "a meeting", False),
        ("Workshop", "workshop", "the seminar", False),
        ("Training", "training course", "the workshop", True),
        ("Visit", "visit", "the meeting", False),
        ("Ceremony", "ceremony", "the conference", False),
    ],
)
def test_which_noun_can_speak_of_which_event(kind: str, noun: str, text: str, *, fits: bool) -> None:
    sentence = f"They praised {text}."
    (mention,) = find_event_mentions(cut_words(sentence, find_blocks(sentence)))
    assert compatible(occasion(kind, noun), mention) is fits


@pytest.mark.parametrize(
    ("known", "text", "same"),
    [
        ("Nairobi Summit on Demining", "the Nairobi Summit", True),
        ("Regional Workshop on Explosive Remnants", "the Workshop on Explosive Remnants", True),
        ("Second Review Conference of Andean States", "the Symposium of Nordic Deminers", False),
    ],
)
def test_a_shorter_name_is_the_same_name(known: str, text: str, *, same: bool) -> None:
    sentence = f"They praised {text}."
    (mention,) = find_event_mentions(cut_words(sentence, find_blocks(sentence)))
    assert same_name(occasion("Conference", "summit", known), mention) is same


def test_opening_and_closing_are_two_ceremonies() -> None:
    assert stage("ceremony", {"opening", "solemn"}) == {"opening"}
    assert not stage("opening ceremony", set()) & stage("closing ceremony", set())


def test_meetings_of_different_treaties_stay_apart() -> None:
    known = occasion("Meeting", "meeting")
    assert not apart_by_treaty(known, ["ccm"])
    known.treaties.append(("bwc", Span(0, 3)))
    assert apart_by_treaty(known, ["ccm"])
    assert not apart_by_treaty(known, ["bwc", "ccm"])


@pytest.mark.parametrize(
    ("first", "last", "together"),
    [
        ("2013-06-05", "2013-06-05", True),
        ("2013-06", "2013-06", True),
        ("2013", "2013", True),
        ("2013-06-06", "2013-06-09", True),
        ("2013-06-07", "2013-06-07", False),
        ("2013-07", "2013-07", False),
    ],
)
def test_a_date_touches_the_days_it_overlaps(first: str, last: str, *, together: bool) -> None:
    known = occasion("Meeting", "meeting")
    known.first, known.last = "2013-06-04", "2013-06-06"
    date = DateMention(begin=0, end=1, first=first, last=last, inferred=False, kind="day")
    assert touches(known, date) is together
