"""Barriers told as the lack of a help: "did not set clear objectives"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.difficulty import BARRIER
from kg.extraction.helping import NO
from kg.extraction.telling import clause, in_name, sure, told_sentences
from kg.model import Entity, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

OPPOSITES = {
    "shared-vision": "unclear-direction",
    "evaluation": "measurement",
    "relationships": "weak-relationships",
    "staff-engagement": "staff-engagement",
    "dedicated-funding": "funding",
    "shared-data": "it-systems",
    "improvement-method": "capability",
}
"""Enabler -> the barrier that its lack is."""


def find_missing(scene: Scene) -> Iterator[Claim]:
    """Yield, as barriers, the helps that the text says were missing: "did not set clear goals"."""
    for sentence in told_sentences(scene):
        for mention in scene.reading.mentions_in(sentence, "enabler"):
            opposite = OPPOSITES.get(mention.entity.id)
            if opposite is None or in_name(scene, mention):
                continue
            if not _missing(scene, sentence, mention):
                continue
            owner = scene.owner(sentence, mention.start)
            for entity in owner.entities if owner else ():
                yield scene.claim(
                    Relation.BARRIER,
                    entity,
                    Entity("barrier", opposite),
                    Status.REPORTED,
                    *clause(scene, sentence, mention.start, mention.end),
                    rule=BARRIER.rule,
                    confidence=sure(0.7, owner, mention.role),
                )


def _missing(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words say that a help is missing."""
    text = scene.reading.text
    lead = text[max(sentence.start, mention.start - 40) : mention.start]
    if mention.role != "cue":
        if NO.search(lead):
            return True
        told = scene.status(sentence, mention.start, mention.end)
        return told is Status.NEGATED and len(lead.split("not")[-1].split()) <= 3 and "not" in lead
    return bool(NO.search(lead)) and mention.entity.id == "evaluation"
