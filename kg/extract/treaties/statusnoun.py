"""Treaty acts told by a noun: "its ratification", "the accession of", "ratification followed"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.phrases.pattern import load_forms, says
from kg.extract.treaties.act import Head, Mood, read_mood
from kg.extract.treaties.doer import find_doer
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.owner import find_owner
from kg.extract.treaties.statusdeed import read_list_behind
from kg.extract.treaties.statusmind import CONSENTS, Sentence, Told
from kg.extract.treaties.statusparty import parties_of
from kg.extract.treaties.statustell import date_of, entry_of, tell, treaties_of
from kg.extract.words.wordclass import load_words

_STOPS = frozenset({";", ":", ",", "that", "which", "and", "but", "following", "after", "since"})
"""Words behind which those that decide the mood of a noun begin: "was invited following A0 's accession"."""


_QUOTES = frozenset('"“”„«»')


def read_noun(s: Sentence, head: Head) -> list[Told] | None:
    """Read "A0 's accession", "the ratification by B0", "its withdrawal took effect on D1"."""
    name = head.row.fields["action"]
    if s.words[head.first - 1 : head.first] == ["for"] and says(
        "opening", s.words[max(0, head.first - 4) : head.first]
    ):
        s.finder.opened |= {treaty: day for treaty in treaties_of(s, head) if (day := date_of(s, head))}
        return None
    if "since" in s.words[head.first : head.last]:
        doer = find_doer(s.phrase, head.first, s.memory)
        return tell(s, head, name, doer, "done") if doer is not None else None
    if s.words[head.last : head.last + 1] == ["to"] and _is_of_other_papers(s, head):
        return None
    start = head.first
    while start and s.words[start - 1] not in _STOPS:
        start -= 1
    chunk = s.words[start : head.first]
    behind = s.words[head.last : head.last + 8]
    told_of = _behind_aside(s, head)
    mood = _read_mood(s, head, chunk, told_of)
    owner = find_owner(s.phrase, head.first, head.last, s.memory) or _named_behind(s, head)
    lacking = (says("lacking", told_of[:5]) or says("awaiting-act", told_of[:5])) and not says("denying", told_of[:5])
    keyed = _goes_on(s, head) or entry_of(s, head) if owner is None and not lacking and date_of(s, head) else None
    if keyed is not None:
        return tell(s, head, name, keyed, mood)
    if owner is None:
        return _read_noun_alone(s, head, name, mood, chunk)
    awaited = says("awaiting-act", chunk[-3:]) and not says("denying", chunk)
    if lacking or (awaited and owner.at >= head.last):
        return tell(s, head, name, owner, "denied", dated=False)
    if mood == "denied" or (name == "Withdrawal" and _is_of_troops(s, owner)):
        return None
    effect = says("effect", behind)
    behind_another = s.words[start - 1 : start] == ["following"]
    row = bool(s.told) and s.before is s.told[-1].head and s.before.form == "noun" and s.told[-1].mood == "done"
    bears = head.last - head.first > 1 and name == "Signature"
    told = (
        bears
        or s.heading
        or effect
        or row
        or says("lodged", behind)
        or not load_forms("depositing").isdisjoint(chunk)
        or says("welcoming", chunk)
        or behind_another
        or bool(date_of(s, head))
    )
    if mood == "done" and not told:
        return None
    own_day = not behind_another or any(m is not None and m.letter == "D" for m in s.phrase.marks[head.last :])
    return tell(s, head, name, owner, mood, dated=own_day and (mood in {"done", "refused"} or effect))


def read_newcomers(s: Sentence, head: Head) -> list[Told] | None:
    """Read "T0 gained two new parties : A1 and A2"; those with a day in brackets each are read elsewhere."""
    name = head.row.fields["action"]
    own = s.words[head.first - 1] == "it" or any(m is not None and m.letter == "T" for m in s.phrase.marks)
    stands = s.words[head.first] in load_forms("have") and "more" in s.words[head.first : head.last]
    told = read_list_behind(s, head, name, "done") if own and "(" not in s.words[head.last :] else None
    there = stands and not any(m is not None and m.letter == "T" for m in s.phrase.marks[: head.first])
    return [replace(one, name="StateParty", dates=(None,)) for one in told] if told and there else told


def _goes_on(s: Sentence, head: Head) -> Doer | None:
    """Give whose the noun before was: "signature on D1 , ratification on D2", "its signature and ratification"."""
    last = s.told[-1] if s.told else None
    if last is None or s.before is not last.head or s.before.form != "noun" or last.mood != "done":
        return None
    if s.words[s.before.last : head.first] == ["and"]:
        return last.doer
    at = head.first - 1
    while at > s.before.last and (
        s.words[at] in {",", ";", "and", "the", "then"} or s.words[at] in load_words("adverb")
    ):
        at -= 1
    day = s.phrase.marks[at]
    return last.doer if day is not None and day.letter == "D" and at < head.first - 1 else None


def _behind_aside(s: Sentence, head: Head) -> Sequence[str]:
    """Give the words behind a noun, without an aside: "its accession to T1 , which parliament approved , is due"."""
    opens = next((i for i in range(head.last, min(head.last + 5, len(s.words) - 1)) if s.words[i] == ","), None)
    if opens is None or s.words[opens + 1] not in load_words("aside-openers"):
        return s.words[head.last : head.last + 8]
    close = next((i for i in range(opens + 2, len(s.words)) if s.words[i] in {",", ";"}), None)
    return s.words[close + 1 : close + 9] if close is not None else s.words[head.last : opens]


def _named_behind(s: Sentence, head: Head) -> Doer | None:
    """Give the State of "the newest ratification is A0 's , on D1"."""
    be = s.words[head.last : head.last + 1]
    mark = s.phrase.marks[head.last + 1] if s.words[head.last + 2 : head.last + 3] == ["'s"] else None
    fits = mark is not None and mark.letter in "AB" and s.memory.is_state(mark)
    return Doer(s.memory.states_of(mark), head.last + 1) if fits and mark and be in (["is"], ["was"]) else None


def _is_of_troops(s: Sentence, owner: Doer) -> bool:
    """Tell whether what withdraws are those of a State and not itself: "the withdrawal of Omani soldiers"."""
    mark = s.phrase.marks[owner.at] if owner.at >= 0 else None
    name = s.finder.text[mark.begin : mark.end].lower().split() if mark is not None else []
    return says("troops", [*name, *s.words[owner.at + 1 : owner.at + 3]])


def _is_of_other_papers(s: Sentence, head: Head) -> bool:
    """Tell whether what is joined are papers that nothing names: "accession to two conventions of the Union"."""
    word = s.words[head.last + 1] if head.last + 1 < len(s.words) else ""
    return word in load_words("indefinite") and not any(
        m is not None and m.letter == "T" for m in s.phrase.marks[head.last : head.last + 6]
    )


def _read_mood(s: Sentence, head: Head, chunk: Sequence[str], behind: Sequence[str]) -> Mood:
    """Tell the mood of a noun from the words before it and behind it: "its accession is expected"."""
    awaited = max((i for i, word in enumerate(chunk) if says("awaiting", [word])), default=None)
    if awaited is not None and says("counting", chunk[awaited:][-3:]):
        return "open"  # "it will enter into force once the third ratification has been deposited"
    chunk = [word for word in chunk if word not in _QUOTES]
    mood = read_mood(chunk, "")
    if says("enabling", chunk[-2:]) and says("bills", s.words[: head.first]) and not says("denying", chunk):
        return "planned"
    start = next((i for i in range(head.first - 1, 0, -1) if s.words[i] in _STOPS), 0)
    if s.words[start] == "that" and says("wishing", s.words[max(0, start - 2) : start + 1]):
        return "open"  # "it is hoped that A0 's accession will come"
    would = next((i for i, word in enumerate(behind) if word == "would"), None)
    if mood == "done" and would is not None and not says("forthcoming", behind[would : would + 5]):
        return "open"  # "ratification by B0 would bring it into force"
    if says("still-needed", _up_to_comma(behind)):
        return "open"  # "whose ratification is still required"
    expected = says("foreseen", _up_to_comma(behind)) or says("intending", behind[:2])
    if mood == "done" and not load_words("ratifying-steps").isdisjoint(behind[:1]) and not says("completing", chunk):
        return "open"  # "its ratification procedure"
    return "planned" if mood == "done" and (expected or set(behind[:1]) & {"law", "bill", "act"}) else mood


def _up_to_comma(words: Sequence[str]) -> Sequence[str]:
    """Give the words up to a comma, of those behind "is" if there is one: "by B0 is expected"."""
    words = words[: next((i for i, word in enumerate(words) if word in {",", ";", "and", "that"}), len(words))]
    verb = next((i for i, word in enumerate(words) if word in {"is", "are", "was", "were", "will", "would"}), 0)
    return words[verb : verb + 3]


def _read_noun_alone(s: Sentence, head: Head, name: str, mood: Mood, chunk: Sequence[str]) -> list[Told] | None:
    """Read a noun that nobody owns: "parliament approved ratification", "ratification followed on D0"."""
    behind = s.words[head.last : head.last + 4]
    subject = find_doer(s.phrase, head.first, s.memory)
    signed = s.told[-1] if s.told and s.told[-1].name == "Signature" and s.told[-1].doer.states else None
    if name in CONSENTS and says("lacking", behind) and not says("denying", chunk):
        alone = s.before is not None and s.before.row.name == "signature" and subject is not None
        if signed is not None or alone:
            return tell(s, head, name, signed.doer if signed else subject, "denied", dated=False)
    if mood == "planned" and subject is None:
        subject = signed.doer if signed is not None else _planner(s, head)
    if mood in {"planned", "refused"} and subject is not None:
        return tell(s, head, name, subject, mood, dated=mood == "refused")
    if mood == "denied" and subject is not None and says("completing", chunk) and name in CONSENTS:
        return tell(s, head, name, subject, mood, dated=False)
    finished = mood == "done" and name in CONSENTS and says("completing", chunk[-2:]) and bool(date_of(s, head))
    if finished and subject is not None and not subject.legislative:
        return tell(s, head, name, subject, mood)
    counted = _read_counted(s, head, name, chunk) if mood == "done" and subject is None else None
    return counted or _read_made(s, head, name, subject, mood, chunk)


def _read_counted(s: Sentence, head: Head, name: str, chunk: Sequence[str]) -> list[Told] | None:
    """Read what is announced by its own State, and "three further signatures : A0 , A1 and A2"."""
    if says("announcing", chunk) and s.memory.issuer:
        return tell(s, head, name, Doer((s.memory.issuer,), -1), "done", dated=False)
    counted = says("how-many", chunk) or any(word.isdigit() for word in chunk)
    return read_list_behind(s, head, name, "done") if counted and s.words[head.last - 1].endswith("s") else None


def _read_made(
    s: Sentence, head: Head, name: str, subject: Doer | None, mood: Mood, chunk: Sequence[str]
) -> list[Told] | None:
    """Read "the talks ended with the signing of T0", "no ratification was completed by : A1"."""
    ended = "signing" in s.words[head.first : head.first + 2] and s.words[head.first - 1] in {"with", "by"}
    made = name == "Signature" and (mood == "planned" or ended or says("lodged", s.words[head.last :]))
    both = parties_of(s, head) or _two_between(s, head) if made else ()
    if both:
        return tell(s, head, name, Doer(both, -1), mood, dated=mood == "done")
    if mood == "denied" and says("completing", chunk) and name in CONSENTS:
        return read_list_behind(s, head, name, mood)
    return _read_followed(s, head, subject, mood, chunk)


def _told_by_own(s: Sentence, head: Head) -> Doer | None:
    """Find of whom "its officials said that accession would follow" tells: the one State spoken of."""
    stretch = range(head.first - 1, max(-1, head.first - 6), -1)
    that = next((i for i in stretch if s.words[i] == "that"), 0)
    if not that or not load_words("saying") & set(s.words[max(0, that - 3) : that]):
        return None
    people = (m for m in s.phrase.marks[:that] if m is not None and m.letter in "AB")
    named = [states for m in people if (states := s.memory.states_of(m))]
    states = named[0] if named else s.memory.topic
    return Doer(states, -1) if len(states) == 1 else None


def _planner(s: Sentence, head: Head) -> Doer | None:
    """Find whose act is foreseen: of those whose officials say so, of a parliament, or of the one State spoken of."""
    found = _told_by_own(s, head) or _house_behind(s, head)
    opens = head.first == 0 and len(s.memory.topic) == 1 and not s.heading
    return found or (Doer(s.memory.topic, -1) if opens else None)


def _house_behind(s: Sentence, head: Head) -> Doer | None:
    """Give the State in whose parliament a law on an act lies: "the law on the ratification was tabled in B0"."""
    for i in range(head.last, min(head.last + 14, len(s.words))):
        mark = s.phrase.marks[i]
        if mark is not None and mark.letter in "AB" and s.memory.is_legislative(mark):
            states = s.memory.states_of(mark)
            return Doer(states, i, legislative=True) if len(states) == 1 else None
    return None


def _two_between(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the two States of "the talks between B0 and B1 ended with the signing of T2"."""
    for i in range(head.first - 1):
        mark = s.phrase.marks[i + 1]
        if s.words[i] == "between" and mark is not None and mark.letter == "B":
            here = [
                x
                for m in s.phrase.marks[i + 1 : head.first]
                if m is not None and m.letter in "AB"
                for x in s.memory.states_of(m)
            ]
            both = tuple(dict.fromkeys(here))
            return both if len(both) == 2 else ()
    return ()


def _read_followed(
    s: Sentence, head: Head, subject: Doer | None, mood: Mood, chunk: Sequence[str]
) -> list[Told] | None:
    """Read "ratification followed on D0" of the State spoken of; a line before a list leaves it to the list."""
    name, behind = head.row.fields["action"], s.words[head.last : head.last + 4]
    effect = says("effect", behind)
    if not (effect or says("lodged", behind[:3])) or says("how-many", chunk) or says("treaty-nouns", chunk):
        return None
    if s.words[-1] == ":":
        return None
    states = subject.states if subject is not None else s.memory.topic
    if len(states) != 1 or (effect and not date_of(s, head)):
        return None
    return tell(s, head, name, Doer(states, -1), mood if mood != "denied" else "open")
