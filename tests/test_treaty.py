"""Treaties in a text: known ones, those that only the text names, and words that point back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.lexicon import load_lexicon
from kg.extract.passage import find_blocks
from kg.extract.treaty import TreatyMention, find_treaties
from kg.model import Treaty


def find(text: str) -> tuple[list[TreatyMention], list[Treaty]]:
    return find_treaties(text, find_blocks(text), load_lexicon().find(text))


def names(text: str) -> list[tuple[str, str | None]]:
    return [(text[m.begin : m.end], m.iri and m.iri.rsplit("/", 1)[-1]) for m in find(text)[0]]


def test_the_convention_is_the_one_spoken_of_last() -> None:
    text = "Mali joined the Arms Trade Treaty. The treaty is new. The Chemical Weapons Convention: the Convention."
    assert [iri for _, iri in names(text)] == ["att", "att", "cwc", "cwc"]


def test_an_unknown_treaty_has_its_name_and_its_acronym_means_it_too() -> None:
    text = "The Lake Basin Water Convention (LBWC) binds Chad. Mali left the LBWC."
    mentions, unknown = find(text)
    assert [t.label for t in unknown] == ["Lake Basin Water Convention"]
    assert [text[m.begin : m.end] for m in mentions] == ["Lake Basin Water Convention", "LBWC"]
    assert {m.iri for m in mentions} == {unknown[0].iri}


def test_the_last_words_of_a_name_mean_the_same_treaty() -> None:
    _, unknown = find("They signed the Northern Lakes Fisheries Agreement. The Fisheries Agreement has ten articles.")
    assert [t.label for t in unknown] == ["Northern Lakes Fisheries Agreement"]


def test_the_optional_protocol_is_that_of_the_convention_before_it() -> None:
    text = "Mali ratified the Convention on the Rights of Persons with Disabilities, but not the Optional Protocol."
    mentions, unknown = find(text)
    assert mentions[-1].label == "Optional Protocol to the Convention on the Rights of Persons with Disabilities"
    assert not unknown


@pytest.mark.parametrize(
    "text",
    [
        "They met at the Riverside Convention Centre.",
        "The party's National Convention opened on Monday.",
        "He has a convention of his own.",
        "The agreement was signed.",
    ],
)
def test_places_gatherings_and_common_nouns_are_no_treaties(text: str) -> None:
    mentions, unknown = find(text)
    assert not unknown
    assert all(m.iri is None for m in mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali ratified ILO Convention 189.", ["domestic-workers"]),
        ("The ILO met. Mali ratified Conventions Nos. 29 and 189.", ["forced-labour", "domestic-workers"]),
        ("An ILO Convention is a treaty.", []),
        ("Mali ratified Convention No. 29.", []),
        ("Mali joined Amended Protocol II to the CCW.", ["ccw-ap2"]),
        (
            "Mali ratified the Forced Labour Convention. A Protocol adopted in 2014 adds to it. The Protocol is open.",
            ["forced-labour", "forced-labour-protocol", "forced-labour-protocol"],
        ),
    ],
)
def test_numbers_and_years_tell_the_treaty(text: str, expected: list[str]) -> None:
    assert [iri for _, iri in names(text)] == expected


def test_an_unknown_convention_by_number_has_a_name_of_its_own() -> None:
    _, unknown = find("Mali ratified ILO Convention No. 12.")
    assert [t.label for t in unknown] == ["ILO Convention No. 12"]


def test_the_agreement_is_no_convention_named_before() -> None:
    assert names("Mali joined the Arms Trade Treaty. The agreement was hailed.")[-1][1] is None


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_string_can_be_read(text: str) -> None:
    for mention in find(text)[0]:
        assert 0 <= mention.begin < mention.end <= len(text)
