"""The measures of accuracy: worked by hand, and equal to those of another scorer where KG_SCORER names one.

Such a scorer is a Python file whose `score(folder, unmerged, merged)` takes a folder of texts with annotations and two
N-Quads files, and gives counts (`tp`, `fp`, `fn`) by field, and errors.
"""

import importlib.util
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import ReadError
from kg.evaluate.align import align
from kg.evaluate.answer import Answer, read_answer
from kg.evaluate.gold import Gold, load_gold
from kg.evaluate.name import name_key
from kg.evaluate.run import to_report
from kg.evaluate.score import HEADLINE, Count, Score, score
from kg.graph.standing import rows_of
from kg.resources import folder

CORPUS = Path(__file__).parent / "corpus"
SCORER = os.environ.get("KG_SCORER", "")
BASE = "https://w3id.org/accession-kg/"
NS = f"{BASE}ns#"

TEXT = "Sweden hosted a workshop in Lima on 5 May 2001. Chad and Peru attended. Chad joined the Ottawa Convention."
EVENT: dict[str, object] = {
    "id": "e1",
    "key": "lima-2001",
    "type": "Workshop",
    "anchors": ["a workshop in Lima"],
    "start": "2001-05-05",
    "end": "2001-05-05",
    "city": "Lima",
    "participations": [
        {"actor": "Sweden", "role": "host"},
        {"actor": "Chad", "role": "participant"},
        {"actor": "Peru", "role": "participant", "optional": True},
    ],
}
GOLD: dict[str, object] = {
    "events": [EVENT],
    "treaty_actions": [
        {"state": "Chad", "treaty": "Ottawa Convention", "action": "accession", "also": ["ratification"]}
    ],
    "status_claims": [{"state": "Chad", "treaty": "Ottawa Convention", "status": "state_party", "optional": True}],
    "affiliations": [{"person": "Ana Díaz", "organization": "UNDP"}],
}


class Writer:
    """Writes a graph in contract form, one N-Quads line a statement."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, subject: str, predicate: str, *objects: str) -> None:
        prefixes = {"kg": NS, "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "dcterms": "http://purl.org/dc/terms/"}
        prefix, _, local = predicate.partition(":")
        full = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" if predicate == "a" else prefixes[prefix] + local
        for value in objects:
            if value.startswith("kg:"):
                term = f"<{NS}{value[3:]}>"
            else:
                term = f"<{value}>" if value.startswith(BASE) else json.dumps(value)
            self.lines.append(f"<{subject}> <{full}> {term} <{BASE}graph/test> .")

    def evidence(self, document: str, begin: int, end: int) -> str:
        iri = f"{BASE}evidence/{document}-{begin}-{end}"
        self.add(f"{BASE}document/{document}", "dcterms:identifier", document)
        self.add(iri, "kg:document", f"{BASE}document/{document}")
        self.add(iri, "kg:begin", str(begin))
        self.add(iri, "kg:end", str(end))
        self.add(iri, "kg:quote", "words")
        return iri

    def thing(self, kind: str, name: str) -> str:
        iri = f"{BASE}{kind}/{name_key(name).replace(' ', '-') or 'x'}"
        self.add(iri, "rdfs:label", name)
        return iri

    def text(self) -> str:
        return "".join(f"{line}\n" for line in sorted(set(self.lines)))


def answer_from(nquads: str) -> Answer:
    store = ox.Store()
    store.load(nquads, format=ox.RdfFormat.N_QUADS)
    return read_answer(lambda name: rows_of(store, name))


def annotate(place: Path, name: str = "one", **changes: object) -> Gold:
    """Write the text and its annotations, with changes, and read them."""
    (place / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (place / f"{name}.json").write_text(json.dumps(GOLD | {"doc": name} | changes), encoding="utf-8")
    return next(gold for gold in load_gold(place) if gold.identifier == name)


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return annotate(tmp_path)


def workshop(writer: Writer, *, city: str = "Lima", kind: str = "Workshop") -> str:
    event = f"{BASE}event/one"
    writer.add(event, "a", f"kg:{kind}")
    writer.add(event, "kg:evidence", writer.evidence("one", 14, 33))
    writer.add(event, "kg:eventStatus", "kg:Held")
    writer.add(event, "kg:startDate", "2001-05-05")
    writer.add(event, "kg:endDate", "2001-05-05")
    writer.add(event, "kg:city", writer.thing("city", city))
    return event


def take_part(writer: Writer, event: str, actor: str, role: str) -> None:
    part = f"{event}/{name_key(actor)}/{role}".replace(" ", "-")
    writer.add(event, "kg:participation", part)
    writer.add(part, "kg:actor", writer.thing("state", actor))
    writer.add(part, "kg:role", f"kg:{role}")
    writer.add(part, "kg:evidence", writer.evidence("one", 0, 6))


def counts(result: Score, name: str) -> tuple[int, int, int]:
    count = result.counts[name]
    return count.tp, count.fp, count.fn


def test_a_graph_without_mistakes_has_no_false_and_no_missed_roles(gold: Gold) -> None:
    writer = Writer()
    event = workshop(writer)
    take_part(writer, event, "Sweden", "Host")
    take_part(writer, event, "Chad", "Participant")
    result = score([gold], answer_from(writer.text()))
    assert counts(result, "event") == (1, 0, 0)
    assert counts(result, "slots") == (4, 0, 0)
    assert counts(result, "participation+role") == (2, 0, 0)
    assert counts(result, "co-participation edge") == (1, 0, 2)
    assert counts(result, "treaty action") == (0, 0, 1)


def test_an_optional_role_is_neither_right_nor_false(gold: Gold) -> None:
    writer = Writer()
    take_part(writer, workshop(writer), "Peru", "Chair")
    assert counts(score([gold], answer_from(writer.text())), "participation+role") == (0, 0, 2)


def test_a_wrong_role_is_false_and_missed_but_the_actor_was_there(gold: Gold) -> None:
    writer = Writer()
    take_part(writer, workshop(writer), "Sweden", "Sponsor")
    result = score([gold], answer_from(writer.text()))
    assert counts(result, "participation+role") == (0, 1, 2)
    assert counts(result, "participation") == (1, 0, 1)
    assert "one: false role e1 Sweden Sponsor" in result.errors


def test_a_wrong_city_is_false_and_missed(gold: Gold) -> None:
    writer = Writer()
    workshop(writer, city="Quito", kind="Visit")
    result = score([gold], answer_from(writer.text()))
    assert counts(result, "slot city") == (0, 1, 1)
    assert counts(result, "event type") == (0, 1, 1)
    assert "one: e1 city is Lima, found Quito" in result.errors


def test_an_event_that_nothing_annotated_resembles_is_false_with_all_its_roles(gold: Gold) -> None:
    writer = Writer()
    event = f"{BASE}event/stray"
    writer.add(event, "a", "kg:Seminar")
    writer.add(event, "kg:evidence", writer.evidence("one", 60, 70))
    take_part(writer, event, "Sweden", "Host")
    result = score([gold], answer_from(writer.text()))
    assert counts(result, "event") == (0, 1, 1)
    assert counts(result, "participation+role") == (0, 1, 2)


def act(writer: Writer, kind: str, state: str, treaty: str = "Ottawa Convention", status: str = "Held") -> str:
    action = f"{BASE}action/{name_key(state)}"
    writer.add(action, "a", f"kg:{kind}")
    writer.add(action, "kg:state", writer.thing("state", state))
    writer.add(action, "kg:treaty", writer.thing("treaty", treaty))
    writer.add(action, "kg:eventStatus", f"kg:{status}")
    writer.add(action, "kg:evidence", writer.evidence("one", 70, 80))
    return action


def claim(writer: Writer, state: str, status: str) -> None:
    node = f"{BASE}claim/{name_key(state)}"
    writer.add(node, "a", "kg:StatusClaim")
    writer.add(node, "kg:state", writer.thing("state", state))
    writer.add(node, "kg:treaty", writer.thing("treaty", "Ottawa Convention"))
    writer.add(node, "kg:status", f"kg:{status}")
    writer.add(node, "kg:evidence", writer.evidence("one", 70, 80))


def hold_post(writer: Writer, person: str, body: str | None) -> None:
    post = f"{BASE}affiliation/{name_key(person)}".replace(" ", "-")
    writer.add(post, "a", "kg:Affiliation")
    writer.add(post, "kg:person", writer.thing("person", person))
    if body:
        writer.add(post, "kg:organization", writer.thing("organization", body))
    writer.add(post, "kg:evidence", writer.evidence("one", 0, 5))


def test_another_word_for_joining_counts_where_the_annotation_allows_it(gold: Gold) -> None:
    writer = Writer()
    act(writer, "Ratification", "Chad", status="Planned")
    result = score([gold], answer_from(writer.text()))
    assert counts(result, "treaty action") == (1, 0, 0)
    assert counts(result, "action status") == (0, 1, 1)


@pytest.mark.parametrize(
    ("kind", "state", "treaty"),
    [
        ("Accession", "Peru", "Ottawa Convention"),
        ("Accession", "Chad", "Arms Trade Treaty"),
        ("Withdrawal", "Chad", "Ottawa Convention"),
    ],
)
def test_an_action_of_another_kind_state_or_treaty_is_false(gold: Gold, kind: str, state: str, treaty: str) -> None:
    writer = Writer()
    act(writer, kind, state, treaty)
    result = score([gold], answer_from(writer.text()))
    assert counts(result, "treaty action") == (0, 1, 1)
    assert result.errors[-2:] == [
        f"one: false action {state} {kind} {treaty}",
        "one: missed affiliation Ana Díaz / UNDP",
    ]


@pytest.mark.parametrize(
    ("said", "counted"), [("2001-05-07", (1, 0, 0)), ("2001-06-01", (0, 1, 1)), ("2001", (0, 1, 1)), (None, (0, 0, 1))]
)
def test_the_date_of_an_action_must_be_as_exact_as_annotated(
    tmp_path: Path, said: str | None, counted: tuple[int, int, int]
) -> None:
    writer = Writer()
    action = act(writer, "Accession", "Chad")
    if said:
        writer.add(action, "kg:date", said)
    row = {"state": "Chad", "treaty": "Ottawa Convention", "action": "accession", "date": "2001-05"}
    result = score([annotate(tmp_path, treaty_actions=[row])], answer_from(writer.text()))
    assert counts(result, "treaty action") == (1, 0, 0)
    assert counts(result, "action date") == counted


@pytest.mark.parametrize(
    ("state", "status", "counted"),
    [("Mali", "NotParty", (1, 0, 0)), ("Mali", "Signatory", (0, 1, 1)), ("Peru", "NotParty", (0, 1, 1))],
)
def test_a_claim_is_right_where_state_and_status_are(
    tmp_path: Path, state: str, status: str, counted: tuple[int, int, int]
) -> None:
    writer = Writer()
    claim(writer, state, status)
    row = {"state": "Mali", "treaty": "Ottawa Convention", "status": "not_party"}
    result = score([annotate(tmp_path, status_claims=[row])], answer_from(writer.text()))
    assert counts(result, "status claim") == counted


def test_a_status_that_follows_from_an_action_is_neither_right_nor_false(gold: Gold) -> None:
    writer = Writer()
    claim(writer, "Chad", "Signatory")
    assert counts(score([gold], answer_from(writer.text())), "status claim") == (0, 0, 0)


@pytest.mark.parametrize(
    ("person", "body", "counted"),
    [
        ("Ana Díaz", "UNDP", (1, 0, 0)),
        ("Ana Díaz", "UNICEF", (0, 1, 1)),
        ("Ana Díaz", None, (0, 0, 1)),
        ("Bo Ek", "UNDP", (0, 1, 1)),
    ],
)
def test_a_post_is_right_where_person_and_body_are(
    gold: Gold, person: str, body: str | None, counted: tuple[int, int, int]
) -> None:
    writer = Writer()
    hold_post(writer, person, body)
    assert counts(score([gold], answer_from(writer.text())), "affiliation") == counted


def test_posts_of_someone_whose_body_the_text_leaves_open_are_neither_right_nor_false(tmp_path: Path) -> None:
    writer = Writer()
    hold_post(writer, "Ana Díaz", "UNICEF")
    result = score([annotate(tmp_path, affiliations=[{"person": "Ana Díaz"}])], answer_from(writer.text()))
    assert counts(result, "affiliation") == (0, 0, 0)


def test_whoever_knows_the_city_may_know_the_country(gold: Gold) -> None:
    writer = Writer()
    writer.add(workshop(writer), "kg:country", writer.thing("country", "Peru"))
    assert counts(score([gold], answer_from(writer.text())), "slots") == (4, 0, 0)


@pytest.mark.parametrize(("annotated", "counted"), [("2001-05", (1, 0, 0)), ("2001-06", (0, 1, 1))])
def test_a_date_may_be_more_exact_than_annotated(tmp_path: Path, annotated: str, counted: tuple[int, int, int]) -> None:
    writer = Writer()
    workshop(writer)
    events = [EVENT | {"start": annotated}]
    result = score([annotate(tmp_path, events=events)], answer_from(writer.text()))
    assert counts(result, "slot start") == counted


@pytest.mark.parametrize(
    ("keys", "iris", "counted"),
    [
        (("lima", "lima"), ("one", "one"), (1, 0, 0)),
        (("lima", "lima"), ("one", "two"), (0, 0, 1)),
        (("lima", "quito"), ("one", "one"), (0, 1, 0)),
        (("lima", "quito"), ("one", "two"), (0, 0, 0)),
        (("lima", "lima"), ("one", None), (0, 0, 1)),
        (("lima", "quito"), (None, None), (0, 0, 0)),
    ],
)
def test_identity_counts_pairs_of_accounts_in_two_documents(
    tmp_path: Path, keys: tuple[str, str], iris: tuple[str | None, str | None], counted: tuple[int, int, int]
) -> None:
    writer, golds = Writer(), []
    for name, key, iri in zip(("one", "two"), keys, iris, strict=True):
        golds.append(annotate(tmp_path, name, events=[EVENT | {"key": key}]))
        if iri:
            writer.add(f"{BASE}event/{iri}", "a", "kg:Workshop")
            writer.add(f"{BASE}event/{iri}", "kg:evidence", writer.evidence(name, 14, 33))
    answer = answer_from(writer.text())
    assert counts(score(golds, answer, answer), "event identity (pairs)") == counted


def test_two_accounts_in_one_document_are_no_pair(tmp_path: Path) -> None:
    writer = Writer()
    workshop(writer)
    twice = annotate(tmp_path, events=[EVENT, EVENT])
    answer = answer_from(writer.text())
    assert counts(score([twice], answer, answer), "event identity (pairs)") == (0, 0, 0)


def test_the_headline_is_the_mean_of_six_fields() -> None:
    result = Score()
    for name in HEADLINE[:3]:
        result.right(name)
    assert result.headline == pytest.approx(0.5)
    assert set(result.counts) == set(HEADLINE[:3])


def test_counts_give_precision_recall_and_f1() -> None:
    count = Count(tp=6, fp=2, fn=6)
    assert (count.precision, count.recall, count.f1) == (0.75, 0.5, 0.6)


@pytest.fixture
def half() -> Score:
    """All fields found half, but for the last, which has nothing wrong."""
    result = Score()
    for name in HEADLINE[:-1]:
        result.right(name)
        result.chosen(name, right=False)
    result.right(HEADLINE[-1])
    return result


def test_the_table_of_a_score_ends_with_the_headline(half: Score) -> None:
    *rows, last = to_report(half, "table").splitlines()
    assert rows[-1].split() == ["treaty", "action", "0.500", "0.500", "0.500", "1", "1", "1"]
    assert last.startswith("headline (mean F1 of event, slots,")
    assert last.endswith(": 0.583")


def test_the_csv_of_a_score_ends_with_the_headline(half: Score) -> None:
    rows = to_report(half, "csv").splitlines()
    assert rows[1] == "affiliation,1,1,1,1,0,0"
    assert rows[-1] == "headline,,,0.583,,,"


def test_the_json_of_a_score_has_rows_by_field_and_the_headline(half: Score) -> None:
    told = json.loads(to_report(half, "json"))
    assert told["headline"] == 0.583
    assert told["rows"]["event"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1}
    assert set(told["rows"]) == set(HEADLINE)


@pytest.mark.parametrize(("content", "why"), [("{", "JSON"), ("{}", "annotation"), ('{"events": [{}]}', "annotation")])
def test_a_broken_annotation_is_named(tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / "bad.txt").write_text("text", encoding="utf-8")
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=rf"bad\.json.*{why}"):
        load_gold(tmp_path)


def test_a_folder_without_annotations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no annotations"):
        load_gold(tmp_path)


def test_an_annotation_without_its_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lost.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ReadError, match=r"lost\.txt is missing"):
        load_gold(tmp_path)


def test_every_shipped_text_is_annotated_and_every_annotation_has_anchors_in_its_text() -> None:
    golds = load_gold(CORPUS)
    assert len(golds) == len(list(folder("corpus").glob("*.txt"))) == 52
    assert all(gold.path.parent == folder("corpus") for gold in golds)
    for gold in golds:
        raw = json.loads((CORPUS / f"{gold.identifier}.json").read_text(encoding="utf-8"))
        assert [len(event.anchors) for event in gold.events] == [len(event["anchors"]) for event in raw["events"]]


def graph_with_mistakes(golds: Path, seed: int) -> str:
    """Write what the annotations say as a graph, with mistakes thrown in."""
    rng = random.Random(seed)  # noqa: S311 -- repeatable mistakes, not secrets
    writer = Writer()
    for path in sorted(golds.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder("corpus") / f"{path.stem}.txt").read_text(encoding="utf-8")
        for number, event in enumerate(gold["events"]):
            _write_event(writer, rng, path.stem, text, event, number)
        _write_standing(writer, rng, path.stem, gold)
    return writer.text()


def _write_event(
    writer: Writer, rng: random.Random, document: str, text: str, event: dict[str, object], number: int
) -> None:
    if rng.random() < 0.1:
        return
    iri = f"{BASE}event/{document}-{number}"
    writer.add(iri, "a", "kg:" + (str(event["type"]) if rng.random() < 0.9 else "Meeting"))
    anchors = event["anchors"]
    assert isinstance(anchors, list)
    for anchor in anchors:
        begin = text.find(str(anchor).split()[0]) if rng.random() < 0.7 else rng.randrange(len(text))
        writer.add(iri, "kg:evidence", writer.evidence(document, begin, begin + rng.randrange(5, 60)))
    for slot, name in (("start", "startDate"), ("end", "endDate")):
        if event.get(slot) and rng.random() < 0.9:
            writer.add(iri, f"kg:{name}", str(event[slot]) if rng.random() < 0.9 else "1999-01-01")
    if event.get("city") == "online":
        writer.add(iri, "kg:online", rng.choice(["true", "false"]))
    elif event.get("city"):
        writer.add(iri, "kg:city", writer.thing("city", str(event["city"]) if rng.random() < 0.9 else "Oslo"))
    if event.get("country"):
        writer.add(iri, "kg:country", writer.thing("country", str(event["country"])))
    writer.add(iri, "kg:eventStatus", "kg:" + rng.choice(["Held", "Held", "Planned"]))
    parts = event.get("participations")
    assert isinstance(parts, list)
    for place, part in enumerate(parts):
        if rng.random() < 0.8:
            node = f"{iri}/{place}"
            actor = rng.choice([part["actor"], *part.get("aliases", [])]) if rng.random() < 0.9 else "Nobody Known"
            writer.add(iri, "kg:participation", node)
            writer.add(node, "kg:actor", writer.thing("actor", actor))
            writer.add(node, "kg:role", "kg:" + (part["role"].capitalize() if rng.random() < 0.9 else "Chair"))
            writer.add(node, "kg:evidence", writer.evidence(document, 0, 5))


def _write_standing(writer: Writer, rng: random.Random, document: str, gold: dict[str, list[dict[str, str]]]) -> None:
    for number, action in enumerate(gold["treaty_actions"]):
        if rng.random() < 0.8:
            iri = f"{BASE}action/{document}-{number}"
            kind = action["action"].title().replace("_", "").replace("Into", "Into")
            writer.add(iri, "a", f"kg:{kind if rng.random() < 0.9 else 'Signature'}")
            writer.add(iri, "kg:state", writer.thing("state", action["state"]))
            writer.add(iri, "kg:treaty", writer.thing("treaty", action["treaty"]))
            writer.add(iri, "kg:eventStatus", rng.choice(["kg:Held", "kg:Planned"]))
            if action.get("date"):
                writer.add(iri, "kg:date", action["date"] if rng.random() < 0.8 else "1999")
            writer.add(iri, "kg:evidence", writer.evidence(document, 0, 5))
    statuses = ["StateParty", "Signatory", "NotParty", "Withdrawn"]
    for number, claim in enumerate(gold["status_claims"]):
        iri = f"{BASE}claim/{document}-{number}"
        status = claim["status"].title().replace("_", "") if rng.random() < 0.8 else rng.choice(statuses)
        writer.add(iri, "a", "kg:StatusClaim")
        writer.add(iri, "kg:state", writer.thing("state", claim["state"] if rng.random() < 0.9 else "Peru"))
        writer.add(iri, "kg:treaty", writer.thing("treaty", claim["treaty"]))
        writer.add(iri, "kg:status", f"kg:{status}")
        writer.add(iri, "kg:evidence", writer.evidence(document, 0, 5))
    for number, post in enumerate(gold["affiliations"]):
        iri = f"{BASE}affiliation/{document}-{number}"
        writer.add(iri, "a", "kg:Affiliation")
        writer.add(iri, "kg:person", writer.thing("person", post["person"] if rng.random() < 0.9 else "Ana Díaz"))
        writer.add(iri, "kg:evidence", writer.evidence(document, 0, 5))
        if post.get("organization") and rng.random() < 0.9:
            writer.add(iri, "kg:organization", writer.thing("body", post["organization"]))
        if post.get("state") and rng.random() < 0.9:
            writer.add(iri, "kg:state", writer.thing("state", post["state"]))


@pytest.fixture(scope="module")
def outside() -> Iterator[ModuleType]:
    if not SCORER:
        pytest.skip("KG_SCORER names no other scorer to compare with")
    spec = importlib.util.spec_from_file_location("outside_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(6))
def test_figures_equal_another_scorers_on_a_graph_full_of_mistakes(
    outside: ModuleType, tmp_path: Path, seed: int
) -> None:
    for gold in CORPUS.glob("*.json"):
        (tmp_path / gold.name).write_bytes(gold.read_bytes())
        text = folder("corpus") / f"{gold.stem}.txt"
        (tmp_path / text.name).write_bytes(text.read_bytes())
    written = graph_with_mistakes(CORPUS, seed)
    (tmp_path / "graph.nq").write_text(written, encoding="utf-8")
    theirs, _ = outside.score(tmp_path, str(tmp_path / "graph.nq"), str(tmp_path / "graph.nq"))
    answer = answer_from(written)
    ours = score(load_gold(CORPUS), answer, answer)
    found = {name: (count.tp, count.fp, count.fn) for name, count in ours.counts.items()}
    assert found == {name: (count.tp, count.fp, count.fn) for name, count in theirs.items()}
    assert sum(count.fp for count in ours.counts.values()) > 50


def test_figures_equal_another_scorers_on_what_is_really_read(outside: ModuleType, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    for name in ("D01", "D02", "D10", "D12", "D22", "D53"):
        (gold / f"{name}.json").write_bytes((CORPUS / f"{name}.json").read_bytes())
        (gold / f"{name}.txt").write_bytes((folder("corpus") / f"{name}.txt").read_bytes())
    for name, options in (("apart", ["--no-merge"]), ("merged", [])):
        store = str(tmp_path / name)
        run("build", *map(str, sorted(gold.glob("*.txt"))), "--store", store, *options)
        run("export", "--store", store, "-f", "nquads", "-o", f"{store}.nq")
    theirs, _ = outside.score(gold, str(tmp_path / "apart.nq"), str(tmp_path / "merged.nq"))
    ours = json.loads(run("evaluate", str(gold), "-f", "json"))["rows"]
    counted = {name: (row["tp"], row["fp"], row["fn"]) for name, row in ours.items()}
    assert counted == {name: (count.tp, count.fp, count.fn) for name, count in theirs.items()}
    assert ours["event"]["tp"] > 10


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_errors_are_listed_on_standard_error(tmp_path: Path) -> None:
    annotate(tmp_path)
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path), "--verbose", "-f", "csv"])
    assert "one: missed affiliation Ana Díaz / UNDP" in result.stderr
    assert result.stdout.startswith("field,precision,recall,f1,tp,fp,fn\n")


def test_pairing_takes_the_likeliest_and_uses_each_event_once(gold: Gold) -> None:
    writer = Writer()
    other = f"{BASE}event/a-rival-that-sorts-first"
    writer.add(other, "a", "kg:Workshop")
    writer.add(other, "kg:evidence", writer.evidence("one", 14, 20))
    answer = answer_from(writer.text())
    (rival,) = answer.events["one"]
    assert align([*gold.events, *gold.events], [rival], answer) == {0: 0}
    workshop(writer)
    answer = answer_from(writer.text())
    paired = align(gold.events, answer.events["one"], answer)
    assert [answer.events["one"][place].iri for place in paired.values()] == [f"{BASE}event/one"]
