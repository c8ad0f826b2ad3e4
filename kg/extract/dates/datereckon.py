"""Counted dates set against the day of the text, or against the date that the text spoke of last."""

from datetime import date, timedelta

from kg.extract.words.dateform import Form
from kg.extract.words.moment import Moment, days_in, exists, first_day, last_day, step

Stretch = tuple[Moment, Moment]
"""The first and the last moment of something; equal for one day, month or year."""


def set_year(form: Form, year: int) -> Stretch:
    """Give both ends of a form the year; a stretch over New Year begins in the year before."""
    begins = year - (form.first.month > form.last.month)
    return form.first._replace(year=form.first.year or begins), form.last._replace(year=year)


def reckon_from_issue(form: Form, issued: Moment, *, tense: str) -> Stretch | None:
    """Count from the day of a text; None where that day is not known well enough.

    >>> friday = Form(begin=0, end=0, kind="day", base="issue", unit="last weekday", amount=4)
    >>> reckon_from_issue(friday, Moment(2007, 5, 16), tense="")[0]
    Moment(year=2007, month=5, day=11)
    """
    which, _, unit = form.unit.rpartition(" ")
    if form.unit == "year" and form.last.month:
        return set_year(form, issued.year + form.amount)
    if form.unit.endswith("month name"):
        return set_year(form, _year_of(which.split()[0], form.last.month, form.last.month, issued))
    if unit == "season":
        year = Moment(_year_of(which, form.amount, form.amount + 2, issued))
        return year, year
    if unit == "weekday":
        return _reckon_weekday(which, form.amount, issued, tense)
    if form.unit == "days of month":
        month = step(issued._replace(day=0), "month", form.amount)
        return (month._replace(day=form.first.day), month._replace(day=form.last.day)) if month else None
    if unit == "anniversary":
        moved = issued._replace(year=issued.year + form.amount)
        return (moved, moved) if issued.day and exists(moved) else None
    moved_or_none = _reckon_week(form.amount, issued) if form.unit == "week" else step(issued, form.unit, form.amount)
    return (moved_or_none, moved_or_none) if moved_or_none else None


def _year_of(which: str, begins: int, ends: int, issued: Moment) -> int:
    """Give the year of "last autumn", "this March", "next summer"."""
    if which == "last" and issued.month and ends >= issued.month:
        return issued.year - 1
    if which == "next" and issued.month and begins <= issued.month:
        return issued.year + 1
    return issued.year


def _reckon_weekday(which: str, weekday: int, issued: Moment, tense: str) -> Stretch | None:
    """Read "on Tuesday", "last Friday", "this Monday", "Monday next", "Friday of last week"."""
    if not issued.day:
        return None
    start = first_day(issued)
    back, ahead = (start.weekday() - weekday) % 7, (weekday - start.weekday()) % 7
    if which == "last":
        days = -(back or 7)
    elif which == "next":
        soon = ahead in _SOON and weekday > start.weekday()  # "next Friday", on a Wednesday
        days = ahead + 7 if soon else ahead or 7
    elif which in {"this", "this week", "last week", "next week"}:
        days = weekday - start.weekday() + {"last week": -7, "next week": 7}.get(which, 0)
    else:
        days = ahead if tense == "ahead" else -back
    return _day_after(start, days)


_SOON = (1, 2)
"""Days ahead of which nobody says "next", if they are of the same week."""


def _day_after(start: date, days: int) -> Stretch | None:
    moved = step(Moment(start.year, start.month, start.day), "day", days)
    return (moved, moved) if moved else None


def _reckon_week(amount: int, issued: Moment) -> Moment | None:
    """Give the month that most days of a week fall in, which is the month of its Thursday."""
    if not issued.day:
        return None
    return step(issued, "day", 3 - first_day(issued).weekday() + 7 * amount, coarse="month")


def reckon_from_text(form: Form, spoken: Stretch) -> Stretch | None:
    """Count from the date that a text spoke of last.

    >>> later = Form(begin=0, end=0, kind="relative", base="text", unit="day", amount=2)
    >>> reckon_from_text(later, (Moment(2007, 3, 26), Moment(2007, 3, 27)))[0]
    Moment(year=2007, month=3, day=29)
    """
    first, last = spoken
    if form.unit in {"year", "this month name"} and form.last.month:
        return set_year(form, last.year + form.amount)
    if form.unit == "following month name":
        return set_year(form, last.year + (form.first.month <= last.month)) if last.month else None
    if form.unit == "previous month name":
        return set_year(form, first.year - (form.first.month >= first.month)) if first.month else None
    if form.unit.endswith("season"):
        return Moment(last.year), Moment(last.year)
    if form.unit == "days of month":
        if not last.month or form.last.day > days_in(last.year, last.month):
            return None
        return last._replace(day=form.first.day), last._replace(day=form.last.day)
    if form.unit == "ordinal":
        return _reckon_ordinal(first, last, form.amount)
    if form.unit == "day" and not form.amount:
        return spoken if first.day else None
    start = last if form.amount > 0 else first
    moved = step(start, form.unit, form.amount) if form.amount else _coarsen(start, form.unit)
    return (moved, moved) if moved else None


def reckon_within(form: Form, spoken: Stretch) -> Stretch | None:
    """Read a weekday within the days spoken of last; all else needs the day of the text."""
    first, last = spoken
    if form.unit != "weekday" or not (first.day and last.day) or last_day(last) - first_day(first) > timedelta(days=6):
        return None
    found = _day_after(first_day(first), (form.amount - first_day(first).weekday()) % 7)
    return found if found and found[1] <= last else None


def _coarsen(moment: Moment, unit: str) -> Moment | None:
    """Give the month or year that a moment lies in; a week counts as its month."""
    if unit == "year":
        return Moment(moment.year)
    return moment._replace(day=0) if moment.month else None


def _reckon_ordinal(first: Moment, last: Moment, amount: int) -> Stretch | None:
    """Give the nth day of an event that begins and ends on known days (0: its last).

    Where only its beginning is known, just the days after that can be told.
    """
    if not first.day or (amount < 2 and first == last):
        return None
    day = step(first, "day", amount - 1) if amount else last
    if not day or (amount > 1 and first != last and day > last):
        return None
    return day, day
