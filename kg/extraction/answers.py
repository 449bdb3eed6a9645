"""Changes that a question asks about and a short answer tells: "Did it? Not so far."."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.sizes import fits
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extraction.change import Change
    from kg.extraction.reading import Figure, Reading
    from kg.model import Sentence

_DID = r"(?:has|have|had|is|are|was|were|do|does|did)"
_ANSWER = re.compile(
    r"[\W]*(?:A[.:]\s*)?(?:(?:we|i|they|the \w+)\s+(?:looked|checked|tried|asked|counted|measured)"
    r"(?:\s+[\w’']+){0,4},?\s+(?:and|but)\s+)?(?:in short,?\s+|well,?\s+|so far,?\s+|alas,?\s+)?"
    r"(?:(?P<no>no\b(?! doubt| one)|not (?:so far|yet|really|at all|as yet|much|by much|noticeably"
    r"|that (?:we|anybody|anyone|the)|in |on )|sadly not|hardly|barely|scarcely|never\b|none"
    rf"|(?:it|they|we|that|this)\s+(?:{_DID} not|\w+n['’]t)"
    r"|(?:(?:we|i|they|nobody|no one|evaluators|the evaluation)\s+(?:cannot|could not|can['’]t|can"
    r"|has|have|did not|do not)\s+(?:yet\s+)?(?:say|show|shown|prove|proved|tell|claim|see)"
    r"|there (?:is|was) (?:nothing|no evidence|no proof|no sign)[\w ]{0,20}"
    r"|nothing shows)\s+that\s+"
    rf"(?:it|they|we) {_DID}\b)"
    rf"|yes\b|(?:it|they|we) {_DID}\b(?=\s*[.,;:!–]|\s+indeed)"
    r"|(?:only\s+)?(?:slightly|a little|somewhat|by (?:a|about|over|some|nearly|\d+)|definitely"
    r"|certainly|indeed|greatly|very much so|undoubtedly|a lot|considerably)\b)",
    re.IGNORECASE,
)
"""A plain yes or no, or how much."""
_WHETHER = re.compile(r"\W*(?:Q[.:]\s*)?(?:has|have|is|are|was|were|did|do|does)\b", re.IGNORECASE)
_SIZE_REACH = 60


def answered(
    reading: Reading, sentence: Sentence, asked_in: Callable[[Sentence], tuple[Change, ...]]
) -> tuple[Change, ...]:
    """Return the changes that the question before asks about, where a yes or no answers it.

    The question is the heading above, or the sentence before in the same paragraph; `asked_in`
    reads the changes of a question.
    """
    question = _question(reading, sentence)
    if question is None or not _WHETHER.match(reading.text, question.start):
        return ()
    answer = _ANSWER.match(reading.text, sentence.start, sentence.end)
    if answer is None:
        return ()
    sizes = () if answer["no"] else _sizes(reading, sentence)
    return tuple(
        replace(
            change,
            figures=tuple(f for f in sizes if fits(change.measure, f)),
            status=Status.NEGATED if answer["no"] else Status.REPORTED,
            start=sentence.start,
            end=sentence.end,
            at=sentence.start,
            directness=0.7,
        )
        for change in asked_in(question)
    )


def _question(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the question that a sentence may answer, or None."""
    document = reading.document
    block = document.blocks[sentence.block]
    before: Sentence | None = None
    for other in document.sentences_of(sentence.block):
        if other == sentence:
            break
        before = other
    if before is None and block.scope is not None:
        if document.blocks[block.scope].kind is not BlockKind.QUESTION:
            return None
        before = next(reversed(tuple(document.sentences_of(block.scope))), None)
    said = reading.text[before.start : before.end] if before else ""
    return before if said.rstrip(" \t\n\"'’”)").endswith("?") else None


def _sizes(reading: Reading, sentence: Sentence) -> tuple[Figure, ...]:
    """Return the size that opens an answer: "Yes, by a fifth."."""
    stop = min(sentence.end, sentence.start + _SIZE_REACH)
    return tuple(f for f in reading.figures_within(sentence.start, stop) if f.role == "by")[:1]
