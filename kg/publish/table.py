"""Rows as text: aligned for reading, or CSV, TSV, JSON, Markdown."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Cell: TypeAlias = "str | int | float | bool | None"
_UNSEEN = frozenset({"Cc", "Zl", "Zp"})
"""Kinds of characters that end a line or control a terminal."""


def to_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]], form: str) -> str:
    """Write rows in one of FORMATS; every form ends in a line feed.

    Raises KeyError for an unknown form.

    >>> print(to_text(["state", "events"], [["Japan", 3]], "csv"), end="")
    state,events
    Japan,3
    """
    return FORMATS[form](columns, rows)


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as CSV with a header line."""
    return _separated(columns, rows, delimiter=",")


def to_tsv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as values separated by tabs, with a header line."""
    return _separated(columns, rows, delimiter="\t")


def to_json(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as a JSON array of objects."""
    listed = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(listed, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_markdown(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as a Markdown table; characters that mean something there are escaped.

    >>> print(to_markdown(["name"], [["Chad"]]), end="")
    | name |
    | --- |
    | Chad |
    """
    lines = [columns, ["---"] * len(columns), *([_markdown(show(cell)) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def to_aligned(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows in columns of even width, numbers to the right.

    >>> print(to_aligned(["state", "events"], [["Japan", 3], ["Kazakhstan", 12]]), end="")
    state       events
    Japan            3
    Kazakhstan      12
    """
    listed = [list(row) for row in rows]
    shown = [list(columns), *([_line(show(cell)) for cell in row] for row in listed)]
    numeric = [
        bool(listed) and all(isinstance(row[place], int | float) or row[place] is None for row in listed)
        for place in range(len(columns))
    ]
    widths = [max((_width(line[place]) for line in shown), default=0) for place in range(len(columns))]
    lines = [
        "  ".join(_pad(text, width, right=right) for text, width, right in zip(line, widths, numeric, strict=True))
        for line in shown
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _line(text: str) -> str:
    """Keep a value on its line, and what a terminal would obey away from it."""
    return text if text.isprintable() else "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text)


def show(cell: Cell) -> str:
    """Write one value for people: no more than six digits after the point, nothing for None.

    >>> show(0.1234567), show(2.0), show(None), show(3e-12)
    ('0.123457', '2', '', '3e-12')
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return str(cell)


def _exact(cell: Cell) -> str:
    return f"{cell:.10g}" if isinstance(cell, float) else show(cell)


def _separated(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_exact(cell) for cell in row] for row in rows)
    return out.getvalue()


def _markdown(text: str) -> str:
    flat = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\|`*_[]<>#" else c for c in flat)


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space


FORMATS: Mapping[str, Callable[[Sequence[str], Iterable[Sequence[Cell]]], str]] = {
    "table": to_aligned,
    "csv": to_csv,
    "tsv": to_tsv,
    "json": to_json,
    "md": to_markdown,
}
"""Every form that rows can take."""
