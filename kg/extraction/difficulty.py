"""Barriers and enablers are told alike: a label, and words around it that say which it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.helping import enabler_weight, vague_enabler_weight
from kg.extraction.hindrance import hindrance
from kg.extraction.jobs import TITLE
from kg.extraction.signs import signed
from kg.extraction.telling import (
    clause,
    cue_in,
    cues_within,
    in_name,
    scoped_by,
    sure,
    told_sentences,
)
from kg.extraction.troubles import troubled
from kg.model import BlockKind, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Block, Claim, Sentence

BAD = re.compile(
    r"\b(?:lack|lacking|insufficient|shortages?|short|poor|weak|missing|low|unclear|inconsistent"
    r"|pressures?|rising|not|no|too|limited|inadequate|un\w+|dis\w+|mis\w+|incompatible|barriers?"
    r"|self-interest|resist\w+|fail\w*|cynic\w+|reluct\w+|diffic\w+|complex\w*|delays?|slow|busy"
    r"|gaps?|deficits?|cuts?|conflict\w*|different|separate|problems?|issues?|concerns?|challeng\w+"
    r"|focus on|club)\b",
    re.IGNORECASE,
)
"""Words that make a label a difficulty by itself."""

DENIED = signed(
    r"\s*(?:itself |themselves )?(?:was|were|is|are|has|have|did|had)?\s*"
    r"(?:not|never|n['’]t|wasn['’]t|isn['’]t|weren['’]t|aren['’]t|no longer)"
    r"(?: been| proved| proven| seen as)?(?: to be)?(?: an?| any| the)?(?: \w+)?\s*"
    r"(?:barriers?|problems?|obstacles?|issues?|challenges?|difficult\w*|prevent|hinder"
    r"|a constraint)"
    r"|\s*(?:proved|was|were|is|are|has been|have been|posed|presented|caused) (?:to be )?"
    r"(?:no|not an?|never an?) (?:\w+ )?(?:barrier|problem|obstacle|issue|challenge|difficult"
    r"|hurdle)",
    re.IGNORECASE,
)


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
        for mention in scene.reading.mentions_in(sentence, way.kind):
            weight = _weight(scene, sentence, mention, way)
            if not weight:
                continue
            owner = scene.owner(sentence, mention.start)
            if owner is not None and owner.entities[0].kind == "org":
                owner = scene.owners.beyond(sentence, mention.start)
            if owner is None or owner.entities[0].kind == "org":
                continue
            status = Status.REPORTED
            useless_ = way.kind == "enabler" and useless(scene, sentence, mention)
            if useless_ or denied(scene, sentence, mention):
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
    acronym = printed.split()[0].isupper()
    return bool(lead) and lead[-1] not in ".:;|" and printed[0].isupper() and not acronym


def _in_post(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words are part of a job: "director of strategy"."""
    lead = scene.reading.text[max(sentence.start, mention.start - 50) : mention.start]
    return bool(_POST.search(lead))


_POST = signed(rf"\b{TITLE} (?:of|for) (?:[\w-]+ (?:and )?){{0,2}}$", re.IGNORECASE)


def denied(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words say that it was no such thing."""
    return bool(DENIED.match(scene.reading.text, mention.end, sentence.end))


def useless(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words say that something was no help: "… made no odds"."""
    return bool(USELESS.match(scene.reading.text, mention.end, sentence.end))


USELESS = signed(
    r"[^.;:,]{0,10}?\b(?:made no (?:odds|difference)|made little difference"
    r"|(?:was|were|is|are) not what (?:helped|mattered)|did not help|didn['’]t help|was no help)\b",
    re.IGNORECASE,
)


def _absent(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a difficulty is told of as not there: "no shortage of staff"."""
    text = scene.reading.text
    if mention.role == "cue" or not BAD.search(text, mention.start, mention.end):
        return False
    return bool(_NONE.search(text[max(sentence.start, mention.start - 24) : mention.start]))


_NONE = signed(r"\b(?:no|without|free of|nor)\s+(?:real |great |such |further )?$", re.IGNORECASE)


def _weight(scene: Scene, sentence: Sentence, mention: Mention, way: Way) -> float:
    """Return how sure it is that the words tell of a difficulty (or a help); 0 for not at all."""
    block = scene.reading.document.blocks[sentence.block]
    strong = mention.role != "cue"
    if not strong and (
        _capitalised(scene, sentence, mention) or _in_post(scene, sentence, mention)
    ):
        return 0.0
    scoped = scoped_by(scene, sentence, way.scope) is not None
    if block.kind is BlockKind.HEADING:
        return 0.85 if scoped and strong else 0.0
    if block.kind is BlockKind.LIST_ITEM and scoped:
        return 0.93 if _in_head(scene, block, mention) else 0.0
    if way.kind == "barrier" and not scoped and _measured(scene, mention):
        return 0.0
    if denied(scene, sentence, mention):
        return 0.85 if way.kind == "barrier" else 0.0
    if way.kind == "enabler" and useless(scene, sentence, mention):
        return 0.7
    if way.kind == "barrier" and _absent(scene, sentence, mention):
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
    beside = any(_beside(scene, cue, mention, 5 if strong else 2, plain=not strong) for cue in near)
    wished = _WISHED.match(scene.reading.text, mention.end, sentence.end)
    if scoped and not wished and (beside or _heads_item(scene, sentence, mention)):
        return 0.75
    bad = strong and BAD.search(scene.reading.text[mention.start : mention.end])
    if bad or mention.role == "hidden":
        return 0.85 if near or not against else 0.7
    if beside:
        return 0.8 if strong else 0.65
    if wished:
        return 0.0
    told = troubled(scene, sentence, mention) or hindrance(scene, sentence, mention)
    return 0.6 if told else 0.0


_WISHED = signed(
    r"[^.;]{0,90}\b(?:working towards|we want|would like|we plan|to come|next step)\b",
    re.IGNORECASE,
)
"""Words behind that make it a thing wished for."""


def _in_head(scene: Scene, block: Block, mention: Mention) -> bool:
    """Whether a mention stands in the head of a list item: the term, not what explains it.

    Vague labels count in a head that has no better one.
    """
    text = scene.reading.text
    cut = _HEAD_END.search(text, block.start, block.end)
    end = cut.start() if cut else block.end
    if mention.end > end:
        return False
    return mention.role != "cue" or all(
        m.role == "cue" for m in scene.reading.within(block.start, end, mention.kind)
    )


_HEAD_END = re.compile(r"\s[-–—]|[:.;]\s|\s\(")


def _heads_item(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a vague label opens an item of an enumeration that has no better one."""
    text = scene.reading.text
    start = max(text.rfind(mark, sentence.start, mention.start) for mark in ",;:")
    start = start + 1 if start >= 0 else sentence.start
    stop = _ITEM_END.search(text, mention.end, sentence.end)
    end = stop.start() if stop else sentence.end
    if len(text[start : mention.start].split()) > ITEM_LEAD:
        return False
    rivals = scene.reading.within(start, end, mention.kind)
    return all(m.role == "cue" for m in rivals)


_ITEM_END = re.compile(r"[,;:.]")
ITEM_LEAD = 4
"""Words that may stand before a vague label in an item."""

_TROUBLE = re.compile(
    r"challeng|barrier|problem|issue|difficult|obstacle|shortage|concern|delay|hurdle|constrain"
    r"|\bhard\b|scarce|short supply|slow|stumbl|trips? up|blame|withdrawn|late\b|uncertain|lack"
    r"|fail|poor|inadequate|unclear|out\b|up\b|back\b",
    re.IGNORECASE,
)


def _beside(scene: Scene, cue: Mention, mention: Mention, most: int, *, plain: bool) -> bool:
    """Whether a cue stands close to a mention: few words apart.

    `plain` asks more, for a label that says little: what follows the cue directly or as its
    predicate ("the challenge was …"), or what the cue is said of ("… was a challenge").
    """
    text = scene.reading.text
    if cue.start <= mention.start:
        gap = text[cue.end : mention.start]
        told = re.match(r"\s+(?:was|is|were|are|has been|:)\b", gap)
        noun = re.search(r"challenge|barrier|obstacle|difficult|hurdle", text[cue.start : cue.end])
        return len(gap.split()) <= (7 if told and noun else most)
    gap = text[mention.end : cue.start]
    if plain and not _TROUBLE.search(text, cue.start, cue.end):
        return False
    if plain and gap.strip() and not re.search(r"\b(?:is|was|are|were|remains|proved|been)\b", gap):
        return False
    said = re.search(r"\b(?:is|was|are|were|remains|proved|came|been)\s*\w*$", gap.rstrip())
    return len(gap.split()) <= most + (5 if said else 2)
