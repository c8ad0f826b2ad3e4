"""What resolution concludes: which names and reports mean the same actor and the same occasion.

Plain records; `resolve` makes them, `rdf` writes them. All IRIs are written out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Place, Treaty


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The names that the reference graph gives to what it describes."""

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """IRI to names, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The IRIs that one document's things have in the graph."""

    slug: str
    """The last part of the document's IRI."""
    events: Mapping[str, str] = field(default_factory=dict)
    """Key of an event in the reading to its IRI."""
    actors: Mapping[str, str] = field(default_factory=dict)
    """Key of an actor in the reading to its IRI."""
    elsewhere: frozenset[str] = frozenset()
    """IRIs of statements that another document's graph describes, so that this one only adds its evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """An actor over all documents."""

    iri: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    state: str | None = None
    known: bool = False
    """The reference graph describes it: only names met in texts are added to it."""
    reasons: tuple[str, ...] = ()
    """Why names that differ were taken for this one actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two reports taken for the same occasion, and why."""

    left: str
    """IRI that the event has where its document stands alone."""
    right: str
    reason: str
    """Names both documents, and says what in them agrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An event over all documents, with the values chosen among those that they give."""

    iri: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    """Property and chosen value, sorted; only `concerns` may have several."""
    part_of: str | None = None
    follows: str | None = None
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Everything that was concluded from a set of documents."""

    namings: Mapping[str, Naming]
    """By document identifier."""
    actors: tuple[ResolvedActor, ...] = ()
    events: tuple[Occasion, ...] = ()
    places: tuple[Place, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    unused: tuple[str, ...] = ()
    """Decisions of the user that name no event of these documents."""
    parted: tuple[tuple[str, str], ...] = ()
    """Pairs of events that look the same, and stay apart because the user joined another of the same document."""
