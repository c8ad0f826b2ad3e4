"""Persons, towns and phrases that share a name with a place, told apart by the words around it.

The lists are data: `ontology/reference/not-places.txt`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.errors import VocabularyError
from kg.extract.words.spelling import fold_names
from kg.extract.words.wordclass import load_words
from kg.model import fold
from kg.resources import folder

_SECTIONS = (
    "never", "weak", "given", "place or given", "state or given", "surname", "nothing", "ambiguous", "near Georgia"
)  # fmt: skip
_WORD_BEHIND = re.compile(r" (?:[A-Z]\. )?([A-Z][\w']*)")
_INITIAL = re.compile(r"(?<![.\w])[A-Z][a-z]*\.? [A-Z]\. $|(?<=[a-z,] )[A-Z]\. $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesakes:
    """What names of places may be instead."""

    never: frozenset[str]
    """Towns that are never read as such."""
    weak: frozenset[str]
    """Towns that are read only where a place is expected."""
    given: frozenset[str]
    place_or_given: frozenset[str]
    state_or_given: frozenset[str]
    """States whose names are so common as given names that a lone surname behind them makes a person."""
    surname: frozenset[str]
    nothing: tuple[str, ...]
    """Phrases in which the name of a place is only a part."""
    ambiguous: frozenset[str]
    near_georgia: tuple[re.Pattern[str], re.Pattern[str]]
    """What stands right before and right behind the Georgia of the United States."""

    def is_person(self, plain: str, begin: int, end: int) -> bool:
        """Tell whether the name between two offsets of a folded text is part of a person's name.

        >>> text = "Michael Jordan flew to Jordan with Jordan Peterson and Dr. Jordan."
        >>> [read_namesakes().is_person(text, m.start(), m.end()) for m in re.finditer("Jordan", text)]
        [True, False, True, True]
        >>> read_namesakes().is_person("Chad Brown spoke", 0, 4), read_namesakes().is_person("Chad Basin", 0, 4)
        (True, False)
        """
        before = plain[max(0, begin - 24) : begin]
        word = before[before.rfind(" ", 0, -1) + 1 : -1] if before.endswith(" ") else ""
        if word in self.given or (word.istitle() and word.rstrip(".").lower() in load_words("forms-of-address")):
            return True
        if plain[begin:end] not in self.place_or_given:
            return False
        if _INITIAL.search(before):
            return True
        behind = _WORD_BEHIND.match(plain, end)
        if behind is None or behind[1] in self.surname:
            return behind is not None
        alone = _WORD_BEHIND.match(plain, behind.end()) is None and behind[1].istitle()
        return alone and plain[begin:end] in self.state_or_given and behind[1].lower() not in _named_things()

    def is_georgia_of_the_states(self, plain: str, begin: int, end: int) -> bool:
        """Tell whether Georgia stands among places of the United States.

        >>> read_namesakes().is_georgia_of_the_states("in Atlanta, Georgia", 12, 19)
        True
        """
        before, behind = self.near_georgia
        return bool(before.search(plain[max(0, begin - 30) : begin]) or behind.match(plain[end : end + 30]))


@lru_cache
def _named_things() -> frozenset[str]:
    """Give the words that make a thing or a body of the State before them: "Jordan Valley", "Georgia Police"."""
    classes = "title-words body-heads government-heads society-heads unit-heads shy-heads national-words function-words"
    return frozenset[str]().union(*map(load_words, classes.split()))


@lru_cache
def read_namesakes() -> Namesakes:
    """Read the lists; VocabularyError names the line of a name outside the known sections."""
    path = folder("ontology") / "reference" / "not-places.txt"
    sections = _read_sections(path)
    near = "|".join(re.escape(name) for name in sections["near Georgia"])
    return Namesakes(
        never=frozenset(sections["never"]),
        weak=frozenset(sections["weak"]),
        given=frozenset(sections["given"]),
        place_or_given=frozenset(sections["place or given"]),
        state_or_given=frozenset(sections["state or given"]),
        surname=frozenset(sections["surname"]),
        nothing=sections["nothing"],
        ambiguous=frozenset(sections["ambiguous"]),
        near_georgia=(
            re.compile(rf"\b(?:{near}),?(?: and| or)? $"),
            re.compile(rf"(?:,| \(|,? and|,? or) ?(?:the )?(?:{near})(?!\w)"),
        ),
    )


def _read_sections(path: Path) -> dict[str, tuple[str, ...]]:
    sections: dict[str, list[str]] = {section: [] for section in _SECTIONS}
    section = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = line.strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            if section not in sections:
                raise VocabularyError(f"{path.name}, line {number}", f"no section [{section}] is known")
            sections[section] += [name.strip() for name in line.split(",") if name.strip()]
    return {section: tuple(fold_names(names)) for section, names in sections.items()}


def is_given_name(word: str) -> bool:
    """Tell whether a word is, or with a hyphen begins as, a name that persons are given.

    >>> is_given_name("Jean-Marc"), is_given_name("Mine")
    (True, False)
    """
    return fold(word) in _list_given_names() or fold(word.partition("-")[0]) in _list_given_names()


@lru_cache
def _list_given_names() -> frozenset[str]:
    return load_words("given-names") | frozenset(map(fold, read_namesakes().given))
