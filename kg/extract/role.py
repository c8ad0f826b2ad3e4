"""Who had which role at an event: matches of the role patterns, settled into participations.

The patterns are rows of `ontology/patterns/roles.ttl`. A row names its event by the EVENT slot; without one the
event nearest in the sentence is meant, and without any the event that the text is speaking of.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from kg.extract.anaphora import Talk, resolve_pronouns
from kg.extract.aside import leave_out_asides
from kg.extract.focus import find_foci, is_apart, occasions_of
from kg.extract.mark import is_person
from kg.extract.occasion import Occasion, Occasions
from kg.extract.passage import Block
from kg.extract.pattern import Match, PatternSet, load_patterns, load_words
from kg.extract.phrase import Mark, Phrase
from kg.model import Participation, Span

_ORDER = ("Absent", "Host", "Organizer", "Chair", "Sponsor", "Trainer", "Speaker", "Participant", "Same")
_SHORT = 14
"""Items of a heading up to which it may stand inside a list."""


@dataclass(frozen=True, slots=True)
class Part:
    """One actor's role at one occasion, as one sentence states it."""

    occasion: int
    actor: str
    role: str
    span: Span


@dataclass(slots=True, kw_only=True)
class _Sentence:
    """What the role patterns need to know of the sentence at hand."""

    phrase: Phrase
    focus: int | None
    """The occasion that is meant where the sentence mentions none."""
    recent: bool
    """Whether the focus was mentioned in this block or the one before."""
    of_item: Mapping[int, int | None] = field(default_factory=dict)
    """Item number of an event mark → occasion; None for a mention of no single event."""

    nearby: Sequence[int] = ()
    """Occasions that the block has mentioned, the latest first."""

    def mentioned(self) -> list[int]:
        """List the occasions that the sentence mentions, in order."""
        return [occasion for occasion in self.of_item.values() if occasion is not None]


def find_parts(
    phrases: Sequence[Phrase],
    blocks: Sequence[Block],
    block_of: Sequence[int],
    occasions: Occasions,
    kinds: Mapping[str, str],
    *,
    talk: Talk | None = None,
) -> list[Part]:
    """Find who had which role, sentence by sentence.

    `block_of[i]` is the number of the block that phrase i stands in; `kinds` gives the class of each actor;
    `talk` says whom "I" and "we" mean.
    """
    patterns = load_patterns("roles")
    talk = talk or Talk()
    parts: list[Part] = []
    lead: _Lead | None = None
    latest: list[Part] = []
    nearby: list[int] = []
    foci = find_foci(phrases, blocks, block_of, occasions)
    for number, phrase in enumerate(phrases):
        block = blocks[block_of[number]]
        if number and block_of[number] != block_of[number - 1]:
            talk.turn(carry=block.kind == "paragraph" and blocks[block_of[number - 1]].kind == "paragraph")
            nearby = []
        phrase = resolve_pronouns(phrase, talk)
        focus, recent = foci[number]
        sentence = _Sentence(
            phrase=phrase, focus=focus, recent=recent, of_item=occasions_of(phrase, occasions), nearby=nearby
        )
        nearby = [*reversed(sentence.mentioned()), *nearby]
        if lead is not None and _continues_list(lead, block, phrase, apart=block_of[number] != block_of[number - 1]):
            parts += _list_parts(phrase, lead.role, lead.occasion)
            continue
        found = _sentence_parts(sentence, patterns, occasions, kinds, latest)
        parts += found
        latest = found or latest
        lead = _find_lead(sentence, block, patterns)
    return _settle(parts)


# --- lists ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Lead:
    """A line that opens a list of actors."""

    role: str
    occasion: int
    hanging: bool
    """Whether the line breaks off before the first name: "organised by"."""
    style: str | None = None
    """How the first item is marked, None before it is met."""


def _continues_list(lead: _Lead, block: Block, phrase: Phrase, *, apart: bool) -> bool:
    """Tell whether a line is the next item of a list; one marked in another way than the first ends it."""
    style = _style_of(phrase.line)
    short = len(phrase.marks) <= _SHORT
    first = lead.style is None
    if not (block.kind == "item" or style or (short and (block.kind == "heading" or (lead.hanging and first)))):
        return False
    if not apart:
        return not first or block.kind == "item"
    if first and (style or block.kind != "heading"):
        lead.style = style
    return first or style == lead.style or not style


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


def _find_lead(sentence: _Sentence, block: Block, patterns: PatternSet) -> _Lead | None:
    """Tell whether a line opens a list of actors, and in which role they are."""
    phrase = sentence.phrase
    occasion = next(iter(sentence.mentioned()), sentence.focus)
    if occasion is None or not (block.kind == "heading" or phrase.line.endswith((" :", " by", " from", " were"))):
        return None
    role = _listed_role(phrase.line, patterns)
    hanging = phrase.line.endswith((" by", " from"))
    return _Lead(role, occasion, hanging) if role is not None else None


def _listed_role(line: str, patterns: PatternSet) -> str | None:
    """Give the role in which a line introduces a list of actors."""
    roles = [m.pattern.fields["role"] for m in patterns.find(line) if m.pattern.fields.get("needs") == "list"]
    return min(roles, key=_ORDER.index, default=None)


def _list_parts(phrase: Phrase, role: str, occasion: int) -> list[Part]:
    """Take the actors of a list item, but not those behind a preposition or the body that a person comes from."""
    marks = phrase.marks_in("A") or phrase.marks_in("B")[:1]
    if marks and is_person(marks[0]):
        marks = [mark for mark in marks if is_person(mark) or mark.introduced]
    return [Part(occasion, actor, role, Span(mark.begin, mark.end)) for mark in marks for actor in _without_seat(mark)]


def _without_seat(mark: Mark) -> tuple[str, ...]:
    """Leave out the State of "Ministry of Defence, Peru"."""
    pair = len(mark.actors) == 2 and "/organization/" in mark.actors[0] and "/state/" in mark.actors[1]
    return mark.actors[:1] if pair else mark.actors


def _inline_list(sentence: _Sentence, patterns: PatternSet) -> list[Part]:
    """Read the actors behind a colon: "The following sent delegations: A, B and C"."""
    phrase = sentence.phrase
    words = phrase.line.split(" ")
    occasion = next(iter(sentence.mentioned()), sentence.focus)
    if occasion is None or ":" not in words[1:-1]:
        return []
    colon = words.index(":", 1)
    mark = phrase.marks[colon + 1]
    if mark is None or mark.letter not in "AB":
        return []
    role = _listed_role(" ".join(words[: colon + 1]), patterns)
    if role is None:
        return []
    return [Part(occasion, actor, role, Span(mark.begin, mark.end)) for actor in mark.actors]


# --- sentences ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Finding:
    """One match of a role pattern, and the occasion that it is about."""

    rank: int
    match: Match
    occasion: int
    phrase: Phrase

    @property
    def role(self) -> str:
        return self.match.pattern.fields["role"]


def _sentence_parts(
    sentence: _Sentence,
    patterns: PatternSet,
    occasions: Occasions,
    kinds: Mapping[str, str],
    latest: Sequence[Part],
) -> list[Part]:
    """Find the roles that one sentence states; `latest` are those of the sentence before."""
    phrase = sentence.phrase
    if not any(mark is not None and mark.letter in "AB" for mark in phrase.marks):
        return []
    elsewhere = _is_elsewhere(phrase)
    found = _match(sentence, patterns, occasions, kinds, elsewhere=elsewhere)
    plain = leave_out_asides(phrase)
    if plain is not phrase:
        kept = _renumber(sentence, plain)
        gone = sentence.of_item and not kept
        focus = next(iter(sentence.nearby), None) if gone else sentence.focus
        short = replace(sentence, phrase=plain, of_item=kept, focus=focus)
        found += _match(short, patterns, occasions, kinds, elsewhere=elsewhere)
    found = _prefer_slots(found)
    found.sort(key=lambda x: (x.rank, x.phrase.spans[x.phrase.item_at(x.match.begin)], x.match.end))
    parts: list[Part] = []
    roles_of: dict[tuple[int, str], set[str]] = {}
    missing = {a for f in found if f.role == "Absent" for mark in _actors_of(f.phrase, f.match) for a in mark.actors}
    for finding in found:
        if finding.role != "Same":
            parts += _assign(finding, finding.role, finding.occasion, roles_of, kinds)
    parts += [p for p in _inline_list(sentence, patterns) if (p.occasion, p.actor) not in roles_of]
    parts += _delegations(sentence, {(p.occasion, p.actor) for p in parts}, kinds, elsewhere=elsewhere)
    for finding in found:
        known = _role_meant(finding, parts, latest) if finding.role == "Same" else None
        if known is not None:
            parts += _assign(finding, *known, roles_of, kinds)
    return [part for part in parts if part.role == "Absent" or part.actor not in missing]


def _match(
    sentence: _Sentence,
    patterns: PatternSet,
    occasions: Occasions,
    kinds: Mapping[str, str],
    *,
    elsewhere: bool,
) -> list[_Finding]:
    """Match the patterns with one sentence and tie each match to an occasion."""
    phrase = sentence.phrase
    found: list[_Finding] = []
    for match in patterns.find(phrase.line):
        fields = match.pattern.fields
        needs = fields.get("needs")
        if needs == "list" or (needs == "recent" and (elsewhere or not sentence.recent)):
            continue
        if not _has_partner(phrase, match, kinds):
            continue
        if needs == "event" and not _has_event(match):
            continue
        if fields["role"] != "Absent" and _is_denied(phrase, match):
            continue
        if needs == "recent" and fields["role"] == "Speaker" and _is_topic(sentence, match):
            continue
        if needs == "recent" and _is_said_later(sentence, match, occasions):
            continue
        occasion = _fitting(sentence, match, occasions)
        if occasion is not None:
            found.append(_Finding(_ORDER.index(fields["role"]), match, occasion, phrase))
    return found


def _is_topic(sentence: _Sentence, match: Match) -> bool:
    """Tell whether the event of a sentence is what is spoken of, not where: "praised the outcome of E0"."""
    words = sentence.phrase.line.split(" ")
    last = sentence.phrase.item_at(max(match.begin, match.end - 1))
    ahead = [i for i in sentence.of_item if i > last]
    return bool(ahead) and not load_words("topics").isdisjoint(words[max(last, ahead[0] - 4) : ahead[0]])


def _is_said_later(sentence: _Sentence, match: Match, occasions: Occasions) -> bool:
    """Tell whether the words right behind a match date it to another day: "X said on Sunday"."""
    phrase = sentence.phrase
    if sentence.of_item or sentence.focus is None:
        return False
    last = phrase.item_at(max(match.begin, match.end - 1))
    near = phrase.marks[last + 1 : last + 3]
    return any(m is not None and is_apart(m, occasions.found[sentence.focus]) for m in near)


def _prefer_slots(found: list[_Finding]) -> list[_Finding]:
    """Let a match that names its event win over one of the same actor and role that does not."""
    named = {(f.role, mark.begin) for f in found if _has_event(f.match) for mark in _actors_of(f.phrase, f.match)}
    return [
        f
        for f in found
        if _has_event(f.match) or not all((f.role, m.begin) in named for m in _actors_of(f.phrase, f.match))
    ]


def _fitting(sentence: _Sentence, match: Match, occasions: Occasions) -> int | None:
    """Give the occasion of a match; where it is not of a class that the row asks for, one met just before."""
    occasion = _occasion_of(sentence, match)
    nouns = match.pattern.fields.get("eventNouns")
    if nouns and (occasion is None or occasions.found[occasion].noun not in nouns.split("|")):
        return None
    wanted = match.pattern.fields.get("eventKinds", "").split()
    if occasion is not None and not sentence.of_item and _is_still_to_come(sentence.phrase, occasions.found[occasion]):
        was = [k for k in sentence.nearby if not any(occasions.found[k].future)]
        occasion = was[0] if was else occasion
    if occasion is None or not wanted or occasions.found[occasion].type in wanted:
        return occasion
    if _has_event(match):
        return None
    return next((k for k in sentence.nearby if occasions.found[k].type in wanted), None)


def _is_still_to_come(phrase: Phrase, occasion: Occasion) -> bool:
    """Tell whether a sentence in the past tense can not be about an occasion, as that lies ahead."""
    words = set(phrase.line.split(" "))
    past = not words.isdisjoint({"was", "were", "attended", "took", "accompanied", "came"})
    return past and all(occasion.future) and words.isdisjoint({"will", "would", "shall", "is", "are"})


def _role_meant(finding: _Finding, parts: Sequence[Part], latest: Sequence[Part]) -> tuple[str, int] | None:
    """Give the role and the occasion that "so did X" takes from the words before."""
    begin = finding.phrase.text_span(finding.match.begin, finding.match.end).begin
    earlier = [p for p in parts if p.span.end <= begin + 1] or parts
    earlier = earlier or [p for p in latest if finding.match.begin == 0]
    nearest = max(earlier, key=lambda p: p.span.end, default=None)
    return (nearest.role, nearest.occasion) if nearest is not None else None


def _assign(
    finding: _Finding,
    role: str,
    occasion: int,
    roles_of: dict[tuple[int, str], set[str]],
    kinds: Mapping[str, str],
) -> list[Part]:
    """Give the actors of a match their role, unless the sentence states a more telling one."""
    parts = []
    match, phrase = finding.match, finding.phrase
    for mark in _actors_of(phrase, match):
        if len(mark.actors) < int(match.pattern.fields.get("atLeast", "1")):
            continue
        for actor in _wanted(mark, match, kinds):
            stated = roles_of.setdefault((occasion, actor), set())
            if role in stated or "Absent" in stated or (role == "Participant" and stated):
                continue
            if role == "Speaker" and match.pattern.fields.get("needs") == "recent" and stated:
                continue
            stated.add(role)
            parts.append(Part(occasion, actor, role, phrase.text_span(match.begin, match.end)))
    return parts


def _renumber(sentence: _Sentence, plain: Phrase) -> dict[int, int | None]:
    """Give the occasions of the event marks that a shortened sentence keeps."""
    by_begin = {sentence.phrase.spans[i].begin: occasion for i, occasion in sentence.of_item.items()}
    return {
        i: by_begin.get(plain.spans[i].begin)
        for i, mark in enumerate(plain.marks)
        if mark is not None and mark.letter == "E"
    }


def _delegations(
    sentence: _Sentence, roles_of: Set[tuple[int, str]], kinds: Mapping[str, str], *, elsewhere: bool
) -> list[Part]:
    """Take "delegations from A and B", "experts of C" in a sentence about an event to have come to it."""
    mentioned = sentence.mentioned()
    if not mentioned and (not sentence.recent or elsewhere or sentence.of_item):
        return []
    occasion = mentioned[0] if mentioned else sentence.focus
    if occasion is None or (not mentioned and sentence.phrase.marks_in("T")):
        return []
    return [
        Part(occasion, actor, "Participant", Span(mark.begin, mark.end))
        for mark in sentence.phrase.marks_in("A")
        if mark.introduced
        for actor in mark.actors
        if kinds.get(actor) != "Person" and (occasion, actor) not in roles_of
    ]


def _is_elsewhere(phrase: Phrase) -> bool:
    """Tell whether someone speaks to the press or in writing, not at an event."""
    line = f" {phrase.line} "
    return any(f" {words} " in line for words in load_words("elsewhere"))


def _has_partner(phrase: Phrase, match: Match, kinds: Mapping[str, str]) -> bool:
    """Tell whether the last actors of a match are of a class that the row asks for."""
    wanted = match.pattern.fields.get("partnerKinds", "").split()
    if not wanted:
        return True
    marks = _actors_of(phrase, match)
    return len(marks) > 1 and any(kinds.get(actor) in wanted for actor in marks[-1].actors)


def _is_denied(phrase: Phrase, match: Match) -> bool:
    """Tell whether a match says that something was not so."""
    words = phrase.line[match.begin : match.end].split()
    before = phrase.line[: match.begin].split()[-1:]
    return not load_words("denials").isdisjoint([*words, *before])


def _wanted(mark: Mark, match: Match, kinds: Mapping[str, str]) -> list[str]:
    allowed = match.pattern.fields.get("actorKinds")
    return [a for a in mark.actors if not allowed or kinds.get(a) in allowed.split()]


def _has_event(match: Match) -> bool:
    return any(slot.startswith("EVENT") for slot in match.slots)


def _occasion_of(sentence: _Sentence, match: Match) -> int | None:
    """Give the occasion that a match is about: its slot, the sentence's nearest mention, or the focus."""
    phrase = sentence.phrase
    for slot, (begin, _) in match.slots.items():
        if slot.startswith("EVENT"):
            return sentence.of_item.get(phrase.item_at(begin))
    if not sentence.of_item:
        return sentence.focus
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    words = phrase.line.split(" ")
    item = _before_relative(words, sentence.of_item, first)
    if item is None:
        item = min(sentence.of_item, key=lambda i: (_distance(words, i, first, last), i))
    if sentence.nearby and _is_parted(words, item, last):
        return sentence.nearby[0]
    if not first <= item <= last and not load_words("apart-in-time").isdisjoint(words[max(0, item - 2) : item]):
        return None
    return sentence.of_item[item]


def _is_parted(words: Sequence[str], item: int, last: int) -> bool:
    """Tell whether a semicolon stands between an event and a match in front of it."""
    return item > last and ";" in words[last + 1 : item]


def _before_relative(words: Sequence[str], items: Mapping[int, int | None], first: int) -> int | None:
    """Give the event that "which was co-chaired by" goes on about: the last one before "which"."""
    for i in range(first, max(0, first - 4), -1):
        if words[i] == "which" and words[i - 1] == ",":
            return max((k for k in items if i - _RELATIVE < k < i), default=None)
    return None


_RELATIVE = 8
"""Items up to which an event may stand before the "which" that takes it up."""
_WEIGHTS = {",": 2, ";": 15, ":": 8, "and": 3, "but": 8, "while": 10, "whereas": 10, "after": 4, "before": 4}


def _distance(words: Sequence[str], i: int, first: int, last: int) -> int:
    """Count the items between an event and a match, weighing what parts clauses; 0 inside the match."""
    if first <= i <= last:
        return 0
    between = words[last + 1 : i] if i > last else words[i + 1 : first]
    # "their visit, with a workshop, was set up by": what stands behind a preposition is not the subject
    object_ = 5 if i < first and i and words[i - 1] in load_words("prepositions") else 0
    return sum(_WEIGHTS.get(word, 1) for word in between) + object_ + (1 if i < first else 0)


def _actors_of(phrase: Phrase, match: Match) -> list[Mark]:
    marks = []
    for slot, (begin, _) in sorted(match.slots.items(), key=lambda x: x[1]):
        if slot.startswith(("SUBJECT", "ACTORS", "ANYONE")):
            mark = phrase.marks[phrase.item_at(begin)]
            if mark is not None:
                marks.append(mark)
    return marks


def _settle(parts: Sequence[Part]) -> list[Part]:
    """Take out absent actors, and what is said twice."""
    absent = {(p.occasion, p.actor) for p in parts if p.role == "Absent"}
    kept, seen = [], set[tuple[int, str, str]]()
    for part in parts:
        key = (part.occasion, part.actor, part.role)
        if (part.occasion, part.actor) in absent or key in seen:
            continue
        seen.add(key)
        kept.append(part)
    return kept


def to_participations(parts: Sequence[Part], occasion: int) -> tuple[Participation, ...]:
    """List one occasion's participations, in text order."""
    mine = [p for p in parts if p.occasion == occasion]
    return tuple(
        Participation(actor=p.actor, role=p.role, span=p.span)
        for p in sorted(mine, key=lambda p: (p.span, p.role, p.actor))
    )
