"""Of several difficulties that the same words could tell of, the one they tell of.

"Rules on who may see the record" are about information, and not about regulators; "computers do not
talk to each other" tells of systems, not of people. A vague label gives way to any plain one of its
own phrase, some difficulties to others (`YIELDS`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.telling import clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

YIELDS = {
    "regulation": {"information-governance", "competition", "contracting", "capability"},
    "poor-communication": {"it-systems", "weak-relationships", "information-governance"},
    "commissioner-engagement": {"funding"},
    "weak-relationships": {"commissioner-engagement", "unclear-direction", "contracting"},
    "time-and-resources": {"funding", "workforce", "performance-pressure", "pace", "capability"},
    "pace": {"funding", "workforce", "it-systems", "information-governance", "contracting"},
    "capability": {"workforce", "funding"},
    "staff-engagement": {"workforce", "funding", "it-systems"},
    "separate-buildings": {"it-systems"},
    "rising-demand": {"performance-pressure", "funding", "workforce"},
    "culture": {"organisational-interest", "staff-engagement"},
    "organisational-form": {"contracting"},
    "unclear-direction": {"information-governance", "measurement"},
    "measurement": {"information-governance"},
}
"""Difficulty -> those to which it gives way in the same words."""

_PARTED = re.compile(r"[,;:]|\b(?:and|or|but|while|nor)\b")


def unrivalled(scene: Scene, sentence: Sentence, told: tuple[Mention, ...]) -> Iterator[Mention]:
    """Yield the labels of a sentence that give way to no other told in the same words."""
    if len(told) < 2:
        yield from told
        return
    text = scene.reading.text
    for mention in told:
        here = clause(scene, sentence, mention.start, mention.end)
        rivals = (
            other
            for other in told
            if other.entity != mention.entity
            and clause(scene, sentence, other.start, other.end) == here
        )
        if not any(_gives_way(text, mention, other) for other in rivals):
            yield mention


def _gives_way(text: str, mention: Mention, other: Mention) -> bool:
    """Whether a label gives way to another in the same clause."""
    first, last = sorted((mention, other), key=lambda m: m.start)
    together = not _PARTED.search(text, first.end, last.start)
    if mention.role == "cue" and other.role != "cue" and together:
        return True
    if mention.role == other.role == "cue" and together:
        mine = len(text[mention.start : mention.end].split())
        theirs = len(text[other.start : other.end].split())
        if mine < theirs and (mention.kind == "barrier" or mine == 1):
            return True
    yields = other.entity.id in YIELDS.get(mention.entity.id, ())
    if not yields or (mention.role != "cue" and other.role == "cue"):
        return False
    return together or mention.role == "cue"
