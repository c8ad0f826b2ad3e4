"""Patterns over phrases: the rules of reading, kept as rows of Turtle that a domain expert can edit.

A row's pattern is a line of words. `SUBJECT`, `ACTORS`, `EVENT`, `DATE`, `PLACE`, `TREATY`, `COUNT` stand for
marks of a phrase, `OTHERS` for actors of whom the row says nothing; `(a|b c)` is a choice, `[a]` may be missing,
`host~` is every form of a verb, `{hold}` a word class defined in the same folder, or a phrase class, which is a
piece of a pattern; `..` up to ten words without another subject or the end of a clause, `_` any one word. `^` and
`$` are the ends of the sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from kg.errors import VocabularyError
from kg.extract.phrases.frame import spell_out
from kg.extract.words.inflect import inflect
from kg.extract.words.wordclass import KG, join_words, load_classes, load_words, read_folder
from kg.resources import folder

_EXAMPLE = "http://www.w3.org/2004/02/skos/core#example"

_SLOTS = {
    "SUBJECT": r"A\d+",
    "ACTORS": r"[AB]\d+",
    "ANYONE": r"[ABL]\d+",
    "OTHERS": r"[AB]\d+",
    "EVENT": r"E\d+",
    "DATE": r"D\d+",
    "PLACE": r"L\d+",
    "TREATY": r"T\d+",
    "COUNT": r"N\d+",
}
_LETTERS = {"SUBJECT": "A", "EVENT": "E", "DATE": "D", "PLACE": "L", "TREATY": "T", "COUNT": "N"}
_BITS = {letter: 1 << number for number, letter in enumerate(_LETTERS.values())}
_GAP = r"(?:(?:[a-z0-9,'\"“”„()%$€£&#@/–—-][^\s;:]*|[BDLNT]\d+)\s){0,10}?"
_SHORT_GAP = r"(?:(?:[a-z0-9'\"“”„-][^\s;:,]*|[DLNT]\d+)\s){0,4}?"
_PLAIN = {"...": _SHORT_GAP, "^": r"\A", "$": r"\Z", "_": r"[^\sA-Z][^\s]* "}
_PIECE = re.compile(r"\(|\)|\||\[|\]|\.\.\.|\.\.|\{[a-z-]+\}|[A-Z]+\d?|\^|\$|!|[^\s()|\[\]{}]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled row."""

    name: str
    source: str
    expression: str
    """The regular expression that the row stands for."""
    needs: tuple[frozenset[str], ...]
    """Groups of words: a match contains one word of each; empty where only marks are asked for."""
    letters: frozenset[str]
    """Letters of the marks that every match contains; in a line only marks have capitals."""
    fields: Mapping[str, str]
    """What the row says a match means: local names of properties and values, `role` → `Host`."""
    examples: tuple[str, ...]


@cache
def _compile(expression: str) -> re.Pattern[str]:
    """Compile the expression of a row when a line first has one of its words: most rows are never asked for."""
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched, with the offsets (in the phrase's line) of its slots."""

    pattern: Pattern
    begin: int
    end: int
    slots: Mapping[str, tuple[int, int]]


_LINES = 256
"""Lines whose words are kept, while one file of rows after the other is asked for them."""


@dataclass(slots=True)
class PatternSet:
    """The rows of one file, filed under the words that they need and that look rarest."""

    patterns: Sequence[Pattern]
    by_trigger: dict[str, list[int]] = field(init=False, default_factory=dict)
    untriggered: list[int] = field(init=False, default_factory=list)
    letters: list[int] = field(init=False, default_factory=list)
    """For each row, the letters of the marks that it needs, one bit each."""
    others: list[tuple[frozenset[str], ...]] = field(init=False, default_factory=list)
    """For each row, the groups of words that it needs besides those that it is filed under, the rarest first."""

    def __post_init__(self) -> None:
        filed: defaultdict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(self.patterns):
            groups = sorted(pattern.needs, key=_rarity, reverse=True)
            for word in groups[0] if groups else ():
                filed[word].append(number)
            self.others.append(tuple(groups[1:]))
            if not groups:
                self.untriggered.append(number)
            self.letters.append(sum(_BITS[letter] for letter in pattern.letters))
        self.by_trigger = dict(filed)

    def find(self, line: str) -> Iterator[Match]:
        """Yield all matches in a phrase's line, in the order of the rows."""
        words, absent = _look_at(line)
        line += " "
        letters, others, lacks = self.letters, self.others, words.isdisjoint
        numbers = set(self.untriggered).union(*map(self.by_trigger.__getitem__, self.by_trigger.keys() & words))
        fit = [n for n in numbers if not letters[n] & absent and not any(map(lacks, others[n]))]
        for number in sorted(fit):
            pattern = self.patterns[number]
            for match in _compile(pattern.expression).finditer(line):
                slots = {name: match.span(name) for name, value in match.groupdict().items() if value is not None}
                yield Match(pattern, match.start(), match.end() - 1, slots)


@lru_cache(maxsize=_LINES)
def _look_at(line: str) -> tuple[frozenset[str], int]:
    """Give the words of a line, and the letters of marks that it lacks; each file of rows asks for them again."""
    return frozenset(line.split(" ")), sum(bit for letter, bit in _BITS.items() if letter not in line)


def _rarity(words: frozenset[str]) -> tuple[bool, int, int]:
    """Say how few lines will have a word of a group: fewest where none of them is a function word, or short."""
    least = min(map(len, words))
    return least > 1 and words.isdisjoint(load_words("function-words")), least, -len(words)


def compile_pattern(
    source: str, classes: Mapping[str, Sequence[str]]
) -> tuple[re.Pattern[str], tuple[frozenset[str], ...]]:
    """Compile a row's pattern to a regular expression and the groups of words of each of which it needs one.

    Every item takes the space behind it, so lines to be searched end in a space. Raises ValueError with the
    reason where the pattern is not well formed.

    >>> regex, needs = compile_pattern("SUBJECT [has] host~ EVENT", {})
    >>> bool(regex.search("A0 hosted E1 . ")), [sorted(words) for words in needs]
    (True, [['host', 'hosted', 'hosting', 'hosts']])
    """
    expression, needs, _ = _translate(source, classes)
    return re.compile(expression), needs


def _translate(
    source: str, classes: Mapping[str, Sequence[str]]
) -> tuple[str, tuple[frozenset[str], ...], frozenset[str]]:
    """Write a row's pattern as a regular expression, with the words and the letters of the marks that it needs.

    Raises ValueError where the pattern is not well formed.
    """
    pieces = [match.group() for match in _PIECE.finditer(source)]
    parser = _Parser(pieces, classes)
    regex, needs = parser.sequence()
    if parser.at != len(pieces):
        raise ValueError(f"unexpected {pieces[parser.at]!r}")
    marked = pieces[0].rstrip("0123456789") in _SLOTS  # only a mark has a capital, which quickly finds its begin
    return regex if marked else r"(?<!\S)" + regex, needs, frozenset(parser.letters)


class _Parser:
    """A pattern's pieces, read left to right into a regular expression."""

    def __init__(self, pieces: Sequence[str], classes: Mapping[str, Sequence[str]]) -> None:
        self.pieces = pieces
        self.classes = classes
        self.at = 0
        self.names: set[str] = set()
        self.depth = 0
        self.letters: set[str] = set()
        self.named_event = any(piece.startswith("EVENT") for piece in pieces)

    def sequence(self) -> tuple[str, tuple[frozenset[str], ...]]:
        """Read pieces up to a closing bracket or a bar; give their expression and the groups of words they need."""
        parts: list[str] = []
        needs: list[frozenset[str]] = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in {")", "]", "|"}:
            part, words = self.piece()
            parts.append(part)
            if words:
                needs.append(words)
        return "".join(parts), tuple(needs)

    def piece(self) -> tuple[str, frozenset[str]]:
        """Read one piece; give its regular expression and the words one of which it needs."""
        piece = self.pieces[self.at]
        self.at += 1
        if piece in {"(", "[", "!"}:
            return self.group(piece)
        if piece == "..":
            return (_GAP if self.named_event else _GAP.replace("[BD", "[BDE")), frozenset()
        if piece in _PLAIN:
            return _PLAIN[piece], frozenset()
        if piece.startswith("{"):
            return self.word_class(piece[1:-1])
        if re.fullmatch(r"[A-Z]+\d?", piece):
            return self.slot(piece), frozenset()
        words = inflect(piece[:-1]) if piece.endswith("~") else [piece]
        return _alternatives(words), frozenset(words)

    def group(self, opening: str) -> tuple[str, frozenset[str]]:
        """Read a choice, what may be missing, or what must not follow."""
        if opening == "(":
            return self.choice(")")
        if opening == "[":
            regex, _ = self.choice("]")
            return f"{regex}?", frozenset()
        if self.at >= len(self.pieces) or self.pieces[self.at] != "(":
            raise ValueError("'!' needs a bracket behind it")
        self.at += 1
        regex, _ = self.choice(")")
        return f"(?!{regex})", frozenset()

    def word_class(self, name: str) -> tuple[str, frozenset[str]]:
        """Spell out a word class; members may be several words, and may end in `~`."""
        if name not in self.classes:
            raise ValueError(f"unknown word class {{{name}}}")
        return _spell_out(tuple(self.classes[name]))

    def choice(self, close: str) -> tuple[str, frozenset[str]]:
        """Read alternatives up to the closing bracket."""
        options, words, free = [], set[str](), False
        self.depth += 1
        while True:
            regex, needs = self.sequence()
            options.append(regex)
            rarest = max(needs, key=_rarity, default=frozenset[str]())
            words |= rarest
            free = free or not needs
            if self.at >= len(self.pieces):
                raise ValueError(f"missing {close!r}")
            mark = self.pieces[self.at]
            self.at += 1
            if mark == close:
                self.depth -= 1
                return f"(?:{'|'.join(options)})", frozenset() if free else frozenset(words)
            if mark != "|":
                raise ValueError(f"unexpected {mark!r}")

    def slot(self, piece: str) -> str:
        """Name a slot; a second one of the same kind carries a digit."""
        kind = piece.rstrip("0123456789")
        if kind not in _SLOTS:
            raise ValueError(f"unknown slot {piece}")
        if not self.depth and kind in _LETTERS:
            self.letters.add(_LETTERS[kind])
        name, number = kind, 1
        while name in self.names:
            number += 1
            name = f"{kind}{number}"
        self.names.add(name)
        # the owner in "Norway's envoy" is not the envoy
        owner = self.at < len(self.pieces) and self.pieces[self.at] == "'s"
        named = kind in {"SUBJECT", "ACTORS", "ANYONE"}
        guard = f"(?!{_alternatives(sorted(load_words('behind-owners')))})" if named and not owner else ""
        return f"(?P<{name}>{_SLOTS[kind]}) {guard}"


@cache
def _spell_out(members: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """Write the members of a word class as a regular expression, with the longest word of each of their forms."""
    spelled = _list_forms(members)
    return _alternatives(spelled), frozenset(max(words.split(), key=len) for words in spelled)


def _list_forms(members: Iterable[str]) -> list[str]:
    """List members of a word class with every form of the verbs that are marked `~`."""
    forms: list[str] = []
    for member in members:
        first, *rest = member.split()
        heads = inflect(first[:-1]) if first.endswith("~") else [first]
        forms += [" ".join([head, *rest]) for head in heads]
    return forms


def _alternatives(words: Sequence[str]) -> str:
    return join_words(words, " ") + " "


@lru_cache
def _load_phrases() -> Mapping[str, str]:
    """Give the phrase classes of the folder: pieces of patterns that many rows share, by name."""
    return {
        iri.rsplit("/", 1)[-1]: row[KG + "phrase"][0]
        for rows in read_folder(folder("ontology") / "patterns").values()
        for iri, row in rows.items()
        if KG + "phrase" in row
    }


def _put_phrases(source: str) -> str:
    """Put what phrase classes stand for in their place."""
    phrases = _load_phrases()
    names = [name for name in re.findall(r"\{([a-z-]+)\}", source) if name in phrases]
    for name in dict.fromkeys(names):
        source = source.replace(f"{{{name}}}", _put_phrases(phrases[name]))
    return source


@cache
def load_forms(name: str) -> frozenset[str]:
    """Give the members of a word class with every form of the verbs that are marked `~`."""
    return frozenset(_list_forms(load_words(name)))


def says(name: str, words: Sequence[str]) -> bool:
    """Tell whether any member of a word class, be it one word or several, stands among words in a row.

    >>> says("denying", ["has", "yet", "to"]), says("denying", ["has"])
    (True, False)
    """
    single, several = _by_length(name)
    if not single.isdisjoint(words):
        return True
    first = several.keys() & words
    if not first:
        return False
    line = f" {' '.join(words)} "
    return any(said in line for word in first for said in several[word])


@cache
def _by_length(name: str) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
    """Give the single words of a word class, and by their first word its other forms, with blanks around."""
    forms = load_forms(name)
    several: dict[str, list[str]] = {}
    for form in sorted(form for form in forms if " " in form):
        several.setdefault(form.split()[0], []).append(f" {form} ")
    return frozenset(form for form in forms if " " not in form), several


@cache
def load_rows(stem: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Give the rows of one file: name → property → values, all without their namespaces."""
    rows = read_folder(folder("ontology") / "patterns").get(stem, {})
    return {
        iri.rsplit("/", 1)[-1]: {
            re.split(r"[#/]", key)[-1]: tuple(v.removeprefix(KG) for v in values) for key, values in row.items()
        }
        for iri, row in rows.items()
    }


@cache
def load_patterns(stem: str) -> PatternSet:
    """Compile the rows of `ontology/patterns/<stem>.ttl`, in the order of the file.

    Raises VocabularyError naming the file and line of a broken row.
    """
    directory = folder("ontology") / "patterns"
    path = directory / f"{stem}.ttl"
    patterns = []
    for iri, row in read_folder(directory).get(stem, {}).items():
        name = iri.rsplit("/", 1)[-1]
        fields = {key.removeprefix(KG): values[0].removeprefix(KG) for key, values in row.items() if key.startswith(KG)}
        at = iri
        try:
            for source in (*row.get(KG + "pattern", ()), *spell_out(_local(row), _load_frames())):
                at = source
                expression, needs, letters = _translate(_put_phrases(source), load_classes())
                patterns.append(Pattern(name, source, expression, needs, letters, fields, row.get(_EXAMPLE, ())))
        except ValueError as error:
            at = at if at in row.get(KG + "pattern", ()) else row.get(KG + "verbs", (at,))[0]
            raise VocabularyError(f"{path.name}, line {_line_of(path, at)}", f"{name}: {error}") from error
    return PatternSet(patterns)


def _load_frames() -> Mapping[str, tuple[str, ...]]:
    """Give the shapes of each frame: name → patterns with VERB and OBJECT to be filled in."""
    return {name: row["shape"] for name, row in load_rows("frames").items() if "shape" in row}


def _local(row: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Give a row's properties by their local names."""
    return {re.split(r"[#/]", key)[-1]: values for key, values in row.items()}


def _line_of(path: Path, source: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if source in line), 1)
