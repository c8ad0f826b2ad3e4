"""Who had which role at an event: matches of the role patterns, settled into participations.

The patterns are rows of `ontology/patterns/roles.ttl`. A row names its event by the EVENT slot; without one the
event that the text is speaking of is meant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.occasion import Occasions
from kg.extract.passage import Block
from kg.extract.pattern import Match, PatternSet, load_patterns
from kg.extract.phrase import Mark, Phrase
from kg.model import Participation, Span

_ORDER = ("Absent", "Host", "Organizer", "Chair", "Sponsor", "Trainer", "Speaker", "Participant", "Same")


@dataclass(frozen=True, slots=True)
class Part:
    """One actor's role at one occasion, as one sentence states it."""

    occasion: int
    actor: str
    role: str
    span: Span


@dataclass(slots=True, kw_only=True)
class _Sentence:
    """What the role patterns need to know of the sentence at hand."""

    phrase: Phrase
    focus: int | None
    recent: bool
    """Whether the focus was mentioned in this block or the one before."""
    of_item: dict[int, int] = field(default_factory=dict)
    """Item number of an event mark → occasion."""


def find_parts(
    phrases: Sequence[Phrase],
    blocks: Sequence[Block],
    block_of: Sequence[int],
    occasions: Occasions,
    kinds: Mapping[str, str],
) -> list[Part]:
    """Find who had which role, sentence by sentence.

    `block_of[i]` is the number of the block that phrase i stands in; `kinds` gives the class of each actor.
    """
    patterns = load_patterns("roles")
    parts: list[Part] = []
    lead: tuple[str, int] | None = None
    mentioned_in: dict[int, int] = {}
    for number, phrase in enumerate(phrases):
        block = blocks[block_of[number]]
        of_item = {}
        for i, mark in enumerate(phrase.marks):
            if mark is not None and mark.letter == "E" and mark.events[0] in occasions.of_mention:
                of_item[i] = occasions.of_mention[mark.events[0]]
                mentioned_in[of_item[i]] = block_of[number]
        focus = occasions.focus[number]
        recent = focus is not None and block_of[number] - mentioned_in.get(focus, -9) <= 1
        if lead is not None and _continues_list(block, phrase):
            role, occasion = lead
            parts += _list_parts(phrase, role, occasion)
            continue
        sentence = _Sentence(phrase=phrase, focus=focus, recent=recent, of_item=of_item)
        parts += _sentence_parts(sentence, patterns, occasions, kinds)
        lead = _find_lead(phrase, block, patterns, focus)
    return _settle(parts)


def _continues_list(block: Block, phrase: Phrase) -> bool:
    return block.kind == "item" or (block.kind == "heading" and len(phrase.marks) <= 14)


def _find_lead(phrase: Phrase, block: Block, patterns: PatternSet, focus: int | None) -> tuple[str, int] | None:
    """Tell whether a line opens a list of actors, and in which role they are."""
    if focus is None or not (block.kind == "heading" or phrase.line.endswith(":")):
        return None
    for match in patterns.find(phrase.line):
        if match.pattern.fields.get("needs") == "list":
            return match.pattern.fields["role"], focus
    return None


def _list_parts(phrase: Phrase, role: str, occasion: int) -> list[Part]:
    """Take the actors of a list item, but not those behind a preposition."""
    marks = phrase.marks_in("A") or phrase.marks_in("B")[:1]
    return [Part(occasion, actor, role, Span(mark.begin, mark.end)) for mark in marks for actor in mark.actors]


def _sentence_parts(
    sentence: _Sentence, patterns: PatternSet, occasions: Occasions, kinds: Mapping[str, str]
) -> list[Part]:
    """Find the roles that one sentence states."""
    phrase = sentence.phrase
    if not any(mark is not None and mark.letter in "AB" for mark in phrase.marks):
        return []
    found: list[tuple[int, Match, int]] = []
    for match in patterns.find(phrase.line):
        needs = match.pattern.fields.get("needs")
        if needs == "list" or (needs == "recent" and not sentence.recent):
            continue
        occasion = _occasion_of(sentence, match)
        if occasion is None or (needs == "event" and not _has_event(match)):
            continue
        wanted = match.pattern.fields.get("eventKinds")
        if wanted and occasions.found[occasion].type not in wanted.split():
            continue
        found.append((_ORDER.index(match.pattern.fields["role"]), match, occasion))
    found.sort(key=lambda x: (x[0], x[1].begin, x[1].end))
    parts: list[Part] = []
    roles_of: dict[tuple[int, str], set[str]] = {}
    for _, match, occasion in found:
        role = match.pattern.fields["role"]
        if role == "Same":
            earlier = [p for p in parts if p.span.end <= phrase.text_span(match.begin, match.end).begin + 1] or parts
            if not earlier:
                continue
            role = earlier[-1].role
        for mark in _actors_of(phrase, match):
            for actor in _wanted(mark, match, kinds):
                stated = roles_of.setdefault((occasion, actor), set())
                if role in stated or "Absent" in stated or (role in {"Participant"} and stated):
                    continue
                if role == "Speaker" and match.pattern.fields.get("needs") == "recent" and stated:
                    continue
                stated.add(role)
                parts.append(Part(occasion, actor, role, _evidence(phrase, match)))
    return parts + _delegations(sentence, roles_of, kinds)


def _delegations(
    sentence: _Sentence, roles_of: Mapping[tuple[int, str], set[str]], kinds: Mapping[str, str]
) -> list[Part]:
    """Take "delegations from A and B", "experts of C" in a sentence about an event to have come to it."""
    if not sentence.of_item and not sentence.recent:
        return []
    occasion = next(iter(sentence.of_item.values()), sentence.focus)
    if occasion is None or (not sentence.of_item and sentence.phrase.marks_in("T")):
        return []
    return [
        Part(occasion, actor, "Participant", Span(mark.begin, mark.end))
        for mark in sentence.phrase.marks_in("A")
        if mark.introduced
        for actor in mark.actors
        if kinds.get(actor) != "Person" and (occasion, actor) not in roles_of
    ]


def _evidence(phrase: Phrase, match: Match) -> Span:
    return phrase.text_span(match.begin, match.end)


def _wanted(mark: Mark, match: Match, kinds: Mapping[str, str]) -> list[str]:
    allowed = match.pattern.fields.get("actorKinds")
    return [a for a in mark.actors if not allowed or kinds.get(a) in allowed.split()]


def _has_event(match: Match) -> bool:
    return any(slot.startswith("EVENT") for slot in match.slots)


def _occasion_of(sentence: _Sentence, match: Match) -> int | None:
    """Give the occasion that a match is about: its slot, the sentence's nearest mention, or the focus."""
    phrase = sentence.phrase
    for slot, (begin, _) in match.slots.items():
        if slot.startswith("EVENT"):
            return sentence.of_item.get(phrase.item_at(begin))
    if sentence.of_item:
        first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
        return min(sentence.of_item.items(), key=lambda x: (min(abs(x[0] - first), abs(x[0] - last)), x[0]))[1]
    return sentence.focus


def _actors_of(phrase: Phrase, match: Match) -> list[Mark]:
    marks = []
    for slot, (begin, _) in sorted(match.slots.items(), key=lambda x: x[1]):
        if slot.startswith(("SUBJECT", "ACTORS", "ANYONE")):
            mark = phrase.marks[phrase.item_at(begin)]
            if mark is not None:
                marks.append(mark)
    return marks


def _settle(parts: Sequence[Part]) -> list[Part]:
    """Take out absent actors, and what is said twice."""
    absent = {(p.occasion, p.actor) for p in parts if p.role == "Absent"}
    kept, seen = [], set[tuple[int, str, str]]()
    for part in parts:
        key = (part.occasion, part.actor, part.role)
        if (part.occasion, part.actor) in absent or key in seen:
            continue
        seen.add(key)
        kept.append(part)
    return kept


def to_participations(parts: Sequence[Part], occasion: int) -> tuple[Participation, ...]:
    """List one occasion's participations, in text order."""
    mine = [p for p in parts if p.occasion == occasion]
    return tuple(
        Participation(actor=p.actor, role=p.role, span=p.span)
        for p in sorted(mine, key=lambda p: (p.span, p.role, p.actor))
    )
