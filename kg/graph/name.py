"""The IRIs of things, made from what tells them apart: never from counters, clocks or the order of reading."""

import hashlib
from collections.abc import Iterable

from kg.model import BASE, StatusClaim, TreatyAction, slug


def digest(*parts: str | None) -> str:
    """Make a short name out of identifying facts.

    >>> digest("a", None) == digest("a", None), digest("a", "b") == digest("ab", "")
    (True, False)
    """
    return hashlib.sha256("\x1f".join([part or "" for part in parts]).encode()).hexdigest()[:12]


def name_statement(kind: str, *parts: str | None) -> str:
    """Name a statement of a kind by what it says."""
    return f"{BASE}{kind}/{digest(*parts)}"


def name_claim(event: str, name: str, value: str) -> str:
    """Name the claim that an event has a value."""
    return name_statement("claim", event, name, value)


def name_participation(event: str, actor: str, role: str) -> str:
    """Name the participation of an actor in an event."""
    return name_statement("participation", event, actor, role)


def name_affiliation(person: str, position: str | None, organization: str | None, state: str | None) -> str:
    """Name the fact that a person holds a post."""
    return name_statement("affiliation", person, position, organization, state)


def name_action(action: TreatyAction) -> str:
    """Name a treaty action as texts report it."""
    return f"{BASE}action/{digest(action.type, action.state, action.treaty, action.status, action.date)}"


def name_status_claim(claim: StatusClaim) -> str:
    """Name a claim about the standing of a State."""
    return f"{BASE}claim/{digest(claim.state, claim.treaty, claim.status, claim.as_of)}"


def name_documents(identifiers: Iterable[str]) -> dict[str, str]:
    """Give every document a last part of its IRI; where two would share one, both get a hash.

    >>> name_documents(["D01", "a b", "a_b"])
    {'D01': 'd01', 'a b': 'a-b-c8687a08aa5d', 'a_b': 'a-b-648fa9b31bc7'}
    """
    wanted: dict[str, list[str]] = {}
    for identifier in sorted(identifiers):
        wanted.setdefault(slug(identifier), []).append(identifier)
    return {
        identifier: short if len(sharing) == 1 else f"{short}-{digest(identifier)}"
        for short, sharing in wanted.items()
        for identifier in sharing
    }
