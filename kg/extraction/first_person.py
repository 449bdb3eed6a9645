"""Who says "I" outside of quotation marks: the interviewee, the author, the only person named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.kept import kept
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extraction.reading import Mention, Reading
    from kg.extraction.scene import Scene
    from kg.model import Sentence

_BYLINE = re.compile(
    r"\W*(?:posted |written |a blog |guest blog )?(?:by|author|interview with|meet)\b:?\s+"
    r"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Sir|Dame|Cllr)\.? )?",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“\"]")


def who_is_i(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """Return the person that "I" at an offset means, or None where that is not clear."""
    reading = scene.reading
    block = reading.document.blocks[sentence.block]
    if _QUOTE.search(reading.text, block.start, at) and block.kind is not BlockKind.ANSWER:
        return None
    return _speaker(reading)


@kept
def _speaker(reading: Reading) -> Mention | None:
    """Return the one who is interviewed, or who wrote the text."""
    people = [m for m in reading.of_kinds("person") if m.role != "short"]
    if not people:
        return None
    for person in people:
        block = next(b for b in reading.document.blocks if b.start <= person.start < b.end)
        if _BYLINE.fullmatch(reading.text, block.start, person.start):
            return person
    asked = any(b.kind is BlockKind.QUESTION for b in reading.document.blocks)
    return people[0] if asked or len({p.entity for p in people}) == 1 else None
