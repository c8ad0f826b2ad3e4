"""Treaties in a text: those that the reference data knows, those that only the text names, and "the Convention"."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.names.lexicon import INSTITUTIONS, Hit, load_lexicon
from kg.extract.text.word import Words
from kg.extract.treaties.agreement import read_agreements
from kg.extract.treaties.protocol import read_dated_protocols, read_known, read_optional_protocols, read_protocols_alone
from kg.extract.treaties.signedat import read_signed_at
from kg.extract.treaties.treatyfind import COUNTS, TURNED_TITLE, TreatyFinder, TreatyMention, look_up_treaty, main_of
from kg.extract.treaties.treatyname import look_up_reworded, read_subjects
from kg.extract.words.wordclass import compile_words, load_first_words, load_pairs, load_words
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
_AGREEMENT = (
    r"(?<![\w-])((?:Agreement|Protocol)\s+(?:{title-links})\s+(?:the\s+)?(?!(?:{Calendar}|{Makers})\b)[A-Z][\w’'-]*"
    r"(?:(?:\s+(?:and|of|the|for|in|on)){0,2}\s+(?!{Calendar}\b)[A-Z][\w’'-]*){3,})(?![\w-])"
)
"""A long name of a paper whose noun many papers have: "Agreement for the Common Use of River Water"."""
_LEAD = r"(?:(?:{Determiners}|This|That|Under)\s+)?(?:(?i:{treaty-subjects}) on (?:the )?)?"
_NO_TREATY = r"(?:(?i:{gathering-leads})\s+Convention\b|(?i:{treaty-makers})\s+{Treaty-titles}\Z)"
"""Gatherings, and kinds of treaties, not treaties."""
_NUMBERED = re.compile(
    r"(?<![\w-])(?:(?:(?P<ilo>ILO)(?:['’]s)?\s+)?Conventions?\s+(?:(?P<no>Nos?\b\.?|[Nn]umbers?)\s*)?(?P<first>\d{1,3})"
    r"|(?:ILO\s+)?C(?P<short>\d{2,3}))(?![\w-]|[.,]\d)(?P<more>(?:(?:,|\s+and|,\s+and)\s+\d{1,3}(?![\w-]|[.,]\d))*)"
)
"""Conventions of the International Labour Organization, which go by numbers."""
_DIGITS = re.compile(r"\d+")
_BANNING = (
    r"(?<![\w-])(?:(?:(?:{treaty-titles}|{Treaty-titles})\s+(?:(?:that|which|to)\s+)?(?:{banning}|against)"
    r"|[Tt]h(?:e|is)\s+(?:[a-z]+\s+)?ban\s+on)\s+(?:all\s+|the\s+use\s+of\s+)?"
    r"(?P<what>(?:[a-z]+(?:-[a-z]+)?\s+)?{banned})"
    r"|[Tt]he\s+(?P<one>(?:[a-z]+(?:-[a-z]+)?\s+)?(?:mine|landmine|munition|bomb))\s+ban)"
    r"(?![\w-])(?!\s+{treaty-titles})"
)
"""A treaty told by what it bans: "the treaty that outlaws cluster bombs", "the ban on mines", "the mine ban"."""
_GROUPS = r"(?<![\w-])(?i:{treaty-groups})(?!\w)"
_ADDITIONAL = r"(?<![\w-])additional\s+protocols?(?![\w-])(?!\s+(?:[IV\d]|to\s))"
_SAFEGUARDS = r"(?i:\b{of-safeguards}\b)"
_LABOUR = r"(?i:\b{of-labour}\b)"
_SEVERAL = (
    r"(?<![\w-])(?:(?P<count>[Bb]oth|[Tt]he\s+(?:two|three)|[Tt]hese\s+(?:two|three))(?:\s+(?:of\s+)?(?:the|these))?"
    r"|[Tt]he(?:se)?(?=\s+[A-Z])|[Tt]hese)\s+(?:(?i:{pointing-adjectives}|{kinds-of-protocols})\s+)?"
    r"(?P<noun>(?i:{treaty-plurals}|instruments))(?![\w-])"
)
_TITLE = 200
"""How far into a text its title may reach."""
_NEAR = 900
"""How far back "both Conventions" may point."""
_BRACKET = r"\s*\((?:{alias-leads}\s+){0,2}(?:the\s+)?[\"“‘']?"
_ALIAS = _BRACKET + r"([A-Z][\w’'-]*(?:\s+[\w’'-]+){0,4}\s+{Treaty-titles})[\"”]?\)"
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z0-9-]{1,9})\)")
_POINTER = (
    r"(?<![\w-])(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]aid)\s+(?:(?:\d{4}|(?i:{pointing-adjectives}))\s+)?"
    r"((?i:{treaty-titles}))(?![\w-])(?!’s|'s)"
    r"|(?<![\w-])(?:[Tt]his|[Tt]hat)\s+(instrument)(?![\w-])"
)
_ONE_OF_TWO = (
    r"(?<![\w-])(?:(?i:{acts-on-treaties})|(?P<lead>[Aa]s\s+(?:to|for)|[Uu]nder|[Tt]o))\s+"
    r"(the\s+(?P<which>former|latter|other|first|second|third|fourth))(?![\w-])"
    r"(?=\s*[.,;:()]|\s+(?:{behind-treaties})(?!\w))(?(lead)(?=\s*,))"
)
"""One of the two treaties named last: "signed the former", "no party to the latter", "acceded to the other"."""
_WHICH = ("former", "latter", "other", "first", "second", "third", "fourth")
_ACCORDS = r"(?<![\w-])[Tt]h(?:e|ese|ose)\s+((?i:{treaty-plurals}))(?![\w-])(?!\s+(?:of|on|with|between))"
"""What points back to papers that go by one name in the plural, or to none that is named: "the Accords"."""
_OF_SEVERAL_PLACES = (
    r"(?<![\w-])(?P<protocols>[Pp]rotocols\s+to\s+)?(?:the\s+)?(?:Treaties\s+of\s+(?P<of>[A-Z][\w’'-]+(?:,\s+[A-Z][\w’'-]+)*,?"
    r"\s+and\s+[A-Z][\w’'-]+)|(?P<on>[A-Z][\w’'-]+(?:,\s+[A-Z][\w’'-]+)*,?\s+and\s+[A-Z][\w’'-]+)\s+[Tt]reaties)(?![\w-])"
)
"""Treaties told by their places in one go: "the Treaties of Bangkok and Pelindaba"."""
_OPENING = (
    r"(?:(?<=[.!?]\s)|(?<=\n))(The\s+(?P<which>former|latter))"
    r"(?=\s+(?:has|have|had|is|was|entered|enters|bans|came|comes|will|took)\b)"
)
"""The same at the beginning of a sentence: "The latter has fewer friends"."""
_ITS_PROTOCOLS = (
    r"(?<![\w-])(?:[Tt]he|[Ii]ts|[Bb]oth|[Tt]hese|[Tt]hose|[Aa]ny|[Nn]o|[Aa])?\s*(?:(?:two|three|four|five|own|new|other)\s+)*"
    r"(?P<of>{Treaty-titles}\s+)?(?P<noun>[Pp]rotocols?)(?!\s+of\s+(?:exchange|signature|ratification))"
    r"(?P<main>\s+(?:to|of|under)\s+(?:the|that|this)\s+{Treaty-titles}(?![\w-]))?(?![\w-])"
)
"""Protocols that only their treaty tells: "its three protocols", "the protocols to the Treaty", "Treaty Protocols"."""
_SUBJECT = r"\s+(?!of\b){title-links}\s+(?:the\s+)?(?!{Calendar})[A-Z]"
_DATED = r"\s+of\s+(?:\d|{Calendar}\s)"
"""What tells a treaty by its day, so that it is none of those named: "the Agreement of November 1985"."""


def find_treaties(
    words: Words, hits: Sequence[Hit], home: str | None = None, theme: str | None = None
) -> tuple[list[TreatyMention], list[Treaty]]:
    """Find every mention of a treaty; give also those treaties that the reference data does not know.

    `home` is the IRI of the State whose government issued the text, `theme` that of the treaty that the text is about
    where it names none.

    A capitalised name with "Convention", "Agreement" and the like is a treaty of its own; its acronym in brackets
    and its last words alone mean the same one. "The Optional Protocol" is that of the treaty named before it.
    """
    finder = TreatyFinder(words, theme)
    for hit in hits:
        entry = hit.entries[0]
        if entry.kind == "Treaty" and not _ends_longer_name(words.text, hit):
            read_known(finder, hit.begin, hit.end, Treaty(iri=entry.iri, label=entry.label))
            _read_alias(finder, hit.end, Treaty(iri=entry.iri, label=entry.label))
            _read_acronym(finder, hit.end, Treaty(iri=entry.iri, label=entry.label), known=True)
    _read_split_names(finder)
    _read_of_places(finder)
    read_protocols_alone(finder)
    _read_groups(finder)
    read_agreements(finder, hits, load_lexicon().entry(home).label if home is not None else None)
    _read_numbered(finder)
    read_dated_protocols(finder)
    _read_banning(finder)
    _read_additional(finder)
    read_subjects(finder)
    read_optional_protocols(finder)
    read_signed_at(finder, hits)
    for begin, end, name in _find_unknown(finder):
        treaty = _name_unknown(finder, name)
        finder.add(begin, end, treaty, known=look_up_treaty(treaty.label) is not None)
        finder.name_again(treaty.iri, name)
        _read_alias(finder, end, treaty)
        _read_acronym(finder, end, treaty)
        _read_known_name(finder, end, treaty)
    for alias, meant in finder.aliases.items():
        finder.rename(alias, meant)
    named = sorted(finder.mentions, key=lambda m: m.begin)
    _read_pointers(finder, named)
    return sorted(finder.mentions, key=lambda m: (m.begin, m.end)), list(finder.unknown.values())


def _read_split_names(finder: TreatyFinder) -> None:
    """Read known names with their acronym before the noun: "the South Pacific Nuclear Free Zone (SPNFZ) Treaty"."""
    for match in list(finder.words.search(_SPLIT, load_words("treaty-titles"))):
        lead = list(re.finditer(r"\S+", finder.text[max(0, match.start() - _TITLE) : match.start()]))
        start = max(0, match.start() - _TITLE)
        for word in lead[-_LONG:]:
            begin = start + word.start()
            name = " ".join([*finder.text[begin : match.start()].split(), match[1]])
            known = look_up_treaty(name)
            if known is not None:
                finder.drop(begin, match.end())
                read_known(finder, begin, match.end(), known)
                break


_SPLIT = r"(?<=\w)\s*\(\s*[A-Z][A-Z-]{1,9}\s*\)\s+({Treaty-titles})(?![\w-])"
_LONG = 12
"""Words of a long name."""


def _ends_longer_name(text: str, hit: Hit) -> bool:
    """Tell whether the two words of a known name only end another: "Arctic Search and Rescue Agreement"."""
    joined = _JOINED.search(text, max(0, hit.begin - 40), hit.begin)
    if joined is None or len(text[hit.begin : hit.end].split()) != 2:
        return False
    return joined[1].lower() not in load_words("treaty-titles")


_JOINED = re.compile(r"([A-Z][a-z]+)\s+and\s+\Z")


def _read_pointers(finder: TreatyFinder, named: Sequence[TreatyMention]) -> None:
    """Read "both Conventions", "the former", "its protocol", "the Convention": what only points at what is named."""
    text = finder.text
    for match in finder.words.search(_SEVERAL, {"instruments", *load_words("treaty-plurals")}):
        group = _pointed_at_together(text, named, match)
        if group and finder.is_free(*match.span()):
            begin, end = match.span()
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=group[0], named=False, more=group[1:]))
    for match in finder.words.search(_ACCORDS, load_words("treaty-plurals")):
        before = [m for m in named if m.begin < match.start()]
        same = [m for m in before if match[1].lower() in fold(f"{text[m.begin : m.end]} {m.label}").split()]
        iri, *more = same[-1].iris if same else (None,)
        if finder.is_free(*match.span()):
            begin, end = match.span()
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=iri, named=False, more=tuple(more)))
    _read_one_of_two(finder, named)
    _read_own_protocols(finder, named)
    _read_new(finder, named)
    for match in finder.words.search(_POINTER, {"instrument", *load_words("treaty-titles")}):
        begin, end = match.span()
        if finder.is_free(begin, end):
            noun = (match.group(1) or match.group(2)).lower()
            iri = None if _is_named_anew(text, end, match.group()) else _pointed_at(text, named, begin, noun)
            iri = finder.theme if not named and noun in {"treaty", "convention"} else iri
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=iri, named=False))


def _read_new(finder: TreatyFinder, named: Sequence[TreatyMention]) -> None:
    """Read "signed a treaty" as the one that the text newly names further down, and as none of those named before."""
    for match in finder.words.search(_NEW, _NEW_NOUNS):
        begin, end = match.span(match.lastgroup or 0)
        if not finder.is_free(begin, end):
            continue
        told = {mention.iri for mention in named if mention.begin < begin}
        noun = match[match.lastgroup or 0].rpartition(" ")[2]
        below = [m for m in named if end <= m.begin < end + _BELOW and noun in fold(m.label)]
        new = {m.iri for m in below} - told
        finder.mentions.append(
            TreatyMention(begin=begin, end=end, iri=new.pop() if len(new) == 1 else None, named=False)
        )


_A_TREATY = r"[Aa]n?\s+(?:[a-z-]+\s+){0,2}(?:treaty|convention|pact|agreement|accord)(?![\w-])"
_NEW_NOUNS = ("treaty", "convention", "pact", "agreement", "accord")
_SIGNED = r"(?:sign(?:s|ed|ing)?|ratif(?:y|ies|ied|ying)|conclud(?:e[sd]?|ing)|initial+(?:s|ed|ing)?)"
_NEW = (
    rf"(?<![\w-])(?:{_SIGNED}\s+(?P<object>{_A_TREATY})"
    rf"|(?P<topic>{_A_TREATY})(?=\s+(?:that|which)\s+(?:the\s+)?[A-Z][^.;:]{{0,200}}?\s{_SIGNED}\b))"
)
"""A treaty that is not known yet: "signed a treaty", "a treaty that A and B signed"."""
_SOON = 700
"""Characters within which the name follows of what a text opens with: "the treaty that forbids tests"."""
_BELOW = 1400
"""Characters within which the name follows of a treaty that a text has only called "a treaty"."""


def _read_one_of_two(finder: TreatyFinder, named: Sequence[TreatyMention]) -> None:
    """Read "signed the former", and "The latter" that opens a sentence right behind two treaties."""
    for match in finder.words.search(_OPENING, ("former", "latter")):
        begin, end = match.span(1)
        near = [m for m in named if begin - _TITLE * 2 < m.begin]
        iri = _one_of_two(near, begin, match["which"])
        if iri is not None and finder.is_free(begin, end):
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=iri, named=False))
    for match in finder.words.search(_ONE_OF_TWO, _WHICH):
        begin, end = match.span(2)
        if finder.is_free(begin, end):
            iri = _one_of_two(named, begin, match["which"])
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=iri, named=False))


def _is_named_anew(text: str, end: int, pointer: str) -> bool:
    """Tell whether a day or a subject behind "the Agreement" makes it another one than those named before."""
    if compile_words(_DATED).match(text, end):
        return True
    return pointer.split()[-1].istitle() and compile_words(_SUBJECT).match(text, end) is not None


def _read_numbered(finder: TreatyFinder) -> None:
    """Read "ILO Convention 189" and, where that organization is spoken of, "Conventions Nos. 87 and 98" and "C190"."""
    if not any(finder.words.search(_LABOUR, load_first_words("of-labour"))):
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


def _read_groups(finder: TreatyFinder) -> None:
    """Read "the Additional Protocols of 1977" as the treaties that go by this name."""
    groups = load_pairs("treaty-groups")
    for match in finder.words.search(_GROUPS, ("protocols", "treaties")):
        named = [look_up_treaty(name) for name in groups[" ".join(match.group().lower().split())].split(" & ")]
        group = [treaty for treaty in named if treaty is not None]
        if group and finder.is_free(*match.span()):
            finder.add_group(*match.span(), group)


def _read_additional(finder: TreatyFinder) -> None:
    """Read "an additional protocol" beside safeguards as that of the atomic energy agency."""
    found = list(finder.words.search(_ADDITIONAL, ("additional",)))
    known = look_up_treaty("IAEA Additional Protocol") if found else None
    if known is None or not compile_words(_SAFEGUARDS).search(finder.text):
        return
    for match in found:
        if finder.is_free(*match.span()):
            finder.add(*match.span(), known, known=True)


def _read_banning(finder: TreatyFinder) -> None:
    """Read "the treaty that outlaws cluster bombs" as the one that the reference data calls "treaty banning" them."""
    for match in finder.words.search(_BANNING, {"against", *load_words("banning")}):
        what = match["what"] or f"{match['one']}s"
        known = look_up_treaty(f"treaty banning {' '.join(what.split())}")
        if known is not None and finder.is_free(*match.span()):
            finder.add(*match.span(), known, known=True)


def _find_unknown(finder: TreatyFinder) -> Iterator[tuple[int, int, str]]:
    """Yield the treaties that only the text names: where they stand and their names."""
    for match in finder.words.search(_UNKNOWN, load_words("treaty-titles")):
        begin, end = match.span()
        lead = compile_words(_LEAD).match(match.group())
        begin += lead.end() if lead else 0
        name = re.sub(r"\s+", " ", finder.text[begin:end])
        if len(name.split()) < 2 or "\n\n" in match.group() or compile_words(_NO_TREATY).match(name):
            continue
        if finder.is_free(begin, end) and not _is_alliance(name):
            yield begin, end, name
    titled = finder.words.search(_TITLED, load_words("self-titled"))
    for match in (*titled, *finder.words.search(_AGREEMENT, ("agreement", "protocol"))):
        name = _without_town(match.group())
        begin, end = match.start(), match.start() + len(name)
        if "\n\n" not in name and finder.is_free(begin, end):
            yield begin, end, re.sub(r"\s+", " ", name)
    for match in finder.words.search(_PLURAL, load_words("treaty-plurals")):
        lead = compile_words(_LEAD).match(match.group())
        begin, end = match.start() + (lead.end() if lead else 0), match.end()
        words = finder.text[begin:end].split()
        plain = load_words("title-words") | load_words("portfolios") | load_words("function-words")
        if all(word.lower() in plain for word in words[:-1]) or "\n\n" in match.group():
            continue
        if finder.is_free(begin, end):
            yield begin, end, " ".join([*words[:-1], words[-1].capitalize()])


def _without_town(name: str) -> str:
    """Leave out of a long title the town in which it was signed.

    >>> _without_town("Agreement on Prior Notice of Tests in Islamabad"), _without_town("Treaty on Peace in Lebanon")
    ('Agreement on Prior Notice of Tests', 'Treaty on Peace in Lebanon')
    """
    title, link, town = name.rpartition(" in ")
    kinds = {entry.kind for entry in load_lexicon().read(town)} if link and len(title.split()) > 3 else set()
    return title if "City" in kinds and kinds.isdisjoint({"State", "Country", "Region"}) else name


def _is_alliance(name: str) -> bool:
    """Tell whether a name with the noun of a treaty is that of a body.

    >>> _is_alliance("Warsaw Pact"), _is_alliance("Kyoto Protocol")
    (True, False)
    """
    return any(entry.kind in INSTITUTIONS for entry in load_lexicon().read(name)[:1])


def _name_unknown(finder: TreatyFinder, name: str) -> Treaty:
    """Give the treaty of a name: a known one, as in a body's name; an earlier one that it ends; else a new one."""
    if name == "Additional Protocol" and compile_words(_SAFEGUARDS).search(finder.text):
        known = look_up_treaty("IAEA Additional Protocol")
        return known or Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name)
    known = look_up_treaty(name) or look_up_reworded(name)
    if known is not None:
        return known
    longer = [t for t in finder.unknown.values() if _is_short_for(name, t.label) or _is_short_for(t.label, name)]
    return longer[0] if len(longer) == 1 else Treaty(iri=f"{BASE}treaty/{slug(name)}", label=name)


def _is_short_for(name: str, title: str) -> bool:
    """Tell whether a name is the end of a title, or its noun with words of the title before it.

    >>> _is_short_for("Fisheries Agreement", "Northern Lakes Fisheries Agreement")
    True
    >>> _is_short_for("Border Treaty", "Treaty on the Common Border"), _is_short_for("Peace Treaty", "Treaty of Nice")
    (True, False)
    """
    short, long = fold(name).split(), fold(title).split()
    if long[-len(short) :] == short:
        return len(long) > len(short)
    return long[0] == short[-1] and len(short) > 1 and set(short) <= set(long)


def _read_alias(finder: TreatyFinder, end: int, treaty: Treaty) -> None:
    """Note the short name in brackets behind a treaty's name: "(the Hague Convention)"."""
    match = compile_words(_ALIAS).match(finder.text, end)
    if match is not None:
        finder.aliases.setdefault(f"{BASE}treaty/{slug(match[1])}", treaty)
        finder.name_again(treaty.iri, " ".join(match[1].split()))


def _read_known_name(finder: TreatyFinder, end: int, treaty: Treaty) -> None:
    """Take a long title for the treaty that the reference data knows by the short name in brackets behind it."""
    match = compile_words(_BRACKET).match(finder.text, end)
    if match is None:
        return
    known = next((m for m in finder.mentions if m.begin == match.end() and m.iri and m.named), None)
    closes = known is not None and re.match(r"[\"”’']?\s*[),]", finder.text[known.end : known.end + 3])
    if known is not None and known.iri and closes and known.iri not in finder.unknown:
        finder.rename(treaty.iri, Treaty(iri=known.iri, label=known.label))


def _read_acronym(finder: TreatyFinder, end: int, treaty: Treaty, *, known: bool = False) -> None:
    """Find the acronym in brackets behind a name everywhere behind it."""
    match = _ACRONYM.match(finder.text, end)
    if match is None or sum(c.isupper() for c in match.group(1)) < 2 or load_lexicon().read(match.group(1)):
        return  # that of a body in its name: "Convention of the Organization of African Unity (OAU)"
    finder.name_again(treaty.iri, match.group(1))
    for again in re.finditer(rf"(?<![\w-]){re.escape(match.group(1))}(?![\w-])", finder.text[match.end() :]):
        begin = match.end() + again.start()
        if finder.is_free(begin, begin + len(match.group(1))):
            finder.add(begin, begin + len(match.group(1)), treaty, known=known)


def _pointed_at(text: str, named: Sequence[TreatyMention], at: int, noun: str) -> str | None:
    """Give the treaty that "the Convention" means: the last one whose name has the noun, else the last one."""
    before = [m for m in named if m.begin < at]
    if not before:
        after = [m for m in named if m.begin >= at]
        same = {m.iri for m in after}
        near = after and after[0].begin < at + _SOON and noun in fold(after[0].label)
        return after[0].iri if near or (after and len(same) == 1) else None
    if noun not in {"treaty", "pact", "instrument"}:
        fitting = [m for m in before if noun in fold(text[m.begin : m.end]) or noun in fold(m.label)]
        if fitting or noun != "convention":
            return _back_to_main(text, fitting, at) if fitting else None
    if noun == "treaty":  # "the Agreed Framework" is none
        before = [m for m in before if load_words("no-treaty-names").isdisjoint(fold(m.label).split())] or before
    if noun in {"treaty", "convention"}:  # what a protocol was added to, and not the protocol
        fitting = [m for m in before if main_of(m) is not None]
        main = main_of(fitting[-1]) if fitting else None
        if main is None:
            return before[-1].iri
        return main.iri if main.iri != fitting[-1].iri else _back_to_main(text, fitting, at)
    return before[-1].iri


def _read_of_places(finder: TreatyFinder) -> None:
    """Read "the Treaties of Bangkok and Pelindaba" and "the protocols to the Bangkok and Pelindaba Treaties"."""
    for match in list(finder.words.search(_OF_SEVERAL_PLACES, ("treaties",))):
        places = re.split(r",?\s+and\s+|,\s+", match["of"] or match["on"])
        found = [look_up_treaty(f"{place} Treaty") or look_up_treaty(f"Treaty of {place}") for place in places]
        known = [treaty for treaty in found if treaty is not None]
        if len(known) < len(places):
            continue
        finder.drop(*match.span())
        names = [(f"Protocols to the {treaty.label}", f"Protocol to the {treaty.label}") for treaty in known]
        added = [next((t for name in pair if (t := look_up_treaty(name)) is not None), None) for pair in names]
        group = [treaty for treaty in added if treaty is not None] if match["protocols"] else known
        if len(group) == len(known):
            finder.add_group(*match.span(), group)
        else:
            finder.mentions.append(TreatyMention(begin=match.start(), end=match.end(), iri=None, named=False))


def _read_own_protocols(finder: TreatyFinder, named: Sequence[TreatyMention]) -> None:
    """Read "the protocols to the Treaty" and "its protocol" as those that the reference data knows, and not as it."""
    sole = not any("rotocol" in m.label for m in named)
    for match in finder.words.search(_ITS_PROTOCOLS, ("protocol", "protocols")):
        begin, end = match.span()
        own = bool(match["main"] or match["of"]) or match.group().lower().startswith("its ")
        alone = sole and match.group().lower() == "the protocol"
        grouped = [m for m in named if m.begin < begin and m.label.startswith("Protocols to ")]
        if grouped and match.group().lower() == "the protocols" and finder.is_free(begin, end):
            finder.mentions.append(TreatyMention(begin=begin, end=end, iri=grouped[-1].iri, named=False))
        if not (own or alone) or not finder.is_free(begin, end):
            continue
        before = [main for m in named if m.begin < begin and (main := main_of(m)) is not None]
        if alone and before:
            label = f"Protocol to the {before[-1].label}"
            known = look_up_treaty(label)
            finder.add(
                begin, end, known or Treaty(iri=f"{BASE}treaty/{slug(label)}", label=label), known=known is not None
            )
            continue
        names = [f"{noun} to the {before[-1].label}" for noun in ("Protocols", "Protocol")] if before else []
        known = next((treaty for name in names if (treaty := look_up_treaty(name)) is not None), None)
        finder.mentions.append(
            TreatyMention(begin=begin, end=end, iri=known.iri if known is not None else None, named=False)
        )


def _back_to_main(text: str, fitting: Sequence[TreatyMention], at: int) -> str | None:
    """Give the treaty that a text is about where the last one was only named in passing, paragraphs before."""
    last, main = fitting[-1], fitting[0]
    passing = sum(m.iri == last.iri for m in fitting) == 1 and "\n\n" in text[last.end : at]
    about = main.begin < _TITLE or sum(m.iri == main.iri for m in fitting) > 1
    others = {m.iri for m in fitting} - {main.iri, last.iri}
    return main.iri if passing and about and not others else last.iri


def _one_of_two(named: Sequence[TreatyMention], at: int, which: str) -> str | None:
    """Give the treaty that "the former", "the latter" or "the other" means, of the two named last before it."""
    before = [m for m in named if m.named and m.begin < at]
    near = [m for m in before if at - _NEAR < m.begin]
    if which == "other" and len({iri for m in near for iri in m.iris}) == 1:
        near = before
    if which in {"first", "second", "third", "fourth"}:
        order = list(dict.fromkeys(iri for m in before for iri in m.iris))
        return {"first": order[0], "second": order[1]}.get(which) if len(order) == 2 else None
    last = list(dict.fromkeys(iri for m in reversed(near) for iri in reversed(m.iris)))
    if len(last) < 2 or (which == "other" and len(last) > 2):
        return None
    return last[0] if which == "latter" else last[1]


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
    if not count and len(last) == 2 and match["noun"][:1].isupper():
        return tuple(reversed(last))
    return tuple(reversed(last[:count])) if count and len(last) >= count else ()
