"""Who has been spoken of in a text so far, and who holds which post in it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.extract.phrases.mark import Mark


@dataclass(frozen=True, slots=True)
class Office:
    """That a person holds a post, in the words of the post."""

    person: str
    words: frozenset[str]
    state: str | None = None
    """IRI of the State whose post it is."""


def to_office(person: str, position: str, state: str | None = None) -> Office:
    """Write down a post by its words, plurals and hyphens aside.

    >>> sorted(to_office("ana", "Secretary-General").words)
    ['general', 'secretary', 'secretary-general']
    """
    low = position.lower()
    return Office(person, frozenset([*re.findall(r"\w+", low), *low.split()]), state)


@dataclass(slots=True, kw_only=True)
class Talk:
    """Who has been spoken of in the paragraph so far."""

    here: tuple[str, ...] = ()
    """The last person of the sentence at hand."""
    subject: bool = False
    """Whether the sentence at hand has had a person as its subject."""
    person: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """The States and bodies that the paragraph has named."""
    author: tuple[str, ...] = ()
    """Who says "I" in this text."""
    ours: tuple[str, ...] = ()
    """Whom "we" means in this text."""
    home: str | None = None
    """IRI of the State whose government issued the text."""
    offices: tuple[Office, ...] = ()
    """The posts of the persons whom the text names."""
    named: tuple[str, ...] = ()
    """The persons spoken of so far, the latest last."""
    weight: Counter[str] = field(default_factory=Counter)
    """How often each person has been the subject of a sentence."""
    pair: tuple[str, ...] = ()
    """The two persons of the last sentence that tells of one meeting the other."""
    before: tuple[str, ...] = ()
    """The person that the sentences before were about."""
    meant: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Whom a pronoun of the sentence at hand has meant."""

    def turn(self, *, carry: bool) -> None:
        """Begin a new paragraph; a person may be carried over into it."""
        self.group, self.body, self.bodies = (), (), ()
        if not carry:
            self.person = ()

    def note(self, mark: Mark) -> None:
        """Remember an actor that the text names."""
        persons = tuple(a for a in mark.actors if "/person/" in a)
        if persons:
            self.weight.update(persons if mark.letter == "A" else ())
            self.named = (*(a for a in self.named if a not in persons), *persons)
        self.bodies += tuple(a for a in mark.actors if "/person/" not in a and a not in self.bodies)
        if len(mark.actors) > 1:
            self.group = mark.actors
        elif mark.actors and "/person/" in mark.actors[0]:
            self.here = mark.actors
            if (mark.letter == "A" and not self.subject) or not self.person:
                self.person = mark.actors
                self.subject = mark.letter == "A"
        elif mark.actors and mark.letter == "A":
            self.body = mark.actors
