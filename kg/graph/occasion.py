"""Which reports, across documents, tell of the same occasion."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.graph.choose import Report
from kg.graph.link import Linking
from kg.graph.pin import Decisions
from kg.graph.profile import EventProfile, Profile
from kg.graph.rdf import digest
from kg.graph.resolution import Merge
from kg.model import BASE, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One document's report of an event, with what it is compared by."""

    iri: str
    """The IRI that the event has where its document stands alone."""
    report: Report
    actors: frozenset[str]
    """IRIs of those who took part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Reports of one occasion."""

    iri: str
    members: tuple[Mention, ...]
    merges: tuple[Merge, ...] = ()


def to_mentions(profiles: Sequence[Profile], linking: Linking) -> tuple[Mention, ...]:
    """Make the events of all documents comparable."""
    mentions = []
    for profile in profiles:
        taken: set[str] = set()
        for event in profile.events:
            iri = _name(profile.document, event)
            if iri in taken:
                iri = f"{iri}-{slug(event.key)}"
            taken.add(iri)
            iris = linking.iris[profile.document]
            report = Report(document=profile.document, issued=profile.issued, event=event)
            mentions.append(Mention(iri=iri, report=report, actors=frozenset(iris[key] for key, _ in event.actors)))
    return tuple(mentions)


def _name(document: str, event: EventProfile) -> str:
    """Make the IRI of an event from its date, place and type, and a hash of where the document speaks of it."""
    place = (event.fact("city") or event.fact("country") or "").rpartition("/")[2]
    parts = (event.fact("startDate") or "undated", place, event.type, digest(document, str(event.anchor))[:8])
    return f"{BASE}event/{'-'.join(slug(part) for part in parts if part)}"


def find_occasions(mentions: Sequence[Mention], decisions: Decisions | None) -> tuple[Cluster, ...]:
    """Put reports of one occasion together; without decisions each stays alone."""
    return tuple(Cluster(iri=mention.iri, members=(mention,)) for mention in mentions)
