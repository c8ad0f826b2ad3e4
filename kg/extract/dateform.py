"""How dates are written: the patterns, and what each tells before it is set against a day.

One quick pattern finds the places where a date may begin; there the forms are tried in the order of
`FORMS`, and the first that fits is read. What a form leaves open (the year, the day that "yesterday"
counts from) is settled in `dates`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.moment import Moment

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|jun[e.]?|jul[y.]?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![^\W\d_])"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.)(?!\w)"
_WORDED = r"(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", r"[\s-]\s?") + r")\b"
_NUMBERED = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b)?(?![\d%]|[:.,]\d)"
_DAY = rf"(?:{_NUMBERED}|{_WORDED})"
_TO = r"(?:\s*(?:[-–—−‑‐/]|â€“|â€”|--)\s*|\?|\s+(?:up\s+)?(?:to|until|till|through|thru)\s+)"
_AND = r"(?:\s*,\s*(?:and|or)\s+|\s*,\s*|\s+(?:and|or|&)\s+|\s*&\s*)"
_LEAD = rf"(?:{_WEEKDAY}\s*,?\s*)?(?:the\s+)?"
_YEAR = r"(?:1[89]\d\d|20\d\d)(?!\d|[.,]\d|%|s\b)"
_WORDED_YEAR = (
    r"(?:the\s+|its\s+)?(?:this|last|next|current|present|past|same|that|previous|preceding|following|coming)\s+year\b"
)
_COUNTED = (
    r"(?!\s+(?:States?\b|[Cc]ountries|[Nn]ations|million|billion|thousand|hundred|percent|per\s+cent|people\b"
    r"|(?!was\b|has\b|across\b|towards\b|this\b|its\b|always\b|discuss|address)[a-z]{3,}s\b))"
)


def _tail(number: str) -> str:
    """Write the pattern of the year behind a day or month; `number` keeps group names apart."""
    return (
        rf"(?:\s*[,(]?\s*(?:of\s+)?(?:the\s+year\s+)?(?P<year{number}>{_YEAR})"
        rf"|\s*,?\s*[’'](?P<short{number}>\d\d)\b(?!\s*[’'])"
        rf"|\s*,?\s+(?:of\s+|in\s+)?(?P<yearword{number}>{_WORDED_YEAR}))?"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the words of one date say by themselves."""

    begin: int
    end: int
    kind: str
    """`day`, `days`, `range`, `month` or `year`; `relative` where another date of the text is counted from."""
    first: Moment = Moment()
    last: Moment = Moment()
    base: str = ""
    """What it counts from: `issue` (the day of the text), `text` (the date spoken of last) or nothing."""
    unit: str = ""
    """`day`, `week`, `month`, `year`, `season`, `ordinal`, `weekday`, `last weekday`, `this weekday`, `next weekday`."""
    amount: int = 0
    """How many units on; for weekdays which one (Monday: 0); for `ordinal` which day of an event (last: 0)."""


def find_forms(text: str) -> Iterator[Form]:
    """Yield the dates of a text as they are written, in text order and without overlap.

    >>> [(form.kind, form.first, form.last) for form in find_forms("On 26-27 March 2007 and in May")]
    [('range', Moment(year=2007, month=3, day=26), Moment(year=2007, month=3, day=27)), ('month', Moment(year=0, month=5, day=0), Moment(year=0, month=5, day=0))]
    """
    trigger = _trigger()
    forms = _forms()
    at = trigger.search(text)
    while at:
        here = at.start()
        digit = text[here].isdigit()
        end = at.end()
        for wants_digit, pattern, read in forms:
            if wants_digit is not None and wants_digit is not digit:
                continue
            match = pattern.match(text, here)
            form = read(match) if match else None
            if form:
                yield form
                end = max(end, form.end)
                break
        at = trigger.search(text, end)


@lru_cache(maxsize=1)
def _trigger() -> re.Pattern[str]:
    """Compile the pattern of places where a date may begin; words are grouped by initial to fail fast."""
    unit = "(?:day|week|month|year)"
    named = "|".join([*MONTHS, *WEEKDAYS, "tues", "wednes", "satur", *_SEASONS])
    which = "this last next same that previous preceding following current coming past".split()
    words = [*MONTHS, *WEEKDAYS, *_SEASONS, *_ORDINALS[:20], "twenty", "thirty", "final", "closing", "opening", "mid"]
    words += ["today", "tonight", "yesterday", "tomorrow", "early", "late"]
    words += [rf"{word}\s+(?={unit}|morning|afternoon|evening|night|{named}|mid|early|late)" for word in which]
    words += [rf"{word}\s+(?={unit})" for word in (*_NUMBERS, "a", "an")]
    words += [rf"the\s+(?={unit}\s+(?:before|after))"]
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        groups.setdefault(word[0], []).append(word[1:])
    branches = [rf"[{initial.upper()}{initial}](?i:{'|'.join(rests)})" for initial, rests in sorted(groups.items())]
    return re.compile(rf"(?<![\w$€£#+])(?<!\d[.,:/-])(?:\d+(?:st|nd|rd|th)?|{'|'.join(branches)})")


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[bool | None, re.Pattern[str], Callable[[re.Match[str]], Form | None]], ...]:
    """Compile the forms; the flag says whether one begins with a digit (True), with a letter, or either (None)."""
    return tuple((digit, re.compile(pattern, re.IGNORECASE), read) for digit, pattern, read in FORMS)


# ---- readers: from a match to what it says -------------------------------------------------------------------


def _month(name: str) -> int:
    return MONTHS.index(name[:3].casefold()) + 1


def _days(listed: str) -> list[int]:
    """Read the day numbers and ordinal words of a list."""
    days = []
    for token in re.finditer(rf"{_WORDED}|\d{{1,2}}", listed, re.IGNORECASE):
        word = re.sub(r"[\s-]+", "-", token.group().casefold())
        days.append(int(word) if word.isdigit() else _ORDINALS.index(word) + 1)
    return days


def _years(match: re.Match[str], number: str) -> tuple[int, str, int]:
    """Read a year tail: the year or 0, what it counts from, and by how many years."""
    groups = match.groupdict()
    if groups.get(f"year{number}"):
        return int(groups[f"year{number}"]), "", 0
    if groups.get(f"short{number}"):
        short = int(groups[f"short{number}"])
        return (1900 if short > 40 else 2000) + short, "", 0
    word = groups.get(f"yearword{number}")
    return (0, *_year_word(word)) if word else (0, "", 0)


def _year_word(words: str) -> tuple[str, int]:
    """Read `last year`, `the following year` ...: what it counts from, and by how many years."""
    word = words.casefold().split()[-2]
    amount = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1}.get(
        word, 0
    )
    return ("text" if word in {"same", "that", "previous", "preceding", "following"} else "issue"), amount


def _dated(match: re.Match[str], first: Moment, last: Moment, kind: str, years: tuple[int, str, int]) -> Form:
    """Make the form of a calendar date whose year tail has been read."""
    base, amount = years[1:]
    return Form(
        begin=match.start(), end=match.end(), kind=kind, first=first, last=last,
        base=base, unit="year" if base else "", amount=amount,
    )  # fmt: skip


def _span_kind(match: re.Match[str], days: list[int]) -> str:
    """Tell one day from a range, and a range from separate days."""
    if len(days) == 1:
        return "day"
    before = match.string[max(0, match.start() - 12) : match.start()].casefold().split()
    if re.search(_TO, match["days"], re.IGNORECASE) or before[-1:] == ["between"]:
        return "range"
    return "days"


def _read_day_month(match: re.Match[str]) -> Form | None:
    """Read `26-27 March 2007`, `28 and 29 November`, `30 May to 1 June`, `the first of June`."""
    days = _days(match["days"])
    if (
        not days
        or not match["of"]
        and not match["days"][-1:].isdigit()
        and match["days"][-2:] not in {"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"}
    ):
        return None
    first_years, last_years = _years(match, "1"), _years(match, "2")
    month = _month(match["month"])
    if match["month2"]:
        last_month, last_day = _month(match["month2"]), _days(match["day2"])[0]
        years = last_years if any(last_years) else first_years
        begins = first_years[0] or (years[0] - (last_month < month) if years[0] else 0)
        kind = "range" if match["to2"] or _between(match) else "days"
        return _dated(match, Moment(begins, month, days[0]), Moment(years[0], last_month, last_day), kind, years)
    if sorted(days) != days:
        return None
    years = first_years
    return _dated(
        match, Moment(years[0], month, days[0]), Moment(years[0], month, days[-1]), _span_kind(match, days), years
    )


def _between(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 12) : match.start()].casefold().split()
    return before[-1:] == ["between"]


def _read_month_day(match: re.Match[str]) -> Form | None:
    """Read `March 26-27, 2007`, `Oct. 31 to Nov. 3`."""
    days = _days(match["days"])
    first_years, last_years = _years(match, "1"), _years(match, "2")
    month = _month(match["month"])
    if sorted(days) != days:
        return None
    if match["month2"]:
        last_month, last_day = _month(match["month2"]), _days(match["day2"])[0]
        years = last_years if any(last_years) else first_years
        begins = first_years[0] or (years[0] - (last_month < month) if years[0] else 0)
        kind = "range" if match["to2"] or _between(match) else "days"
        return _dated(match, Moment(begins, month, days[0]), Moment(years[0], last_month, last_day), kind, years)
    years = first_years
    return _dated(
        match, Moment(years[0], month, days[0]), Moment(years[0], month, days[-1]), _span_kind(match, days), years
    )


_PREPOSITIONS = frozenset(
    "in of since until till by during from for to through before after around between early late mid last next this "
    "that every each about end beginning start middle late- early- mid- till and or previous coming past".split()
)


def _read_month(match: re.Match[str]) -> Form | None:
    """Read `May 2007`, `April-May 2020`, `mid-May`, `last August`, `in March`."""
    years, last_years = _years(match, "1"), _years(match, "2")
    name = match["month"]
    dated = any(years) or any(last_years)
    if not dated and not _stands_alone(match, name):
        return None
    month = _month(name)
    if match["month2"]:
        last_month = _month(match["month2"])
        chosen = last_years if any(last_years) else years
        begins = years[0] or (chosen[0] - (last_month < month) if chosen[0] else 0)
        return _dated(match, Moment(begins, month), Moment(chosen[0], last_month), "range", chosen)
    which = (match["which"] or "").casefold()
    if which and not dated:
        base = "text" if which in {"that", "same"} else "issue"
        unit = {"last": "last month", "next": "next month"}.get(which, "this month")
        return Form(
            begin=match.start(),
            end=match.end(),
            kind="month",
            first=Moment(0, month),
            last=Moment(0, month),
            base=base,
            unit=unit,
        )
    return _dated(match, Moment(years[0], month), Moment(years[0], month), "month", years)


def _stands_alone(match: re.Match[str], name: str) -> bool:
    """Tell a month without day and year from the verbs and names that look like it."""
    text = match.string
    if not name[0].isupper():
        return False
    if match["which"] or match["part"]:
        return True
    before = text[max(0, match.start() - 24) : match.start()].replace("(", " ").casefold().split()
    if before[-1:] and before[-1] in _PREPOSITIONS:
        return not (len(name.strip(".")) == 3 and name.casefold() in {"mar", "dec", "sep", "nov"})
    following = text[match.end() : match.end() + 2]
    doubtful = name.casefold() in {"may", "march", "april", "june", "august"} or len(name.strip(".")) < 4
    return not doubtful and not following.strip()[:1].isupper()


def _read_iso(match: re.Match[str]) -> Form | None:
    first = Moment(int(match["y"]), int(match["m"]), int(match["d"]))
    last = Moment(int(match["y2"]), int(match["m2"]), int(match["d2"])) if match["y2"] else first
    return Form(begin=match.start(), end=match.end(), kind="day" if first == last else "range", first=first, last=last)


def _read_numeric(match: re.Match[str]) -> Form | None:
    """Read `26.03.2007`, `26/03/2007`; nothing where day and month could be either way round."""
    day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
    if match["sep"] != "." and day != month:
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12:
            return None
    first = Moment(year, month, int(match["d0"]) if match["d0"] else day)
    last = Moment(year, month, day)
    return Form(begin=match.start(), end=match.end(), kind="day" if first == last else "range", first=first, last=last)


def _read_roman(match: re.Match[str]) -> Form | None:
    moment = Moment(int(match["y"]), _ROMAN.index(match["m"].casefold()) + 1, int(match["d"]))
    return Form(begin=match.start(), end=match.end(), kind="day", first=moment, last=moment)


def _read_years(match: re.Match[str]) -> Form | None:
    """Read `2004-2005`, `1998-99`, `2007/08`, `between 2004 and 2006`, `2003-07` (July)."""
    first, rest = int(match["y"]), match["rest"]
    if len(rest) == 2:
        last = first - first % 100 + int(rest)
        if last != first + 1 and match["sep"] == "-" and 1 <= int(rest) <= 12:
            moment = Moment(first, int(rest))
            return Form(begin=match.start(), end=match.end(), kind="month", first=moment, last=moment)
        if last < first:
            last += 100
    else:
        last = int(rest)
    if not first < last < first + 30 or match["sep"] == "and" and not _between(match):
        return None
    return Form(begin=match.start(), end=match.end(), kind="range", first=Moment(first), last=Moment(last))


_NO_YEAR_BEFORE = re.compile(
    r"(?:\b(?:no|nos|nr|number|room|page|pages|pp?|paragraph|para|article|rule|line|box|tel|fax|about|some|nearly|almost|over"
    r"|than|around|approximately|resolutions?|decision|up to|least|most|only|another|all|total of|usd?|eur)\.?\s*"
    r"|\b(?:resolution|res|decree|decision|law)\.?\s+\S+(?:\s+[A-Z]{1,3})?\s*\(|[$€£+#/]|\d\s+|\d[.,:-]|\bA/\S*)$",
    re.IGNORECASE,
)
_NO_YEAR_AFTER = re.compile(
    r"\s*(?:%|km|kg|percent\b|per\s+cent|million|billion|hours?\b|hrs?\b|m²|-strong|metres?|meters?|miles?|tons?\b|tonnes?"
    r"|square|people|men\b|women\b|troops|soldiers|persons|participants|delegates|mines\b|dollars|euros|US\$|[-–]\d{3,}\s)"
    r"|[.,:]\d|\s+\d{2,}|-\d|/\d|[A-Za-z]",
)
_ADJECTIVAL = re.compile(
    r"(?:\b(?:the|its|their|our|his|her|this|that|a|an|in|of|since|by|from|until|late|early|mid|and)|['’]s?|[-–—])\s*$",
    re.IGNORECASE,
)


def _read_year(match: re.Match[str]) -> Form | None:
    """Read a year by itself, told from counts, resolutions and telephone numbers by its neighbours."""
    text = match.string
    year = int(match["y"])
    before = text[max(0, match.start() - 32) : match.start()]
    if not 1900 <= year <= 2060 or _NO_YEAR_BEFORE.search(before) or _NO_YEAR_AFTER.match(text, match.end()):
        return None
    plural = re.match(r"\s+[a-z]{3,}s\b(?<!was)(?<!has)(?<!across)", text[match.end() : match.end() + 24])
    if plural and not _ADJECTIVAL.search(before):
        return None
    return Form(begin=match.start(), end=match.end(), kind="year", first=Moment(year), last=Moment(year))


def _read_today(match: re.Match[str]) -> Form | None:
    word = match.group().casefold().split()
    amount = -1 if word[0] in {"yesterday", "last"} else 1 if word[0] == "tomorrow" else 0
    return Form(begin=match.start(), end=match.end(), kind="day", base="issue", unit="day", amount=amount)


def _read_weekday(match: re.Match[str]) -> Form | None:
    which = (match["which"] or "").casefold().split()[-1:] or [""]
    word = {"past": "last ", "previous": "last ", "last": "last ", "next": "next ", "coming": "next ", "this": "this "}
    index = WEEKDAYS.index(match["weekday"][:3].casefold())
    if match["weekday"][-1] in "sS." or not match["weekday"][0].isupper():
        return None
    return Form(
        begin=match.start(), end=match.end(), kind="day", base="issue",
        unit=word.get(which[0], "") + "weekday", amount=index,
    )  # fmt: skip


_AMOUNTS = {
    "this": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def _read_unit(match: re.Match[str]) -> Form | None:
    """Read `this week`, `last month`, `the following day`, `that year`."""
    which, unit = match["which"].casefold(), match["unit"].casefold()
    base = "text" if which in {"same", "that", "previous", "preceding", "following"} else "issue"
    if unit == "day":
        if which == "next":
            base = "text"
        elif base == "issue":
            return None
    if which in {"past", "current"} and match.string[match.end() : match.end() + 1] == "s":
        return None
    kind = "relative" if base == "text" else {"day": "day", "year": "year"}.get(unit, "month")
    return Form(begin=match.start(), end=match.end(), kind=kind, base=base, unit=unit, amount=_AMOUNTS.get(which, 0))


def _read_season(match: re.Match[str]) -> Form | None:
    """Read `summer 2005`, `last autumn`, `that spring`; a season is as coarse as a year here."""
    season = match["season"].casefold()
    years = _years(match, "1")
    which = (match["which"] or "").casefold()
    if any(years):
        moment = Moment(years[0])
        return _dated(match, moment, moment, "year", years)
    if which not in {"this", "last", "next", "that", "same"}:
        return None
    base = "text" if which in {"that", "same"} else "issue"
    return Form(
        begin=match.start(), end=match.end(), kind="year", base=base, unit=f"{which} season", amount=_SEASONS[season]
    )


def _read_count(match: re.Match[str]) -> Form | None:
    """Read `two days later`, `three weeks ago`, `a day earlier`, `the day before`."""
    count = (match["count"] or "one").casefold()
    amount = int(count) if count.isdigit() else _NUMBERS.index(count) + 1 if count in _NUMBERS else 1
    unit, way = match["unit"].casefold(), " ".join(match["way"].casefold().split())
    back = way in {"ago", "earlier", "before", "previously", "since"}
    base = "issue" if way in {"ago", "since", "from now", "hence"} else "text"
    kind = "relative" if base == "text" else {"day": "day", "year": "year"}.get(unit, "month")
    return Form(
        begin=match.start(), end=match.end(), kind=kind, base=base, unit=unit, amount=-amount if back else amount
    )


def _read_ordinal_day(match: re.Match[str]) -> Form | None:
    """Read `the second day`, `the closing day`: a day of the event whose dates were given before."""
    word = match["ordinal"].casefold()
    amount = 1 if word == "opening" else 0 if word in {"final", "last", "closing"} else _ORDINALS.index(word) + 1
    return Form(begin=match.start(), end=match.end(), kind="relative", base="text", unit="ordinal", amount=amount)


_WHICH = r"(?:the\s+)?(?P<which>this|last|next|same|that|previous|preceding|following|current|coming|past)"
_COUNT = r"(?P<count>" + "|".join(_NUMBERS) + r"|an?|\d{1,2})"

FORMS: tuple[tuple[bool | None, str, Callable[[re.Match[str]], Form | None]], ...] = (
    (True, r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
           r"(?:\s*(?:/|–|-|to)\s*(?P<y2>\d{4})-(?P<m2>0[1-9]|1[0-2])-(?P<d2>[0-3]\d)(?!\d))?", _read_iso),
    (True, r"(?:(?P<d0>\d{1,2})\.?\s?[-–]\s?)?(?P<d>\d{1,2})(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<y>1[89]\d\d|20\d\d)(?!\d)", _read_numeric),
    (True, r"(?P<d>\d{1,2})\.?\s?(?P<m>x?i{1,3}|i?[vx]|vi{1,3}|xi{0,2})\.\s?(?P<y>1[89]\d\d|20\d\d)(?!\d)", _read_roman),
    (None, rf"{_LEAD}(?P<days>{_DAY}(?:(?:{_TO}|{_AND}){_LEAD}{_DAY})*)(?P<of>\s*of)?\s*-?\s*(?P<month>{_MONTH}){_tail('1')}"
           rf"(?:(?:(?P<to2>{_TO})|{_AND}){_LEAD}(?P<day2>{_DAY})\s*(?:of\s+)?(?P<month2>{_MONTH}){_tail('2')})?", _read_day_month),
    (False, rf"(?:{_WEEKDAY}\s*,?\s*)?(?P<month>{_MONTH})\s*(?:the\s+)?(?P<days>{_DAY}(?:(?:{_TO}|{_AND})(?:the\s+)?{_DAY}(?!\s*{_MONTH}\s*{_DAY}){_COUNTED})*)(?!\s*(?:million|billion|per\s?cent)){_tail('1')}"
            rf"(?:(?:(?P<to2>{_TO})|{_AND}){_LEAD}(?P<month2>{_MONTH})\s*(?P<day2>{_DAY}){_tail('2')})?", _read_month_day),
    (False, rf"(?:the\s+)?(?:(?P<which>this|last|next|that|same|past|coming)\s+)?(?P<part>mid[\s-]*|early[\s-]+|late[\s-]+)?(?P<month>{_MONTH}){_tail('1')}"
            rf"(?:(?:{_TO}|\s+and\s+)(?P<month2>{_MONTH})(?!\s*\d{{1,2}}(?!\d)){_tail('2')})?", _read_month),
    (True, rf"(?P<y>{_YEAR.replace('%|s', '%|s')})\s*(?P<sep>[-–—/]|to\b|and\b)\s*(?P<rest>(?:19|20)\d\d|\d\d)(?![\d\w%-]|[.,/]\d)", _read_years),
    (True, rf"(?P<y>{_YEAR})", _read_year),
    (False, r"(?:today|tonight|yesterday|tomorrow|this\s+(?:morning|afternoon|evening)|last\s+(?:night|evening))\b", _read_today),
    (False, rf"(?:the\s+)?(?:(?P<which>last|this|next|past|previous|coming)\s+)?(?P<weekday>{_WEEKDAY})", _read_weekday),
    (False, rf"{_WHICH}\s+(?P<unit>day|week|month|year)\b", _read_unit),
    (False, rf"(?:the\s+)?(?:(?P<which>this|last|next|that|same)\s+)?(?P<season>spring|summer|autumn|fall|winter)\b{_tail('1')}", _read_season),
    (None, rf"{_COUNT}\s+(?P<unit>day|week|month|year)s?\s+(?P<way>ago|later|earlier|before|after|afterwards|since|from\s+now|hence|previously)\b(?!\s+the\b)", _read_count),
    (False, r"the\s+(?P<count>)(?P<unit>day|week|month|year)\s+(?P<way>before|after)\b(?=\s*[.,;:)]|\s*$|\s+(?:in|at|on|he|she|they|it|a)\b)", _read_count),
    (False, r"(?:the\s+)?(?P<ordinal>first|second|third|fourth|fifth|opening|closing|final|last)\s+day\b(?!\s+of\s+(?!the\b))", _read_ordinal_day),
)  # fmt: skip
"""The ways of writing, in the order in which they are tried, each with its reader."""
