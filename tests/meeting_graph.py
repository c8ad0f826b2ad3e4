"""Graphs in contract form, made by hand for the tests of networks and reports."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.model import BASE, slug

KG = f"{BASE}ns#"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
XSD = "http://www.w3.org/2001/XMLSchema#"
REFERENCE = NamedNode(f"{BASE}graph/reference")
OTTAWA = f"{BASE}treaty/ottawa"


def iri(short: str) -> NamedNode:
    """`state:KAZ` as a node; kinds of terms start with `kg:`."""
    kind, _, name = short.partition(":")
    return NamedNode(f"{KG}{name}" if kind == "kg" else f"{BASE}{kind}/{name}")


@dataclass
class Meetings:
    """A store to which actors and occasions are added."""

    store: Store

    def say(self, subject: str, verb: str, value: NamedNode | Literal, graph: NamedNode = REFERENCE) -> None:
        self.store.add(Quad(iri(subject), iri(f"kg:{verb}"), value, graph))

    def actor(self, short: str, kind: str, label: str, *, state: str | None = None) -> None:
        self.store.add(Quad(iri(short), RDF_TYPE, iri(f"kg:{kind}"), REFERENCE))
        self.store.add(Quad(iri(short), LABEL, Literal(label, language="en"), REFERENCE))
        if state:
            self.say(short, "ofState", iri(state))

    def thing(self, short: str, kind: str, label: str) -> None:
        self.actor(short, kind, label)

    def act(self, kind: str, state: str, treaty: str, day: str) -> None:
        name = f"action:{slug(f'{kind} {state} {treaty} {day}')}"
        self.store.add(Quad(iri(name), RDF_TYPE, iri(f"kg:{kind}"), REFERENCE))
        self.say(name, "state", iri(state))
        self.say(name, "treaty", iri(treaty))
        self.say(name, "eventStatus", iri("kg:Held"))
        self.say(name, "date", Literal(day, datatype=NamedNode(f"{XSD}date")))

    def evidence(self, document: str, quote: str, begin: int) -> str:
        name = f"evidence:{slug(document)}-{begin}-{begin + len(quote)}"
        graph = NamedNode(f"{BASE}graph/document/{slug(document)}")
        self.store.add(Quad(iri(name), RDF_TYPE, iri("kg:Evidence"), graph))
        self.say(name, "document", iri(f"document:{slug(document)}"), graph)
        self.say(name, "quote", Literal(quote), graph)
        for prop, value in (("begin", begin), ("end", begin + len(quote))):
            self.say(name, prop, Literal(str(value), datatype=NamedNode(f"{XSD}integer")), graph)
        self.store.add(Quad(iri(f"document:{slug(document)}"), RDF_TYPE, iri("kg:Document"), graph))
        identifier = NamedNode("http://purl.org/dc/terms/identifier")
        self.store.add(Quad(iri(f"document:{slug(document)}"), identifier, Literal(document), graph))
        return name

    def event(
        self,
        name: str,
        present: dict[str, str] | str,
        *,
        kind: str = "Workshop",
        label: str | None = None,
        start: str | None = None,
        status: str = "Held",
        document: str = "one",
        **facts: str,
    ) -> None:
        """Add an occasion; `present` maps actors to roles, or lists actors parted by blanks."""
        graph = NamedNode(f"{BASE}graph/document/{slug(document)}")
        event = f"event:{name}"
        self.store.add(Quad(iri(event), RDF_TYPE, iri(f"kg:{kind}"), graph))
        self.store.add(Quad(iri(event), LABEL, Literal(label or name, language="en"), graph))
        self.say(event, "eventStatus", iri(f"kg:{status}"), graph)
        offset = 1000 * len(list(self.store.quads_for_pattern(None, iri("kg:eventStatus"), None)))
        self.say(event, "evidence", iri(self.evidence(document, f"The {label or name} took place.", offset)), graph)
        if start:
            kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
            datatype = NamedNode(f"{XSD}{kinds[len(start)]}")
            self.say(event, "startDate", Literal(start, datatype=datatype), graph)
        for prop, value in facts.items():
            self.say(event, prop, iri(value), graph)
        roles = present if isinstance(present, dict) else dict.fromkeys(present.split(), "Participant")
        for place, (actor, role) in enumerate(roles.items()):
            node = f"participation:{slug(f'{name} {actor} {role}')}"
            self.say(event, "participation", iri(node), graph)
            self.say(node, "actor", iri(actor), graph)
            self.say(node, "role", iri(f"kg:{role}"), graph)
            quote = f"{actor} came to the {name}."
            self.say(node, "evidence", iri(self.evidence(document, quote, offset + 100 * (place + 1))), graph)

    def affiliation(
        self, person: str, *, organization: str | None = None, state: str | None = None, document: str = "one"
    ) -> None:
        graph = NamedNode(f"{BASE}graph/document/{slug(document)}")
        node = f"affiliation:{slug(f'{person} {organization} {state} {document}')}"
        self.say(node, "person", iri(person), graph)
        self.say(node, "evidence", iri(self.evidence(document, f"{person} of {organization or state}", 5)), graph)
        if organization:
            self.say(node, "organization", iri(organization), graph)
        if state:
            self.say(node, "state", iri(state), graph)


class Ledger:
    """A record of one treaty, with the day from which each State is a party; the rest are outside."""

    as_at = "2020-01-01"

    def __init__(self, **since: str) -> None:
        self.since = {f"{BASE}state/{code}": day for code, day in since.items()}

    def covers(self, treaty: str, /) -> bool:
        return treaty == OTTAWA

    def status(self, state: str, treaty: str, day: str, /) -> str:
        last = day + "-12-31"[len(day) - 4 :] if len(day) < 10 else day
        return "state_party" if treaty == OTTAWA and self.since.get(state, "9999") <= last else "none"


def davis_store() -> Store:
    """The eighteen women and fourteen occasions of Davis, Gardner and Gardner (1941), as networkx has them."""
    import networkx as nx

    graph = nx.davis_southern_women_graph()
    meetings = Meetings(Store())
    women, occasions = graph.graph["top"], graph.graph["bottom"]
    for woman in women:
        meetings.actor(f"person:{slug(woman)}", "Person", woman)
    for occasion in occasions:
        present = " ".join(f"person:{slug(woman)}" for woman in sorted(graph[occasion]))
        meetings.event(slug(occasion), present, label=occasion, start="1936")
    return meetings.store
