"""Where a label stands: in the head of a list item, first of an enumeration, beside a cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Block, Sentence


def says_a_sentence(scene: Scene, block: Block) -> bool:
    """Whether a list item is a sentence of many words rather than a term with what explains it."""
    text = scene.reading.text
    cut = _HEAD_END.search(text, block.start, block.end)
    end = cut.start() if cut else block.end
    return len(text[block.start : end].split()) > TERM


TERM = 9
"""Words that the term of a list item may have."""


def in_head(scene: Scene, block: Block, mention: Mention) -> bool:
    """Whether a mention stands in the head of a list item: the term, not what explains it.

    Vague labels count in a head that has no better one.
    """
    text = scene.reading.text
    cut = _HEAD_END.search(text, block.start, block.end)
    end = cut.start() if cut else block.end
    if mention.end > end:
        return False
    return mention.role != "cue" or all(
        m.role == "cue" for m in scene.reading.within(block.start, end, mention.kind)
    )


_HEAD_END = re.compile(r"\s[-–—]|[:.;]\s|\s\(")


def heads_item(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a vague label opens an item of an enumeration that has no better one."""
    text = scene.reading.text
    start = max(text.rfind(mark, sentence.start, mention.start) for mark in ",;:")
    start = start + 1 if start >= 0 else sentence.start
    stop = _ITEM_END.search(text, mention.end, sentence.end)
    end = stop.start() if stop else sentence.end
    if len(text[start : mention.start].split()) > ITEM_LEAD:
        return False
    rivals = scene.reading.within(start, end, mention.kind)
    return all(m.role == "cue" for m in rivals)


_ITEM_END = re.compile(r"[,;:.]")
ITEM_LEAD = 4
"""Words that may stand before a vague label in an item."""

_TROUBLE = re.compile(
    r"challeng|barrier|problem|issue|difficult|obstacle|shortage|concern|delay|hurdle|constrain"
    r"|\bhard\b|scarce|short supply|slow|stumbl|trips? up|blame|withdrawn|late\b|uncertain|lack"
    r"|fail|poor|inadequate|unclear|out\b|up\b|back\b",
    re.IGNORECASE,
)


def beside(scene: Scene, cue: Mention, mention: Mention, most: int, *, plain: bool) -> bool:
    """Whether a cue stands close to a mention: few words apart.

    `plain` asks more, for a label that says little: what follows the cue directly or as its
    predicate ("the challenge was …"), or what the cue is said of ("… was a challenge").
    """
    text = scene.reading.text
    if cue.start <= mention.start:
        gap = text[cue.end : mention.start]
        told = re.match(r"\s+(?:was|is|were|are|has been|:)\b", gap)
        noun = re.search(r"challenge|barrier|obstacle|difficult|hurdle", text[cue.start : cue.end])
        return len(gap.split()) <= (7 if told and noun else most)
    gap = text[mention.end : cue.start]
    if plain and not _TROUBLE.search(text, cue.start, cue.end):
        return False
    if plain and gap.strip() and not re.search(r"\b(?:is|was|are|were|remains|proved|been)\b", gap):
        return False
    said = re.search(r"\b(?:is|was|are|were|remains|proved|came|been)\s*\w*$", gap.rstrip())
    return len(gap.split()) <= most + (5 if said else 2)
