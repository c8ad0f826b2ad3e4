"""Carrying out changes of the graph: few of them as one transaction, many loaded in bulk, none left half known.

What is about to be written is noted as unsure first and as sure when it is there, so whatever breaks a build
off, the next one knows what to write again.
"""

from __future__ import annotations

from collections import deque
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
_FEW = 10_000
"""More descriptions than this, where they replace none, are loaded in bulk."""
_END = " .\n"
BULK = 40_000
"""Descriptions that are loaded together where more pieces change: the more, the less the database has to sort anew
what it has, and the more memory it takes."""
_LOADERS = 2
"""Batches that are loaded at a time."""
_TAKEN = 30_000
"""Pieces that are taken out together."""


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


@dataclass(frozen=True, slots=True)
class _Loading:
    """A batch that is being loaded."""

    done: Future[None]
    after: list[Piece]
    """What is noted of it once it is there."""

    def finish(self, readings: Readings) -> None:
        """Wait for it, and note that it is there."""
        self.done.result()
        _confirm(readings, self.after, [])


def change(
    database: ox.Store,
    readings: Readings,
    *,
    wanted: Sequence[Part],
    gone: Sequence[Piece],
    written: Mapping[str, Piece],
) -> None:
    """Write parts in place of what was written of them, and drop pieces that are no longer wanted."""
    few = len(wanted) + len(gone) <= AT_ONCE
    batches = _make(wanted, whole=few)
    old = [*gone, *(written[part.name] for part in wanted if part.name in written)]
    if not few:
        _change_in_bulk(database, readings, batches, old, gone)
        return
    made = next(batches, [])
    if old or sum(len(one.lines) for one in made) <= _FEW:
        after = _note(readings, made, old)
        removed, added = _compare(database, made, old)
        database.update(to_update(gone, removed, added))
        _confirm(readings, after, old)
    else:
        _change_in_bulk(database, readings, iter([made]), [], [])


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
    old: Sequence[Piece],
    gone: Sequence[Piece],
) -> None:
    """Write batches, a few at a time; while these are loaded, the next is made.

    What is old in the graph that pieces share is taken out first: a subject may pass from one piece to another.
    """
    dropped = {piece.name for piece in gone}
    _take_out(database, readings, [piece for piece in old if piece.graph == RESOLUTION or piece.name in dropped])
    kept = {piece.name: piece for piece in old if piece.graph != RESOLUTION and piece.name not in dropped}
    with ThreadPoolExecutor(_LOADERS) as loader:
        loading: deque[_Loading] = deque()
        for made in batches:
            if len(loading) == _LOADERS:
                loading.popleft().finish(readings)
            again = [kept[one.part.name] for one in made if one.part.name in kept]
            after = _note(readings, made, again)
            removed, added = _compare(database, made, again)
            if removed:
                database.update(to_update([], removed, []))
            made.clear()
            loading.append(_Loading(loader.submit(_load, database, _encode(added)), after))
            del added
        for batch in loading:
            batch.finish(readings)


def _take_out(database: ox.Store, readings: Readings, old: Sequence[Piece]) -> None:
    """Drop pieces, and what is noted of them."""
    for start in range(0, len(old), _TAKEN):
        pieces = old[start : start + _TAKEN]
        _note(readings, [], pieces)
        database.update(to_update(pieces, _find_all(database, pieces), []))
        _confirm(readings, [], pieces)


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


def _compare(database: ox.Store, made: Iterable[_Made], old: Iterable[Piece]) -> tuple[set[ox.Quad], list[str]]:
    """Tell which statements to take out and which to put in, so that what is made is there in place of what is old.

    Of pieces that are there before and after, only what differs. What is to put in is TriG, which SPARQL has too.
    """
    known = {piece.name for piece in old}
    fresh: list[_Made] = []
    again: list[_Made] = []
    for one in made:
        (again if one.part.name in known else fresh).append(one)
    before, after = set(_find_all(database, old)), set(_parse("".join(_to_graphs(again))))
    return before - after, [*_to_graphs(fresh), *_to_text(after - before)]


def _find_all(database: ox.Store, pieces: Iterable[Piece]) -> Iterator[ox.Quad]:
    """Find the statements of pieces."""
    for piece in pieces:
        graph = ox.NamedNode(piece.graph)
        for subject in map(ox.NamedNode, piece.subjects) if piece.graph == RESOLUTION else [None]:
            yield from database.quads_for_pattern(subject, None, None, graph)


def to_update(gone: Iterable[Piece], removed: Iterable[ox.Quad], added: Iterable[str]) -> str:
    """Word a change as one SPARQL update, which a store carries out wholly or not at all."""
    steps = [f"DROP SILENT GRAPH <{piece.graph}>" for piece in gone if piece.graph != RESOLUTION]
    taken, put = "".join(_to_text(removed)), "".join(added)
    return " ;\n".join([*steps, f"DELETE DATA {{\n{taken}}}", f"INSERT DATA {{\n{put}}}"])


def _to_graphs(made: Iterable[_Made]) -> Iterator[str]:
    """Write each part as TriG."""
    return (f"GRAPH <{one.part.graph}> {{\n{_END.join(one.lines)} }}\n" for one in made if one.lines)


def _to_text(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """Write each statement as TriG."""
    return (f"GRAPH {quad.graph_name} {{ {quad.triple} }}\n" for quad in quads)


def _encode(texts: Iterable[str]) -> bytes:
    """Put texts together; each for itself, as one letter that is not ASCII makes all of a text larger and slower."""
    return b"".join([text.encode() for text in texts])


def _parse(text: str) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(text, format=ox.RdfFormat.TRIG)
    except SyntaxError as error:
        raise _explain(error) from error


def _load(database: ox.Store, text: bytes) -> None:
    """Load statements in bulk; IRIs that are not ours are not checked again, `kg.graph.sound` has done so."""
    try:
        database.bulk_load(text, format=ox.RdfFormat.TRIG, lenient=True)
    except SyntaxError as error:
        raise _explain(error) from error


def _explain(error: SyntaxError) -> StoreError:
    return StoreError("graph", f"a statement that is no RDF: {error}; please report")
