"""Growth that is slower than elsewhere or than it was, which the guide counts as a decrease."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.cues import word_set

if TYPE_CHECKING:
    from kg.extraction.phrase import Phrase

_SLOWLY = re.compile(
    r"(?:\S+ ){0,3}?(?:slowly|slower|steeply|sluggishly)\b"
    r"|(?:\S+ ){0,3}?(?:less|not (?:so|as)) (?:quickly|fast|sharply|rapidly|strongly)\b"
    r"|(?:\S+ ){0,4}?by less (?:than|here|there)\b|less than (?:they|it|those|that|in|elsewhere)\b"
    r"|(?:\S+ ){0,6}?at (?:\S+ ){0,2}?(?:half|a third|a quarter|two thirds|a fraction) (?:of )?"
    r"(?:the|that) (?:rate|pace|speed)\b",
)
"""What says of a growth, in the words behind it, that it is a slower one."""
_GROWTH = word_set("growth rise increase")
_SMALLER = word_set(
    """
    slower lower smaller slowed slowing slows slackened gentler halted stemmed reversed curbed
    checked arrested stopped flattened ended
    """
)
_STEMMED = word_set(
    """
    stemmed stem stems stemming halted halt halts halting reversed reverse reversing curbed curb
    curbing checked arrested stopped stop stopping ended end ending slow slowed slowing
    """
)
_FAST = word_set("quickly fast sharply rapidly steeply")
_REACH = 12
_NEAR = 10


def slowed(phrase: Phrase, behind: int) -> bool:
    """Return whether the words from number `behind` slow the growth told before them."""
    said = " ".join(w.text for w in phrase.words[behind : behind + _REACH])
    return _SLOWLY.match(said) is not None


def slower_growth(phrase: Phrase, last: int, at: int) -> bool:
    """Return whether word `at` is a growth called slow, beside it or behind its measure's end.

    "The growth in admissions was slower than …", "growth has slowed", "stemmed the rise in".
    """
    if phrase.words[at].text not in _GROWTH:
        return False
    if _STEMMED & set(phrase.texts(at - 3, at)):
        return True
    behind = phrase.texts(last, last + _NEAR)
    stop = next((i for i, word in enumerate(behind) if word in ";.:,"), len(behind))
    return bool(_SMALLER & {*phrase.texts(at - 2, at), *behind[:stop]})


def fast(phrase: Phrase, behind: int) -> bool:
    """Return whether a word of speed follows, so that "less" tells of the speed alone."""
    return bool(_FAST & set(phrase.texts(behind, behind + 2)))
