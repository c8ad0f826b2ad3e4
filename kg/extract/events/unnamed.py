"""What a sentence without a mention says of the event at hand: "It took place in Lima", "A closed it on Monday"."""

import re
from collections.abc import Callable, Mapping, Sequence

from kg.extract.events.aspect import phase, stated_days
from kg.extract.events.attach import is_seat
from kg.extract.events.clue import is_share, opens_with_count
from kg.extract.events.identity import touches
from kg.extract.events.occasion import Occasion, add_date, widens
from kg.extract.events.otherdate import is_elsewhere
from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import compile_words, load_words
from kg.model import Span

Settle = Callable[[Occasion, str, Span], None]
"""Gives an occasion a place, unless it has another."""


def read_unnamed(phrase: Phrase, occasion: Occasion, settle: Settle, *, near: bool) -> None:
    """Read "It took place in Geneva on 3 May" and head counts behind a pronoun or an actor.

    `near` tells whether the occasion was spoken of just before.
    """
    line = f" {phrase.line} "
    edge = _EDGE.search(line)
    if edge is not None:
        _read_edge(phrase, occasion, "begin" if edge.lastgroup in {"begin", "first"} else "finish")
    spell = None if _SPELLS.isdisjoint(phrase.words) else _SPELL.search(line)
    if spell is not None:
        _read_spell(
            phrase,
            occasion,
            phrase.item_at(spell.start("day" if spell["day"] else "days") - 1),
            ends=spell["until"] is not None,
        )
    elif near and occasion.first is None and occasion.last is None:
        _read_days(phrase, occasion, settle)
    _read_new_day(phrase, occasion)
    if phrase.words[0] in {"it", "this"} and occasion.state is None:
        occasion.state = _find_state(phrase)
    venue = says("venue-verbs", phrase.words)
    pronoun = phrase.line.partition(" ")[0] in _PRONOUNS or " it took place " in line
    below = near and _HELD_THERE.match(phrase.line)
    if below or compile_words(_HOLDING_IT).search(line) or _VENUE.match(phrase.line) or _runs(phrase):
        venue = pronoun = True
    if venue and pronoun:
        _read_pronoun(phrase, occasion, settle)
    elif venue or opens_with_count(phrase) or says("coming-verbs", phrase.words):
        _read_coming(phrase, occasion, settle)


def _runs(phrase: Phrase) -> bool:
    """Tell whether a sentence says when something begins or ends: "It is due to close on Thursday"."""
    return phrase.words[0] in {"it", "this"} and compile_words(_RUNS).match(phrase.line) is not None


_RUNS = (
    r"\w+ (?:(?:is|was|will|would|had|has|due|set|expected|scheduled|only) ){0,3}"
    r"(?:{begin}|{finish}) (?:(?:on|at|the) )*D\d"
)


def _read_new_day(phrase: Phrase, occasion: Occasion) -> None:
    """Give what was put off, or did not happen, the day that is now set: "The new date is 4 May"."""
    said = _NEW_DAY.match(phrase.line) if occasion.state is not None else None
    mark = phrase.marks[phrase.item_at(said.start("day"))] if said is not None else None
    if mark is not None and mark.date is not None:
        add_date(occasion, mark.date, Span(mark.begin, mark.end), "moved")
        occasion.state = ("Postponed", phrase.span)


_NEW_DAY = re.compile(
    r"(?:(?:the|a|its) )?new (?:date|day|term|time|appointment|slot)(?: set)? "
    r"(?:is|will be|was set for|has been set for|:|for it is) "
    r"(?P<day>D\d+)(?!\S)"
)


def _find_state(phrase: Phrase) -> tuple[str, Span] | None:
    """Read "it had to be put off because of the fighting", unless it took place after all."""
    first = re.split(r" [;,] | but | and ", phrase.line)[0].split()
    if "not" in first or not _PASSIVE.search(f" {' '.join(first)} "):
        return None
    return next(((state, phrase.span) for name, state in _STATES if says(name, first)), None)


_PASSIVE = re.compile(r" (?:was|been|be|is) ")
_STATES = (("cancel", "Cancelled"), ("postpone", "Postponed"))


def _read_edge(phrase: Phrase, occasion: Occasion, stage: str) -> None:
    """Give an occasion the day on which somebody opened or closed it: "A opened it on Monday"."""
    days = [(j, mark) for j, mark in enumerate(phrase.marks) if mark is not None and mark.date is not None]
    if len(days) != 1 or is_elsewhere(phrase, days[0][0]):
        return
    mark = days[0][1]
    if mark.date is None or len(mark.date.first) != len("2001-02-03"):
        return
    if touches(occasion, mark.date) or widens(occasion, mark.date, stage):
        add_date(occasion, mark.date, Span(mark.begin, mark.end), stage)


def _read_spell(phrase: Phrase, occasion: Occasion, j: int, *, ends: bool) -> None:
    """Give an occasion its days: "A will preside over it until Friday", "The five days, from 3 to 7 May, were ..."."""
    mark = phrase.marks[j]
    if mark is not None and mark.date is not None and len(mark.date.first) == 10 and touches(occasion, mark.date):
        add_date(occasion, mark.date, Span(mark.begin, mark.end), "finish" if ends else "")


def _read_days(phrase: Phrase, occasion: Occasion, settle: Settle) -> None:
    """Give an undated occasion the stretch of days of the next sentence: "on 22 and 23 May they went through ..."."""
    days = [(j, mark) for j, mark in enumerate(phrase.marks) if mark is not None and mark.date is not None]
    if len(days) != 1 or not load_words("told-of-treaty").isdisjoint(phrase.words):
        return
    j, mark = days[0]
    if mark.date is None or mark.date.kind not in {"days", "range"} or is_elsewhere(phrase, j):
        return
    if len(mark.date.first) == len(mark.date.last) == len("2001-02-03") and phrase.words[j - 1] in _ON:
        add_date(occasion, mark.date, Span(mark.begin, mark.end), "")
        for town in (
            m for k, m in enumerate(phrase.marks) if m is not None and m.letter == "L" and _ON & {phrase.words[k - 1]}
        ):
            for place in town.places:
                settle(occasion, place, Span(town.begin, town.end))


def _read_pronoun(phrase: Phrase, occasion: Occasion, settle: Settle) -> None:
    """Give an occasion what is said of "it"."""
    words = phrase.words
    occasion.mentions.append(Span(phrase.spans[0].begin, phrase.spans[0].end))
    occasion.days = occasion.days or stated_days(phrase)
    for j, mark in enumerate(phrase.marks):
        if mark is None:
            continue
        span = Span(mark.begin, mark.end)
        if mark.letter == "L":
            for place in mark.places:
                settle(occasion, place, span)
        elif mark.letter == "N" and mark.number is not None and words[j - 1] in {"by", "from"}:
            occasion.counts.append((mark.counted, mark.number, span))
        elif mark.date is not None and not is_elsewhere(phrase, j):
            stage = phase(phrase, 0, j)
            if touches(occasion, mark.date) or widens(occasion, mark.date, stage):
                add_date(occasion, mark.date, span, stage)


def _read_coming(phrase: Phrase, occasion: Occasion, settle: Settle) -> None:
    """Give an occasion the number of those who came, and where they came to; States that a treaty binds did not."""
    words = phrase.words
    coming, bound = says("coming-verbs", words), bool(phrase.marks_in("T"))
    for j, mark in enumerate(phrase.marks):
        if mark is None:
            continue
        span = Span(mark.begin, mark.end)
        if mark.letter == "N" and mark.number is not None and not is_share(phrase, j):
            if mark.counted == "attendeeCount" or coming or not bound:
                occasion.counts.append((mark.counted, mark.number, span))
        elif mark.letter == "L" and j and words[j - 1] in {"in", "at"} and occasion.city is None:
            if is_seat(words, j) or "arrived" in words[max(0, j - 3) : j] or "come" in words[j:]:
                continue  # a mission in New York took part; an understanding was arrived at in Durban
            for place in mark.places:
                settle(occasion, place, span)


def count_comers(phrase: Phrase, occasion: Occasion, attached: Mapping[int, Sequence[int]]) -> None:
    """Give an event those whom another clause of its sentence counts: "A held E0 in L1 ; N2 took part ."."""
    words = phrase.words
    for j, mark in enumerate(phrase.marks):
        if mark is None or mark.letter != "N" or mark.number is None or is_share(phrase, j):
            continue
        if any(j in mine for mine in attached.values()) and occasion.counts:
            continue
        clause = _CLAUSE.split(" ".join(words[j + 1 :]))[0].split()
        k = j
        while k and words[k - 1] in load_words("about-so-many"):
            k -= 1
        paired = words[j + 1 : j + 2] == ["from"] and words[j + 2 : j + 3] and words[j + 2][0] == "N"
        if (k == 0 or words[k - 1] in _CLAUSES) and (paired or says("coming-verbs", clause)):
            occasion.counts.append((mark.counted, mark.number, Span(mark.begin, mark.end)))


_CLAUSE = re.compile(r" ?[,;.:] ?")
_CLAUSES = frozenset({",", ";", "and", ":"})
"""What a clause follows upon."""
_EDGE = re.compile(
    r" (?:(?P<begin>opened|opens|open|inaugurated|inaugurates|inaugurate|launched)"
    r"|(?P<finish>closed|closes|close|concluded|concludes|conclude|wound up))"
    r" (?:it|the (?:proceedings|deliberations|debates|event|gathering)) "
    r"| (?:on|of) (?:the|its) (?:(?P<first>opening|first)|(?P<last>closing|last|final)) day (?:,|\() (?:on )?D\d+ "
)
_SPELL = re.compile(
    r" (?:presid\w+|chair\w*|guid\w+|lead\w*|steer\w*)"
    r" (?:(?:over )?(?:it|them|the (?:proceedings|deliberations|debates)) )?"
    r"(?:(?P<until>until|till|through)|from) (?P<day>D\d+) "
    r"| (?:the|these|those|its|all) (?:\w+ ){0,2}(?:days|week|proceedings|deliberations)"
    r" (?:,|\() (?:from )?(?P<days>D\d+) "
)
"""How long the event at hand was led by somebody, or lasted."""
_SPELLS = frozenset("until till through from days week proceedings deliberations".split())
"""Words one of which that has."""
_VENUE = re.compile(r"(?:the|its) (?:venue|location) (?:(?:on|from|for) )?(?:D\d+ )?(?:was|is|will be) ")
_HELD_THERE = re.compile(r"(?:held|convened|organi[sz]ed|hosted) (?:in|at|on|from) ")
"""What a line below a title says of it: "Held in Lima on 3 May"."""
_HOLDING_IT = r" {holding-it} it (?:in|at|from|on) [LD]\d"
_ON = frozenset({"on", "from", "between", "in", "at"})
_PRONOUNS = frozenset("it they this both that".split())
