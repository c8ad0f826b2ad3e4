"""Persons whose office the whole world knows, so that texts name neither its State nor its body."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.actors.posttitle import name_office
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import BASE, fold


@dataclass(frozen=True, slots=True)
class Known:
    """An office that a well-known person holds or held: of a State, or of a body."""

    state: str | None
    """IRI of the State."""
    body: str | None
    """Label of the body in the reference data."""


def find_known(name: str, position: str) -> Known | None:
    """Give whose office it is that somebody of this name holds, where the name and the office are known together.

    A surname alone does as well, unless it is one that many have.

    >>> find_known("Vladimir Putin", "President"), find_known("Vladimir Putin", "Director")
    (Known(state='https://w3id.org/accession-kg/state/RUS', body=None), None)
    >>> find_known("Lee", "President") is None
    True
    >>> find_known("Blix", "Director-General").body
    'International Atomic Energy Agency'
    """
    short = _short(name)
    if short in load_words("shared-surnames"):
        return None
    title = fold(position)
    head, _, rest = title.partition(" of ")
    title = head if rest.removeprefix("the ") in load_words("own-wholes") else title
    titles = {title, name_office(position) or title} | ({"secretary of state"} if title == "secretary" else set())
    found = {each for title in titles for each in _by_office().get((short, title), ())}
    return next(iter(found)) if len(found) == 1 else None


def _short(name: str) -> str:
    """Reduce a name to its first and last word, as texts leave out what is between: "George W. Bush"."""
    words = fold(name).split()
    return f"{words[0]} {words[-1]}" if len(words) > 1 else "".join(words)


@cache
def _by_office() -> Mapping[tuple[str, str], tuple[Known, ...]]:
    """Give who held an office, by name or surname and office."""
    table: dict[tuple[str, str], tuple[Known, ...]] = {}
    for name, meaning in load_pairs("known-holders").items():
        for part in meaning.split(";"):
            offices, _, place = part.partition("/")
            coded = len(place) == 3 and place.isupper()
            known = Known(f"{BASE}state/{place}" if coded else None, None if coded else place)
            for office in offices.split(","):
                for form in (_short(name), fold(name).split()[-1]):
                    key = form, fold(office)
                    table[key] = (*table.get(key, ()), known)
    return table
