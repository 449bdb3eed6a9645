"""Populations: the people at whom a vanguard, a kind of vanguard or an intervention is directed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.meant_for import (
    AGED,
    BUDGET,
    CAN_USE,
    DIRECTED,
    FOR_WHOM,
    HOMES,
    MEANT,
    NOT_FOR,
    WISHED,
)
from kg.extraction.not_served import not_served
from kg.extraction.rule import Rule
from kg.extraction.served import serving
from kg.extraction.telling import (
    clause,
    cue_in,
    in_name,
    near,
    sure,
    told_sentences,
    without_wishes,
)
from kg.model import BlockKind, Relation, Status
from kg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Entity, Sentence
    from kg.vocabulary import Vocabulary

NAME = "populations"


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the people for whom each owner, and an intervention in the same clause, is meant."""
    return without_wishes(_told(scene))


def _told(scene: Scene) -> Iterator[Claim]:
    """Yield every telling of it, wishes included."""
    for sentence in told_sentences(scene):
        for mention in scene.reading.mentions_in(sentence, "population"):
            if mention.role == "cue" and mention.entity.id == "whole-population":
                continue
            if _counted(scene, sentence, mention):
                continue
            if not_served(scene.reading.text, sentence, mention):
                continue
            if in_name(scene, mention, "model") or not _directed(scene, sentence, mention):
                continue
            owner = scene.owner(sentence, mention.start)
            if owner is None:
                continue
            status = _status(scene, sentence, mention)
            if status is Status.NEGATED and not NOT_FOR.search(
                scene.reading.text[max(sentence.start, mention.start - 30) : mention.start]
            ):
                continue
            span = clause(scene, sentence, mention.start, mention.end)
            for entity in owner.entities:
                if entity.kind not in {"vanguard", "model"}:
                    continue
                for population in nested(scene, mention):
                    yield scene.claim(
                        Relation.POPULATION,
                        entity,
                        population,
                        status,
                        *span,
                        rule=NAME,
                        confidence=sure(0.82, owner, mention.role),
                    )
            served = serving(scene, sentence, mention)
            if served is not None and owner.entities[0].kind in {"vanguard", "model", "programme"}:
                around = min(served.start, mention.start), max(served.end, mention.end)
                yield scene.claim(
                    Relation.POPULATION,
                    served.entity,
                    mention.entity,
                    status,
                    *(around if served.start >= sentence.start else span),
                    rule=NAME,
                    confidence=sure(0.78, owner, mention.role),
                )


def _status(scene: Scene, sentence: Sentence, mention: Mention) -> Status:
    """Return how it is told; the purpose of what is done ("to help older people") is a fact."""
    status = scene.status(sentence, mention.start, mention.end)
    if status is Status.EXPECTED and not WISHED.search(
        scene.reading.text, near(sentence, mention.start, mention.end)[0], mention.start
    ):
        marks = list(
            MEANT.finditer(
                scene.reading.text, near(sentence, mention.start, mention.end)[0], mention.start
            )
        )
        if marks:
            before = scene.status(sentence, marks[-1].start(), marks[-1].start())
            return Status.REPORTED if before is Status.EXPECTED else before
        return Status.REPORTED
    return status


@cache
def _labels(vocabulary: Vocabulary) -> dict[tuple[str, ...], Entity]:
    """Return the labels of populations by their words."""
    return {
        tuple(fold(label.text).split()): concept.entity
        for concept in vocabulary.of("population")
        for label in concept.labels
        if label.role in {"pref", "alt", "hidden"}
    }


def nested(scene: Scene, mention: Mention) -> tuple[Entity, ...]:
    """Return the population of a mention, and those that shorter labels inside it name."""
    words = tuple(fold(scene.reading.text[mention.start : mention.end]).split())
    labels = _labels(scene.vocabulary)
    found = [mention.entity]
    for i in range(len(words)):
        for j in range(i + 1, len(words) + 1):
            entity = labels.get(words[i:j])
            if entity is not None and entity not in found and j - i < len(words):
                found.append(entity)
    return tuple(e for e in found if e.id != "whole-population" or e == mention.entity)


def _directed(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether something is said to be for these people."""
    start, _ = clause(scene, sentence, mention.start, mention.end)
    words = scene.reading.text[mention.start : mention.end]
    if re.match(r"(?:for|to|aimed at|target\w*|supporting)\b", words, re.IGNORECASE):
        return True
    block = scene.reading.document.blocks[sentence.block]
    if block.kind is BlockKind.TABLE_ROW and block.scope is not None:
        head = scene.reading.document.blocks[block.scope]
        return FOR_WHOM.search(scene.reading.text, head.start, head.end) is not None
    if CAN_USE.match(scene.reading.text, mention.end, sentence.end):
        return True
    if mention.role != "cue" or mention.entity.id == "care-home-residents":
        return True
    return cue_in(scene, max(start, mention.start - 60), mention.start, "directed-at") is not None


def _counted(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words are no people served: part of a measure, or of how money is shared out."""
    text = scene.reading.text
    if any(
        m.start <= mention.start
        and mention.end <= m.end
        and m.role != "cue"
        and not DIRECTED.match(text, m.start, mention.start)
        for m in scene.reading.within(mention.start - 60, mention.end + 60, "measure")
    ):
        return True
    if text[mention.start : mention.end].casefold() == "over":
        return AGED.match(text, mention.end) is None
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    if mention.entity.id == "whole-population" and BUDGET.search(lead):
        return True
    return (
        mention.role == "cue"
        and mention.entity.id == "care-home-residents"
        and not HOMES.search(text, max(0, mention.start - 400), mention.end + 400)
    )


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "The Sutton vanguard\n\nWho is it for?\n\nOlder people, mainly.": {
            ("population", "vanguard:sutton", "population:older-people", "reported"),
        },
        "The Sutton vanguard has a walking group. Carers may come too.": {
            ("population", "vanguard:sutton", "population:carers", "reported"),
        },
        "The Sunderland vanguard supports older people at home.": {
            ("population", "vanguard:sunderland", "population:older-people", "reported"),
        },
        "The Stockport vanguard set up multidisciplinary teams for people with complex needs.": {
            (
                "population",
                "intervention:multidisciplinary-team",
                "population:complex-needs",
                "reported",
            ),
            ("population", "vanguard:stockport", "population:complex-needs", "reported"),
        },
        "Care home vanguards aim to improve health care for care home residents.": {
            (
                "population",
                "model:enhanced-health-in-care-homes",
                "population:care-home-residents",
                "expected",
            ),
        },
        "Among those on the books of the Sutton vanguard are over-75s.": {
            ("population", "vanguard:sutton", "population:older-people", "reported"),
        },
        "The Sutton vanguard will offer a service for carers.": {
            ("population", "vanguard:sutton", "population:carers", "planned"),
        },
    },
    misses=(
        "The Sutton vanguard pays out of a single budget for the whole population.",
        "Older people make up a fifth of the borough.",
        "The Sunderland vanguard was visited by children.",
        "Nationwide, older people wait longest. The Sutton vanguard was named in 2015.",
        "As an older person, I read about the Sutton vanguard.",
        "Vanguards are no longer confined to older people.",
    ),
)
