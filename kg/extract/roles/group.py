"""Groups that a sentence counts and then spells out in brackets: "two observers (A and B) came" becomes "A came"."""

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
    last: int | None = None
    for i, mark in enumerate(marks):
        kept.append(i)
        if mark is None or mark.letter not in "AB" or len(mark.actors) < 2:
            continue
        first = _find_group(phrase, i) if words[i - 1] == "(" and words[i + 1 : i + 2] == [")"] else None
        if first is None:
            continue
        before = marks[last] if last is not None else None
        if last is not None and before is not None and words[last + 2 : first] in _LINKS:
            marks[last] = before._replace(actors=tuple(dict.fromkeys([*before.actors, *mark.actors])), end=mark.end)
            kept = [k for k in kept if k <= last]
            words[i + 1] = ""
        else:
            kept = [*(k for k in kept if k < first), i]
            governed = first > 0 and words[first - 1] in load_words("prepositions")
            marks[i] = mark._replace(letter="B" if governed else "A", introduced=True)
            words[i] = ("B" if governed else "A") + words[i][1:]
            last = i
        words[i + 1] = ""
    return phrase if last is None else phrase.keep([k for k in kept if words[k]], words, marks)


def _find_group(phrase: Phrase, member: int) -> int | None:
    """Give the first item of the counted group before a bracket, with those whom it sent; None where there is none."""
    words, marks = phrase.words, phrase.marks
    for i in range(member - 2, max(-1, member - 3 - _NOUN), -1):
        mark: Mark | None = marks[i]
        if mark is not None and mark.letter != "N":
            return None
        named = not load_words("group-nouns").isdisjoint(words[i + 1 : member - 1])
        if mark is None and not (named and (words[i].isdigit() or words[i] in load_words("group-numbers"))):
            continue
        sent = i > 1 and words[i - 1] in {"from", "of"} and words[i - 2] in load_words("comers")
        return i - 2 if sent else i
    return None
