"""States left out of what is told of all others: "all have signed except A0", "ratified by all but B0"."""

from collections.abc import Sequence

from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.act import Head, Mood, find_stretch, read_mood
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.statusmind import CONSENTS, STANDINGS, Finder, Sentence, Told
from kg.extract.treaties.statustell import tell
from kg.extract.words.wordclass import load_words

_LEAD = 4
"""Words before a State among which stands what leaves it out: "with the exception of"."""
_WHOLE = 14
"""Words before that among which all the others stand."""
_FAR = 28
"""The same for "no" and "none", which open their sentence."""


def read_exceptions(finder: Finder, phrase: Phrase, told: Sequence[Told], heads: Sequence[Head]) -> list[Told]:
    """Give what is told, with those States of whom it is not that "all but" leaves out."""
    kept = list(told)
    if not heads or (_NONE.isdisjoint(phrase.words) and load_words("wholes").isdisjoint(phrase.words)):
        return kept
    signed = not _SIGNED.isdisjoint(phrase.words)
    for at, mark in enumerate(phrase.marks):
        if mark is None or mark.letter not in "AB" or not finder.memory.is_state(mark):
            continue
        others = _find_others(phrase, at)
        if not others:
            continue
        head = _head_of(heads, at)
        states = finder.memory.states_of(mark)
        if "none" in others:
            kept += _affirm(finder, phrase, kept, head, Doer(states, at))
            continue
        denied = [one for one in kept if set(one.doer.states) >= set(states) and one.mood == "denied"]
        if head is None or any(signed or one.name not in CONSENTS for one in denied):
            continue
        apart = _deny(finder, phrase, kept, head, Doer(states, at), signed=signed)
        if apart:
            kept = [one for one in kept if one.head != head or not set(one.doer.states) <= set(states)] + apart
    return kept


def _find_others(phrase: Phrase, at: int) -> str:
    """Say of which others the States at an item are left out: "all" or "none", and "" where they are not left out.

    "By all of them , with the exception of B0", and turned round: "except for B0 , none of them has".
    """
    words = phrase.words
    lead = words[max(0, at - _LEAD) : at]
    if not says("leaving-out", lead):
        return ""
    before = words[max(0, at - _WHOLE) : at]
    opens = says("leaving-out", lead[:3]) and len(before) <= _LEAD and words[at + 1 : at + 2] == [","]
    around = words[at + 2 : at + 5] if opens else words[max(0, at - _FAR) : at]
    if not _NONE.isdisjoint(around):
        plain = "not" not in before and (opens or says("leaving-out", before[-2:]))
        return "none" if plain else ""
    around = around if opens else before
    return "all" if not load_words("wholes").isdisjoint(around) else ""


def _head_of(heads: Sequence[Head], at: int) -> Head | None:
    """Give the act or standing told of all the others: one around or behind the exception, else one before it."""
    told = [head for head in heads if head.form in {"verb", "standing", "echo"}]
    near = _LEAD if any(head.last <= at for head in told) else _WHOLE
    behind = [head for head in told if head.first <= at < head.last or 0 < head.first - at <= near]
    before = [head for head in told if head.last <= at and at - head.last <= _WHOLE]
    verbs = [head for head in before if head.form != "standing"]
    return next(iter(behind), None) or next(reversed(verbs), None) or next(reversed(before), None)


def _affirm(finder: Finder, phrase: Phrase, told: Sequence[Told], head: Head | None, doer: Doer) -> list[Told]:
    if head is None:
        return []
    status = "StateParty" if head.row.fields.get("action") in CONSENTS else head.row.fields.get("status")
    s = Sentence(finder, phrase, phrase.words, told, None, None, heading=False)
    return _tell(s, head, status, doer, ()) if status in {"StateParty", "Signatory"} else []


_NONE = frozenset({"none", "no", "nobody"})
_SIGNED = frozenset({"signatories", "signatory", "signers", "signed"})
"""Words that tell of the others that they signed, and so of those left out."""


def _deny(finder: Finder, phrase: Phrase, told: Sequence[Told], head: Head, doer: Doer, *, signed: bool) -> list[Told]:
    s = Sentence(finder, phrase, phrase.words, told, None, None, heading=False)
    start, _ = find_stretch(phrase.words, 0, head.first)
    if head.form == "echo":
        last = next((one for one in reversed(told) if one.head != head), finder.deed)
        if last is None or "status" in head.row.fields:
            return []
        name = last.name if last.name in CONSENTS | {"Signature"} else "NotParty"
        return _tell(s, last.head, name, doer, last.treaties)
    if read_mood(phrase.words[start : head.first], phrase.words[head.first]) != "done":
        return []
    status = head.row.fields.get("status")
    if status is not None:
        return _tell(s, head, "NotParty", doer, ()) if status == "StateParty" else []
    name = head.row.fields["action"]
    if name not in CONSENTS | {"Signature"}:
        return []
    unsure = name in CONSENTS and not signed  # whether they signed is not said
    return _tell(s, head, "NotParty" if unsure else name, doer, ())


def _tell(s: Sentence, head: Head, name: str, doer: Doer, treaties: tuple[str, ...]) -> list[Told]:
    mood: Mood = "done" if name in STANDINGS else "denied"
    return tell(s, head, name, doer, mood, dated=False, treaties=treaties) or []
