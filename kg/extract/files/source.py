"""Where texts lie: files, folders, archives, lines of JSON, standard input and addresses, one content at a time."""

import gzip
import io
import json
import os
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from kg.errors import ReadError, UnknownKindError

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"})
"""One document a file."""
LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
"""One document a line."""
LARGEST = 64 * 2**20
"""The most bytes that one document may have, unpacked: a guard against archives that explode."""
_TOO_LARGE = f"larger than {LARGEST // 2**20} MB"
STORE_FILE = "readings.sqlite"
"""What a folder has that is a store of kg's own: no texts are looked for in it."""
_LOCAL_SCHEMES = frozenset({"file", "local", "memory"})
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError)
"""What the standard library raises for damaged or locked archives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of one document, not yet read."""

    shown: str
    """What to call it in a message."""
    names: tuple[str, ...]
    """What it may be called in the graph, from the shortest to one that nothing else has."""
    suffix: str
    """The kind of file; `.jsonl` for one line of such a file, empty where it is to be told from the bytes."""
    data: bytes = b""


class _Stream(Protocol):
    """What is asked of an open file, packed or not."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


def find_contents(
    sources: Sequence[str], *, names_only: bool = False, remote: bool = False
) -> Iterator[Content | ReadError]:
    """Yield what lies in the sources, in the order given, folders sorted; each file once.

    With `names_only` no bytes are kept, which is how names that collide are found before anything is read.
    Addresses are followed with `remote` alone. What cannot be read is yielded as a ReadError.
    """
    seen: set[str] = set()
    for source in sources:
        if source == "-":
            yield from [] if names_only else _split_stdin()
        elif not source:
            yield ReadError("an empty name", "name a file or a folder")
        elif "://" in source:
            yield from _find_at_address(source, remote=remote, names_only=names_only)
        else:
            for found in _find_files(Path(source)):
                if isinstance(found, ReadError):
                    yield found
                elif (key := os.path.realpath(found)) not in seen:
                    seen.add(key)
                    yield from _open_file(found, names_only=names_only)


def _split_stdin() -> Iterator[Content | ReadError]:
    """Yield standard input as one document, or as JSON lines where its first line is an object with a text."""
    data = sys.stdin.buffer.read(LARGEST + 1)
    try:
        first = json.loads(data[: data.find(b"\n")])
    except (ValueError, RecursionError):
        first = None
    kind = ".jsonl" if isinstance(first, dict) and "text" in first else ""
    yield from _split(io.BytesIO(data), "standard input", ("stdin",), kind, names_only=False)


def _find_files(path: Path) -> Iterator[Path | ReadError]:
    """Yield a file, or the files of known kinds in a folder and below it; the others as UnknownKindError."""
    try:
        if not path.is_dir():
            known = _kind(path.name) is not None
            yield path if known or not path.exists() else ReadError(str(path), _unknown(str(path), path.name).why)
            return
        children = sorted(path.iterdir(), key=lambda child: child.name)
    except OSError as error:
        yield ReadError(str(path), _reason(error))
        return
    if any(child.name == STORE_FILE for child in children):
        return
    for child in children:
        if child.name.startswith("."):
            continue
        if child.is_dir():
            if not child.is_symlink():
                yield from _find_files(child)
        elif child.exists() and not child.is_file():
            yield ReadError(str(child), "a pipe or a device, not a file")
        else:
            yield child if _kind(child.name) else _unknown(str(child), child.name)


def _kind(name: str) -> str | None:
    """Give the suffix that tells how to read a file, of the inner file for `.gz`; None for unknown ones.

    >>> _kind("a.TXT"), _kind("b.jsonl.gz"), _kind("c.exe"), _kind("d.zip")
    ('.txt', '.jsonl', None, '.zip')
    """
    path = PurePosixPath(name.casefold())
    suffix = path.suffix
    if suffix == ".gz":
        suffix = PurePosixPath(path.stem).suffix
        return suffix if suffix in TEXT_SUFFIXES | LINE_SUFFIXES else None
    return suffix if suffix in TEXT_SUFFIXES | LINE_SUFFIXES | {".zip"} else None


def _unknown(shown: str, name: str) -> UnknownKindError:
    return UnknownKindError(shown, PurePosixPath(name.casefold()).suffix)


def _reason(error: BaseException) -> str:
    """Word what the standard library says about a failure.

    >>> _reason(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return f"damaged ({error})" if str(error) else "damaged"


def _open_file(path: Path, *, names_only: bool) -> Iterator[Content | ReadError]:
    kind = _kind(path.name) or ""
    try:
        if kind == ".zip":
            yield from _open_zip(path, names_only=names_only)
            return
        names = name_levels(path.resolve().parts[1:])
        if names_only and kind not in LINE_SUFFIXES:
            yield Content(shown=str(path), names=names, suffix=kind)
            return
        with _open(path) as stream:
            yield from _split(stream, str(path), names, kind, names_only=names_only)
    except _BROKEN as error:
        yield ReadError(str(path), _reason(error))


def _open(path: Path) -> gzip.GzipFile | io.BufferedReader:
    return gzip.open(path) if path.suffix.casefold() == ".gz" else path.open("rb")


def _open_zip(path: Path, *, names_only: bool) -> Iterator[Content | ReadError]:
    """Yield the members of an archive, sorted; nothing is ever unpacked onto the disk."""
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            if not info.filename:
                yield ReadError(str(path), "a member without a name; the archive is damaged, pack it again")
                continue
            parts = [part for part in PurePosixPath(info.filename).parts if part not in {"/", ".."}]
            kind = _kind(info.filename)
            if info.is_dir() or not parts or parts[-1].startswith(".") or "__MACOSX" in parts:
                continue
            shown = f"{path}:{info.filename}"
            if not kind:
                yield _unknown(shown, parts[-1])
                continue
            if kind == ".zip" or info.filename.casefold().endswith(".gz"):
                yield ReadError(shown, "an archive within an archive; unpack it first")
                continue
            names = name_levels((*path.resolve().parent.parts[1:], path.stem, *parts))
            if names_only and kind not in LINE_SUFFIXES:
                yield Content(shown=shown, names=names, suffix=kind)
                continue
            try:
                with archive.open(info) as stream:
                    yield from _split(stream, shown, names, kind, names_only=names_only)
            except _BROKEN as error:
                yield ReadError(shown, _reason(error))


def _split(
    stream: _Stream, shown: str, names: tuple[str, ...], kind: str, *, names_only: bool
) -> Iterator[Content | ReadError]:
    """Yield the one document of a stream, or one a line."""
    if kind in LINE_SUFFIXES:
        yield from _split_lines(stream, shown, names, names_only=names_only)
        return
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield ReadError(shown, _TOO_LARGE)
    else:
        yield Content(shown=shown, names=names, suffix=kind, data=data)


def _split_lines(
    stream: _Stream, shown: str, names: tuple[str, ...], *, names_only: bool
) -> Iterator[Content | ReadError]:
    """Yield the lines of a file of JSON lines; they are named by their `id`, else by file and line."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            yield ReadError(f"{shown}:{number}", _TOO_LARGE)
            return
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield ReadError(f"{shown}:{number}", f"broken JSON ({error})")
            continue
        given = fields.get("id") if isinstance(fields, dict) else None
        identifier = str(given) if isinstance(given, (str, int)) and str(given).strip() else f"{names[0]}-{number}"
        identifier = identifier.encode("utf-8", "replace").decode("utf-8")
        levels = (identifier, *(f"{name}/{identifier}" for name in names), f"{names[-1]}:{number}")
        yield Content(shown=f"{shown}:{number}", names=levels, suffix=".jsonl", data=b"" if names_only else line)


def _find_at_address(source: str, *, remote: bool, names_only: bool) -> Iterator[Content | ReadError]:
    """Yield what lies at an address that fsspec knows; patterns (`*`) give several files."""
    scheme = source.partition("://")[0].casefold()
    if scheme not in _LOCAL_SCHEMES and not remote:
        yield ReadError(source, "an address outside this machine, and following those was not asked for")
        return
    try:
        from fsspec.core import open_files
    except ImportError:
        yield ReadError(source, "addresses need the package fsspec; install accession-kg[remote]")
        return
    try:
        files = sorted(open_files(source, mode="rb"), key=lambda file: str(file.path))
        if not files:
            yield ReadError(source, "nothing there")
        for file in files:
            path = PurePosixPath(str(file.path).split("?")[0])
            kind = _kind(path.name) or ""
            names = name_levels(path.parts[-3:])
            if kind == ".zip" or path.suffix.casefold() == ".gz":
                yield ReadError(str(file.path), "archives are read from this machine alone; fetch it first")
            elif names_only and kind not in LINE_SUFFIXES:
                yield Content(shown=str(file.path), names=names, suffix=kind)
            else:
                with file as stream:
                    yield from _split(stream, str(file.path), names, kind, names_only=names_only)
    except (*_BROKEN, ImportError) as error:
        yield ReadError(source, _reason(error))


def name_levels(parts: Sequence[str]) -> tuple[str, ...]:
    """Give the names that a file may go by: without extension, with its folder, with extension, with more folders.

    >>> name_levels(("home", "texts", "a.b.txt"))
    ('a.b', 'texts/a.b', 'texts/a.b.txt', 'home/texts/a.b.txt')
    """
    parts = [part.encode("utf-8", "replace").decode("utf-8") for part in parts]
    name = parts[-1][:-3] if parts[-1].casefold().endswith(".gz") else parts[-1]
    stem = PurePosixPath(name).stem
    folders = parts[:-1]
    levels = [stem, "/".join([*folders[-1:], stem])]
    levels += ["/".join([*folders[-depth:], parts[-1]]) for depth in range(1, len(folders) + 1)]
    return tuple(dict.fromkeys(levels))
