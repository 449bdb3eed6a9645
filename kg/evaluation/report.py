"""Comparisons summed up: precision, recall and F1, overall and by any part of a row."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluation.compare import evidence_right

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.evaluation.compare import Comparison
    from kg.evaluation.gold import Row

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""The bounds of the bands of confidence; the last holds 1 itself."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts and the shares that follow from them."""

    hits: int = 0
    claims: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Hits over claims; 0 without claims."""
        return self.hits / self.claims if self.claims else 0.0

    @property
    def recall(self) -> float:
        """Hits over gold; 0 without gold."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.claims + other.claims, self.gold + other.gold)


def overall(comparisons: Iterable[Comparison]) -> Score:
    """Return the score over all documents together."""
    return sum((Score(len(c.hits), c.claims, c.gold) for c in comparisons), Score())


def by_part(
    comparisons: Iterable[Comparison], part: Callable[[Comparison, Row], str]
) -> dict[str, Score]:
    """Return the score of each value of a part of a row, in order of the value.

    Hits count where the gold row belongs, and so does their claim: a share of each value is then
    the same whichever side is asked. False claims count where they belong themselves.
    """
    scores: dict[str, Score] = {}

    def count(key: str, score: Score) -> None:
        scores[key] = scores.get(key, Score()) + score

    for comparison in comparisons:
        for gold, _ in comparison.hits:
            count(part(comparison, gold), Score(1, 1, 1))
        for gold in comparison.missed:
            count(part(comparison, gold), Score(0, 0, 1))
        for claim in comparison.false:
            count(part(comparison, claim), Score(0, 1, 0))
    return dict(sorted(scores.items()))


def by_claim(
    comparisons: Iterable[Comparison], part: Callable[[Row], str]
) -> dict[str, tuple[int, int]]:
    """Return (true, all) claims for each value of a part of the claim: its rule, its confidence."""
    counts: dict[str, tuple[int, int]] = {}
    for comparison in comparisons:
        judged = [(claim, 1) for _, claim in comparison.hits]
        judged += [(claim, 0) for claim in comparison.false]
        for claim, true in judged:
            hits, total = counts.get(part(claim), (0, 0))
            counts[part(claim)] = (hits + true, total + 1)
    return dict(sorted(counts.items()))


def band(confidence: float) -> str:
    """Name the band that a confidence lies in.

    >>> band(0.83), band(1.0)
    ('0.8-0.9', '0.9-1.0')
    """
    for low, high in itertools.pairwise(BANDS):
        if confidence < high or high == BANDS[-1]:
            return f"{low:.1f}-{high:.1f}"
    raise AssertionError("unreachable")


def shares(comparisons: Sequence[Comparison]) -> tuple[float, float]:
    """Return the shares of hits whose evidence is right and whose status is right."""
    hits = [pair for c in comparisons for pair in c.hits]
    if not hits:
        return (0.0, 0.0)
    evidence = sum(evidence_right(gold.quote, claim.quote) for gold, claim in hits)
    status = sum(gold.status == claim.status for gold, claim in hits)
    return (evidence / len(hits), status / len(hits))
