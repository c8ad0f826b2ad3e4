"""What a sentence tells of further States and treaties by leaving out the verb: "A0 signed on D1 and A2 on D3"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.dates.dates import DateMention
from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.treaties.act import Head
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.statusmind import Finder, Sentence, Told
from kg.extract.treaties.statustell import opens_gap, tell, told_closer
from kg.extract.words.wordclass import load_pairs, load_words


def read_gaps(finder: Finder, phrase: Phrase, told: Sequence[Told], heads: Sequence[Head]) -> list[Told]:
    """Give what is told, also without a verb of its own: of other States, and of other treaties."""
    told = [each for one in told for each in _by_former(phrase, one)]
    others = [more for one in told for more in _of_others(finder, phrase, told, heads, one)]
    both = [each for one in told for each in _by_treaty(phrase, _without(phrase, one, others))] + others
    return [*both, *(more for one in both for more in _further(phrase, phrase.words, heads, one))]


def _by_former(phrase: Phrase, one: Told) -> list[Told]:
    """Give each of two its own day: "A0 signed T1 and T2 , the latter in D3", "A0 both signed , the former in D1"."""
    words, marks = phrase.words, phrase.marks
    days: dict[str, str] = {}
    for i in range(one.head.last, len(words) - 2):
        at = i + 2 + (words[i + 1] in load_words("adverb") | {"only"})
        day = marks[at] if words[i - 1] == "the" and words[i] in _ONE_OF_TWO and at < len(words) else None
        if day is not None and day.date is not None and words[at - 1] in {"in", "on"}:
            days[words[i]] = day.date.first
    if not days or one.is_claim or one.mood != "done":
        return [one]
    before = tuple(dict.fromkeys(t for m in marks[: one.head.first] if m is not None for t in m.treaties))
    pair = before if len(before) == 2 and set(one.treaties) < set(before) else one.treaties
    states = one.doer.states
    if (len(pair) == 2) == (len(states) == 2):
        return [one]
    rest = None if one.dates[0] in days.values() else one.dates[0]
    apart = [days.get(which, rest) for which in _ONE_OF_TWO]
    if len(pair) == 2:
        return [replace(one, treaties=(iri,), dates=(day,)) for iri, day in zip(pair, apart, strict=True)]
    each = zip(states, apart, strict=True)
    return [replace(one, doer=replace(one.doer, states=(state,)), dates=(day,)) for state, day in each]


_ONE_OF_TWO = ("former", "latter")


def _by_treaty(phrase: Phrase, one: Told) -> list[Told]:
    """Give each treaty of "party to T1 ( since D2 ) , T3 ( D4 ) and T5 ( D6 )" the day in its own bracket."""
    days: dict[tuple[str, ...], str] = {}
    for i in range(one.head.first, len(phrase.words) - 3) if len(one.treaties) > 1 else ():
        treaty = phrase.marks[i]
        at = i + 2 + (phrase.words[i + 2] in {"since", "in", "on"})
        day = phrase.marks[at] if phrase.words[i + 1] == "(" else None
        if treaty is not None and treaty.letter == "T" and day is not None and day.date is not None:
            days[treaty.treaties] = day.date.first
    if len(days) < 2 or {iri for treaties in days for iri in treaties} != set(one.treaties):
        return [one]
    return [replace(one, treaties=treaties, dates=(day,)) for treaties, day in days.items()]


def _without(phrase: Phrase, one: Told, others: Sequence[Told]) -> Told:
    """Leave out those of "both signed : A0 on D1 , A2 on D3" whose own days are told behind the colon."""
    apart = [x for x in others if x.head.row is one.head.row and ":" in phrase.words[one.head.last : x.doer.at]]
    states = {state for x in apart for state in x.doer.states}
    kept = tuple(state for state in one.doer.states if state not in states)
    if len(kept) == len(one.doer.states):
        return one
    dates = (None,) if one.dates[0] in {x.dates[0] for x in apart} else one.dates
    return replace(one, doer=replace(one.doer, states=kept), dates=dates)


def _of_others(finder: Finder, phrase: Phrase, told: Sequence[Told], heads: Sequence[Head], one: Told) -> list[Told]:
    """Read "and A2 in D3" behind a verb that is told of A0: the same is told of A2."""
    words = phrase.words
    if one.is_claim:
        return _gapped_standings(finder, phrase, words, told, one)
    if one.mood not in {"done", "planned"}:
        return []
    last = one is [x for x in told if not x.is_claim][-1]
    stop = len(words) if last else min((h.first for h in heads if h.first > one.head.first), default=len(words))
    found = []
    for i in range(one.head.last, min(stop, len(words) - 1)):
        mark = phrase.marks[i]
        force = one.name == "EntryIntoForce" and words[i - 1] in {"for", "in"}
        by = words[i - 2] in {",", "and"} and words[i - 1] in ({"by", "of"} if one.head.form == "noun" else {"by"})
        fits = force or by or words[i - 1] in {"and", ",", ";", "by", ":"}
        if (
            mark is None
            or mark.letter not in ("ABL" if force else "AB" if by else "A")
            or not (fits and (finder.memory.is_state(mark) or _is_country(mark)))
        ):
            continue
        name, behind = _name_inside(words, i + 1, one.name)
        at = i - 2 if words[i - 1] == "," and opens_gap(phrase, i - 2) else _find_day(phrase, behind)
        if words[i + 1 : i + 3] in (["too", "."], ["too", ","], ["too", ";"]) and words[i - 1] == "and":
            found.append(replace(one, doer=Doer(finder.memory.states_of(mark), i), dates=(None,)))
        elif at is not None:
            day = told_closer(phrase, at)
            head = replace(one.head, last=at + 1)
            doer = Doer(finder.memory.states_of(mark), i)
            found.append(replace(one, name=name, doer=doer, dates=(day,), head=head))
    return found


def _name_inside(words: Sequence[str], i: int, name: str) -> tuple[str, int]:
    """Give the act that a bracket at item i names, and where its day may stand: "A0 ( accession , D1 )"."""
    if words[i] != "(" or i + 3 >= len(words) or words[i + 1] not in load_words("consents"):
        return name, i
    return load_pairs("columns").get(words[i + 1], name), i + 2 + (words[i + 2] in {",", ":"})


def _is_country(mark: Mark) -> bool:
    return mark.letter == "L" and "/country/" in mark.places[0]


def _find_day(phrase: Phrase, i: int) -> int | None:
    """Find the day of a State that stands before item i: "in D1", "'s on D1", ", after a long debate , on D1"."""
    words = phrase.words
    i += words[i] == "'s"
    if words[i] == ",":
        close = _close_aside(phrase, i)
        i = i + 1 if close is None else close + 1
    links = load_words("gap-links") | load_words("gap-spans")
    while i < len(words) and (words[i] in links or _is_letter(phrase, i, "L") or _is_before_day(phrase, i)):
        i += 1
    mark = phrase.marks[i] if i < len(words) else None
    return i if mark is not None and mark.date is not None else None


def _is_before_day(phrase: Phrase, i: int) -> bool:
    return phrase.words[i] == "," and phrase.words[i - 1] == "day" and _is_letter(phrase, i + 1, "D")


def _close_aside(phrase: Phrase, i: int) -> int | None:
    """Find the comma that closes an aside which the comma at item i opens; None where none is opened."""
    if _is_letter(phrase, i + 1, "D") or phrase.words[i + 1] in load_words("relative") | load_words("determiners"):
        return None
    for k in range(i + 1, min(i + 10, len(phrase.words))):
        if phrase.words[k] == ",":
            return k
        if _is_letter(phrase, k, "A") or _is_letter(phrase, k, "D") or phrase.words[k] in {"and", ";", "."}:
            return None
    return None


def _is_letter(phrase: Phrase, i: int, letter: str) -> bool:
    mark = phrase.marks[i] if i < len(phrase.words) else None
    return mark is not None and mark.letter == letter


def _gapped_standings(
    finder: Finder, phrase: Phrase, words: Sequence[str], told: Sequence[Told], one: Told
) -> list[Told]:
    """Read ", A3 since D4 and A5 since D6" behind a standing that is told with its day."""
    if one is not told[-1]:
        return []
    found = []
    for i in range(one.head.last, len(words) - 2):
        since = i + 1 + (words[i + 1] == "," and words[i + 2] == "since")
        mark, day = phrase.marks[i], phrase.marks[min(since + 1 + (words[since + 1] == "the"), len(words) - 1)]
        fits = mark is not None and mark.letter == "A" and finder.memory.is_state(mark) and words[since] == "since"
        if mark is not None and fits and day is not None and day.date is not None:
            doer, head = Doer(finder.memory.states_of(mark), i), replace(one.head, last=i + 3)
            found.append(replace(one, doer=doer, dates=(day.date.first,), head=head))
    return found


def _further(phrase: Phrase, words: Sequence[str], heads: Sequence[Head], one: Told) -> list[Told]:
    """Read "and to T3 since D4" behind a treaty and its day: the same is told of T3; a standing needs no day."""
    stop = min((h.first for h in heads if h.first > one.head.first and h.form != "echo"), default=len(words))
    stop = len(words) if one.is_claim and not {"and", "well"}.isdisjoint(words[stop:]) else stop
    found: list[Told] = []
    last = next((i for i in range(one.head.first, stop) if _is_of(phrase.marks[i], one.treaties)), stop)
    for i in range(last + 1, stop):
        treaty = phrase.marks[i]
        if treaty is None or treaty.letter != "T":
            continue
        between = words[last + 1 : i]
        behind = phrase.marks[i + 2] if i + 2 < len(words) and words[i + 1] in {"in", "on", "since", "("} else None
        before = [m for m in phrase.marks[last + 1 : i] if m is not None and m.letter == "D"]
        day = behind if behind is not None else before[-1] if before and "since" in between[1:] else None
        date = day.date.first if day is not None and day.date is not None else None
        joined = _is_joined(between) and set(treaty.treaties).isdisjoint(one.treaties)
        if joined and treaty.treaties and (date is not None or (one.is_claim and bool({"to", "with"} & set(between)))):
            head = replace(one.head, last=i + 1)
            found.append(replace(one, treaties=treaty.treaties, dates=(date,), head=head))
        elif not joined:
            break
        last = i
    return found


def _is_of(mark: Mark | None, treaties: Sequence[str]) -> bool:
    return mark is not None and mark.letter == "T" and mark.treaties == treaties


def _is_joined(between: Sequence[str]) -> bool:
    """Tell whether words only join a treaty to the one before: "since D1 , and to the two"."""
    if {"(", ")"} <= set(between):
        between = [*between[: between.index("(")], *between[between.index(")") + 1 :]]
    link = next((word for word in ("and", "well") if word in between), None)
    if link is not None and between[:2] == [",", "which"]:
        between = between[len(between) - 1 - list(reversed(between)).index(link) :]
    plain = [word for word in between if not (word[:1] == "D" and word[1:].isdigit())]
    return bool({"and", ",", ";", "with", "well"} & set(plain)) and set(plain) <= load_words("further-links")


def read_bracketed(s: Sentence, head: Head, name: str, doer: Doer) -> list[Told] | None:
    """Read "A0 ( D1 ) and A2 ( D3 ) have ratified T4", "by A0 ( D1 ) and A2 ( D3 )": a day for each."""
    close = next((i for i in range(head.first - 1, max(2, head.first - 4), -1) if s.words[i] == ")"), doer.at + 3)
    at = close - 3 if _bracketed(s, close - 3) else doer.at
    while _bracketed(s, at - 5 - (s.words[at - 2 : at] == [",", "and"])) and s.words[at - 1] in {",", "and"}:
        at -= 5 + (s.words[at - 2 : at] == [",", "and"])
    year = _year_behind(s, head)
    found: list[Told] = []
    while (day := _bracketed(s, at)) is not None:
        mark = s.phrase.marks[at]
        states = s.memory.states_of(mark) if mark is not None else ()
        date = year + day.first[4:] if year and day.inferred else day.first
        found += tell(s, head, name, Doer(states, at), "done", date=date) or []
        at += 5 + (s.words[at + 4 : at + 6] == [",", "and"])
    return found or None


def _bracketed(s: Sentence, at: int) -> DateMention | None:
    """Give the day in brackets behind the State at an item: "A0 ( D1 )"."""
    if at < 0 or at + 3 >= len(s.words) or s.words[at + 1] != "(" or s.words[at + 3] != ")":
        return None
    state, day = s.phrase.marks[at], s.phrase.marks[at + 2]
    return day.date if state is not None and day is not None and s.memory.is_state(state) else None


def _year_behind(s: Sentence, head: Head) -> str | None:
    """Give the year that is told of all behind a head: "A0 ( D1 ) and A2 ( D3 ) both joined in D4"."""
    for i in range(head.first, min(head.last + 4, len(s.words))):
        mark = s.phrase.marks[i]
        if mark is not None and mark.date is not None and s.words[i - 1] in {"in", "the"}:
            return mark.date.first if len(mark.date.first) == 4 else None
    return None


_FELLOW = frozenset(
    "neighbour neighbours neighbor neighbors fellow partner partners ally allies states members".split()
)


def find_fellows(s: Sentence, head: Head) -> tuple[str, ...]:
    """Give the States who did it too: "signed on D0 , together with B1"."""
    joined = s.after is not None and s.words[head.last : s.after.first] == ["and"]
    stop = min(s.after.first if s.after and not joined else len(s.words), head.last + 14)
    for i in range(head.last, stop):
        mark = s.phrase.marks[i]
        if mark is not None and mark.letter in "AB" and s.memory.is_state(mark):
            dated = s.phrase.marks[i - 2]
            told = s.words[i - 1] == "with" and dated is not None and dated.letter == "D"
            near = i
            while near > head.last and (s.words[near - 1] in _FELLOW or s.words[near - 1] in load_words("own")):
                near -= 1
            return s.memory.states_of(mark) if told or says("fellows", s.words[near - 2 : near]) else ()
        if s.words[i] in {";", "while", "which", "who", "when"}:
            break
    return ()
