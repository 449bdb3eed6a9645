"""The scene: all that a rule may look at, and the one way to make a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.status import status_of
from kg.model import Claim, Evidence

if TYPE_CHECKING:
    from kg.extraction.owners import Owner, Owners
    from kg.extraction.reading import Reading
    from kg.model import Entity, Object, Relation, Sentence, Status
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with what is seen in it (`reading`), whose facts they are (`owners`)."""

    reading: Reading
    owners: Owners
    vocabulary: Vocabulary

    def owner(self, sentence: Sentence, at: int) -> Owner | None:
        """Return whose fact the words at offset `at` tell, or None where it is nobody's."""
        return self.owners.of(sentence, at)

    def status(self, sentence: Sentence, start: int, end: int) -> Status:
        """Return how the words ``[start, end)`` are told: reported, planned, expected, negated."""
        return status_of(self.reading, sentence, start, end)

    def claim(
        self,
        relation: Relation,
        subject: Entity,
        object_: Object,
        status: Status,
        start: int,
        end: int,
        *,
        rule: str,
        confidence: float,
        qualifiers: tuple[tuple[str, str], ...] = (),
    ) -> Claim:
        """Return a claim whose evidence is ``text[start:end]``, white space at the ends cut off."""
        quote = self.reading.text[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        evidence = Evidence(self.reading.document.id, start, start + len(quote), quote)
        return Claim(
            relation,
            subject,
            object_,
            status,
            (evidence,),
            rule,
            confidence,
            tuple(sorted(qualifiers)),
        )
