"""The dates of a text, each set against the day of the text and the dates spoken of before it.

`datescan` finds how dates are written; here the year that a date leaves out is settled, and `datereckon`
settles what "yesterday" and "two days later" mean. What cannot be told is left out.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.dates.datereckon import Stretch, reckon_from_issue, reckon_from_text, reckon_within, set_year
from kg.extract.dates.datescan import find_forms
from kg.extract.text.passage import Block, find_blocks
from kg.extract.text.tense import find_tense
from kg.extract.words.dateform import WEEKDAYS, Form
from kg.extract.words.moment import Moment, exists, first_day, from_iso, last_day, step, to_iso
from kg.extract.words.wordclass import load_words
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
    """`day`, `days` (separate days: the first and the last of them), `range`, `month`, `year`; `relative` where
    it was counted from another date of the text."""


_NOWHERE = Span(0, 0)


@dataclass(slots=True, kw_only=True)
class _Scan:
    """Where the reading of a text stands."""

    text: str
    issued: Moment | None
    blocks: Sequence[Block]
    begins: list[int]
    block: int = -1
    sentence: Span = _NOWHERE
    heading: int = 0
    """The one year that the heading above gives."""
    own: int = 0
    """The latest year of a day given in full so far: the text's own, where its day of issue is not known."""
    explicit: Moment | None = None
    """The latest date with a year of its own that later dates may borrow."""
    explicit_at: int = -1
    leading: bool = False
    """Whether that date sets the scene: it gives a day, or opens its sentence."""
    spoken: Stretch | None = None
    """The latest day, month or range spoken of."""
    spoken_at: int = -1
    period: Stretch | None = None
    """The latest range of days spoken of."""
    week: tuple[int, int] | None = None
    """How many weeks ahead of the text's own the latest week spoken of lies, and in which block."""
    later: Sequence[Form] = ()
    """The forms behind the one at hand."""
    found: list[DateMention] = field(default_factory=list)


def find_dates(text: str, *, issued: str | None, blocks: Sequence[Block] | None = None) -> list[DateMention]:
    """Find the dates of a text, in text order and without overlap.

    `issued` is the ISO date of the text, as coarse as it is known; without it "yesterday" and the like stay
    unread, and a date without a year takes the one that was last spoken of, or is left out.

    >>> found = find_dates("They met on 26-27 March and again yesterday.", issued="2007-05-02")
    >>> [(d.first, d.last, d.kind) for d in found]
    [('2007-03-26', '2007-03-27', 'range'), ('2007-05-01', '2007-05-01', 'day')]
    """
    blocks = find_blocks(text) if blocks is None else blocks
    begins = [block.span.begin for block in blocks]
    scan = _Scan(text=text, issued=from_iso(issued) if issued else None, blocks=blocks, begins=begins)
    forms = list(find_forms(text))
    for number, form in enumerate(forms, start=1):
        _enter(scan, form)
        scan.later = forms[number : number + 2]
        resolved = _resolve(scan, form)
        if resolved and exists(resolved[0]) and exists(resolved[1]):
            _keep(scan, form, *resolved)
    return scan.found


def _enter(scan: _Scan, form: Form) -> None:
    """Note which block and sentence the form stands in."""
    at = bisect_right(scan.begins, form.begin) - 1
    if at < 0:
        return
    if at != scan.block:
        scan.block, scan.heading = at, _find_heading_year(scan, at)
    if not scan.sentence.begin <= form.begin < scan.sentence.end:
        block = scan.blocks[at]
        scan.sentence = next((s for s in block.sentences if s.begin <= form.begin < s.end), block.span)


_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")


def _find_heading_year(scan: _Scan, at: int) -> int:
    """Give the year of the nearest heading above a block, where it names just one, other than the text's own."""
    for block in reversed(scan.blocks[max(0, at - 40) : at]):
        if block.kind == "heading":
            years = {int(year) for year in _YEAR.findall(scan.text, block.span.begin, block.span.end)}
            return years.pop() if len(years) == 1 else 0
    return 0


_OPENING = 24
"""How many characters of a sentence count as its opening."""
_JOINED = re.compile(r"\s*(?:,?\s*(?P<and>and|,)|to|until|through|[-–—])\s+(?:on\s+)?")
_SINCE = re.compile(r"\b(?:since|as of|from|until)\s+$", re.IGNORECASE)


_DEADLINE = re.compile(r"\bby\s+(?:(?:the\s+)?(?:end|middle|close)\s+of\s+)?\Z")
"""What stands before a year that is only a deadline: "by the end of 2008"."""


def _keep(scan: _Scan, form: Form, first: Moment, last: Moment) -> None:
    """Add a date to the found ones and make it the one that later dates are counted from."""
    if first_day(first) > first_day(last) or last_day(first) > last_day(last):
        return
    begin, kind, inferred = form.begin, form.kind, bool(form.base) or not form.last.year
    joined = _join(scan, form, last)
    if joined:
        begin, kind, inferred = scan.found[-1].begin, joined, True
        first = from_iso(scan.found.pop().first) or first
    scan.found.append(
        DateMention(begin=begin, end=form.end, first=to_iso(first), last=to_iso(last), inferred=inferred, kind=kind)
    )
    _remember(scan, form, first, last)


def _join(scan: _Scan, form: Form, last: Moment) -> str:
    """Tell whether a day goes with the one just before it ("today and tomorrow", "Monday to Friday"), and how."""
    before = _day_just_before(scan, form)
    if not before or form.kind != "day" or not form.base:
        return ""
    if not 0 < (first_day(last) - first_day(before)).days < 14:
        return ""
    match = _JOINED.fullmatch(scan.text, scan.found[-1].end, form.begin)
    return "" if not match else "days" if match["and"] else "range"


def _day_just_before(scan: _Scan, form: Form) -> Moment | None:
    """Give the one day, counted and not written out, that is joined to this date by "and" or "to"."""
    if not scan.found or not _JOINED.fullmatch(scan.text, scan.found[-1].end, form.begin):
        return None
    before = scan.found[-1]
    return from_iso(before.last) if before.kind == "day" and before.inferred else None


def _remember(scan: _Scan, form: Form, first: Moment, last: Moment) -> None:
    """Make a date the one that later dates borrow their year from, or are counted from; not a deadline: "by 2015"."""
    if not last.month and _DEADLINE.search(scan.text, max(0, form.begin - 16), form.begin):
        return
    if form.unit == "week" and form.base == "issue":
        scan.week = form.amount, scan.block
    exact = scan.spoken is not None and scan.spoken[0].day > 0 and not first.day
    passing = exact and _PASSING.search(scan.text, scan.sentence.begin, form.begin) is not None
    fresh = first.month or not scan.spoken or scan.spoken_at < scan.sentence.begin
    if form.unit != "ordinal" and fresh and not passing:
        scan.spoken, scan.spoken_at = (first, last), form.begin
        if first.day and first != last:
            scan.period = (first, last)
    if form.kind != "range" and _SINCE.search(scan.text, max(0, form.begin - 8), form.begin):
        return
    scan.own = max(scan.own, form.last.year if form.last.day and last.day else 0)
    if form.last.year or (form.base == "issue" and not last.month):
        scan.explicit, scan.explicit_at = last, form.begin
        closing = not (form.base or last.month) and form.end + 1 >= scan.sentence.end  # "Two things came in 2005."
        leads = form.begin - scan.sentence.begin < _OPENING
        scan.leading = (
            leads or closing or (last.day > 0 and not _ASIDE.search(scan.text, scan.sentence.begin, form.begin))
        )
    elif form.base == "issue":
        scan.explicit = None


_ASIDE = re.compile(r"(?:,\s+(?:which|who|signed|adopted|concluded|established|founded|created)\b[^,;]*|\([^()]*)\Z")
"""What stands before the day of something that is told by the way: "the treaty, signed in Prague on ..."."""

_PASSING = re.compile(r"(?:,\s+(?:which|who|whose|where)\b[^;]*|\bthan\b[^,;]*|\([^()]*)\Z")
"""What stands before a month that a text names by the way: "146 States, which is 19 more than last March"."""


def _resolve(scan: _Scan, form: Form) -> Stretch | None:
    """Complete what a form says; None where the text does not tell enough."""
    if form.unit == "days of month" and form.base == "text":
        return _settle_days(scan, form)
    if form.base == "text" and form.unit == "weekday":
        return _settle_weekday(scan, form)
    if form.base == "text":
        spoken = _period(scan) if form.unit == "ordinal" else _spoken_near(scan, form)
        return reckon_from_text(form, spoken) if spoken else None
    if form.unit == "weekday" and (same := _same_weekday(scan, form)):
        return same
    if form.unit == "weekday" and (day := _find_day_of_period(scan, form)):
        return day, day
    if form.unit == "weekday" and (before := _day_just_before(scan, form)):
        return _end_week(scan, form, before)
    if form.base == "issue" and scan.issued:
        tense = _tense(scan, form)
        return reckon_from_issue(_in_week(scan, form, tense), scan.issued, tense=tense)
    if form.base == "issue":
        return reckon_within(form, scan.spoken) if scan.spoken else None
    if form.last.year:
        return form.first, form.last
    years = [_choose_year(scan, form), scan.issued.year if scan.issued else 0]
    return next((s for year in years if year and _fits_weekday(scan, form, s := set_year(form, year))), None)


def _in_week(scan: _Scan, form: Form, tense: str) -> Form:
    """Put a weekday into the week that the paragraph spoke of: "... next week. It will be opened on Thursday"."""
    if form.unit != "weekday" or scan.week is None or scan.week[1] != scan.block:
        return form
    which = {(1, "ahead"): "next", (-1, "back"): "last"}.get((scan.week[0], tense))
    return replace(form, unit=f"{which} week weekday") if which else form


def _end_week(scan: _Scan, form: Form, before: Moment) -> Stretch | None:
    """Read the end of "Monday to Friday"; where the sentence looks back, one that is past, with the first day."""
    found = reckon_from_issue(form, before, tense="ahead")
    late = found is not None and scan.issued is not None and scan.issued.day and found[1] > scan.issued
    joined = _JOINED.fullmatch(scan.text, scan.found[-1].end, form.begin)
    if found is None or not late or (joined and joined["and"]) or _tense(scan, form) != "back":
        return found
    opened, closed = (step(day, "day", -7) for day in (before, found[1]))
    if opened is None or closed is None:
        return found
    scan.found[-1] = replace(scan.found[-1], first=to_iso(opened), last=to_iso(opened))
    return closed, closed


def _fits_weekday(scan: _Scan, form: Form, stretch: Stretch) -> bool:
    """Tell whether a day falls on the weekday written before it: no "Saturday, July 21" in 1982."""
    written = scan.text[form.begin : form.begin + 3].casefold()
    first = stretch[0]
    if not first.day or written not in WEEKDAYS or not exists(first):
        return True
    return first_day(first).weekday() == WEEKDAYS.index(written)


def _same_weekday(scan: _Scan, form: Form) -> Stretch | None:
    """Give the day just named, where the weekday is only that day's: "two days earlier, on Saturday"."""
    if not scan.found or not _BESIDE.fullmatch(scan.text, scan.found[-1].end, form.begin):
        return None
    day = from_iso(scan.found[-1].last)
    if day is None or not day.day or first_day(day).weekday() != form.amount:
        return None
    return day, day


def _find_day_of_period(scan: _Scan, form: Form) -> Moment | None:
    """Give the weekday within the days that a text tells of, where these lay more than a week before its own day."""
    period, issued = scan.period, scan.issued
    if period is None or issued is None or not (issued.day and exists(period[0]) and exists(period[1])):
        return None
    first, last = map(first_day, period)
    if not len(WEEKDAYS) < (first_day(issued) - last).days <= _LATELY or (last - first).days >= len(WEEKDAYS):
        return None
    day = step(period[0], "day", (form.amount - first.weekday()) % 7)
    return day if day is not None and day <= period[1] and _tense(scan, form) != "ahead" else None


_BESIDE = re.compile(r"\s*,\s*(?:on\s+|a\s+)?|\s*\(\s*(?:a\s+)?")


def _settle_weekday(scan: _Scan, form: Form) -> Stretch | None:
    """Read "the Tuesday": the first one from the days spoken of last on, else as the text's own day has it."""
    spoken, issued = scan.spoken, scan.issued
    if spoken is not None and spoken[0].day and exists(spoken[0]):
        found = step(spoken[0], "day", (form.amount - first_day(spoken[0]).weekday()) % 7)
        if found is not None:
            return found, found
    if named := _find_named_day(scan, form.amount):
        return named, named
    return reckon_from_issue(form, issued, tense=_tense(scan, form)) if issued else None


def _find_named_day(scan: _Scan, weekday: int) -> Moment | None:
    """Give the last day of the text that is of a weekday: "the Monday lecture", of which the date was told."""
    named = (from_iso(date.first) for date in reversed(scan.found) if date.kind == "day")
    days = (day for day in named if day and day.day and first_day(day).weekday() == weekday)
    issued = first_day(scan.issued) if scan.issued and scan.issued.day else None
    return next((day for day in days if issued is None or abs((issued - first_day(day)).days) <= _LATELY), None)


_LATELY = 45
"""Days between the day of a text and one of which it speaks as "the Monday"."""


def _settle_days(scan: _Scan, form: Form) -> Stretch | None:
    """Put days without a month into the month spoken of last, else into the text's own or the one before it.

    A weekday that is written with the day has to agree.
    """
    months = [scan.spoken[1]] if scan.spoken and scan.spoken[1].month else []
    weekday = scan.text[form.begin : form.begin + 3].casefold() in WEEKDAYS
    if scan.issued and scan.issued.month and (weekday or not months):
        late = scan.issued.day and form.first.day > scan.issued.day and _tense(scan, form) != "ahead"
        before = step(scan.issued._replace(day=0), "month", -1)
        months += [month for month in ((before, scan.issued) if late else (scan.issued, before)) if month]
    stretches = (reckon_from_text(form, (month, month)) for month in months)
    return next((s for s in stretches if s and exists(s[1]) and _fits_weekday(scan, form, s)), None)


def _spoken_near(scan: _Scan, form: Form) -> Stretch | None:
    """Give the date from which "the following day" is counted: the day of issue for one of another year far above."""
    if scan.spoken is None or not scan.issued or form.unit != "day" or not form.amount:
        return scan.spoken
    apart = "\n\n" in scan.text[scan.spoken_at : form.begin] and scan.spoken[1].year < scan.issued.year
    return (scan.issued, scan.issued) if apart and scan.issued.day else scan.spoken


def _period(scan: _Scan) -> Stretch | None:
    """Give the range of days that "the second day" counts in, though a day of it, or of another year, came since."""
    if scan.period is None or scan.spoken is None:
        return scan.spoken
    single = scan.spoken[0] == scan.spoken[1] and scan.spoken_at < scan.sentence.begin
    other_year = single and scan.spoken[0].year != scan.period[0].year
    return scan.period if other_year or scan.period[0] <= scan.spoken[0] <= scan.period[1] else scan.spoken


_GIVEN_UP = re.compile(
    r"\b(?:(?:had|was|were)\s+(?:first|originally|initially|to\s+have)\b"
    r"|(?:was|were|(?:had|has|have)\s+been|(?:had|has|have)\s+to\s+be)\s+(?:called\s+off|cancel+ed|dropped|abandoned|put\s+off|postponed|deferred)"
    r"|did\s+not\s+(?:happen|take\s+place|go\s+ahead|materiali[sz]e)|(?:was|were)\s+not\s+held|never\s+took\s+place"
    r"|fell\s+through|came\s+to\s+nothing)"
)
"""What says that a day was only meant for something: it may be past or to come."""
_NEXT = 160
"""Characters behind a sentence that is no more than a date within which the next one tells its tense."""
_TOLD = 60
"""Characters behind a day within which that may be said."""


_MOVED = re.compile(
    r"\b(?P<now>(?:has|have|is|are)\s+(?:\w+\s+)?)?(?:been\s+|being\s+)?"
    r"(?:deferred|postponed|put\s+(?:off|back)|pushed\s+back|moved|shifted|rescheduled|adjourned|brought\s+forward|delayed)"
    r"\s+(?:\w+\s+){0,4}?(?:to|until|till)\s+(?:the\s+)?\Z"
)
"""What stands before the new day of what was put off: still to come where it has been, else past or to come."""


def _tense(scan: _Scan, form: Form) -> str:
    before = scan.text[max(scan.sentence.begin, form.begin - 5) : form.begin]
    if before.rstrip().endswith((" for", " For")):
        told = scan.text[scan.sentence.begin : min(scan.sentence.end, form.end + _TOLD)]
        return "" if _GIVEN_UP.search(told) else "ahead"
    inside = scan.sentence.begin <= form.begin < scan.sentence.end
    if inside and (moved := _MOVED.search(scan.text, scan.sentence.begin, form.begin)):
        return "ahead" if moved["now"] else ""
    sentence = scan.sentence
    alone = not form.base and form.begin == sentence.begin and form.end + 1 >= sentence.end
    if inside and alone and scan.block >= 0:  # "27 May. They met ..."
        sentence = Span(sentence.begin, min(scan.blocks[scan.block].span.end, sentence.end + _NEXT))
    tense = find_tense(scan.text, sentence, form.begin, form.end) if inside else ""
    told = scan.text[form.end : min(sentence.end, form.end + _TOLD)]
    return "" if tense == "ahead" and _GIVEN_UP.search(told) else tense


def _choose_year(scan: _Scan, form: Form) -> int:
    """Choose the year of a date that gives none; 0 where nothing tells.

    A year in the same sentence goes first, then one that the heading gives, then (looking back) one in the
    same paragraph; else it is the year of the text, or its neighbour where the tense asks for that.
    """
    issued, explicit = scan.issued, scan.explicit
    if not issued:
        near = explicit is not None and scan.explicit_at >= scan.sentence.begin and _shares_year(scan, form)
        return (
            (explicit.year if explicit and near else 0)
            or scan.heading
            or scan.own
            or (explicit.year if explicit else 0)
            or _find_year_behind(scan, form)
        )
    if _COMING.search(scan.text, max(0, form.begin - 8), form.begin):
        return issued.year + ((form.first.month, form.first.day) <= (issued.month, issued.day))
    shared = explicit is not None and scan.explicit_at >= scan.sentence.begin and _shares_year(scan, form)
    if explicit and shared and not (explicit.year < issued.year and _tense(scan, form) == "ahead"):
        return explicit.year
    if behind := _find_year_behind(scan, form):
        return behind
    tense = _tense(scan, form)
    if scan.heading and scan.heading != issued.year and not (tense == "ahead" and scan.heading < issued.year):
        return scan.heading
    in_block = scan.block >= 0 and scan.blocks[scan.block].span.begin <= scan.explicit_at < scan.sentence.begin
    own = explicit == issued  # no more than the dateline
    if explicit and not own and scan.leading and in_block and tense != "ahead" and explicit.year <= issued.year:
        if form.first.month >= explicit.month:
            return explicit.year
        # A story goes on in time: "It took force on 1 April" told after 23 October 2006 is of the next year.
        goes_on = _GOES_ON.match(scan.text, scan.sentence.begin)
        return min(explicit.year + 1, issued.year) if goes_on else issued.year
    if not issued.month and tense != "ahead" and (told := _find_told_month(scan, form, issued)):
        return told
    return issued.year + (_year_from_tense(scan, form, issued, tense) if issued.month else 0)


def _find_year_behind(scan: _Scan, form: Form) -> int:
    """Give the year that comes with the next date of a row: "in Lima on 3 March and in Quito on 6 June 2005"."""
    for later in scan.later:
        between = scan.text[form.end : later.begin]
        if later.begin >= scan.sentence.end or not _ROW.fullmatch(between) or later.base:
            return 0
        if later.first.year:
            return later.first.year if form.last.month <= later.first.month else 0
    return 0


_ROW = re.compile(r"(?:(?!\b(?:who|which|that|where|when|since|from|by|is|are|will)\b)[^.;:()])*\band\b[^.;:()]*")
"""What stands between two dates of a row, the last of which has the year."""
_COMING = re.compile(r"\b(?:next|coming)\s+\Z")


def _find_told_month(scan: _Scan, form: Form, issued: Moment) -> int:
    """Give the year with which the month of a date was last named, where the text's own day is no more than a year."""
    dates = (from_iso(date.last) for date in reversed(scan.found) if not date.inferred)
    return next((d.year for d in dates if d and d.month == form.first.month and d.year <= issued.year), 0)


_GOES_ON = re.compile(r"(?:It|They|He|She|This|That)\b")
"""What a sentence opens with that goes on about the one before."""


def _shares_year(scan: _Scan, form: Form) -> bool:
    """Tell whether a date goes with the year named before it in the sentence, rather than with the text's own.

    A year in passing ("a signatory since 1996, it ratified in March") does not reach over a comma, but one at
    the head of the sentence, or with a day, does.
    """
    if scan.leading:
        return True
    passed = scan.text[max(scan.explicit_at, form.begin - 400) : form.begin]
    return not re.search("[,;]", passed)


def _year_from_tense(scan: _Scan, form: Form, issued: Moment, tense: str) -> int:
    """Give 1 for the year after that of the text, -1 for the one before, else 0."""
    whole = form.last.day == 0
    late = form.first.month > issued.month or (not whole and form.first[1:] > (issued.month, issued.day or 31))
    early = form.last.month < issued.month or (not whole and form.last[1:] < (issued.month, issued.day or 1))
    if early and tense == "ahead":
        return 1
    if not late or tense == "ahead":
        return 0
    aside = _BRACKETED.search(scan.text, max(scan.sentence.begin, form.begin - 60), form.begin)
    if tense == "back" and not aside and not (whole and _is_modifier(scan.text, form)):
        return -1
    # nothing tells: the nearer of the day to come and the day gone by
    ahead = (form.first.month - issued.month) % 12
    return -1 if ahead > _NEARER and _in_prose(scan, form) else 0


_BRACKETED = re.compile(r"\([^()]*\Z")
"""What a day stands behind that the verb of the sentence does not reach: "spoke of the conference (Lima, 5 May)"."""
_MODIFIED = re.compile(r"\s+(?!and\b|or\b|to\b|but\b)[a-z]{4,}(?<!ed)\b")


def _is_modifier(text: str, form: Form) -> bool:
    """Tell a month that only names an event, whatever the verb says: "the December conference"."""
    determined = text[max(0, form.begin - 6) : form.begin].split()[-1:]
    return not load_words("determiners").isdisjoint(determined) and _MODIFIED.match(text, form.end) is not None


_NEARER = 6
"""Months ahead beyond which a date without a year or a tense is taken for one of the year before."""


def _in_prose(scan: _Scan, form: Form) -> bool:
    """Tell running text from the entry of a calendar, whose date opens a line."""
    if scan.block < 0 or scan.blocks[scan.block].kind != "paragraph":
        return False
    line = scan.text.rfind("\n", 0, form.begin) + 1
    return bool(scan.text[line : form.begin].strip()) or form.begin > scan.sentence.begin
