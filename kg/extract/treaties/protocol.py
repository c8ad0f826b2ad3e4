"""Protocols: those of a treaty by number, in groups, by year, and "the Optional Protocol" of the one before."""

import re
from collections.abc import Sequence

from kg.errors import VocabularyError
from kg.extract.names.lexicon import load_lexicon
from kg.extract.treaties.treatyfind import COUNTS, TreatyFinder, TreatyMention, look_up_treaty, main_of
from kg.extract.words.wordclass import compile_words
from kg.model import BASE, Treaty, slug

_NOUNS = ("protocol", "protocols")
_NUMERAL = r"(?:[IV]{1,3}|\d)(?![\w-])"
_NUMERALS = rf"{_NUMERAL}(?:(?:\s*,\s*|,?\s+(?:and|or)\s+){_NUMERAL})*"
_PROTOCOLS = (
    rf"(?:(?P<count>[Bb]oth|[Tt]wo|[Tt]hree)\s+(?:the\s+)?)?(?:(?P<kind>Amended|[Aa]dditional)\s+)?[Pp]rotocols?"
    rf"(?:\s+(?P<numerals>{_NUMERALS}))?"
)
_PROTOCOL_OF = re.compile(
    rf"(?<![\w-]){_PROTOCOLS}(?:\s+of\s+\d{{4}})?,?\s+(?:[Aa]dditional\s+to|to|of|under|in)\s+(?:the\s+)?(?:\d{{4}}\s+)?\Z"
)
_PROTOCOL_ALONE = rf"(?<![\w-])(?:(?P<kind>Amended|Additional)\s+)?Protocols?\s+(?P<numerals>{_NUMERALS})"
_YEAR_PROTOCOL = (
    r"(?<![\w-])(?:[Aa]|[Tt]he|[Ii]ts)\s+((?:(\d{4})\s+)?[Pp]rotocol(?:\s+(?:adopted\s+in|agreed\s+in|of)\s+(\d{4}))?)(?![\w-])"
    r"(?!\s+to\b)"
)
_OPTIONAL = (
    r"(?<![\w-])((?:{Ranks-of-protocols}\s+)?Optional\s+Protocol)(?![\w-])"
    r"(?!\s+(?:to|on)\s+(?!(?:the\s+)?\d|{Calendar}))"
)
_OPTIONAL_OF = (
    r"(?<![\w-])((?:{Ranks-of-protocols}\s+)?(?:{Kinds-of-protocols}\s+)?Protocol"
    r"(?:\s+[Nn](?:o\.?|umber)\s*\d+)?)\s+(?:to|of)\s+(?:the\s+)?(?:\d{4}\s+)?\Z"
)
_ADDITIONAL = re.compile(r"(?<![\w-])([Aa]dditional\s+Protocol)\s+to\s+(?:the\s+)?(?:[A-Z][\w.-]*\s?){1,4}['’]s?\s+\Z")
"""The protocol to "Iran's Safeguards Agreement"."""
_OF_THE_ONE = (
    r"\s+(?:to|of|under)\s+(?:the|that|this|said)\s+{Treaty-titles}(?![\w-])(?!\s+{title-links}\s+(?:the\s+)?[A-Z])"
)
"""What tells that numbered protocols are those of the treaty spoken of: "Protocols I and II of that Treaty"."""
_AMENDMENT_OF = re.compile(r"(?<![\w-])[Aa]mendments?\s+(?:of\s+\d{4}\s+)?(?:to|of)\s+(?:the\s+)?(?:\d{4}\s+)?\Z")
"""An amendment of a treaty, which States join on its own."""
_OWN_NAME = (
    r"(?<![\w-])(?!(?:{Determiners}|{Kinds-of-protocols}|{Ranks-of-protocols}|{Calendar}|{Treaty-titles})\b)"
    r"([A-Z][a-zà-ž]{3,})\s+\Z"
)
"""What a protocol is called by, as the "Lisbon" of "the Lisbon Protocol to the START Treaty"."""
_NEAR = 900
"""How far behind "Protocol I" its treaty may be named."""
_KINDS = ("Protocol", "Additional Protocol")
_LINKS = ("to the", "to")


def read_known(finder: TreatyFinder, begin: int, end: int, treaty: Treaty) -> None:
    """Add a treaty that the reference data knows, or the protocols of it that are named: "Protocol V to the CCW"."""
    optional = compile_words(_OPTIONAL_OF).search(finder.text, max(0, begin - 60), begin)
    if optional is not None and not finder.text[end : end + 4].startswith(" on ") and "rotocol" not in treaty.label:
        own = compile_words(_OWN_NAME).search(finder.text, max(0, optional.start() - 40), optional.start())
        title = " ".join(optional.group(1).split())
        label = f"{own[1]} {title}" if own is not None else f"{title} to the {treaty.label}"
        named = look_up_treaty(label) or Treaty(iri=f"{BASE}treaty/{slug(label)}", label=label)
        finder.add_group(own.start(1) if own is not None else optional.start(), end, [named])
        return
    amended = _AMENDMENT_OF.search(finder.text, max(0, begin - 40), begin)
    if amended is not None:
        known = look_up_treaty(f"Amendment to the {treaty.label}")
        iri, label = (known.iri, known.label) if known is not None else (None, "")
        begin = amended.start()
        if finder.is_free(begin, end):
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=iri, named=known is not None, label=label))
            finder.parents.append((begin, treaty))
        return
    added = _ADDITIONAL.search(finder.text, max(0, begin - 70), begin) if "Safeguards" in treaty.label else None
    if added is not None and (known := look_up_treaty("IAEA Additional Protocol")) is not None:
        finder.add(*added.span(1), known, known=True)
    match = _PROTOCOL_OF.search(finder.text, max(0, begin - 90), begin)
    if match is None or not (match["numerals"] or "rotocols" in match.group()):
        finder.add(begin, end, treaty, known=True)
        return
    group = _read_protocols(match, treaty)
    finder.parents.append((match.start(), treaty))
    if group:
        finder.drop(match.start(), end)  # "Additional Protocol I" alone is another
        finder.add_group(match.start(), end, group)
    else:  # "the Protocols to the CCW" are not the CCW, and nobody says how many
        finder.mentions.append(TreatyMention(begin=match.start(), end=end, iri=None, named=False))


def _read_protocols(match: re.Match[str], parent: Treaty) -> list[Treaty]:
    """Give the protocols of a treaty that "Protocols I and II", "the two Protocols" or "Protocol V" mean."""
    kind, numerals = match["kind"], match["numerals"]
    if numerals is None:
        known = [_number_protocol(roman, parent) for roman in ("I", "II", "III", "IV", "V")]
        group = [protocol for protocol in known if protocol is not None]
        if match["count"] and len(group) > 1:
            return group[: COUNTS[match["count"].lower()]]
        whole = look_up_treaty(f"Protocols to the {parent.label}")
        return [whole] if whole is not None else []
    found = []
    for numeral in re.findall(_NUMERAL, numerals):
        name = f"{kind} Protocol {numeral}" if kind in {"Amended", "Additional"} else f"Protocol {numeral}"
        label = f"{name} to the {parent.label}"
        made = Treaty(iri=f"{BASE}treaty/{slug(label)}", label=label)
        found.append(look_up_treaty(label) or (_number_protocol(numeral, parent) if kind is None else None) or made)
    return found


def _number_protocol(numeral: str, parent: Treaty) -> Treaty | None:
    """Give the protocol of a number that the reference data knows for a treaty."""
    names = (f"{kind} {numeral} {link} {name}" for name in _names_of(parent) for kind in _KINDS for link in _LINKS)
    return next((known for name in names if (known := look_up_treaty(name)) is not None), None)


def _names_of(treaty: Treaty) -> tuple[str, ...]:
    try:
        return load_lexicon().names(treaty.iri)
    except VocabularyError:  # only the text names it
        return (treaty.label,)


def read_protocols_alone(finder: TreatyFinder) -> None:
    """Read "Protocol II", "Protocols I and III" as those of the nearest treaty that has such protocols."""
    parents = [(m.begin, Treaty(iri=m.iri, label=m.label)) for m in finder.mentions if m.iri and not m.more]
    added = [(m.begin, main) for m in finder.mentions if (main := main_of(m)) is not None and main.iri != m.iri]
    parents = sorted([*parents, *added, *finder.parents], key=lambda row: row[0])
    for match in list(finder.words.search(_PROTOCOL_ALONE, _NOUNS)):
        begin, end = match.span()
        whole = bool(match["kind"]) and any((m.begin, m.end) == (begin, end) for m in finder.mentions)
        if not (whole or finder.is_free(begin, end) or finder.opens(begin, end)):
            continue
        numerals = re.findall(_NUMERAL, match["numerals"])
        before = [parent for at, parent in reversed(parents) if at < match.start()]
        behind = [parent for at, parent in parents if match.start() < at < match.end() + _NEAR]
        mains = [parent for parent in before if "rotocol" not in parent.label]
        of_one = compile_words(_OF_THE_ONE).match(finder.text, end) if mains else None
        if of_one is not None:
            end = of_one.end()
            group = _number_protocols(numerals, mains[0]) or [_make_protocol(one, mains[0]) for one in numerals]
        else:
            group = (
                (_number_protocols(numerals, mains[0]) if mains and match["kind"] == "Additional" else [])
                or _read_named(finder, match, numerals)
                or next((found for parent in (*before, *behind) if (found := _of_parent(numerals, parent))), [])
            )
        sole = {parent.iri: parent for _, parent in parents if "rotocol" not in parent.label}
        if not group and len(sole) == 1 and not match["kind"]:
            group = [_make_protocol(numeral, *sole.values()) for numeral in numerals]
        if group:
            finder.drop(begin, end)
            finder.add_group(begin, end, group)


def _of_parent(numerals: Sequence[str], parent: Treaty) -> list[Treaty]:
    """Give the protocols of these numbers to a treaty, also of one whose protocols are only known as a group."""
    known = _number_protocols(numerals, parent)
    grouped = not known and look_up_treaty(f"Protocols to the {parent.label}") is not None
    return [_make_protocol(numeral, parent) for numeral in numerals] if grouped else known


def _make_protocol(numeral: str, parent: Treaty) -> Treaty:
    """Name a numbered protocol of a treaty."""
    label = f"Protocol {numeral} to the {parent.label}"
    return look_up_treaty(label) or Treaty(iri=f"{BASE}treaty/{slug(label)}", label=label)


def _read_named(finder: TreatyFinder, match: re.Match[str], numerals: Sequence[str]) -> list[Treaty]:
    """Give the treaties that a number alone names: "Additional Protocol II", or one whose whole name came before."""
    if match["kind"]:
        known = [look_up_treaty(f"{match['kind']} Protocol {numeral}") for numeral in numerals]
        group = [protocol for protocol in known if protocol is not None]
        return group if len(group) == len(numerals) else []
    short = re.compile(rf"Protocol {numerals[0]}(?!\w)")
    before = [m for m in finder.mentions if m.iri and not m.more and m.end <= match.start()]
    same = [m for m in before if short.match(finder.text, m.begin)] if len(numerals) == 1 else []
    return [Treaty(iri=m.iri, label=m.label) for m in same[-1:] if m.iri]


def _number_protocols(numerals: Sequence[str], parent: Treaty) -> list[Treaty]:
    """Give the protocols of all these numbers to a treaty; none where one is not known."""
    known = [_number_protocol(numeral, parent) for numeral in numerals]
    group = [protocol for protocol in known if protocol is not None]
    return group if len(group) == len(numerals) else []


def read_dated_protocols(finder: TreatyFinder) -> None:
    """Read "a Protocol adopted in 2014" and "its 2014 Protocol" as that of the treaty named last before it."""
    for match in finder.words.search(_YEAR_PROTOCOL, _NOUNS):
        begin, end = match.span(1)
        year = match.group(2) or match.group(3)
        parent = finder.last_before(begin) if year else None
        if parent is None or not finder.is_free(begin, end):
            continue
        known = look_up_treaty(f"Protocol of {year} to the {parent.label}") or look_up_treaty(
            f"{year} Protocol to the {parent.label}"
        )
        if known is not None:
            finder.add(begin, end, known, known=True)


def read_optional_protocols(finder: TreatyFinder) -> None:
    """Read "the Optional Protocol" as that of the treaty named last before it."""
    for match in list(finder.words.search(_OPTIONAL, ("optional",))):
        begin, end = match.span(1)
        parent = finder.last_before(begin)
        if parent is None or not finder.is_free(begin, end):
            continue
        base = parent.label
        ordinal = re.sub(r"\s+", " ", match.group(1))
        name = base if "Optional Protocol" in base else f"{ordinal} to the {base}"
        known = look_up_treaty(name)
        finder.add(begin, end, known or Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name), known=known is not None)
