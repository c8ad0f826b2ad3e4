"""The command line: each command reads its options, calls the library, and writes."""

from __future__ import annotations

import math
import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from kg.errors import KgError
from kg.network.choice import ALPHA, LEVELS, ROLES, STATUSES, TYPES, WEIGHTS, Selection
from kg.publish.export import EDGE_FORMATS
from kg.publish.table import FORMATS as TABLE_FORMATS
from kg.terminal import count, escape, say, write_output

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.graph.build import Report
    from kg.network.choice import Level, Weight

P = ParamSpec("P")
R = TypeVar("R")

RDF_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
QUERY_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
REPORT_FORMATS = ("html", "md", "json")
"""These three are spelled out, for the modules that know them are slow to import."""

_NOTHING = "no occasion in the graph fits"


class _Failure(click.ClickException):
    exit_code = 2


class _Group(click.Group):
    """A group whose commands end with code 2 and one line where something is wrong that the user can mend."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise _Failure(escape(str(error))) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="accession-kg", prog_name="kg")
def main() -> None:
    """Read texts on disarmament into a knowledge graph, and ask it.

    Begin with `kg demo`, which shows all of it on texts that come with kg; or with `kg build` and texts of your own.
    """


def _with_store(command: Callable[P, R]) -> Callable[P, R]:
    """Add the option that says where the graph is."""
    return click.option(
        "--store",
        envvar="KG_STORE",
        default="kg-store",
        show_default=True,
        show_envvar=True,
        callback=_require_name,
        help="Folder of the graph, or the address of a SPARQL server to ask.",
    )(command)


def _require_name(_context: click.Context, _option: click.Parameter, store: str) -> str:
    if not store.strip():
        raise click.BadParameter("an empty name; name a folder, or the address of a SPARQL server")
    return store


def _require_number(_context: click.Context, _option: click.Parameter, share: float) -> float:
    if math.isnan(share):
        raise click.BadParameter("no number; name a share from 0 to 1")
    return share


def _require_date(_context: click.Context, _option: click.Parameter, day: str | None) -> str | None:
    """Take a day, a month or a year."""
    from kg.graph.rule import Period

    try:
        Period.from_iso("2000" if day is None else day)
    except ValueError as error:
        raise click.BadParameter(f"{day!r} is no date such as 2024-12-31, 2024-12 or 2024") from error
    return day


def _with_output(command: Callable[P, R]) -> Callable[P, R]:
    """Add the option that says where the answer goes."""
    return click.option(
        "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - is standard output."
    )(command)


@main.command()
@click.argument("texts", nargs=-1, required=True)
@_with_store
@click.option("--no-merge", is_flag=True, help="Keep one event for each document and event.")
@click.option("--no-reference", is_flag=True, help="Leave the reference data (States, treaties ...) out of the graph.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read texts.")
@click.option(
    "--decisions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Which events are, or are not, one occasion: your decisions, in Turtle [default: decisions.ttl in the store, "
    "else those given last].",
)
@click.option(
    "--reference",
    "references",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    envvar="KG_REFERENCE",
    show_envvar=True,
    help="Turtle file (or folder) with States, bodies, places or treaties of your own; the store keeps it.",
)
@click.option(
    "--extractor", "extractors", multiple=True, metavar="NAME", help="Installed plug-in that reads beside ours."
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def build(
    *,
    texts: tuple[str, ...],
    store: str,
    no_merge: bool,
    no_reference: bool,
    workers: int,
    decisions: Path | None,
    references: tuple[Path, ...],
    extractors: tuple[str, ...],
    quiet: bool,
) -> None:
    """Read texts into the graph: files, folders, - for standard input.

    Only new and changed documents are read.

    Example: kg build reports/ press-release.txt
    """
    from kg.extract.files.read import find_documents
    from kg.extract.plugin import choose_reader, describe_extractors
    from kg.graph.build import Options
    from kg.graph.build import build as build_store

    options = Options(
        merge=not no_merge,
        reference=not no_reference,
        workers=workers,
        decisions=decisions,
        references=references,
        reader=describe_extractors(extractors),
    )
    report = build_store(Path(store), find_documents(texts), options, read=choose_reader(extractors))
    _say_report(report, store, quiet=quiet)


def _say_report(report: Report, store: str, *, quiet: bool) -> None:
    """Tell what a build did; end with code 1 where something was skipped, or there was nothing to read."""
    for error in report.skipped:
        say(f"skipped {error}")
    for iri in report.unused:
        say(f"decision about {iri}: no such event in these documents")
    for left, right in report.parted:
        say(f"{left} and {right} look the same and stay apart: your decision joined another event of that document")
    if report.replaced:
        names = ", ".join(report.replaced[:5]) + (", ..." if len(report.replaced) > 5 else "")
        say(f"replaced, since the text of that name is another one now: {names}", quiet=quiet)
    if report.unread:
        kinds = ", ".join(f"{kind or 'no extension'} {count:,}" for kind, count in sorted(report.unread.items()))
        say(f"passed over {count(report.unread.total(), 'file')} of kinds that kg does not read: {kinds}", quiet=quiet)
    empty = not (report.read or report.unchanged or report.skipped)
    if empty:
        from kg.extract.files.source import LINE_SUFFIXES, TEXT_SUFFIXES

        kinds = ", ".join(sorted(TEXT_SUFFIXES | LINE_SUFFIXES))
        say(f"no texts there; kg reads {kinds}, and .gz and .zip of them")
    done = f"{count(len(report.read), 'document')} read, {report.unchanged:,} unchanged"
    say(
        f"{done}, {len(report.skipped):,} skipped; {store} holds {count(report.documents, 'document')}, "
        f"{count(report.events, 'event')}, {count(report.actors, 'actor')}",
        quiet=quiet,
    )
    if report.skipped or empty:
        sys.exit(1)


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="DOCUMENTS...")
@_with_store
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def forget(*, names: tuple[str, ...], store: str, quiet: bool) -> None:
    """Take documents out, as if they had never been there.

    A document goes by its name in `kg query documents` or by its file. What `kg load` put in goes by its file, too.

    Example: kg forget press-release
    """
    from kg.graph.forget import forget as forget_names

    report = forget_names(Path(store), names)
    gone = [count(len(found), word) for found, word in zip(report.forgotten, ("document", "loaded graph"), strict=True)]
    told = " and ".join(words for words, found in zip(gone, report.forgotten, strict=True) if found)
    say(
        f"{told} forgotten; {store} holds {count(report.documents, 'document')}, "
        f"{count(report.events, 'event')}, {count(report.actors, 'actor')}",
        quiet=quiet,
    )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_with_store
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def backup(*, folder: Path, store: str, quiet: bool) -> None:
    """Copy the store to a new folder.

    The copy is a store like any other.

    Example: kg backup kg-store-2024
    """
    from kg.graph.backup import back_up

    back_up(Path(store), folder)
    say(f"{store} copied to {folder}; to restore it, give --store {folder}", quiet=quiet)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_with_store
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def load(*, files: tuple[Path, ...], store: str, quiet: bool) -> None:
    """Put RDF from elsewhere beside what was read from texts.

    It must have the form that ontology/README.md describes; `kg check` tells where it has not. Each file becomes a
    named graph of its own; loading it again replaces that.

    Example: kg load our-events.ttl
    """
    from kg.graph.load import load_files

    loaded = load_files(Path(store), files)
    for graph, size in loaded:
        say(f"{count(size, 'statement')} in {graph}", quiet=quiet)


@main.command()
@_with_store
@click.option("-f", "--format", "form", type=click.Choice(RDF_FORMATS), default="turtle", show_default=True)
@click.option("--graph", metavar="IRI", help="One named graph alone.")
@_with_output
def export(*, store: str, form: str, graph: str | None, output: str) -> None:
    """Write the graph as RDF.

    The same graph always gives the same bytes.

    Example: kg export -f nquads -o graph.nq
    """
    from kg.graph.dump import dump_database
    from kg.graph.store import open_graph

    with open_graph(Path(store)) as opened:
        if graph is not None:
            graph = opened.find_graph(graph)
        write_output(output, dump_database(opened.database, form, graph=graph))


@main.command()
@click.argument("name", required=False)
@_with_store
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="Fix a parameter; may be repeated.")
@click.option("-f", "--format", "form", type=click.Choice(QUERY_FORMATS), default="table", show_default=True)
@click.option("--list", "listing", is_flag=True, help="List the named queries and their parameters.")
@_with_output
def query(*, name: str | None, store: str, params: tuple[str, ...], form: str, listing: bool, output: str) -> None:
    """Ask a named query, a .rq file, or a text on standard input (-).

    A parameter is an IRI, a prefixed name such as state:KAZ, a name, an acronym or a code.

    Example: kg query who-met-whom -p actor=Kazakhstan
    """
    from kg.graph.query import run_query, tell_readings
    from kg.graph.sparql import find_query, list_queries
    from kg.graph.store import open_graph
    from kg.publish.result import to_listing, to_result

    if listing:
        write_output(output, to_listing(list_queries("questions", "checks", "reports")))
        return
    if name is None:
        raise click.UsageError("name a query, or give --list")
    asked = find_query(name)
    values = dict(_split(param) for param in params)
    with open_graph(Path(store)) as graph:
        write_output(output, to_result(run_query(graph, asked, values), form))
        for note in tell_readings(graph, asked, values):
            say(note)


def _split(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals or not name:
        raise click.UsageError(f"a parameter is NAME=VALUE, not {param!r}")
    return name, value


@main.command()
@click.argument("thing")
@_with_store
@_with_output
def explain(*, thing: str, store: str, output: str) -> None:
    """Show what is said of a thing, and the sentences behind it.

    The thing is an IRI, a prefixed name, or what it is called.

    Example: kg explain "United Nations Development Programme"
    """
    from kg.graph.explain import explain as explain_thing

    told = explain_thing(Path(store), thing)
    write_output(output, told.text)
    say(told.note, quiet=not told.note)


def _with_selection(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options that say which occasions count, and who counts as one; the command gets them as a Selection."""
    years = click.IntRange(1, 9999)
    options = (
        click.option("--level", type=click.Choice(LEVELS), default="actor", show_default=True,
                     help="Who counts as one: everyone, bodies (persons count for theirs), or States."),
        click.option("--treaty", metavar="NAME", help="Only occasions that concern this treaty."),
        click.option("--role", "roles", multiple=True, type=click.Choice(ROLES, case_sensitive=False),
                     help="Only those who had this role; may be repeated."),
        click.option("--type", "types", multiple=True, type=click.Choice(TYPES, case_sensitive=False),
                     help="Only occasions of this type; may be repeated."),
        click.option("--from", "first_year", type=years, metavar="YEAR", help="Only occasions of this year or later."),
        click.option("--to", "last_year", type=years, metavar="YEAR", help="Only occasions of this year or earlier."),
        click.option("--place", metavar="NAME", help="Only occasions in this city or country."),
        click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES, case_sensitive=False),
                     default=("Held",), show_default=True,
                     help="Which occasions count: those that were held, unless told otherwise; may be repeated."),
        click.option("--alpha", type=click.FloatRange(0, 1), default=ALPHA, show_default=True,
                     callback=_require_number, help="Share of false ties that a validated network may have."),
    )  # fmt: skip

    @wraps(command)
    def selecting(
        *,
        level: Level,
        treaty: str | None,
        roles: tuple[str, ...],
        types: tuple[str, ...],
        first_year: int | None,
        last_year: int | None,
        place: str | None,
        statuses: tuple[str, ...],
        **rest: object,
    ) -> R:
        if first_year is not None and last_year is not None and first_year > last_year:
            raise click.UsageError(f"no year is from {first_year} on and up to {last_year}; swap --from and --to")
        selection = Selection(
            level=level,
            treaty=treaty,
            roles=roles,
            types=types,
            first_year=first_year,
            last_year=last_year,
            place=place,
            statuses=statuses,
        )
        return command(selection=selection, **rest)

    made: Callable[..., R] = selecting
    for option in reversed(options):
        made = option(made)
    return made


@main.command()
@click.argument("what", type=click.Choice(("edges", "nodes", "summary")))
@_with_store
@_with_selection
@click.option("--weight", type=click.Choice(WEIGHTS), default="newman", show_default=True,
              help="What a tie weighs; validated keeps the ties that chance would hardly give.")  # fmt: skip
@click.option("--quotes", is_flag=True, help="With edges: a line for each shared occasion, with the words behind it.")
@click.option("-f", "--format", "form", type=click.Choice(EDGE_FORMATS), default="csv", show_default=True)
@_with_output
def network(
    *,
    what: str,
    store: str,
    selection: Selection,
    weight: Weight,
    alpha: float,
    quotes: bool,
    form: str,
    output: str,
) -> None:
    """Tell who met whom: ties, actors, or a summary.

    Two actors have a tie where both were at one occasion. Networks as a whole come as graphml, gexf, node-link or
    pajek.

    Example: kg network edges --level state --weight validated --treaty Ottawa
    """
    from kg.graph.store import open_graph
    from kg.network.build import build_network
    from kg.publish.export import to_edge_text, to_node_text, to_quote_text, to_summary_text
    from kg.publish.status import record_of

    if quotes and what != "edges":
        raise click.UsageError(f"--quotes goes with edges, not with {what}")
    with open_graph(Path(store)) as opened:
        made = build_network(opened.database, selection, weight=weight, alpha=alpha, record=record_of(opened))
        if not made.incidence.events:
            say(_NOTHING)
        if weight == "validated":
            kept = made.graph.number_of_edges()
            say(f"raw {count(made.raw, 'tie')}, {kept:,} survive at a false discovery rate of {alpha:g}")
        if quotes:
            write_output(output, to_quote_text(made, opened.database, form))
        elif what == "edges":
            write_output(output, to_edge_text(made.graph, form))
        elif what == "nodes":
            write_output(output, to_node_text(made.graph, form))
        else:
            write_output(output, to_summary_text(made, form))


@main.command()
@_with_store
@_with_selection
@click.option("-f", "--format", "form", type=click.Choice(REPORT_FORMATS), default="html", show_default=True)
@click.option("--date", "day", metavar="DATE", callback=_require_date,
              help="The date to print on the report; none is printed without it.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE",
              help="Where to write; - is standard output [default: report.html, .md or .json].")  # fmt: skip
def report(
    *,
    store: str,
    selection: Selection,
    alpha: float,
    form: str,
    day: str | None,
    output: str | None,
) -> None:
    """Write the report on who met whom: one page that works offline.

    It has the sentences behind every number.

    Example: kg report --level state --treaty Ottawa -o report.html
    """
    from kg.graph.store import open_graph
    from kg.publish.gather import gather
    from kg.publish.report import FORMATS
    from kg.publish.status import record_of

    with open_graph(Path(store)) as opened:
        digest = gather(opened.database, selection, record=record_of(opened), alpha=alpha, day=day)
    if not digest.occasions:
        say(f"{_NOTHING}; nothing written")
        return
    write_output(output or f"report.{form}", FORMATS[form](digest))
    if output is None:
        say(f"report.{form} written")


@main.command()
@_with_store
@click.option("--state", metavar="NAME", help="One State alone: any of its names, or its code.")
@click.option("--treaty", metavar="NAME", help="One treaty alone: any of its names, or its acronym.")
@click.option("--on", "day", metavar="DATE", callback=_require_date,
              help="A day, or the last of a month or year [default: the record's last].")  # fmt: skip
@click.option("--claims", is_flag=True, help="List what the texts say instead, each held against the record.")
@click.option("-f", "--format", "form", type=click.Choice(TABLE_FORMATS), default="table", show_default=True)
@_with_output
def status(
    *, store: str, state: str | None, treaty: str | None, day: str | None, claims: bool, form: str, output: str
) -> None:
    """Tell how each State stands towards each treaty on a day.

    It is told from the depositaries' record; `--claims` lists what the texts say.

    Example: kg status --treaty CCM --on 2024-12-31 -f csv
    """
    from kg.publish.status import list_claims, list_status

    if claims and day:
        raise click.UsageError("--on goes without --claims, for each text is held against the record on its own day")
    if claims:
        answer = list_claims(Path(store), state=state, treaty=treaty, form=form)
    else:
        answer = list_status(Path(store), state=state, treaty=treaty, day=day, form=form)
    write_output(output, answer.text)
    say(answer.note)


@main.command()
@_with_store
@click.option("-f", "--format", "form", type=click.Choice(TABLE_FORMATS), default="table", show_default=True)
@_with_output
def check(*, store: str, form: str, output: str) -> None:
    """Find what is wrong with the graph.

    It is held against its shapes, the checks, the depositaries' record and the texts. The exit code is 1 where there
    are violations; warnings and notes alone leave it at 0.

    Example: kg check -f csv
    """
    from kg.graph.check import check_folder, is_wrong
    from kg.publish.findings import count_findings, to_findings

    findings = check_folder(Path(store))
    write_output(output, to_findings(findings, form))
    say(count_findings(findings))
    if is_wrong(findings):
        sys.exit(1)


@main.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-f", "--format", "form", type=click.Choice(("table", "csv", "json")), default="table", show_default=True)
@click.option("-v", "--verbose", is_flag=True, help="List every error on standard error.")
@_with_output
def evaluate(*, gold: Path, form: str, verbose: bool, output: str) -> None:
    """Measure how often the reading is right, field by field.

    Texts are read and compared with their annotations; tests/corpus/README.md shows the form.

    Example: kg evaluate tests/corpus
    """
    from kg.evaluate.run import evaluate as evaluate_reading
    from kg.evaluate.run import to_report
    from kg.extract.files.read import find_documents
    from kg.extract.reading import read_document

    result = evaluate_reading(gold, find=find_documents, read=read_document)
    if verbose:
        for error in result.errors:
            say(error)
    write_output(output, to_report(result, form))


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default="kg-demo", show_default=True, metavar="DIR",
              help="Folder that everything goes to.")  # fmt: skip
def demo(*, out: Path) -> None:
    """Do all of it once, on the texts that come with kg.

    Example: kg demo --out kg-demo
    """
    from kg.demo import run_demo

    say(f"reading the texts, building the graph, writing the report into {out}: this takes about half a minute")
    write_output("-", run_demo(out))
