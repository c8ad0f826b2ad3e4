"""Treaty acts told by a paper: an instrument that is handed over, received or exchanged."""

from dataclasses import replace
from functools import cache

from kg.extract.phrases.pattern import load_forms, says
from kg.extract.treaties.act import Head, Mood, find_stretch, read_mood
from kg.extract.treaties.doer import find_doer
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.owner import find_owner
from kg.extract.treaties.statusdeed import read_list_behind, state_at, weigh
from kg.extract.treaties.statusgap import find_fellows, read_bracketed
from kg.extract.treaties.statusmind import CONSENTS, Sentence, Told
from kg.extract.treaties.statusparty import parties_of
from kg.extract.treaties.statustell import date_of, entry_of, is_near, tell, treaties_of
from kg.extract.words.wordclass import load_words


def read_instrument(s: Sentence, head: Head) -> list[Told] | None:
    """Read "A0 deposited its instrument of accession", "the instrument of B0 was received", "the deposit of B0"."""
    name = head.row.fields["action"]
    if s.words[head.first : head.last][-2:] == ["deposit", "of"]:
        return tell(s, head, name, state_at(s, head.last), "done")
    if not load_words("bills").isdisjoint(s.words[head.last : head.last + 1]):
        return None  # "sent a ratification bill to parliament"
    both = _exchangers(s, head)
    if both:
        return tell(s, head, "Ratification" if "named" in head.row.fields else name, Doer(both, -1), "done")
    if s.words[head.first].startswith("deposit") and head.last - head.first == 2 and not _is_paper(s, head):
        return None
    verb = _lodging_verb(s, head) if not head.slots and not _is_noun(s, head) else None
    found = _read_lodged(s, head, verb) if verb is not None else _read_received(s, head)
    if found is None:
        return None
    doer, mood = found
    if mood == "done" and _is_for_consent(s, head):
        mood = "planned"
    if "named" in head.row.fields:
        told = _read_unnamed(s, head, doer, mood) or _read_several(s, head, doer, mood)
    elif doer is None and mood == "done" and (listed := read_list_behind(s, head, name, mood)):
        told = listed
    else:
        lacking = mood == "denied" and verb is not None and name == "Ratification"
        told = tell(s, head, name, doer, "open" if mood == "denied" and not lacking else mood, dated=not lacking)
    each = read_bracketed(s, head, told[0].name, doer) if told and mood == "done" and doer is not None else None
    return each or told


def _is_for_consent(s: Sentence, head: Head) -> bool:
    """Tell whether a paper only goes to those at home who must agree: "sent the instrument to the Cabinet"."""
    for i in range(head.last, min(head.last + 10, len(s.words) - 1)):
        if s.words[i] == "for" and s.words[i + 1] in load_words("consent-at-home"):
            return True
        if s.words[i] in {",", ";", "and", "that", "which"}:
            return False
        at = i + 1 + (s.words[i + 1] in load_words("own") and i + 2 < len(s.words))
        mark = s.phrase.marks[at]
        house = s.memory.is_legislative(mark) if mark is not None else s.words[at] in load_words("own-legislatures")
        if s.words[i] == "to" and house:
            return True
    return False


def _exchangers(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the parties of a treaty whose instruments were exchanged."""
    around = s.words[max(0, head.first - 3) : min(len(s.words), head.last + 4)]
    late = {"were", "been"} & set(s.words[head.last : head.last + 20]) and "exchanged" in s.words[: head.last + 20]
    told = (
        says("exchanging", around)
        or late
        or ("exchange" in around and says("lodged", s.words[head.last : head.last + 4]))
    )
    planned = says("planning", s.words[max(0, head.first - 4) : head.last + 3])
    before = s.words[max(0, head.first - 12) : head.first]
    planned = planned or (bool(load_words("time-openers") & set(before)) and says("planning", before))
    if not told or planned:
        return ()
    by = next((i for i in range(head.last, len(s.words) - 1) if s.words[i : i + 2] == ["exchanged", "by"]), None)
    listed = next((m for m in s.phrase.marks[by : by + 7] if m is not None and m.letter in "AB"), None) if by else None
    if listed is not None and len(s.memory.states_of(listed)) > 1:
        return s.memory.states_of(listed)
    named = find_doer(s.phrase, head.first - 1, s.memory) if says("exchanging", around[:3]) else None
    several = named.states if named is not None and len(named.states) > 1 + (named.at < 0) else ()
    return several or parties_of(s, head) or _two_sides(s)


def _two_sides(s: Sentence) -> tuple[str, ...]:
    """Give the two States that the text was about when it told of an exchange, if no other was named with them."""
    spoken = {state for states in s.memory.recent[-3:] for state in states}
    here = {state for mark in s.phrase.marks if mark is not None for state in s.memory.states_of(mark)}
    both = s.memory.group(2)
    return both if len(both) == 2 and spoken | here == set(both) else ()


def _read_lodged(s: Sentence, head: Head, verb: int) -> tuple[Doer | None, Mood]:
    """Read "A0 deposited its instrument", where the verb is told of whoever hands the paper over."""
    owner = find_owner(s.phrase, head.first, head.last, s.memory)
    doer = find_doer(s.phrase, verb, s.memory)
    start, _ = find_stretch(s.words, doer.at + 1 if doer else 0, verb)
    mood = read_mood(s.words[start:verb], s.words[verb])
    if doer is not None:
        mood = weigh(s, doer, mood, s.words[start:verb])
    if owner is not None and owner.at >= 0 and s.words[owner.at] not in load_words("own"):
        doer = owner
    keyed = entry_of(s, head) if (doer is None) and verb <= head.first else None
    keyed = keyed or (_headed(s, verb) if doer is None else None)
    spoken_of = _topic(s) if mood != "planned" else None  # "upon deposit of the tenth instrument"
    return doer or keyed or (None if _is_by_others(s, verb) else owner or spoken_of), mood


def _headed(s: Sentence, verb: int) -> Doer | None:
    """Give the one State before the colon of a line: "A0 in : instrument lodged D1"."""
    colon = next((i for i in range(verb - 1, 0, -1) if s.words[i] == ":"), 0)
    named = [m for m in s.phrase.marks[:colon] if m is not None and m.letter == "A" and s.memory.is_state(m)]
    states = s.memory.states_of(named[0]) if len(named) == 1 else ()
    return Doer(states, -1) if len(states) == 1 else None


def _is_by_others(s: Sentence, verb: int) -> bool:
    """Tell whether some that are not named hand the paper over: "eighteen States deposited their instruments"."""
    mark = s.phrase.marks[verb - 1] if verb else None
    others = load_words("other-doers") & set(s.words[max(0, verb - 3) : verb])
    return bool(others) or (mark is not None and mark.letter == "N")


def _topic(s: Sentence) -> Doer | None:
    return Doer(s.memory.topic, -1) if len(s.memory.topic) == 1 and not s.heading else None


def _read_received(s: Sentence, head: Head) -> tuple[Doer | None, Mood] | None:
    """Read "the instrument of B0 was received", where the paper is the subject."""
    of = s.words[head.last - 1] == "of"
    owner = state_at(s, head.slots[0]) if head.slots else find_owner(s.phrase, head.first, head.last - of, s.memory)
    behind = s.words[head.last : head.last + 16]
    deposited = _is_noun(s, head) or bool({"deposit", "deposited"} & set(s.words[max(0, head.first - 6) : head.first]))
    deposited = deposited or (
        bool(head.slots) and not _lodging().isdisjoint(s.words[max(0, head.first - 24) : head.last])
    )
    deposited = deposited or (of and head.first > 0 and says("welcoming", s.words[head.first - 1 : head.first]))
    if not (s.heading or deposited or says("lodged", behind)):
        return None
    start, _ = find_stretch(s.words, 0, head.first)
    mood = read_mood(s.words[start : head.first], "")
    if says("denying", behind):
        mood = "open"
    elif says("planning", behind[:4]):
        mood = "planned"
    subjects = [m for m in s.phrase.marks[: head.first] if m is not None and m.letter == "A" and s.memory.is_state(m)]
    here = tuple(dict.fromkeys(state for m in subjects for state in s.memory.states_of(m)))
    if owner is None and mood == "planned" and not here:
        return None  # "shall enter into force upon the deposit of the fiftieth instrument"
    return owner or (Doer(here, -1) if len(here) == 1 else _topic(s)), mood


def _read_unnamed(s: Sentence, head: Head, doer: Doer | None, mood: Mood) -> list[Told] | None:
    """Read "it deposited the instrument on D0" behind "it has ratified T0", where the kind was said before.

    Where it was not said of this State, it is the kind that the text spoke of last.
    """
    if doer is None or not doer.states or mood not in {"done", "planned"}:
        return None
    last = s.finder.deed if s.finder.number - s.finder.deed_at <= 3 else None
    same = last if last is not None and last.doer.states == doer.states else None
    if same is not None and same.head.row.name == "become-party":
        same = None  # "became a party on D0 , having deposited its instrument on D1"
    date = date_of(s, head)
    if same is not None and same.name in CONSENTS and mood == "done" and same.mood == "done":
        undated = date is not None and not any(same.dates)
        return tell(s, head, same.name, doer, mood, date=date, treaties=same.treaties) if undated else None
    doer = replace(doer, states=tuple(dict.fromkeys([*doer.states, *find_fellows(s, head)])))
    done = [a for a in s.finder.actions if a.type in CONSENTS and a.status == "Held"]
    bound = any(a.state in doer.states and a.treaty in treaties_of(s, head) for a in done)
    if mood == "done" and (not is_near(s) or bound):
        return None
    signed = any(
        x.name in {"Signature", "Signatory"} and x.doer.states == doer.states
        for x in [*s.told, *([same] if same else [])]
    )
    signed = signed or any(
        c.status == "Signatory" and c.state in doer.states and c.treaty in treaties_of(s, head) for c in s.finder.claims
    )
    told = [a.type for a in done if a.treaty in treaties_of(s, head)]
    kind = same.name if same is not None and same.name in CONSENTS else "Ratification" if signed else None
    kind = kind or (told[-1] if told else s.finder.consent)
    return tell(s, head, kind or ("Accession" if mood == "planned" else "Ratification"), doer, mood)


def _read_several(s: Sentence, head: Head, doer: Doer | None, mood: Mood) -> list[Told] | None:
    """Read "three more States handed in their instruments : A0", where the kind of paper was said before."""
    verb = _lodging_verb(s, head)
    if mood != "done" or verb is None or not is_near(s) or (doer is not None and doer.states):
        return None
    return read_list_behind(s, head, s.finder.consent or "Ratification", mood) if _is_by_others(s, verb) else None


def _is_noun(s: Sentence, head: Head) -> bool:
    """Tell whether what is told of is a deposit: "whose deposit on D1", "with A0 's deposit"."""
    before = s.words[head.first - 1] if head.first else ""
    return s.words[head.first] == "deposit" and (before == "'s" or before in load_words("possessives"))


def _is_paper(s: Sentence, head: Head) -> bool:
    """Tell whether "deposit" without its object means a paper: "the ninth to deposit", "A0 deposited on D1"."""
    before = s.words[head.first - 1] if head.first else ""
    verb = before in {"to", "and"} or before in load_words("auxiliary") or before in load_words("adverb")
    subject = s.phrase.marks[head.first - 1] if head.first else None
    if s.after is not None and s.after.form == "instrument" and s.after.first - head.last < 6:
        return False  # "deposited in L0 its instrument of accession"
    return (
        _is_noun(s, head) or (verb and s.finder.consent is not None) or (subject is not None and subject.letter == "A")
    )


@cache
def _lodging() -> frozenset[str]:
    """Give the verbs by which a paper is handed over, "handed" for "handed over"."""
    return frozenset(form.split()[0] for form in load_forms("lodge"))


def _lodging_verb(s: Sentence, head: Head) -> int | None:
    """Find the verb by which a paper is handed over, before it or as its first word; None where it is passive."""
    lodging = _lodging() | load_words("declaring") | load_words("giving-papers")
    alone = s.before is not None and s.before.row.name == "instrument-alone"  # "depositing , in L0 , its instrument"
    bound = -1 if s.before is None else s.before.first - 1 if alone else s.before.last - 1
    stop = max(-1, head.first - 24, bound)
    verb = next((i for i in range(head.last - 1, stop, -1) if s.words[i] in lodging and s.words[i] != "put"), None)
    if verb is not None and s.words[verb] in load_words("declaring") and "that" in s.words[verb : head.first]:
        return None  # "announced that its instrument was on the way"
    if verb is None or {"was", "were", "been", "is"} & set(s.words[max(0, verb - 2) : verb]):
        return None
    return verb


def read_deposit(s: Sentence, head: Head) -> list[Told] | None:
    """Read "the instrument was handed over on D0": the day of what was told in the sentences before."""
    last = s.finder.deed
    date = date_of(s, head)
    both = parties_of(s, head) if "exchanged" in s.words[head.first : head.last] else ()
    if both:
        return tell(s, head, "Ratification", Doer(both, -1), "done")
    owner = find_owner(s.phrase, head.first, head.first + 1, s.memory)
    if (
        date is not None
        and owner is not None
        and (last is None or owner.states != last.doer.states or last.name not in CONSENTS)
    ):
        return _read_unnamed(s, head, owner, "done")
    if last is None or date is None or last.name not in CONSENTS or s.finder.number - s.finder.deed_at > 4:
        return None
    if last.mood not in {"done", "planned"} or len(last.doer.states) != 1 or (any(last.dates) and last.mood == "done"):
        return None
    return tell(s, head, last.name, replace(last.doer, at=-1), "done", date=date, treaties=last.treaties)
