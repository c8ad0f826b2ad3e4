"""Who met whom in a report: ties, actors, conveners and circles."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.network.broker import Brokerage, count_brokerage
from kg.network.choice import ROLES
from kg.network.layout import place_actors
from kg.network.measure import measure_actors
from kg.network.project import rank, tie_name
from kg.publish.desk import Desk, name_of
from kg.publish.digest import Convener, Group, Member, Tie
from kg.publish.evidence import anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.network.community import Communities

_CONVENING = ("Host", "Organizer", "Sponsor", "Chair", "Trainer")
"""Roles of those who make an occasion happen."""
_LEADERS = 3
"""Members and places that stand for a circle."""
_FITTING = 22
"""Letters of a name that fit beside a mark."""


def list_ties(desk: Desk, *, most: int) -> tuple[Tie, ...]:
    """List the ties of most occasions."""
    incidence, graph = desk.network.incidence, desk.network.graph
    ranked = rank(incidence.matrix(), most=most)
    found = []
    for source, target, weight, p_value, q_value in ranked.rows():
        one, other = incidence.actors[source].iri, incidence.actors[target].iri
        ends = sorted((one, other), key=lambda iri: (desk.labels[iri], iri))
        found.append(
            Tie(
                anchor=f"tie-{anchor(tie_name(one, other))}",
                source=desk.link(ends[0]),
                target=desk.link(ends[1]),
                weight=weight,
                p_value=p_value,
                q_value=q_value,
                validated=q_value <= desk.network.alpha,
                events=desk.events(graph.edges[one, other]["events"]),
            )
        )
    return tuple(found)


def list_members(desk: Desk, communities: Communities) -> tuple[Member, ...]:
    """List all actors with their measures, those of most company first."""
    graph = desk.network.graph
    standing = {node: str(values.get("status", "unknown")) for node, values in graph.nodes(data=True)}
    sides = {node: key for node, key in standing.items() if key not in ("unknown", "no_state")}
    brokerage, places, where = count_brokerage(graph, sides), measure_actors(graph), place_actors(graph)
    group = {node: place for place, members in enumerate(communities.groups, start=1) for node in members}
    attended: Mapping[str, tuple[str, ...]] = graph.graph["attended"]
    found = []
    for node in graph:
        place, broker = places[node], brokerage.get(node, Brokerage())
        found.append(
            Member(
                anchor=anchor(node),
                label=desk.labels[node],
                short=_shorten(desk.labels[node], desk.acronyms.get(node)),
                kind=str(graph.nodes[node]["kind"]),
                standing=standing[node],
                community=group.get(node),
                events=desk.events(attended.get(node, ())),
                degree=place.degree,
                strength=place.strength,
                betweenness=place.betweenness,
                pagerank=place.pagerank,
                clustering=place.clustering,
                core=place.core,
                constraint=place.constraint,
                coordinator=broker.coordinator,
                consultant=broker.consultant,
                gatekeeper=broker.gatekeeper,
                liaison=broker.liaison,
                x=where.get(node, (0.0, 0.0))[0],
                y=where.get(node, (0.0, 0.0))[1],
            )
        )
    return tuple(sorted(found, key=lambda member: (-member.strength, -len(member.events), member.label)))


def _shorten(label: str, acronym: str | None) -> str:
    if len(label) <= _FITTING:
        return label
    return acronym or label[: _FITTING - 1].rstrip() + "…"


def list_conveners(desk: Desk) -> tuple[Convener, ...]:
    """List who hosted, organised, paid for, chaired or trained, those of most occasions first."""
    incidence = desk.network.incidence
    present: dict[int, set[int]] = defaultdict(set)
    roles: dict[int, Counter[str]] = defaultdict(Counter)
    events: dict[int, set[int]] = defaultdict(set)
    for event, actor, role in zip(
        incidence.event.tolist(), incidence.actor.tolist(), incidence.role.tolist(), strict=True
    ):
        present[event].add(actor)
        if ROLES[role] in _CONVENING:
            roles[actor][ROLES[role]] += 1
            events[actor].add(event)
    found = [
        Convener(
            actor=desk.link(incidence.actors[actor].iri),
            roles=tuple((role, counted[role]) for role in _CONVENING if counted[role]),
            events=desk.events(incidence.events[place].iri for place in events[actor]),
            guests=len(set().union(*(present[place] for place in events[actor])) - {actor}),
        )
        for actor, counted in roles.items()
    ]
    return tuple(sorted(found, key=lambda row: (-len(row.events), -row.guests, row.actor.label)))


def list_groups(desk: Desk, communities: Communities) -> tuple[Group, ...]:
    """Describe the communities, the largest first."""
    graph, incidence = desk.network.graph, desk.network.incidence
    attended: Mapping[str, tuple[str, ...]] = graph.graph["attended"]
    events = {event.iri: event for event in incidence.events}
    found = []
    for place, members in enumerate(communities.groups):
        ranked = sorted(members, key=lambda node: (-float(graph.degree(node, weight="weight")), desk.labels[node]))
        inside = Counter(event for node in members for event in attended[node])
        shared = [events[iri] for iri, count in inside.items() if count > 1]
        countries = Counter(event.country for event in shared if event.country)
        common = sorted(countries, key=lambda iri: (-countries[iri], iri))[:_LEADERS]
        found.append(
            Group(
                number=place + 1,
                leaders=tuple(desk.link(node) for node in ranked[:_LEADERS]),
                members=tuple(desk.link(node) for node in ranked),
                kinds=_tally(str(graph.nodes[node]["kind"]) for node in members),
                standings=_tally(str(graph.nodes[node].get("status", "unknown")) for node in members),
                firmness=communities.firmness[place],
                places=tuple(name_of(incidence, iri) for iri in common),
                events=len(shared),
            )
        )
    return tuple(found)


def _tally(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(values)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
