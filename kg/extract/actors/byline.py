"""Who speaks in a text, as one of its first lines tells with nothing else on it: "Lindo, Ana", "Ana Lindo photo"."""

from collections.abc import Iterator, Sequence

from kg.extract.actors.beside import Around
from kg.extract.actors.nameform import is_common
from kg.extract.actors.person import Person
from kg.extract.names.namesake import is_given_name
from kg.extract.words.wordclass import load_words

_HEADER = 400
"""The last place at which such a line is looked for."""


def find_byline(around: Around, persons: Sequence[Person]) -> Person | None:
    """Give the person whom a line of the header names turned round or over a picture, where none is read there."""
    taken = {person.begin for person in persons}
    lines = ((begin, end) for begin, end in _list_lines(around) if begin not in taken)
    return next(filter(None, (_read_turned(around, *line) or _read_caption(around, *line) for line in lines)), None)


def _list_lines(around: Around) -> Iterator[tuple[int, int]]:
    """Yield the first words and the ends of the lines of the header."""
    words, at = around.scene.words, 0
    for line in words.text[:_HEADER].splitlines(keepends=True):
        yield words.before(at), words.before(at + len(line))
        at += len(line)


def _read_turned(around: Around, i: int, end: int) -> Person | None:
    """Read "Lindo, Ana"."""
    words = around.scene.words
    if end - i not in {3, 4} or words.word[i + 1] != "," or not is_given_name(words.lower[i + 2]):
        return None
    if not all(words.word[k].istitle() and _is_free(around, k) for k in (i, *range(i + 2, end))):
        return None
    return _make(i, end, f"{words.surface(i + 2, end)} {words.word[i]}")


def _read_caption(around: Around, i: int, end: int) -> Person | None:
    """Read "Ana Lindo photo"."""
    words = around.scene.words
    if end - i not in {3, 4} or words.lower[end - 1] not in load_words("captions") or words.capital[end - 1]:
        return None
    named = all(words.capital[k] and _is_free(around, k) for k in range(i, end - 1))
    return _make(i, end - 1, words.surface(i, end - 1)) if named and is_given_name(words.lower[i]) else None


def _is_free(around: Around, k: int) -> bool:
    return around.scene.kind_at(k) in {"", "City"} and not is_common(around.scene.words.lower[k])


def _make(begin: int, end: int, name: str) -> Person:
    return Person(begin=begin, head=begin, head_end=end, end=end, name=name, extent=end)
