"""What can be asked of a network: levels, weights, roles, types and the other filters; quick to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Level = Literal["actor", "body", "state"]
LEVELS: tuple[Level, ...] = get_args(Level)
Weight = Literal["count", "newman", "jaccard", "validated"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
ALPHA = 0.05
"""The share of false ties that the validated projection tolerates."""
TYPES = ("Workshop", "Seminar", "Conference", "Symposium", "Meeting", "Training", "Ceremony", "Exhibition", "Visit")
ROLES = ("Host", "Organizer", "Chair", "Sponsor", "Speaker", "Trainer", "Participant")
STATUSES = ("Held", "Planned", "Postponed", "Cancelled")


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
