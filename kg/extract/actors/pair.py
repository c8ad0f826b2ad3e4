"""States and bodies that hyphens join before a meeting: "the India-Brazil dialogue", "Franco-German talks"."""

from collections.abc import Iterator, Sequence

from kg.extract.names.lexicon import Entry, Hit, load_lexicon
from kg.extract.text.word import Words
from kg.extract.words.spelling import HYPHENS
from kg.extract.words.wordclass import load_pairs, load_words

Pair = tuple[int, int, tuple[Entry, ...]]
"""The first word of a pair, the first behind it, and its sides."""

_SIDES = ("State", "Demonym", "IntergovernmentalOrganization")
_NEAR = 4
"""Words behind the pair among which the noun for their meeting stands."""


def find_pairs(words: Words, hits: Sequence[Hit]) -> Iterator[Pair]:
    """Find each row of sides that hyphens join before a noun for a meeting: its words, and who they are."""
    row: list[Hit] = []
    for hit in hits:
        if row and hit.begin == row[-1].end + 1 and words.text[row[-1].end] in HYPHENS:
            row.append(hit)
            continue
        yield from _read_row(words, row)
        row = [hit]
    yield from _read_row(words, row)


def _read_row(words: Words, row: Sequence[Hit]) -> Iterator[Pair]:
    """Give the sides of one row, two at least."""
    if not row or (len(row) == 1 and words.text[row[0].begin - 1 : row[0].begin] not in HYPHENS):
        return
    begin, end = words.at(row[0].begin), words.before(row[-1].end)
    if begin >= len(words.word) or load_words("pair-nouns").isdisjoint(words.lower[end : end + _NEAR]):
        return
    half = load_pairs("state-halves").get(words.lower[begin].partition("-")[0]) if len(row) == 1 else None
    readings = [*(hit.entries for hit in row), *([load_lexicon().read(half)] if half is not None else [])]
    sides = [side for side in map(_find_side, readings) if side is not None]
    if len(readings) > 1 and len({side.state or side.iri for side in sides}) == len(readings):
        yield begin, end, tuple(sides)


def _find_side(entries: Sequence[Entry]) -> Entry | None:
    """Choose the State or international body among the readings of a name."""
    return next((entry for entry in entries if entry.kind in _SIDES), None)
