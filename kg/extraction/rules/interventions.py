"""Interventions: what a vanguard, a kind of vanguard or an organisation does or sets up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.doing import starts, status_of_doing
from kg.extraction.not_done import names_only
from kg.extraction.rule import Rule
from kg.extraction.signs import signed
from kg.extraction.telling import (
    clause,
    cue_in,
    cues_within,
    scoped_by,
    sure,
    told_sentences,
    without_wishes,
)
from kg.extraction.usual import is_usual
from kg.model import BlockKind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.owners import Owner
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

NAME = "interventions"
EVALUATION = "evaluation-support"
BESIDE = 5
"""Words between a verb of doing and a vague label."""

_DEFINES = re.compile(
    r"\s*(?:is|are|means?)\s+(?:an?|the|when|where|any|designed)\b", re.IGNORECASE
)
_WANTED = signed(r"\b(?:want|plan|hope|intend|working towards|would like|need)\w*\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s*(?:\w+ly\s+|now\s+|also\s+)?$|^\s*$")
_ORDER = re.compile(
    r"\W*(?:learn|make|develop|ensure|try|involve|start|build|use|get|give|keep|invest|share"
    r"|set up|create"
    r"|introduce|consider|think|work|find|provide)\b",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield what each owner does, one claim for each intervention that a sentence tells of."""
    yield from _found(scene)


@lru_cache(maxsize=1)
def _found(scene: Scene) -> tuple[Claim, ...]:
    """Return them all; other rules ask for them too."""
    return tuple(without_wishes(_told(scene)))


def _told(scene: Scene) -> Iterator[Claim]:
    """Yield every telling of it, wishes included."""
    for sentence in told_sentences(scene):
        for mention in scene.reading.mentions_in(sentence, "intervention"):
            owner = _owner(scene, sentence, mention)
            if owner is None or not _does(scene, sentence, mention, owner):
                continue
            status = status_of_doing(scene, sentence, mention)
            for entity in owner.entities:
                yield scene.claim(
                    Relation.IMPLEMENTS,
                    entity,
                    mention.entity,
                    status,
                    *clause(scene, sentence, mention.start, mention.end),
                    rule=NAME,
                    confidence=_confidence(scene, sentence, mention, owner),
                )


def _owner(scene: Scene, sentence: Sentence, mention: Mention) -> Owner | None:
    """Return who does it: an outside body only evaluates, what else it does is the vanguard's."""
    owner = scene.owner(sentence, mention.start)
    if owner is None or owner.entities[0].kind != "org" or mention.entity.id == EVALUATION:
        return owner
    beyond = scene.owners.beyond(sentence, mention.start)
    return beyond if beyond is not None and beyond.entities[0].kind == "vanguard" else owner


def _confidence(scene: Scene, sentence: Sentence, mention: Mention, owner: Owner) -> float:
    """Return the confidence: more where a verb of doing stands in the clause."""
    verb = _verb(scene, sentence, mention)
    return sure(0.92 if verb else 0.8, owner, mention.role)


def _verb(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the clause of a mention has a word of doing or setting up."""
    start, end = clause(scene, sentence, mention.start, mention.end)
    return cue_in(scene, start, end, "implement-verb") is not None


def _does(scene: Scene, sentence: Sentence, mention: Mention, owner: Owner) -> bool:
    """Whether the words tell of doing it, and not of explaining or advising it."""
    text = scene.reading.text
    start, end = clause(scene, sentence, mention.start, mention.end)
    if names_only(scene, sentence, mention, end):
        return False
    if _DEFINES.match(text, mention.end) and not _verb(scene, sentence, mention):
        return False
    wanted = _verb(scene, sentence, mention) and _WANTED.search(text, start, end)
    if scoped_by(scene, sentence, "question-barrier") and not wanted:
        return False
    verb = cue_in(scene, start, end, "implement-verb") is not None
    begun = starts(scene, sentence, mention)
    if mention.role == "cue":
        usual = is_usual(scene.vocabulary, owner.entities, mention.entity)
        if usual and not _is_job(scene, mention):
            return True
        if not (begun or _by_verb(scene, start, end, mention)):
            return False
    if mention.entity.id == EVALUATION and owner.entities[0].kind != "org":
        return False
    if owner.entities[0].kind == "programme" and _ORDER.match(text, sentence.start):
        return False
    general = owner.entities[0].kind in {"programme", "org"}
    if general or mention.role == "cue":
        return (verb or begun) and (mention.role != "cue" or not general)
    listed = scene.reading.document.blocks[sentence.block].kind is BlockKind.LIST_ITEM
    return (
        verb or listed or owner.reach in {"sentence", "pronoun", "paragraph", "section", "document"}
    )


def _by_verb(scene: Scene, start: int, end: int, mention: Mention) -> bool:
    """Whether a verb of doing stands right beside a mention."""
    text = scene.reading.text
    return any(
        _ahead(text[m.end : mention.start])
        if m.end <= mention.start
        else m.start >= mention.end and _PASSIVE.search(text[mention.end : m.start])
        for m in cues_within(scene, start, end, "implement-verb")
    )


def _is_job(scene: Scene, mention: Mention) -> bool:
    """Whether a word stands in a job title or a name ("Director of Pharmacy", "Royal College")."""
    text = scene.reading.text
    return (
        text[mention.start].isupper()
        and text[mention.start - 1 : mention.start] == " "
        and (text[max(0, mention.start - 2)] not in ".:;•|")
    )


def _ahead(gap: str) -> bool:
    """Whether so little stands between a verb and a mention that it is the verb's object."""
    words = gap.split()
    return len(words) <= 2 or (len(words) <= BESIDE and "of" in words)


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "The Dudley vanguard\n\n- Dropped: a recovery college": {
            ("implements", "vanguard:dudley", "intervention:recovery-college", "negated"),
        },
        "In the Dudley vanguard a recovery college opens in May.": {
            ("implements", "vanguard:dudley", "intervention:recovery-college", "planned"),
        },
        "The Sunderland vanguard has introduced social prescribing.": {
            ("implements", "vanguard:sunderland", "intervention:social-prescribing", "reported"),
        },
        "The Stockport vanguard will open a recovery college next year.": {
            ("implements", "vanguard:stockport", "intervention:recovery-college", "planned"),
        },
        "MCP vanguards have set up multidisciplinary teams.": {
            (
                "implements",
                "model:multispecialty-community-provider",
                "intervention:multidisciplinary-team",
                "reported",
            ),
        },
        "Encompass is a vanguard in Kent. It runs community hubs and a telehealth service.": {
            ("implements", "vanguard:encompass", "intervention:integrated-care-hub", "reported"),
            ("implements", "vanguard:encompass", "intervention:telehealth", "reported"),
        },
        "The vanguards have not yet introduced a capitated budget.": {
            ("implements", "programme:new-care-models", "intervention:capitated-budget", "negated"),
        },
    },
    misses=(
        "The Dudley vanguard asked whether nurses could see the shared care record.",
        "Social prescribing is a way of helping people without medicine.",
        "Vanguards should consider social prescribing.",
        "Has the Sunderland vanguard introduced social prescribing?",
        "The Sunderland vanguard heard a paper on social prescribing.",
    ),
)
