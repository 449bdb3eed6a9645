"""Outcomes: a change told in a sentence, of whoever the sentence is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.changes import all_changes
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.model import Claim, Outcome, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.scene import Scene
    from kg.model import Direction, Entity, Status

REACH = {"sentence": 1.0, "pronoun": 0.97, "paragraph": 0.93, "section": 0.9, "document": 0.85}
"""How sure a subject is by how far it was sought."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the changes that sentences tell, each for every subject of the sentence."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    for sentence, changes in all_changes(scene.reading, scene.vocabulary):
        qualifiers = qualifiers_of(scene.reading, sentence)
        for change in changes:
            owner = scene.owner(sentence, change.at)
            if owner is None:
                continue
            for entity in owner.entities:
                for outcome in change.outcomes:
                    yield scene.claim(
                        Relation.OUTCOME,
                        entity,
                        outcome,
                        change.status,
                        change.start,
                        change.end,
                        rule="outcomes",
                        confidence=round(change.directness * REACH.get(owner.reach, 0.8), 3),
                        qualifiers=qualifiers,
                    )


def without_repeats(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those that another one states with a figure besides."""
    told = list(claims)
    figured: dict[tuple[Entity, str, Direction, Status], list[Outcome]] = {}
    for claim in told:
        change = claim.object
        if isinstance(change, Outcome) and change.value is not None:
            key = (claim.subject, change.measure, change.direction, claim.status)
            figured.setdefault(key, []).append(change)
    for claim in told:
        change = claim.object
        if not isinstance(change, Outcome):
            continue
        key = (claim.subject, change.measure, change.direction, claim.status)
        if change.value is None and key in figured:
            continue
        if change.value is not None and any(_rounder(change, o) for o in figured.get(key, ())):
            continue
        yield claim


def _rounder(change: Outcome, other: Outcome) -> bool:
    """Whether a figure only rounds another one: "about 3 per cent" beside "2.9 per cent"."""
    if change.unit != other.unit or change.value is None or other.value is None:
        return False
    if change.value == other.value or change.value != change.value.to_integral_value():
        return False
    exact = other.value != other.value.to_integral_value()
    return exact and abs(change.value - other.value) < 1


RULE = Rule(name="outcomes", find=find, hits={}, misses=())
