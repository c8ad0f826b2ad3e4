"""A store that can be trusted: any order, any number of workers, killed, built twice, changed, forgotten, shared."""

import contextlib
import dataclasses
import itertools
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from world import WORLD, Text, read

from kg.errors import ReadError, StoreError
from kg.graph import build as build_module
from kg.graph import change
from kg.graph import store as store_module
from kg.graph.backup import back_up
from kg.graph.build import Options, Report, build
from kg.graph.dump import FORMATS, dump_database
from kg.graph.forget import forget
from kg.graph.load import load_files
from kg.graph.lock import hold_lock
from kg.graph.name import digest
from kg.graph.readings import FILE, open_readings
from kg.graph.store import BUILD_LOCK, open_graph
from kg.model import BASE, Document, Event, Fact, Reading, Span
from kg.resources import folder

HERE = Path(__file__).parent
DOCUMENTS = [reading.document for reading in WORLD]
FINGERPRINT = build_module.fingerprint_reader.__wrapped__
"""Made anew at each call."""


def make(
    store: Path,
    documents: Iterable[Document | ReadError] = DOCUMENTS,
    *,
    decisions: Path | None = None,
    **options: bool | int,
) -> Report:
    """Build a store of the small world, without the reference data unless asked for."""
    merge, workers = bool(options.get("merge", True)), int(options.get("workers", 1))
    known = bool(options.get("reference", False))
    chosen = Options(merge=merge, workers=workers, reference=known, decisions=decisions)
    return build(store, documents, chosen, read=read)


def dump(store: Path) -> bytes:
    with open_graph(store) as graph:
        return dump_database(graph.database, "nquads")


@pytest.fixture(autouse=True)
def _same_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes that run while the code is being changed agree on which reader made a reading."""
    monkeypatch.setattr(build_module, "fingerprint_reader", lambda *_: "reader")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The graph of the small world, built at once."""
    store = tmp_path_factory.mktemp("whole")
    make(store)
    return dump(store)


@pytest.mark.parametrize("changed", ["patterns/words.ttl", "reference/states.ttl", "weights/roles.tsv"])
def test_a_reader_with_other_knowledge_is_another_reader(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ontology = shutil.copytree(folder("ontology"), tmp_path / "ontology")
    monkeypatch.setattr(build_module, "folder", lambda name: tmp_path / name)
    before = FINGERPRINT()
    (ontology / changed).write_bytes((ontology / changed).read_bytes() + b"\n")
    assert FINGERPRINT() != before


@pytest.mark.parametrize("order", [DOCUMENTS[::-1], DOCUMENTS[2:] + DOCUMENTS[:2]], ids=["backwards", "turned"])
def test_the_order_of_documents_leaves_no_trace(order: list[Document], tmp_path: Path, whole: bytes) -> None:
    make(tmp_path, order)
    assert dump(tmp_path) == whole


def test_a_store_that_somebody_else_wrote_into_is_named_as_damaged(tmp_path: Path) -> None:
    make(tmp_path)
    with contextlib.closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE reading SET profile = '{'")
    with pytest.raises(StoreError, match="damaged"):
        forget(tmp_path, [DOCUMENTS[0].identifier])


def test_documents_one_by_one_make_the_same_graph(tmp_path: Path, whole: bytes) -> None:
    for document in (DOCUMENTS[number] for number in (3, 0, 4, 2, 1)):
        make(tmp_path, [document])
    assert dump(tmp_path) == whole


def test_several_workers_make_the_same_graph(tmp_path: Path, whole: bytes) -> None:
    make(tmp_path, workers=4)
    assert dump(tmp_path) == whole


def test_writing_in_bulk_makes_the_same_graph(tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change, "AT_ONCE", 2)
    monkeypatch.setattr(change, "BULK", 50)
    make(tmp_path, DOCUMENTS[1:])
    make(tmp_path)
    assert dump(tmp_path) == whole


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_hash_seed_leaves_no_trace(seed: str, tmp_path: Path, whole: bytes) -> None:
    completed = run_apart(tmp_path / seed, 0, seed=seed)
    assert completed.returncode == 0, completed.stderr
    assert dump(tmp_path / seed) == whole


def test_building_twice_changes_nothing_and_reads_nothing(tmp_path: Path, whole: bytes) -> None:
    first = make(tmp_path)
    again = make(tmp_path)
    assert (len(first.read), first.unchanged) == (5, 0)
    assert (again.read, again.unchanged, again.changed) == ([], 5, 0)
    assert dump(tmp_path) == whole


def test_a_store_of_a_version_with_other_profiles_is_taken_up(tmp_path: Path, whole: bytes) -> None:
    make(tmp_path, DOCUMENTS[1:])
    with contextlib.closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE reading SET profile = '{}'")
        connection.execute("PRAGMA user_version = 0")
    assert make(tmp_path).unchanged == 4
    assert dump(tmp_path) == whole


def test_a_replaced_document_is_as_if_only_the_new_one_had_been_there(tmp_path: Path, whole: bytes) -> None:
    old = dataclasses.replace(DOCUMENTS[0], text="Old text.", sha256="0" * 64)
    build(tmp_path, [old, *DOCUMENTS[1:]], Options(reference=False), read=read_any)
    assert dump(tmp_path) != whole
    report = make(tmp_path)
    assert report.read == report.replaced == ["bulletin"]
    assert dump(tmp_path) == whole
    assert make(tmp_path).replaced == []


@pytest.mark.parametrize("name", [document.identifier for document in DOCUMENTS])
def test_a_forgotten_document_is_as_if_never_added(name: str, tmp_path: Path) -> None:
    make(tmp_path / "with")
    forget(tmp_path / "with", [name])
    make(tmp_path / "without", [document for document in DOCUMENTS if document.identifier != name])
    assert dump(tmp_path / "with") == dump(tmp_path / "without")


def test_adding_and_forgetting_restores_exactly_what_was(tmp_path: Path, whole: bytes) -> None:
    make(tmp_path)
    extra = Text("extra", "A workshop, Quiet Fields, took place in Almaty on 26 March 2007.").document
    build(tmp_path, [extra], Options(reference=False), read=read_any)
    assert dump(tmp_path) != whole
    forget(tmp_path, ["extra"])
    assert dump(tmp_path) == whole


def test_forgetting_a_document_that_is_not_there_takes_nothing_out(tmp_path: Path, whole: bytes) -> None:
    make(tmp_path)
    with pytest.raises(StoreError, match=r"no such document: nobody; .*; nothing was taken out"):
        forget(tmp_path, ["bulletin", "nobody"])
    assert dump(tmp_path) == whole


@pytest.mark.parametrize(
    ("asked", "gone"),
    [
        ("document:a-note", "a note"),
        ("<https://w3id.org/accession-kg/document/a-note>", "a note"),
        ("a note.html", "a note"),
        ("here/too/a note.txt.gz", "a note"),
        ("b/list.pdf", "b/list"),
        ("vol.2.txt", "vol.2"),
        ("x/vol.2", "vol.2"),
        ("only.eml", "deep/only"),
    ],
)
def test_a_document_is_forgotten_by_any_of_its_names(asked: str, gone: str, tmp_path: Path) -> None:
    names = ["a note", "a/list", "b/list", "vol", "vol.2", "deep/only"]
    build(tmp_path, [Text(name, name).document for name in names], Options(reference=False), read=read_any)
    assert forget(tmp_path, [asked, gone]).forgotten.documents == (gone,)
    with open_readings(tmp_path) as readings:
        assert sorted(readings.known()) == sorted(set(names) - {gone})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("list.txt", "several documents fit list.txt: a/list, b/list; nothing"),
        ("nots.html", r"no such document: nots.html; did you mean notes\?; nothing"),
        ("document:list", "no such document: document:list; "),
        ("/", "no such document: /; "),
    ],
)
def test_a_name_that_fits_no_document_or_several_forgets_none(asked: str, said: str, tmp_path: Path) -> None:
    names = ["a/list", "b/list", "notes"]
    build(tmp_path, [Text(name, name).document for name in names], Options(reference=False), read=read_any)
    with pytest.raises(StoreError, match=said):
        forget(tmp_path, ["notes", asked])
    with open_readings(tmp_path) as readings:
        assert sorted(readings.known()) == names


@pytest.mark.parametrize(
    "asked", ["ours", "ours.ttl", "here/ours.ttl", "graph:loaded/ours", f"{BASE}graph/loaded/ours"]
)
def test_what_was_loaded_is_forgotten_as_if_it_had_never_been_there(asked: str, tmp_path: Path, whole: bytes) -> None:
    make(tmp_path / "store")
    (tmp_path / "ours.ttl").write_text("@prefix kg: <https://w3id.org/accession-kg/ns#> . kg:x a kg:Workshop .")
    (tmp_path / "more.ttl").write_text("@prefix kg: <https://w3id.org/accession-kg/ns#> . kg:y a kg:Workshop .")
    load_files(tmp_path / "store", [tmp_path / "ours.ttl", tmp_path / "more.ttl"])
    assert forget(tmp_path / "store", [asked]).forgotten == ((), (f"{BASE}graph/loaded/ours",))
    assert b"ns#x>" not in dump(tmp_path / "store")
    assert b"ns#y>" in dump(tmp_path / "store")
    forget(tmp_path / "store", ["more"])
    assert dump(tmp_path / "store") == whole


def test_a_statement_that_two_documents_make_is_described_once_whichever_came_first(tmp_path: Path) -> None:
    claim = WORLD[0].claims[0]
    twins = {
        name: Reading(document=text.document, claims=(dataclasses.replace(claim, span=Span(0, 5)),))
        for name in ("a", "b")
        for text in [Text(name, "China stays out.")]
    }
    for name in ("b", "a"):
        build(tmp_path / "late", [twins[name].document], Options(reference=False), read=lambda d: twins[d.identifier])
    documents = [reading.document for reading in twins.values()]
    build(tmp_path / "once", documents, Options(reference=False), read=lambda d: twins[d.identifier])
    assert dump(tmp_path / "late") == dump(tmp_path / "once")
    forget(tmp_path / "late", ["a"])
    build(tmp_path / "only", [twins["b"].document], Options(reference=False), read=lambda d: twins[d.identifier])
    assert dump(tmp_path / "late") == dump(tmp_path / "only")


def read_any(document: Document) -> Reading:
    """Read a document of the world, or make one event of any other."""
    try:
        return read(document)
    except KeyError:
        event = Event(key="e1", type="Workshop", label="Quiet Fields", mentions=(Span(0, 3),))
        return Reading(document=document, events=(event,))


def run_apart(store: Path, step: int, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """Build the world in a process of its own, to be killed at a step."""
    return subprocess.run(  # noqa: S603 -- our own script
        [sys.executable, str(HERE / "broken_build.py"), str(store), str(step), *arguments],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("bulk", [[], ["60"]], ids=["one transaction", "in bulk"])
def test_a_build_killed_at_any_step_is_completed_by_the_next(bulk: list[str], tmp_path: Path) -> None:
    steps = int(run_apart(tmp_path / "whole", 0, *bulk).stdout)
    expected = dump(tmp_path / "whole")
    assert steps > 15
    for step in range(1, steps + 1, 2 if steps < 30 else 4):
        store = tmp_path / str(step)
        assert run_apart(store, step, *bulk).returncode == -signal.SIGKILL
        with open_readings(store) as readings:
            finished = readings.known()
        assert len(finished) == min(step // 2, 5), "a finished document was lost"
        report = make(store)
        assert report.unchanged == len(finished)
        assert dump(store) == expected


@pytest.mark.parametrize("apart", ["a", "b"])
def test_a_reason_passes_from_one_event_to_another_whatever_is_written_first(
    apart: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = Fact(property="startDate", value="2007-03-26", span=Span(0, 3))
    city = Fact(property="city", value=f"{BASE}city/zagreb", span=Span(0, 3))
    readings = {}
    for name, facts in {"a": (day,), "b": (day,), "c": (day, city)}.items():
        event = Event(
            key="e1", type="Workshop", label="", name="Quiet Green Fields", mentions=(Span(0, 3),), facts=facts
        )
        readings[name] = Reading(document=Text(name, "Quiet Green Fields.").document, events=(event,))
    documents = [reading.document for reading in readings.values()]

    def make_told(store: Path) -> Report:
        return build(store, documents, Options(reference=False), read=lambda d: readings[d.identifier])

    monkeypatch.setattr(change, "AT_ONCE", 0)
    monkeypatch.setattr(change, "BULK", 1)
    assert make_told(tmp_path / "changed").events == 1
    (tmp_path / "fresh").mkdir()
    told = f"{BASE}event/2007-03-26-workshop-{digest(apart, '0')[:8]}"
    settled = f"{BASE}event/2007-03-26-zagreb-workshop-{digest('c', '0')[:8]}"
    for store in ("changed", "fresh"):
        (tmp_path / store / "decisions.ttl").write_text(f"<{told}> <{BASE}ns#differentFrom> <{settled}> .")
        assert make_told(tmp_path / store).events == 2
    assert dump(tmp_path / "changed") == dump(tmp_path / "fresh")


def test_what_a_killed_build_left_half_done_is_taken_back_with_its_document(tmp_path: Path) -> None:
    name = DOCUMENTS[-1].identifier
    make(tmp_path / "before", DOCUMENTS[:-1])
    expected = dump(tmp_path / "before")
    back_up(tmp_path / "before", tmp_path / "counted")
    steps = int(run_apart(tmp_path / "counted", 0).stdout)
    for step in range(3, steps + 1):
        store = tmp_path / str(step)
        back_up(tmp_path / "before", store)
        assert run_apart(store, step).returncode == -signal.SIGKILL
        assert forget(store, [name]).documents == 4
        assert dump(store) == expected


def test_a_graph_that_follows_from_the_same_is_not_concluded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("concluded again")

    with monkeypatch.context() as patch:
        patch.setattr(build_module, "resolve", refuse)
        again = make(tmp_path)
        assert (again.documents, again.events, again.actors) == (5, first.events, first.actors)
        with pytest.raises(AssertionError, match="concluded again"):
            make(tmp_path, merge=False)
    assert make(tmp_path, merge=False).events == 5
    assert make(tmp_path).events == first.events == 4


def test_a_build_killed_at_a_random_moment_leaves_a_store_that_opens(tmp_path: Path, whole: bytes) -> None:
    for moment in range(4):
        store = tmp_path / str(moment)
        process = subprocess.Popen(  # noqa: S603 -- our own script
            [sys.executable, str(HERE / "broken_build.py"), str(store), "0"], stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 30
        while not (store / "graph").exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(moment * 0.05)
        process.kill()
        process.wait()
        make(store)
        assert dump(store) == whole


def test_a_second_build_at_the_same_time_leaves_all_as_it_is(tmp_path: Path) -> None:
    make(tmp_path, DOCUMENTS[:2])
    before = dump(tmp_path)
    with hold_lock(tmp_path, BUILD_LOCK), pytest.raises(StoreError, match="another kg command is at work"):
        make(tmp_path)
    assert dump(tmp_path) == before


def test_the_graph_can_be_asked_while_texts_are_read(tmp_path: Path) -> None:
    make(tmp_path, DOCUMENTS[:2])
    before = dump(tmp_path)

    def read_and_ask(document: Document) -> Reading:
        assert dump(tmp_path) == before
        return read(document)

    build(tmp_path, DOCUMENTS, Options(reference=False), read=read_and_ask)
    assert dump(tmp_path) != before


def test_a_build_does_not_write_while_someone_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE", 0.1)
    make(tmp_path, DOCUMENTS[:2])
    with open_graph(tmp_path) as graph:
        before = dump_database(graph.database, "nquads")
        with pytest.raises(StoreError, match="another kg command is at work"):
            make(tmp_path)
        assert dump_database(graph.database, "nquads") == before
    assert make(tmp_path).unchanged == 5


def test_a_closed_graph_says_so(tmp_path: Path) -> None:
    make(tmp_path, [])
    graph = open_graph(tmp_path)
    graph.close()
    with pytest.raises(StoreError, match="was closed"):
        graph.ask("ASK {}")


@pytest.mark.parametrize(
    "action", [lambda path: open_graph(path), lambda path: forget(path, ["a"])], ids=["open", "forget"]
)
def test_a_store_that_is_not_there_says_what_to_do(action: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph there; run `kg build` first"):
        action(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("A workshop was held in Lima.")
    with pytest.raises(StoreError, match="not empty, and no store of kg"):
        make(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_folder_with_decisions_alone_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "decisions.ttl").write_text("")
    assert make(tmp_path).documents == len(DOCUMENTS)


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("in the way")
    with pytest.raises(StoreError, match="a file, where a store is a folder"):
        make(tmp_path / "notes.txt")


def test_a_store_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="check the folder's permissions"):
        make(tmp_path / "file" / "store")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_store_can_be_asked_and_not_built(tmp_path: Path) -> None:
    make(tmp_path, DOCUMENTS[:2])
    before = dump(tmp_path)
    tmp_path.chmod(0o500)
    try:
        assert dump(tmp_path) == before
        with pytest.raises(StoreError, match="permissions"):
            make(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_leaves_the_old_graph(tmp_path: Path) -> None:
    make(tmp_path, DOCUMENTS[:2])
    before = dump(tmp_path)
    script = (
        "import resource, signal, sys; sys.path.insert(0, sys.argv[2]);"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "from pathlib import Path; import test_store;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, resource.RLIM_INFINITY));"
        "test_store.make(Path(sys.argv[1]), reference=True)"
    )
    full = subprocess.run(  # noqa: S603 -- our own script
        [sys.executable, "-c", script, str(tmp_path), str(HERE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "StoreError" in full.stderr
    assert dump(tmp_path) == before
    make(tmp_path)
    make(tmp_path / "fresh")
    assert dump(tmp_path) == dump(tmp_path / "fresh")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 9000


def test_a_document_that_cannot_be_read_is_skipped_and_the_rest_stored(tmp_path: Path) -> None:
    broken = Text("broken", "Its reader fails.").document
    report = make(tmp_path, [ReadError("photo.txt", "is not text"), broken, *DOCUMENTS])
    assert [error.source for error in report.skipped] == ["photo.txt", "broken"]
    assert "please report" in str(report.skipped[1])
    assert report.documents == 5


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"mentions": (Span(0, 999),)}, "characters 0 to 999"),
        ({"type": "Party"}, "no term 'Party'"),
        ({"follows": "e9"}, "no event 'e9'"),
    ],
)
def test_an_unsound_reading_is_refused(change: dict[str, object], why: str, tmp_path: Path) -> None:
    reading = WORLD[0]
    unsound = dataclasses.replace(reading, events=(dataclasses.replace(reading.events[0], **change),))  # type: ignore[arg-type]
    report = build(tmp_path, [reading.document], Options(reference=False), read=lambda _: unsound)
    assert why in str(report.skipped[0])
    assert report.documents == 0


def test_two_documents_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    twin = dataclasses.replace(DOCUMENTS[1], identifier="bulletin")
    report = make(tmp_path, [DOCUMENTS[0], twin])
    assert [error.source for error in report.skipped] == ["bulletin"]
    assert report.documents == 1


def test_merging_can_be_left_out_and_forgetting_keeps_to_it(tmp_path: Path) -> None:
    report = make(tmp_path, merge=False)
    assert report.events == 5
    assert forget(tmp_path, ["weather"]).events == 5
    assert make(tmp_path).events == 4


def test_without_the_reference_data_its_things_are_described_all_the_same(tmp_path: Path) -> None:
    make(tmp_path)
    with open_graph(tmp_path) as graph:
        assert f"{BASE}graph/reference" not in {str(name).strip("<>") for name in graph.database.named_graphs()}
        label = (
            "SELECT ?l { <https://w3id.org/accession-kg/state/KAZ> <http://www.w3.org/2000/01/rdf-schema#label> ?l }"
        )
        assert [row[0].value for row in graph.select(label)] == ["Kazakhstan"]


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_has_the_same_bytes_however_the_graph_was_made(form: str, tmp_path: Path) -> None:
    make(tmp_path / "a")
    make(tmp_path / "b", DOCUMENTS[::-1])
    with open_graph(tmp_path / "a") as one, open_graph(tmp_path / "b") as two:
        assert dump_database(one.database, form) == dump_database(two.database, form)
        assert len(dump_database(one.database, form)) > 1000


def test_loaded_rdf_stands_beside_and_survives_builds(tmp_path: Path) -> None:
    path = tmp_path / "ours.ttl"
    path.write_text(
        "@prefix kg: <https://w3id.org/accession-kg/ns#> . <https://example.org/e> a kg:Workshop ; kg:city [] ."
    )
    make(tmp_path / "store", DOCUMENTS[:1])
    ((graph, count),) = load_files(tmp_path / "store", [path])
    assert (graph, count) == (f"{BASE}graph/loaded/ours", 2)
    loaded = dump(tmp_path / "store")
    make(tmp_path / "store")
    forget(tmp_path / "store", [document.identifier for document in DOCUMENTS[1:]])
    assert dump(tmp_path / "store") == loaded
    load_files(tmp_path / "store", [path])
    assert dump(tmp_path / "store") == loaded


def test_what_a_graph_says_already_is_not_said_again_by_one_that_is_loaded(tmp_path: Path) -> None:
    """A question over all graphs counts a statement once; what a graph no longer says, the loaded one says again."""
    store, copy = tmp_path / "store", tmp_path / "copy.nt"
    make(store)
    labels = "SELECT ?a ?name { ?a <http://www.w3.org/2000/01/rdf-schema#label> ?name }"
    with open_graph(store) as graph:
        before = sorted(map(str, graph.select(labels)))
        copy.write_bytes(dump_database(graph.database, "ntriples"))
    load_files(store, [copy])
    with open_graph(store) as graph:
        assert sorted(map(str, graph.select(labels))) == before
    forget(store, [DOCUMENTS[0].identifier])
    with open_graph(store) as graph:
        left = list(map(str, graph.select(labels)))
        assert set(before) <= set(left)
        assert len(left) == len(set(left))


@pytest.mark.parametrize(
    ("name", "text", "why"), [("a.ttl", "x y", "not valid turtle"), ("a.csv", "", "which RDF syntax")]
)
def test_what_is_not_rdf_is_not_loaded(name: str, text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(StoreError, match=why):
        load_files(tmp_path / "store", [tmp_path / name])
    assert not (tmp_path / "store").exists()


def test_a_backup_is_a_store_like_any_other(tmp_path: Path, whole: bytes) -> None:
    make(tmp_path / "store")
    back_up(tmp_path / "store", tmp_path / "copy")
    forget(tmp_path / "store", ["bulletin"])
    assert dump(tmp_path / "copy") == whole
    assert make(tmp_path / "copy").unchanged == 5
    with pytest.raises(StoreError, match="is there already"):
        back_up(tmp_path / "store", tmp_path / "copy")


def test_decisions_survive_builds(tmp_path: Path) -> None:
    make(tmp_path, merge=False)
    with open_graph(tmp_path) as graph:
        query = "SELECT ?e { ?e <https://w3id.org/accession-kg/ns#city> <https://w3id.org/accession-kg/city/almaty> }"
        pair = sorted(row[0].value for row in graph.select(query) if "2007" in row[0].value)
    (tmp_path / "decisions.ttl").write_text(
        f"<{pair[0]}> <https://w3id.org/accession-kg/ns#differentFrom> <{pair[1]}> ."
    )
    for _ in itertools.repeat(None, 2):
        assert make(tmp_path).events == 5
    (tmp_path / "decisions.ttl").unlink()
    assert make(tmp_path).events == 4


def test_decisions_given_once_outlast_builds_without_them(tmp_path: Path) -> None:
    make(tmp_path, merge=False)
    with open_graph(tmp_path) as graph:
        query = "SELECT ?e { ?e <https://w3id.org/accession-kg/ns#city> <https://w3id.org/accession-kg/city/almaty> }"
        pair = sorted(row[0].value for row in graph.select(query) if "2007" in row[0].value)
    given = tmp_path / "mine.ttl"
    given.write_text(f"<{pair[0]}> <https://w3id.org/accession-kg/ns#differentFrom> <{pair[1]}> .")
    assert [make(tmp_path, decisions=each).events for each in (given, None)] == [5, 5]
    given.write_text("")
    assert [make(tmp_path, decisions=each).events for each in (given, None)] == [4, 4]
