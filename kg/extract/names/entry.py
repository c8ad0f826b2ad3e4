"""What the lexicon knows of a thing, and how a name found in a text points at it."""

from dataclasses import dataclass
from typing import NamedTuple

INSTITUTIONS = (
    "IntergovernmentalOrganization",
    "NonGovernmentalOrganization",
    "GovernmentBody",
    "Organization",
)
"""The kinds of actors that are neither States nor persons."""
PROPER = frozenset({*INSTITUTIONS, "Treaty"})
"""The kinds whose names may hold those of States and places."""
KINDS = ("State", *INSTITUTIONS, "Treaty", "Country", "City", "Region", "Capital", "Demonym")
"""All kinds of entries; readings of one surface come in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that has names, or one way in which a name points at it."""

    iri: str
    """Of the State itself where the kind is `Demonym` or `Capital`."""
    label: str
    kind: str
    """One of KINDS."""
    state: str | None = None
    """IRI of the State that it is, belongs to, stands for or lies in."""
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    weak: bool = False
    """Whether the name of this city is as well a common word, a given name or a surname, or stands among capitals.

    Such a name counts only where a place is expected.
    """


class Hit(NamedTuple):
    """A name found in a text, with all its readings, the likeliest first."""

    begin: int
    end: int
    surface: str
    entries: tuple[Entry, ...]


def rank(entry: Entry) -> tuple[int, int, str]:
    """Give what readings of one surface are sorted by: kind, then size.

    >>> sorted(["City", "State"], key=lambda kind: rank(Entry(iri="", label="", kind=kind)))
    ['State', 'City']
    """
    return KINDS.index(entry.kind), -entry.population, entry.iri
