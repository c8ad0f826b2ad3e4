"""Which ties are more than chance: the bipartite configuration model and exact tail probabilities.

The null model keeps, on average, how many occasions each actor was at and how many actors each occasion had, and
leaves everything else to chance (Saracco, Di Clemente, Gabrielli and Squartini 2015, doi:10.1038/srep10595). Under
it the number of occasions that two actors share is a sum of independent coin tosses, one an occasion; how likely
that sum is to reach what was seen is the tie's p value (Saracco et al. 2017, doi:10.1088/1367-2630/aa6b38). Actors of
equal degree behave alike and so do events, hence all is computed once for each pair of degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    from scipy.sparse import csr_array

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.int64]

_STEPS = 200
_TOLERANCE = 1e-10
_NEGLIGIBLE = 1e-60
_BLOCK = 2048


@dataclass(frozen=True, kw_only=True)
class Model:
    """A fitted null model, by classes of equal degree.

    `actor_class` and `event_class` give the class of each row and column of the matrix, `probability` that an actor
    of one class was at an event of another: p = xy/(1 + xy), with a multiplier x for the actor's class and y for
    the event's.
    """

    actor_class: Ints
    event_class: Ints
    event_count: Ints
    """Number of events in each class."""
    probability: Floats

    def expected(self) -> Floats:
        """Give the expected matrix: the probability of each actor at each event."""
        whole: Floats = self.probability[self.actor_class][:, self.event_class]
        return whole


def fit(matrix: csr_array) -> Model:
    """Fit the null model to a matrix of actors (rows) and events (columns) of zeros and ones.

    The likelihood is concave in the logarithms of the multipliers and is climbed by Newton's method on the classes
    of degrees. Actors at every event or none, and events with every actor or none, are certain and taken out first.

    Raises QueryError where the equations cannot be met, which no table of zeros and ones should cause.
    """
    actor_degree, actor_class, actor_count = _classes(np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel())
    event_degree, event_class, event_count = _classes(np.asarray(matrix.sum(axis=0), dtype=np.float64).ravel())
    probability = np.zeros((len(actor_degree), len(event_degree)))
    problem = _Degrees(actor_degree.copy(), actor_count, event_degree.copy(), event_count)
    rows, columns = _take_out_certain(problem, probability)
    if rows.any() and columns.any():
        log_x, log_y = _climb(problem.only(rows, columns))
        probability[np.ix_(rows, columns)] = _logistic(log_x[:, None] + log_y[None, :])
    return Model(
        actor_class=actor_class,
        event_class=event_class,
        event_count=event_count,
        probability=probability,
    )


def tail_probabilities(model: Model, source: Ints, target: Ints, shared: Ints) -> Floats:
    """Give for each pair of actors the chance of sharing as many events as they did, or more.

    The distribution is built up by convolving one binomial for each class of events, only as far as was seen; what
    lies beyond is gathered as it comes, so that small probabilities are sums of positive numbers and keep their digits.
    """
    if not len(source):
        return np.zeros(0)
    first = np.minimum(model.actor_class[source], model.actor_class[target])
    second = np.maximum(model.actor_class[source], model.actor_class[target])
    keys, place = np.unique(first * len(model.probability) + second, return_inverse=True)
    reach = np.zeros(len(keys), dtype=np.int64)
    np.maximum.at(reach, place, shared)
    found = np.ones(len(source))
    order = np.argsort(reach, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    by_rank = np.argsort(rank[place], kind="stable")
    limits = np.searchsorted(rank[place][by_rank], np.arange(0, len(keys) + _BLOCK, _BLOCK))
    for block, begin in enumerate(range(0, len(keys), _BLOCK)):
        chosen = order[begin : begin + _BLOCK]
        one, other = np.divmod(keys[chosen], len(model.probability))
        tails = _tails(model.probability[one] * model.probability[other], model.event_count, int(reach[chosen].max()))
        ties = by_rank[limits[block] : limits[block + 1]]
        found[ties] = tails[rank[place[ties]] - begin, shared[ties]]
    return found


def adjust(p_values: Floats, *, tests: int) -> Floats:
    """Turn p values into q values that bound the share of false discoveries (Benjamini and Hochberg 1995).

    `tests` is the number of hypotheses; those not given, such as pairs that never met, count as p = 1.

    >>> adjust(np.array([0.01, 0.04, 0.03]), tests=4).round(3).tolist()
    [0.04, 0.053, 0.053]
    """
    order = np.argsort(p_values, kind="stable")
    scaled = p_values[order] * tests / np.arange(1, len(p_values) + 1)
    adjusted = np.empty(len(p_values))
    adjusted[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return adjusted


def shuffles(matrix: csr_array, *, seed: int, draws: int) -> Iterator[csr_array]:
    """Shuffle who was where and leave all row and column sums as they are (curveball, Strona et al. 2014).

    doi:10.1038/ncomms5114. The first matrix comes after ten trades an actor on average, each further one is made from
    the one before by another four.
    """
    from scipy.sparse import csr_array

    rng = np.random.default_rng(seed)
    rows = [set(matrix.indices[matrix.indptr[i] : matrix.indptr[i + 1]].tolist()) for i in range(matrix.shape[0])]
    _trade(rows, rng, times=3 * len(rows))
    for _ in range(draws):
        _trade(rows, rng, times=2 * len(rows))
        indices = [column for row in rows for column in sorted(row)]
        pointers = np.cumsum([0, *(len(row) for row in rows)])
        yield csr_array((np.ones(len(indices)), np.array(indices, dtype=np.int64), pointers), shape=matrix.shape)


def _trade(rows: list[set[int]], rng: np.random.Generator, *, times: int) -> None:
    """Let pairs of rows share out anew what only one of them has."""
    if len(rows) < 2:
        return
    firsts = rng.integers(0, len(rows), times).tolist()
    seconds = rng.integers(0, len(rows) - 1, times).tolist()
    for one, drawn in zip(firsts, seconds, strict=True):
        other = drawn + (drawn >= one)
        mine, theirs = rows[one], rows[other]
        common = mine & theirs
        loose = sorted((mine | theirs) - common)
        if len(mine) == len(common) or len(theirs) == len(common):
            continue
        order = rng.permutation(len(loose))[: len(mine) - len(common)].tolist()
        given = {loose[place] for place in order}
        rows[one], rows[other] = common | given, common | (set(loose) - given)


@dataclass(frozen=True, slots=True)
class _Degrees:
    """How many actors and events have which degree."""

    actor_degree: Floats
    actor_count: Ints
    event_degree: Floats
    event_count: Ints

    def only(self, rows: npt.NDArray[np.bool_], columns: npt.NDArray[np.bool_]) -> _Degrees:
        return _Degrees(
            self.actor_degree[rows], self.actor_count[rows], self.event_degree[columns], self.event_count[columns]
        )


def _classes(degrees: Floats) -> tuple[Floats, Ints, Ints]:
    values, classes, counts = np.unique(degrees, return_inverse=True, return_counts=True)
    return values.astype(np.float64), classes.astype(np.int64), counts.astype(np.int64)


def _take_out_certain(problem: _Degrees, probability: Floats) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Settle all degrees that leave no choice, lower the others accordingly, and tell which are left."""
    rows = np.ones(len(problem.actor_degree), dtype=bool)
    columns = np.ones(len(problem.event_degree), dtype=bool)
    settled = True
    while settled:
        settled = False
        for mine, theirs, grid, degree, other_degree, other_count, counts in (
            (rows, columns, probability, problem.actor_degree, problem.event_degree, problem.event_count,
             problem.actor_count),
            (columns, rows, probability.T, problem.event_degree, problem.actor_degree, problem.actor_count,
             problem.event_count),
        ):  # fmt: skip
            full = mine & (degree == other_count[theirs].sum())
            for place in np.flatnonzero(full | (mine & (degree == 0))):
                sure = float(full[place])
                grid[place, theirs] = sure
                other_degree[theirs] -= sure * counts[place]
                mine[place] = False
                settled = True
    return rows, columns


def _logistic(value: Floats) -> Floats:
    from scipy.special import expit

    result: Floats = expit(value)
    return result


def _climb(problem: _Degrees) -> tuple[Floats, Floats]:
    """Find the logarithms of the multipliers: Newton steps, halved where they overshoot."""
    from scipy.linalg import lstsq

    rows = len(problem.actor_degree)
    total = float(problem.actor_degree @ problem.actor_count)
    point = np.log(np.concatenate([problem.actor_degree, problem.event_degree]) / np.sqrt(total))
    gap, curvature = _slope(problem, point)
    for _ in range(_STEPS):
        if float(np.abs(gap).max()) < _TOLERANCE * max(1.0, total):
            return point[:rows], point[rows:]
        step = lstsq(curvature, gap, check_finite=False)[0]
        scale = 1.0
        while scale > _TOLERANCE:
            trial = point + scale * step
            trial_gap, trial_curvature = _slope(problem, trial)
            if _likelihood(problem, trial) >= _likelihood(problem, point) - _TOLERANCE * total:
                break
            scale /= 2
        point, gap, curvature = trial, trial_gap, trial_curvature
    if float(np.abs(gap).max()) > 1e-6 * max(1.0, total):
        raise QueryError("network", "the null model cannot be fitted to these degrees")
    return point[:rows], point[rows:]


def _likelihood(problem: _Degrees, point: Floats) -> float:
    x, y = point[: len(problem.actor_degree)], point[len(problem.actor_degree) :]
    given = x @ (problem.actor_degree * problem.actor_count) + y @ (problem.event_degree * problem.event_count)
    return float(given - problem.actor_count @ np.logaddexp(0.0, x[:, None] + y[None, :]) @ problem.event_count)


def _slope(problem: _Degrees, point: Floats) -> tuple[Floats, Floats]:
    """Give how far the expected degrees are from the given ones, and the negative second derivative."""
    x, y = point[: len(problem.actor_degree)], point[len(problem.actor_degree) :]
    chance = _logistic(x[:, None] + y[None, :])
    weight = problem.actor_count[:, None] * problem.event_count[None, :]
    mean, spread = weight * chance, weight * chance * (1.0 - chance)
    gap = np.concatenate(
        [
            problem.actor_degree * problem.actor_count - mean.sum(axis=1),
            problem.event_degree * problem.event_count - mean.sum(axis=0),
        ]
    )
    curvature = np.block([[np.diag(spread.sum(axis=1)), spread], [spread.T, np.diag(spread.sum(axis=0))]])
    return gap, curvature


def _tails(chance: Floats, counts: Ints, reach: int) -> Floats:
    """Give P(V >= v) for v = 0..reach, a row for each row of `chance`; V sums `counts[c]` tosses of `chance[:, c]`."""
    size = reach + 1
    mass = np.zeros((len(chance), size))
    mass[:, 0] = 1.0
    beyond = np.zeros(len(chance))
    for place, tosses in enumerate(counts.tolist()):
        kernel = _binomial(chance[:, place], tosses, min(tosses, size))
        over = _binomial_tail(kernel, chance[:, place], tosses, size)
        beyond += (mass * over[:, ::-1]).sum(axis=1)
        spread = mass * kernel[:, :1]
        for hits in range(1, min(kernel.shape[1], size)):
            spread[:, hits:] += mass[:, : size - hits] * kernel[:, hits : hits + 1]
        mass = spread
    tails: Floats = np.cumsum(np.column_stack([beyond, mass[:, ::-1]]), axis=1)[:, :0:-1]
    return np.minimum(tails, 1.0)


def _binomial(chance: Floats, tosses: int, most: int) -> Floats:
    """Give the chances of 0..most hits, cut where they no longer matter to any row."""
    from scipy.special import gammaln, xlog1py, xlogy

    hits = np.arange(most + 1)
    ways = gammaln(tosses + 1) - gammaln(hits + 1) - gammaln(tosses - hits + 1)
    logs = ways[None, :] + xlogy(hits[None, :], chance[:, None]) + xlog1py((tosses - hits)[None, :], -chance[:, None])
    mass: Floats = np.exp(logs)
    matter = np.flatnonzero(mass.max(axis=0) > _NEGLIGIBLE)
    return mass[:, : int(matter[-1]) + 1] if len(matter) else mass[:, :1]


def _binomial_tail(kernel: Floats, chance: Floats, tosses: int, size: int) -> Floats:
    """Give P(hits >= t) for t = 1..size of each row."""
    from scipy.special import bdtrc

    tail = np.zeros((len(chance), size))
    more = bdtrc(size, tosses, chance) if tosses > size else np.zeros(len(chance))
    sums = np.cumsum(np.column_stack([more, kernel[:, :0:-1]]), axis=1)[:, :0:-1]
    tail[:, : sums.shape[1]] = sums
    return tail
