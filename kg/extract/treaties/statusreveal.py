"""Sentences written for the reader of treaty acts: verbs taken for events, and words that only lead to a treaty."""

from collections.abc import Iterator

from kg.extract.phrases.pattern import load_forms, says
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words

_NAMED = frozenset({"signature", "signatures"})
"""Nouns of an act that may be taken for an event."""


def reveal(phrase: Phrase, text: str) -> Phrase:
    """Write what was taken for an event or a number of guests as words again: "signed", "eight signatories"."""
    words = phrase.words
    said = {i: text[m.begin : m.end].lower() for i, m in enumerate(phrase.marks) if m is not None and m.letter in "EN"}
    verbs = load_words("signing-verbs") | load_forms("lodge")
    signs = {i: verb.split() for i, verb in said.items() if verb in verbs}
    signs |= {i: [verb] for i, verb in said.items() if verb in _NAMED and words[i - 1] in load_words("own") | {"'s"}}
    signs |= {i: ["signing"] for i, verb in said.items() if verb == "the signing" and words[i + 1 : i + 2] == ["of"]}
    signs |= {
        i: counted
        for i, number in said.items()
        if words[i][0] == "N"
        and words[i + 1 : i + 2] in (["("], [","], [":"])
        and says("strong-standing" if words[i + 1] == ":" else "counted-standings", (counted := number.split())[-2:])
    }
    signs |= {i: ["treaty"] for i in _subordinate(phrase, text)}
    signs |= {i: [] for i in _announcing(phrase)}
    return phrase.reword(signs) if signs else phrase


def _announcing(phrase: Phrase) -> Iterator[int]:
    """Yield the words that only announce treaties which are named behind them: "all three instruments : T1 and T2"."""
    words, marks = phrase.words, phrase.marks
    if len(phrase.marks_in("T")) < 2:
        return
    for i, word in enumerate(words[:-3]):
        if word not in load_words("treaty-plurals") and word != "instruments":
            continue
        at = i + 1
        while at < min(i + 5, len(words)) and (words[at] in _OPENERS or words[at] == "the"):
            at += 1
        opened = at > i + 1 and not {"namely", "viz", "i.e", ":", "(", "–", "—", "-"}.isdisjoint(words[i + 1 : at])
        if not opened or at >= len(words) or marks[at] is None or words[at][0] != "T":
            continue
        begin = i
        while begin and marks[begin - 1] is None and words[begin - 1] in load_words("announcing-treaties"):
            begin -= 1
        yield from range(begin, at)
        if "(" in words[i:at]:
            yield from [k for k in range(at, len(words)) if words[k] == ")"][:1]


_OPENERS = frozenset({",", ".", ":", "(", "–", "—", "-", "namely", "viz", "i.e"})
"""What stands between treaties and the words that announce them."""


def _subordinate(phrase: Phrase, text: str) -> Iterator[int]:
    """Yield where a treaty stands that only tells more of the one before: "a safeguards agreement under T1".

    So do the treaty of a protocol and its other name, "Protocol I of T1 , known as T2".
    """
    before, below = -1, False
    for i, mark in enumerate(phrase.marks):
        if mark is None or mark.letter != "T":
            continue
        lead, first = phrase.words[before + 1 : i], phrase.marks[before] if before >= 0 else None
        if first is None or len(lead) > _LEAD:
            below = False
        else:
            owned = lead[:1] == ["to"] and lead[-1:] == ["'s"]  # "the Protocol to A0 's Agreement"
            of = owned or lead in (["of"], ["of", "the"], ["to", "the"])
            protocol = of and "rotocol" in text[first.begin : first.end]
            below = protocol or says("subordinate-links", lead) or says("alias-links", lead)
        if below:
            yield i
        before = i


_LEAD = 5
"""Words between a treaty and another that it is told by."""
