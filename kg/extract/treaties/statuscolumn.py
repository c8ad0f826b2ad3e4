"""Lists of States that stand side by side: each column has a head that says what those below it did or are."""

from collections.abc import Iterator, Sequence

from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.act import Head
from kg.extract.treaties.memory import Memory

Columns = tuple[tuple[int, str], ...]
"""Where each column begins in its line, and the act or standing of those below, from left to right."""

_GAPS = ("  ", "\t", "|")
_SLACK = 2
"""How far to the left of its head a cell may begin."""


def find_columns(phrase: Phrase, heads: Sequence[Head], text: str) -> Columns:
    """Find the heads of columns in a line that names nobody: "HAVE RATIFIED      HAVE SIGNED ONLY"."""
    if len(heads) < 2 or any(mark is not None for mark in phrase.marks) or says("denying", phrase.words):
        return ()
    columns: list[tuple[int, str]] = []
    end = phrase.span.begin
    for head in heads:
        begin, name = phrase.spans[head.first].begin, head.row.fields.get("status") or head.row.fields.get("action")
        gap = max((text.rfind(gap, end, begin) + len(gap) for gap in _GAPS if gap in text[end:begin]), default=end)
        if name is None or (columns and gap == end):
            return ()
        columns.append((_offset(text, gap), name))
        end = phrase.spans[head.last - 1].end
    return tuple(columns)


def read_columns(phrase: Phrase, columns: Columns, memory: Memory, text: str) -> Iterator[tuple[str, str]]:
    """Yield the States of a line below such heads, each with what its column says."""
    if any(mark is None or not memory.is_state(mark) for mark in phrase.marks):
        return
    for mark, span in zip(phrase.marks, phrase.spans, strict=True):
        at = _offset(text, span.begin)
        above = [name for begin, name in columns if begin <= at + _SLACK]
        for state in memory.states_of(mark) if mark is not None and above else ():
            yield state, above[-1]


def _offset(text: str, at: int) -> int:
    """Give how far from the beginning of its line a place is."""
    return at - text.rfind("\n", 0, at) - 1
