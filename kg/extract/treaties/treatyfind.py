"""One pass over a text for its treaties: the mentions so far, and the treaties that only this text knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kg.extract.names.lexicon import load_lexicon
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_words
from kg.model import Treaty

COUNTS = {"both": 2, "two": 2, "three": 3}
TURNED_TITLE = r"((?:[A-Z][\w’'-]*(?:[-–][A-Z]\w*)*\s+(?:(?:and|of|on|for)\s+)?){1,6}{Treaty-titles})"
"""A title whose noun comes last: "the Lake Basin Water Convention"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyMention:
    """A place in the text that speaks of a treaty."""

    begin: int
    end: int
    iri: str | None
    """None where it points back and nothing was spoken of before."""
    named: bool
    label: str = ""
    """The treaty's canonical name, where it is named."""
    more: tuple[str, ...] = ()
    """The further treaties of "both Protocols"."""

    @property
    def iris(self) -> tuple[str, ...]:
        """Give all treaties that are spoken of."""
        return (self.iri, *self.more) if self.iri is not None else ()


@dataclass(slots=True)
class TreatyFinder:
    """One pass over a text: the mentions so far, and the treaties that only this text knows."""

    words: Words
    theme: str | None = None
    """IRI of the treaty that the text is about where it names none."""
    mentions: list[TreatyMention] = field(default_factory=list)
    unknown: dict[str, Treaty] = field(default_factory=dict)
    aliases: dict[str, Treaty] = field(default_factory=dict)
    """IRIs made of the short names that the text gives to treaties, and which treaties these are."""
    parents: list[tuple[int, Treaty]] = field(default_factory=list)
    """The treaties that are only named as those of which something is a protocol, and where."""

    @property
    def text(self) -> str:
        """Give the text that is read."""
        return self.words.text

    def is_free(self, begin: int, end: int) -> bool:
        """Tell whether nothing is found in a stretch."""
        return not any(m.begin < end and begin < m.end for m in self.mentions)

    def add(self, begin: int, end: int, treaty: Treaty, *, known: bool = False) -> None:
        """Add a mention of one treaty."""
        if not known:
            self.unknown.setdefault(treaty.iri, treaty)
        self.mentions.append(TreatyMention(begin=begin, end=end, iri=treaty.iri, named=True, label=treaty.label))

    def add_group(self, begin: int, end: int, group: Sequence[Treaty]) -> None:
        """Add one mention of several treaties."""
        for treaty in group:
            if look_up_treaty(treaty.label) is None:
                self.unknown.setdefault(treaty.iri, treaty)
        more = tuple(treaty.iri for treaty in group[1:])
        first = group[0]
        self.mentions.append(
            TreatyMention(begin=begin, end=end, iri=first.iri, named=True, label=first.label, more=more)
        )

    def name_again(self, iri: str, name: str) -> None:
        """Note a further name of a treaty that only the text knows."""
        treaty = self.unknown.get(iri)
        if treaty is not None and name != treaty.label and name not in treaty.aliases:
            self.unknown[iri] = replace(treaty, aliases=(*treaty.aliases, name))

    def rename(self, iri: str, treaty: Treaty) -> None:
        """Take all mentions of an unknown treaty for those of another."""
        if iri != treaty.iri and self.unknown.pop(iri, None) is not None:
            self.mentions = [
                replace(m, iri=treaty.iri, label=treaty.label) if m.iri == iri else m for m in self.mentions
            ]

    def opens(self, begin: int, end: int) -> bool:
        """Tell whether what is found in a stretch are only mentions that begin there and end in it."""
        inside = [m for m in self.mentions if m.begin < end and begin < m.end]
        return all(m.begin == begin and m.end < end for m in inside)

    def drop(self, begin: int, end: int) -> None:
        """Drop what is found in a stretch."""
        self.mentions = [m for m in self.mentions if m.begin >= end or begin >= m.end]

    def last_before(self, at: int) -> TreatyMention | None:
        """Give the mention by name that is the last before a place."""
        return max((m for m in self.mentions if m.begin < at and m.named), key=lambda m: m.begin, default=None)


def look_up_treaty(name: str) -> Treaty | None:
    """Give the treaty that the reference data knows under a name.

    >>> (look_up_treaty("CWC") or Treaty(iri="", label="")).label
    'Chemical Weapons Convention'
    >>> look_up_treaty("Treaty of Nowhere") is None
    True
    """
    entry = next((e for e in load_lexicon().read(name) if e.kind == "Treaty"), None)
    return Treaty(iri=entry.iri, label=entry.label) if entry is not None else None


@cache
def agreements_with_bodies() -> frozenset[str]:
    """Give the agreements that each State makes for itself with an organization."""
    known = map(look_up_treaty, load_words("agreements-with-bodies"))
    return frozenset(treaty.iri for treaty in known if treaty is not None)


def main_of(mention: TreatyMention) -> Treaty | None:
    """Give the treaty that is mentioned, or the one to which the protocols mentioned were added.

    >>> named = TreatyMention(begin=0, end=9, iri="t", named=True, label="Protocol to the Bangkok Treaty")
    >>> (main_of(named) or Treaty(iri="", label="")).label
    'Bangkok Treaty'
    """
    if "rotocol" not in mention.label:
        return Treaty(iri=mention.iri, label=mention.label) if mention.iri is not None else None
    _, link, main = mention.label.rpartition(" to the ")
    return look_up_treaty(main) if link else None
