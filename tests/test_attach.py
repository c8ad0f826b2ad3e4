"""Which dates, places and head counts of a sentence belong to which of its events."""

import pytest
from told import facts, only, read


def test_a_date_behind_another_verb_is_not_the_events() -> None:
    event = only("Peru, which ratified the Ottawa Convention on 17 June 1998, hosted a workshop in Lima in June 2013.")
    assert facts(event)["startDate"] == "2013-06"


def test_a_day_before_an_event_that_only_dates_another_is_left_to_the_other() -> None:
    events = read("A seminar in Oslo followed a conference in Vienna on 4 June 2013.").events
    assert [("startDate" in facts(event), facts(event)["city"]) for event in events] == [
        (False, "city/oslo"),
        (True, "city/vienna"),
    ]


def test_where_someone_comes_from_is_no_place_of_the_event() -> None:
    event = only("Experts from Kenya and Uganda attended a workshop in Lima on 4 June 2013.")
    assert facts(event)["city"] == "city/lima"
    assert facts(event)["country"] == "country/PER"


@pytest.mark.parametrize(
    ("place", "where"),
    [("in Lima", "city/lima"), ("in Peru on 4 June 2013", "country/PER"), ("in Peru", "")],
)
def test_a_town_or_a_dated_country_behind_a_topic_is_where_it_was_spoken_of(place: str, where: str) -> None:
    event = only(f"In June 2013 Kenya took part in a seminar on mines {place}.")
    assert (facts(event).get("city") or facts(event).get("country", "")) == where


def test_where_something_else_is_is_no_place_of_the_event() -> None:
    event = only("The seminar of 4 June 2013 dealt with the operation in Chad and the elections in Peru.")
    assert "country" not in facts(event)


def test_where_one_travels_is_the_place_of_a_visit() -> None:
    event = only("A delegation of Chad paid a visit to Benin on 4 June 2013.")
    assert facts(event)["country"] == "country/BEN"


@pytest.mark.parametrize(
    ("verb", "name"), [("opened", "startDate"), ("began", "startDate"), ("ended", "endDate"), ("closed", "endDate")]
)
def test_the_verb_tells_the_first_day_from_the_last(verb: str, name: str) -> None:
    found = facts(only(f"A workshop {verb} in Lima on 4 June 2013."))
    assert {key for key in found if key.endswith("Date")} == {name}


def test_a_dateline_is_no_date_of_the_event() -> None:
    event = only("GENEVA, 3 May 2011 - A workshop will be held in Lima on 4 June 2011.")
    assert facts(event)["startDate"] == "2011-06-04"
    assert facts(event)["city"] == "city/lima"


def test_victims_are_no_guests() -> None:
    event = only("Ten people were killed by mines before a workshop in Lima on 4 June 2013.")
    assert "attendeeCount" not in facts(event)


def test_a_date_that_opens_an_entry_is_that_of_what_follows() -> None:
    text = "MEETINGS 2001\n15-17 January: regional conference, Lima\n7-11 May: seminar, Quito"
    assert [facts(event)["startDate"] for event in read(text).events] == ["2001-01-15", "2001-05-07"]


def test_where_one_leaves_for_is_no_place_of_what_one_did_before() -> None:
    text = "The Minister of Peru will call on President Luis Vega on 4 June 2013 and leave for Quito."
    assert "city" not in facts(read(text).events[0])


def test_a_day_that_follows_what_it_came_before_is_not_its_own() -> None:
    text = (
        "On 6 June 2013 Peru held a seminar on fuzes in Lima. Chad was there.\n\n"
        "Before the seminar, on 4 June, Peru had invited the press."
    )
    assert facts(only(text))["startDate"] == "2013-06-06"


def test_the_day_of_a_signature_is_that_of_the_ceremony_at_which_it_was_done() -> None:
    text = "LIMA, 4 June 2013 - The president today signed Protocol V, long in the making, at a ceremony in the garden."
    assert facts(only(text))["startDate"] == "2013-06-04"


def test_an_aside_behind_an_event_does_not_part_it_from_its_day() -> None:
    aside = "paid for by Chad and organised by the Blue River Network with the support of Ghana"
    told = facts(only(f"The seminar on fuzes, {aside}, was held in the town of Lima on 4 June 2013."))
    assert (told["startDate"], told["city"].rsplit("/", 1)[-1]) == ("2013-06-04", "lima")


def test_where_somebody_else_works_is_not_the_place_of_an_event() -> None:
    text = "Peru held a summit in Lima on 4 June 2013.\n\nThe summit backed the relief action of the UN in Somalia."
    assert facts(only(text))["country"] == "country/PER"


def test_where_an_event_was_proposed_is_not_where_it_was() -> None:
    text = "The conference, proposed in Quito last May, will be held in Lima on 4 June 2013."
    told = facts(only(text, issued="2013-05-20"))
    assert (told["startDate"], told["city"]) == ("2013-06-04", "city/lima")


@pytest.mark.parametrize(
    "text",
    [
        "A workshop was held at the University of Nairobi on 4 June 2013.",
        "Nairobi was host of a workshop on 4 June 2013.",
        "On 4 June 2013 a workshop took place in and around Nairobi.",
        "On 4 June 2013 Nairobi was once more the venue of the workshop.",
        "A workshop was taught in Nairobi by a battalion, out of Leeds, on 4 June 2013.",
    ],
)
def test_the_house_and_the_host_town_are_the_place(text: str) -> None:
    assert facts(only(text))["city"] == "city/nairobi"


def test_a_centre_at_a_university_is_no_house_of_the_event() -> None:
    event = only("A workshop was held in Lima on 4 June 2013 by the Research Centre for Peace at Nairobi University.")
    assert facts(event)["city"] == "city/lima"


def test_what_once_happened_in_the_house_dates_nothing() -> None:
    event = only("Kenya called a workshop at a hotel in Lima, the very house where the king was shot in 1993.")
    assert "startDate" not in facts(event)


def test_the_opening_day_of_a_session_is_that_of_the_conference() -> None:
    events = read(
        "A pact was signed in Vienna on 4 June 2013, the opening day of the 9th regular session of the summit."
    )
    found = facts(next(event for event in events.events if event.type == "Conference"))
    assert (found["startDate"], found["city"]) == ("2013-06-04", "city/vienna")
    assert "endDate" not in found


def test_a_count_of_days_between_two_events_is_the_day_of_neither() -> None:
    reading = read("Peru paid a visit to Lima on 4 June 2013. The visit came two days after a workshop in Quito.")
    assert [facts(event).get("startDate") for event in reading.events] == ["2013-06-04", None]


def test_a_second_stop_with_its_own_day_is_where_the_clause_behind_it_says() -> None:
    text = "Dr. Nils Berg was in Lima on 3 June 2013 for talks with Peru and on 5 June 2013 in Quito, "
    text += "where he gave a lecture."
    assert [(facts(e)["city"], facts(e)["startDate"]) for e in read(text).events] == [
        ("city/lima", "2013-06-03"),
        ("city/quito", "2013-06-05"),
    ]


def test_also_and_a_town_between_commas_is_the_place() -> None:
    event = only("On 4 June 2013 the Fifth Mine Forum, also Lima, was chaired by Togo.")
    assert facts(event)["city"] == "city/lima"


@pytest.mark.parametrize("move", ["from Tunis to Rabat", "to Rabat", "to Rabat from Tunis"])
def test_what_was_moved_is_where_it_was_moved_to(move: str) -> None:
    assert facts(only(f"The seminar was moved {move} and took place on 4 June 2013."))["city"] == "city/rabat"


def test_a_bracket_behind_an_event_tells_its_own_place_and_days() -> None:
    text = "Ahead of the Review Conference (Lima, 4-6 June 2013) the experts held a seminar in Quito."
    conference, seminar = read(text).events
    assert (facts(conference)["city"], facts(conference)["startDate"]) == ("city/lima", "2013-06-04")
    assert (facts(seminar)["city"], facts(seminar).get("startDate")) == ("city/quito", None)


def test_the_hague_may_have_a_small_article() -> None:
    assert facts(only("At the Hague a seminar was held on 4 June 2013."))["city"] == "city/hague"


def test_a_date_that_opens_a_sentence_is_that_of_the_event_it_was_done_at() -> None:
    event = only("In June 2013, at a seminar in Lima, Ms Diaz invited the world to come back in May 2014.")
    assert facts(event)["startDate"] == "2013-06"


def test_a_day_behind_an_event_that_only_leads_up_is_that_of_what_was_done() -> None:
    first, second = read("Peru sat in a conference. After the conference, on 4 June 2013, Kenya held a seminar.").events
    assert ("startDate" in facts(first), facts(second)["startDate"]) == (False, "2013-06-04")


@pytest.mark.parametrize(
    ("clause", "country"),
    [
        ("Minister Ana Rey went to Chile for a workshop", "country/CHL"),
        ("ten officers flew to Chile to attend a workshop", "country/CHL"),
        ("Peru gave money to Chile for a workshop", None),
        ("Peru sent word to Chile for a workshop", None),
    ],
)
def test_where_somebody_went_for_an_event_it_was(clause: str, country: str | None) -> None:
    assert facts(only(f"In June 2013 {clause} on clearance.")).get("country") == country


def test_the_day_of_what_somebody_did_next_is_not_the_events() -> None:
    text = "We were received in Lima by the minister of defence, and we showed our slides at a school on 2 May 2001."
    assert "startDate" not in facts(only(text))
