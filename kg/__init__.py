"""Read texts on disarmament into a knowledge graph, and ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from kg.session import Session

__all__ = ["open"]


def open(store: str | os.PathLike[str] = "kg-store") -> Session:  # noqa: A001 -- reads well as `kg.open("kg-store")`
    """Open a store for questions; StoreError where there is none.

    Close it, or use it in a `with` block, to let builds write again.
    """
    from kg.session import Session

    return Session(store)
