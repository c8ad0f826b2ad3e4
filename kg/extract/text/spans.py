"""Stretches of a text, looked up by where they lie: a lookup costs the logarithm of how many there are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from kg.model import Span

T = TypeVar("T")


class Spans(Generic[T]):
    """What stands in stretches of a text, in the order of the text.

    >>> spans = Spans([(Span(0, 4), "A"), (Span(2, 3), "B"), (Span(6, 9), "C")])
    >>> [*spans.meeting(3, 7)], [*spans.within(1, 9)], spans.covers(1, 4)
    (['A', 'C'], ['B', 'C'], True)
    """

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        """Put stretches in order; those that begin and end alike stay in the order given."""
        ordered = sorted(items, key=lambda item: item[0])
        self._spans: Sequence[Span] = [span for span, _ in ordered]
        self._items: Sequence[T] = [item for _, item in ordered]
        self._begins: Sequence[int] = [span.begin for span in self._spans]
        self._reach: Sequence[int] = [*accumulate((span.end for span in self._spans), max)]
        """How far the stretches up to each reach."""

    def meeting(self, begin: int, end: int) -> Iterator[T]:
        """Yield what shares a character with a stretch."""
        for at in range(bisect_right(self._reach, begin), bisect_left(self._begins, end)):
            if self._spans[at].end > begin:
                yield self._items[at]

    def within(self, begin: int, end: int) -> Iterator[T]:
        """Yield what lies in a stretch from its first to its last character."""
        for at in range(bisect_left(self._begins, begin), bisect_left(self._begins, end)):
            if self._spans[at].end <= end:
                yield self._items[at]

    def covers(self, begin: int, end: int) -> bool:
        """Tell whether one of the stretches holds all of another."""
        before = bisect_right(self._begins, begin)
        return before > 0 and self._reach[before - 1] >= end


def to_spans(stretches: Iterable[Span]) -> Spans[Span]:
    """Look stretches up that hold nothing but themselves."""
    return Spans((span, span) for span in stretches)
