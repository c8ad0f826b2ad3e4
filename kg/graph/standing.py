"""Where each State stands towards each treaty on any day, as the depositary's record has it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from kg.errors import VocabularyError
from kg.graph.rdf import REFERENCE
from kg.graph.rule import Delay, Period, Rule
from kg.graph.sparql import read_report
from kg.graph.vocab import NAMESPACE
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph

Status = Literal["state_party", "signatory", "withdrawn", "none"]
Standing = Literal["none", "signatory", "bound", "state_party", "leaving", "withdrawn"]

_CONSENT = frozenset({"Ratification", "Acceptance", "Approval", "Accession", "Succession"})
_RANK: tuple[Standing, ...] = ("none", "signatory", "bound", "state_party", "leaving", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that a State did about a treaty, as the record has it."""

    type: str
    """Local name of the class: `Signature`, `Ratification`, ... `Withdrawal`, `EntryIntoForce`."""
    date: str
    """ISO day, month or year: that of the signature, the deposit, the notice of withdrawal."""
    effective: str | None = None
    """From when it has effect, where the record says so."""


class Change(NamedTuple):
    """From when a State stands anew; `signed` tells whether it had signed by then."""

    period: Period
    standing: Standing
    signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of time over which a State stood towards a treaty in one way.

    The ends are days, or a month or a year where the record knows no more; `first` is None where the
    interval has no beginning, `last` where it has not ended.
    """

    first: str | None
    last: str | None
    standing: Standing
    """Finer than the status: `bound` has consented but is not a party yet, `leaving` has notified its withdrawal."""
    status: Status


def find_changes(acts: Iterable[Act], rule: Rule) -> tuple[Change, ...]:
    """Order what a State did into the changes of its standing, the oldest first.

    A State is a party from the day that the record gives for the entry into force for it, else from the
    day that the treaty's own rule gives. It stays one until its withdrawal takes effect. A withdrawal
    notified while the treaty binds nobody takes back the consent alone, as a revocation does: who had signed
    is a signatory again.
    A succession carries its predecessor's signature.

    >>> ottawa = Rule(entry_into_force="1999-03-01", delay=Delay(months=6), first_of_month=True)
    >>> [change.standing for change in find_changes([Act(type="Accession", date="2005-07-01")], ottawa)]
    ['bound', 'state_party']
    """
    listed = list(acts)
    signatures = [Period.from_iso(act.date) for act in listed if act.type in {"Signature", "Succession"}]
    stated = sorted(Period.from_iso(act.date) for act in listed if act.type == "EntryIntoForce")
    found: list[tuple[Period, Standing]] = [(signature, "signatory") for signature in signatures]
    for act in listed:
        if act.type in _CONSENT:
            known = [Period.from_iso(act.effective)] if act.effective else stated
            found += _consent(Period.from_iso(act.date), rule, known)
        elif act.type == "Revocation":
            found.append((Period.from_iso(act.date), "none"))
        elif act.type == "Withdrawal":
            found += _withdrawal(act, rule)
    ordered = sorted(found, key=lambda pair: (pair[0], _RANK.index(pair[1])))
    return tuple(_keep(ordered, signatures))


def _consent(deposit: Period, rule: Rule, stated: list[Period]) -> Iterator[tuple[Period, Standing]]:
    begins = next((day for day in stated if day >= deposit), stated[-1] if stated else rule.binds(deposit))
    if begins is None or begins.low > deposit.low:
        yield deposit, "bound"
    if begins is not None:
        yield begins, "state_party"


def _withdrawal(act: Act, rule: Rule) -> Iterator[tuple[Period, Standing]]:
    notice = Period.from_iso(act.date)
    if rule.entry_into_force is None or notice < Period.from_iso(rule.entry_into_force):
        yield notice, "none"
        return
    yield notice, "leaving"
    effect = Period.from_iso(act.effective) if act.effective else rule.releases(notice)
    if effect:
        yield effect, "withdrawn"


def _keep(ordered: list[tuple[Period, Standing]], signatures: list[Period]) -> Iterator[Change]:
    """Leave out what changes nothing, such as a signature by a party, and all but the last change of one date."""
    now: Standing = "none"
    for place, (period, reached) in enumerate(ordered):
        if any(later == period for later, _ in ordered[place + 1 :]):
            continue
        signed = any(signature <= period for signature in signatures)
        taken_back = reached == "none" and signed
        standing: Standing = "signatory" if taken_back else reached
        weaker = standing in {"signatory", "bound"} and now in {"bound", "state_party", "leaving"}
        if standing != now and (taken_back or not weaker):
            yield Change(period, standing, signed)
            now = standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """How a State or a treaty of the record is called."""

    label: str
    code: str | None = None
    """ISO 3166 alpha-3 code of a State."""
    others: tuple[str, ...] = ()
    """Every name and code that it goes by."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """The depositaries' record: who did what about which treaty, and what follows from it.

    Days are ISO days, months or years; a month or a year stands for its last day. A change that is dated
    by its month or year alone counts from the last day that it may mean, so that nobody is called a party
    too early; `possible` tells what may be true in between.
    """

    states: Mapping[str, Name]
    treaties: Mapping[str, Name]
    rules: Mapping[str, Rule]
    acts: Mapping[tuple[str, str], tuple[Act, ...]]
    """What is on record, by State and treaty."""
    changes: Mapping[tuple[str, str], tuple[Change, ...]]
    """What follows from it, by State and treaty."""
    as_at: str
    """The last day on which the record has something happen."""
    beyond: Mapping[str, Name] = field(default_factory=dict)
    """Other States and treaties that the reference data name: States that are no more, treaties without a record."""

    @classmethod
    def from_store(cls, store: pyoxigraph.Store) -> Record:
        """Read the record out of the reference graph of a store; VocabularyError where a date or a rule is none."""
        named: dict[str, Name] = {}
        for row in rows_of(store, "record-names"):
            others = named[row["thing"]].others if row["thing"] in named else ()
            named[row["thing"]] = Name(label=row["label"], others=(*others, row["name"]))
        rules: dict[str, Rule] = {}
        treaties: dict[str, Name] = {}
        for row in rows_of(store, "record-treaties"):
            treaty = row["treaty"]
            treaties[treaty] = Name(label=row["label"], others=named[treaty].others)
            rules[treaty] = _rule(row)
        states = {
            row["state"]: Name(label=row["label"], code=row.get("iso3"), others=named[row["state"]].others)
            for row in rows_of(store, "record-states")
        }
        gathered: defaultdict[tuple[str, str], list[Act]] = defaultdict(list)
        for row in rows_of(store, "record-acts"):
            act = Act(type=row["type"].removeprefix(NAMESPACE), date=row["date"], effective=row.get("effective"))
            gathered[row["state"], row["treaty"]].append(act)
        acts = {pair: tuple(listed) for pair, listed in sorted(gathered.items())}
        try:
            changes = {pair: find_changes(listed, rules.get(pair[1], Rule())) for pair, listed in acts.items()}
            days = [Period.from_iso(act.effective or act.date).high for listed in acts.values() for act in listed]
        except ValueError as error:
            why = f"{error}; mend the file in the store's folder `reference` and build again"
            raise VocabularyError("the record", why) from error
        as_at = max(days).isoformat() if days else ""
        beyond = {iri: name for iri, name in named.items() if iri not in states and iri not in treaties}
        return cls(
            states=states, treaties=treaties, rules=rules, acts=acts, changes=changes, as_at=as_at, beyond=beyond
        )

    @classmethod
    @lru_cache(maxsize=1)
    def from_files(cls) -> Record:
        """Read the record that the package ships."""
        import pyoxigraph

        store = pyoxigraph.Store()
        graph = pyoxigraph.NamedNode(REFERENCE)
        for path in sorted((folder("ontology") / "reference").rglob("*.ttl")):
            store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
        return cls.from_store(store)

    def covers(self, treaty: str) -> bool:
        """Tell whether the record has any act about a treaty."""
        return any(named == treaty for _, named in self.acts)

    def status(self, state: str, treaty: str, day: str) -> Status:
        """Tell a State's status towards a treaty on a day."""
        change = self._last(state, treaty, day)
        return _status(change.standing, signed=change.signed) if change else "none"

    def standing(self, state: str, treaty: str, day: str) -> Standing:
        """Tell a State's standing on a day, finer than its status: bound but not yet a party, party but leaving."""
        change = self._last(state, treaty, day)
        return change.standing if change else "none"

    def possible(self, state: str, treaty: str, day: str) -> frozenset[Standing]:
        """List every standing that may have been a State's on some day of a day, month or year."""
        period = Period.from_iso(day)
        changes = self.changes.get((state, treaty), ())
        settled = [change for change in changes if change.period.high <= period.low]
        open_ones = [c for c in changes if c.period.low <= period.high and c.period.high > period.low]
        start: Standing = settled[-1].standing if settled else "none"
        return frozenset({start, *(change.standing for change in open_ones)})

    def since(self, state: str, treaty: str, day: str) -> str | None:
        """Tell from when a State has had the status that it has on a day; None where nothing ever happened."""
        reached = self._until(state, treaty, day)
        if not reached:
            return None
        statuses = [_status(change.standing, signed=change.signed) for change in reached]
        place = len(statuses) - 1
        while place and statuses[place - 1] == statuses[place]:
            place -= 1
        return None if statuses[place] == "none" else reached[place].period.to_iso()

    def intervals(self, state: str, treaty: str) -> tuple[Interval, ...]:
        """List how a State stood towards a treaty from the beginning on, without gap or overlap."""
        changes = self.changes.get((state, treaty), ())
        firsts = [None, *(change.period.to_iso() for change in changes)]
        lasts = [*(_day_before(change.period) for change in changes), None]
        kinds: list[tuple[Standing, bool]] = [("none", False), *((c.standing, c.signed) for c in changes)]
        return tuple(
            Interval(first=first, last=last, standing=standing, status=_status(standing, signed=signed))
            for first, last, (standing, signed) in zip(firsts, lasts, kinds, strict=True)
        )

    def parties(self, treaty: str, day: str) -> int:
        """Count the States for which a treaty is in force on a day."""
        return sum(self.status(state, treaty, day) == "state_party" for state in self._actors(treaty))

    def consents(self, treaty: str, day: str) -> int:
        """Count the States that have deposited their consent by a day and have not left: what depositaries print."""
        bound = {"bound", "state_party", "leaving"}
        return sum(self.standing(state, treaty, day) in bound for state in self._actors(treaty))

    def _actors(self, treaty: str) -> list[str]:
        return [state for state, named in self.changes if named == treaty]

    def _until(self, state: str, treaty: str, day: str) -> tuple[Change, ...]:
        end = _last_day(day)
        return tuple(change for change in self.changes.get((state, treaty), ()) if change.period.high <= end)

    def _last(self, state: str, treaty: str, day: str) -> Change | None:
        changes = self.changes.get((state, treaty))
        if not changes:
            return None
        end = _last_day(day)
        return next((change for change in reversed(changes) if change.period.high <= end), None)


@lru_cache(maxsize=8192)
def _last_day(day: str) -> date:
    return Period.from_iso(day).high


def _status(standing: Standing, *, signed: bool) -> Status:
    if standing == "bound":
        return "signatory" if signed else "none"
    return "state_party" if standing == "leaving" else standing


def _day_before(period: Period) -> str:
    if period.low == period.high:
        return (period.low - timedelta(days=1)).isoformat()
    return period.to_iso()


def _rule(row: Mapping[str, str]) -> Rule:
    return Rule(
        entry_into_force=row.get("inForce"),
        delay=Delay.from_iso(row.get("delay", "P0D")),
        first_of_month=row.get("firstDay") == "true",
        together=row.get("together") == "true",
        notice=Delay.from_iso(row["notice"]) if "notice" in row else None,
    )


def rows_of(store: pyoxigraph.Store, name: str) -> Iterator[dict[str, str]]:
    """Answer one of the queries of `queries/reports/`: variable to value, without those that are unbound."""
    import pyoxigraph

    found = cast("pyoxigraph.QuerySolutions", store.query(read_report(name), use_default_graph_as_union=True))
    names = [variable.value for variable in found.variables]
    for solution in found:
        values = {name: solution[name] for name in names}
        yield {
            name: value.value
            for name, value in values.items()
            if isinstance(value, pyoxigraph.Literal | pyoxigraph.NamedNode)
        }
