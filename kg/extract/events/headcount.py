"""How many people or countries came, where a text says so in figures or words."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.phrases.pattern import says
from kg.extract.text.word import Words
from kg.extract.words.dateform import MONTH
from kg.extract.words.numeral import TENS, UNITS
from kg.extract.words.wordclass import compile_words, join_words, load_first_words

_SHORT = {"dozen": 12, "hundred": 100, "thousand": 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """A number and the people or countries that it counts."""

    begin: int
    end: int
    number: int
    counted: str
    """`attendeeCount` or `attendeeCountryCount`."""


def read_number(words: str) -> int | None:
    """Read a whole number in figures or words; None where it is neither.

    >>> read_number("1,200"), read_number("sixty-one"), read_number("two thousand one hundred"), read_number("many")
    (1200, 61, 2100, None)
    """
    plain = words.lower().replace(",", "").strip()
    if plain.isdigit():
        return int(plain) if len(plain) <= 6 else None
    total = part_of = 0
    for part in re.split(r"[\s-]+", plain):
        if part in {"a", "and"}:
            continue
        if part == "thousand":
            total, part_of = total + max(part_of, 1) * _SHORT[part], 0
        elif part in _SHORT:
            part_of = max(part_of, 1) * _SHORT[part]
        elif part in UNITS or part in TENS or part.isdigit():
            part_of += int(part) if part.isdigit() else UNITS.get(part) or TENS[part]
        else:
            return None
    return total + part_of or None


@lru_cache
def _regex() -> re.Pattern[str]:
    word = join_words([*UNITS, *TENS, *_SHORT])
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\s+thousand)?|(?:a\s+)?{word}(?:[\s-]+(?:and\s+)?{word})*)"
    between = r"(?:[\s]+(?!(?:{not-counted}|" + word + "|" + MONTH + r")\b)[a-zA-Z][\w’'-]*){0,3}?"
    both = (
        rf"(?:\s+(?!(?:{{not-counted}}|{word})\b)(?:customs|(?i:[a-z-]*[a-rt-z]))\s+and\s+(?!{word}\b)[a-zA-Z][\w-]*)?"
    )
    return compile_words(
        rf"(?i)(?<![\w.,$€£-])({number})(?:\s+of\s+the(?:\s+then)?(?:\s+\d+)?|[\s-]odd|\s+or\s+so)?{between}{both}"
        r"\s+(?:(?P<people>{people})|(?P<countries>{countries}))(?![\w-])"
    )


_FURTHER = re.compile(r"\b(?:further|additional|another|extra)\s+\Z", re.IGNORECASE)
"""What stands before the number of those who came besides others."""
_DEFINITE = re.compile(
    r"\b(?:the|these|those|other|all|both|remaining|its|their|our|for)\s+(?:other\s+|latter\s+|last\s+)?\Z",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s+(?:and\s+organi[sz]ations?|are\s+(?:already\s+|now\s+)?(?:part(?:y|ies)|members|signatories|bound)"
    r"|have\s+(?:\w+\s+)?(?:signed|ratified|joined|acceded)|(?:\w+\s+){1,3}(?:as\s+observers|to\s+observe)\b)"
)
_INVITED = re.compile(r"\s+(?:(?:were|are|had\s+been|have\s+been)\s+(?:\w+\s+)?)?invited\b", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:killed|injured|wounded|victims?|casualt|dead|died|maimed|survivors? of|million|displaced|ratif|deposit|inhabit"
    r"|per cent|percent)",
    re.IGNORECASE,
)


_AND_OTHERS = re.compile(
    r"\s+(?:and|plus|as\s+well\s+as)\s+[\w-]+\s+(?:[\w-]+\s+){0,2}?"
    r"(?:states|countries|governments|signatories|observers|non-parties)(?:\s+not\s+party)?\b",
    re.IGNORECASE,
)
"""Others that are counted along: "49 States Parties and 34 observer States took part"."""
_ATTENDING = re.compile(
    r"\s+(?:attending|participating|present|represented|taking\s+part|gathered|(?:that|which)\s+(?:attended|took\s+part|came))\b"
)
"""What tells that States which the text takes for known were there: "of the 21 countries attending"."""
_PLUS = re.compile(r"\s+(?:and|plus|as\s+well\s+as)\s+(?:(?:about|around|some|over|nearly|almost)\s+)?")
"""What adds one number to another."""


def _came(before: str, behind: str) -> bool:
    """Tell whether a number of States Parties is that of those who came, and not of all that there are.

    >>> _came("", " took part."), _came("attended by", "."), _came("", " have signed."), _came("There are ", ".")
    (True, True, False, False)
    """
    leading = before.lower().split()[-_BESIDE:]
    others = _AND_OTHERS.match(behind)
    following = re.findall(r"\w+", behind[others.end() if others else 0 :].lower())[:_BESIDE]
    return "sent" in following or says("coming-verbs", following) or says("before-comers", leading)


_BESIDE = 4
"""Words beside a number that say whether those whom it counts came."""


def find_head_counts(words: Words) -> list[HeadCount]:
    """Find the numbers of people and countries that a text names, in text order.

    Whether they came to an event is for the caller to say; counts of victims are left out.
    """
    found: list[HeadCount] = []
    text = words.text
    for first in words.sentences_with(load_first_words("people", "countries")):
        sentence = words.sentence(first)
        for match in _regex().finditer(text, sentence.begin, sentence.end):
            number = read_number(match.group(1))
            if number is None or number < 3 or number > 20000 or (1900 <= number <= 2100 and match.group(1).isdigit()):
                continue
            if _OTHER.search(text, max(sentence.begin, match.start() - 40), min(sentence.end, match.end() + 40)):
                continue
            if _INVITED.match(text, match.end()) or _FURTHER.search(text, sentence.begin, match.start()):
                continue
            countries = match.group("countries")
            known = _DEFINITE.search(text, sentence.begin, match.start()) and not _ATTENDING.match(text, match.end())
            if countries and (known or _MORE.match(text, match.end())):
                continue
            parties = countries is not None and re.sub(r"\s+", " ", countries.lower()) == "states parties"
            if parties and not _came(text[sentence.begin : match.start()], text[match.end() : sentence.end]):
                continue
            counted = "attendeeCountryCount" if countries else "attendeeCount"
            count = HeadCount(begin=match.start(), end=match.end(), number=number, counted=counted)
            if found and found[-1].counted == counted and _PLUS.fullmatch(text, found[-1].end, count.begin):
                count = replace(count, begin=found[-1].begin, number=number + found.pop().number)
            found.append(count)
    return found
