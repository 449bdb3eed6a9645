"""How a text says that something stood in the way: one reading of trouble for every barrier.

The words are data (`cue:trouble` and `cue:shortcoming` in `cues.ttl`). A trouble tells of work held
up whatever stands beside it in its clause ("… was a headache", "months went into …"). A shortcoming
(late, thin, hard) tells it only of what stands close by. Either governs its clause; a short sentence
of trouble governs the next one, and one that takes up what was said ("That held things up") the
one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extraction.gapped import Gapped, is_gapped, parts_of
from kg.extraction.telling import following, is_question
from kg.extraction.tokens import SKIPPED, loose, singular, tokens
from kg.model import Entity
from kg.vocabulary import default_vocabulary

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

COMMON = frozenset(
    ["access", "agreement", "analysis", "anxiety", "autonomy", "awareness", "behaviour", "building", "buy-in", "capability", "capacity", "capital", "cash", "ccg", "choice", "clinician", "collaboration", "commissioner", "commissioning", "commitment", "communicating", "communication", "competence", "complexity", "consent", "consultation", "contract", "control", "cooperation", "cost", "cultural", "culture", "data", "dialogue", "different", "digital", "direction", "distance", "education", "employment", "engagement", "equipment", "estate", "evaluation", "evidence", "expectation", "experience", "expertis", "facility", "feedback", "figure", "finance", "financial", "focus", "funding", "geography", "goal", "governance", "guidance", "history", "impact", "implementation", "indicator", "infrastructure", "inspection", "integration", "investment", "knowledge", "language", "late", "leadership", "legal", "letter", "location", "loyalty", "market", "measure", "measurement", "measuring", "medical", "membership", "message", "mistrust", "money", "monitor", "monitoring", "motivation", "narrative", "nurs", "objective", "opposed", "outcome", "oversight", "ownership", "paper", "partnership", "pay", "payment", "performance", "permission", "personality", "planning", "policy", "politic", "post", "power", "priority", "privacy", "progress", "property", "purpos", "recruit", "refused", "registration", "relation", "relationship", "reluctance", "reluctant", "reporting", "resistance", "resisted", "resource", "retirement", "revenue", "room", "rule", "scale", "sceptical", "scope", "screen", "sector", "site", "skill", "software", "space", "staff", "staffing", "strategy", "structure", "suspicious", "sustainability", "technical", "technology", "telehealth", "tender", "term", "time", "training", "transport", "travel", "trust", "uncertainty", "understanding", "union", "value", "vision", "wary", "winter", "workforce"]
) | {
    "business cas",
    "buy in",
    "collaborative working",
    "joint ventur",
    "joint venture",
    "joint working",
    "national body",
    "other area",
    "other site",
    "partnership working",
    "rest of the country",
    "rest of the nh",
    "waiting list",
    "waiting time",
    "way of thinking",
    "way of working",
    "working together",
}
"""Vague labels too common to be told by a trouble somewhere in their clause."""

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
def _finder() -> Gapped:
    """Return the finder of all phrases of trouble; one of a single word is put as two of it."""
    finder = Gapped()
    for group in GROUPS:
        concept = default_vocabulary().find("cue", group)
        for name, text in concept.properties if concept else ():
            if name == "phrase":
                finder.add(text, (Entity("cue", group), "hidden"))
    finder.build()
    return finder


@cache
def _singles() -> dict[str, str]:
    """Return the group of each phrase of one word, as compared."""
    found: dict[str, str] = {}
    for group in reversed(GROUPS):
        concept = default_vocabulary().find("cue", group)
        for name, text in concept.properties if concept else ():
            parts = parts_of(text) if name == "phrase" else ()
            if len(parts) == 1 and len(parts[0]) == 1 and not is_gapped(text.replace("|", "")):
                found.update(dict.fromkeys(parts[0][0], group))
    return found


@lru_cache(maxsize=512)
def troubles(text: str, start: int, end: int) -> tuple[Trouble, ...]:
    """Return the words of trouble in ``text[start:end]``, those averted or a patient's left out."""
    seen = tokens(text, start, end)
    kept = [i for i, word in enumerate(seen.words) if word not in SKIPPED]
    words = [loose(seen.words[i]) for i in kept]
    singles = _singles()
    found = [(i, i, singles[word]) for i, word in enumerate(words) if word in singles]
    found += [(first, last, means[0].id) for first, last, means in _finder().find(words)]
    told: list[Trouble] = []
    for first, last, group in sorted(set(found)):
        at, stop = seen.starts[kept[first]], seen.ends[kept[last]]
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
    common = word in COMMON or mention.entity.id in COUNTED
    low, high = max(sentence.start, mention.start - FAR), min(sentence.end, mention.end + FAR)
    for trouble in troubles(text, sentence.start, sentence.end):
        if trouble.end < low or trouble.start > high:
            continue
        if trouble.start < mention.end and mention.start < trouble.end:
            if " " not in said:
                return None  # "slow" is itself a word of trouble
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
