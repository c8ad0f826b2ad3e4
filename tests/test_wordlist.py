"""The words that resolution goes by, as its file gives them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.graph import wordlist
from kg.graph.link import is_generic
from kg.graph.wordlist import FILE, list_words

CACHES = [value for value in vars(wordlist).values() if hasattr(value, "cache_clear")]


def write(place: Path, rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put other words in place of the shipped ones, for one test."""
    prefixes = (
        "@prefix kg: <https://w3id.org/accession-kg/ns#> .\n"
        "@prefix class: <https://w3id.org/accession-kg/word-class/> .\n"
    )
    (place / FILE).write_text(prefixes + rows, encoding="utf-8")
    monkeypatch.setattr(wordlist, "folder", lambda _name: place)
    for cached in CACHES:
        cached.cache_clear()


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Read the shipped words again after each test."""
    yield
    for cached in CACHES:
        cached.cache_clear()


def test_a_word_added_to_the_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which names could be those of a body anywhere is said by the file alone."""
    assert not is_generic("Lighthouse Board")
    write(tmp_path, 'class:plain-in-bodies kg:words "board|lighthouse" .\n', monkeypatch)
    assert is_generic("Lighthouse Board")


def test_a_list_that_is_not_there_is_named() -> None:
    """A misspelt name is an error, no empty list."""
    with pytest.raises(VocabularyError, match="no-such-list"):
        list_words("no-such-list")


def test_a_broken_file_is_reported_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits the words learns where to look."""
    write(tmp_path, 'class:seats kg:words "geneva .\n', monkeypatch)
    with pytest.raises(VocabularyError, match=r"resolution\.ttl, line 3"):
        list_words("seats")
