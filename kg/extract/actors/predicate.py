"""What a sentence says of a person's post by its verbs: "who chairs the committee", "was elected President"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.extract.actors.bodyform import Body
from kg.extract.actors.post import Post
from kg.extract.actors.postsubject import find_reference
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words

_REACH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What verbs add to a person."""

    posts: tuple[Post, ...] = ()
    state: str | None = None
    """IRI of the State that they spoke or signed for."""
    body: Body | None = None
    """The body that they spoke for."""


def find_statement(
    scene: Scene, posts: Mapping[int, Post], bodies: Mapping[int, Body], extent: int, stop: int
) -> Statement:
    """Read the words between the end of a person's mention and the next person, or the sentence's end."""
    words = scene.words
    found: list[Post] = []
    state: str | None = None
    body: Body | None = None
    for i in range(extent, stop):
        word = words.lower[i]
        leads = word in load_words("heading")
        if leads and state is None and body is None:
            state = _find_led(scene, i + 1, stop)
        if leads and (i > extent or state is not None):
            continue
        if word in {"for", "of", "at", "with", "representing", "represented", "represents"}:
            if state is None and body is None:
                state, body = _find_spoken_for(scene, bodies, i, extent)
        elif i == extent and word == "joined":
            joined = _find_joined(scene, posts, bodies, i, stop)
            found += [joined] if joined is not None else []
        elif i == extent and (held := _find_chaired(scene, bodies, i, stop)) is not None:
            found.append(held)
        elif word == "who" or word == "as" or word in load_words("chosen") or word in load_words("holding-post"):
            post = _find_stated(scene, posts, bodies, i, extent, stop)
            if post is not None:
                found.append(post)
    return Statement(posts=tuple(found), state=state, body=body)


def _find_stated(
    scene: Scene, posts: Mapping[int, Post], bodies: Mapping[int, Body], i: int, extent: int, stop: int
) -> Post | None:
    """Give the post that the verb or "as" at word i states."""
    words = scene.words
    word = words.lower[i]
    if word == "who":
        described = words.lower[extent + 1 : extent + 2] in (["a"], ["an"], ["the"]) and i - extent < _REACH
        described = described and words.word[extent] == "," and "," not in words.word[extent + 1 : i]
        if (i > extent + 1 and not described) or i + 1 >= stop:
            return None
        verb = next((k for k in range(i + 1, stop) if words.lower[k] not in load_words("since-then")), i + 1)
        is_it = words.lower[verb] in load_words("holding-post")
        return _find_held(scene, bodies, verb, stop) or (
            _find_post(scene, posts, verb + is_it, stop) if is_it or words.lower[verb - 1] == "been" else None
        )
    own = posts.get(i) if word in load_words("chosen") else None  # "appointed Ambassador" reads as one post
    post = own or _find_post(scene, posts, i + 1, stop)
    if post is None:
        return None
    if words.lower[i - 1] in {"act", "acts", "acted"} and not (post.placed or words.capital[post.noun]):
        return None  # "will act as secretary-general" of the meeting
    if word in load_words("holding-post"):
        behind = extent + 2 if word == "be" else extent + 1
        said = post.placed or post.definite or (words.capital[post.noun] and not post.weak)
        return post if i <= behind and said else None
    return post if i - extent <= _REACH and (post.placed or not post.weak) else None


def _find_chaired(scene: Scene, bodies: Mapping[int, Body], i: int, stop: int) -> Post | None:
    """Read "has chaired the committee since 2004", "heads the agency" right behind a name as a post."""
    words = scene.words
    if words.lower[i] != "has":
        return _find_held(scene, bodies, i, stop) if words.lower[i].endswith("s") else None
    verb = i + 2 if words.lower[i + 1 : i + 2] == ["also"] else i + 1
    return _find_held(scene, bodies, verb, stop) if verb < stop else None


def _find_joined(scene: Scene, posts: Mapping[int, Post], bodies: Mapping[int, Body], i: int, stop: int) -> Post | None:
    """Read "joined UNIDIR as a fellow", "joined the ICRC as its president" at word i as a post."""
    words = scene.words
    j = i + 1 + (words.lower[i + 1 : i + 2] == ["the"])
    body = bodies.get(j) if j < stop else None
    end = max(body.extent, body.end) if body is not None else stop
    if body is None or end >= stop or words.lower[end] != "as":
        return None
    post = _find_post(scene, posts, end + 1, stop)
    return replace(post, body=body, placed=True) if post is not None and post.body is None else None


def _find_post(scene: Scene, posts: Mapping[int, Post], i: int, stop: int) -> Post | None:
    words = scene.words
    while i < stop and i not in posts and words.lower[i] in load_words("before-post"):
        i += 1
    return posts.get(i) if i < stop else None


def _find_held(scene: Scene, bodies: Mapping[int, Body], i: int, stop: int) -> Post | None:
    """Read "chairs the committee", "directs the GICHD" at word i as a post."""
    words = scene.words
    titles = dict(row.split("=") for row in load_words("post-verbs"))
    title = titles.get(words.lower[i])
    j = i + 1
    while j < stop and words.lower[j] in load_words("before-post"):
        j += 1
    if title is None or j >= stop:
        return None
    mark = scene.starting(j)
    if (
        mark is not None
        and mark.kind in {"State", "Demonym", "Body"}
        and mark.end < stop
        and words.lower[mark.end] in load_words("led-by-state")
    ):
        end = mark.end + 1
        return Post(
            begin=i,
            core=i,
            noun=i,
            end=end,
            position=f"{title} of {words.lower[mark.end]}",
            state=mark.state if mark.kind != "Body" else None,
            body=bodies.get(j),
            definite=True,
            placed=True,
        )
    body = bodies.get(j)
    reference = None if body is not None else find_reference(scene, j, stop) or _find_unit(scene, j, stop)
    if reference is not None and reference + 1 < stop and words.lower[reference] in {"of", "at", "in", "for"}:
        body = bodies.get(reference + 2 if words.lower[reference + 1] == "the" else reference + 1)
    if body is None and reference is None:
        return None
    end = max(body.extent, body.end) if body is not None else reference or j
    place = (j, reference) if reference is not None else None
    return Post(
        begin=i, core=i, noun=i, end=end, position=title, body=body, reference=place, definite=True, placed=True
    )


def _find_unit(scene: Scene, j: int, stop: int) -> int | None:
    """Read "disarmament and security section" before "of" at word j, as what somebody heads; give its end."""
    words = scene.words
    for k in range(j, min(j + 6, stop - 1)):
        if words.lower[k] in load_words("unit-heads") and words.lower[k + 1] in {"of", "at", "in"}:
            return k + 1
        if scene.cover[k] is not None or not (words.word[k].isalpha() or "-" in words.word[k]):
            return None
    return None


def _find_led(scene: Scene, i: int, stop: int) -> str | None:
    """Give the State of "led the Peruvian delegation", "will head the delegation of Peru" at word i."""
    words = scene.words
    while i < stop and words.lower[i] in load_words("before-side"):
        i += 1
    mark = scene.starting(i) if i < stop else None
    if mark is not None and mark.kind in {"State", "Demonym"}:
        behind = words.lower[mark.end : mark.end + 4]
        behind = behind[1:] if behind[:1] in (["'s"], ["?s"]) else behind
        return mark.state if load_words("sides") & set(behind[:3]) else None
    if i + 2 >= stop or words.lower[i] not in load_words("sides") or words.lower[i + 1] not in {"of", "from"}:
        return None
    j = i + 2
    while j < stop and words.lower[j] in {"the", "government", "republic", "of"}:
        j += 1
    mark = scene.starting(j) if j < len(words.lower) else None
    return mark.state if mark is not None and mark.kind in {"State", "Demonym"} else None


def _acts_for(scene: Scene, i: int) -> bool:
    """Tell whether "for" behind a name says for whom its bearer acts: "X for Peru and Y for Chile", "X for UNMAS."."""
    words = scene.words
    j = i + 1 + (words.lower[i + 1 : i + 2] == ["the"])
    mark = scene.starting(j) if j < words.last[i] else None
    if mark is None or mark.kind not in {"State", "Body"}:
        return False
    closed = mark.end >= words.last[i] or words.lower[mark.end] in {"and", ",", ";", ".", ")", "("}
    verbs = words.lower[words.first[i] : words.last[i]]
    return closed and not load_words("for-each").isdisjoint(verbs)


def _find_spoken_for(scene: Scene, bodies: Mapping[int, Body], i: int, extent: int) -> tuple[str | None, Body | None]:
    """Read "spoke for Serbia", "signed on behalf of Ukraine", ", representing the ICRC," at word i."""
    words = scene.words
    word, before = words.lower[i], words.lower[i - 1]
    if word == "of" and not (before == "behalf" and words.lower[i - 2] == "on"):
        return None, None
    charged = not load_words("charged-with").isdisjoint(words.lower[extent : min(i, extent + 5)])
    charged = charged and word in {"at", "in", "with"}
    works = not load_words("working-for").isdisjoint(words.lower[extent : min(i, extent + 3)]) or charged
    works = works and i - extent < _REACH
    acting = before in load_words("acting-for") or works or (i == extent and _acts_for(scene, i))
    if (
        (word == "for" and not acting)
        or (word in {"at", "with"} and not works)
        or (word.startswith("represent") and i > extent + 1)
    ):
        return None, None
    j = i + 1
    while j < words.last[i] and words.lower[j] in load_words("heads-of-states"):
        j += 1
    mark = scene.starting(j) if j < words.last[i] else None
    if mark is None:
        return None, None
    if mark.kind == "Body":
        return None, bodies.get(j)
    return (mark.state, None) if mark.kind == "State" else (None, None)
