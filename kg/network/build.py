"""A network in one call: read, select, project, and say where everyone stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import BASE
from kg.network.choice import ALPHA, Selection
from kg.network.incidence import read_incidence
from kg.network.project import assess, count, project, to_graph
from kg.network.selection import find_name, label_treaty, select
from kg.network.standing import last_standings, list_main_treaties, standings_by_day

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    import numpy.typing as npt

    from kg.network.choice import Weight
    from kg.network.incidence import Incidence
    from kg.network.rows import Source
    from kg.network.standing import Record

OTTAWA = f"{BASE}treaty/ottawa"


@dataclass(frozen=True, kw_only=True)
class Network:
    """A co-participation network with the table that it was made from."""

    selection: Selection
    weight: Weight
    alpha: float
    incidence: Incidence
    """The selected occasions and actors."""
    treaty: str
    """IRI of the treaty towards which actors are said to stand somewhere."""
    standings: npt.NDArray[np.int64]
    """Of every actor on the day of every event; all unknown where no record was given."""
    raw: int
    """Ties before any was left out as not validated."""
    graph: nx.Graph[str]


def build_network(
    source: Source,
    selection: Selection | None = None,
    *,
    weight: Weight = "newman",
    alpha: float = ALPHA,
    record: Record | None = None,
) -> Network:
    """Make the co-participation network of a graph.

    Nodes of its networkx graph are keyed by IRI and carry label, kind, State, number of events and, where a record
    of treaty actions is given, `status`: the standing towards `treaty` on the day of the last occasion,
    `status_on`. The treaty is the one selected, else the one that most occasions concern. Edges carry weight, count
    and the IRIs of the shared events.
    """
    return network_of(read_incidence(source), selection or Selection(), weight=weight, alpha=alpha, record=record)


def network_of(
    whole: Incidence, selection: Selection, *, weight: Weight, alpha: float = ALPHA, record: Record | None = None
) -> Network:
    """Make the network of what a selection keeps of a table that was read."""
    incidence = select(whole, selection)
    treaty = choose_treaty(incidence, selection)
    standings = standings_by_day(incidence, record, treaty)
    last = last_standings(incidence, standings) if record is not None else {}
    name = label_treaty(incidence, treaty)
    marks = {iri: {"status": seen.status, "status_on": seen.day, "treaty": name} for iri, seen in last.items()}
    graph = to_graph(incidence, project(incidence, weight, alpha=alpha), marks=marks)
    graph.graph.update(selection=selection.describe(), weight=weight)
    return Network(
        selection=selection,
        weight=weight,
        alpha=alpha,
        incidence=incidence,
        treaty=treaty,
        standings=standings,
        raw=len(count(incidence.matrix()).source) if weight == "validated" else graph.number_of_edges(),
        graph=graph,
    )


def count_validated(network: Network) -> int:
    """Count the ties that survive the validated projection of a network's table."""
    assessed = assess(network.incidence.matrix())
    return int((assessed.q_value <= network.alpha).sum()) if assessed.q_value is not None else 0


def choose_treaty(incidence: Incidence, selection: Selection) -> str:
    """Name the treaty towards which actors are said to stand somewhere: the selected one, else the most concerned."""
    if selection.treaty:
        return find_name(incidence, selection.treaty, kinds=("Treaty",)).iri
    return next(iter(list_main_treaties(incidence)), OTTAWA)
