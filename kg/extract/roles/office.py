"""Whom a post alone means: "the minister said", "the two foreign ministers signed"."""

from collections.abc import Sequence

from kg.extract.phrases.mark import Mark
from kg.extract.roles.talk import Talk
from kg.extract.words.wordclass import load_words

_TITLE = 4
"""Words up to which a post may run that stands for its holder: "the deputy foreign minister"."""


def find_holder(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
    """Give the person whom "the foreign minister" means: of those with such a post the one most spoken of.

    A government that speaks of "the Minister" means its own, whoever else has such a post.
    """
    at = i
    while at > 0 and i - at < _TITLE and marks[at - 1] is None and words[at - 1] in load_words("post-adjectives"):
        at -= 1
    if not talk.offices or at == 0 or words[at - 1] != "the" or not _stands_alone(words, marks, i):
        return ()
    asked = {w for w in words[at : i + 1] if w not in {"visiting", "outgoing", "new", "two"}}
    under = load_words("post-under") - asked
    fitting = {o.person for o in talk.offices if asked <= o.words and under.isdisjoint(o.words)}
    met = [p for p in talk.named if p in fitting]
    own = {o.person for o in talk.offices if talk.home is not None and o.state == talk.home}
    met = [p for p in met if p in own] or met
    return (max(met, key=lambda p: (talk.weight[p], met.index(p))),) if met else ()


def find_holders(words: Sequence[str], marks: Sequence[Mark | None], i: int, talk: Talk) -> tuple[str, ...]:
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


def find_title(words: Sequence[str], i: int) -> int:
    """Give where a post that stands for its holder begins: at the "the" of "the minister", of "the two ministers"."""
    at = i
    while at > 0 and i - at < _TITLE and words[at - 1] in load_words("post-adjectives"):
        at -= 1
    if words[i] in load_words("post-plurals"):
        return at - 1 if at and words[at - 1] in {"the", "both"} else at
    return at - 1 if at and words[at - 1] == "the" and words[i] in load_words("post-heads") else i
