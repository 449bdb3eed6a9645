"""A document as read, row by row: what ``kg text`` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Document


class Row(NamedTuple):
    """A block, or a sentence (of kind ``sentence``, its `scope` the number of its block).

    `number` counts blocks and sentences apart; `start` and `end` are offsets into the text.
    """

    kind: str
    number: int
    level: int
    start: int
    end: int
    scope: int | None
    text: str


def outline(document: Document) -> Iterator[Row]:
    """Yield a row for each block, followed by the rows of its sentences."""
    number = 0
    text = document.text
    sentences = document.sentences
    for index, block in enumerate(document.blocks):
        words = text[block.start : block.end]
        yield Row(block.kind.value, index, block.level, block.start, block.end, block.scope, words)
        while number < len(sentences) and sentences[number].block == index:
            one = sentences[number]
            words = text[one.start : one.end]
            yield Row("sentence", number, 0, one.start, one.end, index, words)
            number += 1
