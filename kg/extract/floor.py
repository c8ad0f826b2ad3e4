"""Whose meeting a passage is in the room of: what its States and bodies then say and do, they do there.

A report names its meeting once and goes on for paragraphs: "New Zealand wanted stronger words; Fiji supported it."
Rows of `roles.ttl` with `kg:needs "floor"` are read only in such a passage. The meeting keeps the floor while every
block, or the one before it, mentions it, tells who did what there, or speaks of its delegates and sittings.
"""

from dataclasses import dataclass

from kg.extract.focus import is_apart
from kg.extract.occasion import Occasion, Occasions
from kg.extract.part import Sentence
from kg.extract.pattern import Match, load_words, says
from kg.extract.phrase import Phrase

_NEAR = 3
"""Items behind a verb up to which a place or a day belongs to it."""


@dataclass(slots=True)
class Floor:
    """The meeting that has the floor, and the last block that was in its room."""

    occasion: int | None = None
    block: int = 0

    def take(self, sentence: Sentence, block: int, occasions: Occasions) -> int | None:
        """Give the meeting in whose room a sentence is, before it is read: what it mentions first, or the one so far."""
        focus, near = sentence.focus, block - self.block <= 1
        before = self.occasion if near else None
        if focus is None and not sentence.of_item:
            self.occasion = before = None  # the text is elsewhere: "In May 2004 ..."
        elif focus is not None and (sentence.recent or focus != self.occasion) and not occasions.is_ahead(focus):
            before = before if sentence.mentioned() and before is not None else focus
            self.occasion, self.block = focus, block
        elif near and says(sentence.phrase.line, "floor"):
            self.block = block
        return before

    def keep(self, told: bool, block: int) -> None:
        """Note that a sentence has told who did what there."""
        if told and block - self.block <= 1:
            self.block = block


def find_floor(sentence: Sentence, match: Match, occasions: Occasions) -> int | None:
    """Give the meeting at which the subject of a match did what the match tells, None where it was not said there."""
    phrase = sentence.phrase
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    before = [k for i, k in sentence.of_item.items() if i < first and k is not None]
    number = before[-1] if before else sentence.floor
    if number is None or occasions.is_ahead(number) or _is_within(phrase, first):
        return None
    return None if _is_apart(phrase, first, last, occasions.found[number]) else number


def _is_within(phrase: Phrase, first: int) -> bool:
    """Tell whether a clause is part of what somebody says or of a condition: "he said that A0 supported it"."""
    words = phrase.line.split(" ")[:first]
    if words and words[-1] in load_words("subordinators"):
        return True
    opened = max((i for i, word in enumerate(words) if word == "that"), default=-1)
    return opened >= 0 and not {",", ";"} & set(words[opened:]) or words.count('"') % 2 == 1


def _is_apart(phrase: Phrase, first: int, last: int, occasion: Occasion) -> bool:
    """Tell whether a clause says of itself that it was in another place or on another day: "In Asmara, A1 confirmed"."""
    words = phrase.line.split(" ")
    ends = [i for i in range(last + 1, len(words)) if words[i] in load_words("content-openers")]
    until = ends[0] if ends else len(words)
    for i, mark in enumerate(phrase.marks[:until]):
        if mark is None:
            continue
        if mark.letter == "D" and is_apart(mark, occasion):
            return True
        beside = i <= last + _NEAR and i and words[i - 1] in {"in", "at", "from"}
        towns = [place for place in mark.places if "/city/" in place]
        if mark.letter == "L" and beside and towns and occasion.city is not None and occasion.city not in towns:
            return True
    return False
