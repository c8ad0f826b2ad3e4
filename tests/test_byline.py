"""Lines at the head of a text that name who speaks in it."""

import pytest

from kg.extract.reading import read_document
from kg.model import Document

TEXT = "\n3 May 2010\nSpeech\n\nI opened the workshop in Lima today, and I thank its hosts.\n"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Lindo, Maria", "Maria Lindo"),
        ("A Word on Mines\nLindo, Maria Elena", "Maria Elena Lindo"),
        ("Maria Lindo photo", "Maria Lindo"),
        ("Peter Novak picture", "Peter Novak"),
    ],
)
def test_line_with_a_name_alone_names_the_speaker(head: str, name: str) -> None:
    reading = read_document(Document(identifier="a", text=head + TEXT, sha256=""))
    labels = {actor.key: actor.label for actor in reading.actors}
    assert [labels[p.actor] for e in reading.events for p in e.participations if p.role == "Speaker"] == [name]


@pytest.mark.parametrize("head", ["Lima, Peru", "Mines, Maria", "Family photo", "Lindo, Maria, Novak"])
def test_line_with_more_or_less_than_a_name_names_nobody(head: str) -> None:
    reading = read_document(Document(identifier="a", text=head + TEXT, sha256=""))
    assert [actor.label for actor in reading.actors if actor.kind == "Person"] == []
