"""What Python users hold: `kg.open(...)` and its questions."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import pytest

import kg
from kg.errors import QueryError, StoreError


def test_a_named_query_gives_rows(world_store: Path) -> None:
    with kg.open(world_store) as session:
        assert session.query("who-chaired", actor="Aigul Serik") == [
            {
                "actor": "https://w3id.org/accession-kg/person/aigul-serik",
                "actorLabel": "Aigul Serik",
                "event": "https://w3id.org/accession-kg/event/2007-03-26-almaty-workshop-06b15a1b",
                "eventLabel": "Quiet Fields",
                "start": "2007-03-27",
                "status": "https://w3id.org/accession-kg/ns#Held",
            }
        ]


def test_texts_give_values_truths_and_turtle(world_store: Path) -> None:
    with kg.open(str(world_store)) as session:
        assert session.query("SELECT ?n ?t ?u { BIND(3 AS ?n) BIND(true AS ?t) }") == [{"n": 3, "t": True, "u": None}]
        assert session.query("ASK { ?s ?p ?o }") is True
        assert session.query("ASK { ?s ?s ?s }") is False
        turtle = session.query("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }")
        assert isinstance(turtle, str)
        assert "state:KAZ a kg:State" in turtle


def test_a_network_takes_the_choices_of_the_command(world_store: Path) -> None:
    with kg.open(world_store) as session:
        planned = session.network(place="Almaty", statuses=("Planned",))
        assert [node.rpartition("/")[2] for node in planned] == ["sughd-mine-clearance-school"]
        assert session.network(weight="validated", alpha=1.0).size() == session.network(weight="count").size()
        assert session.network(weight="validated", alpha=0.0).size() == 0


def test_a_network_explanations_and_exports_come_from_the_same_object(world_store: Path) -> None:
    with kg.open(world_store) as session:
        network = session.network(level="state", weight="count")
        tie = network.edges["https://w3id.org/accession-kg/state/CHN", "https://w3id.org/accession-kg/state/UZB"]
        assert tie["weight"] == 2
        assert "*40 people*" in session.explain("Quiet Fields")
        assert session.export("nquads").startswith(b"<https://w3id.org/accession-kg/")


def test_mistakes_are_errors(world_store: Path, tmp_path: Path) -> None:
    with kg.open(world_store) as session, pytest.raises(QueryError, match="did you mean who-chaired"):
        session.query("who-chairs")
    with pytest.raises(StoreError, match="no graph there"):
        kg.open(tmp_path)


@pytest.mark.parametrize("day", [date(2007, 3, 26), datetime(2007, 3, 26, 12, tzinfo=UTC), "2007-03-26"])
def test_a_day_may_be_given_as_a_date(day: date | str, world_store: Path) -> None:
    with kg.open(world_store) as session:
        rows = session.query("joined-by-day", day=day)
    assert isinstance(rows, list)
    assert len(rows) > 100
    assert {row["day"] for row in rows if isinstance(row, dict)} == {"2007-03-26"}


@pytest.mark.parametrize("value", [None, True, 2.5, ["Peru"]])
def test_a_parameter_of_another_kind_is_refused(value: object, world_store: Path) -> None:
    with kg.open(world_store) as session, pytest.raises(QueryError, match=r"parameter day: .* is neither a text nor"):
        session.query("joined-by-day", day=value)  # type: ignore[arg-type]


def test_choices_of_a_network_may_be_small_and_alone(world_store: Path) -> None:
    def nodes(roles: Iterable[str], statuses: Iterable[str]) -> set[str]:
        return set(session.network(roles=roles, types=["WORKSHOP"], statuses=statuses, level="state"))

    with kg.open(world_store) as session:
        hosts = nodes(["Host"], ["Held"])
        assert hosts
        assert nodes(["host"], "held") == nodes("host", ("HELD",)) == hosts


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("level", "level: there is no 'planet'; take actor, body, state"),
        ("weight", "weight: there is no 'planet'; take count, newman, jaccard, validated"),
        ("roles", "role: there is no 'planet'; take Host, Organizer"),
        ("types", "type: there is no 'planet'; take Workshop"),
        ("statuses", "status: there is no 'planet'; take Held"),
    ],
)
def test_a_choice_that_there_is_not_is_refused_with_those_that_there_are(
    what: Literal["level", "weight", "roles", "types", "statuses"], said: str, world_store: Path
) -> None:
    with kg.open(world_store) as session, pytest.raises(QueryError, match=said):
        session.network(**{what: "planet"})  # type: ignore[arg-type]


def test_an_export_in_a_format_that_there_is_not_is_refused(world_store: Path) -> None:
    with (
        kg.open(world_store) as session,
        pytest.raises(QueryError, match="format: there is no 'n3'; take turtle, trig"),
    ):
        session.export("n3")
