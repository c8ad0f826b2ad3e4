"""What is said of a State by pointing back to what was told of another: "so did A0", "A0 came next", "A0 is not"."""

from dataclasses import replace

from kg.extract.phrases.pattern import says
from kg.extract.treaties.act import Head, Mood
from kg.extract.treaties.doer import find_doer
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.statusgap import read_bracketed
from kg.extract.treaties.statusmind import CONSENTS, DENIED, Sentence, Told
from kg.extract.treaties.statustell import date_of, is_near, list_from, name_way, own_treaties, tell

_OPENING = 3
"""Items within which a sentence opens."""


def read_bill(s: Sentence, head: Head) -> list[Told] | None:
    """Read "the Sejm passed its own bill": the step that another parliament was said to take before."""
    if s.words[head.first + 1] == "the" and s.words[head.last - 1] in {",", ".", ";", "and"}:
        return _read_law(s, head)
    last = s.finder.deed
    if last is None or s.finder.number - s.finder.deed_at > 6 or last.name != "Withdrawal" or last.mood != "planned":
        return None
    doer = find_doer(s.phrase, head.first, s.memory)
    if doer is None or not doer.legislative:
        return None
    return tell(s, head, last.name, doer, "planned", dated=False, treaties=last.treaties)


def _read_law(s: Sentence, head: Head) -> list[Told] | None:
    """Read "A0 's parliament has passed the law" where the text speaks of ratifying: a step towards it."""
    doer = find_doer(s.phrase, head.first, s.memory)
    near = is_near(s) and s.finder.consent is not None
    if doer is None or not doer.legislative or not doer.states or not near or s.finder.leaving:
        return None
    return tell(s, head, "Ratification", doer, "planned", dated=False)


def read_echo(s: Sentence, head: Head) -> list[Told] | None:
    """Read "so did X", "nor has X", "X is not", "X is in the same position": what was told of another before."""
    standing = _standing_before(s, head)
    if standing is not None and "status" not in head.row.fields:
        states = tuple(dict.fromkeys(x for i in head.slots for x in _named(s, i)))
        doer = Doer(states, head.slots[0]) if states else None
        return tell(s, head, standing.name, doer, "done", dated=False, treaties=standing.treaties)
    if head.row.name == "among":
        return _read_among(s, head)
    if head.row.name in {"like", "all"}:
        return _read_like(s, head)
    if head.row.name == "others":
        return _read_others(s, head)
    return _read_same(s, head) if head.row.name == "same" else _read_echo(s, head)


def _standing_before(s: Sentence, head: Head) -> Told | None:
    """Give the standing that "so do A1" takes up: one of its sentence, or of the one before where it opens its own."""
    if s.words[head.first] not in {"so", "as"}:
        return None
    opens = not head.first and s.words[1:2] != ["did"]  # "sent an observer ; so did A1"
    near = s.finder.told if opens and s.finder.told_at == s.finder.number - 1 else ()
    last = (s.told or near or (None,))[-1]
    return last if last is not None and last.is_claim else None


def _read_among(s: Sentence, head: Head) -> list[Told] | None:
    """Read "A0 are among them" behind "forty-three States signed": those of whom the number was told."""
    here = next((one for one in reversed(s.told) if not one.doer.states), None)
    last = here or (s.finder.counted if s.finder.number - s.finder.counted_at <= 3 else None)
    if last is None and s.finder.deed is not None and s.finder.number - s.finder.deed_at == 1:
        last = s.finder.deed if s.finder.deed.mood == "done" else None
    doer = find_doer(s.phrase, head.first, s.memory)
    if doer is None or doer.at < 0 or not _is_named_state(s, doer.at):
        return None
    if not {"signatories", "signers"}.isdisjoint(s.words[head.first : head.last]) and (
        last is None or last.name != "Signature"
    ):
        past = s.words[head.first] in {"was", "were"} or s.words[max(0, head.first - 1) : head.first + 1] == [
            "had",
            "been",
        ]
        return tell(s, head, "Signature" if past else "Signatory", doer, "done", dated=past)
    if last is None:
        return None
    return tell(s, head, last.name, doer, last.mood, date=next(iter(last.dates), None), treaties=last.treaties)


def _is_named_state(s: Sentence, at: int) -> bool:
    mark = s.phrase.marks[at]
    return mark is not None and s.memory.is_state(mark)


def _read_like(s: Sentence, head: Head) -> list[Told] | None:
    """Read ", like A3" behind what is told of A0, and "A3 all are" behind a question: it is true of A3 too."""
    asked = s.finder.asked if s.finder.number - s.finder.asked_at <= 2 else None
    if s.words[head.first - 1 : head.first] == ["but"]:
        return None  # "signed T1 but , like A2 , has not ratified it"
    last = s.told[-1] if s.told else asked if head.row.name == "all" else None
    states = tuple(dict.fromkeys(x for i in head.slots for x in _named(s, i)))
    if last is None or not states or last.mood != "done" or (not last.doer.states and last is not asked):
        return None
    if not all(s.memory.is_state(mark) for i in head.slots if (mark := s.phrase.marks[i]) is not None):
        return None
    shared = not {"was", "were"}.isdisjoint(s.words[head.first : head.last])
    date = next(iter(last.dates), None) if shared else None
    if "did" in s.words[head.first : head.last] and s.words[head.last : head.last + 1] in (["in"], ["on"]):
        date = date_of(s, head)  # "as did A2 on D3"
    doer = Doer(states, head.slots[0])
    return tell(s, head, last.name, doer, last.mood, dated=False, date=date, treaties=last.treaties)


def _read_others(s: Sentence, head: Head) -> list[Told] | None:
    """Read "the others are A3" behind "A0 is one of five that": what was told of one is told of all."""
    near = s.finder.number - s.finder.last_at <= 1
    last = s.told[-1] if s.told else s.finder.last if near else None
    if last is None or ("the" not in s.words[head.first : head.last] and not last.is_claim):
        return None
    if (not last.is_claim and last.mood not in {"done", "denied"}) or (s.words[0] == "one" and last.doer.states):
        return None
    states = tuple(dict.fromkeys(x for i in head.slots for x in _named(s, i)))
    doer, date = Doer(states, head.slots[0]), next(iter(last.dates), None) if not last.is_claim else None
    return tell(s, head, last.name, doer, last.mood, dated=False, date=date, treaties=last.treaties)


def _read_echo(s: Sentence, head: Head) -> list[Told] | None:
    denied = "status" in head.row.fields
    last, at = (s.finder.last, s.finder.last_at) if denied else (s.finder.deed, s.finder.deed_at)
    if last is None or s.finder.number - at > (3 if denied else 2):
        return None
    states = tuple(dict.fromkeys(x for i in head.slots for x in _named(s, i)))
    doer = Doer(states, head.slots[0]) if states else None
    if says("denying", s.words[max(0, head.first - 3) : head.first]) and "eventStatus" in head.row.fields:
        return None  # "has not signed and has no plan to do so"
    if doer is not None and s.words[head.first + 1] in {"was", "were"} and "by" in s.words[head.first : head.last]:
        doer = _followers(s, head, last)
    each = read_bracketed(s, head, last.name, doer) if doer is not None and last.mood == "done" else None
    if each is not None and not denied:
        return [replace(_in_turn(s, one, last), treaties=last.treaties) for one in each]
    if doer is None and not head.slots:
        listed = {":", "nor"} & set(s.words[head.last - 1 : head.last + 1]) or s.words[head.first] in {"nor", "neither"}
        states = list_from(s, head.last) or list_from(s, head.last + 1) if listed else ()
        doer = Doer(states, head.first) if states else find_doer(s.phrase, head.first, s.memory)
    if doer is None or not doer.states:
        return None
    if denied:
        return _read_denied_echo(s, head, last, doer)
    so = s.words[head.first] in {"so", "as"} or s.words[head.last - 1] == "too"
    shared = "same" in s.words[: head.first] or s.words[head.first : head.first + 2] in (["as", "were"], ["as", "was"])
    together = last.dates if shared and last in s.told and len(last.dates) == 1 else ()
    if so and (_is_yet_to(s, last) or (last.mood == "refused" and s.finder.number - at <= 1)):
        mood: Mood = "denied" if last.mood == "denied" else "refused"
        return tell(s, head, last.name, doer, mood, dated=False, treaties=last.treaties)
    if _is_no_model(s, head, last) or (
        so and (s.finder.number - at > 1 or (last.doer.relative and at < s.finder.number))
    ):
        return None
    date = _reckon(s, date_of(s, head), last) or next(iter(together), None)
    past = bool(date) and bool({"took", "did", "had", "followed"} & set(s.words[head.first : head.last]))
    planned = "eventStatus" in head.row.fields or (last.mood == "planned" and not past)
    mood = "planned" if planned else "done"
    paired = "respectively" in s.words[head.last :]
    told = tell(s, head, last.name, doer, mood, date=None if paired else date, dated=paired, treaties=last.treaties)
    return _both(s, head, last, name_way(s, told)) if told and last.name in CONSENTS else told


def _is_yet_to(s: Sentence, last: Told) -> bool:
    """Tell whether what was told in the sentence is that someone has "yet to" act."""
    lacking = last in s.told and last.mood == "denied"
    return lacking and s.words[last.head.first - 2 : last.head.first] == ["yet", "to"]


def _both(s: Sentence, head: Head, last: Told, told: list[Told]) -> list[Told]:
    """Add the signature where "A1 did the same" takes up "A0 signed and ratified T1"."""
    earlier = s.told if last in s.told else s.finder.told
    same = not {"same", "so", "likewise"}.isdisjoint(s.words[head.first : head.last])
    signed = any(
        one.name == "Signature"
        and (one.mood, one.doer.states, one.treaties) == (last.mood, last.doer.states, last.treaties)
        and 0 < last.head.first - one.head.last <= _JOINED
        for one in earlier
    )
    return [*(replace(one, name="Signature") for one in told), *told] if same and signed else told


_JOINED = 2
"""Items between two verbs of one act: "signed and ratified"."""


def _followers(s: Sentence, head: Head, last: Told) -> Doer | None:
    """Give those of "he was followed by the presidents of B0 , and by B1", right behind what another was told to do."""
    if s.finder.number - s.finder.deed_at > 1 or last.mood != "done" or s.finder.told[-1:] != [last]:
        return None
    marks = [m for m in s.phrase.marks[head.slots[-1] :] if m is not None and m.letter in "AB"]
    states = tuple(dict.fromkeys(state for mark in marks for state in s.memory.states_of(mark)))
    return Doer(states, head.slots[-1]) if states else None


def _in_turn(s: Sentence, one: Told, last: Told) -> Told:
    """Settle the year of "A0 ( D1 ) came next", where the text leaves it out: the day lies behind the one told last."""
    return replace(one, dates=(_reckon(s, one.dates[0], last),))


def _reckon(s: Sentence, date: str | None, last: Told) -> str | None:
    """Give a day whose year the text leaves out that of the day told last, or the next one: "A0 followed on D1"."""
    days = [m.date for m in s.phrase.marks_in("D") if m.date is not None]
    before = next(iter(last.dates), None)
    guessed = any(day.first == date and day.inferred for day in days)
    if not guessed or any(len(day.first) == 4 for day in days) or date is None or before is None or len(before) < 7:
        return date
    years = (before[:4], f"{int(before[:4]) + 1}")
    near = next(f"{year}{date[4:]}" for year in years if f"{year}{date[4:]}"[: len(before)] >= before[: len(date)])
    return near if s.finder.issued is None or near <= s.finder.issued else date


def _is_no_model(s: Sentence, head: Head, last: Told) -> bool:
    """Tell whether what was told last cannot be said of another by "so did A0", "A0 followed"."""
    if last.name == "EntryIntoForce" and "followed" not in s.words[head.first : head.last]:
        return True
    own = s.phrase.marks[head.last - 1]
    if last.mood == "denied" and own is not None and own.letter == "D" and {"did", "had"} & set(s.words[: head.last]):
        return False  # "A0 has not signed ; A1 did in D2"
    so = s.words[head.first] in {"so", "as"} or s.words[head.last - 1] != "so"
    asked = last.mood == "open" and "so" in s.words[head.first : head.last] and "eventStatus" in head.row.fields
    if asked:
        return False  # "all must ratify ; A0 says that it will be the first to do so"
    return last.mood in {"open", "refused"} or (last.mood == "denied" and bool(last.doer.states) and so)


def _read_denied_echo(s: Sentence, head: Head, last: Told, doer: Doer) -> list[Told] | None:
    """Read "nor is A0", "A0 is not", and "so is A0" behind a standing."""
    so = s.words[head.first] == "so"
    if last.name in {"Withdrawal", "EntryIntoForce", "Withdrawn"}:
        return None
    if so and last not in s.told and head.first >= _OPENING:
        return None  # "so were A2" is said of what its own sentence tells before
    if so and last.is_claim and (last in s.told or s.finder.number - s.finder.last_at == 1):
        return tell(s, head, last.name, doer, "done", dated=False, treaties=last.treaties)
    if so and last.name != "NotParty" and last.mood != "denied":
        return None
    yet = "yet" in s.words[head.first : head.last]
    signed = DENIED.get(last.name) == "Signatory" and (last.mood == "denied" or yet) and not so
    status = "Signatory" if signed and "neither" not in s.words[head.first : head.last] else "NotParty"
    return tell(s, head, status, doer, "done", treaties=own_treaties(s, head) or last.treaties)


def _read_same(s: Sentence, head: Head) -> list[Told] | None:
    """Read "X is in the same position", "so must X": what was told of another stands for this one too."""
    earlier = s.told or (s.finder.told if s.finder.number - s.finder.told_at <= 2 else ())
    states = tuple(dict.fromkeys(x for i in head.slots for x in _named(s, i)))
    if not earlier or not states:
        return None
    last = earlier[-1]
    doer = Doer(states, head.slots[0])
    moods = {(one.name, one.mood) for one in earlier if one.doer.states == last.doer.states}
    standing = next((one.name for one in reversed(earlier) if one.is_claim), None)
    signed = ("Signature", "done") in moods and (("Ratification", "open") in moods or standing == "NotParty")
    if ("Ratification", "denied") in moods or signed:
        standing = "Signatory"
    elif ("Signature", "denied") in moods or ("Accession", "denied") in moods:
        standing = "NotParty"
    if standing is not None:
        return tell(s, head, standing, doer, "done", dated=False, treaties=last.treaties)
    if s.words[head.first] == "so" or last.mood not in {"done", "planned"}:
        return None
    return tell(s, head, last.name, doer, last.mood, dated=False, treaties=last.treaties)


def _named(s: Sentence, i: int) -> tuple[str, ...]:
    mark = s.phrase.marks[i]
    return s.memory.states_of(mark) if mark is not None else ()
