"""Roles that stand in the words for an event itself: "the OSCE workshop", "an EU-funded seminar", "our course"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.actors.name import Cast, Name
from kg.extract.events.occasion import Occasion, Occasions
from kg.extract.events.part import Part
from kg.extract.text.spans import Spans
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Span

_KINDS = frozenset({"Workshop", "Seminar", "Symposium", "Training", "Exhibition"})
"""Classes of event that are called by whoever organises them; a meeting or conference may be called by its members."""
_MET = frozenset({"Meeting", "Conference", "Visit"})
_JOINED = re.compile(r"\w[-‐‑–]\w")
_BODIES = frozenset({"IntergovernmentalOrganization", "NonGovernmentalOrganization", "Organization"})
_OURS = re.compile(r"(?:the \w+ of )?our\b", re.IGNORECASE)
_COMPOUND = re.compile(r"[^\s-]+-([a-z]+)\b")
"""What is done by whom a name names: "OSCE-organised"."""


def find_own(
    text: str,
    occasions: Occasions,
    cast: Cast,
    kinds: Mapping[str, str],
    parts: Sequence[Part],
    *,
    told: Sequence[Part] = (),
) -> list[Part]:
    """Give their roles to those by whom an event is called, unless other parts of theirs are told.

    What the body that says "we", the publisher, calls its own, it organised. Those joined by a hyphen before an
    event took part in it if no one else is `told` to have done so.
    """
    known = {(part.occasion, part.actor) for part in parts}
    attended = {part.occasion for part in told}
    found: dict[tuple[int, str], Part] = {}
    ours = cast.publisher if cast.publisher is not None and "/organization/" in cast.publisher else None
    heads = Spans((name.head, name) for name in cast.names)
    for number, occasion in enumerate(occasions.found):
        for span in occasion.mentions:
            inside = [*heads.within(*span)]
            for part in (
                *(() if number in attended else _read_pair(text, number, occasion, span, inside)),
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
        elif kinds.get(name.actor) in _BODIES and (
            _calls(text, name, occasion, span)
            or (kinds[name.actor] == "NonGovernmentalOrganization" and _gathers(text, name, occasion, span))
        ):
            yield Part(number, name.actor, "Organizer", span)


def _read_pair(text: str, number: int, occasion: Occasion, span: Span, names: Sequence[Name]) -> Iterator[Part]:
    """Read who met from the names that a hyphen joins: "the India-Brazil dialogue"."""
    joined = [name for name in names if _JOINED.search(text, name.head.begin, name.head.end)]
    sides = {name.actor for name in joined if "/person/" not in name.actor and name.head.begin == joined[0].head.begin}
    if occasion.type in _MET and len(sides) > 1:
        yield from (Part(number, side, "Participant", span) for side in sorted(sides))


def _calls(text: str, name: Name, occasion: Occasion, span: Span) -> bool:
    """Tell whether a noun stands behind a name in the words for an event: "the OSCE workshop" that has no title."""
    titled = any(label in text[span.begin : span.end] for label in occasion.names)
    return _is_organised(occasion) and " " in text[name.head.end : span.end] and not titled


def _gathers(text: str, name: Name, occasion: Occasion, span: Span) -> bool:
    """Tell whether a meeting is called by the group that opens its name: "the IPPNW World Congress", no talks."""
    opens = name.head.begin - span.begin <= len("The ") and " " in text[name.head.end : span.end]
    return opens and occasion.type in {"Meeting", "Conference"} and occasion.noun not in load_words("exchanged")


def _read_ours(text: str, number: int, occasion: Occasion, span: Span, ours: str | None) -> Iterator[Part]:
    """Read "our third workshop"."""
    if ours is not None and _is_organised(occasion) and _OURS.match(text, span.begin):
        yield Part(number, ours, "Organizer", span)


def _is_organised(occasion: Occasion) -> bool:
    return occasion.type in _KINDS or occasion.noun in load_words("organised-meetings")
