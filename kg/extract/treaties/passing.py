"""Treaties named in passing: where a new paragraph names none, a text goes back to the treaty that it is about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.treatyfind import TreatyMention

_TITLE = 200
"""How far into a text its title may reach."""


@dataclass(frozen=True, slots=True)
class Course:
    """How often, and in which blocks, a text speaks of each treaty."""

    counts: Counter[str]
    blocks: dict[str, set[int]]
    first: TreatyMention | None
    """The first mention of a treaty."""
    block_of: Sequence[int]
    """The block that each phrase stands in."""
    headings: set[int] = field(default_factory=set)

    def come_back(self, treaty: tuple[str, ...], number: int) -> tuple[str, ...]:
        """Give the treaty that a text goes on with at a phrase, where it spoke of `treaty` last.

        That is the one spoken of last, but for one that a single paragraph before named, while the text names only
        one other with its protocols, its first, in its title or more often: texts on more go through them one by one.
        """
        main = self.first.iris if self.first is not None else ()
        if len(treaty) != 1 or len(main) != 1 or treaty == main or not self.block_of:
            return treaty
        here, mine = self.block_of[number], self.blocks.get(treaty[0], set())
        passing = len(mine) == 1 and max(mine) < here and mine.isdisjoint(self.headings)
        titled = self.first is not None and self.first.begin < _TITLE and self.counts[treaty[0]] == 1
        about = titled or self.counts[main[0]] > self.counts[treaty[0]]
        own = (f"{main[0]}-", f"{treaty[0]}-")
        return main if passing and about and all(f"{iri}-".startswith(own) for iri in self.counts) else treaty


def find_course(
    mentions: Sequence[TreatyMention], phrases: Sequence[Phrase], block_of: Sequence[int], kinds: Sequence[str]
) -> Course:
    """Find how a text goes through its treaties; without blocks nothing is told."""
    starts = [phrase.span.begin for phrase in phrases]
    blocks: dict[str, set[int]] = {}
    counts: Counter[str] = Counter()
    for mention in mentions if block_of else ():
        at = max(0, bisect_right(starts, mention.begin) - 1)
        for iri in mention.iris:
            counts[iri] += 1
            blocks.setdefault(iri, set()).add(block_of[at])
    first = next((m for m in mentions if m.iri is not None), None)
    headings = {block for block, kind in zip(block_of, kinds, strict=True) if kind == "heading"} if block_of else set()
    return Course(counts, blocks, first, block_of, headings)
