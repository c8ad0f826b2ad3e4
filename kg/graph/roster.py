"""The record as a table: one row for every State and treaty, with the status on a day."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.errors import VocabularyError
from kg.graph.vocab import expand
from kg.model import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.graph.standing import Name, Record, Standing, Status

Kind = Literal["State", "treaty"]


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
    states = [find_covered(record, state, "State")] if state is not None else _by_label(record.states)
    treaties = [find_covered(record, treaty, "treaty")] if treaty is not None else _by_label(record.treaties)
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


def find_covered(record: Record, text: str, kind: Kind) -> str:
    """Find the IRI of a State or treaty of which the record tells; VocabularyError where it tells nothing of it.

    That it has no record is told apart from a name that nothing has.
    """
    named = record.states if kind == "State" else record.treaties
    iri = find(known(record, kind), text, kind)
    if iri not in named:
        why = "is no more; the record is of the States of today" if kind == "State" else _no_record(record)
        raise VocabularyError(text, f"{record.beyond[iri].label} {why}; what texts say of it is in --claims")
    return iri


def _no_record(record: Record) -> str:
    return f"is not among the {len(record.treaties)} treaties of the record"


def known(record: Record, kind: Kind) -> dict[str, Name]:
    """Give every State or treaty that has a name, of the record or beyond it."""
    named = record.states if kind == "State" else record.treaties
    return {**named, **{iri: name for iri, name in record.beyond.items() if f"/{kind.lower()}/" in iri}}


def find(named: Mapping[str, Name], text: str, kind: Kind) -> str:
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


def tell_namesakes(named: Mapping[str, Name], text: str, chosen: str) -> str:
    """Say what else a name may mean than the State or treaty that was chosen for it; empty for nothing.

    That is what has the very name, and, where it is not the label of what was chosen, that of which it is a part.
    """
    wanted, names = f" {fold(text)} ", {iri: {fold(one.label), *map(fold, one.others)} for iri, one in named.items()}
    if fold(text) not in names[chosen]:
        return ""
    part = fold(text) != fold(named[chosen].label)
    found = {
        iri for iri, own in names.items() if any(wanted in f" {one} " if part else fold(text) == one for one in own)
    }
    told = [f"{_code(named, iri)} ({named[iri].label})" for iri in sorted(found - {chosen})]
    return (
        f"{text} is taken for {_code(named, chosen)}; for what else it may mean give {', '.join(told)}" if told else ""
    )


def _code(named: Mapping[str, Name], iri: str) -> str:
    return named[iri].code or iri.rpartition("/")[2]


def _by_label(named: Mapping[str, Name]) -> list[str]:
    return sorted(named, key=lambda iri: (fold(named[iri].label), iri))
