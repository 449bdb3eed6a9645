"""Outcomes in tables: a row names the measure, a column says when or whether it is so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.extraction.change import hoped
from kg.extraction.directions import better, resolve, senses_of
from kg.extraction.outcome_owner import outcome_owner
from kg.extraction.own_measures import own_measures
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.reading import Figure
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import REACH, without_repeats
from kg.extraction.sizes import fits
from kg.extraction.table_words import (
    BESIDE,
    CELL,
    CHANGE_COLUMN,
    GOAL,
    NEW,
    NOTHING,
    NUMBER,
    OLD,
    OTHERS,
    PLACES,
    SIGNED,
    SPACED,
    WHOLE,
    YEAR,
)
from kg.extraction.verdicts import LEVELS
from kg.model import BlockKind, Claim, Direction, Outcome, Relation, Status

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    said: str


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the changes and levels that rows tell with the header above them."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    reading = scene.reading
    for sentence in reading.document.sentences:
        block = reading.document.blocks[sentence.block]
        if block.kind is not BlockKind.TABLE_ROW or block.scope is None:
            continue
        lead = next(reversed(tuple(reading.document.sentences_of(block.scope))), None)
        if lead is None:
            continue
        cells = _cells(reading.text, sentence.start, sentence.end)
        heads = _cells(reading.text, lead.start, lead.end)
        if len(cells) > 1 and len(heads) <= len(cells):
            # An empty first head is no cell of the header.
            names = [""] * (len(cells) - len(heads)) + [h.said for h in heads]
            yield from _row(scene, sentence, lead, cells, names)


def _cells(text: str, start: int, end: int) -> list[_Cell]:
    """Return the cells of a row that hold anything: parted by bars, tabs or wide gaps."""
    row = text[start:end]
    pattern = CELL if "|" in row or "\t" in row else SPACED
    found = [
        _Cell(m.start() + len(m[0]) - len(m[0].lstrip()), m.end(), m[0].strip())
        for m in pattern.finditer(text, start, end)
    ]
    return [_Cell(c.start, c.start + len(c.said), c.said) for c in found if c.said]


def _row(
    scene: Scene, sentence: Sentence, lead: Sentence, cells: list[_Cell], names: list[str]
) -> Iterator[Claim]:
    """Yield what a row's cells tell of the measure in its first."""
    label = cells[0]
    named = [m for m in own_measures(scene.reading, sentence) if m.end <= label.end]
    mention = next((m for m in named if m.role not in {"gain", "loss"}), None)
    if PLACES.match(label.said) and (mention is None or mention.entity.id in LEVELS):
        yield from _levels(scene, sentence, lead, cells, names)
        return
    if mention is None or mention.entity.id in LEVELS:
        return
    told = list(_told(scene, mention, cells, names))
    for direction, status, figure, end in told:
        yield from _stated(scene, sentence, lead, mention, direction, status, figure, end)


def _told(
    scene: Scene, mention: Mention, cells: list[_Cell], names: list[str]
) -> Iterator[tuple[Direction, Status, Figure | None, int]]:
    """Yield (direction, status, figure, end) for each cell that tells a change."""
    concept = scene.vocabulary.find("measure", mention.entity.id)
    if concept is None:
        return
    compared = _compared(cells, names)
    if compared is not None:
        yield (*compared[:2], None, compared[2])
        return
    words = scene.reading.text[mention.start : mention.end]
    for cell, name in zip(cells[1:], names[1:], strict=True):
        if OTHERS.search(name) and not BESIDE.search(name):
            continue
        goal = bool(GOAL.search(name))
        if NOTHING.fullmatch(cell.said) and not goal:
            yield better(concept), Status.NEGATED, None, cell.end
            continue
        sign = SIGNED.match(cell.said)
        if sign is None:
            continue
        figure = _figure(cell, sign)
        if not (goal or CHANGE_COLUMN.search(name) or figure.unit == "percent" or NEW.search(name)):
            continue
        if not fits(concept.id, figure):
            continue
        told = Direction.DECREASE if sign["down"] else Direction.INCREASE
        way = resolve(concept, words, told, senses_of(scene.vocabulary))
        yield way, Status.EXPECTED if goal else Status.REPORTED, figure, cell.end


def _figure(cell: _Cell, sign: re.Match[str]) -> Figure:
    """Return the figure of a signed cell."""
    unit = (sign["unit"] or "").lower()
    kind = "percent" if unit in {"%", "per cent"} else f"{unit.rstrip('s')}s" if unit else "count"
    value = Decimal(sign["value"].replace(",", ""))
    return Figure(cell.start, cell.end, value, "GBP" if sign["money"] else kind, "", "by")


def _compared(cells: list[_Cell], names: list[str]) -> tuple[Direction, Status, int] | None:
    """Return which way a row went from its column "before" to its column "after"."""
    if len(cells) < 3 or len(cells) > 5:
        return None
    (first, second), heads = cells[-2:], names[-2:]
    numbers = [NUMBER.match(first.said), NUMBER.match(second.said)]
    years = [YEAR.search(head) for head in heads]
    goal = bool(GOAL.search(heads[1]))
    timed = bool(years[0] and years[1] and years[0][0] < years[1][0])
    if not (timed or (OLD.search(heads[0]) and (NEW.search(heads[1]) or goal))):
        return None
    if numbers[0] is None or numbers[1] is None:
        return None
    old, new = (Decimal(n[1].replace(",", "")) for n in numbers if n)
    if old == new:
        return None
    told = Direction.DECREASE if new < old else Direction.INCREASE
    return told, Status.EXPECTED if goal else Status.REPORTED, second.end


def _levels(
    scene: Scene, sentence: Sentence, lead: Sentence, cells: list[_Cell], names: list[str]
) -> Iterator[Claim]:
    """Yield how many places take part: "Practices that use the record | 51 | 38"."""
    owner = outcome_owner(scene, sentence, cells[0].start)
    done = [
        m.entity
        for m in scene.reading.within(cells[0].start, cells[0].end, "intervention")
        if m.role != "cue"
    ]
    for cell, name in zip(cells[1:], names[1:], strict=True):
        known = GOAL.search(name) or NEW.search(name)
        if not WHOLE.fullmatch(cell.said) or owner is None or not known:
            continue
        value = Decimal(cell.said.replace(",", ""))
        outcome = Outcome("coverage", Direction.LEVEL, value, "sites")
        status = Status.EXPECTED if GOAL.search(name) else Status.REPORTED
        for entity in (*owner.entities, *dict.fromkeys(done)):
            yield _claim(scene, sentence, lead, entity, outcome, status, 0.6, cell.end)


def _stated(
    scene: Scene,
    sentence: Sentence,
    lead: Sentence,
    mention: Mention,
    direction: Direction,
    status: Status,
    figure: Figure | None,
    end: int,
) -> Iterator[Claim]:
    """Yield a change for each subject of the row."""
    owner = outcome_owner(scene, sentence, mention.start)
    if owner is None:
        return
    measure = mention.entity.id
    if figure is None:
        outcome = Outcome(measure, direction)
    else:
        outcome = Outcome(measure, direction, figure.value, figure.unit)
    sure = round(0.85 * REACH.get(owner.reach, 0.8), 3)
    for entity in owner.entities:
        told = hoped(status, measure)
        yield _claim(scene, sentence, lead, entity, outcome, told, sure, end)


def _claim(
    scene: Scene,
    sentence: Sentence,
    lead: Sentence,
    entity: Entity,
    outcome: Outcome,
    status: Status,
    confidence: float,
    end: int,
) -> Claim:
    return scene.claim(
        Relation.OUTCOME,
        entity,
        outcome,
        status,
        sentence.start,
        end,
        rule="outcome-tables",
        confidence=confidence,
        qualifiers=qualifiers_of(scene.reading, sentence, lead),
    )


RULE = Rule(
    name="outcome-tables",
    find=find,
    hits={
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
            "Bed days | -10% |\n| Readmissions | no difference |"
        ): {
            ("outcome", "vanguard:stockport", "outcome:bed-days/decrease/10 percent", "reported"),
            ("outcome", "vanguard:stockport", "outcome:readmissions/decrease", "negated"),
        },
        (
            "Stockport Together vanguard: results\n\n| Measure | Plan | Actual |\n|---|---|---|\n"
            "| Emergency admissions | -5% | +2% |\n| Practices taking part | 51 | 38 |"
        ): {
            (
                "outcome",
                "vanguard:stockport",
                "outcome:emergency-admissions/decrease/5 percent",
                "expected",
            ),
            (
                "outcome",
                "vanguard:stockport",
                "outcome:emergency-admissions/increase/2 percent",
                "reported",
            ),
            ("outcome", "vanguard:stockport", "outcome:coverage/level/51 sites", "expected"),
            ("outcome", "vanguard:stockport", "outcome:coverage/level/38 sites", "reported"),
        },
    },
    misses=(
        (
            "Stockport Together vanguard\n\n| Measure | Page |\n|---|---|\n| Emergency "
            "admissions | 12 |"
        ),
        (
            "Stockport Together vanguard\n\n| Measure | Plan | Cost |\n|---|---|---|\n"
            "| Readmissions | yes | no |"
        ),
        "Stockport Together vanguard\n\n| Measure | Note |\n|---|---|\n| Falls | see page 3 |",
    ),
)
