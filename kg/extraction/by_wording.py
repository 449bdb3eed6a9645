"""Facts by wording: what a sentence tells as a whole, where no rule need know its words.

Rules read what a label and a clause say; a sentence that has neither a label nor a known turn may
still be worded as such facts are ("one practice looks after all forty-two residents"). Such
candidates are stated here and weighed, like all others, in `kg.extraction.weighing`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.kept import kept
from kg.extraction.outcome_owner import outcome_owner
from kg.extraction.telling import told_sentences
from kg.extraction.traits import traits
from kg.extraction.weights import LINK, NAMED, STATUS, probability
from kg.model import CODED_KINDS, Direction, Entity, Outcome, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Reading
    from kg.extraction.scene import Scene
    from kg.extraction.weights import Odds, Weights
    from kg.model import Claim, Object, Sentence

NAME = "by-wording"
LEAST_ODDS = -2.5
"""Log-odds from which a fact is a candidate at all: a chance of one in thirteen."""
HOPED = frozenset({Relation.IMPLEMENTS, Relation.OUTCOME, Relation.POPULATION})
"""Relations whose facts may be planned or hoped for."""
OVERRULED = 4.0
"""Log-odds by which words must speak for another status than the one that a rule read."""
LONGEST = 290
"""The most characters that a quote by wording has."""

_OWNED = {
    Relation.POPULATION: frozenset({"vanguard", "model"}),
    Relation.IMPLEMENTS: frozenset({"vanguard", "model", "programme"}),
}
_OWNERS = frozenset({"vanguard", "model", "programme", "org"})


def find(scene: Scene, weights: Weights) -> Iterator[Claim]:
    """Yield a claim for each fact that a sentence may tell, as sure as its wording."""
    odds = odds_of(scene.reading, weights)
    for sentence in told_sentences(scene, headings=True):
        here = odds[sentence.start]
        for number in here.likely(LEAST_ODDS):
            relation, term = weights.facts[number]
            if relation not in {LINK, NAMED, STATUS}:
                status = status_by_wording(weights, here, Relation(relation))
                log_odds = here.of(number)
                yield from _claims(scene, sentence, Relation(relation), term, log_odds, status)


@kept
def odds_of(reading: Reading, weights: Weights) -> dict[int, Odds]:
    """Return the log-odds of each fact for each sentence, by where the sentence starts."""
    return {s.start: weights.odds(traits(reading, s)) for s in reading.document.sentences}


@kept
def most_of(reading: Reading, weights: Weights, number: int) -> float:
    """Return the log-odds of a fact in the sentence that tells it most, or of none at all."""
    return max((odds.of(number) for odds in odds_of(reading, weights).values()), default=NONE)


NONE = -6.0
"""The log-odds of a fact that no sentence is there to tell."""


def _claims(
    scene: Scene,
    sentence: Sentence,
    relation: Relation,
    term: str,
    log_odds: float,
    status: Status,
) -> Iterator[Claim]:
    """Yield the claim for each whose fact it is."""
    object_ = _object(term)
    if not _known(scene, object_):
        return
    at = _place(scene, sentence, object_)
    find_owner = outcome_owner if relation is Relation.OUTCOME else type(scene).owner
    owner = find_owner(scene, sentence, at)
    if owner is None:
        return
    if isinstance(object_, Outcome):
        object_ = _with_figure(scene, sentence, object_)
    for entity in owner.entities:
        if entity.kind in _OWNED.get(relation, _OWNERS):
            yield scene.claim(
                relation,
                entity,
                object_,
                status,
                *_span(sentence, at),
                rule=NAME,
                confidence=probability(log_odds),
            )


def status_by_wording(
    weights: Weights, odds: Odds, relation: Relation, held: Status | None = None
) -> Status:
    """Return how a sentence tells what it tells: what its words speak for most.

    `held` is the status that a rule read, which stands unless the words speak far more for
    another. A barrier or enabler is reported: a denied one needs a rule that reads the denial.
    """
    if relation not in HOPED:
        return held or Status.REPORTED
    numbers = ((weights.number((STATUS, how.value)), how) for how in Status)
    told = {how: odds.of(n) for n, how in numbers if n is not None}
    if not told:
        return held or Status.REPORTED
    best = max(told, key=lambda how: told[how])
    if held is not None and told[best] - told.get(held, told[best]) < OVERRULED:
        return held
    return best


def _with_figure(scene: Scene, sentence: Sentence, outcome: Outcome) -> Outcome:
    """Return an outcome with the one figure that its sentence has, if it has just one."""
    figures = scene.reading.figures_within(sentence.start, sentence.end)
    if len(figures) != 1 or figures[0].role in {"from", "to"}:
        return outcome
    return replace(outcome, value=figures[0].value, unit=figures[0].unit)


def _object(term: str) -> Object:
    """Return the object that a fact's term writes."""
    kind, _, rest = term.partition(":")
    if kind in CODED_KINDS:
        return Entity(kind, rest)
    measure, direction = rest.split("/")
    return Outcome(measure, Direction(direction))


def _known(scene: Scene, object_: Object) -> bool:
    """Whether the vocabulary has the concept: the weights may know one that a user took out."""
    if isinstance(object_, Outcome):
        return scene.vocabulary.find("measure", object_.measure) is not None
    return (
        isinstance(object_, Entity) and scene.vocabulary.find(object_.kind, object_.id) is not None
    )


def _place(scene: Scene, sentence: Sentence, object_: Object) -> int:
    """Return where the sentence first mentions the concept, or else where it ends."""
    kind, wanted = (
        ("measure", object_.measure)
        if isinstance(object_, Outcome)
        else (object_.kind, object_.id)
        if isinstance(object_, Entity)
        else ("", "")
    )
    mentions = scene.reading.mentions_in(sentence, kind)
    seen = next((m.start for m in mentions if m.entity.id == wanted), None)
    return max(sentence.start, sentence.end - 1) if seen is None else seen


def _span(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the words to quote: the sentence, or of a long one what stands about the place."""
    if sentence.end - sentence.start <= LONGEST:
        return sentence.start, sentence.end
    start = max(sentence.start, min(at - LONGEST // 2, sentence.end - LONGEST))
    return start, start + LONGEST
