"""When a treaty binds a State: the arithmetic of deposits, waiting times and dates known only in part."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from kg.errors import VocabularyError

_DELAY = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T0S)?")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class Period(NamedTuple):
    """The first and the last day that a date known only in part may mean."""

    low: date
    high: date

    @classmethod
    def from_iso(cls, text: str) -> Period:
        """Read an ISO day, month or year; ValueError for anything else.

        >>> Period.from_iso("1993-02")
        Period(low=datetime.date(1993, 2, 1), high=datetime.date(1993, 2, 28))
        """
        found = _ISO.fullmatch(text)
        if not found:
            raise ValueError(f"not an ISO date: {text}")
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None or month is None:
            return cls(date(int(text), 1, 1), date(int(text), 12, 31))
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, day or 1), date(year, month, day or last))

    def to_iso(self) -> str:
        """Write the date as precisely as it is known; two ends that share no year are joined by a stroke.

        >>> Period.from_iso("1993-02").to_iso()
        '1993-02'
        >>> Period(date(1993, 2, 3), date(1993, 7, 9)).to_iso()
        '1993'
        """
        low, high = self.low.isoformat(), self.high.isoformat()
        for length in (10, 7, 4):
            if low[:length] == high[:length]:
                return low[:length]
        return f"{low}/{high}"

    def later(self, other: Period) -> Period:
        """Give the later of two dates, as far as it can be told.

        >>> Period.from_iso("1975").later(Period.from_iso("1975-03-26")).to_iso()
        '1975'
        """
        return Period(max(self.low, other.low), max(self.high, other.high))


class Delay(NamedTuple):
    """A time to wait, in calendar months and days."""

    months: int = 0
    days: int = 0

    @classmethod
    def from_iso(cls, duration: str) -> Delay:
        """Read an xsd:duration of years, months and days; VocabularyError for one that has other parts.

        >>> Delay.from_iso("P1Y"), Delay.from_iso("P90D")
        (Delay(months=12, days=0), Delay(months=0, days=90))
        """
        found = _DELAY.fullmatch(duration)
        if not found:
            raise VocabularyError(duration, "a delay is given in years, months and days, such as P6M or P90D")
        years, months, days = (int(part or 0) for part in found.groups())
        return cls(years * 12 + months, days)

    def after(self, day: date, *, first_of_month: bool = False) -> date:
        """Count from a day; where the month reached is too short, its last day is meant.

        >>> Delay(months=6).after(date(2010, 8, 31))
        datetime.date(2011, 2, 28)
        """
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        reached = 1 if first_of_month else min(day.day, last)
        return date(year, month + 1, reached) + timedelta(days=self.days)


AT_ONCE = Delay()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a treaty begins to bind a State that joins it, and when it stops to bind one that leaves."""

    entry_into_force: str | None = None
    """Day on which the treaty entered into force; None where it has not."""
    delay: Delay = AT_ONCE
    """The time between a State's deposit and the entry into force for it."""
    first_of_month: bool = False
    """The delay is counted from the month of the deposit, and ends on the first day of a month."""
    together: bool = False
    """Deposits made before the treaty's own entry into force take effect with it, without a delay of their own."""
    notice: Delay | None = None
    """The time between a notice of withdrawal and its effect."""

    def binds(self, deposit: Period) -> Period | None:
        """Tell from when the treaty is in force for a State that deposited its instrument then.

        A treaty that is not in force binds nobody, hence None. A succession is not treated differently.

        >>> ottawa = Rule(entry_into_force="1999-03-01", delay=Delay(months=6), first_of_month=True)
        >>> ottawa.binds(Period.from_iso("2002-09-11")).to_iso()
        '2003-03-01'
        >>> ottawa.binds(Period.from_iso("1998-01-02")).to_iso()
        '1999-03-01'
        """
        if self.entry_into_force is None:
            return None
        start = Period.from_iso(self.entry_into_force).low
        return Period(self._begins(deposit.low, start), self._begins(deposit.high, start))

    def _begins(self, deposit: date, start: date) -> date:
        if self.together and deposit < start:
            return start
        return max(start, self.delay.after(deposit, first_of_month=self.first_of_month))

    def releases(self, notice: Period) -> Period | None:
        """Tell from when a State that gave notice then is out; None where no time of notice is known.

        An armed conflict, which under some treaties postpones the effect, is not considered.

        >>> Rule(notice=Delay(months=6)).releases(Period.from_iso("2024-09-06")).to_iso()
        '2025-03-06'
        """
        if self.notice is None:
            return None
        return Period(self.notice.after(notice.low), self.notice.after(notice.high))
