"""A text set right before it is read, with the way back to the offsets of the text as stored.

UTF-8 read as Western European turns an apostrophe into three characters; each such group becomes the mark that was
meant, and blanks in the places left over. Numbers of footnotes become blanks. A word that the end of a line cut is put
together again, and the line ends behind it. All keep the length of the text, so only offsets within the rear part
of such a word need restoring.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.dateform import NUMBERS
from kg.extract.pattern import load_words
from kg.model import Document, Reading, Span

_MEANT = {
    "â€™": "  ’",
    "â€˜": "  ‘",
    "â€œ": "  “",
    "â€\x9d": "”  ",
    "â€ť": "”  ",
    "â€“": " – ",
    "â€”": " — ",
    "â€¦": "…  ",
    "â€¢": "•  ",
    "Â«": " «",
    "Â»": "» ",
    "Â\xa0": "  ",
}
_BROKEN = re.compile("|".join(re.escape(group) for group in _MEANT) + r"|â€(?=[\s.,;:)]|$)")
_NOTE = re.compile(
    r"(?:(?<=[a-z]{4}[.,;:])|(?<=[)”’\"][.,;:])|(?<=[a-z]{4}[.,;:][)”’\"]))(?<!para\.)\d{1,3}(?=\s|\Z)"
    r"|\[\d{1,3}\](?=[\s.,;:)]|\Z)|(?<=[\w.,;:)”’\"])[¹²³⁰⁴-⁹]+"
)
"""The number of a footnote behind a stop, in brackets or raised: "the Convention.3 Kenya", "Kenya [12]"."""
_GLUED_NOTE = re.compile(r"(?:(?<=[a-z]{3})|(?<=[a-z]\)))\d{1,2}(?=[\s.,;:)]|\Z)")
"""The same right behind a word, where a page showed it raised: "the Convention3 was"."""
_UNITS = frozenset("hour day week month year".split())
_END = re.compile(r"[-‐‑][ \t]*\r?\n")
_CUT = re.compile(
    r"(?P<head>[^\W\d_]+|\d+)(?P<hyphen>[-‐‑])(?P<end>[ \t]*\r?\n[ \t]*)(?P<tail>[^\W_]\S*)(?P<blank>[ \t]?)"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A text set right, as long as it was."""

    text: str
    layout: str
    """The text with its lines as they were: these tell paragraphs, headings and lists."""
    moves: tuple[tuple[int, int, int], ...] = ()
    """Where the rear part of each word that was cut now begins, how long it is, and how far in front it was put."""

    def restore(self, offset: int) -> int:
        r"""Give the offset in the text as stored; what ends in the middle of a move ends behind it.

        >>> mended = mend_text("on 3 Febru-\n  ary, in Lima")
        >>> mended.text, mended.restore(10), mended.restore(13), mended.restore(22)
        ('on 3 February,  \n  in Lima', 10, 17, 22)
        """
        at = bisect_left(self.moves, (offset, 0, 0)) - 1
        if at < 0:
            return offset
        begin, length, far = self.moves[at]
        return min(offset + far, begin + length + far) if offset <= begin + length + far else offset

    def restore_reading(self, reading: Reading, document: Document) -> Reading:
        """Move all spans of a reading to where their words stand in the text as stored."""
        reading = replace(reading, document=document)
        if not self.moves:
            return reading
        return replace(
            reading,
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
    r"""Give the text with the punctuation that was meant and with whole words.

    >>> mend_text("ANAMAâ€™s field camp").text
    'ANAMA  ’s field camp'
    >>> mend_text("joined the Convention.3 Kenya [4], in 3.5 years").text
    'joined the Convention.  Kenya    , in 3.5 years'
    >>> mend_text("Guinea-\nBissau and Kazakh-\nstan").text
    'Guinea-Bissau \nand Kazakhstan  '
    """
    if "â€" in text or "Â" in text:
        text = _BROKEN.sub(lambda match: _MEANT.get(match.group(), "” "), text)
    text = _GLUED_NOTE.sub(_blank_note, _NOTE.sub(lambda match: " " * len(match[0]), text))
    cuts = list(_find_cuts(text))
    if not cuts:
        return Mended(text, text)
    kept, moves, last = [], [], 0
    for match, keeps in cuts:
        begin = match.start("hyphen") + keeps
        tail, end, blank = match["tail"], match["end"], match["blank"]
        gap = blank + end if blank else " " * len(end)  # no empty line where the line ends behind the word anyway
        kept += [text[last:begin], tail, gap if keeps else " " + gap]
        moves.append((begin, len(tail), match.start("tail") - begin))
        last = match.end()
    return Mended("".join((*kept, text[last:])), text, tuple(moves))


def _blank_note(number: re.Match[str]) -> str:
    """Write blanks for a number, unless it belongs to its word: "Agenda21"."""
    word = re.split(r"[^a-z]", number.string[max(0, number.start() - 20) : number.start()].lower())[-1]
    return number[0] if word in load_words("numbered") else " " * len(number[0])


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
    if f"{first}-{rear}" in load_words("hyphenated") or (first in NUMBERS and rear in _UNITS):
        return True
    return tail[0].isupper() and not (len(head) > 1 and head.isupper())
