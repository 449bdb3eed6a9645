"""Rows as text."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.render.tables import FORMATS, as_csv, as_json, as_markdown, as_table, as_tsv, render_rows

COLUMNS = ("name", "count")
ROWS = [("North, the", 2), ("a|b\nc", None)]


def test_csv_quotes_what_needs_it():
    """Commas and newlines are quoted, None is empty."""
    assert as_csv(COLUMNS, ROWS) == 'name,count\n"North, the",2\n"a|b\nc",\n'


def test_tsv_folds_white_space_in_a_cell():
    """A cell of TSV never holds a tab or a newline."""
    assert as_tsv(COLUMNS, ROWS) == "name\tcount\nNorth, the\t2\na|b c\t\n"


def test_json_keeps_types():
    """JSON is an array of objects whose numbers are numbers."""
    assert json.loads(as_json(COLUMNS, ROWS)) == [
        {"name": "North, the", "count": 2},
        {"name": "a|b\nc", "count": None},
    ]


def test_markdown_escapes_the_bar():
    """A bar in a cell does not end the cell."""
    assert as_markdown(COLUMNS, ROWS) == (
        "| name | count |\n| --- | --- |\n| North, the | 2 |\n| a\\|b c |  |\n"
    )


def test_a_table_shows_control_characters_and_obeys_none():
    """An escape sequence from a document reaches the terminal as text, and so does rich markup."""
    hostile = "\x1b[31m[red]a[/red]\u202e"

    assert (
        as_table(("x",), [(hostile,)], width=60).splitlines()[2] == "\\x1b[31m[red]a[/red]\\u202e"
    )


def test_a_narrow_table_folds_words_and_no_figures():
    """A column of figures keeps its header and its values whole; the others fold."""
    shown = as_table(("relation", "precision"), [("implements", "0.913")], width=19)

    assert shown.splitlines() == [
        "relatio",
        "n         precision",
        "───────────────────",
        "impleme   0.913",
        "nts",
    ]


def test_a_table_for_a_pipe_may_have_long_lines(monkeypatch):
    """Where no terminal says how wide it is, a line of 150 characters is not folded."""
    monkeypatch.delenv("COLUMNS", raising=False)

    assert "x" * 150 in as_table(("name",), [("x" * 150,)]).splitlines()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_renders_no_rows(name):
    """An empty answer is an empty answer in every format, not an error."""
    assert isinstance(render_rows(COLUMNS, [], name), str)


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")))
    )
)
def test_csv_round_trips(rows):
    """What is written as CSV is read back."""
    text = as_csv(("a",), rows)

    back = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))][1:]

    assert [row or ("",) for row in back] == rows
