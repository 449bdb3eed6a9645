"""Barriers and enablers are told alike: a label, and words around it that say which it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.helping import enabler_weight, vague_enabler_weight
from kg.extraction.hindrance import PEOPLE, hindrance, troubles
from kg.extraction.jobs import TITLE
from kg.extraction.label_place import beside, heads_item, in_head, says_a_sentence
from kg.extraction.overcome import of_the_country, overcome
from kg.extraction.reason_denied import BAD, absent, asked_and_denied, denied, refuted, useless
from kg.extraction.rivals import unrivalled
from kg.extraction.signs import signed
from kg.extraction.slants import HELP, TROUBLE, neither, slants
from kg.extraction.telling import (
    clause,
    cue_in,
    cues_within,
    in_name,
    scoped_by,
    sure,
    told_sentences,
)
from kg.extraction.tokens import singular
from kg.extraction.troubles import troubled
from kg.model import BlockKind, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence


@dataclass(frozen=True, slots=True)
class Way:
    """How one of the two relations is told: its cues, those that scope, and the other's."""

    relation: Relation
    kind: str
    rule: str
    cue: str
    scope: str
    other_cue: str
    other_scope: str


BARRIER = Way(
    Relation.BARRIER,
    "barrier",
    "barriers",
    "barrier-context",
    "question-barrier",
    "enabler-context",
    "question-enabler",
)
ENABLER = Way(
    Relation.ENABLER,
    "enabler",
    "enablers",
    "enabler-context",
    "question-enabler",
    "barrier-context",
    "question-barrier",
)


def find_told(scene: Scene, way: Way) -> Iterator[Claim]:
    """Yield the claims of one of the two relations."""
    for sentence in told_sentences(scene, headings=True):
        mentions = scene.reading.mentions_in(sentence, way.kind)
        if not mentions:
            continue
        scoped = _scoped(scene, sentence, way)
        told = {
            mention: weight
            for mention in mentions
            if (weight := _weight(scene, sentence, mention, way, scoped=scoped))
        }
        for mention in unrivalled(scene, sentence, tuple(told)):
            yield from _claims(scene, sentence, mention, way, told[mention])


def _claims(
    scene: Scene, sentence: Sentence, mention: Mention, way: Way, weight: float
) -> Iterator[Claim]:
    """Yield the claims of a label that is told as one of the two."""
    owner = scene.owner(sentence, mention.start)
    if owner is not None and owner.entities[0].kind == "org":
        owner = scene.owners.beyond(sentence, mention.start)
    if owner is None or owner.entities[0].kind == "org":
        return
    if way.kind == "barrier" and of_the_country(scene, sentence, owner):
        return
    status = Status.REPORTED
    useless_ = way.kind == "enabler" and useless(scene, sentence, mention)
    refuted_ = way.kind == "barrier" and (
        refuted(scene, sentence, mention) or asked_and_denied(scene, sentence)
    )
    if useless_ or refuted_ or denied(scene, sentence, mention):
        status = Status.NEGATED
    for entity in owner.entities:
        yield scene.claim(
            way.relation,
            entity,
            mention.entity,
            status,
            *clause(scene, sentence, mention.start, mention.end),
            rule=way.rule,
            confidence=sure(weight, owner, mention.role),
        )


def _capitalised(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a vague label has a capital of its own inside a sentence: part of some name."""
    printed = scene.reading.text[mention.start : mention.end]
    lead = scene.reading.text[sentence.start : mention.start].strip("‘'\"“ -•\t")
    first = printed.split()[0]
    named = printed[0].isupper() and not first.isupper() and not _DAY.match(first)
    return bool(lead) and lead[-1] not in ".:;|" and named


_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def _in_post(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words are part of a job: "director of strategy"."""
    lead = scene.reading.text[max(sentence.start, mention.start - 50) : mention.start]
    said = lead.lower()
    last = max(said.rfind(" of "), said.rfind(" for "))
    near = last >= 0 and len(said[last:].split()) <= 1 + OF_WHAT
    return near and bool(_POST.search(lead))


OF_WHAT = 4
"""Words that may stand between a job's "of" and the label."""


_POST = signed(rf"\b{TITLE} (?:of|for) (?:[\w-]+ (?:and )?){{0,2}}$", re.IGNORECASE)


def _weight(scene: Scene, sentence: Sentence, mention: Mention, way: Way, *, scoped: bool) -> float:
    """Return how sure it is that the words tell of a difficulty (or a help); 0 for not at all."""
    block = scene.reading.document.blocks[sentence.block]
    strong = mention.role != "cue"
    if not strong and (
        _capitalised(scene, sentence, mention) or _in_post(scene, sentence, mention)
    ):
        return 0.0
    if block.kind is BlockKind.HEADING:
        return 0.85 if scoped and strong else 0.0
    if block.kind is BlockKind.LIST_ITEM and scoped and not says_a_sentence(scene, block):
        return 0.93 if in_head(scene, block, mention) else 0.0
    if way.kind == "barrier" and not scoped and _measured(scene, mention):
        return 0.0
    if denied(scene, sentence, mention):
        return 0.85 if way.kind == "barrier" else 0.0
    if way.kind == "enabler" and useless(scene, sentence, mention):
        return 0.7
    if way.kind == "barrier" and (
        absent(scene, sentence, mention) or overcome(scene, sentence, mention, announced=scoped)
    ):
        return 0.0
    if in_name(scene, mention):
        return 0.0
    if way.kind == "enabler" and not strong:
        return vague_enabler_weight(scene, sentence, mention, scoped)
    start, end = clause(scene, sentence, mention.start, mention.end)
    near = cues_within(scene, start, end, way.cue, way.scope)
    against = cue_in(scene, start, end, way.other_cue)
    weight = _barrier if way.kind == "barrier" else enabler_weight
    return weight(scene, sentence, mention, scoped, near, against)


def _scoped(scene: Scene, sentence: Sentence, way: Way) -> bool:
    """Whether a heading, a question or a sentence before announces what this one tells."""
    leans = slants(scene.reading, sentence)
    own, other = (TROUBLE, HELP) if way.kind == "barrier" else (HELP, TROUBLE)
    if own in leans and other in leans:
        bad = bool(troubles(scene.reading.text, sentence.start, sentence.end))
        return bad == (way.kind == "barrier")
    if leans:
        return own in leans
    return scoped_by(scene, sentence, way.scope) is not None and not neither(
        scene.reading, sentence
    )


def _measured(scene: Scene, mention: Mention) -> bool:
    """Whether the words are, or hold, a measure: "delayed transfers", "admissions … rose"."""
    around = scene.reading.within(mention.start - 60, mention.end + 60, "measure")
    return mention.entity.id in COUNTED and any(
        m.start < mention.end and mention.start < m.end and m.role != "cue" for m in around
    )


COUNTED = frozenset({"rising-demand", "pace", "performance-pressure"})
"""Barriers whose labels are also words of what is counted."""


def _barrier(
    scene: Scene,
    sentence: Sentence,
    mention: Mention,
    scoped: bool,
    near: Sequence[Mention],
    against: Mention | None,
) -> float:
    """Return the weight of a barrier."""
    strong = mention.role != "cue"
    if scoped and strong:
        return 0.92
    close = any(beside(scene, cue, mention, 5 if strong else 2, plain=not strong) for cue in near)
    wished = _WISHED.match(scene.reading.text, mention.end, sentence.end)
    if scoped and not wished and (close or heads_item(scene, sentence, mention)):
        return 0.75
    if scoped and not wished and _tells(scene, sentence, mention):
        return 0.7
    bad = strong and BAD.search(scene.reading.text[mention.start : mention.end])
    if bad or mention.role == "hidden":
        return 0.85 if near or not against else 0.7
    if close:
        return 0.8 if strong else 0.65
    if wished:
        return 0.0
    told = troubled(scene, sentence, mention) or hindrance(scene, sentence, mention)
    return 0.6 if told else 0.0


def _tells(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a vague label, under words that announce difficulties, says enough to be one.

    Of several words it does; a single one needs trouble told somewhere in its sentence.
    """
    text = scene.reading.text
    said = text[mention.start : mention.end]
    if singular(said.casefold()) in PEOPLE:
        return False
    return " " in said or bool(troubles(text, sentence.start, sentence.end))


_WISHED = signed(
    r"[^.;]{0,90}\b(?:working towards|we want|would like|we plan|to come|next step)\b",
    re.IGNORECASE,
)
"""Words behind that make it a thing wished for."""
