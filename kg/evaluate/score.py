"""The counting of right, false and missed answers, field by field."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kg.evaluate.align import align, slot_agrees
from kg.evaluate.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.evaluate.answer import Answer, FoundAction, FoundClaim, FoundEvent, Role
    from kg.evaluate.gold import Gold, GoldAction, GoldClaim, GoldEvent, GoldRole

Item = TypeVar("Item")

HEADLINE = ("event", "slots", "participation+role", "treaty action", "status claim", "affiliation")
"""The fields whose mean F1 is the headline."""


@dataclass(slots=True)
class Count:
    """Right (`tp`), false (`fp`) and missed (`fn`) answers."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """The share of the answers that are right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """The share of what there was to find that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Count(tp=2, fp=2, fn=0).f1
        0.6666666666666666
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Counts by field, and every error in words."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: list[str] = field(default_factory=list)

    @property
    def headline(self) -> float:
        """The mean F1 of the six fields that matter most."""
        return sum(self.counts.get(name, Count()).f1 for name in HEADLINE) / len(HEADLINE)

    def rows(self) -> list[dict[str, str | float | int]]:
        """Give one row a field, in the order of letters."""
        return [
            {
                "field": name,
                "precision": round(count.precision, 3),
                "recall": round(count.recall, 3),
                "f1": round(count.f1, 3),
                "tp": count.tp,
                "fp": count.fp,
                "fn": count.fn,
            }
            for name, count in sorted(self.counts.items())
        ]

    def right(self, name: str) -> None:
        """Count a right answer."""
        self.counts[name].tp += 1

    def false(self, name: str, number: int = 1, *, error: str = "") -> None:
        """Count answers that should not be there."""
        self.counts[name].fp += number
        self._tell(error)

    def missed(self, name: str, *, error: str = "") -> None:
        """Count an answer that should be there."""
        self.counts[name].fn += 1
        self._tell(error)

    def chosen(self, name: str, *, right: bool) -> None:
        """Count the one answer to a question that has one: a wrong one is false, and the right one missed."""
        if right:
            self.right(name)
        else:
            self.false(name)
            self.missed(name)

    def found(self, name: str, *, hit: bool, error: str = "") -> None:
        """Count something annotated as right or missed."""
        if hit:
            self.right(name)
        else:
            self.missed(name, error=error)

    def _tell(self, error: str) -> None:
        if error:
            self.errors.append(error)


Tie = tuple[str, str, str]
"""An occasion and two actors that met there."""


def score(golds: Sequence[Gold], unmerged: Answer, merged: Answer | None = None) -> Score:
    """Compare a graph with annotations.

    `unmerged` is a graph in which each document has events of its own; `merged`, where given, is one in which
    documents share events, and adds how often two documents' accounts were rightly taken for one occasion.
    """
    result = Score()
    ties: set[Tie] = set()
    found_ties: set[Tie] = set()
    for gold in golds:
        events = unmerged.events.get(gold.identifier, ())
        paired = align(gold.events, events, unmerged)
        _score_events(gold, events, paired, unmerged, result)
        for place, event in enumerate(gold.events):
            found = events[paired[place]].roles if place in paired else ()
            _score_roles(gold, event, found, unmerged, result)
            if not event.optional:
                ties |= _ties(event.key, {name_key(role.actor) for role in event.roles})
                found_ties |= _ties(event.key, {_known_as(role.actor, event, unmerged) for role in found})
        _score_stray(gold, events, paired, unmerged, result)
        _score_actions(gold, unmerged, result)
        _score_claims(gold, unmerged, result)
        _score_posts(gold, unmerged, result)
    edge = result.counts["co-participation edge"]
    edge.tp, edge.fp, edge.fn = len(ties & found_ties), len(found_ties - ties), len(ties - found_ties)
    if merged is not None:
        _score_identity(golds, merged, result)
    return result


def _score_events(
    gold: Gold, events: Sequence[FoundEvent], paired: dict[int, int], answer: Answer, result: Score
) -> None:
    for place, event in enumerate(gold.events):
        if event.optional:
            continue
        result.found("event", hit=place in paired, error=f"{gold.identifier}: missed event {event.hint}")
        if place in paired:
            found = events[paired[place]]
            result.chosen("event type", right=bool(event.types & found.types))
            _score_slots(gold, event, found, answer, result)


def _score_slots(gold: Gold, event: GoldEvent, found: FoundEvent, answer: Answer, result: Score) -> None:
    values = dict(found.slots)
    if "city" in event.slots and "country" not in event.slots:
        values.pop("country", None)  # whoever knows the city knows the country
    if "end" not in event.slots and values.get("end") == values.get("start"):
        values.pop("end", None)
    for slot in sorted({*event.slots, *values}):
        right = slot in event.slots and slot in values and slot_agrees(slot, event.slots[slot], values[slot], answer)
        for name in ("slots", f"slot {slot}"):
            if right:
                result.right(name)
                continue
            if slot in values:
                result.false(name)
            if slot in event.slots:
                result.missed(name)
        if not right:
            said = answer.label(values[slot]) if slot in values else "nothing"
            expected = event.slots.get(slot, "nothing")
            result.errors.append(f"{gold.identifier}: {event.identifier} {slot} is {expected}, found {said}")


def _score_roles(gold: Gold, event: GoldEvent, found: Sequence[Role], answer: Answer, result: Score) -> None:
    left = list(found)
    for role in event.roles:
        hit = _take(left, (one for one in left if one.role == role.role and role.names & answer.named(one.actor)))
        if not role.optional:
            error = f"{gold.identifier}: missed role {event.identifier} {role.actor} {role.role}"
            result.found("participation+role", hit=hit is not None, error=error)
    people = _people(event.roles)
    free = [names for names, optional in people if optional]
    for actor, name in left:
        if not event.optional and not any(names & answer.named(actor) for names in free):
            error = f"{gold.identifier}: false role {event.identifier} {answer.label(actor)} {name}"
            result.false("participation+role", error=error)
    _score_presence(event, people, sorted({role.actor for role in found}), answer, result)


def _score_presence(
    event: GoldEvent, people: list[tuple[frozenset[str], bool]], actors: list[str], answer: Answer, result: Score
) -> None:
    for names, optional in people:
        hit = _take(actors, (actor for actor in actors if names & answer.named(actor)))
        if not optional:
            result.found("participation", hit=hit is not None)
    if not event.optional:
        result.false("participation", len(actors))


def _take(left: list[Item], fitting: Iterable[Item]) -> Item | None:
    """Take the first that fits out of those that are left, if there is one."""
    hit = next(iter(fitting), None)
    if hit is not None:
        left.remove(hit)
    return hit


def _people(roles: Iterable[GoldRole]) -> list[tuple[frozenset[str], bool]]:
    """Gather an actor's rows into one: all its names, and whether every row is optional."""
    gathered: dict[str, tuple[frozenset[str], bool]] = {}
    for role in roles:
        names, optional = gathered.get(role.actor, (frozenset(), True))
        gathered[role.actor] = names | role.names, optional and role.optional
    return list(gathered.values())


def _ties(occasion: str, actors: Iterable[str]) -> set[Tie]:
    return {(occasion, left, right) for left, right in itertools.combinations(sorted(actors), 2)}


def _known_as(actor: str, event: GoldEvent, answer: Answer) -> str:
    """Call an actor as the annotation does, where it knows the actor."""
    names: dict[str, frozenset[str]] = {}
    for role in event.roles:
        names[role.actor] = names.get(role.actor, frozenset()) | role.names
    known = next((name for name, keys in names.items() if keys & answer.named(actor)), None)
    return name_key(known if known is not None else answer.label(actor))


def _score_stray(
    gold: Gold, events: Sequence[FoundEvent], paired: dict[int, int], answer: Answer, result: Score
) -> None:
    """Count events that no annotation knows, with all their roles, as false."""
    matched = set(paired.values())
    for place, event in enumerate(events):
        if place not in matched:
            kinds = ", ".join(sorted(event.types))
            result.false("event", error=f"{gold.identifier}: false event {kinds} {answer.label(event.iri)}")
            result.false("participation+role", len(event.roles))
            result.false("participation", len({role.actor for role in event.roles}))


def _score_actions(gold: Gold, answer: Answer, result: Score) -> None:
    left = list(answer.actions.get(gold.identifier, ()))
    for action in gold.actions:
        hit = _take(left, (one for one in left if one.type in action.types and _same_pair(action, one, answer)))
        if action.optional:
            continue
        result.found("treaty action", hit=hit is not None, error=f"{gold.identifier}: missed action {action.hint}")
        if hit is None:
            continue
        result.chosen("action status", right=hit.outcome == action.outcome)
        if action.date:
            right = hit.date is not None and hit.date[: len(action.date)] == action.date
            result.found("action date", hit=right)
            if hit.date and not right:
                result.false("action date")
    for found in left:
        said = f"{answer.label(found.state)} {found.type} {answer.label(found.treaty)}"
        result.false("treaty action", error=f"{gold.identifier}: false action {said}")


def _score_claims(gold: Gold, answer: Answer, result: Score) -> None:
    left = list(answer.claims.get(gold.identifier, ()))
    for claim in gold.claims:
        hit = _take(left, (one for one in left if one.status == claim.status and _same_pair(claim, one, answer)))
        if not claim.optional:
            result.found("status claim", hit=hit is not None, error=f"{gold.identifier}: missed claim {claim.hint}")
    implied = {(action.state, action.treaty) for action in gold.actions}
    for found in left:
        pairs = itertools.product(answer.named(found.state), answer.named(found.treaty))
        if implied.isdisjoint(pairs):  # a status that an annotated action implies is neither right nor false
            said = f"{answer.label(found.state)} {found.status} {answer.label(found.treaty)}"
            result.false("status claim", error=f"{gold.identifier}: false claim {said}")


def _same_pair(gold: GoldAction | GoldClaim, found: FoundAction | FoundClaim, answer: Answer) -> bool:
    """Tell whether both speak of the same State and the same treaty."""
    return gold.state in answer.named(found.state) and gold.treaty in answer.named(found.treaty)


def _score_posts(gold: Gold, answer: Answer, result: Score) -> None:
    left = list(answer.posts.get(gold.identifier, ()))
    for post in gold.posts:
        same = [found for found in left if post.person in answer.named(found.person)]
        if not post.bodies:
            left = [found for found in left if found not in same]
            continue
        hit = _take(left, (one for one in same if any(post.bodies & answer.named(body) for body in one.bodies)))
        if not post.optional:
            result.found("affiliation", hit=hit is not None, error=f"{gold.identifier}: missed affiliation {post.hint}")
    for found in left:
        if found.bodies:
            error = f"{gold.identifier}: false affiliation {answer.label(found.person)}"
            result.false("affiliation", error=error)


def _score_identity(golds: Sequence[Gold], merged: Answer, result: Score) -> None:
    """Count pairs of accounts, from two documents, that are of one occasion or were taken for one."""
    accounts: list[tuple[str, str, str | None]] = []
    for gold in golds:
        wanted = [event for event in gold.events if not event.optional]
        events = merged.events.get(gold.identifier, ())
        paired = align(wanted, events, merged)
        for place, event in enumerate(wanted):
            accounts.append((gold.identifier, event.key, events[paired[place]].iri if place in paired else None))
    for left, right in itertools.combinations(accounts, 2):
        if left[0] == right[0]:
            continue
        same = left[1] == right[1]
        taken = left[2] is not None and left[2] == right[2]
        if same and taken:
            result.right("event identity (pairs)")
        elif taken:
            result.false("event identity (pairs)")
        elif same:
            result.missed("event identity (pairs)")
