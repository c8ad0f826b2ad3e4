"""The terms of the ontology and the prefixes of all IRIs, as plain strings that cost nothing to import.

A term that `accession.ttl` does not define is an AttributeError here, and mypy sees it before that.
"""

# ruff: noqa: N815 -- names of the ontology, spelled as the ontology spells them

import re
from functools import lru_cache
from typing import ClassVar

from kg.errors import VocabularyError
from kg.model import BASE

NAMESPACE = f"{BASE}ns#"
"""The namespace of the ontology's terms."""

KINDS = (
    "action",
    "affiliation",
    "city",
    "claim",
    "country",
    "document",
    "event",
    "evidence",
    "merge",
    "organization",
    "participation",
    "person",
    "region",
    "source",
    "state",
    "treaty",
)
"""The kinds of things that the graph speaks of; each has a prefix and a folder of IRIs of its own."""

PREFIXES: dict[str, str] = dict(
    sorted(
        {
            **{kind: f"{BASE}{kind}/" for kind in KINDS},
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
            "graph": f"{BASE}graph/",
            "kg": NAMESPACE,
            "oa": "http://www.w3.org/ns/oa#",
            "org": "http://www.w3.org/ns/org#",
            "owl": "http://www.w3.org/2002/07/owl#",
            "prov": "http://www.w3.org/ns/prov#",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "schema": "http://schema.org/",
            "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
            "sh": "http://www.w3.org/ns/shacl#",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "time": "http://www.w3.org/2006/time#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        }.items()
    )
)
"""Prefix to namespace, in alphabetical order: those of the data first made, then of the vocabularies in use."""

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


class Terms(type):
    """Fills the annotated names of a class with IRIs, and knows no others."""

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> None:
        """Give each annotated name its IRI."""
        super().__init__(name, bases, body)
        for term in cls.terms():
            setattr(cls, term, NAMESPACE + term)

    def __getitem__(cls, term: str) -> str:
        """Look up the IRI of a term whose name is known only as text, such as a record's `type`."""
        if term not in cls.__annotations__:
            raise VocabularyError(term, "the ontology has no such term")
        return NAMESPACE + term

    def __contains__(cls, term: object) -> bool:
        """Tell whether the ontology defines a term of this local name."""
        return term in cls.__annotations__

    def terms(cls) -> tuple[str, ...]:
        """List the local names of all terms, sorted."""
        return tuple(sorted(cls.__annotations__))


class KG(metaclass=Terms):
    """The terms of the ontology: `KG.Workshop`, or `KG["Workshop"]` where the name is data.

    >>> KG.startDate
    'https://w3id.org/accession-kg/ns#startDate'
    >>> "Host" in KG, "Guest" in KG
    (True, False)
    """

    # classes
    Acceptance: ClassVar[str]
    Accession: ClassVar[str]
    AccessionStatus: ClassVar[str]
    Actor: ClassVar[str]
    Affiliation: ClassVar[str]
    Approval: ClassVar[str]
    Ceremony: ClassVar[str]
    City: ClassVar[str]
    Claim: ClassVar[str]
    Conference: ClassVar[str]
    Consent: ClassVar[str]
    ConvenedEvent: ClassVar[str]
    Country: ClassVar[str]
    Document: ClassVar[str]
    EntryIntoForce: ClassVar[str]
    Event: ClassVar[str]
    EventStatus: ClassVar[str]
    Evidence: ClassVar[str]
    Exhibition: ClassVar[str]
    GovernmentBody: ClassVar[str]
    IntergovernmentalOrganization: ClassVar[str]
    Location: ClassVar[str]
    Meeting: ClassVar[str]
    Merge: ClassVar[str]
    NonGovernmentalOrganization: ClassVar[str]
    Organization: ClassVar[str]
    Participation: ClassVar[str]
    Person: ClassVar[str]
    Ratification: ClassVar[str]
    Region: ClassVar[str]
    Revocation: ClassVar[str]
    Role: ClassVar[str]
    Seminar: ClassVar[str]
    Signature: ClassVar[str]
    State: ClassVar[str]
    Statement: ClassVar[str]
    StatusClaim: ClassVar[str]
    Succession: ClassVar[str]
    Symposium: ClassVar[str]
    Training: ClassVar[str]
    Treaty: ClassVar[str]
    TreatyAction: ClassVar[str]
    Visit: ClassVar[str]
    Withdrawal: ClassVar[str]
    Workshop: ClassVar[str]

    # roles and statuses
    Cancelled: ClassVar[str]
    Chair: ClassVar[str]
    Held: ClassVar[str]
    Host: ClassVar[str]
    NotParty: ClassVar[str]
    Organizer: ClassVar[str]
    Participant: ClassVar[str]
    Planned: ClassVar[str]
    Postponed: ClassVar[str]
    Signatory: ClassVar[str]
    Speaker: ClassVar[str]
    Sponsor: ClassVar[str]
    StateParty: ClassVar[str]
    Trainer: ClassVar[str]
    Withdrawn: ClassVar[str]

    # properties
    about: ClassVar[str]
    actor: ClassVar[str]
    adopted: ClassVar[str]
    asOf: ClassVar[str]
    attendeeCount: ClassVar[str]
    attendeeCountryCount: ClassVar[str]
    begin: ClassVar[str]
    boundFromEntryIntoForce: ClassVar[str]
    capital: ClassVar[str]
    city: ClassVar[str]
    concerns: ClassVar[str]
    country: ClassVar[str]
    date: ClassVar[str]
    demonym: ClassVar[str]
    depositary: ClassVar[str]
    differentFrom: ClassVar[str]
    dissolved: ClassVar[str]
    document: ClassVar[str]
    effectiveDate: ClassVar[str]
    end: ClassVar[str]
    endDate: ClassVar[str]
    enteredIntoForce: ClassVar[str]
    entryIntoForceDelay: ClassVar[str]
    entryIntoForceOnFirstDay: ClassVar[str]
    entryIntoForceRule: ClassVar[str]
    entryIntoForceThreshold: ClassVar[str]
    eventStatus: ClassVar[str]
    evidence: ClassVar[str]
    follows: ClassVar[str]
    isoCode: ClassVar[str]
    member: ClassVar[str]
    mergeReason: ClassVar[str]
    merged: ClassVar[str]
    name: ClassVar[str]
    ofState: ClassVar[str]
    online: ClassVar[str]
    openedForSignature: ClassVar[str]
    organization: ClassVar[str]
    partOf: ClassVar[str]
    participation: ClassVar[str]
    person: ClassVar[str]
    population: ClassVar[str]
    position: ClassVar[str]
    property: ClassVar[str]
    quote: ClassVar[str]
    role: ClassVar[str]
    sameOccasionAs: ClassVar[str]
    sha256: ClassVar[str]
    startDate: ClassVar[str]
    state: ClassVar[str]
    status: ClassVar[str]
    territoryOf: ClassVar[str]
    treaty: ClassVar[str]
    value: ClassVar[str]
    withdrawalNotice: ClassVar[str]
    withdrawalRule: ClassVar[str]


@lru_cache(maxsize=1024)
def expand(name: str) -> str:
    """Turn a prefixed name into an IRI; an unknown prefix is a VocabularyError.

    >>> expand("skos:altLabel")
    'http://www.w3.org/2004/02/skos/core#altLabel'
    >>> expand("state:KAZ")
    'https://w3id.org/accession-kg/state/KAZ'
    """
    prefix, colon, local = name.partition(":")
    if not colon or prefix not in PREFIXES:
        raise VocabularyError(name, f"unknown prefix; known are {', '.join(PREFIXES)}")
    return PREFIXES[prefix] + local


def compact(iri: str) -> str:
    """Turn an IRI into a prefixed name that Turtle and SPARQL accept, or leave it in angle brackets.

    >>> compact("https://w3id.org/accession-kg/state/KAZ")
    'state:KAZ'
    >>> compact("http://example.org/a")
    '<http://example.org/a>'
    """
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri[cut:]) else f"<{iri}>"


_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
