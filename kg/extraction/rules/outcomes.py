"""Outcomes: a change told in a sentence, of whoever the sentence is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.changes import all_changes
from kg.extraction.outcome_owner import outcome_owner
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
            owner = outcome_owner(scene, sentence, change.at)
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
    figured: dict[tuple[Entity, str, Direction, Status], dict[Outcome, None]] = {}
    for claim in told:
        change = claim.object
        if isinstance(change, Outcome) and change.value is not None:
            key = (claim.subject, change.measure, change.direction, claim.status)
            figured.setdefault(key, {})[change] = None
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


RULE = Rule(
    name="outcomes",
    find=find,
    hits={
        "Emergency admissions in the Stockport Together vanguard fell by 9%.": {
            (
                "outcome",
                "vanguard:stockport",
                "outcome:emergency-admissions/decrease/9 percent",
                "reported",
            ),
        },
        "The Stockport Together vanguard reduced A&E attendances and lengths of stay.": {
            ("outcome", "vanguard:stockport", "outcome:ae-attendances/decrease", "reported"),
            ("outcome", "vanguard:stockport", "outcome:length-of-stay/decrease", "reported"),
        },
        (
            "In the Stockport Together vanguard bed days and readmissions fell by "
            "6% and 13% respectively."
        ): {
            ("outcome", "vanguard:stockport", "outcome:bed-days/decrease/6 percent", "reported"),
            (
                "outcome",
                "vanguard:stockport",
                "outcome:readmissions/decrease/13 percent",
                "reported",
            ),
        },
        "The Stockport Together vanguard hopes to save £5m and to improve access.": {
            (
                "outcome",
                "vanguard:stockport",
                "outcome:cost-savings/increase/5000000 GBP",
                "expected",
            ),
            ("outcome", "vanguard:stockport", "outcome:access/improve", "expected"),
        },
        "No difference in readmissions was found in the Stockport Together vanguard.": {
            ("outcome", "vanguard:stockport", "outcome:readmissions/decrease", "negated"),
        },
        "Bed days in the Stockport Together vanguard grew more slowly than elsewhere.": {
            ("outcome", "vanguard:stockport", "outcome:bed-days/decrease", "reported"),
        },
        "A 10-15% reduction in falls is expected in the Stockport Together vanguard.": {
            ("outcome", "vanguard:stockport", "outcome:falls/decrease/10 percent", "expected"),
            ("outcome", "vanguard:stockport", "outcome:falls/decrease/15 percent", "expected"),
        },
        "Bed days in the Stockport Together vanguard fell from 400 days to 350 days.": {
            ("outcome", "vanguard:stockport", "outcome:bed-days/decrease", "reported"),
        },
        "The Stockport Together vanguard wanted to cut readmissions, but they rose.": {
            ("outcome", "vanguard:stockport", "outcome:readmissions/decrease", "expected"),
            ("outcome", "vanguard:stockport", "outcome:readmissions/increase", "reported"),
        },
        "In the Stockport Together vanguard the drugs bill, though, has not come down.": {
            ("outcome", "vanguard:stockport", "outcome:prescribing/decrease", "negated"),
        },
        "The Stockport Together vanguard sent out 75 additional ambulances.": {
            (
                "outcome",
                "vanguard:stockport",
                "outcome:ambulance-use/increase/75 count",
                "reported",
            ),
        },
        "The rise in admissions in the Stockport Together vanguard has been halted.": {
            ("outcome", "vanguard:stockport", "outcome:emergency-admissions/decrease", "reported"),
        },
        (
            "In the Stockport Together vanguard the wait for a clinic appointment is now "
            "two weeks, down from six."
        ): {
            ("outcome", "vanguard:stockport", "outcome:waiting-times/decrease", "reported"),
        },
        (
            "The Stockport Together vanguard had fewer complaints and cut prescribing costs by £2m."
        ): {
            ("outcome", "vanguard:stockport", "outcome:patient-experience/improve", "reported"),
            (
                "outcome",
                "vanguard:stockport",
                "outcome:prescribing/decrease/2000000 GBP",
                "reported",
            ),
        },
    },
    misses=(
        "Has the Stockport Together vanguard cut admissions?",
        "The Stockport Together vanguard looks at emergency admissions each week.",
        ("The Stockport Together vanguard has the highest emergency admissions in the country."),
        "The Stockport Together vanguard said 40% of A&E attendances were avoidable.",
        (
            "It is too early to say whether admissions have fallen in the Stockport "
            "Together vanguard."
        ),
        ("Without it, admissions would have risen by 6%, the Stockport Together vanguard says."),
        "The Stockport Together vanguard has opened a social prescribing service.",
        "At Stockport Together they note that A&E attendances rose 2.4% across England.",
        "Posts in the Stockport Together vanguard have not been filled.",
    ),
)
