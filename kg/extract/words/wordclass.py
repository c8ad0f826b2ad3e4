"""Word classes: lists of words that share a name, kept in Turtle, most of them in `ontology/patterns/`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from kg.errors import VocabularyError
from kg.resources import folder

KG = "https://w3id.org/accession-kg/ns#"


@cache
def read_folder(directory: Path) -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
    """Read the folder of patterns: file stem → row IRI → property → values, rows in the order of the file."""
    import pyoxigraph as ox

    files: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    for path in sorted(directory.glob("*.ttl")):
        rows: dict[str, dict[str, tuple[str, ...]]] = {}
        try:
            triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise VocabularyError(f"{path.name}, line {error.lineno}", f"broken Turtle: {error.msg}") from error
        for triple in triples:
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
                row = rows.setdefault(triple.subject.value, {})
                name = triple.predicate.value
                row[name] = (*row.get(name, ()), triple.object.value)
        files[path.stem] = rows
    return files


@cache
def load_classes(place: str = "patterns") -> Mapping[str, tuple[str, ...]]:
    """Give the members of each word class of a folder of the ontology, in their order."""
    classes: dict[str, tuple[str, ...]] = {}
    for stem, rows in read_folder(folder("ontology") / place).items():
        for iri, row in rows.items():
            if KG + "words" in row:
                name = iri.rsplit("/", 1)[-1]
                if name in classes:
                    raise VocabularyError(f"{stem}.ttl", f"{name}: another row is a word class of this name")
                words = [w.strip() for value in row[KG + "words"] for w in value.split("|")]
                classes[name] = tuple(w for w in words if w)
    return classes


@cache
def load_words(name: str, place: str = "patterns") -> frozenset[str]:
    """Give the members of a word class of `ontology/patterns/`, or of another folder there.

    Raises VocabularyError where no file defines it.
    """
    classes = load_classes(place)
    if name not in classes:
        raise VocabularyError(name, f"no such word class in ontology/{place}")
    return frozenset(classes[name])


@cache
def load_first_words(*names: str) -> frozenset[str]:
    """Give the words that members of word classes begin with: of each match of such a class a text has one.

    >>> "international" in load_first_words("of-labour")
    True
    """
    return frozenset(_part(member)[0].split()[0] for name in names for member in load_words(name))


@cache
def load_pairs(name: str) -> Mapping[str, str]:
    """Give what the members of a word class mean that are written with it: "cbm = confidence-building measures".

    >>> load_pairs("columns")["acceded"]
    'Accession'
    """
    return dict(map(_part, load_classes()[name]))


def _part(member: str) -> tuple[str, str]:
    """Part a member into the word and what it means; one without a meaning means itself."""
    word, _, meaning = member.rpartition("=")
    return word.strip() or meaning, meaning.strip()


@cache
def compile_words(source: str) -> re.Pattern[str]:
    r"""Compile an expression in which {class} stands for any member of a word class, {Class} for one with a capital.

    >>> compile_words(r"{Calendar}\s+\d+").match("May 7") is not None
    True
    """
    return re.compile(re.sub(r"\{([A-Za-z][a-z-]+)\}", lambda match: _spell_out(match[1]), source))


def _spell_out(name: str) -> str:
    members = (_part(word)[0] for word in load_words(name.lower()))
    return join_words(word[:1].upper() + word[1:] if name[0].isupper() else word for word in members)


def join_words(words: Iterable[str], blank: str = r"\s+") -> str:
    r"""Write words as the alternatives of an expression, the longest first; `blank` stands between those of a name.

    They are grouped by initial, so that a place where none begins is passed over at once.

    >>> join_words(["one", "two", "twenty odd"])
    '(?:t(?:wenty\\s+odd|wo)|o(?:ne))'
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace("\\ ", blank))
    return "(?:" + "|".join(f"{re.escape(initial)}(?:{'|'.join(rests)})" for initial, rests in groups.items()) + ")"
