"""The whole of the main job, done once on the texts that the package ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.extract.files.read import find_documents
from kg.extract.reading import read_document
from kg.graph.build import Options, build
from kg.graph.check import check_folder
from kg.graph.dump import dump_database
from kg.graph.query import run_query
from kg.graph.sparql import find_query
from kg.graph.store import open_graph
from kg.network.build import build_network
from kg.network.choice import ALPHA, Selection
from kg.publish.export import edge_rows, to_edge_text, to_node_text
from kg.publish.findings import count_findings
from kg.publish.gather import gather
from kg.publish.report import FORMATS
from kg.publish.result import to_result
from kg.publish.status import list_claims, record_of
from kg.publish.table import to_text
from kg.resources import folder

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph.build import Report
    from kg.graph.check import Finding
    from kg.graph.standing import Record
    from kg.graph.store import Graph
    from kg.network.build import Network

QUESTIONS = (
    "disagreements",
    "documents",
    "events-by-year",
    "events-in-several-documents",
    "events-not-held",
    "most-active-actors",
    "treaties-discussed",
    "who-hosted",
    "who-paid",
)
"""The named queries that the demo answers."""
_SHOWN = 6
"""Lines of a table in the summary."""


def run_demo(out: Path) -> str:
    """Read the shipped texts, and write into a folder everything that can be made of them.

    Gives a summary of one screen. Run again, it changes nothing; StoreError where the folder cannot be written.
    """
    _make_folder(out)
    store = out / "store"
    texts = sorted(str(path) for path in folder("corpus").glob("*.txt"))
    report = build(store, find_documents(texts), Options(), read=read_document)
    claims = list_claims(store, form="csv")
    _write(out / "status-claims.csv", claims.text)
    with open_graph(store) as graph:
        record = record_of(graph)
        _write(out / "graph.ttl", dump_database(graph.database, "turtle"))
        _write_answers(graph, out / "answers")
        network = _write_networks(graph, out / "network", record)
        digest = gather(graph.database, Selection(), record=record, alpha=ALPHA)
        for form in ("html", "md"):
            _write(out / f"report.{form}", FORMATS[form](digest))
    findings = check_folder(store)
    return _summary(out, report, network, claims=claims.note, findings=findings)


def _write(path: Path, content: str | bytes) -> None:
    _make_folder(path.parent)
    try:
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise _unwritable(path, error) from error


def _make_folder(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(place, error) from error


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(str(path), f"cannot be written: {error.strerror}; choose another folder with --out")


def _write_answers(graph: Graph, place: Path) -> None:
    for name in QUESTIONS:
        _write(place / f"{name}.csv", to_result(run_query(graph, find_query(name)), "csv"))


def _write_networks(graph: Graph, place: Path, record: Record) -> Network:
    everyone = build_network(graph.database, Selection(), record=record)
    states = build_network(graph.database, Selection(level="state"), record=record)
    for name, network in (("everyone", everyone), ("states", states)):
        _write(place / f"{name}-edges.csv", to_edge_text(network.graph, "csv"))
        _write(place / f"{name}-nodes.csv", to_node_text(network.graph, "csv"))
        _write(place / f"{name}.graphml", to_edge_text(network.graph, "graphml"))
        _write(place / f"{name}.gexf", to_edge_text(network.graph, "gexf"))
    return states


def _summary(out: Path, report: Report, network: Network, *, claims: str, findings: list[Finding]) -> str:
    columns, rows = edge_rows(network.graph)
    closest = sorted(rows, key=lambda row: (-int(str(row[3])), -float(str(row[2])), str(row[0]), str(row[1])))
    table = to_text(columns[:4], [row[:4] for row in closest[:_SHOWN]], "table")
    return f"""\
{report.documents} texts, rewritten from public facts, tell of {report.events} events and {report.actors} actors.
What they say of treaties: {claims}.
`kg check` finds: {count_findings(findings)}.

States that met most often:

{_indent(table)}
In {out} there are now

  store/             the graph, for `kg query`, `kg explain`, `kg status` ...
  graph.ttl          all of it as Turtle
  report.html        the co-participation report: open it in a browser (report.md: the same as text)
  network/           who met whom, as CSV, GraphML and GEXF
  answers/           answers to {len(QUESTIONS)} named questions
  status-claims.csv  what the texts say of the standing of States, held against the depositaries' record

Go on with

  kg query --list
  kg explain state:TJK --store {out}/store
  kg status --treaty Ottawa --store {out}/store
"""


def _indent(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())
