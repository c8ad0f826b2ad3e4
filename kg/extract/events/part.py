"""What a sentence says of one actor at one occasion, and what is known of the sentence beforehand."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from kg.extract.phrases.phrase import Phrase
from kg.model import Span

ORDER = ("Absent", "Host", "Organizer", "Chair", "Sponsor", "Trainer", "Speaker", "Participant", "Same")


@dataclass(frozen=True, slots=True)
class Part:
    """One actor's role at one occasion, as one sentence states it."""

    occasion: int
    actor: str
    role: str
    span: Span


@dataclass(slots=True, kw_only=True)
class Sentence:
    """What the role patterns need to know of the sentence at hand."""

    phrase: Phrase
    focus: int | None
    thing: bool
    """Whether what was spoken of last in the paragraph is no event: a project, a centre."""
    """The occasion that is meant where the sentence mentions none."""
    organ: bool = False
    """Whether the sentence before set up a group, which "it" may then mean."""
    recent: bool
    """Whether the focus was mentioned in this block or the one before."""
    of_item: Mapping[int, int | None] = field(default_factory=dict)
    """Item number of an event mark → occasion; None for a mention of no single event."""

    held: int | None = None
    """The occasion spoken of last that does not lie ahead, where it is not far."""
    floor: int | None = None
    """The meeting in whose room the passage is, before the sentence is read."""

    nearby: Sequence[int] = ()
    """Occasions that the block has mentioned, the latest first."""

    def mentioned(self) -> list[int]:
        """List the occasions that the sentence mentions, in order."""
        return [occasion for occasion in self.of_item.values() if occasion is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the role patterns make of a text: parts, who is said to have been absent, and the sentences they read."""

    parts: Sequence[Part]
    absent: Set[tuple[int, str]]
    """Occasion and actor."""
    sentences: Sequence[Sentence]
    """Those that are no items of a list in one role."""

    @property
    def settled(self) -> Set[tuple[int, str]]:
        """The occasions and actors of which the patterns tell something: a part, or that the actor was not there."""
        return {(part.occasion, part.actor) for part in self.parts} | self.absent
