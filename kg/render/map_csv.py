"""An evidence map as CSV: a row for each bubble, and one for each gap."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kg.render.safety import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.evidence_map import EvidenceMap

COLUMNS = (
    "row",
    "column",
    "way",
    "direction",
    "status",
    "claims",
    "sources",
    "vanguards_between",
    "source_ids",
)
"""The columns. A gap has 0 claims and 0 sources and no way, direction and status."""


def map_csv(grid: EvidenceMap) -> str:
    """Return the map as CSV with a header, in the order of its rows and columns.

    A text that a spreadsheet would take for a formula is kept as text by an apostrophe.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for values in map_rows(grid):
        rows.writerow([_harmless(str(value)) for value in values])
    return text.getvalue()


def map_rows(grid: EvidenceMap) -> Iterator[tuple[str | int, ...]]:
    """Yield the values of each bubble and each gap, as `COLUMNS` names them."""
    cells = {(cell.row, cell.column): cell for cell in grid.cells}
    for row in grid.row_items:
        for column in grid.column_items:
            names = (one_line(row.name), one_line(column.name))
            cell = cells.get((row.key, column.key))
            if cell is None:
                yield (*names, "", "", "", 0, 0, 0, "")
                continue
            for mark in cell.marks:
                counts = (len(mark.claims), len(mark.sources), len(mark.via))
                sources = "; ".join(map(one_line, mark.sources))
                yield (*names, mark.way, mark.tone, str(mark.status), *counts, sources)


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
