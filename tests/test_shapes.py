"""Every shape accepts its passing example, rejects its failing one, and is read as pySHACL reads it."""

import functools
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from kg.errors import VocabularyError
from kg.graph.shape import find_breaches, load_rules
from kg.resources import folder

ONTOLOGY = folder("ontology")
EXAMPLES = ONTOLOGY / "examples"
SHAPE = "https://w3id.org/accession-kg/shape/"

Verdicts = set[tuple[str, str]]


@functools.cache
def graph_of(*paths: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path)
    return graph


def node_shapes(file: str) -> list[str]:
    found = graph_of(ONTOLOGY / file).subjects(RDF.type, SH.NodeShape)
    return sorted(str(shape).removeprefix(SHAPE) for shape in found)


def rules_of(file: str, shape: str) -> set[str]:
    """The names of all rules that a node shape makes, those without a property of their own under its name."""
    graph = graph_of(ONTOLOGY / file)
    node = rdflib.URIRef(SHAPE + shape)
    rules = {str(rule).removeprefix(SHAPE) for rule in graph.objects(node, SH.property)}
    return rules | ({shape} if (node, SH.message, None) in graph else set())


def referee(data: Path, file: str) -> Verdicts:
    """What pySHACL says: focus node and name of the broken rule."""
    graph = (
        graph_of(ONTOLOGY / "accession.ttl") + rdflib.Graph().parse(data) if file == "shapes.ttl" else graph_of(data)
    )
    _, report, _ = pyshacl.validate(graph, shacl_graph=graph_of(ONTOLOGY / file))
    assert isinstance(report, rdflib.Graph)
    return {
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.sourceShape)).removeprefix(SHAPE))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def ours(*paths: Path) -> Verdicts:
    store = pyoxigraph.Store()
    for path in paths:
        store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return {(found.focus.value, found.rule.name) for found in find_breaches(store, load_rules(ONTOLOGY / "shapes.ttl"))}


def names(verdicts: Iterable[tuple[str, str]]) -> set[str]:
    return {name for _, name in verdicts}


CASES = [(file, shape) for file in ("shapes.ttl", "style.ttl") for shape in node_shapes(file)]


def test_there_are_as_many_shapes_as_the_contract_has_nodes() -> None:
    assert len(node_shapes("shapes.ttl")) >= 16
    assert len(CASES) * 2 == len(list(EXAMPLES.glob("*.ttl")))


@pytest.mark.parametrize(("file", "shape"), CASES)
def test_the_passing_example_breaks_no_rule(file: str, shape: str) -> None:
    assert referee(EXAMPLES / f"{shape}.pass.ttl", file) == set()


@pytest.mark.parametrize(("file", "shape"), CASES)
def test_the_failing_example_breaks_every_rule_of_its_shape_and_no_other(file: str, shape: str) -> None:
    assert names(referee(EXAMPLES / f"{shape}.fail.ttl", file)) == rules_of(file, shape)


@pytest.mark.parametrize(("file", "shape"), CASES)
def test_the_passing_example_is_about_its_shape(file: str, shape: str) -> None:
    targets = set(graph_of(ONTOLOGY / file).objects(rdflib.URIRef(SHAPE + shape), SH.targetClass))
    kinds = set(graph_of(EXAMPLES / f"{shape}.pass.ttl").objects(None, RDF.type))
    narrower = {
        kind
        for target in targets
        for kind in graph_of(ONTOLOGY / "accession.ttl").transitive_subjects(rdflib.RDFS.subClassOf, target)
    }
    assert kinds & narrower


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.ttl")), ids=lambda path: path.stem)
def test_a_store_is_judged_as_pyshacl_judges_it(path: Path) -> None:
    assert ours(path) == referee(path, "shapes.ttl")


def test_values_of_one_node_in_two_graphs_are_seen_together() -> None:
    store = pyoxigraph.Store()
    label = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    state = pyoxigraph.NamedNode("https://w3id.org/accession-kg/state/KAZ")
    kind = pyoxigraph.NamedNode("https://w3id.org/accession-kg/ns#State")
    type_ = pyoxigraph.NamedNode(str(RDF.type))
    for graph, name in (("http://example.org/1", "Kazakhstan"), ("http://example.org/2", "Kazakstan")):
        here = pyoxigraph.NamedNode(graph)
        store.add(pyoxigraph.Quad(state, type_, kind, here))
        store.add(pyoxigraph.Quad(state, label, pyoxigraph.Literal(name, language="en"), here))
    found = list(find_breaches(store, load_rules(ONTOLOGY / "shapes.ttl")))
    assert [(breach.focus, breach.rule.name) for breach in found] == [(state, "Actor-label")]


def test_every_rule_has_a_message_in_english_that_ends_in_a_full_stop() -> None:
    for file in ("shapes.ttl", "style.ttl"):
        messages = list(graph_of(ONTOLOGY / file).objects(None, SH.message))
        assert messages
        assert [str(m) for m in messages if not str(m).endswith(".")] == []


def test_the_shapes_are_shacl() -> None:
    for file in ("shapes.ttl", "style.ttl"):
        conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=graph_of(ONTOLOGY / file), meta_shacl=True)
        assert conforms, text


def test_a_constraint_that_is_not_evaluated_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "@prefix kg: <https://w3id.org/accession-kg/ns#> .\n"
        "<http://e/S> sh:targetClass kg:State ; sh:property <http://e/P> .\n"
        '<http://e/P> sh:path kg:isoCode ; sh:uniqueLang true ; sh:message "No."@en .\n',
        encoding="utf-8",
    )
    with pytest.raises(VocabularyError, match="uniqueLang"):
        load_rules(path)
