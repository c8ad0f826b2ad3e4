"""How a text is cut into blocks and sentences, whatever its layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.text.passage import find_blocks
from kg.model import Span


def cut(text: str) -> list[tuple[str, list[str]]]:
    return [(b.kind, [" ".join(text[s.begin : s.end].split()) for s in b.sentences]) for b in find_blocks(text)]


def sentences(text: str) -> list[str]:
    return [sentence for _, found in cut(text) for sentence in found]


WRAPPED = """\
The workshop brought together officials from nine countries of the region, and
– a novelty – observers of the two neighbours. It was opened by the Minister of
Defence. Among those who spoke were

    Ana Lima, President of the Council
    Rui Costa, Secretary of State
    Eva Brun, Minister of Mines, Energy and Industry of the Principality of
        Monaco
    Tim Ode, Ambassador.

The next one is due in May.
"""


def test_wrapped_lines_are_joined_and_an_indented_list_is_not() -> None:
    found = cut(WRAPPED)
    assert [kind for kind, _ in found] == ["paragraph", "item", "item", "item", "paragraph", "paragraph"]
    assert found[0][1][0].endswith("and – a novelty – observers of the two neighbours.")
    assert found[3][1] == ["Eva Brun, Minister of Mines, Energy and Industry of the Principality of Monaco"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_ending_is_understood(end: str) -> None:
    text = end.join(["---", "title: Mines", "date: 2008-09-26", "---", "", "A HEADING", "", "One. Two."])
    assert [kind for kind, _ in cut(text)][-2:] == ["heading", "paragraph"]
    if end != "\r":
        assert cut(text)[:2] == [("front", ["title: Mines"]), ("front", ["date: 2008-09-26"])]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("- Kenya\n- Peru\n- Chad", ["item", "item", "item"]),
        ("• Kenya, which spoke first.\n• Peru.", ["item", "item"]),
        ("1. The first point is this.\n2. The second is that.", ["item", "item"]),
        ("(a) It is free.\n(b) It is new.", ["item", "item"]),
        ("# Mines\nThey met in Lima.", ["heading", "paragraph"]),
        ("MINES\n=====\nThey met in Lima.", ["heading", "paragraph"]),
        ("Kenya | party\nPeru | party", ["heading", "heading"]),
        ("@mine_news: They met in Lima.\n@mine_news: They left.", ["paragraph", "paragraph"]),
        ("3-5 May, Lima: course\n8 June: talks", ["item", "item"]),
        ("May 2013 - Course in Lima.\nJune 2013 - Talks.", ["paragraph", "paragraph"]),
        ("3 May 2013, Lima\n\nThey met.", ["heading", "paragraph"]),
        ("They met.\n\n\n\nThey left.", ["paragraph", "paragraph"]),
        ("", []),
        (" \n\t\n", []),
        ("-----", []),
    ],
)
def test_layout_tells_the_blocks(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in cut(text)] == kinds


def test_a_line_that_ends_within_a_word_goes_on() -> None:
    assert cut(
        "They came from Kazakh-\nstan and Guinea-\nBissau, and from the rest of the world that takes part in it."
    ) == [
        (
            "paragraph",
            ["They came from Kazakh- stan and Guinea- Bissau, and from the rest of the world that takes part in it."],
        )
    ]


def test_a_text_with_one_paragraph_a_line_is_not_joined() -> None:
    line = "The delegations of Kenya and Peru talked about what is left to clear along their borders. " * 3
    assert len(cut("\n".join([line] * 6))) == 6


@pytest.mark.parametrize(
    "text",
    [
        "Gen. (Ret.) J. Baril of Canada spoke.",
        "Brig.-Gen. Silva and Lt. Col. Rossi spoke.",
        "H.E. Mr. Luis Tavares of the U.S. delegation came.",
        "See No. 5, Art. 7 and para. 3 of the text.",
        "It was on 3 Dec. 1997 and on Mon. 5 Jan. 1998.",
        "This was the II. International Workshop on mines.",
        "This was the 3. International Workshop on mines.",
        "Call tel. +41 22 555 01 20 or fax. (22) 555.",
        "They asked for 2.5 million at www.example.org/a.html today.",
        "St. Kitts, e.g. and i.e. are well known.",
    ],
)
def test_a_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "They met. | They left.",
        "“They met.” | She left.",
        "Did they meet? | Yes! | They did…",
        "He said no. | They left.",
        "They met on 3 Dec. | It was cold.",
        "They joined Protocol II. | It was late.",
        "We speak for the Group of 77. | We agree.",
        "It began at 10 a.m. | It ended late.",
        "It was in 1997. | It was cold.",
        "They met.| Then they left.",
    ],
)
def test_a_stop_between_sentences_does(text: str) -> None:
    assert sentences(text.replace("|", "") if ".|" in text else text.replace("| ", "")) == [
        part.strip() for part in text.split("|")
    ]


@given(st.text(alphabet=st.sampled_from("aA1.!?:;,- –•*#@|\t\n\r\x0c\u00a0\u2028é\"')("), max_size=120))
def test_any_text_gives_ordered_blocks_and_sentences(text: str) -> None:
    end = 0
    for block in find_blocks(text):
        assert end <= block.span.begin < block.span.end <= len(text)
        end = block.span.end
        at = block.span.begin
        assert block.sentences
        for sentence in block.sentences:
            assert at <= sentence.begin < sentence.end <= block.span.end
            assert text[sentence.begin : sentence.end] == text[sentence.begin : sentence.end].strip()
            at = sentence.end


@given(
    st.lists(st.sampled_from(["They met.", "Kenya spoke!", "- one", "A HEADING", "", "  far in", "x" * 90]), max_size=9)
)
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    covered: set[int] = set()
    for block in find_blocks(text):
        for span in block.sentences:
            covered |= set(range(*Span(*span)))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= covered


def test_a_sentence_runs_on_over_lines_of_uneven_length() -> None:
    text = (
        "The Minister spoke of the treaty at the ministry of foreign affairs on Friday, and all heard him with care. "
        "A meeting took\nplace in Lima on 5 May, at which Peru was represented by an envoy of the first rank.\n"
        "Kenya thanked the hosts, as did Chile, Peru, and the envoy of Ghana who came late to the talks.\n"
    )
    told = [text[s.begin : s.end] for block in find_blocks(text) for s in block.sentences]
    assert [sentence.split()[0] for sentence in told] == ["The", "A", "Kenya"]


def test_a_long_line_goes_on_in_small_letters() -> None:
    line = (
        "Lake steamers carried the delegates from one end of the water to the other " * 2
        + "and the band played on the upper"
    )
    text = f"{line}\ndeck until the lamps were lit.\n" + "\n".join(
        f"\nShort paragraph {n} says little." for n in range(9)
    )
    assert text[slice(*find_blocks(text)[0].span)].endswith("lit.")


def test_the_hour_does_not_end_a_sentence_before_its_day() -> None:
    text = "They meet at 10 a.m. Thursday, 9 May. The bus left at 3 p.m. Kenya came."
    told = [text[span.begin : span.end] for block in find_blocks(text) for span in block.sentences]
    assert told == ["They meet at 10 a.m. Thursday, 9 May.", "The bus left at 3 p.m.", "Kenya came."]


def test_labelled_lists_are_blocks_of_their_own() -> None:
    text = "Ratified (3):   Peru, Chad,\n                Mali\nSigned but not ratified:   Togo, Cuba\nNot signed: Laos"
    told = [" ".join(text[slice(*block.span)].split()) for block in find_blocks(text)]
    assert told == ["Ratified (3): Peru, Chad, Mali", "Signed but not ratified: Togo, Cuba", "Not signed: Laos"]
