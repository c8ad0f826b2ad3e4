"""The folders of knowledge (ontology, queries, corpus) that travel with the package."""

from functools import lru_cache
from pathlib import Path

from kg.errors import VocabularyError


@lru_cache
def folder(name: str) -> Path:
    """Find a folder of knowledge: inside an installed package first, else beside it in a checkout.

    Raises VocabularyError where neither has it, which means a broken installation.
    """
    package = Path(__file__).parent
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise VocabularyError(name, "folder missing; install the package again")
