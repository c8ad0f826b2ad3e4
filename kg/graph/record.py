"""Records as JSON text and back, so that a reading can be kept and taken up again.

A record becomes an object of its fields, without those that hold their default; tuples, named or not, become arrays.
What comes back equals what went in. Fields that a later version adds are filled with their default. Equal strings in
tuples come back as one, so that many records of the same things take little room.
"""

import json
import sys
import types
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Record = TypeVar("Record")
_Coder: TypeAlias = tuple[Callable[[object], "Json"] | None, Callable[["Json"], object] | None]
"""How values of a type are written and read; None where JSON has them as they are."""


def to_json(record: object) -> str:
    """Write a record as one line of JSON.

    >>> from kg.model import Place
    >>> to_json(Place(iri="city:oslo", kind="City", label="Oslo"))
    '{"iri":"city:oslo","kind":"City","label":"Oslo"}'
    """
    encode, _ = _coder(cast("Hashable", type(record)))
    return _WRITER.encode(encode(record) if encode else record)


def from_json(kind: type[Record], text: str) -> Record:
    """Read a record of the given kind back from its JSON.

    >>> from kg.model import Place
    >>> from_json(Place, '{"iri":"city:oslo","kind":"City","label":"Oslo"}').label
    'Oslo'
    """
    _, decode = _coder(cast("Hashable", kind))
    value: Json = json.loads(text)
    return cast("Record", decode(value) if decode else value)


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


@cache
def _coder(hint: Hashable) -> _Coder:
    """Make the functions that write and read values of a hinted type."""
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        return _optional_coder(next(option for option in get_args(hint) if option is not type(None)))
    if origin is tuple:
        return _tuple_coder(get_args(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_coder(hint)
    if isinstance(hint, type) and issubclass(hint, tuple):
        return _named_tuple_coder(hint)
    return None, None


def _optional_coder(hint: Hashable) -> _Coder:
    encode, decode = _coder(hint)
    return (
        None if encode is None else lambda value: None if value is None else encode(value),
        None if decode is None else lambda value: None if value is None else decode(value),
    )


def _tuple_coder(hints: tuple[Hashable, ...]) -> _Coder:
    if len(hints) == 2 and hints[1] is Ellipsis:
        encode, decode = _coder(hints[0])
        if hints[0] is str:
            return None, lambda value: tuple(map(sys.intern, cast("list[str]", value)))
        return (
            None if encode is None else lambda value: [encode(item) for item in cast("tuple[object, ...]", value)],
            lambda value: tuple(map(decode, cast("list[Json]", value)) if decode else cast("list[Json]", value)),
        )
    if any(_coder(hint) != (None, None) for hint in hints):
        raise TypeError(f"no JSON for a tuple of {hints}")
    return None, lambda value: tuple(_share(cast("list[Json]", value)))


def _named_tuple_coder(kind: type) -> _Coder:
    make = cast("Callable[..., object]", kind)
    hints = get_type_hints(kind).values()
    if all(hint is int for hint in hints):
        return None, lambda value: make(*cast("list[int]", value))
    coders = [_coder(hint) for hint in hints]
    writers = tuple((place, encode) for place, (encode, _) in enumerate(coders) if encode)
    readers = tuple((place, decode) for place, (_, decode) in enumerate(coders) if decode)

    def encode(record: object) -> Json:
        written = list(cast("tuple[Json, ...]", record))
        for place, inner in writers:
            written[place] = inner(written[place])
        return written

    def decode(value: Json) -> object:
        held = cast("list[Json]", value)
        for place, inner in readers:
            held[place] = cast("Json", inner(held[place]))
        return make(*_share(held))

    return encode if writers else None, decode


def _share(values: "list[Json]") -> "list[Json]":
    """Give values whose strings are one with all equal ones."""
    return [sys.intern(value) if type(value) is str else value for value in values]


def _record_coder(kind: type) -> _Coder:
    hints = get_type_hints(kind)
    plan = tuple((field.name, field.default, *_coder(hints[field.name])) for field in fields(kind))
    known = frozenset(name for name, *_ in plan)
    readers = tuple((name, decode) for name, _, _, decode in plan if decode)
    required = frozenset(name for name, default, _, _ in plan if default is MISSING)

    def encode(record: object) -> Json:
        written: dict[str, Json] = {}
        for name, default, inner, _ in plan:
            value = getattr(record, name)
            if value is not default and value != default:
                written[name] = inner(value) if inner else value
        return written

    def decode(value: Json) -> object:
        held = cast("dict[str, Json]", value)
        if not held.keys() <= known:
            held = {name: item for name, item in held.items() if name in known}
        if missing := required - held.keys():
            raise ValueError(f"{kind.__name__} without {', '.join(sorted(missing))}")
        for name, inner in readers:
            if name in held:
                held[name] = cast("Json", inner(held[name]))
        return kind(**held)

    return encode, decode
