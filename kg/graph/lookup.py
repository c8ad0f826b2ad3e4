"""Find a thing by what people call it: its IRI, a prefixed name, a name, an acronym or a code."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from kg.errors import QueryError, VocabularyError
from kg.graph.sparql import read_report
from kg.graph.vocab import NAMESPACE, compact, expand
from kg.model import BASE, fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.store import Graph

KINDS_OF = {
    "actor": ("state", "organization", "person"),
    "place": ("city", "country", "region"),
}
"""Kinds of things that a parameter of this name takes; any other name of a kind takes that kind."""

_MOST_MEANT = 3
_MOST_SHOWN = 8


def find_things(graph: Graph, name: str, kinds: tuple[str, ...] = ()) -> list[str]:
    """Find the IRIs that a name may mean, the best kind of name first: label, code, other name.

    Of several things only those of the best kind of name are given. `kinds` limits the search to IRIs of these kinds.
    Where none are asked for, a name that a State shares with its country means the State.
    """
    wanted = fold(name)
    found: dict[int, set[str]] = {}
    for rank, thing, label in _list_names(graph, kinds):
        if fold(label) == wanted and (wanted or label == name):
            found.setdefault(rank, set()).add(thing)
    best = found[min(found)] if found else _find_by_code(graph, name, kinds)
    if not kinds:
        best -= {thing.replace(f"{BASE}state/", f"{BASE}country/") for thing in best if _is_of(thing, ("state",))}
    return sorted(best)


def _find_by_code(graph: Graph, name: str, kinds: tuple[str, ...]) -> set[str]:
    """Find what the last part of an IRI names, among things of some kinds: `Ottawa` for `treaty:ottawa`."""
    wanted = {f"{BASE}{kind}/{slug(name)}" for kind in kinds}
    return wanted & {thing for _, thing, _ in _list_names(graph, kinds)} if slug(name) else set()


def _list_names(graph: Graph, kinds: tuple[str, ...]) -> Iterator[tuple[int, str, str]]:
    """Yield how good a name is, what it names, and the name itself, for all things of some kinds."""
    for rank, thing, label in graph.select(read_report("lookup-names")):
        if _is_of(thing.value, kinds):
            yield int(rank.value), thing.value, label.value


def find_thing(graph: Graph, name: str, kinds: tuple[str, ...] = ()) -> str:
    """Find the one IRI that a name means; QueryError where there is none, or more than one."""
    if not name.strip():
        raise QueryError("an empty name", "nothing is called so; give an IRI, a label, another name or a code")
    iri = to_iri(name)
    if iri:
        return iri
    found = find_things(graph, name, kinds)
    if not found:
        sort = f" among {', '.join(kinds)}" if kinds else ""
        near = _find_near(graph, name, kinds)
        hint = f"did you mean {' or '.join(near)}?" if near else "give an IRI, a label, another name or a code"
        raise QueryError(name, f"nothing has this name{sort}; {hint}")
    if len(found) > 1:
        more = ", ..." if len(found) > _MOST_SHOWN else ""
        raise QueryError(name, f"several things have this name: {', '.join(map(compact, found[:_MOST_SHOWN]))}{more}")
    return found[0]


def tell_namesakes(graph: Graph, name: str, chosen: str, kinds: tuple[str, ...] = ()) -> str:
    """Say what else a name may mean than the thing that was chosen for it, and how to ask for that; empty for nothing.

    Besides what has the very name, that is a treaty that goes by the name of a place (`Ottawa`, of the Ottawa
    Convention), and, where the name is not the label of what was chosen, States of whose names it is a part (`Congo`).
    """
    if to_iri(name):
        return ""
    names = [row for row in _list_names(graph, kinds) if not row[1].startswith(NAMESPACE)]
    wanted = fold(name)
    plain = any((rank, thing, fold(label)) == (0, chosen, wanted) for rank, thing, label in names)
    found = {thing for _, thing, label in names if fold(label) == wanted}
    if _is_of(chosen, ("city", "region")):
        found |= {thing for _, thing, label in names if _is_of(thing, ("treaty",)) and _goes_by(wanted, thing, label)}
    if not plain:
        found |= {
            thing for _, thing, label in names if _is_of(thing, ("state",)) and f" {wanted} " in f" {fold(label)} "
        }
    lands = {one.replace(f"{BASE}state/", f"{BASE}country/") for one in (*found, chosen) if _is_of(one, ("state",))}
    found -= {chosen, *lands}
    labels = {thing: label for rank, thing, label in reversed(names) if rank == 0}
    told = [f"{compact(thing)} ({labels.get(thing, name)})" for thing in sorted(found)[:_MOST_SHOWN]]
    more = ", ..." if len(found) > _MOST_SHOWN else ""
    return (
        f"{name} is taken for {compact(chosen)}; for what else it may mean give {', '.join(told)}{more}" if told else ""
    )


def _goes_by(wanted: str, treaty: str, label: str) -> bool:
    """Tell whether a treaty is called so by the last part of its IRI, or by its name without the last word."""
    return treaty.rpartition("/")[2] == slug(wanted) or fold(label).rpartition(" ")[0] == wanted


def _find_near(graph: Graph, name: str, kinds: tuple[str, ...]) -> list[str]:
    """List three things that may have been meant, by the shortest names that hold all of it, or that look like it."""
    spelled = {fold(label): (thing, label) for _, thing, label in sorted(_list_names(graph, kinds), reverse=True)}
    longer = sorted((key for key in spelled if f" {fold(name)} " in f" {key} "), key=lambda key: (len(key), key))
    near: dict[str, str] = {}
    for key in longer or difflib.get_close_matches(fold(name), sorted(spelled)):
        near.setdefault(*spelled[key])
    return list(near.values())[:_MOST_MEANT]


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
