"""Persons in a text, told by the form of a name and by what stands around it.

A run of unknown capitalised words is a person where a title or post stands before it, a post in apposition behind
it, or a verb that only people do; also where it begins with a given name and nothing speaks against it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.actors.beside import Around, find_apposition, find_post_below, is_post_beside
from kg.extract.actors.bodyform import Body, is_shouted, list_heads
from kg.extract.actors.evident import find_state_behind, is_evident
from kg.extract.actors.known import find_known
from kg.extract.actors.nameform import (
    Titles,
    count_name_words,
    find_name_end,
    find_peerage_end,
    find_suffix_end,
    is_column_apart,
    is_common,
    is_dash,
    is_initial,
    opens_no_name,
    read_titles,
    write_name,
)
from kg.extract.actors.post import Post
from kg.extract.actors.postnoun import singular_post
from kg.extract.names.namesake import is_given_name
from kg.extract.names.scene import Scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import BASE

_LEADING_IN = frozenset({"the", "a", "an", "then", "its", "his", "her", "their", "our"})
_GLUED = re.compile(r"[a-z]{4,}[A-Z]")
"""Two words run together, as where a caption touches a name."""


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


def find_persons(around: Around) -> list[Person]:
    """Find the full names of persons in text order, with the posts before them."""
    words = around.scene.words
    found: list[Person] = []
    unsure: list[Person] = []
    floor = 0
    inside = {k for post in around.post_ends.values() for k in range(post.core + 1, post.end)}
    for i, capital in enumerate(words.capital):
        if i < floor or i in inside or not (capital or words.word[i][0] == "@"):
            continue
        if opens_no_name(around.scene, i) or _opens_post(around, i):
            continue
        person = _read_person(around, i, found[-1] if found else None)
        if person is not None:
            firm = bool(person.titles or person.royal or person.before)
            (found if firm or is_evident(around, person) else unsure).append(person)
            floor = person.end
    found += _confirm(around, found, unsure)
    return sorted(found, key=lambda person: person.begin)


def _opens_post(around: Around, i: int) -> bool:
    """Tell whether word i is the adjective that opens a post: "Senior" of "Senior State Attorney X"."""
    return i in around.post_reach and around.scene.words.lower[i] in _OPENING_POSTS


_OPENING_POSTS = frozenset({"senior", "deputy", "assistant", "acting", "associate", "principal", "chief", "vice"})


# --- reading one name -------------------------------------------------------------------------------


def _read_person(around: Around, i: int, previous: Person | None) -> Person | None:
    """Read a name at word i with titles and the post before it; `previous` is the person read before."""
    scene = around.scene
    words = scene.words
    titles = _read_titles(around, i, previous)
    post, touching = _find_post_before(around, i, titles)
    apart = not touching or (i > 0 and "\n" in words.text[words.end[i - 1] : words.begin[i]])
    if post is not None and previous is not None and apart and _belongs_to(around, post, previous):
        post, touching = None, False
    alike = previous is not None and (bool(previous.titles) or not titles.words)
    if post is None and previous is not None and alike and _shares_post(around, previous, i):
        post, touching = previous.before, True
    if post is None and previous is not None:
        post = _find_carried(around, previous, i)
    firm = bool(titles.words or titles.royal or post is not None)
    start = titles.end
    end = find_name_end(scene, start, around.post_reach, firm=firm)
    if end == start:
        end = _find_odd_end(around, start) if not firm else start
    elif not firm:
        end = _find_long_end(around, start, end)
    if (
        end == start
        or _is_spaced_out(words, start, end)
        or not _is_likely(around, i, start, end, titles, post, touching=touching)
    ):
        return None
    if post is not None and all(words.lower[k] in load_words("ranks") for k in range(start, end)):
        return None  # "the Chief Constable"
    tail = find_suffix_end(scene, end)
    if titles.royal and tail == end + 1 and words.word[end].strip("XVI") == "":
        end = tail  # "Pope Pius XII"
    if titles.words and titles.words[-1] in load_words("noble-titles"):
        tail = find_peerage_end(scene, tail)
    earlier = _find_earlier(around, post, previous) if touching else ()
    return Person(
        begin=i,
        head=start,
        head_end=end,
        end=tail,
        name=write_name(scene, start, end) if words.word[start][0] != "@" else words.word[start],
        titles=titles.words,
        royal=titles.royal,
        before=post,
        earlier=earlier,
        touching=touching,
        extent=tail,
    )


def _is_spaced_out(words: Words, i: int, j: int) -> bool:
    """Tell whether a run of words is one word whose letters stand apart: "T H E"."""
    return all(len(word) == 1 for word in words.word[i:j])


def _shares_post(around: Around, previous: Person, i: int) -> bool:
    """Tell whether the name at word i goes on with "Presidents X and Y"."""
    words = around.scene.words
    if previous.before is None or not _is_plural(around, previous.before):
        return False
    listed = previous.touching or previous.before.several
    if not listed and around.scene.words.lower[previous.begin - 1] not in {"be", "are", "were"}:
        return False
    between = words.lower[_over_place(around, previous.end) : i]
    return bool(between) and set(between) <= {"and", ",", "&"} and len(between) <= 2


def _read_titles(around: Around, i: int, previous: Person | None) -> Titles:
    """Read the forms of address at word i; "Messrs. X, Y and Z" have theirs from the first of them."""
    titles = read_titles(around.scene, i, around.post_reach)
    if titles.words or previous is None or load_words("titles-of-several").isdisjoint(previous.titles[-1:]):
        return titles
    between = around.scene.words.lower[_over_place(around, previous.end) : i]
    listed = between in ([","], ["and"], ["&"], [",", "and"]) and around.scene.cover[i] is None
    return Titles(i, previous.titles) if listed else titles


def _find_carried(around: Around, previous: Person, i: int) -> Post | None:
    """Give the post of Y in "the Presidents of Peru, X; of Chile, Y", with the State of its own."""
    words, scene, post = around.scene.words, around.scene, previous.before
    mark = scene.cover[i - 2] if i - 2 > words.first[i] and words.word[i - 1] == "," else None
    if post is None or mark is None or mark.kind != "State" or post.state is None or not _is_plural(around, post):
        return None
    k = mark.begin - 1 - (words.lower[mark.begin - 1] == "the")
    if words.lower[k] not in {"of", "from"} or set(words.lower[max(previous.extent, previous.end) : k]) - {
        ";",
        ",",
        "and",
    }:
        return None
    return replace(post, state=mark.state)


def _over_place(around: Around, j: int) -> int:
    """Step over the "of Poland" and the "(Poland)" behind a name."""
    words, scene = around.scene.words, around.scene
    last = words.last[j - 1]
    if j + 1 >= last or words.lower[j] not in {"of", "(", "from"}:
        return j
    if words.word[j] == "(":
        return next((k + 1 for k in range(j + 1, min(j + 6, last)) if words.word[k] == ")"), j)
    mark = scene.starting(j + 2 if words.lower[j + 1] == "the" else j + 1)
    return mark.end if mark is not None and mark.kind in {"State", "Body"} and mark.end <= last else j


def _belongs_to(around: Around, post: Post, previous: Person) -> bool:
    """Tell whether a post is the apposition of the name read before, titles and letters behind it included."""
    words = around.scene.words
    k = post.begin - 1
    while k > previous.end and words.lower[k] in _LEADING_IN:
        k -= 1
    if previous.head_end - previous.head < 2:
        return False  # "Mr. Larsen, the Director of the Centre, Ms. Umarova, and ..."
    named = previous.before is None or _is_rank(around, previous.before) or k == post.begin - 1
    return previous.end == k and words.word[k] == "," and named


def _is_rank(around: Around, post: Post) -> bool:
    return all(word in load_words("ranks") for word in around.scene.words.lower[post.begin : post.end])


def _is_plural(around: Around, post: Post) -> bool:
    return singular_post(around.scene.words.lower[post.noun]) is not None


def _find_bracketed_post(around: Around, i: int, titles: Titles) -> Post | None:
    """Give the post of "the Minister of State (Mr X)" and of "Joint Secretary (West) Mr X"."""
    words = around.scene.words
    if i < 2:
        return None
    if words.word[i - 1] == "(":
        post = around.post_ends.get(i - 1)
        return post if post is not None and (titles.words or _fills_bracket(around, i, post)) else None
    if words.word[i - 1] != ")":
        return None
    opening = next((k for k in range(i - 2, max(words.first[i], i - 8), -1) if words.word[k] == "("), None)
    if not titles.words and not load_words("portfolios").issuperset(words.lower[opening or i : i - 1][1:] or [""]):
        return None
    return around.post_ends.get(opening) if opening is not None else None


def _find_couple_post(around: Around, i: int, titles: Titles) -> Post | None:
    """Give the post of "the Secretary of State and Mrs. X Y", where the husband's name stands behind."""
    if titles.words[-1:] != ("mrs",) or i < 2 or around.scene.words.lower[i - 1] != "and":
        return None
    post = around.post_ends.get(i - 1)
    return post if post is not None and (post.definite or post.placed) else None


def _fills_bracket(around: Around, i: int, post: Post) -> bool:
    """Tell whether a name alone fills the bracket behind a post: "the Minister for Europe (Jane Smith)"."""
    words = around.scene.words
    end = find_name_end(around.scene, i, around.post_reach, firm=False)
    alone = end - i >= 2 and end < words.last[i] and words.word[end] == ")"
    return alone and (post.definite or post.placed or words.first[i] == post.begin)


def _find_post_before(around: Around, i: int, titles: Titles) -> tuple[Post | None, bool]:
    """Give the post before word i, and whether it touches the name: "Minister X", "the Minister, X"."""
    words = around.scene.words
    bracketed = _find_bracketed_post(around, i, titles) or _find_couple_post(around, i, titles)
    if bracketed is not None:
        return bracketed, False
    titled = bool(titles.words) and words.lower[i - 1] == "the"  # "Prime Minister the Hon. X"
    post = around.post_ends.get(i - titled)
    if post is not None and is_column_apart(around.scene, i):
        return None, False
    if post is not None:
        gap = words.text[words.end[i - 1 - titled] : words.begin[i]]
        if "\n" in gap and (
            (gap.count("\n") > 1 and not titled) or belongs_left(around, post) or _changes_case(around, i)
        ):
            return None, False
        return post, True
    labelled = around.post_ends.get(i - 1) if words.word[i - 1] == ":" else None
    if labelled is not None and words.first[i] in {labelled.begin, labelled.begin - 1}:
        return labelled, False  # "Director: X"
    named = _find_post_of_being(around, i)
    if named is not None:
        return named, False
    comma = i - 1
    if titles.words and comma > 0 and words.lower[comma] == "the":
        comma -= 1
    if comma <= 0 or words.word[comma] != ",":
        return None, False
    timed = words.lower[max(comma - 3, 0) : comma] == ["at", "the", "time"]  # "the Minister at the time, X"
    post = around.post_ends.get(comma - 3 if timed else comma)
    if post is None or belongs_left(around, post) or _is_greeted(around, post):
        return None, False
    labels = post.begin > words.first[i] and words.word[post.begin - 1] == ":"
    sure = post.definite or post.placed or titles.words or labels or _is_plural(around, post)
    sure = sure or (
        words.lower[post.core - 1] in {"a", "an"} and post.end > post.noun + 1
    )  # "a minister of justice, X"
    return (post, False) if sure else (None, False)


def _find_post_of_being(around: Around, i: int) -> Post | None:
    """Give the post of "The Vice-Chairmen will be X and Y", "The secretary of the committee is X"."""
    words = around.scene.words
    k = i - 1
    if k <= words.first[i] or words.lower[k] not in {"be", "is", "are", "was", "were"}:
        return None
    while k > words.first[i] and words.lower[k - 1] in {"will", "shall", "is", "to", "are", "again"}:
        k -= 1
    post = around.post_ends.get(k)
    told = post is not None and not post.weak and (post.definite or post.placed)
    return post if told and words.capital[i] else None


def _is_greeted(around: Around, post: Post) -> bool:
    """Tell whether those in a post are the object of the words that open the sentence: "Welcoming the hosts, X"."""
    words = around.scene.words
    k = post.begin - 1 if words.lower[post.begin - 1] == "the" else post.begin
    return k > 0 and k - 1 == words.first[post.begin] and words.lower[k - 1].endswith("ing")


def _changes_case(around: Around, i: int) -> bool:
    words = around.scene.words
    return words.word[i].isupper() and not words.word[i - 1].isupper()


def _find_earlier(around: Around, post: Post | None, previous: Person | None) -> tuple[Post, ...]:
    """Give the post that a comma parts from the one before the name, where it is not of the person read before."""
    if post is None or not post.begin or around.scene.words.word[post.begin - 1] not in {",", "("}:
        return ()
    above = around.post_ends.get(post.begin - 1)
    bracketed = around.scene.words.word[post.begin - 1] == "("
    if above is None or not (above.definite or above.placed or bracketed) or belongs_left(around, above):
        return ()
    if _is_plural(around, above) and not bracketed:
        return ()  # "representatives of the Fund, the ministers X and Y"
    behind = around.scene.words.word[previous.end : above.begin] if previous is not None else []
    if behind and behind[0] == "," and len(behind) <= 2:
        return ()
    return (above,)


def _find_odd_end(around: Around, i: int) -> int:
    """Read a name whose first word is a common one, "Ban Ki-moon", where a post in apposition proves it."""
    words = around.scene.words
    if i + 2 >= words.last[i] or not is_common(words.lower[i]) or not words.capital[i + 1]:
        return i
    if words.lower[i] in load_words("post-nouns") or words.lower[i] in load_words("function-words"):
        return i
    if is_common(words.lower[i + 1]) or around.scene.cover[i] is not None:
        return i
    end = find_name_end(around.scene, i + 1, around.post_reach, firm=False)
    return end if end > i + 1 and _has_apposition(around, end) else i


def _find_long_end(around: Around, i: int, end: int) -> int:
    """Read a name that ends in a common word, "Clare Short", where what follows proves it."""
    words = around.scene.words
    long = find_name_end(around.scene, i, around.post_reach, firm=True)
    if long <= end or long - i > 3:
        return end
    speaks = long < words.last[i] and words.lower[long] in load_words("saying-verbs")
    speaks = speaks or "who" in words.lower[long : long + 2]
    return long if _has_apposition(around, long) or (speaks and end - i == 1) else end


def _has_apposition(around: Around, end: int) -> bool:
    words = around.scene.words
    if end >= words.last[end - 1] or words.word[end] != ",":
        return False
    post = find_apposition(around, end + 1, words.last[end])
    return post is not None and (post.placed or post.end > post.noun + 1 or post.noun > post.core)


def _is_likely(
    around: Around, i: int, start: int, end: int, titles: Titles, post: Post | None, *, touching: bool
) -> bool:
    """Tell whether a run of words has the form of a name, given what stands before it."""
    scene = around.scene
    words = scene.words
    length = count_name_words(scene, start, end)
    if not (titles.words or titles.royal or post is not None):
        return (length >= 2 or _is_mononym(around, start, end)) and _looks_personal(around, start, end)
    if titles.royal and _names_thing(around, i, end):
        return False
    if titles.royal or (titles.words and not titles.are_ranks):
        return True
    if titles.words and post is None:
        return length > 1 or not is_common(words.lower[start])
    if post is None:
        return False
    if not titles.words and all(scene.cover[k] is not None for k in range(start, end)):
        known = (
            length < 2
            and touching
            and (singular_post(words.lower[post.noun]) or words.lower[post.noun]) in load_words("surname-posts")
            and words.capital[post.noun]
        )
        famous = known and find_known(words.surface(start, end), post.position) is not None
        return famous or (known and not (end < words.last[i] and words.word[end] == ","))
    if not titles.words and is_shouted(scene, start) and not _is_shouted_name(around, i, end):
        return False
    if length >= 2 or (touching and _is_plural(around, post)):
        return True
    if is_shouted(scene, start) or words.lower[post.noun] in load_words("plain-posts"):
        return False
    about = post.end > post.noun + 1 and post.position.lower() not in load_words("national-posts")
    return touching and not about and words.capital[post.noun] and not is_common(words.lower[start])


def _names_thing(around: Around, i: int, end: int) -> bool:
    """Tell whether "Queen Mary", "King George" is a ship's name, or begins that of a place: "King George Island"."""
    words = around.scene.words
    if i > words.first[i] and words.lower[i - 1] in load_words("ship-words"):
        return True
    known = load_words("non-actor-heads") | list_heads()
    return end < words.last[i] and words.capital[end] and words.lower[end] in known


def _is_mononym(around: Around, i: int, end: int) -> bool:
    """Tell whether a word alone is a name: "Mobutu, then its president", where the post is a State's."""
    words = around.scene.words
    if end != i + 1 or around.scene.cover[i] is not None or is_common(words.lower[i]) or words.word[i].isupper():
        return False
    if words.word[end : end + 1] != [","] or end + 1 >= words.last[i]:
        return False
    post = find_apposition(around, end + 1, words.last[i])
    owned = post is not None and (post.pronoun == "its" or post.state is not None)
    return post is not None and owned and words.lower[post.noun] in load_words("surname-posts")


def _is_shouted_name(around: Around, i: int, end: int) -> bool:
    """Tell whether words in capitals behind a post are a name, not the rest of a headline."""
    words = around.scene.words
    closed = end < words.last[i] and words.word[end] in {",", ")", ";"}
    if closed or words.word[i - 1] == "(":
        return True
    return words.word[end - 1].capitalize() in words.word or "by" in words.lower[max(words.first[i], i - 5) : i]


def _looks_personal(around: Around, i: int, j: int) -> bool:
    """Tell whether a run of unknown capitalised words has the form of a person's name."""
    words, scene = around.scene.words, around.scene
    if j - i > 7 or any(_GLUED.search(words.text[words.begin[k] : words.end[k]]) for k in range(i, j)):
        return False
    if any(c.isdigit() for k in range(i, j) for c in words.word[k]):
        return False
    before = words.lower[i - 1] if words.first[i] < i and not is_column_apart(scene, i) else ""
    if (
        before in load_words("place-links")
        or before in load_words("ship-words")
        or (before in load_words("title-words") and words.capital[i - 1])
    ):
        return False
    if scene.cover[j - 1] is not None and scene.cover[i] is not None and not is_given_name(words.lower[i + 1]):
        return False
    block = words.blocks[words.block[i]]
    signed = set(words.lower[words.first[i] : i]) <= {"(", "signed", "sgd", ".", ")", ":"}
    whole = (j == words.last[i] and signed) or is_post_beside(around, i, j)
    whole = whole or find_post_below(around, i, j) is not None
    if block.kind == "heading" and not whole and before not in {"'s", "by", ":"} and not _in_list(around, i):
        return False
    if not before and words.lower[i] in words.written_small:
        return False
    particles = load_words("name-particles")
    small = [words.lower[k] for k in range(i, j - 1) if len(words.word[k]) > 2 and words.lower[k] not in particles]
    if any(lower in words.written_small for lower in small):
        return False
    if j >= words.last[i] or not words.capital[j] or is_column_apart(scene, j):
        return True
    if j in around.post_begins and "\n" in words.text[words.end[j - 1] : words.begin[j]]:
        return True
    return words.lower[j] not in load_words("title-words") and words.lower[j] not in load_words("non-actor-heads")


def _in_list(around: Around, i: int) -> bool:
    words = around.scene.words
    first, last = words.first[i], words.last[i]
    return words.word[last - 1] in {")", "]"} or "," in words.word[first:last]


def belongs_left(around: Around, post: Post) -> bool:
    """Tell whether a post is the apposition of a name that stands before it: "X Y, the Director, Z"."""
    words, scene = around.scene.words, around.scene
    first = words.first[post.begin]
    k = post.begin - 1
    while k > first and words.lower[k] in _LEADING_IN:
        k -= 1
    if k <= first or (words.word[k] != "," and not is_dash(scene, k)):
        return False
    end = k
    while end > first and words.lower[end - 1] in load_words("name-suffixes"):
        end -= 1
    begin = end
    while begin > first and _is_name_like(scene, begin - 1):
        begin -= 1
    if end - begin < 2:
        return False
    titles = load_words("person-titles")
    while begin > first and (words.word[begin - 1] == "." or words.lower[begin - 1].rstrip(".") in titles):
        begin -= 1
    # the name before may have its own post: "Ms A B, the Minister for C, Mr D"
    return begin not in around.post_ends and not (words.word[begin - 1] == "," and begin - 1 in around.post_ends)


def _is_name_like(scene: Scene, k: int) -> bool:
    words = scene.words
    if words.word[k] == ".":
        return k > 0 and is_initial(words.word[k - 1])
    known = is_common(words.lower[k]) or words.lower[k] in load_words("person-titles")
    return words.capital[k] and scene.cover[k] is None and not known and words.lower[k] not in load_words("post-nouns")


def _confirm(around: Around, found: Sequence[Person], unsure: Sequence[Person]) -> list[Person]:
    """Take the unsure names that the text names surely elsewhere, or that stand in a row of persons.

    "Mr Moyo" makes a person of "Tendai Moyo", and "He ..." of whom the sentence before begins with.
    """
    words = around.scene.words
    known = {person.name for person in found}
    surnames = {words.lower[p.head] for p in found if p.titles and p.head_end - p.head == 1}
    ends = {end for person in found for end in (person.end, _over_place(around, person.end))}
    begins = {person.begin for person in found}
    lists = {words.block[person.begin] for person in found if _is_item(around, person)}
    kept: list[Person] = []
    for person in unsure:
        block = words.block[person.begin]
        listed = (block - 1 in lists or block + 1 in lists) and _fills_block(around, person)
        meant = words.lower[person.head_end - 1] in surnames or _is_taken_up(around, person)
        if person.name in known or listed or meant or _is_in_row(around, person, begins, ends):
            kept.append(person)
            known.add(person.name)
            ends |= {person.end, _over_place(around, person.end)}
            if _is_item(around, person):
                lists.add(block)
    return kept


def _is_taken_up(around: Around, person: Person) -> bool:
    """Tell whether a name begins a sentence of running text, and "he" or "she" the next one."""
    words = around.scene.words
    i = person.begin
    after = words.last[i]
    opens = i == words.first[i] or person.end + 1 == after  # "Ask X. He knows."
    if not opens or after >= len(words.word) or words.block[after] != words.block[i]:
        return False
    return words.lower[after] in {"he", "she"} and words.blocks[words.block[i]].kind == "paragraph"


def _is_item(around: Around, person: Person) -> bool:
    words = around.scene.words
    return words.blocks[words.block[person.begin]].kind == "item"


def _is_in_row(around: Around, person: Person, begins: set[int], ends: set[int]) -> bool:
    """Tell whether "and" or a comma joins a name to one that is surely a person's."""
    words = around.scene.words
    i, j = person.begin, person.end
    joined = i >= 2 and words.lower[i - 1] in {"and", ",", "&"}
    if joined and (i - 1 in ends or (words.word[i - 2] == "," and i - 2 in ends)):
        return True
    if words.lower[i - 1] == "and" and find_state_behind(around, j, words.last[i]) is not None:
        return any(words.first[i] <= begin < i for begin in begins)  # "X, its director in Peru, and Y from Mali"
    return j + 2 < words.last[i] and words.lower[j] == "and" and (j + 1 in begins or j + 2 in begins)


def _fills_block(around: Around, person: Person) -> bool:
    words = around.scene.words
    block = words.blocks[words.block[person.begin]]
    span = block.span
    rest = words.text[span.begin : words.begin[person.begin]] + words.text[words.end[person.end - 1] : span.end]
    return block.kind in {"item", "heading"} and not any(c.isalpha() for c in rest)


def list_posts(person: Person) -> Iterator[Post]:
    """Yield a person's posts, those that "and" joins one by one."""
    for post in (*person.earlier, *((person.before,) if person.before is not None else ()), *person.behind):
        yield post
        for other in post.joined:
            if other.body is not None or not other.weak or " " in other.position.strip():
                yield other


def find_titled_state(person: Person) -> str | None:
    """Give the State whose form of address a person has: "Shri" of India."""
    states = load_pairs("titles-of-state")
    code = next((states[title] for title in person.titles if title in states), None)
    return f"{BASE}state/{code}" if code is not None else None
