"""A text cut into words, each knowing its sentence and block.

Names are found over words and not over characters: a title, a post and a body are runs of words with certain
properties. Spans always point into the text as stored.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.text.passage import Block

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b\.?)?"  # U.S., H.E., T.D
    r"|['’‘]t(?= [A-Z])"  # van 't Hoff
    r"|['’‘?`´]s\b"  # the possessive, also where a wrong decoding left a question mark
    r"|@?[^\W_](?:\w|[¡‡†]|['’‘ʼ`´?](?!s\b)(?=[^\W\d_])|[-‐‑](?=\w)|/(?=[A-Z])|\?(?=[,;)]))*"
    r"|\S"
)
_ALIKE = str.maketrans("’‘ʼ`´‐‑", "'''''--")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, as columns: `word[i]` stands at `begin[i]:end[i]`."""

    text: str
    word: Sequence[str]
    """As written, but for apostrophes and hyphens, of which there is one kind each."""
    lower: Sequence[str]
    begin: Sequence[int]
    end: Sequence[int]
    last: Sequence[int]
    """For each word, the number of the first word behind its sentence."""
    first: Sequence[int]
    """For each word, the number of the first word of its sentence."""
    block: Sequence[int]
    capital: Sequence[bool]
    """Whether the word begins with a capital letter."""
    blocks: Sequence[Block]
    written_small: frozenset[str] = field(default_factory=frozenset)
    """All words that the text writes in lower case somewhere."""

    def at(self, offset: int) -> int:
        """Give the number of the word that covers an offset, else of the next one."""
        i = bisect_right(self.begin, offset) - 1
        return i if i >= 0 and self.end[i] > offset else i + 1

    def before(self, offset: int) -> int:
        """Give the number of the first word that begins at or behind an offset."""
        return bisect_left(self.begin, offset)

    def surface(self, i: int, j: int) -> str:
        """Give the text of words i to j (exclusive) on one line."""
        return " ".join(self.text[self.begin[i] : self.end[j - 1]].split()) if j > i else ""


def cut_words(text: str, blocks: Sequence[Block]) -> Words:
    """Cut a text into words, sentence by sentence.

    >>> from kg.extract.text.passage import find_blocks
    >>> text = "Mr. O'Neill of the U.S. Embassy spoke."
    >>> cut_words(text, find_blocks(text)).word
    ['Mr', '.', "O'Neill", 'of', 'the', 'U.S.', 'Embassy', 'spoke', '.']
    """
    word: list[str] = []
    begin: list[int] = []
    end: list[int] = []
    first: list[int] = []
    last: list[int] = []
    block_of: list[int] = []
    for number, block in enumerate(blocks):
        for sentence in block.sentences:
            start = len(word)
            for match in _WORD.finditer(text, sentence.begin, sentence.end):
                word.append(match.group())
                begin.append(match.start())
                end.append(match.end())
            size = len(word) - start
            first += [start] * size
            last += [start + size] * size
            block_of += [number] * size
    word = [item.translate(_ALIKE) if not item.isascii() or "`" in item else item for item in word]
    return Words(
        text=text,
        word=word,
        lower=[item.lower() for item in word],
        begin=begin,
        end=end,
        last=last,
        first=first,
        block=block_of,
        capital=[item[0].isupper() for item in word],
        blocks=blocks,
        written_small=frozenset(item for item in word if item.islower()),
    )
