"""A text set right before it is read, with the way back to the offsets of the text as stored.

A word that the end of a line cut is put together again, and the line ends behind it; letters that are set as one
("ﬁ") are written as two. What `garble` sets right keeps its place.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.mending.garble import right_characters
from kg.extract.mending.headline import lower_verbs
from kg.extract.mending.truecase import restore_case
from kg.extract.words.numeral import NUMBERS
from kg.extract.words.wordclass import load_words
from kg.model import Document, Reading, Span

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_QUOTED = re.compile(r"(?:^>.*(?:\n|\Z)){3,}", re.MULTILINE)
_QUOTE_MARKS = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_END = re.compile(r"[-‐‑][ \t]*\r?\n")
_CUT = re.compile(
    r"(?P<head>[^\W\d_]+|\d+)(?P<hyphen>[-‐‑])(?P<end>[ \t]*\r?\n[ \t]*)(?P<tail>[^\W_]\S*)(?P<blank>[ \t]?)"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A text set right."""

    text: str
    layout: str
    """The same with its lines as they were: these tell paragraphs, headings and lists."""
    moves: tuple[tuple[int, int, int], ...] = ()
    """Where the rear part of each word that was cut now begins, how long it is, and how far in front it was put."""
    added: tuple[int, ...] = ()
    """Where letters stand that have no place of their own in the text as stored."""

    def restore(self, offset: int) -> int:
        r"""Give the offset in the text as stored; what ends in the middle of a move ends behind it.

        >>> mended = mend_text("on 3 Febru-\n  ary, in Lima")
        >>> mended.text, mended.restore(10), mended.restore(13), mended.restore(22)
        ('on 3 February,  \n  in Lima', 10, 17, 22)
        >>> mend_text("ratiﬁed in Lima").restore(8)
        7
        """
        at = bisect_left(self.moves, (offset, 0, 0)) - 1
        if at >= 0:
            begin, length, far = self.moves[at]
            behind = begin + length + far
            offset = min(offset + far, behind) if offset <= behind else offset
        return offset - bisect_left(self.added, offset)

    def restore_reading(self, reading: Reading, document: Document) -> Reading:
        """Move all spans of a reading to where their words stand in the text as stored."""
        reading = replace(reading, document=document)
        if not self.moves and not self.added:
            return reading
        return replace(
            reading,
            sentences=tuple(map(self._move, reading.sentences)),
            actors=tuple(replace(a, evidence=tuple(map(self._move, a.evidence))) for a in reading.actors),
            events=tuple(
                replace(
                    event,
                    mentions=tuple(map(self._move, event.mentions)),
                    facts=tuple(replace(fact, span=self._move(fact.span)) for fact in event.facts),
                    participations=tuple(replace(p, span=self._move(p.span)) for p in event.participations),
                )
                for event in reading.events
            ),
            actions=tuple(replace(action, span=self._move(action.span)) for action in reading.actions),
            claims=tuple(replace(claim, span=self._move(claim.span)) for claim in reading.claims),
            affiliations=tuple(replace(a, span=self._move(a.span)) for a in reading.affiliations),
        )

    def _move(self, span: Span) -> Span:
        return Span(self.restore(span.begin), self.restore(span.end))


def mend_text(text: str) -> Mended:
    r"""Give the text with the characters that were meant and with whole words.

    >>> mend_text("Guinea-\nBissau and Kazakh-\nstan ratiﬁed").text
    'Guinea-Bissau \nand Kazakhstan  \nratified'
    """
    layout, added = _part_letters(lower_verbs(restore_case(_lay_bare(right_characters(text)))))
    kept, moves, last = [], [], 0
    for match, keeps in _find_cuts(layout):
        begin = match.start("hyphen") + keeps
        tail, end, blank = match["tail"], match["end"], match["blank"]
        gap = blank + end if blank else " " * len(end)  # no empty line where the line ends behind the word anyway
        kept += [layout[last:begin], tail, gap if keeps else " " + gap]
        moves.append((begin, len(tail), match.start("tail") - begin))
        last = match.end()
    whole = "".join((*kept, layout[last:])) if kept else layout
    return Mended(whole, layout, tuple(moves), added)


def _lay_bare(text: str) -> str:
    r"""Put blanks for the signs with which mail quotes: each of some lines on end begins with one.

    >>> _lay_bare("> The meeting\n> was held\n>\n> in Oslo.\n")
    '  The meeting\n  was held\n \n  in Oslo.\n'
    """
    return _QUOTED.sub(_blank_marks, text) if ">" in text else text


def _blank_marks(quoted: re.Match[str]) -> str:
    return _QUOTE_MARKS.sub(lambda marks: " " * len(marks[0]), quoted[0])


def _part_letters(text: str) -> tuple[str, tuple[int, ...]]:
    """Write letters that are set as one apart, and say where the ones stand that this adds."""
    added: list[int] = []
    for match in _LIGATURE.finditer(text):
        first = match.start() + len(added) + 1
        added += range(first, first + len(_LIGATURES[match[0]]) - 1)
    return (_LIGATURE.sub(lambda match: _LIGATURES[match[0]], text), tuple(added)) if added else (text, ())


def _find_cuts(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield the words that the end of a line cut, and whether the hyphen is their own."""
    for match in _CUT.finditer(text) if _END.search(text) else ():
        head, tail = match["head"], match["tail"]
        if head.isdigit() == tail[0].isdigit():
            yield match, _has_hyphen(head, tail, text)


def _has_hyphen(head: str, tail: str, text: str) -> bool:
    """Tell whether a word that was cut has a hyphen of its own: "Timor-Leste", "two-day", "vice-president"."""
    if head.isdigit() or f"{head}-{tail}" in text:
        return True
    first, rear = head.lower(), tail.rstrip(",.;:)").lower()
    if f"{first}-{rear}" in load_words("hyphenated") or (first in NUMBERS and rear in load_words("time-units")):
        return True
    return tail[0].isupper() and not (len(head) > 1 and head.isupper())
