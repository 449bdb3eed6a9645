"""Levels: how many people, homes or beds a site serves, and how many people use a service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.levels import levels_in
from kg.extraction.outcome_owner import outcome_owner
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import REACH
from kg.model import Claim, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene


def find(scene: Scene) -> Iterator[Claim]:
    """Yield coverage and uptake told as figures with no change."""
    for level in levels_in(scene):
        owner = outcome_owner(scene, level.sentence, level.at)
        for entity in owner.entities if owner else ():
            if entity.kind == "org" and level.measure == "coverage":
                continue  # how many homes a firm has is no outcome
            yield scene.claim(
                Relation.OUTCOME,
                entity,
                level.outcome,
                level.status,
                level.start,
                level.end,
                rule="outcome-levels",
                confidence=round(0.85 * REACH.get(owner.reach if owner else "", 0.8), 3),
            )


RULE = Rule(
    name="outcome-levels",
    find=find,
    hits={
        "The Stockport Together vanguard serves a population of 230,000 people.": {
            ("outcome", "vanguard:stockport", "outcome:coverage/level/230000 people", "reported"),
        },
        "The Stockport Together vanguard covers 27 care homes and 45 GP practices.": {
            ("outcome", "vanguard:stockport", "outcome:coverage/level/27 sites", "reported"),
            ("outcome", "vanguard:stockport", "outcome:coverage/level/45 sites", "reported"),
        },
        ("More than 1,200 people have used the crisis cafe of the Stockport Together vanguard."): {
            (
                "outcome",
                "vanguard:stockport",
                "outcome:service-uptake/level/1200 people",
                "reported",
            ),
        },
    },
    misses=(
        "The Stockport Together vanguard has 300 staff.",
        "Emergency admissions in the Stockport Together vanguard fell by 9%.",
        "The Stockport Together vanguard joined 49 other vanguards.",
    ),
)
