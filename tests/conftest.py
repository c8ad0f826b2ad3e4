"""Fixtures that several tests share: a small world of documents, read by hand, and the store that it makes."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from world import WORLD, read

from kg.cli import main
from kg.graph.build import Options, build
from kg.graph.store import Graph, open_graph


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --update` rewrite expected answers and generated pages."""
    parser.addoption("--update", action="store_true", help="rewrite expected answers and generated pages")


@pytest.fixture
def update(pytestconfig: pytest.Config) -> bool:
    """Whether generated text is to be rewritten; never in continuous integration."""
    wanted = bool(pytestconfig.getoption("--update"))
    if wanted and os.environ.get("CI"):
        pytest.fail("--update is for developers, not for CI")
    return wanted


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections to anything but this machine."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: tuple[str, int] | str) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def world_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the store of the small world, once; tests must not change it."""
    folder = tmp_path_factory.mktemp("world") / "store"
    build(folder, [reading.document for reading in WORLD], Options(), read=read)
    return folder


@pytest.fixture
def graph(world_store: Path) -> Iterator[Graph]:
    """Open the graph of the small world."""
    with open_graph(world_store) as opened:
        yield opened


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path, text: str | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)

    return call
