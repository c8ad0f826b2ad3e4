"""Clauses that leave out a verb said before: "A was represented by B, C by D" becomes "..., C was represented by D"."""

from collections.abc import Sequence

from kg.extract.phrases.phrase import Phrase
from kg.extract.roles.bind import is_participle
from kg.extract.words.wordclass import load_words


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
    """Write "took part" again in "A took part on the one side, B on the other", "A spoke on Monday, B on Tuesday"."""
    at = next((i for i, word in enumerate(words) if word in load_words("shared-verbs") and i), None)
    if at is None or phrase.marks[at - 1] is None:
        return phrase
    verb = range(at, at + 2 if words[at + 1 : at + 2] == ["part"] else at + 1)
    link = words[verb[-1] + 1 : verb[-1] + 2]
    mark = phrase.marks[at - 1]
    if link not in (["on"], ["in"], ["for"], ["at"], ["from"]) or mark is None or mark.letter != "A":
        return phrase
    kept: list[int] = []
    for i in range(len(words)):
        kept.append(i)
        here = phrase.marks[i]
        subject = here is not None and here.letter == "A" and words[i - 1] in load_words("gap-openers")
        if subject and i > verb[-1] + 1 and words[i + 1 : i + 2] == link:
            kept += verb
    return phrase if len(kept) == len(words) else phrase.keep(kept, words, phrase.marks)


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
        return words[by] == link and agent is not None and agent.letter == "B"
    return mark.letter == "A" and bool(behind) and behind[0] in load_words("sent-determiners")
