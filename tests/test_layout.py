from __future__ import annotations

import math
from itertools import combinations, pairwise

import networkx as nx
import pytest

from kg.network.layout import place_actors
from kg.network.tile import COLUMNS, ROWS, place_tiles


def chain(size: int, name: str = "a") -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.path_graph([f"{name}{place:03}" for place in range(size)])
    return graph


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return math.dist(one, other)


def test_a_chain_is_drawn_in_its_order() -> None:
    places = place_actors(chain(9))
    across = [places[f"a{place:03}"][0] for place in range(9)]
    assert across in (sorted(across), sorted(across, reverse=True))


def test_all_places_are_in_the_unit_square_and_apart() -> None:
    graph = nx.compose_all([chain(12), chain(3, "b"), chain(2, "c"), nx.complete_graph([f"d{n}" for n in range(6)])])
    places = place_actors(graph)
    assert set(places) == set(graph)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())
    assert min(distance(one, other) for one, other in combinations(places.values(), 2)) > 0.01


def test_parts_do_not_overlap() -> None:
    graph = nx.compose(nx.complete_graph([f"a{n}" for n in range(8)]), nx.complete_graph([f"b{n}" for n in range(8)]))
    places = place_actors(graph)
    boxes = {
        part: [(min(axis), max(axis)) for axis in zip(*(places[n] for n in graph if n[0] == part), strict=True)]
        for part in "ab"
    }
    (ax, ay), (bx, by) = boxes["a"], boxes["b"]
    assert ax[1] < bx[0] or bx[1] < ax[0] or ay[1] < by[0] or by[1] < ay[0]


def test_neighbours_are_nearer_than_strangers() -> None:
    graph = chain(30)
    places = place_actors(graph)
    near = [distance(places[a], places[b]) for a, b in graph.edges]
    ends = distance(places["a000"], places["a029"])
    assert max(near) < ends / 3


def test_the_order_of_insertion_does_not_move_anyone() -> None:
    graph = nx.compose(chain(7), chain(4, "b"))
    turned: nx.Graph[str] = nx.Graph()
    turned.add_edges_from((b, a) for a, b in reversed(list(graph.edges)))
    assert place_actors(turned) == place_actors(graph)


@pytest.mark.parametrize("size", [0, 1])
def test_actors_without_ties_are_not_drawn(size: int) -> None:
    graph: nx.Graph[str] = nx.empty_graph([f"a{n}" for n in range(size)])
    assert place_actors(graph) == {}


def test_large_parts_are_laid_out_by_springs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.network.layout._LARGEST", 5)
    places = place_actors(chain(40))
    assert len(places) == 40
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())


def test_every_country_has_a_square_of_its_own_near_where_it_lies() -> None:
    where = {"NOR": (10.7, 59.9), "SWE": (18.1, 59.3), "DNK": (12.6, 55.7), "ZAF": (28.2, -25.7), "NZL": (174.8, -41.3)}
    tiles = place_tiles(where)
    assert len(set(tiles.values())) == len(where)
    assert all(0 <= tile.column < COLUMNS and 0 <= tile.row < ROWS for tile in tiles.values())
    assert tiles["NOR"].row < tiles["ZAF"].row
    assert tiles["NOR"].column <= tiles["SWE"].column < tiles["NZL"].column


def test_countries_on_one_spot_make_room_for_each_other() -> None:
    tiles = place_tiles({f"A{n:02}": (10.0, 50.0) for n in range(20)})
    assert len(set(tiles.values())) == 20
    assert all(abs(one.column - other.column) < 8 for one, other in pairwise(tiles.values()))
