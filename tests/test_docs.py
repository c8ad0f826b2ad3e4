"""The documents say what the programme does: generated parts are current, and nothing is left out."""

import inspect
import re
import tomllib
from pathlib import Path

import click
import pytest
import readme

import kg.errors
from kg.cli import main
from kg.resources import folder

PROJECT = tomllib.loads((readme.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = readme.README.read_text(encoding="utf-8")
COMMANDS = sorted(main.commands)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every generated block as the programme makes it now."""
    place = tmp_path_factory.mktemp("readme")
    return {
        "demo": readme.demo(place),
        "explain": readme.explain(place),
        "accuracy": readme.accuracy(),
        "commands": readme.commands(),
        "modules": readme.modules(),
    }


@pytest.mark.parametrize("name", ["demo", "explain", "accuracy", "commands", "modules"])
def test_a_generated_block_of_the_readme_is_current(name: str, made: dict[str, str], *, update: bool) -> None:
    if update:
        readme.replace_block(name, made[name])
    assert readme.block_of(name) == made[name], "run `pytest tests/test_docs.py --update`"


def test_the_contracts_commands_are_all_there() -> None:
    assert {"build", "forget", "load", "export", "query", "explain", "status", "check", "network", "report"} <= set(
        COMMANDS
    )
    assert {"evaluate", "demo"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_does_with_an_example_of_itself(name: str) -> None:
    told = inspect.cleandoc(main.commands[name].help or "")
    assert re.match(r"[A-Z].*[.]", told)
    assert re.search(rf"^Example: kg {name}\b", told, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_says_what_it_does(name: str) -> None:
    for param in main.commands[name].params:
        if isinstance(param, click.Option) and param.name != "form":
            assert param.help, f"{param.name} of kg {name} has no help"
            assert param.help.endswith((".", "]")), f"{param.name} of kg {name}"


def test_every_error_has_its_cure_in_the_readme() -> None:
    errors = [name for name, item in vars(kg.errors).items() if inspect.isclass(item) and name != "KgError"]
    assert len(errors) >= 4
    assert [name for name in errors if f"| `{name}` |" not in README] == []


def test_every_dependency_has_its_sentence_and_no_other_is_named() -> None:
    names = {re.split(r"[<>=\[]", line)[0] for line in PROJECT["dependencies"]}
    table = README.partition("## What it stands on")[2].partition("\n## ")[0]
    assert {row.split("|")[1].strip() for row in table.splitlines() if row.startswith("| ")} - {
        "library",
        "---",
    } == names


@pytest.mark.parametrize(
    "path", [readme.README, *sorted(readme.ROOT.glob("*/README.md"))], ids=lambda path: path.parent.name
)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_changelog_begins_with_the_version_of_the_package() -> None:
    changelog = (readme.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(\d+\.\d+\.\d+)\]", changelog, re.MULTILINE)[0] == PROJECT["version"]


def test_the_commands_that_set_up_are_one_line_each() -> None:
    lines = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert [line.rsplit("/", 1)[-1] for line in lines] == ["kg demo", "pytest"]


def test_the_shipped_corpus_says_that_it_is_no_original() -> None:
    told = (folder("corpus") / "README.md").read_text(encoding="utf-8")
    texts = sorted(path.stem for path in folder("corpus").glob("*.txt"))
    assert "are not originals" in told
    assert len(texts) == 52
    assert [name for name in texts if not re.search(rf"^- {name}: ", told, re.MULTILINE)] == []
