"""Treaty actions and status claims: what States did about treaties, and what their standing is said to be.

The patterns are rows of `ontology/patterns/status.ttl`. A row names its treaty by the TREATY slot, or means the
one spoken of last; the same for the State behind "it" and "which".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.pattern import Match, PatternSet, load_patterns
from kg.extract.phrase import Mark, Phrase
from kg.model import Actor, Span, StatusClaim, TreatyAction

_COLUMNS = {
    "signature": "Signature", "signed": "Signature", "ratification": "Ratification", "ratified": "Ratification",
    "accession": "Accession", "acceded": "Accession", "succession": "Succession", "acceptance": "Acceptance",
    "approval": "Approval", "withdrawal": "Withdrawal", "force": "EntryIntoForce",
}  # fmt: skip


@dataclass(slots=True)
class _Finder:
    """One pass over a document's phrases; holds which treaty and which State are spoken of."""

    states: Mapping[str, str]
    """Key of an actor → IRI of its State."""
    strict: frozenset[str]
    """Keys of the actors that are States themselves."""
    issued: str | None
    treaty: str | None = None
    state: tuple[str, ...] = ()
    claimed: bool = False
    """Whether the last sentences made a claim, so that "X is not" goes on with it."""
    columns: list[str] = field(default_factory=list)
    actions: list[TreatyAction] = field(default_factory=list)
    claims: list[StatusClaim] = field(default_factory=list)


def find_statuses(
    phrases: Sequence[Phrase], actors: Sequence[Actor], issued: str | None
) -> tuple[list[TreatyAction], list[StatusClaim]]:
    """Find what the phrases of a text say of States and treaties, in text order.

    A body acts for its State where it deposits, signs or votes; claims are about States alone.
    """
    patterns = load_patterns("status")
    finder = _Finder(
        states={a.key: a.iri or "" for a in actors if a.kind == "State"}
        | {a.key: a.state for a in actors if a.kind in {"GovernmentBody", "Person"} and a.state},
        strict=frozenset(a.key for a in actors if a.kind == "State"),
        issued=issued,
    )
    for phrase in phrases:
        if not _read_table(finder, phrase):
            _read_sentence(finder, phrase, patterns)
    return _unique_actions(finder.actions), _unique_claims(finder.claims)


# --- sentences ------------------------------------------------------------------------------------


def _read_sentence(finder: _Finder, phrase: Phrase, patterns: PatternSet) -> None:
    explained: set[int] = set()
    known = finder.treaty
    claimed_now = False
    for match in patterns.find(phrase.line):
        fields = match.pattern.fields
        if fields.get("needs") == "claim" and not (finder.claimed or claimed_now):
            continue
        verbs = _verbs(phrase, match)
        if verbs & explained:
            continue
        states = _states_of(finder, phrase, match, strict="status" in fields)
        treaties = _treaties_of(finder, phrase, match)
        if not states or not treaties:
            continue
        explained |= verbs
        span = phrase.text_span(match.begin, match.end)
        date = _date_of(phrase, match)
        for treaty in treaties:
            for state in states:
                if "status" in fields:
                    finder.claims.append(
                        StatusClaim(state=state, treaty=treaty, status=fields["status"], as_of=None, span=span)
                    )
                    claimed_now = True
                else:
                    finder.actions.append(_action(finder, fields, state, treaty, date, span))
    finder.claimed = claimed_now or (finder.claimed and len(phrase.marks) < 12)
    _remember(finder, phrase, known)


def _action(
    finder: _Finder, fields: Mapping[str, str], state: str, treaty: str, date: str | None, span: Span
) -> TreatyAction:
    status = fields["eventStatus"]
    if status == "Held" and date and finder.issued:
        size = min(len(date), len(finder.issued))
        if date[:size] > finder.issued[:size]:
            status = "Planned"
    return TreatyAction(type=fields["action"], state=state, treaty=treaty, status=status, date=date, span=span)


def _remember(finder: _Finder, phrase: Phrase, known: str | None) -> None:
    """Note which treaty and State the sentence leaves in mind."""
    treaties = [t for mark in phrase.marks_in("T") for t in mark.treaties]
    finder.treaty = treaties[-1] if treaties else known
    for mark in phrase.marks_in("A"):
        states = tuple(dict.fromkeys(finder.states[a] for a in mark.actors if a in finder.strict))
        if states:
            finder.state = states
            return
    for mark in phrase.marks_in("B"):
        states = tuple(dict.fromkeys(finder.states[a] for a in mark.actors if a in finder.strict))
        if states:
            finder.state = states
            return


def _verbs(phrase: Phrase, match: Match) -> set[int]:
    """Give the items of a match that triggered it."""
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    words = phrase.line.split(" ")
    verbs = {i for i in range(first, last + 1) if words[i] in _VERBS}
    return verbs or {i for i in range(first, last + 1) if words[i] in match.pattern.triggers}


_VERBS = frozenset(
    "sign signs signed signing ratify ratifies ratified ratifying ratification accede accedes acceded acceding accession join joins "
    "joined joining party parties signatory signatories outside withdrawal withdraw withdrew withdrawn leave left denounce "
    "denounced quit succession acceptance approval bound force member members".split()
)


def _states_of(finder: _Finder, phrase: Phrase, match: Match, *, strict: bool) -> list[str]:
    """Give the States that a match is about: of its slots, else the one that "it" stands for."""
    found: list[str] = []
    named = False
    for slot, (begin, _) in sorted(match.slots.items(), key=lambda x: x[1]):
        if slot.startswith(("SUBJECT", "ACTORS", "ANYONE")):
            named = True
            mark = phrase.marks[phrase.item_at(begin)]
            for actor in mark.actors if mark is not None else ():
                if actor in finder.states and (actor in finder.strict or not strict):
                    found.append(finder.states[actor])
    if named:
        return list(dict.fromkeys(found))
    return list(_last_states(finder, phrase, phrase.item_at(match.begin), strict=strict))


def _last_states(finder: _Finder, phrase: Phrase, item: int, *, strict: bool) -> tuple[str, ...]:
    """Give the States named last before an item: in the sentence, else in the one before."""
    for i in range(item, -1, -1):
        mark = phrase.marks[i]
        if mark is not None and mark.letter in "AB":
            states = tuple(
                dict.fromkeys(
                    finder.states[a] for a in mark.actors if a in finder.states and (a in finder.strict or not strict)
                )
            )
            if states:
                return states
    return finder.state


def _treaties_of(finder: _Finder, phrase: Phrase, match: Match) -> list[str]:
    """Give the treaties that a match is about: its slot's, the sentence's nearest, or the one in mind."""
    for slot, (begin, _) in match.slots.items():
        if slot.startswith("TREATY"):
            mark = phrase.marks[phrase.item_at(begin)]
            if mark is not None:
                return list(mark.treaties)
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    near: list[tuple[int, int, Mark]] = []
    for i, mark in enumerate(phrase.marks):
        if mark is not None and mark.letter == "T" and mark.treaties:
            cost = 0 if first <= i <= last else (first - i if i < first else i - last + 1)
            near.append((cost, i, mark))
    if near:
        return list(min(near, key=lambda x: x[:2])[2].treaties)
    return [finder.treaty] if finder.treaty else []


def _date_of(phrase: Phrase, match: Match) -> str | None:
    """Give the date of a deed: its slot's, else the nearest behind the verb, else one just before."""
    for slot, (begin, _) in match.slots.items():
        if slot.startswith("DATE"):
            mark = phrase.marks[phrase.item_at(begin)]
            if mark is not None and mark.date is not None:
                return mark.date.first
    words = phrase.line.split(" ")
    verbs = _verbs(phrase, match)
    if not verbs:
        return None
    verb = max(verbs)
    for i in range(verb + 1, min(len(words), verb + 14)):
        mark = phrase.marks[i]
        if mark is not None and mark.letter == "D" and mark.date is not None:
            return (
                None
                if words[i - 1] in {"before", "until", "by"} and "until" not in match.pattern.source
                else mark.date.first
            )
        if (
            words[i] in _VERBS
            and words[i] not in {"ratification", "accession", "force", "party", "parties"}
            or words[i] == ";"
        ):
            break
    for i in range(verb - 1, max(-1, verb - 10), -1):
        mark = phrase.marks[i]
        if mark is not None and mark.letter == "D" and mark.date is not None:
            return mark.date.first
        if words[i] in _VERBS or words[i] in {";", "and", "but"}:
            break
    return None


# --- flattened tables -----------------------------------------------------------------------------


def _read_table(finder: _Finder, phrase: Phrase) -> bool:
    """Read a row of a table that was flattened to words: "Oman accession D1 D2", or columns named above."""
    words = phrase.line.split(" ")
    heads = [_COLUMNS[w] for w in words if w in _COLUMNS]
    marks = [m for m in phrase.marks if m is not None]
    if not marks and heads and len(words) <= 12 and words[-1] != ".":
        finder.columns = heads
        return True
    if not marks or marks[0].letter != "A" or phrase.marks[0] is None or len(words) > 10 or words[-1] == ".":
        return False
    states = [finder.states[a] for a in marks[0].actors if a in finder.strict]
    if len(states) != 1 or finder.treaty is None:
        return False
    cells = [(w, m) for w, m in zip(words[1:], phrase.marks[1:], strict=True) if w not in {"|", ",", "(", ")", ":"}]
    dated = [m for _, m in cells if m is not None and m.letter == "D" and m.date is not None]
    if not dated or any(m is not None and m.letter != "D" for _, m in cells):
        return False
    kinds = heads if heads else finder.columns
    values = [m for w, m in cells if m is not None or re.fullmatch(r"[-–—]|n/a", w)]
    if heads:
        kinds = heads[:1] + (["EntryIntoForce"] if len(dated) > 1 else [])
    if not kinds:
        return False
    for kind, mark in zip(kinds, values, strict=False):
        if mark is not None and mark.date is not None:
            span = phrase.span
            finder.actions.append(
                TreatyAction(
                    type=kind, state=states[0], treaty=finder.treaty, status="Held", date=mark.date.first, span=span
                )
            )
    return True


# --- once each ------------------------------------------------------------------------------------


def _unique_actions(actions: Sequence[TreatyAction]) -> list[TreatyAction]:
    """Keep one action of a kind per State and treaty: the first, with the first date that is stated."""
    kept: dict[tuple[str, str, str], TreatyAction] = {}
    for action in actions:
        key = (action.type, action.state, action.treaty)
        first = kept.setdefault(key, action)
        if first is not action and first.date is None and action.date is not None:
            kept[key] = replace(action, status=action.status)
    return sorted(kept.values(), key=lambda a: (a.span, a.state, a.type))


def _unique_claims(claims: Sequence[StatusClaim]) -> list[StatusClaim]:
    kept: dict[tuple[str, str, str], StatusClaim] = {}
    for claim in claims:
        kept.setdefault((claim.state, claim.treaty, claim.status), claim)
    return sorted(kept.values(), key=lambda c: (c.span, c.state, c.status))
