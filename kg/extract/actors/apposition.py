"""What stands behind a person's name: "of Canada", "(ICRC)", "Director of the ITF", "who chairs the committee"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.actors.beside import (
    Around,
    find_apposition,
    find_listed_body,
    find_post_below,
    find_rank_end,
    is_post_beside,
    over_chair,
    read_bracket,
    read_citizen,
)
from kg.extract.actors.bodyform import Body
from kg.extract.actors.listing import find_label
from kg.extract.actors.nameform import is_column_apart, is_dash
from kg.extract.actors.person import Person
from kg.extract.actors.post import Post
from kg.extract.actors.postnoun import singular_post
from kg.extract.actors.postsubject import find_reference
from kg.extract.actors.predicate import find_statement
from kg.extract.names.scene import Scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_pairs, load_words

_LABELS = frozenset({":", "-", "–", "—", "|"})
_LINKS = frozenset({"of", "from", "at", "with"})
_POSSESSIVES = frozenset({"'s", "?s"})
_SIGNED_FOR = frozenset({"signed", "initialled", "initialed"})
_ACTING = ("representing", "behalf of", "speaking for")


def add_appositions(around: Around, persons: Sequence[Person]) -> list[Person]:
    """Add to each person what stands behind the name, and what is said of two of them together."""
    begins = [person.begin for person in persons]
    befores = [person.before for person in persons if person.before is not None]
    taken = frozenset(begins) | {post.begin for post in befores} | {post.core for post in befores}
    last = around.scene.words.last
    read = []
    for number, person in enumerate(persons):
        following = bisect_right(begins, person.begin, lo=number)
        stop = min(begins[following], last[person.begin]) if following < len(begins) else last[person.begin]
        first = around.scene.words.first[person.begin]
        alone = (number == 0 or begins[number - 1] < first) and stop == last[person.begin]
        reach = begins[following] if following < len(begins) else len(last)
        said = _read_taken_up(around, stop, reach) if alone else ()
        read.append(_Behind(around, person, taken).read(stop, said))
    return _share(around, read)


@dataclass(slots=True)
class _Behind:
    """The reading of what stands behind one name."""

    around: Around
    person: Person
    taken: frozenset[int]
    """First words of names and of the posts before them: such a post is no apposition of the name before."""
    posts: list[Post] = field(default_factory=list)
    at: int = 0

    def read(self, stop: int, more: Sequence[Post] = ()) -> Person:
        """Read all; `stop` is where the next person or the sentence's end stands, `more` what is said further on."""
        self.at = self.person.end
        self._read_fronted()
        self._read_before()
        self._read_service()
        words = self.around.scene.words
        if self.person.name[0] == "@" and self.at in self.around.post_begins:
            self._take(self.around.post_begins[self.at])
        below = find_post_below(self.around, self.person.begin, self.person.end)
        if below is not None:
            self._take(self._with_trailing(below, words.last[below.noun]))
            while self.at + 1 < words.last[below.noun] and words.word[self.at] == ",":
                second = self.around.post_begins.get(self.at + 1)
                if second is None:
                    break
                self._take(second)
            self._read_body_below()
        last = words.last[self.person.begin]
        if below is None and is_post_beside(self.around, self.person.begin, self.person.end):
            self._read_beside(last)
        for _ in range(6):
            if self.at >= last or not self._read_step(last):
                break
        self._read_seat(last)
        said = find_statement(self.around.scene, self.around.post_begins, self.around.bodies, self.at, stop)
        stated = [self._with_trailing(post, last) for post in said.posts]
        free = [post for post in (*stated, *more) if post.begin not in self.taken and post.core not in self.taken]
        return replace(
            self.person,
            state=self.person.state or said.state,
            body=self.person.body or said.body,
            behind=(*self.posts, *free),
            extent=max(self.at, self.person.end),
        )

    def _read_seat(self, last: int) -> None:
        """Step over the town where the body just read sits: "of the Institute of Law in Accra", "Y College, Accra"."""
        words, at = self.around.scene.words, self.at
        body = self.person.body or next((post.body for post in reversed(self.posts) if post.body is not None), None)
        if body is None or at != max(body.extent, body.end) or at + 1 >= last or words.lower[at] not in {"in", ","}:
            return
        mark = self.around.scene.starting(at + 1)
        sited = not load_words("sited-heads").isdisjoint(body.name.lower().split())
        if not sited or mark is None or mark.kind not in {"City", "Capital", "State"}:
            return
        behind = words.lower[mark.end] if mark.end < last else ""
        if behind not in {"on", "from"} and not behind[:1].isdigit():  # "opened by X of the College in Accra on D"
            self.at = mark.end

    def _read_service(self) -> None:
        """Read the letters of the service that an officer is of: "Colonel X Y, USAF", "Captain X, RN"."""
        words, k = self.around.scene.words, self.at - 1
        if load_words("ranks").isdisjoint(words.lower[max(words.first[k], self.person.begin - 4) : self.person.head]):
            return
        k += 2 * (words.word[k - 1] != "," and words.word[self.at : self.at + 1] == [","])
        body = self.around.bodies.get(k) if k < words.last[self.at - 1] else None
        if body is not None and words.word[k].isupper() and words.lower[k] in load_pairs("officers-services"):
            self.person = replace(self.person, body=self.person.body or body)
            self.at = max(self.at, body.end)

    def _read_beside(self, last: int) -> None:
        """Read the post or body in the next column or behind the dash, and the State in the column behind it."""
        words, scene = self.around.scene.words, self.around.scene
        k = self.at + 1 if is_dash(scene, self.at) else self.at
        post, body = self.around.post_begins.get(k), self.around.bodies.get(k)
        if post is not None:
            self._take(self._with_trailing(post, last))
        elif body is not None:
            self.person = replace(self.person, body=self.person.body or body)
            self.at = max(body.extent, body.end)
        mark = scene.starting(self.at) if self.at < last and is_column_apart(scene, self.at) else None
        if mark is not None and mark.kind == "State" and "\n" not in words.text[words.end[k] : words.begin[self.at]]:
            self.person = replace(self.person, state=self.person.state or mark.state)
            self.at = mark.end

    def _read_body_below(self) -> None:
        """Read the body on the line below the post, as under a signature."""
        words, body = self.around.scene.words, self.around.bodies.get(self.at)
        if body is None or self.posts[-1].placed:
            return
        end = max(body.extent, body.end)
        behind = words.text[words.end[end - 1] :].partition("\n")[0]
        if words.text[words.end[self.at - 1] : words.begin[self.at]].strip(" ,") == "\n" and not behind.strip(" ,."):
            self.posts[-1] = replace(self.posts[-1], body=body, placed=True, end=end)
            self.at = end

    def _take(self, post: Post) -> None:
        self.posts.append(post)
        self.at = post.end

    def _read_before(self) -> None:
        """Read the State of "Jordan's Queen X" and of "Cambodia's by X"."""
        words, scene = self.around.scene.words, self.around.scene
        k = self.person.begin - 1
        if k < 1 or self.person.before is not None:
            return
        label = scene.cover[k - 1] if words.word[k] in _LABELS else None
        if label is not None and label.kind == "Body" and label.begin == words.first[k]:
            self.person = replace(self.person, body=self.person.body or self.around.bodies.get(label.begin))
            return
        if label is not None and label.kind == "State" and label is find_label(scene, k + 1):
            self.person = replace(self.person, state=label.state)
            return
        if words.word[k] == "," or words.lower[k] in load_words("comprising"):
            k -= words.word[k] != "," and words.word[k - 1] == ","
            self.person = replace(self.person, body=self.person.body or self._find_listing_body(k))
            return
        envoy = scene.cover[k - 1] if words.word[k] == "(" and words.word[self.at : self.at + 1] == [")"] else None
        if envoy is not None and envoy.kind == "Body":  # "the Mine Action Centre (Ms X) reported"
            self.person = replace(self.person, body=self.around.bodies.get(envoy.begin))
            return
        if words.lower[k] == "by":
            k -= 1
        possessive = words.lower[k] in _POSSESSIVES
        mark = scene.cover[k - 1] if possessive else scene.cover[k]
        ranked = bool(self.person.titles) and load_words("ranks").issuperset(self.person.titles)
        serves = ranked and mark is not None and mark.kind == "Body" and mark.state is not None and mark.end == k + 1
        if mark is None or not (possessive or serves or (self.person.royal and mark.kind == "Demonym")):
            return
        if mark.kind == "Body":
            self.person = replace(self.person, body=self.around.bodies.get(mark.begin))
        elif mark.kind in {"State", "Demonym"}:
            self.person = replace(self.person, state=mark.state)

    def _read_fronted(self) -> None:
        """Read for whom a person acts in "Representing Peru, X" and "On behalf of the ICRC, Legal Adviser X"."""
        words, post = self.around.scene.words, self.person.before
        if post is not None and (post.placed or not self.person.touching):
            return
        k = (post.begin if post is not None else self.person.begin) - 1
        first = words.first[k + 1]
        k -= k > first and words.lower[k] == "the"
        if words.lower[k] == "by" and not _SIGNED_FOR.isdisjoint(words.lower[first:k]):
            self._read_signed_for(k, first)
            return
        mark = self.around.scene.cover[k - 1] if k > first + 1 and words.word[k] == "," else None
        if mark is None or mark.kind not in {"Body", "State"}:
            return
        j = mark.begin - 1
        while j > first and words.lower[j] in load_words("heads-of-states") and words.lower[j - 1] != "behalf":
            j -= 1
        if j <= first + 3 and " ".join(words.lower[max(j - 1, first) : j + 1]).endswith(_ACTING):
            body = self.around.bodies.get(mark.begin) if mark.kind == "Body" else None
            state = mark.state if mark.kind == "State" else None
            self.person = replace(self.person, body=self.person.body or body, state=self.person.state or state)

    def _read_signed_for(self, k: int, first: int) -> None:
        """Read "signed for Peru by X and for UNMAS by Y"; word k is the "by"."""
        words, mark = self.around.scene.words, self.around.scene.cover[k - 1]
        if mark is None or mark.kind not in {"Body", "State"} or mark.end != k:
            return
        j = mark.begin - 1
        j -= j > first and words.lower[j] == "the"
        if words.lower[j] == "for" or words.lower[j - 1 : j + 1] == ["behalf", "of"]:
            body = self.around.bodies.get(mark.begin) if mark.kind == "Body" else None
            state = mark.state if mark.kind == "State" else None
            self.person = replace(self.person, body=self.person.body or body, state=self.person.state or state)

    def _find_listing_body(self, k: int) -> Body | None:
        """Give the body of "two instructors from the Police, X and Y"; k is the comma."""
        words, scene = self.around.scene.words, self.around.scene
        mark = scene.cover[k - 1]
        i = mark.begin - 1 if mark is not None and mark.kind == "Body" else 0
        if mark is None or i <= words.first[k]:
            return None
        i -= words.lower[i] in {"the", "our"}
        people = words.lower[i - 1]
        listing = singular_post(people) is not None or people in load_words("sides")
        listing = listing and words.lower[i] in {"of", "from", "at"}
        return self.around.bodies.get(mark.begin) if listing and i > words.first[k] else None

    def _read_step(self, last: int) -> bool:
        """Read one link, bracket or comma with what it brings; tell whether there was one."""
        words = self.around.scene.words
        word = words.lower[self.at]
        if word in _LINKS:
            return self._read_link(self.at + 1, last)
        if word in {"(", "["}:
            return self._read_bracket()
        aged = words.word[self.at + 1 : self.at + 3]
        if word == "," and len(aged) == 2 and aged[0].isdigit() and len(aged[0]) == 2 and aged[1] == ",":
            self.at += 2  # "X, 23, a student at"
        return word == "," and self.at + 1 < last and self._read_comma(last)

    def _read_link(self, k: int, last: int) -> bool:
        """Read "of Canada", "from the ICRC", "of International Relations"; k is the word behind the link."""
        words = self.around.scene.words
        link = words.lower[k - 1]
        while k < last and words.lower[k] in {"the", "our", "my"}:
            k += 1
        mark = self.around.scene.starting(k) if k < last else None
        if mark is not None and mark.kind == "Body" and k in self.around.bodies:
            title = self.person.before
            body = self.around.bodies[k]
            noun = words.lower[title.noun] if link == "at" and title is not None else ""
            if noun in load_words("sole-offices") or (noun == "minister" and not body.head):
                return False  # "President X at the General Assembly": where it happened
            self.person = replace(self.person, body=self.person.body or body)
            self.at = max(body.extent, body.end)
            return True
        people = mark is not None and mark.kind == "Demonym" and bool(self.person.royal)  # "King X of the Belgians"
        if mark is not None and (people or mark.kind in {"State", "Region"}) and link in {"of", "from"}:
            self.person = replace(self.person, state=self.person.state or mark.state)
            self.at = mark.end
            return True
        if mark is None and words.lower[k - 1] in {"the", "our", "my"} and self._read_short(k, last):
            return True
        before = self.person.before
        if link != "of" or mark is not None or before is None or before.placed:
            return False
        end = self._find_subject_end(k, last)
        if end == k:
            return False
        position = f"{before.position} of {words.surface(k, end)}"
        self.person = replace(self.person, before=replace(before, position=position))
        self.at = end
        return True

    def _read_short(self, k: int, last: int) -> bool:
        """Read the short mention of a body at word k, as "the Department" of the text's own ministry."""
        words = self.around.scene.words
        end = find_reference(self.around.scene, k, last) if k < last and words.capital[k] else None
        if end is None or (self.person.before is not None and self.person.before.placed):
            return False
        post = Post(begin=k, core=k, noun=end - 1, end=end, position="representative", reference=(k, end), weak=True)
        self.posts.append(post)
        self.at = end
        return True

    def _find_subject_end(self, k: int, last: int) -> int:
        words = self.around.scene.words
        portfolios = load_words("portfolios")
        j = k
        while j < last:
            joins = words.lower[j] in {"and", "&", ","} and j > k and j + 1 < last and words.lower[j + 1] in portfolios
            if words.lower[j] not in portfolios and not joins:
                break
            j += 1
        return k if j < last and words.capital[j] else j  # "Chancellor X of the Federal Republic"

    def _read_bracket(self) -> bool:
        bracket = read_bracket(self.around, self.at)
        if bracket is None:
            return False
        person = self.person
        words = self.around.scene.words
        if (
            self.posts
            and words.lower[self.posts[-1].noun] in load_words("placeless-posts")
            and not self.posts[-1].placed
        ):
            self.at = bracket.end  # "Joint Secretary (UN)": what the post is about
            return True
        self.person = replace(person, body=person.body or bracket.body, state=person.state or bracket.state)
        if bracket.post is not None:
            post = bracket.post
            body, state = post.body or bracket.body, post.state or bracket.state
            self.posts.append(replace(post, body=body, state=state, placed=post.placed or bool(body or state)))
        self.at = bracket.end
        return True

    def _read_comma(self, last: int) -> bool:
        words = self.around.scene.words
        post = find_apposition(self.around, self.at + 1, last)
        if post is None or post.begin in self.taken or post.core in self.taken or self._is_of_another(post):
            return self._read_listed(last)
        self._take(self._with_trailing(post, last))
        if self.at < last and words.lower[self.at] in {"and", "&"}:
            second = find_apposition(self.around, self.at + 1, last)
            free = second is not None and second.begin not in self.taken
            if second is not None and free and (second.end >= last or words.lower[second.end] in {",", ".", ";", ")"}):
                self._take(second)
        if self.at < last and words.word[self.at] == ",":
            if self.at + 1 < last and words.lower[self.at + 1] == "who":
                return False
            self.at += 1
            return False
        return True

    def _is_of_another(self, post: Post) -> bool:
        """Tell whether a head of State stands behind another: "at the invitation of President X, the President"."""
        words, before = self.around.scene.words, self.person.before
        noun = words.lower[post.noun]
        return before is not None and noun in {"president", "premier", "king"} and words.lower[before.noun] == noun

    def _read_listed(self, last: int) -> bool:
        """Read ", UNDP", ", of the ICRC," behind a name."""
        words = self.around.scene.words
        body = find_listed_body(self.around, self.at, last)
        if body is not None:
            self.person = replace(self.person, body=self.person.body or body)
            rank = find_rank_end(self.around, self.at, last)
            if rank > self.at:
                self.posts.append(_to_post(words, self.at + 1, rank, body))
            self.at = over_chair(words, max(body.extent, body.end))
            return False
        mark = self.around.scene.starting(self.at + 1)
        citizen = read_citizen(self.around, self.at, last)
        if citizen is not None:
            self.person = replace(self.person, state=self.person.state or citizen.state)
            self.at = citizen.end
            return False
        if mark is not None and mark.kind == "State":
            closed = mark.end >= last or words.word[mark.end] in {";", ".", ")"}
            if closed and (self.person.titles or self.person.before is not None):
                self.person = replace(self.person, state=self.person.state or mark.state)
                self.at = mark.end
            return False
        first = self.at + 1
        ahead = load_words("before-links")
        skipped = load_words("before-apposition") | load_words("scholarly")  # "a visiting professor at"
        k = next((n + 1 for n in range(first, min(first + 3, last)) if words.lower[n] in ahead), first)
        k = k if all(word in skipped for word in words.lower[first : k - 1]) else first
        if words.lower[k] == "of" and words.lower[k - 1] in {"professor", "lecturer"}:
            k = next((n for n in range(k, min(k + 6, last)) if words.lower[n] == "at" or words.word[n] == ","), k)
        links = {"of", "from"} if k == self.at + 1 else _LINKS
        return k + 1 < last and words.lower[k] in links and self._read_link(k + 1, last)

    def _with_trailing(self, post: Post, last: int) -> Post:
        """Add the body and State that follow a post by commas: ", ITF", ", Ministry of Trade, Norway"."""
        words, scene = self.around.scene.words, self.around.scene
        for _ in range(3):
            end = _over_bracket(words, post.end, last)
            dash = end < last and is_dash(scene, end)
            mark = scene.starting(end + 1) if end + 1 < last and (dash or words.word[end] == ",") else None
            if mark is None:
                break
            body = self.around.bodies.get(end + 1)
            stop = _over_state(scene, max(body.extent, body.end), last) if body is not None else mark.end
            closed = stop >= last or words.word[stop] in {".", ";", ")", "]", "/"} or is_dash(scene, stop)
            line = closed or "\n" in words.text[words.end[stop - 1] : words.begin[stop]]
            if dash and not line and words.word[stop] != ",":
                break
            head = post.body.head if post.body is not None else ""
            part = head in load_words("unit-heads") or head in load_words("branches")
            free = (post.body is None or part) and post.state is None
            # "X, Director, ICBL also spoke"
            verb = not closed and (words.lower[stop] == "also" or words.lower[stop] in load_words("human-verbs"))
            if body is not None and free and (line or verb or words.word[stop] == ","):
                post = replace(post, body=body, placed=True, end=stop)
            elif mark.kind == "State" and post.state is None and (line or (post.placed and words.word[stop] == ",")):
                post = replace(post, state=mark.state, placed=True, end=stop)
            else:
                break
        return post


def _read_taken_up(around: Around, at: int, reach: int) -> tuple[Post, ...]:
    """Read the posts of "In 2007 he was director of the institute" in the sentences right behind a person's."""
    words = around.scene.words
    found: list[Post] = []
    while 0 < at < len(words.word) and words.last[at] <= reach and words.block[at] == words.block[at - 1]:
        end = words.last[at]
        pronoun = next((k for k in range(at, min(at + 6, end)) if words.lower[k] in {"he", "she"}), None)
        if pronoun is None or pronoun + 1 >= end:
            break
        found += find_statement(around.scene, around.post_begins, around.bodies, pronoun + 1, end).posts
        at = end
    return tuple(found)


def _to_post(words: Words, i: int, j: int, body: Body) -> Post:
    """Take a rank stated like a post as one."""
    position = words.surface(i, j)
    return Post(begin=i, core=i, noun=j - 1, end=j, position=position, body=body, placed=True)


def _over_bracket(words: Words, i: int, last: int) -> int:
    """Step over the "(UN)" of "Director (UN), Ministry of Foreign Affairs"."""
    if i + 3 >= last or words.word[i] != "(":
        return i
    close = next((k for k in range(i + 1, min(i + 5, last)) if words.word[k] == ")"), None)
    return close + 1 if close is not None and close + 1 < last and words.word[close + 1] == "," else i


def _over_state(scene: Scene, i: int, last: int) -> int:
    """Step over the State where a body's branch sits, "HALO Trust Angola", where nothing follows it."""
    mark = scene.starting(i) if i < last else None
    closed = mark is not None and (mark.end >= last or scene.words.word[mark.end] in {".", ";", ")", ","})
    return mark.end if mark is not None and mark.kind == "State" and closed else i


def _is_said_of_both(words: Words, right: Person) -> bool:
    """Tell whether what follows the second name may be said of the first, too: no comma parts it from the name."""
    return right.end >= len(words.word) or words.word[right.end] != ","


def _is_listed(words: Words, left: Person, between: Sequence[str]) -> bool:
    """Tell whether a list of people goes on behind one whose body stands before it: "a team of UNMAS, X, Y and Z"."""
    if left.body is None or left.body.end >= left.begin:
        return False
    return "and" in between or words.word[max(left.body.extent, left.body.end)] == ","


def _of_first_state(around: Around, post: Post) -> Post:
    """Give the post of the first of two that are of two States: "the French and British ministers, X and Y"."""
    words, scene = around.scene.words, around.scene
    mark = scene.cover[post.begin - 2] if post.begin >= 2 and words.lower[post.begin - 1] == "and" else None
    if mark is None or mark.kind not in {"Demonym", "State"} or post.state is None or mark.end != post.begin - 1:
        return post
    return replace(post, state=mark.state)


def _share(around: Around, persons: Sequence[Person]) -> list[Person]:
    """Give both persons of "X and Y of the Z Army", "two envoys of Z, X and Y" what is said of them together."""
    words = around.scene.words
    shared = list(persons)
    for i in range(1, len(shared)):
        left, right = shared[i - 1], shared[i]
        between = words.lower[left.extent : right.begin] if left.extent <= right.begin else []
        if not between or set(between) - {"and", ",", "&"}:
            continue
        plural = tuple(post for post in right.behind if singular_post(words.lower[post.noun]))
        if plural and not left.behind:
            shared[i - 1] = replace(left, behind=tuple(_take_state(post, -2) for post in plural))
            shared[i] = right = replace(right, behind=tuple(_take_state(post, -1) for post in right.behind))
        elif _is_listed(words, left, between) and not (right.body or right.behind or right.before or right.state):
            shared[i] = replace(right, body=left.body)
        elif (
            _is_said_of_both(words, right)
            and between == ["and"]
            and not (left.body or left.state or left.behind or left.before)
        ):
            shared[i - 1] = replace(left, body=right.body, state=right.state)
        if left.titles[-1:] and left.titles[-1] in load_words("titles-of-several") and not right.titles:
            shared[i] = right = replace(right, titles=left.titles[-1:])
        alike = bool(left.titles) or not right.titles
        if left.before is not None and singular_post(words.lower[left.before.noun]) and right.before is None and alike:
            shared[i] = right = replace(right, before=left.before)
        if left.before is not None and left.before is right.before:
            shared[i - 1] = replace(shared[i - 1], before=_of_first_state(around, left.before))
    return [_with_own_state(person, shared[:i]) for i, person in enumerate(shared)]


def _with_own_state(person: Person, earlier: Sequence[Person]) -> Person:
    """Give the second of "the Ministers of Peru and Chile, X and Y" the second State."""
    post = person.before
    if post is None or not post.several:
        return person
    return replace(person, before=_take_state(post, sum(other.before is post for other in earlier)))


def _take_state(post: Post, number: int) -> Post:
    """Give the post of one of several States for the holder of that number."""
    if not post.several:
        return post
    state = post.several[number] if number < len(post.several) else None
    return replace(post, state=state, several=())
