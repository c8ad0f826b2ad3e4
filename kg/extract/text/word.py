"""A text cut into words, each knowing its sentence and block.

Names are found over words and not over characters: a title, a post and a body are runs of words with certain
properties. Spans always point into the text as stored.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.text.passage import Block
from kg.extract.words.wordclass import compile_words
from kg.model import Span

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b\.?)?"  # U.S., H.E., T.D
    r"|['’‘]t(?= [A-Z])"  # van 't Hoff
    r"|['’‘?`´]s\b"  # the possessive, also where a wrong decoding left a question mark
    r"|@?[^\W_]\w*(?:(?:[¡‡†]|['’‘`´?](?!s\b)(?=[^\W\d_])|[-‐‑](?=\w)|/(?=[A-Z])|\?(?=[,;)]))\w*)*"
    r"|\S"
)
_ALIKE = str.maketrans("’‘ʼ`´‐‑", "'''''--")
_PART = re.compile(r"\w+")


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
    where: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """For each word in lower case, and each part of one with a hyphen or a stroke, the numbers of its places."""

    def at(self, offset: int) -> int:
        """Give the number of the word that covers an offset, else of the next one."""
        i = bisect_right(self.begin, offset) - 1
        return i if i >= 0 and self.end[i] > offset else i + 1

    def before(self, offset: int) -> int:
        """Give the number of the first word that begins at or behind an offset."""
        return bisect_left(self.begin, offset)

    def sentence(self, i: int) -> Span:
        """Give the sentence that word i stands in."""
        return Span(self.begin[self.first[i]], self.end[self.last[i] - 1])

    def sentences_with(self, needed: Iterable[str]) -> list[int]:
        """List the first words of the sentences that have one of the words that are needed."""
        where, first = self.where, self.first
        return sorted({first[i] for word in needed if word in where for i in where[word]})

    def search(self, source: str, needed: Iterable[str]) -> Iterator[re.Match[str]]:
        r"""Yield the matches of an expression, looked for only in sentences with a word of those that each match has.

        The blanks behind a sentence are looked at as well. The expression, which may have word classes, is compiled
        when first a sentence has such a word.

        >>> from kg.extract.text.passage import find_blocks
        >>> text = "One meeting was held. A follow-up is planned."
        >>> words = cut_words(text, find_blocks(text))
        >>> [match.group() for match in words.search(r"\w+ed(?=[.]|$)", ["follow"])]
        ['planned']
        """
        for i in self.sentences_with(needed):
            behind = self.last[i]
            end = self.begin[behind] if behind < len(self.begin) else len(self.text)
            yield from compile_words(source).finditer(self.text, self.begin[i], end)

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
            found = [*_WORD.finditer(text, sentence.begin, sentence.end)]
            word += [match[0] for match in found]
            begin += [match.start() for match in found]
            end += [match.end() for match in found]
            size = len(found)
            first += [start] * size
            last += [start + size] * size
            block_of += [number] * size
    word = [item.translate(_ALIKE) if not item.isascii() or "`" in item else item for item in word]
    lower = [item.lower() for item in word]
    return Words(
        text=text,
        word=word,
        lower=lower,
        begin=begin,
        end=end,
        last=last,
        first=first,
        block=block_of,
        capital=[item[0].isupper() for item in word],
        blocks=blocks,
        written_small=frozenset(item for item in word if item.islower()),
        where=_find_places(lower),
    )


def _find_places(words: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Give the numbers of the places of each word, and of each part of a word."""
    where: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        where[word].append(i)
    for word in [word for word in where if not word.isalnum()]:
        for part in _PART.findall(word):
            if part != word:
                where[part] += where[word]
    return where
