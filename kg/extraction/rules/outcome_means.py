"""Outcomes of interventions that the next sentence gives as the means: "It did this by …"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.changes import all_changes
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import without_repeats
from kg.model import Claim, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.change import Change
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

NAME = "outcome-means"
DID_SO = re.compile(
    r"\W*(?:it|they|we|this|that|these|the \w+)\s+"
    r"(?:has |have |had |was |were |is |are |did |does )*"
    r"(?:this |so |that |it )?(?:been )?"
    r"(?:achieved|done|managed|made possible|possible|delivered|due|partly"
    r"|largely|mainly|did|thanks|came about)?\s*(?:this |that |so )?"
    r"(?:by|through|using|thanks to|because of|as a result of|to)\s"
    r"|\W*(?:to (?:do|achieve) (?:so|this|that)|the (?:reasons?|means|keys?) (?:is|are|was"
    r"|were))\b",
    re.IGNORECASE,
)
"""An opening that goes on to say by what means the change before was brought about."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the changes of a sentence with the interventions by which the next says they came."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    told = dict(all_changes(scene.reading, scene.vocabulary))
    for sentence, following in pairwise(scene.reading.document.sentences):
        changes = [c for c in told.get(sentence, ()) if c.status is Status.REPORTED]
        if not changes or following.block > sentence.block + 1:
            continue
        did = DID_SO.match(scene.reading.text, following.start, following.end)
        if did is None:
            continue
        for mention in scene.reading.within(did.end() - 1, following.end, "intervention"):
            if mention.role != "cue":
                for change in changes:
                    yield _claim(scene, sentence, change, mention)


def _claim(scene: Scene, sentence: Sentence, change: Change, mention: Mention) -> Claim:
    """Return the change as a claim about the intervention."""
    return scene.claim(
        Relation.OUTCOME,
        mention.entity,
        next(iter(change.outcomes)),
        change.status,
        change.start,
        change.end,
        rule=NAME,
        confidence=round(change.directness * 0.85, 3),
        qualifiers=qualifiers_of(scene.reading, sentence),
    )


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        (
            "The Stockport Together vanguard cut bed days. It did this by "
            "introducing telehealth and social prescribing."
        ): {
            ("outcome", "intervention:telehealth", "outcome:bed-days/decrease", "reported"),
            ("outcome", "intervention:social-prescribing", "outcome:bed-days/decrease", "reported"),
        },
        (
            "Emergency admissions in the Stockport Together vanguard fell by 9%. This was achieved "
            "through telehealth."
        ): {
            (
                "outcome",
                "intervention:telehealth",
                "outcome:emergency-admissions/decrease/9 percent",
                "reported",
            ),
        },
        ("The Stockport Together vanguard has cut waiting times. The reason was telehealth."): {
            ("outcome", "intervention:telehealth", "outcome:waiting-times/decrease", "reported"),
        },
    },
    misses=(
        (
            "The Stockport Together vanguard cut emergency admissions. It has also "
            "opened a recovery college."
        ),
        (
            "The Stockport Together vanguard hopes to cut bed days. It will do this by "
            "introducing telehealth."
        ),
        "The Stockport Together vanguard cut bed days. Telehealth will follow.",
    ),
)
