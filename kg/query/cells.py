"""Terms to what stands in a cell: the names of things, plain text, plain numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.query.told import last

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyoxigraph

    from kg.query.answer import Value
    from kg.query.question import Column

PLAIN = frozenset({"text", "number", "count", "list", "direction", "status", "relation"})
"""The kinds of column whose cells are values, not things."""


class Names:
    """The names of a store's things, each read once."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._known: dict[str, str] = {}

    def of(self, iri: str) -> str:
        """Return the name of a thing: its label in the view, else in a source, else its id."""
        if iri not in self._known:
            self._known[iri] = self._read(iri)
        return self._known[iri]

    def _read(self, iri: str) -> str:
        import pyoxigraph

        node, label = pyoxigraph.NamedNode(iri), pyoxigraph.NamedNode(t.LABEL)
        for graph in (pyoxigraph.DefaultGraph(), None):
            found = sorted(
                text_of(q.object) for q in self._store.quads_for_pattern(node, label, None, graph)
            )
            if found:
                return found[0]
        return last(iri).replace("-", " ")

    def cells(self, columns: Sequence[Column], values: Sequence[Value]) -> tuple[Value, ...]:
        """Return the cells of a row as they are shown."""
        return tuple(self._cell(c, v) for c, v in zip(columns, values, strict=True))

    def _cell(self, column: Column, value: Value) -> Value:
        if value is None or value == "":
            return None
        if column.kind in {"number", "count"}:
            return number(value)
        if column.kind == "relation":
            relation = t.RELATIONS.get(str(value))
            return str(relation or value).replace("_", " ")
        if column.kind in {"direction", "status"}:
            return last(str(value))
        return str(value) if column.kind in PLAIN else self.of(str(value))

    @staticmethod
    def things(columns: Sequence[Column], values: Sequence[Value]) -> tuple[str, ...]:
        """Return the IRI behind each cell, or nothing."""
        pairs = zip(columns, values, strict=True)
        return tuple("" if c.kind in PLAIN or v is None else str(v) for c, v in pairs)


def number(value: str | float) -> int | float:
    """Return a plain number: a whole one where there is nothing behind the point.

    >>> number("30.0"), number("2.9")
    (30, 2.9)
    """
    exact = Decimal(str(value))
    return int(exact) if exact == exact.to_integral_value() else float(exact)
