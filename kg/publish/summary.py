"""What a network amounts to, in a dozen lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.network.build import count_validated
from kg.network.community import find_communities
from kg.network.measure import measure_actors, measure_shape
from kg.network.mixing import measure_mixing
from kg.network.rows import compact

if TYPE_CHECKING:
    from kg.network.build import Network
    from kg.publish.table import Cell

_LEADERS = 5


def summary_rows(network: Network) -> list[tuple[str, Cell]]:
    """Give the measures of a network by name; the most central actors last."""
    graph, shape = network.graph, measure_shape(network.graph)
    communities = find_communities(graph)
    rows: list[tuple[str, Cell]] = [
        ("selection", network.selection.describe()),
        ("weight", network.weight),
        ("occasions", len(network.incidence.events)),
        ("participations", len(network.incidence.event)),
        ("actors", shape.actors),
        ("actors without a place at this level", len(network.incidence.outside)),
        ("ties", shape.ties),
        (f"validated ties (false discovery rate {network.alpha:g})", count_validated(network)),
        ("density", shape.density),
        ("transitivity", shape.transitivity),
        ("parts", shape.components),
        ("actors in the largest part", shape.largest),
        ("actors without a tie", shape.isolated),
        ("communities", len(communities.groups)),
        ("modularity", communities.modularity),
        ("stability of communities", communities.stability),
        *_mixing_rows(network),
    ]
    places = measure_actors(graph)
    for measure in ("strength", "betweenness", "pagerank"):
        ranked = sorted(graph, key=lambda node: (-getattr(places[node], measure), node))[:_LEADERS]
        rows.append((f"highest {measure}", "; ".join(str(graph.nodes[node]["label"]) for node in ranked) or None))
    return rows


def _mixing_rows(network: Network) -> list[tuple[str, Cell]]:
    mixing = measure_mixing(network.incidence.matrix(), network.standings)
    if not mixing.standings:
        return []
    return [
        ("treaty of the standings", compact(network.treaty)),
        ("assortativity by standing", mixing.assortativity),
        ("E-I index by standing", mixing.external_internal),
        ("E-I index expected by chance", mixing.expected_external_internal),
    ]
