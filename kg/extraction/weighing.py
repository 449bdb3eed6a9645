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
from kg.extraction.by_wording import NONE, most_of, odds_of
from kg.extraction.weights import probability
from kg.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.extraction.reading import Reading
    from kg.extraction.weights import Fact, Weights
    from kg.model import Claim, Sentence

SUREST = 0.97
"""The most that a rule's own confidence counts as."""

LEARNT = frozenset({by_wording.NAME, linking.NAME})
"""What states claims by what was learnt, and gives way to a rule that states the same."""

Core = tuple[str, str, str]
"""Relation, subject and object of a claim, an outcome without its figure."""


def weighed(
    ruled: Iterable[Claim], worded: Iterable[Claim], reading: Reading, weights: Weights
) -> Iterator[Claim]:
    """Yield the claims with their confidence weighed; by wording only what no rule states."""
    for core, group in grouped(ruled, worded).items():
        grounds = grounds_of(core, group, reading, weights)
        by_rule = [c for c in group if c.rule not in LEARNT]
        for claim in by_rule or group[:1]:
            yield (
                claim
                if grounds is None
                else replace(claim, confidence=sure(grounds, weights.grounds))
            )


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
    return (str(claim.relation), f"{claim.subject.kind}:{claim.subject.id}", fact_of(claim)[1])


def _log_odds(claim: Claim) -> float:
    """Return the log-odds of a claim's own confidence."""
    sure = min(SUREST, max(1 - SUREST, claim.confidence))
    return log(sure / (1 - sure))


def fact_of(claim: Claim) -> Fact:
    """Return the claim's relation and object, an outcome without its figure."""
    told = claim.object
    term = f"outcome:{told.measure}/{told.direction}" if isinstance(told, Outcome) else str(told)
    return str(claim.relation), term


def grounds_of(
    core: Core, group: Iterable[Claim], reading: Reading, weights: Weights
) -> Mapping[str, float] | None:
    """Return what speaks for a group of claims that say the same, or None where nothing is known.

    ``odds`` are the log-odds of the wording in the evidence, ``top`` those of the wordiest
    sentence of the document; ``rule`` and ``conf`` the surest rule and the log-odds of its own
    confidence; ``link`` those of the link; ``subject`` the kind of subject. Most count anew for
    each relation.
    """
    group = tuple(group)
    number = weights.number((core[0], core[2]))
    if number is None:
        return None
    odds = odds_of(reading, weights)
    subject = core[1].partition(":")[0]
    kind = f"{core[0]}/intervention" if subject == "intervention" else core[0]
    here = max((odds[s.start].of(number) for s in _sentences(group, reading)), default=NONE)
    top = most_of(reading, weights, number)
    found = {"bias": 1.0, f"bias {kind}": 1.0, "odds": here, f"odds {kind}": here, "top": top}
    found[f"subject {subject}"] = found[f"subject {subject} {core[0]}"] = 1.0
    found |= {f"link {kind}": _log_odds(c) for c in group if c.rule == linking.NAME}
    rules = [c for c in group if c.rule not in LEARNT]
    if rules:
        best = max(rules, key=lambda c: (c.confidence, c.rule))
        own = _log_odds(best)
        found |= {"rule": 1.0, f"rule {kind}": 1.0, "conf": own, f"conf {kind}": own}
        found[f"by {best.rule}"] = 1.0
    return found


def _sentences(group: Iterable[Claim], reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences that the evidence of some claims touches."""
    sentences = reading.document.sentences
    for claim in group:
        for piece in claim.evidence:
            first = bisect_right(sentences, piece.start, key=lambda s: s.end)
            last = bisect_left(sentences, piece.end, key=lambda s: s.start)
            yield from sentences[first:last]
