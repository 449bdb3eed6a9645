"""The answer to a question: a table whose every row can show its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Claim
    from kg.query.question import Column

Value = str | int | float | None
"""What stands in a cell."""

DOCUMENTS = "documents"
REGISTRY = "registry alone"


@dataclass(frozen=True, slots=True)
class Answer:
    """A table with its evidence.

    `parameters` holds (name, value as understood) pairs, the status included. `rows` are plain
    tuples, one value a column; `things` holds the IRI behind each cell, or nothing. `claims`
    holds the IRIs of the claims that each row rests on, and `rests_on` says of each row whether
    these are of ``documents`` or of the ``registry alone`` (nothing for a row that tells what is
    missing). `notes` say what a reader must know to judge the table.
    """

    question: str
    asks: str
    parameters: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    things: tuple[tuple[str, ...], ...]
    claims: tuple[tuple[str, ...], ...]
    rests_on: tuple[str, ...]
    notes: tuple[str, ...] = ()
    read: Callable[[tuple[str, ...]], tuple[Claim, ...]] | None = field(
        default=None, compare=False, repr=False
    )

    def __len__(self) -> int:
        return len(self.rows)

    def evidence(self, row: int) -> tuple[Claim, ...]:
        """Return the claims that row number `row` rests on, with their quotes and sources.

        They are read from the store when they are asked for, in order of source and place.
        Raises InputError when there is no such row.
        """
        if not -len(self.rows) <= row < len(self.rows):
            raise InputError(f"the answer has {len(self.rows)} rows, numbered from 0; not {row}")
        return self.read(self.claims[row]) if self.read else ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def heading(self) -> str:
        """The question as understood, with its parameters, in one line."""
        given = "; ".join(f"{name}: {value}" for name, value in self.parameters)
        return f"{self.question}: {self.asks}" + (f" [{given}]" if given else "")
