"""From what the documents say to what there is: one entry for each actor, place and occasion.

The conclusion is a function of the set of profiles, the reference names and the user's decisions: neither
the order of documents nor what was concluded before plays a part.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.graph.choose import Report, choose_name, choose_type, choose_value, choose_values
from kg.graph.link import Linking, link_actors
from kg.graph.name import name_documents, name_statement
from kg.graph.occasion import Cluster, Mention, find_occasions, to_mentions
from kg.graph.pin import Decisions
from kg.graph.profile import Profile
from kg.graph.resolution import Naming, Occasion, Reference, Resolution
from kg.graph.series import find_sequels
from kg.model import Place, Treaty, describe_event, fold


def resolve(
    profiles: Iterable[Profile], *, reference: Reference, decisions: Decisions | None = None, merge: bool = True
) -> Resolution:
    """Conclude what a set of documents speaks of; without `merge` each report stays an event of its own."""
    everything = sorted(profiles, key=lambda profile: profile.document)
    pins = decisions or Decisions()
    linking = link_actors(everything, reference)
    mentions = to_mentions(everything, linking)
    clusters = find_occasions(mentions, pins if merge else None)
    canonical = {mention.iri: cluster.iri for cluster in clusters for mention in cluster.members}
    return Resolution(
        namings=_name_all(everything, linking, mentions, canonical),
        actors=linking.actors,
        events=_describe_all(clusters, mentions, canonical, {p.iri: p.label for d in everything for p in d.places}),
        places=_collect_places(everything, reference),
        treaties=_collect_treaties(everything, reference),
        unused=pins.unused(frozenset(canonical)),
        parted=tuple(sorted({(canonical[a], canonical[b]) for c in clusters for a, b in c.parted})),
    )


def _name_all(
    profiles: Sequence[Profile], linking: Linking, mentions: Sequence[Mention], canonical: Mapping[str, str]
) -> dict[str, Naming]:
    """Tell each document the IRIs of its things."""
    slugs = name_documents(profile.document for profile in profiles)
    events: dict[str, dict[str, str]] = {profile.document: {} for profile in profiles}
    for mention in mentions:
        events[mention.report.document][mention.report.event.key] = canonical[mention.iri]
    counts = Counter(iri for named in events.values() for iri in named.values())
    shared = frozenset(iri for iri, count in counts.items() if count > 1)
    described: set[tuple[str, ...]] = set()
    described_standings: set[str] = set()
    namings = {}
    for profile in profiles:
        naming = Naming(
            slug=slugs[profile.document], events=events[profile.document], actors=linking.iris[profile.document]
        )
        standings, stated = set(profile.standings), set(_list_statements(profile, naming, shared))
        again = {name_statement(*statement) for statement in stated & described}
        namings[profile.document] = replace(naming, elsewhere=frozenset(again | (standings & described_standings)))
        described |= stated
        described_standings |= standings
    return namings


def _list_statements(profile: Profile, naming: Naming, shared: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield what names the statements of a document that other documents may make too: few are ever named."""
    for post in profile.posts:
        body = naming.actors[post.organization] if post.organization else ""
        yield "affiliation", naming.actors[post.person], post.position or "", body, post.state or ""
    for event in profile.events:
        iri = naming.events[event.key]
        if iri in shared:
            yield from (("participation", iri, naming.actors[actor], role) for actor, role in event.actors)
            yield from (("claim", iri, name, value) for name, value in event.facts)
            yield "claim", iri, "type", event.type
            if event.name:
                yield "claim", iri, "name", event.name


def _describe_all(
    clusters: Sequence[Cluster],
    mentions: Sequence[Mention],
    canonical: Mapping[str, str],
    places: Mapping[str, str],
) -> tuple[Occasion, ...]:
    """Describe every occasion, and tie it to those that it is part of or follows; `places` gives their labels."""
    iris = {(mention.report.document, mention.report.event.key): canonical[mention.iri] for mention in mentions}
    sequels = find_sequels(clusters)
    return tuple(
        sorted((_describe(cluster, iris, sequels, places) for cluster in clusters), key=lambda occasion: occasion.iri)
    )


def _describe(
    cluster: Cluster, iris: Mapping[tuple[str, str], str], sequels: Mapping[str, str], places: Mapping[str, str]
) -> Occasion:
    reports = [mention.report for mention in cluster.members]
    kind, values = choose_type(reports), choose_values(reports)
    label = choose_name(reports) or _label(kind, dict(values), places, reports)
    names = {name for r in reports for name in (r.event.name, *r.event.aliases) if name and fold(name) != fold(label)}
    wholes = [(iris[r.document, r.event.part_of], r) for r in reports if r.event.part_of]
    earlier = [(iris[r.document, r.event.follows], r) for r in reports if r.event.follows]
    wholes = [pair for pair in wholes if pair[0] != cluster.iri]
    earlier = [pair for pair in earlier if pair[0] != cluster.iri]
    return Occasion(
        iri=cluster.iri,
        type=kind,
        label=label,
        aliases=tuple(sorted(names)),
        values=values,
        part_of=choose_value(wholes) if wholes else None,
        follows=choose_value(earlier) if earlier else sequels.get(cluster.iri),
        merges=cluster.merges,
    )


def _label(kind: str, values: Mapping[str, str], places: Mapping[str, str], reports: Sequence[Report]) -> str:
    """Label an event without a name by what was chosen; where reports agree on all of it, by what they call it."""
    labels = {report.event.label for report in reports}
    place = values.get("city") or values.get("country")
    if len(labels) == 1 or (place and place not in places):
        return choose_value([(report.event.label, report) for report in reports])
    return describe_event(kind, places[place] if place else None, values.get("startDate") or values.get("endDate"))


def _collect_places(profiles: Iterable[Profile], reference: Reference) -> tuple[Place, ...]:
    """List the places that the reference data lacks, each once."""
    found: dict[str, Place] = {}
    for profile in profiles:
        for place in profile.places:
            if place.iri not in reference.names:
                found[place.iri] = min(found.get(place.iri, place), place, key=repr)
    return tuple(found[iri] for iri in sorted(found))


def _collect_treaties(profiles: Iterable[Profile], reference: Reference) -> tuple[Treaty, ...]:
    """List the treaties that the reference data lacks, each once with all its names."""
    found: dict[str, list[Treaty]] = {}
    for profile in profiles:
        for treaty in profile.treaties:
            if treaty.iri not in reference.names:
                found.setdefault(treaty.iri, []).append(treaty)
    return tuple(_join_treaties(found[iri]) for iri in sorted(found))


def _join_treaties(treaties: Sequence[Treaty]) -> Treaty:
    label = min(treaty.label for treaty in treaties)
    names = {name for treaty in treaties for name in (treaty.label, *treaty.aliases)} - {label}
    return Treaty(iri=treaties[0].iri, label=label, aliases=tuple(sorted(names)))
