"""Words that speak of treaty acts and standings, and whether they tell of what is done, planned, refused or denied.

The words are rows of `ontology/patterns/status.ttl`; what stands between the doer and the word decides the mood.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.extract.phrases.pattern import Pattern, load_patterns, says
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words

Mood = Literal["done", "planned", "refused", "denied", "open"]
"""`open`: somebody asks, wishes or may; nothing is told."""

_JOINTS = frozenset("and but or nor".split())


@dataclass(frozen=True, slots=True)
class Head:
    """A row's words in a phrase: items `first` up to `last`, without it."""

    row: Pattern
    first: int
    last: int
    slots: tuple[int, ...]
    """Items of the slots that name States."""

    @property
    def form(self) -> str:
        """Say how the row's words are built into a sentence."""
        return self.row.fields["form"]


def find_heads(phrase: Phrase) -> list[Head]:
    """Find all words of a phrase that speak of treaty acts and standings, in order and without overlap.

    The longest finding counts, then the earlier row; a bill only where nothing else is found.
    """
    found = []
    for order, match in enumerate(load_patterns("status").find(phrase.line)):
        first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1)) + 1
        first += phrase.words[first] == "to" and last - first > 1  # which is of what decides the mood: "meant to"
        slots = tuple(sorted(phrase.item_at(b) for name, (b, _) in match.slots.items() if name.startswith("ACTORS")))
        head = Head(match.pattern, first, last, slots)
        found.append(((head.form == "bill", first - last, order), head))
    chosen: list[Head] = []
    taken: set[int] = set()
    for _, head in sorted(found, key=lambda x: x[0]):
        if taken.isdisjoint(range(head.first, head.last)):
            chosen.append(head)
            taken.update(range(head.first, head.last))
    return sorted(chosen, key=lambda head: head.first)


def signs_paper(phrase: Phrase, head: Head) -> bool:
    """Tell whether a ruler signed the paper of a ratification, not a treaty: "the act , which the king signed"."""
    if head.row.fields.get("action") != "Signature" or head.form != "verb" or "ratification" not in phrase.words:
        return False
    paper = _PAPER_WHICH.search(phrase.line, 0, phrase.starts[head.first])
    if paper is None:
        return False
    marks = phrase.marks[phrase.item_at(paper.start("who")) : head.first]
    ruler = not load_words("rulers").isdisjoint(paper["who"].split())
    return ruler or any("/person/" in actor for mark in marks if mark is not None for actor in mark.actors)


_PAPER_WHICH = re.compile(
    r"(?:(?:document|instrument|act|letter|deed|law|bill) (?:of |on )?(?:the )?ratification|ratification "
    r"(?:document|instrument|act|bill|law)) [^,;:]*, (?:which|that) (?P<who>[^,;:]+)$"
)


def find_stretch(words: Sequence[str], begin: int, head: int) -> tuple[int, bool]:
    """Find where the words that decide the mood of a head begin, at or behind `begin`.

    The second value tells that the head only goes on with the verb before it: "will sign and ratify".
    """
    start, stops = head, load_words("clause-stops")
    while start > begin and (words[start - 1] not in stops or _parts_nothing(words, start - 1)):
        if words[start - 1] in _JOINTS:
            own = words[start:head]
            if (
                words[start - 1] == "nor"
                or words[start - 1] == "or"
                or not (says("auxiliary", own) or says("denying", own))
            ):
                bare = all(w in load_words("adverb") or w == "to" for w in own)
                if words[start - 1] == "nor" and not bare:
                    return start - 1, False
                if bare:
                    return start, True
            return start, False
        start -= 1
    return start, False


def _is_aside(words: Sequence[str], i: int) -> bool:
    """Tell whether item i is a comma around one word that parts no clause: "has not , however , signed"."""
    if words[i] != ",":
        return False
    lone = load_words("parentheses")
    if _closes_saying(words, i) or any(_closes_saying(words, k) for k in range(i + 3, min(i + 8, len(words)))):
        return True
    opens = words[i + 2 : i + 3] == [","] and words[i + 1] in lone
    return opens or (i > 1 and words[i - 2] == "," and words[i - 1] in lone)


def _closes_saying(words: Sequence[str], i: int) -> bool:
    """Tell whether a comma closes who says it: "will , the minister promised , ratify"."""
    told = load_words("saying") | load_words("promising")
    if words[i] != "," or words[i - 1] not in told:
        return False
    begin = next((k for k in range(i - 2, max(0, i - 8), -1) if words[k] == ","), 0)
    return begin > 0 and words[begin - 1] in load_words("auxiliary")


def _parts_nothing(words: Sequence[str], i: int) -> bool:
    """Tell whether item i ends clauses elsewhere but not here."""
    return _is_group(words, i) or _is_aside(words, i)


def _is_group(words: Sequence[str], i: int) -> bool:
    """Tell whether item i only joins a group to what it did: "is not among those that have"."""
    if words[i] not in {"that", "which", "who"} or i < 3 or not says("parties-group", words[i - 1 : i]):
        return False
    return bool({"among", "one", "amongst"} & set(words[max(0, i - 5) : i - 1]))


def _read_plan(words: Sequence[str], *, denied: bool) -> Mood:
    """Tell the mood of what was planned: a plan, or one that was given up, or what would have been done."""
    if says("unreal", words):
        return "open"
    if not denied:
        return "planned"
    if says("unready", words):
        return "denied"
    return "refused" if says("intending", words) else "open"


def _without_days(words: Sequence[str]) -> Sequence[str]:
    """Leave out days and places among the words of a verb: "decided on D1 in L2 not to".

    >>> _without_days(["decided", "on", "D1", "not", "to"])
    ['decided', 'not', 'to']
    """
    marks = {i for i, word in enumerate(words) if word[0] in "DL" and word[1:].isdigit()}
    left = marks | {i - 1 for i in marks if i and words[i - 1] in {"on", "in", "at"}}
    return [word for i, word in enumerate(words) if i not in left] if left else words


def read_mood(words: Sequence[str], verb: str) -> Mood:
    """Tell the mood of a head from the words before it, and from its own form.

    >>> read_mood(["will"], "ratify"), read_mood(["has", "never"], "ratified")
    ('planned', 'denied')
    >>> read_mood(["called", "on", "them", "to"], "ratify")
    'open'
    """
    words = _without_days(words)
    if says("wishing", words) and not says("own-wish", words):
        return "open"
    at = words.index("not") if "not" in words else -1
    if at >= 0 and words[at + 1 : at + 2] in (["only"], ["just"], ["merely"]):
        words = [*words[:at], *words[at + 2 :]]  # "has not only signed but ratified"
    denied = says("denying", words)
    declined = says("declining", words)
    if declined or says("refusing", words):
        return "open" if denied and not (declined or {"no", "has"} & set(words)) else "refused"
    if says("planning", words):
        return _read_plan(words, denied=denied)
    if denied:
        return "denied"
    if words and words[-1] == "to":
        return "done" if says("ranked", words) or says("achieving", words) else "open"
    if verb.endswith("ing"):
        laws = load_words("bills") | load_words("decrees")
        if words and (words[-1] in {"is", "are", "was", "were"} or words[-1] in laws):
            return "planned"
        return "done" if not words or words[-1] in {"after", "by", "having", "upon", "following", "on"} else "open"
    return "done"
