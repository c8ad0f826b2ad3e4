"""Agreements that States make with each other: told by subject and parties, signed and put into force by all."""

import pytest

from kg.extract import read_document
from kg.extract.names.lexicon import load_lexicon
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words
from kg.extract.treaties.agreement import make_agreement
from kg.extract.treaties.treaty import find_treaties
from kg.model import Document


def labels(text: str) -> list[str]:
    _, made = find_treaties(cut_words(text, find_blocks(text)), load_lexicon().find(text))
    return [treaty.label for treaty in made]


def deeds(text: str) -> set[tuple[str, str, str | None]]:
    reading = read_document(Document(identifier="x", text=text, sha256="", issued="2011-05-20"))
    return {(a.state[-3:], a.type, a.date) for a in reading.actions}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Talks on a free trade agreement between Peru and Chile went on.", "Peru-Chile Free Trade Agreement"),
        ("Canada's tax convention with Peru is old.", "Canada-Peru Tax Convention"),
        ("The Ghana-Mali extradition treaty is old.", "Ghana-Mali Extradition Treaty"),
        (
            "The Agreement on Fisheries between the Government of Ghana and the Government of Mali is old.",
            "Agreement on Fisheries between Ghana and Mali",
        ),
        (
            "The Convention between Japan and Ghana for the Avoidance of Double Taxation is old.",
            "Convention for the Avoidance of Double Taxation between Japan and Ghana",
        ),
        ("An agreement on the avoidance of double taxation between Peru and Mali is old.", None),
    ],
)
def test_an_agreement_is_named_by_its_subject_and_its_parties(text: str, label: str | None) -> None:
    assert labels(text) == ([label] if label else ["Peru-Mali Double Taxation Agreement"])


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda reached agreement with Mali.",
        "A broad agreement between Japan and Peru was reached.",
        "Ghana signed an agreement with a company.",
    ],
)
def test_an_agreement_without_a_subject_or_a_party_has_no_name(text: str) -> None:
    assert labels(text) == []


def test_an_agreement_has_all_the_names_that_a_text_may_give_it() -> None:
    names = make_agreement("Agreement on Fisheries", ["Peru", "Chile"]).aliases
    assert {"Agreement on Fisheries", "Fisheries Agreement", "Peru-Chile Fisheries Agreement"} <= set(names)


def test_an_agreement_that_the_reference_data_knows_is_that_one() -> None:
    assert make_agreement("peace treaty", ["Jordan", "Israel"]).iri.endswith("treaty/israel-jordan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana signed an extradition treaty with Togo in 1984.",
            {("GHA", "Signature", "1984"), ("TGO", "Signature", "1984")},
        ),
        (
            "Canada's tax convention with Peru, which ministers of both countries signed in 2008, is not yet in force.",
            {("CAN", "Signature", "2008"), ("PER", "Signature", "2008")},
        ),
        (
            "The fisheries agreement between Ghana and Mali was signed by the Secretary of State, Ms Ama Owusu.",
            {("GHA", "Signature", None), ("MLI", "Signature", None)},
        ),
        (
            "The extradition treaty between Peru and Mali was signed on 7 March 1988. It will enter into force thirty"
            " days after the exchange of instruments of ratification.",
            {("PER", "Signature", "1988-03-07"), ("MLI", "Signature", "1988-03-07")},
        ),
        (
            "Peru and Mali are neighbours. The extradition treaty between Peru and Mali was old; the"
            " instruments were exchanged on 2 May 1996 and the treaty took effect on 4 May 1996.",
            {
                ("PER", "Ratification", "1996-05-02"),
                ("MLI", "Ratification", "1996-05-02"),
                ("PER", "EntryIntoForce", "1996-05-04"),
                ("MLI", "EntryIntoForce", "1996-05-04"),
            },
        ),
    ],
)
def test_what_the_parties_make_is_told_of_all_of_them(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= deeds(text)
    assert {state for state, _, _ in deeds(text)} == {state for state, _, _ in expected}


def test_the_parties_of_a_known_treaty_come_from_its_long_title() -> None:
    text = "The ABM Treaty was signed on 26 May 1972 by the two leaders and entered into force on 3 October 1972."
    assert deeds(text) == {
        (state, act, date)
        for state in ("USA", "SUN")
        for act, date in (("Signature", "1972-05-26"), ("EntryIntoForce", "1972-10-03"))
    }


def test_a_treaty_that_is_known_is_not_longer_than_its_name() -> None:
    text = "The Treaty on the Prohibition of Nuclear Weapons was the subject, as arranged with the Government of Peru."
    words = cut_words(text, find_blocks(text))
    mentions, _ = find_treaties(words, load_lexicon().find(text), None)
    assert [text[m.begin : m.end] for m in mentions] == ["Treaty on the Prohibition of Nuclear Weapons"]
