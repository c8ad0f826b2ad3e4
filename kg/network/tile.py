"""A map of the world on which every country is a square of the same size, near where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = 30
ROWS = 18
_WEST, _EAST, _NORTH, _SOUTH = -105.0, 178.0, 62.0, -42.0


class Tile(NamedTuple):
    """Where a country's square is, counted from the upper left corner."""

    column: int
    row: int


def place_tiles(positions: Mapping[str, tuple[float, float]]) -> dict[str, Tile]:
    """Give each country its square, by longitude and latitude in degrees.

    Squares are handed out so that the sum of squared moves is least (Hungarian method), hence neighbours mostly
    stay neighbours. The grid is 30 by 18; no more countries than squares are placed.

    >>> place_tiles({"FJI": (178.4, -18.1), "CAN": (-75.7, 45.4)})["FJI"].column
    29
    """
    from scipy.optimize import linear_sum_assignment

    codes = sorted(positions)[: COLUMNS * ROWS]
    if not codes:
        return {}
    where = np.array([positions[code] for code in codes])
    across = (where[:, 0] - _WEST) / (_EAST - _WEST) * COLUMNS
    down = (_NORTH - where[:, 1]) / (_NORTH - _SOUTH) * ROWS
    columns, rows = np.meshgrid(np.arange(COLUMNS) + 0.5, np.arange(ROWS) + 0.5)
    moves = (across[:, None] - columns.ravel()) ** 2 + (down[:, None] - rows.ravel()) ** 2
    chosen = linear_sum_assignment(moves)[1].tolist()
    return {code: Tile(place % COLUMNS, place // COLUMNS) for code, place in zip(codes, chosen, strict=True)}
