"""Which dates, places and head counts of a sentence belong to which of its events.

What stands nearest has the best claim, unless a clause or another verb comes between.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from kg.extract.mark import Mark
from kg.extract.pattern import load_words
from kg.extract.phrase import Phrase
from kg.model import Span

_REACH = 30
"""Items between a mention and a date or place beyond which they are not taken to belong together."""


def attach(phrase: Phrase) -> dict[int, list[int]]:
    """Give each event mark of a phrase the dates, places and head counts that stand nearest to it.

    Returns item numbers of event marks with the item numbers of what is theirs, nearest first.
    """
    words = phrase.line.split(" ")
    events = [i for i, mark in enumerate(phrase.marks) if mark is not None and mark.letter == "E"]
    if not events:
        return {}
    owned: dict[int, list[tuple[int, int]]] = {}
    dateline = DATELINE.match(phrase.line) if phrase.span.begin < _HEAD else None
    head = phrase.item_at(dateline.end() - 1) + 1 if dateline else 0
    if words[0] == "date":
        head = max(head, 2)  # the key of a header and its value
    for j, mark in enumerate(phrase.marks):
        if j < head or mark is None or not _may_belong(phrase, words, j, mark):
            continue
        vague = 6 if mark.date is not None and len(mark.date.first) < 10 else 0
        cost, best = min((_distance(words, i, j) + vague + _remove(words, i, j), i) for i in events)
        # "a visit to Georgia": the State is the place only right behind the noun
        if cost <= _REACH and (mark.letter != "B" or best + 2 == j):
            owned.setdefault(best, []).append((cost, j))
    return {i: [j for _, j in sorted(mine)] for i, mine in owned.items()}


def _remove(words: Sequence[str], i: int, j: int) -> int:
    """Put an event that only dates another out of reach of what follows it: "before the meeting, on 7 May, ..."."""
    return 8 if i < j and i and words[i - 1] in {"before", "after", "following"} else 0


def _may_belong(phrase: Phrase, words: Sequence[str], j: int, mark: Mark) -> bool:
    """Tell whether a mark is a date, place or head count that an event could have."""
    if mark.letter == "D":
        return not stolen(phrase, j)
    if mark.letter == "L":
        return (
            mark.introduced
            or (_in_place(words, j) and not is_seat(words, j))
            or _on_the_way(words, j)
            or _is_scene(words, j)
            or _opens_entry(words, j)
        )
    if mark.letter == "B":
        return bool(mark.places) and j > 0 and words[j - 1] == "to"
    return mark.letter == "N"


def _opens_entry(words: Sequence[str], j: int) -> bool:
    """Tell whether a place opens the entry of a list: "* Quito, 12-13 August: conference", "(2) CAIRO - the League"."""
    return j <= _ENTRY and len(words) > j + 1 and words[j + 1] in _ENTRY_MARKS


_ENTRY = 4
"""Items, numbers and bullets, that may stand before the place that opens an entry."""
_ENTRY_MARKS = frozenset(", : - – — (".split())
_HEAD = 900
"""Characters from the top within which a place and a date before a dash are a dateline."""


def _in_place(words: Sequence[str], j: int) -> bool:
    return j > 0 and words[j - 1] in _AT


def is_seat(words: Sequence[str], j: int) -> bool:
    """Tell whether a place says where an actor sits: "the mission to A in L took part"."""
    return (
        j > 1
        and words[j - 2][0] in "AB"
        and words[j - 2][1:].isdigit()
        and words[j + 1 : j + 2] != [","]
        and (
            words[j + 1 : j + 3] in (["took", "part"], ["is", "represented"], ["was", "represented"])
            or words[j + 1 : j + 2] in (["attended"], ["participated"], ["joined"], ["supported"], ["funded"], ["sent"])
        )
    )


def _is_scene(words: Sequence[str], j: int) -> bool:
    """Tell whether a place is the subject: "Santo Domingo received 53 people for a course"."""
    return len(words) > j + 2 and (words[j + 1] in _RECEIVES or words[j + 1 : j + 3] == ["was", "the"])


_RECEIVES = frozenset("received welcomed saw hosted hosts welcomes".split())


def _on_the_way(words: Sequence[str], j: int) -> bool:
    """Tell whether a place stands in "came to Muscat for the talks"."""
    return j > 0 and words[j - 1] == "to" and "for" in words[j + 1 : j + 4]


DATELINE = re.compile(
    r"(?:\( )?(?:date D\d+ )?L\d+ (?:, L\d+ )?(?:[,/] )*(?:\( \w+ \) )?(?:D\d+ )?(?:\) )?(?:\( (?:\w+ ){1,4}\) )?"
    r"(?:[-–—:]|\. )"
)
"""A phrase that opens with where and when it was written: "TOKYO - Japan ...", "(Geneva, 3 May) --"."""
_AT = frozenset("in at near outside to from ( for between : -".split()) | {"of", ",", "–", "—"}
_WEIGHTS = {
    ",": 2, ";": 12, ":": 6, "and": 2, "but": 6, "while": 8, "whereas": 8, "which": 4, "who": 5, "where": 1, "when": 2,
    "after": 5, "before": 5, "since": 8, "as": 2, "that": 2, "because": 8, "said": 4, "(": 2, "–": 4, "—": 4,
}  # fmt: skip


def _distance(words: Sequence[str], i: int, j: int) -> int:
    """Count the items between an event and a date or place, weighing what parts clauses."""
    between = words[min(i, j) + 1 : max(i, j)]
    other = _APART if j < i and between[-1:] and between[-1] in {"and", "but", "while"} else 0
    return sum(_WEIGHTS.get(word, 1) for word in between) + (3 if j < i else 0) + other


_APART = 8
"""What it costs a date or place that an event in another clause follows: "in Bern on 3 May, and a workshop ..."."""


_THIEVES = frozenset(
    "ratified acceded accedes signed ratify accede accession ratification joined deposited founded established born "
    "created adopted appointed elected force entered deadline destroyed acquired launched".split()
)


_SAYING = frozenset("announced said stated declared reported disclosed confirmed told".split())
_MOVED = frozenset("postponed rescheduled moved deferred forward shifted adjourned off back".split())
_GOING = frozenset("continues continue continued runs run ran lasts lasted goes went".split())


def stolen(phrase: Phrase, j: int) -> bool:
    """Tell whether a date belongs to a verb that is no event's: "ratified in 2003", "since 1999"."""
    words = phrase.line.split(" ")
    before = words[max(0, j - 5) : j]
    last_event = max((k for k, w in enumerate(before) if w[:1] in {"E", "D"} or w in {";", ","}), default=-1)
    tail = before[last_event + 1 :]
    if {
        ("should", "have"),
        ("was", "due"),
        ("been", "planned"),
        ("been", "due"),
        ("to", "have"),
    } & set(pairwise(tail)):
        return True
    if ("for", "signature") in pairwise(tail) and not re.search(r"(?<!\S)E\d+ for signature ", " ".join(words[:j])):
        return True
    if "originally" in words[max(0, j - 8) : j] or _names_a_thing(phrase, words, j):
        return True
    if tail[-1:] == ["dated"] or (tail[-1:] == ["of"] and set(tail[-2:-1]) <= load_words("dated-papers")):
        return len(tail) > 1 or tail == ["dated"]
    if tail[-1:] in (["back"], ["returned"]) or (words[j + 1 : j + 2] == ["that"] and _SAYING & set(tail)):
        return True
    if tail and tail[-1] in {"until", "till", "to", "for"} and _MOVED & set(words[max(0, j - 5) : j]):
        return False
    if tail and tail[-1] in {"until", "till", "through"} and _GOING & set(words[max(0, j - 6) : j]):
        return False
    if tail and tail[-1] == "since" and {"under", "underway", "running"} & set(words[max(0, j - 12) : j]):
        return False
    if tail and (tail[-1] in {"until", "till", "by", "before", "after"} or "since" in tail):
        return True
    return bool(_THIEVES & set(tail)) or (len(words) > j + 1 and words[j + 1] in _THIEVES)


def _names_a_thing(phrase: Phrase, words: Sequence[str], j: int) -> bool:
    """Tell whether a year belongs to a thing's name: "winner of the 2017 peace prize"."""
    mark = phrase.marks[j]
    after = words[j + 1] if j + 1 < len(words) else ""
    year = mark is not None and mark.date is not None and len(mark.date.first) == 4
    return year and words[j - 1] == "the" and after.isalpha() and after not in load_words("prepositions")


def phase(phrase: Phrase, i: int, j: int) -> str:
    """Say whether a date opens or closes an event, or is its new one: `begin`, `finish`, `moved` or an empty string."""
    words = phrase.line.split(" ")
    near = words[i + 1 : j] if i < j else words[i + 1 : i + 5]
    if _MOVED & set(words[max(0, j - 5) : j]) and words[j - 1] in {"until", "till", "to", "for"}:
        return "moved"
    text = " " + " ".join(near) + " "
    begin = max((text.rfind(f" {w} ") for w in load_words("begin")), default=-1)
    finish = max((text.rfind(f" {w} ") for w in load_words("finish")), default=-1)
    if begin == finish == -1:
        return find_stage(phrase, i)
    return "begin" if begin > finish else "finish"


def find_stage(phrase: Phrase, i: int) -> str:
    """Say whether a mention is only of an event's opening or close: `begin`, `finish` or an empty string."""
    before = phrase.line.split(" ")[max(0, i - 2) : i]
    if before[-1:] == ["of"]:
        before = before[:1] if before[0] in _EDGES else []
    return _EDGES.get(before[-1], "") if before else ""


_EDGES = {
    **dict.fromkeys("close closing end conclusion ended concluded finished completed".split(), "finish"),
    **dict.fromkeys("opening began started commenced".split(), "begin"),
}
"""Words in front of an event, with and without "of", that speak of one end of it."""


def stated_days(phrase: Phrase) -> int | None:
    """Read "for two days", "three days of" in a mention's sentence."""
    words = phrase.line.split(" ")
    for k, word in enumerate(words[:-1]):
        if word in _NUMBERS and words[k + 1] in {"days", "day"}:
            return _NUMBERS[word]
    return None


_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}


def looks_ahead(phrase: Phrase, i: int) -> bool:
    """Tell whether the clause of a mention speaks of the future."""
    words = phrase.line.split(" ")
    if _MADE_UP.search(" " + " ".join(words[i + 1 : i + 20]) + " "):
        return False
    first = i - 8 if _PAST & set(words[:i]) else i - 16
    near = " " + " ".join(words[max(0, first) : i + 12]) + " "
    return any(f" {w} " in near for w in load_words("future"))


_PAST = frozenset("was were had has have did held took".split())


def find_state(phrase: Phrase, i: int) -> tuple[str, Span] | None:
    """Find words that cancel or put off the event mentioned, as the state and where they stand."""
    words = phrase.line.split(" ")
    rest = " " + " ".join(words[i + 1 : i + 20]) + " "
    for said in _ordered("fail"):
        head, found, _ = rest.partition(f" {said} ")
        if found and not any(word[0] == "E" for word in head.split()):
            return "Cancelled", phrase.spans[i]
    if _MADE_UP.search(rest):
        return None  # "was postponed and then held online on D1"
    if "originally" in words[i + 1 : i + 12]:
        return "Postponed", phrase.spans[i]
    near = " " + " ".join(words[max(0, i - 3) : i + 30]) + " "
    for name, state in (("cancel", "Cancelled"), ("postpone", "Postponed")):
        for said in _ordered(name):
            if f" {said} " in near:
                at = _said_of(words, i, said.split())
                if at is not None:
                    return state, phrase.spans[at]
    return None


_MADE_UP = re.compile(
    r" (?:(?:then|finally|eventually|later|in the end) (?:was |were )?(?:held|took place|met)|and held|held instead) "
)


def _said_of(words: Sequence[str], i: int, said: Sequence[str]) -> int | None:
    """Give the item at which words are said of the event at item i: before it, or behind a verb of its clause."""
    for k in range(max(0, i - 3), min(len(words), i + 26)):
        if list(words[k : k + len(said)]) != list(said):
            continue
        between = words[i + 1 : k]
        if k < i or (_BEING & set(between) and not any(word[0] in "E;" for word in between)):
            return k
    return None


_BEING = frozenset("was were been be is being has stands stand remains".split())


@lru_cache
def _ordered(name: str) -> tuple[str, ...]:
    """Give a word class, longest first, in an order that does not change from run to run."""
    return tuple(sorted(load_words(name), key=lambda words: (-len(words), words)))
