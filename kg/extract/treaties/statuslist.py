"""Lists and answers: States below a line that says what they did, and "yes" behind a question."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.act import Head, Mood
from kg.extract.treaties.memory import Doer
from kg.extract.treaties.statuscolumn import find_columns, read_columns
from kg.extract.treaties.statusmind import CONSENTS, DENIED, STANDINGS, Finder, Told
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Span, StatusClaim, TreatyAction

_NEAR = 4
"""Sentences within which the head of a column that names no act goes on with what was spoken of."""


def keep_row(finder: Finder, state: str, name: str, date: str | None, span: Span) -> None:
    """Keep what a list or table says of a State and the treaty spoken of last."""
    for treaty in finder.treaty:
        if name in STANDINGS:
            as_of = finder.listed_on
            finder.claims.append(StatusClaim(state=state, treaty=treaty, status=name, as_of=as_of, span=span))
        else:
            finder.actions.append(to_action(finder, name, state, treaty, "done", date or finder.listed_day, span))


def read_answer(finder: Finder, phrase: Phrase, words: Sequence[str]) -> list[Told]:
    """Read "They are A0 ." behind "three countries have joined": those of whom the last sentence gave the number."""
    if load_pairs("answers").keys() & set(words[:3]):
        return _read_yes(finder, phrase, words)
    near = finder.told if finder.told_at == finder.number - 1 else ()
    last = next((one for one in reversed(near) if not one.doer.states), None)
    at = _find_naming(words)
    if last is None or not at:
        return []
    at += words[at : at + 1] == [":"]
    mark = phrase.marks[at] if at < len(words) else None
    if mark is None or not finder.memory.is_state(mark) or not (last.is_claim or last.mood == "done"):
        return []
    return [replace(last, doer=Doer(finder.memory.states_of(mark), at), head=replace(last.head, first=0, last=at))]


def _find_naming(words: Sequence[str]) -> int:
    """Give where the names follow in "they are A0", "the newcomers were A0"; 0 where no names are announced."""
    be = next((i for i, word in enumerate(words[:6]) if word in {"are", "were"}), 0)
    named = words[be - 1] in load_words("counted-states") or words[be - 1] in {"they", "these", "those", "newcomers"}
    return be + 1 if be and named and "of" not in words[:be] else 0


def _read_yes(finder: Finder, phrase: Phrase, words: Sequence[str]) -> list[Told]:
    """Read "yes , since D0" and "no ." behind a question whether a State is a party."""
    asked = finder.asked if finder.number - finder.asked_at == 1 else None
    at = 2 if words[1:2] == [":"] else 0
    answer = load_pairs("answers").get(words[at]) if at < len(words) else None
    if asked is None or not asked.doer.states or answer is None:
        return []
    day = next((mark.date for mark in phrase.marks if mark is not None and mark.letter == "D"), None)
    since = day.first if day is not None and "since" in words else None
    head = replace(asked.head, first=at, last=at + 1)
    if not asked.is_claim:
        date = day.first if day is not None else None
        return [replace(asked, mood="done" if answer == "yes" else "denied", head=head, dates=(date,))]
    return [replace(asked, name=asked.name if answer == "yes" else "NotParty", head=head, dates=(since,))]


def note_question(finder: Finder, phrase: Phrase, words: Sequence[str], heads: Sequence[Head]) -> None:
    """Keep in mind what a question asks, for "A0 all are" and "yes , since D1" behind it."""
    if len(heads) != 1 or heads[0].form not in {"verb", "standing"}:
        return
    head = heads[0]
    treaties = next((m.treaties for m in phrase.marks_in("T")), finder.treaty)
    marks = [m for m in phrase.marks[: head.first] if m is not None and finder.memory.is_state(m)]
    states = finder.memory.states_of(marks[0]) if len(marks) == 1 else ()
    name = head.row.fields.get("status") or head.row.fields["action"]
    if finder.memory.issuer is None and len(states) == 1:
        finder.memory.issuer = states[0]  # "we" in the answer is the State that is asked about
    if treaties and not says("denying", words):
        finder.asked_at = finder.number
        finder.asked = Told(head=head, name=name, doer=Doer(states, -1), treaties=treaties, mood="done", dates=(None,))


def _listed_standing(heads: Sequence[Head], words: Sequence[str], *, heading: bool = False) -> str | None:
    """Give the standing that a heading of a list speaks of: "Still outside", "Who has signed but not ratified"."""
    titles = load_pairs("list-titles")
    said = titles.get(" ".join(words[:3])) or titles.get(" ".join(words[:-1] if words[-1:] == [":"] else words))
    if said is not None:
        return said
    names = [
        head.row.fields.get("status") or head.row.fields.get("action")
        for head in heads
        if head.form in {"standing", "verb", "instrument"}
    ]
    if heads and heads[0].form == "force" and words[heads[0].first] == "bound":
        names.append("NotParty" if says("denying", words) else "StateParty")
    if len(names) == 1 and heads[0].form == "standing":
        denied = says("denying", words[: heads[0].first])
        return "NotParty" if denied else names[0]
    signed = names[:1] == ["Signatory"] and set(names[1:]) <= set(CONSENTS)  # "signatories that have not ratified"
    if (signed or names == ["Signature", "Ratification"]) and says("denying", words):
        return "NotParty" if words[0] in {"neither", "not"} else "Signatory"
    if len(names) > 1 and set(names) <= set(CONSENTS) and not says("denying", words):
        return "StateParty"
    if words[-1] == ":" and len(set(names)) == 1 and names[0] and not says("denying", words):
        open_ended = says("planning", words) or says("wishing", words)
        return None if open_ended else names[0]
    if (words[-1] == ":" or heading) and not names and len(heads) == 1 and heads[0].form == "noun":
        lodged = says("lodged", words[heads[0].last :]) or heads[0].last - heads[0].first > 1
        lead = sum(word.isalpha() for word in words[: heads[0].first])
        opens = lead <= 2 * heading  # "1.2 ratifications to D0 :"; "annex : ratifications of T0 in order of deposit"
        lists = lodged or (words[heads[0].first].endswith("s") and (len(words) < 4 or opens))
        return heads[0].row.fields["action"] if lists and not says("denying", words) else None
    if words[-1] in {":", "by"} and not names and [head.form for head in heads] == ["deposit"]:
        return "Ratification"  # "the instruments were deposited in the following order :"
    if names and says("denying", words):
        return DENIED.get(names[0] or "")
    return load_pairs("list-titles").get(" ".join(words[-2:]))


def open_list(finder: Finder, phrase: Phrase, words: Sequence[str], heads: Sequence[Head], *, heading: bool) -> None:
    """Note what a heading or a lead line says of the lines below it."""
    here = finder.told if finder.told_at == finder.number else ()
    named = [one for one in here if one.doer.states]
    own = any(finder.memory.is_state(mark) for mark in phrase.marks_in("A"))
    if ((heading and not own) or words[-1] in {":", "by"}) and not named:
        finder.listing = _listed_standing(heads, words, heading=heading)
        finder.listed_on, finder.listed_apart = _find_day(phrase, words), heading and words[-1] != ":"
        finder.listed_day = _find_shared_day(phrase, words)
        if finder.listing == "Accession" and heads[0].row.name == "join":
            finder.listing = finder.consent or finder.listing  # "ratifications were needed ; these have come in :"
        if set(words) <= load_words("table-heads") and not load_words("dated-columns").isdisjoint(words):
            finder.listing = finder.consent if finder.number - finder.consent_at < _NEAR else None
    elif ":" in words[-4:-1]:
        _read_lead(finder, phrase, words, heads, named[0] if named else None)


def _find_day(phrase: Phrase, words: Sequence[str]) -> str | None:
    """Give the day as of which a heading tells: "States Parties as at D0"."""
    days = (m for i, m in enumerate(phrase.marks) if m is not None and m.letter == "D" and words[i - 1] in _AS_OF)
    return next((day.date.first for day in days if day.date is not None), None)


def _find_shared_day(phrase: Phrase, words: Sequence[str]) -> str | None:
    """Give the one day of a lead line on which all below it acted: "the following countries signed T0 on D1 :"."""
    days = phrase.marks_in("D") if words[-1] == ":" else []
    at = next((i for i, m in enumerate(phrase.marks) if m is not None and m.letter == "D"), 0)
    fits = len(days) == 1 and words[at - 1] in {"on", "in"}
    return days[0].date.first if fits and days[0].date is not None else None


_AS_OF = frozenset({"of", "at", "on"})


def _read_lead(finder: Finder, phrase: Phrase, words: Sequence[str], heads: Sequence[Head], told: Told | None) -> None:
    """Read a lead line with the first line of its list behind it: "states parties : A0", and A1 in the next line."""
    at = len(words) - 1 - list(reversed(words)).index(":")
    whole = words[-1] == "."
    words, marks = (words[:-1], phrase.marks[:-1]) if whole else (words, phrase.marks)
    if any(mark is None and word != "," for word, mark in zip(words[at + 1 :], marks[at + 1 :], strict=True)):
        return
    if told is not None:
        finder.listing = told.name if told.mood == "done" and told is finder.told[-1] else None
        return
    finder.listing = _listed_standing([h for h in heads if h.last <= at + 1], words[: at + 1])
    if finder.listing is not None:
        read_row(finder, replace(phrase, marks=marks[at + 1 :]), words[at + 1 :])
    if whole:
        finder.listing = None


def read_row(finder: Finder, phrase: Phrase, words: Sequence[str]) -> bool:
    """Read a line under such a heading: States, the day of each, and nothing else."""
    columns = load_pairs("columns")
    if ":" in words and not any(phrase.marks[: words.index(":")]):
        return False  # a line with a lead of its own
    marks = [m for m in phrase.marks if m is not None]
    own = [*words[: words.index("(")], *words[words.index(")") :]] if {"(", ")"} <= set(words) else words
    rest = [w for w in own if not _is_mark(w) and w[:1].isalpha() and w not in columns]
    if not marks or any(m.letter not in "ABLD" for m in marks) or marks[0].letter == "D" or len(rest) > 2:
        return False
    days: dict[str, str | None] = {}
    acts: dict[str, str] = {}
    states: tuple[str, ...] = ()
    for i, (word, mark) in enumerate(zip(words, phrase.marks, strict=True)):
        if mark is not None and finder.memory.is_state(mark):
            states = finder.memory.states_of(mark)
            after = next((m for m in phrase.marks[i + 1 :] if m is not None), None)
            days |= dict.fromkeys(states, after.date.first if after is not None and after.date is not None else None)
        elif word in columns and mark is None:
            acts |= dict.fromkeys(states, columns[word])
    if not any(days.values()) and finder.listing not in STANDINGS and finder.listed_apart:
        return False  # "Signatures", and the names of those who wrote a letter
    if any(days.values()) is False and finder.listing not in STANDINGS and not {"-", "–", "—"}.isdisjoint(words[1:]):
        return True  # "A0 - -": an empty cell
    for state, day in days.items():
        keep_row(finder, state, acts.get(state, finder.listing or ""), day, phrase.span)
    return bool(days)


def _is_mark(word: str) -> bool:
    return word[0].isupper() and word[1:].isdigit()


def read_item(finder: Finder, phrase: Phrase, words: Sequence[str], heads: Sequence[Head], text: str) -> bool:
    """Read a line of a list, of several that stand side by side, or their heads; False where it is none."""
    if finder.listing and not heads and len(words) < 40 and read_row(finder, phrase, words):
        return True
    found = find_columns(phrase, heads, text)
    if found:
        finder.columns = found
        return True
    rows = list(read_columns(phrase, finder.columns, finder.memory, text)) if finder.columns else []
    for state, name in rows:
        keep_row(finder, state, name, None, phrase.span)
    return bool(rows)


def to_action(
    finder: Finder, name: str, state: str, treaty: str, mood: Mood, date: str | None, span: Span
) -> TreatyAction:
    """Make an action; what lies ahead of the day of the text is planned."""
    status = {"done": "Held", "planned": "Planned", "refused": "Cancelled"}.get(mood, "Held")
    if date and finder.issued and status != "Cancelled":
        size = min(len(date), len(finder.issued))
        if status == "Held" and date[:size] > finder.issued[:size]:
            status = "Planned"
        elif status == "Planned" and name == "EntryIntoForce" and date[:size] <= finder.issued[:size]:
            status = "Held"
    return TreatyAction(type=name, state=state, treaty=treaty, status=status, date=date, span=span)
