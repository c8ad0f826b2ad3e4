"""What the words around an event say of its time."""

import pytest
from told import facts, only, read


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The workshop in Lima will look at fuzes.", "Planned"),
        ("Peru was glad to say that Chile will set out its long experience of it at the workshop in Lima.", "Planned"),
        ("The workshop in Lima looked at fuzes.", "Held"),
        ("The workshop in Lima was called off.", "Cancelled"),
        ("The workshop in Lima fell through.", "Cancelled"),
        ("The workshop in Lima has been put off.", "Postponed"),
        ("The workshop in Lima, postponed in May, is to be held soon.", "Postponed"),
        ("The workshop in Lima was adjourned after an hour.", "Held"),
        ("A workshop is taking place in Lima; others will follow.", "Held"),
        ("The workshop in Lima was put off and then held online.", "Held"),
        ("The next day, 27 March 1996, they gathered for a workshop in Lima.", "Held"),
        ("The workshop was put off for a year and finally convened in Lima.", "Held"),
    ],
)
def test_the_words_behind_an_event_tell_what_became_of_it(sentence: str, status: str) -> None:
    assert facts(only(sentence))["eventStatus"] == status


@pytest.mark.parametrize(("words", "name"), [("the opening of", "startDate"), ("the close of", "endDate")])
def test_a_day_of_one_end_of_an_event_is_that_of_the_other_only_with_its_length(words: str, name: str) -> None:
    told = facts(only(f"Peru spoke on 4 June 2013 at {words} a workshop in Lima."))
    assert {key for key in told if key.endswith("Date")} == {name}
    both = facts(only(f"Peru spoke on 4 June 2013 at {words} a two-day workshop in Lima."))
    assert {key for key in both if key.endswith("Date")} == {"startDate", "endDate"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A three-day workshop closed in Lima on 8 June 2013.",
        "The guests went home on 8 June 2013 after a three-day workshop in Lima.",
        "They left Lima on 8 June 2013 after a workshop of three days in Lima.",
        "A workshop closed in Lima on 8 June 2013. It had begun on 6 June.",
        "A workshop in Lima began on 6 June 2013; it ended on 8 June.",
        "A workshop began in Lima on 6 June 2013. It will end on 8 June.",
        "The workshop in Lima, which Peru has been hosting since 6 June 2013, ends on 8 June 2013.",
    ],
)
def test_an_event_has_the_days_of_its_opening_and_its_close(sentence: str) -> None:
    told = facts(only(sentence))
    assert (told["startDate"], told["endDate"]) == ("2013-06-06", "2013-06-08")


def test_the_last_day_of_an_event_is_not_its_first() -> None:
    told = facts(only("Today, 8 June 2013, is the last day of the workshop in Lima."))
    assert told["endDate"] == "2013-06-08"
    assert "startDate" not in told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad spoke of the preparations for the Second Review Conference in Geneva.", "Planned"),
        ("Ama Kofi, President-designate of the Second Review Conference in Geneva, thanked Chad.", "Planned"),
        ("Peru spoke in the run-up to the conference in Lima.", "Planned"),
        ("Looking ahead: Peru has agreed to a workshop in Lima.", "Planned"),
        ("The workshop in Lima, to have been held in 2012, could not be convened.", "Cancelled"),
        ("Peru and Chad agreed to hold a conference in Lima.", "Planned"),
        (
            "The seminar on fuzes, paid for by Chad and run by Peru with the support of Ghana, will be held in Lima.",
            "Planned",
        ),
        ("The preparations took a year before the conference in Lima.", "Held"),
    ],
)
def test_what_is_prepared_is_to_come(text: str, status: str) -> None:
    assert facts(only(text))["eventStatus"] == status


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A seminar was held in Oslo on 3 May 2013, four days after the vote.", "2013-05-03", "2013-05-03"),
        ("At a seminar in the rose garden on 3 May 2013 Peru spoke.", "2013-05-03", "2013-05-03"),
        ("Peru and Chad wound up two days of talks in Oslo on 3 May 2013.", "2013-05-02", "2013-05-03"),
        ("A pact was signed in Bern on 3 May 2013.", "2013-05-03", "2013-05-03"),
    ],
)
def test_how_long_an_event_lasted_is_told_by_itself(text: str, first: str, last: str) -> None:
    found = facts(only(text))
    assert (found["startDate"], found["endDate"]) == (first, last)


def test_the_new_day_of_what_was_put_off_counts() -> None:
    found = facts(
        only("The workshop, due in Lima on 4 June 2013, was put off and is now to begin on 9 July 2013.", issued="2013")
    )
    assert (found["eventStatus"], found["startDate"]) == ("Postponed", "2013-07-09")


def test_the_new_date_may_have_a_sentence_of_its_own() -> None:
    found = facts(only("The visit of the council to Lima on 4 June 2013 did not happen. The new date is 9 July 2013."))
    assert (found["eventStatus"], found["startDate"]) == ("Postponed", "2013-07-09")


@pytest.mark.parametrize(
    "more",
    [
        "Kenya told the workshop that it will ratify.",
        "The workshop's report will be printed.",
        "The workshop prepared the Quito summit, at which Kenya will speak on 9 July 2013.",
    ],
)
def test_what_is_said_to_come_in_another_clause_makes_no_event_one_to_come(more: str) -> None:
    reading = read(f"Kenya hosted a workshop in Lima on 4 June 2013. {more}", issued="2013-06-10")
    assert len(reading.events[0].mentions) == 2


@pytest.mark.parametrize(
    "aside", ["", ", paid for by Norway,", " for sappers of ten armies, held with the help of Norway,"]
)
def test_what_came_to_a_close_ended_that_day(aside: str) -> None:
    found = facts(only(f"On 14 June 2013 a course{aside} came to a close in Lima."))
    assert (found.get("startDate"), found["endDate"]) == (None, "2013-06-14")


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Today the minister addressed the closing session of the conference on arms.", "endDate"),
        ("The minister spoke at the inaugural plenary of the conference on arms today.", "startDate"),
        ("A week of speeches ended today as the conference on arms adopted its plan.", "endDate"),
    ],
)
def test_a_session_or_a_verb_tells_which_end_of_an_event_a_day_is(text: str, edge: str) -> None:
    told = facts(only(f"Lima, 13 June 2013. {text}"))
    assert [key for key in told if key.endswith("Date")] == [edge]


def test_what_is_to_be_held_is_the_event_before_it_only() -> None:
    text = "Today Mr Luis Vega gave a reception for guests of the Fifth Arms Seminar, to be held in Quito in July."
    first, second = read(f"Lima, 13 June 2013. {text}").events
    assert [facts(event)["eventStatus"] for event in (first, second)] == ["Held", "Planned"]
