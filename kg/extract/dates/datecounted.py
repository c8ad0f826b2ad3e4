"""Dates that are counted from another day ("yesterday", "last Friday", "two days later"): patterns and readers."""

import re
from dataclasses import replace

from kg.extract.words.dateform import (
    MONTH,
    SEASONS,
    TO,
    WEEKDAY,
    WEEKDAYS,
    Form,
    Way,
    day_numbers,
    read_tail,
    shift,
    tail,
    words_before,
)
from kg.extract.words.moment import Moment
from kg.extract.words.numeral import NUMBERS, ORDINALS

_PRECISION = {"day": "day", "week": "month", "month": "month", "year": "year"}


def _counted(match: re.Match[str], base: str, unit: str, amount: int, kind: str | None = None) -> Form:
    """Make a form that is to be counted; from another date of the text it is of the kind `relative`."""
    chosen = kind or ("relative" if base == "text" else _PRECISION[unit])
    return Form(begin=match.start(), end=match.end(), kind=chosen, base=base, unit=unit, amount=amount)


def _read_today(match: re.Match[str]) -> Form:
    """Read `today`, `this morning`, `last night`, `tomorrow`, `the day before yesterday`."""
    word = match.group().casefold().split()[0]
    days = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    beyond = _BEYOND.search(match.string, max(0, match.start() - _WEEK), match.start())
    read = _counted(match, "issue", "day", days * 2 if beyond else days)
    return read if beyond is None else replace(read, begin=beyond.start())


_BEYOND = re.compile(r"(?<!\w)(?:the\s+)?day\s+(?:before|after)\s+\Z", re.IGNORECASE)


_DATE_AFTER = re.compile(r"\s*\(\s*\d|\s+\d{1,2}(?:st|nd|rd|th)?\b(?!:)")


def _read_weekday(match: re.Match[str]) -> Form | None:
    """Read `on Tuesday`, `last Friday`, `Monday next`, `Friday of last week`; not `Fridays`, nor an abbreviation."""
    name = match["weekday"]
    if not name[0].isupper() or not name.casefold().endswith("day"):
        return None
    if _DATE_AFTER.match(match.string, match.end()):
        return None  # "Monday (26 March)", "Thursday 5 and Friday 6 June": the date itself says more
    week = _WEEK_BEFORE.search(match.string, max(0, match.start() - _WEEK), match.start())
    which = (match["which"] or match["behind"] or match["shared"] or (week[1] if week else "")).casefold()
    which = " ".join(which.split())
    if words_before(match)[-1:] == ["the"] and not which:
        return _counted(match, "text", "weekday", WEEKDAYS.index(name[:3].casefold()), "day")
    way = {"past": "last ", "previous": "last ", "coming": "next ", "": ""}.get(which, f"{which} ")
    return _counted(match, "issue", f"{way}weekday", WEEKDAYS.index(name[:3].casefold()), "day")


_WEEK = 48
"""Characters before a weekday in which the week that is meant may stand."""
_WEEK_BEFORE = re.compile(
    rf"\b((?:last|this|next)\s+week),?\s+(?:(?:from|between|on)\s+)?(?:{WEEKDAY}{TO}|{WEEKDAY}\s+and\s+)?\Z",
    re.IGNORECASE,
)
"""The week before its days: "next week, from Tuesday to Friday"."""


def _read_unit(match: re.Match[str]) -> Form | None:
    """Read `this week`, `last month`, `the following day`, `that year`."""
    which, unit = match["which"].casefold(), match["unit"].casefold()
    base, amount = shift(which)
    if unit == "day" and base == "issue":
        return _counted(match, "text", "day", 1) if which == "next" else None
    return _counted(match, base, unit, amount)


def _read_within(match: re.Match[str]) -> Form:
    """Read `earlier in the week`, `later in the year`."""
    return _counted(match, "issue", match["unit"].casefold(), 0)


def _read_anniversary(match: re.Match[str]) -> Form:
    """Read `the same day last year`."""
    return _counted(match, "issue", "anniversary", shift(match["which"])[1], "day")


def _read_season(match: re.Match[str]) -> Form | None:
    """Read `summer 2005`, `last autumn`, `that spring`; a season is as coarse as a year here."""
    years, which = read_tail(match, 1), (match["which"] or "").casefold()
    if any(years):
        moment = Moment(years.year + bool(match["second"]))  # "Winter 1991/92" is that which ends in 1992
        unit = "year" if years.base else ""
        return Form(
            begin=match.start(),
            end=match.end(),
            kind="year",
            first=moment,
            last=moment,
            base=years.base,
            unit=unit,
            amount=years.amount,
        )
    if not which:
        return None
    base = shift(which)[0]
    return _counted(match, base, f"{which} season", SEASONS[match["season"].casefold()], "year")


def _read_count(match: re.Match[str]) -> Form | None:
    """Read `two days later`, `three weeks ago`, `a day earlier`, `the day before`, `in four days' time`."""
    count = (match["count"] or "a").casefold()
    if words_before(match)[-1:] == ["half"]:
        return None
    amount = int(count) if count.isdigit() else NUMBERS.get(count, 1)
    way = " ".join(match["way"].casefold().split())
    if way in {"ago", "earlier", "before", "before that", "previously", "since"}:
        amount = -amount
    base = "issue" if way in {"ago", "since", "from now", "hence", "time"} else "text"
    return _counted(match, base, match["unit"].casefold(), amount)


def _read_ordinal_day(match: re.Match[str]) -> Form:
    """Read `the second day`, `the closing day`: a day of the event whose dates were given before."""
    word = match["ordinal"].casefold()
    amount = 1 if word == "opening" else 0 if word in {"final", "last", "closing"} else ORDINALS[word]
    return _counted(match, "text", "ordinal", amount)


def _read_day_of_month(match: re.Match[str]) -> Form | None:
    """Read `the 13th of that month`, `from the 19th to the 23rd`: days of the month spoken of last."""
    days = day_numbers(match.groupdict().get("days") or match["figures"])
    if sorted(set(days)) != days:
        return None
    first, last = Moment(0, 0, days[0]), Moment(0, 0, days[-1])
    return Form(
        begin=match.start(), end=match.end(), kind="relative", first=first, last=last, base="text", unit="days of month"
    )


def _read_day_alone(match: re.Match[str]) -> Form | None:
    """Read `on the 14th`: a day of the month spoken of last."""
    before = words_before(match)[-2:]
    moved = before == ["to", "the"] and words_before(match)[-3:-2] in (["moved"], ["postponed"], ["off"], ["forward"])
    moved = moved or (before[-1:] == ["on"] and match.string[match.end() : match.end() + 1] in {",", ".", ";", ")"})
    return _read_day_of_month(match) if moved or before in (["on", "the"], ["until", "the"], ["from", "the"]) else None


def _read_weekday_and_day(match: re.Match[str]) -> Form | None:
    """Read `Sunday the 28th`, `TUESDAY 9.`: a day of the month spoken of last, or of the text's own."""
    return _read_day_of_month(match) if match["weekday"][0].isupper() else None


def _read_day_of_this_month(match: re.Match[str]) -> Form | None:
    """Read `the 12th to the 14th of this month`, `the 5th of last month`, `on the 3rd instant`."""
    days = day_numbers(match["days"])
    if sorted(set(days)) != days:
        return None
    which = match["which"].casefold()
    return Form(
        begin=match.start(),
        end=match.end(),
        kind="day" if len(days) == 1 else "range",
        first=Moment(0, 0, days[0]),
        last=Moment(0, 0, days[-1]),
        base="issue",
        unit="days of month",
        amount=-1 if which.startswith(("last", "ult")) else 1 if which.startswith(("next", "prox")) else 0,
    )


_UNIT = r"(?P<unit>day|week|month|year)"
_BEHIND = r"(?:last|this|next)(?:\s+week\b|\b(?=\s*[.,;:)]|\s*$|\s+(?:in|at|on|by|with)\b))"
"""What says of a weekday behind it which one is meant: "Friday last", "Thursday and Friday of next week"."""
_NTH = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)\b"
_NTH_DAYS = rf"(?P<days>{_NTH}(?:(?:{TO}|\s+and\s+)(?:the\s+)?{_NTH})?)"
_CLAUSE = "he|she|they|we|i|it|the|a|an|his|her|its|their|there|president|minister|mr|ms|mrs"
"""What may open the clause behind a day: "on the 24th he called on ..."."""
_PLAIN_DAYS = r"(?P<figures>[12]?\d|3[01])"
_COUNT = r"(?P<count>" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"|an?|\d{1,2})"

COUNTED = (
    Way(
        "letter",
        r"(?:today|tonight|yesterday|tomorrow|this\s+(?:morning|afternoon|evening)|last\s+(?:night|evening))\b",
        _read_today,
    ),
    Way("letter", r"same\s+day\s+(?:of\s+)?(?P<which>last|next)\s+year\b", _read_anniversary),
    Way(
        "letter",
        rf"(?P<weekday>{WEEKDAY})\s*,?\s+(?:the\s+{_NTH_DAYS}|{_PLAIN_DAYS}(?=\s*[.:,;)](?!\d)|\s*$|\s{{2,}}\S))"
        rf"(?!\s*(?:of\s+)?{MONTH})(?!\s+of\b)",
        _read_weekday_and_day,
    ),
    Way(
        "letter",
        rf"(?:(?P<which>last|this|next|past|previous|coming)\s+)?(?P<weekday>{WEEKDAY})"
        rf"(?:,?\s+(?:of\s+)?(?P<behind>{_BEHIND})|(?=(?:{TO}|\s+and\s+){WEEKDAY},?\s+(?:of\s+)?(?P<shared>{_BEHIND})))?",
        _read_weekday,
    ),
    Way(
        "letter",
        rf"(?P<which>this|last|next|same|that|previous|preceding|following|current|coming|past)\s+{_UNIT}\b(?!\s+of\b)",
        _read_unit,
    ),
    Way("letter", rf"(?:earlier|later)\s+in\s+the\s+{_UNIT}\b", _read_within),
    Way(
        "letter",
        r"(?:(?P<which>this|last|next|that|same)\s+)?(?P<season>spring|summer|autumn|fall|winter)\b"
        + tail(1)
        + r"(?P<second>(?<=\d{4})[/–-](?:\d\d){1,2}\b)?",
        _read_season,
    ),
    Way(
        "any",
        rf"{_COUNT}\s+{_UNIT}(?:['’]?s?|s['’])\s+(?P<way>ago|later|earlier|afterwards|from\s+now|hence|previously"
        r"|time|(?:before|after|since)(?:\s+that)?(?=\s*[.,;:)]|\s*$|\s+(?:in|at|on|he|she|they|it|a)\b))(?!\w)",
        _read_count,
    ),
    Way(
        "letter",
        rf"the\s+(?P<count>){_UNIT}\s+(?P<way>before|after)\b(?=\s*[.,;:)]|\s*$|\s+(?:in|at|on|he|she|they|it|a)\b)",
        _read_count,
    ),
    Way(
        "letter",
        r"(?P<ordinal>first|second|third|fourth|fifth|opening|closing|final|last)\s+day\b(?!\s+of\s+(?!the\b))",
        _read_ordinal_day,
    ),
    Way(
        "digit",
        rf"(?P<days>{_NTH}(?:(?:{TO}|\s+and\s+)(?:the\s+)?{_NTH})?)\s+(?:of\s+)?"
        r"(?P<which>(?:this|last|next)(?=\s+month\b)|(?:instant|ultimo|proximo|inst|ult|prox)\b)(?:\s+month\b)?",
        _read_day_of_this_month,
    ),
    Way(
        "digit",
        rf"(?P<days>\d{{1,2}}(?:(?:{TO}|\s+and\s+)\d{{1,2}})?)\s+(?P<which>instant|ultimo|proximo|inst|ult|prox)\b",
        _read_day_of_this_month,
    ),
    Way("digit", rf"(?P<days>{_NTH})\s+of\s+(?:that|the\s+same|the)\s+month\b", _read_day_of_month),
    Way(
        "digit",
        rf"(?P<days>{_NTH}(?:{TO}|\s+and\s+)(?:the\s+)?{_NTH})(?:\s+of\s+(?:that|the|the\s+same)\s+month\b|(?=\s*[.,;:)]|\s+(?:in|at|by|with)\b))",
        _read_day_of_month,
    ),
    Way(
        "digit",
        rf"(?P<days>{_NTH})(?=\s*[.,;:)]|\s*$|\s+(?:in|at|by|with|when|because|owing|{_CLAUSE}|and\s+(?!the\b|\d))\b)",
        _read_day_alone,
    ),
)  # fmt: skip
"""The ways of writing counted dates, in the order in which they are tried."""
