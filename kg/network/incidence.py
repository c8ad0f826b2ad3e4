"""Who was at which occasion: the table of events and actors that every network is made from."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from kg.graph.rule import Period
from kg.network.choice import ROLES
from kg.network.rows import compact, fetch, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt
    from scipy.sparse import csr_array

    from kg.network.rows import Source

KINDS = (
    "State",
    "GovernmentBody",
    "Person",
    "IntergovernmentalOrganization",
    "NonGovernmentalOrganization",
    "Organization",
)
"""Kinds of actors; the first that an actor has is its kind."""
_DATES = frozenset({"startDate", "endDate"})
_ZONE = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A node of the network: whoever counts as one at the chosen level."""

    iri: str
    label: str
    kind: str
    state: str | None = None
    """IRI of the State that it is, or belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An occasion, as far as networks need to know it."""

    iri: str
    label: str
    types: tuple[str, ...] = ()
    status: str = "Held"
    start: str | None = None
    end: str | None = None
    city: str | None = None
    country: str | None = None
    treaties: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of the occasion, if its date is known."""
        first, last = self.start or self.end, self.end or self.start
        return (int(first[:4]), int(last[:4])) if first and last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A place or treaty and what it is called."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    """Everything else that it is called, codes too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """That one document lets a person stand for a body or State."""

    target: str
    is_state: bool
    document: str


@dataclass(frozen=True, kw_only=True)
class Incidence:
    """Events, actors, and one row for each role that an actor had in an event.

    `event`, `actor` and `role` are arrays of equal length: places in `events`, `actors` and ROLES. Events and
    actors are in the order of their IRIs, rows in the order of events, actors and roles, without repetition.
    """

    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    event: npt.NDArray[np.int64]
    actor: npt.NDArray[np.int64]
    role: npt.NDArray[np.int64]
    names: Mapping[str, Name]
    """Places and treaties by IRI."""
    affiliations: Mapping[str, tuple[Affiliation, ...]]
    """By person."""
    presence: Mapping[tuple[str, str], frozenset[str]]
    """The documents that place a person at an event, by event and person."""
    directory: Mapping[str, Actor]
    """Everyone whom the graph knows, by IRI."""
    origins: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """At a level above actors: who was there for an actor, by event and actor."""
    outside: tuple[str, ...] = ()
    """Actors that have no place at the chosen level."""

    def matrix(self) -> csr_array:
        """Give the table as a sparse matrix, one row an actor, one column an event, 1.0 where it was there."""
        from scipy.sparse import csr_array

        pairs = np.unique(self.actor * max(len(self.events), 1) + self.event)
        rows, columns = np.divmod(pairs, max(len(self.events), 1))
        shape = (len(self.actors), len(self.events))
        return csr_array((np.ones(len(pairs)), (rows, columns)), shape=shape)


def read_incidence(source: Source) -> Incidence:
    """Read all participations out of a graph in contract form, with what the filters and levels need.

    An actor or event that is spoken of without a kind or label keeps the last part of its IRI as label.
    """
    event_codes: dict[str, int] = {}
    actor_codes: dict[str, int] = {}
    role_codes = {role: place for place, role in enumerate(ROLES)}
    codes: list[int] = []
    for event, actor, role in fetch(source, "network-attendance"):
        codes.append(event_codes.setdefault(event, len(event_codes)))
        codes.append(actor_codes.setdefault(actor, len(actor_codes)))
        codes.append(role_codes.setdefault(term(role), len(ROLES) - 1))
    described = _read_events(source)
    known = _read_actors(source)
    for event in described:
        event_codes.setdefault(event, len(event_codes))
    table = np.array(codes, dtype=np.int64).reshape(-1, 3)
    event_order, event_place = _sorted_places(event_codes)
    actor_order, actor_place = _sorted_places(actor_codes)
    return tidy(
        Incidence(
            events=tuple(described.get(iri) or Event(iri=iri, label=compact(iri)) for iri in event_order),
            actors=tuple(known.get(i) or Actor(iri=i, label=compact(i), kind="Organization") for i in actor_order),
            event=event_place[table[:, 0]],
            actor=actor_place[table[:, 1]],
            role=table[:, 2],
            names=_read_names(source),
            affiliations=_read_affiliations(source),
            presence=_read_presence(source),
            directory=known,
        )
    )


def tidy(incidence: Incidence) -> Incidence:
    """Put the rows in order, each once, and leave out the actors that no row names."""
    rows = np.unique(np.column_stack([incidence.event, incidence.actor, incidence.role]), axis=0)
    used, actor = np.unique(rows[:, 1], return_inverse=True)
    actors = tuple(incidence.actors[place] for place in used)
    return replace(incidence, actors=actors, event=rows[:, 0], actor=actor, role=rows[:, 2])


def distinct_labels(actors: Iterable[Actor]) -> dict[str, str]:
    """Give every actor a label of its own: those who share one are told apart by kind, else by IRI.

    >>> state = Actor(iri="https://w3id.org/accession-kg/state/GEO", label="Georgia", kind="State")
    >>> person = Actor(iri="https://w3id.org/accession-kg/person/georgia", label="Georgia", kind="Person")
    >>> sorted(distinct_labels([state, person]).values())
    ['Georgia (Person)', 'Georgia (State)']
    """
    listed = sorted(actors, key=lambda actor: actor.iri)
    labels = {actor.iri: actor.label for actor in listed}
    for wording in ("{0.label} ({0.kind})", "{0.label} ({1})"):
        shared = defaultdict(list)
        for actor in listed:
            shared[labels[actor.iri]].append(actor)
        for several in shared.values():
            if len(several) > 1:
                labels.update({actor.iri: wording.format(actor, compact(actor.iri)) for actor in several})
    return labels


def _sorted_places(codes: Mapping[str, int]) -> tuple[list[str], npt.NDArray[np.int64]]:
    order = sorted(codes)
    places = np.zeros(len(order), dtype=np.int64)
    for place, iri in enumerate(order):
        places[codes[iri]] = place
    return order, places


def _read_events(source: Source) -> dict[str, Event]:
    facts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, long_prop, value in fetch(source, "network-event-facts"):
        prop = term(long_prop)
        known = to_date(value) if prop in _DATES else value
        if known:
            facts[event, prop].append(known)
    rows: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for event, kind, status, label in fetch(source, "network-events"):
        rows[event].append((term(kind), term(status), label))
    return {
        event: Event(
            iri=event,
            label=min(label for _, _, label in described),
            types=tuple(sorted({kind for kind, _, _ in described})),
            status=min(status for _, status, _ in described),
            start=min(facts.get((event, "startDate"), ()), default=None),
            end=max(facts.get((event, "endDate"), ()), default=None),
            city=min(facts.get((event, "city"), ()), default=None),
            country=min(facts.get((event, "country"), ()), default=None),
            treaties=tuple(sorted(facts.get((event, "concerns"), ()))),
        )
        for event, described in rows.items()
    }


def to_date(value: str) -> str | None:
    """Take a day, month or year without its time zone; None for anything else, which `kg check` reports.

    >>> to_date("2004-05-01Z"), to_date("2004-05"), to_date("spring 2004"), to_date("2004-13")
    ('2004-05-01', '2004-05', None, None)
    """
    plain = _ZONE.sub("", value)
    try:
        Period.from_iso(plain)
    except ValueError:
        return None
    return plain


def _read_actors(source: Source) -> dict[str, Actor]:
    state_of: dict[str, str] = {}
    for actor, own_state in fetch(source, "network-belonging"):
        state_of.setdefault(actor, own_state)
    rank = {kind: place for place, kind in enumerate(KINDS)}
    known: dict[str, Actor] = {}
    for iri, long_kind, label in fetch(source, "network-actors"):
        kind, before = term(long_kind), known.get(iri)
        if before is None or rank[kind] < rank[before.kind]:
            state = iri if kind == "State" else state_of.get(iri)
            known[iri] = Actor(iri=iri, label=before.label if before else label, kind=kind, state=state)
    return known


def _read_names(source: Source) -> dict[str, Name]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for thing, kind, prop, name in fetch(source, "network-names"):
        found[thing].append((term(kind), term(prop), name))
    return {
        thing: Name(
            iri=thing,
            kind=rows[0][0],
            label=next((name for _, prop, name in rows if prop.endswith("#label")), compact(thing)),
            names=tuple(sorted({name for _, prop, name in rows if not prop.endswith("#label")})),
        )
        for thing, rows in found.items()
    }


def _read_affiliations(source: Source) -> dict[str, tuple[Affiliation, ...]]:
    found: dict[str, list[Affiliation]] = defaultdict(list)
    for person, prop, target, document in fetch(source, "network-affiliations"):
        found[person].append(Affiliation(target=target, is_state=term(prop) == "state", document=document))
    return {person: tuple(listed) for person, listed in found.items()}


def _read_presence(source: Source) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, person, document in fetch(source, "network-person-documents"):
        found[event, person].add(document)
    return {pair: frozenset(documents) for pair, documents in found.items()}
