"""Records as JSON text and back, so that a reading can be kept and taken up again.

A record becomes an object of its fields, tuples become arrays; what comes back equals what went in. Fields that a
later version adds are filled with their default.
"""

import sys
from collections.abc import Hashable
from functools import cache
from typing import TypeVar, cast

import msgspec

Record = TypeVar("Record")


def to_json(record: object) -> str:
    """Write a record as one line of JSON.

    >>> from kg.model import Span
    >>> to_json(Span(3, 5))
    '[3,5]'
    """
    return msgspec.json.encode(record).decode()


def from_json(kind: type[Record], text: str) -> Record:
    """Read a record of the given kind back from its JSON; msgspec.ValidationError where it is none.

    >>> from kg.model import Place
    >>> from_json(Place, '{"iri":"city:oslo","kind":"City","label":"Oslo"}').label
    'Oslo'
    """
    return cast("Record", _decoder(cast("Hashable", kind)).decode(text))


@cache
def _decoder(kind: Hashable) -> "msgspec.json.Decoder[object]":
    return msgspec.json.Decoder(kind)


def share(record: Record, pool: dict[object, object]) -> Record:
    """Give an equal record whose parts are one with all equal ones of the pool: many of the same take little room.

    Parts are strings, plain tuples and records, which nobody can change; each part that the pool lacks is put in.

    >>> pool = {}
    >>> one, other = (share(from_json(tuple[str, int], '["Oslo",3]'), pool) for _ in "ab")
    >>> one is other
    True
    """
    return cast("Record", _share(record, pool))


def _share(value: object, pool: dict[object, object]) -> object:
    if type(value) is str:
        return sys.intern(value)
    if isinstance(value, tuple):
        parts = tuple([_share(part, pool) for part in value])
        return pool.setdefault(parts, parts) if type(value) is tuple else tuple.__new__(type(value), parts)
    if value is None or isinstance(value, int | float):
        return value
    return pool.setdefault(value, value)
