"""Annotated documents: what a careful reader marked in each text, read from JSON."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from kg.errors import ReadError
from kg.evaluate.name import name_key, name_keys
from kg.model import Span
from kg.resources import folder

Row: TypeAlias = "Mapping[str, str | bool | list[str] | list[Row] | Row | None]"

_ACTIONS = {
    "signature": "Signature",
    "ratification": "Ratification",
    "acceptance": "Acceptance",
    "approval": "Approval",
    "accession": "Accession",
    "succession": "Succession",
    "withdrawal": "Withdrawal",
    "entry_into_force": "EntryIntoForce",
}
_STATUSES = {"state_party": "StateParty", "signatory": "Signatory", "not_party": "NotParty", "withdrawn": "Withdrawn"}
_OUTCOMES = {"done": "Held", "planned": "Planned", "rejected": "Cancelled"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRole:
    """An actor's role in an event."""

    actor: str
    names: frozenset[str]
    role: str
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """An occasion, with the values that the text gives for it."""

    identifier: str
    key: str
    """The same in every document that tells of this occasion."""
    types: frozenset[str]
    names: frozenset[str]
    anchors: tuple[Span, ...]
    """Where the text mentions it."""
    slots: Mapping[str, str]
    roles: tuple[GoldRole, ...]
    optional: bool
    hint: str
    """The words of the first mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAction:
    """A State's act about a treaty."""

    types: frozenset[str]
    state: str
    treaty: str
    outcome: str
    date: str | None
    optional: bool
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """What the text says a State's standing is."""

    state: str
    treaty: str
    status: str
    optional: bool
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPost:
    """That a person holds a post in a body or of a State; `bodies` is empty where the text names neither."""

    person: str
    bodies: frozenset[str]
    optional: bool
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated document."""

    identifier: str
    path: Path
    """The text that it annotates."""
    events: tuple[GoldEvent, ...]
    actions: tuple[GoldAction, ...]
    claims: tuple[GoldClaim, ...]
    posts: tuple[GoldPost, ...]


def load_gold(place: Path) -> tuple[Gold, ...]:
    """Read every annotation of a folder; a text lies beside its annotation, or in the shipped corpus.

    Raises ReadError where a file is not an annotation or its text is missing.
    """
    files = sorted(place.glob("*.json"))
    if not files:
        raise ReadError(str(place), "no annotations (*.json) there")
    return tuple(_load(path) for path in files)


def _load(path: Path) -> Gold:
    try:
        row = cast("Row", json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as cause:
        raise ReadError(str(path), "not readable as JSON") from cause
    text_path = _text_of(path)
    try:
        return _gold(row, text_path, path.stem)
    except (LookupError, AttributeError, TypeError) as cause:
        raise ReadError(str(path), f"not an annotation: {cause!r}") from cause


def _text_of(path: Path) -> Path:
    for place in (path.parent, folder("corpus")):
        text = place / f"{path.stem}.txt"
        if text.is_file():
            return text
    raise ReadError(str(path), f"its text {path.stem}.txt is missing")


def _gold(row: Row, path: Path, identifier: str) -> Gold:
    text = path.read_text(encoding="utf-8", errors="replace")
    return Gold(
        identifier=identifier,
        path=path,
        events=tuple(_event(event, text) for event in _list(row, "events")),
        actions=tuple(map(_action, _list(row, "treaty_actions"))),
        claims=tuple(map(_claim, _list(row, "status_claims"))),
        posts=tuple(map(_post, _list(row, "affiliations"))),
    )


def _event(row: Row, text: str) -> GoldEvent:
    optional = bool(row.get("optional"))
    anchors = _strings(row, "anchors")
    return GoldEvent(
        identifier=_text(row, "id"),
        key=_text(row, "key"),
        types=frozenset({_text(row, "type"), *_strings(row, "also_type")}),
        names=name_keys([_text(row, "name"), *_strings(row, "aliases")]),
        anchors=tuple(_find(text, anchors)),
        slots=_slots(row),
        roles=tuple(_role(role, optional_event=optional) for role in _list(row, "participations", [])),
        optional=optional,
        hint=f"{_text(row, 'id')} {_text(row, 'type')} “{anchors[0]}”",
    )


def _find(text: str, quotes: Iterable[str]) -> Iterable[Span]:
    """Find quotes in a text, any stretch of blanks counting as one."""
    for quote in quotes:
        found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
        if found:
            yield Span(*found.span())


def _slots(row: Row) -> dict[str, str]:
    attendance = cast("Row", row.get("attendance") or {})
    online = row.get("city") == "online"
    slots = {
        "start": _text(row, "start"),
        "end": _text(row, "end"),
        "city": "" if online else _text(row, "city"),
        "online": "true" if online else "",
        "country": _text(row, "country"),
        "status": (_text(row, "status") or "held").capitalize(),
        **{counted: str(number or "") for counted, number in attendance.items()},
    }
    return {name: value for name, value in slots.items() if value}


def _role(row: Row, *, optional_event: bool) -> GoldRole:
    actor = _text(row, "actor")
    return GoldRole(
        actor=actor,
        names=name_keys([actor, *_strings(row, "aliases")]),
        role=_text(row, "role").capitalize(),
        optional=bool(row.get("optional")) or optional_event,
    )


def _action(row: Row) -> GoldAction:
    return GoldAction(
        types=frozenset(_ACTIONS[kind] for kind in [_text(row, "action"), *_strings(row, "also")]),
        state=name_key(_text(row, "state")),
        treaty=name_key(_text(row, "treaty")),
        outcome=_OUTCOMES[_text(row, "status") or "done"],
        date=_text(row, "date") or None,
        optional=bool(row.get("optional")),
        hint=f"{row['state']} {row['action']} {row['treaty']}",
    )


def _claim(row: Row) -> GoldClaim:
    return GoldClaim(
        state=name_key(_text(row, "state")),
        treaty=name_key(_text(row, "treaty")),
        status=_STATUSES[_text(row, "status")],
        optional=bool(row.get("optional")),
        hint=f"{row['state']} {row['status']} {row['treaty']}",
    )


def _post(row: Row) -> GoldPost:
    body = _text(row, "organization") or _text(row, "state")
    return GoldPost(
        person=name_key(_text(row, "person")),
        bodies=name_keys([body, *_strings(row, "organization_aliases")]) if body else frozenset(),
        optional=bool(row.get("optional")),
        hint=f"{row['person']} / {body}",
    )


def _list(row: Row, name: str, default: list[Row] | None = None) -> list[Row]:
    return cast("list[Row]", row[name] if default is None else row.get(name) or default)


def _strings(row: Row, name: str) -> list[str]:
    return cast("list[str]", row.get(name) or [])


def _text(row: Row, name: str) -> str:
    return str(row.get(name) or "")
