"""The readings kept beside the graph, in one SQLite file: what each document said, and what was written of it.

The graph follows from the readings alone. Each reading is committed as it is made, so a build that is
killed has lost none; what was being written to the graph is noted first, so the next build mends it.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kg.errors import StoreError
from kg.graph.profile import Profile, profile_reading
from kg.graph.record import from_json, share, to_json
from kg.model import Reading

Kept = TypeVar("Kept")

FILE = "readings.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reading (
    document TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reader TEXT NOT NULL, digest TEXT NOT NULL,
    profile TEXT NOT NULL, text TEXT NOT NULL, record TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS piece (
    name TEXT PRIMARY KEY, signature TEXT, graph TEXT NOT NULL, subjects TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS loaded (graph TEXT PRIMARY KEY, digest TEXT NOT NULL, statements TEXT NOT NULL);
"""
_CURE = "check the folder's permissions and the free space"
_FORM = 2
"""Of the profiles: those of a store that has another number are made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One reading as it is stored."""

    document: str
    sha256: str
    reader: str
    """Fingerprint of the code and data that made the reading."""
    digest: str
    """Of all that was read: two readings with one digest say the same."""
    profile: str
    text: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of the graph that is written as a whole."""

    name: str
    signature: str | None
    """What it was made from; None where writing it may have been broken off."""
    graph: str
    """The named graph that it is, or is a part of."""
    subjects: tuple[str, ...] = ()
    """Whose statements it holds in the resolution graph."""


def to_row(reading: Reading, reader: str) -> Row:
    """Make of a reading what is stored; the text is kept once, beside the record."""
    document = reading.document
    record = to_json(replace(reading, document=replace(document, text="")))
    return Row(
        document=document.identifier,
        sha256=document.sha256,
        reader=reader,
        digest=hashlib.sha256(f"{record}\x1f{document.text}".encode("utf-8", "surrogatepass")).hexdigest(),
        profile=to_json(profile_reading(reading)),
        text=document.text,
        record=record,
    )


def from_row(record: str, text: str) -> Reading:
    """Take a stored reading up again."""
    reading = _revive(Reading, record)
    return replace(reading, document=replace(reading.document, text=text))


def _revive(kind: type[Kept], text: str) -> Kept:
    """Read a record back; sqlite3.DatabaseError where somebody else has written into the file."""
    try:
        return from_json(kind, text)
    except ValueError as error:
        raise sqlite3.DatabaseError(f"a record that cannot be read ({error})") from error


class Readings:
    """The SQLite file of a store: readings, settings, and the pieces of the graph that were written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Keep an open connection; `open_readings` makes one."""
        self._connection = connection

    def known(self) -> dict[str, tuple[str, str]]:
        """Tell for each document the digest of its file and the fingerprint of its reader."""
        rows = self._connection.execute("SELECT document, sha256, reader FROM reading")
        return {document: (sha256, reader) for document, sha256, reader in rows}

    def digests(self) -> dict[str, str]:
        """Tell for each document the digest of its reading."""
        return dict(self._connection.execute("SELECT document, digest FROM reading ORDER BY document"))

    def put(self, row: Row) -> None:
        """Keep a reading in place of any earlier one of the document."""
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO reading (document, sha256, reader, digest, profile, text, record)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (row.document, row.sha256, row.reader, row.digest, row.profile, row.text, row.record),
            )

    def remove(self, documents: Iterable[str]) -> None:
        """Drop documents, all or none."""
        with self._connection:
            self._connection.executemany("DELETE FROM reading WHERE document = ?", [(name,) for name in documents])

    def get(self, document: str) -> Reading | None:
        """Find the reading of a document."""
        found = self._connection.execute("SELECT record, text FROM reading WHERE document = ?", (document,)).fetchone()
        return from_row(*found) if found else None

    def get_text(self, document: str) -> str | None:
        """Find the text of a document."""
        found = self._connection.execute("SELECT text FROM reading WHERE document = ?", (document,)).fetchone()
        return str(found[0]) if found else None

    def profiles(self) -> Iterator[Profile]:
        """Yield what resolution needs to know, by document."""
        pool: dict[object, object] = {}
        for (profile,) in self._connection.execute("SELECT profile FROM reading ORDER BY document"):
            yield share(_revive(Profile, profile), pool)

    def setting(self, name: str) -> str | None:
        """Look up how the store was last built."""
        found = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else None

    def set_setting(self, name: str, value: str) -> None:
        """Keep how the store was built."""
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def renew_profiles(self) -> None:
        """Make the profiles anew that another version has made."""
        (form,) = self._connection.execute("PRAGMA user_version").fetchone()
        if form != _FORM:
            with self._connection:
                rows = self._connection.execute("SELECT document, record, text FROM reading").fetchall()
                made = ((to_json(profile_reading(from_row(record, text))), name) for name, record, text in rows)
                self._connection.executemany("UPDATE reading SET profile = ? WHERE document = ?", made)
                self._connection.execute(f"PRAGMA user_version = {_FORM}")

    def put_loaded(self, graph: str, statements: str) -> None:
        """Keep the N-Triples of a graph that stands beside the readings, in place of any earlier one of its name."""
        digest = hashlib.sha256(statements.encode("utf-8", "surrogatepass")).hexdigest()
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO loaded VALUES (?, ?, ?)", (graph, digest, statements))

    def drop_loaded(self, graphs: Iterable[str]) -> None:
        """Drop graphs that stand beside the readings."""
        with self._connection:
            self._connection.executemany("DELETE FROM loaded WHERE graph = ?", [(graph,) for graph in graphs])

    def list_loaded(self) -> dict[str, str]:
        """Tell for each graph beside the readings the digest of what it says, in the order of their names."""
        return dict(self._connection.execute("SELECT graph, digest FROM loaded ORDER BY graph"))

    def get_loaded(self, graph: str) -> str:
        """Give the N-Triples of a graph beside the readings."""
        (statements,) = self._connection.execute("SELECT statements FROM loaded WHERE graph = ?", (graph,)).fetchone()
        return str(statements)

    def signatures(self) -> dict[str, str | None]:
        """Tell for each piece that was written to the graph what it was made from."""
        return dict(self._connection.execute("SELECT name, signature FROM piece ORDER BY name"))

    def get_pieces(self, names: Iterable[str]) -> dict[str, Piece]:
        """Find those pieces of these names that were written."""
        found: dict[str, Piece] = {}
        for name in names:
            for signature, graph, subjects in self._connection.execute(
                "SELECT signature, graph, subjects FROM piece WHERE name = ?", (name,)
            ):
                parsed = _revive(tuple[str, ...], subjects)
                found[name] = Piece(name=name, signature=signature, graph=graph, subjects=parsed)
        return found

    def set_pieces(self, put: Iterable[Piece], drop: Iterable[str] = ()) -> None:
        """Note what is, or is about to be, written to the graph."""
        with self._connection:
            self._connection.executemany("DELETE FROM piece WHERE name = ?", [(name,) for name in drop])
            self._connection.executemany(
                "INSERT OR REPLACE INTO piece VALUES (?, ?, ?, ?)",
                [(piece.name, piece.signature, piece.graph, to_json(piece.subjects)) for piece in put],
            )


@contextmanager
def open_readings(folder: Path, *, create: bool = False) -> Iterator[Readings]:
    """Open the readings of a store; without `create` they must be there and are not changed."""
    path = folder / FILE
    if not create and not path.is_file():
        raise StoreError(str(folder), "no graph there; run `kg build` first")
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        mode = "rwc" if create else "ro" if os.access(folder, os.W_OK) else "ro&immutable=1"
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
        try:
            if create:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.executescript(_SCHEMA)
                Readings(connection).renew_profiles()
            yield Readings(connection)
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        damaged = not isinstance(error, OSError | sqlite3.OperationalError) or "no such" in str(error)
        cure = "the store is damaged, build it again in a new folder" if damaged else _CURE
        raise StoreError(str(folder), f"{error}; {cure}") from error
