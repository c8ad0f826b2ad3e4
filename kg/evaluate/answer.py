"""What a graph says of each document, in the form in which it is compared with the annotations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kg.evaluate.name import name_keys
from kg.model import BASE, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Ask = Callable[[str], Iterable[Mapping[str, str]]]
    """Answer a named query: rows of variable to value, without those that are unbound."""

Found = TypeVar("Found")

_NS = f"{BASE}ns#"
_SLOTS = {
    "startDate": "start",
    "endDate": "end",
    "city": "city",
    "country": "country",
    "online": "online",
    "eventStatus": "status",
    "attendeeCount": "people",
    "attendeeCountryCount": "countries",
}


class Role(NamedTuple):
    """That an actor had a role."""

    actor: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event as one document speaks of it."""

    iri: str
    types: frozenset[str]
    mentions: frozenset[Span]
    slots: Mapping[str, str]
    """Values; a place's is its IRI."""
    roles: tuple[Role, ...]


class FoundAction(NamedTuple):
    """A treaty action that one document tells of."""

    type: str
    state: str
    treaty: str
    outcome: str
    date: str | None


class FoundClaim(NamedTuple):
    """A status claim of one document."""

    state: str
    treaty: str
    status: str


class FoundPost(NamedTuple):
    """A person's post, with the bodies or States that it is with."""

    person: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Everything that a graph says, by document; lists are in a fixed order."""

    names: Mapping[str, frozenset[str]]
    """The reduced names of each thing, by IRI."""
    labels: Mapping[str, str]
    """One name of each thing, to show."""
    events: Mapping[str, tuple[FoundEvent, ...]]
    actions: Mapping[str, tuple[FoundAction, ...]]
    claims: Mapping[str, tuple[FoundClaim, ...]]
    posts: Mapping[str, tuple[FoundPost, ...]]

    def named(self, iri: str | None) -> frozenset[str]:
        """Give the reduced names of a thing; none where there is no thing."""
        return self.names.get(iri, frozenset()) if iri else frozenset()

    def label(self, iri: str) -> str:
        """Give a name to show: the first in the order of letters, else the IRI."""
        return self.labels.get(iri, iri)


def read_answer(ask: Ask) -> Answer:
    """Ask a graph everything that the annotations speak of."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for row in ask("answer-names"):
        names[row["thing"]].append(row["name"])
    return Answer(
        names={iri: name_keys(listed) for iri, listed in names.items()},
        labels={iri: min(listed) for iri, listed in names.items()},
        events=_events(ask),
        actions=_group(ask("answer-actions"), _action),
        claims=_group(ask("answer-claims"), _claim),
        posts=_group(ask("answer-posts"), _post),
    )


def _events(ask: Ask) -> dict[str, tuple[FoundEvent, ...]]:
    slots: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in ask("answer-values"):
        if value := _value(row):
            slots[row["event"]].setdefault(_SLOTS[_local(row["property"])], value)
    roles: defaultdict[tuple[str, str], list[Role]] = defaultdict(list)
    for row in ask("answer-roles"):
        roles[row["document"], row["event"]].append(Role(row["actor"], _local(row["role"])))
    types: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    mentions: defaultdict[tuple[str, str], set[Span]] = defaultdict(set)
    for row in ask("answer-mentions"):
        place = row["document"], row["event"]
        types[place].add(_local(row["type"]))
        mentions[place].add(Span(int(row["begin"]), int(row["end"])))
    events: defaultdict[str, list[FoundEvent]] = defaultdict(list)
    for document, iri in types:
        place = document, iri
        events[document].append(
            FoundEvent(
                iri=iri,
                types=frozenset(types[place]),
                mentions=frozenset(mentions[place]),
                slots=slots[iri],
                roles=tuple(sorted(set(roles[place]))),
            )
        )
    return {document: tuple(found) for document, found in events.items()}


def _value(row: Mapping[str, str]) -> str:
    value = row["value"]
    if row["property"].endswith("#online"):
        return "true" if value in {"true", "1"} else ""
    return _local(value)


def _group(
    rows: Iterable[Mapping[str, str]], make: Callable[[Mapping[str, str]], Found]
) -> dict[str, tuple[Found, ...]]:
    groups: defaultdict[str, list[Found]] = defaultdict(list)
    for row in rows:
        groups[row["document"]].append(make(row))
    return {document: tuple(found) for document, found in groups.items()}


def _action(row: Mapping[str, str]) -> FoundAction:
    return FoundAction(_local(row["type"]), row["state"], row["treaty"], _local(row["status"]), row.get("date"))


def _claim(row: Mapping[str, str]) -> FoundClaim:
    return FoundClaim(row["state"], row["treaty"], _local(row["status"]))


def _post(row: Mapping[str, str]) -> FoundPost:
    return FoundPost(row["person"], tuple(row[name] for name in ("organization", "state") if name in row))


def _local(iri: str) -> str:
    return iri.removeprefix(_NS)
