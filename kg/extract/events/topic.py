"""What a report says an occasion was about: its subject, whom it was for, and the words of the sentences about it.

Two reports of one conference may share neither a name nor a guest, and yet both speak of farmland and widows; two
workshops in one town and week may differ in nothing but their subject. The names of places, actors, treaties and
other events are cut out, since they are compared for themselves, and so are words that could stand in a report of
any event.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from kg.extract.events.eventnoun import read_ordinal
from kg.extract.mending.mend import mend_text
from kg.extract.words.numeral import ORDINALS
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Event, Reading, Span, fold

_SENTENCES = 3
"""With so many of the sentences that mention an event its topic has been said."""
_FAR = 160
"""Characters behind a mention in which its subject is looked for."""
_NEAR = len(", dedicated to ")
"""Characters behind a mention in which the words begin that lead to its subject."""
_SHORT = 3
_TELLING_ORDINALS = frozenset(word for word, number in ORDINALS.items() if 3 <= number <= 12)
_SUBJECT = re.compile(
    r"\b(?:on|about|concerning|regarding|devoted to|dedicated to|in(?= (?!(?:an?|the|its|their|this|that) )[a-z])) "
)
_AUDIENCE = re.compile(r"\bfor ")
_CLOSING = re.compile(r"[.,;:!?()\[\]–—\"“”«»]| (?:in|at|on|about|from|between|during|for|with|by|where) ")
_LISTED = re.compile(r"(?:[a-z-]+ ){0,2}[a-z-]+(?:, (?:[a-z-]+ ){0,2}[a-z-]+)+,? (?:and|or) ")
"""A list at the beginning of a subject: "clearance, marking and"."""
_ENDING = re.compile(r"[.;:!?•]|\n\s*[\n*–-]")
_NONE = "none"
"""What names that only hold a word for a continent are mapped to."""
_JOINTS = frozenset({"and", "or"})


class Topic(NamedTuple):
    """Words that tell what an event was about, in the order of the alphabet."""

    told: tuple[str, ...] = ()
    """Those of the sentences that mention it, and of its names."""
    subject: tuple[str, ...] = ()
    """Those that are given as its subject: "a workshop on ..."."""
    audience: tuple[str, ...] = ()
    """Those that are given as whom it was for: "a course for ..."."""
    scope: tuple[str, ...] = ()
    """The continents that it was for, and whether for one country or for several."""
    places: tuple[int, ...] = ()
    """Its place in a series, as its mentions have it: 40 for "the fortieth meeting"."""


def find_topics(reading: Reading) -> Iterator[Topic]:
    """Yield for each event of a reading what it was about."""
    if not reading.events:
        return
    text = reading.document.text
    names = _list_names(reading)
    titles = {event.key: _reduce_all(_list_titles(event)) for event in reading.events}
    for event in reading.events:
        foreign = frozenset(word for key, words in titles.items() if key != event.key for word in words)
        yield _find_topic(event, text, reading.sentences, names, foreign=foreign)


def _find_topic(
    event: Event, document: str, sentences: Sequence[Span], names: frozenset[str], *, foreign: frozenset[str]
) -> Topic:
    """Find what one event was about; `foreign` are words of other events' names."""
    text = _blank_treaties(document, event)
    titles = _list_titles(event)
    cut = partial(cut_names, names)
    told = [_mend(text[span.begin : span.end]) for span in _choose_sentences(event, sentences)]
    mentions = [read_mention(text, span) for span in event.mentions] + [(_mend(title), "") for title in titles]
    own = _reduce_all(map(cut, titles))
    words = frozenset(_reduce_all(map(cut, told))) - (foreign - _TELLING_ORDINALS)
    said = (document[span.begin : span.end].split() for span in event.mentions)
    numbers = [*map(read_ordinal, said), *(read_ordinal(title.split()) for title in titles)]
    return Topic(
        told=tuple(sorted(words.union(own))),
        subject=_reduce_all(map(cut, filter(None, (find_subject(*mention) for mention in mentions)))),
        audience=_reduce_all(map(cut, filter(None, (find_audience(*mention) for mention in mentions)))),
        scope=tuple(sorted({word for mention in mentions for word in find_scope(*mention)})),
        places=tuple(sorted({place for place in numbers if place})),
    )


def read_mention(text: str, span: Span) -> tuple[str, str]:
    r"""Give the words of a mention, and those behind it up to the end of the sentence or line, with their blank.

    >>> read_mention("A regional\n workshop on fuzes. It was held.", Span(0, 20))
    ('A regional workshop', ' on fuzes')
    """
    following = _ENDING.split(text[span.end : span.end + _FAR], maxsplit=1)[0]
    return _mend(text[span.begin : span.end]), " " * following[:1].isspace() + _mend(following)


def _list_titles(event: Event) -> list[str]:
    return [name for name in (event.name, *event.aliases) if name]


def find_subject(mention: str, following: str) -> str:
    """Give the words that name the subject of an event, in its mention or right behind it.

    >>> find_subject("A workshop", " on depots and fuzes was held in Lima.")
    'depots and fuzes'
    >>> find_subject("A workshop", ", on depots, was held in Lima.")
    'depots'
    >>> find_subject("A workshop", " opened on Monday.")
    ''
    """
    return _find_behind(_SUBJECT, mention, following)


def find_audience(mention: str, following: str) -> str:
    """Give the words that name those for whom an event was, in its mention or right behind it.

    >>> find_audience("A course", " for young deminers on fuzes was held in Lima.")
    'young deminers'
    """
    return _find_behind(_AUDIENCE, mention, following)


def find_scope(mention: str, following: str) -> set[str]:
    """Give the continents that an event is said to be for, and whether it is called national or regional.

    >>> sorted(find_scope("A regional workshop", " for officials in West Africa was held in Asmara."))
    ['africa', 'regional']
    """
    words = fold(mention).split()
    behind = fold(following).split()
    stops = (at for at, word in enumerate(behind) if word in _stops())
    words += behind[: next(stops, len(behind))]
    found = _compile_scopes().findall(" ".join(words))
    return {load_pairs("scopes")[name] for name in found} - {_NONE}


def _find_behind(opening: re.Pattern[str], mention: str, following: str) -> str:
    text = mention + following
    found = opening.search(text, 0, len(mention) + _NEAR)
    if not found or found.start() > len(mention) + len(", "):
        return ""
    rest = text[found.end() :]
    listed = _LISTED.match(rest)
    closing = _CLOSING.search(rest, listed.end() if listed else 0)
    words = (rest[: closing.start()] if closing else rest).split()
    stops = (at for at, word in enumerate(words) if word.casefold() in _stops())
    return " ".join(words[: next(stops, len(words))])


def _blank_treaties(text: str, event: Event) -> str:
    """Blank the treaties that an event concerns."""
    for fact in event.facts:
        if fact.property == "concerns":
            text = text[: fact.span.begin] + " " * (fact.span.end - fact.span.begin) + text[fact.span.end :]
    return text


def _choose_sentences(event: Event, sentences: Sequence[Span]) -> list[Span]:
    """Choose the first sentences in which a mention of an event begins."""
    begins = sorted(mention.begin for mention in event.mentions)
    near = [span for span in sentences if begins and span.begin <= begins[-1] and begins[0] < span.end]
    return [span for span in near if any(span.begin <= begin < span.end for begin in begins)][:_SENTENCES]


@lru_cache(maxsize=256)
def _mend(passage: str) -> str:
    """Write a passage on one line, with whole words."""
    return " ".join(mend_text(passage).text.split())


def _list_names(reading: Reading) -> frozenset[str]:
    """List all names of actors and places that the reading has."""
    names = {name for actor in reading.actors for name in (actor.label, *actor.aliases)}
    return frozenset(names | {place.label for place in reading.places})


def cut_names(names: Iterable[str], text: str) -> str:
    """Cut names out of a text; where one stands in another, or laps over it, the first and then the longest goes.

    >>> cut_names(["Lima", "Lima Port", "Peru"], "The Peruvian guests of Lima Port")
    'The Peruvian guests of  '
    """
    found = [span for name in names if name in text for span in _find_whole(name, text)]
    pieces, at = [], 0
    for begin, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if begin >= at:
            pieces.append(text[at:begin])
            at = end
    return " ".join([*pieces, text[at:]])


def _find_whole(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a text and is no part of a longer word."""
    begin = text.find(name)
    while begin >= 0:
        end = begin + len(name)
        if not (_is_letter(text[begin - 1 : begin]) or _is_letter(text[end : end + 1])):
            yield begin, end
        begin = text.find(name, end)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _reduce_all(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for text in texts for word in reduce_words(text)}))


def reduce_words(text: str) -> list[str]:
    """List the words of a text that could tell events apart, plurals made singular, abbreviations written out.

    >>> reduce_words("On 3 May the two experts held a meeting on fuzes in the ports.")
    ['expert', 'fuze', 'port']
    >>> reduce_words("a seminar on UXO")
    ['unexploded', 'ordnance']
    """
    return [reduced for word in fold(text).split() for reduced in _reduce(word)]


@lru_cache(maxsize=65536)
def _reduce(word: str) -> tuple[str, ...]:
    """Give what one folded word tells: nothing, itself in the singular, or the words that it is short for."""
    written = (full for full in _abbreviations().get(word, (word,)) if len(full) > _SHORT and not full[0].isdigit())
    return tuple(_to_singular(full) for full in written if full not in _plain_words())


def _to_singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > _SHORT + 1 and not word.endswith("ss") else word


@cache
def _abbreviations() -> Mapping[str, tuple[str, ...]]:
    """Map the abbreviations of the field to the words that they stand for."""
    return {short: tuple(fold(full).split()) for short, full in load_pairs("abbreviations").items()}


@cache
def _compile_scopes() -> re.Pattern[str]:
    """Make a pattern of all words for a scope; the longest goes first, so that South Africa is not half of Africa."""
    scopes = load_pairs("scopes")
    return re.compile(rf"\b(?:{'|'.join(sorted(scopes, key=lambda name: (-len(name), name)))})\b")


@cache
def _stops() -> frozenset[str]:
    return load_words("event-stops") - _JOINTS


@cache
def _plain_words() -> frozenset[str]:
    return (load_words("function-words") - _TELLING_ORDINALS) | load_words("event-stops") | load_words("plain-words")
