"""What the head of a text lends to its main event."""

import pytest
from told import facts, only, read

DATELINE = "LIMA, 5 June 2013 - "


def test_the_dateline_gives_the_place_of_news() -> None:
    event = only(f"{DATELINE}Peru opened a workshop on clearance yesterday.")
    assert facts(event)["city"] == "city/lima"
    assert facts(event)["startDate"] == "2013-06-04"


def test_a_place_of_its_own_goes_before_the_dateline() -> None:
    event = only(f"{DATELINE}Peru hosted a workshop in Cusco on 4 June 2013.")
    assert facts(event)["city"] == "city/cusco"


def test_what_is_long_past_or_far_ahead_is_not_where_the_news_was_written() -> None:
    event = only(f"{DATELINE}Peru will host a workshop on clearance on 4 November 2013.")
    assert "city" not in facts(event)


def test_only_the_main_event_takes_from_the_head() -> None:
    text = (
        f"{DATELINE}Peru opened a workshop on clearance yesterday.\n\nKenya spoke about mines.\n\n"
        "A seminar for medics is planned in Quito in October 2013."
    )
    assert [facts(event)["city"] for event in read(text).events] == ["city/lima", "city/quito"]


def test_a_dateline_that_is_a_sentence_of_its_own_gives_the_place_too() -> None:
    assert (
        facts(only("Lima, 5 June 2013. (Press office) A workshop on clearance was held today."))["city"] == "city/lima"
    )


def test_the_date_of_a_header_is_no_event_s() -> None:
    event = only("date 2013-06-05 Peru at the Third Review Conference\n\nThe conference was held in Quito in May 2013.")
    assert facts(event)["startDate"] == "2013-05"
    event = only(
        "date 2013-06-05 Embassy news. On 3 June a field was handed back. He took part in the ceremony in Quito."
    )
    assert facts(event)["startDate"] == "2013-06-03"


def test_a_dateline_by_itself_dates_only_what_has_begun() -> None:
    head = "LIMA, Peru, June 5, 2013. "
    assert facts(only(f"{head}The workshop on clearance has started here."))["startDate"] == "2013-06-05"
    assert "startDate" not in facts(only(f"{head}Experts spoke of the workshop on clearance in Quito."))


def test_the_place_of_a_dateline_is_not_that_of_an_event_of_another_year() -> None:
    head = "Geneva, 12 January 2012\n\nThe Third Conference on Clearance in {} was on stocks, Peru told the press."
    assert "city" not in facts(only(head.format("2010")))


def test_the_sentence_before_the_first_mention_tells_of_the_event() -> None:
    told = "Thirty deminers from nine countries were at school in Quito on 2 and 3 June.\n\nThe course was run by Peru."
    event = facts(only(f"From our own writer, 5 June 2013\n\n{told}"))
    assert (event["startDate"], event["endDate"], event["city"]) == ("2013-06-02", "2013-06-03", "city/quito")
    assert (event["attendeeCount"], event["attendeeCountryCount"]) == ("30", "9")


def test_what_is_said_before_a_new_event_is_not_told_of_it() -> None:
    told = "Thirty deminers were at school in Quito on 2 June.\n\nA course on mines will be run by Peru in Cusco."
    assert "attendeeCount" not in facts(only(f"Lima, 5 June 2013\n\n{told}"))


def test_a_ministry_that_hosts_is_at_home() -> None:
    event = only("The Ministry of Defence of Kenya hosted a workshop on 3 June 2012. Ten came.")
    assert facts(event)["country"] == "country/KEN"


def test_what_happened_in_those_days_was_where_the_text_is_written() -> None:
    text = "Lima, 7 June 2013\n\nThe forum ended in Lima on 6 June 2013.\n\nOn 5 June there was a seminar on trade."
    assert [facts(event).get("city") for event in read(text).events] == ["city/lima", "city/lima"]


def test_where_the_venue_was_is_where_the_event_was() -> None:
    text = "In June 2013 Peru ran a workshop on fuzes. The venue on 4-5 June was a hotel in Lima."
    found = facts(only(text))
    assert (found["startDate"], found["endDate"], found["city"]) == ("2013-06-04", "2013-06-05", "city/lima")


def test_the_opening_ceremony_tells_when_an_event_began() -> None:
    text = (
        "LIMA, 6 June 2013 - The Third Conference on Clearance came to its end today in Lima.\n\n"
        "The President of Peru spoke at the opening ceremony on 2 June."
    )
    main, opening = (facts(event) for event in read(text).events)
    assert (main["startDate"], main["endDate"]) == ("2013-06-02", "2013-06-06")
    assert opening["city"] == "city/lima"


def test_what_was_had_on_a_day_of_an_event_stands_where_that_was_under_another_heading_too() -> None:
    text = (
        "Oslo, 9 June 2013\n\nThe Third Conference on Clearance was held in Lima from 3 to 7 June 2013.\n\n"
        "Beside the talks\n\nOn 4 June an exhibition of prostheses was opened by the minister."
    )
    assert facts(read(text).events[-1])["city"] == "city/lima"


def test_the_dateline_of_the_story_goes_before_the_letterhead() -> None:
    text = (
        "ARMY PUBLIC AFFAIRS\nRome, Italy\nNEWS RELEASE          5 June 2013\n\nSchool for deminers\n\n"
        "LIMA, Peru - A workshop on clearance was opened today."
    )
    assert facts(only(text))["city"] == "city/lima"


def test_what_ended_yesterday_is_news_however_long_it_was() -> None:
    event = only(f"{DATELINE}The Third Review Conference, held from 24 May to 4 June 2013, was closed by its chair.")
    assert facts(event)["city"] == "city/lima"


def test_the_line_that_dates_a_release_dates_no_event() -> None:
    text = "MINISTRY\n\nPR. No. 412/2006      9 December 2006\n\nSuccess of the Review Conference\n\nPeru is glad."
    assert all("startDate" not in facts(event) for event in read(text).events)


def test_the_meeting_of_a_president_was_not_where_the_president_spoke() -> None:
    event = only(f"{DATELINE}The President of the Ninth Meeting of States Parties, Ambassador Ana Odera, spoke to us.")
    assert "city" not in facts(event)


def test_a_meeting_of_a_visit_was_in_its_country_and_its_month() -> None:
    text = "Minister Ana Ruiz paid a visit to Peru from 4 to 6 June 2013. She met Minister Tom Hale."
    found = facts(read(text).events[1])
    assert (found["country"], found["startDate"]) == ("country/PER", "2013-06")


def test_a_meeting_of_a_visit_of_one_day_was_on_that_day() -> None:
    text = "Minister Ana Ruiz will be in Lima on 4 June 2013. She will also meet Minister Tom Hale."
    assert facts(read(text, issued="2013-06-01").events[-1])["startDate"] == "2013-06-04"


def test_a_bracketed_town_in_the_letterhead_is_where_the_news_is_from() -> None:
    head = "THE WHITE HOUSE\n(Helsinki, Finland)\nFor Immediate Release   March 21, 1997\n\nREMARKS\n\n"
    assert facts(only(f"{head}President Clinton met President Yeltsin today."))["city"] == "city/helsinki"


def test_a_course_ends_on_the_day_and_in_the_town_of_the_ceremony_at_its_close() -> None:
    text = "Certificates were handed out in Lusaka on 8 May 2009 at the close of a five-day course on first aid."
    course = next(event for event in read(text).events if event.type == "Training")
    assert facts(course)["startDate"] == "2009-05-04"
    assert facts(course)["endDate"] == "2009-05-08"
    assert facts(course)["city"] == "city/lusaka"
    text = "Certificates were handed out in Lusaka on 8 May 2009 to the teachers of a five-day course on first aid."
    assert [event.type for event in read(text).events] == ["Ceremony"]


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("In parallel, the medics held a forum in Lima.", "2013-06-03"),
        ("Over the same three days the medics held a forum in Lima.", "2013-06-03"),
        ("In parallel with its plans, Peru held a forum in Lima.", None),
        ("Meanwhile the medics had held a forum in Lima.", None),
    ],
)
def test_what_ran_in_parallel_took_the_same_days(start: str, day: str | None) -> None:
    events = read(f"The seminar on mines took place in Lima from 3 to 5 June 2013. {start}").events
    assert facts(events[1]).get("startDate") == day


def test_the_day_of_a_statement_is_not_that_of_what_it_speaks_of() -> None:
    told = facts(
        only("Ireland issued a statement on 12 March 1998. It said that the workshop in Oslo had been useful.")
    )
    assert "startDate" not in told
    assert told["city"] == "city/oslo"
