"""Roles that stand in the words for an event itself: "the OSCE workshop", "an EU-funded seminar", "our course"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.actors.name import Name
from kg.extract.events.occasion import Occasion, Occasions
from kg.extract.events.part import Part
from kg.extract.text.spans import Spans
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Span

_KINDS = frozenset({"Workshop", "Seminar", "Symposium", "Training", "Exhibition"})
"""Classes of event that are called by whoever organises them; a meeting or conference may be called by its members."""
_BODIES = frozenset({"IntergovernmentalOrganization", "NonGovernmentalOrganization", "Organization"})
_OURS = re.compile(r"(?:the \w+ of )?our\b", re.IGNORECASE)
_COMPOUND = re.compile(r"[^\s-]+-([a-z]+)\b")
"""What is done by whom a name names: "OSCE-organised"."""


def find_own(
    text: str,
    occasions: Occasions,
    names: Sequence[Name],
    kinds: Mapping[str, str],
    publisher: str | None,
    parts: Sequence[Part],
) -> list[Part]:
    """Give their roles to those by whom an event is called, unless other parts of theirs are told.

    What the body that says "we", the `publisher`, calls its own, it organised.
    """
    known = {(part.occasion, part.actor) for part in parts}
    found: dict[tuple[int, str], Part] = {}
    ours = publisher if publisher is not None and "/organization/" in publisher else None
    heads = Spans((name.head, name) for name in names)
    for number, occasion in enumerate(occasions.found):
        for span in occasion.mentions:
            inside = [*heads.within(*span)]
            for part in (
                *_read_names(text, number, occasion, span, inside, kinds),
                *_read_ours(text, number, occasion, span, ours),
            ):
                if (number, part.actor) not in known:
                    found.setdefault((number, part.actor), part)
    return list(found.values())


def _read_names(
    text: str, number: int, occasion: Occasion, span: Span, names: Sequence[Name], kinds: Mapping[str, str]
) -> Iterator[Part]:
    """Read the names within the words for an event."""
    roles = load_pairs("done-by")
    for name in names:
        compound = _COMPOUND.match(text, name.head.begin)
        if compound is not None:
            if compound[1] in roles:
                yield Part(number, name.actor, roles[compound[1]], span)
        elif kinds.get(name.actor) in _BODIES and _calls(text, name, occasion, span):
            yield Part(number, name.actor, "Organizer", span)


def _calls(text: str, name: Name, occasion: Occasion, span: Span) -> bool:
    """Tell whether a noun stands behind a name in the words for an event: "the OSCE workshop" that has no title."""
    titled = any(label in text[span.begin : span.end] for label in occasion.names)
    return _is_organised(occasion) and " " in text[name.head.end : span.end] and not titled


def _read_ours(text: str, number: int, occasion: Occasion, span: Span, ours: str | None) -> Iterator[Part]:
    """Read "our third workshop"."""
    if ours is not None and _is_organised(occasion) and _OURS.match(text, span.begin):
        yield Part(number, ours, "Organizer", span)


def _is_organised(occasion: Occasion) -> bool:
    return occasion.type in _KINDS or occasion.noun in load_words("organised-meetings")
