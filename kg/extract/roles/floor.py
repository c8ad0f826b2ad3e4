"""Whose meeting a passage is in the room of: what its States and bodies then say and do, they do there.

A report names its meeting once and goes on for paragraphs: "New Zealand wanted stronger words; Fiji supported it."
Rows of `roles.ttl` with `kg:needs "floor"` are read only in such a passage. The meeting keeps the floor while every
block, or the one before it, mentions it, tells who did what there, or speaks of its delegates and sittings.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from kg.extract.events.focus import is_apart
from kg.extract.events.occasion import Occasion, Occasions, is_identified
from kg.extract.events.part import Sentence
from kg.extract.events.passing import is_background
from kg.extract.phrases.mark import is_gathering
from kg.extract.phrases.pattern import Match, says
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words

_LIST = 2
"""Blocks up to which the items of a list stand apart, or a heading that speaks of the room from the text above."""
_OPENING = 3
"""Items at the start of a sentence where a date takes the text to another day."""
_NEAR = 3
"""Items behind a verb up to which a place or a day belongs to it."""


@dataclass(slots=True)
class Floor:
    """The meeting that has the floor, and the last block that was in its room."""

    occasion: int | None = None
    block: int = 0
    aside: int | None = None
    """Another event that somebody has spoken of in the room."""
    met: dict[int, int] = field(default_factory=dict)
    """The last block that mentions each occasion."""

    def take(self, sentence: Sentence, block: int, occasions: Occasions, *, listed: bool) -> int | None:
        """Give the meeting in whose room a sentence is, before it is read: what it mentions first, or the one so far.

        `listed` tells that it opens an item of a list of which the line before was one, or the head.
        """
        if listed and block - self.block <= _LIST:
            self.block = block
        focus = sentence.focus
        self.met.update((k, block) for k in sentence.mentioned())
        close = focus is not None and block - self.met.get(focus, -_LIST) <= 1
        in_room = says("floor", sentence.phrase.words)
        before = self.occasion if block - self.block <= (_LIST if in_room else 1) else None
        if focus is None and before is not None and not sentence.of_item:
            if _goes_elsewhere(sentence.phrase):
                self.occasion = before = None
        elif before is not None and focus not in {None, before} and self._is_beside(sentence, focus, occasions):
            self.block, self.aside = block, focus
        elif focus is not None and (close or focus != self.occasion) and not occasions.is_ahead(focus):
            before = before if sentence.mentioned() and before is not None else focus
            self.occasion, self.block = focus, block
        elif before is not None and (in_room or sentence.phrase.line.endswith(" :")):
            self.block = block
        return before

    def _is_beside(self, sentence: Sentence, focus: int | None, occasions: Occasions) -> bool:
        """Tell whether an event is one that somebody in the room speaks of, or a mere journey."""
        if focus is None or focus == self.aside or occasions.found[focus].type == "Visit":
            return True
        other = occasions.found[focus]
        if not is_identified(other) and self.occasion is not None and is_identified(occasions.found[self.occasion]):
            return True
        to_come = other.verb and other.mentions[0].begin >= sentence.phrase.span.end
        return to_come or _is_spoken_of(sentence)

    def keep(self, told: Collection[int], block: int) -> None:
        """Note at which occasions the sentence just read has told who did what."""
        if self.occasion in told and block - self.block <= 1:
            self.block = block


def _goes_elsewhere(phrase: Phrase) -> bool:
    """Tell whether a sentence takes the text to another day: "In May 2004 ...", "... in 2008, when experts met"."""
    words = phrase.words
    days = [i for i, mark in enumerate(phrase.marks) if mark is not None and mark.letter == "D"]
    return any(i < _OPENING or words[i + 1 : i + 3] == [",", "when"] for i in days)


def _is_spoken_of(sentence: Sentence) -> bool:
    """Tell whether all events of a sentence are what some actor speaks of: "A0 reported on E1 that it held"."""
    words = sentence.phrase.words
    if sentence.of_item and all(is_background(sentence.phrase, i) for i in sentence.of_item):
        return True
    actors = [i for i, mark in enumerate(sentence.phrase.marks) if mark is not None and mark.letter == "A"]
    return bool(sentence.of_item) and all(
        actors and actors[0] < i and words[i - 1] in load_words("spoken-about") for i in sentence.of_item
    )


def find_floor(sentence: Sentence, match: Match, occasions: Occasions) -> int | None:
    """Give the meeting at which the subject of a match did what the match tells, None where it was not said there."""
    phrase = sentence.phrase
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    before = [k for i, k in sentence.of_item.items() if i < first and k is not None]
    number = before[-1] if before else sentence.floor
    if not sentence.of_item:
        placed = find_placed(sentence, match, occasions)
        there = sentence.nearby[0] if sentence.nearby and points_there(phrase) else number
        number = there if placed is None else placed
    if is_gathering(phrase.marks[first]):
        return None  # what a committee decides it does not attend
    wanted = match.pattern.fields.get("eventKinds", "").split()
    if number is None or occasions.is_ahead(number) or is_within(phrase, first):
        return None
    if wanted and occasions.found[number].type not in wanted:
        return None
    return None if _is_apart(phrase, first, last, occasions.found[number]) else number


def find_placed(sentence: Sentence, match: Match, occasions: Occasions) -> int | None:
    """Give the one event met before that was in the town where a clause puts somebody: "in Geneva A0 spoke".

    One that lies ahead is meant where the clause looks ahead: "A0 will be present in Geneva".
    """
    phrase = sentence.phrase
    words = phrase.words
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    told = (k for k, o in enumerate(occasions.found) if o.mentions and o.mentions[0].begin < phrase.span.begin)
    later = not load_words("will").isdisjoint(words[first : last + 1])
    met = [k for k in told if occasions.is_ahead(k) == later]
    for i, mark in enumerate(phrase.marks[: last + _NEAR]):
        if mark is None or mark.letter != "L" or not i or words[i - 1] not in {"in", "at", "to"}:
            continue
        if "," in words[first:i]:
            break
        towns = [place for place in mark.places if "/city/" in place]
        there = [k for k in met if occasions.found[k].city in towns]
        gatherings = [k for k in there if occasions.found[k].type not in {"Visit", "Exhibition"}]
        there = gatherings or there
        if towns and (i >= first or i <= 1) and len(there) == 1:
            return there[0]
    return None


def points_there(phrase: Phrase) -> bool:
    """Tell whether a sentence is about where the one before had come to: "A0 spoke there too", "A1 will be there"."""
    for i, mark in enumerate(phrase.marks):
        there = phrase.words[i] == "there" or (mark is not None and mark.letter == "L" and mark.introduced)
        behind = phrase.words[i + 1] if i + 1 < len(phrase.words) else "."
        if there and i and behind not in load_words("be") | load_words("will") | {"'s", "has", "have", "had"}:
            return True
    return False


def is_within(phrase: Phrase, first: int) -> bool:
    """Tell whether a clause is part of what somebody says or of a condition: "he said that A0 supported it"."""
    words = phrase.words[:first]
    if words and words[-1] in load_words("subordinators"):
        return True
    opened = max((i for i, word in enumerate(words) if word == "that"), default=-1)
    return (opened >= 0 and {",", ";"}.isdisjoint(words[opened:])) or words.count('"') % 2 == 1


def _is_apart(phrase: Phrase, first: int, last: int, occasion: Occasion) -> bool:
    """Tell whether a clause names another place or another day as its own: "In Asmara, A1 confirmed"."""
    words = phrase.words
    ends = [i for i in range(last + 1, len(words)) if words[i] in load_words("content-openers")]
    until = ends[0] if ends else len(words)
    for i, mark in enumerate(phrase.marks[:until]):
        if mark is None:
            continue
        undated = mark.letter == "D" and not occasion.date_spans
        if undated and (i < first or (mark.date is not None and mark.date.first != mark.date.last)):
            return True  # "last week A0 said", "A0 said last month"
        if mark.letter == "D" and is_apart(mark, occasion):
            return True
        beside = not first < i <= last and 0 < i <= last + _NEAR and words[i - 1] in {"in", "at", "from"}
        towns = [place for place in mark.places if "/city/" in place]
        known = occasion.city is not None or i == last + 2
        if mark.letter == "L" and beside and towns and known and occasion.city not in towns:
            return True
    return False
