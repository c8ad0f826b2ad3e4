"""Mentions of events: the noun phrases that speak of an occasion, with what they say of it by themselves.

Which mentions speak of the same occasion is decided in `occasion`. The nouns are rows of
`ontology/patterns/events.ttl`; here is only the shape of the noun phrases around them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from kg.extract.passage import Block
from kg.extract.pattern import load_rows, load_words
from kg.model import Span, fold

_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st i inaugural", "second 2nd ii", "third 3rd iii", "fourth 4th iv", "fifth 5th v", "sixth 6th vi",
            "seventh 7th vii", "eighth 8th viii", "ninth 9th ix", "tenth 10th x", "eleventh 11th xi", "twelfth 12th xii",
            "thirteenth 13th xiii", "fourteenth 14th xiv", "fifteenth 15th xv", "sixteenth 16th xvi",
            "seventeenth 17th xvii", "eighteenth 18th xviii", "nineteenth 19th xix", "twentieth 20th xx",
            "twenty-first 21st xxi", "twenty-second 22nd xxii", "twenty-third 23rd xxiii", "twenty-fourth 24th xxiv",
            "twenty-fifth 25th xxv", "twenty-sixth 26th xxvi", "twenty-seventh 27th xxvii",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_DURATION = re.compile(r"(?:(\w+)-(day|week)(?:-long)?|(day|week)-?long)$", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-‐‑'’/]\w+)*\.?|[^\w\s]")
_QUOTE = re.compile(
    r"\s*,?\s*(?:(?:entitled|titled|called|named|dubbed|under the (?:title|theme|slogan|motto)(?: of)?"
    r"|on the (?:theme|topic|subject)(?: of)?|with the (?:title|theme)|on the theme|on)\s*,?:?\s*)?"
    r"[\"“„«']\s*([^\"”“»\n]{6,220}?)\s*[\"”“»'](?!\w)"
)
_APPOSITION = re.compile(
    r"\s*,\s+((?:[A-Z][\w’'-]*|of|on|for|the|and|a|an|to|in|as|with)(?:[ \n](?:[A-Z][\w’'-]*|of|on|for|the|and|a|an|to|in|as|with|&)){2,14}),"
    r"(?=\s+(?:was|is|were|took|held|has|had|will|brought|convened|opened|organi[sz]ed|hosted))"
)
_RIGHT = re.compile(
    r"(?:[ \n]+(?:of|on|for|to|in|the|and|with|against|about|between|towards|at|a|an|de|&|[-–—:]|from))*"
    r"[ \n]+(?:[A-Z0-9][\w’'/-]*|the)"
)
_BRACKET = re.compile(r"\s*\(([A-Z][A-Za-z0-9/-]{1,14}|\d{1,2}[A-Z]{2,6})\)")
_CODE = re.compile(
    r"(?<![\w-])(?:(\d{1,2})\s?(?:MSP|CSP|BMS|HCPM|RevCon)|(?:MSP|CSP|BMS)\s?-?(\d{1,2})|RC[1-9]|[A-Z]{2,6}(?:19|20)\d\d)(?![\w-])"
)
_ROMAN = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{0,3}))\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A noun phrase that speaks of an event."""

    begin: int
    end: int
    head: Span
    type: str | None
    """Local name of the class; None where the noun fits any event ("the gathering")."""
    noun: str
    """The head noun, singular and folded."""
    determiner: str
    """`definite`, `indefinite`, `possessive`, `demonstrative`, `another` or `none`."""
    plural: bool = False
    name: str | None = None
    """A proper name or quoted title."""
    acronym: str | None = None
    ordinal: int | None = None
    days: int | None = None
    """How long it lasts, where the phrase says so ("two-day")."""
    weak: bool = False
    """Whether the noun often means something other than an event: talks, a dialogue, a session."""
    words: frozenset[str] = frozenset()
    """The content words around the head, folded."""
    heading: bool = False
    parties: tuple[str, ...] = ()
    """Keys of the actors whom the verb that tells of the event names: both sides of "A met B"."""


@dataclass(frozen=True, slots=True)
class _Noun:
    type: str | None
    weak: bool
    singular: str
    plural: bool


@lru_cache
def _load_nouns() -> tuple[re.Pattern[str], Mapping[str, _Noun]]:
    nouns: dict[str, _Noun] = {}
    for row in load_rows("events").values():
        for words in row.get("nouns", ()):
            for word in words.split("|"):
                noun = _Noun(row["eventType"][0], "weak" in row, word, plural=False)
                nouns.setdefault(word, noun)
                nouns.setdefault(
                    _pluralize(word),
                    _Noun(
                        noun.type,
                        noun.weak,
                        word,
                        plural=not word.endswith("s") and word not in ("intersessional meeting",),
                    ),
                )
    for word in load_words("generic-events"):
        nouns.setdefault(word, _Noun(None, False, word, plural=False))  # noqa: FBT003 - a field, not a switch
        nouns.setdefault(_pluralize(word), _Noun(None, False, word, plural=True))  # noqa: FBT003
    spelled = sorted((re.escape(word).replace(r"\ ", r"\s+") for word in nouns), key=lambda w: (-len(w), w))
    return re.compile(r"(?<![\w@-])(?:" + "|".join(spelled) + r")(?![\w-])", re.IGNORECASE), nouns


def _pluralize(noun: str) -> str:
    if noun == "symposium":
        return "symposia"
    if noun.endswith("s"):
        return noun
    head, of, rest = noun.partition(" of ")
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies" + of + rest
    return head + "s" + of + rest


def find_event_mentions(
    text: str,
    blocks: Sequence[Block],
    stops: Sequence[Span] = (),
    cities: Sequence[Span] = (),
    dates: Sequence[Span] = (),
) -> list[EventMention]:
    """Find the noun phrases that speak of events, in text order.

    `stops` are names (of organisations, treaties) inside which an event noun names no event: the
    "Conference" of a "Conference Services Department"; `cities` are never part of a proper name behind "in", and `dates` never stand before a noun. Whether a mention is worth an event of its own
    is not decided here.
    """
    regex, nouns = _load_nouns()
    mentions: list[EventMention] = []
    inside = _inside(stops)
    towns = frozenset(city.begin for city in cities)
    days = sorted(dates)
    for block in blocks:
        if block.kind == "front":
            continue
        for sentence in block.sentences:
            end = sentence.begin
            for match in regex.finditer(text, sentence.begin, sentence.end):
                if match.start() < end or inside(match.start(), match.end()):
                    continue
                if regex.match(text, match.end() + 1, sentence.end) and text[match.end()].isspace():
                    continue  # the "signing" of a signing conference
                noun = nouns[re.sub(r"\s+", " ", match.group().lower())]
                floor = max([end, *(d.end for d in _between(days, sentence.begin, match.start()))])
                mention = _read_mention(
                    text, sentence, match.span(), noun, floor, towns, heading=block.kind == "heading"
                )
                if mention is not None:
                    mentions.append(mention)
                    end = mention.end
    return _with_codes(text, blocks, _with_ones(text, mentions))


_ONE = re.compile(
    r"(?<![\w-])(?:(?:The|the)\s+(?P<nth>first|second|third|fourth|fifth|sixth|next|latest|last)(?=\s+(?:took\s+place|was\s+(?:held|hosted)|met|followed|will\s+be\s+held|is\s+to\s+be\s+held)))(?![\w-])|"
    r"(?<![\w-])(?:(?:the|a)\s+(?P<which>next|first|second|third|fourth|last|previous|latest|earlier|new)\s+one|(?P<one>one)(?=\s+(?:in|on|at)\s+[A-Z\d])"
    r"|another(?=\s+(?:in|on|at)\s+[A-Z\d]))(?![\w-])",
    re.IGNORECASE,
)


def _with_ones(text: str, mentions: list[EventMention]) -> list[EventMention]:
    """Add "the next one", "one in Baku" behind a mention: another event of the same kind."""
    found = list(mentions)
    for match in _ONE.finditer(text):
        last = next((m for m in reversed(mentions) if m.end <= match.start()), None)
        if (
            last is None
            or last.type is None
            or match.start() - last.end > 250
            or "\n\n" in text[last.end : match.start()]
        ):
            continue
        found.append(
            EventMention(
                begin=match.start(),
                end=match.end(),
                head=Span(*match.span()),
                type=last.type,
                noun=last.noun,
                determiner="another",
                ordinal=_ORDINALS.get((match.group("which") or match.group("nth") or "").lower()),
                words=frozenset(
                    {"next"} if (match.group("which") or match.group("nth") or "").lower() == "next" else ()
                ),
            )
        )
    return sorted(found, key=lambda m: (m.begin, m.end))


def _between(ordered: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    """Yield the spans that lie between two offsets."""
    for number in range(bisect_left(ordered, (begin, 0)), len(ordered)):
        if ordered[number].begin >= end:
            return
        if ordered[number].end <= end:
            yield ordered[number]


def _inside(stops: Sequence[Span]) -> Callable[[int, int], bool]:
    ordered = sorted(stops)
    begins = [b for b, _ in ordered]
    reach = [*accumulate((e for _, e in ordered), max)]

    def inside(begin: int, end: int) -> bool:
        before = bisect_right(begins, begin)
        return before > 0 and reach[before - 1] >= end

    return inside


def _with_codes(text: str, blocks: Sequence[Block], mentions: list[EventMention]) -> list[EventMention]:
    """Add "22MSP", "UMAC2024" and the acronyms that names were given in brackets."""
    defined = {m.acronym: m for m in mentions if m.acronym}
    taken = [(m.begin, m.end) for m in mentions]
    found = list(mentions)
    spelled = "|".join(sorted((re.escape(a) for a in defined), key=lambda a: (-len(a), a)))
    regexes = [_CODE] + ([re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])")] if spelled else [])
    sentences = [(s, b.kind == "heading") for b in blocks if b.kind != "front" for s in b.sentences]
    for regex in regexes:
        for sentence, heading in sentences:
            for match in regex.finditer(text, sentence.begin, sentence.end):
                if any(b < match.end() and match.start() < e for b, e in taken):
                    continue
                code = match.group()
                known = defined.get(code)
                ordinal = next((int(g) for g in match.groups() if g), None) if regex is _CODE else None
                taken.append(match.span())
                found.append(
                    EventMention(
                        begin=match.start(),
                        end=match.end(),
                        head=Span(*match.span()),
                        type=known.type if known else "Conference",
                        noun=known.noun if known else _code_noun(code),
                        determiner="definite",
                        name=known.name if known else code,
                        acronym=code,
                        ordinal=known.ordinal if known else ordinal,
                        words=known.words if known else frozenset({code.casefold()}),
                        heading=heading,
                    )
                )
    return sorted(found, key=lambda m: (m.begin, m.end))


def _code_noun(code: str) -> str:
    """Say what a code stands for: "22MSP" is a meeting of States parties."""
    if "MSP" in code or "CSP" in code:
        return "meeting of states parties"
    return "review conference" if "RevCon" in code or code.startswith("RC") else "conference"


def _read_mention(
    text: str, sentence: Span, head: tuple[int, int], noun: _Noun, floor: int, towns: frozenset[int], *, heading: bool
) -> EventMention | None:
    """Read the noun phrase around one head noun; None where it names no event."""
    capital = text[head[0]].isupper() and not (heading and text[sentence.begin : sentence.end].isupper())
    begin, before, determiner = _walk_left(text, max(sentence.begin, floor), head[0], capital=capital)
    if _is_verb(text, head, noun, before, determiner, sentence):
        return None
    modifiers = [word.casefold() for word in before]
    if _VENUE_NOUN.match(text, head[1]) or (noun.singular == "mission" and (capital or "Permanent" in before)):
        return None
    if noun.weak and determiner == "none" and not modifiers and not (noun.singular == "talks"):
        return None
    if (
        noun.singular in {"session", "ceremony", "remarks"}
        and determiner != "indefinite"
        and noun.singular == "session"
    ):
        if (
            modifiers
            and modifiers[-1] in load_words("event-parts")
            and modifiers[-1] not in {"first", "second", "plenary"}
        ):
            return None
    end = head[1]
    name, name_end, acronym = _read_name(text, sentence, begin, head, before, towns, capital=capital)
    end = max(end, name_end)
    if name is not None and end != head[1] and _BODY.search(name) and not text[head[0] : head[1]].islower():
        return None
    if name is not None and _is_plain(name, noun.singular):
        name = None
    ordinal = next(
        (
            _ORDINALS[m.rstrip(".")]
            for m in modifiers
            if m.rstrip(".") in _ORDINALS and (len(m) > 2 or m.endswith(".") or True)
        ),
        None,
    )
    if any(len(m.rstrip(".")) == 1 and m.rstrip(".") in {"i", "v", "x"} and m.islower() for m in before):
        ordinal = None
    content = fold(" ".join(before) + " " + (name or "")).split()
    return EventMention(
        begin=begin,
        end=end,
        head=Span(*head),
        type=noun.type,
        noun=noun.singular.replace("of the ", "of ").replace(
            "conference of states parties", "meeting of states parties"
        ),
        determiner=determiner,
        plural=noun.plural,
        name=name,
        acronym=acronym,
        weak=noun.weak,
        ordinal=ordinal,
        days=next((d for d in map(_days, before) if d), None),
        words=frozenset(w for w in content if len(w) > 2 and w not in _DULL),
        heading=heading,
    )


_VENUE_NOUN = re.compile(
    r"\s+(?:Cent(?:re|er)|Hall|Room|Facility|Secretariat|Building|Services|Complex|Organi[sz]ation|Network|Unit|Office|Fund|centre|center|hall|room|facility|complex|summary|report|paper|papers|materials|rooms)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:Cent(?:re|er)|Agency|Institute|School|University|Fund|Journal|Ministry|Secretariat|Foundation|Association|Programme Office)\b"
)


def _is_plain(name: str, noun: str) -> bool:
    """Tell whether a capitalised phrase only describes: "Regional Workshop", "Second Training Course"."""
    words = set(re.findall(r"[\w-]+", name.casefold())) - set(noun.split()) - set(_pluralize(noun).split())
    if noun in {"meeting of the states parties", "review conference"} or " of " in noun:
        return False
    return all(word in load_words("event-modifiers") or word in _ORDINALS for word in words)


_DULL = frozenset(
    "the and for with from this that first second third last next same two day three four five high level".split()
)
_DETERMINERS = {
    "the": "definite", "a": "indefinite", "an": "indefinite", "this": "demonstrative", "that": "demonstrative",
    "these": "demonstrative", "those": "demonstrative", "another": "another", "one": "indefinite", "its": "possessive",
    "their": "possessive", "his": "possessive", "her": "possessive", "our": "possessive", "my": "possessive",
    "each": "none", "every": "none", "any": "none", "some": "none", "no": "none", "such": "none", "all": "none",
    "both": "none", "several": "none", "many": "none", "various": "none", "numerous": "none", "regular": "none",
}  # fmt: skip
_GENERIC = frozenset("each every any some no such all several many various numerous regular".split())


def _walk_left(text: str, floor: int, at: int, *, capital: bool) -> tuple[int, list[str], str]:
    """Collect what stands before a head noun: where the phrase begins, its modifiers, its determiner."""
    tokens = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, max(floor, at - 160), at)]
    begin, before = at, list[str]()
    pending: list[str] = []
    pending_begin = at
    for start, _, token in reversed(tokens):
        lower = token.casefold()
        if lower in _DETERMINERS:
            determiner = _DETERMINERS[lower]
            if lower in _GENERIC:
                return (pending_begin, pending + before, "generic") if len(pending) <= 4 else (begin, before, "none")
            if len(pending) <= 5:
                return start, pending + before, determiner
            return begin, before, "none"
        if token in {"'s", "’s"} or lower.endswith(("'s", "’s", "s'", "s’")):
            if len(pending) <= 5:
                return pending_begin, pending + before, "possessive"
            return begin, before, "none"
        if _belongs(token, proper=capital or not pending):
            pending.insert(0, token)
            pending_begin = start
            # what is surely part of the phrase is kept even where no determiner follows
            begin, before, pending = pending_begin, pending + before, []
            continue
        if token in {"#", "-", "–"} and pending_begin != at:
            continue
        if not _may_modify(token) or len(pending) >= 3:
            break
        pending.insert(0, token)
        pending_begin = start
    return begin, before, "none"


def _belongs(token: str, *, proper: bool) -> bool:
    """Tell whether a word before an event noun is surely part of its phrase."""
    lower = token.casefold()
    plain = lower.rstrip(".")
    if plain in load_words("event-modifiers") or plain in _ORDINALS or _DURATION.match(lower):
        return True
    if proper and token[0].isupper():
        return True
    return bool(_NUMBER.fullmatch(token) or _ROMAN.fullmatch(token))


def _may_modify(token: str) -> bool:
    """Tell whether a word in lower case may stand between a determiner and an event noun."""
    lower = token.casefold()
    return (token.isalpha() or "-" in token) and lower not in load_words("prepositions") and lower not in _STOPS


_NUMBER = re.compile(r"\d{4}|\d{1,2}(?:st|nd|rd|th)|#\w+")


_STOPS = frozenset(
    "and or but who which that is are was were be been has have had will would can could may might did do does not held "
    "hosted hosting organized organised attended attending opened closed addressed convened during where when while as if "
    "so then there here it he she they we i you to hold host organize organise attend open address join joined joining "
    "chaired co-chaired co-hosted hold holding ran run took take taking said told before after until since because "
    "only also even not now".split()
)


def _is_verb(text: str, head: tuple[int, int], noun: _Noun, before: list[str], determiner: str, sentence: Span) -> bool:
    """Tell "to visit", "exercise its right", "training deminers" from the nouns."""
    word = text[head[0] : head[1]].lower()
    left = text[max(sentence.begin, head[0] - 20) : head[0]].split()
    previous = left[-1].lower().strip(",;:") if left else ""
    if noun.singular in {
        "visit",
        "exercise",
        "tour",
        "train",
        "debate",
        "trip",
        "signing",
        "training",
        "briefing",
        "meeting",
        "hearing",
    }:
        if previous in {
            "to",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "must",
            "shall",
            "not",
            "us",
            "and",
            "they",
            "we",
            "who",
            "in",
            "by",
            "for",
            "of",
            "after",
            "before",
            "while",
            "when",
            "upon",
            "is",
            "was",
            "are",
            "were",
            "been",
            "had",
            "has",
        }:
            return determiner == "none" and not before
        if noun.singular == "training":
            following = text[head[1] : head[1] + 14].split()
            if determiner in {"none", "generic"}:
                return True
            return (
                bool(following)
                and following[0].lower()
                in {"centre", "center", "facility", "school", "of", "for", "material", "equipment", "purposes"}
                and determiner != "indefinite"
            )
    if noun.singular == "course" and previous in {"of", "due", "in"} and determiner == "none":
        return True
    return (
        word in {"course", "courses"}
        and text[head[1] : head[1] + 4] == " of "
        and determiner == "definite"
        and not before
    )


def _days(word: str) -> int | None:
    match = _DURATION.match(word)
    if not match:
        return None
    number, unit, bare = match.groups()
    if bare:
        return 7 if bare.lower() == "week" else 1
    count = _NUMBERS.get(number.lower()) or (int(number) if number.isdigit() else None)
    return count * (7 if unit.lower() == "week" else 1) if count and count < 60 else None


def _read_name(
    text: str,
    sentence: Span,
    begin: int,
    head: tuple[int, int],
    before: list[str],
    towns: frozenset[int],
    *,
    capital: bool,
) -> tuple[str | None, int, str | None]:
    """Give the proper name or quoted title around a head, where it ends, and its acronym."""
    name, end = None, head[1]
    if capital and (before or text[head[1] : head[1] + 3] in {" of", " on", " fo"}):
        end = _walk_right(text, head[1], sentence.end, towns)
        start = begin
        first = re.match(
            r"(?:the|a|an|this|that|its|their|another|our|his|her)\s+", text[begin : head[0]], re.IGNORECASE
        )
        if first:
            start += first.end()
        proper = text[start:end]
        while (lower := re.match(r"[a-z][\w-]*\s+", proper)) and not proper.split()[0].istitle():
            proper = proper[lower.end() :]
        if len(proper.split()) > 1:
            name = _clean(proper)
    quoted = _QUOTE.match(text, end, sentence.end)
    if quoted is None and name is None:
        quoted = _QUOTE.match(text, head[1], sentence.end)
    if quoted is not None and _looks_titled(quoted.group(1)):
        name, end = _clean(quoted.group(1)), quoted.end()
    elif name is None:
        apposed = _APPOSITION.match(text, head[1], sentence.end)
        if apposed is not None:
            name, end = _clean(apposed.group(1)), apposed.end(1)
    bracket = _BRACKET.match(text, end, sentence.end)
    if bracket is not None and name is not None:
        return name, bracket.end(), bracket.group(1)
    return name, end, None


def _looks_titled(quote: str) -> bool:
    words = re.findall(r"\w+", quote)
    return len(words) >= 2 and words[0][0].isupper() or len(words) == 1 and words[0][0].isupper()


def _walk_right(text: str, at: int, limit: int, towns: frozenset[int]) -> int:
    """Extend a capitalised name to the right: "on Humanitarian Demining in Ukraine"."""
    end = at
    while True:
        match = _RIGHT.match(text, end, limit)
        if not match:
            return end
        piece = match.group()
        word = piece.split()[-1]
        # "in Maputo", "at Geneva", "on 3 May", "from Canada" tell of the event but are not its name
        lead = piece.split()[:-1]
        if {"in", "at", "from", "to"} & set(lead) and match.end() - len(word) in towns:
            return end
        if lead and lead[-1] in {"in", "at", "from"} and end - at < 4:
            return end
        if {"at", "from"} & set(lead):
            return end
        if word == "the":
            following = re.match(r"[ \n]+[A-Z]", text[match.end() : match.end() + 4])
            if not following:
                return end
        if re.fullmatch(r"\d{1,3}", word) or re.fullmatch(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)",
            word,
        ):
            return end
        if word in {"The", "It", "He", "She", "Its", "This", "A", "An"}:
            return end
        end = match.end()


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" ,;:.\"“”„'’-–")


def sentences_of(blocks: Sequence[Block]) -> Iterator[tuple[Block, Span]]:
    """Yield every sentence with its block, in text order."""
    for block in blocks:
        for sentence in block.sentences:
            yield block, sentence
