"""What a direction word means for a measure: "reduced complaints" is a better experience."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Direction

if TYPE_CHECKING:
    from kg.vocabulary import Concept, Vocabulary

OPPOSITE = {
    Direction.INCREASE: Direction.DECREASE,
    Direction.DECREASE: Direction.INCREASE,
    Direction.IMPROVE: Direction.WORSEN,
    Direction.WORSEN: Direction.IMPROVE,
}
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Senses:
    """Words that turn a direction round, from the vocabulary of directions."""

    adverse: frozenset[str]
    positive: frozenset[str]
    spending: frozenset[str]


@lru_cache(maxsize=4)
def senses_of(vocabulary: Vocabulary) -> Senses:
    """Read the words that turn a direction round."""
    found: dict[str, set[str]] = {"adverseWord": set(), "positiveWord": set(), "spendWord": set()}
    for concept in vocabulary.of("direction"):
        for key, value in concept.properties:
            if key in found:
                found[key].add(value)
    return Senses(
        frozenset(found["adverseWord"]),
        frozenset(found["positiveWord"]),
        frozenset(found["spendWord"]),
    )


def better(measure: Concept) -> Direction:
    """Return the direction in which a measure gets better."""
    return Direction(measure.get("betterDirection", "improve"))


def worse(measure: Concept) -> Direction:
    """Return the direction in which a measure gets worse."""
    return OPPOSITE[better(measure)]


def resolve(measure: Concept, words: str, told: Direction, senses: Senses) -> Direction:
    """Return the direction of the measure when its name `words` is told to go `told`.

    Amounts increase and decrease, qualities improve and worsen; `told` may be of either sort.
    """
    if told is Direction.MAINTAIN or told is Direction.LEVEL:
        return told
    named = set(_WORDS.findall(words.lower()))
    amount = measure.get("measureKind") == "amount"
    if told is Direction.IMPROVE:
        return better(measure)
    if told is Direction.WORSEN:
        return worse(measure)
    turned = bool(named & senses.positive) if amount else bool(named & senses.adverse)
    if amount:
        turned = turned or (better(measure) is Direction.INCREASE and bool(named & senses.spending))
        return OPPOSITE[told] if turned else told
    good = (told is Direction.INCREASE) != turned
    return Direction.IMPROVE if good else Direction.WORSEN
