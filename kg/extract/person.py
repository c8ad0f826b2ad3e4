"""Persons in a text, told by the form of a name and by what stands around it.

There is no list of given names: a run of unknown capitalised words is a person where a title or post stands
before it, a post in apposition behind it, or a verb that only people do.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.body import Body, is_shouted
from kg.extract.pattern import load_words
from kg.extract.post import Post
from kg.extract.predicate import find_statement
from kg.extract.scene import Scene

_INITIAL = re.compile(r"[^\W\d_a-z](?:\.-?[^\W\d_a-z])*\.?|[^\W\d_a-z]\.(?:[^\W\d_a-z]\.?)+")
_NAME_WORD = re.compile(r"[^\W\d_][\w'¡‡†?-]*")
_PLACE_LINKS = frozenset({"in", "at", "near", "outside", "around", "across", "throughout", "into", "via", "through"})
_BY_VERBS = frozenset("chaired co-chaired moderated opened delivered presented addressed signed led headed facilitated represented accompanied "
                      "welcomed greeted inaugurated written told received closed given made photographed drawn".split())  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as one place of the text names them; numbers are those of words."""

    begin: int
    """First word, titles included, a post not."""
    head: int
    """First word of the bare name."""
    head_end: int
    end: int
    """End with "Jr." or "MP"."""
    name: str
    titles: tuple[str, ...] = ()
    royal: str = ""
    """ "Queen", "Prince": such a title belongs to the name."""
    before: Post | None = None
    """The post right before the name: "Foreign Minister X", "the Director, X"."""
    earlier: tuple[Post, ...] = ()
    """A post before that: "the President of the meeting, Ambassador X"."""
    touching: bool = False
    """Whether the post before touches the name, without a comma."""
    behind: tuple[Post, ...] = ()
    """Posts in apposition: "X, Director of Y"."""
    state: str | None = None
    """IRI of the State in "X of Canada", "Jordan's Queen X", "X (Canada)"."""
    body: Body | None = None
    """The body in "X of the ICRC", "X (ICRC)"."""
    extent: int = 0
    """End of apposition and bracket."""
    surname: str = ""


@dataclass(slots=True)
class _Search:
    scene: Scene
    post_begins: dict[int, Post] = field(default_factory=dict)
    post_ends: dict[int, Post] = field(default_factory=dict)
    bodies: dict[int, Body] = field(default_factory=dict)
    body_ends: dict[int, Body] = field(default_factory=dict)


def find_persons(scene: Scene, bodies: Sequence[Body], posts: Sequence[Post]) -> list[Person]:
    """Find the full names of persons in text order, with the posts beside them."""
    search = _Search(
        scene=scene,
        post_begins={post.begin: post for post in posts} | {post.core: post for post in posts},
        post_ends={post.end: post for post in posts},
        bodies={body.begin: body for body in bodies},
        body_ends={body.end: body for body in bodies} | {body.extent: body for body in bodies},
    )
    words = scene.words
    found: list[Person] = []
    unsure: list[Person] = []
    i, size = 0, len(words.word)
    while i < size:
        if not words.capital[i] and not words.word[i].startswith("@"):
            i += 1
            continue
        person, sure = _read_person(search, i)
        if person is None:
            i = _skip_run(search, i)
            continue
        (found if sure else unsure).append(person)
        i = person.end
    found += _confirm(search, found, unsure)
    found.sort(key=lambda person: person.begin)
    begins = [person.begin for person in found]
    befores = [person.before for person in found if person.before is not None]
    taken = frozenset(begins) | {post.begin for post in befores} | {post.core for post in befores}
    return _share(search, [_with_context(search, person, taken, begins) for person in found])


def _skip_run(search: _Search, i: int) -> int:
    """Step over a word, and over capitalised words that go on with what is no person."""
    words = search.scene.words
    vocabulary = load_words("title-words") | load_words("portfolios")
    i += 1
    if words.lower[i - 1] not in vocabulary and words.lower[i - 1] not in load_words("function-words"):
        return i
    return i


def _read_person(search: _Search, i: int) -> tuple[Person | None, bool]:
    """Read a person at word i; tell whether title or surroundings make it sure."""
    words = search.scene.words
    start, titles, royal = _titles(search, i)
    post = search.post_ends.get(i)
    comma = False
    if post is not None and i and "\n" in words.text[words.end[i - 1] : words.begin[i]]:
        gap = words.text[words.end[i - 1] : words.begin[i]]
        if gap.count("\n") > 1 or _belongs_left(search, post) or (words.word[i].isupper() and not words.word[i - 1].isupper()):
            post = None
    if post is None and i and words.word[i - 1] == "," and i - 1 in search.post_ends:
        post, comma = search.post_ends[i - 1], True
        if not (post.definite or post.placed or titles or words.lower[post.noun].endswith("s")):
            post = None
        elif _belongs_left(search, post):
            post = None
    firm = bool(titles) or bool(royal) or post is not None
    end = _name_end(search, start, firm=firm)
    if end == start:
        return None, False
    length = _name_length(search, start, end)
    earlier: tuple[Post, ...] = ()
    if post is not None and not comma and post.begin and words.word[post.begin - 1] == ",":
        above = search.post_ends.get(post.begin - 1)
        if above is not None and (above.definite or above.placed) and not _belongs_left(search, above):
            earlier = (above,)
    if not firm and (length < 2 or not _looks_personal(search, start, end)):
        return None, False
    if firm and not titles and not royal and post is not None:
        if all(search.scene.cover[k] is not None for k in range(start, end)):
            known = length < 2 and not comma and words.lower[post.noun] in _LEADERS and words.capital[post.noun]
            if not known or (end < words.last[i] and words.word[end] == ","):
                return None, False
        about = post.end > post.noun + 1
        if length < 2 and (comma or about or not words.capital[post.noun] or _is_vocabulary(words.lower[start])):
            return None, False
    if (
        titles
        and not royal
        and post is None
        and length == 1
        and all(t in load_words("ranks") for t in titles)
        and _is_vocabulary(words.lower[start])
    ):
        return None, False
    tail = _suffixes(search, end)
    person = Person(
        begin=i,
        head=start,
        head_end=end,
        end=tail,
        name=_join_name(search, start, end),
        titles=titles,
        royal=royal,
        before=post,
        earlier=earlier,
        touching=post is not None and not comma,
        extent=tail,
        surname=_surname(search, start, end),
    )
    return person, firm or _is_evident(search, person)


def _join_name(search: _Search, i: int, j: int) -> str:
    name = search.scene.words.surface(i, j).translate(str.maketrans("’‘", "''"))
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return " ".join(
            part.capitalize() if len(part) > 2 else part
            for part in re.sub(r"(?<=[-'])\w", lambda m: m.group().upper(), name).split()
        )
    return name


def _titles(search: _Search, i: int) -> tuple[int, tuple[str, ...], str]:
    """Read forms of address and ranks at word i; give where the name begins."""
    words = search.scene.words
    titles, ranks, royals = load_words("person-titles"), load_words("ranks"), load_words("royal-titles")
    found: list[str] = []
    royal = ""
    last = words.last[i]
    j = i
    while j < last:
        word = words.lower[j].rstrip(".") if words.word[j] != "." else "."
        if search.scene.cover[j] is not None:
            break
        if words.capital[j] and f"{word} {words.lower[j + 1] if j + 1 < last else ''}" in royals:
            royal = f"{words.word[j]} {words.word[j + 1]}"
            j += 2
        elif words.capital[j] and word in royals:
            royal = words.word[j]
            j += 1
        elif words.capital[j] and (word in titles or word in ranks) and not (word in {"van", "von"}):
            if word in ranks and word not in titles and j in search.post_begins and search.post_begins[j].end > j + 1:
                # "Chief of Staff", "Officer-in-Charge of the Office" are posts
                if (
                    search.post_begins[j].end > j + 1
                    and search.post_begins[j].noun >= j
                    and not _is_rank_run(search, j)
                ):
                    break
            found.append(word)
            j += 1
        elif words.word[j] == "." and found and words.end[j - 1] == words.begin[j]:
            j += 1
        elif (
            words.word[j] == "("
            and found
            and j + 1 < last
            and words.lower[j + 1] in {"ret", "rtd", "retd", "retired", "res"}
        ):
            close = next((k for k in range(j + 2, min(j + 5, last)) if words.word[k] == ")"), None)
            if close is None:
                break
            found.append("ret")
            j = close + 1
        elif words.word[j] == "-" and found:
            j += 1
        else:
            break
    weak = {"general", "major", "private", "first", "second", "chief", "staff", "field", "air", "his", "her", "most", "right", "royal", "officer",
            "vice", "police", "late", "master", "he", "don", "la", "father", "sister", "warrant", "commander", "petty", "rear", "inspector",
            "superintendent", "constable", "flt", "wg", "sri", "sr", "mp", "eng", "ing"}  # fmt: skip
    if found and not royal and all(word in weak for word in found):
        strong = {"general", "major", "commander", "inspector", "superintendent"} & set(found)
        if not strong or (j < last and not words.capital[j]):
            return i, (), ""
    if (found or royal) and j >= last:
        return i, (), ""
    return j, tuple(found), royal


def _is_rank_run(search: _Search, i: int) -> bool:
    words = search.scene.words
    return (
        words.lower[i] in {"general", "major", "commander", "admiral", "marshal"} and words.capital[i + 1]
        if i + 1 < len(words.word)
        else False
    )


def _name_end(search: _Search, i: int, *, firm: bool) -> int:
    """Go over the words of a name; `firm` allows words that are common elsewhere."""
    words, cover = search.scene.words, search.scene.cover
    particles, suffixes = load_words("name-particles"), load_words("name-suffixes")
    last = words.last[i] if i < len(words.last) else i
    j, count = i, 0
    while j < last and count < 7:
        word, lower = words.word[j], words.lower[j]
        if words.begin[j] - words.end[j - 1] > 30 and j > i:
            break
        mark = cover[j]
        if (
            j > i
            and j in search.post_begins
            and search.post_begins[j].noun == j
            and words.capital[j]
            and count >= 1
            and not firm
        ):
            break
        if lower in suffixes and count >= 2:
            break
        if word.startswith("@") and len(word) > 3 and j == i and firm:
            return j + 1
        if _INITIAL.fullmatch(word) and len(word) <= 6 and words.capital[j] and mark is None:
            if j + 1 < last and words.word[j + 1] == "." and len(word) == 1:
                j += 1
            elif count and not (j + 1 < last and words.capital[j + 1]):
                break
            j += 1
            count += 1
            continue
        if lower in particles and j + 1 < last and (words.capital[j + 1] or words.lower[j + 1] in particles):
            if (count or words.capital[j] or firm) and (mark is None or words.capital[j]):
                ahead = next((k for k in range(j, min(j + 4, last)) if words.lower[k] not in particles), None)
                if ahead is not None and words.capital[ahead] and not _stops(search, ahead, firm=firm, count=count + 1):
                    j += 1
                    continue
        if not words.capital[j] or not _NAME_WORD.fullmatch(word) or _stops(search, j, firm=firm, count=count):
            break
        if mark is not None:
            j = mark.end
            count += 1
            continue
        j += 1
        count += 1
        if j < last and words.lower[j] in {"'s", "?s"}:
            break
    while j > i and (words.lower[j - 1] in particles and not words.capital[j - 1]):
        j -= 1
    return j


def _stops(search: _Search, j: int, *, firm: bool, count: int) -> bool:
    """Tell whether a capitalised word cannot go on with a name."""
    words = search.scene.words
    lower = words.lower[j]
    mark = search.scene.cover[j]
    if mark is not None:
        if mark.begin != j or mark.end - mark.begin > 2:
            return True
        if mark.kind in {"City", "Capital", "Region"}:
            return not (
                firm or count or (j + 1 < words.last[j] and words.capital[j + 1] and search.scene.cover[j + 1] is None)
            )
        if mark.kind in {"State", "Country", "Demonym"}:
            return not (
                firm
                and count
                and mark.end - mark.begin == 1
                and words.word[j].isalpha()
                and not words.word[j].isupper()
            )
        return True
    if lower in load_words("function-words"):
        followed = j + 1 < words.last[j] and words.word[j + 1][0].isdigit()
        return not (firm and count and lower in _ODD_NAMES and not followed)
    if lower in load_words("person-titles") and lower not in _TITLES_AS_NAMES:
        return True
    if lower in load_words("post-nouns"):
        return not (
            firm
            and count
            and lower
            in {"marshal", "whip", "dean", "chef", "judge", "author", "fellow", "host", "engineer", "clerk", "teacher"}
        )
    if lower in load_words("royal-titles"):
        return not (firm and count)
    if lower in load_words("title-words") or lower in load_words("portfolios"):
        if not firm:
            return True
        heads = load_words("body-heads") | load_words("government-heads") | load_words("non-actor-heads")
        return count == 0 or (lower in heads and lower not in _SURNAMES)
    if not firm and words.word[j].isupper() and len(words.word[j]) > 1:
        beside = [words.word[k] for k in (j - 1, j + 1) if words.first[j] <= k < words.last[j]]
        shouted = any(word.isupper() and len(word) > 2 for word in beside) and not is_shouted(search.scene, j)
        return not (shouted or (count and len(words.word[j]) > 3))
    return False


_ODD_NAMES = frozenset("will may june april august march mark ten well near long young jun jan mar sun mon sat so no even".split())
_BEFORE_APPOSITION = frozenset(
    "the a an its our their his her currently until recently also at that time former late current outgoing incoming then ex now "
    "once formerly previously both as himself herself".split()
)
_TITLES_AS_NAMES = frozenset(
    "don lady eng rev father miss earl dean bishop tun sri lord he haji hajji sheikh imam".split()
)
_LEADERS = frozenset("president secretary minister senator chancellor premier governor congressman congresswoman".split())
_SURNAMES = frozenset(
    "banks bank park field court church wall house lake rivers bridge street hall green day post branch war".split()
)


def _name_length(search: _Search, i: int, j: int) -> int:
    words = search.scene.words
    return sum(1 for k in range(i, j) if words.word[k] != "." and words.lower[k] not in load_words("name-particles"))


def _is_vocabulary(lower: str) -> bool:
    return (
        lower in load_words("title-words") or lower in load_words("function-words") or lower in load_words("portfolios")
    )


def _looks_personal(search: _Search, i: int, j: int) -> bool:
    """Tell whether a run of unknown capitalised words has the form of a person's name."""
    words, scene = search.scene.words, search.scene
    if j - i > 6 or any(any(c.isdigit() for c in words.word[k]) for k in range(i, j)):
        return False
    if words.first[i] < i and words.lower[i - 1] in _PLACE_LINKS:
        return False
    if all(scene.cover[k] is not None for k in range(i, j)):
        return False
    if scene.kind_at(j - 1) in {"City", "Capital"} and scene.kind_at(i) in {"City", "Capital"}:
        return False
    block = words.blocks[words.block[i]]
    if block.kind == "heading" and j - i < words.last[i] - words.first[i] and not _in_list(search, i):
        return False
    if words.first[i] == i and words.lower[i] in words.written_small:
        return False
    if any(
        words.lower[k] in words.written_small
        and not words.lower[k] in load_words("name-particles")
        and len(words.word[k]) > 2
        for k in range(i, j)
    ):
        return False
    if (
        j < words.last[i]
        and (words.lower[j] in load_words("title-words") or words.lower[j] in load_words("non-actor-heads"))
        and words.capital[j]
    ):
        return False
    return not (
        i > words.first[i]
        and words.capital[i - 1]
        and scene.cover[i - 1] is None
        and words.lower[i - 1] in load_words("title-words")
    )


def _in_list(search: _Search, i: int) -> bool:
    words = search.scene.words
    return (
        words.blocks[words.block[i]].kind == "item"
        or words.word[words.last[i] - 1] in {")", "]"}
        or "," in words.word[i : words.last[i]]
    )


def _suffixes(search: _Search, end: int) -> int:
    """Step over "Jr.", "QC MP", ", T.D." behind a name."""
    words = search.scene.words
    suffixes = load_words("name-suffixes")
    last = words.last[end - 1]
    j = end
    while j < last:
        k = j + 1 if words.word[j] in {",", "("} else j
        if (
            k < last
            and words.lower[k].rstrip(".") in suffixes
            and words.capital[k]
            and (k > j or words.lower[k] not in {"ret"})
        ):
            j = k + 1
            if (
                j < last
                and words.word[j] in {".", ")"}
                and words.begin[j] == words.end[j - 1]
                and (words.word[j] == ")" or words.lower[k] in {"jr", "sr", "ret"})
            ):
                j += 1
            continue
        break
    return j


def _surname(search: _Search, i: int, j: int) -> str:
    """Give the last word of a name, its particles and double names joined as written."""
    words = search.scene.words
    return words.lower[j - 1] if j > i else ""


def _belongs_left(search: _Search, post: Post) -> bool:
    """Tell whether a post is the apposition of a name that stands before it: "X, the Director, Y"."""
    words = search.scene.words
    k = post.begin - 1
    while k >= 0 and words.lower[k] in {"the", "a", "an", "then"}:
        k -= 1
    if k <= words.first[post.begin] or words.word[k] != ",":
        return False
    before = k - 1
    if not words.capital[before] or search.scene.cover[before] is not None or _is_vocabulary(words.lower[before]):
        return False
    # the name before may have its own post: "Ms A, the Minister for B, Mr C"
    begin = before
    while (
        begin > words.first[before]
        and words.capital[begin - 1]
        and search.scene.cover[begin - 1] is None
        and not _is_vocabulary(words.lower[begin - 1])
    ):
        begin -= 1
    while begin > words.first[before] and (
        words.word[begin - 1] == "." or words.lower[begin - 1] in load_words("person-titles")
    ):
        begin -= 1
    if begin in search.post_ends or (begin and words.word[begin - 1] == "," and begin - 1 in search.post_ends):
        return False
    return before > begin


def _is_evident(search: _Search, person: Person) -> bool:
    """Tell whether what stands around a run of unknown words makes it a person."""
    words = search.scene.words
    i, j, last = person.begin, person.end, words.last[person.begin]
    before = words.lower[i - 1] if i > words.first[i] else ""
    after = words.lower[j] if j < last else ""
    if after == ",":
        post = _apposition(search, j + 1, last)
        if post is not None and (
            post.placed
            or post.position.count(" ")
            or post.definite
            or words.lower[post.noun] not in load_words("weak-posts")
        ):
            return True
        if j + 1 < last and words.lower[j + 1] in {"who", "whose"}:
            return True
    if after == "(" and _bracket(search, j) is not None:
        return True
    if after in load_words("saying-verbs") and words.blocks[words.block[i]].kind != "heading":
        return True
    if after == "who":
        return True
    inner = range(person.head + 1, person.head_end - 1)
    if words.word[person.head_end - 1] != "." and any(_INITIAL.fullmatch(words.word[k]) for k in inner):
        return True
    if before in {"says", "said", "asked", "added", "adds", "warned", "writes"} and person.head_end - person.head <= 4:
        return True
    if after == "in" and words.lower[j + 1 : j + 3] == ["the", "chair"]:
        return True
    if after == "," and _speaks_behind_apposition(search, j + 1, last):
        return True
    if after in {"of", "from", "at", "for"} and j + 1 < last:
        k = j + 2 if words.lower[j + 1] == "the" else j + 1
        mark = search.scene.starting(k) if k < last else None
        if (
            mark is not None
            and mark.kind == "Body"
            and before not in _PLACE_LINKS | {"of", "to", "the", "for"}
        ):
            return True
    if before in {"by", "of", "to"} and i - 2 >= words.first[i]:
        if words.lower[i - 2] in _BY_VERBS and before == "by":
            return True
        if words.lower[i - 2] in {"according", "courtesy", "thanks"} and before in {"to", "of"}:
            return True
    if before == "by" and words.first[i] == i - 1:
        return True
    return after == "[" or (before == "by" and after == "and")


def _speaks_behind_apposition(search: _Search, k: int, last: int) -> bool:
    """Tell whether ", a member of something, told" follows a name."""
    words = search.scene.words
    if k >= last or words.capital[k]:
        return False
    comma = next((i for i in range(k, min(k + 14, last)) if words.word[i] == ","), None)
    return comma is not None and comma + 1 < last and words.lower[comma + 1] in load_words("saying-verbs")


def _apposition(search: _Search, k: int, last: int) -> Post | None:
    """Give the post that begins at word k, articles and "then" aside."""
    words = search.scene.words
    while k < last and words.lower[k] in _BEFORE_APPOSITION and k not in search.post_begins:
        k += 1
    return search.post_begins.get(k) if k < last else None


def _bracket(search: _Search, j: int) -> tuple[int, Post | None, Body | None, str | None] | None:
    """Read "(Director, ITF)", "(ICRC)", "(Canada)" at word j: its end, post, body, State."""
    words = search.scene.words
    last = words.last[j]
    close = next((k for k in range(j + 1, min(j + 30, last)) if words.word[k] in ")]"), None)
    if close is None:
        return None
    post = body = state = None
    k = j + 1
    while k < close:
        if k in search.post_begins and post is None:
            post = search.post_begins[k]
            k = max(post.end, k + 1)
            continue
        if k in search.bodies and body is None:
            body = search.bodies[k]
            k = body.end
            continue
        mark = search.scene.starting(k)
        if mark is not None and mark.kind == "State" and state is None:
            state = mark.state
        k += 1
    if post is None and body is None and state is None:
        return None
    return close + 1, post, body, state


def _confirm(search: _Search, found: Sequence[Person], unsure: Sequence[Person]) -> list[Person]:
    """Take the unsure names that the text names surely elsewhere, or that stand in a row of persons."""
    words = search.scene.words
    known = {person.name for person in found}
    ends = {person.extent for person in found} | {person.end for person in found}
    begins = {person.begin for person in found}
    lists = {words.block[person.begin] for person in found if words.blocks[words.block[person.begin]].kind == "item"}
    kept: list[Person] = []
    for person in unsure:
        i, j = person.begin, person.end
        block = words.block[i]
        alone = words.blocks[block].kind in {"item", "heading"} and _fills_block(search, person)
        listed = alone and (block - 1 in lists or block + 1 in lists)
        joined = (
            i >= 2
            and words.lower[i - 1] in {"and", ",", "&"}
            and (i - 1 in ends or (words.lower[i - 2] == "," and i - 2 in ends))
        )
        ahead = (
            j < words.last[i]
            and words.lower[j] in {"and", ","}
            and j + 1 < len(words.word)
            and (j + 1 in begins or j + 2 in begins)
        )
        if person.name in known or listed or joined or (ahead and words.lower[j] == "and"):
            kept.append(person)
            known.add(person.name)
            ends.add(person.end)
            if words.blocks[block].kind == "item":
                lists.add(block)
    return kept


def _fills_block(search: _Search, person: Person) -> bool:
    words = search.scene.words
    span = words.blocks[words.block[person.begin]].span
    rest = words.text[span.begin : words.begin[person.begin]] + words.text[words.end[person.end - 1] : span.end]
    return not any(c.isalpha() for c in rest)


def _with_context(search: _Search, person: Person, taken: frozenset[int], begins: Sequence[int]) -> Person:
    """Add what stands behind a name: "of Canada", appositions, brackets."""
    words = search.scene.words
    last = words.last[person.begin]
    j = person.end
    state, body, before = person.state, person.body, person.before
    posts: list[Post] = []
    if person.royal and person.begin >= 2 and words.lower[person.begin - 1] in {"'s", "?s"}:
        mark = search.scene.cover[person.begin - 2]
        state = mark.state if mark is not None else None
    elif person.royal and person.begin and search.scene.kind_at(person.begin - 1) == "Demonym":
        mark = search.scene.cover[person.begin - 1]
        state = mark.state if mark is not None else None
    if person.name.startswith("@") and j < last and j in search.post_begins:
        posts.append(search.post_begins[j])
        j = search.post_begins[j].end
    for _ in range(6):
        if j >= last:
            break
        word = words.lower[j]
        if word in {"of", "from", "at", "with", "for"} and j + 1 < last:
            k = j + 1
            while k < last and words.lower[k] in {"the", "our"}:
                k += 1
            mark = search.scene.starting(k) if k < last else None
            if mark is not None and mark.kind == "Body" and k in search.bodies and word != "for":
                body = body or search.bodies[k]
                j = max(search.bodies[k].extent, search.bodies[k].end)
                continue
            if mark is not None and mark.kind in {"State", "Region"} and word in {"of", "from"}:
                state = state or mark.state
                j = mark.end
                continue
            if word == "of" and before is not None and mark is None and not before.placed:
                end = _portfolio_end(search, k, last)
                if end > k:
                    before = replace(before, position=f"{before.position} of {words.surface(k, end)}")
                    j = end
                    continue
            break
        if word in {"(", "["}:
            bracket = _bracket(search, j)
            if bracket is None:
                break
            end, post, inner, place = bracket
            body, state = body or inner, state or place
            if post is not None:
                posts.append(replace(post, body=post.body or inner, state=post.state or place, placed=True))
            j = end
            continue
        if word == "," and j + 1 < last:
            post = _apposition(search, j + 1, last)
            if post is None or post.begin in taken or post.core in taken:
                break
            end = post.end
            post, end = _trailing(search, post, end, last)
            posts.append(post)
            j = end
            if j < last and words.lower[j] in {"and", "&"}:
                second = _apposition(search, j + 1, last)
                if (
                    second is not None
                    and second.begin not in taken
                    and second.end < last
                    and words.lower[second.end] in {",", ".", ";", ")"}
                ):
                    posts.append(second)
                    j = second.end
            if j < last and words.word[j] == ",":
                j += 1
                break
            continue
        break
    begin, extent = person.begin, max(j, person.end)
    following = bisect_right(begins, begin)
    stop = min(begins[following], last) if following < len(begins) else last
    said = find_statement(search.scene, search.post_begins, search.bodies, begin, extent, stop)
    free = [post for post in said.posts if post.begin not in taken and post.core not in taken]
    return replace(
        person,
        state=state or said.state,
        body=body or said.body,
        before=before,
        behind=(*posts, *free),
        extent=extent,
    )


def _trailing(search: _Search, post: Post, end: int, last: int) -> tuple[Post, int]:
    """Read the body and State that follow a post by commas: ", ITF", ", Ministry of Trade, Norway"."""
    words = search.scene.words
    for _ in range(2):
        if end + 1 >= last or words.word[end] != ",":
            break
        mark = search.scene.starting(end + 1)
        if mark is None:
            break
        if mark.kind == "Body" and end + 1 in search.bodies and post.body is None and post.state is None:
            body = search.bodies[end + 1]
            stop = max(body.extent, body.end)
            if stop < last and words.lower[stop] not in {",", ".", ";", ")", "]", "/"}:
                break
            post = replace(post, body=body, placed=True)
            end = stop
            continue
        if mark.kind == "State" and post.state is None:
            stop = mark.end
            newline = (
                stop >= last
                or "\n" in words.text[words.end[stop - 1] : words.begin[stop]]
                or words.word[stop] in {".", ";", ")", "]"}
            )
            if not newline:
                break
            post = replace(post, state=mark.state, placed=True)
            end = stop
            continue
        break
    return post, end


def _portfolio_end(search: _Search, k: int, last: int) -> int:
    words = search.scene.words
    portfolios = load_words("portfolios")
    j = k
    while j < last and (
        words.lower[j] in portfolios
        or (words.lower[j] in {"and", "&", ","} and j + 1 < last and words.lower[j + 1] in portfolios and j > k)
    ):
        j += 1
    return j


def _share(search: _Search, persons: list[Person]) -> list[Person]:
    """Give both persons of "X and Y of the Z Army", "two envoys of Z, X and Y" what is said of them together."""
    words = search.scene.words
    shared = list(persons)
    for i in range(1, len(shared)):
        left, right = shared[i - 1], shared[i]
        between = words.lower[left.extent : right.begin]
        if left.extent > right.begin or not between or set(between) - {"and", ",", "&"}:
            continue
        plural = [post for post in right.behind if words.lower[post.noun][:-1] in load_words("post-nouns")]
        if plural and not left.behind:
            shared[i - 1] = left = replace(left, behind=tuple(plural))
        elif between == ["and"] and left.body is None and left.state is None and not left.behind and left.before is None:
            shared[i - 1] = left = replace(left, body=right.body, state=right.state)
        if left.before is not None and words.lower[left.before.noun].endswith("s") and right.before is None:
            shared[i] = replace(right, before=left.before)
    return shared
