"""What the words around an event say of its time: whether it opens or closes, lies ahead, was put off or called off."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.numeral import NUMBERS, ORDINALS
from kg.extract.words.wordclass import compile_words, load_first_words, load_words
from kg.model import Span

_PHRASE = 20
"""Items behind a mention that speak of it."""


def phase(phrase: Phrase, i: int, j: int) -> str:
    """Say whether a date opens or closes an event, or is its new one: `begin`, `finish`, `moved` or an empty string."""
    words = phrase.words
    link = words[j - 2] if words[j - 1] == "the" else words[j - 1]
    if link in load_words("new-date") and load_words("put-off") & set(words[max(0, j - 5) : j]):
        return "moved"
    if i < j and find_moved(words, [i], j) is not None:
        return "moved"
    near = words[i + 1 : j] if i < j else _find_verb(words, i, j)
    mark = phrase.marks[j]
    alone = mark is not None and mark.date is not None and mark.date.first == mark.date.last
    if i < j and alone and "since" in (words[j - 1], words[j - 2] if words[j - 1] == "the" else ""):
        return "begin"
    if j < i and alone and words[i - 1] in {"after", "of"} and _HOME_AFTER.search(" ".join(words[:i])):
        return "finish"
    begin, finish = _last_said("begin", near), _last_said("finish", near)
    if begin == finish == -1:
        if words[j - 1] in load_words("lasting-to"):
            return "finish"
        return "begin" if i < j and alone and words[j - 1] == "from" else find_stage(phrase, i)
    return "begin" if begin > finish else "finish"


def _find_verb(words: Sequence[str], i: int, j: int) -> Sequence[str]:
    """Give the words in which the verb stands for an event behind a date: "concluded D0 E1", "on D0 E1 will open"."""
    before = words[max(0, j - _VERB_BEFORE) : j]
    if (words[j + 1 : i] == ["when"] or all(word in _PLACED or word[:1] == "L" for word in words[j + 1 : i])) and max(
        _last_said("begin", before), _last_said("finish", before)
    ) >= 0:
        return before
    return _BREAK.split(" ".join(words[i + 1 : i + 10]))[0].split()


_VERB_BEFORE = 4
_PLACED = frozenset({"as", "in", "at", ",", "(", ")"})
"""What may stand between a day and its event: "concluded D0 in L1 , L2 , E3"."""


def find_moved(words: Sequence[str], events: Sequence[int], j: int) -> int | None:
    """Give the event whose new day stands at item j: "E0 , due on D1 , was put off and is now to begin on D2"."""
    if "now" not in words[max(0, j - _NOW_REACH) : j]:
        return None
    before = [i for i in events if i < j]
    told = before and _NOW_ON.search(" ".join(words[before[-1] + 1 : j + 1]))
    return before[-1] if told else None


_NOW_REACH = 8
_NOW_ON = re.compile(
    r"\b(?:put off|postponed|deferred|delayed|rescheduled|cancelled|called off|put back)\b"
    r" (?:(?![;:.])\S+ )*(?:(?:is|are|will) now|now (?:to|set|due|planned|scheduled))"
    r" (?:(?!D\d)[a-z]+ ){0,5}(?:on|for|in|from) D\d+$"
)
"""What tells the new day of what was put off."""
_HOME_AFTER = re.compile(
    r" (?:left|leaves|flew|flies|(?:went|goes|go|going|were sent|returned|travelled|travels) (?:back|home)|departed)"
    r" (?:(?:for|from|to|back|home|again) )*(?:[LAB]\d+ )*(?:on )?D\d+ ,?(?:after|at the end of)$"
)
"""That somebody went home after an event: "they left L0 on D1 after E2"."""
_BREAK = re.compile(r" [,;:] | and (?=[a-z])")
"""What parts the clause of an event from the next."""


def _last_said(name: str, words: Sequence[str]) -> int:
    """Give where the last of a class of words stands in others, -1 where there is none."""
    if load_first_words(name).isdisjoint(words):
        return -1
    text = f" {' '.join(words)} "
    return max((text.rfind(f" {said} ") for said in load_words(name)), default=-1)


def is_edge(phrase: Phrase, i: int, j: int) -> bool:
    """Tell whether a day is said to be an event's first or last; other days beside it come after that."""
    mark = phrase.marks[j]
    if mark is None or mark.date is None or j < i or "which" not in phrase.words[j - 4 : j]:
        return False
    return phase(phrase, i, j) in {"begin", "finish"}


def is_dated_ahead(phrase: Phrase, i: int, issued: str | None) -> bool:
    """Tell whether a day to come stands right before a mention: "leaves on Saturday to attend the summit"."""
    words = phrase.words
    if issued is None or load_words("past").intersection(words):
        return False
    days = [mark.date for mark in phrase.marks[:i] if mark is not None and mark.date is not None]
    return bool(days) and len(days[-1].first) == len(issued) == 10 and days[-1].first > issued


def find_stage(phrase: Phrase, i: int) -> str:
    """Say whether a mention is only of an event's opening or close: `begin`, `finish` or an empty string."""
    if _TO_A_CLOSE.match(phrase.line, phrase.starts[i]):
        return "finish"
    if "day" in phrase.words[:i] and _ANY_LAST_DAY.search(phrase.line, 0, phrase.starts[i]):
        return "finish"
    if "day" in phrase.words[:i] and _FIRST_DAY.search(phrase.line, 0, phrase.starts[i]):
        return "begin"
    sitting = (
        _EDGE_SITTING.search(phrase.line, 0, phrase.starts[i]) if "of" in phrase.words[max(0, i - 2) : i] else None
    )
    if sitting is not None:
        return "begin" if sitting["edge"] in {"opening", "inaugural"} else "finish"
    at = i - 1 if i and phrase.words[i - 1] in NUMBERS else i
    before = phrase.words[max(0, at - 2) : at]
    edges = before[:1] if before[-1:] == ["of"] else before[-1:]
    if edges and edges[0] in load_words("opening-of"):
        return "begin"
    return "finish" if edges and edges[0] in load_words("closing-of") else ""


def stated_days(phrase: Phrase) -> int | None:
    """Read "for two days", "three days of" in a mention's sentence."""
    words = phrase.words
    if "day" in words:
        last = _LAST_DAY.search(phrase.line, 0, phrase.line.find(" E", phrase.line.find(" day of ")) + 1)
        if last is not None:
            return ORDINALS[last["nth"]]
    for before, word, unit, behind in zip(["", *words], words, words[1:], [*words[2:], ""], strict=False):
        apart = behind in load_words("apart-by") and not (before in load_words("lasting") and behind == "from")
        if unit in {"days", "day"} and 0 < NUMBERS.get(word, 0) <= _LASTING and not apart:
            return NUMBERS[word]
    return None


_TO_A_CLOSE = re.compile(
    r"E\d+ (?:(?:[a-z]+ |[TLAB]\d+ ){0,4}?|(?:(?!E\d)[^;:. ]+ ){1,20}?(?:came|comes|drew|draws|brought) )"
    r"to (?:an?|its|their) (?:[a-z]+ )?(?:close|end|conclusion)(?!\S)"
)
"""That somebody "brought E0 to a close", or that it "came to its end"."""
_LAST_DAY = re.compile(r"\bthe (?P<nth>second|third|fourth|fifth) and (?:last|final) day of $")
_ANY_LAST_DAY = re.compile(r"\b(?:the|its|their) (?:[a-z]+ and )?(?:last|final|closing) day of $")
_EDGE_SITTING = re.compile(
    r"\b(?P<edge>opening|inaugural|closing|concluding|final) (?:[a-z-]+ )?(?:session|plenary|sitting|segment|meeting) "
    r"of (?:the |its |their )?$"
)
_FIRST_DAY = re.compile(
    r"\b(?:the|its|their) (?:first|opening) (?:working )?day of (?:the |its |their )?(?:\S+ ){0,2}(?:E\d+ of )?$"
)
_LASTING = 10
"""Days that an event may last whose length a sentence only mentions."""


def looks_ahead(phrase: Phrase, i: int) -> bool:
    """Tell whether the clause of a mention speaks of the future."""
    words = phrase.words
    if _MADE_UP.search(f" {' '.join(words[i + 1 : i + _PHRASE])} "):
        return False
    if compile_words(_LEADS_TO).search(phrase.line, 0, phrase.starts[i]):
        return True
    if "which" in words and _REPEATED.match(phrase.line, phrase.starts[i]):
        return False
    if words[i + 1 : i + 2] == ["'s"]:
        return False  # "the meeting 's report will be presented to A"
    told_that = max((k for k in range(i) if words[k] == "that"), default=0)
    first = max(0, i - 8 if load_words("past") & set(words[told_that:i]) else i - 16)
    edges = [k for k, word in enumerate(words) if word == ";" or word in _CONCEDING]
    said = _SAID_AT.search(phrase.line, 0, phrase.starts[i])
    done = _SAID_WHEN.search(phrase.line, 0, phrase.starts[i])
    clauses = [phrase.item_at(match.start("when")) for match in (done,) if match is not None]
    clauses += [phrase.item_at(match.start()) for match in (said,) if match is not None]
    first = max([first, *(k for k in edges if k < i), *clauses])
    edges += [k for k in range(i, len(words)) if said is not None and words[k] in _CONTENT]
    told = (
        i > 1 and words[i + 1 : i + 2] == ["that"] and not load_words("informing").isdisjoint(words[max(0, i - 3) : i])
    )
    last = i + 1 if told else min([max(_skip_title(words, i), pass_aside(words, i)) + 12, *(k for k in edges if k > i)])
    aside = _OTHER_AHEAD.search(phrase.line, phrase.starts[i] + len(words[i]))
    last = min(last, phrase.item_at(aside.start() + 1)) if aside is not None else last
    near = compile_words(_STILL_ON).sub(" ", f" {' '.join(words[first:last])} ")
    return says("future", near.split())


_CONCEDING = frozenset({"though", "although", "whereas", "because"})
"""Words that open a clause with a tense of its own."""
_REPEATED = re.compile(r"E\d+ (?:, )?which (?:will|is to|are to) be E\d+")
"""What says that an event has an edition to come: "the course , which will be repeated in L1"."""
_SAID_AT = re.compile(
    r"(?:said|announced|declared|told|stated|confirmed|promised|pledged|warned|noted|added|explained|disclosed|revealed)"
    r" (?:(?!E\d|that |will |would )\S+ ){0,4}?(?:at|during) (?:the |a |an )?$"
)
"""What says that words were spoken at an event: they may be of what is to come, and the event is not."""
_SAID_WHEN = re.compile(
    r"(?:said|announced|declared|told|stated|confirmed|added|disclosed|revealed) [^;:]*?"
    r"(?P<when>when|as|while|after) (?:he|she|they|A\d+) (?:[a-z]+ly )?[a-z]+ed (?:(?!E\d|will |would )\S+ ){0,6}$"
)
"""What says that words were spoken when somebody opened an event: "they will ratify , A0 said when he opened E1"."""
_CONTENT = frozenset({"that", ":", '"'})
"""Words behind which stands what was said."""


def is_announced(phrase: Phrase, i: int) -> bool:
    """Tell whether a headline says that a mention is to come: "Lima to host E", "Minister to visit Lima"."""
    words = phrase.words
    told = next((k for k in range(i - 1, max(0, i - _HEADLINE), -1) if words[k] == "to"), 0)
    return told > 0 and (told + 1 == i or words[told + 1] in load_words("headline-bare"))


_HEADLINE = 7
"""Items before a mention among which the "to" of its verb stands."""
_OTHER_AHEAD = re.compile(
    r" E\d+ , (?:(?:at|in|for|during|to|of) which|which|where|when|to be|to take place|due|planned|scheduled|set) "
)
"""A later event with a clause of its own: "the workshop prepared E1 , at which A0 will speak", "E1 , to be held"."""


def _skip_title(words: Sequence[str], i: int) -> int:
    """Give the number of the second of the dashes around a title behind an event, else that of the event."""
    dash, behind = words[i + 1 : i + 2], words[i + 2 : i + _ASIDE]
    return i + 2 + behind.index(dash[0]) if dash in _DASHES and dash[0] in behind else i


def pass_aside(words: Sequence[str], i: int) -> int:
    """Give the comma that closes an aside behind an event: "E0 on mines , paid for by B1 and run by B2 , will be held".

    Where there is no such aside it is the event itself.
    """
    opening = next((k for k in range(i + 1, min(i + _NOUNS, len(words) - 1)) if words[k] == ","), i)
    opener = words[opening + 1] if opening > i else ""
    if not opener.endswith("ed") and opener not in load_words("short-participles"):
        return i
    closed = range(opening + 2, min(opening + _ASIDE, len(words) - 1))
    return next((k for k in closed if words[k] == "," and words[k + 1] in load_words("after-subject")), i)


_NOUNS = 8
"""Items behind an event up to which what it is about may run before an aside opens."""


def looks_back(phrase: Phrase) -> bool:
    """Tell whether a sentence tells of what was."""
    words = phrase.words
    told = (word.endswith("ed") and before not in load_words("be") for before, word in pairwise(words))
    return not load_words("past-verbs").isdisjoint(words) or any(told)


_DASHES = (["–"], ["—"], ["-"])
_ASIDE = 26
"""Words behind an event within which the second of the dashes around its title stands."""
_LEADS_TO = r"\b(?:{leading-up}) (?:(?:the|its|their|this|next|'s|[DTAB]\d+) )*\Z"
"""What stands right before an event that is being prepared: "the preparations for E0", "president-designate of E0"."""
_STILL_ON = (
    r" (?:will|is to|is due to) (?:end|close|conclude|finish|wind up|continue) "
    r"| will {recalled-by-readers} "
    r"| the next (?:day|morning|afternoon|evening|week|month|year|stop) "
)
"""That an event has an end to come does not say that it has yet to begin, nor does the day after another."""


def find_state(phrase: Phrase, i: int) -> tuple[str, Span] | None:
    """Find words that cancel or put off the event mentioned, as the state and where they stand."""
    words = phrase.words
    rest = f" {' '.join(words[i + 1 : i + _PHRASE])} "
    for said in _ordered("fail"):
        head, found, _ = rest.partition(f" {said} ")
        if found and not any(word[0] == "E" for word in head.split()):
            return "Cancelled", phrase.spans[i]
    if _MADE_UP.search(rest):
        return None  # "was postponed and then held online on D1"
    if load_words("first-meant") & set(words[i + 1 : i + 12]):
        return "Postponed", phrase.spans[i]
    near = f" {' '.join(words[max(0, i - 3) : i + 30])} "
    for name, state in (("cancel", "Cancelled"), ("postpone", "Postponed")):
        for said in _ordered(name):
            at = _said_of(words, i, said.split()) if f" {said} " in near else None
            if at is not None:
                return state, phrase.spans[at]
    return None


_MADE_UP = re.compile(
    r" (?:(?:then|finally|eventually|ultimately|later|in the end|at last) (?:was |were )?"
    r"(?:held|took place|met|convened|opened|began|got under way|went ahead)|and held|held instead) "
)
"""That an event which was put off was held after all."""


def _said_of(words: Sequence[str], i: int, said: Sequence[str]) -> int | None:
    """Give the item at which words are said of the event at item i: before it, or behind a verb of its clause."""
    for k in range(max(0, i - 3), min(len(words), i + 26)):
        if list(words[k : k + len(said)]) != list(said):
            continue
        between = words[i + 1 : k]
        beside = between[-1:] == [","] and len(between) <= _BESIDE
        told = beside or load_words("standing") & set(between)
        if k < i or (told and not any(word[0] in "E;" for word in between)):
            return k
    return None


_BESIDE = 4
"""Items between an event and a participle that is said of it: "his visit to A, postponed in May"."""


@lru_cache
def _ordered(name: str) -> tuple[str, ...]:
    """Give a word class, longest first, in an order that does not change from run to run."""
    return tuple(sorted(load_words(name), key=lambda words: (-len(words), words)))
