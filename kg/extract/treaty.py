"""Treaties in a text: those that the reference data knows, those that only the text names, and "the Convention"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.lexicon import Hit
from kg.extract.passage import Block
from kg.model import BASE, Treaty, fold, slug

_NOUN = r"(?:Convention|Treaty|Protocol|Agreement|Statute|Covenant|Pact|Accord|Compact|Charter)"
_UNKNOWN = re.compile(
    rf"(?<![\w-])((?:[A-Z][\w’'-]*(?:[-–][A-Z]\w*)*\s+(?:(?:and|of|on|for)\s+)?){{1,6}}{_NOUN})"
    rf"((?:\s+(?:on|of|for|against|to|relating\s+to|concerning|between)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:and|of|the|for|in|on)\s+)*[A-Z][\w’'-]*)*)?)(?![\w-])"
)
_POINTER = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]aid)\s+(?:\d{4}\s+|same\s+|new\s+|global\s+|landmine\s+|mine\s+|latter\s+|first\s+|other\s+)?"
    r"([Cc]onvention|[Tt]reaty|[Pp]rotocol|[Ss]tatute|[Cc]ovenant|[Pp]act|[Aa]greement|[Aa]ccord|[Ii]nstrument|CONVENTION|TREATY)(?![\w-])(?!’s|'s)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyMention:
    """A place in the text that speaks of a treaty."""

    begin: int
    end: int
    iri: str | None
    """None where it points back and nothing was spoken of before."""
    named: bool


def find_treaties(text: str, blocks: Sequence[Block], hits: Sequence[Hit]) -> tuple[list[TreatyMention], list[Treaty]]:
    """Find every mention of a treaty; give also those treaties that the reference data does not know."""
    found = [
        TreatyMention(begin=h.begin, end=h.end, iri=h.entries[0].iri, named=True)
        for h in hits
        if h.entries[0].kind == "Treaty"
    ]
    taken = [(m.begin, m.end) for m in found]
    unknown: dict[str, Treaty] = {}
    for match in _UNKNOWN.finditer(text):
        begin, end = match.span()
        lead = re.match(r"(?:The|A|An|This|That|Both)\s+", match.group())
        begin += lead.end() if lead else 0
        name = re.sub(r"\s+", " ", text[begin:end])
        if any(b < end and begin < e for b, e in taken) or len(name.split()) < 2 or "\n\n" in match.group():
            continue
        iri = f"{BASE}treaty/{slug(name)}"
        unknown.setdefault(iri, Treaty(iri=iri, label=name))
        found.append(TreatyMention(begin=begin, end=end, iri=iri, named=True))
        taken.append((begin, end))
    named = sorted(found, key=lambda m: m.begin)
    for match in _POINTER.finditer(text):
        begin, end = match.span()
        if any(b < end and begin < e for b, e in taken):
            continue
        found.append(
            TreatyMention(
                begin=begin, end=end, iri=_pointed_at(text, named, begin, match.group(1).lower()), named=False
            )
        )
    del blocks
    return sorted(found, key=lambda m: (m.begin, m.end)), list(unknown.values())


def _pointed_at(text: str, named: Sequence[TreatyMention], at: int, noun: str) -> str | None:
    """Give the treaty that "the Convention" means: the last one whose name has the noun, else the last one."""
    before = [m for m in named if m.begin < at]
    if not before:
        after = [m for m in named if m.begin >= at]
        same = {m.iri for m in after}
        return after[0].iri if after and len(same) == 1 else None
    if noun in {"protocol", "statute", "covenant", "agreement"}:
        fitting = [m for m in before if noun in fold(text[m.begin : m.end])]
        return fitting[-1].iri if fitting else (before[-1].iri if noun != "protocol" else None)
    return before[-1].iri
