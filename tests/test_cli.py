"""The command line: what goes to standard output, what to standard error, and how it ends."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from kg.cli import QUERY_FORMATS, RDF_FORMATS, REPORT_FORMATS, main
from kg.extract.files.source import STORE_FILE
from kg.graph import dump
from kg.model import BASE, Actor, Document, Event, Fact, Participation, Reading, Span
from kg.publish import report, result

Run = Callable[..., Result]
REPORT = (
    "LIMA, 6 May 2001. Peru hosted a workshop on mine action in Lima on 5 May 2001. "
    "Chile, Ecuador and the Organization of American States took part.\n"
)


def read_lima(document: Document) -> Reading:
    """Read the report as a careful person would, and nothing from any other text."""
    begin = document.text.find("Peru hosted a workshop")
    if begin < 0:
        return Reading(document=document)
    peru = f"{BASE}state/PER"
    span = Span(begin, begin + len("Peru hosted a workshop"))
    event = Event(
        key="e1",
        type="Workshop",
        label="Workshop in Lima",
        mentions=(span,),
        facts=(
            Fact(property="eventStatus", value="Held", span=span),
            Fact(property="startDate", value="2001-05-05", span=span),
        ),
        participations=(Participation(actor=peru, role="Host", span=span),),
    )
    return Reading(document=document, actors=(Actor(key=peru, kind="State", label="Peru", iri=peru),), events=(event,))


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.plugin.read_document", read_lima)


@pytest.fixture
def built(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    result = run("build", "report.txt", "--no-reference")
    assert result.exit_code == 0, result.output
    return run


def test_building_says_what_it_did_on_standard_error(built: Run) -> None:
    again = built("build", "report.txt", "--no-reference")
    assert again.stdout == ""
    assert again.stderr.startswith("0 documents read, 1 unchanged, 0 skipped; kg-store holds 1 document, 1 event")
    assert built("build", "report.txt", "-q").stderr == ""


def test_a_text_that_takes_the_place_of_another_is_named(built: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "report.txt").write_text(f"{REPORT} Again.", encoding="utf-8")
    said = built("build", "other/report.txt", "--no-reference").stderr
    assert "replaced, since the text of that name is another one now: report" in said


def test_a_bad_file_is_named_and_the_rest_is_stored(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    result = run("build", ".", "missing.txt", "--no-reference")
    assert result.exit_code == 1
    skipped = [line for line in result.stderr.splitlines() if line.startswith("skipped ")]
    assert [
        name for name in ("empty.txt", "picture.txt", "missing.txt") if not any(name in line for line in skipped)
    ] == []
    assert "1 document read" in result.stderr


def test_a_folder_without_a_text_that_can_be_read_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "report.doc").write_bytes(b"words")
    result = run("build", "old", "--no-reference", "-q")
    assert result.exit_code == 1
    assert result.stderr.startswith("no texts there; kg reads .docx, ")


def test_files_of_kinds_that_are_not_read_are_counted(run: Run, tmp_path: Path) -> None:
    for name in ("one.DOC", "two.doc", "map.jpg", "NOTES", ".hidden.doc"):
        (tmp_path / name).write_bytes(b"words")
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.writestr("deep/three.doc", b"words")
    result = run("build", ".", "--no-reference")
    assert result.exit_code == 1
    assert (tmp_path / "kg-store" / STORE_FILE).is_file()
    assert "passed over 5 files of kinds that kg does not read: no extension 1, .doc 3, .jpg 1\n" in result.stderr
    assert "passed over" not in run("build", ".", "--no-reference", "-q").stderr


def test_a_name_that_would_steer_the_terminal_is_spelled_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text("")
    assert "skipped a\\x1b[2J.txt" in run("build", "a\x1b[2J.txt", "--no-reference").stderr
    assert "a\\x1b[2J" in run("explain", "a\x1b[2J").stderr


@pytest.mark.parametrize("command", [("export", "--store", " "), ("network", "edges", "--alpha", "nan")])
def test_an_option_that_says_nothing_is_refused(command: tuple[str, ...], built: Run) -> None:
    result = built(*command)
    assert result.exit_code == 2
    assert f"Invalid value for '{command[-2]}'" in result.stderr


def test_texts_come_through_standard_input(run: Run) -> None:
    assert run("build", "-", "--no-reference", text=REPORT).exit_code == 0
    assert "Workshop in Lima" in run("query", "who-hosted").stdout


@pytest.mark.parametrize(
    "command",
    [
        ("export",),
        ("query", "who-hosted"),
        ("explain", "Peru"),
        ("forget", "a"),
        ("backup", "b"),
        ("status",),
        ("check",),
        ("network", "edges"),
        ("report",),
    ],
    ids=lambda command: command[0],
)
def test_without_a_store_it_says_what_to_do(command: tuple[str, ...], run: Run) -> None:
    result = run(*command)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == "Error: kg-store: no graph there; run `kg build` first\n"


def test_the_store_is_found_by_option_and_by_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run("build", "report.txt", "--no-reference", "--store", "elsewhere").exit_code == 0
    assert run("export").exit_code == 2
    monkeypatch.setenv("KG_STORE", "elsewhere")
    assert run("export").exit_code == 0


def test_forgetting_leaves_nothing(built: Run) -> None:
    result = built("forget", "report")
    assert result.exit_code == 0
    assert "1 document forgotten; kg-store holds 0 documents, 0 events, 0 actors" in result.stderr
    assert built("query", "documents", "-f", "csv").stdout == "document,identifier,issued,events\n"
    assert built("forget", "report").exit_code == 2


def test_forgetting_tells_documents_and_loaded_graphs_apart(built: Run, tmp_path: Path) -> None:
    (tmp_path / "own.nt").write_text(f'<{BASE}event/x> <{BASE}ns#name> "kept" .')
    built("load", "own.nt")
    assert built("forget", "own.nt", "report.txt").stderr.startswith(
        "1 document and 1 loaded graph forgotten; kg-store"
    )


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_every_format_is_exported_and_loaded_back(form: str, built: Run) -> None:
    ending = {"turtle": "ttl", "nquads": "nq", "ntriples": "nt", "rdfxml": "rdf"}.get(form, form)
    assert built("export", "-f", form, "-o", f"graph.{ending}").exit_code == 0
    loaded = built("load", f"graph.{ending}", "--store", "other")
    assert loaded.exit_code == 0, loaded.output
    back = built("export", "--store", "other", "-f", "ntriples").stdout.splitlines()
    assert set(built("export", "-f", "ntriples").stdout.splitlines()) <= set(back)
    assert len(back) == len(set(back))


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_a_file_may_end_in_the_name_of_its_format(form: str, built: Run) -> None:
    assert built("export", "-f", form, "-o", f"graph.{form}").exit_code == 0
    assert built("load", f"graph.{form}", "--store", "other").stderr.endswith(
        " in https://w3id.org/accession-kg/graph/loaded/graph\n"
    )


@pytest.mark.parametrize(
    ("offered", "there"),
    [(RDF_FORMATS, dump.FORMATS), (QUERY_FORMATS, result.FORMATS), (REPORT_FORMATS, report.FORMATS)],
    ids=["RDF", "query", "report"],
)
def test_the_formats_offered_are_those_there_are(offered: tuple[str, ...], there: Iterable[str]) -> None:
    assert sorted(offered) == sorted(there)


def test_one_named_graph_is_exported_alone(built: Run) -> None:
    alone = built("export", "-f", "nquads", "--graph", "graph:document/report").stdout
    assert alone
    assert "resolution" not in alone
    missing = built("export", "--graph", "graph:document/reprot")
    assert missing.exit_code == 2
    assert "graph/document/report" in missing.stderr


def test_a_file_is_written_whole_or_not_at_all(built: Run, tmp_path: Path) -> None:
    assert built("export", "-o", "nowhere/graph.ttl").exit_code == 2
    assert built("export", "-o", "graph.ttl").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.ttl", "kg-store", "report.txt"]


@pytest.mark.parametrize("output", [".", "/", "x" * 300])
def test_a_place_that_no_file_can_have_is_refused(output: str, built: Run) -> None:
    result = built("export", "-o", output)
    assert (result.exit_code, result.stderr[:7]) == (2, "Error: ")
    assert "cannot be written" in result.stderr


def test_a_link_is_followed_and_a_pipe_is_written_to(built: Run, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to("there.csv")
    assert built("query", "documents", "-f", "csv", "-o", "link.csv").exit_code == 0
    assert (tmp_path / "link.csv").is_symlink()
    expected = (tmp_path / "there.csv").read_bytes()
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert built("query", "documents", "-f", "csv", "-o", "pipe").exit_code == 0
    assert os.read(reader, len(expected) + 1) == expected
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("left", [(), ("graph",)])
def test_a_store_that_lost_its_graph_has_it_again_after_a_build(
    left: tuple[str, ...], built: Run, tmp_path: Path
) -> None:
    before = built("export", "-f", "nquads").stdout
    shutil.rmtree(tmp_path / "kg-store" / "graph")
    for name in left:
        (tmp_path / "kg-store" / name).mkdir()
    assert built("build", "report.txt", "--no-reference").stderr.startswith("0 documents read, 1 unchanged")
    assert built("export", "-f", "nquads").stdout == before


def test_a_store_that_lost_its_readings_keeps_no_ghosts_of_them(built: Run, tmp_path: Path) -> None:
    (tmp_path / "gone.txt").write_text(f"Again. {REPORT}", encoding="utf-8")
    (tmp_path / "own.nt").write_text(f'<{BASE}event/x> <{BASE}ns#name> "kept" .')
    built("load", "own.nt")
    before = built("export", "-f", "nquads").stdout
    built("build", "gone.txt", "--no-reference")
    for path in (tmp_path / "kg-store").glob(f"{STORE_FILE}*"):
        path.unlink()
    built("build", "report.txt", "--no-reference")
    assert built("export", "-f", "nquads").stdout == before


@pytest.mark.parametrize("decision", ["[] kg:sameOccasionAs <x:y> .", "<x:y> kg:differentFrom 'z' ."])
def test_a_decision_about_what_has_no_iri_is_refused(decision: str, built: Run, tmp_path: Path) -> None:
    path = tmp_path / "kg-store" / "decisions.ttl"
    path.write_text(f"@prefix kg: <{BASE}ns#> .\n{decision}")
    refused = built("build", "report.txt", "--no-reference")
    assert (refused.exit_code, "decisions.ttl: a decision is between the IRIs" in refused.stderr) == (2, True)
    path.unlink()
    assert built("build", "report.txt", "--no-reference").exit_code == 0


def test_a_damaged_store_says_so(built: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "kg-store" / "graph").glob("MANIFEST*"):
        path.write_bytes(b"no manifest")
    result = built("query", "documents")
    assert (result.exit_code, "the store is damaged" in result.stderr) == (2, True)


def test_a_store_whose_readings_are_no_database_says_so(built: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "kg-store").glob(f"{STORE_FILE}-*"):
        path.unlink()
    (tmp_path / "kg-store" / STORE_FILE).write_bytes(b"no database" * 100)
    result = built("build", "report.txt")
    assert (result.exit_code, "the store is damaged" in result.stderr) == (2, True)


def test_characters_that_xml_lacks_leave_it_well_formed(built: Run, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(f'<{BASE}event/x> <{BASE}ns#name> "a\\u0000b\\u0001c\\uFFFEd" .')
    assert built("load", "own.ttl").exit_code == 0
    ask = "SELECT ?name { ?event <https://w3id.org/accession-kg/ns#name> ?name FILTER(STRSTARTS(?name, 'a')) }"
    for told in (built("export", "-f", "rdfxml").stdout, built("query", "-", "-f", "xml", text=ask).stdout):
        texts = [element.text for element in etree.fromstring(told.encode()).iter()]
        assert "a\ufffdb\ufffdc\ufffdd" in texts
    assert "a b c" in built("query", "-", text=ask).stdout


def test_a_query_is_asked_by_name_file_and_text(built: Run, tmp_path: Path) -> None:
    by_name = built("query", "who-hosted", "-p", "actor=Peru", "-f", "csv")
    assert by_name.exit_code == 0
    assert "state/PER,Peru," in by_name.stdout
    (tmp_path / "ours.rq").write_text("SELECT ?x { BIND(1 AS ?x) }")
    assert built("query", "ours.rq", "-f", "csv").stdout == "x\n1\n"
    assert built("query", "-", "-f", "table", text="SELECT ?x { BIND(1 AS ?x) }").stdout == "x\n1\n"
    assert json.loads(built("query", "ours.rq", "-f", "json").stdout)["head"] == {"vars": ["x"]}


def test_the_named_queries_are_listed(run: Run) -> None:
    listed = run("query", "--list")
    assert listed.exit_code == 0
    assert "who-met-whom: " in listed.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query",), "name a query, or give --list"),
        (("query", "who-hostd"), "Error: who-hostd: no such query or file; did you mean who-hosted"),
        (("query", "who-hosted", "-p", "actor"), "a parameter is NAME=VALUE"),
        (("query", "who-hosted", "-p", "actor=Atlantis"), "nothing has this name"),
        (("query", "who-hosted", "-f", "turtle"), "gives no statements"),
        (("explain", "Atlantis"), "Error: Atlantis: nothing has this name"),
        (("explain", ""), "Error: an empty name: nothing is called so"),
        (("query", "who-hosted", "-p", "actor="), "an empty name"),
        (("query", "joined-by-day", "-p", "day=2010-02-30"), "is a day such as 2010-03-01"),
        (("query", "joined-by-day", "-p", "day=٢٠١٠-٠١-٠١"), "is a day such as 2010-03-01"),
        (("status", "--state", ""), "an empty name: the record knows no State"),
        (("status", "--treaty", ""), "an empty name: the record knows no treaty"),
        (("status", "--claims", "--state", ""), "an empty name: the record knows no State"),
        (("status", "--on", ""), "'' is no date"),
        (("status", "--on", "٢٠١٠"), "is no date"),
        (("network", "edges", "--place", ""), "nothing is called ''"),
        (("report", "--treaty", ""), "nothing is called ''"),
        (("query", ""), "Error: an empty name: no query is called so; `kg query --list` shows all"),
        (("network", "edges", "--treaty", "Otawa"), "nothing is called 'Otawa'; did you mean Ottawa Convention?"),
        (("network", "edge"), "is not one of 'edges', 'nodes', 'summary'"),
        (("network", "nodes", "--quotes"), "--quotes goes with edges, not with nodes"),
        (("network", "edges", "--from", "2010", "--to", "2000"), "swap --from and --to"),
        (("network", "summary", "-f", "graphml"), "for rows take one of table, csv"),
        (("report", "--place", "Atlantis"), "nothing is called 'Atlantis'"),
        (("status", "--claims", "--on", "2010"), "--on goes without --claims"),
        (("backup", "kg-store"), "name a new folder"),
        (("evaluate", "."), "no annotations"),
        (("build", "report.txt", "--store", "report.txt/store"), "Not a directory"),
        (("demo", "--out", "report.txt"), "Error: report.txt: cannot be written: File exists; choose another folder"),
        (("load", "report.txt"), "which RDF syntax"),
        (("build", "report.txt", "--workers", "0"), "is not in the range"),
        (("frobnicate",), "No such command"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_says_why(arguments: tuple[str, ...], said: str, built: Run) -> None:
    result = built(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


def test_a_mistake_in_a_query_is_shown_where_it_is(built: Run) -> None:
    result = built("query", "-", text="SELECT ?x {\n  ?x ?y }")
    assert result.exit_code == 2
    assert "line 2, column " in result.stderr


def test_explaining_shows_the_sentence(built: Run) -> None:
    assert "*Peru hosted a workshop* on mine action" in built("explain", "Peru").stdout


def test_a_name_rests_on_the_mention_that_has_it(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_named(document: Document) -> Reading:
        reading = read_lima(document)
        (event,) = reading.events
        begin = document.text.index("the Quiet Fields workshop")
        mentions = (*event.mentions, Span(begin, begin + len("the Quiet Fields workshop")))
        return replace(reading, events=(replace(event, name="Quiet Fields", mentions=mentions),))

    monkeypatch.setattr("kg.extract.plugin.read_document", read_named)
    (tmp_path / "report.txt").write_text(f"{REPORT}Chile praised the Quiet Fields workshop.\n", encoding="utf-8")
    assert run("build", "report.txt", "--no-reference").exit_code == 0
    told = run("explain", "Quiet Fields").stdout.splitlines()
    assert "*the Quiet Fields workshop*" in told[told.index("  kg:name Quiet Fields") + 1]


def test_a_state_is_explained_by_its_plain_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run("build", "report.txt").exit_code == 0
    assert run("explain", "Peru").stdout.startswith("state:PER\n")


@pytest.mark.parametrize(
    ("arguments", "chosen", "other"),
    [
        (("explain", "Ottawa"), "city:ottawa", "treaty:ottawa (Ottawa Convention)"),
        (
            ("query", "record-of-state", "-p", "state=Congo"),
            "state:COG",
            "state:COD (Democratic Republic of the Congo)",
        ),
        (("status", "--state", "Congo"), "COG", "COD (Democratic Republic of the Congo)"),
        (("status", "--state", "Congo", "--claims"), "COG", "COD (Democratic Republic of the Congo)"),
    ],
)
def test_what_else_a_name_may_mean_goes_to_standard_error(
    arguments: tuple[str, ...], chosen: str, other: str, world_store: Path, run: Run
) -> None:
    done = run(*arguments, "--store", world_store)
    assert done.exit_code == 0
    assert f"is taken for {chosen}; for what else it may mean give {other}" in done.stderr
    assert "is taken for" not in done.stdout


def test_a_backup_can_be_asked(built: Run) -> None:
    assert built("backup", "copy").exit_code == 0
    assert built("export", "--store", "copy", "-f", "nquads").stdout == built("export", "-f", "nquads").stdout


def test_a_selection_that_nothing_fits_is_an_empty_table_and_a_word_about_it(built: Run) -> None:
    result = built("network", "edges", "--from", "2030")
    assert result.exit_code == 0
    assert result.stdout == "source,target,weight,events,source_iri,target_iri\n"
    assert result.stderr == "no occasion in the graph fits\n"


def test_a_treaty_that_the_graph_does_not_name_goes_by_the_names_that_are_shipped(built: Run) -> None:
    result = built("network", "edges", "--treaty", "Mine Ban Treaty")
    assert (result.exit_code, result.stderr) == (0, "no occasion in the graph fits\n")


def test_standings_come_from_the_shipped_record_where_the_store_has_none(built: Run) -> None:
    (peru,) = csv.DictReader(io.StringIO(built("network", "nodes", "-f", "csv").stdout))
    assert (peru["label"], peru["status"], peru["treaty"]) == ("Peru", "state_party", "Ottawa Convention")


def test_a_file_that_cannot_be_replaced_is_left_alone_and_nothing_lies_about(built: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    result = built("report", "-o", "taken")
    assert result.exit_code == 2
    assert result.stderr == "Error: taken: cannot be written: Is a directory\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kg-store", "report.txt", "taken"]


def test_the_list_of_commands_shows_every_summary_whole(run: Run) -> None:
    told = run("--help").stdout.partition("Commands:")[2].splitlines()
    assert [line for line in told if line.endswith("...")] == []
    assert len([line for line in told if line.strip()]) == len(main.commands)


def test_help_comes_at_once() -> None:
    script = (
        "import sys, kg.cli; print(sorted({'rdflib', 'networkx', 'scipy', 'numpy', 'pyoxigraph'} & set(sys.modules)))"
    )
    loaded = subprocess.run(  # noqa: S603 -- our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "[]\n"
    assert {"build", "query", "explain"} <= set(main.commands)
