"""Do States Parties meet the others, or each other: mixing by standing on the day of each occasion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.network.null_model import shuffles
from kg.network.standing import STANDINGS

if TYPE_CHECKING:
    import numpy.typing as npt
    from scipy.sparse import csr_array

_SEED = 1
_LEFT_OUT = frozenset(STANDINGS.index(name) for name in ("unknown", "no_state"))
_CELLS = 200_000_000
"""Cells of tables that the shuffles may cost."""


@dataclass(frozen=True, kw_only=True)
class Mixing:
    """Meetings of two actors at an occasion, counted by where both stood on that day."""

    standings: tuple[str, ...]
    """Those that occur, in the order of STANDINGS: rows and columns of the tables."""
    meetings: npt.NDArray[np.float64]
    """Symmetric; a meeting within a standing counts once in its cell, one across in both cells."""
    expected: npt.NDArray[np.float64]
    """The same when who was where is shuffled, on average."""
    assortativity: float | None
    """1 where like meets only like, 0 by chance, negative where unlike meets unlike (Newman 2003)."""
    external_internal: float | None
    """E-I index (Krackhardt and Stern 1988): (across - within)/(across + within), from -1 to 1."""
    expected_external_internal: float | None
    """The mean of the E-I index over the shuffles."""
    z_score: float | None
    """How many standard deviations the E-I index lies above that mean."""


def measure_mixing(matrix: csr_array, standings: npt.NDArray[np.int64], *, draws: int = 200) -> Mixing:
    """Count who met whom by standing, and compare with who might have.

    `matrix` has a row for each actor, a column for each event; `standings` of the same shape gives places in
    STANDINGS on the day of the event. Actors without a State and days without a known standing are left out. Chance
    here means shuffles that keep every actor's number of events and every event's size exactly; the model of
    `null_model` keeps sizes on average alone, which makes the pairs of small events look too many. The draws are fewer
    where the table is large.
    """
    presence = matrix.toarray()
    occurring = sorted(set(np.unique(standings[presence > 0]).tolist()) - _LEFT_OUT)
    masks = [standings == place for place in occurring]
    seen = _meetings(presence, masks)
    observed = _external_internal(seen)
    expected, drawn = np.zeros_like(seen), np.zeros(0)
    if occurring and matrix.nnz:
        times = max(20, min(draws, _CELLS // max(presence.size, 1)))
        tables = [_meetings(other.toarray(), masks) for other in shuffles(matrix, seed=_SEED, draws=times)]
        expected = np.mean(tables, axis=0)
        drawn = np.array([index for table in tables if (index := _external_internal(table)) is not None])
    spread = float(drawn.std(ddof=1)) if len(drawn) > 1 else 0.0
    mean = float(drawn.mean()) if len(drawn) else None
    return Mixing(
        standings=tuple(STANDINGS[place] for place in occurring),
        meetings=seen,
        expected=expected,
        assortativity=_assortativity(seen),
        external_internal=observed,
        expected_external_internal=mean,
        z_score=(observed - mean) / spread if observed is not None and mean is not None and spread > 0 else None,
    )


def _meetings(presence: npt.NDArray[np.float64], masks: list[npt.NDArray[np.bool_]]) -> npt.NDArray[np.float64]:
    """Sum over events the number of pairs by standing; `presence` holds ones, or chances of them."""
    totals = [(presence * mask).sum(axis=0) for mask in masks]
    table = np.array([[one @ other for other in totals] for one in totals]).reshape(len(masks), len(masks))
    for place, mask in enumerate(masks):
        own = presence * mask
        table[place, place] = (totals[place] @ totals[place] - (own * own).sum()) / 2
    return table


def _external_internal(meetings: npt.NDArray[np.float64]) -> float | None:
    within = float(np.trace(meetings))
    across = float(meetings.sum() - np.trace(meetings)) / 2
    return (across - within) / (across + within) if across + within else None


def _assortativity(meetings: npt.NDArray[np.float64]) -> float | None:
    """Give Newman's coefficient r = (tr e - |e e|)/(1 - |e e|) of the symmetric mixing matrix e."""
    ends = meetings + np.diag(np.diag(meetings))
    total = float(ends.sum())
    if not total:
        return None
    shares = ends / total
    by_chance = float(shares.sum(axis=0) @ shares.sum(axis=1))
    return (float(np.trace(shares)) - by_chance) / (1 - by_chance) if by_chance < 1 else None
