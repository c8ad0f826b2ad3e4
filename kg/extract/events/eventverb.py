"""Words that look like the nouns of events and are verbs or mere subjects: "to visit", "training deminers"."""

import re

from kg.extract.events.eventname import CALENDAR
from kg.extract.events.eventnoun import EventNoun
from kg.extract.words.wordclass import load_words
from kg.model import Span

PASSIVE = (
    r"(?:held|hosted|convened|given|run|taught|organi[sz]ed|conducted"
    r"|attended|chaired|opened(?!\s+for)|arranged|called)"
)
HAPPENED = (
    rf"(?:took\s+place|takes\s+place|(?:was|is|had\s+been|having\s+been|being)\s+(?:being\s+)?{PASSIVE}|met|follow(?:s|ed)"
    rf"|(?:will|is\s+to|is\s+due\s+to|should|was\s+to)\s+(?:take\s+place|be\s+{PASSIVE}|follow|open|begin|start|meet)"
    r"|is\s+(?:being\s+)?(?:planned|due|scheduled|set|prepared))"
)


def is_verb(
    text: str, head: tuple[int, int], noun: EventNoun, before: list[str], determiner: str, sentence: Span
) -> bool:
    """Tell "to visit", "exercise its right", "training deminers", "in the course of" from the nouns."""
    left = text[max(sentence.begin, head[0] - 20) : head[0]].split()
    previous = left[-1].casefold().strip(",;:") if left else ""
    bare = determiner == "none" and not before
    if bare and previous == "in" and text[head[1] : head[1] + 4] == " of ":
        return True  # "in commemoration of"
    if noun.singular in load_words("event-verbs") and previous in load_words("before-verbs"):
        return bare
    following = text[head[1] : head[1] + 14].split()[:1]
    if before and before[-1][0].isupper() and _VISITS.match(text, head[0]):
        return True  # "Minister Berg visits Lima"
    if bare and not left and following and re.match(r"(?:www|http|our|us|the|this)\b", following[0]):
        return noun.singular in load_words("event-verbs")  # "Visit our gallery"
    if bare and not left and text[sentence.end - 1] == "." and noun.singular in {"meeting", "sitting"}:
        opener = _MEETING if noun.singular == "meeting" else _SITTING
        return opener.match(text, head[1], sentence.end) is not None
    if noun.singular == "training":
        if bare and ENTRY.search(text, sentence.begin, head[0]) and text[head[0]].isupper():
            return False  # "5-9 March: Training on arms marking"
        if determiner in {"none", "generic"}:
            return not (bare and is_given(text, head, sentence))
        return (
            determiner != "indefinite"
            and bool(following)
            and following[0].casefold().strip(".,;:") in load_words("training-of")
            and _TRAINING_HELD.match(text, head[1], sentence.end) is None
        )
    if noun.singular == "course":
        along = following == ["of"] and determiner == "definite" and not before
        return (
            along
            or bool({"towards", "toward"} & set(following))
            or (previous in {"of", "due", "in"} and determiner == "none")
        )
    return False


def is_given(text: str, head: tuple[int, int], sentence: Span) -> bool:
    """Tell whether "training" without an article is one event: somebody gave it, on a day that the sentence tells."""
    given = _TRAINING_GIVEN.search(text, sentence.begin, head[0])
    return given is not None and _DAY.search(text, *sentence) is not None


_TRAINING_GIVEN = re.compile(
    r"\b(?:held|hosted|organi[sz]ed|conducted|ran|delivered|facilitated|gave|led)\s*(?:,\s[^,]{3,40},)?\s+(?:[a-z-]+\s+)?\Z"
)
"""Who gives one training, without an article: "the centre organised, from 4 to 6 June, training for officers"."""
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{CALENDAR}\b|\b{CALENDAR}\s+\d{{1,2}}\b")
_TRAINING_HELD = re.compile(
    rf"\s+(?:for|of)\s[^.;:,]{{3,70}}?(?:,(?:\s+which)?)?\s+(?:{HAPPENED}|took\s+place|{PASSIVE}\s+(?:in|on|at|by|from)\b)"
)
"""What tells that one training is meant: "the training for customs officers, held in Rome"."""
_VISITS = re.compile(r"(?:visits|tours) (?:[A-Z]|(?:the|an?|his|her|its) )")
_MEETING = re.compile(r"\s+(?:at|in|on|for|with|under)\s[^.;]{10,150},\s(?:the|[A-Z]|their|its)")
"""The participle that opens a sentence: "Meeting in Rome on 3 May, the ministers agreed ..."."""

_SITTING = re.compile(r"\s+(?:[a-z]+\s+){1,4}(?:[A-Z]\w+\s+){0,2}(?:was|were|is|are)\s")
"""The participle before its subject: "Sitting around him were ministers from Chad"."""
ENTRY = re.compile(r"\d.*(?:[:|–-]\s+|[ \t]{3,})\Z")
"""What stands before the noun in an entry of a calendar."""
