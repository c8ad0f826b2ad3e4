"""What is wrong with a graph: broken shapes, what the checks among the queries find, quotes that are not in their text.

Broken data is reported, not raised: each finding names the thing, says what is wrong in words, and quotes the
document where there is one. A finding of the severity `violation` means that the graph must not be trusted as it
is; a `warning` that something is unlikely to be true; `info` that documents disagree, which is worth knowing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from pyoxigraph import BlankNode, NamedNode, QuerySolutions, RdfFormat, Store
from pyoxigraph import Literal as Text

from kg import resources
from kg.errors import QueryError
from kg.graph.compare import compare
from kg.graph.rdf import REFERENCE
from kg.graph.readings import FILE, open_readings
from kg.graph.reference import list_reference
from kg.graph.shape import find_breaches, load_rules
from kg.graph.sparql import list_queries
from kg.graph.standing import Record
from kg.graph.store import open_graph
from kg.graph.vocab import KG, expand
from kg.graph.write import list_shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.graph.readings import Readings
    from kg.graph.sparql import Query

Severity = Literal["violation", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
"""The gravest first."""

_MODERATE = 1_000_000
"""Statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, or unlikely, or disputed."""

    severity: Severity
    check: str
    """Name of the shape's rule, the query, or `quote-not-in-text`, `text-against-record`."""
    focus: str
    """IRI of the thing that it is about."""
    message: str
    document: str | None = None
    """Identifier of the document that the thing rests on; the first, where there are several."""
    quote: str | None = None
    """Its words."""


def check(
    store: Store, *, text_of: Callable[[str], str | None] | None = None, beside: Sequence[Path] = ()
) -> list[Finding]:
    """Find all that is wrong with a graph, the gravest first.

    `text_of` gives the text of a document by its identifier, or None where the store has none (as for graphs
    that were loaded); without it quotes are not compared with texts. `beside` are Turtle files with the terms of which
    the graph speaks, where it was built without them: a shape is then broken where it is so with and without them. The
    cost grows with the number of statements: two to three seconds for 130,000, some ten for half a million, in about
    0.5 kB of memory each; beyond a million the graph is read where it lies, which takes several times as long and no
    memory to speak of.
    """
    store = _into_memory(store)
    broken = set(find_broken_shapes(store))
    whole = _join(store, beside) if beside else store
    if beside:
        broken &= set(find_broken_shapes(whole))
    findings = {*broken, *find_by_queries(store), *find_against_record(whole)}
    if text_of is not None:
        findings.update(find_wrong_quotes(store, text_of))
    return sorted(findings, key=_order)


def check_folder(folder: Path) -> list[Finding]:
    """Find all that is wrong with the graph of a store, its quotes held against the texts that the store keeps.

    A store that was built without the reference data is held against its shapes and the record beside them, for its
    texts speak of their States and treaties. StoreError where there is no graph.
    """
    with open_graph(folder) as graph:
        if not (folder / FILE).is_file():
            return check(graph.database)
        with open_readings(folder) as readings:
            without = readings.setting("reference") == "False"
            beside = [*list_shipped(), *list_reference(folder)] if without else []
            return check(graph.database, text_of=partial(_find_text, readings), beside=beside)


def _find_text(readings: Readings, document: str) -> str | None:
    reading = readings.get(document)
    return reading.document.text if reading else None


def _into_memory(store: Store) -> Store:
    """Copy a graph of moderate size into memory, where it is read several times faster than on disk."""
    if len(store) > _MODERATE:
        return store
    copy = Store()
    copy.bulk_extend(store)
    return copy


def _join(store: Store, beside: Sequence[Path]) -> Store:
    """Copy a graph into memory, together with the reference data of some files."""
    copy = Store()
    copy.bulk_extend(store)
    for path in beside:
        copy.bulk_load(path=str(path), format=RdfFormat.TURTLE, to_graph=NamedNode(REFERENCE))
    return copy


def is_wrong(findings: Iterable[Finding]) -> bool:
    """Tell whether a check has failed: warnings and disagreements alone do not make a graph wrong."""
    return any(finding.severity == "violation" for finding in findings)


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return SEVERITIES.index(finding.severity), finding.check, finding.focus, finding.message


def find_broken_shapes(store: Store) -> Iterator[Finding]:
    """Find the nodes that break the data contract of `shapes.ttl`."""
    for breach in find_breaches(store, load_rules(resources.folder("ontology") / "shapes.ttl")):
        yield _to_finding(store, breach.rule.severity, breach.rule.name, breach.focus, breach.rule.message)


def find_by_queries(store: Store) -> Iterator[Finding]:
    """Find what the queries in `queries/checks/` find."""
    for query in list_queries("checks"):
        yield from find_by_query(store, query)


def find_by_query(store: Store, query: Query) -> Iterator[Finding]:
    """Ask one query; each of its rows, `?focus ?message`, is a finding, which rests on `?evidence` where that is told.

    QueryError where the query has a mistake, no severity, or other columns.
    """
    severity = query.severity or ""
    try:
        rows = store.query(query.text, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise QueryError(query.name, str(error)) from error
    columns = {column.value for column in rows.variables} if isinstance(rows, QuerySolutions) else set()
    if not isinstance(rows, QuerySolutions) or columns - {"evidence"} != {"focus", "message"}:
        raise QueryError(query.name, "a check is a SELECT of ?focus and ?message, and of ?evidence where it has any")
    for row in rows:
        focus, message = row["focus"], row["message"]
        if isinstance(focus, NamedNode | BlankNode) and isinstance(message, Text):
            witness = row["evidence"] if "evidence" in columns else None
            yield _to_finding(store, severity, query.name, focus, message.value, witness=witness)


def find_against_record(store: Store) -> Iterator[Finding]:
    """Find treaty actions and status claims of texts that the depositaries' record contradicts."""
    for line in compare(Record.from_store(store), store):
        if line.verdict == "contradicts":
            message = f"{line.state}, {line.treaty}: the document says {line.said}"
            message += f" ({line.as_of})" if line.as_of else ""
            yield Finding(
                severity="warning",
                check="text-against-record",
                focus=line.statement,
                message=f"{message}; the record says {line.record}.",
                document=line.document,
                quote=line.quote,
            )


def find_wrong_quotes(store: Store, text_of: Callable[[str], str | None]) -> Iterator[Finding]:
    """Find evidence whose quote is not what its document has between begin and end."""
    for document in store.quads_for_pattern(None, _TYPE, NamedNode(KG.Document)):
        identifier = _literal(store, document.subject, _IDENTIFIER)
        text = text_of(identifier) if identifier is not None else None
        if text is None:
            continue
        for evidence in store.quads_for_pattern(None, NamedNode(KG.document), document.subject):
            quote, begin, end = (_literal(store, evidence.subject, term) for term in (_QUOTE, _BEGIN, _END))
            wrong = find_wrong_quote(quote, begin, end, text)
            if wrong:
                yield _to_finding(store, "violation", "quote-not-in-text", evidence.subject, wrong)


def find_wrong_quote(quote: str | None, begin: str | None, end: str | None, text: str) -> str | None:
    """Say what is wrong with a quote and its offsets, as the graph has them; None where nothing is.

    What is missing or is no number is for the shapes to tell.

    >>> find_wrong_quote("workshop", "4", "12", "The workshop")
    >>> find_wrong_quote("workshop", "3", "11", "The workshop")
    "Between 3 and 11 the document has ' worksho', not 'workshop'."
    """
    if quote is None or not (begin and begin.isdecimal()) or not (end and end.isdecimal()):
        return None
    if int(end) > len(text):
        return f"The document has {len(text):,} characters; the evidence ends at {int(end):,}."
    there = text[int(begin) : int(end)]
    if there == quote:
        return None
    return f"Between {begin} and {end} the document has {there[:80]!r}, not {quote[:80]!r}."


_TYPE = NamedNode(expand("rdf:type"))
_IDENTIFIER = NamedNode(expand("dcterms:identifier"))
_QUOTE, _BEGIN, _END = NamedNode(KG.quote), NamedNode(KG.begin), NamedNode(KG.end)


def _to_finding(
    store: Store, severity: str, name: str, focus: object, message: str, *, witness: object = None
) -> Finding:
    grade = next((known for known in SEVERITIES if known == severity), None)
    if grade is None:
        raise QueryError(name, f"severity is one of {', '.join(SEVERITIES)}, not {severity!r}")
    document, quote = find_witness(store, witness or focus)
    iri = focus.value if isinstance(focus, NamedNode | BlankNode) else str(focus)
    return Finding(severity=grade, check=name, focus=iri, message=message, document=document, quote=quote)


def find_witness(store: Store, focus: object) -> tuple[str | None, str | None]:
    """Find the document and the words that a thing rests on: the first by document and place, where there are several.

    Evidence rests on itself; a document has an identifier and no words.
    """
    identifier = _literal(store, focus, _IDENTIFIER)
    if identifier is not None:
        return identifier, None
    found = []
    for evidence in [focus, *_objects(store, focus, NamedNode(KG.evidence))]:
        quote, begin = _literal(store, evidence, _QUOTE), _literal(store, evidence, _BEGIN) or ""
        for document in _objects(store, evidence, NamedNode(KG.document)):
            named = _literal(store, document, _IDENTIFIER)
            found.append((named or "", begin.rjust(12), named, quote))
    return min(found, key=lambda one: one[:2])[2:] if found else (None, None)


def _objects(store: Store, subject: object, predicate: NamedNode) -> list[object]:
    if not isinstance(subject, NamedNode | BlankNode):
        return []
    return [quad.object for quad in store.quads_for_pattern(subject, predicate, None)]


def _literal(store: Store, subject: object, predicate: NamedNode) -> str | None:
    """Find the least literal value of a property."""
    values = [value.value for value in _objects(store, subject, predicate) if isinstance(value, Text)]
    return min(values, default=None)
