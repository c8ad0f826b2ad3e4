"""Whom a pronoun or a counted group speaks of: "she then chaired", "the two countries organised".

A phrase is written again with the pronoun as an actor, so that patterns need not know of pronouns. The rule is
the plain one of nearness (Hobbs, 1978, without the syntax): the last person, group or body that was a subject in
the paragraph. Where none is, the pronoun stays a word.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.roles.office import find_holder, find_holders, find_title
from kg.extract.roles.talk import Talk
from kg.extract.words.numeral import SEVERAL
from kg.extract.words.wordclass import load_words

_PERSON = frozenset({"he", "she"})
_OBJECT = frozenset({"him", "her"})
_GROUP = frozenset({"they", "both"})
_GUESTS = frozenset({"guest", "visitor"})
_FIRST = frozenset({"i"})
_OURS = frozenset({"we"})
_RELATIVE = frozenset({"who", "which"})
_OWNERS = frozenset({"its", "their"})
_RENAMED = 900
"""Numbers of marks that stand for pronouns begin here."""
_MOST = 12
"""Members of a group that is counted out in words."""


@cache
def _telling_words() -> frozenset[str]:
    """Give the words that may speak of an actor without naming one."""
    pronouns = _PERSON | _OBJECT | _GROUP | _FIRST | _OURS | _RELATIVE | frozenset(SEVERAL) | {"it", "country"}
    pronouns |= _GUESTS
    nouns = (
        load_words("body-words") | load_words("state-words") | load_words("body-plurals") | load_words("state-plurals")
    )
    return pronouns | nouns | load_words("post-heads") | load_words("post-plurals") | load_words("sent")


def resolve_pronouns(phrase: Phrase, talk: Talk) -> Phrase:
    """Write a phrase with its pronouns as actors, and remember whom it names."""
    words = list(phrase.words)
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
            ours = i > 0 and words[i - 1] in _OWNERS and words[i] in load_words("sent")
            at = i - 1 if ours else find_title(words, i)
            drop.update(range(at, i))
            begin = phrase.spans[at].begin
            marks[i] = Mark(letter="B" if behind else "A", begin=begin, end=end, actors=actors, introduced=ours)
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
    return phrase.keep([i for i in range(len(words)) if i not in drop], words, marks)


def is_pronoun(word: str) -> bool:
    """Tell whether an item is a pronoun, as the text has it or written as an actor.

    >>> is_pronoun("they"), is_pronoun("A903"), is_pronoun("A3")
    (True, True, False)
    """
    return word in _PERSON | _GROUP | {"it"} or (
        word[:1] in {"A", "B"} and word[1:].isdigit() and int(word[1:]) >= _RENAMED
    )


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
        marks[i + 2] = behind._replace(actors=actors)


def _join_previous(words: Sequence[str], marks: list[Mark | None], i: int) -> None:
    """Let "X and I", "X, and I" be one list."""
    at = i - 2 if i > 1 and words[i - 1] == "and" else 0
    at = at - 1 if at and words[at] == "," else at
    pronoun, before = marks[i], marks[at] if at >= 0 else None
    if i < 2 or words[i - 1] != "and" or pronoun is None or before is None or before.letter != "A":
        return
    if "/person/" in pronoun.actors[0] and all("/person/" in actor for actor in before.actors):
        marks[i] = pronoun._replace(actors=before.actors + tuple(a for a in pronoun.actors if a not in before.actors))


def _meant(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the actors that item i speaks of without naming them."""
    word, mark = words[i], marks[i]
    if mark is not None:
        return _counted(words, mark, i, talk)
    if word in _PERSON:
        if i + 1 < len(words) and marks[i + 1] is not None and words[i + 1][0] == "A":
            return ()  # "H.E. X"
        talk.meant.setdefault(word, talk.here or talk.person)
        return talk.meant[word]
    if word in _OBJECT:
        return _object(words, marks, i, talk)
    if word in _GUESTS:
        named = words[i + 1 : i + 2] in ([","], ["of"], ["from"])
        return talk.person if i and words[i - 1] == "the" and not named else ()
    if word in _FIRST or word in _OURS:
        return talk.author if word in _FIRST else talk.ours
    return _described(words, marks, i, talk)


def _described(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the actors whom item i means by a post, as a group or by what was said of them before."""
    word = words[i]
    if word in _RELATIVE:
        return _antecedent(words, marks, i)
    if i and words[i - 1] in _OWNERS and word in load_words("sent"):
        return _sender(words, marks, i, talk)
    if word in load_words("post-heads"):
        return find_holder(words, marks, i, talk)
    if word in load_words("post-plurals"):
        return find_holders(words, marks, i, talk)
    if word in SEVERAL and i and words[i - 1] in {"all", "the", "these"} and _acts(words, i):
        return talk.group if len(talk.group) == SEVERAL[word] else ()
    if word in load_words("body-plurals") or word in load_words("state-plurals"):
        return _counted_out(words, i, talk)
    if word in _GROUP:
        meant = (_two_named(marks[:i]) if word == "both" else ()) or talk.group
    elif word == "it" or (word in load_words("state-words") and words[i - 1] == "the"):
        meant = talk.body if word == "it" or _are(talk.body, "/state/") else ()
    elif word in load_words("body-words") and words[i - 1] == "the":
        meant = talk.body if _are(talk.body, "/organization/") else ()
    else:
        return ()
    return meant if _opens_clause(words, i) and _acts(words, i) else ()


def _two_named(marks: Sequence[Mark | None]) -> tuple[str, ...]:
    """Give the two persons whom a sentence has named apart: "A came for Peru, and B for Chile; both spoke"."""
    named = [mark.actors for mark in marks if mark is not None and mark.letter in "AB"]
    persons = dict.fromkeys(a for actors in named for a in actors if "/person/" in a)
    return tuple(persons) if len(persons) == len(("one", "other")) else ()


def _sender(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give whom "its delegation", "their experts" at the head of a clause stand for: the body or group named last."""
    near = marks[i + 1] if i + 1 < len(words) else None
    named = near is not None or words[i + 1 : i + 2] in (["of"], ["from"], [","], ["and"], ["'s"])
    if named or not (i == 1 or words[i - 2] in load_words("clause-openers")):
        return ()
    return talk.body if words[i - 1] == "its" else talk.group


def _object(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the person whom "called on him" means: the one whom the sentences before were about.

    It is the subject of the clause before, where both are told: "A goes to L, where B will brief him".
    """
    if words[i] == "her" and i + 1 < len(words) and words[i + 1] not in load_words("after-object"):
        return ()
    subjects = [m.actors for m in marks[:i] if m is not None and m.letter == "A" and _are(m.actors, "/person/")]
    match subjects:
        case [(person,), _] if "where" in words[:i]:
            return (person,)
    return talk.before if talk.here != talk.before else ()


def _antecedent(words: Sequence[str], marks: Sequence[Mark | None], i: int) -> tuple[str, ...]:
    """Read "by Croatia, which organised ..." as a clause of Croatia's."""
    before = i - 2 if i > 1 and words[i - 1] == "," else i - 1
    mark = marks[before] if before >= 0 else None
    if mark is None or mark.letter != "B" or i + 1 >= len(words) or marks[i + 1] is not None:
        return ()
    persons = tuple(actor for actor in mark.actors if "/person/" in actor)
    return persons if persons and words[i] == "who" else mark.actors


def _counted(words: Sequence[str], mark: Mark, i: int, talk: Talk) -> tuple[str, ...]:
    """Read "the two countries" as the two named last."""
    if mark.letter != "N" or mark.number is None or mark.number != len(talk.group) or mark.number > _MOST:
        return ()
    if i == 0 or words[i - 1] not in {"the", "all", "these", "both", "those"}:
        return ()
    return () if i + 1 < len(words) and words[i + 1] in {"of", "from", "in"} else talk.group


def _counted_out(words: Sequence[str], i: int, talk: Talk) -> tuple[str, ...]:
    """Read "the two institutions", "both organisations": the group named last, or else all that the paragraph named."""
    at = i - 1 if words[i - 1] in SEVERAL or words[i - 1] == "both" else i - 2
    if i == 0 or at < 0 or not _acts(words, i):
        return ()
    count = 2 if words[at] == "both" else SEVERAL.get(words[at], 0)
    if not count or (words[at] != "both" and (at == 0 or words[at - 1] not in {"the", "these", "all", "those"})):
        return ()
    begin = at if words[at] == "both" else at - 1
    if begin and words[begin - 1] not in load_words("clause-openers") and words[begin - 1][:1] not in "DLE":
        return ()
    kind = "/organization/" if words[i] in load_words("body-plurals") else "/state/"
    if len(talk.group) == count and (_are(talk.group, kind) or kind == "/organization/"):
        return talk.group
    named = tuple(actor for actor in talk.bodies if kind in actor)
    return named if len(named) == count else ()


def _are(actors: Sequence[str], kind: str) -> bool:
    """Tell whether actors are all of a kind, as their keys show."""
    return bool(actors) and all(kind in actor for actor in actors)


def _opens_clause(words: Sequence[str], i: int) -> bool:
    at = i - 1 if i and words[i - 1] in {"the", "all", "they"} else i
    return at == 0 or words[at - 1] in load_words("clause-openers") or words[at - 1][:1] in "DLE"


def _acts(words: Sequence[str], i: int) -> bool:
    """Tell whether a verb of doing follows, so that an event or a thing cannot be meant."""
    behind = [w for w in words[i + 1 : i + 4] if w not in load_words("adverb")]
    if behind and behind[0] in {"has", "had", "have", "will", "would"}:
        behind = behind[1:]
    return bool(behind) and behind[0] in load_words("acting-verbs")
