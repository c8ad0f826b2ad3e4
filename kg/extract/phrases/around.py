"""What stands around a mark of a sentence, as clues: short texts that a table of weights can know."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_classes

_JOINTS = frozenset({",", "and", "&", ";"})
"""What stands between the members of a list."""
_STOPS = frozenset({".", ";", ":", "which", "who", "that", "but", "while", "where", "when"})
"""Where a clause ends, roughly."""
_REACH = 13
"""Words of a clause that are looked at, on either side of a list."""
_PATH = 4
"""Words between two marks that are taken as one clue."""
_CLASS = 4
"""Members from which on a word class says more than its words."""


class Around:
    """A sentence as tokens: its words, and for its marks what they stand for, `A:State` or `D`."""

    __slots__ = ("_beside", "phrase", "said", "tokens")

    def __init__(self, phrase: Phrase, kinds: Mapping[str, str]) -> None:
        """Write a phrase as tokens; `kinds` gives the class of each actor."""
        self.phrase = phrase
        self.tokens = [_token(phrase, i, kinds) for i in range(len(phrase.words))]
        self.said = [f"said={word}" for word in self.tokens]
        self._beside: dict[tuple[int, int], list[str]] = {}

    def at(self, item: int) -> str:
        """Give a token; `^` stands before the first and `$` behind the last."""
        return "^" if item < 0 else "$" if item >= len(self.tokens) else self.tokens[item]

    def list_at(self, item: int) -> tuple[int, int]:
        """Give the first and last item of the list of actors that an item stands in."""
        tokens, first, last = self.tokens, item, item
        while first and (tokens[first - 1] in _JOINTS or is_actor(tokens[first - 1])):
            first -= 1
        while first < item and tokens[first] in _JOINTS:
            first += 1
        while last + 1 < len(tokens) and (tokens[last + 1] in _JOINTS or is_actor(tokens[last + 1])):
            last += 1
        while last > item and tokens[last] in _JOINTS:
            last -= 1
        return first, last

    def beside(self, first: int, last: int) -> Sequence[str]:
        """List what stands before and behind a list, word by word, in groups and up to the ends of the clause.

        It is the same for all members of the list.
        """
        if (first, last) not in self._beside:
            self._beside[first, last] = [*self._close_by(first, last), *self._in_clause(first, last)]
        return self._beside[first, last]

    def _close_by(self, first: int, last: int) -> Iterator[str]:
        tokens = self.tokens
        for step in (1, 2, 3):
            yield from with_classes(f"before{step}", self.at(first - step))
            yield from with_classes(f"after{step}", self.at(last + step))
        yield f"before={' '.join(tokens[max(first - 2, 0) : first])}"
        yield f"after={' '.join(tokens[last + 1 : last + 3])}"
        yield f"after={' '.join(tokens[last + 1 : last + 4])}"

    def _in_clause(self, first: int, last: int) -> Iterator[str]:
        for word in takewhile(_goes_on, reversed(self.tokens[max(first - _REACH, 0) : first])):
            yield from with_classes("left", word)
        for word in self.clause_behind(last):
            yield from with_classes("right", word)

    def clause_behind(self, last: int) -> Iterator[str]:
        """Give the tokens behind an item up to the end of its clause."""
        return takewhile(_goes_on, self.tokens[last + 1 : last + 1 + _REACH])

    def way(self, first: int, last: int, goal: int, name: str) -> Iterator[str]:
        """Yield what stands between a list and another item, `goal`."""
        way, between = (
            (f"to-{name}", self.tokens[last + 1 : goal])
            if goal > last
            else (f"from-{name}", self.tokens[goal + 1 : first])
        )
        yield f"{way} length={min(len(between) // 2, 8)}"
        yield f"{way} actors={min(sum(map(is_actor, between)), 3)}"
        if len(between) <= _PATH:
            yield f"{way} path={' '.join(between)}"
        for word in between:
            yield from with_classes(f"{way} word", word)
        yield f"{way} before={self.at(goal - 1)}"
        yield f"{name} after={self.at(goal + 1)}"


def _goes_on(token: str) -> bool:
    return token not in _STOPS


def _token(phrase: Phrase, item: int, kinds: Mapping[str, str]) -> str:
    mark = phrase.marks[item]
    if mark is None:
        return "#" if phrase.words[item][0].isdigit() else phrase.words[item]
    return f"{mark.letter}:{kinds.get(mark.actors[0])}" if mark.letter in "AB" and mark.actors else mark.letter


def is_actor(token: str) -> bool:
    """Tell whether a token stands for a mark of actors.

    >>> is_actor("A:State"), is_actor("D")
    (True, False)
    """
    return token[1:2] == ":"


@lru_cache(maxsize=1 << 14)
def with_classes(clue: str, word: str) -> tuple[str, ...]:
    """Give a clue for a word, and one for each class of words that it is in."""
    return (f"{clue}={word}", *(f"{clue}~{name}" for name in _classes_of().get(word, ())))


@cache
def _classes_of() -> Mapping[str, Sequence[str]]:
    """Give the word classes that each word is in; a class of few words says no more than they do."""
    classes: dict[str, list[str]] = {}
    for name, members in load_classes().items():
        if len(members) >= _CLASS:
            for word in members:
                classes.setdefault(word, []).append(name)
    return classes
