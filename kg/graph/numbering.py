"""The numbers in names of events: places in a series, and years."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.words.numeral import ORDINALS, ROMAN, TENS

FIRST_YEAR = 1000
"""Numbers in names are years from here on, places in a series below."""
_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th|msp|rc|csp)?")


def find_numbers(words: list[str]) -> Iterator[int]:
    """Yield the numbers in a name: ordinals in words, digits or Roman figures, and years.

    >>> list(find_numbers("twenty second meeting ii 22msp 2023".split()))
    [22, 2, 22, 2023]
    """
    tens = 0
    for word in words:
        if word in TENS:
            tens = TENS[word]
            continue
        if word in ORDINALS:
            yield tens + ORDINALS[word]
        elif word in ROMAN and word != "i":
            yield ROMAN[word]
        elif re.fullmatch(r"(?:19|20)\d\d", word):
            yield int(word)
        elif found := _NUMBER.fullmatch(word):
            yield int(found[1])
        tens = 0


def find_places(numbers: Iterable[int]) -> frozenset[int]:
    """Keep the places in a series of numbers in a name."""
    return frozenset(number for number in numbers if number < FIRST_YEAR)


def numbers_clash(left: frozenset[int], right: frozenset[int]) -> bool:
    """Tell whether both have a place in a series, or a year, and not the same."""
    if not left or not right:
        return False
    mine, yours = find_places(left), find_places(right)
    pairs = ((mine, yours), (left - mine, right - yours))
    return any(one and other and one.isdisjoint(other) for one, other in pairs)
