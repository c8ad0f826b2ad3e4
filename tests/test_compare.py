"""Texts against the record: agreement, contradiction, and what cannot be told."""

from functools import lru_cache

import pyoxigraph as ox
import pytest

from kg.errors import VocabularyError
from kg.graph.compare import compare, judge_action, judge_claim
from kg.graph.roster import find, roster
from kg.graph.standing import Record
from kg.model import fold

BASE = "https://w3id.org/accession-kg/"


@lru_cache
def shipped() -> Record:
    return Record.from_files()


def state(code: str) -> str:
    return f"{BASE}state/{code}"


def treaty(slug: str) -> str:
    return f"{BASE}treaty/{slug}"


@pytest.mark.parametrize(
    ("code", "slug", "said", "words"),
    [
        (
            "LTU",
            "ottawa",
            "StateParty",
            "depends on the day: signatory from 1999, State Party from 2003, withdrawn from 2025",
        ),
        (
            "UKR",
            "ottawa",
            "Signatory",
            "depends on the day: signatory from 1999, consent deposited from 2005, State Party from 2006",
        ),
        ("KAZ", "ottawa", "StateParty", "neither signed nor party"),
        ("KAZ", "ottawa", "NotParty", "neither signed nor party"),
        ("AFG", "ccm", "Withdrawn", "signatory from 2008, consent deposited from 2011, State Party from 2012"),
    ],
)
def test_of_an_undated_claim_the_record_tells_the_years(code: str, slug: str, said: str, words: str) -> None:
    assert judge_claim(shipped(), state(code), treaty(slug), said, None).record == words


@pytest.mark.parametrize(
    ("code", "slug", "said", "day", "verdict"),
    [
        ("TJK", "ottawa", "StateParty", "2004-04-15", "agrees"),
        ("KAZ", "ottawa", "NotParty", "2007-03-26", "agrees"),
        ("KAZ", "ottawa", "StateParty", "2007-03-26", "contradicts"),
        ("LKA", "ottawa", "StateParty", "2018-01-10", "agrees"),
        ("LKA", "ottawa", "NotParty", "2018-01-10", "agrees"),
        ("UKR", "ottawa", "Signatory", "2003-05-01", "agrees"),
        ("UKR", "ottawa", "Signatory", "2010-05-01", "contradicts"),
        ("LTU", "ottawa", "Withdrawn", "2025-08-01", "contradicts"),
        ("LTU", "ottawa", "Withdrawn", "2026-01-01", "agrees"),
        ("LTU", "ottawa", "StateParty", "2025-08-01", "agrees"),
        ("RUS", "ctbt", "Signatory", "2024-01-01", "agrees"),
        ("RUS", "ctbt", "Withdrawn", "2024-01-01", "contradicts"),
        ("LTU", "ottawa", "StateParty", "2003", "cannot be told"),
        ("LTU", "ottawa", "StateParty", "2004", "agrees"),
        ("LTU", "ottawa", "StateParty", None, "cannot be told"),
        ("KAZ", "ottawa", "StateParty", None, "contradicts"),
        ("KAZ", "ottawa", "NotParty", "2031-01-01", "cannot be told"),
        ("KAZ", "npt", "StateParty", "2007-03-26", "cannot be told"),
        ("XYZ", "ottawa", "StateParty", "2007-03-26", "cannot be told"),
    ],
)
def test_a_status_claim_is_held_against_the_record(
    code: str, slug: str, said: str, day: str | None, verdict: str
) -> None:
    assert judge_claim(shipped(), state(code), treaty(slug), said, day).verdict == verdict


@pytest.mark.parametrize(
    ("code", "slug", "kind", "outcome", "date", "issued", "verdict"),
    [
        ("TJK", "ottawa", "Accession", "Held", "1999-10-12", "2004-04-15", "agrees"),
        ("TJK", "ottawa", "Ratification", "Held", "1999", "2004-04-15", "agrees"),
        ("TJK", "ottawa", "Accession", "Held", "1998-10-12", "2004-04-15", "contradicts"),
        ("TJK", "ottawa", "EntryIntoForce", "Held", "2000-04-01", None, "agrees"),
        ("TJK", "ottawa", "Signature", "Held", None, "2004-04-15", "contradicts"),
        ("UKR", "ottawa", "Ratification", "Planned", None, "2004-04-15", "agrees"),
        ("UKR", "ottawa", "Ratification", "Planned", None, "2010-04-15", "contradicts"),
        ("UKR", "ottawa", "Ratification", "Planned", None, None, "cannot be told"),
        ("UKR", "ottawa", "Ratification", "Held", None, "2010-04-15", "agrees"),
        ("UKR", "ottawa", "Ratification", "Held", None, "2004-04-15", "contradicts"),
        ("UKR", "ottawa", "Ratification", "Held", None, None, "cannot be told"),
        ("LTU", "ottawa", "Withdrawal", "Held", "2025-12-27", "2025-12-28", "agrees"),
        ("LTU", "ottawa", "Withdrawal", "Held", "2025-06-27", "2025-12-28", "agrees"),
        ("LTU", "ottawa", "Withdrawal", "Planned", "2025-06-27", "2025-05-08", "agrees"),
        ("LTU", "ottawa", "Withdrawal", "Planned", "2025-12-27", "2025-12-05", "agrees"),
        ("LTU", "ottawa", "Withdrawal", "Planned", "2026-06", "2026-01-05", "contradicts"),
        ("RUS", "ctbt", "Withdrawal", "Held", "2023-11", "2023-11-05", "agrees"),
        ("KAZ", "ottawa", "Accession", "Cancelled", None, "2007-03-26", "agrees"),
        ("KAZ", "ottawa", "Accession", "Held", "2028", "2028-05-05", "cannot be told"),
    ],
)
def test_an_act_is_held_against_the_record(
    code: str, slug: str, kind: str, outcome: str, date: str | None, issued: str | None, verdict: str
) -> None:
    finding = judge_action(shipped(), (state(code), treaty(slug)), kind, outcome, date=date, issued=issued)
    assert finding.verdict == verdict


DOCUMENT = """
@prefix kg: <https://w3id.org/accession-kg/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://w3id.org/accession-kg/> .
:document a kg:Document ; dcterms:identifier "almaty" ; dcterms:issued "2007-03-28"^^xsd:date .
:words a kg:Evidence ; kg:document :document ; kg:begin 40 ; kg:end 64 ; kg:quote "Kazakhstan, a State Party" .
:others a kg:Evidence ; kg:document :document ; kg:begin 10 ; kg:end 20 ; kg:quote "Tajikistan acceded in 1999" .
:claim a kg:StatusClaim ; kg:state <https://w3id.org/accession-kg/state/KAZ> ;
    kg:treaty <https://w3id.org/accession-kg/treaty/ottawa> ; kg:status kg:StateParty ; kg:evidence :words .
:act a kg:Accession ; kg:state <https://w3id.org/accession-kg/state/TJK> ; kg:date "1999"^^xsd:gYear ;
    kg:treaty <https://w3id.org/accession-kg/treaty/ottawa> ; kg:eventStatus kg:Held ; kg:evidence :others .
"""


def test_every_statement_of_a_document_is_compared_in_the_order_of_its_text() -> None:
    store = ox.Store()
    store.load(DOCUMENT, format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(f"{BASE}graph/document/almaty"))
    lines = compare(shipped(), store)
    assert [(line.state, line.said, line.verdict, line.as_of) for line in lines] == [
        ("Tajikistan", "Accession", "agrees", "1999"),
        ("Kazakhstan", "StateParty", "contradicts", "2007-03-28"),
    ]
    assert lines[0].record == "accession 1999-10-12"
    assert lines[1].record == "neither signed nor party"
    assert (lines[1].document, lines[1].quote) == ("almaty", "Kazakhstan, a State Party")


def test_the_roster_has_a_row_for_every_state_of_the_reference() -> None:
    rows = list(roster(shipped(), "2026-02-20", treaty="Mine Ban Treaty"))
    assert len(rows) == len(shipped().states) >= 193
    assert sum(row.status == "state_party" for row in rows) == 161
    assert sum(row.status == "withdrawn" for row in rows) == 5
    assert rows == sorted(rows, key=lambda row: fold(row.state))


def test_one_state_has_a_row_for_every_treaty() -> None:
    rows = list(roster(shipped(), "2007-03-26", state="kaz"))
    assert {row.treaty for row in rows} == {name.label for name in shipped().treaties.values()}
    assert {row.iso3 for row in rows} == {"KAZ"}


@pytest.mark.parametrize("text", ["Ottawa Convention", "apmbc", "ottawa", "treaty:ottawa", treaty("ottawa")])
def test_a_treaty_is_found_by_any_of_its_names(text: str) -> None:
    assert find(shipped().treaties, text, "treaty") == treaty("ottawa")


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(VocabularyError, match="did you mean Kazakhstan"):
        find(shipped().states, "Kazahkstan", "State")
