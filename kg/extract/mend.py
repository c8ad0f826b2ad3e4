"""Wrongly decoded punctuation set right, without moving any other character.

UTF-8 read as Western European turns an apostrophe into three characters. Offsets must stay those of the
stored text, so each such group becomes the mark that was meant and blanks in the places left over. Letters are
left as they are.
"""

import re

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


def mend_text(text: str) -> str:
    """Give the text with the punctuation that was meant; as long as before, so that offsets stay true.

    >>> mend_text("ANAMAâ€™s field camp")
    'ANAMA  ’s field camp'
    """
    if "â€" not in text and "Â" not in text:
        return text
    return _BROKEN.sub(lambda match: _MEANT.get(match.group(), "” "), text)
