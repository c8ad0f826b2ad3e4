"""The floor: what States and bodies say and do in a passage about a meeting, they say and do there."""

import pytest
from told import read

HEAD = "Lima, 4 March 2011\n\nThe seminar on old mines was held in Lusaka on 1 and 2 March 2011. "


def roles(text: str, kind: str = "Seminar") -> set[str]:
    """Give State and role of those who had a part in the events of one kind."""
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    return {
        f"{names.get(part.actor, part.actor.rsplit('/', 1)[-1])}:{part.role}"
        for event in reading.events
        if event.type == kind
        for part in event.participations
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile went along with the draft.", {"Chile:Participant"}),
        ("Mr. Luis Vega, who led the team, seconded the motion.", {"Luis Vega:Participant"}),
        ("Chile left the hall before the vote.", {"Chile:Participant"}),
        ("Ghana, which keeps no mines, warmly seconded the idea.", {"Ghana:Participant"}),
        (
            "Peru asked that the text be left as it was; Chile was against it.",
            {"Peru:Participant", "Chile:Participant"},
        ),
        ("Ghana was more cautious than the rest.", {"Ghana:Participant"}),
        ("Peru had brought its own interpreter.", {"Peru:Participant"}),
        (
            "Kenya, Malawi and Mali gave the plan their full backing.",
            {f"{s}:Participant" for s in ("Kenya", "Malawi", "Mali")},
        ),
        ("Ghana said that it would ratify; Mali made the same promise.", {"Ghana:Speaker", "Mali:Speaker"}),
        ("Cuba presented its software, and Panama its draft law.", {"Cuba:Speaker", "Panama:Speaker"}),
        ("Norway, joined by Sweden, wanted more time.", {"Norway:Participant", "Sweden:Participant"}),
        ("Peru, at that time no member, attended as an observer.", {"Peru:Participant"}),
        ("Chile did not agree with the date.", {"Chile:Participant"}),
    ],
)
def test_who_speaks_and_acts_in_the_room_was_there(text: str, told: set[str]) -> None:
    assert roles(HEAD + text) == told


@pytest.mark.parametrize(
    "text",
    [
        "In Santiago, Chile declared that it would ratify.",
        "Peru said from Cusco that it was studying the text.",
        "In May 2004 Chile proposed a fund.",
        "The minister said that Peru supported the ban.",
        "Peru sent no delegation.",
        "Peru refused to come.",
        "Peru signed the Ottawa Convention in 1997.",
        "Peru destroyed its last mine in 2001.",
        "Chile told reporters that it was content.",
        "Neither Peru nor Chile has joined the Ottawa Convention.",
    ],
)
def test_what_is_said_or_done_elsewhere_makes_nobody_a_participant(text: str) -> None:
    assert roles(HEAD + text) == set()


def test_the_meeting_keeps_the_floor_while_its_delegates_are_spoken_of() -> None:
    text = (
        HEAD + "\n\nMost delegations were small.\n\nThe draft came up late.\n\nTwo delegates slept.\n\nPeru objected."
    )
    assert roles(text) == {"Peru:Participant"}


def test_the_floor_is_lost_where_the_text_turns_to_other_things() -> None:
    text = HEAD + "\n\nMines are cheap.\n\nRust does not stop them.\n\nFarmers wait for years.\n\nPeru objected."
    assert roles(text) == set()


def test_an_event_that_is_only_spoken_of_does_not_take_the_floor() -> None:
    text = HEAD + "Peru reported on a course in Cusco. Chile asked for a copy of the lessons."
    assert "Chile:Participant" in roles(text)
    assert "Chile:Participant" not in roles(text, "Training")


def test_a_town_names_the_event_that_was_held_there() -> None:
    text = HEAD + "A conference took place in Quito on 5 April 2010. In Lusaka, Ghana opposed it."
    assert (roles(text), roles(text, "Conference")) == ({"Ghana:Participant"}, set())


def test_the_items_of_a_list_stand_in_one_room() -> None:
    points = (
        "Norway called for more funds.",
        "Mozambique warned that donors are leaving.",
        "Bhutan reported on its law.",
    )
    text = HEAD + "\n\nHigh points:\n* " + "\n* ".join(points)
    assert roles(text) == {"Norway:Participant", "Mozambique:Speaker", "Bhutan:Speaker"}


def test_an_event_of_which_nothing_is_told_does_not_take_the_floor() -> None:
    told = roles(f"{HEAD}Somebody mentioned a course for recruits. Chile went along with the draft.")
    assert "Chile:Participant" in told


def test_who_inspects_something_in_a_passage_about_a_visit_took_part() -> None:
    visit = "On 1 March 2011 a visit to the depot in Lusaka took place. Mr. Luis Vega inspected the walls."
    assert roles(f"Lima, 4 March 2011\n\n{visit}", "Visit") == {"Luis Vega:Participant"}


def test_who_will_be_somewhere_is_at_the_meeting_to_come_there() -> None:
    """A town tells the event that a clause is about: one ahead where the clause looks ahead, else one that was."""
    later = "A conference will be held in Quito on 5 May 2011. The seminar closed late. "
    assert roles(HEAD + later + "Chile will be represented in Quito as an observer.", "Conference") == {
        "Chile:Participant"
    }
    assert roles(HEAD + later + "Chile was represented in Lusaka as an observer.") == {"Chile:Participant"}


def test_who_speaks_for_a_state_in_brackets_speaks_at_the_meeting() -> None:
    text = HEAD + "\n\nAlicia Moreno (Peru) said that stocks were gone.\n\nMr. Obi (Ghana) added that mines stay."
    assert roles(text) == {"Alicia Moreno:Speaker", "Obi:Speaker"}


def test_who_tells_of_another_event_speaks_at_the_one_at_hand() -> None:
    """What a speaker says was held elsewhere is not where it was said; nobody has spoken at what lies ahead."""
    told = HEAD + "\n\nMr. Obi (Ghana) noted that his Government had hosted a conference in Accra on 4 May 2009."
    assert (roles(told), roles(told, "Conference")) == ({"Obi:Speaker"}, set())
    ahead = "Minister Ana Obi said that a conference would be held in Accra on 6 May. She stressed that mines stay."
    assert roles(f"Accra, 4 May 2010 - {ahead}", "Conference") == set()


def test_a_state_that_has_signed_a_treaty_was_not_therefore_at_the_ceremony() -> None:
    text = (
        "Minister Vega of Peru cut the ribbon of the centre on 5 June 2002. Ethiopia has signed the Ottawa Convention."
    )
    assert "Ethiopia:Participant" not in roles(text, "Ceremony")
    assert roles(text, "Ceremony")


def test_who_speaks_in_a_session_speaks_at_the_meeting() -> None:
    text = (
        "Lithuania held a workshop on fuzes in Vilnius from 11 to 13 October 2022. In the first session Captain Jan "
        "Kowal explained the guide. Ms Rita Berg presented the plan for the region, adopted at the Paris Summit of "
        "10 July 2018. The second day was given to reports. Colonel Marek Nowak described the works."
    )
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    spoke = {e.type: {names[p.actor] for p in e.participations if p.role == "Speaker"} for e in reading.events}
    assert spoke == {"Workshop": {"Jan Kowal", "Rita Berg", "Marek Nowak"}, "Conference": set()}
