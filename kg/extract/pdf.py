"""The text of a PDF's pages with its paragraphs: a gap that is wider than the usual one parts two of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pypdf import PageObject

_WIDER = 1.3
"""How many times the distance between lines of a paragraph, the lower quartile of a page, parts paragraphs."""


def read_pages(pages: Iterable[PageObject]) -> str:
    """Write the pages one after the other, blank lines between paragraphs; a sentence may run on over two pages."""
    text = ""
    for page in pages:
        written = space_lines(_read_lines(page)).strip("\n")
        if not text:
            text = written
        elif written:
            runs_on = text[-1:].isalpha() and written[:1].islower()
            text += ("\n" if runs_on else "\n\n") + written
    return text


def space_lines(lines: Sequence[tuple[str, float]]) -> str:
    r"""Join lines, each with its height on the page, with a blank line where the gap between two is a wide one.

    >>> space_lines([("One", 90), ("day.", 80), ("Another", 60), ("day.", 50), ("Next column", 90)])
    'One\nday.\n\nAnother\nday.\nNext column'
    """
    gaps = [upper[1] - lower[1] for upper, lower in pairwise(lines)]
    down = sorted(gap for gap in gaps if gap > 1)
    limit = _WIDER * down[len(down) // 4] if down else 0
    breaks = ["\n\n" if 0 < limit < gap else "\n" for gap in gaps]
    return "".join(line + end for (line, _), end in zip(lines, [*breaks, ""], strict=True)) if lines else ""


def _read_lines(page: PageObject) -> list[tuple[str, float]]:
    """List the lines of a page with the heights at which their first words stand."""
    lines: list[tuple[str, float]] = [("", 0.0)]

    def note(text: str, current: Sequence[float], matrix: Sequence[float], _font: object, _size: float) -> None:
        height = matrix[4] * current[1] + matrix[5] * current[3] + current[5]
        first, *others = text.split("\n")
        line, at = lines[-1]
        lines[-1] = line + first, at if line.strip() else height
        lines.extend((other, height) for other in others)

    page.extract_text(visitor_text=note)
    return [(line, height) for line, height in lines if line.strip()]
