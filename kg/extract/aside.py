"""Sentences without what stands between a name and its verb: "A, who heads the B, said" becomes "A said"."""

from collections.abc import Sequence

from kg.extract.pattern import load_words
from kg.extract.phrase import Phrase

_ASIDE = 20
"""Items up to which an aside may run."""


def leave_out_asides(phrase: Phrase) -> Phrase:
    """Leave out what stands between a name and its verb: "A, who heads the B, said" becomes "A said"."""
    words = phrase.line.split(" ")
    openers = load_words("relatives")
    drop: set[int] = set()
    i = 0
    while i + 2 < len(words):
        mark = phrase.marks[i]
        if mark is None or mark.letter != "A" or words[i + 1] != "," or words[i + 2] not in openers:
            i += 1
            continue
        end = _aside_end(words, i + 1)
        if end:
            drop.update(range(i + 1, end + 1))
        i = max(end, i + 1)
    if not drop:
        return phrase
    return phrase.keep([k for k in range(len(words)) if k not in drop], words, phrase.marks)


def _aside_end(words: Sequence[str], comma: int) -> int:
    """Find the comma that closes an aside; 0 where none does or an event stands inside."""
    for k in range(comma + 2, min(comma + _ASIDE, len(words) - 1)):
        if words[k] in {".", ";", ":"} or (words[k][:1] == "E" and words[comma + 1] not in {"who", "whose"}):
            return 0
        if words[k] == "," and words[k + 1] not in {"and", "&"}:
            return k
    return 0
