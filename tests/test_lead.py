"""What the head of a text lends to its main event."""

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
