"""How a fact is told: reported, planned, expected or negated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Status

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.model import Sentence


def status_of(reading: Reading, sentence: Sentence, start: int, end: int) -> Status:
    """Return how the words ``[start, end)`` of a sentence are told."""
    raise NotImplementedError
