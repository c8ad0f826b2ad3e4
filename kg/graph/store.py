"""A graph on disk: where it lies, how it is opened for questions and for writing.

A store is a folder: `graph/` is the Oxigraph database, `readings.sqlite` what each document said, the
`.lock` files keep builds and readers apart.
"""

from __future__ import annotations

import difflib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from kg.errors import QueryError, StoreError
from kg.graph.lock import hold_lock, share_lock
from kg.graph.lookup import to_iri
from kg.graph.remote import find_server

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    import pyoxigraph as ox

    from kg.graph.remote import Server

DATABASE = "graph"
BUILD_LOCK = "build"
GRAPH_LOCK = "graph"
_PATIENCE = 60.0
"""Seconds that a build waits for readers to finish before it writes."""


class Graph:
    """A graph that can be asked, as it stood when it was opened.

    Any number of processes may hold one open; a build that is ready to write waits for them. Closing it, or
    leaving its `with` block, lets go of it.
    """

    def __init__(
        self,
        folder: Path,
        database: ox.Store | None,
        *,
        lock: sqlite3.Connection | None = None,
        server: Server | None = None,
    ) -> None:
        """Keep what `open_graph` opened."""
        self.folder = folder
        self._database = database
        self._lock = lock
        self._server = server

    @property
    def database(self) -> ox.Store:
        """The Oxigraph database, for reading only; of a server, a copy that is fetched at the first need."""
        if self._database is None and self._server is not None:
            self._database = self._server.fetch()
        if self._database is None:
            raise StoreError(str(self.folder), "the graph was closed; open it again")
        return self._database

    def select(self, text: str, bindings: Mapping[str, ox.NamedNode | ox.Literal] | None = None) -> ox.QuerySolutions:
        """Ask a SELECT over the union of all named graphs; `bindings` fix variables that it projects."""
        import pyoxigraph as ox

        found = self.ask(text, bindings)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("SELECT", "a query that gives rows was expected")
        return found

    def ask(
        self, text: str, bindings: Mapping[str, ox.NamedNode | ox.Literal] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Ask any SPARQL query over the union of all named graphs.

        A mistake in it is a SyntaxError with its position, a bound variable that is not projected a RuntimeError;
        `kg.graph.query` words both for users.
        """
        import pyoxigraph as ox

        if self._server is not None and self._database is None:
            return self._server.ask(text, bindings)
        fixed: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable(name): value for name, value in (bindings or {}).items()
        }
        return self.database.query(text, use_default_graph_as_union=True, substitutions=fixed or None)

    def find_graph(self, name: str) -> str:
        """Find a named graph by its IRI, in full or prefixed; StoreError where there is none."""
        import pyoxigraph as ox

        iri = to_iri(name) or name
        try:
            if self.database.contains_named_graph(ox.NamedNode(iri)):
                return iri
        except ValueError:
            pass
        graphs = sorted(graph.value for graph in self.database.named_graphs() if isinstance(graph, ox.NamedNode))
        near = difflib.get_close_matches(iri, graphs, n=3) or graphs[:3]
        raise StoreError(str(self.folder), f"no graph {name}; there are {len(graphs)}, such as {', '.join(near)}")

    def close(self) -> None:
        """Let go of the store."""
        self._database = self._server = None
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def require_folder(folder: Path) -> None:
    """Raise StoreError where a server or a file is named in place of a folder."""
    server = find_server(folder)
    if server is not None:
        raise StoreError(server.address, "a server can be asked, not built; build a folder, then put its export there")
    if folder.exists() and not folder.is_dir():
        raise StoreError(str(folder), "a file, where a store is a folder; name another with --store")


def require_store(folder: Path) -> None:
    """Raise StoreError where a folder holds no store, or a server is named that only a folder will do for."""
    require_folder(folder)
    if not (folder / DATABASE).is_dir():
        raise StoreError(str(folder), "no graph there; run `kg build` first")


def has_graph(folder: Path) -> bool:
    """Tell whether a store holds a database: the file that every other of it is found by."""
    return (folder / DATABASE / "CURRENT").is_file()


def open_graph(folder: Path) -> Graph:
    """Open a store, or a server's address, for questions; StoreError where there is none."""
    import pyoxigraph as ox

    server = find_server(folder)
    if server is not None:
        return Graph(folder, None, server=server)
    require_store(folder)
    lock = share_lock(folder, GRAPH_LOCK)
    try:
        database = ox.Store.read_only(str(folder / DATABASE))
    except (OSError, RuntimeError) as error:
        lock.close()
        raise StoreError(str(folder), f"{error}; the store is damaged, build it again in a new folder") from error
    return Graph(folder, database, lock=lock)


@contextmanager
def write_database(folder: Path) -> Iterator[ox.Store]:
    """Open the database of a store for writing, alone; it is created where there is none."""
    import pyoxigraph as ox

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(str(folder), f"{error.strerror}; check the folder's permissions") from error
    with hold_lock(folder, GRAPH_LOCK, wait=_PATIENCE):
        try:
            database = ox.Store(str(folder / DATABASE))
        except RuntimeError as error:
            raise StoreError(str(folder), f"{error}; the store is damaged, build it again in a new folder") from error
        except OSError as error:
            raise StoreError(str(folder), f"{error}; check the folder's permissions and the free space") from error
        try:
            yield database
            database.flush()
        except OSError as error:
            raise StoreError(str(folder), f"{error}; check the folder's permissions and the free space") from error
