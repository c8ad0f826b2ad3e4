"""Named queries: complete, standard, and right about a small world; parameters, mistakes and refusals."""

import csv
import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql.parser import parseQuery

from kg.errors import QueryError
from kg.graph.lookup import find_thing, find_things
from kg.graph.query import run_query, to_standard
from kg.graph.sparql import FOLDERS, Param, Query, calls_out, find_query, is_update, list_queries, parse_query
from kg.graph.store import Graph
from kg.model import BASE
from kg.publish.result import to_listing, to_result
from kg.resources import folder

EXPECTED = Path(__file__).parent / "expected" / "queries"
QUERIES = list(list_queries())
QUESTIONS = [query for query in QUERIES if query.folder == "questions"]
VALUES = {
    "joined-by-day": {"treaty": "ccm", "day": "2009-07-01"},
    "consents-by-treaty": {"treaty": "treaty:ottawa"},
    "record-of-state": {"state": "Tajikistan", "treaty": "Mine Ban Treaty"},
    "who-met-whom": {"actor": "KAZ"},
}
"""Values for queries that would otherwise answer about the whole record."""

PLACES = {
    "questions": "What an analyst asks.",
    "checks": "What should not be there: each row is a defect.",
    "reports": "What the commands and the report are made from.",
}


def to_page() -> str:
    """Write the page that describes the shipped queries, from their headers."""
    lines = [
        "# Queries",
        "",
        "One question a file, in standard SPARQL 1.1. The `#+` lines at its head say what it answers; this page is",
        "made from them (`pytest tests/test_query.py --update`). Ask one by its name:",
        "",
        "    kg query who-hosted -p actor=Kazakhstan",
        "",
        "A parameter is an IRI, a prefixed name such as `state:KAZ`, a name, an acronym or a code. Without it the",
        "query answers about everything. `kg query my-question.rq` asks a file of your own.",
    ]
    for place, about in PLACES.items():
        listed = [query for query in QUERIES if query.folder == place]
        if listed:
            lines += ["", f"## {place}", "", about, "", "| query | answers | parameters |", "| --- | --- | --- |"]
            lines += [f"| `{q.name}` | {q.question} | {', '.join(map(word_param, q.params))} |" for q in listed]
    return "\n".join(lines) + "\n"


def word_param(param: Param) -> str:
    return f"`{param.name}` ({param.kind}{', required' if param.required else ''})"


def test_there_are_queries_to_look_at() -> None:
    assert len(QUESTIONS) >= 18


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.folder}/{query.name}")
def test_a_query_says_what_it_is_for(query: Query) -> None:
    assert query.summary
    assert query.question.endswith("?")
    assert query.tags


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.folder}/{query.name}")
def test_a_query_is_understood_by_both_engines(query: Query) -> None:
    parseQuery(query.text)
    ox.Store().query(query.text)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.folder}/{query.name}")
def test_rows_come_in_a_fixed_order_and_parameters_are_columns(query: Query) -> None:
    answer = ox.Store().query(query.text)
    if isinstance(answer, ox.QuerySolutions):
        assert "ORDER BY" in query.text or query.folder == "reports", "rows without an order"
        assert {param.name for param in query.params} <= {variable.value for variable in answer.variables}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.folder}/{query.name}")
def test_prefixes_are_sorted_and_used(query: Query) -> None:
    lines = [line for line in query.text.splitlines() if line.startswith("PREFIX")]
    assert lines == sorted(lines)
    for line in lines:
        assert query.text.count(f"{line.split()[1]}") > 1, line


@pytest.mark.parametrize("query", QUESTIONS, ids=lambda query: query.name)
def test_a_question_is_answered_as_expected(query: Query, graph: Graph, *, update: bool) -> None:
    answer = to_standard(run_query(graph, query, VALUES.get(query.name)), "csv").decode()
    path = EXPECTED / f"{query.name}.csv"
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(answer, encoding="utf-8")
    assert list(csv.reader(io.StringIO(answer))) == list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert answer.count("\n") > 1, "a question without an answer shows nothing"


def test_no_expected_answer_is_left_over() -> None:
    assert {path.stem for path in EXPECTED.glob("*.csv")} == {query.name for query in QUESTIONS}


def test_the_page_of_queries_is_current(*, update: bool) -> None:
    path = folder("queries") / "README.md"
    page = to_page()
    if update:
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    "value", ["state:KAZ", f"{BASE}state/KAZ", f"<{BASE}state/KAZ>", "Kazakhstan", "KAZ", "kazakhstan"]
)
def test_a_parameter_is_an_iri_a_name_or_a_code(value: str, graph: Graph) -> None:
    answer = run_query(graph, find_query("events-of-state"), {"state": value})
    assert isinstance(answer, ox.QuerySolutions)
    assert {str(row["state"]) for row in answer} == {f"<{BASE}state/KAZ>"}


def test_a_parameter_takes_only_things_of_its_kind(graph: Graph) -> None:
    assert find_thing(graph, "Kazakhstan", ("country",)) == f"{BASE}country/KAZ"
    assert find_thing(graph, "Kazakhstan", ("state",)) == f"{BASE}state/KAZ"
    assert len(find_things(graph, "Kazakhstan", ("state", "country"))) == 2


def test_a_name_that_a_state_shares_with_its_country_means_the_state(graph: Graph) -> None:
    assert find_thing(graph, "Kazakhstan") == f"{BASE}state/KAZ"


@pytest.mark.parametrize(
    ("name", "values", "why"),
    [
        ("joined-by-day", {"treaty": "ottawa"}, "parameter day is missing"),
        ("joined-by-day", {"day": "yesterday"}, "is a day such as"),
        ("who-hosted", {"actr": "KAZ"}, "no parameter actr; it takes actor, event"),
        ("who-hosted", {"actor": "Atlantis"}, "nothing has this name"),
        ("who-hosted", {"actor": "<not an iri>"}, "is no IRI"),
    ],
)
def test_a_wrong_parameter_is_explained(name: str, values: dict[str, str], why: str, graph: Graph) -> None:
    with pytest.raises(QueryError, match=why):
        run_query(graph, find_query(name), values)


def test_a_name_of_several_things_is_refused_with_all_of_them(graph: Graph) -> None:
    with pytest.raises(QueryError, match="city:singapore, state:SGP"):
        find_thing(graph, "Singapore")


def test_an_unknown_query_suggests_the_nearest() -> None:
    with pytest.raises(QueryError, match="did you mean who-hosted"):
        find_query("who-hostd")


def test_a_mistake_is_shown_where_it_is(graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"line 2, column 11") as caught:
        run_query(graph, "SELECT ?a {\n  nonsense\n}")
    assert str(caught.value).endswith("\n      nonsense\n              ^")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "PREFIX kg: <x:>\n# why\nDELETE WHERE { ?s ?p ?o }",
        "base <x:> drop all",
        "CLEAR ALL",
    ],
)
def test_an_update_is_refused(text: str, graph: Graph) -> None:
    with pytest.raises(QueryError, match="an update"):
        run_query(graph, text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { { SELECT ?s { service SILENT <http://localhost:1/> { ?s ?p ?o } } } } }",
        "SELECT * { OPTIONAL { SERVICE ?where { ?s ?p ?o } } }",
    ],
)
def test_a_call_to_another_server_is_refused(text: str, graph: Graph) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run_query(graph, text)


def test_a_thing_is_found_by_the_last_part_of_its_iri(graph: Graph) -> None:
    assert find_thing(graph, "OTTAWA", ("treaty",)) == f"{BASE}treaty/ottawa"
    with pytest.raises(QueryError, match="nothing has this name"):
        find_thing(graph, "ottawa 2", ("treaty",))


@pytest.mark.parametrize(
    "text", ["SELECT * { " + "{ " * 500 + "}" * 501, "ASK { FILTER" + "(" * 500 + "1" + ")" * 500 + " }"]
)
def test_a_query_nested_too_deep_is_refused_before_a_parser_meets_it(text: str, graph: Graph) -> None:
    with pytest.raises(QueryError, match="brackets"):
        run_query(graph, text)


@pytest.mark.parametrize("text", ['SELECT ?service { ?service ?p "Border Service" }', "ASK {} # service"])
def test_the_word_service_alone_is_no_call(text: str) -> None:
    assert not calls_out(text)


def test_a_query_is_no_update() -> None:
    assert not any(is_update(query.text) for query in QUERIES)


def test_answers_come_in_every_form(graph: Graph) -> None:
    rows = "SELECT ?s { VALUES ?s { <https://w3id.org/accession-kg/state/KAZ> } }"
    assert to_result(run_query(graph, rows), "table").decode() == "s\nstate:KAZ\n"
    assert to_result(run_query(graph, rows), "csv").decode() == f"s\n{BASE}state/KAZ\n"
    assert to_result(run_query(graph, rows), "tsv").decode() == f"?s\n<{BASE}state/KAZ>\n"
    assert '"bindings"' in to_result(run_query(graph, rows), "json").decode()
    assert "<sparql" in to_result(run_query(graph, rows), "xml").decode()
    assert to_result(run_query(graph, "ASK {}"), "table") == b"true\n"
    assert b"state:KAZ a kg:State" in to_result(run_query(graph, "CONSTRUCT WHERE { ?s a ?t }"), "turtle")
    with pytest.raises(QueryError, match="gives statements"):
        to_result(run_query(graph, "CONSTRUCT WHERE { ?s a ?t }"), "csv")
    with pytest.raises(QueryError, match="gives no statements"):
        to_result(run_query(graph, rows), "turtle")


@pytest.mark.parametrize("line", ["#+ param: actor", "#+ param: actor thing what", "#+ colour: red"])
def test_a_broken_header_is_refused(line: str) -> None:
    with pytest.raises(QueryError):
        parse_query("q", f"{line}\nASK {{}}")


def test_the_listing_names_every_query_and_parameter() -> None:
    listing = to_listing(QUERIES)
    for query in QUERIES:
        assert f"  {query.name}: {query.summary}\n" in listing
    assert all(place in listing for place in FOLDERS if any(query.folder == place for query in QUERIES))
