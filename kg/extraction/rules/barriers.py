"""Barriers: see `kg.extraction.difficulty`, which tells how both are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.difficulty import BARRIER, find_told
from kg.extraction.lacking import find_missing
from kg.extraction.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Claim


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the barriers that the document tells of."""
    yield from find_told(scene, BARRIER)
    yield from find_missing(scene)


RULE = Rule(
    name=BARRIER.rule,
    find=find,
    hits={
        "The Dudley vanguard has been hard work. Its computers do not talk to one another.": {
            ("barrier", "vanguard:dudley", "barrier:it-systems", "reported"),
        },
        "In the Dudley vanguard nurses are scarce.": {
            ("barrier", "vanguard:dudley", "barrier:workforce", "reported"),
        },
        "What was the biggest challenge for the Stockport vanguard?\n\nRecruitment.": {
            ("barrier", "vanguard:stockport", "barrier:workforce", "reported"),
        },
        "Staff shortages have held the Stockport Together vanguard back.": {
            ("barrier", "vanguard:stockport", "barrier:workforce", "reported"),
        },
        "IT was not a barrier for the Sunderland vanguard.": {
            ("barrier", "vanguard:sunderland", "barrier:it-systems", "negated"),
        },
        "Data protection, which all had feared, has never held the Dudley vanguard up.": {
            ("barrier", "vanguard:dudley", "barrier:information-governance", "negated"),
        },
        "The Sunderland vanguard was not hampered by a shortage of nurses.": {
            ("barrier", "vanguard:sunderland", "barrier:workforce", "negated"),
        },
        "Barriers to spread in the vanguards:\n\n- Information governance\n- Short-term funding": {
            ("barrier", "programme:new-care-models", "barrier:funding", "reported"),
            ("barrier", "programme:new-care-models", "barrier:information-governance", "reported"),
        },
        "The Dudley vanguard\n\nWhat was the low point?\n\nThe wi-fi died in half the homes.": {
            ("barrier", "vanguard:dudley", "barrier:it-systems", "reported"),
        },
        "The vanguard programme did not set clear objectives.": {
            ("barrier", "programme:new-care-models", "barrier:unclear-direction", "reported"),
        },
    },
    misses=(
        "Whoever copies the Dudley vanguard should win over the surgeons first.",
        "The Dudley vanguard\n\nWhat difference has it made?\n\nNurses share one computer.",
        "In the Dudley vanguard nurses are proud of the computers.",
        "The Stockport Together vanguard has good staff engagement.",
        "What are the barriers for the vanguards?",
        "The Sunderland vanguard has new IT systems.",
        "Funding for the Stockport Together vanguard comes from the clinical commissioning group.",
    ),
)
