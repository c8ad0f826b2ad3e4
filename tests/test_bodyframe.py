"""Bodies whose names have no head word, and those named in other languages."""

import pytest

from kg.extract.actors.name import read_cast
from kg.extract.names.lexicon import load_lexicon
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words


def actors(text: str) -> list[str]:
    cast = read_cast(cut_words(text, find_blocks(text)), load_lexicon().find(text))
    return [actor.label for actor in cast.actors]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Danish company Sterkemo showed a robot.", ["Sterkemo"]),
        ("The charity Quiet Meadow sent a cheque.", ["Quiet Meadow"]),
        ("The Velimport company sent a truck.", ["Velimport"]),
        ("Nordic Potters for Peace sent a letter.", ["Nordic Potters for Peace"]),
        ("Tables without Borders met there.", []),
        ("Engineers without Fear met there.", ["Engineers without Fear"]),
        ("The course was organised by Lantern Hill Solutions last week.", ["Lantern Hill Solutions"]),
        ("It was held in partnership with Altair Consulting.", ["Altair Consulting"]),
        ("It was paid for and organised by Sterkemo, UNDP and Bright Path.", ["Sterkemo", "Bright Path"]),
        ("On 3 May Sterkemo sponsored a seminar.", ["Sterkemo"]),
        ("The Suva Post sponsored a seminar.", ["Suva Post"]),
        ("Blue Lantern Partners, the ICRC and UNDP organised a course.", ["Blue Lantern Partners"]),
        ("The NGO Arms Watch Sahel met.", ["Arms Watch Sahel"]),
        ("Guests from Quiet Path Works and the ICRC came.", ["Quiet Path Works"]),
        ("Guests from Zarobek and the ICRC came.", ["International Committee of the Red Cross"]),
        ("The local NGO Zarobek and the ICRC came.", ["Zarobek"]),
        ("We thank UNICEF, Sterkemo and the ICRC.", ["Sterkemo"]),
    ],
)
def test_bodies_are_told_by_what_they_are_called_are_or_do(sentence: str, found: list[str]) -> None:
    read = actors(sentence)
    assert all(label in read for label in found)
    assert found or not read


@pytest.mark.parametrize(
    "sentence",
    [
        "It was organised by Tuilagi Sefo and paid for by nobody.",
        "Ana Lindo hosted a dinner and Lindo sponsored a seminar.",
        "Mine Risk Education was funded and Trainees attended a course.",
        "Eastern Province hosted a workshop and the Minister organised a lunch.",
        "Deminers organised a party, Sappers ran a race.",
        "Explosive Ordnance Disposal (EOD) technicians came.",
        "Karimova sponsored a seminar. Pupils of Nigora Karimova came.",
        "Water Purification (WP) technicians came.",
        "Stockpile Management (SM) trainers and Staff of the embassy came.",
        "It was supported by lehtori sosiaalinen.",
    ],
)
def test_persons_places_and_skills_are_no_bodies(sentence: str) -> None:
    assert not [label for label in actors(sentence) if label not in {"Ana Lindo", "Tuilagi Sefo", "Nigora Karimova"}]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Direction générale de l'Aviation met.", "Direction générale de l'Aviation"),
        ("The Bundesamt für Wasser und Abfallwirtschaft met.", "Bundesamt für Wasser und Abfallwirtschaft"),
        ("The Institut de hautes études de défense navale met.", "Institut de hautes études de défense navale"),
        ("The Ministério da Pesca Nacional of Cape Verde met.", "Ministério da Pesca Nacional of Cabo Verde"),
        (
            "The Ministère de la Défense nationale et des Anciens combattants met.",
            "Ministère de la Défense nationale et des Anciens combattants",
        ),
        ("The Federalnaya sluzhba bezopasnosti morya met.", "Federalnaya sluzhba bezopasnosti morya"),
        ("The Agenzia delle Dogane met.", "Agenzia delle Dogane"),
    ],
)
def test_bodies_of_other_languages_keep_their_whole_name(sentence: str, found: str) -> None:
    assert actors(sentence) == [found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Lutheran Church of Norway paid.", ["Lutheran Church of Norway"]),
        ("The Coalition for a Mine-Free Sudan paid.", ["Coalition for a Mine-Free Sudan"]),
        ("The Association for a Peaceful Peru paid.", ["Association for a Peaceful Peru"]),
        ("The 17th Engineer Brigade of the Croatian Army came.", ["17th Engineer Brigade of the Croatian Army"]),
        ("The Swiss NGO Association for Aid and Care paid.", ["Association for Aid and Care"]),
        ("Customs, Excise and Care Service (CECS) came.", ["Customs, Excise and Care Service"]),
        ("The National Authority (NA) of Chad came.", ["National Authority of Chad"]),
        ("The Committee on Middle East Questions came.", ["Committee on Middle East Questions"]),
        ("The Main Missile and Artillery Directorate came.", ["Main Missile and Artillery Directorate"]),
        ("The National Coordinator and Wells Directorate came.", ["Wells Directorate"]),
        ("The 5th Field Regiment of the British Army came.", ["5th Field Regiment of the British Army"]),
        ("The Faculty of Surveying Arts came.", ["Faculty of Surveying Arts"]),
        (
            "The Ministry of Labour, War Widows and Social Order (MOLWISO) came.",
            ["Ministry of Labour, War Widows and Social Order"],
        ),
    ],
)
def test_names_with_a_state_or_a_number_are_whole(sentence: str, found: list[str]) -> None:
    read = actors(sentence)
    assert [label for label in read if label not in {"Croatian Army", "British Army", "Chad"}] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Peru's air force and the Bolivian navy met.", ["Peru Air Force", "Navy of Bolivia"]),
        ("The armed forces of Chad met.", ["Armed Forces of Chad"]),
        ("The Chadian army base was closed and the Chadian force left.", []),
        ("The army met the Bolivian police officers.", ["Bolivia"]),
    ],
)
def test_forces_written_small_are_bodies_of_their_state(sentence: str, found: list[str]) -> None:
    assert actors(sentence) == found
