"""Treaty acts told by a verb: "signed", "was ratified by", "refused to join"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.phrases.pattern import says
from kg.extract.treaties.act import Head, Mood, find_stretch, read_mood, signs_paper
from kg.extract.treaties.doer import find_doer, find_several, is_number_of_doers
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.statusgap import find_fellows, read_bracketed
from kg.extract.treaties.statusmind import CONSENTS, Sentence, Told
from kg.extract.treaties.statusobject import (
    has_treaty,
    is_joined_in,
    is_of_a_kind,
    is_other_paper,
    is_passive,
    is_signed_by_others,
    is_signed_consent,
    is_signed_law,
    means_treaty,
)
from kg.extract.treaties.statusparty import own_party, parties_of
from kg.extract.treaties.statustell import date_of, entry_of, is_near, list_from, name_way, tell, treaties_of
from kg.extract.words.wordclass import load_words


def read_verb(s: Sentence, head: Head) -> list[Told] | None:
    """Read "A0 signed T1", "T0 was ratified by B1", "A0 refused to join"."""
    name = head.row.fields["action"]
    if head.row.name == "vote-through":
        return _read_vote(s, head)
    meant = has_treaty(s, head.first, head.last) or means_treaty(s, head)
    paper = s.after is not None and s.after.form == "instrument" and s.after.first - head.last < 3
    if name == "Signature" and is_signed_consent(s, head):
        return _read_signed_consent(s, head)
    if name == "Signature" and (is_signed_law(s, head) or is_signed_by_others(s, head) or _is_peace_within(s, head)):
        return None
    if head.row.name == "join" and (is_passive(s, head) or is_joined_in(s, head)):
        return None
    if head.row.name == "accept" and _is_given(s, head):
        return None
    if not meant or (paper and name == "Signature") or is_other_paper(s, head):
        return None
    if head.slots:
        return _read_owned(s, head, name)
    told = _read_deed(s, head, name)
    return name_way(s, told) if told and head.row.name in {"join", "become-party"} else told


def _read_owned(s: Sentence, head: Head, name: str) -> list[Told] | None:
    """Read what somebody does for a State that the words name: "put A0 's name to T1", "voted to pull A0 out of T1"."""
    start, _ = find_stretch(s.words, 0, head.first)
    chunk = s.words[start : head.first]
    if "eventStatus" not in head.row.fields:
        return tell(s, head, name, state_at(s, head.slots[0]), read_mood(chunk, s.words[head.first]))
    mood: Mood = "open" if says("denying", chunk) else "planned"
    return tell(s, head, name, state_at(s, head.slots[0]), mood, dated=False)


def _read_vote(s: Sentence, head: Head) -> list[Told] | None:
    """Read "A0 's parliament passed T1", "the senate gave its consent on D1": a step towards ratifying."""
    doer, mood, _ = _read_clause(s, head)
    spoken_of = has_treaty(s, head.first, head.last) or (is_near(s) and s.finder.consent is not None)
    spoken_of = spoken_of or (is_near(s) and s.finder.deed is not None and s.finder.deed.name == "Signature")
    if doer is None or not doer.legislative or not doer.states or mood not in {"done", "planned"} or not spoken_of:
        return None
    return tell(s, head, head.row.fields["action"], doer, "planned", dated=mood == "done")


def _is_peace_within(s: Sentence, head: Head) -> bool:
    """Tell whether a government makes peace within its State: "A0 and the rebels signed the accord"."""
    near = s.words[max(0, head.first - 5) : head.first]
    return "and" in near and says("insurgents", near)


def _read_signed_consent(s: Sentence, head: Head) -> list[Told] | None:
    """Read "the president signed the instrument of ratification of T1"."""
    doer, mood, _ = _read_clause(s, head)
    if s.after is None or doer is None or mood != "done":
        return None
    return tell(s, head, s.after.row.fields["action"], doer, mood)


def _read_deed(s: Sentence, head: Head, name: str) -> list[Told] | None:
    """Read what a verb tells of a treaty: of whom, in which mood, and of all who make it."""
    doer, mood, chunk = _read_clause(s, head)
    if doer is not None:
        doer = _with_parties(s, head, name, mood, doer)
    each = read_bracketed(s, head, name, doer) if doer is not None and mood == "done" else None
    if each is not None:
        return each
    doer = _named_behind(s, head, doer) or doer or _of_entry(s, head, name, mood)
    if doer is None or (not doer.states and doer.at < 0):
        made = mood == "done" and (name == "Signature" or is_passive(s, head))
        both = parties_of(s, head) or _own_party(s, head) if made else ()
        return read_list_behind(s, head, name, mood) or tell(s, head, name, Doer(both, -1), mood)
    if -1 < doer.at < head.first and is_passive(s, head) and mood == "done":
        both = parties_of(s, head)
        own = () if both else _own_party(s, head)
        signer = Doer(both or own, -1) if both or own else _of_signer(s, head)
        mood = "denied" if doer.negated and s.words[doer.at] in {"neither", "none"} else mood
        return tell(s, head, name, signer, mood) if signer is not None else None
    mood = "denied" if "denied" in head.row.fields else _correct(s, head, name, doer, mood, chunk)
    if "eventStatus" in head.row.fields:
        mood = "refused" if mood == "done" and doer.legislative else "open"
    elif doer.legislative and name != "Signature":
        name = "Ratification" if name == "Approval" else name
        mood = "planned" if mood == "done" else mood
    if name == "Signature" and len(doer.states) == 1 and is_of_a_kind(s, head):
        return None
    if mood == "done" and _is_one_of_ways(s, head):
        first = s.before is None or head.first - s.before.last != 1
        return tell(s, head, "StateParty", doer, mood, dated=False) if first else None
    if mood in {"done", "planned"} and not doer.legislative:
        doer = replace(doer, states=tuple(dict.fromkeys([*doer.states, *find_fellows(s, head)])))
    return tell(s, head, name, doer, mood)


def _is_given(s: Sentence, head: Head) -> bool:
    """Tell whether what is accepted is a paper that somebody hands over: "accepted T1 from B2"."""
    for i in range(head.last, min(head.last + 6, len(s.words) - 1)):
        if s.words[i] == "from":
            mark = s.phrase.marks[i + 1]
            return mark is not None and mark.letter in "AB"
    return False


def _own_party(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give whose agreement with an organization it is that "was signed on D0" without a word on who did."""
    return own_party(s, treaties_of(s, head)) if is_passive(s, head) and date_of(s, head) else ()


def _named_behind(s: Sentence, head: Head, doer: Doer | None) -> Doer | None:
    """Give the State of "the last country to sign was A0"."""
    be = head.last
    while be < len(s.words) - 1 and (s.words[be] == "the" or has_treaty(s, be, be + 1)):
        be += 1
    i = be + 1 + (s.words[be + 1 : be + 2] == ["the"])
    said = s.words[be : be + 1]
    if s.words[head.first - 1 : head.first] != ["to"] or not said or said[0] not in {"is", "was", "are", "were"}:
        return None
    ranked = says("ranked", s.words[max(0, head.first - 6) : head.first - 1])
    return state_at(s, i) if ranked and (doer is None or doer.at < 0) else None


def _of_entry(s: Sentence, head: Head, name: str, mood: Mood) -> Doer | None:
    """Give the State in whose entry or part of the text a verb without a subject stands."""
    last = s.told[-1] if s.told else None
    if last is not None and last.is_claim and last.head is s.before and s.words[s.before.last : head.first] == ["("]:
        return last.doer  # "T0 : state party ( ratified D1 )"
    passive = name in CONSENTS and mood == "done" and is_passive(s, head)
    doer = _of_signer(s, head) or _of_entry_before(s, head) if passive else None
    keyed = doer is None and s.words[head.first].endswith("ed") and mood in {"done", "denied"}
    return entry_of(s, head) if keyed else doer


def _of_signer(s: Sentence, head: Head) -> Doer | None:
    """Give who ratified it in "A0 signed T1 ; it was ratified in D2": the one State that signed it just before."""
    last = s.told[-1] if s.told else s.finder.deed if s.finder.number - s.finder.deed_at == 1 else None
    if last is None or last.name != "Signature" or last.mood != "done" or len(last.doer.states) != 1:
        return None
    begin = last.head.last if s.told else 0
    between = [m for m in s.phrase.marks[begin : head.first] if m is not None]
    same = treaties_of(s, head) == last.treaties and len(last.treaties) == 1
    named = any(m.letter in "AB" and m.actors for m in between if not s.told or m.begin > s.phrase.spans[begin].begin)
    it = s.words[max(0, head.first - 2) : head.first] in (["it", "was"], ["which", "was"])
    return Doer(last.doer.states, -1) if same and it and not named and not parties_of(s, head) else None


def _of_entry_before(s: Sentence, head: Head) -> Doer | None:
    """Give who did "T0 was accepted on D1" right behind "A0 acceded to T1": the one State spoken of."""
    if s.phrase.marks_in("AB"):
        return None
    if len(s.finder.entry) == 1 and s.finder.entry == s.memory.topic:
        return Doer(s.finder.entry, -1)
    last = s.finder.deed if s.finder.number - s.finder.deed_at == 1 else None
    if last is None or last.name not in CONSENTS or last.mood != "done":
        return None
    one = len(last.doer.states) == 1 and last.doer.states == s.memory.topic and bool(date_of(s, head))
    return Doer(last.doer.states, -1) if one else None


def _with_parties(s: Sentence, head: Head, name: str, mood: Mood, doer: Doer) -> Doer:
    """Hold whoever acts against the parties of a treaty that only they make: what they make is signed by all."""
    both = parties_of(s, head)
    if not both or mood not in {"done", "planned"}:
        return doer
    if name == "Signature":
        return replace(doer, states=both)
    mine = tuple(state for state in doer.states if state in both)
    return replace(doer, states=mine) if mine else doer


def _correct(s: Sentence, head: Head, name: str, doer: Doer, mood: Mood, chunk: Sequence[str]) -> Mood:
    """Correct a mood by what stands before the doer and behind the verb."""
    mood = _settle(s, head, weigh(s, doer, mood, chunk), chunk)
    behind = s.words[head.last : head.last + 12]
    if mood == "denied" and behind[:1] in (["every"], ["each"]):
        return "open"  # "has not ratified every text on T0"
    if mood == "planned" and says("conditional", behind):
        return "open"
    if mood == "planned" and name == "Withdrawal" and says("at-once", behind):
        return "done"
    if (
        mood == "done"
        and s.words[head.first] in load_words("bare-verbs")
        and s.words[head.first - 1] != "to"
        and s.words[doer.at - 1 : doer.at] == ["that"]
    ):
        return "planned" if says("deciding", s.words[max(0, doer.at - 9) : doer.at]) else "open"
    return mood


def _settle(s: Sentence, head: Head, mood: Mood, chunk: Sequence[str]) -> Mood:
    """Read "did not sign until D0" as done, and "did not sign there" as nothing told."""
    if mood != "denied" or "did" not in chunk:
        return mood
    later = {"until", "till"} & set(s.words[head.last : head.last + 4])
    return "done" if later else "open" if _is_local(s, head) else mood


def _read_clause(s: Sentence, head: Head) -> tuple[Doer | None, Mood, Sequence[str]]:
    """Give who stands before a verb, its mood, and the words that decide it."""
    agent = _agent_or_principal(s, head)
    if agent is not None:
        start, _ = find_stretch(s.words, 0, head.first)
        return agent, read_mood(s.words[start : head.first], s.words[head.first]), ()
    doer = _principal(s, head) or _named_ahead(s, head) or find_doer(s.phrase, head.first, s.memory)
    if head.first < 2 and (s.words[head.first].endswith("ing") or s.words[0] == "having"):
        later = next((i for i in range(head.last, len(s.words)) if s.words[i] == ","), len(s.words))
        doer = find_doer(s.phrase, min(later + 3, len(s.words)), s.memory, later) or doer
    if doer is None and s.words[max(0, head.first - 2) : head.first] == [":", "having"]:
        doer = find_doer(s.phrase, head.first - 2, s.memory)
    begin = doer.at + 1 if doer is not None and doer.at < head.first else 0
    start, joined = find_stretch(s.words, begin, head.first)
    previous = s.told[-1] if s.told else None
    chunk = s.words[start : head.first]
    if joined and previous is not None and s.before is previous.head:
        if doer is None or doer.at > previous.head.first:
            doer = previous.doer
        return doer, _read_object(s, head, previous.mood), chunk
    mood = read_mood(chunk, s.words[head.first])
    if s.words[head.first] in load_words("bare-verbs"):
        mood = _read_bare(s, head, mood, begin, start if joined and not chunk else None)
    if list(chunk) == ["to"] and doer is not None and "for" in s.words[max(0, doer.at - 2, begin - 3) : begin]:
        # "cleared the way for A0 to leave"
        start, _ = find_stretch(s.words, 0, head.first)
        mood = read_mood(s.words[start : head.first], s.words[head.first])
    entry = (
        previous is not None and previous.doer.at >= 0 and s.words[previous.doer.at + 1 : previous.doer.at + 2] == [":"]
    )
    goes_on = previous is not None and not previous.is_claim and (entry or s.words[start - 1 : start] != [";"])
    counted = any(is_number_of_doers(s.words, i, head.first) for i in range(max(0, head.first - 4), head.first))
    goes_on = (
        goes_on
        and not counted
        and not load_words("other-doers") & set(s.words[previous.head.last if previous else 0 : head.first])
    )
    if goes_on and previous is not None and (doer is None or previous.head.last == doer.at):
        doer = previous.doer
    mood = _read_object(s, head, mood)
    if doer is not None and chunk[-1:] == ["to"] and _is_reached(s, doer, start, chunk):
        mood = "done"
    return doer, mood, chunk


def _agent_or_principal(s: Sentence, head: Head) -> Doer | None:
    """Find who did it in "was signed by B0", and in whose name: "was signed by B0 and , for B1 , by C2"."""
    agent = _agent(s, head)
    behalf = _principal(s, head) if agent is not None else None
    if agent is None or behalf is None:
        return agent
    named = s.phrase.marks[agent.at]
    states = agent.states if named is not None and s.memory.is_state(named) else ()
    return replace(agent, states=tuple(dict.fromkeys([*states, *behalf.states])))


def _named_ahead(s: Sentence, head: Head) -> Doer | None:
    """Give the State behind the clause that opens a sentence on it: "as a country that has ratified T0 , A1 hosts"."""
    opening = s.words[: head.first]
    kind = opening[1:6]
    if opening[:1] != ["as"] or {"that", "which"}.isdisjoint(kind) or any(s.phrase.marks[: head.first]):
        return None
    if _STATES.isdisjoint(kind) or kind[0] not in {"a", "one"}:
        return None
    comma = next((i for i in range(head.last, min(head.last + 14, len(s.words) - 2)) if s.words[i] == ","), -1)
    at = comma + 1 + (s.words[comma + 1] in {"the", "both"})
    return state_at(s, at) if comma > 0 else None


_STATES = frozenset("state states country countries nation nations".split())


def _read_bare(s: Sentence, head: Head, mood: Mood, begin: int, end: int | None) -> Mood:
    """Read the mood of a bare verb: of "A0 will clear its mines and join", where `end` is that of what it goes on with.

    It is open in "the recommendation that A0 withdraw" and "wants A0 to follow A1 and join".
    """
    if says("urging-that", s.words[: head.first][-_URGED:]):
        return "open"
    if end is None:
        return mood
    told = begin > 0 and all(m is None or m.letter not in "AB" for m in s.phrase.marks[begin:end])
    return "planned" if told and read_mood(s.words[begin:end], "") == "planned" else "open"


_URGED = 20
"""Items before a bare verb among which somebody may ask for it: "important that A0 - the holders of most - ratify"."""


def _principal(s: Sentence, head: Head) -> Doer | None:
    """Find the State in whose name somebody signs: "on behalf of B0 , A1 signed", "he signed for A0"."""
    if head.row.fields.get("action") != "Signature":
        return None
    begin = max((i + 1 for i in range(head.first) if s.words[i] == ";"), default=0)
    stop = s.after.first if s.after else len(s.words)
    found: list[str] = []
    at = -1
    for i in range(begin, min(stop, head.last + 18) - 1):
        mark = s.phrase.marks[i + 1]
        if mark is None or mark.letter not in "AB" or not s.memory.states_of(mark):
            continue
        behalf = s.words[i] == "of" and s.words[i - 2 : i] == ["on", "behalf"]
        told_for = s.words[i] == "for" and i >= head.last and s.memory.is_state(mark)
        if behalf or told_for:
            found += s.memory.states_of(mark)
            at = at if at >= 0 else i + 1
    return Doer(tuple(dict.fromkeys(found)), at) if found else None


def _read_object(s: Sentence, head: Head, mood: Mood) -> Mood:
    """Correct a mood by what is done: "signed neither", "signed nothing"."""
    if signs_paper(s.phrase, head):
        return "open"
    behind = s.words[head.last : head.last + 1]
    if behind in (["neither"], ["none"]) and mood == "done":
        return "denied"
    return "open" if behind in (["no"], ["nothing"]) else mood


def _is_reached(s: Sentence, doer: Doer, end: int, chunk: Sequence[str]) -> bool:
    """Tell whether what "to" leads to was done: "it took A0 until D1 to ratify", "A0 is the second country to"."""
    waited = chunk[0] == "until" and s.words[doer.at - 1 : doer.at] == ["took"]
    return waited or (len(chunk) == 1 and _is_ranked(s, doer, end))


def _is_ranked(s: Sentence, doer: Doer, end: int) -> bool:
    """Tell whether "to" goes on with a rank: "A0 is the second country in L1 , and the first here , to ratify"."""
    between = s.words[doer.at + 1 : end]
    return 0 < len(between) < 18 and says("being", between[:2]) and says("ranked", between[1:6])


def weigh(s: Sentence, doer: Doer, mood: Mood, chunk: Sequence[str]) -> Mood:
    """Correct a mood by what stands before the doer: "none of them has", "if X joins", "hoped that X would"."""
    if doer.negated:
        mood = "denied" if mood == "done" else "open" if mood == "planned" else mood
    lead = s.words[max(0, doer.at - 3) : max(0, doer.at)]
    if (
        mood == "done"
        and len(lead) > 1
        and lead[-1] in load_words("auxiliary")
        and lead[-2] in {"nor", "neither", "never"}
    ):
        return "denied"  # "nor has A0 signed it"
    if lead[-1:] == ["had"] and lead[-2:-1] in ([], [","], [";"]):
        return "open"  # "had A0 ratified, ..."
    if says("rumoured", lead) or (mood in {"planned", "done"} and says("open-phrases", lead)):
        return "open"
    if mood in {"planned", "done"} and load_words("open-leads") & set(lead[-1:]):
        return "open"
    if mood == "done" and lead[-1:] == ["when"] and s.words[doer.at + 1 : doer.at + 2] and _is_present(s, doer.at + 1):
        return "open"  # "when A0 signs , we shall"
    if mood == "open" and "should" in chunk[:1] and says("deciding", s.words[max(0, doer.at - 4) : max(0, doer.at)]):
        return "planned"  # "the cabinet decided that A0 should accede"
    if (
        mood == "planned"
        and not says("committed", chunk)
        and says("wishing", s.words[max(0, doer.at - 6) : max(0, doer.at)])
    ):
        return "open"
    return mood


def _is_present(s: Sentence, i: int) -> bool:
    return s.words[i].endswith("s") and s.words[i] not in load_words("auxiliary")


def _agent(s: Sentence, head: Head) -> Doer | None:
    """Find who did it in "was ratified by B0"."""
    if not s.words[head.last - 1].endswith(("ed", "en")):
        return None
    before = s.words[max(0, head.first - 3) : head.last - 1]
    if before[-1:] in (["has"], ["have"], ["had"]):
        return None
    if (
        s.words[head.last : head.last + 1] != ["by"]
        and (load_words("passive-verbs") | {":", ",", ";"}).isdisjoint(before)
        and head.first
        and s.phrase.marks[head.first - 1] is None
    ):
        return None
    stop = s.after.first if s.after else len(s.words)
    for i in range(head.last, min(head.last + 10, stop - 1)):
        if s.words[i] == "by" and s.words[i - 1] not in load_words("no-agents"):
            mark = s.phrase.marks[i + 1]
            if mark is not None and mark.letter in "AB":
                states = (*s.memory.states_of(mark), *_further_agents(s, i + 2, stop))
                return Doer(tuple(dict.fromkeys(states)), i + 1) if states else None
            states = _organs_behind(s, i + 1) or _officials_behind(s, i + 1) or _officials_of_both(s, i + 1)
            if states:
                return Doer(tuple(dict.fromkeys((*states, *_further_agents(s, i + 1, stop)))), i)
            several = find_several(s.phrase, i + 1, s.memory)
            if several is not None and several.states:
                return several
        if s.words[i] in {";", ".", "was", "were", "is", "are", "has", "have", "had"}:
            break
    return _agents_in(s, head, stop)


def _further_agents(s: Sentence, begin: int, stop: int) -> tuple[str, ...]:
    """Give the States of "by A0 first , then by A1 and by the envoy of A2", but not those with their own day."""
    found: list[str] = []
    for i in range(begin, min(begin + 30, stop - 1)):
        if s.words[i] == "by" and s.words[i - 1] in _JOINTS:
            at = next((k for k in range(i + 1, min(i + 7, len(s.words))) if s.phrase.marks[k] is not None), i)
            dated = s.phrase.marks[min(at + 2, len(s.words) - 1)]
            found += _officials_behind(s, i + 1) if dated is None or dated.letter != "D" else ()
        elif s.words[i] in {";", "."} or (s.words[i] == "by" and s.words[i - 1] not in _JOINTS):
            break
    return tuple(found)


_JOINTS = frozenset({"first", ",", "and", "then", "later", "also", "next", "finally", "afterwards", "lastly"})


def _agents_in(s: Sentence, head: Head, stop: int) -> Doer | None:
    """Read "the T0 has been ratified in L1 , A2 and A3"."""
    if s.words[head.last : head.last + 1] != ["in"] or "been" not in s.words[head.first - 2 : head.first]:
        return None
    found: list[str] = []
    for i in range(head.last + 1, stop):
        mark = s.phrase.marks[i]
        if mark is None and s.words[i] not in {",", "and", "the"}:
            break
        if mark is not None:
            if mark.letter not in "ABL":
                break
            named = mark.letter != "L" or "/country/" in mark.places[0]
            found += s.memory.states_of(mark) if named else ()
    return Doer(tuple(dict.fromkeys(found)), head.last + 1) if found else None


def _officials_of_both(s: Sentence, i: int) -> tuple[str, ...]:
    """Give the States of "the trade ministers of the two countries" at item i."""
    for at in range(i + 1, min(i + 6, len(s.words) - 1)):
        if s.phrase.marks[at] is not None or not s.words[at].isalpha():
            break
        if s.words[at] == "of" and s.words[at - 1] in load_words("signers") | load_words("organs"):
            several = find_several(s.phrase, at + 1, s.memory)
            return several.states if several is not None else ()
    return ()


def _officials_behind(s: Sentence, i: int) -> tuple[str, ...]:
    """Give the States of "the trade ministers of B0 , B1 and B2" at item i, where the list is one mark."""
    for at in range(i, min(i + 7, len(s.words))):
        mark = s.phrase.marks[at]
        if mark is not None:
            return s.memory.states_of(mark) if mark.letter in "AB" and s.memory.is_state(mark) else ()
        if not s.words[at].isalpha() or s.words[at] in load_words("clause-openers") | {"in", "on", "at", "a", "an"}:
            break
    return ()


def _organs_behind(s: Sentence, i: int) -> tuple[str, ...]:
    """Give the States of "the president of B0 and the head of government of B1" at item i."""
    found: list[str] = []
    begin = i
    for at in range(i, min(i + 20, len(s.words))):
        mark = s.phrase.marks[at]
        if mark is not None:
            if s.words[at - 1] not in {"of", "the"} or not s.memory.is_state(mark):
                break
            if not load_words("organs") & set(s.words[begin:at]):
                break
            found += s.memory.states_of(mark)
            begin = at + 1
        elif s.words[at] in {".", ";", "in", "on", "at", "which", "who"}:
            break
    return tuple(dict.fromkeys(found))


def _is_local(s: Sentence, head: Head) -> bool:
    """Tell whether what was not done was not done at one occasion only: "did not sign there"."""
    return any(m is not None and m.letter in "LDE" for m in s.phrase.marks[head.last : head.last + 4])


def read_list_behind(s: Sentence, head: Head, name: str, mood: Mood) -> list[Told] | None:
    """Read "two countries that have signed but not ratified : A0 and A1", "many signed , A0 among them"."""
    if _is_counted_apart(s, head):
        return None
    for i in range(len(s.words) - 1):
        if s.words[i] in {"among", "amongst"} and s.words[i + 1] == "them":
            before = s.phrase.marks[i - 1]
            states = s.memory.states_of(before) if before is not None and before.letter == "A" else ()
            if s.words[i - 1] == "ours" and s.memory.issuer:
                states = (s.memory.issuer,)
            states = states or list_from(s, i + 2)
            return tell(s, head, name, Doer(states, head.first), mood) if states else None
    named = next((i for i in range(head.first - 1, 0, -1) if s.words[i - 1] == "including" and state_at(s, i)), None)
    if named is not None:
        return tell(s, head, name, state_at(s, named), mood)
    openers = load_words("list-openers")
    near = range(head.last, min(head.last + 9, len(s.words)))
    stop = next((i for i in near if s.words[i] in openers and not _opens_aside(s, i)), None)
    if stop is None or (s.after is not None and s.after.first < stop and s.after.form == "standing"):
        return None
    if s.told and s.told[-1].is_claim and s.told[-1].doer.states:
        return None  # "the parties that have ratified : A0", told as a standing
    states = list_from(s, stop + 1)
    if mood == "done" and _is_one_of_ways(s, head):
        return tell(s, head, "StateParty", Doer(states, head.first), mood, dated=False) if states else None
    return tell(s, head, name, Doer(states, head.first), mood) if states else None


def _opens_aside(s: Sentence, i: int) -> bool:
    """Tell whether a bracket opens at item i that names no State, with a list behind it: "( as of D0 ) :"."""
    close = next((k for k in range(i + 1, min(i + 8, len(s.words) - 1)) if s.words[k] == ")"), None)
    if s.words[i] != "(" or close is None or s.words[close + 1] not in load_words("list-openers"):
        return False
    return not any(mark is not None and mark.letter in "AB" for mark in s.phrase.marks[i:close])


def _is_one_of_ways(s: Sentence, head: Head) -> bool:
    """Tell whether the words leave open which way of joining was taken: "have ratified or acceded"."""
    before, after = s.before, s.after
    joined = after is not None and after.first - head.last == 1 and s.words[head.last] in {"or", "/"}
    joined = joined or (before is not None and head.first - before.last == 1 and s.words[before.last] in {"or", "/"})
    beside = after if after is not None and after.first - head.last == 1 else before
    return joined and beside is not None and beside.row.fields.get("action") in CONSENTS


def _is_counted_apart(s: Sentence, head: Head) -> bool:
    """Tell whether another number did what comes next: "108 have signed and 46 have ratified , including B0"."""
    if s.after is None or s.after.form != "verb":
        return False
    between = range(head.last, s.after.last + 4)
    return any(
        i < len(s.words) and (s.words[i].isdigit() or s.words[i] in load_words("how-many")) for i in between
    ) or any(m is not None and m.letter == "N" for m in s.phrase.marks[head.last : s.after.last + 4])


def state_at(s: Sentence, i: int) -> Doer | None:
    """Give the States that stand at an item."""
    mark = s.phrase.marks[i] if i < len(s.words) else None
    states = s.memory.states_of(mark) if mark is not None and mark.letter in "AB" else ()
    return Doer(states, i) if states else None
