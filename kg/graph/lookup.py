"""Find a thing by what people call it: its IRI, a prefixed name, a name, an acronym or a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QueryError, VocabularyError
from kg.graph.sparql import read_report
from kg.graph.vocab import compact, expand
from kg.model import BASE, fold

if TYPE_CHECKING:
    from kg.graph.store import Graph

KINDS_OF = {
    "actor": ("state", "organization", "person"),
    "place": ("city", "country", "region"),
}
"""Kinds of things that a parameter of this name takes; any other name of a kind takes that kind."""

_MOST_SHOWN = 8


def find_things(graph: Graph, name: str, kinds: tuple[str, ...] = ()) -> list[str]:
    """Find the IRIs that a name may mean, the best kind of name first: label, code, other name.

    Of several things only those of the best kind of name are given. `kinds` limits the search to IRIs of these kinds.
    Where none are asked for, a name that a State shares with its country means the State.
    """
    wanted = fold(name)
    found: dict[int, set[str]] = {}
    for rank, thing, label in graph.select(read_report("lookup-names")):
        if fold(label.value) == wanted and _is_of(thing.value, kinds):
            found.setdefault(int(rank.value), set()).add(thing.value)
    best = found[min(found)] if found else set()
    if not kinds:
        best -= {thing.replace(f"{BASE}state/", f"{BASE}country/") for thing in best if _is_of(thing, ("state",))}
    return sorted(best)


def find_thing(graph: Graph, name: str, kinds: tuple[str, ...] = ()) -> str:
    """Find the one IRI that a name means; QueryError where there is none, or more than one."""
    iri = to_iri(name)
    if iri:
        return iri
    found = find_things(graph, name, kinds)
    if not found:
        sort = f" among {', '.join(kinds)}" if kinds else ""
        raise QueryError(name, f"nothing has this name{sort}; give an IRI, a label, another name or a code")
    if len(found) > 1:
        more = ", ..." if len(found) > _MOST_SHOWN else ""
        raise QueryError(name, f"several things have this name: {', '.join(map(compact, found[:_MOST_SHOWN]))}{more}")
    return found[0]


def to_iri(name: str) -> str | None:
    """Read an IRI, in angle brackets, plain or prefixed; None for anything else.

    >>> to_iri("state:KAZ"), to_iri("<http://example.org/a>"), to_iri("Re: mines")
    ('https://w3id.org/accession-kg/state/KAZ', 'http://example.org/a', None)
    """
    if name.startswith("<") and name.endswith(">"):
        return name[1:-1]
    if name.startswith(("http://", "https://", "urn:")):
        return name
    if ":" in name and not any(c.isspace() for c in name):
        try:
            return expand(name)
        except VocabularyError:
            return None
    return None


def _is_of(iri: str, kinds: tuple[str, ...]) -> bool:
    return not kinds or iri.startswith(tuple(f"{BASE}{kind}/" for kind in kinds))
