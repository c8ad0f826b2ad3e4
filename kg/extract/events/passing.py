"""Whether a sentence speaks of an event only by the way, so that its text stays with the one at hand."""

import re
from itertools import pairwise

from kg.extract.events.event import EventMention
from kg.extract.events.occasion import Occasion, is_identified
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words


def is_aside(phrase: Phrase, i: int, mention: EventMention) -> bool:
    """Tell whether a mention stands in a clause beside the point: "Croatia, which organised last year's conference"."""
    words = phrase.line[: phrase.starts[i]].split()
    if i and (mention.words & {"last", "previous", "earlier", "next"} or mention.determiner == "another"):
        return True
    if is_in_post(phrase, i) or is_background(phrase, i) or _BY_THE_WAY.search(phrase.line, 0, phrase.starts[i]):
        return True
    if is_reported(phrase, i):
        return True
    before = words[-7:]
    if "having" in " ".join(words).rpartition(",")[2].split()[:2]:
        return True  # "..., having opened the centre in June with a course"
    for behind, word in pairwise(["", *reversed(before)]):
        if word in {",", ";", "."} or (word in load_words("apart-in-time") and behind[:1] == "E"):
            break  # "after E0 A1 met A2"
        if word in {"which", "who", "whose", "after", "since", "before", "following", "than"}:
            return word != "than" or behind[:1] != "N"  # "more than N0 came to E1"
    return False


def is_reported(phrase: Phrase, i: int) -> bool:
    """Tell whether item i stands in what somebody says: "A0 said that E1 had shown the way"."""
    told = next((k for k in range(i - 1, 0, -1) if phrase.words[k] == "that"), 0)
    return told > 0 and phrase.words[told - 1] in load_words("saying-that")


_BY_THE_WAY = re.compile(
    r"\w , (?:first |last |originally )?"
    r"(?:signed|adopted|concluded|agreed|approved|endorsed|drafted|drawn up|founded|established"
    r"|created|set up|negotiated|tabled|proposed|elected|chosen|named) [^;,]*(?:at|during|by) (?:the )?\Z"
)
"""What a thing came of, between commas: "the protocol , signed in L0 on D1 at E2 , needs ..."."""


def is_background(phrase: Phrase, i: int) -> bool:
    """Tell whether an event only says what something is for or where it comes from: "the paper tabled at E0"."""
    words = phrase.words
    at = i - 2 if i > 2 and words[i - 1] == "the" else i - 1
    if at < 1:
        return at == 0 and words[0] == "since"
    led_up = load_words("led-up-to")
    if f"{words[at - 1]} {words[at]}" in led_up:
        return True
    told = words[at] in {"at", "by"} and at > 1 and words[at - 1] in load_words("came-of-events")
    if not told:
        return False
    thing = at - (3 if words[at - 2] == "," and at > 2 else 2)  # "the plan , adopted at E0"
    mark = phrase.marks[thing]
    if thing < at - 2:
        return words[thing] not in load_words("verb-leads") if mark is None else mark.letter in "TLN"
    return mark is None and words[thing] not in load_words("verb-leads")


def is_in_passing(phrase: Phrase, i: int, mention: EventMention, occasion: Occasion, hand: Occasion | None) -> bool:
    """Tell whether a sentence speaks of an event but in passing, so that the text stays with the one at hand.

    So it does in a clause beside the point, where what is told is hardly an event, "we met him there", and where it
    looks back on one that was over before.
    """
    if hand is None or is_aside(phrase, i, mention):
        return hand is not None
    if occasion.type == "Visit" and i < _FRONT and _DURING_IT.match(phrase.line):
        return True
    if occasion is hand or not is_identified(hand):
        return False
    if mention.noun in load_words("social-nouns"):
        return not (_is_dated_beside(phrase, i, occasion) and mention.determiner == "indefinite")
    known = mention.determiner != "indefinite"
    recalled = _RECALLED.search(phrase.line, 0, phrase.starts[i]) is not None
    looked_back = recalled or (_is_earlier(occasion, hand) and _is_looked_back_on(phrase, i, known=known))
    return looked_back or (occasion.verb and not is_identified(occasion))


_DURING_IT = re.compile(r"(?:during|on|throughout) (?:the |this |his |her |their )?E\d+ (?:(?!E\d)[^;:. ]+ )+E\d")
"""What only says when another event was: "during the E0 the ministers held E1"."""
_RECALLED = re.compile(
    r"\b(?:recalled|recalls|recalling|remembered|refer(?:red|s|ring) to|mentioned|cited|citing|pointed to) "
    r"(?:the |his |her |its )?(?:[AB]\d+ 's )?\Z"
)
"""What somebody spoke of: "she recalled B0 's E1"."""


def _is_dated_beside(phrase: Phrase, i: int, occasion: Occasion) -> bool:
    """Tell whether a clause gives an event a day of its own, behind it: "we gave E0 for delegates on D1"."""
    day = next((mark for mark in phrase.marks[i + 1 :] if mark is not None and mark.letter == "D"), None)
    return (
        day is not None
        and day.date is not None
        and len(day.date.first) == len("2000-01-01")
        and (day.date.first == occasion.first)
    )


def _is_earlier(occasion: Occasion, other: Occasion) -> bool:
    """Tell whether one occasion is known to have been over before another began."""
    last, first = occasion.last or occasion.first, other.first or other.last
    if last is None or first is None:
        return False
    size = min(len(last), len(first))
    return last[:size] < first[:size]


def _is_looked_back_on(phrase: Phrase, i: int, *, known: bool) -> bool:
    """Tell whether a clause only looks back on an event: "it built on E0", "E0 had been held", not "at E0 A1 spoke".

    One that the text takes for known, "the Oslo seminar", is looked back on wherever a preposition governs it.
    """
    words = phrase.words
    opened = any(mark is not None and mark.letter == "D" for mark in phrase.marks[:_FRONT])
    if "had" in words[max(0, i - _CLAUSE) : i + _CLAUSE] and not opened:
        return True
    at = i - 2 if i > 1 and words[i - 1] == "the" else i - 1
    if at < 1:
        return False
    if words[at] in load_words("looks-back") or f"{words[at - 1]} {words[at]}" in load_words("looks-back"):
        return True
    return known and words[at] in load_words("prepositions")


_FRONT = 3
"""Items at the start of a sentence among which a date says when all of it was."""
_CLAUSE = 6
"""Items before and behind an event within which its verb may stand."""


def is_in_post(phrase: Phrase, i: int) -> bool:
    """Tell whether an event only says which post somebody holds: "the President-designate of E0 , A1 ,"."""
    words = phrase.words
    of = i - 2 if i > 2 and words[i - 1] == "the" else i - 1
    if of < 1 or words[of] != "of":
        return False
    post = words[of - 1].removesuffix("-designate").removesuffix("-elect")
    if post not in load_words("post-heads"):
        return False
    named = phrase.marks[i + 2] if i + 2 < len(words) and words[i + 1] == "," else None
    at = of - 3 if words[of - 2] in {"the", "a", "its"} else of - 2
    before = phrase.marks[at - 1] if at > 0 and words[at] == "," else None
    return any(mark is not None and mark.letter == "A" for mark in (named, before))
