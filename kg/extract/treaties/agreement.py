"""Agreements that States make with each other and that go by their subject and their parties.

"The free trade agreement between Peru and Chile", "Canada's tax convention with Colombia", "the Agreement on Fisheries
between the Government of Canada and the Government of Spain", "the India-Nepal extradition treaty".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.names.lexicon import INSTITUTIONS, Hit
from kg.extract.treaties.treatyfind import TURNED_TITLE, TreatyFinder, look_up_treaty
from kg.extract.words.wordclass import compile_words, load_words
from kg.model import BASE, Treaty, slug

_LINK = r"\s(between|with|among)\s+"
_OFFICE = re.compile(r"(?:the\s+)?(?:[Gg]overnments?\s+of\s+(?:the\s+)?)?")
_DEMONYM_BODY = r"\s+(?:Federal\s+)?(?:{Governing})(?![\w-])"
_AND = re.compile(r"(?:\s*,)?\s+and\s+|\s*,\s+")
_TITLE_END = r"(?<![\w-])({Treaty-titles}\s+{title-links}\s+(?:the\s+)?[A-Z][^.;:()\"“”\n]{2,110}?)\Z"
"""A title that begins with its noun and ends where its parties are named."""
_NAME_END = rf"(?<![\w-])(?:\d{{4}}\s+)?{TURNED_TITLE}\Z"
_SMALL_END = r"(?<![\w’'-])(?i:((?:[a-z][a-z-]+\s+){0,4}){treaty-titles})\Z"
_SUBJECT_BEHIND = r"(?<![\w-])({treaty-titles})\s+{title-links}\s+(?:the\s+)?((?:[a-z][a-z-]*\s*){1,9})\Z"
_TITLE_BEHIND = (
    r",?\s+((?!of\b){title-links}\s+(?:the\s+)?[A-Z][\w’'-]*"
    r"(?:,?\s+(?:{title-inner}\s+)*[A-Z][\w’'-]*)*)"
)
_BARE = r"(?<![\w-])({Treaty-titles})\Z"
_OWNER = re.compile(r"(?:['’]s?|['’])\s+(?:[a-z]+\s+){0,2}\Z")
_OURS = re.compile(r"(?<![\w-])(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]n?|[Tt]heir|[Tt]his|[Nn]ew)\s+(?:[a-z-]+\s+){0,2}\Z")
_DASH = re.compile(r"\s?[-‐‑–/]\s?")
_PAIRED = r"(?i:\s+((?:[a-z][a-z-]+\s+){0,4}{treaty-titles})(?![\w-]))"
_REACH = 160
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=[A-Z\"“])|\n\s*\n")
_VERBS = r"\b{title-ends}\b"


@dataclass(frozen=True, slots=True)
class _Party:
    """A State or body that a text names as a party."""

    begin: int
    end: int
    label: str


def read_agreements(finder: TreatyFinder, hits: Sequence[Hit], home: str | None) -> None:
    """Read the agreements that a text names by subject and parties; `home` is the issuing State's name."""
    if load_words("treaty-titles").isdisjoint(finder.words.where):
        return
    by_begin = {hit.begin: hit for hit in hits}
    states = [hit for hit in hits if hit.entries[0].kind in {"State", "Demonym"}]
    for match in finder.words.search(_LINK, ("between", "with", "among")):
        others = _parse_parties(finder.text, match.end(), by_begin)
        if others:
            _read_linked(finder, match, others, states, home)
    _read_paired(finder, hits)


def _parse_parties(text: str, at: int, hits: Mapping[int, Hit]) -> list[_Party]:
    """Give the parties that stand in a row at a place: "the Government of Canada and the Government of Spain"."""
    found: list[_Party] = []
    while len(found) < 8:
        office = _OFFICE.match(text, at)
        party = _read_party(text, hits.get(office.end() if office else at)) or _read_party(text, hits.get(at))
        if party is None:
            return found
        found.append(party)
        link = _AND.match(text, party.end)
        if link is None:
            return found
        at = link.end()
    return found


def _read_party(text: str, hit: Hit | None) -> _Party | None:
    """Give the State or body that a name means, if it can be a party: "the Swiss Federal Council"."""
    if hit is None:
        return None
    kind, label = hit.entries[0].kind, hit.entries[0].label
    if (kind == "State" or kind in INSTITUTIONS) and not hit.surface.islower():
        return _Party(hit.begin, hit.end, label)
    body = compile_words(_DEMONYM_BODY).match(text, hit.end) if kind == "Demonym" else None
    return _Party(hit.begin, body.end(), label) if body is not None else None


def _read_linked(
    finder: TreatyFinder,
    match: re.Match[str],
    others: Sequence[_Party],
    states: Sequence[Hit],
    home: str | None,
) -> None:
    """Read an agreement whose parties stand behind "between" or "with"."""
    text = finder.text
    with_one = match[1] == "with"
    others = others[:1] if with_one else others
    named = _find_name(text, match.start(), others[-1].end) if with_one or len(others) > 1 else None
    if named is None:
        return
    begin, name, end = named
    end = max(end, others[-1].end)
    labels = [party.label for party in others]
    if with_one:
        first = _find_owner(text, begin, states, home)
        if first is None and name[:1].islower():
            return
        labels = [first, *labels] if first else labels
    labels = list(dict.fromkeys(labels))
    inside = [m for m in finder.mentions if m.begin < end and begin < m.end]
    if any(m.begin < begin or m.end > end for m in inside):
        return
    known = inside[0] if inside and inside[0].named else None
    half = 0.5 * (match.start() - begin)
    if known is not None and (known.begin == begin or (len(inside) == 1 and known.end - known.begin > half)):
        return  # the reference data knows it
    finder.drop(begin, end)
    treaty = make_agreement(name, labels, " ".join(text[begin:end].split()))
    finder.add(begin, end, treaty, known=look_up_treaty(treaty.label) is not None)


def _find_name(text: str, end: int, behind: int) -> tuple[int, str, int] | None:
    """Give where the name of an agreement begins that ends at a place, the name, and where it all ends."""
    begin = max(0, end - _REACH)
    for stop in _SENTENCE_END.finditer(text, begin, end):
        begin = stop.end()
    before = text[begin:end]
    title = compile_words(_TITLE_END).search(before)
    if title is not None and compile_words(_VERBS).search(title[1]) is None:
        return begin + title.start(1), " ".join(title[1].split()), end
    name = compile_words(_NAME_END).search(before)
    if name is not None:
        words = name[1].split()
        lead = next((i for i, word in enumerate(words) if word.lower() not in load_words("plain-agreements")), 0)
        kept = words[lead:]
        if len(kept) > 1:
            return begin + name.end(1) - len(name[1].split(None, lead)[-1]), " ".join(kept), end
    small = compile_words(_SMALL_END).search(before)
    if small is not None:
        words = small[0].split()
        for at in range(len(words) - 1):
            subject = " ".join(words[at:-1]).lower()
            if subject in load_words("agreement-subjects"):
                start = begin + small.end() - len(small[0].split(None, at)[-1])
                return start, " ".join(words[at:]).lower(), end
    topic = compile_words(_SUBJECT_BEHIND).search(before)
    if topic is not None and _subject_of(topic[2]):
        return begin + topic.start(), f"{_subject_of(topic[2])} {topic[1]}", end
    bare = compile_words(_BARE).search(before)
    more = compile_words(_TITLE_BEHIND).match(text, behind) if bare is not None else None
    if bare is not None and more is not None:
        return begin + bare.start(1), f"{bare[1]} {' '.join(more[1].split())}", more.end()
    return None


def _subject_of(words: str) -> str:
    """Give the known subject that a lower-case title speaks of: "the avoidance of double taxation and ...".

    >>> _subject_of("avoidance of double taxation "), _subject_of("matters of common interest ")
    ('double taxation', '')
    """
    found = f" {' '.join(words.split())} "
    known = (s for s in load_words("agreement-subjects") if f" {s} " in found)
    return max(known, key=lambda s: (len(s), s), default="")


def _find_owner(text: str, begin: int, states: Sequence[Hit], home: str | None) -> str | None:
    """Give the State whose agreement "with Colombia" it is: "Canada's", the one spoken of before, the issuer."""
    before = [hit for hit in states if hit.end <= begin and begin - hit.end < _REACH]
    near = before[-1] if before else None
    if near is not None and not _SENTENCE_END.search(text, near.end, begin):
        owned = _OWNER.match(text, near.end, begin) or near.end + 1 == begin
        if owned or _OURS.search(text, near.end, begin):
            return near.entries[0].label
    return home


def _read_paired(finder: TreatyFinder, hits: Sequence[Hit]) -> None:
    """Read "the India-Nepal extradition treaty"."""
    text = finder.text
    states = {hit.begin: hit for hit in hits if hit.entries[0].kind in {"State", "Demonym"}}
    for first in states.values():
        dash = _DASH.match(text, first.end)
        second = states.get(dash.end()) if dash is not None else None
        tail = compile_words(_PAIRED).match(text, second.end) if second is not None else None
        if second is None or tail is None or not finder.is_free(first.begin, tail.end()):
            continue
        words = tail[1].split()
        subject = " ".join(words[:-1]).lower()
        if subject in load_words("agreement-subjects"):
            labels = [first.entries[0].label, second.entries[0].label]
            treaty = make_agreement(" ".join(words), labels, " ".join(text[first.begin : tail.end()].split()))
            finder.add(first.begin, tail.end(), treaty, known=look_up_treaty(treaty.label) is not None)


def make_agreement(name: str, parties: Sequence[str], surface: str = "") -> Treaty:
    """Make a treaty of its name and its parties.

    >>> make_agreement("extradition treaty", ["Peru", "Chile"]).label
    'Peru-Chile Extradition Treaty'
    >>> make_agreement("Agreement on Fisheries", ["Peru", "Chile"]).aliases[0]
    'Agreement on Fisheries'
    """
    written = name if name[:1].isupper() else name.title()
    short = _turn(written)
    rows = list(dict.fromkeys(p for p in (tuple(parties), tuple(reversed(parties)))))
    listed = [", ".join(row[:-1]) + f" and {row[-1]}" if len(row) > 1 else row[0] for row in rows]
    dashed = [f"{'-'.join(row)} {short or written}" for row in rows]
    link = "between" if len(parties) > 1 else "with"
    spoken = [f"{each} {link} {row}" for each in (written, short) if each for row in listed]
    label = dashed[0] if short is None or len(parties) < 2 else spoken[0]
    surfaces = [surface] if surface[:1].isupper() else []
    names = dict.fromkeys([written, *([short] if short else []), *dashed, *spoken, *surfaces])
    if len(parties) < 2:
        label = spoken[0]
    known = next((known for each in (label, *names) if len(parties) > 1 and (known := look_up_treaty(each))), None)
    if known is not None:
        return known
    return Treaty(
        iri=f"{BASE}treaty/{slug(label)}", label=label, aliases=tuple(each for each in names if each != label)
    )


_TURNING = r"({Treaty-titles})\s+{title-links}\s+(?:the\s+)?(.+)"


def _turn(name: str) -> str | None:
    """Write a title that begins with its noun the other way round: "Fisheries Agreement"; None if it does not."""
    match = compile_words(_TURNING).fullmatch(name)
    return f"{match[2]} {match[1]}" if match is not None and len(match[2].split()) < 6 else None
