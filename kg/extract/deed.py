"""Events told by a verb alone: "the two ministers met", "she visited Oman in May".

The verbs are rows of `ontology/patterns/deeds.ttl`; each match becomes an event mention of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from kg.extract.event import EventMention
from kg.extract.pattern import Match, load_patterns, load_words
from kg.extract.phrase import Phrase
from kg.model import Span


def find_deeds(phrase: Phrase, kinds: Mapping[str, str], mentions: Sequence[EventMention] = ()) -> list[EventMention]:
    """Find the verbs of a phrase that tell of an event where no noun beside them does.

    `mentions` are those that the phrase's own marks number; who "travelled to Fiji for a visit" made one.
    """
    found: list[EventMention] = []
    nouns = {mentions[mark.events[0]].type for mark in phrase.marks_in("E")} if mentions else set()
    for match in load_patterns("deeds").find(phrase.line):
        verb = _verb(phrase, match)
        if verb is None or any(m.begin < verb.end and verb.begin < m.end for m in found):
            continue
        allowed = match.pattern.fields.get("actorKinds", "").split()
        fitting = sum(kinds.get(actor) in allowed for actor in _subjects(phrase, match))
        if allowed and fitting < int(match.pattern.fields.get("atLeast", "1")):
            continue
        words = phrase.line[match.begin : match.end].split()
        if (
            _is_denied(phrase, match)
            or any(word[0] == "E" for word in words)
            or _FOR_EVENT.match(phrase.line, match.end)
        ):
            continue
        kind = match.pattern.fields["eventType"]
        if kind == "Visit" and kind in nouns:
            continue
        found.append(
            EventMention(
                begin=verb.begin,
                end=verb.end,
                head=verb,
                type=kind,
                noun=kind.lower(),
                determiner="indefinite",
                verb=True,
                parties=_parties(phrase, match, kinds),
            )
        )
    return _one_a_clause(phrase, sorted(found, key=lambda m: m.begin))


def _one_a_clause(phrase: Phrase, found: Sequence[EventMention]) -> list[EventMention]:
    """Keep the first mention of each part of a sentence; a colon or semicolon stands between the parts."""
    words = phrase.line.split(" ")
    ends = [span.begin for span, word in zip(phrase.spans, words, strict=True) if word in {";", ":"}]
    first: dict[int, EventMention] = {}
    for mention in found:
        first.setdefault(bisect_right(ends, mention.begin), mention)
    return list(first.values())


_FOR_EVENT = re.compile(r"(?: [^;:. ]+){0,6} (?:for|at|during|to attend) E\d")
"""What follows a verb that only leads up to an event with a name: "they gathered in Geneva for the workshop"."""


def _is_denied(phrase: Phrase, match: Match) -> bool:
    """Tell whether "not" stands in the clause of a match's verb: not in "A, which had not met since, convened"."""
    words = phrase.line[match.begin : match.end].split()
    last = max((k for k, word in enumerate(words) if word in {"not", "never"}), default=None)
    return last is not None and "," not in words[last:]


def _subjects(phrase: Phrase, match: Match) -> Sequence[str]:
    begin, _ = match.slots.get("SUBJECT", (match.begin, 0))
    mark = phrase.marks[phrase.item_at(begin)]
    return mark.actors if mark is not None else ()


def _parties(phrase: Phrase, match: Match, kinds: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give the actors who came together and their roles; the country that is visited is no party to a visit."""
    found: dict[str, str] = {}
    visit = match.pattern.fields["eventType"] == "Visit"
    role = match.pattern.fields.get("role", "Participant")
    for slot, (begin, _) in sorted(match.slots.items(), key=lambda item: item[1]):
        mark = phrase.marks[phrase.item_at(begin)]
        if mark is None or not slot.startswith(("SUBJECT", "ACTORS", "ANYONE")):
            continue
        subject = slot == "SUBJECT"
        for actor in mark.actors:
            if subject or not (visit and kinds.get(actor) == "State"):
                found.setdefault(actor, role if subject else "Participant")
    return tuple(found.items())


def _verb(phrase: Phrase, match: Match) -> Span | None:
    """Give the word of a match that triggered it."""
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    words = phrase.line.split(" ")
    for i in range(last, first - 1, -1):
        if words[i] in load_words("deed-verbs"):
            return phrase.spans[i]
    return None
