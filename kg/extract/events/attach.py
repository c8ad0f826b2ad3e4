"""Which dates, places and head counts of a sentence belong to which of its events.

What stands nearest has the best claim, unless a clause or another verb comes between.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, pairwise

from kg.extract.events.aspect import find_moved, pass_aside
from kg.extract.events.otherdate import find_done_at, is_elsewhere
from kg.extract.phrases.mark import Mark
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import compile_words, load_pairs, load_words

_REACH = 30
"""What may lie between a mention and a date or place that belong together, as `_distance` counts it."""
_VAGUE = 6
"""What it costs a date to be no day: the day of an event is told beside the year of something else."""
_BEFORE = 3
"""What it costs a date or place to stand before its event."""
_APART = 8
"""What it costs a date or place that an event in another clause follows: "in Bern on 3 May, and a workshop ..."."""
_OTHERS = _REACH
"""What it costs a date or place that is plainly another's: of a departure, of the next entry of a list."""
_ONLY_DATES = 8
"""What it costs an event to do no more than date another: "before the meeting, on 7 May, ..."."""


def attach(phrase: Phrase) -> dict[int, list[int]]:
    """Give each event mark of a phrase the dates, places and head counts that stand nearest to it.

    Returns item numbers of event marks with the item numbers of what is theirs, nearest first.
    """
    events = [i for i, mark in enumerate(phrase.marks) if mark is not None and mark.letter == "E"]
    if not events:
        return {}
    words = phrase.words
    owned: dict[int, list[tuple[int, int]]] = {}
    served = _find_served(words, events)
    for j in range(_skip_dateline(phrase), len(words)):
        mark = phrase.marks[j]
        if mark is None or not _may_belong(phrase, words, j, mark):
            continue
        vague = _VAGUE if mark.date is not None and len(mark.date.first) < 10 else 0
        closed = _APART * (words[j + 1 : j + 2] == [","] and _has_own(words, events, j))
        cost, best = min(
            (
                _distance(words, i, j) + vague + _LED_UP * (i in served and j > served[i]) + closed * (i == j + 2),
                i,
            )
            for i in _list_owners(phrase, events, j, vague=bool(vague))
        )
        # "a visit to Georgia": the State is the place only right behind the noun
        if cost <= _REACH and (mark.letter != "B" or _is_house(words, j) or _is_goal(words, best, j)):
            owned.setdefault(best, []).append((cost, j))
        told = _find_told_there(phrase, words, j) if mark.letter in "LD" else None
        if told is None and mark.letter == "D":
            told = _find_ended(words, events, j) or find_done_at(phrase, j)
            told = find_moved(words, events, j) if told is None else told
        if told is not None and told != best:
            owned.setdefault(told, []).append((cost, j))
    return {i: [j for _, j in sorted(mine)] for i, mine in owned.items()}


def _list_owners(phrase: Phrase, events: Sequence[int], j: int, *, vague: bool) -> Sequence[int]:
    """Give the events that may have a date, place or head count: "the 2010 summit", "the summit ( L1 , D2 )"."""
    if vague and j + 1 in events:
        return [j + 1]
    if j - 2 in events and phrase.words[j - 1] == "for" and phrase.words[j][0] == "L":
        return [j - 2]  # "E0 on D1 before leaving for L2"
    if len(events) > 1 and phrase.words[0] in _OPENERS and (led := _LED_BY.match(phrase.line)) is not None:
        return events[1:] if led.start("day") == phrase.starts[j] else events
    opening = max((k for k in range(max(0, j - _BRACKET), j) if phrase.words[k] == "("), default=0)
    inside = opening - 1 in events and _PLACES.fullmatch(" ".join(phrase.words[opening + 1 : j])) is not None
    return [opening - 1] if inside else events


_OPENERS = frozenset({"on", "after", "following", "before", "ahead"})
_LED_BY = re.compile(
    r"(?:on the (?:margins|sidelines|fringes) of|after|following|before|ahead of) (?:the )?E\d+ , (?:on )?(?P<day>D\d+)"
)
"""An event that only leads up to what was done on a day: "after E0 , on D1 , A2 visited L3"."""
_BRACKET = 8
"""Items of a bracket right behind an event among which its day and place stand."""
_PLACES = re.compile(r"(?:[LD]\d+|N\d+|[,;/–-]|in|at|on|from|held|and| )*")


def _link(words: Sequence[str], j: int) -> str:
    """Give the word before an item and its article."""
    at = j - 2 if j > 1 and words[j - 1] == "the" else j - 1
    return words[at] if at >= 0 else ""


def _is_house(words: Sequence[str], j: int) -> bool:
    """Tell whether a body stands where its house is the place: "held at B1 on D2", not "the centre B0 at B1"."""
    at = j - 1 - (words[j - 1] == "the")
    owner = words[at - 1] if at > 0 else ""
    closed = words[j + 1 : j + 2] in ([], ["on"], ["from"], ["in"]) or not words[j + 1].isalpha()
    return _link(words, j) == "at" and closed and owner != ")" and not (owner[:1] in "AB" and owner[1:].isdigit())


def _is_goal(words: Sequence[str], i: int, j: int) -> bool:
    """Tell whether a State is the goal of a visit, or of who went to an event: "E0 to B1", "came to B0 for E1"."""
    between = " ".join(words[i + 1 : j])
    if i < j:
        return between in {"to", "to the"} or _WHOSE.fullmatch(between) is not None
    at = j - 2 - (words[j - 1] == "the")
    went = at >= 0 and words[at + 1] == "to" and words[at] in load_words("going-there")
    return went and " ".join(words[j + 1 : i]) in load_words("to-be-at")


_WHOSE = re.compile(r"(?:of|by) (?:the )?[AB]\d+ to(?: the)?")


def _has_own(words: Sequence[str], events: Sequence[int], j: int) -> bool:
    """Tell whether an event stands before a date or place in its own part of the sentence: "E0 in L1 , E2 in L3"."""
    before = [i for i in events if i < j]
    return bool(before) and "," not in words[before[-1] + 1 : j]


_LED_UP = 12
"""What it costs an event that the one before only leads up to, behind the verb of that one."""
_LEADS_UP = re.compile(
    r"(?:for|before|preparing|preceding|ahead of|to prepare)(?: (?:the|its|their|this|that|[TAB]\d+|[a-z-]+'s|'s))*"
)


_ABOUT = re.compile(r"(?:on|about|concerning)(?: (?:the|its|their|next|this|[TAB]\d+|'s))*")
"""What makes an event the subject of the one before: "a seminar on the Review Conference on Thursday"."""


def _find_served(words: Sequence[str], events: Sequence[int]) -> dict[int, int]:
    """Give the events that another leads up to, "a meeting for E1 was held", and where the verb of that one stands."""
    served = {}
    for before, i in pairwise(events):
        if _ABOUT.fullmatch(" ".join(words[before + 1 : i])):
            served[i] = i
        if (
            _LEADS_UP.fullmatch(" ".join(words[before + 1 : i]))
            and words[i + 1 : i + 2]
            and words[i + 1] in load_words("after-subject")
        ):
            served[i] = i + 1
    return served


def _find_told_there(phrase: Phrase, words: Sequence[str], j: int) -> int | None:
    """Give the event that a clause behind a place or day tells of: "she leaves for L0 , where E1 is being held"."""
    day = _DAY_OF.match(phrase.line, phrase.starts[j])
    if day is not None:
        return phrase.item_at(day.end() - 1)
    there = words[j][0] == "D" and words[j + 1 : j + 2] in (["in"], ["at"]) and words[j + 2 : j + 3][:1] != []
    if there and words[j + 2][0] == "L" and words[j + 3 : j + 5] == [",", "where"]:
        return _find_told_there(phrase, words, j + 2)  # "and on D0 in L1 , where he gave E2"
    pair = words[j + 1 : j + 2] if words[j][0] == "L" else words[j - 1 : j] if j else []
    if pair and pair[0][0] == ("D" if words[j][0] == "L" else "L") and _WHERE_THEN.match(phrase.line, phrase.starts[j]):
        return _first_event(phrase, j + 3)  # "in L0 D1 , where he met A2"
    told = words[j + 1 : j + 3] == [",", "where" if words[j][0] == "L" else "when"]
    if not told and (words[j][0] == "L" or words[j + 1 : j + 2] != ["when"]):
        return None
    return _first_event(phrase, j + 3)


def _first_event(phrase: Phrase, first: int) -> int | None:
    """Give the event among the items of a clause that begins at item `first`."""
    clause = range(first, min(first + _CLAUSE, len(phrase.words)))
    return next((k for k in clause if (mark := phrase.marks[k]) is not None and mark.letter == "E"), None)


_WHERE_THEN = re.compile(r"(?:L\d+ )?D\d+ , where (?:the )?(?:he|she|they|A\d+|[a-z]+) ")
"""A clause behind a place and day that tells what somebody did there."""


_DAY_OF = re.compile(
    r"(?:L\d+ (?:on )?)?D\d+ , (?:on )?(?:which (?:was|is) )?(?:the|its) "
    r"(?:first|opening|last|closing|final) day of (?:(?:the|its|a) )?(?:[a-z0-9-]+ ){0,2}(?:E\d+ of )?E\d+(?!\S)"
)
"""What was done on an edge of an event, with its place: "signed in L0 on D1 , the closing day of E2"."""


def _find_ended(words: Sequence[str], events: Sequence[int], j: int) -> int | None:
    """Give the event that ended or opened with another on a day: "the talks ended on D1 with the signing of ..."."""
    if words[j + 1 : j + 2] != ["with"]:
        return None
    before = [i for i in events if i < j]
    edges = load_words("begin") | load_words("finish")
    return before[-1] if before and not edges.isdisjoint(words[before[-1] + 1 : j]) else None


_CLAUSE = 8
"""Items of a clause among which its event stands."""


def _distance(words: Sequence[str], i: int, j: int) -> int:
    """Count the items between an event and a date or place, weighing what parts clauses."""
    aside = pass_aside(words, i) if i < j else i
    between = words[aside + 1 if i < aside < j else min(i, j) + 1 : max(i, j)]
    cost = _weigh(between)
    dated = words[j][0] == "D"
    fresh = j <= _ENTRY or words[j - 1][:1].isupper()
    entry = dated and fresh and words[j + 1 : j + 2] == [":"]  # "7-11 May: conference, Lima"
    entry = entry and not any(word[:1] == "E" and word[1:].isdigit() for word in words[:j])  # "No. 1, Lima, 3 May: ..."
    if i < j < aside and words.index(",", i) < j and words[words.index(",", i) + 1] in load_words("proposing"):
        return cost + _OTHERS  # "E0 , proposed by A1 in D2 , is to be held"
    if i < j:
        part = dated and list(words[max(0, i - 2) : i]) == [
            "day",
            "of",
        ]  # "on the second day of his visit, 17 May, ..."
        told = "that" in between and not load_words("looking-back").isdisjoint(
            between
        )  # "recalled that in L0 on D1 ..."
        if (
            entry
            or part
            or told
            or _is_of_other(between)
            or not load_words("leaving").isdisjoint(between)
            or not load_words("returning").isdisjoint(between)
        ):
            return cost + _OTHERS
        if i == 1 and words[0] in _BEFORE_IT and _DAY_APART.fullmatch(" ".join(words[i + 1 : j + 2])):
            return cost + _OTHERS  # "before E0 , on D1 , A2 had invited them"
        only = i and words[i - 1] in {"before", "after", "following"} and not _told_of(words, i)
        if only and (load_words("be").intersection(between) or any(_ACTOR.fullmatch(word) for word in between)):
            return cost + _OTHERS  # "the last before E0 was A1 , on D2"
        return cost + (_ONLY_DATES if only else 0)
    if entry:
        return cost - _weigh(":")
    if words[j][0] == "L" and not load_words("taking-part").isdisjoint(between) and _is_in_subject(words, j):
        return cost + _OTHERS  # "the industry in L0 took part in E1"
    first, last = between[:2], between[-1:]
    own = any(word[:1] in "LD" and word[1:].isdigit() for word in words[i + 1 : i + _CLAUSE])
    if (own and ";" in between) or _is_in_aside(between, words[i + 1 : i + 2]):
        return cost + _OTHERS
    if first in (["in", "connection"], ["ahead", "of"], ["in", "advance"], ["in", "parallel"]):
        return cost + _OTHERS  # "he met A in L on D in connection with E0"
    frame = dated and first in ([",", "during"], [",", "at"], [",", "after"])  # "signed on 4 May, during the summit"
    frame = frame and not (j == 1 and first[1] != "after")  # "On 4 May, at the summit, ..."
    apart = frame or first == [",", "and"] or (last and last[0] in {"and", "but", "while"})
    return cost + _BEFORE + (_APART if apart else 0)


def _is_in_subject(words: Sequence[str], j: int) -> bool:
    """Tell whether a place belongs to the subject of its sentence: nouns stand before it, and no verb."""
    before = [word for word in words[:j] if word.isalpha() and word not in load_words("prepositions")]
    return bool(before) and not any(word.endswith("ed") or word in load_words("clause-verbs") for word in before)


_BEFORE_IT = frozenset({"before", "after", "following", "preceding"})
_DAY_APART = re.compile(r"(?:in L\d+ )?, (?:(?:on|from|in) )?D\d+ ,")


def _told_of(words: Sequence[str], i: int) -> bool:
    """Tell whether a clause of its own tells of an event: "before E0 , held in L1 , ...", "before E0 , which ..."."""
    return words[i + 1 : i + 2] == [","] and "".join(words[i + 2 : i + 3]) in {"which", "held", "convened"}


def _is_of_other(between: Sequence[str]) -> bool:
    """Tell whether a date stands in a clause about something else: "E0 , the tenth of a series that A1 began in D2"."""
    if "since" in between and between[0] != ",":
        return any(word in load_words("be") or word.endswith("ed") for word in between[between.index("since") :])
    if "where" in between and _BUILDING_WHERE.search(" ".join(between)):
        return True
    return "," in between and compile_words(_OTHER_CLAUSE).search(f" {' '.join(between)} ") is not None


_OTHER_CLAUSE = r" , (?:the|a|an) (?:[a-z]+ ){1,8}(?:that|which) A\d+ (?!{holding-it})[a-z]+ "


_BUILDING_WHERE = re.compile(
    r" (?:building|room|hall|house|place|hotel|town|city|village|site|spot|stadium|church|school|square|street|camp)"
    r" where (?:the |a |an |his |her |their )?(?:[a-z]+ ){0,2}?(?:A\d+|[a-z]+) (?:had |was |were )?[a-z]+"
)
"""What once happened in the same house: "the very building where the king was shot in D3"."""


def _is_in_aside(between: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell whether an event stands in an aside behind a date: "in D0 the teams , trained for E1 , received ..."."""
    if "," not in between or behind not in ([","], [")"]):
        return False
    aside = " ".join(between).rpartition(" , ")[2]
    return _PARTICIPLE.match(aside) is not None


_ACTOR = re.compile(r"A\d+")
_PARTICIPLE = re.compile(r"[a-z]{3,}(?:ed|ing) (?:\S+ )*(?:for|by|with|from|through)(?: the| that| this)?$")


def _weigh(between: Sequence[str]) -> int:
    """Count words between an event and a date or place by how much they part the two."""
    weights = _load_weights()
    again = ";" in between and (";", "it") in pairwise(between)  # "E0 began on D1 ; it ended on D2"
    if ":" in between:
        between = _CLOCK.sub(" ", " ".join(between)).split()
    return sum(1 if again and word == ";" else weights.get(word, 1) for word in between)


_CLOCK = re.compile(r"(?:at )?\b\d{1,2} : \d\d\b(?: (?:hrs|hours|[ap] ?\. ?m ?\.|am|pm))?")
"""A time of the day, which parts nothing."""


@cache
def _load_weights() -> dict[str, int]:
    return {word: int(weight) for word, weight in load_pairs("parting").items()}


def _may_belong(phrase: Phrase, words: Sequence[str], j: int, mark: Mark) -> bool:
    """Tell whether a mark is a date, place or head count that an event could have."""
    if mark.letter == "D":
        return not is_elsewhere(phrase, j)
    if mark.letter == "L":
        if words[j + 1 : j + 3] in (["-", "based"], ["-", "born"], ["-", "trained"]):
            return False
        if words[j - 1 : j] == ["from"] and not _MOVED.isdisjoint(words[max(0, j - 4) : j - 1]):
            return False  # "moved from L to L"
        home = words[j - 1 : j] == ["to"] and j > 1 and goes_home(words[j - 2])
        off = words[j - 1 : j] == ["for"] and j > 1 and words[j - 2] in load_words("leaving")
        return not (home or off) and (mark.introduced or _is_venue(words, j) or _is_venue_of_topic(phrase, j))
    if mark.letter == "B":
        return bool(mark.places) and (_is_house(words, j) or _link(words, j) == "to")
    return mark.letter == "N"


# --- places -------------------------------------------------------------------------------------------


def goes_home(word: str) -> bool:
    """Tell whether a verb says that somebody goes back to where he came from: no event is there."""
    return word in load_words("coming-back") or word in load_words("returning")


def _is_venue(words: Sequence[str], j: int) -> bool:
    """Tell whether a place is where something was: "in L", "came to L for", "L hosted", "* L, D : conference"."""
    placed = j > 0 and words[j - 1] in load_words("venue-links") and not is_seat(words, j) and not _is_afar(words, j)
    placed = (placed and not _is_of_thing(words, j)) or words[max(0, j - 2) : j] == [",", "also"]
    building = list(words[max(0, j - 2) : j]) in (["at", "the"], ["in", "the"]) and (
        words[j + 1 : j + 2] in ([], ["on"], ["from"], ["in"]) or not words[j + 1].isalpha()
    )
    goal = j > 0 and words[j - 1] == "to" and ("for" in words[j + 1 : j + 4] or _is_new_venue(words, j))
    goal = goal or (words[j - 1] in _VISITED and words[j + 1 : j + 2] == ["for"])
    verb = list(dropwhile(_AUXILIARIES.__contains__, words[j + 1 : j + _CLAUSE]))[:1]
    scene = verb and (
        verb[0] in load_words("scene-verbs")
        or words[j + 1 : j + 3] == ["was", "the"]
        or _HOST_TOWN.match(" ".join(words[j + 1 : j + 9]))
    )
    row = words[0][0] == "D" and words[-1] not in load_words("ends") and words[j - 1] not in load_words("prepositions")
    entry = j <= _ENTRY and words[j + 1 : j + 2] and words[j + 1] in load_words("entry-signs")
    return bool(placed or building or goal or scene or entry or row)


_VISITED = frozenset({"visit", "visited", "visits", "visiting"})
_AUXILIARIES = frozenset({"will", "has", "had", "would", "also", "again", "is", "to"})
"""Words before the verb of a town: "Lima will also host E0"."""
_MOVED = frozenset({"moved", "transferred", "shifted", "relocated", "switched"})
"""Verbs that tell where an event was to be, behind "from", and where it is, behind "to"."""
_HOST_TOWN = re.compile(
    r"(?:is|was|were|will be|has been|had been) (?:the |again |once more )*"
    r"(?:host|venue|scene|home|setting) (?:of|to|for) "
)


def _is_new_venue(words: Sequence[str], j: int) -> bool:
    """Tell whether an event was moved to a place: "E0 was moved to L1", "E0 was moved from L1 to L2"."""
    passed = words[max(0, j - 5) : j - 1]
    return not _MOVED.isdisjoint(passed) and not load_words("be").isdisjoint(passed)


def _is_of_thing(words: Sequence[str], j: int) -> bool:
    """Tell whether a place is where something other than an event is: "the operation in L", "progress made in L"."""
    if j < 2 or words[j - 1] != "in":
        return False
    if words[j - 2][:1] in "AB" and words[j - 2][1:].isdigit() and words[j - 3] == "of":
        return words[j - 4] in load_words("told-of-places")  # "the mission of B in L"
    noun = words[j - 3] if words[j - 2] in {"made", "achieved"} else words[j - 2]
    return noun in load_words("told-of-places")


def _is_venue_of_topic(phrase: Phrase, j: int) -> bool:
    """Tell whether a town, or a country with the day behind it, is where a topic is spoken of: "E on mines in L"."""
    mark, words = phrase.marks[j], phrase.words
    begin = max((k for k in range(max(0, j - _TOPIC), j) if phrase.marks[k] is not None), default=-1)
    if begin < 0 or words[begin][0] != "E" or words[begin + 1] not in {"on", "about"} or words[j - 1] != "in":
        return False
    dated = any(word[0] == "D" for word in words[j + 1 : j + 3])
    town = mark is not None and any("/city/" in place for place in mark.places)
    links = load_words("prepositions").intersection(words[begin + 2 : j - 1])
    firm = town and (dated or [word[:1] for word in words[j + 1 : j + 4]] == [",", "o", "D"])
    return (town or dated) and (not links or (firm and links <= {"of", "for"}))


_TOPIC = 10
"""Items between an event and the place behind what it is about."""


def _is_afar(words: Sequence[str], j: int) -> bool:
    """Tell whether a place is where somebody was while others met, or whose something is: "took part from L"."""
    behind = "".join(words[j + 1 : j + 2])
    if words[j - 1] == "from":
        came = not _COMING.isdisjoint(words[max(0, j - 3) : j - 1])  # "came down from L to see A"
        if words[j + 1 : j + 3] == [",", "where"]:
            return False
        return j > 1 and (came or words[j - 2] in load_words("taking-part"))
    owns = words[j - 1] == "-" and behind.isalpha() and behind.islower() and behind not in load_words("prepositions")
    if words[max(0, j - 2) : j] == ["out", "of"]:
        return True  # "the battalion, out of L"
    return owns and behind not in load_words("scene-verbs") | load_words("be")  # "A - L partnership"


_COMING = frozenset("came come comes coming flew flown flying travelled traveled arrived arriving returned".split())
_ENTRY = 4
"""Items, numbers and bullets, that may stand before the place that opens the entry of a list."""


def is_seat(words: Sequence[str], j: int) -> bool:
    """Tell whether a place says where an actor sits: "the mission to A in L took part"."""
    owner = words[j - 2] if j > 1 else ""
    if words[j - 1] == "of" and owner in load_words("post-nouns"):
        return True  # "the mayor of L spoke"
    if owner[:1] not in {"A", "B"} or not owner[1:].isdigit():
        return False
    if owner[0] == "A" and words[max(0, j - 3) : j - 2] == [";"] and "".join(words[j + 1 : j + 2]).isalpha():
        return True  # "; the secretariat in L gave a hand"
    verbs = load_words("seat-verbs")
    return " ".join(words[j + 1 : j + 2]) in verbs or " ".join(words[j + 1 : j + 3]) in verbs


# --- datelines ----------------------------------------------------------------------------------------

DATELINE = re.compile(
    r"(?:\( )?(?:[AB]\d+ (?:(?:press|news|media) )?(?:(?:release|communique|statement) )?[,–—:-] )?"
    r"(?:date D\d+ )?L\d+ (?:, (?:L\d+|[a-z]+) )?(?:[,/|] )*(?:\( \w+ \) )?(?:(?:[-–—] )?D\d+ )?(?:\) )?"
    r"(?:\( (?:\w+ ){1,4}\) )?(?:[-–—:|]|\. )|D\d+ \. (?=.*\bD\d)"
)
"""A phrase that opens with who wrote it, where and when: "TOKYO - Japan ...", "OPCW, The Hague, 3 May --"."""
_HEAD = 900
"""Characters from the top within which a place and a date before a dash are a dateline."""


def _skip_dateline(phrase: Phrase) -> int:
    """Give the number of the first item behind a phrase's dateline, or behind a header's date."""
    dateline = DATELINE.match(phrase.line) if phrase.span.begin < _HEAD else None
    if dateline is None:
        return 2 if phrase.line.startswith("date D") else 0  # the key of a header and its value
    return phrase.item_at(dateline.end() - 1) + 1
