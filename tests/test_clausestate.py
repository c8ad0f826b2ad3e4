"""Posts in texts of governments: whose they are, who signs, and how the names of persons are written."""

import pytest
from test_affiliation import Row, read

_HEAD = "REPUBLIC OF GHANA\nMINISTRY OF FOREIGN AFFAIRS\n\nPRESS RELEASE\n\n"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Norwegian delegation was led by the Foreign Minister, Mr Lars Holm.",
            ("Lars Holm", "Foreign Minister", None, "NOR"),
        ),
        (
            "On the Japanese side, Ms Aiko Mori, Deputy Minister of Trade, took the floor.",
            ("Aiko Mori", "Deputy Minister of Trade", None, "JPN"),
        ),
        (
            "In Nairobi the Minister held talks with Foreign Minister Juma Odera.",
            ("Juma Odera", "Foreign Minister", None, "KEN"),
        ),
        (
            "The Minister visited Norway in May. He called on Prime Minister Lars Holm.",
            ("Lars Holm", "Prime Minister", None, "NOR"),
        ),
        (
            "Norwegian President Lars Holm and Foreign Minister Ida Berg attended.",
            ("Ida Berg", "Foreign Minister", None, "NOR"),
        ),
        ("Kwesi Addo has been appointed Ambassador to Norway.", ("Kwesi Addo", "Ambassador to Norway", None, "GHA")),
        (
            "Also present were, for Norway, Ida Berg, Minister for Trade, and Lars Holm, Deputy Minister.",
            ("Lars Holm", "Deputy Minister", None, "NOR"),
        ),
    ],
)
def test_a_clause_tells_whose_a_post_is(text: str, row: Row) -> None:
    assert row in read(_HEAD + text)


def test_a_president_meets_no_president_of_the_same_state() -> None:
    rows = read(_HEAD + "The President of Norway, Mr Lars Holm, came to Accra. The President met with President Ardu.")
    assert [row for row in rows if row[0] == "Ardu"] == [("Ardu", "President", None, None)]


def test_a_state_above_a_list_of_participants_owns_their_posts() -> None:
    text = "Workshop on Stockpiles\nTbilisi, Georgia\n\nAlbania\nMr Arben Kola, Deputy Minister of Defence\n\n"
    assert ("Arben Kola", "Deputy Minister of Defence", None, "ALB") in read(
        text + "Kenya\nMs Ann Odera, Minister of Trade"
    )


def test_who_signs_holds_the_post_at_the_head() -> None:
    text = (
        "MINISTER FOR FOREIGN AFFAIRS\nNEWS RELEASE\n\nI shall leave for Norway on Monday. Ghana signed the treaty in "
    )
    text += "May, and Ghana will host the next meeting. Ghana has asked its neighbours to come.\n\nKWESI ADDO-MILLS\n"
    assert ("Kwesi Addo-Mills", "MINISTER FOR FOREIGN AFFAIRS", None, "GHA") in read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Minister for Trade (Ann Odera-Hill) opened the fair.", "Ann Odera-Hill"),
        ("The Minister of Trade, Dato' Sri Karim bin Yusof, opened the fair.", "Karim bin Yusof"),
        ("The Minister of Trade, Hon. Alhaji Musa Bello, MP, opened the fair.", "Musa Bello"),
        ("The Minister of Trade of Ethiopia, H.E. Ato Dawit Alemu, opened the fair.", "Dawit Alemu"),
        ("Myanmar's Minister of Trade, U Kyaw Htun, opened the fair.", "Kyaw Htun"),
        ("The Chief of Defence Staff, Air Chief Marshal Musa Bello, opened the fair.", "Musa Bello"),
        ("The Minister of Trade, Alhaji (Dr) Musa Bello, opened the fair.", "Musa Bello"),
        ("Assistant Secretary Ann Odera Travels to Oslo", "Ann Odera"),
        ("STATEMENT BY ANN M. ODERA, MINISTER OF TRADE", "Ann M. Odera"),
        ("The Nigerian Minister of Trade, Sen. Musa Bello, opened the fair.", "Musa Bello"),
    ],
)
def test_forms_of_address_are_no_part_of_a_name(text: str, name: str) -> None:
    assert [row[0] for row in read(_HEAD + text)] == [name]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The other members are Robert Tarn, Brigadier General, Ministry of Defence of Norway.",
            ("Robert Tarn", "Brigadier General", "Ministry of Defence of Norway", "NOR"),
        ),
        ("Mr Lars Holm, Director, NORTEX.", ("Lars Holm", "Director", "NORTEX", None)),
        (
            "Mr Lars Holm, Director (UN), Ministry of Trade of Norway, took part.",
            ("Lars Holm", "Director", "Ministry of Trade of Norway", "NOR"),
        ),
        (
            "A delegation of the Blue River Network (BRN) headed by Ms Ann Odera came.",
            ("Ann Odera", None, "Blue River Network", None),
        ),
        (
            "The Japanese side was led by Mr. Jun Abe, and the Chilean side by Ms Ann Odera, deputy minister.",
            ("Ann Odera", "deputy minister", None, "CHL"),
        ),
        (
            "The Japanese side was led by Jun Abe, the Chilean side by Ms Ann Odera, Head of the Department for Trade.",
            ("Ann Odera", "Head of the Department for Trade", "Department for Trade of Chile", "CHL"),
        ),
        (
            "BRN: Ms Ann Odera. The Blue River Network (BRN) met.",
            ("Ann Odera", None, "Blue River Network", None),
        ),
    ],
)
def test_lists_of_members_tell_posts_and_bodies(text: str, row: Row) -> None:
    assert row in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "FOREIGN MINISTER RETURNS FROM OSLO",
        "HON. MINISTER RECEIVES NEW ENVOYS",
        "They signed an agreement on Official Passports.",
    ],
)
def test_headlines_and_documents_name_no_person(text: str) -> None:
    assert read(_HEAD + text) == []
