"""Solutions of a query, one a claim, to rows: what is alike is one row, the rest is summed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.asking import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph

    from kg.query.cells import Names
    from kg.query.question import Column, Question

SUMMED = frozenset({"count", "list"})
"""The kinds of column that sum up a variable over the solutions of a row."""


def solved(
    question: Question,
    solutions: Iterable[Mapping[str, pyoxigraph.NamedNode | pyoxigraph.Literal]],
    names: Names,
) -> Iterator[Row]:
    """Yield the rows of a question from its solutions."""
    rows: dict[tuple[str, ...], list[Mapping[str, str]]] = {}
    plain = [c.name for c in question.columns if c.kind not in SUMMED]
    for solution in solutions:
        texts = {name: term.value for name, term in solution.items()}
        rows.setdefault(tuple(texts.get(name, "") for name in plain), []).append(texts)
    for key, found in rows.items():
        values = dict(zip(plain, key, strict=True))
        cells = tuple(
            _summed(column, found, names) if column.kind in SUMMED else values[column.name]
            for column in question.columns
        )
        claims = {v for row in found for name, v in row.items() if name.startswith("claim")}
        yield Row(cells, tuple(sorted(claims)))


def _summed(column: Column, found: Iterable[Mapping[str, str]], names: Names) -> str | int:
    """Return how many values a variable has, or their names in order."""
    different = {row[column.of] for row in found if column.of in row}
    if column.kind == "count":
        return len(different)
    # Several things of one name are listed once: the list is for reading.
    called = {names.of(value) if ":" in value else value for value in different}
    return "; ".join(sorted(called, key=lambda name: (name.casefold(), name)))
