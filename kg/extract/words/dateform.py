"""What the words of one date say by themselves, and the pieces that the ways of writing dates share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.words.moment import UNKNOWN, Moment
from kg.extract.words.numeral import ORDINALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A date as it is written, before it is set against a day or a year."""

    begin: int
    end: int
    kind: str
    """`day`, `days`, `range`, `month` or `year`; `relative` where another date of the text is counted from."""
    first: Moment = UNKNOWN
    last: Moment = UNKNOWN
    base: str = ""
    """What it counts from: `issue` (the day of the text), `text` (the date spoken of last) or nothing."""
    unit: str = ""
    """`day`, `week`, `month`, `year`; `anniversary` (a day, years away); `days of month`; `ordinal` (day of an event);
    `weekday`, `month name` or `season`, these with `last`, `this` or `next` before them or by themselves."""
    amount: int = 0
    """How many units on; which weekday (Monday: 0), month a season begins in, or day of an event (last: 0)."""


class Way(NamedTuple):
    """One way of writing dates."""

    starts: str
    """`digit`, `letter` or `any`: what the first character has to be."""
    pattern: str
    read: Callable[[re.Match[str]], Form | None]
    """Turns a match into what it says, or refuses it."""


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = rf"(?:{'|'.join(month.title() for month in MONTHS)})[a-z]{{0,6}}"
"""The name of a month, whole or cut short, with its capital, as a pattern."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|jun[e.]?|jul[y.]?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![^\W\d_])"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)(?!\w)"
_DAYS_IN_WORDS = [word for word, number in ORDINALS.items() if number <= 31]
WORDED = r"(?:" + "|".join(sorted(_DAYS_IN_WORDS, key=len, reverse=True)).replace("-", r"[\s-]\s?") + r")\b"
_DOTTED = rf"(?<!\n\d)(?<!\n\d\d)\.(?=\s?(?:[-–]\s?\d\d?\.|(?:and|to)\s+\d\d?\.|{MONTH}))"
"""The point behind a day as Germans, Czechs and Norwegians write it, but not behind the number of an item."""
NUMBERED = rf"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th|d)\b|{_DOTTED})?(?![\d%]|[:.,]\d)"
DAY = rf"(?:(?:{NUMBERED}|{WORDED})(?:\s*\({WEEKDAY}\))?)"
TO = r"(?:\s*(?:--|[-–—−‑‐/]|â€“|â€”)\s*|\?|\s*,?\s+(?:up\s+)?(?:to|until|till|through|thru)\s+)"
"""What stands between the ends of a stretch; also dashes that were decoded wrongly."""
AND = r"(?:\s*,\s*(?:and|or)\s+|\s*,\s*|\s+(?:and|or|&)\s+|\s*&\s*)"
LEAD = rf"(?:{WEEKDAY}(?:(?:\s*[-–—]\s*|\s+(?:and|to|through|until)\s+){WEEKDAY})?\s*,?\s*)?(?:the\s+)?"
YEAR = r"(?:1[89]\d\d|20\d\d)(?!\d|[.,]\d|%|s\b)"
_SHIFTS = dict.fromkeys(("last", "past", "previous", "preceding"), -1)
_SHIFTS |= dict.fromkeys(("next", "following", "ensuing", "coming"), 1)
_BACK_REFERRING = frozenset({"same", "that", "previous", "preceding", "following", "ensuing"})
_WORDED_YEAR = (
    r"(?:the\s+)?(?:this|last|next|current|present|past|same|that|previous|preceding|following|coming)\s+year\b"
)


class Years(NamedTuple):
    """What stands for the year behind a day or month."""

    year: int = 0
    base: str = ""
    amount: int = 0


NO_YEARS = Years()


def tail(number: int) -> str:
    """Write the pattern of a year behind a day or month; the number keeps the names of its groups apart."""
    return (
        rf"(?:(?:\s*[,(]|-)?\s*(?:of\s+)?(?:the\s+year\s+)?(?P<year{number}>{YEAR})"
        rf"|\s*,?\s*[’'](?P<short{number}>\d\d)\b(?!\s*[’'])"
        rf"|\s*,?\s+(?:of\s+|in\s+)?(?P<yearword{number}>{_WORDED_YEAR}))?"
    )


def read_tail(match: re.Match[str], number: int) -> Years:
    """Read what `tail` found."""
    groups = match.groupdict()
    if written := groups.get(f"year{number}"):
        return Years(int(written))
    if short := groups.get(f"short{number}"):
        return Years((1900 if int(short) > 40 else 2000) + int(short))
    if worded := groups.get(f"yearword{number}"):
        return Years(0, *shift(worded.split()[-2]))
    return NO_YEARS


def shift(word: str) -> tuple[str, int]:
    """Tell what `last`, `following`, `same` ... count from, and by how many units.

    >>> shift("last"), shift("following"), shift("same")
    (('issue', -1), ('text', 1), ('text', 0))
    """
    word = word.casefold()
    return "text" if word in _BACK_REFERRING else "issue", _SHIFTS.get(word, 0)


def month_number(name: str) -> int:
    """Give the number of a month by its name or the beginning of it.

    >>> month_number("Sept.")
    9
    """
    return MONTHS.index(name[:3].casefold()) + 1


def day_numbers(listed: str) -> list[int]:
    """Read the days of a list, in figures or words.

    >>> day_numbers("3rd, 4 and twenty-fifth")
    [3, 4, 25]
    """
    days = []
    for token in re.finditer(rf"{WORDED}|\d{{1,2}}", listed, re.IGNORECASE):
        word = re.sub(r"[\s-]+", "-", token.group().casefold())
        days.append(int(word) if word.isdigit() else ORDINALS[word])
    return days


def words_before(match: re.Match[str]) -> list[str]:
    """Give the words before a match, folded; the last of them decides what some forms mean."""
    return match.string[max(0, match.start() - 32) : match.start()].replace("(", " ").casefold().split()
