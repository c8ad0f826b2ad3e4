"""The thread of a text: which mentions speak of one occasion, and which open another."""

import pytest
from told import facts, only, quotes, read, types

HELD = "A workshop took place in Lima on 4 June 2013."


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("The workshop was chaired by Kenya.", "The workshop"),
        ("This gathering was chaired by Kenya.", "This gathering"),
        ("The event was chaired by Kenya.", "The event"),
        ("The two-day workshop was chaired by Kenya.", "The two-day workshop"),
        ("It was chaired by Kenya and closed with a dinner.", None),
    ],
)
def test_what_points_back_opens_no_new_event(more: str, words: str | None) -> None:
    reading = read(f"{HELD} {more}")
    assert len(reading.events) == 1
    assert [part.role for part in reading.events[0].participations] == ["Chair"]
    if words:
        assert quotes(reading, reading.events[0]) == ["A workshop", words]


@pytest.mark.parametrize(
    "more",
    [
        "A seminar took place in Quito on 9 July 2013.",
        "Another workshop took place in Quito on 9 July 2013.",
        "The second workshop took place in Quito on 9 July 2013.",
        "The workshop in Quito took place on 9 July 2013.",
    ],
)
def test_another_kind_number_or_place_opens_a_new_event(more: str) -> None:
    events = read(f"{HELD} {more}").events
    assert [facts(event)["startDate"] for event in events] == ["2013-06-04", "2013-07-09"]
    assert [facts(event)["city"] for event in events] == ["city/lima", "city/quito"]


def test_two_events_in_one_sentence_keep_their_own_days_and_places() -> None:
    text = "A seminar was held in Oslo on 3 May 2011 and a workshop took place in Lagos on 5 May 2011."
    found = [(event.type, facts(event)["city"], facts(event)["startDate"]) for event in read(text).events]
    assert found == [("Seminar", "city/oslo", "2011-05-03"), ("Workshop", "city/lagos", "2011-05-05")]


def test_one_stands_for_an_event_of_the_same_kind() -> None:
    text = "Another workshop was held in Quito on 9 July 2013, after one in Lima on 4 June 2013."
    assert [(event.type, facts(event)["city"]) for event in read(text).events] == [
        ("Workshop", "city/quito"),
        ("Workshop", "city/lima"),
    ]


def test_a_heading_and_the_text_under_it_are_one_event() -> None:
    text = "REGIONAL SEMINAR ON BORDER CLEARANCE\n\nThe seminar was held in Lagos on 4 June 2013."
    reading = read(text)
    assert len(reading.events) == 1
    assert quotes(reading, reading.events[0])[-1] == "The seminar"


@pytest.mark.parametrize(
    ("headline", "news"),
    [
        ("Opening of the Regional Seminar on Arms", "The minister opened a regional seminar on arms today."),
        ("Minister Opens Seminar on Arms", "The minister today opened a two-day seminar on arms."),
        ("Peru, Chile Hold Talks on Arms", "The ministers of Peru and Chile held talks on arms in Lima on Tuesday."),
        ("Round Table: Living with Mines", "The university held a round table in Lima today."),
        ("Press Conference by the Minister", "At a press conference this morning in Lima, the minister spoke."),
        ("Minister to Visit Quito", "Foreign Minister Ana Ruiz will travel to Quito on 19 June."),
        ("Minister to Attend Quito Conference", "The minister will attend a conference on mines in Quito next week."),
    ],
)
def test_a_headline_and_the_news_below_its_dateline_are_one_event(headline: str, news: str) -> None:
    (event,) = read(f"{headline}\n\nLima, 13 June 2013. {news}").events
    assert len(event.mentions) == 2
    ahead = " to " in headline
    assert facts(event)["city"] == ("city/quito" if ahead else "city/lima")
    assert facts(event)["eventStatus"] == ("Planned" if ahead else "Held")


def test_a_headline_of_another_town_is_another_event() -> None:
    text = "Seminar in Quito\n\nLima, 13 June 2013. A seminar on arms was opened today."
    assert [facts(event)["city"] for event in read(text).events] == ["city/quito", "city/lima"]


def test_the_verb_of_a_headline_is_in_no_name() -> None:
    reading = read("Foreign Minister Attends Seminar on Arms\n\nThe seminar was held in Lima on 4 June 2013.")
    assert [actor.label for actor in reading.actors if "/person/" in actor.key] == []
    assert [event.label for event in reading.events] == ["Seminar on Arms"]


def test_the_sections_of_a_newsletter_keep_their_events_apart() -> None:
    text = """NEWS

1. Course in Juba
A training course was held in Juba on 4 June 2013.

2. Seminar in Oslo
Norway hosted a seminar in Oslo on 9 July 2013.
"""
    reading = read(text)
    assert [(event.type, facts(event)["city"]) for event in reading.events] == [
        ("Training", "city/juba"),
        ("Seminar", "city/oslo"),
    ]
    assert [len(event.participations) for event in reading.events] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "4-5 June 2013 | Workshop on clearance | Lima, Peru\n9 July 2013 | Seminar on victims | Quito, Ecuador",
        "4-5 June 2013\nWorkshop on clearance\nLima, Peru\n\n9 July 2013\nSeminar on victims\nQuito, Ecuador",
    ],
    ids=["rows", "cells"],
)
def test_a_table_flattened_to_lines_is_read_row_by_row(text: str) -> None:
    events = read(text).events
    assert [event.type for event in events] == ["Workshop", "Seminar"]
    assert [(facts(e)["startDate"], facts(e)["endDate"]) for e in events] == [
        ("2013-06-04", "2013-06-05"),
        ("2013-07-09", "2013-07-09"),
    ]
    assert [facts(event)["city"] for event in events] == ["city/lima", "city/quito"]


def test_an_event_without_day_place_name_or_guests_is_left_out() -> None:
    assert types("A workshop was held. It was useful.") == []


def test_events_are_numbered_in_text_order() -> None:
    text = f"{HELD} A seminar took place in Oslo on 9 July 2013. A course was held in Juba on 1 May 2014."
    assert [event.key for event in read(text).events] == ["e1", "e2", "e3"]


def test_what_a_treaty_meeting_is_about_is_read() -> None:
    event = only("The Review Conference of the Biological Weapons Convention was held in Geneva on 5 December 2011.")
    assert facts(event)["concerns"] == "treaty/bwc"


def test_a_sitting_is_the_event_behind_of() -> None:
    event = only(
        "A meeting of the Baltic Mine Conference was held in Riga on 22 May 1996. The Conference heard reports."
    )
    assert (event.type, facts(event)["startDate"]) == ("Conference", "1996-05-22")


def test_such_an_event_is_none_of_its_own() -> None:
    text = "Norway will host a conference in Oslo on 3 May 2021. Peru had proposed such a conference in September 2019."
    assert facts(only(text))["startDate"] == "2021-05-03"


def test_an_earlier_gathering_is_named_in_the_next_sentence() -> None:
    text = (
        "A seminar was held in Cairo in April 2000. The earlier gathering took place in Colombo on 18 August 1999. "
        "Officials of Nepal attended the South Asia Seminar on Landmines."
    )
    found = {event.name: facts(event).get("startDate") for event in read(text).events}
    assert found == {None: "2000-04", "South Asia Seminar on Landmines": "1999-08-18"}


def test_a_tour_of_several_countries_lies_in_none() -> None:
    text = "The minister left on 4 March 2003 on a visit to Chad, Angola and Nigeria. She met officials there."
    assert "country" not in facts(read(text).events[0])


def test_the_day_of_a_paper_dates_no_event() -> None:
    text = (
        "The talks opened in Bern on 10 June 1996. They rest on the principles of the communique of 28 February 1996."
    )
    assert facts(only(text))["startDate"] == "1996-06-10"


def test_the_seat_of_a_mission_is_not_where_the_event_was() -> None:
    text = (
        "A workshop was held on 4 May 2019. The Permanent Mission of Peru to the United Nations in New York took part."
    )
    assert "city" not in facts(only(text))


def test_one_who_joined_from_afar_does_not_make_an_event_online() -> None:
    text = "A ceremony was held in Lima on 4 May 2019. The envoy of Norway took part in the ceremony via video link."
    assert facts(only(text)).get("online") is None


def test_days_of_talks_are_a_meeting_that_lasted_so_long() -> None:
    event = only("Three days of talks between Peru and Chile began in Lima on 4 May 2019.")
    assert (event.type, facts(event)["endDate"]) == ("Meeting", "2019-05-06")


def test_a_noun_says_what_kind_of_meeting_a_verb_told_of() -> None:
    text = "Norway called officials of Chad and Mali to Bamako on 6 and 7 November 2017. The workshop dealt with fuzes."
    assert (only(text).type, facts(only(text))["startDate"]) == ("Workshop", "2017-11-06")


def test_the_day_of_an_announcement_is_not_that_of_the_event() -> None:
    text = "The Secretary announced on 22 August 2012 that a treaty was ratified. It was lodged at a ceremony in Bern."
    assert "startDate" not in facts(only(text))


def test_an_invitation_to_look_is_no_visit() -> None:
    assert types("Visit our photo gallery of 25 September 2011.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The President of Peru declared himself ready for a meeting with the President of Chile in Lima.",
        "Norway called for talks with Peru in Oslo.",
        "Peru and Chile rejected a conference in Lima.",
    ],
)
def test_an_event_that_is_only_wished_for_is_none(text: str) -> None:
    assert types(text) == []


def test_who_ended_a_visit_today_began_it_before() -> None:
    event = only("Minister Jane Abbott ended a two-day visit to Lima on 19 January 2015.")
    assert (facts(event)["startDate"], facts(event)["endDate"]) == ("2015-01-18", "2015-01-19")


def test_what_is_still_to_come_is_not_what_was_held() -> None:
    text = "The ministers held talks in Lima on 18 January 2015. The Peru-Chile Meeting will be held in Bern."
    found = {event.name: facts(event)["eventStatus"] for event in read(text, issued="2015-01-19").events}
    assert found == {None: "Held", "Peru-Chile Meeting": "Planned"}


def test_the_last_time_is_not_this_time() -> None:
    text = "The visit of the Prime Minister of Peru to Bern is the first since Jane Abbott in 1987."
    assert "startDate" not in facts(only(text))


def test_days_of_debate_are_the_seminar_that_is_named_next() -> None:
    text = (
        "On 9 April 2000 some 150 experts began three days of debate in Cairo. The seminar was held by the Arab League."
    )
    event = only(text)
    assert (event.type, facts(event)["endDate"]) == ("Seminar", "2000-04-11")


def test_what_was_put_off_and_then_held_was_held() -> None:
    text = "The forum, originally planned for March 2020, was postponed and then held in Bern on 17 November 2020."
    found = facts(only(text))
    assert (found["eventStatus"], found["startDate"]) == ("Held", "2020-11-17")


def test_a_national_and_a_regional_event_of_one_text_are_two() -> None:
    text = (
        "On 3 June 2013 we joined the national workshop in Lima. The regional meeting there heard our staff on 5 June."
    )
    assert types(text) == ["Workshop", "Meeting"]


def test_high_numbers_in_a_series_tell_events_apart() -> None:
    text = "Peru attended the 40th ministerial meeting of the Fund. The 41st meeting will be held in Quito in May 2016."
    assert types(text) == ["Meeting", "Meeting"]


def test_rows_of_a_calendar_are_events_with_their_own_day_and_place() -> None:
    text = "Calendar of 2013\n\n4-5 June | Lima | Workshop on depots\n7 June | Quito | Seminar on fuzes"
    found = [facts(event) for event in read(text).events]
    assert [event["startDate"] for event in found] == ["2013-06-04", "2013-06-07"]
    assert [event["city"] for event in found] == ["city/lima", "city/quito"]


def test_place_and_day_in_brackets_behind_an_organisation_are_those_of_the_event() -> None:
    event = only("Peru took part in the meeting of the OSCE (Lima, 4-5 June 2013), where it spoke.")
    assert facts(event)["city"] == "city/lima"
    assert facts(event)["endDate"] == "2013-06-05"


def test_what_lasts_until_a_weekday_ends_on_the_next_one() -> None:
    text = "LIMA, 3 June 2013 - A seminar opened today. Forty experts attend the seminar, which lasts until Friday."
    assert facts(only(text))["endDate"] == "2013-06-07"


def test_a_visit_takes_place_in_the_city_that_is_visited() -> None:
    assert facts(only("Minister Ada Berg of Norway visited Lima from 3 to 5 June 2013."))["city"] == "city/lima"


def test_talks_with_several_in_turn_are_one_round() -> None:
    text = (
        "Minister Ana Rojas had separate meetings with President Luis Vega and Minister Idriss Malloum on 4 June 2013."
    )
    event = only(text)
    assert facts(event)["startDate"] == "2013-06-04"
    assert len(event.participations) == 3


def test_meetings_of_two_sides_in_one_town_are_one_round() -> None:
    event = only("President Luis Vega and Minister Idriss Malloum held meetings in Lima, Peru, from 3 to 5 June 2013.")
    assert (facts(event)["city"], facts(event)["endDate"]) == ("city/lima", "2013-06-05")
    assert len(event.participations) == 2


def test_meetings_in_general_are_still_none() -> None:
    assert types("Peru has held two meetings with money from Norway. Such meetings take place every year.") == []


def test_what_happens_on_the_margins_of_an_event_stands_where_it_does() -> None:
    text = "On the margins of a summit in Quito on 4 June 2013, Minister Ana Rojas had a meeting with Idriss Malloum."
    assert [facts(event)["city"] for event in read(text).events] == ["city/quito", "city/quito"]


def test_the_day_on_which_a_text_may_be_printed_is_none_of_its_events() -> None:
    text = (
        "PRESS NOTE\n(For release on 2 March 1979)\n\nA team of the Energy Ministry of India visited Lima last month."
    )
    assert facts(only(text, issued="1979-03-02"))["startDate"] == "1979-02"


def test_a_visit_to_towns_of_one_country_lies_in_no_one_of_them() -> None:
    told = facts(only("Minister Ana Rojas visited Lima and Cusco in June 2013."))
    assert (told.get("city"), told["country"]) == (None, "country/PER")


def test_what_a_paragraph_tells_under_its_own_place_and_day_is_not_of_the_event_above() -> None:
    reading = read(
        "Phnom Penh. The coalition had organised a regional forum there.\n\n"
        "Bali, 16-17 November 2009. Smart hotel, good intentions. Indonesia was host, and Thailand attended."
    )
    assert {part.actor for event in reading.events for part in event.participations} == set()


def test_persons_of_a_list_are_no_towns_of_their_countries() -> None:
    lines = ["The workshop was held on 3 May 2010.", "", "In the chair:", "Jostein Berg, Norway", "Rosa Paz, Peru"]
    (event,) = read("\n".join(lines)).events
    assert {fact.property for fact in event.facts}.isdisjoint({"city", "country"})


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("LIMA. A seminar for medics opened on 4 June 2013.", ("city/lima", "2013-06-04")),
        ("Lima, 4 June 2013, hosted by Peru. The seminar heard twenty papers.", ("city/lima", "2013-06-04")),
    ],
)
def test_the_place_and_day_that_head_a_paragraph_are_of_its_event(head: str, told: tuple[str, str]) -> None:
    event = only(f"NOTES\n\n{head}", issued="2013-07-01")
    assert (facts(event)["city"], facts(event)["startDate"]) == told


def test_the_rows_of_a_calendar_in_columns_are_each_an_event() -> None:
    rows = [
        "  3-7 June     Lima      Training of trainers on depots",
        "  11 June      Quito     Regional meeting of focal points",
    ]
    events = read("DIARY\n\n" + "\n".join(rows) + "\n", issued="2013-05-01").events
    assert [(e.type, facts(e)["city"], facts(e)["startDate"]) for e in events] == [
        ("Training", "city/lima", "2013-06-03"),
        ("Meeting", "city/quito", "2013-06-11"),
    ]


def test_what_stands_under_a_heading_of_plans_is_to_come() -> None:
    text = "PLANS FOR THE AUTUMN\n\n- workshop for medics, Lima, October 2013\n- seminar for judges, Quito, May 2014\n"
    assert [facts(event)["eventStatus"] for event in read(text).events] == ["Planned", "Planned"]


@pytest.mark.parametrize(
    "text",
    [
        "A workshop was held in Lima on 4 June 2013. The second took place in Quito. The Lima workshop was short.",
        "A workshop was held in Lima on 4 June 2013. A second one was held in Quito. The one in Lima was short.",
    ],
)
def test_a_mention_with_a_town_points_back_to_the_event_there(text: str) -> None:
    assert [facts(event).get("city") for event in read(text).events] == ["city/lima", "city/quito"]


def test_a_place_or_day_before_a_clause_is_of_its_event_too() -> None:
    text = "Minister Ana Rojas leaves on 4 June 2013 for Quito, where the regional summit is being held."
    assert [facts(event)["city"] for event in read(text, issued="2013-06-01").events] == ["city/quito", "city/quito"]


def test_what_somebody_recalled_is_not_where_and_when_the_event_was() -> None:
    event = only(
        "President Alan García, who opened the seminar, recalled that guns had been burnt in Quito in May 1996."
    )
    assert {"city", "startDate"}.isdisjoint(facts(event))


def test_an_event_that_will_close_tomorrow_has_begun() -> None:
    event = only("A two-day workshop began in Lima on 4 June 2013 and will close tomorrow.", issued="2013-06-04")
    assert facts(event)["eventStatus"] == "Held"


@pytest.mark.parametrize(
    ("more", "first", "last"),
    [
        ("Minister Ana Rojas opened it on Monday.", "2013-06-03", None),
        ("Minister Ana Rojas closed the proceedings on Wednesday.", None, "2013-06-05"),
    ],
)
def test_the_day_on_which_somebody_opened_or_closed_an_event(more: str, first: str | None, last: str | None) -> None:
    found = facts(only(f"The regional conference on mines was held in Lima. {more}", issued="2013-06-07"))
    assert (found.get("startDate"), found.get("endDate")) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "A preparatory meeting for the Third Review Conference was held in Geneva on 3 May 2013.",
        "The last of the preparatory meetings for the treaty's conference came to an end in Geneva on 3 May 2013.",
        "A meeting ahead of the Review Conference will take place in Geneva on 3 May 2013.",
    ],
)
def test_a_meeting_that_leads_up_to_a_conference_keeps_its_own_day(text: str) -> None:
    dated = {event.type: facts(event).get("endDate") for event in read(text).events}
    assert (dated["Meeting"], dated.get("Conference")) == ("2013-05-03", None)


@pytest.mark.parametrize(
    "text",
    [
        "The conference opens in Lima on 17 April 1995 and will last until 12 May 1995.",
        "The conference begins in Lima on 17 April 1995. Ana Silva of Peru is to preside over it until 12 May 1995.",
        "The conference was held in Lima in May 1995. The five days, from 8 to 12 May 1995, were chaired by Peru.",
    ],
)
def test_the_last_day_is_read_where_another_clause_tells_it(text: str) -> None:
    assert facts(only(text))["endDate"] == "1995-05-12"


def test_a_day_since_which_one_sits_is_the_first() -> None:
    fact = facts(only("The conference, which since 3 May 2010 has been in session in Lima, ended on 7 May 2010."))
    assert (fact["startDate"], fact["endDate"]) == ("2010-05-03", "2010-05-07")


def test_the_ceremony_is_when_and_where_it_was_signed() -> None:
    text = (
        "The treaty was signed in Lima on 7 September 2010 by two ministers. At the ceremony Ana Silva of Peru spoke."
    )
    ceremony = next(e for e in read(text).events if e.type == "Ceremony")
    assert (facts(ceremony)["city"], facts(ceremony)["startDate"]) == ("city/lima", "2010-09-07")


def test_an_opened_conference_is_no_ceremony() -> None:
    event = only("The conference was opened in Lima on 3 May 2010 by President Ana Silva of Peru.")
    assert (event.type, facts(event)["startDate"]) == ("Conference", "2010-05-03")


def test_a_note_tells_the_day_of_an_event_of_its_town() -> None:
    text = "The Fourth Meeting of the States Parties was held in Lusaka.(1)\n\n(1) Lusaka: 9 to 13 September 2013.\n"
    assert facts(only(text))["startDate"] == "2013-09-09"


def test_the_year_before_an_event_is_its_own() -> None:
    text = "Lima, 5 June 2010\n\nThe treaty was adopted at last year's seminar in Quito."
    assert facts(only(text))["startDate"] == "2009"


@pytest.mark.parametrize(
    "head", ["Quito, June 2010.", "Quito again, June 2010.", "Quito for the third time, June 2010."]
)
def test_the_place_and_month_at_the_head_of_a_paragraph_are_those_of_its_event(head: str) -> None:
    told = f"The year in short\n\n{head} Kenya and Peru were hosts of a workshop on depots."
    event = only(told, issued="2012-03-04")
    assert facts(event)["city"] == "city/quito"
    assert facts(event)["startDate"] == "2010-06"


def test_the_next_event_is_not_that_of_the_paragraph_which_announces_it() -> None:
    text = "The year in short\n\nLima, May 2011. Peru offered itself for the next conference, in June 2012."
    assert "city" not in facts(only(text, issued="2012-03-04"))


def test_a_state_in_a_second_headline_does_not_place_the_event_of_the_first() -> None:
    text = "MINISTERS OPEN MINE TALKS\nFinland to join\n\nMinisters opened the talks in Lima on 4 June 2013."
    assert facts(only(text))["country"] == "country/PER"


def test_a_number_and_noun_mean_the_named_meeting() -> None:
    text = "States began their third annual meeting in Lima on 4 June 2013. The Third Meeting of States Parties"
    event = only(f"{text} elected Kenya as president.")
    assert (event.type, event.label, facts(event)["city"]) == (
        "Conference",
        "Third Meeting of States Parties",
        "city/lima",
    )


def test_states_that_a_treaty_binds_were_not_counted_at_the_event() -> None:
    event = only(f"{HELD}\n\nNineteen States are bound by the Ottawa Convention, Kenya and Peru among them.")
    assert "attendeeCountryCount" not in facts(event)
    assert event.participations == ()


def test_the_meeting_is_not_the_press_conference_beside_it() -> None:
    text = "States began their third annual meeting in Lima on 4 June 2013. Before it Kenya held a news conference."
    events = read(f"{text} The present meeting ends on 7 June 2013.").events
    assert [facts(event).get("endDate") for event in events] == ["2013-06-07", None]


def test_the_inaugural_ceremony_is_part_of_the_conference() -> None:
    event = only(f"{HELD.replace('workshop', 'conference')} Kenya spoke at the inaugural ceremony.")
    assert [part.role for part in event.participations] == ["Speaker"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On 18 June 2013 the conference in Lima adopted a text. It had opened on 3 June.", "2013-06-03", "2013-06-18"),
        ("The envoy told a conference in Lima on 3 June 2013. It lasted until 7 June.", "2013-06-03", "2013-06-07"),
        (
            "On 7 June 2013 the conference in Lima adopted it. The conference had opened on 3 June.",
            "2013-06-03",
            "2013-06-07",
        ),
    ],
)
def test_a_first_or_last_day_shows_that_the_day_known_was_one_of_several(text: str, first: str, last: str) -> None:
    found = facts(only(text))
    assert (found["startDate"], found["endDate"]) == (first, last)


def test_the_day_before_the_closing_day_of_an_event_is_that_day() -> None:
    found = read("The charter was signed at Lima on 8 June 2013, the closing day of the Third Summit.").events
    assert [facts(event).get("endDate") for event in found] == ["2013-06-08", "2013-06-08"]
    assert "startDate" not in facts(found[-1])


def test_what_brought_them_together_is_the_event_they_gathered_for() -> None:
    event = only("Fifty people gathered on 4 June 2013 in Lima. What had brought them there was a seminar on mines.")
    assert (event.type, facts(event)["startDate"]) == ("Seminar", "2013-06-04")


def test_a_diplomatic_mission_and_a_parliament_are_no_events() -> None:
    assert types("Pavel Ruiz of the Czech mission spoke. The law goes before Congress in May 2013.") == []


def test_an_event_is_called_by_its_town_and_an_earlier_one_by_its_year() -> None:
    text = (
        "Premier Ida Holm will attend the Ocean Security Summit hosted by Peru on 26 and 27 March 2012.\n\n"
        "The Lima Summit will take stock. This Summit follows the 2010 Summit in Bern.\n\nThe Bern Summit set the aims."
    )
    found = [(facts(event)["city"], facts(event)["startDate"]) for event in read(text).events]
    assert found == [("city/lima", "2012-03-26"), ("city/bern", "2010")]


def test_a_parliament_that_is_told_something_is_no_congress() -> None:
    assert types("The Minister briefed Congress in Washington on 3 May 2006.") == []


@pytest.mark.parametrize(
    "head", ["Lima, Peru\n4-5 June 2013", "Lima, Peru | 4-5 June 2013", "4-5 June 2013 | Lima | Peru"]
)
def test_the_lines_below_a_title_give_the_event_its_place_and_days(head: str) -> None:
    event = only(f"Regional Workshop on Mine Clearance\n\n{head}\n\nThe workshop brought together experts.")
    assert (facts(event)["city"], facts(event)["startDate"], facts(event)["endDate"]) == (
        "city/lima",
        "2013-06-04",
        "2013-06-05",
    )


def test_the_lines_of_a_title_are_one_and_a_number_belongs_to_the_name() -> None:
    head = "Bern meeting of the study group\n\nFir Meeting No. 254\n\nSharing of experience\n\n8-9 April 2000, Bern\n\n"
    event = only(f"{head}The meeting was attended by 37 people. Meeting delegates came from Peru and Chad.")
    assert (event.name, facts(event)["startDate"]) == ("Fir Meeting No. 254", "2000-04-08")
    assert [part.role for part in event.participations] == ["Participant", "Participant"]


@pytest.mark.parametrize(
    "more",
    [
        "The conference will highlight the Kazakh-US partnership.",
        "Representatives of industry in Japan and Chile will also participate in the conference.",
        "The Mine Conference will be opened by Kenya.",
        "Ida Holm took part in the conference, and her deputy participated from Geneva by telephone.",
    ],
)
def test_what_is_said_of_others_parts_no_event_in_two(more: str) -> None:
    event = only(f"The Mine Conference on Clearance will take place in Lima on 29 August 2007. {more}")
    assert (facts(event)["city"], facts(event)["eventStatus"]) == ("city/lima", "Planned")


def test_what_is_to_come_is_told_behind_a_title_between_dashes() -> None:
    event = only("A conference – 'The long way of the river to a world without any mines' – will take place in Lima.")
    assert facts(event)["eventStatus"] == "Planned"


@pytest.mark.parametrize(
    "form",
    [
        "Workshop on Fuzes\n\nDate: 4-5 June 2013\nVenue: Hotel Condor, Quito, Ecuador\nOrganiser: Ministry of Defence",
        "REPORT\n\nEvent: Workshop on Fuzes\nPlace: Quito, Ecuador\nDates: 4 to 5 June 2013",
        "**Workshop on Fuzes**\n**When:** 4 - 5 June 2013\n**Where:** Quito, Ecuador",
        "Title: Workshop on Fuzes\nDate and place: 4-5 June 2013, Quito",
        "Country: Ecuador\nCity: Quito\nDates: 4-5 June 2013",
    ],
)
def test_a_form_above_a_text_dates_and_places_the_event_of_the_text(form: str) -> None:
    found = facts(only(f"{form}\n\nThe workshop on fuzes was opened by the mayor. Forty experts took part."))
    assert (found["startDate"], found["endDate"], found["city"]) == ("2013-06-04", "2013-06-05", "city/quito")


def test_the_day_of_a_form_is_the_events_where_its_place_stands_beside_it() -> None:
    story = "The seminar on mines was opened by the mayor. Forty experts took part."
    told = facts(only(f"Seminar on Mines\n\nCity: Quito\nDate: 4 June 2013\n\n{story}"))
    assert (told["startDate"], told["city"]) == ("2013-06-04", "city/quito")
    assert "startDate" not in facts(only(f"Seminar on Mines\n\nDate: 4 June 2013\n\n{story}"))


def test_the_first_session_does_not_name_what_a_verb_told_of() -> None:
    text = (
        "Officials of Chad sat down with experts of Benin in Lomé on 4 June 2013. Ama Kofi presided over the first "
        "session. Norway paid for the seminar."
    )
    assert types(text) == ["Seminar"]


def test_what_comes_next_in_a_title_makes_no_plan_of_what_was() -> None:
    text = "Peru and the fuzes: what comes next\n\nIn June 2013 Peru ran a workshop in Lima."
    assert facts(only(text))["eventStatus"] == "Held"


def test_one_conference_of_a_treaty_in_a_year_is_one_by_whatever_name() -> None:
    text = (
        "Statement at the 2005 Review Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear "
        "Weapons, New York\n\nChad hopes that the 2005 Review Conference of the Parties to the NPT will agree."
    )
    assert types(text) == ["Conference"]


@pytest.mark.parametrize(
    ("told", "visits"),
    [
        ("President Ramos paid a state visit to Peru from 4 to 6 June 1993.", ["1993-06-04"]),
        ("Minister Ali Alatas paid a visit to Peru on 9 June 1993.", [None, "1993-06-09"]),
        ("President Ramos will pay a state visit to Chile on 9 August 1993.", [None, "1993-08-09"]),
    ],
)
def test_a_visit_that_is_taken_for_known_is_the_one_told_of_next(told: str, visits: list[str | None]) -> None:
    """Another visitor or another country makes another visit."""
    text = f"A communiqué was issued after the visit of President Fidel Ramos to Peru. {told}"
    found = [event for event in read(text).events if event.type == "Visit"]
    assert [facts(event).get("startDate") for event in found] == visits


def test_a_title_and_the_news_below_it_tell_of_one_visit_to_a_town() -> None:
    text = (
        "MINISTER BERG VISITS LIMA\n\n15 May 1998\n\nForeign Minister Ada Berg of Norway will be in Lima on 18 May. "
        "Minister Berg will be in Quito on 20 May."
    )
    assert [(facts(e)["city"], facts(e)["startDate"]) for e in read(text).events] == [
        ("city/lima", "1998-05-18"),
        ("city/quito", "1998-05-20"),
    ]


def test_minutes_leave_out_the_article() -> None:
    text = (
        "1. The Regional Summit was held in Lusaka from 16 to 17 August 2007.\n"
        "2. Summit elected President Levy Mwanawasa of Zambia as its Chairperson.\n"
        "3. Summit noted the progress made in Angola.\n"
    )
    assert quotes(read(text), only(text)) == ["The Regional Summit", "Summit", "Summit"]


def test_an_event_answers_to_each_noun_that_it_was_called_by() -> None:
    text = (
        "Lima Meeting of the Group\n\nTenth Workshop of the Study Group on Mines\n\n8-9 April 2000, Lima, Peru\n\n"
        "The meeting was hosted by Peru. The workshop dealt with mines."
    )
    assert quotes(read(text), only(text))[-2:] == ["The meeting", "The workshop"]


def test_this_course_is_the_one_at_hand_whatever_is_yet_to_be_said_of_it() -> None:
    text = (
        "From 4 to 15 November 2013 Peru held a course on stockpiles in Lima. This course is the second to be held by "
        "Peru, having opened the centre in June 2012 with a national course. This meeting is for officers."
    )
    first, second = read(text, issued="2013-11-18").events
    assert (facts(first)["startDate"], facts(second)["startDate"]) == ("2013-11-04", "2012-06")
    assert quotes(read(text, issued="2013-11-18"), first) == ["a course", "This course", "This meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "Gianni Rossi, head of the ICRC's mission for Vietnam and Laos, spoke about the mission of the OPCW.",
        "They learnt about the mission of the OPCW and the role of its organs.",
    ],
)
def test_a_mission_that_is_an_office_or_an_aim_is_no_visit(text: str) -> None:
    assert types(text) == []


def test_those_who_are_counted_met_at_the_congress_that_is_named_next() -> None:
    text = (
        "In Lima about 400 doctors from fifty countries met from 3 to 5 June 2013. The 18th World Congress of "
        "Physicians Against Landmines (PAL) was opened by Ana Rojas. The World Congress heard of the campaign of PAL, "
        "initiated last year."
    )
    event = only(text, issued="2013-06-10")
    assert (facts(event)["startDate"], facts(event)["attendeeCount"]) == ("2013-06-03", "400")
    assert quotes(read(text), event)[-1] == "The World Congress"


def test_who_is_on_a_visit_to_a_state_and_is_in_it_pays_one_visit() -> None:
    text = "Mr Ada Berg of Norway is on a visit to Sri Lanka. Mr Berg is in Sri Lanka from 5 to 7 March 2018."
    assert facts(only(text))["startDate"] == "2018-03-05"


@pytest.mark.parametrize(
    ("text", "first", "city"),
    [
        (
            "It was signed in Lima on 4 June 2013 at a ceremony. Following the ceremony the ministers held talks.",
            "2013-06-04",
            "city/lima",
        ),
        (
            "The forum was held in Lima from 3 to 7 June 2013. During the forum Ana Diaz met John Smith of Kenya.",
            "2013-06",
            "city/lima",
        ),
        (
            "The forum was held in Lima from 30 June to 7 July 2013. During the forum Ana Diaz met John Smith of Peru.",
            "2013",
            "city/lima",
        ),
    ],
)
def test_what_was_done_within_an_event_has_its_place_and_its_day_month_or_year(
    text: str, first: str, city: str
) -> None:
    event = facts(read(text).events[-1])
    assert (event["startDate"], event["endDate"], event["city"]) == (first, first, city)


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended in Lima on 9 May 2011. They had been under way since 3 May.",
        "The seminar, held in Lima since 3 May 2011 at the invitation of Peru, was closed on 9 May 2011 by Peru.",
    ],
)
def test_an_event_that_went_on_since_a_day_began_on_it(text: str) -> None:
    assert facts(only(text))["startDate"] == "2011-05-03"


def test_the_day_on_which_a_treaty_took_force_is_that_of_the_event_when_it_did() -> None:
    text = "The treaty took force on 1 June 1988 when the two leaders exchanged instruments of ratification in Oslo."
    assert facts(only(text))["startDate"] == "1988-06-01"


@pytest.mark.parametrize(
    "text",
    [
        "The Third Review Conference, better known here as the Lima Summit on a Safe World, was held on 4 June 2013.",
        "The minister's meeting with Ana Diaz in Lima on 4 June 2013 was the first visit since 1980.",
        "The conference was held in Lima on 4 June 2013. Peru spoke at this conference, though a vote is due in 2015.",
        "The seminar was held in Lima on 4 June 2013. This seminar was timely after the attack, which came in Kenya.",
    ],
)
def test_another_noun_or_name_for_the_event_at_hand_opens_none(text: str) -> None:
    assert facts(only(text))["startDate"] == "2013-06-04"


@pytest.mark.parametrize(
    "between",
    [
        "Peru spoke at the opening ceremony of the workshop.",
        "A closed-door session on stocks was also held for officers.",
    ],
)
def test_the_event_is_not_the_small_part_of_it_told_last(between: str) -> None:
    events = read(f"A workshop was held in Lima on 4 June 2013. {between} The event was hosted by Kenya.").events
    hosted = [event.type for event in events if any(p.role == "Host" for p in event.participations)]
    assert hosted == ["Workshop"]


def test_an_event_in_an_aside_does_not_take_what_follows() -> None:
    text = (
        f"{HELD} The protocol, signed in Quito on 3 May 2011 at the First Conference, needs six ratifications. "
        "Ana Ruiz opened the workshop."
    )
    events = read(text).events
    assert [len(event.mentions) for event in events] == [2, 1]
    assert facts(events[1])["startDate"] == "2011-05-03"


def test_the_conference_that_did_something_is_none_to_come() -> None:
    text = (
        "The second Andean Mine Action Workshop was held in Lima on 4 June 2013. It prepared the Quito Summit of "
        "9 July 2013. The conference also received greetings from Ana Ruiz."
    )
    reading = read(text, issued="2013-06-10")
    assert "The conference" in quotes(reading, reading.events[0])


def test_a_label_is_the_title_of_what_the_next_sentence_tells() -> None:
    event = only("Third: Lima workshop. Peru called all operators for a workshop on 4 June 2013.")
    assert facts(event)["city"] == "city/lima"


def test_a_gathering_of_their_own_is_an_event() -> None:
    event = only("The ministers had their annual gathering in Lima on 4 June 2013.")
    assert facts(event)["startDate"] == "2013-06-04"


def test_those_who_had_gathered_came_to_the_conference() -> None:
    event = only(
        "The mine summit came to an end in Lima on 4 June 2013. More than 300 delegates from 40 States had gathered."
    )
    assert (facts(event)["attendeeCount"], facts(event)["attendeeCountryCount"]) == ("300", "40")


def test_an_event_that_opens_a_sentence_is_not_its_subject() -> None:
    events = read("Following the close of the workshop on 4 June 2013, a press briefing was given in Lima.").events
    assert [event.type for event in events] == ["Workshop", "Meeting"]


def test_whose_turn_it_was_dates_the_event_named_next() -> None:
    event = only("From 4 to 6 June 2013 it was the turn of the experts. Peru called the First Mine Forum in Lima.")
    assert facts(event)["startDate"] == "2013-06-04"


def test_a_visit_told_by_a_post_and_by_a_name_is_one() -> None:
    text = "The envoy, who is on a visit to Peru, spoke. Prince Karim of Jordan is in Peru from 4 to 6 June 2013."
    found = facts(only(text, issued="2013-06-04"))
    assert (found["country"], found["endDate"]) == ("country/PER", "2013-06-06")


def test_the_town_from_which_a_visit_to_a_country_is_reported_is_not_its_place() -> None:
    event = only(
        "Joint Communique\n\n(Lima, 6 June 2013)\n\nMinister Ana Ruiz paid a visit to Peru from 4 to 6 June 2013."
    )
    assert "city" not in facts(event)


def test_heads_of_state_who_met_in_the_town_of_the_summit_met_at_it() -> None:
    event = only(
        "THE PRESIDENT AT THE LIMA SUMMIT\n\nThe spokesman told of the results of the summit. "
        "The heads of state who form the group of friends met in Lima on 4 June 2013."
    )
    assert facts(event)["startDate"] == "2013-06-04"


def test_talks_in_a_town_of_their_own_are_not_the_conference() -> None:
    text = "The signing conference was opened on 4 June 2013 by Peru. Kenya had sent observers to the Geneva talks."
    assert "city" not in facts(read(text).events[0])


def test_an_event_that_somebody_recalled_is_only_spoken_of() -> None:
    text = "A workshop took place in Lima on 19 August 2009. Mr Vega recalled the Forum's meeting in Cairns in August."
    reading = read(f"{text} In the discussion Peru said that it held no mines.")
    told = [part for event in reading.events if event.type == "Workshop" for part in event.participations]
    assert "PER" in {part.actor[-3:] for part in told}


def test_a_meeting_point_is_no_meeting() -> None:
    assert types("In June 2013 Lima was the meeting point of deminers.") == []


def test_the_meeting_that_goes_on_in_a_town_is_the_named_one_just_opened() -> None:
    event = only(
        "The minister opened on 9 November 2010 the First Meeting of States Parties to the Convention on Cluster "
        "Munitions. The Meeting goes on in Vientiane until 12 November 2010."
    )
    assert facts(event)["endDate"] == "2010-11-12"


@pytest.mark.parametrize(
    "again",
    [
        "The exercise was paid for by Peru.",
        "The present workshop was paid for by Peru.",
        "The course was paid for by Peru.",
        "The training was paid for by Peru.",
    ],
)
def test_a_loose_noun_means_the_workshop_at_hand(again: str) -> None:
    assert len(read(f"A workshop on mines was held in Lima on 4 June 2013. {again}").events) == 1


def test_a_numbered_round_to_come_is_not_the_talks_that_were_held() -> None:
    told = read("Lima, 4 June 2013\n\nThey held talks with Juan Soto. The first round will take place in Lima in 2014.")
    assert {facts(event)["eventStatus"] for event in told.events} == {"Held", "Planned"}


def test_what_is_to_be_repeated_elsewhere_is_another_event() -> None:
    text = "A course was held in Lima on 4 June 2013. Oxfam ran the course, which will be repeated in Quito in 2014."
    first, second = read(text).events
    assert (facts(first)["city"], facts(second)["city"]) == ("city/lima", "city/quito")
    assert [part.role for part in first.participations] == ["Organizer"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In line with the plan approved in January 2001, the workshop was held in Lima.", None),
        (
            "The workshop on mines was in Lima in 2013. Chad informed the workshop that a law had been passed in May.",
            "2013",
        ),
        ("The workshop was held in Lima on 4 June 2013, though the plan of 3 May would not do.", "2013-06-04"),
    ],
)
def test_the_day_of_a_plan_or_of_what_somebody_reports_is_not_the_events(text: str, day: str | None) -> None:
    assert facts(read(text).events[0]).get("startDate") == day


@pytest.mark.parametrize(
    "text",
    [
        "The Lima-based peace centre opened a workshop on mines on 4 June 2013.",
        "A workshop was held on 4 June 2013. Minister Soto came down from Lima to open the workshop.",
    ],
)
def test_a_seat_and_where_somebody_came_from_place_no_event(text: str) -> None:
    assert "city" not in facts(read(text).events[0])


def test_a_title_of_two_words_names_what_the_report_is_of() -> None:
    told = only("Workshop report\n\n“Ridding the East of Mines”\nLima, 4-5 June 2013\n\nRemarks came from Ana Rey.")
    assert (facts(told)["city"], facts(told)["startDate"], told.type) == ("city/lima", "2013-06-04", "Workshop")


def test_discussions_that_ended_are_counted_back_from_their_end() -> None:
    told = only("Lima, 13 October 2013\n\nThe ministers ended two days of discussions in Lima yesterday.")
    assert (facts(told)["startDate"], facts(told)["endDate"]) == ("2013-10-11", "2013-10-12")


def test_what_readers_will_recall_is_past() -> None:
    told = only("Lima, 4 June 2013\n\nReaders will recall our workshop in Quito (14-16 March).")
    assert (facts(told)["startDate"], facts(told)["eventStatus"]) == ("2013-03-14", "Held")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("The next round will be held in Quito on convenient days.", {"city/lima": "Held", "city/quito": "Planned"}),
        ("I shall visit Quito in the autumn.", {"city/lima": "Held", "city/quito": "Planned"}),
        ("On the way home Minister Soto will stop over in Quito.", {"city/lima": "Held", "city/quito": "Planned"}),
    ],
)
def test_what_is_still_to_come_elsewhere_is_an_event(more: str, told: dict[str, str]) -> None:
    text = f"Lima, 5 June 2013\n\nJuan Soto and Ana Rey today concluded the first round of their consultations. {more}"
    assert {facts(event)["city"]: facts(event)["eventStatus"] for event in read(text).events} == told


def test_who_closes_a_seminar_of_two_days_tomorrow_closes_the_one_opened_today() -> None:
    told = only(
        "Lima, 5 June 2013\n\nThey will ratify it, Minister Soto said when he opened a seminar this morning. Peru pays "
        "for the two-day meeting. Ana Rey closes the seminar tomorrow."
    )
    assert (facts(told)["startDate"], facts(told)["endDate"], facts(told)["eventStatus"]) == (
        "2013-06-05",
        "2013-06-06",
        "Held",
    )


def test_the_sides_of_talks_held_during_a_visit_took_part_in_the_talks() -> None:
    told = read(
        "Mr Juan Soto paid a visit to Peru from 3 to 5 June 2013. During the visit the presidents held talks. Taking "
        "part on the Peruvian side were Ms Ana Rey and Mr Ivo Paz."
    )
    assert {event.type: len(event.participations) for event in told.events} == {"Visit": 1, "Meeting": 2}


def test_a_long_sentence_that_opens_with_during_the_visit_is_read_in_no_longer_a_time_than_another() -> None:
    words = " ".join(["and he walked through field and garden"] * 20)
    text = f"Mr Juan Soto paid a visit to Peru from 3 to 5 June 2013. During the visit it rained {words}."
    assert types(text) == ["Visit"]


def test_those_who_made_their_way_to_a_conference_are_counted_there() -> None:
    text = "A conference opened in Lima on 4 June 2013. More than 500 delegates have made their way to Lima."
    assert facts(only(text))["attendeeCount"] == "500"


def test_the_chamber_of_a_congress_and_ministers_of_a_forum_are_no_events() -> None:
    assert types("The Palau National Congress chamber was full on 4 June 2013. Forum ministers came.") == []


def test_a_name_may_ask_what_is_next_about_something_past() -> None:
    told = only("Lima, 5 June 2013\n\nMinister Soto today opened the conference “Mines: What Next?” in Lima.")
    assert facts(told)["eventStatus"] == "Held"


def test_what_somebody_did_in_connection_with_a_meeting_has_its_own_day() -> None:
    text = "Lima, 5 June 2013\n\nJuan Soto met Ana Rey in Quito yesterday in connection with the annual conference."
    assert facts(read(text).events[0])["startDate"] == "2013-06-04"


@pytest.mark.parametrize(
    "said",
    [
        "The survey was repeated in June.",
        "They made a survey, which was repeated in June.",
        "Minister Soto repeated in June that Peru would join.",
    ],
)
def test_what_else_is_repeated_is_no_event(said: str) -> None:
    assert len(read(f"A workshop was held in Lima on 4 May 2013. {said}").events) == 1
