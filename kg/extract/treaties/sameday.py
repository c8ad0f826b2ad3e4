"""Acts told to have been done "on the same occasion" as the one before: they have its day."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.statusmind import Finder, Told

_TALE = 2
"""Sentences behind an act within which "the same ceremony" is where it was done."""


def date_alike(finder: Finder, phrase: Phrase, told: Sequence[Told], last: Told | None, at: int) -> list[Told]:
    """Date what was done "at the same ceremony" by the act that was told last before, in sentence `at`."""
    near = last is not None and finder.number - at <= _TALE and last.mood == "done" and len(last.dates) == 1
    if not told or last is None or not near or not _is_same_occasion(finder, phrase):
        return list(told)
    open_day = (not one.is_claim and one.mood == "done" and not any(one.dates) for one in told)
    return [replace(one, dates=last.dates) if fits else one for one, fits in zip(told, open_day, strict=True)]


def _is_same_occasion(finder: Finder, phrase: Phrase) -> bool:
    """Tell whether a sentence says "on the same occasion", or names the event so."""
    names = (finder.text[m.begin : m.end].lower().split() for m in phrase.marks_in("E"))
    return says("same-occasions", phrase.words) or any("same" in name for name in names)
