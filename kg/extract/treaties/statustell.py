"""What a sentence tells of treaties, put together: whom it is told of, of which treaty, and when."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.dates.dates import DateMention
from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.treaties.act import Head, Mood
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.statusmind import CONSENTS, Sentence, Told
from kg.extract.treaties.treatyfind import agreements_with_bodies
from kg.extract.words.wordclass import load_words


def entry_of(s: Sentence, head: Head) -> Doer | None:
    """Give the State of whose entry a line without a subject is a part: "signed in D0", "T0 : acceded in D1"."""
    if head.first > 1 and s.words[head.first - 1] == ":":
        mark = s.phrase.marks[head.first - 2]
        if mark is not None and mark.letter == "A" and s.memory.is_state(mark):
            return Doer(s.memory.states_of(mark), head.first - 2)
        before = [m for m in s.phrase.marks[: head.first - 1] if m is not None and m.letter in "AB"]
        if len(before) == 1 and before[0].letter == "A" and len(s.memory.states_of(before[0])) == 1:
            return Doer(s.memory.states_of(before[0]), s.phrase.marks.index(before[0]))
    key = _key_of(s)
    keyed = Doer(s.memory.states_of(mark), key) if key >= 0 and (mark := s.phrase.marks[key]) is not None else None
    if keyed is not None and s.words[head.first - 1] in {"(", ";", ","}:
        return keyed
    if _is_keyed_by_treaty(s, head):
        return Doer(s.memory.topic, -1) if len(s.memory.topic) == 1 else None
    if keyed is not None:
        named = any(m is not None and m.letter in "AB" for m in s.phrase.marks[key + 1 : head.first])
        return keyed if not named else None
    lead = s.words[2 : head.first] if s.words[1:2] == [":"] else s.words[: head.first]
    alone = s.words[head.first - 1] == ":" or all(
        word in load_words("key-links") or word in load_words("auxiliary") for word in lead
    )
    fits = alone and len(s.words) < 26 and s.finder.entry and s.memory.topic == s.finder.entry
    return Doer(s.finder.entry, -1) if fits else None


def _key_of(s: Sentence) -> int:
    """Give the item of the State whose entry a line is, behind a bullet or not: "- A0 : acceded in D1"; else -1."""
    at = int(s.words[0] in {"-", "–", "—", "*", "•", "·"})
    at = 3 if s.words[0] == "(" and s.words[2:3] == [")"] else 2 if s.words[1:2] in (["."], [")"]) else at
    mark = s.phrase.marks[at] if s.words[at + 1 : at + 2] in ([":"], ["–"], ["—"], ["-"]) else None
    return at if mark is not None and mark.letter == "A" and s.memory.is_state(mark) else -1


def _is_keyed_by_treaty(s: Sentence, head: Head) -> bool:
    """Tell whether a line says of a treaty what the State spoken of before has done: "T0 : signed in D1"."""
    at = next((i for i, mark in enumerate(s.phrase.marks[:3]) if mark is not None), len(s.words))
    if not _is_letter(s, at, "T") or len(s.words) > 16 or s.phrase.marks_in("A") or s.phrase.marks_in("B"):
        return False
    if head.form == "force" and s.words[-1] == ".":
        return False
    return all(word in load_words("key-links") for word in s.words[at + 1 : head.first])


def is_near(s: Sentence) -> bool:
    """Tell whether a treaty is spoken of in the sentence or in one of the last."""
    return bool(s.phrase.marks_in("T")) or any(s.finder.spoken[-16:]) or bool(s.finder.sole and s.finder.treaty)


def list_from(s: Sentence, i: int) -> tuple[str, ...]:
    """Give the States of a list that begins at item i; asides between its members are passed over."""
    found: list[str] = []
    i = _pass_count(s, i + (s.words[i - 1 : i + 1] == ["e.g", "."]))
    for at in range(i, len(s.words)):
        mark = s.phrase.marks[at]
        if s.words[at] in {";", "."} or (s.words[at] == ")" and "(" not in s.words[i:at]):
            break
        if (
            mark is not None
            and mark.letter in "AB"
            and s.memory.is_state(mark)
            and (at - i < 3 or s.words[at - 1] in {",", "and", "the", ":", "or", "by"})
        ):
            found += s.memory.states_of(mark)
        elif not found and at - i >= 3:
            break
    return tuple(dict.fromkeys(found))


def _pass_count(s: Sentence, i: int) -> int:
    """Go over "twelve countries (", "3 States , including" before a list."""
    words, at = s.words, i
    mark = s.phrase.marks[i] if i < len(words) else None
    counted = i < len(words) and (words[i].isdigit() or words[i] in load_words("how-many"))
    if not counted and not (mark is not None and mark.letter == "N"):
        return i
    at += 1
    while at < min(i + 9, len(words)) and (
        words[at] in load_words("counted-states") | {"(", ",", ":", "as", "of", "at", "on"} or _is_date(s, at)
    ):
        at += 1
    return at if words[at - 1] in {"(", ":", "including", ","} else i


def _is_date(s: Sentence, i: int) -> bool:
    mark = s.phrase.marks[i]
    return mark is not None and mark.letter == "D"


def tell(
    s: Sentence,
    head: Head,
    name: str,
    doer: Doer | None,
    mood: Mood,
    *,
    dated: bool = True,
    date: str | None = None,
    treaties: tuple[str, ...] = (),
) -> list[Told] | None:
    """Put a finding together; None where nobody is told of, or no treaty."""
    doer = doer or Doer((), -1)
    treaties = treaties or treaties_of(s, head)
    if not treaties:
        return None
    dates = (date,) if date or not dated else _dates_of(s, head, len(doer.states))
    if mood == "done" and any(word.endswith("ed") for word in s.words[head.first : head.last]):
        dates = tuple(_not_ahead(s, day) for day in dates)
    if name == "EntryIntoForce" and not any(dates) and says("upon-signature", s.words[head.last : head.last + 6]):
        days = (a.date for a in s.finder.actions if a.type == "Signature" and a.treaty in treaties and a.date)
        dates = next(((one.dates) for one in s.told if one.name == "Signature"), (next(days, None),))
    if name == "Signature" and not any(dates) and says("opening-day", s.words[head.last : head.last + 10]):
        dates = (s.finder.opened.get(treaties[0]),)
    return [Told(head=head, name=name, doer=doer, treaties=treaties, mood=mood, dates=dates)]


def _not_ahead(s: Sentence, day: str | None) -> str | None:
    """Put a day without a year, of what is done, into the year before if it lies behind the day of the text."""
    issued = s.finder.issued
    if day is None or len(day) < 7 or not issued or day[: len(issued)] <= issued[: len(day)]:
        return day
    days = [m for m in s.phrase.marks_in("D") if m.date is not None and m.date.inferred and m.date.first == day]
    if any("same" in s.finder.text[m.begin : m.end].lower().split() for m in days):
        return None  # "it takes effect on D0 . A1 signed on the same day": that of the text
    guessed = bool(days)
    return f"{int(day[:4]) - 1}{day[4:]}" if guessed and day[5:] != "02-29" else day


def own_treaties(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the treaties named behind a head, up to the next one."""
    stop = s.after.first if s.after else len(s.words)
    for i in range(head.first, stop):
        mark = s.phrase.marks[i]
        if mark is not None and mark.letter == "T":
            found = mark.treaties or ("",)
            return tuple(dict.fromkeys([*found, *_joined_treaties(s, i, stop)]))
        if s.words[i] == ";" or (s.words[i] == ")" and "(" not in s.words[head.first : i]):
            break
    return ()


def _joined_treaties(s: Sentence, i: int, stop: int) -> list[str]:
    """Give the treaties that go on with the one at item i: "nor T2", "and , on the same day , the T3"."""
    found: list[str] = []
    while i + 2 < len(s.words):
        if s.words[i + 1] == "(" and ")" in s.words[i + 1 :]:
            close = s.words.index(")", i + 1)
            i = close if close + 2 < len(s.words) and s.words[close + 1] in {",", "and"} else i
        near = s.words[i + 1] in {"nor", "or", "and"}
        near = near or (
            s.words[i + 1] == "," and any(_is_letter(s, k, "T") for k in range(i + 2, min(i + 5, len(s.words))))
        )
        later = next((k for k in range(i + 1, min(i + 5, stop)) if s.words[k] == "and"), None)
        begin = i + 2 if near else later + 1 if later is not None else None
        if begin is None:
            break
        at = next((k for k in range(begin, min(begin + 9, len(s.words))) if _is_letter(s, k, "T")), None)
        between = s.words[begin:at] if at is not None else ["which"]
        if (
            at is None
            or (not near and at >= stop)
            or not set(between) <= load_words("treaty-asides") | {w for w in between if _is_day(w)}
        ):
            break
        mark = s.phrase.marks[at]
        if _is_dated_apart(s, i, at):
            break
        found += mark.treaties if mark is not None else ()
        i = at
    return found


def _is_dated_apart(s: Sentence, i: int, at: int) -> bool:
    """Tell whether two treaties have a day each: "joined T1 in D2 and the T3 in D4"."""
    behind = s.words[at + 1 : at + 2]
    first = any(_is_date(s, k) for k in range(i + 1, min(at, i + 4)))
    return first and behind in (["in"], ["on"], ["since"], ["("]) and at + 2 < len(s.words) and _is_date(s, at + 2)


def _is_day(word: str) -> bool:
    return len(word) > 1 and word[0] in "DE" and word[1:].isdigit()


def _is_letter(s: Sentence, i: int, letter: str) -> bool:
    mark = s.phrase.marks[i] if i < len(s.words) else None
    return mark is not None and mark.letter == letter


def _group_of(s: Sentence, head: Head, behind: Sequence[str]) -> tuple[str, ...]:
    """Give the treaties for which "neither", "both" or "all three" behind a head stands."""
    here = tuple(dict.fromkeys(t for m in s.phrase.marks[: head.first] if m is not None for t in m.treaties))
    if (
        set(behind[:1]) <= {"none", "neither", "all"}
        and behind[1:3] == ["of", "the"]
        and set(behind[3:4]) <= {"other", "others", "rest"}
    ):
        size = next((n for n, word in enumerate("two three four five".split(), 2) if word in behind), 0)
        named = dict.fromkeys(t for treaties in s.finder.spoken for t in treaties)
        rest = tuple(t for t in named if t not in next((x for x in reversed(s.finder.spoken) if x), ()))
        return rest if len(rest) == size or (not size and rest) else ("",)
    neither = behind[:1] == ["neither"] or behind[:2] in (["to", "neither"], ["by", "neither"])
    if neither and any(_is_letter(s, k, "T") for k in range(head.last + 1, min(head.last + 5, len(s.words)))):
        return ()  # "neither T1 nor T2"
    if neither:
        together = next((t for t in reversed(s.finder.spoken[-3:]) if len(t) == 2), ())
        return here if len(here) == 2 else together or _last_two(s, head)
    if {"any", "none", "neither"} & set(behind) or "all" in behind[:1]:
        size = next((n for n, word in enumerate("two three four five".split(), 2) if word in behind), 0)
        both = next((t for t in reversed(s.finder.spoken) if size and len(t) == size), ())
        if both:
            return both
    pointer = next((word for word in behind[: 1 + (behind[:1] == ["to"])] if word in {"both", "either"}), "")
    if pointer and not own_treaties(s, head):
        together = next((t for t in (here, *reversed(s.finder.spoken[-3:])) if len(t) == 2), ())
        return together or _last_two(s, head)
    return ()


def _last_two(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the two treaties that the sentences before named one by one, for "a party to both"."""
    near = [t for t in s.finder.spoken[-_BOTH:] if t]
    named = dict.fromkeys(treaty for treaties in near for treaty in treaties)
    return tuple(named) if head.form == "standing" and len(named) == 2 else ()


_BOTH = 4
"""Sentences within which "both" finds its two treaties."""


def treaties_of(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the treaties of a head: behind it, before it in the sentence, or those spoken of last."""
    beside = _treaty_beside(s, head)
    if beside is not None:
        last = s.words[head.first - 1] == "(" and " and " in s.finder.text[beside.begin : beside.end]
        return beside.treaties[-1:] if last else beside.treaties
    inner = s.words[head.last - 1] in {"both", "neither"} and head.last - head.first > 1  # "are in neither"
    behind = s.words[head.last - inner : head.last + 6]
    own = _group_of(s, head, behind)
    if own:
        return () if own == ("",) else own
    own = own_treaties(s, head) or _shared_treaties(s, head)
    pointed = bool(behind) and behind[0] in {"it", "them"} and head.form == "verb"
    if own == ("",):
        return ()
    if own and not (pointed and s.phrase.marks_in("T")[0].treaties != own):
        return _treaty_done(s, head) or own
    for i in range(head.first - 1, -1, -1):
        mark = s.phrase.marks[i]
        if mark is not None and mark.letter == "T":
            return mark.treaties[-1:] if _is_open(s, i + 1, head) else (*_joined_before(s, i), *mark.treaties)
    first = next((m.treaties for m in s.phrase.marks_in("T")), ())
    if "since" in s.words[head.first : head.last]:
        return first or s.finder.treaty
    if head.row.fields.get("action") == "Accession" and set(s.finder.treaty) & agreements_with_bodies():
        return _open_to_all(s)
    return first if s.finder.obscure else _topic_of(s, head) or s.finder.treaty or first or s.finder.sole


def _treaty_done(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the treaty that is the subject of a passive: "T0 was ratified by B1 , while T2 is before parliament"."""
    i = head.first - 1
    if head.form != "verb" or i < 1 or s.words[i] not in load_words("passive-verbs") | load_words("adverb"):
        return ()
    be = load_words("passive-verbs") | load_words("auxiliary") | load_words("adverb")
    while i and s.phrase.marks[i] is None and s.words[i] in be:
        i -= 1
    mark = s.phrase.marks[i]
    fits = (
        mark is not None
        and mark.letter == "T"
        and not load_words("passive-verbs").isdisjoint(s.words[i + 1 : head.first])
    )
    return (*_joined_before(s, i), *mark.treaties) if fits and mark is not None else ()


def _is_open(s: Sentence, i: int, head: Head) -> bool:
    """Tell whether a bracket that opens at item i is still open at a head: it tells of the last treaty before it."""
    return s.words[i : i + 1] == ["("] and ")" not in s.words[i : head.first]


def _open_to_all(s: Sentence) -> tuple[str, ...]:
    """Give the treaty that States accede to where an agreement of one of them was spoken of last."""
    joined = [iri for iri in s.finder.labels if iri not in agreements_with_bodies()]
    spoken = (t for t in reversed(s.finder.spoken) if t and agreements_with_bodies().isdisjoint(t))
    return tuple(joined) if len(joined) == 1 else next(spoken, ())


def _treaty_beside(s: Sentence, head: Head) -> Mark | None:
    """Give the treaty right before a verb: "T1 , which A0 signed", "a party to T1 , ratified in D2 , and to T3"."""
    which = next((i for i in range(head.first, max(1, head.first - 3), -1) if s.words[i] == "which"), 0)
    at = which - 1 - (s.words[which - 1] == ",") if which and (which == head.first or head.form == "verb") else -1
    aside = head.form == "verb" and head.first > 1 and s.words[head.first].endswith("ed")
    if aside and s.words[head.first - 1] in {",", "("} and not any(_is_letter(s, head.last + k, "T") for k in (0, 1)):
        at = head.first - 2
    return s.phrase.marks[at] if at >= 0 and _is_letter(s, at, "T") else None


def _shared_treaties(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the treaties behind a verb that comes between: "signed , but not ratified , T1", "nor acceded to T1"."""
    if s.after is None or head.form != "verb" or s.after.form != "verb":
        return ()
    put_in = s.words[head.last : head.last + 2] in ([",", "but"], [",", "yet"])
    put_in = put_in and s.words[s.after.last : s.after.last + 1] == [","]
    joined = s.words[head.last : s.after.first] in (["nor"], ["or"], ["and"], ["and", "then"], ["but", "not"])
    if not (put_in or joined):
        return ()
    return own_treaties(replace(s, after=None), head)


def _joined_before(s: Sentence, i: int) -> tuple[str, ...]:
    """Give the treaties that stand before the one at item i in the same subject: "T0 and the T1 were signed"."""
    at = i - 1 - (s.words[i - 1] in {"the", "its"})
    mark = s.phrase.marks[at - 1] if at > 0 and s.words[at] in {"and", ","} else None
    opens = at < 3 or not any(m is not None and m.letter in "AB" for m in s.phrase.marks[: at - 1])
    if mark is None or mark.letter != "T" or not opens:
        return ()
    return tuple(
        t for t in (*_joined_before(s, at - 1), *mark.treaties) if t not in (s.phrase.marks[i] or mark).treaties
    )


def _topic_of(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the treaty of the last act of a head's kind where another treaty was named since, but in passing."""
    same = s.finder.deeds.get(head.row.fields.get("action", ""))
    if same is None or head.form != "verb" or same.treaties == s.finder.treaty or not s.finder.treaty:
        return ()
    if s.finder.treaty == s.finder.main:
        return ()
    spoken = [at for at, treaties in enumerate(s.finder.spoken) if set(s.finder.treaty) <= set(treaties)]
    passing = len(spoken) == 1 and len(s.finder.spoken) - spoken[0] > 4
    return same.treaties if passing and len(same.treaties) == 1 else ()


def _dates_of(s: Sentence, head: Head, count: int) -> tuple[str | None, ...]:
    """Give the date of an act: one for all its States, or one each ("respectively")."""
    named = "respectively" in s.words[head.last :]
    stop = s.words.index("respectively", head.last) if named else len(s.words)
    told = [m for m in s.phrase.marks[head.last : stop] if m is not None and m.letter == "D"]
    joined = count == len(told) + 1 == 2 and " and " in s.finder.text[told[0].begin : told[0].end]
    if count > 1 and ("respectively" in s.words or joined or (count == len(told) == 2 and _are_paired(s, head))):
        each = [
            value
            for m in told
            if m.date is not None
            for value in ((m.date.first, m.date.last) if joined or _are_two(s, m, m.date) else (m.date.first,))
        ]
        if len(each) == count:
            return tuple(each)
    return (date_of(s, head),)


def _are_two(s: Sentence, mark: Mark, date: DateMention) -> bool:
    """Tell whether what is one mark are two days: "in February 1994 and December 1994"."""
    return date.kind == "days" or (date.first != date.last and " and " in s.finder.text[mark.begin : mark.end])


def _are_paired(s: Sentence, head: Head) -> bool:
    """Tell whether two days stand side by side: "A0 and A1 signed T2 in D3 and D4"."""
    at = next((i for i in range(head.last, len(s.words)) if _is_date(s, i)), len(s.words))
    return s.words[at + 1 : at + 2] == ["and"] and at + 2 < len(s.words) and _is_date(s, at + 2)


def date_of(s: Sentence, head: Head) -> str | None:
    """Give the date nearest to a head: behind it up to the next one, else before it."""
    words, marks = s.words, s.phrase.marks
    stop = _end_of_act(s, head)
    for i in range(head.first if head.form == "echo" else head.last - 1, min(stop, head.last + 18)):
        mark = marks[i]
        if i > head.last and _begins_gap(s, i):
            return None if s.words[i - 2] in load_words("adverb") else _shared_day(s, i) or _same_day(s, head, i)
        if mark is not None and mark.letter == "D" and mark.date is not None:
            if i > head.last and opens_gap(s.phrase, i):
                return _shared_day(s, i)
            if not _is_day_of_other(s, head, i):
                return told_closer(s.phrase, i)
        if i >= head.last and (
            words[i] == ";"
            or (words[i] in load_words("other-deeds") and "day" not in words[i - 3 : i])
            or words[i] in {"while", "when", "whereas"}
            or (words[i] == "having" and i > head.last)
        ):
            break
    return None if head.form == "echo" else _shared_day(s, stop) or _same_day(s, head, stop)


def _is_day_of_other(s: Sentence, head: Head, i: int) -> bool:
    """Tell whether the day at item i behind a head is none of the act: "the 1997 T0", "effective D1", "before D1"."""
    words = s.words
    if _is_epithet(s, i):
        return True
    if words[i - 1] == "effective":
        return head.row.fields.get("action") in CONSENTS
    if words[i - 1] not in load_words("not-dates") or words[i - 1] == "of":
        return False
    if words[i - 2] in {"beginning", "waited"} or words[i - 3 : i - 1] == ["did", "not"]:
        return False
    return words[i - 1] != "until" or not says("denying", words[max(0, head.first - 4) : head.first])


def _begins_gap(s: Sentence, i: int) -> bool:
    """Tell whether item i is the next State of a gapped clause, with a day of its own: "later , A1 in D2"."""
    mark = s.phrase.marks[i]
    state = mark is not None and mark.letter == "A" and s.memory.is_state(mark)
    own = s.words[i + 1 : i + 2] in (["in"], ["on"]) and i + 2 < len(s.words) and _is_date(s, i + 2)
    return state and own and s.words[i - 1] in {",", ";"}


def opens_gap(phrase: Phrase, i: int) -> bool:
    """Tell whether the day at item i is that of the State behind it alone: "A0 and A1 , and , in D2 , A3"."""
    words = phrase.words
    mark = phrase.marks[i + 2] if i + 2 < len(words) and words[i + 1] == "," else None
    ahead = words[i - 1] in {"in", "on"} and words[i - 3 : i - 1] == ["and", ","]
    return ahead and mark is not None and mark.letter == "A"


def _same_day(s: Sentence, head: Head, stop: int) -> str | None:
    """Give the day of the act told last for "on the same day", else one that stands before a head."""
    if not says("same-day", s.words[head.last : min(stop, head.last + 8)]):
        return _date_before(s, head)
    deed = next((one for one in reversed(s.told) if not one.is_claim), s.finder.deed)
    return deed.dates[0] if deed is not None and s.finder.number - s.finder.deed_at <= 1 else None


def _shared_day(s: Sentence, begin: int) -> str | None:
    """Give the day that is told of several acts at their end: "acceded to T1 and accepted T2 , both on D3"."""
    for i in range(begin, min(len(s.words) - 2, begin + 8)):
        mark = s.phrase.marks[i + 2] if s.words[i] in {"both", "all"} and s.words[i + 1] in {"on", "in"} else None
        if mark is not None and mark.date is not None:
            return mark.date.first
    return None


def _end_of_act(s: Sentence, head: Head) -> int:
    """Give where another act begins behind a head, whose days are not its own: "signed and ratified" are one."""
    after = s.after
    if after is not None and after.row.name == "signature" and s.words[after.first - 1] == "for":
        return len(s.words)  # "signed on the day it opened for signature , D0"
    paper = after is not None and after.form == "instrument" and head.form == "verb"
    if after is None or not (paper or after.form in {"verb", "force", "noun", "echo"}):
        return len(s.words)
    effect = after.form == "force" and head.form == "noun"
    joined = after.form == head.form in {"verb", "noun"} and s.words[head.last : after.first] == ["and"]
    return len(s.words) if effect or joined else after.first


def _is_dated(phrase: Phrase, i: int) -> bool:
    mark = phrase.marks[i] if i < len(phrase.words) else None
    return mark is not None and mark.date is not None


def told_closer(phrase: Phrase, i: int) -> str | None:
    """Give the day at item i, or the one by which it is told more closely: "a month later , on D2"."""
    if phrase.words[i - 3 : i - 1] == ["one", "and"] and phrase.words[i + 1 : i + 2] == [","]:
        i += 2 if _is_dated(phrase, i + 2) else 0  # "on one and the same day , D2"
    mark = phrase.marks[i]
    opened = 2 if phrase.words[i + 1 : i + 2] == ["("] else 3 if phrase.words[i + 1 : i + 3] == [",", "on"] else 0
    later = phrase.marks[i + opened] if opened and i + opened < len(phrase.words) else None
    if mark is None or mark.date is None:
        return None
    if later is not None and later.date is not None and later.date.inferred and len(mark.date.first) == len("2007-05"):
        near = f"{mark.date.first[:4]}{later.date.first[4:]}"
        return near if near.startswith(mark.date.first) else mark.date.first  # "two months later , on 2 May"
    nearer = later is not None and later.date is not None and later.date.first.startswith(mark.date.first)
    return later.date.first if later is not None and later.date is not None and nearer else mark.date.first


def _is_announced(words: Sequence[str], i: int) -> bool:
    """Tell whether item i opens what somebody announces or decides, so that a day before it is that of the saying."""
    told = load_words("saying") | load_words("promising")
    if words[i] in load_words("resolving"):
        return words[i + 1 : i + 2] == ["to"]
    return words[i] == "that" and not told.isdisjoint(words[max(0, i - 6) : i])


def _date_before(s: Sentence, head: Head) -> str | None:
    """Give the date that stands before a head: in its clause, or at the beginning of what several verbs share."""
    words, marks = s.words, s.phrase.marks
    if words[head.first - 1 : head.first] == ["("]:
        return None  # "A0 ( ratified D1 ) , A2 ( signed )"
    for i in range(_before_aside(words, head), -1, -1):
        mark = marks[i]
        if mark is not None and mark.letter == "D" and mark.date is not None:
            before = words[i - 1] if i else ""
            year_of = words[i + 1 : i + 4] == [",", "the", "year"]
            late = (
                before in {"before", "until", "by"} and {"took", "waited"}.isdisjoint(words[max(0, i - 3) : i - 1])
            ) or (before == "since" and head.form != "force")
            if (
                _is_epithet(s, i)
                or (late and not year_of)
                or (not i and words[1] in {"-", "–", "—"} and not _is_entry(s, mark.date.first))
            ):
                continue
            return None if _is_taken(s, head, i, mark.date.first) else mark.date.first
        if words[i] == "when" and i > 1 and (day := marks[i - 1 - (words[i - 1] == ",")]) is not None:
            if day.date is not None:
                return day.date.first  # "had not done so until D1 , when it ratified"
            continue
        if words[i] == "which" and i and words[i - 1] == "by":
            continue
        if (
            words[i] in {";", "when", "who", "which"}
            or _is_announced(words, i)
            or (words[i] in load_words("other-deeds") and i < head.first - 1)
        ):
            break
        if words[i] in {"after", "once"} and s.before is not None and s.before.first < i:
            break
    return None


def _before_aside(words: Sequence[str], head: Head) -> int:
    """Give where to look for a day before a head: "on D0 the treaty , which was signed on D1 , entered into force"."""
    start = head.first - 1
    while start > 0 and (words[start] in load_words("adverb") or words[start] in load_words("auxiliary")):
        start -= 1
    if start <= 0 or words[start] != ",":
        return head.first - 1
    return next((i for i in range(start - 2, 0, -1) if words[i] == "," and words[i + 1] in {"which", "who"}), start)


def _is_taken(s: Sentence, head: Head, i: int, date: str) -> bool:
    """Tell whether the day at item i is that of the head before: "ratified on D1 , and the treaty took effect"."""
    if s.before is None or not s.before.first < i < s.before.last + 8 or not s.told:
        return False
    if s.words[i - 2 : i] in (["and", "on"], ["and", "in"], ["but", "on"], ["but", "in"], [";", "on"], [";", "in"]):
        return False  # "has been a party since D1 , and on D2 it ratified T3"
    if head.form == "force" and s.words[i - 2 : i] == [",", "on"] and s.words[i + 1 : i + 2] == [","]:
        return False  # "a month after the deposit , on D1 , it will enter into force"
    if head.form == "force" and s.words[i + 1 : i + 3] == [",", "when"]:
        return False  # "a party since D1 , when it entered into force"
    told = s.before is s.told[-1].head and date in s.told[-1].dates
    return head.form in {"verb", "standing"} or (head.form == "force" and told)


def _is_entry(s: Sentence, date: str) -> bool:
    """Tell whether a date before a dash opens an entry of a chronology, and does not date the text: "1993 - "."""
    return len(date) < 10 or (s.finder.issued is not None and date != s.finder.issued)


def _is_epithet(s: Sentence, i: int) -> bool:
    """Tell whether a date belongs to a treaty's name: "the 1997 Convention"."""
    mark = s.phrase.marks[i + 1] if i + 1 < len(s.words) else None
    named = mark is not None and mark.letter == "T"
    return named and i > 0 and s.words[i - 1] in {"the", "this", "its", "our"}


def since_when(s: Sentence, head: Head) -> str | None:
    """Give the day of which a standing is told: "since D2", "at the date of D0"."""
    for i in range(1, len(s.words)):
        mark = s.phrase.marks[i]
        if mark is None or mark.letter != "D" or mark.date is None:
            continue
        near = head.last <= i <= head.last + 8
        if (near and s.words[i - 1] in {"since", "in", "on", "("} and s.after is None) or (
            near and s.words[i - 1] == "since"
        ):
            return mark.date.first
        if (
            i <= head.first
            and (s.before is None or i < s.before.first)
            and s.words[i - 1] in {"since", "of"}
            and s.words[max(0, i - 4) : i] != []
            and (s.words[i - 1] == "since" or {"date", "as"} & set(s.words[max(0, i - 4) : i]))
        ):
            return mark.date.first
    return None


def name_way(s: Sentence, told: list[Told]) -> list[Told]:
    """Name the act by which States joined, where words behind say it: "joined T1 , by ratification , on D2"."""
    how = s.after
    if how is None or how.form != "noun" or how.row.fields.get("action") not in CONSENTS or told[0].mood != "done":
        return told
    lead = s.words[max(0, how.first - 3) : how.first]
    if lead[-1:] != ["by"] and lead != ["by", "way", "of"]:
        return told
    date = date_of(replace(s, after=None), how)
    return [replace(one, name=how.row.fields["action"], dates=(date or one.dates[0],)) for one in told]
