"""Texts set right before they are read: words that the end of a line cut, and the way back to their offsets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import read, tell

from kg.extract.mending.mend import mend_text
from kg.resources import folder


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Kazakh-\nstan", "Kazakhstan"),
        ("Guinea-\n   Bissau", "Guinea-Bissau"),
        ("Nuclear-Test-\r\nBan Treaty", "Nuclear-Test-Ban Treaty"),
        ("Muni-  \ntions", "Munitions"),
        ("MUNI-\nTIONS", "MUNITIONS"),
        ("the two-\nday workshop", "the two-day workshop"),
        ("the ten-\nsions", "the tensions"),
        ("four ex-\nperts", "four experts"),
        ("its vice-\npresident", "its vice-president"),
        ("a mine-clear-\ning team", "a mine-clearing team"),
        ("its Secretary-\nGeneral", "its Secretary-General"),
        ("on 26-\n27 March", "on 26-27 March"),
        ("in Febru-\nary, 2004", "in February, 2004"),
        ("risk-aware and risk-\naware", "risk-aware and risk-aware"),
    ],
)
def test_a_word_that_a_line_cut_is_whole_again(cut: str, whole: str) -> None:
    mended = mend_text(cut)
    assert " ".join(mended.text.split()) == whole
    assert len(mended.text) == len(cut)


@pytest.mark.parametrize(
    ("noted", "plain"),
    [
        ("the Ottawa Convention.3 Kenya came", "the Ottawa Convention. Kenya came"),
        ("the workshop12 in Lima", "the workshop in Lima"),
        ("the workshop (the third)4 in Lima", "the workshop (the third) in Lima"),
        ("Kenya, Peru [4], and Chad¹²", "Kenya, Peru , and Chad"),
        ("he said “yes”.7 Then", "he said “yes”. Then"),
    ],
)
def test_numbers_of_footnotes_are_blanks(noted: str, plain: str) -> None:
    mended = mend_text(noted)
    assert " ".join(mended.text.split()) == plain
    assert len(mended.text) == len(noted)


@pytest.mark.parametrize(
    "text", ["3.5 of 4.25", "Agenda21 of", "para.4 of", "F16 and CCM3", "[2004] Rev.2", "in 2004."]
)
def test_other_numbers_stay(text: str) -> None:
    assert mend_text(text).text == text


@pytest.mark.parametrize("text", ["Peru -\nKenya", "Route 7-\nKenya", "- one\n- two", "pre- and post-war", "Lima-"])
def test_other_hyphens_stay_where_they_are(text: str) -> None:
    assert mend_text(text).text == text


@given(
    st.lists(st.sampled_from(["Lima", "-", "\n", "\r\n", " ", "26", "am", "â€™", ",", "Peru", "ﬁ", "ﬃ"]), max_size=30)
)
def test_every_letter_leads_back_to_its_place(pieces: list[str]) -> None:
    """Letters and figures stay in their order, and stand, restored, where the text as stored has them."""
    text = "".join(pieces)
    mended = mend_text(text)
    assert len(mended.text) == len(mended.layout)
    kept = [(at, sign) for at, sign in enumerate(mended.text) if sign.isalnum() and sign.isascii()]
    assert [sign for _, sign in kept] == [sign for sign in mended.layout if sign.isalnum() and sign.isascii()]
    for at, sign in kept:
        assert sign in unicodedata.normalize("NFKD", text[mended.restore(at + 1) - 1])


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("on l2 May 2OO4", "on 12 May 2004"),
        ("from 2O to 23 June l999", "from 20 to 23 June 1999"),
        ("lO-l2 March 2004", "10-12 March 2004"),
        ("on 2lst October 199I", "on 21st October 1991"),
    ],
)
def test_letters_that_a_scan_took_for_figures_are_figures(scanned: str, meant: str) -> None:
    assert mend_text(scanned).text == meant


@pytest.mark.parametrize("text", ["I May come", "In May 2004", "Io or 3l of 40I", "O May, O June", "NCO1 and 1OOO"])
def test_letters_that_are_letters_stay(text: str) -> None:
    assert mend_text(text).text == text


def test_what_is_read_of_cut_words_stands_in_the_text_as_stored() -> None:
    """Every span is that of the stored text, from the first letter of its words to the last."""
    text = (
        "Delegates of Kazakh-\nstan and Guinea-\n  Bissau took part in a work-\nshop in Tash-\nkent on 3 Febru-\nary "
        "2004, opened by Jean-\nPierre Dupont, Direc-\ntor of the Mine Action Cen-\ntre. Guinea-\nBissau rati-\nfied "
        "the Conven-\ntion on Cluster Muni-\ntions in Septem-\nber 2003."
    )
    reading = read(text)
    (event,) = reading.events
    facts = {fact.property: (fact.value, text[fact.span.begin : fact.span.end]) for fact in event.facts}
    assert facts["startDate"] == ("2004-02-03", "3 Febru-\nary 2004")
    assert facts["city"][1] == "Tash-\nkent"
    names = {actor.key: actor.label for actor in reading.actors}
    assert {(names[p.actor], p.role) for p in event.participations} == {
        ("Kazakhstan", "Participant"),
        ("Guinea-Bissau", "Participant"),
        ("Jean-Pierre Dupont", "Speaker"),
    }
    (opening,) = {p.span for p in event.participations if p.role == "Speaker"}
    assert text[opening.begin : opening.end].endswith("Mine Action Cen-\ntre")
    (action,) = reading.actions
    assert (action.type, action.state[-3:], action.date) == ("Ratification", "GNB", "2003-09")
    assert reading.document.text == text


def test_a_text_says_the_same_in_narrow_lines() -> None:
    """Shipped texts, wrapped and hyphenated as a typist would, are read as before, but for one fact in a hundred."""
    whole, narrow = set[tuple[object, ...]](), set[tuple[object, ...]]()
    for path in sorted(folder("corpus").glob("D[12]*.txt")):
        text = path.read_text(encoding="utf-8")
        if max(map(len, text.splitlines())) > 110:  # one paragraph a line
            whole |= {(path.stem, *fact) for fact in tell(read(text))}
            narrow |= {(path.stem, *fact) for fact in tell(read("\n".join(map(wrap, text.splitlines()))))}
    assert len(whole) > 300
    assert len(whole ^ narrow) < 0.02 * len(whole)


def wrap(line: str, width: int = 72) -> str:
    """Break a paragraph into lines, every other one within its last word where that is long enough."""
    lines = [""]
    for word in line.split():
        room = width - len(lines[-1]) - 2
        if len(lines[-1]) + len(word) < width or line.lstrip().startswith(("-", "•")):
            lines[-1] += f" {word}" if lines[-1] else word
        elif len(lines) % 2 and 3 <= room <= len(word) - 3 and word.isalpha():
            lines[-1] += f" {word[:room]}-"
            lines.append(word[room:])
        else:
            lines.append(word)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("shouted", "plain"),
    [
        (
            (
                "THE TREATY WAS SIGNED IN MARCH BY PRIME MINISTER YITZHAK HALEVI OF ISRAEL AND "
                "FOREIGN MINISTER ANNA FREI."
            ),
            (
                "The treaty was signed in March by Prime Minister Yitzhak Halevi of Israel and "
                "Foreign Minister Anna Frei."
            ),
        ),
        (
            (
                "HIS MAJESTY KING HUSSEIN, WHO CAME WITH CROWN PRINCE HASSAN, OPENED THE 2ND "
                "TALKS OF THE NATIONAL MINE CENTRE."
            ),
            (
                "His Majesty King Hussein, who came with Crown Prince Hassan, opened the 2nd "
                "talks of the National Mine Centre."
            ),
        ),
        (
            (
                "THE UNITED NATIONS AND THE BLUE RIVER NETWORK (BRN) MET ON 8 MAY; BRN MAY MEET "
                "MR. O'NEILL AND MS. AL-SABAH."
            ),
            (
                "The United Nations and the Blue River Network (BRN) met on 8 May; BRN may meet "
                "Mr. O'Neill and Ms. Al-Sabah."
            ),
        ),
        ("NEWS FROM LIMA", "NEWS FROM LIMA"),
    ],
)
def test_what_is_all_in_capitals_is_written_as_elsewhere(shouted: str, plain: str) -> None:
    assert mend_text(shouted).text == plain


def test_a_paragraph_in_capitals_leaves_the_others_alone() -> None:
    note = "NOTE TO EDITORS: THE MINISTER OF DEFENCE OF KENYA WILL SPEAK IN NAIROBI ON MONDAY AT NOON."
    mended = mend_text(f"{note}\n\nThe OSCE met in VIENNA, where its members spoke of mines for two days.\n")
    first, _, last = mended.text.splitlines()
    assert first.endswith("The Minister of Defence of Kenya will speak in Nairobi on Monday at noon.")
    assert last == "The OSCE met in VIENNA, where its members spoke of mines for two days."


def test_mail_that_is_quoted_reads_as_what_it_quotes() -> None:
    text = "The seminar was held in Oslo\non 3 May 2004. Norway\nhosted it.\n"
    quoted = "".join(f"> {line}\n" for line in text.splitlines())
    assert mend_text(quoted).text == "".join(f"  {line}\n" for line in text.splitlines())
    assert mend_text("> one\ntwo > three\n").text == "> one\ntwo > three\n"
