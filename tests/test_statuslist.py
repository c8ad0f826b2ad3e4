"""Treaty acts and standings that several sentences, lines or columns tell together."""

import pytest
from told import read

NPT, CWC, BWC, CTBT, CCM, OTTAWA = "npt", "cwc", "bwc", "ctbt", "ccm", "ottawa"


def told(text: str) -> set[tuple[str, ...]]:
    """Give acts as (State, act, treaty, date) and standings as (State, standing, treaty)."""
    reading = read(text, issued="2016-05-20")
    acts = {(a.state[-3:], a.type, a.treaty.rsplit("/", 1)[-1], a.date or "") for a in reading.actions}
    return acts | {(c.state[-3:], c.status, c.treaty.rsplit("/", 1)[-1]) for c in reading.claims}


@pytest.mark.parametrize(
    "text",
    [
        "Mali has signed the CTBT and gone no further.",
        "Mali has signed the CTBT but not gone any further.",
        "Mali has signed the CTBT, but its parliament has not given its consent.",
        "Mali has put its name to the CTBT, but the assembly has still to approve it.",
        "Mali stands before the CTBT, signature given and ratification awaited.",
        "Mali has signed the CTBT; what is missing is the ratification. Its ratification is still lacking.",
        "Mali has signed the CTBT and is preparing to ratify it.",
    ],
)
def test_who_signs_and_goes_no_further_is_a_signatory(text: str) -> None:
    assert ("MLI", "Signatory", CTBT) in told(text)


def test_a_consent_that_would_have_been_given_was_not() -> None:
    assert told("Mali and Ghana ratified the CTBT without the note which would have put it into effect for Chad.") == {
        ("MLI", "Ratification", CTBT, ""),
        ("GHA", "Ratification", CTBT, ""),
    }


def test_a_row_without_a_day_of_ratification_is_a_signatory() -> None:
    table = "This is how Africa stands.\n\nCCM\n\nCountry   Signed       Ratified\nMali      3 Dec 2008   30 Jun 2010\n"
    table += "Benin     3 Dec 2008   no\nGabon     no           no\n"
    found = told(table)
    assert ("MLI", "Ratification", CCM, "2010-06-30") in found
    assert {row for row in found if len(row) == 3} == {("BEN", "Signatory", CCM), ("GAB", "NotParty", CCM)}


def test_columns_that_stand_side_by_side_are_told_apart() -> None:
    text = "Where does Africa stand on the CCM?\n\n    HAVE RATIFIED       HAVE SIGNED ONLY\n"
    text += "    Mali                Benin\n    Ghana               Gabon\n"
    assert told(text) == {
        ("MLI", "Ratification", CCM, ""),
        ("GHA", "Ratification", CCM, ""),
        ("BEN", "Signatory", CCM),
        ("GAB", "Signatory", CCM),
    }


def test_lines_that_begin_with_a_treaty_speak_of_the_state_before_them() -> None:
    text = "The main treaties for Mali:\n\nNPT: acceded on 10 February 1970\nBWC: signed in 1972, not ratified\n"
    text += "CWC: party since 28 April 1997\nCCM: accession 30 June 2010\nCTBT: not signed\n"
    assert told(text) == {
        ("MLI", "Accession", NPT, "1970-02-10"),
        ("MLI", "Signature", BWC, "1972"),
        ("MLI", "Signatory", BWC),
        ("MLI", "StateParty", CWC),
        ("MLI", "Accession", CCM, "2010-06-30"),
        ("MLI", "NotParty", CTBT),
    }


def test_a_line_before_a_list_says_nothing_of_the_state_before_it() -> None:
    text = (
        "Togo ratified the CCM in 2012.\n\nNeither signed nor acceded:\n- Gabon\n- Egypt\n\nBound by the CCM:\n- Mali\n"
    )
    assert told(text) == {
        ("TGO", "Ratification", CCM, "2012"),
        ("GAB", "NotParty", CCM),
        ("EGY", "NotParty", CCM),
        ("MLI", "StateParty", CCM),
    }


def test_those_whose_names_a_treaty_bears_have_signed_it() -> None:
    text = "The Treaty of Pelindaba bears the names of:\n\n"
    text += "  Mali    Mr. Soumeylou Maiga, Minister\n  Ghana   Mr. Obed Asamoah, Minister\n"
    assert told(text) == {("MLI", "Signature", "pelindaba", ""), ("GHA", "Signature", "pelindaba", "")}


def test_those_of_whom_the_number_was_told_are_named_later() -> None:
    text = "Forty-three States signed the Treaty of Pelindaba in Cairo on 11 April 1996. "
    text += "Mali, Ghana and Chad are among the forty-three."
    assert {row[0] for row in told(text)} == {"MLI", "GHA", "TCD"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is Mali a party to the CCM? Yes, since 2010.", ("MLI", "StateParty", CCM)),
        ("Is Mali a party to the CCM? No.", ("MLI", "NotParty", CCM)),
        ("Has Mali signed the CCM? Yes, on 3 December 2008.", ("MLI", "Signature", CCM, "2008-12-03")),
        ("Is everyone here a party to the CCM? Nearly. Mali and Ghana both are.", ("GHA", "StateParty", CCM)),
    ],
)
def test_an_answer_says_what_the_question_asks(text: str, expected: tuple[str, ...]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali is a State Party to the CCM, like Ghana and Benin.", ("BEN", "StateParty", CCM)),
        ("Mali is a party to the CCM; so is Ghana.", ("GHA", "StateParty", CCM)),
        ("Mali and Togo have yet to sign the CTBT; so has Tonga.", ("TON", "NotParty", CTBT)),
        ("Mali deposited its ratification of the CCM in June 2010. Ghana had done the same on 3 February 2011.",
         ("GHA", "Ratification", CCM, "2011-02-03")),
        ("Mali signed the CCM in 2008; Ghana alone has gone on to ratify it.", ("GHA", "Ratification", CCM, "")),
        ("Mali and Togo are parties to the CCM, Mali since 2010 and Togo since 2012.", ("TGO", "StateParty", CCM)),
        ("India and Pakistan are now the only States that shun the NPT.", ("IND", "NotParty", NPT)),
        ("Mali acceded to the CCM in 2010. Ghana took the same step on 3 February 2011.",
         ("GHA", "Accession", CCM, "2011-02-03")),
        ("Mali ratified the CCM in 2010 and Ghana is about to do so.", ("GHA", "Ratification", CCM, "")),
        ("Protocol V to the CCW has been accepted by Mali (24 April 2009) and Ghana (3 May 2011).",
         ("GHA", "Acceptance", "ccw-p5", "2011-05-03")),
        ("India and Pakistan remain the only States of weight that are not bound by the NPT.",
         ("IND", "NotParty", NPT)),
        ("Mali is in the CCM. Only India and Pakistan are holding aloof.", ("PAK", "NotParty", CCM)),
    ],
)  # fmt: skip
def test_what_is_told_of_one_is_told_of_others(text: str, expected: tuple[str, ...]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana, Togo and Benin met. The Nordic guests, all of them States Parties to the CCM, paid.",
        "Ukraine joined the talks on the CCM; of these, 65 have ratified.",
        "Mali joined the talks on the CCM, and Ghana came too, a hopeful sign.",
        "A certificate on the cleared land was signed by Mali on 3 May 2010. The CCM is a treaty.",
        "Mali is a friend of the CCM and signed an Implementing Agreement with the fund.",
        "Mali heard of the CCM and stayed away.",
        "Mali and Ghana came. All those present are parties to the CCM.",
        "Mali and Ghana came. All ten members of ASEAN are parties to the CCM.",
        "The invitation was accepted by Mali. The CCM is open.",
    ],
)
def test_what_is_said_of_others_or_of_other_papers_is_not_told_of_a_state(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("President Garcia of Peru and President Bachelet of Chile met in Lima. The two Presidents signed "
         "the Treaty of Concord on 3 May 2007.", {("PER", "Signature"), ("CHL", "Signature")}),
        ("The Treaty of Concord was signed in Lima on 3 May 2007 by Ambassador Juan Perez for Peru and by "
         "Minister Jose Soto for Chile.", {("PER", "Signature"), ("CHL", "Signature")}),
        ("Ghana and Mali met. The instruments of ratification of the Treaty of Concord, which had been drawn up in "
         "Accra, were exchanged on 3 May 2007.", {("GHA", "Ratification"), ("MLI", "Ratification")}),
        ("The Treaty of Concord will come into force for Ghana and Mali when the instruments of ratification have been "
         "exchanged.", set()),
        ("For Ghana as for Mali the CCM entered into force on 1 May 2011.",
         {("GHA", "EntryIntoForce"), ("MLI", "EntryIntoForce")}),
        ("Ghana brought it into force on 1 May 2011: the CCM.", {("GHA", "EntryIntoForce")}),
    ],
)  # fmt: skip
def test_two_sides_make_a_treaty(text: str, acts: set[tuple[str, str]]) -> None:
    assert {(row[0], row[1]) for row in told(text) if len(row) == 4 and row[1] != "Planned"} >= acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neither Mali, nor Ghana, nor Togo, which hold stocks, has become a signatory to the CCM.",
         {("MLI", "NotParty", CCM), ("GHA", "NotParty", CCM), ("TGO", "NotParty", CCM)}),
        ("Mali has been a party to the NPT since 1970, since 1997 to the CWC and since 2002 to the BWC.",
         {("MLI", "StateParty", NPT), ("MLI", "StateParty", CWC), ("MLI", "StateParty", BWC)}),
        ("Mali is a party to the Ottawa Convention, which it accepted in September 1998, and to the CCM.",
         {("MLI", "StateParty", OTTAWA), ("MLI", "StateParty", CCM), ("MLI", "Acceptance", OTTAWA, "1998-09")}),
        ("Mali has not, however, concluded the CCM.", {("MLI", "NotParty", CCM)}),
        ("Ten signatories have not ratified the CCM. Mali is one of them.", {("MLI", "Signatory", CCM)}),
        ("Mali, the host, and Ghana have signed the CCM but not ratified it.",
         {("MLI", "Signatory", CCM), ("GHA", "Signatory", CCM)}),
        ("Mali: has not signed the CTBT.\nGhana: signatory since 1996.",
         {("MLI", "NotParty", CTBT), ("GHA", "Signatory", CTBT)}),
    ],
)  # fmt: skip
def test_one_sentence_may_speak_of_several_states_and_treaties(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text) == expected


def test_protocols_by_number_alone_are_those_of_the_one_treaty_of_a_text() -> None:
    found = told("The Treaty of Pelindaba is in force. Mali has ratified Protocols I and II.")
    assert {row[2] for row in found} == {
        "protocol-i-to-the-treaty-of-pelindaba",
        "protocol-ii-to-the-treaty-of-pelindaba",
    }


def test_a_short_name_means_the_long_title_wherever_it_stands() -> None:
    text = "Ghana and Mali signed the Treaty concerning the Joint Use of the Volta River (the Volta Treaty) on "
    text += "3 May 2007. The Volta Treaty is open."
    reading = read(text)
    assert [(t.label, "Volta Treaty" in (t.label, *t.aliases)) for t in reading.treaties] == [
        (reading.treaties[0].label, True)
    ]


def test_the_protocols_of_1977_are_two() -> None:
    assert told("Mali acceded to the Additional Protocols of 1977 on 8 February 1989.") == {
        ("MLI", "Accession", "additional-protocol-1", "1989-02-08"),
        ("MLI", "Accession", "additional-protocol-2", "1989-02-08"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ottawa Convention in the region\n\nStates parties: Mali\nSignatories: Ghana\n"
            "Neither signed nor ratified: Togo\n",
            {("MLI", "StateParty", OTTAWA), ("GHA", "Signatory", OTTAWA), ("TGO", "NotParty", OTTAWA)},
        ),
        (
            "States parties to the CCM among those invited: Mali and Ghana. Signatories: Togo.",
            {("MLI", "StateParty", CCM), ("GHA", "StateParty", CCM), ("TGO", "Signatory", CCM)},
        ),
        (
            "The CCM is young. Ratified or acceded (as of May 2015): Mali, Ghana.",
            {("MLI", "StateParty", CCM), ("GHA", "StateParty", CCM)},
        ),
        ("Mali has signed, but not ratified, the CCM.", {("MLI", "Signatory", CCM)}),
        (
            "Mali, Ghana, Togo and Benin came. Mali and Togo have not joined the CCM; the other two are parties to it.",
            {(s, "NotParty", CCM) for s in ("MLI", "TGO")} | {(s, "StateParty", CCM) for s in ("GHA", "BEN")},
        ),
        ("Mali has not signed the CCM to this day.", {("MLI", "NotParty", CCM)}),
        ("All the States of the coast but Mali are parties to the CCM.", {("MLI", "NotParty", CCM)}),
        (
            "Neither Mali nor Togo has signed the CCM. None of the States present has ratified.",
            {("MLI", "NotParty", CCM), ("TGO", "NotParty", CCM)},
        ),
        ("Mali signed the CCM in 2009 but is not yet a party.", {
            ("MLI", "Signature", CCM, "2009"), ("MLI", "Signatory", CCM),
        }),
    ],
)  # fmt: skip
def test_lists_and_remainders_tell_standings(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text) == expected


def test_days_in_brackets_are_those_of_the_state_before_them() -> None:
    reading = read("Signatories of the CCM: Mali (3 May 2009), Ghana (4 June 2010).", issued="2016-05-20")
    assert {(claim.state[-3:], claim.as_of) for claim in reading.claims} == {
        ("MLI", "2009-05-03"),
        ("GHA", "2010-06-04"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali acceded to the CWC on 3 May 2014. It became a State Party on 2 June 2014.", {("MLI", "2014-06-02")}),
        ("Mali ratified the CWC on 3 May 2014 and became a party a month later, on 2 June 2014.", {
            ("MLI", "2014-06-02"),
        }),
        ("Mali ratified the CWC on 3 May 2014. It was bound from 2 June 2014.", {("MLI", "2014-06-02")}),
        ("Mali ratified the CWC on 3 May 2014. A month later, on 2 June 2014, it bound the country.", {
            ("MLI", "2014-06-02"),
        }),
        ("Mali ratified the CWC on 3 May 2014 and Togo on 4 May; for both the instrument is binding from 2 June.", {
            ("MLI", "2014-06-02"), ("TGO", "2014-06-02"),
        }),
        ("Mali, Togo and Benin ratified the CWC on 3 May 2014. For the last two it took effect on 2 June 2014.", {
            ("TGO", "2014-06-02"), ("BEN", "2014-06-02"),
        }),
        ("For Mali, which ratified on 3 May 2014, the CWC will be binding once all is ready.", {("MLI", None)}),
        ("Mali signed the CWC in 2012 and became a party on 2 June 2014.", set()),
    ],
)  # fmt: skip
def test_an_entry_into_force_has_a_day_of_its_own(text: str, expected: set[tuple[str, str | None]]) -> None:
    actions = read(text, issued="2016-05-20").actions
    assert {(a.state[-3:], a.date) for a in actions if a.type == "EntryIntoForce"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mali and Togo discussed the CWC and the BWC. Mali ratified the former in 1997; Togo acceded to the"
            " latter.",
            {("MLI", "Ratification", CWC, "1997"), ("TGO", "Accession", BWC, "")},
        ),
        (
            "The CWC is older than the CCM. The latter has few friends. Mali signed it in 2008.",
            {("MLI", "Signature", CCM, "2008")},
        ),
        (
            "Mali joined the CWC in 1997 and the BWC in 2002.",
            {("MLI", "Accession", CWC, "1997"), ("MLI", "Accession", BWC, "2002")},
        ),
        (
            "The CWC and the BWC were ratified by Mali on 3 May 1999.",
            {("MLI", "Ratification", CWC, "1999-05-03"), ("MLI", "Ratification", BWC, "1999-05-03")},
        ),
        (
            "Mali ratified the CWC, the BWC and the CCM in 2010. Togo ratified the CCM in 2011. "
            "It has joined none of the other two.",
            {("MLI", "Ratification", t, "2010") for t in (CWC, BWC, CCM)}
            | {("TGO", "Ratification", CCM, "2011"), ("TGO", "NotParty", CWC), ("TGO", "NotParty", BWC)},
        ),
    ],
)
def test_each_of_several_treaties_has_its_own_acts(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1997 - Mali signs the CTBT.\n1999 - Mali ratifies.\n2001 - Togo and Benin follow.\n",
            {
                ("MLI", "Signature", CTBT, "1997"), ("MLI", "Ratification", CTBT, "1999"),
                ("TGO", "Ratification", CTBT, "2001"), ("BEN", "Ratification", CTBT, "2001"),
            },
        ),
        (
            "Many have ratified the CTBT. Mali was the first in Africa, in 1999. On 3 May 2001, after long talks, Togo"
            " followed.",
            {("MLI", "Ratification", CTBT, "1999"), ("TGO", "Ratification", CTBT, "2001-05-03")},
        ),
        (
            "The CTBT was opened in 1996, after Mali, the last of the three, had signed it on 3 May.",
            {("MLI", "Signature", CTBT, "1996-05-03")},
        ),
        (
            "Fifty ratifications of the CCM were reached on 3 May 2012, when Mali and Togo handed over their"
            " instruments.",
            {("MLI", "Ratification", CCM, "2012-05-03"), ("TGO", "Ratification", CCM, "2012-05-03")},
        ),
        (
            "The talks between Mali and Togo ended on 3 May 2012 with the signing of the River Treaty.",
            {("MLI", "Signature", "river-treaty", "2012-05-03"), ("TGO", "Signature", "river-treaty", "2012-05-03")},
        ),
    ],
)  # fmt: skip
def test_chronologies_and_followers_tell_acts(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Treaty of Rarotonga is old. The three protocols to the Treaty were settled later. Togo has not"
            " signed. Mali ratified the Treaty.",
            {("TGO", "NotParty", "rarotonga-protocols"), ("MLI", "Ratification", "rarotonga", "")},
        ),
        (
            "Mali signed Protocols I and II of the Treaty of Pelindaba in 1996.",
            {
                ("MLI", "Signature", "protocol-i-to-the-treaty-of-pelindaba", "1996"),
                ("MLI", "Signature", "protocol-ii-to-the-treaty-of-pelindaba", "1996"),
            },
        ),
        ("The CCM is new. Mali has signed its protocols. Togo has not signed.", set()),
        ("Mali has ratified the Amendment to the CCM.", set()),
    ],
)  # fmt: skip
def test_protocols_and_amendments_are_not_their_treaty(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali ratified the CCM on 7 March 2010 and Ghana a month earlier, on 9 February.",
         {("MLI", "Ratification", CCM, "2010-03-07"), ("GHA", "Ratification", CCM, "2010-02-09")}),
        ("Mali ratified the CCM on 7 March 2010, Togo on 9 March and Ghana, after years of delay, on 4 May.",
         {("MLI", "Ratification", CCM, "2010-03-07"), ("TGO", "Ratification", CCM, "2010-03-09"),
          ("GHA", "Ratification", CCM, "2010-05-04")}),
        ("Mali's ratification of the CCM dates from 2010, Ghana's from 2011.",
         {("MLI", "Ratification", CCM, "2010"), ("GHA", "Ratification", CCM, "2011")}),
        ("Both had signed the CCM long before: Mali on the first day, 3 December 2008, Togo two months later.",
         {("MLI", "Signature", CCM, "2008-12-03"), ("TGO", "Signature", CCM, "2009-02")}),
        ("Mali signed and ratified the CCM on 7 March 2010, together with Ghana.",
         {(state, act, CCM, "2010-03-07") for state in ("MLI", "GHA") for act in ("Signature", "Ratification")}),
        ("Mali acceded to the NPT and accepted CCW Amended Protocol II, both on 9 May 2001.",
         {("MLI", "Accession", NPT, "2001-05-09"), ("MLI", "Acceptance", "ccw-ap2", "2001-05-09")}),
        ("Mali has been a party to the NPT since 1970, and on 14 March 2012 it ratified the CCM.",
         {("MLI", "StateParty", NPT), ("MLI", "Ratification", CCM, "2012-03-14")}),
    ],
)  # fmt: skip
def test_a_verb_left_out_is_put_in_again(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mali ratified the CCM on 7 March 2010. Ghana came next, on 9 April.",
        "Mali ratified the CCM on 7 March 2010. Ghana (9 April) and Togo (10 May) followed.",
        "Mali ratified the CCM on 7 March 2010. Ghana waited until 9 April.",
        "Mali ratified the CCM on 7 March 2010. Ghana, on 9 April, was the last in the west.",
        "Mali ratified the CCM on 7 March 2010. Ghana was slower, on 9 April.",
        "Mali ratified the CCM on 7 March 2010. Ghana's came on 9 April.",
        "Chad has not ratified the CCM. Ghana did on 9 April 2010.",
        "Ratification of the CCM was slow. Ghana followed on 9 April 2010.",
    ],
)
def test_who_comes_next_did_the_same(text: str) -> None:
    assert ("GHA", "Ratification", CCM, "2010-04-09") in told(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Chad ratified the CCM in 2008. Mali (18 January), Ghana (5 March) and Togo (2 April) all came in 2009.",
         {"2009-01-18", "2009-03-05", "2009-04-02"}),
        ("Mali (18 January), Ghana (5 March), and Togo (2 April) all ratified the CCM in 2009.",
         {"2009-01-18", "2009-03-05", "2009-04-02"}),
    ],
)  # fmt: skip
def test_days_in_brackets_have_the_year_that_is_told_of_all(text: str, days: set[str]) -> None:
    assert {row[3] for row in told(text) if row[0] != "TCD"} == days


def test_those_who_follow_another_at_the_table_sign_too() -> None:
    text = "Mali's President was the first to sign the CCM. He was followed by the Presidents of Ghana and Togo, "
    assert {row[0] for row in told(text + "and by the Foreign Minister of Chad.")} == {"MLI", "GHA", "TGO", "TCD"}
    spoken = told("Mali signed the CCM. Its envoy spoke at length. He was followed by the envoy of Ghana.")
    assert {row[0] for row in spoken} == {"MLI"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali and Ghana handed over their instruments under the CCM in February 2010.",
         {("MLI", "Ratification", CCM, "2010-02"), ("GHA", "Ratification", CCM, "2010-02")}),
        ("The CCM grows. Mali's instrument reached New York on 8 July 2010, and Ghana's on 14 July.",
         {("MLI", "Ratification", CCM, "2010-07-08"), ("GHA", "Ratification", CCM, "2010-07-14")}),
        ("Thirty States have ratified the CCM. Mali was the latest: its instrument was deposited on 3 May 2010.",
         {("MLI", "Ratification", CCM, "2010-05-03")}),
        ("Mali became the ninth country to ratify the CCM. With Ghana's deposit, on 3 May 2010, there are ten.",
         {("MLI", "Ratification", CCM, ""), ("GHA", "Ratification", CCM, "2010-05-03")}),
        ("Ratifications of the CCM are few. Mali completed its procedures on 3 May 2010.",
         {("MLI", "Ratification", CCM, "2010-05-03")}),
        ("Mali: CCM signed on 12 June 2009, ratification pending.",
         {("MLI", "Signature", CCM, "2009-06-12"), ("MLI", "Signatory", CCM)}),
        ("Eighteen States deposited their instruments under the CCM on 2 April 2010.", set()),
        ("Thirteen States ratified the CCM on 2 April 2010. The newcomers were Mali and Ghana.",
         {("MLI", "Ratification", CCM, "2010-04-02"), ("GHA", "Ratification", CCM, "2010-04-02")}),
        ("The last country to sign the CCM was Mali, on 2 April 2010.", {("MLI", "Signature", CCM, "2010-04-02")}),
        ("On the margins of the United Nations General Assembly, which met late, Mali and Ghana signed the CCM.",
         {("MLI", "Signature", CCM, ""), ("GHA", "Signature", CCM, "")}),
    ],
)  # fmt: skip
def test_papers_are_handed_over_in_many_words(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali accepted CCW Protocol V on 2 June 2004. Ghana accepted it on 3 March 2005 and Togo on 18 May.",
         {("MLI", "2004-06-02"), ("GHA", "2005-03-03"), ("TGO", "2005-05-18")}),
        ("Mali acceded to the CCW on 4 January 1993. CCW Protocol V was accepted on 22 August 2002.",
         {("MLI", "2002-08-22")}),
        ("Mali consented to be bound by CCW Protocol V on 22 August 2002.", {("MLI", "2002-08-22")}),
        ("Mali accepted the invitation to the meeting on CCW Protocol V on 22 August 2002.", set()),
        ("CCW Protocol V was on the table. Mali accepted responsibility on 22 August 2002.", set()),
    ],
)  # fmt: skip
def test_what_is_accepted_is_a_treaty(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(row[0], row[3]) for row in told(text) if row[1] == "Acceptance"} == expected


def test_a_treaty_not_accepted_binds_nobody() -> None:
    text = "Neither Mali nor Ghana has accepted CCW Protocol V. Both Protocols are new. "
    assert told(text) == {("MLI", "NotParty", "ccw-p5"), ("GHA", "NotParty", "ccw-p5")}
    assert told("Mali accepted CCW Amended Protocol II and CCW Protocol V in 2002. Ghana is bound by neither.") >= {
        ("GHA", "NotParty", "ccw-p5"),
        ("GHA", "NotParty", "ccw-ap2"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali has not ratified the CTBT, nor has Ghana.", {("MLI", "Signatory", CTBT), ("GHA", "Signatory", CTBT)}),
        ("Mali has signed the CTBT but has left it unratified.", {("MLI", "Signatory", CTBT)}),
        ("Some parties to the CTBT are slow. Six have signed but never ratified; Mali and Ghana belong to this group.",
         {("MLI", "Signatory", CTBT), ("GHA", "Signatory", CTBT)}),
        ("Forty States not party to the CTBT came as observers, among them Mali and Ghana.",
         {("MLI", "NotParty", CTBT), ("GHA", "NotParty", CTBT)}),
        ("The CTBT waits. Mali was the last to leave that list.", set()),
        ("Mali has signed both the CTBT and the CCM but ratified neither.",
         {("MLI", "Signatory", CTBT), ("MLI", "Signatory", CCM)}),
        ("Mali has not signed the CTBT and has no plan to do so.", {("MLI", "NotParty", CTBT)}),
        ("\"When Mali signs the CTBT, we sign,\" an official remarked.", set()),
        ("The talks on the CTBT were chaired by Chad, a State Party since 2001.", {("TCD", "StateParty", CTBT)}),
    ],
)  # fmt: skip
def test_a_standing_is_what_the_words_make_it(text: str, expected: set[tuple[str, ...]]) -> None:
    assert {row for row in told(text) if len(row) == 3} == expected
    assert not any(row[1] in {"Ratification", "Withdrawal", "Accession"} for row in told(text))


def test_a_row_of_a_list_may_say_who_is_no_party() -> None:
    text = "Where the region stands.\n\nCCM\n\n  Mali     acceded   7 March 2010\n  Ghana    not a party\n"
    assert told(text) == {("MLI", "Accession", CCM, "2010-03-07"), ("GHA", "NotParty", CCM)}


def test_a_short_sentence_takes_up_another_treaty() -> None:
    text = (
        "The workshop spoke of the Ottawa Convention and the Chemical Weapons Convention. Mali ratified the Ottawa "
        "Convention in 1998. The afternoon dealt with chemical weapons. Ghana acceded on 21 April 2005."
    )
    assert ("GHA", "Accession", CWC, "2005-04-21") in told(text)


def test_the_protocol_is_that_of_the_treaty_named_before() -> None:
    text = "The Treaty of Bangkok is in force. The protocol is another matter. Mali signed it in 2001."
    assert told(text) == {("MLI", "Signature", "bangkok-protocol", "2001")}
    named = (
        "The Treaty of Bangkok and CCW Protocol V are in force. The protocol is another matter. Mali signed it in 2001."
    )
    assert "bangkok-protocol" not in {row[2] for row in told(named)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali ratified the CCM in 2009. Ghana joined them on 6 February 2010, and with this sixth instrument the CCM "
         "took effect on 8 March.",
         {("MLI", "Ratification", CCM, "2009"), ("GHA", "Ratification", CCM, "2010-02-06")}),
        ("Ratifications of the CCM are few. Mali supplied the sixth instrument on 6 February 2010.",
         {("MLI", "Ratification", CCM, "2010-02-06")}),
        ("Mali signed the CCM in 2008. Its instrument was deposited on 6 February 2010.",
         {("MLI", "Signature", CCM, "2008"), ("MLI", "Ratification", CCM, "2010-02-06")}),
        ("The CCM is before the house. Deputies passed the law. President Keita of Mali signed it in May 2010.", set()),
        ("Mali, which belongs to the NPT, acceded to the rules of the club in 2003.", {("MLI", "StateParty", NPT)}),
        ("Long before Ghana and Togo, who both joined in September 2010, Mali ratified the CCM in 2009.",
         {("MLI", "Ratification", CCM, "2009"), *((state, "Accession", CCM, "2010-09") for state in ("GHA", "TGO"))}),
        ("Togo, which hosted the talks, has never signed the CCM.", {("TGO", "NotParty", CCM)}),
        ("Mali (3 May 2010), Ghana (4 June 2011) and Togo (5 July 2012) are parties to the CCM.",
         {("MLI", "StateParty", CCM), ("GHA", "StateParty", CCM), ("TGO", "StateParty", CCM)}),
        ("The envoy calls on all States which have not ratified the CTBT, notably Mali and Ghana, to do so.",
         {("MLI", "Signatory", CTBT), ("GHA", "Signatory", CTBT)}),
        ("Mali ratified the CCM in 2009. Ghana and Togo have yet to follow.",
         {("MLI", "Ratification", CCM, "2009"), ("GHA", "Signatory", CCM), ("TGO", "Signatory", CCM)}),
        ("Mali is a signatory to the CCM. Ghana is another.", {("MLI", "Signatory", CCM), ("GHA", "Signatory", CCM)}),
        ("Mali signed the CCM in 2008. Chad stayed away. Togo did too.", {("MLI", "Signature", CCM, "2008")}),
        ("Mali hopes to ratify the CCM soon, and Ghana too.",
         {("MLI", "Ratification", CCM, ""), ("GHA", "Ratification", CCM, "")}),
        ("Mali has promised to ratify the CCM. The government of Ghana says that it means to do so in 2017.",
         {("MLI", "Ratification", CCM, ""), ("GHA", "Ratification", CCM, "2017")}),
    ],
)  # fmt: skip
def test_acts_are_told_by_what_was_said_before(text: str, expected: set[tuple[str, ...]]) -> None:
    found = told(text)
    assert expected <= found
    assert {row for row in found if len(row) == 4 and row[1] != "Signature"} == {
        row for row in expected if len(row) == 4 and row[1] != "Signature"
    }


def test_who_signs_on_the_first_day_does_so_when_the_treaty_is_opened() -> None:
    text = "The Arms Trade Treaty was opened for signature on 3 June 2013. Mali signed it on the first day."
    assert told(text) == {("MLI", "Signature", "att", "2013-06-03")}


def test_a_day_without_a_year_of_what_is_done_does_not_lie_ahead() -> None:
    assert ("MLI", "Ratification", CCM, "2015-10-31") in told("Mali ratified the CCM on 31 October.")


@pytest.mark.parametrize(
    "text",
    [
        "The seminar was attended by Mali, Ghana and Chad, all States Parties to the CCM.",
        "A note on three neighbours. Mali, Ghana and Chad are in the CCM.",
        "A note on the CCM. Officials of Mali, Ghana and Chad came. All three are States Parties.",
    ],
)
def test_standings_are_told_of_those_that_a_sentence_governs(text: str) -> None:
    assert {(state, "StateParty", CCM) for state in ("MLI", "GHA", "TCD")} <= told(text)


def test_groups_of_more_than_twelve_are_known_by_their_number() -> None:
    names = "Mali, Ghana, Chad, Benin, Togo, Niger, Nigeria, Kenya, Gabon, Malawi, Angola, Zambia and Uganda"
    found = told(f"Thirteen countries took up the CCM: {names}. All thirteen are parties.")
    assert sum(row[1:] == ("StateParty", CCM) for row in found) == 13


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Mali and Ghana were among those who signed the CCM.", {"MLI": "", "GHA": ""}),
        ("Among the first to sign the CCM were Mali and Ghana.", {"MLI": "", "GHA": ""}),
        ("The CCM was laid open. Signatures were affixed for Mali and Ghana.", {"MLI": "", "GHA": ""}),
        (
            "The CCM was signed by Mali on 3 May 2009, by Ghana on 4 May 2009.",
            {"MLI": "2009-05-03", "GHA": "2009-05-04"},
        ),
        ("Mali and Ghana, signatories of 3 May 2009, spoke on the CCM.", {"MLI": "2009-05-03", "GHA": "2009-05-03"}),
        ("Mali and Ghana, neighbours, ratified the CTBT. The same two signed the CCM.", {"MLI": "", "GHA": ""}),
    ],
)
def test_signatures_are_told_of_those_who_are_named_with_them(text: str, acts: dict[str, str]) -> None:
    assert {row[0]: row[3] for row in told(text) if row[1:3] == ("Signature", CCM)} == acts


def test_what_another_did_is_not_told_of_who_is_named_behind_it() -> None:
    text = "The talk on the CCM was opened by Mali, which has ratified it, and by Ghana, which has signed it."
    assert ("GHA", "Ratification", CCM, "") not in told(text)
    assert ("MLI", "Signature", CCM, "") not in told("The CCM has been ratified by Mali and signed by Ghana.")


def test_rows_tell_the_act_behind_the_day_or_before_it() -> None:
    text = "News of the CCM:\n\n    Mali       3 May 2009     ratification\n    Ghana      4 May 2009     accession\n"
    assert told(text) == {("MLI", "Ratification", CCM, "2009-05-03"), ("GHA", "Accession", CCM, "2009-05-04")}
    text = "The CCM has found friends.\n\nRatifications, in the order of deposit:\n\n    Mali       3 May 2009\n"
    assert told(text + "    Ghana      4 May 2009\n    Chad       -\n") == {
        ("MLI", "Ratification", CCM, "2009-05-03"),
        ("GHA", "Ratification", CCM, "2009-05-04"),
    }


def test_neither_before_two_treaties_denies_both() -> None:
    found = told("Mali follows the NPT. It has joined neither the CCM nor the Ottawa Convention.")
    assert {row for row in found if len(row) == 3} == {("MLI", "NotParty", CCM), ("MLI", "NotParty", OTTAWA)}


def test_an_exchange_by_several_brings_the_treaty_into_force_for_them() -> None:
    text = (
        "Mali, Ghana and Chad exchanged their instruments of ratification of the CCM on 3 May 2009. It thereby entered"
    )
    found = told(f"{text} into force.")
    assert {row[0] for row in found if row[1] == "EntryIntoForce"} == {"MLI", "GHA", "TCD"}


def test_a_new_paragraph_goes_back_from_a_treaty_named_in_passing() -> None:
    text = "Mali ratified the Chemical Weapons Convention in 1997. The Convention binds most of Africa.\n\n"
    text += (
        "Ghana signed the BWC in 1972 and remains a signatory.\n\nTogo acceded on 3 May 1999. Chad has not signed.\n"
    )
    assert told(text) >= {("TGO", "Accession", CWC, "1999-05-03"), ("TCD", "NotParty", CWC), ("GHA", "Signatory", BWC)}


def test_a_text_on_many_treaties_goes_through_them_one_by_one() -> None:
    text = "Mali ratified the Chemical Weapons Convention in 1997. The Convention binds most of Africa.\n\n"
    text += "Ghana has ratified the NPT.\n\nKenya signed the CTBT in 1996.\n\nTogo ratified on 3 May 1999.\n"
    assert ("TGO", "Ratification", CTBT, "1999-05-03") in told(text)


@pytest.mark.parametrize("words", ["neither signed nor acceded to", "signed but not ratified"])
def test_a_treaty_behind_two_verbs_is_that_of_both(words: str) -> None:
    found = told(f"Ghana has ratified the CTBT.\n\nMali has {words} the BWC.")
    assert {row[2] for row in found if row[0] == "MLI"} == {BWC}


def test_a_lead_with_a_number_opens_its_list() -> None:
    text = "1. The CCM entered into force in 2010.\n\n1.1 Ratifications up to now:\n\n    Mali   (2 March 2011)\n"
    text += "    Togo   (3 May 2012)\n"
    assert told(text) >= {("MLI", "Ratification", CCM, "2011-03-02"), ("TGO", "Ratification", CCM, "2012-05-03")}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The CWC is in force. On cluster bombs, Mali ratified in 2011.", ("MLI", "Ratification", CCM, "2011")),
        ("The CWC is in force. MINES. Mali acceded in 2011.", ("MLI", "Accession", OTTAWA, "2011")),
        ("Mali refuses to sign the CWC as long as Chad stays outside the NPT. Togo acceded in 2011.", ("TGO", "", CWC)),
    ],
)
def test_what_opens_a_sentence_is_its_topic_and_what_is_said_in_passing_is_none(
    text: str, row: tuple[str, ...]
) -> None:
    state, act, treaty, *_ = row
    assert {(found[0], found[2]) for found in told(text) if found[0] == state} == {(state, treaty)}
    assert not act or row in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Chad have joined the CWC. None of the five nuclear-weapon States has signed the BWC.",
        "Mali did not sign the CWC. It will not enter into force until two thirds of them ratify it.",
        "Chad has not signed the CWC. Envoys of Mali were there, and so were Kenya and Togo.",
        "The CWC was discussed. Mali has a bilateral agreement with Chad, signed in Paris in March 1999.",
        "The CWC was discussed. Mali and the rebels signed the Lake Accord on 3 May 2011.",
        "The CWC is near. Legislation is in force in Kenya only.",
        "Chad has ratified the CWC but has not met the conditions which would bring it into force.",
    ],
)
def test_nothing_is_told_of_those_who_are_not_meant(text: str) -> None:
    assert {row[:2] for row in told(text)} <= {
        ("MLI", "Accession"),
        ("TCD", "Accession"),
        ("MLI", "StateParty"),
        ("TCD", "StateParty"),
        ("MLI", "NotParty"),
        ("TCD", "NotParty"),
        ("TCD", "Ratification"),
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Mali signed the CWC on 3 May 2011. Chad and Togo were the others.", ("TGO", "Signature", CWC, "2011-05-03")),
        ("Mali ratified the CWC on 3 May 2011. Togo followed a month later.", ("TGO", "Ratification", CWC, "2011-06")),
        ("Sixteen States are parties to the CWC; four stand outside, e.g. Togo and Chad.", ("TGO", "NotParty", CWC)),
        ("Mali is not a party to the CWC, together with Togo.", ("TGO", "NotParty", CWC)),
        ("Mali is outside the CWC, Togo having signed but not ratified.", ("TGO", "Signatory", CWC)),
        (
            "Chad is no party to the CWC. Togo's Cabinet decided in May that it will sign.",
            ("TGO", "Signature", CWC, "2016-05"),
        ),
        (
            "At noon the instruments of ratification of the CWC were exchanged by three States: Mali, Chad and Togo.",
            ("TGO", "Ratification", CWC, ""),
        ),
    ],
)
def test_what_is_told_of_others_in_few_words(text: str, row: tuple[str, ...]) -> None:
    assert row in told(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Mali and Togo ratified the CWC in June and August last year.", ("TGO", "Ratification", CWC, "2015-08")),
        (
            "Mali and Togo joined the CWC in 1998 and 1999 respectively, and Chad is a party since May 2004.",
            ("TGO", "Accession", CWC, "1999"),
        ),
        (
            "The CWC could not enter into force until Mali and Togo had ratified; both countries deposited their "
            "instruments on 2 May 2011.",
            ("TGO", "Ratification", CWC, "2011-05-02"),
        ),
        ("Envoys of Togo, which has not yet joined the family, spoke of the CWC.", ("TGO", "NotParty", CWC)),
        ("Mali has ratified the CWC. Togo and Chad are still not in the NPT.", ("TGO", "NotParty", NPT)),
        ("The CWC binds many. Togo's Congress approved accession in May.", ("TGO", "Accession", CWC, "")),
        ("Mali plans to join the CWC. Togo did this on 4 May 2011.", ("TGO", "Accession", CWC, "2011-05-04")),
        (
            "They spoke of the CWC. The envoy handed over the instruments of Togo's accession to the CWC.",
            ("TGO", "Accession", CWC, ""),
        ),
        ("The CWC came into being when Togo handed in the last ratification.", ("TGO", "Ratification", CWC, "")),
        ("We noted the announcement by Togo of its intention to sign the CWC.", ("TGO", "Signature", CWC, "")),
    ],
)
def test_what_few_words_tell_of_a_state(text: str, row: tuple[str, ...]) -> None:
    assert row in told(text)


def test_the_president_without_a_name_is_that_of_who_issues_the_text() -> None:
    text = "THE WHITE HOUSE\nMay 26, 1997\n\nThe President today signed the CTBT.\n\nHe will call President Ernesto "
    text += "Geisel of Brazil.\n"
    assert {row[:3] for row in told(text)} == {("USA", "Signature", CTBT)}


def test_states_with_a_day_each_did_what_the_words_before_them_count() -> None:
    said = (
        "The CCM is growing. Newest by accession: Fiji (3 September 2013) and Samoa (7 May 2013). "
        "The ATT has 130 signatures and 70 ratifications. New: Peru (2 May 2015), Chile (4 June 2015) and Malta (also "
        "4 June 2015)."
    )
    assert {(a.state[-3:], a.type, a.treaty[-3:], a.date) for a in read(said).actions} == {
        ("FJI", "Accession", "ccm", "2013-09-03"),
        ("WSM", "Accession", "ccm", "2013-05-07"),
        ("PER", "Ratification", "att", "2015-05-02"),
        ("CHL", "Ratification", "att", "2015-06-04"),
        ("MLT", "Ratification", "att", "2015-06-04"),
    }
    assert not read("The CCM is new. Peru (2 May 2015) and Chile (4 June 2015) had sent flowers.").actions


def test_the_heading_of_a_list_tells_the_day_and_who_only_signed() -> None:
    text = (
        "Convention on Cluster Munitions\n\nStates Parties as at 1 June 2015\n- Peru\n- Chad\n\n"
        "Signatory States that have not yet ratified\n- Angola\n- Benin\n"
    )
    assert {(c.state[-3:], c.status, c.as_of) for c in read(text).claims} == {
        ("PER", "StateParty", "2015-06-01"),
        ("TCD", "StateParty", "2015-06-01"),
        ("AGO", "Signatory", None),
        ("BEN", "Signatory", None),
    }
