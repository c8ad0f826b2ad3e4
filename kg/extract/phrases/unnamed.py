"""Members of a list that have no name are passed over: "by A, the army and B" becomes "by A and B"."""

from kg.extract.phrases.mark import Item, Mark, is_person
from kg.extract.words.wordclass import load_words

_NOUN = 5
"""Words that an unnamed member may have."""
_MEMBERS = 3
"""Unnamed members that may follow each other."""
_JOINERS = frozenset({",", "and", "&"})


def leave_out_unnamed(items: list[Item]) -> list[Item]:
    """Leave out unnamed members before a name in a list that a preposition governs.

    What follows must not be a clause: in "with help from friends and A came" A has a verb of its own.
    """
    kept: list[Item] = []
    for i, item in enumerate(items):
        if _is_name(item.mark) and len(kept) > 1 and kept[-1].word in _JOINERS and _may_be_listed(items, i):
            joiner = len(kept) - (2 if kept[-2].word == "," and kept[-1].word == "and" else 1)
            begin = _find_unnamed(kept, joiner, lone=kept[-1].word == "," and not _goes_on(items, i))
            if begin < joiner and items[i + 1 : i + 2] and items[i + 1].word != _governor(kept, begin):
                del kept[begin : len(kept) if kept[begin - 1].mark is None else joiner]
        kept.append(item)
    return kept


def _governor(kept: list[Item], begin: int) -> str:
    """Give the preposition before a list: in "came with a minister, and A with a general" A is not of the list."""
    return next((item.word for item in reversed(kept[:begin]) if item.word in load_words("list-governors")), "")


def _is_name(mark: Mark | None) -> bool:
    return mark is not None and mark.letter == "A"


def _may_be_listed(items: list[Item], i: int) -> bool:
    """Tell whether item i is no subject: no verb, possessive or deed stands behind it or the list that it begins."""
    while _goes_on(items, i):
        i = next(k for k in range(i + 1, len(items)) if items[k].mark is not None)
    behind = items[i + 1] if i + 1 < len(items) else None
    if behind is None:
        return True
    beside = i + 2 < len(items) and items[i + 2].word in {"with", "by"}
    verb = behind.word in load_words("clause-verbs") or (behind.word in load_words("adverb") and not beside)
    return not (verb or behind.mark is not None or behind.word.endswith("ed") or behind.word in {"'s", "'", ":"})


def _goes_on(items: list[Item], i: int) -> bool:
    """Tell whether item i is followed by a joiner and another name."""
    at = i + 1
    while at < len(items) and items[at].word in _JOINERS:
        at += 1
    return i + 1 < at < len(items) and _is_name(items[at].mark)


def _find_unnamed(kept: list[Item], joiner: int, *, lone: bool) -> int:
    """Find where the unnamed members before a joiner begin; the joiner itself where there are none.

    A `lone` name behind a comma may be in apposition, "by a donor, A".
    """
    at = joiner
    for _ in range(_MEMBERS):
        end = at
        while at and end - at <= _NOUN and _is_plain(kept[at - 1]):
            at -= 1
        if at in {0, end} or end - at > _NOUN:
            return joiner
        if kept[at - 1].word != "," or at < 2 or kept[at - 2].mark is not None:
            break
        at -= 1
    before = kept[at - 1]
    people = before.word == "of" and at > 1 and kept[at - 2].word in load_words("listed-people")
    if people or before.word in load_words("list-governors"):
        return joiner if lone else at
    left = kept[at - 2].mark if at > 2 else None
    listed = before.word == "," and left is not None and left.letter == "A" and not is_person(left)
    governed = listed and kept[at - 3].word in load_words("list-governors")
    return at - 1 if governed and not lone else joiner


def _is_plain(item: Item) -> bool:
    """Tell whether an item may be a word of an unnamed member: no mark, verb, preposition or conjunction."""
    word = item.word
    if item.mark is not None or not word.isalpha() or word in load_words("unlisted") or word.endswith("ing"):
        return False
    return not (word in load_words("clause-verbs") or word in load_words("prepositions"))
