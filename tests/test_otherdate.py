"""Which dates of a sentence are those of something else than an event."""

import pytest
from told import facts, only


@pytest.mark.parametrize(
    "sentence",
    [
        "A workshop that should have opened on 4 June 2013 was held in Lima.",
        "A workshop originally announced for 4 June 2013 was held in Lima.",
        "A letter dated 4 June 2013 speaks of the workshop in Lima.",
        "In its letter of 4 June 2013 Peru spoke of the workshop in Lima.",
        "Peru announced on 4 June 2013 that a workshop was held in Lima.",
        "The treaty has been open for signature since 4 June 2013, as a workshop in Lima was told.",
        "The winner of the 2013 peace prize spoke at a workshop in Lima.",
        "The workshop in Lima read the 2003 OSCE Document on Stockpiles and the 1996 Mine Ban Treaty.",
        "Peru, elected on 4 June 2013, hosted a workshop in Lima.",
        "A workshop in Lima asked Peru to destroy its stocks by 4 June 2013.",
        "The seminar in Lima was a success, it was learnt today.",
        "Ana Rojas returned on 4 June 2013 from Lima, where she had attended a workshop.",
        "The seminar in Lima, postponed on 4 June 2013, is still to be held.",
        "Peru told the seminar in Lima about the plan that it had drawn up in June 2013.",
    ],
)
def test_the_day_of_something_else_is_not_the_events(sentence: str) -> None:
    assert "startDate" not in facts(only(sentence))


@pytest.mark.parametrize(
    ("sentence", "name", "day"),
    [
        ("She will be in Lima until 4 June 2013.", "endDate", "2013-06-04"),
        ("The workshop of 4 June 2013 adopted a plan.", "startDate", "2013-06-04"),
        ("The workshop in Lima was postponed to 4 June 2013.", "startDate", "2013-06-04"),
        ("The workshop in Lima continues until 4 June 2013.", "endDate", "2013-06-04"),
        ("The workshop in Lima has been under way since 4 June 2013.", "startDate", "2013-06-04"),
    ],
)
def test_the_day_of_an_event_is_its_own_all_the_same(sentence: str, name: str, day: str) -> None:
    assert facts(only(sentence))[name] == day


def test_the_day_on_which_somebody_came_back_is_not_the_event_s() -> None:
    text = "Lima, 15 July 2015. Ana Rey came back on Monday from Quito, where she had attended a workshop on fuzes."
    found = facts(only(text))
    assert found["city"] == "city/quito"
    assert "startDate" not in found


def test_what_somebody_invited_others_to_is_to_come() -> None:
    found = facts(only("Lima, 12 April 2010. Ana Rey invited all to the Quito conference in June."))
    assert found["startDate"] == "2010-06"
    assert facts(only("Lima, 12 April 2010. Ana Rey was at the Quito conference in June."))["startDate"] == "2009-06"


def test_the_day_on_which_land_was_handed_back_is_that_of_the_ceremony() -> None:
    assert facts(only("A field was handed back on 4 June 2013 at a ceremony in Lima."))["startDate"] == "2013-06-04"


@pytest.mark.parametrize("verb", ["adopted a plan", "signed a text", "launched a fund", "ratified the minutes"])
def test_the_day_behind_the_event_s_town_is_its_own_whatever_it_did(verb: str) -> None:
    told = facts(only(f"The workshop in Prague on 21 November 2002 {verb}."))
    assert (told["startDate"], told["city"]) == ("2002-11-21", "city/prague")
