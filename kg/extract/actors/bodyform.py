"""The form of a body's name: how far it goes left and right of its head word.

Left of the head stand what kind of body it is ("Mine Action") and who owns it ("Slovenia's", "OSCE"); right of it,
linked by "of", "for", "on", stand its subject ("of Labour and Social Security") and its State or seat.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.names.acronym import is_acronym
from kg.extract.names.namesake import is_given_name
from kg.extract.names.scene import Mark, Scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_words

_NUMBER = re.compile(r"[IVX]+|\d{1,2}")
POSSESSIVES = frozenset({"'s", "?s"})
_PLACES = frozenset({"State", "Country", "Region"})
_CITIES = frozenset({"City", "Capital"})
_KIND = re.compile(r"(?!national|international|regional|local|central)[a-z]{3,}(?:al|ic|ary)")
"""What kind of body it is, as an adjective."""
_STYLES = frozenset({"Royal", "Imperial", "Islamic"})


@dataclass(frozen=True, slots=True)
class Left:
    """Where a name begins."""

    begin: int
    """First word, the owner's included."""
    core: int
    """First word without an owner."""
    owner: Mark | None = None
    reference: tuple[int, int] | None = None
    """Words of a short mention that owns the body: "the Ministry's"."""


@dataclass(frozen=True, slots=True)
class Right:
    """Where a name ends."""

    end: int
    core_end: int
    """End without "of" and the State behind."""
    owner: Mark | None = None
    several: tuple[Mark, ...] = ()
    """The States of "the Ministries of Defence of A, B and C"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as one place of the text names it; numbers are those of words."""

    begin: int
    """First word of the full name, the owner's included."""
    end: int
    core: int
    """First word of the name without an owner in front."""
    core_end: int
    """End of the name without "of" and the State behind."""
    name: str
    head: str
    """The head word in lower case; empty where the lexicon knows the body as a whole."""
    mark: Mark | None = None
    """The lexicon's hit, where it is one."""
    state: str | None = None
    owner: Mark | None = None
    acronym: str | None = None
    extent: int = 0
    """End of the bracket behind it, or of the name."""
    reference: tuple[int, int] | None = None
    """Words of a short mention that owns it: "the Ministry's Engineering Department"."""
    several: tuple[Mark, ...] = ()
    """The States of "the Ministries of Defence of A, B and C"."""
    shared: bool = False
    """Whether its head stands once for several: "the Ministries of Defence and Foreign Affairs"."""


@lru_cache
def list_heads() -> frozenset[str]:
    """List the head words of bodies of all kinds."""
    return load_words("government-heads") | load_words("body-heads") | load_words("society-heads")


def is_shouted(scene: Scene, i: int) -> bool:
    """Tell whether the sentence around word i is in capitals."""
    words = scene.words
    return all(word.isupper() for word in words.word[words.first[i] : words.last[i]] if len(word) > 3)


def grow_left(scene: Scene, head: int, floor: int, *, shouted: bool) -> Left:
    """Go left from a head over capitalised words to an owner or the beginning."""
    words = scene.words
    first = max(words.first[head], floor)
    if shouted and words.last[head] - words.first[head] <= 8:
        shouted = False
    i = head
    while i > first:
        before = i - 1
        mark = scene.cover[before]
        if mark is not None:
            return _with_mark(scene, mark, i, first)
        word = words.lower[before]
        if word == "." and before - 1 >= first and len(words.word[before - 1]) == 1 and words.capital[before - 1]:
            i = before - 1  # "W. Ames Foundation"
        elif word in POSSESSIVES or word == "'":
            owned = _with_possessive(scene, i, first, shouted=shouted)
            if owned is not None:
                return owned
            i = before - 1
        elif not shouted and (
            (words.capital[before] and (_may_modify(scene, before) or _is_office_holder(scene, before, head)))
            or (word in {"and", "&"} and _joins_left(scene, before, first))
        ):
            i = before
        else:
            break
    return Left(i, i)


def _with_mark(scene: Scene, mark: Mark, i: int, first: int) -> Left:
    if mark.begin < first or mark.kind == "Treaty":
        return Left(i, i)
    paired = (
        mark.kind in {"State", "Demonym"} and mark.end - mark.begin == 1 and _is_paired(scene.words.word[mark.begin])
    )
    people = mark.kind == "State" and scene.words.lower[i] == "people"  # "South West Africa People's Organization"
    if mark.kind in _CITIES or mark.kind == "Region" or paired or people:
        begin = mark.begin
        while (
            begin > first
            and scene.words.lower[begin - 1] in load_words("directions")
            and scene.words.capital[begin - 1]
        ):
            begin -= 1
        return Left(begin, begin)
    royal = mark.kind == "Demonym" and mark.begin > first and scene.words.word[mark.begin - 1] in _STYLES
    return Left(mark.begin - royal, i, mark)


def _is_paired(word: str) -> bool:
    """Tell whether a word joins two names: "Kenya-Ethiopia" of a joint commission."""
    return re.fullmatch(r"[A-Z]\w+-[A-Z]\w+", word) is not None and "Bissau" not in word


def _with_possessive(scene: Scene, i: int, first: int, *, shouted: bool) -> Left | None:
    """Read who owns a name that begins at word i; None where the possessive is a part of it: "People's Aid"."""
    words = scene.words
    before = i - 2
    mark = scene.cover[before] if before >= 0 else None
    if before < first and (mark is None or mark.kind != "Body" or before < words.first[i]):
        return Left(i, i)
    if mark is not None:
        if mark.kind == "Body":
            return Left(i, i, mark)
        return Left(mark.begin, i, mark) if mark.begin >= first else Left(i, i)
    if words.lower[before] in list_heads():
        return Left(i, i, reference=(before, before + 1)) if words.capital[before] else Left(i, i)
    held = words.lower[i] == "office" and _is_office_holder(scene, before, i)
    modifies = _may_modify(scene, before) or held
    own = words.lower[i - 1] != "?s" and words.capital[before] and modifies and not shouted
    return None if own and not is_acronym(words.word[before]) else Left(i, i)


def _may_modify(scene: Scene, i: int) -> bool:
    """Tell whether a capitalised word may belong to a body's name, left of the head."""
    word = scene.words.lower[i]
    if word in load_words("function-words"):
        return word in load_words("body-openers")
    if word in {"ngo", "ngos"}:
        return False
    if word in load_words("post-nouns"):
        return word in load_words("body-posts")
    if word in load_words("person-titles"):
        return word == "royal"
    return word not in load_words("royal-titles") and word[0] != "@"


def _is_office_holder(scene: Scene, i: int, head: int) -> bool:
    """Tell whether word i is of the post in "Attorney General's Office", "Prime Minister's Office"."""
    words = scene.words
    if words.lower[head] != "office" or words.lower[head - 1] not in POSSESSIVES or head - i > 5:
        return False
    return words.lower[i] in load_words("post-nouns") and words.capital[i]


def _joins_left(scene: Scene, i: int, first: int) -> bool:
    """Tell whether "and" at word i is inside a name: "Health and Safety Executive"."""
    words = scene.words
    portfolios = load_words("portfolios")
    if i - 1 < first or not words.capital[i - 1] or scene.cover[i - 1] is not None:
        return False
    demonym = i - 2 >= first and scene.kind_at(i - 2) == "Demonym"
    if (
        demonym
        and words.capital[i + 1]
        and words.lower[i + 2 : i + 3]
        and words.lower[i + 2] in load_words("society-heads")
    ):
        return True
    j = i - 1
    while j > first and words.capital[j - 1] and scene.cover[j - 1] is None:
        j -= 1
    led = words.lower[max(j - 2, 0) : j] == ["of", "the"] and words.lower[j - 3] in load_words("post-nouns")
    if led and not any(word in list_heads() for word in words.lower[j:i]):
        return True  # "Director of the Weapons and Hazardous Substances Office"
    if _KIND.fullmatch(words.lower[i - 1]) and _KIND.fullmatch(words.lower[i + 1]) and words.capital[i + 1]:
        return words.lower[i - 1] != words.lower[i + 1]  # "Medical and Educational Trust"
    j += words.lower[j] == "the"
    if words.lower[j] in load_words("level-words") and i - j > 1 and words.capital[i + 1]:
        stops = list_heads() | load_words("post-nouns") | load_words("non-actor-heads")
        return stops.isdisjoint(words.lower[j:i])  # "Main Missile and Artillery Directorate"
    if words.lower[i + 1] not in portfolios:
        return False
    if words.lower[i - 1] in portfolios:
        return True
    determined = j > first and words.lower[j - 1] in POSSESSIVES | {"the", "its", "our", "their"}
    return determined and not any(word in list_heads() for word in words.lower[j:i])


def grow_right(scene: Scene, head: int, owner: Mark | None, *, shouted: bool) -> Right:
    """Go right from a head over its subject to its State, seat or end."""
    words = scene.words
    last = words.last[head]
    i = _over_compound(scene, head, last, shouted=shouted)
    mark = scene.starting(i) if i < last else None
    if mark is not None and mark.kind == "State" and (mark.end >= last or words.word[mark.end] in ",.;)("):
        return Right(mark.end, mark.end, mark)  # "Amputee Self Help Network Uganda"
    right = Right(i, i)
    for _ in range(8):
        following = _next_link(scene, head, owner, right, last)
        if following is None:
            break
        right = following
        if right.several:
            return right
    return _with_seat(scene, right, last)


def _with_seat(scene: Scene, right: Right, last: int) -> Right:
    """Take the place right behind a name into it: "Institute of Chemistry Ceylon", "Southern College Springfield"."""
    words, i = scene.words, right.end
    mark = scene.starting(i) if i < last else None
    if mark is None or mark.kind not in {"State", "City", "Region"} or words.begin[i] != words.end[i - 1] + 1:
        return right
    closed = mark.end >= last or words.word[mark.end] in {",", ".", ";", ")"}
    acts = mark.kind == "Region" and words.lower[mark.end : mark.end + 1] != ["and"]
    if not (closed or acts) or not words.capital[i] or "\n" in words.text[words.end[i - 1] : words.begin[i]]:
        return right
    return Right(mark.end, mark.end, right.owner)


def _over_compound(scene: Scene, head: int, last: int, *, shouted: bool) -> int:
    """Go over `"DELTA"` and over further heads: "Council Secretariat"."""
    words = scene.words
    i = head + 1
    if i + 2 < last and words.word[i] in "\"“„'‘«" and words.capital[i + 1] and words.word[i + 2] in "\"”“'’»":
        i += 3
    if words.lower[head] in load_words("unit-heads") and i < last and _NUMBER.fullmatch(words.word[i]):
        i = _over_subtitle(words, i + 1, last)
    while i < last and words.capital[i] and scene.cover[i] is None and not shouted:
        if words.lower[i] not in list_heads() and words.lower[i] not in load_words("portfolios"):
            break
        i += 1
    return i


def _over_subtitle(words: Words, i: int, last: int) -> int:
    """Step over the "(Human Security)" that explains the number of a division."""
    if i + 2 >= last or words.word[i] != "(" or not words.capital[i + 1] or is_acronym(words.word[i + 1]):
        return i
    close = next((k for k in range(i + 1, min(i + 7, last)) if words.word[k] == ")"), None)
    return close + 1 if close is not None else i


def _next_link(scene: Scene, head: int, owner: Mark | None, right: Right, last: int) -> Right | None:
    """Read one "of X", "for X", "in X" behind what is read so far; None where there is none."""
    words = scene.words
    i = right.end
    if i + 1 >= last or words.lower[i] not in load_words("body-links"):
        return None
    link = words.lower[i]
    j = i + 1
    cause = link in {"for", "of"} and words.lower[head] in load_words("cause-heads") | load_words("society-heads")
    while j < last and (words.lower[j] in {"the", "its"} or (cause and words.lower[j] in {"a", "an"})):
        j += 1
    cause = cause and (link == "for" or words.lower[j - 1] in {"a", "an"})
    if j >= last:
        return None
    if link == "for" and right.end > head + 1 and not words.capital[j]:
        return None  # "the Ministry of the Interior for the public burning of arms"
    mark = scene.starting(j)
    if mark is None:
        end = _office_end(scene, head, link, j, last) or _capital_run(scene, j, last, head)
        towards = link == "to" and words.lower[head] in load_words("cause-heads") and end - j >= 2
        if end == j or (link in {"in", "with", "to"} and not towards) or (link == "on" and right.owner is not None):
            return None
        aim = scene.starting(end) if cause and end < last and words.capital[end - 1] else None
        if aim is not None and aim.kind in {"State", "Region", "Country"}:
            end = aim.end  # "Coalition for a Mine-Free Sudan"
        return Right(end, end, right.owner)
    if mark.kind in _PLACES and link == "on":
        end = _capital_run(scene, mark.end, last, head)
        return Right(end, end, right.owner) if end > mark.end else None  # "Committee on Middle East Questions"
    if mark.kind in _PLACES:
        return _with_state(scene, head, owner, right, mark, link, last)
    return _with_other(scene, head, owner, right, mark, link)


def _office_end(scene: Scene, head: int, link: str, j: int, last: int) -> int | None:
    """Read the post of "Office of the Legal Adviser", "Office of the Minister of Trade" at word j; give its end."""
    words = scene.words
    if words.lower[head] != "office" or link != "of" or not words.capital[head]:
        return None
    nouns = load_words("post-nouns")
    k = j
    while k < min(last, j + 5) and words.capital[k] and scene.cover[k] is None:
        if words.lower[k] in nouns and not (k + 1 < last and words.capital[k + 1] and words.lower[k + 1] in nouns):
            end = k + 1
            if end + 1 < last and words.lower[end] in {"of", "for"} and scene.cover[end + 1] is None:
                end = max(end, _capital_run(scene, end + 1, last, head)) if words.capital[end + 1] else end
            return end
        k += 1
    return None


def _with_state(
    scene: Scene, head: int, owner: Mark | None, right: Right, mark: Mark, link: str, last: int
) -> Right | None:
    word = scene.words.lower[head]
    if mark.end < last and scene.words.lower[mark.end] in POSSESSIVES:
        return None
    if link == "of":
        if owner is not None or right.owner is not None:
            return Right(mark.end, right.core_end, right.owner)
        states = more_states(scene, mark, last) if word.endswith("s") else (mark,)
        if len(states) > 1:
            return Right(states[-1].end, right.core_end, mark, states)
        return Right(mark.end, mark.end if word in load_words("named-by-state") else right.core_end, mark)
    if (link in {"in", "to"} and word in load_words("seated-heads")) or link == "for":
        return Right(mark.end, mark.end, right.owner)
    return None


def _with_other(scene: Scene, head: int, owner: Mark | None, right: Right, mark: Mark, link: str) -> Right | None:
    """Take a city, people, body or treaty behind a link into the name."""
    word = scene.words.lower[head]
    if mark.kind in _CITIES:
        seated = link == "in" and word in load_words("seated-heads") and owner is not None and owner.kind == "Body"
        return Right(mark.end, mark.end, right.owner) if seated or link == "of" else None
    if mark.kind == "Demonym":
        end = _capital_run(scene, mark.end, scene.words.last[head], head)
        return Right(end, end, right.owner) if end > mark.end else None
    if mark.kind == "Body" and link in {"of", "to", "for"} and word in load_words("owned-heads"):
        words, last = scene.words, scene.words.last[head]
        if mark.end < last and words.capital[mark.end] and scene.cover[mark.end] is None:
            return None  # "the Treaty Section of the UN Office of Legal Affairs"
        if link != "to" and right.owner is not None:
            return None
        return Right(mark.end, mark.end, mark if link == "of" and right.owner is None else right.owner)
    if (
        mark.kind in {"Body", "Treaty"}
        and link == "for"
        and (word in load_words("cause-heads") or word in load_words("serving-heads"))
    ):
        return Right(mark.end, mark.end, right.owner)  # "Coalition for the International Criminal Court"
    parties = link == "to" and scene.words.lower[right.end - 1] == "parties"  # "Group of States Parties to the BWC"
    if mark.kind == "Treaty" and (link in {"of", "on"} or parties):
        return Right(mark.end, mark.end, right.owner)
    return None


def read_states(scene: Scene, i: int, links: Collection[str] = ("of",)) -> tuple[Mark, ...]:
    """Read the States of "of Chile", "of Benin, Ghana and Togo" from word i on; several only behind a plural."""
    words = scene.words
    if i + 1 >= len(words.word) or words.lower[i] not in links or words.first[i] == i:
        return ()
    j = i + 2 if words.lower[i + 1] == "the" else i + 1
    last = words.last[i]
    mark = scene.starting(j) if j < last else None
    if mark is None or mark.kind != "State" or (mark.end < last and words.lower[mark.end] in POSSESSIVES):
        return ()
    return more_states(scene, mark, last) if words.lower[i - 1].endswith("s") else (mark,)


def more_states(scene: Scene, mark: Mark, last: int) -> tuple[Mark, ...]:
    """Read the list of States that begins with a mark."""
    words = scene.words
    states = [mark]
    i = mark.end
    while i < last:
        while i < last and words.lower[i] in {",", "and", "the", "of"}:
            i += 1
        following = scene.starting(i) if i < last else None
        if following is None or following.kind != "State" or i == states[-1].end:
            break
        states.append(following)
        i = following.end
    return tuple(states)


def _capital_run(scene: Scene, i: int, last: int, head: int) -> int:
    """Go over "Labour and Social Security", "Testing, Development and Training"; give the end."""
    words = scene.words
    end = _group(scene, i, last, head)
    while i < end < last:
        link = words.lower[end]
        if link in {"and", "&"} and end + 1 < last:
            group = _group(scene, end + 1, last, head)
            if group == end + 1 or not _continues(scene, end + 1, group):
                break
            end = group
            continue
        listed = _listed(scene, end, last, head) if link == "," else end
        if listed == end:
            break
        end = listed
    return end


def _group(scene: Scene, i: int, last: int, head: int) -> int:
    """Go over capitalised words; over "defence" and the like, too, behind "Ministry of"."""
    words = scene.words
    small = words.lower[head] in {"ministry", "ministries"}
    j = i
    while j < last and scene.cover[j] is None:
        if words.capital[j]:
            if not _may_modify(scene, j) or (j > i and (opens_line(words, j) or _begins_name(scene, j, last))):
                break
        elif _owns_next(scene, j, last):
            j += 1  # "Manufacturers' Federations"
            continue
        elif not (small and words.lower[j] in load_words("portfolios")):
            break
        j += 1
    return j


def _owns_next(scene: Scene, j: int, last: int) -> bool:
    """Tell whether word j is the apostrophe of a plural within a name: "Federation of Teachers' Unions"."""
    words = scene.words
    if words.word[j] not in {"'", "’"} or j + 1 >= last or not words.lower[j - 1].endswith("s"):
        return False
    return words.capital[j + 1] and words.begin[j] == words.end[j - 1] and scene.cover[j + 1] is None


def _begins_name(scene: Scene, j: int, last: int) -> bool:
    """Tell whether a person's name begins at word j, as in "Chairman of the Commission on Trade Viktor Orlov"."""
    words = scene.words
    if j + 1 >= last or not words.capital[j + 1] or scene.cover[j + 1] is not None:
        return False
    known = words.lower[j] in load_words("portfolios") or words.lower[j + 1] in list_heads()
    return is_given_name(words.lower[j]) and not known and words.lower[j + 1] not in load_words("portfolios")


def opens_line(words: Words, j: int) -> bool:
    """Tell whether an officer's rank or a form of address opens a line at word j, as of a list."""
    titled = words.lower[j] in load_words("ranks") or words.lower[j] in load_words("person-titles")
    plain = words.lower[j] in load_words("portfolios") or words.lower[j] in load_words("title-words")
    return titled and not plain and "\n" in words.text[words.end[j - 1] : words.begin[j]]


def _continues(scene: Scene, i: int, j: int) -> bool:
    """Tell whether words i to j go on with a name behind "and", rather than begin another one."""
    words = scene.words
    portfolios = load_words("portfolios")
    if " ".join(words.lower[i:j]) in load_words("joined-subjects"):
        return True
    if words.lower[i] in portfolios:
        heads = load_words("government-heads") | load_words("body-heads")
        return not (j - i > 1 and words.lower[j - 1] in heads and words.lower[j - 1] not in portfolios)
    if 1 < j - i <= _SUBJECTS and not portfolios.isdisjoint(words.lower[i:j]):  # "Peace and Conflict Research"
        return list_heads().isdisjoint(words.lower[i:j]) and not any(map(is_acronym, words.word[i:j]))
    return j - i == 1 and not is_acronym(words.word[i]) and words.lower[i] not in load_words("body-heads")


_SUBJECTS = 3
"""Words that the second of two subjects in a body's name may have."""


def _is_closed_list(scene: Scene, k: int, last: int, head: int) -> bool:
    """Tell whether "War Invalids and Social Affairs" from word k on ends before the acronym of a ministry."""
    words = scene.words
    link = _group(scene, k, last, head)
    if words.lower[head] not in {"ministry", "department"} or words.lower[link : link + 1] not in (["and"], ["&"]):
        return False
    end = _group(scene, link + 1, last, head)
    inside = words.lower[k:end]
    return end > link + 1 and words.word[end : end + 1] == ["("] and not any(word in list_heads() for word in inside)


def _listed(scene: Scene, i: int, last: int, head: int) -> int:
    """Read ", Industry and Fisheries" from the comma at word i; give i where no such list stands there."""
    words = scene.words
    portfolios = load_words("portfolios")
    j = i
    while j < last and words.word[j] == ",":
        k = j + 1
        closing = k < last and words.lower[k] in {"and", "&"}
        k += closing
        group = _group(scene, k, last, head)
        told = k < last and (words.lower[k] in portfolios or _is_closed_list(scene, k, last, head))
        if group == k or not told or (group < last and words.capital[group]):
            return i
        if closing:
            return group
        j = group
        if j < last and words.lower[j] in {"and", "&"}:
            group = _group(scene, j + 1, last, head)
            return group if any(word in portfolios for word in words.lower[j + 1 : group]) else i
    return i
