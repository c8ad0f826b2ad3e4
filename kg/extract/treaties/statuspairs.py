"""States with a day each behind words on one act: "newest by accession : A0 ( D1 ) and A2 ( D3 )"."""

from collections.abc import Iterator, Sequence

from kg.extract.phrases.pattern import load_patterns
from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.act import Head, read_mood
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.statusmind import CONSENTS, Finder, Sentence, Told
from kg.extract.treaties.statustell import is_near, tell
from kg.extract.words.wordclass import load_words

_NEAR = 2
"""Sentences within which a text still counts the acts that it spoke of."""


def read_pairs(finder: Finder, phrase: Phrase, told: Sequence[Told], heads: Sequence[Head]) -> list[Told]:
    """Give what is told, with those States that only stand there with their days, each behind the other."""
    kept = list(told)
    pairs = [] if {"(", ";"}.isdisjoint(phrase.words) else list(_find_pairs(finder, phrase))
    known = {state for one in told for state in one.doer.states}
    if len(pairs) < 2 or _is_of_event(phrase, pairs[0][0].at) or any(known & set(doer.states) for doer, _ in pairs):
        return kept
    first = pairs[0][0].at
    s = Sentence(finder, phrase, phrase.words, told, None, None, heading=False)
    head = _head_inside(heads, first) or _head_before(finder, heads, first)
    if head is None or not is_near(s) or read_mood(phrase.words[:first], "") != "done":
        return kept
    for doer, date in pairs:
        head = _head_inside(heads, doer.at) or _head_before(finder, heads, doer.at) or head
        kept += tell(s, head, head.row.fields["action"], doer, "done", date=date) or []
    return kept


def _is_of_event(phrase: Phrase, first: int) -> bool:
    """Tell whether the row that begins at an item is that of an event: one is named, and not only before a colon."""
    begin = first if phrase.words[first - 1 : first] == [":"] else 0
    return any(mark is not None and mark.letter == "E" for mark in phrase.marks[begin:])


def _find_pairs(finder: Finder, phrase: Phrase) -> Iterator[tuple[Doer, str]]:
    """Yield the States and the days in brackets behind them, "A0 ( D1 )", or behind a comma: "A0 , D1 ; A2 , D3"."""
    words, marks = phrase.words, phrase.marks
    for i in range(len(words) - 3):
        mark = marks[i]
        at = i + 2 + (words[i + 2] == "also")
        named = words[i + 1] == "(" and words[i + 2] in load_words("consents") | {"signature"}
        at += named + (named and words[i + 3] in {",", "on", "in", ":"})
        day = marks[at] if at < len(words) - 1 else None
        if mark is None or mark.letter not in "AB" or day is None or day.date is None:
            continue
        closed = (words[i + 1], words[at + 1]) in {("(", ")"), (",", ";")}
        closed = closed or (words[i + 1] == "," == words[at - 1] and words[at + 1 :] == ["."] and ";" in words[:i])
        if closed and finder.memory.is_state(mark) and len(finder.memory.states_of(mark)) == 1:
            yield Doer(finder.memory.states_of(mark), i), day.date.first


def _head_inside(heads: Sequence[Head], at: int) -> Head | None:
    """Give the noun in the bracket behind a State: "A0 ( accession , D1 )"."""
    return next((head for head in heads if head.first == at + 2 and head.form == "noun"), None)


def _head_before(finder: Finder, heads: Sequence[Head], first: int) -> Head | None:
    """Give the noun of an act before the first pair, else one made of the kind of consent that the text counts."""
    acts = [head for head in heads if head.first < first]
    if acts:
        kind = acts[-1].row.fields.get("action")
        return (
            acts[-1]
            if acts[-1].form in {"noun", "instrument", "newcomers"} and kind in CONSENTS | {"Signature"}
            else None
        )
    if heads or finder.consent is None or finder.number - finder.consent_at > _NEAR:
        return None
    rows = (row for row in load_patterns("status").patterns if row.fields.get("action") == finder.consent)
    row = next((row for row in rows if row.fields["form"] == "noun"), None)
    return Head(row, first, first + 1, ()) if row is not None else None
