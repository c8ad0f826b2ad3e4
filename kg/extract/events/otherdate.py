"""Which dates of a sentence are those of something else: "ratified in 2003", "the letter of 4 May", "since 1999".

Whose a date is, the words around it tell. The tables at the end name the signs; their words are classes of
`ontology/patterns/words.ttl`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words

_CLAUSE = 5
"""Items before a date among which its clause is looked for."""


def is_elsewhere(phrase: Phrase, j: int) -> bool:
    """Tell whether the date at item j is that of something else than an event."""
    around = _Around(phrase, j)
    if any(holds(around) for holds in _CERTAIN):
        return True
    return any(holds(around) for holds in _LIKELY) and not any(holds(around) for holds in _EVEN_SO)


@dataclass(slots=True)
class _Around:
    """A date with the words around it."""

    phrase: Phrase
    at: int
    words: Sequence[str] = field(init=False)
    """All words of the sentence."""
    clause: Sequence[str] = field(init=False)
    """Those before the date, not past an event, another date, a comma or a semicolon."""
    said: frozenset[str] = field(init=False)
    """The words of the clause, and any two that follow each other."""

    def __post_init__(self) -> None:
        self.words = self.phrase.words
        near = self.words[max(0, self.at - _CLAUSE) : self.at]
        edge = max((k for k, word in enumerate(near) if word[:1] in {"E", "D"} or word in {";", ","}), default=-1)
        self.clause = near[edge + 1 :]
        self.said = frozenset((*self.clause, *(f"{word} {after}" for word, after in pairwise(self.clause))))

    @property
    def behind(self) -> str:
        """The word right behind the date."""
        return self.words[self.at + 1] if self.at + 1 < len(self.words) else ""

    @property
    def next_two(self) -> str:
        """The two words right behind the date."""
        return " ".join(self.words[self.at + 1 : self.at + 3])


@dataclass(frozen=True, slots=True)
class _Sign:
    """Words that tell whose a date is: every class that is named must have a word in its place."""

    right_before: str = ""
    """Class of the word right before the date."""
    before_that: str = ""
    """Class of the word in front of that one."""
    clause: str = ""
    """Class of words, or of two words together, of the clause before the date."""
    behind: str = ""
    """Class of the word, or of the two words, right behind the date."""
    near: str = ""
    """Class of a word before the date, whatever stands between."""
    reach: int = _CLAUSE
    """Items before the date within which that word stands."""

    def __call__(self, around: _Around) -> bool:
        clause = around.clause
        return (
            (not self.right_before or _has(clause[-1:], self.right_before))
            and (not self.before_that or _has(clause[-2:-1], self.before_that))
            and (not self.clause or not load_words(self.clause).isdisjoint(around.said))
            and (not self.behind or not load_words(self.behind).isdisjoint((around.behind, around.next_two)))
            and (not self.near or _has(around.words[max(0, around.at - self.reach) : around.at], self.near))
        )


def _has(words: Sequence[str], name: str) -> bool:
    """Tell whether a word, or two words together, are of a class."""
    members = load_words(name)
    if not members.isdisjoint(words):
        return True
    return len(words) > 1 and not members.isdisjoint([f"{word} {after}" for word, after in pairwise(words)])


def _is_of_deed(around: _Around) -> bool:
    """Tell whether the date is that of a verb with its subject before the event: "A, in L for the summit, met on"."""
    k = around.at - len(around.clause)
    told = k > 0 and around.words[k - 1] == "," and _has(around.clause[:1], "meeting-verbs")
    return told and any(word[:1] == "A" and word[1:].isdigit() for word in around.words[: k - 2])


def _is_of_signature(around: _Around) -> bool:
    """Tell whether something was open for signature on that day, with no event that was: "opened for signature on"."""
    before = " ".join(around.words[: around.at])
    return " for signature " in f" {' '.join(around.clause)} " and not re.search(r"(?<!\S)E\d+ for signature ", before)


def _is_of_name(around: _Around) -> bool:
    """Tell whether a year is part of a thing's name: "winner of the 2017 peace prize", "the 2003 OSCE document"."""
    mark, *after = around.phrase.marks[around.at : around.at + 2]
    year = mark is not None and mark.date is not None and len(mark.date.first) == 4
    named = around.behind.isalpha() and around.behind not in load_words("prepositions")
    named = named or any(owner is not None and owner.letter in {"A", "T"} for owner in after)
    return year and around.words[around.at - 1] == "the" and named


def _is_of_years(around: _Around) -> bool:
    """Tell whether a year is an end of a long time: "between 1949 and 1989"."""
    mark = around.phrase.marks[around.at]
    year = mark is not None and mark.date is not None and len(mark.date.last) == len("1949")
    before = around.words[max(0, around.at - 3) : around.at]
    return year and (before[-1:] == ["between"] or (before[:1] == ["between"] and before[-1:] == ["and"]))


def _is_span(around: _Around) -> bool:
    """Tell whether a count of days only parts two events: "E0 came D1 E2", two days after E2."""
    mark = around.phrase.marks[around.at]
    counted = mark is not None and mark.date is not None and mark.date.kind == "relative"
    before = around.words[around.at - 1] if around.at else ""
    event = around.behind[:1] == "E" and around.behind[1:].isdigit()
    return counted and event and before.isalpha() and before not in load_words("prepositions") | _JOINING


_JOINING = frozenset({"and", "but", "while", "where", "when"})


def _is_first_meant(around: _Around) -> bool:
    """Tell whether something else came of the day: "it had first been announced for 4 October"."""
    before = " ".join(around.words[max(0, around.at - _CLAUSE) : around.at])
    return _FIRST_MEANT.search(before) is not None


_FIRST_MEANT = re.compile(r"\bfirst (?:been )?(?:announced|planned|scheduled|set|due|intended) (?:for|on|in)(?: the)?$")


def _is_of_earlier(around: _Around) -> bool:
    """Tell whether the year is that of an earlier edition: "the fourth in a series after L0 , L1 and L2 D3"."""
    mark = around.phrase.marks[around.at]
    coarse = mark is not None and mark.date is not None and len(mark.date.first) < len("2001-02-03")
    return coarse and _EARLIER.search(" ".join(around.words[: around.at])) is not None


_EARLIER = re.compile(r"(?:^| )(?:after|following|since|like|unlike) (?:L\d+ (?:D\d+ )?(?:, |and |, and ))*L\d+$")


def _is_of_thing(around: _Around) -> bool:
    """Tell whether a clause about a thing has the date: "told E0 of the agreement that they concluded in D1"."""
    near = around.words[max(0, around.at - _ABOUT_THING) : around.at]
    if near[-1:] == ["of"] and _has(near[-2:-1], "signed-papers"):
        return True  # "under the accords of D1"
    k = max((k for k, word in enumerate(near) if word in {"that", "which"}), default=0)
    thing = near[k - 1] if k else ""
    if not (thing in load_words("dated-things") or (thing[:1] == "T" and thing[1:].isdigit())):
        return False
    return not any(word[:1] in {"E", "D"} or word in {",", ";", "will"} for word in near[k + 1 :])


_ABOUT_THING = 10
"""Items before a date among which a clause about a thing is looked for."""


def _is_end_of_stay(around: _Around) -> bool:
    """Tell whether only a place stands between an event and the day until which it runs: "be in Suva until 4 May"."""
    k = around.at - len(around.clause)
    told = k > 0 and around.words[k - 1][:1] == "E"
    places = [word for word in around.clause if word[:1] == "L"]
    return told and len(places) == 1 == len(around.clause) - 2 and _has(around.clause[-1:], "lasting-to")


def _is_since_begun(around: _Around) -> bool:
    """Tell whether a verb that is the event itself has gone on since the date: "had been E0 in L1 since D2"."""
    return _GOING_ON.search(" ".join(around.words[: around.at])) is not None


_GOING_ON = re.compile(r" been E\d+ (?:[a-z]+ )?(?:in L\d+ )?since$")


def _is_of_event(around: _Around) -> bool:
    """Tell whether but its town stands between an event and the date: "the conference of 3 May", "E0 in L1 on D2"."""
    return _OF_EVENT.search(" ".join(around.words[: around.at])) is not None


_OF_EVENT = re.compile(r"(?:^| )E\d+ (?:of|(?:(?:in|at) L\d+ (?:, )?)?(?:on|from))$")


def _is_of_handing_over(around: _Around) -> bool:
    """Tell whether the day is that on which a State's paper went over: "E0 the instrument of accession to B1 on D2"."""
    near = around.words[max(0, around.at - _PAPER) : around.at]
    edge = max((k for k, word in enumerate(near) if word[:1] in {"E", "D"} or word in {";", ","}), default=-1)
    first = near[edge + 1 : edge + 2]
    told = edge >= 0 and near[edge][:1] == "E" and (_has(first, "determiners") or _has(first, "instruments"))
    return told and _has(near[edge + 1 :], "instruments")


_PAPER = 10
"""Items before a date among which the handing over of a paper is looked for."""


def _is_owner(around: _Around) -> bool:
    """Tell whether an event is told as that of the date: "adopted at last year's seminar"."""
    rest = around.words[around.at + 1 : around.at + 3]
    return rest[:1] == ["'s"] and rest[-1][:1] == "E" and rest[-1][1:].isdigit()


def find_done_at(phrase: Phrase, j: int) -> int | None:
    """Give the event at which something was done on a day: "A0 D1 signed T2 at E3"."""
    done = _DONE_AT.match(phrase.line, phrase.starts[j])
    return phrase.item_at(done.end() - 1) if done is not None else None


_DONE_AT = re.compile(
    r"D\d+ (?:(?:signed|initialled|exchanged|deposited|handed over|presented) "
    r"(?:(?!E\d|D\d|;|which|who|where)\S+ ){0,16}|by (?:(?!E\d|D\d|[;,.]|which|who|where)\S+ ){1,6})?"
    r"at (?:[AB]\d+ 's )?E\d+"
)


def _is_at_event(around: _Around) -> bool:
    """Tell whether what was done on that day was done at an event: "adopted in L0 on D1 at E2"."""
    if find_done_at(around.phrase, around.at) is not None:
        return True
    rest = around.words[around.at + 1 : around.at + 4]
    mark = around.phrase.marks[around.at]
    one = mark is not None and mark.date is not None and mark.date.kind == "day"
    rest = rest[1:] if rest[:1] == [","] and not one else rest[:2]  # behind a comma a day may be one of several
    return rest[:1] == ["at"] and rest[-1][:1] == "E" and rest[-1][1:].isdigit()


def _is_of_saying(around: _Around) -> bool:
    """Tell whether something was said on that day, and not at an event: "A0 said D1 that", not "said D1 at E2"."""
    return _has(around.clause[-1:], "saying") and not _is_at_event(around)


def _is_when(around: _Around) -> bool:
    """Tell whether the event of the next clause was on that day: "in force since D0 , when A1 E2"."""
    rest = around.words[around.at + 1 : around.at + 10]
    rest = rest[1:] if rest[:1] == [","] else rest
    return rest[:1] == ["when"] and any(word[:1] == "E" and word[1:].isdigit() for word in rest)


def _is_of_next_clause(around: _Around) -> bool:
    """Tell whether somebody did something else on that day: "we were E0 in L1 , and we showed slides on D2"."""
    words, at = around.words, around.at
    opened = max((k for k in range(1, at - 2) if words[k] in _ADDING and words[k - 1] == ","), default=0)
    subject = words[opened + 1] if opened else ""
    if subject not in _SUBJECTS and not (subject[:1] == "A" and subject[1:].isdigit()):
        return False
    told = any(word[:1] == "E" and word[1:].isdigit() for word in words[:opened])
    done = words[opened + 2 : at]
    again = any(word in _OF_IT or (word[:1] in "ED" and word[1:].isdigit()) for word in done)
    return told and not again and done[0].isalpha() and done[0] not in load_words("prepositions") | _RELATIVE


_RELATIVE = frozenset({"which", "who", "that", "whose"})
_ADDING = frozenset({"and", "but", "while"})
_SUBJECTS = frozenset({"he", "she", "we", "i"})
_OF_IT = frozenset("it there here them this both opened closed attended participants delegates".split())
"""Words with which a clause goes on about the event before it."""


def _is_of_content(around: _Around) -> bool:
    """Tell whether the date is of what somebody told an event: "informed E0 that it had been approved in D1"."""
    return _CONTENT.search(around.phrase.line, 0, around.phrase.starts[around.at]) is not None


_CONTENT = re.compile(
    r"(?:informed|told|assured|reminded|notified|advised|warned) (?:the )?E\d+ that (?:(?!E\d)\S+ )*\Z"
)


def _is_of_ground(around: _Around) -> bool:
    """Tell whether the date is of what an event rests on: "in line with the plan approved in D0 , E1 was held"."""
    line, at = around.phrase.line, around.phrase.starts[around.at]
    return _GROUND.match(line, 0, at) is not None and _TO_COMMA.match(line, at) is not None


_TO_COMMA = re.compile(r"D\d+ (?:(?!E\d)[^,;: ]+ )*,")
_GROUND = re.compile(
    r"(?:in accordance with|in line with|pursuant to|in pursuance of|in keeping with|according to|on the basis of"
    r"|in (?:execution|implementation|fulfilment|application) of|under the terms of) (?:(?!E\d|, )\S+ )*\Z"
)


_CERTAIN: Sequence[Callable[[_Around], bool]] = (
    _Sign(clause="only-meant"),
    _Sign(near="first-meant", reach=8),
    _Sign(right_before="bearing-date"),
    _Sign(right_before="of-date", before_that="dated-papers"),
    _Sign(right_before="coming-back"),
    _Sign(right_before="on-day", before_that="coming-back", behind="from-there"),
    _Sign(clause="returning"),
    _Sign(clause="leaving", behind="to-attend"),
    _Sign(clause="saying", behind="that-clause"),
    _is_of_saying,
    _Sign(right_before="of-its-kind"),
    _Sign(right_before="time-bounds", clause="extended"),
    _Sign(right_before="new-date", clause="extended"),
    _Sign(right_before="on-day", before_that="putting-off"),
    _is_of_deed,
    _is_of_next_clause,
    _is_of_signature,
    _is_of_name,
    _is_of_years,
    _is_first_meant,
    _is_of_earlier,
    _is_of_thing,
    _is_of_content,
    _is_of_ground,
    _is_span,
)
"""Signs of a date that no event has."""

_LIKELY: Sequence[Callable[[_Around], bool]] = (
    _Sign(right_before="time-bounds"),
    _Sign(clause="since"),
    _Sign(clause="no-events"),
    _Sign(behind="no-events"),
)
"""Signs of a date that an event seldom has."""

_EVEN_SO: Sequence[Callable[[_Around], bool]] = (
    _Sign(right_before="new-date", near="put-off"),
    _Sign(right_before="lasting-to", near="going-on", reach=6),
    _Sign(right_before="since", near="running", reach=12),
    _Sign(right_before="since", behind="in-session"),
    _is_end_of_stay,
    _is_since_begun,
    _is_of_event,
    _is_of_handing_over,
    _is_at_event,
    _is_when,
    _is_owner,
)
"""Signs of an event's date where another sign speaks against it: "postponed until", "continues till"."""
