"""Tests of `kg.garbage`."""

import gc

import pytest

from kg.errors import VocabularyError
from kg.extract.reading import read_document
from kg.extract.words.weights import load_weights
from kg.garbage import uncollected
from kg.model import Document


def test_collection_goes_on_afterwards_even_after_an_error() -> None:
    with pytest.raises(VocabularyError), uncollected():
        load_weights("nothing of this name")
    assert gc.isenabled()


def test_collection_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_leaves_no_cycles_behind() -> None:
    text = "Geneva, 3 May 2011 - Kenya hosted a workshop on demining. Ms Alma Ruiz of Peru chaired it."
    document = Document(identifier="d", text=text, sha256="")
    read_document(document)
    gc.collect()
    read_document(document)
    assert gc.collect() == 0
