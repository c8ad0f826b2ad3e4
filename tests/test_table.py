from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.publish.table import FORMATS, show, to_aligned, to_csv, to_json, to_markdown, to_text

COLUMNS = ["name", "number"]
ROWS: list[list[str | int | float | bool | None]] = [["Côte d'Ivoire", 3], ['a "b", c', 2.5], [None, None]]


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_ends_in_a_line_feed_and_names_the_columns(form: str) -> None:
    text = to_text(COLUMNS, ROWS, form)
    assert text.endswith("\n")
    assert all(column in text for column in COLUMNS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_be_empty(form: str) -> None:
    assert to_text(COLUMNS, [], form).endswith("\n")


CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")))


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_csv_reads_back(rows: list[tuple[str, str]]) -> None:
    assert list(csv.reader(io.StringIO(to_csv(COLUMNS, rows)))) == [COLUMNS, *map(list, rows)]


@given(st.lists(st.tuples(CELLS, st.integers() | st.none() | st.floats(allow_nan=False, allow_infinity=False))))
def test_json_reads_back(rows: list[tuple[str, int | float | None]]) -> None:
    assert json.loads(to_json(COLUMNS, rows)) == [{"name": name, "number": number} for name, number in rows]


@given(st.lists(st.tuples(st.text(), st.text())))
def test_markdown_rows_stay_on_their_lines(rows: list[tuple[str, str]]) -> None:
    lines = to_markdown(COLUMNS, rows).split("\n")
    assert len(lines) == len(rows) + 3
    assert all(line.replace("\\\\", "").replace("\\|", "").count("|") == 3 for line in lines[:-1])


def test_numbers_stand_to_the_right_and_wide_letters_count_twice() -> None:
    text = to_aligned(COLUMNS, [["日本", 3], ["Oman", 12]])
    assert text == "name  number\n日本       3\nOman      12\n"


def test_what_ends_a_line_or_steers_a_terminal_does_neither() -> None:
    text = to_aligned(COLUMNS, [["Om\r\nan\x1b[2J\x00\u2028\x85", 3]])
    assert text.splitlines()[1].split() == ["Om", "an", "[2J", "3"]
    assert text.count("\n") == len(text.splitlines()) == 2


def test_a_gap_among_numbers_does_not_move_them() -> None:
    assert to_aligned(COLUMNS, [["Oman", 12], ["Chad", None], ["Peru", 3]]).splitlines()[1:] == [
        "Oman      12",
        "Chad",
        "Peru       3",
    ]


def test_small_p_values_keep_their_digits() -> None:
    assert to_csv(["p"], [[1.23456789e-12]]) == "p\n1.23456789e-12\n"
    assert show(0.5) == "0.5"
