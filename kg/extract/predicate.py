"""What a sentence says of a person's post by its verbs: "who chairs the committee", "was elected President"."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.body import Body
from kg.extract.pattern import load_words
from kg.extract.post import Post, find_reference
from kg.extract.scene import Scene

_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our", "new", "this"})
_CHOSEN = frozenset("appointed elected re-elected reelected named made chosen nominated became becomes become designated sworn confirmed".split())
_BEING = frozenset({"is", "was", "remains", "remained", "served", "serves", "acts", "acted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What verbs add to a person."""

    posts: tuple[Post, ...] = ()
    state: str | None = None
    """IRI of the State that they spoke or signed for."""
    body: Body | None = None
    """The body that they spoke for."""


def find_statement(
    scene: Scene, posts: Mapping[int, Post], bodies: Mapping[int, Body], begin: int, extent: int, stop: int
) -> Statement:
    """Read the words between a person (begin to extent) and the next person, or the sentence's end."""
    words = scene.words
    found: list[Post] = []
    state: str | None = None
    body: Body | None = None
    for i in range(extent, stop):
        word = words.lower[i]
        if word == "who" and i <= extent + 1 and i + 1 < stop:
            held = _held(scene, bodies, i + 1, stop)
            if held is not None:
                found.append(held)
            elif words.lower[i + 1] in _BEING:
                post = _post_at(scene, posts, i + 2, stop)
                found += [post] if post is not None else []
        elif word == "as" or word in _CHOSEN:
            post = _post_at(scene, posts, i + 1, stop)
            if post is not None and (post.placed or not post.weak) and i - extent <= 14:
                found.append(post)
        elif word in _BEING and i <= extent + 1:
            post = _post_at(scene, posts, i + 1, stop)
            if post is not None and (post.placed or post.definite):
                found.append(post)
        elif word in {"for", "of", "representing"} and state is None and body is None:
            state, body = _spoken_for(scene, bodies, i, extent)
    return Statement(posts=tuple(found), state=state, body=body)


def _post_at(scene: Scene, posts: Mapping[int, Post], i: int, stop: int) -> Post | None:
    words = scene.words
    while i < stop and words.lower[i] in _ARTICLES | {"as", "by", "then"}:
        i += 1
    return posts.get(i) if i < stop else None


def _held(scene: Scene, bodies: Mapping[int, Body], i: int, stop: int) -> Post | None:
    """Read "chairs the committee", "directs the GICHD" at word i as a post."""
    words = scene.words
    titles = dict(row.split("=") for row in load_words("post-verbs"))
    if words.lower[i] not in titles:
        return None
    j = i + 1
    while j < stop and words.lower[j] in _ARTICLES | {"over"}:
        j += 1
    if j >= stop:
        return None
    body = bodies.get(j)
    reference = None if body is not None else find_reference(scene, j, stop)
    if reference is not None and reference + 1 < stop and words.lower[reference] == "of":
        k = reference + 2 if words.lower[reference + 1] == "the" else reference + 1
        body = bodies.get(k)
    if body is None and reference is None:
        return None
    return Post(
        begin=i,
        core=i,
        noun=i,
        end=max(body.extent, body.end) if body is not None else reference or j,
        position=titles[words.lower[i]],
        body=body,
        reference=(j, reference) if reference is not None else None,
        definite=True,
        placed=True,
    )


def _spoken_for(scene: Scene, bodies: Mapping[int, Body], i: int, extent: int) -> tuple[str | None, Body | None]:
    """Read "spoke for Serbia", "signed on behalf of Ukraine", ", representing the ICRC," at word i."""
    words = scene.words
    before = words.lower[i - 1]
    if words.lower[i] == "of" and not (before == "behalf" and words.lower[i - 2] == "on"):
        return None, None
    if words.lower[i] == "for" and before not in {"spoke", "speaking", "signed", "it", "signing", "speaks"}:
        return None, None
    if words.lower[i] == "representing" and i > extent + 1:
        return None, None
    j = i + 1
    while j < words.last[i] and words.lower[j] in {"the", "government", "of", "his", "her"}:
        j += 1
    mark = scene.starting(j) if j < words.last[i] else None
    if mark is None:
        return None, None
    if mark.kind == "Body":
        return None, bodies.get(j)
    return (mark.state, None) if mark.kind == "State" else (None, None)
