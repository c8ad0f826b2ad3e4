"""Whom a text speaks of, sentence by sentence: the States that something is told of, and those told of before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Mark, Phrase
from kg.model import Actor


@dataclass(frozen=True, slots=True)
class Doer:
    """The States that something is told of."""

    states: tuple[str, ...]
    at: int
    """The item where they stand; -1 where they come from another sentence."""
    negated: bool = False
    """Whether "neither" or "none of" stands before them."""
    legislative: bool = False
    """Whether it is a parliament or cabinet that acts: a vote is no deed yet."""
    relative: bool = False
    """Whether "which" or "who" stands for them."""


_NEAR = 13
"""Sentences within which "the three" finds whom it means."""
_FAR = 40
"""The same for greater numbers, which few lists have."""


@dataclass(slots=True)
class Memory:
    """Who is spoken of, sentence by sentence."""

    actors: Mapping[str, Actor]
    """By key."""
    capitals: Mapping[int, str]
    """Where a capital's name stands in the text → its State."""
    issuer: str | None
    topic: tuple[str, ...] = ()
    """The States that the last sentence was about."""
    recent: list[tuple[str, ...]] = field(default_factory=list)
    """The States of each sentence so far."""
    lists: list[list[tuple[str, ...]]] = field(default_factory=list)
    """The lists of States in each sentence so far."""
    together: tuple[str, ...] = ()
    """Those for whom a word of the last sentence stood that told something of several: "all five", "they"."""

    def states_of(self, mark: Mark) -> tuple[str, ...]:
        """Give the States of a mark: named themselves, or those that its bodies and persons belong to."""
        if mark.letter == "L":
            named = [self.capitals[at] for at in range(mark.begin, mark.end) if at in self.capitals]
            named += [iri.replace("/country/", "/state/") for iri in mark.places if "/country/" in iri and not named]
            return tuple(dict.fromkeys(named))
        found = []
        for key in mark.actors:
            actor = self.actors.get(key)
            if actor is None:
                continue
            if actor.kind == "State" and actor.iri:
                found.append(actor.iri)
            elif actor.kind in {"GovernmentBody", "Person"} and actor.state:
                found.append(actor.state)
        return tuple(dict.fromkeys(found))

    def ourselves(self) -> tuple[str, ...]:
        """Give the State that says "we": who issues the text, else the one State that the last sentences were about."""
        spoken = {state for states in self.recent[-2:] for state in states}
        return (self.issuer,) if self.issuer else self.topic if len(spoken) == 1 and spoken == set(self.topic) else ()

    def is_state(self, mark: Mark) -> bool:
        """Tell whether a mark names a State itself."""
        return any((a := self.actors.get(key)) is not None and a.kind == "State" for key in mark.actors)

    def is_legislative(self, mark: Mark) -> bool:
        """Tell whether a mark names a parliament or cabinet."""
        labels = [self.actors[key].label.lower() for key in mark.actors if key in self.actors]
        return any(says("legislatures", label.split()) for label in labels)

    def group(self, size: int) -> tuple[str, ...]:
        """Give the latest States that were spoken of together, as many as "the three" asks for (0: two or more)."""
        if len(self.topic) == size:
            return self.topic
        window = range(len(self.recent) - 1, max(-1, len(self.recent) - (_FAR if size > 3 else _NEAR)), -1)
        for number in window:
            for states in (*reversed(self.lists[number]), self.recent[number]):
                if len(states) == size or (not size and len(states) > 1):
                    rivals = (found for at in window[2:] for found in self.lists[at] if len(found) == size > 2)
                    far = len(self.recent) - number > 2
                    return () if far and any(set(found) != set(states) for found in rivals) else states
        for width in range(2, max(5, size + 2)):
            union = tuple(dict.fromkeys(s for states in self.recent[-width:] for s in states))
            if len(union) == size:
                return union
        return ()

    def remember(self, phrase: Phrase) -> None:
        """Note whom a sentence was about."""
        everyone: list[str] = []
        lists: list[tuple[str, ...]] = []
        subject: tuple[str, ...] = ()
        backed: tuple[str, ...] = ()
        person: tuple[str, ...] = ()
        for i, mark in enumerate(phrase.marks):
            if mark is None or mark.letter not in "AB":
                continue
            states = self.states_of(mark)
            everyone += states
            if len(states) > 1:
                lists.append(states)
            if self.is_state(mark):
                if mark.letter == "A" and not subject and phrase.words[i - 1 : i] != ["which"]:
                    subject = states
                elif mark.letter == "B" and not backed and i:
                    backed = states
            elif mark.letter == "A" and not person:
                person = states
        self.topic = subject or backed or person or self.topic
        self.lists.append(lists)
        self.recent.append(tuple(dict.fromkeys(everyone)))
