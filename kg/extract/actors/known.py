"""Persons whose office the whole world knows, so that texts name neither its State nor its body."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.actors.posttitle import name_office
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import BASE, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extract.actors.person import Person


@dataclass(frozen=True, slots=True)
class Known:
    """An office that a well-known person holds or held: of a State, or of a body."""

    state: str | None
    """IRI of the State."""
    body: str | None
    """Label of the body in the reference data."""
    names: frozenset[str] = field(default=frozenset(), compare=False)
    """Full names of those who held it under the name that is asked for."""


def find_known(name: str, position: str) -> Known | None:
    """Give whose office it is that somebody of this name holds, where the name and the office are known together.

    A surname alone does as well, unless it is one that many have.

    >>> find_known("Vladimir Putin", "President").state, find_known("Vladimir Putin", "Director")
    ('https://w3id.org/accession-kg/state/RUS', None)
    >>> find_known("Lee", "President") is None
    True
    >>> find_known("Blix", "Director-General").body
    'International Atomic Energy Agency'
    """
    short = _short(name)
    first, _, last = short.rpartition(" ")
    if len(first) < 2 and last in load_words("shared-surnames"):
        return None
    title = fold(position)
    head, _, rest = title.partition(" of ")
    title = head if rest.removeprefix("the ") in load_words("own-wholes") else title
    titles = {title, name_office(position) or title} | ({"secretary of state"} if title == "secretary" else set())
    found = [each for title in sorted(titles) for each in _by_office().get((short, title), ())]
    if len(set(found)) != 1:
        return None
    return replace(found[0], names=frozenset[str]().union(*(each.names for each in found)))


def list_ruled_out(name: str, position: str) -> set[str]:
    """List the States all of whose holders of an office are known, where nobody of this name is one of them.

    >>> list_ruled_out("Ana Lima", "Prime Minister"), list_ruled_out("Boris Johnson", "Prime Minister")
    ({'https://w3id.org/accession-kg/state/GBR'}, set())
    """
    title = fold(position)
    codes = load_pairs("complete-offices").get(title, "").split()
    surname = fold(name).split()[-1:]
    held = {known.state for known in _by_office().get((surname[0], title), ())} if codes and surname else set()
    return {state for state in (f"{BASE}state/{code}" for code in codes) if state not in held}


def find_full_name(person: Person) -> str | None:
    """Give the full name of a well-known person whom a post and a surname, alone or with an initial, name.

    Where two of that surname held the office, or the office is told to be of another State or a body, nobody is meant.
    """
    head, _, _ = person.name.rpartition(" ")
    if len(head) > 2 or person.royal:
        return None
    for post in (*person.earlier, *((person.before,) if person.before is not None else ()), *person.behind):
        known = find_known(person.name, post.position)
        state = post.state or person.state
        if known is None or len(known.names) != 1 or post.reference is not None:
            continue
        if state in {None, known.state} and (known.body is not None or (post.body or person.body) is None):
            return min(known.names)
    return None


def list_known_names(person: Person) -> Iterator[str]:
    """Yield the full names by which the world knows the holder of an office whom a text calls by more or formal names.

    "President Mohamed Hosni Mubarak" is Hosni Mubarak, "President William J. Clinton" is Bill Clinton.
    """
    given, _, last = person.name.rpartition(" ")
    for post in (*person.earlier, *((person.before,) if person.before is not None else ()), *person.behind):
        known = find_known(last, post.position) if len(given) > 2 else None
        if known is not None and len(known.names) == 1 and (post.state or person.state) in {None, known.state}:
            name = min(known.names)
            called = fold(name).split()[0]
            written = fold(given).split()
            if called in {word for each in written for word in (each, load_pairs("pet-names").get(each))}:
                yield name


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
            known = Known(f"{BASE}state/{place}" if coded else None, None if coded else place, frozenset({name}))
            for office in offices.split(","):
                for form in _forms(name):
                    key = form, fold(office)
                    table[key] = (*table.get(key, ()), known)
    return table


def _forms(name: str) -> Iterator[str]:
    """Yield the forms in which a holder is found: reduced, the surname alone, and with an initial."""
    words = fold(name).split()
    yield from (_short(name), words[-1], f"{words[0][0]} {words[-1]}")
