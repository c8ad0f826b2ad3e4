"""Events that a verb alone tells of."""

import pytest
from told import facts, only, read, types


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministers of Togo and Benin met in Lomé on 4 June 2013.", "Meeting"),
        ("Japan's foreign minister visited Palau on 4 June 2013.", "Visit"),
    ],
)
def test_a_verb_tells_of_an_event(text: str, kind: str) -> None:
    assert types(text) == [kind]


def test_those_who_met_took_part() -> None:
    reading = read("The ministers of Togo and Benin met in Lomé on 4 June 2013.")
    names = {actor.key: actor.label for actor in reading.actors}
    (event,) = reading.events
    assert {(names[part.actor], part.role) for part in event.participations} >= {
        ("Togo", "Participant"),
        ("Benin", "Participant"),
    }
    assert facts(event)["city"] == "city/lome"


def test_a_noun_beside_the_verb_goes_before_it() -> None:
    assert only("The ministers met at a conference in Oslo on 4 June 2013.").type == "Conference"


@pytest.mark.parametrize(
    "text", ["The need was met in June 2013.", "The parts meet in the middle.", "The two have never met."]
)
def test_not_every_meeting_of_the_verb_is_an_event(text: str) -> None:
    assert types(text) == []
