"""Building a store: read what is new, conclude, write what differs.

What was concluded, and from what, is noted once all of it is written, so a build that finds nothing new ends there.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ReadError, StoreError, UnknownKindError
from kg.garbage import uncollected
from kg.graph.lock import hold_lock
from kg.graph.pin import DECISIONS, Decisions, find_decisions, read_decisions
from kg.graph.readings import FILE as READINGS
from kg.graph.readings import Readings, Row, open_readings, to_row
from kg.graph.record import from_json, to_json
from kg.graph.reference import FOLDER as REFERENCES
from kg.graph.reference import keep_reference, list_reference
from kg.graph.resolve import resolve
from kg.graph.sound import require_sound
from kg.graph.store import BUILD_LOCK, DATABASE, has_graph, require_folder, write_database
from kg.graph.write import find_reference, list_knowledge, list_parts, list_shipped, sign, write_loaded, write_parts
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.graph.resolution import Resolution
    from kg.model import Document, Reading

_AHEAD = 32
"""Documents a worker may have waiting: enough to keep it busy, few enough to keep memory flat."""

_READER_FAULTS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What a mistake in a reader raises: one document is then skipped, the rest are still read."""


@dataclass(slots=True, kw_only=True)
class Report:
    """What a build did."""

    read: list[str] = field(default_factory=list)
    """Documents read anew."""
    unchanged: int = 0
    """Documents that were read before, and have not changed since."""
    replaced: list[str] = field(default_factory=list)
    """Documents that now have another text than the one of this name that was read before."""
    skipped: list[ReadError] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    """Files of kinds that are not read, which lay among the others, by their extension."""
    documents: int = 0
    """Documents in the store."""
    events: int = 0
    actors: int = 0
    changed: int = 0
    """Pieces of the graph that were written or dropped."""
    unused: tuple[str, ...] = ()
    """Decisions that name no event."""
    parted: tuple[tuple[str, str], ...] = ()
    """Events that look the same, and that a decision about another event of the same document keeps apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holdings:
    """What a store holds once a build is through; the names are those of `Report`."""

    documents: int
    events: int
    actors: int
    unused: tuple[str, ...]
    parted: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a store is to be built."""

    merge: bool = True
    """Make one event of the reports of one occasion."""
    reference: bool = True
    """Put the reference data into the graph."""
    workers: int = 1
    decisions: Path | None = None
    """The user's own decisions; by default those of a file in the store, else those given last."""
    references: tuple[Path, ...] = ()
    """The user's own reference data, to be kept in the store."""
    reader: str = ""
    """What else makes a reading, such as extractors and their versions."""


def build(
    store: Path, documents: Iterable[Document | ReadError], options: Options, *, read: Callable[[Document], Reading]
) -> Report:
    """Read documents into a store; those that it already has, unchanged, are not read again.

    StoreError where the store cannot be written, or where another build is at work.
    """
    from kg.extract.names.lexicon import with_names

    with build_alone(store), open_readings(store, create=True) as readings:
        report = Report()
        keep_reference(store, options.references)
        own = list_reference(store)
        reader = _extend_fingerprint(fingerprint_reader(), own, options.reader)
        with with_names(own):
            make = partial(_read_one, read=read, reader=reader)
            _read_all(documents, readings, report, make=make, reader=reader, workers=options.workers)
        readings.set_setting("merge", str(options.merge))
        readings.set_setting("reference", str(options.reference))
        settle(store, readings, report, decisions=options.decisions)
        return report


@contextmanager
def build_alone(store: Path) -> Iterator[None]:
    """Keep other builds out."""
    require_folder(store)
    _require_own(store)
    try:
        store.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(str(store), f"{error.strerror}; check the folder's permissions") from error
    with hold_lock(store, BUILD_LOCK):
        yield


def _require_own(store: Path) -> None:
    """Raise StoreError where a folder has files already, and none that a store has or that a user prepares for one."""
    held = {path.name for path in store.iterdir()} if store.is_dir() else set()
    if held and held.isdisjoint({DATABASE, READINGS, DECISIONS, REFERENCES, f"{BUILD_LOCK}.lock"}):
        raise StoreError(str(store), "not empty, and no store of kg; name another folder with --store")


def settle(store: Path, readings: Readings, report: Report, *, decisions: Path | None = None) -> None:
    """Conclude from all readings, and bring the graph in line; where it follows from the same already, leave it."""
    pins = _find_decisions(store, readings, decisions)
    merge = readings.setting("merge") != "False"
    reference = [*list_shipped(), *list_reference(store)] if readings.setting("reference") != "False" else []
    knowledge = list(list_knowledge(reference))
    grounds = sign(
        _fingerprint_code(),
        [part.signature for part in knowledge],
        merge,
        pins,
        readings.digests(),
        readings.list_loaded(),
    )
    if readings.setting("grounds") != grounds or not has_graph(store):
        with uncollected():
            resolution = resolve(readings.profiles(), reference=find_reference(reference), decisions=pins, merge=merge)
            with write_database(store) as database:
                readings.set_setting("grounds", "being written")
                parts = chain(knowledge, list_parts(resolution, readings))
                report.changed += write_parts(database, readings, parts)
                write_loaded(database, readings)
        readings.set_setting("holdings", to_json(_count(resolution)))
        readings.set_setting("grounds", grounds)
    held = from_json(_Holdings, readings.setting("holdings") or "")
    report.documents, report.events, report.actors = held.documents, held.events, held.actors
    report.unused, report.parted = held.unused, held.parted


def _find_decisions(store: Path, readings: Readings, given: Path | None) -> Decisions:
    """Give the user's decisions: those given now, else those of the file in the store, else those given last."""
    if given is not None:
        pins = read_decisions(given)
        readings.set_setting("decisions", to_json(pins))
        return pins
    return find_decisions(store, readings.setting("decisions"))


def _count(resolution: Resolution) -> _Holdings:
    return _Holdings(
        documents=len(resolution.namings),
        events=len(resolution.events),
        actors=len({iri for naming in resolution.namings.values() for iri in naming.actors.values()}),
        unused=resolution.unused,
        parted=resolution.parted,
    )


def _read_all(
    documents: Iterable[Document | ReadError],
    readings: Readings,
    report: Report,
    *,
    make: Callable[[Document], Row | ReadError],
    reader: str,
    workers: int,
) -> None:
    """Read what is new or changed, keeping each reading as soon as it is made."""
    fresh = _find_new(documents, readings.known(), reader, report)
    for outcome in _map(make, fresh, workers):
        if isinstance(outcome, ReadError):
            report.skipped.append(outcome)
        else:
            readings.put(outcome)
            report.read.append(outcome.document)


def _find_new(
    documents: Iterable[Document | ReadError], known: dict[str, tuple[str, str]], reader: str, report: Report
) -> Iterator[Document]:
    """Yield documents that have not been read as they are now; note the others."""
    seen: dict[str, str] = {}
    for document in documents:
        if isinstance(document, UnknownKindError):
            report.unread[document.kind] += 1
        elif isinstance(document, ReadError):
            report.skipped.append(document)
        elif document.identifier in seen:
            if seen[document.identifier] != document.sha256:
                report.skipped.append(
                    ReadError(document.identifier, "another document of this name was read before it")
                )
        else:
            seen[document.identifier] = document.sha256
            text, by = known.get(document.identifier, (document.sha256, ""))
            if text != document.sha256:
                report.replaced.append(document.identifier)
            if (text, by) == (document.sha256, reader):
                report.unchanged += 1
            else:
                yield document


def _map(
    make: Callable[[Document], Row | ReadError], documents: Iterator[Document], workers: int
) -> Iterator[Row | ReadError]:
    """Read documents in their order, with several processes where wanted."""
    if workers <= 1:
        yield from map(make, documents)
        return
    import multiprocessing

    with multiprocessing.get_context().Pool(workers) as pool:
        while batch := list(islice(documents, workers * _AHEAD)):
            yield from pool.imap(make, batch, chunksize=4)


def _read_one(document: Document, *, read: Callable[[Document], Reading], reader: str) -> Row | ReadError:
    """Read one document; a reader that fails on it is reported like a bad file, broken patterns end the build."""
    try:
        reading = read(document)
        require_sound(reading)
        return to_row(reading, reader)
    except ReadError as error:
        return error
    except _READER_FAULTS as error:
        return ReadError(
            document.identifier, f"the reader failed on it ({type(error).__name__}: {error}); please report"
        )


def _extend_fingerprint(reader: str, own: Iterable[Path], more: str) -> str:
    """Add to a reader's fingerprint the user's own reference data and what else takes part, where there is any."""
    parts = [path.read_bytes() for path in own] + ([more.encode()] if more else [])
    return hashlib.sha256(b"\0".join([reader.encode(), *parts])).hexdigest()[:32] if parts else reader


@lru_cache
def fingerprint_reader() -> str:
    """Digest the code and data that make a reading, so that documents are read again when these change."""
    package = Path(__file__).parent.parent
    data = folder("ontology")
    return _fingerprint(
        *package.glob("extract/**/*"),
        package / "model.py",
        *data.glob("reference/*"),
        *data.glob("patterns/**/*"),
        *data.glob("weights/*.tsv"),
    )


@lru_cache
def _fingerprint_code() -> str:
    """Digest the code that concludes, so that a new version does it anew."""
    package = Path(__file__).parent
    return _fingerprint(*package.glob("*.py"), package.parent / "model.py", *folder("ontology").glob("resolution/*"))


def _fingerprint(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:32]
