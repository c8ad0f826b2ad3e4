"""The words of a text with what the lexicon recognised among them, one reading a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.names.lexicon import Entry, Hit
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_words

BODY_KINDS = frozenset(
    {"IntergovernmentalOrganization", "NonGovernmentalOrganization", "GovernmentBody", "Organization"}
)
_PREFERENCE = (
    "IntergovernmentalOrganization",
    "NonGovernmentalOrganization",
    "GovernmentBody",
    "Organization",
    "Treaty",
    "State",
    "Demonym",
    "Capital",
    "Country",
    "City",
    "Region",
)


class Mark(NamedTuple):
    """A run of words that the lexicon knows, or that was read as a body."""

    begin: int
    """Number of its first word."""
    end: int
    """Number of the first word behind it."""
    kind: str
    """The kind of the lexicon's entry; for a State always `State`, for a body always `Body`."""
    entry: Entry | None = None
    state: str | None = None
    """IRI of the State: the one meant, or the one that a demonym, capital or body belongs to."""


@dataclass(slots=True)
class Scene:
    """Words and marks; `cover[i]` is the mark that word i lies in."""

    words: Words
    cover: list[Mark | None]
    marks: list[Mark] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    """Names of the States met, by IRI."""

    def kind_at(self, i: int) -> str:
        """Give the kind of the mark over word i, or an empty text."""
        mark = self.cover[i] if 0 <= i < len(self.cover) else None
        return mark.kind if mark else ""

    def starting(self, i: int) -> Mark | None:
        """Give the mark whose first word is i."""
        mark = self.cover[i] if 0 <= i < len(self.cover) else None
        return mark if mark and mark.begin == i else None

    def put(self, mark: Mark) -> None:
        """Lay a mark over its words, in place of any that lie under it."""
        for under in {id(m): m for m in self.cover[mark.begin : mark.end] if m is not None}.values():
            for i in range(under.begin, under.end):
                self.cover[i] = None
        for i in range(mark.begin, mark.end):
            self.cover[i] = mark


def build_scene(words: Words, hits: Sequence[Hit]) -> Scene:
    """Lay the lexicon's hits over the words; the longest wins, then the earliest."""
    scene = Scene(words=words, cover=[None] * len(words.word))
    found = sorted(_find_marks(words, hits), key=lambda mark: (mark.begin - mark.end, mark.begin))
    for mark in found:
        if any(scene.cover[mark.begin : mark.end]):
            continue
        scene.put(mark)
        scene.marks.append(mark)
        if mark.kind == "State" and mark.entry is not None and mark.state is not None:
            scene.labels.setdefault(mark.state, mark.entry.label)
    scene.marks.sort(key=lambda mark: mark.begin)
    return scene


def _is_shouted_word(words: Words, i: int, j: int) -> bool:
    """Tell whether what looks like an acronym is a small word of a line in capitals: "WHO IS IN"."""
    function = load_words("function-words")
    if j - i > 1 or words.lower[i] not in function or not words.word[i].isupper() or j >= words.last[i]:
        return False
    return words.word[j].isupper() and words.lower[j] in function


def _is_commissioner(words: Words, i: int, j: int) -> bool:
    """Tell whether what may name a body is the post of a person beside it: "X, the High Commissioner for Refugees"."""
    if (
        "commissioner" not in words.lower[i:j]
        or words.lower[i] == "office"
        or words.lower[max(i - 3, 0) : i][:1] == ["office"]
    ):
        return False
    last = words.last[i]
    k = j + (words.word[j : j + 1] == [","])
    named = k + 1 < last and words.capital[k] and (words.capital[k + 1] or words.word[k + 1] == ".")
    before = i - 1 - (words.lower[i - 1] == "the")
    told = before > words.first[i] + 1 and words.word[before] == "," and words.capital[before - 1]
    return named or told


def _find_marks(words: Words, hits: Sequence[Hit]) -> Iterator[Mark]:
    for hit in hits:
        i, j = words.at(hit.begin), words.before(hit.end)
        if i >= j or i >= len(words.word):
            continue
        if _is_shouted_word(words, i, j) or _is_commissioner(words, i, j):
            continue
        entry = min(hit.entries, key=lambda entry: _PREFERENCE.index(entry.kind) if entry.kind in _PREFERENCE else 99)
        if entry.kind in BODY_KINDS:
            yield Mark(begin=i, end=j, kind="Body", entry=entry, state=entry.state)
        elif entry.kind == "State":
            yield Mark(begin=i, end=j, kind="State", entry=entry, state=entry.iri)
        elif entry.kind in _PREFERENCE:
            yield Mark(begin=i, end=j, kind=entry.kind, entry=entry, state=entry.state)
