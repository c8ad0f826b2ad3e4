"""Networks as files that other programs open: CSV, JSON, GraphML, GEXF, Pajek."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.publish.gexf import clean, to_dynamic_gexf, to_gexf
from kg.publish.table import FORMATS, Cell, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import networkx as nx

    from kg.network.build import Network
    from kg.network.rows import Source
    from kg.publish.evidence import Evidence


def edge_rows(graph: nx.Graph[str]) -> tuple[list[str], list[list[Cell]]]:
    """List the ties of a network as columns and rows, the ends and the rows in the order of the labels."""
    label = {node: str(name) for node, name in graph.nodes(data="label")}
    tested = graph.graph.get("weight") == "validated"
    columns = ["source", "target", "weight", "events", *(["p_value", "q_value"] if tested else [])]
    rows: list[list[Cell]] = []
    for one, other, values in graph.edges(data=True):
        source, target = sorted((one, other), key=lambda node: (label[node], node))
        tests: list[Cell] = [float(values["p_value"]), float(values["q_value"])] if tested else []
        weight: Cell = float(values["weight"])
        rows.append([label[source], label[target], weight, int(values["count"]), *tests, source, target])
    rows.sort(key=lambda row: (str(row[0]), str(row[1])))
    return [*columns, "source_iri", "target_iri"], rows


def node_rows(graph: nx.Graph[str]) -> tuple[list[str], list[list[Cell]]]:
    """List the actors of a network with their measures, in the order of the labels."""
    from kg.network.community import find_communities
    from kg.network.measure import measure_actors

    communities = find_communities(graph)
    group = {node: place for place, members in enumerate(communities.groups, start=1) for node in members}
    rows: list[list[Cell]] = []
    for node, place in measure_actors(graph).items():
        values = graph.nodes[node]
        rows.append(
            [
                str(values["label"]),
                str(values["kind"]),
                *(str(values.get(name, "")) or None for name in ("status", "status_on", "treaty")),
                place.events,
                place.degree,
                place.strength,
                place.betweenness,
                place.pagerank,
                place.clustering,
                place.core,
                place.constraint,
                group.get(node),
                node,
            ]
        )
    rows.sort(key=lambda row: (str(row[0]), str(row[-1])))
    return list(NODE_COLUMNS), rows


NODE_COLUMNS = (
    "label", "kind", "status", "status_on", "treaty", "events", "degree", "strength", "betweenness", "pagerank",
    "clustering", "core", "constraint", "community", "iri",
)  # fmt: skip


def to_edge_text(graph: nx.Graph[str], form: str) -> str:
    """Write the ties in one of the forms of rows, or the whole network in one of NETWORK_FORMATS."""
    if form in NETWORK_FORMATS:
        return NETWORK_FORMATS[form](graph)
    return to_text(*edge_rows(graph), form)


def quote_rows(network: Network, evidence: Evidence) -> tuple[list[str], list[list[Cell]]]:
    """List a line for each tie and shared occasion, with the words that put both ends there."""
    graph, columns = network.graph, list(QUOTE_COLUMNS)
    label = {node: str(name) for node, name in graph.nodes(data="label")}
    events = {event.iri: event for event in network.incidence.events}
    rows: list[list[Cell]] = []
    for one, other, values in graph.edges(data=True):
        ends = sorted((one, other), key=lambda node: (label[node], node))
        for iri in values["events"]:
            event = events[iri]
            said = [_quotes(network, evidence, iri, end) for end in ends]
            names = [label[end] for end in ends]
            rows.append([*names, float(values["weight"]), event.label, event.start, *said[0], *said[1], iri])
    rows.sort(key=lambda row: [str(cell) for cell in (row[0], row[1], row[4] or "", row[-1])])
    return columns, rows


def to_quote_text(network: Network, source: Source, form: str) -> str:
    """Write the ties with their occasions and quotes in one of the forms of rows."""
    from kg.publish.evidence import read_evidence

    return to_text(*quote_rows(network, read_evidence(source)), _row_form(form))


def _row_form(form: str) -> str:
    if form not in FORMATS:
        raise QueryError("network", f"{form} holds whole networks; for rows take one of {', '.join(FORMATS)}")
    return form


def _quotes(network: Network, evidence: Evidence, event: str, node: str) -> tuple[str, str]:
    """Give the words that put a node at an event, and the documents that they are from."""
    there = network.incidence.origins.get((event, node), frozenset({node}))
    quotes = [
        quote for (actor, _), listed in evidence.parts.get(event, {}).items() if actor in there for quote in listed
    ]
    names = sorted({evidence.documents[q.document].name for q in quotes if q.document in evidence.documents})
    return " | ".join(dict.fromkeys(q.text for q in quotes)), " | ".join(names)


QUOTE_COLUMNS = (
    "source", "target", "weight", "event", "date", "source_quote", "source_document", "target_quote",
    "target_document", "event_iri",
)  # fmt: skip


def to_node_text(graph: nx.Graph[str], form: str) -> str:
    """Write the actors in one of the forms of rows, or the whole network in one of NETWORK_FORMATS."""
    if form in NETWORK_FORMATS:
        return NETWORK_FORMATS[form](graph)
    return to_text(*node_rows(graph), form)


def to_summary_text(network: Network, form: str) -> str:
    """Write what a network amounts to as rows of measure and value."""
    from kg.publish.summary import summary_rows

    return to_text(("measure", "value"), summary_rows(network), _row_form(form))


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
    return clean(label.replace('"', "'"))


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
        name: clean(" ".join(map(str, value)) if isinstance(value, list | tuple) else value)
        if isinstance(value, str | list | tuple)
        else value
        for name, value in values.items()
    }


NETWORK_FORMATS: Mapping[str, Callable[[nx.Graph[str]], str]] = {
    "graphml": to_graphml,
    "gexf": to_gexf,
    "gexf-dynamic": to_dynamic_gexf,
    "node-link": to_node_link,
    "pajek": to_pajek,
}
"""Every form that a whole network can take."""
EDGE_FORMATS: Sequence[str] = (*FORMATS, *NETWORK_FORMATS)
