"""The registry of vanguards: a table (CSV) that is a source of its own."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from kg.errors import VocabularyError
from kg.names import slug

REGISTRY_COLUMNS = ("id", "name", "other_names", "care_model", "announced", "area")


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """A row of the registry: a vanguard, and where its row stands in the registry's text."""

    id: str
    name: str
    other_names: tuple[str, ...]
    care_model: str
    announced: str
    area: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Registry:
    """The registry of vanguards: its text (it is a source of its own) and its rows."""

    text: str
    rows: tuple[RegistryRow, ...]


def read_registry(text: str, path: str) -> Registry:
    """Return the registry that a CSV text holds, each row with its place in the text.

    Raises VocabularyError when a column is missing, a row is short or an identifier recurs.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    if tuple(header) != REGISTRY_COLUMNS:
        raise VocabularyError(
            f"{path}: the first line must be {','.join(REGISTRY_COLUMNS)}; it is {','.join(header)}"
        )
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    rows: list[RegistryRow] = []
    first = reader.line_num
    for values in reader:
        start, end = starts[first], starts[reader.line_num]
        first = reader.line_num
        if not values:
            continue
        if len(values) != len(REGISTRY_COLUMNS):
            raise VocabularyError(
                f"{path}: line {reader.line_num} has {len(values)} values, expected "
                f"{len(REGISTRY_COLUMNS)}"
            )
        row = dict(zip(REGISTRY_COLUMNS, values, strict=True))
        if row["id"] != slug(row["id"]):
            raise VocabularyError(f"{path}: line {reader.line_num}: {row['id']!r} is no identifier")
        if any(row["id"] == other.id for other in rows):
            raise VocabularyError(f"{path}: line {reader.line_num}: {row['id']!r} stands twice")
        row_end = end - (len(text[start:end]) - len(text[start:end].rstrip("\r\n")))
        others = tuple(n.strip() for n in row.pop("other_names").split("|") if n.strip())
        rows.append(RegistryRow(**row, other_names=others, start=start, end=row_end))
    return Registry(text, tuple(rows))
