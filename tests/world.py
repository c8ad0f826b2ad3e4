"""A small world: five documents about a series of workshops, with the readings that a careful person makes.

Two of them report the workshop in Almaty, and differ on its first day and on who paid.
"""

import hashlib

from kg.model import (
    BASE,
    Actor,
    Affiliation,
    Document,
    Event,
    Fact,
    Participation,
    Place,
    Reading,
    Span,
    StatusClaim,
    Treaty,
    TreatyAction,
)

ALMATY = Place(
    iri=f"{BASE}city/almaty", kind="City", label="Almaty", country=f"{BASE}country/KAZ", latitude=43.25, longitude=76.92
)
KHUJAND = Place(iri=f"{BASE}city/khujand", kind="City", label="Khujand", country=f"{BASE}country/TJK")
OTTAWA = f"{BASE}treaty/ottawa"


class Text:
    """A text whose words can be pointed at."""

    def __init__(self, identifier: str, text: str, issued: str | None = None) -> None:
        self.document = Document(
            identifier=identifier, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), issued=issued
        )

    def at(self, words: str, nth: int = 1) -> Span:
        """Find the nth place where the words stand."""
        begin = -1
        for _ in range(nth):
            begin = self.document.text.index(words, begin + 1)
        return Span(begin, begin + len(words))

    def facts(self, **stated: tuple[str, str]) -> tuple[Fact, ...]:
        """List facts, each given as its value and the words that state it."""
        return tuple(Fact(property=name, value=value, span=self.at(words)) for name, (value, words) in stated.items())

    def parts(self, role: str, words: str, *actors: str) -> tuple[Participation, ...]:
        """Give a role to the actors that the words name."""
        return tuple(Participation(actor=actor, role=role, span=self.at(words)) for actor in actors)


def state(code: str, label: str) -> Actor:
    iri = f"{BASE}state/{code}"
    return Actor(key=iri, kind="State", label=label, iri=iri)


def known(slug: str, kind: str, label: str, *aliases: str) -> Actor:
    iri = f"{BASE}organization/{slug}"
    return Actor(key=iri, kind=kind, label=label, iri=iri, aliases=aliases)


KAZ, TJK, UZB, CHN, KGZ, CAN = (
    state(code, label)
    for code, label in (
        ("KAZ", "Kazakhstan"),
        ("TJK", "Tajikistan"),
        ("UZB", "Uzbekistan"),
        ("CHN", "China"),
        ("KGZ", "Kyrgyzstan"),
        ("CAN", "Canada"),
    )
)
OSCE = known("osce", "IntergovernmentalOrganization", "Organization for Security and Co-operation in Europe", "OSCE")
UNDP = known("undp", "IntergovernmentalOrganization", "United Nations Development Programme", "UNDP")


def bulletin() -> Reading:
    text = Text(
        "bulletin",
        "ALMATY, 2 April 2007. A workshop, Quiet Fields, took place in Almaty on 26 and 27 March 2007. Kazakhstan was "
        "its host and the OSCE paid for it. Aigul Serik of the Ministry of Defence of Kazakhstan was in the chair. "
        "Tajikistan, Uzbekistan and China sent delegates, 40 people in all, to speak about the Ottawa Convention. "
        "China has not joined it. Tajikistan acceded on 12 October 1999.",
        "2007-04-02",
    )
    ministry = Actor(
        key="ministry",
        kind="GovernmentBody",
        label="Ministry of Defence",
        state=KAZ.key,
        evidence=(text.at("Ministry of Defence"),),
    )
    chair = Actor(key="serik", kind="Person", label="Aigul Serik", state=KAZ.key, evidence=(text.at("Aigul Serik"),))
    workshop = Event(
        key="e1",
        type="Workshop",
        label="Quiet Fields",
        name="Quiet Fields",
        mentions=(text.at("A workshop, Quiet Fields"),),
        facts=text.facts(
            startDate=("2007-03-26", "26 and 27 March 2007"),
            endDate=("2007-03-27", "26 and 27 March 2007"),
            eventStatus=("Held", "took place"),
            city=(ALMATY.iri, "in Almaty"),
            country=(f"{BASE}country/KAZ", "in Almaty"),
            concerns=(OTTAWA, "the Ottawa Convention"),
            attendeeCount=("40", "40 people"),
        ),
        participations=(
            *text.parts("Host", "Kazakhstan was its host", KAZ.key),
            *text.parts("Sponsor", "the OSCE paid for it", OSCE.key),
            *text.parts("Chair", "Aigul Serik of the Ministry of Defence of Kazakhstan was in the chair", "serik"),
            *text.parts("Participant", "sent delegates", TJK.key, UZB.key, CHN.key),
        ),
    )
    return Reading(
        document=text.document,
        actors=(KAZ, OSCE, chair, ministry, TJK, UZB, CHN),
        places=(ALMATY,),
        events=(workshop,),
        actions=(
            TreatyAction(
                type="Accession",
                state=TJK.key,
                treaty=OTTAWA,
                status="Held",
                date="1999-10-12",
                span=text.at("Tajikistan acceded on 12 October 1999"),
            ),
        ),
        claims=(StatusClaim(state=CHN.key, treaty=OTTAWA, status="NotParty", span=text.at("China has not joined it")),),
        affiliations=(
            Affiliation(
                person="serik",
                organization="ministry",
                state=KAZ.key,
                span=text.at("Aigul Serik of the Ministry of Defence of Kazakhstan"),
            ),
        ),
    )


def wire() -> Reading:
    text = Text(
        "wire",
        "A workshop under the title Quiet Fields opened in Almaty on 27 March 2007. Canada and the OSCE shared the "
        "cost. Tajikistan and Kyrgyzstan were there.",
        "2007-03-28",
    )
    workshop = Event(
        key="e1",
        type="Seminar",
        label="Quiet Fields",
        name="Quiet Fields",
        aliases=("the Almaty workshop",),
        mentions=(text.at("A workshop under the title Quiet Fields"),),
        facts=text.facts(
            startDate=("2007-03-27", "on 27 March 2007"), eventStatus=("Held", "opened"), city=(ALMATY.iri, "in Almaty")
        ),
        participations=(
            *text.parts("Sponsor", "Canada and the OSCE shared the cost", CAN.key, OSCE.key),
            *text.parts("Participant", "Tajikistan and Kyrgyzstan were there", TJK.key, KGZ.key),
        ),
    )
    return Reading(document=text.document, actors=(CAN, OSCE, TJK, KGZ), places=(ALMATY,), events=(workshop,))


def letter() -> Reading:
    text = Text(
        "letter",
        "The Second Quiet Rivers Workshop met in Khujand in July 2009. Tajikistan and UNDP put it on; the Sughd Mine "
        "Clearance School (SMCS) taught the course. Aigul Serik spoke. Uzbekistan and China came too.",
        "2009-08-01",
    )
    school = Actor(
        key="school",
        kind="Organization",
        label="Sughd Mine Clearance School",
        aliases=("SMCS",),
        evidence=(text.at("Sughd Mine Clearance School"),),
    )
    speaker = Actor(key="serik", kind="Person", label="Aigul Serik", evidence=(text.at("Aigul Serik"),))
    workshop = Event(
        key="e1",
        type="Workshop",
        label="Second Quiet Rivers Workshop",
        name="Second Quiet Rivers Workshop",
        mentions=(text.at("The Second Quiet Rivers Workshop"),),
        facts=text.facts(
            startDate=("2009-07", "in July 2009"),
            endDate=("2009-07", "in July 2009"),
            eventStatus=("Held", "met"),
            city=(KHUJAND.iri, "in Khujand"),
            country=(f"{BASE}country/TJK", "in Khujand"),
        ),
        participations=(
            *text.parts("Host", "Tajikistan and UNDP put it on", TJK.key),
            *text.parts("Organizer", "Tajikistan and UNDP put it on", UNDP.key),
            *text.parts("Trainer", "taught the course", "school"),
            *text.parts("Speaker", "Aigul Serik spoke", "serik"),
            *text.parts("Participant", "Uzbekistan and China came too", UZB.key, CHN.key),
        ),
    )
    return Reading(
        document=text.document,
        actors=(TJK, UNDP, school, speaker, UZB, CHN),
        places=(KHUJAND,),
        events=(workshop,),
    )


def memo() -> Reading:
    text = Text(
        "memo",
        "After the First Quiet Rivers Workshop of 2008 a meeting on the Lake Accord is planned for Almaty on 5 May "
        "2010. SMCS is to help. Canada is a party to the Lake Accord.",
    )
    accord = Treaty(iri=f"{BASE}treaty/lake-accord", label="Lake Accord")
    school = Actor(key="smcs", kind="Organization", label="SMCS", evidence=(text.at("SMCS"),))
    first = Event(
        key="e1",
        type="Workshop",
        label="First Quiet Rivers Workshop",
        name="First Quiet Rivers Workshop",
        mentions=(text.at("the First Quiet Rivers Workshop"),),
        facts=text.facts(startDate=("2008", "of 2008"), eventStatus=("Held", "After")),
    )
    meeting = Event(
        key="e2",
        type="Meeting",
        label="Meeting in Almaty",
        mentions=(text.at("a meeting on the Lake Accord"),),
        facts=text.facts(
            startDate=("2010-05-05", "5 May 2010"),
            endDate=("2010-05-05", "5 May 2010"),
            eventStatus=("Planned", "is planned"),
            city=(ALMATY.iri, "for Almaty"),
            concerns=(accord.iri, "on the Lake Accord"),
        ),
        participations=text.parts("Organizer", "SMCS is to help", "smcs"),
    )
    return Reading(
        document=text.document,
        actors=(school, CAN),
        places=(ALMATY,),
        treaties=(accord,),
        events=(first, meeting),
        claims=(
            StatusClaim(
                state=CAN.key,
                treaty=accord.iri,
                status="StateParty",
                span=text.at("Canada is a party to the Lake Accord"),
            ),
        ),
    )


def empty() -> Reading:
    return Reading(document=Text("weather", "It rained all day.").document)


WORLD: tuple[Reading, ...] = (bulletin(), wire(), letter(), memo(), empty())


_BY_TEXT = {reading.document.sha256: reading for reading in WORLD}


def read(document: Document) -> Reading:
    """Read a document of the small world."""
    return _BY_TEXT[document.sha256]
