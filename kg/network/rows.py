"""Rows of the queries in `queries/reports/`, as plain text values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from kg.errors import QueryError
from kg.model import BASE
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TERMS = f"{BASE}ns#"
"""Where the terms of the ontology begin."""


class _Term(Protocol):
    @property
    def value(self) -> str: ...


class Source(Protocol):
    """Whatever answers SPARQL like an Oxigraph store."""

    def query(self, query: str, *, use_default_graph_as_union: bool = False) -> object:
        """Run a query over all graphs together."""


def fetch(source: Source, name: str) -> Iterator[tuple[str, ...]]:
    """Run a query of `queries/reports/` and give its rows; every column must be bound in every row.

    Raises QueryError where there is no such query.
    """
    path = folder("queries") / "reports" / f"{name}.rq"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise QueryError(name, "not among the report queries; install the package again") from problem
    solutions = cast("Iterable[Iterable[_Term]]", source.query(text, use_default_graph_as_union=True))
    for solution in solutions:
        yield tuple([term.value for term in solution])  # a list first: twice as fast, and there are millions


def term(iri: str) -> str:
    """Name a term of the ontology without its namespace.

    >>> term("https://w3id.org/accession-kg/ns#Host")
    'Host'
    """
    return iri.removeprefix(TERMS)


def compact(iri: str) -> str:
    """Shorten a data IRI to kind and slug.

    >>> compact("https://w3id.org/accession-kg/state/KAZ")
    'state:KAZ'
    """
    return iri.removeprefix(BASE).replace("/", ":", 1) if iri.startswith(BASE) else iri
