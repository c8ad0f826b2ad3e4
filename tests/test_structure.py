"""The shape of the code: which module may import which, and what every module owes its reader."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = ("", "extract", "graph", "network", "publish", "evaluate", "top")
"""Each may import from itself and from those before it; "" are the modules that all others rest on."""
GROUND = {"errors", "garbage", "model", "resources"}
STAGES = ("words", "text", "files", "dates", "phrases", "names", "mending", "actors", "events", "roles", "treaties")
"""The folders of `extract`, in the order in which a text goes through them; the modules beside them come last."""

LIBRARIES = {
    "rdflib": ("graph/sparql",),
    "pyshacl": (),
    "pyoxigraph": ("extract/names/lexicon", "extract/words/wordclass", "graph/"),
    "networkx": ("network/", "publish/", "session"),
    "scipy": ("network/",),
    "numpy": ("network/", "publish/"),
    "click": ("cli",),
    "jinja2": ("publish/report",),
    "vl_convert": ("publish/figure",),
}
"""The modules (or folders, with a stroke at the end) that may know a library, and do; pyshacl is for tests alone."""

FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "base", "manager", "data", "misc"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


def layer_of(module: str) -> str:
    """Name the layer of a module, given as `graph/store`."""
    first, stroke, _ = module.partition("/")
    if stroke:
        return first if first in LAYERS else "top"
    return "" if first in GROUND else "top"


def lies_in(module: str, place: str) -> bool:
    """Tell whether a module is a place, or in it where the place is a folder (`graph/`)."""
    return module.startswith(place) if place.endswith("/") else module == place


def imports(path: Path) -> Iterator[str]:
    """List the modules that a file imports, anywhere in it, in dotted form."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "kg")


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40
    assert {layer_of(name_of(path)) for path in MODULES} == set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    own = LAYERS.index(layer_of(name_of(path)))
    for module in imports(path):
        package, _, rest = module.partition(".")
        if package != "kg" or not rest:
            continue
        other = layer_of(rest.replace(".", "/"))
        assert LAYERS.index(other) <= own, f"{name_of(path)} must not import {module}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "extract").rglob("*.py")), ids=name_of)
def test_reading_goes_from_stage_to_stage(path: Path) -> None:
    """No module of an early stage knows one of a later stage."""
    own = stage_of("kg." + name_of(path).replace("/", "."))
    for module in imports(path):
        if module.startswith("kg.extract."):
            assert stage_of(module) <= own, f"{name_of(path)} must not import {module}"


def stage_of(module: str) -> int:
    """Number the stage of a module of `extract`, given in dotted form."""
    stage = module.split(".")[2]
    return STAGES.index(stage) if stage in STAGES else len(STAGES)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_only_where_it_belongs(library: str) -> None:
    places = LIBRARIES[library]
    knowing = {name_of(path) for path in MODULES if library in {module.partition(".")[0] for module in imports(path)}}
    assert [module for module in sorted(knowing) if not any(lies_in(module, place) for place in places)] == []
    assert [place for place in places if not any(lies_in(module, place) for module in knowing)] == []


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["remote"]]
    declared = {re.split(r"[<>=\[]", line)[0] for line in wanted}
    providers = packages_distributions()
    tops = {module.partition(".")[0] for path in MODULES for module in imports(path)} - {"kg"}
    imported = {provider.replace("_", "-").lower() for top in tops for provider in providers.get(top, ())}
    assert declared - {"lxml-html-clean"} == imported  # trafilatura imports that one, and does not ask for it


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_in_one_sentence_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = docstring.partition("\n\n")[0]
    assert re.match(r"[A-Z`].{15,}", first), f"{name_of(path)} has no docstring"
    assert first.endswith("."), f"the first sentence of {name_of(path)} does not end"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_named_for_what_it_makes(path: Path) -> None:
    assert not FORBIDDEN & set(name_of(path).split("/"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_stays_short_enough_to_hold_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 600


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_typed_away(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert "Any" not in names | imported


@pytest.mark.parametrize("path", sorted((PACKAGE / "extract").rglob("*.py")), ids=name_of)
def test_what_can_be_compiled_compares_with_no_unpacked_display(path: Path) -> None:
    """Find `x in {*a, b}`, on which mypyc 2.4 stops; `x in a | {b}` says the same."""
    compared = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Compare))
    displays = (one for node in compared for one in node.comparators if isinstance(one, ast.Tuple | ast.List | ast.Set))
    assert not [one.lineno for one in displays if any(isinstance(part, ast.Starred) for part in one.elts)]
