"""Outcomes in lists: an item whose lead-in line tells the change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.change import hoped
from kg.extraction.directions import resolve, senses_of
from kg.extraction.outcome_owner import outcome_owner
from kg.extraction.phrase import phrase_of
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import REACH, without_repeats
from kg.extraction.sizes import fits
from kg.extraction.verdicts import LEVELS
from kg.model import BlockKind, Claim, Direction, Outcome, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure, Mention, Reading
    from kg.extraction.scene import Scene
    from kg.model import Sentence, Status

LONGEST = 300


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the changes that items tell with the line above them."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    reading = scene.reading
    for sentence in reading.document.sentences:
        block = reading.document.blocks[sentence.block]
        if block.scope is None or block.kind is not BlockKind.LIST_ITEM:
            continue
        phrase = phrase_of(reading, sentence)
        if phrase is None or phrase.directions:
            continue
        lead = _last_sentence(reading, block.scope)
        if lead is None:
            continue
        yield from _item(scene, sentence, lead)


def _last_sentence(reading: Reading, block: int) -> Sentence | None:
    """Return the last sentence of a block."""
    return next(reversed(tuple(reading.document.sentences_of(block))), None)


def _item(scene: Scene, sentence: Sentence, lead: Sentence) -> Iterator[Claim]:
    """Yield the changes of a list item whose lead-in ends in the word that tells them."""
    reading = scene.reading
    names = reading.mentions_in(lead, "vanguard", "org")
    words = [
        m
        for m in reading.mentions_in(lead, "direction")
        if not any(n.start <= m.start and m.end <= n.end for n in names)
    ]
    telling = words[-1] if words else None
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
        if mention.entity.id in LEVELS:
            continue
        if mention.role in {"cue", "gain", "loss"} and not figures:
            continue
        yield from _stated(scene, sentence, mention, told, status, figures[:2], start, lead)
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
    owner = outcome_owner(scene, sentence, mention.start)
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


RULE = Rule(
    name="outcome-lists",
    find=find,
    hits={
        (
            "By 2020 the Stockport Together vanguard will have avoided:\n\n- 900 "
            "outpatient appointments\n- 400 emergency admissions"
        ): {
            (
                "outcome",
                "vanguard:stockport",
                "outcome:outpatient-appointments/decrease/900 count",
                "expected",
            ),
            (
                "outcome",
                "vanguard:stockport",
                "outcome:emergency-admissions/decrease/400 count",
                "expected",
            ),
        },
        ("The Stockport Together vanguard has seen a fall in:\n\n- bed days\n- A&E attendances"): {
            ("outcome", "vanguard:stockport", "outcome:bed-days/decrease", "reported"),
            ("outcome", "vanguard:stockport", "outcome:ae-attendances/decrease", "reported"),
        },
        "The Stockport Together vanguard aims to reduce:\n\n- readmissions": {
            ("outcome", "vanguard:stockport", "outcome:readmissions/decrease", "expected"),
        },
    },
    misses=(
        (
            "The Stockport Together vanguard looks at:\n\n- 900 outpatient "
            "appointments\n- emergency admissions"
        ),
        "The Stockport Together vanguard cut staff in:\n\n- its office\n- its stores",
        ("By 2020 the Stockport Together vanguard will have:\n\n- 900 outpatient appointments"),
    ),
)
