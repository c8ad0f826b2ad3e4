"""What the head of a text lends to its main event: the place of the dateline, the day of the opening paragraph."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.dates.dates import DateMention
from kg.extract.events.aspect import phase
from kg.extract.events.attach import DATELINE, goes_home, is_seat
from kg.extract.events.identity import LONGEST, stage
from kg.extract.events.occasion import Occasion, add_date, date_within, settle_status, shift
from kg.extract.events.otherdate import is_elsewhere
from kg.extract.events.passing import is_in_post, is_reported
from kg.extract.events.thread import Reader
from kg.extract.phrases.mark import Mark
from kg.extract.phrases.phrase import Phrase, find_phrase
from kg.extract.text.passage import Block
from kg.extract.words.wordclass import load_words
from kg.model import Span

_HEAD = 12
"""How many phrases at the top of a text may be its header and opening paragraph."""
_HAS_BEGUN = re.compile(
    r"E\d+ (?:[^;,.]+ )?(?:has|have) (?:just )?(?:started|begun|opened|got under way|kicked off)(?!\S)"
)
_NEAR = 4
"""Days between an event and the day of issue within which the dateline is taken for its place."""


def lend_lead(reader: Reader, phrases: Sequence[Phrase], blocks: Sequence[Block], block_of: Sequence[int]) -> None:
    """Complete the main event of a text from its head, where the text gives it no place or day of its own."""
    opening = next((n for n, b in enumerate(block_of) if blocks[b].kind == "paragraph"), None)
    main = _find_main(reader, blocks, block_of, opening)
    if main is None:
        return
    if _is_spoken_of(reader, main, phrases):
        opening = None
    if opening is not None and main.state is None:
        pairs = zip(phrases[opening:], block_of[opening:], strict=True)
        _read_lead(reader, main, [p for p, b in pairs if blocks[b].kind != "heading" or p.marks_in("DLN")])
    if main.first is None and main.last is None and opening is not None and main.state is None:
        at = find_phrase(phrases, main.mentions[0].begin)
        told = phrases[at].line if at is not None else ""
        for phrase in phrases[opening : opening + 2]:
            day = _find_day(reader, phrase, has_begun=bool(_HAS_BEGUN.search(told)))
            if day is not None and block_of[opening] == block_of[phrases.index(phrase)]:
                add_date(main, day[0], day[1], main.stage)
                break
    unplaced = main.city is None and main.country is None and not main.away and "next" not in main.words
    if unplaced and _is_news(main, reader.issued) and not _is_of_post(reader, main, phrases):
        place = _find_dateline(reader, phrases, blocks, block_of)
        if place is not None:
            reader.settle(main, *place)


def _is_spoken_of(reader: Reader, main: Occasion, phrases: Sequence[Phrase]) -> bool:
    """Tell whether what somebody says is the first that a text tells of an event, behind a sentence of its own day."""
    at = find_phrase(phrases, main.mentions[0].begin)
    marks = enumerate(phrases[at].marks) if at is not None else ()
    first = next((i for i, mark in marks if _find_told(reader, mark) is main), None)
    return at is not None and at > 0 and first is not None and is_reported(phrases[at], first)


def _read_lead(reader: Reader, main: Occasion, phrases: Sequence[Phrase]) -> None:
    """Give the main event what the sentence before its first mention tells: "N0 met in L1 on D2. The course ..."."""
    at = find_phrase(phrases, main.mentions[0].begin) or 0
    before = phrases[max(0, at - _LEAD) : at]
    first = next((k for k, n in reader.result.of_mention.items() if reader.result.found[n] is main), None)
    fresh = first is None or reader.mentions[first].determiner in {"indefinite", "another"}
    if fresh or main.heading or any(phrase.marks_in("E") for phrase in before):
        return
    for phrase in before:
        if phrase.line.startswith("date D") or DATELINE.match(f"{phrase.line} "):
            continue
        marks = [(j, m) for j, m in enumerate(phrase.marks) if m is not None]
        towns = [
            m
            for j, m in marks
            if m.letter == "L" and phrase.words[j - 1] in {"in", "at"}
            if reader.places.get(m.places[0], ("", None))[0] == "City"
        ]
        days = [(j, m) for j, m in marks if m.date is not None]
        for j, day in days if len(days) == 1 and not (main.first or main.last) else ():
            if day.date is not None and len(day.date.first) == _DAY and not is_elsewhere(phrase, j):
                add_date(main, day.date, Span(day.begin, day.end), phase(phrase, 0, j))
        for town in towns if len(towns) == 1 and not (main.city or main.country) else ():
            for place in town.places:
                reader.settle(main, place, Span(town.begin, town.end))
        told = [(m.counted, m.number, Span(m.begin, m.end)) for m in phrase.marks_in("N") if m.number is not None]
        people = [count for count in told if count[0] == "attendeeCount"]  # all of them, before any group is counted
        main.counts = people + main.counts + [c for c in told if c not in people] if towns else main.counts


_LEAD = 2
"""Sentences before the first mention of the main event that may tell of it."""


def lend_paragraph(reader: Reader, phrases: Sequence[Phrase], block_of: Sequence[int]) -> None:
    """Place an event without a place of its own in the one city that its paragraph, or the heading above, names.

    Only where no other event opens in that paragraph, and no other event has the city as its own elsewhere in it.
    """
    opened: dict[int, list[Occasion]] = {}
    for occasion in reader.result.found:
        at = find_phrase(phrases, min(occasion.mentions).begin)
        if at is not None:
            opened.setdefault(block_of[at], []).append(occasion)
    for block, occasions in opened.items():
        occasion = occasions[0]
        if len(occasions) > 1 or occasion.weak or occasion.city or occasion.country or occasion.online is not None:
            continue
        if "next" in occasion.words:
            continue
        cities = {
            (place, Span(mark.begin, mark.end))
            for phrase, number in zip(phrases, block_of, strict=True)
            if number == block
            for i, mark in enumerate(phrase.marks)
            if mark is not None and mark.letter == "L" and i and _is_in(phrase, i)
            if not is_seat(phrase.words, i)
            for place in mark.places[:1]
            if reader.places.get(place, ("", None))[0] == "City"
        }
        if len({place for place, _ in cities}) == 1:
            place, span = min(cities, key=lambda city: city[1])
            reader.settle(occasion, place, span)


def lend_days(reader: Reader) -> None:
    """Place what an event of several days had on one of them where that event was, if the text places it nowhere."""
    found = reader.result.found
    for number, occasion in enumerate(found):
        if occasion.city or occasion.country or occasion.online is not None or len(occasion.first or "") < _DAY:
            continue
        hosts = [
            host
            for host in found[max(0, number - _LATELY) : number]
            if host.type != "Visit" and (host.city or host.country)
            if host.first and host.last and len(host.first) == _DAY and host.first != host.last
            if host.first <= (occasion.first or "") and (occasion.last or occasion.first or "") <= host.last
        ]
        for host in hosts if len(hosts) == 1 else ():
            for _, place, span in host.place_spans:
                reader.settle(occasion, place, span)


def lend_opening(reader: Reader) -> None:
    """Let an event of which only the end is told begin on the day of the opening ceremony that was held for it."""
    for occasion in reader.result.found:
        main = reader.result.found[occasion.beside] if occasion.beside is not None else None
        if main is None or main.first is not None or main.last is None or occasion.type != "Ceremony":
            continue
        opens = "opening" in stage(occasion.noun, occasion.words)
        day = occasion.first or ""
        if opens and len(day) == len(main.last) == _DAY and day <= main.last <= shift(day, LONGEST):
            main.first = day
            main.date_spans += [("startDate", day, span) for _, value, span in occasion.date_spans[:1] if value == day]


def lend_close(reader: Reader, phrases: Sequence[Phrase]) -> None:
    """Give an event the last day and the place of the ceremony at its end: "certificates on D1 at the close of E2"."""
    for phrase in phrases:
        for told in _AT_CLOSE.finditer(f"{phrase.line} ") if "E" in phrase.line else ():
            main = _find_told(reader, phrase.marks[phrase.item_at(told.start("main"))])
            before = [_find_told(reader, mark) for mark in phrase.marks[: phrase.item_at(told.start("main"))]]
            closing = next((o for o in before if o is not None and o.type == "Ceremony" and o is not main), None)
            if main is None or closing is None or main.type == "Ceremony":
                continue
            day = closing.first or closing.last or ""
            if len(day) == _DAY and main.last is None and not (main.first and main.first > day):
                date = next((span for _, value, span in closing.date_spans if value == day), None)
                main.last = day if date is not None else None
                main.date_spans += [("endDate", day, date)] if date is not None else []
            for _, place, span in closing.place_spans if not (main.city or main.country) else ():
                reader.settle(main, place, span)


_AT_CLOSE = re.compile(
    r"(?: (?:the|its|their) (?:end|close|closing|conclusion|completion|finish) of|"
    r" (?:closed|concluded|crowned|ended|completed|rounded off|brought to (?:an end|a close)))"
    r" (?:(?:the|a|this|their) )?(?P<main>E\d+) "
)


def lend_parallel(reader: Reader, phrases: Sequence[Phrase]) -> None:
    """Give an undated event the days of that of the sentence before: "In parallel, campaigners held E1"."""
    for before, phrase in pairwise(phrases):
        if _IN_PARALLEL.search(f" {phrase.line} ") is None or phrase.marks_in("D"):
            continue
        mine = [o for mark in phrase.marks_in("E") if (o := _find_told(reader, mark)) is not None]
        fresh = [o for o in mine if o.mentions[0].begin >= phrase.span.begin and not (o.first or o.last)]
        dated = {id(o): o for mark in before.marks_in("E") if (o := _find_told(reader, mark)) and o.first and o.last}
        if len(fresh) != 1 or len(dated) != 1 or fresh[0].heading:
            continue
        main = next(iter(dated.values()))
        told = {name: (name, value, span) for name, value, span in main.date_spans if value in {main.first, main.last}}
        if len(main.first or "") == _DAY and len(told) == len(("startDate", "endDate")):
            fresh[0].first, fresh[0].last = main.first, main.last
            fresh[0].date_spans += told.values()


_IN_PARALLEL = re.compile(
    r" (?:in parallel(?! (?:to|with) (?!E\d|it |this ))|simultaneously|concurrently"
    r"|(?:over|during|in|on|for) (?:the|those) same (?:\w+ )?days) "
)


def lend_clause(reader: Reader, phrases: Sequence[Phrase]) -> None:
    """Give what a second verb tells the day in front of both: "On D0 he met the mayor and visited the depot"."""
    for phrase in phrases:
        events, days = phrase.marks_in("E"), phrase.marks_in("D")
        if len(events) < _PAIR or len(days) != 1 or days[0].begin > events[0].begin:
            continue
        told = [o for mark in events if (o := _find_told(reader, mark)) is not None and o.verb]
        first = told[0] if len(told) == len(events) else None
        if first is None or len(first.mentions) > 1 or not first.date_spans or len(first.first or "") != _DAY:
            continue
        for later in told[1:]:
            if (
                later is not first
                and not (later.first or later.last)
                and later.mentions[0].begin > first.mentions[0].begin
            ):
                later.first, later.last = first.first, first.last
                later.date_spans += first.date_spans


_PAIR = 2


def _find_told(reader: Reader, mark: Mark | None) -> Occasion | None:
    """Give the occasion that the mark of an event tells of."""
    if mark is None or mark.letter != "E":
        return None
    number = reader.result.of_mention.get(mark.events[0])
    return reader.result.found[number] if number is not None else None


def lend_scene(reader: Reader, phrases: Sequence[Phrase], blocks: Sequence[Block], block_of: Sequence[int]) -> None:
    """Place an event that nothing places where the text is written, if what happened in those days was all there."""
    town = _find_dateline(reader, phrases, blocks, block_of)
    issued = reader.issued or ""
    if town is None or len(issued) != _DAY:
        return
    dated = [o for o in reader.result.found if len(o.first or o.last or "") == _DAY and o.state is None]
    for occasion in dated:
        first, last = occasion.first or occasion.last or "", occasion.last or occasion.first or ""
        if (
            occasion.city
            or occasion.country
            or occasion.online is not None
            or last > issued
            or occasion.type == "Visit"
        ):
            continue
        near = [
            o
            for o in dated
            if (o.city or o.country) and (o.first or o.last or "") <= shift(last, _AROUND)
            if (o.last or o.first or "") >= shift(first, -_AROUND)
        ]
        if near and all(o.city == town[0] for o in near):
            reader.settle(occasion, *town)


_AROUND = 2
"""Days between two events that took place on one scene."""
_DAY = len("2001-02-03")
_STAY = 6
"""Days for which somebody may stay who is only said to have arrived."""
_LATELY = 3
"""Events before one among which that of several days is looked for."""


def lend_section(reader: Reader) -> None:
    """Place the events under a heading in the one town that it names, unless one of them was elsewhere."""
    for section, mark in reader.section_town.items():
        mine = [o for o in reader.result.found if o.section == section and (o.first or o.last or o.names)]
        if any(occasion.city is not None and occasion.city not in mark.places for occasion in mine):
            continue
        for occasion in mine:
            if (
                occasion.city is None
                and occasion.country is None
                and occasion.online is None
                and occasion.type != "Visit"
            ):
                for place in mark.places:
                    reader.settle(occasion, place, Span(mark.begin, mark.end))


def lend_visit(reader: Reader) -> None:
    """Place talks, calls and meetings of a visit where the visit took place, unless the text places them.

    They fall within its days, or no day is told for them and the text has no other visit; then they were on its one
    day, or in its month.
    """
    visits = [occasion for occasion in reader.result.found if occasion.type == "Visit" and occasion.country is not None]
    for occasion in reader.result.found if visits else ():
        if occasion.type != "Meeting" or occasion.online is not None or occasion.names or occasion.known:
            continue
        hosts = [visit for visit in visits if _is_during(reader, occasion, visit)]
        dated = [visit for visit in hosts if visit.first and occasion.first]
        urban = [visit for visit in visits if visit.city is not None]
        alone = [visit for visit in urban if visit.visitor is None or visit.visitor == urban[0].visitor]
        here = dated if len(dated) == 1 else [visit for visit in alone if [visit] == alone and visit in hosts]
        only = [visit for visit in hosts if [visit] == visits and occasion.section == visit.section]
        placed = occasion.city or occasion.country
        for visit in () if placed else here or only:
            for _, place, span in visit.place_spans:
                reader.settle(occasion, place, span)
        for visit in only:
            if occasion.country in {None, visit.country}:
                date_within(occasion, visit)


def _is_during(reader: Reader, occasion: Occasion, visit: Occasion) -> bool:
    """Tell whether a meeting may have been part of a visit that was told before."""
    if min(occasion.mentions) < min(visit.mentions) or visit.state is not None:
        return False
    first, last = visit.first or visit.last, visit.last or visit.first
    day = occasion.first or occasion.last
    inside = day is None or (first is not None and last is not None and first[:10] <= day <= last)
    if not inside and visit.last is None and day is not None and first is not None and len(first) == len(day) == _DAY:
        later = (v for v in reader.result.found if v.type == "Visit" and v is not visit)
        moved = any(min(visit.mentions) < min(v.mentions) < min(occasion.mentions) for v in later)
        inside = not moved and first <= day <= shift(first, _STAY)
    going_on = bool(last and reader.issued and len(last) == len(reader.issued) and last >= reader.issued)
    return inside and (going_on or settle_status(occasion, reader.issued) == settle_status(visit, reader.issued))


def _is_in(phrase: Phrase, i: int) -> bool:
    """Tell whether a place stands behind a word for being or going there."""
    before = phrase.line[: phrase.starts[i]].split()
    told = "that" in before and not load_words("looking-back").isdisjoint(before)
    home = len(before) > 1 and goes_home(before[-2])
    return before[-1] in {"in", "at", "to"} and not told and not home


def _find_main(
    reader: Reader, blocks: Sequence[Block], block_of: Sequence[int], opening: int | None
) -> Occasion | None:
    """Give the first event, if the head of the text speaks of it."""
    if not reader.result.found:
        return None
    first = reader.result.found[0]
    last = blocks[min(block_of[opening] + 1, len(blocks) - 1)].span.end if opening is not None else blocks[-1].span.end
    return first if first.mentions and first.mentions[0].begin < last else None


def _is_of_post(reader: Reader, main: Occasion, phrases: Sequence[Phrase]) -> bool:
    """Tell whether an event is only spoken of as that of which somebody is the president."""
    return all(
        is_in_post(phrase, i)
        for phrase in phrases
        for i, mark in enumerate(phrase.marks)
        if mark is not None and mark.letter == "E"
        if (k := reader.result.of_mention.get(mark.events[0])) is not None and reader.result.found[k] is main
    )


def _find_day(reader: Reader, phrase: Phrase, *, has_begun: bool) -> tuple[DateMention, Span] | None:
    """Give the day that the opening sentence names, if no event and no other verb has it."""
    if any(
        mark is not None and mark.letter == "E" and mark.events[0] not in reader.result.of_mention
        for mark in phrase.marks
    ):
        return None
    dateline = DATELINE.match(phrase.line)
    if dateline is None and DATELINE.match(f"{phrase.line} ") and not has_begun:
        return None  # a dateline by itself: the day of issue is only that of an event which "has begun"
    start = phrase.item_at(dateline.end() - 1) + 1 if dateline else 2 * phrase.line.startswith("date D")
    taken = {span for occasion in reader.result.found for _, _, span in occasion.date_spans}
    for j in range(start, len(phrase.marks)):
        mark = phrase.marks[j]
        if (
            mark is None
            or mark.letter != "D"
            or mark.date is None
            or len(mark.date.first) != 10
            or is_elsewhere(phrase, j)
        ):
            continue
        span = Span(mark.begin, mark.end)
        if not mark.date.inferred and mark.date.first == reader.issued and not (dateline or has_begun):
            continue  # the line that dates the text
        return None if span in taken else (mark.date, span)
    return None


def _is_news(occasion: Occasion, issued: str | None) -> bool:
    """Tell whether an event is no more than a few days from the day of issue."""
    first, last = occasion.first or occasion.last, occasion.last or occasion.first
    if first is None or last is None:
        return True
    if issued is None or not len(first) == len(last) == len(issued) == _DAY:
        return False
    return shift(first, -_NEAR) <= issued <= shift(last, _NEAR)


def _find_dateline(
    reader: Reader, phrases: Sequence[Phrase], blocks: Sequence[Block], block_of: Sequence[int]
) -> tuple[str, Span] | None:
    """Give the city at the head of the text: "Bern, 6 June 2016", "TOKYO - Japan is going to ..."."""
    found: tuple[str, Span] | None = None
    for number, phrase in enumerate(phrases[:_HEAD]):
        marks = [m for m in phrase.marks if m is not None]
        heading = blocks[block_of[number]].kind == "heading"
        dated = any(m.letter == "D" and m.date is not None and m.date.first == reader.issued for m in marks)
        line = DATELINE.match(f"{phrase.line} ")  # also one that is a sentence of its own
        alone = (phrase.words[0] == "(" and _BRACKETED.fullmatch(phrase.line)) or _ADDRESS.fullmatch(phrase.line)
        if line is not None or alone or (heading and dated and found is None):
            town = next((m for m in marks if m.letter == "L" and m.places and _is_city(reader, m.places[0])), None)
            if town is not None and line is not None and not heading:
                return town.places[0], Span(town.begin, town.end)  # the story's own goes before the letterhead's
            found = found or ((town.places[0], Span(town.begin, town.end)) if town is not None else None)
        if not heading and number and blocks[block_of[number]].kind == "paragraph":
            break
    return found


_ADDRESS = re.compile(r"(?=[^E]*\b\d)(?:(?!D\d)\S+ ){2,9}, (?:\d+ )?L\d+(?: \d+)?(?: , [LAB]\d+)?")
"""A line of the letterhead that says in which street and town the author sits: "12, Park Lane, Lima"."""
_BRACKETED = re.compile(r"\( L\d+ \)")
"""A line of the letterhead that is no more than a place: "(Helsinki, Finland)"."""


def _is_city(reader: Reader, place: str) -> bool:
    return reader.places.get(place, ("", None))[0] == "City"
