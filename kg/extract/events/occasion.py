"""An event as it takes shape while a text is read, and the values that come of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.dates.dates import DateMention
from kg.extract.words.wordclass import load_pairs
from kg.model import Fact, Span


@dataclass(slots=True, kw_only=True)
class Occasion:
    """An event as it takes shape while a text is read."""

    type: str
    noun: str
    section: int
    heading: bool
    mentions: list[Span] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    """What it is called: one event may be a meeting and a workshop."""
    acronyms: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    ordinal: int | None = None
    days: int | None = None
    first: str | None = None
    last: str | None = None
    date_spans: list[tuple[str, str, Span]] = field(default_factory=list)
    """Property, value and place of every date stated."""
    counted: str = ""
    """`begin` or `finish`, where that day was only counted from the other one and how long the event lasted."""
    city: str | None = None
    country: str | None = None
    place_spans: list[tuple[str, str, Span]] = field(default_factory=list)
    counts: list[tuple[str, int, Span]] = field(default_factory=list)
    online: Span | None = None
    future: list[bool] = field(default_factory=list)
    """For each mention, whether its clause looks ahead."""
    verb: bool = False
    """Whether so far only a verb told of it: "the experts met"."""
    away: bool = False
    """Whether a verb told that somebody went off: the place is not that of the text."""
    stage: str = ""
    """`begin` or `finish`, where the text speaks of its opening or its close: "at the close of a two-day seminar"."""
    state: tuple[str, Span] | None = None
    """Cancelled or Postponed, and the words that say so."""
    treaties: list[tuple[str, Span]] = field(default_factory=list)
    parties: list[tuple[str, str, Span]] = field(default_factory=list)
    """Actors whom a verb that tells of the event names, with its words."""
    beside: int | None = None
    """Number of the occasion that it took place beside, where the text says so and gives no day or place."""
    within: bool = False
    """Whether the sentence itself says so: "on the margins of the summit she met", "flies to Rome for the session"."""
    known: bool = False
    """Whether the text took it as known from the first: "the Nairobi conference"."""
    generic: bool = False
    visitor: str | None = None
    """Key of the person who pays the visit, where the sentence that opened it names just one."""
    weak: bool = False
    """Whether the noun that opened it often means something other than an event."""


@dataclass(slots=True)
class Occasions:
    """What the pass has found: occasions, and which one each mention and each sentence speaks of."""

    found: list[Occasion] = field(default_factory=list)
    of_mention: dict[int, int] = field(default_factory=dict)
    """Number of an event mention → number of its occasion."""
    focus: list[int | None] = field(default_factory=list)
    """For each phrase, the occasion that is being spoken of when it ends."""
    issued: str | None = None
    """The text's day of issue."""

    def is_ahead(self, number: int) -> bool:
        """Tell whether an occasion had yet to come when the text was written, and the text only looks ahead to it."""
        occasion = self.found[number]
        planned = all(occasion.future) and settle_status(occasion, self.issued) != "Held"
        return planned or occasion.state is not None

    def is_dated_ahead(self, number: int) -> bool:
        """Tell whether an occasion begins behind the day of issue."""
        occasion = self.found[number]
        return bool(occasion.first and self.issued and occasion.first > self.issued)

    def is_over(self, number: int) -> bool:
        """Tell whether an occasion is known to have ended before the day of issue."""
        occasion = self.found[number]
        end = occasion.last or occasion.first
        return bool(end and self.issued and end < self.issued)

    def is_told(self, number: int) -> bool:
        """Tell whether all that tells of an occasion is that some, whom it names, met or signed.

        Who brought others together is named as well; but at such a meeting speeches are given.
        """
        occasion = self.found[number]
        return occasion.verb and bool(occasion.parties) and all(role not in _CALLERS for _, role, _ in occasion.parties)


_CALLERS = frozenset({"Host", "Organizer"})


def shift(day: str, days: int) -> str:
    """Give the day some days later; an ISO date in and out."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


def settle_status(occasion: Occasion, issued: str | None) -> str:
    """Decide whether an event was held, or is planned, as of the text.

    A first day behind the day of issue is a plan, one before it is past; without dates the tense decides.
    """
    if occasion.state is not None:
        return occasion.state[0]
    if occasion.first and issued:
        size = min(len(occasion.first), len(issued))
        if occasion.first[:size] > issued[:size]:
            return "Planned"
        if occasion.first[:size] < issued[:size] or (
            len(occasion.first) == 10 and size > len("2001") and not all(occasion.future)
        ):
            return "Held"
    if occasion.last and issued and occasion.last[: len(issued)] < issued[: len(occasion.last)]:
        return "Held"
    ahead = sum(occasion.future)
    return "Planned" if ahead and ahead * 2 >= len(occasion.future) else "Held"


def add_date(occasion: Occasion, date: DateMention, span: Span, phase: str) -> None:
    """Set first and last day from a date and what the verb beside it says: `begin`, `finish`, `moved` or nothing."""
    if phase == "moved":
        occasion.first = occasion.last = None
    if widens(occasion, date, phase):
        occasion.first, occasion.last = (
            (None, occasion.last) if phase == "begin" else (occasion.first, None)
        )  # the day known so far was one of several
    if phase and phase == occasion.counted:
        _forget_counted(occasion)
    first, last = _bounds(occasion, date, phase)
    if occasion.days and phase in _OTHER_END and not (occasion.first and occasion.last):
        occasion.counted = _OTHER_END[phase]
    if first is not None:
        if _refines(occasion.first, first) and not _is_after(first, occasion.last):
            occasion.first = first
        occasion.date_spans.append(("startDate", first, span))
    if last is not None:
        if _refines(occasion.last, last) and not (occasion.first and last < occasion.first[: len(last)]):
            occasion.last = last
        occasion.date_spans.append(("endDate", last, span))


_OTHER_END = {"begin": "finish", "finish": "begin"}


def _forget_counted(occasion: Occasion) -> None:
    """Take back the end that was only counted from how long an event lasted, now that its day is told."""
    begins = occasion.counted == "begin"
    name, counted = ("startDate", occasion.first) if begins else ("endDate", occasion.last)
    occasion.date_spans[:] = [told for told in occasion.date_spans if told[:2] != (name, counted)]
    occasion.counted = ""
    if begins:
        occasion.first = None
    else:
        occasion.last = None


def widens(occasion: Occasion, date: DateMention, phase: str) -> bool:
    """Tell whether a first or last day shows that the one day known of an event was only one of its days."""
    known, value = occasion.first, date.first
    if phase not in {"begin", "finish"} or known is None or known != occasion.last:
        return False
    if date.first != date.last or not len(known) == len(value) == len("2001-02-03"):
        return False
    if occasion.days:
        return value == shift(known, (occasion.days - 1) * (1 if phase == "finish" else -1))
    return shift(known, -_SESSION) <= value < known if phase == "begin" else known < value <= shift(known, _SESSION)


_SESSION = 27
"""Days that an event may last of which one day and the first or the last are told."""


def _bounds(occasion: Occasion, date: DateMention, phase: str) -> tuple[str | None, str | None]:
    """Give the first and last day that a date states; None for one that it leaves open."""
    first: str | None = date.first
    last: str | None = date.last
    if date.first == date.last and len(date.first) == 10:
        if phase == "begin":
            last = shift(date.first, occasion.days - 1) if occasion.days else None
        elif phase == "finish":
            first = shift(date.last, 1 - occasion.days) if occasion.days else None
        elif occasion.days and occasion.days > 1:
            last = shift(date.first, occasion.days - 1)
    if phase == "finish" and occasion.first and last and last >= occasion.first[: len(last)]:
        first = None
    return first, last


def _refines(known: str | None, value: str) -> bool:
    """Tell whether a date is new, or says more exactly what is known."""
    return known is None or (len(known) < len(value) and value.startswith(known))


def _is_after(first: str, last: str | None) -> bool:
    return bool(last and first > last and not last.startswith(first[: len(last)]))


def settle(occasion: Occasion, place: str, where: tuple[str, str | None], span: Span) -> None:
    """Give an occasion a city or country, of which the kind and the country are known, unless it has another."""
    kind, country = where
    if kind == "City" and occasion.city is None and occasion.country in {None, country}:
        occasion.city = place
        occasion.place_spans.append(("city", place, span))
        if country and occasion.country is None:
            occasion.country = country
            occasion.place_spans.append(("country", country, span))
    elif kind == "Country" and occasion.country is None:
        occasion.country = place
        occasion.place_spans.append(("country", place, span))


def complete(occasion: Occasion) -> None:
    """Work out the last or the first day from how long it lasted, and take the place from what was only online."""
    if occasion.days and occasion.first is None and occasion.last and len(occasion.last) == 10:
        spans = [s for p, v, s in occasion.date_spans if p == "endDate" and v == occasion.last]
        occasion.first = shift(occasion.last, 1 - occasion.days)
        occasion.date_spans += [("startDate", occasion.first, span) for span in spans[:1]]
    if (
        occasion.days
        and occasion.days > 1
        and occasion.first
        and len(occasion.first) == 10
        and (occasion.last is None or occasion.first.startswith(occasion.last))
    ):
        last = shift(occasion.first, occasion.days - 1)
        spans = [s for p, v, s in occasion.date_spans if p == "startDate" and v == occasion.first]
        if spans:
            occasion.last = last
            occasion.date_spans.append(("endDate", last, spans[0]))
    if occasion.stage == "finish" and occasion.noun == "meeting" and not (occasion.first or occasion.days):
        spans = [s for p, v, s in occasion.date_spans if p == "endDate" and v == occasion.last]
        if spans and not (occasion.ordinal or occasion.names or occasion.verb):
            occasion.first = occasion.last  # "at the end of their meeting on 4 May"
            occasion.date_spans.append(("startDate", occasion.last or "", spans[0]))
    if occasion.online is not None:
        occasion.city = occasion.country = None
        occasion.place_spans.clear()


def date_country(occasion: Occasion, issued: str | None) -> None:
    """Give an event of former days the country that its place belonged to then: Moscow was in the Soviet Union."""
    day = occasion.first or occasion.last or issued
    country = occasion.country
    ended, _, former = (
        load_pairs("former-countries").get(country[-_CODE:].casefold() if country else "", "").partition(" ")
    )
    if not former or day is None or country is None or not day[: len(ended)] < ended[: len(day)]:
        return
    occasion.country = country[:-_CODE] + former
    told = [(name, occasion.country if value == country else value, span) for name, value, span in occasion.place_spans]
    occasion.place_spans[:] = told


_CODE = len("RUS")


def is_dated(occasion: Occasion) -> bool:
    """Tell whether the text gives a date or a proper name."""
    return bool(occasion.first or occasion.last or occasion.names)


def is_identified(occasion: Occasion) -> bool:
    """Tell whether the text gives a date, a place or a proper name."""
    return is_dated(occasion) or bool(occasion.city or occasion.country)


def is_news_from(occasion: Occasion, heads: Sequence[str]) -> bool:
    """Tell whether an occasion was where a dateline is from, or a headline spoke of it and told no other place."""
    where = occasion.city or (occasion.country if occasion.heading else "")
    return where in heads or (occasion.heading and not where)


def is_tour(occasion: Occasion) -> bool:
    """Tell whether somebody visited a country as such or went off: the town of the report says nothing of where."""
    return occasion.away or (occasion.type == "Visit" and occasion.country is not None)


def is_remote(occasion: Occasion, issued: str | None) -> bool:
    """Tell whether an event lies more than a month or so from the day of issue: a dateline is not its place."""
    first = occasion.first or occasion.last
    if first is None or issued is None:
        return False
    if min(len(first), len(issued)) < len("2001-02"):
        return first[:4] != issued[:4]
    mine, yours = (12 * int(day[:4]) + int(day[5:7]) for day in (first, issued))
    return abs(mine - yours) > 1


def borrow(occasion: Occasion, found: list[Occasion]) -> None:
    """Take day and place from the occasion beside which it took place: "he also met ... in the afternoon"."""
    if occasion.beside is None:
        return
    main = found[occasion.beside]
    bare = occasion.first is None
    if occasion.within or main.first == main.last:
        date_within(occasion, main)
    same_month = bool(occasion.first and main.first) and (occasion.first or "")[:_MONTH] == (main.first or "")[:_MONTH]
    together = occasion.within or same_month if bare else same_month
    if occasion.city is None and occasion.country is None and together:
        occasion.city, occasion.country = main.city, main.country
        occasion.place_spans += main.place_spans


def date_within(occasion: Occasion, main: Occasion) -> None:
    """Date an event that was a part of another: on its one day, else in the month, or the year, in which it lay."""
    first, last = main.first, main.last
    if first is None or last is None or occasion.first is not None or occasion.last is not None:
        return
    if first == last:
        occasion.first, occasion.last = first, last
        occasion.date_spans += main.date_spans
        return
    shared = next((first[:size] for size in (_MONTH, _YEAR) if len(last) >= size and first[:size] == last[:size]), None)
    if shared is not None and len(shared) <= len(first):
        occasion.first = occasion.last = shared
        occasion.date_spans += [(name, shared, main.date_spans[0][2]) for name in ("startDate", "endDate")]


_YEAR, _MONTH = len("2001"), len("2001-02")


def to_facts(occasion: Occasion, status: str) -> tuple[Fact, ...]:
    """List an occasion's values with the words that they rest on; the first of a property is the chosen one."""
    span = occasion.state[1] if occasion.state else occasion.mentions[0]
    facts = [Fact(property="eventStatus", value=status, span=span)]
    chosen = {"startDate": occasion.first, "endDate": occasion.last}
    for name, value in chosen.items():
        spans = [s for p, v, s in occasion.date_spans if p == name and v == value]
        if value is not None and spans:
            facts.append(Fact(property=name, value=value, span=spans[0]))
    for name, value, span in occasion.place_spans:
        facts.append(Fact(property=name, value=value, span=span))
    if occasion.online is not None:
        facts.append(Fact(property="online", value="true", span=occasion.online))
    for treaty, span in occasion.treaties:
        facts.append(Fact(property="concerns", value=treaty, span=span))
    seen: set[str] = set()
    for name, count, span in occasion.counts:
        if name and name not in seen:
            seen.add(name)
            facts.append(Fact(property=name, value=str(count), span=span))
    return tuple(facts)
