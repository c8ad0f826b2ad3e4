"""Treaties in a text: known ones, those that only the text names, and words that point back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import read

from kg.extract.names.lexicon import load_lexicon
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words
from kg.extract.treaties.theme import find_theme
from kg.extract.treaties.treaty import find_treaties
from kg.extract.treaties.treatyfind import TreatyMention
from kg.model import Treaty


def find(text: str) -> tuple[list[TreatyMention], list[Treaty]]:
    return find_treaties(cut_words(text, find_blocks(text)), load_lexicon().find(text))


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


def groups(text: str) -> list[list[str]]:
    return [[iri.rsplit("/", 1)[-1] for iri in m.iris] for m in find(text)[0]]


_BOTH = ["additional-protocol-1", "additional-protocol-2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two Protocols additional to the Geneva Conventions of 1949 are open.", [_BOTH]),
        ("Mali joined Additional Protocols I and II. Both Protocols are open.", [_BOTH, _BOTH]),
        ("Mali joined Protocols II and V to the Convention on Certain Conventional Weapons.", [["ccw-p2", "ccw-p5"]]),
        ("Mali joined the CCW and its Protocols III and IV.", [["ccw"], ["ccw-p3", "ccw-p4"]]),
        ("Mali joined Protocol I, but not Protocol II, additional to the Geneva Conventions.", [_BOTH[:1], _BOTH[1:]]),
        ("The Additional Protocols to the Geneva Conventions are open.", [[]]),
        (
            "Mali joined the Ottawa Convention and the CCM. Both treaties are open.",
            [["ottawa"], ["ccm"], ["ottawa", "ccm"]],
        ),
        ("Both treaties are open.", []),
        (
            "Protocol V on Explosive Remnants of War and Amended Protocol II: Protocol V.",
            [["ccw-p5"], ["ccw-ap2"], ["ccw-p5"]],
        ),
        ("Mali signed the CRPD and its Optional Protocol on 30 March 2007.", [["crpd"], ["crpd-optional-protocol"]]),
    ],
)
def test_treaties_named_together_are_each_meant(text: str, expected: list[list[str]]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They signed the Suez Canal treaties.", "Suez Canal Treaties"),
        ("They signed the Lake Chad Accords.", "Lake Chad Accords"),
        (
            "They signed the Treaty of Friendship between Mongolia and Laos in Hanoi.",
            "Treaty of Friendship between Mongolia and Laos",
        ),
        ("The extradition treaty between Fiji and India is new.", "Fiji-India Extradition Treaty"),
        (
            "A new free trade agreement between the Government of Peru and Chile is open.",
            "Peru-Chile Free Trade Agreement",
        ),
    ],
)
def test_papers_without_a_plain_name_are_treaties_too(text: str, label: str) -> None:
    assert [treaty.label for treaty in find(text)[1]] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Trade Agreements were discussed.",
        "A peace agreement between the parties failed.",
        "They met at the Treaty of Monday.",
    ],
)
def test_agreements_of_no_one_in_particular_are_no_treaties(text: str) -> None:
    assert not find(text)[1]


def test_a_treaty_may_be_told_by_what_it_bans() -> None:
    assert groups("The treaty that outlaws cluster bombs, and the convention prohibiting chemical weapons") == [
        ["ccm"],
        ["cwc"],
    ]


@pytest.mark.parametrize(
    ("text", "iris"),
    [
        ("The Treaty on the Elimination of Certain Missiles (the INF Treaty) is old.", ["inf", "inf"]),
        ("The Sixth Protocol to the European Convention on Human Rights is old.", ["echr-protocol-6"]),
        ("The safeguards were new. Mali signed the Additional Protocol.", ["iaea-additional-protocol"]),
        ("The Arms Trade Treaty is new. The Agreement of November 1985 is old.", ["att", None]),
        (
            "The Treaty of Tlatelolco is old. Its Additional Protocol II is open.",
            ["tlatelolco", "tlatelolco-protocol-2"],
        ),
        (
            "Mali signed the Protocol to the Treaty of Semipalatinsk. The Treaty is open.",
            ["semipalatinsk-protocol", "semipalatinsk"],
        ),
        ("The Treaty of Bangkok is open. Its protocol is not.", ["bangkok", "bangkok-protocol"]),
        ("The Lisbon Protocol to the START Treaty is old.", ["lisbon-protocol"]),
        (
            "The BWC in the hills\n\nMali came.\n\nThe CWC is wider.\n\nTogo is a party to the Convention.",
            ["bwc", "cwc", "bwc"],
        ),
        (
            "Mali signed the Agreement for the Common Use of Lake Water.",
            ["agreement-for-the-common-use-of-lake-water"],
        ),
    ],
)
def test_long_titles_numbered_protocols_and_dated_agreements(text: str, iris: list[str | None]) -> None:
    assert [iri for _, iri in names(text)] == iris


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Peru and Chile signed a treaty on 3 May 2006. The Treaty of Pelindaba is next.", "pelindaba"),
        ("Peru joined the NPT. The zone rests on a treaty that Chile signed, the Treaty of Pelindaba.", "pelindaba"),
        ("Peru joined the NPT in 1970. Chile signed a treaty in 2006.", None),
        ("Chile signed a treaty in 2006. The Treaty of Bangkok and the Treaty of Pelindaba are older.", None),
    ],
)
def test_a_treaty_without_a_name_is_the_one_newly_named_below_or_none(text: str, meant: str | None) -> None:
    """It is never one that was spoken of before."""
    assert [iri for words, iri in names(text) if words == "a treaty"] == [meant]


def test_the_end_of_a_longer_name_is_no_treaty_of_its_own() -> None:
    assert "rescue-astronauts" not in {iri for _, iri in names("Norway signed the Arctic Search and Rescue Agreement.")}
    joined = names("Norway joined the Ottawa Convention and Chemical Weapons Convention.")
    assert [iri for _, iri in joined] == ["ottawa", "cwc"]


def test_the_treaties_are_no_single_one() -> None:
    found = names("Mali joined the Treaty of Bangkok. The treaties with Chad are others. It left the treaties.")
    assert found[1:] == [("the treaties", None)]


def test_the_peace_accords_and_the_accords_are_one() -> None:
    found = names("Mali signed the Lima Peace Accords. Chad kept the accords.")
    assert [iri for _, iri in found] == ["lima-peace-accords"] * 2


def test_the_acronym_of_a_body_in_a_name_is_no_name_of_the_treaty() -> None:
    text = "The Convention on Lake Fisheries of the Organization of African Unity (OAU) binds Chad. Mali left the OAU."
    assert [words for words, _ in names(text)] == ["Convention on Lake Fisheries of the Organization of African Unity"]


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("agreement on the exclusively peaceful use of nuclear energy", "argentina-brazil"),
        ("Presidential Act of Brasilia", "brasilia-1998"),
        ("Central Asia Nuclear-Weapon-Free Zone Treaty", "semipalatinsk"),
        ("Sinai Protocol", "mfo-protocol"),
    ],
)
def test_agreements_of_a_region_are_known_by_their_names(name: str, iri: str) -> None:
    assert names(f"They signed the {name}.") == [(name, iri)]


def themed(text: str, issued: str | None = None) -> tuple[str | None, list[tuple[str, str | None]]]:
    words = cut_words(text, find_blocks(text))
    theme = find_theme(words, issued)
    mentions, _ = find_treaties(words, load_lexicon().find(text), None, theme)
    return theme and theme.rsplit("/", 1)[-1], [(text[m.begin : m.end], m.iri and m.iri[-6:]) for m in mentions]


def test_a_text_on_one_weapon_is_about_the_treaty_on_it() -> None:
    text = "Landmines lie in the valley. The landmine clinic asked Peru to ratify the treaty."
    assert themed(text) == ("ottawa", [("the treaty", "ottawa")])
    assert themed(text, "1996-04") == (None, [("the treaty", None)])
    assert themed(f"{text} Nuclear weapons are worse.")[0] is None
    assert themed("Nuclear weapons are feared. Nuclear weapons are costly. Peru left the treaty.")[0] is None
    assert themed("One landmine was found.")[0] is None


def test_a_treaty_that_is_named_goes_before_the_theme() -> None:
    text = (
        "Landmines lie in the valley, and landmine clinics help. Mali joined the Arms Trade Treaty. The treaty is new."
    )
    assert [iri for _, iri in themed(text)[1]] == ["ty/att", "ty/att"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru ratified the treaty against anti-personnel mines.", "ottawa"),
        ("Peru is outside the ban on cluster bombs.", "ccm"),
        ("Peru has joined the mine ban.", "ottawa"),
    ],
)
def test_a_ban_is_the_treaty_that_bans(text: str, expected: str) -> None:
    assert [iri for _, iri in names(text)] == [expected]


def test_the_treaty_in_a_bodys_name_is_the_known_one() -> None:
    mentions, unknown = find("The Implementation Support Unit of the Anti-Personnel Mine Ban Convention wrote.")
    assert ([m.iri and m.iri[-6:] for m in mentions], unknown) == (["ottawa"], [])


def test_an_alliance_is_no_treaty() -> None:
    assert names("Six members of the Warsaw Pact came.") == []


def test_several_treaties_may_go_by_one_name() -> None:
    text = "The Panama Canal Treaties were debated. The Senate was asked to approve the treaties."
    both = ("panama-canal-treaty", "panama-neutrality")
    assert [tuple(iri.rsplit("/", 1)[-1] for iri in m.iris) for m in find(text)[0]] == [both, both]


def test_an_agreement_is_told_by_where_it_was_signed_and_by_whom() -> None:
    text = "The leaders of Eritrea and Ethiopia signed the peace agreement in Algiers. The agreement has six articles."
    assert [iri for _, iri in names(text)] == ["algiers-2000", "algiers-2000"]
    other = "The leaders of Mali and Niger signed the peace agreement in Algiers."
    assert names(other) == []


def test_a_new_agreement_is_none_spoken_of_before() -> None:
    text = "Mali joined the Arms Trade Treaty. An agreement which Mali and Niger signed says so."
    assert names(text)[1:] == [("An agreement", None)]


def test_a_sitting_on_a_treaty_is_no_part_of_its_name() -> None:
    reading = read("The Workshop on Additional Protocol in Chad was held in Lima on 3 May 2012.")
    concerned = [fact.value for fact in reading.events[0].facts if fact.property == "concerns"]
    assert [(treaty.iri, treaty.label) for treaty in reading.treaties] == [(concerned[0], "Additional Protocol")]


def test_the_treaty_is_no_framework() -> None:
    text = "They spoke of the NPT. The Agreed Framework was signed in Geneva. Outside the Treaty are three States."
    assert find(text)[0][-1].iri == find("the NPT")[0][0].iri


def test_protocols_that_go_by_one_name_are_found_behind_any_name_of_their_treaty() -> None:
    assert [m.label for m in find("They signed the Protocols of the SPNFZ Treaty.")[0]] == [
        "Protocols to the Treaty of Rarotonga"
    ]


def test_the_first_words_of_a_text_name_its_theme() -> None:
    assert themed("KENYA COALITION AGAINST LANDMINES\n\nUganda has ratified the Convention.", "2004")[0] == "ottawa"
    assert themed("The club met. Kenya spoke. Much was said in it of schools, and of landmines.", "2004")[0] is None


def test_an_acronym_may_stand_before_the_noun_of_a_name() -> None:
    text = "They signed the Protocols in the South Pacific Nuclear Free Zone (SPNFZ) Treaty. The Protocols bind them."
    assert {(m.iri or "").rsplit("/", 1)[-1] for m in find(text)[0]} == {"rarotonga-protocols"}
    assert [m.label for m in find("the Comprehensive Nuclear-Test-Ban (CTB) Treaty")[0]] == [
        "Comprehensive Nuclear-Test-Ban Treaty"
    ]


def test_the_treaty_is_that_of_the_text_after_another_was_named_once() -> None:
    reading = read(
        "ARMS TRADE TREATY IN FORCE\n\nThe Arms Trade Treaty is the second of its kind, after that of Tlatelolco, "
        "the Treaty of Tlatelolco.\n\n"
        "Chad signed the Treaty on 4 June 2013."
    )
    assert {action.treaty.rpartition("/")[2] for action in reading.actions} == {"att"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali signed the Convention of Ottawa.", ["ottawa"]),
        ("Mali joined the treaty on peaceful nuclear explosions.", ["pnet"]),
        ("Mali left the convention on the prohibition of bacteriological weapons.", ["bwc"]),
        ("Mali left the pact on cluster munitions.", ["ccm"]),
        ("Mali wants a treaty on chemical arms.", []),
        ("Mali signed an agreement on nuclear safety.", []),
    ],
)
def test_a_known_treaty_may_be_named_in_other_words(text: str, expected: list[str]) -> None:
    assert [iri for _, iri in names(text) if iri] == expected


def test_the_treaty_protocols_are_not_the_treaty() -> None:
    text = "Fiji joined the Treaty of Rarotonga. France signed the Treaty Protocols. Fiji praised the Treaty."
    assert [iri for _, iri in names(text)] == ["rarotonga", "rarotonga-protocols", "rarotonga"]
