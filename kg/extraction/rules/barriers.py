"""Barriers: see `kg.extraction.difficulty`, which tells how both are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.difficulty import BARRIER, find_missing, find_told
from kg.extraction.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Claim


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the barriers that the document tells of."""
    yield from find_told(scene, BARRIER)
    yield from find_missing(scene)


RULE = Rule(
    name=BARRIER.rule,
    find=find,
    hits={},
    misses=(),
)
