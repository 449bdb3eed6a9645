"""Outcomes in lists and tables: an item whose lead-in line, or whose column, tells the change."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.extraction.change import hoped
from kg.extraction.directions import resolve, senses_of
from kg.extraction.phrase import phrase_of
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import REACH, without_repeats
from kg.extraction.sizes import LEVEL_ROLES, fits
from kg.extraction.verdicts import LEVELS
from kg.model import BlockKind, Claim, Direction, Outcome, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure, Mention, Reading
    from kg.extraction.scene import Scene
    from kg.model import Sentence

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


def _row(scene: Scene, sentence: Sentence, head: Sentence) -> Iterator[Claim]:
    """Yield the changes of a table's row: a measure's cell, and a signed figure's cell."""
    reading = scene.reading
    mention = next(reading.within(sentence.start, sentence.end, "measure"), None)
    if mention is None:
        return
    header = reading.text[head.start : head.end]
    compared = _compared(reading.text, mention.end, sentence, header)
    if compared is not None:
        told, status, end = compared
        yield from _stated(scene, sentence, mention, told, status, [], mention.start, head, end)
        return
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


CELL = re.compile(r"[^|\t\n]+")
NUMBER = re.compile(r"[£]?(\d[\d,]*(?:\.\d+)?)\s*(?:%|per cent|m|k|days?|hours?)?\s*$")
OLD = re.compile(r"\b(?:before|baseline|previous|prior|start)\b", re.IGNORECASE)
NEW = re.compile(r"\b(?:after|now|latest|current|follow-up|end)\b", re.IGNORECASE)
GOAL = re.compile(
    r"\b(?:target|goal|aim|to be reached|planned?|forecast|expected)\b", re.IGNORECASE
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _compared(
    text: str, at: int, sentence: Sentence, header: str
) -> tuple[Direction, Status, int] | None:
    """Return which way a row went from its column "before" to its column "after"."""
    heads = [m[0].strip() for m in CELL.finditer(header)][-2:]
    cells = list(CELL.finditer(text, at, sentence.end))
    cells = [m for m in cells if m[0].strip()][-2:]
    if len(heads) != 2 or len(cells) != 2 or len(CELL.findall(header)) > 5:
        return None
    numbers = [NUMBER.match(m[0].strip()) for m in cells]
    years = [YEAR.search(head) for head in heads]
    goal = bool(GOAL.search(heads[1]))
    timed = bool(years[0] and years[1] and years[0][0] < years[1][0])
    if not (timed or (OLD.search(heads[0]) and (NEW.search(heads[1]) or goal))):
        return None
    if numbers[0] is None or numbers[1] is None:
        return None
    first, second = (Decimal(n[1].replace(",", "")) for n in numbers if n)
    if first == second:
        return None
    told = Direction.DECREASE if second < first else Direction.INCREASE
    return told, Status.EXPECTED if goal else Status.REPORTED, cells[1].end()


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
        (
            "Stockport Together vanguard: results\n\n| Measure | Before | After "
            "|\n|---|---|---|\n| Emergency admissions | 400 | 360 |\n| A&E attendances "
            "| 900 | 950 |"
        ): {
            ("outcome", "vanguard:stockport", "outcome:emergency-admissions/decrease", "reported"),
            ("outcome", "vanguard:stockport", "outcome:ae-attendances/increase", "reported"),
        },
        (
            "Stockport Together vanguard: results\n\n| Measure | Change |\n|---|---|\n| "
            "Bed days | -10% |"
        ): {
            ("outcome", "vanguard:stockport", "outcome:bed-days/decrease/10 percent", "reported"),
        },
    },
    misses=(
        (
            "The Stockport Together vanguard looks at:\n\n- 900 outpatient "
            "appointments\n- emergency admissions"
        ),
        (
            "Stockport Together vanguard\n\n| Measure | Page |\n|---|---|\n| Emergency "
            "admissions | 12 |"
        ),
        ("By 2020 the Stockport Together vanguard will have:\n\n- 900 outpatient appointments"),
    ),
)
