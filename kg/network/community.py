"""Groups of actors that meet each other more than the rest, and how sure their borders are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

_SEED = 1
_REPEATS = 20
_LEAST_REPEATS = 5
_TIES = 100_000
"""Ties that all repeats together may cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Communities:
    """A division of the actors that have ties."""

    groups: tuple[tuple[str, ...], ...]
    """IRIs in order; the largest group first."""
    modularity: float
    """Share of tie weight inside the groups above what chance would put there (Newman and Girvan 2004)."""
    stability: float
    """Mean agreement with divisions from other seeds: the Rand index adjusted for chance, 1 where all agree."""
    firmness: tuple[float, ...]
    """For each group, how often two of its members stay together under other seeds, from 0 to 1."""


def find_communities(graph: nx.Graph[str]) -> Communities:
    """Divide a network by the Louvain method (Blondel et al. 2008) with a fixed seed.

    Nodes are numbered in the order of their IRIs first, so that neither the order of insertion nor Python's hash
    seed can change the outcome. Actors without ties belong to no group. In networks of many ties there are fewer
    repeats, but five at least.
    """
    import networkx as nx

    linked = sorted(node for node in graph if graph.degree(node))
    number = {node: place for place, node in enumerate(linked)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(linked)))
    ends = {(min(number[a], number[b]), max(number[a], number[b])): v["weight"] for a, b, v in graph.edges(data=True)}
    for (one, other), weight in sorted(ends.items()):
        plain.add_edge(one, other, weight=float(weight))
    if not linked:
        return Communities(groups=(), modularity=0.0, stability=1.0, firmness=())
    chosen = _louvain(plain, _SEED)
    times = min(_REPEATS, max(_LEAST_REPEATS, _TIES // plain.number_of_edges()))
    others = [_louvain(plain, _SEED + turn) for turn in range(1, times + 1)]
    agreement = [adjusted_rand(_membership(chosen), _membership(other)) for other in others]
    return Communities(
        groups=tuple(tuple(linked[place] for place in group) for group in chosen),
        modularity=float(nx.community.modularity(plain, [set(group) for group in chosen], weight="weight")),
        stability=sum(agreement) / len(agreement),
        firmness=tuple(_firmness(group, [_membership(other) for other in others]) for group in chosen),
    )


def _louvain(graph: nx.Graph[int], seed: int) -> list[list[int]]:
    import networkx as nx

    found = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def _membership(groups: list[list[int]]) -> list[int]:
    place = {node: label for label, group in enumerate(groups) for node in group}
    return [place[node] for node in sorted(place)]


def _firmness(group: list[int], memberships: list[list[int]]) -> float:
    pairs = list(combinations(group, 2))
    if not pairs:
        return 1.0
    kept = sum(member[one] == member[other] for member in memberships for one, other in pairs)
    return kept / (len(pairs) * len(memberships))


def adjusted_rand(one: list[int], other: list[int]) -> float:
    """Compare two divisions of the same things: 1 where they agree, 0 as by chance (Hubert and Arabie 1985).

    >>> adjusted_rand([0, 0, 1, 1], [1, 1, 0, 0])
    1.0
    """
    from collections import Counter
    from math import comb

    both = sum(comb(size, 2) for size in Counter(zip(one, other, strict=True)).values())
    first = sum(comb(size, 2) for size in Counter(one).values())
    second = sum(comb(size, 2) for size in Counter(other).values())
    pairs = comb(len(one), 2)
    chance = first * second / pairs if pairs else 0.0
    most = (first + second) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0
