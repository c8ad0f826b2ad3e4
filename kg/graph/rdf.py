"""Readings and conclusions as RDF statements, exactly as the ontology has them.

A document's graph holds what that document says, each value with its evidence; the resolution graph holds
the one description of every actor, place and event that all documents share. A statement that several
documents make (that a State took part, say) is described in the graph of the first of them; the others add
their evidence, so that no triple stands in two graphs. Nothing here reads or writes.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph.name import (
    digest,
    name_action,
    name_affiliation,
    name_claim,
    name_participation,
    name_status_claim,
)
from kg.graph.resolution import Merge, Naming, Occasion, ResolvedActor
from kg.graph.vocab import KG, expand
from kg.model import BASE, Event, Participation, Place, Reading, Span, Treaty

REFERENCE = BASE + "graph/reference"
ONTOLOGY = BASE + "graph/ontology"
RESOLUTION = BASE + "graph/resolution"

Object: TypeAlias = NamedNode | Literal
Statements: TypeAlias = Iterator[Triple]

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DATE_KINDS = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_VALUE_KINDS = {
    "startDate": "date",
    "endDate": "date",
    "eventStatus": "term",
    "type": "term",
    "city": "iri",
    "country": "iri",
    "concerns": "iri",
    "online": "xsd:boolean",
    "attendeeCount": "xsd:integer",
    "attendeeCountryCount": "xsd:integer",
}


@lru_cache(maxsize=4096)
def term(name: str) -> NamedNode:
    """Write a term out: `Workshop` is ours, `rdfs:label` someone else's.

    >>> term("startDate").value
    'https://w3id.org/accession-kg/ns#startDate'
    """
    return NamedNode(expand(name) if ":" in name else KG[name])


def node(kind: str, last: str) -> NamedNode:
    """Make the IRI of a thing.

    >>> node("city", "oslo").value
    'https://w3id.org/accession-kg/city/oslo'
    """
    return NamedNode(f"{BASE}{kind}/{last}")


def graph_of(document_slug: str) -> NamedNode:
    """Name the graph that holds what one document says."""
    return node("graph/document", document_slug)


def to_literal_date(value: str) -> Literal:
    """Type a date by its precision; anything that is not a year, month or day stays a string."""
    kind = _DATE_KINDS.get(len(value)) if _DATE.fullmatch(value) else None
    return Literal(value, datatype=term(kind)) if kind else Literal(value)


def to_value(name: str, value: str) -> Object:
    """Turn the value of an event's property into a node or literal.

    >>> to_value("startDate", "2007-03").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    kind = _VALUE_KINDS.get(name)
    if kind == "date":
        return to_literal_date(value)
    if kind == "term":
        return term(value)
    if kind == "iri":
        return NamedNode(value)
    return Literal(value, datatype=term(kind)) if kind else Literal(value, language="en")


def to_property(name: str) -> NamedNode:
    """Find the property that a value is given for; an event's type has a borrowed one."""
    return term("rdf:type" if name == "type" else name)


def to_quads(reading: Reading, naming: Naming) -> list[Quad]:
    """Write all that one document says, in the document's own graph, each statement once."""
    return _Writer(reading, naming).write()


class _Writer:
    """One reading on its way into statements: keeps the document's node and what is already written."""

    def __init__(self, reading: Reading, naming: Naming) -> None:
        self.reading = reading
        self.naming = naming
        self.graph = graph_of(naming.slug)
        self.document = node("document", naming.slug)
        self.evidence: dict[Span, NamedNode] = {}
        self.rested: set[tuple[str, Span]] = set()
        self.stated: set[str] = set()
        self.quads: list[Quad] = []

    def write(self) -> list[Quad]:
        self._document()
        for actor in self.reading.actors:
            if actor.iri is None:
                for span in actor.evidence:
                    self._rests(NamedNode(self.naming.actors[actor.key]), span)
        for event in self.reading.events:
            self._event(event)
        self._actions()
        self._claims()
        self._affiliations()
        return self.quads

    def _say(self, subject: NamedNode, name: str, value: Object) -> None:
        self.quads.append(Quad(subject, term(name), value, self.graph))

    def _document(self) -> None:
        document, say = self.reading.document, self._say
        say(self.document, "rdf:type", term("Document"))
        say(self.document, "dcterms:identifier", Literal(document.identifier))
        say(self.document, "sha256", Literal(document.sha256))
        if document.title:
            say(self.document, "dcterms:title", Literal(document.title))
        if document.issued:
            say(self.document, "dcterms:issued", to_literal_date(document.issued))
        if document.source:
            say(self.document, "dcterms:source", _to_address(document.source))

    def _rests(self, subject: NamedNode, span: Span) -> None:
        """State that a thing rests on the words of a span."""
        key = (subject.value, span)
        if key in self.rested:
            return
        self.rested.add(key)
        evidence, say = self.evidence.get(span), self._say
        if evidence is None:
            begin, end = span
            evidence = self.evidence[span] = node("evidence", f"{self.naming.slug}-{begin}-{end}")
            say(evidence, "rdf:type", term("Evidence"))
            say(evidence, "document", self.document)
            say(evidence, "begin", Literal(begin))
            say(evidence, "end", Literal(end))
            say(evidence, "quote", Literal(self.reading.document.text[begin:end]))
        say(subject, "evidence", evidence)

    def _event(self, event: Event) -> None:
        subject = NamedNode(self.naming.events[event.key])
        for span in event.mentions:
            self._rests(subject, span)
        for part in event.participations:
            self._participation(subject, part)
        for fact in event.facts:
            self._claim(subject, fact.property, fact.value, fact.span)
        for span in event.mentions[:1]:
            self._claim(subject, "type", event.type, span)
            if event.name:
                self._claim(subject, "name", event.name, span)

    def _statement(self, iri: str, kind: str, span: Span, facts: Mapping[str, Object | None]) -> None:
        """Describe a statement, unless another document's graph does, and say what it rests on."""
        subject = NamedNode(iri)
        if self._is_mine(iri):
            self.stated.add(iri)
            self._say(subject, "rdf:type", term(kind))
            for name, value in facts.items():
                if value is not None:
                    self._say(subject, name, value)
        self._rests(subject, span)

    def _is_mine(self, iri: str) -> bool:
        """Tell whether a statement is still to be described, in this document's graph."""
        return iri not in self.stated and iri not in self.naming.elsewhere

    def _claim(self, event: NamedNode, name: str, value: str, span: Span) -> None:
        facts = {"about": event, "property": to_property(name), "value": to_value(name, value)}
        self._statement(name_claim(event.value, name, value), "Claim", span, facts)

    def _participation(self, event: NamedNode, part: Participation) -> None:
        actor = NamedNode(self.naming.actors[part.actor])
        iri = name_participation(event.value, actor.value, part.role)
        if self._is_mine(iri):
            self._say(event, "participation", NamedNode(iri))
        self._statement(iri, "Participation", part.span, {"actor": actor, "role": term(part.role)})

    def _actions(self) -> None:
        for action in self.reading.actions:
            facts = {
                "state": NamedNode(action.state),
                "treaty": NamedNode(action.treaty),
                "eventStatus": term(action.status),
                "date": to_literal_date(action.date) if action.date else None,
            }
            self._statement(name_action(action), action.type, action.span, facts)

    def _claims(self) -> None:
        for claim in self.reading.claims:
            facts = {
                "state": NamedNode(claim.state),
                "treaty": NamedNode(claim.treaty),
                "status": term(claim.status),
                "asOf": to_literal_date(claim.as_of) if claim.as_of else None,
            }
            self._statement(name_status_claim(claim), "StatusClaim", claim.span, facts)

    def _affiliations(self) -> None:
        for post in self.reading.affiliations:
            person = self.naming.actors[post.person]
            body = self.naming.actors[post.organization] if post.organization else None
            facts: dict[str, Object | None] = {
                "person": NamedNode(person),
                "position": Literal(post.position) if post.position else None,
                "organization": NamedNode(body) if body else None,
                "state": NamedNode(post.state) if post.state else None,
            }
            iri = name_affiliation(person, post.position, body, post.state)
            self._statement(iri, "Affiliation", post.span, facts)


def _to_address(source: str) -> Object:
    """Make a link of an address, or text where it is not a valid one."""
    if "://" in source:
        try:
            return NamedNode(source)
        except ValueError:
            pass
    return Literal(source)


def describe_actor(actor: ResolvedActor) -> Statements:
    """Describe an actor; of one that the reference graph describes, add only the names met in texts."""
    subject = NamedNode(actor.iri)
    if not actor.known:
        yield Triple(subject, term("rdf:type"), term(actor.kind))
        yield Triple(subject, term("rdfs:label"), Literal(actor.label, language="en"))
        if actor.state:
            yield Triple(subject, term("ofState"), NamedNode(actor.state))
    for alias in actor.aliases:
        yield Triple(subject, term("skos:altLabel"), Literal(alias, language="en"))
    if actor.reasons:
        merge = node("merge", digest(actor.iri))
        yield Triple(merge, term("rdf:type"), term("Merge"))
        yield Triple(merge, term("merged"), subject)
        for reason in actor.reasons:
            yield Triple(merge, term("mergeReason"), Literal(reason, language="en"))


def describe_place(place: Place) -> Statements:
    """Describe a place that the reference graph does not have."""
    subject = NamedNode(place.iri)
    yield Triple(subject, term("rdf:type"), term(place.kind))
    yield Triple(subject, term("rdfs:label"), Literal(place.label, language="en"))
    if place.country and place.kind != "Country":
        yield Triple(subject, term("country"), NamedNode(place.country))
    if place.latitude is not None and place.longitude is not None:
        yield Triple(subject, term("geo:lat"), Literal(f"{place.latitude:.5f}", datatype=term("xsd:decimal")))
        yield Triple(subject, term("geo:long"), Literal(f"{place.longitude:.5f}", datatype=term("xsd:decimal")))


def describe_treaty(treaty: Treaty) -> Statements:
    """Describe a treaty that the reference graph does not have."""
    subject = NamedNode(treaty.iri)
    yield Triple(subject, term("rdf:type"), term("Treaty"))
    yield Triple(subject, term("rdfs:label"), Literal(treaty.label, language="en"))
    for alias in treaty.aliases:
        yield Triple(subject, term("skos:altLabel"), Literal(alias, language="en"))


def describe_event(event: Occasion) -> Statements:
    """Describe an event by its chosen values, and say why reports were taken together."""
    subject = NamedNode(event.iri)
    yield Triple(subject, term("rdf:type"), term(event.type))
    yield Triple(subject, term("rdfs:label"), Literal(event.label, language="en"))
    for alias in event.aliases:
        yield Triple(subject, term("skos:altLabel"), Literal(alias, language="en"))
    for name, value in event.values:
        yield Triple(subject, to_property(name), to_value(name, value))
    if event.part_of:
        yield Triple(subject, term("partOf"), NamedNode(event.part_of))
    if event.follows:
        yield Triple(subject, term("follows"), NamedNode(event.follows))
    for merge in event.merges:
        yield from _describe_merge(subject, merge)


def _describe_merge(event: NamedNode, merge: Merge) -> Statements:
    subject = node("merge", digest(merge.left, merge.right))
    yield Triple(subject, term("rdf:type"), term("Merge"))
    yield Triple(subject, term("merged"), event)
    yield Triple(subject, term("member"), NamedNode(merge.left))
    yield Triple(subject, term("member"), NamedNode(merge.right))
    yield Triple(subject, term("mergeReason"), Literal(merge.reason, language="en"))
