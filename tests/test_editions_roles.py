"""Roles at the events of a series: the host of another edition is none of this one; chairs told by their post."""

import pytest
from told import read

HEAD = "Bulletin, 8 March 2012\n\n"
SEMINAR = HEAD + "The Fourth Seminar on Old Mines was held in Accra on 5 and 6 March 2012. "
STATES = HEAD + "The Fourth Meeting of the States Parties was held in Accra on 5 and 6 March 2012. "


def roles(text: str) -> set[str]:
    """Give "actor:role at city" of every part that a text tells of."""
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    told: set[str] = set()
    for event in reading.events:
        city = next((fact.value for fact in event.facts if fact.property == "city"), "").rsplit("/", 1)[-1]
        told |= {f"{names[part.actor]}:{part.role}@{city}" for part in event.participations}
    return told


def plain(text: str) -> set[str]:
    """Give actor and role alone."""
    return {told.partition("@")[0] for told in roles(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Togo, the third host, sent a message.", set[str]()),
        ("Togo, the previous host, took part.", {"Togo:Participant"}),
        ("The third had been chaired by Nigeria.", set[str]()),
        ("The fourth was chaired by Nigeria.", {"Nigeria:Chair"}),
        ("Its successor will be chaired by Benin.", set[str]()),
        ("Benin will be host next year.", set[str]()),
        ("Benin will be host to the fifth.", set[str]()),
        ("Nigeria presided in Dakar.", set[str]()),
        ("The earlier ones had been in Dakar, where Nigeria was host.", set[str]()),
        ("In Dakar Nigeria presided.", set[str]()),
        ("Nigeria presided in Accra.", {"Nigeria:Chair"}),
        ("It appointed a working group of five. It was chaired by Nigeria.", set[str]()),
        ("Teams of Norwegian People's Aid will go on with the work.", set[str]()),
        ("Sweden had held the presidency of the European Union.", set[str]()),
        ("Ana Ruiz, who heads a school and presides over the Red Cross, took part.", {"Ana Ruiz:Participant"}),
        ("Ghana and Togo, members of the African Union, attended.", {"Ghana:Participant", "Togo:Participant"}),
    ],
)
def test_another_edition_is_left_alone(text: str, told: set[str]) -> None:
    """Who hosted or chaired at another time or place, or another body, has no role at the event at hand."""
    assert {part.removesuffix("@accra") for part in roles(SEMINAR + text) if part.endswith("@accra")} == told


def test_rows_of_a_list_are_events_of_their_own() -> None:
    """A row with a town and a day of its own gives nothing to the event that the text began with."""
    text = (
        HEAD
        + "The Ninth Meeting of the States Parties is to be held in Geneva.\n\nBefore:\n\n"
        + "* No. 5 - Bangkok, 15-19 September 2003 - hosted by Thailand\n"
        + "* No. 6 - Zagreb, 28 November to 2 December 2005 - chaired by Ana Ruiz of Peru\n"
    )
    assert not {told for told in roles(text) if told.endswith("@geneva")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ambassador Ana Ruiz of Peru was its President.", {"Ana Ruiz:Chair"}),
        ("Its President was Ambassador Ana Ruiz of Peru.", {"Ana Ruiz:Chair"}),
        ("Peru held the presidency in the person of Ana Ruiz, its Deputy Minister.", {"Peru:Chair", "Ana Ruiz:Chair"}),
        ("Peru was host and held its presidency through Ambassador Ana Ruiz.", {"Peru:Host", "Ana Ruiz:Chair"}),
        ("The presidency was in the hands of Peru.", {"Peru:Chair"}),
        ("On the second day it was the turn of Peru to preside.", {"Peru:Chair"}),
        ("It elected Ambassador Ana Ruiz of Peru as its President.", {"Ana Ruiz:Chair"}),
        (
            "Some 40 States took part, along with UNIDIR.",
            {"United Nations Institute for Disarmament Research:Participant"},
        ),
        ("Among those who have spoken so far are Ana Ruiz and Mei Tan.", {"Ana Ruiz:Speaker", "Mei Tan:Speaker"}),
        ("Ana Ruiz made the announcement.", {"Ana Ruiz:Speaker"}),
        ("Ana Ruiz took the microphone.", {"Ana Ruiz:Speaker"}),
        ("It was organised by Ghana with the help of Togo.", {"Ghana:Organizer", "Togo:Organizer"}),
        ("Peru was at the seminar for the first time.", {"Peru:Participant"}),
        ("From farther away: Peru and Chile.", {"Peru:Participant", "Chile:Participant"}),
    ],
)
def test_roles_told_by_post_and_place(text: str, told: set[str]) -> None:
    """A meeting of States has its president by many turns of phrase."""
    assert plain((SEMINAR if "seminar" in text else STATES) + text) >= told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Ruiz of Peru is to preside over it.", "Ana Ruiz:Chair@dakar"),
        ("Peru will preside; Ambassador Ana Ruiz has been elected.", "Ana Ruiz:Chair@dakar"),
        ("Ana Ruiz of Peru is President-designate.", "Ana Ruiz:Chair@dakar"),
    ],
)
def test_what_is_to_come_belongs_to_the_next_meeting(text: str, told: str) -> None:
    """Who will preside does so at the meeting announced just before, not at the one that is over."""
    ahead = "The next meeting will take place in Dakar from 4 to 7 June 2013. "
    assert {one for one in roles(STATES + ahead + text) if ":Chair" in one} - {"Peru:Chair@dakar"} == {told}


def test_a_post_at_an_event_behind_a_name() -> None:
    """ "X, President of the meeting" chaired it, and the sentence is about what he did."""
    text = (
        HEAD + "Ana Ruiz of Peru, President of the Fourth Seminar on Old Mines, thanked Ghana in Accra on 5 March 2012."
    )
    assert "Ana Ruiz:Chair" in plain(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Talks were held in Vienna on 5 March 2012. Ana Ruiz took part on the Peruvian side, Mei Tan on the other.",
            {"Ana Ruiz:Participant", "Mei Tan:Participant"},
        ),
        (
            "Premier Ana Ruiz of Peru, in talks in Lima on 5 March 2012 with the visiting Mei Tan, agreed.",
            {"Ana Ruiz:Participant", "Mei Tan:Participant"},
        ),
        ("Peru put forward the idea at the seminar in Lima on 5 March 2012.", {"Peru:Speaker"}),
        ("In March 2011 Chile welcomed the Ninth Workshop to Santiago.", {"Chile:Host"}),
        ("The seminar meets in Lima on 5 May 2012 as the guest of Peru.", {"Peru:Host"}),
        (
            "Mexico is inviting the signatories to informal consultations in Mexico City on 5 May 2012.",
            {"Mexico:Organizer"},
        ),
        ("The workshop was opened in the library of Lima on 5 March 2012, by Ana Ruiz.", {"Ana Ruiz:Speaker"}),
        ("An exhibition of photographs from Peru and Chile was shown in Lima on 5 March 2012.", set[str]()),
    ],
)
def test_parts_at_talks_visits_and_openings(text: str, told: set[str]) -> None:
    """Talks have two sides; who takes an event in is its host; an opening is no ceremony of its own."""
    found = plain(HEAD + text)
    assert found >= told
    assert told or not found


def test_a_signing_at_a_ceremony_is_that_ceremony() -> None:
    """ "At the ceremony A and B signed" makes no second ceremony."""
    reading = read(
        HEAD
        + "A ceremony was held in Lima on 5 March 2012. At the ceremony Ana Ruiz and Mei Tan signed the memorandum."
    )
    assert [event.type for event in reading.events] == ["Ceremony"]
    assert len(reading.events[0].participations) == 2


def test_a_treaty_day_ends_no_meeting() -> None:
    """A sentence on when a State ratified lies apart; what comes behind it is at the meeting again."""
    text = (
        SEMINAR
        + "The Arms Trade Treaty was spoken of. Peru ratified it on 30 January 2011. "
        + "Cuba and Chile attended as observers."
    )
    assert {"Cuba:Participant", "Chile:Participant"} <= plain(text)
    assert "Peru:Participant" not in plain(text)


def test_help_is_no_money() -> None:
    """Who helped to organise an event has not paid for it."""
    assert "Togo:Sponsor" not in plain(STATES + "It was organised by Ghana with the help of Togo.")


def test_a_text_that_breaks_off_is_read() -> None:
    """Nothing behind the "and" of an unknown name is no reason to stop."""
    assert not read("Ministry of Mr and ").events
