"""Events told by a verb alone: "the two ministers met", "she visited Oman in May".

The verbs are rows of `ontology/patterns/deeds.ttl`; each match becomes an event mention of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from kg.extract.events.event import EventMention
from kg.extract.phrases.mark import is_gathering
from kg.extract.phrases.pattern import Match, load_patterns
from kg.extract.phrases.phrase import Phrase
from kg.extract.phrases.subject import find_subject
from kg.extract.words.inflect import inflect
from kg.extract.words.wordclass import load_words
from kg.model import Span


def find_deeds(
    phrase: Phrase, kinds: Mapping[str, str], mentions: Sequence[EventMention] = (), *, heading: bool = False
) -> list[EventMention]:
    """Find the verbs of a phrase, or of a `heading`, that tell of an event where no noun beside them does.

    `mentions` are those that the phrase's own marks number; who "travelled to Fiji for a visit" made one.
    """
    found: list[EventMention] = []
    nouns = {mentions[mark.events[0]].type for mark in phrase.marks_in("E")} if mentions else set()
    for match in load_patterns("deeds").find(phrase.line):
        verb = _verb(phrase, match)
        if verb is None:
            continue
        before = next((m for m in found if m.begin < verb.end and verb.begin < m.end), None)
        if before is not None and (before.begin, before.end) != (verb.begin, verb.end):
            continue
        if before is not None and not _says_more(phrase, match, kinds, before):
            continue
        if not (_may_act(phrase, match, kinds) and _may_sit(phrase, match) and _is_dated(phrase, match)):
            continue
        item = phrase.spans.index(verb)
        kind = match.pattern.fields["eventType"]
        if "scene" in match.pattern.fields and (not _has_place(phrase, item) or (nouns and kind == "Meeting")):
            continue
        if (
            _is_denied(phrase, match)
            or _is_unreal(phrase, item)
            or (_is_only_meant(phrase, item) and not match.pattern.name.startswith("heading"))
            or (match.pattern.name.startswith("heading") and phrase.words[-1] == ".")
            or _has_event(phrase, match, item)
            or (kind == "Ceremony" and "".join(phrase.words[item + 1 : item + 2])[:1] == "E")  # "inaugurated E1"
            or _leads_up(phrase, item, mentions)
            or (kind == "Meeting" and _WHICH.search(phrase.line, 0, phrase.starts[item]))
            or (_may_be_part(match, kind, nouns) and _is_done_at(phrase, phrase.starts[item]))
            or (match.pattern.name.startswith("opened") and _is_of_event(phrase.line, match.begin, phrase.starts[item]))
            or (match.pattern.name in {"held", "met-there"} and _OF_EVENT.search(phrase.line, 0, phrase.starts[item]))
            or (match.pattern.fields.get("whole") == "true" and _is_governed(phrase, match))
        ):
            continue
        if kind == "Visit" and kind in nouns:
            continue
        told = _told(phrase, match, item)
        found = [m for m in found if m.begin != told.begin]
        found.append(
            EventMention(
                begin=told.begin,
                end=told.end,
                head=told,
                type=kind,
                noun=kind.lower(),
                determiner="indefinite",
                verb=True,
                heading=heading,
                stage=match.pattern.fields.get("stage", ""),
                away="away" in match.pattern.fields,
                parties=_parties(phrase, match, kinds),
            )
        )
    return _one_a_clause(phrase, sorted(found, key=lambda m: m.begin))


def _says_more(phrase: Phrase, match: Match, kinds: Mapping[str, str], told: EventMention) -> bool:
    """Tell whether another match of a verb adds partners to what the one before told: "meets", "meets with B"."""
    more = match.pattern.fields["eventType"] == told.type == "Meeting" and "dated" not in match.pattern.fields
    return more and set(_parties(phrase, match, kinds)) > set(told.parties)


def _has_event(phrase: Phrase, match: Match, item: int) -> bool:
    """Tell whether a match has a noun for its event; one before the verb is of another: "attended E0 and saw A1"."""
    begin = phrase.starts[item] if "verbs" in match.pattern.fields else match.begin
    if " E" in _WHO_ASIDE.sub(" ", phrase.line[max(0, begin - 1) : match.end]):
        return True
    met = match.pattern.fields["eventType"] == "Visit" or any(
        slot.startswith("ACTORS") and at > begin for slot, (at, _) in match.slots.items()
    )
    return not met and " E" in f" {phrase.line[match.begin : begin]}"


_WHO_ASIDE = re.compile(r" , who [^,;:]+ , ")
"""What is said of somebody in passing: "A0 , who is here on E1 , called on B2"."""


def _one_a_clause(phrase: Phrase, found: Sequence[EventMention]) -> list[EventMention]:
    """Keep the first mention of each part of a sentence; a colon or semicolon stands between the parts."""
    if len(found) < 2:
        return list(found)
    words = phrase.words
    ends = [phrase.spans[k].begin for k in range(len(words)) if _opens_part(words, k)]
    first: dict[int, EventMention] = {}
    days = [span.begin for span, mark in zip(phrase.spans, phrase.marks, strict=True) if mark and mark.letter == "D"]
    kept: list[EventMention] = []
    for mention, after in zip(found, [*found[1:], None], strict=True):
        part = bisect_right(ends, mention.begin)
        if first.setdefault(part, mention) is mention or _is_apart(phrase, kept[-1], mention, after, days):
            kept.append(mention)
    return kept


def _is_apart(
    phrase: Phrase, before: EventMention, mention: EventMention, after: EventMention | None, days: Sequence[int]
) -> bool:
    """Tell whether a second verb has a day or partners of its own, as the one before has: "called on A and saw B".

    So has a visit told behind a meeting: "met the minister and toured the depot".
    """
    if before.type == "Meeting" and mention.type == "Visit":
        return True
    if not before.type == mention.type == "Meeting":
        return False
    others, ours = ({actor for actor, _ in one.parties if "/state/" not in actor} for one in (before, mention))
    if ours - others and others - ours:
        return True
    end = after.begin if after is not None else phrase.span.end
    return all(
        bisect_right(days, last) > bisect_right(days, first)
        for first, last in ((before.begin, mention.begin), (mention.begin, end))
    )


def _opens_part(words: Sequence[str], k: int) -> bool:
    """Tell whether a part of a sentence with an event of its own may begin at item k."""
    if words[k] in {";", ":"} or (words[k] in {"agreed", "decided"} and words[k + 1 : k + 2] == ["to"]):
        return True
    rest = words[k + 1 : k + 4]
    if words[k] == "and" and _SIGNED_THERE.match(" ".join(words[k + 1 : k + _PLACED])):
        return True
    if words[k] == "where":  # "leaves for L, where he will meet A on D": one that is dated
        return any(word[:1] == "D" for word in words[k + 1 :])
    if words[k] == "and" and rest[1:2] == ["received"]:
        return True
    return words[k] in {"and", "but"} and words[k - 1] == "," and bool(_ACTING.match(" ".join(rest)))


_PLACED = 8
"""Items within which a paper is said to have been signed in a town on a day."""
_SIGNED_THERE = re.compile(
    r"(?:then |finally |later )?(?:signed|initialled|opened for signature) "
    r"(?:in|at) (?:the )?L\d+ (?:, )?(?:(?:on|in) )?D\d+"
)
"""What was done next to a paper, with its own place and day: "negotiated in L0 in D1 and signed in L2 in D3"."""
_ACTING = re.compile(r"(?:(?:on )?(?:D\d+ |later ))?(?:A\d+|he|she|they|it)(?: |$)")
"""A subject, with its day before it."""


def _leads_up(phrase: Phrase, item: int, mentions: Sequence[EventMention]) -> bool:
    """Tell whether a verb only leads up to an event behind it: "met for E0", not "received A1 during his visit, E0"."""
    match = _FOR_EVENT.match(phrase.line, phrase.starts[item])
    mark = phrase.marks[phrase.item_at(match.end() - 1)] if match is not None else None
    if match is None or mark is None or not mentions:
        return match is not None
    return match["by"] != "during" or mentions[mark.events[0]].type != "Visit"


_FOR_EVENT = re.compile(
    r"[^ ]+(?: [^;:. ]+){0,8} "
    r"(?P<by>(?<!prepare )(?<!preparing )(?<!preparation )(?<!preparations )(?<!ready )(?<!ground )(?<!groundwork )"
    r"(?<!plans )(?<!agenda )(?<!arrangements )for|at|in|during|to (?:attend|teach at|speak at|take part in)) E\d"
)
"""What follows a verb that only leads up to an event with a name: "they gathered in Geneva for the workshop"."""


_OF_EVENT = re.compile(r"(?:^|[;,] )(?:\S+ ){0,2}E\d+ [^;]*$")
"""An event at the head of the clause, of which "took place" is said: "the round between A and B took place"."""


_AT_EVENT = re.compile(r"(?:^|[,;.] |\d )(?:at|during|in) E\d+ [^;:]*$")
"""An event at which the clause says that something was done: "at the ceremony A1 signed"."""
_DONE_AT = re.compile(r"[^ ]+ (?:(?!E\d)[^;:. ]+ ){0,12}(?:at|during|occasion of) E\d")
"""The same behind the verb: "have signed a memorandum on the occasion of E0"."""
_EVENT_IS = re.compile(
    r"E\d+ (?:(?:in|on|at|of|for|about|against|with) (?:the |its )?"
    r"(?:(?!(?:the|a|an|its|this|and|is|was|has|that|which|who|in|on|at) )[^ ,;:]+ ){1,5})*"
    r"(?:, (?!and |but )[^;:]* , )?"
    r"(?:(?:is|was|will be|is to be|has been|had been) )?(?:\S+ly )?$"
)
"""An event of which the verb is said: "the conference on mines was opened": its opening is no ceremony of its own."""
_WHICH = re.compile(r"E\d+ (?:, )?(?:which|that) (?:(?!(?:E\d+|[;:,]|and|but) )\S+ ){0,8}$")
"""An event of which a relative clause tells: "the meeting which A convened", "the session which A led sat from"."""


def _is_done_at(phrase: Phrase, at: int) -> bool:
    """Tell whether what a verb says was done at an event of the same sentence."""
    return bool(_AT_EVENT.search(phrase.line, 0, at) or _DONE_AT.match(phrase.line, at))


def _is_of_event(line: str, *ends: int) -> bool:
    """Tell whether what is said from one of some offsets on is said of an event."""
    return any(_EVENT_IS.search(line, 0, end) for end in ends)


def _is_governed(phrase: Phrase, match: Match) -> bool:
    """Tell whether a preposition governs a match's first words: "E0 for the universities took place"."""
    first = phrase.item_at(match.begin)
    governed = first > 0 and phrase.words[first - 1] in load_words("prepositions")
    return governed and any(mark is not None and mark.letter == "E" for mark in phrase.marks[:first])


def _is_only_meant(phrase: Phrase, i: int) -> bool:
    """Tell whether a verb is an infinitive behind no word for what is to come: "we had to fly", "he wants to meet"."""
    before = phrase.line[: phrase.starts[i]].split()
    if before[-1:] != ["to"]:
        return False
    if before[-2:-1] == ["and"]:  # "is due to see A and to meet B"
        return not any(word in load_words("leading-to") for word, to in pairwise(before[:-2]) if to == "to")
    firm = [word for word in before[-3:-1] if word not in load_words("adverb")]
    return not firm or firm[-1] not in load_words("leading-to")


def _is_denied(phrase: Phrase, match: Match) -> bool:
    """Tell whether "not" stands in the clause of a match's verb: not in "A, which had not met since, convened"."""
    words = phrase.line[match.begin : match.end].split()
    last = max((k for k, word in enumerate(words) if word in {"not", "never", "neither"}), default=None)
    return last is not None and "," not in words[last:]


def _is_unreal(phrase: Phrase, item: int) -> bool:
    """Tell whether the clause of a verb tells what could be or often is: "if he visits", "they regularly met"."""
    words = phrase.words
    said = words[max(0, item - _CLAUSE) : item]
    if words[item] == "met" and said[-1:] and said[-1] in load_words("be"):
        return "by" not in words[item:]  # "the need was met"
    last = max((k for k, word in enumerate(said) if word in {",", ";", ":", "and", "but"}), default=-1)
    if _TIMES.search(phrase.line, 0, phrase.starts[item]):
        return True
    return not load_words("not-told").isdisjoint(said[last + 1 :]) or bool(
        _EACH.match(phrase.line, phrase.starts[item])
    )


_TIMES = re.compile(
    r" (?:first|second|third|fourth|fifth|sixth|tenth|last) time (?:that |when )?(?:A\d+|he|she|they|it) "
)
"""What is only counted: "it is the third time that A0 visits L1"."""
_EACH = re.compile(
    r"(?:(?![;:.])\S+ ){1,12}(?:(?:each|every|once a|twice a|times a) (?:other |second )?"
    r"(?:year|month|week|day|spring|summer|autumn|winter|time|quarter|fortnight|decade|monday|friday)"
    r"|from time to time|on a regular basis|at regular intervals)\b"
)
"""What says behind a verb that it is done again and again."""


_CLAUSE = 10
"""Items before a verb among which a word that makes it unreal is looked for."""


def _may_act(phrase: Phrase, match: Match, kinds: Mapping[str, str]) -> bool:
    """Tell whether those who do the deed are of the kinds that its row asks for; a bare post or a pronoun may."""
    allowed = match.pattern.fields.get("actorKinds", "").split()
    least = int(match.pattern.fields.get("atLeast", "0"))
    doers = [begin for slot, (begin, _) in match.slots.items() if slot == "SUBJECT" or (least and slot[:6] == "ACTORS")]
    if not allowed or not (doers or least):
        return True
    marks = (phrase.marks[phrase.item_at(begin)] for begin in doers)
    fitting = sum(kinds.get(actor) in allowed for mark in marks if mark is not None for actor in mark.actors)
    return fitting >= max(1, least)


def _may_sit(phrase: Phrase, match: Match) -> bool:
    """Tell whether the body that sits, or is spoken to, is one that a row asks for."""
    if "sits" in match.pattern.fields:
        sitting = match.slots.get("SUBJECT") or match.slots["ACTORS"]
        return is_gathering(phrase.marks[phrase.item_at(sitting[0])])
    bodies = match.pattern.fields.get("bodies", "").split()
    if not bodies:
        return True
    mark = phrase.marks[phrase.item_at(match.slots["ACTORS"][0])]
    return mark is not None and [actor.rpartition("/")[2] in bodies for actor in mark.actors] == [True]


def _parties(phrase: Phrase, match: Match, kinds: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give the actors who came together and their roles; the country that is visited is no party to a visit."""
    found: dict[str, str] = {}
    visit = match.pattern.fields["eventType"] == "Visit"
    role = match.pattern.fields.get("role", "Participant")
    for slot, (begin, _) in sorted(match.slots.items(), key=lambda item: item[1]):
        item = phrase.item_at(begin)
        mark = phrase.marks[find_subject(phrase, item, match) if slot == "SUBJECT" else item]
        if mark is None or not slot.startswith(("SUBJECT", "ACTORS", "ANYONE")):
            continue
        if slot == "ACTORS" and not match.pattern.fields.keys().isdisjoint({"bodies", "sits"}):
            continue
        subject = slot == "SUBJECT"
        for actor in mark.actors:
            if subject or not (visit and kinds.get(actor) == "State"):
                found.setdefault(actor, role if subject else "Participant")
    return tuple(found.items())


def _is_dated(phrase: Phrase, match: Match) -> bool:
    """Tell whether the sentence has the day, or at least the month, that a row asks for.

    What is `dated` asks for one that does not only bound the time: not "since 3 May".
    """
    fields = match.pattern.fields
    if ("bodies" in fields or "day" in fields) and not any(
        day.date is not None and len(day.date.first) == _PRECISION["day"] for day in phrase.marks_in("D")
    ):
        return False
    least = _PRECISION[fields.get("dated", "")]
    return not least or any(
        mark is not None
        and mark.date is not None
        and len(mark.date.first) >= least
        and phrase.words[j - 1] not in _BOUNDS
        for j, mark in enumerate(phrase.marks)
    )


def _has_place(phrase: Phrase, item: int) -> bool:
    """Tell whether the clause of the verb at an item says where."""
    at = phrase.starts[item]
    begin = max((m.end() for m in _CLAUSE_EDGE.finditer(phrase.line, 0, at)), default=0)
    end = _CLAUSE_EDGE.search(phrase.line, at)
    return bool(_IN_TOWN.search(phrase.line, begin, end.start() if end is not None else len(phrase.line)))


_CLAUSE_EDGE = re.compile(
    r" (?:[;:]|(?:, |and |but )+(?:[a-z]+ ){0,2}(?:when|which|who|where|after|before|while|since|having|following)) "
)
"""Where a clause ends that tells of something else."""
_IN_TOWN = re.compile(
    r"(?:^| )(?:in|at|near|outside) (?:the )?(?:(?:[a-z]+ )?(?:city|town|capital|village|resort|port) (?:of )?)?L\d"
)
"""A place where something was done."""
_BOUNDS = frozenset("since until till by before after".split())
"""Words before a day that only bounds the time in which something was done."""
_PRECISION = {"": 0, "month": len("2007-03"), "day": len("2007-03-26")}


def _may_be_part(match: Match, kind: str, nouns: AbstractSet[str | None]) -> bool:
    """Tell whether a deed may be what was done at an event of its sentence."""
    return bool(nouns) if "dated" in match.pattern.fields else kind == "Ceremony" and kind in nouns


def _told(phrase: Phrase, match: Match, item: int) -> Span:
    """Give the words that speak of the event: the verb, or the noun phrase before or behind it."""
    whole = match.pattern.fields.get("whole")
    if whole is None:
        return phrase.spans[item]
    return _subject(phrase, match, item) if whole == "true" else _object(phrase, item)


def _object(phrase: Phrase, item: int) -> Span:
    """Give the noun phrase behind the verb at an item."""
    words, edges, last = phrase.words, load_words("edges"), item + 1
    while last + 1 < len(words) and words[last + 1] not in edges and phrase.marks[last + 1] is None:
        last += 1
    return Span(phrase.spans[item + 1].begin, phrase.spans[last].end)


def _subject(phrase: Phrase, match: Match, item: int) -> Span:
    """Give the noun phrase of which the verb at an item says that it was held."""
    first, words = phrase.item_at(match.begin), phrase.words
    last = item - 1
    while last > first and (words[last] in _AUXILIARY or words[last] in load_words("adverb")):
        last -= 1
    return Span(phrase.spans[first].begin, phrase.spans[last].end)


_AUXILIARY = frozenset("is are was were be been being has have had will would shall to due".split())


def _verb(phrase: Phrase, match: Match) -> Span | None:
    """Give the word of a match that triggered it: the last verb; for what is done on a day, the first or a passive."""
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    words, verbs = phrase.words, _verbs(match.pattern.fields.get("verbs", ""))
    if "dated" in match.pattern.fields:
        told = [i for i in range(first, last + 1) if words[i] in verbs]
        own = [i for i in told if words[i] not in _AUXILIARY] or told
        passive = (i for i in own if i and words[i - 1] in _AUXILIARY)
        return phrase.spans[next(passive, own[0])] if own else None
    return next((phrase.spans[i] for i in range(last, first - 1, -1) if words[i] in verbs), None)


@cache
def _verbs(named: str) -> frozenset[str]:
    """Give the forms of the verbs that a row names, or of all that tell of an event where it names none."""
    if not named:
        return load_words("deed-verbs")
    heads = (verb.split()[0] for verb in named.split("|"))
    return frozenset(form for head in heads for form in inflect(head.removesuffix("~")))
