"""Outcomes of interventions told apart from them: "A hub opened. It has cut admissions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.changes import all_changes
from kg.extraction.levels import levels_in
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import without_repeats
from kg.extraction.ties import own_of, source_of
from kg.model import Claim, Direction, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Outcome, Sentence

NAME = "outcome-ties"
LEVEL = Direction.LEVEL
Row = tuple["Outcome", Status, int, int, float]


def find(scene: Scene) -> Iterator[Claim]:
    """Yield changes and levels with the intervention of which the words before them tell."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    for sentence, rows in _rows(scene).items():
        qualifiers = qualifiers_of(scene.reading, sentence)
        for outcome, status, start, end, sureness in rows:
            if outcome.measure == "coverage":
                continue  # how far a service reaches is mostly told of the vanguard alone
            figured = outcome.value is not None
            source = source_of(scene, sentence, start, end, figured=figured) or (
                own_of(scene, sentence, start, end) if outcome.direction is LEVEL else None
            )
            if source is None:
                continue
            for entity in source.entities:
                yield scene.claim(
                    Relation.OUTCOME,
                    entity,
                    outcome,
                    status,
                    start,
                    end,
                    rule=NAME,
                    confidence=round(sureness * source.sureness, 3),
                    qualifiers=qualifiers,
                )


def _rows(scene: Scene) -> dict[Sentence, list[Row]]:
    """Return the changes and levels of each sentence that tells any."""
    found: dict[Sentence, list[Row]] = {}
    for sentence, changes in all_changes(scene.reading, scene.vocabulary):
        for change in changes:
            for outcome in change.outcomes:
                row = (outcome, change.status, change.start, change.end, change.directness)
                found.setdefault(sentence, []).append(row)
    for level in levels_in(scene):
        row = (level.outcome, level.status, level.start, level.end, 0.8)
        found.setdefault(level.sentence, []).append(row)
    return found


V = "The Stockport Together vanguard has opened a recovery college. "
COLLEGE = "intervention:recovery-college"
USED = "outcome:service-uptake/level/300 people"

RULE = Rule(
    name=NAME,
    find=find,
    hits={
        (
            "More than 300 students have enrolled on recovery college courses in the "
            "Stockport Together vanguard."
        ): {("outcome", COLLEGE, USED, "reported")},
        V + "It has cut emergency admissions by 9%.": {
            ("outcome", COLLEGE, "outcome:emergency-admissions/decrease/9 percent", "reported"),
        },
        V + "It should save £250,000 a year.": {
            ("outcome", COLLEGE, "outcome:cost-savings/increase/250000 GBP", "expected"),
        },
        V + "In its first year it has helped 300 people.": {
            ("outcome", COLLEGE, USED, "reported"),
        },
        V + "Those who attend have gone to A&E less often.": {
            ("outcome", COLLEGE, "outcome:ae-attendances/decrease", "reported"),
        },
        V + "Emergency admissions fell by 9 per cent.": {
            ("outcome", COLLEGE, "outcome:emergency-admissions/decrease/9 percent", "reported"),
        },
        (
            "The Stockport Together vanguard has set up telehealth. It works well.\n\n"
            "The recovery college has students of all ages. So far 300 people have enrolled."
        ): {("outcome", COLLEGE, USED, "reported")},
        "The Stockport Together vanguard\n\nRecovery college\n\nA&E attendances are down by 9%.": {
            ("outcome", COLLEGE, "outcome:ae-attendances/decrease/9 percent", "reported"),
        },
    },
    misses=(
        V + "We have cut A&E attendances.",
        V + "Bosses hope for fewer emergency admissions.",
        V + "The partners also want to cut A&E attendances.",
        V + "Elsewhere in the county the hospital has cut readmissions.",
        V + "Across the borough as a whole, emergency admissions fell by 9 per cent.",
        (
            "The Stockport Together vanguard has opened a recovery college and a telehealth "
            "service. Emergency admissions fell by 9 per cent."
        ),
        (
            "The Stockport Together vanguard cut emergency admissions. It has also "
            "opened a recovery college."
        ),
        "The Stockport Together vanguard has a deficit. It has cut emergency admissions by 9%.",
    ),
)
