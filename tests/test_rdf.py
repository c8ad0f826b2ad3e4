"""What becomes of a reading in RDF: the contract's nodes, each value with its evidence."""

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import WORLD

from kg.graph.name import name_documents
from kg.graph.profile import profile_reading
from kg.graph.rdf import describe_place, literal, term, to_literal_date, to_statements, to_value
from kg.graph.resolution import Naming, Reference
from kg.graph.resolve import resolve
from kg.graph.store import Graph
from kg.model import BASE, Document, Place, Reading

NS = f"{BASE}ns#"
EVERY_VALUE = """
PREFIX kg: <https://w3id.org/accession-kg/ns#>
SELECT ?event ?property ?value WHERE {
  ?event kg:eventStatus ?status ; kg:participation ?part ; ?property ?value .
  FILTER(?property IN (kg:startDate, kg:endDate, kg:eventStatus, kg:city, kg:country, kg:concerns, kg:attendeeCount))
}
"""
CLAIMED = """
PREFIX kg: <https://w3id.org/accession-kg/ns#>
ASK { ?claim kg:about ?event ; kg:property ?property ; kg:value ?value ; kg:evidence/kg:quote ?quote }
"""


def rows(graph: Graph, text: str) -> list[tuple[str, ...]]:
    prefix = (
        "PREFIX kg: <https://w3id.org/accession-kg/ns#> PREFIX dcterms: <http://purl.org/dc/terms/> "
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    )
    return sorted(tuple(cell.value for cell in row) for row in graph.select(prefix + text))


def parse(lines: Iterable[str]) -> list[ox.Triple]:
    """Read statements as a store does."""
    text = "".join(f"{line} .\n" for line in lines)
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_through_as_it_is(text: str) -> None:
    (triple,) = parse([f"<a:a> <a:b> {literal(text)}"])
    assert triple.object == ox.Literal(text)
    store = ox.Store()
    store.update(f"INSERT DATA {{ <a:a> <a:b> {literal(text)} }}")
    assert [quad.object for quad in store] == [ox.Literal(text)]


@pytest.mark.parametrize("text", ["a\\u0041b", "\\", '"""', "\u2028 }", "tab\tand\x00", "𐍈 é"])
def test_awkward_text_comes_through_as_it_is(text: str) -> None:
    store = ox.Store()
    store.update(f"INSERT DATA {{ <a:a> <a:b> {literal(text)} }}")
    assert [quad.object for quad in store] == [ox.Literal(text)]


def test_every_quote_is_the_text_between_its_offsets(graph: Graph) -> None:
    texts = {reading.document.identifier: reading.document.text for reading in WORLD}
    found = rows(
        graph,
        "SELECT ?d ?b ?e ?q { ?x kg:document/dcterms:identifier ?d ; kg:begin ?b ; kg:end ?e ; kg:quote ?q }",
    )
    assert len(found) > 30
    for document, begin, end, quote in found:
        assert texts[document][int(begin) : int(end)] == quote


def test_every_value_of_an_event_rests_on_words(graph: Graph) -> None:
    values = list(graph.select(EVERY_VALUE))
    assert len(values) > 12
    for event, name, value in values:
        assert graph.ask(CLAIMED, {"event": event, "property": name, "value": value})


def test_an_event_told_twice_is_seen_once_with_one_start(graph: Graph) -> None:
    assert rows(graph, "SELECT ?e ?s { ?e kg:startDate ?s ; kg:city <https://w3id.org/accession-kg/city/almaty> }") == [
        (f"{BASE}event/2007-03-26-almaty-workshop-06b15a1b", "2007-03-27"),
        (f"{BASE}event/2010-05-05-almaty-meeting-7e8d63c0", "2010-05-05"),
    ]


def test_no_statement_stands_in_two_graphs(graph: Graph) -> None:
    triples = [quad.triple for quad in graph.database]
    assert len(triples) == len(set(triples))


def test_a_participation_that_two_documents_state_is_one_with_both_sentences(graph: Graph) -> None:
    found = rows(
        graph,
        "SELECT ?p ?d { ?p kg:actor <https://w3id.org/accession-kg/organization/osce> ; kg:role kg:Sponsor ; "
        "kg:evidence/kg:document/dcterms:identifier ?d }",
    )
    assert [document for _, document in found] == ["bulletin", "wire"]
    assert len({part for part, _ in found}) == 1


def test_nothing_is_a_blank_node(graph: Graph) -> None:
    for quad in graph.database:
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)


@pytest.mark.parametrize(
    ("value", "kind"), [("2007", "gYear"), ("2007-03", "gYearMonth"), ("2007-03-26", "date"), ("soon", "string")]
)
def test_a_date_is_typed_by_its_precision(value: str, kind: str) -> None:
    (triple,) = parse([f"<a:a> <a:b> {to_literal_date(value)}"])
    assert isinstance(triple.object, ox.Literal)
    assert triple.object.datatype.value.endswith(f"#{kind}")


def test_counts_are_integers_and_online_is_a_boolean() -> None:
    assert to_value("attendeeCount", "40") == str(ox.Literal(40))
    assert to_value("online", "true") == str(ox.Literal(True))  # noqa: FBT003
    assert to_value("eventStatus", "Held") == f"<{NS}Held>"


def test_a_reading_states_nothing_twice() -> None:
    reading = WORLD[0]
    resolution = resolve(map(profile_reading, WORLD), reference=Reference())
    naming = resolution.namings[reading.document.identifier]
    lines = to_statements(reading, naming)
    assert len(lines) == len(set(lines))
    triples = parse(lines)
    assert len(set(triples)) == len(triples) > 150


def test_a_document_keeps_its_metadata() -> None:
    document = Document(
        identifier="a b", text="x", sha256="0", title="T", issued="2001-02", source="https://example.org/a"
    )
    triples = {
        (quad.predicate.value.rpartition("/")[2], str(quad.object))
        for quad in parse(to_statements(Reading(document=document), Naming(slug="a-b")))
    }
    assert ("identifier", '"a b"') in triples
    assert ("source", "<https://example.org/a>") in triples
    assert ("issued", '"2001-02"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>') in triples


@pytest.mark.parametrize("address", ["http://exa mple/<>", "http://example.org/100%", "http://a.org:port/", "a.txt"])
def test_an_address_that_is_no_iri_is_kept_as_text(address: str) -> None:
    odd = Document(identifier="a", text="x", sha256="0", source=address)
    assert any(
        str(quad.object) == f'"{address}"' for quad in parse(to_statements(Reading(document=odd), Naming(slug="a")))
    )


def test_a_place_has_its_country_and_coordinates() -> None:
    place = Place(
        iri=f"{BASE}city/oslo", kind="City", label="Oslo", country=f"{BASE}country/NOR", latitude=59.9, longitude=10.7
    )
    said = {triple.predicate.value.rpartition("#")[2]: triple.object for triple in parse(describe_place(place))}
    assert said["country"] == ox.NamedNode(f"{BASE}country/NOR")
    assert said["lat"] == ox.Literal("59.90000", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))


def test_every_term_that_is_written_is_in_the_ontology(graph: Graph) -> None:
    defined = {iri for (iri,) in rows(graph, "SELECT ?t { ?t rdfs:isDefinedBy <https://w3id.org/accession-kg/ns> }")}
    used = {
        node.value
        for quad in graph.database
        for node in (quad.predicate, quad.object)
        if isinstance(node, ox.NamedNode) and node.value.startswith(NS)
    }
    assert used <= defined


@given(st.lists(st.text(max_size=6), unique=True, max_size=8))
def test_documents_never_share_an_iri(identifiers: list[str]) -> None:
    named = name_documents(identifiers)
    assert set(named) == set(identifiers)
    assert len(set(named.values())) == len(identifiers)
    assert name_documents(reversed(identifiers)) == named


def test_an_unknown_term_is_refused() -> None:
    with pytest.raises(Exception, match="Workshp"):
        term("Workshp")
