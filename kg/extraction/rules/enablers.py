"""Enablers: see `kg.extraction.difficulty`, which tells how both are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.difficulty import ENABLER, find_told
from kg.extraction.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Claim


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the enablers that the document tells of."""
    yield from find_told(scene, ENABLER)


RULE = Rule(
    name=ENABLER.rule,
    find=find,
    hits={
        "In the Dudley vanguard, teams that had met regularly beforehand moved fastest.": {
            ("enabler", "vanguard:dudley", "enabler:regular-meetings", "reported"),
        },
        "Stockport Together, a vanguard\n\nWhat should happen? Give places longer contracts.": {
            ("enabler", "vanguard:stockport", "enabler:long-term-contracts", "reported"),
        },
        "Strong clinical leadership was essential to the Stockport Together vanguard.": {
            ("enabler", "vanguard:stockport", "enabler:clinical-engagement", "reported"),
        },
        "What advice would you give to other vanguards?\n\nInvolve clinicians from the start.": {
            ("enabler", "programme:new-care-models", "enabler:clinical-engagement", "reported"),
        },
        "The Sunderland vanguard worked well thanks to regular meetings of all partners.": {
            ("enabler", "vanguard:sunderland", "enabler:regular-meetings", "reported"),
        },
        "Vanguards should involve patients in the design of services.": {
            ("enabler", "programme:new-care-models", "enabler:patient-involvement", "reported"),
        },
        "The Fylde Coast vanguard came good because nurses designed it.": {
            ("enabler", "vanguard:fylde-coast", "enabler:clinical-engagement", "reported"),
        },
        "Sitting in one office gave the Dudley vanguard its momentum.": {
            ("enabler", "vanguard:dudley", "enabler:co-location", "reported"),
        },
        "Elected members spoke up for the plan, and that carried the Dudley vanguard through.": {
            ("enabler", "vanguard:dudley", "enabler:local-government", "reported"),
        },
    },
    misses=(
        "The council's elected members will be told what the Dudley vanguard has done.",
        "Mary Holt, chief executive of the Erewash vanguard, said that she was delighted.",
        "Doctors in the Dudley vanguard are furthest ahead in the cup.",
        "The Sunderland vanguard lacked senior leadership support.",
        "What helped the vanguards most?",
        "Clinicians work in the Stockport Together vanguard.",
        "There was no shared vision in the Stockport Together vanguard.",
    ),
)
