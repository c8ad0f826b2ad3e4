"""Roles that are weighed: the table of clues, and what it may and may not decide."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from told import read

from kg.errors import VocabularyError
from kg.extract.events.part import ORDER
from kg.extract.phrases.around import Around, with_classes
from kg.extract.phrases.mark import Mark
from kg.extract.phrases.phrase import build_phrase
from kg.extract.roles import weigh
from kg.extract.words import weights as tables
from kg.extract.words.weights import Weights, load_weights, read_table
from kg.model import Span
from kg.resources import folder

HEAD = "Lima, 4 March 2011\n\nThe seminar on old mines was held in Lusaka on 1 and 2 March 2011. "


def roles(text: str) -> set[str]:
    """Give who had which role at any event of a text."""
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    return {f"{names[p.actor]}:{p.role}" for event in reading.events for p in event.participations}


# --- the table -----------------------------------------------------------------------------------


def test_every_row_of_the_table_has_a_weight_for_each_answer() -> None:
    table = load_weights("roles")
    assert set(table.answers) <= {*ORDER, weigh.NONE}
    assert weigh.NONE in table.answers
    assert len(table.rows) > 1000
    for clue, row in table.rows.items():
        assert [abs(float(weight)) < 10 for weight in row.split("\t")] == [True] * len(table.answers), clue


def test_clues_add_up_and_unknown_ones_say_nothing() -> None:
    table = Weights(("None", "Host", "Chair"), {"(always)": "1\t0\t0", "a": "0\t2\t0", "b": "0\t0\t0.5"})
    assert table.weigh([])[0] == "None"
    assert table.weigh(["a", "c"]) == table.weigh(["c", "a", "d"])
    assert table.weigh(["a", "b"])[0] == "Host"
    assert table.weigh(["a", "b"])[1] < table.weigh(["a"])[1] < 1


@pytest.mark.parametrize("content", [None, "clue\tNone\tHost\nbefore1=of\t1\t2\n"])
def test_a_table_that_cannot_be_used_is_named(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights").mkdir()
    if content is not None:
        (tmp_path / "weights" / "lost.tsv").write_text(content, encoding="utf-8")
    monkeypatch.setattr(tables, "folder", lambda _name: tmp_path)
    with pytest.raises(VocabularyError, match=r"lost\.tsv"):
        load_weights("lost")


def test_a_table_can_be_fitted_anew_and_the_same_texts_give_the_same(tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="the extra `fit` is not installed")
    texts = tmp_path / "texts"
    texts.mkdir()
    for gold in sorted((Path(__file__).parent / "corpus").glob("D0*.json")):
        shutil.copy(gold, texts)
    script = folder("ontology") / "weights" / "fit_weights.py"
    tables = []
    for name in ("once", "again"):
        (tmp_path / name).mkdir()
        command = [sys.executable, str(script), str(texts), "--out", str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- our own script
        tables.append((tmp_path / name / "roles.tsv").read_text(encoding="utf-8"))
    assert tables[0] == tables[1]
    fitted = read_table("roles", tables[0].splitlines())
    assert {"None", "Participant"} <= set(fitted.answers)
    assert len(fitted.rows) > 100


# --- clues ---------------------------------------------------------------------------------------


def around(text: str, *marks: Mark) -> Around:
    """Write a sentence as tokens; an actor is a State whose key is the word."""
    kinds = {actor: "State" for mark in marks for actor in mark.actors}
    return Around(build_phrase(text, Span(0, len(text)), marks), kinds)


def test_names_that_are_listed_count_as_one() -> None:
    text = "Peru, then Chile and a guest from Cuba sat in 3 rows."
    marks = [Mark("A", text.index(w), text.index(w) + len(w), actors=(w,)) for w in ("Peru", "Chile", "Cuba")]
    tokens = around(text, *marks)
    assert tokens.tokens[:5] == ["A:State", ",", "then", "A:State", "and"]
    assert tokens.list_at(3) == (3, 3)
    clues = set(tokens.beside(3, 3))
    assert {"before1=then", "before2=,", "before3=A:State", "after1=and", "after=and a", "right=#"} <= clues
    assert {"left=from", "after1=guest"}.isdisjoint(clues)


def test_the_way_to_an_event_is_a_clue() -> None:
    text = "Peru came to the meeting in spring"
    tokens = around(text, Mark("A", 0, 4, actors=("Peru",)), Mark("E", 17, 24, events=(0,)))
    clues = set(tokens.way(0, 0, 4, "event"))
    assert {"to-event path=came to the", "to-event length=1", "event after=in", "to-event actors=0"} <= clues


def test_a_word_brings_the_classes_that_it_is_in() -> None:
    assert list(with_classes("left", "xyzzy")) == ["left=xyzzy"]
    assert len(list(with_classes("left", "chairman"))) > 1


# --- what is weighed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "By acclamation the delegates put Mr. Robert Ngoma of Zambia in the president's chair.",
            {"Robert Ngoma:Chair"},
        ),
        ("Twelve States attended, as did UNICEF.", {"UNICEF:Participant"}),
    ],
)
def test_a_role_that_no_pattern_tells_is_weighed(
    sentence: str, told: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert roles(HEAD + sentence) == told
    monkeypatch.setattr(weigh, "SURE", 1.1)
    assert roles(HEAD + sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru has signed the Convention on Cluster Munitions but not ratified it.",
        "Such seminars are organised by UNICEF every year.",
        "Peru and Chile stayed away.",
        "Ambassador Ana Lima told reporters so after the closing of the seminar.",
    ],
)
def test_what_is_weighed_makes_nobody_come_who_is_said_to_be_elsewhere(
    sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weigh, "SURE", 0.4)
    assert roles(HEAD + sentence) == set()


def test_what_a_pattern_tells_is_not_weighed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "Norway paid for it and Ghana hosted it."
    plain = roles(text)
    assert {"Norway:Sponsor", "Ghana:Host"} <= plain
    monkeypatch.setattr(weigh, "SURE", 0.0)
    assert {role for role in roles(text) if role.startswith(("Norway", "Ghana"))} == {"Norway:Sponsor", "Ghana:Host"}


@pytest.mark.parametrize(
    ("who", "told"),
    [("Ms. Ana Ruiz", {"Ana Ruiz:Participant"}), ("Saferworld", set())],
    ids=["a person", "a body"],
)
def test_less_is_asked_of_a_guess_about_a_person(who: str, told: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    likely = Weights(("None", "Participant"), {"(always)": "0\t0.9"})
    monkeypatch.setattr(weigh, "load_weights", lambda _name: likely)
    assert roles(HEAD + f"{who} saw to the flowers of the seminar.") == told


def test_a_seldom_role_is_guessed_in_the_clause_that_names_the_event(monkeypatch: pytest.MonkeyPatch) -> None:
    likely = Weights(("None", "Chair"), {"(always)": "0\t0.9"})
    monkeypatch.setattr(weigh, "load_weights", lambda _name: likely)
    assert roles(HEAD + "Ms. Ana Ruiz saw to the seminar; Mr. Max Bauer waited.") == {"Ana Ruiz:Chair"}
