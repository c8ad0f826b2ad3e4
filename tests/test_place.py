"""Where events took place: cities, countries, capitals described, towns that no list has, and nowhere but online."""

import pytest
from told import facts, only, read


@pytest.mark.parametrize(
    ("where", "city", "country"),
    [
        ("in Bern", "city/bern", "country/CHE"),
        ("in Bern, Switzerland,", "city/bern", "country/CHE"),
        ("in Lima (Peru)", "city/lima", "country/PER"),
        ("in Brazil", None, "country/BRA"),
        ("in the Swiss city of Bern", "city/bern", "country/CHE"),
        ("in the Tajik capital", "city/dushanbe", "country/TJK"),
        ("in northern Mozambique", None, "country/MOZ"),
        ("in the south-western part of Zambia", None, "country/ZMB"),
        ("in neighbouring Zambia", None, "country/ZMB"),
        ("in the city of Mendoza", "city/mendoza", "country/ARG"),
        ("at Mendoza", "city/mendoza", "country/ARG"),
        ("in the Ugandan capital, Kampala,", "city/kampala", "country/UGA"),
        ("at the Hofburg Palace in Vienna", "city/vienna", "country/AUT"),
        ("at the training centre of the Kenyan army in Nairobi", "city/nairobi", "country/KEN"),
        ("in San Jose", "city/san-jose-cr", "country/CRI"),
        ("in San Jose, United States,", "city/san-jose", "country/USA"),
    ],
)
def test_city_and_country(where: str, city: str | None, country: str) -> None:
    found = facts(only(f"A workshop was held {where} on 4 June 2013."))
    assert (found.get("city"), found.get("country")) == (city, country)


def test_a_town_that_no_list_has_is_a_city_of_its_country() -> None:
    reading = read("A workshop was held in Gumbolinka, Moldova, on 4 June 2013.")
    found = facts(reading.events[0])
    assert found["country"] == "country/MDA"
    assert [place.label for place in reading.places if place.kind == "City"] == ["Gumbolinka"]


def test_a_town_without_a_country_is_still_a_city() -> None:
    reading = read("A workshop was held in Gumbolinka on 4 June 2013.")
    assert [(place.label, place.country) for place in reading.places] == [("Gumbolinka", None)]


@pytest.mark.parametrize(
    "text",
    [
        "A workshop was held online on 4 June 2013.",
        "A virtual seminar for deminers was held on 4 June 2013.",
        "A webinar on prostheses took place on 4 June 2013.",
    ],
)
def test_what_is_online_says_so(text: str) -> None:
    found = facts(only(text))
    assert found["online"] == "true"
    assert "city" not in found


def test_the_country_of_the_one_host_is_the_place_where_none_is_given() -> None:
    assert facts(only("Kenya hosted a workshop on 4 June 2013."))["country"] == "country/KEN"


def test_only_places_of_events_are_kept() -> None:
    reading = read("A workshop was held in Lima on 4 June 2013. Experts had flown in from Oslo.")
    assert {place.label for place in reading.places} == {"Lima", "Peru"}


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("A workshop was held in Bali on 4 June 2013.", "city/bali"),
        ("The Livingstone Conference was held on 4 June 2013.", "city/livingstone"),
        ("A workshop was held in the capital of Peru on 4 June 2013.", "city/lima"),
    ],
)
def test_a_town_with_a_persons_name_is_one_where_only_a_town_can_stand(text: str, city: str) -> None:
    assert facts(only(text))["city"] == city


def test_where_somebody_returned_to_is_not_where_the_event_was() -> None:
    assert "city" not in facts(
        only("Minister Ana Rojas returned to Lima on 4 June 2013 from the seminar of 2 June 2013 on mines.")
    )


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("The workshop took place on the shore of the Dead Sea from 3 to 7 May 2010.", "city/dead-sea"),
        ("The workshop was held at Lake Naivasha on 3 May 2010.", "city/naivasha"),
        ("The workshop was held at Lake Quill on 3 May 2010.", "city/lake-quill"),
        ("The workshop was held near Ramtha on 3 May 2010.", "city/ramtha"),
        ("Peru invited the signatories to its capital for a workshop on 3 May 2010.", "city/lima"),
    ],
)
def test_an_event_may_be_where_no_town_of_the_list_is(text: str, city: str) -> None:
    assert facts(only(text))["city"] == city


def test_a_sea_that_a_seminar_is_about_is_no_place() -> None:
    assert facts(only("A seminar on the South China Sea was held in Manila on 3 May 2010."))["city"] == "city/manila"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Peru has hosted a workshop in the capital since 4 June 2013.", "city/lima"),
        ("The envoy of Laos, in whose capital the workshop took place on 4 June 2013, spoke.", "city/vientiane"),
        ("A seminar was held in Singapore on 4 June 2013.", "city/singapore"),
        ("The pact was signed in the East Room of the White House on 4 June 2013.", "city/washington"),
        ("A ceremony was held at NATO Headquarters on 4 June 2013.", "city/brussels"),
        ("A ceremony was held in the Great Hall of the People on 4 June 2013.", "city/beijing"),
    ],
)
def test_a_capital_a_city_state_and_a_known_house_are_places(text: str, city: str) -> None:
    assert facts(only(text))["city"] == city


def test_this_city_is_the_one_where_the_text_was_written() -> None:
    text = "LIMA, 5 June 2013 - After talks in Quito in May, the forum brought forty people to this city on 4 June."
    assert [facts(event).get("city") for event in read(text).events] == ["city/quito", "city/lima"]


def test_a_state_with_an_article_is_a_place_too() -> None:
    assert facts(only("A summit will be held in the United States in June 2031."))["country"] == "country/USA"


def test_common_words_behind_in_are_no_town() -> None:
    event = only("The seminar ‘Clearance: What is New in Policy and Practice?’ was held on 28 November 2023.")
    assert "city" not in facts(event)


def test_a_room_is_no_town() -> None:
    assert "city" not in facts(only("Peru will give a briefing in Drafting Room 7 on 4 June 2013."))


def test_the_same_place_is_not_that_of_another_paragraph() -> None:
    top = "Minutes of a meeting of 4 June 2013\n\n1. Ama Kofi told of a city, Lima, in Peru."
    text = f"{top}\n\n2. Next meeting: 9 July 2013, same place."
    assert all("city" not in facts(event) for event in read(text).events)


def test_an_adverb_before_a_country_is_no_town() -> None:
    assert not any(
        place.label == "Regrettably" for place in read("Regrettably, Peru held a workshop in May 2010.").places
    )


def test_there_is_the_town_named_last() -> None:
    text = "A seminar was held in Oslo in May 2012. The work began in Lima. Peru was host there to a conference."
    assert {facts(event)["city"] for event in read(text).events} == {"city/oslo", "city/lima"}


def test_the_capital_is_the_one_that_was_named() -> None:
    text = (
        "MINISTRY OF FOREIGN AFFAIRS, LIMA\n\n4 June 2013\n\nA seminar opened this morning. It is held in the capital."
    )
    assert facts(only(text))["city"] == "city/lima"


def test_a_town_on_no_list_may_stand_before_a_bracket_with_days() -> None:
    assert facts(only("A course was held in Dolny Vrbovec (4-6 June 2013)."))["city"] == "city/dolny-vrbovec"
    was_host = "In May 2013 our institute in Dolny Vrbovec was host to a course for medics."
    assert facts(only(was_host))["city"] == "city/dolny-vrbovec"
    assert "city" not in facts(only("On 4 June 2013 a workshop for writers in Foreign Studies (2012) was held."))


def test_a_town_that_names_one_of_two_sides_is_no_place() -> None:
    assert "city" not in facts(only("The Fifth India-Singapore Policy Dialogue was held on 4 June 2013."))


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("The mayor, a Colombian, opened a workshop in San Carlos on 4 June 2013.", "city/san-carlos-co"),
        ("A workshop was held in San Carlos on 4 June 2013.", "city/san-carlos"),
        ("The United States sent experts to a workshop held in Geneva on 4 June 2013.", "city/geneva"),
        ("Canada sent experts to a workshop held in London on 4 June 2013.", "city/london"),
    ],
)
def test_a_town_of_the_texts_own_countries_goes_before_a_namesake_of_about_its_size(text: str, city: str) -> None:
    assert facts(only(text))["city"] == city


@pytest.mark.parametrize(
    "who",
    [
        "Irina Orlova from the Institute of Eastern Studies in Moscow",
        "Tom Hale of Hilltop College, London,",
        "Ana Lindo from the University of Suva in Fiji",
    ],
)
def test_the_town_of_a_speaker_s_institute_is_not_where_the_event_was(who: str) -> None:
    found = facts(only(f"The seminar took place on 18 and 19 October 1999. It was opened by {who} and others."))
    assert {"city", "country"}.isdisjoint(found)


def test_minutes_say_below_the_title_where_the_meeting_was() -> None:
    first, _ = read(
        "Minutes of the 7th meeting of the Authority\n\nHeld in the hall of the Ministry, Maputo, 14 May 2002\n\n"
        "1. Ms Lindo reported on the dog workshop in Chimoio on 22-24 April.\n"
    ).events
    assert (facts(first)["city"], facts(first)["startDate"]) == ("city/maputo", "2002-05-14")


def test_a_town_on_no_list_may_have_its_country_in_brackets() -> None:
    reading = read("A workshop was held at Gumbolinka (Moldova) on 4 June 2013.")
    assert facts(reading.events[0])["country"] == "country/MDA"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("He missed the conference on the effects of nuclear arms in Nayarit, Mexico, on 13 May 2014.", "nayarit"),
        ("He will attend the seminar in Rome on 8 May 2014 before leaving for Lima.", "rome"),
        ("EMBASSY OF CANADA\n12, Park Lane, Lima\n\n3 May 2005\n\nA workshop was held here yesterday.", "lima"),
    ],
)
def test_where_an_event_was_is_told_behind_its_topic_or_in_the_letterhead(text: str, city: str) -> None:
    assert facts(next(e for e in read(text).events if e.type != "Visit"))["city"].split("/")[1].split("-")[0] == city
