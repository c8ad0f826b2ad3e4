"""The graph as a file, in every RDF syntax, with the same bytes for the same statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
"""The syntaxes by the names that the command line has for them."""

EXTENSIONS = {
    "ttl": "turtle",
    "turtle": "turtle",
    "trig": "trig",
    "nq": "nquads",
    "nquads": "nquads",
    "nt": "ntriples",
    "ntriples": "ntriples",
    "jsonld": "jsonld",
    "rdf": "rdfxml",
    "rdfxml": "rdfxml",
    "xml": "rdfxml",
    "owl": "rdfxml",
}
"""The syntax that a file's name tells of."""

_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_WITH_GRAPHS = frozenset({"trig", "nquads", "jsonld"})


def dump_database(database: ox.Store, form: str, *, graph: str | None = None) -> bytes:
    """Write all statements, or those of one named graph, sorted.

    Syntaxes that know no named graphs have the union of all of them.
    """
    name = ox.NamedNode(graph) if graph else None
    quads = database.quads_for_pattern(None, None, None, name)
    if form in _WITH_GRAPHS and not graph:
        return quads_to_bytes(quads, form)
    return triples_to_bytes((quad.triple for quad in quads), form)


def quads_to_bytes(quads: Iterable[ox.Quad], form: str) -> bytes:
    """Write quads in a syntax that knows named graphs, so that the order they come in leaves no trace."""
    if form == "nquads":
        return _to_lines(map(str, quads))
    ordered = sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))
    return _end(ox.serialize(ordered, format=FORMATS[form], prefixes=PREFIXES))


def triples_to_bytes(triples: Iterable[ox.Triple], form: str) -> bytes:
    """Write triples in any syntax, each once, so that the order they come in leaves no trace."""
    if form in {"nquads", "ntriples"}:
        return _to_lines(map(str, set(triples)))
    made = _end(ox.serialize(sorted(set(triples), key=str), format=FORMATS[form], prefixes=PREFIXES))
    return to_xml(made) if form == "rdfxml" else made


def to_xml(made: bytes) -> bytes:
    r"""Put the replacement character in place of characters that XML cannot hold, not even by their number.

    >>> to_xml("a\x00b".encode()).decode() == "a\N{REPLACEMENT CHARACTER}b"
    True
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", made.decode("utf-8")).encode()


def _to_lines(statements: Iterable[str]) -> bytes:
    return "".join(f"{line} .\n" for line in sorted(statements)).encode()


def _end(made: bytes | None) -> bytes:
    text = made or b""
    return text if text.endswith(b"\n") else text + b"\n"
