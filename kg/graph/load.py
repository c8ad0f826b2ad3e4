"""Putting RDF from elsewhere beside what was read from texts: each file a named graph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.build import Report, build_alone, settle
from kg.graph.dump import EXTENSIONS, FORMATS
from kg.graph.name import digest
from kg.graph.rdf import LOADED
from kg.graph.readings import open_readings
from kg.model import BASE, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def load_files(store: Path, paths: Iterable[Path]) -> list[tuple[str, int]]:
    """Load RDF files, all or none; gives for each its named graph and how many statements that holds.

    A file's own named graphs are taken together, and blank nodes are given IRIs made from the file's name. What the
    store says already is not said twice. A file loaded before under the same name is replaced. StoreError where one
    cannot be read; nothing is loaded then.
    """
    parsed = [(f"{LOADED}{slug(path.stem)}", _parse(path)) for path in paths]
    with build_alone(store), open_readings(store, create=True) as readings:
        for graph, triples in parsed:
            readings.put_loaded(graph, "".join(f"{triple} .\n" for triple in triples))
        settle(store, readings, Report())
    return [(graph, len(triples)) for graph, triples in parsed]


def _parse(path: Path) -> list[ox.Triple]:
    form = EXTENSIONS.get(path.suffix.lstrip(".").casefold())
    if form is None:
        raise StoreError(str(path), f"which RDF syntax? Name the file .{', .'.join(EXTENSIONS)}")
    try:
        quads = list(ox.parse(path=path, format=FORMATS[form], base_iri=f"{BASE}loaded/{slug(path.stem)}"))
    except (SyntaxError, OSError) as error:
        raise StoreError(str(path), f"not valid {form}: {error}") from error
    return sorted(set(_with_names(quads, slug(path.stem))), key=str)


def _with_names(quads: Iterable[ox.Quad], file: str) -> Iterator[ox.Triple]:
    """Give blank nodes IRIs, the same whenever the same file is loaded."""
    names: dict[ox.BlankNode, ox.NamedNode] = {}

    def name(blank: ox.BlankNode) -> ox.NamedNode:
        return names.setdefault(blank, ox.NamedNode(f"{BASE}loaded/{file}-{digest(str(len(names)))}"))

    for quad in quads:
        subject = name(quad.subject) if isinstance(quad.subject, ox.BlankNode) else quad.subject
        value = name(quad.object) if isinstance(quad.object, ox.BlankNode) else quad.object
        yield ox.Triple(subject, quad.predicate, value)
