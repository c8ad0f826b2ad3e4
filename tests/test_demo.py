"""The demo does the whole of the main job, twice the same."""

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.resources import folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("demo") / "out"
    result = CliRunner().invoke(main, ["demo", "--out", str(out)], catch_exceptions=False)
    assert result.exit_code == 0
    return out, result.stdout


def files(out: Path) -> dict[str, bytes]:
    made = [path for path in sorted(out.rglob("*")) if path.is_file() and "store" not in path.relative_to(out).parts]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in made}


def test_it_leaves_everything_that_it_names(made: tuple[Path, str]) -> None:
    out, said = made
    named = re.findall(r"^  ([\w.-]+/?)(?=  |$)", said.partition("there are now")[2], re.MULTILINE)
    assert len(named) >= 6
    assert [name for name in named if not (out / name).exists()] == []


def test_it_fits_on_a_screen(made: tuple[Path, str]) -> None:
    lines = made[1].splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 120


def test_it_reads_every_shipped_text(made: tuple[Path, str]) -> None:
    assert made[1].startswith(f"{len(list(folder('corpus').glob('*.txt')))} texts")


def test_its_tables_have_rows(made: tuple[Path, str]) -> None:
    tables = [path for path in made[0].rglob("*.csv") if not path.name.startswith("disagreements")]
    assert len(tables) > 10
    empty = [path.name for path in tables if len(list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))) < 2]
    assert len(empty) <= len(tables) // 4, empty


def test_run_again_it_writes_the_same_bytes(made: tuple[Path, str]) -> None:
    out, said = made
    before = files(out)
    again = CliRunner().invoke(main, ["demo", "--out", str(out)], catch_exceptions=False)
    assert again.stdout == said
    assert files(out) == before
