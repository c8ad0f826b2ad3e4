"""Records go to JSON and come back as they were, whatever they hold."""

import dataclasses

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import WORLD

from kg.graph.profile import Profile, profile_reading
from kg.graph.readings import from_row, to_row
from kg.graph.record import from_json, share, to_json
from kg.model import Event, Fact, Place, Reading, Span

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SPANS = st.builds(lambda begin, length: Span(begin, begin + length), st.integers(0, 99), st.integers(0, 99))
FACTS = st.builds(Fact, property=TEXTS, value=TEXTS, span=SPANS)
EVENTS = st.builds(
    Event,
    key=TEXTS,
    type=TEXTS,
    label=TEXTS,
    name=st.none() | TEXTS,
    aliases=st.lists(TEXTS).map(tuple),
    mentions=st.lists(SPANS).map(tuple),
    facts=st.lists(FACTS).map(tuple),
    participations=st.just(()),
    part_of=st.none() | TEXTS,
    follows=st.none(),
)


@given(EVENTS)
def test_any_event_comes_back_as_it_was(event: Event) -> None:
    assert from_json(Event, to_json(event)) == event


@pytest.mark.parametrize("reading", WORLD, ids=lambda reading: reading.document.identifier)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert from_json(Reading, to_json(reading)) == reading
    row = to_row(reading, "reader")
    assert from_row(row.record, row.text) == reading
    profile = profile_reading(reading)
    assert from_json(Profile, to_json(profile)) == profile


def test_equal_names_come_back_as_one() -> None:
    pool: dict[object, object] = {}
    made = [profile_reading(reading) for reading in WORLD]
    profiles = [share(from_json(Profile, to_json(profile)), pool) for profile in made]
    assert profiles == made
    names = [actor.iri for profile in profiles for actor in profile.actors if actor.iri]
    names += [name for profile in profiles for actor in profile.actors for name in actor.aliases]
    names += [value for profile in profiles for event in profile.events for fact in event.facts for value in fact]
    assert len(names) > len(set(names))
    assert len({id(name) for name in names}) == len(set(names))
    places = [place for profile in profiles for place in profile.places]
    assert len(places) > len({id(place) for place in places}) == len(set(places))


def test_numbers_keep_their_kind() -> None:
    place = Place(iri="city:oslo", kind="City", label="Oslo", latitude=60.0, longitude=0.0)
    assert from_json(Place, to_json(place)) == place


def test_a_field_of_a_later_version_is_passed_over_and_a_missing_one_refused() -> None:
    assert from_json(Place, '{"iri":"i","kind":"City","label":"L","colour":"red"}').label == "L"
    with pytest.raises(msgspec.ValidationError, match="missing required field `label`"):
        from_json(Place, '{"iri":"i","kind":"City"}')


def test_readings_that_differ_have_different_digests() -> None:
    reading = WORLD[0]
    other = dataclasses.replace(reading, claims=())
    assert to_row(reading, "r").digest != to_row(other, "r").digest
    assert to_row(reading, "r").digest == to_row(reading, "another reader").digest
