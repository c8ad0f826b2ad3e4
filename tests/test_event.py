"""Mentions of events: which noun phrases speak of one, of what kind, and what they say by themselves."""

import pytest
from told import facts, only, quotes, read, types

from kg.extract.events.event import EventMention, find_event_mentions
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words


def mention(text: str) -> EventMention:
    """Find the one mention of a text."""
    found = find_event_mentions(cut_words(text, find_blocks(text)))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A workshop on stockpiles was held in Lima on 4 June 2013.", "Workshop"),
        ("Peru ran a seminar in Lima on 4 June 2013.", "Seminar"),
        ("A webinar on prostheses took place on 4 June 2021.", "Seminar"),
        ("The conference took place in Vienna on 4 June 2013.", "Conference"),
        ("A symposium opened in Rome on 4 June 2013.", "Symposium"),
        ("The talks in Minsk on 4 June 2013 were chaired by Belarus.", "Meeting"),
        ("A training course for deminers was held in Juba on 4 June 2013.", "Training"),
        ("A handover ceremony took place in Lima on 4 June 2013.", "Ceremony"),
        ("An exhibition of photographs opened in Basel on 4 June 2013.", "Exhibition"),
        ("A delegation of Chad paid a visit to Benin on 4 June 2013.", "Visit"),
    ],
)
def test_every_kind_of_event_is_read(text: str, kind: str) -> None:
    assert types(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Such workshops are held to build trust.",
        "Workshops like these help States.",
        "Every year many meetings are held across the region.",
        "Kenya would like to see more seminars.",
        "The training centre in Nairobi was built in 2011.",
        "The Conference Services Department of Kenya opened in 2011.",
        "No conference has ever solved this.",
        "",
    ],
)
def test_what_speaks_of_no_single_occasion_yields_nothing(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "determiner"),
    [
        ("They met at the workshop.", "definite"),
        ("They met at a workshop.", "indefinite"),
        ("They met at this workshop.", "demonstrative"),
        ("They met at its workshop.", "possessive"),
        ("They met at another workshop.", "another"),
        ("They met at every workshop.", "generic"),
    ],
)
def test_a_mention_knows_its_determiner(text: str, determiner: str) -> None:
    assert mention(text).determiner == determiner


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("The fourth workshop was held.", 4),
        ("The 4th Workshop was held.", 4),
        ("The IV Workshop was held.", 4),
        ("The Twenty-First Workshop was held.", 21),
        ("The workshop was held.", None),
    ],
)
def test_ordinals_are_read_in_words_figures_and_roman_numerals(text: str, ordinal: int | None) -> None:
    assert mention(text).ordinal == ordinal


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A two-day workshop was held.", 2),
        ("A 3-day workshop was held.", 3),
        ("A week-long workshop was held.", 7),
        ("A two-week course was held.", 14),
        ("A workshop was held.", None),
    ],
)
def test_how_long_it_lasts_is_read(text: str, days: int | None) -> None:
    assert mention(text).days == days


def test_a_plural_is_no_single_event() -> None:
    assert mention("The workshops were held.").plural


def test_a_proper_name_is_kept_to_its_end() -> None:
    event = only("The II Workshop of Andean Deminers was held in Quito on 9 July 2013.")
    assert event.name == "II Workshop of Andean Deminers"


def test_a_quoted_title_is_the_name() -> None:
    event = only('A workshop entitled "Clearing the Way" was held in Lima on 4 June 2013.')
    assert event.name == "Clearing the Way"


def test_the_year_in_a_name_belongs_to_it() -> None:
    event = only("Kenya hosted the African Mine Action Forum 2011 in Nairobi on 4 June 2011.")
    assert event.name == "African Mine Action Forum 2011"


def test_a_description_is_no_name() -> None:
    assert mention("The Regional Workshop was held.").name is None


def test_an_acronym_in_brackets_stands_for_the_name() -> None:
    text = (
        "Bulgaria presided over the Twenty-Second Meeting of the States Parties (22MSP) in Sofia from 3 to 7 May 2021. "
        "Fiji addressed 22MSP."
    )
    reading = read(text)
    assert len(reading.events) == 1
    assert "22MSP" in reading.events[0].aliases
    assert quotes(reading, reading.events[0])[-1] == "22MSP"


def test_a_code_speaks_of_a_meeting_without_being_introduced() -> None:
    event = only("Fiji addressed 22MSP in Sofia on 4 May 2021.")
    assert event.type == "Conference"
    assert facts(event)["startDate"] == "2021-05-04"


def test_a_verb_is_no_noun() -> None:
    text = "Experts will visit and exercise their right to debate."
    assert find_event_mentions(cut_words(text, find_blocks(text))) == []


def test_mentions_keep_to_their_sentence_and_order() -> None:
    text = "The workshop ended. The seminar began.\n\nA conference followed."
    found = find_event_mentions(cut_words(text, find_blocks(text)))
    assert [text[m.begin : m.end] for m in found] == ["The workshop", "The seminar", "A conference"]
    assert all(m.begin <= m.head.begin < m.head.end <= m.end for m in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Review and Extension Conference chose a chair.", "Review and Extension Conference"),
        ("The Weapons and Ammunition Seminar was held in Lima.", "Weapons and Ammunition Seminar"),
        ("Norway, Sweden and the Oslo Conference agreed.", "Oslo Conference"),
        ("The minister and the Oslo Conference agreed.", "Oslo Conference"),
    ],
)
def test_a_name_may_hold_an_and(text: str, name: str) -> None:
    assert mention(text).name == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- Lima, 4-6 June 2013: training of trainers in first aid for nurses", "Training"),
        ("Peru gave an orientation for nurses in Lima on 4 June 2013.", "Training"),
        ("Our own winter school drew some to Lima on 4 June 2013.", "Training"),
        ("Peru held an information session for the press in Lima on 4 June 2013.", "Meeting"),
        ("The Fifth Lima-Bern Joint Conference on Disarmament will take place on 4 June 2013.", "Conference"),
    ],
)
def test_more_nouns_and_names_are_those_of_events(text: str, kind: str) -> None:
    assert types(text) == [kind]


def test_a_round_of_courses_is_no_event() -> None:
    assert types(
        "With the graduation of 40 nurses in Lima on 4 June 2013 Peru ended its round of training courses."
    ) == ["Ceremony"]


def test_an_assembly_of_parliaments_is_an_event() -> None:
    assert types("Oman spoke at the IPU Assembly in Lusaka (19-23 March 2016).") == ["Conference"]


def test_the_label_of_the_next_line_is_no_part_of_a_title() -> None:
    text = "MINUTES\nMine Group, 31st Meeting\nVenue: Hotel Condor, Lima\n\nPresent: Peru, Chad."
    event = only(text)
    assert (quotes(read(text), event), facts(event)["city"]) == (["31st Meeting"], "city/lima")


def test_a_forum_that_arranges_a_seminar_is_a_body() -> None:
    assert types("The Delta Peace Forum had organised a seminar in Lima on 13 March 2000.") == ["Seminar"]
    assert types("The Delta Peace Forum was organised by Peru in Lima on 13 March 2000.") == ["Conference"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("On 5 June 2013 Peru gave a dinner for the envoys in Lima.", ["Ceremony"]),
        ("On 5 June 2013 the embassy hosted a luncheon on stocks in Lima.", ["Meeting"]),
        ("The workshop was held in Lima on 5 June 2013 and closed with a dinner.", ["Workshop"]),
        ("The proposal met with a warm reception on 5 June 2013.", []),
        ("Kenya carried out an inspection of the Lima depot on 5 June 2013.", ["Visit"]),
        ("Experts will present the results at an event at the old mill on 5 June 2013.", ["Meeting"]),
        ("Peru will ratify as soon as the Congress ends its work in June 2013.", []),
    ],
)
def test_tables_inspections_and_unnamed_events_are_told_from_mere_words(text: str, types: list[str]) -> None:
    assert [event.type for event in read(text).events] == types


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru reported on the training for customs officers, held in Lima from 4 to 6 June 2013.", "Training"),
        ("The centre organised, from 4 to 6 June 2013, training for officers in Lima.", "Training"),
        ("Next up: a dog handlers' course, June 4 to 6, 2013.", "Training"),
        ("Ana Ruiz held a town hall with students in Lima on 4 June 2013.", "Meeting"),
        ("The teachers had a breakfast meeting with Peru in Lima on 4 June 2013.", "Meeting"),
    ],
)
def test_more_nouns_tell_of_events(text: str, kind: str) -> None:
    event = only(text)
    assert (event.type, event.name, facts(event)["startDate"]) == (kind, None, "2013-06-04")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz spoke in the Town Hall of Lima on 4 June 2013.",
        "Ana Ruiz (Sahel Peace Forum) wrote on 4 June 2013.",
        "Peru offers training for officers.",
    ],
)
def test_houses_bodies_and_trades_are_no_events(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    "which", ["The last of four regional seminars", "One of our seminars", "The second of a series of three seminars"]
)
def test_one_of_several_is_one_event(which: str) -> None:
    assert facts(only(f"{which} was held in Lima in June 2013."))["startDate"] == "2013-06"


def test_one_of_the_exhibits_is_no_exhibition() -> None:
    assert read("One of the exhibits was a car torn apart by a mine on 4 June 2013.").events == ()


def test_the_last_session_may_be_numbered_too() -> None:
    assert (
        facts(only("The third and final session of the Committee met in Lima on 4 June 2013."))["city"] == "city/lima"
    )


def test_the_conference_may_be_a_body_that_was_named() -> None:
    text = (
        "The Conference on Disarmament met in Geneva on 4 June 2013. Peru told the Conference that it had signed. "
        "The Conference heard Kenya, too."
    )
    assert [quotes(read(text), event) for event in read(text).events] == [["met"]]


def test_a_congress_that_votes_is_a_parliament() -> None:
    assert read("The Bolivian Congress approved the Ottawa Convention on 4 June 1998.").events == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A hackathon on maps took place in Lima on 4 June 2013.", "Workshop"),
        ("A loya jirga took place in Lima on 4 June 2013.", "Meeting"),
        ("The colloquy took place in Lima on 4 June 2013.", "Seminar"),
        ("A boot camp for nurses took place in Lima on 4 June 2013.", "Training"),
        ("The passing-out parade took place in Lima on 4 June 2013.", "Ceremony"),
        ("The trade show took place in Lima on 4 June 2013.", "Exhibition"),
    ],
)
def test_gatherings_of_many_names_are_events(text: str, kind: str) -> None:
    assert [event.type for event in read(text).events] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier gathering, in Bridgetown in November, had set up a group.",
        "An earlier meeting, in Bridgetown in November, had set up a group.",
    ],
)
def test_a_place_between_commas_is_no_name(text: str) -> None:
    event = only(f"Georgetown, 14 February 2005. {text}")
    assert (event.label, facts(event)["city"]) == ("Meeting, Bridgetown, 2004-11", "city/bridgetown")


def test_a_regular_sitting_is_one_and_regular_meetings_are_many() -> None:
    assert types("Lima, 4 June 1999. The Council held its regular sitting in Lima today.") == ["Meeting"]
    assert types("Lima, 4 June 1999. The Council holds regular meetings in Lima.") == []


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("panel", "Meeting"), ("regional dialogue", "Meeting"), ("film screening", "Exhibition"), ("talk", "Seminar")],
)
@pytest.mark.parametrize(
    "frame", ["A {} in Suva on 3 May 2005 drew officials.", "The {} on arms was held in Suva on 3 May 2005."]
)
def test_a_noun_of_many_meanings_is_an_event_with_its_town_and_day(noun: str, kind: str, frame: str) -> None:
    event = only(frame.format(noun))
    told = facts(event)
    assert (event.type, told["startDate"], told["city"]) == (kind, "2005-05-03", "city/suva")


def test_a_noun_of_many_meanings_is_none_without() -> None:
    assert types("A panel of experts advised the Assembly. The dialogue with Fiji in Suva went on for years.") == []


def test_the_plenary_of_the_conference_at_hand_is_a_part_of_it() -> None:
    text = (
        "The Fifth Review Conference in The Hague on 15-19 May 2023 failed. Ms Lindo addressed the plenary on Monday."
    )
    assert types(text) == ["Conference"]


@pytest.mark.parametrize("who", ["U.S. President", "judge", "member of the council"])
def test_a_sitting_member_is_no_sitting(who: str) -> None:
    assert types(f"It was the work of a sitting {who} in Lima on 4 June 2013.") == []


def test_the_days_behind_a_name_are_none_of_it() -> None:
    event = only("The League held its second General Meeting 6-7 March 2002 in Nakuru.")
    assert event.name is None
    assert (facts(event)["startDate"], facts(event)["endDate"]) == ("2002-03-06", "2002-03-07")
