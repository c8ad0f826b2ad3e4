"""Editions told in a row of places and dates."""

import pytest
from told import facts, read


def _editions(text: str) -> list[tuple[str, str, str]]:
    return sorted((e.type, facts(e).get("city", ""), facts(e).get("startDate", "")) for e in read(text).events)


@pytest.mark.parametrize(
    "text",
    [
        "Workshops were held in Almaty in March 2007 and in Tbilisi in May 2008.",
        "Earlier workshops took place in Almaty (March 2007) and Tbilisi (May 2008).",
        "Two workshops, in Almaty in March 2007 and Tbilisi in May 2008, had been paid for by Norway.",
        "This is the third workshop of its kind, after Almaty in March 2007 and Tbilisi in May 2008.",
    ],
)
def test_each_edition_of_a_row_is_an_event_of_its_own(text: str) -> None:
    assert _editions(text) == [("Workshop", "city/almaty", "2007-03"), ("Workshop", "city/tbilisi", "2008-05")]


def test_similar_events_are_of_the_kind_of_the_one_at_hand() -> None:
    text = "The seminar opened on 3 May 2021. It follows similar events in Vienna in June 2014 and Bern in 2016."
    assert _editions(text)[1:] == [("Seminar", "city/bern", "2016"), ("Seminar", "city/vienna", "2014-06")]


def test_a_sequel_is_another_event_of_its_kind() -> None:
    text = "A workshop was held in Astana in 2005. A sequel in Almaty on 26-27 March 2007 drew 40 people."
    assert _editions(text) == [("Workshop", "city/almaty", "2007-03-26"), ("Workshop", "city/astana", "2005")]


@pytest.mark.parametrize(
    "text",
    [
        "No workshops were held in Almaty in 2007 and in Tbilisi in 2008.",
        "Mines were found in Almaty in 2007 and in Tbilisi in 2008.",
        "He worked on after Almaty in 2007 and Tbilisi in 2008.",
    ],
)
def test_a_row_of_places_and_dates_alone_tells_of_no_event(text: str) -> None:
    assert _editions(text) == []


def test_days_before_the_year_belong_to_each_edition() -> None:
    text = "They built on the summits in Washington, December 7-10, 1987, and in Moscow, from May 29 to June 2, 1988."
    assert _editions(text) == [
        ("Conference", "city/moscow", "1988-05-29"),
        ("Conference", "city/washington", "1987-12-07"),
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "A seminar opened in Riga on 3 May 2010. In September 2011 it was Vilnius's turn.",
            ("Seminar", "city/vilnius", "2011-09"),
        ),
        (
            "A seminar was held in Riga on 3 May 2010. Then came Vilnius, three days in September 2011.",
            ("Seminar", "city/vilnius", "2011-09"),
        ),
        (
            "A seminar was held in Riga on 3 May 2010. The 20th, on 23-25 May 2022, was still virtual.",
            ("Seminar", "", "2022-05-23"),
        ),
    ],
)
def test_the_turn_of_another_town_is_another_edition(text: str, second: tuple[str, str, str]) -> None:
    assert sorted(_editions(text)) == sorted([("Seminar", "city/riga", "2010-05-03"), second])


def test_the_first_of_its_kind_in_a_region_is_no_other_event() -> None:
    assert len(_editions("The workshop, the first in Central Asia, was held in Almaty on 3 May 2011.")) == 1


def test_a_gathering_of_a_body_is_told_by_its_number() -> None:
    """The Forum that met for the 47th time is an event; the Forum that wrote a letter is a body."""
    reading = read("The 47th Pacific Islands Forum was held in Suva on 8 September 2016. Fiji attended.")
    (event,) = reading.events
    assert (event.type, event.name) == ("Conference", "47th Pacific Islands Forum")
    assert read("The Pacific Islands Forum wrote to Fiji on 8 September 2016.").events == ()


def test_entries_of_a_chronology_have_the_day_and_place_that_head_them() -> None:
    """A full stop behind the day and the place parts them from nothing; what one entry tells is not of the others."""
    reading = read(
        "What was done before:\n\n"
        "  1999, January 11-12. Mexico City. Canada organised the seminar on stockpiles.\n"
        "  2000, November 6-7. Buenos Aires. Seminar on the destruction of mines.\n"
        "  2003, August 14-15. Lima. Third of the annual seminars; Chile was host.\n"
    )
    told = [facts(event) for event in reading.events]
    assert [(fact["startDate"], fact["endDate"], fact["city"]) for fact in told] == [
        ("1999-01-11", "1999-01-12", "city/mexico-city"),
        ("2000-11-06", "2000-11-07", "city/buenos-aires"),
        ("2003-08-14", "2003-08-15", "city/lima"),
    ]
    assert [[part.role for part in event.participations] for event in reading.events] == [["Organizer"], [], ["Host"]]


@pytest.mark.parametrize(
    "text",
    [
        "A workshop was held in Almaty in March 2007 to draft the guide and in Tbilisi in May 2008.",
        "Workshops began in Almaty in March 2007, were short of money for a year, and then in Tbilisi in May 2008.",
    ],
)
def test_a_verb_may_be_told_once_for_two_places(text: str) -> None:
    assert ("Workshop", "city/tbilisi", "2008-05") in _editions(text)


def test_those_who_met_twice_held_two_meetings() -> None:
    text = "Experts of Peru met in Lima in May 2007 to draft the text, and once more in Bern on 3 June 2008."
    assert _editions(text) == [("Meeting", "city/bern", "2008-06-03"), ("Meeting", "city/lima", "2007-05")]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "The first seminar was held in Riga on 3 May 2010. Peru held the second in Lima from 4 to 6 June 2011.",
            "Lima",
        ),
        (
            "The first seminar was held in Riga on 3 May 2010. The second brought 40 people to Lima on 4 June 2011.",
            "Lima",
        ),
        ("Seminars were held, the first in Riga on 3 May 2010 and the second in Lima on 4 June 2011.", "Lima"),
        ("The first seminar was held in Riga on 3 May 2010. The second opens in Lima on 4 June 2011.", "Lima"),
        ("Two seminars came of it: Peru ran the first of the seminars in Lima on 4 June 2011.", "Lima"),
        ("The second of the two seminars was held in Lima on 4 June 2011.", "Lima"),
        ("The number of seminars grew. Number two met in Lima on 4 June 2011.", "Lima"),
    ],
)
def test_an_edition_may_be_told_by_its_number_alone(text: str, second: str) -> None:
    assert ("Seminar", f"city/{second.lower()}", "2011-06-04") in _editions(text)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was discussed at a seminar in Riga on 3 May 2010. Peru was the second in Latin America to ratify.",
        "Seminars were held. The first to arrive in Lima on 4 June 2011 was Ana Silva.",
        "A bulletin tells of the seminars. No. 3, Lima, 4 June 2011.",
    ],
)
def test_a_number_alone_tells_of_no_edition_without_a_verb_or_a_series(text: str) -> None:
    assert not any(place == "city/lima" for _, place, _ in _editions(text))


@pytest.mark.parametrize(
    "entries",
    [
        ("No. 1, Lima, 3-5 May 2009: hosted by Peru", "No. 2, Quito, 4 June 2010"),
        ("First: Lima, 3-5 May 2009", "Second: Quito, 4 June 2010"),
        ("Lima, 3-5 May 2009 (hosted by Peru)", "Quito, 4 June 2010"),
        ("3-5 May 2009, Lima", "4 June 2010, Quito"),
    ],
)
def test_entries_of_a_list_are_editions_of_the_series_that_heads_it(entries: tuple[str, ...]) -> None:
    text = "The network has held these seminars:\n\n" + "".join(f"- {entry}\n" for entry in entries)
    assert _editions(text) == [("Seminar", "city/lima", "2009-05-03"), ("Seminar", "city/quito", "2010-06-04")]


def test_a_list_below_no_series_tells_of_no_event() -> None:
    assert _editions("The network has offices:\n\n- Lima, 3-5 May 2009\n- Quito, 4 June 2010\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "It was prepared at two meetings in Lima, on 5 May 2015 and on 24 June 2015.",
        "Peru ran two meetings for experts in Lima: in French on 5 May 2015, in English on 24 June 2015.",
    ],
)
def test_several_days_of_one_plural_are_as_many_events(text: str) -> None:
    assert [day for _, _, day in _editions(text)] == ["2015-05-05", "2015-06-24"]


def test_days_of_one_plural_share_its_town() -> None:
    text = "It was prepared at two meetings in Lima, on 5 May 2015 and on 24 June 2015."
    assert {place for _, place, _ in _editions(text)} == {"city/lima"}


def test_those_who_met_several_times_held_as_many_meetings() -> None:
    text = "The group met twice: in Lima on 3 May 2010 and in Quito from 4 to 6 June 2010."
    assert _editions(text) == [("Meeting", "city/lima", "2010-05-03"), ("Meeting", "city/quito", "2010-06-04")]


def test_entries_headed_by_place_and_day_make_a_chronicle() -> None:
    text = (
        "The network has held three workshops since then.\n\n"
        "First try, Bern, 5-7 May 2004. Forty people were there.\n\n"
        "Second try, Riga, 13 June 2005, together with Peru.\n\n"
        "9 July 2006, Lima. Chile and Peru sign a declaration."
    )
    assert [(kind, day) for kind, _, day in _editions(text)] == [
        ("Ceremony", "2006-07-09"),
        ("Workshop", "2004-05-05"),
        ("Workshop", "2005-06-13"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lima, 4 May 2004. Peru is content.\n\nThe minister said no more.",
        "Lima, 4 May 2004\n\nLima, 4 May 2004. Peru is content.",
        "May 2004, Lima: Peru is content.\n\nJune 2004, Riga: Latvia is content.",
    ],
)
def test_a_dateline_is_no_event(text: str) -> None:
    assert _editions(text) == []


def test_the_parts_of_a_row_may_say_more_of_each_edition() -> None:
    text = (
        "Three meetings are planned: Riga, 4 May 2010, where rules are drawn up; and Lima, 6 June 2010, to adopt them."
    )
    assert _editions(text) == [("Meeting", "city/lima", "2010-06-06"), ("Meeting", "city/riga", "2010-05-04")]


def test_meetings_of_states_parties_are_several() -> None:
    text = "Meetings of States Parties have been held in Lima (May 2010), Riga (June 2011) and Bern (July 2012)."
    assert len(_editions(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Riga in May 2010, in Lima in June 2011 and in Bern in July 2012.",
        "Stations on the way: Riga (May 2010), Lima (June 2011), Bern (July 2012).",
    ],
)
def test_each_part_of_a_row_behind_a_verb_is_a_meeting(text: str) -> None:
    assert _editions(text) == [
        ("Meeting", "city/bern", "2012-07"),
        ("Meeting", "city/lima", "2011-06"),
        ("Meeting", "city/riga", "2010-05"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        "The second, also in Lima, began on 4 June 2011.",
        "The second (4 June 2011, Lima): Peru led it.",
        "The largest of all was in Lima, on 4 June 2011.",
    ],
)
def test_one_of_a_series_may_be_told_with_words_between(second: str) -> None:
    text = f"A seminar was held in Bern on 3 May 2010. {second}"
    assert _editions(text) == [("Seminar", "city/bern", "2010-05-03"), ("Seminar", "city/lima", "2011-06-04")]


def test_who_was_the_first_in_a_region_held_no_event() -> None:
    text = "A seminar was held in Bern on 3 May 2010. Peru was the first in Lima on 4 June 2011 to agree."
    assert _editions(text) == [("Seminar", "city/bern", "2010-05-03")]


def test_rows_of_a_table_and_sentences_of_place_and_day_make_a_chronicle() -> None:
    table = (
        "The minister told how it went.\n\n- 3 May 2010, Riga common agenda\n- 4 June 2011, Lima fourteen principles\n"
    )
    told = "The minister told how it went. Riga, 3 May 2010. Good will. Lima, 4 June 2011. The map of the border."
    for text in (table, told):
        assert [row[1:] for row in _editions(text)] == [("city/lima", "2011-06-04"), ("city/riga", "2010-05-03")]


def test_two_events_whose_days_are_told_together_are_two() -> None:
    text = "Two preparatory meetings took place in Geneva in 2019, on 24 May and 18 September."
    found = [("Meeting", "city/geneva", "2019-05-24"), ("Meeting", "city/geneva", "2019-09-18")]
    assert _editions(text) == found


def test_a_series_began_with_an_edition() -> None:
    text = "The Vienna conference of May 2014 was the third. The series began in Oslo (4 and 5 March 2013, 127 States)."
    assert _editions(text)[0] == ("Conference", "city/oslo", "2013-03-04")


def test_work_that_is_continued_in_towns_is_a_row_of_meetings() -> None:
    text = "The work was carried forward in Lima in May 2003 and in Vienna in December 2003."
    assert _editions(text) == [("Meeting", "city/lima", "2003-05"), ("Meeting", "city/vienna", "2003-12")]


def test_an_entry_of_a_list_is_headed_by_place_and_day() -> None:
    head = "NOTE\n\nMilestones\n\n- Lima, 14 January 1994. Presidents Rojas and Vega met and issued a statement.\n\n"
    text = head + "- Quito, 22 November 1994. President Ana Rojas was received by President Luis Vega."
    assert _editions(text) == [("Meeting", "city/lima", "1994-01-14"), ("Meeting", "city/quito", "1994-11-22")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The panel met in Oslo in May 1999 and again in June 2000.", [("oslo", "1999-05"), ("oslo", "2000-06")]),
        (
            "The text was discussed in Oslo in May 1999 and in Bern in June 2000.",
            [("bern", "2000-06"), ("oslo", "1999-05")],
        ),
        (
            "The board met in Oslo on 3 May 1999, again in Bern on 4 June 1999 and finally in Lima on 5 July 1999.",
            [("bern", "1999-06-04"), ("lima", "1999-07-05"), ("oslo", "1999-05-03")],
        ),
    ],
)
def test_a_verb_told_once_stands_for_each_place_and_day(text: str, days: list[tuple[str, str]]) -> None:
    assert _editions(text) == [("Meeting", f"city/{city}", day) for city, day in days]


def test_those_that_followed_are_events_of_the_kind_named_before() -> None:
    text = "The seminar in Lima on 4 May 2003 was followed by those in Quito (June 2003) and La Paz (July 2003)."
    assert [city for _, city, _ in _editions(text)] == ["city/la-paz", "city/lima", "city/quito"]


def test_entries_of_a_diary_tell_of_events_whatever_these_are_called() -> None:
    text = (
        "Peace Link, 5 March 2010\n\nMembers came and went.\n\nDATES AHEAD\n\n"
        "12 April: Vientiane. Survivors and friends.\nArms Week, Paris, 14-18 June.\n\n"
        "OBITUARY\n\nAnn Lee, Lima, 3 May.\n"
    )
    assert _editions(text) == [
        ("Conference", "city/paris", "2010-06-14"),
        ("Conference", "city/vientiane", "2010-04-12"),
    ]


def test_each_host_of_a_series_may_have_its_place_and_day_in_brackets() -> None:
    hosts = "Peru (Lima, May 2007), Austria (Vienna, June 2007) and Chad (N'Djamena, July 2007)"
    text = f"Further meetings were hosted by {hosts}."
    assert _editions(text) == [
        ("Meeting", "city/lima", "2007-05"),
        ("Meeting", "city/n-djamena", "2007-07"),
        ("Meeting", "city/vienna", "2007-06"),
    ]
    assert {part.role for event in read(text).events for part in event.participations} == {"Host"}


@pytest.mark.parametrize(
    "text",
    [
        "The conference in Rome on 4 June 2013 was the fourth, the largest gathering since Oslo in 2011.",
        "This was the third conference, in Rome on 4 June 2013, after Oslo (2011).",
    ],
)
def test_an_event_may_be_counted_from_an_earlier_one(text: str) -> None:
    assert "city/oslo" in {city for _, city, _ in _editions(text)}


def test_the_last_time_that_a_group_met_is_one_of_its_meetings() -> None:
    text = "The drafters had met five times under Ana Lima, the last time in Suva in June 1985."
    assert _editions(text) == [("Meeting", "city/suva", "1985-06")]


def test_in_another_town_where_he_met_somebody_is_a_meeting_there() -> None:
    text = "The Minister held talks in Cairo on 4 June 2013, and in Amman two days later, where he met Mr Omar Haddad."
    assert _editions(text) == [("Meeting", "city/amman", "2013-06-06"), ("Meeting", "city/cairo", "2013-06-04")]
