"""CSV: one row a claim, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING

from kg.extraction.tsv import COLUMNS as CLAIM_COLUMNS
from kg.graph.claims import read_statements
from kg.graph.export import Exporter
from kg.graph.terms import QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import Store

    from kg.graph.claims import Statement

COLUMNS = (*CLAIM_COLUMNS, *QUALIFIERS, "claim")


def write(store: Store, stream: IO[bytes]) -> None:
    """Write every claim, in order of source and place; terms as in the annotation guide."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(map(_row, read_statements(store)))
    stream.write(text.getvalue().encode("utf-8", "replace"))


def _row(statement: Statement) -> Sequence[str]:
    claim = statement.claim
    first = claim.evidence[0]
    said: dict[str, list[str]] = {}
    for key, value in claim.qualifiers:
        said.setdefault(key, []).append(value)
    cells = (
        *claim.key,
        " ".join(first.quote.split()),
        str(first.start),
        str(first.end),
        claim.rule,
        f"{claim.confidence:g}",
        claim.source,
        *("; ".join(said.get(key, ())) for key in QUALIFIERS),
        statement.iri,
    )
    return [_cell(cell) for cell in cells]


def _cell(text: str) -> str:
    """Return a cell that a spreadsheet takes for text: a formula gets an apostrophe before it.

    >>> _cell("=HYPERLINK(1)"), _cell("a=b")
    ("'=HYPERLINK(1)", 'a=b')
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


# `key` gives relation, subject, object and status: the first four columns.
EXPORTER = Exporter("csv", ".csv", "one row a claim", write)
