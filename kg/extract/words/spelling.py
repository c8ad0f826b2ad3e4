"""Spellings made comparable: a text folded so that one name has one form, with the way back to its offsets.

Names of the reference data and texts pass through the same folding, so accents, dashes, typographic
apostrophes, line breaks and runs of blanks never keep a name from being found.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

HYPHENS = "-‐‑–"
"""What may join two words into one."""

_LETTERS = dict(zip("ıİłŁøØđĐðÐħßæÆœŒþÞəƏŋ", "iIlLoOdDdDhsaAoOtTaAn", strict=True))
"""Letters that have no plain letter in Unicode's decompositions."""
_BLANKS = "\t\r\n\f\v\u00a0\u2007\u2009\u200a\u202f" + HYPHENS + '([{<"“”„«»‹›/|*_#−'
_APOSTROPHES = "’‘‛ʼʻ`´ʹ′"

# A run of blanks with at most one line break counts as one blank; two line breaks part what stands around them.
# An apostrophe that was wrongly decoded has two blanks before it (see `mend`), which part no word.
_RUN = re.compile(r"  (?<=\w  )(?=’\w)|([ \t\n\r\f\v\xa0]{2,})|[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]+")
_LOOSE_MARK = re.compile(r"'(?<!\w')|[,;:](?=[^\W\d_])|\.(?<=[a-z)]\.)(?=[A-Z])")
_BLANK = re.compile(f"[{re.escape(_BLANKS)}]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SPLIT_LETTER = re.compile("[\u00c3-\u00c5][^\x00-\x7f]")

_ALTERNATIVES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"rganis", "rganiz"), (r"rganiz", "rganis"),
        (r"\bCentre\b", "Center"), (r"\bCenter\b", "Centre"),
        (r"\bProgramme\b", "Program"), (r"\bProgram\b", "Programme"),
        (r"\bDefence\b", "Defense"), (r"\bDefense\b", "Defence"),
        (r"\bLabour\b", "Labor"), (r"\bLabor\b", "Labour"),
        (r"\bCo(?=operation\b|ordinat)", "Co "), (r"\bCo (?=operation\b|ordinat)", "Co"),
        (r"\band\b", "&"), (r"&", "and"),
        (r"\bAntipersonnel\b", "Anti Personnel"), (r"\bAnti Personnel\b", "Antipersonnel"),
        (r"\bDemining\b", "De mining"), (r"\bLandmine", "Land Mine"),
        (r"^United Nations (?=[A-Z])", "UN "), (r"^United Nations (?=[A-Z])", "U.N. "),
        (r"^United States (?=[A-Z])", "US "), (r"^United States (?=[A-Z])", "U.S. "),
    )
)  # fmt: skip


_VARIED = re.compile("|".join(pattern.pattern for pattern, _ in _ALTERNATIVES))


@lru_cache
def _table() -> dict[int, str]:
    """Map each Latin letter with a mark to its plain letter, and marks of punctuation to the plainest ones."""
    table = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = unicodedata.normalize("NFKD", chr(code))[0]
        if plain.isascii() and plain.isalpha():
            table[code] = plain
    table |= {ord(c): " " for c in _BLANKS}
    table |= {ord(c): "'" for c in _APOSTROPHES}
    return table | {ord(c): plain for c, plain in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in folded form; `lower` has the same offsets as `plain`."""

    plain: str
    lower: str
    starts: tuple[int, ...]
    """Where in the folded text something was dropped before a character ..."""
    shifts: tuple[int, ...]
    """... and how far the characters from there on stand apart from the original."""

    def offset(self, index: int) -> int:
        """Tell where in the original text a character of the folded one stands.

        >>> fold_text("Costa   Rica").offset(6)
        8
        """
        place = bisect_right(self.starts, index) - 1
        return index + self.shifts[place] if place >= 0 else index


def fold_text(text: str) -> Folded:
    r"""Fold a text: plain letters, single blanks for line breaks and dashes, no marks before words.

    >>> fold_text("The Test‑Ban\n   Treaty, after Vidović’s “view”").plain
    "The Test Ban Treaty, after Vidovic's  view "
    >>> fold_text("SÃ£o TomÃ©").plain
    'Sao Tome'
    """
    plain, starts, shifts = _drop_runs(_SPLIT_LETTER.sub(_join_letter, text))
    if not plain.isascii():
        plain = _FOREIGN.sub(_simplify, plain)
    plain = _LOOSE_MARK.sub(" ", _BLANK.sub(" ", plain.replace("`", "'")))
    return Folded(plain, plain.lower(), starts, shifts)


def _join_letter(pair: re.Match[str]) -> str:
    """Give the letter that UTF-8 read as Western European split in two, and a soft hyphen to keep its place."""
    try:
        found = b"".join(_to_byte(character) for character in pair[0]).decode("utf-8")
    except UnicodeError:
        return pair[0]
    return f"{found}\u00ad"


def _to_byte(character: str) -> bytes:
    """Give the byte that was read as a character, by Windows-1252 where that has it."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _simplify(character: re.Match[str]) -> str:
    """Give the plain character for one beyond ASCII; half a surrogate pair, which no search takes, becomes a blank."""
    found = _table().get(ord(character[0]), character[0])
    return " " if chr(0xD800) <= found <= chr(0xDFFF) else found


def _drop_runs(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Take out of the text what only widens it, and note where."""
    kept, starts, shifts = [], [], []
    last = dropped = 0
    for match in _RUN.finditer(text):
        begin, end = match.span()
        if match.lastindex:
            if match[0].count("\n") > 1:
                continue
            begin += 1
        kept.append(text[last:begin])
        last = end
        dropped += end - begin
        starts.append(end - dropped)
        shifts.append(dropped)
    if not kept:
        return text, (), ()
    return "".join((*kept, text[last:])), tuple(starts), tuple(shifts)


def fold_name(name: str) -> str:
    """Fold one name as texts are folded, without an article before it.

    >>> fold_name("The Côte d’Ivoire  Test-Ban")
    "Cote d'Ivoire Test Ban"
    """
    return fold_names([name])[0]


def fold_names(names: Iterable[str], *, close: bool = True) -> list[str]:
    """Fold many names at once, which is much quicker than one by one.

    Unless they are to be closed, gaps that brackets and dashes leave stay as they are in texts.

    >>> fold_names(["São Tomé", "the Congo", "The Hague", "the Hague"])
    ['Sao Tome', 'Congo', 'The Hague', 'the Hague']
    """
    folded = fold_text("\0".join(name.replace("\0", " ") for name in names)).plain.split("\0")
    folded = [" ".join(plain.split()) for plain in folded] if close else [plain.strip() for plain in folded]
    return [plain[4:] if plain[:4] in {"The ", "the "} and plain[4:] != "Hague" else plain for plain in folded]


def is_written_as(surface: str, form: str) -> bool:
    """Tell whether a folded surface is at least as capital as a name, and exactly like a short name or an acronym.

    >>> is_written_as("KAZAKHSTAN", "Kazakhstan"), is_written_as("who", "WHO"), is_written_as("Osce", "OSCE")
    (True, False, False)
    """
    if surface == form:
        return True
    if len(surface) < 4 or len(surface) != len(form) or form.isupper():
        return False
    return all(seen == meant or meant.islower() for seen, meant in zip(surface, form, strict=True))


def find_variants(name: str) -> tuple[str, ...]:
    """List the other ways in which an institution's folded name is written, British and American.

    >>> find_variants("United Nations Labour Organisation")[:3]
    ('U.N. Labor Organisation', 'U.N. Labor Organization', 'U.N. Labour Organisation')
    """
    if not _VARIED.search(name):
        return ()
    found = {name}
    for pattern, replacement in _ALTERNATIVES:
        if len(found) < 64:
            found |= {pattern.sub(replacement, each) for each in found}
    return tuple(sorted(found - {name}))
