"""Networks as files that other programs open: CSV, JSON, GraphML, GEXF, Pajek."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from kg.publish.table import FORMATS, Cell, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import networkx as nx

NODE_COLUMNS = ("label", "kind", "status", "events", "degree", "strength")


def edge_rows(graph: nx.Graph[str]) -> tuple[list[str], list[list[Cell]]]:
    """List the ties of a network as columns and rows, the ends and the rows in the order of the labels."""
    label = {node: str(name) for node, name in graph.nodes(data="label")}
    tested = any("p_value" in values for _, _, values in graph.edges(data=True))
    columns = ["source", "target", "weight", "events", *(["p_value", "q_value"] if tested else [])]
    rows: list[list[Cell]] = []
    for one, other, values in graph.edges(data=True):
        source, target = sorted((one, other), key=lambda node: (label[node], node))
        tests: list[Cell] = [float(values["p_value"]), float(values["q_value"])] if tested else []
        weight: Cell = float(values["weight"])
        rows.append([label[source], label[target], weight, int(values["count"]), *tests, source, target])
    rows.sort(key=lambda row: (str(row[0]), str(row[1])))
    return [*columns, "source_iri", "target_iri"], rows


def to_edge_text(graph: nx.Graph[str], form: str) -> str:
    """Write the ties in one of the forms of rows, or the whole network in one of NETWORK_FORMATS."""
    if form in NETWORK_FORMATS:
        return NETWORK_FORMATS[form](graph)
    return to_text(*edge_rows(graph), form)


def to_node_link(graph: nx.Graph[str]) -> str:
    """Write a network as the JSON of nodes and links that D3 and networkx read."""
    nodes = [{"id": node, **_plain(graph.nodes[node])} for node in sorted(graph)]
    links = [{"source": a, "target": b, **values} for a, b, values in _edges(graph)]
    whole = {"directed": False, "multigraph": False, "graph": {}, "nodes": nodes, "links": links}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_graphml(graph: nx.Graph[str]) -> str:
    """Write a network as GraphML; the events of a tie are one text, IRIs parted by blanks."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(_flat(graph), out)
    return out.getvalue().decode("utf-8").rstrip("\n") + "\n"


def to_pajek(graph: nx.Graph[str]) -> str:
    """Write a network as a Pajek file of labels and weights."""
    order = {node: place for place, node in enumerate(sorted(graph), start=1)}
    lines = [f"*Vertices {len(order)}"]
    lines += [f'{place} "{_pajek(str(graph.nodes[node]["label"]))}"' for node, place in order.items()]
    lines.append("*Edges")
    lines += [f"{order[a]} {order[b]} {values['weight']:.10g}" for a, b, values in _edges(graph)]
    return "\n".join(lines) + "\n"


def _pajek(label: str) -> str:
    return " ".join(label.replace('"', "'").split())


def _edges(graph: nx.Graph[str]) -> list[tuple[str, str, dict[str, object]]]:
    listed = [(min(a, b), max(a, b), _plain(values)) for a, b, values in graph.edges(data=True)]
    return sorted(listed, key=lambda edge: edge[:2])


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: float(f"{value:.10g}") if isinstance(value, float) else list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }


def _flat(graph: nx.Graph[str]) -> nx.Graph[str]:
    import networkx as nx

    flat: nx.Graph[str] = nx.Graph()
    for node in sorted(graph):
        flat.add_node(node, **_scalars(graph.nodes[node]))
    for a, b, values in _edges(graph):
        flat.add_edge(a, b, **_scalars(values))
    return flat


def _scalars(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: " ".join(str(item) for item in value) if isinstance(value, list | tuple) else value
        for name, value in values.items()
    }


NETWORK_FORMATS: Mapping[str, Callable[[nx.Graph[str]], str]] = {
    "graphml": to_graphml,
    "node-link": to_node_link,
    "pajek": to_pajek,
}
"""Every form that a whole network can take."""
EDGE_FORMATS: Sequence[str] = (*FORMATS, *NETWORK_FORMATS)
