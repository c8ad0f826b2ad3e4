"""The day on which a text was issued, as its front matter, masthead, dateline or foot tells."""

import re
from collections.abc import Iterator

from kg.extract.dates.dates import DateMention, find_dates
from kg.extract.text.passage import Block, find_blocks
from kg.extract.words.dateform import SEASONS, WEEKDAYS
from kg.extract.words.moment import first_day, from_iso
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Document, Span

_KEYED = re.compile(
    r"\s*[-*#>]*\s*(?:(?:publish(?:ed)?_|last)?date|dated|published(?:\s+(?:on|at|date))?|publication\s+date|pubdate|issued|issue\s+date|date\s+of\s+issue"
    r"|posted(?:\s+on)?|filed|circulated|released?|release\s+date|created|datum)\s*[:=]?\s*[\"']?(?=[\w(])",
    re.IGNORECASE,
)
_VENUE = re.compile(r"\s*\n\W*(?:time|venue|place|location|where)\s*[:=]", re.IGNORECASE)
"""A line behind a keyed date that shows it to be the day of an event."""
_AT_VENUE = re.compile(r"\n\W*(?:time|venue|place|location|where|city|country)\W*[:=][^\n]*\n\W*\Z", re.IGNORECASE)
"""The same before it."""
_WHEN = re.compile(r"\W*(?:when|dates|date\(s\)|date\s+(?:and|of)\s+\w+)\W*[:=]", re.IGNORECASE)
"""What a line with the day of an event begins with."""
_SAID = re.compile(
    r"\b(?:published|issued|posted|released|completed|dated|updated|compiled|printed|circulated|sent\s+out|written"
    r"|(?:text|copy|edition)\s+closed|as\s+at|(?:status|situation|parties|signatories)\b.{0,34}\b(?:as\s+(?:of|at)|on))"
    r"(?:\s+(?:in|at)\s+(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]+)?)?(?:\s+on)?(?:\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\s*[:,]?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?[.:]?\s*(?:--?|–|—|â€“|â€”)|\s*(?:\)\s?)?[.:)]\s|\s*\(|\s*/")
_OPENING = re.compile(r"\s*(?:--?|–|—|:|\()\s*")
_PLACE = r"[^\W\d_][\w.'’ -]*"
_PLACES = re.compile(rf"\(?\s*{_PLACE}(?:[,/|]\s*{_PLACE}){{0,5}}(?:[,/|]\s*)?[,:–—]?\s*(?:the\s+)?\(?$")
_WITHIN_SENTENCE = re.compile(r"\b(?:in|on|from|to|until|by|held|at|since)\s*$", re.IGNORECASE)
_HEAD = 16
"""How many blocks from the top, at most, a masthead takes."""


def find_issue_date(document: Document, blocks: tuple[Block, ...] | None = None) -> tuple[str, Span] | None:
    r"""Find the day (month, year) of a text within it, and the words that tell; None where nothing does.

    A keyed date (`date: 2008-09-26`) goes before words ("issued on ..."), these before a dateline, a line
    of the masthead that gives one day, the same at the foot, a day that ends the text,
    the year of an issue, and the day of the meeting in minutes.

    >>> text = "NEWS\n\nZAGREB, Oct 11, 2023 -- Ukraine can count on help."
    >>> find_issue_date(Document(identifier="d", text=text, sha256=""))
    ('2023-10-11', Span(begin=14, end=26))
    >>> find_issue_date(Document(identifier="d", text="Peace News * Winter 2003/04\n\nWe met.", sha256=""))[0]
    '2003-12'
    """
    text = document.text
    blocks = find_blocks(text) if blocks is None else blocks
    mentions = find_dates(text, issued=document.issued, blocks=blocks)
    for find in (_find_keyed, _find_said, _find_lined, _find_footed, _find_closing, _find_numbered, _find_minuted):
        found = next(find(text, blocks, mentions), None)
        if found:
            return _within_season(text, found), Span(found.begin, found.end)
    return None


def _within_season(text: str, found: DateMention) -> str:
    """Give the month that stands for the season of an issue, so that what it tells of last autumn has its year.

    Of a winter of two years it is the end of the first: "Winter 2003/04". A winter of one year may be at either end.
    """
    season = _SEASON.search(text, max(0, found.begin - _NAME), found.end)
    if season is None or season.end() != found.end or len(found.last) != len("2003"):
        return found.last
    if season["split"]:
        return f"{season['year']}-12" if season["name"].lower() == "winter" else found.last
    month = _LATE.get(season["name"].lower())
    return f"{season['year']}-{month:02}" if month is not None else found.last


_NAME = 12
"""Characters before a year that the name of a season may have."""
_SEASON = re.compile(r"\b(?P<name>[a-z]+),?\s+(?P<year>\d{4})(?P<split>\s?[/–-]\s?\d{2,4})?", re.IGNORECASE)
_LATE = {season: first + 2 for season, first in SEASONS.items() if season != "winter"}
_LATE |= {"easter": 4, "advent": 12, "christmas": 12}
"""The last month of each season of one year, and the month of each feast, for an issue looks back on what led to it."""


def _head(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return blocks[: _HEAD + sum(block.kind == "front" for block in blocks)]


def _lines(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, Block]]:
    """Yield the lines of blocks, without the blanks around them."""
    for block in blocks:
        for match in re.finditer(r"\S[^\n]*", text[block.span.begin : block.span.end]):
            yield Span(block.span.begin + match.start(), block.span.begin + match.end()), block


def _plain_lines(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[tuple[Span, Block]]:
    """Yield the lines of blocks that are neither rows of tables nor captions, nor entries that each tell a day."""
    run: list[tuple[Span, Block]] = []
    for line, block in _lines(text, blocks):
        touches = bool(run) and text.count("\n", run[-1][0].end, line.begin) == 1
        dated = any(m.kind == "day" and _explicit(m) for m in _within(mentions, line))
        if run and not (touches and dated):
            yield from run if len(run) < _ENTRIES else ()
            run = []
        if _is_row(text, line) or _is_caption(text, line):
            continue
        if dated:
            run.append((line, block))
        else:
            yield line, block
    yield from run if len(run) < _ENTRIES else ()


_ENTRIES = 3
"""Lines with a day each, one below the other, that are entries of a list."""


def _within(mentions: list[DateMention], span: Span) -> list[DateMention]:
    return [m for m in mentions if span.begin <= m.begin < span.end]


def _explicit(mention: DateMention) -> bool:
    return mention.first == mention.last and not mention.inferred


def _find_keyed(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield dates behind a key at the beginning of a line near the top."""
    for line, _ in _lines(text, _head(blocks)):
        match = _KEYED.match(text, line.begin, line.end)
        if match and not _is_of_event(text, line):
            yield from (
                m
                for m in _within(mentions, line)[:1]
                if m.begin <= match.end() + 12 and m.first == m.last and m.kind == "day"
            )


def _find_said(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield dates that a line near the top calls those of the text."""
    for line, block in _lines(text, _head(blocks)):
        short = line.end - line.begin < 90 and len(block.sentences) <= 2
        for mention in _within(mentions, line):
            said = _SAID.search(text[max(line.begin, mention.begin - 40) : mention.begin])
            if short and _explicit(mention) and said:
                earlier = [m for m in _within(mentions, line) if m.begin < mention.begin and _explicit(m)]
                yield earlier[0] if earlier and said.group().lower().startswith("updated") else mention


def _find_lined(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield the days that datelines and lines of the masthead give, then months."""
    months: list[DateMention] = []
    periods: list[DateMention] = []
    years: list[DateMention] = []
    for line, block in _plain_lines(text, _head(blocks), mentions):
        if months and block not in blocks[:_NEAR_TOP]:
            yield from months  # that of an issue goes before a day further down
        for mention in _within(mentions, line):
            if mention.kind == "year" and _PERIODICAL.search(text, line.begin, line.end) and not years:
                years += [mention] if _is_masthead(text, line, block, mention) and block in blocks[:_TOP] else []
            if mention.kind == "range" and len(mention.last) == _MONTH and _is_masthead(text, line, block, mention):
                periods.append(mention)  # "July - September 2011": the quarter that the text tells of
            if mention.first != mention.last or mention.kind not in {"day", "month"}:
                continue
            if (mention.inferred and mention.kind != "day") or _is_of_act(text, line, mention):
                continue
            if (
                _is_dateline(text, line, mention)
                or _opens(text, blocks, mention)
                or _is_masthead(text, line, block, mention)
            ):
                if mention.kind == "day":
                    yield mention
                else:
                    months.append(mention)
    yield from (*months, *periods, *years)


def _is_of_act(text: str, line: Span, mention: DateMention) -> bool:
    """Tell whether a day is that of a treaty act: "Fiji: signed 3 June 2013, ratified 9 May 2014"."""
    before = text[line.begin : mention.begin].split()
    return len(before) > 1 and before[-1].lower() in load_pairs("columns")


def _is_row(text: str, line: Span) -> bool:
    """Tell whether a line is a row of a table: the line above or below has as many cells."""
    cells = text.count("|", line.begin, line.end)
    if not cells:
        return False
    above, below = text[: line.begin].rstrip().rpartition("\n")[2], text[line.end :].lstrip().partition("\n")[0]
    return cells in (above.count("|"), below.count("|"))


def _is_caption(text: str, line: Span) -> bool:
    word = _FIRST_WORD.match(text, line.begin, line.end)
    return word is not None and word[1].lower() in load_words("captions")


_FIRST_WORD = re.compile(r"[\[(*_]*([A-Za-z]+)[:\])*_ ]")


_HELD = re.compile(r"\W*(?:held|convened|hosted)\s+(?:in|at|on|from)\b", re.IGNORECASE)
"""A line that says when and where an event was: "Held at the University, Lima, 3 May 2016"."""
_PERIODICAL = re.compile(
    r"\b(?:vol|no|issue|journal|review|yearbook|magazine|newsletter|bulletin|half|quarter|quarterly|spring|summer|autumn|winter"
    r"|annual report)\b",
    re.IGNORECASE,
)
"""What stands in the masthead of a periodical that is dated by no more than its year."""
_MONTH = len("2001-02")
_TOP = 3
"""Blocks in which such a masthead stands."""
_NEAR_TOP = 5
"""Blocks among which a day goes before the month of an issue."""


def _find_footed(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield the days that lines of their own at the foot give."""
    for line, block in _plain_lines(text, blocks[-4:], mentions):
        for mention in _within(mentions, line):
            alone = mention.kind == "year" and text[line.begin : line.end].strip("() ") == mention.first
            fits = (alone or mention.kind == "day") and not _is_of_act(text, line, mention)
            if _explicit(mention) and fits and _is_masthead(text, line, block, mention):
                yield mention


def _find_closing(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield the day that ends a text behind its last sentence, alone or with a place: "... Lima, 3 May 2016."."""
    block = blocks[-1] if blocks else None
    if block is None or len(block.sentences) == 1 or block.kind != "paragraph":
        return
    said, last = block.sentences[-2:]
    for mention in _within(mentions, last):
        before = text[last.begin : mention.begin].strip(" ([")
        placed = not before or (before.endswith(",") and _PLACES.fullmatch(before) and _names_places(before))
        bare = not text[mention.end : last.end].strip(" ).]")
        if bare and placed and _explicit(mention) and mention.kind == "day" and said.end - said.begin > _SENTENCE:
            yield mention


def _find_numbered(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield the year behind the number of an issue in the masthead: "Newsletter 1/2007"."""
    taken = {m.begin for m in mentions if m.kind != "year"}
    for line, _ in _plain_lines(text, blocks[:_TOP], mentions):
        match = _ISSUE.search(text, line.begin, line.end) if line.end - line.begin < _LINE else None
        if match and match.start(1) not in taken:
            year = match["year"]
            at = match.span("year")
            yield DateMention(begin=at[0], end=at[1], first=year, last=year, inferred=False, kind="year")


_ISSUE = re.compile(
    r"\b(?:newsletter|letter|bulletin|news|issue|no\.?|nr\.?|number|review|journal|update|focus|magazine|gazette|digest)"
    r"[ :,#]{1,3}(\d{1,3})/(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LINE = 90
"""Characters, at most, of the line of a masthead."""
_SENTENCE = 40
"""Characters, at least, of the sentence before: what is shorter may be a title."""


def _find_minuted(text: str, blocks: tuple[Block, ...], mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield the first day that the head of the minutes of a meeting names."""
    head = blocks[:_NEAR_TOP]
    if head and _MINUTES.search(text, head[0].span.begin, head[-1].span.end):
        for block in head:
            yield from (m for m in _within(mentions, block.span) if _explicit(m) and m.kind == "day")


_MINUTES = re.compile(r"\b(?:MINUTES|Minutes|SUMMARY RECORD|Summary [Rr]ecord|RECORD OF|Record of)\b")


def _is_of_event(text: str, line: Span) -> bool:
    """Tell whether the day of a line is that of an event: a line with its place stands beside it."""
    if _WHEN.match(text, line.begin, line.end) or _VENUE.match(text, line.end):
        return True
    return _AT_VENUE.search(text, max(0, line.begin - _WRAP), line.begin) is not None


_WRAP = 200
"""Characters of a line before one."""


def _is_dateline(text: str, line: Span, mention: DateMention) -> bool:
    """Tell whether a line opens with a place and this date, and then goes on: "ZAGREB, Oct 11 --"."""
    before = text[line.begin : mention.begin]
    if not before.strip():
        return _explicit(mention) and mention.kind == "day" and bool(_OPENING.match(text, mention.end, line.end))
    if _HEADED.search(before) and _AGENCY.match(text, mention.end, line.end):
        return mention.kind == "day" and _explicit(mention)
    if len(before) > 48 or not _PLACES.fullmatch(before):
        return False
    return _names_places(before) and bool(_DATELINE_END.match(text, mention.end, line.end))


def _names_places(before: str) -> bool:
    """Tell whether all words before a date may be those of places: capitals stand at their heads."""
    words = re.findall(r"[^\W\d_]+", before)
    named = all(word[0].isupper() or word in load_words("place-particles") for word in words)
    return named and not (words and words[0].casefold() in load_words("no-dateline"))


def _opens(text: str, blocks: tuple[Block, ...], mention: DateMention) -> bool:
    """Tell whether a text begins with a day and a full stop, or with who issued it and then these.

    "September 9, 2016. The Government of Samoa ...", "Samoa News, 9 September 2016. The Government ...".
    """
    if not _explicit(mention) or not _STOPPED.match(text, mention.end):
        return False
    before = text[blocks[0].span.begin : mention.begin]
    if len(before) > _SOURCE or "\n" in before or _WITHIN_SENTENCE.search(before):
        return False
    words = re.findall(r"[^\W\d_]{2,}", before)
    small = [word for word in words if word.islower() and word not in load_words("place-particles")]
    told = {word.casefold() for word in words}
    return load_words("masthead-words").issuperset(small) and not told & load_words("titled-events")


_SOURCE = 90
"""Characters, at most, of the name of who issued a text before its day."""


_STOPPED = re.compile(r"\.\s+[\"“'‘(]*[^\W\d_a-z]")


_HEADED = re.compile(r"(?:^|\s)[A-Z][A-Z'’ -]{2,},\s*$")
_AGENCY = re.compile(r"\s*\([A-Z][\w /]{1,20}\)\s*(?:--?|–|—)\s")
"""The place and the agency around the day of a dateline that stands in one line with a heading."""


def _names_weekday(text: str, mention: DateMention) -> bool:
    """Tell whether a day whose year stands elsewhere has the weekday that is written before it: the year is right."""
    written = text[mention.begin : mention.begin + 3].casefold()
    day = from_iso(mention.first)
    if (
        written not in WEEKDAYS
        or day is None
        or not day.day
        or not any(c.isdigit() for c in text[mention.begin : mention.end])
    ):
        return False
    return first_day(day).weekday() == WEEKDAYS.index(written)


def _is_masthead(text: str, line: Span, block: Block, mention: DateMention) -> bool:
    """Tell whether a line is about the date: little else stands in it, and no sentence runs through it."""
    if block.kind == "item" or (len(block.sentences) > 2 and not _PERIODICAL.search(text, line.begin, line.end)):
        return False
    if mention.inferred and not _names_weekday(text, mention):
        return False
    before, after = text[line.begin : mention.begin], text[mention.end : line.end].rstrip()
    if _HELD.match(before) or _WHEN.match(before):
        return False
    words = re.findall(r"[^\W\d_]{2,}", f"{before} {after}")
    alone = before.rstrip().endswith(".") and after == "."  # "By our correspondent. 3 May 2004."
    if after.endswith(".") and len(words) > 3 and not alone:
        return False
    lower = [word for word in words if word.islower() and len(word) > 3]
    if block.span.begin == line.begin and not after and _TITLE_ENDS.search(before):
        return True
    return len(words) <= 14 and len(lower) <= 4 and not _WITHIN_SENTENCE.search(before)


_TITLE_ENDS = re.compile(
    r"(?:\b[Ss]tatement|\b[Rr]emarks|\b[Ss]peech|\b[Aa]ddress)\b.*,\s*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?\s*,\s*\Z"
)
"""How the title of a statement goes on to its place and day: "Statement by A, on behalf of B, Rome, 11 May 2005"."""
