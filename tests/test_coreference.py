"""Which events a text tells of, and which day and place is whose: whole passages, each with all of its events."""

import pytest
from told import facts, only, read, types

Row = tuple[str, str, str, str]


def rows(text: str, issued: str | None = None) -> list[Row]:
    """List the events of a text: kind, town (else country), first and last day."""
    told = ((event.type, facts(event)) for event in read(text, issued=issued).events)
    return [
        (
            kind,
            fact.get("city", fact.get("country", "")).rpartition("/")[2],
            fact.get("startDate", ""),
            fact.get("endDate", ""),
        )
        for kind, fact in told
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first exercise was held in Zadar in May 2011. Croatia was the host.\n\n"
            "The lesson was plain.\n\nThe second took place in Lviv from 9 to 13 October 2013.",
            [("Training", "zadar", "2011-05", "2011-05"), ("Training", "lviv", "2013-10-09", "2013-10-13")],
        ),
        (
            "The Third Review Conference is due in Geneva in April 2013. At the Second, from 7 to 18 April 2008, "
            "Peru was in the chair.",
            [("Conference", "geneva", "2013-04", "2013-04"), ("Conference", "", "2008-04-07", "2008-04-18")],
        ),
        (
            "A first seminar was convened by Canada in Ottawa from 12 to 14 February 1990, a second by Hungary in "
            "Budapest from 23 to 25 April 1990.",
            [("Seminar", "ottawa", "1990-02-12", "1990-02-14"), ("Seminar", "budapest", "1990-04-23", "1990-04-25")],
        ),
        (
            "The first workshop was held in Riga in May 2015. The last one in Oslo took place in June "
            "2017, and the one "
            "before that was held in Bern in March 2016.",
            [
                ("Workshop", "riga", "2015-05", "2015-05"),
                ("Workshop", "oslo", "2017-06", "2017-06"),
                ("Workshop", "bern", "2016-03", "2016-03"),
            ],
        ),
        (
            "The workshop was held in Manila in June 2009. The 2010 edition, in Bangkok, dealt with mines.",
            [("Workshop", "manila", "2009-06", "2009-06"), ("Workshop", "bangkok", "2010", "2010")],
        ),
        (
            "A training course was held in Lima on 3 May 2019. The follow-up, in Quito, in June 2019, "
            "drew fewer people.",
            [("Training", "lima", "2019-05-03", "2019-05-03"), ("Training", "quito", "2019-06", "2019-06")],
        ),
        (
            "Exercise followed exercise. The first exercise, BLUE SAND 1, was held in Oslo from 3 to 5 May 2010. "
            "BLUE SAND 2 brought 90 people to Riga from 7 to 9 June 2012.",
            [("Training", "oslo", "2010-05-03", "2010-05-05"), ("Training", "riga", "2012-06-07", "2012-06-09")],
        ),
        (
            "The States Parties first met in Lima in August 2015.\n\nThe conferences so far\n\n"
            "1st: Lima, Peru, 24-27 August 2015\n2nd: Geneva, 22-26 August 2016",
            [("Conference", "lima", "2015-08-24", "2015-08-27"), ("Conference", "geneva", "2016-08-22", "2016-08-26")],
        ),
    ],
)
def test_every_edition_of_a_series_is_an_event_of_its_own(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Meetings were held in July 2008, when Peru was in the chair, and in June 2010.",
            [("Meeting", "", "2008-07", "2008-07"), ("Meeting", "", "2010-06", "2010-06")],
        ),
        (
            "Two sessions of the committee come first, on 26 April 2016 and from 8 to 12 August 2016.",
            [("Meeting", "", "2016-04-26", "2016-04-26"), ("Meeting", "", "2016-08-08", "2016-08-12")],
        ),
        (
            "Norway brought the experts together twice in the Japanese city of Sapporo, in May 1999 and in April 2000.",
            [("Meeting", "sapporo", "1999-05", "1999-05"), ("Meeting", "sapporo", "2000-04", "2000-04")],
        ),
        (
            "The summit closed in Oslo on 1 April 2016. In between came Seoul (26-27 March 2012) and The Hague "
            "(24-25 March 2014).",
            [
                ("Conference", "oslo", "", "2016-04-01"),
                ("Conference", "seoul", "2012-03-26", "2012-03-27"),
                ("Conference", "hague", "2014-03-24", "2014-03-25"),
            ],
        ),
        (
            "Seminars in Oslo on 3 May 2011 and in Riga on 5 June 2012 followed. All of these took place "
            "behind closed doors.",
            [("Seminar", "oslo", "2011-05-03", "2011-05-03"), ("Seminar", "riga", "2012-06-05", "2012-06-05")],
        ),
    ],
)
def test_one_verb_or_noun_tells_of_several_events(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_training_seminar_may_be_called_a_seminar_afterwards() -> None:
    assert types("A training seminar on marking was held in Lima in May 2009. The seminar was long.") == ["Training"]
    assert len(types("A training seminar was held in Lima in May 2009. A seminar was held in Quito in June 2009.")) == 2


def test_a_place_told_afterwards_is_that_of_them_all() -> None:
    text = "Meetings were held in July 2008 and in June 2010. A seminar followed. All of these took place in Lima."
    assert {city for _, city, _, _ in rows(text)} == {"lima"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At their meeting, which Peru convened on 21 September 2016, the ministers spoke.", 1),
        ("The session which she led sat from 10 to 14 August 2015.", 1),
        ("Ministers opened the workshop in Rome on 3 May 2010. The experts sat around the table for two days.", 1),
        ("The text was adopted in Rome on 3 May 2010 after a long debate.", 0),
        ("The office was closed on the occasion of the holiday on 3 May 2010.", 0),
        ("Meeting in Rome on 3 May 2010, the sixth conference of the parties agreed on a text.", 1),
        ("A similar agreement with Peru was signed in 2001.", 0),
        ("The 19th Summit of the Association of Southeast Asian Nations (ASEAN) met in Bali on 17 May 2011. "
         "ASEAN will be chaired by Laos in 2012.", 1),
        ("The Eleventh Meeting of the States Parties (11MSP) opens in Lima on 28 November 2011. Those who wish to "
         "cover 11MSP should come by 19 November 2011.", 1),
        ("Peru and Chile have signed a memorandum in Lima on 3 May 2010 on the occasion of a ceremony.", 1),
    ],
)  # fmt: skip
def test_words_about_one_event_tell_of_no_other(text: str, expected: int) -> None:
    assert len(read(text).events) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministers endorsed the plan in Almaty on 28 February 1997; a conference in Tashkent followed on "
            "15 September 1997.",
            [("Conference", "tashkent", "1997-09-15", "1997-09-15")],
        ),
        (
            "The ceremony was held in Oslo, where a factory stood between 1949 and 1989.",
            [("Ceremony", "oslo", "", "")],
        ),
        (
            "The teams met in Rome on 3 May 2010 for an exercise. In June 2011 the same teams, trained "
            "for the exercise, "
            "received the refugees.",
            [("Training", "rome", "2010-05-03", "2010-05-03")],
        ),
        (
            "The seminar was held in Riga on 4 May 2010, the third of a series that Norway began in 2005.",
            [("Seminar", "riga", "2010-05-04", "2010-05-04")],
        ),
        (
            "On 4 May 2010 she will address a seminar on the Review Conference in Riga.",
            [("Seminar", "riga", "2010-05-04", "2010-05-04")],
        ),
        (
            "The declaration was adopted in Abuja on 14 June 2006 at a summit.",
            [("Conference", "abuja", "2006-06-14", "2006-06-14")],
        ),
        (
            "Peru was the host of the seminar. On 22 and 23 May 2013 some thirty States went through the "
            "treaty in Lima.",
            [("Seminar", "lima", "2013-05-22", "2013-05-23")],
        ),
        (
            "A congress on mines ended in Lima on 17 May 2006. Peru read out a message on the opening day, 7 May 2006.",
            [("Conference", "lima", "2006-05-07", "2006-05-17")],
        ),
        (
            "Peru joined in May 2010. Next is the Fourth Review Conference. Zambia will host it in Lusaka from 9 to "
            "13 September 2013.",
            [("Conference", "lusaka", "2013-09-09", "2013-09-13")],
        ),
        (
            "The workshop, which had first been announced for 4 May 2010, had to be moved to 27 May 2010.",
            [("Workshop", "", "2010-05-27", "2010-05-27")],
        ),
    ],
)
def test_a_day_and_a_place_go_to_the_event_that_they_are_said_of(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru and Chile put their names to the protocol on 6 May 2014. Bolivia signed it, too, at a short ceremony "
            "in Lima.",
            [("Ceremony", "lima", "2014-05-06", "2014-05-06")],
        ),
        (
            "The meeting opens in Lima on 28 November 2011. Peru will preside over the opening ceremony "
            "on 27 November 2011.",
            [("Meeting", "lima", "2011-11-28", ""), ("Ceremony", "lima", "2011-11-27", "2011-11-27")],
        ),
        (
            "The summit was held in Oslo from 3 to 5 May 2010. A briefing for the press followed on 4 May 2010.",
            [("Conference", "oslo", "2010-05-03", "2010-05-05"), ("Meeting", "oslo", "2010-05-04", "2010-05-04")],
        ),
        (
            "She flew home from Riga. The scene has moved to Lima. There the committee met on 8 February 1993.",
            [("Meeting", "lima", "1993-02-08", "1993-02-08")],
        ),
        (
            "New faces in Geneva\n\nThe seminar opens on 7 August 2018. A workshop was held on 21 June 2018.",
            [("Seminar", "geneva", "2018-08-07", ""), ("Workshop", "geneva", "2018-06-21", "2018-06-21")],
        ),
        (
            "WORKSHOP REPORT\n\nKingston, 24-26 February 2015\n\nSummary\n\nThis workshop brought officers together.",
            [("Workshop", "kingston", "2015-02-24", "2015-02-26")],
        ),
        (
            "A seminar on aid to victims was held at the Palais des Nations on 14 November 2006.",
            [("Seminar", "geneva", "2006-11-14", "2006-11-14")],
        ),
        (
            "Costa Rica is glad. The seminar opened in San José on 4 November 2014.",
            [("Seminar", "san-jose-cr", "2014-11-04", "")],
        ),
        (
            "A course takes place in Oslo on 5 December 2016. A meeting of the group will be held on the "
            "sidelines of the course.",
            [("Training", "oslo", "2016-12-05", "2016-12-05"), ("Meeting", "oslo", "2016-12-05", "2016-12-05")],
        ),
    ],
)
def test_what_one_sentence_says_of_day_and_place_holds_for_the_next(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_what_should_have_been_is_not_put_into_the_year_before() -> None:
    text = "The conference should have brought everyone to Geneva from 17 to 21 August."
    assert rows(text, "2020-07-14") == [("Conference", "geneva", "2020-08-17", "2020-08-21")]


def test_a_deadline_lends_its_year_to_no_later_date() -> None:
    text = "All are to join by 2015. In May of the previous year Ghana hosted a seminar in Accra."
    assert all("2014" not in row[2] for row in rows(text, "2013-06-10"))


def test_it_is_put_off() -> None:
    text = "A workshop was to open in Rome on 17 September 2001. It had to be put off because of the fighting."
    assert [facts(event)["eventStatus"].rpartition("/")[2] for event in read(text).events] == ["Postponed"]


def test_states_that_only_asked_for_something_are_no_head_count() -> None:
    text = "The conference was held in Geneva on 3 May 2006. Peru and twenty-five States pleaded for talks."
    assert "attendeeCountryCount" not in facts(read(text).events[0])


def test_who_brings_a_meeting_to_a_close_tells_its_last_day() -> None:
    event = only(
        "Peru brought the First Meeting of States Parties to a close in Lima on Friday 7 May 1999. Kenya was elected "
        "President of the Meeting on Monday 3 May 1999."
    )
    assert (facts(event)["startDate"], facts(event)["endDate"]) == ("1999-05-03", "1999-05-07")
    assert "Chair" in {part.role for part in event.participations}


@pytest.mark.parametrize(
    "text",
    [
        "Two days of discussion closed in Lima on 4 June 2013. The occasion was the First Meeting on Depots.",
        "Exercise Steel Storm, a two-day maritime exercise led by Peru, was held in Lima on 4 June 2013.",
        "The workshop took place in Lima on 4 June 2013. Will there be another workshop? Nobody knows.",
        "The conference took place in Lima on 4 June 2013. The last before the conference was Peru, on 9 May 2013.",
    ],
)
def test_one_event_is_told_in_two_ways_or_asked_after(text: str) -> None:
    assert facts(only(text))["city"] == "city/lima"


def test_what_was_done_was_done_at_the_meeting_held_not_at_the_one_to_come() -> None:
    held, planned = read(
        "The First Meeting of States Parties took place in Lima on 4 June 2013. The Second Meeting of States Parties "
        "will be held in Oslo in May 2015. The Meeting was chaired by Kenya."
    ).events
    assert ([p.role for p in held.participations], planned.participations) == (["Chair"], ())


def test_a_seminar_is_no_symposium() -> None:
    text = "The symposium took place in Lima on 4 June 2013. Some remember Oslo. That was a seminar, chaired by Kenya."
    assert types(text) == ["Symposium", "Seminar"]


def test_neither_a_mayors_town_nor_the_day_since_when_belongs_to_an_event() -> None:
    text = "Luis Vega, the Mayor of Quito, opened the fifth workshop since the initiative was announced in May 2003."
    assert {"city", "startDate"}.isdisjoint(facts(only(f"{text} It closed on 4 June 2013.")))


def test_the_ceremony_is_not_what_a_verb_told_of_under_another_heading() -> None:
    reading = read(
        "The Centre\n\nPeru inaugurated it in Lima on 4 June 2003.\n\nThis year\n\nCertificates were handed out in "
        "Quito on 5 May 2013. Kenya presided over the ceremony.\n\nCars\n\nThe handover was in Oslo on 7 May 2013."
    )
    assert [facts(event)["startDate"] for event in reading.events] == ["2003-06-04", "2013-05-05", "2013-05-07"]


def test_the_annual_gathering_that_is_dated_and_placed_is_an_event() -> None:
    assert facts(only("In May 2009 Ana Rey attended the annual gathering of sappers in Lima."))["city"] == "city/lima"
    assert types("In May 2009 Ana Rey praised the annual gathering.") == []
