"""Conferences that the field knows, and which of them a report can mean.

`ontology/resolution/meetings.ttl` lists them. What the list says enters no document's facts: it only tells that two
reports in other words are of one occasion, or that they are not.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple, Protocol

from kg.errors import VocabularyError
from kg.extract.words.numeral import ORDINALS
from kg.extract.words.wordclass import KG, load_words, read_folder
from kg.graph.extent import Extent, to_extent
from kg.graph.link import spell
from kg.graph.numbering import find_numbers, find_places, numbers_clash
from kg.model import BASE
from kg.resources import folder

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel"
_START, _END = f"{KG}startDate", f"{KG}endDate"
_ENOUGH = 5
"""So much must be said of what, where and when for a report to mean a conference."""
_OWN_NAME = 4
"""So much says a name that no other conference has."""
_ALL = 6
"""What a name of the series, the number and the treaty say together."""
_OTHER_DAYS = -1
_ANOTHER_YEAR = -9
_EXACT = 4
"""So much says that both its first and its last day are those of the conference."""
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
_KINDS = frozenset({"Conference", "Meeting"})


class Meeting(NamedTuple):
    """A conference that the field knows."""

    iri: str
    label: str
    names: tuple[str, ...]
    """Its name and other names, as they are compared."""
    series: frozenset[str]
    """The words of its name that others of its series share."""
    places: frozenset[int]
    """Its number in the series."""
    treaty: str | None
    extent: Extent
    city: str | None
    country: str | None

    def __str__(self) -> str:
        """Name it for a reader."""
        return f"{self.label} of {min(self.years)}"

    @property
    def years(self) -> frozenset[int]:
        """The years of its first and last day."""
        return frozenset(date.fromordinal(day).year for day in (self.extent.first, self.extent.last))


class Setting(Protocol):
    """When and where a report says that an event was, and its place in a series."""

    @property
    def extent(self) -> Extent | None:
        """The days that it may have taken."""

    @property
    def city(self) -> str | None:
        """IRI of the city."""

    @property
    def country(self) -> str | None:
        """IRI of the country."""

    @property
    def numbers(self) -> frozenset[int]:
        """Places in a series, and years."""


def find_meeting(kind: str, names: Sequence[str], setting: Setting, treaties: frozenset[str]) -> Meeting | None:
    """Give the one conference that a report can mean, if it says enough to mean one.

    `kind` is the type of the event, `names` are as `spell` gives them.
    """
    if kind not in _KINDS:
        return None
    meant = [
        meeting
        for meeting in _find_near(setting, treaties)
        if _may_be(meeting, setting, treaties) and _says_enough(meeting, names, setting, treaties)
    ]
    return meant[0] if len(meant) == 1 else None


def _find_near(setting: Setting, treaties: frozenset[str]) -> Iterator[Meeting]:
    """Yield the conferences in the city of a report, on its treaties or in its year."""
    index = index_meetings()
    found: dict[str, Meeting] = {}
    year = str(date.fromordinal(setting.extent.first).year) if setting.extent is not None else ""
    for key in (setting.city or "", year, *sorted(treaties)):
        found.update((meeting.iri, meeting) for meeting in index.get(key, ()))
    yield from found.values()


def _may_be(meeting: Meeting, setting: Setting, treaties: frozenset[str]) -> bool:
    """Tell whether nothing that a report says of place, treaty and number is otherwise with a conference."""
    for mine, yours in ((setting.city, meeting.city), (setting.country, meeting.country)):
        if mine is not None and yours is not None and mine != yours:
            return False
    if treaties and meeting.treaty is not None and meeting.treaty not in treaties:
        return False
    years = setting.numbers - find_places(setting.numbers)
    return years <= meeting.years and not numbers_clash(setting.numbers, meeting.places)


def _says_enough(meeting: Meeting, names: Sequence[str], setting: Setting, treaties: frozenset[str]) -> bool:
    """Tell whether a report says enough of what, where and when to mean a conference.

    One with a name must go by a name of the conference or of its series; time and place alone do only where both the
    first and the last day are told. Other days of the year are let pass where the name can mean nothing else.
    """
    named = max((_weigh_name(meeting, name) for name in names), default=0)
    if names and not named:
        return False
    numbered = not meeting.places.isdisjoint(setting.numbers)
    what = named + 2 * (numbered + (meeting.treaty in treaties))
    when = _weigh_days(setting.extent, meeting.extent)
    if when < 0:
        return when == _OTHER_DAYS and (named == _OWN_NAME or (named > 0 and what == _ALL))
    if not what and when < _EXACT:
        return False
    return what + _weigh_place(setting, meeting) + when >= _ENOUGH


def _weigh_name(meeting: Meeting, name: str) -> int:
    """Weigh a name: one that is the conference's own says most, then that of its series, with nothing beside it."""
    own = meeting.names[1:] if meeting.places else meeting.names
    if any(name == known or name.startswith(f"{known} ") for known in own):
        return _OWN_NAME
    words = set(name.split())
    if not meeting.places or words & (load_words("beside-conferences", "resolution") - meeting.series):
        return 0
    initials = "".join(sorted(word[0] for word in meeting.series))
    short = any("".join(sorted(word.lstrip("0123456789"))) == initials for word in words if word[0].isdigit())
    return 2 if short or meeting.series <= words else 0


def _weigh_place(setting: Setting, meeting: Meeting) -> int:
    """Weigh the place: a city says more than a country, unless it is one where much goes on."""
    if setting.city is not None and setting.city == meeting.city:
        return 1 if setting.city.removeprefix(f"{BASE}city/") in load_words("seats", "resolution") else 2
    return int(setting.country is not None and setting.country == meeting.country)


def _weigh_days(said: Extent | None, known: Extent) -> int:
    """Weigh the time: the exact days say most, a day in between or a year least; another time speaks against it."""
    if said is None:
        return 0
    if said.first > known.last or known.first > said.last:
        years = {date.fromordinal(extent.first).year for extent in (said, known)}
        return _OTHER_DAYS if len(years) == 1 else _ANOTHER_YEAR
    if said.unit == "day":
        first, last = said.first == known.first, said.sure == known.last
        return _EXACT if first and last and known.first < known.last else 3 if first or last else 1
    return 2 if said.unit == "month" else 1


@cache
def index_meetings() -> Mapping[str, Sequence[Meeting]]:
    """Sort the conferences by what reports that may mean them have in common with them: city, treaty, years."""
    index: dict[str, list[Meeting]] = defaultdict(list)
    for iri, row in read_folder(folder("ontology") / "resolution")["meetings"].items():
        meeting = _to_meeting(iri, row)
        for key in (meeting.city, meeting.treaty, *map(str, sorted(meeting.years))):
            if key is not None:
                index[key].append(meeting)
    return index


def _to_meeting(iri: str, row: Mapping[str, tuple[str, ...]]) -> Meeting:
    """Take a row up; VocabularyError where it lacks a name or a day."""
    for name in (_LABEL, _START, _END):
        if name not in row:
            raise VocabularyError("meetings.ttl", f"{iri}: no {name}")
    names = [spell(name) for name in (*row[_LABEL], *row.get(_ALIAS, ()))]
    return Meeting(
        iri=iri,
        label=row[_LABEL][0],
        names=tuple(names),
        series=frozenset(names[0].split()) - ORDINALS.keys() - _SMALL,
        places=find_places(number for name in names for number in find_numbers(name.split())),
        treaty=next(iter(row.get(f"{KG}concerns", ())), None),
        extent=to_extent(row[_START][0], row[_END][0]),
        city=next(iter(row.get(f"{KG}city", ())), None),
        country=next(iter(row.get(f"{KG}country", ())), None),
    )
