"""Columns of a table: whether a place in a row stands under a name in the row that heads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.subjects import Named
    from kg.model import Block

MARKS = ("|", "\t")
"""What stands between two cells; where neither does, spaces line the columns up."""


def in_column(text: str, head: Block, named: Named, row: Block, at: int) -> bool:
    """Whether `at` in a row stands in the column that `named` heads."""
    mark = next((m for m in MARKS if text.count(m, row.start, row.end)), "")
    if mark:
        return text.count(mark, row.start, at) == text.count(mark, head.start, named.start)
    low = text.rfind("\n", 0, named.start) + 1
    start, end = named.start - low, named.end - low
    from_line = at - text.rfind("\n", 0, at) - 1
    return "  " in text[row.start : at] and start - SLACK <= from_line <= end + SLACK


SLACK = 3
"""Characters by which a cell may stand beside the name that heads its column."""
