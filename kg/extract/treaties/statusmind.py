"""What reading a text for treaty acts keeps in mind: findings, the pass over its phrases, and the sentence at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.phrases.phrase import Phrase
from kg.extract.treaties.act import Head, Mood
from kg.extract.treaties.memory import Doer, Memory
from kg.extract.treaties.statuscolumn import Columns
from kg.model import StatusClaim, TreatyAction

CONSENTS = frozenset({"Ratification", "Accession", "Acceptance", "Approval", "Succession"})
DENIED = {
    **dict.fromkeys(("Signature", "Accession", "Acceptance", "Approval", "Succession"), "NotParty"),
    "Ratification": "Signatory",
}
"""What a State is of which an act is denied."""
STANDINGS = frozenset({"StateParty", "Signatory", "NotParty", "Withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One finding of a sentence: an act or a standing of some States."""

    head: Head
    name: str
    """The class of the act, or the standing."""
    doer: Doer
    treaties: tuple[str, ...]
    mood: Mood
    dates: tuple[str | None, ...]
    """One for all the States, or one each."""

    @property
    def is_claim(self) -> bool:
        """Tell whether it is a standing and no act."""
        return self.name in STANDINGS


@dataclass(slots=True)
class Finder:
    """One pass over a document's phrases."""

    memory: Memory
    issued: str | None
    text: str = ""
    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The States in the names of treaties that only this text knows: "the British-Irish Agreement"."""
    between: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The States between which the text says that a treaty is."""
    treaty: tuple[str, ...] = ()
    """The treaty spoken of last."""
    main: tuple[str, ...] = ()
    """The treaty that the text is about, once it came back to it from another."""
    sole: tuple[str, ...] = ()
    """The one treaty that the whole text names, if it is one."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """All treaties that the text names, with their names in small letters."""
    opened: dict[str, str] = field(default_factory=dict)
    """The day on which each treaty was opened for signature."""
    obscure: bool = False
    """Whether what was spoken of last is a treaty that nothing names: "its protocols"."""
    spoken: list[tuple[str, ...]] = field(default_factory=list)
    """The treaties of each sentence so far."""
    last: Told | None = None
    """The last act or standing told, for "so did X"."""
    last_at: int = -9
    deed: Told | None = None
    """The last act told."""
    deeds: dict[str, Told] = field(default_factory=dict)
    """The last act of each kind told."""
    counted: Told | None = None
    """What was told last of States that only their number tells."""
    counted_at: int = -9
    columns: Columns = ()
    """The heads of the columns that the next lines stand in."""
    asked: Told | None = None
    """What the last question asked."""
    asked_at: int = -9
    deed_at: int = -9
    outside_at: int = -9
    """The sentence that spoke last of States outside a treaty."""
    told: Sequence[Told] = ()
    """What the last sentence that told anything told."""
    told_at: int = -9
    leaving: bool = False
    """Whether any withdrawal was told of."""
    entry: tuple[str, ...] = ()
    """The State of the last line that named one and nothing else."""
    number: int = 0
    consent: str | None = None
    """The kind of consent that the text spoke of last, of whatever State."""
    consent_at: int = -9
    bill_at: int = -9
    """The sentence that spoke last of a law or bill."""
    listing: str | None = None
    """The standing that a heading gives to the list below it."""
    listed_day: str | None = None
    """The day on which all of the list at hand acted."""
    listed_apart: bool = False
    """Whether that heading is no lead line: a list of acts below it tells the day of each."""
    listed_on: str | None = None
    """The day as of which the list at hand tells how States stand."""
    actions: list[TreatyAction] = field(default_factory=list)
    claims: list[StatusClaim] = field(default_factory=list)
    unsigned: set[tuple[str, str]] = field(default_factory=set)
    """States and treaties of which the text says that these have not even signed those."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in reading: what was told so far, and the heads beside the one that is read."""

    finder: Finder
    phrase: Phrase
    words: Sequence[str]
    told: Sequence[Told]
    before: Head | None
    after: Head | None
    heading: bool

    @property
    def memory(self) -> Memory:
        """Give who is spoken of."""
        return self.finder.memory
