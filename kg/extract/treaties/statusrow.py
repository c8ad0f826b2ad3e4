"""Lines that are rows: of a flattened table, of a list of States, of columns that stand for treaties."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.memory import Memory
from kg.extract.treaties.statuslist import read_row
from kg.extract.treaties.statusmind import Finder, Told
from kg.extract.treaties.statustable import Table
from kg.extract.words.wordclass import load_pairs

_RULES = frozenset({",", "|"})
"""What parts the cells of a row that begins with it."""


def with_rows(kinds: Sequence[str], phrases: Sequence[Phrase], memory: Memory) -> list[str]:
    """Make items of headings that follow each other and open with a State: they are rows of a flattened table."""
    opens = [False]
    for kind, phrase in zip(kinds, phrases, strict=True):
        first = next(iter(phrase.marks[int(phrase.words[0] in _RULES) :]), None)
        opens.append(kind == "heading" and first is not None and first.letter == "A" and memory.is_state(first))
    opens.append(False)
    rows = [here and (opens[at - 1] or opens[at + 1]) for at, here in enumerate(opens[1:-1], 1)]
    return ["item" if row else kind for row, kind in zip(rows, kinds, strict=True)]


def read_line(finder: Finder, table: Table, phrase: Phrase) -> bool:
    """Read a line of a table, or of a list: one that names acts of its own is a row of a table."""
    listed = bool(finder.listing) and not table.columns
    own = listed and not load_pairs("columns").keys().isdisjoint(phrase.words)
    if own and table.read(phrase, finder.memory):
        return True
    return (listed and read_row(finder, phrase, phrase.words)) or (not own and table.read(phrase, finder.memory))


def sort_by_column(words: Sequence[str], told: Sequence[Told]) -> list[Told]:
    """Give each cell of a row the treaty of its column: "| A0 | non-signatory | state party |" below "T1 | T2"."""
    treaties = told[0].treaties if told else ()
    row = words[0] in _RULES and 1 < len(treaties) == len(told)
    if not row or any((one.treaties, one.doer.states) != (treaties, told[0].doer.states) for one in told):
        return list(told)
    return [replace(one, treaties=(treaty,)) for one, treaty in zip(told, treaties, strict=True)]


def find_entry(phrase: Phrase, words: Sequence[str], memory: Memory) -> tuple[str, ...]:
    """Give the State of a line that names it and nothing else, as a list of entries does: "2 . A0 ."."""
    first = phrase.marks[0]
    if words[1:2] == [":"] and first is not None and first.letter == "A" and memory.is_state(first):
        return memory.states_of(first)
    marks = [m for m in phrase.marks if m is not None] if len(words) <= 5 else []
    if len(marks) != 1 or not memory.is_state(marks[0]):
        return ()
    bare = all(m is not None or not w[:1].isalpha() for w, m in zip(words, phrase.marks, strict=True))
    return memory.states_of(marks[0]) if bare else ()
