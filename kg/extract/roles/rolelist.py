"""Lists of actors in one role, below the line or behind the colon that says which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.events.occasion import Occasions
from kg.extract.events.part import ORDER, Part, Sentence
from kg.extract.phrases.mark import is_person
from kg.extract.phrases.pattern import PatternSet
from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.roles.bind import looks_back
from kg.extract.text.passage import Block
from kg.extract.text.spans import Spans
from kg.extract.words.numeral import SEVERAL
from kg.extract.words.wordclass import load_words
from kg.model import Span

_OPEN = (" :", " by", " from", " were")
"""Ends of a line that a list must follow."""
_EMPHASIS = frozenset("*_")
"""What stands around words in bold."""
_SHORT = 14
"""Items of a heading up to which it may stand inside a list."""


@dataclass(slots=True)
class Lead:
    """A line that opens a list of actors."""

    role: str
    occasion: int
    hanging: bool
    """Whether the line breaks off before the first name: "organised by"."""
    style: str | None = None
    """How the first item is marked, None before it is met."""
    headed: bool = False
    """Whether bare lines have stood in the list."""
    present: bool = False
    """Whether it is the list of those present, as minutes have it, each with the body that sent him."""


def continues_list(lead: Lead, block: Block, phrase: Phrase, *, apart: bool) -> bool:
    """Tell whether a line is the next item of a list; one marked in another way than the first ends it."""
    if _SIDE.match(phrase.line) and load_words("be").isdisjoint(phrase.words):
        return True
    style = _style_of(phrase.line)
    short = len(phrase.marks) <= _SHORT
    first = lead.style is None
    if not (block.kind == "item" or style or (short and (block.kind == "heading" or (lead.hanging and first)))):
        return False
    if not apart:
        return not first or block.kind == "item"
    if first and lead.headed and not short:
        return False  # the numbered paragraphs below a list of names
    lead.headed = lead.headed or block.kind == "heading"
    if first and (style or block.kind != "heading"):
        lead.style = style
    return first or style == lead.style or not style


_SIDE = re.compile(r"(?:on|from|for) B\d+ [,:] A\d+(?!\S)")
"""Who came with one of two delegations: "On the Peruvian side, A, Minister of Defence; B"."""


def _style_of(line: str) -> str:
    """Tell how an item is marked: with a number, a letter in brackets, a bullet or nothing."""
    first, second, third, *_ = *line.split(" ", 3), "", "", ""
    if first in load_words("bullets"):
        return "*"
    if first == "(" and third == ")":
        return "1" if second.isdigit() else "i"
    if second in {".", ")"} and (first.isdigit() or len(first) == 1):
        return f"1{second}" if first.isdigit() else f"a{second}"
    return ""


def is_programme(phrase: Phrase, block: Block, *, before: bool) -> bool:
    """Tell whether a line heads a programme, or goes on with the one `before`: titles, each with who speaks."""
    if block.kind == "heading" and len(phrase.words) <= _TITLE and _last_person(phrase) is None:
        dated = any(word[:1].isdigit() or (word[:1] == "D" and word[1:].isdigit()) for word in phrase.words)
        timed = dated or phrase.words[0] in load_words("programme-parts") or not _DASHES.isdisjoint(phrase.words)
        return not load_words("programme-titles").isdisjoint(phrase.words) or (before and timed)
    return before and len(phrase.words) <= _ENTRY


def programme_parts(phrase: Phrase, occasion: int) -> list[Part]:
    """Take who stands at the end of a programme's entry, in a bracket or behind a dash, for who spoke."""
    mark = _last_person(phrase)
    if mark is None:
        return []
    return [Part(occasion, a, "Speaker", Span(mark.begin, mark.end)) for a in mark.actors if "/person/" in a]


def _last_person(phrase: Phrase) -> Mark | None:
    """Give the mark with a person that ends a line: "title ( A0 ) .", "title - A0", "title : A0"."""
    last = len(phrase.words) - 1
    while last > 0 and phrase.marks[last] is None and phrase.words[last] in {".", ")", ";"}:
        last -= 1
    mark = phrase.marks[last]
    named = mark is not None and any("/person/" in actor for actor in mark.actors)
    told = mark is not None and len(mark.actors) > 1 and "/state/" in mark.actors[0]
    apart = last > 0 and not phrase.words[last - 1].isalnum()
    return mark if named and (told or apart) else None


_TITLE = 6
"""Words of the heading of a programme."""
_ENTRY = 30
"""Words up to which an entry of a programme may run."""


def has_label(phrase: Phrase, patterns: PatternSet) -> bool:
    """Tell whether a line says itself in which role those are whom it names: "Sponsor: A"."""
    words = phrase.words
    begin = _label_end(phrase, words)
    return bool(begin) and _role_labelled(words[:begin], patterns) is not None


def find_lead(sentence: Sentence, block: Block, patterns: PatternSet, occasions: Occasions) -> Lead | None:
    """Tell whether a line opens a list of actors, and in which role they are; "who came" is of no event to come."""
    phrase = sentence.phrase
    occasion = next(iter(sentence.mentioned()), sentence.focus)
    if occasion is not None and occasions.is_ahead(occasion) and not sentence.of_item and looks_back(phrase):
        occasion = sentence.held if sentence.held is not None else occasion
    asks = phrase.line.endswith(" ?") and len(phrase.marks) <= _SHORT
    if occasion is None or not (asks or block.kind == "heading" or phrase.line.endswith(_OPEN)):
        return None
    head, colon, rest = phrase.line.partition(" :")
    role = _listed_role(head + colon if _NAMES.match(rest) else phrase.line, patterns)
    hanging = phrase.line.endswith((" by", " from"))
    if role is None or (role != "Participant" and _NAMES.match(rest)):
        return None  # "Host: A" names all whom it is about
    return Lead(role, occasion, hanging, present=not _PRESENT.isdisjoint(phrase.words))


def _listed_role(line: str, patterns: PatternSet) -> str | None:
    """Give the role in which a line introduces a list of actors."""
    roles = [m.pattern.fields["role"] for m in patterns.find(line) if m.pattern.fields.get("needs") == "list"]
    return min(roles, key=ORDER.index, default=None)


def _role_labelled(label: Sequence[str], patterns: PatternSet) -> str | None:
    """Give the role that the label of a list names, with its colon or without."""
    words = [word for word in label if word not in _EMPHASIS]
    return _listed_role(" ".join(words).removesuffix(" :") + " :", patterns)


def list_parts(phrase: Phrase, role: str, occasion: int) -> list[Part]:
    """Take the actors of a list item, but not those behind a preposition or the body that a person comes from."""
    marks = phrase.marks_in("A") or _belonging(phrase)[:1]
    if marks and is_person(marks[0]):
        marks = [mark for mark in marks if is_person(mark) or mark.introduced]
    return [Part(occasion, actor, role, Span(mark.begin, mark.end)) for mark in marks for actor in _without_seat(mark)]


def seat_parts(told: Sequence[Part], bodies: Spans[str]) -> list[Part]:
    """Give the bodies that sent those on a list of who was present: "A, Ministry of Defence; B (Customs)"."""
    persons = [part for part in told if "/person/" in part.actor]
    return [
        Part(part.occasion, body, "Participant", part.span) for part in persons for body in bodies.within(*part.span)
    ]


def is_attendance(phrase: Phrase) -> bool:
    """Tell whether a line lists who was present: "Present: A, Ministry of Defence; B"."""
    words = phrase.words
    return not _PRESENT.isdisjoint(words) and not _PRESENT.isdisjoint(words[: _label_end(phrase, words)])


_PRESENT = frozenset({"present", "attendance"})


def _belonging(phrase: Phrase) -> list[Mark]:
    """List the actors whose people an item names: "the director of A", but not "an adviser to A"."""
    words = phrase.words
    return [
        mark
        for i, mark in enumerate(phrase.marks)
        if mark is not None and mark.letter == "B" and i and words[i - 1] not in {"to", "under", "on", "about"}
    ]


def _without_seat(mark: Mark) -> tuple[str, ...]:
    """Leave out the State of "Ministry of Defence, Peru"."""
    pair = len(mark.actors) == 2 and "/organization/" in mark.actors[0] and "/state/" in mark.actors[1]
    return mark.actors[:1] if pair else mark.actors


def inline_list(sentence: Sentence, patterns: PatternSet, occasions: Occasions) -> list[Part]:
    """Read the actors behind a colon: "The following sent delegations: A, B and C"."""
    phrase = sentence.phrase
    words = phrase.words
    occasion = next(iter(sentence.mentioned()), sentence.focus)
    label = _label_end(phrase, words)
    begin = next((i for i in range(label, len(words) - 1) if not _is_count(words[i])), label)
    begin = _first_known(phrase, words, begin)
    first = phrase.marks[begin]
    if occasion is None or not label or first is None:
        return []
    role = _role_labelled(words[:label], patterns)
    if role == "Trainer" and occasions.found[occasion].type in _WITHOUT_TRAINERS:
        role = "Speaker"  # "resource persons"
    if role is None or (role != "Participant" and occasions.found[occasion].type == "Visit"):
        return []
    if role in {"Participant", "Speaker"} and _is_clause(phrase, begin):
        return []
    persons = is_person(first)
    return [
        Part(occasion, actor, role, Span(mark.begin, mark.end))
        for mark in _members(phrase, begin, persons=persons)
        for actor in mark.actors
        if not persons or mark.introduced or "/person/" in actor
    ]


def _members(phrase: Phrase, begin: int, *, persons: bool) -> Iterator[Mark]:
    """Yield the members of a list from item `begin` on, all persons or none.

    What is said of one, "A , who is minister of B ; C", runs to the semicolon; a member whose name is not known only
    to the next comma: "A , the army , C".
    """
    words, marks = phrase.words, phrase.marks
    said: int | None = None
    for i in range(begin, len(words)):
        mark = marks[i]
        if said is not None and (words[i] == ";" or _is_next_member(phrase, said, i, persons=persons)):
            said = None
        elif said is None and mark is not None and mark.letter in "AB":
            yield mark
        elif said is None and words[i] not in {",", ":", ";", "and", "for"} and not _is_count(words[i]):
            said = i


def _is_next_member(phrase: Phrase, said: int, i: int, *, persons: bool) -> bool:
    """Tell whether a list goes on behind item i, a comma or "and", after words `said` that are no clause."""
    words = phrase.words
    following = phrase.marks[i + 1] if i + 1 < len(words) else None
    if words[i] not in {",", "and"} or following is None or following.letter != "A":
        return False
    plain = words[said - 1] in {",", "and"} and all(mark is None for mark in phrase.marks[said:i])
    verbs = load_words("be") | load_words("have") | load_words("will") | _RELATIVES
    return plain and i - said <= _UNKNOWN and is_person(following) == persons and verbs.isdisjoint(words[said:i])


_RELATIVES = frozenset({"who", "whose", "which", "that", "where", "when", "while", "(", "as", "but", "not"})


def _is_clause(phrase: Phrase, begin: int) -> bool:
    """Tell whether the first name behind a colon has a verb of its own: "there is hardly a gap : A0 joined"."""
    behind = phrase.words[begin + 1] if begin + 1 < len(phrase.words) else "."
    links = (
        load_words("prepositions")
        | load_words("be")
        | {"and", "or", "as", "plus", "both", "all", "each", "via", "together", "also"}
    )
    plain = begin + 1 < len(phrase.marks) and phrase.marks[begin + 1] is None
    return plain and behind.isalpha() and behind not in links


def _is_count(word: str) -> bool:
    """Tell whether a word only counts those who came: "eleven from A, five from B"."""
    return word in SEVERAL or word.isdigit() or word == "from"


_WITHOUT_TRAINERS = frozenset({"Conference", "Meeting", "Symposium", "Seminar"})
"""Classes of event at which nobody is trained: who teaches there speaks."""


def _first_known(phrase: Phrase, words: Sequence[str], begin: int) -> int:
    """Pass over a first member of a list whose name is not known: "speakers : some body , A0"."""
    comma = next((i for i in range(begin, min(begin + _UNKNOWN, len(words) - 1)) if words[i] == ","), begin)
    unknown = comma > begin and all(word.isalpha() for word in words[begin:comma])
    later = phrase.marks[comma + 1] if unknown else None
    return comma + 1 if later is not None and later.letter == "A" else begin


_UNKNOWN = 5
"""Items that a name may have which is not known."""


def _label_end(phrase: Phrase, words: Sequence[str]) -> int:
    """Give the item behind the label of a list, which a colon or the blanks between columns close; 0 where none is."""
    if ":" in words[1:-1]:
        colon = words.index(":", 1)
        return next((i for i in range(colon + 1, len(words)) if words[i] not in _EMPHASIS), colon + 1)
    dash = next((i for i, word in enumerate(words[1:_LABEL], 1) if word in _DASHES), 0)
    if dash and not any(phrase.marks[:dash]):
        return dash + 1
    for i, (left, right) in enumerate(pairwise(phrase.spans[:_LABEL])):
        if right.begin - left.end >= _GAP:
            return i + 1
    return 0


_DASHES = frozenset({"-", "–", "—"})
_LABEL = 4
"""Items among which the first column ends."""
_GAP = 3
"""Blanks that part columns."""


def rest_of_list(before: Phrase | None, phrase: Phrase, latest: Sequence[Part]) -> list[Part]:
    """Go on with a list that a line or a stray full stop broke off: "came from A, B, C." and then "D and E"."""
    if before is None or not _LIST.fullmatch(phrase.line) or not _BROKEN.search(before.line):
        return []
    last = before.marks_in("AB")[-1]
    told = next((p for p in latest if p.actor == last.actors[-1]), None)
    if told is None or len(last.actors) < 2 or not _alike((*last.actors, *phrase.marks_in("A")[0].actors)):
        return []
    return [
        replace(told, actor=actor, span=Span(mark.begin, mark.end))
        for mark in phrase.marks_in("A")
        for actor in mark.actors
    ]


_NAMES = re.compile(r" [AB]\d+")
_LIST = re.compile(r"(?:and )?A\d+(?: \.)?")
_BROKEN = re.compile(r"[AB]\d+(?: ,| and| ;| \.)?$")


def _alike(actors: Sequence[str]) -> bool:
    """Tell whether actors are all States."""
    return all("/state/" in actor for actor in actors)
