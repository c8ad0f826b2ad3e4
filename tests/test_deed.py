"""Events that a verb alone tells of."""

import pytest
from told import facts, only, read, types


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministers of Togo and Benin met in Lomé on 4 June 2013.", "Meeting"),
        ("Japan's foreign minister visited Palau on 4 June 2013.", "Visit"),
    ],
)
def test_a_verb_tells_of_an_event(text: str, kind: str) -> None:
    assert types(text) == [kind]


def test_those_who_met_took_part() -> None:
    reading = read("The ministers of Togo and Benin met in Lomé on 4 June 2013.")
    names = {actor.key: actor.label for actor in reading.actors}
    (event,) = reading.events
    assert {(names[part.actor], part.role) for part in event.participations} >= {
        ("Togo", "Participant"),
        ("Benin", "Participant"),
    }
    assert facts(event)["city"] == "city/lome"


def test_a_noun_beside_the_verb_goes_before_it() -> None:
    assert only("The ministers met at a conference in Oslo on 4 June 2013.").type == "Conference"


@pytest.mark.parametrize(
    "text", ["The need was met in June 2013.", "The parts meet in the middle.", "The two have never met."]
)
def test_not_every_meeting_of_the_verb_is_an_event(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Experts from Chad and Mali compared notes in Bamako in March 2010.", set()),
        ("Norway hosted delegations of Chad and Mali in Oslo on 2 June 2010.", {"Norway"}),
    ],
)
def test_people_who_came_together_held_a_meeting(text: str, hosts: set[str]) -> None:
    event = only(text)
    names = {actor.key: actor.label for actor in read(text).actors}
    roles = {(names[part.actor], part.role) for part in event.participations}
    assert event.type == "Meeting"
    assert roles >= {("Chad", "Participant"), ("Mali", "Participant")}
    assert {name for name, role in roles if role == "Host"} == hosts


def test_what_took_place_in_a_town_on_a_day_is_an_event_whatever_it_is_called() -> None:
    event = only("The passing of the flag took place in Nairobi on 13 June 2025.")
    assert facts(event)["startDate"] == "2025-06-13"
    assert types("The general elections took place in Lusaka on 11 August 2016.") == []


@pytest.mark.parametrize(
    "text",
    [
        "A plaque will be unveiled in Montego Bay on 21 July 2012.",
        "The bridge was inaugurated on 21 July 2012.",
        "The Baltic Demining Centre was officially opened in Riga on 21 July 2012.",
    ],
)
def test_what_was_opened_or_unveiled_had_its_ceremony(text: str) -> None:
    assert types(text) == ["Ceremony"]


def test_whoever_went_for_a_visit_made_one() -> None:
    text = "The High Commissioner travelled to Fiji, where on a visit from 28 to 30 January 2016 he met officials."
    assert types(text).count("Visit") == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Togo and Benin conferred in Lomé on 4 June 2013.",
        "President Mahama received the Foreign Minister at the castle on 4 June 2013.",
        "The Joint Commission of Togo and Benin, which had not met since 1989, convened in Lomé on 4 June 2013.",
        "The experts had first met in June 2004.",
        "The region last came together from 18 to 20 October 2005 in Seoul.",
    ],
)
def test_other_ways_of_saying_that_people_met(text: str) -> None:
    assert types(text) == ["Meeting"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ambassador Jane Smith leaves tomorrow for Karachi.", ["Visit"]),
        ("Ambassador Jane Smith is staying in Geneva until 5 May 2005.", ["Visit"]),
        ("The Convention was opened for signature in Oslo on 3 December 2008.", ["Ceremony"]),
    ],
)
def test_going_somewhere_is_a_visit_of_someone(text: str, kind: list[str]) -> None:
    assert types(text, issued="2005-10-04") == kind


def test_goods_handed_over_make_a_ceremony() -> None:
    assert types("Norway handed over ten detectors to the Lao National Unexploded Ordnance Programme in May 2005.") == [
        "Ceremony"
    ]


def test_two_who_sign_a_paper_hold_a_ceremony_and_two_states_that_sign_a_treaty_need_not() -> None:
    event = only("Prime Minister Jane Abbott and President Carlos Mendoza signed the Fisheries Protocol on 4 May 1999.")
    assert (event.type, len(event.participations)) == ("Ceremony", 2)
    assert types("France and Germany signed the Convention on Cluster Munitions on 3 December 2008.") == []


def test_each_part_of_a_sentence_may_tell_of_an_event() -> None:
    text = "In May 2013 President Ana Ruiz visited Togo; in June 2013 the ministers of Togo and Benin met in Lomé."
    assert types(text) == ["Visit", "Meeting"]


def test_swearing_in_is_a_ceremony() -> None:
    assert types("President Ana Ruiz of Peru was sworn in on 4 June 2013 in Lima.") == ["Ceremony"]


def test_asterisks_part_one_report_from_the_next() -> None:
    text = "A seminar opened in Oslo on 4 June 2013.\n\n* * *\n\nThe seminar in question was never the same in Lima."
    assert len(read(text).events) == 2


DAY = "Vaduz, 5 June 2013\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "The Foreign Minister of Peru met the Foreign Minister of Chad here today.",
        "The Foreign Minister of Peru is to meet his Chadian counterpart on Friday.",
        "The directors of six small clearance centres met in Lima on 4 June.",
        "The Peruvian delegation held consultations with Chad in Lima on 3 June.",
        "On Monday he called on the President of Chad.",
        "She was received by President Idriss Malloum on Tuesday.",
        "Ministers will gather informally in Lima on 9 July.",
        "The President of Chad had an audience with the King on Tuesday.",
        "The two envoys conferred for three hours today.",
    ],
)
def test_who_meets_need_not_be_named(told: str) -> None:
    event = only(DAY + told)
    assert event.type == "Meeting"
    assert "startDate" in facts(event)


@pytest.mark.parametrize(
    "text",
    [
        "For years we had to fly to Vienna for that in May 2010.",
        "The minister wants to meet the President of Peru in Lima in May 2010.",
        "The minister called on the President of Chad to sign in May 2010.",
        "The team met the needs of survivors in Peru in May 2010.",
        "Peru received the report of the minister in May 2010.",
    ],
)
def test_what_one_had_to_do_wanted_or_asked_for_is_no_event(text: str) -> None:
    assert types(text) == []


def test_a_guest_who_is_visiting_makes_no_visit() -> None:
    assert types(
        "LIMA, 4 June 2013 - Minister Ana Rojas met here today with visiting Foreign Minister Idriss Malloum."
    ) == ["Meeting"]


def test_the_day_on_which_one_leaves_is_only_the_first_of_a_visit() -> None:
    told = facts(only(f"{DAY}Minister Ana Rojas leaves tomorrow for Quito."))
    assert (told["startDate"], "endDate" in told, told["city"]) == ("2013-06-06", False, "city/quito")
    assert told["eventStatus"] == "Planned"


def test_the_day_of_departure_is_not_that_of_what_one_goes_to() -> None:
    told = facts(only(f"{DAY}Minister Ana Rojas leaves Lima tomorrow to attend a summit in Quito from 8 to 9 June."))
    assert (told["startDate"], told["endDate"]) == ("2013-06-08", "2013-06-09")


def test_a_sentence_may_tell_of_a_departure_and_of_a_meeting_on_a_day_of_its_own() -> None:
    text = (
        f"{DAY}Minister Ana Rojas leaves tomorrow for Quito, where she will confer with President Luis Vega on Friday."
    )
    assert [(e.type, facts(e)["startDate"]) for e in read(text).events] == [
        ("Visit", "2013-06-06"),
        ("Meeting", "2013-06-07"),
    ]


def test_an_invitation_that_was_accepted_is_a_planned_visit() -> None:
    told = facts(only(f"{DAY}Minister Ana Rojas has accepted an invitation to visit Quito later this year."))
    assert (told["eventStatus"], told["city"], told["startDate"]) == ("Planned", "city/quito", "2013")


def test_what_took_place_is_said_of_the_event_named_before() -> None:
    event = only("The last round of talks between Peru and the rebels took place in Quito in April 1991.")
    assert (facts(event)["city"], facts(event)["startDate"]) == ("city/quito", "1991-04")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("President Daniel arap Moi and President Yoweri Museveni met alone on 4 June 1990.", "Meeting"),
        ("The two ministers sat down together in the same hotel on 4 June 1990.", "Meeting"),
        ("The delegations sat at the negotiating table in Lima from 4 to 6 June 1990.", "Meeting"),
        ("President Daniel arap Moi was in Lima on 4 June 1990 and met President Alan García.", "Meeting"),
        ("The signature took place in Lima on 4 June 1990.", "Ceremony"),
        ("The two ministers swapped the instruments in Lima on 4 June 1990.", "Ceremony"),
        ("DECLARATION SIGNED BY PRESIDENT ALAN GARCÍA IN LIMA ON 4 JUNE 1990", "Ceremony"),
        ("President Alan García received the credentials of the ambassador on 4 June 1990.", "Ceremony"),
        ("A protocol on borders was signed in Lima on 4 June 1990.", "Ceremony"),
        ("The experts and officers spoke with each other in Lima on 4 June 1990.", "Meeting"),
        ("The same two leaders signed both treaties on 4 June 1990 in Lima.", "Ceremony"),
        ("Ambassador Ana Rojas handed the instrument of accession to Kofi Annan on 4 June 1999.", "Ceremony"),
    ],
)
def test_more_ways_of_coming_together(text: str, kind: str) -> None:
    event = only(text)
    assert event.type == kind
    assert facts(event)["startDate"][4:] == "-06-04"


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in the palace of the governors in Riga on 4 June 1990.",
        "In Riga on 4 June 1990 Latvia and Estonia signed a protocol on borders.",
        "President Ana Rojas put her name to the agreement on 4 June 1990 in the great hall of the old palace.",
        "The accord was signed on 4 June 1990 by our three ministers.",
    ],
)
def test_a_signature_is_a_ceremony_where_it_is_told_in_whose_house_or_by_whom(text: str) -> None:
    event = only(text)
    assert event.type == "Ceremony"
    assert facts(event)["startDate"] == "1990-06-04"


@pytest.mark.parametrize(
    "text",
    [
        "Nothing signed in Riga needs to be ratified.",
        "Latvia signed the protocol on 4 June 1990 and ratified it later.",
    ],
)
def test_a_signature_of_a_state_by_itself_is_no_ceremony(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Ana Rojas was in Lima on 4 June 1990, as a private citizen.", "Visit"),
        ("Minister Ana Rojas leads a delegation to Lima on 4 June 1990.", "Visit"),
        ("Minister Ana Rojas was received at the ministry in Lima on 4 June 1990 by President Luis Vega.", "Meeting"),
        ("A similar one has since been held in Lima on 4 June 1990.", "Meeting"),
        ("In Lima, Minister Ana Rojas received on Monday, 4 June 1990, the ambassador, Kare Aas.", "Meeting"),
    ],
)
def test_who_was_in_a_town_on_a_day_visited_it(text: str, kind: str) -> None:
    event = only(text)
    assert (event.type, facts(event)["city"], facts(event)["startDate"]) == (kind, "city/lima", "1990-06-04")


@pytest.mark.parametrize(
    "text",
    [
        "The prisoner was held in Lima on 4 June 1990.",
        "Norway chaired the talks to the end.",
        "The court sits in Lima.",
    ],
)
def test_who_was_detained_and_talks_without_day_or_place_are_no_event(text: str) -> None:
    assert types(text) == []


def test_those_who_have_met_often_held_no_one_meeting() -> None:
    assert read("President Daniel arap Moi and President Yoweri Museveni have met more than twenty times.").events == ()


def test_participants_who_met_came_to_the_event_at_hand() -> None:
    event = only("June 2013 saw the regional conference on mines. Some ninety delegates met in Lima on 4 June 2013.")
    assert (event.type, facts(event)["city"], facts(event)["attendeeCount"]) == ("Conference", "city/lima", "90")


@pytest.mark.parametrize(
    ("text", "kind", "city", "day"),
    [
        ("The Treaty on Open Seas had been negotiated in Lima since 4 June 1990.", "Meeting", "lima", "1990-06-04"),
        ("The text was worked out in Lima between June and September 1990.", "Meeting", "lima", "1990-06"),
        ("The two delegations had been working in Lima since 4 June 1990.", "Meeting", "lima", "1990-06-04"),
        ("The talks on quotas have been going on in Lima since 4 June 1990.", "Meeting", "lima", "1990-06-04"),
        (
            "A joint board was set up. It will meet for the first time in Lima in June 2031.",
            "Meeting",
            "lima",
            "2031-06",
        ),
        (
            "Peru and Chad resolved to come together again in Lima, from 4 to 6 June 2031.",
            "Meeting",
            "lima",
            "2031-06-04",
        ),
        ("Peru has invited the States of the region to Lima for 4 and 5 June 2031.", "Meeting", "lima", "2031-06-04"),
        (
            "The Presidents of Chad and Mali signed the pact at Old Castle in Lima on 4 June 1990.",
            "Ceremony",
            "lima",
            "1990-06-04",
        ),
        ("Signed on 4 June 1990 at Old Castle in Lima, the pact ends a war.", "Ceremony", "lima", "1990-06-04"),
        (
            "At Lima on 4 June 1990 the Heads of State of Chad and Mali signed the pact.",
            "Ceremony",
            "lima",
            "1990-06-04",
        ),
    ],
)
def test_negotiations_and_signatures_are_told_in_many_ways(text: str, kind: str, city: str, day: str) -> None:
    event = only(text)
    assert (event.type, facts(event)["city"], facts(event)["startDate"]) == (kind, f"city/{city}", day)


def test_two_leaders_had_a_talk_of_their_own() -> None:
    event = only(
        "President Daniel arap Moi and President Yoweri Museveni had a talk of their own in Lima on 4 June 1990."
    )
    assert (event.type, len(event.participations), facts(event)["city"]) == ("Meeting", 2, "city/lima")


def test_a_signature_told_in_passing_is_not_by_those_who_ratified() -> None:
    text = "The accord on fishing, signed in Lima on 4 June 1990, was ratified by Peru and Chile only."
    assert not read(text).events
    told = "The accord on fishing was that signed in Lima on 4 June 1990 by the Foreign Ministers of Peru and Chile."
    assert [event.type for event in read(told).events] == ["Ceremony"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The commission meets next on 9 July 2013, in Lomé.", "Meeting"),
        ("A group was set up, which is to meet for the first time from 9 July 2013 in Lomé.", "Meeting"),
        ("The Red Cross coached 18 deminers in first aid at Lomé from 4 to 6 June 2013.", "Training"),
    ],
)
def test_more_verbs_tell_of_events(text: str, kind: str) -> None:
    assert types(text) == [kind]


def test_who_is_received_during_a_visit_meets_the_host() -> None:
    text = "Minister Ana Rojas of Peru received Major General Goran Kost of Croatia during his official visit to Peru."
    assert types(text) == ["Meeting", "Visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Speaking at the Conference on Disarmament in Geneva on 4 June 1990, Minister Ana Rojas of Peru wept.",
        "Minister Ana Rojas of Peru addressed the UN General Assembly on 4 June 1990.",
        "In a statement to the First Committee on 4 June 1990, Minister Ana Rojas of Peru called for a ban.",
        "On 4 June 1990 Minister Ana Rojas of Peru delivered a statement at the General Assembly.",
    ],
)
def test_who_speaks_to_a_standing_body_on_a_day_speaks_at_its_sitting(text: str) -> None:
    event = only(text)
    assert (event.type, facts(event)["startDate"]) == ("Meeting", "1990-06-04")
    assert [p.role for p in event.participations if p.actor.endswith("rojas")] == ["Speaker"]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas of Peru addressed the General Assembly.",
        "The resolution was adopted by the General Assembly on 4 June 1990. Ana Rojas, Ambassador to it, was glad.",
        "On 4 June 1990 Minister Ana Rojas of Peru gave a statement to the Red Cross.",
    ],
)
def test_without_a_day_or_a_body_that_sits_nobody_spoke_at_a_sitting(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Forty deminers graduated in Lima on 5 June 2013.", "Ceremony"),
        ("Minister Ana Diaz came to Lima on 5 June 2013.", "Visit"),
        ("On 5 June 2013 some 40 delegates travelled by bus to Cusco for a field demonstration.", "Visit"),
        ("On 5 June 2013 the three sides met for most of a day at the Travellers Inn in Lima.", "Meeting"),
        ("Ambassador Ana Diaz will brief correspondents in Lima on 5 June 2013.", "Meeting"),
        ("On 5 June 2013 Ana Diaz, the envoy of Peru, will lecture about stocks in Lima.", "Meeting"),
    ],
)
def test_graduations_trips_briefings_and_lectures_are_told_by_verbs(text: str, kind: str) -> None:
    assert only(text).type == kind


def test_an_exchange_of_views_about_a_place_was_not_there() -> None:
    assert not read("They exchanged views on Peru and on trade.").events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A third display of pumps will be put on in Lima on 4 June 2013.", "Exhibition"),
        ("A public burning of 400 rifles would take place in Lima on 4 June 2013.", "Ceremony"),
        ("A memorial service was held in Lima on 4 June 2013.", "Ceremony"),
        ("Sappers from Chad and Togo trained side by side in Lima on 4 June 2013.", "Training"),
        ("A delegation of Chad is expected in Lima on 4 June 2013.", "Visit"),
        ("Jane Cole, the actress, who visited farmers in Lima in June 2013, spoke.", "Visit"),
        ("The parties agreed to reconvene in Lima in June 2013.", "Meeting"),
        ("The heads of state who form the group of friends met in Lima on 4 June 2013.", "Meeting"),
        ("The preparatory committee will begin its work on 4 June 2013 in Lima.", "Meeting"),
        ("Delegates from 61 States resumed negotiations on a verification protocol in Lima on 4 June 2013.", "Meeting"),
    ],
)
def test_further_verbs_tell_of_events(text: str, kind: str) -> None:
    event = only(text)
    assert (event.type, facts(event)["city"]) == (kind, "city/lima")


@pytest.mark.parametrize("text", ["A football match was held in Lima on 4 June 2013.", "The report is due in Lima."])
def test_not_all_that_is_held_or_due_is_an_event(text: str) -> None:
    assert types(text) == []


def test_a_paper_handed_in_before_witnesses_makes_a_ceremony() -> None:
    plain = "The instrument of ratification was deposited in London on 4 June 2013 by Ambassador Ana Ruiz"
    assert types(f"{plain}, in the presence of Minister Tom Hale.") == ["Ceremony"]
    assert types(f"{plain}.") == []


def test_a_treaty_is_negotiated_in_one_town_and_signed_in_another() -> None:
    text = "The treaty will be negotiated in Lima in September 2013 and signed in Quito in December 2013."
    assert [(event.type, facts(event)["city"]) for event in read(text).events] == [
        ("Meeting", "city/lima"),
        ("Ceremony", "city/quito"),
    ]


def test_meetings_of_two_persons_in_one_town_are_one_round() -> None:
    text = "The meetings which Minister Ana Ruiz held with Minister Tom Hale in Lima from 4 to 6 June 2013 went well."
    found = facts(only(text))
    assert (found["city"], found["endDate"]) == ("city/lima", "2013-06-06")


def test_a_visit_ends_when_the_visitor_comes_home() -> None:
    found = facts(only("Minister Ana Ruiz leaves on 4 June 2013 for Peru and Chad, and will return on 9 June 2013."))
    assert (found["startDate"], found["endDate"]) == ("2013-06-04", "2013-06-09")


@pytest.mark.parametrize("opens", ["inaugurated", "unveiled", "launched"])
def test_who_opens_an_event_by_name_holds_no_ceremony_beside_it(opens: str) -> None:
    assert types(f"The minister {opens} the Lima Security Conference on 4 June 2013.") == ["Conference"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 4 June 2013 the mayor opened a new school for the blind in Lima.", "Ceremony"),
        ("The foundation stone of the museum was laid in Lima on 4 June 2013.", "Ceremony"),
        ("The keys of nine trucks were handed over to the Ministry of Health of Togo on 4 June 2013.", "Ceremony"),
        ("The last stocks of landmines were blown up on 4 June 2013.", "Ceremony"),
        ("Some 400 pistols went up in flames in Lima on 4 June 2013.", "Ceremony"),
        ("The ministers put their signatures to the joint declaration in Lima on 4 June 2013.", "Ceremony"),
        ("Ana Ruiz was decorated with the Cross of Honour in Lima on 4 June 2013.", "Ceremony"),
        ("The twentieth anniversary of the fund was celebrated in Lima on 4 June 2013.", "Ceremony"),
        ("Peru launched its handbook for nurses in Lima on 4 June 2013.", "Ceremony"),
        ("On 4 June 2013 the film was screened at the Town Hall.", "Exhibition"),
        ("Instructors taught 15 nurses first aid in Lima from 4 to 9 June 2013.", "Training"),
        ("Elders staged a tug-of-war in Lima on 4 June 2013.", "Meeting"),
        ("The commission was in session in Lima on 4 June 2013.", "Meeting"),
    ],
)
def test_what_is_done_before_guests_on_a_day_is_an_event(text: str, kind: str) -> None:
    event = only(text)
    assert (event.type, facts(event)["startDate"]) == (kind, "2013-06-04")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened a new school in 2013.",
        "He opened his speech on 4 June 2013 with a joke.",
        "On 4 June 2013 rebels destroyed the bridge.",
        "On 4 June 2013 a fire destroyed three houses in Lima.",
        "The army handed over control of the town on 4 June 2013.",
        "The union held the post in Lima on 4 June 2013.",
        "The police held a man in Lima on 4 June 2013.",
        "Instructors have taught 15 nurses since 2013.",
    ],
)
def test_without_guests_or_a_day_what_is_done_is_no_event(text: str) -> None:
    assert types(text) == []


def test_what_is_handed_over_at_an_event_makes_no_ceremony_of_its_own() -> None:
    assert types("Japan handed over nine trucks to Togo at a seminar on 4 June 2013.") == ["Seminar"]


def test_a_thing_that_somebody_staged_is_called_as_the_text_calls_it() -> None:
    text = "Peru hosted a cooking evening for envoys in Lima on 4 June 2013."
    (event,) = read(text).events
    assert [text[span.begin : span.end] for span in event.mentions] == ["a cooking evening"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recruits took the oath at the fort on 4 June 2013.", "Ceremony"),
        ("Sixty people crowded into the town hall on 4 June 2013.", "Meeting"),
        ("Nine tractors were received by the Ministry of Health of Togo on 4 June 2013.", "Ceremony"),
        ("Nurses celebrated the fiftieth birthday of the ward in Lima on 4 June 2013.", "Ceremony"),
        ("In Lima in June 2013, Red Cross experts coached 22 nurses.", "Training"),
    ],
)
def test_oaths_crowds_gifts_taken_and_lessons_are_events_too(text: str, kind: str) -> None:
    assert types(text) == [kind]


def test_a_day_that_only_bounds_the_time_is_not_that_of_a_ceremony() -> None:
    assert types("Peru has handed over 40 trucks to Togo since 4 June 2013.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rapporteur journeyed to Maseru on 4 May 2011.", "Visit"),
        ("A team from Norway drove to Maseru on 4 May 2011.", "Visit"),
        ("The envoy left Lima and then drove to Maseru on 4 May 2011.", "Visit"),
        ("On 4 May 2011 Mr Lund flew to Snarefjord with two aides.", "Visit"),
        ("Three senators walked through a minefield near Maseru on 4 May 2011.", "Visit"),
        ("The princess was shown round the depot at Maseru on 4 May 2011.", "Visit"),
        ("The depot was visited by inspectors from Norway on 4 May 2011.", "Visit"),
        ("Ms Lund was the guest of Lesotho's deminers in Maseru on 4 May 2011.", "Visit"),
        ("Lesotho played host to a delegation of the Kenyan army on 4 May 2011.", "Visit"),
        ("Visiting Maseru on 4 May 2011, Mr Lund praised the deminers.", "Visit"),
        ("Ms Lund dined with the Ambassador of Peru in Maseru on 4 May 2011.", "Meeting"),
        ("With Mr Lund she went over the draft in Maseru on 4 May 2011.", "Meeting"),
        ("Mr Lund appeared before the Security Council on 4 May 2011.", "Meeting"),
        ("The minister granted an audience to the Kenyan envoy in Maseru on 4 May 2011.", "Meeting"),
        ("The general was welcomed by Mr Lund at Maseru on 4 May 2011.", "Meeting"),
        ("Meeting in Maseru on 4 May 2011, the envoys of Kenya and Peru endorsed the plan.", "Meeting"),
        ("The group, better known as the Nine, met in Maseru on 4 May 2011.", "Meeting"),
        ("Mr Lund will brief correspondents by telephone at 15:00 on 4 May 2031.", "Meeting"),
        ("Minister Ann Lund visits Maseru on 4 May 2031.", "Visit"),
        ("Minister Lund reached Maseru by air on 4 May 2011.", "Visit"),
        ("Mr Lund telephoned President Ann Berg on 4 May 2011.", "Meeting"),
        ("Mr Lund also met, on 4 May 2011, with commanders in Maseru.", "Meeting"),
        ("Kenyan and Peruvian envoys to meet in Maseru on 4 May 2031", "Meeting"),
    ],
)
def test_verbs_of_a_class_tell_of_a_visit_or_a_meeting_in_every_frame(text: str, kind: str) -> None:
    assert types(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Deminers arrive in Lesotho each spring.",
        "If she visits Maseru she will see the mayor.",
        "Inspectors could visit Maseru in 2011.",
        "The envoys regularly dined with the mayor of Maseru.",
        "The general was arrested in Maseru on 4 May 2011 and flown to Oslo.",
        "The soldiers were taken to a hospital in Maseru on 4 May 2011.",
        "The needs of survivors were met in Maseru in 2011.",
        "Kenya joined the treaty in Maseru in 2011.",
        "For our interview we sat down with an officer in Maseru.",
        "The press team meets at 8:15.",
    ],
)
def test_what_could_be_or_often_is_or_is_done_to_others_tells_of_none(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The envoy called on President Ann Lund and met Minister Ole Berg in Maseru on 4 May 2011.",
        "The commission met in Maseru in May 2011 and met again in Lima in June 2011.",
    ],
)
def test_a_second_verb_with_partners_or_a_day_of_its_own_tells_of_a_second_meeting(text: str) -> None:
    assert types(text) == ["Meeting", "Meeting"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Conference on Disarmament this morning heard statements by Peru, Chile and Togo.", "Meeting"),
        ("The Conference on Disarmament this morning listened to statements by Peru and Togo.", "Meeting"),
        ("President Ana Ruiz spoke this morning by telephone with President Juan Lopez.", "Meeting"),
        ("A team led by Ana Ruiz leaves for Quito early next week.", "Visit"),
        ("The minister presided yesterday in Lima over the destruction of the last 90 mines.", "Ceremony"),
    ],
)
def test_days_and_places_may_stand_within_the_verb(text: str, kind: str) -> None:
    (event,) = read(f"Geneva, 13 June 2013. {text}").events
    assert event.type == kind


def test_a_noun_behind_a_preposition_was_not_held() -> None:
    text = "A workshop on arms for students of the universities took place in Lima on 4 June 2013."
    assert types(text) == ["Workshop"]


@pytest.mark.parametrize(
    ("headline", "news"),
    [
        ("Minister of Defence Visits School", "Defence Minister Juan Lopez visited the deminers' school on Tuesday."),
        ("President Meets Campaigners", "President Ana Ruiz met campaigners against landmines on Tuesday."),
    ],
)
def test_the_verb_of_a_headline_and_that_of_the_news_tell_of_one_event(headline: str, news: str) -> None:
    (event,) = read(f"{headline}\n\nLima, 13 June 2013. {news}").events
    assert facts(event)["startDate"] == "2013-06-11"


@pytest.mark.parametrize("aim", ["to prepare for", "in preparation for", "to get ready for"])
def test_those_who_prepare_for_a_conference_met_on_a_day_of_their_own(aim: str) -> None:
    met, conference = read(
        f"Experts of ten States met in Lima on 4 June 2013 {aim} the Fifth Review Conference."
    ).events
    assert (met.type, facts(met)["startDate"], facts(met)["city"]) == ("Meeting", "2013-06-04", "city/lima")
    assert not {"startDate", "city"} & facts(conference).keys()
    assert types("Experts of ten States met in Lima on 4 June 2013 for the Fifth Review Conference.") == ["Conference"]


def test_who_goes_off_is_not_where_the_news_is_from() -> None:
    assert "city" not in facts(only("Lima, 13 June 2013. Yesterday the guests drove to Olovo to see deminers."))


def test_a_post_may_stand_before_the_name_of_whom_one_calls_on() -> None:
    reading = read("Lima, 13 June 2013. Today Mr Luis Vega called on the head of customs, Mr Juan Lopez.")
    assert len(reading.events[0].participations) == 2


def test_a_chronicle_tells_in_the_present_behind_a_colon() -> None:
    text = "CHRONOLOGY 1987\n\n3-4 October: At the invitation of Peru, 110 observers tour the Ica military facility."
    assert facts(only(text))["startDate"] == "1987-10-03"


def test_of_whom_a_delegation_consists_may_stand_before_its_verb() -> None:
    text = "A delegation of Peru consisting of Mr Luis Vega and Ms Ana Ruiz stayed in Quito from 13 to 18 June 2013."
    assert facts(only(text))["city"] == "city/quito"


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Secretary of State Cyrus Vance received three members of the Cabinet of Chile today.", "Meeting", 2),
        (
            "President Ana Ruiz was joined in Lima today by two others: President Juan Paz and President Luis Gil.",
            "Meeting",
            3,
        ),
        ("Defence Minister Ana Ruiz went today to the missile base at Arequipa.", "Visit", 1),
    ],
)
def test_more_ways_to_meet_and_to_go(text: str, kind: str, count: int) -> None:
    event = only(f"Lima, 13 June 2013. {text}")
    assert (event.type, facts(event)["startDate"], len(event.participations)) == (kind, "2013-06-13", count)


def test_the_first_of_a_series_that_somebody_convened_is_one_event() -> None:
    event = only("The first conference of the series was convened by Norway in Oslo on 4 March 2013.")
    assert (event.type, [part.role for part in event.participations]) == ("Conference", ["Organizer"])


def test_a_states_congress_is_no_event() -> None:
    assert types("On 28 November 1990 he asked the Argentine Congress in Buenos Aires to ratify the treaty.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Conference on Disarmament heard statements on 12 March 1998 by Ireland. Sri Lanka spoke too.",
        "On 12 March 1998 the UN Security Council took up small arms. Ireland and Sri Lanka spoke.",
        "The First Committee concluded its general debate on 12 March 1998, after statements by Ireland and Sri Lanka.",
    ],
)
def test_the_sitting_of_a_body_is_a_meeting_and_who_spoke_there_spoke_at_it(text: str) -> None:
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    (event,) = reading.events
    assert (event.type, facts(event)["endDate"]) == ("Meeting", "1998-03-12")
    assert {names[p.actor] for p in event.participations if p.role == "Speaker"} == {"Ireland", "Sri Lanka"}


@pytest.mark.parametrize(
    "text",
    ["The European Union continued its funding on 3 May 2004.", "The General Assembly discussed the report in 2004."],
)
def test_what_a_body_does_over_time_is_no_sitting(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Preparatory Committee opened in Vienna on 30 April 2007.", ("2007-04-30", None)),
        ("The 3rd Standing Committee was opened on 30 April 2007 in Vienna by its chair.", ("2007-04-30", None)),
        ("The UN Disarmament Commission closed in Vienna on 30 April 2007.", (None, "2007-04-30")),
        (
            "The intersessional committees met from 23 to 30 April 2007 in Vienna.",
            ("2007-04-23", "2007-04-30"),
        ),
    ],
)
def test_a_body_that_meets_opens_and_closes(text: str, days: tuple[str | None, str | None]) -> None:
    event = only(text)
    told = facts(event)
    assert (event.type, told["city"]) == ("Meeting", "city/vienna")
    assert (told.get("startDate"), told.get("endDate")) == days


def test_an_office_that_opened_had_its_ceremony() -> None:
    assert types("The UNDP office was opened in Dili on 3 May 2000.") == ["Ceremony"]
    assert types("The ICRC opened in Kabul on 3 May 2001.") == []


@pytest.mark.parametrize(
    "text",
    [
        "On 4 June 2013 in Lima five countries - Chile, Peru, Bolivia, Colombia and Ecuador - signed the pact.",
        "Yesterday, 4 June 2013, in the city of Lima, the Governments of Chile and Peru signed an accord.",
        "In Lima on 4 June 2013 Chile and Peru put their names to a protocol to the treaty.",
        "The Convention was opened for signature on 4 June 2013 in Lima.",
        "Mr Juan Soto, Minister of Finance, deposited the instrument of ratification at the United Nations in Lima on "
        "4 June 2013.",
    ],
)
def test_papers_signed_or_deposited_in_a_town_on_a_day_make_a_ceremony(text: str) -> None:
    event = only(text)
    assert (event.type, facts(event)["city"], facts(event)["startDate"]) == ("Ceremony", "city/lima", "2013-06-04")


def test_what_was_signed_at_an_unknown_place_makes_no_ceremony_elsewhere() -> None:
    assert (
        types("Ghana signed the Arms Trade Treaty on 24 September 2013, a year after the idea was born in Rome.") == []
    )


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Called on the Ministry of Health in Apia on 4 June 2013 and left papers.", "Meeting", "2013-06-04"),
        ("On 4 June 2013 Ms Ana Lima talked with our youth group by video for an hour.", "Meeting", "2013-06-04"),
        ("On 4 June 2013 Mr Olaf Berg will speak about peace in the parish hall.", "Meeting", "2013-06-04"),
        ("A group of Swedish deputies called at the clearance site near the river in June 2013.", "Visit", "2013-06"),
        ("In June 2013 the foundation sent a team to Beira, Mozambique, to train 20 deminers.", "Training", "2013-06"),
        ("In June 2013 the agency sent three experts to Beira, Mozambique.", "Visit", "2013-06"),
        ("Polish officers led by Colonel Jan Nowak were received in June 2013 at Lima.", "Visit", "2013-06"),
        ("In Lima on 4 June 2013 Mrs Ana Ruiz and Mr Juan Soto announced a common register.", "Meeting", "2013-06-04"),
    ],
)
def test_calls_talks_teams_and_announcements_are_events(text: str, kind: str, day: str) -> None:
    event = only(text)
    assert (event.type, facts(event)["startDate"]) == (kind, day)


def test_two_who_sat_down_for_a_while_beside_a_seminar_held_a_meeting() -> None:
    text = "On the margins of the seminar in Bamako on 4 June 2013, Togo and Benin sat down for an hour."
    assert sorted(types(text)) == ["Meeting", "Seminar"]


def test_a_guest_who_was_received_and_had_a_conversation_had_two_meetings() -> None:
    text = (
        "On 4 June 2013 the envoy was received by Mr Juan Soto, President of Chile, and had a conversation with "
        "Mr Luis Rojas, Minister of Defence."
    )
    assert types(text) == ["Meeting", "Meeting"]


def test_a_body_at_whose_sitting_in_a_town_something_was_said_met_there() -> None:
    event = only("The plan was put forward at the European Council in Lisbon in June 2013.")
    assert (event.type, facts(event)["city"]) == ("Conference", "city/lisbon")


def test_the_house_of_an_unknown_place_is_not_in_the_town_of_the_dateline() -> None:
    text = (
        "Hanoi, 20 March 2013\n\nThe Ministry of Health will celebrate the International Day on 4 April at Gumbolinka."
    )
    assert "city" not in facts(only(text))


def test_the_following_day_is_not_counted_from_a_day_of_another_year_far_above() -> None:
    text = (
        "Lima, 13 December 1991\n\nChad signed the treaty on 27 September 1967.\n\n"
        "President Soto was received by the Chancellor. On the following day he travels to Rome."
    )
    (visit,) = (event for event in read(text).events if event.type == "Visit")
    assert facts(visit)["startDate"] == "1991-12-14"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An assessment team of the Polish army visited in October 2014.", "Visit"),
        ("On 4 June 2013 members were taken by bus to the depot.", "Visit"),
        ("Mr Juan Soto was at the base in March 2014 to see the silo.", "Visit"),
        ("The advance team has been in Lima since 4 June 2013.", "Visit"),
        ("On 4 June 2013 the centre received the Ambassador of Peru.", "Meeting"),
        ("On 4 June 2013 eight countries signed the Arms Trade Treaty.", "Ceremony"),
        ("The convention will be laid open for signature in Lima on 4 June 2013.", "Ceremony"),
    ],
)
def test_visits_without_a_place_and_signatures_in_numbers_are_events(text: str, kind: str) -> None:
    assert kind in types(text)


def test_the_verb_that_opens_a_note_is_no_part_of_a_name() -> None:
    reading = read("Met Ana Phommasone and Khamla Sayavong on 4 June 2013 in their office.")
    assert {actor.label for actor in reading.actors} == {"Ana Phommasone", "Khamla Sayavong"}
    assert [event.type for event in reading.events] == ["Meeting"]


@pytest.mark.parametrize(
    "told",
    [
        "Minister Bill Graham said yesterday at a seminar in Toronto that they will pay more.",
        "Canada will pay more, Minister Bill Graham announced yesterday at a seminar in Toronto.",
        '"We will pay more," Minister Bill Graham said yesterday at a seminar in Toronto.',
    ],
)
def test_what_was_said_at_an_event_makes_it_no_event_to_come(told: str) -> None:
    reading = read(f"Ottawa, 3 May 2004\n\n{told}")
    (event,) = reading.events
    assert (facts(event)["startDate"], facts(event)["eventStatus"]) == ("2004-05-02", "Held")
    assert [part.role for part in event.participations] == ["Speaker"]


def test_a_committee_chaired_by_somebody_does_not_chair() -> None:
    text = "The Trade Committee, chaired by Senator Ana Lima, will hold a hearing on 9 July 2001 in Manila."
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    chairs = {names[part.actor] for event in reading.events for part in event.participations if part.role == "Chair"}
    assert chairs == {"Ana Lima"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("On 4 June 2013 a Chinese delegation headed by Ambassador Sha Zukang left Beijing for Geneva.", {"Visit"}),
        ("Ambassador Sha Zukang will take part in consultations on mines in Geneva on 4 June 2013.", {"Meeting"}),
        ("Mr Juan Soto witnessed on 4 June 2013 the destruction of the last landmines in Lima.", {"Ceremony"}),
        ("Our director, Ana Lima, was in Luanda from 3 to 9 May 2001.", {"Visit"}),
    ],
)
def test_who_left_took_part_watched_or_was_there(text: str, kinds: set[str]) -> None:
    assert set(types(text)) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Samoa hosted a meeting on UNICEF and the mine ban in Apia on 12 July 2001.",
        "The Trade Commission closed its fifth session in Vienna on 18 December 1992.",
    ],
)
def test_what_a_meeting_is_about_and_who_closed_its_own_session_took_no_part(text: str) -> None:
    reading = read(text)
    names = {actor.key: actor.label for actor in reading.actors}
    parts = {(names[part.actor], part.role) for event in reading.events for part in event.participations}
    assert not parts & {("UNICEF", "Participant"), ("Trade Commission", "Speaker")}
    assert "United Nations Children's Fund" not in {name for name, _ in parts}
