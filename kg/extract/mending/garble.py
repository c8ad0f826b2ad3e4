"""Characters set right that a wrong decoding, a scan or a page's small print put into a text; its length stays.

UTF-8 read as Western European turns an apostrophe into three characters: each such group becomes the mark that was
meant, and blanks in the places left over. Letters that a scan took for figures are figures again within dates.
Numbers of footnotes become blanks. Other letters are left as they are.
"""

import re

from kg.extract.words.dateform import MONTH_NAME
from kg.extract.words.wordclass import load_words

_MEANT = {
    "â€™": "  ’",
    "â€˜": "  ‘",
    "â€œ": "  “",
    "â€\x9d": "”  ",
    "â€ť": "”  ",
    "â€“": " – ",
    "â€”": " — ",
    "â€¦": "…  ",
    "â€¢": "•  ",
    "Â«": " «",
    "Â»": "» ",
    "Â\xa0": "  ",
}
_BROKEN = re.compile("|".join(re.escape(group) for group in _MEANT) + r"|â€(?=[\s.,;:)]|$)")

# Expressions that begin with a class of characters, and look behind only then, are several times as quick.
_NOTE = re.compile(
    r"\d(?:(?<=[a-z]{3}\d)|(?<=[a-z]\)\d)|(?<=[a-z]{4}[.,;:]\d)|(?<=[)”’\"][.,;:]\d)|(?<=[a-z]{4}[.,;:][)”’\"]\d))"
    r"(?<!para\.\d)\d{0,2}(?=[\s.,;:)]|\Z)"
)
"""The number of a footnote behind a word or a stop: "the Convention.3 Kenya", "the Convention3 was"."""
_RAISED_NOTE = re.compile(r"[\[¹²³⁰⁴-⁹](?:(?<=\[)\d{1,3}\](?=[\s.,;:)]|\Z)|(?<=[\w.,;:)”’\"][¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]*)")
"""The same in brackets or raised: "Kenya [12]", "Kenya¹²"."""

_LIKE_FIGURES = str.maketrans("lIOo", "1100")
_MISREAD = re.compile(r"[lIOo](?:(?<=\d.)|(?<=[\s(–-][lI])[\dlO\s])")
_FIGURES = re.compile(
    r"(?<![\w.,])[12lI](?=[lIOo]{0,2}\d)[\dlIOo]{3}(?!\w)"
    r"|(?<![\w.,])[0-3lI]?[\dlIO](?=(?:st|nd|rd|th)?(?:\s*(?:[-–]|to|and)\s*[\dlIO]{1,2}(?:st|nd|rd|th)?)?"
    rf"\s+(?:of\s+)?{MONTH_NAME}\b)"
)
"""A year, or a day before its month, in which letters may stand for figures."""


def right_characters(text: str) -> str:
    """Give the text with the characters that were meant, as long as before.

    >>> right_characters("ANAMAâ€™s field camp")
    'ANAMA  ’s field camp'
    >>> right_characters("joined the Convention.3 Kenya [4], in 3.5 years")
    'joined the Convention.  Kenya    , in 3.5 years'
    >>> right_characters("on l2 May 2OO4")
    'on 12 May 2004'
    """
    if "â€" in text or "Â" in text:
        text = _BROKEN.sub(lambda match: _MEANT.get(match.group(), "” "), text)
    if _MISREAD.search(text):
        text = _FIGURES.sub(_to_figures, text)
    return _RAISED_NOTE.sub(lambda number: " " * len(number[0]), _NOTE.sub(_blank_note, text))


def right_name(name: str) -> str:
    """Give a name as it was before UTF-8 was read as Western European; any other name as it is.

    >>> right_name("JosÃ© PeÅ¡ut"), right_name("José Pešut")
    ('José Pešut', 'José Pešut')
    """
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def _to_figures(found: re.Match[str]) -> str:
    """Write a year or a day in figures; as it is where that is none, or where it is the word "I"."""
    figures = found[0].translate(_LIKE_FIGURES)
    fits = 1800 <= int(figures) < 2100 if len(figures) == 4 else 0 < int(figures) < 32
    return figures if fits and found[0] != "I" else found[0]


def _blank_note(number: re.Match[str]) -> str:
    """Write blanks for a number, unless it belongs to its word: "Agenda21"."""
    word = re.split(r"[^a-z]", number.string[max(0, number.start() - 20) : number.start()].lower())[-1]
    return number[0] if word in load_words("numbered") else " " * len(number[0])
