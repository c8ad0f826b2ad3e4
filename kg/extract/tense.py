"""Whether the words around a place in a sentence look back or ahead."""

import re

from kg.model import Span

_CUE = re.compile(
    r"\b(?:(?P<ahead>(?:will|shall|would|must|may)\s+(?:(?:not|also|again|then|now|be|have|been)\s+)*[a-z]+"
    r"|(?:is|are)\s+(?:\w+ly\s+|now\s+)?(?:to\s+(?!the\b|an?\b)(?:be\s+)?\w+|due|set\b)"
    r"|(?:is|are|'re|'s|’re|’s)\s+(?:\w+ly\s+|also\s+)?(?:holding|hosting|meeting|planning|organi[sz]ing|having|travelling|traveling|going|leaving|convening|visiting)"
    r"|(?:has|have)\s+(?:convened|arranged|invited|scheduled|called|planned|agreed|decided|offered)\b"
    r"|to\s+(?:host|hold|attend|convene|organi[sz]e|chair)\b"
    r"|(?:is|are)\s+(?:\w+ly\s+)?(?:planned|scheduled|expected|foreseen|slated|invited)|to\s+be\s+[a-z]+|due|planned|scheduled|intends?"
    r"|plans?\s+to|going\s+to|upcoming|forthcoming|takes?(?:\s+place)?|opens?|begins?|starts?|enters?|meets?|convenes?"
    r"|winds|ends|closes?|lasts|runs?(?=\s+(?:until|till|through)\b)|runs|returns?|falls|leaves|arrives|departs|travels|visits|convene|gathers?|attends"
    r"|concludes|continues|wraps|speaks|addresses|has\s+(?:talks|meetings)|leads|hosts|holds|flies|heads|presides|joins|receives|goes)"
    r"|(?P<back>(?:was|were)\s+(?:to|due\s+to)\s+(?:be\s+|have\s+)?[a-z]+|was|were|had|has|have|did|could|took|met|held|spoke|began|gave|sent|sat|left|came|became|made|said|told"
    r"|brought|went|saw|put|ran|got|stood|drew|won|lost|wrote|rose|fell|paid|chose|[a-z]{2,}ed(?!\s+by\b)))\b"
)
_REACH = 400
"""How many characters away a verb may stand."""


def find_tense(text: str, sentence: Span, begin: int, end: int) -> str:
    """Tell from the nearest verb before a place, else after it, whether its sentence looks `back` or `ahead`.

    The answer is empty where no verb tells. A heading or a list item without a verb has no tense.

    >>> text = "The next meeting will be held in March."
    >>> find_tense(text, Span(0, len(text)), 33, 38)
    'ahead'
    """
    tense = ""
    for match in _CUE.finditer(text, max(sentence.begin, begin - _REACH), begin):
        tense = match.lastgroup or ""
    if not tense:
        later = _CUE.search(text, end, min(sentence.end, end + _REACH))
        tense = (later.lastgroup or "") if later else ""
    return tense
