"""Which intervention is for certain people, as the words around both say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.longest import BESIDE
from kg.extraction.meant_for import GIVEN, LINK
from kg.extraction.telling import clause, near, previous

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

BY_OTHERS = frozenset({"staff-training", "self-care-support", "risk-stratification"})
"""Interventions whose labels tell of people whom the thing is not for."""

FOR_BODIES = frozenset(
    {
        "accountable-care-system",
        "capitated-budget",
        "co-location",
        "diagnostic-network",
        "evaluation-support",
        "hospital-group",
        "integrated-contract",
        "integrated-primary-care",
        "joint-governance",
        "joint-procurement",
        "pooled-budget",
        "programme-management-office",
        "shared-it-system",
        "shared-rota",
        "shared-support-services",
        "workforce-redesign",
    }
)
"""Interventions that order how bodies work, and are for certain people only where it is said."""

_IT = re.compile(
    r"\W*(?:it|they|these|this|the|both)\s+(?:(?:new\s+)?(?:service|team|scheme|clinic|hub|programme"
    r"|line|project|unit|college|group|class|course|visit|nurse|worker|teams|clinics|nurses|workers)"
    r"s?\s+)?(?:is|are|was|were|has|have|had|will|can|also|now|began|start\w*|help\w*|serv\w+|see|sees"
    r"|visit\w*|look\w*|support\w*|take|takes|cover\w*|treat\w*|work\w*)\b",
    re.IGNORECASE,
)
"""What opens a sentence that goes on about a thing just named."""


def enclosing(scene: Scene, mention: Mention) -> list[Mention]:
    """Return the intervention whose label runs around these people: "put carers in touch with"."""
    around = scene.reading.within(mention.start - 80, mention.end + 80, "intervention")
    return [
        m
        for m in around
        if m.start <= mention.start
        and mention.end <= m.end
        and m.role in {"hidden", BESIDE}
        and m.entity.id not in BY_OTHERS
    ]


def serving(scene: Scene, sentence: Sentence, mention: Mention) -> Mention | None:
    """Return the intervention that is for the people of a mention, if one is said to be.

    One whose label runs around them, one that a word of serving ties to them, the only one of
    their clause, or that of the sentence before, where this one opens with "It" or "The team".
    """
    found = enclosing(scene, mention) or [
        m
        for m in scene.reading.within(
            near(sentence, mention.start, mention.end, 200)[0], mention.start, "intervention"
        )
        if m.role != "cue" and LINK.fullmatch(scene.reading.text, m.end, mention.start)
    ]
    if found:
        return found[-1]
    lead = scene.reading.text[max(sentence.start, mention.start - 40) : mention.start]
    if re.search(r"\b(?:gives?|gave|offers?|offered)\b", lead):
        for after in scene.reading.within(
            mention.end, near(sentence, mention.start, mention.end, 100)[1], "intervention"
        ):
            if GIVEN.fullmatch(scene.reading.text, mention.end, after.start):
                return after
    if mention.entity.id == "whole-population":
        return None
    here = _only(scene, *clause(scene, sentence, mention.start, mention.end))
    if here is not None or not _IT.match(scene.reading.text, sentence.start, mention.start):
        return here
    before = previous(scene, sentence)
    return _only(scene, before.start, before.end) if before is not None else None


def _only(scene: Scene, start: int, end: int) -> Mention | None:
    """Return the intervention of a span for people, where it names one and no more."""
    found = [
        m
        for m in scene.reading.within(start, end, "intervention")
        if m.role != "cue" and m.entity.id not in BY_OTHERS | FOR_BODIES
    ]
    return found[0] if len({m.entity for m in found}) == 1 else None
