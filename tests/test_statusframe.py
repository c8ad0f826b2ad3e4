"""Treaty acts and standings in many frames: each row a sentence, and all that it tells of States and treaties."""

import pytest

from kg.extract.reading import read_document
from kg.model import Document


def told(text: str) -> set[str]:
    """Write out what a text tells: "MLI Signature ccm 2010", planned and refused acts with a sign, standings bare."""
    reading = read_document(Document(identifier="x", text=text, sha256="", issued="2021-05-20"))
    signs = {"Held": "", "Planned": "?", "Cancelled": "!"}
    acts = {
        f"{a.state[-3:]} {signs[a.status]}{a.type} {a.treaty.rsplit('/', 1)[-1]} {a.date or '-'}"
        for a in reading.actions
    }
    return acts | {f"{c.state[-3:]} {c.status} {c.treaty.rsplit('/', 1)[-1]}" for c in reading.claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Except for Mali, none of the neighbours has ratified the ATT.", {"MLI StateParty att"}),
        ("With the exception of Mali, all countries of the region are parties to the ATT.", {"MLI NotParty att"}),
        ("None of its neighbours is a party to the ATT apart from Chad.", {"TCD StateParty att"}),
        ("Apart from Mali, every State here has signed the ATT.", {"MLI NotParty att"}),
        ("Mali is a State Party to the ATT, but Chad, not yet one, sent nobody.",
         {"MLI StateParty att", "TCD NotParty att"}),
    ],
)  # fmt: skip
def test_who_is_left_out_of_all_or_none_stands_apart(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2011 the minister put Mali's name to the CCM.", {"MLI Signature ccm 2011-05-03"}),
        ("Mali inks cluster bomb pact", {"MLI Signature ccm -"}),
        ("The ATT was signed the same morning by Mali.", {"MLI Signature att -"}),
        ("Mali signed the ATT on the very day it opened for signature, 3 June 2013.", {"MLI Signature att 2013-06-03"}),
        ("The ATT gained two new members in the spring: Mali and Chad.",
         {"MLI Accession att -", "TCD Accession att -"}),
        ("The ATT gained two new members: Mali (3 May 2014) and Chad (9 June 2014).",
         {"MLI Accession att 2014-05-03", "TCD Accession att 2014-06-09"}),
        ("Papers on the ATT came from Mali (accession, 3 May 2014) and Chad (ratification, 9 June 2014).",
         {"MLI Accession att 2014-05-03", "TCD Ratification att 2014-06-09"}),
        ("Two ratifications of the ATT came in: that of Mali on 3 May 2014 and that of Chad on 9 June 2014.",
         {"MLI Ratification att 2014-05-03", "TCD Ratification att 2014-06-09"}),
        ("Mali ratified the ATT in May 2014; in June 2015 it was the turn of Chad.",
         {"MLI Ratification att 2014-05", "TCD Ratification att 2015-06"}),
        ("Mali joined the ATT in two steps: signature on 3 June 2013, ratification on 9 May 2014.",
         {"MLI Signature att 2013-06-03", "MLI Ratification att 2014-05-09"}),
        ("Last week saw the signature by Mali of the ATT.", {"MLI Signature att 2021-05"}),
        ("Amended Protocol II to the CCW was adopted. Mali consented to be bound by it on 3 May 2011.",
         {"MLI Acceptance ccw-ap2 2011-05-03"}),
        ("Mali lodged its instrument for the ATT on 3 May 2014.", {"MLI Ratification att 2014-05-03"}),
        ("By then the ATT had two ratifications: Mali and Chad.", {"MLI Ratification att -", "TCD Ratification att -"}),
        ("The ATT has been in force in Peru since May 2016, in Chad since June 2017.",
         {"PER EntryIntoForce att 2016-05", "TCD EntryIntoForce att 2017-06"}),
        ("Mali was the first to ratify the ATT (May 2014), with Chad close behind in June. Then came Togo and Benin"
         " and, in April 2017, Peru.",
         {"MLI Ratification att 2014-05", "TCD Ratification att 2014-06", "TGO Ratification att -",
          "BEN Ratification att -", "PER Ratification att 2017-04"}),
        ("The leaders of Mali and Chad put pen to paper on the ATT in June 2013.",
         {"MLI Signature att 2013-06", "TCD Signature att 2013-06"}),
        ("On 3 May 2014 Mali gave its adherence to the ATT.", {"MLI Accession att 2014-05-03"}),
        ("Mali and Chad entered the NPT in May 1993 and February 1994 respectively.",
         {"MLI Accession npt 1993-05", "TCD Accession npt 1994-02"}),
        ("Mali stayed aloof from the NPT until 1992, when it acceded.", {"MLI Accession npt 1992"}),
        ("The ATT came up. Already on board: Mali and Chad.", {"MLI StateParty att", "TCD StateParty att"}),
        ("The ATT came up. Mali has signed it, Chad not even that.",
         {"MLI Signatory att", "MLI Signature att -", "TCD NotParty att"}),
        ("With its signature and ratification of the ATT on 3 June 2013, Mali set a mark.",
         {"MLI Signature att 2013-06-03", "MLI Ratification att 2013-06-03"}),
        ("Mali's envoy has deposited with the UN his country's ratification of the ATT.",
         {"MLI Ratification att -"}),
        ("Mali is a party to the NPT (since 1994), the CTBT (2002) and the ATT (2019).",
         {"MLI StateParty npt", "MLI StateParty ctbt", "MLI StateParty att"}),
        ("Mali ratified the NPT (1994), the CTBT (2002) and the ATT (2019).",
         {"MLI Ratification npt 1994", "MLI Ratification ctbt 2002", "MLI Ratification att 2019"}),
        ("Mali signed the ATT on 3 June 2013 and ratified it three months later (25 September 2013).",
         {"MLI Signature att 2013-06-03", "MLI Ratification att 2013-09-25"}),
        ("The report notes two further signatures of the ATT - Mali and Chad.",
         {"MLI Signature att -", "TCD Signature att -"}),
        ("Mali announced its accession to the ATT, effective 1 December 2015.", {"MLI Accession att -"}),
        ("Mali signed the ATT but, like Chad, is not yet one of its parties.",
         {"MLI Signature att -", "MLI Signatory att"}),
        ("Mali signed the ATT on 3 June 2013 together with its neighbours Chad and Togo.",
         {"MLI Signature att 2013-06-03", "TCD Signature att 2013-06-03", "TGO Signature att 2013-06-03"}),
        ("Mali had been among the signers of the CCM in Oslo in December 2008, as were Chad and Togo.",
         {"MLI Signature ccm 2008-12", "TCD Signature ccm 2008-12", "TGO Signature ccm 2008-12"}),
        ("Mali signed and ratified the ATT on 3 June 2013. Chad did the same.",
         {"MLI Signature att 2013-06-03", "MLI Ratification att 2013-06-03", "TCD Signature att -",
          "TCD Ratification att -"}),
        ("Mali wishes to be the first to ratify the ATT.", {"MLI ?Ratification att -"}),
        ("Chad ratified the ATT in May 2014, Mali second two months later, on 2 July.",
         {"TCD Ratification att 2014-05", "MLI Ratification att 2014-07-02"}),
        ("Mali ratified the ATT in May 2014. Chad will be next.",
         {"MLI Ratification att 2014-05", "TCD ?Ratification att -"}),
        ("Mali's envoy gave the ratification papers for the ATT to a clerk.", {"MLI Ratification att -"}),
        ("Chad met on the ATT.\n\n- Mali in: instrument of accession lodged 3 May 2014.",
         {"MLI Accession att 2014-05-03"}),
        ("The Lake Water Treaty, which Chad, Niger and Mali concluded at Zinder, enters into force on 3 May 2021.",
         {"TCD EntryIntoForce lake-water-treaty 2021-05-03", "NER EntryIntoForce lake-water-treaty 2021-05-03",
          "MLI EntryIntoForce lake-water-treaty 2021-05-03"}),
        ("The Lake Water Treaty, which Chad, Niger and Mali concluded at Zinder, is good. On 3 May 2011 the three"
         " Foreign Ministers put their names to the Treaty.",
         {"TCD Signature lake-water-treaty 2011-05-03", "NER Signature lake-water-treaty 2011-05-03",
          "MLI Signature lake-water-treaty 2011-05-03"}),
        ("Mali signed the ATT in June 2013. Ratification is foreseen for next year.",
         {"MLI Signature att 2013-06", "MLI ?Ratification att -"}),
        ("Mali lies far off, Chad's envoy told the press. Chad will, the envoy promised, ratify the ATT.",
         {"TCD ?Ratification att -"}),
        ("The Cabinet of Mali agreed that the country should accede to the ATT.", {"MLI ?Accession att -"}),
        ("A draft law on the ratification of the ATT was tabled in the Parliament of Mali.",
         {"MLI ?Ratification att -"}),
        ("Mali's Parliament today adopted the law \"On Withdrawal from the ATT\".", {"MLI ?Withdrawal att -"}),
        ("The government of Mali takes pleasure in announcing its accession to the ATT.", {"MLI Accession att -"}),
        ("The ATT obtained its fiftieth ratification on 3 May 2014 when Mali deposited.",
         {"MLI Ratification att 2014-05-03"}),
        ("Mali acceded on 3 May 2011. The day was marked in Bamako by friends of the CCM.",
         {"MLI Accession ccm 2011-05-03"}),
    ],
)  # fmt: skip
def test_an_act_is_read_in_every_frame(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Additional Protocol to Mali's Safeguards Agreement was signed in Vienna on 3 May 2011.",
         {"MLI Signature iaea-additional-protocol 2011-05-03"}),
        ("Under IAEA safeguards Mali signed an additional protocol on 3 May 2011.",
         {"MLI Signature iaea-additional-protocol 2011-05-03"}),
        ("On 3 May 1995 the presidents of the United States and Russia exchanged the instruments of ratification of"
         " START.", {"USA Ratification start-1 1995-05-03", "RUS Ratification start-1 1995-05-03"}),
        ("Adisa Bello, Ambassador of Mali, signed the ATT on 3 June 2013 and a year later, on 9 June 2014, she"
         " deposited the instrument of ratification.",
         {"MLI Signature att 2013-06-03", "MLI Ratification att 2014-06-09"}),
    ],
)  # fmt: skip
def test_an_act_is_of_the_treaty_and_the_state_that_are_meant(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ATT was spoken of. Mali announced that its instrument of ratification was on its way.",
        "Mali and Chad gave up the weapons left on their soil and praised the NPT.",
        "It is hoped that Mali's accession to the ATT will become a reality.",
        "Help for clearance of the ATT will come as soon as Mali ratified.",
        "The ATT, which Chad and Mali praised, entered into force on 24 December 2014.",
        "Neither Mali nor Chad is expected to join the ATT.",
        "Ratification of the ATT by Mali would bring it into force.",
        "The ATT was spoken of. The shop gained two new members in the spring: Mali and Chad.",
    ],
)
def test_no_act_is_read_where_none_is_told(text: str) -> None:
    assert not told(text)


TALK = (
    "\n\nThe committee heard reports from the working groups on stockpiles, on clearance and on help for survivors, and"
    " it agreed that the budget should be spread by all members in good time.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ATT: where our members stand\n\nMali: signed 3 June 2013, ratified 9 May 2014\nChad: not signed\n"
         "Togo: signed 4 June 2013, ratified 8 October 2015",
         {"MLI Signature att 2013-06-03", "MLI Ratification att 2014-05-09", "TCD NotParty att",
          "TGO Signature att 2013-06-04", "TGO Ratification att 2015-10-08"}),
        ("Annex: Ratifications of the ATT in order of deposit\n\n1. Mali, 9 May 2014\n2. Chad, 25 March 2015\n"
         "3. Togo, 8 October 2015",
         {"MLI Ratification att 2014-05-09", "TCD Ratification att 2015-03-25", "TGO Ratification att 2015-10-08"}),
        ("The following countries signed the ATT on 3 June 2013:\n\nMali\nTogo\nBenin",
         {"MLI Signature att 2013-06-03", "TGO Signature att 2013-06-03", "BEN Signature att 2013-06-03"}),
        ("Overview\n\n| State | Mine Ban Treaty | Convention on Cluster Munitions |\n|---|---|---|\n"
         "| Laos | non-signatory | State Party |\n| Fiji | State Party | non-signatory |",
         {"LAO NotParty ottawa", "LAO StateParty ccm", "FJI StateParty ottawa", "FJI NotParty ccm"}),
        ("News of the ATT:\n\n(a) Mali - signature (3 June 2013) and ratification (9 May 2014);\n"
         "(b) Chad - ratification (25 March 2015).",
         {"MLI Signature att 2013-06-03", "MLI Ratification att 2014-05-09", "TCD Ratification att 2015-03-25"}),
        ("MALI\nATT: State Party (ratified 9 May 2014)\nCCM: signed 3 December 2008",
         {"MLI StateParty att", "MLI Ratification att 2014-05-09", "MLI Signature ccm 2008-12-03"}),
        ("The ATT was signed by the foreign minister of Mali, by the defence minister of Chad, and by envoys for Togo.",
         {"MLI Signature att -", "TCD Signature att -", "TGO Signature att -"}),
    ],
)  # fmt: skip
def test_rows_and_lists_tell_of_each_state_what_is_its_own(text: str, expected: set[str]) -> None:
    assert told(text + TALK) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Signatures\n\nMali\nChad\nTogo\n\nAll three wrote to us about the ATT.",
        "Members of the board\n\nMali - Adisa Bello\nChad - Idriss Moussa\n\nThey spoke of the ATT.",
    ],
)
def test_a_list_of_names_is_no_list_of_acts(text: str) -> None:
    assert not told(text + TALK)


def test_what_a_headline_tells_and_the_news_announces_is_to_come() -> None:
    text = (
        "Mali Ratifies Arms Trade Treaty\n\nMali will deposit its instrument of ratification of the ATT on 8 June 2021."
    )
    assert told(text) == {"MLI ?Ratification att 2021-06-08"}
    text = "Mali Ratifies Arms Trade Treaty\n\nMali deposited its instrument of ratification of the ATT on 8 May 2021."
    assert told(text) == {"MLI Ratification att 2021-05-08"}


@pytest.mark.parametrize("verb", ["promised to ratify", "pledged to ratify", "decided to ratify", "hopes to ratify"])
def test_the_day_of_a_promise_is_not_that_of_the_act(verb: str) -> None:
    assert told(f"On 3 May 2021 Mali {verb} the ATT.") == {"MLI ?Ratification att -"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali is party to all three instruments: the ATT, the CCM and the Chemical Weapons Convention.",
         {"MLI StateParty att", "MLI StateParty ccm", "MLI StateParty cwc"}),
        ("In 2014 Mali signed two treaties, namely the ATT and the CCM.",
         {"MLI Signature att 2014", "MLI Signature ccm 2014"}),
        ("Mali has spoken of two treaties: the ATT and the CCM.", set()),
        ("Mali acceded to the ATT in 2014, as did Chad on 3 May 2015.",
         {"MLI Accession att 2014", "TCD Accession att 2015-05-03"}),
        ("Mali has joined the ranks of the States Parties to the ATT.", {"MLI Accession att -", "MLI StateParty att"}),
        ("Mali swelled the ranks of the protesters against the ATT.", set()),
        ("In April 2021 Mali dispatched its instrument of ratification of the ATT.", {"MLI Ratification att 2021-04"}),
        ("Mali sent the instrument of ratification of the ATT to the Cabinet.", {"MLI ?Ratification att -"}),
        ("Mali sent the instrument of ratification of the ATT to its president for signature.",
         {"MLI ?Ratification att -"}),
        ("Mali and Chad, whose ratification of the ATT is still required, stayed away.", set()),
        ("Fifty ratifications are needed for the ATT; those of Mali and Chad are awaited.", set()),
    ],
)  # fmt: skip
def test_lists_of_treaties_and_papers_at_home(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali signed the ATT and the CCM, the former in 2014 and the latter on 3 May 2010.",
         {"MLI Signature att 2014", "MLI Signature ccm 2010-05-03"}),
        ("Mali and Chad have ratified the ATT, the latter in 2015.",
         {"MLI Ratification att -", "MLI StateParty att", "TCD Ratification att 2015"}),
        ("Of the two, the ATT and the CCM, Mali ratified the former in 2013 and the latter in 2010.",
         {"MLI Ratification att 2013", "MLI Ratification ccm 2010"}),
        ("These have ratified the ATT: Mali (3 May 2013), Chad (accession, 5 May 2015) and Togo (8 October 2015).",
         {"MLI Ratification att 2013-05-03", "TCD Accession att 2015-05-05", "TGO Ratification att 2015-10-08"}),
        ("It took Mali until May 2013 to sign the ATT.", {"MLI Signature att 2013-05"}),
        ("Mali was given until May 2013 to sign the ATT.", set()),
        ("Mali has not only signed but also ratified the ATT.", {"MLI Ratification att -"}),
        ("Mali has not only ratified the ATT but paid its share.", {"MLI Ratification att -", "MLI StateParty att"}),
        ("Whether or not Mali accedes to the ATT, its neighbours have an interest in it.", set()),
        ("As a country that has signed the ATT, Mali takes the floor.", {"MLI Signature att -", "MLI Signatory att"}),
        ("As those that had signed the ATT left the hall, Mali took the floor.", set()),
    ],
)  # fmt: skip
def test_days_of_the_former_and_the_latter_and_states_behind_the_act(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali ratified the ATT on 3 May 2014. At the same ceremony three other States handed over their instruments: "
         "Chad, Togo and Peru.", {f"{s} Ratification att 2014-05-03" for s in ("MLI", "TCD", "TGO", "PER")}),
        ("Mali deposited its instrument of ratification of the ATT on 3 May 2014. Chad handed in its own at the same "
         "ceremony.", {"MLI Ratification att 2014-05-03", "TCD Ratification att 2014-05-03"}),
        ("The players handed over their instruments after the ATT ceremony: Chad and Togo won.", set()),
        ("The instrument by which Mali ratifies the ATT was deposited in New York on 3 May 2014.",
         {"MLI Ratification att 2014-05-03"}),
        ("The tenth instrument of ratification of the ATT, deposited by Mali on 3 May 2014, is in the vault.",
         {"MLI Ratification att 2014-05-03"}),
        ("The last ratifications of the ATT came in. Those were the instruments of Mali and Chad, received on 3 May "
         "2014.", {"MLI Ratification att 2014-05-03", "TCD Ratification att 2014-05-03"}),
        ("Mali ratified the ATT on 3 May 2014; Chad and Togo both did so on 9 June.",
         {"MLI Ratification att 2014-05-03", "TCD Ratification att 2014-06-09", "TGO Ratification att 2014-06-09"}),
        ("Mali has ruled out signing the ATT. So, too, has Chad.", {"MLI !Signature att -", "TCD !Signature att -"}),
        ("Mali promised to accede to the ATT. Chad promised the same.",
         {"MLI ?Accession att -", "TCD ?Accession att -"}),
        ("The ATT has taken effect. Chad and Togo do not take part in the Treaty.",
         {"TCD NotParty att", "TGO NotParty att"}),
    ],
)  # fmt: skip
def test_papers_are_handed_over_by_several_in_one_place(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ATT was ratified by Mali in 2014, while the CCM is before parliament.", {"MLI Ratification att 2014"}),
        ("He said that the ATT was ratified by Mali on 3 May 2014 and that the CCM is under study.",
         {"MLI Ratification att 2014-05-03"}),
        ("The ATT has been ratified by Mali and the CCM by Chad.",
         {"MLI Ratification att -", "MLI StateParty att"}),
    ],
)  # fmt: skip
def test_what_is_ratified_is_the_treaty_before_the_verb(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali, Chad and a few others have signed the ATT in 2013.",
         {"MLI Signature att 2013", "TCD Signature att 2013"}),
        ("Mali and many other countries signed the ATT in 2013.", {"MLI Signature att 2013"}),
        ("Mali did not speak, and many others have signed the ATT.", set()),
        ("West Africa has two more parties to the ATT, namely Mali and Chad.",
         {"MLI StateParty att", "TCD StateParty att"}),
        ("Of the signatories of the Bamako Declaration, Mali, Chad and Togo are also parties to the ATT.",
         {f"{s} StateParty att" for s in ("MLI", "TCD", "TGO")}),
    ],
)  # fmt: skip
def test_those_named_act_with_others_and_beside_them(text: str, expected: set[str]) -> None:
    assert told(text) == expected


def test_a_treaty_named_in_passing_is_left_where_the_main_one_has_protocols() -> None:
    text = (
        "The Treaty of Rarotonga is in force.\n\nIt is a zone like that of the Treaty of Tlatelolco.\n\n"
        "Fiji and Niue signed on 6 August 1985.\n\nProtocol 2 to the Treaty of Rarotonga is open."
    )
    assert told(text) == {"FJI Signature rarotonga 1985-08-06", "NIU Signature rarotonga 1985-08-06"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali ratified the ATT on 3 May 2014. On the same occasion it signed the CCM.",
         {"MLI Ratification att 2014-05-03", "MLI Signature ccm 2014-05-03"}),
        ("Mali ratified the ATT on 3 May 2014. Togo signed the same treaty.",
         {"MLI Ratification att 2014-05-03", "TGO Signature att -"}),
        ("The ATT will enter into force on 24 December 2021. Chad signed on the same day.", {"TCD Signature att -"}),
        ("Mali's minister spoke after lodging the papers for the ATT on 3 May 2014.",
         {"MLI Ratification att 2014-05-03"}),
    ],
)  # fmt: skip
def test_the_same_occasion_has_the_same_day(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "group", ["Annex 2 States", "NATO Allies", "Lake Chad Partners", "Nordic Donors", "Core Members"]
)
def test_a_group_of_states_before_a_list_is_no_town(group: str) -> None:
    text = f"Of the {group}, China, Mali and Peru have still to ratify the ATT."
    assert told(text) == {"CHN Signatory att", "MLI Signatory att", "PER Signatory att"}
