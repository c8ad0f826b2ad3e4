"""The dates of a text, each set against the day of the text and the dates spoken of before it.

`dateform` finds how dates are written; here the year that a date leaves out, the day that "yesterday"
means, and the date that "two days later" counts from are settled. What cannot be told is left out.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.extract.dateform import Form, find_forms
from kg.extract.moment import Moment, exists, first_day, from_iso, last_day, step, to_iso
from kg.extract.passage import Block, find_blocks
from kg.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date or stretch of days, months or years that a text speaks of."""

    begin: int
    end: int
    first: str
    """ISO date, as coarse as it is known."""
    last: str
    """The same as `first` for one day, month or year."""
    inferred: bool
    """Whether a year, month or day came from elsewhere in the text."""
    kind: str
    """`day`, `days` (separate days, first and last given), `range`, `month`, `year`; `relative` where it was
    counted from another date of the text."""


@dataclass(slots=True, kw_only=True)
class _Scan:
    """Where the reading of a text stands."""

    text: str
    issued: Moment | None
    blocks: Sequence[Block]
    begins: list[int]
    block: int = -1
    sentence: Span = Span(0, 0)
    heading: int = 0
    """The year that the latest heading gives."""
    explicit: Moment | None = None
    """The latest date of the text with a year of its own, and where."""
    explicit_at: int = -1
    antecedent: tuple[Moment, Moment] | None = None
    """The latest day, or range of days, spoken of."""
    antecedent_at: int = -1
    found: list[DateMention] = field(default_factory=list)


def find_dates(text: str, *, issued: str | None, blocks: Sequence[Block] | None = None) -> list[DateMention]:
    """Find the dates of a text, in text order and without overlap.

    `issued` is the ISO date of the text, as coarse as it is known; without it "yesterday" and the like stay
    unread, and a date without a year takes the one that was last spoken of, or is left out.

    >>> [(d.first, d.last, d.kind) for d in find_dates("They met on 26-27 March and again yesterday.", issued="2007-05-02")]
    [('2007-03-26', '2007-03-27', 'range'), ('2007-05-01', '2007-05-01', 'day')]
    """
    blocks = find_blocks(text) if blocks is None else blocks
    scan = _Scan(
        text=text,
        issued=from_iso(issued) if issued else None,
        blocks=blocks,
        begins=[block.span.begin for block in blocks],
    )
    for form in find_forms(text):
        _enter(scan, form)
        resolved = _resolve(scan, form)
        if resolved and exists(resolved[0]) and exists(resolved[1]):
            _keep(scan, form, resolved[0], resolved[1])
    return scan.found


def _enter(scan: _Scan, form: Form) -> None:
    """Note which block and sentence the form stands in."""
    at = bisect_right(scan.begins, form.begin) - 1
    if at < 0:
        return
    block = scan.blocks[at]
    scan.block = at
    if block.kind == "heading":
        scan.heading = form.first.year
    if not scan.sentence.begin <= form.begin < scan.sentence.end:
        scan.sentence = next((s for s in block.sentences if s.begin <= form.begin < s.end), block.span)


def _keep(scan: _Scan, form: Form, first: Moment, last: Moment) -> None:
    """Add a date to the found ones and make it the one that later dates are counted from."""
    if (first_day(first), last_day(first)) > (first_day(last), last_day(last)):
        return
    inferred = bool(form.base) or not form.last.year
    scan.found.append(
        DateMention(
            begin=form.begin, end=form.end, first=to_iso(first), last=to_iso(last), inferred=inferred, kind=form.kind
        )
    )
    if not inferred:
        scan.explicit, scan.explicit_at = last, form.begin
    if form.unit != "ordinal" and (first.day or not scan.antecedent or scan.antecedent_at < scan.sentence.begin):
        scan.antecedent, scan.antecedent_at = (first, last), form.begin


def _resolve(scan: _Scan, form: Form) -> tuple[Moment, Moment] | None:
    """Complete what a form says; None where the text does not tell enough."""
    if not form.base:
        if form.last.year:
            return form.first, form.last
        year = _choose_year(scan, form)
        return _with_year(form, year) if year else None
    if form.base == "text":
        return _resolve_from_text(scan, form)
    return _resolve_from_issue(scan, form, scan.issued) if scan.issued else _resolve_unissued(scan, form)


def _with_year(form: Form, year: int) -> tuple[Moment, Moment]:
    """Give both ends the year; a stretch over New Year begins in the year before."""
    begins = year - (form.first.month > form.last.month)
    return form.first._replace(year=form.first.year or begins), form.last._replace(year=year)


def _resolve_from_text(scan: _Scan, form: Form) -> tuple[Moment, Moment] | None:
    """Count from the date spoken of last."""
    if not scan.antecedent:
        return None
    first, last = scan.antecedent
    if form.unit == "year" and form.last.month:
        return _with_year(form, last.year + form.amount)
    if form.unit.endswith("month") and form.last.month:
        return _with_year(form, last.year)
    if form.unit.endswith("season"):
        return Moment(last.year), Moment(last.year)
    if form.unit == "ordinal":
        return _ordinal_day(first, last, form.amount)
    if form.unit == "day" and form.amount == 0:
        return (first, last) if first.day else None
    start = last if form.amount > 0 else first
    moved = step(start, form.unit, form.amount) if form.amount else _coarsen(start, form.unit)
    return (moved, moved) if moved else None


def _coarsen(moment: Moment, unit: str) -> Moment | None:
    """Give the month or year that a moment lies in; a week counts as its month."""
    if unit == "year":
        return Moment(moment.year)
    return moment._replace(day=0) if moment.month else None


def _ordinal_day(first: Moment, last: Moment, amount: int) -> tuple[Moment, Moment] | None:
    """Give the nth day of an event that begins and ends on known days (0: its last)."""
    if not first.day or amount == 0 and first == last:
        return None
    day = step(first, "day", amount - 1) if amount else last
    if not day or amount > 1 and first != last and day > last:
        return None
    return day, day


def _resolve_from_issue(scan: _Scan, form: Form, issued: Moment) -> tuple[Moment, Moment] | None:
    """Count from the day of the text."""
    if form.unit == "year" and form.last.month:
        return _with_year(form, issued.year + form.amount)
    if form.unit.endswith(" month"):
        return _named_month(form, issued)
    if form.unit.endswith(" season"):
        return _season(form, issued)
    if form.unit.endswith("weekday"):
        return _weekday(scan, form, issued)
    moved = _week(form.amount, issued) if form.unit == "week" else step(issued, form.unit, form.amount)
    return (moved, moved) if moved else None


def _resolve_unissued(scan: _Scan, form: Form) -> tuple[Moment, Moment] | None:
    """Read a weekday within the days spoken of last; the rest needs the day of the text."""
    if form.unit != "weekday" or not scan.antecedent:
        return None
    first, last = scan.antecedent
    if not (first.day and last.day) or last_day(last) - first_day(first) > timedelta(days=6):
        return None
    day = first_day(first) + timedelta(days=(form.amount - first_day(first).weekday()) % 7)
    return _as_day(day) if day <= last_day(last) else None


def _as_day(day: date) -> tuple[Moment, Moment]:
    moment = Moment(day.year, day.month, day.day)
    return moment, moment


def _week(amount: int, issued: Moment) -> Moment | None:
    """Give the month that most days of a week fall in: Thursday's."""
    if not issued.day:
        return None
    try:
        thursday = first_day(issued) + timedelta(days=3 - first_day(issued).weekday() + 7 * amount)
    except OverflowError:
        return None
    return Moment(thursday.year, thursday.month)


def _named_month(form: Form, issued: Moment) -> tuple[Moment, Moment] | None:
    """Read "last August", "this March", "next May"."""
    month, year = form.last.month, issued.year
    if form.unit.startswith("last") and issued.month and month >= issued.month:
        year -= 1
    if form.unit.startswith("next") and issued.month and month <= issued.month:
        year += 1
    return _with_year(form, year)


def _season(form: Form, issued: Moment) -> tuple[Moment, Moment]:
    """Read "last autumn", "this spring", "next summer" as the year it lies in."""
    year = issued.year
    if form.unit.startswith("last") and issued.month and form.amount + 2 >= issued.month:
        year -= 1
    if form.unit.startswith("next") and issued.month and form.amount <= issued.month:
        year += 1
    return Moment(year), Moment(year)


def _weekday(scan: _Scan, form: Form, issued: Moment) -> tuple[Moment, Moment] | None:
    """Read "on Tuesday", "last Friday", "next Monday"."""
    if not issued.day:
        return None
    start = first_day(issued)
    back, ahead = (start.weekday() - form.amount) % 7, (form.amount - start.weekday()) % 7
    try:
        if form.unit == "last weekday":
            return _as_day(start - timedelta(days=back or 7))
        if form.unit == "next weekday":
            return _as_day(start + timedelta(days=ahead or 7))
        if form.unit == "this weekday":
            return _as_day(start + timedelta(days=form.amount - start.weekday()))
        if _find_tense(scan, form) == "future":
            return _as_day(start + timedelta(days=ahead))
        return _as_day(start - timedelta(days=back))
    except OverflowError:
        return None


def _choose_year(scan: _Scan, form: Form) -> int:
    """Choose the year of a date that gives none; 0 where nothing tells."""
    same_sentence = scan.explicit_at >= scan.sentence.begin
    issued = scan.issued
    if scan.heading and (not issued or scan.heading <= issued.year):
        return scan.heading
    if scan.explicit and same_sentence and scan.sentence.end:
        return _following_year(scan.explicit, form)
    if not issued:
        return _following_year(scan.explicit, form) if scan.explicit else 0
    tense = _find_tense(scan, form)
    if not issued.month:
        return issued.year
    year = issued.year
    late = (
        (form.last.month, form.last.day) > (issued.month, issued.day or 31)
        if form.last.day
        else (form.last.month > issued.month)
    )
    early = (form.last.month, form.last.day or 31) < (issued.month, issued.day or 1)
    if tense == "past" and late:
        return year - 1
    if tense == "future" and early:
        return year + 1
    return year


def _following_year(explicit: Moment, form: Form) -> int:
    return explicit.year


_TENSE = re.compile(
    r"\b(?:(?P<future>(?:will|shall|would|can|must|may)\s+(?:(?:not|also|again|then|be|have|been)\s+)*[a-z]+|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:to|due)\b(?!\s+the)|due|planned|scheduled|expected|plans?|intends?|going\s+to"
    r"|upcoming|forthcoming|takes?|opens?|begins?|starts?|enters?|meets?|winds|ends?|closes?|runs|next)"
    r"|(?P<past>was|were|had|has|have|did|took|met|held|spoke|began|gave|sent|left|came|became|made|said|told|brought|went|saw|put|ran"
    r"|[a-z]{3,}ed))\b"
)


def _find_tense(scan: _Scan, form: Form) -> str:
    """Tell from the nearest verb before a date, else after it, whether its sentence looks back or ahead."""
    begin, end = scan.sentence if scan.sentence.end > form.begin else Span(form.begin, form.end)
    tense = ""
    for match in _TENSE.finditer(scan.text, begin, form.begin):
        tense = "future" if match["future"] else "past"
    if not tense:
        match = _TENSE.search(scan.text, form.end, end)
        tense = "" if not match else "future" if match["future"] else "past"
    return tense
