"""What storing and resolving add to reading, and what one more document costs.

    python tests/bench/bench_build.py 1000

Builds a store of so many documents, made from the shipped texts by moving their years; then adds one, builds
again unchanged, and forgets one. Times are processor seconds of one process with all its threads; beside them stands
what passed on the clock, which is less where the database loads and sorts on a second processor.
"""

from __future__ import annotations

import hashlib
import re
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extract.reading import read_document
from kg.graph.build import Options, build
from kg.graph.forget import forget
from kg.model import Document, Reading
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_YEAR = re.compile(r"\b(19[5-9]\d|20[0-3]\d)\b")


def generate(first: int, last: int) -> Iterator[Document]:
    """Yield shipped texts, each time round with their years moved by one more."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder("corpus").glob("*.txt"))]
    for number in range(first, last):
        moved = number // len(texts)
        text = move_years(texts[number % len(texts)], moved)
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield Document(identifier=f"doc{number:06}", text=text, sha256=digest)


def move_years(text: str, by: int) -> str:
    """Set all years of a text back."""
    return _YEAR.sub(lambda year: str(int(year[0]) - by), text)


class Clock:
    """A reader that knows how long it has read."""

    def __init__(self) -> None:
        self.spent = 0.0
        self.passed = 0.0
        self.words = 0

    def read(self, document: Document) -> Reading:
        began, begun = time.perf_counter(), time.process_time()
        reading = read_document(document)
        self.spent += time.process_time() - begun
        self.passed += time.perf_counter() - began
        self.words += len(document.text.split())
        return reading


def run(documents: int) -> None:
    """Build, add, build again, forget; print what each took."""
    clock = Clock()
    read_document(next(generate(0, 1)))
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "store"
        began, begun = time.perf_counter(), time.process_time()
        report = build(store, generate(0, documents), Options(), read=clock.read)
        whole = time.process_time() - begun
        rest, waited = whole - clock.spent, time.perf_counter() - began - clock.passed
        say(f"{documents:,} documents, {clock.words:,} words, {report.events:,} events")
        say(f"reading {clock.spent:.1f} s ({clock.words / clock.spent:,.0f} words a second)")
        say(f"storing and resolving {rest:.1f} s, {100 * rest / clock.spent:.0f} % of reading")
        say(f"on the clock {clock.passed:.1f} s and {waited:.1f} s, {100 * waited / clock.passed:.0f} %")
        say(f"peak of memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB")
        steps: dict[str, Callable[[], object]] = {
            "adding one document": lambda: build(store, generate(documents, documents + 1), Options(), read=clock.read),
            "building again unchanged": lambda: build(store, generate(0, documents + 1), Options(), read=clock.read),
            "forgetting one document": lambda: forget(store, [f"doc{documents:06}"]),
        }
        for name, step in steps.items():
            begun = time.process_time()
            step()
            spent = time.process_time() - begun
            say(f"{name} {spent:.1f} s, {100 * spent / whole:.1f} % of the whole")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
