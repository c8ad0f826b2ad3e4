"""Sentences without what stands between a name and its verb: "A, who heads the B, said" becomes "A said"."""

from collections.abc import Iterator, Sequence

from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words

_ASIDE = 20
"""Items up to which an aside may run."""
_BRACKET = 7
"""Items up to which a bracket with a date may run."""


def leave_out_asides(phrase: Phrase) -> Phrase:
    """Leave out what stands between a name and its verb: "A, who heads the B, said" becomes "A said"."""
    words = phrase.words
    openers = load_words("relatives") | load_words("after-names")
    drop: set[int] = set()
    i = 0
    while i + 2 < len(words):
        mark = phrase.marks[i]
        if mark is None or mark.letter != "A" or words[i + 1] != "," or not _opens(words[i + 2], openers):
            i += 1
            continue
        end = _post_end(words, i + 1) or _aside_end(words, i + 1)
        if end:
            drop.update(range(i + 1, end + 1))
        i = max(end, i + 1)
    drop.update(_dates_in_brackets(phrase, words))
    drop.update(_among_others(words))
    drop.update(_owners_of_events(phrase))
    if not drop:
        return phrase
    return phrase.keep([k for k in range(len(words)) if k not in drop], words, phrase.marks)


def _opens(word: str, openers: frozenset[str]) -> bool:
    """Tell whether a word may open what is said of a name: "A, who ...", "A, for B, ...", "A, opening the day, ..."."""
    return word in openers or (word.endswith("ing") and word not in load_words("naming"))


def _post_end(words: Sequence[str], comma: int) -> int:
    """Find the comma that closes a post at an event: "A , president of E0 , said"; 0 where there is none."""
    at = comma + 2 if words[comma + 1] in load_words("determiners") else comma + 1
    post = words[at].removesuffix("-designate").removesuffix("-elect") if at < len(words) else ""
    if post not in load_words("post-heads") or words[at + 1 : at + 2] != ["of"]:
        return 0
    event = at + 3 if words[at + 2 : at + 3] == ["the"] else at + 2
    closed = words[event + 1 : event + 2] == [","]
    return event + 1 if closed and words[event][:1] == "E" and words[event][1:].isdigit() else 0


def _among_others(words: Sequence[str]) -> Iterator[int]:
    """Yield the items of "among others" and "inter alia" with the commas around them."""
    for i in range(len(words) - 1):
        if (words[i], words[i + 1]) in {("among", "others"), ("inter", "alia")}:
            yield from (i, i + 1)
            yield from (k for k in (i - 1, i + 2) if 0 <= k < len(words) and words[k] == ",")


def _owners_of_events(phrase: Phrase) -> Iterator[int]:
    """Yield the items of an owner behind a verb, "A addressed B 's E", whose event it is all the same."""
    marks = phrase.marks
    for i in range(1, len(marks) - 2):
        owner, event = marks[i], marks[i + 2]
        if owner is None or event is None or owner.letter not in "AB" or event.letter != "E":
            continue
        if phrase.words[i + 1] == "'s" and phrase.words[i - 1] in load_words("clause-verbs"):
            yield from (i, i + 1)


def _dates_in_brackets(phrase: Phrase, words: Sequence[str]) -> Iterator[int]:
    """Yield the items of brackets that hold dates and places only: "the meeting (Lima, 3-5 May) was"."""
    for i, word in enumerate(words):
        if word != "(" or ")" not in words[i + 1 : i + _BRACKET]:
            continue
        end = words.index(")", i)
        if all(
            w == "," or (m is not None and m.letter in "DL")
            for w, m in zip(words[i + 1 : end], phrase.marks[i + 1 : end], strict=True)
        ):
            yield from range(i, end + 1)


def _aside_end(words: Sequence[str], comma: int) -> int:
    """Find the comma that closes an aside; 0 where none does or an event stands inside."""
    for k in range(comma + 2, min(comma + _ASIDE, len(words) - 1)):
        if words[k] in {".", ";", ":"} or (words[k][:1] == "E" and words[comma + 1] not in {"who", "whose"}):
            return 0
        if words[k] == "," and words[k + 1] not in {"and", "&"}:
            return k
    return 0
