"""Taking out what a store holds: documents, and graphs that were loaded beside them, by any of their names."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.build import Report, build_alone, settle
from kg.graph.dump import EXTENSIONS
from kg.graph.lookup import to_iri
from kg.graph.name import name_documents
from kg.graph.rdf import LOADED
from kg.graph.readings import open_readings
from kg.graph.store import has_graph, open_graph, require_store, write_database
from kg.model import BASE, slug

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_MOST_SHOWN = 5


class Forgotten(NamedTuple):
    """What was taken out."""

    documents: tuple[str, ...]
    """By their identifiers."""
    graphs: tuple[str, ...]
    """By their IRIs."""


@dataclass(slots=True, kw_only=True)
class Outcome(Report):
    """What a store holds once something was taken out of it."""

    forgotten: Forgotten = field(default_factory=lambda: Forgotten((), ()))


def forget(store: Path, names: Iterable[str], *, decisions: Path | None = None) -> Outcome:
    """Take documents and loaded graphs out of a store, as if they had never been there.

    A document goes by its identifier, its IRI (`document:mess`), or the name or path of its file where exactly one
    document fits; a loaded graph by the name of its file, with or without its extension, or its IRI. StoreError where
    a name means nothing, or several things; nothing is taken out then.
    """
    require_store(store)
    with build_alone(store), open_readings(store, create=True) as readings:
        wanted = _find_all(store, set(names), tuple(readings.known()))
        if wanted.graphs:
            _drop_graphs(store, wanted.graphs)
        readings.drop_loaded(wanted.graphs)
        readings.remove(wanted.documents)
        outcome = Outcome(forgotten=wanted)
        settle(store, readings, outcome, decisions=decisions)
        return outcome


def _drop_graphs(store: Path, graphs: Iterable[str]) -> None:
    """Take graphs out, and let go of the database with the end of this function."""
    with write_database(store) as database:
        for graph in graphs:
            database.remove_graph(ox.NamedNode(graph))


def _find_all(store: Path, names: set[str], documents: tuple[str, ...]) -> Forgotten:
    graphs = _list_loaded(store)
    found: set[str] = set()
    missing = []
    for name in sorted(names):
        meant = _find_meant(name, documents, graphs)
        if len(meant) == 1:
            found |= meant
        else:
            missing.append(_word_failure(name, meant, (*documents, *(graph.removeprefix(LOADED) for graph in graphs))))
    if missing:
        raise StoreError(str(store), f"{'; '.join(missing)}; nothing was taken out")
    taken = found & graphs
    return Forgotten(tuple(sorted(found - taken)), tuple(sorted(taken)))


def _list_loaded(store: Path) -> frozenset[str]:
    """List the graphs that `kg load` made."""
    if not has_graph(store):
        return frozenset()
    with open_graph(store) as graph:
        return frozenset(str(g.value) for g in graph.database.named_graphs() if str(g.value).startswith(LOADED))


def _find_meant(name: str, documents: tuple[str, ...], graphs: frozenset[str]) -> set[str]:
    """Find what a name means: a whole identifier, an IRI, a loaded graph, a document's file, the surest first."""
    if name in documents:
        return {name}
    iri = to_iri(name)
    named = {identifier for identifier, short in name_documents(documents).items() if iri == f"{BASE}document/{short}"}
    if named or iri in graphs:
        return named or {str(iri)}
    path = PurePath(name)
    if not path.name:
        return set()
    stem = path.stem if path.suffix.lstrip(".").casefold() in EXTENSIONS else path.name
    loaded = {f"{LOADED}{slug(stem)}"} & graphs if slug(stem) else set()
    return set(loaded) or _find_by_file(path, documents)


def _find_by_file(path: PurePath, documents: tuple[str, ...]) -> set[str]:
    """Find the documents that a file may have made: the longest end of its path that is one, else all that end so.

    >>> sorted(_find_by_file(PurePath("my/states.txt"), ("states", "other/states")))
    ['states']
    >>> sorted(_find_by_file(PurePath("states.txt"), ("my/states", "other/states")))
    ['my/states', 'other/states']
    """
    plain = path.with_suffix("")
    plain = plain.with_suffix("") if path.suffix.casefold() == ".gz" else plain
    for parts in (form.parts[place:] for form in (path, plain) for place in range(len(form.parts))):
        if (end := "/".join(parts)) in documents:
            return {end}
    end = f"/{plain.as_posix()}"
    return {identifier for identifier in documents if identifier.endswith(end)}


def _word_failure(name: str, meant: set[str], known: tuple[str, ...]) -> str:
    if meant:
        more = ", ..." if len(meant) > _MOST_SHOWN else ""
        return f"several documents fit {name}: {', '.join(sorted(meant)[:_MOST_SHOWN])}{more}"
    near = difflib.get_close_matches(PurePath(name).stem.casefold(), {one.casefold(): one for one in known}, n=3)
    shown = sorted(one for one in known if one.casefold() in near)[:_MOST_SHOWN]
    hint = f"did you mean {' or '.join(shown)}?" if shown else "`kg query documents` lists those that there are"
    return f"no such document: {name}; {hint}"
