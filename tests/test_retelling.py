"""Texts that tell of one occasion in different words, and texts that only seem to."""

import pytest

from kg.extract.reading import read_document
from kg.graph.profile import profile_reading
from kg.graph.resolution import Reference, Resolution
from kg.graph.resolve import resolve
from kg.model import Document


def conclude(*texts: str) -> Resolution:
    """Read texts, named a, b, c ..., and conclude which of their events are one."""
    documents = [Document(identifier="abcdef"[place], text=text, sha256="") for place, text in enumerate(texts)]
    return resolve((profile_reading(read_document(document)) for document in documents), reference=Reference())


def merged(*texts: str) -> list[str]:
    """List the documents of each occasion that more than one tells of."""
    found: dict[str, str] = {}
    for document, naming in conclude(*texts).namings.items():
        for iri in naming.events.values():
            found[iri] = found.get(iri, "") + document
    return sorted(documents for documents in found.values() if len(documents) > 1)


DEPOTS = (
    "A workshop on the security of ammunition depots was held in Lusaka from 13 to 15 March 2011. Zambia was the host. "
    "Angola, Malawi and Namibia sent officers."
)
VICTIMS = "A workshop on victim data was held in Amman on 10 and 11 May 2009, organised by UNDP."


@pytest.mark.parametrize(
    "texts",
    [
        (DEPOTS, "In March 2011 a workshop in Lusaka looked at the security of depots. Malawi and Namibia spoke."),
        (DEPOTS, "A meeting on the security of ammunition depots was held in Lusaka in March 2011."),
        (
            "The eleventh meeting of the Council of Lakes, on ferry permits, has been under way in Kigali since 3 June "
            "2013. Rwanda is the host.",
            "The eleventh meeting of the Council of Lakes, on ferry permits, took place in Kigali on 7 June 2013.",
        ),
        (
            "A workshop on river mines was held in Manila on 14 November 2019. Germany paid for it.",
            "Germany paid for a workshop in Manila in November 2019.",
            "A workshop on the law of naval war was held in Manila on 20 November 2019.",
        ),
        (
            "A course in underwater clearance began in Sarajevo on 1 September 2008.",
            "On 1 September 2008 a training course in underwater clearance began in Bosnia and Herzegovina.",
        ),
    ],
)
def test_one_occasion_in_different_words_is_one(texts: tuple[str, ...]) -> None:
    assert merged(*texts) == ["ab"]


@pytest.mark.parametrize(
    "texts",
    [
        (DEPOTS, "A workshop on risk education for teachers was held in Lusaka in March 2011."),
        (DEPOTS, "The second workshop on the security of ammunition depots was held in Windhoek on 19 June 2012."),
        (DEPOTS, "A seminar on ammunition depots was held in Lusaka in May 2011. Zambia was the host."),
        (
            "A training course for deminers was held in Hargeisa from 11 to 29 July 2011.",
            "In July 2011 a training course for police officers was held in Hargeisa.",
        ),
        (VICTIMS, "On 11 and 12 May 2009 Handicap International organised a workshop on prosthetics in Amman."),
        (
            "A meeting on rural roads took place in Hanoi on 3 December 2015. The World Bank organised it.",
            "A meeting on unexploded shells took place in Hanoi on 3 December 2015. UNDP organised it.",
        ),
        (
            "A webinar on gender was held online on 17 June 2020.",
            "A webinar on improvised explosive devices was held online on 17 June 2020.",
        ),
    ],
)
def test_what_only_seems_one_occasion_stays_apart(texts: tuple[str, ...]) -> None:
    assert not merged(*texts)


def test_a_third_text_does_not_bring_together_what_is_on_different_subjects() -> None:
    vague = "In May 2009 a workshop took place in Amman."
    other = "A workshop on prosthetics was held in Amman on 11 and 12 May 2009, organised by Handicap International."
    assert "ab" not in merged(VICTIMS, other, vague)
    assert "abc" not in merged(VICTIMS, other, vague)


def test_a_report_that_fits_two_events_of_one_text_as_well_is_left_alone() -> None:
    both = (
        "The Lakes Council held a conference in London on 16 and 17 December 1999. "
        "The Rivers Council held a conference in London from 16 to 18 December 1999."
    )
    assert not merged(both, "A conference was held in London on 16 December 1999.")


def test_a_merge_names_the_words_that_speak_for_it() -> None:
    resolution = conclude(DEPOTS, "In March 2011 a workshop in Lusaka was about ammunition in depots.")
    (merge,) = [merge for event in resolution.events for merge in event.merges]
    assert "both speak of ammunition, depot" in merge.reason


def test_a_text_of_the_next_year_may_tell_of_an_event_without_its_day() -> None:
    text = "In the spring the Blue River Network held a workshop on river mines in Manila. Germany paid for it."
    told = "A workshop on river mines was held in Manila on 14 May 2019. Germany paid for it."
    assert merged(told, f"Manila, 3 February 2020\n\n{text}") == ["ab"]


def test_editions_of_one_number_and_year_are_compared_wherever_they_were() -> None:
    told = "The seventh regional meeting of fire chiefs was held in Manila from 3 to 5 June 2008. UNDP organised it."
    assert merged(told, "In 2008 UNDP organised the seventh regional meeting of fire chiefs.") == ["ab"]


def test_a_text_without_the_day_may_call_an_event_by_another_kind() -> None:
    told = "The conference on cluster bombs was held in Manila on 22 February 2019. Peru, Chad and Togo took part."
    again = "Manila, 3 May 2019\n\nThe meeting in Manila began it all: Peru, Chad and Togo took part in the meeting."
    assert merged(told, again) == ["ab"]
