"""The records that reading a text yields, before they become a graph.

Class and property names are the local names of the ontology (`Workshop`, `Host`, `startDate`), so that
turning records into RDF needs no table of its own. Offsets count code points of the decoded text, the
end exclusive. Everything here is plain, frozen data: equal readings are equal objects.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

BASE = "https://w3id.org/accession-kg/"
"""Where data IRIs begin: `<BASE><kind>/<slug>`."""


class Span(NamedTuple):
    """A stretch of a document's text."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was read, with what its container says about it."""

    identifier: str
    text: str
    sha256: str
    title: str | None = None
    issued: str | None = None
    """ISO date, as coarse as it is known."""
    source: str | None = None
    """The address that the text came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that acts, as one document speaks of it."""

    key: str
    """Unique in the document; the IRI where the reference data knows the actor."""
    kind: str
    """`State`, `IntergovernmentalOrganization`, `NonGovernmentalOrganization`, `GovernmentBody`, `Organization` or
    `Person`."""
    label: str
    aliases: tuple[str, ...] = ()
    """Other names that this document uses."""
    iri: str | None = None
    """The entry of the reference data; None for an actor met in the text alone."""
    state: str | None = None
    """IRI of the State that a body or a person belongs to."""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city, country or region in which something took place."""

    iri: str
    kind: str
    """`City`, `Country` or `Region`."""
    label: str
    country: str | None = None
    """IRI of the country that a city lies in."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """A treaty met in a text that the reference data does not know."""

    iri: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value that the text gives for one property of an event, and where it says so.

    `property` is one of startDate, endDate (value: ISO date, month or year), eventStatus (Held, Planned,
    Cancelled, Postponed), city, country (value: IRI of a Place), concerns (value: IRI of a treaty),
    online (`true`), attendeeCount, attendeeCountryCount (value: digits).
    """

    property: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """That an actor had a role in an event."""

    actor: str
    """Key of an Actor of the same reading."""
    role: str
    """`Host`, `Organizer`, `Chair`, `Sponsor`, `Speaker`, `Trainer` or `Participant`."""
    span: Span
    """The words that state it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An occasion on which actors came together, or are to, as one document speaks of it."""

    key: str
    """Unique in the document: e1, e2 ... in text order."""
    type: str
    """`Workshop`, `Seminar`, `Conference`, `Symposium`, `Meeting`, `Training`, `Ceremony`, `Exhibition` or `Visit`."""
    label: str
    name: str | None = None
    """The proper name, where the text gives one."""
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    """At most one value a property, but for `concerns`: a document's own conflicts stay separate facts, first wins."""
    participations: tuple[Participation, ...] = ()
    part_of: str | None = None
    """Key of the event that this one is part of."""
    follows: str | None = None
    """Key of the event that this one is a sequel of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyAction:
    """That a State signed, ratified, left ... a treaty, is to, or will not."""

    type: str
    """`Signature`, `Ratification`, `Acceptance`, `Approval`, `Accession`, `Succession`, `Withdrawal` or
    `EntryIntoForce`."""
    state: str
    """IRI of the State."""
    treaty: str
    """IRI of the treaty."""
    status: str
    """`Held` (done), `Planned`, `Cancelled` (refused, voted down) or `Postponed`."""
    date: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusClaim:
    """What a text says a State's standing towards a treaty is."""

    state: str
    treaty: str
    status: str
    """`StateParty`, `Signatory`, `NotParty` or `Withdrawn`."""
    as_of: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A post that a person holds."""

    person: str
    """Key of the person among the reading's actors."""
    position: str | None = None
    organization: str | None = None
    """Key of the body among the reading's actors."""
    state: str | None = None
    """IRI of the State."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one document says, in text order."""

    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    """Only those that the reference data does not know."""
    events: tuple[Event, ...] = ()
    actions: tuple[TreatyAction, ...] = ()
    claims: tuple[StatusClaim, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    sentences: tuple[Span, ...] = ()
    """Where its sentences stand, as it was read; none where the reading was made otherwise."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Reduce a name to what two spellings of it share: no case, accents, punctuation or leading article.

    >>> fold("The Ministère  de la Défense")
    'ministere de la defense'
    """
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        plain = plain.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d")
    return " ".join(re.findall(r"\w+", plain.casefold())).removeprefix("the ")


def slug(name: str) -> str:
    """Make the last part of an IRI out of a name.

    >>> slug("Geneva International Centre for Humanitarian Demining (GICHD)")
    'geneva-international-centre-for-humanitarian-demining-gichd'
    """
    return fold(name).replace(" ", "-").replace("_", "-") or "unnamed"


def describe_event(kind: str, place: str | None, day: str | None) -> str:
    """Make a label for an event that has no name.

    >>> describe_event("Workshop", "Almaty", "2007-03-26")
    'Workshop, Almaty, 2007-03-26'
    """
    return ", ".join(piece for piece in (kind, place, day) if piece)
