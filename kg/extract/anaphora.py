"""Whom a pronoun or a counted group speaks of: "she then chaired", "the two countries organised".

A phrase is written again with the pronoun as an actor, so that patterns need not know of pronouns. The rule is
the plain one of nearness (Hobbs, 1978, without the syntax): the last person, group or body that was a subject in
the paragraph. Where none is, the pronoun stays a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kg.extract.pattern import load_words
from kg.extract.phrase import Mark, Phrase

_PERSON = frozenset({"he", "she"})
_GROUP = frozenset({"they", "both"})
_FIRST = frozenset({"i"})
_OURS = frozenset({"we"})
_MOST = 12
"""Members of a group that is counted out in words."""


@dataclass(slots=True, kw_only=True)
class Talk:
    """Who has been spoken of in the paragraph so far."""

    kinds_of_person: frozenset[str] = frozenset()
    person: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    """Who says "I" in this text."""
    ours: tuple[str, ...] = ()
    """Whom "we" means in this text."""

    def turn(self, *, carry: bool) -> None:
        """Begin a new paragraph; a person may be carried over into it."""
        self.group, self.body = (), ()
        if not carry:
            self.person = ()

    def note(self, mark: Mark) -> None:
        """Remember an actor that the text names."""
        if len(mark.actors) > 1:
            self.group = mark.actors
        elif mark.actors and "/person/" in mark.actors[0]:
            if mark.letter == "A" or not self.person:
                self.person = mark.actors
        elif mark.actors and mark.letter == "A":
            self.body = mark.actors


def resolve_pronouns(phrase: Phrase, talk: Talk) -> Phrase:
    """Write a phrase with its pronouns as actors, and remember whom it names."""
    words = phrase.line.split(" ")
    marks = list(phrase.marks)
    changed = False
    for i, mark in enumerate(marks):
        if mark is not None and mark.letter in "AB":
            talk.note(mark)
            continue
        actors = _meant(words, marks, i, talk)
        if actors:
            begins, ends = phrase.spans[i]
            behind = i > 0 and words[i - 1] in load_words("prepositions")
            marks[i] = Mark(letter="B" if behind else "A", begin=begins, end=ends, actors=actors)
            words[i] = f"{'B' if behind else 'A'}{90 + i}"
            changed = True
    if not changed:
        return phrase
    starts = (0, *accumulate(len(word) + 1 for word in words[:-1]))
    return replace(phrase, line=" ".join(words), marks=tuple(marks), starts=starts)


def _meant(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the actors that item i speaks of without naming them."""
    word, mark = words[i], marks[i]
    if mark is not None:
        return _counted(words, mark, i, talk)
    if word in _PERSON:
        return talk.person
    if word in _FIRST:
        return talk.author
    if word in _OURS or (word == "our" and i + 1 < len(words) and words[i + 1] in {"delegation", "team", "government"}):
        return talk.ours
    if not _opens_clause(words, i):
        return ()
    if word in _GROUP and _acts(words, i):
        return talk.group
    if word == "it" and _acts(words, i):
        return talk.body
    return ()


def _counted(words: Sequence[str], mark: Mark, i: int, talk: Talk) -> tuple[str, ...]:
    """Read "the two countries" as the two named last."""
    if mark.letter != "N" or mark.count is None or mark.count != len(talk.group) or mark.count > _MOST:
        return ()
    if i == 0 or words[i - 1] not in {"the", "all", "these", "both", "those"}:
        return ()
    return () if i + 1 < len(words) and words[i + 1] in {"of", "from", "in"} else talk.group


def _opens_clause(words: Sequence[str], i: int) -> bool:
    return i == 0 or words[i - 1] in load_words("clause-openers") or words[i - 1][:1] in "DLE"


def _acts(words: Sequence[str], i: int) -> bool:
    """Tell whether a verb of doing follows, so that an event or a thing cannot be meant."""
    behind = [w for w in words[i + 1 : i + 4] if w not in load_words("adverb")]
    if behind and behind[0] in {"has", "had", "have", "will", "would"}:
        behind = behind[1:]
    return bool(behind) and behind[0] in load_words("acting-verbs")
