"""Rows as text: a table, CSV, TSV, JSON, JSON Lines or Markdown.

Rows are tuples of plain values. What goes to a terminal has its control characters made visible,
so that text from a document cannot drive it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Value = str | int | float | bool | None

WIDE = 200
"""Characters of a line where no terminal says how many it has."""
_FIGURE = re.compile(r"[-+]?[\d,.]*%?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""Return `text` with control and direction characters written as escapes.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return _CONTROL.sub(lambda m: m[0].encode("unicode_escape").decode(), text)


def _plain(value: Value) -> str:
    """Write a value in a cell."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_table(
    columns: Sequence[str], rows: Iterable[Sequence[Value]], width: int = 0, gap: int = 0
) -> str:
    """Return a table for reading; `width` in characters, 0 for that of the terminal.

    `gap` is the number of empty lines between rows. A cell may hold several lines; figures are
    never folded. Where there is no terminal (a pipe, a file), lines may be `WIDE`.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, leading=gap)
    cells = [[visible(_plain(value)) for value in row] for row in rows]
    for i, column in enumerate(columns):
        figures = all(_FIGURE.fullmatch(row[i]) for row in cells) and bool(cells)
        table.add_column(Text(visible(column)), overflow="fold", no_wrap=figures)
    for row in cells:
        table.add_row(*map(Text, row))
    out = io.StringIO()
    width = width or shutil.get_terminal_size((WIDE, 0)).columns
    Console(file=out, width=width, color_system=None, force_terminal=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _separated(columns: Sequence[str], rows: Iterable[Sequence[Value]], comma: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=comma, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(v) for v in row] for row in rows)
    return out.getvalue()


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return comma-separated values with a header (RFC 4180 quoting, newlines as LF)."""
    return _separated(columns, rows, ",")


def as_tsv(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return tab-separated values with a header; white space in a cell becomes one space."""
    flat = ([" ".join(_plain(v).split()) for v in row] for row in rows)
    return "".join("\t".join(row) + "\n" for row in (columns, *flat))


def as_json(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return a JSON array of one object a row."""
    objects = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return JSON Lines, one object a row."""
    return "".join(
        json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n" for row in rows
    )


def as_markdown(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return a Markdown table (GitHub's)."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(" ".join(c.replace("|", "\\|").split()) for c in cells) + " |\n"

    body = (line(visible(_plain(v)) for v in row) for row in rows)
    return line(columns) + "|" + " --- |" * len(columns) + "\n" + "".join(body)


FORMATS: dict[str, Callable[[Sequence[str], Iterable[Sequence[Value]]], str]] = {
    "table": as_table,
    "csv": as_csv,
    "tsv": as_tsv,
    "json": as_json,
    "jsonl": as_jsonl,
    "markdown": as_markdown,
}
"""Format name -> function from columns and rows to text."""


def render_rows(columns: Sequence[str], rows: Iterable[Sequence[Value]], format_: str) -> str:
    """Return rows in one of `FORMATS`."""
    return FORMATS[format_](columns, rows)
