"""Which mentions speak of the same occasion, and when and where it took place.

One pass over the phrases of a text, in order. A mention either opens an occasion or points back to one;
dates and places go to the mention that they stand nearest to, unless another verb has a better claim.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kg.extract.dates import DateMention
from kg.extract.event import EventMention
from kg.extract.pattern import load_words
from kg.extract.phrase import Mark, Phrase
from kg.model import Fact, Span, fold

_REACH = 30
"""Items between a mention and a date or place beyond which they are not taken to belong together."""


@dataclass(slots=True, kw_only=True)
class Occasion:
    """An event as it takes shape while a text is read."""

    type: str
    noun: str
    section: int
    heading: bool
    mentions: list[Span] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    ordinal: int | None = None
    days: int | None = None
    first: str | None = None
    last: str | None = None
    date_spans: list[tuple[str, str, Span]] = field(default_factory=list)
    """Property, value and place of every date stated."""
    city: str | None = None
    country: str | None = None
    place_spans: list[tuple[str, str, Span]] = field(default_factory=list)
    counts: list[tuple[str, int, Span]] = field(default_factory=list)
    online: Span | None = None
    future: list[bool] = field(default_factory=list)
    """For each mention, whether its clause looks ahead."""
    state: tuple[str, Span] | None = None
    """Cancelled or Postponed, and the words that say so."""
    treaties: list[tuple[str, Span]] = field(default_factory=list)
    generic: bool = False
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


@dataclass(slots=True, kw_only=True)
class Reader:
    """The pass over a text's phrases; holds what the text has said so far."""

    mentions: Sequence[EventMention]
    places: Mapping[str, tuple[str, str | None]]
    """IRI of a place → its kind and its country's IRI."""
    mention_places: Mapping[int, tuple[str, ...]]
    """Number of a mention → places inside its own words ("the Lausanne conference")."""
    mention_treaties: Mapping[int, tuple[str, ...]]
    issued: str | None
    result: Occasions = field(default_factory=Occasions)
    section: int = 0
    current: int | None = None
    heading_marks: list[Mark] = field(default_factory=list)
    fresh_heading: bool = False
    """Whether the line before was a heading."""

    def read(self, phrase: Phrase, *, heading: bool) -> None:
        """Take in one sentence."""
        if heading:
            self.section += 1
            self._note_heading(phrase)
        else:
            self.fresh_heading = self.fresh_heading and not any(m is not None and m.letter == "E" for m in phrase.marks)
        attached = attach(phrase)
        main: int | None = None
        for i, mark in enumerate(phrase.marks):
            if mark is None or mark.letter != "E":
                continue
            number = mark.events[0]
            mention = self.mentions[number]
            near = [m for m in (phrase.marks[j] for j in attached.get(i, ())) if m is not None]
            occasion = self._resolve(number, mention, phrase, i, near)
            if occasion is None:
                continue
            self.result.of_mention[number] = occasion
            self._describe(self.result.found[occasion], number, mention, phrase, i)
            for j in attached.get(i, ()):
                self._take(self.result.found[occasion], phrase, i, j)
            if main is None and (self.current is None or not _is_aside(phrase, i, mention)):
                main = occasion
        if main is not None:
            self.current = main
            self._inherit(self.result.found[main])
        if not any(m is not None and m.letter == "E" for m in phrase.marks) and self.current is not None:
            self._read_without_mention(phrase, self.result.found[self.current])
        self.result.focus.append(self.current)

    def _note_heading(self, phrase: Phrase) -> None:
        """Keep the date and the place of a heading for the first event under it, or for the title just above."""
        kept = [m for m in self.heading_marks if m.letter == "D"]
        self.fresh_heading = True
        self.heading_marks = [
            m
            for m in phrase.marks
            if m is not None and m.letter in "DL" and (m.date is None or m.date.first != self.issued)
        ]
        if any(m is not None and m.letter == "E" for m in phrase.marks):
            self.heading_marks = kept if not self.heading_marks else self.heading_marks
        elif self.current is not None and not any(m.letter == "D" for m in self.heading_marks):
            above = self.result.found[self.current]
            if above.heading and above.section == self.section - 1 and above.city is None and above.country is None:
                for mark in phrase.marks[:1]:
                    for place in mark.places if mark is not None else ():
                        self.settle(above, place, Span(mark.begin, mark.end) if mark is not None else phrase.span)
        elif self.current is not None and self.result.found[self.current].section == self.section - 1:
            title = self.result.found[self.current]
            if title.heading and any(m.letter == "D" for m in self.heading_marks):
                title.section = self.section
                self._inherit(title)

    def _inherit(self, occasion: Occasion) -> None:
        """Give the first event under a heading what the heading says: "Bangkok, 23-25 June"."""
        if not self.heading_marks or occasion.section != self.section:
            return
        for mark in self.heading_marks:
            span = Span(mark.begin, mark.end)
            if mark.letter == "L":
                for place in mark.places:
                    self.settle(occasion, place, span)
            elif (
                mark.date is not None
                and occasion.first is None
                and occasion.last is None
                and len(mark.date.first) == 10
            ):
                self.date(occasion, mark.date, span, "")
        self.heading_marks = []

    # --- which occasion -------------------------------------------------------------------------

    def _resolve(self, number: int, mention: EventMention, phrase: Phrase, i: int, near: Sequence[Mark]) -> int | None:
        """Find the occasion that a mention speaks of, or open one; None for a mention of no single event."""
        if mention.determiner == "generic" or mention.plural:
            return None
        if mention.type is None and mention.determiner in {"indefinite", "none"} and not mention.heading:
            return None
        again = self._says_again(mention, phrase, i)
        if again is not None:
            return again
        dates = [m.date for m in near if m.date is not None]
        if not dates and self.fresh_heading:
            dates = [m.date for m in self.heading_marks if m.date is not None and len(m.date.first) == 10]
        places = [p for m in near if m.letter == "L" for p in m.places] + list(self.mention_places.get(number, ()))
        treaties = self.mention_treaties.get(number, ())
        open_to = [
            k
            for k in reversed(range(len(self.result.found)))
            if not self._clashes(self.result.found[k], mention, dates, places)
        ]
        open_to.sort(key=lambda k: (
                self.result.found[k].city not in places,
                mention.type is not None and self.result.found[k].noun != mention.noun,
                k != self.current,
            ))
        named = mention.name is not None or mention.acronym is not None
        for k in open_to if named else ():
            if _same_name(self.result.found[k], mention):
                return k
        for k in open_to if mention.ordinal else ():
            occasion = self.result.found[k]
            if (
                occasion.ordinal == mention.ordinal
                and occasion.noun == mention.noun
                and not _apart_by_treaty(occasion, treaties)
            ):
                return k
        if self.current is not None and mention.type == "Ceremony" and not dates and not places:
            stage = _stage(mention.noun, mention.words)
            if stage and stage <= {"opening", "closing"}:
                return self.current
        if mention.determiner == "none" and mention.noun and not named:
            for k in open_to:
                occasion = self.result.found[k]
                if occasion.noun == mention.noun and occasion.city is not None and occasion.city in places:
                    return k
        if not _looks_new(mention, phrase, i):
            for k in open_to:
                occasion = self.result.found[k]
                if not (occasion.names and mention.name) and self._points_back(occasion, mention, k):
                    return k
        if mention.type is None and mention.name is None and mention.determiner not in {"indefinite", "another"}:
            return None
        self.result.found.append(
            Occasion(
                type=mention.type or "Meeting",
                noun=mention.noun,
                section=self.section,
                heading=mention.heading,
                generic=mention.type is None,
                weak=mention.weak,
            )
        )
        return len(self.result.found) - 1

    def _says_again(self, mention: EventMention, phrase: Phrase, i: int) -> int | None:
        """Give the occasion that a mention only names anew: "the gathering, formally the Review Conference"."""
        words = phrase.line.split(" ")
        k = i - 1
        while k >= 0 and words[k] in _ANEW:
            k -= 1
        earlier = phrase.marks[k] if k >= 0 else None
        if earlier is not None and earlier.letter == "E" and k < i - 1:
            if mention.determiner == "none" or words[k + 1 : i] not in (["and"], [",", "and"]):
                return self.result.of_mention.get(earlier.events[0])
        if i > 1 and words[i - 2 : i] in (["it", "was"], ["this", "was"]) and "that" not in words[i + 1 : i + 4]:
            return self.current
        if i > 1 and words[i - 2 : i] in (["title", "of"], ["known", "as"], ["name", "of"]):
            return self.current
        return None

    def _points_back(self, occasion: Occasion, mention: EventMention, k: int) -> bool:
        """Tell whether a mention without a name of its own can speak of an occasion already met."""
        same_section = occasion.section == self.section
        near = k == self.current or same_section
        if mention.type is None:
            return near
        fits = _compatible(occasion, mention)
        if occasion.heading and near and fits:
            return True
        if not same_section and mention.words - occasion.words - _PLAIN:
            return False
        if mention.name is not None:
            # a first proper name for what has so far been "a conference"
            return near and fits and not occasion.names and mention.determiner != "indefinite" and k == self.current
        if mention.determiner in {"definite", "demonstrative", "possessive"}:
            if mention.noun == occasion.noun:
                return True
            return fits and near
        if mention.determiner == "none" and mention.noun == occasion.noun:
            return bool(mention.words) and mention.words <= occasion.words
        return False

    def _clashes(
        self, occasion: Occasion, mention: EventMention, dates: Sequence[DateMention], places: Sequence[str]
    ) -> bool:
        """Tell whether what a mention says of itself speaks against an occasion."""
        if mention.type is not None and not _compatible(occasion, mention):
            return True
        if mention.ordinal and occasion.ordinal and mention.ordinal != occasion.ordinal:
            return True
        mine, theirs = _stage(mention.noun, mention.words), _stage(occasion.noun, occasion.words)
        if mention.type == occasion.type == "Ceremony" and mine and theirs and not mine & theirs:
            return True
        if mention.days and occasion.days and mention.days != occasion.days:
            return True
        if occasion.first and any(not _touches(occasion, d) for d in dates[:1]):
            return True
        cities = [p for p in places if self.places.get(p, ("", None))[0] == "City"]
        if occasion.city and cities and occasion.city not in cities:
            return True
        countries = [self.places[p][1] if self.places.get(p, ("", None))[0] == "City" else p for p in places]
        return bool(occasion.country and countries and occasion.country not in countries)

    # --- what is said of it ---------------------------------------------------------------------

    def _describe(self, occasion: Occasion, number: int, mention: EventMention, phrase: Phrase, i: int) -> None:
        """Add what a mention's own words say."""
        occasion.mentions.append(Span(mention.begin, mention.end))
        if mention.type is not None and (occasion.generic or (occasion.heading and not mention.heading)):
            occasion.type, occasion.noun, occasion.generic = mention.type, mention.noun, False
        occasion.heading = mention.heading
        if mention.name and fold(mention.name) not in {fold(n) for n in occasion.names}:
            occasion.names.append(mention.name)
        if mention.acronym:
            occasion.acronyms.add(mention.acronym)
        occasion.words |= mention.words
        occasion.ordinal = occasion.ordinal or mention.ordinal
        occasion.days = occasion.days or mention.days or _stated_days(phrase)
        occasion.future.append(_looks_ahead(phrase, i))
        year = re.search(r"(?:19|20)\d\d$", mention.name or mention.acronym or "")
        if year and occasion.first is None:
            occasion.first = occasion.last = year.group()
            occasion.date_spans += [
                (p, year.group(), Span(mention.begin, mention.end)) for p in ("startDate", "endDate")
            ]
        span = Span(mention.begin, mention.end)
        for place in self.mention_places.get(number, ()):
            self.settle(occasion, place, span)
        for treaty in self.mention_treaties.get(number, ()):
            if treaty not in {t for t, _ in occasion.treaties}:
                occasion.treaties.append((treaty, span))
        line = phrase.line
        if occasion.online is None:
            if {"online", "virtual", "webinar"} & mention.words or mention.noun == "webinar":
                occasion.online = span
            elif any(
                w in line
                for w in (
                    "held online",
                    "held virtually",
                    "online on",
                    "met online",
                    "virtually",
                    "online from",
                    "over the internet",
                    "by video",
                    "purely virtual",
                    "videoconference",
                )
            ):
                occasion.online = phrase.span
        state = _find_state(phrase, i)
        if state is not None and occasion.state is None:
            occasion.state = state

    def _take(self, occasion: Occasion, phrase: Phrase, i: int, j: int) -> None:
        """Give an occasion a date, place, head count or treaty that stands near its mention."""
        mark = phrase.marks[j]
        if mark is None:
            return
        span = Span(mark.begin, mark.end)
        if mark.letter == "D" and mark.date is not None:
            self.date(occasion, mark.date, span, _phase(phrase, i, j))
        elif mark.letter in "LB":
            for place in mark.places:
                self.settle(occasion, place, span)
        elif mark.letter == "N" and mark.count is not None:
            occasion.counts.append((mark.counted, mark.count, span))

    def settle(self, occasion: Occasion, place: str, span: Span) -> None:
        """Give an occasion a city or country, unless it has another."""
        kind, country = self.places.get(place, ("", None))
        if kind == "City" and occasion.city is None and occasion.country in {None, country}:
            occasion.city = place
            occasion.place_spans.append(("city", place, span))
            if country and occasion.country is None:
                occasion.country = country
                occasion.place_spans.append(("country", country, span))
        elif kind == "Country" and occasion.country is None:
            occasion.country = place
            occasion.place_spans.append(("country", place, span))

    def date(self, occasion: Occasion, date: DateMention, span: Span, phase: str) -> None:
        """Set first and last day from a date and what the verb beside it says."""
        first: str | None = date.first
        last: str | None = date.last
        if date.first == date.last and len(date.first) == 10:
            if phase == "begin":
                last = _shift(date.first, occasion.days - 1) if occasion.days else None
            elif phase == "finish":
                first = _shift(date.last, 1 - occasion.days) if occasion.days else None
            elif occasion.days and occasion.days > 1:
                last = _shift(date.first, occasion.days - 1)
        if phase == "finish" and occasion.first and last and last >= occasion.first[: len(last)]:
            first = None
        for name, value in (("first", first), ("last", last)):
            known = occasion.first if name == "first" else occasion.last
            if value is None:
                continue
            if known is None or (len(known) < len(value) and value.startswith(known)):
                if (
                    name == "first"
                    and occasion.last
                    and value > occasion.last
                    and not occasion.last.startswith(value[: len(occasion.last)])
                ):
                    continue
                if name == "last" and occasion.first and value < occasion.first[: len(value)]:
                    continue
                if name == "first":
                    occasion.first = value
                else:
                    occasion.last = value
            occasion.date_spans.append(("startDate" if name == "first" else "endDate", value, span))

    def _read_without_mention(self, phrase: Phrase, occasion: Occasion) -> None:
        """Read "It took place in Geneva on 3 May" and head counts behind a pronoun or an actor."""
        words = phrase.line.split()
        venue = any(verb in f" {phrase.line} " for verb in _VENUE)
        pronoun = bool(words) and (
            words[0] in {"it", "they", "this", "both", "that"} or " it took place " in phrase.line
        )
        if venue and pronoun:
            occasion.mentions.append(Span(phrase.spans[0].begin, phrase.spans[0].end))
            for j, mark in enumerate(phrase.marks):
                if mark is None or (mark.letter == "D" and stolen(phrase, j)):
                    continue
                if (
                    mark.letter == "D"
                    and mark.date is not None
                    and (occasion.first is None or _touches(occasion, mark.date))
                ):
                    self.date(occasion, mark.date, Span(mark.begin, mark.end), _phase(phrase, 0, j))
                elif mark.letter == "L":
                    for place in mark.places:
                        self.settle(occasion, place, Span(mark.begin, mark.end))
        elif venue or any(verb in f" {phrase.line} " for verb in _COMING):
            words = phrase.line.split(" ")
            for j, mark in enumerate(phrase.marks):
                if mark is not None and mark.letter == "N" and mark.count is not None:
                    occasion.counts.append((mark.counted, mark.count, Span(mark.begin, mark.end)))
                elif (
                    mark is not None
                    and mark.letter == "L"
                    and j
                    and words[j - 1] in {"in", "at"}
                    and occasion.city is None
                ):
                    for place in mark.places:
                        self.settle(occasion, place, Span(mark.begin, mark.end))


_VENUE = (
    " took place ", " was held ", " were held ", " was hosted ", " was convened ", " met ", " ran ", " lasted ", " opened ",
    " started ", " began ", " ended ", " concluded ", " closed ", " came to ", " brought together ", " was attended ",
    " was organised ", " was organized ", " gathered ", " will take place ", " will be held ", " is being held ", " is to be held ",
    " sat ", " convened ", " drew ", " winds up ", " will run ", " was opened ",
)  # fmt: skip
_COMING = (
    " attended ", " took part ", " came ", " participated ", " were present ", " gathered ", " registered ", " are represented ",
    " were represented ", " have arrived ", " arrived ", " joined ", " graduated ", " is attended ", " are present ", " had been seconded ", " were seconded ", " were trained ", " completed ", " were invited ",
    " are gathering ", " met ", " took part in ", " are taking part ", " are gathered ",
)  # fmt: skip


def _compatible(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether a noun can speak of an occasion that another noun opened."""
    if mention.type is None or occasion.generic or mention.type == occasion.type:
        return True
    loose = {"Meeting", "Conference", "Workshop", "Seminar", "Symposium"}
    if (
        mention.noun in {"meeting", "forum", "discussions", "talks", "consultations", "session", "round table"}
        and occasion.type in loose
    ):
        return mention.determiner in {"definite", "demonstrative"} and not mention.name and mention.ordinal is None
    if {mention.type, occasion.type} == {"Training", "Workshop"}:
        return mention.noun.startswith("training") or occasion.noun.startswith("training")
    return occasion.heading and mention.type in loose and occasion.type in loose


_STAGES = frozenset("opening closing graduation signing award handover inauguration commemorative ratification".split())


def _stage(noun: str, words: AbstractSet[str]) -> set[str]:
    """Give the words that tell one ceremony from another."""
    return (set(noun.split()) | set(words)) & _STAGES


def _looks_new(mention: EventMention, phrase: Phrase, i: int) -> bool:
    """Tell whether a mention sets itself apart from what came before: another, next, last year's ..."""
    if mention.determiner in {"another"}:
        return True
    before = set(phrase.line[: phrase.starts[i]].split()[-4:])
    if mention.words & _APART:
        return True
    return mention.determiner == "possessive" and bool(before & {"year", "week", "month"})


def _is_aside(phrase: Phrase, i: int, mention: EventMention) -> bool:
    """Tell whether a mention stands in a clause beside the point: "Croatia, which organised last year's conference"."""
    words = phrase.line[: phrase.starts[i]].split()
    if mention.words & {"last", "previous", "earlier", "next"} or mention.determiner == "another":
        return True
    before = words[-7:]
    for word in reversed(before):
        if word in {",", ";", "."}:
            break
        if word in {"which", "who", "whose", "after", "since", "before", "following", "than"}:
            return True
    return False


def _apart_by_treaty(occasion: Occasion, treaties: Sequence[str]) -> bool:
    """Tell whether two meetings with one number belong to different treaties."""
    known = {treaty for treaty, _ in occasion.treaties}
    return bool(known and treaties and not known & set(treaties))


_PLAIN = frozenset("international regional national entire whole same event".split())
_ANEW = frozenset(", and formally officially known as called or named also the (".split())
_APART = frozenset(
    "next previous earlier another similar last second new separate subsequent follow-up latest preparatory".split()
)


def _same_name(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether two names are one: equal, an acronym met before, or one inside the other."""
    if mention.acronym and mention.acronym in occasion.acronyms:
        return True
    if mention.name is None:
        return False
    mine = _content(mention.name)
    for name in occasion.names:
        theirs = _content(name)
        if mine == theirs:
            return True
        wide = (mine | mention.words) & (theirs | occasion.words)
        if len(wide) >= 4 and len(wide) >= 0.7 * min(len(mine | mention.words), len(theirs | occasion.words)):
            return True
        short, long = sorted((mine, theirs), key=len)
        if len(short) >= 2 and short <= long and len(short) >= 0.5 * len(long):
            return True
    return False


def _content(name: str) -> frozenset[str]:
    return frozenset(
        w for w in fold(name).split() if w not in {"the", "of", "on", "and", "for", "in", "to", "a", "an", "states"}
    )


def _touches(occasion: Occasion, date: DateMention) -> bool:
    """Tell whether a date can belong to an occasion whose dates are known."""
    first, last = occasion.first or occasion.last, occasion.last or occasion.first
    if first is None or last is None:
        return True
    size = min(len(first), len(date.first), len(last), len(date.last))
    return first[:size] <= date.last[:size] and date.first[:size] <= last[:size]


def attach(phrase: Phrase) -> dict[int, list[int]]:
    """Give each event mark of a phrase the dates, places and head counts that stand nearest to it.

    Returns item numbers of event marks with the item numbers of what is theirs.
    """
    words = phrase.line.split(" ")
    events = [i for i, mark in enumerate(phrase.marks) if mark is not None and mark.letter == "E"]
    owned: dict[int, list[tuple[int, int]]] = {}
    dateline = DATELINE.match(phrase.line)
    head = phrase.item_at(dateline.end() - 1) + 1 if dateline else 0
    if not events:
        return {}
    for j, mark in enumerate(phrase.marks):
        if mark is None or mark.letter not in "DLNB":
            continue
        if mark.letter == "D" and stolen(phrase, j):
            continue
        if (
            mark.letter == "L"
            and not mark.introduced
            and (j == 0 or words[j - 1] not in _AT)
            and not _on_the_way(words, j)
            and not _is_scene(words, j)
        ):
            continue
        if j < head:
            continue
        if mark.letter == "B" and not (mark.places and j and words[j - 1] == "to"):
            continue
        vague = 6 if mark.date is not None and len(mark.date.first) < 10 else 0
        costs = [(_distance(words, i, j) + vague, i) for i in events]
        cost, best = min(costs)
        if cost > _REACH:
            continue
        if mark.letter == "B":
            event = phrase.marks[best]
            if best + 2 != j or event is None:
                continue
        owned.setdefault(best, []).append((cost, j))
    return {i: [j for _, j in sorted(mine)] for i, mine in owned.items()}


def _is_scene(words: Sequence[str], j: int) -> bool:
    """Tell whether a place is the subject: "Santo Domingo received 53 people for a course"."""
    return len(words) > j + 2 and (words[j + 1] in _RECEIVES or words[j + 1 : j + 3] == ["was", "the"])


_RECEIVES = frozenset("received welcomed saw hosted hosts welcomes".split())


def _on_the_way(words: Sequence[str], j: int) -> bool:
    """Tell whether a place stands in "came to Muscat for the talks"."""
    return j > 0 and words[j - 1] == "to" and "for" in words[j + 1 : j + 4]


DATELINE = re.compile(
    r"(?:\( )?(?:date D\d+ )?L\d+ (?:, L\d+ )?(?:[,/] )*(?:\( \w+ \) )?(?:D\d+ )?(?:\) )?(?:\( \w+ \) )?(?:[-–—:]|\. )"
)
"""A phrase that opens with where and when it was written: "TOKYO - Japan ...", "(Geneva, 3 May) --"."""
_AT = frozenset("in at near outside to from ( for between : -".split()) | {"of", ",", "–", "—"}
_WEIGHTS = {",": 2, ";": 12, ":": 6, "and": 2, "but": 6, "while": 8, "whereas": 8, "which": 4, "who": 5, "where": 1, "when": 2,
            "after": 5, "before": 5, "since": 8, "as": 2, "that": 2, "because": 8, "said": 4, "(": 2, "–": 4, "—": 4}  # fmt: skip


def _distance(words: Sequence[str], i: int, j: int) -> int:
    """Count the items between an event and a date or place, weighing what parts clauses."""
    between = words[min(i, j) + 1 : max(i, j)]
    return sum(_WEIGHTS.get(word, 1) for word in between) + (3 if j < i else 0)


_THIEVES = frozenset(
    "ratified acceded accedes signed ratify accede accession ratification joined deposited founded established born created "
    "adopted appointed elected force entered deadline destroyed acquired launched".split()
)


_GOING = frozenset("continues continue continued runs run ran lasts lasted goes went".split())


def stolen(phrase: Phrase, j: int) -> bool:
    """Tell whether a date belongs to a verb that is no event's: "ratified in 2003", "since 1999"."""
    words = phrase.line.split(" ")
    before = words[max(0, j - 5) : j]
    last_event = max((k for k, w in enumerate(before) if w[:1] in {"E", "D"} or w in {";", ","}), default=-1)
    tail = before[last_event + 1 :]
    if {("should", "have"), ("was", "due"), ("been", "planned"), ("been", "due"), ("to", "have")} & set(
        zip(tail, tail[1:], strict=False)
    ):
        return True
    if tail and tail[-1] in {"until", "till", "through"} and _GOING & set(words[max(0, j - 6) : j]):
        return False
    if tail and tail[-1] == "since" and {"under", "underway", "running"} & set(words[max(0, j - 12) : j]):
        return False
    if tail and tail[-1] in {"since", "until", "till", "by", "before", "after"}:
        return True
    return bool(_THIEVES & set(tail)) or (len(words) > j + 1 and words[j + 1] in _THIEVES)


def _phase(phrase: Phrase, i: int, j: int) -> str:
    """Say whether a date opens or closes an event: `begin`, `finish` or an empty string."""
    words = phrase.line.split(" ")
    near = words[i + 1 : j] if i < j else words[i + 1 : i + 5]
    text = " " + " ".join(near) + " "
    begin = max((text.rfind(f" {w} ") for w in load_words("begin")), default=-1)
    finish = max((text.rfind(f" {w} ") for w in load_words("finish")), default=-1)
    if begin == finish == -1:
        return ""
    return "begin" if begin > finish else "finish"


def _stated_days(phrase: Phrase) -> int | None:
    """Read "for two days", "three days of" in a mention's sentence."""
    words = phrase.line.split(" ")
    for k, word in enumerate(words[:-1]):
        if word in _NUMBERS and words[k + 1] in {"days", "day"}:
            return _NUMBERS[word]
    return None


_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}


def _looks_ahead(phrase: Phrase, i: int) -> bool:
    """Tell whether the clause of a mention speaks of the future."""
    words = phrase.line.split(" ")
    near = " " + " ".join(words[max(0, i - 8) : i + 12]) + " "
    return any(f" {w} " in near for w in load_words("future"))


def _find_state(phrase: Phrase, i: int) -> tuple[str, Span] | None:
    """Find words that cancel or put off the event mentioned."""
    words = phrase.line.split(" ")
    rest = " " + " ".join(words[i + 1 : i + 20]) + " "
    failed = next((said for said in load_words("fail") if f" {said} " in rest), None)
    if failed is not None and "E" not in {w[:1] for w in rest.partition(f" {failed} ")[0].split()}:
        return "Cancelled", phrase.spans[i]
    for name, state in (("cancel", "Cancelled"), ("postpone", "Postponed")):
        for said in load_words(name):
            size = len(said.split())
            for k in range(max(0, i - 3), min(len(words), i + 26)):
                if " ".join(words[k : k + size]) == said and not {"E", ";"} & {w[:1] for w in words[i + 1 : k]}:
                    verb = words[i + 1 : k]
                    if k < i or {"was", "were", "been", "be", "is", "being", "has"} & set(verb):
                        return state, phrase.spans[k]
    return None


def _shift(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()


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
        if occasion.first[:size] < issued[:size] or len(occasion.first) == 10:
            return "Held"
    if occasion.last and issued and occasion.last[: len(issued)] < issued[: len(occasion.last)]:
        return "Held"
    ahead = sum(occasion.future)
    return "Planned" if ahead and ahead * 2 > len(occasion.future) else "Held"


def complete(occasion: Occasion) -> None:
    """Work out the last day from how long it lasted, and take the place from what was only online."""
    if (
        occasion.days
        and occasion.days > 1
        and occasion.first
        and len(occasion.first) == 10
        and occasion.last in {None, occasion.first}
    ):
        last = _shift(occasion.first, occasion.days - 1)
        spans = [s for p, v, s in occasion.date_spans if p == "startDate" and v == occasion.first]
        if spans:
            occasion.last = last
            occasion.date_spans.append(("endDate", last, spans[0]))
    if occasion.online is not None:
        occasion.city = occasion.country = None
        occasion.place_spans.clear()


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
