"""The words for numbers and for places in a row, which dates, events and head counts are told with."""

UNITS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
}
TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
NUMBERS = UNITS | {"twenty": 20}
"""Those that texts write out before a unit of time or the noun of an event."""
SEVERAL = {word: number for word, number in UNITS.items() if number > 1}
"""Those for more than one that texts put in place of the names: "all three signed"."""
ROMAN = {
    word: number
    for number, word in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi "
        "xxvii".split(),
        1,
    )
}


def to_ordinal(cardinal: str) -> str:
    """Give the ordinal of a number below twenty, or of a ten, in words.

    >>> to_ordinal("two"), to_ordinal("twelve"), to_ordinal("eight"), to_ordinal("thirty"), to_ordinal("six")
    ('second', 'twelfth', 'eighth', 'thirtieth', 'sixth')
    """
    if cardinal in (odd := {"one": "first", "two": "second", "three": "third"}):
        return odd[cardinal]
    if cardinal.endswith("y"):
        return cardinal[:-1] + "ieth"
    stem = cardinal.removesuffix("t").removesuffix("e") if cardinal in {"eight", "nine"} else cardinal
    return (stem[:-2] + "f" if stem.endswith("ve") else stem) + "th"


ORDINALS = (
    {to_ordinal(word): number for word, number in UNITS.items()}
    | {to_ordinal(ten): number for ten, number in TENS.items()}
    | {
        f"{ten}-{to_ordinal(unit)}": number + more
        for ten, number in TENS.items()
        for unit, more in UNITS.items()
        if more < 10
    }
)
"""In words, up to the 99th."""
