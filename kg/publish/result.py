"""The answer to a query as text: aligned for reading, or in a standard format of SPARQL results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.query import RESULT_FORMATS, Answer, gives_rows, to_cells, to_standard
from kg.publish.table import to_aligned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.sparql import Param, Query

FORMATS = ("table", *RESULT_FORMATS, "turtle")
"""`turtle` is for queries that give statements, which `table` shows the same way."""


def to_result(answer: Answer, form: str) -> bytes:
    """Write an answer; QueryError where its kind has no such form."""
    if form == "table" and gives_rows(answer):
        return to_aligned(*to_cells(answer)).encode()
    return to_standard(answer, form)


def to_listing(queries: Iterable[Query]) -> str:
    """List queries with what they answer and the parameters they take."""
    lines: list[str] = []
    place = ""
    for query in queries:
        if query.folder != place:
            lines += ["", query.folder] if lines else [query.folder]
            place = query.folder
        lines.append(f"  {query.name}: {query.summary}")
        for param in query.params:
            need = "required" if param.required else "optional"
            lines.append(f"      -p {param.name}=...  {param.kind}, {need}: {param.about}")
    return "\n".join(lines) + "\n"


def to_query_page(queries: Iterable[Query]) -> str:
    """Write the page that describes the shipped queries, from their headers."""
    lines = [
        "# Queries",
        "",
        "One question a file, in standard SPARQL 1.1. The `#+` lines at its head say what it answers; this page is",
        "made from them (`pytest tests/test_query.py --update`). Ask one by its name:",
        "",
        "    kg query who-hosted -p actor=Kazakhstan",
        "",
        "A parameter is an IRI, a prefixed name such as `state:KAZ`, a name, an acronym or a code. Without it the",
        "query answers about everything. `kg query my-question.rq` asks a file of your own.",
    ]
    for place, about in _PLACES.items():
        listed = [query for query in queries if query.folder == place]
        if listed:
            lines += ["", f"## {place}", "", about, "", "| query | answers | parameters |", "| --- | --- | --- |"]
            lines += [f"| `{q.name}` | {q.question} | {', '.join(map(_word_param, q.params))} |" for q in listed]
    return "\n".join(lines) + "\n"


def _word_param(param: Param) -> str:
    return f"`{param.name}` ({param.kind}{', required' if param.required else ''})"


_PLACES = {
    "questions": "What an analyst asks.",
    "checks": "What should not be there: each row is a defect.",
    "reports": "What the commands and the report are made from.",
}
