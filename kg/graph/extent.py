"""The days that an event may have taken, as far as a report tells them."""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_OPEN = 4
"""So many days more may take what is only known to have opened on a day."""


_SESSION = 27
"""Days that a conference may last of which only the opening is told."""


class Extent(NamedTuple):
    """The days that an event may have taken: first and last as day numbers, and how finely they are known."""

    first: int
    last: int
    unit: str
    """`day`, `month` or `year`: that of the start."""
    sure: int
    """The last day that is stated: before `last` where only the opening is."""


@lru_cache(maxsize=65536)
def to_extent(start: str, end: str | None) -> Extent:
    """Find the days that a start and an end may mean; what opened on a day, nobody says for how long, may last.

    >>> to_extent("2007-03-26", "2007-03-27")
    Extent(first=732761, last=732762, unit='day', sure=732762)
    >>> to_extent("2007", None).unit
    'year'
    >>> to_extent("2007-03-26", None)
    Extent(first=732761, last=732765, unit='day', sure=732761)
    """
    first, last, unit = _days(start)
    sure = max(_days(end)[1], first) if end else last
    return Extent(first, sure if end or unit != "day" else sure + _OPEN, unit, sure)


def days_apart(left: Extent, right: Extent) -> int:
    """Count the days between the beginnings, or the ends, of two extents, whichever lie nearer."""
    return min(abs(left.first - right.first), abs(left.last - right.last))


def may_go_on(opened: Extent, other: Extent) -> bool:
    """Tell whether what opened on a day, and of which no end is told, may still have been on when another began."""
    return opened.sure < opened.last and opened.first <= other.first <= latest(opened)


def latest(extent: Extent) -> int:
    """Give the last day on which another report of what may have gone on may say that it was."""
    only_opened = extent.unit == "day" and extent.sure < extent.last
    return extent.first + _SESSION if only_opened else extent.last


def months_between(extent: Extent, issued: str) -> int | None:
    """Count the months from the end of an event to the month of a report; None where only a year is known of either."""
    if extent.unit == "year" or len(issued) < len("2001-02"):
        return None
    end = date.fromordinal(extent.sure)
    return 12 * (int(issued[:4]) - end.year) + int(issued[5:7]) - end.month


def _days(value: str) -> tuple[int, int, str]:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        day = date(*parts).toordinal()
        return day, day, "day"
    if len(parts) == 2:
        first = date(parts[0], parts[1], 1).toordinal()
        return first, first + monthrange(parts[0], parts[1])[1] - 1, "month"
    return date(parts[0], 1, 1).toordinal(), date(parts[0], 12, 31).toordinal(), "year"
