"""Tables of treaty acts that were flattened to text: "Oman accession D1 D2" in a line, or one cell a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.treaties.memory import Memory
from kg.extract.treaties.statusmind import CONSENTS
from kg.extract.words.wordclass import compile_words, load_pairs, load_words
from kg.model import Span

Row = tuple[str, str, str | None, Span]
"""State, act or standing, date, where it stands."""

_BLANK = r"(?:[-–—]+|{blank-cells})\Z"
_LONGEST = 12


@dataclass(slots=True)
class Table:
    """Reads lines one by one and puts the cells of a row together."""

    columns: list[str] = field(default_factory=list)
    """The acts that the head of the table names."""
    state: str | None = None
    cells: list[tuple[str, str | None, Span]] = field(default_factory=list)
    """Act ("" where the column tells), date."""
    begin: Span | None = None
    done: list[list[Row]] = field(default_factory=list)

    def finished(self, *, end: bool = False) -> list[list[Row]]:
        """Give the rows that are complete, and forget them."""
        if end:
            self._close()
        rows, self.done = self.done, []
        return rows

    def read(self, phrase: Phrase, memory: Memory) -> bool:
        """Take a line as a part of a table; False where it is none."""
        words = phrase.words
        if len(words) > _LONGEST or words[-1] in {".", "?", "!", ":"}:
            self._close()
            return False
        marks = [m for m in phrase.marks if m is not None]
        heads = [load_pairs("columns")[w] for w in words if w in load_pairs("columns")]
        if not marks:
            return self._read_plain(phrase, words, heads)
        first = phrase.marks[0]
        if first is not None and first.letter == "A" and _is_one_state(first, memory):
            rest = list(zip(words[1:], phrase.marks[1:], strict=True))
            if not rest or self._fits(rest):
                self._close()
                self.state, self.begin = memory.states_of(first)[0], phrase.span
                self._fill(rest, phrase.span)
                dated = any(date for _, date, _ in self.cells) or 1 < len(self.columns) <= len(self.cells)
                dated = dated or any(act.startswith("not ") for act, _, _ in self.cells)
                if rest and not dated:
                    self.state, self.cells = None, []
                    return False
                return bool(rest)
        elif first is not None and first.letter == "D" and (row := _dated_row(phrase, marks, heads, memory)):
            self._close()
            self.done.append(row)
            return True
        elif self.state is not None and self._fits(list(zip(words, phrase.marks, strict=True))):
            self._fill(list(zip(words, phrase.marks, strict=True)), phrase.span)
            return True
        self._close()
        return False

    def _read_plain(self, phrase: Phrase, words: Sequence[str], heads: list[str]) -> bool:
        """Read a line without names: the head of a table, a cell with an act, or an empty one."""
        if self.state is not None and ((len(words) <= 3 and heads) or compile_words(_BLANK).match(words[0])):
            self._fill([(w, None) for w in words], phrase.span)
            return True
        self._close()
        if not heads:
            if words[0] not in load_words("table-heads"):
                self.columns = []
            return False
        self.columns = [*self.columns, *heads] if len(words) <= 3 and len(heads) == 1 else heads
        return False

    def _fits(self, cells: Sequence[tuple[str, Mark | None]]) -> bool:
        """Tell whether cells hold nothing but dates, acts and blanks."""
        return all(
            (mark is not None and mark.letter == "D" and mark.date is not None)
            or (
                mark is None
                and (
                    word == "|"
                    or word in load_pairs("columns")
                    or word in load_words("cell-fillers")
                    or compile_words(_BLANK).match(word) is not None
                )
            )
            for word, mark in cells
        )

    def _fill(self, cells: Sequence[tuple[str, Mark | None]], span: Span) -> None:
        act, denied = "", False
        for word, mark in cells:
            if mark is not None and mark.date is not None:
                self.cells.append((act, mark.date.first, span))
                act = ""
            elif word in load_pairs("columns"):
                if denied:
                    self.cells.append((f"not {load_pairs('columns')[word]}", None, span))
                elif len(cells) == 1:
                    self.cells.append((load_pairs("columns")[word], None, span))
                else:
                    act = load_pairs("columns")[word]
            elif compile_words(_BLANK).match(word):
                self.cells.append(("", None, span))
            denied = word in load_words("denying") or (denied and word == "yet")
        if act and self.cells and not self.cells[-1][0] and self.cells[-1][1] is not None:
            self.cells[-1] = (act, *self.cells[-1][1:])  # "A0 D1 ratification": the act stands behind its day

    def _close(self) -> None:
        """Make rows of the cells gathered for a State."""
        if self.state is not None and self.cells and self.begin is not None:
            rows = list(self._rows(self.state))
            if rows:
                self.done.append(rows)
        self.state, self.cells, self.begin = None, [], None

    def _rows(self, state: str) -> list[Row]:
        found: list[Row] = []
        named = next((act for act, date, _ in self.cells if act and date is None and not act.startswith("not ")), "")
        plain = [(date, span) for act, date, span in self.cells if not act]
        for act, date, span in self.cells:
            if act and date is not None:
                found.append((state, act, date, span))
                named = act
            elif act == "not Ratification":
                found.append((state, "Signatory", None, span))
            elif act == "not Signature":
                found.append((state, "NotParty", None, span))
        if named and not any(act and date for act, date, _ in self.cells):
            kinds = [named, "EntryIntoForce"]
        elif named:
            kinds = ["EntryIntoForce"]
        else:
            kinds = self.columns
            found += self._read_blanks(state, [date for date, _ in plain])
        for kind, (date, span) in zip(kinds, plain, strict=False):
            if date is not None and self._spans(kind):
                found.append((state, kind, date, span))
        return [(s, k, d, Span(min(self.begin or p, p).begin, p.end)) for s, k, d, p in found]

    def _read_blanks(self, state: str, dates: Sequence[str | None]) -> Iterator[Row]:
        """Read cells that are left empty: who has a day of signature alone is a signatory, who has none no party."""
        days = dict(zip(self.columns, dates, strict=False))
        if self.begin is None or "Signature" not in days or not set(CONSENTS) & set(days):
            return
        if not any(days.values()):
            yield state, "NotParty", None, self.begin
        elif days["Signature"] and not any(day for kind, day in days.items() if kind in CONSENTS):
            yield state, "Signatory", None, self.begin

    def _spans(self, kind: str) -> bool:
        """Tell whether a date without a word of its own may be that of an act: a second one needs its column."""
        return kind != "EntryIntoForce" or not self.columns or "EntryIntoForce" in self.columns


def _dated_row(phrase: Phrase, marks: Sequence[Mark], heads: Sequence[str], memory: Memory) -> list[Row]:
    """Read a line of a calendar: a day, who did it, and what was done, with nothing else in it: "D0 A1 accession"."""
    day = marks[0].date
    states = [state for mark in marks[1:] if memory.is_state(mark) for state in memory.states_of(mark)]
    if day is None or not states or len(heads) != 1 or len(marks) + 1 != len([w for w in phrase.words if w.isalnum()]):
        return []
    return [(state, heads[0], day.first, phrase.span) for state in states]


def _is_one_state(mark: Mark, memory: Memory) -> bool:
    return memory.is_state(mark) and len(memory.states_of(mark)) == 1
