"""Phrases: a sentence becomes a line of words and marks, and every item knows where it stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.actors.author import find_author
from kg.extract.phrases.aside import leave_out_asides
from kg.extract.phrases.phrase import Mark, Phrase, build_phrase, choose_marks
from kg.extract.roles.anaphora import resolve_pronouns
from kg.extract.roles.talk import Talk
from kg.extract.text.passage import find_blocks
from kg.model import Span

ACTORS = {
    "Norway": "https://w3id.org/accession-kg/state/NOR",
    "Zambia": "https://w3id.org/accession-kg/state/ZMB",
    "Laos": "https://w3id.org/accession-kg/state/LAO",
    "ICRC": "https://w3id.org/accession-kg/organization/icrc",
    "OSCE": "https://w3id.org/accession-kg/organization/osce",
    "Ana Lindo": "https://w3id.org/accession-kg/person/ana-lindo",
    "Ben Ode": "https://w3id.org/accession-kg/person/ben-ode",
}
SHORT = {key: name for name, key in ACTORS.items()}


def phrase_of(text: str) -> Phrase:
    """Build the phrase of a sentence; names of ACTORS, "the workshop" and Oslo are marked."""
    marks = []
    for name, key in ACTORS.items():
        begin = text.find(name)
        while begin >= 0:
            marks.append(Mark(letter="A", begin=begin, end=begin + len(name), actors=(key,)))
            begin = text.find(name, begin + 1)
    for letter, name in (("E", "the workshop"), ("L", "Oslo")):
        if name in text:
            begin = text.index(name)
            marks.append(Mark(letter=letter, begin=begin, end=begin + len(name), events=(0,)))
    return build_phrase(text, Span(0, len(text)), choose_marks(marks))


def lists(phrase: Phrase) -> list[list[str]]:
    """Give the actors of each mark by their names."""
    return [[SHORT[actor] for actor in mark.actors] for mark in phrase.marks_in("AB")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norway hosted the workshop in Oslo.", "A0 hosted E1 in L2 ."),
        ("It was hosted by Norway.", "it was hosted by B0 ."),
        ("Norway, Zambia and Laos came.", "A0 came ."),
        ("Delegations from Norway and Zambia came.", "A0 came ."),
        ("The Governments of Norway and Zambia paid.", "A0 paid ."),
        ("Norway's delegation spoke.", "A0 spoke ."),
        ("Norway's ambassador, Ana Lindo, spoke.", "A0 , spoke ."),
        ("The head of the OSCE office, Ana Lindo, spoke.", "A0 , spoke ."),
        ("It was run by a small charity, ICRC.", "it was run by B0 ."),
        ("It was run by the group ICRC.", "it was run by B0 ."),
        ("It was opened by Ana Lindo and Ben Ode spoke.", "it was opened by B0 and A1 spoke ."),
        ("Norway paid.2 Zambia did not.", "A0 paid . 2 A1 did not ."),
        ("With funds from Norway, ICRC organised it.", "with funds from B0 , A1 organised it ."),
        ("Since Norway met Zambia, much has changed.", "since A0 met A1 , much has changed ."),
    ],
)
def test_a_sentence_becomes_a_line(text: str, line: str) -> None:
    """Lists, introductions, posts and descriptions are folded into the marks of the actors."""
    assert phrase_of(text).line == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway, Zambia as well as Laos came.", [["Norway", "Zambia", "Laos"]]),
        ("Norway; Zambia; and Laos", [["Norway", "Zambia", "Laos"]]),
        ("both Norway and Zambia came", [["Norway", "Zambia"]]),
        ("Ana Lindo and the German ambassador, Ben Ode, spoke.", [["Ana Lindo", "Ben Ode"]]),
        ("Ana Lindo, who leads it, and Ben Ode spoke.", [["Ana Lindo", "Ben Ode"]]),
        ("Norway, for which it was new, and Laos", [["Norway", "Laos"]]),
        ("Ana Lindo, Norway", [["Ana Lindo"], ["Norway"]]),
        ("from Norway; Ben Ode told them so", [["Norway"], ["Ben Ode"]]),
        ("by Ana Lindo and Norway's by Ben Ode", [["Ana Lindo"], ["Norway"], ["Ben Ode"]]),
    ],
)
def test_what_is_one_list(text: str, expected: list[list[str]]) -> None:
    """Members of a list share a mark; neighbours by chance do not."""
    assert lists(phrase_of(text)) == expected


def test_introduced_actors_are_told_from_powers() -> None:
    """ "Delegations of" says that somebody came; "the Government of" does not."""
    assert phrase_of("Delegations of Norway came.").marks_in("A")[0].introduced
    assert not phrase_of("The Government of Norway paid.").marks_in("A")[0].introduced


def test_the_longest_mark_wins() -> None:
    """Of marks that overlap the longest is kept, then the earliest."""
    marks = [Mark(letter="A", begin=b, end=e) for b, e in [(0, 4), (2, 9), (9, 12), (11, 14)]]
    assert [(m.begin, m.end) for m in choose_marks(marks)] == [(2, 9), (9, 12)]


def test_pronouns_become_actors() -> None:
    """A pronoun stands for the last subject of its kind; it joins a list that it opens."""
    talk = Talk()
    for text in ("Norway and Zambia came.", "Ana Lindo opened it."):
        resolve_pronouns(phrase_of(text), talk)
    assert lists(resolve_pronouns(phrase_of("She then spoke of mines."), talk)) == [["Ana Lindo"]]
    assert lists(resolve_pronouns(phrase_of("They hosted the workshop."), talk)) == [["Norway", "Zambia"]]
    assert lists(resolve_pronouns(phrase_of("She and Ben Ode spoke."), talk))[-1] == ["Ana Lindo", "Ben Ode"]
    talk.turn(carry=False)
    assert lists(resolve_pronouns(phrase_of("She then spoke of mines."), talk)) == []


def test_it_is_an_actor_only_where_it_acts() -> None:
    """ "It hosted" speaks of a body; "it was held" of an event."""
    talk = Talk()
    resolve_pronouns(phrase_of("Norway is a coastal State."), talk)
    assert lists(resolve_pronouns(phrase_of("It hosted the workshop."), talk)) == [["Norway"]]
    assert lists(resolve_pronouns(phrase_of("It was held in Oslo."), talk)) == []


def test_a_relative_clause_is_its_antecedents() -> None:
    """ "by Norway, which hosted": the clause is Norway's."""
    phrase = resolve_pronouns(phrase_of("It came from Norway, which hosted the workshop."), Talk())
    assert lists(phrase) == [["Norway"], ["Norway"]]
    assert phrase.line.split()[5].startswith("A")


def test_asides_are_left_out() -> None:
    """What stands between a name and its verb can be skipped; the spans stay those of the text."""
    text = "Ana Lindo, who heads the ICRC in Oslo, told the workshop so."
    phrase = leave_out_asides(phrase_of(text))
    assert phrase.line == "A0 told E3 so ."
    assert text[phrase.spans[1].begin : phrase.spans[1].end] == "told"
    plain = phrase_of("Ana Lindo told the workshop so.")
    assert leave_out_asides(plain) is plain


def test_the_author_of_a_speech_is_found() -> None:
    """Only a header that says so names the author."""
    text = "STATEMENT BY THE MINISTER, MS ANA LINDO\n\nI opened the workshop."
    persons = [(Span(27, 39), "ana")]
    assert find_author(text, find_blocks(text), persons) == "ana"
    other = "Ana Lindo opens workshop\n\nShe said so."
    assert find_author(other, find_blocks(other), [(Span(0, 9), "ana")]) is None
    assert find_author("", (), []) is None


WORDS = "and , ; : . who the ambassador of by delegations 's she they it hosted was ( ) ünï 🙂 2.5 x.1 -".split()
PIECES = st.sampled_from([*ACTORS, *WORDS, "the workshop", "Oslo", "\n"])


@given(st.lists(PIECES, max_size=30))
def test_items_cover_the_text_in_order(pieces: list[str]) -> None:
    """Items never overlap or run backwards, each begins where the line says, and no letter is lost or invented."""
    text = " ".join(pieces)
    for phrase in (
        first := phrase_of(text),
        resolve_pronouns(first, Talk(person=("p/person/x",))),
        leave_out_asides(first),
    ):
        assert len(phrase.marks) == len(phrase.spans) == len(phrase.starts)
        words = phrase.line.split(" ") if phrase.line else []
        assert [
            phrase.line[start : start + len(word)] for start, word in zip(phrase.starts, words, strict=False)
        ] == words
        ends = [0, *(span.end for span in phrase.spans)]
        assert all(
            before <= span.begin < span.end <= len(text) for before, span in zip(ends, phrase.spans, strict=False)
        )
        for number in range(len(words)):
            assert phrase.item_at(phrase.starts[number]) == number


@given(st.text(max_size=80))
def test_any_text_can_be_a_phrase(text: str) -> None:
    """No string upsets the folding."""
    phrase = build_phrase(text, Span(0, len(text)), [])
    assert all(text[span.begin : span.end].strip() for span in phrase.spans)
