"""Whether the words around a place in a sentence look back or ahead."""

import re
from functools import cache

from kg.extract.words.wordclass import compile_words
from kg.model import Span


@cache
def _compile_cue() -> re.Pattern[str]:
    """Give the expression of a verb that looks `ahead` or `back`, or leaves it `open`: "should have begun on 5 May"."""
    return compile_words(
        r"\b(?:(?P<open>(?:should|would|(?:was|were)\s+to)\s+have\s+[a-z]+|(?:accepted|agreed|promised|undertook)\s+(?:[a-z]+\s+){0,4}?to\s+[a-z]+"
        r"|(?:is|are)\s+(?!{slated})[a-z]{2,}ed)|(?P<ahead>(?:will|shall|would|must|may|(?<=['’])ll)\s+(?!{recalled-by-readers}\b)(?:(?:not|also|again|then|now|be|have|been)\s+)*[a-z]+"
        r"|(?:is|are)\s+(?:\w+ly\s+|now\s+)?(?:to\s+(?!the\b|an?\b)(?:be\s+)?\w+|due|set\b)"
        r"|(?:is|are|'re|'s|’re|’s)\s+(?:\w+ly\s+|also\s+)?{doing-soon}"
        r"|(?:has|have)\s+{done-ahead}\b|to\s+{to-gather}\b|(?:is|are)\s+(?:\w+ly\s+)?{slated}"
        r"|(?<!was )(?<!were )(?<!been )invited\s+(?:[a-z]+\s+){0,5}?to\s+(?:the|an?|its|their)"
        r"|to\s+be\s+[a-z]+|runs?(?=\s+(?:until|till|through)\b)"
        r"|(?<!\bhis )(?<!\bher )(?<!\bthe )(?<!\btheir )(?<!\bits ){present-verbs})"
        r"|(?P<back>did(?:\s+not|n['’]t)\s+(?:[a-z]+ly\s+)?[a-z]+|(?:was|were)\s+(?:to|due\s+to)\s+(?:be\s+|have\s+)?[a-z]+"
        r"|{past-verbs}|[a-z]{2,}ed(?!\s+by\b)))\b"
    )


_REACH = 400
"""How many characters away a verb may stand."""


_SAID = re.compile(r"[\"”»’'],?\s+(?:(?:he|she)\s+)?(?:said|told|added|declared|stated)\b")
"""What follows a quotation, of which the tense is not that of the sentence: "we will win," he said on his return."""


def find_tense(text: str, sentence: Span, begin: int, end: int) -> str:
    """Tell from the nearest verb before a place, else after it, whether its sentence looks `back` or `ahead`.

    The answer is empty where no verb tells. A heading or a list item without a verb has no tense.

    >>> text = "The next meeting will be held in March."
    >>> find_tense(text, Span(0, len(text)), 33, 38)
    'ahead'
    """
    clause, tense = text.rfind("; ", sentence.begin, begin) + 1, ""
    for said in _SAID.finditer(text, max(sentence.begin, begin - _REACH), begin):
        clause, tense = said.end(), "back"
    for match in _compile_cue().finditer(text, max(sentence.begin, clause, begin - _REACH), begin):
        tense = match.lastgroup or ""
    if not tense:
        later = _compile_cue().search(text, end, min(sentence.end, end + _REACH))
        tense = (later.lastgroup or "") if later else ""
    return "" if tense == "open" else tense
