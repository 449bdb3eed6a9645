"""Membership told by no word of it: a list of those present, a question, the kind of body."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.orgtypes import APART
from kg.extraction.telling import clause, scopes

if TYPE_CHECKING:
    from kg.extraction.reading import Mention, Reading
    from kg.extraction.scene import Scene
    from kg.model import Sentence

LOCAL = frozenset(
    {
        "nhs-trust",
        "clinical-commissioning-group",
        "local-authority",
        "general-practice",
        "community-interest-company",
        "care-home-provider",
        "voluntary-sector",
        "partnership",
        "",
    }
)
ROOTED = LOCAL - {"partnership", ""}
"""Types of body that a text on a vanguard seldom names unless they are part of it."""
_NO_PART = re.compile(
    r"[^.;]{0,60}?\b(?:(?:takes?|took|played?|plays?) no part|left|fears?|criticised|objected)\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\W*(?:present|attend(?:ance|ees|ed by)|in attendance|apologies|members?|membership"
    r"|partners?|chair)\b[^.:]{0,40}:",
    re.IGNORECASE,
)


_WHO = re.compile(
    r"\b(?:members?|membership|partners?|organisations?|who (?:runs?|leads?|are|is involved|is in"
    r"|sits?|belongs|takes part|works|provides|owns|we are))\b",
    re.IGNORECASE,
)


def rooted(
    scene: Scene, sentence: Sentence, mention: Mention, kind: str
) -> tuple[int, int, float] | None:
    """Return the words that name a body of a kind that belongs to the vanguards it is told with."""
    text = scene.reading.text
    block = scene.reading.document.blocks[sentence.block]
    apart = APART.match(text, mention.end, sentence.end)
    if apart or _NO_PART.match(text, mention.end, sentence.end):
        return None
    if _ATTENDED.match(text, block.start, block.end):
        return mention.start, mention.end, 0.85
    if asked_who(scene, sentence):
        return mention.start, mention.end, 0.85
    if kind not in ROOTED or mention.role == "anaphor":
        return None
    return (*clause(scene, sentence, mention.start, mention.end), 0.72)


def asked_who(scene: Scene, sentence: Sentence) -> bool:
    """Whether the question or heading above asks who is part of it."""
    scope = next(scopes(scene, sentence), None)
    return scope is not None and asks_who(scene.reading, scope.start, scope.end)


@lru_cache(maxsize=512)
def asks_who(reading: Reading, start: int, end: int) -> bool:
    """Whether a heading, question or lead-in asks or tells who belongs."""
    return _WHO.search(reading.text, start, end) is not None
