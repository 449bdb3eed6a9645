"""Spans in bulk: does one meet, or lie inside, any of many?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Spans:
    """A fixed set of spans, asked in logarithmic time."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Sort the spans; they may overlap."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def meet(self, start: int, end: int) -> bool:
        """Tell whether ``[start, end)`` overlaps one of the spans.

        >>> Spans([(2, 4)]).meet(3, 9), Spans([(2, 4)]).meet(4, 9)
        (True, False)
        """
        i = bisect_left(self._starts, end)
        return i > 0 and self._furthest[i - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """Tell whether ``[start, end)`` lies inside the spans that begin at or before it.

        >>> Spans([(2, 8)]).hold(3, 8), Spans([(2, 8)]).hold(3, 9)
        (True, False)
        """
        i = bisect_right(self._starts, start)
        return i > 0 and self._furthest[i - 1] >= end
