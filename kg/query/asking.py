"""What a question that is a function is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph

    from kg.query.answer import Value


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a function finds it: cells (IRIs of things, or values) and IRIs of claims."""

    cells: tuple[Value, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """A question being asked: the store, the parameters (IRIs of things) and the status.

    `status` is a status, ``any`` or nothing. A function may add to `notes`.
    """

    store: pyoxigraph.Store
    values: Mapping[str, str | int]
    status: str = "reported"
    notes: list[str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return the IRI or choice that was given for a parameter, or nothing."""
        return str(self.values.get(name, ""))

    def number(self, name: str) -> int:
        """Return the whole number that was given for a parameter."""
        return int(self.values[name])
