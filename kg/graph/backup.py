"""Copying a store while nobody writes it; the copy is a store like any other."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.graph.build import build_alone
from kg.graph.pin import DECISIONS
from kg.graph.readings import FILE
from kg.graph.reference import keep_reference, list_reference
from kg.graph.store import DATABASE, GRAPH_LOCK, require_store, write_database

if TYPE_CHECKING:
    from pathlib import Path


def back_up(store: Path, target: Path) -> None:
    """Copy a store to a folder that is not there yet; StoreError where it is, or cannot be made.

    To restore, use the copy as the store, or put it in the store's place.
    """
    require_store(store)
    if target.exists():
        raise StoreError(str(target), "is there already; name a new folder")
    try:
        with build_alone(store), write_database(store) as database:
            target.mkdir(parents=True)
            database.backup(str(target / DATABASE))
            keep_reference(target, list_reference(store))
            for path in (store / f"{GRAPH_LOCK}.lock", store / DECISIONS):
                if path.exists():
                    (target / path.name).write_bytes(path.read_bytes())
            source, copy = sqlite3.connect(store / FILE), sqlite3.connect(target / FILE)
            try:
                source.backup(copy)
            finally:
                source.close()
                copy.close()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(str(target), f"{error}; check the folder's permissions and the free space") from error
