"""Stretches of a text are found by where they lie as if each were looked at."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.text.spans import to_spans
from kg.model import Span

OFFSET = st.integers(0, 30)
SPAN = st.builds(lambda begin, length: Span(begin, begin + length), OFFSET, st.integers(1, 8))


@given(st.lists(SPAN, max_size=12), SPAN)
def test_a_lookup_finds_what_a_look_at_each_would(stretches: list[Span], at: Span) -> None:
    spans, ordered = to_spans(stretches), sorted(stretches)
    assert [*spans.meeting(*at)] == [s for s in ordered if s.begin < at.end and at.begin < s.end]
    assert [*spans.within(*at)] == [s for s in ordered if at.begin <= s.begin < at.end and s.end <= at.end]
    assert spans.covers(*at) == any(s.begin <= at.begin and at.end <= s.end for s in stretches)
