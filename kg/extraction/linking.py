"""Linking: which interventions a told outcome, or a population, goes with.

Documents seldom say "A led to B" in one clause; a reader joins the service that a paragraph is
about to the change told at its end. How far each intervention of a document is from the words,
what else stands between, and which measures it is known to move are traits of the pair, weighed
as the traits of a sentence are (`kg.extraction.weights`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction import by_wording
from kg.extraction.traits import stems
from kg.extraction.weights import LINK, probability
from kg.model import Entity, Outcome, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extraction.reading import Mention, Reading
    from kg.extraction.weights import Weights
    from kg.model import Claim

NAME = "links"
LINKED = (Relation.OUTCOME, Relation.POPULATION)
LEAST_ODDS = -2.2
"""Log-odds from which a pair is a candidate: a chance of one in ten."""
FURTHEST_BACK, FURTHEST_ON = 6, 3
"""Sentences after which one distance is as another."""
NEAR = 2
"""Sentences before the told fact in which other interventions are rivals."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An intervention of a document and a fact told in it, with what bears on their link."""

    intervention: Entity
    told: Claim
    traits: frozenset[str]


def linked(
    told: Iterable[Claim], ruled: Iterable[Claim], reading: Reading, weights: Weights
) -> Iterator[Claim]:
    """Yield a claim for each intervention that what is `told` may go with, as sure as the link."""
    for pair in pairs(told, ruled, reading):
        odds = link_odds(pair, weights)
        if odds is not None and odds >= LEAST_ODDS:
            yield replace(
                pair.told, subject=pair.intervention, rule=NAME, confidence=probability(odds)
            )


def link_odds(pair: Pair, weights: Weights) -> float | None:
    """Return the log-odds of a link, or None where nothing was learnt of such."""
    number = weights.number((LINK, str(pair.told.relation)))
    return None if number is None else weights.log_odds(pair.traits)[number]


def pairs(told: Iterable[Claim], ruled: Iterable[Claim], reading: Reading) -> Iterator[Pair]:
    """Yield each pair of an intervention seen and an outcome or population told of someone else.

    One pair a fact and intervention: that of the telling (a rule's, if any) nearest to a mention.
    `ruled` are the claims of rules; an intervention that is said to be run is a better candidate.
    """
    ground = _Ground.of(reading, ruled)
    tellings: dict[tuple[str, str], list[Claim]] = {}
    for claim in told:
        if claim.relation in LINKED and claim.subject.kind != "intervention":
            key = (str(claim.relation), _fact(claim))
            tellings.setdefault(key, []).append(claim)
    for claims in tellings.values():
        group = [c for c in claims if c.rule != by_wording.NAME] or claims
        for intervention, mentions in ground.mentions.items():
            near = [(ground.distance(c, m), c, m) for c in group for m in mentions]
            _, claim, mention = min(near, key=lambda n: (abs(n[0]) + (n[0] < 0) / 2, n[1].order))
            yield Pair(mention.entity, claim, ground.traits(claim, mention, intervention))


def _fact(claim: Claim) -> str:
    """Return the object of a claim, an outcome without its figure."""
    told = claim.object
    return f"{told.measure}/{told.direction}" if isinstance(told, Outcome) else str(told)


@dataclass(frozen=True, slots=True)
class _Ground:
    """A document's interventions and where they stand."""

    reading: Reading
    starts: Sequence[int]
    mentions: dict[str, list[Mention]]
    run: frozenset[str]
    rank: dict[str, int]

    @classmethod
    def of(cls, reading: Reading, ruled: Iterable[Claim]) -> _Ground:
        """Return the ground of a reading; `ruled` says which interventions are run."""
        found: dict[str, list[Mention]] = {}
        for mention in reading.of_kinds("intervention"):
            found.setdefault(mention.entity.id, []).append(mention)
        counted = Counter({name: len(mentions) for name, mentions in found.items()})
        run = frozenset(
            c.object.id
            for c in ruled
            if c.relation is Relation.IMPLEMENTS and isinstance(c.object, Entity)
        )
        rank = {name: n for n, (name, _) in enumerate(counted.most_common())}
        starts = [sentence.start for sentence in reading.document.sentences]
        return cls(reading, starts, found, run, rank)

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(0, bisect_right(self.starts, at) - 1)

    def distance(self, claim: Claim, mention: Mention) -> int:
        """Return how many sentences a mention stands before the words of a claim."""
        return self.sentence(claim.evidence[0].start) - self.sentence(mention.start)

    def traits(self, claim: Claim, mention: Mention, name: str) -> frozenset[str]:
        """Return the traits of a pair, each marked ``L:``."""
        sentences = self.reading.document.sentences
        at, there = self.sentence(claim.evidence[0].start), self.sentence(mention.start)
        distance = max(-FURTHEST_ON, min(FURTHEST_BACK, at - there))
        others = [
            (self.sentence(m.start), other)
            for other, mentions in self.mentions.items()
            if other != name
            for m in mentions
        ]
        rivals = len({other for n, other in others if 0 <= at - n <= NEAR})
        beside = len({other for n, other in others if n == there})
        between = any(there < n < at or (n == there and distance > 0) for n, _ in others)
        shown = distance if -1 <= distance <= NEAR else "far"
        number = len(self.mentions[name])
        total = sum(map(len, self.mentions.values()))
        object_ = claim.object
        measure = object_.measure if isinstance(object_, Outcome) else str(object_)
        found = {
            f"for {claim.relation}",
            f"back {distance}",
            "same block" if sentences[at].block == sentences[there].block else "other block",
            f"rivals {min(3, rivals)}",
            f"beside {min(2, beside)} back {shown}",
            "another between" if between else "none between",
            "titled" if any(self.sentence(m.start) <= 1 for m in self.mentions[name]) else "",
            f"rank {min(3, self.rank[name])}",
            f"share {5 * number // total}",
            "run" if name in self.run else "not run",
            f"label {mention.role}",
            f"times {min(4, number)}",
            f"of {min(5, len(self.mentions))}",
            f"is {name}",
            f"moves {measure}",
            f"{name} moves {measure}",
            f"way {object_.direction}" if isinstance(object_, Outcome) else "",
            f"block {self.reading.document.blocks[sentences[at].block].kind.value}",
        }
        if distance == 0:
            start = sentences[there].start
            before = stems(self.reading.text[start : mention.start][-30:])
            found |= {f"after {word}" for word in before[-2:]}
            found.add("opens" if mention.start - start < NEAR_START else "does not open")
        return frozenset(f"L:{trait}" for trait in found if trait)


NEAR_START = 15
"""Characters into a sentence up to which a mention opens it."""
