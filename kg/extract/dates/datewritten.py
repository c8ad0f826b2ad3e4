"""Dates written with a day, a month or a year of the calendar: patterns and readers."""

import re
from functools import lru_cache

from kg.extract.words.dateform import (
    AND,
    DAY,
    LEAD,
    MONTH,
    MONTH_NAME,
    NO_YEARS,
    NUMBERED,
    TO,
    WEEKDAY,
    YEAR,
    Form,
    Way,
    Years,
    day_numbers,
    month_number,
    read_tail,
    shift,
    tail,
    words_before,
)
from kg.extract.words.moment import Moment
from kg.extract.words.numeral import ROMAN
from kg.extract.words.wordclass import load_pairs, load_words

# "March 26 and 27 States joined": a number before a plural counts things and is no day.
_NOT_COUNTING = (
    r"(?!\s+(?:States?\b|[Cc]ountries|[Nn]ations|million|billion|thousand|hundred|percent|per\s+cent|people\b"
    r"|(?!(?:was|has|across|towards|this|always|discuss|address)\b)[a-z]{3,}s\b))"
)


def _form(match: re.Match[str], kind: str, first: Moment, last: Moment, years: Years = NO_YEARS) -> Form:
    unit = "year" if years.base else ""
    return Form(
        begin=match.start(),
        end=match.end(),
        kind=kind,
        first=first,
        last=last,
        base=years.base,
        unit=unit,
        amount=years.amount,
    )


def _read_iso(match: re.Match[str]) -> Form:
    """Read `2007-03-26`, `2007/3/26` and `2007-03-26/2007-03-27`."""
    first = Moment(int(match["y"]), int(match["m"]), int(match["d"]))
    last = Moment(int(match["y2"]), int(match["m2"]), int(match["d2"])) if match["y2"] else first
    return _form(match, "day" if first == last else "range", first, last)


def _read_numeric(match: re.Match[str]) -> Form | None:
    """Read `26.03.2007`, `26/03/07`, `2.11. to 20.11.1998`.

    Nothing where day and month could be either way round and no other date tells, nor for what may be a section.
    """
    if (
        match["sep"] == "."
        and match["y"][0] == "0"
        and not _LEADS_DAY.search(match.string[max(0, match.start() - 6) : match.start()])
    ):
        return None
    day, month, year = int(match["d"]), int(match["m"]), _to_year(match["y"])
    if match["sep"] != "." and day != month:
        order = _find_order(match.string) if day <= 12 and month <= 12 else ""
        if month > 12 >= day or order == "month":
            day, month = month, day
        elif day <= 12 and not order:
            return None
    return _form_days(match, Moment(year, month, day))


def _to_year(figures: str) -> int:
    """Give the year of four figures, or of its last two."""
    year = int(figures)
    return year if year > 99 else year + (1900 if year > _THIS_CENTURY else 2000)


def _form_days(match: re.Match[str], last: Moment) -> Form:
    """Form the stretch up to a day from the day before it, and the month if it has one: `30.5.-1.6.2012`."""
    first = last._replace(day=int(match["d0"])) if match["d0"] else last
    if match["d0"] and match["m0"]:
        month = int(match["m0"])
        first = first._replace(month=month, year=last.year - (month > last.month))
    return _form(match, "day" if first == last else "range", first, last)


_LEADS_DAY = re.compile(r"(?:\b(?:on|of|from|dated|by|since|until|till)\s|[(:])\s?\Z")
"""What stands before "9.3.00" where it is a day and no section of a report."""
_THIS_CENTURY = 49
"""Two figures for a year, up to these, are of the years from 2000 on."""
_DAY_FIRST = re.compile(rf"(?<![\w.,:/-])[1-9]\d?(?:st|nd|rd|th)?(?: of)? {MONTH_NAME}(?!\w)")
_MONTH_FIRST = re.compile(rf"(?<!\d )(?<!\d of )(?<!\w){MONTH_NAME} [1-9]\d?(?:st|nd|rd|th)?(?![\w:])")


@lru_cache(maxsize=4)
def _find_order(text: str) -> str:
    """Say what a text that spells months out writes first, `day` or `month`; an empty string where it does both."""
    days, months = _DAY_FIRST.search(text) is not None, _MONTH_FIRST.search(text) is not None
    return "" if days == months else "day" if days else "month"


def _read_roman(match: re.Match[str]) -> Form:
    """Read `12.IV.1998`, `12-13.IV.1998` and `12/IV/98`."""
    return _form_days(match, Moment(_to_year(match["y"]), ROMAN[match["m"].casefold()], int(match["d"])))


def _read_foreign(match: re.Match[str]) -> Form:
    """Read `17 de enero de 1992`, `8 juillet 1999`, as the heads of texts have them whose body is English."""
    day = Moment(
        int(match["y"]), int(load_pairs("foreign-months")[match["m"].casefold()]), int(match["d"].removesuffix("er"))
    )
    return _form(match, "day", day, day)


def _read_day(match: re.Match[str]) -> Form | None:
    """Read `26-27 March 2007`, `28 and 29 November`, `30 May to 1 June`, `the first of June`, `March 26-27`."""
    days = day_numbers(match["days"])
    worded = not any(c.isdigit() for c in match["days"])
    if words_before(match)[-1:] and words_before(match)[-1].rstrip(".") in load_words("issue-numbers"):
        return None
    if sorted(set(days)) != days or (worded and not match.groupdict().get("of", "of")):
        return None
    month, years = month_number(match["month"]), read_tail(match, 1)
    if match["month2"]:
        return _read_two_months(match, Moment(years.year, month, days[0]))
    kind = "day"
    if len(days) > 1:
        joined = re.search(TO, match["days"], re.IGNORECASE) or words_before(match)[-1:] == ["between"]
        kind = "range" if joined else "days"
    elif words_before(match)[-2:] in (["week", "of"], ["week", "beginning"], ["week", "starting"], ["week", "from"]):
        return _form(match, "month", Moment(years.year, month), Moment(years.year, month), years)
    return _form(match, kind, Moment(years.year, month, days[0]), Moment(years.year, month, days[-1]), years)


def _read_two_months(match: re.Match[str], first: Moment) -> Form:
    """Read the second end of `30 May to 1 June 2012`; a stretch over New Year begins in the year before."""
    first_years, last_years = read_tail(match, 1), read_tail(match, 2)
    years = last_years if any(last_years) else first_years
    last = Moment(years.year, month_number(match["month2"]), *day_numbers(match.groupdict().get("day2") or "")[:1])
    if years.year and not first.year:
        first = first._replace(year=years.year - (last.month < first.month))
    joined = match["to2"] or words_before(match)[-1:] == ["between"] or not last.day
    return _form(match, "range" if joined else "days", first, last, years)


def _read_month(match: re.Match[str]) -> Form | None:
    """Read `May 2007`, `April-May 2020`, `mid-May`, `last August`, `in March`."""
    years = read_tail(match, 1)
    dated = any(years) or any(read_tail(match, 2))
    if not dated and not _stands_alone(match):
        return None
    moment = Moment(years.year, month_number(match["month"]))
    if match["month2"]:
        return _read_two_months(match, moment)
    which = (match["which"] or "").casefold()
    if not which or dated:
        return _form(match, "month", moment, moment, years)
    unit = f"{_OTHER.get(which, 'this')} month name"
    return Form(
        begin=match.start(),
        end=match.end(),
        kind="month",
        first=moment,
        last=moment,
        base=shift(which)[0],
        unit=unit,
    )


_OTHER = {which: which for which in ("last", "next", "following", "previous")}
_OTHER |= {"ensuing": "following", "preceding": "previous"}
"""Words that make a month another than that of the year spoken of, and the one of them that stands for each."""


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell a month without day and year from the verbs and names that look like it."""
    name = match["month"].strip(".")
    if not name[0].isupper():
        return False
    if match["which"] or match["part"]:
        return True
    named = match.string[match.end() : match.end() + 2].strip()[:1].isupper()
    doubtful = name.casefold() in load_words("doubtful-months")
    if words_before(match)[-1:] and words_before(match)[-1] in load_words("before-month"):
        if named and doubtful:
            return words_before(match)[-1] in {"in", "since", "during", "until", "mid", "late", "early"}
        return len(name) > 3 or name.casefold() not in {"mar", "dec", "sep", "nov", "jan"}
    if doubtful and words_before(match)[-1:] and words_before(match)[-1] in load_words("determiners"):
        return bool(_NOUN_AFTER.match(match.string, match.end()))
    return not doubtful and len(name) > 3 and not named


_NOUN_AFTER = re.compile(r"\s+(?!(?:of|on|for|to|from|against|by|past|in|at|and|was|is|has|had)\b)[a-z]{4,}\b")
"""A noun in small letters, before which "the June" or "their March" is a month: "the May seminar"."""


def _read_years(match: re.Match[str]) -> Form | None:
    """Read `2004-2005`, `1998-99`, `2007/08`, `between 2004 and 2006`; `2003-07` is July."""
    first, rest = int(match["y"]), match["rest"]
    last = int(rest) if len(rest) == 4 else first - first % 100 + int(rest)
    if len(rest) == 2 and last != first + 1 and match["sep"] == "-" and 1 <= int(rest) <= 12:
        return _form(match, "month", Moment(first, int(rest)), Moment(first, int(rest)))
    if len(rest) == 2 and last < first:
        last += 100
    if len(rest) == 2 and match["sep"] == "/" and last != first + 1:
        return None  # "1999/25" is a number
    if not first < last < first + 30 or (match["sep"] == "and" and words_before(match)[-1:] != ["between"]):
        return None
    return _form(match, "range", Moment(first), Moment(last))


_COUNTED_BEFORE = re.compile(
    r"(?:\b(?:no|nos|nr|number|room|page|pages|pp?|paragraph|para|article|rule|line|box|tel|fax|about|some|nearly|almost"
    r"|over|than|approximately|resolutions?|decision|least|most|only|another|all|usd?|eur)\.?\s*"
    r"|\b(?:resolution|res|decree|decision|law)\.?\s+\S+(?:\s+[A-Z]{1,3})?\s*\(|[$€£]\s*|[+#/]|\d\s+|\d[.,:-]|\bA/\S*\s*\(?)$",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r"\s*(?:%|km|kg|percent\b|per\s+cent|million|billion|hours?\b|hrs?\b|m²|-strong|metres?|meters?|miles?|tons?\b|tonnes?"
    r"|square|people|men\b|women\b|troops|soldiers|persons|participants|delegates|mines\b|dollars|euros|US\$)"
    r"|[.,:]\d|\s+\d{2,}|-\d|/\d|[A-Za-z]",
)
_PLURAL_AFTER = re.compile(r"\s+(?!(?:was|has|across|towards|this)\b)[a-z]{3,}s\b")
_ATTRIBUTED = re.compile(
    r"(?:\b(?:the|its|their|our|his|her|this|that|an?|in|of|since|by|from|until|late|early|mid|and)|['’]s?|[-–—])\s*$",
    re.IGNORECASE,
)


_DECADE = re.compile(r"\b(?:the|early|mid|late)[\s-]+\d\d\d0['’]s\b", re.IGNORECASE)


def _read_year(match: re.Match[str]) -> Form | None:
    """Read a year by itself, told from counts, decades, resolutions and telephone numbers by its neighbours."""
    text, year = match.string, int(match["y"])
    before = text[max(0, match.start() - 32) : match.start()]
    if not 1900 <= year <= 2060 or _COUNTED_BEFORE.search(before) or _COUNTED_AFTER.match(text, match.end()):
        return None
    if _PLURAL_AFTER.match(text, match.end()) and not _ATTRIBUTED.search(before):
        return None
    if _DECADE.search(text, max(0, match.start() - 6), match.end() + 2):
        return None
    return _form(match, "year", Moment(year), Moment(year))


_ISO = r"(?P<y{0}>\d{{4}})-(?P<m{0}>0[1-9]|1[0-2])-(?P<d{0}>[0-3]\d)(?!\d)"
_FIRST_DAY = r"(?:(?P<d0>\d{1,2})(?:\.(?P<m0>0?[1-9]|1[0-2]))?\.?(?:\s?[-–]\s?|\s+(?:to|till|until|through)\s+))?"
_NUMERIC_YEAR = r"(?P<y>1[89]\d\d|20\d\d)(?!\d|\.\d)"
_ANY_YEAR = r"(?P<y>1[89]\d\d|20\d\d|[5-9]\d|0\d)(?![\w/.-]*\w)"
"""A year of two figures or four; the two are those of no count of sections: "7.5.92" and "9.3.00", but not "5.2.10"."""
_ROMAN = r"(?:x?i{1,3}|i?[vx]|vi{1,3}|xi{0,2})"

WRITTEN = (
    Way(
        "digit",
        _ISO.format("") + r"(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?:\s*(?:/|–|-|to)\s*" + _ISO.format("2") + r")?",
        _read_iso,
    ),
    Way(
        "digit",
        r"(?<![/.-])(?P<y>(?:19|20)\d\d)(?P<sep>[/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[0-3]?\d)(?![\d/]|\.\d)(?P<y2>)",
        _read_iso,
    ),
    Way(
        "digit",
        _FIRST_DAY + r"(?P<d>\d{1,2})(?P<sep>[./-]|\. )(?P<m>\d{1,2})(?P=sep)" + _NUMERIC_YEAR,
        _read_numeric,
    ),
    Way(
        "digit",
        r"(?P<d0>)(?P<m0>)(?P<d>\d{1,2})(?P<sep>/)(?P<m>\d{1,2})/(?P<y>\d\d)(?![\w/.,-]*\d)(?!/)",
        _read_numeric,
    ),
    Way("digit", r"(?P<d0>)(?P<m0>)(?P<d>\d{1,2})(?P<sep>\.)(?P<m>0?[1-9]|1[0-2])\." + _ANY_YEAR, _read_numeric),
    Way(
        "digit",
        rf"(?P<d0>)(?P<m0>)(?P<d>\d{{1,2}})(?P<sep>[./-])(?P<m>{_ROMAN})(?P=sep){_ANY_YEAR}",
        _read_roman,
    ),
    Way(
        "digit",
        _FIRST_DAY + rf"(?P<d>\d{{1,2}})\.?\s?(?P<m>{_ROMAN})\.\s?" + _NUMERIC_YEAR,
        _read_roman,
    ),
    Way(
        "digit",
        rf"(?P<d>{NUMBERED}|1er)\.?\s+(?:de\s+)?(?P<m>{'|'.join(sorted(load_pairs('foreign-months')))})\s+(?:del?\s+)?(?P<y>{YEAR})",
        _read_foreign,
    ),
    Way(
        "any",
        rf"{LEAD}(?P<days>{DAY}(?:(?:{TO}|{AND}){LEAD}{DAY}){{0,9}})(?P<of>\s*of)?\s*-?\s*(?P<month>{MONTH}){tail(1)}"
        rf"(?:(?:(?P<to2>{TO})|{AND}){LEAD}(?P<day2>{DAY})\s*(?:of\s+)?(?P<month2>{MONTH}){tail(2)})?",
        _read_day,
    ),
    Way(
        "letter",
        rf"(?:{WEEKDAY}\s*,?\s*)?(?P<month>{MONTH})(?!\s+the\s+(?-i:[A-Z][a-z]+\s+[A-Z]))\s*(?:the\s+)?"
        rf"(?P<days>{DAY}(?:(?:{TO}|{AND})(?:the\s+)?{DAY}(?!\s*{MONTH}\s*{DAY}){_NOT_COUNTING}){{0,9}})"
        rf"(?!\s*(?:million|billion|per\s?cent)){tail(1)}"
        rf"(?:(?:(?P<to2>{TO})|{AND}){LEAD}(?P<month2>{MONTH})\s*(?P<day2>{DAY}){tail(2)})?",
        _read_day,
    ),
    Way(
        "letter",
        rf"(?:(?!(?:this|next|coming)\s+{MONTH}\s*\d{{1,2}}(?![\d:]))(?P<which>this|last|next|that|same|past|coming|following|ensuing|previous|preceding)\s+)?"
        r"(?P<part>mid[\s-]*|early[\s-]+|late[\s-]+)?"
        rf"(?P<month>{MONTH}){tail(1)}"
        rf"(?:(?:(?P<to2>{TO})|\s+and\s+)(?P<month2>{MONTH})(?!\s*\d{{1,2}}(?!\d)){tail(2)})?",
        _read_month,
    ),
    Way(
        "digit",
        rf"(?P<y>{YEAR})\s*(?P<sep>[-–—/]|to\b|and\b)\s*(?P<rest>(?:19|20)\d\d|\d\d)(?![\d\w%-]|[.,/]\d)",
        _read_years,
    ),
    Way("digit", rf"(?P<y>{YEAR})", _read_year),
)
"""The ways of writing calendar dates, in the order in which they are tried."""
