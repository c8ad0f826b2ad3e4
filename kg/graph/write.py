"""Bring the graph in line with what was concluded, by writing only what differs.

The graph is made of pieces: a named graph for each document, for the ontology and the reference data, and in
the resolution graph the description of each actor, place, treaty and event. Each has a signature of what it is
made from; only those whose signature has changed are written.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError, VocabularyError
from kg.graph.change import Part, change
from kg.graph.rdf import (
    LOADED,
    ONTOLOGY,
    REFERENCE,
    RESOLUTION,
    describe_actor,
    describe_event,
    describe_place,
    describe_treaty,
    graph_of,
    to_statements,
)
from kg.graph.resolution import Naming, Reference, Resolution
from kg.graph.vocab import expand
from kg.model import fold
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.graph.readings import Readings

_TERMS = ("accession.ttl", "alignments.ttl", "roles.ttl", "statuses.ttl")
"""What of the ontology the graph holds; shapes are for `kg check` alone."""


def sign(*parts: object) -> str:
    """Make a signature of what a piece is made from: equal sources, equal signatures.

    >>> sign("a", ("b", 1)) == sign("a", ("b", 1)), sign("a") == sign("b")
    (True, False)
    """
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def list_parts(resolution: Resolution, readings: Readings) -> Iterator[Part]:
    """List the pieces that the documents and what was concluded of them make."""
    digests = readings.digests()
    for document, naming in resolution.namings.items():
        yield Part(
            name=f"document {naming.slug}",
            signature=_sign_document(digests[document], document, naming),
            graph=graph_of(naming.slug),
            make=partial(_write_document, readings, document, naming),
        )
    for actor in resolution.actors:
        yield _part(f"actor {actor.iri}", sign(actor), partial(describe_actor, actor))
    for place in resolution.places:
        yield _part(f"place {place.iri}", sign(place), partial(describe_place, place))
    for treaty in resolution.treaties:
        yield _part(f"treaty {treaty.iri}", sign(treaty), partial(describe_treaty, treaty))
    for event in resolution.events:
        yield _part(f"event {event.iri}", sign(event), partial(describe_event, event))


def _sign_document(digest: str, document: str, naming: Naming) -> str:
    names = sorted(naming.events.items()), sorted(naming.actors.items()), sorted(naming.elsewhere)
    return sign(digest, document, *names)


def list_shipped() -> list[Path]:
    """List the files of reference data that come with the package."""
    return sorted((folder("ontology") / "reference").rglob("*.ttl"))


def list_knowledge(reference: Sequence[Path]) -> Iterator[Part]:
    """List the pieces that no document makes: the ontology and, from files, the reference data."""
    yield _load("ontology", ONTOLOGY, [folder("ontology") / name for name in _TERMS])
    if reference:
        yield _load("reference", REFERENCE, reference)


def find_reference(files: Iterable[Path]) -> Reference:
    """Read the names that reference data gives."""
    naming = {ox.NamedNode(expand(name)) for name in ("rdfs:label", "skos:altLabel")}
    names: dict[str, set[str]] = {}
    for triple in _parse_all(files):
        subject, value = triple.subject, triple.object
        if triple.predicate in naming and isinstance(subject, ox.NamedNode) and isinstance(value, ox.Literal):
            names.setdefault(subject.value, set()).add(fold(value.value))
    return Reference(names={iri: frozenset(found) for iri, found in names.items()})


def write_parts(database: ox.Store, readings: Readings, parts: Iterable[Part]) -> int:
    """Write the parts that differ from what was written, drop what is no longer wanted.

    Gives the number of pieces that changed. Many changes are loaded in bulk, a few are one transaction.
    """
    signatures = _match_halves(database, readings)
    wanted: set[str] = set()
    changed: list[Part] = []
    for part in parts:
        wanted.add(part.name)
        if signatures.get(part.name) != part.signature:
            changed.append(part)
    gone = [name for name in signatures if name not in wanted]
    written = readings.get_pieces(name for name in (*gone, *(part.name for part in changed)) if name in signatures)
    if changed or gone:
        change(database, readings, wanted=changed, gone=[written[name] for name in gone], written=written)
    return len(changed) + len(gone)


def write_loaded(database: ox.Store, readings: Readings) -> None:
    """Write the graphs that stand beside the readings, without what another graph says already.

    A query over all graphs counts a statement once for each graph that has it, so each is said by one.
    """
    pending = {ox.NamedNode(graph) for graph in readings.list_loaded()}
    for graph in sorted(pending, key=str):
        text = readings.get_loaded(graph.value)
        triples = {quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.N_TRIPLES)}
        wanted = {triple for triple in triples if not _is_said(database, triple, but=pending)}
        held = {quad.triple for quad in database.quads_for_pattern(None, None, None, graph)}
        database.extend(_in(graph, triple) for triple in wanted - held)
        for triple in held - wanted:
            database.remove(_in(graph, triple))
        pending = pending - {graph}


def _in(graph: ox.NamedNode, triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _is_said(database: ox.Store, triple: ox.Triple, *, but: Collection[ox.NamedNode]) -> bool:
    """Tell whether a graph has a statement, other than some."""
    found = database.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(quad.graph_name not in but for quad in found)


def _match_halves(database: ox.Store, readings: Readings) -> dict[str, str | None]:
    """Give the signatures of what was written; of a store that lost one half, first drop what is left of the other.

    What was loaded beside the readings stays.
    """
    signatures = readings.signatures()
    graphs = (graph for graph in database.named_graphs() if not str(graph.value).startswith(LOADED))
    if not signatures:
        for graph in list(graphs):
            database.remove_graph(graph)
    elif next(graphs, None) is None:
        readings.set_pieces([], drop=list(signatures))
        return {}
    return signatures


def _part(name: str, signature: str, make: Callable[[], Iterable[str]]) -> Part:
    return Part(name=name, signature=signature, graph=RESOLUTION, make=make)


def _write_document(readings: Readings, document: str, naming: Naming) -> list[str]:
    reading = readings.get(document)
    if reading is None:
        raise StoreError(document, "its reading is missing; build the store again")
    return to_statements(reading, naming)


def _load(name: str, graph: str, paths: Sequence[Path]) -> Part:
    texts = [path.read_bytes() for path in paths]
    return Part(name=name, signature=sign(*texts), graph=graph, make=lambda: map(str, _parse_all(paths)))


def _parse_all(paths: Iterable[Path]) -> Iterator[ox.Triple]:
    for path in paths:
        try:
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                yield quad.triple
        except SyntaxError as error:
            raise VocabularyError(path.name, f"not valid Turtle: {error}") from error
