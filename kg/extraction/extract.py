"""The pipeline: a document in, its claims out, each with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.by_wording import find as find_wordings
from kg.extraction.gate import Refusal, fault_of
from kg.extraction.linking import linked
from kg.extraction.owners import Owners
from kg.extraction.quoting import in_whole_sentences
from kg.extraction.rule import all_rules
from kg.extraction.scene import Scene
from kg.extraction.speakers import with_speakers
from kg.extraction.weighing import LEARNT, apart, is_long, weighed
from kg.extraction.weights import default_weights
from kg.model import LEAST_CONFIDENCE, Entity, Relation
from kg.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.extraction.matcher import Matcher
    from kg.extraction.reading import Reading
    from kg.extraction.rule import Rule
    from kg.extraction.weights import Weights
    from kg.model import Claim, Document
    from kg.vocabulary import Vocabulary

LEAST_SURE = 0.45
"""What a claim must reach, but for those that a rule states in a long text.

Few long texts were there to learn from, and rules read those better than what was learnt does.
"""
MOST_EVIDENCE = 4
"""How many pieces of evidence a claim keeps."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document states, and what was refused and why."""

    claims: tuple[Claim, ...]
    refused: tuple[Refusal, ...]


def extract(
    document: Document,
    matcher: Matcher,
    vocabulary: Vocabulary,
    *,
    least: float = LEAST_CONFIDENCE,
    weights: Weights | None = None,
) -> Extraction:
    """Return the claims of a document, one for each fact, in order of place.

    Claims less sure than `least`, in [0, 1], are left out (see `stands`); `weights` are those of
    the package unless given. Raises nothing on any text. A document that is not about the
    programme states nothing.
    """
    from kg.extraction.see import see

    reading = see(document, matcher)
    if not reading.mentions:
        return Extraction((), ())
    weights = weights or default_weights()
    scene = Scene(reading, Owners(reading, vocabulary), vocabulary)
    ruled, worded, refused = candidates(scene, weights)
    stated = one_a_fact(weighed(ruled, worded, reading, weights, vocabulary.own))
    shown = (in_whole_sentences(c, document) for c in stated if stands(c, least, document))
    return Extraction(_in_order(shown, reading), refused)


def stands(claim: Claim, least: float, document: Document) -> bool:
    """Whether a claim of a document is sure enough.

    With a least confidence of 0 every claim is.
    """
    lenient = least == 0 or (claim.rule not in LEARNT and is_long(document))
    return claim.confidence >= (least if lenient else max(least, LEAST_SURE))


def candidates(
    scene: Scene, weights: Weights
) -> tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Refusal, ...]]:
    """Return what rules state, what else may be told by wording or link, and what was refused."""
    ruled, worded, refused = told(scene, weights)
    links = linked((*ruled, *worded), scene.reading, weights)
    return ruled, (*worded, *one_a_fact(links)), refused


def told(
    scene: Scene, weights: Weights
) -> tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Refusal, ...]]:
    """Return what rules state, what sentences may tell by wording, and what was refused."""
    ruled, refused = _stated(scene, (rule.find for rule in all_rules()))
    worded, faulty = _stated(scene, (lambda scene: find_wordings(scene, weights),))
    return ruled, worded, (*refused, *faulty)


def extract_from(reading: Reading, vocabulary: Vocabulary, rules: Iterable[Rule]) -> Extraction:
    """Return what these rules alone state on a reading, through the gate, one claim a fact."""
    scene = Scene(reading, Owners(reading, vocabulary), vocabulary)
    claims, refused = _stated(scene, (rule.find for rule in rules))
    return Extraction(_in_order(claims, reading), refused)


def _stated(
    scene: Scene, finders: Iterable[Callable[[Scene], Iterable[Claim]]]
) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
    """Return what is found and passes the gate, one claim a fact, and what does not pass."""
    kept: list[Claim] = []
    refused: list[Refusal] = []
    for find in finders:
        for claim in find(scene):
            fault = fault_of(claim, scene.reading.document, scene.vocabulary)
            if fault:
                refused.append(Refusal(claim, fault))
            else:
                kept.append(claim)
    return one_a_fact(with_person_ids(kept)), tuple(refused)


def _in_order(claims: Iterable[Claim], reading: Reading) -> tuple[Claim, ...]:
    """Return claims in order of place, with who says so."""
    return tuple(sorted(with_speakers(claims, reading), key=lambda c: c.order))


def with_person_ids(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims with each person's identifier ended by the first role's organisation.

    One name is one person within a document: ``slug(name)@slug(organisation)``, the identifier
    itself where the role is at a vanguard or the programme.
    """
    placed = sorted(claims, key=lambda c: c.order)
    ids: dict[str, str] = {}
    for claim in placed:
        if claim.relation is Relation.ROLE and isinstance(claim.object, Entity):
            place = claim.object
            where = slug(place.names[0]) if place.kind == "org" and place.names else place.id
            ids.setdefault(_person(claim.subject), f"{slug(claim.subject.names[0])}@{where}")
    return tuple(
        replace(c, subject=replace(c.subject, id=ids[_person(c.subject)]))
        if c.subject.kind == "person" and _person(c.subject) in ids
        else c
        for c in placed
    )


def _person(entity: Entity) -> str:
    return fold(entity.names[0]) if entity.names else entity.id


def one_a_fact(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return one claim for each fact: the surest, else the first, with others' quotes added."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_identity(claim), []).append(claim)
    return tuple(_merged(group) for group in groups.values())


def _identity(claim: Claim) -> tuple[str, ...]:
    """Return what two claims of one fact share: names aside, for they may be more or fewer."""
    subject, object_ = claim.subject, claim.object
    second = f"{object_.kind}:{object_.id}" if isinstance(object_, Entity) else str(object_)
    return (str(claim.relation), subject.kind, subject.id, second, str(claim.status))


def _merged(group: list[Claim]) -> Claim:
    """Return the best claim of a group with the evidence of the rest behind its own."""
    if len(group) == 1 and len(group[0].qualifiers) <= 1:
        return group[0]
    # Among claims about as sure as one another, the first told has the better words (measured).
    ranked = sorted(group, key=lambda c: (-round(c.confidence, 1), c.order, c.rule, c.qualifiers))
    best = ranked[0]
    evidence = list(best.evidence)
    for other in sorted(ranked[1:], key=lambda c: c.order):
        for piece in other.evidence:
            if len(evidence) < MOST_EVIDENCE and all(apart(piece, e) for e in evidence):
                evidence.append(piece)
    qualifiers = dict(best.qualifiers)
    for other in ranked[1:]:
        for key, value in other.qualifiers:
            qualifiers.setdefault(key, value)
    return replace(best, evidence=tuple(evidence), qualifiers=tuple(sorted(qualifiers.items())))
