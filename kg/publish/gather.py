"""From a network and its evidence to everything that a report says."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from kg.network.broker import Brokerage, count_brokerage
from kg.network.build import network_of
from kg.network.choice import ROLES, Selection
from kg.network.community import find_communities
from kg.network.exposure import measure_exposure
from kg.network.incidence import distinct_labels, read_incidence
from kg.network.layout import place_actors
from kg.network.measure import measure_actors, measure_shape
from kg.network.mixing import measure_mixing
from kg.network.project import assess, tie_name
from kg.network.rows import fetch
from kg.network.standing import STANDINGS, WORDS
from kg.network.tile import place_tiles
from kg.publish.digest import (
    Cell,
    Cited,
    Convener,
    Country,
    Digest,
    Exposed,
    Figure,
    Group,
    Link,
    Member,
    Mix,
    Occasion,
    Part,
    Read,
    Square,
    Stand,
    Tie,
)
from kg.publish.evidence import anchor, read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

    from kg.network.build import Network
    from kg.network.community import Communities
    from kg.network.incidence import Event, Incidence
    from kg.network.rows import Source
    from kg.network.standing import Record
    from kg.publish.evidence import Evidence, Quote

_MOST_TIES = 1500
_CONVENING = ("Host", "Organizer", "Sponsor", "Chair", "Trainer")
_LEADERS = 3
_FITTING = 22


@dataclass(frozen=True, kw_only=True)
class _Desk:
    """What every part of the report is made from."""

    whole: Incidence
    network: Network
    standings: npt.NDArray[np.int64]
    evidence: Evidence
    record: Record
    labels: Mapping[str, str]
    links: Mapping[str, Link]
    """Selected events by IRI."""
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    """Places of actors and events in the table of standings."""
    acronyms: Mapping[str, str]
    counts_for: Mapping[str, Mapping[str, str]]
    """By event: whom those count for who do not count for themselves."""

    def link(self, actor: str) -> Link:
        return Link(label=self.labels[actor], anchor=anchor(actor))

    def events(self, iris: Iterable[str]) -> tuple[Link, ...]:
        order = {event.iri: (event.start or "9999", event.iri) for event in self.network.incidence.events}
        return tuple(self.links[iri] for iri in sorted(set(iris), key=order.__getitem__))


def gather(source: Source, selection: Selection, *, record: Record, alpha: float, day: str | None = None) -> Digest:
    """Read a graph in contract form and work out everything that the report says.

    Ties weigh as Newman has it; each is marked as validated or not. `day` is printed as the report's date.
    """
    whole = read_incidence(source)
    network = network_of(whole, selection, weight="newman", alpha=alpha, record=record)
    states = network_of(whole, _at_states(selection), weight="newman", alpha=alpha, record=record)
    acronyms = _read_acronyms(source, whole)
    desk = _desk(whole, network, read_evidence(source), record, acronyms)
    state_desk = _desk(whole, states, desk.evidence, record, acronyms)
    communities = find_communities(network.graph)
    ties = _ties(desk)
    told = ties[:_MOST_TIES]
    occasions = tuple(_occasion(desk, event) for event in _in_time(network.incidence.events))
    years = [year for event in network.incidence.events if event.years for year in event.years]
    validated = sum(tie.validated for tie in ties)
    treaty = whole.names.get(network.treaty)
    return Digest(
        selection=selection.describe(),
        counted=_counted(selection),
        level=selection.level,
        day=day,
        treaty=treaty.label if treaty else network.treaty,
        alpha=alpha,
        shape=measure_shape(network.graph),
        validated=validated,
        untold=len(ties) - len(told),
        modularity=communities.modularity,
        stability=communities.stability,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        figures=_figures(desk, len(ties), validated),
        gaps=_gaps(desk),
        members=_members(desk, communities),
        ties=told,
        conveners=_conveners(desk),
        groups=_groups(desk, communities),
        mix=_mix(state_desk, {occasion.anchor for occasion in occasions}),
        exposure=_exposure(state_desk),
        standings=_stands(state_desk),
        countries=_countries(desk),
        squares=_squares(source),
        occasions=occasions,
        documents=_documents(desk),
        words=dict(WORDS),
    )


def _at_states(selection: Selection) -> Selection:
    from dataclasses import replace

    return replace(selection, level="state")


def _desk(whole: Incidence, network: Network, evidence: Evidence, record: Record, acronyms: Mapping[str, str]) -> _Desk:
    incidence, standings = network.incidence, network.standings
    counts_for: dict[str, dict[str, str]] = defaultdict(dict)
    for (event, node), actors in incidence.origins.items():
        counts_for[event].update(dict.fromkeys(actors, node))
    return _Desk(
        whole=whole,
        network=network,
        standings=standings if standings is not None else np.zeros((0, 0), dtype=np.int64),
        evidence=evidence,
        record=record,
        labels=distinct_labels(network.incidence.actors),
        rows={actor.iri: place for place, actor in enumerate(incidence.actors)},
        columns={event.iri: place for place, event in enumerate(incidence.events)},
        acronyms=acronyms,
        counts_for=counts_for,
        links={event.iri: Link(label=event.label, anchor=anchor(event.iri)) for event in network.incidence.events},
    )


def _read_acronyms(source: Source, whole: Incidence) -> dict[str, str]:
    """Choose for each actor the acronym most like the initials of its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for actor, name in fetch(source, "report-acronyms"):
        if name.isalpha() and actor in whole.directory:
            found[actor].append(name)
    return {actor: max(names, key=partial(_likeness, whole.directory[actor].label)) for actor, names in found.items()}


def _likeness(label: str, acronym: str) -> tuple[float, str]:
    initials = "".join(word[0] for word in label.split() if word[0].isupper())
    return SequenceMatcher(a=initials, b=acronym, autojunk=False).ratio(), acronym


def _counted(selection: Selection) -> str:
    who = {"actor": "everyone whom the documents name", "body": "bodies, with their people", "state": "States"}
    years = {
        (True, True): f"from {selection.first_year} to {selection.last_year}",
        (True, False): f"from {selection.first_year} on",
        (False, True): f"up to {selection.last_year}",
    }
    parts = [
        f"{', '.join(selection.types).lower()} only" if selection.types else "",
        f"on the treaty {selection.treaty}" if selection.treaty else "",
        years.get((selection.first_year is not None, selection.last_year is not None), ""),
        f"in {selection.place}" if selection.place else "",
        f"only those who were {' or '.join(selection.roles).lower()}" if selection.roles else "",
    ]
    kept = "; ".join(part for part in parts if part)
    status = " or ".join(status.lower() for status in selection.statuses)
    return f"Counted: {who[selection.level]}, at occasions that were {status}{'; ' + kept if kept else ''}."


def _in_time(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (event.start or "9999", event.label, event.iri))


def _figures(desk: _Desk, ties: int, validated: int) -> tuple[Figure, ...]:
    incidence = desk.network.incidence
    return (
        Figure(label="documents", value=f"{len(desk.evidence.documents):,}", link="documents"),
        Figure(label="occasions", value=f"{len(incidence.events):,}", link="occasions"),
        Figure(label="actors", value=f"{len(incidence.actors):,}", link="actors"),
        Figure(label="participations", value=f"{len(incidence.event):,}", link="occasions"),
        Figure(label="ties", value=f"{ties:,}", link="ties"),
        Figure(label="ties beyond chance", value=f"{validated:,}", link="method"),
    )


def _gaps(desk: _Desk) -> tuple[tuple[str, int], ...]:
    incidence = desk.network.incidence
    peopled = set(incidence.event.tolist())
    named = {quote.document for quotes in desk.evidence.mentions.values() for quote in quotes}
    return (
        ("documents in which no occasion was found", len(set(desk.evidence.documents) - named)),
        ("occasions without a date", sum(event.start is None for event in incidence.events)),
        ("occasions without a place", sum(not (event.city or event.country) for event in incidence.events)),
        ("occasions at which nobody is named", len(incidence.events) - len(peopled)),
        ("actors who could not be counted at this level", len(incidence.outside)),
    )


def _ties(desk: _Desk) -> tuple[Tie, ...]:
    """List all ties, those of most occasions first."""
    incidence, graph = desk.network.incidence, desk.network.graph
    tested = assess(incidence.matrix())
    found = []
    for row in range(len(tested.source)):
        one, other = incidence.actors[int(tested.source[row])].iri, incidence.actors[int(tested.target[row])].iri
        ends = sorted((one, other), key=lambda iri: (desk.labels[iri], iri))
        p_value = float(tested.p_value[row]) if tested.p_value is not None else 1.0
        q_value = float(tested.q_value[row]) if tested.q_value is not None else 1.0
        found.append(
            Tie(
                anchor=f"tie-{anchor(tie_name(one, other))}",
                source=desk.link(ends[0]),
                target=desk.link(ends[1]),
                weight=float(graph.edges[one, other]["weight"]),
                p_value=p_value,
                q_value=q_value,
                validated=q_value <= desk.network.alpha,
                events=desk.events(graph.edges[one, other]["events"]),
            )
        )
    return tuple(sorted(found, key=lambda tie: (-len(tie.events), -tie.weight, tie.anchor)))


def _members(desk: _Desk, communities: Communities) -> tuple[Member, ...]:
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


def _conveners(desk: _Desk) -> tuple[Convener, ...]:
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


def _groups(desk: _Desk, communities: Communities) -> tuple[Group, ...]:
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
                places=tuple(_name(incidence, iri) for iri in common),
                events=len(shared),
            )
        )
    return tuple(found)


def _tally(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(values)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _name(incidence: Incidence, iri: str) -> str:
    known = incidence.names.get(iri)
    return known.label if known else anchor(iri)


def _mix(desk: _Desk, _told: set[str]) -> Mix:
    incidence = desk.network.incidence
    mixing = measure_mixing(incidence.matrix(), desk.standings)
    present: dict[int, set[int]] = defaultdict(set)
    for event, actor in zip(incidence.event.tolist(), incidence.actor.tolist(), strict=True):
        present[event].add(actor)
    events: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, actors in present.items():
        here = Counter(STANDINGS[int(desk.standings[actor, event])] for actor in actors)
        for one in here:
            for other in here:
                if one != other or here[one] > 1:
                    events[one, other].add(incidence.events[event].iri)
    cells = tuple(
        Cell(
            one=one,
            other=other,
            meetings=round(float(mixing.meetings[row, column])),
            expected=float(mixing.expected[row, column]),
            events=desk.events(events[one, other]),
        )
        for row, one in enumerate(mixing.standings)
        for column, other in enumerate(mixing.standings)
        if row <= column
    )
    return Mix(
        standings=mixing.standings,
        cells=cells,
        assortativity=mixing.assortativity,
        external_internal=mixing.external_internal,
        expected_external_internal=mixing.expected_external_internal,
        z_score=mixing.z_score,
    )


def _exposure(desk: _Desk) -> tuple[Exposed, ...]:
    network = desk.network
    until = str(getattr(desk.record, "as_at", "")) or "2100"
    rows = measure_exposure(network.incidence, desk.standings, desk.record, network.treaty, until=until)
    return tuple(
        Exposed(
            state=desk.link(row.state),
            standing=row.standing,
            events=desk.events(row.events),
            parties=tuple(desk.labels[party] for party in row.parties),
            first=row.first,
            last=row.last,
            by_year=row.by_year,
            joined=row.joined,
        )
        for row in rows
    )


def _stands(desk: _Desk) -> tuple[Stand, ...]:
    incidence = desk.network.incidence
    seen: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for event, actor in sorted(set(zip(incidence.event.tolist(), incidence.actor.tolist(), strict=True))):
        if (start := incidence.events[event].start) is not None:
            seen[actor].append((start, event))
    found = []
    for actor, days in seen.items():
        (first_day, first), (last_day, last) = min(days), max(days)
        found.append(
            Stand(
                state=desk.link(incidence.actors[actor].iri),
                first_day=first_day,
                first=STANDINGS[int(desk.standings[actor, first])],
                last_day=last_day,
                last=STANDINGS[int(desk.standings[actor, last])],
                occasions=len(days),
            )
        )
    return tuple(sorted(found, key=lambda row: (row.state.label, row.state.anchor)))


def _countries(desk: _Desk) -> tuple[Country, ...]:
    incidence = desk.network.incidence
    found: dict[str, list[str]] = defaultdict(list)
    for event in incidence.events:
        if event.country:
            found[event.country].append(event.iri)
    rows = [
        Country(name=_name(incidence, iri), code=_code(incidence, iri), anchor=anchor(iri), events=desk.events(events))
        for iri, events in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.events), row.name)))


def _squares(source: Source) -> tuple[Square, ...]:
    rows = list(fetch(source, "report-capitals"))
    labels = {code: label for code, label, _, _ in rows}
    tiles = place_tiles({code: (float(longitude), float(latitude)) for code, _, latitude, longitude in rows})
    return tuple(
        Square(code=code, label=labels[code], column=tile.column, row=tile.row) for code, tile in tiles.items()
    )


def _code(incidence: Incidence, iri: str) -> str | None:
    known = incidence.names.get(iri)
    spelled = [iri.rsplit("/", 1)[-1], *(known.names if known else ())]
    return next((name for name in spelled if len(name) == len("KAZ") and name.isupper()), None)


def _occasion(desk: _Desk, event: Event) -> Occasion:
    incidence = desk.network.incidence
    place = ", ".join(_name(incidence, iri) for iri in (event.city, event.country) if iri)
    return Occasion(
        anchor=anchor(event.iri),
        label=event.label,
        types=", ".join(event.types),
        status=event.status,
        start=event.start,
        end=event.end,
        place=place or None,
        treaties=tuple(_name(incidence, iri) for iri in event.treaties),
        parts=_parts(desk, event),
        mentions=_cited(desk, desk.evidence.mentions.get(event.iri, ())),
    )


def _parts(desk: _Desk, event: Event) -> tuple[Part, ...]:
    counts_for, rows, column = desk.counts_for.get(event.iri, {}), desk.rows, desk.columns[event.iri]
    found = []
    for (actor, role), quotes in desk.evidence.parts.get(event.iri, {}).items():
        node = counts_for.get(actor, actor)
        known = desk.whole.directory.get(actor)
        label = known.label if known else actor
        shown = desk.link(node) if node == actor and node in desk.labels else Link(label=label, anchor=anchor(node))
        found.append(
            Part(
                actor=shown if node in desk.labels else Link(label=label, anchor=""),
                role=role,
                stands_for=desk.labels.get(node) if node != actor else None,
                standing=STANDINGS[int(desk.standings[rows[node], column])] if node in rows else "no_state",
                quotes=_cited(desk, quotes),
            )
        )
    return tuple(sorted(found, key=lambda part: (ROLES.index(part.role), part.actor.label, part.actor.anchor)))


def _cited(desk: _Desk, quotes: Sequence[Quote]) -> tuple[Cited, ...]:
    documents = desk.evidence.documents
    return tuple(
        Cited(
            document=Link(label=documents[q.document].name, anchor=anchor(q.document)),
            begin=q.begin,
            end=q.end,
            text=q.text,
        )
        for q in quotes
        if q.document in documents
    )


def _documents(desk: _Desk) -> tuple[Read, ...]:
    events: dict[str, set[str]] = defaultdict(set)
    for event in desk.network.incidence.events:
        for quote in desk.evidence.mentions.get(event.iri, ()):
            events[quote.document].add(event.iri)
    return tuple(
        Read(
            anchor=anchor(iri),
            name=text.name,
            title=text.title,
            issued=text.issued,
            address=text.address,
            events=desk.events(events[iri]),
        )
        for iri, text in sorted(desk.evidence.documents.items(), key=lambda pair: pair[1].name)
    )
