"""Readings and conclusions as RDF statements, exactly as the ontology has them.

A document's graph holds what that document says, each value with its evidence; the resolution graph holds
the one description of every actor, place and event that all documents share. A statement that several
documents make (that a State took part, say) is described in the graph of the first of them; the others add
their evidence, so that no triple stands in two graphs. Nothing here reads or writes.

Statements are made as Turtle text without its full stop and with all names written out, one text for all that is
said of a subject in one place: a store takes them several times faster than objects.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from kg.graph.name import (
    digest,
    name_action,
    name_affiliation,
    name_claim,
    name_participation,
    name_status_claim,
)
from kg.graph.resolution import Naming, Occasion, ResolvedActor
from kg.graph.sound import is_iri
from kg.graph.vocab import KG, expand
from kg.model import BASE, Event, Participation, Place, Reading, Span, Treaty, fold

REFERENCE = BASE + "graph/reference"
ONTOLOGY = BASE + "graph/ontology"
RESOLUTION = BASE + "graph/resolution"
LOADED = BASE + "graph/loaded/"

Term: TypeAlias = str
"""An IRI in angle brackets, or a literal in quotes."""
Statements: TypeAlias = Iterator[str]
"""A subject with its properties and values, `;` between them."""

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
def term(name: str) -> Term:
    """Write a term out: `Workshop` is ours, `rdfs:label` someone else's.

    >>> term("startDate")
    '<https://w3id.org/accession-kg/ns#startDate>'
    """
    return f"<{expand(name) if ':' in name else KG[name]}>"


def iri(text: str) -> Term:
    """Write an IRI."""
    return f"<{text}>"


def node(kind: str, last: str) -> Term:
    """Write the IRI of a thing.

    >>> node("city", "oslo")
    '<https://w3id.org/accession-kg/city/oslo>'
    """
    return f"<{BASE}{kind}/{last}>"


def literal(text: str, kind: str | None = None, *, language: str | None = None) -> Term:
    r"""Write a literal, of a kind such as `xsd:date`, or in a language.

    >>> literal('He said "no".', language="en")
    '"He said \\"no\\"."@en'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    quoted = f'"{escaped}"'
    if kind:
        return f"{quoted}^^{term(kind)}"
    return f"{quoted}@{language}" if language else quoted


def english(text: str) -> Term:
    """Write a name or a sentence of our own."""
    return literal(text, language="en")


def say(subject: Term, *said: tuple[str, Term | None]) -> str:
    """Write what is said of a subject: pairs of a property and its value, None for a value that is not known.

    >>> say(node("city", "oslo"), ("ofState", "<a:b>"), ("country", None))
    '<https://w3id.org/accession-kg/city/oslo> <https://w3id.org/accession-kg/ns#ofState> <a:b>'
    """
    return f"{subject} {' ; '.join([f'{term(name)} {value}' for name, value in said if value is not None])}"


def graph_of(document_slug: str) -> str:
    """Name the graph that holds what one document says."""
    return f"{BASE}graph/document/{document_slug}"


def to_literal_date(value: str) -> Term:
    """Type a date by its precision; anything that is not a year, month or day stays a string."""
    return literal(value, _DATE_KINDS.get(len(value)) if _DATE.fullmatch(value) else None)


def to_value(name: str, value: str) -> Term:
    """Turn the value of an event's property into an IRI or literal.

    >>> to_value("startDate", "2007-03")
    '"2007-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    kind = _VALUE_KINDS.get(name)
    if kind == "date":
        return to_literal_date(value)
    if kind == "term":
        return term(value)
    if kind == "iri":
        return iri(value)
    return literal(value, kind) if kind else english(value)


def to_property(name: str) -> str:
    """Find the property that a value is given for; an event's type has a borrowed one."""
    return "rdf:type" if name == "type" else name


def to_statements(reading: Reading, naming: Naming) -> list[str]:
    """Write all that one document says, each statement once."""
    return _Writer(reading, naming).write()


class _Writer:
    """One reading on its way into statements: keeps the document's node and what is already written."""

    def __init__(self, reading: Reading, naming: Naming) -> None:
        self.reading = reading
        self.naming = naming
        self.document = node("document", naming.slug)
        self.evidence: dict[Span, Term] = {}
        self.rested: set[tuple[str, Span]] = set()
        self.stated: set[str] = set()
        self.statements: list[str] = []

    def write(self) -> list[str]:
        self._document()
        for actor in self.reading.actors:
            if actor.iri is None:
                for span in actor.evidence:
                    self._rests(iri(self.naming.actors[actor.key]), span)
        for event in self.reading.events:
            self._event(event)
        self._actions()
        self._claims()
        self._affiliations()
        return self.statements

    def _document(self) -> None:
        document = self.reading.document
        self.statements.append(
            say(
                self.document,
                ("rdf:type", term("Document")),
                ("dcterms:identifier", literal(document.identifier)),
                ("sha256", literal(document.sha256)),
                ("dcterms:title", literal(document.title) if document.title else None),
                ("dcterms:issued", to_literal_date(document.issued) if document.issued else None),
                ("dcterms:source", _to_address(document.source) if document.source else None),
            )
        )

    def _rests(self, subject: Term, span: Span, said: str = "") -> None:
        """State that a thing rests on the words of a span, after what else is said of it."""
        key = (subject, span)
        if key not in self.rested:
            self.rested.add(key)
            self.statements.append(f"{subject} {said}{term('evidence')} {self.evidence.get(span) or self._quote(span)}")

    def _quote(self, span: Span) -> Term:
        """Describe the words of a span."""
        begin, end = span
        evidence = self.evidence[span] = node("evidence", f"{self.naming.slug}-{begin}-{end}")
        self.statements.append(
            f"{evidence} {term('rdf:type')} {term('Evidence')} ; {term('document')} {self.document} ; "
            f'{term("begin")} "{begin}"^^{term("xsd:integer")} ; {term("end")} "{end}"^^{term("xsd:integer")} ; '
            f"{term('quote')} {literal(self.reading.document.text[begin:end])}"
        )
        return evidence

    def _event(self, event: Event) -> None:
        name = self.naming.events[event.key]
        for span in event.mentions:
            self._rests(iri(name), span)
        for part in event.participations:
            self._participation(name, part)
        for fact in event.facts:
            self._claim(name, fact.property, fact.value, fact.span)
        for span in event.mentions[:1]:
            self._claim(name, "type", event.type, span)
            if event.name:
                self._claim(name, "name", event.name, self._find_naming(event.name, event.mentions))

    def _find_naming(self, name: str, mentions: Sequence[Span]) -> Span:
        """Give the first mention that has the name in it; the first of all where none has it as it stands."""
        text, wanted = self.reading.document.text, fold(name)
        return next((span for span in mentions if wanted in fold(text[span.begin : span.end])), mentions[0])

    def _statement(self, name: str, kind: str, span: Span, facts: Mapping[str, Term | None]) -> bool:
        """Describe a statement, unless it has been or another document's graph does, and say what it rests on.

        Tells whether it was described.
        """
        mine = name not in self.stated and name not in self.naming.elsewhere
        said = ""
        if mine:
            self.stated.add(name)
            known = [f"{term(fact)} {value} ; " for fact, value in facts.items() if value is not None]
            said = f"{term('rdf:type')} {term(kind)} ; {''.join(known)}"
        self._rests(iri(name), span, said)
        return mine

    def _claim(self, event: str, name: str, value: str, span: Span) -> None:
        facts = {"about": iri(event), "property": term(to_property(name)), "value": to_value(name, value)}
        self._statement(name_claim(event, name, value), "Claim", span, facts)

    def _participation(self, event: str, part: Participation) -> None:
        actor = self.naming.actors[part.actor]
        name = name_participation(event, actor, part.role)
        if self._statement(name, "Participation", part.span, {"actor": iri(actor), "role": term(part.role)}):
            self.statements.append(f"{iri(event)} {term('participation')} {iri(name)}")

    def _actions(self) -> None:
        for action in self.reading.actions:
            facts = {
                "state": iri(action.state),
                "treaty": iri(action.treaty),
                "eventStatus": term(action.status),
                "date": to_literal_date(action.date) if action.date else None,
            }
            self._statement(name_action(action), action.type, action.span, facts)

    def _claims(self) -> None:
        for claim in self.reading.claims:
            facts = {
                "state": iri(claim.state),
                "treaty": iri(claim.treaty),
                "status": term(claim.status),
                "asOf": to_literal_date(claim.as_of) if claim.as_of else None,
            }
            self._statement(name_status_claim(claim), "StatusClaim", claim.span, facts)

    def _affiliations(self) -> None:
        for post in self.reading.affiliations:
            person = self.naming.actors[post.person]
            body = self.naming.actors[post.organization] if post.organization else None
            facts: dict[str, Term | None] = {
                "person": iri(person),
                "position": literal(post.position) if post.position else None,
                "organization": iri(body) if body else None,
                "state": iri(post.state) if post.state else None,
            }
            name = name_affiliation(person, post.position, body, post.state)
            self._statement(name, "Affiliation", post.span, facts)


def _to_address(source: str) -> Term:
    """Make a link of an address, or text where it is not a valid one."""
    return iri(source) if "://" in source and is_iri(source) else literal(source)


def describe_actor(actor: ResolvedActor) -> Statements:
    """Describe an actor; of one that the reference graph describes, add only the names met in texts."""
    subject = iri(actor.iri)
    if not actor.known:
        state = iri(actor.state) if actor.state else None
        yield say(subject, ("rdf:type", term(actor.kind)), ("rdfs:label", english(actor.label)), ("ofState", state))
    if actor.aliases:
        yield say(subject, *(("skos:altLabel", english(alias)) for alias in actor.aliases))
    if actor.reasons:
        reasons = (("mergeReason", english(reason)) for reason in actor.reasons)
        yield say(node("merge", digest(actor.iri)), ("rdf:type", term("Merge")), ("merged", subject), *reasons)


def describe_place(place: Place) -> Statements:
    """Describe a place that the reference graph does not have."""
    located = place.latitude is not None and place.longitude is not None
    yield say(
        iri(place.iri),
        ("rdf:type", term(place.kind)),
        ("rdfs:label", english(place.label)),
        ("country", iri(place.country) if place.country and place.kind != "Country" else None),
        ("geo:lat", literal(f"{place.latitude:.5f}", "xsd:decimal") if located else None),
        ("geo:long", literal(f"{place.longitude:.5f}", "xsd:decimal") if located else None),
    )


def describe_treaty(treaty: Treaty) -> Statements:
    """Describe a treaty that the reference graph does not have."""
    names = (("skos:altLabel", english(alias)) for alias in treaty.aliases)
    yield say(iri(treaty.iri), ("rdf:type", term("Treaty")), ("rdfs:label", english(treaty.label)), *names)


def describe_event(event: Occasion) -> Statements:
    """Describe an event by its chosen values, and say why reports were taken together."""
    subject = iri(event.iri)
    yield say(
        subject,
        ("rdf:type", term(event.type)),
        ("rdfs:label", english(event.label)),
        *(("skos:altLabel", english(alias)) for alias in event.aliases),
        *((to_property(name), to_value(name, value)) for name, value in event.values),
        ("partOf", iri(event.part_of) if event.part_of else None),
        ("follows", iri(event.follows) if event.follows else None),
    )
    for merge in event.merges:
        yield say(
            node("merge", digest(merge.left, merge.right)),
            ("rdf:type", term("Merge")),
            ("merged", subject),
            ("member", iri(merge.left)),
            ("member", iri(merge.right)),
            ("mergeReason", english(merge.reason)),
        )
