"""The graph as Python users hold it: queries as rows, explanations, exports and networks from one object."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias, cast

from kg.errors import QueryError
from kg.graph.dump import FORMATS, dump_database
from kg.graph.explain import explain
from kg.graph.query import gives_rows, run_query, to_python, to_standard
from kg.graph.sparql import find_query, parse_query
from kg.graph.store import Graph, open_graph
from kg.network.choice import ALPHA, LEVELS, ROLES, STATUSES, TYPES, WEIGHTS, Selection, choose, choose_all

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from types import TracebackType

    import networkx as nx

    from kg.network.choice import Level, Weight

Value: TypeAlias = "str | int | float | bool | None"


class Session:
    """A store opened for questions, as it stood when it was opened.

    Close it, or use it in a `with` block: a build that is ready to write waits for those who read.
    """

    def __init__(self, store: str | os.PathLike[str]) -> None:
        """Open a store; StoreError where there is none."""
        self.graph: Graph = open_graph(Path(store))

    def query(self, name_or_text: str, **values: str | int | date) -> list[dict[str, Value]] | bool | str:
        """Ask a named query, a .rq file or a text, its parameters bound to what the values name.

        Gives rows as dictionaries (IRIs in full), the truth of an ASK, or the Turtle of a CONSTRUCT. QueryError for
        a mistake in the query or its parameters, an update, or a call to another server.
        """
        named = "{" not in name_or_text
        asked = find_query(name_or_text) if named else parse_query("text", name_or_text)
        answer = run_query(self.graph, asked, {name: _to_text(name, value) for name, value in values.items()})
        if gives_rows(answer):
            columns = [variable.value for variable in answer.variables]
            return [dict(zip(columns, map(to_python, row), strict=True)) for row in answer]
        told = to_standard(answer, "table").decode()
        return told == "true\n" if told in {"true\n", "false\n"} else told

    def network(
        self,
        *,
        level: Level = "actor",
        weight: Weight = "newman",
        treaty: str | None = None,
        roles: Iterable[str] = (),
        types: Iterable[str] = (),
        first_year: int | None = None,
        last_year: int | None = None,
        place: str | None = None,
        statuses: Iterable[str] = ("Held",),
        alpha: float = ALPHA,
    ) -> nx.Graph[str]:
        """Make the co-participation network, with the choices that `kg network` offers.

        Nodes and edges carry IRIs, labels, standings and shared events. QueryError for a choice that there is not.
        """
        from kg.network.build import build_network
        from kg.publish.status import record_of

        selection = Selection(
            level=cast("Level", choose("level", level, LEVELS)),
            treaty=treaty,
            roles=choose_all("role", roles, ROLES),
            types=choose_all("type", types, TYPES),
            first_year=first_year,
            last_year=last_year,
            place=place,
            statuses=choose_all("status", statuses, STATUSES),
        )
        kind = cast("Weight", choose("weight", weight, WEIGHTS))
        record = record_of(self.graph)
        return build_network(self.graph.database, selection, weight=kind, alpha=alpha, record=record).graph

    def explain(self, thing: str) -> str:
        """Tell the statements about a thing and the sentences that they rest on; QueryError where it is not there."""
        return explain(self.graph.folder, thing).text

    def export(self, form: str = "turtle") -> bytes:
        """Write the whole graph as RDF: turtle, trig, nquads, ntriples, jsonld or rdfxml."""
        return dump_database(self.graph.database, choose("format", form, FORMATS))

    def close(self) -> None:
        """Let go of the store."""
        self.graph.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _to_text(name: str, value: str | int | date) -> str:
    """Write a parameter as one types it; QueryError for what is neither text nor a number or a day."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, str | int | date) and not isinstance(value, bool):
        return str(value)
    raise QueryError(f"parameter {name}", f"{value!r} is neither a text nor a whole number or a day")
