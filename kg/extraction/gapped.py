"""Labels with a gap: "put … budgets together" is found in "put their health budgets together"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.model import Entity

GAP = "…"
"""What stands in a label for the words between."""

WIDEST = 7
"""How many words a gap may hold."""

_STOPS = frozenset(",.;:!?()[]|•…-\n")

Means = tuple["Entity", str]
"""An entity and the role of its label."""


class Gapped:
    """Finds runs of words with one gap or more, none of which crosses punctuation."""

    def __init__(self) -> None:
        """Start without a label."""
        self._by_first: dict[str, list[tuple[tuple[tuple[str, ...], ...], Means]]] = {}

    def add(self, words: Iterable[str], means: Means) -> None:
        """Add a label; its words are as compared, `GAP` among them."""
        parts: list[list[str]] = [[]]
        for word in words:
            if word == GAP:
                parts.append([])
            else:
                parts[-1].append(word)
        whole = tuple(tuple(part) for part in parts if part)
        if whole:
            self._by_first.setdefault(whole[0][0], []).append((whole, means))

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Means]]:
        """Yield the first and last word of each find, and what it means, in order of place."""
        for first, word in enumerate(words):
            for parts, means in self._by_first.get(word, ()):
                last = _end(words, first, parts)
                if last is not None:
                    yield first, last, means


def _end(words: Sequence[str], first: int, parts: Sequence[Sequence[str]]) -> int | None:
    """Return the last word of the parts, the first of which begins at `first`; None for none."""
    at = first
    for i, part in enumerate(parts):
        begin = _next(words, at, part, 0 if i == 0 else WIDEST)
        if begin is None:
            return None
        at = begin + len(part)
    return at - 1


def _next(words: Sequence[str], at: int, part: Sequence[str], far: int) -> int | None:
    """Return where `part` begins, at most `far` words behind `at` and before any stop."""
    for begin in range(at, min(at + far, len(words) - len(part)) + 1):
        if list(words[begin : begin + len(part)]) == list(part):
            return begin
        if words[begin] in _STOPS:
            return None
    return None
