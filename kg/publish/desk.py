"""What every part of a report is made from: a network, its evidence, and links into the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING

from kg.network.incidence import distinct_labels
from kg.network.rows import compact, fetch
from kg.publish.digest import Link
from kg.publish.evidence import anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np
    import numpy.typing as npt

    from kg.network.build import Network
    from kg.network.incidence import Event, Incidence
    from kg.network.rows import Source
    from kg.network.standing import Record
    from kg.publish.evidence import Evidence


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What every part of the report is made from."""

    whole: Incidence
    network: Network
    standings: npt.NDArray[np.int64]
    evidence: Evidence
    record: Record
    labels: Mapping[str, str]
    links: Mapping[str, Link]
    """Selected events by IRI."""
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    """Places of actors and events in the table of standings."""
    order: Mapping[str, tuple[str, str]]
    """What events are put in order by."""
    acronyms: Mapping[str, str]
    counts_for: Mapping[str, Mapping[str, str]]
    """By event: whom those count for who do not count for themselves."""

    def link(self, actor: str) -> Link:
        """Link to an actor of the network."""
        return Link(label=self.labels[actor], anchor=anchor(actor))

    def events(self, iris: Iterable[str]) -> tuple[Link, ...]:
        """Link to events, in the order of time."""
        return tuple(self.links[iri] for iri in sorted(set(iris), key=self.order.__getitem__))


def make_desk(
    whole: Incidence, network: Network, evidence: Evidence, record: Record, acronyms: Mapping[str, str]
) -> Desk:
    """Lay out what the parts of a report need to look up."""
    incidence = network.incidence
    counts_for: dict[str, dict[str, str]] = defaultdict(dict)
    for (event, node), actors in incidence.origins.items():
        counts_for[event].update(dict.fromkeys(actors, node))
    return Desk(
        whole=whole,
        network=network,
        standings=network.standings,
        evidence=evidence,
        record=record,
        labels=distinct_labels(network.incidence.actors),
        rows={actor.iri: place for place, actor in enumerate(incidence.actors)},
        columns={event.iri: place for place, event in enumerate(incidence.events)},
        order={event.iri: (event.start or "9999", event.iri) for event in incidence.events},
        acronyms=acronyms,
        counts_for=counts_for,
        links={event.iri: Link(label=_dated(event), anchor=anchor(event.iri)) for event in incidence.events},
    )


def read_acronyms(source: Source, whole: Incidence) -> dict[str, str]:
    """Choose for each actor the acronym most like the initials of its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for actor, name in fetch(source, "report-acronyms"):
        if name.isalpha() and actor in whole.directory:
            found[actor].append(name)
    return {actor: max(names, key=partial(_likeness, whole.directory[actor].label)) for actor, names in found.items()}


def _likeness(label: str, acronym: str) -> tuple[float, str]:
    initials = "".join(word[0] for word in label.split() if word[0].isupper())
    return SequenceMatcher(a=initials, b=acronym, autojunk=False).ratio(), acronym


def _dated(event: Event) -> str:
    if event.start is None or event.start in event.label:
        return event.label
    return f"{event.label} ({event.start})"


def name_of(incidence: Incidence, iri: str) -> str:
    """Name a place or treaty; the short IRI where the graph has no name for it."""
    known = incidence.names.get(iri)
    return known.label if known else compact(iri)
