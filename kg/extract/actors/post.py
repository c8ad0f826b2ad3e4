"""Posts in a text: "Deputy Minister of Defence", "director", "Head of the Security Policy Division in the Ministry".

A post is a noun from the list of posts with its modifiers, with who it belongs to before ("Kazakhstan's",
"ITF") and what it is about, or where it is held, behind ("of Defence", "at the Ministry of Foreign Affairs").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.actors.bodyform import Body, list_heads, more_states, read_states
from kg.extract.actors.postnoun import find_joined, is_post_noun, list_plurals, singular_post
from kg.extract.actors.postsubject import find_reference, find_subject_end
from kg.extract.names.scene import Mark, Scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_pairs, load_words

_DETERMINERS = frozenset({"the", "a", "an"})
_ADJECTIVE = re.compile(r"[a-z]{3,}(?:tic|cal|ial|nal|ary)$")
_POSSESSIVES = frozenset({"'s", "?s"})
_PLACES = frozenset({"State", "Region", "Country"})
_SENT = (["delegation"], ["mission"], ["embassy"], ["team"])
_JOINING = 3
"""The depth from which a post inside others is joined to no further one."""


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
    several: tuple[str | None, ...] = ()
    """IRIs of the States of "the Ministers of Peru, Chile and Cuba"."""


def find_posts(scene: Scene, bodies: Sequence[Body]) -> list[Post]:
    """Find all posts that a text states, in text order; one inside another is left out."""
    at = {body.begin: body for body in bodies} | {-body.extent: body for body in bodies}
    words = scene.words
    nouns = load_words("post-nouns")
    plurals = list_plurals()
    lower = words.lower
    found: list[Post] = []
    floor = 0
    acronyms = load_pairs("post-acronyms")
    for i in [i for i, word in enumerate(lower) if word in nouns or word in plurals or words.word[i] in acronyms]:
        if i >= floor and scene.cover[i] is None and is_post_noun(scene, i):
            post = _read_post(scene, at, i, max(floor, words.first[i]), depth=0)
            found.append(post)
            floor = post.end
    return found


# Bodies are filed by their first word and, with a minus sign, by the end of the bracket behind them.
def _read_post(scene: Scene, bodies: Mapping[int, Body], noun: int, floor: int, *, depth: int) -> Post:
    words = scene.words
    core = _find_core(scene, noun, floor)
    noun, end = _find_noun_end(scene, noun)
    post = Post(
        begin=core, core=core, noun=noun, end=end, position="", weak=words.lower[noun] in load_words("weak-posts")
    )
    post = _with_owner(scene, bodies, post, floor)
    parser = _Complement(scene, bodies, post, depth)
    post = parser.read()
    position = _write_position(scene, post.core, parser)
    full = load_pairs("post-acronyms").get(words.word[noun])
    position = position.replace(words.word[noun], full) if full is not None else position
    one = None if words.lower[noun] in load_words("post-nouns") else singular_post(words.lower[noun])
    if one is not None and position.lower().endswith(words.lower[noun]):
        stem = position[: -len(words.lower[noun])]  # "Presidents X and Y"
        position = stem + (one.capitalize() if words.capital[noun] else one)
    return replace(post, position=position)


def _write_position(scene: Scene, core: int, parser: "_Complement") -> str:
    """Write a position without the State it belongs to: "Permanent Representative to the United Nations"."""
    pieces = []
    at = core
    for begin, end in parser.dropped:
        if begin < parser.stop:
            pieces.append(scene.words.surface(at, begin))
            at = end
    pieces.append(scene.words.surface(at, max(at, parser.stop)))
    position = " ".join(piece for piece in pieces if piece)
    position = re.sub(
        r"^(?:then-|(?:newly|new|then|former|appointed|elected|named|current|incoming|outgoing) )+",
        "",
        position,
        flags=re.IGNORECASE,
    )
    return re.sub(r"\s*\([^)]*\)?$|(?: here)?[\s,]*$", "", position)


def _find_noun_end(scene: Scene, noun: int) -> tuple[int, int]:
    """Go over "Secretary General", "Chief Executive Officer", "Minister Responsible"; give the noun and the end."""
    words = scene.words
    nouns = load_words("post-nouns")
    end = noun + 1
    while end < words.last[noun] and scene.cover[end] is None:
        following = words.lower[end]
        if words.lower[end : end + 2] == ["in", "chief"]:
            end += 2  # "Commander in Chief"
            break
        if (
            following == "general"
            and words.lower[noun] in load_words("rank-holders")
            and any(words.capital[end + 1 : end + 2])
        ):
            break  # "President General X": a rank
        if following in load_words("post-endings"):
            end = _over_endings(words, end)
            break
        if following not in nouns or words.capital[noun] != words.capital[end]:
            break
        noun = end
        end += 1
    return noun, end


def _over_endings(words: Words, end: int) -> int:
    """Go over "extraordinary and plenipotentiary" at word end."""
    endings = load_words("post-endings")
    while words.lower[end] in endings and end + 1 < len(words.lower):
        end += 1
        end += words.lower[end] == "and" and words.lower[end + 1 : end + 2] != [] and words.lower[end + 1] in endings
    return end


def _find_core(scene: Scene, start: int, floor: int) -> int:
    """Go left over "first deputy prime", "Foreign and Defence"; give the first word."""
    words = scene.words
    portfolios = load_words("portfolios")
    i = start
    while i > floor and scene.cover[i - 1] is None:
        if _modifies(scene, i - 1):
            i -= 1
            continue
        joins = words.lower[i - 1] in {"and", "&"} and i - 2 >= floor and scene.cover[i - 2] is None
        if not (joins and words.lower[i - 2] in portfolios and words.lower[i] in portfolios):
            break
        i -= 2
    if i < start and words.lower[i] in {"elected", "appointed"} and not words.capital[i]:
        i += 1 if i == floor or words.lower[i - 1] not in load_words("determiners") else 0  # "they elected Director X"
    return i


def _modifies(scene: Scene, i: int) -> bool:
    words = scene.words
    word = words.lower[i]
    if word == "under":
        return words.lower[i + 1] == "secretary"
    if word in load_words("post-modifiers") or word in load_words("portfolios") or word in load_words("post-nouns"):
        return True
    if words.capital[i] and words.capital[i + 1] and word in load_words("title-words"):
        return True
    formed = "-" in word or _ADJECTIVE.match(word) is not None
    return formed and len(word) > 1 and words.capital[i] == words.capital[i + 1]


def _with_owner(scene: Scene, bodies: Mapping[int, Body], post: Post, floor: int) -> Post:
    """Add who owns a post: "Kazakhstan's", "Croatian", "ITF", "its", "the Centre's"."""
    words = scene.words
    core = post.core
    if core <= floor:
        return post
    core -= words.lower[max(floor, core - 2) : core] in (["the", "then"], ["its", "then"])
    core -= words.lower[core - 1] == "own" and core - 2 >= floor
    word = words.lower[core - 1]
    if word in _DETERMINERS:
        return replace(post, definite=word == "the")
    if word in load_words("owners"):
        return replace(post, pronoun=word, definite=True)
    if word in {"un", "nations"} and words.capital[core - 1] and scene.cover[core - 1] is None:
        return replace(post, begin=core - 1 - (word == "nations"), definite=True)  # "the UN High Commissioner"
    if core == post.core and scene.cover[core - 1] is None and word not in load_words("function-words"):
        core = _reach_owner(scene, core, floor)
        post = replace(post, begin=core, core=core)
    return _with_named_owner(scene, bodies, post, core, floor)


def _reach_owner(scene: Scene, core: int, floor: int) -> int:
    """Go left over words written small to the genitive that owns a post: "the Force's bomb disposal adviser"."""
    words = scene.words
    i = core
    while i > floor + 1 and core - i < 3 and scene.cover[i - 1] is None and words.lower[i - 1] not in _POSSESSIVES:
        capital = words.capital[i - 1] and not words.capital[core]
        if capital or not words.word[i - 1][0].isalpha() or words.lower[i - 1] in _DETERMINERS:
            return core
        i -= 1
    owned = i > floor + 1 and words.lower[i - 1] in _POSSESSIVES
    mark = scene.cover[i - 2] if owned else None
    return i if mark is not None and mark.kind in {"Body", "State"} else core


def _with_named_owner(scene: Scene, bodies: Mapping[int, Body], post: Post, core: int, floor: int) -> Post:
    """Add the State or body that stands before word core of a post, in the genitive or not."""
    words = scene.words
    word = words.lower[core - 1]
    possessive = word in _POSSESSIVES or word == "'"
    i = core - 2 if possessive else core - 1
    if i < floor:
        return replace(post, definite=possessive)
    mark = scene.cover[i]
    bracketed = bodies.get(-core) if words.word[core - 1] == ")" else None
    if bracketed is not None and bracketed.begin >= floor:
        return replace(post, begin=bracketed.begin, body=bracketed, definite=True, placed=True)
    if mark is None:
        short = words.capital[i] and word in load_words("short-owners") and not words.capital[core]
        return _with_reference(scene, post, i, floor) if possessive or short else post
    if mark.begin < floor:
        return post
    if mark.kind in {"State", "Demonym", "Region", "Country"} or (possessive and mark.kind == "Capital"):
        owned = mark.kind == "Demonym" and mark.begin - 2 >= floor and words.lower[mark.begin - 1] in _POSSESSIVES
        whose = scene.cover[mark.begin - 2] if owned else None
        body = bodies.get(whose.begin) if whose is not None and whose.kind == "Body" else None
        begin = body.begin if body is not None else mark.begin  # "the Fund's Peruvian director"
        return replace(post, begin=begin, body=body, state=mark.state, definite=True, placed=True)
    if mark.kind == "Body" and (possessive or words.begin[core] - words.end[core - 1] <= 2):
        return replace(post, begin=mark.begin, body=bodies.get(mark.begin), definite=True, placed=True)
    return post


def _with_reference(scene: Scene, post: Post, i: int, floor: int) -> Post:
    """Add the short mention that ends at word i as owner: "the Ministry's", "the Office's"."""
    words = scene.words
    j = i
    while j > floor and (words.capital[j - 1] or words.lower[j - 1] in load_words("portfolios")):
        j -= 1
    j += j < i and words.lower[j] in {"the", "this", "its"}
    whose = scene.cover[i - 1] if i > j else None
    if whose is not None and whose.kind in {"State", "Demonym"} and words.lower[i] in load_words("posted-bodies"):
        return replace(post, begin=whose.begin, definite=True, state=whose.state, placed=True)
    if words.capital[i] or (j > words.first[i] and words.lower[j - 1] in {"the", "this", "its"}):
        return replace(post, begin=j, definite=True, reference=(j, i + 1), placed=True)
    return post


class _Complement:
    """What follows the noun of a post, read link by link: "of", "for", "at", "and"."""

    def __init__(self, scene: Scene, bodies: Mapping[int, Body], post: Post, depth: int) -> None:
        self.scene = scene
        self.words = scene.words
        self.bodies = bodies
        self.post = post
        self.depth = depth
        self.last = scene.words.last[post.noun]
        self.at = post.end
        self.stop = post.end
        """End of the position proper."""
        self.dropped: list[tuple[int, int]] = []
        """Stretches that name the State and no part of the position."""
        self.joined: list[Post] = []
        self.about = False
        """Whether the body read last is only what the post is about: "Director for the UN System"."""

    def read(self) -> Post:
        """Read all links and give the post with what they add."""
        self._read_subject()
        for _ in range(7):
            if self.at + 1 >= self.last or not self._read_link():
                break
        post = self.post
        shared = tuple(
            replace(
                rest,
                state=rest.state or post.state,
                body=rest.body or (None if self._has_own_body(rest) else post.body),
                placed=rest.placed or post.placed,
                joined=(),
            )
            for rest in self.joined
        )
        return replace(post, end=self.at, joined=shared) if shared or self.at > post.end else post

    def _read_subject(self) -> None:
        """Read what stands right behind the noun without a link: "Director Operations", "Commander Joint Forces"."""
        words, k = self.words, self.at
        if not words.capital[self.post.noun] or words.lower[self.post.noun] not in load_words("short-titled"):
            return
        while k < self.last and words.capital[k] and self.scene.cover[k] is None and self._is_subject(k):
            k += 1
        if k > self.at and (k >= self.last or words.lower[k] in {",", ")", ";", "of", "at", "for", "in", "and"}):
            self.at = self.stop = k

    def _is_subject(self, k: int) -> bool:
        word = self.words.lower[k]
        return word in load_words("portfolios") or word in {"joint", "mine", "risk", "field"}

    def _has_own_body(self, post: Post) -> bool:
        """Tell whether a post is of a body of its own, which is not known: "President of the Upper Chamber"."""
        words = self.words
        if self.post.placed and "former" in words.lower[post.core : post.noun]:
            return True  # "adviser at the ICRC and a former diplomat"
        links = (k for k in range(post.noun + 1, min(post.end + 1, self.last)) if words.lower[k] in {"of", "at"})
        return any(words.lower[k + 1 : k + 2] == ["the"] and any(words.capital[k + 2 : k + 3]) for k in links)

    def _read_link(self) -> bool:
        """Read one link with what it brings in; tell whether there was one."""
        at, foreign = self.at, load_pairs("foreign-post-links")
        self.at = self._over_theme()
        link = self.words.lower[self.at]
        read = self._read_foreign(foreign[link]) if link in foreign else self._read_plain()
        self.at = self.at if read else at
        return read

    def _read_plain(self) -> bool:
        words = self.words
        link = words.lower[self.at]
        if link in _POSSESSIVES and self.at > self.post.end:
            link = "of"
        if link in {"and", "&"}:
            return self._read_joined()
        sent = (
            link in load_words("attached") and words.lower[self.at + 1] == "to"
        )  # "Minister attached to the Prime ..."
        if link not in load_words("post-links") and not sent:
            return False
        link = "to" if sent else link
        j = self.at + 1 + sent
        while j < self.last and words.lower[j] in load_words("post-skips"):
            if words.lower[j] == "our":
                self.post = replace(self.post, pronoun="our")
            j += 1
        if j >= self.last:
            return False
        mark = self.scene.starting(j)
        if mark is None:
            return self._read_words(j, link, sent=sent)
        if mark.kind == "Body":
            return self._read_body(mark, link)
        if mark.kind in _PLACES or mark.kind == "Demonym":
            return self._read_state(mark, link)
        return self._read_town(mark, link)

    def _over_theme(self) -> int:
        """Step over what a post is about, in brackets before a link: "Joint Secretary (Disarmament) in the"."""
        words = self.words
        close = self.at + 1
        if words.word[self.at] != "(":
            return self.at
        while close < min(self.at + 6, self.last) and words.word[close] != ")":
            mark = self.scene.cover[close]
            told = words.lower[close] in load_words("portfolios") or words.lower[close] in {"and", "&"}
            if not (told or words.word[close].isupper() or (mark is not None and mark.kind in {"Region", "Body"})):
                return self.at
            close += 1
        linked = close + 2 < self.last and words.lower[close + 1] in {"of", "at", "in", "for", "to"}
        return close + 1 if linked and words.word[close] == ")" else self.at

    def _read_foreign(self, link: str) -> bool:
        """Read the State or body of a post in another language: "Embajador del Perú", "Leiter im Auswärtigen Amt"."""
        j = self.at + 1
        while j < self.last and self.words.lower[j] in load_words("foreign-links"):
            j += 1
        mark = self.scene.starting(j) if j < self.last else None
        if mark is None or mark.kind not in {"State", "Body"}:
            return False
        return self._read_body(mark, link) if mark.kind == "Body" else self._read_state(mark, link)

    def _read_town(self, mark: Mark, link: str) -> bool:
        """Read "Mayor of Mombasa", "Consul in Milan", and the treaty of "Coordinator of the Convention"."""
        if mark.kind != "Treaty" and not (
            mark.kind in {"City", "Capital"} and link in {"in", "at", "to", "of", "from"}
        ):
            return False
        if link == "of" and self.words.lower[self.post.noun] in load_words("town-posts") and self.post.state is None:
            self.post = replace(self.post, state=mark.state, placed=mark.state is not None)
        kind = mark.end < self.last and self.words.lower[mark.end] in load_words("local-areas")
        self.at = self.stop = self._over_body_of_treaty(mark.end) if mark.kind == "Treaty" else mark.end + kind
        return True

    def _over_body_of_treaty(self, i: int) -> int:
        """Step over the "Group of Experts" of "Chair of the CCW Group of Experts" at word i."""
        words, k = self.words, i
        group = self.scene.starting(k) if k < self.last else None
        if group is not None and group.kind == "Body":
            return group.end
        known = load_words("unit-heads") | load_words("chaired-things")
        if k >= self.last or words.lower[k] not in known or not words.capital[k]:
            return i
        while k < self.last and self.scene.cover[k] is None:
            linked = words.lower[k] in {"of", "on"} and k + 1 < self.last and words.capital[k + 1]
            if not (linked or words.capital[k]) or words.lower[k] in load_words("post-nouns"):
                break
            k += 1
        return k

    def _read_joined(self) -> bool:
        first = self.at + 1 + (self.words.lower[self.at + 1] in {"a", "an"})
        noun = find_joined(self.scene, first, self.last)
        if noun is None or self.depth >= _JOINING:
            return False
        rest = _read_post(self.scene, self.bodies, noun, first, depth=self.depth + 1)
        if rest.begin != first or self._goes_to_next(rest):
            return False
        post = self.post
        title = " ".join(self.words.lower[post.core : post.end])
        own = title in load_words("sole-offices") or self.words.lower[post.noun] == "minister"
        state = rest.state or (rest.body.state if own and rest.body is not None else None)
        self.post = replace(
            post,
            state=post.state or state,
            body=post.body or (None if own else rest.body),  # "Prime Minister and President of the Council"
            reference=post.reference or (None if own else rest.reference),
            placed=post.placed or rest.placed,
        )
        self.joined += [rest, *rest.joined]
        self.at = rest.end
        return True

    def _goes_to_next(self, rest: Post) -> bool:
        """Tell whether a second post is that of the next name: "elected X as Chairman and Ambassador Y as ..."."""
        lead = self.words.lower[max(0, self.post.begin - 2) : self.post.begin]
        named = rest.end < self.last and self.words.capital[rest.end] and self.scene.kind_at(rest.end) in {"", "City"}
        return "as" in lead and named

    def _read_words(self, j: int, link: str, *, sent: bool) -> bool:
        """Read a short mention of a body, or what the post is about."""
        words = self.words
        reference = find_reference(self.scene, j, self.last)
        if reference is not None and link in {"of", "at", "in", "with", "within", "to"}:
            bare = reference == self.at + 2 and link == "of" and words.lower[reference - 1] in load_words("led-units")
            self.at = reference
            if bare or (words.lower[reference - 1] in load_words("unit-heads") and reference - j > 1):
                self.stop = reference  # "Head of Mission", "Head of the legal department"
                self.post = replace(self.post, reference=self.post.reference or (j, reference))
            else:
                self.post = replace(self.post, reference=(j, reference), placed=True)
            return True
        end = find_subject_end(self.scene, j, self.last)
        end += end == j and link == "of" and words.lower[j] in load_words("led-things")
        if end == j and link == "in" and words.lower[j] in load_words("whereabouts"):
            end = j + 1
        noun = find_joined(self.scene, j, self.last) if link in {"to", "of"} and self.depth < 2 else None
        if noun is not None and (link == "to" or (noun - j < 2 and words.lower[j] != "state")):
            # "Envoy of the Chairman of the OSCE and Head of ...": what "and" joins is not the Chairman's
            nested = _read_post(
                self.scene, self.bodies, noun, j, depth=_JOINING if sent or link == "of" else self.depth + 1
            )
            end = nested.end
            adviser = words.lower[self.post.noun] in load_words("assisting-posts")
            if (link == "of" or (adviser and nested.state)) and not self.post.placed:
                self.post = replace(self.post, body=nested.body, state=nested.state, placed=nested.placed)
        if end == j:
            return False
        self.at = self.stop = end
        return True

    def _read_body(self, mark: Mark, link: str) -> bool:
        words = self.words
        body = self.bodies.get(mark.begin)
        if body is None:
            return False
        post = self.post
        noun = words.lower[post.noun]
        self.at = max(body.extent, body.end)
        theme = link == "for" and post.body is None and body.owner is None and body.state is None
        if (link == "to" and noun not in load_words("assisting-posts")) or (
            theme and not load_words("ministerial-words").isdisjoint(words.lower[post.core : post.end])
        ):
            self.stop = self.at  # "Ambassador to the UN", "Minister for the Armed Forces"
        elif body.head in load_words("unit-heads") and body.owner is None and post.body is None:
            self.post = replace(post, body=body, placed=True)
            self.stop = self.at
        elif post.body is None or post.body.head in load_words("unit-heads") or (self.about and link in {"at", "in"}):
            self.about = post.body is None and link == "for"
            self.post = replace(post, body=body, placed=True, reference=None)
        self._read_behind_body()
        return True

    def _read_behind_body(self) -> None:
        """Read "'s board" and the "Secretary-General" of "UN Secretary-General" behind a body."""
        if self.at >= self.last:
            return
        words = self.words
        if words.capital[self.at] and words.lower[self.at] in load_words("own-offices"):
            self.at += 1  # "Head of the UNDP Office"
        elif words.lower[self.at] in _POSSESSIVES:
            inner = find_reference(self.scene, self.at + 1, self.last)
            inner = inner or find_subject_end(self.scene, self.at + 1, self.last)
            if inner > self.at + 1:
                self.at = self.stop = inner
        elif words.lower[self.at] in load_words("post-nouns") and self.depth < 2 and self.scene.cover[self.at] is None:
            nested = _read_post(self.scene, self.bodies, self.at, self.at, depth=self.depth + 1)
            self.at = self.stop = nested.end
            self.joined += nested.joined

    def _read_state(self, mark: Mark, link: str) -> bool:
        words = self.words
        post = self.post
        if link in {"in", "at", "with"} and words.lower[mark.end : mark.end + 1] in _SENT:
            self.post = replace(post, state=post.state or mark.state, placed=True)
            self.dropped.append((self.at, mark.end + 1))
            self.at = mark.end + 1  # "first secretary in the Chad delegation"
            return True
        part = mark.kind == "Demonym" and mark.end < self.last and words.lower[mark.end] in load_words("chapters")
        if part and words.lower[mark.end + 1 : mark.end + 2] == ["of"]:
            self.at = self.stop = mark.end + 1  # "chair of the German section of IPPNW"
            return True
        owns = mark.end < self.last and words.lower[mark.end] in _POSSESSIVES
        behind = mark.end + 1 if owns else mark.end
        if not owns and mark.kind != "Demonym":
            states = read_states(self.scene, self.at, ("of", "from"))
            if len(states) > 1 and singular_post(words.lower[post.noun]):
                self.dropped.append((self.at, states[-1].end))
                self.post = replace(post, several=tuple(state.state for state in states), placed=True)
                self.at = states[-1].end
                return True
            if link in {"of", "from"}:
                self.dropped.append((self.at, mark.end))
                self.post = replace(post, state=post.state or mark.state, placed=True)
            else:  # "for Middle East and African Affairs"
                states = more_states(self.scene, mark, self.last) if link == "to" else ()
                if len(states) > 1:  # "ambassador to Peru, Chile and Cuba"
                    self.at = self.stop = states[-1].end
                    return True
                about = words.lower[mark.end : min(mark.end + 2, self.last)]
                ahead = next((n for n, word in enumerate(about) if word in load_words("portfolios")), None)
                end = mark.end if ahead is None or not words.capital[mark.end] else mark.end + ahead
                self.at = self.stop = find_subject_end(self.scene, end, self.last) if ahead is not None else end
                return True
            self.at = mark.end
            return True
        self.post = replace(post, state=post.state or mark.state, placed=True)
        council = self.scene.starting(behind) if behind < self.last else None
        if council is not None and council.kind == "Body":
            self.at = self.stop = council.end  # "Secretary of the Russian Security Council": none that the world knows
            return True
        noun = find_joined(self.scene, behind, self.last)
        led = noun is not None and words.lower[noun + 1] in list_heads()  # "of the Dutch engineer battalion"
        if noun is not None and self.depth < 2 and not led:
            nested = _read_post(self.scene, self.bodies, noun, mark.begin, depth=self.depth + 1)
            self.at = self.stop = nested.end
            return True
        end = find_reference(self.scene, behind, self.last) or find_subject_end(self.scene, behind, self.last)
        self.at = self.stop = max(end, mark.end)
        return True
