"""Who stands between whom: the brokerage roles of Gould and Fernandez over groups of actors."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Brokerage:
    """How many pairs of actors that never met an actor has both met, by whose side the three are on."""

    coordinator: int = 0
    """All three of one group."""
    consultant: int = 0
    """The pair of one group, the broker of another."""
    gatekeeper: int = 0
    """The broker of one group with one of the pair, the other one outside; either direction."""
    liaison: int = 0
    """Three different groups."""


def count_brokerage(graph: nx.Graph[str], group: Mapping[str, str]) -> dict[str, Brokerage]:
    """Count for every actor the open pairs among its contacts by role (Gould and Fernandez 1989).

    doi:10.2307/270949. Ties have no direction here, so that gatekeeper and representative are one role, and every
    pair counts once. Actors without a group neither broker nor are brokered.

    >>> import networkx as nx
    >>> count_brokerage(nx.path_graph(["a", "b", "c"]), {"a": "in", "b": "in", "c": "out"})["b"].gatekeeper
    1
    """
    return {node: _count(graph, group, node) for node in sorted(graph)}


def _count(graph: nx.Graph[str], group: Mapping[str, str], broker: str) -> Brokerage:
    if broker not in group:
        return Brokerage()
    own, tally = group[broker], {"coordinator": 0, "consultant": 0, "gatekeeper": 0, "liaison": 0}
    contacts = sorted(other for other in graph[broker] if other in group and other != broker)
    for one, other in combinations(contacts, 2):
        if not graph.has_edge(one, other):
            tally[_role(group[one], own, group[other])] += 1
    return Brokerage(**tally)


def _role(one: str, broker: str, other: str) -> str:
    if one == other:
        return "coordinator" if one == broker else "consultant"
    return "gatekeeper" if broker in (one, other) else "liaison"
