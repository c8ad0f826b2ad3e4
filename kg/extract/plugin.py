"""Readers from outside: found by their entry points, heard after our own, believed where they quote the text.

A plug-in is a callable that takes a `Document` and yields proposals (`kg.extract.proposal`), named in its own
package: `[project.entry-points."accession_kg.extractors"]`, `mine = "my_package:read"`.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache, partial
from importlib.metadata import EntryPoint, entry_points
from typing import TypeAlias

from kg.errors import ReadError, VocabularyError
from kg.extract.patternfile import require_patterns
from kg.extract.proposal import Proposal, accept, has_same_name
from kg.extract.reading import read_document
from kg.model import Document, Event, Fact, Participation, Reading, Span

GROUP = "accession_kg.extractors"
"""The entry-point group in which packages name their extractors."""

Extractor: TypeAlias = Callable[[Document], Iterable[Proposal]]

_LOG = logging.getLogger(__name__)
_DATES = frozenset({"startDate", "endDate"})
_SHOWN = 3
"""Refusals that a message spells out."""


def list_extractors() -> dict[str, EntryPoint]:
    """List the extractors that installed packages offer, by name."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


@lru_cache
def load_extractors(names: tuple[str, ...]) -> Mapping[str, Extractor]:
    """Load extractors by name; VocabularyError for a name that nobody offers, or one that cannot be loaded."""
    offered = list_extractors()
    loaded: dict[str, Extractor] = {}
    for name in names:
        if name not in offered:
            near = get_close_matches(name, offered, n=1)
            hint = f"did you mean {near[0]}?" if near else f"installed: {', '.join(offered) or 'none'}"
            raise VocabularyError(f"extractor {name}", f"not installed; {hint}")
        try:
            found = offered[name].load()
        except Exception as error:  # a stranger's module may raise anything while it is imported
            raise VocabularyError(f"extractor {name}", f"cannot be loaded: {error}") from error
        if not callable(found):
            raise VocabularyError(f"extractor {name}", f"{offered[name].value} cannot be called")
        loaded[name] = found
    return loaded


def describe_extractors(names: tuple[str, ...]) -> str:
    """Say which extractors, in which versions, take part in a reading."""
    offered = list_extractors()
    points = [offered[name] for name in names if name in offered]
    return " ".join(f"{p.name}={p.value}@{p.dist.version if p.dist else ''}" for p in points)


def choose_reader(extractors: tuple[str, ...]) -> Callable[[Document], Reading]:
    """Give our own reader, or one that hears extractors too.

    VocabularyError where an extractor cannot be loaded, or a row of the patterns is broken.
    """
    require_patterns()
    if not extractors:
        return read_document
    load_extractors(extractors)
    return partial(read_with, extractors=extractors)


def read_with(document: Document, *, extractors: tuple[str, ...]) -> Reading:
    """Read a document ourselves, then add what extractors say of it and the text bears out.

    What is refused is logged. ReadError where an extractor fails: the document is then not stored half read.
    """
    reading = read_document(document)
    for name, extractor in load_extractors(extractors).items():
        try:
            accepted = accept(reading.document, extractor(document))
        except Exception as error:  # a stranger's code may raise anything; one document is skipped for it
            raise ReadError(
                document.identifier, f"extractor {name} failed on it ({type(error).__name__}: {error})"
            ) from error
        if accepted.refused:
            shown = "; ".join(accepted.refused[:_SHOWN])
            _LOG.warning(
                "%s: extractor %s: %d not accepted: %s", document.identifier, name, len(accepted.refused), shown
            )
        reading = combine(reading, accepted.reading)
    return reading


def combine(own: Reading, other: Reading) -> Reading:
    """Add another reading of the same document; where both speak of one thing, our own value stays.

    >>> document = Document(identifier="d", text="", sha256="")
    >>> combine(Reading(document=document), Reading(document=document)) == Reading(document=document)
    True
    """
    keys = _match_actors(own, other)
    fresh = [actor for actor in other.actors if keys[actor.key] == actor.key]
    known = {actor.key for actor in own.actors}
    places = {place.iri: place for place in (*other.places, *own.places)}
    treaties = {treaty.iri: treaty for treaty in (*other.treaties, *own.treaties)}
    said = {(a.type, a.state, a.treaty) for a in own.actions}
    stood = {(c.status, c.state, c.treaty) for c in own.claims}
    held = {(p.person, p.position, p.organization, p.state) for p in own.affiliations}
    posts = [
        replace(post, person=keys[post.person], organization=keys[post.organization] if post.organization else None)
        for post in other.affiliations
    ]
    return replace(
        own,
        actors=(*own.actors, *(actor for actor in fresh if actor.key not in known)),
        places=tuple(place for _, place in sorted(places.items())),
        treaties=tuple(treaty for _, treaty in sorted(treaties.items())),
        events=_combine_events(own.events, other.events, keys),
        actions=(*own.actions, *(a for a in other.actions if (a.type, a.state, a.treaty) not in said)),
        claims=(*own.claims, *(c for c in other.claims if (c.status, c.state, c.treaty) not in stood)),
        affiliations=(
            *own.affiliations,
            *(p for p in posts if (p.person, p.position, p.organization, p.state) not in held),
        ),
    )


def _match_actors(own: Reading, other: Reading) -> dict[str, str]:
    """Tell for each actor of another reading which key it has in ours."""
    matched = {}
    for actor in other.actors:
        same = next((known for known in own.actors if known.key == actor.key or has_same_name(known, actor)), None)
        matched[actor.key] = same.key if same else actor.key
    return matched


def _combine_events(own: Iterable[Event], other: Iterable[Event], keys: Mapping[str, str]) -> tuple[Event, ...]:
    events = list(own)
    for event in other:
        parts = tuple(replace(part, actor=keys[part.actor]) for part in event.participations)
        at = next((i for i, known in enumerate(events) if _is_same(known, event)), None)
        if at is None:
            events.append(replace(event, key=f"e{len(events) + 1}", participations=parts))
        else:
            events[at] = _enrich(events[at], event, parts)
    return tuple(events)


def _is_same(known: Event, event: Event) -> bool:
    """Tell whether two readings mean one event: a mention of one lies over a mention of the other."""
    return any(_meet(mine, theirs) for mine in known.mentions for theirs in event.mentions)


def _meet(left: Span, right: Span) -> bool:
    return left.begin < right.end and right.begin < left.end


def _enrich(known: Event, event: Event, parts: Iterable[Participation]) -> Event:
    """Add the facts that an event lacks, and the participations that nobody has named."""
    has = {fact.property for fact in known.facts}
    if has & _DATES:
        has |= _DATES  # one reader's first day and another's last make no stretch
    said = {(fact.property, fact.value) for fact in known.facts}
    facts: list[Fact] = [
        fact
        for fact in event.facts
        if fact.property not in has or (fact.property == "concerns" and (fact.property, fact.value) not in said)
    ]
    named = {(part.actor, part.role) for part in known.participations}
    return replace(
        known,
        facts=(*known.facts, *facts),
        participations=(*known.participations, *(part for part in parts if (part.actor, part.role) not in named)),
    )
