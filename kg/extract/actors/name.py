"""Actors in a text and where it names them: States, bodies and persons, each one record under all its names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.actors.apposition import add_appositions
from kg.extract.actors.beside import look_around
from kg.extract.actors.body import classify_body, find_bodies
from kg.extract.actors.bodyform import Body, list_heads
from kg.extract.actors.bodyframe import find_doers
from kg.extract.actors.bodyrow import find_rowed
from kg.extract.actors.byline import find_byline
from kg.extract.actors.clausestate import find_side
from kg.extract.actors.frontmatter import hold_front_matter
from kg.extract.actors.holding import Holding, Holdings
from kg.extract.actors.home import Home, find_home, find_state_for_post
from kg.extract.actors.known import find_full_name, list_known_names
from kg.extract.actors.listing import find_listed_state
from kg.extract.actors.pair import Pair, find_pairs
from kg.extract.actors.person import Person, find_persons
from kg.extract.actors.post import Post, find_posts
from kg.extract.actors.postname import find_post_names
from kg.extract.actors.registry import Draft, Registry, base_name, spell
from kg.extract.actors.samename import merge_persons
from kg.extract.actors.signature import add_signer
from kg.extract.actors.stateform import find_own_mentions, find_state_span
from kg.extract.actors.surname import find_surnames
from kg.extract.names.lexicon import Hit, load_lexicon
from kg.extract.names.scene import Mark, Scene, build_scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Actor, Span

_SHORT_BEFORE = frozenset({"the", "this", "that", "our", "its", "same", "said"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One place at which the text names an actor."""

    begin: int
    end: int
    """Of the full mention, with title and given name, without what follows in apposition."""
    head: Span
    """The bare name."""
    extent: Span
    """The mention with the apposition and bracket behind it."""
    actor: str
    """Key of the actor."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone whom a text names."""

    actors: tuple[Actor, ...]
    names: tuple[Name, ...]
    holdings: tuple[Holding, ...]
    home: str | None
    """IRI of the State whose government issued the text."""
    publisher: str | None = None
    """Key of the body in whose periodical or release the text stands, where that is no government's."""


def read_cast(words: Words, hits: Sequence[Hit]) -> Cast:
    """Read a text's actors, every place that names them, in text order, and the posts of persons.

    `hits` are what the lexicon knows in the text.
    """
    scene = build_scene(words, hits)
    bodies = find_bodies(scene)
    own = _find_own_acronyms(scene, bodies)
    if own:
        scene = build_scene(words, hits)
        for i in own:
            scene.put(Mark(begin=i, end=i + 1, kind="Body"))
        bodies = find_bodies(scene)
    rowed = find_rowed(scene, bodies)
    for body in rowed:
        scene.put(Mark(begin=body.begin, end=body.end, kind="Body"))
    bodies = sorted([*bodies, *rowed], key=lambda body: body.begin)
    posts = find_posts(scene, bodies)
    around = look_around(scene, bodies, posts)
    persons = add_signer(around, add_appositions(around, find_persons(around)))
    byline = find_byline(around, persons)
    if byline is not None:
        others = (person for person in persons if not byline.begin < person.begin < byline.end)
        persons = sorted([*others, byline], key=lambda person: person.begin)
    bodies = sorted([*bodies, *find_doers(scene, bodies, persons)], key=lambda body: body.begin)
    return _Reader(scene, bodies, posts, persons, find_home(scene, bodies)).read(find_pairs(words, hits))


def _find_own_acronyms(scene: Scene, bodies: Sequence[Body]) -> list[int]:
    """List the words that are acronyms which the text defines, and which the lexicon knows for no one or another."""
    acronyms = {body.acronym: body for body in bodies if body.acronym}
    words = scene.words
    if not acronyms:
        return []
    found = [i for i, word in enumerate(words.word) if word in acronyms]
    found = [i for i in found if scene.cover[i] is None or _is_another(scene.cover[i], acronyms[words.word[i]])]
    return [i for i in found if words.word[i - 1] != "("]


def _is_another(mark: Mark | None, body: Body) -> bool:
    """Tell whether the lexicon gives an acronym to another body than the text: to one without a word of its name."""
    if mark is None or mark.entry is None or mark.end != mark.begin + 1 or body.mark is not None or mark.kind != "Body":
        return False
    if body.state and mark.entry.state and body.state != mark.entry.state:
        return True
    own = set(spell(body.name).split())
    known = [set(spell(name).split()) for name in load_lexicon().names(mark.entry.iri) if " " in name]
    return bool(known) and not any(own <= name or name <= own for name in known)


def _holds_post(person: Person) -> bool:
    """Tell whether a mention begins with the post before it: "the OAS envoy, X" names no OAS.

    "The chairman, X" does not, as that tells who chaired.
    """
    post = person.before
    if post is None or person.touching:
        return post is not None
    return post.end <= person.begin and post.position.lower() not in load_words("chair-posts").union(
        load_pairs("role-posts")
    )


_IS = frozenset({"is", "was", "will", "are", "were"})
"""What stands between a post and its holder where a sentence says who holds it: "its president was X"."""


class _Reader:
    """One document's reading in progress: fills the registry and lists the mentions."""

    def __init__(
        self, scene: Scene, bodies: Sequence[Body], posts: Sequence[Post], persons: Sequence[Person], home: Home
    ) -> None:
        self.scene = scene
        self.posts = posts
        self.words = scene.words
        self.bodies = bodies
        self.persons = persons
        self.home = home
        self.registry = Registry(scene=scene)
        self.names: list[Name] = []
        self.body_keys: dict[int, str] = {}
        self.person_keys: list[str] = []

    def read(self, pairs: Iterable[Pair]) -> Cast:
        """Do all steps in their order."""
        for mark in self.scene.marks:
            if mark.entry is not None and mark.state is not None and mark.kind in {"State", "Demonym", "Capital"}:
                self.registry.state_labels.setdefault(mark.state, mark.entry.label)
        self._read_bodies()
        self._read_persons()
        self._read_states()
        self._read_pairs(pairs)
        self._read_short_mentions()
        holdings = Holdings(self.scene, self.registry, self.home, self.bodies, self.body_keys)
        for number, person in enumerate(self.persons):
            holdings.read(number, person, self.person_keys[number])
        hold_front_matter(holdings, self.persons, self.person_keys)
        for post, key in find_post_names(self.scene, self.posts, self.persons, holdings.found, self.home.issuer):
            self._add(key, post.begin, post.end)
        self._read_own_mentions(holdings)
        return self._finish(holdings.found)

    def _finish(self, holdings: Sequence[Holding]) -> Cast:
        drafts = self.registry.drafts
        self.names.sort(key=lambda name: (name.begin, -name.end, name.actor))
        for name in self.names:
            drafts[name.actor].evidence.append(Span(name.begin, name.end))
        used = {name.actor for name in self.names} | {h.person for h in holdings}
        used |= {h.organization for h in holdings if h.organization}
        for draft in drafts.values():
            draft.evidence = sorted(set(draft.evidence))
        kept = sorted((d for d in drafts.values() if d.key in used), key=lambda d: (d.evidence or [Span(0, 0)], d.key))
        actors = tuple(draft.freeze() for draft in kept)
        publisher = self.body_keys.get(self.home.body.begin) if self.home.body is not None else None
        return Cast(actors, tuple(self.names), tuple(holdings), self.home.issuer, publisher)

    def _add(self, actor: str, begin: int, end: int, extent: int = 0, head: tuple[int, int] | None = None) -> None:
        """List a mention; all numbers are those of words."""
        words = self.words
        span = Span(words.begin[begin], words.end[end - 1])
        bare = Span(words.begin[head[0]], words.end[head[1] - 1]) if head is not None else span
        whole = Span(span.begin, words.end[extent - 1]) if extent > end else span
        self.names.append(Name(begin=span.begin, end=span.end, head=bare, extent=whole, actor=actor))

    # --- bodies -------------------------------------------------------------------------------------

    def _read_bodies(self) -> None:
        """Read the bodies: those whose owner is stated first, acronyms last, so that short names find the long ones."""
        acronyms = [body for body in self.bodies if body.mark is not None and body.mark.entry is None]
        full = [body for body in self.bodies if body.mark is None or body.mark.entry is not None]
        owned = [body for body in full if body.mark is not None or body.owner is not None]
        loose = sorted(
            (body for body in full if body.mark is None and body.owner is None),
            key=lambda b: (b.begin - b.end, b.begin),
        )
        for body in owned + loose:
            self._read_body(body)
        for body in acronyms:
            key = self.registry.acronyms.get(body.name)
            if key is not None:
                self._name_body(body, self.registry.drafts[key])

    def _read_body(self, body: Body) -> None:
        known = self._find_known(body)
        if known is not None and known.entry is not None:
            draft = self.registry.add_entry(known.entry, self.words.surface(body.begin, body.end), body.begin)
            if body.core > body.begin:
                draft.names.setdefault(self.words.surface(body.core, body.end))  # "the German BAFA"
            if body.acronym:
                draft.names.setdefault(body.acronym)
                self.registry.acronyms.setdefault(body.acronym, draft.key)
            self._name_body(body, draft)
        elif body.several:
            for mark in body.several:
                single = replace(body, end=mark.end, extent=mark.end, state=mark.state, owner=mark, several=())
                draft = self.registry.add_body(single, mark.state, None)
                begin = body.begin if mark is body.several[0] else mark.begin
                self._name_body(replace(single, begin=begin, core=begin), draft)
        else:
            parent = self._find_owner(body)
            state = body.state or (self.registry.drafts[parent].state if parent else None)
            if state is None and parent is None:
                state = self._find_state(body)
            self._name_body(body, self.registry.add_body(body, state, parent))

    def _find_known(self, body: Body) -> Mark | None:
        """Give the lexicon's mark for a body, its own or that of the acronym in its bracket."""
        if body.mark is not None or not body.acronym:
            return body.mark
        inside = self.scene.cover[body.end : body.extent]
        known = (m for m in inside if m is not None and m.entry is not None and m.kind == "Body")
        return next((mark for mark in known if not _is_another(mark, body)), None)

    def _find_owner(self, body: Body) -> str | None:
        """Give the key of the body that owns another."""
        if body.reference is not None:
            resolved = self.registry.resolve(*body.reference, prefer=self.home.issuer)
            return resolved.key if resolved is not None else None
        owner = body.owner
        if owner is None and body.state is None:
            return self._find_whole(body)
        if owner is None or owner.kind != "Body":
            return None
        surface = self.words.surface(owner.begin, owner.end)
        if owner.entry is not None:
            return self.registry.add_entry(owner.entry, surface, body.begin).key
        return self.registry.acronyms.get(surface) or self.body_keys.get(owner.begin)

    def _find_whole(self, body: Body) -> str | None:
        """Give the key of the body within which a unit is: "the Arms Control Section at the Foreign Ministry"."""
        words, i = self.words, max(body.extent, body.end)
        if i + 1 >= words.last[body.begin] or words.lower[i] not in load_words("part-links"):
            return None
        unit = body.head in load_words("unit-heads") or body.head in load_words("branches")
        return self.body_keys.get(i + 1 + (words.lower[i + 1] == "the")) if unit else None

    def _find_state(self, body: Body) -> str | None:
        """Find the State of a government's body where its name does not tell it."""
        part = body.head in load_words("unit-heads") and body.head not in {"directorate", "committee"}
        part = part and not body.name.lower().startswith(("department of ", "department for "))
        if part or classify_body(body) != "GovernmentBody":
            return None
        base, _ = base_name(body)
        drafts = self.registry.drafts
        listed = find_listed_state(self.scene, body.begin)
        if listed is not None:
            return listed
        leader = next((p for p in self.persons if p.begin < body.begin < p.extent), None)
        if leader is not None and (stated := self._find_behind(body, leader)) is not None:
            return stated
        side = find_side(self.scene, leader.begin) if leader is not None else None
        if side is not None and side.state is not None:
            return side.state  # "the Chilean side was led by X, Director of the Department for"
        if leader is not None and leader.before is not None and leader.before.state is not None:
            return leader.before.state  # "the Peruvian delegate, Ms X of the Ministry of Mines"
        same = [d for d in drafts.values() if d.base == base and d.state is not None and d.first < body.begin]
        if same:
            return self.registry.nearest(same, body.begin).state
        for other in reversed([b for b in self.bodies if self.words.first[body.begin] <= b.begin < body.begin]):
            key = self.body_keys.get(other.begin)
            if key is not None and drafts[key].kind == "GovernmentBody" and drafts[key].state:
                return drafts[key].state
        return find_state_for_post(self.scene, self.home, body.begin, body.name)

    def _find_behind(self, body: Body, leader: Person) -> str | None:
        """Give the State of "X, Director, Ministry of Mines, Chad": it stands right behind the body of a post."""
        k = max(body.extent, body.end)
        mark = self.scene.starting(k + 1) if self.words.word[k : k + 1] in ([","], ["-"], ["–"], ["—"]) else None
        mine = (post.state for post in leader.behind if post.body is not None and post.body.begin == body.begin)
        return mark.state if mark is not None and mark.kind == "State" and mark.state in set(mine) else None

    def _name_body(self, body: Body, draft: Draft) -> None:
        self.body_keys[body.begin] = draft.key
        draft.first = min(draft.first, body.begin)
        draft.evidence.append(Span(self.words.begin[body.begin], self.words.end[body.end - 1]))
        self._add(draft.key, body.begin, body.end, body.extent)

    # --- persons ------------------------------------------------------------------------------------

    def _read_persons(self) -> None:
        words = self.words
        same = merge_persons(self.persons)
        full = {same[n]: name for n, p in enumerate(self.persons) if (name := find_full_name(p)) is not None}
        for number, person in enumerate(self.persons):
            draft = self.registry.add_person(self.persons[same[number]], full.get(same[number]))
            self.person_keys.append(draft.key)
            for name in self._names_of(person):
                draft.names.setdefault(name)
            told = person.before is not None and not person.touching and words.lower[person.before.end] in _IS
            before = person.before if person.before is not None and not told and _holds_post(person) else None
            shared = before is None or self._is_before_another(number, before)
            begin = person.begin if before is None or shared else before.begin
            self._add(draft.key, begin, person.end, person.extent, (person.head, person.head_end))
        for i, key in find_surnames(self.scene, self.persons, self.person_keys):
            self.registry.drafts[key].names.setdefault(words.word[i])
            self._add(key, i, i + 1)

    def _is_before_another(self, number: int, post: Post) -> bool:
        """Tell whether the post of a person stands before the name of the one before: "Presidents X and Y"."""
        return number > 0 and self.persons[number - 1].begin >= post.end

    def _names_of(self, person: Person) -> list[str]:
        """List the forms of one mention: bare, with title, with post, with "Jr."."""
        words = self.words
        names = [person.name, *list_known_names(person)]
        behind = person.head_end + (words.word[person.head_end : person.head_end + 1] == [","])
        if person.end > behind and words.lower[behind] in load_words("told-apart"):
            names.append(words.surface(person.head, person.end))
            names.append(words.surface(person.begin, person.end))
        if person.begin < person.head:
            names.append(words.surface(person.begin, person.head_end))
        if person.touching and person.before is not None and words.capital[person.before.noun]:
            lesser = not load_words("lesser-ranks").isdisjoint(words.lower[person.before.begin : person.before.noun])
            begin = person.before.begin if lesser else person.before.noun  # "Deputy Minister X" is no "Minister X"
            names.append(words.surface(begin, person.head_end))
        return names

    # --- States, short mentions -----------------------------------------------------------------------

    def _read_states(self) -> None:
        for mark in self.scene.marks:
            if mark.state is None or mark.entry is None or self.scene.cover[mark.begin] is not mark:
                continue
            span = find_state_span(self.scene, mark)
            if span is None:
                continue
            draft = self.registry.add_state(mark.state, self.registry.state_labels.get(mark.state, mark.entry.label))
            if mark.kind != "Demonym":
                draft.names.setdefault(self.words.surface(mark.begin, mark.end))
            if span != (mark.begin, mark.end):
                draft.names.setdefault(self.words.surface(*span))
            self._add(mark.state, *span, head=(mark.begin, mark.end))

    def _read_pairs(self, pairs: Iterable[Pair]) -> None:
        for begin, end, sides in pairs:
            at = self.words.begin[begin]
            known = {name.actor for name in self.names if name.begin == at}
            for side in sides:
                if side.state is not None and side.kind != "IntergovernmentalOrganization":
                    key = self.registry.add_state(
                        side.state, self.registry.state_labels.get(side.state, side.label)
                    ).key
                else:
                    key = self.registry.add_entry(side, side.label, begin).key
                if key not in known:
                    self._add(key, begin, end)

    def _read_short_mentions(self) -> None:
        """Find "the Ministry", "this Department", "the Centre"."""
        words = self.words
        heads = list_heads()
        taken = bytearray(len(words.word))
        for body in self.bodies:
            taken[body.begin : body.extent] = b"\1" * (max(body.extent, body.end) - body.begin)
        for i, lower in enumerate(words.lower):
            if lower not in heads or not words.capital[i] or taken[i] or self.scene.cover[i] is not None:
                continue
            following = i + 1 < words.last[i] and (words.capital[i + 1] or words.lower[i + 1] in {"of", "for"})
            if following or i == words.first[i] or words.lower[i - 1] not in _SHORT_BEFORE:
                continue
            draft = self.registry.resolve(i, i + 1, prefer=self.home.issuer)
            if draft is not None:
                self._add(draft.key, i, i + 1)

    def _read_own_mentions(self, holdings: Holdings) -> None:
        """Find "I" and "we" where a government speaks: its minister and its State."""
        issuer = self.home.issuer
        if issuer is None or issuer not in self.registry.state_labels:
            return
        author = self._find_author(holdings)
        for i, own in find_own_mentions(self.scene):
            if own == "we":
                self.registry.add_state(issuer, self.registry.state_labels[issuer])
                self._add(issuer, i, i + 1)
            elif author is not None:
                self._add(author, i, i + 1)

    def _find_author(self, holdings: Holdings) -> str | None:
        """Give the person who speaks as "I": the one whom front matter or header names as author."""
        words = self.words
        header = {key: p for p, key in zip(self.persons, self.person_keys, strict=True) if p.begin < self.home.header}
        authors = [key for key, p in header.items() if words.lower[words.first[p.begin]] in {"author", "by", "from"}]
        if not authors:
            held = {holding.person for holding in holdings.found}
            authors = [key for key in header if key in held]
        return authors[0] if len(authors) == 1 else None
