"""Read texts on disarmament into a knowledge graph, and ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from kg.graph.store import Graph

__all__ = ["open"]


def open(store: str | os.PathLike[str]) -> Graph:  # noqa: A001 -- reads well as `kg.open("kg-store")`
    """Open a store for questions; StoreError where there is none.

    Close the graph, or use it in a `with` block, to let builds write again.
    """
    from pathlib import Path

    from kg.graph.store import open_graph

    return open_graph(Path(store))
