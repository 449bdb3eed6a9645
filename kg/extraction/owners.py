"""Whose fact is it: the subject to which the words of a document belong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.model import Entity, Sentence
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Owner:
    """Subjects of a fact (mostly one vanguard, model, programme or organisation).

    `reach` says how the owner was found: ``sentence`` (named in it), ``pronoun``, ``paragraph``,
    ``section`` or ``document``; the nearer the surer.
    """

    entities: tuple[Entity, ...]
    reach: str


class Owners:
    """The owners of a document's facts."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        """Work out whom the document, its sections and its paragraphs are about."""
        raise NotImplementedError

    def of(self, sentence: Sentence, at: int) -> Owner | None:
        """Return the owner of a fact told at offset `at` of a sentence, or None."""
        raise NotImplementedError
