"""Where the actors of a network stood towards a treaty on the day of each occasion."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from kg.network.incidence import Actor, Incidence

STANDINGS = ("state_party", "signatory", "withdrawn", "none", "unknown", "no_state")
"""What an actor can be towards a treaty; `unknown` where the date or the record does not tell, `no_state` where
the actor is no State and belongs to none."""
WORDS: Mapping[str, str] = {
    "state_party": "State Party",
    "signatory": "Signatory",
    "withdrawn": "Withdrawn",
    "none": "Outside",
    "unknown": "Not known",
    "no_state": "No State",
}
PARTY = STANDINGS.index("state_party")


class Record(Protocol):
    """What the treaty record must answer."""

    @property
    def as_at(self) -> str:
        """The last day of which the record knows anything; empty where it knows nothing."""

    def covers(self, treaty: str, /) -> bool:
        """Tell whether it knows anything of a treaty."""

    def status(self, state: str, treaty: str, day: str, /) -> str:
        """Tell a State's status towards a treaty on a day."""


def find_standing(record: Record, actor: Actor, treaty: str, day: str | None) -> str:
    """Tell where an actor stood on a day, a month or a year; `unknown` where that time saw its standing change."""
    if actor.state is None:
        return "no_state"
    if day is None:
        return "unknown"
    first, last = day + "-01-01"[len(day) - 4 :] if len(day) < _DAY else day, day
    before, after = record.status(actor.state, treaty, first), record.status(actor.state, treaty, last)
    return before if before == after else "unknown"


_DAY = len("2007-03-26")


def standings_by_day(incidence: Incidence, record: Record | None, treaty: str) -> npt.NDArray[np.int64]:
    """Give the place in STANDINGS of every actor (row) on the day of every event (column).

    Unknown where there is no record, or it has nothing on the treaty.
    """
    if record is None or not record.covers(treaty):
        return np.full((len(incidence.actors), len(incidence.events)), STANDINGS.index("unknown"), dtype=np.int64)
    days = sorted({event.start or "" for event in incidence.events})
    column = {day: place for place, day in enumerate(days)}
    by_day = np.array(
        [[_code(record, actor, treaty, day) for day in days] for actor in incidence.actors], dtype=np.int64
    ).reshape(len(incidence.actors), len(days))
    return by_day[:, [column[event.start or ""] for event in incidence.events]]


def _code(record: Record, actor: Actor, treaty: str, day: str) -> int:
    return STANDINGS.index(find_standing(record, actor, treaty, day or None))


class LastStanding(NamedTuple):
    """Where an actor stood towards a treaty when it was last seen."""

    status: str
    """One of STANDINGS."""
    day: str
    """Of the last dated occasion that it was at, as precise as it is known; empty where none has a date."""


def last_standings(incidence: Incidence, standings: npt.NDArray[np.int64]) -> dict[str, LastStanding]:
    """Tell where each actor, by IRI, stood at the last dated occasion that it was at."""
    last: dict[int, tuple[str, int]] = {}
    for event, actor in zip(incidence.event.tolist(), incidence.actor.tolist(), strict=True):
        day = incidence.events[event].start or ""
        last[actor] = max(last.get(actor, ("", event)), (day, event))
    return {
        actor.iri: LastStanding(STANDINGS[int(standings[place, last[place][1]])], last[place][0])
        for place, actor in enumerate(incidence.actors)
        if place in last
    }


def list_main_treaties(incidence: Incidence) -> list[str]:
    """List the treaties that as many occasions concern as any, by IRI; the one with most participations first."""
    counted = Counter(treaty for event in incidence.events for treaty in event.treaties)
    most = max(counted.values(), default=0)
    came = Counter(treaty for event in incidence.event.tolist() for treaty in incidence.events[event].treaties)
    return sorted((treaty for treaty in counted if counted[treaty] == most), key=lambda t: (-came[t], t))
