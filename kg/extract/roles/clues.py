"""What around an actor's name may tell its role at an occasion: clues, each a short text, to be weighed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.events.focus import is_apart
from kg.extract.events.occasion import Occasions
from kg.extract.events.part import Part, Sentence
from kg.extract.phrases.around import Around, is_actor
from kg.extract.roles.floor import is_within

_HOLDERS = frozenset({"Host", "Organizer"})
_EARLY = 4
"""Items of a sentence that count as its beginning."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor mark of a sentence, item `item`, and an occasion at which its actors may have had a role."""

    sentence: Sentence
    item: int
    occasion: int

    @property
    def actors(self) -> tuple[str, ...]:
        """Keys of the actors."""
        mark = self.sentence.phrase.marks[self.item]
        return mark.actors if mark is not None else ()

    @property
    def is_named(self) -> bool:
        """Whether the sentence mentions the occasion."""
        return self.occasion in self.sentence.mentioned()


def find_candidates(sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """Pair every actor that a sentence names with each occasion in it, or with the one in whose room it is said.

    One that speaks but of events of which none is an occasion by itself, "the debates", is about the one in whose room
    it is said; nobody comes to a meeting by what is said of him there.
    """
    for sentence in sentences:
        occasions = list(dict.fromkeys(sentence.mentioned()))
        if not occasions and sentence.floor is not None:
            occasions = [sentence.floor]
        for item, mark in enumerate(sentence.phrase.marks if occasions else ()):
            if mark is None or mark.letter not in "AB" or not mark.actors:
                continue
            if sentence.mentioned() or not is_within(sentence.phrase, item):
                yield from (Candidate(sentence, item, occasion) for occasion in occasions)


class Clues:
    """Finds the clues of candidates, given the parts that the sentences state plainly."""

    def __init__(self, occasions: Occasions, kinds: Mapping[str, str], parts: Sequence[Part]) -> None:
        """Take what is known of a text: its occasions, the class of each actor, and who plainly had which role."""
        self._occasions = occasions
        self._kinds = kinds
        self._roles: dict[int, dict[str, str]] = {}
        for part in parts:
            self._roles.setdefault(part.occasion, {}).setdefault(part.actor, part.role)
        self._around: Around | None = None

    def find(self, candidate: Candidate) -> list[str]:
        """List the clues of a candidate; the same one may come twice."""
        phrase = candidate.sentence.phrase
        if self._around is None or self._around.phrase is not phrase:
            self._around = Around(phrase, self._kinds)
        around = self._around
        first, last = around.list_at(candidate.item)
        actor = around.tokens[candidate.item]
        clues = [*self._setting(candidate, around, first, last), *around.beside(first, last)]
        clues.append(f"actor={actor} before={around.at(first - 1)} after={around.at(last + 1)}")
        clues += [f"actor={actor} right={word}" for word in around.clause_behind(last)]
        clues += around.said
        items = [i for i, occasion in candidate.sentence.of_item.items() if occasion == candidate.occasion]
        if items:
            event = min(items, key=lambda i: abs(i - candidate.item))
            clues += around.way(first, last, event, "event")
        clues += self._company(candidate, first, last)
        return clues

    def _setting(self, candidate: Candidate, around: Around, first: int, last: int) -> Iterator[str]:
        """Yield what is known of the actor, the occasion and how the sentence is about it."""
        sentence, occasion = candidate.sentence, candidate.occasion
        mark = sentence.phrase.marks[candidate.item]
        actor = around.tokens[candidate.item]
        tie = "named" if candidate.is_named else "floor"
        event = self._occasions.found[occasion].type
        yield f"tie={tie}"
        yield f"actor={actor}"
        yield f"event={event}"
        yield f"actor={actor} tie={tie}"
        yield f"actor={actor} tie={tie} event={event}"
        yield f"ahead={self._occasions.is_ahead(occasion)}"
        yield f"introduced={mark is not None and mark.introduced}"
        yield f"names={min(len(candidate.actors), 4)}"
        yield f"listed={min(sum(map(is_actor, around.tokens[first : last + 1])), 5)}"
        yield f"events={min(len(sentence.of_item), 3)}"
        yield f"treaty={'T' in around.tokens}"
        yield f"place={'first' if not first else 'early' if first < _EARLY else 'late'}"
        yield f"actor={actor} tie={tie} first={not first}"
        yield f"actor={actor} tie={tie} after={around.at(last + 1)}"
        yield f"actor={actor} tie={tie} before={around.at(first - 1)}"
        yield f"alone={len(self._occasions.found) == 1}"
        yield f"tie={tie} {self._where_and_when(candidate)}"

    def _where_and_when(self, candidate: Candidate) -> str:
        """Tell whether the sentence names the town and the day of the occasion, or others."""
        occasion = self._occasions.found[candidate.occasion]
        phrase = candidate.sentence.phrase
        towns = {place for mark in phrase.marks_in("L") for place in mark.places if "/city/" in place}
        known = "own" if occasion.city in towns else "other"
        town = "none" if not towns else "unknown" if occasion.city is None else known
        days = [is_apart(mark, occasion) for mark in phrase.marks_in("D")]
        return f"town={town} day={'none' if not days else 'own' if not all(days) else 'other'}"

    def _company(self, candidate: Candidate, first: int, last: int) -> Iterator[str]:
        """Yield the roles of others at the occasion, in the same list and in the sentence, and those elsewhere."""
        roles = self._roles.get(candidate.occasion, {})
        beside: set[str] = set()
        others: set[str] = set()
        for item, mark in enumerate(candidate.sentence.phrase.marks):
            if mark is not None and mark.letter in "AB" and item != candidate.item:
                told = {roles[actor] for actor in mark.actors if actor in roles and actor not in candidate.actors}
                others |= told
                beside |= told if first <= item <= last else set()
        yield from (f"others={role}" for role in sorted(others))
        yield from (f"beside={role}" for role in sorted(beside))
        yield f"beside={bool(beside)}"
        yield f"known={min(len(roles), 4)} named={candidate.is_named}"
        yield f"held={not _HOLDERS.isdisjoint(roles.values())}"
        for occasion, known in self._roles.items():
            if occasion != candidate.occasion:
                yield from (f"elsewhere={known[actor]}" for actor in candidate.actors if actor in known)
