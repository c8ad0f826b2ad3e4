"""Standings and entries into force: "A0 is a party to T1", "T0 entered into force for B1"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.phrases.pattern import load_forms, says
from kg.extract.phrases.phrase import Mark
from kg.extract.treaties.act import Head, Mood, find_stretch, read_mood
from kg.extract.treaties.doer import find_doer, find_several, last_state
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.owner import find_owner
from kg.extract.treaties.statusgap import find_fellows, read_bracketed
from kg.extract.treaties.statusmind import CONSENTS, Sentence, Told
from kg.extract.treaties.statusparty import own_party, parties_of
from kg.extract.treaties.statustell import date_of, entry_of, is_near, list_from, since_when, tell, treaties_of
from kg.extract.words.numeral import SEVERAL
from kg.extract.words.wordclass import load_words


def read_force(s: Sentence, head: Head) -> list[Told] | None:
    """Read "T0 entered into force for B1", "A0 has been bound by T1 since D2", "it binds us from D0"."""
    text = s.words[head.first : head.last]
    chunk = s.words[find_stretch(s.words, 0, head.first)[0] : head.first]
    mood = read_mood(chunk, "")
    if s.told and s.told[-1].name == "Withdrawal" and text[-1] in {"effect", "effective"}:
        return None
    if says("awaiting", _clause_before(s, head)) and not date_of(s, head):
        return None
    if text[-1] in {"effect", "effective"} and not load_words("leaving-nouns").isdisjoint(chunk):
        return None  # "the withdrawal takes effect for B1 on D2"
    if "be" in chunk and not says("planning", chunk):
        return None  # "demanded that it be put into force"
    supposed = s.words[head.first - 1] == "would" and s.words[head.first] in load_forms("bringing")
    if (
        supposed
        or s.words[head.first - 2 : head.first] in (["which", "would"], ["that", "would"])
        or _is_of_law(s, head)
    ):
        return None
    doer = (
        _force_by(s, head)
        or _force_for(s, head)
        or _force_of(s, head)
        or _force_implied(s, head, chunk)
        or (entry_of(s, head) if text[-1] == "force" else None)
    )
    if doer is None and "bound" in text:
        return _read_bound(s, head, mood)
    listed = _force_list(s, head) if doer is None and mood == "done" else ()
    if listed:
        present = bool({"is", "are", "remains", "remain"} & set(chunk)) and not date_of(s, head)
        return tell(s, head, "StateParty" if present else "EntryIntoForce", Doer(listed, head.first), mood)
    if doer is None:
        return None if text == ["entry", "into", "force"] else _bilateral(s, head, mood)
    if text == ["binding"] and {"is", "are", "remains"} & set(chunk[-3:]) and not date_of(s, head):
        return tell(s, head, "NotParty" if mood == "denied" else "StateParty", doer, "done", dated=False)
    return None if mood in {"denied", "open", "refused"} else tell(s, head, "EntryIntoForce", doer, mood)


def _is_of_law(s: Sentence, head: Head) -> bool:
    """Tell whether what is in force is a law and no treaty: "legislation is in force in B0 only"."""
    at = head.first - 1
    while at > 0 and s.words[at] in load_words("auxiliary") | load_words("adverb"):
        at -= 1
    return s.words[at] in load_words("bills") and not any(map(_is_treaty, s.phrase.marks[: head.first]))


def _clause_before(s: Sentence, head: Head) -> Sequence[str]:
    """Give the words before a head, back to a comma or the like."""
    start = head.first
    while start and s.words[start - 1] not in {",", ";", ":", "."}:
        start -= 1
    return s.words[start : head.first]


def _read_bound(s: Sentence, head: Head, mood: Mood) -> list[Told] | None:
    """Read "is bound by T1", a standing, and "became bound on D1", an entry into force."""
    doer = find_doer(s.phrase, head.first, s.memory)
    since = bool({"since", "from"} & set(s.words[head.first : head.last + 6])) and bool(date_of(s, head))
    if doer is None:
        return tell(s, head, "StateParty", None, mood, dated=False)
    if s.words[head.first] == "bound" and mood in {"done", "denied"}:
        if mood == "denied" or doer.negated or s.words[head.last : head.last + 1] == ["neither"]:
            return tell(s, head, "NotParty", doer, "done", dated=False)
        claim = tell(s, head, "StateParty", doer, "done", date=date_of(s, head), dated=since)
        begun = tell(s, head, "EntryIntoForce", doer, "done") if since else None
        return [*(claim or []), *(begun or [])]
    return None if mood in {"denied", "open", "refused"} else tell(s, head, "EntryIntoForce", doer, mood)


def _force_by(s: Sentence, head: Head) -> Doer | None:
    """Find the State that brings a treaty into force for itself: "A0 brought T1 into effect"."""
    if s.words[head.first] not in load_forms("bringing"):
        return None
    doer = find_doer(s.phrase, head.first, s.memory)
    return doer if doer is not None and doer.states and not doer.legislative else None


def _force_list(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the States of a list behind a colon: "T0 is in force in the following countries : A1 , A2"."""
    colon = next((i for i in range(head.last, min(head.last + 12, len(s.words))) if s.words[i] == ":"), None)
    if colon is None or any(mark is not None and mark.letter in "AB" for mark in s.phrase.marks[head.last : colon]):
        return ()
    return list_from(s, colon + 1)


def _force_of(s: Sentence, head: Head) -> Doer | None:
    """Find whose agreement "A1 's has been in force since D2" means."""
    at = head.first - 1
    while at > 1 and (s.words[at] in load_words("auxiliary") or s.words[at] in load_words("adverb")):
        at -= 1
    mark = s.phrase.marks[at - 1] if at > 0 and s.words[at] == "'s" else None
    return Doer(s.memory.states_of(mark), at - 1) if mark is not None and s.memory.is_state(mark) else None


def _force_implied(s: Sentence, head: Head, chunk: Sequence[str]) -> Doer | None:
    """Tell for whom a treaty comes into force where the words do not say: for the State whose deposit was told."""
    if "obligations" in chunk and len(s.memory.topic) == 1:
        return Doer(s.memory.topic, -1)
    last = s.told[-1] if s.told else None
    deed = last or (s.finder.deed if s.finder.number - s.finder.deed_at == 1 else None)
    behind = s.phrase.spans[head.last] if head.last < len(s.words) else None
    if deed is not None and behind is not None and s.finder.text[behind.begin : behind.end] == "there":
        return Doer(deed.doer.states, -1) if len(deed.doer.states) == 1 else None
    if deed is not None and deed.head.form == "instrument" and deed.mood == "done" and len(deed.doer.states) > 1:
        subject = set(treaties_of(s, head)) <= set(deed.treaties) and not says("how-many", chunk)
        return Doer(deed.doer.states, -1) if subject and s.words[head.last : head.last + 1] != ["for"] else None
    if last is None or last.name not in CONSENTS or last.mood != "done" or len(last.doer.states) != 1:
        return None
    if says("ranked", chunk) or says("counting", s.words[max(0, last.head.first - 3) : last.head.first]):
        return None  # "with this sixth instrument T0 took effect", "the sixth ratification having been deposited"
    at = head.first - 1
    while at > 0 and s.words[at] in load_words("auxiliary"):
        at -= 1
    subject = s.words[at] == "it" or _is_treaty(s.phrase.marks[at]) or (s.words[at] == "," and s.words[at + 1] == "in")
    return last.doer if subject and date_of(s, head) else None


def _force_for(s: Sentence, head: Head) -> Doer | None:
    """Find for whom a treaty comes into force: "for B0", "for it", "bind it", also before the verb."""
    stop = s.after.first if s.after else len(s.words)
    ties = (
        s.words[head.last - 1] == "bound"
        and head.last - head.first > 1
        and s.words[head.first] not in load_words("becoming")
    )
    binds = s.words[head.first].startswith("bind") or s.words[head.last - 1] == "binding" or ties
    places = [i for i in range(head.last, min(head.last + 8, stop)) if s.words[i] in {"for", "on", "in"}]
    places += [i for i in range(max(0, head.first - 12), head.first) if s.words[i] == "for"]
    places += [0] if s.words[0] == "for" and head.first > 12 else []
    places += [i + 1 for i in range(head.last, len(s.words) - 1) if s.words[i : i + 2] == ["only", "for"]]
    places += [i for i in range(head.last, min(head.last + 2, stop)) if binds and s.words[i] in {"on", "upon"}]
    places += [head.last - 1] if binds or s.words[head.last - 1] in {"to", "in"} else []
    places += [i for i in range(head.last, min(head.last + 8, stop)) if s.words[i] == "between"]
    for i in places:
        if i + 1 >= len(s.words):
            continue
        several = find_several(s.phrase, i + 1, s.memory) if s.words[i] in {"for", "between"} or binds else None
        spoken = {state for states in s.memory.recent[-2:] for state in states}
        if several is not None and several.states and (several.at < head.first or spoken >= set(several.states)):
            return several
        mark, word = s.phrase.marks[i + 1], s.words[i + 1]
        inside = (
            s.words[i] in {"in", "to"}
            and (i == head.last - 1 or s.words[head.last - 1] == "force")
            and i >= head.last - 1
        )
        if mark is not None and mark.letter in "ABL" and (s.words[i] in {"for", "between"} or binds or inside):
            states = s.memory.states_of(mark)
            land = mark.letter == "L" and (not inside or "/country/" in mark.places[0])
            if states and (land or s.memory.is_state(mark)):
                return Doer(tuple(dict.fromkeys([*states, *_also_for(s, i + 2)])), i + 1)
        elif s.words[i] != "in" and mark is None and (s.words[i] == "for" or binds):
            if word == "us" or " ".join(s.words[i + 1 : i + 3]) in {"our country", "this country"}:
                return Doer(s.memory.ourselves(), i + 1) if s.memory.ourselves() else None
            if word in {"it", "them", "her"} or _is_that_country(s, i + 1):
                states = last_state(s.phrase, i, s.memory) or s.memory.topic
                return Doer(states, i + 1) if states else None
            if word in {"which", "whom"} and i > 1:
                back = s.phrase.marks[i - 2] if s.words[i - 1] == "," else s.phrase.marks[i - 1]
                states = s.memory.states_of(back) if back is not None and back.letter in "AB" else ()
                return Doer(states, i + 1) if states else None
    return None


def _is_that_country(s: Sentence, i: int) -> bool:
    """Tell whether what stands at item i means the State spoken of: "the country", "the then Federal Republic"."""
    behind = s.words[i + 1 : i + 3]
    known = behind[:1] == ["then"] or any(word in load_words("lands") for word in behind)
    return s.words[i] in {"the", "that"} and known


def _also_for(s: Sentence, i: int) -> tuple[str, ...]:
    """Give the States of "and for B3" behind "for B2"."""
    joined = i + 2 < len(s.words) and s.words[i + 1] == "for" and s.words[i] in {"and", "as"}
    mark = s.phrase.marks[i + 2] if joined else None
    return s.memory.states_of(mark) if mark is not None and mark.letter in "AB" and s.memory.is_state(mark) else ()


def _bilateral(s: Sentence, head: Head, mood: Mood) -> list[Told] | None:
    """Read "it has been in force since D0": of a treaty between two States it is told of both."""
    own = own_party(s, treaties_of(s, head))
    it = bool(own) and s.words[head.first - 1 : head.first] == ["it"]
    taken = (
        s.words[head.first] in {"take", "took", "takes"}
        and not it
        and not (head.first and _is_treaty(_subject(s, head)))
    )
    if mood in {"denied", "open", "refused"} or taken:
        return None
    both = parties_of(s, head) or own
    awaited = mood == "planned" or s.words[head.first] in {"takes", "enters", "comes", "goes", "becomes"}
    if not both or (awaited and not date_of(s, head)):
        return None
    return tell(s, head, "EntryIntoForce", Doer(both, -1), mood)


def _subject(s: Sentence, head: Head) -> Mark | None:
    """Give what stands before a verb and its auxiliaries."""
    at = head.first - 1
    while at > 0 and (s.words[at] in load_words("auxiliary") or s.words[at] in load_words("adverb")):
        at -= 1
    return s.phrase.marks[at]


def read_standing(s: Sentence, head: Head) -> list[Told] | None:
    """Read "A0 is a party to T1", "A0 , a signatory , ...", "the parties are A0 and A1"."""
    status = head.row.fields["status"]
    words = s.words
    text = " ".join(words[head.first : head.last])
    if not _is_standing(s, head, text) or _is_lesser(s, head) or (status == "NotParty" and _is_over(s, head)):
        return None
    if status == "Signatory" and words[head.last : head.last + 1] == ["of"] and (day := _day_at(s, head.last + 1)):
        doer = find_doer(s.phrase, head.first, s.memory)
        return tell(s, head, "Signature", doer, "done", date=day) if doer is not None else None
    if words[max(0, head.first - 3) : head.first] in (["status", "as", "a"], ["standing", "as", "a"]):
        return tell(s, head, status, find_owner(s.phrase, head.first - 3, head.last, s.memory), "done", dated=False)
    ahead = _doer_ahead(s, head) if status in {"StateParty", "Signatory"} else None
    if ahead is not None:
        return tell(s, head, status, ahead, "done", date=since_when(s, head))
    apart = _titled(s, head)
    if apart is not None:
        return tell(s, head, status, apart, "done", dated=False)
    doer = _beside(s, head) or find_doer(s.phrase, head.first, s.memory)
    told = _read_of_doer(s, head, doer, text) if doer is not None and doer.at >= 0 else None
    if told:
        return read_bracketed(s, head, told[0].name, doer) or told if doer is not None else told
    if told is not None:
        return None
    keyed = entry_of(s, head) if doer is None else None
    if keyed is not None:
        denied = says("denying", words[: head.first])
        return tell(s, head, "NotParty" if denied else status, keyed, "done", date=date_of(s, head))
    copula = says("being", words[max(0, head.first - 4) : head.first])
    if status == "StateParty" and says("denying", words[find_stretch(words, 0, head.first)[0] : head.first]):
        status = "NotParty"
    return _standing_list(s, head, status) or (tell(s, head, status, None, "done", dated=False) if copula else None)


def _is_over(s: Sentence, head: Head) -> bool:
    """Tell whether a standing came to its end: "stayed outside until D1"."""
    near = range(head.last - 1, min(head.last + 3, len(s.words) - 1))
    return any(s.words[i] == "until" and _day_at(s, i + 1) for i in near)


def _day_at(s: Sentence, i: int) -> str | None:
    mark = s.phrase.marks[i] if i < len(s.words) else None
    return mark.date.first if mark is not None and mark.date is not None else None


def _beside(s: Sentence, head: Head) -> Doer | None:
    """Find whom a standing right behind a name is told of, whatever governs the name: "joined by B0 , all parties"."""
    at = next((i for i in range(head.first - 2, max(-1, head.first - 6), -1) if s.phrase.marks[i] is not None), -1)
    mark = s.phrase.marks[at] if at >= 0 else None
    between = s.words[at + 1 : head.first]
    if mark is None or mark.letter != "B" or between[0] not in {",", "(", "-", "–", "—"}:
        return None
    states = s.memory.states_of(mark)
    plural = s.words[head.last - 1].endswith("s") and len(between) == 1
    several = plural or between == ["("] or not {"all", "both", "each"}.isdisjoint(between)
    fits = set(between[1:]) <= load_words("beside-links") and several == (len(states) > 1 or between == ["("])
    return Doer(states, at) if states and fits else None


def _titled(s: Sentence, head: Head) -> Doer | None:
    """Find whom a standing right before a name is told of: "with the signatory A1"."""
    mark = s.phrase.marks[head.last] if head.last < len(s.words) else None
    single = s.words[head.last - 1] in {"signatory", "party", "non-party", "non-signatory"}
    if mark is None or mark.letter not in "AB" or not s.memory.is_state(mark) or not single:
        return None
    states = s.memory.states_of(mark)
    return Doer(states, head.last) if len(states) == 1 and s.words[head.first - 1] in {"the", "fellow"} else None


def _is_lesser(s: Sentence, head: Head) -> bool:
    """Tell whether a standing is cut down behind it: "belong to T1 only as signatories"."""
    stop = s.after.last if s.after is not None and s.after.form == "standing" else len(s.words)
    behind = " ".join(s.words[head.last : min(stop, head.last + 9)])
    return any(f"{cut} as " in f"{behind} " for cut in ("only", "merely", "just"))


def _doer_ahead(s: Sentence, head: Head) -> Doer | None:
    """Find the subject behind a standing that opens the sentence: "as a party to T0 , A1 must ..."."""
    opening = s.words[: head.first]
    if opening not in (["as", "a"], ["as"], ["being", "a"], ["like", "all"], ["both"], ["already", "a"], ["a"]):
        return None
    comma = next((i for i in range(head.last, min(head.last + 14, len(s.words))) if s.words[i] == ","), None)
    if comma is None:
        return None
    at = comma + 1 + (s.words[comma + 1 : comma + 2] in (["the"], ["both"]))
    mark = s.phrase.marks[at] if at < len(s.words) else None
    if mark is not None and mark.letter == "A" and s.memory.is_state(mark):
        return Doer(s.memory.states_of(mark), at)
    ours = at < len(s.words) and s.words[at] in load_words("our-state") and s.memory.issuer
    return Doer((s.memory.issuer,), at) if ours and s.memory.issuer else None


def _read_of_doer(s: Sentence, head: Head, doer: Doer, text: str) -> list[Told] | None:
    """Read a standing of the States before it; empty where it tells nothing, None where it is not told of them."""
    status, words = head.row.fields["status"], s.words
    between = words[doer.at + 1 : head.first] if doer.at < head.first else []
    start, joined = find_stretch(words, min(doer.at + 1, head.first), head.first)
    chunk = words[start : head.first]
    mood = read_mood([w for w in chunk if w not in {"first", "only", "as"}], "")
    apposed = _is_apposed(s, head, doer, between)
    copula = says("being", chunk) or status == "Withdrawn" or words[head.first] in load_words("standing-verbs")
    cell = set(between) <= {"not", "yet", "a", "|", ":"} and words[-1] != "."
    keyed = words[1:2] == [":"] and _is_treaty(s.phrase.marks[0])
    dotted = len(between) > 2 and set(between) == {"."}  # "A0 . . . . not a party"
    cell = cell or dotted or (keyed and not between)
    row = dotted or (not between and head.last == len(words))
    bare = cell and (row or keyed or status != "NotParty" or text.startswith("non-"))
    listed = words[max(0, head.first - 3) : head.first] == ["the", "list", "of"]
    if words[head.first - 1] == "of" and not listed and "each" not in chunk and "one" not in chunk:
        copula = False
    if joined and s.told and s.before is s.told[-1].head:
        copula, mood = True, s.told[-1].mood
    elif _goes_on(s, start, chunk):
        copula, mood = True, "done"
    if "neither" in words[head.last - 1 : head.last + 1 + (words[head.last : head.last + 1] in (["to"], ["by"]))]:
        mood = "denied"
    if not (copula or apposed or bare) or mood not in {"done", "denied"}:
        return None
    denied = mood == "denied" or doer.negated or (apposed and says("denying", between))
    lone = text in {"missing", "absent"} and not says("alone", words[max(0, doer.at - 2) : head.first])
    if lone or (denied and status in {"NotParty", "Withdrawn"}):
        return []
    fellows = () if doer.negated else find_fellows(s, head)
    doer = replace(doer, states=tuple(dict.fromkeys([*doer.states, *fellows])))
    return tell(s, head, "NotParty" if denied else status, doer, "done", date=since_when(s, head)) or []


def _is_apposed(s: Sentence, head: Head, doer: Doer, between: Sequence[str]) -> bool:
    """Tell whether a standing stands beside its States: "A0 , a signatory", "two of them parties"."""
    words = s.words
    tight = len(between) <= 5 and not any(m is not None for m in s.phrase.marks[doer.at + 1 : head.first])
    opened = bool(between) and between[0] in {",", "(", "–", "-", "—"}
    if opened and tight and not set(between) & {"and", "but"}:
        return True
    if opened and _closes(s, head) and not any(m is not None for m in s.phrase.marks[doer.at + 1 : head.first]):
        return load_words("auxiliary").isdisjoint(between) and between.count(",") == 1
    near = words[max(0, head.first - 4) : head.first]
    if near[-1:] in (["all"], ["both"], ["each"]) and near[-2:-1] in ([","], ["-"], ["–"], ["—"], ["("]):
        return True  # "A0 , all parties to T1 , spoke"
    return near[-3:-1] == ["of", "them"] or "of them" in " ".join(near)


def _closes(s: Sentence, head: Head) -> bool:
    """Tell whether a comma closes what stands beside a name right behind a standing: "a member of T1 , hosts"."""
    i = head.last
    while i < len(s.words) and (s.words[i] in {"to", "of", "the", "this", "that"} or _is_treaty(s.phrase.marks[i])):
        i += 1
    return s.words[i : i + 1] in ([","], ["."], [")"])


def _goes_on(s: Sentence, start: int, chunk: Sequence[str]) -> bool:
    """Tell whether a standing goes on with the one before: "is a signatory to T1 and a state party to T2"."""
    if not s.told or not s.told[-1].is_claim or s.before is not s.told[-1].head or s.told[-1].name == "NotParty":
        return False
    return bool(chunk) and set(chunk) <= {"a", "an", "the", "also"} and s.words[start - 1] == "and"


def _is_of_another(s: Sentence, head: Head) -> bool:
    """Tell whether what somebody is no party of is no treaty: "not a party to the talks", "not a member of B1"."""
    if s.words[head.last : head.last + 1] not in (["to"], ["of"]):
        return False
    at = head.last + 1 + (s.words[head.last + 1 : head.last + 2] == ["the"])
    mark = s.phrase.marks[at] if at < len(s.words) else None
    if mark is None or mark.letter == "T":
        return mark is not None and not mark.treaties
    return mark.letter in "AB" or s.finder.text[mark.begin : mark.end].islower()


def _is_only_ranked(s: Sentence, head: Head, text: str) -> bool:
    """Tell whether words say who came early: "not among the original signatories", "the first party ever to leave"."""
    if text.startswith("only") and s.words[head.first - 1 : head.first] == ["not"]:
        return True  # "has not only signed"
    before = s.words[max(0, head.first - 5) : head.first]
    early = "signator" in text and says("first-signers", [*before[-3:], *s.words[head.first : head.last]])
    return (early and says("denying", before)) or s.words[head.last : head.last + 2] == ["ever", "to"]


def _is_standing(s: Sentence, head: Head, text: str) -> bool:
    """Tell whether the words mean a standing: "parties to the conflict" and "members of parliament" do not."""
    if (text.startswith("not ") and _is_of_another(s, head)) or _is_only_ranked(s, head, text):
        return False
    if text[-1] in ":–-":
        return s.finder.number - s.finder.outside_at <= 2 and is_near(s)
    if text.startswith(("outside", "missing", "absent")):
        if text.startswith("outside"):
            word = s.words[head.last] if head.last < len(s.words) else "."
            mark = s.phrase.marks[head.last] if head.last < len(s.words) else None
            fits = (
                word in {".", ",", ";", ")", "it", "and", ":", "them", "the", "as"}
                if mark is None
                else mark.letter in "TA"
            )
            return fits and (bool(s.finder.treaty) or bool(s.phrase.marks_in("T"))) and is_near(s)
        return bool(s.finder.treaty) and is_near(s)
    if text in load_words("shy-standing"):
        behind = s.words[head.last : head.last + 4]
        if text.endswith(" to") or behind[:1] in (["to"], ["of"], ["under"]):
            near = s.phrase.marks[head.last : head.last + 4]
            if says("of-standing", behind):
                return bool(s.finder.treaty) or bool(s.phrase.marks_in("T"))
            return any(map(_is_treaty, near)) or _is_pronoun(behind[int(not text.endswith(" to")) :])
        if text.startswith("member"):
            spoken = any(s.finder.spoken[-1:]) or bool(s.phrase.marks_in("T"))
            return spoken and behind[:1] == ["since"] and s.words[head.first - 1] == "a"
        known = (
            bool(s.phrase.marks_in("T"))
            or (s.finder.number - s.finder.last_at <= 3)
            or bool(s.finder.treaty and is_near(s))
        )
        return known and behind[:1] != ["'s"] and s.words[head.first - 1] not in load_words("other-parties")
    if text.startswith(("is ", "are ")) and not text.endswith("bound"):
        return s.words[head.last : head.last + 1] in ([","], ["."], [";"], [":"]) and (
            s.finder.treaty != () or bool(s.phrase.marks_in("T"))
        )
    return bool(s.finder.treaty) or bool(s.phrase.marks_in("T")) or (bool(s.finder.sole) and text != "signed only")


def _is_pronoun(behind: Sequence[str]) -> bool:
    """Tell whether words open with a pronoun that means a treaty: "to it", "to both ,", not "to this region"."""
    if behind[:1] and behind[0] in {"this", "that"} and behind[1:2] and behind[1].isalpha():
        return behind[1] in load_words("treaty-nouns") | load_words("act-followers")
    return not load_words("treaty-pronouns").isdisjoint(behind[:1])


def _standing_list(s: Sentence, head: Head, status: str) -> list[Told] | None:
    """Read "four states parties : A0 and A1", "the signatories are A0", "states outside it include A0"."""
    i = _pass_details(s, head.last)
    opener = s.words[i] if i < len(s.words) else ""
    named = opener == "," and i + 1 < len(s.words) and s.phrase.marks[i + 1] is not None
    lead = _end_of_lead(s, head)
    if s.words[head.last - 1] in {":", "–", "-"}:
        states = list_from(s, head.last)
    elif lead is not None:
        states = list_from(s, lead)
    elif named and (s.words[head.first - 1] in load_words("list-leads") or s.words[head.first - 1] in SEVERAL):
        states = list_from(s, i + 1)
    elif opener[:1] in {"A", "B"} and i == head.last and says("strong-standing", s.words[head.first : head.last]):
        states = list_from(s, i)
    elif ":" in s.words[i : i + 7] and says("attending", s.words[i : i + 7]):
        states = list_from(s, s.words.index(":", i) + 1)
    elif s.words[i : i + 3] == [",", "among", "them"] or says("attending", s.words[i : i + 1]):
        among = next((k for k in range(i, min(i + 8, len(s.words))) if s.words[k : k + 2] == ["among", "them"]), None)
        states = list_from(s, among + 2) if among is not None else ()
    elif " ".join(s.words[i : i + 2]) in load_words("list-leads-in"):
        states = list_from(s, i + 2)
    elif opener in load_words("list-openers"):
        states = list_from(s, i + 1)
    else:
        states = ()
    states = states or _picked_out(s, head)
    start, _ = find_stretch(s.words, 0, head.first)
    denied = says("denying", s.words[start : head.first])
    if not states or (denied and head.row.name == "outside"):
        return None
    told = tell(s, head, "NotParty" if denied else status, Doer(states, head.first), "done")
    days = _days_of(s, head, states)
    return [replace(one, dates=days) for one in told] if told and any(days) else told


def _end_of_lead(s: Sentence, head: Head) -> int | None:
    """Give where the list begins behind a lead that names no State: "states parties to T0 among those present : A1"."""
    lead = next((i for i in range(head.last, min(head.last + 14, len(s.words))) if s.words[i] == ":"), None)
    if lead is None or head.first > 2 or (s.after is not None and s.after.first < lead):
        return None
    named = any(mark is not None and mark.letter in "AB" for mark in s.phrase.marks[:lead])
    told = any(word in load_words("auxiliary") for word in s.words[head.last : lead])
    return None if named or told or not says("strong-standing", s.words[head.first : head.last]) else lead + 1


def _days_of(s: Sentence, head: Head, states: Sequence[str]) -> tuple[str | None, ...]:
    """Give the days in brackets behind the States of a list: "A0 ( D1 ) , A2 ( D3 )"."""
    days: dict[str, str] = {}
    for i in range(head.last, len(s.words) - 3):
        mark, day = s.phrase.marks[i], s.phrase.marks[i + 2]
        bracketed = s.words[i + 1] == "(" and s.words[i + 3] == ")"
        if mark is not None and bracketed and day is not None and day.date is not None and s.memory.states_of(mark):
            days[s.memory.states_of(mark)[-1]] = day.date.first
    return tuple(days.get(state) for state in states)


def _pass_details(s: Sentence, i: int) -> int:
    """Go over what tells of a standing and names no State: "to T0 ( as of D1 )", "that have ratified or acceded"."""
    words, marks = s.words, s.phrase.marks
    verbs = load_forms("joining")
    stop = min(i + 24, len(words))
    while i < stop:
        told = words[i] in {"that", "which", "who"} and verbs & set(words[i : i + 4])
        if told or (words[i] == "by" and words[i + 1 : i + 2] and words[i + 1] in load_words("consents")):
            ways = verbs | load_words("consents") | load_words("joined-ways")
            i += 1
            while i < stop and (words[i] in ways or _is_treaty(marks[i])):
                i += 1
            continue
        naming = _find_naming(s, i)
        if naming > i:
            i = naming
            continue
        close = next((k for k in range(i + 1, min(i + 9, len(words))) if words[k] == ")"), i) if words[i] == "(" else i
        if close > i and not any(mark is not None and mark.letter in "AB" for mark in marks[i:close]):
            i = close + 1
        elif _is_treaty(marks[i]) or words[i] in load_words("list-fillers") or words[i] in load_words("adverb"):
            i += 1
        else:
            break
    return i


def _find_naming(s: Sentence, i: int) -> int:
    """Give the "were" of "that attended as observers were A0", which begins at item i; else i."""
    words, marks = s.words, s.phrase.marks
    if words[i] not in {"that", "which", "who", "in", "present", "attending"}:
        return i
    for k in range(i + 1, min(i + 8, len(words) - 1)):
        if words[k] in {"are", "were", "include", "included"} and marks[k + 1] is not None:
            return k
        mark = marks[k]
        if (mark is not None and mark.letter in "AB") or words[k] in {",", ".", ";", "and", "not"}:
            break
    return i


def _picked_out(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the States of "the states parties to T0 gave news , with A1 all reporting progress".

    So are those of "thirty States stayed out of T0 , A1 among them" picked out.
    """
    for i in range(head.last, min(head.last + _NEAR_LIST, len(s.words) - 2)):
        if s.words[i + 1] in {"among", "amongst"} and s.words[i + 2] == "them":
            return list_from(s, i) if s.words[i - 1] in {",", "–", "—", "-"} else ()
    if not says("strong-standing", s.words[head.first : head.last]):
        return ()
    for i in range(head.last, len(s.words) - 3):
        if s.words[i : i + 2] == [",", "with"] and s.words[i + 3] in {"all", "both", "each"}:
            return list_from(s, i + 2)
    return ()


_NEAR_LIST = 8
"""Items behind a standing among which those who have it are picked out."""


def _is_treaty(mark: Mark | None) -> bool:
    return mark is not None and mark.letter == "T"
