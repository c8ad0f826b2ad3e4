"""What governments' press releases leave to the reader: whose minister, whose visit, which side, where."""

import pytest
from told import facts, only, read, types

from kg.model import BASE

VISIT = """Ministry of Foreign Affairs - Ghana

19 January 2015

Foreign Minister Kofi Adomako today ended a two-day visit to Lima. Yesterday the Minister had talks with Foreign
Minister Rosa Salas. This morning he called on President Juan Lopez and on Prime Minister Luis Vega. Arrangements for
President Yaw Mensah's visit to Peru were another subject. The Minister has accepted an invitation to visit Chile.
"""


def posts(text: str) -> set[tuple[str, str | None, str | None]]:
    """Give the label of each person with a post, the post and the code of its State."""
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    return {(names[a.person], a.position, a.state and a.state[-3:]) for a in reading.affiliations}


def parties(text: str) -> list[set[str]]:
    """Give the labels of those who have a role at each event."""
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    return [{names[p.actor] for p in event.participations} for event in reading.events]


def test_a_release_tells_whose_ministers_it_means() -> None:
    found = posts(VISIT)
    assert ("Yaw Mensah", "President", "GHA") in found
    assert {("Rosa Salas", "Foreign Minister", "PER"), ("Luis Vega", "Prime Minister", "PER")} <= found


def test_the_minister_of_a_release_is_its_own_and_calls_have_all_their_parties() -> None:
    assert parties(VISIT) == [
        {"Kofi Adomako"},
        {"Kofi Adomako", "Rosa Salas"},
        {"Kofi Adomako", "Juan Lopez", "Luis Vega"},
        {"Yaw Mensah"},
        {"Kofi Adomako"},
    ]


def test_meetings_of_a_visit_stand_where_it_does_and_other_visits_do_not() -> None:
    told = [facts(event) for event in read(VISIT).events]
    assert [one.get("city") for one in told] == ["city/lima", "city/lima", "city/lima", None, None]
    assert [one["country"] for one in told[3:]] == ["country/PER", "country/CHL"]
    assert told[4]["eventStatus"] == "Planned"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Permanent Mission of Norway to the United Nations\nGeneva\n\n3 May 2011\n\n"
            "She conveyed the greetings of Foreign Minister Ole Brekke. Ambassador Tora Hauge was there.",
            {("Ole Brekke", "Foreign Minister", "NOR"), ("Tora Hauge", "Ambassador", "NOR")},
        ),
        (
            "Ministry of Foreign Affairs, Oslo\n\n4 May 2005\n\nThe Foreign Secretaries, Mr. Ola Moen and "
            "Mr. Kurt Kvist, signed it in Oslo. Sweden and Norway are neighbours, Sweden above all.",
            {("Ola Moen", "Foreign Secretary", "NOR"), ("Kurt Kvist", "Foreign Secretary", "SWE")},
        ),
        (
            "The White House\n\nJune 16, 1978\n\nPresident Jimmy Carter came to Panama City at the invitation of "
            "General Omar Torres, Head of Government.",
            {("Jimmy Carter", "President", "USA"), ("Omar Torres", "Head of Government", "PAN")},
        ),
        (
            "Embassy of Canada, Bangkok\n\nBangkok, 22 June 1999 - It was signed in the presence of the Deputy Foreign "
            "Minister, Som Chai.",
            {("Som Chai", "Deputy Foreign Minister", None)},
        ),
        (
            "The White House\n\nJune 16, 1978\n\nPresident Carl Wright came to Panama City on Friday.",
            {("Carl Wright", "President", None)},
        ),
        ("Foreign Minister Jan Moen of Norway spoke.", {("Jan Moen", "Foreign Minister", "NOR")}),
        (
            "They heard Carl Pace, Convenor of the Coalition for the International Criminal Court.",
            {("Carl Pace", "Convenor", None)},
        ),
    ],
)
def test_posts_of_releases(text: str, rows: set[tuple[str, str, str | None]]) -> None:
    assert posts(text) == rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Presidents Ola Moen and Kurt Kvist signed the treaty in Oslo on 5 May 2001.", {"Ola Moen", "Kurt Kvist"}),
        ("Foreign Minister Ola Moen met Kurt Kvist in Oslo.", {"Ola Moen", "Kurt Kvist"}),
        ("The conference in Oslo drew 90 delegates, with Mr. Ola Moen representing Norway.", {"Ola Moen"}),
    ],
)
def test_both_sides_have_a_role(text: str, found: set[str]) -> None:
    assert parties(text)[0] >= found


def test_a_treaty_is_opened_for_signature_on_a_day() -> None:
    event = only("The Convention will be opened for signature in Oslo on 3 December 2008.", issued="2008-05-30")
    assert facts(event)["startDate"] == "2008-12-03"
    assert facts(event)["eventStatus"] == "Planned"


def test_an_invitation_to_a_workshop_is_no_visit() -> None:
    assert types("Norway accepted an invitation to the workshop in Lima on 3 May 2005.") == ["Workshop"]


@pytest.mark.parametrize(
    ("text", "actions", "claims"),
    [
        (
            "Norway signed the Rome Statute on 3 May 2001. It is not among those that have ratified.",
            {("Signature", "2001-05-03")},
            {"Signatory"},
        ),
        ("Norway has signed but not ratified the Arms Trade Treaty.", set(), {"Signatory"}),
        (
            "The Minister announced on 22 August 2012 that Norway has ratified the Arms Trade Treaty. The instrument, "
            "which President Ola Moen had signed, is a long one.",
            {("Ratification", None)},
            {"StateParty"},
        ),
    ],
)
def test_acts_are_not_taken_from_papers_days_of_news_and_denials(
    text: str, actions: set[tuple[str, str | None]], claims: set[str]
) -> None:
    reading = read(text)
    assert {(a.type, a.date) for a in reading.actions} == actions
    assert {c.status for c in reading.claims} == claims
    told = [a.state for a in reading.actions] + [c.state for c in reading.claims]
    assert set(told) == {f"{BASE}state/NOR"}


HEAD = "MINISTRY OF FOREIGN AFFAIRS\nPress release\nLima, 14 May 2002\n\n"


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("Next week Lima will be the venue of a two-day seminar. It will be opened on Thursday.", "05-23", "05-24"),
        ("The minister concluded yesterday a three-day visit to Chad.", "05-11", "05-13"),
        ("A seminar opened this morning in Quito. It is due to close on Thursday.", "05-14", "05-16"),
        ("A six-week course ended here on Monday. The course began on 3 April.", "04-03", "05-13"),
        ("A seminar opens in Quito next Thursday and lasts two days.", "05-23", "05-24"),
    ],
)
def test_the_days_of_a_release_are_counted_from_its_own(told: str, first: str, last: str) -> None:
    found = facts(only(HEAD + told))
    assert (found["startDate"], found["endDate"]) == (f"2002-{first}", f"2002-{last}")


def test_a_year_told_last_is_that_of_the_whole_row() -> None:
    text = "The meeting was held in two parts, one in Lima from 2 to 4 March and one in Quito on 6 and 7 June 2005."
    assert [facts(event)["startDate"] for event in read(text).events] == ["2005-03-02", "2005-06-06"]


@pytest.mark.parametrize("hosts", ["will host", "is to host", "has hosted", "hosts"])
def test_a_capital_that_hosts_is_the_town(hosts: str) -> None:
    event = only(f"Lima {hosts} a seminar on small arms on 3 May 2004.")
    assert (facts(event)["city"], event.participations) == ("city/lima", ())


def test_the_house_of_an_event_is_no_part_of_its_name() -> None:
    event = only("On 3 May 2004 he opened the Third Review Conference of the Ottawa Convention in the Bolivar Hall.")
    assert event.name == "Third Review Conference of the Ottawa Convention"


def told_by(text: str) -> list[tuple[str, str | None, str | None]]:
    """Give class, first day and town of each event of a text."""
    return [(e.type, facts(e).get("startDate"), facts(e).get("city")) for e in read(text).events]


def parts(text: str, number: int) -> set[tuple[str, str]]:
    """Give the label and role of each who took part in an event of a text."""
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    return {(names[part.actor], part.role) for part in reading.events[number].participations}


def test_a_second_verb_tells_of_a_second_event_on_the_day_in_front() -> None:
    text = (
        "14 May 2007\n\nTomorrow Mr Ivan Varga will meet Defence Minister Jaan Tamm and tour the arms depot in Kavala."
    )
    assert told_by(text) == [("Meeting", "2007-05-15", None), ("Visit", "2007-05-15", "city/kavala")]
    text = "14 May 2007\n\nMr Ivan Varga travelled to Kavala on 12 May and toured the arms depot in the harbour."
    assert told_by(text) == [("Visit", "2007-05-12", "city/kavala")]


def test_what_is_planned_next_to_something_else_is_planned_too() -> None:
    text = (
        "14 May 2007\n\nMr Ivan Varga is scheduled to address the Institute of Strategic Studies this afternoon "
        "and to meet the Foreign Minister, Mr Juan Lopez, tomorrow."
    )
    assert [day for _, day, _ in told_by(text)] == ["2007-05-14", "2007-05-15"]
    assert ("Ivan Varga", "Participant") in parts(text, 1)
    assert told_by("14 May 2007\n\nMr Ivan Varga wants to rest this afternoon and to meet Mr Juan Lopez one day.") == []


def test_who_met_the_minister_and_not_the_minister_called_on_the_next() -> None:
    text = "14 May 2007\n\nMr Ivan Varga met Minister Jaan Tamm on 12 May and called on Prime Minister Luis Vega."
    assert parts(text, 1) == {("Ivan Varga", "Participant"), ("Luis Vega", "Participant")}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Secretary William Hale will host Minister of Defense Pavel Orlov at the Pentagon on May 15.", "Meeting"),
        ("The Minister of Security, Ms Ama Koffi, launched this Monday in Lomé the national plan on arms.", "Ceremony"),
        ("Mr Ivan Varga met in the blue room with Ambassador Ralph Stone on 12 May.", "Meeting"),
        (
            "Ambassador Ama Koffi took part in the plenary of the Conference on Disarmament in Geneva on 3 May.",
            "Meeting",
        ),
    ],
)
def test_what_a_release_tells_by_a_verb_or_calls_a_plenary(told: str, kind: str) -> None:
    assert types(f"14 May 2007\n\n{told}") == [kind]


def test_a_minister_at_a_house_is_not_of_that_house() -> None:
    text = "7 May 1996\n\nSecretary William Hale hosted Minister of Defense Pavel Orlov at the Pentagon on May 5."
    assert ("Pavel Orlov", "Minister of Defense", None) in {
        (name, position, organization)
        for a in read(text).affiliations
        for name, position, organization in [(label(text, a.person), a.position, a.organization)]
    }


def label(text: str, key: str) -> str:
    """Give the label of an actor of a text."""
    return next(actor.label for actor in read(text).actors if actor.key == key)


def test_dollars_do_not_take_part_and_no_office_does_for_who_holds_it() -> None:
    text = (
        "On 24 May 2009 Ana Ruiz and Luis Vega signed and exchanged the notes for a grant of US$ 1.2 million in Lima."
    )
    assert parts(text, 0) == {("Ana Ruiz", "Participant"), ("Luis Vega", "Participant")}
    text = "The visit of the Director-General of the OPCW to Belarus took place on 11 May 2005."
    assert parts(text, 0) == set()


def test_a_named_summit_and_a_conference_elsewhere_are_two() -> None:
    text = (
        "19 November 2002\n\nPresident Luis Vega spoke today at the Pacific Trade Summit. "
        "He recalled the regional conference on small arms in Kampala last month."
    )
    assert [(kind, day) for kind, day, _ in told_by(text)] == [("Conference", "2002-11-19"), ("Conference", "2002-10")]


def test_who_visits_a_town_for_an_event_tells_its_town() -> None:
    text = "10 June 2009\n\nMr Varga visited Lusaka for the Africa Regional Conference in March last year."
    assert told_by(text) == [("Conference", "2008-03", "city/lusaka")]


def test_no_embassy_has_a_minister_in_whose_name_it_writes() -> None:
    text = """ROYAL NORWEGIAN EMBASSY, LUSAKA
Press release, 10 June 2009

State Secretary Espen Dahl congratulates Zambia

State Secretary Espen Dahl spoke at the regional conference in Lusaka yesterday.
"""
    assert [a.organization for a in read(text).affiliations] == [None]


def test_the_upcoming_conference_is_not_the_meeting_of_the_headline() -> None:
    text = """April 21, 2010

Readout of the Vice President's Meeting with Foreign Minister Morel of France

Vice President Hale welcomed French Foreign Minister Bernard Morel to the White House this afternoon for a discussion
of the upcoming NPT Review Conference.
"""
    events = {e.type: facts(e) for e in read(text).events}
    assert events["Meeting"]["startDate"] == "2010-04-21"
    assert events["Conference"]["eventStatus"] == "Planned"
    assert len(read(text).events) == 2


def test_what_gets_under_way_on_monday_is_to_come() -> None:
    text = "25 November 2011\n\nThe ministers of Peru and Chile hold a seminar in Lima, which gets under way on Monday."
    assert facts(only(text))["startDate"] == "2011-11-28"


def test_ministers_on_lines_of_their_own_keep_their_posts() -> None:
    text = (
        "JOINT MEDIA RELEASE\nThe Hon Rose Downing MP, Minister for Trade\nThe Hon Robert Hall, Minister for Defence\n"
    )
    assert posts(text) == {
        ("Rose Downing", "Minister for Trade", None),
        ("Robert Hall", "Minister for Defence", None),
    }


@pytest.mark.parametrize(
    ("told", "town"),
    [
        ("In the town of Kranidion the last of the missiles was destroyed on Thursday.", "city/kranidion"),
        (
            "The foreign ministers of Peru and Chile gathered today in Bornhavn for their annual meeting.",
            "city/bornhavn",
        ),
    ],
)
def test_a_town_that_no_list_has_is_the_place(told: str, town: str) -> None:
    assert facts(only(f"31 October 2002\n\n{told}"))["city"] == town


def test_the_year_of_the_accords_is_not_that_of_the_ceremony() -> None:
    text = (
        "On 25 May 2000 the weapons went up in flames at the stadium of Agadez. "
        "The ceremony closed the process begun under the accords of 1995."
    )
    assert facts(only(text))["startDate"] == "2000-05-25"


def test_credentials_are_received_somewhere_on_a_day() -> None:
    assert types(
        "29 May 2008\n\nPresident Luis Vega received today at Casa Blanca the credentials of five envoys."
    ) == ["Ceremony"]


def test_who_is_on_a_visit_called_on_the_president_too() -> None:
    text = "14 June 2014\n\nGeneral Omar Malik, who is on an official visit to Chad, called on President Idris Bala."
    assert [kind for kind, _, _ in told_by(text)] == ["Visit", "Meeting"]
    text = (
        "22 August 2008\n\nIt is the second time that Mr. Ivan Duarte visits Japan since he took office in July 2007."
    )
    assert told_by(text) == []


def test_each_of_two_verbs_has_its_own_partner() -> None:
    text = (
        "25 May 2003\n\nTomorrow Mr George Pappas addresses the General Assembly and meets separately with "
        "Secretary-General Kofi Annan."
    )
    assert [sorted(name for name, _ in parts(text, n)) for n in (0, 1)] == [
        ["George Pappas", "United Nations General Assembly"],
        ["George Pappas", "Kofi Annan"],
    ]


def test_a_course_that_ended_today_has_its_last_day_told() -> None:
    told = facts(only("9 July 2010\n\nOfficers of Peru finished today in Lima, Peru, a course on small arms."))
    assert (told.get("startDate"), told["endDate"]) == (None, "2010-07-09")


def test_the_press_desk_of_a_ministry_has_no_minister() -> None:
    text = """FEDERAL MINISTRY OF DEFENCE
Press and Information Office
Bonn, 18 September 1998

Federal Minister of Defence Karl Brandt spoke at a seminar in Munich yesterday.
"""
    assert "Press and Information Office" not in {actor.label for actor in read(text).actors}
