"""The parts of the README that are made from the programme itself."""

import ast
import re
from pathlib import Path

import click
from click.testing import CliRunner

import kg
from kg.cli import main

EXPLAINED = "Regional Cooperation and Confidence Building through Mine Action"
EXPLAINED_LINES = 26
ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- (?P<name>\w+): generated -->\n)(?P<text>.*?)(<!-- end -->)", re.DOTALL)


def run(*arguments: str) -> str:
    """Run a command and give what it writes to standard output."""
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def commands() -> str:
    """Describe every command from its own help."""
    return "\n".join(_command(name, command) for name, command in sorted(main.commands.items()))


def _command(name: str, command: click.Command) -> str:
    paragraphs = [" ".join(text.split()) for text in (command.help or "").split("\n\n")]
    example = next((text.removeprefix("Example: ") for text in paragraphs if text.startswith("Example: ")), "")
    told = " ".join(text for text in paragraphs if not text.startswith("Example: "))
    arguments = " ".join(param.make_metavar(click.Context(command)) for param in command.params if _is_argument(param))
    lines = [f"**`{f'kg {name} {arguments}'.strip()}`** {told} Example: `{example}`", ""]
    for param in command.params:
        if isinstance(param, click.Option) and param.name not in {"store", "output"}:
            names = ", ".join(f"`{option}`" for option in param.opts)
            choices = " " + " ".join(f"`{choice}`" for choice in _choices(param))
            lines.append(f"- {names}{choices.rstrip()}{': ' + param.help if param.help else ''}")
    return "\n".join(lines) + "\n"


def _is_argument(param: click.Parameter) -> bool:
    return isinstance(param, click.Argument)


def _choices(param: click.Option) -> list[str]:
    return [str(choice) for choice in param.type.choices] if isinstance(param.type, click.Choice) else []


def modules() -> str:
    """List every module with the first sentence of its docstring."""
    package = Path(kg.__file__).parent
    lines: list[str] = []
    for path in sorted(package.rglob("*.py"), key=lambda path: (path.parent, path.name)):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        sentence = " ".join(docstring.partition("\n\n")[0].split())
        if path.name == "__init__.py":
            lines += ["", f"**`{path.parent.relative_to(package.parent).as_posix()}/`** {sentence}", ""]
        else:
            lines.append(f"- `{path.stem}` {sentence}")
    return "\n".join(lines).strip() + "\n"


def demo(folder: Path) -> str:
    """Show what the demo prints; it writes into the folder."""
    return fenced("$ kg demo\n" + run("demo", "--out", str(folder / "kg-demo")).replace(f"{folder}/", ""))


def explain(folder: Path) -> str:
    """Show the words behind one event of the demo, which must have run before."""
    told = run("explain", EXPLAINED, "--store", str(folder / "kg-demo" / "store"))
    shown = "".join(told.splitlines(keepends=True)[:EXPLAINED_LINES])
    return fenced(f'$ kg explain "{EXPLAINED}" --store kg-demo/store | head -{EXPLAINED_LINES}\n{shown}')


def accuracy() -> str:
    """Show the measures of the reading on the shipped corpus."""
    return fenced("$ kg evaluate tests/corpus\n" + run("evaluate", str(ROOT / "tests" / "corpus")))


def fenced(text: str) -> str:
    """Wrap text as a console block."""
    return f"```console\n{text}```\n"


def block_of(name: str) -> str:
    """Give a generated block as the README has it."""
    found = {match["name"]: match["text"] for match in BLOCK.finditer(README.read_text(encoding="utf-8"))}
    return found[name]


def replace_block(name: str, text: str) -> None:
    """Write a generated block into the README."""
    whole = README.read_text(encoding="utf-8")
    changed = BLOCK.sub(lambda match: match[1] + text + match[4] if match["name"] == name else match[0], whole)
    README.write_text(changed, encoding="utf-8")
