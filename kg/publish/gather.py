"""From a network and its evidence to everything that a report says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.network.build import count_validated, network_of
from kg.network.community import find_communities
from kg.network.incidence import read_incidence
from kg.network.measure import measure_shape
from kg.network.selection import label_treaty
from kg.network.standing import WORDS, list_main_treaties
from kg.publish.company import list_conveners, list_groups, list_members, list_ties
from kg.publish.desk import Desk, make_desk, read_acronyms
from kg.publish.digest import Digest, Figure
from kg.publish.evidence import read_evidence
from kg.publish.occasion import list_countries, list_documents, list_squares, tell_occasion
from kg.publish.stance import tell_exposure, tell_mixing, tell_standings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.network.choice import Selection
    from kg.network.incidence import Event
    from kg.network.rows import Source
    from kg.network.standing import Record

_MOST_TIES = 1500
"""Ties that a report lists, to keep the page readable."""


def gather(source: Source, selection: Selection, *, record: Record, alpha: float, day: str | None = None) -> Digest:
    """Read a graph in contract form and work out everything that the report says.

    Ties weigh as Newman has it; each is marked as validated or not. `day` is printed as the report's date.
    """
    whole = read_incidence(source)
    network = network_of(whole, selection, weight="newman", alpha=alpha, record=record)
    states = network_of(whole, replace(selection, level="state"), weight="newman", alpha=alpha, record=record)
    acronyms = read_acronyms(source, whole)
    desk = make_desk(whole, network, read_evidence(source), record, acronyms)
    state_desk = make_desk(whole, states, desk.evidence, record, acronyms)
    communities = find_communities(network.graph)
    ties, raw, validated = list_ties(desk, most=_MOST_TIES), network.graph.number_of_edges(), count_validated(network)
    occasions = tuple(tell_occasion(desk, event) for event in _in_time(network.incidence.events))
    years = [year for event in network.incidence.events if event.years for year in event.years]
    return Digest(
        selection=selection.describe(),
        counted=_counted(selection),
        level=selection.level,
        day=day,
        treaty=label_treaty(whole, network.treaty),
        common=not selection.treaty and list_main_treaties(network.incidence) == [network.treaty],
        alpha=alpha,
        shape=measure_shape(network.graph),
        validated=validated,
        untold=raw - len(ties),
        modularity=communities.modularity,
        stability=communities.stability,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        figures=_figures(desk, raw, validated),
        gaps=_gaps(desk),
        members=list_members(desk, communities),
        ties=ties,
        conveners=list_conveners(desk),
        groups=list_groups(desk, communities),
        mix=tell_mixing(state_desk),
        exposure=tell_exposure(state_desk),
        standings=tell_standings(state_desk),
        countries=list_countries(desk),
        squares=list_squares(source),
        occasions=occasions,
        documents=list_documents(desk),
        words=dict(WORDS),
    )


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


def _figures(desk: Desk, ties: int, validated: int) -> tuple[Figure, ...]:
    incidence = desk.network.incidence
    return (
        Figure(label="documents read", value=f"{len(desk.evidence.documents):,}", link="documents"),
        Figure(label="occasions", value=f"{len(incidence.events):,}", link="occasions"),
        Figure(label="actors", value=f"{len(incidence.actors):,}", link="actors"),
        Figure(label="participations", value=f"{len(incidence.event):,}", link="occasions"),
        Figure(label="ties", value=f"{ties:,}", link="ties"),
        Figure(label="ties beyond chance", value=f"{validated:,}", link="method"),
    )


def _gaps(desk: Desk) -> tuple[tuple[str, int], ...]:
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
