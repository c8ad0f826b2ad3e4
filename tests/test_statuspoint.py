"""What treaty acts and standings point back to: groups, agreements of one State, brackets, other names, lists."""

import pytest

from kg.extract.reading import read_document
from kg.model import Document, Reading


def read(text: str, issued: str | None = "2011-05-20") -> Reading:
    return read_document(Document(identifier="x", text=text, sha256="", issued=issued))


def deeds(text: str) -> set[tuple[str, str, str, str, str | None]]:
    return {(a.state[-3:], a.type, a.treaty.rsplit("/", 1)[-1], a.status, a.date) for a in read(text).actions}


def standings(text: str) -> set[tuple[str, str, str]]:
    return {(c.state[-3:], c.status, c.treaty.rsplit("/", 1)[-1]) for c in read(text).claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji, Palau, Samoa and Tonga met in Suva. All four of them have ratified the ATT. "
         "Each is a party to the CWC.",
         {("FJI", "StateParty", "cwc"), ("PLW", "StateParty", "cwc"), ("WSM", "StateParty", "cwc"),
          ("TON", "StateParty", "cwc")}),
        ("Fiji and Chad signed the CWC and the BWC. Mali and Togo are in neither.",
         {("MLI", "NotParty", "cwc"), ("MLI", "NotParty", "bwc"), ("TGO", "NotParty", "cwc"),
          ("TGO", "NotParty", "bwc")}),
        ("Fiji joined the CCM. Fiji also joined the ATT. Mali is in both.",
         {("MLI", "StateParty", "ccm"), ("MLI", "StateParty", "att")}),
        ("Fiji and Chad spoke on the TPNW. None of the nuclear-armed states has joined it.", set()),
        ("Fiji and Chad spoke on the TPNW. None of these two has joined it.",
         {("FJI", "NotParty", "tpnw"), ("TCD", "NotParty", "tpnw")}),
        ("Two States have not signed the CTBT. One is Fiji and the other is Chad.",
         {("FJI", "NotParty", "ctbt"), ("TCD", "NotParty", "ctbt")}),
    ],
)  # fmt: skip
def test_who_and_which_treaties_a_group_word_means(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = standings(text)
    assert found >= expected if "All four" in text else found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji has concluded a comprehensive safeguards agreement with the IAEA, which entered into "
         "force on 4 May 2009.",
         {("FJI", "Signature", "comprehensive-safeguards", "Held", None),
          ("FJI", "EntryIntoForce", "comprehensive-safeguards", "Held", "2009-05-04")}),
        ("Fiji spoke. The Additional Protocol with IAEA was signed on 4 May 2009.",
         {("FJI", "Signature", "iaea-additional-protocol", "Held", "2009-05-04")}),
        ("Fiji is glad. A safeguards agreement under the NPT was signed on 4 May 2009. It took effect upon signature.",
         {("FJI", "Signature", "comprehensive-safeguards", "Held", "2009-05-04"),
          ("FJI", "EntryIntoForce", "comprehensive-safeguards", "Held", "2009-05-04")}),
        ("Fiji and Chad spoke. The Additional Protocol with IAEA was signed on 4 May 2009.", set()),
        ("On the Additional Protocol to IAEA safeguards, Fiji's has been in force since 1998, and Chad's since 2004.",
         {("FJI", "EntryIntoForce", "iaea-additional-protocol", "Held", "1998"),
          ("TCD", "EntryIntoForce", "iaea-additional-protocol", "Held", "2004")}),
        ("Fiji signed the safeguards agreement pursuant to the NPT on 4 May 2009. It had acceded on 1 May 2008.",
         {("FJI", "Signature", "comprehensive-safeguards", "Held", "2009-05-04"),
          ("FJI", "Accession", "npt", "Held", "2008-05-01")}),
    ],
)  # fmt: skip
def test_an_agreement_with_an_organization_is_one_states_own(
    text: str, expected: set[tuple[str, str, str, str, str | None]]
) -> None:
    assert deeds(text) == expected


def test_a_bracket_tells_its_own_story() -> None:
    text = "Fiji is a party to the CWC (since 1 May 1997, when it entered into force for Chad), the BWC and the CTBT"
    reading = read(f"{text} (ratified 4 June 1996).")
    assert {(c.state[-3:], c.treaty.rsplit("/", 1)[-1]) for c in reading.claims} == {
        ("FJI", "cwc"), ("FJI", "bwc"), ("FJI", "ctbt")
    }  # fmt: skip
    assert ("FJI", "ctbt", "1996-06-04") in {
        (a.state[-3:], a.treaty.rsplit("/", 1)[-1], a.date) for a in reading.actions
    }
    assert ("TCD", "cwc") in {(a.state[-3:], a.treaty.rsplit("/", 1)[-1]) for a in reading.actions}
    assert standings("Fiji (which Chad followed in 1998) has ratified the ATT.") == {("FJI", "StateParty", "att")}
    assert standings("The islands (Fiji and Samoa) have ratified the ATT.") == {
        ("FJI", "StateParty", "att"), ("WSM", "StateParty", "att")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The President of Chad signed Additional Protocol I of the Treaty for the Prohibition of Nuclear Weapons in "
         "Latin America, known as the Treaty of Tlatelolco. He signed on 4 May 2009.",
         {"tlatelolco-protocol-1"}),
        ("Chad signed Protocol II of the Tlatelolco Treaty.", {"tlatelolco-protocol-2"}),
        ("Chad signed the Treaty on Intermediate Nuclear Forces.", {"inf"}),
        ("Chad signed an agreement for the application of safeguards in connection with the NPT.",
         {"comprehensive-safeguards"}),
    ],
)  # fmt: skip
def test_a_treaty_that_tells_more_of_another_is_not_meant(text: str, expected: set[str]) -> None:
    assert {action.treaty.rsplit("/", 1)[-1] for action in read(text).actions} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ENMOD Convention is in force in the following States: Fiji, Chad and Mali.", {"FJI", "TCD", "MLI"}),
        ("The course on the CWC was attended by experts of the following 3 States Parties: Fiji, Chad and Mali.",
         {"FJI", "TCD", "MLI"}),
        ("The course on the CWC was attended by experts of the following 3 member states: Fiji, Chad and Mali.", set()),
        ("The Treaties were praised, the CWC too. Of note are the three States - Fiji, Chad and Mali - that belong to "
         "this region.", set()),
    ],
)  # fmt: skip
def test_a_list_behind_a_colon_has_the_standing_before_it(text: str, expected: set[str]) -> None:
    assert {claim.state[-3:] for claim in read(text).claims if claim.status == "StateParty"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The CTBT still awaits ratification by the three remaining States of Fiji, Chad and Mali.",
         {("FJI", "Signatory"), ("TCD", "Signatory"), ("MLI", "Signatory")}),
        ("The ATT is awaiting signature by Fiji.", {("FJI", "NotParty")}),
        ("Fiji spoke on the ATT. Chad's ratification of it is awaiting approval.", {("TCD", "Signatory")}),
        ("With respect to the ATT, Fiji is not part of it.", {("FJI", "NotParty")}),
        ("Fiji spoke on the ATT. Chad is no part of the talks.", set()),
        ("The ATT is to be signed. Fiji became the 40th State Party.", {("FJI", "StateParty")}),
    ],
)  # fmt: skip
def test_what_is_still_lacking_is_a_standing(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.state[-3:], claim.status) for claim in read(text).claims} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji acceded to the ATT on 4 May 2010, Chad and Mali in the course of 2011.",
         {("FJI", "Accession", "Held", "2010-05-04"), ("TCD", "Accession", "Held", "2011"),
          ("MLI", "Accession", "Held", "2011")}),
        ("Fiji ratified the ATT on 4 May 2010. Chad has announced that it will follow.",
         {("FJI", "Ratification", "Held", "2010-05-04"), ("TCD", "Ratification", "Planned", None)}),
        ("All must ratify the ATT. Chad says it will be the first to do so.",
         {("TCD", "Ratification", "Planned", None)}),
        ("Three countries handed in ratifications of the ATT in May 2010: Fiji, Chad and Mali.",
         {("FJI", "Ratification", "Held", "2010-05"), ("TCD", "Ratification", "Held", "2010-05"),
          ("MLI", "Ratification", "Held", "2010-05")}),
        ("The newest accessions to the ATT are Fiji (4 May 2010) and Chad (5 May 2010) and the newest ratifications "
         "are Mali (6 May 2010) and Togo (7 May 2010).",
         {("FJI", "Accession", "Held", "2010-05-04"), ("TCD", "Accession", "Held", "2010-05-05"),
          ("MLI", "Ratification", "Held", "2010-05-06"), ("TGO", "Ratification", "Held", "2010-05-07")}),
        ("The fortieth ratification having been deposited by Fiji in May 2010, the ATT will enter into force on "
         "1 March 2012.", {("FJI", "Ratification", "Held", "2010-05")}),
        ("Fiji and Chad signed the Border Treaty on 4 May 2010. The elders demanded that it be put into force.",
         {("FJI", "Signature", "Held", "2010-05-04"), ("TCD", "Signature", "Held", "2010-05-04")}),
        ("MALI TAKES OTTAWA CONVENTION\n\nA minister of Mali accepted the Ottawa Convention from Canada on 4 May 2010.",
         set()),
        ("The President of Fiji repeated his commitment that Fiji accede to the ATT.",
         {("FJI", "Accession", "Planned", None)}),
        ("President Lagos of Chile spoke. On the ATT Fiji and Chad remain outside, and Mr. Lagos repeated that his "
         "country will not sign \"so long as the wrong lasts\".", {("CHL", "Signature", "Cancelled", None)}),
    ],
)  # fmt: skip
def test_acts_are_told_of_those_who_did_them(text: str, expected: set[tuple[str, str, str, str | None]]) -> None:
    assert {(action.state[-3:], action.type, action.status, action.date) for action in read(text).actions} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji has signed the CWC but is not yet a party to it; Chad is in the same position.",
         {("FJI", "Signatory", "cwc"), ("TCD", "Signatory", "cwc")}),
        ("Fiji, a signatory to the ATT, was among the first to ratify it.", set()),
        ("Three States have not ratified the CTBT: Fiji, Chad and Mali. Of these, Mali has not signed either.",
         {("FJI", "Signatory", "ctbt"), ("TCD", "Signatory", "ctbt"), ("MLI", "NotParty", "ctbt")}),
        ("Fiji and Chad are parties to both the Mine Ban Convention and the CCM. Mali is a party only to the former.",
         {("FJI", "StateParty", "ottawa"), ("FJI", "StateParty", "ccm"), ("TCD", "StateParty", "ottawa"),
          ("TCD", "StateParty", "ccm"), ("MLI", "StateParty", "ottawa")}),
    ],
)  # fmt: skip
def test_standings_are_held_against_each_other(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert standings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji, which signed the ATT on the last day, deposited its ratification on 4 May 2010.",
         {("FJI", "Signature", "Held", None), ("FJI", "Ratification", "Held", "2010-05-04")}),
        ("He announced Fiji's decision to accede to the ATT.", {("FJI", "Accession", "Planned", None)}),
        ("Fiji's accession to the ATT, which was approved by parliament in March, is expected in the summer.",
         {("FJI", "Accession", "Planned", None)}),
        ("Mali acceded to the ATT in 2007; Fiji and Chad had done so in May 2008 and June 2009 respectively.",
         {("MLI", "Accession", "Held", "2007"), ("FJI", "Accession", "Held", "2008-05"),
          ("TCD", "Accession", "Held", "2009-06")}),
        ("Fiji and Chad have deposited their notices of withdrawal from the CCM. For Chad the withdrawal takes effect "
         "on 4 May 2012, for Fiji on 5 May 2012.",
         {("FJI", "Withdrawal", "Held", None), ("TCD", "Withdrawal", "Held", None)}),
        ("The ATT grew with the accession of Fiji on 4 May 2010 and of Chad in 2011.",
         {("FJI", "Accession", "Held", "2010-05-04"), ("TCD", "Accession", "Held", "2011")}),
        ("Fiji notified its consent to be bound by CCW Protocol V on 4 May 2010.",
         {("FJI", "Acceptance", "Held", "2010-05-04")}),
    ],
)  # fmt: skip
def test_days_and_asides_stay_with_their_act(text: str, expected: set[tuple[str, str, str, str | None]]) -> None:
    assert {(action.state[-3:], action.type, action.status, action.date) for action in read(text).actions} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji remains outside the CWC. So do Chad and Mali.",
         {("FJI", "NotParty"), ("TCD", "NotParty"), ("MLI", "NotParty")}),
        ("Fiji, not yet a party to the CWC, sent an observer. So did Chad.", {("FJI", "NotParty")}),
        ("The CWC is almost universal, with Fiji remaining the only signatory that has not ratified it.",
         {("FJI", "Signatory")}),
        ("The CWC is almost universal, with Fiji at the head of the queue.", set()),
    ],
)  # fmt: skip
def test_a_standing_is_taken_up_by_so_do_and_with(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.state[-3:], claim.status) for claim in read(text).claims} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Lagos of Chile signed the decree ratifying the CTBT on 4 May 2010.",
         {("CHL", "Ratification", "Planned", "2010-05-04")}),
        ("Fiji said that ratification of the CWC would come. It came on 8 July 2010.",
         {("FJI", "Ratification", "Held", "2010-07-08")}),
        ("Fiji had signed but not ratified the CWC until 27 May 2010, when it deposited its instrument.",
         {("FJI", "Ratification", "Held", "2010-05-27")}),
        ("The Swiss Federal Council decided on 3 May 2010 not to sign the TPNW.",
         {("CHE", "Signature", "Cancelled", "2010-05-03")}),
        ("Fiji ratified SALT on 4 February 2003 and acceded to the NPT on 2 July 2003.",
         {("FJI", "Accession", "Held", "2003-07-02")}),
        ("The ATT entered into force on 15 July 2009 following its ratification by Fiji.",
         {("FJI", "Ratification", "Held", None)}),
        ("ATT ratifications received since the last meeting: Fiji (4 May 2010), Chad (5 June 2010).",
         {("FJI", "Ratification", "Held", "2010-05-04"), ("TCD", "Ratification", "Held", "2010-06-05")}),
        ("The President of Fiji signed the ATT on 4 May 2009. Parliament approved ratification on 6 June 2010.",
         {("FJI", "Signature", "Held", "2009-05-04"), ("FJI", "Ratification", "Planned", None)}),
    ],
)  # fmt: skip
def test_an_act_is_what_its_clause_makes_of_it(text: str, expected: set[tuple[str, str, str, str | None]]) -> None:
    assert {(action.state[-3:], action.type, action.status, action.date) for action in read(text).actions} == expected


def test_the_town_of_a_signature_is_no_part_of_a_title() -> None:
    reading = read("Fiji and Samoa signed the Agreement on Joint Search for Lost Boats in Suva on 4 May 2010.")
    assert [treaty.label for treaty in reading.treaties] == ["Agreement on Joint Search for Lost Boats"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ATT in the region: Fiji (ratified 2009), Chad (outside), Mali (signed), "
         "Togo (signed 2008, ratified 2010).",
         {("FJI", "Ratification", "2009"), ("TCD", "NotParty", None), ("MLI", "Signature", None),
          ("TGO", "Signature", "2008"), ("TGO", "Ratification", "2010")}),
        ("Of our partners Fiji (party), Chad (signatory) and Mali (not party) spoke about the ATT.",
         {("FJI", "StateParty", None), ("TCD", "Signatory", None), ("MLI", "NotParty", None)}),
        ("Fiji and Chad differ: the former is party to the ATT, the latter is not.",
         {("FJI", "StateParty", None), ("TCD", "NotParty", None)}),
        ("Unlike Fiji, Chad is a party to the ATT.", {("TCD", "StateParty", None)}),
        ("Fiji handed in its ATT ratification on 4 May 2010.", {("FJI", "Ratification", "2010-05-04")}),
        ("The Holy See, a party to the NPT since 25 February 1971, and Fiji, since 10 February 1975, spoke.",
         {("VAT", "StateParty", "1971-02-25"), ("FJI", "StateParty", "1975-02-10")}),
    ],
)  # fmt: skip
def test_each_of_several_has_its_own_standing(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    reading = read(text)
    told = {(action.state[-3:], action.type, action.date) for action in reading.actions}
    assert told | {(claim.state[-3:], claim.status, claim.as_of) for claim in reading.claims} == expected
