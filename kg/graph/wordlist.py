"""The words that resolution goes by, which stand in `ontology/resolution.ttl`."""

from collections.abc import Mapping
from functools import cache

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.graph.vocab import expand
from kg.resources import folder

FILE = "resolution.ttl"


@cache
def list_words(name: str) -> frozenset[str]:
    """Give the words of a list; VocabularyError where the file has none of that name, or is broken.

    >>> sorted(list_words("seats"))[:2]
    ['brussels', 'geneva']
    """
    try:
        return _load()[name]
    except KeyError:
        raise VocabularyError(FILE, f"no list of words named {name}") from None


@cache
def _load() -> Mapping[str, frozenset[str]]:
    path = folder("ontology") / FILE
    try:
        rows = list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise VocabularyError(f"{FILE}, line {error.lineno}", f"broken Turtle: {error.msg}") from error
    words = ox.NamedNode(expand("kg:words"))
    return {
        str(row.subject).strip("<>").rpartition("/")[2]: frozenset(word.strip() for word in row.object.value.split("|"))
        for row in rows
        if row.predicate == words and isinstance(row.object, ox.Literal)
    }
