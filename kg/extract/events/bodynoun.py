"""Nouns of events by which a text calls a body that it named: "the Conference", of the Conference on Disarmament."""

import re
from collections.abc import Sequence

from kg.extract.events.event import EventMention
from kg.extract.names.entry import Hit
from kg.model import Span

_PARLIAMENT = re.compile(r" Congress\b(?! (?:on|of|for)\b)")
"""What makes a parliament of a State's adjective: "the Argentine Congress", not "the American Congress on Maps"."""


def find_parliaments(text: str, hits: Sequence[Hit]) -> list[Span]:
    """Find the parliaments that are named as some events are."""
    owners = (hit for hit in hits if hit.entries[0].kind == "Demonym")
    return [Span(hit.begin, end.end()) for hit in owners if (end := _PARLIAMENT.match(text, hit.end)) is not None]


def leave_bodies(text: str, mentions: Sequence[EventMention], bodies: Sequence[Span]) -> list[EventMention]:
    """Leave out what only means a body, `bodies` being the names of bodies in a text.

    "The Conference", with a capital and nothing else, is the body that has this noun in its name, where the text named
    it before any event of that noun.
    """
    first: dict[str, int] = {}
    for span in bodies:
        for noun in text[span.begin : span.end].split():
            first.setdefault(noun, span.begin)
    return [m for m in mentions if not _is_body(text, m, first, mentions)]


def _is_body(text: str, mention: EventMention, first: dict[str, int], mentions: Sequence[EventMention]) -> bool:
    noun = text[mention.head.begin : mention.head.end]
    if mention.determiner != "definite" or first.get(noun, mention.begin) >= mention.begin:
        return False
    if text[mention.begin : mention.end].split()[1:] != [noun]:
        return False
    named = (m.begin for m in mentions if m.noun == mention.noun and m.name is not None)
    return first[noun] < min(named, default=mention.begin)
