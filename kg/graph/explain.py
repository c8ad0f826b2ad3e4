"""Why the graph says what it says of a thing: its statements, and the sentences that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import pyoxigraph as ox

from kg.errors import QueryError
from kg.extract.text.passage import find_blocks
from kg.graph.choose import say_why
from kg.graph.lookup import find_thing, tell_namesakes
from kg.graph.pin import find_decisions
from kg.graph.query import to_cell
from kg.graph.readings import open_readings
from kg.graph.remote import find_server
from kg.graph.sparql import read_report
from kg.graph.store import open_graph
from kg.graph.vocab import KG, compact, expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.graph.store import Graph


class Quote(NamedTuple):
    """Words of a document."""

    document: str
    begin: int
    end: int
    text: str


Lines: TypeAlias = "dict[str, list[Quote]]"
"""What is told, in order, each line with the words that it rests on."""


class Explanation(NamedTuple):
    """What is said of a thing, and what else its name may mean."""

    text: str
    note: str


def explain(store: Path, thing: str) -> Explanation:
    """Explain a thing given by an IRI, a prefixed name or what it is called.

    QueryError where nothing, or more than one thing, has this name.
    """
    with open_graph(store) as graph:
        iri = find_thing(graph, thing)
        note = tell_namesakes(graph, thing, iri)
        sections = {title: lines for title, tell in _SECTIONS.items() if (lines := tell(graph, iri))}
    if not sections:
        raise QueryError(thing, "the graph says nothing of it")
    quotes = {quote for lines in sections.values() for found in lines.values() for quote in found}
    sentences = find_sentences(store, quotes)
    blocks = [compact(iri)]
    for title, lines in sections.items():
        shown = [f"{title}:"]
        for line, found in lines.items():
            shown.append(f"  {line}")
            shown += [
                f"      {quote.document} {quote.begin}-{quote.end}: {sentences[quote]}" for quote in sorted(set(found))
            ]
        blocks.append("\n".join(shown))
    return Explanation("\n\n".join(blocks) + "\n", note)


def _rows(graph: Graph, report: str, **fixed: str) -> Iterator[dict[str, str]]:
    """Ask one of the explaining queries; values as people read them."""
    bindings = {name: ox.NamedNode(iri) for name, iri in fixed.items()}
    solutions = graph.select(read_report(f"explain-{report}"), bindings)
    names = [variable.value for variable in solutions.variables]
    for row in solutions:
        yield {name: str(to_cell(value)) for name, value in zip(names, row, strict=True) if value is not None}


def _gather(rows: Iterable[dict[str, str]], word: Callable[[dict[str, str]], str]) -> Lines:
    """Put the words of rows that read the same under one line."""
    lines: Lines = {}
    for row in rows:
        found = lines.setdefault(word(row), [])
        if "quote" in row:
            found.append(Quote(row["document"], int(row["begin"]), int(row["end"]), row["quote"]))
    return lines


def _tell_statements(graph: Graph, iri: str) -> Lines:
    """Tell the statements about the thing, and beside a chosen value those that were not chosen, and why."""
    hidden = {compact(KG.evidence), compact(KG.participation)}
    stated = list(_rows(graph, "claims", event=iri))
    claims = _gather(stated, lambda row: f"{row['property']} {row['value']}")
    lines: Lines = {}
    chosen: dict[str, str] = {}
    for row in _rows(graph, "statements", thing=iri):
        if row["property"] not in hidden:
            line = f"{row['property']} {row['value']}"
            lines[line] = claims.pop(line, [])
            chosen[row["property"]] = row["value"]
    values = _list_issues(stated)
    for name, issues in values.items():
        for value in issues:
            if quotes := claims.get(f"{name} {value}"):
                finer = name.endswith("Date") and chosen.get(name, "").startswith(f"{value}-")
                why = say_why(_bare(name), value, chosen.get(name), issues)
                lines[f"{name} {value}  (also stated, {'less precisely' if finer else f'not chosen: {why}'})"] = quotes
    return dict(sorted(lines.items()))


def _list_issues(claims: Iterable[dict[str, str]]) -> dict[str, dict[str, dict[str, str | None]]]:
    """List for every property and each of its stated values the documents that state it, and when they were issued."""
    found: dict[str, dict[str, dict[str, str | None]]] = {}
    for row in claims:
        found.setdefault(row["property"], {}).setdefault(row["value"], {})[row["document"]] = row.get("issued")
    return found


def _tell_merges(graph: Graph, iri: str) -> Lines:
    """Tell why it is one, and by which IRIs its reports can be parted."""
    lines = _gather(_rows(graph, "merges", thing=iri), lambda row: row["reason"])
    members = [row["member"] for row in _rows(graph, "members", thing=iri)]
    if members:
        lines[f"to part them, state kg:differentFrom between two of {', '.join(members)}"] = []
        lines["to join another event to them, state kg:sameOccasionAs between the two"] = []
    return lines


def _tell_decisions(graph: Graph, iri: str) -> Lines:
    """Tell from which other events a decision of the user keeps it apart."""
    if find_server(graph.folder):
        return {}
    with open_readings(graph.folder) as readings:
        pairs = find_decisions(graph.folder, readings.setting("decisions")).different
    own = {iri, *(expand(row["member"]) for row in _rows(graph, "members", thing=iri))}
    others = {one for pair in pairs if not own.isdisjoint(pair) for one in pair} - own
    return {
        f"kept apart from {compact(other)}: you decided that they differ (kg:differentFrom)": []
        for other in sorted(others)
    }


def _tell_mentions(graph: Graph, iri: str) -> Lines:
    return _gather(_rows(graph, "mentions", thing=iri), lambda row: f"in {row['document']}")


def _tell_participants(graph: Graph, iri: str) -> Lines:
    rows = _rows(graph, "roles", event=iri)
    return _gather(rows, lambda row: f"{_bare(row['role'])}: {row['actorLabel']} ({row['actor']})")


def _tell_events(graph: Graph, iri: str) -> Lines:
    lines = _gather(
        _rows(graph, "roles", actor=iri), lambda row: f"{_bare(row['role'])} of {row['eventLabel']} ({row['event']})"
    )
    return lines | _gather(_rows(graph, "gatherings", thing=iri), lambda row: f"{row['label']} ({row['event']})")


def _tell_posts(graph: Graph, iri: str) -> Lines:
    lines = _gather(
        _rows(graph, "posts", person=iri),
        lambda row: ", ".join(row[name] for name in ("position", "organizationLabel") if name in row),
    )
    return lines | _gather(
        # a body fixed from outside is bound even where a post names none, but its label is not
        (row for row in _rows(graph, "posts", organization=iri) if "organizationLabel" in row),
        lambda row: ", ".join(row[name] for name in ("personLabel", "position") if name in row),
    )


def _tell_standing(graph: Graph, iri: str) -> Lines:
    def word(row: dict[str, str]) -> str:
        when = f", {row['date']}" if "date" in row else ""
        return f"{row['stateLabel']}, {row['treatyLabel']}: {_bare(row['what'])}, {_bare(row['how'])}{when}"

    return _gather(_rows(graph, "standing", state=iri), word) | _gather(_rows(graph, "standing", treaty=iri), word)


def _bare(name: str) -> str:
    return name.removeprefix("kg:")


_SECTIONS: dict[str, Callable[[Graph, str], Lines]] = {
    "Statements": _tell_statements,
    "Why these reports are one": _tell_merges,
    "Decisions": _tell_decisions,
    "Mentions": _tell_mentions,
    "Participants": _tell_participants,
    "Events": _tell_events,
    "Posts": _tell_posts,
    "Treaties": _tell_standing,
}


def find_sentences(store: Path, quotes: Iterable[Quote]) -> dict[Quote, str]:
    """Show each quote in the sentence that holds it, the quote itself between asterisks."""
    by_document: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_document.setdefault(quote.document, []).append(quote)
    if find_server(store):
        return {quote: _in_context("", quote) for found in by_document.values() for quote in found}
    shown: dict[Quote, str] = {}
    with open_readings(store) as readings:
        for document, found in sorted(by_document.items()):
            text = readings.get_text(document) or ""
            for quote in found:
                shown[quote] = _in_context(text, quote)
    return shown


def _in_context(text: str, quote: Quote) -> str:
    """Mark a quote in its sentence; where the text is not at hand, the quote is shown alone."""
    marked = f"*{quote.text}*"
    if text[quote.begin : quote.end] == quote.text:
        sentences = [span for block in find_blocks(text) for span in block.sentences]
        begin = max((span.begin for span in sentences if span.begin <= quote.begin), default=quote.begin)
        end = min((span.end for span in sentences if span.end >= quote.end), default=quote.end)
        marked = f"{text[begin : quote.begin]}{marked}{text[quote.end : end]}"
    return " ".join(marked.split())
