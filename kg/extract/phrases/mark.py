"""What earlier stages found in a sentence, as marks: who, when, where, which event."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.dates.dates import DateMention
from kg.extract.words.wordclass import load_words


class Mark(NamedTuple):
    """One thing that an earlier stage found in the sentence.

    Letters: A actors, B actors behind a preposition, E event, D date, L place, T treaties, N head count.
    """

    letter: str
    begin: int
    end: int
    actors: tuple[str, ...] = ()
    """Keys of the actors, for A and B; a country behind "in" keeps its State here."""
    events: tuple[int, ...] = ()
    """Numbers of event mentions, for E."""
    date: DateMention | None = None
    places: tuple[str, ...] = ()
    """IRIs of places, for L; also of the country for an actor that is a State."""
    treaties: tuple[str, ...] = ()
    number: int | None = None
    """How many, for N."""
    counted: str = ""
    """`attendeeCount` or `attendeeCountryCount`, for N."""
    called: tuple[tuple[str, str], ...] = ()
    """Role and actor where a bare post before the name says in which role one is: "the joint chairman, A"."""
    introduced: bool = False
    """Whether "representatives of", "delegations from" and the like came before the actors; for L, whether
    the word is an adverb that needs no preposition ("there")."""


def is_gathering(mark: Mark | None) -> bool:
    """Tell whether a mark names a body that meets: a committee, a council."""
    names = {actor.rsplit("/", 1)[-1] for actor in mark.actors} if mark is not None else set()
    words = {word for name in names for word in name.split("-")}
    return not (words.isdisjoint(load_words("gatherings")) and names.isdisjoint(load_words("gathering-bodies")))


@dataclass(slots=True)
class Item:
    """A word or a mark of a sentence, while the sentence is being folded."""

    begin: int
    end: int
    word: str
    mark: Mark | None


def choose_marks(marks: Sequence[Mark]) -> list[Mark]:
    """Drop marks that overlap a better one: longest, then earliest, then as given."""
    order = sorted(range(len(marks)), key=lambda i: (marks[i].begin - marks[i].end, marks[i].begin, i))
    chosen: list[Mark] = []
    begins: list[int] = []
    for i in order:
        mark = marks[i]
        at = bisect_left(begins, mark.begin)
        if at < len(chosen) and chosen[at].begin < mark.end:
            continue
        if at > 0 and chosen[at - 1].end > mark.begin:
            continue
        chosen.insert(at, mark)
        begins.insert(at, mark.begin)
    return chosen


def is_person(mark: Mark) -> bool:
    """Tell whether a mark names persons only."""
    return bool(mark.actors) and all("/person/" in actor for actor in mark.actors)


def is_represented(before: str, mark: Mark | None) -> bool:
    """Tell by the word before a mark whether somebody else stands in for its persons: "A representing B welcomed"."""
    return before == "representing" and mark is not None and is_person(mark)
