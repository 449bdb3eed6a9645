"""Labelled units to blocks: which block introduces which, and how deep."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.documents.headings import level as heading_level
from kg.documents.lists import leads_in
from kg.documents.markup import cells
from kg.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.documents.lines import Unit

INTRODUCING = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUESTION,
        BlockKind.ANSWER,
        BlockKind.COMMENT,
    }
)
DEEPEST = 8
"""Lists nested deeper than this are written as if they were not."""


@dataclass(slots=True)
class State:
    """What stands above the block looked at; numbers are those of blocks."""

    headings: list[tuple[int, int]] = field(default_factory=list)
    question: int | None = None
    before: tuple[int, BlockKind] | None = None
    lead: int | None = None
    items: list[tuple[int, int, str]] = field(default_factory=list)
    header: int | None = None
    columns: int = 0

    @property
    def heading(self) -> int | None:
        """The heading above."""
        return self.headings[-1][0] if self.headings else None


def to_blocks(
    units: Sequence[Unit], labels: Mapping[int, BlockKind], *, offset: int = 0
) -> Iterator[Block]:
    """Yield one block a unit, with its level and scope; `offset` blocks stand before."""
    state = State()
    for number, unit in enumerate(units):
        kind = labels.get(number, BlockKind.PARAGRAPH)
        index = number + offset
        level, scope = _place(state, units, number, kind, index)
        if kind is not BlockKind.BOILERPLATE:
            state.before = (index, kind)
        yield Block(unit.start, unit.end, kind, level, scope)


def _place(
    state: State, units: Sequence[Unit], number: int, kind: BlockKind, index: int
) -> tuple[int, int | None]:
    """Return level and scope of a block, and note in `state` what it introduces."""
    if kind is BlockKind.HEADING:
        return _heading(state, units, number, index)
    if kind is BlockKind.LIST_ITEM:
        return _item(state, units, number, index)
    if kind is BlockKind.TABLE_ROW:
        return 0, _row(state, units[number], index)
    if kind is BlockKind.QUESTION:
        state.question = index
        return 0, state.heading
    if kind is BlockKind.ANSWER:
        return 0, state.question
    if kind is BlockKind.BOILERPLATE:
        return 0, None
    return 0, state.heading


def _heading(
    state: State, units: Sequence[Unit], number: int, index: int
) -> tuple[int, int | None]:
    """Place a heading under the nearest one of a lower level."""
    level = heading_level(units, number, first=not state.headings)
    while state.headings and state.headings[-1][1] >= level:
        state.headings.pop()
    parent = state.heading
    state.headings.append((index, level))
    state.question = None
    return level, parent


def _item(state: State, units: Sequence[Unit], number: int, index: int) -> tuple[int, int | None]:
    """Place an item under its lead-in, or under the item that it is nested in.

    It is nested where it is set further in, or bears another sign than the item right above.
    """
    unit = units[number]
    sign = _sign(unit.marker)
    if state.before is None or state.before[1] is not BlockKind.LIST_ITEM:
        state.items = []
        state.lead = state.before[0] if _introduces(state) and state.before else state.heading
    alike = [n for n, item in enumerate(state.items) if item[1:] == (unit.indent, sign)]
    if alike:
        del state.items[alike[0] :]
    apart = unit.gap and not leads_in(units[number - 1])
    while state.items and state.items[-1][1] >= unit.indent + (0 if apart else 1):
        state.items.pop()
    depth = len(state.items)
    parent = state.items[-1][0] if state.items else state.lead
    if depth < DEEPEST:
        state.items.append((index, unit.indent, sign))
    return depth, parent


def _sign(marker: str) -> str:
    """Return what the markers of one list share: "1" for numbers, "a" for letters, the sign."""
    core = marker.strip("().")
    return "1" if core.isdigit() else "a" if core.isalpha() else marker


def _introduces(state: State) -> bool:
    """Tell whether the block right above may introduce a list or a table."""
    return state.before is not None and state.before[1] in INTRODUCING


def _row(state: State, unit: Unit, index: int) -> int | None:
    """Return the header of a row; the first row of a table is its header."""
    goes_on = state.before is not None and state.before[1] is BlockKind.TABLE_ROW
    columns = len(cells(unit.text))
    if goes_on and not (unit.gap and columns != state.columns):
        return state.header
    state.header, state.columns = index, columns
    return state.before[0] if _introduces(state) and state.before else state.heading
