"""What tells that something helped, or is recommended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.came_of import came_of
from kg.extraction.credited import credited
from kg.extraction.help_said import helped, is_plain, is_vague
from kg.extraction.no_help import no_help, told_as_trouble
from kg.extraction.signs import signed
from kg.extraction.telling import clause, cues_within, scoped_by
from kg.extraction.telling import near as near_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

PEOPLE = frozenset(
    {"clinical-engagement", "patient-involvement", "voluntary-sector", "local-government"}
)
"""Enablers that are people brought in."""


_STRONGLY = signed(
    r"[^.;,]{0,80}\b(?:is|are|was|were|be|been)\s+(?:also\s+|absolutely\s+|really\s+)?"
    r"(?:seen as\s+|felt to be\s+|thought\s+|considered\s+|regarded as\s+"
    r"|described as\s+)?(?:an?\s+"
    r"|the\s+)?"
    r"(?:essential|crucial|critical|vital|paramount|key\b|fundamental|pivotal|most important"
    r"|in place\b)",
    re.IGNORECASE,
)
_THANKS = signed(
    r"\b(?:thanks to|helped by|enabled by|made possible by|facilitated by|driven by|underpinned by"
    r"|key (?:to|is|was)|crucial (?:to|is|was))\s+(?:[\w-]+\s+){0,3}$"
    r"|\bopportunity to (?:share (?:our |their )?learning and )?$",
    re.IGNORECASE,
)
_SHOULD = signed(
    r"\b(?:should be|must be|must have|needs? to have|needs? to be|need for|should have)"
    r"(?: an?| the| more)? (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
NO = signed(
    r"\b(?:no|without|lack of|absence of|(?:did|do|does|has|have"
    r"|had) not(?: yet)?,? (?:however,? )?(?:set|have|had|get|got)"
    r"|didn['’]t (?:set|have|get)|haven['’]t got|hasn['’]t got|hadn['’]t got)\s+(?:an?\s+|the\s+"
    r"|any\s+)?"
    r"(?:(?:formal|proper|clear|real)\s+)?$",
    re.IGNORECASE,
)
_NOT = signed(
    r"\b(?:not|never|without|lack\w*|[a-z]+n['’]t)\b(?:\s+[\w-]+){0,4}\s*$", re.IGNORECASE
)
_BUT_FOR = signed(r"\b(?:without|but for|not (?:been )?for) (?:[\w-]+ ){0,4}$", re.IGNORECASE)
_UNREAL = signed(r"\b(?:could|would|might) (?:not|never)\b|\b(?:could|would)n['’]t\b")
_NEED = re.compile(r"needs?\b|must\b|should\b|ought\b|ha(?:ve|s) to\b", re.IGNORECASE)
_FORGET = signed(r"\b(?:forget|only|underestimate\w*|overlook\w*|enough)\b", re.IGNORECASE)
NEEDED = frozenset({"evaluation", "governance", "dedicated-funding", "senior-leadership"})
"""Enablers that a text may ask for by a vague label: "there should be an evaluation"."""


def vague_enabler_weight(scene: Scene, sentence: Sentence, mention: Mention, scoped: bool) -> float:
    """Return the weight of an enabler that a vague label tells."""
    text = scene.reading.text
    said = " ".join(text[mention.start : mention.end].split())
    if "n't" in said or "n’t" in said or _is_body(text, sentence, mention):
        return 0.0
    if no_help(scene, sentence, mention, announced=scoped):
        return 0.0
    if credited(scene, sentence, mention):
        return 0.72
    if " " in said and _helped(scene, sentence, mention):
        return 0.72
    vague = is_vague(scene.vocabulary, mention.entity, said)
    if came_of(scene, sentence, mention, vague=vague):
        return 0.7
    short = len(text[sentence.start : sentence.end].split()) <= ITEM
    brief = scoped and (not vague or (short and _leads(text, sentence, mention)))
    brought = brief or _brought_in(scene, sentence, mention)
    if mention.entity.id in PEOPLE and brought:
        return 0.72
    lead = text[max(sentence.start, mention.start - 70) : mention.start]
    if " " in said and not NO.search(lead):
        told = any(
            _recommends(text, c, mention)
            for c in cues_within(
                scene, *near_of(sentence, mention.start, mention.end, 120), "enabler-context"
            )
        )
        listed = is_plain(scene.vocabulary, mention.entity.id, said)
        if told or (scoped and not listed):
            return 0.74
    needed = mention.entity.id in NEEDED and _SHOULD.search(lead)
    if scoped and mention.entity.id in NEEDED and ORDER.match(text, sentence.start):
        return 0.7
    strongly = _STRONGLY.match_in(scene.reading, mention.end, sentence.end)
    if needed or strongly or _THANKS.search(lead):
        return 0.65
    return 0.0


def _leads(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether people or bodies stand first in a sentence, or do what it tells."""
    lead = text[sentence.start : mention.start]
    return len(lead.split()) <= FIRST or bool(_DOERS.search(lead))


FIRST = 3
"""Words that may stand before those who do what a sentence tells."""
_DOERS = re.compile(
    r"\b(?:by|with|from|and|involv\w+|ask|asking|let|letting) (?:[\w-]+ )?$", re.IGNORECASE
)


def enabler_weight(
    scene: Scene,
    sentence: Sentence,
    mention: Mention,
    scoped: bool,
    near: Sequence[Mention],
    against: Mention | None,
) -> float:
    """Return the weight of an enabler that a plain label tells."""
    text = scene.reading.text
    if credited(scene, sentence, mention) or _helped(scene, sentence, mention):
        return 0.85
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    if _BUT_FOR.search(lead) and _UNREAL.search(text, mention.end, sentence.end):
        return 0.85
    if NO.search(lead) or (_NOT.search(lead) and not _FORGET.search(lead)):
        return 0.0
    if scoped:
        return 0.9
    if scoped_by(scene, sentence, "question-barrier"):
        asked = near and _NEED.match(text, near[0].start, near[0].end)
        return 0.7 if asked else 0.0
    if any(text[c.start : c.end].casefold() not in BARE for c in near):
        return 0.85 if mention.role != "hidden" else 0.75
    if against or told_as_trouble(scene, sentence, mention):
        return 0.0
    to_come = _TO_COME.search(lead) is not None
    bare = (
        mention.role == "hidden"
        and mention.entity.id not in PEOPLE
        and is_plain(scene.vocabulary, mention.entity.id, text[mention.start : mention.end])
    )
    return 0.65 if not bare and not to_come else 0.0


def _helped(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether words of help speak of a mention that is not said to be missing."""
    if not helped(scene, sentence, mention):
        return False
    text = scene.reading.text
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    if NO.search(lead) or (_NOT.search(lead) and not _FORGET.search(lead)):
        without = text[mention.start : mention.end].casefold().startswith("without")
        return bool(without or _BUT_FOR.search(lead))
    return True


_TO_COME = signed(r"\b(?:will|is to|are to|plans? to|hopes? to)\s+(?:\w+\s+){0,4}$")
ORDER = re.compile(
    r"\W*(?:and |then |first,? |also )?(?:give|let|pay|get|have|make|keep|build|invest|set up"
    r"|put|start"
    r"|find|use|appoint|agree|plan|involve|listen|trust|share|do|bring|ask|fund|measure)\b",
    re.IGNORECASE,
)
"""A sentence that bids, as advice does."""
BARE = frozenset({"need", "needs", "have to", "has to"})
"""Words of need that recommend nothing that stands before them."""
ITEM = 14
"""Words of a sentence under a heading about help that tells no more than its item."""
BESIDE = 60
"""Characters between a vague label and the word that recommends it."""


def _is_body(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether "trust" is the hospitals' kind: "the trust took over"."""
    if not _TRUST.match(text, mention.start, mention.end):
        return False
    return bool(_BODY.search(text[max(sentence.start, mention.start - 30) : mention.start]))


_TRUST = re.compile(
    r"trusts?\b(?! between| built| and| in\b| that (?:had|has|grew|they|we)| takes?| matter| grew)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:the|an?|this|each|both|NHS|hospital|foundation|care|community|ambulance|acute|health"
    r"|our|two|three|four|five|six|seven|all|other) $",
    re.IGNORECASE,
)


def _recommends(text: str, cue: Mention, mention: Mention) -> bool:
    """Whether a word of context close to a vague label makes it a help; "must" by what follows."""
    if _VAGUE.fullmatch(text, cue.start, cue.end):
        return False
    if cue.start >= mention.end:
        gap = text[mention.end : cue.start]
        if not _NEED.match(text, cue.start, cue.end):
            return len(gap) <= BESIDE
        bare = text[cue.start : cue.end].casefold() in BARE
        return not bare and len(gap.split()) <= 2 and not _NEVER.search(gap)
    return 0 <= mention.start - cue.end <= BESIDE and not _BEING.search(
        text, cue.end, mention.start
    )


_NEVER = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_BEING = re.compile(r"\b(?:is|are|was|were)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"key|help|helps|helping|help from|helped|involve\w*|important|success\w*|engag\w+|so that"
    r"|support\w*(?: by)?|learn from|has to|allows|allowed|ensure|encourage\w*|commitment"
    r"|committed to|opportunity to|one way|advice|learn from|successes",
    re.IGNORECASE,
)
"""Words of context too common to make a vague label a help."""
_TAKING_PART = (
    "helped",
    "involved",
    "engaged",
    "on board",
    "take",
    "took",
    "play",
    "part of",
    "represented",
    "well represented",
)


def _brought_in(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether these people are brought in: "involving …", "keep … involved", "… helped to"."""
    start, end = clause(scene, sentence, mention.start, mention.end)
    text = scene.reading.text
    for cue in cues_within(scene, start, end, "involve-verb"):
        if cue.end <= mention.start:
            gap = text[cue.end : mention.start]
            words = len(gap.split())
            if re.search(r"\b(?:we|that|who|they|it|which)\b", gap):
                continue
            if words <= 3 or (words <= 10 and ("," in gap or " and " in gap)):
                return True
        elif cue.start >= mention.end:
            after = text[cue.start : cue.end].casefold()
            words = len(text[mention.end : cue.start].split())
            if re.search(
                r"\b(?:we|that|who|they|it|which|will|won)\b", text[mention.end : cue.start]
            ):
                continue
            near = 16 if after.startswith("helped") else 8
            if after.startswith(_TAKING_PART) and words <= near:
                return True
    return False
