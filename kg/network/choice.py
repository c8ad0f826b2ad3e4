"""What can be asked of a network: levels, weights, roles, types and the other filters; quick to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable

Level = Literal["actor", "body", "state"]
LEVELS: tuple[Level, ...] = get_args(Level)
Weight = Literal["count", "newman", "jaccard", "validated"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
ALPHA = 0.05
"""The share of false ties that the validated projection tolerates."""
TYPES = ("Workshop", "Seminar", "Conference", "Symposium", "Meeting", "Training", "Ceremony", "Exhibition", "Visit")
ROLES = ("Host", "Organizer", "Chair", "Sponsor", "Speaker", "Trainer", "Participant")
STATUSES = ("Held", "Planned", "Postponed", "Cancelled")


def choose(what: str, given: str, choices: Iterable[str]) -> str:
    """Find one of several choices, however it is capitalised; QueryError with all of them where it is none.

    >>> choose("role", "host", ROLES)
    'Host'
    """
    known = {choice.casefold(): choice for choice in choices}
    try:
        return known[given.casefold()]
    except (AttributeError, KeyError) as error:
        raise QueryError(what, f"there is no {given!r}; take {', '.join(known.values())}") from error


def choose_all(what: str, given: Iterable[str], choices: Iterable[str]) -> tuple[str, ...]:
    """Find some of several choices; a single one may be given as it is."""
    known = tuple(choices)
    return tuple(choose(what, one, known) for one in ((given,) if isinstance(given, str) else given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to count. Only occasions that were held count unless `statuses` says otherwise."""

    level: Level = "actor"
    treaty: str | None = None
    """Label, other name, short name or IRI of the treaty that an occasion must concern."""
    roles: tuple[str, ...] = ()
    """Roles that count; none given means all."""
    types: tuple[str, ...] = ()
    """Types of occasions that count; none given means all."""
    first_year: int | None = None
    last_year: int | None = None
    """Occasions of these years, both included; an occasion without a date is then left out."""
    place: str | None = None
    """Name, code or IRI of the city or country of the occasion."""
    statuses: tuple[str, ...] = ("Held",)

    def __post_init__(self) -> None:
        """Raise QueryError for years that end before they begin."""
        if self.first_year is not None and self.last_year is not None and self.first_year > self.last_year:
            raise QueryError("network", f"no year is from {self.first_year} on and up to {self.last_year}")

    def describe(self) -> str:
        """Say in words what is counted.

        >>> Selection(level="state", treaty="Ottawa", first_year=2004).describe()
        'level state; treaty Ottawa; from 2004; status Held'
        """
        parts = [
            f"level {self.level}",
            f"treaty {self.treaty}" if self.treaty else "",
            f"role {', '.join(self.roles)}" if self.roles else "",
            f"type {', '.join(self.types)}" if self.types else "",
            f"from {self.first_year}" if self.first_year else "",
            f"to {self.last_year}" if self.last_year else "",
            f"place {self.place}" if self.place else "",
            f"status {', '.join(self.statuses)}",
        ]
        return "; ".join(part for part in parts if part)
