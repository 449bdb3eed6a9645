"""Linking: which interventions a told outcome, or a population, goes with.

Documents seldom say "A led to B" in one clause; a reader joins the service that a paragraph is
about to the change told at its end. How far each intervention of a document is from the words,
what else stands between, how far the sentences about them speak of it and which measures it is
known to move are traits of the pair, weighed as the traits of a sentence are
(`kg.extraction.weights`).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction import by_wording
from kg.extraction.by_wording import NONE, odds_of
from kg.extraction.spans import Spans
from kg.extraction.traits import HEADS
from kg.extraction.weights import LINK, probability, term_of
from kg.model import Entity, Outcome, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extraction.reading import Mention, Reading
    from kg.extraction.weights import Odds, Weights
    from kg.model import Claim

NAME = "links"
LINKED = (Relation.OUTCOME, Relation.POPULATION)
LEAST_ODDS = -2.2
"""Log-odds from which a pair is a candidate: a chance of one in ten."""
LEAST_RUN = 0.35
"""How sure its wording must be for an intervention that no label names to be one of a document."""
RECENT = 4
"""Sentences back in a block in which an intervention may have been told that a fact goes with."""

_DISTANCES = (-2, 0, 1, 2, 3, 5, 9)
"""Sentences back from which one distance is another."""
_BLOCKS = (0, 1, 2, 4)
"""Blocks back from which one distance is another."""
_TIMES = (1, 2, 3, 5)
"""Sentences that mention an intervention from which one number of them is another."""
_ODDS = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0)
"""Log-odds from which one step is another."""
_LEANS = (-4.0, -2.0, -0.5, 1.0)
"""Log-odds from which a sentence leans another way."""
_TOLD = (-3.0, -1.0, 1.0)
"""Log-odds from which a block tells another way whether an intervention is run."""
_SURE = (0.3, 0.5, 0.7, 0.85)
"""Confidences from which one step is another."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An intervention of a document and a fact told in it, with what bears on their link."""

    intervention: Entity
    told: Claim
    traits: frozenset[str]


def linked(claims: Iterable[Claim], reading: Reading, weights: Weights) -> Iterator[Claim]:
    """Yield a claim for each intervention that what `claims` tell may go with, as sure as so."""
    if all(weights.number((LINK, str(relation))) is None for relation in LINKED):
        return
    for pair in pairs(claims, reading, weights):
        number = weights.number((LINK, str(pair.told.relation)))
        odds = NONE if number is None else weights.log_odds_of(number, pair.traits)
        if odds >= LEAST_ODDS:
            yield replace(
                pair.told, subject=pair.intervention, rule=NAME, confidence=probability(odds)
            )


def pairs(claims: Iterable[Claim], reading: Reading, weights: Weights) -> Iterator[Pair]:
    """Yield each pair of an intervention and an outcome or population told of someone else.

    One pair a fact and intervention: that of the telling (a rule's, if any) nearest to it.
    """
    claims = tuple(claims)
    ground = _Ground.of(reading, claims, weights)
    tellings: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.relation in LINKED and claim.subject.kind != "intervention":
            key = (str(claim.relation), term_of(claim.object))
            tellings.setdefault(key, []).append(claim)
    for fact, told in tellings.items():
        group = [c for c in told if c.rule != by_wording.NAME] or told
        surest = max(c.confidence for c in told)
        told_at = [(ground.at(c), c) for c in sorted(group, key=lambda c: c.order)]
        for name, seen in ground.seen.items():
            at, claim = min(told_at, key=lambda telling: seen.nearest(telling[0])[0])
            traits = ground.traits(claim, fact, at, name, surest)
            yield Pair(seen.entity, claim, traits)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where one intervention of a document stands: numbers of sentences, mentions in them."""

    entity: Entity
    sentences: list[int]
    first: dict[int, Mention]
    """The first mention in each sentence that has one."""
    headed: bool
    """Whether a heading or question names it."""
    run: Sequence[float]
    """How far each sentence of the document tells that it is run, as log-odds."""
    ascribed: Sequence[float]
    """How far each tells of what came of it."""

    def nearest(self, at: int) -> tuple[float, int]:
        """Return how far the nearest sentence is from sentence `at`, and its number.

        Of one as far behind as another ahead, the one behind is nearer.
        """
        i = bisect_right(self.sentences, at)
        around = self.sentences[max(0, i - 1) : i + 1]
        return min((at - n if n <= at else n - at + 0.5, n) for n in around)

    def back(self, at: int) -> int | None:
        """Return how many sentences back from `at` it last stood, or None where it did not."""
        i = bisect_right(self.sentences, at)
        return at - self.sentences[i - 1] if i else None


@dataclass(frozen=True, slots=True)
class _Ground:
    """A document's interventions, where they stand, and how far each sentence speaks of them."""

    reading: Reading
    weights: Weights
    starts: Sequence[int]
    told: Sequence[Odds]
    """How far each sentence tells each fact."""
    seen: dict[str, _Seen]

    @classmethod
    def of(cls, reading: Reading, claims: Iterable[Claim], weights: Weights) -> _Ground:
        """Return the ground of a reading; `claims` say which interventions are run and where."""
        starts = [sentence.start for sentence in reading.document.sentences]
        places: dict[str, set[int]] = {}
        entities: dict[str, Entity] = {}
        first: dict[str, dict[int, Mention]] = {}
        headed: set[str] = set()
        measures = Spans((m.start, m.end) for m in reading.of_kinds("measure") if m.role != "cue")
        for mention in reading.of_kinds("intervention"):
            if measures.hold(mention.start, mention.end):
                continue  # "delayed discharges" is what is measured, and no planning of discharge
            at, name = _sentence(starts, mention.start), mention.entity.id
            entities.setdefault(name, mention.entity)
            places.setdefault(name, set()).add(at)
            first.setdefault(name, {}).setdefault(at, mention)
            block = reading.document.sentences[at].block
            if reading.document.blocks[block].kind in HEADS:
                headed.add(name)
        for claim in claims:
            run = claim.object
            if claim.relation is not Relation.IMPLEMENTS or not isinstance(run, Entity):
                continue
            if claim.rule != by_wording.NAME or claim.confidence >= LEAST_RUN:
                entities.setdefault(run.id, run)
                places.setdefault(run.id, set()).update(
                    _sentence(starts, piece.start) for piece in claim.evidence
                )
        odds = odds_of(reading, weights)
        told = [odds[start] for start in starts]

        def all_odds(relation: str, name: str) -> Sequence[float]:
            number = weights.number((relation, f"intervention:{name}"))
            return [NONE if number is None else here.of(number) for here in told]

        seen = {
            name: _Seen(
                entities[name],
                sorted(where),
                first.get(name, {}),
                name in headed,
                all_odds(str(Relation.IMPLEMENTS), name),
                all_odds(LINK, name),
            )
            for name, where in sorted(places.items())
        }
        return cls(reading, weights, starts, told, seen)

    def at(self, claim: Claim) -> int:
        """Return the number of the sentence in which a claim is told."""
        return _sentence(self.starts, claim.evidence[0].start)

    def traits(
        self, claim: Claim, fact: tuple[str, str], at: int, name: str, surest: float
    ) -> frozenset[str]:
        """Return the traits of a pair, each marked ``L:``; the fact is told in sentence `at`."""
        seen = self.seen[name]
        _, there = seen.nearest(at)
        back = at - there
        sentences = self.reading.document.sentences
        told, stands = sentences[at], sentences[there]
        same = told.block == stands.block
        others = [s.back(at) for other, s in self.seen.items() if other != name]
        nearer = sum(n is not None and n < back for n in others) if back >= 0 else 3
        level = sum(n is not None and n == back for n in others)
        recent = range(max(0, at - RECENT), at + 1)
        in_block = max(seen.run[n] for n in recent if sentences[n].block == told.block)
        number = self.weights.number(fact)
        ascribed = seen.ascribed[at]
        more = sum(other.ascribed[at] > ascribed for other in self.seen.values())
        steps = _step(back, _DISTANCES)
        mention = seen.first.get(there)
        opens = mention is not None and mention.start < claim.evidence[0].start
        object_ = claim.object
        measure = object_.measure if isinstance(object_, Outcome) else str(object_)
        found = {
            f"L:for {claim.relation}",
            f"L:back {steps}",
            f"L:blocks back {_step(told.block - stands.block, _BLOCKS)}",
            f"L:nearer {min(3, nearer)}",
            f"L:as near {min(2, level)}",
            f"L:{steps} same block {same} nearer {min(2, nearer)}",
            f"L:here {_step(seen.run[at], _ODDS)}",
            f"L:before {_step(seen.run[at - 1] if at else NONE, _ODDS)}",
            f"L:there {_step(seen.run[there], _ODDS)}",
            f"L:block {_step(in_block, _ODDS)}",
            f"L:most {_step(max(seen.run), _ODDS)}",
            f"L:block {_step(in_block, _TOLD)} same {same} nearer {min(2, nearer)}",
            f"L:ascribed {_step(ascribed, _ODDS)}",
            f"L:ascribed {_step(ascribed, _LEANS)} back {steps}",
            f"L:ascribed more {min(3, more)}",
            f"L:told {_step(NONE if number is None else self.told[at].of(number), _ODDS)}",
            f"L:sure {_step(surest, _SURE)}",
            f"L:rule {claim.rule}",
            f"L:of {claim.subject.kind}",
            f"L:status {claim.status}",
            f"L:sentences {_step(len(seen.first), _TIMES)}",
            f"L:named before {opens}",
            f"L:headed {seen.headed}",
            f"L:is {name}",
            f"L:moves {measure}",
            f"L:moves {measure} back {steps}",
            f"L:{name} moves {measure}",
        }
        if isinstance(object_, Outcome):
            found |= {f"L:way {object_.direction}", f"L:figure {object_.value is not None}"}
        if any(m.kind == "vanguard" for m in self.reading.mentions_in(told)):
            found.add("L:vanguard beside")
        return frozenset(found)


def _step(value: float, bounds: Sequence[float]) -> int:
    """Return how many of the bounds a value has reached."""
    return bisect_right(bounds, value)


def _sentence(starts: Sequence[int], at: int) -> int:
    """Return the number of the sentence at an offset, of sentences that start so."""
    return max(0, bisect_right(starts, at) - 1)
