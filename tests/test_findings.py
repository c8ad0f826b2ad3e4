"""`kg check`: what is wrong, with an exit code that a script can go by."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kg.graph.check import Finding
from kg.publish.findings import count_findings, to_findings

TEXT = "Oslo, 4 May 2011 -- Norway hosted a workshop on clearance in Oslo on 2 and 3 May 2011. Chad attended it.\n"
BAD = """
@prefix kg: <https://w3id.org/accession-kg/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/accession-kg/event/backwards> a kg:Workshop ; rdfs:label "Backwards"@en ; kg:eventStatus kg:Held ;
    kg:startDate "2011-05-03"^^xsd:date ; kg:endDate "2011-05-02"^^xsd:date .
"""


def test_a_good_graph_ends_with_code_0(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "oslo.txt").write_text(TEXT, encoding="utf-8")
    assert run("build", "oslo.txt").exit_code == 0
    result = run("check", "-f", "csv")
    assert result.exit_code == 0
    assert result.stderr.startswith("0 violations")
    assert result.stdout.startswith("severity,check,focus,message,document,quote\n")


def test_a_graph_with_a_violation_ends_with_code_1_and_names_it(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(BAD, encoding="utf-8")
    assert run("load", "bad.ttl").exit_code == 0
    result = run("check", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 1
    assert "https://w3id.org/accession-kg/event/backwards" in {row["focus"] for row in rows}
    assert rows[0]["severity"] == "violation"


@pytest.mark.parametrize(("number", "words"), [(1, "1 violation,"), (1200, "1,200 violations,")])
def test_findings_are_counted_in_words(number: int, words: str) -> None:
    finding = Finding(severity="violation", check="c", focus="f", message="m")
    assert count_findings([finding] * number).startswith(words)


def test_a_finding_without_a_document_leaves_the_cells_empty() -> None:
    finding = Finding(severity="info", check="c", focus="f", message="m")
    assert to_findings([finding], "csv").splitlines()[1] == "info,c,f,m,,"
