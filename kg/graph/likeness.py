"""How alike two reports of events are: date, place, kind, name, treaty and people, each weighed with a reason.

A contradiction (other days, other cities, other numbers in a series) rules a match out whatever else agrees.
Weights are in hundredths of a point, so that sums are exact on every machine.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.graph.link import spell
from kg.graph.profile import EventProfile

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

_EMPTY_WORDS = frozenset(
    """
    a an and annual at by ceremony conference convention course event exhibition first for forum from high in
    international into its level mission meeting national of on on opening regional seminar session signing states
    summit symposium talks the third to toward towards training treaty visit with workshop parties party
    """.split()
)
_ORDINALS = {
    word: number
    for number, word in enumerate(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """.split(),
        start=1,
    )
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
FIRST_YEAR = 1000
"""Numbers in names are years from here on, places in a series below."""
_NEITHER_PLACE_NOR_NAME = -100
"""Much goes on in the world on one day."""
_TITLE_WORDS = 3
_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th|msp|rc)?")


class Extent(NamedTuple):
    """The days that an event may have taken: first and last as day numbers, and how finely they are known."""

    first: int
    last: int
    unit: str
    """`day`, `month` or `year`: that of the start."""


class Frame(NamedTuple):
    """What reports can contradict each other in: when, where, and which of a series."""

    extent: Extent | None
    city: str | None
    country: str | None
    numbers: frozenset[int]
    """Its place in a series, and years, as its names have them."""


class Verdict(NamedTuple):
    """What speaks for two reports being one occasion."""

    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What a report is compared by."""

    type: str
    frame: Frame
    online: bool
    names: tuple[frozenset[str], ...]
    """The telling words of each name."""
    titles: frozenset[str]
    """The names as a whole, of three words or more."""
    named: bool
    """It has a proper name, not only a description."""
    treaties: frozenset[str]
    actors: frozenset[str]
    leaders: frozenset[str]
    """Hosts, organizers and chairs among the actors."""


@lru_cache(maxsize=65536)
def to_extent(start: str, end: str | None) -> Extent:
    """Find the days that a start and an end may mean.

    >>> to_extent("2007-03-26", "2007-03-27")
    Extent(first=732761, last=732762, unit='day')
    >>> to_extent("2007", None).unit
    'year'
    """
    first, _, unit = _days(start)
    last = max(_days(end or start)[1], first)
    return Extent(first, last, unit)


def _days(value: str) -> tuple[int, int, str]:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        day = date(*parts).toordinal()
        return day, day, "day"
    if len(parts) == 2:
        first = date(parts[0], parts[1], 1).toordinal()
        return first, first + monthrange(parts[0], parts[1])[1] - 1, "month"
    return date(parts[0], 1, 1).toordinal(), date(parts[0], 12, 31).toordinal(), "year"


def to_features(event: EventProfile, actors: dict[str, str], countries: dict[str, str]) -> Features:
    """Prepare a report for comparison; `countries` tells the country of a city."""
    start, end, city = event.fact("startDate"), event.fact("endDate"), event.fact("city")
    names = [name for name in (event.name, *event.aliases) if name]
    words = [spell(name).split() for name in names]
    return Features(
        type=event.type,
        frame=Frame(
            extent=to_extent(start or end or "", end) if start or end else None,
            city=city,
            country=event.fact("country") or (countries.get(city) if city else None),
            numbers=frozenset(number for found in words for number in find_numbers(found)),
        ),
        online=event.fact("online") == "true",
        names=tuple(telling for found in words if len(telling := find_telling(found)) >= 2),
        titles=frozenset(" ".join(found) for found in words if len(found) >= _TITLE_WORDS),
        named=event.name is not None,
        treaties=frozenset(value for name, value in event.facts if name == "concerns"),
        actors=frozenset(actors.values()),
        leaders=frozenset(actors[key] for key, role in event.actors if role in {"Host", "Organizer", "Chair"}),
    )


def find_telling(words: list[str]) -> frozenset[str]:
    """Keep the words of a name that tell it from other names: no kinds of events, no numbers, no small words.

    >>> sorted(find_telling("second international workshop on mine action".split()))
    ['action', 'mine']
    """
    return frozenset(
        word.removesuffix("s") if len(word) > 4 else word
        for word in words
        if word not in _EMPTY_WORDS and word not in _ORDINALS and word not in _ROMAN and not word.isdigit()
    )


def find_numbers(words: list[str]) -> Iterator[int]:
    """Yield the numbers in a name: ordinals in words, digits or Roman figures, and years.

    >>> list(find_numbers("twenty second meeting ii 22msp 2023".split()))
    [22, 2, 22, 2023]
    """
    tens = 0
    for word in words:
        if word in _TENS:
            tens = _TENS[word]
            continue
        if word in _ORDINALS:
            yield tens + _ORDINALS[word]
        elif word in _ROMAN and word != "i":
            yield _ROMAN[word]
        elif re.fullmatch(r"(?:19|20)\d\d", word):
            yield int(word)
        elif found := _NUMBER.fullmatch(word):
            yield int(found[1])
        tens = 0


def compare(left: Features, right: Features) -> Verdict | None:
    """Weigh what two reports have in common; None where they contradict each other."""
    if contradict(left.frame, right.frame):
        return None
    places, names = _weigh_places(left, right), _weigh_names(left, right)
    weighed = (
        _weigh_dates(left.frame.extent, right.frame.extent),
        places,
        _weigh_types(left, right),
        names,
        _weigh_treaties(left, right),
        _weigh_actors(left, right),
    )
    score = sum(points for points, _ in weighed)
    if places[0] <= 0 and names[0] <= 0:
        score += _NEITHER_PLACE_NOR_NAME
    return Verdict(score, tuple(reason for _, reason in weighed if reason))


@lru_cache(maxsize=1 << 18)
def contradict(left: Frame, right: Frame) -> bool:
    """Tell whether two reports cannot be of one occasion: other days, other places, other numbers in a series."""
    if left.city and right.city and left.city != right.city:
        return True
    if left.country and right.country and left.country != right.country:
        return True
    return _days_clash(left.extent, right.extent) or _numbers_clash(left.numbers, right.numbers)


def _days_clash(left: Extent | None, right: Extent | None) -> bool:
    """Tell whether two extents lie apart; where both are known to the day, one day between them is let pass."""
    if left is None or right is None:
        return False
    slack = 1 if left.unit == right.unit == "day" else 0
    return left.first > right.last + slack or right.first > left.last + slack


def _numbers_clash(left: frozenset[int], right: frozenset[int]) -> bool:
    """Tell whether both have a place in a series, or a year, and not the same."""
    if not left or not right:
        return False
    for years in (False, True):
        mine = {number for number in left if (number >= FIRST_YEAR) == years}
        yours = {number for number in right if (number >= FIRST_YEAR) == years}
        if mine and yours and not mine & yours:
            return True
    return False


def _weigh_dates(left: Extent | None, right: Extent | None) -> tuple[int, str]:
    if left is None or right is None:
        return 0, ""
    units = {left.unit, right.unit}
    if units == {"day"}:
        if left.first == right.first:
            return 400, "same first day"
        apart = left.first > right.last or right.first > left.last
        return (100, "a day apart") if apart else (300, "days overlap")
    vague = 0 if "day" in units else -100
    return (100 + vague, "same year") if "year" in units else (200 + vague, "same month")


def _weigh_places(left: Features, right: Features) -> tuple[int, str]:
    mine, yours = left.frame, right.frame
    if mine.city and mine.city == yours.city:
        return 300, "same city"
    if left.online != right.online and (mine.city or yours.city):
        return -200, ""
    if left.online and right.online:
        return 200, "both online"
    return (150, "same country") if mine.country and mine.country == yours.country else (0, "")


def _weigh_types(left: Features, right: Features) -> tuple[int, str]:
    if left.type == right.type:
        return 150, f"both a {left.type.casefold()}"
    both = frozenset({left.type, right.type})
    return _KINSHIP.get(both, -300 if both & _SOLEMN else 0), ""


def _weigh_names(left: Features, right: Features) -> tuple[int, str]:
    shared = max((len(a & b) * 100 // min(len(a), len(b)) for a in left.names for b in right.names), default=0)
    if left.titles & right.titles:
        return (450, "same name") if shared else (250, "same name, though a common one")
    series = {number for number in left.frame.numbers & right.frame.numbers if number < FIRST_YEAR}
    if series and left.treaties & right.treaties:
        return 300, f"both number {min(series)} of a series on the same treaty"
    if series and left.type == right.type and not (left.treaties and right.treaties):
        return 150, f"both number {min(series)} of a series"
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


def _weigh_treaties(left: Features, right: Features) -> tuple[int, str]:
    if left.treaties & right.treaties:
        return 50, "same treaty"
    return (-100, "") if left.treaties and right.treaties else (0, "")


def _weigh_actors(left: Features, right: Features) -> tuple[int, str]:
    shared = len(left.actors & right.actors)
    if not shared:
        return (-75, "") if min(len(left.actors), len(right.actors)) >= 2 else (0, "")
    score = min(200, 50 * shared) + (50 if left.leaders & right.leaders else 0)
    if shared >= 3 and shared * 10 >= 6 * min(len(left.actors), len(right.actors)):
        score += 100
    return score, f"{shared} actor{'s' if shared > 1 else ''} shared"
