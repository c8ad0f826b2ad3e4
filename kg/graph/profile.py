"""What resolution needs to know of a reading: values without their places in the text.

Profiles are kept beside the readings, so that adding one document to many does not load them all. They are plain
tuples, because every build takes all of them up, and tuples come back from storage several times faster.
"""

from typing import NamedTuple

from kg.extract.events.topic import Topic, find_topics
from kg.graph.name import name_action, name_status_claim
from kg.model import Event, Place, Reading, Treaty


class ActorProfile(NamedTuple):
    """An actor as one document names it."""

    key: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    iri: str | None = None
    state: str | None = None


class EventProfile(NamedTuple):
    """An event as one document tells it."""

    key: str
    type: str
    label: str
    anchor: int = -1
    """Where the text first mentions it."""
    name: str | None = None
    aliases: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """Property and value; the first of a property counts, but for `concerns`."""
    actors: tuple[tuple[str, str], ...] = ()
    """Key of an actor, and its role."""
    part_of: str | None = None
    follows: str | None = None
    topic: tuple[str, ...] = ()
    """Telling words of the sentences that mention it."""
    subject: tuple[str, ...] = ()
    """Telling words of what it is said to be on."""
    audience: tuple[str, ...] = ()
    """Telling words of those that it is said to be for."""
    scope: tuple[str, ...] = ()
    """The continents that it was for, and whether for one country or for several."""
    places: tuple[int, ...] = ()
    """Its place in a series, as its mentions have it."""

    def fact(self, name: str) -> str | None:
        """Look up the first value of a property."""
        for held, value in self.facts:
            if held == name:
                return value
        return None


class PostProfile(NamedTuple):
    """A post as one document gives it; persons and bodies by their keys."""

    person: str
    position: str | None = None
    organization: str | None = None
    state: str | None = None


class Profile(NamedTuple):
    """One document's contribution to resolution."""

    document: str
    """The document's identifier."""
    issued: str | None = None
    actors: tuple[ActorProfile, ...] = ()
    places: tuple[Place, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    events: tuple[EventProfile, ...] = ()
    posts: tuple[PostProfile, ...] = ()
    standings: tuple[str, ...] = ()
    """IRIs of the treaty actions and status claims, which several documents may state."""


def profile_reading(reading: Reading) -> Profile:
    """Take from a reading what resolution compares.

    >>> from kg.model import Document
    >>> profile_reading(Reading(document=Document(identifier="a", text="", sha256=""))).document
    'a'
    """
    return Profile(
        document=reading.document.identifier,
        issued=reading.document.issued,
        actors=tuple(
            ActorProfile(key=a.key, kind=a.kind, label=a.label, aliases=a.aliases, iri=a.iri, state=a.state)
            for a in reading.actors
        ),
        places=reading.places,
        treaties=reading.treaties,
        events=tuple(map(_profile_event, reading.events, find_topics(reading))),
        posts=tuple(
            PostProfile(person=a.person, position=a.position, organization=a.organization, state=a.state)
            for a in reading.affiliations
        ),
        standings=tuple(dict.fromkeys((*map(name_action, reading.actions), *map(name_status_claim, reading.claims)))),
    )


def _profile_event(event: Event, topic: Topic) -> EventProfile:
    return EventProfile(
        key=event.key,
        type=event.type,
        label=event.label,
        anchor=min((span.begin for span in event.mentions), default=-1),
        name=event.name,
        aliases=event.aliases,
        facts=tuple((fact.property, fact.value) for fact in event.facts),
        actors=tuple(dict.fromkeys((p.actor, p.role) for p in event.participations)),
        part_of=event.part_of,
        follows=event.follows,
        topic=topic.told,
        subject=topic.subject,
        audience=topic.audience,
        scope=topic.scope,
        places=topic.places,
    )
