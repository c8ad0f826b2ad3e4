"""Whether a role is one at another event of the series: "the first host, A", "A will host next year"."""

from collections.abc import Sequence

from kg.extract.events.focus import is_apart
from kg.extract.events.occasion import Occasion
from kg.extract.phrases.mark import Mark
from kg.extract.phrases.pattern import Match
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.numeral import ORDINALS
from kg.extract.words.wordclass import load_words

_CLAUSE = frozenset({".", ";", ":", "and", "but", "while"})
_NEAR = 2
"""Items behind a match up to which a day or a town belongs to it."""


def is_of_another(phrase: Phrase, match: Match, occasion: Occasion) -> bool:
    """Tell whether a match that names no event is about another edition than the occasion."""
    words = phrase.words
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    return (
        _has_numbered_post(words, first, last, occasion.ordinal)
        or (words[last] not in {",", ";", "."} and _is_apart_behind(phrase, words, last, occasion))
        or _is_apart_before(phrase, words, first, occasion)
        or _has_numbered_subject(phrase, words, first, last, occasion.ordinal)
    )


def _has_numbered_post(words: Sequence[str], first: int, last: int, ordinal: int | None) -> bool:
    """Tell whether the post is one at another edition: "the first host", "host to the third"."""
    posts, editions = load_words("series-posts"), load_words("of-series")
    named = [words[i] for i in range(max(0, first - 1), min(last + 1, len(words) - 1)) if words[i + 1] in posts]
    if words[last] in posts and words[last + 1 : last + 3] in (["to", "the"], ["of", "the"]):
        named += words[last + 3 : last + 4]
    return any(word in editions and (word not in ORDINALS or ORDINALS[word] != ordinal) for word in named)


def _is_apart_behind(phrase: Phrase, words: Sequence[str], last: int, occasion: Occasion) -> bool:
    """Tell whether another day or town stands right behind: "will be host next year", "presided in Lima"."""
    near = [
        (words[i - 1], mark) for i in range(last + 1, min(last + 1 + _NEAR, len(words))) if (mark := phrase.marks[i])
    ]
    if any(mark.letter == "D" and is_apart(mark, occasion) for _, mark in near):
        return True
    return any(link in {"in", "at"} and _is_another_town(mark, occasion) for link, mark in near)


def _is_apart_before(phrase: Phrase, words: Sequence[str], first: int, occasion: Occasion) -> bool:
    """Tell whether another town opens the clause: "in Lima , where A1 was host", "in Lima A1 presided"."""
    at = first - 1
    if at > 0 and words[at] == "where":
        at -= 1
    elif at > 2 or words[0] not in {"in", "at"}:
        return False
    mark = phrase.marks[at - 1 if at > 0 and words[at] == "," else at] if at >= 0 else None
    return mark is not None and _is_another_town(mark, occasion)


def _is_another_town(mark: Mark, occasion: Occasion) -> bool:
    towns = [place for place in mark.places if "/city/" in place]
    return mark.letter == "L" and bool(towns) and occasion.city is not None and occasion.city not in towns


def _has_numbered_subject(phrase: Phrase, words: Sequence[str], first: int, last: int, ordinal: int | None) -> bool:
    """Tell whether a clause is about another edition: "the third had been chaired by", "its successor will be"."""
    begin = next((i + 1 for i in range(first - 1, -1, -1) if words[i] in _CLAUSE), 0)
    clause = words[begin : last + 1]
    if len(clause) < 3 or clause[0] not in {"the", "its"}:
        return False
    if any(mark is not None and mark.letter == "E" for mark in phrase.marks[begin : last + 1]):
        return False
    edition, behind = clause[1], clause[3] if clause[2] == "one" and len(clause) > 3 else clause[2]
    if edition not in load_words("of-series") | {"successor", "predecessor"}:
        return False
    number = ORDINALS.get(edition)
    if number is not None and ordinal is None:
        return behind in {"had", "will", "would"}  # "the first was chaired by B0" may tell of a session
    return behind in load_words("be") | {"had", "has", "will", "would", ","} and (number is None or number != ordinal)
