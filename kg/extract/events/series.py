"""Which events a plural speaks of: "has held three workshops: ...", "both meetings were chaired by ...".

What a sentence says of the plural it says of each of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.events.event import EventMention
from kg.extract.events.focus import occasions_of
from kg.extract.events.occasion import Occasion, Occasions
from kg.extract.events.part import Part, Sentence
from kg.extract.phrases.phrase import Phrase
from kg.extract.text.passage import Block
from kg.extract.words.numeral import NUMBERS, ORDINALS
from kg.extract.words.wordclass import load_words

_COUNTS = {word: n for word, n in NUMBERS.items() if n > 1} | {str(n): n for n in range(2, 21)} | {"both": 2}
_BEFORE = 24
"""Characters in front of a plural that may hold its number."""
_BACK = 2
"""Blocks that a plural may look back over."""


@dataclass(frozen=True, slots=True)
class Plural:
    """A mention of several events at once."""

    type: str | None
    noun: str
    count: int | None
    """How many they are, where the text says so."""
    known: bool
    """Whether the text takes them as known: "both workshops", "the three courses"."""

    def fits(self, occasion: Occasion) -> bool:
        """Tell whether an occasion can be one of those meant."""
        return self.type is None or self.type == occasion.type or self.noun == occasion.noun


_ONE_OF = re.compile(rf"(?<![\w-])(?:one|last|latest|next|some|none|{'|'.join(ORDINALS)})\s+of\s+\Z")
"""Words that single one out of several: "the third of the seminars"."""


def find_plurals(text: str, mentions: Sequence[EventMention]) -> dict[int, Plural]:
    """Give the plurals among the mentions, by number: "three workshops", "both meetings", but not "such meetings"."""
    found: dict[int, Plural] = {}
    for number, mention in enumerate(mentions):
        if not mention.plural or mention.determiner == "generic":
            continue
        own = text[mention.begin : mention.head.begin].lower().split()
        before = text[max(0, mention.begin - _BEFORE) : mention.begin].lower()
        if _ONE_OF.search(before):
            continue
        words = re.split(r"[.,;:()]", before)[-1].split()[-2:] + own
        count = next((_COUNTS[word] for word in words if word in _COUNTS), None)
        known = not load_words("known-plurals").isdisjoint(words) or mention.determiner in {"definite", "demonstrative"}
        found[number] = Plural(mention.type, mention.noun, count, known)
    return found


@dataclass(frozen=True, slots=True)
class Series:
    """The events that one sentence speaks of as several."""

    of_item: Mapping[int, tuple[int, ...]]
    """Item number of a plural → the occasions that it stands for."""
    below: tuple[int, ...]
    """The occasions of the list that the sentence opens."""


_NO_SERIES = Series({}, ())


def find_series(
    phrases: Sequence[Phrase],
    blocks: Sequence[Block],
    block_of: Sequence[int],
    occasions: Occasions,
    plurals: Mapping[int, Plural],
) -> list[Series]:
    """Give for each phrase which occasions its plurals mean, and which ones the list below it is of."""
    told = [[k for k in occasions_of(p, occasions).values() if k is not None] for p in phrases]
    series: list[Series] = []
    met: list[tuple[int, int]] = []
    for number, phrase in enumerate(phrases):
        block = block_of[number]
        opens = phrase.line.endswith(" :") and blocks[block].kind != "item"
        below = _listed(told, block_of, number, {k for k, _ in met}) if opens else ()
        lately = [k for k, where in met if block - where <= _BACK]
        of_item = {}
        for item, mark in enumerate(phrase.marks):
            plural = plurals.get(mark.events[0]) if mark is not None and mark.letter == "E" else None
            if plural is None or mark is None or mark.events[0] in occasions.of_mention:
                continue
            ahead = _ahead(told, block_of, number, {k for k, _ in met})
            members = _in_sentence(phrase, item, plural, occasions) or below
            members = members or _meant(
                plural, lately, [k for k in ahead if plural.fits(occasions.found[k])], occasions
            )
            if members:
                of_item[item] = members
        series.append(Series(of_item, below) if of_item or below else _NO_SERIES)
        met = [(k, where) for k, where in met if k not in told[number]]
        met += [(k, block) for k in dict.fromkeys(told[number])]
    return series


def _in_sentence(phrase: Phrase, item: int, plural: Plural, occasions: Occasions) -> tuple[int, ...]:
    """Give the occasions that a sentence goes on to tell one by one: "three workshops: in Lima on 3 May and in ..."."""
    own = {i: k for i, k in occasions_of(phrase, occasions).items() if k is not None and i > item}
    members = tuple(dict.fromkeys(own.values()))
    if len(members) < 2:
        return ()
    between = phrase.words[item + 1 : min(own)]
    return members if plural.count == len(members) or ":" in between else ()


def _listed(told: Sequence[Sequence[int]], block_of: Sequence[int], number: int, met: set[int]) -> tuple[int, ...]:
    """Give the new occasions that the blocks below a colon tell of, one each in its first sentence."""
    found: list[int] = []
    for later in range(number + 1, len(told)):
        if block_of[later] == block_of[later - 1]:
            continue
        fresh = [k for k in told[later] if k not in met and k not in found]
        if not fresh:
            break
        found.append(fresh[0])
    return tuple(found) if len(found) > 1 else ()


def _ahead(told: Sequence[Sequence[int]], block_of: Sequence[int], number: int, met: set[int]) -> Iterator[int]:
    """Yield the new occasions of the rest of the block, and of the next one."""
    seen = set(met) | set(told[number])
    for later in range(number + 1, len(told)):
        if block_of[later] - block_of[number] > 1:
            return
        for k in told[later]:
            if k not in seen:
                seen.add(k)
                yield k


def _meant(plural: Plural, lately: Sequence[int], ahead: Sequence[int], occasions: Occasions) -> tuple[int, ...]:
    """Give the occasions told before that a known plural means, or those that a counted new one announces."""
    if plural.known:
        fitting = [k for k in lately if plural.fits(occasions.found[k])]
        size = plural.count or len(fitting)
        return tuple(fitting[-size:]) if 1 < size <= len(fitting) else ()
    return tuple(ahead) if plural.count is not None and len(ahead) == plural.count else ()


def each_of(sentence: Sentence, series: Series) -> list[tuple[int, Sentence]]:
    """Give a sentence about several events once for each of them."""
    each = [
        (occasion, replace(sentence, of_item={**sentence.of_item, item: occasion}))
        for item, occasions in series.of_item.items()
        for occasion in occasions
    ]
    if not each and not sentence.of_item:
        each = [(occasion, replace(sentence, focus=occasion, recent=True)) for occasion in series.below]
    return each


def say_likewise(phrase: Phrase, series: Series, latest: Sequence[Part]) -> list[Part]:
    """Say of "the three others :" what was said of the first: who held it and who paid."""
    if phrase.marks_in("AB") or load_words("other-ones").isdisjoint(phrase.words):
        return []
    return [
        replace(part, occasion=occasion)
        for occasion in series.below
        for part in latest
        if part.role in {"Host", "Organizer", "Sponsor"}
    ]
