"""A sentence as a line of words and marks, which patterns can be matched against.

What earlier stages found (actors, places, dates, treaties, events, head counts) becomes one *mark* each: a
capital letter and a number, `A0 hosted E1 in L2 on D3 .`; all other words are in lower case, so the two never
meet. Lists ("A, B and C") and the words that merely introduce actors ("the Governments of", "delegations
from") are folded into one mark. The idea is the cascade of finite-state steps of FASTUS (Hobbs et al., 1997).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from kg.extract.phrases.absorb import (
    absorb_brackets,
    absorb_followers,
    absorb_introductions,
    absorb_posts,
    absorb_seats,
    leave_homes,
)
from kg.extract.phrases.enumeration import join_lists
from kg.extract.phrases.mark import Item, Mark, choose_marks, is_represented
from kg.extract.phrases.unnamed import leave_out_unnamed
from kg.extract.words.wordclass import load_words
from kg.model import Span

__all__ = ["Mark", "Phrase", "build_phrase", "choose_marks"]

_TOKEN = re.compile(
    r"[ap]\.m\.(?=[ ,;)])|\d{1,2}:\d\d(?![\d:])|"
    r"['’]s\b|\d+(?:[.,]\d+)*\w*|\w+(?:(?=\.\d{1,2}(?:\s|$))|(?:[-‐‑'’.]\w+)*)|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence in words and marks; `starts[i]` is where item i begins in `line`."""

    span: Span
    line: str
    words: Sequence[str]
    """The items of `line`."""
    spans: tuple[Span, ...]
    """Where each item stands in the text."""
    marks: tuple[Mark | None, ...]
    """The mark of each item, None for a word."""
    starts: tuple[int, ...]

    def item_at(self, offset: int) -> int:
        """Give the number of the item that covers an offset of `line`."""
        return bisect_right(self.starts, offset) - 1

    def text_span(self, begin: int, end: int) -> Span:
        """Turn a stretch of `line` into a span of the text; a verb that a clause leaves out stands further up."""
        first, last = self.spans[self.item_at(begin)], self.spans[self.item_at(max(begin, end - 1))]
        return Span(min(first.begin, last.begin), max(first.end, last.end))

    def keep(self, items: Sequence[int], words: Sequence[str], marks: Sequence[Mark | None]) -> "Phrase":
        """Give the phrase of some of its items; `words` and `marks` are those of all items, as they are to be."""
        line = [words[i] for i in items]
        return replace(
            self,
            line=" ".join(line),
            words=line,
            spans=tuple(self.spans[i] for i in items),
            marks=tuple(marks[i] for i in items),
            starts=(0, *accumulate(len(word) + 1 for word in line[:-1])),
        )

    def reword(self, said: Mapping[int, Sequence[str]]) -> "Phrase":
        """Give the phrase with the words of some items in place of their marks."""
        items = [(i, word) for i, whole in enumerate(self.words) for word in said.get(i, [whole])]
        marks = [None if i in said else mark for i, mark in enumerate(self.marks)]
        words = [word for _, word in items]
        return replace(
            self,
            line=" ".join(words),
            words=words,
            spans=tuple(self.spans[i] for i, _ in items),
            marks=tuple(marks[i] for i, _ in items),
            starts=(0, *accumulate(len(word) + 1 for word in words[:-1])),
        )

    def marks_in(self, letters: str) -> list[Mark]:
        """List the sentence's marks of some letters, in order."""
        return [mark for mark in filter(None, self.marks) if mark.letter in letters]


def find_phrase(phrases: Sequence[Phrase], offset: int) -> int | None:
    """Give the number of the phrase whose sentence covers an offset; None where none does."""
    at = bisect_right(phrases, offset, key=lambda phrase: phrase.span.begin) - 1
    return at if at >= 0 and offset < phrases[at].span.end else None


def build_phrase(text: str, sentence: Span, marks: Sequence[Mark], *, asides: bool = True) -> Phrase:
    """Write one sentence as words and marks; `marks` are those inside it, chosen and in order.

    Lists go on across asides, "A, which ..., and B", unless `asides` says that these are to be read.
    """
    items = _tokenize(text, sentence, marks)
    items = _place_states(items)
    letters = {item.mark.letter for item in items if item.mark is not None}
    if not letters.isdisjoint("AT"):
        items = absorb_brackets(items, asides=asides)
    if "A" in letters:
        items = absorb_posts(items)
        items = absorb_seats(items)
        items = absorb_introductions(items)
        items = absorb_followers(items)
        items = leave_out_unnamed(leave_homes(items, text))
    if not letters.isdisjoint("ATL"):
        items = join_lists(items, asides=asides)
    words, starts, at, number = [], [], 0, 0
    for i, item in enumerate(items):
        if item.mark is not None:
            if item.mark.letter == "A" and i and _is_governed(items, i):
                item.mark = item.mark._replace(letter="B")
            item.word = f"{item.mark.letter}{number}"
            number += 1
        words.append(item.word)
        starts.append(at)
        at += len(item.word) + 1
    return Phrase(
        span=sentence,
        line=" ".join(words),
        words=words,
        spans=tuple(map(_to_span, [(item.begin, item.end) for item in items])),
        marks=tuple(item.mark for item in items),
        starts=tuple(starts),
    )


_to_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Span._make, without its check of the length, which a sentence of many words would feel."""


def _is_governed(items: list[Item], i: int) -> bool:
    """Tell whether a preposition governs item i; in "since A met B" a conjunction does not."""
    before = items[i - 1].word
    if i > 2 and before == "former" and items[i - 2].word == "the":
        before = items[i - 3].word  # "of the former A"
    if i > 2 and items[i - 2].word == "who" and items[i - 1].mark is None:
        return before not in {",", "and", "or"}  # "A, who heads B, spoke"
    if is_represented(before, items[i].mark):
        return True
    if before not in load_words("prepositions"):
        return False
    at = i + 2 if i + 1 < len(items) and items[i + 1].word == "," else i + 1
    acts = at < len(items) and items[at].word in load_words("clause-verbs")
    return not (acts and before in {"since", "before", "after", "than"})


def _tokenize(text: str, sentence: Span, marks: Sequence[Mark]) -> list[Item]:
    items: list[Item] = []
    at = sentence.begin
    for mark in marks:
        if mark.begin < at or mark.end > sentence.end:
            continue
        items += _words(text, at, mark.begin)
        items.append(Item(mark.begin, mark.end, "", mark))
        at = mark.end
    items += _words(text, at, sentence.end)
    return items


def _words(text: str, begin: int, end: int) -> list[Item]:
    items = []
    for match in _TOKEN.finditer(text, begin, end):
        word = match[0].lower()
        first, last = match.span()
        if word.isalpha():
            items.append(Item(first, last, word, None))
            continue
        if len(word) > 1:
            word = word.replace("’", "'").replace(":", ".")  # the hour is one word to patterns, whatever its sign
        head, tail, full = _part(word)
        cut = last - len(tail)
        items.append(Item(first, cut, "," if head == "|" else head, None))
        if tail:
            items.append(Item(cut, last, full, None))
    return items


def _part(word: str) -> tuple[str, str, str]:
    """Give what a word stands for without the end that is a word of its own, that end, and what it stands for.

    >>> _part("won't"), _part("they've"), _part("minister's"), _part("o'neill")
    (('will', "n't", 'not'), ('they', "'ve", 'have'), ('minister', "'s", "'s"), ("o'neill", '', ''))
    """
    head, cut, end = word.rpartition("'")
    if end == "t" and head.endswith("n"):
        return _FULL.get(head[:-1], head[:-1]), "n't", "not"
    if cut and end in _TAILS and (end != "s" or head in load_words("post-heads")):
        return head, cut + end, _TAILS[end]
    return word, "", ""


_FULL = {"wo": "will", "ca": "can", "sha": "shall"}
"""Verbs that are cut short before "n't"."""
_TAILS = {"ll": "will", "ve": "have", "re": "are", "m": "am", "s": "'s"}


def _place_states(items: list[Item]) -> list[Item]:
    """Make a State a place where it stands behind a city or a preposition of place."""
    kept: list[Item] = []
    for item in items:
        mark = item.mark
        if mark is not None and mark.letter == "A" and mark.places:
            before = kept[-1].word if kept else ""
            if before == "the" and len(kept) > 1 and kept[-2].word == "in" and not mark.introduced:
                before = kept[-2].word  # "in the Netherlands"
                kept.pop()
            two_back = kept[-2].mark if len(kept) > 1 else None
            if not mark.introduced and (begin := _open_part(kept, before)) is not None:
                item = Item(begin, item.end, "", mark._replace(letter="L", begin=begin))
            elif before in load_words("locatives") and not mark.introduced:
                item.mark = mark._replace(letter="L")
            elif (
                before == ","
                and two_back is not None
                and two_back.letter == "L"
                and _agree(two_back.places, mark.places)
            ):
                kept.pop()
                city = kept.pop()
                item = Item(
                    city.begin, item.end, "", two_back._replace(end=item.end, places=two_back.places + mark.places)
                )
        kept.append(item)
    return kept


def _open_part(kept: list[Item], before: str) -> int | None:
    """Give where the name of a part of a State begins that stands before it, and take it off the items kept.

    "northern" of "in northern Mozambique", "the north-western part of" and, behind a preposition of place, "rural".
    """
    last = len(kept) - 1
    if before in load_words("compass"):
        return kept.pop().begin
    words = [item.word for item in kept[-_PART:]]
    if before in load_words("of-lands") and words[-2:-1] and words[-2] in load_words("locatives"):
        return kept.pop().begin
    if before == "the" and words[-2:-1] == ["of"]:
        last, before = last - 1, "of"
    if before != "of" or last < 1 or kept[last - 1].word not in load_words("parts-of-lands"):
        return None
    first = last - 1
    while first and (kept[first - 1].word in load_words("compass") or kept[first - 1].word in {"the", "a", "far"}):
        first -= 1
    if not first or kept[first - 1].word not in load_words("locatives"):
        return None
    begin = kept[first].begin
    del kept[first:]
    return begin


_PART = 3
"""Items before a State that are looked at."""


def _agree(city: Sequence[str], country: Sequence[str]) -> bool:
    """Tell whether "Almaty, Kazakhstan" can be one place: the city lies there, or nobody knows where it lies."""
    return "/region/" not in city[0] and (len(city) < 2 or city[-1] in country)
