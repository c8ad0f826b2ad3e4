"""`kg status`: the record on a day, and the texts held against it, as files and exit codes."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

TEXT = """Almaty, 28 March 2007 -- Kazakhstan, which is a State Party to the Ottawa Convention, opened a workshop.
Tajikistan acceded to the Ottawa Convention on 12 October 1999.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("status")
    (place / "almaty.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", str(place / "almaty.txt"), "--store", str(place / "store"))
    assert result.exit_code == 0, result.output
    return place / "store"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_for_every_state(store: Path) -> None:
    result = run("status", "--store", str(store), "--treaty", "Mine Ban Treaty", "--on", "2025-12-10", "-f", "csv")
    found = rows(result.stdout)
    assert result.exit_code == 0
    assert len(found) >= 193
    assert len({row["iso3"] for row in found}) == len(found)
    assert list(found[0])[:5] == ["state", "iso3", "treaty", "status", "since"]
    assert {row["status"] for row in found} == {"state_party", "none"}
    assert sum(row["status"] == "state_party" for row in found) == 166
    assert "as of 2025-12-10: in force for 166 States" in result.stderr


def test_without_a_day_the_last_of_the_record_is_meant_and_named(store: Path) -> None:
    result = run("status", "--store", str(store), "--state", "Lithuania", "--treaty", "CCM", "-f", "json")
    assert json.loads(result.stdout)[0] | {"status": "withdrawn", "since": "2025-03-06"} == json.loads(result.stdout)[0]
    assert "the last day on which the record has something happen" in result.stderr


def test_a_day_after_the_record_says_so(store: Path) -> None:
    result = run("status", "--store", str(store), "--state", "KAZ", "--on", "2031")
    assert result.exit_code == 0
    assert "what came later is not known" in result.stderr


def test_claims_come_with_verdict_and_sentence(store: Path) -> None:
    result = run("status", "--store", str(store), "--claims", "-f", "csv")
    assert result.exit_code == 0
    found = {row["state"]: row for row in rows(result.stdout)}
    assert found["Kazakhstan"]["verdict"] == "contradicts"
    assert found["Tajikistan"]["verdict"] == "agrees"
    assert found["Tajikistan"]["record"] == "accession 1999-10-12"
    for row in found.values():
        words = TEXT[int(row["begin"]) : int(row["end"])]
        assert f"*{' '.join(words.split())}*" in row["sentence"]
    assert "1 agrees with the record; 1 contradicts it; 0 cannot be told" in result.stderr


def test_claims_can_be_limited_to_a_state(store: Path) -> None:
    result = run("status", "--store", str(store), "--claims", "--state", "Tajikistan", "-f", "csv")
    assert {row["state"] for row in rows(result.stdout)} == {"Tajikistan"}


def test_claims_on_what_the_record_does_not_cover_are_listed_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "4 June 1990. The USSR is a party to the Non-Proliferation Treaty.", encoding="utf-8"
    )
    run("build", str(tmp_path / "a.txt"), "--store", str(tmp_path / "store"))
    result = run(
        "status", "--store", str(tmp_path / "store"), "--claims", "--state", "USSR", "--treaty", "NPT", "-f", "csv"
    )
    assert [(row["state"], row["verdict"]) for row in rows(result.stdout)] == [("Soviet Union", "cannot be told")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--treaty", "Otawa Convention"), "did you mean Ottawa Convention"),
        (("--state", "Atlantis"), "knows no State of this name"),
        (("--treaty", "NPT"), "Nuclear Non-Proliferation Treaty is not among the 10 treaties of the record"),
        (("--state", "USSR"), "Soviet Union is no more"),
        (("--on", "31.3.2021"), "is no date"),
        (("--on", "2021-02-30"), "is no date"),
    ],
)
def test_what_cannot_be_meant_ends_with_code_2(store: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("status", "--store", str(store), *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout


def test_a_store_without_reference_data_uses_the_shipped_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run("build", str(tmp_path / "a.txt"), "--store", str(tmp_path / "store"), "--no-reference")
    result = run("status", "--store", str(tmp_path / "store"), "--treaty", "cwc", "-f", "csv")
    assert sum(row["status"] == "state_party" for row in rows(result.stdout)) == 193
