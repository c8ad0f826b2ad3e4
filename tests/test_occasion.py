"""The values that come of an occasion: whether it was held, and from when to when."""

import pytest
from told import facts, only

from kg.extract.dates.dates import DateMention
from kg.extract.events.occasion import Occasion, add_date, complete, settle_status, shift
from kg.model import Span


def occasion(*, days: int | None = None) -> Occasion:
    return Occasion(type="Workshop", noun="workshop", section=0, heading=False, mentions=[Span(0, 5)], days=days)


def day(first: str, last: str | None = None) -> DateMention:
    return DateMention(begin=6, end=9, first=first, last=last or first, inferred=False, kind="day")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A workshop was held in Lima on 4 June 2013.", "Held"),
        ("A workshop will be held in Lima on 4 June 2013.", "Planned"),
        ("A workshop is to take place in Lima on 4 June 2013.", "Planned"),
        ("The workshop planned for 4 June 2013 in Lima has been postponed.", "Postponed"),
        ("The workshop due to be held in Lima on 4 June 2013 was cancelled.", "Cancelled"),
        ("The workshop that was to be held in Lima on 4 June 2013 failed to take place.", "Cancelled"),
        ("The planned seminar in Lima on 4 June 2013 never took place.", "Cancelled"),
    ],
)
def test_planned_held_postponed_and_cancelled_are_told_apart(text: str, status: str) -> None:
    assert facts(only(text))["eventStatus"] == status


@pytest.mark.parametrize(
    ("issued", "status"), [("2013-05-01", "Planned"), ("2013-06-04", "Held"), ("2014", "Held"), ("2012", "Planned")]
)
def test_the_day_of_issue_decides_between_planned_and_held(issued: str, status: str) -> None:
    begun = occasion()
    add_date(begun, day("2013-06-04"), Span(6, 9), "")
    assert settle_status(begun, issued) == status


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A workshop was held in Lima on 4 June 2013.", "2013-06-04", "2013-06-04"),
        ("A workshop was held in Lima on 4-6 June 2013.", "2013-06-04", "2013-06-06"),
        ("A workshop was held in Lima from 30 May to 2 June 2013.", "2013-05-30", "2013-06-02"),
        ("A workshop was held in Lima on 28 and 29 November 2013.", "2013-11-28", "2013-11-29"),
        ("A workshop was held in Lima in June 2013.", "2013-06", "2013-06"),
        ("A workshop was held in Lima in 2013.", "2013", "2013"),
        ("A workshop opened in Lima on Tuesday, 4 June 2013.", "2013-06-04", None),
        ("A seminar wrapped up in Lima on 6 June 2013.", None, "2013-06-06"),
        ("The course opens on 4 June 2013 in Lima and closes on 8 June 2013.", "2013-06-04", "2013-06-08"),
        ("The conference opened in Vienna on 4 June 2013 and ended on 6 June.", "2013-06-04", "2013-06-06"),
        ("The two-day workshop began in Lima on 4 June 2013.", "2013-06-04", "2013-06-05"),
        ("The three-day workshop ended in Lima on 6 June 2013.", "2013-06-04", "2013-06-06"),
        ("A meeting ended in Lima on 6 June 2013. The two-day meeting heard Kenya.", "2013-06-05", "2013-06-06"),
        ("A week-long course began in Juba on 3 June 2013.", "2013-06-03", "2013-06-09"),
    ],
)
def test_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    found = facts(only(text))
    assert (found.get("startDate"), found.get("endDate")) == (first, last)


def test_a_later_sentence_makes_a_date_more_exact() -> None:
    told = occasion()
    add_date(told, day("2013-06"), Span(6, 9), "")
    add_date(told, day("2013-06-04"), Span(10, 14), "")
    assert (told.first, told.last) == ("2013-06-04", "2013-06-04")


def test_the_first_date_stays_where_another_differs() -> None:
    told = occasion()
    add_date(told, day("2013-06-04"), Span(6, 9), "")
    add_date(told, day("2013-06-11"), Span(10, 14), "")
    assert told.first == "2013-06-04"


def test_the_last_day_follows_from_the_length() -> None:
    told = occasion(days=3)
    add_date(told, day("2013-06-04"), Span(6, 9), "begin")
    complete(told)
    assert told.last == "2013-06-06"


def test_what_was_only_online_has_no_place() -> None:
    told = occasion()
    told.city, told.online = "city", Span(0, 5)
    complete(told)
    assert told.city is None


@pytest.mark.parametrize(("days", "then"), [(1, "2012-02-29"), (2, "2012-03-01"), (-28, "2012-01-31")])
def test_days_are_counted_over_months(days: int, then: str) -> None:
    assert shift("2012-02-28", days) == then


def test_a_meeting_ends_on_the_day_it_was_held() -> None:
    told = facts(only("At the end of their meeting in Lima on 12 May 1986 the ministers of Peru and Chad spoke."))
    assert (told["startDate"], told["endDate"]) == ("1986-05-12", "1986-05-12")


def test_what_is_to_come_on_the_day_of_issue_is_planned() -> None:
    text = "Lima, 4 June 2013\n\nThe President will host a banquet and a seminar in Lima this evening."
    assert facts(only(text))["eventStatus"] == "Planned"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The ministers held a seminar on verification in Moscow on 4 June 1988.", "country/SUN"),
        ("The ministers held a seminar on verification in Moscow on 4 June 1998.", "country/RUS"),
        ("The ministers held a seminar on verification in Kiev in 1990.", "country/SUN"),
        ("The ministers held a seminar on verification in Moscow in 1991.", "country/RUS"),
        ("The ministers held a seminar on verification in Prague on 4 June 1988.", "country/CSK"),
        ("Moscow, 4 June 1988\n\nThe ministers will hold a seminar in Moscow.", "country/SUN"),
    ],
)
def test_a_city_lies_in_the_country_that_it_belonged_to_then(text: str, country: str) -> None:
    assert facts(only(text))["country"] == country


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("for two days from 3 May 2005", "2005-05-03", "2005-05-04"),
        ("from 3. to 4. May 2005", "2005-05-03", "2005-05-04"),
        ("the day before yesterday", "2005-05-18", "2005-05-18"),
    ],
)
def test_days_told_by_length_with_points_or_from_today(when: str, first: str, last: str) -> None:
    told = facts(only(f"A workshop was held in Suva {when}.", issued="2005-05-20"))
    assert (told["startDate"], told["endDate"], told["city"]) == (first, last, "city/suva")
