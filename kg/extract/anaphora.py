"""Whom a pronoun or a counted group speaks of: "she then chaired", "the two countries organised".

A phrase is written again with the pronoun as an actor, so that patterns need not know of pronouns. The rule is
the plain one of nearness (Hobbs, 1978, without the syntax): the last person, group or body that was a subject in
the paragraph. Where none is, the pronoun stays a word.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate, pairwise

from kg.extract.passage import Block
from kg.extract.pattern import load_words
from kg.extract.phrase import Mark, Phrase
from kg.model import Span

_PERSON = frozenset({"he", "she"})
_OBJECT = frozenset({"him", "her"})
_GROUP = frozenset({"they", "both"})
_FIRST = frozenset({"i"})
_OURS = frozenset({"we"})
_RELATIVE = frozenset({"who", "which"})
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_RENAMED = 900
"""Numbers of marks that stand for pronouns begin here."""
_MOST = 12
"""Members of a group that is counted out in words."""
_TITLE = 4
"""Words up to which a post may run that stands for its holder: "the deputy foreign minister"."""


@dataclass(frozen=True, slots=True)
class Office:
    """That a person holds a post, in the words of the post."""

    person: str
    words: frozenset[str]
    state: str | None = None
    """IRI of the State whose post it is."""


def to_office(person: str, position: str, state: str | None = None) -> Office:
    """Write down a post by its words, plurals and hyphens aside.

    >>> sorted(to_office("ana", "Secretary-General").words)
    ['general', 'secretary', 'secretary-general']
    """
    low = position.lower()
    return Office(person, frozenset([*re.findall(r"\w+", low), *low.split()]), state)


@dataclass(slots=True, kw_only=True)
class Talk:
    """Who has been spoken of in the paragraph so far."""

    here: tuple[str, ...] = ()
    """The last person of the sentence at hand."""
    subject: bool = False
    """Whether the sentence at hand has had a person as its subject."""
    person: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    """Who says "I" in this text."""
    ours: tuple[str, ...] = ()
    """Whom "we" means in this text."""
    offices: tuple[Office, ...] = ()
    """The posts of the persons whom the text names."""
    named: tuple[str, ...] = ()
    """The persons spoken of so far, the latest last."""
    weight: Counter[str] = field(default_factory=Counter)
    """How often each person has been the subject of a sentence."""
    pair: tuple[str, ...] = ()
    """The two persons of the last sentence that tells of one meeting the other."""
    before: tuple[str, ...] = ()
    """The person that the sentences before were about."""
    meant: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Whom a pronoun of the sentence at hand has meant."""

    def turn(self, *, carry: bool) -> None:
        """Begin a new paragraph; a person may be carried over into it."""
        self.group, self.body = (), ()
        if not carry:
            self.person = ()

    def note(self, mark: Mark) -> None:
        """Remember an actor that the text names."""
        persons = tuple(a for a in mark.actors if "/person/" in a)
        if persons:
            self.weight.update(persons if mark.letter == "A" else ())
            self.named = (*(a for a in self.named if a not in persons), *persons)
        if len(mark.actors) > 1:
            self.group = mark.actors
        elif mark.actors and "/person/" in mark.actors[0]:
            self.here = mark.actors
            if (mark.letter == "A" and not self.subject) or not self.person:
                self.person = mark.actors
                self.subject = mark.letter == "A"
        elif mark.actors and mark.letter == "A":
            self.body = mark.actors


_HEADER = 10
"""Blocks at the head of a text in which its author is named."""
_FOOTER = 4
"""Blocks at the foot of a text in which its author signs."""
_TITLES = 6
"""Letters of "Dr." and the like that a signature may have besides the name."""
_OPENS = re.compile(r"\s*\)\s*:")
"""What follows a speaker's name in a record of a parliament: "The Minister (X):"."""
_SPEECHES = "statement|remarks|speech|address|message|lecture|intervention|letter"
_AUTHOR = re.compile(
    r"^[\W_]*(?:author|speaker|speech by|by)\b"
    rf"|\b(?:{_SPEECHES})\s+(?:(?:made|delivered|given|to be delivered)\s+)?(?:by|of|from)\b",
    re.IGNORECASE,
)


def find_author(text: str, blocks: Sequence[Block], persons: Iterable[tuple[Span, str]]) -> str | None:
    r"""Find who says "I": the person that the header of a speech or a statement names.

    `persons` are the places that name a person, with the person's key.

    >>> from kg.extract.passage import find_blocks
    >>> text = "Remarks by Ana Lindo\n\nI opened the workshop."
    >>> find_author(text, find_blocks(text), [(Span(11, 20), "ana")])
    'ana'
    """
    end = blocks[min(len(blocks), _HEADER) - 1].span.end if blocks else 0
    named = list(persons)
    for span, key in named:
        if span.begin >= end:
            break
        block = next((b.span for b in blocks if b.span.begin <= span.begin < b.span.end), span)
        begin = max(block.begin, text.rfind("\n", 0, span.begin) + 1)
        if _AUTHOR.search(text[begin : span.begin]) or _OPENS.match(text, span.end):
            return key
    return _find_signer(text, blocks, named)


def _find_signer(text: str, blocks: Sequence[Block], persons: Sequence[tuple[Span, str]]) -> str | None:
    """Find the person whose name alone stands on one of the last lines, as a signature does."""
    foot = blocks[-_FOOTER].span.begin if len(blocks) > _FOOTER else len(text)
    for span, key in reversed(persons):
        if span.begin < foot:
            break
        begin, stop = text.rfind("\n", 0, span.begin) + 1, text.find("\n", span.end)
        line = text[begin : stop if stop >= 0 else len(text)]
        if len(line.strip(" ()-_*")) <= span.end - span.begin + _TITLES:
            return key
    return None


@cache
def _telling_words() -> frozenset[str]:
    """Give the words that may speak of an actor without naming one."""
    pronouns = _PERSON | _OBJECT | _GROUP | _FIRST | _OURS | _RELATIVE | _NUMBERS.keys() | {"it", "country"}
    return pronouns | load_words("post-heads") | load_words("post-plurals")


def resolve_pronouns(phrase: Phrase, talk: Talk) -> Phrase:
    """Write a phrase with its pronouns as actors, and remember whom it names."""
    words = phrase.line.split(" ")
    marks = list(phrase.marks)
    drop: set[int] = set()
    changed = False
    talk.here, talk.subject, talk.meant, talk.before = (), False, {}, talk.person
    telling = _telling_words()
    for i, mark in enumerate(marks):
        if mark is None and words[i] not in telling:
            continue
        if mark is not None and mark.letter in "AB":
            talk.note(mark)
            continue
        actors = _meant(words, marks, i, talk)
        if actors:
            begin, end = phrase.spans[i]
            behind = _stands_behind(words, i) or words[i] in _OBJECT
            at = _title_begin(words, i)
            drop.update(range(at, i))
            begin = phrase.spans[at].begin
            marks[i] = Mark(letter="B" if behind else "A", begin=begin, end=end, actors=actors)
            words[i] = f"{'B' if behind else 'A'}{_RENAMED + i}"
            _join_next(words, marks, i)
            _join_previous(words, marks, i)
            told = marks[i]
            if told is not None and mark is None and len(actors) == 1 and told.letter == "A":
                talk.note(told)
            changed = True
    talk.pair = _met(marks) or talk.pair
    if not changed:
        return phrase
    kept = [i for i in range(len(words)) if i not in drop]
    line = [words[i] for i in kept]
    return replace(
        phrase,
        line=" ".join(line),
        spans=tuple(phrase.spans[i] for i in kept),
        marks=tuple(marks[i] for i in kept),
        starts=(0, *accumulate(len(word) + 1 for word in line[:-1])),
    )


def _title_begin(words: Sequence[str], i: int) -> int:
    """Give where the post in front of a mark that stands for its holder begins: "the foreign A"."""
    at = i
    while at > 0 and i - at < _TITLE and words[at - 1] in load_words("post-adjectives"):
        at -= 1
    return at - 1 if at and words[at - 1] == "the" and words[i][0] in "AB" else i


def _met(marks: Sequence[Mark | None]) -> tuple[str, ...]:
    """Give the two persons whom a sentence such as "A met B" or "A had talks with B" tells of."""
    single = [(i, m) for i, m in enumerate(marks) if m is not None and m.letter in "AB" and len(m.actors) == 1]
    for (i, one), (j, other) in pairwise(single):
        between = any(m is not None and m.letter == "E" for m in marks[i + 1 : j])
        pair = one.actors + other.actors
        if one.letter == "A" and between and all("/person/" in a for a in pair):
            return pair
    return ()


def _stands_behind(words: Sequence[str], i: int) -> bool:
    """Tell whether a preposition governs item i, "of the minister" as well as "of him"."""
    at = i - 1
    while at > 0 and (words[at] == "the" or words[at] in load_words("post-adjectives")):
        at -= 1
    return at >= 0 and words[at] in load_words("prepositions")


def _join_next(words: Sequence[str], marks: list[Mark | None], i: int) -> None:
    """Let "she, X and Y spoke" and "he and X led it" be one list."""
    pronoun, behind = marks[i], marks[i + 2] if i + 2 < len(marks) else None
    if pronoun is not None and behind is not None and behind.letter == "A" and words[i + 1] in {",", "and"}:
        actors = pronoun.actors + tuple(a for a in behind.actors if a not in pronoun.actors)
        marks[i + 2] = replace(behind, actors=actors)


def _join_previous(words: Sequence[str], marks: list[Mark | None], i: int) -> None:
    """Let "X and I", "X, and I" be one list."""
    at = i - 2 if i > 1 and words[i - 1] == "and" else 0
    at = at - 1 if at and words[at] == "," else at
    pronoun, before = marks[i], marks[at] if at >= 0 else None
    if i < 2 or words[i - 1] != "and" or pronoun is None or before is None or before.letter != "A":
        return
    if "/person/" in pronoun.actors[0] and all("/person/" in actor for actor in before.actors):
        marks[i] = replace(pronoun, actors=before.actors + tuple(a for a in pronoun.actors if a not in before.actors))


def _meant(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the actors that item i speaks of without naming them."""
    word, mark = words[i], marks[i]
    if mark is not None:
        return _counted(words, mark, i, talk)
    if word in _PERSON:
        talk.meant.setdefault(word, talk.here or talk.person)
        return talk.meant[word]
    if word in _OBJECT:
        return _object(words, i, talk)
    if word in _FIRST or word in _OURS:
        return talk.author if word in _FIRST else talk.ours
    return _described(words, marks, i, talk)


def _described(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the actors whom item i means by a post, as a group or by what was said of them before."""
    word = words[i]
    if word in _RELATIVE:
        return _antecedent(words, marks, i)
    if word in load_words("post-heads"):
        return _holder(words, marks, i, talk)
    if word in load_words("post-plurals"):
        return _holders(words, marks, i, talk)
    if word in _NUMBERS and i and words[i - 1] in {"all", "the", "these"} and _acts(words, i):
        return talk.group if len(talk.group) == _NUMBERS[word] else ()
    if word in _GROUP:
        meant = talk.group
    elif word == "it" or (word == "country" and words[i - 1] == "the"):
        meant = talk.body
    else:
        return ()
    return meant if _opens_clause(words, i) and _acts(words, i) else ()


def _object(words: Sequence[str], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the person whom "called on him" means: the one whom the sentences before were about."""
    if words[i] == "her" and i + 1 < len(words) and words[i + 1] not in load_words("after-object"):
        return ()
    return talk.before if talk.here != talk.before else ()


def _holder(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the person whom "the foreign minister" means: of those with such a post the one most spoken of."""
    at = i
    while at > 0 and i - at < _TITLE and marks[at - 1] is None and words[at - 1] in load_words("post-adjectives"):
        at -= 1
    if not talk.offices or at == 0 or words[at - 1] != "the" or not _stands_alone(words, marks, i):
        return ()
    asked = {w for w in words[at : i + 1] if w not in {"visiting", "outgoing", "new", "two"}}
    under = load_words("post-under") - asked
    fitting = {o.person for o in talk.offices if asked <= o.words and under.isdisjoint(o.words)}
    met = [p for p in talk.named if p in fitting]
    return (max(met, key=lambda p: (talk.weight[p], met.index(p))),) if met else ()


def _holders(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the persons whom "the two ministers", "both leaders" means: the last ones of two States."""
    at = i
    while at > 0 and i - at < _TITLE and words[at - 1] in load_words("post-adjectives") - {"two"}:
        at -= 1
    if not talk.offices or at == 0 or words[at - 1] not in {"two", "both"} or not _stands_alone(words, marks, i):
        return ()
    head = words[i].removesuffix("s")
    head = head if head in load_words("post-heads") else ""
    if not head and talk.pair:
        return talk.pair
    pair: list[str] = []
    states: list[str | None] = []
    for person in reversed(talk.named):
        offices = [o for o in talk.offices if o.person == person and (not head or head in o.words)]
        state = next((o.state for o in offices if o.state), None)
        if offices and (state is None or state not in states):
            pair.append(person)
            states.append(state)
        if len(pair) == 2:
            return tuple(reversed(pair))
    return ()


def _stands_alone(words: Sequence[str], marks: Sequence[Mark | None], i: int) -> bool:
    """Tell whether no name and no "of ..." follows a post, so that it stands for its holder."""
    if i + 1 >= len(words):
        return True
    near = marks[i + 1]
    if near is not None:
        return near.letter not in "ABL"
    if words[i + 1] in {"of", "for", "(", "-", "and", "or"}:
        return False
    after = marks[i + 2] if i + 2 < len(words) else None
    return not (words[i + 1] in {",", ":"} and after is not None and after.letter in "AB")


def _antecedent(words: Sequence[str], marks: Sequence[Mark | None], i: int) -> tuple[str, ...]:
    """Read "by Croatia, which organised ..." as a clause of Croatia's."""
    before = i - 2 if i > 1 and words[i - 1] == "," else i - 1
    mark = marks[before] if before >= 0 else None
    if mark is None or mark.letter != "B" or i + 1 >= len(words) or marks[i + 1] is not None:
        return ()
    return mark.actors


def _counted(words: Sequence[str], mark: Mark, i: int, talk: Talk) -> tuple[str, ...]:
    """Read "the two countries" as the two named last."""
    if mark.letter != "N" or mark.count is None or mark.count != len(talk.group) or mark.count > _MOST:
        return ()
    if i == 0 or words[i - 1] not in {"the", "all", "these", "both", "those"}:
        return ()
    return () if i + 1 < len(words) and words[i + 1] in {"of", "from", "in"} else talk.group


def _opens_clause(words: Sequence[str], i: int) -> bool:
    at = i - 1 if i and words[i - 1] in {"the", "all", "they"} else i
    return at == 0 or words[at - 1] in load_words("clause-openers") or words[at - 1][:1] in "DLE"


def _acts(words: Sequence[str], i: int) -> bool:
    """Tell whether a verb of doing follows, so that an event or a thing cannot be meant."""
    behind = [w for w in words[i + 1 : i + 4] if w not in load_words("adverb")]
    if behind and behind[0] in {"has", "had", "have", "will", "would"}:
        behind = behind[1:]
    return bool(behind) and behind[0] in load_words("acting-verbs")
