"""Occasions in a report: who was there, in whose words, where, and by which documents."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.network.choice import ROLES
from kg.network.rows import fetch
from kg.network.standing import STANDINGS
from kg.network.tile import place_tiles
from kg.publish.desk import Desk, name_of
from kg.publish.digest import Cited, Country, Link, Occasion, Part, Read, Square
from kg.publish.evidence import anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.network.incidence import Event, Incidence
    from kg.network.rows import Source
    from kg.publish.evidence import Quote


def list_countries(desk: Desk) -> tuple[Country, ...]:
    """List the countries with the occasions held there, those of most first."""
    incidence = desk.network.incidence
    found: dict[str, list[str]] = defaultdict(list)
    for event in incidence.events:
        if event.country:
            found[event.country].append(event.iri)
    rows = [
        Country(
            name=name_of(incidence, iri), code=_code(incidence, iri), anchor=anchor(iri), events=desk.events(events)
        )
        for iri, events in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.events), row.name)))


def list_squares(source: Source) -> tuple[Square, ...]:
    """Give the tile map of all States whose capital's place is known."""
    rows = list(fetch(source, "report-capitals"))
    labels = {code: label for code, label, _, _ in rows}
    tiles = place_tiles({code: (float(longitude), float(latitude)) for code, _, latitude, longitude in rows})
    return tuple(
        Square(code=code, label=labels[code], column=tile.column, row=tile.row) for code, tile in tiles.items()
    )


def _code(incidence: Incidence, iri: str) -> str | None:
    known = incidence.names.get(iri)
    spelled = [iri.rsplit("/", 1)[-1], *(known.names if known else ())]
    return next((name for name in spelled if len(name) == len("KAZ") and name.isupper()), None)


def tell_occasion(desk: Desk, event: Event) -> Occasion:
    """Tell what the documents say of an event."""
    incidence = desk.network.incidence
    place = ", ".join(name_of(incidence, iri) for iri in (event.city, event.country) if iri)
    return Occasion(
        anchor=anchor(event.iri),
        label=event.label,
        types=", ".join(event.types),
        status=event.status,
        start=event.start,
        end=event.end,
        place=place or None,
        treaties=tuple(name_of(incidence, iri) for iri in event.treaties),
        parts=_parts(desk, event),
        mentions=_cited(desk, desk.evidence.mentions.get(event.iri, ())),
    )


def _parts(desk: Desk, event: Event) -> tuple[Part, ...]:
    counts_for, rows, column = desk.counts_for.get(event.iri, {}), desk.rows, desk.columns[event.iri]
    found = []
    for (actor, role), quotes in desk.evidence.parts.get(event.iri, {}).items():
        node = counts_for.get(actor, actor)
        known = desk.whole.directory.get(actor)
        label = known.label if known else actor
        shown = desk.link(node) if node == actor and node in desk.labels else Link(label=label, anchor=anchor(node))
        found.append(
            Part(
                actor=shown if node in desk.labels else Link(label=label, anchor=""),
                role=role,
                stands_for=desk.labels.get(node) if node != actor else None,
                standing=STANDINGS[int(desk.standings[rows[node], column])] if node in rows else "no_state",
                quotes=_cited(desk, quotes),
            )
        )
    return tuple(sorted(found, key=lambda part: (ROLES.index(part.role), part.actor.label, part.actor.anchor)))


def _cited(desk: Desk, quotes: Sequence[Quote]) -> tuple[Cited, ...]:
    documents = desk.evidence.documents
    return tuple(
        Cited(
            document=Link(label=documents[q.document].name, anchor=anchor(q.document)),
            begin=q.begin,
            end=q.end,
            text=q.text,
        )
        for q in quotes
        if q.document in documents
    )


def list_documents(desk: Desk) -> tuple[Read, ...]:
    """List the documents with the occasions that they speak of."""
    events: dict[str, set[str]] = defaultdict(set)
    for event in desk.network.incidence.events:
        for quote in desk.evidence.mentions.get(event.iri, ()):
            events[quote.document].add(event.iri)
    return tuple(
        Read(
            anchor=anchor(iri),
            name=text.name,
            title=text.title,
            issued=text.issued,
            address=text.address,
            events=desk.events(events[iri]),
        )
        for iri, text in sorted(desk.evidence.documents.items(), key=lambda pair: pair[1].name)
    )
