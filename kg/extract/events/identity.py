"""Whether a mention can speak of an occasion that the text has met before."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extract.dates.dates import DateMention
from kg.extract.events.event import EventMention
from kg.extract.events.occasion import Occasion, shift
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words
from kg.model import fold


def compatible(occasion: Occasion, mention: EventMention) -> bool:
    """Tell whether a noun can speak of an occasion that another noun opened."""
    if mention.noun == "meeting" and occasion.noun in load_words("press-nouns"):
        return False
    if mention.type is None or occasion.generic or mention.type == occasion.type:
        return True
    loose = {"Meeting", "Conference", "Workshop", "Seminar", "Symposium"}
    if has_number(occasion, mention):
        return {mention.type, occasion.type} <= loose
    if occasion.verb and occasion.type == "Meeting" and mention.type in loose | {"Training"}:
        if mention.noun == "conference" and any("/person/" in actor for actor, _, _ in occasion.parties):
            return False  # "she met the President" was none
        return (
            mention.determiner in {"definite", "demonstrative", "possessive"}
            and not mention.name
            and mention.ordinal is None
        )
    if (
        mention.noun in {"meeting", "forum", "discussions", "talks", "consultations", "session", "round table"}
        and occasion.type in loose
    ):
        return mention.determiner in {"definite", "demonstrative"} and not mention.name and mention.ordinal is None
    if {mention.type, occasion.type} == {"Training", "Workshop"}:
        return mention.noun.startswith("training") or occasion.noun.startswith("training")
    return occasion.heading and mention.type in loose and occasion.type in loose


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


def is_wished(mention: EventMention, phrase: Phrase, i: int) -> bool:
    """Tell whether an event is only asked for, offered or thought of: "he declared himself ready for a meeting"."""
    if mention.determiner not in {"indefinite", "none", "another"}:
        return False
    before = " " + " ".join(phrase.line[: phrase.starts[i]].split()[-3:]) + " "
    return any(before.endswith(f" {words} ") for words in load_words("event-wished"))


def is_aside(phrase: Phrase, i: int, mention: EventMention) -> bool:
    """Tell whether a mention stands in a clause beside the point: "Croatia, which organised last year's conference"."""
    words = phrase.line[: phrase.starts[i]].split()
    if i and (mention.words & {"last", "previous", "earlier", "next"} or mention.determiner == "another"):
        return True
    if is_in_post(phrase, i):
        return True
    told = next((k for k in range(len(words) - 1, 0, -1) if words[k] == "that"), 0)
    if told and words[told - 1] in load_words("saying-that"):
        return True
    before = words[-7:]
    for behind, word in pairwise(["", *reversed(before)]):
        if word in {",", ";", "."} or (word in load_words("apart-in-time") and behind[:1] == "E"):
            break  # "after E0 A1 met A2"
        if word in {"which", "who", "whose", "after", "since", "before", "following", "than"}:
            return word != "than" or behind[:1] != "N"  # "more than N0 came to E1"
    return False


def is_part(mention: EventMention, whole: Occasion) -> bool:
    """Tell whether a mention is of a part of the event at hand: "the closing session", "a session on customs"."""
    within = load_words("within-events")
    if mention.noun not in within or mention.name:
        return False
    if mention.determiner == "definite" or mention.heading:
        return {word for word in mention.words if len(word) > 1} <= load_words("event-parts")
    return mention.determiner == "indefinite" and not mention.words and whole.noun not in within


def is_in_post(phrase: Phrase, i: int) -> bool:
    """Tell whether an event only says which post somebody holds: "the President-designate of E0 , A1 ,"."""
    words = phrase.words
    of = i - 2 if i > 2 and words[i - 1] == "the" else i - 1
    if of < 1 or words[of] != "of":
        return False
    post = words[of - 1].removesuffix("-designate").removesuffix("-elect")
    if post not in load_words("post-heads"):
        return False
    named = phrase.marks[i + 2] if i + 2 < len(words) and words[i + 1] == "," else None
    at = of - 3 if words[of - 2] in {"the", "a", "its"} else of - 2
    before = phrase.marks[at - 1] if at > 0 and words[at] == "," else None
    return any(mark is not None and mark.letter == "A" for mark in (named, before))


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
    return False


def _content(name: str) -> frozenset[str]:
    return frozenset(
        w for w in fold(name).split() if w not in {"the", "of", "on", "and", "for", "in", "to", "a", "an", "states"}
    )


def touches(occasion: Occasion, date: DateMention) -> bool:
    """Tell whether a date can belong to an occasion whose dates are known; one that is open at an end may run on."""
    first, last = occasion.first or occasion.last, occasion.last or occasion.first
    if first is None or last is None:
        return True
    if occasion.last is None and len(first) == len(date.last) == 10:
        return first <= date.last <= shift(first, _LONGEST) or date.first <= first <= date.last
    if occasion.first is None and len(last) == len(date.first) == 10:
        return shift(last, -_LONGEST) <= date.first <= last or date.first <= last <= date.last
    size = min(len(first), len(date.first), len(last), len(date.last))
    return first[:size] <= date.last[:size] and date.first[:size] <= last[:size]


_LONGEST = 27
"""Days that a conference may last, at the most, where only its opening or its close is told."""
