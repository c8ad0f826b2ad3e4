"""Actors of a text: States, bodies and persons under all their names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.actors.name import Name, read_cast
from kg.extract.mending.mend import mend_text
from kg.extract.names.lexicon import load_lexicon
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words
from kg.model import BASE, Actor


def read(text: str) -> tuple[dict[str, Actor], tuple[Name, ...]]:
    cast = read_cast(cut_words(text, find_blocks(text)), load_lexicon().find(text))
    return {actor.key: actor for actor in cast.actors}, cast.names


def labels(text: str, *kinds: str) -> list[str]:
    actors, _ = read(text)
    return [actor.label for actor in actors.values() if not kinds or actor.kind in kinds]


def persons(text: str) -> list[str]:
    return labels(text, "Person")


def bodies(text: str) -> list[str]:
    return labels(
        text, "GovernmentBody", "Organization", "IntergovernmentalOrganization", "NonGovernmentalOrganization"
    )


def one(text: str, label: str) -> Actor:
    actors, _ = read(text)
    return next(actor for actor in actors.values() if actor.label == label)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mr Aziz Karimov greeted the guests.", ["Aziz Karimov"]),
        ("The guests were greeted by H.E. Mrs. Ana-Lucía de la Torre.", ["Ana-Lucía de la Torre"]),
        ("General (Ret.) Pieter van der Meer took the floor.", ["Pieter van der Meer"]),
        ("Lt. Col. J. R. O'Hara was in the room.", ["J. R. O'Hara"]),
        ("Brig. Gen. Somchai Wattana of Thailand spoke.", ["Somchai Wattana"]),
        ("The Rt Hon Margaret Field MP opened the talks.", ["Margaret Field"]),
        ("Shri R. K. Menon and Smt Lata Rao were there.", ["R. K. Menon", "Lata Rao"]),
        ("Prime Minister Jonas Petraitis sent a letter.", ["Jonas Petraitis"]),
        ("The deputy defence minister, Olga Sydorenko, agreed.", ["Olga Sydorenko"]),
        ("Under Secretary for Arms Control Lynn Harper briefed them.", ["Lynn Harper"]),
        ("Marta Kowalska, director of the centre, agreed.", ["Marta Kowalska"]),
        ("Rosa Banks, Secretary of State for Trade, agreed.", ["Rosa Banks"]),
        ("Tomas Urban, who chairs the panel, agreed.", ["Tomas Urban"]),
        ("Ban Ki-moon, Secretary-General of the United Nations, sent a message.", ["Ban Ki-moon"]),
        ("The meeting was chaired by Chidi Okafor.", ["Chidi Okafor"]),
        ("According to Leila Haddad, all went well.", ["Leila Haddad"]),
        ("Ivo Novak of the ICRC and Petra Horvat attended.", ["Ivo Novak", "Petra Horvat"]),
        ("Messrs PAUL MBALLA and JEAN NGUEMA, Directors of UNDP, signed.", ["Paul Mballa", "Jean Nguema"]),
        ("Princess Ingrid of Norway lit a candle.", ["Princess Ingrid of Norway"]),
        ("Samuel K. Boateng devised the plan.", ["Samuel K. Boateng"]),
    ],
)
def test_persons_are_told_by_title_post_or_company(sentence: str, found: list[str]) -> None:
    assert persons(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In the hall sat Kerstin Olufemi and Jan-Willem van 't Zand.", ["Kerstin Olufemi", "Jan-Willem van 't Zand"]),
        ("Word came from B.K. Ramanathu that evening.", ["B.K. Ramanathu"]),
        ("Senhora Graça Ondambe, Ratu Josefa Vunilagi and Don Esteban Ruvalcaba sang.", 3),
        ("M. Yves Tiémoko and Mme Odile Sarr came by sea.", ["Yves Tiémoko", "Odile Sarr"]),
        ("Dr. the Hon. Winston Baptiste spoke.", ["Winston Baptiste"]),
        ("Sir Howard Pell GCMG MC and Mr Luke Hanlon S.C. were late.", ["Howard Pell", "Luke Hanlon"]),
        ("Eng. Zarqa Payandi and General (R) Hugo Larrea waited.", ["Zarqa Payandi", "Hugo Larrea"]),
        ("President Kipsang arap Birech and Dr Bingu wa Chirwa rose.", ["Kipsang arap Birech", "Bingu wa Chirwa"]),
        ("Doña Trinidad Echeverri waved.", ["Trinidad Echeverri"]),
        ("Mr Justice Harmon sat with Mrs. Maj Lindqvist.", ["Harmon", "Maj Lindqvist"]),
        ("It went to Ms Ruth Okello Permanent Representative in Rome.", ["Ruth Okello"]),
        ("Dr K P V van Staden and Mr G H le Roux rose.", ["K P V van Staden", "G H le Roux"]),
        ("Mr D T (Skip) Maritz and Dr Samuel (Sam) Okoth rose.", ["D T (Skip) Maritz", "Samuel (Sam) Okoth"]),
        ("Mr Juma Okoth (Nairobi) and Ms Rosa Banks (Chair) rose.", ["Juma Okoth", "Rosa Banks"]),
        ("Amb. Nyang' Oduor and Mr Carlo dell'Aquila rose.", ["Nyang' Oduor", "Carlo dell'Aquila"]),
        ("Prince Fahd Ra'ad came. Prince Fahd Raad left.", ["Prince Fahd Ra'ad"]),
        ("Major Ivan Prior and Captain M. J. Prior came.", ["Ivan Prior", "M. J. Prior"]),
        ("Minutes taken by: Ivka Milovic", ["Ivka Milovic"]),
        ("They sailed in HMS Lord Anson to King William Island.", []),
        ("The Fridtjof Nansen award and the Peter Holm centre were praised.", []),
        ("Pupils of the Instituto Nacional de Desminagem heard of it.", []),
    ],
)
def test_persons_are_told_by_the_form_of_a_name(sentence: str, found: list[str] | int) -> None:
    named = persons(sentence)
    assert (len(named) if isinstance(found, int) else named) == found


def test_persons_are_read_from_columns_dashes_and_signatures() -> None:
    table = (
        "Name\tPost\tCountry\nDrita Hoxhaj\tDirector of Plans\tAlbania\nVeselin Kolarov\tMinister of Justice\tBulgaria"
    )
    assert persons(table) == ["Drita Hoxhaj", "Veselin Kolarov"]
    assert persons("The guests\n\n(Signed) Qodir Latipov\nAmbassador, Permanent Observer") == ["Qodir Latipov"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Almaty Workshop on Explosive Hazards was held in Kempton Park.",
        "The General Assembly met on Monday.",
        "The Ottawa Convention and the Arms Trade Treaty were discussed.",
        "Next Monday the Chemical Weapons Convention turns twenty.",
        "They stayed at Hotel Bristol near Sabina Park.",
        "READERS ASK: WHAT COMES NEXT?",
        "Regional Mine Action as a Confidence-building Measure",
        "Article 5 of the Convention sets the deadline.",
        "The National Mine Action Programme Directors met in Geneva.",
    ],
)
def test_places_treaties_and_headings_are_no_persons(sentence: str) -> None:
    assert persons(sentence) == []


def test_bulleted_persons_are_read_with_their_bodies() -> None:
    text = "Speakers:\n\n- Irina Popescu, Head of Unit, UNDP\n- Karl Lind (Sweden)\n- Aroha Ngata\n"
    assert persons(text) == ["Irina Popescu", "Karl Lind", "Aroha Ngata"]


def test_later_mentions_lead_to_the_same_person() -> None:
    text = (
        "Interior Minister Davit Beridze opened the course. Beridze thanked the trainers. "
        "Mr Beridze then left, and Minister Beridze's deputy, Nino Gelashvili, stayed."
    )
    actors, names = read(text)
    beridze = next(actor for actor in actors.values() if actor.label == "Davit Beridze")
    mentions = [text[name.begin : name.end] for name in names if name.actor == beridze.key]
    assert mentions == ["Interior Minister Davit Beridze", "Beridze", "Mr Beridze", "Minister Beridze"]
    assert {"Beridze", "Mr Beridze"} <= set(beridze.aliases)
    assert persons(text) == ["Davit Beridze", "Nino Gelashvili"]


def test_a_post_alone_names_its_only_holder() -> None:
    text = "Prime Minister Jonas Petraitis flew to Oslo. The Prime Minister met Norway's foreign minister, Ida Lund."
    actors, names = read(text)
    posts = [actors[name.actor].label for name in names if text[name.begin : name.end] == "Prime Minister"]
    assert posts == ["Jonas Petraitis"]
    text = "Kenyan President Ali Juma met Togo's President, Kodjo Mensah. The President then left."
    _, names = read(text)
    assert not [name for name in names if text[name.begin : name.end] == "President"]


def test_two_persons_of_one_surname_stay_two() -> None:
    text = "Ms Anna Berg met Mr Lars Berg. Berg smiled."
    assert persons(text) == ["Anna Berg", "Lars Berg"]


def test_a_name_has_a_head_and_an_extent() -> None:
    text = "General (Ret.) Pieter Vos of the Netherlands, Special Envoy for Mine Action, spoke."
    _, names = read(text)
    name = next(name for name in names if text[name.head.begin : name.head.end] == "Pieter Vos")
    assert text[name.begin : name.end] == "General (Ret.) Pieter Vos"
    assert text[name.extent.begin : name.extent.end] == text[: text.index(" spoke")]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The Ministry of Health of Kenya wrote.", "Ministry of Health of Kenya"),
        ("Kenya's Ministry of Health wrote.", "Ministry of Health of Kenya"),
        ("The Kenyan Ministry of Health wrote.", "Ministry of Health of Kenya"),
        (
            "The Ministry of Trade, Industry and Fisheries of Norway wrote.",
            "Ministry of Trade, Industry and Fisheries of Norway",
        ),
        ("The Mongolian Embassy in Vienna sent a note.", "Embassy of Mongolia"),
        ("The Gobi Institute for Rock Studies sent a note.", "Gobi Institute for Rock Studies"),
        ("The Blue River Peace Network (BRPN) sent a note.", "Blue River Peace Network"),
        ("Help for Sappers Today (HST) sent a note.", "Help for Sappers Today"),
    ],
)
def test_unknown_bodies_are_told_by_head_word_or_acronym(sentence: str, label: str) -> None:
    assert bodies(sentence) == [label]


def test_ministries_of_several_states_are_several_bodies() -> None:
    text = "They were seconded by the Ministries of Health of Kenya, Ghana and Togo."
    assert bodies(text) == ["Ministry of Health of Kenya", "Ministry of Health of Ghana", "Ministry of Health of Togo"]


def test_acronyms_and_short_forms_lead_to_the_same_body() -> None:
    text = (
        "The Blue River Peace Network (BRPN) met. BRPN has ten members. The Network will meet again.\n\n"
        "Ghana's Ministry of Health was there. The Ministry paid; the Health Ministry also sent a doctor."
    )
    actors, names = read(text)
    named: dict[str, list[str]] = {}
    for name in names:
        named.setdefault(actors[name.actor].label, []).append(text[name.begin : name.end])
    assert named["Blue River Peace Network"] == ["Blue River Peace Network", "BRPN", "Network"]
    assert named["Ministry of Health of Ghana"] == ["Ghana's Ministry of Health", "Ministry", "Health Ministry"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Georgia is a State Party.",
        "It met in the Aral Convention Center.",
        "The course was part of the Green Valley Programme.",
    ],
)
def test_parties_venues_and_programmes_are_no_bodies(sentence: str) -> None:
    assert bodies(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Vilnius must send the notice.", ["Lithuania"]),
        ("The course was held in Vilnius.", []),
        ("The Azerbaijani side agreed, and so did the Government of Georgia.", ["Azerbaijan", "Georgia"]),
        ("The Armenian and Canadian governments agreed.", ["Armenia", "Canada"]),
        ("He speaks Armenian.", []),
    ],
)
def test_states_are_named_by_capitals_and_people_only_where_they_act(sentence: str, states: list[str]) -> None:
    assert labels(sentence, "State") == states


def test_a_post_takes_its_state_from_dateline_or_issuer() -> None:
    report = "NAIROBI, May 4. Foreign Minister Amina Otieno opened the fair, and so did Ghana's envoy, Kofi Mensah."
    assert one(report, "Amina Otieno").state == f"{BASE}state/KEN"
    release = "REPUBLIC OF KENYA\nMINISTRY OF HEALTH\n\nThe Cabinet Secretary, Dr Juma Odera, left for Accra today."
    assert one(release, "Juma Odera").state == f"{BASE}state/KEN"


def test_a_post_without_a_plain_state_stays_without() -> None:
    assert one("Foreign Minister Amina Otieno opened the fair.", "Amina Otieno").state is None


def test_a_government_speaks_of_itself_as_we() -> None:
    text = "REPUBLIC OF KENYA\nMINISTRY OF HEALTH\nNairobi\n\nLast year we ratified the treaty. “We did,” said Ghana."
    actors, names = read(text)
    own = [name for name in names if text[name.begin : name.end] in {"we", "We"}]
    assert [actors[name.actor].label for name in own] == ["Kenya"]


def test_wrongly_decoded_apostrophes_are_mended_in_place() -> None:
    text = "Kenyaâ€™s Ministry of Health wrote â€œyesâ€."
    mended = mend_text(text).text
    assert len(mended) == len(text)
    assert bodies(mended) == ["Ministry of Health of Kenya"]


_PIECES = st.sampled_from(
    "Mr |the |Ministry of |Kenya|'s |Aziz Karimov|, |Director of |(|ABC|) |. |and |\n|von |J. |Queen |@x_y|who chairs |"
    "UN |-|“|Ambassador |Minister for Trade, Industry and |al-Said |as |MR |: |\n- |I |we ".split("|")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_any_text_is_read_and_every_name_lies_in_it(text: str) -> None:
    actors, names = read(text)
    for name in names:
        assert name.actor in actors
        extent = name.extent
        assert 0 <= extent.begin <= name.begin <= name.head.begin
        assert name.head.begin < name.head.end <= name.end <= extent.end <= len(text)
    for actor in actors.values():
        assert actor.label


def test_the_order_of_actors_is_that_of_the_text() -> None:
    actors, _ = read("Kenya, UNDP and Mr Aziz Karimov met the Gobi Institute for Rock Studies.")
    assert [actor.label for actor in actors.values()] == [
        "Kenya",
        "United Nations Development Programme",
        "Aziz Karimov",
        "Gobi Institute for Rock Studies",
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("KENYA AND NORWAY CONCLUDE JOINT MINISTERIAL COMMISSION", []),
        ("The Kenya-Norway Joint Trade Commission met.", ["Kenya-Norway Joint Trade Commission"]),
        ("They signed a memorandum on Cross Border Trade.", []),
        ("WHO IS IN", []),
        ("She works at the Office of the Legal Adviser.", ["Office of the Legal Adviser"]),
        ("She works at the Attorney General's Office.", ["Attorney General's Office"]),
        ("The meeting was held at the Austria Center.", []),
        ("The Eastern Caribbean Shipping Bank paid.", ["Eastern Caribbean Shipping Bank"]),
        ("Metallwerk Kranz AG and Nordic Sweep AB sold it.", ["Metallwerk Kranz AG", "Nordic Sweep AB"]),
        ("The Fundación Camino Verde de los Andes wrote.", ["Fundación Camino Verde de los Andes"]),
        ("The Lesotho Campaign to Ban Landmines wrote.", ["Lesotho Campaign to Ban Landmines"]),
    ],
)
def test_what_is_and_is_no_body(text: str, labels: list[str]) -> None:
    blocks, hits = find_blocks(text), load_lexicon().find(text)
    assert [
        actor.label
        for actor in read_cast(cut_words(text, blocks), hits).actors
        if actor.kind not in {"State", "Person"}
    ] == labels


def test_a_body_keeps_the_name_that_the_text_gives_it_unless_it_shares_its_head() -> None:
    text = "MFA Bulgaria and the Ministries of Defence and Trade of Peru met."
    assert "MFA Bulgaria" in one(text, "Ministry of Foreign Affairs of Bulgaria").aliases
    assert not any("Ministries" in alias for alias in one(text, "Ministry of Defence of Peru").aliases)


def test_a_form_of_address_that_ends_a_name_is_its_surname() -> None:
    assert persons("Professor Anita Begum and Dr. Ruth Kumari spoke.") == ["Anita Begum", "Ruth Kumari"]


def test_a_well_known_holder_of_an_office_has_the_full_name() -> None:
    assert persons("Presidents Clinton and B. Yeltsin met. Mr Clinton left.") == ["Bill Clinton", "Boris Yeltsin"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("TULIBEL, the Chadian directorate for stores, hosted us.", ["TULIBEL"]),
        ("The host was QUORDAC, the French training centre.", ["QUORDAC"]),
        ("HawkDig Works, the Swiss company, showed a robot.", ["HawkDig Works"]),
        ("Chad's TULIBEL organised a course.", ["TULIBEL"]),
        ("Chad's TULIBEL were destroyed.", []),
        ("MANPADS, the threat to an airline company, were shown.", []),
        ("Lima, a Peruvian centre of trade, hosted it.", []),
        ("The Chadian and Peruvian Embassies paid.", ["Embassy of Chad", "Embassy of Peru"]),
        ("The embassies of Chad and Peru paid.", ["Embassy of Chad", "Embassy of Peru"]),
        ("The Q. Arthur Munro Foundation paid.", ["Q. Arthur Munro Foundation"]),
        ("The Medical and Practical Trust paid.", ["Medical and Practical Trust"]),
        ("The Commission Provinciale pour les Puits paid.", ["Commission Provinciale pour les Puits"]),
    ],
)
def test_bodies_are_told_by_what_they_are_said_to_be(sentence: str, found: list[str]) -> None:
    assert bodies(sentence) == found


@pytest.mark.parametrize(
    ("text", "label", "alias"),
    [
        ("Foreign Minister Yu. Karpov of the Soviet Union spoke.", "Yu. Karpov", None),
        ("Minister Ana T. Lindo of Peru spoke.", "Ana T. Lindo", "Ana Lindo"),
        ("President James Earl Carter of the United States spoke.", "James Earl Carter", "Jimmy Carter"),
    ],
)
def test_name_is_also_known_without_initials_or_by_what_the_world_calls_its_bearer(
    text: str, label: str, alias: str | None
) -> None:
    person = one(text, label)
    assert alias is None or alias in person.aliases


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("UNICEF, MAG and QRSH gave talks.", "QRSH"),
        ("The talks were arranged by QRSH, LVRN and UNICEF.", "LVRN"),
        ("It was hosted by the Chadian Pugwash Group.", "Chadian Pugwash Group"),
        ("It was hosted by the Institute of Physics Peru.", "Institute of Physics Peru"),
        ("She will visit Southern Lake University Springfield.", "Southern Lake University Springfield"),
        (
            "He chairs the Working Group of States Parties to the Biological Weapons Convention.",
            "Working Group of States Parties to the Biological Weapons Convention",
        ),
        (
            "It was held by the National Commission on Small Arms and Light Weapons of Chad.",
            "National Commission on Small Arms and Light Weapons of Chad",
        ),
    ],
)
def test_body_is_told_by_its_company_or_by_the_whole_of_its_name(text: str, label: str) -> None:
    assert label in bodies(text)


@pytest.mark.parametrize(
    "text", ["UNICEF, MAG and SALW were spoken of.", "UNICEF and the QRSH Fund met.", "UNICEF, QRSH-2 and MAG met."]
)
def test_not_every_acronym_beside_a_body_is_one(text: str) -> None:
    assert not {"SALW", "QRSH"} & set(bodies(text))


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The Chadians surprised everyone.", ["Chad"]),
        ("The Belgians host the talks.", ["Belgium"]),
        ("The Chadians of the north left.", []),
        ("The Swiss Army left.", []),
    ],
)
def test_all_people_of_a_state_stand_for_it(text: str, states: list[str]) -> None:
    assert labels(text, "State") == states


def test_the_name_of_a_deputy_is_not_that_of_the_minister() -> None:
    text = "Deputy Foreign Minister Nino Beridze of Georgia and Foreign Minister Ana Lima of Peru spoke."
    deputy, minister = one(text, "Nino Beridze"), one(text, "Ana Lima")
    assert "Deputy Foreign Minister Nino Beridze" in deputy.aliases
    assert "Minister Nino Beridze" not in deputy.aliases
    assert "Minister Ana Lima" in minister.aliases


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Juma Okoth (Suva Peace Dialogue) and Ms Rosa Banks (with slides) spoke.", ["Suva Peace Dialogue"]),
        ("Men of 12 Highland Field Squadron and the 4th Special Forces Group trained them.", 2),
        ("In 1998 the 4th Review Group met.", ["Review Group"]),
    ],
)
def test_a_bracket_and_a_number_tell_bodies(text: str, found: list[str] | int) -> None:
    named = bodies(text)
    assert (len(named) if isinstance(found, int) else named) == found
    assert all(name[0].isdigit() for name in named) or not isinstance(found, int)


def test_a_nickname_stands_for_the_given_names() -> None:
    assert {"Skip Maritz", "D T Maritz"} <= set(one("Mr D T (Skip) Maritz rose.", "D T (Skip) Maritz").aliases)
