"""Bring the graph in line with what was concluded, by writing only what differs.

The graph is made of pieces: a named graph for each document, for the ontology and the reference data, and in
the resolution graph the description of each actor, place, treaty and event. A piece is noted as unsure before
it is written and as sure after, so a build that was killed is mended by the next.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError, VocabularyError
from kg.graph.rdf import (
    ONTOLOGY,
    REFERENCE,
    RESOLUTION,
    describe_actor,
    describe_event,
    describe_place,
    describe_treaty,
    graph_of,
    term,
    to_quads,
)
from kg.graph.readings import Piece, Readings
from kg.graph.resolution import Naming, Reference, Resolution
from kg.model import fold
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

AT_ONCE = 500
"""Up to so many pieces are changed in one transaction."""
_FEW_STATEMENTS = 20_000
"""More statements than this, where they replace none, are loaded in bulk."""
BULK = 200_000
"""Statements that are loaded together where more pieces change."""


_TERMS = ("accession.ttl", "alignments.ttl", "roles.ttl", "statuses.ttl")
"""What of the ontology the graph holds; shapes are for `kg check` alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the graph that is wanted, and how to make its statements."""

    name: str
    signature: str
    graph: str
    make: Callable[[], Iterable[ox.Quad]]

    @property
    def whole(self) -> bool:
        """Tell whether it is all of its named graph, or some subjects of the resolution graph."""
        return self.graph != RESOLUTION


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
            graph=graph_of(naming.slug).value,
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


def list_knowledge(*, reference: bool, own: Sequence[Path] = ()) -> Iterator[Part]:
    """List the pieces that no document makes: the ontology and, where wanted, the reference data, the user's too."""
    yield _load("ontology", ONTOLOGY, [folder("ontology") / name for name in _TERMS])
    if reference:
        yield _load("reference", REFERENCE, [*sorted((folder("ontology") / "reference").rglob("*.ttl")), *own])


def find_reference(database: ox.Store) -> Reference:
    """Read the names that the reference graph holds."""
    graph = ox.NamedNode(REFERENCE)
    names: dict[str, set[str]] = {}
    for name in ("rdfs:label", "skos:altLabel"):
        for quad in database.quads_for_pattern(None, term(name), None, graph):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                names.setdefault(quad.subject.value, set()).add(fold(quad.object.value))
    return Reference(names={iri: frozenset(found) for iri, found in names.items()})


def write_parts(database: ox.Store, readings: Readings, parts: Iterable[Part], *, scope: Callable[[str], bool]) -> int:
    """Write the parts that differ from what was written, drop those of the scope that are no longer wanted.

    `scope` tells by a piece's name whether these parts are all there should be of its sort. Gives the number of
    pieces that changed. Many changes are loaded in bulk, a few are one transaction.
    """
    written = readings.pieces()
    wanted: set[str] = set()
    changed: list[Part] = []
    for part in parts:
        wanted.add(part.name)
        old = written.get(part.name)
        if old is None or old.signature != part.signature:
            changed.append(part)
    gone = [piece for name, piece in sorted(written.items()) if scope(name) and name not in wanted]
    few = len(changed) + len(gone) <= AT_ONCE
    dropped = len(gone)
    for batch in _make(changed, whole=few):
        replaced = [written[part.name] for part, _ in batch if part.name in written]
        _write_batch(database, readings, batch, [*gone, *replaced], few=few)
        gone = []
    if gone:
        _write_batch(database, readings, [], gone, few=few)
    return len(changed) + dropped


def _make(parts: Iterable[Part], *, whole: bool) -> Iterator[list[tuple[Part, list[ox.Quad]]]]:
    """Make the statements of parts, all together or in batches that fit into memory."""
    batch: list[tuple[Part, list[ox.Quad]]] = []
    size = 0
    for part in parts:
        batch.append((part, list(part.make())))
        size += len(batch[-1][1])
        if size >= BULK and not whole:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write_batch(
    database: ox.Store, readings: Readings, made: list[tuple[Part, list[ox.Quad]]], old: list[Piece], *, few: bool
) -> None:
    """Replace old pieces by new ones, noting first what may be left half done."""
    before = {piece.name: piece for piece in old}
    after = {}
    for part, quads in made:
        subjects = () if part.whole else tuple(sorted({str(quad.subject).strip("<>") for quad in quads}))
        after[part.name] = Piece(name=part.name, signature=part.signature, graph=part.graph, subjects=subjects)
    unsure = [
        Piece(
            name=name,
            signature=None,
            graph=(after.get(name) or before[name]).graph,
            subjects=tuple(sorted({s for pieces in (before, after) if name in pieces for s in pieces[name].subjects})),
        )
        for name in sorted({*before, *after})
    ]
    readings.set_pieces(unsure)
    removed = list(_find_removed(database, old))
    added = [quad for _, quads in made for quad in quads]
    if few and (old or len(added) <= _FEW_STATEMENTS):
        database.update(to_update(old, removed, added))
    else:
        if old:
            database.update(to_update(old, removed, []))
        database.bulk_extend(added)
    readings.set_pieces(after.values(), drop=before.keys() - after.keys())


def _find_removed(database: ox.Store, old: Iterable[Piece]) -> Iterator[ox.Quad]:
    """Find the statements of pieces that share the resolution graph."""
    graph = ox.NamedNode(RESOLUTION)
    for piece in old:
        for subject in piece.subjects:
            yield from database.quads_for_pattern(ox.NamedNode(subject), None, None, graph)


def to_update(old: Iterable[Piece], removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> str:
    """Word a change as one SPARQL update, which a store carries out wholly or not at all."""
    steps = [f"DROP SILENT GRAPH <{piece.graph}>" for piece in old if piece.graph != RESOLUTION]
    steps += [f"{word} DATA {{\n{_to_text(quads)}}}" for word, quads in (("DELETE", removed), ("INSERT", added))]
    return " ;\n".join(steps)


def _to_text(quads: Iterable[ox.Quad]) -> str:
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(f"{quad.triple} .\n")
    return "".join(f"GRAPH {graph} {{\n{''.join(lines)}}}\n" for graph, lines in by_graph.items())


def _part(name: str, signature: str, make: Callable[[], Iterable[ox.Triple]]) -> Part:
    return Part(name=name, signature=signature, graph=RESOLUTION, make=partial(_in_resolution, make))


def _in_resolution(make: Callable[[], Iterable[ox.Triple]]) -> Iterator[ox.Quad]:
    graph = ox.NamedNode(RESOLUTION)
    for triple in make():
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _write_document(readings: Readings, document: str, naming: Naming) -> Iterator[ox.Quad]:
    reading = readings.get(document)
    if reading is None:
        raise StoreError(document, "its reading is missing; build the store again")
    yield from to_quads(reading, naming)


def _load(name: str, graph: str, paths: list[Path]) -> Part:
    texts = [path.read_bytes() for path in paths]
    return Part(name=name, signature=sign(*texts), graph=graph, make=partial(_parse_all, graph, paths))


def _parse_all(graph: str, paths: Iterable[Path]) -> Iterator[ox.Quad]:
    name = ox.NamedNode(graph)
    for path in paths:
        try:
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                yield ox.Quad(quad.subject, quad.predicate, quad.object, name)
        except SyntaxError as error:
            raise VocabularyError(path.name, f"not valid Turtle: {error}") from error
