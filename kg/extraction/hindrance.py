"""How a text says that something stood in the way: one reading of trouble for every barrier.

The words are data (`cue:trouble` and `cue:shortcoming` in `cues.ttl`). A trouble tells of work held
up whatever stands beside it in its clause ("… was a headache", "months went into …"). A shortcoming
(late, thin, hard) tells it only of what stands close by. Either governs its clause; a short
sentence of trouble governs the next one, and one that takes up what was said ("That held things
up") the one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extraction.telling import following, is_question
from kg.extraction.tokens import singular
from kg.extraction.worded import phrases_of, worded

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

GROUPS = ("trouble", "shortcoming")
CLOSE = 45
"""Characters between a label and a shortcoming that is told of it."""
FAR = 190
"""Characters between a label and a trouble in its clause."""
SHORT = 90
"""Characters of a sentence that does no more than announce trouble."""

COUNTED = frozenset({"rising-demand", "performance-pressure", "pace"})
"""Barriers whose vague labels are words of what is counted."""

PEOPLE = frozenset({"staff", "nurs", "clinician", "doctor"})
"""Vague labels that are people: trouble beside them is of every sort."""

_APART = re.compile(
    r";|\b(?:but|although|though|whereas|while|whilst|yet|however|except|apart from|unlike"
    r"|until|now that|before long)\b",
    re.IGNORECASE,
)
"""What parts a trouble from what it is not told of."""

_AVERTED = re.compile(
    r"\b(?:(?:to|will|would|could|should|might|may|can|if)\s+(?:\w+ly\s+|not\s+)?"
    r"|(?:help\w*|avoid\w*|prevent\w*|reduc\w+|fewer|less|remov\w+|eas(?:e|es|ed|ing)|cut\w*"
    r"|solv\w+|resolv\w+|instead of|rather than|risk of)\s+(?:[\w’'-]+\s+){0,2})$",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:not|never|no|nor|without|hardly|neither|nothing|none|[a-z]+n['’]t)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_PATIENTS = re.compile(
    r"\b(?:health|social|medical|heart|breathing|mental|eating|learning|hearing|sleep\w*|drug"
    r"|alcohol|family|housing|memory|patients?['’]?|people with|those with|suffer\w* from|with)\s+"
    r"(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"[\W_]*(?:this|that|these|those|it|which|both|all (?:of )?(?:this|that)|such|the result"
    r"|none of this|the (?:delay|argument|matter|question|issue|effect)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Words of trouble; `strong` where they need not stand close, `denied` behind a "never"."""

    start: int
    end: int
    strong: bool
    denied: bool


@cache
def _common() -> frozenset[str]:
    """Return the vague labels, as compared, too common to be told by a trouble far from them."""
    return frozenset(said for line in phrases_of("common-word") for said in line.split("|"))


@lru_cache(maxsize=512)
def troubles(text: str, start: int, end: int) -> tuple[Trouble, ...]:
    """Return the words of trouble in ``text[start:end]``, those averted or a patient's left out."""
    told: list[Trouble] = []
    for at, stop, group in worded(text, start, end, GROUPS):
        lead = text[max(start, at - 60) : at]
        if _AVERTED.search(lead) or _OF_PATIENTS.search(lead):
            continue
        told.append(Trouble(at, stop, group == "trouble", _NEVER.search(lead) is not None))
    return tuple(told)


def hindrance(scene: Scene, sentence: Sentence, mention: Mention) -> Trouble | None:
    """Return the words that tell of a vague label as something in the way, or None.

    A label that is a common word (money, staff) needs them close, any other in its clause.
    """
    text = scene.reading.text
    said = text[mention.start : mention.end].casefold()
    word = singular(said)
    if word in PEOPLE:
        return None
    common = word in _common() or mention.entity.id in COUNTED
    low, high = max(sentence.start, mention.start - FAR), min(sentence.end, mention.end + FAR)
    for trouble in troubles(text, sentence.start, sentence.end):
        if trouble.end < low or trouble.start > high:
            continue
        if trouble.start < mention.end and mention.start < trouble.end:
            if " " not in said:
                return None  # "slow" is itself a word of trouble
            if trouble.strong and trouble.end > mention.end:
                return trouble
            continue
        ahead = trouble.end <= mention.start
        gap = text[trouble.end : mention.start] if ahead else text[mention.end : trouble.start]
        if common and not trouble.strong:
            continue
        reach = FAR if trouble.strong and not common else CLOSE
        if len(gap) > reach or _APART.search(gap):
            continue
        if reach == CLOSE and ("," in gap or ":" in gap):
            continue
        return trouble
    return None if common else _around(scene, sentence)


def _around(scene: Scene, sentence: Sentence) -> Trouble | None:
    """Return the trouble that the next sentence tells of this one, or the one before announces."""
    text = scene.reading.text
    for after in following(scene, sentence, 2)[1:]:
        opened = _TAKES_UP.match(text, after.start, after.end)
        for trouble in troubles(text, after.start, after.end) if opened else ():
            if trouble.strong and trouble.start - after.start <= SHORT:
                return trouble
    sentences = scene.reading.document.sentences
    at = bisect_left(sentences, sentence)
    before = sentences[at - 1] if at else None
    if before is None or before.block != sentence.block or is_question(scene.reading, before):
        return None
    if before.end - before.start > SHORT or any(scene.reading.mentions_in(before, "barrier")):
        return None
    return next((t for t in troubles(text, before.start, before.end) if t.strong), None)
