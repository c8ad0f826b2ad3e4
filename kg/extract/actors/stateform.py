"""How a text names States: by name, by their people, by their government's seat, and as "we"."""

from collections.abc import Iterator

from kg.extract.names.scene import Mark, Scene
from kg.extract.words.wordclass import load_words

_POSSESSIVES = frozenset({"'s", "?s"})
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}


def find_state_span(scene: Scene, mark: Mark) -> tuple[int, int] | None:
    """Give the words with which a mark names its State as an actor; None where it names none.

    A capital names its State only where it does what governments do, the people only where they stand for it.
    """
    if mark.kind == "State":
        return _government_span(scene, mark)
    if mark.kind == "Demonym":
        return _people_span(scene, mark)
    if mark.kind == "Capital" and _acts(scene, mark):
        return mark.begin, mark.end
    return None


def _government_span(scene: Scene, mark: Mark) -> tuple[int, int]:
    """Take "Government of" before a State and "'s government" behind it into the mention."""
    words = scene.words
    begin, end = mark.begin, mark.end
    k = begin - 1
    if k >= 0 and words.lower[k] == "the":
        k -= 1
    if k >= 1 and words.lower[k] == "of" and words.lower[k - 1] in {"government", "governments"}:
        begin = k - 1
    if (
        end + 1 < len(words.word)
        and words.lower[end] in _POSSESSIVES
        and words.lower[end + 1] in load_words("state-sides")
    ):
        end += 2
    return begin, end


def _row_end(scene: Scene, end: int, last: int) -> int:
    """Give where the row of peoples ends that goes on at word `end`: "Peruvian, Malian and Dutch officers"."""
    k = end
    while k + 1 < last and scene.words.lower[k] in {",", "and", "or", "&"}:
        k += 1 + (scene.words.lower[k] == "," and scene.words.lower[k + 1] == "and")
        after = scene.cover[k] if k < last and scene.kind_at(k) == "Demonym" else None
        if after is None:
            return end
        end = k = after.end
    return end


def _people_span(scene: Scene, mark: Mark) -> tuple[int, int] | None:
    """Give the words of "Georgian Government", "the Swiss"; None where the people are not the State."""
    words = scene.words
    end, last = mark.end, words.last[mark.begin]
    nouns = load_words("state-nouns")
    row = _row_end(scene, end, last)
    if end < row < last and words.lower[row] in nouns:
        return mark.begin, mark.end
    k = end
    if k + 1 < last and words.lower[k + 1] in nouns and words.lower[k] not in {",", ".", "and"}:
        k += 1
    if k < last and words.lower[k] in load_words("act-nouns"):
        return mark.begin, mark.end
    if k < last and (words.lower[k] in nouns or _is_nameless(scene, k, last)):
        return mark.begin, k + 1
    article = mark.begin > words.first[mark.begin] and words.lower[mark.begin - 1] == "the"
    following = words.lower[end] if end < last else "."
    stands = following in load_words("capital-verbs") or following in load_words("after-people")
    return (mark.begin, mark.end) if article and (stands or _are_subject(scene, mark)) else None


def _is_nameless(scene: Scene, k: int, last: int) -> bool:
    """Tell whether word `k` is one whom a State sent and who is not named: "delegate", but not "delegate, Mr. Sy"."""
    words = scene.words
    if words.word[k] not in load_words("state-envoys"):
        return False
    behind = k + 2 if words.lower[k + 1 : k + 2] == [","] else k + 1
    return behind >= last or not words.capital[behind]


def _are_subject(scene: Scene, mark: Mark) -> bool:
    """Tell whether all people of a State, "the Chadians", stand before what may be the verb."""
    words, end = scene.words, mark.end
    if not words.lower[end - 1].endswith(("ns", "is", "ks", "es", "ts", "ds", "bs")) or end >= words.last[end - 1]:
        return False
    following = words.lower[end]
    return following.isalpha() and not words.capital[end] and following not in load_words("function-words")


def _acts(scene: Scene, mark: Mark) -> bool:
    """Tell whether a capital is the subject of a verb that governments do."""
    words = scene.words
    i, j = mark.begin, mark.end
    if j >= words.last[i] or words.lower[j] not in load_words("capital-verbs"):
        return False
    if words.lower[min(j + 1, words.last[i] - 1)] in load_words("scene-verbs"):
        return False  # "Lima will host the seminar": the town
    return i == words.first[i] or words.lower[i - 1] in load_words("before-subject")


def find_own_mentions(scene: Scene) -> Iterator[tuple[int, str]]:
    """Yield the words with which an official text speaks of its own side: `we` and `I` outside quotations.

    "the Government" comes as `we`, too.
    """
    words = scene.words
    closing = ""
    block = -1
    for i, word in enumerate(words.word):
        if words.block[i] != block:
            block, closing = words.block[i], ""
        if closing:
            closing = "" if word == closing else closing
        elif word in _QUOTES:
            closing = _QUOTES[word]
        elif word == "I" and i + 1 < words.last[i] and words.word[i + 1] != ".":
            yield i, "I"
        elif word in {"we", "We"} or (word == "Government" and _is_own_government(scene, i)):
            yield i, "we"


def _is_own_government(scene: Scene, i: int) -> bool:
    words = scene.words
    if scene.cover[i] is not None:
        return False
    following = words.lower[i + 1] if i + 1 < words.last[i] else ""
    determined = i > words.first[i] and words.lower[i - 1] in {"the", "this", "our", "whole"}
    return determined and following not in {"of", "in"}
