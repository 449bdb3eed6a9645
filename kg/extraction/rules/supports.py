"""Supports: organisations that help a vanguard or the programme from outside.

Also what they do where that is evaluation: an evaluator "implements" evaluation support.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.bystanders import (
    HELPERS,
    NAME,
    SAYING,
    its_money,
    named,
    named_beside,
    paid_by,
    pays,
)
from kg.extraction.orgtypes import NATIONAL, OUTSIDE, org_type, told_type
from kg.extraction.rule import Rule
from kg.extraction.subjects import PROGRAMME
from kg.extraction.sums import given, told_as
from kg.extraction.telling import clause, cue_in, cues_within, near, sure, told_sentences, whole
from kg.model import Entity, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.owners import Owner
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

EVALUATION = Entity("intervention", "evaluation-support")

_BY = re.compile(
    r"\b(?:by|from|with help from|with support from|support of|help of|commissioned|asked|appointed"
    r"|enlisted|invited|brought in|engaged|partner,?|with)\s+(?:[\w’'&-]+\s+){0,2}?$",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield who helps, evaluates, advises or pays from outside, and whom."""
    for sentence in told_sentences(scene):
        for mention in scene.reading.mentions_in(sentence, "org"):
            kind = told_type(scene.vocabulary, scene.reading.text, mention)
            if kind not in OUTSIDE and kind != NATIONAL:
                yield from pays(scene, sentence, mention, kind)
                if kind not in HELPERS or not paid_by(scene, sentence, mention):
                    continue
            cue = _cue(scene, sentence, mention, kind)
            helped = None if cue is None else _helped(scene, sentence, mention, cue)
            if cue is not None and helped is not None:
                yield from _claims(scene, sentence, mention, cue, helped)
            elif kind == NATIONAL and its_money(scene, sentence, mention):
                yield from named(scene, sentence, mention, 0.75, given=True)
            elif kind == NATIONAL and _gives_sum(scene, sentence, mention):
                yield from named(scene, sentence, mention, 0.75)
            elif cue is None:
                yield from named_beside(scene, sentence, mention, kind)


def _gives_sum(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sum that its sentence tells as given can only come from a national body."""
    text = scene.reading.text
    if SAYING.match(text, mention.end) or _REFUSED.search(text, sentence.start, sentence.end):
        return False
    low, high = near(sentence, mention.start, mention.end, 200)
    return any(
        figure.unit == "GBP"
        and given(scene, sentence, figure)
        and told_as(scene, sentence, figure) is Status.REPORTED
        for figure in scene.reading.figures_within(low, high)
    )


_REFUSED = re.compile(r"\b(?:refus\w+|turned (?:it |this |them )?down|reject\w+|withh[oe]ld|cut)\b")


def _claims(
    scene: Scene, sentence: Sentence, mention: Mention, cue: Mention, helped: Owner
) -> Iterator[Claim]:
    """Yield the support, and the evaluation where it is one."""
    status = _status(scene, sentence, cue)
    if status is Status.EXPECTED:
        return
    start, end = min(mention.start, cue.start), max(mention.end, cue.end)
    first, last = clause(scene, sentence, start, end)
    if last - first < end - start:
        first, last = whole(sentence, start, end)
    for entity in helped.entities:
        target = entity if entity.kind == "vanguard" else PROGRAMME
        yield scene.claim(
            Relation.SUPPORTS,
            mention.entity,
            target,
            status,
            first,
            last,
            rule=NAME,
            confidence=sure(0.82, helped),
        )
    if _evaluates(scene, sentence, cue) and org_type(scene.vocabulary, mention.entity) in OUTSIDE:
        yield scene.claim(
            Relation.IMPLEMENTS,
            mention.entity,
            EVALUATION,
            status,
            first,
            last,
            rule=NAME,
            confidence=sure(0.75, helped),
        )


def _status(scene: Scene, sentence: Sentence, cue: Mention) -> Status:
    """Return how the help is told; money got is got, whatever else was asked for."""
    text = scene.reading.text
    if cue.entity.id == "fund-verb" and _GOT.fullmatch(text, cue.start, cue.end):
        low, _ = near(sentence, cue.start, cue.end, 60)
        if not _UNSURE.search(text, low, cue.start):
            return Status.REPORTED
    return scene.status(sentence, cue.start, cue.end)


_GOT = re.compile(
    r"(?:received?|got|won|was awarded|awarded|given|secured|gave|granted)", re.IGNORECASE
)
_UNSURE = re.compile(
    r"\b(?:will|would|could|may|might|hop\w+|expect\w*|to|not|never|if|should|plans?)\b|n['’]t\b",
    re.IGNORECASE,
)


def _evaluates(scene: Scene, sentence: Sentence, cue: Mention) -> bool:
    """Whether the help is an evaluation."""
    return (
        cue.entity.id == "evaluate-verb"
        or cue_in(scene, cue.start, near(sentence, cue.start, cue.end)[1], "evaluate-verb")
        is not None
        or any(
            m.entity == EVALUATION
            for m in scene.reading.within(
                cue.start, near(sentence, cue.start, cue.end)[1], "intervention"
            )
        )
    )


def _cue(scene: Scene, sentence: Sentence, mention: Mention, kind: str) -> Mention | None:
    """Return the word of helping that belongs to an organisation, or None."""
    text = scene.reading.text
    if SAYING.match(text, mention.end):
        return None
    groups = ("support-verb", "evaluate-verb") if kind in OUTSIDE else ("support-verb",)
    low, high = near(sentence, mention.start, mention.end)
    after = cue_in(scene, mention.end, high, *groups)
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    by = _BY.search(lead)
    if by:
        before = [
            m
            for m in cues_within(
                scene, low, mention.start, "support-verb", "evaluate-verb", "fund-verb"
            )
            if len(text[m.end : mention.start].split())
            <= (8 if m.entity.id != "evaluate-verb" else 14)
        ]
        if before:
            return before[-1]
    joined = re.match(r"(?:,| and\b)", text[mention.end : mention.end + 5]) is not None
    gap = len(text[mention.end : after.start].split()) if after is not None else 0
    if after is not None and gap <= (14 if joined else 6) and not by:
        return after
    if kind == NATIONAL and not by:
        paid = re.compile(
            r"\s*(?:has |have |had |also |is )?(?:spent|gave|giving|given|handed|allocated"
            r"|provided|invested|awarded|funded|paid|is funding|pa(?:ys|ying)|lent|lends|seconded"
            r"|assigned|put|puts|set aside|found|contributed|granted|offered|sent|supplied)\b"
            r"(?! (?:\w+ ){0,2}status)"
            r"[^.;]{0,60}?\b(?:support|vanguard|them|programme|site)",
            re.IGNORECASE,
        ).match(text, mention.end, sentence.end)
        if paid:
            return cue_in(scene, mention.end, high, "fund-verb", "support-verb")
    return None


def _helped(scene: Scene, sentence: Sentence, mention: Mention, cue: Mention) -> Owner | None:
    """Return the vanguard or the programme that is helped, or None."""
    from kg.extraction.owners import Owner

    inside = [
        n
        for n in scene.owners.named_in(*near(sentence, mention.start, mention.end))
        if n.kind != "org" and not (n.start <= mention.start and mention.end <= n.end)
    ]
    after = [n for n in inside if n.start >= cue.start]
    chosen = after[0] if after else (inside[-1] if inside else None)
    if chosen is not None:
        return Owner(chosen.entities, "sentence")
    owner = scene.owners.background(sentence)
    if owner is None:
        return None
    if owner.entities[0].kind != "vanguard":
        told = re.compile(
            r"\b(?:sites?|vanguards?|them|they|programme|models? of care|care models?)\b"
        )
        if not told.search(scene.reading.text, *near(sentence, mention.start, mention.end)):
            return None
    return owner


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "Posts in the Sunderland vanguard are paid for by the Wear Fellowship, a charity.": {
            ("supports", "org:Wear Fellowship", "vanguard:sunderland", "reported"),
        },
        "NHS England is giving the Sunderland vanguard £2 million.": {
            (
                "supports",
                "org:NHS Commissioning Board|NHS England|NHSCB|NHSE",
                "vanguard:sunderland",
                "reported",
            ),
        },
        "The Sunderland vanguard counts its own beds. The University of York checks the sums.": {
            ("supports", "org:University of York", "vanguard:sunderland", "reported"),
        },
        "The University of York is evaluating the Sunderland vanguard.": {
            ("implements", "org:University of York", "intervention:evaluation-support", "reported"),
            ("supports", "org:University of York", "vanguard:sunderland", "reported"),
        },
        "The Stockport Together vanguard was supported by KPMG.": {
            ("supports", "org:KPMG LLP|KPMG", "vanguard:stockport", "reported"),
        },
        "The King's Fund is supporting the vanguards.": {
            (
                "supports",
                "org:King's Fund Centre|The King's Fund|King's Fund|Kings Fund",
                "programme:new-care-models",
                "reported",
            ),
        },
        "NHS England commissioned Ipsos MORI to evaluate the vanguard programme.": {
            ("implements", "org:Ipsos MORI|Ipsos", "intervention:evaluation-support", "reported"),
            ("supports", "org:Ipsos MORI|Ipsos", "programme:new-care-models", "reported"),
            (
                "supports",
                "org:NHS Commissioning Board|NHS England|NHSCB|NHSE",
                "programme:new-care-models",
                "reported",
            ),
        },
    },
    misses=(
        "Ann Lee, a fellow of the University of York, met the Sunderland vanguard.",
        "Sunderland City Council supports the Sunderland vanguard's carers.",
        "The King's Fund says the vanguards are doing well.",
        "The University of York is in the north of England, like the Sunderland vanguard.",
    ),
)
