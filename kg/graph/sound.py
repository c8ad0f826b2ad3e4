"""Whether a reading can be believed: its quotes lie in the text, its keys and terms exist, its dates are dates.

Readers are many (plug-ins too), the graph is one: what is unsound stops here, with the document it is of.
"""

import re
from collections.abc import Iterator
from datetime import date

import pyoxigraph as ox

from kg.errors import ReadError
from kg.graph.vocab import KG
from kg.model import Event, Reading, Span

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DATES = frozenset({"startDate", "endDate"})
_IRIS = frozenset({"city", "country", "concerns"})
_COUNTS = frozenset({"attendeeCount", "attendeeCountryCount"})


def require_sound(reading: Reading) -> None:
    """Raise ReadError with the first thing that is wrong with a reading, if anything is."""
    fault = next(find_faults(reading), None)
    if fault:
        raise ReadError(reading.document.identifier, f"its reading is unsound: {fault}")


def find_faults(reading: Reading) -> Iterator[str]:
    """Yield what is wrong with a reading, in words."""
    yield from _find_bad_spans(reading)
    yield from _find_bad_names(reading)
    for event in reading.events:
        for fact in event.facts:
            if not _is_value(fact.property, fact.value):
                yield f"{fact.value!r} is no {fact.property}"
    dates = (*(action.date for action in reading.actions), *(claim.as_of for claim in reading.claims))
    for value in (reading.document.issued, *dates):
        if value is not None and not is_date(value):
            yield f"{value!r} is no date"


def is_date(value: str) -> bool:
    """Tell whether a text is an ISO year, month or day that there was.

    >>> is_date("2007-03"), is_date("2007-02-30")
    (True, False)
    """
    found = _DATE.fullmatch(value)
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def is_iri(text: str) -> bool:
    """Tell whether a text is an absolute IRI, as RFC 3987 has them: what a store and all other tools take.

    >>> is_iri("https://example.org/a?b"), is_iri("https://example.org/100%"), is_iri("a b")
    (True, False, False)
    """
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def _is_value(name: str, value: str) -> bool:
    if name in _DATES:
        return is_date(value)
    if name in _IRIS:
        return is_iri(value)
    if name in _COUNTS:
        return value.isascii() and value.isdigit()
    if name == "eventStatus":
        return value in KG
    return name == "online" and value in {"true", "false"}


def _spans(event: Event) -> Iterator[Span]:
    yield from event.mentions
    yield from (fact.span for fact in event.facts)
    yield from (part.span for part in event.participations)


def _find_bad_spans(reading: Reading) -> Iterator[str]:
    """Yield quotes that do not lie in the text, or are empty."""
    size = len(reading.document.text)
    spans = [span for actor in reading.actors for span in actor.evidence]
    spans += [span for event in reading.events for span in _spans(event)]
    spans += [action.span for action in reading.actions]
    spans += [claim.span for claim in reading.claims]
    spans += [post.span for post in reading.affiliations]
    for span in spans:
        if not 0 <= span.begin < span.end <= size:
            yield f"characters {span.begin} to {span.end} of a text of {size}"


def _find_bad_names(reading: Reading) -> Iterator[str]:
    """Yield keys that are missing or double, terms that the ontology lacks, and IRIs that are none."""
    actors = {actor.key for actor in reading.actors}
    events = {event.key for event in reading.events}
    if len(actors) < len(reading.actors) or len(events) < len(reading.events):
        yield "two actors or two events with one key"
    yield from (f"no actor {key!r}" for key in _actor_keys(reading) if key not in actors)
    linked = (key for event in reading.events for key in (event.part_of, event.follows))
    yield from (f"no event {key!r}" for key in linked if key is not None and key not in events)
    yield from (f"no term {name!r}" for name in _terms(reading) if name not in KG)
    yield from (f"{iri!r} is no IRI" for iri in _iris(reading) if not is_iri(iri))


def _actor_keys(reading: Reading) -> Iterator[str]:
    for event in reading.events:
        yield from (part.actor for part in event.participations)
    for post in reading.affiliations:
        yield post.person
        if post.organization is not None:
            yield post.organization


def _terms(reading: Reading) -> Iterator[str]:
    yield from (actor.kind for actor in reading.actors)
    yield from (place.kind for place in reading.places)
    for event in reading.events:
        yield event.type
        yield from (part.role for part in event.participations)
    for action in reading.actions:
        yield from (action.type, action.status)
    yield from (claim.status for claim in reading.claims)


def _iris(reading: Reading) -> Iterator[str]:
    for actor in reading.actors:
        yield from (iri for iri in (actor.iri, actor.state) if iri is not None)
    for place in reading.places:
        yield from (iri for iri in (place.iri, place.country) if iri is not None)
    yield from (treaty.iri for treaty in reading.treaties)
    for action in reading.actions:
        yield from (action.state, action.treaty)
    for claim in reading.claims:
        yield from (claim.state, claim.treaty)
    yield from (post.state for post in reading.affiliations if post.state is not None)
