"""Ties between actors: who was at how many occasions with whom, and how much each tie weighs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kg.network.choice import ALPHA, Weight
from kg.network.incidence import distinct_labels
from kg.network.rows import compact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx
    import numpy.typing as npt
    from scipy.sparse import csr_array

    from kg.network.incidence import Incidence

_DIGITS = 9
"""Weights that differ less are equal."""


@dataclass(frozen=True, kw_only=True)
class Ties:
    """Pairs of actors that met, as arrays of equal length; `source < target` are rows of the incidence matrix."""

    source: npt.NDArray[np.int64]
    target: npt.NDArray[np.int64]
    events: npt.NDArray[np.int64]
    """How many occasions both were at."""
    weight: npt.NDArray[np.float64]
    p_value: npt.NDArray[np.float64] | None = None
    """Chance of as many shared occasions or more, were everything but the actors' and events' sizes chance."""
    q_value: npt.NDArray[np.float64] | None = None
    """The p value after the correction for the number of pairs (Benjamini and Hochberg)."""

    def keep(self, rows: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> Ties:
        """Give the ties of the chosen rows, in their order."""
        return replace(
            self,
            source=self.source[rows],
            target=self.target[rows],
            events=self.events[rows],
            weight=self.weight[rows],
            p_value=None if self.p_value is None else self.p_value[rows],
            q_value=None if self.q_value is None else self.q_value[rows],
        )

    def rows(self) -> list[tuple[int, int, float, float, float]]:
        """List source, target, weight, p and q value of each tie; where they were not worked out, p and q are 1."""
        untested = np.ones(len(self.source))
        p_value = untested if self.p_value is None else self.p_value
        q_value = untested if self.q_value is None else self.q_value
        columns = (self.source, self.target, self.weight, p_value, q_value)
        return list(zip(*(column.tolist() for column in columns), strict=True))


def project(incidence: Incidence, weight: Weight = "newman", *, alpha: float = ALPHA) -> Ties:
    """Project a table of events and actors onto the actors.

    `count` is the number of shared occasions. `newman` gives each occasion of n actors to each of its pairs
    as 1/(n - 1), so that an actor's ties add up to the number of occasions at which it met anybody (Newman
    2001, doi:10.1103/PhysRevE.64.016132). `jaccard` divides the shared occasions by those of either actor.
    `validated` keeps of the counted ties those whose q value is at most alpha (see `null_model`).
    """
    matrix = incidence.matrix()
    return validate(matrix, alpha=alpha) if weight == "validated" else _PROJECTIONS[weight](matrix)


def count(matrix: csr_array) -> Ties:
    """Weigh each tie by the number of shared occasions."""
    source, target, shared = _pairs(matrix)
    return Ties(source=source, target=target, events=shared.astype(np.int64), weight=shared)


def newman(matrix: csr_array) -> Ties:
    """Weigh each shared occasion of n actors as 1/(n - 1)."""
    counted = count(matrix)
    sizes = np.asarray(matrix.sum(axis=0)).ravel()
    share = np.divide(1.0, sizes - 1.0, out=np.zeros_like(sizes), where=sizes > 1)
    _, _, weight = _pairs(matrix, share)
    return replace(counted, weight=weight)


def jaccard(matrix: csr_array) -> Ties:
    """Divide the shared occasions by the occasions of either actor."""
    counted = count(matrix)
    degree = np.asarray(matrix.sum(axis=1)).ravel()
    either = degree[counted.source] + degree[counted.target] - counted.weight
    return replace(counted, weight=counted.weight / either)


def assess(matrix: csr_array) -> Ties:
    """Count the shared occasions and give each tie its p and q value; all ties that were counted stay."""
    from kg.network.null_model import adjust, fit, tail_probabilities

    counted = count(matrix)
    size = matrix.shape[0]
    p_value = tail_probabilities(fit(matrix), counted.source, counted.target, counted.events)
    q_value = adjust(p_value, tests=size * (size - 1) // 2)
    return replace(counted, p_value=p_value, q_value=q_value)


def rank(matrix: csr_array, *, most: int) -> Ties:
    """List the ties of most occasions, at equal numbers those of most Newman weight, with their p and q values."""
    assessed = replace(assess(matrix), weight=newman(matrix).weight)
    order = np.lexsort((assessed.target, assessed.source, -assessed.weight.round(_DIGITS), -assessed.events))
    return assessed.keep(order[:most])


def validate(matrix: csr_array, *, alpha: float = ALPHA) -> Ties:
    """Keep the ties that the sizes of actors and events alone would hardly give."""
    assessed = assess(matrix)
    return assessed.keep(assessed.q_value <= alpha) if assessed.q_value is not None else assessed


_PROJECTIONS: Mapping[Weight, Callable[[csr_array], Ties]] = {"count": count, "newman": newman, "jaccard": jaccard}


def _pairs(
    matrix: csr_array, share: npt.NDArray[np.float64] | None = None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Multiply the matrix with its transpose, columns weighted, and list the pairs above the diagonal in order."""
    from scipy.sparse import triu

    weighted = matrix if share is None else matrix * share[np.newaxis, :]
    product = triu(weighted @ matrix.T, k=1).tocsr()
    product.sort_indices()
    listed = product.tocoo()
    return listed.row.astype(np.int64), listed.col.astype(np.int64), listed.data


def to_graph(
    incidence: Incidence, ties: Ties, *, marks: Mapping[str, Mapping[str, str]] | None = None, events: bool = True
) -> nx.Graph[str]:
    """Make a networkx graph of ties, nodes keyed by IRI.

    Nodes carry `iri`, `label` (told apart where two share one), `kind`, `state`, their `marks` (more attributes, by
    actor), and `events`, the number of their occasions; edges `weight`, `events` (the IRIs of the shared occasions),
    `count`, `id`, and of a validated projection `p_value` and `q_value`. The graph itself carries `occasions`, the
    dates of each event, and `attended`, the events of each actor. All is added in the order of IRIs. Without `events`
    edges carry none, which is quicker where many thousands of them are shared.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    matrix = incidence.matrix()
    labels = distinct_labels(incidence.actors)
    degree = np.diff(matrix.indptr)
    for place, actor in enumerate(incidence.actors):
        graph.add_node(
            actor.iri,
            iri=actor.iri,
            label=labels[actor.iri],
            kind=actor.kind,
            state=actor.state or "",
            events=int(degree[place]),
            **(marks or {}).get(actor.iri, {}),
        )
    attended = [matrix.indices[matrix.indptr[i] : matrix.indptr[i + 1]] for i in range(len(incidence.actors))]
    names = np.array([event.iri for event in incidence.events], dtype=object)
    here = np.zeros(len(incidence.events), dtype=bool)
    last = -1
    graph.graph["occasions"] = {event.iri: {"start": event.start, "end": event.end} for event in incidence.events}
    graph.graph["attended"] = {
        actor.iri: tuple(names[attended[row]].tolist()) for row, actor in enumerate(incidence.actors)
    }
    for row in range(len(ties.source)):
        one, other = int(ties.source[row]), int(ties.target[row])
        values: dict[str, object] = {
            "id": tie_name(incidence.actors[one].iri, incidence.actors[other].iri),
            "weight": float(ties.weight[row]),
            "count": int(ties.events[row]),
        }
        if events:
            if one != last:
                here[:], last = False, one
                here[attended[one]] = True
            values["events"] = tuple(names[attended[other][here[attended[other]]]].tolist())
        if ties.p_value is not None and ties.q_value is not None:
            values |= {"p_value": float(ties.p_value[row]), "q_value": float(ties.q_value[row])}
        graph.add_edge(incidence.actors[one].iri, incidence.actors[other].iri, **values)
    return graph


def tie_name(one: str, other: str) -> str:
    """Name a tie by its two ends, whichever comes first.

    >>> tie_name("https://w3id.org/accession-kg/state/KAZ", "https://w3id.org/accession-kg/state/JPN")
    'state:JPN--state:KAZ'
    """
    return "--".join(sorted((compact(one), compact(other))))
