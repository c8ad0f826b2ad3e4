"""Which treaty's parties a meeting gathers, where its words do not say: "the Ninth Meeting of the States Parties"."""

from collections.abc import Sequence
from functools import cache

from kg.extract.events.occasion import Occasion
from kg.extract.phrases.pattern import load_rows
from kg.extract.text.passage import Block
from kg.extract.treaties.treatyfind import TreatyMention
from kg.model import Span


def find_convening(
    occasion: Occasion, blocks: Sequence[Block], mentions: Sequence[TreatyMention], theme: str | None = None
) -> tuple[str, Span] | None:
    """Give the one treaty of which the sentence speaks, else the paragraph up to there, else the text; else its theme.

    Where the nearest of these speaks of several, or the meeting is none of parties, there is none.
    """
    if occasion.treaties or occasion.noun not in _gatherings():
        return None
    for stretch in _stretches(occasion.mentions[0], blocks):
        near = [mention for mention in mentions if mention.iris and stretch.begin <= mention.begin < stretch.end]
        treaties = {iri for mention in near for iri in mention.iris}
        if treaties:
            return (treaties.pop(), Span(near[0].begin, near[0].end)) if len(treaties) == 1 else None
    return (theme, occasion.mentions[0]) if theme is not None else None


def _stretches(mention: Span, blocks: Sequence[Block]) -> list[Span]:
    """Give the sentence of a mention, its paragraph up to it, and the whole text."""
    block = next((b for b in blocks if b.span.begin <= mention.begin < b.span.end), None)
    if block is None:
        return []
    sentence = next((s for s in block.sentences if s.begin <= mention.begin < s.end), block.span)
    return [sentence, Span(block.span.begin, sentence.end), Span(0, blocks[-1].span.end)]


@cache
def _gatherings() -> frozenset[str]:
    """List the nouns for what the parties to a treaty hold."""
    return frozenset(noun for nouns in load_rows("events")["parties"]["nouns"] for noun in nouns.split("|"))
