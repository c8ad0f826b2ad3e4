"""Status over time: what follows from signatures, deposits, entries into force and withdrawals."""

from functools import lru_cache

import pytest

from kg.errors import VocabularyError
from kg.graph.rule import Delay, Period, Rule
from kg.graph.standing import Act, Record, find_changes

OTTAWA = Rule(entry_into_force="1999-03-01", delay=Delay(months=6), first_of_month=True, notice=Delay(months=6))
NOT_IN_FORCE = Rule()


@lru_cache
def shipped() -> Record:
    return Record.from_files()


def treaty(slug: str) -> str:
    return f"https://w3id.org/accession-kg/treaty/{slug}"


def state(code: str) -> str:
    return f"https://w3id.org/accession-kg/state/{code}"


def changes(rule: Rule, *acts: tuple[str, str] | tuple[str, str, str]) -> list[tuple[str, str]]:
    listed = [Act(type=act[0], date=act[1], effective=act[2] if len(act) > 2 else None) for act in acts]
    return [(change.period.to_iso(), change.standing) for change in find_changes(listed, rule)]


def test_a_signatory_becomes_a_party_when_the_rule_says_so() -> None:
    found = changes(OTTAWA, ("Signature", "1999-02-26"), ("Ratification", "2003-05-12"))
    assert found == [("1999-02-26", "signatory"), ("2003-05-12", "bound"), ("2003-11-01", "state_party")]


def test_an_entry_into_force_that_the_record_states_outweighs_the_rule() -> None:
    assert changes(OTTAWA, ("Succession", "2011-11-11"), ("EntryIntoForce", "2011-07-09")) == [
        ("2011-07-09", "state_party")
    ]


def test_a_party_that_gives_notice_stays_one_until_the_effect() -> None:
    found = changes(OTTAWA, ("Accession", "2005-07-01"), ("Withdrawal", "2025-06-27", "2025-12-27"))
    assert found[-2:] == [("2025-06-27", "leaving"), ("2025-12-27", "withdrawn")]


def test_the_treatys_time_of_notice_serves_where_no_effect_is_stated() -> None:
    assert changes(OTTAWA, ("Accession", "2005-07-01"), ("Withdrawal", "2025-06-27"))[-1] == ("2025-12-27", "withdrawn")


def test_a_ratification_taken_back_before_entry_into_force_leaves_a_signatory() -> None:
    found = changes(
        NOT_IN_FORCE, ("Signature", "1996-09-24"), ("Ratification", "2000-06-30"), ("Withdrawal", "2023-11-03")
    )
    assert found == [("1996-09-24", "signatory"), ("2000-06-30", "bound"), ("2023-11-03", "signatory")]


def test_a_revocation_leaves_a_signatory_whether_or_not_the_treaty_is_in_force() -> None:
    acts = ("Signature", "1998-09-24"), ("Ratification", "2000-06-30"), ("Revocation", "2003-11-03")
    assert changes(OTTAWA, *acts)[-1] == changes(NOT_IN_FORCE, *acts)[-1] == ("2003-11-03", "signatory")


def test_one_who_comes_back_is_a_party_again() -> None:
    found = changes(OTTAWA, ("Accession", "2001-01-10"), ("Withdrawal", "2005-01-01"), ("Accession", "2010-01-10"))
    assert [standing for _, standing in found] == [
        "bound",
        "state_party",
        "leaving",
        "withdrawn",
        "bound",
        "state_party",
    ]


def test_a_signature_after_consent_changes_nothing() -> None:
    assert changes(OTTAWA, ("Accession", "1999-06-01"), ("Signature", "1999-07-01"))[-1] == (
        "1999-12-01",
        "state_party",
    )


@pytest.mark.parametrize(
    ("rule", "deposit", "begin"),
    [
        (OTTAWA, "2002-09-11", "2003-03-01"),
        (OTTAWA, "1998-12-31", "1999-06-01"),
        (OTTAWA, "1998-03", "1999-03-01"),
        (Rule(entry_into_force="2014-12-24", delay=Delay(days=90), together=True), "2014-12-16", "2014-12-24"),
        (Rule(entry_into_force="2014-12-24", delay=Delay(days=90), together=True), "2015-01-30", "2015-04-30"),
        (Rule(entry_into_force="2021-01-22", delay=Delay(days=90)), "2020-12-11", "2021-03-11"),
        (Rule(entry_into_force="1983-12-02", delay=Delay(months=6)), "2010-08-31", "2011-02-28"),
        (Rule(entry_into_force="1975-03-26"), "1975", "1975"),
        (Rule(entry_into_force="1975-03-26"), "1973", "1975-03-26"),
    ],
)
def test_each_kind_of_rule_counts_as_its_treaty_does(rule: Rule, deposit: str, begin: str) -> None:
    bound = rule.binds(Period.from_iso(deposit))
    assert bound is not None
    assert bound.to_iso() == begin


@pytest.mark.parametrize("text", ["1999-2", "2001-02-30", "soon", "", "1999-01-01T00:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.from_iso(text)


def test_a_delay_in_hours_is_refused() -> None:
    with pytest.raises(VocabularyError, match="P6M or P90D"):
        Delay.from_iso("PT3H")


@pytest.mark.parametrize(
    ("slug", "day", "parties"),
    [
        ("ottawa", "1999-02-28", 0),
        ("ottawa", "2018-06-01", 164),
        ("ottawa", "2020-01-01", 164),
        ("ottawa", "2024-12-31", 164),
        ("ottawa", "2025-12-10", 166),
        ("ottawa", "2026-02-03", 162),
        ("ottawa", "2026-02-20", 161),
        ("ccm", "2024-06-01", 112),
        ("ccm", "2025-06-01", 111),
        ("ccw", "2026-02-03", 128),
        ("ccw-ap2", "2026-02-03", 107),
        ("ccw-p5", "2026-02-03", 99),
        ("att", "2026-02-03", 117),
        ("cwc", "2026-02-03", 193),
        ("ctbt", "2026-02-03", 0),
        ("tpnw", "2026-02-03", 74),
        ("bwc", "2024-07-31", 187),
        ("bwc", "2025-05-31", 189),
    ],
)
def test_the_parties_of_a_treaty_are_as_many_as_published(slug: str, day: str, parties: int) -> None:
    assert shipped().parties(treaty(slug), day) == parties


@pytest.mark.parametrize(
    ("slug", "day", "consents"),
    [
        ("ottawa", "2012-12-31", 161),
        ("ottawa", "2014-12-31", 162),
        ("ottawa", "2017-12-31", 164),
        ("ottawa", "2025-07-01", 166),
        ("ccm", "2014-03-31", 84),
        ("ccm", "2016-08-31", 100),
        ("ccm", "2022-08-31", 110),
        ("ccm", "2023-12-31", 112),
        ("ccm", "2025-06-01", 111),
        ("ccm", "2025-09-30", 112),
        ("ctbt", "2026-02-03", 178),
    ],
)
def test_deposits_are_as_many_as_the_depositary_printed(slug: str, day: str, consents: int) -> None:
    assert shipped().consents(treaty(slug), day) == consents


@pytest.mark.parametrize(
    ("code", "slug", "day", "status", "since"),
    [
        ("AFG", "ottawa", "2003-02-28", "none", None),
        ("AFG", "ottawa", "2003-03-01", "state_party", "2003-03-01"),
        ("LTU", "ccm", "2025-03-05", "state_party", "2011-09-01"),
        ("LTU", "ccm", "2025-03-06", "withdrawn", "2025-03-06"),
        ("POL", "ottawa", "2026-02-19", "state_party", "2013-06-01"),
        ("RUS", "ctbt", "2010-01-01", "signatory", "1996-09-24"),
        ("RUS", "ctbt", "2025-01-01", "signatory", "1996-09-24"),
        ("MNE", "ctbt", "2010-01-01", "signatory", "2006-10-23"),
        ("UKR", "ottawa", "2025-12-31", "state_party", "2006-06-01"),
        ("USA", "att", "2025-01-01", "signatory", "2013-09-25"),
        ("SSD", "ottawa", "2011-08-01", "state_party", "2011-07-09"),
        ("KAZ", "ottawa", "2007-03-26", "none", None),
        ("SDN", "bwc", "2003-12-30", "none", None),
        ("SDN", "bwc", "2003", "state_party", "2003"),
    ],
)
def test_a_states_status_on_a_day(code: str, slug: str, day: str, status: str, since: str | None) -> None:
    record = shipped()
    assert record.status(state(code), treaty(slug), day) == status
    assert record.since(state(code), treaty(slug), day) == since


def test_what_a_date_known_in_part_leaves_open_is_possible_either_way() -> None:
    assert shipped().possible(state("SDN"), treaty("bwc"), "2003-06-15") == {"none", "state_party"}


def test_intervals_follow_one_another_from_the_beginning_to_today() -> None:
    intervals = shipped().intervals(state("LTU"), treaty("ottawa"))
    assert [(i.first, i.last, i.standing, i.status) for i in intervals] == [
        (None, "1999-02-25", "none", "none"),
        ("1999-02-26", "2003-05-11", "signatory", "signatory"),
        ("2003-05-12", "2003-10-31", "bound", "signatory"),
        ("2003-11-01", "2025-06-26", "state_party", "state_party"),
        ("2025-06-27", "2025-12-26", "leaving", "state_party"),
        ("2025-12-27", None, "withdrawn", "withdrawn"),
    ]


def test_a_state_that_never_did_anything_stands_nowhere() -> None:
    assert [(i.first, i.last, i.status) for i in shipped().intervals(state("KAZ"), treaty("ottawa"))] == [
        (None, None, "none")
    ]


def test_the_rules_give_every_entry_into_force_that_the_record_states() -> None:
    """South Sudan alone differs: its succession reaches back to its independence."""
    record = shipped()
    stated = {pair: acts for pair, acts in record.acts.items() if any(act.type == "EntryIntoForce" for act in acts)}
    assert len(stated) > 400
    by_rule = {
        pair: find_changes([act for act in acts if act.type != "EntryIntoForce"], record.rules[pair[1]])
        for pair, acts in stated.items()
    }
    assert [pair for pair in stated if by_rule[pair] != record.changes[pair]] == [(state("SSD"), treaty("ottawa"))]


def test_every_treaty_of_the_record_has_actions_and_every_action_a_known_state() -> None:
    record = shipped()
    assert {treaty for _, treaty in record.acts} == set(record.treaties)
    assert {state for state, _ in record.acts} <= set(record.states)
