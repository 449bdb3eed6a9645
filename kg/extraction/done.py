"""Where a document tells interventions as done, for the rules that ask what came of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Entity, Status

if TYPE_CHECKING:
    from kg.extraction.scene import Scene

Done = dict[Entity, list[tuple[int, int]]]
"""Spans of the words that tell each intervention as done."""


@lru_cache(maxsize=1)
def what_is_done_where(scene: Scene) -> Done:
    """Return the words by which each intervention is told as done or planned.

    Only the last scene's answer is kept, for the rules that share it.
    """
    from kg.extraction.rules.interventions import find

    found: Done = {}
    for claim in find(scene):
        if claim.status is not Status.NEGATED and isinstance(claim.object, Entity):
            spans = found.setdefault(claim.object, [])
            spans += [(piece.start, piece.end) for piece in claim.evidence]
    return found
