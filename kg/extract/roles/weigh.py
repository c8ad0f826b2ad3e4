"""Roles that no pattern tells, where the clues around an actor's name speak for one clearly enough.

Patterns read what a sentence says in words that somebody thought of; the weights of `ontology/weights/roles.tsv`
were learned from annotated texts, and decide where no pattern does.
"""

from collections.abc import Collection, Mapping, Sequence

from kg.extract.events.occasion import Occasion, Occasions, is_identified
from kg.extract.events.part import Part, Told
from kg.extract.phrases.mark import is_represented
from kg.extract.phrases.pattern import says
from kg.extract.roles.bind import is_dated_before
from kg.extract.roles.clues import Candidate, Clues, find_candidates
from kg.extract.words.weights import Weights, load_weights
from kg.extract.words.wordclass import load_words
from kg.model import Span, StatusClaim, TreatyAction

SURE = 0.8
"""Probability from which a role is believed."""
_SELDOM = 0.65
"""That of roles which are seldom guessed, and then seldom wrongly, where the sentence names the event."""
_OFTEN = frozenset({"Participant", "Speaker"})
"""The others."""
_OF_PERSONS = 0.65
"""That of persons, whom texts name for less else than States and bodies, in the roles of `_PERSONAL`."""
_PERSONAL = frozenset({("Participant", True), ("Speaker", False)})
"""Who came, where the sentence names the event, and who spoke, where it goes on about it."""
_CLAUSES = frozenset({";", ":", "but", "while", "whereas", "although", "though"})
"""What parts a clause from one that says something else."""
NONE = "None"
"""The answer that an actor had no role at an occasion."""


def weigh_parts(
    told: Told,
    occasions: Occasions,
    kinds: Mapping[str, str],
    acts: Sequence[TreatyAction | StatusClaim] = (),
    *,
    weights: Weights | None = None,
) -> list[Part]:
    """Give each actor of whom the patterns tell nothing at an occasion the likeliest role, if one is likely enough.

    What a sentence says of a State and a treaty, one of `acts`, makes it nobody at the meeting that the passage is
    about; and nobody comes to an event of which the text gives neither date nor place nor name.
    """
    clues = Clues(occasions, kinds, told.parts)
    settled = told.settled
    best: dict[tuple[int, str], tuple[float, Part]] = {}
    spans: dict[str, list[Span]] = {}
    for act in acts:
        spans.setdefault(act.state, []).append(act.span)
    stated: dict[tuple[str, str], list[Span]] = {}
    for part in told.parts:
        if part.role != "Participant":
            stated.setdefault((part.actor, part.role), []).append(part.span)
    for candidate in find_candidates(told.sentences):
        if _is_ruled_out(candidate, occasions.found[candidate.occasion]):
            continue
        new = [a for a in candidate.actors if (candidate.occasion, a) not in settled]
        new = [a for a in new if a not in spans or not _is_about(candidate, spans[a])]
        if not new:
            continue
        weights = weights or load_weights("roles")
        role, likelihood = weights.weigh(dict.fromkeys(clues.find(candidate)))
        if (
            role == NONE
            or likelihood < _limit(role, candidate, {kinds.get(actor) for actor in new})
            or (role == "Speaker" and _has_yet_to_come(candidate, occasions))
        ):
            continue
        for actor in [a for a in new if not (candidate.is_named and _is_told(candidate, stated.get((a, role), ())))]:
            key = candidate.occasion, actor
            if key not in best or likelihood > best[key][0]:
                best[key] = likelihood, Part(candidate.occasion, actor, role, candidate.sentence.phrase.span)
    return [part for _, part in best.values()]


def _limit(role: str, candidate: Candidate, kinds: Collection[str | None]) -> float:
    """Give the probability from which a role is believed of a candidate whose actors are of some kinds."""
    if role in _OFTEN:
        return _OF_PERSONS if (role, candidate.is_named) in _PERSONAL and kinds == {"Person"} else SURE
    return _SELDOM if _is_in_clause(candidate) else SURE


def _is_in_clause(candidate: Candidate) -> bool:
    """Tell whether the clause of an actor names the occasion: "E0 was chaired by A1 ; A2 and A3 disagreed"."""
    words = candidate.sentence.phrase.words
    named = (i for i, occasion in candidate.sentence.of_item.items() if occasion == candidate.occasion)
    return any(";" not in words[min(i, candidate.item) : max(i, candidate.item)] for i in named)


def _is_ruled_out(candidate: Candidate, occasion: Occasion) -> bool:
    """Tell whether nobody comes to an occasion, or a sentence denies it, has another come, or is about another day."""
    phrase, item = candidate.sentence.phrase, candidate.item
    if not is_identified(occasion) or _is_denied(candidate):
        return True
    if item and is_represented(phrase.words[item - 1], phrase.marks[item]):
        return True
    return not candidate.is_named and is_dated_before(phrase, item, occasion)


def _is_denied(candidate: Candidate) -> bool:
    """Tell whether the clause of an actor denies something: "no delegates came from A0", "A0 did not join the text"."""
    words, item = candidate.sentence.phrase.words, candidate.item
    begin = next((i + 1 for i in range(item - 1, -1, -1) if words[i] in _CLAUSES), 0)
    end = next((i for i in range(item + 1, len(words)) if words[i] in _CLAUSES), len(words))
    return not load_words("negations").isdisjoint(words[begin:end])


def _has_yet_to_come(candidate: Candidate, occasions: Occasions) -> bool:
    """Tell whether an occasion lies ahead of a sentence that does not: who speaks of it has not spoken there."""
    return occasions.is_ahead(candidate.occasion) and not says("will", candidate.sentence.phrase.words)


def _is_told(candidate: Candidate, spans: Sequence[Span]) -> bool:
    """Tell whether the sentence says in plain words at which other occasion an actor had the role."""
    sentence = candidate.sentence.phrase.span
    return any(sentence.begin <= span.begin < sentence.end for span in spans)


def _is_about(candidate: Candidate, spans: Sequence[Span]) -> bool:
    """Tell whether a sentence that names no occasion is about one of some acts."""
    if candidate.is_named:
        return False
    sentence = candidate.sentence.phrase.span
    return any(span.begin < sentence.end and sentence.begin < span.end for span in spans)
