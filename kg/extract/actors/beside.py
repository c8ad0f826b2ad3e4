"""What stands beside a person's name: the post in apposition, the body of a list, a bracket, the line below."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.actors.bodyform import Body
from kg.extract.actors.nameform import is_column_apart, is_dash
from kg.extract.actors.post import Post
from kg.extract.names.scene import Mark, Scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_words
from kg.model import BASE

_SIGNED = re.compile(r"\(?signed\)?:?|\(?sgd\.?\)?|by:?", re.IGNORECASE)

_CONGRESS = re.compile(r"[RDI]-[A-Z][A-Za-z.]{1,8}")
"""Party and home of a member of the Congress of the United States: "R-IN"."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around persons: posts and bodies by where they begin and end."""

    scene: Scene
    post_begins: Mapping[int, Post]
    post_ends: Mapping[int, Post]
    post_reach: Mapping[int, int]
    """Ends of posts by first word."""
    bodies: Mapping[int, Body]


def look_around(scene: Scene, bodies: Sequence[Body], posts: Sequence[Post]) -> Around:
    """File posts and bodies by where they begin and end."""
    begins = {post.core: post for post in posts} | {post.begin: post for post in posts}
    return Around(
        scene=scene,
        post_begins=begins,
        post_ends={post.end: post for post in posts},
        post_reach={begin: post.end for begin, post in begins.items()},
        bodies={body.begin: body for body in bodies},
    )


def find_post_below(around: Around, begin: int, end: int) -> Post | None:
    """Give the post on the line below a name that has a line of its own, as under a signature."""
    words = around.scene.words
    if end >= len(words.word):
        return None
    text = words.text
    above = text[text.rfind("\n", 0, words.begin[begin]) + 1 : words.begin[begin]]
    gap = text[words.end[end - 1] : words.begin[end]]
    post = around.post_begins.get(end)
    if post is None or _SIGNED.sub("", above).strip(" \t*#>") or gap.strip(" \t,") != "\n" or not words.capital[end]:
        return None
    stop = post.end
    while stop + 1 < len(words.word) and words.word[stop] == "," and stop + 1 in around.post_begins:
        stop = around.post_begins[stop + 1].end
    if stop + 1 < len(words.word) and words.word[stop] == "," and stop + 1 in around.bodies:
        stop = around.bodies[stop + 1].end
    rest = text[words.end[stop - 1] : words.begin[stop]] if stop < len(words.word) else "\n"
    return post if "\n" in rest else None


def is_post_beside(around: Around, begin: int, end: int) -> bool:
    """Tell whether a post or body stands in the next column, or behind a dash, of a line that a name begins."""
    scene, words = around.scene, around.scene.words
    if end >= words.last[begin]:
        return False
    above = words.text[words.text.rfind("\n", 0, words.begin[begin]) + 1 : words.begin[begin]]
    k = end + 1 if is_dash(scene, end) else end
    apart = k > end or is_column_apart(scene, end)
    beside = k in around.post_begins or k in around.bodies
    return apart and beside and words.capital[k] and not any(c.isalpha() for c in above)


def find_apposition(around: Around, k: int, last: int) -> Post | None:
    """Give the post that begins at word k, articles and "then" aside."""
    words = around.scene.words
    ahead, based = load_words("before-apposition"), ("-based", "-born", "-year-old")
    while k < last and (words.lower[k] in ahead or words.lower[k].endswith(based)) and k not in around.post_begins:
        k += 1
    post = around.post_begins.get(k) if k < last else None
    if post is not None and post.end + 1 < last and words.lower[post.end] in {"'s", "?s"}:
        return around.post_begins.get(post.end + 1, post)  # "the Secretary-General's Special Representative"
    return post


def find_rank_end(around: Around, j: int, last: int) -> int:
    """Give the comma behind the rank of "NAME, Brigadier General, BODY", whose first comma is word j; else j."""
    words = around.scene.words
    k = j + 1
    while k < last and words.capital[k] and words.lower[k] in load_words("ranks"):
        k += 1
    return k if j + 1 < k < last and words.word[k] == "," else j


def find_listed_body(around: Around, j: int, last: int) -> Body | None:
    """Give the body in a list's "NAME, BODY" or "NAME, BODY, State", whose comma is word j."""
    words = around.scene.words
    j = find_rank_end(around, j, last)
    service = around.scene.starting(j + 1)
    if service is not None and service.kind == "State" and service.end < last and words.word[service.end] == ",":
        j = service.end  # "USA" behind an officer's name
    body = around.bodies.get(j + 1)
    opens = next((k for k in range(j, words.first[j], -1) if words.word[k - 1] in {";", ":"}), words.first[j])
    if body is None:
        return None
    far = opens + 10 < j
    end = max(body.extent, body.end)
    whole = around.bodies.get(end + 1) if end + 1 < last and words.word[end] == "," else None
    if whole is not None:
        end = max(whole.extent, whole.end)
        body = body if body.head in load_words("branches") else whole
    mark = around.scene.starting(end + 1) if end + 1 < last and words.word[end] in {",", "("} else None
    if mark is not None and mark.kind in {"State", "City", "Capital"}:
        end = mark.end + (mark.end < last and words.word[end] == "(" and words.word[mark.end] == ")")
    return body if _closes_entry(around, end, last, far=far) else None


def _closes_entry(around: Around, end: int, last: int, *, far: bool) -> bool:
    """Tell whether word end closes what stands behind a name; `far` from where a list may open, only a verb does."""
    words = around.scene.words
    if end + 1 < last and words.word[end] == "," and words.lower[end + 1] in load_words("human-verbs") | {"as"}:
        return True  # "Major X, Y Agency, presented ..."
    if end >= last or words.word[end] in {".", ";", ")"}:
        return True
    if over_chair(words, end) > end or _opens_entry(around, end, last):
        return True
    if far:
        return False
    post = around.post_begins.get(end + 1) if words.word[end] == "," else None
    if post is not None and post.end >= last:
        return True  # "Mr X, Y Centre, Director"
    return "\n" in words.text[words.end[end - 1] : words.begin[end]]


def _opens_entry(around: Around, i: int, last: int) -> bool:
    """Tell whether word i parts an entry from the next, ", Mr Y" or "and Dr Y", in a row that names people first."""
    words, titles = around.scene.words, load_words("person-titles")
    k = i + 1 + (words.word[i] == "," and words.lower[i + 1 : i + 2] == ["and"])
    if words.lower[i] not in {",", "and"} or k >= last or not words.capital[k] or words.lower[k] not in titles:
        return False
    first = next(n for n in range(words.first[i], k + 1) if words.capital[n] and words.lower[n] in titles)
    return first < i and not (words.word[first - 1] == "," and around.scene.kind_at(first - 2) == "Body")


def over_chair(words: Words, i: int) -> int:
    """Step over the "(chair)" that closes an entry of a list, "X, Ministry of Mines (chair)"; i where none stands."""
    if words.word[i : i + 1] != ["("] or words.word[i + 2 : i + 3] != [")"]:
        return i
    return i + 3 if words.lower[i + 1] in load_words("chair-posts") else i


def read_citizen(around: Around, j: int, last: int) -> Mark | None:
    """Give the people of "X, the Canadian who ...", "X, an Afghan." behind a name whose comma is word j."""
    words = around.scene.words
    mark = around.scene.starting(j + 2) if j + 3 < last and words.lower[j + 1] in {"a", "an", "the"} else None
    if mark is None or mark.kind != "Demonym" or words.word[j] != ",":
        return None
    closed = mark.end >= last or words.lower[mark.end] in {"who", ".", ",", ";"}
    return mark if closed else None


@dataclass(frozen=True, slots=True)
class Bracket:
    """What a bracket behind a name says."""

    end: int
    post: Post | None
    body: Body | None
    state: str | None


def read_bracket(around: Around, j: int) -> Bracket | None:
    """Read "(Director, ITF)", "(ICRC)", "(Canada)" at word j; None where it says nothing of a person."""
    words = around.scene.words
    close = next((k for k in range(j + 1, min(j + 30, words.last[j])) if words.word[k] in ")]"), None)
    if close is None:
        return None
    inside = range(j + 1, close)
    post = next((around.post_begins[k] for k in inside if k in around.post_begins), None)
    body = next((around.bodies[k] for k in inside if k in around.bodies), None)
    marks = [around.scene.starting(k) for k in inside]
    state = next((mark.state for mark in marks if mark is not None and mark.kind == "State"), None)
    if close == j + 2 and _CONGRESS.fullmatch(words.word[j + 1]):
        state = f"{BASE}state/USA"
    if post is None and body is None and state is None:
        return None
    return Bracket(close + 1, post, body, state)
