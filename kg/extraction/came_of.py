"""Whether a text tells what good came of a thing: "… gave the vanguard its mandate"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.hindrance import troubles
from kg.extraction.signs import signed
from kg.extraction.worded import worded

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

DEEDS = "help-deed"
"""Group of the verbs that tell what a help did for those who had it."""
REACH = 130
"""Characters between a help and what it did."""
WORDS = 10
"""Words between them, where nothing takes the help up again."""
LONG = 3
"""Words of a label that tells enough to be the ground of what follows."""

_TAKEN_UP = signed(
    r"(?:[,–—;-]\s*(?:and\s+|all of\s+)?which"
    r"|[,–—;.-]?\s*\band\s+(?:(?:all )?(?:this|that|these)|it|they)"
    r"(?:\s+(?:head start|alone|support|trust|help|work|effort|habit))?"
    r"|[;:–—]\s*(?:this|that|it|these))(?:\s+(?:has|have|had|also|really|in turn|soon))*\s+$",
    re.IGNORECASE,
)
"""What takes up a thing just told, right before what it did."""
_OWN_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|did|does|do|who|said|says?|told|but|while|though"
    r"|because|if|when)\b|[.;:!?]",
    re.IGNORECASE,
)
"""What parts a help from a verb that is none of its own."""
_UNREAL = re.compile(
    r"\b(?:to|would|could|should|might|may|can|will|must|not|never|hardly|[a-z]+n['’]t)\s+"
    r"(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_WHOM = signed(
    r"\s+(?:us\b|things\b|everyone\b|everybody\b|it all\b|the whole thing"
    r"|(?:(?:the|our|its|their|this|my|other|each|every|all|both|more|much of the)\s+)?"
    r"(?:[\w’'-]+\s+){0,2}?(?:vanguards?|partnership|programme|project|scheme|alliance|momentum"
    r"|progress|partners|practices|homes|trusts|teams?|waverers|doubters|sceptics|reforms?|changes?"
    r"|plans?|idea|redesign|mandate|work|move|pilot)(?:['’]s?)?)(?![\w-])(?![^.;]{0,30}£)",
    re.IGNORECASE,
)
"""For whom, or for what of theirs, a help did something."""
_SO = re.compile(
    r"[^.;:!?]{0,100}?[,;–—]?\s(?:and\s)?so\s(?!that\b|far|on\b|many|much|long|few|called|as\b)"
    r"(?:there|no\b|nobody|we|they|it|the|our|every|each|all|that\b|staff|people|nothing|decisions)",
    re.IGNORECASE,
)
_BECAUSE = signed(r"\bbecause\s+(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|not|none|never|nobody|few|little|less|lack|n['’]t)\b", re.IGNORECASE)


def came_of(scene: Scene, sentence: Sentence, mention: Mention, *, vague: bool) -> bool:
    """Whether good is told to have come of what a label names; of a `vague` one in so many words.

    A vague label must be taken up by "which", "and that" and the like.
    """
    text = scene.reading.text
    if _did(text, sentence, mention, vague=vague):
        return True
    if vague or len(text[mention.start : mention.end].split()) < LONG:
        return False
    return _ground(text, sentence, mention)


def _did(text: str, sentence: Sentence, mention: Mention, *, vague: bool) -> bool:
    """Whether a verb behind a label tells what the thing did for the vanguard or its people."""
    for at, stop, _ in worded(text, sentence.start, sentence.end, (DEEDS,), printed=True):
        if at < mention.end or at - mention.end > REACH:
            continue
        gap = text[mention.end : at]
        if _UNREAL.search(gap) or not _WHOM.match(text, stop, sentence.end):
            continue
        if _TAKEN_UP.search(gap):
            return True
        if not vague and len(gap.split()) <= WORDS and not _OWN_VERB.search(gap):
            return True
    return False


def _ground(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a label is the ground of what went well: "because …", "…, so nobody fought it"."""
    lead = text[max(sentence.start, mention.start - 70) : mention.start]
    because = _BECAUSE.search(lead)
    if because is None and not _SO.match(text, mention.end, sentence.end):
        return False
    if _NONE.search(lead[because.start() :] if because else lead):
        return False
    return all(t.denied for t in troubles(text, sentence.start, sentence.end))
