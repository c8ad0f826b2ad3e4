"""The whole of an evaluation: read the annotated texts, build a graph of them aside, and score it."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.evaluate.answer import Answer, read_answer
from kg.evaluate.gold import load_gold
from kg.evaluate.score import HEADLINE, Score, score
from kg.graph.build import Options, build
from kg.graph.standing import rows_of
from kg.graph.store import open_graph
from kg.publish.table import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.errors import ReadError
    from kg.model import Document, Reading

    FindDocuments = Callable[[Sequence[str]], Iterable[Document | ReadError]]

COLUMNS = ("field", "precision", "recall", "f1", "tp", "fp", "fn")


def evaluate(place: Path, *, find: FindDocuments, read: Callable[[Document], Reading]) -> Score:
    """Read the texts that a folder's annotations speak of, and compare.

    The graphs are built in a temporary folder, once with an event for each document and once with events
    shared; the user's own store is not touched. ReadError where there are no annotations, or where a text
    cannot be read.
    """
    golds = load_gold(place)
    texts = [str(gold.path) for gold in golds]
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        report = build(store, find(texts), Options(merge=False), read=read)
        if report.skipped:
            raise report.skipped[0]
        unmerged = answer_of(store)
        build(store, find(texts), Options(merge=True), read=read)
        return score(golds, unmerged, answer_of(store))


def answer_of(store: Path) -> Answer:
    """Read all that a store says of each document."""
    with open_graph(store) as graph:
        return read_answer(lambda name: rows_of(graph.database, name))


def to_report(result: Score, form: str) -> str:
    """Write a score as a table, CSV or JSON; the headline comes last."""
    rows = result.rows()
    headline = round(result.headline, 3)
    if form == "json":
        fields = {str(row["field"]): {key: row[key] for key in COLUMNS[1:]} for row in rows}
        return json.dumps({"rows": fields, "headline": headline}, indent=2) + "\n"
    cells = [[row[column] for column in COLUMNS] for row in rows]
    if form == "table":
        shown = [[f"{cell:.3f}" if isinstance(cell, float) else cell for cell in row] for row in cells]
        return to_text(COLUMNS, shown, form) + f"headline (mean F1 of {', '.join(HEADLINE)}): {headline:.3f}\n"
    return to_text(COLUMNS, [*cells, ["headline", None, None, headline, None, None, None]], form)
