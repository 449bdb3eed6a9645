"""How the doing of a thing is told: running, still to come, hoped for, or stopped.

Narrower than `kg.extraction.status`: a verb of doing tells for all that it lists, and what a
vanguard's own service may yet achieve takes nothing from the service's being there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.telling import cues_within, near
from kg.model import Status

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

_NOBODY = re.compile(
    r"\b(?:not|no|never|n['’]t|none|nobody)\b[^,;.:]{0,60}\b(?:who|which|that|where) (?:has"
    r"|have)\b[^,;.:]{0,40}$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\s+(?:(?:team|service|scheme|programme|project|clinic|pilot)s?\s+)?(?:of|at|in|run by"
    r"|set up by"
    r"|introduced by|that|which)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:['’]s?)?\s+(?:(?:new|own|local|joint|first|main)\s+)*")
_ITS = re.compile(r"(?:^|[.;]\s|\band\s)(?:its|our|their)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_STOPPED = re.compile(
    r"[^.;]{0,110}\b(?:(?:was|were|has been|have been|is|are)\s+(?:\w+ly\s+)?(?:wound up|stopped"
    r"|closed"
    r"|ended|abandoned|dropped|scrapped|blocked|shelved|cancelled|turned down|rejected|withdrawn)"
    r"|never (?:got|opened|started|began|happened|went|took|came))\b"
)
_SOON = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:will|is to|are to|is due to|are due to)\s+(?:be\s+|soon\s+|also\s+)*"
    r"(?:open|start|launch|begin|go live|introduc|set up|roll)"
)
_BEGUN = re.compile(
    r"(?:\s+[\w-]+){0,2}?\s+(?:went live|opened|started|began|(?:is|are) (?:now |already )?(?:open"
    r"|in place|running|live|available|being (?:piloted|trialled|rolled out|used|tested)))\b"
)
_UNREAL = re.compile(r"\b(?:could|would|might) (?:not|never) have\b|n['’]t have been\b")
_COMING = re.compile(
    r"[^.;,]{0,40}\b(?:will|is to|are to|is due to)\s+(?:be\s+)?(?:open|start|launch|begin|go live)"
)
_NOT_ONE = re.compile(
    r"\b(?:not one|no single|none of the|nobody|no)\s+[\w-]*[^;.:]{0,40}\bhas (?:yet"
    r"|ever)\b[^;.:]{0,40}$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:is|are|was|were|has|have|will|would|which|who|that|but|because|while)\b|[;:]"
)
_HAS_BEEN = re.compile(
    r"[^.;]{0,90}?\b(?:has|have) (?:now |already |since )?been (?:\w+ed|set|built|put|begun)\b"
)
"""Words that make what follows a thing to change, not a thing done."""


def starts(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words behind tell that it opened or is to start: "… is due to start in April"."""
    text = scene.reading.text
    found = (p.match(text, mention.end, sentence.end) for p in (_SOON, _BEGUN))
    return any(m is not None for m in found)


def status_of_doing(scene: Scene, sentence: Sentence, mention: Mention) -> Status:
    """Return how it is told: as the verb of doing is, for all that the verb lists."""
    text = scene.reading.text
    low, high = near(sentence, mention.start, mention.end)
    if _NOBODY.search(text, low, mention.start):
        return Status.NEGATED
    if _NOT_ONE.search(text, low, mention.start):
        return Status.NEGATED
    own = _own_until(scene, sentence, mention)
    if own is not None:
        return _of_own(text, sentence, own)
    if _STOPPED.match(text, mention.end, sentence.end):
        return Status.NEGATED
    if _SOON.match(text, mention.end, sentence.end):
        return Status.PLANNED
    if _BEGUN.match(text, mention.end, sentence.end):
        return Status.REPORTED
    verbs = [
        m
        for m in cues_within(scene, low, mention.start, "implement-verb")
        if not _APART.search(text, m.end, mention.start)
    ]
    if verbs:
        told = scene.status(sentence, verbs[0].start, verbs[0].end)
        if told is Status.REPORTED:
            return told
    told = scene.status(sentence, mention.start, mention.end)
    if told is Status.NEGATED and _UNREAL.search(text, low, high):
        return Status.REPORTED
    done = _HAS_BEEN.match(scene.reading.text, mention.end, sentence.end)
    if done and told is Status.PLANNED:
        return Status.REPORTED
    return told


def _own_until(scene: Scene, sentence: Sentence, mention: Mention) -> int | None:
    """Return where a vanguard's own thing has been named to its end, or None for no own thing.

    "The link workers of X …", "X's link workers …", "… and its link workers …".
    """
    text = scene.reading.text
    named = [
        n
        for n in scene.owners.named_in(*near(sentence, mention.start, mention.end, 150))
        if n.kind == "vanguard"
    ]
    own = _OWN.match(text, mention.end, sentence.end)
    if own:
        for one in named:
            if one.start <= own.end() + 12 and one.end > own.end():
                return one.end
    for one in named:
        if one.end <= mention.start and _POSSESSED.fullmatch(text, one.end, mention.start):
            return mention.end
    if _ITS.search(text[max(sentence.start, mention.start - 30) : mention.start]):
        return mention.end
    return None


def _of_own(text: str, sentence: Sentence, at: int) -> Status:
    """Return how a vanguard's own thing is told: what it may yet do takes nothing from its being.

    "The link workers of X could save …" says that X has link workers.
    """
    if _STOPPED.match(text, at, sentence.end):
        return Status.NEGATED
    return Status.PLANNED if _COMING.match(text, at, sentence.end) else Status.REPORTED
