"""Where to draw each actor of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import networkx as nx

_DIGITS = 4


def place_actors(graph: nx.Graph[str], *, seed: int = 1) -> dict[str, tuple[float, float]]:
    """Give every actor a place in the unit square, those who met often near each other.

    Each connected part is laid out by springs (Fruchterman and Reingold 1991) from a stated seed; the parts are
    set side by side, the largest first, each in a square whose side grows with the root of its size. Places are
    rounded, so that the last digits of a processor's arithmetic do not show.
    """
    import networkx as nx

    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    places: dict[str, tuple[float, float]] = {}
    x = y = height = 0.0
    width = max(len(parts[0]) ** 0.5 if parts else 1.0, sum(len(part) for part in parts) ** 0.5)
    for part in parts:
        side = len(part) ** 0.5
        if x and x + side > width * 1.05:
            x, y, height = 0.0, y + height, 0.0
        for node, (across, down) in _springs(graph, part, seed).items():
            places[node] = (x + side * across, y + side * down)
        x, height = x + side, max(height, side)
    return _fill(places)


def _springs(graph: nx.Graph[str], part: list[str], seed: int) -> dict[str, tuple[float, float]]:
    import networkx as nx

    if len(part) == 1:
        return {part[0]: (0.5, 0.5)}
    plain: nx.Graph[int] = nx.Graph()
    number = {node: place for place, node in enumerate(part)}
    plain.add_nodes_from(range(len(part)))
    for node in part:
        for other in sorted(graph[node]):
            if number[other] > number[node]:
                plain.add_edge(number[node], number[other], weight=float(graph.edges[node, other]["weight"]) ** 0.5)
    start = nx.circular_layout(plain)
    found = nx.spring_layout(plain, pos=start, seed=seed, iterations=150, k=1.6 / len(part) ** 0.5, weight="weight")
    points = np.array([found[place] for place in range(len(part))])
    low, high = points.min(axis=0), points.max(axis=0)
    spread = np.where(high > low, high - low, 1.0)
    scaled = 0.08 + 0.84 * (points - low) / spread
    return {node: (float(scaled[number[node], 0]), float(scaled[number[node], 1])) for node in part}


def _fill(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Stretch the drawing to the unit square."""
    if not places:
        return {}
    points = np.array(list(places.values()))
    low, high = points.min(axis=0), points.max(axis=0)
    spread = np.where(high > low, high - low, 1.0)
    middle = np.where(high > low, 0.0, 0.5)
    scaled = ((points - low) / spread + middle).round(_DIGITS)
    return {node: (float(scaled[row, 0]), float(scaled[row, 1])) for row, node in enumerate(places)}
