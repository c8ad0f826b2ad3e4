"""Bodies in a text: those that the lexicon knows, and unknown ones told by their head word or their acronym."""

import re
from dataclasses import replace
from functools import cache

from kg.extract.actors.bodyform import (
    POSSESSIVES,
    Body,
    Left,
    grow_left,
    grow_right,
    is_shouted,
    list_heads,
    read_states,
)
from kg.extract.actors.bodyframe import read_called, read_calling, read_people
from kg.extract.actors.bodytold import (
    reach_acronym,
    reach_left,
    reach_state,
    read_apposed,
    read_bracketed,
    read_initials,
    read_ministry,
    read_owned,
    read_service,
    read_told,
)
from kg.extract.actors.foreignbody import find_foreign, read_foreign
from kg.extract.actors.smallbody import read_small
from kg.extract.names.acronym import initials_fit, is_acronym
from kg.extract.names.scene import Mark, Scene
from kg.extract.words.wordclass import load_pairs, load_words

_OPENING_QUOTES = frozenset('"“„«')
_CLOSING_QUOTES = frozenset('"”“»,')
_PLACES = frozenset({"State", "Country", "Region", "Demonym"})


def find_bodies(scene: Scene) -> list[Body]:
    """Find the bodies that a text names in full, in text order, and lay them over the scene."""
    heads, called, small = _telling_words()
    starts = {mark.begin for mark in scene.cover if mark is not None and mark.kind == "Body"}
    found: list[Body] = []
    floor = 0
    for i, lower in enumerate(scene.words.lower):
        if i < floor:
            continue
        body: Body | None = None
        if i in starts:
            body = _known(scene, i)
        elif scene.cover[i] is None:
            body = _read_by_head(scene, i, floor) if lower in heads else None
            if body is None and lower in called:
                body = _read_framed(scene, i, floor)
            elif body is None and lower not in heads and (scene.words.capital[i] or lower in small):
                body = _read_beside(scene, i, floor)
        if body is not None:
            found += [_settle(scene, part) for part in _part_ministries(scene, body)]
            floor = found[-1].end
    return found


@cache
def _telling_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the head words of bodies, the words for what they are called, and the small words that may tell one."""
    heads = list_heads() | load_words("foreign-heads") | load_words("small-heads")
    called = load_words("called-kinds") | load_words("member-plurals")
    return heads, called, frozenset({"of", "from", "(", ",", *POSSESSIVES, *load_pairs("ministry-acronyms")})


def _read_beside(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the body that a link, a bracket, a comma, a genitive or a post at word i tells."""
    words, lower = scene.words, scene.words.lower[i]
    if lower in {"of", "from"}:
        return read_told(scene, i, floor) or read_initials(scene, i, floor)
    if lower in load_pairs("ministry-acronyms"):
        return read_ministry(scene, i)
    if lower == "(" and i > floor:
        return _introduced(scene, i, floor) or read_initials(scene, i, floor) or read_bracketed(scene, i, floor)
    if lower == "," and i > floor:
        return _listed(scene, i + 1) or read_apposed(scene, i, floor)
    if lower in POSSESSIVES and i > floor:
        return read_owned(scene, i)
    return (_read_post_owner(scene, i) or read_service(scene, i)) if words.capital[i] else None


def _read_framed(scene: Scene, i: int, floor: int) -> Body | None:
    """Read a name without a head word, of which word i says what it is, or who they are."""
    if scene.words.capital[i] and scene.words.lower[i] not in {"ngo", "ngos"}:
        return read_people(scene, i, floor) if scene.words.lower[i] in load_words("member-plurals") else None
    if scene.words.lower[i] not in load_words("called-kinds"):
        return None
    firm = scene.words.lower[i] in load_words("calling-kinds")
    return read_called(scene, i) or (read_calling(scene, i, floor) if firm else None)


def _settle(scene: Scene, body: Body) -> Body:
    """Lay a body over the scene, with the acronym behind it."""
    body = reach_acronym(scene, reach_left(scene, body))
    _lay(scene, body)
    return reach_state(scene, _with_bracket(scene, _explain(scene, body)))


def _explain(scene: Scene, body: Body) -> Body:
    """Take the unknown acronym that a body in brackets explains: "VMA (Military Medical Academy)"."""
    words, i = scene.words, body.begin - 2
    filled = words.word[body.begin - 1] == "(" and words.word[body.end : body.end + 1] == [")"]
    if not filled or i < words.first[body.begin] or body.end - body.begin < 2 or body.several:
        return body
    acronym = words.word[i]
    odd = scene.cover[i] is not None or any(words.lower[i] in load_words(k) for k in ("title-words", "name-suffixes"))
    if odd or not is_acronym(acronym) or len(acronym) < 3 or is_shouted(scene, i):
        return body
    scene.put(Mark(begin=i, end=i + 1, kind="Body", state=body.state))
    return replace(body, begin=i, acronym=acronym, extent=body.end + 1)


def _part_ministries(scene: Scene, body: Body) -> list[Body]:
    """Part "the Ministries of Defence, Foreign Affairs and Human Rights of Iraq" into three; leave others."""
    words, first = scene.words, body.core + 2
    other = scene.cover[body.begin - 2] if body.begin >= 2 and words.lower[body.begin - 1] == "and" else None
    if body.head in load_pairs("plural-bodies") and other is not None and other.kind == "Demonym" and body.owner:
        head = load_pairs("plural-bodies")[body.head]  # "the French and German Embassies"
        one = replace(body, head=head, name=body.name[: -len(body.head)] + head.capitalize(), shared=True)
        left = replace(one, begin=other.begin, end=other.end, core=other.begin, core_end=other.end)
        return [replace(left, state=other.state, owner=other, extent=other.end), one]
    if body.head != "ministries" or body.several or words.lower[body.core] != "ministries":
        return [body]
    last = body.core_end
    while words.lower[last : last + 2] == ["and", "of"] and last + 2 < len(words.word) and words.capital[last + 2]:
        last += 3  # "of Defence and of Foreign Affairs"
        while last < len(words.word) and words.capital[last] and scene.cover[last] is None:
            last += 1
    links = [k for k in range(first, last) if words.lower[k] in {",", "and"}]
    begins = [first, *(k + 1 for k in links if words.lower[k + 1] not in {",", "and"})]
    ends = [*(k for k in links if words.lower[k - 1] != ","), last]
    spans = [(b + (words.lower[b] == "of"), e) for b, e in zip(begins, ends, strict=False)]
    one = replace(body, head="ministry", shared=True)
    parts = [
        replace(one, begin=b, end=e, core=b, core_end=e, name=f"Ministry of {words.surface(b, e)}") for b, e in spans
    ]
    parts[0] = replace(parts[0], begin=body.begin)
    parts[-1] = replace(parts[-1], end=max(body.end, last))
    return parts


def _read_by_head(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the name around a head word: "Ministry of Defence", "the defence ministry of Peru", "Instituto ..."."""
    words = scene.words
    if words.capital[i]:
        body = _grow(scene, i, floor) if words.lower[i] in list_heads() else None
        if body is not None or words.lower[i] not in load_words("foreign-heads"):
            return body
        foreign = read_foreign(scene, i)
        inside = words.lower[i + 1 : foreign.end] if foreign is not None else []
        linked = not load_words("foreign-links").isdisjoint(inside)
        linked = linked and not (words.capital[i + 1] and inside[0] in load_words("title-words"))
        return foreign if linked or not _is_english(words.lower[i]) else None
    return read_small(scene, i, floor) if words.lower[i] in load_words("small-heads") else None


def _is_english(word: str) -> bool:
    return word in list_heads() or word in load_words("common-words") or word in load_words("title-words")


def _lay(scene: Scene, body: Body) -> None:
    mark = body.mark or Mark(begin=0, end=0, kind="Body")
    scene.put(mark._replace(begin=body.begin, end=body.end, kind="Body", state=body.state))


def _known(scene: Scene, i: int) -> Body | None:
    """Give the body that the lexicon knows at word i; none where a longer name only begins with it."""
    mark = scene.starting(i)
    if mark is None or _runs_on(scene, mark) or _is_event(scene, mark.end):
        return None
    if scene.words.lower[max(i - 1, 0)] == "national" and scene.words.capital[i - 1] and scene.cover[i - 1] is None:
        name = scene.words.surface(i - 1, mark.end)  # "National Security Council"
        return Body(
            begin=i - 1, end=mark.end, core=i - 1, core_end=mark.end, name=name, head=scene.words.lower[mark.end - 1]
        )
    branch = scene.starting(mark.end) if mark.end < scene.words.last[i] else None
    if branch is not None and branch.kind == "State" and _is_branch(scene, mark, branch):
        name = scene.words.surface(i, branch.end)
        return Body(begin=i, end=branch.end, core=i, core_end=branch.end, name=name, head="", owner=mark)
    name = scene.words.surface(i, mark.end)
    return Body(
        begin=_find_own_people(scene, mark),
        end=mark.end,
        core=i,
        core_end=mark.end,
        name=name,
        head="",
        mark=mark,
        state=mark.state,
        extent=mark.end,
    )


def _find_own_people(scene: Scene, mark: Mark) -> int:
    """Give the first word of "the British Foreign Office", "Peru's Navy", where the lexicon knows what follows."""
    words, i = scene.words, mark.begin
    k = i - 1 - (words.lower[i - 1] in POSSESSIVES)
    owner = scene.cover[k] if k >= words.first[i] else None
    kinds = {"Demonym"} if k == i - 1 else {"State", "Demonym"}
    own = owner is not None and owner.kind in kinds and owner.state is not None and owner.state == mark.state
    return owner.begin if own and owner is not None and owner.end == k + 1 else i


def _is_society(mark: Mark) -> bool:
    return mark.entry is not None and mark.entry.kind == "NonGovernmentalOrganization"


def _is_branch(scene: Scene, mark: Mark, state: Mark) -> bool:
    """Tell whether a State's name right behind that of a society names its branch there: "Pax Christi Ireland"."""
    words = scene.words
    society = _is_society(mark)
    named = words.capital[state.begin] and not is_acronym(words.word[mark.begin])
    apart = "\n" in words.text[words.end[mark.end - 1] : words.begin[state.begin]]
    owns = state.end < words.last[state.begin] and words.lower[state.end] in {"'s", "?s"}
    return society and named and not apart and not owns


def _runs_on(scene: Scene, mark: Mark) -> bool:
    """Tell whether a known body only begins a longer name: "OSCE" of "OSCE Programme Office in Dushanbe"."""
    words, i = scene.words, mark.end
    last = min(words.last[mark.begin], mark.end + 6)
    while i < last and words.capital[i] and scene.cover[i] is None:
        if words.lower[i] in list_heads():
            office = i == mark.end and words.lower[i] in load_words("own-offices")  # "the UNDP Office"
            longer = i + 1 < last and (words.capital[i + 1] or words.lower[i + 1] in load_words("body-links"))
            return not _is_event(scene, i + 1) and (longer or not office)
        if words.lower[i] in load_words("post-nouns"):
            return False
        i += 1
    return i == mark.end and _is_of_members(scene, mark, last)


def _is_of_members(scene: Scene, mark: Mark, last: int) -> bool:
    """Tell whether a known body is but the head of another: "European Council of Toy Makers"."""
    words, i = scene.words, mark.end
    if words.lower[i - 1] not in list_heads() or words.lower[i : i + 1] != ["of"]:
        return False
    end = i + 1
    while end < last and words.capital[end] and scene.cover[end] is None:
        end += 1 + (words.word[end + 1 : end + 2] == ["'"])
    return end > i + 2 and words.lower[end - 1].endswith("s")


def _is_event(scene: Scene, i: int) -> bool:
    """Tell whether a capitalised word that makes the name one of an event or document stands at word i."""
    words = scene.words
    if i >= len(words.word) or not words.capital[i] or scene.cover[i] is not None or words.first[i] == i:
        return False
    return words.lower[i] in load_words("non-actor-heads") and words.lower[i] not in load_words("doing-heads")


def _grow(scene: Scene, head: int, floor: int) -> Body | None:
    """Grow a name around a head word."""
    words = scene.words
    shouted = is_shouted(scene, head)
    left = _with_nation(scene, grow_left(scene, head, floor, shouted=shouted), floor)
    right = grow_right(scene, head, left.owner, shouted=shouted)
    left = _with_number(scene, left, (head, right.core_end), max(floor, words.first[head]))
    if shouted and left.owner is not None and not _is_plain(scene, left.core, head):
        return None
    if _is_event(scene, right.end) or not _is_whole(scene, head, left.core, right.core_end, left.owner, right.owner):
        return None
    if not _may_stand(scene, head, left.core, right.end, left.owner):
        return None
    owners = [mark for mark in (right.owner, left.owner) if mark is not None and mark.kind in _PLACES | {"Body"}]
    state = next((mark.state for mark in owners if mark.state is not None and mark.kind in _PLACES), None)
    if state is None and left.owner is not None and left.owner.kind == "Body":
        state = left.owner.state
    return Body(
        begin=left.begin,
        end=right.end,
        core=left.core,
        core_end=right.core_end,
        name=words.surface(left.core, right.core_end),
        head=words.lower[head],
        state=state,
        owner=left.owner if left.owner is not None else right.owner,
        reference=left.reference,
        several=right.several,
    )


_NUMBERED = re.compile(r"\d{1,4}(?:st|nd|rd|th|d)?")


def _with_number(scene: Scene, left: Left, head: tuple[int, int], floor: int) -> Left:
    """Take the number of "69 Field Squadron", "the 10th Special Forces Group" into the name of a unit of troops."""
    words, i = scene.words, left.core - 1
    units = {words.lower[head[0]], words.lower[head[1] - 1]}
    forces = units & load_words("troop-groups") and "forces" in words.lower[left.core : head[1]]
    ordinal = i >= floor and words.word[i][0].isdigit() and words.word[i][-1].isalpha()  # "774th Ordnance Company"
    troops = forces or units & load_words("troop-units") or (ordinal and units & load_words("numbered-units"))
    if left.owner is not None or i < floor or left.core == head[1] - 1 or not troops:
        return left
    numbered = _NUMBERED.fullmatch(words.word[i]) is not None and scene.cover[i] is None
    return Left(i, i) if numbered else left


def _with_nation(scene: Scene, left: Left, floor: int) -> Left:
    """Take the State of "the Peruvian Pugwash Group" into the name: a society's group there."""
    owner = left.owner
    if owner is None or owner.kind != "Body" or owner.end != left.core or owner.begin <= floor:
        return left
    nation = scene.cover[owner.begin - 1]
    known = nation is not None and nation.kind in {"State", "Demonym"} and scene.words.capital[owner.begin]
    return Left(nation.begin, nation.begin) if nation is not None and known and _is_society(owner) else left


def _is_plain(scene: Scene, i: int, j: int) -> bool:
    """Tell whether words of a line in capitals may all be a body's name: no verb of a headline is among them."""
    known = load_words("title-words") | load_words("portfolios") | load_words("post-modifiers") | list_heads()
    return all(word in known or word in load_words("small-words") for word in scene.words.lower[i:j])


def _is_whole(scene: Scene, head: int, core: int, core_end: int, owner: Mark | None, behind: Mark | None) -> bool:
    """Tell whether there is enough around a head for a full name: a lone "Office" or "Fund" is none."""
    words = scene.words
    kinds = words.lower[core:head]
    after_post = (
        core >= 2 and words.lower[core - 1] in {"for", "of"} and words.lower[core - 2] in load_words("post-nouns")
    )
    if (
        words.lower[head] in load_words("body-kinds")
        and kinds
        and (after_post or set(kinds) <= load_words("kind-words"))
        and core_end == head + 1
        and owner is None
    ):
        return False  # "Assistant Minister for International Organizations"
    if core_end - core >= 2:
        return True
    if owner is not None and owner.kind == "Body" and _runs_on(scene, Mark(begin=head, end=head + 1, kind="Body")):
        return False  # "the Royal Navy's Fleet Diving Squadron"
    if behind is not None:
        return core != words.first[head] or words.lower[core_end] == "of"
    if owner is None or owner.kind in {"City", "Capital"}:
        return False
    return words.lower[head] not in load_words("shy-heads") or words.lower[head] in {"army", "cabinet", "police"}


def _may_stand(scene: Scene, head: int, core: int, end: int, owner: Mark | None) -> bool:
    """Tell whether what is around a candidate leaves it a body: no venue, no title of a work, no longer name."""
    words = scene.words
    word, before = words.lower[head], words.lower[head - 1] if head else ""
    if word in {"party", "parties"} and (before in {"state", "states", "contracting"} or core == head):
        return False
    if word in load_words("site-heads") and (
        before in load_words("site-words") or (core == head and _owns_outright(scene, head, owner))
    ):
        return False
    if _is_no_head(scene, head, before) or _is_portfolio(scene, core, head):
        return False
    quoted = core > words.first[head] and words.word[core - 1] in _OPENING_QUOTES
    if quoted and end < words.last[head] and words.word[end] not in _CLOSING_QUOTES:
        return False
    acronym = end + 2 < len(words.word) and words.word[end] == "(" and is_acronym(words.word[end + 1])
    if (
        word in load_words("programme-heads")
        and end < words.last[head]
        and words.lower[end] in load_words("post-nouns")
    ):
        return False
    if word in load_words("programme-heads") and not acronym and (owner is None or owner.kind != "Body"):
        return False
    return not (end == head + 1 and end < words.last[head] and _goes_on(scene, end))


def _is_portfolio(scene: Scene, core: int, head: int) -> bool:
    """Tell whether words only go on with what a minister is for: "Minister of Police, Security and Prison Service"."""
    words, portfolios = scene.words, load_words("portfolios") | {",", "and", "national"}
    k = core - 1
    if words.word[k] != "," or "and" not in words.lower[core:head] or not portfolios.issuperset(words.lower[core:head]):
        return False
    while k > words.first[core] and words.lower[k] in portfolios:
        k -= 1
    return words.lower[k] in {"of", "for"} and words.lower[k - 1] in {"minister", "secretary"}


def _owns_outright(scene: Scene, head: int, owner: Mark | None) -> bool:
    """Tell whether a State's name alone stands before a head: "the Austria Center" is a hall."""
    return owner is not None and owner.kind == "State" and owner.end == head and scene.cover[head - 1] is not None


def _is_no_head(scene: Scene, head: int, before: str) -> bool:
    """Tell whether a head is none here: "Cross Border Trade", "Cabinet Secretary", "Programme of Action"."""
    words = scene.words
    word = words.lower[head]
    following = words.lower[head + 1] if head + 1 < words.last[head] else ""
    if word in {"cross", "crescent"}:
        return before not in {"red", "green", "blue", "white"}
    if (
        word == "staff"
        and before != "general"
        and {"chief", "chiefs"} & set(words.lower[max(words.first[head], head - 4) : head])
    ):
        return True  # "Chief of Defence Staff"
    if word == "staff" and not (head > words.first[head] and words.capital[head - 1]):
        return True  # "Staff of the Chadian embassy"
    if word == "cabinet":
        return following in load_words("post-nouns")
    return (
        word in load_words("programme-heads") and following == "of" and words.lower[head + 2 : head + 3] == ["action"]
    )


def _goes_on(scene: Scene, i: int) -> bool:
    """Tell whether word i makes a longer name of what stands before: "National Mine Action Programme Directors"."""
    words = scene.words
    if not words.capital[i] or scene.cover[i] is not None:
        return False
    following = words.lower[i]
    if following[:-1] in load_words("post-nouns") or following == "international":
        return True
    return following in load_words("title-words") and following not in load_words("post-nouns")


def _with_bracket(scene: Scene, body: Body) -> Body:
    """Take the acronym behind a name, "(GICHD)", ", ANAMA,", and the long form behind an acronym."""
    words = scene.words
    i, last = body.end, words.last[body.begin]
    firm = i + 1 < last and words.word[i] == "." and words.lower[i - 1] in load_words("firm-endings")
    if firm and not words.capital[i + 1]:
        return replace(body, extent=i + 1)
    if i + 2 < last and words.word[i] == "(":
        close = next((k for k in range(i + 1, min(i + 14, last)) if words.word[k] == ")"), None)
        inside = words.word[i + 1]
        if close is not None and is_acronym(inside) and (close == i + 2 or words.word[i + 2] in ",;/"):
            return _with_state_behind(scene, replace(body, acronym=inside, extent=close + 1))
        if (
            close is not None
            and is_acronym(words.word[body.begin])
            and body.end == body.begin + 1
            and words.capital[i + 1]
            and not any(words.word[k][0].isdigit() for k in range(i + 1, close))  # "(Lima, 3 May)" is no long form
        ):
            return replace(body, extent=close + 1)
    following = words.word[i + 1] if i + 1 < last and words.word[i] == "," and body.head else ""
    if is_acronym(following) and initials_fit(following, words.word[body.begin : body.end]):
        return replace(body, acronym=following, extent=i + 2)
    return body if body.extent == body.end else replace(body, extent=body.end)


def _with_state_behind(scene: Scene, body: Body) -> Body:
    """Add the State behind the bracket of "the Ministry of Trade (MoT) of Peru"."""
    states = read_states(scene, body.extent) if body.extent < scene.words.last[body.begin] else ()
    national = body.head in load_words("government-heads") or body.name.startswith(("National ", "State "))
    if len(states) != 1 or body.owner is not None or not national:
        return body
    return replace(body, state=states[0].state, owner=states[0], extent=states[0].end)


def _listed(scene: Scene, i: int) -> Body | None:
    """Read an unknown acronym that ends a line of a list: "Director, NSIC;", "Trade Secretariat, MITI."."""
    words = scene.words
    if i >= words.last[i - 1] or not is_acronym(words.word[i]) or scene.cover[i] is not None:
        return None
    before = words.lower[i - 2]
    told = before in load_words("post-nouns") or before in list_heads() or _is_named_person(scene, i - 1)
    if not words.capital[i - 2] or not told:
        return None
    if words.lower[i] in load_words("name-suffixes") or words.lower[i] in load_words("title-words"):
        return None
    closed = i + 1 >= words.last[i] or words.word[i + 1] in {".", ";", ")"}
    if not closed:
        return None
    return Body(begin=i, end=i + 1, core=i, core_end=i + 1, name=words.word[i], head="", extent=i + 1)


def _is_named_person(scene: Scene, end: int) -> bool:
    """Tell whether the words up to end are a name with a form of address before it: "Prof. Ana Lindo"."""
    words = scene.words
    i = end
    while i > words.first[end] and end - i < 6 and (words.capital[i - 1] or words.word[i - 1] in ".)("):
        i -= 1
        if words.lower[i] in load_words("person-titles") and end - i >= 3:
            return True
    return False


def _read_post_owner(scene: Scene, i: int) -> Body | None:
    """Read the acronym of "DFA Secretary X Y" at word i."""
    if not _owns_post(scene, i):
        return None
    return Body(begin=i, end=i + 1, core=i, core_end=i + 1, name=scene.words.word[i], head="", extent=i + 1)


def _owns_post(scene: Scene, i: int) -> bool:
    """Tell whether word i is an acronym with a capitalised post and a name behind it: "DFA Secretary X Y"."""
    words = scene.words
    word, j = words.word[i], i + 1
    if j >= words.last[i] or not (words.capital[i] and words.capital[j]):
        return False
    if not is_acronym(word) or len(word) < 3 or "." in word:
        return False
    while j < words.last[i] and words.lower[j] in load_words("post-modifiers") and words.capital[j]:
        j += 1
    if j + 2 >= words.last[i] or words.lower[j] not in load_words("post-nouns") or not words.capital[j]:
        return False
    j += words.word[j + 1] == ","  # "the GSU Commandant, Mr. X"
    named = words.word[j + 1][0].isupper() and scene.kind_at(j + 1) in {"", "City"}
    kinds = ("name-suffixes", "title-words", "post-nouns")
    lone = not any(words.lower[i] in load_words(kind) for kind in kinds) and not is_shouted(scene, i)
    return named and lone and words.blocks[words.block[i]].kind != "heading"


def _is_skill(scene: Scene, i: int) -> bool:
    """Tell whether the bracket at word i explains a skill or trade: "Water Purification (WP) technicians"."""
    lower = scene.words.lower
    if lower[i + 1] in load_words("no-bodies") or lower[i - 1] in load_words("skills"):
        return True
    return i + 3 < scene.words.last[i] and lower[i + 3] in load_words("skilled")


def _introduced(scene: Scene, i: int, floor: int) -> Body | None:
    """Read an unknown name before "(ACRONYM)" at word i, where the initials fit."""
    words = scene.words
    if i + 2 >= words.last[i] or words.word[i + 2] != ")" or not is_acronym(words.word[i + 1]):
        return None
    acronym = words.word[i + 1]
    first = max(words.first[i], floor)
    foreign = find_foreign(scene, i, first, acronym)
    if foreign is not None:
        name = words.surface(foreign, i)
        head = words.lower[foreign] if words.lower[foreign] in list_heads() else ""
        return Body(begin=foreign, end=i, core=foreign, core_end=i, name=name, head=head, extent=i)
    best = None
    j = i
    while j > first and i - j < 12:
        j -= 1
        if not (words.capital[j] or words.lower[j] in load_words("small-words")) or scene.kind_at(j) == "Treaty":
            break
        if words.capital[j] and initials_fit(acronym, words.word[j:i]):
            best = j
    if best is None or i - best < 2:
        return None
    if _is_skill(scene, i):
        return None
    events = load_words("non-actor-heads") - {"house", "policy", "island", "review", "day"}
    if any(word in events for word in words.lower[best:i]):
        return None
    whole = scene.cover[i - 1]
    if whole is not None and whole.kind == "State" and whole.begin <= best:
        return None
    name = words.surface(best, i)
    return Body(begin=best, end=i, core=best, core_end=i, name=name, head="", extent=i)


def classify_body(body: Body) -> str:
    """Tell the kind of an unknown body from its head and the words beside it.

    >>> classify_body(Body(begin=0, end=3, core=0, core_end=3, name="Ministry of Defence", head="ministry"))
    'GovernmentBody'
    """
    words = {word.lower() for word in body.name.split()}
    entry = body.owner.entry if body.owner is not None and body.owner.kind == "Body" else None
    if entry is not None and entry.kind in {"IntergovernmentalOrganization", "NonGovernmentalOrganization"}:
        return entry.kind
    if body.head in load_words("foreign-government"):
        return "GovernmentBody"
    if body.head in load_words("government-heads") or (body.head == "office" and words & load_words("office-holders")):
        return "GovernmentBody"
    if body.head in load_words("society-heads"):
        return "NonGovernmentalOrganization"
    if words & load_words("lasting-heads"):
        return "Organization"
    if body.head in load_words("council-heads") and words & load_words("international-words"):
        return "IntergovernmentalOrganization"
    national = body.state is not None or words & load_words("national-words")
    return "GovernmentBody" if national else "Organization"
