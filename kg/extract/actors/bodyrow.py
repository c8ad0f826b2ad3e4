"""Unknown bodies told by the known ones that they are listed with: "UNICEF, the ICRC and DASH"."""

from collections.abc import Iterator, Sequence

from kg.extract.actors.bodyform import Body, is_shouted
from kg.extract.names.acronym import is_acronym
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words

_JOINS = frozenset({",", "and", "&", ";"})
_KINDS = ("no-bodies", "title-words", "post-nouns", "name-suffixes", "person-titles", "ranks", "function-words")


def find_rowed(scene: Scene, bodies: Sequence[Body]) -> list[Body]:
    """Find the unknown acronyms that stand in a row with bodies, and lay nothing over the scene."""
    taken = bytearray(len(scene.words.word) + 1)
    for body in bodies:
        taken[body.begin : max(body.extent, body.end)] = b"\1" * (max(body.extent, body.end) - body.begin)
    found: list[Body] = []
    for body in bodies:
        for i in (*_behind(scene, max(body.extent, body.end), taken), *_before(scene, body.begin, taken)):
            taken[i] = 1
            name = scene.words.word[i]
            found.append(Body(begin=i, end=i + 1, core=i, core_end=i + 1, name=name, head="", extent=i + 1))
    return found


def _behind(scene: Scene, i: int, taken: bytearray) -> Iterator[int]:
    """Yield the acronyms of ", X and Y" from word i on."""
    words = scene.words
    while i + 1 < words.last[i - 1] and words.word[i] in _JOINS:
        i += 1 + (words.lower[i] == "," and words.lower[i + 1] == "and")
        i += i + 1 < words.last[i - 1] and words.lower[i] == "the"
        if not _is_unknown(scene, i, taken):
            return
        yield i
        i += 1


def _before(scene: Scene, i: int, taken: bytearray) -> Iterator[int]:
    """Yield the acronyms of "X, Y and" before word i."""
    words = scene.words
    first = words.first[i]
    i -= i > first and words.lower[i - 1] in {"the", "of", "by"} and words.lower[i - 2] in _JOINS
    while i - 2 >= first and words.lower[i - 1] in _JOINS:
        i -= 2 + (words.lower[i - 1] == "and" and words.word[i - 2] == ",")
        if i < first or not _is_unknown(scene, i, taken):
            return
        yield i


def _is_unknown(scene: Scene, i: int, taken: bytearray) -> bool:
    """Tell whether an acronym that nobody explains stands at word i, and no name goes on with it."""
    words = scene.words
    if i >= len(words.word):
        return False
    word = words.word[i]
    if taken[i] or scene.cover[i] is not None or len(word) < 3 or not word.isalpha() or not is_acronym(word):
        return False
    if is_shouted(scene, i) or any(words.lower[i] in load_words(kind) for kind in _KINDS):
        return False
    last = words.last[i]
    return i + 1 >= last or not (words.capital[i + 1] or words.word[i + 1] in {"(", "-", "/"})
