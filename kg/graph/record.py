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


def share_strings(record: Record) -> Record:
    """Give a tuple, named or not, whose strings are one with all equal ones: many of the same things take little room.

    >>> one, other = (share_strings(from_json(tuple[str, int], '["Oslo",3]')) for _ in "ab")
    >>> one[0] is other[0]
    True
    """
    return cast("Record", _share(record))


def _share(value: object) -> object:
    if type(value) is str:
        return sys.intern(value)
    if isinstance(value, tuple):
        return tuple.__new__(type(value), map(_share, value)) if value else value
    return value
