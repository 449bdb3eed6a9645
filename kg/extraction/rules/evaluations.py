"""Evaluations: a body from outside that studies what vanguards do "implements" evaluation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.evaluators import judges
from kg.extraction.orgtypes import OUTSIDE, org_type
from kg.extraction.rule import Rule
from kg.extraction.telling import clause, told_sentences, whole
from kg.model import Entity, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

NAME = "evaluations"
_TO_COME = re.compile(r"\b(?:will|is to|are to|due to|plans? to|going to)\b")
EVALUATION = Entity("intervention", "evaluation-support")


def find(scene: Scene) -> Iterator[Claim]:
    """Yield each outside body that a passage on vanguards tells as studying them."""
    if not scene.owners.named:
        return
    text = scene.reading.text
    for sentence in told_sentences(scene):
        for mention in scene.reading.mentions_in(sentence, "org"):
            if org_type(scene.vocabulary, mention.entity) not in OUTSIDE:
                continue
            span = judges(text, sentence, mention)
            if span is None:
                continue
            status = _status(scene, sentence, *span)
            first, last = clause(scene, sentence, *span)
            if last - first < span[1] - span[0]:
                first, last = whole(sentence, *span)
            yield scene.claim(
                Relation.IMPLEMENTS,
                mention.entity,
                EVALUATION,
                status,
                first,
                last,
                rule=NAME,
                confidence=0.78,
            )


def _status(scene: Scene, sentence: Sentence, start: int, end: int) -> Status:
    """Return how a study is told: still to come only where the telling words say so themselves."""
    if _TO_COME.search(scene.reading.text, start, end):
        return Status.PLANNED
    told = scene.status(sentence, start, end)
    return told if told is Status.NEGATED else Status.REPORTED


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "A University of York team studied the Sunderland vanguard's first year.": {
            ("implements", "org:University of York", "intervention:evaluation-support", "reported"),
        },
        "The University of York has been brought in as evaluator of the Dudley vanguard.": {
            ("implements", "org:University of York", "intervention:evaluation-support", "reported"),
        },
        "A study of the Sunderland vanguard by the University of York found no change.": {
            ("implements", "org:University of York", "intervention:evaluation-support", "reported"),
        },
        "The University of York will follow patients of the Sunderland vanguard for a year.": {
            ("implements", "org:University of York", "intervention:evaluation-support", "planned"),
        },
    },
    misses=(
        "The University of York said it followed the Sunderland vanguard's news.",
        "Sunderland City Council looked at the Sunderland vanguard's budget.",
        "The Sunderland vanguard works with the University of York.",
        "The King's Fund says the vanguards should be studied.",
    ),
)
