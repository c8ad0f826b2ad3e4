"""The answer to a query as text: aligned for reading, or in a standard format of SPARQL results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.query import RESULT_FORMATS, Answer, gives_rows, to_cells, to_standard
from kg.publish.table import to_aligned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.sparql import Query

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
