"""Which town a name means that several countries have: one of a country that the text names goes before a namesake."""

from collections.abc import Sequence

from kg.extract.names.entry import Entry, Hit
from kg.extract.names.place import load_capitals

_GREAT = 500_000
"""Inhabitants of a town that is meant wherever a text is from."""
_SMALLER = 0.15
"""The least share of its inhabitants that a namesake at home has."""


def put_own_towns_first(hits: Sequence[Hit]) -> list[Hit]:
    """Give a text's hits with the towns of its own countries first where none of the likeliest's country is named."""
    named = {
        entry.state for hit in hits if (entry := hit.entries[0]).kind in {"State", "Demonym"} or _is_capital(entry)
    }
    return [_put_own_first(hit, named) if len(hit.entries) > 1 else hit for hit in hits]


def _put_own_first(hit: Hit, named: set[str | None]) -> Hit:
    likeliest = hit.entries[0]
    if likeliest.kind != "City" or likeliest.state in named or likeliest.population > _GREAT:
        return hit
    least = likeliest.population * _SMALLER
    own = next((e for e in hit.entries if e.kind == "City" and e.state in named and e.population >= least), None)
    if own is None or any(map(_is_capital, hit.entries)):
        return hit
    return hit._replace(entries=(own, *(e for e in hit.entries if e is not own)))


def _is_capital(entry: Entry) -> bool:
    city = load_capitals().get(entry.state) if entry.kind == "City" and entry.state is not None else None
    return city is not None and city.iri == entry.iri
