"""Who says "I" in a text: the speaker of a statement, the signer of a letter."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.text.passage import Block
from kg.extract.words.wordclass import compile_words, load_words
from kg.model import Span

_HEADER = 10
"""Blocks at the head of a text in which its author is named."""


_FOOTER = 4
"""Blocks at the foot of a text in which its author signs."""


_TITLES = 6
"""Letters of "Dr." and the like that a signature may have besides the name."""


_TURNED = re.compile(r"[^\W\d_]+, [^\W\d_]+(?: [^\W\d_]+)?")
"""A name turned round, as a library writes an author's."""


_OPENS = re.compile(r"\s*\)\s*:")
"""What follows a speaker's name in a record of a parliament: "The Minister (X):"."""


@cache
def _compile_author() -> re.Pattern[str]:
    """Give the expression of words right before the name of an author or a speaker."""
    return compile_words(
        r"(?i)^[\W_]*(?:author|speaker|speech by|by)\b"
        r"|\b{speeches}\s+(?:(?:made|delivered|given|to be delivered)\s+)?(?:by|of|from)\b"
    )


def find_author(text: str, blocks: Sequence[Block], persons: Iterable[tuple[Span, str]]) -> str | None:
    r"""Find who says "I": the person that the header of a speech or a statement names.

    `persons` are the places that name a person, with the person's key.

    >>> from kg.extract.text.passage import find_blocks
    >>> text = "Remarks by Ana Lindo\n\nI opened the workshop."
    >>> find_author(text, find_blocks(text), [(Span(11, 20), "ana")])
    'ana'
    """
    end = blocks[min(len(blocks), _HEADER) - 1].span.end if blocks else 0
    named = list(persons)
    for span, key in named:
        if span.begin >= end:
            break
        block = next((b.span for b in blocks if b.span.begin <= span.begin < b.span.end), span)
        begin = max(block.begin, text.rfind("\n", 0, span.begin) + 1)
        if _compile_author().search(text[begin : span.begin]) or _OPENS.match(text, span.end):
            return key
        behind = text[span.end : text.find("\n", span.end)].strip()
        turned = not behind and _TURNED.fullmatch(text, *span) is not None
        if begin == span.begin and (turned or behind in load_words("captions")):
            return key
    return _find_signer(text, blocks, named)


def _find_signer(text: str, blocks: Sequence[Block], persons: Sequence[tuple[Span, str]]) -> str | None:
    """Find the person whose name alone stands on one of the last lines, as a signature does."""
    foot = blocks[-_FOOTER].span.begin if len(blocks) > _FOOTER else len(text)
    for span, key in reversed(persons):
        if span.begin < foot:
            break
        begin, stop = text.rfind("\n", 0, span.begin) + 1, text.find("\n", span.end)
        line = text[begin : stop if stop >= 0 else len(text)]
        if len(line.strip(" ()-_*")) <= span.end - span.begin + _TITLES:
            return key
    return None
