"""Quoting: the words that a claim shows for itself.

Rules find the clause that tells a fact. Torn out of its sentence a clause can lose who it is
about or what it hangs on ("… if the money holds"), so the sentence is shown, as collections of
evidence do (FEVER, SciFact). A name or a short phrase says by itself all that it is shown for.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Evidence

if TYPE_CHECKING:
    from kg.model import Claim, Document

LONGEST_PHRASE = 30
"""Characters up to which a quote stays the phrase it is."""
LONGEST_SENTENCE = 400
"""Characters up to which a sentence is shown whole; a longer one is often a list or a table."""


def in_whole_sentences(claim: Claim, document: Document) -> Claim:
    """Return the claim with each clause of its evidence widened to the sentence around it."""
    pieces = tuple(dict.fromkeys(_whole(piece, document) for piece in claim.evidence))
    return claim if pieces == claim.evidence else replace(claim, evidence=pieces)


def _whole(piece: Evidence, document: Document) -> Evidence:
    """Return a piece of evidence, widened to its sentence if it is a clause of one."""
    if piece.end - piece.start <= LONGEST_PHRASE:
        return piece
    sentences = document.sentences
    number = bisect_right(sentences, piece.start, key=lambda s: s.start) - 1
    if number < 0:
        return piece
    start, end, _ = sentences[number]
    if piece.end > end or end - start > LONGEST_SENTENCE:
        return piece
    return Evidence(piece.source, start, end, document.text[start:end])
