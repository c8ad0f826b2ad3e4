from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from meeting_graph import Meetings, davis_store
from pyoxigraph import Store

from kg.errors import QueryError
from kg.model import BASE
from kg.network.build import Network, build_network
from kg.network.choice import Selection
from kg.publish.evidence import anchor
from kg.publish.export import (
    EDGE_FORMATS,
    NODE_COLUMNS,
    to_edge_text,
    to_node_text,
    to_quote_text,
    to_summary_text,
)
from kg.publish.gexf import NAMESPACE, spell

TAG = f"{{{NAMESPACE}}}"
HOSTILE = 'A <b>"&\u0007\u202e Ltd\n'


@pytest.fixture(scope="module")
def meetings() -> Meetings:
    made = Meetings(Store())
    made.actor("state:KAZ", "State", "Kazakhstan")
    made.actor("state:JPN", "State", "Japan")
    made.actor("organization:x", "Organization", HOSTILE)
    made.actor("person:abe", "Person", "Abe")
    made.affiliation("person:abe", state="state:JPN", document="two")
    made.event("a", "state:KAZ state:JPN organization:x", start="2004-02", document="one")
    made.event("b", "state:KAZ person:abe", start="2007-03-26", document="two")
    made.event("c", "state:KAZ organization:x", document="three")
    return made


@pytest.fixture(scope="module")
def network(meetings: Meetings) -> Network:
    return build_network(meetings.store, weight="count")


@pytest.mark.parametrize("form", EDGE_FORMATS)
def test_every_format_gives_the_same_bytes_twice(form: str) -> None:
    one, other = (build_network(davis_store(), weight="newman").graph for _ in range(2))
    assert to_edge_text(one, form) == to_edge_text(other, form)
    assert to_node_text(one, form) == to_node_text(other, form)


@pytest.mark.parametrize("form", EDGE_FORMATS)
def test_every_format_can_hold_an_empty_network(form: str) -> None:
    assert to_edge_text(build_network(Store()).graph, form).endswith("\n")


def test_the_edge_list_has_the_promised_columns_in_order() -> None:
    rows = list(csv.DictReader(io.StringIO(to_edge_text(build_network(davis_store()).graph, "csv"))))
    assert list(rows[0])[:4] == ["source", "target", "weight", "events"]
    pairs = [(row["source"], row["target"]) for row in rows]
    assert pairs == sorted(pairs)
    assert all(source < target for source, target in pairs)
    assert len(pairs) == 139


def test_validated_ties_come_with_their_p_and_q_values() -> None:
    made = Meetings(Store())
    for name in "abcdefgh":
        made.actor(f"person:{name}", "Person", name)
    for place in range(30):
        made.event(f"pair{place}", "person:a person:b")
        made.event(f"other{place}", f"person:{'cdefgh'[place % 6]} person:{'cdefgh'[(place // 2) % 6]}")
    text = to_edge_text(build_network(made.store, weight="validated", alpha=0.2).graph, "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0])[:6] == ["source", "target", "weight", "events", "p_value", "q_value"]
    assert all(0 < float(row["p_value"]) <= float(row["q_value"]) <= 0.2 for row in rows)
    assert ("a", "b") in {(row["source"], row["target"]) for row in rows}


def test_the_node_list_names_every_actor_once() -> None:
    rows = list(csv.DictReader(io.StringIO(to_node_text(build_network(davis_store()).graph, "csv"))))
    assert tuple(rows[0]) == NODE_COLUMNS
    assert len({row["iri"] for row in rows}) == len(rows) == 18


def test_graphml_reads_back(network: Network) -> None:
    back = nx.read_graphml(io.BytesIO(to_edge_text(network.graph, "graphml").encode()))
    assert set(back.edges) == set(network.graph.edges)
    assert all(back.nodes[node]["kind"] == values["kind"] for node, values in network.graph.nodes(data=True))
    assert all(data["weight"] == network.graph.edges[a, b]["weight"] for a, b, data in back.edges(data=True))


def test_node_link_json_reads_back(network: Network) -> None:
    back = nx.node_link_graph(json.loads(to_edge_text(network.graph, "node-link")), edges="links")
    assert {frozenset(edge) for edge in back.edges} == {frozenset(edge) for edge in network.graph.edges}


def test_pajek_reads_back() -> None:
    graph = build_network(davis_store(), weight="count").graph
    back: nx.Graph[str] = nx.Graph(nx.parse_pajek(to_edge_text(graph, "pajek")))
    assert len(back) == 18
    assert back.edges["Evelyn Jefferson", "Laura Mandeville"]["weight"] == 6


ALLOWED: dict[str, tuple[set[str], list[str]]] = {
    "gexf": ({"version"}, ["meta", "graph"]),
    "meta": (set(), ["creator", "description"]),
    "creator": (set(), []),
    "description": (set(), []),
    "graph": ({"defaultedgetype", "mode", "timeformat", "timerepresentation"}, ["attributes", "nodes", "edges"]),
    "attributes": ({"class"}, ["attribute"]),
    "attribute": ({"id", "title", "type"}, []),
    "nodes": ({"count"}, ["node"]),
    "edges": ({"count"}, ["edge"]),
    "node": ({"id", "label"}, ["attvalues", "spells"]),
    "edge": ({"id", "source", "target", "weight"}, ["attvalues", "spells"]),
    "attvalues": (set(), ["attvalue"]),
    "attvalue": ({"for", "value"}, []),
    "spells": (set(), ["spell"]),
    "spell": ({"start", "end"}, []),
}
"""Of the GEXF 1.3 schema what we use: attributes, and children in the order in which they may come."""


@pytest.mark.parametrize("form", ["gexf", "gexf-dynamic"])
def test_gexf_keeps_to_the_schema(network: Network, form: str) -> None:
    root = ET.fromstring(to_edge_text(network.graph, form))  # noqa: S314 -- our own text
    for element in root.iter():
        attributes, children = ALLOWED[element.tag.removeprefix(TAG)]
        assert set(element.attrib) <= attributes
        order = [children.index(child.tag.removeprefix(TAG)) for child in element]
        assert order == sorted(order)
    ids = [node.get("id") for node in root.iter(f"{TAG}node")]
    assert len(set(ids)) == len(ids) == 4
    declared = {(a.get("class"), b.get("id")) for a in root.iter(f"{TAG}attributes") for b in a}
    for kind in ("node", "edge"):
        used = {value.get("for") for item in root.iter(f"{TAG}{kind}") for value in item.iter(f"{TAG}attvalue")}
        assert {(kind, name) for name in used} <= declared
    assert ("edge", "count") in declared
    assert ("edge", "p_value") not in declared, "nothing was tested"
    assert all(value.get("value") for value in root.iter(f"{TAG}attvalue"))
    assert [graph.get("mode") for graph in root.iter(f"{TAG}graph")] == ["dynamic" if "dynamic" in form else "static"]
    assert all(len(spells) > 0 for spells in root.iter(f"{TAG}spells"))
    assert {edge.get("source") for edge in root.iter(f"{TAG}edge")} <= set(ids)


def test_gexf_bears_no_date_of_its_own(network: Network) -> None:
    assert "lastmodified" not in to_edge_text(network.graph, "gexf")


def test_dynamic_gexf_shows_actors_and_ties_on_the_days_of_their_occasions(network: Network) -> None:
    root = ET.fromstring(to_edge_text(network.graph, "gexf-dynamic"))  # noqa: S314 -- our own text
    spells = {
        node.get("label"): [(s.get("start"), s.get("end")) for s in node.iter(f"{TAG}spell")]
        for node in root.iter(f"{TAG}node")
    }
    assert spells["Kazakhstan"] == [("2004-02-01", "2004-02-29"), ("2007-03-26", "2007-03-26")]
    assert spells["Abe"] == [("2007-03-26", "2007-03-26")]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2007", None, ("2007-01-01", "2007-12-31")),
        ("2007-12", "2008", ("2007-12-01", "2008-12-31")),
        (None, "2007-04", ("2007-04-01", "2007-04-30")),
        ("2007-05-02", "2007-05-04", ("2007-05-02", "2007-05-04")),
        (None, None, None),
    ],
)
def test_coarse_dates_stand_for_all_their_days(
    start: str | None, end: str | None, days: tuple[str, str] | None
) -> None:
    assert spell(start, end) == days


def test_quotes_stand_beside_each_shared_occasion(meetings: Meetings) -> None:
    states = build_network(meetings.store, Selection(level="state"), weight="count")
    rows = list(csv.DictReader(io.StringIO(to_quote_text(states, meetings.store, "csv"))))
    assert [(row["source"], row["target"], row["event"]) for row in rows] == [
        ("Japan", "Kazakhstan", "a"),
        ("Japan", "Kazakhstan", "b"),
    ]
    assert rows[1]["source_quote"] == "person:abe came to the b."
    assert rows[1]["source_document"] == "two"


def test_rows_cannot_be_had_in_a_format_of_networks(network: Network, meetings: Meetings) -> None:
    with pytest.raises(QueryError, match="whole networks"):
        to_summary_text(network, "gexf")
    with pytest.raises(QueryError, match="whole networks"):
        to_quote_text(network, meetings.store, "graphml")


def test_the_summary_tells_raw_and_validated_ties(network: Network) -> None:
    rows = {row["measure"]: row["value"] for row in json.loads(to_summary_text(network, "json"))}
    assert rows["ties"] == 4
    assert rows["validated ties (false discovery rate 0.05)"] == 0
    assert rows["occasions"] == 3


@pytest.mark.parametrize("form", ["gexf", "gexf-dynamic"])
def test_hostile_labels_come_through_gexf(network: Network, form: str) -> None:
    root = ET.fromstring(to_edge_text(network.graph, form))  # noqa: S314 -- our own text
    assert 'A <b>"& Ltd' in {node.get("label") for node in root.iter(f"{TAG}node")}


def test_hostile_labels_come_through_graphml(network: Network) -> None:
    back = nx.read_graphml(io.BytesIO(to_edge_text(network.graph, "graphml").encode()))
    assert back.nodes[f"{BASE}organization/x"]["label"] == 'A <b>"& Ltd'


def test_hostile_labels_come_through_node_link_json_to_the_letter(network: Network) -> None:
    nodes = json.loads(to_edge_text(network.graph, "node-link"))["nodes"]
    assert HOSTILE in {node["label"] for node in nodes}


def test_hostile_labels_stay_on_their_line_of_a_pajek_file(network: Network) -> None:
    lines = to_edge_text(network.graph, "pajek").splitlines()
    assert '1 "A <b>\'& Ltd"' in lines
    assert lines.index("*Edges") == 1 + len(network.graph)


def test_anchors_are_plain_and_never_shared() -> None:
    names = [f"{BASE}event/{name}" for name in ("a-b", "a b", "a/b", "été", "ete", 'a"><b')]
    made = [anchor(name) for name in names]
    assert len(set(made)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in made)
