"""Populations: the people at whom a vanguard, a kind of vanguard or an intervention is directed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.rule import Rule
from kg.extraction.telling import (
    clause,
    cue_in,
    in_name,
    near,
    scopes,
    sure,
    told_sentences,
    without_wishes,
)
from kg.model import BlockKind, Relation, Status
from kg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Entity, Sentence
    from kg.vocabulary import Vocabulary

NAME = "populations"

_DIRECTED = re.compile(
    r"(?:\b(?:for|to|help|helps|helping|serve|serves|serving|offer|offers|reach|target|targets"
    r"|treat"
    r"|support|supports|supporting|caring for|care of|look after|visit|visits|all|most|identify"
    r"|identifying|train|with|among|taken in|take in|take on|takes on|sees?|seen|look(?:s"
    r"|ed)? after|covers?"
    r"|hands?|handed|hand|sends?|sent|refer|refers|referred|teach(?:es)?|taught|meets?|pick(?:s"
    r"|ed) out"
    r"|picking out|find|finds|finding|follow up|welcomes?|admits?|adopt\w*"
    r"|covered|gives?|gave|given|(?:health|care|medicines|needs|lives|treatment|support) of)\b"
    r"|\baimed at\b)\s+(?:[\w,’'%-]+\s+){0,6}?$",
    re.IGNORECASE,
)
_CAN_USE = re.compile(
    r"(?:\s+(?:and their \w+|(?:from|in|across|of|at|with|who) [^.;]{2,60}?))?,?\s+(?:(?:can|may"
    r"|could"
    r"|are able to|were"
    r" able to) (?:now |also |then |still )?(?:ring|call|use|visit|go|get|see|join|come|ask|book"
    r"|phone|drop"
    r"|turn|be seen|stay|attend|refer|choose|have|text|email|walk)"
    r"|(?:who )?(?:(?:are|were|is|was|have been|has been) )?(?:now |also |being )?(?:offered"
    r"|given|visited"
    r"|seen|enrolled|referred|supported|taught|helped|registered|identified|assessed|invited"
    r"|put in touch"
    r"|looked after|cared for|treated|met)\b)",
    re.IGNORECASE,
)
_FOR_WHOM_ASKED = re.compile(
    r"\b(?:who (?:is|are) (?:it|they|this|we|the \w+) for|who can|who will|who is eligible"
    r"|who benefits"
    r"|who (?:do|does|did) (?:it|we|you|they|the \w+) (?:help|serve|see|support|look after)"
    r"|for whom"
    r"|who gets|who we (?:help|serve|see|support)|our patients|eligib\w+)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\b(?:budgets?|contracts?|payments?|money|funding|decisions?|rota|figures?|average|right)\b"
    r"[\w ,]{0,30}$",
    re.IGNORECASE,
)
_HOMES = re.compile(r"\b(?:care|nursing|residential) homes?\b", re.IGNORECASE)
_GIVEN = re.compile(r"\s+(?:an?|the|their own)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
_NOT_FOR = re.compile(r"\bnot (?:\w+ ){0,2}for\s+$", re.IGNORECASE)
_FOR_WHOM = re.compile(
    r"\b(?:for|who|whom|people|patients|population|group|users?)\b", re.IGNORECASE
)
_WISHED = re.compile(
    r"\b(?:hop\w+|intend\w*|aim|aims|aimed to|aiming|want\w*|would|could|propos\w+|expect\w*|might"
    r"|ambition|vision|wish\w*|seek\w*)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(r"\b(?:meant to|designed to|to|that|which)\b", re.IGNORECASE)
_LINK = re.compile(
    r"[^.;:,]{0,60}?\b(?:for|to|that|which|help|helps|helping|target|targets|targeting|aimed at"
    r"|who|teach\w*"
    r"|support|supports|offered|with|visits?|reach)\b[^.;:,]{0,60}",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the people for whom each owner, and an intervention in the same clause, is meant."""
    return without_wishes(_told(scene))


def _told(scene: Scene) -> Iterator[Claim]:
    """Yield every telling of it, wishes included."""
    for sentence in told_sentences(scene):
        for mention in scene.reading.mentions_in(sentence, "population"):
            if mention.role == "cue" and mention.entity.id == "whole-population":
                continue
            if _counted(scene, sentence, mention):
                continue
            if in_name(scene, mention, "model") or not _directed(scene, sentence, mention):
                continue
            owner = scene.owner(sentence, mention.start)
            if owner is None:
                continue
            status = _status(scene, sentence, mention)
            if status is Status.NEGATED and not _NOT_FOR.search(
                scene.reading.text[max(sentence.start, mention.start - 30) : mention.start]
            ):
                continue
            span = clause(scene, sentence, mention.start, mention.end)
            for entity in owner.entities:
                if entity.kind not in {"vanguard", "model"}:
                    continue
                for population in nested(scene, mention):
                    yield scene.claim(
                        Relation.POPULATION,
                        entity,
                        population,
                        status,
                        *span,
                        rule=NAME,
                        confidence=sure(0.82, owner, mention.role),
                    )
            served = _intervention(scene, sentence, mention)
            if served is not None and owner.entities[0].kind in {"vanguard", "model", "programme"}:
                yield scene.claim(
                    Relation.POPULATION,
                    served.entity,
                    mention.entity,
                    status,
                    min(served.start, mention.start),
                    max(served.end, mention.end),
                    rule=NAME,
                    confidence=sure(0.78, owner, mention.role),
                )


def _status(scene: Scene, sentence: Sentence, mention: Mention) -> Status:
    """Return how it is told; the purpose of what is done ("to help older people") is a fact."""
    status = scene.status(sentence, mention.start, mention.end)
    if status is Status.EXPECTED and not _WISHED.search(
        scene.reading.text, near(sentence, mention.start, mention.end)[0], mention.start
    ):
        marks = list(
            _MEANT.finditer(
                scene.reading.text, near(sentence, mention.start, mention.end)[0], mention.start
            )
        )
        if marks:
            before = scene.status(sentence, marks[-1].start(), marks[-1].start())
            return Status.REPORTED if before is Status.EXPECTED else before
        return Status.REPORTED
    return status


@cache
def _labels(vocabulary: Vocabulary) -> dict[tuple[str, ...], Entity]:
    """Return the labels of populations by their words."""
    return {
        tuple(fold(label.text).split()): concept.entity
        for concept in vocabulary.of("population")
        for label in concept.labels
        if label.role in {"pref", "alt", "hidden"}
    }


def nested(scene: Scene, mention: Mention) -> tuple[Entity, ...]:
    """Return the population of a mention, and those that shorter labels inside it name."""
    words = tuple(fold(scene.reading.text[mention.start : mention.end]).split())
    labels = _labels(scene.vocabulary)
    found = [mention.entity]
    for i in range(len(words)):
        for j in range(i + 1, len(words) + 1):
            entity = labels.get(words[i:j])
            if entity is not None and entity not in found and j - i < len(words):
                found.append(entity)
    return tuple(e for e in found if e.id != "whole-population" or e == mention.entity)


def _directed(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether something is said to be for these people."""
    start, _ = clause(scene, sentence, mention.start, mention.end)
    lead = scene.reading.text[max(start, sentence.start) : mention.start]
    words = scene.reading.text[mention.start : mention.end]
    if re.match(r"(?:for|to|aimed at|target\w*|supporting)\b", words, re.IGNORECASE):
        return True
    block = scene.reading.document.blocks[sentence.block]
    if block.kind is BlockKind.TABLE_ROW and block.scope is not None:
        head = scene.reading.document.blocks[block.scope]
        return _FOR_WHOM.search(scene.reading.text, head.start, head.end) is not None
    if _CAN_USE.match(scene.reading.text, mention.end, sentence.end):
        return True
    asked = next(scopes(scene, sentence), None)
    if asked is not None and _FOR_WHOM_ASKED.search(scene.reading.text, asked.start, asked.end):
        return mention.role != "cue"
    if _DIRECTED.search(lead):
        return (
            mention.role != "cue" or cue_in(scene, start, mention.start, "directed-at") is not None
        )
    return cue_in(scene, max(start, mention.start - 60), mention.start, "directed-at") is not None


def _counted(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words are no people served: part of a measure, or of how money is shared out."""
    text = scene.reading.text
    if any(
        m.start <= mention.start and mention.end <= m.end and m.role != "cue"
        for m in scene.reading.within(mention.start - 60, mention.end + 60, "measure")
    ):
        return True
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    if mention.entity.id == "whole-population" and _BUDGET.search(lead):
        return True
    return (
        mention.role == "cue"
        and mention.entity.id == "care-home-residents"
        and not _HOMES.search(text, max(0, mention.start - 400), mention.end + 400)
    )


def _intervention(scene: Scene, sentence: Sentence, mention: Mention) -> Mention | None:
    """Return the intervention that is for these people in the same clause, if one is."""
    found = [
        m
        for m in scene.reading.within(
            near(sentence, mention.start, mention.end, 200)[0], mention.start, "intervention"
        )
        if m.role != "cue" and _LINK.fullmatch(scene.reading.text, m.end, mention.start)
    ]
    if found:
        return found[-1]
    lead = scene.reading.text[max(sentence.start, mention.start - 40) : mention.start]
    if re.search(r"\b(?:gives?|gave|offers?|offered)\b", lead):
        for after in scene.reading.within(
            mention.end, near(sentence, mention.start, mention.end, 100)[1], "intervention"
        ):
            if _GIVEN.fullmatch(scene.reading.text, mention.end, after.start):
                return after
    return None


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "The Sutton vanguard\n\nWho is it for?\n\nOlder people, mainly.": {
            ("population", "vanguard:sutton", "population:older-people", "reported"),
        },
        "The Sutton vanguard has a walking group. Carers may come too.": {
            ("population", "vanguard:sutton", "population:carers", "reported"),
        },
        "The Sunderland vanguard supports older people at home.": {
            ("population", "vanguard:sunderland", "population:older-people", "reported"),
        },
        "The Stockport vanguard set up multidisciplinary teams for people with complex needs.": {
            (
                "population",
                "intervention:multidisciplinary-team",
                "population:complex-needs",
                "reported",
            ),
            ("population", "vanguard:stockport", "population:complex-needs", "reported"),
        },
        "Care home vanguards aim to improve health care for care home residents.": {
            (
                "population",
                "model:enhanced-health-in-care-homes",
                "population:care-home-residents",
                "expected",
            ),
        },
        "The Sutton vanguard will offer a service for carers.": {
            ("population", "vanguard:sutton", "population:carers", "planned"),
        },
    },
    misses=(
        "The Sutton vanguard pays out of a single budget for the whole population.",
        "Older people make up a fifth of the borough.",
        "The Sunderland vanguard was visited by children.",
        "Vanguards are no longer confined to older people.",
    ),
)
