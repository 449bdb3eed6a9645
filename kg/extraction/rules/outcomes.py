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
    figured = {
        (c.subject, c.object.measure, c.object.direction, c.status)
        for c in told
        if isinstance(c.object, Outcome) and c.object.value is not None
    }
    for claim in told:
        change = claim.object
        if isinstance(change, Outcome) and (
            change.value is not None
            or (claim.subject, change.measure, change.direction, claim.status) not in figured
        ):
            yield claim


RULE = Rule(name="outcomes", find=find, hits={}, misses=())
