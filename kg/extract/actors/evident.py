"""Whether what stands around a run of unknown capitalised words makes it the name of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.actors.beside import (
    Around,
    find_apposition,
    find_listed_body,
    find_post_below,
    is_post_beside,
    read_bracket,
    read_citizen,
)
from kg.extract.actors.bodyform import list_heads
from kg.extract.actors.nameform import is_initial
from kg.extract.actors.postnoun import singular_post
from kg.extract.names.namesake import is_given_name
from kg.extract.words.wordclass import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.actors.person import Person
    from kg.extract.names.scene import Mark

_SENDERS = frozenset({"State", "Body"})
_BEING = frozenset({"is", "was", "has", "had"})


def is_evident(around: Around, person: Person) -> bool:
    """Tell whether what stands around a run of unknown words makes it a person."""
    return (
        _has_inner_initial(around, person)
        or _is_named_before(around, person)
        or _is_described_behind(around, person)
        or _is_placed_behind(around, person)
        or _is_among_envoys(around, person)
        or _begins_like_a_name(around, person)
        or is_post_beside(around, person.begin, person.end)
        or find_post_below(around, person.begin, person.end) is not None
    )


def _has_inner_initial(around: Around, person: Person) -> bool:
    words = around.scene.words
    inner = range(person.head + 1, person.head_end - 1)
    return words.word[person.head_end - 1] != "." and any(is_initial(words.word[k]) for k in inner)


def _begins_like_a_name(around: Around, person: Person) -> bool:
    """Tell whether a run of unknown words begins with a given name or initials, and names no thing called after one."""
    words, scene = around.scene.words, around.scene
    i, j = person.begin, person.end
    opening = words.lower[person.head]
    covered = scene.cover[person.head] is not None and scene.kind_at(person.head) != "City"
    if covered or not _is_given_name(opening, words.word[person.head : person.head_end]):
        return False
    before = words.lower[i - 1] if i > words.first[i] else ""
    above = words.lower[i - 2] if i - 2 >= words.first[i] else ""
    if not before and opening in load_words("given-words"):
        return False
    things = load_words("non-actor-heads") | list_heads()
    led = above in load_words("leadership")
    if before in {"the", "a", "an", "this"} or (before == "of" and above in things and not led):
        return False
    return j >= words.last[i] or words.lower[j] not in things


def _is_given_name(opening: str, name: Sequence[str]) -> bool:
    """Tell whether a name opens as those of persons do: "Jean-Marc", "P.V." before a surname."""
    if opening in load_words("given-words"):
        full = [word for word in name if word.lower() not in load_words("name-particles")]
        return len(full) in {2, 3} and name[-1].istitle()
    if len(opening) > 3 and is_initial(name[0]):
        return len(name[-1]) > 2 and name[-1].istitle()
    return is_given_name(opening)


def _is_named_before(around: Around, person: Person) -> bool:
    """Tell whether words before a name make it a person's: "chaired by", "according to", "says"."""
    words = around.scene.words
    i = person.begin
    if i <= words.first[i]:
        return False
    before = words.lower[i - 1]
    above = words.lower[i - 2] if i - 2 >= words.first[i] else ""
    if before == ":" and person.head_end - person.head <= 4:
        told = above in load_words("post-nouns") or above in load_words("person-labels")
        return told or singular_post(above) is not None
    if before in {"'s", "?s"} and around.scene.kind_at(i - 2) in {"State", "Body"}:
        return person.head_end - person.head <= 5
    if before in load_words("seconding") and around.scene.kind_at(i - 2 - (words.word[i - 2] == ")")) in _SENDERS:
        return True  # "the ICRC sent X Y"
    if before == "by":
        if above in {"jointly", "over", "ably"} and i - 3 >= words.first[i]:
            above = words.lower[i - 3]  # "presided over by"
        after = words.lower[person.end] if person.end < words.last[i] else ""
        return above in load_words("by-verbs") or above == "" or after in {"and", "["}
    if before == "of" and above in load_words("pair-nouns") and words.lower[person.end : person.end + 1] == ["with"]:
        return True  # "meeting of X Y with the delegation"
    if before in {"to", "of"}:
        return above in {"according", "courtesy", "thanks", "person"} or above in load_words("leadership")
    met = before in load_words("meeting-persons") or (
        above in load_words("meeting-persons") and before in {"with", "on"}
    )
    return (before in load_words("reporting") or met) and person.head_end - person.head <= 4


def _is_described_behind(around: Around, person: Person) -> bool:
    """Tell whether a verb, "who" or an apposition behind a name makes it a person's."""
    words = around.scene.words
    j, last = person.end, words.last[person.begin]
    after = words.lower[j] if j < last else ""
    if after in load_words("saying-verbs"):
        return words.blocks[words.block[j]].kind != "heading"
    if _has_acted(around, j, last) or after in {"who", "["} or _is_in_chair(around, j):
        return True
    if after == "as" and j + 1 < last:
        return find_apposition(around, j + 1, last) is not None
    if after in {"is", "was"} and j + 1 < last:
        said = find_apposition(around, j + 1, last)
        return said is not None and (said.placed or said.pronoun != "" or " " in said.position)
    if after == "(":
        return read_bracket(around, j) is not None
    if after != "," or j + 1 >= last:
        return False
    if words.lower[j + 1] in {"who", "whose"} or _speaks_behind_apposition(around, j + 1, last):
        return True
    return _is_somebody(around, j, last) or find_listed_body(around, j, last) is not None


def _is_somebody(around: Around, j: int, last: int) -> bool:
    """Tell whether ", a survivor", ", an Afghan", ", Director of" at word j says who somebody is."""
    words = around.scene.words
    if words.lower[j + 1] in {"a", "an"} and load_words("personal-posts") & set(words.lower[j + 2 : min(j + 3, last)]):
        return True
    post = find_apposition(around, j + 1, last)
    if post is None:
        return read_citizen(around, j, last) is not None
    leads = words.lower[post.noun] in load_words("body-leaders")
    if leads and post.end < last and words.lower[post.end] == "of":
        return True  # "X Y, chair of this year's meeting"
    return post.placed or post.definite or not post.weak or " " in post.position or words.lower[post.end - 1] == "of"


def _has_acted(around: Around, j: int, last: int) -> bool:
    """Tell whether "was elected", "has been named", "has chaired" stands at word j."""
    words = around.scene.words
    verb = j + 2 if words.lower[j + 1 : j + 2] == ["been"] else j + 1
    if verb >= last or words.lower[j] not in _BEING:
        return False
    return words.lower[verb] in load_words("chosen-or-born") or (
        words.lower[j] == "has" and words.lower[verb] in load_words("saying-verbs")
    )


def _is_in_chair(around: Around, j: int) -> bool:
    words = around.scene.words
    k = j + 1 if words.lower[j : j + 1] == ["was"] else j
    return words.lower[k : k + 3] == ["in", "the", "chair"]


def _speaks_behind_apposition(around: Around, k: int, last: int) -> bool:
    """Tell whether ", a member of something, told" follows a name."""
    words = around.scene.words
    if k >= last or words.capital[k]:
        return False
    comma = next((i for i in range(k, min(k + 14, last)) if words.word[i] == ","), None)
    return comma is not None and comma + 1 < last and words.lower[comma + 1] in load_words("saying-verbs")


def _is_among_envoys(around: Around, person: Person) -> bool:
    """Tell whether a name stands in a row of persons with their States: "X Y of Peru, V W of Chile and T U of Mali"."""
    words, scene = around.scene.words, around.scene
    first, last = words.first[person.begin], words.last[person.begin]
    state = find_state_behind(around, person.end, last)
    if state is None or words.lower[person.end - 1] in load_words("non-actor-heads") | list_heads():
        return False
    at = state.end
    while at < last and words.lower[at] in _ROW:
        at += 1
    behind = next((k for k in range(at + 2, min(at + 5, last)) if words.lower[k] in {"of", "from"}), 0)
    if at > state.end and behind and all(words.capital[at:behind]):
        return find_state_behind(around, behind, last) is not None
    at = person.begin
    while at > first and words.lower[at - 1] in _ROW:
        at -= 1
    mark = scene.cover[at - 1] if first + 3 < at < person.begin else None
    if mark is None or mark.kind != "State" or words.lower[mark.begin - 1] == "the":
        return False
    return words.lower[mark.begin - 1] in {"of", "from"} and all(words.capital[mark.begin - 3 : mark.begin - 1])


_ROW = frozenset({",", "and"})
"""What parts the members of a row."""


def find_state_behind(around: Around, j: int, last: int) -> Mark | None:
    """Give the State in "of Peru", "from the Netherlands" at word j."""
    words = around.scene.words
    if j + 1 >= last or words.lower[j] not in {"of", "from"}:
        return None
    k = j + 2 if words.lower[j + 1] == "the" else j + 1
    mark = around.scene.starting(k) if k < last else None
    return mark if mark is not None and mark.kind == "State" else None


def _is_placed_behind(around: Around, person: Person) -> bool:
    """Tell whether "of the ICRC", "from UNDP" follows a name."""
    words = around.scene.words
    i, j, last = person.begin, person.end, words.last[person.begin]
    apart = j + 2 < last and words.word[j] == "," and words.lower[j + 1] in {"of", "from", "for"}
    j += apart
    if j + 1 >= last or words.lower[j] not in {"of", "from", "at", "for"}:
        return False
    k = j + 2 if words.lower[j + 1] == "the" else j + 1
    mark = around.scene.starting(k) if k < last else None
    before = words.lower[i - 1] if i > words.first[i] else ""
    closed = mark is not None and mark.end < last and words.word[mark.end] == ","
    if apart and closed and mark is not None and mark.kind == "State" and words.lower[j] == "from" and before == "":
        return True  # "X Y, from South Africa, was elected"
    if mark is not None and mark.kind == "State" and words.lower[j] == "of" and mark.end + 1 < last:
        described = words.word[mark.end] == "," and find_apposition(around, mark.end + 1, last) is not None
        acts = before in {"", "and", ","} and words.lower[mark.end] in load_words("saying-verbs")
        return described or acts or (before == "and" and words.word[mark.end] == ",")
    return (
        mark is not None
        and mark.kind == "Body"
        and not (before in load_words("place-links") or before in {"of", "to", "the", "for"})
    )
