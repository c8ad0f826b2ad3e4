"""Groups that a sentence counts and then spells out in brackets: "two observers (A and B) came" becomes "A came"."""

from collections.abc import Sequence

from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.words.wordclass import load_words

_NOUN = 4
"""Items up to which a group's noun may run: "States not party", "other regional organisations"."""
_LINKS = ([","], ["and"], [",", "and"], ["as", "well", "as"], [",", "as", "well", "as"])
"""What stands between two groups of one list."""


def spell_out(phrase: Phrase) -> Phrase:
    """Put the members of each group in the place of the group, and one list in that of several such groups."""
    words, marks = list(phrase.words), list(phrase.marks)
    if "(" not in words:
        return phrase
    kept: list[int] = []
    head = end = 0
    for i, mark in enumerate(marks):
        kept.append(i)
        if mark is None or mark.letter not in "AB":
            continue
        first = _find_group(phrase, i) if _is_in_bracket(phrase, i) and len(mark.actors) > 1 else None
        whole = marks[head] if end else None
        if whole is not None and _goes_on(phrase.words, end, i, first):
            actors = tuple(dict.fromkeys([*whole.actors, *mark.actors]))
            marks[head] = whole._replace(actors=actors, end=mark.end)
            kept = [k for k in kept if k <= head]
        elif first is not None:
            kept = [*(k for k in kept if k < first), i]
            governed = first > 0 and words[first - 1] in load_words("prepositions")
            marks[i] = mark._replace(letter="B" if governed else "A", introduced=True)
            words[i] = ("B" if governed else "A") + words[i][1:]
            head = i
        if first is not None:
            end = i + 1
            words[end] = ""
    return phrase if not end else phrase.keep([k for k in kept if words[k]], words, marks)


def _is_in_bracket(phrase: Phrase, i: int) -> bool:
    return phrase.words[i - 1] == "(" and phrase.words[i + 1 : i + 2] == [")"]


def _goes_on(words: Sequence[str], end: int, i: int, first: int | None) -> bool:
    """Tell whether item i is of the list whose last bracket closes at `end`: "NGOs (A, B), firms (C, D) and E ."."""
    if first is not None:
        return words[end + 1 : first] in _LINKS
    the = i - 1 if words[i - 1] == "the" else i
    return words[end + 1 : the] in _LINKS and words[i + 1 : i + 2] in ([], ["."], [";"], [","])


def _find_group(phrase: Phrase, member: int) -> int | None:
    """Give the first item of the counted group before a bracket, with those whom it sent; None where there is none."""
    words, marks = phrase.words, phrase.marks
    for i in range(member - 2, max(-1, member - 3 - _NOUN), -1):
        mark: Mark | None = marks[i]
        if mark is not None and mark.letter != "N":
            break
        named = not load_words("group-nouns").isdisjoint(words[i + 1 : member - 1])
        if mark is None and not (named and (words[i].isdigit() or words[i] in load_words("group-numbers"))):
            continue
        return _with_comers(words, i)
    return _find_plain(words, marks, member)


def _with_comers(words: Sequence[str], i: int) -> int:
    """Give the first item of those whom a group sent, "representatives of", or else of the group."""
    at = i - 1 if words[i - 1] == "the" else i
    sent = at > 1 and words[at - 1] in {"from", "of"} and words[at - 2] in load_words("comers")
    return at - 2 if sent else i


def _find_plain(words: Sequence[str], marks: Sequence[Mark | None], member: int) -> int | None:
    """Give the first item of an uncounted group in a list, "from ministries (A) and NGOs (B)", before a bracket."""
    at = member - 2
    if words[at] not in load_words("group-nouns") | load_words("sent-forces"):
        return None
    while at > 0 and marks[at - 1] is None and words[at - 1].isalpha() and member - at < _NOUN:
        if words[at - 1] in load_words("prepositions") or words[at - 1] in {"and", "the"}:
            break
        at -= 1
    before = words[at - 1] if at else ""
    return _with_comers(words, at) if before in load_words("group-openers") else None
