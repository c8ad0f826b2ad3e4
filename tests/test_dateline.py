"""How the day of a text is told from its front matter, masthead, dateline or foot."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates.dateline import find_issue_date
from kg.model import Document
from kg.resources import folder

CORPUS = Path(__file__).parent / "corpus"

STORY = (
    "The experts talked about clearance on 3 and 4 March 1999, and a report went to the ministers. "
    "They were content with what they heard, and so were the donors."
)

TOPS = [
    ("---\ntitle: Mines\ndate: 2008-09-26\n---\n\n{}", "2008-09-26"),
    ('---\ndate: "2008-09-26T10:00:00"\n---\n{}', "2008-09-26"),
    ("---\npublished: 26 September 2008\n---\n{}", "2008-09-26"),
    (" date 2008-09-26 TIRANA, Sept 26 -- {}", "2008-09-26"),
    ("News from the field\n\nPublished: 26 September 2008\n\n{}", "2008-09-26"),
    ("News from the field\n\nPosted on September 26, 2008 by the editors\n\n{}", "2008-09-26"),
    ("News from the field\n\nSummary of a seminar, 1 March 2008\n(issued 26 September 2008)\n\n{}", "2008-09-26"),
    ("TIRANA, 26 September 2008 -- {}", "2008-09-26"),
    ("TIRANA, Sept. 26, 2008 - {}", "2008-09-26"),
    ("TIRANA, 26 September 2008. {}", "2008-09-26"),
    ("TIRANA/GENEVA, 26 September 2008 – {}", "2008-09-26"),
    ("Tirana, 26.09.2008 – {}", "2008-09-26"),
    ("(Tirana, 26 September 2008) {}", "2008-09-26"),
    ("Tirana (26 September 2008) – {}", "2008-09-26"),
    ("MINISTRY OF DEFENCE\n\nTirana, the 26 September 2008\n\n{}", "2008-09-26"),
    ("MINISTRY OF DEFENCE\nPress release No. 14/2008\nFriday, 26 September 2008\n\n{}", "2008-09-26"),
    ("MINISTRY OF DEFENCE\nFOR IMMEDIATE RELEASE                       September 26, 2008\n\n{}", "2008-09-26"),
    ("MINE LETTER\nNo. 5/2008 -- 26 September 2008\n\n{}", "2008-09-26"),
    ("MINE LETTER\nAutumn issue, September 2008\n\n{}", "2008-09"),
    ("A seminar in Tirana\nTirana, 23-25 September 2008\n\nReport, 26 September 2008\n\n{}", "2008-09-26"),
    ("A letter to our members\n\n{}\n\nTirana, 26 September 2008", "2008-09-26"),
    ("A letter to our members\n\n{}\n", None),
    ("A letter to our members\n\n{} Tirana, 26 September 2008.", "2008-09-26"),
    ("A letter to our members\n\n{} (26.9.2008)", "2008-09-26"),
    ("A letter to our members\n\n{} They met in Tirana, 26 September 2008.", None),
    ("A letter to our members\n\n{} Next: 26 September 2008.", None),
    ("A seminar of the guild. Tirana, 26 September 2008.", None),
    ("Mine Letter, 26 September 2008. {}", "2008-09-26"),
    ("Office of the Guild, Tirana. Press statement, 26 September 2008.\n{}", "2008-09-26"),
    ("Workshop on Mines, Tirana, 26 September 2008. {}", None),
    ("The guild sat down in Tirana, 26 September 2008. {}", None),
    ("Bell Mission to Albania. Tirana, 26 September 2008. {}", "2008-09-26"),
    ("Bell weekly review, 26 September 2008. {}", "2008-09-26"),
    ("The Bell\nNewsletter, first half of 2008\n\n{}", "2008"),
    ("MINE LETTER 3/2008\n\n{}", "2008"),
    ("MINE LETTER\nBulletin No. 3/2008\n\n{}", "2008"),
    ("MINE LETTER\nFit for roads of class 3/2008\n\n{}", None),
    ("A seminar was held on 26 September 2008 in Tirana, and many came to it from all over. {}", None),
    ("MINISTRY OF DEFENCE\n\nThe seminar in Tirana, 23-25 September 2008\n\n{}", None),
    ("On 26 September 2008, as the sun rose. {}", None),
    ("On 26 September 2008, the Minister said.\n\n{}", None),
    ("The Convention was signed 26 September 2008.\n\n{}", None),
    ("The Minister met his colleagues in Lima on 26 September 2008. {}", None),
    ("The Hague, 26 September 2008 -- {}", "2008-09-26"),
    ("Rio de Janeiro (26 September 2008) -- {}", "2008-09-26"),
    ("{}", None),
]


def make(text: str) -> Document:
    return Document(identifier="d", text=text, sha256="")


@pytest.mark.parametrize(("top", "issued"), TOPS, ids=[top[:40] for top, _ in TOPS])
def test_the_day_of_a_text_is_read_from_its_layout(top: str, issued: str | None) -> None:
    found = find_issue_date(make(top.format(STORY)))
    assert (found[0] if found else None) == issued


@pytest.mark.parametrize(
    "top",
    [
        "THE LANTERN\nNotes of the guild, issued in Tirana on 26 September 2008",
        "THE LANTERN\nSummer number. Text closed on 26 September 2008.",
        "An entry for the book of old pacts, written on 26 September 2008",
        "AFTER THE STORM\n\nTirana (26 September 2008). Two meetings lie ten years apart.",
    ],
)
def test_the_day_on_which_a_text_was_closed_is_its_own(top: str) -> None:
    found = find_issue_date(make(f"{top}\n\n{STORY}"))
    assert found is not None
    assert found[0] == "2008-09-26"


def test_the_words_that_tell_are_given() -> None:
    text = "TIRANA, 26 September 2008 -- " + STORY
    found = find_issue_date(make(text))
    assert found is not None
    assert text[found[1].begin : found[1].end] == "26 September 2008"


@pytest.mark.parametrize(
    ("story", "issued"),
    [
        ("The experts talked about clearance.", None),
        ("The experts talked about clearance on 10 July.", "2000-07-11"),
        ("The experts talked about clearance on November 6.", "2000-11-07"),
        ("The experts talked about clearance on 10 July and on November 6.", None),
    ],
)
def test_a_day_that_could_be_a_month_is_read_as_the_text_writes_its_days(story: str, issued: str | None) -> None:
    found = find_issue_date(make(f"MINISTRY OF DEFENCE\n\n11/07/2000\n\n{story}"))
    assert (found[0] if found else None) == issued


@pytest.mark.parametrize(
    ("top", "issued"),
    [
        ("FACT SHEET\nMines and the law\nUpdated: 26/09/08\n\n{}", "2008-09-26"),
        ("THE BELL\nNews of the deminers\nBranch office, Lima. May 2008. Issue 12\n\n{}", "2008-05"),
        ("MINUTES\nClearance Group, 9th meeting\nDate and time: Friday 26 September 2008, 10:00\n\n{}", "2008-09-26"),
        (
            "Statement by the delegation of Peru , on behalf of the group of donors , at the plenary of the meeting "
            "on the clearance of mines , on the adoption of its agenda , Lima , 26 September 2008 \n{}",
            "2008-09-26",
        ),
    ],
)
def test_labels_minutes_issues_and_titles_of_statements_give_the_day(top: str, issued: str) -> None:
    found = find_issue_date(make(top.format(STORY)))
    assert found is not None
    assert found[0] == issued


@given(st.text(max_size=200))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = find_issue_date(make(text))
    assert found is None or text[found[1].begin : found[1].end].strip()


def test_the_day_of_issue_goes_before_the_day_of_an_update() -> None:
    text = "Monday, March 1, 2010 - 22:55.  Updated on Friday, May 6, 2011 - 18:40.\n\nA seminar was held in Bern."
    found = find_issue_date(Document(identifier="d", text=text, sha256=""))
    assert found is not None
    assert found[0] == "2010-03-01"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.json")), ids=lambda path: path.stem)
def test_the_day_of_an_annotated_document_is_found(path: Path) -> None:
    found = find_issue_date(make((folder("corpus") / f"{path.stem}.txt").read_text(encoding="utf-8")))
    assert (found[0] if found else None) == json.loads(path.read_text(encoding="utf-8"))["published"]


def test_a_keyed_date_with_a_venue_is_that_of_the_event() -> None:
    text = "PRESS NOTE\nLima, 9 September 2003\n\nTalks are to be held:\nDate: 11 September 2003\nVenue: Union Hall\n"
    found = find_issue_date(Document(identifier="d", text=text, sha256=""))
    assert found is not None
    assert found[0] == "2003-09-09"


@pytest.mark.parametrize(
    ("top", "issued"),
    [
        ("THE LANTERN\nQuarterly of the Guild, vol. 8, no. 2 (Summer 2013)", "2013-08"),
        ("ACTIVITY REPORT, third quarter 2011", "2011"),
        ("JOURNAL OF CLEARANCE          December 2003, pp. 61-62", "2003-12"),
    ],
)
def test_a_periodical_may_be_dated_by_no_more_than_its_month_or_year(top: str, issued: str) -> None:
    text = f"{top}\n\n{STORY}\n\n- Haiti: signed on 3 December 1997\n- Peru: signed on 4 December 1997\n"
    found = find_issue_date(Document(identifier="d", text=text, sha256=""))
    assert found is not None
    assert found[0] == issued


@pytest.mark.parametrize(
    ("top", "issued"),
    [
        ("PRESS UNIT\n02-October-2016 20:30 IST", "2016-10-02"),
        ("MINISTERIO\nUnidad de Prensa, San Salvador, 17 de enero de 1992", "1992-01-17"),
        ("PEACE LETTER - Number 4 of 2018 - Monday 10 December", "2018-12-10"),
        ("HARBOUR NEWS\n\nBy the staff of a trade journal. May 23, 1998.", "1998-05-23"),
        ("HARBOUR WATCH\nan occasional sheet, no. 2, October 2005", "2005-10"),
    ],
)
def test_the_heads_of_papers_are_dated_in_many_ways(top: str, issued: str) -> None:
    found = find_issue_date(Document(identifier="d", text=f"{top}\n\n{STORY}\n\n{STORY}\n", sha256=""))
    assert found is not None
    assert found[0] == issued


@pytest.mark.parametrize(
    ("head", "issued"),
    [
        ("BERN, Switzerland — 20 April 2018 — Experts met in Bern on 17 April.", "2018-04-20"),
        ("BERN–20 April 2018–Experts met in Bern on 17 April.", "2018-04-20"),
        ("Mines body launched BERN, 20 April 2018 (XYZ) - Experts met in Bern on 17 April.", "2018-04-20"),
        ("April 20, 2018. Experts met in Bern on 17 April.", "2018-04-20"),
    ],
)
def test_a_day_between_dashes_or_before_the_first_sentence_is_that_of_the_text(head: str, issued: str) -> None:
    found = find_issue_date(Document(identifier="d", text=head, sha256=""))
    assert found is not None
    assert found[0] == issued


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("DEMINING QUARTERLY\nLima, Peru                    July - September 2008\n\n{}", "2008-09"),
        ("PROGRESS REPORT, October-December 2008\n\n{}", "2008-12"),
        ("MINE WATCH\nNumber 7, Winter 2007/08\n\n{}", "2007-12"),
        ("MINE WATCH\nNumber 7, Autumn 2008\n\n{}", "2008-11"),
        ("MINE WATCH\nNo. 7, Advent 2008\n\n{}", "2008-12"),
        ("TRIP REPORT\n\nDates: 7-19 September 2008\nFiled: 26 September\n\n{}", "2008-09-26"),
        ("{}\n\n(2008)", "2008"),
        ("Seminar on Mines\n\nWhen: 26 September 2008\nWhere: Lima\n\n{}", None),
    ],
)
def test_the_head_of_a_report_tells_its_quarter_and_a_form_the_day_of_its_event(top: str, day: str | None) -> None:
    found = find_issue_date(make(top.format(STORY)))
    assert (found[0] if found else None) == day


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("UN Seminar Opens in Lima\n2005/4/19\n\nThe seminar opened today.", "2005-04-19"),
        (
            "Status of the Sea Treaty on 31 December 2016\n\nState | Signed\nPeru | 3 June 2013\nChad | 4 July 2013",
            "2016-12-31",
        ),
        ("Table\n\nState | Signed\nPeru | 3 June 2013\nChad | 4 July 2013\n\nThat is all there is.", None),
        ("A day in Lima\n\n[Photo: The hall in Quito, 12 March 2018. (c) BRN]\n\nThey met for hours on end.", None),
    ],
)
def test_rows_and_captions_date_no_text(text: str, issued: str | None) -> None:
    found = find_issue_date(Document(identifier="d", text=text, sha256=""))
    assert (found[0] if found else None) == issued
