"""Headlines of which every word has a capital, with their verbs written small: "Minister Opens Seminar on Mines".

There a capital tells no name, and one that goes over the verb would swallow it. Every letter keeps its place.
"""

import re

from kg.extract.words.wordclass import load_words

_LINE = re.compile(r"^[ \t#*_>\"'“‘]*[A-Z][^\n]{10,160}(?<![.:;,])$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_LEAST = 4
"""The least words of a headline."""


def lower_verbs(text: str) -> str:
    r"""Write the verbs of headlines small; a line with a common word in small letters, or in capitals, stays.

    >>> lower_verbs("Foreign Minister Opens Seminar on Mines\n\nThe Seminar Opens today.")
    'Foreign Minister opens Seminar on Mines\n\nThe Seminar Opens today.'
    >>> lower_verbs("US, Russia to Hold Talks in Oslo")
    'US, Russia to hold Talks in Oslo'
    >>> lower_verbs("Exchange of Visits by Inspectors") == "Exchange of Visits by Inspectors"
    True
    """
    return _LINE.sub(_lower, text)


def _lower(line: re.Match[str]) -> str:
    words = list(_WORD.finditer(line[0]))
    small = [word[0] for word in words if not word[0][0].isupper()]
    if len(words) < _LEAST or not load_words("headline-small").issuperset(small):
        return line[0]
    letters = list(line[0])
    for before, word, behind in zip(words, words[1:], [*words[2:], None], strict=False):
        apart = line[0][before.end() : word.start()].strip(" ,’'\"")
        if not apart and _is_verb(before[0], word[0], behind[0] if behind is not None else ""):
            letters[word.start()] = word[0][0].lower()
    return "".join(letters)


def _is_verb(before: str, word: str, behind: str) -> bool:
    """Tell whether a word is the verb of a headline: "Minister Opens", "Experts Meet", "to Host", not "Visits of"."""
    lower = word.lower()
    told = lower in load_words("headline-verbs") or lower in load_words("headline-told")
    if not word.istitle() or before.lower() == "to":
        return word.istitle() and (told or lower in load_words("headline-bare"))
    noun = lower.endswith("s") and behind.lower() in _NOUN_LINKS
    return told and not noun and before.lower() not in load_words("headline-small")


_NOUN_LINKS = frozenset({"of", "by", "between", "from", "and"})
"""What stands behind a noun that could be a verb: "Visits of Inspectors"."""
