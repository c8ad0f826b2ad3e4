"""Agreements that a text tells by where they were signed: "signed the peace agreement in Algiers"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.names.lexicon import Hit, load_lexicon
from kg.extract.treaties.treatyfind import TreatyFinder, look_up_treaty
from kg.extract.words.wordclass import compile_words
from kg.model import BASE, Treaty, slug

_PAPER = (
    r"(?<![\w-])(?i:the|an?|two|three|four)\s+((?:(?i:final|comprehensive|general|peace|new)\s+){0,3})"
    r"((?i:agreements?|accords?|protocols?))(?![\w-])(?!\s+(?:{title-links})\s+(?:the\s+)?[A-Z])"
)
_PLACE = re.compile(r"(?<![\w-])(?:[Ii]n|[Aa]t)\s+(?:the\s+)?([A-Z][\w’'-]+)(\s+[A-Z][\w’'-]+)?")
_NOUN = re.compile(r"\b(?:Agreement|Accord|Protocol|Treaty|Pact)s?\b|\bTreaties\b")
_NOUNS = ("agreement", "agreements", "accord", "accords", "protocol", "protocols")
_SIGNING = ("signed", "signs", "sign", "signing", "initialled", "initialed")


def read_signed_at(finder: TreatyFinder, hits: Sequence[Hit]) -> None:
    """Read an agreement that is signed as the known one of that place, where all States in its names are spoken of."""
    words = finder.words
    near = set(words.sentences_with(_NOUNS)).intersection(words.sentences_with(_SIGNING))
    if not near:
        return
    states = {hit.entries[0].state for hit in hits if hit.entries[0].kind in {"State", "Demonym"}}
    for i in sorted(near):
        sentence = words.sentence(i)
        places = [*_PLACE.finditer(finder.text, sentence.begin, sentence.end)]
        for match in compile_words(_PAPER).finditer(finder.text, sentence.begin, sentence.end) if places else ():
            treaty = next(
                (t for t in _known_at(places, match) if _states_of(t.iri) and _states_of(t.iri) <= states), None
            )
            if treaty is None or not finder.is_free(*match.span()):
                continue
            finder.add(*match.span(), treaty, known=True)
            if match[2][:1].isupper():
                name = " ".join(finder.text[match.start(1) : match.end()].split())
                finder.aliases.setdefault(f"{BASE}treaty/{slug(name)}", treaty)


def _known_at(places: Sequence[re.Match[str]], paper: re.Match[str]) -> Iterator[Treaty]:
    """Yield the treaties that are known by one of the places and the noun of a paper."""
    noun = paper[2].title()
    kinds = ("Peace ", "") if "peace" in paper[1].lower() else ("", "Peace ")
    for place in places:
        for where in (place[1] + (place[2] or ""), place[1]):
            for kind in kinds:
                treaty = look_up_treaty(f"{where} {kind}{noun}")
                if treaty is not None:
                    yield treaty


@cache
def _states_of(iri: str) -> frozenset[str | None]:
    """Give the States in the names of a treaty."""
    names = _NOUN.sub(";", " ; ".join(load_lexicon().names(iri)))  # else the lexicon finds the treaty itself
    hits = load_lexicon().find(names)
    return frozenset(hit.entries[0].state for hit in hits if hit.entries[0].kind in {"State", "Demonym"})
