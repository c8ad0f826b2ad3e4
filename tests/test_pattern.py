"""Patterns: their language, the rows that are written in it, and how a broken row is reported."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import VocabularyError
from kg.extract.phrases import pattern as module
from kg.extract.phrases.pattern import PatternSet, compile_pattern, load_patterns, load_rows
from kg.extract.words.inflect import inflect
from kg.extract.words.wordclass import load_words

ROWS = [
    (stem, name, example)
    for stem in ("roles", "deeds")
    for name, row in load_rows(stem).items()
    for example in row.get("example", ())
]
PATTERNS = [(stem, row) for stem in ("roles", "deeds") for row in load_patterns(stem).patterns]


def find(source: str, line: str) -> list[str]:
    """List what a pattern matches in a line."""
    regex, _ = compile_pattern(source, {"be": ["is", "was"], "hold": ["hold~"]})
    return [match.group().strip() for match in regex.finditer(line + " ")]


@pytest.mark.parametrize(("stem", "name", "example"), ROWS, ids=lambda value: str(value)[:40])
def test_a_row_matches_its_own_example(stem: str, name: str, example: str) -> None:
    """Each sentence that a row shows as its example is one that it matches, by way of its triggers too."""
    found = {match.pattern.name for match in load_patterns(stem).find(example)}
    assert name in found


@pytest.mark.parametrize("stem", ["roles", "deeds"])
def test_every_row_has_an_example(stem: str) -> None:
    """A row without an example cannot be checked."""
    missing = [name for name, row in load_rows(stem).items() if "pattern" in row and not row.get("example")]
    assert missing == []


@pytest.mark.parametrize(
    ("source", "line", "found"),
    [
        ("SUBJECT host~ EVENT", "A0 hosted E1 .", ["A0 hosted E1"]),
        ("SUBJECT host~ EVENT", "A0 's envoy hosted E1 .", []),
        ("SUBJECT host~", "A0 's hosted", []),
        ("SUBJECT 's host~", "A0 's hosting", ["A0 's hosting"]),
        ("EVENT {be} [jointly] held by ACTORS", "E0 was jointly held by B1 .", ["E0 was jointly held by B1"]),
        ("EVENT {be} [jointly] held by ACTORS", "E0 was held by B1 .", ["E0 was held by B1"]),
        ("{hold} (talks|a meeting)", "they held a meeting", ["held a meeting"]),
        ("SUBJECT .. spoke", "A0 , who had come late , spoke", ["A0 , who had come late , spoke"]),
        ("SUBJECT .. spoke", "A0 came ; nobody spoke", []),
        ("SUBJECT .. spoke", "A0 met A1 , who spoke", ["A1 , who spoke"]),
        ("SUBJECT ... spoke", "A0 then , at last , spoke", []),
        ("came !(from|to)", "came to", []),
        ("came !(from|to)", "came too", ["came"]),
        ("^ SUBJECT _ spoke $", "A0 also spoke", ["A0 also spoke"]),
        ("^ SUBJECT spoke", "then A0 spoke", []),
        ("with ACTORS", "forthwith A0 spoke", []),
        ("held for OTHERS by ACTORS", "E0 was held for B1 by B2 .", ["held for B1 by B2"]),
        ("opened ... by ACTORS", "A0 opened E1 attended by B2 .", []),
    ],
)
def test_the_language_of_patterns(source: str, line: str, found: list[str]) -> None:
    """Slots, choices, gaps, word classes, verb forms, what must not follow, and the ends of a sentence."""
    assert find(source, line) == found


@pytest.mark.parametrize(
    "source", ["(a|b", "a)", "SOMEBODY spoke", "{nothing-of-the-kind} spoke", "spoke !to", "[a", "a | b"]
)
def test_a_broken_pattern_is_refused_with_a_reason(source: str) -> None:
    """What is not well formed never compiles to something else."""
    with pytest.raises(ValueError, match=r"\w"):
        compile_pattern(source, {})


def test_a_broken_row_is_reported_with_its_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits the patterns learns which row to look at."""
    folder = tmp_path / "patterns"
    folder.mkdir()
    (folder / "roles.ttl").write_text(
        "@prefix kg: <https://w3id.org/accession-kg/ns#> .\n"
        "@prefix row: <https://w3id.org/accession-kg/role-pattern/> .\n"
        'row:good kg:role kg:Host ; kg:pattern "SUBJECT hosted EVENT" .\n'
        'row:bad kg:role kg:Host ; kg:pattern "SUBJECT (hosted EVENT" .\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "folder", lambda _name: tmp_path)
    caches = [value for value in vars(module).values() if hasattr(value, "cache_clear")]
    for cached in caches:
        cached.cache_clear()
    try:
        with pytest.raises(VocabularyError, match=r"roles\.ttl, line 4.*bad"):
            load_patterns("roles")
    finally:
        for cached in caches:
            cached.cache_clear()


def test_an_unknown_word_class_is_named() -> None:
    """A class that no file defines is an error, not an empty class."""
    with pytest.raises(VocabularyError, match="no-such-class"):
        load_words("no-such-class")


@pytest.mark.parametrize(
    ("verb", "form"),
    [("hold", "held"), ("organise", "organizing"), ("co-host", "cohosted"), ("carry", "carries"), ("plan", "planned")],
)
def test_verbs_are_inflected(verb: str, form: str) -> None:
    """Irregular, British and American forms are all found."""
    assert form in inflect(verb)


def test_what_a_row_needs_never_hides_a_match() -> None:
    """Passing rows over for the words and marks that they need changes the speed of a search, not what it finds."""
    lines = [example for _, _, example in ROWS]
    for stem in ("roles", "deeds"):
        filed = load_patterns(stem)
        plain = PatternSet([replace(row, needs=(), letters=frozenset()) for row in filed.patterns])
        for line in lines:
            assert [(m.pattern.name, m.begin, m.end) for m in filed.find(line)] == [
                (m.pattern.name, m.begin, m.end) for m in plain.find(line)
            ]


@given(
    st.lists(
        st.sampled_from("A0 B1 E2 D3 L4 T5 N6 , . ; the was by in and hosted attended spoke with".split()), max_size=40
    )
)
def test_any_line_can_be_searched(words: list[str]) -> None:
    """No line of words and marks upsets a row; every match lies inside it, and so does every slot."""
    line = " ".join(words)
    for match in load_patterns("roles").find(line):
        assert 0 <= match.begin <= match.end <= len(line)
        assert all(match.begin <= begin < end <= len(line) + 1 for begin, end in match.slots.values())


@pytest.mark.parametrize("stem", ["roles", "deeds"])
def test_a_long_line_is_searched_in_good_time(stem: str) -> None:
    """Gaps are bounded, so that a sentence without an end costs no more than its length."""
    line = " ".join(["A0 , who , with B1 and a friend of theirs ,"] * 400)
    assert len(list(load_patterns(stem).find(line))) < 4000


def test_roles_are_those_of_the_ontology() -> None:
    """A row gives one of the seven roles, absence, or the role of the words before."""
    known = {"Host", "Organizer", "Chair", "Sponsor", "Speaker", "Trainer", "Participant", "Absent", "Same"}
    assert {row.fields["role"] for stem, row in PATTERNS if stem == "roles"} <= known


def test_a_class_of_verbs_is_read_in_every_place_of_its_frames() -> None:
    """What a row says of a verb holds for all of its forms, as subject and verb, as a passive and in front."""
    found = load_patterns("roles")
    for line in (
        "A0 guided the deliberations .",
        "A0 has agreed to moderate the second session .",
        "the proceedings were steered by B0 .",
        "the debate was opened by B0 and moderated by B1 .",
        "presiding over the sitting , A0 spoke .",
        "chairing E0 was A1 .",
        "with B0 steering the talks .",
        "E0 of B1 , which A2 moderated , ended .",
    ):
        assert "Chair" in {match.pattern.fields["role"] for match in found.find(line)}, line


def test_an_event_before_which_someone_spoke_is_not_what_he_gave() -> None:
    """In "after which A gave" the event is no object of the verb."""
    matches = load_patterns("roles").find("A0 opened E1 in L2 on D3 , after which A4 gave the keynote .")
    assert "Organizer" not in {match.pattern.fields["role"] for match in matches}
