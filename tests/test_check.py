"""Every check stays silent on a good graph and finds what is bad in its bad one; quotes are held against texts."""

import re
import shutil
import sqlite3
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import WORLD, read

from kg.errors import QueryError, StoreError
from kg.graph.build import Options, build
from kg.graph.check import SEVERITIES, Finding, check, check_folder, find_by_query, find_wrong_quote, is_wrong
from kg.graph.load import load_files
from kg.graph.sparql import list_queries, parse_query
from kg.graph.store import open_graph
from kg.graph.vocab import PREFIXES, expand
from kg.resources import folder

EXPECTED = Path(__file__).parent / "expected" / "checks"
CHECKS = {query.name: query for query in list_queries("checks")}
NAMES = sorted(CHECKS)


def load(name: str) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    graph = pyoxigraph.NamedNode(expand("graph:document/test"))
    store.bulk_load(path=str(EXPECTED / name), format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
    return store


def last_part(iri: str) -> str:
    return iri.rpartition("/")[2]


def bad_nodes(name: str) -> set[str]:
    """The subjects of a bad graph that are to be found."""
    text = (EXPECTED / name).read_text(encoding="utf-8")
    return set(re.findall(r"^\w+:(bad-[\w-]+)", text, re.MULTILINE))


def test_there_are_checks() -> None:
    assert len(CHECKS) >= 15
    assert {path.name.removesuffix(".bad.ttl") for path in EXPECTED.glob("*.bad.ttl")} == set(CHECKS)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_is_silent_on_the_good_graph(name: str) -> None:
    assert list(find_by_query(load("good.ttl"), CHECKS[name])) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_check_finds_exactly_what_is_bad(name: str) -> None:
    expected = bad_nodes(f"{name}.bad.ttl")
    assert expected
    assert {last_part(found.focus) for found in find_by_query(load(f"{name}.bad.ttl"), CHECKS[name])} == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_check_says_what_is_wrong_in_a_sentence(name: str) -> None:
    for found in find_by_query(load(f"{name}.bad.ttl"), CHECKS[name]):
        assert re.fullmatch(r".{20,}[.?`]\.?", found.message), found.message
        assert "<>" not in found.message


@pytest.mark.parametrize("name", NAMES)
def test_a_check_has_a_whole_header_and_sorted_prefixes(name: str) -> None:
    query = CHECKS[name]
    assert query.summary
    assert query.question.endswith("?")
    assert query.severity in SEVERITIES
    assert query.tags
    prefixes = re.findall(r"^PREFIX (\w+): <([^>]+)>$", query.text, re.MULTILINE)
    assert prefixes == sorted(prefixes)
    assert dict(prefixes).items() <= PREFIXES.items()
    assert [prefix for prefix, _ in prefixes if not re.search(rf"(?<!PREFIX )\b{prefix}:\w", query.text)] == []
    assert "ORDER BY ?focus ?message" in query.text


def test_the_good_graph_conforms_in_every_way() -> None:
    assert check(load("good.ttl")) == []


def test_the_reference_data_is_good() -> None:
    store = pyoxigraph.Store()
    graph = pyoxigraph.NamedNode(expand("graph:reference"))
    for path in sorted((folder("ontology") / "reference").rglob("*.ttl")):
        store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
    assert len(store) > 20_000
    assert check(store) == []


def test_a_finding_quotes_the_document() -> None:
    (found,) = check(load("planned-event-in-the-past.bad.ttl"))
    assert found == Finding(
        severity="warning",
        check="planned-event-in-the-past",
        focus=expand("event:bad-announced"),
        message="The event counts as planned for 2007-03-26, but report of 2007-03-28 mentions it; was it held?",
        document="report",
        quote="The workshop",
    )
    assert not is_wrong([found])


def test_disagreements_are_shown_side_by_side() -> None:
    messages = [found.message for found in check(load("conflicting-claims.bad.ttl"))]
    assert messages == [
        "startDate is 2007-03-26 in report (“The workshop”) and 2007-03-27 in newsletter (“on 27 March”)."
    ]


def test_a_disagreement_quotes_the_words_that_disagree_and_not_others_of_the_event() -> None:
    store = load("conflicting-claims.bad.ttl")
    terms = ("event:bad-two-days", "kg:evidence", "evidence:newsletter-0-11", "graph:document/test")
    store.add(pyoxigraph.Quad(*(pyoxigraph.NamedNode(expand(term)) for term in terms)))
    (found,) = check(store)
    assert (found.document, found.quote) == ("report", "The workshop")


def test_a_broken_shape_is_a_finding_with_its_message() -> None:
    store = load("good.ttl")
    event, label = (pyoxigraph.NamedNode(expand(name)) for name in ("event:workshop", "rdfs:label"))
    for quad in list(store.quads_for_pattern(event, label, None)):
        store.remove(quad)
    (found,) = check(store)
    assert (found.severity, found.check, found.focus) == ("violation", "ConvenedEvent-label", event.value)
    assert found.message.startswith("An event needs exactly one English label")
    assert (found.document, found.quote) == ("newsletter", "a workshop in Almaty")
    assert is_wrong([found])


def test_what_the_record_contradicts_is_found() -> None:
    store = load("good.ttl")
    reference = pyoxigraph.NamedNode(expand("graph:reference"))
    for quad in list(store):
        if "/action/record" in str(quad.subject) or "/treaty/" in str(quad.subject) or "/state/" in str(quad.subject):
            store.add(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, reference))
    assert check(store) == []
    action, date = (pyoxigraph.NamedNode(expand(name)) for name in ("action:text-tjk-coarse", "kg:date"))
    (old,) = store.quads_for_pattern(action, date, None)
    year = pyoxigraph.Literal("2005", datatype=pyoxigraph.NamedNode(expand("xsd:gYear")))
    store.add(pyoxigraph.Quad(action, date, year, old.graph_name))
    store.remove(old)
    found = [one for one in check(store) if one.check == "text-against-record"]
    assert [(one.severity, one.focus, one.document) for one in found] == [("warning", action.value, "newsletter")]
    assert "1999-10-12" in found[0].message


TEXTS = {
    "report": "The workshop".ljust(20) + "26-27 March 2007",
    "newsletter": "a workshop in Almaty".ljust(30) + "March 2007".ljust(20) + "visité 🌍",
}


def test_quotes_that_are_in_their_texts_are_fine() -> None:
    assert check(load("good.ttl"), text_of=TEXTS.get) == []


def test_a_document_without_a_text_is_passed_over() -> None:
    assert check(load("good.ttl"), text_of=lambda _: None) == []


def test_a_quote_that_is_not_in_its_text_is_found() -> None:
    found = check(load("good.ttl"), text_of={**TEXTS, "report": "The workshop, held 26-27 March 2007."}.get)
    assert [(one.severity, one.check, last_part(one.focus)) for one in found] == [
        ("violation", "quote-not-in-text", "report-20-36")
    ]
    assert found[0].document == "report"
    assert found[0].quote == "26-27 March 2007"
    assert is_wrong(found)


@given(st.text(min_size=1), st.data())
def test_any_slice_of_any_text_is_right_and_any_other_words_are_wrong(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    quote = text[begin:end]
    assert find_wrong_quote(quote, str(begin), str(end), text) is None
    assert find_wrong_quote(quote + "x", str(begin), str(end), text) is not None
    assert find_wrong_quote(quote, str(begin), str(len(text) + 1), text) is not None


def test_findings_come_the_gravest_first_and_in_one_order() -> None:
    store = load("event-ends-before-it-starts.bad.ttl")
    for name in ("conflicting-claims", "person-in-two-states"):
        store.bulk_load(path=str(EXPECTED / f"{name}.bad.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    findings = check(store)
    assert {found.severity for found in findings} == set(SEVERITIES)
    assert [found.severity for found in findings] == sorted((f.severity for f in findings), key=SEVERITIES.index)
    assert findings == check(store)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("#+ severity: warning\nSELECT ?focus WHERE { ?focus ?p ?o }", r"\?focus and \?message"),
        ("#+ severity: grave\nSELECT ?focus ?message { BIND(<a:b> AS ?focus) BIND('Bad.' AS ?message) }", "grave"),
        ("#+ severity: warning\nSELECT ?focus ?message WHERE {", "expected"),
    ],
)
def test_a_check_with_a_mistake_is_a_query_error(text: str, why: str) -> None:
    with pytest.raises(QueryError, match=why):
        list(find_by_query(pyoxigraph.Store(), parse_query("mine", text)))


def test_the_small_world_is_sound(world_store: Path) -> None:
    assert [found for found in check_folder(world_store) if found.severity == "violation"] == []


def test_a_store_is_held_against_the_texts_that_it_keeps(world_store: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(world_store, store)
    with sqlite3.connect(store / "readings.sqlite") as readings:
        readings.execute("UPDATE reading SET text = 'Other words. ' || text")
    readings.close()
    found = [one for one in check_folder(store) if one.check == "quote-not-in-text"]
    assert len(found) > 3
    assert is_wrong(found)


def test_a_store_that_was_built_without_reference_data_is_checked_beside_them(
    world_store: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    build(store, [reading.document for reading in WORLD], Options(reference=False), read=read)
    with open_graph(store) as graph:
        assert is_wrong(check(graph.database))
    against = {found for found in check_folder(world_store) if found.check == "text-against-record"}
    assert {found for found in check_folder(store) if found.check == "text-against-record"} == against
    assert not is_wrong(check_folder(store))


def test_beside_reference_data_what_they_do_not_have_is_still_missing(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(store, [reading.document for reading in WORLD], Options(reference=False), read=read)
    claim = "<https://w3id.org/accession-kg/claim/1> a kg:StatusClaim ; kg:treaty treaty:nowhere ; kg:state state:KAZ ."
    prefixes = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in ("kg", "treaty", "state"))
    (tmp_path / "more.ttl").write_text(prefixes + claim)
    load_files(store, [tmp_path / "more.ttl"])
    names = {found.check for found in check_folder(store) if found.severity == "violation"}
    assert "StatusClaim-treaty" in names
    assert "StatusClaim-state" not in names


def test_a_store_without_texts_is_checked_all_the_same(world_store: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(world_store, store)
    for path in store.glob("readings.sqlite*"):
        path.unlink()
    assert not is_wrong(check_folder(store))


def test_where_there_is_no_graph_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        check_folder(tmp_path)
