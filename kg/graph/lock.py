"""Who may touch a store: one build at a time, and nobody reads while the graph itself is being written.

The locks are those of SQLite on small files of their own. The operating system releases them with the
process, however that ends, and they work on every platform that Python's `sqlite3` does.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError


@contextmanager
def hold_lock(folder: Path, name: str, *, wait: float = 0.0) -> Iterator[None]:
    """Hold a lock alone; StoreError where someone else has it for longer than `wait` seconds."""
    connection = _connect(folder / f"{name}.lock", "rwc", wait)
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise _explain(folder, error) from error
        yield
    finally:
        connection.close()


def share_lock(folder: Path, name: str, *, wait: float = 10.0) -> sqlite3.Connection:
    """Share a lock with other readers, until the connection that comes back is closed."""
    connection = _connect(folder / f"{name}.lock", "ro", wait)
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.OperationalError as error:
        connection.close()
        raise _explain(folder, error) from error
    return connection


def _connect(path: Path, mode: str, wait: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        return sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise StoreError(str(path.parent), f"{error}; check the folder's permissions") from error


def _explain(folder: Path, error: sqlite3.OperationalError) -> StoreError:
    if "locked" in str(error):
        return StoreError(str(folder), "another kg command is at work on it; wait for it to end, then try again")
    return StoreError(str(folder), f"{error}; check the folder's permissions and the free space")
