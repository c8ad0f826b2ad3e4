"""Networks as GEXF 1.3, which Gephi opens: still, or moving with the dates of the occasions."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from kg.graph.rule import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

NAMESPACE = "http://gexf.net/1.3"
_NODE_TYPES: Mapping[str, str] = {
    "kind": "string",
    "status": "string",
    "status_on": "string",
    "treaty": "string",
    "state": "string",
    "events": "integer",
}
_EDGE_TYPES: Mapping[str, str] = {"count": "integer", "p_value": "double", "q_value": "double", "events": "liststring"}


def to_gexf(graph: nx.Graph[str]) -> str:
    """Write a network as it is over the whole time; no date is stamped on it."""
    return _write(graph, dynamic=False)


def to_dynamic_gexf(graph: nx.Graph[str]) -> str:
    """Write a network with the days on which each actor was at an occasion and each tie was made.

    A month or year stands for all its days. An occasion without a date gives no days; an actor or tie that has
    none but such is there all the time, as Gephi understands it.
    """
    return _write(graph, dynamic=True)


def spell(start: str | None, end: str | None) -> tuple[str, str] | None:
    """Give the first and last day of what starts and ends on a day, in a month or in a year.

    >>> spell("2004-02", None)
    ('2004-02-01', '2004-02-29')
    """
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    begin, end_of_last = Period.from_iso(first).low, Period.from_iso(last).high
    return begin.isoformat(), max(begin, end_of_last).isoformat()


def _write(graph: nx.Graph[str], *, dynamic: bool) -> str:
    root = ET.Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "accession-kg"
    ET.SubElement(meta, "description").text = clean(f"Co-participation network: {graph.graph.get('selection', '')}")
    settings = {"defaultedgetype": "undirected", "mode": "dynamic" if dynamic else "static"}
    if dynamic:
        settings |= {"timeformat": "date", "timerepresentation": "interval"}
    whole = ET.SubElement(root, "graph", settings)
    days = _days(graph) if dynamic else {}
    edges = sorted((min(a, b), max(a, b), values) for a, b, values in graph.edges(data=True))
    node_names = _declare(whole, "node", _NODE_TYPES, (graph.nodes[node] for node in graph))
    edge_names = _declare(whole, "edge", _EDGE_TYPES, (values for _, _, values in edges))
    attended: dict[str, set[str]] = {node: set() for node in graph}
    for node, events in graph.graph.get("attended", {}).items():
        attended[node].update(events)
    nodes = ET.SubElement(whole, "nodes", {"count": str(len(graph))})
    for node in sorted(graph):
        values = graph.nodes[node]
        element = ET.SubElement(nodes, "node", {"id": node, "label": clean(str(values["label"]))})
        _values(element, values, node_names)
        _spells(element, (days.get(event) for event in sorted(attended[node])))
    listed = ET.SubElement(whole, "edges", {"count": str(len(edges))})
    for one, other, values in edges:
        ends = {"id": str(values["id"]), "source": one, "target": other, "weight": f"{float(values['weight']):.10g}"}
        element = ET.SubElement(listed, "edge", ends)
        _values(element, values, edge_names)
        _spells(element, (days.get(event) for event in values["events"]))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _days(graph: nx.Graph[str]) -> dict[str, tuple[str, str]]:
    dated = {iri: spell(event["start"], event["end"]) for iri, event in graph.graph.get("occasions", {}).items()}
    return {iri: known for iri, known in dated.items() if known}


def _declare(
    whole: ET.Element, kind: str, types: Mapping[str, str], items: Iterable[Mapping[str, object]]
) -> Sequence[str]:
    used = set().union(*(item.keys() for item in items))
    names = [name for name in types if name in used]
    declared = ET.SubElement(whole, "attributes", {"class": kind})
    for name in names:
        ET.SubElement(declared, "attribute", {"id": name, "title": name, "type": types[name]})
    return names


def _values(element: ET.Element, values: Mapping[str, object], names: Sequence[str]) -> None:
    given = ET.SubElement(element, "attvalues")
    for name in names:
        if (value := values.get(name)) not in (None, ""):
            ET.SubElement(given, "attvalue", {"for": name, "value": _show(value)})


def _show(value: object) -> str:
    if isinstance(value, tuple | list):
        return "[" + ", ".join(str(item) for item in value) + "]"
    return f"{value:.10g}" if isinstance(value, float) else clean(str(value))


def _spells(element: ET.Element, spells: Iterable[tuple[str, str] | None]) -> None:
    known = sorted({days for days in spells if days})
    if known:
        held = ET.SubElement(element, "spells")
        for start, end in known:
            ET.SubElement(held, "spell", {"start": start, "end": end})


def clean(text: str) -> str:
    """Leave out what XML cannot hold, and fold blanks.

    >>> clean("a\u0007 \u00a0 b")
    'a b'
    """
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
