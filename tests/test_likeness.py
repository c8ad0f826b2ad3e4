"""What speaks for and against two reports being one occasion, feature by feature."""

import pytest

from kg.graph.extent import to_extent
from kg.graph.likeness import ENOUGH, Features, Verdict, compare, to_features
from kg.graph.profile import ActorProfile, EventProfile
from kg.model import BASE

LIMA = f"{BASE}city/lima"
JUNE = {"startDate": "2013-06", "city": LIMA}
FOURTH = {"startDate": "2013-06-04", "endDate": "2013-06-05", "city": LIMA}


def told(
    *actors: tuple[str, str],
    type: str = "Workshop",  # noqa: A002 -- the name of the field
    topic: str = "",
    subject: str = "",
    audience: str = "",
    scope: str = "",
    name: str = "",
    people: str = "",
    **facts: str,
) -> Features:
    """Make a report of facts, of actors given as `kind/name` with their role, and of words.

    `people` gives persons with the codes of their States: "ada-berg:NOR ivo-kral:".
    """
    iris = {key: f"{BASE}{key}" for key, _ in actors}
    event = EventProfile(
        key="e1", type=type, label=type, facts=tuple(facts.items()), actors=actors,
        topic=tuple(topic.split()), subject=tuple(subject.split()), audience=tuple(audience.split()),
        scope=tuple(scope.split()), name=name or None,
    )  # fmt: skip
    known = {}
    for person, _, code in (entry.partition(":") for entry in people.split()):
        state = f"{BASE}state/{code}" if code else None
        known[f"person/{person}"] = ActorProfile(key=person, kind="Person", label=person.replace("-", " "), state=state)
    return to_features(event, iris, {}, {}, known)


def weigh(left: Features, right: Features) -> Verdict:
    verdict = compare(left, right)
    assert verdict is not None
    assert verdict == compare(right, left)
    return verdict


def guests(*states: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"state/{state}", "Participant") for state in states)


def test_words_that_two_reports_share_speak_for_one_occasion() -> None:
    bare = weigh(told(type="Training", **JUNE), told(type="Workshop", **FOURTH))
    alike = weigh(
        told(type="Training", topic="expert landmine", **JUNE),
        told(type="Workshop", topic="continental expert landmine", **FOURTH),
    )
    assert bare.score < ENOUGH <= alike.score
    assert "both speak of expert, landmine" in alike.reasons


def test_one_word_counts_only_where_it_is_the_whole_subject() -> None:
    one = told(topic="gender guide", **JUNE)
    assert "both speak of gender" not in weigh(one, told(topic="gender budget", **FOURTH)).reasons
    assert "both speak of gender" in weigh(one, told(topic="gender", subject="gender", **FOURTH)).reasons


def test_two_words_of_very_many_say_nothing() -> None:
    many = " ".join(f"word{number}" for number in range(20))
    verdict = weigh(told(topic=f"a b {many}", **JUNE), told(topic=f"a b {many.replace('word', 'term')}", **FOURTH))
    assert not any(reason.startswith("both speak") for reason in verdict.reasons)


def test_rare_words_say_more_than_common_ones() -> None:
    event = EventProfile(key="e1", type="Workshop", label="", topic=("dogs", "dunes"))
    rare, common = (to_features(event, {}, {}, {"dogs": bits, "dunes": bits}) for bits in (90, 20))
    assert weigh(rare, rare).score > weigh(common, common).score


def test_workshops_of_one_town_and_week_on_different_subjects_are_two() -> None:
    later = {**FOURTH, "startDate": "2013-06-05"}
    assert weigh(told(**FOURTH), told(**later)).score >= ENOUGH
    assert weigh(told(subject="victim data", **FOURTH), told(subject="prosthetic", **later)).score < ENOUGH


def test_courses_for_different_people_are_two_unless_they_are_on_the_same_thing() -> None:
    deminers, guards = told(audience="deminer", **JUNE), told(audience="guard", **FOURTH)
    assert weigh(deminers, guards).score < ENOUGH
    fuzes = [told(audience=audience, subject="fuze", **JUNE) for audience in ("deminer", "guard")]
    assert weigh(*fuzes).score >= ENOUGH


def test_a_treaty_in_common_outweighs_other_words_for_the_subject() -> None:
    about = {**FOURTH, "concerns": f"{BASE}treaty/ottawa"}
    assert weigh(told(subject="deadline", **about), told(subject="clearance", **about)).score >= ENOUGH


@pytest.mark.parametrize(
    ("mine", "yours"),
    [(("KEN", "MLI", "TGO"), ("PER", "CHL", "BOL")), (("KEN", "MLI", "TGO", "NER"), ("PER", "CHL", "BOL", "NER"))],
)
def test_two_lists_of_strangers_are_two_occasions(mine: tuple[str, ...], yours: tuple[str, ...]) -> None:
    assert weigh(told(*guests(*mine), **JUNE), told(*guests(*yours), **FOURTH)).score < ENOUGH
    assert weigh(told(*guests(*mine), **JUNE), told(*guests(*mine[:2], "PER"), **FOURTH)).score >= ENOUGH


def test_between_lists_of_strangers_a_shared_person_still_counts() -> None:
    chair = ("person/ada", "Chair")
    mine, yours = guests("KEN", "MLI", "TGO"), guests("PER", "CHL", "BOL")
    without = weigh(told(*mine, **JUNE), told(*yours, **FOURTH))
    assert weigh(told(chair, *mine, **JUNE), told(chair, *yours, **FOURTH)).score > without.score


def test_other_hosts_speak_against_and_other_kinds_of_hosts_do_not() -> None:
    undp, itf = told(("organization/undp", "Organizer"), **JUNE), told(("organization/itf", "Organizer"), **FOURTH)
    peru = told(("state/PER", "Organizer"), **FOURTH)
    assert weigh(undp, itf).score < ENOUGH <= weigh(undp, peru).score


def test_a_shared_person_says_more_than_a_shared_state() -> None:
    ada, peru = ("person/ada", "Speaker"), ("state/PER", "Speaker")
    assert weigh(told(ada), told(ada)).score > weigh(told(peru), told(peru)).score


def test_two_reports_of_what_was_called_off_are_more_alike() -> None:
    off, gone = (told(eventStatus=status, **FOURTH) for status in ("Cancelled", "Postponed"))
    assert weigh(off, gone).score > weigh(off, told(eventStatus="Held", **FOURTH)).score
    assert "both called off" in weigh(off, gone).reasons


def test_what_opened_on_a_day_may_last_but_not_for_ever() -> None:
    opened = told(startDate="2013-06-03", city=LIMA)
    assert "days may overlap" in weigh(opened, told(startDate="2013-06-07", endDate="2013-06-07", city=LIMA)).reasons
    assert weigh(opened, told(startDate="2013-06-17", endDate="2013-06-17", city=LIMA)).score < ENOUGH
    assert compare(opened, told(startDate="2013-07-17", endDate="2013-07-17", city=LIMA)) is None
    assert to_extent("2013-06-03", "2013-06-03").last < to_extent("2013-06-03", None).last


def test_that_two_were_online_says_less_than_a_town() -> None:
    town = weigh(told(**FOURTH), told(**FOURTH))
    online = {"startDate": "2013-06-04", "endDate": "2013-06-05", "online": "true"}
    assert weigh(told(**online), told(**online)).score < town.score
    assert weigh(told(**{**online, "startDate": "2013-06"}), told(**online)).score < ENOUGH


def test_a_short_name_that_begins_a_longer_one_speaks_for_one_occasion() -> None:
    long = told(type="Conference", name="Lima Summit on Safe Harbours", **JUNE)
    short = told(type="Conference", name="Lima Summit", **FOURTH)
    assert "one name begins the other" in weigh(long, short).reasons
    assert weigh(long, short).score > weigh(long, told(type="Conference", name="Harvest Fair", **FOURTH)).score


def test_a_meeting_on_one_day_of_a_conference_is_not_the_conference() -> None:
    week = told(type="Conference", startDate="2013-06-03", endDate="2013-06-07", city=LIMA)
    inside, last = ({"startDate": day, "endDate": day, "city": LIMA} for day in ("2013-06-05", "2013-06-07"))
    assert "one day of several" in weigh(week, told(type="Conference", **inside)).reasons
    assert weigh(week, told(type="Meeting", **inside)).score < weigh(week, told(type="Meeting", **last)).score


def test_what_begins_when_another_has_ended_is_another() -> None:
    first = told(startDate="2013-06-04", endDate="2013-06-06", city=LIMA)
    assert compare(first, told(startDate="2013-06-07", endDate="2013-06-08", city=LIMA)) is None
    assert compare(first, told(startDate="2013-06-07", endDate="2013-06-07", city=LIMA)) is not None


def paid(*people: str, kind: str = "Visit") -> Features:
    """Make a report of a visit to Lima, or of talks there."""
    came = tuple((f"person/{person.partition(':')[0]}", "Participant") for person in people)
    return told(*came, type=kind, people=" ".join(people), country=f"{BASE}country/PER", **FOURTH)


TALKS = paid("ada-berg:NOR", "rosa-paz:PER", kind="Meeting")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (paid("ada-berg:NOR"), paid("ivo-kral:CZE"), True),
        (paid("ada-berg:NOR"), paid("berg:"), False),
        (paid("ada-berg:NOR"), paid("olav-lie:NOR"), False),
        (paid("ada-berg:NOR"), paid("ivo-kral:"), True),
        (paid("ada-berg:NOR"), paid("rosa-paz:PER"), False),
        (paid("ivo-kral:CZE"), TALKS, True),
        (paid("ada-berg:NOR"), TALKS, False),
        (paid("ivo-kral:CZE", "rosa-paz:PER", kind="Meeting"), TALKS, True),
        (paid("berg:", "rosa-paz:PER", kind="Meeting"), TALKS, False),
    ],
)
def test_visits_and_talks_of_others_are_others(one: Features, other: Features, apart: bool) -> None:  # noqa: FBT001
    assert (compare(one, other) is None) == (compare(other, one) is None) == apart


@pytest.mark.parametrize(
    ("mine", "yours", "alike"),
    [
        ("africa", "asia", False),
        ("africa regional", "africa", True),
        ("national", "regional", False),
        ("", "asia", True),
    ],
)
def test_events_for_other_parts_of_the_world_are_two(mine: str, yours: str, alike: bool) -> None:  # noqa: FBT001
    assert (weigh(told(scope=mine, **JUNE), told(scope=yours, **FOURTH)).score >= ENOUGH) == alike


def test_a_subject_that_the_other_report_speaks_of_is_no_other_subject() -> None:
    fuzes = told(subject="fuze depot", topic="fuze depot", **JUNE)
    assert weigh(fuzes, told(subject="safety", topic="depot fuze safety", **FOURTH)).score >= ENOUGH
    assert weigh(fuzes, told(subject="safety", topic="depot safety", **FOURTH)).score < ENOUGH


def test_two_kinds_of_one_day_and_town_are_two_unless_more_speaks_for_one() -> None:
    day = {"startDate": "2013-06-04", "endDate": "2013-06-04", "city": LIMA}
    one, other = told(type="Meeting", **day), told(type="Seminar", **day)
    assert weigh(one, other).score < ENOUGH
    about = {**day, "concerns": f"{BASE}treaty/ottawa"}
    assert weigh(told(type="Meeting", **about), told(type="Seminar", **about)).score >= ENOUGH
    assert weigh(told(type="Meeting", **FOURTH), told(type="Seminar", **FOURTH)).score >= ENOUGH


def test_what_another_report_calls_a_meeting_may_be_a_workshop_unless_two_met_or_much_goes_on_there() -> None:
    def score(city: str, *names: str) -> int:
        month = {"startDate": "2013-06", "endDate": "2013-06", "city": city}
        days = {"startDate": "2013-06-04", "endDate": "2013-06-06", "city": city}
        met = tuple((f"person/{name}", "Participant") for name in names)
        people = " ".join(f"{name}:PER" for name in names)
        return weigh(told(*met, people=people, type="Meeting", **month), told(type="Workshop", **days)).score

    assert score(f"{BASE}city/geneva") < ENOUGH <= score(LIMA)
    assert score(LIMA, "ada-berg", "ivo-kral") < ENOUGH


@pytest.mark.parametrize(
    ("kind", "facts", "enough"),
    [
        ("Meeting", FOURTH, True),
        ("Workshop", FOURTH, True),
        ("Workshop", JUNE, False),
        ("Ceremony", JUNE, True),
    ],
)
def test_in_a_seat_of_organisations_more_than_time_and_place_must_agree(
    kind: str,
    facts: dict[str, str],
    enough: bool,  # noqa: FBT001
) -> None:
    for city, merged in ((f"{BASE}city/geneva", enough), (LIMA, True)):
        there = told(type=kind, **{**facts, "city": city})
        assert (weigh(there, told(type=kind, **{**FOURTH, "city": city})).score >= ENOUGH) == merged


def test_a_single_day_is_not_enough_for_a_meeting_in_a_seat_of_organisations() -> None:
    day = {"startDate": "2013-06-04", "endDate": "2013-06-04"}
    for city, merged in ((f"{BASE}city/geneva", False), (LIMA, True)):
        there = told(type="Meeting", **{**day, "city": city})
        assert (weigh(there, there).score >= ENOUGH) == merged


def test_two_meetings_of_one_town_and_month_are_two_unless_more_speaks_for_one() -> None:
    longer = {**FOURTH, "startDate": "2013-06-03"}
    for other in (JUNE, longer):
        assert weigh(told(type="Meeting", **FOURTH), told(type="Meeting", **other)).score < ENOUGH
    about = {"subject": "drought", "topic": "drought"}
    assert weigh(told(type="Meeting", **about, **FOURTH), told(type="Meeting", **about, **longer)).score >= ENOUGH


def test_a_high_number_that_only_a_description_has_tells_meetings_of_a_series_apart() -> None:
    def numbered(place: int, **facts: str) -> Features:
        event = EventProfile(key="e1", type="Meeting", label="", facts=tuple(facts.items()), places=(place,))
        return to_features(event, {}, {}, {})

    longer = {**FOURTH, "startDate": "2013-06-03"}
    assert weigh(numbered(40, **FOURTH), numbered(40, **longer)).score >= ENOUGH
    assert compare(numbered(40, **FOURTH), numbered(41, **FOURTH)) is None
    assert compare(numbered(1, **FOURTH), numbered(2, **FOURTH)) is not None


def test_an_undated_report_issued_soon_after_is_likelier_of_that_event() -> None:
    event = EventProfile(key="e1", type="Workshop", label="", facts=(("eventStatus", "Held"), ("city", LIMA)))
    scores = [
        weigh(to_features(event, {}, {}, {}, issued=issued), told(**FOURTH)).score
        for issued in ("2013-06-20", "2013-07", "2013-08-02", "2013-05-30", "2013", None)
    ]
    assert scores[0] == scores[1] >= ENOUGH > scores[2] == scores[3] == scores[4] == scores[5]
    other = event._replace(subject=("depot",))
    assert weigh(to_features(other, {}, {}, {}, issued="2013-06-20"), told(topic="medic", **FOURTH)).score < ENOUGH
    planned = event._replace(facts=(("eventStatus", "Planned"), ("city", LIMA)))
    assert weigh(to_features(planned, {}, {}, {}, issued="2013-06-20"), told(**FOURTH)).score < ENOUGH


def test_the_same_two_persons_on_one_day_met_once_whatever_it_is_called() -> None:
    day = {"startDate": "2013-06-04", "endDate": "2013-06-04"}
    pair = (("person/ada-berg", "Participant"), ("person/ivo-kral", "Participant"))
    call, talks = told(*pair, type="Visit", **day), told(*pair, type="Meeting", **day)
    assert weigh(call, talks).score >= ENOUGH
    assert weigh(call, told(*pair, type="Ceremony", **day)).score < ENOUGH
    other = (("person/ada-berg", "Participant"), ("person/eve-lund", "Participant"))
    assert weigh(call, told(*other, type="Meeting", **day)).score < ENOUGH
    assert weigh(call, told(*pair, type="Meeting", startDate="2013-06-05", endDate="2013-06-05")).score < ENOUGH


def test_a_town_on_no_list_is_the_same_with_its_country_and_without() -> None:
    day = {"startDate": "2013-06-04", "endDate": "2013-06-05"}
    bare = told(city=f"{BASE}city/dolny-vrbovec", **day)
    placed = told(city=f"{BASE}city/dolny-vrbovec-svk", country=f"{BASE}country/SVK", **day)
    assert weigh(bare, placed).score >= ENOUGH
    abroad = told(city=f"{BASE}city/dolny-vrbovec-cze", country=f"{BASE}country/CZE", **day)
    assert compare(placed, abroad) is None


def test_words_that_all_of_the_field_has_do_not_tell_one_meeting_from_the_next() -> None:
    def meeting(topic: str, **facts: str) -> Features:
        return told(type="Meeting", topic=topic, **facts)

    assert weigh(meeting("small arms", **JUNE), meeting("small arms", **FOURTH)).score < ENOUGH
    assert weigh(meeting("small arms broker", **JUNE), meeting("small broker", **FOURTH)).score >= ENOUGH


def test_subjects_with_words_of_one_stem_are_not_strangers() -> None:
    brokers = told(subject="broker control", topic="broker control", **FOURTH)
    assert weigh(brokers, told(subject="arms brokering", topic="arms brokering", **FOURTH)).score >= ENOUGH + 200
    assert weigh(brokers, told(subject="fuze depot", topic="fuze depot", **FOURTH)).score < ENOUGH


def test_the_number_before_the_name_of_a_conference_on_a_treaty_is_its_place_in_the_series() -> None:
    def numbered(place: int, **facts: str) -> Features:
        about = (*facts.items(), ("concerns", f"{BASE}treaty/pelindaba"))
        event = EventProfile(
            key="e1", type="Conference", label="", facts=about, name="Pelindaba Conference", places=(place,)
        )
        return to_features(event, {}, {}, {})

    assert compare(numbered(1, **JUNE), numbered(2, **JUNE)) is None
    assert weigh(numbered(1, startDate="2013"), numbered(1, **FOURTH)).score >= ENOUGH


def test_a_state_and_the_person_who_spoke_for_it_are_not_two_sides() -> None:
    def meeting(*people: ActorProfile) -> Features:
        actors = tuple((person.key, "Participant") for person in people)
        event = EventProfile(key="e1", type="Meeting", label="", facts=tuple(JUNE.items()), actors=actors)
        return to_features(event, {p.key: p.key for p in people}, {}, {}, {p.key: p for p in people})

    chile = ActorProfile(key="s", kind="State", label="Chile", iri=f"{BASE}state/CHL")
    ana = ActorProfile(key="p", kind="Person", label="Ana Rey", state=f"{BASE}state/CHL")
    ivo = ActorProfile(key="q", kind="Person", label="Ivo Kral", state=f"{BASE}state/HRV")
    assert not meeting(chile, ana).frame.sides
    assert meeting(chile, ivo).frame.sides
    assert meeting(ana, ivo).frame.sides
