"""Whether a mention can speak of an occasion that the text has met before."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.dates.dates import DateMention
from kg.extract.events.event import EventMention
from kg.extract.events.occasion import Occasion, is_identified, shift, widens
from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.words.wordclass import load_words
from kg.model import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a mention says of itself, and the numbers of the occasions that it may speak of, best first."""

    mention: EventMention
    sentence: int
    """Where its sentence begins."""
    dates: Sequence[DateMention]
    places: Sequence[str]
    inner: Sequence[str]
    """Places inside its own words: "the Geneva talks"."""
    treaties: Sequence[str]
    open_to: Sequence[int]
    ahead: bool
    """Whether its clause looks ahead."""
    back: bool
    """Whether its sentence looks back."""
    acted: bool
    """Whether its clause tells what it did: "the conference received greetings"."""
    owner: str | None
    """Key of the person whose event it is said to be: "President X's visit"."""
    visitors: Sequence[str]
    """Keys of the persons who may pay the visit that it tells of."""
    singled: bool
    """Whether its day tells which one is meant: "the meeting of June 2014"."""


def compatible(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether a noun can speak of an occasion that another noun opened."""
    if mention.noun == "meeting" and occasion.noun in load_words("press-nouns"):
        return False
    if occasion.verb and mention.noun in _TALKS and {role for _, role, _ in occasion.parties} == {"Speaker"}:
        return False  # "he spoke before the council ... the talks"
    if mention.type is None or occasion.generic or mention.type == occasion.type or mention.noun in occasion.nouns:
        return True
    if has_number(occasion, mention):
        return {mention.type, occasion.type} <= GATHERINGS
    if occasion.verb and occasion.type == "Meeting" and mention.type in GATHERINGS | {"Training"}:
        if mention.noun == "conference" and any("/person/" in actor for actor, _, _ in occasion.parties):
            return False  # "she met the President" was none
        return mention.determiner in {"definite", "demonstrative", "possessive"} and (
            (not mention.name and mention.ordinal is None) or bool(occasion.counts)
        )
    if mention.noun in _SITTINGS and (
        occasion.type in GATHERINGS or (occasion.type == "Training" and mention.determiner == "demonstrative")
    ):
        return mention.determiner in {"definite", "demonstrative"} and not mention.name and mention.ordinal is None
    if {mention.type, occasion.type} == {"Training", "Workshop"}:
        return mention.noun.startswith("training") or occasion.noun.startswith("training")
    if occasion.noun.endswith(f" {mention.noun}"):  # "a training seminar ... The seminar"
        return mention.determiner in {"definite", "demonstrative", "possessive"} and not mention.name
    return occasion.heading and {mention.type, occasion.type} <= GATHERINGS


_TALKS = frozenset("talks negotiations consultations discussions".split())
"""What nobody calls a speech."""


def is_called(occasion: Occasion, mention: EventMention, *, at_hand: bool) -> bool:
    """Tell whether a noun is that of an occasion; of the one at hand it may be cut short: "the meeting" of parties."""
    return mention.noun == occasion.noun or (at_hand and mention.noun in occasion.noun.split())


def sits_at(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether those of whom only a verb says that they sat together, nowhere else, did so at the event at hand."""
    persons = any("/person/" in actor for actor, _ in mention.parties)
    return mention.type == "Meeting" and not persons and occasion.type in GATHERINGS and not occasion.weak


def met_there(occasion: Occasion, day: DateMention, places: Sequence[str]) -> bool:
    """Tell whether a verb told before that some met in one of these places at the time."""
    told = occasion.verb and occasion.type == "Meeting" and occasion.city in places
    return told and len(occasion.first or "") > len("2015") < len(day.first) and touches(occasion, day)


_SITTINGS = frozenset(
    {"meeting", "forum", "discussions", "talks", "consultations", "negotiations", "session", "round table"}
)
GATHERINGS = frozenset({"Conference", "Meeting", "Workshop", "Seminar", "Symposium"})


def meets_for(occasion: Occasion, wanted: Wanted) -> bool:
    """Tell whether both are of one noun and treaty, by whatever name that goes: "Review Conference of the NPT"."""
    named = {treaty for treaty, _ in occasion.treaties}
    noun = wanted.mention.noun
    dated = occasion.names and occasion.first and wanted.mention.name and wanted.dates
    return bool(dated) and noun == occasion.noun and " " in noun and not named.isdisjoint(wanted.treaties)


def has_number(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether noun and number are one: "their third meeting", "the Third Meeting of the States Parties"."""
    if mention.ordinal is None or mention.ordinal != occasion.ordinal:
        return False
    short, long = sorted((mention.noun, occasion.noun), key=len)
    return short == long or long.startswith(f"{short} of ")


def stage(noun: str, words: AbstractSet[str]) -> set[str]:
    """Give the words that tell one ceremony from another."""
    return (set(noun.split()) | set(words)) & load_words("stages")


def looks_new(mention: EventMention, phrase: Phrase, i: int) -> bool:
    """Tell whether a mention sets itself apart from what came before: another, next, last year's ..."""
    if mention.determiner == "another":
        return True
    before = set(phrase.line[: phrase.starts[i]].split()[-4:])
    if "next" in before and mention.determiner == "none":
        return True
    if mention.words & load_words("apart-words"):
        return True
    return mention.determiner == "possessive" and bool(before & {"year", "week", "month"})


def is_wished(mention: EventMention, phrase: Phrase, i: int, *, placed: bool) -> bool:
    """Tell whether an event is only asked for, offered or thought of: "he declared himself ready for a meeting".

    So are talks without a place that something else is to prepare.
    """
    if mention.weak and not placed and phrase.words[i - 1] in {"prepare", "preparing"}:
        return True
    if mention.determiner not in {"indefinite", "none", "another"}:
        return False
    before = " " + " ".join(phrase.line[: phrase.starts[i]].split()[-3:]) + " "
    return any(before.endswith(f" {words} ") for words in load_words("event-wished"))


def is_this(
    mention: EventMention, hand: Occasion | None, near: Sequence[Mark], known: Mapping[str, tuple[str, str | None]]
) -> bool:
    """Tell whether "this conference" is the one at hand, though another day or place stands in a later clause."""
    if hand is None or mention.determiner != "demonstrative" or mention.name or mention.plural:
        return False
    dates = [mark.date for mark in near if mark.date is not None]
    places = [place for mark in near if mark.letter == "L" for place in mark.places]
    same = mention.noun == hand.noun or mention.noun in hand.noun.split()
    return is_identified(hand) and same and clashes(hand, mention, dates, places, known)


def is_small_part(found: Sequence[Occasion], k: int) -> bool:
    """Tell whether the occasion of number `k` is only the opening of another, or a session of which no more is told."""
    occasion = found[k]
    edge = occasion.type == "Ceremony" and occasion.beside is not None and not occasion.date_spans
    if edge and stage(occasion.noun, occasion.words) & {"opening", "closing", "inaugural"}:
        return True
    session = occasion.noun in load_words("within-events") and not is_identified(occasion)
    return session and any(o.section == occasion.section and is_identified(o) for o in found[:k])


def is_part(mention: EventMention, whole: Occasion) -> bool:
    """Tell whether a mention is of a part of the event at hand: "the closing session", "a session on customs"."""
    within = load_words("within-events")
    if mention.noun not in within or mention.name:
        return False
    if mention.determiner == "definite" or mention.heading:
        return {word for word in mention.words if len(word) > 1} <= load_words("event-parts")
    bare = {word for word in mention.words if len(word) > 1} <= load_words("sitting-kinds")
    return mention.determiner == "indefinite" and bare and whole.noun not in within


def is_sitting(mention: EventMention, phrase: Phrase, i: int, mentions: Sequence[EventMention]) -> bool:
    """Tell whether a noun only leads up to the event behind "of": "a meeting of the Peace Conference"."""
    behind = _SITTING_OF.match(phrase.line, phrase.starts[i])
    if mention.noun not in load_words("sitting-nouns") or behind is None:
        return False
    mark = phrase.marks[phrase.item_at(behind.end() - 1)]
    whole = mentions[mark.events[0]] if mark is not None else mention
    return whole.type is not None and (not whole.plural or mention.noun in {"round", "series"})


_SITTING_OF = re.compile(r"E\d+ (?:in L\d+ )?of E\d+(?!\S)")


def is_planned(occasion: Occasion) -> bool:
    """Tell whether a text speaks of an occasion only as one to come."""
    return bool(occasion.future) and all(occasion.future)


def gathers_for(
    occasion: Occasion, mention: EventMention, phrase: Phrase, i: int, near: Sequence[Mark], *, section: int
) -> bool:
    """Tell whether those who came to the event at hand are said to have met: "ninety participants met in Osh"."""
    if mention.type == "Visit":
        return _came_to(occasion, mention, phrase, near)
    if mention.noun != "meeting":
        return False
    some = {"of us", "of them", "of those"} & {f"{a} {b}" for a, b in pairwise(phrase.words[:i])}
    if all(mark.letter == "N" for mark in near) and not (near and some) and sits_at(occasion, mention):
        return True
    if _is_titled(occasion, mention, near) or _is_length(occasion, mention, near):
        return True
    counts = [mark for mark in phrase.marks[:i] if mark is not None and mark.letter == "N"]
    back = [place for mark in near if mark.letter == "L" and mark.introduced for place in mark.places]
    if counts and occasion.first is None and occasion.last is None and occasion.city in back:
        return occasion.type == "Conference"  # "delegates of 80 States met there"
    towns = [place for mark in near if mark.letter == "L" for place in mark.places]
    bare = occasion.type in GATHERINGS and not (occasion.first or occasion.last)
    bare = bare and (bool(occasion.names) or len(occasion.mentions) > 1)
    persons = any("/person/" in actor for actor, _ in mention.parties)
    if bare and not (persons or occasion.future[-1:] == [True]) and occasion.city in towns:
        return True  # "the Stockholm summit": "the heads of state met in Stockholm on 3 May"
    if not counts or some or occasion.type == "Visit" or occasion.section != section:
        return False
    days = [mark.date for mark in near if mark.date is not None]
    if days and (occasion.first or occasion.last):
        return (occasion.city is None or not towns or occasion.city in towns) and all(
            touches(occasion, d) for d in days
        )
    people = any(mark.counted == "attendeeCount" for mark in counts)
    return people and occasion.first is not None and occasion.city is None


def _came_to(occasion: Occasion, mention: EventMention, phrase: Phrase, near: Sequence[Mark]) -> bool:
    """Tell whether those who are counted came for the event at hand: "500 delegates have made their way to Oslo"."""
    towns = [place for mark in near if mark.letter == "L" for place in mark.places]
    counted = any(mark.letter == "N" for mark in phrase.marks if mark is not None)
    return counted and not mention.parties and occasion.type in GATHERINGS and occasion.city in towns


def _is_length(occasion: Occasion, mention: EventMention, near: Sequence[Mark]) -> bool:
    """Tell whether a verb gives the days of the event of which the last is known: "they sat from Monday to Friday"."""
    days = [mark.date for mark in near if mark.date is not None]
    persons = any("/person/" in actor for actor, _ in mention.parties)
    ends = occasion.type in GATHERINGS and occasion.first is None and occasion.last is not None
    elsewhere = any(mark.letter not in "DN" for mark in near)
    return ends and not (persons or elsewhere) and len(days) == 1 and days[0].last == occasion.last


def opens_with(phrase: Phrase, k: int, i: int) -> bool:
    """Tell whether an event only opens a sentence of which another is the subject: "after E0 , E1 was held"."""
    words = phrase.words
    opened = words[0] in load_words("prepositions") | load_words("front-links") and words[k + 1 : i] == [","]
    return opened and bool(words[i + 1 : i + 2]) and words[i + 1] in load_words("after-subject")


def is_purpose(occasion: Occasion, phrase: Phrase, i: int) -> bool:
    """Tell whether a mention says for what they came of whom a verb told: "what brought them together was E0"."""
    return occasion.verb and _BROUGHT.search(phrase.line, 0, phrase.starts[i]) is not None


_BROUGHT = re.compile(
    r"\b(?:brought|took|led) (?:them|us|him|her|the [a-z]+) (?:all )?(?:together|there|here|to L\d+|L\d+) was $"
)


def _is_titled(occasion: Occasion, mention: EventMention, near: Sequence[Mark]) -> bool:
    """Tell whether what a verb tells is the title's event: "Lima Workshop ends", "sixty people met in Lima"."""
    places = {place for mark in near if mark.letter == "L" for place in mark.places}
    persons = any("/person/" in actor for actor, _ in mention.parties)
    bare = occasion.heading and len(occasion.mentions) == 1 and occasion.type in GATHERINGS and not occasion.first
    return bare and not persons and occasion.city in places


def may_be(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether "it was a seminar" can be said of an occasion: not of a symposium."""
    kinds = {mention.type, occasion.type}
    return mention.type is None or len(kinds) == 1 or occasion.generic or occasion.verb or not kinds <= _TEACHING


_TEACHING = frozenset({"Workshop", "Seminar", "Symposium", "Training", "Exhibition"})


def apart_by_treaty(occasion: Occasion, treaties: Sequence[str]) -> bool:
    """Tell whether two meetings with one number belong to different treaties."""
    known = {treaty for treaty, _ in occasion.treaties}
    return bool(known and treaties and not known & set(treaties))


def same_name(occasion: Occasion, mention: EventMention) -> bool:
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
        if mention.determiner == "definite" and _BEGINS.match(
            _NTH.sub("", fold(name)).removeprefix(fold(mention.name))
        ):
            return mine < theirs and len(mine) >= 2  # "the UN Conference" on arms
    return False


_NTH = re.compile(r"^(?:\d+(?:st|nd|rd|th)|[a-z]+(?:first|second|third|th)|first|second|third) ")
_BEGINS = re.compile(r" (?:on|of|for|to|against) ")


def _content(name: str) -> frozenset[str]:
    return frozenset(
        w for w in fold(name).split() if w not in {"the", "of", "on", "and", "for", "in", "to", "a", "an", "states"}
    )


def is_over(occasion: Occasion, issued: str | None) -> bool:
    """Tell whether an occasion was over when the text was issued."""
    last = occasion.last or occasion.first
    return bool(last and issued and last < issued[: len(last)] and not any(occasion.future))


def _is_told_past(occasion: Occasion) -> bool:
    """Tell whether a text has spoken of an occasion only as past."""
    return bool(occasion.future) and not any(occasion.future)


def is_yet_to_come(occasion: Occasion, mention: EventMention, *, ahead: bool) -> bool:
    """Tell whether a numbered event to come cannot be one told as past: "they held talks ... the first round will"."""
    return ahead and mention.ordinal is not None and mention.noun != occasion.noun and _is_told_past(occasion)


def is_past(occasion: Occasion, dates: Sequence[DateMention], issued: str | None) -> bool:
    """Tell whether an occasion without a day is told as past, and a mention has a day to come."""
    ahead = issued is not None and any(date.first > issued for date in dates)
    return ahead and occasion.first is None and _is_told_past(occasion)


TO_COME = frozenset({"next", "upcoming", "forthcoming"})


def is_ruled_out(found: Sequence[Occasion], k: int, wanted: Wanted, *, current: bool, issued: str | None) -> bool:
    """Tell whether "the workshop" cannot be the occasion of number `k`, whatever else speaks for it."""
    occasion, mention = found[k], wanted.mention
    if mention.type is None and mention.determiner == "definite" and is_small_part(found, k):
        return True  # "the event" is what the opening ceremony was for
    if mention.weak and wanted.inner and mention.noun != occasion.noun and occasion.city not in wanted.inner:
        return True  # "the Geneva talks" are not the conference
    if wanted.acted and issued and occasion.first and occasion.first > issued:
        return True  # "the conference received greetings" is none that has yet to come
    over = is_over(occasion, issued) or is_past(occasion, wanted.dates, issued)
    if wanted.ahead and over and not (current and mention.determiner == "demonstrative"):
        return True
    if mention.words & (TO_COME - {"next"} - occasion.words) and not any(occasion.future):
        return mention.noun != occasion.noun  # "the ministers' meeting ... the upcoming review conference"
    if occasion.verb and occasion.mentions[-1].begin >= wanted.sentence:
        return True  # "they met to prepare the talks"
    if wanted.owner is not None and occasion.visitor not in {None, wanted.owner}:
        return True
    return wanted.singled and not (occasion.first or occasion.heading)  # "the meeting of June 2014"


def points_back(
    occasion: Occasion, mention: EventMention, *, section: int, current: bool, latest: bool, apart: bool
) -> bool:
    """Tell whether a mention without a name of its own can speak of an occasion already met."""
    same_section = occasion.section == section
    near = current or same_section
    if mention.type is None:
        return near
    fits = compatible(occasion, mention)
    if occasion.heading and near and fits:
        beside = mention.noun in load_words("satellites") and mention.determiner == "indefinite"
        return not beside or mention.noun == occasion.noun
    if not same_section and mention.words - occasion.words - load_words("plain-kinds"):
        return False
    if mention.name is not None:
        # a first proper name for what has so far been "a conference"
        at_hand = current or (occasion.generic and latest)
        unnamed = not occasion.names and not (occasion.known and mention.ordinal)
        if mention.ordinal and mention.noun != occasion.noun and not (occasion.heading or occasion.generic):
            unnamed = unnamed and bool(occasion.future) and not all(occasion.future)
        return near and fits and unnamed and mention.determiner != "indefinite" and at_hand
    if mention.determiner in {"definite", "demonstrative", "possessive"}:
        loose = near and not (apart and bool(occasion.mentions) and not occasion.heading)
        return _is_meant(occasion, mention, same_section=same_section, loose=loose)
    if mention.determiner == "none" and mention.noun == occasion.noun:
        return bool(mention.words) and mention.words <= occasion.words
    return False


def is_called_by_town(mention: EventMention, places: Sequence[str]) -> bool:
    """Tell whether a mention has no name but its town's: "the Seoul Summit"."""
    if mention.name is None or mention.acronym is not None or mention.determiner != "definite":
        return False
    told = set(fold(mention.name).split()) - {*mention.noun.split()}
    return bool(told) and any(told == set(place.rpartition("/")[2].split("-")) for place in places)


def _is_meant(occasion: Occasion, mention: EventMention, *, same_section: bool, loose: bool) -> bool:
    """Tell whether "the ceremony" is the occasion; `loose` allows for another noun, "the meeting" for a seminar."""
    if mention.noun == occasion.noun:
        return same_section or not occasion.verb
    if stage(mention.noun, mention.words) and not same_section:
        return False  # "the handover", under another heading than "the ceremony"
    if mention.noun in load_words("satellites") and not (occasion.heading or occasion.generic):
        return False
    return loose and compatible(occasion, mention)


def find_visit(
    found: Sequence[Occasion],
    first: int,
    mention: EventMention,
    near: Sequence[Mark],
    known: Mapping[str, tuple[str, str | None]],
) -> int | None:
    """Give the visit, no earlier than number `first`, that "his stay in London" was part of."""
    dates = [mark.date for mark in near if mark.date is not None]
    places = [place for mark in near if mark.letter == "L" for place in mark.places]
    for k in reversed(range(first, len(found))):
        if found[k].type == "Visit" and not clashes(found[k], mention, dates, places, known):
            return k
    return None


def find_loosely(
    found: Sequence[Occasion], first: int, hand: int | None, wanted: Wanted, near: Sequence[Mark], issued: str | None
) -> int | None:
    """Give the number of the event for which a noun of another kind is only another word.

    "The exercise", "the inaugural sitting" without a day, place or name of its own is the event at hand, or part of
    it. "The conference" is the named workshop, no earlier than `first`, where no conference can be meant: what has
    yet to come did nothing so far.
    """
    mention = wanted.mention
    own = mention.words - {*mention.noun.split()} - load_words("plain-kinds")
    apart = near or mention.name or mention.date or mention.ordinal
    if apart or mention.determiner not in {"definite", "demonstrative"}:
        return None
    if hand is not None and mention.noun in load_words("loose-nouns") and own <= load_words("event-parts"):
        return hand if _may_go_by(found[hand], mention) else None
    if own or mention.noun != "conference" or mention.determiner != "definite" or not (issued and wanted.acted):
        return None
    told = (k for k in reversed(range(first, len(found))) if found[k].type in GATHERINGS and found[k].names)
    return next((k for k in told if (found[k].first or "") <= str(issued)), None)


def _may_go_by(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether an event may be called by a noun that fits many: a workshop "the exercise", no visit a "course"."""
    taught = occasion.type in {"Workshop", "Seminar", "Training", "Symposium"}
    return is_identified(occasion) and (taught or (mention.type != "Training" and occasion.type in GATHERINGS))


def is_visit_told(occasion: Occasion, wanted: Wanted) -> bool:
    """Tell whether a visit is one that was told before by the same person, and that nothing sets apart from it.

    The text took it for known, "after X's visit ...", and tells of it now, "X paid a visit to Oslo on 5 May"; or both
    are to one town, as in a title and the news below it. Who paid the first may have been told by a post alone, or by
    another spelling of the name.
    """
    if not occasion.type == wanted.mention.type == "Visit":
        return False
    surnames = {visitor.rpartition("-")[2] for visitor in wanted.visitors}
    if occasion.visitor is None:
        bare = occasion.first is None and occasion.last is None and occasion.country in wanted.places
        return bare and bool(wanted.dates) and len(surnames) == 1 and wanted.ahead == is_planned(occasion)
    if occasion.visitor.rpartition("-")[2] not in surnames:
        return False
    bare = occasion.first is None and occasion.last is None
    told = bare and bool(wanted.dates) and occasion.known and wanted.mention.determiner in {"indefinite", "none"}
    where = occasion.city or occasion.country
    there = where is not None and where in wanted.places and (bare or not wanted.dates)
    return (told or there) and (not occasion.future or wanted.ahead == is_planned(occasion))


def clashes(
    occasion: Occasion,
    mention: EventMention,
    dates: Sequence[DateMention],
    places: Sequence[str],
    known: Mapping[str, tuple[str, str | None]],
    edge: str = "",
) -> bool:
    """Tell whether what a mention says of itself speaks against an occasion.

    `edge` says that its day is the first or the last one: `begin`, `finish`.
    """
    if mention.type is not None and not compatible(occasion, mention):
        return True
    if mention.ordinal and occasion.ordinal and mention.ordinal != occasion.ordinal:
        return True
    mine, theirs = stage(mention.noun, mention.words), stage(occasion.noun, occasion.words)
    if mention.type == occasion.type == "Ceremony" and mine and theirs and not mine & theirs:
        return True
    if mention.days and occasion.days and mention.days != occasion.days:
        return True
    scopes = load_words("national-or-regional")
    if scopes & mention.words and scopes & occasion.words and not scopes & mention.words & occasion.words:
        return True
    if occasion.first and any(not touches(occasion, d) and not widens(occasion, d, edge) for d in dates[:1]):
        return True
    cities = [p for p in places if known.get(p, ("", None))[0] == "City"]
    if occasion.city and cities and occasion.city not in cities:
        return True
    where = {p: known.get(p, ("", None)) for p in places}
    countries = [c if kind == "City" else p for p, (kind, c) in where.items() if kind in {"City", "Country"}]
    return bool(occasion.country and countries and occasion.country not in countries)


def touches(occasion: Occasion, date: DateMention) -> bool:
    """Tell whether a date can belong to an occasion whose dates are known; one that is open at an end may run on."""
    first, last = occasion.first or occasion.last, occasion.last or occasion.first
    if first is None or last is None:
        return True
    if occasion.last is None and len(first) == len(date.last) == 10:
        return first <= date.last <= shift(first, LONGEST) or date.first <= first <= date.last
    if occasion.first is None and len(last) == len(date.first) == 10:
        return shift(last, -LONGEST) <= date.first <= last or date.first <= last <= date.last
    size = min(len(first), len(date.first), len(last), len(date.last))
    return first[:size] <= date.last[:size] and date.first[:size] <= last[:size]


LONGEST = 27
"""Days that a conference may last, at the most, where only its opening or its close is told."""
