"""A text cut into blocks (paragraphs, headings, list items) and sentences.

Texts come hard-wrapped, bulleted, or with one paragraph a line; a line break ends a block only where the
layout says so. Spans always point into the text as stored.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.words.dateform import MONTH_NAME
from kg.extract.words.wordclass import load_words
from kg.model import Span

_BULLET = re.compile(r"\s*(?:[•▪◦·●■‣*–—-]\s+|\(?[a-z0-9]{1,2}[.)]\s+|[ivx]{1,4}[.)]\s+)")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+[A-Z„“\"]")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_WRAP_LIMIT = 160
"""Longer lines than this were not wrapped by hand or typewriter."""
_MARKED_HEADING = re.compile(r"#{1,6} \S")
_CELLS = re.compile(r"\t|\S\s*\|\s*\S|\S {3,}\S")
"""What parts the cells of a row: a tab, a bar, a gap of blanks."""
_DASHED = re.compile(r"[–—-]\s+[a-z]")
_DAYS = r"\d{1,2}(?:\s?(?:[-–/&]|and|to)\s?\d{1,2})?"
_DATED = re.compile(
    rf"\s*(?:(?:{_DAYS}\s+(?:{MONTH_NAME}\.?\s?[-–]\s?\d{{1,2}}\s+)?)?{MONTH_NAME}\.?|{MONTH_NAME}\.?\s+{_DAYS})"
    r"(?:,?\s+\d{4})?(?:\s*[:;,|(–—-]|[ \t]{3,}\S)"
)
"""What the entries of a calendar begin with, where no mark begins them: "3-5 May, Lima: ..."."""
_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_RULE = re.compile(r"\s*[-=_*~#]{3,}\s*$")

_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_ROMAN = _ARTICLES | {"its", "of", "at", "this", "their"}
"""What stands before the ordinal of "the II. Workshop"; "the Group of 77." ends a sentence."""
_ENDING = re.compile(r"[.!?…](?:[.!?…]*[\"'”’»)\]]*(?=\s|$)|(?<!…)(?=[A-Z][a-z]+\s))")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item, with its sentences in order."""

    span: Span
    kind: str
    """`paragraph`, `heading`, `item` or `front` (a `key: value` line of front matter)."""
    sentences: tuple[Span, ...]


@lru_cache(maxsize=4)
def find_blocks(text: str, layout: str | None = None) -> tuple[Block, ...]:
    r"""Cut a text into blocks and their sentences; `layout` is the text as its lines were before words were mended.

    >>> [block.kind for block in find_blocks("A TITLE\n\nOne day. Another day.\n\n- first\n- second")]
    ['heading', 'paragraph', 'item', 'item']
    """
    blocks = []
    start = 0
    front = _FRONT_MATTER.match(text)
    if front:
        start = front.end()
        for line in re.finditer(r"[^\r\n]+", text[front.start(1) : front.end(1)]):
            span = Span(front.start(1) + line.start(), front.start(1) + line.end())
            blocks.append(Block(span, "front", (span,)))
    spans = [_strip(text, begin, end) for begin, end in _find_block_spans(layout or text, start)]
    spans = [span for span in spans if span.begin < span.end]
    touching = [_touch(text, *pair) for pair in itertools.pairwise(spans)]
    dated = [_follow(text, *pair) for pair in itertools.pairwise(spans)]
    for at, span in enumerate(spans):
        sentences = tuple(find_sentences(text, span))
        listed = any(all(touching[i : i + 2]) for i in range(max(0, at - 2), min(at + 1, len(touching) - 1)))
        listed = listed or any(dated[max(0, at - 1) : at + 1])
        kind = _kind(text[span.begin : span.end], len(sentences))
        blocks.append(Block(span, "item" if listed and kind == "heading" else kind, sentences))
    return tuple(blocks)


def _touch(text: str, upper: Span, lower: Span) -> bool:
    """Tell whether two blocks are entries of an indented list, which no mark begins."""
    between = text[upper.end : lower.begin]
    if between.count("\n") != 1 or not 2 <= (indent := len(between.rpartition("\n")[2])) <= 12:
        return False
    begin = text.rfind("\n", 0, upper.begin) + 1
    return upper.begin - begin == indent


def _follow(text: str, upper: Span, lower: Span) -> bool:
    """Tell whether two blocks are entries of a calendar, a line below the other."""
    if text[upper.end : lower.begin].count("\n") != 1:
        return False
    return bool(_DATED.match(text, upper.begin, upper.end) and _DATED.match(text, lower.begin, lower.end))


def _find_block_spans(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that belong together."""
    lines = [match.span(1) for match in _LINE.finditer(text, start)]
    indents = [len(text[b:e]) - len(text[b:e].lstrip()) for b, e in lines if text[b:e].strip()]
    usual = max(sorted(set(indents)), key=indents.count, default=0)
    lengths = sorted(len(text[b:e].strip()) for b, e in lines if text[b:e].strip())
    widest = lengths[(len(lengths) * 9) // 10] if lengths else 0
    width = widest if widest > _WRAP_LIMIT else min(widest, 100)
    begin: int | None = None
    last = start
    previous = ""
    entry = labelled = False
    for b, e in lines:
        line = text[b:e]
        if not line.strip() or _RULE.match(line):
            if begin is not None:
                yield begin, last
            begin = None
            continue
        next_entry = (entry and _DATED.match(line)) or (labelled and _LABEL.match(line))
        if begin is not None and (next_entry or _breaks(previous, line, width, usual)):
            yield begin, last
            begin = None
        if begin is None:
            begin, entry, labelled = b, _DATED.match(line) is not None, _LABEL.match(line) is not None
        last, previous = e, line
    if begin is not None:
        yield begin, last


_LABEL = re.compile(r"\s*(?:[A-Z]|\d{1,2}(?:st|nd|rd|th|[A-Z]{2,4})\b)[\w’'-]*(?: [\w’'-]+){0,5}(?: \(\d+\))?:\s+\S")
"""A line of a form: "Participating countries: A and B", "Ratified (8): A, B"."""


def _breaks(line: str, following: str, width: int, indent: int) -> bool:
    """Tell whether a new block starts between two lines that touch; `indent` is that of most lines."""
    if _CUT.search(line) and following.lstrip()[:1].isalpha():
        return False
    if following.lstrip().startswith(("@", "#")) or _MARKED_HEADING.match(line) or _PLACE_AND_DAY.match(following):
        return True
    if _BULLET.match(following):
        return not _goes_on(line, following, width)
    if (_CELLS.search(line) and _CELLS.search(following)) or (_LABEL.match(line) and _LABEL.match(following)):
        return True
    if _BULLET.match(line) and len(line.strip()) >= 0.6 * width:
        return False
    runs_on = following.lstrip()[:1].islower() and (line.rstrip()[-1:].isalpha() or line.rstrip().endswith(","))
    if width > _WRAP_LIMIT:  # one paragraph a line
        return not runs_on
    if runs_on and len(line.strip()) > width / 2:
        return False
    # A wrapped line is nearly as long as the widest; one that stops early was ended on purpose.
    room = width - len(line.rstrip())
    first = following.split()[0] if following.split() else ""
    if (own := _indent(line)) == _indent(following) and own > indent + 1:
        return room > len(first) + 3  # an indented list; a quoted paragraph fills its lines
    return room > max(len(first) + 12, 0.3 * width) or (len(line.rstrip()) > 130 and not runs_on)


_CUT = re.compile(r"[^\W\d_][-‐‑]\s*\Z")
"""A line that ends within a word."""


_DAY = r"\d{1,2}(?: ?[-–] ?\d{1,2})?"
_PLACE_AND_DAY = re.compile(
    r"\s*[A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w.'’ -]{2,30})?, "
    rf"(?:{_DAY} [A-Z][a-z]+|[A-Z][a-z]+ {_DAY},) \d{{4}}\s*\Z"
)
"""A line that holds nothing but where and when."""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _goes_on(line: str, following: str, width: int) -> bool:
    """Tell a dash that a wrapped line happens to begin with from the mark of a list item."""
    if not _DASHED.match(following) or _BULLET.match(line) or width > _WRAP_LIMIT:
        return False
    return 50 < 0.85 * width <= len(line.rstrip()) and line.rstrip()[-1] not in ".:;!?"


_ASKING_TITLE = re.compile(r"\s*\w+(?: [\w'’-]+)+: [^.:]+\?\s*")
_ASKING = 12
"""Words of a heading that asks: "After the conference: what next?"; "Question: ..." is none."""


def _kind(block: str, sentences: int) -> str:
    words = block.split()
    ended = block.rstrip("\"'”’»)]").endswith((".", "!", "?", ":", ";", ","))
    if _BULLET.match(block):
        return "heading" if _NUMBERED.match(block) and not ended and len(words) <= 12 else "item"
    if sentences == 1 and not ended and len(words) <= 20:
        return "heading"
    if sentences == 1 and len(words) <= _ASKING and _ASKING_TITLE.fullmatch(block):
        return "heading"
    return "paragraph"


def _strip(text: str, begin: int, end: int) -> Span:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end)


_RUN_IN = re.compile(r"\(?\d{1,2}[.)]\s")


def is_heading(text: str, block: Block, sentence: Span) -> bool:
    """Tell whether a sentence is a heading: a line of its own, or the short title that a numbered paragraph runs in."""
    if block.kind == "heading":
        return True
    if sentence != block.sentences[0] or len(block.sentences) < 2 or not _RUN_IN.match(text, sentence.begin):
        return False
    return len(text[sentence.begin : sentence.end].split()) <= 8


def find_sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a block; abbreviations, initials and ordinals do not end one.

    >>> text = "Gen. (Ret.) J. Baril of Canada spoke. He left."
    >>> [text[b:e] for b, e in find_sentences(text, Span(0, len(text)))]
    ['Gen. (Ret.) J. Baril of Canada spoke.', 'He left.']
    """
    begin = span.begin
    for match in _ENDING.finditer(text, span.begin, span.end):
        if match.group()[0] == "." and not _ends(text, begin, match.start(), match.end(), span.end):
            continue
        stripped = _strip(text, begin, match.end())
        if match.group()[0] == "." and _WHEN_AND_WHERE.fullmatch(text, stripped.begin, stripped.end):
            continue
        if stripped.end > stripped.begin:
            yield stripped
        begin = match.end()
    rest = _strip(text, begin, span.end)
    if rest.end > rest.begin:
        yield rest


_WHEN_AND_WHERE = re.compile(
    rf"\W{{0,3}}(?:\d{{4}}[,:]? )?(?:{MONTH_NAME} {_DAY}|{_DAY} {MONTH_NAME})(?:,? \d{{4}})?\."
    r"(?: [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?\.)?"
)
"""The head of an entry in a chronology, which belongs to what is behind it: "2000, November 6-7. Buenos Aires. ..."."""


def find_head(text: str, sentence: Span) -> int:
    """Give the end of the day and place that head an entry in a chronology; where the sentence begins if it has none.

    >>> find_head("2000, May 6. Lima. A seminar was held.", Span(0, 38))
    18
    """
    head = _WHEN_AND_WHERE.match(text, sentence.begin, sentence.end)
    return head.end() if head else sentence.begin


_LETTERS = re.compile(r"[A-Za-z]+")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ORDINAL = re.compile(r"[IVX]+|\d{1,2}")
_DOTTED_DAY = re.compile(r"(?:\d{1,2}\.[-–])?\d{1,2}")
_IN_MONTH = re.compile(rf"(?:(?:and|to|[-–])\s\d{{1,2}}\.\s)?{MONTH_NAME}\b")
_BEFORE_DAY = (" on", " from", " to", " and", " between", " since", " until", " by", " the", "(", ",")
"""What stands before a day with a point, "on 3. May", "from 3. to 4. May", which ends no sentence."""


def _ends(text: str, begin: int, stop: int, after: int, limit: int) -> bool:
    """Tell whether the full stop at `stop` closes a sentence."""
    left = stop
    while left > begin and not text[left - 1].isspace() and text[left - 1] not in "([“\"'":
        left -= 1
    word = text[left:stop]
    right = after
    while right < limit and text[right].isspace():
        right += 1
    following = text[right : right + 1]
    if not following:
        return True
    short = word.casefold().replace("/", "-").rpartition("-")[2]
    if short in load_words("stopped") or (
        short in load_words("before-figures") and (following.isdigit() or following in "+([")
    ):
        return False
    if (len(word) == 1 and word.isalpha() and word.isupper()) or (short in load_words("cut-given") and word.istitle()):
        return False  # "V. Popov", "Yu. Popov"
    if _INITIALS.fullmatch(word):
        behind = _LETTERS.match(text, right)
        dated = behind is not None and behind[0].casefold() in load_words("capital-dates")  # "10 a.m. Thursday"
        return following.isupper() and not dated and word.casefold() in {"p.m", "a.m"}
    if _DOTTED_DAY.fullmatch(word) and _IN_MONTH.match(text, right, limit):
        return not text[begin:left].rstrip(" -–0123456789.").casefold().endswith(_BEFORE_DAY)
    if _ORDINAL.fullmatch(word):
        before = text[begin:left].split()
        articles = _ARTICLES if word.isdigit() else _BEFORE_ROMAN
        return bool(before) and before[-1].casefold() not in articles
    return not following.islower()
