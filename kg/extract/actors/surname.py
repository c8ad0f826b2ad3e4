"""The bare surnames by which a text goes on speaking of persons it has named in full."""

from collections.abc import Iterator, Sequence

from kg.extract.actors.nameform import is_common
from kg.extract.actors.person import Person
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words

_PLACES = frozenset({"City", "Capital", "Region"})


def find_surnames(scene: Scene, persons: Sequence[Person], keys: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the words that are the surname of just one person, with that person's key; `keys` go with `persons`."""
    words = scene.words
    owners: dict[str, set[str]] = {}
    inside = bytearray(len(words.word))
    for person, key in zip(persons, keys, strict=True):
        inside[person.begin : person.end] = b"\1" * (person.end - person.begin)
        surname = words.word[person.head_end - 1]
        if person.head_end - person.head >= 2 and len(surname) > (3 if surname.isupper() else 2):
            owners.setdefault(surname.lower(), set()).add(key)
    for i, lower in enumerate(words.lower):
        holders = owners.get(lower)
        if holders is None or len(holders) > 1 or inside[i] or not words.capital[i]:
            continue
        mark = scene.cover[i]
        if (mark is None or mark.kind in _PLACES) and not _is_part(scene, i, inside):
            yield i, next(iter(holders))


def _is_part(scene: Scene, i: int, inside: bytearray) -> bool:
    """Tell whether a word belongs to a longer name: "Clinton Foundation", "John Clinton"."""
    words = scene.words
    before, after = i - 1, i + 1
    lower = words.lower[before]
    named = _is_name(words.word[before]) and not (is_common(lower) or lower in load_words("numbered"))
    if before > words.first[i] and named and scene.cover[before] is None and not inside[before]:
        return True  # but "Senator Clinton" is no longer name
    return after < words.last[i] and _is_name(words.word[after]) and is_common(words.lower[after])


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper()
