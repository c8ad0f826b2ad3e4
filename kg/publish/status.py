"""What `kg status` prints: the record as of a day, and the texts held against it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kg.graph.compare import Verdict, compare
from kg.graph.explain import Quote, find_sentences
from kg.graph.roster import Kind, Row, find, find_covered, known, roster, tell_namesakes
from kg.graph.standing import Record
from kg.graph.store import open_graph
from kg.publish.table import to_text

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph.store import Graph

ROSTER = Row._fields
CLAIMS = ("verdict", "state", "treaty", "said", "as_of", "record", "document", "begin", "end", "sentence", "statement")


class Answer(NamedTuple):
    """What to print, and what to say beside it."""

    text: str
    note: str


def list_status(
    store: Path, *, state: str | None = None, treaty: str | None = None, day: str | None = None, form: str = "table"
) -> Answer:
    """List the status of every State, or of one, towards every treaty, or one, on a day.

    Without a day it is the last one on which the record has something happen. VocabularyError for a name that
    nothing has or of which the record tells nothing, StoreError where there is no store.
    """
    with open_graph(store) as graph:
        record = record_of(graph)
    as_of = day or record.as_at
    rows = list(roster(record, as_of, state=state, treaty=treaty))
    note = f"as of {as_of}" if day else f"as of {as_of}, the last day on which the record has something happen"
    if treaty is not None:
        iri = find_covered(record, treaty, "treaty")
        note += f": in force for {record.parties(iri, as_of)} States; {record.consents(iri, as_of)} have deposited"
    if as_of > record.as_at:
        note += f"; the record ends on {record.as_at}, what came later is not known here"
    return Answer(to_text(ROSTER, rows, form), "\n".join([note, *_tell_namesakes(record, state, treaty)]))


def list_claims(store: Path, *, state: str | None = None, treaty: str | None = None, form: str = "table") -> Answer:
    """List what the documents say of the standing of States, each held against the record.

    With each comes the sentence that it rests on, its own words between asterisks.
    """
    with open_graph(store) as graph:
        record = record_of(graph)
        lines = compare(record, graph.database)
    wanted_state, wanted_treaty = _find_label(record, state, "State"), _find_label(record, treaty, "treaty")
    kept = [line for line in lines if wanted_state in {None, line.state} and wanted_treaty in {None, line.treaty}]
    verdicts = Counter(line.verdict for line in kept)
    note = "; ".join(f"{verdicts[v]} {one if verdicts[v] == 1 else many}" for v, (one, many) in _VERDICTS.items())
    quotes = [Quote(line.document, line.begin, line.end, line.quote) for line in kept]
    sentences = find_sentences(store, quotes)
    rows = [(*line[:9], sentences[quote], line.statement) for line, quote in zip(kept, quotes, strict=True)]
    return Answer(to_text(CLAIMS, rows, form), "\n".join([note, *_tell_namesakes(record, state, treaty)]))


def _tell_namesakes(record: Record, state: str | None, treaty: str | None) -> list[str]:
    asked: list[tuple[Kind, str | None]] = [("State", state), ("treaty", treaty)]
    named = [(known(record, kind), name, kind) for kind, name in asked if name is not None]
    told = [tell_namesakes(names, name, find(names, name, kind)) for names, name, kind in named]
    return [words for words in told if words]


def _find_label(record: Record, name: str | None, kind: Kind) -> str | None:
    """Find what a State or a treaty is called, also one that the record does not cover: texts speak of those too."""
    named = known(record, kind)
    return None if name is None else named[find(named, name, kind)].label


_VERDICTS: dict[Verdict, tuple[str, str]] = {
    "agrees": ("agrees with the record", "agree with the record"),
    "contradicts": ("contradicts it", "contradict it"),
    "cannot be told": ("cannot be told", "cannot be told"),
}
"""How one or several are told."""


def record_of(graph: Graph) -> Record:
    """Read the record out of a store; where the store was built without it, the one that the package ships."""
    record = Record.from_store(graph.database)
    return record if record.treaties else Record.from_files()
