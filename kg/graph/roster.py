"""The record as a table: one row for every State and treaty, with the status on a day."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import VocabularyError
from kg.graph.vocab import expand
from kg.model import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.graph.standing import Name, Record, Standing, Status


class Row(NamedTuple):
    """How one State stands towards one treaty."""

    state: str
    iso3: str | None
    treaty: str
    status: Status
    since: str | None
    """The first day, month or year of that status; None where there was never another."""
    standing: Standing
    """Finer than the status: `bound` has consented but is not a party yet, `leaving` is a party that gave notice."""


def roster(record: Record, day: str, *, state: str | None = None, treaty: str | None = None) -> Iterator[Row]:
    """List every State's status towards every treaty on a day, or only one State's or one treaty's.

    `state` and `treaty` are any of their names, codes or IRIs; VocabularyError where the record has none such.
    The rows are in the order of the treaties' and then the States' names.
    """
    states = [find(record.states, state, "State")] if state is not None else _by_label(record.states)
    treaties = [find(record.treaties, treaty, "treaty")] if treaty is not None else _by_label(record.treaties)
    for one_treaty in treaties:
        for one_state in states:
            name = record.states[one_state]
            yield Row(
                name.label,
                name.code,
                record.treaties[one_treaty].label,
                record.status(one_state, one_treaty, day),
                record.since(one_state, one_treaty, day),
                record.standing(one_state, one_treaty, day),
            )


def find(named: Mapping[str, Name], text: str, kind: str) -> str:
    """Find the IRI of a State or treaty by any of its names, its code, its IRI or the last part of it.

    Raises VocabularyError, with the nearest name, where nothing is called so.
    """
    for iri in (text, expand(text) if ":" in text and "/" not in text else text):
        if iri in named:
            return iri
    wanted = fold(text)
    keys: dict[str, str] = {}
    for iri, name in sorted(named.items()):
        for other in (name.label, *name.others, iri.rsplit("/", 1)[-1]):
            keys.setdefault(fold(other), iri)
    if wanted in keys:
        return keys[wanted]
    near = difflib.get_close_matches(wanted, sorted(keys), n=1)
    hint = f"; did you mean {named[keys[near[0]]].label}?" if near else ""
    raise VocabularyError(text or "an empty name", f"the record knows no {kind} of this name{hint}")


def _by_label(named: Mapping[str, Name]) -> list[str]:
    return sorted(named, key=lambda iri: (fold(named[iri].label), iri))
