"""A day, month or year, as coarse as it is known: reading, printing and stepping.

Written as ISO text it sorts and compares as time does, so the rest of the package keeps moments as text.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Moment(NamedTuple):
    """A year, a month of it, or a day; 0 stands for what is not known."""

    year: int = 0
    month: int = 0
    day: int = 0


UNKNOWN = Moment()


def from_iso(written: str) -> Moment | None:
    """Read `2007`, `2007-03` or `2007-03-26`; None where it is no such moment.

    >>> from_iso("2007-03"), from_iso("2007-13"), from_iso("2007-02-30")
    (Moment(year=2007, month=3, day=0), None, None)
    """
    match = _ISO.fullmatch(written)
    if not match:
        return None
    moment = Moment(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    if match[2] == "00" or match[3] == "00" or not exists(moment):
        return None
    return moment


def to_iso(moment: Moment) -> str:
    """Print a moment that has a year.

    >>> to_iso(Moment(2007, 3)), to_iso(Moment(2007, 3, 26))
    ('2007-03', '2007-03-26')
    """
    written = f"{moment.year:04}"
    if moment.month:
        written += f"-{moment.month:02}"
        if moment.day:
            written += f"-{moment.day:02}"
    return written


def exists(moment: Moment) -> bool:
    """Tell whether the calendar has such a moment.

    >>> exists(Moment(2004, 2, 29)), exists(Moment(2005, 2, 29)), exists(Moment(0, 2))
    (True, False, False)
    """
    if not (1 <= moment.year <= 9999 and 0 <= moment.month <= 12):
        return False
    return not moment.day or (bool(moment.month) and 1 <= moment.day <= days_in(moment.year, moment.month))


def days_in(year: int, month: int) -> int:
    """Count the days of a month.

    >>> days_in(2004, 2), days_in(2007, 12)
    (29, 31)
    """
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def first_day(moment: Moment) -> date:
    """Give the day on which a moment that exists begins."""
    return date(moment.year, moment.month or 1, moment.day or 1)


def last_day(moment: Moment) -> date:
    """Give the day on which a moment that exists ends."""
    month = moment.month or 12
    return date(moment.year, month, moment.day or days_in(moment.year, month))


def step(moment: Moment, unit: str, amount: int, *, coarse: str = "") -> Moment | None:
    """Go on by days, weeks, months or years; the answer is as coarse as the unit.

    Text that counts weeks or more means them roughly, so weeks give a month; `coarse="month"` makes days do so
    too. None where the moment is too coarse to count from, or the calendar ends.

    >>> step(Moment(2007, 3, 1), "day", -1), step(Moment(2007, 12, 3), "month", 2)
    (Moment(year=2007, month=2, day=28), Moment(year=2008, month=2, day=0))
    >>> step(Moment(2007), "month", 1) is None
    True
    """
    if unit == "year":
        moved = Moment(moment.year + amount)
        return moved if exists(moved) else None
    if unit == "month":
        if not moment.month:
            return None
        months = moment.year * 12 + moment.month - 1 + amount
        moved = Moment(months // 12, months % 12 + 1)
        return moved if exists(moved) else None
    if not moment.day:
        return None
    try:
        day = first_day(moment) + timedelta(days=amount * (7 if unit == "week" else 1))
    except OverflowError:
        return None
    return Moment(day.year, day.month, 0 if unit == "week" or coarse == "month" else day.day)
