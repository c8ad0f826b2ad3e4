"""Editions told in a row: "workshops were held in Almaty in 2007 and in Tbilisi in 2008", "after Vienna in 2014".

Each pair of a place and a date becomes a mention of an event of its own.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.event import EventMention
from kg.extract.pattern import load_words
from kg.extract.phrase import Phrase
from kg.model import Span

_IN = r"(?:(?:in|at|on|during|of|from) )?"
_PAIR = rf"(?:{_IN}L\d+ (?:, )?{_IN}(?:D\d+|\( D\d+ \))|{_IN}D\d+ (?:in|at) L\d+|D\d+ \( L\d+ \)) "
_JOINT = r"(?:(?:,|;|and|then|by|followed|finally|again|also|most|recently) )*"
_ROW = rf"(?P<row>{_PAIR}(?:{_JOINT}{_PAIR})+)"
_MANY = re.compile(
    rf"(?<!\S)(?<!no )(?:E\d+|editions|rounds|instalments|ones) (?P<told>(?:(?![ELD]\d|[;.] )\S+ ){{0,10}}?){_ROW}"
)
_AFTER = re.compile(rf"(?<!\S)(?:after|following|follows|succeeding) (?P<told>(?:[a-z]+ ){{0,3}}?){_ROW}")
_MARK = re.compile(r"(?<!\S)[LD]\d+(?!\S)")
_DENIED = frozenset("no not never neither nor".split())


def find_editions(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the events of a sentence that a plural noun or an ordinal tells in a row of places and dates.

    `mentions` are those of the whole text, in order. Where the row has no noun of its own that says what kind of
    event is meant, it is the kind of the event that the sentence, or else the text before it, speaks of.
    """
    line = phrase.line + " "
    for match in _MANY.finditer(line):
        mark = phrase.marks[phrase.item_at(match.start())]
        mention = mentions[mark.events[0]] if mark is not None else None
        if (mention is None or mention.plural) and _DENIED.isdisjoint(match["told"].split()):
            kind = mention if mention is not None and mention.type else _kind_at_hand(phrase, mentions)
            yield from _split(phrase, match, kind) if kind is not None else ()
    for match in _AFTER.finditer(line):
        own = [mentions[mark.events[0]] for mark in phrase.marks_in("E")]
        if any(m.ordinal for m in own) or not load_words("edition-ordinals").isdisjoint(line.split()):
            kind = _kind_at_hand(phrase, mentions)
            yield from _split(phrase, match, kind) if kind is not None else ()


def _kind_at_hand(phrase: Phrase, mentions: Sequence[EventMention]) -> EventMention | None:
    """Give the mention whose kind an ordinal or "similar events" means."""
    own = [mentions[mark.events[0]] for mark in phrase.marks_in("E")]
    here = next((m for m in own if m.type and not m.plural), None)
    return here or next((m for m in reversed(mentions) if m.end <= phrase.span.begin and m.type), None)


def _split(phrase: Phrase, match: re.Match[str], kind: EventMention) -> Iterator[EventMention]:
    """Yield one mention, of the kind of another, for each pair of a row."""
    for pair in re.finditer(_PAIR, match["row"]):
        begin = match.start("row") + pair.start()
        items = [phrase.item_at(begin + mark.start()) for mark in _MARK.finditer(pair.group())]
        date = next(mark.date for k in items if (mark := phrase.marks[k]) is not None and mark.date is not None)
        span = Span(phrase.spans[items[0]].begin, phrase.spans[items[-1]].end)
        yield EventMention(
            begin=span.begin,
            end=span.end,
            head=Span(span.end, span.end),
            type=kind.type,
            noun=kind.noun,
            determiner="none",
            date=date,
        )
