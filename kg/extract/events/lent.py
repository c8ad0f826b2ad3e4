"""What one sentence lends to an event that another tells of: the day of a signature, the day in a note."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.events.event import EventMention
from kg.extract.events.occasion import Occasion, add_date
from kg.extract.phrases.mark import Mark
from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words
from kg.model import Span

_SOON = 300
"""Characters behind a signature or a deposit within which "the ceremony" is its own."""
_NOTE = re.compile(r"(?:\( \w{1,2} \) |[*\d] )?(?P<town>L\d+) : (?P<day>D\d+) ")
_SIGNED_IT = re.compile(
    r" (?:signed|initialled|exchanged|deposited|did so|did this) (?:(?:it|them|together|both|all) )*(?:at|during) "
)


@dataclass(frozen=True, slots=True)
class Scene:
    """When and where a sentence says that something was signed or deposited."""

    end: int
    """Where the sentence ends."""
    day: Mark | None
    place: Mark | None
    signers: tuple[Mark, ...] = ()
    """Who signed, as the sentence tells."""


def find_scene(phrase: Phrase, before: Scene | None, *, heading: bool) -> Scene | None:
    """Give the first day, and the first place behind "in" or "at", of a sentence about what is done at ceremonies.

    A sentence that has neither goes on about the scene before.
    """
    words = phrase.words
    if heading or (load_words("done-at-ceremonies").isdisjoint(words) and not says("putting-names", words)):
        return before
    days = (m for m in phrase.marks_in("D") if m.date is not None and m.date.first == m.date.last)
    towns = (
        m for k, m in enumerate(phrase.marks) if m is not None and m.letter == "L" and words[k - 1] in {"in", "at"}
    )
    day = next((m for m in days if m.date is not None and len(m.date.first) == len("2001-02-03")), None)
    signers = tuple(_find_signers(phrase))
    town = next(towns, None)
    if before is not None and not (day or town) and phrase.span.begin <= before.end + _SOON:
        return Scene(phrase.span.end, before.day, before.place, signers)
    return Scene(phrase.span.end, day, town, signers)


def _find_signers(phrase: Phrase) -> Iterator[Mark]:
    """Yield who signed, as a sentence tells: "A0 signed", "signed by B0", "N0 signed , A1 among them"."""
    words = phrase.words
    at = next((i for i, word in enumerate(words) if word in {"signed", "initialled"}), len(words))
    if not load_words("denials").isdisjoint(words[:at]) or load_words("have").intersection(words[:at]):
        return
    for i, mark in enumerate(phrase.marks):
        if mark is None or mark.letter not in "AB" or at == len(words):
            continue
        first = i + 1
        while first < at and words[first] in load_words("adverb"):
            first += 1
        listed = i > at and words[i + 1 : i + 3] == ["among", "them"]
        if first == at or listed or (i > at and words[i - 1] == "by" and phrase.marks[at + 1] is None):
            yield mark


def lend_scene(
    scene: Scene | None,
    occasion: Occasion,
    mention: EventMention,
    phrase: Phrase,
    settle: Callable[[Occasion, Mark], None],
) -> None:
    """Give "the ceremony" the day and place of the signature or deposit that was told just before."""
    known = mention.determiner in {"definite", "demonstrative"} or _SIGNED_IT.search(f" {phrase.line} ")
    fresh = occasion.mentions[0].begin == mention.begin and known
    if scene is None or occasion.type != "Ceremony" or mention.heading or not fresh:
        return
    if not scene.end <= phrase.span.begin <= scene.end + _SOON:
        return
    occasion.parties += [(a, "Participant", Span(m.begin, m.end)) for m in scene.signers for a in m.actors]
    if scene.day is not None and scene.day.date is not None and not (occasion.first or occasion.last):
        add_date(occasion, scene.day.date, Span(scene.day.begin, scene.day.end), "")
    if scene.place is not None and occasion.country is None:
        settle(occasion, scene.place)


def lend_return(occasion: Occasion, mention: EventMention, phrase: Phrase, i: int) -> None:
    """End a visit on the day when the visitor comes home: "leaves on D1 for B2 , and will return on D3"."""
    home = _HOME_ON.search(phrase.line, phrase.starts[i]) if mention.type == "Visit" else None
    mark = phrase.marks[phrase.item_at(home.start("day"))] if home is not None else None
    if mark is not None and mark.date is not None:
        add_date(occasion, mark.date, Span(mark.begin, mark.end), "finish")


_HOME_ON = re.compile(
    r" (?:and|before|then|he|she|they|to) (?:(?:will|is|are|due|to|was|were) ){0,3}"
    r"(?:return|returns|returned|returning|come back|comes back|came back|fly home|flies home|flew home|be back)"
    r" (?:(?:home|to (?:the )?[ABL]\d+|here) )?(?:on )?(?P<day>D\d+)(?!\S)"
)


def place_all(phrase: Phrase, found: Sequence[Occasion], settle: Callable[[Occasion, Mark | None], None]) -> None:
    """Give the events told before the place of them all: "All of these took place in Lima"."""
    told = _ALL.match(f"{phrase.line} ")
    town = phrase.marks[phrase.item_at(told.start("town"))] if told is not None else None
    for occasion in found if town is not None else ():
        if occasion.mentions[-1].end + _PARAGRAPH > phrase.span.begin and not (occasion.city or occasion.country):
            settle(occasion, town)


_ALL = re.compile(
    r"(?:all|both)(?: of (?:these|them))?(?: \w+)? (?:took place|were held|met|convened|sat) "
    r"(?:in|at) (?:the )?(?P<town>L\d+) "
)
_PARAGRAPH = 700
"""Characters over which "all of these" looks back."""


def take_note(phrase: Phrase, found: Sequence[Occasion]) -> None:
    """Give the one undated event of a town the day that a note tells: "(2) Lusaka: 9 to 13 September 2013."."""
    note = _NOTE.match(f"{phrase.line} ")
    if note is None:
        return
    town = phrase.marks[phrase.item_at(note.start("town"))]
    day = phrase.marks[phrase.item_at(note.start("day"))]
    if town is None or day is None or day.date is None:
        return
    there = [occasion for occasion in found if occasion.city in town.places]
    if len(there) == 1 and not there[0].date_spans:
        add_date(there[0], day.date, Span(day.begin, day.end), "")
