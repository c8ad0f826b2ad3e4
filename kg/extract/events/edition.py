"""Editions told by place and date: "workshops in Almaty in 2007 and in Tbilisi in 2008", "then came Riga, in May".

Each pair of a place and a date becomes a mention of an event of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.dates.dates import DateMention
from kg.extract.events.event import EventMention
from kg.extract.events.eventnoun import EDITIONS
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import compile_words, load_words
from kg.model import Span

_IN = r"(?:(?:in|at|on|during|of|from) )?"
_PAIR = rf"(?:{_IN}L\d+ (?:, )?{_IN}(?:D\d+|\( D\d+ \))|{_IN}D\d+ (?:, )?(?:in|at) L\d+|D\d+ \( L\d+ \)) "
_JOINT = r"(?:(?:,|;|and|then|by|followed|finally|again|also|most|recently) )*"
_ROW = rf"(?P<row>{_PAIR}(?:{_JOINT}{_PAIR})+)"
_MANY = re.compile(
    r"(?<!\S)(?<!no )(?:E\d+|editions|rounds|instalments|ones"
    r"|those(?= (?:(?:that|which) \w+ |held |organi[sz]ed |convened )?(?:in|at) L\d)"
    r"|(?P<stops>stops|stages|stations|milestones|preparations"
    r"|(?:be|been|was|were|is) (?:continued|resumed|pursued|discussed|debated|negotiated|considered|examined"
    r"|talked over|worked on|drafted|refined|revised|carried (?:on|forward)|taken (?:on|forward|further)))"
    r"|(?P<met>met|gathered|convened|assembled|sat) (?:twice|\w+ times|on \w+ occasions)) "
    rf"(?:D\d+ )?(?P<told>(?:(?![ELD]\d|[;.] )\S+ ){{0,10}}?){_ROW}"
)
_GAPPED = re.compile(
    rf"(?<!\S)(?P<head>E\d+|met|gathered|convened|conferred|assembled|sat|invited|summoned|turned up) "
    rf"(?:\S+ ){{0,4}}?{_PAIR}"
    rf"(?:(?![EL]\d|[;.] )\S+ ){{0,12}}?(?:and|, then|and then|later"
    r"|,(?= (?:(?:again|then|later|finally|subsequently) )?(?:in|at) L\d)) "
    rf"(?:(?:then|again|once|more|later|finally|continued|resumed|to|\d+|N\d+) )*(?P<row>{_PAIR}(?:{_JOINT}{_PAIR})*)"
    rf"(?!E\d|(?:\S+ )?(?:[a-z]+ed|met|held|spoke|took|gave|saw) "
    r"|, where (?:the )?(?:he|she|they|A\d+|[a-z]+) (?:\S+ ){0,2}?(?:met|conferred|talked|spoke|called|saw) )"
)
"""A verb told once for two places and days: "met in Rome in May to draft the text, and in Paris on 3 June"."""
_AFTER = re.compile(rf"(?<!\S)(?:after|following|follows|succeeding) (?P<told>(?:[a-z]+ ){{0,3}}?){_ROW}")
_BRACKETED = r"[AB]\d+ \( (?P<pair>(?:in )?L\d+ (?:, )?(?:(?:in|on) )?D\d+|D\d+ , L\d+) \) "
_HOSTED = re.compile(
    rf"(?<!\S)E\d+ (?P<told>(?:(?![EL]\d|[;.] )\S+ ){{0,6}}?)by "
    rf"(?P<row>[AB]\d+ \( [^()]+ \) (?:{_JOINT}[AB]\d+ \( [^()]+ \) )+)"
)
"""Who held each of a series, with where and when behind the name: "hosted by A (Rome, May 2007) and B (...)"."""
_SINCE = re.compile(
    r"(?<!\S)(?P<many>E\d+) (?:(?![DEL]\d|[;.:] )\S+ |(?:in|at) L\d+ |(?:in|on|from) D\d+ |, L\d+ ){0,8}?"
    r"(?:since |(?:, )?after (?=L\d+ \( ))"
    rf"(?P<row>L\d+ (?:, )?(?:in |\( )D\d+ (?:\) )?(?:{_JOINT}(?:(?!and |the |a )[a-z]+ (?:,|and) )?{_PAIR})*)"
)
"""An edition by which another is counted or measured: "the fourth conference, after Oslo (March 2013)"."""
_TURN = re.compile(
    r"(?<!\S)(?:(?:in|on) D\d+ it was [LA]\d+(?= (?:'s turn|that hosted|,|\.))"
    r"|(?:then|next|first|later) came L\d+ (?:\S+ ){0,6}?(?:in|on) D\d+"
    r"|(?:taken up|reconvened|reopened|and continued|and resumed) (?:again )?(?:in|at) L\d+ (?:(?:in|on) )?D\d+"
    r"|since L\d+ , (?:in|on) D\d+"
    r"|(?:the|this|its|their) (?:series|round|rounds|process|cycle|row|chain) (?:had |was )?"
    r"(?:begun|began|started|opened|launched) "
    r"(?:in|at) L\d+ (?:, (?:L\d+|[a-z]+(?: [a-z]+)?) )?(?:, )?(?:(?:in|on) D\d+|\( D\d+)"
    r"|L\d+ (?:in|on) D\d+(?= (?:had gone|had come|came|went) (?:first|before|next|later))"
    r"|(?<!E\d in )(?<!E\d at )L\d+ (?:followed|came next|was next|had its turn|was the next stop) (?:in|on) D\d+"
    r")(?!\S)"
)
"""Ways of saying that another one of a series was somewhere: "in September it was Riga's turn"."""
_LAST_TIME = re.compile(
    r"(?<!\S)(?:met|gathered|convened|assembled|sat|E\d+) (?:(?!E\d|[;.] )\S+ ){0,16}?"
    r"(?P<told>(?:for )?the (?:last|first|second|third|most recent|latest|next) (?:time |occasion )(?:being |was )?"
    r"(?:in|at) L\d+ (?:, )?(?:(?:in|on) )?D\d+)(?!\S)"
)
"""One of several times that a group met: "has met five times, the last time in Bern in May"."""
_SINGLED = frozenset(
    {*"last latest largest biggest smallest previous other next".split()}
    | {word for word in EDITIONS if len(word) > len("viii") or word[0].isdigit()}
)
"""Words that single one out of a series."""
_HAPPENED = r"(?:(?:was|were|is|be|been) (?:\S+ ){0,2}?|(?:took|taken) place |sat |met |began |opened |started |held )"
_NTH = re.compile(
    r"(?<!\S)(?<!as )(?<!is )(?<!was )(?<!are )(?<!were )(?<!became )(?<!been )(?<!be )"
    rf"(?:the|a) (?:very )?(?P<nth>{'|'.join(sorted(_SINGLED))}) "
    r"(?:of (?:the series|them|these|all|them all) )?"
    r"(?=(?:[,(]|was|is|had|has|took|will|too|sat|began|opened|started|met|in|at|on|from|also|followed|came) )"
    r"(?P<told>(?:(?![AE]\d|[;:.] )\S+ ){0,7}?"
    rf"(?:(?:in|at|to) L\d+ (?:, )?(?:in |on |from |\( )?D\d+|(?:in|on|from) D\d+ (?:, )?(?:in|at) (?:the )?[LB]\d+"
    rf"|{_HAPPENED}(?:(?:in|at) L\d+(?: , D\d+)?|(?:on|from) D\d+)|[(,] (?:from )?(?:D\d+ , L\d+|L\d+ , D\d+|D\d+ \))"
    r"|, from D\d+)(?!\S)(?! (?:, )?(?:was|is) E\d))"
)
"""One of a series told by its number alone: "the third, also in Bern, began on 3 May", "the 20th (2-3 May, Lima)"."""
_REACH = 700
"""Characters behind a mention of the series within which its parts are told by their number alone."""
_GONE = re.compile(rf"(?<!\S){_ROW}(?:had gone|had come|came|went|followed|had preceded|preceded)(?!\S)")
_CAME = rf"(?<!\S){{row-leads}} {_ROW}"
_CAMING = frozenset({"came", "were", "followed"})
_CLAUSE = re.compile(rf"(?:[:;] |^)(?:(?:and|then|finally) )*(?P<pair>{_PAIR})(?=[,;.(:–—-] )")
"""The head of each part of a row of editions that says more of them: "Riga, in May, where ...; Bern, in June"."""
_MARK = re.compile(r"(?<!\S)[LDA]\d+(?!\S)")


_DAYS = re.compile(
    r"(?<!\S)(?P<many>E\d+|(?:met|gathered|convened|assembled|sat|together) (?:twice|\w+ times|on \w+ occasions)"
    r"|(?:met|gathered|convened|assembled|sat|conferred)"
    r"(?= (?:(?:in|at) L\d+ )?(?:on|in|from) D\d+ ,? ?and (?:once )?again )) "
    r"(?:, )?(?:(?:(?:in|at) )?(?:the [a-z]+ (?:city|town|capital)(?: of)? )?L\d+ )?(?:, )?"
    r"(?P<days>(?:on|in|from) D\d+ (?:(?:(?:,|and|then|again|later) )+(?:on|in|from) D\d+ )+)(?:(?:in|at) L\d+ )?"
)
"""Several events of one place, each with its day: "two meetings in Bern, on 5 May and on 6 June"."""
_COUNTED = re.compile(
    r"(?<!\S)(?P<many>E\d+) (?:(?![ED]\d|[;.] )\S+ ){0,14}?"
    r"(?P<days>(?:[a-z]+ ){0,2}(?:on|in|from) D\d+ (?:(?:,|and|then|again|later) )+"
    r"(?:[a-z]+ ){0,2}(?:on|in|from) D\d+ )"
)
"""The same, further on, where the text counts them: "two courses for experts: in French in May, in English in June"."""
_TWO = re.compile(
    r"(?<!\S)(?:two|both|2) (?P<many>E\d+) (?P<told>(?:(?![EA]\d|[;.] )\S+ ){0,12})(?P<on>on|in|from) (?P<day>D\d+) "
)
"""Two events whose days, joined by "and", are one mark: "two meetings took place in Bern, on 5 and 9 May"."""
_HELD = re.compile(
    r"(?<!\S)(?P<many>E\d+) (?:were|have been|had been|will be|are to be|took|will take) (?:[a-z]+ ){0,2}?"
    r"(?P<days>(?:on|in|from) D\d+ (?:, (?:when|under|with) (?:(?![DE]\d|[;.] )\S+ ){1,14}?)?"
    r"(?:(?:,|and|then|again|later) )+(?:on|in|from) D\d+ )(?![^;]* (?:in|at) L\d)"
)
"""The same behind the verb: "meetings were held in July, when A was in the chair, and in November"."""
_PAIR_OF = frozenset({"two", "both", "2"})
_ENTRY = re.compile(
    r"(?:[^\w\s]+ |\d{1,2} \. )?(?P<pair>L\d+ (?:, L\d+ )?(?:[,:–—-] |in |on )?(?:D\d+|\( D\d+ \))"
    r"|D\d+ (?:[,:–—-] |in |at )?L\d+) (?:[.,:;(–—-] [^E]*)?\Z"
)
"""An entry of a list that opens with where and when, and whose head says what kind of event is meant."""

_STAMP = re.compile(
    r"(?:[^\w\s]+ |\(? ?\d{1,2} (?:[.)–—-] )?|\( \w \) )?(?:(?P<nth>[a-z]+) (?:[a-z]+ )?[,:] )?"
    r"(?P<pair>L\d+ (?:, L\d+ )?(?:[,:] |in |on )?(?:D\d+|\( D\d+ \))|D\d+ (?:, D\d+ )?(?:[,:] )?L\d+) "
    r"(?:[.;!] |[,:;.] (?P<more>.+)|(?P<cell>(?![(–—-] ).+))?"
)
"""The head of an entry of a chronicle: where and when, and nothing else: "Lima, 3-5 May 2010."; or a row of a table."""


_TITLE = r"(?:[a-z0-9][^\s]* ){1,7}?"
_DIARY = re.compile(
    r"(?:[^\w\s]+ |\d{1,2} [.)] |[a-z]+ (?:[a-z]+ )?: )?"
    rf"(?P<pair>(?:{_TITLE}[,:–—-] )?(?:(?:in|at) )?L\d+ (?:, L\d+ )?(?:[,:–—-] |in |on )?(?:D\d+ |\( D\d+ \) )"
    rf"|D\d+ (?:, D\d+ )?(?:[,:–—-] )?(?:{_TITLE}[,–—-] )?(?:(?:in|at) )?L\d+ )(?:, L\d+ )?[.;!]? ?"
)
"""An entry of a diary, "Arms Week 9, Lima, 3-5 May" or "4 June: boat race, Suva", whatever its event is called."""
_AHEAD = 5
"""Words that the head of a diary may have."""


def heads_diary(phrase: Phrase) -> bool:
    """Tell whether a sentence is, or opens with, the head of a diary: "DATES AHEAD", "Diary : Lima, 3 May"."""
    head = phrase.line.partition(" :")[0].split()
    marked = any(word[0].isupper() for word in head)
    return len(head) <= _AHEAD and not marked and not load_words("headings-ahead").isdisjoint(head)


def read_diary(phrase: Phrase, issued: str | None) -> EventMention | None:
    """Read an entry of a diary that no noun names as an event; where it says a name, the name belongs to it.

    It lies ahead of the day of issue; a month or day without a year may be one of the next year.
    """
    entry = _DIARY.fullmatch(phrase.line + " ") if "L" in phrase.line and "D" in phrase.line else None
    if entry is None or "E" in phrase.line:
        return None
    item = phrase.item_at(entry.start("pair"))
    told = _make(phrase, entry.start("pair"), entry["pair"], replace(_MET, type="Conference", noun="conference"))
    date = _look_ahead(told.date, issued) if told.date is not None and issued is not None else told.date
    return replace(told, begin=phrase.spans[item].begin, date=date) if date is not None else None


def _look_ahead(date: DateMention, issued: str) -> DateMention | None:
    """Give a date that lies ahead of the day of issue, if need be that of the next year; None for one that is past."""
    if date.first[: len(issued)] > issued[: len(date.first)]:
        return date
    size = len("2001-02")
    months = 12 * (int(issued[:4]) - int(date.first[:4])) + int(issued[5:size] or 1) - int(date.first[5:size] or 1)
    if not (date.inferred and months < 12 and (len(date.first) == size or months >= _LONG_PAST)):
        return None
    first, last = (f"{int(day[:4]) + 1}{day[4:]}" for day in (date.first, date.last))
    return replace(date, first=first, last=last)


_LONG_PAST = 6
"""Months after which a day of no year is that of the next one."""


def find_stamp(phrase: Phrase, issued: str | None, *, first: bool) -> re.Match[str] | None:
    """Find the place and day that open a passage, unless the text was issued on that day.

    `first` tells whether the sentence is the first of its block, as a row of a table is.
    """
    stamp = _STAMP.fullmatch(phrase.line + " ") if "L" in phrase.line and "D" in phrase.line else None
    if stamp is None or (stamp["nth"] is not None and stamp["nth"] not in EDITIONS) or (stamp["cell"] and not first):
        return None
    days = {mark.date.first for mark in phrase.marks_in("D") if mark.date is not None}
    vague = stamp["pair"][0] == "D" and min(map(len, days)) < len("2001-02-03")
    return None if issued in days or vague else stamp


def read_stamp(
    phrase: Phrase, stamp: re.Match[str], rest: str, mentions: Sequence[EventMention]
) -> EventMention | None:
    """Read the head of an entry of a chronicle as an event, where nothing in the `rest` of the entry names one."""
    if "E" in stamp.string + rest:
        return None
    kind = _kind_of(phrase, rest, mentions)
    if kind is None:
        kind = _MET if rest or stamp["more"] or stamp["cell"] else None
    return _make(phrase, stamp.start("pair"), stamp["pair"], kind) if kind is not None else None


def _kind_of(phrase: Phrase, rest: str, mentions: Sequence[EventMention]) -> EventMention | None:
    """Say what kind of event an entry means: by its verbs, else the kind of the row that it stands in."""
    told = {*phrase.words, *rest.split()}
    if not load_words("done-at-ceremonies").isdisjoint(told):
        return replace(_MET, type="Ceremony", noun="ceremony")
    before = [m for m in mentions if m.end <= phrase.span.begin and m.type and m.determiner != "generic"]
    return next((m for m in reversed(before) if m.plural), before[-1] if before else None)


def find_editions(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the events of a sentence that are told by no noun of their own, but by a place and a date in a row.

    `mentions` are those of the whole text, in order. Where the row has no noun that says what kind of event is
    meant, it is the kind of the event that the sentence, or else the text before it, speaks of.
    """
    yield from _find_singled(phrase, mentions)
    if "D" not in phrase.line:  # the only capitals are those of marks
        return
    for begin, words, mention in _find_pairs(phrase, mentions):
        kind = mention if mention is not None and mention.type else _kind_at_hand(phrase, mentions)
        if kind is not None:
            yield _make(phrase, begin, words, kind)
    yield from _find_days(phrase, mentions)
    yield from _find_hosted(phrase, mentions)


def _find_hosted(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the events of a plural of which each host's name has the place and day of its own behind it."""
    for match in _HOSTED.finditer(phrase.line + " ") if _may_have_row(phrase.line) else ():
        mark = phrase.marks[phrase.item_at(match.start())]
        mention = mentions[mark.events[0]] if mark is not None else None
        if mention is None or not mention.plural or mention.type is None:
            continue
        role = "Host" if "hosted" in match["told"] else "Organizer"
        for pair in re.finditer(_BRACKETED, match["row"]):
            holder = phrase.marks[phrase.item_at(match.start("row") + pair.start())]
            parties = tuple((actor, role) for actor in holder.actors) if holder is not None else ()
            edition = _make(phrase, match.start("row") + pair.start("pair"), pair["pair"], mention)
            yield replace(edition, parties=parties)


def _find_singled(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the events of a sentence of which no more is said than their number, and where or when they were."""
    if _SINGLED.isdisjoint(phrase.words):
        return
    for match in _NTH.finditer(phrase.line + " "):
        kind = _kind_at_hand(phrase, mentions)
        near = kind is not None and phrase.span.begin - kind.end <= _REACH
        if kind is not None and near and load_words("negations").isdisjoint(match["told"].split()):
            begin = phrase.spans[phrase.item_at(match.start())].begin
            edition = _make(phrase, match.start("told"), match["told"], kind)
            yield replace(edition, begin=begin, ordinal=EDITIONS.get(match["nth"]))


def _find_days(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the events of a plural that stands once before several days."""
    line = phrase.line + " "
    if line.count("D") < 2 or not load_words("negations").isdisjoint(phrase.words):
        return
    beside = [*_DAYS.finditer(line), *_HELD.finditer(line)]
    joined = [*_find_joined(phrase, mentions)]
    yield from joined
    for match in () if joined else beside or _COUNTED.finditer(line):
        item = phrase.item_at(match.start("many"))
        mark = phrase.marks[item]
        mention = mentions[mark.events[0]] if mark is not None and mark.events else None
        kind = _MET if mark is None else mention
        if kind is None or (mention is not None and not mention.plural):
            continue
        if mention is not None and not beside and _PAIR_OF.isdisjoint(phrase.words[max(0, item - 1) : item]):
            continue
        towns = [phrase.spans[phrase.item_at(m.start())] for m in re.compile(r"L\d+").finditer(line, *match.span())]
        for day in re.finditer(r"\S+ D\d+ ", match["days"]):
            begin = match.start("days") + day.start()
            edition = _make(phrase, begin, day.group(), kind)
            where = towns[0] if len(towns) == 1 else None
            yield replace(edition, begin=phrase.spans[phrase.item_at(begin)].begin, where=where)


def _find_joined(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield both events of "two meetings took place in Bern, on 5 May and 6 June", whose days are one mark."""
    for match in _TWO.finditer(phrase.line + " "):
        item = phrase.item_at(match.start("many"))
        mark, days = phrase.marks[item], phrase.marks[phrase.item_at(match.start("day"))]
        mention = mentions[mark.events[0]] if mark is not None else None
        if mention is None or not mention.plural or days is None or days.date is None or days.date.kind != "days":
            continue
        towns = [phrase.spans[k] for k in range(item, phrase.item_at(match.start("day"))) if phrase.words[k][0] == "L"]
        where = towns[0] if len(towns) == 1 else None
        pair = _make(phrase, match.start("day"), match["day"], mention)
        counted, both = phrase.spans[item - 1], Span(phrase.spans[phrase.item_at(match.start("on"))].begin, pair.end)
        for words, day in ((counted, days.date.first), (both, days.date.last)):
            date = replace(days.date, first=day, last=day, kind="day")
            yield replace(pair, begin=words.begin, end=words.end, head=words, date=date, where=where)


def find_listed(phrase: Phrase, kind: EventMention | None) -> Iterator[EventMention]:
    """Yield the event of an entry that has a place and a day, below a head that names the kind in the plural."""
    entry = _ENTRY.fullmatch(phrase.line + " ")
    if kind is not None and entry is not None:
        yield _make(phrase, entry.start("pair"), entry["pair"], kind)


def find_kind(phrase: Phrase, mentions: Sequence[EventMention], *, heading: bool) -> EventMention | None:
    """Give the plural that heads a list: "Seminars of the network", "it has held these seminars :"."""
    plurals = [mentions[mark.events[0]] for mark in phrase.marks_in("E")]
    plurals = [mention for mention in plurals if mention.plural and mention.type and mention.determiner != "generic"]
    return plurals[0] if len(plurals) == 1 and (heading or phrase.line.endswith(" :")) else None


def find_gapped(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the events of a verb that is told once for several places and days."""
    line = phrase.line + " "
    for match in _GAPPED.finditer(line) if _may_have_row(line) else ():
        mark = phrase.marks[phrase.item_at(match.start())]
        kind = mentions[mark.events[0]] if mark is not None and mark.events else _MET
        before = line[: match.start("row")].split()
        if kind.determiner == "generic" or not load_words("negations").isdisjoint(before):
            continue
        yield from (_make(phrase, begin, pair, kind) for begin, pair in _split(match))


_MET = EventMention(begin=0, end=0, head=Span(0, 0), type="Meeting", noun="meeting", determiner="none")
"""What a verb for coming together tells of."""


def _find_pairs(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[tuple[int, str, EventMention | None]]:
    """Yield where in the line the words of each edition begin, the words, and the noun that heads their row."""
    line = phrase.line + " "
    has_row = _may_have_row(line)
    for match in _MANY.finditer(line) if has_row else ():
        mark = phrase.marks[phrase.item_at(match.start())]
        mention = mentions[mark.events[0]] if mark is not None else None
        if (mention is None or mention.plural) and load_words("negations").isdisjoint(match["told"].split()):
            kind = _MET if match["stops"] or match["met"] else mention
            yield from ((*pair, kind) for pair in _split(match))
    for match in _AFTER.finditer(line) if has_row else ():
        own = (mentions[mark.events[0]].ordinal for mark in phrase.marks_in("E"))
        if any(own) or not load_words("edition-ordinals").isdisjoint(line.split()):
            yield from ((*pair, None) for pair in _split(match))
    yield from _find_measured(phrase, mentions)
    came = compile_words(_CAME).finditer(line) if has_row and not _CAMING.isdisjoint(phrase.words) else ()
    for match in (*(_GONE.finditer(line) if has_row else ()), *came):
        yield from ((*pair, None) for pair in _split(match))
    clauses = [*_CLAUSE.finditer(line)] if has_row and ";" in line else []
    for match in clauses if len(clauses) > 1 else ():
        yield (
            match.start("pair"),
            match["pair"],
            next((mentions[mark.events[0]] for mark in phrase.marks_in("E")), None),
        )
    for match in _TURN.finditer(line):
        yield match.start(), match.group(), None


def _find_measured(phrase: Phrase, mentions: Sequence[EventMention]) -> Iterator[tuple[int, str, EventMention | None]]:
    """Yield the editions by which another is counted or measured, and the last of several times that a group met."""
    line = phrase.line + " "
    for match in _SINCE.finditer(line) if "L" in line and "E" in line else ():
        mark = phrase.marks[phrase.item_at(match.start("many"))]
        if mark is not None and not mentions[mark.events[0]].verb:
            yield from ((*pair, mentions[mark.events[0]]) for pair in _split(match))
    for match in _LAST_TIME.finditer(line) if "L" in line else ():
        mark = phrase.marks[phrase.item_at(match.start())]
        yield match.start("told"), match["told"], _MET if mark is None else mentions[mark.events[0]]


def _may_have_row(line: str) -> bool:
    """Tell whether a line has places and days for a row of editions; its only capitals are those of marks."""
    return line.count("D") > 1 and line.count("L") > 1


def _split(row: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Yield where each pair of a row begins, and its words."""
    for pair in re.finditer(_PAIR, row["row"]):
        yield row.start("row") + pair.start(), pair.group()


def _kind_at_hand(phrase: Phrase, mentions: Sequence[EventMention]) -> EventMention | None:
    """Give the mention whose kind an ordinal or "similar events" means."""
    own = [mentions[mark.events[0]] for mark in phrase.marks_in("E")]
    here = next((m for m in own if m.type and not m.plural), None)
    return here or next((m for m in reversed(mentions) if m.end <= phrase.span.begin and m.type), None)


def _make(phrase: Phrase, begin: int, words: str, kind: EventMention) -> EventMention:
    """Make a mention, of the kind of another, of words of a line that name a place and a date."""
    items = [phrase.item_at(begin + mark.start()) for mark in _MARK.finditer(words)]
    date = next((mark.date for k in items if (mark := phrase.marks[k]) is not None and mark.date is not None), None)
    span = Span(phrase.spans[items[0]].begin, phrase.spans[items[-1]].end)
    return EventMention(
        begin=span.begin,
        end=span.end,
        head=Span(span.end, span.end),
        type=kind.type,
        noun=kind.noun,
        determiner="none",
        date=date,
    )
