"""What a report says an event was about: its subject, and the words that tell it from other events."""

import pytest
from told import read

from kg.extract.events.topic import Topic, find_audience, find_scope, find_subject, find_topics, read_mention
from kg.model import Span


def words_of(mention: str, following: str) -> tuple[str, str]:
    """Read a mention at the head of a text."""
    return read_mention(mention + following, Span(0, len(mention)))


def topic(text: str) -> Topic:
    """Find the topic of the one event of a text."""
    (found,) = find_topics(read(text))
    return found


@pytest.mark.parametrize(
    ("mention", "following", "subject"),
    [
        ("A workshop", " on river mines, funded by Norway, ended.", "river mines"),
        ("A workshop", " on depots in Lusaka took place.", "depots"),
        ("Another workshop", ", on depots, opens today.", "depots"),
        ("The seminar", " about widows and orphans was held.", "widows and orphans"),
        ("A course", " in underwater clearance was held.", "underwater clearance"),
        ("A course", " in the capital began.", ""),
        ("A workshop", " opened on river mines' day.", ""),
        ("Lakes Workshop on Fuzes", "", "Fuzes"),
        ("A workshop", " on de-\nmining dogs was held.", "demining dogs"),
    ],
)
def test_a_subject_stands_right_behind_the_event(mention: str, following: str, subject: str) -> None:
    assert find_subject(*words_of(mention, following)) == subject


@pytest.mark.parametrize(
    ("mention", "following", "audience"),
    [
        ("A course", " for border guards in Lima began.", "border guards"),
        ("A course", " for border guards on fuzes began.", "border guards"),
        ("Seminar for Judges", " was held for the first time.", "Judges"),
        ("A course", " on fuzes for border guards began.", ""),
    ],
)
def test_those_whom_an_event_was_for_stand_right_behind_it(mention: str, following: str, audience: str) -> None:
    assert find_audience(*words_of(mention, following)) == audience


def test_names_of_actors_and_places_are_no_topic() -> None:
    found = topic("Norwegian People's Aid held a workshop on orchards in Lima on 4 June 2013.")
    assert found == Topic(told=("orchard",), subject=("orchard",))


def test_a_treaty_is_no_topic() -> None:
    assert topic("A workshop on the Arms Trade Treaty was held in Lima on 4 June 2013.") == Topic()


def test_only_sentences_that_mention_the_event_tell_of_it() -> None:
    found = topic("A workshop took place in Lima on 4 June 2013. Cherries are dear this year.")
    assert "cherry" not in found.told
    assert "cherrie" not in found.told


def test_the_name_of_another_event_is_no_topic() -> None:
    reading = read(
        "A meeting on ferries was held in Oslo on 4 June 2013, one day before the Nordic Pledging Conference. "
        "The Nordic Pledging Conference was held in Oslo on 5 June 2013."
    )
    told = {event.type: found.told for event, found in zip(reading.events, find_topics(reading), strict=True)}
    assert "pledging" in told["Conference"]
    assert told["Meeting"] == ("ferrie",)


def test_the_place_in_a_series_is_kept() -> None:
    assert "fourth" in topic("The fourth session of the panel on fuzes met in Geneva on 4 June 2013.").told


def test_a_reading_without_events_has_no_topics() -> None:
    assert not list(find_topics(read("It rained all day.")))


def test_an_abbreviation_and_its_long_form_are_one_topic() -> None:
    short = topic("A seminar on MANPADS was held in Lima on 4 June 2013.")
    long = topic("A seminar on man-portable air-defence systems was held in Lima on 4 June 2013.")
    assert short.subject == long.subject


@pytest.mark.parametrize(
    ("mention", "following", "scope"),
    [
        ("A regional workshop", " for judges in Africa was held.", {"africa", "regional"}),
        ("The African seminar", " was held in Asia.", {"africa"}),
        ("A workshop", " for judges of South Africa was held.", set()),
        ("A national course", " for medics began.", {"national"}),
        ("A course", " for national focal points\n• Asia", set()),
    ],
)
def test_the_part_of_the_world_that_an_event_is_for_stands_with_it(
    mention: str, following: str, scope: set[str]
) -> None:
    assert find_scope(*words_of(mention, following)) == scope


def test_a_subject_may_be_a_list() -> None:
    told = topic("A seminar on the marking, tracing and destruction of rifles was held in Lima on 4 June 2013.")
    assert told.subject == ("destruction", "marking", "rifle", "tracing")
