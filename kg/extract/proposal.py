"""What a reader from outside may say of a text, and what of it is believed: only what quotes the text.

Names, quotes and posts are searched in the text, blanks and line breaks counting as one; what is not there
is refused with the reason. Names that the reference data knows become its States, treaties and towns.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from kg.errors import VocabularyError
from kg.extract.names.entry import INSTITUTIONS, Entry
from kg.extract.names.lexicon import load_lexicon
from kg.extract.words.moment import from_iso
from kg.model import (
    BASE,
    Actor,
    Affiliation,
    Document,
    Event,
    Fact,
    Participation,
    Place,
    Reading,
    Span,
    StatusClaim,
    Treaty,
    TreatyAction,
    fold,
    slug,
)

EVENTS = frozenset("Workshop Seminar Conference Symposium Meeting Training Ceremony Exhibition Visit".split())
ROLES = frozenset("Host Organizer Chair Sponsor Speaker Trainer Participant".split())
ACTORS = frozenset({*INSTITUTIONS, "State", "Person"})
ACTIONS = frozenset("Signature Ratification Acceptance Approval Accession Succession Withdrawal EntryIntoForce".split())
STATUSES = frozenset("Held Planned Cancelled Postponed".split())
STANDINGS = frozenset("StateParty Signatory NotParty Withdrawn".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedFact:
    """A value of an event; `city` and `country` take a name, `concerns` the name of a treaty."""

    property: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPart:
    """That an actor, by its name in the text, had a role in an event."""

    actor: str
    role: str
    quote: str
    kind: str = "Organization"
    """What the actor is, where the reference data does not know it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedEvent:
    """An event; `quote` is a mention of it."""

    type: str
    quote: str
    name: str | None = None
    facts: tuple[ProposedFact, ...] = ()
    parts: tuple[ProposedPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedAction:
    """That a State did something to a treaty."""

    type: str
    state: str
    treaty: str
    quote: str
    status: str = "Held"
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedClaim:
    """How a State stands to a treaty."""

    status: str
    state: str
    treaty: str
    quote: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPost:
    """The post of a person."""

    person: str
    quote: str
    position: str | None = None
    organization: str | None = None
    state: str | None = None


Proposal: TypeAlias = ProposedEvent | ProposedAction | ProposedClaim | ProposedPost


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """What was believed, and why the rest was not."""

    reading: Reading
    refused: tuple[str, ...]


class _RefusedError(Exception):
    """Something that the text or the vocabulary does not bear out."""


def locate(text: str, quote: str) -> Span | None:
    r"""Find a quote in a text, whatever blanks and line breaks part its words; None where it is not there.

    >>> locate("held in\n  Oslo", "in Oslo"), locate("held in Oslo", "in Bern"), locate("Oslo", " ")
    (Span(begin=5, end=14), None, None)
    """
    words = quote.split()
    if not any(any(c.isalnum() for c in word) for word in words):
        return None
    begin = text.find(quote)
    if begin >= 0 and quote == quote.strip():
        return Span(begin, begin + len(quote))
    match = re.search(r"\s+".join(map(re.escape, words)), text)
    return Span(*match.span()) if match else None


def accept(document: Document, proposals: Iterable[Proposal]) -> Acceptance:
    """Make a reading of what a reader from outside says, as far as the text bears it out.

    >>> text = "Norway hosted a seminar in Oslo."
    >>> said = ProposedEvent(type="Seminar", quote="a seminar", parts=(
    ...     ProposedPart(actor="Norway", role="Host", quote="Norway hosted"),
    ...     ProposedPart(actor="Sweden", role="Sponsor", quote="paid by Sweden")))
    >>> accepted = accept(Document(identifier="d", text=text, sha256=""), [said])
    >>> [part.role for part in accepted.reading.events[0].participations], accepted.refused
    (['Host'], ("not in the text: 'paid by Sweden'",))
    """
    acceptor = _Acceptor(document)
    for proposal in proposals:
        acceptor.take(proposal)
    return Acceptance(reading=acceptor.finish(), refused=tuple(acceptor.refused))


@dataclass(slots=True)
class _Acceptor:
    """A reading in the making."""

    document: Document
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    treaties: dict[str, Treaty] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    actions: list[TreatyAction] = field(default_factory=list)
    claims: list[StatusClaim] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def take(self, proposal: Proposal) -> None:
        """Accept a proposal, or note why not."""
        try:
            match proposal:
                case ProposedEvent():
                    self._event(proposal)
                case ProposedAction():
                    self._action(proposal)
                case ProposedClaim():
                    self._claim(proposal)
                case ProposedPost():
                    self._post(proposal)
                case _:
                    raise _RefusedError(f"no proposal: {type(proposal).__name__}")
        except _RefusedError as error:
            self.refused.append(str(error))

    def finish(self) -> Reading:
        """Give what was accepted, in text order, with the actors and treaties that it needs."""
        events = sorted(self.events, key=lambda event: event.mentions[0])
        used = {part.actor for event in events for part in event.participations}
        used |= {post.person for post in self.affiliations}
        used |= {post.organization for post in self.affiliations if post.organization}
        spoken = {fact.value for event in events for fact in event.facts}
        spoken |= {action.treaty for action in self.actions} | {claim.treaty for claim in self.claims}
        return Reading(
            document=self.document,
            actors=tuple(actor for key, actor in sorted(self.actors.items()) if key in used),
            places=tuple(place for iri, place in sorted(self.places.items()) if iri in spoken),
            treaties=tuple(treaty for iri, treaty in sorted(self.treaties.items()) if iri in spoken),
            events=tuple(replace(event, key=f"e{number}") for number, event in enumerate(events, 1)),
            actions=tuple(self.actions),
            claims=tuple(self.claims),
            affiliations=tuple(self.affiliations),
        )

    # --- what is proposed -----------------------------------------------------------------------

    def _event(self, proposal: ProposedEvent) -> None:
        mention = self._find(proposal.quote)
        _require(proposal.type, EVENTS)
        if proposal.name is not None:
            self._find(proposal.name)
        facts = [fact for each in proposal.facts if (fact := self._fact(each)) is not None]
        if not any(fact.property == "eventStatus" for fact in facts):
            facts.append(Fact(property="eventStatus", value="Held", span=mention))
        parts = [part for each in proposal.parts if (part := self._part(each)) is not None]
        self.events.append(
            Event(
                key="",
                type=proposal.type,
                label=proposal.name or " ".join(proposal.quote.split()),
                name=proposal.name,
                mentions=(mention,),
                facts=tuple(facts),
                participations=tuple(parts),
            )
        )

    def _fact(self, proposal: ProposedFact) -> Fact | None:
        try:
            span = self._find(proposal.quote)
            return Fact(property=proposal.property, value=self._value(proposal.property, proposal.value), span=span)
        except _RefusedError as error:
            self.refused.append(str(error))
            return None

    def _value(self, name: str, value: str) -> str:
        """Give a value as the graph has it."""
        if name in {"startDate", "endDate"}:
            return _require_date(value)
        if name in {"city", "country"}:
            return self._place(value, name.capitalize())
        if name == "concerns":
            return self._treaty(value)
        if name == "eventStatus":
            return _require(value, STATUSES)
        if name == "online":
            return _require(value, frozenset({"true"}))
        if name in {"attendeeCount", "attendeeCountryCount"} and value.isascii() and value.isdigit():
            return value
        raise _RefusedError(f"{value!r} is no {name}")

    def _part(self, proposal: ProposedPart) -> Participation | None:
        try:
            span = self._find(proposal.quote)
            role = _require(proposal.role, ROLES)
            return Participation(actor=self._actor(proposal.actor, proposal.kind), role=role, span=span)
        except _RefusedError as error:
            self.refused.append(str(error))
            return None

    def _action(self, proposal: ProposedAction) -> None:
        span = self._find(proposal.quote)
        self.actions.append(
            TreatyAction(
                type=_require(proposal.type, ACTIONS),
                state=self._state(proposal.state),
                treaty=self._treaty(proposal.treaty),
                status=_require(proposal.status, STATUSES),
                date=None if proposal.date is None else _require_date(proposal.date),
                span=span,
            )
        )

    def _claim(self, proposal: ProposedClaim) -> None:
        span = self._find(proposal.quote)
        self.claims.append(
            StatusClaim(
                state=self._state(proposal.state),
                treaty=self._treaty(proposal.treaty),
                status=_require(proposal.status, STANDINGS),
                as_of=None if proposal.as_of is None else _require_date(proposal.as_of),
                span=span,
            )
        )

    def _post(self, proposal: ProposedPost) -> None:
        span = self._find(proposal.quote)
        if proposal.position is not None:
            self._find(proposal.position)
        body = proposal.organization
        state = None if proposal.state is None else self._state(proposal.state)
        self.affiliations.append(
            Affiliation(
                person=self._actor(proposal.person, "Person"),
                position=proposal.position,
                organization=None if body is None else self._actor(body, "Organization"),
                state=state,
                span=span,
            )
        )

    # --- names ----------------------------------------------------------------------------------

    def _find(self, quote: str) -> Span:
        span = locate(self.document.text, quote)
        if span is None:
            raise _RefusedError(f"not in the text: {quote!r}")
        return span

    def _look_up(self, name: str) -> tuple[Entry, ...]:
        """Give what the reference data knows by an IRI, or by a name that stands in the text."""
        if name.startswith(BASE):
            try:
                return (load_lexicon().entry(name),)
            except VocabularyError as error:
                raise _RefusedError(str(error)) from error
        self._find(name)
        return load_lexicon().read(name)

    def _actor(self, name: str, kind: str) -> str:
        _require(kind, ACTORS)
        known = next((entry for entry in self._look_up(name) if entry.kind in ACTORS), None)
        family = "person" if kind == "Person" else "organization"
        if known is None and kind == "State":
            raise _RefusedError(f"no State of this name: {name!r}")
        key = known.iri if known else f"{BASE}{family}/{slug(name)}"
        evidence = () if name.startswith(BASE) else (self._find(name),)
        self.actors.setdefault(
            key,
            Actor(
                key=key,
                kind=known.kind if known else kind,
                label=known.label if known else " ".join(name.split()),
                iri=known.iri if known else None,
                state=known.state if known and known.kind != "State" else None,
                evidence=evidence,
            ),
        )
        return key

    def _state(self, name: str) -> str:
        states = [entry.state for entry in self._look_up(name) if entry.kind in {"State", "Capital", "Demonym"}]
        if not states or states[0] is None:
            raise _RefusedError(f"no State of this name: {name!r}")
        return states[0]

    def _treaty(self, name: str) -> str:
        known = [entry.iri for entry in self._look_up(name) if entry.kind == "Treaty"]
        if known:
            return known[0]
        iri = f"{BASE}treaty/{slug(name)}"
        self.treaties.setdefault(iri, Treaty(iri=iri, label=" ".join(name.split())))
        return iri

    def _place(self, name: str, kind: str) -> str:
        entry = next((entry for entry in self._look_up(name) if entry.kind == kind), None)
        if entry is None:
            raise _RefusedError(f"no {kind.lower()} of this name: {name!r}")
        self.places[entry.iri] = Place(
            iri=entry.iri,
            kind=kind,
            label=entry.label,
            country=entry.country if kind == "City" else None,
            latitude=entry.latitude,
            longitude=entry.longitude,
        )
        return entry.iri


def _require(term: str, terms: frozenset[str]) -> str:
    if term not in terms:
        raise _RefusedError(f"{term!r} is none of {', '.join(sorted(terms))}")
    return term


def _require_date(value: str) -> str:
    if from_iso(value) is None:
        raise _RefusedError(f"{value!r} is no date")
    return value


def has_same_name(left: Actor, right: Actor) -> bool:
    """Tell whether two actors of one document share a name."""
    mine = {fold(name) for name in (left.label, *left.aliases)}
    return left.kind == right.kind and bool(mine & {fold(name) for name in (right.label, *right.aliases)})
