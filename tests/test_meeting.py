"""Conferences that the field knows: which report can mean which, and what that says of two reports."""

from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.extract.names.lexicon import load_lexicon
from kg.graph import meeting as meeting_module
from kg.graph.likeness import Features, compare, exclude, to_features
from kg.graph.meeting import Meeting
from kg.graph.profile import EventProfile
from kg.graph.write import find_reference, list_shipped
from kg.model import BASE

OTTAWA, CLUSTER = f"{BASE}treaty/ottawa", f"{BASE}treaty/ccm"
MEETINGS = {meeting.iri: meeting for row in meeting_module.index_meetings().values() for meeting in row}


def told(*, type: str = "Conference", name: str = "", places: tuple[int, ...] = (), **facts: str) -> Features:  # noqa: A002 -- the name of the field
    """Make a report; a fact's value is a date, or the last part of an IRI behind `city/` and the like."""
    values = ((key, value if value[0].isdigit() else f"{BASE}{value}") for key, value in facts.items())
    event = EventProfile(key="e", type=type, label=type, name=name or None, facts=tuple(values), places=places)
    return to_features(event, {}, {}, {})


def meant(report: Features) -> str | None:
    return report.meeting.iri.rpartition("/")[2] if report.meeting else None


@pytest.mark.parametrize(
    ("report", "iri"),
    [
        (told(name="Third Meeting of the States Parties", startDate="2001-09"), "ottawa-msp-3"),
        (told(name="3MSP", concerns="treaty/ottawa"), "ottawa-msp-3"),
        (told(name="Third Meeting of States Parties", startDate="2012", city="city/oslo"), "ccm-msp-3"),
        (told(name="Nairobi Summit", startDate="2004-12"), "ottawa-rc-1"),
        (told(name="Review Conference of the Ottawa Convention", startDate="2004", city="city/nairobi"), "ottawa-rc-1"),
        (told(name="Livingstone Conference on Cluster Munitions", startDate="2008-05-19"), "ccm-livingstone"),
        (told(concerns="treaty/ccm", startDate="2011", city="city/beirut"), "ccm-msp-2"),
        (told(type="Meeting", startDate="2010-11-09", endDate="2010-11-12", city="city/vientiane"), "ccm-msp-1"),
    ],
)
def test_a_report_that_says_enough_means_one_conference(report: Features, iri: str) -> None:
    assert meant(report) == iri


@pytest.mark.parametrize(
    "report",
    [
        told(name="Third Meeting of the States Parties"),  # of which treaty?
        told(name="Third Meeting of the States Parties", startDate="2002-09", concerns="treaty/ottawa"),
        told(name="Third Meeting of the States Parties", startDate="2001-08"),
        told(name="Third Meeting of the States Parties", concerns="treaty/ottawa", city="city/lima"),
        told(name="Fourth Meeting of the States Parties", concerns="treaty/ottawa", startDate="2001-09"),
        told(name="Preparatory Meeting for the First Review Conference", startDate="2004", city="city/nairobi"),
        told(
            name="Regional Conference on Landmines", startDate="2001-09", city="city/managua", concerns="treaty/ottawa"
        ),
        told(type="Workshop", startDate="2001-09-18", endDate="2001-09-21", city="city/managua"),
        told(type="Meeting", startDate="2001-09", city="city/managua"),
        told(type="Meeting", startDate="2000-09", city="city/geneva", concerns="treaty/ottawa", places=(5,)),
    ],
)
def test_a_report_that_says_too_little_or_otherwise_means_none(report: Features) -> None:
    assert meant(report) is None


def test_what_can_mean_only_one_conference_is_one_occasion_however_it_is_named() -> None:
    one = told(name="First Review Conference", startDate="2004-11", city="city/nairobi")
    other = told(name="Nairobi Summit on a Mine-Free World", startDate="2004-12", concerns="treaty/ottawa")
    verdict = compare(one, other)
    assert verdict is not None
    assert verdict.score >= 550
    assert verdict.reasons[0] == "both can only be the First Review Conference of 2004"


def test_two_conferences_are_never_one() -> None:
    one = told(name="Seventh Meeting of the States Parties", concerns="treaty/ottawa")
    other = told(startDate="2007-11-18", endDate="2007-11-22", concerns="treaty/ottawa", country="country/JOR")
    assert (meant(one), meant(other)) == ("ottawa-msp-7", "ottawa-msp-8")
    assert exclude(one, other)
    assert compare(one, other) is None


# --- the list ------------------------------------------------------------------------------------


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=[iri.rpartition("/")[2] for iri in MEETINGS])
def test_a_conference_has_days_in_order_and_a_place_and_treaty_that_are_known(meeting: Meeting) -> None:
    assert meeting.extent.unit == "day"
    assert 0 <= meeting.extent.last - meeting.extent.first < 35
    assert meeting.treaty is None or meeting.treaty in find_reference(list_shipped()).names
    if meeting.city is not None:
        assert load_lexicon().entry(meeting.city).country == meeting.country


def test_a_series_goes_on_in_the_order_of_its_numbers() -> None:
    for iri, meeting in MEETINGS.items():
        series, _, number = iri.rpartition("-")
        if number.isdigit() and int(number) < 100:
            assert meeting.places == {int(number)}
            later = MEETINGS.get(f"{series}-{int(number) + 1}")
            assert later is None or later.extent.first > meeting.extent.last


def test_a_row_without_a_day_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resolution").mkdir()
    text = '<http://e.org/a> <http://www.w3.org/2000/01/rdf-schema#label> "Lima Conference" .'
    (tmp_path / "resolution" / "meetings.ttl").write_text(text, encoding="utf-8")
    monkeypatch.setattr(meeting_module, "folder", lambda _name: tmp_path)
    with pytest.raises(VocabularyError, match=r"meetings\.ttl: http://e\.org/a: no .*startDate"):
        meeting_module.index_meetings.__wrapped__()
