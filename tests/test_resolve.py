"""What resolution concludes: who is who, which reports are one occasion, which value is chosen, what never merges."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import WORLD

from kg.errors import StoreError
from kg.graph.choose import Report, choose_value
from kg.graph.likeness import compare, to_features
from kg.graph.link import link_actors
from kg.graph.numbering import find_numbers
from kg.graph.pin import Decisions, read_decisions
from kg.graph.profile import ActorProfile, EventProfile, Profile, profile_reading
from kg.graph.record import from_json, to_json
from kg.graph.resolution import Reference, Resolution
from kg.graph.resolve import resolve
from kg.model import BASE, Place

ALMATY, OSLO = f"{BASE}city/almaty", f"{BASE}city/oslo"
KAZ, TJK = f"{BASE}state/KAZ", f"{BASE}state/TJK"


def event(key: str = "e1", **values: str | None) -> EventProfile:
    """Make an event: `type` and `name`, and facts under their own names."""
    kind, name = values.pop("type", None) or "Workshop", values.pop("name", None)
    facts = tuple((fact, value) for fact, value in values.items() if value)
    return EventProfile(key=key, type=kind, label=name or kind, name=name, facts=facts, anchor=int(key[1:]))


def documents(*events: EventProfile | Sequence[EventProfile]) -> list[Profile]:
    """Put each event, or list of events, into a document of its own."""
    return [
        Profile(document=f"d{number}", events=(told,) if isinstance(told, EventProfile) else tuple(told))
        for number, told in enumerate(events)
    ]


def groups(resolution: Resolution) -> list[list[str]]:
    """List which documents' events became one."""
    found: dict[str, list[str]] = {}
    for document, naming in resolution.namings.items():
        for key, iri in naming.events.items():
            found.setdefault(iri, []).append(f"{document}.{key}")
    return sorted(found.values())


def merged(*events: EventProfile | Sequence[EventProfile]) -> bool:
    return len(groups(resolve(documents(*events), reference=Reference()))) == 1


SAME = {"startDate": "2007-03-26", "city": ALMATY}


def test_reports_of_one_day_city_and_kind_are_one_event() -> None:
    assert merged(event(**SAME), event(**SAME))


def test_reports_of_the_same_days_are_compared_whatever_kind_they_name_and_without_a_place() -> None:
    days, topic = {"startDate": "2006-06-21", "endDate": "2006-06-22"}, ("eastern", "germs", "southern")
    seminar = event(type="Seminar", city=OSLO, **days)._replace(topic=topic)
    assert merged(seminar, event(type="Workshop", **days)._replace(topic=topic))
    assert not merged(seminar, event(type="Workshop", **days))


@pytest.mark.parametrize(
    "other",
    [
        {"startDate": "2007-03-26", "city": OSLO},
        {"startDate": "2007-04-26", "city": ALMATY},
        {"startDate": "2008", "city": ALMATY},
        {"startDate": "2007-03-26", "city": ALMATY, "type": "Ceremony"},
        {"startDate": "2007-03-26", "country": f"{BASE}country/NOR"},
    ],
)
def test_reports_that_contradict_each_other_stay_apart(other: dict[str, str]) -> None:
    assert not merged(event(**SAME), event(**other))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("First Review Conference", "Second Review Conference"),
        ("Workshop on Clearance II", "Workshop on Clearance III"),
        ("Forum 2006", "Forum 2007"),
        ("Tenth Meeting of Experts", "11th Meeting of Experts"),
    ],
)
def test_a_sequel_is_never_the_same_event(one: str, two: str) -> None:
    assert not merged(event(name=one, **SAME), event(name=two, **SAME))


def test_a_sequel_is_linked_to_what_it_follows() -> None:
    told = documents(
        event(name="Second Lakes Workshop", startDate="2009"), event(name="First Lakes Workshop", startDate="2008")
    )
    second = next(e for e in resolve(told, reference=Reference()).events if e.label.startswith("Second"))
    assert second.follows
    assert "2008" in second.follows


def test_two_events_of_one_document_are_never_one() -> None:
    twins = [event("e1", **SAME), event("e2", **SAME)]
    assert not merged(twins)
    assert len(groups(resolve(documents(twins, event(**SAME)), reference=Reference()))) == 2


def test_what_opened_on_a_day_is_compared_with_reports_of_its_later_days() -> None:
    about = {"city": OSLO, "type": "Conference", "name": "Conference on Small Arms Marking"}
    opened = event(startDate="2001-07-09", **about)
    assert merged(opened, event(startDate="2001-07-21", endDate="2001-07-21", **about))
    assert not merged(opened, event(startDate="2001-08-21", endDate="2001-08-21", **about))


def test_a_report_without_any_day_is_compared_with_those_of_every_year() -> None:
    about = {"city": OSLO, "type": "Conference", "name": "Conference on Small Arms Marking"}
    assert merged(
        event(**{**about, "name": "Marking Conference on Small Arms"}), event(startDate="2001-07-09", **about)
    )


def test_a_vague_report_that_fits_two_events_is_left_alone() -> None:
    vague = event(startDate="2007", city=ALMATY, type="Conference")
    spring = event(startDate="2007-03-26", city=ALMATY, type="Conference")
    autumn = event(startDate="2007-10-02", city=ALMATY, type="Conference")
    assert merged(vague, spring)
    assert len(groups(resolve(documents(vague, spring, autumn), reference=Reference()))) == 3


def test_without_merging_every_report_is_its_own_event() -> None:
    resolution = resolve(documents(event(**SAME), event(**SAME)), reference=Reference(), merge=False)
    assert len(resolution.events) == 2
    assert not any(found.merges for found in resolution.events)


def test_a_merge_names_its_documents_and_reasons() -> None:
    (found,) = resolve(documents(event(**SAME), event(**SAME)), reference=Reference()).events
    (merge,) = found.merges
    assert merge.reason.startswith("d0 and d1: same first day, same city, both a workshop (")
    assert found.iri in {merge.left, merge.right}


def test_a_decision_to_keep_apart_outweighs_everything() -> None:
    told = documents(event(**SAME), event(**SAME))
    alone = resolve(told, reference=Reference(), merge=False)
    left, right = sorted(found.iri for found in alone.events)
    kept = resolve(told, reference=Reference(), decisions=Decisions(different=((left, right),)))
    assert len(kept.events) == 2
    assert not kept.unused


def test_a_decision_to_join_outweighs_different_days() -> None:
    told = documents(event(**SAME), event(startDate="2007-05-01", city=OSLO))
    left, right = sorted(found.iri for found in resolve(told, reference=Reference()).events)
    (one,) = resolve(told, reference=Reference(), decisions=Decisions(same=((left, right),))).events
    assert "you decided" in one.merges[0].reason


def test_what_a_decision_drives_out_of_an_occasion_is_reported() -> None:
    """The document tells of two events: joined with the one, its report of the other can be no part of it any more."""
    told = documents([event("e1", **SAME), event("e2", startDate="2007-05-01", city=OSLO)], event(**SAME))
    before = resolve(told, reference=Reference())
    assert (len(before.events), before.parted) == (2, ())
    alone = resolve(told, reference=Reference(), merge=False)
    first, second = alone.namings["d0"].events["e1"], alone.namings["d0"].events["e2"]
    other = alone.namings["d1"].events["e1"]
    after = resolve(told, reference=Reference(), decisions=Decisions(same=((second, other),)))
    assert ["d0.e2", "d1.e1"] in groups(after)
    ((left, right),) = after.parted
    assert {left, right} == {first, after.namings["d1"].events["e1"]}
    both = resolve(told, reference=Reference(), decisions=Decisions(same=((second, other), (first, other))))
    assert (len(both.events), both.parted) == (1, ())


def test_a_decision_about_nothing_is_reported() -> None:
    decisions = Decisions(same=(("event:a", "event:b"),))
    assert resolve(documents(event(**SAME)), reference=Reference(), decisions=decisions).unused == (
        "event:a",
        "event:b",
    )


def test_decisions_are_read_from_turtle(tmp_path: Path) -> None:
    path = tmp_path / "decisions.ttl"
    assert read_decisions(path) == Decisions()
    path.write_text(
        "@prefix kg: <https://w3id.org/accession-kg/ns#> . @prefix event: <https://w3id.org/accession-kg/event/> .\n"
        "event:b kg:sameOccasionAs event:a . event:a kg:differentFrom event:c .",
        encoding="utf-8",
    )
    a, b, c = (f"{BASE}event/{name}" for name in "abc")
    assert read_decisions(path) == Decisions(same=((a, b),), different=((a, c),))
    for wrong in ("<http://www.w3.org/2002/07/owl#sameAs>", "<https://w3id.org/accession-kg/ns#sameOccasion>"):
        path.write_text(f"<{a}> {wrong} <{b}> .", encoding="utf-8")
        with pytest.raises(StoreError, match="decides nothing; write kg:sameOccasionAs or kg:differentFrom"):
            read_decisions(path)
    path.write_text(f"<{a}> <http://www.w3.org/2000/01/rdf-schema#comment> 'seen twice' .", encoding="utf-8")
    assert read_decisions(path) == Decisions()
    both = (
        "<https://w3id.org/accession-kg/ns#sameOccasionAs> <%s>, <https://w3id.org/accession-kg/ns#differentFrom> <%s>"
    )
    path.write_text(f"<{a}> {(both % (b, b)).replace(',', ';')} .", encoding="utf-8")
    with pytest.raises(StoreError, match="two decisions on one pair"):
        read_decisions(path)
    same = "<https://w3id.org/accession-kg/ns#sameOccasionAs>"
    path.write_text(
        f"<{a}> {same} <{b}> . <{b}> {same} <{c}> . <{c}> {same.replace('sameOccasionAs', 'differentFrom')} <{a}> .",
        encoding="utf-8",
    )
    with pytest.raises(StoreError, match=f"{a} and {c} cannot be the same, by way of {b}, and different"):
        read_decisions(path)
    path.write_text(f"<{a}> <https://w3id.org/accession-kg/ns#differentFrom> <{a}> .", encoding="utf-8")
    with pytest.raises(StoreError, match="between two events, not one"):
        read_decisions(path)
    path.write_text("event:b kg:sameOccasionAs", encoding="utf-8")
    with pytest.raises(StoreError, match="decisions cannot be read"):
        read_decisions(path)


def test_numbers_in_names_are_found_in_all_their_forms() -> None:
    assert list(find_numbers("the twenty second msp 22msp 3rd iv 2004".split())) == [22, 22, 3, 4, 2004]


DATES = st.sampled_from(["2007", "2007-03", "2007-03-26", "2007-03-27", "2007-10-02", None])
EVENTS = st.builds(
    lambda start, city, kind, name: event(startDate=start, city=city, type=kind, name=name),
    DATES,
    st.sampled_from([ALMATY, OSLO, None]),
    st.sampled_from(["Workshop", "Conference", "Ceremony"]),
    st.sampled_from(["First Lakes Forum", "Second Lakes Forum", "Lakes Forum on Clearance", None]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(EVENTS, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_documents_leaves_no_trace(events: list[EventProfile], order: random.Random) -> None:
    told = documents(*events)
    shuffled = told[:]
    order.shuffle(shuffled)
    assert resolve(shuffled, reference=Reference()) == resolve(told, reference=Reference())


@settings(max_examples=60, deadline=None)
@given(st.lists(EVENTS, min_size=2, max_size=9))
def test_nobody_is_put_with_an_event_that_contradicts_theirs(events: list[EventProfile]) -> None:
    told = documents(*events)
    naming = resolve(told, reference=Reference()).namings
    for one in told:
        for two in told:
            if one.document < two.document and naming[one.document].events == naming[two.document].events:
                left, right = (to_features(profile.events[0], {}, {}, {}) for profile in (one, two))
                assert compare(left, right) is not None


@given(EVENTS, EVENTS)
def test_likeness_is_the_same_both_ways(one: EventProfile, two: EventProfile) -> None:
    left, right = to_features(one, {}, {}, {}), to_features(two, {}, {}, {})
    assert compare(left, right) == compare(right, left)


def report(document: str, issued: str | None = None) -> Report:
    return Report(document=document, issued=issued, event=event())


@pytest.mark.parametrize(
    ("stated", "chosen"),
    [
        ([("2007-03-26", report("a")), ("2007-03-26", report("b")), ("2007-03-27", report("c"))], "2007-03-26"),
        ([("2007-03", report("a")), ("2007-03-26", report("b"))], "2007-03-26"),
        ([("2007-03-26", report("a", "2007-05")), ("2007-03-27", report("b", "2007-04"))], "2007-03-27"),
        ([("2007-03-27", report("a")), ("2007-03-26", report("b"))], "2007-03-26"),
    ],
)
def test_a_date_is_chosen_by_the_stated_rule(stated: list[tuple[str, Report]], chosen: str) -> None:
    assert choose_value(stated, dates=True) == chosen
    assert choose_value(stated[::-1], dates=True) == chosen


def test_a_plan_yields_to_what_became_of_it() -> None:
    (found,) = resolve(
        documents(
            event(eventStatus="Planned", **SAME),
            event(eventStatus="Planned", **SAME),
            event(eventStatus="Held", **SAME),
        ),
        reference=Reference(),
    ).events
    assert dict(found.values)["eventStatus"] == "Held"


def test_an_end_never_lies_before_the_start() -> None:
    (found,) = resolve(
        documents(event(**SAME), event(endDate="2007-03-25", city=ALMATY, startDate="2007-03-25")),
        reference=Reference(),
    ).events
    values = dict(found.values)
    assert values.get("endDate", "9") >= values["startDate"]


def actor(key: str, label: str, kind: str = "Organization", *aliases: str, state: str | None = None) -> ActorProfile:
    return ActorProfile(key=key, kind=kind, label=label, aliases=aliases, state=state)


def linked(*actors: ActorProfile) -> list[str]:
    """Link actors of as many documents, and give each one's IRI."""
    told = [Profile(document=f"d{number}", actors=(named,)) for number, named in enumerate(actors)]
    linking = link_actors(told, Reference(names={f"{BASE}organization/osce": frozenset({"osce"})}))
    return [linking.iris[profile.document][named.key] for profile, named in zip(told, actors, strict=True)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (actor("a", "Lakes Demining Centre"), actor("b", "the Lakes Demining Center")),
        (actor("a", "Aïgul Serik", "Person"), actor("b", "Aigul Serik", "Person", state=KAZ)),
        (actor("a", "Lakes Demining Centre", "Organization", "LDC"), actor("b", "LDC")),
        (actor("a", "Lakes Centre", "Organization", "Lakes Demining Centre"), actor("b", "Lakes Demining Centre")),
        (actor("a", "Ministry of Defence", "GovernmentBody", state=KAZ), actor("b", "Ministry of Defense", state=KAZ)),
    ],
)
def test_spellings_of_one_actor_are_linked(one: ActorProfile, two: ActorProfile) -> None:
    assert len(set(linked(one, two))) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (actor("a", "Ministry of Defence", state=KAZ), actor("b", "Ministry of Defence", state=TJK)),
        (actor("a", "Ministry of Defence"), actor("b", "Ministry of Defence")),
        (actor("a", "John Smith", "Person", state=KAZ), actor("b", "John Smith", "Person", state=TJK)),
        (actor("a", "Smith", "Person"), actor("b", "Smith", "Person")),
        (actor("a", "Victoria", "Person"), actor("b", "Victoria")),
    ],
)
def test_a_shared_name_alone_does_not_make_one_actor(one: ActorProfile, two: ActorProfile) -> None:
    assert len(set(linked(one, two))) == 2


def test_an_acronym_of_two_bodies_is_linked_to_neither() -> None:
    lakes, land = (
        actor("a", "Lakes Demining Centre", "Organization", "LDC"),
        actor("b", "Land Data Club", "Organization", "LDC"),
    )
    assert len(set(linked(lakes, land, actor("c", "LDC")))) == 3


def test_a_name_of_the_reference_data_leads_to_its_entry() -> None:
    assert linked(actor("a", "OSCE")) == [f"{BASE}organization/osce"]


def test_the_world_is_concluded_as_a_reader_would() -> None:
    resolution = resolve(map(profile_reading, WORLD), reference=Reference())
    assert groups(resolution) == [["bulletin.e1", "wire.e1"], ["letter.e1"], ["memo.e1"], ["memo.e2"]]
    school = next(found for found in resolution.actors if found.label == "Sughd Mine Clearance School")
    assert school.aliases == ("SMCS",)
    assert school.reasons


def test_resolving_again_what_was_resolved_changes_nothing() -> None:
    profiles = [profile_reading(reading) for reading in WORLD]
    assert resolve(profiles, reference=Reference()) == resolve(
        [from_json(Profile, to_json(profile)) for profile in profiles], reference=Reference()
    )


def test_a_doubt_between_two_events_is_not_overruled_by_a_third_vague_report() -> None:
    may = {"type": "Training", "startDate": "2007-03", "city": ALMATY}
    two = [
        event("e1", type="Training", startDate="2007-03-05", endDate="2007-03-09", city=ALMATY),
        event("e2", type="Training", startDate="2007-03-12", endDate="2007-03-16", city=ALMATY),
    ]
    guards = EventProfile(
        key="e1", type="Training", label="", facts=tuple((k, v) for k, v in may.items() if k != "type"), anchor=1,
        topic=("guard", "radiation"),
    )  # fmt: skip
    two[1] = two[1]._replace(topic=("guard", "radiation"))
    found = groups(resolve(documents(two, guards, event(**may)), reference=Reference()))
    assert found == [["d0.e1"], ["d0.e2", "d1.e1"], ["d2.e1"]]


def test_the_label_of_an_event_without_a_name_tells_what_was_chosen() -> None:
    place = Place(iri=ALMATY, kind="City", label="Almaty")
    told = [
        EventProfile(key="e1", type="Workshop", label="Workshop, Almaty, 2007-03", anchor=1, facts=facts)
        for facts in ((("startDate", "2007-03"), ("city", ALMATY)), (("startDate", "2007-03-26"), ("city", ALMATY)))
    ]
    told[1] = told[1]._replace(label="Workshop, Almaty, 2007-03-26")
    profiles = [profile._replace(places=(place,)) for profile in documents(*told)]
    (one,) = resolve(profiles, reference=Reference()).events
    assert one.label == "Workshop, Almaty, 2007-03-26"
