"""The actors of one document: every name that the text uses for one of them leads to the same record."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.extract.actors.body import classify_body
from kg.extract.actors.bodyform import Body
from kg.extract.actors.person import Person
from kg.extract.mending.garble import right_name
from kg.extract.names.acronym import is_acronym
from kg.extract.names.lexicon import Entry
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import compile_words, load_pairs, load_words
from kg.model import BASE, Actor, Span, fold, slug

_PLURALS = r"((?:(?!and )\S+ )*)({Plural-bodies})\b"  # "the Foreign and Defence Ministries" are two
"""Heads that name one body of each of several States: "the Defence Ministries of A and B"."""


_fold = lru_cache(maxsize=8192)(fold)


@dataclass(slots=True)
class Draft:
    """An actor in the making."""

    key: str
    kind: str
    label: str
    names: dict[str, None] = field(default_factory=dict)
    iri: str | None = None
    state: str | None = None
    evidence: list[Span] = field(default_factory=list)
    head: str = ""
    parent: str | None = None
    """Key of the body that this one is a part of."""
    base: str = ""
    """A body's folded name without its State."""
    first: int = 0
    """Number of the word at which it is first named."""

    def freeze(self) -> Actor:
        """Give the finished record; names that differ only in case or accents are kept once."""
        seen = {_fold(self.label)}
        aliases = []
        for name in self.names:
            if _fold(name) not in seen and name:
                seen.add(_fold(name))
                aliases.append(name)
        return Actor(
            key=self.key,
            kind=self.kind,
            label=self.label,
            aliases=tuple(aliases),
            iri=self.iri,
            state=self.state,
            evidence=tuple(self.evidence),
        )


@dataclass(slots=True)
class Registry:
    """The drafts of a document's actors."""

    scene: Scene
    drafts: dict[str, Draft] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    """Keys of the bodies whose acronym the text defines."""
    state_labels: dict[str, str] = field(default_factory=dict)

    def add_state(self, iri: str, label: str) -> Draft:
        """Give the draft of a State, made at need."""
        if iri not in self.drafts:
            self.drafts[iri] = Draft(key=iri, kind="State", label=label, iri=iri)
        self.state_labels.setdefault(iri, label)
        return self.drafts[iri]

    def add_entry(self, entry: Entry, surface: str, first: int) -> Draft:
        """Give the draft of a body that the reference data knows, made at need."""
        if entry.iri not in self.drafts:
            self.drafts[entry.iri] = Draft(
                key=entry.iri,
                kind=entry.kind,
                label=entry.label,
                iri=entry.iri,
                state=entry.state,
                first=first,
                base=_without_state(spell(entry.label), self.state_labels.get(entry.state or "")),
            )
        draft = self.drafts[entry.iri]
        draft.names.setdefault(surface)
        country = self.state_labels.get(entry.state or "")
        if country and entry.kind == "GovernmentBody":
            bare = re.sub(rf" of (?:the )?{re.escape(country)}$", "", entry.label)
            if bare != entry.label and bare in self.scene.words.text:
                draft.names.setdefault(bare)
        return draft

    def add_body(self, body: Body, state: str | None, parent: str | None) -> Draft:
        """Give the draft of an unknown body, merged with one named before where the two are the same."""
        kind = classify_body(body)
        base, name = base_name(body)
        label = self.label_body(body, name, state)
        draft = self._same_body(body, base, state)
        if draft is None:
            key = f"{BASE}organization/{slug(label)}"
            draft = self.drafts.setdefault(
                key,
                Draft(
                    key=key,
                    kind=kind,
                    label=label,
                    state=state,
                    head=body.head,
                    parent=parent,
                    base=base,
                    first=body.begin,
                ),
            )
        surface = label if body.shared else self.scene.words.surface(body.begin, body.end)
        for each in (surface, label):
            draft.names.setdefault(re.sub(r"[’‘?](?=s\b)", "'", each))
        if body.acronym:
            draft.names.setdefault(body.acronym)
            self.acronyms.setdefault(body.acronym, draft.key)
        for variant in _variants(name, body, self.state_labels.get(state or "")):
            draft.names.setdefault(variant)
        return draft

    def add_person(self, person: Person, full: str | None) -> Draft:
        """Give the draft of a person, made at need; titles of royalty and peers stay with the name.

        `full` is the full name of somebody known by a surname alone.
        """
        label = right_name(full or person.name)
        if label.startswith("@"):
            label = " ".join(part.capitalize() for part in label[1:].split("_"))
        names = {short: None for short in (drop_initials(label), *list_called(label)) if short != label}
        if person.royal:
            names[label] = None
            label = f"{person.royal} {label}"
            words = self.scene.words
            if person.state is not None and person.extent > person.end and words.lower[person.end] == "of":
                names[label] = None
                label = f"{label} of {self.state_labels.get(person.state, '')}"
        key = f"{BASE}person/{slug(label)}"
        return self.drafts.setdefault(key, Draft(key=key, kind="Person", label=label, names=names, first=person.begin))

    def _same_body(self, body: Body, base: str, state: str | None) -> Draft | None:
        known = self.drafts[self.acronyms[body.acronym]] if body.acronym and body.acronym in self.acronyms else None
        if known is not None and (known.state == state or None in {known.state, state}):
            return known  # but each State has an "MoD" of its own
        bodies = [draft for draft in self.drafts.values() if draft.base and draft.kind not in {"State", "Person"}]
        same = [d for d in bodies if d.base == base and (d.state == state or state is None or d.state is None)]
        if same:
            return self.nearest(same, body.begin)
        if body.owner is not None or body.mark is not None:
            return None
        words = set(base.split())
        wider = [
            draft
            for draft in bodies
            if len(words) > 1 and words < set(draft.base.split()) and _same_head(draft.base, body.head)
        ]
        wider = [draft for draft in wider if state is None or draft.state is None or draft.state == state]
        return wider[-1] if len({draft.key for draft in wider}) == 1 else None

    def nearest(self, drafts: Sequence[Draft], i: int) -> Draft:
        """Give the draft that is named last before word i, else the first of all."""
        limit = self.scene.words.begin[i]
        return max(drafts, key=lambda d: (max((s.begin for s in d.evidence if s.begin < limit), default=-1), -d.first))

    def label_body(self, body: Body, name: str, state: str | None) -> str:
        """Name an unknown body as the annotations do: "Ministry of Defence of Kazakhstan"."""
        country = self.state_labels.get(state or "")
        words = self.scene.words
        if country is None or state is None:
            return (
                words.surface(body.begin, body.end)
                if body.owner and body.owner.kind == "Body" and not _possessive(self.scene, body)
                else name
            )
        if body.owner is not None and body.owner.kind == "Body":
            return words.surface(body.begin, body.end) if not _possessive(self.scene, body) else name
        if country in name or is_acronym(name):
            return name
        if body.owner is not None and body.owner.kind == "Demonym" and body.head not in load_words("full-named"):
            return words.surface(body.begin, body.end)
        if body.owner is not None and body.owner.end <= body.core and body.head not in load_words("full-named"):
            return f"{country} {name}"
        if body.owner is None and body.head not in load_words("full-named"):
            return name
        return f"{name} of {_with_article(country)}"

    def resolve(self, i: int, j: int, *, prefer: str | None = None) -> Draft | None:
        """Find the body that a short mention, words i to j, stands for: "the Centre", "Defence Ministry"."""
        words = self.scene.words
        surface = words.surface(i, j)
        if surface in self.acronyms:
            return self.drafts[self.acronyms[surface]]
        base = spell(surface)
        wanted = set(base.split())
        head = base.split()[-1] if base else ""
        matching = [
            d
            for d in self.drafts.values()
            if d.kind not in {"State", "Person"} and any(wanted <= set(spell(n).split()) for n in (d.label, *d.names))
        ]
        matching = [d for d in matching if head in _heads_of(d)]
        before = [d for d in matching if d.first < i]
        if prefer is not None and len(before) > 1:
            before = [d for d in before if d.state == prefer] or before
        if len(before) == 1:
            return before[0]
        if len(before) > 1:
            block = words.block[i]
            near = [
                d
                for d in before
                if any(
                    words.block[words.at(span.begin)] == block and span.begin < words.begin[i] for span in d.evidence
                )
            ]
            if near:
                return max(near, key=lambda d: max(span.begin for span in d.evidence if span.begin < words.begin[i]))
            return max(
                before,
                key=lambda d: max((span.begin for span in d.evidence if span.begin < words.begin[i]), default=-1),
            )
        return None


def drop_initials(name: str) -> str:
    """Leave the initials inside a full name out, as texts do at times.

    >>> drop_initials("Carla M. Lindo"), drop_initials("C. M. Lindo")
    ('Carla Lindo', 'C. M. Lindo')
    """
    words = name.split()
    if len(words) < 3 or len(words[0].rstrip(".")) < 2:
        return name
    return " ".join([words[0], *(word for word in words[1:-1] if len(word.rstrip(".")) > 1), words[-1]])


_NICKNAME = re.compile(r"(.+?) [(\"“”„«'‘](\w+)[)\"“”»'’] (.+)")


def list_called(name: str) -> Sequence[str]:
    """List the names that one with a nickname inside stands for.

    >>> list_called('Carla M. (Lita) Lindo')
    ('Lita Lindo', 'Carla M. Lindo')
    """
    called = _NICKNAME.fullmatch(name)
    return (f"{called[2]} {called[3]}", f"{called[1]} {called[3]}") if called is not None else ()


def _heads_of(draft: Draft) -> set[str]:
    words = [word for name in (draft.label, *draft.names) for word in spell(name).split()]
    return (
        {draft.head, spell(draft.head)}
        | set(words[:1])
        | set(words[-1:])
        | {w for w in words if w in load_words("body-heads") | load_words("government-heads")}
    )


def _same_head(base: str, head: str) -> bool:
    return spell(head) in base.split()


@lru_cache(maxsize=8192)
def spell(name: str) -> str:
    """Fold a name and use one spelling for words that British and American English write differently.

    >>> spell("Center for Defense Programs")
    'centre for defence programs'
    """
    written, spellings = _foreign_spellings()
    return written.sub(lambda match: spellings[match[0]], fold(name))


@cache
def _foreign_spellings() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Make a pattern of the spellings that are replaced, whole words or the beginnings of words, and what for."""
    pairs = load_pairs("spellings")
    ends = "|".join(word.removesuffix("~") if word.endswith("~") else rf"{word}\b" for word in pairs)
    return re.compile(rf"\b(?:{ends})"), {word.removesuffix("~"): meant for word, meant in pairs.items()}


def base_name(body: Body) -> tuple[str, str]:
    """Give the folded and the written name of a body without its State; "Defence Ministry" is turned round.

    >>> base_name(Body(begin=0, end=2, core=0, core_end=2, name="Foreign Ministry", head="ministry"))
    ('ministry of foreign affairs', 'Ministry of Foreign Affairs')
    """
    name = " ".join(body.name.split())
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 5 and (" " in name or body.head == name.lower()) and all(c.isupper() for c in letters):
        name = " ".join(
            w.capitalize() if w.lower() not in {"of", "and", "for", "the", "on"} else w.lower() for w in name.split()
        )
    several = compile_words(_PLURALS).match(name)
    if several is not None:
        name = several[1] + load_pairs("plural-bodies")[several[2].lower()].capitalize() + name[several.end() :]
    turned = re.fullmatch(r"(.+) Ministry", name)
    if turned:
        subject = load_pairs("ministry-subjects").get(turned[1].lower(), turned[1])
        name = f"Ministry of {subject}"
    name = re.sub(r"^Ministry of the ", "Ministry of ", name)
    return spell(name), name


def _without_state(base: str, country: str | None) -> str:
    """Take the State out of a folded name: "ministry of defence of kazakhstan" is a "ministry of defence"."""
    if not country:
        return base
    return re.sub(rf"^{re.escape(fold(country))} | of (?:the )?{re.escape(fold(country))}$", "", base)


def _possessive(scene: Scene, body: Body) -> bool:
    return body.owner is not None and scene.words.lower[body.core - 1] in {"'s", "?s", "'"}


def _with_article(country: str) -> str:
    return f"the {country}" if not load_words("with-article").isdisjoint(country.split()) else country


def _variants(name: str, body: Body, country: str | None) -> Iterable[str]:
    """Yield other common ways to write a State's body."""
    if country is None or country in name or (body.owner is not None and body.owner.kind == "Body"):
        return
    if " " in name:
        yield name
    yield f"{name} of {_with_article(country)}"
    yield f"{country} {name}"
