"""What stands before the noun of an event: the words that belong to its phrase, and the determiner that opens it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from kg.extract.events.eventnoun import EDITIONS, ORDINAL, read_days
from kg.extract.words.numeral import NUMBERS
from kg.extract.words.wordclass import load_pairs, load_words

_WORD = re.compile(r"\w+(?:[-‐‑'’/]\w+)*(?:\.|(?<=s)['’](?=\s))?|[^\w\s]")
_ROMAN = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{0,3}))\.?$")
_ORDINALS = re.compile(ORDINAL)


def walk_left(text: str, floor: int, at: int, *, capital: bool, joined: bool) -> tuple[int, list[str], str]:
    """Collect what stands before a head noun: where the phrase begins, its modifiers, its determiner.

    `joined`: two words with "and" between them may be its name, "the 1995 Review and Extension Conference".
    """
    column = max((m.end() for m in _COLUMN.finditer(text, max(floor, at - 160), at + 1)), default=floor)
    tokens = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, max(floor, column, at - 160), at)]
    determiners = load_pairs("event-determiners")
    begin, before = at, list[str]()
    pending: list[str] = []
    pending_begin = at
    for k in reversed(range(len(tokens))):
        start, _, token = tokens[k]
        lower = token.casefold()
        again = lower == "such" and k > 0 and _ORDINALS.fullmatch(tokens[k - 1][2].casefold())  # "the last such talks"
        once = lower == "regular" and k > 0 and determiners.get(tokens[k - 1][2].casefold()) in _ONE
        determiner = determiners.get(lower) if not (again or once) else None
        if determiner is not None:
            if lower in load_words("generic-determiners") or (k and tokens[k - 1][2].casefold() == "such"):
                return (pending_begin, pending + before, "generic") if len(pending) <= 4 else (begin, before, "none")
            if len(pending) <= 5:
                return start, pending + before, determiner
            return begin, before, "none"
        if token in {"'s", "’s"} or lower.endswith(("'s", "’s")):
            if len(pending) <= 5:
                return pending_begin, pending + before, "possessive"
            return begin, before, "none"
        counts = lower in NUMBERS and not text.startswith(("days", "weeks"), at)
        links = joined and before and _links(lower, [word for _, _, word in tokens[:k]])
        links = links or (lower == "and" and _says_last(before, tokens[k - 1][2] if k else ""))
        if links or _belongs(token, proper=capital or not (pending or counts)):
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


_ONE = frozenset({"definite", "indefinite", "possessive"})
"""The determiners with which "regular" tells of one event, and not of many: "its regular sitting"."""


def _links(word: str, tokens: Sequence[str]) -> bool:
    """Tell whether a word is an "and" within a name: before it stand an article or nothing, and then only capitals."""
    if word not in {"and", "&"}:
        return False
    name = list(takewhile(lambda token: token[0].isupper() or token[0].isdigit(), reversed(tokens)))
    opener = tokens[-len(name) - 1] if len(name) < len(tokens) else "the"
    return 0 < len(name) <= _JOINED and not _ARTICLES.isdisjoint({opener.casefold(), name[-1].casefold()})


def _says_last(before: Sequence[str], ordinal: str) -> bool:
    """Tell whether two modifiers around an "and" tell of one event: "the third and final session"."""
    return before[:1] != [] and before[0].casefold() in _LAST and ordinal.casefold() in EDITIONS


_LAST = frozenset({"final", "last", "concluding", "closing", "only", "latest"})
_ARTICLES = frozenset({"the", "a", "an", "this"})
_JOINED = 4
"""Words of a name before its "and"."""
_COLUMN = re.compile(r"\S[ \t]{3,}(?=\S)")
"""The blanks before a new column of a table."""


def _belongs(token: str, *, proper: bool) -> bool:
    """Tell whether a word before an event noun is surely part of its phrase."""
    lower = token.casefold()
    plain = lower.rstrip(".")
    if plain in load_words("event-modifiers") or plain in EDITIONS or read_days(lower) is not None:
        return True
    if proper and token[0].isupper():
        return True
    return bool(_NUMBER.fullmatch(token) or _ROMAN.fullmatch(token))


def _may_modify(token: str) -> bool:
    """Tell whether a word in lower case may stand between a determiner and an event noun."""
    lower = token.casefold()
    if not token.rstrip("'’").isalpha() and "-" not in token:
        return False  # "a dog handlers' course"
    return all(lower not in load_words(name) for name in ("prepositions", "event-stops", "headline-verbs"))


_NUMBER = re.compile(r"\d{4}|\d{1,2}(?:st|nd|rd|th)|#\w+")
