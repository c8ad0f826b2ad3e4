"""What one sentence tells of an event beside its day and place: whose it is, what about, how many came."""

import re
from collections.abc import Sequence

from kg.extract.dates.dates import DateMention
from kg.extract.events.event import EventMention
from kg.extract.events.occasion import Occasion
from kg.extract.phrases.mark import Mark, is_person
from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import compile_words, load_words
from kg.model import Span


def tells_of_one(mention: EventMention, near: Sequence[Mark]) -> bool:
    """Tell whether a noun of no kind of its own is of one event: "a gathering on 3 May", "an event in Lima in May"."""
    if mention.determiner not in {"indefinite", "none"} or mention.heading:
        return True
    least = "2001-02" if any(mark.letter == "L" for mark in near) else "2001-02-03"
    dates = (mark.date for mark in near if mark.date is not None)
    return mention.determiner == "indefinite" and any(len(date.first) >= len(least) for date in dates)


def is_single(mention: EventMention, phrase: Phrase, i: int) -> bool:
    """Tell whether a mention can be of one event: no plural but of one round of talks, and none that is asked for."""
    if phrase.words[-1] == "?" and mention.determiner in {"indefinite", "another"}:
        return False  # "Will there be another workshop?"
    held = phrase.words[max(0, i - 2) : i]
    if mention.plural and mention.noun == "hearing" and not load_words("opening-hearings").isdisjoint(held):
        at = phrase.starts[i]
        return phrase.line.count(" D", at) == 1 and bool(_ON_DAY.match(phrase.line, at))  # "opened hearings on 9 July"
    return not mention.plural or is_round(phrase, i)


_ON_DAY = re.compile(r"E\d+ (?:(?![;.]|E\d)\S+ ){0,6}?(?:(?:on|from) )?D\d+")
"""A day behind an event."""


def is_round(phrase: Phrase, i: int) -> bool:
    """Tell whether a plural is one round of talks with those named: "she had separate meetings with A and B"."""
    words = phrase.words
    if _ROUND.match(phrase.line, phrase.starts[i]) or _HELD_WITH.match(phrase.line, phrase.starts[i]):
        return True
    held = i > 1 and words[i - 1] in load_words("holding")
    sides = phrase.marks[i - 2] if held else None
    if sides is not None and len(sides.actors) > 1 and _IN_TOWN.match(phrase.line, phrase.starts[i]):
        return True
    if i + 2 >= len(words) or words[i + 1] != "with" or load_words("holding").isdisjoint(words[max(0, i - 3) : i]):
        return False
    return phrase.marks[i + 2] is not None or words[i + 2] in load_words("determiners")


_HELD_WITH = re.compile(
    r"E\d+ (?:which|that) (?:the )?[AB]\d+ (?:[a-z]+ )?(?:held|had|conducted) with (?:the )?[AB]\d+ "
    r"(?:(?:in|at) L\d+ (?:, )?)?(?:from|on|between) D\d+(?!\S)"
)
"""The same told by a clause: "the meetings which A held with B in Bern from 3 to 5 May"."""
_IN_TOWN = re.compile(r"E\d+ in L\d+ (?:, )?(?:from|on|between) D\d+(?!\S)")
"""Where and when two sides sat down with each other: "A and B held meetings in Vienna from 3 to 5 May"."""
_ROUND = re.compile(
    r"E\d+ with (?!E\d)(?:the )?[AB]\d+ (?:(?![;.])\S+ ){0,8}?(?:were held|took place|followed) "
    r"(?:(?:in|at) L\d+ )?on D\d+(?!\S)"
    r"|E\d+ (?:(?![;.]|E\d)\S+ ){0,8}?(?:have|had) been (?:going on|under way|carried on|conducted) "
    r"in L\d+ (?:since|from) D\d+(?!\S)"
)
"""The same behind the noun: "meetings with A and B were held on D1"."""


def counts_those_present(occasion: Occasion, phrase: Phrase, j: int) -> bool:
    """Tell whether a head count can be that of all who came: not the countries of a tour, nor those whom one sent."""
    words = phrase.words
    mark = phrase.marks[j]
    if mark is None or load_words("sending") & set(words[max(0, j - 3) : j]):
        return False
    if occasion.type != "Visit" and is_sent(words, j):
        return False
    if words[max(0, j - 1) : j] == ["with"] and {"part", "participate", "participates"} & set(words[max(0, j - 4) : j]):
        return False  # "takes part with three experts"
    if mark.counted != "attendeeCountryCount":
        return True
    others = [m for m in phrase.marks_in("N") if m.counted == mark.counted]
    return occasion.type != "Visit" and len(others) == 1


def find_told_of(phrase: Phrase, i: int) -> int | None:
    """Give the number of the mention of which the noun at item i is said: "her meeting with A was the first visit"."""
    was = _WAS.search(phrase.line, 0, phrase.starts[i])
    subject = phrase.marks[phrase.item_at(was.start())] if was is not None else None
    return subject.events[0] if subject is not None else None


_WAS = re.compile(
    r"E\d+ (?:(?!E\d|[,;:.] |and |but |which |that )\S+ ){0,9}?(?:was|is|will be|has been|had been) (?:also )?$"
)
"""What stands before a second noun for the event that is the subject."""


def is_name_of(words: Sequence[str], i: int) -> bool:
    """Tell whether the words at item i are a name for the event just told: "under the title of", "better known as"."""
    if words[max(0, i - 2) : i] in (["title", "of"], ["name", "of"]):
        return True
    return words[max(0, i - 1) : i] == ["as"] and "known" in words[max(0, i - 4) : i]


def find_owner(phrase: Phrase, i: int) -> str | None:
    """Give the person whose event a mention is said to be: "A0 's E1"."""
    words = phrase.words
    mark = phrase.marks[i - 2] if i > 1 and words[i - 1] == "'s" else None
    persons = [actor for actor in mark.actors if "/person/" in actor] if mark is not None else []
    return persons[0] if len(persons) == 1 else None


def find_visited(mention: EventMention, phrase: Phrase, i: int) -> Mark | None:
    """Give the State or city that is the object of the verb that tells of a visit: "she visited Peru"."""
    mark = phrase.marks[i + 1] if i + 1 < len(phrase.marks) else None
    if not mention.verb or mention.type != "Visit" or mark is None:
        return None
    return mark if mark.letter == "L" or (mark.letter == "A" and len(mark.actors) == 1) else None


def find_visitor(phrase: Phrase, i: int) -> str | None:
    """Give the person who pays the visit that a mention opens: its owner, or the one subject before it."""
    persons = list_visitors(phrase, i)
    return persons[0] if len(persons) == 1 else None


def list_visitors(phrase: Phrase, i: int) -> list[str]:
    """List the persons who may pay a visit: its owner, whom "of" names behind it, else all before it."""
    owner = find_owner(phrase, i)
    if owner is not None:
        return [owner]
    behind = phrase.marks[i + 2] if i + 2 < len(phrase.marks) and phrase.words[i + 1] == "of" else None
    if behind is not None and is_person(behind):
        return [*behind.actors]
    return [a for m in phrase.marks[:i] if m is not None and m.letter == "A" for a in m.actors if "/person/" in a]


def take_year(occasion: Occasion, mention: EventMention) -> None:
    """Date an event by the year in its name: "Symposium 2017", "UMAC2024"."""
    year = re.search(r"(?:19|20)\d\d$", mention.name or mention.acronym or "")
    if year and occasion.first is None:
        occasion.first = occasion.last = year.group()
        span = Span(mention.begin, mention.end)
        occasion.date_spans += [(name, year.group(), span) for name in ("startDate", "endDate")]


def find_online(mention: EventMention, phrase: Phrase) -> Span | None:
    """Give the words that say that an event was held online."""
    if load_words("online-kinds") & {*mention.words, mention.noun}:
        return Span(mention.begin, mention.end)
    said = says("online", phrase.words)
    return phrase.span if said and not _JOINED_ONLINE.search(f" {phrase.line} ") else None


_JOINED_ONLINE = re.compile(
    r" [AB]\d+ (?:\S+ )?(?:also )?(?:participated|joined|spoke|attended|addressed|took part|followed|took) [^;]*"
    r" (?:via|by|over|on|virtually|online|remotely)"
)
"""That one of many took part from afar does not make an event one that was held online."""


def opens_with_count(phrase: Phrase) -> bool:
    """Tell whether a sentence is about a number of people: "The 40 participants, from Kenya, include ..."."""
    at = next((i for i, mark in enumerate(phrase.marks[:4]) if mark is not None and mark.letter == "N"), None)
    whole = " total of N" in phrase.line or _ONLY_COUNT.fullmatch(phrase.line) is not None
    mark = phrase.marks[at] if at is not None else None
    if (
        mark is not None
        and mark.counted == "attendeeCountryCount"
        and not compile_words(_CAME).search(f" {phrase.line} ")
    ):
        return whole or says("coming-verbs", phrase.words)  # not "25 States pleaded for a ban"
    return whole or (at is not None and not is_share(phrase, at))


_ONLY_COUNT = re.compile(r"(?:\* )?(?:(?:more than|over|about|some) )?N\d+ [.:]")
"""A sentence that is no more than a count: "111 States."."""
_CAME = r" {were-there} "
"""What else tells that States came than the verbs for it."""


def is_sent(words: Sequence[str], j: int) -> bool:
    """Tell whether a head count is only of a side's envoys, or of the team that did the work: "by a team of N0"."""
    k = j
    while k and words[k - 1] in load_words("about-so-many"):
        k -= 1
    if words[max(0, k - 1) : k] != ["of"]:
        return False
    group, before = words[k - 2 : k - 1], words[max(0, k - 5) : k - 2]
    crew = not load_words("crews").isdisjoint(group) and not {"by", "with", "under"}.isdisjoint(before)
    return crew or not load_words("sent-groups").isdisjoint(group)


def is_share(phrase: Phrase, j: int) -> bool:
    """Tell whether a head count is only of those whom one of the guests had with them or sent."""
    words = phrase.words
    if is_sent(words, j):
        return True
    return words[j - 1] in load_words("holding") or not load_words("sending").isdisjoint(words[max(0, j - 3) : j])


def find_subjects(phrase: Phrase, i: int) -> list[tuple[str, Span]]:
    """Give the treaties that stand right behind a mention as its subject: "a workshop on the Ottawa Convention"."""
    words = phrase.words
    for j in range(i + 2, min(i + _BEHIND, len(words))):
        mark = phrase.marks[j]
        if mark is not None:
            about = mark.letter == "T" and words[i + 1] in load_words("about")
            return [(treaty, Span(mark.begin, mark.end)) for treaty in mark.treaties] if about else []
    return []


_BEHIND = 9
"""Items behind a mention within which its subject may stand."""


def bare_day(phrase: Phrase) -> Mark | None:
    """Give the day of a short sentence that names nothing else."""
    marks = [mark for mark in phrase.marks if mark is not None]
    if _AGAIN.fullmatch(phrase.line) and len({mark.date and mark.date.first for mark in marks}) == 1:
        marks = marks[:1]
    if len(marks) != 1 or len(phrase.marks) > _SHORT or marks[0].date is None or len(marks[0].date.first) != 10:
        return None
    return marks[0]


_AGAIN = re.compile(r"D\d+ \( D\d+ \) [.:]")
"""A day told twice: "10 March (yesterday)."."""
_SHORT = 6
"""Items of a sentence that does no more than name a day."""


def find_head(phrase: Phrase, issued: str | None) -> list[Mark]:
    """Give the place and the day that head a paragraph: "LUSAKA.", "Lima again, 3 May, hosted by Peru."."""
    ends = len(phrase.words) > _SHORT - 2 and phrase.words[-2][:1] == "L"
    moved = compile_words(_SCENE).match(phrase.line) if ends else None
    if moved is not None:
        mark = phrase.marks[phrase.item_at(moved.start("town"))]
        return [mark] if mark is not None else []
    turn = _TURN.match(phrase.line)
    if turn is not None and not phrase.marks_in("E"):
        mark = phrase.marks[phrase.item_at(turn.start("day"))]
        return [mark] if mark is not None else []
    head = _HEAD.match(f"{phrase.line} ")
    if head is None:
        return [mark for mark in (bare_day(phrase),) if mark is not None and not is_of(mark.date, issued)]
    last = phrase.item_at(head.end("head") - 1)
    marks = [mark for mark in phrase.marks[:last] if mark is not None]
    return [mark for mark in marks if mark.letter == "L" or (mark.date is not None and mark.date.first != issued)]


_HEAD = re.compile(
    r"(?P<head>(?:[*•–-] |\( \w{1,3} \) |\d{1,2} [.)] )*"
    r"(?:L\d+ (?:, L\d+ )?(?:(?:again|once more|for the [a-z]+ time) )?"
    r"(?:, (?:the )?D\d+ [.,:;–—-] |\( D\d+ \) [.,:;–—-] |[.:] )|D\d+ , L\d+ [.,:;–—-] ))(?:[^E]|E(?!\d))*\Z"
)


_TURN = re.compile(
    r"(?:(?:then|next) (?:, )?)?(?:on|from|between) (?P<day>D\d+) (?:, )?"
    r"(?:it was (?:the turn of|for) |(?:came|followed) the turn of |(?:\S+ ){1,4}'?s? turn (?:came|followed))"
)
"""What tells only when the next event was, and whose: "on 4 May it was the turn of the experts"."""
_SCENE = r"(?:(?!E\d)\S+ ){1,5}{scene-moves} (?:back |on )?(?:in|to|into) (?P<town>L\d+) \.$"
"""What tells only where the next event was: "the series began in Paris", "the scene has moved to The Hague"."""


def is_beside(phrase: Phrase) -> bool:
    """Tell whether a sentence speaks of something on the side of what came before."""
    return says("beside", phrase.words)


def is_release(phrase: Phrase) -> bool:
    """Tell whether a heading says when the text may be printed: "for release after 18 hours on 2 March"."""
    return not load_words("release").isdisjoint(phrase.words)


def is_of(date: DateMention | None, issued: str | None) -> bool:
    """Tell whether a date is that of the text: its day, or the quarter that ends with its month."""
    return date is not None and issued in {date.first, date.last}


def is_issue_line(phrase: Phrase, issued: str | None) -> bool:
    """Tell whether a heading only says who made the text, where and when: "Prepared by A, Geneva, 12 May 2017"."""
    dated = any(m.date is not None and m.date.first == issued for m in phrase.marks_in("D"))
    return dated and bool(phrase.marks_in("AB")) and " by " in phrase.line


def is_own(mention: EventMention, near: Sequence[Mark], pending: Sequence[Mark], *, first: bool) -> bool:
    """Tell whether a noun that fits any event opens one: "our next event", "their gathering in L0 on D1"."""
    own = mention.determiner == "possessive"
    edition = not load_words("other-editions").isdisjoint(mention.words)
    other = "next" in mention.words or (edition and mention.determiner in {"definite", "possessive"})
    days = [mark.date.first for mark in near if mark.date is not None]
    exact = any(len(day) == len("2001-02-03") for day in days)
    placed = bool(days) and any(mark.letter == "L" for mark in near)
    yearly = placed and mention.determiner == "definite" and not load_words("yearly").isdisjoint(mention.words)
    return bool(near) and (other or yearly or (own and (bool(pending) or exact or placed)) or (exact and first))


def is_label(phrase: Phrase) -> bool:
    """Tell whether a sentence is no more than the title of what follows: "Third : E0 ."."""
    return _LABEL_LINE.fullmatch(phrase.line) is not None


_LABEL_LINE = re.compile(r"(?:[a-z0-9]+ [:.)] ){0,2}(?:the )?E\d+ [.:]")


def has_acted(phrase: Phrase, i: int) -> bool:
    """Tell whether a clause says what the event itself did: "E0 also received greetings", not "E0 proposed by B1"."""
    words = phrase.words
    at = i + 1
    while at < len(words) and words[at] in load_words("adverb"):
        at += 1
    verb, behind = "".join(words[at : at + 1]), words[at + 1 : at + 2]
    return verb.endswith("ed") and behind not in (["by"], ["in"], ["for"], ["at"], ["on"], ["to"], ["."], [","], [])


def is_divider(phrase: Phrase) -> bool:
    """Tell whether a line is nothing but asterisks."""
    return set(phrase.line) == {"*", " "}


def find_entry(phrase: Phrase) -> list[Mark] | None:
    """Give the days and places of a line of a form that tells of an event, "Venue : L0"; None for another line."""
    head, colon, _ = phrase.line.partition(" : ")
    label = [word for word in head.split() if word.isalnum() and word not in _LABEL_LINKS]
    if not colon or not label or not load_words("form-labels").issuperset(label) or phrase.marks_in("E"):
        return None
    return [mark for mark in phrase.marks if mark is not None and (mark.letter == "D" or mark.places)]


_LABEL_LINKS = frozenset({"s", "and", "of", "the"})
