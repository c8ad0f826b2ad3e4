"""Within which other event one took place, as its sentence says: "on the margins of the summit she met the envoy"."""

import re
from collections.abc import Sequence

from kg.extract.events.event import EventMention
from kg.extract.events.occasion import Occasions
from kg.extract.phrases.phrase import Phrase


def find_main(phrase: Phrase, i: int, mentions: Sequence[EventMention], told: Occasions) -> int | None:
    """Give the number of the occasion within which, as the sentence says, the event at item i took place."""
    line, end = phrase.line, phrase.starts[i]
    margin = _ON_MARGINS.search(line, 0, end)
    if margin is not None:
        mark = phrase.marks[phrase.item_at(margin.end() - 1)]
        return told.of_mention.get(mark.events[0]) if mark is not None else None
    after = _RIGHT_AFTER.match(line, 0, end)
    mark = phrase.marks[phrase.item_at(after.end() - 1)] if after is not None else None
    if mark is not None and mentions[mark.events[0]].type == "Ceremony":
        return told.of_mention.get(mark.events[0])
    if _DURING_STAY.search(line, 0, end):
        return next((k for k in reversed(range(len(told.found))) if told.found[k].type == "Visit"), None)
    before = [mark for mark in phrase.marks[:i] if mark is not None and mark.letter == "E"]
    trip = mentions[before[-1].events[0]] if before else None
    if trip is not None and trip.verb and trip.type == "Visit":
        return told.of_mention.get(before[-1].events[0])  # "flies to Rome to attend the session"
    return None


def note_margins(phrase: Phrase, told: Occasions) -> None:
    """Keep within which event another is, where that is told behind it: "E0 will be held on the margins of E1"."""
    margin = _ON_MARGINS.search(phrase.line) if len(phrase.marks_in("E")) > 1 else None
    mark = phrase.marks[phrase.item_at(margin.end() - 1)] if margin is not None else None
    main = told.of_mention.get(mark.events[0]) if mark is not None else None
    for other in phrase.marks if margin is not None and main is not None else ():
        k = told.of_mention.get(other.events[0]) if other is not None and other.letter == "E" else None
        occasion = told.found[k] if k is not None and k != main else None
        if occasion is not None and occasion.beside is None and not occasion.city:
            occasion.beside, occasion.within = main, occasion.mentions[0].begin >= phrase.span.begin


_ON_MARGINS = re.compile(r"(?<!\S)(?:margins?|sidelines|fringes|occasion|course|during)(?: of)? E\d+(?!\S)")
_RIGHT_AFTER = re.compile(r"(?:following|after|before|prior to) (?:the )?E\d+(?!\S)")
"""What opens a sentence about what was done on the day of a ceremony."""
_DURING_STAY = re.compile(
    r"(?:^|[,;] )(?:during|in the course of) (?:his|her|their|the) (?:[a-z]+ ){0,2}(?:stay|trip|tour|visit)\b"
)
