"""Clauses that leave out a verb said before: "A was represented by B, C by D" becomes "..., C was represented by D"."""

from collections.abc import Sequence

from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.roles.bind import is_participle
from kg.extract.words.wordclass import load_words


def leave_out_owners(phrase: Phrase) -> Phrase:
    """Leave out to whom a body belongs that is itself an actor: "by B0 's A1" becomes "by B1"."""
    words, marks = list(phrase.words), list(phrase.marks)
    kept = list(range(len(words)))
    for i, mark in enumerate(marks[:-2]):
        owned = marks[i + 2]
        if mark is None or mark.letter not in "AB" or words[i + 1] != "'s" or owned is None or owned.letter != "A":
            continue
        if "/organization/" in owned.actors[0] and "-" in owned.actors[0].rsplit("/", 1)[-1] and len(owned.actors) == 1:
            marks[i + 2] = owned._replace(letter=mark.letter)
            words[i + 2] = mark.letter + words[i + 2][1:]
            kept = [k for k in kept if k not in {i, i + 1}]
    return phrase if len(kept) == len(words) else phrase.keep(kept, words, marks)


def fill_gaps(phrase: Phrase) -> Phrase:
    """Write the verb again into clauses that leave it out, so that patterns find it there."""
    words = phrase.words
    twice = phrase.line.count(" by ") > 1 or phrase.line.count(" for ") > 1
    phrase = _fill_sides(phrase, words)
    words = phrase.words
    if not twice and load_words("sends-whom").isdisjoint(words):
        return phrase
    kept: list[int] = []
    said: range | None = None
    for i in range(len(words)):
        kept.append(i)
        if _is_full(phrase, words, i):
            said = range(i - 1 if words[i - 1] in load_words("be") else i, i + 1)
        elif said is not None and _is_gap(phrase, words, i, words[said[-1] + 1]):
            kept += said
        elif words[i] in {".", ":"}:
            said = None
    return phrase if len(kept) == len(words) else phrase.keep(kept, words, phrase.marks)


def _fill_sides(phrase: Phrase, words: Sequence[str]) -> Phrase:
    """Write the verb again in "A spoke about law, B about victims", "A came with a minister, and B with a general"."""
    marks = phrase.marks
    kept: list[int] = []
    verb, link = range(0), ""
    for i, mark in enumerate(marks):
        kept.append(i)
        if words[i] in _ENDS:
            verb = range(0)
        if mark is None or mark.letter != "A":
            continue
        opens = i == 0 or words[i - 1] in load_words("gap-openers") or marks[i - 1] is not None
        if verb and words[i - 1] in load_words("gap-openers") and words[i + 1 : i + 2] == [link]:
            kept += verb
        elif opens or not verb:
            verb, link = _find_shared(words, marks, i + 1)
    return phrase if len(kept) == len(words) else phrase.keep(kept, words, marks)


_ENDS = frozenset({".", ":", "which", "who", "that"})
"""Where a clause ends whose verb the next may leave out."""
_VERB = 6
"""Items up to which a verb may run with what goes before its preposition: "each came with"."""


def _find_shared(words: Sequence[str], marks: Sequence[Mark | None], first: int) -> tuple[range, str]:
    """Give the verb behind a subject, plain words up to a preposition, and the preposition."""
    for i in range(first, min(first + _VERB, len(words))):
        if marks[i] is not None or not words[i].isalpha():
            break
        if i > first and words[i] in load_words("shared-links"):
            return range(first, i), words[i]
        if words[i] in load_words("prepositions") or words[i] in load_words("gap-openers"):
            break
    return range(0), ""


def _is_full(phrase: Phrase, words: Sequence[str], i: int) -> bool:
    """Tell whether item i is the verb of "was represented by B", of "A sent its minister" or "A signed for B"."""
    if not i or i + 2 >= len(words) or phrase.marks[i] is not None:
        return False
    if words[i + 1] == "by":
        behind = phrase.marks[i + 2]
        agent = behind is not None and behind.letter == "B"
        return is_participle(words[i]) and (agent or words[i - 1] in load_words("be"))
    before = phrase.marks[i - 1]
    sends = words[i] in load_words("sends-whom") and words[i + 1] in load_words("sent-determiners")
    acts = words[i] in load_words("clause-verbs") and words[i + 1] == "for" and phrase.marks[i + 2] is not None
    return (sends or acts) and before is not None and before.letter == "A"


def _is_gap(phrase: Phrase, words: Sequence[str], i: int, link: str) -> bool:
    """Tell whether item i is the subject of a clause that lacks its verb, behind which `link` stood."""
    mark = phrase.marks[i]
    before = words[i - 2] if i > 1 and words[i - 1] == "the" else words[i - 1]
    if mark is None or mark.letter not in "AE" or not i or before not in load_words("gap-openers"):
        return False
    behind = words[i + 1 : i + 3]
    if link in {"by", "for"}:
        by = i + 3 if behind[:1] in (["in"], ["at"], ["of"]) else i + 1
        agent = phrase.marks[by + 1] if by + 1 < len(words) else None
        return agent is not None and words[by] == link and agent.letter == "B"
    return mark.letter == "A" and bool(behind) and behind[0] in load_words("sent-determiners")
