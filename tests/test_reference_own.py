"""A user's own names: a treaty and an organisation added by a Turtle file are read, stored and named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

OWN = """
@prefix kg:   <https://w3id.org/accession-kg/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org:  <https://w3id.org/accession-kg/organization/> .
@prefix treaty: <https://w3id.org/accession-kg/treaty/> .

org:lantern kg:ofState <https://w3id.org/accession-kg/state/FJI> ;
  a kg:GovernmentBody ; rdfs:label "Lantern Brigade"@en ; skos:altLabel "LBR"@en .
treaty:kites a kg:Treaty ; rdfs:label "Suva Accord on Signal Kites"@en ; skos:altLabel "Kite Ban"@en .
"""
TEXT = """Suva, 9 May 2012 - Fiji acceded to the Kite Ban on 7 May 2012.

The LBR hosted a seminar in Suva on 8 May 2012.
"""
ASK = """
PREFIX kg: <https://w3id.org/accession-kg/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?body ?treaty WHERE {
  ?event kg:participation/kg:actor ?actor . ?actor rdfs:label ?body .
  ?action a kg:Accession ; kg:treaty ?convention ; kg:evidence ?words . ?convention rdfs:label ?treaty
} ORDER BY ?body ?treaty
"""


@pytest.fixture(autouse=True)
def _no_names_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_REFERENCE", raising=False)


@pytest.fixture
def texts(run: Callable[..., Result]) -> Callable[..., Result]:
    """Run the command line in a folder with a text, and the names that it needs."""
    Path("suva.txt").write_text(TEXT, encoding="utf-8")
    Path("own.ttl").write_text(OWN, encoding="utf-8")
    return run


def answer(run: Callable[..., Result]) -> list[str]:
    return run("query", "-", "-f", "csv", text=ASK).stdout.splitlines()[1:]


def test_what_a_file_names_is_found_and_stands_in_the_graph(texts: Callable[..., Result]) -> None:
    assert texts("build", "suva.txt", "--reference", "own.ttl").exit_code == 0
    assert answer(texts) == ["Lantern Brigade,Suva Accord on Signal Kites"]


def test_without_the_file_they_are_not_known(texts: Callable[..., Result]) -> None:
    assert texts("build", "suva.txt").exit_code == 0
    assert "Suva Accord on Signal Kites" not in texts("export").stdout


def test_the_store_keeps_the_names_for_later_builds(texts: Callable[..., Result]) -> None:
    texts("build", "suva.txt", "--reference", "own.ttl")
    Path("own.ttl").unlink()
    Path("more.txt").write_text(TEXT.replace("seminar", "workshop"), encoding="utf-8")
    again = texts("build", "suva.txt", "more.txt")
    assert "1 document read, 1 unchanged" in again.stderr
    assert set(answer(texts)) == {"Lantern Brigade,Suva Accord on Signal Kites"}
    texts("forget", "more")
    assert answer(texts) == ["Lantern Brigade,Suva Accord on Signal Kites"]


def test_names_given_later_make_documents_be_read_again(texts: Callable[..., Result]) -> None:
    texts("build", "suva.txt")
    assert "1 document read" in texts("build", "suva.txt", "--reference", "own.ttl").stderr
    assert answer(texts) == ["Lantern Brigade,Suva Accord on Signal Kites"]


def test_the_environment_names_files_as_the_option_does(
    texts: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_REFERENCE", str(Path("own.ttl").resolve()))
    assert texts("build", "suva.txt").exit_code == 0
    assert answer(texts) == ["Lantern Brigade,Suva Accord on Signal Kites"]


def test_a_backup_has_the_names(texts: Callable[..., Result]) -> None:
    texts("build", "suva.txt", "--reference", "own.ttl")
    assert texts("backup", "copy").exit_code == 0
    assert "1 unchanged" in texts("build", "suva.txt", "--store", "copy").stderr


def test_a_broken_file_is_named_with_its_line_and_not_kept(texts: Callable[..., Result]) -> None:
    Path("own.ttl").write_text(OWN + "\norg:broken a kg:Organization ; rdfs:label .\n", encoding="utf-8")
    result = texts("build", "suva.txt", "--reference", "own.ttl")
    line = OWN.count("\n") + 2
    assert result.exit_code == 2
    assert f"own.ttl, line {line}" in result.stderr
    assert not list(Path("kg-store").glob("reference/*"))


def test_two_files_of_one_name_are_refused(texts: Callable[..., Result]) -> None:
    Path("other").mkdir()
    Path("other/own.ttl").write_text(OWN + "# other\n", encoding="utf-8")
    result = texts("build", "suva.txt", "--reference", "own.ttl", "--reference", "other")
    assert result.exit_code == 2
    assert "another reference file has this name" in result.stderr


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('treaty:ottawa kg:entryIntoForceDelay "P1W" .', "a delay is given in years, months and days"),
        ('treaty:kites kg:enteredIntoForce "soon" .', "not an ISO date: soon"),
        ("treaty:note kg:date treaty:kites .", "not an ISO date"),
    ],
)
def test_a_value_that_the_record_cannot_reckon_with_is_refused_with_its_file(
    line: str, why: str, texts: Callable[..., Result]
) -> None:
    Path("own.ttl").write_text(OWN + line, encoding="utf-8")
    refused = texts("build", "suva.txt", "--reference", "own.ttl")
    assert (refused.exit_code, refused.stderr.startswith("Error: own.ttl: "), why in refused.stderr) == (2, True, True)
    assert texts("build", "suva.txt").exit_code == 0
    assert texts("status", "--treaty", "Ottawa", "--state", "FJI").exit_code == 0


def test_a_record_that_a_store_keeps_broken_is_told_of(texts: Callable[..., Result]) -> None:
    texts("build", "suva.txt", "--reference", "own.ttl")
    broken = (
        "treaty:act a kg:Accession ; kg:treaty treaty:ottawa ; kg:date 'soon' ;"
        " kg:state <https://w3id.org/accession-kg/state/FJI> ."
    )
    Path("kg-store/reference/own.ttl").write_text(OWN + broken, encoding="utf-8")
    assert texts("build", "suva.txt").exit_code == 0
    told = texts("status", "--treaty", "Ottawa")
    assert (told.exit_code, "not an ISO date: soon; mend the file in" in told.stderr) == (2, True)
