"""Proper names and quoted titles of events: where they begin and end around the event's noun."""

import re

from kg.extract.events.eventnoun import EDITIONS, pluralize
from kg.extract.words.wordclass import load_words
from kg.model import Span

_QUOTE = re.compile(
    r"\s*,?\s*(?:(?:entitled|titled|called|named|dubbed|under the (?:title|theme|slogan|motto)(?: of)?"
    r"|on the (?:theme|topic|subject)(?: of)?|with the (?:title|theme)|on the theme|on)\s*,?:?\s*)?"
    r"[\"“„«']\s*([^\"”“»\n]{6,220}?)\s*[\"”“»'](?!\w)"
)
_APPOSITION = re.compile(
    r"\s*,\s+((?:[A-Z][\w’'-]*|the|a|an)"
    r"(?:[ \n](?:[A-Z][\w’'-]*|of|on|for|the|and|a|an|to|in|as|with|&)){2,14}),"
    r"(?=\s+(?:was|is|were|took|held|has|had|will|brought|convened|opened|organi[sz]ed|hosted))"
)
_RIGHT = re.compile(
    r"(?:[ \n]+(?:of|on|for|to|in|the|and|with|against|about|between|towards|at|a|an|de|&|[-–—:]|from))*"
    r"[ \n]+(?!(?<=\n)\w+:)(?:[A-Z0-9][\w’'/-]*|the)"  # not the label of the next line
)
_CALLED = re.compile(r"[ \n]+(?:[A-Z][a-z]+|[A-Z]{3,})\b")
_BRACKET = re.compile(r"\s*\(([A-Z][A-Za-z0-9/-]{1,14}|\d{1,2}[A-Z]{2,6})\)")
_HOUSE = re.compile(
    r"[ \n]+in[ \n]+(?:the[ \n]+)?(?:[A-Z][\w.’'-]*[ \n]+){0,6}"
    r"(?:Cent(?:re|er)|Hall|Palace|Hotel|Building|Room|House|Chamber|Auditorium|Museum|Library|Castle|Barracks|Club|Theatre)\b"
)
"""In whose rooms an event was, behind its name: "in the Eduardo Mondlane Hall"."""
_LEAD = re.compile(r"(?:the|a|an|this|that|its|their|another|our|his|her)\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"\. ?\d+")
"""What stands behind "Meeting No" in a series whose meetings are counted."""
CALENDAR = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_BODY = re.compile(
    r"\b(?:Cent(?:re|er)|Agency|Institute|School|University|Fund|Journal|Ministry|Secretariat|Foundation|Association"
    r"|Programme Office)\b"
    r"|^(?:National|Peoples?['’]s)\s+Congress\b|\bCongress\s+of\s+(?:the\s+Republic|Deputies)\b"
)


def read_name(
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
    called = text[head[0] : head[1]].casefold() in load_words("called-before") and _CALLED.match(text, head[1])
    if capital and (before or called or text[head[1] : head[1] + 3] in {" of", " on", " fo"}):
        end = _walk_right(text, head[1], sentence.end, towns)
        start = begin
        first = _LEAD.match(text, begin, head[0])
        if first:
            start = first.end()
        proper = text[start:end]
        while (lower := re.match(r"[a-z][\w-]*\s+", proper)) and not proper.split()[0].istitle():
            proper = proper[lower.end() :]
        if len(proper.split()) > 1:
            number = _NUMBERED.match(text, end, sentence.end) if proper.endswith(" No") else None
            end = number.end() if number is not None else end
            name = _clean(proper + number.group() if number is not None else proper)
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
    return bool(words) and words[0][0].isupper()


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
        if ("\n" in piece or {"in", "at", "from", "to"} & set(lead)) and match.end() - len(word) in towns:
            return end
        if lead and lead[-1] in {"in", "at", "from"} and end - at < 4:
            return end
        if {"at", "from"} & set(lead) or ("in" in lead and _HOUSE.match(text, end, limit)):
            return end
        if word == "the":
            following = re.match(r"[ \n]+[A-Z]", text[match.end() : match.end() + 4])
            if not following:
                return end
        if re.fullmatch(r"\d{1,3}(?:[-–/]\d{1,2})?", word) or re.fullmatch(CALENDAR, word):
            return end
        if word in {"The", "It", "He", "She", "Its", "This", "A", "An"}:
            return end
        end = match.end()


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" ,;:.\"“”„'’-–")


def is_plain(name: str, noun: str) -> bool:
    """Tell whether a capitalised phrase only describes: "Regional Workshop", "Second Training Course".

    >>> is_plain("Regional Workshop", "workshop"), is_plain("Okinawa Workshop", "workshop")
    (True, False)
    """
    if noun == "review conference" or " of " in noun:
        return False
    words = set(re.findall(r"[\w-]+", name.casefold())) - set(noun.split()) - set(pluralize(noun).split())
    return all(word in load_words("event-modifiers") or word in EDITIONS for word in words)


def is_body(name: str, noun: str = "") -> bool:
    """Tell whether a name is that of an institution, and not of an event of one, if it has the noun of an event.

    >>> is_body("Conference Centre", "conference"), is_body("Summit of the Association of Towns", "summit")
    (True, False)
    """
    body = _BODY.search(name)
    return body is not None and not (noun and re.search(rf"(?i:{noun})s? (?:of|for|at) ", name[: body.start()]))
