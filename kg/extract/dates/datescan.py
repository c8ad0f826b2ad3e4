"""Where the dates of a text stand: one quick pass for places, then the ways of writing dates are tried there."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from kg.extract.dates.datecounted import COUNTED
from kg.extract.dates.datewritten import WRITTEN
from kg.extract.words.dateform import MONTHS, SEASONS, WEEKDAYS, Form
from kg.extract.words.numeral import NUMBERS, ORDINALS


@lru_cache(maxsize=4)
def find_forms(text: str) -> tuple[Form, ...]:
    """List the dates of a text as they are written, in text order and without overlap.

    >>> [(form.kind, form.first.day, form.last.day) for form in find_forms("On 26-27 March 2007 and in May")]
    [('range', 26, 27), ('month', 0, 0)]
    """
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Form]:
    trigger, ways = _compile_trigger(), _compile_ways()
    at = trigger.search(text)
    while at:
        end = at.end()
        for pattern, read in ways["digit" if text[at.start()].isdigit() else "letter"]:
            match = pattern.match(text, at.start())
            form = read(match) if match else None
            if form:
                yield form
                end = max(end, form.end)
                break
        at = trigger.search(text, end)


@lru_cache(maxsize=1)
def _compile_ways() -> dict[str, list[tuple[re.Pattern[str], Callable[[re.Match[str]], Form | None]]]]:
    """Compile the ways of writing, sorted by what they start with."""
    return {
        start: [
            (re.compile(_bound(w.pattern), re.IGNORECASE), w.read)
            for w in (*WRITTEN, *COUNTED)
            if w.starts in {start, "any"}
        ]
        for start in ("digit", "letter")
    }


def _bound(pattern: str) -> str:
    r"""Limit how much white space a pattern runs over, so that no text can make it slow.

    >>> _bound(r"a\s*b")
    'a\\s{0,60}b'
    """
    return pattern.replace(r"\s*", r"\s{0,60}").replace(r"\s+", r"\s{1,60}")


@lru_cache(maxsize=1)
def _compile_trigger() -> re.Pattern[str]:
    """Compile the pattern of places where a date may begin; words are grouped by initial to fail fast."""
    unit = "(?:day|week|month|year)"
    named = "|".join([*MONTHS, *WEEKDAYS, *SEASONS])
    which = "this last next same that previous preceding following ensuing current coming past".split()
    words = [*MONTHS, *WEEKDAYS, *SEASONS, *[*ORDINALS][:20], "thirty", "final", "closing", "opening", "mid"]
    words += ["today", "tonight", "yesterday", "tomorrow", "early", "late", "earlier", "later", "twenty"]
    words += [rf"{word}\s+(?={unit}|morning|afternoon|evening|night|{named}|mid|early|late)" for word in which]
    words += [rf"{word}\s+(?={unit})" for word in (*NUMBERS, "a", "an")]
    words += [rf"the\s+(?={unit}\s+(?:before|after))"]
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        groups.setdefault(word[0], []).append(word[1:])
    branches = [rf"[{initial.upper()}{initial}](?i:{'|'.join(rests)})" for initial, rests in sorted(groups.items())]
    return re.compile(_bound(rf"(?<![\w$€£#+])(?<!\d[.,:/-])(?:\d+(?:st|nd|rd|th)?|{'|'.join(branches)})"))
