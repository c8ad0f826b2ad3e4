"""Everything that a report says, as plain data, before any of it is put on a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.network.measure import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One of the numbers at the top, and where to look behind it."""

    label: str
    value: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to a place in the page."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A quote with the name of its document."""

    document: Link
    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Someone's role at an occasion, with the words that say so."""

    actor: Link
    role: str
    stands_for: str | None
    """Whom it counts for at the chosen level, where that is somebody else."""
    standing: str
    quotes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An event with all that the documents say of it."""

    anchor: str
    label: str
    types: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    treaties: tuple[str, ...]
    parts: tuple[Part, ...]
    mentions: tuple[Cited, ...]

    @property
    def when(self) -> str:
        """The date or dates in words that sort."""
        if self.start and self.end and self.end != self.start:
            return f"{self.start} to {self.end}"
        return self.start or self.end or "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An actor with its measures."""

    anchor: str
    label: str
    short: str
    """A name that fits beside a mark."""
    kind: str
    standing: str
    """Key of the standing at its last occasion."""
    community: int | None
    events: tuple[Link, ...]
    degree: int
    strength: float
    betweenness: float
    pagerank: float
    clustering: float
    core: int
    constraint: float | None
    coordinator: int
    consultant: int
    gatekeeper: int
    liaison: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two actors who met."""

    anchor: str
    source: Link
    target: Link
    weight: float
    p_value: float
    q_value: float
    validated: bool
    events: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Convener:
    """Who hosted, organised, paid for or chaired occasions, and how many others came."""

    actor: Link
    roles: tuple[tuple[str, int], ...]
    events: tuple[Link, ...]
    guests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A community in numbers."""

    number: int
    leaders: tuple[Link, ...]
    members: tuple[Link, ...]
    kinds: tuple[tuple[str, int], ...]
    standings: tuple[tuple[str, int], ...]
    firmness: float
    places: tuple[str, ...]
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Meetings of two standings."""

    one: str
    other: str
    meetings: int
    expected: float
    events: tuple[Link, ...]

    @property
    def anchor(self) -> str:
        """Where the occasions of the cell are listed."""
        return f"mixing-{self.one}-{self.other}".replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """The mixing matrix with its indices."""

    standings: tuple[str, ...]
    cells: tuple[Cell, ...]
    assortativity: float | None
    external_internal: float | None
    expected_external_internal: float | None
    z_score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposed:
    """A State outside the treaty that met parties."""

    state: Link
    standing: str
    events: tuple[Link, ...]
    parties: tuple[str, ...]
    first: str
    last: str
    by_year: tuple[tuple[int, int], ...]
    joined: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country with the occasions held there."""

    name: str
    code: str | None
    anchor: str
    events: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A country's place on the tile map."""

    code: str
    label: str
    column: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A State's standing at its first and last occasion."""

    state: Link
    first_day: str
    first: str
    last_day: str
    last: str
    occasions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document that was read."""

    anchor: str
    name: str
    title: str | None
    issued: str | None
    address: str | None
    events: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A whole report."""

    selection: str
    counted: str
    """What is counted, as a sentence for people."""
    level: str
    day: str | None
    treaty: str
    common: bool
    """Whether nobody asked for the treaty, and more of the occasions are about it than about any other."""
    alpha: float
    shape: Shape
    validated: int
    untold: int
    """Weaker ties that are counted but not listed, to keep the page readable."""
    modularity: float
    stability: float
    first_year: int | None
    last_year: int | None
    figures: tuple[Figure, ...]
    gaps: tuple[tuple[str, int], ...]
    members: tuple[Member, ...]
    ties: tuple[Tie, ...]
    conveners: tuple[Convener, ...]
    groups: tuple[Group, ...]
    mix: Mix
    exposure: tuple[Exposed, ...]
    standings: tuple[Stand, ...]
    countries: tuple[Country, ...]
    squares: tuple[Square, ...]
    occasions: tuple[Occasion, ...]
    documents: tuple[Read, ...]
    words: dict[str, str] = field(default_factory=dict)
    """What the keys of standings mean."""
