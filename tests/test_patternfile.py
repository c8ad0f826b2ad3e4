"""The pattern files: each row is whole, shows an example that it matches, and is named where it is broken."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from kg.errors import VocabularyError
from kg.extract import patternfile
from kg.extract.events import eventnoun
from kg.extract.patternfile import require_patterns
from kg.extract.phrases import pattern
from kg.extract.phrases.pattern import compile_pattern, load_patterns, load_rows
from kg.extract.words import wordclass
from kg.extract.words.wordclass import load_words
from kg.resources import folder

SHIPPED = folder("ontology") / "patterns"
LANGUAGE = [
    [cell.replace("\0", "|").split("`")[1] for cell in line.replace("\\|", "\0").split("|")[3:5]]
    for line in (SHIPPED / "README.md").read_text(encoding="utf-8").splitlines()
    if line.count("`") >= 6 and line.startswith("| `")
]
STEMS = sorted(path.stem for path in SHIPPED.glob("*.ttl"))
ROWS = [(stem, row.name) for stem in STEMS for row in load_patterns(stem).patterns]
HEAD = """@prefix kg: <https://w3id.org/accession-kg/ns#> .
@prefix row: <https://w3id.org/accession-kg/row/> .
"""


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Put a file in the place of a shipped one."""
    place = tmp_path / "ontology" / "patterns"
    shutil.copytree(SHIPPED, place)
    shutil.copytree(SHIPPED.parent / "resolution", place.parent / "resolution")
    for module in (pattern, patternfile, wordclass):
        monkeypatch.setattr(module, "folder", lambda _name: place.parent)
    caches = [v for m in (pattern, wordclass, eventnoun) for v in vars(m).values() if hasattr(v, "cache_clear")]

    def clear() -> None:
        for cached in caches:
            cached.cache_clear()

    def put(name: str, text: str) -> None:
        (place / name).write_text(HEAD + text, encoding="utf-8")
        clear()

    clear()
    yield put
    clear()


def test_the_shipped_files_are_in_order() -> None:
    require_patterns()
    assert {"roles", "frames", "deeds", "events", "status", "names", "words"} <= set(STEMS)
    assert len(ROWS) > 150


@pytest.mark.parametrize(("source", "line"), LANGUAGE)
def test_the_language_is_as_its_page_says(source: str, line: str) -> None:
    regex, _ = compile_pattern(source, {"be": sorted(load_words("be"))})
    assert regex.search(f"{line} ")


def test_the_page_shows_the_whole_language() -> None:
    assert len(LANGUAGE) >= 14


@pytest.mark.parametrize("stem", STEMS)
def test_every_row_compiles_and_has_an_example(stem: str) -> None:
    for row in load_patterns(stem).patterns:
        assert re.search(row.expression, "") is None, row.name
        assert row.examples, row.name


@pytest.mark.parametrize("stem", STEMS)
def test_every_row_matches_its_examples(stem: str) -> None:
    """Only the slots of sentences stand in examples, so that they are searched as a reader would."""
    found = load_patterns(stem)
    for name in {row.name for row in found.patterns}:
        for example in load_rows(stem)[name]["example"]:
            assert name in {match.pattern.name for match in found.find(example)}, (name, example)


@pytest.mark.parametrize(
    ("name", "row", "why"),
    [
        ("roles.ttl", 'row:odd kg:role kg:Hots ; kg:pattern "SUBJECT spoke" .', "odd: Hots is no role; use one of"),
        ("roles.ttl", 'row:odd kg:pattern "SUBJECT spoke" .', "odd: needs role"),
        (
            "roles.ttl",
            'row:odd kg:role kg:Host ; kg:verbs "fund~" ; kg:frames "sideways" .',
            "odd: unknown frame sideways",
        ),
        ("roles.ttl", 'row:odd kg:role kg:Host ; kg:patern "SUBJECT spoke" .', "odd: unknown property patern"),
        ("roles.ttl", 'row:odd kg:role kg:Host ; kg:pattern "SUBJECT (spoke" .', "odd: missing '\\)'"),
        ("roles.ttl", 'row:odd kg:role kg:Host ; kg:pattern "SUBJECT {spok}" .', "odd: unknown word class {spok}"),
        ("deeds.ttl", 'row:odd kg:eventType kg:Party ; kg:pattern "SUBJECT danced" .', "odd: Party is no eventType"),
        ("events.ttl", 'row:odd kg:nouns "party" .', "odd: needs eventType"),
        ("status.ttl", 'row:odd kg:form "verb" ; kg:pattern "SUBJECT signed" .', "odd: needs action or status"),
        ("words.ttl", 'row:odd kg:words "a|b" ', "broken Turtle"),
        ("words.ttl", 'row:odd kg:words "a|b" .\nrow:odd kg:words "c" .', "row:odd: another row has this name"),
    ],
)
def test_a_broken_row_is_named_with_its_line(rows: Callable[[str, str], None], name: str, row: str, why: str) -> None:
    rows(name, f"\n# a remark\n{row}\n")
    with pytest.raises(VocabularyError, match=why) as caught:
        require_patterns()
    assert caught.value.term in {f"{name}, line 5", f"{name}, line 6"}


def test_a_broken_row_ends_a_build_before_anything_is_stored(
    rows: Callable[[str, str], None], run: Callable[..., Result]
) -> None:
    rows("roles.ttl", 'row:odd kg:role kg:Hots ; kg:pattern "SUBJECT spoke" .\n')
    Path("note.txt").write_text("Peru hosted a workshop in Lima on 4 June 2013.", encoding="utf-8")
    result = run("build", "note.txt")
    assert result.exit_code == 2
    assert "roles.ttl, line 3: odd: Hots is no role" in result.stderr
    assert not Path("kg-store").exists()


def test_a_new_verb_is_a_new_row(rows: Callable[[str, str], None], run: Callable[..., Result]) -> None:
    """What the page on patterns tells is what happens."""
    shipped = (SHIPPED / "roles.ttl").read_text(encoding="utf-8")
    row = '\nrow:bankroll kg:role kg:Sponsor ; kg:pattern "SUBJECT [has] (pony~|cough~) up for EVENT" .\n'
    text = "Norway ponied up for a workshop in Lima on 4 June 2013."
    Path("note.txt").write_text(text, encoding="utf-8")
    ask = "PREFIX kg: <https://w3id.org/accession-kg/ns#> SELECT ?role { ?p a kg:Participation ; kg:role ?role }"
    assert run("build", "note.txt", "--store", "before", "--no-reference").exit_code == 0
    assert "Sponsor" not in run("query", "-", "-f", "csv", "--store", "before", text=ask).stdout
    rows("roles.ttl", shipped + row)
    assert run("build", "note.txt", "--store", "after", "--no-reference").exit_code == 0
    assert "Sponsor" in run("query", "-", "-f", "csv", "--store", "after", text=ask).stdout


def test_a_word_class_has_one_home(rows: Callable[[str, str], None]) -> None:
    shipped = (SHIPPED / "words.ttl").read_text(encoding="utf-8")
    rows("words.ttl", shipped + '\nrow:post-heads kg:words "sir" .\n')
    with pytest.raises(VocabularyError, match="post-heads: another row is a word class of this name"):
        require_patterns()
