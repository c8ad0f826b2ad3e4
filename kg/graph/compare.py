"""What texts say about the standing of States, held against the depositaries' record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.graph.rule import Period
from kg.graph.standing import rows_of
from kg.graph.vocab import NAMESPACE

if TYPE_CHECKING:
    import pyoxigraph

    from kg.graph.standing import Act, Record, Standing

Verdict = Literal["agrees", "contradicts", "cannot be told"]

_FITS: dict[str, frozenset[Standing]] = {
    "StateParty": frozenset({"bound", "state_party", "leaving"}),
    "Signatory": frozenset({"signatory", "bound"}),
    "NotParty": frozenset({"none", "signatory", "bound", "withdrawn"}),
    "Withdrawn": frozenset({"withdrawn"}),
}
"""The standings with which each claim goes together; who has deposited may be called a party or not yet one."""

_WORDS: dict[Standing, str] = {
    "none": "neither signed nor party",
    "signatory": "signatory",
    "bound": "consent deposited, not in force for it yet",
    "state_party": "State Party",
    "leaving": "State Party that has given notice of withdrawal",
    "withdrawn": "withdrawn",
}
_BRIEF: dict[Standing, str] = {"bound": "consent deposited", "leaving": "leaving"}
_CONSENT = frozenset({"Ratification", "Acceptance", "Approval", "Accession", "Succession"})


class Finding(NamedTuple):
    """A verdict and what the record has, in words."""

    verdict: Verdict
    record: str


class Comparison(NamedTuple):
    """One statement of one document, and what the record has to say to it."""

    verdict: Verdict
    state: str
    treaty: str
    said: str
    as_of: str | None
    """The day, month or year that the statement is about, else that of its document."""
    record: str
    document: str
    begin: int
    end: int
    quote: str
    statement: str
    """IRI of the claim or the action."""


def compare(record: Record, store: pyoxigraph.Store) -> tuple[Comparison, ...]:
    """Hold every status claim and every treaty action of the documents against the record, by document."""
    found: list[Comparison] = []
    for row in rows_of(store, "stated-status"):
        day = row.get("asOf") or row.get("issued")
        said = row["status"].removeprefix(NAMESPACE)
        finding = judge_claim(record, row["state"], row["treaty"], said, day)
        found.append(_comparison(record, row, finding, said, day, row["claim"]))
    for row in rows_of(store, "stated-actions"):
        kind, outcome = row["type"].removeprefix(NAMESPACE), row["status"].removeprefix(NAMESPACE)
        date, issued = row.get("date"), row.get("issued")
        finding = judge_action(record, (row["state"], row["treaty"]), kind, outcome, date=date, issued=issued)
        said = kind if outcome == "Held" else f"{kind} {outcome.lower()}"
        found.append(_comparison(record, row, finding, said, date or issued, row["action"]))
    return tuple(sorted(found, key=lambda line: (line.document, line.begin, line.said, line.statement)))


def _comparison(
    record: Record, row: dict[str, str], finding: Finding, said: str, day: str | None, statement: str
) -> Comparison:
    state, treaty = record.states.get(row["state"]), record.treaties.get(row["treaty"])
    return Comparison(
        verdict=finding.verdict,
        state=state.label if state else row.get("stateName", row["state"]),
        treaty=treaty.label if treaty else row.get("treatyName", row["treaty"]),
        said=said,
        as_of=day,
        record=finding.record,
        document=row["document"],
        begin=int(row["begin"]),
        end=int(row["end"]),
        quote=row["quote"],
        statement=statement,
    )


def judge_claim(record: Record, state: str, treaty: str, said: str, day: str | None) -> Finding:
    """Tell whether the record agrees that a State stood so on a day, or ever, where no day is known.

    A month or a year agrees where the claim is true on all of its days, and contradicts where it is on none.
    """
    gap = _gap(record, state, treaty, day)
    if gap:
        return Finding("cannot be told", gap)
    if day is None:
        possible = frozenset(interval.standing for interval in record.intervals(state, treaty))
        words = _word_course(record, state, treaty)
    else:
        possible = record.possible(state, treaty, day)
        words = " or ".join(_WORDS[standing] for standing in sorted(possible, key=list(_WORDS).index))
    fits = possible & _FITS[said]
    if fits and fits != possible:
        return Finding("cannot be told", words if day else f"depends on the day: {words}")
    since = record.since(state, treaty, day) if day else None
    return Finding("agrees" if fits else "contradicts", f"{words} since {since}" if since else words)


def _word_course(record: Record, state: str, treaty: str) -> str:
    """Tell in short from which year on a State stood how; of several standings of one year only the last."""
    years: dict[str, Standing] = {}
    for interval in record.intervals(state, treaty):
        if interval.first:
            years[interval.first[:4]] = interval.standing
    told = (f"{_BRIEF.get(standing, _WORDS[standing])} from {year}" for year, standing in years.items())
    return ", ".join(told) or _WORDS["none"]


def judge_action(
    record: Record,
    pair: tuple[str, str],
    kind: str,
    outcome: str,
    *,
    date: str | None,
    issued: str | None,
) -> Finding:
    """Tell whether the record knows of an act, of its day, or, where it was planned or refused, of none by then.

    Ratification, acceptance, approval, accession and succession are held to be one: texts mix them up, and each
    is the consent to be bound. Where the text gives no day, having happened by the day of the text is enough;
    where a plan has the day on which it then came true, that is enough too.
    """
    gap = _gap(record, *pair, date if outcome == "Held" and date else issued)
    if gap:
        return Finding("cannot be told", gap)
    days = _days(record, pair, kind)
    words = ", ".join(f"{act} {day}" for act, day in days) or f"no {kind.lower()}"
    before = [day for _, day in days if issued and Period.from_iso(day).high < Period.from_iso(issued).low]
    said_day = date is not None and any(_overlap(day, date) for _, day in days)
    if outcome != "Held" and not said_day:
        if issued is None:
            return Finding("cannot be told", words)
        return Finding("contradicts" if before else "agrees", words)
    if not days:
        return Finding("contradicts", words)
    if date:
        return Finding("agrees" if said_day else "contradicts", words)
    if issued is None:
        return Finding("cannot be told", words)
    started = any(Period.from_iso(day).low <= Period.from_iso(issued).high for _, day in days)
    return Finding("agrees" if started else "contradicts", words)


def _gap(record: Record, state: str, treaty: str, day: str | None) -> str | None:
    """Say why the record has nothing to say, where it has not."""
    if treaty not in record.treaties:
        return "the record does not cover this treaty"
    if state not in record.states:
        return "the record does not know this State"
    if day and Period.from_iso(day).low.isoformat() > record.as_at:
        return f"the record ends on {record.as_at}"
    return None


def _days(record: Record, pair: tuple[str, str], kind: str) -> list[tuple[str, str]]:
    """List the acts of a kind that are on record, with their days; both days of a withdrawal."""
    if kind == "EntryIntoForce":
        begins = [change for change in record.changes.get(pair, ()) if change.standing == "state_party"]
        return [("in force since", change.period.to_iso()) for change in begins]
    acts = [act for act in record.acts.get(pair, ()) if _same_kind(act, kind)]
    days = [(act.type.lower(), act.date) for act in acts]
    return days + [(f"{act.type.lower()} in effect", act.effective) for act in acts if act.effective]


def _same_kind(act: Act, kind: str) -> bool:
    if kind in _CONSENT:
        return act.type in _CONSENT
    leaving = {"Withdrawal", "Revocation"}
    return act.type in leaving if kind in leaving else act.type == kind


def _overlap(left: str, right: str) -> bool:
    one, other = Period.from_iso(left), Period.from_iso(right)
    return one.low <= other.high and other.low <= one.high
