"""The user's own reference data: Turtle files that a store keeps, so that every later step knows the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import StoreError, VocabularyError
from kg.graph.rule import Delay, Period
from kg.graph.vocab import KG

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pyoxigraph import Quad

_READ: Mapping[str, Callable[[str], object]] = {
    KG.date: Period.from_iso,
    KG.effectiveDate: Period.from_iso,
    KG.enteredIntoForce: Period.from_iso,
    KG.entryIntoForceDelay: Delay.from_iso,
    KG.withdrawalNotice: Delay.from_iso,
}
"""How the values that the record reckons with are read."""
FOLDER = "reference"
"""Where in the store the files are kept; take one out and build again to be without it."""


def keep_reference(store: Path, files: Sequence[Path]) -> None:
    """Copy Turtle files, or folders of such, into a store; VocabularyError, and nothing copied, where one is broken."""
    found: dict[str, bytes] = {}
    for path in files:
        for file in sorted(path.glob("*.ttl")) if path.is_dir() else [path]:
            content = _read(file)
            if found.setdefault(f"{file.stem}.ttl", content) != content:
                raise VocabularyError(str(file), "another reference file has this name; rename one of them")
    folder = store / FOLDER
    for name, content in sorted(found.items()):
        if not (folder / name).is_file() or (folder / name).read_bytes() != content:
            _write(folder / name, content)


def list_reference(store: Path) -> list[Path]:
    """List the files that a store keeps."""
    return sorted((store / FOLDER).glob("*.ttl"))


def _read(file: Path) -> bytes:
    from pyoxigraph import RdfFormat, parse

    try:
        content = file.read_bytes()
        for quad in parse(content, format=RdfFormat.TURTLE):
            _check(file, quad)
    except SyntaxError as error:
        raise VocabularyError(f"{file.name}, line {error.lineno}", error.msg) from error
    except OSError as error:
        raise VocabularyError(str(file), error.strerror or "cannot be read") from error
    return content


def _check(file: Path, quad: Quad) -> None:
    """Raise VocabularyError where a value that the record reckons with is no date or no time to wait."""
    read = _READ.get(quad.predicate.value)
    try:
        if read:
            read(str(getattr(quad.object, "value", quad.object)))
    except (ValueError, VocabularyError) as error:
        raise VocabularyError(file.name, f"{quad.predicate} of {quad.subject}: {error}") from error


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(str(path), f"cannot be written: {error.strerror}") from error
