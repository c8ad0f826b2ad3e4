"""Whose deed a verb tells of, where another verb stands before it."""

from kg.extract.phrases.pattern import Match
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words


def find_subject(phrase: Phrase, item: int, match: Match) -> int:
    """Give the item whose deed a match tells of: in "A0 thanked A1 and spoke" it was not A1 who spoke."""
    words = phrase.words
    last = phrase.item_at(max(match.begin, match.end - 1))
    told = item > 1 and words[item - 1][:1] == "E" and words[item - 2] not in load_words("prepositions") - {"to"}
    if not item or not (told or words[item - 1] in load_words("object-verbs")) or "and" not in words[item + 1 : last]:
        return item
    for at in range(item - 2, -1, -1):
        mark = phrase.marks[at]
        if mark is not None and mark.letter == "A":
            return at
        if words[at] in {";", ":", "that", "when", "where", "while"}:
            break
    return item
