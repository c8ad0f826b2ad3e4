"""The text of a PDF's pages with its paragraphs, and without what a page prints above and below it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pypdf import PageObject

Line = tuple[str, float]
"""A line, and its height on the page."""

_WIDER = 1.3
"""How many times the distance between lines of a paragraph, the lower quartile of a page, parts paragraphs."""
_EDGE = 2
"""How many lines at the top and at the foot of a page may be printed on each page."""
_NUMBER = re.compile(r"\W*(?:(?:page|p\.)\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_FULL = 0.7
"""How long the last line of a page is, against the longest, where its sentence goes on overleaf."""


def read_pages(pages: Iterable[PageObject]) -> str:
    """Write the pages one after the other, blank lines between paragraphs; a paragraph may run on over two pages."""
    return join_pages([_read_lines(page) for page in pages])


def join_pages(pages: Sequence[Sequence[Line]]) -> str:
    r"""Write pages of lines as one text, without running heads and page numbers.

    >>> page = [("Mine News, May 2004", 99.0), ("The first to speak was the envoy of", 90.0), ("1", 5.0)]
    >>> join_pages([page, [("Mine News, May 2004", 99.0), ("Peru.", 90.0), ("2", 5.0)]])
    'Mine News, May 2004\nThe first to speak was the envoy of\nPeru.'
    """
    edges = [_edges(page) for page in pages]
    counts = Counter(line for edge in edges for line in {_without_figures(line) for line, _ in edge})
    running = {line for line, count in counts.items() if count > 1 and 2 * count > len(pages)}
    text, longest, last = "", 0, ""
    for page, edge in zip(pages, edges, strict=True):
        first = page[:_EDGE] if not text else []  # what the first page opens with is kept: it may be the only masthead
        kept = [line for line in page if line in first or line not in edge or not _is_printed_on_all(line[0], running)]
        written = space_lines(kept).strip("\n")
        if text and written:
            goes_on = last[-1:] not in '.!?:;”"' and len(last) >= _FULL * longest
            text += "\n" if goes_on or written[:1].islower() else "\n\n"
        text += written
        if kept:
            longest, last = max(len(line) for line, _ in kept), kept[-1][0].rstrip()
    return text


def space_lines(lines: Sequence[Line]) -> str:
    r"""Join lines with a blank line where the gap between two is a wide one.

    >>> space_lines([("One", 90), ("day.", 80), ("Another", 60), ("day.", 50), ("Next column", 90)])
    'One\nday.\n\nAnother\nday.\nNext column'
    """
    gaps = [upper[1] - lower[1] for upper, lower in pairwise(lines)]
    down = sorted(gap for gap in gaps if gap > 1)
    limit = _WIDER * down[len(down) // 4] if down else 0
    breaks = ["\n\n" if 0 < limit < gap else "\n" for gap in gaps]
    return "".join(line + end for (line, _), end in zip(lines, [*breaks, ""], strict=True)) if lines else ""


def _edges(page: Sequence[Line]) -> list[Line]:
    """List the lines at the top and at the foot of a page, by their heights."""
    ordered = sorted(page, key=lambda line: -line[1])
    return [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _is_printed_on_all(line: str, running: Collection[str]) -> bool:
    return _NUMBER.fullmatch(line.strip()) is not None or _without_figures(line) in running


def _without_figures(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _read_lines(page: PageObject) -> list[Line]:
    """List the lines of a page with the heights at which their first words stand."""
    lines: list[Line] = [("", 0.0)]

    def note(text: str, current: Sequence[float], matrix: Sequence[float], _font: object, _size: float) -> None:
        height = matrix[4] * current[1] + matrix[5] * current[3] + current[5]
        first, *others = text.split("\n")
        line, at = lines[-1]
        lines[-1] = line + first, at if line.strip() else height
        lines.extend((other, height) for other in others)

    page.extract_text(visitor_text=note)
    return [(line, height) for line, height in lines if line.strip()]
