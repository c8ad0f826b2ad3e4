"""The nouns that name events, read from `ontology/patterns/events.ttl`, and the numbers that stand before them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.phrases.pattern import load_rows
from kg.extract.words.numeral import NUMBERS, ORDINALS, ROMAN
from kg.extract.words.wordclass import join_words, load_words


def _list_ordinals() -> Iterator[tuple[str, int]]:
    """Yield the ordinals up to 99, in words, in figures and, the smaller ones, in Roman figures."""
    yield "inaugural", 1
    yield from ORDINALS.items()
    for number in range(1, 100):
        teen = number // 10 == 1
        yield f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}", number
    yield from ROMAN.items()


EDITIONS = dict(_list_ordinals())
"""Words that number an event within its series."""
NTH = "|".join(sorted(word for word in EDITIONS if len(word) > 3 or word[0].isdigit()))
ORDINAL = rf"(?:{NTH}|next|latest|last)"
"""Patterns for an ordinal, and for what stands for one."""
_DURATION = re.compile(r"(?:(\w+)-(day|week)(?:-long)?|(day|week)-?long)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventNoun:
    """One form of a noun that names events."""

    type: str | None
    """Local name of the class of event; None for nouns that fit any ("gathering")."""
    weak: bool
    """Whether the noun often means something else: talks, a session."""
    placed: bool = False
    """Whether it means an event only with its town and day right behind: "a panel in Lima on 3 May"."""
    singular: str
    plural: bool


@lru_cache
def load_nouns() -> tuple[re.Pattern[str], Mapping[str, EventNoun], frozenset[str]]:
    """Give the expression that finds event nouns in a text of lower case, what they mean, and their first words."""
    nouns: dict[str, EventNoun] = {}
    for row in load_rows("events").values():
        weak, placed, kind = "weak" in row, "placed" in row, row["eventType"][0]
        for word in (word for words in row.get("nouns", ()) for word in words.split("|")):
            nouns.setdefault(word, EventNoun(type=kind, weak=weak, placed=placed, singular=word, plural=False))
            # "talks", "intersessional meetings" name one event
            plural = (" of " in word or not word.endswith("s")) and pluralize(word) not in load_words("plural-events")
            nouns.setdefault(
                pluralize(word), EventNoun(type=kind, weak=weak, placed=placed, singular=word, plural=plural)
            )
    for word in load_words("generic-events"):
        nouns.setdefault(word, EventNoun(type=None, weak=False, singular=word, plural=False))
        nouns.setdefault(pluralize(word), EventNoun(type=None, weak=False, singular=word, plural=True))
    return (
        re.compile(rf"(?<![\w@-]){join_words(nouns)}(?![\w-])"),
        nouns,
        frozenset(word.split()[0] for word in nouns),
    )


def pluralize(noun: str) -> str:
    """Give the plural of an event noun.

    >>> pluralize("ceremony"), pluralize("meeting of states parties")
    ('ceremonies', 'meetings of states parties')
    """
    if noun == "symposium":
        return "symposia"
    if noun.endswith("s") and " of " not in noun:
        return noun
    head, of, rest = noun.partition(" of ")
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies" + of + rest
    return head + "s" + of + rest


def read_days(word: str) -> int | None:
    """Read how many days a word like "two-day" or "week-long" means; None for other words.

    >>> read_days("three-day"), read_days("week-long"), read_days("regional")
    (3, 7, None)
    """
    match = _DURATION.match(word)
    if not match:
        return None
    number, unit, bare = match.groups()
    if bare:
        return 7 if bare.lower() == "week" else 1
    count = NUMBERS.get(number.lower()) or (int(number) if number.isdigit() else None)
    return count * (7 if unit.lower() == "week" else 1) if count and count < 60 else None


def read_ordinal(words: list[str]) -> int | None:
    """Read the number of an event from the words before its noun: "Third", "22nd", "II.".

    >>> read_ordinal(["Twenty-Second"]), read_ordinal(["II."]), read_ordinal(["41st"]), read_ordinal(["regional"])
    (22, 2, 41, None)
    """
    for word in words:
        plain = word.casefold().rstrip(".")
        if plain in EDITIONS and not (len(plain) == 1 and word.islower()):
            return EDITIONS[plain]
    return None
