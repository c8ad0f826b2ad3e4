"""What the words behind a post's noun say: a short mention of a body, or what the post is about."""

import re

from kg.extract.actors.bodyform import list_heads
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words

_ADJECTIVE = re.compile(r"[a-z]{3,}(?:tic|cal|ial|nal|ary)$")
_NOUN_ENDING = re.compile(r"(?:[^s]s|tion|ment|ing|ity|ism|ance|ence|ture|logy|graphy)$")
_ORDINAL = re.compile(r"(?:(?:twenty|thirty|forty|fifty)-)?(?:first|second|third|\w+th)|twenty|thirty")
_MONEY = (["finance"], ["finances"], ["budget"], ["logistics"], ["personnel"])


def find_reference(scene: Scene, i: int, last: int) -> int | None:
    """Read a short mention of a body, "Centre", "mine centre", "parliament", at word i; give its end."""
    words = scene.words
    heads = list_heads()
    for j in range(i, min(i + 3, last)):
        if scene.cover[j] is not None:
            return None
        word = words.lower[j]
        if word in heads and word not in {"service", "services", "action", "section", "staff"}:
            behind = j + 1 < last and (words.capital[j + 1] or words.lower[j + 1] in {"and", "for"})
            if behind and words.lower[j + 1] == "and" and words.lower[j + 2 : j + 3] in _MONEY:
                return None  # "Director of Administration and Finance"
            return None if behind and not words.capital[j] else j + 1
        if not (words.capital[j] or word in load_words("portfolios") or word in load_words("board-words")):
            return None
    return None


def find_subject_end(scene: Scene, i: int, last: int) -> int:
    """Read "National Defence", "the economy and sustainable development", "the 22MSP"; give the end."""
    words = scene.words
    nouns = load_words("post-nouns")
    end = _find_group_end(scene, i, last)
    while i < end < last and words.lower[end] in {"and", "&", ",", "/"}:
        comma = words.word[end] == ","
        if comma and not _closes_list(scene, end, last):
            break
        k = end + 1
        while k < last and words.lower[k] in {"and", "&", "the", "of"}:
            k += 1
        group = _find_group_end(scene, k, last)
        posts = (not comma and words.lower[k : k + 1] and words.lower[k] in nouns) or (
            group < last and words.lower[group] in nouns
        )
        if group == k or posts:
            break
        end = group
    return end


def _closes_list(scene: Scene, i: int, last: int) -> bool:
    """Tell whether the commas from word i on belong to a list of subjects that "and" closes."""
    words = scene.words
    j = i
    for _ in range(4):
        if j >= last or words.word[j] != ",":
            return False
        k = j + 1
        if k < last and words.lower[k] in {"and", "&"}:
            return _find_group_end(scene, k + 1, last) > k + 1
        group = _find_group_end(scene, k, last)
        if group == k:
            return False
        if group < last and words.lower[group] in {"and", "&"}:
            return _find_group_end(scene, group + 1, last) > group + 1
        j = group
    return False


def _describes(word: str) -> bool:
    """Tell whether a word has the form of an adjective of what a post is about: "strategic", "Euro-Atlantic"."""
    return _ADJECTIVE.match(word) is not None or "-" in word or word.endswith(("ive", "ous"))


def _find_group_end(scene: Scene, i: int, last: int) -> int:
    j = i
    while j < min(last, i + 8) and scene.cover[j] is None and _is_subject(scene, i, j, last):
        j += 1
    return j


def _is_subject(scene: Scene, i: int, j: int, last: int) -> bool:
    """Tell whether word j may be in the name of what a post, read from word i on, is about."""
    words = scene.words
    word = words.lower[j]
    if word in load_words("portfolios"):
        return True
    if any(c.isdigit() for c in word):
        return not word.isdigit()
    if j + 1 < last and words.lower[j + 1] in load_words("portfolios") and _describes(word):
        return True  # "for Euro-Atlantic integration"
    if not words.capital[j]:
        return word in load_words("chaired-things")
    if word in load_words("title-words") and word not in load_words("post-nouns"):
        return True
    if j == i and j + 1 < last and words.word[j + 1] == ",":
        return True  # "the Mayor of Biograd, X"
    if j == i:
        return _ORDINAL.fullmatch(word) is not None
    return j + 1 < last and words.word[j + 1] == "," and _NOUN_ENDING.search(word) is not None
