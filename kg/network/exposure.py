"""Which States outside a treaty met its parties, when, and who joined afterwards."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.network.standing import PARTY, STANDINGS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kg.network.incidence import Incidence
    from kg.network.standing import Record

_OUTSIDE = frozenset(STANDINGS.index(name) for name in ("signatory", "withdrawn", "none"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """What a State that was not a party, on the days in question, saw of the treaty's parties."""

    state: str
    label: str
    standing: str
    """At the first of these occasions."""
    events: tuple[str, ...]
    """IRIs of the occasions at which it met parties, in order of time."""
    parties: tuple[str, ...]
    """IRIs of the parties that it met, each once."""
    first: str
    last: str
    by_year: tuple[tuple[int, int], ...]
    """Years with the number of parties met in each."""
    joined: str | None
    """Where it was a party afterwards: the first day, month or year that tells so; None where it was not."""


def measure_exposure(
    incidence: Incidence, standings: npt.NDArray[np.int64], record: Record, treaty: str
) -> tuple[Exposure, ...]:
    """List the States that met parties while outside, those who met most occasions first.

    Take the incidence at the level of States. Occasions without a date do not count, because who was a party then
    is not known. Whether a State joined afterwards is asked up to the end of the record. That one followed the other
    does not say that one caused the other.
    """
    present: dict[int, list[int]] = defaultdict(list)
    for event, actor in sorted(set(zip(incidence.event.tolist(), incidence.actor.tolist(), strict=True))):
        if incidence.events[event].start:
            present[event].append(actor)
    met: dict[int, list[tuple[str, int, frozenset[int]]]] = defaultdict(list)
    for event, actors in present.items():
        parties = frozenset(actor for actor in actors if standings[actor, event] == PARTY)
        for actor in actors:
            if parties and standings[actor, event] in _OUTSIDE:
                met[actor].append((incidence.events[event].start or "", event, parties))
    found = [_describe(incidence, standings, actor, sorted(m), record, treaty) for actor, m in met.items()]
    return tuple(sorted(found, key=lambda row: (-len(row.events), -len(row.parties), row.label, row.state)))


def _describe(
    incidence: Incidence,
    standings: npt.NDArray[np.int64],
    actor: int,
    met: list[tuple[str, int, frozenset[int]]],
    record: Record,
    treaty: str,
) -> Exposure:
    state = incidence.actors[actor]
    by_year: dict[int, set[int]] = defaultdict(set)
    for day, _, parties in met:
        by_year[int(day[:4])] |= parties
    everyone = sorted(set().union(*(parties for _, _, parties in met)))
    return Exposure(
        state=state.iri,
        label=state.label,
        standing=STANDINGS[int(standings[actor, met[0][1]])],
        events=tuple(incidence.events[event].iri for _, event, _ in met),
        parties=tuple(incidence.actors[place].iri for place in everyone),
        first=met[0][0],
        last=met[-1][0],
        by_year=tuple((year, len(parties)) for year, parties in sorted(by_year.items())),
        joined=_find_joining(record, state.iri, treaty, met[0][0]),
    )


def _find_joining(record: Record, state: str, treaty: str, after: str) -> str | None:
    """Find the first year, then the month, in which the State was a party after a day."""
    for year in range(int(after[:4]), int(record.as_at[:4] or 0) + 1):
        if record.status(state, treaty, f"{year}") == "state_party":
            months = [f"{year}-{month:02}" for month in range(1, 13)]
            return next(month for month in months if record.status(state, treaty, month) == "state_party")
    return None
