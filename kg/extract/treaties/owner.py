"""Whose a treaty act is: the owner of a noun, "A0 's accession", "its ratification", "the withdrawal of B0"."""

from collections.abc import Sequence

from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.doer import last_state, of_person, of_relative
from kg.extract.treaties.memory import Doer, Memory
from kg.extract.words.numeral import SEVERAL
from kg.extract.words.wordclass import load_words

_THAT = frozenset({"the", "that", "this", "his", "her"})


def find_owner(phrase: Phrase, first: int, last: int, memory: Memory) -> Doer | None:
    """Find whose a noun at items `first` to `last` is: "A0 's", "its", "of B0", "by B0"."""
    words = phrase.words
    i = first - 1
    stops = {"'s", ",", ";", ".", ":", "of", "and", "the"}
    while i >= 0 and phrase.marks[i] is None and words[i] not in stops and first - i < 4:
        if words[i] in load_words("possessives"):
            by = _owner_behind(phrase, words, last, memory) if words[last : last + 1] == ["by"] else None
            return by or _of_possessive(phrase, words, i, last, memory)
        i -= 1
    if i >= 2 and words[i] == "'s" and words[i - 1] in load_words("lands") and words[i - 2] in _THAT:
        states = last_state(phrase, i, memory) or of_person(phrase, i, memory, pronoun=i - 2) or memory.topic
        return Doer(states, i) if len(states) == 1 else None
    if i >= 1 and words[i] == "'s":
        mark = phrase.marks[i - 1]
        states = memory.states_of(mark) if mark is not None and mark.letter in "ABL" else ()
        return Doer(states, i - 1) if states else None
    near = phrase.marks[first - 1] if first else None
    if near is not None and near.letter in "AB" and memory.is_state(near):  # "the Peruvian ratification"
        return Doer(memory.states_of(near), first - 1)
    return _owner_behind(phrase, words, last, memory)


def _of_possessive(phrase: Phrase, words: Sequence[str], i: int, last: int, memory: Memory) -> Doer | None:
    """Read "its", "whose", "our", "the country's"; "its" may point forward to the next subject."""
    word = words[i]
    if word == "whose":
        return of_relative(phrase, words, i, memory)
    if word in {"our", "my"}:
        return Doer((memory.issuer,), i) if memory.issuer else None
    if word in {"country", "country's"} and words[i - 1] not in _THAT:
        return None
    states = last_state(phrase, i, memory)
    if not states and word == "its" and "," in words[last:]:
        later = (m for m in phrase.marks[last:] if m is not None and m.letter == "A" and memory.is_state(m))
        states = next((memory.states_of(mark) for mark in later), ())
    states = states or of_person(phrase, i + 1, memory, pronoun=i - 1) or memory.topic
    return Doer(states, i) if states else None


def _owner_behind(phrase: Phrase, words: Sequence[str], last: int, memory: Memory) -> Doer | None:
    """Read "of B0", "by B0" behind a noun."""
    for j in range(last, min(last + 8, len(words) - 1)):
        at = j + 1
        while (
            words[j] == "by"
            and at < len(words) - 1
            and (words[at] in load_words("before-states") or words[at] in SEVERAL or words[at].isdigit())
        ):
            at += 1
        mark = phrase.marks[at]
        if (
            words[j] in {"of", "by", "from", "for"}
            and mark is not None
            and mark.letter in "AB"
            and memory.is_state(mark)
        ):
            return Doer(memory.states_of(mark), at)
        if words[j] in {",", ";", "and", "on", "in", "."} and words[j + 1] not in {"those", "by"}:
            break
    return None
