"""The sentences behind a network: what each document says of every occasion and of everyone's part in it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.network.rows import compact, fetch, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.network.rows import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document that was read."""

    iri: str
    name: str
    title: str | None = None
    issued: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Quote:
    """Words of a document, and where they stand in it."""

    document: str
    """IRI of the document."""
    begin: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All documents and quotes that a report may show."""

    documents: Mapping[str, Text]
    mentions: Mapping[str, tuple[Quote, ...]]
    """By event."""
    parts: Mapping[str, Mapping[tuple[str, str], tuple[Quote, ...]]]
    """By event, then by actor and role."""


def read_evidence(source: Source) -> Evidence:
    """Read documents, mentions of occasions and statements of roles out of a graph in contract form."""
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for document, prop, value in fetch(source, "report-documents"):
        facts[document].setdefault(prop.rsplit("/", 1)[-1], value)
    mentions: dict[str, set[Quote]] = defaultdict(set)
    for event, document, begin, end, quote in fetch(source, "report-mentions"):
        mentions[event].add(Quote(document=document, begin=int(begin), end=int(end), text=quote))
    parts: dict[str, dict[tuple[str, str], set[Quote]]] = defaultdict(lambda: defaultdict(set))
    for event, actor, role, document, begin, end, quote in fetch(source, "report-roles"):
        parts[event][actor, term(role)].add(Quote(document=document, begin=int(begin), end=int(end), text=quote))
    return Evidence(
        documents={
            iri: Text(
                iri=iri,
                name=known.get("identifier", compact(iri)),
                title=known.get("title"),
                issued=known.get("issued"),
                address=known.get("source"),
            )
            for iri, known in sorted(facts.items())
        },
        mentions={event: tuple(sorted(quotes)) for event, quotes in mentions.items()},
        parts={
            event: {pair: tuple(sorted(quotes)) for pair, quotes in sorted(roles.items())}
            for event, roles in parts.items()
        },
    )


def anchor(iri: str) -> str:
    """Make a name for a place in a page out of an IRI; letters that a link might lose become a hash.

    >>> anchor("https://w3id.org/accession-kg/state/KAZ")
    'state-KAZ'
    """
    short = compact(iri).replace(":", "-", 1)
    plain = re.sub(r"[^A-Za-z0-9_-]", "", short)
    return plain if plain == short else f"{plain}-{hashlib.sha256(iri.encode()).hexdigest()[:8]}"
