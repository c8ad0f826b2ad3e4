"""Bodies in a text: those that the lexicon knows, and unknown ones told by their head word or their acronym.

An unknown body is a run of capitalised words around a head ("Ministry", "Agency", "Centre" ...), with the State
or body that owns it before ("Slovenia's", "OSCE") and what it is for behind ("of Defence", "for Mine Action").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.pattern import load_words
from kg.extract.scene import Mark, Scene

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z0-9&/-]*|[A-Z]{2,}[a-z]?")
_PLACES = frozenset({"State", "Country", "Region"})
_CITIES = frozenset({"City", "Capital"})
_SEATED = frozenset(
    "office centre center mission delegation embassy consulate secretariat programme program presence".split()
)
_SITES = frozenset({"centre", "center", "club", "school", "hall"})
_OWNED = frozenset(
    "delegation mission secretariat office council board commission committee court assembly unit section division "
    "department directorate bureau branch service agency centre center school university college academy".split()
)


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


def find_bodies(scene: Scene) -> list[Body]:
    """Find the bodies that a text names in full, in text order, and lay them over the scene."""
    found: list[Body] = []
    words = scene.words
    heads = load_words("government-heads") | load_words("society-heads") | load_words("body-heads")
    i, size = 0, len(words.word)
    floor = 0
    while i < size:
        mark = scene.starting(i)
        body: Body | None = None
        if words.capital[i] and scene.cover[i] is None and words.lower[i] in heads:
            body = _grow(scene, i, floor)
        if body is None and mark is not None and mark.kind == "Body" and not _runs_on(scene, mark, heads):
            body = _known(scene, mark)
        if body is None and words.word[i] == "(" and i > floor:
            body = _introduced(scene, i, floor)
            if body is not None and found and body.begin < found[-1].end:
                body = None
        if body is not None:
            while found and found[-1].end > body.begin:
                found.pop()
            body = _with_bracket(scene, body)
            found.append(body)
            scene.put(
                replace(
                    body.mark or Mark(begin=0, end=0, kind="Body"),
                    begin=body.begin,
                    end=body.end,
                    kind="Body",
                    state=body.state,
                )
            )
            floor = body.end
            i = max(i + 1, body.end)
        else:
            i += 1
    return found


def _runs_on(scene: Scene, mark: Mark, heads: frozenset[str]) -> bool:
    """Tell whether a known body only begins a longer name: "OSCE" of "OSCE Programme Office in Dushanbe"."""
    words, i = scene.words, mark.end
    last = words.last[mark.begin]
    while i < last and words.capital[i] and scene.cover[i] is None and i - mark.end < 6:
        if words.lower[i] in heads:
            return not _is_event(scene, i + 1)
        if words.lower[i] in load_words("post-nouns"):
            return False
        i += 1
    return False


def _is_event(scene: Scene, i: int) -> bool:
    """Tell whether a capitalised word that makes the name one of an event or document stands at word i."""
    words = scene.words
    if i >= len(words.word) or not words.capital[i] or scene.cover[i] is not None or words.first[i] == i:
        return False
    return words.lower[i] in load_words("non-actor-heads") and words.lower[i] not in {
        "house",
        "operation",
        "base",
        "station",
    }


def _known(scene: Scene, mark: Mark) -> Body | None:
    words = scene.words
    if _is_event(scene, mark.end) and words.lower[mark.end] not in {"convention", "news"}:
        return None
    return Body(
        begin=mark.begin,
        end=mark.end,
        core=mark.begin,
        core_end=mark.end,
        name=words.surface(mark.begin, mark.end),
        head="",
        mark=mark,
        state=mark.state,
    )


def _grow(scene: Scene, head: int, floor: int) -> Body | None:
    """Grow a name around a head word."""
    words = scene.words
    shouted = is_shouted(scene, head)
    left, core, owner = _grow_left(scene, head, floor, shouted=shouted)
    end, core_end, behind, several = _grow_right(scene, head, owner, shouted=shouted)
    if _is_event(scene, end) or not _may_stand(scene, head, core, end, owner, acronym=_acronym_follows(scene, end)):
        return None
    if (
        end < len(words.word)
        and end < words.last[head]
        and words.capital[end]
        and words.lower[end] in load_words("post-nouns")
    ):
        if end == head + 1 and owner is None:
            return None
    word = words.lower[head]
    length = core_end - core
    if length < 2 and behind is None and (owner is None or word in load_words("shy-heads") - {"parliament", "army"}):
        return None
    if length < 2 and owner is not None and owner.kind in _CITIES:
        return None
    if word in load_words("shy-heads") and length < 2 and not (behind or owner):
        return None
    if core == head == words.first[head] and core_end == head + 1 and behind is None:
        return None
    state = behind.state if behind is not None and behind.kind in (*_PLACES, "Demonym") else None
    if state is None and owner is not None and owner.kind in (*_PLACES, "Demonym", "Body"):
        state = owner.state
    begin = owner.begin if owner is not None else left
    reference = None
    if owner is None and core >= 2 and words.lower[core - 1] in {"'s", "?s"} and words.first[core] < core - 1:
        if words.capital[core - 2] and words.lower[core - 2] in _general_heads():
            reference = (core - 2, core - 1)
    return Body(
        begin=begin,
        end=end,
        reference=reference,
        core=core,
        core_end=core_end,
        name=words.surface(core, core_end),
        head=word,
        state=state,
        owner=owner if owner is not None else behind,
        several=several,
    )


def _acronym_follows(scene: Scene, i: int) -> bool:
    words = scene.words
    return i + 2 < len(words.word) and words.word[i] == "(" and _ACRONYM.fullmatch(words.word[i + 1]) is not None


def _may_stand(scene: Scene, head: int, core: int, end: int, owner: Mark | None, *, acronym: bool) -> bool:
    """Tell whether what is around a candidate leaves it a body: no venue, no title of a work, no longer name."""
    words = scene.words
    word, before = words.lower[head], words.lower[head - 1]
    if word in {"party", "parties"} and (before in {"state", "states", "contracting"} or core == head):
        return False
    if core > words.first[head] and words.word[core - 1] in {'"', "“", "„", "«"} and end < words.last[head]:
        if words.word[end] not in {'"', "”", "“", "»", ","}:
            return False
    if word in {"programme", "program", "platform", "team", "forum"} and not acronym:
        if owner is None or owner.kind != "Body":
            return False
    if word in _SITES and before in {"conference", "convention", "congress", "exhibition", "business", "military"}:
        return False
    if end == head + 1 and end < words.last[head] and words.capital[end] and scene.cover[end] is None:
        following = words.lower[end]
        plural = following.endswith("s") and following[:-1] in load_words("post-nouns")
        if plural or following in load_words("title-words") - load_words("post-nouns") or following == "international":
            return False
    return True


def is_shouted(scene: Scene, i: int) -> bool:
    """Tell whether the sentence around word i is in capitals."""
    words = scene.words
    first, last = words.first[i], words.last[i]
    return all(word.isupper() for word in words.word[first:last] if len(word) > 3)


def _grow_left(scene: Scene, head: int, floor: int, *, shouted: bool) -> tuple[int, int, Mark | None]:
    """Go left over capitalised words; give the first word, the first without the owner, and the owner."""
    words = scene.words
    first = max(words.first[head], floor)
    i = head
    while i > first:
        before = i - 1
        mark = scene.cover[before]
        if mark is not None:
            if mark.begin < first or mark.kind == "Treaty":
                return i, i, None
            if mark.kind in (*_CITIES, "Region") and mark.kind != "Demonym":
                return mark.begin, mark.begin, None
            return mark.begin, i, mark
        word = words.lower[before]
        if word in {"'s", "?s", "'"} and before > first:
            mark = scene.cover[before - 1]
            if mark is not None and mark.begin >= first:
                return mark.begin, i, mark
            if words.lower[before - 1] in _general_heads() or _ACRONYM.fullmatch(words.word[before - 1]):
                return i, i, None
            if (
                mark is None
                and words.capital[before - 1]
                and word == "'s"
                and _may_modify(scene, before - 1)
                and not shouted
            ):
                i = before - 1
                continue
            if word == "'" and mark is None and words.capital[before - 1] and _may_modify(scene, before - 1):
                i = before - 1
                continue
            return i, i, None
        if words.capital[before] and _may_modify(scene, before) and not shouted:
            i = before
            continue
        if word in {"and", "&"} and _joins_left(scene, before, first) and not shouted:
            i = before
            continue
        break
    return i, i, None


def _may_modify(scene: Scene, i: int) -> bool:
    """Tell whether a capitalised word may belong to a body's name, left of the head."""
    words = scene.words
    word = words.lower[i]
    if word in load_words("function-words") and word not in {"international", "first", "second", "third", "home"}:
        return False
    if word in load_words("person-titles") and word not in {"royal"}:
        return False
    if word in load_words("post-nouns") and word not in {
        "private",
        "executive",
        "general",
        "secretary",
        "survivor",
        "survivors",
        "member",
        "engineer",
    }:
        return False
    return word not in load_words("royal-titles") and not words.word[i].startswith("@")


def _joins_left(scene: Scene, i: int, first: int) -> bool:
    """Tell whether "and" at word i is inside a name: "Health and Safety Executive"."""
    words = scene.words
    if i - 1 < first or not words.capital[i - 1] or scene.cover[i - 1] is not None:
        return False
    portfolios = load_words("portfolios")
    if words.lower[i + 1] not in portfolios:
        return False
    j = i - 1
    while j > first and words.capital[j - 1] and scene.cover[j - 1] is None:
        j -= 1
    determined = j > first and words.lower[j - 1] in {"the", "'s", "?s", "its", "our", "their"}
    return words.lower[i - 1] in portfolios or (determined and not any(w in _general_heads() for w in words.lower[j:i]))


def _general_heads() -> frozenset[str]:
    return load_words("government-heads") | load_words("body-heads") | load_words("society-heads")


def _grow_right(
    scene: Scene, head: int, owner: Mark | None, *, shouted: bool
) -> tuple[int, int, Mark | None, tuple[Mark, ...]]:
    """Go right from a head; give the end, the end without the State, the State or body behind, and several States."""
    words = scene.words
    last = words.last[head]
    i = head + 1
    heads = load_words("government-heads") | load_words("body-heads") | load_words("society-heads")
    if (
        i < last
        and words.word[i] in "\"“„'‘«"
        and i + 2 < last
        and words.capital[i + 1]
        and words.word[i + 2] in "\"”“'’»"
    ):
        i += 3
    while i < last and words.capital[i] and scene.cover[i] is None and not shouted:
        if words.lower[i] not in heads and words.lower[i] not in load_words("portfolios"):
            break
        i += 1
    mark = scene.starting(i) if i < last else None
    if mark is not None and mark.kind == "State" and (mark.end >= last or words.word[mark.end] in ",.;)("):
        # "Amputee Self Help Network Uganda"
        return mark.end, mark.end, mark, ()
    core_end = i
    behind: Mark | None = None
    seated = words.lower[head] in _SEATED
    while i + 1 < last:
        link = words.lower[i]
        if link not in {"of", "for", "on", "to", "against", "in", "with"}:
            break
        j = i + 1
        while j < last and words.lower[j] in {"the", "its"}:
            j += 1
        if j >= last:
            break
        mark = scene.starting(j)
        if mark is None:
            end = _capital_run(scene, j, last, head)
            if end == j or (link in {"in", "with", "to", "on"} and behind is not None):
                break
            if link in {"in", "with"}:
                break
            i = core_end = end
            continue
        if mark.kind in _PLACES:
            if link == "of":
                if owner is None and behind is None:
                    behind = mark
                    states = _more_states(scene, mark, last) if words.lower[head].endswith("s") else (mark,)
                    if len(states) > 1:
                        return states[-1].end, core_end, mark, states
                i = mark.end
                if words.lower[head] in {"university", "bank", "church", "friends", "republic"}:
                    core_end = i
                continue
            if link in {"in", "to", "for"} and (seated or link == "for"):
                i = core_end = mark.end
                continue
            break
        if mark.kind in _CITIES:
            if (link == "in" and seated and owner is not None and owner.kind == "Body") or link == "of":
                i = core_end = mark.end
                continue
            break
        if mark.kind == "Demonym":
            end = _capital_run(scene, mark.end, last, head)
            if end == mark.end:
                break
            i = core_end = end
            continue
        if mark.kind == "Body":
            if link in {"of", "to", "for"} and words.lower[head] in _OWNED and (link == "to" or behind is None):
                if link == "of" and behind is None:
                    behind = mark
                i = core_end = mark.end
                continue
            break
        if mark.kind == "Treaty" and link in {"of", "on"}:
            i = core_end = mark.end
            continue
        break
    return i, core_end, behind, ()


def _more_states(scene: Scene, mark: Mark, last: int) -> tuple[Mark, ...]:
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
    if end == i:
        return i
    while end < last:
        link = words.lower[end]
        if link in {"and", "&"} and end + 1 < last:
            group = _group(scene, end + 1, last, head)
            if group == end + 1 or not _continues(scene, end + 1, group):
                return end
            end = group
            continue
        if link == ",":
            listed = _listed(scene, end, last, head)
            if listed == end:
                return end
            end = listed
            continue
        return end
    return end


def _group(scene: Scene, i: int, last: int, head: int) -> int:
    words = scene.words
    small = words.lower[head] in {"ministry", "ministries"}
    j = i
    while j < last and scene.cover[j] is None:
        word = words.lower[j]
        if words.capital[j]:
            if not _may_modify(scene, j):
                break
        elif not (small and word in load_words("portfolios")):
            break
        j += 1
    return j


def _continues(scene: Scene, i: int, j: int) -> bool:
    """Tell whether words i to j go on with a name behind "and", rather than begin another one."""
    words = scene.words
    if words.lower[i] in load_words("portfolios"):
        heads = load_words("government-heads") | load_words("body-heads")
        return not (j - i > 1 and words.lower[j - 1] in heads and words.lower[j - 1] not in load_words("portfolios"))
    return j - i == 1 and not _ACRONYM.fullmatch(words.word[i]) and words.lower[i] not in load_words("body-heads")


def _listed(scene: Scene, i: int, last: int, head: int) -> int:
    """Read ", Industry and Fisheries" from the comma at word i; give i where no such list stands there."""
    words = scene.words
    portfolios = load_words("portfolios")
    j = i
    while j < last and words.word[j] == ",":
        k = j + 1
        if k < last and words.lower[k] in {"and", "&"}:
            k += 1
        group = _group(scene, k, last, head)
        if group == k or words.lower[k] not in portfolios or (group < last and words.capital[group]):
            return i
        if k == j + 2:
            return group
        j = group
        if j < last and words.lower[j] in {"and", "&"}:
            k = j + 1
            group = _group(scene, k, last, head)
            return group if any(word in portfolios for word in words.lower[k:group]) else i
    return i


def _with_bracket(scene: Scene, body: Body) -> Body:
    """Take the acronym behind a name, "(GICHD)", ", ANAMA,", and the long form behind an acronym."""
    words = scene.words
    i, last = body.end, words.last[body.begin]
    if i + 2 < last and words.word[i] == "(":
        close = next((k for k in range(i + 1, min(i + 14, last)) if words.word[k] == ")"), None)
        inside = words.word[i + 1]
        if close is not None:
            if _ACRONYM.fullmatch(inside) and (close == i + 2 or words.word[i + 2] in ",;/"):
                return replace(body, acronym=inside, extent=close + 1)
            if body.end - body.begin == 1 and _ACRONYM.fullmatch(words.word[body.begin]) and words.capital[i + 1]:
                return replace(body, extent=close + 1)
    if i + 1 < last and words.word[i] == "," and _ACRONYM.fullmatch(words.word[i + 1]) and body.head:
        if _initials_fit(words.word[i + 1], words.word[body.begin : body.end]):
            return replace(body, acronym=words.word[i + 1], extent=i + 2)
    return replace(body, extent=body.end)


def _introduced(scene: Scene, i: int, floor: int) -> Body | None:
    """Read an unknown name before "(ACRONYM)" at word i, where the initials fit."""
    words = scene.words
    if i + 2 >= len(words.word) or words.word[i + 2] != ")" or words.last[i] <= i + 2:
        return None
    acronym = words.word[i + 1]
    if not _ACRONYM.fullmatch(acronym) or scene.cover[i - 1] is not None and scene.kind_at(i - 1) == "Treaty":
        return None
    first = max(words.first[i], floor)
    letters = re.sub(r"[^A-Za-z]", "", acronym).lower()
    j, best = i, None
    while j > first and i - j < 12:
        j -= 1
        word = words.word[j]
        if not (
            words.capital[j] or words.lower[j] in {"of", "for", "and", "the", "on", "&", "to", "in", "'s", "against"}
        ):
            break
        if words.capital[j] and word[0].lower() == letters[0] and _initials_fit(acronym, words.word[j:i]):
            best = j
    if best is None or i - best < 2 or words.lower[i - 1] in load_words("non-actor-heads"):
        return None
    if any(
        words.lower[k]
        in load_words("non-actor-heads") - {"house", "policy", "island", "island", "action", "review", "day"}
        for k in range(best, i)
    ):
        return None
    name = words.surface(best, i)
    return Body(begin=best, end=i, core=best, core_end=i, name=name, head="", extent=i)


def _initials_fit(acronym: str, words: list[str] | tuple[str, ...]) -> bool:
    """Tell whether the letters of an acronym occur, in order, as first letters of most words."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    initials = [
        part[0].lower()
        for word in words
        for part in word.split("-")
        if part and part[0].isalpha() and word[0].isupper()
    ]
    at = 0
    for initial in initials:
        if at < len(letters) and initial == letters[at]:
            at += 1
    return (
        bool(letters)
        and bool(initials)
        and letters[0] == initials[0]
        and at >= max(2, len(letters) - 1 - len(letters) // 4)
    )


def body_kinds() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the head words of each kind of body, the surest kinds first."""
    yield "GovernmentBody", load_words("government-heads")
    yield "NonGovernmentalOrganization", load_words("society-heads")


def classify_body(scene: Scene, body: Body) -> str:
    """Tell the kind of an unknown body from its head and the words beside it."""
    words = {word.lower() for word in body.name.split()}
    if body.owner is not None and body.owner.kind == "Body" and body.owner.entry is not None:
        if body.owner.entry.kind == "IntergovernmentalOrganization":
            return "IntergovernmentalOrganization"
        if body.owner.entry.kind == "NonGovernmentalOrganization":
            return "NonGovernmentalOrganization"
    for kind, heads in body_kinds():
        if body.head in heads:
            return kind
    if words & {
        "university",
        "college",
        "company",
        "bank",
        "gmbh",
        "ltd",
        "inc",
        "llc",
        "limited",
        "institute",
        "school",
    }:
        return "Organization"
    if body.head in {
        "council",
        "commission",
        "committee",
        "secretariat",
        "office",
        "organization",
        "organisation",
        "union",
        "group",
        "court",
        "agency",
    }:
        if words & load_words("international-words"):
            return "IntergovernmentalOrganization"
    if body.state is not None or words & load_words("national-words"):
        return "GovernmentBody"
    return "Organization"
