"""How a fact is told: reported, planned, expected or negated.

The cue phrases of its clause decide (`told_by_cues`), else the lines that lead into it (`leads`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.extraction.clauses import FINITE, PAST, REACH, begins_bare, clause_end, is_finite
from kg.extraction.cues import word_set
from kg.extraction.denials import unshown
from kg.extraction.leads import SCOPE_DEPTH, lead_of
from kg.extraction.told_by_cues import cues_of, is_base_verb, told_by_cues
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.cues import Word
    from kg.extraction.reading import Reading
    from kg.model import Sentence


TOLD = PAST | word_set("has have had was were did")
"""Verbs that tell what has been: with one behind it, a span is no fragment."""


BIDDEN = word_set(
    """
    ensure provide make help give keep support enable build create develop deliver offer bring
    """
)
"""Verbs that open an item of what is to be done."""


def status_of(reading: Reading, sentence: Sentence, start: int, end: int) -> Status:
    """Return how the words ``[start, end)`` of a sentence are told."""
    words, cues = cues_of(reading, sentence.start, sentence.end)
    first = bisect_right(words, start, key=lambda w: w.end)
    last = bisect_left(words, end, key=lambda w: w.start)
    told = Status.NEGATED if unshown(words, first) else told_by_cues(words, cues, first, last)
    told = told or _inside(words, first, last)
    if told is not None:
        return told
    block = reading.document.blocks[sentence.block]
    listed = block.kind is BlockKind.LIST_ITEM and begins_bare(words)
    bidden = listed and (words[0].text in BIDDEN or is_base_verb(words[0].text))
    lead = lead_of(reading, sentence, SCOPE_DEPTH) if bidden else None
    if lead is not None:
        return lead
    if is_finite(words, max(0, first - REACH), first) or (
        first < len(words) and words[first].text in FINITE
    ):
        return Status.REPORTED
    if any(w.text in TOLD for w in words[first : clause_end(words, last)]):
        return Status.REPORTED
    lead = None if bidden else lead_of(reading, sentence, SCOPE_DEPTH)
    if lead is not None:
        return lead
    return Status.EXPECTED if listed and first <= 1 else Status.REPORTED


def _inside(words: Sequence[Word], first: int, last: int) -> Status | None:
    """Return what a modal inside the span makes of it: "services should be more secure"."""
    inner = {w.text for w in words[first + 1 : last - 1]}
    if "will" in inner:
        return Status.PLANNED
    return Status.EXPECTED if inner & _HOPING else None


_HOPING = word_set("should could might may")


def is_asked(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the sentence is a question, which claims nothing."""
    if reading.document.blocks[sentence.block].kind is BlockKind.QUESTION:
        return True
    return reading.text[sentence.start : sentence.end].rstrip(" \t\n\"'’”)").endswith("?")
