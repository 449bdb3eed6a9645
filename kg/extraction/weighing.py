"""Weighing: how sure a claim is, from its rule, its words and its subject together.

A logistic regression over a few grounds, learnt on marked documents that no rule was written on
(`kg.learning`), so that a confidence of 0.7 is right seven times in ten on such documents. Claims
of relations and concepts of which nothing was learnt keep the confidence of their rule.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from math import log
from typing import TYPE_CHECKING

from kg.extraction import by_wording, linking
from kg.extraction.by_wording import NONE, most_of, odds_of, status_by_wording
from kg.extraction.weights import fact_told, probability, term_of
from kg.model import Outcome
from kg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.extraction.reading import Reading
    from kg.extraction.weights import Fact, Weights
    from kg.model import Claim, Document, Evidence, Sentence, Status

SUREST = 0.97
"""The most that a rule's own confidence counts as."""

MOST_PIECES = 3
"""Pieces of evidence from which more make a claim no surer."""
BETTER = 1.5
"""Log-odds by which other words must tell a fact better than those of its rule to be shown first.

Of 1 to 4 the margin with which most quotes were right on marked documents.
"""
LONG_TEXT = 2_500
"""Characters above which a text is long: an interview, an essay; words weigh otherwise there."""
LEARNT = frozenset({by_wording.NAME, linking.NAME})
"""What states claims by what was learnt, and gives way to a rule that states the same."""

Core = tuple[str, str, str]
"""Relation, subject and object of a claim, an outcome without its figure."""


def weighed(
    ruled: Iterable[Claim],
    worded: Iterable[Claim],
    reading: Reading,
    weights: Weights,
    own: frozenset[str] = frozenset(),
) -> Iterator[Claim]:
    """Yield the claims with their confidence weighed; by wording only what no rule states.

    Claims in a user's `own` (folded) labels keep that of their rule: nothing was learnt of those.
    """
    for core, group in grouped(ruled, worded).items():
        grounds = grounds_of(core, group, reading, weights)
        by_rule = [c for c in group if c.rule not in LEARNT]
        for claim in by_rule or group[:1]:
            if grounds is None or _in_own_words(claim, reading, own):
                yield claim
            else:
                yield replace(
                    claim,
                    confidence=sure(grounds, weights.grounds),
                    status=_status(claim, reading, weights),
                    evidence=_evidence(claim, group, reading, weights),
                )


def _in_own_words(claim: Claim, reading: Reading, own: frozenset[str]) -> bool:
    """Whether a rule's claim rests on labels of its concept that a user added."""
    if not own or claim.rule in LEARNT:
        return False
    object_ = claim.object
    concept = object_.measure if isinstance(object_, Outcome) else getattr(object_, "id", "")
    return any(
        mention.entity.id == concept and fold(reading.text[mention.start : mention.end]) in own
        for sentence in _sentences(claim.evidence, reading)
        for mention in reading.mentions_in(sentence)
    )


def _evidence(
    claim: Claim, group: Iterable[Claim], reading: Reading, weights: Weights
) -> tuple[Evidence, ...]:
    """Return a claim's evidence, led by the words that tell its fact far better, if there are any.

    Those may be words by which another claim of the group says the same in the same way; words
    for another figure never are.
    """
    number = weights.number(fact_of(claim))
    figure = isinstance(claim.object, Outcome) and claim.object.value is not None
    same = (c for c in group if c.status is claim.status)
    alike = (c for c in same if not figure or c.object == claim.object)
    told = {p: None for c in (claim, *alike) for p in c.evidence}
    if number is None or len(told) == 1:
        return claim.evidence
    odds = odds_of(reading, weights)

    def telling(piece: Evidence) -> float:
        told_in = _sentences((piece,), reading)
        return max((odds[s.start].of(number) for s in told_in), default=-BETTER)

    first = claim.evidence[0]
    best = max((p for p in told if apart(p, first)), key=telling, default=first)
    if telling(best) - telling(first) < BETTER:
        return claim.evidence
    return (best, *(p for p in claim.evidence if apart(p, best)))


def _status(claim: Claim, reading: Reading, weights: Weights) -> Status:
    """Return the status of a claim, weighed against what the words of its sentence speak for."""
    if claim.rule in LEARNT:
        return claim.status
    sentence = next(_sentences(claim.evidence, reading), None)
    if sentence is None:
        return claim.status
    odds = odds_of(reading, weights)[sentence.start]
    return status_by_wording(weights, odds, claim.relation, claim.status)


def grouped(ruled: Iterable[Claim], worded: Iterable[Claim]) -> dict[Core, list[Claim]]:
    """Return the claims by what they say; those by wording come last, the surest first."""
    found: dict[Core, list[Claim]] = {}
    for claim in (*ruled, *sorted(worded, key=lambda c: (-c.confidence, c.order))):
        found.setdefault(core_of(claim), []).append(claim)
    return found


def sure(grounds: Mapping[str, float], learnt: Mapping[str, float]) -> float:
    """Return the confidence that grounds of these weights give."""
    return probability(sum(learnt.get(name, 0.0) * v for name, v in sorted(grounds.items())))


def core_of(claim: Claim) -> Core:
    """Return what a claim says without figure and status."""
    subject = f"{claim.subject.kind}:{claim.subject.id}"
    return (str(claim.relation), subject, term_of(claim.object))


def _log_odds(claim: Claim) -> float:
    """Return the log-odds of a claim's own confidence."""
    sure = min(SUREST, max(1 - SUREST, claim.confidence))
    return log(sure / (1 - sure))


def fact_of(claim: Claim) -> Fact:
    """Return what is learnt of where the like of a claim is told."""
    return fact_told(str(claim.relation), term_of(claim.object))


def grounds_of(
    core: Core, group: Iterable[Claim], reading: Reading, weights: Weights
) -> Mapping[str, float] | None:
    """Return what speaks for a group of claims that say the same, or None where nothing is known.

    ``odds`` are the log-odds of the wording in the evidence, ``top`` those of the wordiest
    sentence of the document; ``rule`` and ``conf`` the surest rule and the log-odds of its own
    confidence; ``link`` those of the link; ``pieces`` how often it is told; ``subject`` the kind
    of subject; ``long`` that the text is. Most count anew for each relation.
    """
    group = tuple(group)
    number = weights.number(fact_told(core[0], core[2]))
    if number is None:
        return None
    odds = odds_of(reading, weights)
    subject = core[1].partition(":")[0]
    kind = f"{core[0]}/intervention" if subject == "intervention" else core[0]
    pieces = [piece for claim in group for piece in claim.evidence]
    here = max((odds[s.start].of(number) for s in _sentences(pieces, reading)), default=NONE)
    top = most_of(reading, weights, number)
    found = {"bias": 1.0, f"bias {kind}": 1.0, "odds": here, f"odds {kind}": here, "top": top}
    found[f"subject {subject}"] = found[f"subject {subject} {core[0]}"] = 1.0
    found |= {f"link {kind}": _log_odds(c) for c in group if c.rule == linking.NAME}
    found["pieces"] = min(MOST_PIECES, len(pieces)) - 1.0
    rules = [c for c in group if c.rule not in LEARNT]
    if rules:
        best = max(rules, key=lambda c: (c.confidence, c.rule))
        own = _log_odds(best)
        found |= {"rule": 1.0, f"rule {kind}": 1.0, "conf": own}
        found[f"by {best.rule}"] = 1.0
    if is_long(reading.document):
        stated = "rule" if rules else "words"
        found |= {"long": 1.0, f"long {stated}": 1.0, f"long {core[0]} {stated}": 1.0}
        found["long odds"] = here
    return found


def is_long(document: Document) -> bool:
    """Whether a document is an interview, an essay or the like rather than a page."""
    return len(document.text) > LONG_TEXT


def apart(piece: Evidence, other: Evidence) -> bool:
    """Whether two pieces of evidence of one document share no words."""
    return piece.end <= other.start or other.end <= piece.start


def _sentences(pieces: Iterable[Evidence], reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences that pieces of evidence touch."""
    sentences = reading.document.sentences
    for piece in pieces:
        first = bisect_right(sentences, piece.start, key=lambda s: s.end)
        last = bisect_left(sentences, piece.end, key=lambda s: s.start)
        yield from sentences[first:last]
