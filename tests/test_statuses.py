"""What texts say of States and treaties: who, which treaty, when, and whether done, planned, refused or denied."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.dates.dates import DateMention
from kg.extract.phrases.pattern import load_patterns
from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.reading import read_document
from kg.extract.treaties.act import find_heads, read_mood
from kg.extract.treaties.status import find_statuses
from kg.extract.treaties.statusmind import DENIED
from kg.model import BASE, Actor, Document, Reading, Span

CCM = "treaty/ccm"
_ROWS = [(p, example) for p in load_patterns("status").patterns for example in p.examples]


def to_phrase(line: str) -> Phrase:
    """Make a phrase of a line as the examples write it: A0 is Norway, any other A or B is Peru."""
    words = line.split(" ")
    spans, marks, at = [], [], 0
    for word in words:
        span = Span(at, at + len(word))
        spans.append(span)
        marks.append(to_mark(word, span) if re.fullmatch(r"[ABDT]\d", word) else None)
        at += len(word) + 1
    return Phrase(
        span=Span(0, at),
        line=line,
        words=words,
        spans=tuple(spans),
        marks=tuple(marks),
        starts=tuple(span.begin for span in spans),
    )


def to_mark(word: str, span: Span) -> Mark:
    """Make the mark that a letter and a number stand for."""
    actors = (("norway",) if word == "A0" else ("peru",)) if word[0] in "AB" else ()
    treaties = (f"{BASE}{CCM}",) if word[0] == "T" else ()
    date = DateMention(begin=span.begin, end=span.end, first="2009", last="2009", inferred=False, kind="year")
    return Mark(
        letter=word[0],
        begin=span.begin,
        end=span.end,
        actors=actors,
        treaties=treaties,
        date=date if word[0] == "D" else None,
    )


ACTORS = [
    Actor(key="norway", kind="State", label="Norway", iri=f"{BASE}state/NOR"),
    Actor(key="peru", kind="State", label="Peru", iri=f"{BASE}state/PER"),
]


def read(text: str, issued: str | None = "2011-05-20") -> Reading:
    return read_document(Document(identifier="x", text=text, sha256="", issued=issued))


def deeds(text: str, issued: str | None = "2011-05-20") -> set[tuple[str, str, str, str, str | None]]:
    return {(a.state[-3:], a.type, a.treaty.rsplit("/", 1)[-1], a.status, a.date) for a in read(text, issued).actions}


def standings(text: str) -> set[tuple[str, str, str]]:
    return {(c.state[-3:], c.status, c.treaty.rsplit("/", 1)[-1]) for c in read(text).claims}


def test_there_are_rows_and_each_has_an_example() -> None:
    assert len({p.name for p in load_patterns("status").patterns}) >= 25
    assert {p.name for p in load_patterns("status").patterns} == {p.name for p, _ in _ROWS}


@pytest.mark.parametrize(("name", "example"), sorted({(p.name, e) for p, e in _ROWS}), ids=lambda x: x)
def test_an_example_is_read_by_its_row_and_tells_what_the_row_says(name: str, example: str) -> None:
    phrase = to_phrase(example)
    head = next(h for h in find_heads(phrase) if h.row.name == name)
    actions, claims = find_statuses([phrase], ACTORS, Document(identifier="x", text=example, sha256=""))
    told = {a.type for a in actions} | {c.status for c in claims}
    wanted = head.row.fields.get("action") or head.row.fields.get("status")
    if "denied" in head.row.fields:
        wanted = DENIED[head.row.fields["action"]]
    assert wanted in told if wanted else told


@pytest.mark.parametrize(
    ("words", "verb", "mood"),
    [
        ("has", "ratified", "done"),
        ("will", "ratify", "planned"),
        ("has promised to", "ratify", "planned"),
        ("does not intend to", "ratify", "refused"),
        ("refused to", "sign", "refused"),
        ("has yet to", "sign", "denied"),
        ("is not ready to", "join", "denied"),
        ("was urged to", "join", "open"),
        ("should", "join", "open"),
        ("was the first to", "sign", "done"),
        ("is", "leaving", "planned"),
        ("without", "ratifying", "denied"),
        ("after", "signing", "done"),
    ],
)
def test_the_words_before_a_verb_tell_its_mood(words: str, verb: str, mood: str) -> None:
    assert read_mood(words.split(), verb) == mood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana ratified the Convention on Cluster Munitions on 3 February 2011.",
            {("GHA", "Ratification", "ccm", "Held", "2011-02-03")},
        ),
        (
            "The Convention on Cluster Munitions was ratified by Ghana on 3 February 2011.",
            {("GHA", "Ratification", "ccm", "Held", "2011-02-03")},
        ),
        (
            "Ghana acceded to the Convention on Cluster Munitions in 2009 and Mali in 2010.",
            {("GHA", "Accession", "ccm", "Held", "2009"), ("MLI", "Accession", "ccm", "Held", "2010")},
        ),
        (
            "Ghana and Mali joined the Arms Trade Treaty in 2009 and 2010 respectively.",
            {("GHA", "Accession", "att", "Held", "2009"), ("MLI", "Accession", "att", "Held", "2010")},
        ),
        (
            "Ghana ratified the Arms Trade Treaty in 2009. Mali did so in 2010.",
            {("GHA", "Ratification", "att", "Held", "2009"), ("MLI", "Ratification", "att", "Held", "2010")},
        ),
        (
            "Ghana's parliament voted to leave the Arms Trade Treaty.",
            {("GHA", "Withdrawal", "att", "Planned", None)},
        ),
        (
            "On 4 May 2011 Ghana lodged its notice of withdrawal from the Arms Trade Treaty.",
            {("GHA", "Withdrawal", "att", "Held", "2011-05-04")},
        ),
        (
            "The Arms Trade Treaty will enter into force for Ghana on 1 July 2011.",
            {("GHA", "EntryIntoForce", "att", "Planned", "2011-07-01")},
        ),
        (
            "Ghana signed the Arms Trade Treaty in 2008 but did not ratify it until 2010.",
            {("GHA", "Signature", "att", "Held", "2008"), ("GHA", "Ratification", "att", "Held", "2010")},
        ),
        ("Ghana refused to sign the Arms Trade Treaty.", {("GHA", "Signature", "att", "Cancelled", None)}),
        ("Ghana intends to ratify the Arms Trade Treaty.", {("GHA", "Ratification", "att", "Planned", None)}),
    ],
)
def test_an_act_is_told_with_its_state_treaty_mood_and_day(
    text: str, expected: set[tuple[str, str, str, str, str | None]]
) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway urged Ghana to join the Arms Trade Treaty.",
        "Norway hoped that Ghana would ratify the Arms Trade Treaty.",
        "If Ghana joins the Arms Trade Treaty, more will follow.",
        "The Arms Trade Treaty was discussed, and Ghana signed a memorandum on trade.",
        "At the meeting on the Arms Trade Treaty Ghana joined Mali at the table.",
        "Eleven countries have ratified the Arms Trade Treaty since Ghana hosted a workshop.",
        "Ghana withdrew its troops, said a report on the Arms Trade Treaty.",
        "Ghana's president signed a law on schools.",
    ],
)
def test_what_is_only_wished_or_is_no_treaty_act_tells_nothing(text: str) -> None:
    assert deeds(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana is a State Party to the Arms Trade Treaty.", {("GHA", "StateParty", "att")}),
        ("Ghana is not a party to the Arms Trade Treaty.", {("GHA", "NotParty", "att")}),
        ("Ghana has not joined the Arms Trade Treaty.", {("GHA", "NotParty", "att")}),
        ("Ghana remains outside the Arms Trade Treaty.", {("GHA", "NotParty", "att")}),
        ("Ghana has signed but not ratified the Arms Trade Treaty.", {("GHA", "Signatory", "att")}),
        ("Ghana is no longer a party to the Arms Trade Treaty.", {("GHA", "Withdrawn", "att")}),
        (
            "Ghana is a party to the Arms Trade Treaty. Mali and Togo are not.",
            {("GHA", "StateParty", "att"), ("MLI", "NotParty", "att"), ("TGO", "NotParty", "att")},
        ),
        (
            "Neither Ghana nor Mali has signed the Arms Trade Treaty.",
            {("GHA", "NotParty", "att"), ("MLI", "NotParty", "att")},
        ),
        (
            "Two have signed the Arms Trade Treaty but not ratified it: Ghana, which is in no hurry, and Mali.",
            {("GHA", "Signatory", "att"), ("MLI", "Signatory", "att")},
        ),
        ("Parties to the conflict met in Ghana under the Arms Trade Treaty.", set()),
    ],
)
def test_a_standing_is_told(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert standings(text) == expected


def test_none_of_the_three_are_those_named_together_before() -> None:
    text = "Ghana, Mali and Togo were there. None of the three has joined the Arms Trade Treaty."
    assert standings(text) == {(code, "NotParty", "att") for code in ("GHA", "MLI", "TGO")}


def test_a_claim_knows_since_when() -> None:
    claims = read("Ghana has been a party to the Arms Trade Treaty since 2004.").claims
    assert [(c.status, c.as_of) for c in claims] == [("StateParty", "2004")]


def test_a_table_with_columns_is_read_row_by_row() -> None:
    head = "The Arms Trade Treaty\n\nState | Signature | Ratification\n"
    text = f"{head}Ghana | 3 May 2008 | 4 June 2009\nMali | 3 May 2008 | -\n"
    assert deeds(text) == {
        ("GHA", "Signature", "att", "Held", "2008-05-03"),
        ("GHA", "Ratification", "att", "Held", "2009-06-04"),
        ("MLI", "Signature", "att", "Held", "2008-05-03"),
    }


def test_a_treaty_between_two_states_comes_into_force_for_both() -> None:
    told = deeds("The Fisheries Agreement between Norway and Iceland entered into force on 1 May 2009.")
    assert {(state, kind, date) for state, kind, _, _, date in told} == {
        ("NOR", "EntryIntoForce", "2009-05-01"),
        ("ISL", "EntryIntoForce", "2009-05-01"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ratifications of the Arms Trade Treaty have been registered as follows:\n\n"
            "    Ghana   3 May 2010\n    Mali   4 June 2010\n",
            {
                ("GHA", "Ratification", "att", "Held", "2010-05-03"),
                ("MLI", "Ratification", "att", "Held", "2010-06-04"),
            },
        ),
        (
            "The Arms Trade Treaty has been ratified by:\n\n- Ghana\n- Mali\n",
            {("GHA", "Ratification", "att", "Held", None), ("MLI", "Ratification", "att", "Held", None)},
        ),
        (
            "1. Ghana.\n\nArms Trade Treaty.\n\nSigned in 2009.\n\nRatification deposited 8 July 2010.\n",
            {("GHA", "Signature", "att", "Held", "2009"), ("GHA", "Ratification", "att", "Held", "2010-07-08")},
        ),
        (
            "Ghana (3 May 2010) and Mali (4 June 2010) have ratified the Arms Trade Treaty.",
            {
                ("GHA", "Ratification", "att", "Held", "2010-05-03"),
                ("MLI", "Ratification", "att", "Held", "2010-06-04"),
            },
        ),
        (
            "The Arms Trade Treaty entered into force for Ghana on 1 March 2010 and for Mali on 1 April 2010.",
            {
                ("GHA", "EntryIntoForce", "att", "Held", "2010-03-01"),
                ("MLI", "EntryIntoForce", "att", "Held", "2010-04-01"),
            },
        ),
        (
            "The Arms Trade Treaty enters into force next month, but only for Ghana and for Mali.",
            {
                ("GHA", "EntryIntoForce", "att", "Planned", "2011-06"),
                ("MLI", "EntryIntoForce", "att", "Planned", "2011-06"),
            },
        ),
        (
            "Ghana is the second country in the world, and the first in Africa, to ratify the Arms Trade Treaty.",
            {("GHA", "Ratification", "att", "Held", None)},
        ),
        (
            "Ghana and Mali are the latest states to join the Arms Trade Treaty.",
            {("GHA", "Accession", "att", "Held", None), ("MLI", "Accession", "att", "Held", None)},
        ),
        (
            "Ghana has ratified the Arms Trade Treaty. Its ambassador handed over the instrument on 3 May 2011.",
            {("GHA", "Ratification", "att", "Held", "2011-05-03")},
        ),
        (
            "Ghana signed the Arms Trade Treaty on 3 May 2010, together with Mali.",
            {("GHA", "Signature", "att", "Held", "2010-05-03"), ("MLI", "Signature", "att", "Held", "2010-05-03")},
        ),
        (
            "Ghana ratified the Arms Trade Treaty in May 2010. Mali had been first, in April 2010.",
            {("GHA", "Ratification", "att", "Held", "2010-05"), ("MLI", "Ratification", "att", "Held", "2010-04")},
        ),
        (
            "Ghana will introduce a bill to allow ratification of the Arms Trade Treaty.",
            {("GHA", "Ratification", "att", "Planned", None)},
        ),
        (
            "The parliament of Ghana approved the ratification of the Arms Trade Treaty on 3 May 2011.",
            {("GHA", "Ratification", "att", "Planned", None)},
        ),
        (
            "Accession to the Arms Trade Treaty by Ghana is expected this year.",
            {("GHA", "Accession", "att", "Planned", None)},
        ),
        ("Ghana accepted the Arms Trade Treaty in 2009.", {("GHA", "Acceptance", "att", "Held", "2009")}),
        (
            "The Arms Trade Treaty, which Ghana ratified in 2009, was signed by Mali in 2010; its parliament has "
            "approved ratification.",
            {
                ("GHA", "Ratification", "att", "Held", "2009"),
                ("MLI", "Signature", "att", "Held", "2010"),
                ("MLI", "Ratification", "att", "Planned", None),
            },
        ),
        (
            "Ghana ratified ILO Convention 189 in 2009.",
            {("GHA", "Ratification", "domestic-workers", "Held", "2009")},
        ),
        (
            "Ghana ratified Protocol V of the Convention on Certain Conventional Weapons in 2009.",
            {("GHA", "Ratification", "ccw-p5", "Held", "2009")},
        ),
    ],
)
def test_lists_rounds_and_company_tell_acts_too(
    text: str, expected: set[tuple[str, str, str, str, str | None]]
) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Arms Trade Treaty is new. Ghana's minister will sign an agreement with a company from Mali.",
        "The Arms Trade Treaty is new. Ghana signed no instrument this year.",
        "Ghana withdrew its signature of the Arms Trade Treaty.",
        "The Arms Trade Treaty is new. Ghana's president put his name on 2 May 2011 to a law.",
        "Ghana opened an embassy.\n\nXY DEPOSITS INSTRUMENT OF RATIFICATION OF ARMS TRADE TREATY\n\nIt did so.",
    ],
)
def test_other_papers_and_other_subjects_tell_no_act(text: str) -> None:
    assert deeds(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "States parties to the Arms Trade Treaty:\nGhana\nMali\n",
            {("GHA", "StateParty", "att"), ("MLI", "StateParty", "att")},
        ),
        (
            "The Arms Trade Treaty\n\nSigned but not ratified:\n- Ghana\n\nNot yet signed:\n- Mali\n",
            {("GHA", "Signatory", "att"), ("MLI", "NotParty", "att")},
        ),
        (
            "Ghana and Mali have not ratified ILO Convention 189.",
            {(s, "NotParty", "domestic-workers") for s in ("GHA", "MLI")},
        ),
        (
            "Ghana acceded to the Arms Trade Treaty in March and became a state party in April.",
            {("GHA", "StateParty", "att")},
        ),
        ("Ghana became a member of the body once it had acceded to the Arms Trade Treaty.", set()),
        (
            "The states parties to the Arms Trade Treaty gave news, with Ghana and Mali both reporting on it.",
            {("GHA", "StateParty", "att"), ("MLI", "StateParty", "att")},
        ),
        (
            "Ghana has signed the Arms Trade Treaty and must ratify; so must Mali.",
            {("GHA", "Signatory", "att"), ("MLI", "Signatory", "att")},
        ),
        (
            "Ghana is still outside the Arms Trade Treaty. Mali is in the same position.",
            {("GHA", "NotParty", "att"), ("MLI", "NotParty", "att")},
        ),
        (
            "Ghana has not signed the Arms Trade Treaty, and Mali hasn't either.",
            {("GHA", "NotParty", "att"), ("MLI", "NotParty", "att")},
        ),
        (
            "Ghana and Mali are the only countries in Africa that have not signed the Arms Trade Treaty.",
            {("GHA", "NotParty", "att"), ("MLI", "NotParty", "att")},
        ),
        (
            "Ghana has been a party to the Arms Trade Treaty since 2009 and to the Ottawa Convention since 2001.",
            {("GHA", "StateParty", "att"), ("GHA", "StateParty", "ottawa")},
        ),
        (
            "Ghana is already a state party to the Arms Trade Treaty and to the Ottawa Convention.",
            {("GHA", "StateParty", "att"), ("GHA", "StateParty", "ottawa")},
        ),
        (
            "Few are outside the Arms Trade Treaty. Two are left: Ghana and Mali.",
            {("GHA", "NotParty", "att"), ("MLI", "NotParty", "att")},
        ),
        (
            "Ghana, a signatory since 2009, told us that its senate approved the Arms Trade Treaty.",
            {("GHA", "Signatory", "att")},
        ),
        (
            "Two states not party to the Arms Trade Treaty attended as observers: Ghana and Mali.",
            {("GHA", "NotParty", "att"), ("MLI", "NotParty", "att")},
        ),
    ],
)
def test_lists_and_echoes_tell_standings_too(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert standings(text) == expected


def test_every_row_rests_on_words_of_the_text() -> None:
    text = "Last year Ghana ratified the Arms Trade Treaty; Mali is not a party."
    reading = read(text)
    spans = [a.span for a in reading.actions] + [c.span for c in reading.claims]
    assert len(spans) == 2
    assert text[spans[0].begin : spans[0].end].startswith("Ghana ratified")
    assert text[spans[1].begin : spans[1].end].startswith("Mali is not")


WORDS = (
    "Ghana Mali Norway the Arms Trade Treaty has not signed ratified joined party to , . ; : neither nor which it "
    "2004 of by for and"
).split()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_row_of_words_can_be_read(text: str) -> None:
    reading = read(text)
    for span in [*(a.span for a in reading.actions), *(c.span for c in reading.claims)]:
        assert 0 <= span.begin < span.end <= len(text)
    for state in [*(a.state for a in reading.actions), *(c.state for c in reading.claims)]:
        assert state.startswith(f"{BASE}state/")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("won't sign", {("Signature", "Cancelled")}),
        ("wouldn’t sign", {("Signature", "Cancelled")}),
        ("didn't sign", set[tuple[str, str]]()),
        ("hasn’t signed", set[tuple[str, str]]()),
        ("hadn't signed", set[tuple[str, str]]()),
        ("can't sign", set[tuple[str, str]]()),
        ("shouldn't sign", set[tuple[str, str]]()),
    ],
)
def test_a_contraction_says_what_its_two_words_say(said: str, told: set[tuple[str, str]]) -> None:
    text = f"Peru {said} the Convention on Cluster Munitions."
    assert {(action, status) for _, action, _, status, _ in deeds(text)} == told


@pytest.mark.parametrize("among", ["among", "amongst"])
@pytest.mark.parametrize("said", ["have so far stayed out of", "have not joined"])
def test_those_picked_out_of_a_number_stand_as_all_of_them(said: str, among: str) -> None:
    text = f"Thirty-six States {said} the Ottawa Convention, Peru and Chad {among} them."
    assert standings(text) == {("PER", "NotParty", "ottawa"), ("TCD", "NotParty", "ottawa")}


@pytest.mark.parametrize(
    ("when", "day"),
    [("the following July", "1998-07"), ("the ensuing July", "1998-07"), ("the previous July", "1997-07")],
)
def test_a_month_is_counted_from_the_day_told_before(when: str, day: str) -> None:
    told = deeds(f"Peru signed the Ottawa Convention on 3 December 1997 and ratified it {when}.")
    assert ("PER", "Ratification", "ottawa", "Held", day) in told


@pytest.mark.parametrize(
    "text",
    [
        "Nor has Peru signed the Convention on Cluster Munitions, which is ten years old.",
        "Neither has Peru signed the Convention on Cluster Munitions.",
        "Never has Peru joined the Convention on Cluster Munitions.",
    ],
)
def test_a_negation_turned_round_denies_the_act(text: str) -> None:
    assert not deeds(text)
    assert {status for _, status, _ in standings(text)} == {"NotParty"}


def test_a_condition_turned_round_tells_nothing() -> None:
    assert not deeds("Had Peru ratified the Convention on Cluster Munitions, it would have been the first.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "90 States have signed the Arms Trade Treaty and 30 have ratified it, including Peru.",
            {("PER", "Ratification")},
        ),
        (
            "90 States have signed and ratified the Arms Trade Treaty, among them Peru.",
            {("PER", "Signature"), ("PER", "Ratification")},
        ),
        (
            "Two more States have joined the Arms Trade Treaty. They are Gabon and Togo.",
            {("GAB", "Accession"), ("TGO", "Accession")},
        ),
        (
            "The President of Chile and the Prime Minister of Fiji signed the Arms Trade Treaty.",
            {("CHL", "Signature"), ("FJI", "Signature")},
        ),
        (
            "The Arms Trade Treaty was signed in Lima by the President of Peru and the Foreign Minister of Chile.",
            {("PER", "Signature"), ("CHL", "Signature")},
        ),
        (
            "The extradition treaty between Fiji and India went into force in 2010.",
            {("FJI", "EntryIntoForce"), ("IND", "EntryIntoForce")},
        ),
        (
            "Peru and Chile exchanged instruments of ratification of the Lima Treaty.",
            {("PER", "Ratification"), ("CHL", "Ratification")},
        ),
        (
            "Ireland's instrument of ratification was deposited in 1997. That was for the Arms Trade Treaty.",
            {("IRL", "Ratification")},
        ),
        ("The minister accepted the Arms Trade Treaty from Chile's ambassador in Norway.", set()),
        ("The opening for signature of the Arms Trade Treaty took place in Jamaica.", set()),
    ],
)
def test_acts_of_several_states(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(state, kind) for state, kind, *_ in deeds(text)} == expected


def test_the_day_of_entry_into_force_is_not_that_of_the_ratification_before_it() -> None:
    text = "The Lima Treaty entered into force on 4 August 1972 after India and Pakistan had ratified it."
    assert {(kind, date) for _, kind, _, _, date in deeds(text)} == {("Ratification", None)}


@pytest.mark.parametrize(
    ("text", "status", "states"),
    [
        (
            "Parties to the Arms Trade Treaty that have ratified or acceded (as of 2014): 2 countries (Mali, Fiji).",
            "StateParty",
            {"MLI", "FJI"},
        ),
        (
            "Parties to the Arms Trade Treaty by ratification or accession: 2 countries as of May 2014 (Mali, Fiji).",
            "StateParty",
            {"MLI", "FJI"},
        ),
        (
            "Three States are still not party to the Arms Trade Treaty. They are Nepal and Laos.",
            "NotParty",
            {"NPL", "LAO"},
        ),
        (
            "The States not party to the Arms Trade Treaty that attended as observers were Cuba and Nepal.",
            "NotParty",
            {"CUB", "NPL"},
        ),
        (
            "Peru has signed the Arms Trade Treaty but has yet to deposit its instrument of ratification.",
            "Signatory",
            {"PER"},
        ),
    ],
)
def test_standings_told_in_lists_and_afterwards(text: str, status: str, states: set[str]) -> None:
    found = standings(text)
    assert {state for state, *_ in found} == states
    assert {kind for _, kind, _ in found} == {status}


def test_one_standing_goes_on_with_another() -> None:
    text = "Peru is a signatory to the Arms Trade Treaty and a State Party to the CCM, while Fiji is party to neither."
    assert standings(text) == {
        ("PER", "Signatory", "att"),
        ("PER", "StateParty", "ccm"),
        ("FJI", "NotParty", "att"),
        ("FJI", "NotParty", "ccm"),
    }


def test_a_state_whose_letters_were_wrongly_decoded_is_still_found() -> None:
    reading = read(
        "SÃ£o TomÃ© and PrÃ\u00adncipe ratified the Ottawa Convention in March 2003. So did CÃ´te dâ€™Ivoire in 2000."
    )
    assert {action.state.rpartition("/")[2] for action in reading.actions} == {"STP", "CIV"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Peru has signed the Arms Trade Treaty but has not ratified it; a bill will come before the Congress.",
            "Signatory",
        ),
        ("Peru signed the Arms Trade Treaty. It is not among those that have ratified.", "Signature Signatory"),
        ("Peru is among the States that have ratified the Arms Trade Treaty.", "Ratification StateParty"),
        ("A certificate on depots under the Arms Trade Treaty was signed by Peru's Foreign Minister.", ""),
    ],
)
def test_who_is_among_those_that_did_it_and_which_paper_was_signed(text: str, told: str) -> None:
    reading = read(text)
    found = [action.type for action in reading.actions] + [claim.status for claim in reading.claims]
    assert found == told.split()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All of them except Haiti have signed the Arms Trade Treaty.", {("HTI", "NotParty")}),
        ("Every State of the Gulf, except Oman, has joined the Arms Trade Treaty.", {("OMN", "NotParty")}),
        ("All members of the Caribbean Community except Haiti are parties to the Arms Trade Treaty.", set()),
        ("No country of the region except Haiti has signed the Arms Trade Treaty.", set()),
        ("Kenya ratified the Arms Trade Treaty in 2014, followed by Ghana.", {("KEN", "Ratification")}),
        ("Ukraine added its name to the Arms Trade Treaty.", {("UKR", "Signature")}),
        ("Campaigners want Vietnam to follow Laos and join the Arms Trade Treaty.", set()),
        ("It was rumoured that Myanmar had acceded to the Arms Trade Treaty.", set()),
        ("Invited to a ceremony on the Arms Trade Treaty, Georgia signed nothing.", set()),
    ],
)
def test_exceptions_and_followers_are_not_the_ones_who_did_it(text: str, told: set[tuple[str, str]]) -> None:
    reading = read(text)
    found = {(action.state[-3:], action.type) for action in reading.actions}
    assert found | {(claim.state[-3:], claim.status) for claim in reading.claims} == told


def test_a_short_name_in_brackets_is_the_same_treaty() -> None:
    reading = read(
        "Norway signed the Convention on Civil Aspects of Child Abduction (the Hague Convention) on 4 January 2014. "
        "The Hague Convention enters into force for Norway on 1 April 2014."
    )
    assert len({action.treaty for action in reading.actions}) == 1
    assert [action.type for action in reading.actions] == ["Signature", "EntryIntoForce"]


def test_rows_of_a_table_that_lost_its_columns_are_each_of_their_own_state() -> None:
    """What one line says is not told of the State of the next; one that names no standing says nothing."""
    lead = "This note says how things stand with the Convention on Cluster Munitions in the countries of the region."
    rows = ["Albania State Party", "Greece has not signed", "Mali | State Party", "Oman non-signatory", "Peru Lima"]
    found = read("\n".join([lead, "", *rows, "Serbia has signed, not ratified"]))
    assert {(claim.state[-3:], claim.status) for claim in found.claims} == {
        ("ALB", "StateParty"),
        ("GRC", "NotParty"),
        ("MLI", "StateParty"),
        ("OMN", "NotParty"),
        ("SRB", "Signatory"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On behalf of Ghana, Ambassador Kofi Boateng signed the Arms Trade Treaty.", {("GHA", "Signature")}),
        ("A delegation led by Ms Ama Owusu signed the Arms Trade Treaty for Ghana.", {("GHA", "Signature")}),
        (
            "The Arms Trade Treaty was signed by the trade ministers of Ghana and Mali.",
            {("GHA", "Signature"), ("MLI", "Signature")},
        ),
        (
            "The heads of State of Ghana and Mali signed the Arms Trade Treaty.",
            {("GHA", "Signature"), ("MLI", "Signature")},
        ),
        (
            "Ghana, whose parliament ratified the Arms Trade Treaty in 2010, was praised by Mali.",
            {("GHA", "Ratification")},
        ),
        (
            "The Arms Trade Treaty has been ratified in Ghana and Mali.",
            {("GHA", "Ratification"), ("MLI", "Ratification")},
        ),
        (
            "Ghana and Mali signed the Arms Trade Treaty. Having been ratified by both, it took effect.",
            {
                ("GHA", "Signature"),
                ("MLI", "Signature"),
                ("GHA", "Ratification"),
                ("MLI", "Ratification"),
            },
        ),
        (
            "President Kufuor of Ghana signed the instrument of ratification of the Arms Trade Treaty.",
            {("GHA", "Ratification")},
        ),
        (
            "Ghana's president put his signature to the ratification of the Arms Trade Treaty.",
            {("GHA", "Ratification")},
        ),
        (
            "Ghana, the last to hesitate, brought the Arms Trade Treaty into effect on 2 May 2011.",
            {("GHA", "EntryIntoForce")},
        ),
        ("The Arms Trade Treaty has been in force in Ghana since 2 May 2011.", {("GHA", "EntryIntoForce")}),
        ("The Arms Trade Treaty is new. Ghana deposited its own instrument on 2 May 2011.", {("GHA", "Ratification")}),
        (
            "Ghana's accession to the Arms Trade Treaty took place on 2 May 2011, Mali's on 4 May 2011.",
            {
                ("GHA", "Accession"),
                ("MLI", "Accession"),
            },
        ),
        (
            "Mali opened its depots, following the country's accession to the Arms Trade Treaty in 2010.",
            {("MLI", "Accession")},
        ),
        ("Ghana has decided not to sign the Arms Trade Treaty.", {("GHA", "Signature")}),
        (
            "The cabinet has given approval for Ghana's ratification of the Arms Trade Treaty.",
            {("GHA", "Ratification")},
        ),
        (
            "Ten States have ratified the Arms Trade Treaty: the latest was Ghana, on 2 May 2011.",
            {("GHA", "Ratification")},
        ),
        ("The cabinet of Ghana decided that Ghana should accede to the Arms Trade Treaty.", {("GHA", "Accession")}),
        ("Mali and Togo have not acceded to the Arms Trade Treaty. Ghana did so in 2010.", {("GHA", "Accession")}),
        (
            "The ministers of Ghana and Mali announced that their Governments had"
            " become parties to the Arms Trade Treaty.",
            {
                ("GHA", "Accession"),
                ("MLI", "Accession"),
            },
        ),
    ],
)
def test_whoever_acts_for_a_state_tells_its_act(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(a.state[-3:], a.type) for a in read(text).actions} == expected


def test_a_release_speaks_of_its_own_parliament_and_its_own_ratification() -> None:
    head = "MINISTRY OF FOREIGN AFFAIRS OF GHANA\nPress release, 3 May 2011\n\n"
    assert deeds(f"{head}The Senate has concurred in the ratification of the Arms Trade Treaty.") == {
        ("GHA", "Ratification", "att", "Planned", None)
    }
    assert deeds(f"{head}The Minister announced the ratification of the Arms Trade Treaty.") == {
        ("GHA", "Ratification", "att", "Held", None)
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mali announced that it was leaving the Arms Trade Treaty with immediate effect.", "Held"),
        ("Mali announced that it would leave the Arms Trade Treaty.", "Planned"),
    ],
)
def test_a_withdrawal_at_once_is_no_plan(text: str, status: str) -> None:
    assert [a.status for a in read(text).actions] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Mali would leave the Arms Trade Treaty only as a last resort.",
        "The seminar recommended that Mali sign the Arms Trade Treaty.",
        "Ambassador Owusu of Ghana asked those States that had signed but not ratified the Arms Trade Treaty to do so.",
    ],
)
def test_conditions_and_requests_tell_nothing(text: str) -> None:
    assert not read(text).actions
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As a party to the Arms Trade Treaty, Ghana must report.", {("GHA", "StateParty")}),
        ("Ghana, Mali and Togo have ratified the Arms Trade"
        " Treaty.", {(s, "StateParty") for s in ("GHA", "MLI", "TGO")}),
        ("No State of the region is party to the Arms Trade Treaty apart from Ghana and Mali.", {
            ("GHA", "StateParty"), ("MLI", "StateParty"),
        }),
        ("Ghana has been a party to the Arms Trade Treaty since 2004, Mali since 2006.", {
            ("GHA", "StateParty"), ("MLI", "StateParty"),
        }),
        ("Two have still to ratify the Arms Trade Treaty: Ghana, which has signed it, and Mali, which has not.", {
            ("GHA", "Signatory"), ("MLI", "NotParty"),
        }),
        ("The Arms Trade Treaty is new. Ghana is one of three States that remain"
        " outside; the others are Mali and Togo.", {
            ("GHA", "NotParty"), ("MLI", "NotParty"), ("TGO", "NotParty"),
        }),
        ("Many countries have signed the Arms Trade Treaty. Ghana is not among them.", {("GHA", "NotParty")}),
        ("Ghana has stayed out of the Arms Trade Treaty.", {("GHA", "NotParty")}),
        ("Ghana and Mali stand apart from the Arms Trade Treaty.", {("GHA", "NotParty"), ("MLI", "NotParty")}),
        ("Ghana is the only State which has not completed ratification of the Arms"
        " Trade Treaty.", {("GHA", "Signatory")}),
        ("Ghana belongs to the Arms Trade Treaty only as an observer.", set()),
        ("The Arms Trade Treaty is now binding on Ghana.", {("GHA", "StateParty")}),
        ("Ghana holds itself aloof from the Arms Trade Treaty.", {("GHA", "NotParty")}),
        ("The Minister spoke of Ghana and Mali, whose signatures of the Arms Trade Treaty are missing.", {
            ("GHA", "NotParty"), ("MLI", "NotParty"),
        }),
        ("All members except Ghana have signed the Arms Trade Treaty.", {("GHA", "NotParty")}),
        ("Ghana - the one State which has never joined the Arms Trade Treaty - was invited.", {("GHA", "NotParty")}),
        ("In the Caribbean, Haiti has not yet become a party to the Arms Trade Treaty.", {("HTI", "NotParty")}),
        ("Mr Chairman, Finland has been a State Party to the Arms Trade Treaty since 2014.", {("FIN", "StateParty")}),
    ],
)  # fmt: skip
def test_a_standing_is_told_in_many_ways(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(state, status) for state, status, _ in standings(text)} == expected


def test_several_treaties_behind_one_verb_are_all_told() -> None:
    text = (
        "Ghana acceded to the Arms Trade Treaty, the Convention on the Rights of the Child and the Treaty of Pelindaba."
        " Mali has ratified the CTBT in 2010 and, on the same occasion, the Outer Space Treaty. Togo has ratified both."
    )
    assert {(state, treaty) for state, _, treaty, _, _ in deeds(text)} == {
        ("GHA", "att"), ("GHA", "crc"), ("GHA", "pelindaba"), ("MLI", "ctbt"), ("MLI", "outer-space"),
        ("TGO", "ctbt"), ("TGO", "outer-space"),
    }  # fmt: skip


def test_items_of_a_list_say_how_each_state_joined() -> None:
    text = (
        "ARMS TRADE TREATY\n\nNew parties:\n* Ghana - accession, 2 May 2010\n* Mali - ratification, 4 May 2010\n"
        "* Togo - accession, 6 May 2010\n"
    )
    assert {(state, act) for state, act, _, _, _ in deeds(text)} == {
        ("GHA", "Accession"),
        ("MLI", "Ratification"),
        ("TGO", "Accession"),
    }


def test_it_both_signed_and_ratified_means_one_state() -> None:
    text = (
        "Ana Silva of Peru and Luis Vega of Chile spoke. Kenya is. It both signed and ratified the TPNW on 3 May 2018."
    )
    reading = read_document(Document(identifier="t", text=text, sha256=""))
    assert {(action.type, action.state[-3:]) for action in reading.actions} == {
        ("Signature", "KEN"),
        ("Ratification", "KEN"),
    }


def test_who_signed_and_is_to_ratify_is_a_signatory_unless_the_sentence_tells_that_it_joined() -> None:
    assert standings("Mali signed the CCM in 2009 and is to ratify it this year.") == {("MLI", "Signatory", "ccm")}
    later = (
        "Mali signed the CCM in May 2009; parliament gave its consent in 2010, ratification followed on 3 June 2010."
    )
    assert standings(later) == set()


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Peru, not a party to the Ottawa Convention in those days, came to Lima on 20 October 2005.", "2005-10-20"),
        ("The talks were held on 20 October 2005. Peru was not a party to the Ottawa Convention then.", "2005-10-20"),
        ("The talks were held on 20 October 2005. Peru is not a party to the Ottawa Convention.", None),
        ("Peru was not a party to the Ottawa Convention at the time.", None),
    ],
)
def test_what_was_so_in_those_days_is_as_of_the_day_spoken_of(said: str, day: str | None) -> None:
    assert {(claim.status, claim.as_of) for claim in read(said).claims} == {("NotParty", day)}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Fiji is a party to the NPT. Fiji and Samoa signed its Charter in Apia.", set()),
        ("Fiji signed the NPT. At a ceremony Samoa signed the regional agreement on the cable.", {("FJI", "npt")}),
        ("Fiji and Samoa signed the NPT. Peru signed as a witness. So did representatives of Chile.",
         {("FJI", "npt"), ("WSM", "npt")}),
        ("Fiji signed the NPT. Peru has no embassy there, and nothing signed in May changes that.", {("FJI", "npt")}),
        ("The Duma passed the bill on the NPT on 2 May, and the president of Russia signed it on 4 May.", set()),
    ],
)  # fmt: skip
def test_what_is_signed_beside_a_treaty_is_another_paper(said: str, told: set[tuple[str, str]]) -> None:
    assert {(state, treaty) for state, act, treaty, _, _ in deeds(said) if act == "Signature"} == told


@pytest.mark.parametrize(
    "said",
    [
        "Fiji and Samoa signed the Coral Sea Treaty. The council will meet after the Treaty has entered into force.",
        "Samoa signed the Coral Sea Protocol. It will enter into force once eight ratifications have been deposited.",
        "The CFE Treaty was signed. Some allies will wait for the withdrawal of Russian forces from Georgia.",
        "Fiji ratified the CCM. Samoa would welcome the accession of Peru.",
        "Fiji is a party to the CCM. The minister had been joined by Ana Silva of Peru; Chile joined in that appeal.",
        "Fiji and Samoa accepted the CCM in 2003. Peru and Chile are among those still outside the NPT.",
    ],
)
def test_what_is_awaited_or_is_no_act_at_all_tells_none(said: str) -> None:
    signed_or_told_first = {
        ("WSM", "Signature"),
        ("FJI", "Signature"),
        ("FJI", "Ratification"),
        ("FJI", "Acceptance"),
        ("WSM", "Acceptance"),
    }
    assert {(state, act) for state, act, _, _, _ in deeds(said)} <= signed_or_told_first


def test_the_kind_of_a_joining_is_told_behind_it() -> None:
    said = (
        "Latvia joined the CCW, by ratification, on 2 April 2004. "
        "Fiji is a party to the CCM, ratified in 2010, and to the CCW."
    )
    assert {(state, act, treaty, day) for state, act, treaty, _, day in deeds(said)} == {
        ("LVA", "Ratification", "ccw", "2004-04-02"),
        ("FJI", "Ratification", "ccm", "2010"),
    }


def test_who_is_only_told_to_have_signed_is_a_signatory_and_what_is_exchanged_are_ratifications() -> None:
    assert standings("Fiji and Samoa have signed the CCM; Peru has not.") >= {
        ("FJI", "Signatory", "ccm"),
        ("WSM", "Signatory", "ccm"),
    }
    said = (
        "The INF Treaty was signed by the United States and the Soviet Union. "
        "On 1 June 1988 President Ronald Reagan and General Secretary Mikhail Gorbachev exchanged the instruments."
    )
    assert {(state, act) for state, act, _, _, _ in deeds(said)} == {
        (state, act) for state in ("USA", "SUN") for act in ("Signature", "Ratification")
    }


def test_what_a_government_meant_to_do_is_planned() -> None:
    said = "Fiji. CWC: the Government made known in 2015 that it meant to succeed. No notice has been received."
    assert [action.status for action in read(said).actions] == ["Planned"]
    assert not deeds("Fiji is a party to the CCM. Samoa hopes to succeed, and Tonga meant to succeed.")


def test_a_standing_in_the_row_of_a_day_is_as_of_that_day() -> None:
    rows = (
        "How Peru left\n\n- 18 July 2010. The law is passed. Peru is still a party to the CCM.\n"
        "- Apia: Fiji is a party to the ATT.\n"
    )
    assert {(claim.state[-3:], claim.as_of) for claim in read(rows).claims} == {("PER", "2010-07-18"), ("FJI", None)}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Palau acceded to the CCM in May 2010. It will become binding for the island republic on 1 November 2010.",
         ("PLW", "EntryIntoForce", "2010-11-01")),
        ("For Fiji, which had sent six delegates to the talks as an observer, the CCM enters into force on 1 May 2010.",
         ("FJI", "EntryIntoForce", "2010-05-01")),
        ("The CCM is in force for Fiji. Samoa was first, as the Convention entered into force for her on 1 May 2010.",
         ("WSM", "EntryIntoForce", "2010-05-01")),
        ("Fiji acceded to the CCM on 27 August 2010. The Convention will be in force there from 1 February 2011.",
         ("FJI", "EntryIntoForce", "2011-02-01")),
        ("Fiji spoke of the CCM at the meeting. Samoa ratified a week before the meeting.",
         ("WSM", "Ratification", None)),
        ("Fiji ratified the CCM on 2 May 2010. So did Samoa, and Tonga, which followed in June 2010.",
         ("TON", "Ratification", "2010-06")),
        ("The CCM has 43 parties. The newest ratification is Fiji's, on 5 November 2010.",
         ("FJI", "Ratification", "2010-11-05")),
        ("Tuvalu acceded to the CCM on 2 May 2010. Fiji followed on 5 May 2010 by way of succession.",
         ("FJI", "Succession", "2010-05-05")),
        ("Fiji is going to give up its landmines and join the Ottawa Convention.", ("FJI", "Accession", None)),
    ],
)  # fmt: skip
def test_whose_act_it_is_and_when_is_told_in_many_ways(said: str, told: tuple[str, str, str | None]) -> None:
    assert told in {(state, act, day) for state, act, _, _, day in deeds(said)}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The CCM. Its instruments were deposited in this order:\n\n   Fiji   13 May 2010\n   Samoa   2 May 2010\n",
         {("FJI", "Ratification", "2010-05-13"), ("WSM", "Ratification", "2010-05-02")}),
        ("The CCM was opened. Instruments were also deposited by\n\n   Fiji     Samoa     Tonga\n\nand by others.\n",
         {("FJI", "Ratification", None), ("WSM", "Ratification", None), ("TON", "Ratification", None)}),
        ("Fiji and Samoa signed the CCM on 12 May 2010 with Tonga and Palau.",
         {(state, "Signature", "2010-05-12") for state in ("FJI", "WSM", "TON", "PLW")}),
        ("The ambassador handed the Fijian instrument of ratification of the CCM to the minister on 12 May 2010.",
         {("FJI", "Ratification", "2010-05-12")}),
    ],
)  # fmt: skip
def test_instruments_are_told_in_lists_and_by_the_people_whose_they_are(
    said: str, told: set[tuple[str, str, str | None]]
) -> None:
    assert {(state, act, day) for state, act, _, _, day in deeds(said)} == told


def test_acts_in_a_text_that_names_no_treaty_are_of_the_one_that_it_is_about() -> None:
    text = "Landmines lie in the valley. The landmine clinic is full. Peru has not signed. Mali ratified on 3 May 2009."
    assert deeds(text) == {("MLI", "Ratification", "ottawa", "Held", "2009-05-03")}
    assert standings(text) == {("PER", "NotParty", "ottawa")}
    assert deeds(text.replace("2009", "1995"), "1996-01") == set()


def test_an_acronym_behind_a_meetings_name_is_that_of_its_treaty() -> None:
    text = (
        "The Third Meeting of States Parties to the Treaty on the Prohibition of Nuclear Weapons (TPNW) is ahead. "
        "Mali joined the Arms Trade Treaty. On 3 May 2009 Peru deposited its ratification of the TPNW."
    )
    assert ("PER", "Ratification", "tpnw", "Held", "2009-05-03") in deeds(text)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Fiji has not joined the CCM, nor has Palau; Samoa and Tonga are States Parties.",
         {("FJI", "NotParty"), ("PLW", "NotParty"), ("WSM", "StateParty"), ("TON", "StateParty")}),
        ("Fiji has not joined the CCM. It is thinking about it. Palau is in the same position.",
         {("FJI", "NotParty"), ("PLW", "NotParty")}),
        ("The CCM in the Pacific.\n\nFiji ...... not a party; it sent a delegation.\n", {("FJI", "NotParty")}),
        ("The Emirates have not joined the CCM; the Jamahiriya is a party to it.",
         {("ARE", "NotParty"), ("LBY", "StateParty")}),
        ("The CCM is young. Fiji was not a party to the talks, and Samoa is not a member of the OSCE.", set()),
    ],
)  # fmt: skip
def test_standings_are_told_by_pointing_back_and_in_rows(said: str, told: set[tuple[str, str]]) -> None:
    assert {(state, status) for state, status, _ in standings(said) if (state, status) != ("FJI", "Signatory")} == told


def test_both_and_either_are_the_two_treaties_named_one_by_one() -> None:
    said = "The CCM is strict. The ATT is young. Fiji is a party to both. Palau has never been a party to either."
    assert standings(said) == {
        (state, status, treaty)
        for state, status in (("FJI", "StateParty"), ("PLW", "NotParty"))
        for treaty in ("ccm", "att")
    }
    assert not {treaty for *_, treaty in standings("The CCM, the ATT and the BWC exist. Fiji is a party to both.")} & {
        "att",
        "ccm",
    }


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The ministers of Fiji and Samoa issued a joint recommendation that their countries withdraw from the CCM.",
         set()),
        ("It is important that Fiji and Samoa - the only two islands that hold such weapons - ratify the CCM.", set()),
        ("The CCM was spoken of. President Kebede of Ethiopia had signed a decree on leaving the treaty.",
         {("ETH", "Withdrawal", "Planned")}),
        ("Fiji took part in the ATT talks. Fiji's cabinet sent a ratification bill to parliament.", set()),
        ("They denied reports that Fiji had signed the CCM, and Samoa denied that it had decided not to join the ATT.",
         set()),
        ("Had Fiji not acceded to the CCM in 2002, it would still have bombs.", set()),
    ],
)  # fmt: skip
def test_what_is_wanted_denied_or_supposed_is_not_done(said: str, told: set[tuple[str, str, str]]) -> None:
    reading = read(said)
    assert {(action.state[-3:], action.type, action.status) for action in reading.actions} == told
    assert not reading.claims


def test_two_states_with_two_days_have_one_each_and_a_gap_keeps_its_own() -> None:
    said = (
        "Fiji and Samoa signed the CCM in 2008 and 2009. "
        "Peru and Chile ratified the ATT later, Mexico in 2010. Canada, not among the first signatories, acceded to it."
    )
    assert {(state, act, day) for state, act, _, _, day in deeds(said)} == {
        ("FJI", "Signature", "2008"),
        ("WSM", "Signature", "2009"),
        ("PER", "Ratification", None),
        ("CHL", "Ratification", None),
        ("MEX", "Ratification", "2010"),
        ("CAN", "Accession", None),
    }
    assert not standings(said)


def test_who_is_handed_a_treaty_accepts_none() -> None:
    assert deeds("Minister Ida Holm accepted the Ottawa Convention from Norwegian Minister Jan Dahl.") == set()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The CCM has been signed by all of them, with the exception of Fiji and Samoa.",
         {("FJI", "NotParty"), ("WSM", "NotParty")}),
        ("The CCM was ratified by all signatories except Fiji.", {("FJI", "Signatory")}),
        ("All States of the region except Fiji have ratified the CCM.", {("FJI", "NotParty")}),
        ("None of the States of the region has joined the CCM except Fiji.", {("FJI", "StateParty")}),
        ("Samoa has not joined the CCM, though all other States, save for Fiji, have done so.",
         {("WSM", "NotParty"), ("FJI", "NotParty")}),
        ("The CCM has 110 member states, including all countries here apart from Fiji.", {("FJI", "NotParty")}),
    ],
)  # fmt: skip
def test_whoever_all_others_leave_out_has_not_done_it(said: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.state[-3:], claim.status) for claim in read(said).claims} == expected
    assert not read(said).actions


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("A seminar on the CCM drew 8 signatory States (Fiji, Peru, Chile), and Malta paid.",
         {("FJI", "Signatory"), ("PER", "Signatory"), ("CHL", "Signatory")}),
        ("Three of them are still outside the CCM (Fiji and Samoa), and Peru left the room.",
         {("FJI", "NotParty"), ("WSM", "NotParty")}),
        ("Two of these have never joined the CCM, to wit Fiji and Samoa.", {("FJI", "NotParty"), ("WSM", "NotParty")}),
        ("The CCM was praised. The Danes thanked Fiji, host and State Party, for the hall.", {("FJI", "StateParty")}),
        ("He was sad that the report of Fiji, a State Party to the CCM since 2010, was late.", {("FJI", "StateParty")}),
        ("Fiji, a neighbour with plenty of wrecks and not a member of the CCM, sent divers.", {("FJI", "NotParty")}),
        ("Fiji is a State Party to the CCM (acceded on 4 May 2010) and to the ATT (ratified on 7 June 2015).",
         {("FJI", "StateParty")}),
    ],
)  # fmt: skip
def test_a_standing_is_told_of_those_in_the_bracket_or_beside_it(said: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.state[-3:], claim.status) for claim in read(said).claims} == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Fiji has kept its word. We have ratified the ATT.", {("FJI", "Ratification", None)}),
        ("A guest said of Fiji and Peru that much is left to do. We have ratified the ATT.", set()),
        ("Fiji acceded to the CCM in 2010. It entered into force for us on 1 June 2011.",
         {("FJI", "Accession", "2010"), ("FJI", "EntryIntoForce", "2011-06-01")}),
        ("Fiji and 21 other nations signed the CCM in 2008.", {("FJI", "Signature", "2008")}),
        ("Fiji ratified the ATT in 2015. Samoa followed within weeks.",
         {("FJI", "Ratification", "2015"), ("WSM", "Ratification", None)}),
        ("Fiji itself was in the CCM from the start: signed 3 December 2008, ratified 1 May 2010.",
         {("FJI", "Signature", "2008-12-03"), ("FJI", "Ratification", "2010-05-01")}),
        ("The CCM has grown by Fiji (4 May 2010) and Samoa (6 June 2010), which deposited their instruments.",
         {("FJI", "Ratification", "2010-05-04"), ("WSM", "Ratification", "2010-06-06")}),
        ("The CCM:\n\n- Fiji: deposited its instrument on 4 May 2010.\n- Peru: signed on 1 May 2009.",
         {("FJI", "Ratification", "2010-05-04"), ("PER", "Signature", "2009-05-01")}),
        ("In May 2009 Fiji signed the CCM; it was ratified in June 2010.",
         {("FJI", "Signature", "2009-05"), ("FJI", "Ratification", "2010-06")}),
        ("The envoy was invited by the cabinet following Fiji's accession to the CCM on 4 May 2010.",
         {("FJI", "Accession", "2010-05-04")}),
        ("Fiji spoke. The CCM shall enter into force upon deposit of the tenth instrument of ratification.", set()),
        ("Fiji has signed the CCM.", {("FJI", "Signature", None)}),
    ],
)  # fmt: skip
def test_who_did_it_is_told_by_what_stands_around(said: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert {(action.state[-3:], action.type, action.date) for action in read(said).actions} == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The ATT is new. Fiji, whose Senate has passed the treaty, is slow.", {("FJI", "Ratification", "Planned")}),
        ("Chad spoke on the ATT. In Fiji the Senate voted for the ATT.", {("FJI", "Ratification", "Planned")}),
        ("Fiji's parliament passed the CCM. Fiji acceded to the CCM.", {("FJI", "Accession", "Held")}),
        ("Fiji passed the CCM to its neighbours.", set()),
        ("The CCM was praised. Fiji spoke of its ratification procedure on 4 May 2010.", set()),
    ],
)  # fmt: skip
def test_what_a_parliament_does_is_a_step(said: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(action.state[-3:], action.type, action.status) for action in read(said).actions} == expected
