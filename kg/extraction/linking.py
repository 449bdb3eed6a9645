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
from kg.extraction.spans import Spans
from kg.extraction.traits import stems
from kg.extraction.weights import LINK, probability, term_of
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
    return None if number is None else weights.log_odds_of(number, pair.traits)


def pairs(told: Iterable[Claim], ruled: Iterable[Claim], reading: Reading) -> Iterator[Pair]:
    """Yield each pair of an intervention seen and an outcome or population told of someone else.

    One pair a fact and intervention: that of the telling (a rule's, if any) nearest to a mention.
    `ruled` are the claims of rules; an intervention that is said to be run is a better candidate.
    """
    ground = _Ground.of(reading, ruled)
    tellings: dict[tuple[str, str], list[Claim]] = {}
    for claim in told:
        if claim.relation in LINKED and claim.subject.kind != "intervention":
            key = (str(claim.relation), term_of(claim.object))
            tellings.setdefault(key, []).append(claim)
    for claims in tellings.values():
        group = [c for c in claims if c.rule != by_wording.NAME] or claims
        told_at = [
            (ground.sentence(claim.evidence[0].start), claim)
            for claim in sorted(group, key=lambda c: c.order)
        ]
        for name, seen in ground.seen.items():
            near = [(seen.nearest(at), at, claim) for at, claim in told_at]
            (_, there), at, claim = min(near, key=lambda n: n[0][0])
            mention = seen.first[there]
            yield Pair(mention.entity, claim, ground.traits(claim, at, mention, there, name))


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where one intervention of a document stands: the sentences, the first mention in each."""

    sentences: list[int]
    first: dict[int, Mention]
    number: int

    @classmethod
    def of(cls, placed: Iterable[tuple[int, Mention]]) -> _Seen:
        """Return where mentions stand that come in order of place, each with its sentence."""
        first: dict[int, Mention] = {}
        number = 0
        for sentence, mention in placed:
            first.setdefault(sentence, mention)
            number += 1
        return cls(list(first), first, number)

    def nearest(self, at: int) -> tuple[float, int]:
        """Return how far the nearest sentence is from sentence `at`, and its number.

        Of one as far behind as another ahead, the one ahead is nearer.
        """
        i = bisect_right(self.sentences, at)
        around = self.sentences[max(0, i - 1) : i + 1]
        return min((at - n if n <= at else n - at + 0.5, n) for n in around)


@dataclass(frozen=True, slots=True)
class _Ground:
    """A document's interventions and where they stand."""

    reading: Reading
    starts: Sequence[int]
    seen: dict[str, _Seen]
    names: Sequence[set[str]]
    """The interventions of each sentence."""
    total: int
    run: frozenset[str]
    rank: dict[str, int]

    @classmethod
    def of(cls, reading: Reading, ruled: Iterable[Claim]) -> _Ground:
        """Return the ground of a reading; `ruled` says which interventions are run."""
        starts = [sentence.start for sentence in reading.document.sentences]
        names: list[set[str]] = [set() for _ in starts or (0,)]
        found: dict[str, list[tuple[int, Mention]]] = {}
        measures = Spans((m.start, m.end) for m in reading.of_kinds("measure") if m.role != "cue")
        for mention in reading.of_kinds("intervention"):
            if measures.hold(mention.start, mention.end):
                continue  # "delayed discharges" is what is measured, and no planning of discharge
            at = _sentence(starts, mention.start)
            names[at].add(mention.entity.id)
            found.setdefault(mention.entity.id, []).append((at, mention))
        counted = Counter({name: len(placed) for name, placed in found.items()})
        run = frozenset(
            c.object.id
            for c in ruled
            if c.relation is Relation.IMPLEMENTS and isinstance(c.object, Entity)
        )
        rank = {name: n for n, (name, _) in enumerate(counted.most_common())}
        seen = {name: _Seen.of(placed) for name, placed in found.items()}
        return cls(reading, starts, seen, names, counted.total(), run, rank)

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at an offset."""
        return _sentence(self.starts, at)

    def traits(
        self, claim: Claim, at: int, mention: Mention, there: int, name: str
    ) -> frozenset[str]:
        """Return the traits of a pair, each marked ``L:``; `at` and `there` are its sentences."""
        sentences = self.reading.document.sentences
        distance = max(-FURTHEST_ON, min(FURTHEST_BACK, at - there))
        rivals = len(set().union(*self.names[max(0, at - NEAR) : at + 1]) - {name})
        beside = len(self.names[there]) - 1
        between = (beside and distance > 0) or any(
            names - {name} for names in self.names[there + 1 : at]
        )
        shown = distance if -1 <= distance <= NEAR else "far"
        seen = self.seen[name]
        object_ = claim.object
        measure = object_.measure if isinstance(object_, Outcome) else str(object_)
        found = {
            f"L:for {claim.relation}",
            f"L:back {distance}",
            "L:same block" if sentences[at].block == sentences[there].block else "L:other block",
            f"L:rivals {min(3, rivals)}",
            f"L:beside {min(2, beside)} back {shown}",
            "L:another between" if between else "L:none between",
            f"L:rank {min(3, self.rank[name])}",
            f"L:share {5 * seen.number // self.total}",
            "L:run" if name in self.run else "L:not run",
            f"L:label {mention.role}",
            f"L:times {min(4, seen.number)}",
            f"L:of {min(5, len(self.seen))}",
            f"L:is {name}",
            f"L:moves {measure}",
            f"L:{name} moves {measure}",
            f"L:block {self.reading.document.blocks[sentences[at].block].kind.value}",
        }
        if seen.sentences[0] <= 1:
            found.add("L:titled")
        if isinstance(object_, Outcome):
            found.add(f"L:way {object_.direction}")
        if distance == 0:
            start = sentences[there].start
            before = stems(self.reading.text[start : mention.start][-30:])
            found |= {f"L:after {word}" for word in before[-2:]}
            opens = mention.start - start < NEAR_START
            found.add("L:opens" if opens else "L:does not open")
        return frozenset(found)


def _sentence(starts: Sequence[int], at: int) -> int:
    """Return the number of the sentence at an offset, of sentences that start so."""
    return max(0, bisect_right(starts, at) - 1)


NEAR_START = 15
"""Characters into a sentence up to which a mention opens it."""
