"""Which event of a graph is meant to be which event of the annotations."""

from collections.abc import Sequence

from kg.evaluate.answer import Answer, FoundEvent
from kg.evaluate.gold import GoldEvent
from kg.evaluate.name import name_keys

_PLACES = frozenset({"city", "country"})
_DATES = frozenset({"start", "end"})


def slot_agrees(slot: str, gold: str, found: str, answer: Answer) -> bool:
    """Tell whether a value found is the annotated one: places by any name, dates as precisely as annotated."""
    if slot in _PLACES:
        return bool(name_keys([gold]) & answer.named(found))
    return found[: len(gold)] == gold if slot in _DATES else found == gold


def align(golds: Sequence[GoldEvent], found: Sequence[FoundEvent], answer: Answer) -> dict[int, int]:
    """Pair events with annotated ones, the likeliest pair first, each at most once.

    The keys are places in `golds`, the values places in `found`. Pairs that look equally likely are taken in
    the order of both lists. Other pairings, which might fit more pairs in all, are not tried.
    """
    likely = sorted(
        (-_affinity(gold, event, answer), place, other)
        for place, gold in enumerate(golds)
        for other, event in enumerate(found)
    )
    paired: dict[int, int] = {}
    for negative, place, other in likely:
        if negative < 0 and place not in paired and other not in paired.values():
            paired[place] = other
    return paired


def _affinity(gold: GoldEvent, event: FoundEvent, answer: Answer) -> float:
    """Weigh how much an event looks like an annotated one; 0 for not at all."""
    near = sum(any(_overlap(mention, anchor) for anchor in gold.anchors) for mention in event.mentions)
    weight = 3.0 * min(near, 2)
    weight += 2.0 * _share(gold, event, answer, "start")
    weight += 1.0 * (_share(gold, event, answer, "city") or _share(gold, event, answer, "country"))
    weight += 1.0 * bool(gold.types & event.types)
    weight += 2.0 * bool(gold.names & answer.named(event.iri))
    return weight if near or weight >= 4 else 0.0


def _share(gold: GoldEvent, event: FoundEvent, answer: Answer, slot: str) -> bool:
    both = slot in gold.slots and slot in event.slots
    return both and slot_agrees(slot, gold.slots[slot], event.slots[slot], answer)


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]
