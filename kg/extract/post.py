"""Posts in a text: "Deputy Minister of Defence", "director", "Head of the Security Policy Division in the Ministry".

A post is a noun from the list of posts with its modifiers, with who it belongs to before ("Kazakhstan's",
"ITF") and what it is about, or where it is held, behind ("of Defence", "at the Ministry of Foreign Affairs").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.body import Body
from kg.extract.pattern import load_words
from kg.extract.scene import Mark, Scene

_DETERMINERS = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "whose", "your"})
_SKIPPED = frozenset({"the", "its", "our", "their", "his", "her", "a", "this", "same", "said", "whole"})
_NOUN_ENDING = re.compile(r"(?:[^s]s|tion|ment|ing|ity|ism|ance|ence|ture|logy|graphy)$")
_LINKS = frozenset({"of", "for", "on", "to", "at", "in", "with", "from", "against", "within", "under"})
_HALF_NOUNS = frozenset({"deputy", "assistant", "chief", "principal", "executive", "alternate", "private", "head"})
_AFTER_NOUN = frozenset({"general", "designate", "elect", "emeritus", "in-charge"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as one place of the text states it; numbers are those of words."""

    begin: int
    """First word, the owner's and modifiers' included, articles not."""
    core: int
    """First word of the position itself."""
    noun: int
    end: int
    position: str
    state: str | None = None
    body: Body | None = None
    reference: tuple[int, int] | None = None
    """Words of a short mention of a body ("the Centre"), to be resolved."""
    pronoun: str = ""
    """ "our", "his" ... where such a word owns the post."""
    definite: bool = False
    placed: bool = False
    """Whether a State or body is stated with the post."""
    weak: bool = False
    """Whether the noun says little without a body."""
    joined: "tuple[Post, ...]" = ()
    """Further posts that "and" joins: "Deputy Prime Minister and Foreign Minister"."""


def find_posts(scene: Scene, bodies: Sequence[Body]) -> list[Post]:
    """Find all posts that a text states, in text order; one inside another is left out."""
    at = {body.begin: body for body in bodies}
    words = scene.words
    found: list[Post] = []
    i, size = 0, len(words.word)
    while i < size:
        if scene.cover[i] is None and _is_noun(scene, i):
            floor = found[-1].end if found else 0
            post = _read_post(scene, at, i, max(floor, words.first[i]))
            found.append(post)
            i = max(i + 1, post.end)
        else:
            i += 1
    return found


def _is_noun(scene: Scene, i: int) -> bool:
    """Tell whether word i is the noun of a post: not "deputy" in "deputy prime minister", plurals in apposition only."""
    words = scene.words
    word = words.lower[i]
    nouns = load_words("post-nouns")
    if word in nouns:
        return not (word in _HALF_NOUNS and _joined_post(scene, i + 1, words.last[i]) is not None)
    if word.endswith("s") and word[:-1] in nouns:
        j = i
        while j > words.first[i] and scene.cover[j - 1] is None and words.lower[j - 1] in load_words("post-modifiers"):
            j -= 1
        if word[:-1] not in load_words("weak-posts") and j - 1 > words.first[i] and words.word[j - 1] == "," and words.capital[j - 2]:
            return True
        following = words.lower[i + 1] if i + 1 < words.last[i] else ""
        if following == "," and i + 3 < words.last[i]:
            return words.capital[i + 2] and words.capital[i + 3] and scene.cover[i + 2] is None
        return following == "of" and word[:-1] in {"envoy", "representative", "ambassador", "adviser", "director"}
    return False


def _read_post(scene: Scene, bodies: Mapping[int, Body], noun: int, floor: int, *, depth: int = 0) -> Post:
    words = scene.words
    last = words.last[noun]
    nouns = load_words("post-nouns")
    start = noun
    while noun + 1 < last and scene.cover[noun + 1] is None:
        following = words.lower[noun + 1]
        if following in {"responsible", "in-charge"} and words.lower[noun + 2 : noun + 3] in (["for"], ["of"]):
            noun += 1
            break
        if following not in _AFTER_NOUN and not (following in nouns and words.capital[noun] == words.capital[noun + 1]):
            break
        noun += 1
    core = _modifiers(scene, start, floor)
    begin, owner, pronoun, definite, reference = _owner(scene, core, floor)
    post = Post(
        begin=begin,
        core=core,
        noun=noun,
        end=noun + 1,
        position="",
        pronoun=pronoun,
        definite=definite,
        weak=words.lower[noun] in load_words("weak-posts"),
    )
    if reference is not None:
        post = replace(post, reference=reference, placed=True)
    if owner is not None:
        body = bodies.get(owner.begin) if owner.kind == "Body" else None
        post = replace(post, state=owner.state if owner.kind != "Body" else None, body=body, placed=True)
    post, stop = _complement(scene, bodies, post, last, depth=depth)
    position = words.surface(core, stop)
    return replace(post, position=re.sub(r"\s*\(.*?\)$|[\s,]+$", "", position))


def _modifiers(scene: Scene, start: int, floor: int) -> int:
    """Go left over "first deputy prime", "Foreign and Defence"; give the first word."""
    words = scene.words
    modifiers, portfolios = load_words("post-modifiers"), load_words("portfolios")
    nouns, titles = load_words("post-nouns"), load_words("title-words")
    i = start
    while i > floor:
        word = words.lower[i - 1]
        if scene.cover[i - 1] is not None:
            break
        known = word in modifiers or word in portfolios or word in nouns
        known = known or (words.capital[i - 1] and word in titles and words.capital[i])
        known = known or (word.isalpha() is False and "-" in word and words.capital[i - 1] == words.capital[i])
        if not known:
            joins = word in {"and", "&"} and i - 2 >= floor and scene.cover[i - 2] is None
            if joins and words.lower[i - 2] in portfolios and words.lower[i] in portfolios:
                i -= 2
                continue
            break
        i -= 1
    return i


def _owner(scene: Scene, core: int, floor: int) -> tuple[int, Mark | None, str, bool, tuple[int, int] | None]:
    """Read who owns the post before its first word: begin, mark, pronoun, definite, reference to a body."""
    words = scene.words
    if core <= floor:
        return core, None, "", False, None
    word = words.lower[core - 1]
    if word in _DETERMINERS:
        return core, None, "", word == "the", None
    if word in _OWNERS:
        return core, None, word, True, None
    possessive = word in {"'s", "?s", "'"}
    i = core - 2 if possessive else core - 1
    if i < floor:
        return core, None, "", False, None
    mark = scene.cover[i]
    if mark is not None and mark.begin >= floor:
        if mark.kind in {"State", "Demonym", "Region", "Country"} or mark.kind == "Body":
            if mark.kind == "Body" and not possessive and words.begin[core] - words.end[core - 1] > 1:
                return core, None, "", False, None
            return mark.begin, mark, "", True, None
        return core, None, "", False, None
    if possessive and mark is None:
        j = i
        while j > floor and (words.capital[j - 1] or words.lower[j - 1] in load_words("portfolios")):
            j -= 1
        if words.capital[i] or (j > floor and words.lower[j - 1] in {"the", "this", "its"}):
            return j, None, "", True, (j, i + 1)
    return core, None, "", False, None


def _complement(scene: Scene, bodies: Mapping[int, Body], post: Post, last: int, *, depth: int) -> tuple[Post, int]:
    """Read what follows the noun; give the post and the end of the position proper."""
    words = scene.words
    i = stop = post.noun + 1
    joined_posts: list[Post] = []
    for _ in range(6):
        if i + 1 >= last:
            break
        link = words.lower[i]
        if link in {"'s", "?s"} and i > post.noun + 1:
            link = "of"
        if link in {"and", "&"}:
            joined = _joined_post(scene, i + 1, last)
            if joined is None:
                break
            rest = _read_post(scene, bodies, joined, i + 1, depth=depth + 1)
            if rest.begin != i + 1:
                break
            post = replace(
                post,
                state=post.state or rest.state,
                body=post.body or rest.body,
                reference=post.reference or rest.reference,
                placed=post.placed or rest.placed,
            )
            joined_posts.append(rest)
            i = rest.end
            continue
        if link not in _LINKS:
            break
        j = i + 1
        while j < last and words.lower[j] in _SKIPPED:
            j += 1
        if j >= last:
            break
        mark = scene.starting(j)
        if mark is None:
            reference = find_reference(scene, j, last)
            if reference is not None and link in {"of", "at", "in", "with", "within", "to"}:
                if words.lower[j - 1] == "its" and post.state is None:
                    post = replace(post, pronoun="its")
                i = reference
                if words.lower[reference - 1] in load_words("unit-heads") and reference - j > 1:
                    stop = i
                    post = replace(post, reference=post.reference or (j, reference))
                else:
                    post = replace(post, reference=(j, reference), placed=True)
                continue
            end = _about(scene, j, last, link)
            if end == j:
                break
            i = stop = end
            continue
        if mark.kind == "Body":
            body = bodies.get(mark.begin)
            if body is None:
                break
            i = max(body.extent, body.end)
            if link == "to" or (
                link == "for" and words.lower[post.noun] in {"representative", "spokesperson", "ambassador"}
            ):
                stop = i
                if link == "for":
                    post = replace(post, body=post.body or body, placed=True)
            elif body.head in load_words("unit-heads") and body.owner is None and post.body is None:
                post, stop = replace(post, body=body, placed=True), i
            else:
                post = replace(post, body=body, placed=True, reference=None)
            if i < last and words.lower[i] in {"'s", "?s"}:
                inner = find_reference(scene, i + 1, last) or _about(scene, i + 1, last, "of")
                if inner > i + 1:
                    i = stop = inner
            continue
        if mark.kind in {"State", "Region", "Country", "Demonym"}:
            i = mark.end
            owns = i < last and words.lower[i] in {"'s", "?s"}
            nested = _joined_post(scene, i + 1 if owns else i, last) if owns or mark.kind == "Demonym" else None
            if nested is not None and depth < 2:
                inner_post = _read_post(scene, bodies, nested, mark.begin, depth=depth + 1)
                post = replace(post, state=post.state or mark.state, placed=True)
                i = stop = inner_post.end
                continue
            if mark.kind == "Demonym" or owns:
                end = i + (1 if owns else 0)
                end = find_reference(scene, end, last) or _about(scene, end, last, "of")
                post = replace(post, state=post.state or mark.state, placed=True)
                i = stop = max(end, i)
                continue
            if link == "of":
                post = replace(post, state=post.state or mark.state, placed=True)
            else:
                stop = i
            continue
        if mark.kind in {"City", "Capital"} and link in {"in", "at", "to", "of"}:
            i = stop = mark.end
            continue
        if mark.kind == "Treaty":
            i = stop = mark.end
            continue
        break
    shared = tuple(
        replace(rest, state=rest.state or post.state, body=rest.body or post.body, placed=rest.placed or post.placed, joined=())
        for rest in joined_posts
    )
    return replace(post, end=i, joined=shared), stop


def _joined_post(scene: Scene, i: int, last: int) -> int | None:
    """Find the noun of a post that begins at word i with nothing but modifiers before it."""
    words = scene.words
    for j in range(i, min(i + 6, last)):
        if scene.cover[j] is not None:
            return None
        word = words.lower[j]
        if word in load_words("post-nouns"):
            return j
        if word not in load_words("post-modifiers") and word not in load_words("portfolios"):
            return None
    return None


def find_reference(scene: Scene, i: int, last: int) -> int | None:
    """Read a short mention of a body, "Centre", "mine centre", "parliament", at word i; give its end."""
    words = scene.words
    heads = load_words("government-heads") | load_words("body-heads") | load_words("society-heads")
    for j in range(i, min(i + 3, last)):
        if scene.cover[j] is not None:
            return None
        word = words.lower[j]
        if word in heads and word not in {"service", "services", "action", "section"}:
            if (
                j + 1 < last
                and (words.capital[j + 1] or words.lower[j + 1] in {"and", "of", "for"})
                and not words.capital[j]
            ):
                return None
            return j + 1
        if not words.capital[j] and word not in load_words("portfolios"):
            return None
    return None


def _about(scene: Scene, i: int, last: int, link: str) -> int:
    """Read "National Defence", "the economy and sustainable development", "the 22MSP"; give the end."""
    words = scene.words
    end = _about_group(scene, i, last)
    if end == i:
        return i
    while end < last:
        word = words.lower[end]
        if word in {"and", "&", ",", "/"}:
            k = end + 1
            if word == "," and k < last and words.lower[k] in {"and", "&"}:
                k += 1
            if word == "," and not _closes_list(scene, end, last):
                return end
            if k < last and words.lower[k] in {"the", "of"} and word != ",":
                k += 1
            group = _about_group(scene, k, last)
            if group == k or (word != "," and words.lower[k] in load_words("post-nouns")):
                return end
            if group < last and words.lower[group] in load_words("post-nouns"):
                return end
            end = group
            continue
        return end
    return end


def _closes_list(scene: Scene, i: int, last: int) -> bool:
    """Tell whether the commas from word i on belong to a list of subjects that "and" closes."""
    words = scene.words
    j = i
    for _ in range(4):
        if j >= last or words.lower[j] != ",":
            return False
        k = j + 1
        if k < last and words.lower[k] in {"and", "&"}:
            return _about_group(scene, k + 1, last) > k + 1
        group = _about_group(scene, k, last)
        if group == k:
            return False
        if group < last and words.lower[group] in {"and", "&"}:
            return _about_group(scene, group + 1, last) > group + 1
        j = group
    return False


def _about_group(scene: Scene, i: int, last: int) -> int:
    words = scene.words
    portfolios, titles = load_words("portfolios"), load_words("title-words")
    j = i
    while j < last and scene.cover[j] is None and j - i < 8:
        word = words.lower[j]
        numbered = any(c.isdigit() for c in word) and words.capital[j] | word[0].isdigit() and not word.isdigit()
        if (
            word in portfolios
            or numbered
            or (words.capital[j] and word in titles and word not in load_words("post-nouns"))
        ):
            j += 1
            continue
        if (
            words.capital[j]
            and j == i
            and re.fullmatch(
                r"(?:twenty|thirty|forty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[a-z-]*", word
            )
        ):
            j += 1
            continue
        break
    return j
