"""Enablers: see `kg.extraction.difficulty`, which tells how both are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.difficulty import ENABLER, find_told
from kg.extraction.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Claim


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the enablers that the document tells of."""
    yield from find_told(scene, ENABLER)


RULE = Rule(
    name=ENABLER.rule,
    find=find,
    hits={},
    misses=(),
)
