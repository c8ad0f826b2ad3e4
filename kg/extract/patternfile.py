"""Whether the rows of the pattern files can be used; the first that cannot is named with its file and line."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import VocabularyError
from kg.extract.phrases.pattern import load_patterns, load_rows
from kg.extract.proposal import ACTIONS, ACTORS, EVENTS, ROLES, STANDINGS, STATUSES
from kg.resources import folder

FORMS = frozenset("verb noun newcomers instrument deposit force standing bill echo".split())
"""How the words of a row of `status.ttl` are built into a sentence."""
_LINKED = frozenset({"deposit", "bill", "echo"})
"""Forms whose act or standing is that of what was said before."""
_FREE = frozenset(
    "pattern phrase example words nouns weak named denied object atLeast stage eventNouns verbs takes frames "
    "shape bodies day introduced label comment".split()
)
_VALUES: Mapping[str, frozenset[str]] = {
    "away": frozenset({"true"}),
    "placed": frozenset({"true"}),
    "scene": frozenset({"true"}),
    "single": frozenset({"true"}),
    "sits": frozenset({"true"}),
    "dated": frozenset({"day", "month"}),
    "whole": frozenset({"true", "object"}),
    "role": ROLES | {"Absent", "Same"},
    "needs": frozenset({"event", "near", "floor", "recent", "list"}),
    "eventType": EVENTS,
    "eventKinds": EVENTS,
    "actorKinds": ACTORS,
    "partnerKinds": ACTORS,
    "form": FORMS,
    "action": ACTIONS,
    "status": STANDINGS,
    "eventStatus": STATUSES,
}
"""The values that each property of a row can have; some hold several, parted by blanks."""
_NEEDED: Mapping[str, tuple[frozenset[str], ...]] = {
    "roles": (frozenset({"role"}),),
    "deeds": (frozenset({"eventType"}),),
    "events": (frozenset({"eventType"}), frozenset({"nouns"})),
    "status": (frozenset({"form"}),),
}
"""By file, the properties of which a row must have one each."""


def require_patterns() -> None:
    """Raise VocabularyError with the file and line of the first row that is broken, if any is."""
    paths = sorted((folder("ontology") / "patterns").glob("*.ttl"))
    for path in paths:
        _require_once(path)
    for path in paths:
        load_patterns(path.stem)
        for name, row in load_rows(path.stem).items():
            fault = next(_find_faults(path.stem, row), None)
            if fault:
                raise VocabularyError(f"{path.name}, line {_find_line(path, name)}", f"{name}: {fault}")


def _require_once(path: Path) -> None:
    """Raise VocabularyError where two rows of a file have one name: Turtle would take them for one row."""
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = _ROW.match(line)
        if row and row[0] in seen:
            raise VocabularyError(f"{path.name}, line {number}", f"{row[0]}: another row has this name")
        if row:
            seen.add(row[0])


_ROW = re.compile(r"\w*:[\w-]+(?=\s)")


def _find_faults(stem: str, row: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what is wrong with a row, in words."""
    for key, values in row.items():
        if key not in _VALUES and key not in _FREE:
            yield f"unknown property {key}"
        for value in (word for each in values for word in each.split()):
            if key in _VALUES and value not in _VALUES[key]:
                yield f"{value} is no {key}; use one of {', '.join(sorted(_VALUES[key]))}"
    if row.keys() & {"form"} and not set(row["form"]) & _LINKED and not row.keys() & {"action", "status"}:
        yield "needs action or status"
    if not row.keys() & {"words", "phrase"}:
        for choice in _NEEDED.get(stem, ()):
            if not choice & row.keys():
                yield f"needs {' or '.join(sorted(choice))}"


def _find_line(path: Path, name: str) -> int:
    """Give the line on which a row begins."""
    start = re.compile(rf"\s*(?:\w*:|<\S*/){re.escape(name)}\b(?!-)")
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if start.match(line)), 1)
