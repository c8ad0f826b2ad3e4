"""Where States stand in a report: mixing, exposure and standings."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.network.exposure import measure_exposure
from kg.network.mixing import measure_mixing
from kg.network.standing import STANDINGS
from kg.publish.digest import Cell, Exposed, Mix, Stand

if TYPE_CHECKING:
    from kg.publish.desk import Desk


def tell_mixing(desk: Desk) -> Mix:
    """Tell who met whom by standing; the desk is one of States."""
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


def tell_exposure(desk: Desk) -> tuple[Exposed, ...]:
    """Tell which States outside the treaty met its parties; the desk is one of States."""
    network = desk.network
    rows = measure_exposure(network.incidence, desk.standings, desk.record, network.treaty)
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


def tell_standings(desk: Desk) -> tuple[Stand, ...]:
    """Tell where each State stood at its first and last dated occasion; the desk is one of States."""
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
