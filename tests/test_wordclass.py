"""Word classes, as the files of the ontology give them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.extract.words import wordclass
from kg.extract.words.wordclass import load_pairs, load_words
from kg.graph.link import is_generic

PREFIXES = """@prefix kg: <https://w3id.org/accession-kg/ns#> .
@prefix class: <https://w3id.org/accession-kg/word-class/> .
"""


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Put other words in place of the shipped ones of resolution."""
    caches = [value for value in vars(wordclass).values() if hasattr(value, "cache_clear")]

    def put(rows: str) -> None:
        (tmp_path / "resolution").mkdir()
        (tmp_path / "resolution" / "words.ttl").write_text(PREFIXES + rows, encoding="utf-8")
        monkeypatch.setattr(wordclass, "folder", lambda _name: tmp_path)
        for cached in caches:
            cached.cache_clear()

    yield put
    for cached in caches:
        cached.cache_clear()


def test_a_word_added_to_the_file_counts(write: Callable[[str], None]) -> None:
    """Which names could be those of a body anywhere is said by the file alone."""
    assert not is_generic("Lighthouse Board")
    write('class:plain-in-bodies kg:words "board|lighthouse" .\n')
    assert is_generic("Lighthouse Board")


def test_a_class_that_is_not_there_is_named() -> None:
    """A misspelt name is an error, no empty class."""
    with pytest.raises(VocabularyError, match="no such word class in ontology/resolution"):
        load_words("no-such-class", "resolution")


def test_a_broken_file_is_reported_with_its_line(write: Callable[[str], None]) -> None:
    """Whoever edits the words learns where to look."""
    write('class:seats kg:words "geneva .\n')
    with pytest.raises(VocabularyError, match=r"words\.ttl, line 3"):
        load_words("seats", "resolution")


def test_a_member_may_say_what_it_means() -> None:
    """The meaning stands behind the last sign of equality, with or without blanks."""
    assert load_pairs("columns")["acceded"] == "Accession"
    assert load_pairs("parting")[";"] == "20"
