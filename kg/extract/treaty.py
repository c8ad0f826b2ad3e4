"""Treaties in a text: those that the reference data knows, those that only the text names, and "the Convention"."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.agreement import read_agreements
from kg.extract.lexicon import Hit, load_lexicon
from kg.extract.pattern import load_words
from kg.extract.protocol import read_dated_protocols, read_known, read_optional_protocols, read_protocols_alone
from kg.extract.treatyfind import COUNTS, TURNED_TITLE, TreatyFinder, TreatyMention, look_up_treaty
from kg.extract.wordclass import compile_words
from kg.model import BASE, Treaty, fold, slug

_PLURAL = (
    r"(?<![\w-])((?:[A-Z][\w’'-]*\s+){1,3}(?:Treaties|Accords|Agreements)"
    r"|(?:[A-Z][\w’'-]*\s+){2,3}(?:treaties|accords))(?![\w-])"
)
"""Several papers that go by one name: "the Lateran Treaties"."""
_UNKNOWN = (
    rf"(?<![\w-]){TURNED_TITLE}"
    r"((?:\s+(?:{title-links}|to|between)\s+(?:the\s+)?(?!{Calendar}\b)[A-Z][\w’'-]*(?:\s+(?:(?:and|of|the|for|in|on)\s+)*(?!{Calendar}\b)[A-Z][\w’'-]*)*)?)"
    r"(?![\w-])(?!\s+(?i:{treaty-places}))"
)
_TITLED = (
    r"(?<![\w-])({Self-titled}\s+{title-links}\s+(?:the\s+)?"
    r"(?!(?:{Calendar}|{Makers})\b)[A-Z][\w’'-]*(?:(?:\s+(?:and|of|the|for|on|between)){1,2}\s+(?!{Calendar}\b)[A-Z][\w’'-]*"
    r"|\s+(?!{Calendar}\b)[A-Z][\w’'-]*)*)(?![\w-])"
)
"""A name that begins with its noun: "Treaty of Friendship between Mongolia and Laos"."""
_LEAD = r"(?:{Determiners}|This|That|Under)\s+"
_NO_TREATY = r"(?:(?i:{gathering-leads})\s+Convention\b|(?i:{treaty-makers})\s+{Treaty-titles}\Z)"
"""Gatherings, and kinds of treaties, not treaties."""
_NUMBERED = re.compile(
    r"(?<![\w-])(?:(?:(?P<ilo>ILO)(?:['’]s)?\s+)?Conventions?\s+(?:(?P<no>Nos?\b\.?|[Nn]umbers?)\s*)?(?P<first>\d{1,3})"
    r"|(?:ILO\s+)?C(?P<short>\d{2,3}))(?![\w-]|[.,]\d)(?P<more>(?:(?:,|\s+and|,\s+and)\s+\d{1,3}(?![\w-]|[.,]\d))*)"
)
"""Conventions of the International Labour Organization, which go by numbers."""
_DIGITS = re.compile(r"\d+")
_BANNING = (
    r"(?<![\w-])(?:(?:\d{4}|{pointing-adjectives})\s+)?(?i:{treaty-titles})\s+(?:(?:that|which|to)\s+)?{banning}\s+"
    r"(?:all\s+|the\s+use\s+of\s+)?((?:[a-z]+(?:-[a-z]+)?\s+)?{banned})(?![\w-])"
)
"""A treaty told by what it bans: "the treaty that outlaws cluster bombs"."""
_SAFEGUARDS = r"(?i:\b{of-safeguards}\b)"
_LABOUR = r"(?i:\b{of-labour}\b)"
_SEVERAL = (
    r"(?<![\w-])(?:(?P<count>[Bb]oth|[Tt]he\s+(?:two|three)|[Tt]hese\s+(?:two|three))(?:\s+(?:of\s+)?(?:the|these))?"
    r"|[Tt]he(?:se)?(?=\s+[A-Z])|[Tt]hese)\s+(?:new\s+|[Aa]dditional\s+|[Oo]ptional\s+)?"
    r"(?P<noun>(?i:{treaty-plurals}|instruments))(?![\w-])"
)
_NEAR = 900
"""How far back "both Conventions" may point."""
_BRACKET = r"\s*\((?:{alias-leads}\s+){0,2}(?:the\s+)?[\"“‘']?"
_ALIAS = _BRACKET + r"([A-Z][\w’'-]*(?:\s+[\w’'-]+){0,4}\s+{Treaty-titles})[\"”]?\)"
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z0-9-]{1,9})\)")
_POINTER = (
    r"(?<![\w-])(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]aid)\s+(?:(?:\d{4}|(?i:{pointing-adjectives}))\s+)?"
    r"(?!CHARTER|COMPACT|[Cc]harter|[Cc]ompact)((?i:{treaty-titles}))(?![\w-])(?!’s|'s)"
    r"|(?<![\w-])(?:[Tt]his|[Tt]hat)\s+(instrument)(?![\w-])"
)
_DATED = r"\s+of\s+(?:\d|{Calendar}\s)"
"""What tells a treaty by its day, so that it is none of those named: "the Agreement of November 1985"."""


def find_treaties(text: str, hits: Sequence[Hit], home: str | None = None) -> tuple[list[TreatyMention], list[Treaty]]:
    """Find every mention of a treaty; give also those treaties that the reference data does not know.

    `home` is the IRI of the State whose government issued the text.

    A capitalised name with "Convention", "Agreement" and the like is a treaty of its own; its acronym in brackets
    and its last words alone mean the same one. "The Optional Protocol" is that of the treaty named before it.
    """
    finder = TreatyFinder(text)
    for hit in hits:
        entry = hit.entries[0]
        if entry.kind == "Treaty":
            read_known(finder, hit.begin, hit.end, Treaty(iri=entry.iri, label=entry.label))
            _read_alias(finder, hit.end, Treaty(iri=entry.iri, label=entry.label))
    if "rotocol" in text:
        read_protocols_alone(finder)
    read_agreements(finder, hits, load_lexicon().entry(home).label if home is not None else None)
    _read_numbered(finder)
    read_dated_protocols(finder)
    _read_banning(finder)
    read_optional_protocols(finder)
    for begin, end, name in _find_unknown(finder):
        treaty = _name_unknown(finder, name)
        finder.add(begin, end, treaty)
        _read_alias(finder, end, treaty)
        _read_acronym(finder, end, treaty)
        _read_known_name(finder, end, treaty)
    for alias, meant in finder.aliases.items():
        finder.rename(alias, meant)
    named = sorted(finder.mentions, key=lambda m: m.begin)
    for match in compile_words(_SEVERAL).finditer(text):
        group = _pointed_at_together(text, named, match)
        if group and finder.is_free(*match.span()):
            begin, end = match.span()
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=group[0], named=False, more=group[1:]))
    for match in compile_words(_POINTER).finditer(text):
        begin, end = match.span()
        if finder.is_free(begin, end):
            noun = (match.group(1) or match.group(2)).lower()
            iri = None if compile_words(_DATED).match(text, end) else _pointed_at(text, named, begin, noun)
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=iri, named=False))
    return sorted(finder.mentions, key=lambda m: (m.begin, m.end)), list(finder.unknown.values())


def _read_numbered(finder: TreatyFinder) -> None:
    """Read "ILO Convention 189" and, where that organization is spoken of, "Conventions Nos. 87 and 98" and "C190"."""
    if compile_words(_LABOUR).search(finder.text) is None:
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
                known = look_up_treaty(name)
                finder.add(
                    begin, end, known or Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name), known=known is not None
                )


def _read_banning(finder: TreatyFinder) -> None:
    """Read "the treaty that outlaws cluster bombs" as the one that the reference data calls "treaty banning" them."""
    for match in compile_words(_BANNING).finditer(finder.text):
        known = look_up_treaty(f"treaty banning {' '.join(match.group(1).split())}")
        if known is not None and finder.is_free(*match.span()):
            finder.add(*match.span(), known, known=True)


def _find_unknown(finder: TreatyFinder) -> Iterator[tuple[int, int, str]]:
    """Yield the treaties that only the text names: where they stand and their names."""
    for match in compile_words(_UNKNOWN).finditer(finder.text):
        begin, end = match.span()
        lead = compile_words(_LEAD).match(match.group())
        begin += lead.end() if lead else 0
        name = re.sub(r"\s+", " ", finder.text[begin:end])
        if len(name.split()) < 2 or "\n\n" in match.group() or compile_words(_NO_TREATY).match(name):
            continue
        if finder.is_free(begin, end):
            yield begin, end, name
    for match in compile_words(_TITLED).finditer(finder.text):
        begin, end = match.span()
        if "\n\n" not in match.group() and finder.is_free(begin, end):
            yield begin, end, re.sub(r"\s+", " ", match.group())
    plural = any(noun in finder.text for noun in ("reaties", "ccords", "greements"))
    for match in compile_words(_PLURAL).finditer(finder.text) if plural else ():
        lead = compile_words(_LEAD).match(match.group())
        begin, end = match.start() + (lead.end() if lead else 0), match.end()
        words = finder.text[begin:end].split()
        plain = load_words("title-words") | load_words("portfolios") | load_words("function-words")
        if all(word.lower() in plain for word in words[:-1]) or "\n\n" in match.group():
            continue
        if finder.is_free(begin, end):
            yield begin, end, " ".join([*words[:-1], words[-1].capitalize()])


def _name_unknown(finder: TreatyFinder, name: str) -> Treaty:
    """Give the treaty of a name: an earlier one where the name is its last words, else a new one."""
    if name == "Additional Protocol" and compile_words(_SAFEGUARDS).search(finder.text):
        known = look_up_treaty("IAEA Additional Protocol")
        return known or Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name)
    ending = f" {fold(name)}"
    longer = [t for t in finder.unknown.values() if fold(t.label).endswith(ending)]
    return longer[0] if len(longer) == 1 else Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name)


def _read_alias(finder: TreatyFinder, end: int, treaty: Treaty) -> None:
    """Note the short name in brackets behind a treaty's name: "(the Hague Convention)"."""
    match = compile_words(_ALIAS).match(finder.text, end)
    if match is not None:
        finder.aliases.setdefault(f"{BASE}treaty/{slug(match[1])}", treaty)


def _read_known_name(finder: TreatyFinder, end: int, treaty: Treaty) -> None:
    """Take a long title for the treaty that the reference data knows by the short name in brackets behind it."""
    match = compile_words(_BRACKET).match(finder.text, end)
    if match is None:
        return
    known = next((m for m in finder.mentions if m.begin == match.end() and m.iri and m.named), None)
    closes = known is not None and re.match(r"[\"”’']?\s*[),]", finder.text[known.end : known.end + 3])
    if known is not None and known.iri and closes and known.iri not in finder.unknown:
        finder.rename(treaty.iri, Treaty(iri=known.iri, label=known.label))


def _read_acronym(finder: TreatyFinder, end: int, treaty: Treaty) -> None:
    """Find the acronym in brackets behind a name everywhere behind it."""
    match = _ACRONYM.match(finder.text, end)
    if match is None or sum(c.isupper() for c in match.group(1)) < 2:
        return
    for again in re.finditer(rf"(?<![\w-]){re.escape(match.group(1))}(?![\w-])", finder.text[match.end() :]):
        begin = match.end() + again.start()
        if finder.is_free(begin, begin + len(match.group(1))):
            finder.add(begin, begin + len(match.group(1)), treaty)


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
    if noun in {"treaty", "convention"}:  # what a protocol was added to, and not the protocol
        return next((m.iri for m in reversed(before) if "protocol" not in fold(m.label)), before[-1].iri)
    return before[-1].iri


def _pointed_at_together(text: str, named: Sequence[TreatyMention], match: re.Match[str]) -> tuple[str, ...]:
    """Give the treaties that "both Protocols" means: those named as a group, else as many as were named last."""
    noun = match["noun"].lower().replace("ies", "ys").removesuffix("s")
    before = [m for m in named if m.begin < match.start()]
    grouped = next((m for m in reversed(before) if m.more), None)
    count = next((n for word, n in COUNTS.items() if word in (match["count"] or "").lower()), 0)
    if grouped is not None and noun in {fold(text[grouped.begin : grouped.end]), "protocol", "instrument"}:
        return grouped.iris if count in {0, len(grouped.iris)} else ()
    fitting = [
        m.iris[0]
        for m in reversed(before)
        if match.start() - m.begin < _NEAR and (noun in {"instrument", "treaty"} or noun in fold(m.label))
    ]
    last = tuple(dict.fromkeys(fitting))
    return tuple(reversed(last[:count])) if count and len(last) >= count else ()
