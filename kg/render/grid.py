"""Cells of the plane, each with room for one thing and its name; who asks gets the nearest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CELL = (150, 84)
"""Width and height of the room that one thing with its label takes, in the picture's units."""

Point = tuple[float, float]


@dataclass(slots=True)
class Grid:
    """The cells of the plane and which are taken; every other row is shifted by half a cell."""

    taken: set[tuple[int, int]] = field(default_factory=set)
    spent: dict[tuple[int, int], int] = field(default_factory=dict)

    def reserve(self, at: Point, room: tuple[int, int]) -> None:
        """Take the cells whose labels would touch a thing with its label below it."""
        wide, high = (room[0] + CELL[0]) / 2, (room[1] + CELL[1]) / 2
        middle = (at[0], at[1] + room[1] / 4)
        column, row = _cell(middle)
        reach = int(wide // CELL[0]) + 1, int(high // CELL[1]) + 1
        for r in range(row - reach[1], row + reach[1] + 1):
            for c in range(column - reach[0], column + reach[0] + 1):
                x, y = _middle(c, r)
                if abs(x - middle[0]) < wide and abs(y - middle[1]) < high:
                    self.taken.add((c, r))

    def settle(self, near: Point) -> Point:
        """Take the free cell nearest to a point (ring by ring) and return its middle."""
        home = _cell(near)
        ring = self.spent.get(home, 0)
        while True:
            free = [c for c in _ring(home, ring) if c not in self.taken]
            if free:
                best = min(free, key=lambda c: (_gap(_middle(*c), near), c))
                self.taken.add(best)
                self.spent[home] = ring
                return _middle(*best)
            ring += 1


def _cell(at: Point) -> tuple[int, int]:
    """Return the cell that holds a point."""
    row = round(at[1] / CELL[1])
    return round(at[0] / CELL[0] - (row % 2) / 2), row


def _middle(column: int, row: int) -> Point:
    """Return the middle of a cell."""
    return (column + (row % 2) / 2) * CELL[0], float(row * CELL[1])


def _ring(home: tuple[int, int], ring: int) -> Iterable[tuple[int, int]]:
    """Return the cells at one distance: a frame about as wide as it is high on the plane."""
    column, row = home
    if ring == 0:
        return (home,)
    tall = ring * 2
    sides = ((column + s, row + d) for s in (-ring, ring) for d in range(-tall, tall + 1))
    ends = (
        (column + d, row + e)
        for e in (-tall, 1 - tall, tall - 1, tall)
        for d in range(1 - ring, ring)
    )
    return (*sides, *ends)


def _gap(a: Point, b: Point) -> float:
    """Return the square of the distance."""
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
