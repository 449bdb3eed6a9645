"""What a question, a query or a count gives: a table, whose rows may show their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.api.claims import Claims
from kg.api.extras import extra
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from kg.query.answer import Answer as Asked
    from kg.query.answer import Value
    from kg.query.network import SourceInfo

SHOWN = 20
"""How many rows the plain text of an answer shows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A table: `columns` by name, `rows` of plain values (text, numbers, None where unknown).

    `title` is the question as understood with its parameters, `notes` what a reader must know to
    judge the table. It has a length and can be iterated, row by row.

    >>> answer = Answer(("name", "vanguards"), (("City Trust", 2),))
    >>> len(answer), list(answer)
    (1, [('City Trust', 2)])
    >>> answer
    name         vanguards
    ──────────────────────
    City Trust   2
    (1 row)
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    asked: Asked | None = field(default=None, compare=False, repr=False)
    sources: Mapping[str, SourceInfo] = field(default_factory=dict, compare=False, repr=False)
    shown: Sequence[Sequence[Value]] | None = field(default=None, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    @property
    def question(self) -> str:
        """The name of the question, or nothing where no question of the library was asked."""
        return self.asked.question if self.asked else ""

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters as understood, the status included."""
        return dict(self.asked.parameters) if self.asked else {}

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Of each row: ``documents``, or ``registry alone``; nothing where none was asked."""
        return self.asked.rests_on if self.asked else ()

    @property
    def df(self) -> pd.DataFrame:
        """The table as a pandas DataFrame, one row a row, in order.

        Raises MissingExtraError when pandas is not installed.
        """
        frame: pd.DataFrame = extra("pandas", "a DataFrame").DataFrame(
            list(self.rows), columns=list(self.columns)
        )
        return frame

    def column(self, name: str) -> tuple[Any, ...]:
        """Return the values of one column.

        Raises InputError when there is no such column.

        >>> Answer(("name", "n"), (("a", 1), ("b", 2))).column("n")
        (1, 2)
        """
        if name not in self.columns:
            raise InputError(f"no column is called {name!r}; there are {', '.join(self.columns)}")
        return tuple(row[self.columns.index(name)] for row in self.rows)

    def evidence(self, row: int) -> Claims:
        """Return the claims that row number `row` (from 0) rests on, with quotes and sources.

        Raises InputError when there is no such row, or when the table is no answer to a question
        of the library.
        """
        if self.asked is None:
            raise InputError(
                "only answers to questions of the library know their claims; this is the result "
                "of a query or a count"
            )
        return Claims(self.asked.evidence(row), self.sources)

    def __repr__(self) -> str:
        from kg.render.tables import as_table, visible

        rows = (self.shown or self.rows)[:SHOWN]
        count = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        if len(self) > SHOWN:
            count += f", the first {SHOWN} shown"
        table = as_table(self.columns, rows, width=100).rstrip("\n")
        lines = (self.title, table, f"({count})", *self.notes)
        return visible("\n".join(line for line in lines if line))

    def _repr_html_(self) -> str:
        from kg.render.fragments import table

        return table(
            self.columns, tuple(self.shown or self.rows), title=self.title, notes=self.notes
        )
