"""How central each actor is, and how closely knit the whole network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an actor stands in a network."""

    events: int
    """Occasions that it was at: its degree in the two-mode network of actors and occasions."""
    degree: int
    """Actors that it met: k = the number of its ties."""
    strength: float
    """The sum of the weights of its ties (Barrat et al. 2004); with Newman's weights, its occasions in company."""
    betweenness: float
    """Share of the shortest paths between all other pairs that lead through it (Freeman 1977), from 0 to 1."""
    pagerank: float
    """How often a walk that follows ties by weight, now and then starting anew, visits it (Brin and Page 1998)."""
    clustering: float
    """Share of the pairs of its neighbours that met each other (Watts and Strogatz 1998)."""
    core: int
    """The largest k such that it belongs to a group whose members all have k ties inside it (Seidman 1983)."""
    constraint: float | None
    """How much its contacts are contacts of each other (Burt 1992), near 0 for brokers; None without ties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A network in a few numbers."""

    actors: int
    ties: int
    density: float
    """Ties over possible ties."""
    isolated: int
    """Actors without a tie."""
    components: int
    """Parts of two or more actors that no tie links to the rest."""
    largest: int
    """Actors in the largest part."""
    transitivity: float
    """Share of the chains of three actors that are closed to triangles."""


def measure_actors(graph: nx.Graph[str]) -> dict[str, Place]:
    """Measure every actor of a network, in the order of IRIs.

    Betweenness, clustering and core number take each tie as one; strength, PageRank and constraint weigh it.

    >>> import networkx as nx
    >>> star = nx.star_graph(["hub", "a", "b", "c"])
    >>> measure_actors(star)["hub"].betweenness
    1.0
    """
    import networkx as nx

    betweenness = nx.betweenness_centrality(graph)
    pagerank = nx.pagerank(graph, alpha=0.85, tol=1e-10, max_iter=500, weight="weight") if graph.size() else {}
    clustering = cast("dict[str, float]", nx.clustering(graph))
    core = nx.core_number(graph)
    constraint = nx.constraint(graph, weight="weight") if graph.size() else {}
    return {
        node: Place(
            events=int(graph.nodes[node].get("events", 0)),
            degree=int(graph.degree(node)),
            strength=float(graph.degree(node, weight="weight")),
            betweenness=float(betweenness[node]),
            pagerank=float(pagerank.get(node, 0.0)),
            clustering=float(clustering[node]),
            core=int(core[node]),
            constraint=float(constraint[node]) if graph.degree(node) else None,
        )
        for node in sorted(graph)
    }


def measure_shape(graph: nx.Graph[str]) -> Shape:
    """Sum a network up.

    >>> import networkx as nx
    >>> measure_shape(nx.path_graph(["a", "b", "c"])).density
    0.6666666666666666
    """
    import networkx as nx

    parts = [len(part) for part in nx.connected_components(graph)]
    return Shape(
        actors=len(graph),
        ties=int(graph.number_of_edges()),
        density=float(nx.density(graph)),
        isolated=sum(size == 1 for size in parts),
        components=sum(size > 1 for size in parts),
        largest=max(parts, default=0),
        transitivity=float(nx.transitivity(graph)),
    )
