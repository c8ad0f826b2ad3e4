"""The States between which a treaty is: what one of them makes of it alone, all do."""

from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.act import Head
from kg.extract.treaties.doer import find_several
from kg.extract.treaties.statusmind import Finder, Sentence
from kg.extract.treaties.statustell import treaties_of
from kg.extract.treaties.treatyfind import agreements_with_bodies
from kg.extract.words.wordclass import load_words


def parties_of(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the States between which the treaty of a head is: from its name, "between A and B", or who signed."""
    treaties = treaties_of(s, head)
    if len(treaties) != 1:
        return ()
    told = _told_between(s, treaties)
    if len(told) > 2 or treaties[0] not in s.finder.parties:
        return told
    named = s.finder.parties[treaties[0]]
    if len(named) > 1:
        return named
    for i in range(head.first - 1):
        mark = s.phrase.marks[i + 1]
        if s.words[i] in {"between", "of"} and mark is not None and mark.letter == "B" and not named:
            named = s.memory.states_of(mark)
    signers = [a.state for a in s.finder.actions if a.treaty == treaties[0] and a.type == "Signature"]
    signers += [x for one in s.told if one.name == "Signature" and one.treaties == treaties for x in one.doer.states]
    both = named or tuple(dict.fromkeys(signers))
    return both if len(both) == 2 else ()


def own_party(s: Sentence, treaties: tuple[str, ...]) -> tuple[str, ...]:
    """Give the State whose agreement with an organization is spoken of: the one that signed it, or of whom one reads.

    "The Additional Protocol was signed on D0": nobody but that State can have done so.
    """
    if len(treaties) != 1 or treaties[0] not in agreements_with_bodies():
        return ()
    signed = (x for x in (s.finder.deeds.get("Signature"), *s.told) if x is not None and x.treaties == treaties)
    signers = [x.doer.states for x in signed if x.doer.states]
    if signers:
        return signers[-1] if len(signers[-1]) == 1 else ()
    here = {x for m in s.phrase.marks if m is not None and m.letter in "AB" for x in s.memory.states_of(m)}
    spoken = tuple(here) or s.memory.topic or ((s.memory.issuer,) if s.memory.issuer else ())
    return spoken if len(spoken) == 1 else ()


def _told_between(s: Sentence, treaties: tuple[str, ...]) -> tuple[str, ...]:
    """Give the two States of "the T0 between the two countries", said here or before."""
    for i, mark in enumerate(s.phrase.marks[:-2]):
        if mark is not None and mark.letter == "T" and mark.treaties == treaties and s.words[i + 1] == "between":
            behind = s.phrase.marks[i + 2]
            several = find_several(s.phrase, i + 2, s.memory) if behind is None else None
            both = s.memory.states_of(behind) if behind is not None else several.states if several is not None else ()
            if len(both) == 2:
                s.finder.between[treaties[0]] = both
    return s.finder.between.get(treaties[0], ())


def note_makers(finder: Finder, phrase: Phrase) -> None:
    """Keep in mind who made a treaty among themselves: "T0 , which A1 concluded in L2"."""
    words, marks = phrase.words, phrase.marks
    if load_words("concluding").isdisjoint(words):
        return
    for i in range(len(words) - 4):
        treaty, makers = marks[i], marks[i + 3]
        if treaty is None or makers is None or words[i + 1 : i + 3] != [",", "which"] or len(treaty.treaties) != 1:
            continue
        states = finder.memory.states_of(makers) if finder.memory.is_state(makers) else ()
        if len(states) > 1 and not load_words("concluding").isdisjoint(words[i + 4 : i + 6]):
            finder.between[treaty.treaties[0]] = states
