"""Which treaty's parties a meeting gathers."""

import pytest
from told import read

HELD = "was held in Lima from 3 to 7 May 2010."


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        (f"Peru has joined the Ottawa Convention. The Third Meeting of the States Parties {HELD}", "ottawa"),
        (f"The parties to the CCM were invited. The First Review Conference {HELD}", "ccm"),
        (f"Peru ratified the CCM.\n\nThe Second Meeting of States Parties {HELD}", "ccm"),
        (f"Peru has joined the CCM and the Ottawa Convention. The Third Meeting of the States Parties {HELD}", None),
        (f"Peru has joined the Ottawa Convention. The third workshop {HELD}", None),
        (f"The Third Meeting of the States Parties {HELD}", None),
    ],
)
def test_a_meeting_of_parties_concerns_the_treaty_spoken_of(text: str, treaty: str | None) -> None:
    """The nearest stretch that speaks of a treaty tells, unless it speaks of several."""
    (event,) = (event for event in read(text).events if event.type in {"Conference", "Workshop"})
    told = {fact.value.rsplit("/", 1)[-1] for fact in event.facts if fact.property == "concerns"}
    assert told == ({treaty} if treaty else set())


def test_what_it_concerns_rests_on_the_words_for_the_treaty() -> None:
    """The evidence is the mention of the treaty, wherever it stands."""
    text = f"Peru has joined the Ottawa Convention. The Third Meeting of the States Parties {HELD}"
    (fact,) = (fact for event in read(text).events for fact in event.facts if fact.property == "concerns")
    assert "Ottawa Convention" in text[fact.span.begin : fact.span.end]
