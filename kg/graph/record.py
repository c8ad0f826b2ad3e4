"""Records as JSON text and back, so that a reading can be kept and taken up again.

A record becomes an object of its fields, without those that hold their default; tuples become arrays.
What comes back equals what went in. Fields that a later version adds are filled with their default.
"""

import json
import types
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Record = TypeVar("Record")
_Decoder: TypeAlias = Callable[["Json"], object]


def to_json(record: object) -> str:
    """Write a record as one line of JSON.

    >>> from kg.model import Place
    >>> to_json(Place(iri="city:oslo", kind="City", label="Oslo"))
    '{"iri":"city:oslo","kind":"City","label":"Oslo"}'
    """
    return json.dumps(_encode(record), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[Record], text: str) -> Record:
    """Read a record of the given kind back from its JSON.

    >>> from kg.model import Place
    >>> from_json(Place, '{"iri":"city:oslo","kind":"City","label":"Oslo"}').label
    'Oslo'
    """
    return cast("Record", _decoder(cast("Hashable", kind))(json.loads(text)))


def _encode(value: object) -> Json:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple | list):
        return [_encode(item) for item in value]
    return {
        name: _encode(held)
        for name, default in _defaults(cast("Hashable", type(value)))
        if (held := getattr(value, name)) != default
    }


@cache
def _defaults(kind: Hashable) -> tuple[tuple[str, object], ...]:
    """List the fields of a record's class, each with its default."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        raise TypeError(f"{kind} is no class of records")
    return tuple((field.name, field.default) for field in fields(kind))


@cache
def _decoder(hint: Hashable) -> _Decoder:
    """Make the function that turns a JSON value into one of the hinted type."""
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        inner = _decoder(next(option for option in get_args(hint) if option is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_decoder(get_args(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_decoder(hint)
    if isinstance(hint, type) and issubclass(hint, tuple):
        make = cast("Callable[..., object]", hint)
        return lambda value: make(*cast("list[Json]", value))
    return lambda value: value


def _tuple_decoder(hints: tuple[Hashable, ...]) -> _Decoder:
    if len(hints) == 2 and hints[1] is Ellipsis:
        one = _decoder(hints[0])
        return lambda value: tuple(map(one, cast("list[Json]", value)))
    each = tuple(map(_decoder, hints))
    return lambda value: tuple(make(item) for make, item in zip(each, cast("list[Json]", value), strict=True))


def _record_decoder(kind: type) -> _Decoder:
    hints = get_type_hints(kind)
    make: dict[str, _Decoder] = {name: _decoder(hints[name]) for name, _ in _defaults(kind)}
    required = frozenset(name for name, default in _defaults(kind) if default is MISSING)

    def decode(value: Json) -> object:
        held = cast("dict[str, Json]", value)
        if missing := required - held.keys():
            raise ValueError(f"{kind.__name__} without {', '.join(sorted(missing))}")
        return kind(**{name: make[name](item) for name, item in held.items() if name in make})

    return decode
