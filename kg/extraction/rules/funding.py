"""Funding: money given to, or asked for by, a vanguard, the programme or an organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.rule import Rule
from kg.extraction.telling import clause, cue_in, last_cue_in, sure, told_sentences
from kg.model import Amount, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

NAME = "funding"
REACH = 90
"""Characters between the sum and the word of giving."""

_ASKED = re.compile(
    r"\b(?:bid|bids|bidding|asked|asking|applied|requested|request|assumed|sought|seeking|hoped|hopes)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\s*(?:million|billion|m|bn)?\s*(?:of\s+)?(?:saving|savings|pooled|budget|deficit|overspend"
    r"|contract|a year in savings|cost|less|cheaper|worth of)",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the sums that the document says were given, or asked for."""
    for sentence in told_sentences(scene):
        for figure in scene.reading.figures_within(sentence.start, sentence.end):
            if figure.unit != "GBP" or figure.value <= 0 or not _given(scene, sentence, figure):
                continue
            owner = scene.owner(sentence, figure.start)
            if owner is None or owner.entities[0].kind == "model":
                continue
            start, end = clause(scene, sentence, figure.start, figure.end)
            status = scene.status(sentence, figure.start, figure.end)
            if _ASKED.search(scene.reading.text, start, figure.start):
                status = Status.EXPECTED
            for entity in owner.entities:
                yield scene.claim(
                    Relation.FUNDING,
                    entity,
                    Amount(figure.value),
                    status,
                    start,
                    end,
                    rule=NAME,
                    confidence=sure(0.82, owner),
                )


def _given(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Whether the words around a sum tell of giving, and of nothing else done with money."""
    text = scene.reading.text
    start, end = clause(scene, sentence, figure.start, figure.end)
    if _OTHER.match(text, figure.end):
        return False
    before = last_cue_in(
        scene, max(start, figure.start - REACH), figure.start, "fund-verb", "no-fund"
    )
    after = cue_in(scene, figure.end, min(end, figure.end + 60), "fund-verb", "no-fund")
    if before is not None and before.entity.id == "no-fund":
        return False
    if before is not None:
        return after is None or after.entity.id != "no-fund"
    return after is not None and after.entity.id == "fund-verb"


RULE = Rule(name=NAME, find=find, hits={}, misses=())
