"""Places in a text: cities and countries by name, "the Tajik capital", "in the city", and towns that no list has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.names.lexicon import INSTITUTIONS, Entry, Hit, load_lexicon
from kg.extract.text.spans import Spans, to_spans
from kg.extract.text.word import Words
from kg.extract.words.wordclass import compile_words, load_pairs, load_words
from kg.model import BASE, Place, Span, slug

_CAPITAL = re.compile(r"(?:['’]s)?\s+capital(?:\s+city)?(?!\w)")
_JOINT = r"(?:-|[ \t]{1,3}|[ \t]?\r?\n[ \t]{0,12})"
_NAME = (
    r"(?!The\b|A\b|An\b)[A-ZÀ-Ž][\w’'-]+"
    rf"(?:{_JOINT}(?:(?:de|la|le|el|al|on|upon|sur|am|an|do|da|del){_JOINT})?[A-ZÀ-Ž][\w’'-]+){{0,2}}"
)
_TOWN = (
    rf"(?<=[ \n(])(?:in|near|outside)\s+({_NAME})"
    r"(?=\s*[,.;)\d]|\s+\(\d{1,2}(?!\d)|\s+(?:on|from|and|this|last|during|between|planned|scheduled|where|was|hosted|hosts"
    r"|for\s+(?:an?|the|their|its|his|her|talks|consultations|two|three|four))\b)"
)
_TOWN_OF = rf"(?<=[ \n])(?i:in|at|near|outside)\s+the\s+(?:town|city|village|port|municipality)\s+of\s+({_NAME})"
"""A town that is called one: "in the town of Elbasan the last rifle was cut"."""
_LAKE = rf"(?:(?:Lake|Camp|Fort|Mount)\s+[A-ZÀ-Ž][\w’'-]+|{_NAME}\s+(?:Sea|Lake|Bay|Springs|Beach|Falls))"
_SHORE = (
    r"(?m)(?<=[ \n(])(?:(?:(?:shores?|banks?|coast|edge)\s+of"
    r"|(?:hotel|resort|cent(?:er|re)|spa|town|village|held|met|gathered|place)\s+on"
    rf"|at|by|beside|near)\s+(?P<site>(?:the\s+)?(?P<name>{_LAKE}))"
    rf"|(?<=[\n,:(•*|–-]\s)(?P<entry>(?P<other>{_LAKE}))(?=,\s+\d)|^(?P<top>(?P<first>{_LAKE}))(?=,\s+\d))(?![\w-])"
)
"""A place by the water or in the hills that is no town: "on the shore of the Dead Sea", "at Lake Bled"."""
_LAKES = ("lake", "camp", "fort", "mount", "sea", "bay", "springs", "beach", "falls")
"""Words one of which it has."""
_BEFORE_COUNTRY = re.compile(rf"(?<![\w-])({_NAME}),\s+\Z")
_BEFORE_BRACKET = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s+({_NAME})\s+\(\Z")
"""A town with its country in brackets: "at Seedorf (Germany)"."""
_LOOK = 24
"""Characters before a name that are looked at."""
_TOWN_NAMED = re.compile(r"(?:\b[Ii]n\s|\bLake\s|\b(?:city|town|village|port|municipality)\s+of\s+)\Z")
"""What stands before a name that can be a town's only."""
_AT_TOWN = re.compile(r"\b[Aa]t\s+\Z")
_ON_DAY = re.compile(
    r",?\s+(?:on|in|from)\s+(?:the\s+)?(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z][a-z]{2,8}\s+\d)"
)
"""A day behind it."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PlaceMention:
    """A stretch of text that names a place."""

    begin: int
    end: int
    iri: str
    again: bool = False
    """Whether it only points back: "there", "in the city"."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a text."""

    mentions: tuple[PlaceMention, ...]
    known: Mapping[str, Place]
    """Every place that a mention names, and the country of every city among them, by IRI."""


def find_places(words: Words, hits: Sequence[Hit], taken: Sequence[Span]) -> Places:
    """Find the places of a text, in text order.

    `taken` are spans of names that are surely no towns (persons, bodies, treaties, dates). A city beside a
    country's name is the one in that country; a capitalised name behind "in" that no list has is a town.
    """
    found = _Finder(words, hits)
    found.read_hits()
    found.read_capitals()
    found.read_houses()
    found.read_seats()
    found.read_towns(taken)
    found.read_again()
    return Places(tuple(sorted(found.mentions, key=lambda m: (m.begin, m.end, m.iri))), found.known)


_NAMING = re.compile(r" (?:Conference|Summit|Meeting|Workshop|Seminar|Symposium|Forum)\b")


_ITS_CAPITAL = (
    r"(?<=\s)(?:its(?:\s+own)?\s+capital|(?<=\sin\s|\sto\s|\sat\s)(?:the|whose)\s+capital)(?=[\s,.;])(?!\s+of\s)"
)
_TOP = 400
"""Characters from the top within which the place of writing stands."""
_SENTENCE = 150
"""Characters before "its capital" within which the State stands."""


def _names_state(hit: Hit) -> bool:
    return hit.entries[0].kind == "State"


_BESIDE = re.compile(r",?\s+\(?")
"""What stands between a city and its country."""
_CAPITAL_OF = re.compile(r"(?<!\w)the\s+capital\s+(?:city\s+)?of\s+(?:the\s+)?\Z")
_POINTING = (
    r"(?<!\w)(?:in|at|to)\s+((?:(?:the|this|that)\s+(?:same\s+)?(?:city|town)|this\s+(?:place|capital|building)))(?!\w)(?!\s+of\s)"
    r"|(?<!\w){held-there}\s+(there|here)(?!\w)"
    r"|(?<=\bwas\s)(?:also\s+)?(here|there)(?=\s+that\s)"
    r"|(?<=[.;:]\s)(There)(?=,?\s+(?:the|an?|I|he|she|we|they|it)\s+(?!(?:is|are|was|were|be|being|been)\b)[a-zA-Z])"
    r"|(?<!\w)(?<!is )(?<!are )(?<!was )(?<!were )(there|here|same\s+place|same\s+venue)"
    r"(?=\s*(?:[,;)]|\.\s|on\s|for\s|in\s+(?:the|\d|[A-Z][a-z]{2,8}\s+\d)|last\s|from\s|at\s|with\s|by\s|to\s+(?:the|an?)\s|yesterday|today|this\s|until\s))"
)
"""Words that point back to a place: "in the same city", "held there"."""
_HOUSE = (
    r"(?<!\w)(?:in|at|inside)\s+(?:(?:the\s+)?(?:[A-Za-z]+\s+){1,3}(?:in|of)\s+(?=the\s))?"
    r"(?P<house>(?:the\s+)?(?=[A-ZÉ])(?i:{house-towns}))(?=\s*[.,;:)]|\s+(?:in|on|by|with|this|last|today|yesterday|from|and|for|where|before|after)\s)"
)
"""A house that everybody knows, where something was."""
_AT = re.compile(r"(?:(?:^|\s)[a-z]+\s+at|\bAt)\s+(?:the\s+)?\Z")
_SEAT_BEHIND = re.compile(r"\b(?:in|at|of)\s+(?:the\s+)?(?P<town>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})\Z")
_SEAT_BEFORE = re.compile(r"(?P<town>[A-Z][\w’'-]+)\s")
"""Where a body's name may have its town: "UN Office at Geneva", "Geneva Centre for Security Policy"."""
_OF_SOMEONE = (
    r"(?i:\b(?:{post-nouns}\s+of|(?:is|are|was|were|come|comes|came|hails|originally)\s+from)\s+(?:the\s+)?\Z)"
)
_AGAIN = ("city", "town", "there", "here", "place", "venue", "capital", "building")
"""Words one of which each has that points back to a place."""


class _Finder:
    """One pass over a text's hits."""

    def __init__(self, words: Words, hits: Sequence[Hit]) -> None:
        self.words = words
        self.text = words.text
        self.hits = hits
        self.states = {entry.state for hit in hits if (entry := hit.entries[0]).kind in {"State", "Demonym"}}
        self.mentions: list[PlaceMention] = []
        self.known: dict[str, Place] = {}

    def read_hits(self) -> None:
        """Take the cities, countries and regions that the lexicon knows."""
        for number, hit in enumerate(self.hits):
            country = self._country_behind(number)
            readings = self._put_capital_first([e for e in hit.entries if e.kind in {"City", "Country", "Region"}])
            entry = next((e for e in readings if e.kind == "City" and country and e.country == country), None)
            if entry is None and hit.entries[0].kind == "State":
                # Luxembourg, Singapore: the State and its capital have one name
                own = hit.entries[0].label
                entry = next(
                    (e for e in readings if e.kind == "City" and e.label == own and e.state == hit.entries[0].iri), None
                )
            entry = entry or next((e for e in readings if not (e.kind == "City" and e.weak and country is None)), None)
            if entry is None and readings and self._is_placed(hit):
                entry = min(readings, key=lambda e: (len(e.iri), e.iri))  # the best known one has the plain name
            if entry is not None and hit.entries[0].kind in {"State", "City", "Country", "Region", "Capital"}:
                self._add(hit.begin, hit.end, entry)

    def _put_capital_first(self, readings: list[Entry]) -> list[Entry]:
        """Let a capital go before a larger town of its name, unless only the State of that town is named."""
        if len(readings) < 2 or readings[0].kind != "City" or self._is_capital(readings[0]):
            return readings
        capital = next((e for e in readings if self._is_capital(e)), None)
        if capital is None or (readings[0].state in self.states and capital.state not in self.states):
            return readings
        return [capital, *(e for e in readings if e is not capital)]

    def _is_capital(self, entry: Entry) -> bool:
        city = load_capitals().get(entry.state) if entry.state is not None else None
        return city is not None and city.iri == entry.iri

    def _is_placed(self, hit: Hit) -> bool:
        """Tell whether a name that is also a person's stands where only a town does: "in Bali", "Bali, 3 May"."""
        before = self.text[max(0, hit.begin - 5) : hit.begin]
        heads = before.rstrip(" *")[-1:] in {"", "\n"} and re.match(r", \d", self.text[hit.end : hit.end + 3])
        names = _NAMING.match(self.text, hit.end)  # "the Livingstone Conference"
        return bool(heads or names or _TOWN_NAMED.search(self.text, max(0, hit.begin - _LOOK), hit.begin)) or (
            _AT_TOWN.search(self.text, max(0, hit.begin - _LOOK), hit.begin) is not None
            and _ON_DAY.match(self.text, hit.end) is not None
        )

    def _country_behind(self, number: int) -> str | None:
        """Give the country named right behind a hit: "Paris, France"."""
        if number + 1 >= len(self.hits):
            return None
        following = self.hits[number + 1]
        if not _BESIDE.fullmatch(self.text, self.hits[number].end, following.begin):
            return None
        return next((e.iri for e in following.entries if e.kind == "Country"), None)

    def _add(self, begin: int, end: int, entry: Entry) -> None:
        self.mentions.append(PlaceMention(begin=begin, end=end, iri=entry.iri))
        self._know(entry)

    def _know(self, entry: Entry) -> None:
        if entry.iri in self.known:
            return
        country = entry.country if entry.kind == "City" else None
        self.known[entry.iri] = Place(
            iri=entry.iri,
            kind=entry.kind,
            label=entry.label,
            country=country,
            latitude=entry.latitude,
            longitude=entry.longitude,
        )
        if country is not None and country not in self.known:
            self._know(load_lexicon().entry(country))

    def read_capitals(self) -> None:
        """Read "the Tajik capital", "Tajikistan's capital", "the capital of Tajikistan" as the city."""
        if "capital" not in self.words.where:
            return
        for hit in self.hits:
            entry = next((e for e in hit.entries if e.kind in {"State", "Demonym"}), None)
            behind = _CAPITAL.match(self.text, hit.end)
            front = _CAPITAL_OF.search(self.text, max(0, hit.begin - 40), hit.begin)
            city = load_capitals().get(entry.iri) if entry is not None and (behind or front) else None
            if city is not None and front is not None:
                self._add(front.start(), hit.end, city)
            elif city is not None and behind is not None:
                the = 4 if self.text[max(0, hit.begin - 4) : hit.begin].lower() == "the " else 0
                self._add(hit.begin - the, behind.end(), city)

        for match in self.words.search(_ITS_CAPITAL, ("capital",)):
            owners = [h for h in self.hits if match.start() - _SENTENCE < h.begin < match.start() and _names_state(h)]
            if not owners:
                self._add_only_capital(match.start(), match.end())
                continue
            city = load_capitals().get(owners[-1].entries[0].iri)
            if city is not None and ". " not in self.text[owners[-1].end : match.start()]:
                self._add(match.start(), match.end(), city)

    def _add_only_capital(self, begin: int, end: int) -> None:
        """Take "in the capital" for the one capital that a text has named so far."""
        towns = {m.iri for m in self.mentions if m.begin < begin and self.known[m.iri].kind == "City"}
        capitals = {city for city in load_capitals().values() if city.iri in towns}
        if len(capitals) == 1:
            self._add(begin, end, capitals.pop())

    def read_houses(self) -> None:
        """Read "at the White House", "in the great hall of the Kremlin" as the town where the house stands."""
        towns = load_pairs("house-towns")
        for match in self.words.search(_HOUSE, {name.split()[-1] for name in towns}):
            name = re.sub(r"\s+", " ", match["house"]).casefold().removeprefix("the ")
            entry = next((e for e in load_lexicon().read(towns[name]) if e.kind == "City"), None)
            if entry is not None:
                self._add(*match.span("house"), entry)

    def read_seats(self) -> None:
        """Read the town in the name of a body in whose house something was: "at the UN Office at Geneva"."""
        for hit in self.hits:
            if hit.entries[0].kind not in INSTITUTIONS or not _AT.search(self.text, max(0, hit.begin - 30), hit.begin):
                continue
            seat = _SEAT_BEHIND.search(hit.surface) or _SEAT_BEFORE.match(hit.surface)
            entries = load_lexicon().read(seat["town"]) if seat is not None else ()
            city = next((e for e in entries if e.kind == "City"), None)
            if city is not None:
                self._add(hit.begin, hit.end, city)

    def read_again(self) -> None:
        """Read "in the city", "held there" as the city named last."""
        cities = sorted(m for m in self.mentions if self.known[m.iri].kind == "City" and not self._is_of_someone(m))
        for match in self.words.search(_POINTING, _AGAIN):
            before = [m.iri for m in cities if m.begin < match.start()]
            group = next(n for n in range(1, 6) if match.group(n))
            written = match.group(group).split()[0] in {"this", "here"} and not match.group(group).endswith("building")
            parted = before and "\n\n" in self.text[cities[len(before) - 1].end : match.start()]
            if parted and match.group(group).startswith("same "):
                continue  # "Next meeting: 3 May, same place" is where this one was
            if before:
                # "this city" is the one where the text was written
                iri = before[0] if written and cities[0].begin < _TOP else before[-1]
                self.mentions.append(PlaceMention(begin=match.start(group), end=match.end(group), iri=iri, again=True))

    def _is_of_someone(self, mention: PlaceMention) -> bool:
        """Tell whether a town only says who somebody is: "the mayor of Hiroshima", "whose family is from Leeds"."""
        before = self.text[max(0, mention.begin - 30) : mention.begin]
        return compile_words(_OF_SOMEONE).search(before) is not None

    def read_towns(self, taken: Sequence[Span]) -> None:
        """Take capitalised names behind "in", or before a country, that nothing else explains."""
        names = [Span(h.begin, h.end) for h in self.hits]
        busy = to_spans([*names, *taken])
        for match in self.words.search(_TOWN, ("in", "near", "outside")):
            self._town(match.span(1), busy, None)
        for match in self.words.search(_TOWN_OF, ("town", "city", "village", "port", "municipality")):
            self._town(match.span(1), busy, None)
        for match in self.words.search(_SHORE, _LAKES):
            group, name = next(
                pair for pair in (("site", "name"), ("entry", "other"), ("top", "first")) if match[pair[0]]
            )
            self._site(match.span(group), re.sub(r"\s+", " ", match[name]), busy)
        for hit in self.hits:
            country = next((e for e in hit.entries if e.kind == "Country"), None)
            opener = self.words.word[self.words.before(hit.begin) - 1]
            if country is None or opener not in {",", "("}:
                continue
            behind = _BEFORE_COUNTRY if opener == "," else _BEFORE_BRACKET
            before = behind.search(self.text, max(0, hit.begin - 60), hit.begin)
            if before is not None and not self._fill_line(before.start(1), hit.end):
                self._town(before.span(1), busy, country)

    def _fill_line(self, begin: int, end: int) -> bool:
        """Tell whether nothing else stands in a line or cell: "Ana Lima, Peru" may be a person in a list."""
        before, behind = self.text[:begin].rstrip(" \t•*-|")[-1:], self.text[end:].lstrip(" \t|")[:1]
        return before in {"", "\n", ":", ";"} and behind in {"", "\n", "\r", ";"}

    def _site(self, span: tuple[int, int], name: str, busy: Spans[Span]) -> None:
        begin, end = span
        if name.isupper() or any(busy.meeting(begin, end)):
            return
        iri = f"{BASE}city/{slug(name)}"
        self.mentions.append(PlaceMention(begin=begin, end=end, iri=iri, again=True))  # also behind "on" or "by"
        self.known.setdefault(iri, Place(iri=iri, kind="City", label=name, country=None))

    def _town(self, span: tuple[int, int], busy: Spans[Span], country: Entry | None) -> None:
        begin, end = span
        name = re.sub(r"\s+", " ", self.text[begin:end])
        words = re.findall(r"\w+", name.casefold())
        if (
            not load_words("town-stops").isdisjoint(words)
            or not load_words("papers-and-groups").isdisjoint(words)
            or any(word.removesuffix("s") in load_words("post-nouns") for word in words)
            or (country is None and not load_words("title-words").isdisjoint(words))  # "new in Policy and Practice"
            or (country is not None and name.endswith("ly") and " " not in name)  # "Unfortunately, Egypt"
            or len(name) < 4
            or name.isupper()
        ):
            return
        if any(country is None or b < begin or e >= end for b, e in busy.meeting(begin, end)):
            return
        iri = f"{BASE}city/{slug(name)}" + (f"-{country.iri[-3:].lower()}" if country is not None else "")
        self.mentions.append(PlaceMention(begin=begin, end=end, iri=iri))
        self.known.setdefault(
            iri, Place(iri=iri, kind="City", label=name, country=country.iri if country is not None else None)
        )
        if country is not None:
            self._know(country)


@lru_cache
def load_capitals() -> Mapping[str, Entry]:
    """Give the city in which each State's government sits, by the State's IRI."""
    return dict(_find_capitals())


def _find_capitals() -> Iterator[tuple[str, Entry]]:
    lexicon = load_lexicon()
    seen: set[str] = set()
    for city in lexicon.entries("City"):
        for entry in lexicon.read(city.label):
            if entry.kind == "Capital" and entry.state == city.state and entry.iri not in seen:
                seen.add(entry.iri)
                yield entry.iri, city
