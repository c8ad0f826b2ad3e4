"""A graph on a SPARQL server: asked there with bound parameters, fetched where all of it is needed."""

import base64
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from click.testing import Result

from kg.errors import QueryError, StoreError
from kg.graph.query import run_query
from kg.graph.remote import bind, find_server
from kg.graph.sparql import find_query
from kg.graph.store import open_graph

Run = Callable[..., Result]


class Endpoint(BaseHTTPRequestHandler):
    """Answer the SPARQL protocol from a store in memory, as a real server would."""

    store: ox.Store
    asked: list[tuple[str, str | None]]

    def do_POST(self) -> None:
        query = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["query"][0]
        self.asked.append((query, self.headers["Authorization"]))
        if self.path != "/sparql":
            self.send_error(404, "Nothing here")
            return
        found = self.store.query(query, use_default_graph_as_union=True)
        if isinstance(found, ox.QueryTriples):
            answer = found.serialize(format=ox.RdfFormat.N_TRIPLES)
        else:
            answer = found.serialize(format=ox.QueryResultsFormat.JSON)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Say nothing on standard error."""


@pytest.fixture
def server(world_store: Path) -> Iterator[str]:
    Endpoint.store, Endpoint.asked = ox.Store(), []
    with open_graph(world_store) as graph:
        Endpoint.store.bulk_extend(graph.database)
    listening = HTTPServer(("127.0.0.1", 0), Endpoint)
    thread = Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}/sparql"
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.mark.parametrize("name", ["who-hosted", "disagreements", "events-by-year"])
def test_a_named_query_has_the_same_answer_there_as_here(name: str, server: str, run: Run, world_store: Path) -> None:
    there = run("query", name, "--store", server, "-f", "csv")
    assert there.exit_code == 0, there.output
    assert there.stdout == run("query", name, "--store", world_store, "-f", "csv").stdout


def test_parameters_are_bound_there_too(server: str, run: Run, world_store: Path) -> None:
    asked = ("query", "joined-by-day", "-p", "treaty=ccm", "-p", "day=2009-07-01", "-f", "csv")
    assert run(*asked, "--store", server).stdout == run(*asked, "--store", world_store).stdout
    assert any("VALUES (?treaty ?day)" in text for text, *_ in Endpoint.asked)


def test_a_mistake_is_found_before_anything_is_sent(server: str) -> None:
    with open_graph(Path(server)) as graph, pytest.raises(QueryError, match="line 1, column"):
        run_query(graph, "SELECT ?x { ?x")
    assert Endpoint.asked == []


def test_truths_and_statements_come_back(server: str) -> None:
    with open_graph(Path(server)) as graph:
        assert graph.ask("ASK { ?s ?p ?o }")
        made = run_query(graph, "CONSTRUCT WHERE { ?s a <https://w3id.org/accession-kg/ns#Seminar> }")
        assert isinstance(made, ox.QueryTriples)
        assert len(list(made)) == 1


@pytest.mark.parametrize("command", [("export", "-f", "nquads"), ("network", "edges", "--weight", "count")])
def test_commands_that_need_all_of_it_fetch_it(
    command: tuple[str, ...], server: str, run: Run, world_store: Path
) -> None:
    there = run(*command, "--store", server)
    assert there.exit_code == 0, there.output
    assert there.stdout == run(*command, "--store", world_store).stdout


def test_explaining_shows_quotes_where_the_texts_are_not_at_hand(server: str, run: Run) -> None:
    told = run("explain", "Quiet Fields", "--store", server)
    assert told.exit_code == 0, told.output
    assert "bulletin 264-273: *40 people*" in told.stdout


@pytest.mark.parametrize("command", [("build", "a.txt"), ("forget", "a"), ("backup", "b")])
def test_a_server_is_not_built(command: tuple[str, ...], server: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A workshop.")
    refused = run(*command, "--store", server)
    assert refused.exit_code == 2
    assert "a server can be asked, not built" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_the_server_says_is_passed_on(server: str) -> None:
    with open_graph(Path(f"{server}/elsewhere")) as graph, pytest.raises(StoreError, match="the server says 404"):
        graph.ask("ASK {}")
    with (
        open_graph(Path("http://127.0.0.1:9/sparql")) as graph,
        pytest.raises(StoreError, match="is the address right"),
    ):
        graph.ask("ASK {}")


def test_credentials_are_sent_and_kept_out_of_the_address(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_graph(Path(server.replace("http://", "http://ann:secret@"))) as graph:
        graph.ask("ASK {}")
    assert Endpoint.asked[-1][1] == f"Basic {base64.b64encode(b'ann:secret').decode()}"
    monkeypatch.setenv("KG_TOKEN", "t0ken")
    with open_graph(Path(server)) as graph:
        graph.ask("ASK {}")
    assert Endpoint.asked[-1][1] == "Bearer t0ken"
    found = find_server("https://ann:secret@example.org/sparql")
    assert found is not None
    assert "secret" not in found.address


def test_every_question_can_be_bound_by_a_clause() -> None:
    for name in ("who-met-whom", "joined-by-day", "documents", "events-of-state"):
        query = find_query(name)
        bound = bind(query.text, {param.name: ox.NamedNode("x:y") for param in query.params})
        ox.Store().query(bound)
        assert bound.count("VALUES (") == 1
