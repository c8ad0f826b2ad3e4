"""The ontology is complete, well-styled, free of blank nodes, of the package's version, and its page is current."""

import functools
import re
import tomllib
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.graph.check import check
from kg.graph.vocab import NAMESPACE
from kg.resources import folder

ONTOLOGY = folder("ontology")
ROOT = Path(__file__).parents[1]
PAGE = ONTOLOGY / "README.md"
IRI = rdflib.URIRef("https://w3id.org/accession-kg/ns")
BLOCK = re.compile(r"(<!-- terms: generated -->\n)(.*?)(<!-- end -->)", re.DOTALL)

CONTRACT = """
Document Evidence document begin end quote sha256 evidence
Workshop Seminar Conference Symposium Meeting Training Ceremony Exhibition Visit ConvenedEvent
eventStatus Held Planned Cancelled Postponed startDate endDate city country online concerns attendeeCount
attendeeCountryCount partOf follows
Participation participation actor role Host Organizer Chair Sponsor Speaker Trainer Participant
State IntergovernmentalOrganization NonGovernmentalOrganization GovernmentBody Organization Person isoCode ofState
Location City Country Region Treaty
TreatyAction Signature Ratification Acceptance Approval Accession Succession Withdrawal EntryIntoForce state treaty date
StatusClaim status StateParty Signatory NotParty Withdrawn asOf
Affiliation person position organization
Claim about property value
""".split()


@functools.cache
def graph_of(*names: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in names:
        graph.parse(ONTOLOGY / name)
    return graph


def local(term: rdflib.term.Node) -> str:
    return str(term).removeprefix(NAMESPACE)


def terms_of(kind: rdflib.URIRef) -> set[str]:
    return {local(term) for term in graph_of("accession.ttl").subjects(RDF.type, kind)}


CLASSES = terms_of(OWL.Class)
INDIVIDUALS = terms_of(OWL.NamedIndividual)
PROPERTIES = terms_of(OWL.ObjectProperty) | terms_of(OWL.DatatypeProperty) | terms_of(RDF.Property)


def to_table() -> str:
    """List every term with what kind of thing it is and its definition, as the page shows it."""
    rows = ["| term | kind | definition |", "| --- | --- | --- |"]
    for names in (CLASSES, INDIVIDUALS, PROPERTIES):
        rows += [f"| `kg:{name}` | {_to_kind(name)} | {_value(name, SKOS.definition)} |" for name in sorted(names)]
    return "\n".join(rows) + "\n"


def _to_kind(name: str) -> str:
    graph, term = graph_of("accession.ttl"), rdflib.URIRef(NAMESPACE + name)
    if name in INDIVIDUALS:
        return ", ".join(_short(kind) for kind in graph.objects(term, RDF.type) if kind != OWL.NamedIndividual)
    if name in CLASSES:
        wider = sorted(map(_short, graph.objects(term, RDFS.subClassOf)))
        return f"class, a kind of {', '.join(wider)}" if wider else "class"
    domain, found = graph.value(term, RDFS.domain), graph.value(term, RDFS.range)
    ends = f" of {_short(domain)}" if domain else ""
    return f"property{ends}{f' to {_short(found)}' if found else ''}"


def _short(term: rdflib.term.Node) -> str:
    return f"`{local(term).rpartition('#')[2]}`"


def _value(name: str, predicate: rdflib.URIRef) -> str:
    return str(graph_of("accession.ttl").value(rdflib.URIRef(NAMESPACE + name), predicate))


def page_block(language: str) -> str:
    """The one code block of a language on the page."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


def test_every_term_of_the_contract_is_defined() -> None:
    assert len(CONTRACT) > 80
    assert set(CONTRACT) - CLASSES - INDIVIDUALS - PROPERTIES == set()


def test_every_term_that_shapes_queries_and_reference_data_use_is_defined() -> None:
    files = [*ONTOLOGY.glob("*.ttl"), *(ONTOLOGY / "reference").rglob("*.ttl"), *folder("queries").rglob("*.rq")]
    used = {name for path in files for name in re.findall(r"\bkg:(\w+)", path.read_text(encoding="utf-8"))}
    schemes = {local(scheme) for scheme in graph_of("roles.ttl", "statuses.ttl").subjects(RDF.type, SKOS.ConceptScheme)}
    assert len(used) > 80
    assert used - CLASSES - INDIVIDUALS - PROPERTIES - schemes == set()


def test_the_ontology_keeps_its_own_style() -> None:
    data = graph_of("accession.ttl", "roles.ttl", "statuses.ttl")
    conforms, _, text = pyshacl.validate(data, shacl_graph=graph_of("style.ttl"))
    assert conforms, text


@pytest.mark.parametrize("name", ["accession.ttl", "alignments.ttl", "roles.ttl", "statuses.ttl"])
def test_there_are_no_blank_nodes(name: str) -> None:
    assert [node for node in graph_of(name).all_nodes() if isinstance(node, rdflib.BNode)] == []


def test_domains_ranges_and_superclasses_are_classes_of_ours_or_datatypes() -> None:
    graph = graph_of("accession.ttl")
    named = {
        str(node)
        for p in (RDFS.domain, RDFS.range, RDFS.subClassOf, OWL.disjointWith)
        for node in graph.objects(None, p)
    }
    ours = {NAMESPACE + name for name in CLASSES}
    assert {name for name in named - ours if not name.startswith("http://www.w3.org/2001/XMLSchema#")} == set()


def test_no_class_is_disjoint_with_a_wider_one_of_its_own() -> None:
    graph = graph_of("accession.ttl")
    for left, right in graph.subject_objects(OWL.disjointWith):
        shared = set(graph.transitive_subjects(RDFS.subClassOf, left)) & set(
            graph.transitive_subjects(RDFS.subClassOf, right)
        )
        assert shared == set(), f"{left} {right}"


def test_object_properties_never_lead_to_datatypes_and_the_others_never_to_classes() -> None:
    graph = graph_of("accession.ttl")
    for kind, typed in ((OWL.ObjectProperty, False), (OWL.DatatypeProperty, True)):
        for term in graph.subjects(RDF.type, kind):
            found = graph.value(term, RDFS.range)
            assert found is None or str(found).startswith("http://www.w3.org/2001/XMLSchema#") is typed, term


def test_alignments_speak_of_our_terms_and_lead_to_others() -> None:
    graph = graph_of("alignments.ttl")
    ours = CLASSES | INDIVIDUALS | PROPERTIES
    links = [
        (local(subject), str(target))
        for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)
        for subject, target in graph.subject_objects(predicate)
    ]
    assert len(links) > 80
    assert {subject for subject, _ in links} - ours == set()
    assert [target for _, target in links if target.startswith(NAMESPACE)] == []


def test_an_alignment_links_classes_to_classes_and_properties_to_properties() -> None:
    graph = graph_of("alignments.ttl")
    assert {local(term) for term in graph.subjects(RDFS.subClassOf)} <= CLASSES
    assert {local(term) for term in graph.subjects(RDFS.subPropertyOf)} <= PROPERTIES
    for subject, target in graph.subject_objects(RDFS.subPropertyOf):
        assert re.match(r"[a-z]", re.split(r"[#/]", str(target))[-1]), (subject, target)


def test_each_scheme_holds_all_individuals_of_its_class() -> None:
    graph = graph_of("accession.ttl", "roles.ttl", "statuses.ttl")
    for kind, scheme in (("Role", "roles"), ("EventStatus", "eventStatuses"), ("AccessionStatus", "accessionStatuses")):
        members = set(graph.subjects(RDF.type, rdflib.URIRef(NAMESPACE + kind)))
        assert members
        assert set(graph.objects(rdflib.URIRef(NAMESPACE + scheme), SKOS.hasTopConcept)) == members
        assert set(graph.subjects(SKOS.topConceptOf, rdflib.URIRef(NAMESPACE + scheme))) == members


def test_the_ontology_has_the_version_of_the_package() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    graph = graph_of("accession.ttl")
    assert str(graph.value(IRI, OWL.versionInfo)) == version
    assert str(graph.value(IRI, OWL.versionIRI)) == f"{IRI}/{version}"


def test_the_table_of_terms_is_current(*, update: bool) -> None:
    table = to_table()
    if update:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(BLOCK.sub(lambda match: match[1] + table + match[3], page), encoding="utf-8")
    found = BLOCK.search(PAGE.read_text(encoding="utf-8"))
    assert found
    assert found[2] == table, "run `pytest tests/test_ontology.py --update`"


def test_the_worked_example_of_the_page_is_right() -> None:
    (sentence,) = re.findall(r"^> (.*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    store = pyoxigraph.Store()
    store.bulk_load(input=page_block("turtle"), format=pyoxigraph.RdfFormat.TURTLE)
    assert check(store, text_of={"note": sentence}.get) == []
    rows = store.query(page_block("sparql"))
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    (row,) = [[cell.value for cell in row if isinstance(cell, pyoxigraph.Literal)] for row in rows]
    assert row == ["Norway", "Workshop in Oslo, 3 May 2012", "Norway hosted a workshop"]


def test_every_file_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    names = [path.name for path in ONTOLOGY.glob("*.ttl")] + [f"{p.name}/" for p in ONTOLOGY.iterdir() if p.is_dir()]
    assert len(names) > 6
    assert [name for name in names if f"`{name}`" not in page] == []
