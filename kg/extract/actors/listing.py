"""The State that a list of people is of: the heading above the list, or the label that opens a line of it."""

from bisect import bisect_left

from kg.extract.actors.nameform import is_column_apart
from kg.extract.names.scene import Mark, Scene
from kg.extract.words.wordclass import load_words

_LISTED = 16
"""The most lines below its State at which a participant is looked for."""
_NAME = 5
"""The most words of a line with a signature."""
_LONG = 100
"""The most characters of a line of such a list."""


def find_listed_state(scene: Scene, i: int) -> str | None:
    """Give the State that is the heading of the list in which word i stands, as in a list of participants."""
    words, text = scene.words, scene.words.text
    begin = text.rfind("\n", 0, words.begin[i]) + 1
    label = find_label(scene, i)
    if label is not None:
        return label.state
    for _ in range(_LISTED):
        if begin <= 0:
            return None
        above = text.rfind("\n", 0, begin - 1) + 1
        line = text[above : begin - 1].strip(" \t*#:")
        first = words.before(above)
        state = _read_list_heading(scene, first, line)
        if state is not None:
            return state
        if len(line) > _LONG or (line and "," not in line and not _is_signature(text, above, line)):
            return None
        begin = above
    return None


def _is_signature(text: str, begin: int, line: str) -> bool:
    """Tell whether a line is a signature, as "(signed)" shows, or a name below "For Peru:"."""
    if line.lower().startswith(("(signed", "signed", "(sgd", "sgd", "(s)", "[signed")):
        return True
    above = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)].strip().lower()
    return above.startswith("for ") and len(line.split()) <= _NAME and not line.endswith(".")


def _read_list_heading(scene: Scene, i: int, line: str) -> str | None:
    """Give the State of a heading over a list of people that begins at word i: "Kenya", "DELEGATION OF KENYA"."""
    words = scene.words
    rest = {word for word in line.lower().split() if word.isalpha()}
    at = bisect_left(scene.marks, i, key=lambda mark: mark.begin)
    for mark in scene.marks[at : at + 3]:
        if mark.begin >= i + 6 or mark.kind not in {"State", "Demonym"}:
            continue
        named = words.surface(mark.begin, mark.end)
        if not line.endswith(named) and mark.kind == "State":
            return None
        rest -= set(named.lower().split())
        return mark.state if rest <= load_words("list-headings") and (rest or mark.kind == "State") else None
    return None


def find_label(scene: Scene, i: int) -> Mark | None:
    """Give the State that opens the line of word i as a label: "Ghana: Ms Efua Mensah, Legal Adviser"."""
    words, text = scene.words, scene.words.text
    first = words.at(text.rfind("\n", 0, words.begin[i]) + 1)
    while first < i and not words.word[first][0].isalnum():
        first += 1
    mark = scene.starting(first) if first < i else None
    if mark is None or mark.kind != "State" or mark.end >= min(i, words.last[first]):
        return None
    parted = words.word[mark.end] in {":", "|"} or is_column_apart(scene, mark.end)
    dashed = words.word[mark.end] in {"-", "–", "—"} and words.begin[mark.end] > words.end[mark.end - 1]
    return mark if parted or dashed else None
