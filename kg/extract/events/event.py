"""Mentions of events: the noun phrases that speak of an occasion, with what they say of it by themselves.

Which mentions speak of the same occasion is decided in `occasion`. The nouns are rows of
`ontology/patterns/events.ttl`; here is only the shape of the noun phrases around them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.dates.dates import DateMention
from kg.extract.events.eventname import CALENDAR, is_body, is_plain, read_name
from kg.extract.events.eventnoun import EDITIONS, NTH, ORDINAL, EventNoun, load_nouns, read_days, read_ordinal
from kg.extract.events.eventphrase import walk_left
from kg.extract.events.eventverb import ENTRY, HAPPENED, is_given, is_verb
from kg.extract.names.lexicon import load_lexicon
from kg.extract.text.passage import Block, find_head, is_heading
from kg.extract.text.spans import to_spans
from kg.extract.text.word import Words
from kg.extract.words.numeral import NUMBERS
from kg.extract.words.wordclass import compile_words, load_words
from kg.model import Span, fold

_CODE = re.compile(
    r"(?<![\w-])(?:(\d{1,2})\s?(?:MSP|CSP|BMS|HCPM|RevCon)|(?:MSP|CSP|BMS|COP|CoP)\s?-?(\d{1,2})|RC[1-9]"
    r"|[A-Z]{2,6}(?:19|20)\d\d)(?![\w-])"
)


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
    parties: tuple[tuple[str, str], ...] = ()
    """Keys of the actors whom the verb that tells of the event names, both sides of "A met B", and their roles."""
    verb: bool = False
    """Whether a verb alone or "days of talks" tells of the event, so that a noun may say later what kind it was."""
    stage: str = ""
    """`begin` where a day beside the verb is only the first one: "she leaves on Monday for Oslo"."""
    away: bool = False
    """Whether its verb goes off to somewhere: "she drove to the camp"."""
    date: DateMention | None = None
    """The date inside its own words: "Tbilisi in 2008" in a row of editions."""
    where: Span | None = None
    """The place that it shares with the other editions of its row: "two meetings in Bern, on 5 and on 9 May"."""


def find_event_mentions(
    words: Words,
    stops: Sequence[Span] = (),
    cities: Sequence[Span] = (),
    dates: Sequence[Span] = (),
) -> list[EventMention]:
    """Find the noun phrases that speak of events, in text order.

    `stops` are names (of organisations, treaties) inside which an event noun names no event: the
    "Conference" of a "Conference Services Department"; `cities` are never part of a proper name behind "in", and
    `dates` never stand before a noun. Whether a mention is worth an event of its own is not decided here.
    """
    regex, nouns, first_words = load_nouns()
    text = words.text
    lower = text.lower() if text.isascii() else text.translate(_LOWER)
    mentions: list[EventMention] = []
    bodies = to_spans([stop for stop in stops if not _is_numbered(words, stop)])
    towns = frozenset(city.begin for city in cities)
    days = to_spans(dates)
    for first in words.sentences_with(first_words):
        sentence, block = words.sentence(first), words.blocks[words.block[first]]
        if block.kind == "front":
            continue
        end = find_head(text, sentence)
        for match in regex.finditer(lower, sentence.begin, sentence.end):
            if match.start() < end or bodies.covers(match.start(), match.end()):
                continue
            if regex.match(lower, match.end() + 1, sentence.end) and text[match.end()].isspace():
                continue  # the "signing" of a signing conference
            noun = nouns[re.sub(r"\s+", " ", match.group().lower())]
            if noun.singular in load_words("social-nouns") and not (
                any(days.within(*sentence)) or _is_given_at(lower, sentence, cities)
            ):
                continue  # "it closed with a dinner"
            floor = max([end, *(d.end for d in days.within(sentence.begin, match.start()))])
            mention = _read_mention(
                text, sentence, match.span(), noun, floor, towns, heading=is_heading(text, block, sentence)
            )
            if mention is not None:
                mentions.append(mention)
                end = mention.end
    return _with_codes(text, words.blocks, _with_ones(words, _with_numbered(text, mentions)))


def _is_given_at(text: str, sentence: Span, cities: Sequence[Span]) -> bool:
    """Tell whether a sentence says that something was held in a town, as a dinner is that is an occasion of its own."""
    said = text[slice(*sentence)]
    given = any(f" {word} " in said for word in ("held", "hosted", "gave", "given", "offered"))
    return given and any(city.begin in range(*sentence) for city in cities)


_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
"""Lower case for the letters of event nouns, so that no other character changes its place."""
_NUMBERS_ONE = re.compile(rf"{NTH}|\d{{3}}(?:st|nd|rd|th)")
"""An ordinal, also before the name of a body that is called after its gatherings: "the 47th Pacific Islands Forum"."""
_WENT_ON = (
    r"(?:(?:begins?|began|opens|opened(?!\s+for)|starts|started|ends|ended|closes|closed)(?=\s)"
    r"|(?:was|is|will\s+be|is\s+to\s+be|went|goes|moved|came|comes)\s+(?:in|to|at)\s+(?-i:[A-Z])"
    r"|(?:brought|drew|attracted|gathered|assembled)\s+(?:together\s+)?(?:some\s+|about\s+|over\s+|more\s+than\s+)?\d)"
)
"""What is said of an edition that others were named before."""
_THERE = r"(?=\s+(?:in|on|at)\s+(?-i:[A-Z\d]))"
_WHERE_OR_WHEN = r"(?=,?\s+(?:in|on|at|from)\s+(?-i:[A-Z\d]))"
_WHERE_AND_WHEN = (
    r"(?=\s+in\s+(?-i:[A-Z])[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+){0,2},?\s+(?:on|in|from|at)\s"
    r"(?:(?-i:[A-Z\d])|early|late|mid|the\s+end))"
)
_AND_LAST = r"(?:\s+and\s+(?:last|final|latest))?"
_HOLD = r"(?:held|hosted|organi[sz]ed|ran|convened|called|staged|chaired|arranged|led|opened)"
_ONE = (
    rf"(?i)(?<![\w-])(?-i:(?=[taohrcslTAOHRCSL]))(?:(?:the|a)\s+(?P<nth>{ORDINAL}){_AND_LAST}(?:(?=\s+{HAPPENED})|(?=,\s+(?:on|in|from|for|with|at)\s+[^,.;]{{4,40}},\s+(?:(?:was|is|took|will)\b|(?:from|on|in)\s+\d)))"
    rf"|{_HOLD}\s+(?P<made>(?:the|a)\s+(?P<mth>{NTH})){_WHERE_OR_WHEN}"
    rf"|(?:the|a)\s+(?P<kth>{NTH}|last){_AND_LAST}(?=\s+{_WENT_ON})"
    rf"|the\s+(?:(?:19|20)\d\d|{ORDINAL}|previous)\s+(?P<edition>edition)(?!\w)"
    rf"|(?<=[,;:(.–—-]\s)(?:and\s+)?(?P<part>the\s+(?P<pth>{NTH})){_WHERE_OR_WHEN}"
    rf"|(?P<again>the\s+(?P<ath>{NTH})){_WHERE_AND_WHEN}"
    rf"|(?:(?<=\bat\s)|(?<=\bfor\s)|(?<=\bduring\s))(?P<there>the\s+(?P<bth>{NTH})){_WHERE_OR_WHEN}"
    rf"|an?\s+(?:[a-z-]+\s+)?one(?=\s+(?:{HAPPENED}|will\s+follow))"
    r"|(?:the|a)\s+(?P<which>next|first|second|third|fourth|last|previous|latest|earlier|new)\s+ones?"
    rf"|(?P<known>the\s+one){_THERE}|(?:one|another){_THERE}|another(?=\s+{HAPPENED})|the\s+one(?=\s+(?:held|undertaken|organi[sz]ed|conducted|convened|carried\s+out|hosted)\s+(?:in|on|at|by)\s)|the\s+one\s+before(?:\s+that)?(?=\s+{HAPPENED})|(?:a|the)\s+(?:sequel|follow-up|follow-on|successor|repeat){_WHERE_OR_WHEN}"
    r"|(?:(?<=which will be )|(?<=which is to be )|(?<=which was ))(?P<done>repeated|replicated)"
    r"(?=\s+(?:in|on|at|from)\s+(?-i:[A-Z\d]))"
    rf"|(?<=[,;]\s)a\s+(?P<zth>{NTH})(?=\s+by\s+(?-i:[A-Z])[^,.;]{{2,40}}?\s(?:in|on|from|at)\s))(?![\w-])"
)
"""Words that tell of another event of the kind named before; by their initials most places are quickly passed over."""
_OTHER_ONES = frozenset(NTH.split("|")).union(
    "next latest last one ones another sequel follow-up follow-on successor repeat repeated replicated edition".split()
)
"""Words one of which they have."""
_TIMES = re.compile(r"\b(?:second|third|fourth|fifth|sixth)\s+time\b")
_IN_SERIES = ("mth", "kth", "pth", "ath", "bth", "zth")
"""Groups of ordinals that tell of an edition only where a series, or another of its editions, was named before."""
_WHICH = len(", which is to be ")
"""Characters behind an event within which it is said to be repeated."""
_NEAR = 250
"""Characters within which the event named before stands."""
_FAR = 1200
"""The same where the event named before has the number just before."""


def _is_numbered(words: Words, name: Span) -> bool:
    """Tell whether an ordinal stands before a name, with but capitals between: "the Third Joint Conference ..."."""
    before = words.before(name.begin) - 1
    for last in range(before, max(-1, before - _BETWEEN), -1):
        if words.end[last] >= name.begin or not words.text[words.end[last]].isspace():
            return False
        if _NUMBERS_ONE.fullmatch(words.lower[last]):
            return True
        if not words.capital[last]:
            return False
    return False


_BETWEEN = 3
"""Words between an ordinal and the name that it counts, and itself."""


def _with_ones(words: Words, mentions: list[EventMention]) -> list[EventMention]:
    """Add "the next one", "one in Baku", "Peru held the second in Lima": another event of the kind named before."""
    text = words.text
    mentions = [_single_out(text, mention) for mention in mentions]
    found = list(mentions)
    reach = 0
    for match in words.search(_ONE, _OTHER_ONES):
        series = next((match[group] for group in _IN_SERIES if match[group]), "")
        which = (match.group("which") or match.group("nth") or series).lower()
        ordinal = EDITIONS.get(which)
        last = next((m for m in reversed(mentions) if m.end <= match.start()), None)
        if last is None or last.type is None or not _is_near(text, last.end, match, reach):
            counted_before = [m for m in found if m.end <= match.start() and m.begin >= match.start() - _FAR]
            last = next(
                (m for m in reversed(counted_before) if m.ordinal and ordinal == m.ordinal + 1 and m.type), None
            )
        if match["done"] and (last is None or match.start() - last.end > _WHICH):
            continue  # "a survey, which was repeated in May"
        if last is None or (
            match["which"]
            and load_words("no-events").intersection(text[max(0, match.start() - 12) : match.start()].split())
        ):
            continue  # "signed a second one" is of a treaty
        counted = last.ordinal is not None and not match["part"]
        counted = counted or _TIMES.search(text, last.end, match.start()) is not None
        if series and not ((last.plural and not match["again"]) or counted or reach > last.end):
            continue
        begin, end = match.span(next((g for g in ("made", "part", "again", "there", "edition") if match[g]), 0))
        reach = end
        found.append(
            EventMention(
                begin=begin,
                end=end,
                head=Span(begin, end),
                type=last.type,
                noun=last.noun,
                determiner="definite" if match.group("known") else "another",
                ordinal=ordinal,
                words=frozenset({"next"} if which == "next" else ()),
            )
        )
    return sorted([*found, *_find_numbered(words, mentions)], key=lambda m: (m.begin, m.end))


_SERIES = re.compile(
    rf",?\s+(?P<name>(?!{CALENDAR}\b)(?P<stem>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,3}})"
    r"\s(?:\d{1,2}|(?:19|20)\d\d))(?=[ ,.)])"
)
"""A name with a figure, behind the noun: "the exercise BLUE SAND 2"."""


def _with_numbered(text: str, mentions: list[EventMention]) -> list[EventMention]:
    """Add the editions of an exercise with a name of its own: "the first exercise, BLUE SAND 1", "BLUE SAND 2"."""
    named = [
        (number, match)
        for number, mention in enumerate(mentions)
        if mention.type == "Training" and mention.name is None
        if (match := _SERIES.match(text, mention.head.end)) is not None
    ]
    if not named:
        return mentions
    found = list(mentions)
    for number, match in named:
        kind = found[number] = replace(mentions[number], end=match.end("name"), name=match["name"])
        for other in re.finditer(rf"(?<![\w-]){re.escape(match['stem'])}\s(?:\d{{1,2}}|(?:19|20)\d\d)(?!\w)", text):
            if not any(m.begin < other.end() and other.start() < m.end for m in found):
                span, name = Span(*other.span()), other.group()
                found.append(
                    replace(
                        kind,
                        begin=span.begin,
                        end=span.end,
                        head=span,
                        name=name,
                        ordinal=None,
                        determiner="none",
                        words=frozenset(fold(name).split()),
                    )
                )
    return sorted(found, key=lambda m: (m.begin, m.end))


def _is_near(text: str, last: int, match: re.Match[str], reach: int) -> bool:
    """Tell whether an event, or another edition of it, was named shortly before, in the same paragraph."""
    parted = "\n\n" in text[last : match.start()] and not match.group().lower().endswith("sequel")
    return match.start() - max(last, reach) <= _NEAR and not parted


_OF_THEM = re.compile(
    rf"(?<![\w-])(?:(?:the|its)\s+)?(?P<nth>{NTH}|last|latest|final|next|one)\s+of\s+"
    rf"(?:(?:a|the|its|these|those)\s+)?(?:series\s+of\s+)?(?:(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS))})\s+)?\Z",
    re.IGNORECASE,
)

_HAPPENS = re.compile(rf"\s+(?:in\s+\w+\s+)?(?:{HAPPENED})")


def _single_out(text: str, mention: EventMention) -> EventMention:
    """Read "the third of the seminars" as one event."""
    single = _OF_THEM.search(text, max(0, mention.begin - 40), mention.begin) if mention.plural else None
    one = single is not None and single["nth"].lower() == "one" and _HAPPENS.match(text, mention.end) is None
    if single is None or one or mention.determiner == "generic":
        return mention
    ordinal = EDITIONS.get(single["nth"].lower())
    return replace(mention, begin=single.start(), plural=False, determiner="another", ordinal=ordinal)


_FIGURE = r"(?P<figure>\d{1,2}|" + "|".join(sorted(NUMBERS, key=lambda word: (-len(word), word))) + ")"
_LINE_OF_PLACE = (
    r"(?-i:[A-Z])[\w’' -]{2,30}(?:,\s(?-i:[A-Z])[\w’' -]{2,30})?(?:,|\s\(|:)\s*(?:\d|(?-i:[A-Z])[a-z]+\s\d)"
)
_NUMBERED = (
    rf"(?im)(?:(?<=[.;:!?]\s)|^[^\w\n]{{0,8}})(?:(?P<label>(?:the\s+)?(?P<nth>{NTH}))(?=:\s+{_LINE_OF_PLACE})"
    rf"|(?P<own>(?:no\.|number|nr\.?|#)\s?{_FIGURE})(?:(?P<entry>,\s+(?-i:[A-Z])|:\s+(?-i:[A-Z])|\s+\((?-i:[A-Z]))|(?=\s+(?:{HAPPENED}|{_WENT_ON}))))"
)
"""An edition told by its number alone: "No. 3, Lima, 4 May", "Number five met in Bern"."""


_NUMBERING = ("no", "number", "nr", "#", ":")
"""Words and signs one of which it has."""


def _find_numbered(words: Words, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield editions that are told by their number, where a series was named before; entries of a list are several."""
    found = list(words.search(_NUMBERED, _NUMBERING))
    entries = sum(bool(match["entry"] or match["label"]) for match in found)
    kind: EventMention | None = None
    for match in found:
        before = [m for m in mentions if m.end <= match.start() and m.type]
        heading = next((m for m in reversed(before) if m.heading and m.plural), None)
        if kind is None or (heading is not None and heading.begin > kind.begin):
            kind = heading if kind is not None else next(reversed(before), None)
        if kind is None or (entries < 2 and (match["entry"] or (match["label"] and not before[-1].ordinal))):
            continue
        figure = (match["figure"] or match["nth"]).lower()
        begin, end = match.span("own" if match["own"] else "label")
        yield EventMention(
            begin=begin,
            end=end,
            head=Span(begin, end),
            type=kind.type,
            noun=kind.noun,
            determiner="another",
            ordinal=int(figure) if figure.isdigit() else EDITIONS.get(figure) or NUMBERS[figure],
        )


def _with_codes(text: str, blocks: Sequence[Block], mentions: list[EventMention]) -> list[EventMention]:
    """Add "22MSP", "UMAC2024" and the acronyms that names were given in brackets."""
    defined = {m.acronym: m for m in mentions if m.acronym}
    taken = [(m.begin, m.end) for m in mentions]
    found = list(mentions)
    spelled = "|".join(sorted((re.escape(a) for a in defined), key=lambda a: (-len(a), a)))
    regexes = [_CODE] + ([re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])")] if spelled else [])
    sentences = [(s, b.kind == "heading") for b in blocks if b.kind != "front" for s in b.sentences]
    for regex in filter(lambda regex: regex.search(text), regexes):
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


def _is_treaty(acronym: str | None) -> bool:
    return acronym is not None and any(entry.kind == "Treaty" for entry in load_lexicon().read(acronym))


def _read_mention(
    text: str,
    sentence: Span,
    head: tuple[int, int],
    noun: EventNoun,
    floor: int,
    towns: frozenset[int],
    *,
    heading: bool,
) -> EventMention | None:
    """Read the noun phrase around one head noun; None where it names no event."""
    capital = text[head[0]].isupper() and not (heading and text[sentence.begin : sentence.end].isupper())
    begin, before, determiner = walk_left(
        text, max(sentence.begin, floor), head[0], capital=capital, joined=capital and not noun.plural
    )
    if _is_other(text, head, noun, before, determiner, sentence) or (noun.singular == "mission" and capital):
        return None
    name, end, acronym = read_name(text, sentence, begin, head, before, towns, capital=capital)
    whole = noun.singular == "congress" or end != head[1]
    if (
        name is not None
        and noun.singular == "forum"
        and compile_words(_ACTS).match(text, max(end, head[1]), sentence.end)
    ):
        return None
    if name is not None and noun.singular == "forum" and _is_bracketed(text, begin, max(end, head[1])):
        return None  # "Amina Diallo (Sahel Peace Forum)"
    if name is not None and whole and is_body(name, noun.singular) and not text[head[0] : head[1]].islower():
        return None
    if name is not None and is_plain(name, noun.singular):
        name = None
    if name is not None and (is_body(name) or _is_treaty(acronym) or _is_of_body(name, acronym)):
        acronym = None  # of the body or the treaty: "the Summit of the Association of Towns (AOT)"
    if determiner == "none" and name is None and not (before or heading) and _says_minutes(text, sentence, head):
        determiner = "definite"
    content = fold(" ".join(before) + " " + (name or "")).split()
    return EventMention(
        begin=begin,
        end=max(end, head[1]),
        head=Span(*head),
        type=noun.type,
        noun=_PARTIES.sub("meeting of states parties", noun.singular),
        determiner=determiner,
        plural=noun.plural,
        name=name,
        acronym=acronym,
        weak=noun.weak,
        ordinal=read_ordinal(before),
        days=_read_length(before, noun, text[max(sentence.begin, head[0] - 20) : head[0]].split()),
        verb=noun.singular.startswith(_LENGTHS),
        words=frozenset(w for w in content if len(w) > 2 and w not in load_words("event-dull")),
        heading=heading,
    )


def _is_bracketed(text: str, begin: int, end: int) -> bool:
    """Tell whether a name fills the bracket behind another name: what somebody is of."""
    return (
        text[begin - 1 : begin] == "("
        and text[end : end + 1] in {")", ",", ";"}
        and text[begin - 3 : begin - 2].isalpha()
    )


def _says_minutes(text: str, sentence: Span, head: tuple[int, int]) -> bool:
    """Tell whether a sentence opens as minutes do: "Summit elected ...", "4. Meeting noted that ..."."""
    opening = text[sentence.begin : head[0]].strip(" .()0123456789") == ""
    return (
        opening
        and compile_words(r"\s+(?:also\s+)?{minutes-verbs}\s+(?!(?:by|in|at)\b)").match(text, head[1]) is not None
    )


def _is_of_body(name: str, acronym: str | None) -> bool:
    """Tell whether an acronym is that of the body in an event's name: "Congress of Physicians Against War (PAW)"."""
    body = name.partition(" of ")[2].removeprefix("the ")
    return acronym is not None and "".join(word[0] for word in body.split() if word[0].isupper()) == acronym


_ACTS = r"\s+(?:(?:has|have|had|also|jointly|which)\s+){0,2}{organising-verbs}\b(?!\s+(?:by|in|on|from)\b)"
"""What a body does that goes by the noun of an event: "the Africa Peace Forum had organised a round table"."""
_LENGTHS = ("days of ", "weeks of ")


def _read_length(before: list[str], noun: EventNoun, left: list[str]) -> int | None:
    """Give how many days a phrase says: "two-day", "three days of talks", "two weeks of training"."""
    unit = {"days": 1, "weeks": 7}.get(noun.singular.split()[0])
    before = before or left[-1:]
    if unit and before and before[-1].casefold() in NUMBERS:
        return unit * NUMBERS[before[-1].casefold()]
    return next((days for days in map(read_days, before) if days), None)


_PARTIES = re.compile(r"(?:meeting|conference) of (?:the )?states parties")


def _is_other(
    text: str, head: tuple[int, int], noun: EventNoun, before: list[str], determiner: str, sentence: Span
) -> bool:
    """Tell a noun that names no event: a verb, a part of an event, a venue, a mere subject."""
    if noun.placed and (determiner == "none" or noun.plural or not _TOLD_THERE.match(text, head[1], sentence.end)):
        return True
    behind = text[head[1] : head[1] + 24].split()[:1]
    if noun.singular == "forum" and text[head[0]].isupper() and behind and behind[0] in load_words("members-sitting"):
        return True  # "Forum ministers" are of the body
    if noun.singular in load_words("lectures") and _GIVEN_THERE.search(text[max(0, head[0] - 60) : head[0]]):
        return True  # "X gave the keynote lecture" at an event
    if noun.singular == "congress" and behind and behind[0] in load_words("rooms-of-congress"):
        return True  # "the National Congress chamber" is a parliament's
    if noun.singular == "sitting" and _is_member(text[head[1] : min(head[1] + 24, sentence.end)]):
        return True  # "a sitting U.S. President"
    return _is_another_thing(text, head, noun, before, determiner, sentence)


def _is_another_thing(
    text: str, head: tuple[int, int], noun: EventNoun, before: list[str], determiner: str, sentence: Span
) -> bool:
    modifiers = [word.casefold() for word in before]
    following = text[head[1] : min(head[1] + 24, sentence.end)].split()
    label = following[:1] != [] and following[0].endswith(":")  # "31st Meeting", and "Venue:" on the next line
    label = label or (_TITLED.fullmatch(text, *sentence) is not None and _REPORT.match(text, head[1]) is not None)
    if following and not label and following[0].casefold().strip(".,;") in load_words("venue-nouns"):
        return True
    opening = text[head[0]].isupper() and (
        text[sentence.begin : head[0]].strip(" ().0123456789") == ""
        or ENTRY.search(text, sentence.begin, head[0]) is not None
    )
    opening = opening or (not before and _AGENDA.match(text, sentence.begin, head[0]) is not None)
    if noun.singular == "occasion" and (
        following[:1] == ["of"] or _MARKING.search(text[max(0, head[0] - 16) : head[0]])
    ):
        return True
    placed = _PLACED.match(text, head[1], sentence.end) or (
        (noun.plural or noun.singular.startswith(_LENGTHS)) and _counts(text, sentence, head[0])
    )
    placed = placed or (noun.singular == "training" and is_given(text, head, sentence))
    placed = placed or (noun.singular.endswith("s") and bool(_TAKING_PART.search(text, max(0, head[0] - 24), head[0])))
    if noun.weak and determiner == "none" and not (modifiers or noun.singular == "talks" or opening or placed):
        return True
    house = determiner == "definite" or _VENUE.search(text, max(0, head[0] - 20), head[0])
    welcome = not load_words("of-welcome").isdisjoint(modifiers)
    if (noun.singular == "town hall" and house) or (noun.singular == "reception" and welcome):
        return True
    if noun.singular == "mission" and (
        (determiner == "definite" and before and before[-1][0].isupper() and len(before[-1]) > 1)
        or (determiner == "possessive" and not before and following[:1] in (["in"], ["at"], ["to"], ["for"]))
        or (determiner == "definite" and _AIM.match(text, head[1]) is not None)
    ):
        return True  # "the OSCE mission", "Peru's mission in Geneva" are bodies, "the mission of the OSCE" an aim
    voting = not load_words("votes").isdisjoint(following[:1])
    if noun.singular == "congress" and text[head[0]].isupper() and (voting or not (before and before[-1].istitle())):
        known = bool(before) or following[:1] in (["on"], ["of"], ["for"]) or _CONGRESS.search(text, 0, head[0])
        if determiner == "definite" and not known:
            return True
        possessed = determiner == "none" or (voting and determiner == "possessive")
        # "the minister told Congress", "Peru's Congress approved it"
        return bool(before) or possessed or _PARLIAMENT.search(text) is not None
    left = text[max(sentence.begin, head[0] - 40) : head[0]].lower()
    if noun.weak and determiner == "indefinite" and _AFTER_LONG.search(left):
        return True
    part = (
        noun.singular in {"session", "plenary"}
        and determiner != "indefinite"
        and bool(modifiers)
        and "and" not in modifiers
    )
    if part and modifiers[-1] in load_words("event-parts") - {"first", "second", "plenary"}:
        return True
    return is_verb(text, head, noun, before, determiner, sentence)


_GIVEN_THERE = re.compile(
    r"\b(?:gave|gives?|given|giving|deliver(?:ed|s|ing)?|read|held) (?:a keynote |the (?:(?:[a-z]+ )?"
    r"(?:keynote|opening|closing|main|inaugural|introductory|first|second|last|final) )?)$"
)
"""What makes a lecture one that was given at the event at hand."""
_TITLED = re.compile(r"\W*(?:[\w-]+\s+){1,2}[\w-]+\W*")
_REPORT = re.compile(r"\s+(?:report|summary|proceedings)\W*(?:\n|\Z)", re.IGNORECASE)
"""What makes a line of two or three words the title of a report: "Workshop report"."""


def _is_member(behind: str) -> bool:
    """Tell whether words begin with somebody who may be "sitting": a member, a President, a U.S. one."""
    word = "".join(behind.split()[:1]).strip(".,;")
    return word[:1].isupper() or word in load_words("post-heads") or word in load_words("members-sitting")


def _counts(text: str, sentence: Span, at: int) -> bool:
    """Tell whether a number stands right before a noun: "held four sessions"."""
    left = text[max(sentence.begin, at - 20) : at].split()
    counted = bool(left) and NUMBERS.get(left[-1].casefold(), 0) > 1
    return counted and load_words("prepositions").isdisjoint(left[-2:-1])


_AIM = re.compile(r"\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*(?:[.,;:]|\s+(?:and|is|was)\b)")
"""Whose aim a mission is: "the mission of the OPCW and ...", not "the mission of the OPCW to Lima"."""
_TAKING_PART = re.compile(r"\b(?:takes?|taking|taken|took)\s+part\s+in\s+\Z")
"""What makes talks without an article those of one occasion: "will take part in consultations"."""
_MARKING = re.compile(r"\b(?:mark|marking|marked|celebrate)\s+(?:the|this)\s+\Z")
_PLACED = re.compile(r"\s+in\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,?\s+(?:on|in|from)\s+(?:\d|[A-Z][a-z]+\s\d)")
"""Where and when, right behind a noun: "consultations in Jakarta on 8 May 1997"."""
_TOLD_THERE = re.compile(
    r"(?:\s+(?:on|about|with|for|of\s+the)\s+[^.;,:()]{2,50}?)?(?:,?(?:\s+(?:was|were|is|will|to|be|has|been|also)){0,3}"
    r"\s+(?:held|hosted|staged|organi[sz]ed|convened|took\s+place|takes\s+place|take\s+place))?,?\s+(?:in|at)\s+[A-Z][\w’'-]+(?:,?\s+[A-Z][\w’'-]+){0,3}"
    r"(?:,?\s+(?:on|in|from|between)\s+|,\s+|\s+\()(?:the\s+)?(?:\d|(?:early|late|mid-?)?\s?[A-Z][a-z]+\s\d)"
)
"""Where and when, right behind a noun and what it is about: "a panel on mines in Jakarta, 8 May 1997"."""
_AFTER_LONG = re.compile(r"\b(?:after|without|following|despite)\s+an?\s+(?:[a-z-]+\s+){0,2}\Z")
"""What makes a debate or a round no more than what came before a decision: "adopted after a long debate"."""
_CONGRESS = re.compile(r"\b(?:an?|this|our|its|[A-Z][\w’'-]+) [Cc]ongress\b|\bcongress\b|\bCongress (?:on|of|for)\b")
"""What names a congress, of which the text may then say "the Congress"."""
_PARLIAMENT = re.compile(r"\b(?:National|People['’]s|U\.?S\.?|American|United\s+States)\s+Congress\b")
"""A Congress that is a parliament, which the text then calls "the Congress"."""


_VENUE = re.compile(r"\b(?:in|at|inside|outside|near|to)\s+(?:(?:a|an|its|their|our)\s+)?(?:[A-Z][\w’'-]+\s+)*\Z")
"""What makes a town hall a house: "in Basel Town Hall"."""
_AGENDA = re.compile(r"\W*(?:[A-Za-z]+,? )?\d{1,2}(?: [A-Z][a-z]+)?(?: \d{4})?:\s+\Z")
"""The day that opens an entry of somebody's programme: "* Thursday 3: signing of an agreement"."""
