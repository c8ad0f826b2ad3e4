"""How many people and countries came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import facts, only

from kg.extract.events.headcount import HeadCount, find_head_counts, read_number
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words


def counts(text: str) -> list[tuple[int, str]]:
    found: list[HeadCount] = find_head_counts(cut_words(text, find_blocks(text)))
    return [(count.number, count.counted) for count in found]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("forty", 40),
        ("seventy-two", 72),
        ("two dozen", 24),
        ("two hundred", 200),
        ("a few", None),
    ],
)
def test_numbers_in_figures_and_words(words: str, number: int | None) -> None:
    assert read_number(words) == number


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_reads_back_with_and_without_commas(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("About 60 experts came.", [(60, "attendeeCount")]),
        ("Forty officers came.", [(40, "attendeeCount")]),
        ("Delegates from 31 countries came.", [(31, "attendeeCountryCount")]),
        (
            "More than 100 participants from over 30 States came.",
            [(100, "attendeeCount"), (30, "attendeeCountryCount")],
        ),
    ],
)
def test_people_and_countries_are_counted(text: str, found: list[tuple[int, str]]) -> None:
    assert counts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mines killed 12 people.",
        "The 164 States Parties agreed.",
        "In 2010 participants were few.",
        "30 countries have ratified the text.",
        "One expert came.",
        "Delegates from 164 countries were invited.",
    ],
)
def test_what_counts_no_guests_is_left_out(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "people", "countries"),
    [
        ("A workshop in Lima on 4 June 2013 brought together about 60 experts.", "60", None),
        ("Seventy-two participants from two dozen countries attended a workshop in Lima in 2013.", "72", "24"),
        ("Representatives of 31 States took part in a workshop in Lima on 4 June 2013.", None, "31"),
        ("A workshop was held in Lima in 2013. The workshop drew 40 officers from 12 countries.", "40", "12"),
        ("40 deminers graduated from a course in Juba on 4 June 2013.", "40", None),
        ("A workshop was held in Lima in 2013 with 25 participants, including 5 women.", "25", None),
        ("Peru held a workshop in Lima on 4 June 2013; fifteen States of the coast took part.", None, "15"),
        ("A workshop was held in Lima in 2013. Delegations had come from more than 17 countries.", None, "17"),
        ("A workshop was held in Lima in 2013. Twelve States.", None, "12"),
    ],
)
def test_counts_go_to_the_event(text: str, people: str | None, countries: str | None) -> None:
    found = facts(only(text))
    assert (found.get("attendeeCount"), found.get("attendeeCountryCount")) == (people, countries)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 1 April thirty-nine African States met.", [(39, "attendeeCountryCount")]),
        ("In 2012 four experts came.", [(4, "attendeeCount")]),
        ("The 100-odd participants came.", [(100, "attendeeCount")]),
    ],
)
def test_a_date_before_a_number_does_not_hide_it(text: str, found: list[tuple[int, str]]) -> None:
    assert counts(text) == found


@pytest.mark.parametrize(
    ("more", "people"),
    [("It was attended by forty officers.", "40"), ("Kenya had forty officers there.", None)],
)
def test_those_whom_one_guest_brought_are_not_all_who_came(more: str, people: str | None) -> None:
    assert facts(only(f"A workshop was held in Lima on 4 June 2013. {more}")).get("attendeeCount") == people


def test_a_pronoun_says_who_came_from_how_many_countries_and_how_long_it_lasted() -> None:
    event = only(
        "A seminar opened in Lima on 4 June 2013. It runs for three days. It was attended by 34 experts from 19 States."
    )
    found = facts(event)
    assert (found["attendeeCount"], found["attendeeCountryCount"]) == ("34", "19")
    assert found["endDate"] == "2013-06-06"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ninety-four States Parties took part.", "94"),
        ("It was attended by 94 States Parties.", "94"),
        ("There are 94 States Parties.", None),
        ("In all 94 States Parties, including Kenya, are bound.", None),
    ],
)
def test_states_parties_are_counted_where_they_came(text: str, count: str | None) -> None:
    event = only(f"The conference was held in Lima on 3 May 2010. {text}")
    assert facts(event).get("attendeeCountryCount") == count


def test_some_of_the_then_many_are_counted() -> None:
    text = "A conference took place in Lima on 4 June 2013. Seventy-eight of the then 118 States Parties took part."
    assert facts(only(text))["attendeeCountryCount"] == "78"


@pytest.mark.parametrize(
    ("text", "property_", "number"),
    [
        (
            "A workshop was held in Lima on 4 June 2013. Over forty governments sent people.",
            "attendeeCountryCount",
            "40",
        ),
        (
            "A seminar opened in Lima on 4 June 2013. By one count, 60 people from 12 countries filled the hall.",
            "attendeeCount",
            "60",
        ),
        (
            "Nearly 30 experts of the army gathered for the seminar on stocks held in Lima on 4 June 2013.",
            "attendeeCount",
            "30",
        ),
        ("Twelve veterans have finished a course on clearance in Lima.", "attendeeCount", "12"),
    ],
)
def test_those_who_came_are_counted_in_many_words(text: str, property_: str, number: str) -> None:
    assert facts(only(text))[property_] == number


@pytest.mark.parametrize(
    ("sentence", "name", "number"),
    [
        ("About 60 nurses and 25 pupils took part.", "attendeeCount", "85"),
        ("Thirty-one States Parties and eleven observer States took part.", "attendeeCountryCount", "42"),
        ("Of the 18 countries attending the workshop, Togo spoke.", "attendeeCountryCount", "18"),
        ("Some 90 citizens came.", "attendeeCount", "90"),
    ],
)
def test_those_who_came_are_added_up(sentence: str, name: str, number: str) -> None:
    assert facts(only(f"A workshop was held in Lima on 4 June 2013. {sentence}"))[name] == number


@pytest.mark.parametrize(
    "sentence",
    [
        "A delegation of 40 pupils had come over from Chad.",
        "The workshop was run by a team of nine instructors.",
    ],
)
def test_envoys_and_teachers_are_not_all_who_came(sentence: str) -> None:
    assert "attendeeCount" not in facts(only(f"A workshop was held in Lima on 4 June 2013. {sentence}"))


def test_two_kinds_of_officers_are_counted_as_one() -> None:
    event = only("Peru ran a course for 17 Chadian police and army officers in Lima on 4 June 2013.")
    assert facts(event)["attendeeCount"] == "17"


def test_those_with_whom_one_state_takes_part_are_not_all_who_came() -> None:
    event = only("Finland will take part with three experts in the seminar in Rome on 4 June 2013.")
    assert "attendeeCount" not in facts(event)
