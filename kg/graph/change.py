"""Carrying out changes of the graph: few of them as one transaction, many loaded in bulk, none left half known.

What is about to be written is noted as unsure first and as sure when it is there, so whatever breaks a build
off, the next one knows what to write again.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.rdf import RESOLUTION
from kg.graph.readings import Piece, Readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

AT_ONCE = 500
"""Up to so many pieces are changed in one transaction."""
_FEW_STATEMENTS = 20_000
"""More statements than this, where they replace none, are loaded in bulk."""
_END = " .\n"
BULK = 200_000
"""Statements that are loaded together where more pieces change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the graph that is wanted, and how to make its statements."""

    name: str
    signature: str
    graph: str
    make: Callable[[], Iterable[str]]
    """Gives its statements as `kg.graph.rdf` words them."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A part with its statements."""

    part: Part
    lines: list[str]

    def piece(self) -> Piece:
        """Say what is noted of it once it is written."""
        shared = self.part.graph == RESOLUTION
        subjects = tuple(sorted({line.partition(" ")[0][1:-1] for line in self.lines})) if shared else ()
        return Piece(name=self.part.name, signature=self.part.signature, graph=self.part.graph, subjects=subjects)


def change(
    database: ox.Store,
    readings: Readings,
    *,
    wanted: Sequence[Part],
    gone: Sequence[Piece],
    written: Mapping[str, Piece],
) -> None:
    """Write parts in place of what was written of them, and drop pieces that are no longer wanted."""
    batches = _make(wanted, whole=len(wanted) + len(gone) <= AT_ONCE)
    if len(wanted) + len(gone) > AT_ONCE:
        _change_in_bulk(database, readings, batches, list(gone), written)
        return
    made = next(batches, [])
    old = [*gone, *(written[one.part.name] for one in made if one.part.name in written)]
    if old or sum(len(one.lines) for one in made) <= _FEW_STATEMENTS:
        after = _note(readings, made, old)
        database.update(to_update(old, _find_removed(database, old), made))
        _confirm(readings, after, old)
    else:
        _change_in_bulk(database, readings, iter([made]), [], written)


def _make(parts: Iterable[Part], *, whole: bool) -> Iterator[list[_Made]]:
    """Make the statements of parts, all together or in batches that fit into memory."""
    batch: list[_Made] = []
    size = 0
    for part in parts:
        batch.append(_Made(part, list(part.make())))
        size += len(batch[-1].lines)
        if size >= BULK and not whole:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _change_in_bulk(
    database: ox.Store,
    readings: Readings,
    batches: Iterator[list[_Made]],
    gone: list[Piece],
    written: Mapping[str, Piece],
) -> None:
    """Write batches one after the other; while one is loaded, the next is made."""
    with ThreadPoolExecutor(1) as loader:
        loading: Future[None] | None = None
        after: list[Piece] = []
        old: list[Piece] = []
        for made in batches:
            _finish(loading, readings, after, old)
            old = [*gone, *(written[one.part.name] for one in made if one.part.name in written)]
            gone = []
            after = _note(readings, made, old)
            if old:
                database.update(to_update(old, _find_removed(database, old), []))
            loading = loader.submit(_load, database, _to_graphs(made).encode())
        _finish(loading, readings, after, old)
    if gone:
        _note(readings, [], gone)
        database.update(to_update(gone, _find_removed(database, gone), []))
        _confirm(readings, [], gone)


def _finish(loading: Future[None] | None, readings: Readings, after: list[Piece], old: list[Piece]) -> None:
    if loading is not None:
        loading.result()
        _confirm(readings, after, old)


def _load(database: ox.Store, text: bytes) -> None:
    try:
        database.bulk_load(text, format=ox.RdfFormat.TRIG)
    except SyntaxError as error:
        raise StoreError("graph", f"a statement that is no RDF: {error}; please report") from error


def _note(readings: Readings, made: Iterable[_Made], old: Iterable[Piece]) -> list[Piece]:
    """Note what may be left half done, and give what will hold when it is done."""
    after = {one.part.name: one.piece() for one in made}
    before = {piece.name: piece for piece in old}
    unsure = []
    for name in sorted({*before, *after}):
        both = [pieces[name] for pieces in (before, after) if name in pieces]
        subjects = tuple(sorted({subject for piece in both for subject in piece.subjects}))
        unsure.append(Piece(name=name, signature=None, graph=both[-1].graph, subjects=subjects))
    readings.set_pieces(unsure)
    return list(after.values())


def _confirm(readings: Readings, after: Iterable[Piece], old: Iterable[Piece]) -> None:
    """Note that what was unsure is done."""
    done = {piece.name: piece for piece in after}
    readings.set_pieces(done.values(), drop=[piece.name for piece in old if piece.name not in done])


def _find_removed(database: ox.Store, old: Iterable[Piece]) -> Iterator[ox.Quad]:
    """Find the statements of pieces that share the resolution graph."""
    graph = ox.NamedNode(RESOLUTION)
    for piece in old:
        for subject in piece.subjects:
            yield from database.quads_for_pattern(ox.NamedNode(subject), None, None, graph)


def to_update(old: Iterable[Piece], removed: Iterable[ox.Quad], made: Iterable[_Made]) -> str:
    """Word a change as one SPARQL update, which a store carries out wholly or not at all."""
    steps = [f"DROP SILENT GRAPH <{piece.graph}>" for piece in old if piece.graph != RESOLUTION]
    dropped = "".join(f"{quad.triple} .\n" for quad in removed)
    steps.append(f"DELETE DATA {{ GRAPH <{RESOLUTION}> {{\n{dropped}}} }}")
    steps.append(f"INSERT DATA {{\n{_to_graphs(made)}}}")
    return " ;\n".join(steps)


def _to_graphs(made: Iterable[_Made]) -> str:
    """Write parts as TriG, which SPARQL has too."""
    return "".join([f"GRAPH <{one.part.graph}> {{\n{_END.join(one.lines)} }}\n" for one in made if one.lines])
