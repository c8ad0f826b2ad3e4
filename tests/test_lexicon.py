"""Names of the reference data are found where they stand, and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import VocabularyError
from kg.extract.names.lexicon import KINDS, Hit, Lexicon, load_lexicon
from kg.extract.words.spelling import find_variants, fold_name, fold_text
from kg.model import BASE

# What people write for a State, by its code; the forms that a depositary, a journalist or an old paper uses.
VARIANTS = """
AFG: Afghanistan, Islamic Republic of Afghanistan
ALB: Albania, Republic of Albania
ARE: United Arab Emirates, UAE, U.A.E.
ARM: Armenia, Republic of Armenia
AZE: Azerbaijan, Republic of Azerbaijan
BFA: Burkina Faso, Upper Volta
BEN: Benin, Dahomey
BGR: Bulgaria
BIH: Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnia-Herzegovina, Bosnia, BiH
BLR: Belarus, Byelorussia
BOL: Bolivia, Plurinational State of Bolivia, Bolivia (Plurinational State of)
BRN: Brunei, Brunei Darussalam
BWA: Botswana
CAF: Central African Republic
CIV: Côte d'Ivoire, Cote d’Ivoire, Ivory Coast
COD: Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC, Zaire, Congo-Kinshasa
COG: Republic of the Congo, Congo-Brazzaville, Republic of Congo
COM: Comoros, Union of the Comoros
CPV: Cabo Verde, Cape Verde
CZE: Czechia, Czech Republic, the Czech Republic
DEU: Germany, Federal Republic of Germany
DMA: Dominica, Commonwealth of Dominica
DOM: Dominican Republic, the Dominican Republic
EGY: Egypt, Arab Republic of Egypt
ETH: Ethiopia
FSM: Micronesia, Federated States of Micronesia, Micronesia (Federated States of)
GBR: United Kingdom, UK, U.K., Great Britain, Britain, United Kingdom of Great Britain and Northern Ireland
GEO: Georgia, Republic of Georgia
GIN: Guinea, Republic of Guinea
GMB: Gambia, The Gambia, the Gambia
GNB: Guinea-Bissau, Guinea Bissau, Guinea‑Bissau
GNQ: Equatorial Guinea
HTI: Haiti
IRL: Ireland, Republic of Ireland
IRN: Iran, Islamic Republic of Iran, Iran (Islamic Republic of)
KAZ: Kazakhstan, Kazakstan, Republic of Kazakhstan
KGZ: Kyrgyzstan, Kyrgyz Republic, the Kyrgyz Republic
KHM: Cambodia, Kingdom of Cambodia, Kampuchea
KNA: Saint Kitts and Nevis, St. Kitts and Nevis, St Kitts and Nevis, St. Kitts & Nevis
KOR: South Korea, Republic of Korea, ROK
LAO: Laos, Lao PDR, Lao People's Democratic Republic, Lao People’s Democratic Republic
LBY: Libya, Libyan Arab Jamahiriya
LCA: Saint Lucia, St. Lucia
LKA: Sri Lanka, Ceylon
MDA: Moldova, Republic of Moldova
MKD: North Macedonia, FYROM, the former Yugoslav Republic of Macedonia, Macedonia
MLI: Mali
MMR: Myanmar, Burma
NER: Niger, the Niger
NGA: Nigeria
NLD: Netherlands, the Netherlands, Holland
PNG: Papua New Guinea
PRK: North Korea, DPRK, Democratic People's Republic of Korea
PSE: Palestine, State of Palestine
RUS: Russia, Russian Federation, the Russian Federation
RWA: Rwanda
SDN: Sudan, the Sudan
SLV: El Salvador
SRB: Serbia, Republic of Serbia
SSD: South Sudan
STP: São Tomé and Príncipe, Sao Tome and Principe
SUR: Suriname, Surinam
SWZ: Eswatini, Swaziland
SYR: Syria, Syrian Arab Republic
TJK: Tajikistan, Tadjikistan, Republic of Tajikistan
TKM: Turkmenistan
TLS: Timor-Leste, East Timor
TTO: Trinidad and Tobago, Trinidad & Tobago
TUR: Turkey, Türkiye, Turkiye
TZA: Tanzania, United Republic of Tanzania
UKR: Ukraine, the Ukraine
USA: United States, US, U.S., USA, U.S.A., United States of America, the United States
UZB: Uzbekistan, Republic of Uzbekistan
VAT: Holy See, the Holy See, Vatican
VCT: Saint Vincent and the Grenadines, St. Vincent and the Grenadines
VEN: Venezuela, Bolivarian Republic of Venezuela
VNM: Vietnam, Viet Nam
YEM: Yemen, Republic of Yemen
ZMB: Zambia, Northern Rhodesia
ZWE: Zimbabwe, Rhodesia
"""


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return load_lexicon()


def read(known: Lexicon, text: str) -> list[tuple[str, str]]:
    return [(hit.surface, hit.entries[0].iri.removeprefix(BASE)) for hit in known.find(text)]


def variants() -> list[tuple[str, str]]:
    rows = [line.split(": ", 1) for line in VARIANTS.strip().splitlines()]
    return [(code, name.strip()) for code, names in rows for name in names.split(", ")]


def test_states_are_known_under_every_name(known: Lexicon) -> None:
    cases = variants()
    assert len(cases) >= 150
    missed = []
    for code, name in cases:
        hits = [hit for hit in known.find(f"Experts from {name} met.") if hit.entries[0].kind == "State"]
        if [hit.entries[0].iri for hit in hits] != [f"{BASE}state/{code}"]:
            missed.append((name, [hit.surface for hit in hits]))
    assert len(missed) <= len(cases) // 100, missed


def test_every_state_has_a_country_and_the_other_way_round(known: Lexicon) -> None:
    states = known.states()
    assert len(states) >= 195
    for state in states:
        assert state.country is not None
        assert known.entry(state.country).state == state.iri


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Democratic Republic of the Congo, Republic of the Congo", ["state/COD", "state/COG"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
        ("Niger and Nigeria", ["NER", "NGA"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("Sudan and South Sudan", ["SDN", "SSD"]),
        ("Mexico, not New Mexico", ["MEX"]),
        ("Ireland and Northern Ireland", ["state/IRL", "region/northern-ireland"]),
        ("Korea", []),
        ("North Korea and South Korea", ["PRK", "KOR"]),
        ("the Lake Chad Basin lies in Chad", ["region/lake-chad-basin", "TCD"]),
        ("Oman, woman and Romania", ["OMN", "ROU"]),
        ("the Nigerien and the Nigerian delegation", ["NER", "NGA"]),
    ],
)
def test_names_within_names_are_told_apart(known: Lexicon, text: str, found: list[str]) -> None:
    ends = [iri for _, iri in read(known, text)]
    assert len(ends) == len(found)
    assert all(iri.endswith(end) for iri, end in zip(ends, found, strict=True)), ends


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan",
        "Mr. Jordan",
        "Ms Jordan",
        "Jordan Peterson",
        "Chad Smith",
        "Chad E. Smith",
        "J. Jordan",
        "Dr. Israel",
        "Georgia Johnson",
        "Georgia, U.S.A.",
        "the Vienna Convention",
    ],
)
def test_persons_and_phrases_are_not_places(known: Lexicon, text: str) -> None:
    assert not [
        hit
        for hit in known.find(f"It was {text} again.")
        if hit.surface in {"Jordan", "Chad", "Israel", "Georgia", "Vienna"}
    ]


def test_a_place_beside_a_person_stays_a_place(known: Lexicon) -> None:
    assert read(known, "Michael Jordan met Jordan's king.") == [("Jordan", "state/JOR")]
    assert read(known, "In Chad, Smith spoke.") == [("Chad", "state/TCD")]


def test_georgia_of_the_states_is_not_the_state(known: Lexicon) -> None:
    assert ("Georgia", "state/GEO") not in read(known, "a fair in Savannah, Georgia, and one in Georgia, USA")
    assert ("Georgia", "state/GEO") in read(known, "a fair in Tbilisi, Georgia, and one in Batumi")


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstanis’s",
        "pro-Kazakhstan",
        "Kazakhstan2",
        "xKazakhstan",
        "kazakhstan",
        "Kazakhstan-style",
        "www.Kazakhstan.kz",
    ],
)
def test_only_whole_words_count(known: Lexicon, text: str) -> None:
    assert ("Kazakhstan", "state/KAZ") not in read(known, text)


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan's",
        "Kazakhstan’s",
        "(Kazakhstan)",
        "“Kazakhstan”",
        "Kazakhstan,Serbia",
        "met.Kazakhstan",
        "*Kazakhstan*",
        "Kazakhstan.",
        "Kazakhstan-funded",
        "Serbia/Kazakhstan",
        "'Kazakhstan'",
    ],
)
def test_marks_beside_a_name_do_not_matter(known: Lexicon, text: str) -> None:
    assert ("Kazakhstan", "state/KAZ") in read(known, text)


def test_two_names_joined_by_a_hyphen_are_both_read(known: Lexicon) -> None:
    assert read(known, "the Tajik-Afghan border") == [("Tajik", "state/TJK"), ("Afghan", "state/AFG")]


def test_headings_in_capitals_are_read(known: Lexicon) -> None:
    found = read(known, "KAZAKHSTAN AND MALI JOIN THE OTTAWA CONVENTION")
    assert found == [("KAZAKHSTAN", "state/KAZ"), ("MALI", "state/MLI"), ("OTTAWA CONVENTION", "treaty/ottawa")]


def test_acronyms_are_read_only_as_written(known: Lexicon) -> None:
    assert read(known, "Who told us that it is? Osce, unmas.") == []
    assert read(known, "WORK WITH US ON ICE") == []
    assert read(known, "The WHO, UNMAS and the US agreed.") == [
        ("WHO", "organization/who"),
        ("UNMAS", "organization/unmas"),
        ("US", "state/USA"),
    ]


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("the ottawa convention", "treaty/ottawa"),
        ("the mine ban treaty", "treaty/ottawa"),
        ("the Comprehensive Nuclear‑Test‑Ban Treaty", "treaty/ctbt"),
        ("the Comprehensive Nuclear Test\n   Ban Treaty", "treaty/ctbt"),
        ("Organisation for Security and Co-operation in Europe", "organization/osce"),
        ("Organization for Security and Cooperation\nin Europe", "organization/osce"),
        ("Geneva International Center for Humanitarian Demining", "organization/gichd"),
        ("Geneva International Centre for Humanitarian De-mining", "organization/gichd"),
        ("UN Development Program", "organization/undp"),
        ("U.N. Mine Action Service", "organization/unmas"),
        ("the international campaign to ban landmines", "organization/icbl"),
        ("Norwegian People’s Aid", "organization/npa"),
        ("International Labor Organization", "organization/ilo"),
        ("Ministry of Defense of Kazakhstan", "organization/kazakh-mod"),
        ("US Department of State", "organization/us-state-department"),
    ],
)
def test_spellings_of_one_name(known: Lexicon, text: str, iri: str) -> None:
    assert [found for _, found in read(known, text)] == [iri]


def test_common_words_are_not_organisations(known: Lexicon) -> None:
    assert read(known, "States must control arms under article 36 of the text and call a small arms survey.") == []


def test_words_that_towns_bear_are_not_towns(known: Lexicon) -> None:
    assert read(known, "Of March, Mine and Union; the Bar, Central and Federal Mission.") == []


def test_towns_that_share_a_word_are_weak(known: Lexicon) -> None:
    (hit,) = known.find("in Split")
    assert hit.entries[0].weak
    assert not known.find("in Almaty")[0].entries[0].weak


def test_capital_reads_as_city_first_and_as_its_state(known: Lexicon) -> None:
    (hit,) = known.find("Astana agreed.")
    assert [entry.kind for entry in hit.entries] == ["City", "Capital"]
    assert hit.entries[1].state == f"{BASE}state/KAZ"


def test_a_town_of_several_countries_is_read_as_the_biggest_first(known: Lexicon) -> None:
    (hit,) = known.find("Tripoli")
    cities = [entry for entry in hit.entries if entry.kind == "City"]
    assert cities[0].iri == f"{BASE}city/tripoli"
    assert cities[0].country == f"{BASE}country/LBY"
    assert cities[1].iri == f"{BASE}city/tripoli-lb"
    assert [city.population for city in cities] == sorted((city.population for city in cities), reverse=True)


def test_cities_have_coordinates_and_are_found_by_iri(known: Lexicon) -> None:
    (hit,) = known.find("Osh")
    city = hit.entries[0]
    assert city.latitude == pytest.approx(40.5, abs=0.2)
    assert city.longitude == pytest.approx(72.8, abs=0.2)
    assert known.entry(city.iri) == city
    assert known.entry(f"{BASE}city/tripoli-lb").country == f"{BASE}country/LBN"


def test_unknown_iri_is_an_error(known: Lexicon) -> None:
    with pytest.raises(VocabularyError, match="no-such"):
        known.entry(f"{BASE}city/no-such")


def test_names_begin_with_the_label(known: Lexicon) -> None:
    names = known.names(f"{BASE}state/KGZ")
    assert names[0] == "Kyrgyzstan"
    assert "Kyrgyz Republic" in names


def test_a_user_adds_an_organisation_and_a_name_in_turtle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.ttl").write_text(
        """@prefix kg: <https://w3id.org/accession-kg/ns#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <https://w3id.org/accession-kg/organization/zzz> a kg:NonGovernmentalOrganization ;
            rdfs:label "Zebra Zone Zealots"@en ; skos:altLabel "ZZZ"@en .
        <https://w3id.org/accession-kg/state/KAZ> skos:altLabel "Land of Apples"@en .""",
        encoding="utf-8",
    )
    text = "ZZZ of the Land of Apples"
    assert read(load_lexicon(), text) == []
    assert [iri for _, iri in read(load_lexicon(tmp_path), text)] == ["organization/zzz", "state/KAZ"]
    monkeypatch.setenv("KG_REFERENCE", str(tmp_path / "own.ttl"))
    assert [iri for _, iri in read(load_lexicon(), text)] == ["organization/zzz", "state/KAZ"]


def test_broken_turtle_is_named_with_its_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<http://a.example/a> <http://a.example/b> 1 .\n<oops .\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"broken\.ttl, line 2"):
        load_lexicon(broken)
    with pytest.raises(VocabularyError, match="missing"):
        load_lexicon(tmp_path / "missing.ttl")


def check(hits: list[Hit], text: str) -> None:
    last = 0
    for hit in hits:
        assert last <= hit.begin < hit.end <= len(text)
        assert text[hit.begin : hit.end] == hit.surface
        assert hit.entries
        assert [KINDS.index(entry.kind) for entry in hit.entries] == sorted(
            KINDS.index(entry.kind) for entry in hit.entries
        )
        last = hit.end


PIECES = st.sampled_from(
    [
        *(
            "Niger",
            "Republic of",
            " the ",
            "Congo",
            "Côte d’Ivoire",
            "São Tomé",
            "Guinea",
            "UN",
            "U.S.",
            "Security Council",
        ),
        *(
            "Ottawa Convention",
            "OSCE Programme Office in Dushanbe",
            "’s",
            "-",
            "(",
            ".",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\u00ad",
        ),
        *("É", "e\u0301", "İ", "ﬁ", "😀", "\ud800"),
    ]
)


@given(st.text())
def test_any_text_leaves_it_standing(text: str) -> None:
    check(load_lexicon().find(text), text)


@given(st.lists(PIECES).map("".join))
def test_offsets_give_the_surface(text: str) -> None:
    check(load_lexicon().find(text), text)


@given(st.lists(PIECES).map("".join))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.plain) == len(folded.lower)
    offsets = [folded.offset(place) for place in range(len(folded.plain))]
    assert offsets == sorted(set(offsets))
    assert all(0 <= offset < len(text) for offset in offsets)


def test_names_are_found_again_in_every_variant(known: Lexicon) -> None:
    for entry in known.entries("IntergovernmentalOrganization"):
        for variant in find_variants(fold_name(entry.label)):
            assert known.read(variant)[:1] == (entry,), variant


def test_every_name_of_a_long_text_is_found(known: Lexicon) -> None:
    text = (
        "Experts from Kazakhstan and the OSCE Programme Office in Dushanbe met on Monday to talk about many things. "
        * 2000
    )
    assert len(known.find(text)) == 4000


@pytest.mark.parametrize(
    "text", ["Izumi Nakamitsu spoke.", "with Colonel Farkhod Kabba today", "at Garissa University College"]
)
def test_towns_among_capitals_are_weak(known: Lexicon, text: str) -> None:
    assert all(entry.weak for hit in known.find(text) for entry in hit.entries if entry.kind == "City")


def test_words_with_accents_dropped_are_not_towns(known: Lexicon) -> None:
    assert read(known, "To come or to save: Come, Save, Than, Can.") == []
