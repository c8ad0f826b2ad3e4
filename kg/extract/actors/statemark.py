"""The States that a stretch of text names, and whether a mark only says where something is."""

from dataclasses import dataclass

from kg.extract.names.scene import Mark, Scene
from kg.extract.words.wordclass import load_words


@dataclass(frozen=True, slots=True)
class StateMark:
    """A place at which a text names a State, its people or a body of its government; numbers are those of words."""

    begin: int
    end: int
    state: str
    """IRI of the State."""


def list_named(scene: Scene, i: int, j: int) -> set[str]:
    """List the States that words i to j name, also by their capitals and bodies."""
    named = [m for m in scene.marks if i <= m.begin < j and m.kind in {"State", "Demonym", "Capital"}]
    named = [m for m in named if not (m.kind == "Capital" and _is_seat(scene, m))]
    about = {mark.state for mark in named if mark.state is not None and not _is_posted(scene, mark.begin)}
    return about | {mark.state for mark in list_marks(scene, i, j) if not _is_posted(scene, mark.begin)}


def _is_seat(scene: Scene, mark: Mark) -> bool:
    return scene.words.surface(mark.begin, mark.end).lower() in load_words("seat-cities")


def _is_posted(scene: Scene, i: int) -> bool:
    """Tell whether word i only tells whose embassy is meant, which is in another State."""
    mark = scene.cover[i]
    if mark is None or mark.kind != "Body":
        return False
    return not load_words("posted-bodies").isdisjoint(scene.words.lower[mark.begin : mark.end])


def is_weak(mark: Mark) -> bool:
    """Tell whether the name of a place is also a common word or a name of other things."""
    return mark.entry is None or mark.entry.weak


def list_marks(scene: Scene, i: int, j: int) -> list[StateMark]:
    """List the places among words i to j at which a State, its people or a body of its government is named."""
    found: list[StateMark] = []
    k = i
    while k < j:
        mark = scene.cover[k]
        if mark is not None:
            owned = mark.kind == "Body" and (mark.entry is None or mark.entry.kind == "GovernmentBody")
            if (mark.kind in {"State", "Demonym"} or owned) and mark.state is not None:
                found.append(StateMark(mark.begin, mark.end, mark.state))
            k = max(mark.end, k + 1)
        else:
            k += 1
    return found


def is_locative(scene: Scene, i: int) -> bool:
    """Tell whether the State at word i only says where something is, comes from or belongs: "in Peru", "of Peru"."""
    words = scene.words
    before = words.lower[i - 1] if words.first[i] < i else ""
    if before == "the" and i - 1 > words.first[i]:
        before = words.lower[i - 2]
    if before == ",":  # "Lima, Peru", but "Peru to come in, Chile to follow"
        return scene.kind_at(i) != "Demonym" and words.capital[i - 2]
    if before == "and" and i - 3 > words.first[i]:  # "between Peru and Chile", "from Peru and Chile"
        return _opens_row(scene, i - 2)
    if before == "of":
        k = i - 3 if words.lower[i - 1] == "the" else i - 2
        return words.lower[k] not in load_words("acts-of-states")
    return before in {"in", "at", "near", "to", "from", "of", "between"}


def _opens_row(scene: Scene, k: int) -> bool:
    """Tell whether the States up to word k are a row behind a preposition of place: "from Peru, Chile and Mali"."""
    words, left = scene.words, scene.cover[k]
    while left is not None and left.kind == "State" and left.begin > words.first[k]:
        if words.word[left.begin - 1] != ",":
            before = words.lower[left.begin - 1 - (words.lower[left.begin - 1] == "the")]
            return before in {"in", "at", "near", "from", "between"}
        left = scene.cover[left.begin - 2]
    return False


def find_town(scene: Scene, i: int, j: int) -> str | None:
    """Give the State of the last capital or town that words i to j name, unless it is the seat of bodies."""
    found = (scene.cover[k] for k in range(j - 1, i - 1, -1))
    towns = (m for m in found if m is not None and m.kind in {"Capital", "City"} and not is_weak(m))
    seats = load_words("seat-cities")
    return next((m.state for m in towns if scene.words.surface(m.begin, m.end).lower() not in seats), None)
