"""Outcomes in lists and tables: an item whose lead-in line, or whose column, tells the change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.changes import hoped
from kg.extraction.directions import resolve, senses_of
from kg.extraction.phrase import phrase_of
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import REACH, without_repeats
from kg.extraction.sizes import LEVEL_ROLES, fits
from kg.model import BlockKind, Claim, Direction, Outcome, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure, Mention, Reading
    from kg.extraction.scene import Scene
    from kg.model import Sentence, Status

LONGEST = 300
SIGN = re.compile(r"(?P<down>[-−–↓▼])|(?P<up>[+↑▲])")
CHANGE_COLUMN = re.compile(r"\b(?:change|difference|result|effect|impact|trend)\b", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the changes that items and rows tell with the line above them."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    reading = scene.reading
    for sentence in reading.document.sentences:
        block = reading.document.blocks[sentence.block]
        if block.scope is None or block.kind not in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}:
            continue
        phrase = phrase_of(reading, sentence)
        if phrase is None or phrase.directions:
            continue
        lead = _last_sentence(reading, block.scope)
        if lead is None:
            continue
        if block.kind is BlockKind.TABLE_ROW:
            yield from _row(scene, sentence, lead)
        else:
            yield from _item(scene, sentence, lead)


def _last_sentence(reading: Reading, block: int) -> Sentence | None:
    """Return the last sentence of a block."""
    return next(reversed(tuple(reading.document.sentences_of(block))), None)


def _item(scene: Scene, sentence: Sentence, lead: Sentence) -> Iterator[Claim]:
    """Yield the changes of a list item whose lead-in ends in the word that tells them."""
    reading = scene.reading
    telling = next(reversed(reading.mentions_in(lead, "direction")), None)
    if telling is None or telling.entity.id == "level":
        return
    rest = reading.text[telling.end : lead.end]
    if len(re.findall(r"\w+", rest)) > 3 or not rest.rstrip().endswith((":", "in", "of", "\u2013")):
        return
    status = scene.status(lead, telling.start, telling.end)
    for mention in reading.mentions_in(sentence, "measure"):
        told = Direction(telling.entity.id)
        start = telling.start if sentence.end - telling.start <= LONGEST else sentence.start
        figures = [
            f
            for f in reading.figures_within(sentence.start, sentence.end)
            if fits(mention.entity.id, f)
        ]
        if mention.role in {"cue", "gain", "loss"} and not figures:
            continue
        yield from _stated(scene, sentence, mention, told, status, figures[:2], start, lead)
        return


def _row(scene: Scene, sentence: Sentence, head: Sentence) -> Iterator[Claim]:
    """Yield the changes of a table's row: a measure's cell, and a signed figure's cell."""
    reading = scene.reading
    mention = next(reading.within(sentence.start, sentence.end, "measure"), None)
    if mention is None:
        return
    header = reading.text[head.start : head.end]
    for figure in reading.figures_within(mention.end, sentence.end):
        before = reading.text[max(mention.end, figure.start - 3) : figure.start]
        sign = SIGN.search(before)
        if sign is None or not (CHANGE_COLUMN.search(header) or figure.unit == "percent"):
            continue
        if not fits(mention.entity.id, figure) and figure.role not in LEVEL_ROLES:
            continue
        told = Direction.DECREASE if sign["down"] else Direction.INCREASE
        status = scene.status(sentence, figure.start, figure.end)
        yield from _stated(
            scene, sentence, mention, told, status, [figure], mention.start, head, figure.end
        )
        return


def _stated(
    scene: Scene,
    sentence: Sentence,
    mention: Mention,
    told: Direction,
    status: Status,
    figures: list[Figure],
    start: int,
    lead: Sentence,
    end: int | None = None,
) -> Iterator[Claim]:
    """Yield a change for each subject and figure."""
    concept = scene.vocabulary.find("measure", mention.entity.id)
    owner = scene.owner(sentence, mention.start)
    if concept is None or owner is None:
        return
    words = scene.reading.text[mention.start : mention.end]
    direction = resolve(concept, words, told, senses_of(scene.vocabulary))
    status = hoped(status, concept.id)
    outcomes = [Outcome(concept.id, direction, f.value, f.unit) for f in figures]
    for entity in owner.entities:
        for outcome in outcomes or [Outcome(concept.id, direction)]:
            yield scene.claim(
                Relation.OUTCOME,
                entity,
                outcome,
                status,
                start,
                end or sentence.end,
                rule="outcome-lists",
                confidence=round(0.85 * REACH.get(owner.reach, 0.8), 3),
                qualifiers=qualifiers_of(scene.reading, sentence, lead),
            )


RULE = Rule(name="outcome-lists", find=find, hits={}, misses=())
