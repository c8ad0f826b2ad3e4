"""The query files and what their headers promise.

A header is a run of `#+ key: value` lines before the query: summary, question, any number of param, tag and note
lines, severity for checks. The file below it is standard SPARQL and runs anywhere.
"""

import difflib
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.errors import QueryError
from kg.resources import folder

FOLDERS = ("questions", "checks", "reports")
"""Where named queries are looked for, in this order."""

KINDS = ("IRI", "date", "integer", "text")
"""What a parameter can be."""

_DEEPEST = 100
"""Brackets that may stand in each other: no query that a person wrote has nearly as many."""
_QUOTED_OR_BRACKET = re.compile(
    r'"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"'
    r"|'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\s]*>|#[^\n]*|[(){}\[\]]"
)
_HEADER = re.compile(r"#\+\s*(\w+):\s*(.+)")
_UPDATE = re.compile(r"(?:insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.IGNORECASE)
_PROLOGUE = re.compile(r"(?:\s+|#[^\n]*|prefix\s+[^:\s]*:\s*<[^>]*>|base\s*<[^>]*>)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """A variable that whoever asks may fix."""

    name: str
    kind: str
    about: str
    required: bool = False
    """Left open, the query has no meaningful answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query with what its header says about it."""

    name: str
    text: str
    folder: str = ""
    summary: str = ""
    question: str = ""
    params: tuple[Param, ...] = ()
    tags: tuple[str, ...] = ()
    severity: str | None = None


def parse_query(name: str, text: str, place: str = "") -> Query:
    r"""Read a query's header; QueryError where it is broken.

    >>> query = parse_query("q", "#+ summary: Hosts\n#+ param: day date required the day\nASK {}")
    >>> query.summary, query.params[0].kind, query.params[0].required
    ('Hosts', 'date', True)
    """
    values: dict[str, list[str]] = {}
    for line in text.lstrip("\ufeff").splitlines():
        header = _HEADER.fullmatch(line.strip())
        if header:
            values.setdefault(header[1], []).append(header[2].strip())
        elif line.strip():
            break
    unknown = values.keys() - {"summary", "question", "param", "tag", "severity", "note"}
    if unknown:
        raise QueryError(name, f"unknown header line: {', '.join(sorted(unknown))}")
    return Query(
        name=name,
        text=text,
        folder=place,
        summary=" ".join(values.get("summary", [])),
        question=" ".join(values.get("question", [])),
        params=tuple(_parse_param(name, line) for line in values.get("param", [])),
        tags=tuple(values.get("tag", [])),
        severity=next(iter(values.get("severity", [])), None),
    )


def _parse_param(query: str, line: str) -> Param:
    """Read `name kind [required] what it is`."""
    name, kind, about = [*line.split(maxsplit=2), "", ""][:3]
    if kind not in KINDS:
        raise QueryError(query, f"param {name or line!r} needs a kind: one of {', '.join(KINDS)}")
    required = about.startswith("required ")
    return Param(name=name, kind=kind, about=about.removeprefix("required "), required=required)


def list_queries(*places: str) -> Iterator[Query]:
    """Yield the named queries of some folders, or of all, by folder and name."""
    for place in places or FOLDERS:
        for path in sorted((folder("queries") / place).glob("*.rq")):
            yield parse_query(path.stem, path.read_text(encoding="utf-8"), place)


def find_query(name: str) -> Query:
    """Find a query by its name, or read the file of this path, or standard input for `-`.

    QueryError with the nearest names where there is none.
    """
    if not name.strip():
        raise QueryError("an empty name", "no query is called so; `kg query --list` shows all")
    if name == "-":
        return _read_query("standard input", lambda: sys.stdin.buffer.read())
    for place in FOLDERS:
        path = folder("queries") / place / f"{name}.rq"
        if re.fullmatch(r"[\w-]+", name) and path.is_file():
            return parse_query(name, path.read_text(encoding="utf-8"), place)
    path = Path(name)
    if path.is_file():
        return _read_query(path.name, path.read_bytes)
    names = [query.name for query in list_queries()]
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "`kg query --list` shows all"
    raise QueryError(name, f"no such query or file; {hint}")


def _read_query(name: str, read: Callable[[], bytes]) -> Query:
    try:
        return parse_query(name, read().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(name, f"cannot be read: {error}; save it as UTF-8") from error


@lru_cache
def read_report(name: str) -> str:
    """Read the text of a query in `queries/reports/`."""
    return (folder("queries") / "reports" / f"{name}.rq").read_text(encoding="utf-8")


def is_update(text: str) -> bool:
    r"""Tell whether a text is a SPARQL update rather than a query.

    >>> is_update("PREFIX a: <b> # drop it\nSELECT * {}"), is_update("base <x> DROP ALL")
    (False, True)
    """
    prologue = _PROLOGUE.match(text)
    return bool(_UPDATE.match(text, prologue.end() if prologue else 0))


def calls_out(text: str) -> bool:
    """Tell whether a query would ask another server, however deep the SERVICE is nested.

    A text with that word in it that cannot be parsed counts as one that does.
    """
    if "service" not in text.casefold():
        return False
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parsed = parseQuery(text)
    except (ValueError, RecursionError, TypeError, AttributeError, KeyError):
        return True
    return "ServiceGraphPattern" in repr(parsed)


def is_too_deep(text: str) -> bool:
    """Tell whether brackets stand so deep in each other that a parser may never come to an end.

    >>> is_too_deep("SELECT * { " + "{ " * 200 + "}" * 201), is_too_deep('ASK { ?a ?b "((((" }')
    (True, False)
    """
    depth = 0
    for found in _QUOTED_OR_BRACKET.finditer(text):
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(found[0], 0)
        if depth > _DEEPEST:
            return True
    return False


def word_syntax_error(text: str, message: str) -> str:
    """Word a parser's complaint with the place it means.

    >>> print(word_syntax_error("ASK {", "error at 1:6: expected }"))
    line 1, column 6: expected }
        ASK {
             ^
    """
    found = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    lines = text.splitlines()
    if not found or not 0 < int(found[1]) <= len(lines) + 1:
        return message
    row, column = int(found[1]), int(found[2])
    line = lines[row - 1] if row <= len(lines) else ""
    why = re.sub(r",?\s*\[.*", "", found[3], flags=re.DOTALL).strip()
    return f"line {row}, column {column}: {why}\n    {line}\n    {' ' * (column - 1)}^"
