"""Which of a text's full names of persons are those of one person."""

import re
from collections.abc import Sequence

from kg.extract.actors.person import Person
from kg.extract.words.wordclass import load_words
from kg.model import fold


def merge_persons(persons: Sequence[Person]) -> dict[int, int]:
    """Tell which persons are the same: from the number of each to the number of the fullest name.

    A shorter name is the same person where only one fuller name holds all its words; a single word must be
    the first or last of the fuller name, or the one before the last, by which Spanish names are cut short.
    """
    tokens = [_tokens(person.name) for person in persons]
    order = sorted(range(len(persons)), key=lambda i: (-len(tokens[i]), -len(persons[i].name), persons[i].begin))
    fullest: list[int] = []
    same: dict[int, int] = {}
    by_name: dict[tuple[str, ...], int] = {}
    by_edge: dict[str, list[int]] = {}
    for i in order:
        if tokens[i] in by_name:
            same[i] = by_name[tokens[i]]
            continue
        candidates = sorted({k for token in tokens[i][-1:] + tokens[i][:1] for k in by_edge.get(token, ())})
        fitting = [k for k in candidates if _is_short_for(tokens[i], tokens[k], persons[i], persons[k])]
        if len(tokens[i]) == 1:
            last = [k for k in fitting if tokens[k][-1] == tokens[i][0]]
            first = [k for k in fitting if tokens[k][0] == tokens[i][0]]
            fitting = last or first or fitting
        if len(fitting) == 1:
            same[i] = fitting[0]
        elif len(fitting) > 1 and len(tokens[i]) == 1:
            earlier = [k for k in fitting if persons[k].begin < persons[i].begin] or fitting
            same[i] = max(earlier, key=lambda k: persons[k].begin)
        else:
            same[i] = i
            fullest.append(i)
            for token in {tokens[i][0], *tokens[i][-2:]} if tokens[i] else set():
                by_edge.setdefault(token, []).append(i)
        by_name[tokens[i]] = same[i]
    return same


_INNER = re.compile(r"(?<=\w)'(?=[a-z])")
"""The apostrophe of "Ra'ad", which others leave out."""
_INITIALS = re.compile(r"(?:[^\W\d_]\b[. ]*)+")


def _tokens(name: str) -> tuple[str, ...]:
    folded = fold(_INNER.sub("", name.lstrip("@").replace("_", " ").replace("-", "\u2010")))
    return tuple(token for token in folded.split() if len(token) > 1) or tuple(folded.split())


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...], one: Person, other: Person) -> bool:
    if len(short) >= len(full) or not set(short) <= set(full) or _is_of_other_initial(one.name, full):
        return False
    if len(short) + 1 < len(full) and full[-1 - len(short) : -1] == short:
        return not one.royal  # "General Prats" for "Carlos Prats González"
    if len(short) == 1:
        first = _is_first_surname(short, full, one)
        return not (one.royal and not other.royal) and (short[0] == full[-1] or short[0] == full[0] or first)
    return short[-1] == full[-1] or short[0] == full[0] or _is_first_surname(short, full, one)


def _is_of_other_initial(name: str, full: tuple[str, ...]) -> bool:
    """Tell whether the initials before a surname are none of a full name's: "M. J. Prior" is no "Alan Prior"."""
    initials = _INITIALS.match(name)
    letters = {fold(letter) for letter in initials[0] if letter.isalpha()} if initials is not None else set()
    return bool(letters) and letters.isdisjoint(token[0] for token in full[:-1])


def _is_first_surname(short: tuple[str, ...], full: tuple[str, ...], one: Person) -> bool:
    """Tell whether a name behind a title or post is the first of two surnames: "Minister del Valle"."""
    particles = load_words("name-particles")
    bare = tuple(token for token in short if token not in particles)
    called = bool(one.titles) or one.before is not None
    return called and len(bare) == 1 and len(full) > len(short) + 1 and full[-1 - len(short) : -1] == short
