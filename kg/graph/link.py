"""Which names, across documents, are the same State, body or person.

Only safe steps are taken: the same IRI; the same name and State; a long form given as another name; an
acronym that stands for one body alone. Each step past the same name leaves a reason. Where a name is shared
(two ministries of defence, two persons of one name) the State tells them apart, and unknown stays apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.extract.words.wordclass import load_words
from kg.graph.name import digest
from kg.graph.profile import ActorProfile, Profile
from kg.graph.resolution import Reference, ResolvedActor
from kg.model import BASE, fold, slug

_SPELLINGS = tuple(
    (re.compile(rf"\b{old}"), new)
    for old, new in (("centre", "center"), ("defence", "defense"), ("organis", "organiz"), ("programme", "program"),
                     ("de mining", "demining"), ("co op", "coop"), ("co ord", "coord"), ("labour", "labor"))
)  # fmt: skip


@lru_cache(maxsize=65536)
def spell(name: str) -> str:
    """Fold a name, and settle between British and American spelling.

    >>> spell("The Tajik Mine Action Centre")
    'tajik mine action center'
    """
    folded = fold(name.replace("&", " and "))
    for old, new in _SPELLINGS:
        folded = old.sub(new, folded)
    return folded


def is_generic(name: str) -> bool:
    """Tell whether a name could be that of a body in any State.

    >>> is_generic("Ministry of Defence"), is_generic("Ministry of Defence of Georgia")
    (True, False)
    """
    plain = load_words("plain-in-bodies", "resolution")
    return all(word in plain or word.isdigit() for word in spell(name).split())


def is_acronym(name: str) -> bool:
    """Tell whether a name is an abbreviation.

    >>> is_acronym("TMAC"), is_acronym("Baku"), is_acronym("BiH MAC")
    (True, False, False)
    """
    return len(name) >= 3 and " " not in name and sum(c.isupper() for c in name) > len(name) / 2


@dataclass(frozen=True, slots=True)
class _Name:
    """What tells one actor from another: two mentions with equal names are one."""

    family: str
    """`person`, `organization` or `state`: the kind of IRI."""
    spelled: str
    state: str = ""
    document: str = ""
    """Set where the name alone says too little beyond its document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """The actors of all documents, and which of them each document speaks of."""

    actors: tuple[ResolvedActor, ...]
    iris: Mapping[str, Mapping[str, str]]
    """Document to key of an actor to IRI."""


@dataclass(slots=True)
class _Group:
    """All mentions of one actor."""

    mentions: list[tuple[str, ActorProfile]] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)


def link_actors(profiles: Sequence[Profile], reference: Reference) -> Linking:
    """Find the actors of all documents, whatever order these come in."""
    known: dict[str, _Group] = defaultdict(_Group)
    unknown: dict[_Name, _Group] = defaultdict(_Group)
    states = _find_states(profiles)
    named: dict[tuple[str, str], _Name] = {}
    for profile in profiles:
        for actor in profile.actors:
            if actor.iri:
                known[actor.iri].mentions.append((profile.document, actor))
                continue
            name = _name(profile.document, actor, states)
            named[profile.document, actor.key] = name
            unknown[name].mentions.append((profile.document, actor))
    roots = _join(unknown, _find_links(unknown))
    groups: dict[_Name, _Group] = defaultdict(_Group)
    for name, group in unknown.items():
        groups[roots[name][0]].mentions += group.mentions
        groups[roots[name][0]].reasons |= roots[name][1]
    iris = _name_groups(groups, reference)
    for name, iri in iris.items():
        if iri in reference.names or iri in known:
            known[iri].mentions += groups[name].mentions
            known[iri].reasons |= groups[name].reasons | {"a name met in texts is one of the reference data"}
    actors = [_describe_known(iri, group, reference) for iri, group in known.items()]
    actors += [_describe(iri, groups[name]) for name, iri in iris.items() if iri not in known]
    by_document: dict[str, dict[str, str]] = {profile.document: {} for profile in profiles}
    for profile in profiles:
        for actor in profile.actors:
            by_document[profile.document][actor.key] = actor.iri or iris[roots[named[profile.document, actor.key]][0]]
    described = (actor for actor in actors if not actor.known or actor.aliases or actor.reasons)
    return Linking(actors=tuple(sorted(described, key=lambda actor: actor.iri)), iris=by_document)


def _family(kind: str) -> str:
    return {"Person": "person", "State": "state"}.get(kind, "organization")


def _find_states(profiles: Iterable[Profile]) -> dict[tuple[str, str], set[str]]:
    """Collect for each name the States that its bearers belong to."""
    states: dict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in profiles:
        for actor in profile.actors:
            if not actor.iri and actor.state:
                states[_family(actor.kind), spell(actor.label)].add(actor.state)
    return states


def _name(document: str, actor: ActorProfile, states: Mapping[tuple[str, str], set[str]]) -> _Name:
    family, spelled = _family(actor.kind), spell(actor.label)
    if family == "state":
        return _Name(family, spelled)
    if family == "person" and " " not in spelled:
        return _Name(family, spelled, actor.state or "", document)
    if actor.state:
        return _Name(family, spelled, actor.state)
    if family == "organization" and is_generic(actor.label):
        return _Name(family, spelled, "", document)
    only = states.get((family, spelled), set())
    return _Name(family, spelled, next(iter(only)) if len(only) == 1 else "")


def _find_links(unknown: Mapping[_Name, _Group]) -> list[tuple[_Name, _Name, str]]:
    """Find names that other names of the same actor lead to, each with its reason, in a fixed order."""
    by_spelling: dict[tuple[str, str], set[_Name]] = defaultdict(set)
    by_acronym: dict[str, set[_Name]] = defaultdict(set)
    for name, group in unknown.items():
        by_spelling[name.family, name.spelled].add(name)
        if name.family == "organization" and " " in name.spelled:
            for _, actor in group.mentions:
                for alias in filter(is_acronym, actor.aliases):
                    by_acronym[alias].add(name)
    links: set[tuple[_Name, _Name, str]] = set()
    for name, group in unknown.items():
        for document, actor in group.mentions:
            links |= set(_follow_aliases(name, document, actor, by_spelling))
            links |= set(_follow_acronym(name, actor, by_acronym))
    return sorted(links, key=lambda link: (_order(link[0]), _order(link[1]), link[2]))


def _follow_aliases(
    name: _Name, document: str, actor: ActorProfile, by_spelling: Mapping[tuple[str, str], set[_Name]]
) -> Iterator[tuple[_Name, _Name, str]]:
    """Yield the one other actor that a long alias names, if there is exactly one."""
    for alias in actor.aliases:
        if " " in alias and not is_generic(alias):
            targets = by_spelling.get((name.family, spell(alias)), set())
            others = [other for other in targets if other != name and _compatible(name, other)]
            if len(others) == 1:
                yield name, others[0], f"{document} gives “{alias}” as another name of “{actor.label}”"


def _follow_acronym(
    name: _Name, actor: ActorProfile, by_acronym: Mapping[str, set[_Name]]
) -> Iterator[tuple[_Name, _Name, str]]:
    """Yield the one body that an acronym stands for, if there is exactly one."""
    if is_acronym(actor.label) and name.family == "organization":
        longs = [other for other in by_acronym.get(actor.label, set()) if _compatible(name, other)]
        if len(longs) == 1:
            yield name, longs[0], f"“{actor.label}” stands for “{longs[0].spelled}” alone in these documents"


def _order(name: _Name) -> tuple[str, str, str, str]:
    return name.family, name.spelled, name.state, name.document


def _compatible(left: _Name, right: _Name) -> bool:
    """Tell whether two names may be one actor's: no two States, and none bound to another document."""
    return left.state == right.state or not (left.state and right.state)


def _join(
    names: Iterable[_Name], links: Iterable[tuple[_Name, _Name, str]]
) -> dict[_Name, tuple[_Name, frozenset[str]]]:
    """Give every name the least name of those that it is linked with, and the reasons; States never clash."""
    groups = {name: {name} for name in names}
    reasons: dict[_Name, set[str]] = {name: set() for name in groups}
    for left, right, reason in links:
        if groups[left] is not groups[right]:
            joined = groups[left] | groups[right]
            if len({name.state for name in joined if name.state}) > 1:
                continue
            because = reasons[left] | reasons[right]
            for name in joined:
                groups[name], reasons[name] = joined, because
        reasons[left].add(reason)
    return {name: (min(group, key=_order), frozenset(reasons[name])) for name, group in groups.items()}


def _name_groups(groups: Mapping[_Name, _Group], reference: Reference) -> dict[_Name, str]:
    """Give every group an IRI: the reference data's where exactly one entry has the name, else one of its own."""
    entries: dict[str, set[str]] = defaultdict(set)
    for iri, labels in reference.names.items():
        if iri.startswith((f"{BASE}organization/", f"{BASE}state/")):
            for label in labels:
                entries[spell(label)].add(iri)
    wanted: dict[str, list[_Name]] = defaultdict(list)
    found: dict[_Name, str] = {}
    for name, group in groups.items():
        same = entries.get(name.spelled, set()) if name.family != "person" and not name.document else set()
        if len(same) == 1 and not is_generic(name.spelled):
            found[name] = next(iter(same))
        else:
            wanted[_wish(name, group)].append(name)
    for wish, sharing in wanted.items():
        for name in sharing:
            alone = len(sharing) == 1 and wish not in reference.names
            found[name] = wish if alone else f"{wish}-{digest(*_order(name))}"
    return found


def _wish(name: _Name, group: _Group) -> str:
    """Make the IRI that an actor has if no other wants it."""
    state = name.state.rpartition("/")[2]
    suffix = f"-{slug(state)}" if state and name.family == "organization" else ""
    return f"{BASE}{name.family}/{slug(_choose_label(group))}{suffix}"


def _choose_label(group: _Group) -> str:
    """Choose the name that most documents use; then a long form, then the longest, then the first of the alphabet."""
    counts = Counter(label for _, label in {(document, actor.label) for document, actor in group.mentions})
    return min(counts, key=lambda label: (is_acronym(label), -counts[label], -len(label), label))


def _choose_kind(group: _Group) -> str:
    """Choose the kind that most mentions have; `Organization` only where no mention says more."""
    counts = Counter(actor.kind for _, actor in group.mentions)
    return min(counts, key=lambda kind: (kind == "Organization", -counts[kind], kind))


def _aliases(group: _Group, label: str, taken: frozenset[str]) -> tuple[str, ...]:
    """Collect the names that differ from those already there by more than case, accents or punctuation."""
    found: dict[str, str] = {}
    own = fold(label)
    for name in sorted({name for _, actor in group.mentions for name in (actor.label, *actor.aliases)}):
        spelled = fold(name)
        if spelled and spelled != own and spelled not in taken:
            found.setdefault(spelled, name)
    return tuple(sorted(found.values()))


def _describe_known(iri: str, group: _Group, reference: Reference) -> ResolvedActor:
    if iri not in reference.names:
        return _describe(iri, group)
    label = min(actor.label for _, actor in group.mentions)
    return ResolvedActor(
        iri=iri,
        kind=_choose_kind(group),
        label=label,
        aliases=_aliases(group, "", reference.names[iri]),
        known=True,
        reasons=tuple(sorted(group.reasons)),
    )


def _describe(iri: str, group: _Group) -> ResolvedActor:
    label = _choose_label(group)
    states = Counter(actor.state for _, actor in group.mentions if actor.state)
    return ResolvedActor(
        iri=iri,
        kind=_choose_kind(group),
        label=label,
        aliases=_aliases(group, label, frozenset()),
        state=min(states, key=lambda state: (-states[state], state)) if states else None,
        reasons=tuple(sorted(group.reasons)),
    )
