"""Which way a heading, a question or a short sentence leans what it introduces.

"What was hard?", "Growing pains" and "It has been no picnic." announce difficulties; "What pulled
us through?" and "Three things made it work." announce helps. Some announce both. The words are data
(the groups `slant-…` of `cues.ttl`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extraction.kept import kept
from kg.extraction.telling import is_question
from kg.extraction.worded import worded
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.model import Sentence

TROUBLE, HELP, NEITHER = "slant-trouble", "slant-help", "slant-none"
GROUPS = (TROUBLE, HELP, NEITHER)
LEAD = 12
"""Words of a sentence that does no more than announce what follows."""
TITLE = 16
"""Words of a heading or question that is read for its slant."""
AFTER = 5
"""Sentences after one that announces, of the same block, that it holds for."""
UP = 3
"""Blocks up that are looked through for a heading or question."""

_TURNS = re.compile(
    r"\W*(?:on the other hand|by contrast|but (?:then|it|the|there)|happily|luckily|fortunately"
    r"|even so|nevertheless|that said|despite|in spite|still|yet|all the same|for all that"
    r"|less happily|unfortunately|sadly|however)\b",
    re.IGNORECASE,
)
"""What opens a sentence that turns away from what was announced."""
_OPENS = re.compile(
    r"\W*(?:\w+ly,? |but |and |yet |so |still,? )?(?:it|this|that|these|not|nothing|no|there|things"
    r"|all|much|none|progress|life|the (?:going|road|path|journey|work|job|ride|start|process"
    r"|programme|project|(?:[\w-]+ ){0,2}vanguard)|we|they|two|three|four|five|six|several|some"
    r"|a (?:few|couple|number))\b",
    re.IGNORECASE,
)
"""How a sentence opens that only announces."""


@kept
def slants(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """Return to what a sentence is introduced: difficulties, helps, both or neither."""
    announced = _announced(reading, sentence)
    if announced is not None:
        return announced
    blocks = reading.document.blocks
    index = blocks[sentence.block].scope
    for _ in range(UP):
        if index is None:
            break
        block = blocks[index]
        if block.kind in {BlockKind.HEADING, BlockKind.QUESTION}:
            return slant_of(reading, block.start, block.end)
        index = block.scope
    return frozenset()


@kept
def neither(reading: Reading, sentence: Sentence) -> bool:
    """Whether what introduces a sentence asks for a result, or mixes what was found and advised."""
    blocks = reading.document.blocks
    index = blocks[sentence.block].scope
    for _ in range(UP):
        if index is None:
            break
        block = blocks[index]
        if any(g == NEITHER for _, _, g in worded(reading.text, block.start, block.end, GROUPS)):
            return True
        index = block.scope
    return False


def _announced(reading: Reading, sentence: Sentence) -> frozenset[str] | None:
    """Return the slant that a sentence before, of the same block, gives this one; or None."""
    sentences = reading.document.sentences
    at = bisect_left(sentences, sentence)
    for before in reversed(sentences[max(0, at - AFTER) : at]):
        if before.block != sentence.block or _TURNS.match(reading.text, before.end, sentence.end):
            return None
        if len(reading.text[before.start : before.end].split()) > LEAD:
            continue
        asked = is_question(reading, before)
        if not asked and not _OPENS.match(reading.text, before.start, before.end):
            continue
        told = slant_of(reading, before.start, before.end)
        if told and (asked or not _says_more(reading, before)):
            return told
    return None


def _says_more(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells itself what the difficulty or the help is."""
    kinds = ("barrier", "enabler")
    return any(m.role != "cue" for m in reading.within(sentence.start, sentence.end, *kinds))


@kept
def slant_of(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Return the slants of a heading, a question or a short sentence."""
    text = reading.text
    if len(text[start:end].split()) > TITLE or _NEED.fullmatch(text, start, end):
        return frozenset()
    found = worded(text, start, end, GROUPS)
    if any(g == NEITHER and not text[start:at].strip(" *#.\"'“‘0123456789") for at, _, g in found):
        return frozenset()
    return frozenset(group for _, _, group in found if group != NEITHER)


_NEED = re.compile(
    r"[\W\d]*(?:the |our |what (?:is|was) the )?(?:problem|challenge|issue|need|difficulty)\W*",
    re.IGNORECASE,
)
"""Headings of what a scheme was for."""
