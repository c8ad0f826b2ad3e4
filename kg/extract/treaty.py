"""Treaties in a text: those that the reference data knows, those that only the text names, and "the Convention"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.lexicon import Hit, load_lexicon
from kg.extract.passage import Block
from kg.model import BASE, Treaty, fold, slug

_NOUN = r"(?:Convention|Treaty|Protocol|Agreement|Statute|Covenant|Pact|Accord|Compact|Charter)"
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December"
)
_UNKNOWN = re.compile(
    rf"(?<![\w-])((?:[A-Z][\w’'-]*(?:[-–][A-Z]\w*)*\s+(?:(?:and|of|on|for)\s+)?){{1,6}}{_NOUN})"
    rf"((?:\s+(?:on|of|for|against|to|relating\s+to|concerning|between)\s+(?:the\s+)?(?!(?:{_DAY})\b)[A-Z][\w’'-]*(?:\s+(?:(?:and|of|the|for|in|on)\s+)*(?!(?:{_DAY})\b)[A-Z][\w’'-]*)*)?)"
    r"(?![\w-])(?!\s+(?:[Cc]ent(?:er|re)|[Hh]all|[Ff]light|[Ss]chool))"
)
_LEAD = re.compile(r"(?:The|A|An|This|That|Both|Under|Its|Our|Their)\s+")
_NO_TREATY = re.compile(
    r"(?:(?:Annual|National|Party|Democratic|Republican|Labour|Constitutional)\s+Convention\b"
    r"|(?:ILO|UN|United\s+Nations)\s+(?:Convention|Treaty|Protocol|Agreement)\Z)"
)
"""Gatherings, and kinds of treaties, not treaties."""
_NUMBERED = re.compile(
    r"(?<![\w-])(?:(?:(?P<ilo>ILO)(?:['’]s)?\s+)?Conventions?\s+(?:(?P<no>Nos?\b\.?|[Nn]umbers?)\s*)?(?P<first>\d{1,3})"
    r"|(?:ILO\s+)?C(?P<short>\d{2,3}))(?![\w-]|[.,]\d)(?P<more>(?:(?:,|\s+and|,\s+and)\s+\d{1,3}(?![\w-]|[.,]\d))*)"
)
"""Conventions of the International Labour Organization, which go by numbers."""
_DIGITS = re.compile(r"\d+")
_LABOUR = re.compile(r"\bILO\b|International\s+Labou?r\s+(?:Organi[sz]ation|Office|Conference)")
_PROTOCOL_OF = re.compile(
    r"(?<![\w-])((?:(?:Amended|Additional)\s+)?Protocol\s+(?:[IV]{1,3}|\d))\s+(?:to|of|under)\s+(?:the\s+)?\Z"
)
_YEAR_PROTOCOL = re.compile(
    r"(?<![\w-])(?:[Aa]|[Tt]he|[Ii]ts)\s+((?:(\d{4})\s+)?[Pp]rotocol(?:\s+(?:adopted\s+in|agreed\s+in|of)\s+(\d{4}))?)(?![\w-])"
    r"(?!\s+to\b)"
)
_OPTIONAL = re.compile(
    r"(?<![\w-])((?:(?:First|Second|Third|1st|2nd|3rd)\s+)?Optional\s+Protocol)(?![\w-])(?!\s+(?:to|on)\s)"
)
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z0-9-]{1,9})\)")
_POINTER = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]aid)\s+(?:\d{4}\s+|same\s+|new\s+|global\s+|landmine\s+|mine\s+|latter\s+|first\s+|other\s+|ILO\s+|UN\s+)?"
    r"([Cc]onvention|[Tt]reaty|[Pp]rotocol|[Ss]tatute|[Cc]ovenant|[Pp]act|[Aa]greement|[Aa]ccord|CONVENTION|TREATY)(?![\w-])(?!’s|'s)"
    r"|(?<![\w-])(?:[Tt]his|[Tt]hat)\s+(instrument)(?![\w-])"
)


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


@dataclass(slots=True)
class _Finder:
    """One pass over a text: the mentions so far, and the treaties that only this text knows."""

    text: str
    mentions: list[TreatyMention] = field(default_factory=list)
    unknown: dict[str, Treaty] = field(default_factory=dict)

    def is_free(self, begin: int, end: int) -> bool:
        return not any(m.begin < end and begin < m.end for m in self.mentions)

    def add(self, begin: int, end: int, treaty: Treaty, *, known: bool = False) -> None:
        if not known:
            self.unknown.setdefault(treaty.iri, treaty)
        self.mentions.append(TreatyMention(begin=begin, end=end, iri=treaty.iri, named=True, label=treaty.label))

    def last_before(self, at: int) -> TreatyMention | None:
        return max((m for m in self.mentions if m.begin < at and m.named), key=lambda m: m.begin, default=None)


def find_treaties(text: str, blocks: Sequence[Block], hits: Sequence[Hit]) -> tuple[list[TreatyMention], list[Treaty]]:
    """Find every mention of a treaty; give also those treaties that the reference data does not know.

    A capitalised name with "Convention", "Agreement" and the like is a treaty of its own; its acronym in brackets
    and its last words alone mean the same one. "The Optional Protocol" is that of the treaty named before it.
    """
    del blocks
    finder = _Finder(text)
    for hit in hits:
        entry = hit.entries[0]
        if entry.kind == "Treaty":
            _read_known(finder, hit.begin, hit.end, Treaty(iri=entry.iri, label=entry.label))
    _read_numbered(finder)
    _read_dated_protocol(finder)
    _read_optional(finder)
    for begin, end, name in _find_unknown(finder):
        finder.add(begin, end, _name_unknown(finder, name))
        _read_acronym(finder, end, finder.mentions[-1])
    named = sorted(finder.mentions, key=lambda m: m.begin)
    for match in _POINTER.finditer(text):
        begin, end = match.span()
        if finder.is_free(begin, end):
            noun = (match.group(1) or match.group(2)).lower()
            iri = _pointed_at(text, named, begin, noun)
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=iri, named=False))
    return sorted(finder.mentions, key=lambda m: (m.begin, m.end)), list(finder.unknown.values())


def _read_known(finder: _Finder, begin: int, end: int, treaty: Treaty) -> None:
    """Add a treaty that the reference data knows, or the protocol of it that is named: "Protocol V to the CCW"."""
    match = _PROTOCOL_OF.search(finder.text, max(0, begin - 48), begin)
    if match is None:
        finder.add(begin, end, treaty, known=True)
        return
    name = re.sub(r"\s+", " ", match.group(1))
    known = _look_up(f"{name} to the {treaty.label}")
    finder.add(
        match.start(),
        end,
        known
        or Treaty(iri=f"{BASE}treaty/{slug(f'{name} to the {treaty.label}')}", label=f"{name} to the {treaty.label}"),
        known=known is not None,
    )


def _read_numbered(finder: _Finder) -> None:
    """Read "ILO Convention 189" and, where that organization is spoken of, "Conventions Nos. 87 and 98" and "C190"."""
    if _LABOUR.search(finder.text) is None:
        return
    for match in _NUMBERED.finditer(finder.text):
        group = "short" if match["short"] else "first"
        if group == "first" and not (match["ilo"] or match["no"]):
            continue
        more = [m.span() for m in _DIGITS.finditer(finder.text, *match.span("more"))]
        for number, (begin, end) in enumerate([(match.start(), match.end(group)), *more]):
            written = match[group] if not number else finder.text[begin:end]
            if finder.is_free(begin, end) and 0 < int(written) < 200:
                name = f"ILO Convention No. {int(written)}"
                known = _look_up(name)
                finder.add(
                    begin, end, known or Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name), known=known is not None
                )


def _read_dated_protocol(finder: _Finder) -> None:
    """Read "a Protocol adopted in 2014" and "its 2014 Protocol" as that of the treaty named last before it."""
    for match in _YEAR_PROTOCOL.finditer(finder.text):
        begin, end = match.span(1)
        year = match.group(2) or match.group(3)
        parent = finder.last_before(begin) if year else None
        if parent is None or not finder.is_free(begin, end):
            continue
        known = _look_up(f"Protocol of {year} to the {parent.label}") or _look_up(
            f"{year} Protocol to the {parent.label}"
        )
        if known is not None:
            finder.add(begin, end, known, known=True)


def _look_up(name: str) -> Treaty | None:
    entry = next((e for e in load_lexicon().read(name) if e.kind == "Treaty"), None)
    return Treaty(iri=entry.iri, label=entry.label) if entry is not None else None


def _find_unknown(finder: _Finder) -> Iterator[tuple[int, int, str]]:
    """Yield the treaties that only the text names: where they stand and their names."""
    for match in _UNKNOWN.finditer(finder.text):
        begin, end = match.span()
        lead = _LEAD.match(match.group())
        begin += lead.end() if lead else 0
        name = re.sub(r"\s+", " ", finder.text[begin:end])
        if len(name.split()) < 2 or "\n\n" in match.group() or _NO_TREATY.match(name):
            continue
        if finder.is_free(begin, end):
            yield begin, end, name


def _name_unknown(finder: _Finder, name: str) -> Treaty:
    """Give the treaty of a name: an earlier one where the name is its last words, else a new one."""
    ending = f" {fold(name)}"
    longer = [t for t in finder.unknown.values() if fold(t.label).endswith(ending)]
    return longer[0] if len(longer) == 1 else Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name)


def _read_acronym(finder: _Finder, end: int, mention: TreatyMention) -> None:
    """Find the acronym in brackets behind a name everywhere behind it."""
    match = _ACRONYM.match(finder.text, end)
    if match is None or sum(c.isupper() for c in match.group(1)) < 2 or mention.iri is None:
        return
    treaty = finder.unknown[mention.iri]
    for again in re.finditer(rf"(?<![\w-]){re.escape(match.group(1))}(?![\w-])", finder.text[match.end() :]):
        begin = match.end() + again.start()
        if finder.is_free(begin, begin + len(match.group(1))):
            finder.add(begin, begin + len(match.group(1)), treaty)


def _read_optional(finder: _Finder) -> None:
    """Read "the Optional Protocol" as that of the treaty named last before it."""
    for match in list(_OPTIONAL.finditer(finder.text)):
        begin, end = match.span(1)
        parent = finder.last_before(begin)
        if parent is None or not finder.is_free(begin, end):
            continue
        base = parent.label
        ordinal = re.sub(r"\s+", " ", match.group(1))
        name = base if "Optional Protocol" in base else f"{ordinal} to the {base}"
        known = _look_up(name)
        finder.add(begin, end, known or Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name), known=known is not None)


def _pointed_at(text: str, named: Sequence[TreatyMention], at: int, noun: str) -> str | None:
    """Give the treaty that "the Convention" means: the last one whose name has the noun, else the last one."""
    before = [m for m in named if m.begin < at]
    if not before:
        after = [m for m in named if m.begin >= at]
        same = {m.iri for m in after}
        return after[0].iri if after and len(same) == 1 else None
    if noun in {"protocol", "statute", "covenant", "agreement", "accord", "convention"}:
        fitting = [m for m in before if noun in fold(text[m.begin : m.end]) or noun in fold(m.label)]
        if fitting or noun != "convention":
            return fitting[-1].iri if fitting else None
    return before[-1].iri
