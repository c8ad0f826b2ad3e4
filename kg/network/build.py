"""A network in one call: read, select, project, and say where everyone stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import BASE
from kg.network.incidence import read_incidence
from kg.network.project import ALPHA, project, to_graph
from kg.network.selection import Selection, find_name, select
from kg.network.standing import last_standings, main_treaty, standings_by_day

if TYPE_CHECKING:
    import networkx as nx

    from kg.network.incidence import Incidence
    from kg.network.project import Weight
    from kg.network.rows import Source
    from kg.network.standing import Record

OTTAWA = f"{BASE}treaty/ottawa"


def build_network(
    source: Source,
    selection: Selection | None = None,
    *,
    weight: Weight = "newman",
    alpha: float = ALPHA,
    record: Record | None = None,
) -> nx.Graph[str]:
    """Make the co-participation network of a graph as a networkx graph.

    Nodes are keyed by IRI and carry label, kind, State, number of events and, where a record of treaty actions is
    given, `status`: the standing towards the treaty at the actor's last occasion. The treaty is the one selected,
    else the one that most occasions concern. Edges carry weight, count and the IRIs of the shared events.
    """
    wanted = selection or Selection()
    incidence = select(read_incidence(source), wanted)
    status = None
    if record is not None:
        treaty = choose_treaty(incidence, wanted)
        status = last_standings(incidence, standings_by_day(incidence, record, treaty))
    graph = to_graph(incidence, project(incidence, weight, alpha=alpha), status=status)
    graph.graph.update(selection=wanted.describe(), weight=weight)
    return graph


def choose_treaty(incidence: Incidence, selection: Selection) -> str:
    """Name the treaty towards which actors are said to stand somewhere: the selected one, else the most concerned."""
    if selection.treaty:
        return find_name(incidence, selection.treaty, kinds=("Treaty",)).iri
    return main_treaty(incidence.events, otherwise=OTTAWA)
