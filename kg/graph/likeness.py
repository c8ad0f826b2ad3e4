"""How alike two reports of events are: date, place, kind, name, topic, treaty and people, each weighed with a reason.

Other subjects, other hosts and other guests in two lists speak against it. A contradiction (other days, other cities,
other numbers in a series) rules a match out whatever else agrees.
Weights are in hundredths of a point, so that sums are exact on every machine.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from kg.extract.words.numeral import ORDINALS, ROMAN
from kg.extract.words.wordclass import load_words
from kg.graph.extent import Extent, days_apart, may_go_on, months_between, to_extent
from kg.graph.link import spell
from kg.graph.meeting import Meeting, find_meeting
from kg.graph.numbering import find_numbers, find_places, numbers_clash
from kg.graph.profile import ActorProfile, EventProfile
from kg.model import BASE

ENOUGH = 550
"""The sum from which two reports are taken for one occasion."""

_SOLEMN = frozenset({"Ceremony", "Training", "Visit", "Exhibition"})
_KINSHIP = {
    frozenset({"Training", "Workshop"}): -50,
    frozenset({"Training", "Seminar"}): -50,
    frozenset({"Visit", "Meeting"}): -150,
    frozenset({"Ceremony", "Conference"}): -150,
}
"""Kinds that one report may give where another gives the other, and what that costs."""

_FRESH = 100
"""So much says that an undated report was issued in the month in which the other's event ended, or in the next."""
_NEITHER_PLACE_NOR_NAME = -100
"""Much goes on in the world on one day."""
_CIRCLES = frozenset({"national", "regional"})
_SIDES = 2
_FAR_ON = 4
"""From here on an event that is only described is numbered in its series, not among those of its report."""
_NAME = 4
"""Letters of a word by which two forms of a person's name may be known to be one."""
_TITLE_WORDS = 3
_SAME_TOPIC = 200
"""So much at most is said by shared words."""
_RARE_WORD = 90
"""So much says a word that is not known from other reports."""
_SAME_TWO = 250
"""So much says that just two persons met, and the same two."""
_LEADING = frozenset({"Host", "Organizer", "Chair", "Sponsor"})
_BARE = -350
"""So much less say time, place and kind where they are common, and no name, subject or treaty goes with them."""
_ONE_ACTOR = 100
"""What a single actor that two reports share says at most, if it is no person."""
_OTHER_GUESTS = -250
_OTHER_HOSTS = -150
_KNOWN = 300
"""So much more is said by what can mean only one conference that the field knows."""
_TOLD_WORDS = 4
"""So many of the words that two reports share are named as a reason."""
_STATE, _PERSON = f"{BASE}state/", f"{BASE}person/"


class Guest(NamedTuple):
    """Who paid a visit, or sat at a table of two."""

    words: frozenset[str]
    """Those of its name."""
    home: str | None
    """IRI of the State that it is, or belongs to."""
    person: bool


class Frame(NamedTuple):
    """What reports can contradict each other in: when, where, which of a series, and who came."""

    extent: Extent | None
    city: str | None
    country: str | None
    numbers: frozenset[int]
    """Its place in a series, and years, as its names have them."""
    visitors: frozenset[Guest] = frozenset()
    """Who came, if it was a visit."""
    sides: frozenset[Guest] = frozenset()
    """Who met, if just two did."""


class Verdict(NamedTuple):
    """What speaks for two reports being one occasion."""

    score: int
    reasons: tuple[str, ...]


class Features(NamedTuple):
    """What a report is compared by."""

    type: str
    frame: Frame
    online: bool
    called_off: bool
    names: tuple[frozenset[str], ...]
    """The telling words of each name."""
    titles: frozenset[str]
    """The names as a whole, of three words or more."""
    short: frozenset[str]
    """The names of one telling word: "Lima Summit"."""
    named: bool
    """It has a proper name, not only a description."""
    treaties: frozenset[str]
    actors: frozenset[str]
    leaders: frozenset[str]
    """Hosts, organizers, chairs and sponsors among the actors."""
    tasks: Mapping[tuple[str, bool], frozenset[str]]
    """Who hosted and who organized, States apart from bodies."""
    topic: Mapping[str, int]
    """Words that tell what it was about, and how much each tells."""
    subject: frozenset[str]
    """Words of the subject that is stated."""
    audience: frozenset[str]
    """Words for those whom it is said to be for."""
    scope: frozenset[str]
    """Continents that it was for, and whether for one country or for several."""
    issued: str | None = None
    """The day of its document, where that tells of what has been."""
    meeting: Meeting | None = None
    """The conference that the field knows, if it can mean only one."""


def to_features(
    event: EventProfile,
    actors: dict[str, str],
    countries: dict[str, str],
    weights: Mapping[str, int],
    known: Mapping[str, ActorProfile] | None = None,
    *,
    issued: str | None = None,
) -> Features:
    """Prepare a report for comparison; `countries` tells the country of a city, `weights` what a word tells.

    `actors` gives the IRIs and `known` what else its document says of the actors, by their keys.
    """
    start, end, city = event.fact("startDate"), event.fact("endDate"), event.fact("city")
    country = event.fact("country") or (countries.get(city) if city else None)
    came = _find_guests(event, known) if known and event.type in {"Visit", "Meeting"} else frozenset()
    names = [name for name in (event.name, *event.aliases) if name]
    words = [spell(name).split() for name in names]
    telling = [find_telling(found) for found in words]
    treaties = frozenset(value for name, value in event.facts if name == "concerns")
    frame = Frame(
        extent=to_extent(start or end or "", end) if start or end else None,
        city=_strip_country(city, country),
        country=country,
        numbers=frozenset(number for found in words for number in find_numbers(found)).union(
            number for number in event.places if number >= _FAR_ON or (treaties and event.name and telling[0])
        ),
        visitors=frozenset(guest for guest in came if event.type == "Visit" and not _is_at_home(guest, country)),
        sides=came
        if event.type == "Meeting" and len(came) == len(actors) == _SIDES and _are_two(came)
        else frozenset(),
    )
    return Features(
        type=event.type,
        frame=frame,
        issued=issued if event.fact("eventStatus") == "Held" else None,
        online=event.fact("online") == "true",
        called_off=event.fact("eventStatus") in {"Cancelled", "Postponed"},
        names=tuple(found for found in telling if len(found) >= 2),
        titles=frozenset(" ".join(found) for found in words if len(found) >= _TITLE_WORDS),
        short=frozenset(" ".join(w) for w, found in zip(words, telling, strict=True) if len(w) > len(found) == 1),
        named=event.name is not None,
        treaties=treaties,
        actors=frozenset(actors.values()),
        leaders=frozenset(actors[key] for key, role in event.actors if role in _LEADING),
        tasks=_find_tasks(event, actors),
        topic={word: weights.get(word, _RARE_WORD) for word in event.topic},
        subject=frozenset(event.subject),
        audience=frozenset(event.audience),
        scope=frozenset(event.scope),
        meeting=find_meeting(event.type, [spell(name) for name in names], frame, treaties),
    )


def _strip_country(city: str | None, country: str | None) -> str | None:
    """Give the name by which a town on no list is compared: with its country beside it, it has that in its IRI."""
    return city if city is None or country is None else city.removesuffix(f"-{country[-3:].lower()}")


def _find_guests(event: EventProfile, known: Mapping[str, ActorProfile]) -> frozenset[Guest]:
    return frozenset(_to_guest(known[key]) for key, role in event.actors if role == "Participant")


@lru_cache(maxsize=65536)
def _to_guest(actor: ActorProfile) -> Guest:
    words = frozenset(word for word in spell(actor.label).split() if len(word) >= _NAME)
    home = actor.iri if actor.kind == "State" else actor.state
    return Guest(
        words if actor.kind == "Person" else frozenset({actor.iri or actor.label}), home, actor.kind == "Person"
    )


def _are_two(came: frozenset[Guest]) -> bool:
    """Tell whether two guests are two sides: no State and the person who spoke for it."""
    states = [guest.home for guest in came if not guest.person]
    return not any(guest.person and guest.home in states for guest in came)


def _is_at_home(guest: Guest, country: str | None) -> bool:
    return guest.home is not None and country is not None and guest.home[-3:] == country[-3:]


def _find_tasks(event: EventProfile, actors: Mapping[str, str]) -> dict[tuple[str, bool], frozenset[str]]:
    tasks: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for key, role in event.actors:
        if role in {"Host", "Organizer"} and not actors[key].startswith(_PERSON):
            tasks[role, actors[key].startswith(_STATE)].add(actors[key])
    return {task: frozenset(found) for task, found in tasks.items()}


def find_telling(words: list[str]) -> frozenset[str]:
    """Keep the words of a name that tell it from other names: no kinds of events, no numbers, no small words.

    >>> sorted(find_telling("second international workshop on mine action".split()))
    ['action', 'mine']
    """
    return frozenset(
        word.removesuffix("s") if len(word) > 4 else word
        for word in words
        if len(word) > 1 and not word.isdigit() and word not in _list_plain()
    )


@cache
def _list_plain() -> frozenset[str]:
    return load_words("plain-in-events", "resolution").union(ORDINALS, ROMAN)


def compare(left: Features, right: Features) -> Verdict | None:
    """Weigh what two reports have in common; None where they contradict each other."""
    if exclude(left, right):
        return None
    places, names = _weigh_places(left, right), _weigh_names(left, right)
    described = not (left.names and right.names)
    topics = _weigh_topics(left, right) if names[0] == 0 or described else (0, "")
    treaties, actors = _weigh_treaties(left, right), _weigh_actors(left, right)
    fates = (100, "both called off") if left.called_off and right.called_off else (0, "")
    kinds = _weigh_types(left, right)
    weighed = (_weigh_dates(left, right), places, kinds, names, topics, treaties, actors, fates)
    score = sum(points for points, _ in weighed)
    told = max(points for points, _ in (names, topics if _is_telling(left, right) else (0, ""), treaties, fates))
    if actors[0] <= _ONE_ACTOR and told <= 0 and _is_common(left, right):
        score += _BARE
    if places[0] <= 0 and names[0] <= 0 and topics[0] <= 0:
        score += _NEITHER_PLACE_NOR_NAME
    reasons = tuple(reason for _, reason in weighed if reason)
    if left.meeting is not None and right.meeting is not None:
        return Verdict(max(score + _KNOWN, ENOUGH), (f"both can only be the {left.meeting}", *reasons))
    return Verdict(score, reasons)


def _is_common(left: Features, right: Features) -> bool:
    """Tell whether time, place and kind are so common that another event may well have them too.

    Events that took just the same days, more than one, are not: that goes for two kinds too. Else it goes for any
    meeting in a seat of organisations, and for other kinds there of which only the month is known.
    """
    one, other, seat = left.frame.extent, right.frame.extent, _is_seat(left.frame.city)
    if one == other and one is not None and one.unit == "day" and one.first < one.last:
        return seat and left.type != right.type
    if left.type != right.type:
        one_day = one is not None and one == other and one.first == one.last
        return seat or one_day or not _may_be_called_so(left, right)
    if left.type == "Meeting":
        return seat or one != other
    exact = one is not None and other is not None and one.unit == other.unit == "day"
    return seat and not exact and left.type not in _SOLEMN - {"Training"}


def _is_seat(city: str | None) -> bool:
    return city is not None and city.removeprefix(f"{BASE}city/") in load_words("seats", "resolution")


def exclude(left: Features, right: Features) -> bool:
    """Tell whether two reports cannot be of one occasion.

    Those that can mean only one conference that the field knows may differ in a date: the same one, not another.
    """
    if left.meeting is not None and right.meeting is not None:
        return left.meeting.iri != right.meeting.iri
    return contradict(left.frame, right.frame)


@lru_cache(maxsize=1 << 18)
def contradict(left: Frame, right: Frame) -> bool:
    """Tell whether two reports cannot be of one occasion: other days, places, numbers in a series, or guests."""
    if left.city and right.city and left.city != right.city:
        return True
    if left.country and right.country and left.country != right.country:
        return True
    if _days_clash(left.extent, right.extent) or numbers_clash(left.numbers, right.numbers):
        return True
    return _strangers(left.visitors | left.sides, right.visitors | right.sides) or _sides_clash(left.sides, right.sides)


def _days_clash(left: Extent | None, right: Extent | None) -> bool:
    """Tell whether two extents lie apart; where days are known, one that opens or ends a day off is let pass."""
    if left is None or right is None or (left.first <= right.last and right.first <= left.last):
        return False
    if may_go_on(left, right) or may_go_on(right, left):
        return False
    return days_apart(left, right) > (1 if left.unit == right.unit == "day" else 0)


def _strangers(left: frozenset[Guest], right: frozenset[Guest]) -> bool:
    """Tell whether two visits were paid, or two talks held, by others."""
    return bool(left and right) and not any(_may_be_one(mine, yours) for mine in left for yours in right)


def _sides_clash(left: frozenset[Guest], right: frozenset[Guest]) -> bool:
    """Tell whether two met here and two met there, of whom at most one can be the same."""
    if not left or not right:
        return False
    (a, b), (c, d) = left, right
    return not any(_may_be_one(*one) and _may_be_one(*other) for one, other in (((a, c), (b, d)), ((a, d), (b, c))))


def _may_be_one(left: Guest, right: Guest) -> bool:
    """Tell whether two guests may be the same, or of one State; of two persons the names decide where that is open."""
    if left.words & right.words:
        return True
    if left.home and right.home:
        return left.home == right.home
    return not (left.person and right.person)


def _weigh_dates(one: Features, other: Features) -> tuple[int, str]:
    left, right = one.frame.extent, other.frame.extent
    if left is None or right is None:
        bare, dated = (one, other) if left is None else (other, one)
        extent = dated.frame.extent
        fresh = extent is not None and bare.issued is not None and months_between(extent, bare.issued) in {0, 1}
        return (_FRESH, "told soon after it") if fresh and _may_be_on(bare, dated) else (0, "")
    units = {left.unit, right.unit}
    if units == {"day"}:
        if left.first == right.first:
            return 400, "same first day"
        if _days_clash(left, right):
            return -100, ""
        if left.first > right.last or right.first > left.last:
            return (100, "a day apart") if days_apart(left, right) <= 1 else (0, "")
        if _lies_inside(left, right) or _lies_inside(right, left):
            return (100, "one day of several") if one.type == other.type else (0, "")
        apart = left.first > right.sure or right.first > left.sure
        return (100, "days may overlap") if apart else (300, "days overlap")
    if _days_clash(left, right):
        return -100, ""
    vague = 0 if "day" in units else -100
    return (100 + vague, "same year") if "year" in units else (200 + vague, "same month")


def _may_be_on(bare: Features, dated: Features) -> bool:
    """Tell whether no subject or audience that the first report states is strange to the second."""
    stated = [words for words in (bare.subject, bare.audience) if words]
    return all(_share_stem(words, frozenset(dated.topic)) for words in stated)


def _lies_inside(left: Extent, right: Extent) -> bool:
    """Tell whether one is of a day on which the other neither opened nor closed: often something on its margins."""
    return left.first == left.sure and right.first < left.first < right.sure


def _weigh_places(left: Features, right: Features) -> tuple[int, str]:
    mine, yours = left.frame, right.frame
    if mine.city and mine.city == yours.city:
        return 300, "same city"
    if left.online != right.online and (mine.city or yours.city):
        return -200, ""
    if left.online and right.online:
        return 100, "both online"
    return (150, "same country") if mine.country and mine.country == yours.country else (0, "")


def _weigh_types(left: Features, right: Features) -> tuple[int, str]:
    if _is_same_pair(left, right):
        return _SAME_TWO, "the same two met"
    if left.type == right.type:
        return 150, f"both a {left.type.casefold()}"
    both = frozenset({left.type, right.type})
    if _may_be_called_so(left, right):
        return 50, "one is only called a meeting"
    return _KINSHIP.get(both, -300 if both & _SOLEMN else 0), ""


def _is_same_pair(left: Features, right: Features) -> bool:
    """Tell whether two persons, and nobody else in one report, met on one day, be it called a visit or not."""
    one, other = left.frame.extent, right.frame.extent
    if one is None or other is None or not one.unit == other.unit == "day" or one.first != other.first:
        return False
    if not {left.type, right.type} <= {"Meeting", "Visit"} or min(len(left.actors), len(right.actors)) != _SIDES:
        return False
    return sum(actor.startswith(_PERSON) for actor in left.actors & right.actors) == _SIDES


def _may_be_called_so(left: Features, right: Features) -> bool:
    """Tell whether one report may only call a meeting what the other calls a workshop: no talks of two."""
    kinds = {left.type, right.type}
    return "Meeting" in kinds and len(kinds & _GATHERINGS) == 1 and not (left.frame.sides or right.frame.sides)


_GATHERINGS = frozenset({"Workshop", "Seminar", "Conference", "Symposium"})


def _weigh_names(left: Features, right: Features) -> tuple[int, str]:
    shared = max((len(a & b) * 100 // min(len(a), len(b)) for a in left.names for b in right.names), default=0)
    if left.titles & right.titles:
        return (450, "same name") if shared else (250, "same name, though a common one")
    series = find_places(left.frame.numbers & right.frame.numbers)
    if series and left.treaties & right.treaties:
        return 300, f"both number {min(series)} of a series on the same treaty"
    if series and left.type == right.type and not (left.treaties and right.treaties):
        return 150, f"both number {min(series)} of a series"
    if _begins(left, right) or _begins(right, left):
        return 100, "one name begins the other"
    if not left.names or not right.names:
        return 0, ""
    if shared >= 80:
        return 300, "names agree"
    if shared >= 50:
        return 150, "names are alike"
    if left.named and right.named and shared < 35:
        exact = {side.frame.extent.unit if side.frame.extent else "" for side in (left, right)} == {"day"}
        return (-250 if exact else -400), ""
    return 0, ""


def _begins(left: Features, right: Features) -> bool:
    """Tell whether one goes by the first words of the other's name: "Lima Summit", "Lima Summit on Clearance"."""
    names = left.titles | left.short
    return any(f"{name} ".startswith(f"{short} ") for short in right.short for name in names)


def differ_in_subject(left: Features, right: Features) -> bool:
    """Tell whether two reports state other subjects, other people whom the event was for, or other parts of the world.

    What they state is other where no word is shared; a treaty that both concern, or the same answer to the other
    question, outweighs that, and so does the other's telling half of those words elsewhere.
    """
    if _scopes_differ(left.scope, right.scope):
        return True
    stated = [(left.subject, right.subject), (left.audience, right.audience)]
    pairs = [(mine, yours) for mine, yours in stated if mine and yours]
    if not pairs or left.treaties & right.treaties or any(_share_stem(mine, yours) for mine, yours in pairs):
        return False
    return not any(_tells(mine, right.topic) or _tells(yours, left.topic) for mine, yours in pairs)


def _share_stem(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two subjects have a word in common, or two that begin alike: "brokers", "brokering"."""
    if left & right:
        return True
    stems = {word[:_STEM] for word in left if len(word) >= _STEM}
    return any(word[:_STEM] in stems for word in right)


_STEM = 6
"""Letters by which words of one stem are known."""


def _scopes_differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two events were for other continents, or one for a country and the other for several."""
    mine, yours = left - _CIRCLES, right - _CIRCLES
    if mine and yours and not mine & yours:
        return True
    own, other = left & _CIRCLES, right & _CIRCLES
    return len(own) == len(other) == 1 and own != other


def _tells(stated: frozenset[str], topic: Mapping[str, int]) -> bool:
    """Tell whether at least half of the words for a subject are among those of a report, and not one word alone."""
    return 2 <= len(stated & topic.keys()) >= len(stated) / 2


def _weigh_topics(left: Features, right: Features) -> tuple[int, str]:
    """Weigh the words that two reports share, the rarer the more.

    A single word counts where it is the whole subject of one of them; a few of very many do not.
    """
    if differ_in_subject(left, right):
        return (-350 if min(len(left.subject), len(right.subject)) > 1 else -250), ""
    shared = sorted(left.topic.keys() & right.topic.keys(), key=lambda word: (-left.topic[word], word))
    whole = any(side.subject and side.subject <= set(shared) for side in (left, right))
    told = sum(left.topic[word] for word in shared)
    if not (whole or len(shared) >= 2) or told * 4 < min(sum(left.topic.values()), sum(right.topic.values())):
        return 0, ""
    return min(told, _SAME_TOPIC), f"both speak of {', '.join(shared[:_TOLD_WORDS])}"


def _is_telling(left: Features, right: Features) -> bool:
    """Tell whether two reports share a word that is not on everybody's lips in the field."""
    return not (left.topic.keys() & right.topic.keys() <= load_words("field-words", "resolution"))


def _weigh_treaties(left: Features, right: Features) -> tuple[int, str]:
    if left.treaties & right.treaties:
        return 50, "same treaty"
    return (-100, "") if left.treaties and right.treaties else (0, "")


def _weigh_actors(left: Features, right: Features) -> tuple[int, str]:
    """Weigh the actors that two reports share; where two lists of States are strangers, only the others count."""
    mine, yours = left.actors, right.actors
    if _lists_differ(_states(mine), _states(yours)):
        points, reason = _weigh_shared(mine - _states(mine), yours - _states(yours), left.leaders & right.leaders)
        return points + _OTHER_GUESTS, reason
    if not mine & yours and _tasks_differ(left, right):
        return _OTHER_HOSTS, ""
    if not mine & yours:
        return (-75, "") if min(len(mine), len(yours)) >= 2 else (0, "")
    return _weigh_shared(mine, yours, left.leaders & right.leaders)


def _weigh_shared(left: frozenset[str], right: frozenset[str], leaders: frozenset[str]) -> tuple[int, str]:
    """Weigh each actor that two reports share, a person twice, and more where one of them led, or most are shared."""
    shared = left & right
    if not shared:
        return 0, ""
    persons = sum(actor.startswith(_PERSON) for actor in shared)
    points = min(250 if persons else 200, 50 * (len(shared) + persons)) + (50 if leaders & shared else 0)
    if len(shared) >= 3 and len(shared) * 10 >= 6 * min(len(left), len(right)):
        points += 100
    return points, f"{len(shared)} actor{'s' if len(shared) > 1 else ''} shared"


def _states(actors: frozenset[str]) -> frozenset[str]:
    return frozenset(actor for actor in actors if actor.startswith(_STATE))


def _lists_differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two lists, of three or more, have at most a quarter of the shorter one in common."""
    least = min(len(left), len(right))
    return least >= 3 and len(left & right) * 4 <= least


def _tasks_differ(left: Features, right: Features) -> bool:
    """Tell whether both name a State, or both a body, as the host or as the organizer, and not the same."""
    return any(not left.tasks[task] & right.tasks[task] for task in left.tasks.keys() & right.tasks.keys())
