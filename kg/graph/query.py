"""Asking the graph: named queries, files and texts, with parameters bound and never spliced into the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.dump import to_xml, triples_to_bytes
from kg.graph.lookup import KINDS_OF, find_thing, tell_namesakes
from kg.graph.sound import is_date
from kg.graph.sparql import Param, Query, calls_out, is_too_deep, is_update, parse_query, word_syntax_error
from kg.graph.vocab import KINDS, compact, expand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.store import Graph

Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Cell: TypeAlias = "str | int | float | bool | None"

RESULT_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
"""The standard formats of SPARQL results."""

_NUMBERS = {"integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger"}


def run_query(graph: Graph, query: Query | str, values: Mapping[str, str] | None = None) -> Answer:
    """Ask a query, its parameters bound to what the values name.

    QueryError for a mistake in the query (with its place), an update, a call to another server, and parameters
    that are unknown, missing, or mean nothing or more than one thing.
    """
    if isinstance(query, str):
        query = parse_query("text", query)
    if is_update(query.text):
        raise QueryError(query.name, "an update; the graph is changed by `kg build`, `kg load` and `kg forget` alone")
    if is_too_deep(query.text):
        raise QueryError(query.name, "more brackets in each other than can be read; take the query apart")
    if calls_out(query.text):
        raise QueryError(query.name, "it calls another server (SERVICE), which is refused")
    bindings = bind(graph, query, values or {})
    try:
        return graph.ask(query.text, bindings)
    except SyntaxError as error:
        raise QueryError(query.name, word_syntax_error(query.text, str(error))) from error
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(query.name, str(error)) from error


def bind(graph: Graph, query: Query, values: Mapping[str, str]) -> dict[str, ox.NamedNode | ox.Literal]:
    """Turn what was typed for each parameter into a term."""
    known = {param.name: param for param in query.params}
    for name in values:
        if name not in known and query.params:
            raise QueryError(query.name, f"no parameter {name}; it takes {', '.join(known)}")
        if name not in known and not re.search(rf"[?$]{re.escape(name)}\b", query.text):
            raise QueryError(query.name, f"no parameter {name}; it takes none of this name")
    for param in query.params:
        if param.required and param.name not in values:
            raise QueryError(query.name, f"parameter {param.name} is missing ({param.about}); give -p {param.name}=...")
    return {
        name: _to_term(graph, query, known.get(name, Param(name=name, kind="IRI", about="")), value)
        for name, value in values.items()
    }


def tell_readings(graph: Graph, query: Query, values: Mapping[str, str]) -> list[str]:
    """Say of each parameter that names a thing what else the name may mean."""
    known = {param.name: param.kind for param in query.params}
    named = [(_kinds_of(name), value) for name, value in values.items() if known.get(name, "IRI") == "IRI"]
    told = (tell_namesakes(graph, value, find_thing(graph, value, kinds), kinds) for kinds, value in named)
    return [words for words in told if words]


def _kinds_of(name: str) -> tuple[str, ...]:
    return KINDS_OF.get(name, (name,) if name in KINDS else ())


def _to_term(graph: Graph, query: Query, param: Param, value: str) -> ox.NamedNode | ox.Literal:
    if param.kind == "text":
        return ox.Literal(value)
    if param.kind == "integer":
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
            raise QueryError(query.name, f"parameter {param.name} is a whole number, not {value!r}")
        return ox.Literal(int(value))
    if param.kind == "date":
        if len(value) != len("2010-03-01") or not is_date(value):
            raise QueryError(query.name, f"parameter {param.name} is a day such as 2010-03-01, not {value!r}")
        return ox.Literal(value, datatype=ox.NamedNode(expand("xsd:date")))
    try:
        return ox.NamedNode(find_thing(graph, value, _kinds_of(param.name)))
    except ValueError as error:
        raise QueryError(query.name, f"parameter {param.name}: {value!r} is no IRI: {error}") from error


def gives_rows(answer: Answer) -> TypeGuard[ox.QuerySolutions]:
    """Tell whether an answer is that of a SELECT."""
    return isinstance(answer, ox.QuerySolutions)


def to_standard(answer: Answer, form: str) -> bytes:
    """Write an answer in a standard format: rows as csv, tsv, json or xml, statements as turtle.

    QueryError where the answer has no such form; `table` stands for turtle, or for the plain word of an ASK.
    """
    if isinstance(answer, ox.QueryTriples):
        if form not in {"table", "turtle"}:
            raise QueryError(form, "the query gives statements, not rows; ask for turtle")
        return triples_to_bytes(answer, "turtle")
    if form not in RESULT_FORMATS:
        if form == "table" and isinstance(answer, ox.QueryBoolean):
            return b"true\n" if answer else b"false\n"
        raise QueryError(form, "the query gives no statements; ask for table, csv, tsv, json or xml")
    if isinstance(answer, ox.QueryBoolean) and form in {"csv", "tsv"}:
        return b"true\n" if answer else b"false\n"
    made = (answer.serialize(format=RESULT_FORMATS[form]) or b"").replace(b"\r\n", b"\n")
    made = to_xml(made) if form == "xml" else made
    return made if made.endswith(b"\n") else made + b"\n"


def to_cells(rows: ox.QuerySolutions) -> tuple[list[str], list[list[Cell]]]:
    """Give the columns and rows of a result for people: prefixed names, numbers as numbers."""
    columns = [variable.value for variable in rows.variables]
    return columns, [[to_cell(term) for term in row] for row in rows]


def to_cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Cell:
    """Show a term: an IRI as a prefixed name, a literal by its value.

    >>> to_cell(ox.NamedNode("https://w3id.org/accession-kg/state/KAZ")), to_cell(ox.Literal(3)), to_cell(None)
    ('state:KAZ', 3, None)
    """
    return compact(term.value) if isinstance(term, ox.NamedNode) else to_python(term)


def to_python(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Cell:
    """Turn a term into a Python value: an IRI in full, numbers and truths as such, other literals as text.

    >>> to_python(ox.NamedNode("https://w3id.org/accession-kg/state/KAZ")), to_python(ox.Literal(True))
    ('https://w3id.org/accession-kg/state/KAZ', True)
    """
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.Literal):
        kind = term.datatype.value.rpartition("#")[2]
        if kind in _NUMBERS and re.fullmatch(r"[+-]?\d+", term.value):
            return int(term.value)
        if kind in _NUMBERS and re.fullmatch(r"[+-]?\d*\.\d+", term.value):
            return float(term.value)
        return term.value == "true" if kind == "boolean" else term.value
    return None if term is None else str(term)
