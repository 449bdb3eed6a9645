"""How the lines that lead into a fragment tell it: a heading, a question, "our aims are:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.clauses import is_finite
from kg.extraction.cues import word_set, words_of
from kg.extraction.told_by_cues import cue_finder, told_by_cues
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.cues import Word
    from kg.extraction.reading import Reading
    from kg.model import Block, Sentence

SCOPE_DEPTH = 4
"""Blocks climbed from a fragment to the line that tells how it is meant."""
WHETHER = word_set(
    """
    can could will would shall should may might is are was were do does did has have had am
    isn't aren't don't doesn't won't can't
    """
)


def _asks_whether(words: Sequence[Word]) -> bool:
    """Return whether a question asks for yes or no: its answer says how things are itself."""
    return bool(words) and words[-1].text == "?" and words[0].text in WHETHER


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a heading is the document's first: it names the whole, and leads into none."""
    heads = (i for i, b in enumerate(blocks) if b.kind is BlockKind.HEADING)
    return blocks[index].kind is BlockKind.HEADING and next(heads, -1) == index


def _is_whole(reading: Reading, sentence: Sentence) -> bool:
    """Return whether a sentence is long enough, and ends, as one with a verb does."""
    said = reading.text[sentence.start : sentence.end].rstrip("\"'’” \n")
    return said.endswith(".") and said.count(" ") >= WHOLE


WHOLE = 6
"""Spaces in a sentence that is no mere fragment under its heading."""


def lead_of(reading: Reading, sentence: Sentence, depth: int) -> Status | None:
    """Return how the lines that lead into a fragment tell it, or None where they do not say."""
    blocks = reading.document.blocks
    index = blocks[sentence.block].scope
    while index is not None and depth:
        block = blocks[index]
        last = next(reversed(tuple(reading.document.sentences_of(index))), None)
        start, end = (last.start, last.end) if last else (block.start, block.end)
        words = words_of(reading, start, end)
        if block.kind in {BlockKind.HEADING, BlockKind.QUESTION}:
            listed = blocks[sentence.block].kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}
            whole = not listed and _is_whole(reading, sentence)
            silent = whole or _asks_whether(words) or (not listed and _is_title(blocks, index))
            for cue in () if silent else cue_finder("scope").find(words):
                if cue.first and words[cue.first - 1].text in {"against", "versus", "to"}:
                    continue  # "results against plan"
                return Status(cue.means)
        elif block.kind is BlockKind.TABLE_ROW:
            # A header names columns: it can set a goal, not deny its rows.
            for cue in cue_finder("scope").find(words):
                if cue.means != Status.NEGATED.value:
                    return Status(cue.means)
        else:
            leads = bool(words) and words[-1].text == ":"
            while words and words[-1].text in ":.,;":
                words = words[:-1]
            told = told_by_cues(
                words, tuple(cue_finder("before").find(words)), len(words), len(words)
            )
            if words and words[-1].text == "to" and told is None:
                return Status.EXPECTED
            for cue in () if told else cue_finder("scope").find(words):
                return Status(cue.means)
            if told is not None and (leads or told is not Status.NEGATED):
                return told
            if is_finite(words, 0, len(words)):
                return Status.REPORTED
        index, depth = block.scope, depth - 1
    return None
