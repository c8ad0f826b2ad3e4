"""Actors in a text and where it names them: States, bodies and persons, each one record under all its names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.apposition import add_appositions
from kg.extract.body import Body, find_bodies
from kg.extract.holding import Holding, Holdings
from kg.extract.home import Home, find_home, find_state_for_post
from kg.extract.lexicon import Hit
from kg.extract.passage import Block
from kg.extract.pattern import load_words
from kg.extract.person import Person, find_persons, look_around
from kg.extract.post import find_posts
from kg.extract.registry import Draft, Registry, base_name, merge_persons
from kg.extract.scene import Mark, Scene, build_scene
from kg.extract.word import cut_words, squeeze
from kg.model import BASE, Actor, Span, slug


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


def find_names(
    text: str, blocks: Sequence[Block], hits: Sequence[Hit], dates: Sequence[object] = ()
) -> tuple[list[Actor], list[Name]]:
    """Find the actors of a text and every place that names them, in text order.

    `hits` are the lexicon's; `dates` is accepted for the sake of the other stages and not needed here.
    """
    del dates
    cast = read_cast(text, tuple(blocks), tuple(hits))
    return list(cast.actors), list(cast.names)


@lru_cache(maxsize=2)
def read_cast(text: str, blocks: tuple[Block, ...], hits: tuple[Hit, ...]) -> Cast:
    """Read a text's actors, their mentions and the posts of persons; the last reading is kept."""
    words = cut_words(text, blocks)
    scene = build_scene(words, hits)
    bodies = find_bodies(scene)
    acronyms = {body.acronym for body in bodies if body.acronym}
    if acronyms:
        scene, bodies = _read_with_acronyms(scene, acronyms, hits)
    posts = find_posts(scene, bodies)
    around = look_around(scene, bodies, posts)
    persons = add_appositions(around, find_persons(around))
    home = find_home(scene, bodies)
    reader = _Reader(scene, bodies, persons, home)
    return reader.read()


def _read_with_acronyms(scene: Scene, acronyms: set[str], hits: tuple[Hit, ...]) -> tuple[Scene, list[Body]]:
    """Read the bodies again, now that the text's own acronyms are known."""
    scene = build_scene(scene.words, hits)
    for i, word in enumerate(scene.words.word):
        if word in acronyms and scene.cover[i] is None:
            bracketed = i and scene.words.word[i - 1] == "("
            if not bracketed:
                scene.put(Mark(begin=i, end=i + 1, kind="Body"))
    return scene, find_bodies(scene)


class _Reader:
    """One document's reading in progress: fills the registry and lists the mentions."""

    def __init__(self, scene: Scene, bodies: Sequence[Body], persons: Sequence[Person], home: Home) -> None:
        self.scene = scene
        self.words = scene.words
        self.bodies = bodies
        self.persons = persons
        self.home = home
        self.registry = Registry(scene=scene)
        self.names: list[Name] = []
        self.holdings: list[Holding] = []
        self.body_keys: dict[int, str] = {}
        self.person_keys: dict[int, str] = {}

    def read(self) -> Cast:
        """Do all steps in their order."""
        for mark in self.scene.marks:
            if mark.entry is not None and mark.state is not None and mark.kind in {"State", "Demonym", "Capital"}:
                self.registry.state_labels.setdefault(mark.state, mark.entry.label)
        self._read_bodies()
        self._read_persons()
        self._read_states()
        self._read_short_mentions()
        self._read_posts()
        self.names.sort(key=lambda name: (name.begin, -name.end))
        used = {name.actor for name in self.names} | {h.person for h in self.holdings}
        used |= {h.organization for h in self.holdings if h.organization}
        for name in self.names:
            span = Span(name.begin, name.end)
            if span not in self.registry.drafts[name.actor].evidence:
                self.registry.drafts[name.actor].evidence.append(span)
        for draft in self.registry.drafts.values():
            draft.evidence.sort()
        drafts = sorted(
            (d for d in self.registry.drafts.values() if d.key in used),
            key=lambda d: (d.evidence or [Span(0, 0)], d.key),
        )
        return Cast(
            tuple(draft.freeze() for draft in drafts), tuple(self.names), tuple(self.holdings), self.home.issuer
        )

    # --- bodies -------------------------------------------------------------------------------------

    def _read_bodies(self) -> None:
        full = [body for body in self.bodies if not self._is_acronym(body)]
        owned = [b for b in full if b.mark is not None or b.owner is not None]
        loose = [b for b in full if b.mark is None and b.owner is None]
        loose.sort(key=lambda b: (b.begin - b.end, b.begin))
        for body in owned + loose + [b for b in self.bodies if self._is_acronym(b)]:
            self._read_body(body)

    def _is_acronym(self, body: Body) -> bool:
        return body.mark is not None and body.mark.entry is None

    def _read_body(self, body: Body) -> None:
        words = self.words
        surface = words.surface(body.begin, body.end)
        if self._is_acronym(body):
            key = self.registry.acronyms.get(surface)
            if key is not None:
                self._name_body(body, self.registry.drafts[key])
            return
        known = self._known_entry(body)
        if known is not None and known.entry is not None:
            draft = self.registry.add_entry(known.entry, surface, body.begin)
            if body.acronym:
                draft.names.setdefault(body.acronym)
                self.registry.acronyms.setdefault(body.acronym, draft.key)
            self._name_body(body, draft)
            return
        if body.several:
            for number, mark in enumerate(body.several):
                self._read_one_of_several(body, mark, first=number == 0)
            return
        parent = self._owner_key(body)
        if parent is None and body.reference is not None:
            resolved = self.registry.resolve(*body.reference, prefer=self.home.issuer)
            parent = resolved.key if resolved is not None else None
        state = body.state or (self.registry.drafts[parent].state if parent else None)
        if state is None and parent is None:
            state = self._state_from_context(body)
        self._name_body(body, self.registry.add_body(body, state, parent))

    def _read_one_of_several(self, body: Body, mark: Mark, *, first: bool) -> None:
        from dataclasses import replace

        begin = body.begin if first else mark.begin
        single = replace(body, end=mark.end, extent=mark.end, state=mark.state, owner=mark, several=())
        draft = self.registry.add_body(single, mark.state, None)
        draft.first = body.begin
        self._name_body(replace(single, begin=begin, core=begin), draft)

    def _known_entry(self, body: Body) -> Mark | None:
        """Give the lexicon's mark for a body, its own or that of the acronym in its bracket."""
        if body.mark is not None:
            return body.mark
        if body.acronym:
            for k in range(body.end, body.extent):
                mark = self.scene.cover[k]
                if mark is not None and mark.entry is not None and mark.kind == "Body":
                    return mark
        return None

    def _owner_key(self, body: Body) -> str | None:
        if body.owner is None or body.owner.kind != "Body":
            return None
        if body.owner.entry is not None:
            return self.registry.add_entry(
                body.owner.entry, self.words.surface(body.owner.begin, body.owner.end), body.begin
            ).key
        return self.registry.acronyms.get(self.words.surface(body.owner.begin, body.owner.end))

    def _state_from_context(self, body: Body) -> str | None:
        """Find the State of a government's body where its name does not tell it."""
        from kg.extract.body import classify_body

        if body.head in load_words("unit-heads") and body.head not in {"directorate", "committee"}:
            return None
        if classify_body(body) != "GovernmentBody":
            return None
        base, _ = base_name(body)
        same = [
            draft
            for draft in self.registry.drafts.values()
            if draft.base == base and draft.state is not None and draft.first < body.begin
        ]
        if same:
            return self.registry.nearest(same, body.begin).state
        before = [b for b in self.bodies if self.words.first[body.begin] <= b.begin < body.begin]
        for other in reversed(before):
            key = self.body_keys.get(other.begin)
            if (
                key is not None
                and self.registry.drafts[key].kind == "GovernmentBody"
                and self.registry.drafts[key].state
            ):
                return self.registry.drafts[key].state
        return find_state_for_post(self.scene, self.home, body.begin, body.name)

    def _name_body(self, body: Body, draft: Draft) -> None:
        words = self.words
        self.body_keys[body.begin] = draft.key
        begin, end = words.begin[body.begin], words.end[body.end - 1]
        draft.evidence.append(Span(begin, end))
        draft.first = min(draft.first, body.begin)
        extent = words.end[max(body.extent, body.end) - 1]
        self.names.append(
            Name(begin=begin, end=end, head=Span(begin, end), extent=Span(begin, extent), actor=draft.key)
        )

    # --- persons ------------------------------------------------------------------------------------

    def _read_persons(self) -> None:
        same = merge_persons(self.persons)
        for number, person in enumerate(self.persons):
            full = self.persons[same[number]]
            draft = self._person_draft(full)
            self.person_keys[number] = draft.key
            words = self.words
            draft.names.setdefault(person.name)
            if person.end > person.head_end and words.lower[person.head_end] in {"jr", "sr", "ii", "iii", "jnr", "snr"}:
                draft.names.setdefault(words.surface(person.head, person.end))
            if person.begin < person.head:
                draft.names.setdefault(squeeze(words.surface(person.begin, person.head_end)))
            if person.touching and person.before is not None and words.capital[person.before.noun]:
                draft.names.setdefault(words.surface(person.before.noun, person.head_end))
            begin = words.begin[person.begin]
            if person.touching and person.before is not None:
                begin = words.begin[person.before.begin]
            end = words.end[person.end - 1]
            head = Span(words.begin[person.head], words.end[person.head_end - 1])
            extent = Span(begin, words.end[max(person.extent, person.end) - 1])
            self.names.append(Name(begin=begin, end=end, head=head, extent=extent, actor=draft.key))
        self._read_surnames()

    def _person_draft(self, person: Person) -> Draft:
        label = person.name.replace("\n", " ")
        if label.startswith("@"):
            label = " ".join(part.capitalize() for part in label[1:].split("_"))
        names = {}
        if person.royal:
            bare = label
            label = f"{person.royal} {label}"
            names[bare] = None
            if person.state is not None and person.extent > person.end and self.words.lower[person.end] == "of":
                long = f"{label} of {self.registry.state_labels.get(person.state, '')}"
                names[label] = None
                label = long
        key = f"{BASE}person/{slug(label)}"
        if key not in self.registry.drafts:
            self.registry.drafts[key] = Draft(key=key, kind="Person", label=label, names=names, first=person.begin)
        return self.registry.drafts[key]

    def _read_surnames(self) -> None:
        """Find the bare surnames of persons whom the text names in full."""
        owners: dict[str, set[str]] = {}
        written: dict[str, str] = {}
        for number, person in enumerate(self.persons):
            if person.head_end - person.head >= 2:
                surname = self.words.word[person.head_end - 1]
                if len(surname) > 2 and not surname.isupper() or len(surname) > 3:
                    owners.setdefault(surname.lower(), set()).add(self.person_keys[number])
                    written[surname.lower()] = surname
        if not owners:
            return
        inside = bytearray(len(self.words.word))
        for person in self.persons:
            inside[person.begin : person.end] = b"\1" * (person.end - person.begin)
        words = self.words
        for i, lower in enumerate(words.lower):
            keys = owners.get(lower)
            if keys is None or inside[i] or not words.capital[i] or len(keys) != 1:
                continue
            mark = self.scene.cover[i]
            if mark is not None and mark.kind not in {"City", "Capital", "Region"}:
                continue
            neighbour = words.word[i - 1] if i > words.first[i] else ""
            following = words.word[i + 1] if i + 1 < words.last[i] else ""
            if _is_word(neighbour) and self.scene.cover[i - 1] is None and i - 1 > words.first[i] and not inside[i - 1]:
                continue
            if (
                _is_word(following)
                and self.scene.cover[i + 1] is None
                and words.lower[i + 1] in load_words("title-words")
            ):
                continue
            draft = self.registry.drafts[next(iter(keys))]
            draft.names.setdefault(words.word[i])
            span = Span(words.begin[i], words.end[i])
            self.names.append(Name(begin=span.begin, end=span.end, head=span, extent=span, actor=draft.key))

    # --- States -------------------------------------------------------------------------------------

    def _read_states(self) -> None:
        for mark in self.scene.marks:
            if mark.state is None or mark.entry is None or self.scene.cover[mark.begin] is not mark:
                continue
            label = self.registry.state_labels.get(mark.state, mark.entry.label)
            if mark.kind == "State":
                begin, end = self._government_span(mark)
            elif mark.kind == "Demonym":
                found = self._demonym_span(mark)
                if found is None:
                    continue
                begin, end = found
            elif mark.kind in {"Capital", "City"} and self._acts(mark):
                capital = self._capital_state(mark)
                if capital is None:
                    continue
                begin, end = mark.begin, mark.end
            else:
                continue
            draft = self.registry.add_state(mark.state, label)
            surface = self.words.surface(mark.begin, mark.end)
            if mark.kind != "Demonym":
                draft.names.setdefault(surface)
            if (begin, end) != (mark.begin, mark.end):
                draft.names.setdefault(self.words.surface(begin, end))
            span = Span(self.words.begin[begin], self.words.end[end - 1])
            head = Span(self.words.begin[mark.begin], self.words.end[mark.end - 1])
            self.names.append(Name(begin=span.begin, end=span.end, head=head, extent=span, actor=draft.key))

    def _government_span(self, mark: Mark) -> tuple[int, int]:
        """Take "Government of" before a State and "'s government" behind it into the mention."""
        words = self.words
        begin, end = mark.begin, mark.end
        k = begin - 1
        if k >= 0 and words.lower[k] == "the":
            k -= 1
        if k >= 1 and words.lower[k] == "of" and words.lower[k - 1] in {"government", "governments"}:
            begin = k - 1
        if (
            end + 1 < len(words.word)
            and words.lower[end] in {"'s", "?s"}
            and words.lower[end + 1] in {"government", "authorities", "delegation", "side"}
        ):
            end += 2
        return begin, end

    def _demonym_span(self, mark: Mark) -> tuple[int, int] | None:
        """Give the words of "Georgian Government", "the Swiss"; None where the people are not the State."""
        words = self.words
        end, last = mark.end, words.last[mark.begin]
        nouns = load_words("state-nouns")
        if (
            end < last
            and words.lower[end] in {"and", "or", "&"}
            and end + 1 < last
            and self.scene.kind_at(end + 1) == "Demonym"
        ):
            after = self.scene.cover[end + 1]
            k = after.end if after is not None else end
            if k < last and words.lower[k] in nouns:
                return mark.begin, mark.end
        k = end
        if k + 1 < last and words.lower[k + 1] in nouns and words.lower[k] not in {",", ".", "and"}:
            k += 1
        if k < last and words.lower[k] in nouns:
            return mark.begin, k + 1
        article = mark.begin > words.first[mark.begin] and words.lower[mark.begin - 1] == "the"
        if article and (
            end >= last
            or words.lower[end] in load_words("capital-verbs")
            or words.lower[end] in {",", ".", "foot", "and"}
        ):
            return mark.begin, mark.end
        return None

    def _acts(self, mark: Mark) -> bool:
        """Tell whether a capital is the subject of a verb that governments do."""
        words = self.words
        i, j = mark.begin, mark.end
        if j >= words.last[i] or words.lower[j] not in load_words("capital-verbs"):
            return False
        before = words.lower[i - 1] if i > words.first[i] else ""
        return before in {
            "",
            ",",
            "and",
            "but",
            "that",
            "which",
            "while",
            "as",
            "when",
            "because",
            "where",
            "if",
            "what",
            ";",
            ":",
            "–",
            "—",
            "-",
            "until",
            "although",
            "since",
        }

    def _capital_state(self, mark: Mark) -> str | None:
        slug_of = mark.entry.iri.rsplit("/", 1)[-1] if mark.entry is not None else ""
        return mark.state if mark.kind == "Capital" or slug_of == mark.state else None

    # --- short mentions and posts -------------------------------------------------------------------

    def _read_short_mentions(self) -> None:
        """Find "the Ministry", "this Department", "the Centre", and what the text's own acronyms stand for."""
        words = self.words
        heads = load_words("government-heads") | load_words("body-heads") | load_words("society-heads")
        taken = bytearray(len(words.word))
        for body in self.bodies:
            taken[body.begin : body.extent] = b"\1" * (max(body.extent, body.end) - body.begin)
        for i, lower in enumerate(words.lower):
            if (
                lower not in heads
                or not words.capital[i]
                or taken[i]
                or self.scene.cover[i] is not None
                or i == words.first[i]
            ):
                continue
            if words.lower[i - 1] not in {"the", "this", "that", "our", "its", "same", "said"}:
                continue
            if i + 1 < words.last[i] and (words.capital[i + 1] or words.lower[i + 1] in {"of", "for"}):
                continue
            draft = self.registry.resolve(i, i + 1, prefer=self.home.issuer)
            if draft is None:
                continue
            span = Span(words.begin[i], words.end[i])
            self.names.append(Name(begin=span.begin, end=span.end, head=span, extent=span, actor=draft.key))

    def _read_posts(self) -> None:
        holdings = Holdings(self.scene, self.registry, self.home, self.bodies, self.body_keys)
        for number, person in enumerate(self.persons):
            holdings.read(number, person, self.person_keys[number])
        self.holdings = holdings.found


def _is_word(word: str) -> bool:
    return bool(word) and word[0].isupper() and len(word) > 1
