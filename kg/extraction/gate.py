"""The gate: what every claim must keep to, whoever states it (our rules or another extractor)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import CODED_KINDS, BlockKind, Entity, Outcome, Relation

if TYPE_CHECKING:
    from kg.model import Claim, Document, Evidence, Object
    from kg.vocabulary import Vocabulary

LONGEST = 300
"""The most characters a quote may have when it runs over more than two sentences."""

_ACTORS = frozenset({"vanguard", "org", "model", "programme"})
SUBJECTS: dict[Relation, frozenset[str]] = {
    Relation.CARE_MODEL: frozenset({"vanguard"}),
    Relation.PARTNER: frozenset({"vanguard"}),
    Relation.SUPPORTS: frozenset({"org"}),
    Relation.IMPLEMENTS: _ACTORS,
    Relation.OUTCOME: _ACTORS | {"intervention"},
    Relation.BARRIER: _ACTORS,
    Relation.ENABLER: _ACTORS,
    Relation.POPULATION: frozenset({"vanguard", "model", "intervention"}),
    Relation.ROLE: frozenset({"person"}),
    Relation.LOCATION: frozenset({"vanguard"}),
    Relation.FUNDING: frozenset({"vanguard", "programme", "org"}),
}
"""Relation -> the kinds its subject may have, as the annotation guide says."""

OBJECTS: dict[Relation, frozenset[str]] = {
    Relation.CARE_MODEL: frozenset({"model"}),
    Relation.PARTNER: frozenset({"org"}),
    Relation.SUPPORTS: frozenset({"vanguard", "programme"}),
    Relation.IMPLEMENTS: frozenset({"intervention"}),
    Relation.OUTCOME: frozenset({"outcome"}),
    Relation.BARRIER: frozenset({"barrier"}),
    Relation.ENABLER: frozenset({"enabler"}),
    Relation.POPULATION: frozenset({"population"}),
    Relation.ROLE: frozenset({"vanguard", "org", "programme"}),
    Relation.LOCATION: frozenset({"place"}),
    Relation.FUNDING: frozenset({"amount"}),
}
"""Relation -> the kinds its object may have."""

_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that the gate turned away, and why."""

    claim: Claim
    reason: str


def kind_of(term: Object) -> str:
    """Return the kind of a term: an entity's own, ``outcome`` or ``amount``."""
    if isinstance(term, Entity):
        return term.kind
    return "outcome" if isinstance(term, Outcome) else "amount"


def fault_of(claim: Claim, document: Document, vocabulary: Vocabulary) -> str:
    """Return what is wrong with a claim, or an empty string."""
    if not claim.evidence:
        return "no evidence"
    if not 0.0 <= claim.confidence <= 1.0:
        return f"confidence {claim.confidence} is not in [0, 1]"
    subject, object_ = claim.subject.kind, kind_of(claim.object)
    if subject not in SUBJECTS[claim.relation]:
        return f"{claim.relation} has no subject of kind {subject}"
    if object_ not in OBJECTS[claim.relation]:
        return f"{claim.relation} has no object of kind {object_}"
    for term in (claim.subject, claim.object):
        fault = _term_fault(term, vocabulary)
        if fault:
            return fault
    faults = (_quote_fault(evidence, document) for evidence in claim.evidence)
    return next((fault for fault in faults if fault), "")


def _term_fault(term: Object, vocabulary: Vocabulary) -> str:
    """Return what is wrong with a term: not in the vocabulary, or without a name."""
    if isinstance(term, Outcome):
        known = vocabulary.find("measure", term.measure)
        return "" if known else f"measure {term.measure} is not in the vocabulary"
    if not isinstance(term, Entity):
        return "" if term.value >= 0 else "an amount below nothing"
    if term.kind in CODED_KINDS:
        known = vocabulary.find(term.kind, term.id)
        # The programme is ours by definition, not a term that a vocabulary must add.
        fine = known or (term.kind, term.id) == ("programme", "new-care-models")
        return "" if fine else f"{term.kind} {term.id} is not in the vocabulary"
    if not term.names or not all(
        " ".join(n.split()) == n and n and "|" not in n for n in term.names
    ):
        return f"{term.kind} without a proper name"
    return ""


def _quote_fault(evidence: Evidence, document: Document) -> str:
    """Return what is wrong with a piece of evidence."""
    start, end = evidence.start, evidence.end
    if not 0 <= start < end <= len(document.text):
        return "the quote's span is not in the text"
    if document.text[start:end] != evidence.quote:
        return "the quote is not what the text has there"
    if evidence.source != document.id:
        return "the quote names another source"
    if end - start > LONGEST and _sentences(document, start, end) > 2:
        return f"the quote runs over two sentences and {LONGEST} characters"
    return ""


def _sentences(document: Document, start: int, end: int) -> int:
    """Return how many sentences outside lists and tables a span touches."""
    sentences = document.sentences
    first = bisect_right(sentences, start, key=lambda s: s.end)
    last = bisect_left(sentences, end, key=lambda s: s.start)
    return sum(document.blocks[s.block].kind not in _LISTED for s in sentences[first:last])
