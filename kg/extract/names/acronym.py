"""Acronyms: what looks like one, and whether its letters are those of a name."""

import re
from collections.abc import Sequence

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z0-9&/-]*|[A-Z]{2,}[a-z]?")


def is_acronym(word: str) -> bool:
    """Tell whether a word looks like an acronym.

    >>> is_acronym("GICHD"), is_acronym("MoD"), is_acronym("HCR-CTRO"), is_acronym("Mine")
    (True, True, True, False)

    A month cut short is none: "3 SEP".
    """
    return len(word) > 1 and word not in _MONTHS and _ACRONYM.fullmatch(word) is not None


_MONTHS = frozenset("JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC".split())


def initials_fit(acronym: str, words: Sequence[str]) -> bool:
    """Tell whether the letters of an acronym occur, in order, as first letters of the words of a name.

    Small words do not count, and one letter in four may be missing, as in "JOLIG" for a Joint Liaison Group.

    >>> initials_fit("CTDT", ["Centre", "for", "Testing", ",", "Development", "and", "Training"])
    True
    >>> initials_fit("CTDT", ["Ministry", "of", "Defence"])
    False
    """
    letters = [c.lower() for c in acronym if c.isalpha()]
    parts = [part for word in words if word[0].isupper() for part in word.split("-")]
    initials = [part[0].lower() for part in parts if part and part[0].isalpha()]
    if not letters or not initials or letters[0] != initials[0]:
        return False
    at = 0
    for initial in initials:
        at += at < len(letters) and initial == letters[at]
    return at >= max(2, len(letters) - 1 - len(letters) // 4)
