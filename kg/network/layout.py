"""Where to draw each actor of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    import networkx as nx
    import numpy.typing as npt
    from scipy.sparse import csr_array

    Points = npt.NDArray[np.float64]

_SEED = 1
_DIGITS = 3
_ROUNDS = 120
_LARGEST = 1200
_SMALL_BOXES = {2: (2.6, 0.9), 3: (2.2, 1.6)}
_SHAPE = 1.55


def place_actors(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Give every actor with a tie a place in the unit square, so that distance shows how many steps apart two are.

    Each connected part is laid out by stress majorisation (Gansner, Koren and North 2004); parts of more than 1,200
    actors by springs (Fruchterman and Reingold 1991). The parts are then packed in rows, the largest first. Places
    are rounded, so that the last digits of a processor's arithmetic do not show.
    """
    import networkx as nx

    found = (sorted(part) for part in nx.connected_components(graph) if len(part) > 1)
    parts = sorted(found, key=lambda part: (-len(part), part))
    boxes = [_box(len(part)) for part in parts]
    row_length = max([width for width, _ in boxes] + [1.2 * sum(w * h for w, h in boxes) ** 0.5])
    places: dict[str, tuple[float, float]] = {}
    x = y = height = 0.0
    for part, (width, tall) in zip(parts, boxes, strict=True):
        if x + width > row_length * 1.001:
            x, y, height = 0.0, y + height, 0.0
        for node, point in zip(part, _spread(_lay_out(graph, part)), strict=True):
            places[node] = (x + width * float(point[0]), y + tall * float(point[1]))
        x, height = x + width, max(height, tall)
    bottom = max(y + height, 1.0)
    return {node: (round(a / row_length, _DIGITS), round(b / bottom, _DIGITS)) for node, (a, b) in places.items()}


def _box(size: int) -> tuple[float, float]:
    """Give the width and height that a part takes, in rooms for one actor."""
    if size in _SMALL_BOXES:
        return _SMALL_BOXES[size]
    side = (size * 1.3) ** 0.5
    return (side * _SHAPE**0.5 + 0.6, side / _SHAPE**0.5 + 0.6)


def _lay_out(graph: nx.Graph[str], part: list[str]) -> Points:
    import networkx as nx

    if len(part) == 2:
        return np.array([[0.0, 0.5], [1.0, 0.5]])
    if len(part) <= _LARGEST:
        return _majorise(cast("csr_array", nx.to_scipy_sparse_array(graph, nodelist=part, weight=None)))
    plain: nx.Graph[int] = nx.Graph()
    number = {node: place for place, node in enumerate(part)}
    plain.add_nodes_from(range(len(part)))
    plain.add_edges_from(sorted((min(e), max(e)) for e in ((number[a], number[b]) for a, b in graph.edges(part))))
    springs = nx.spring_layout(plain, pos=nx.circular_layout(plain), seed=_SEED, iterations=60)
    return np.array([springs[place] for place in range(len(part))])


def _majorise(links: csr_array) -> Points:
    """Move points until their distances come near the numbers of steps between them, far pairs counting less."""
    from scipy.sparse.csgraph import shortest_path

    steps = shortest_path(links, directed=False, unweighted=True)
    size = len(steps)
    with np.errstate(divide="ignore"):
        weight = np.where(steps > 0, 1.0 / steps**2, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(laplacian)
    points = _scale_down(steps) + np.random.default_rng(_SEED).normal(scale=0.05, size=(size, 2))
    for _ in range(_ROUNDS):
        gaps = np.linalg.norm(points[:, None, :] - points[None, :, :], axis=2)
        ratio = np.divide(weight * steps, gaps, out=np.zeros_like(gaps), where=gaps > 0)
        points = inverse @ ((np.diag(ratio.sum(axis=1)) - ratio) @ points)
    return points


def _scale_down(steps: Points) -> Points:
    """Start from classical scaling; the sign of each axis is fixed by its farthest point."""
    size = len(steps)
    centre = np.eye(size) - 1.0 / size
    values, vectors = np.linalg.eigh(-0.5 * centre @ steps**2 @ centre)
    axes = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0.0))
    farthest = axes[np.abs(axes).argmax(axis=0), range(2)]
    turned: Points = axes[:, ::-1] * np.where(farthest < 0, -1.0, 1.0)[::-1]
    return turned


def _spread(points: Points) -> Points:
    """Stretch points to the unit square but for a margin; a flat shape stays at most half as flat."""
    low, high = points.min(axis=0), points.max(axis=0)
    span = np.maximum(high - low, 0.5 * (high - low).max())
    span = np.where(span > 0, span, 1.0)
    scaled = 0.5 + (points - (low + high) / 2) / span
    margin = 0.5 / (len(points) ** 0.5 + 0.3)
    inside: Points = margin + (1 - 2 * margin) * scaled
    return inside
