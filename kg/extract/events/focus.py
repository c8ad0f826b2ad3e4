"""Which occasion a sentence is about that mentions none."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from kg.extract.events.occasion import Occasion, Occasions, is_dated, shift
from kg.extract.events.passing import is_background
from kg.extract.phrases.mark import Mark
from kg.extract.phrases.phrase import Phrase
from kg.extract.text.passage import Block
from kg.extract.words.wordclass import load_words

_OPENING = 8
"""Items at the start of a sentence where a date says when all of it was."""


def occasions_of(phrase: Phrase, occasions: Occasions) -> dict[int, int | None]:
    """Give the occasion of each event mark of a phrase; None for a mention of no single event."""
    return {
        i: occasions.of_mention.get(mark.events[0])
        for i, mark in enumerate(phrase.marks)
        if mark is not None and mark.letter == "E"
    }


def find_foci(
    phrases: Sequence[Phrase], blocks: Sequence[Block], block_of: Sequence[int], occasions: Occasions
) -> list[tuple[int | None, bool]]:
    """Give for each phrase the occasion meant where it mentions none, and whether that was mentioned close by.

    As a rule this is the one spoken of last; under a new heading it is the first one that the same block goes on
    to mention.
    """
    items = [occasions_of(phrase, occasions) for phrase in phrases]
    mentioned = [[k for k in found.values() if k is not None] for found in items]
    told_of = [
        [k for i, k in found.items() if k is not None and not is_background(phrase, i)]
        for phrase, found in zip(phrases, items, strict=True)
    ]
    met: dict[int, int] = {}
    foci: list[tuple[int | None, bool]] = []
    since_heading = False
    apart: int | None = None
    aside: int | None = None
    for number, here in enumerate(mentioned):
        block = block_of[number]
        if here:
            apart = None
            _note(met, here, block)
            since_heading = True
        elif blocks[block].kind == "heading":
            since_heading = False
        if not here and not met and _is_entry(phrases[number]):
            below = _first_below(mentioned, blocks, block_of, number)
            foci.append((below, below is not None))
            continue
        focus = occasions.focus[number]
        recent = focus is not None and _is_recent(focus, block, met, blocks)
        held = None if here else _held_that_day(phrases[number], block, met, occasions, focus)
        parted = held is None and _is_parted(phrases[number], focus, here, occasions)
        focus, recent = (focus, recent) if held is None else (held, True)
        close = focus is not None and block - met.get(focus, -FAR) <= 1
        if not here and (parted or not (since_heading and close)):
            ahead = _next_in_block(told_of, block_of, number)
            if ahead is not None and ahead not in met:
                other = block in {apart, aside} or _is_dated_apart(phrases[number], occasions.found[ahead])
                if not other and not occasions.found[ahead].verb:  # "they were then received by B" is yet to be told
                    foci.append((ahead, True))
                    continue
                parted = parted or other
        focus = focus if here or parted else _main_meeting(phrases[number], focus, met, block, occasions)
        focus = focus if here else _return_to(focus, foci, mentioned, block_of, number, occasions)
        if parted or (apart == block and not here):
            # what another day is said to have brought goes on to the end of the paragraph; what a State did then
            # about a treaty does not, nor what had happened before
            if apart != block and (_tells_of_treaty(phrases[number]) or _looks_further_back(phrases[number])):
                aside = block
            else:
                apart = block
            focus = None
        foci.append((focus, focus is not None and recent))
    return foci


def _return_to(
    focus: int | None,
    foci: Sequence[tuple[int | None, bool]],
    mentioned: Sequence[Sequence[int]],
    block_of: Sequence[int],
    number: int,
    occasions: Occasions,
) -> int | None:
    """Give the event to which a new paragraph returns from one that the text has mentioned once, in passing.

    It is the one that the last paragraph began with; where that had returned itself, this one stays.
    """
    before, here = (bisect_left(block_of, block) for block in (block_of[number] - 1, block_of[number]))
    if focus is None or before == here or any(mentioned[here:number]):
        return focus
    told = [k for each in mentioned[before:here] for k in each]
    outing = _main_of_outing(focus, told, mentioned[:before], occasions)
    if outing is not None:
        return outing
    first = told[0] if mentioned[before] else foci[before][0]
    if first is None or first == focus:
        return focus
    ends = bool(mentioned[before]) and len(told) > 1 and told[-1] == focus
    strayed = ends or ((not told or focus in told) and _is_apart_from(occasions, focus, first))
    once = sum(each.count(focus) for each in mentioned[:number]) == 1
    return first if strayed and once and is_dated(occasions.found[first]) else focus


def _main_of_outing(
    focus: int, told: Sequence[int], earlier: Sequence[Sequence[int]], occasions: Occasions
) -> int | None:
    """Give the conference to which a text returns from an outing of its own days, told in one paragraph."""
    outing = occasions.found[focus]
    if outing.type not in _OUTINGS or outing.first is None or set(told) != {focus}:
        return None
    before = [k for each in earlier for k in each]
    if not before or focus in before:
        return None
    main = occasions.found[before[-1]]
    first, last = main.first or main.last, main.last or main.first
    if main.type not in _OF_MANY or first is None or last is None or first == last:
        return None
    return before[-1] if len(outing.first) == 10 and first <= outing.first <= last else None


_OUTINGS = frozenset({"Visit", "Exhibition", "Ceremony"})
"""Classes of event that are told beside the conference in whose days they fall."""


def _is_apart_from(occasions: Occasions, other: int, main: int) -> bool:
    """Tell whether an occasion has yet to come, or was over before another began."""
    last, first = occasions.found[other].last or occasions.found[other].first, occasions.found[main].first
    return occasions.is_ahead(other) or (last is not None and first is not None and last < first[: len(last)])


def _note(met: dict[int, int], here: Sequence[int], block: int) -> None:
    """Note the last block that mentions each occasion; those mentioned last stand at the end."""
    for k in here:
        met.pop(k, None)
        met[k] = block


def _main_meeting(
    phrase: Phrase, focus: int | None, met: dict[int, int], block: int, occasions: Occasions
) -> int | None:
    """Give the meeting of many to which a new paragraph goes back from one of two, of which others take part."""
    if focus is None or not occasions.found[focus].parties or block in met.values():
        return focus
    pair = {actor for actor, _, _ in occasions.found[focus].parties}
    named = {actor for mark in phrase.marks_in("A") for actor in mark.actors}
    if not named or not pair.isdisjoint(named):
        return focus
    held = (k for k, at in reversed(met.items()) if k != focus and block - at <= FAR and not occasions.is_ahead(k))
    return next((k for k in held if occasions.found[k].type in _OF_MANY), focus)


_OF_MANY = frozenset({"Conference", "Symposium", "Seminar", "Workshop", "Training"})
"""Classes of event to which a text returns from what two of those present did by themselves."""


def _is_recent(focus: int, block: int, block_met: Mapping[int, int], blocks: Sequence[Block]) -> bool:
    """Tell whether an occasion was met in this block or the one before, or since then no other and no heading."""
    met = block_met.get(focus, -FAR)
    if block - met <= 1:
        return True
    if len(block_met) == 1:
        return block - met <= _ALONE
    alone = block - met <= FAR and met == max(block_met.values())
    return alone and all(between.kind != "heading" for between in blocks[met + 1 : block + 1])


_ALONE = 15
"""Blocks behind which the only occasion of a text so far is no longer spoken of."""
FAR = 3
"""Blocks behind which an occasion is no longer spoken of, where they mention none."""


def _is_entry(phrase: Phrase) -> bool:
    """Tell whether a sentence is an entry of a form, "Organisers: A and B", or the head of a list in it."""
    return ":" in phrase.words[1:_LABEL] or phrase.line in load_words("list-heads")


_LABEL = 4
"""Words that the label of a form's entry may have."""
_FORM = 8
"""Blocks up to which a form may run before it names its event."""


def _first_below(
    mentioned: Sequence[Sequence[int]], blocks: Sequence[Block], block_of: Sequence[int], number: int
) -> int | None:
    """Give the first occasion that is mentioned further down the form, before a paragraph of prose begins."""
    for later in range(number + 1, len(mentioned)):
        apart = block_of[later] - block_of[number]
        if apart > _FORM or (apart and blocks[block_of[later]].kind == "paragraph"):
            return None
        if mentioned[later]:
            return mentioned[later][0]
    return None


def _next_in_block(mentioned: Sequence[Sequence[int]], block_of: Sequence[int], number: int) -> int | None:
    for later in range(number + 1, len(mentioned)):
        if block_of[later] != block_of[number]:
            return None
        if mentioned[later]:
            return mentioned[later][0]
    return None


def _is_parted(phrase: Phrase, focus: int | None, here: Collection[int], occasions: Occasions) -> bool:
    """Tell whether a sentence without an event of its own is of a day on which the one at hand was not."""
    return focus is not None and not here and _is_dated_apart(phrase, occasions.found[focus])


def _held_that_day(
    phrase: Phrase, block: int, met: Mapping[int, int], occasions: Occasions, focus: int | None
) -> int | None:
    """Give the one event close by that was on the day with which a sentence opens: "the second day went to ...".

    None where the one at hand may have been on that day.
    """
    if not _is_parted(phrase, focus, (), occasions):
        return None
    days = [mark for mark in phrase.marks[:_OPENING] if mark is not None and mark.date is not None]
    if len(days) != 1 or days[0].date is None or len(days[0].date.first) != _DAY:
        return None
    near = [k for k, at in met.items() if block - at <= 1 and occasions.found[k].type != "Visit"]
    whole = [k for k in near if len(occasions.found[k].first or "") == len(occasions.found[k].last or "") == _DAY]
    there = [k for k in whole if not is_apart(days[0], occasions.found[k])]
    return there[0] if len(there) == 1 else None


_DAY = len("2007-03-26")


def _is_dated_apart(phrase: Phrase, occasion: Occasion) -> bool:
    """Tell whether a sentence opens with a date on which the occasion was not: "In May 2004 it ..."."""
    if occasion.first is None and occasion.last is None and _HEAD.match(phrase.line):
        return True
    if phrase.line.startswith("it "):
        return False  # "it had begun on D0"
    if occasion.first is None and occasion.last is None and _ROW.match(phrase.line):
        return True
    words = phrase.words
    # a dateline's own date stands in brackets or before a dash; "until D0" may say when an open event ends
    return any(
        mark is not None
        and is_apart(mark, occasion)
        and not _is_dateline(phrase, i)
        and not _is_in_aside(phrase, i)
        and not (i and occasion.last is None and words[i - 1] in _UNTIL)
        and load_words("edge-sittings").isdisjoint(words[:i])
        for i, mark in enumerate(phrase.marks[:_OPENING])
    )


_HEAD = re.compile(
    r"(?:[^\w\s]+ )*(?:L\d+|(?!(?:in|on|at|the)\b)[a-z'-]+(?: [a-z'-]+)?) (?:, L\d+ )?, D\d+(?: [.:*]|\Z)"
)
"""Where and when at the head of a paragraph: what follows is of an occasion of its own, named or not."""
_ROW = re.compile(r"(?:[^\w\s]+ )*(?:[^:]{0,30}?L\d+ (?:[^\w\s]+ )*D\d+ [):;,.–—-]|(?:no|nr) (?:\. )?\d+ )")
"""The entry of a list that has a town and a day of its own: "No. 5, L0, D1: hosted by B2"."""
_UNTIL = frozenset({"until", "till", "to", "through"})


def _tells_of_treaty(phrase: Phrase) -> bool:
    """Tell whether a sentence says on which day a State joined a treaty, or one came into force."""
    return not load_words("told-of-treaty").isdisjoint(phrase.words)


def _looks_further_back(phrase: Phrase) -> bool:
    """Tell whether a sentence says what had happened before that of which the text tells: "B0 had said on D1"."""
    return any(a == "had" and (b.endswith("ed") or b in _SAID) for a, b in pairwise(phrase.words))


_SAID = frozenset({"said", "told", "given", "been", "made", "met", "taken", "brought", "sent", "held", "put", "gone"})


def _is_in_aside(phrase: Phrase, i: int) -> bool:
    """Tell whether a date stands between commas behind the subject: "A0 , chosen in D1 , was the host"."""
    first, words = phrase.marks[0], phrase.words
    if first is None or first.letter != "A" or words[1] != "," or words[2] in load_words("be") | load_words("have"):
        return False
    return "," in words[i + 1 :]


def _is_dateline(phrase: Phrase, i: int) -> bool:
    words = phrase.words
    return i + 1 < len(words) and words[i + 1] in {")", "-", "–", "—", ":"}


_RUN = 6
"""Days that an event may have run of which the text gives but the first day or the last."""


def is_apart(mark: Mark, occasion: Occasion) -> bool:
    """Tell whether a date is known not to be one of the occasion's."""
    first, last = occasion.first or occasion.last, occasion.last or occasion.first
    if first is None or last is None or mark.date is None:
        return False
    if occasion.first is None and len(last) == 10:
        first = shift(last, -_RUN)  # "closed today"
    elif occasion.last is None and len(first) == 10:
        last = shift(first, _RUN)
    size = min(len(first), len(mark.date.first), len(last), len(mark.date.last))
    return not (first[:size] <= mark.date.last[:size] and mark.date.first[:size] <= last[:size])
