"""What a text tells, in short: helpers for tests that read whole texts."""

from kg.extract.reading import read_document
from kg.model import BASE, Document, Event, Reading


def read(text: str, *, issued: str | None = None) -> Reading:
    """Read a text that nobody has filed."""
    return read_document(Document(identifier="t", text=text, sha256="", issued=issued))


def facts(event: Event) -> dict[str, str]:
    """Give the first value of each property of an event, IRIs without their base."""
    found: dict[str, str] = {}
    for fact in event.facts:
        found.setdefault(fact.property, fact.value.removeprefix(BASE))
    return found


def only(text: str, *, issued: str | None = None) -> Event:
    """Read a text that tells of one event."""
    events = read(text, issued=issued).events
    assert len(events) == 1, [(event.type, event.label) for event in events]
    return events[0]


def tell(reading: Reading) -> set[tuple[str | None, ...]]:
    """Write out what a reading tells, without the places where it stands."""
    names = {actor.key: actor.label for actor in reading.actors}
    told: set[tuple[str | None, ...]] = {
        (action.type, action.state, action.treaty, action.status, action.date) for action in reading.actions
    }
    told |= {(claim.status, claim.state, claim.treaty) for claim in reading.claims}
    for event in reading.events:
        told |= {(event.type, fact.property, fact.value) for fact in event.facts}
        told |= {(event.type, part.role, names.get(part.actor)) for part in event.participations}
    return told


def quotes(reading: Reading, event: Event) -> list[str]:
    """List the words of an event's mentions."""
    return [reading.document.text[span.begin : span.end] for span in event.mentions]


def types(text: str, *, issued: str | None = None) -> list[str]:
    """List the kinds of the events of a text."""
    return [event.type for event in read(text, issued=issued).events]
