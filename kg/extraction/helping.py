"""What tells that something helped, or is recommended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.credited import credited
from kg.extraction.telling import clause, cues_within, following, scoped_by
from kg.extraction.telling import near as near_of

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

PEOPLE = frozenset(
    {"clinical-engagement", "patient-involvement", "voluntary-sector", "local-government"}
)
"""Enablers that are people brought in."""


_STRONGLY = re.compile(
    r"[^.;,]{0,80}\b(?:is|are|was|were|be|been)\s+(?:also\s+|absolutely\s+|really\s+)?"
    r"(?:seen as\s+|felt to be\s+|thought\s+|considered\s+|regarded as\s+"
    r"|described as\s+)?(?:an?\s+"
    r"|the\s+)?"
    r"(?:essential|crucial|critical|vital|paramount|key\b|fundamental|pivotal|most important"
    r"|in place\b)",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:thanks to|helped by|enabled by|made possible by|facilitated by|driven by|underpinned by"
    r"|key (?:to|is|was)|crucial (?:to|is|was))\s+(?:[\w-]+\s+){0,3}$"
    r"|\bopportunity to (?:share (?:our |their )?learning and )?$",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    r"\b(?:should be|must be|must have|needs? to have|needs? to be|need for|should have)"
    r"(?: an?| the| more)? (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
NO = re.compile(
    r"\b(?:no|without|lack of|absence of|(?:did|do|does|has|have"
    r"|had) not(?: yet)?,? (?:however,? )?(?:set|have|had|get|got)"
    r"|didn['’]t (?:set|have|get)|haven['’]t got|hasn['’]t got|hadn['’]t got)\s+(?:an?\s+|the\s+"
    r"|any\s+)?"
    r"(?:(?:formal|proper|clear|real)\s+)?$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|without|lack\w*|[a-z]+n['’]t)\b(?:\s+[\w-]+){0,4}\s*$", re.IGNORECASE
)
_BUT_FOR = re.compile(r"\bwithout (?:[\w-]+ ){0,4}$", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:could|would|might) (?:not|never)\b|\b(?:could|would)n['’]t\b")
_NEED = re.compile(r"needs?\b|must\b|should\b|ought\b|ha(?:ve|s) to\b", re.IGNORECASE)
_FORGET = re.compile(r"\b(?:forget|only|underestimate\w*|overlook\w*|enough)\b", re.IGNORECASE)
NEEDED = frozenset({"evaluation", "governance", "dedicated-funding", "senior-leadership"})
"""Enablers that a text may ask for by a vague label: "there should be an evaluation"."""


def enabler_weight(
    scene: Scene,
    sentence: Sentence,
    mention: Mention,
    scoped: bool,
    near: Mention | None,
    against: Mention | None,
) -> float:
    """Return the weight of an enabler."""
    text = scene.reading.text
    if credited(scene, sentence, mention):
        return 0.72 if mention.role == "cue" else 0.85
    if mention.role == "cue":
        if mention.entity.id in PEOPLE and (scoped or _brought_in(scene, sentence, mention)):
            return 0.72
        lead = text[max(sentence.start, mention.start - 70) : mention.start]
        if " " in text[mention.start : mention.end] and not NO.search(lead):
            told = any(
                max(c.start - mention.end, mention.start - c.end) <= BESIDE
                and not _VAGUE.fullmatch(text, c.start, c.end)
                for c in cues_within(
                    scene, *near_of(sentence, mention.start, mention.end, 120), "enabler-context"
                )
            )
            if scoped or told or _told_to_help(scene, sentence, mention):
                return 0.74
        needed = mention.entity.id in NEEDED and _SHOULD.search(lead)
        if scoped and mention.entity.id in NEEDED and ORDER.match(text, sentence.start):
            return 0.7
        if needed or _STRONGLY.match(text, mention.end, sentence.end) or _THANKS.search(lead):
            return 0.65
        return 0.0
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    if _BUT_FOR.search(lead) and _UNREAL.search(text, mention.end, sentence.end):
        return 0.85
    if NO.search(lead) or (_NOT.search(lead) and not _FORGET.search(lead)):
        return 0.0
    if scoped:
        return 0.9
    if scoped_by(scene, sentence, "question-barrier"):
        asked = near is not None and _NEED.match(text, near.start, near.end)
        return 0.7 if asked else 0.0
    if near:
        return 0.85 if mention.role != "hidden" else 0.75
    if against:
        return 0.0
    if _told_to_help(scene, sentence, mention):
        return 0.65
    to_come = _TO_COME.search(lead) is not None
    return 0.65 if mention.role != "hidden" and not to_come else 0.0


_TO_COME = re.compile(r"\b(?:will|is to|are to|plans? to|hopes? to)\s+(?:\w+\s+){0,4}$")
ORDER = re.compile(
    r"\W*(?:and |then |first,? |also )?(?:give|let|pay|get|have|make|keep|build|invest|set up"
    r"|put|start"
    r"|find|use|appoint|agree|plan|involve|listen|trust|share|do|bring|ask|fund|measure)\b",
    re.IGNORECASE,
)
"""A sentence that bids, as advice does."""
BESIDE = 60
"""Characters between a vague label and the word that recommends it."""
_VAGUE = re.compile(
    r"key|help|helps|helping|help from|helped|involve\w*|important|success\w*|engag\w+|so that"
    r"|support\w*(?: by)?|learn from|has to|allows|allowed|ensure|encourage\w*|commitment"
    r"|committed to",
    re.IGNORECASE,
)
"""Words of context too common to make a vague label a help."""
_CAUSE = re.compile(
    r"\b(?:thanks (?:largely |partly )?to|because of|owing to|put(?:s)? (?:it|this|that"
    r"|their success) down"
    r" to|(?:is|was|it) down to|credits?|credited|grateful (?:to|for)|what (?:made|got|kept|helped)"
    r"|lessons?|pass on|secret|for that reason)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"[^.;]{0,90}?\b(?:as a result|which (?:lets?|means|meant|helps?|helped|keeps?|has made"
    r"|made)|lets"
    r"|to keep (?:us|them|it|everyone|on)|keeps (?:us|them|it|everyone)|(?:it|that) is why"
    r"|makes? (?:it|things) easier|made (?:it|things) (?:easier|possible)|made (?:a|the"
    r"|all the) difference"
    r"|understand (?:each|one)|counts? (?:for|most)|matters? (?:most|more)|pays? off|paid off)\b",
    re.IGNORECASE,
)
_AND_THAT = re.compile(
    r"\W*(?:(?:this|that|it|they|these|all this|perhaps for|as a result|for that reason|so)\b"
    r"|[\w ]{3,40} (?:is|are) (?:stronger|better|closer|easier) as a result)[^.;]{0,80}?"
    r"\b(?:help\w*|makes?|made|means|meant|result|reason|why|lets?|allow\w*|enabl\w*|got|kept"
    r"|keeps)\b",
    re.IGNORECASE,
)


def _told_to_help(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence of a mention, or the next one's start, tells what came of it."""
    text = scene.reading.text
    low, _ = near_of(sentence, mention.start, mention.end, 160)
    if _CAUSE.search(text, low, mention.start):
        return True
    if _RESULT.match(text, mention.end, sentence.end):
        return True
    return any(
        _AND_THAT.match(text, after.start, after.end) for after in following(scene, sentence, 2)[1:]
    )


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
