"""Weighed clues: a table that says how much each clue speaks for and against each answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp

from kg.errors import VocabularyError
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Weights:
    """A maximum entropy classifier (Berger, Della Pietra and Della Pietra, 1996).

    `rows` gives for each clue one weight an answer, in the order of `answers`, as the table writes them.
    """

    answers: tuple[str, ...]
    rows: Mapping[str, str]
    _read: dict[str, tuple[float, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The rows that were looked up so far: most clues of a table stand in no text at hand."""

    def weigh(self, clues: Iterable[str]) -> tuple[str, float]:
        r"""Give the answer for which most speaks, and its probability.

        >>> weights = Weights(("None", "Host"), {"(always)": "0.5\t-0.5", "before=hosted by": "-1\t3"})
        >>> weights.weigh(["before=hosted by", "unheard of"])
        ('Host', 0.953)
        """
        told = (self._row(BIAS), *filter(None, map(self._row, clues)))
        sums = [sum(column, 0.0) for column in zip(*told, strict=True)]
        best = max(range(len(sums)), key=sums.__getitem__)
        return self.answers[best], round(1 / sum([exp(s - sums[best]) for s in sums], 0.0), 3)

    def _row(self, clue: str) -> tuple[float, ...]:
        """Give the weights of a clue; none where the table does not have it."""
        row = self._read.get(clue)
        if row is not None:
            return row
        written = self.rows.get(clue)
        if written is None:
            return ()
        return self._read.setdefault(clue, tuple(map(float, written.split("\t"))))


@cache
def load_weights(name: str) -> Weights:
    """Read a table of `ontology/weights/`; VocabularyError where it is missing or cannot be used."""
    path = folder("ontology") / "weights" / f"{name}.tsv"
    try:
        return read_table(name, path.read_text(encoding="utf-8").splitlines())
    except OSError as error:
        raise VocabularyError(path.name, "not readable") from error


def read_table(name: str, lines: Sequence[str]) -> Weights:
    """Read the lines of a table: one for each clue, with its weights behind tabs, below one that names the answers.

    Raises VocabularyError where no row counts always.
    """
    head, *body = lines
    rows = dict(map(_split, body))
    if BIAS not in rows:
        raise VocabularyError(f"{name}.tsv", f"no row {BIAS}")
    return Weights(tuple(head.split("\t")[1:]), rows)


def _split(line: str) -> tuple[str, str]:
    clue, _, weights = line.partition("\t")
    return clue, weights


BIAS = "(always)"
"""The clue of the row that counts in every case."""
