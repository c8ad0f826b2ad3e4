"""Which occasions a network counts, and who counts as one node of it."""

from __future__ import annotations

import difflib
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from kg.errors import QueryError
from kg.graph.standing import Record
from kg.model import fold
from kg.network.choice import ROLES, STATUSES, TYPES, Level, Selection
from kg.network.incidence import KINDS, Actor, Incidence, Name, tidy
from kg.network.rows import compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt

    from kg.network.incidence import Event

_NEAR = 0.7
"""How alike a name must be to be proposed for another."""
_OWN_STATE = frozenset({"State", "GovernmentBody", "Person", "Organization"})


def select(incidence: Incidence, selection: Selection) -> Incidence:
    """Keep what the selection counts, and let persons and ministries count for their body or State.

    Raises QueryError where a treaty, place, role or type is not in the graph.
    """
    treaty = find_name(incidence, selection.treaty, kinds=("Treaty",)) if selection.treaty is not None else None
    places = _find_places(incidence, selection.place) if selection.place is not None else None
    for given, allowed in ((selection.roles, ROLES), (selection.types, TYPES), (selection.statuses, STATUSES)):
        _demand(given, allowed)
    kept = [
        place
        for place, event in enumerate(incidence.events)
        if _counts(event, selection, treaty.iri if treaty else None, places)
    ]
    moved = np.full(len(incidence.events), -1, dtype=np.int64)
    moved[kept] = np.arange(len(kept))
    rows = moved[incidence.event] >= 0
    if selection.roles:
        rows &= np.isin(incidence.role, [ROLES.index(role) for role in selection.roles])
    chosen = replace(
        incidence,
        events=tuple(incidence.events[place] for place in kept),
        event=moved[incidence.event[rows]],
        actor=incidence.actor[rows],
        role=incidence.role[rows],
    )
    return tidy(chosen) if selection.level == "actor" else _lift(chosen, selection.level)


def find_name(incidence: Incidence, wanted: str, *, kinds: tuple[str, ...]) -> Name:
    """Find a place or treaty by any of its names, its short IRI (`treaty:ottawa`), its slug, or its whole IRI.

    Raises QueryError with the nearest name where there is none.
    """
    named = _named(incidence, kinds)
    found = _find_called(named, wanted) or _find_called(_list_shipped(kinds), wanted)
    if found is not None:
        return found
    known = named or _list_shipped(kinds)
    spelled = [(name, (_slug(name), *name.names, name.label)) for name in known]
    raise _unknown(wanted, {spelling: name.label for name, spellings in spelled for spelling in spellings})


def _find_called(named: Iterable[Name], wanted: str) -> Name | None:
    return next((name for name in named if _is_called(name, wanted)), None)


def label_treaty(incidence: Incidence, iri: str) -> str:
    """Give the label of a treaty: in the graph, else in the record that the package ships, else its IRI."""
    known = incidence.names.get(iri)
    return known.label if known else next((name.label for name in _list_shipped(("Treaty",)) if name.iri == iri), iri)


def _named(incidence: Incidence, kinds: tuple[str, ...]) -> list[Name]:
    return [name for _, name in sorted(incidence.names.items()) if name.kind in kinds]


@lru_cache
def _list_shipped(kinds: tuple[str, ...]) -> tuple[Name, ...]:
    """List the treaties of the record that the package ships: a graph may speak of them and not name them."""
    if "Treaty" not in kinds:
        return ()
    treaties = sorted(Record.from_files().treaties.items())
    return tuple(Name(iri=iri, kind="Treaty", label=one.label, names=one.others) for iri, one in treaties)


def _is_called(name: Name, wanted: str) -> bool:
    exact = {name.iri.casefold(), compact(name.iri).casefold(), _slug(name).casefold()}
    return wanted.casefold() in exact or fold(wanted) in {fold(name.label), *(fold(other) for other in name.names)}


def _slug(name: Name) -> str:
    return compact(name.iri).partition(":")[2]


def _find_places(incidence: Incidence, wanted: str) -> frozenset[str]:
    kinds = ("City", "Country", "Region")
    find_name(incidence, wanted, kinds=kinds)
    return frozenset(name.iri for name in _named(incidence, kinds) if _is_called(name, wanted))


def _demand(given: Iterable[str], allowed: tuple[str, ...]) -> None:
    for value in given:
        if value not in allowed:
            raise _unknown(value, dict(zip(allowed, allowed, strict=True)))


def _unknown(wanted: str, known: Mapping[str, str]) -> QueryError:
    """Word an error that names what comes nearest; `known` leads from every spelling to the name to show."""
    shown = {fold(spelling): name for spelling, name in known.items()}
    near = dict.fromkeys(
        shown[spelling] for spelling in difflib.get_close_matches(fold(wanted), shown, n=3, cutoff=_NEAR)
    )
    some = sorted(set(shown.values()))
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {len(some)}, such as {', '.join(some[:5])}"
    return QueryError("network", f"nothing is called {wanted!r}; {hint}" if known else f"nothing is called {wanted!r}")


def _counts(event: Event, selection: Selection, treaty: str | None, places: frozenset[str] | None) -> bool:
    years = event.years
    if selection.first_year is not None and (years is None or years[1] < selection.first_year):
        return False
    if selection.last_year is not None and (years is None or years[0] > selection.last_year):
        return False
    return (
        event.status in selection.statuses
        and (treaty is None or treaty in event.treaties)
        and (places is None or event.city in places or event.country in places)
        and (not selection.types or not set(selection.types).isdisjoint(event.types))
    )


def _lift(incidence: Incidence, level: Level) -> Incidence:
    """Replace each actor by the body or State that it counts for; who has none is left out."""
    fixed = [None if actor.kind == "Person" else _target(actor, level) for actor in incidence.actors]
    persons = np.array([actor.kind == "Person" for actor in incidence.actors], dtype=bool)
    targets = [fixed[place] for place in incidence.actor.tolist()]
    for row in np.flatnonzero(persons[incidence.actor]) if len(incidence.actor) else ():
        person = incidence.actors[incidence.actor[row]]
        targets[row] = _person_target(incidence, person, incidence.events[incidence.event[row]].iri, level)
    left = {incidence.actors[place].iri for place, t in zip(incidence.actor.tolist(), targets, strict=True) if not t}
    order = sorted({target for target in targets if target})
    origins: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, place, target in zip(incidence.event.tolist(), incidence.actor.tolist(), targets, strict=True):
        if target:
            origins[incidence.events[event].iri, target].add(incidence.actors[place].iri)
    code = {iri: place for place, iri in enumerate(order)}
    actor: npt.NDArray[np.int64] = np.array([code[t] if t else -1 for t in targets], dtype=np.int64)
    rows = actor >= 0
    return tidy(
        replace(
            incidence,
            actors=tuple(_describe(incidence, iri) for iri in order),
            event=incidence.event[rows],
            actor=actor[rows],
            role=incidence.role[rows],
            origins={pair: frozenset(actors) for pair, actors in origins.items()},
            outside=tuple(sorted(left)),
        )
    )


def _describe(incidence: Incidence, iri: str) -> Actor:
    return incidence.directory.get(iri) or Actor(iri=iri, label=compact(iri), kind=KINDS[-1])


def _target(actor: Actor, level: Level) -> str | None:
    if level == "body":
        return actor.iri
    return actor.state if actor.kind in _OWN_STATE else None


def _person_target(incidence: Incidence, person: Actor, event: str, level: Level) -> str | None:
    """Tell whom a person stood for at an event.

    What a document says that places the person at this very event goes first; else whatever all documents
    agree on. Where they differ the person is left out, because a guess would make ties that nobody stated.
    """
    said = incidence.affiliations.get(person.iri, ())
    here = incidence.presence.get((event, person.iri), frozenset())
    near = tuple(affiliation for affiliation in said if affiliation.document in here)
    for group in (near, said):
        bodies = {affiliation.target for affiliation in group if not affiliation.is_state}
        states = {affiliation.target for affiliation in group if affiliation.is_state}
        if level == "state":
            states |= {state for body in bodies if (state := _state_of(incidence, body))}
        for choice in (bodies, states) if level == "body" else (states,):
            if len(choice) == 1:
                return next(iter(choice))
    return person.state


def _state_of(incidence: Incidence, body: str) -> str | None:
    known = incidence.directory.get(body)
    return _target(known, "state") if known else None
