"""The names that the reference data knows, found in texts in one pass.

Names are the SKOS labels of `ontology/reference/*.ttl` and of a user's own Turtle files, so the gazetteer
is the graph; the towns of the world come on top. A surface keeps all its readings: which one is meant is
for the caller to say.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import VocabularyError
from kg.extract.names.city import Cities, read_country_codes, read_towns
from kg.extract.names.entry import INSTITUTIONS, KINDS, PROPER, Entry, Hit, rank
from kg.extract.names.namesake import read_namesakes
from kg.extract.words.spelling import HYPHENS, Folded, find_variants, fold_names, fold_text, is_written_as
from kg.extract.words.wordclass import compile_words, load_pairs, load_words
from kg.garbage import uncollected
from kg.model import BASE
from kg.resources import folder

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

__all__ = ["INSTITUTIONS", "KINDS", "PROPER", "Entry", "Hit", "Lexicon", "load_lexicon", "with_names"]

_TERMS = "https://w3id.org/accession-kg/ns#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_OTHER_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_PLACES = frozenset(("State", "Country", "City", "Capital", "Demonym"))
_VARIABLE = "KG_REFERENCE"
_LONGEST = 200
_REMEMBERED = 50_000
_BIG = 1_000_000


class _Name(NamedTuple):
    """One way to write the name of an entry."""

    form: str
    """Folded; capitals must be capitals in the text, too."""
    any_case: bool
    entry: Entry

    def is_written(self, surface: str) -> bool:
        """Tell whether a folded surface, the same but for case, is this name.

        Of an institution's name of some words the first capital is enough.
        """
        if self.any_case or is_written_as(surface, self.form):
            return True
        return self.entry.kind in INSTITUTIONS and surface[0].isupper() and self.form.count(" ") > 1


class Lexicon:
    """All entries and one automaton that finds their names."""

    def __init__(
        self, entries: Iterable[tuple[Entry, tuple[str, ...]]], extra: Iterable[tuple[Entry, str]] = ()
    ) -> None:
        """Take entries with their names, the label among them, and further names that stand for them."""
        self._entries: dict[str, Entry] = {}
        self._labels: dict[str, tuple[str, ...]] = {}
        self._named: dict[str, list[_Name]] = {}
        self._readings: dict[str, tuple[Entry, ...] | None] = {}
        self._namesakes = read_namesakes()
        written: list[tuple[str, Entry]] = []
        for entry, names in entries:
            self._entries[entry.iri] = entry
            self._labels[entry.iri] = names
            written += [(name, entry) for name in names]
        written += [(name, entry) for entry, name in extra]
        loose = [name for name, _ in written]
        for (_, entry), form, wide in zip(written, fold_names(loose), fold_names(loose, close=False), strict=True):
            self._add(form, wide, entry)
        for name in self._namesakes.nothing:
            self._named.setdefault(name.lower(), [])
        self._cities = Cities(self._entries, self._labels)
        self._automaton = self._build()

    def _add(self, form: str, wide: str, entry: Entry) -> None:
        """Add a name in its folded form, and the wide one in which brackets and dashes leave gaps."""
        if not form or form in self._namesakes.ambiguous:
            return
        institution = entry.kind in INSTITUTIONS or entry.kind == "Treaty"
        any_case = _is_free_of_case(form, entry.kind)
        forms = dict.fromkeys((form, wide))
        if institution and " " in form:
            forms |= dict.fromkeys(variant for each in tuple(forms) for variant in find_variants(each))
        for each in forms:
            found = self._named.setdefault(each.lower(), [])
            if all(known.entry != entry or known.form != each for known in found):
                found.append(_Name(each, any_case, entry))

    def _build(self) -> "AhoCorasick":
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        patterns = [" " + name for name in sorted(self._named.keys() | self._cities.names)]
        return AhoCorasick(patterns, MatchKind.LeftmostLongest, False, Implementation.ContiguousNFA)  # noqa: FBT003

    def entry(self, iri: str) -> Entry:
        """Give the entry of a thing; VocabularyError if there is none."""
        found = self._entries.get(iri) or self._cities.find(iri)
        if found is None:
            raise VocabularyError(iri, "not in the reference data")
        return found

    def names(self, iri: str) -> tuple[str, ...]:
        """List the names of a thing, its label first."""
        return self._labels.get(iri) or (self.entry(iri).label,)

    def states(self) -> tuple[Entry, ...]:
        """List the States, by IRI."""
        return self.entries("State")

    def entries(self, *kinds: str) -> tuple[Entry, ...]:
        """List the entries of the reference data that are of some kinds, by IRI."""
        return tuple(entry for _, entry in sorted(self._entries.items()) if entry.kind in kinds)

    def read(self, name: str) -> tuple[Entry, ...]:
        """Give the readings of a name that stands alone, none if it is not one name as a whole.

        >>> [entry.kind for entry in load_lexicon().read("Kyrgyz Republic")]
        ['State', 'Country']
        """
        hits = self.find(name)
        stripped = name.strip().removeprefix("the ").removeprefix("The ")
        return hits[0].entries if len(hits) == 1 and len(hits[0].surface) >= len(stripped) else ()

    def find(self, text: str) -> list[Hit]:
        """Find the names in a text: leftmost, longest, whole words only.

        >>> [(hit.surface, hit.entries[0].label) for hit in load_lexicon().find("DUSHANBE – Tajik and Niger’s teams")]
        [('DUSHANBE', 'Dushanbe'), ('Tajik', 'Tajikistan'), ('Niger', 'Niger')]
        """
        folded = fold_text(text)
        found: list[Hit] = []
        for begin, end, entries in self._find_spans(folded):
            if not entries:
                continue
            first, last = folded.offset(begin), folded.offset(end - 1) + 1
            found.append(Hit(first, last, text[first:last], entries))
        return _drop_joined(text, found)

    def _find_spans(self, folded: Folded) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """Yield offsets in the folded text, with the readings; none for a name that means nothing here."""
        text = f" {folded.lower} "
        stop = 0
        for _, begin, end in self._automaton.find_matches_as_indexes(text):
            if begin < stop:
                continue
            for first, last, entries in self._accept(text, folded.plain, begin, end):
                if first >= stop:
                    yield first, last - 1, entries
                    stop = last

    def _accept(self, text: str, plain: str, begin: int, end: int) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """Yield the longest name that starts where the automaton saw one, then what it hid.

        Offsets of `text` are one more than those of `plain`, as it has a blank before it; so a name that
        starts after the blank at `begin` starts at `begin` in `plain`.
        """
        last = end
        while last > begin:
            entries = self._read(text, plain, begin, last)
            if entries is not None:
                yield begin, last, entries
                break
            last = text.rfind(" ", begin + 1, last)
        if last >= end or (last <= begin and " " not in text[begin + 1 : end]):
            return
        start = last if last > begin else text.find(" ", begin + 1)
        for _, first, behind in self._automaton.find_matches_as_indexes(text[start : end + _LONGEST]):
            if start + first >= end:
                return
            if start + first >= last:
                for span in self._accept(text, plain, start + first, start + behind):
                    last = span[1]
                    yield span

    def _read(self, text: str, plain: str, begin: int, end: int) -> tuple[Entry, ...] | None:
        """Give the readings of a folded surface, empty if it stands for nothing; None if it is not a name."""
        behind = text[end : end + 2]
        if (
            behind[0].isalnum()
            or behind[0] == "$"
            or (behind[0] in "'." and behind[1].isalnum() and behind not in {"'s", "'S"})
        ):
            return None
        if behind == "'s" and text[end + 2 : end + 3].isalnum():
            return None
        surface = plain[begin : end - 1]
        entries = self._read_surface(surface)
        if not entries:
            return entries
        if surface in load_words("shouted-acronyms") and _is_shouted(plain, begin, end - 1):
            return ()
        if entries[0].kind in _PLACES:
            if self._namesakes.is_person(plain, begin, end - 1):
                return ()
            if entries[0].kind == "City" and entries[-1].kind == "City" and _is_within_name(plain, begin, end - 1):
                return tuple(entry if entry.population > _BIG else replace(entry, weak=True) for entry in entries)
            if surface == "Georgia" and self._namesakes.is_georgia_of_the_states(plain, begin, end - 1):
                return ()
        return entries

    def _read_surface(self, surface: str) -> tuple[Entry, ...] | None:
        """Give all readings of a folded surface, whatever stands around it; None if it is not a name."""
        if surface not in self._readings:
            name = surface.lower()
            named = self._named.get(name)
            entries = [each.entry for each in named or () if each.is_written(surface)]
            entries += self._cities.read(name, surface)
            found = tuple(sorted(dict.fromkeys(entries), key=rank))
            if len(self._readings) >= _REMEMBERED:
                self._readings.clear()
            self._readings[surface] = found if found or named == [] else None
        return self._readings[surface]


def _is_free_of_case(form: str, kind: str) -> bool:
    """Tell whether a name is so plainly a name that its capitals do not matter.

    >>> _is_free_of_case("Ottawa Convention", "Treaty"), _is_free_of_case("Control Arms", "NonGovernmentalOrganization")
    (True, False)
    """
    words = form.count(" ") + 1
    return (kind == "Treaty" and words > 1) or (kind in INSTITUTIONS and words > 4)


def _is_within_name(plain: str, begin: int, end: int) -> bool:
    """Tell whether words with capitals touch the name of a town, which may then be part of a longer name.

    >>> _is_within_name("Ms Izumi Nakamitsu", 3, 8), _is_within_name("In Izumi, they", 3, 8)
    (True, False)
    """
    if plain[begin:end].isupper():
        return False
    behind = plain[end : end + 2]
    if len(behind) == 2 and behind[0] == " " and behind[1].isupper():
        return True
    before = plain[max(0, begin - 30) : begin]
    if not before.endswith(" ") or not before[-2:-1].isalpha():
        return False
    word = before[before.rfind(" ", 0, -1) + 1 : -1]
    return word[:1].isupper() and word not in load_words("sentence-openers") and not word.isupper()


def _is_shouted(plain: str, begin: int, end: int) -> bool:
    """Tell whether an acronym stands among words in capitals, where it may be a plain word."""
    words = plain[max(0, begin - 30) : begin].split()[-1:] + plain[end : end + 30].split()[:1]
    return any(len(word) >= 4 and word.isalpha() and word.isupper() for word in words)


def _drop_joined(text: str, hits: list[Hit]) -> list[Hit]:
    """Drop names that a hyphen joins to another word, but for a second name and words like `-based`."""
    kept: list[Hit] = []
    for place, hit in enumerate(hits):
        if hit.end < len(text) and text[hit.end] in HYPHENS and text[hit.end + 1 : hit.end + 2].isalnum():
            following = hits[place + 1].begin if place + 1 < len(hits) else -1
            if following != hit.end + 1 and not _compile_joined().match(text, hit.end):
                continue
        before = text[max(0, hit.begin - 2) : hit.begin]
        joined = len(before) == 2 and before[1] in HYPHENS and before[0].isalnum()
        if joined and (not kept or kept[-1].end != hit.begin - 1) and not _is_behind_half(text, hit.begin):
            continue
        kept.append(hit)
    return kept


def _is_behind_half(text: str, begin: int) -> bool:
    """Tell whether the shortened name of a State and a hyphen stand before a name: "Franco-German"."""
    return text[max(0, begin - 9) : begin - 1].rpartition(" ")[2].lower() in load_pairs("state-halves")


def load_lexicon(*extra: str | Path) -> Lexicon:
    """Load the shipped reference data and further Turtle files, or folders of such; once for the same arguments.

    The environment variable KG_REFERENCE names more of them, as PATH does. A broken file raises VocabularyError
    with its name and line.
    """
    named = os.environ.get(_VARIABLE, "").split(os.pathsep)
    return _load_lexicon(*map(str, extra), *filter(None, named))


@lru_cache(maxsize=4)
def _load_lexicon(*extra: str) -> Lexicon:
    files = sorted((folder("ontology") / "reference").glob("*.ttl"))
    for each in map(Path, extra):
        files += sorted(each.glob("*.ttl")) if each.is_dir() else [each]
    things: dict[str, dict[str, list[str]]] = {}
    with uncollected():
        for file in files:
            _read_turtle(file, things)
        entries = _with_sizes([*_make_entries(things)])
        return Lexicon(entries, _find_stand_ins(things, {entry.iri: entry for entry, _ in entries}))


@contextmanager
def with_names(files: Iterable[str | Path]) -> Iterator[None]:
    """Let `load_lexicon`, here and in processes started meanwhile, know the names of further Turtle files too."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = os.pathsep.join([*filter(None, [before]), *map(str, files)])
    try:
        yield
    finally:
        os.environ.pop(_VARIABLE)
        if before is not None:
            os.environ[_VARIABLE] = before


def _read_turtle(path: Path, things: dict[str, dict[str, list[str]]]) -> None:
    """Add a file's statements to a table of subjects, by property and value."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    try:
        for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
                values = things.setdefault(subject.value, {}).setdefault(quad.predicate.value, [])
                if value.value not in values:
                    values.append(value.value)
    except SyntaxError as error:
        raise VocabularyError(f"{path.name}, line {error.lineno}", error.msg) from error
    except OSError as error:
        raise VocabularyError(str(path), error.strerror or "cannot be read") from error


def _make_entries(things: dict[str, dict[str, list[str]]]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for iri, thing in sorted(things.items()):
        kinds = [kind.removeprefix(_TERMS) for kind in thing.get(_TYPE, ())]
        kind = next((each for each in KINDS if each in kinds), None)
        label = next(iter(thing.get(_LABEL, ())), None)
        if kind is None or label is None:
            continue
        country = iri if kind == "Country" else _first(thing, "country")
        state = _first(thing, "ofState") or _first(thing, "territoryOf")
        if kind == "State":
            state = iri
            country = f"{BASE}country/{iri[-3:]}" if f"{BASE}country/{iri[-3:]}" in things else None
        elif state is None and country is not None:
            state = _first(things.get(country, {}), "territoryOf")
        entry = Entry(
            iri=iri,
            label=label,
            kind=kind,
            state=state,
            country=country,
            latitude=_number(thing, f"{_GEO}lat"),
            longitude=_number(thing, f"{_GEO}long"),
        )
        names = tuple(dict.fromkeys((label, *sorted(thing.get(_OTHER_LABEL, ())))))
        yield entry, names


def _with_sizes(entries: Sequence[tuple[Entry, tuple[str, ...]]]) -> list[tuple[Entry, tuple[str, ...]]]:
    """Add to cities what the towns of the world know of them."""
    written = [name for entry, names in entries if entry.kind == "City" for name in names]
    forms = dict(zip(written, fold_names(written), strict=True))
    return [
        (
            _complete(entry, forms[entry.label], [forms[name] for name in names]) if entry.kind == "City" else entry,
            names,
        )
        for entry, names in entries
    ]


def _complete(city: Entry, label: str, names: Sequence[str]) -> Entry:
    """Add how many people live in a city, and whether its name is better known as another's; all names are folded."""
    codes = read_country_codes()
    rows = [row for name in names for row in read_towns().named(name.lower())]
    sizes = [row.population for row in rows if city.country == f"{BASE}country/{codes.get(row.country)}"]
    return replace(city, population=max(sizes, default=0), weak=label in read_namesakes().weak)


def _find_stand_ins(things: dict[str, dict[str, list[str]]], entries: dict[str, Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield what stands for a State: its people's names and its capital."""
    for iri, entry in sorted(entries.items()):
        if entry.kind != "State":
            continue
        for demonym in things[iri].get(f"{_TERMS}demonym", ()):
            yield replace(entry, kind="Demonym"), demonym
        for capital in things[iri].get(f"{_TERMS}capital", ()):
            city = things.get(capital, {})
            for name in dict.fromkeys((*city.get(_LABEL, ()), *city.get(_OTHER_LABEL, ()))):
                yield replace(entry, kind="Capital"), name


def _first(thing: dict[str, list[str]], term: str) -> str | None:
    return next(iter(thing.get(_TERMS + term, ())), None)


def _number(thing: dict[str, list[str]], term: str) -> float | None:
    value = next(iter(thing.get(term, ())), None)
    try:
        return float(value) if value is not None else None
    except ValueError as error:
        raise VocabularyError(term, f"{value!r} is not a number") from error


@lru_cache
def _compile_joined() -> re.Pattern[str]:
    """Give the expression of what a hyphen joins to a name that stands for itself: "Geneva-based"."""
    return compile_words(r"[-‐‑–]{hyphen-participles}\b")
