"""Names of known treaties in other words: "the Convention of Ottawa", "the treaty on peaceful nuclear explosions"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.extract.names.lexicon import Lexicon, load_lexicon
from kg.extract.treaties.treatyfind import TreatyFinder, look_up_treaty
from kg.extract.words.wordclass import load_words
from kg.model import Treaty, fold

_PLAIN = re.compile(r"\w+")
_SUBJECT = (
    r"(?<![\w-])(?:{treaty-titles}|{Treaty-titles})\s+(?:{title-links}|about|to)\s+"
    r"(?P<about>\w[\w’'-]*(?:\s+\w[\w’'-]*){0,9})"
)
"""A treaty told by its subject, whatever is written large: "the convention on the prohibition of chemical arms"."""
_PACT = r"(?<![\w-])(?P<name>(?:[\w’'-]+\s+){1,5})(?:pact|accord)(?![\w-])"
"""A known treaty under another noun: "the arms trade pact"."""
_SPACE = re.compile(r"(?<=\s)(?=\w)|\Z")
_LEAD = 12
"""Characters before a noun that hold the word before it."""
_WORD = re.compile(r"[\w’'-]+")


def look_up_reworded(name: str) -> Treaty | None:
    """Give the one known treaty whose name has the same words, whatever their order and the noun among them.

    >>> (look_up_reworded("Convention of Ottawa") or Treaty(iri="", label="")).label
    'Ottawa Convention'
    >>> look_up_reworded("Convention on Kites") is None
    True
    """
    words = fold(name).split()
    if not words or any("protocol" in word for word in words):
        return None
    key, known = _key(words), _index(load_lexicon())
    iri = known.get(key) or known.get(key - load_words("banning-nouns"))
    return Treaty(iri=iri, label=load_lexicon().entry(iri).label) if iri else None


_SAME = {"convention": "treaty", "pact": "treaty", "arms": "weapons"}
"""Words that change places in the names of treaties."""


def _key(words: Iterable[str]) -> frozenset[str]:
    """Give the words that make a name, the noun among them, but not the small ones."""
    plain = (part for word in words for part in _PLAIN.findall(word))
    words = [_SAME.get(word, word).removesuffix("s") for word in plain if word not in load_words("title-inner")]
    return frozenset(word for word in words if word != "a")


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> dict[frozenset[str], str]:
    """Give the treaties that only they go by a set of words; "" where several do."""
    found: dict[frozenset[str], str] = {}
    for entry in lexicon.entries("Treaty"):
        for words in (fold(name).split() for name in lexicon.names(entry.iri)):
            key = _key(words)
            if len(key) > 1 and not any("protocol" in word for word in words):
                found[key] = entry.iri if found.get(key, entry.iri) == entry.iri else ""
    return found


def read_subjects(finder: TreatyFinder) -> None:
    """Read "the treaty on peaceful nuclear explosions" as the one that the reference data names in other words."""
    for match in finder.words.search(_SUBJECT, load_words("treaty-titles")):
        lead = finder.text[max(0, match.start() - _LEAD) : match.start()].lower().split()
        if lead and lead[-1] in load_words("unmade"):
            continue
        ends = [word.end() for word in _WORD.finditer(finder.text, *match.span("about"))]
        for end in reversed(ends):
            known = look_up_reworded(finder.text[match.start() : end]) if finder.is_free(match.start(), end) else None
            if known is not None:
                finder.add(match.start(), end, known, known=True)
                break
    for match in finder.words.search(_PACT, ("pact", "accord")):
        begins = [match.start("name"), *(word.start() for word in _SPACE.finditer(finder.text, *match.span("name")))]
        for begin in begins[:-1]:
            name = finder.text[begin : match.end("name")].strip()
            known = look_up_treaty(f"{name} treaty") or look_up_treaty(f"{name} convention")
            if known is not None and finder.is_free(begin, match.end()):
                finder.add(begin, match.end(), known, known=True)
                break
