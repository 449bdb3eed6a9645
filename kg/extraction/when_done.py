"""What the time and the build of a sentence say of how far a doing has got.

"From April a single contract replaces eleven" is to come; "tablets were bought so that a resident
can be seen" and a bare item of a list ("One telephone number for all enquiries") are there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.cues import words_of
from kg.extraction.leads import SCOPE_DEPTH, lead_of
from kg.extraction.signs import signed
from kg.extraction.told_by_cues import is_base_verb
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

_FROM = re.compile(
    r"\W*(?:(?:but|and|then)\s+)?(?:(?:from|by|come|starting|in)\s+(?:the\s+|this\s+|next\s+|early\s+"
    r"|late\s+|mid-?)*(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter|christmas|easter|new year|next month"
    r"|next year)|next (?:week|month|year|spring|summer|autumn|winter|january|february|march"
    r"|april|may|june|july|august|september|october|november|december)|later this (?:year|month))\b"
    r"(?! (?:last|\d))",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|ha(?:s|ve) (?:been|\w+ed)|did|began|ran|took|set up|brought|made|gave|saw"
    r"|went|came|built|[a-z]{3,}ed)\b"
)
_SO_THAT = signed(
    r"\bso (?:that )?(?:\w+\s+){1,9}?(?:can|could|are|is|may|has|have|get|gets)\b"
    r"|\bwhere you could\b"
)
_MAY = signed(
    r"\bmay (?!be\b|become|yet|also|one day|well|have|need|not|prove|help|follow|come)"
    r"|\b(?:can|could) now\b"
)
"""What somebody may do is allowed, so it is there."""


def by_time(scene: Scene, sentence: Sentence, mention: Mention) -> Status | None:
    """Return planned where the sentence opens with a time to come and tells nothing as past."""
    text = scene.reading.text
    when = _FROM.match(text, sentence.start, sentence.end)
    if when is None or when.end() > mention.start:
        return None
    past = _PAST.search(text, when.end(), max(mention.end, when.end()))
    return None if past else Status.PLANNED


def allowed(text: str, start: int, end: int) -> bool:
    """Whether words tell what somebody is free to do now: "chemists may treat", "can now ring"."""
    return _MAY.search(text, start, end) is not None


def really_there(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether what seems a hope is what a thing in place is for, or an item of what there is."""
    text = scene.reading.text
    for purpose in _SO_THAT.finditer(text, sentence.start, mention.end):
        before = text[sentence.start : purpose.start()].rstrip(" ,")
        at = sentence.start + len(before)
        if before and scene.status(sentence, max(sentence.start, at - 6), at) is Status.REPORTED:
            return True
    if allowed(text, max(sentence.start, mention.start - 20), mention.end):
        return True
    block = scene.reading.document.blocks[sentence.block]
    if block.kind is not BlockKind.LIST_ITEM:
        return False
    words = words_of(scene.reading, sentence.start, mention.end)
    first = next((w.text for w in words if w.text[:1].isalpha()), "")
    return (
        not is_base_verb(first)
        and len(text[sentence.start : mention.start].split()) <= 2
        and lead_of(scene.reading, sentence, SCOPE_DEPTH) in {None, Status.REPORTED}
    )
