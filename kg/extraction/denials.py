"""How far a denial reaches: what it leaves standing, and what it denies from a clause above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.cues import Cue, Word

SWAPS = word_set("instead rather without")
"""Words that deny only what stands by them."""
CLOSERS = word_set("is are was were has had now")
"""Words with which a clause goes on once a relative clause in it has ended."""
OPENERS = word_set("who whose which")
SHOWING = word_set(
    """
    show shown shows prove proved proven proves demonstrate demonstrated establish established
    find found claim conclude say said tell confirm confirmed suggest
    """
)
NONE = word_set("no none nobody neither not never cannot unable")
SHOWN_REACH = 12
"""Words back to the verb of showing that governs what is told."""


def spent(words: Sequence[Word], begin: int, cue: Cue, first: int) -> bool:
    """Return whether a denial no longer governs word `first` of the clause that opens at `begin`.

    "Instead of …," ends at its comma, and what a relative clause denies ends with that clause:
    "whose need is not plain is seen by …".
    """
    between = {w.text for w in words[cue.last : first]}
    if words[cue.first].text in SWAPS:
        return "," in between
    opened = {w.text for w in words[max(0, begin - 1) : cue.first]} & OPENERS
    return bool(opened) and bool(CLOSERS & {w.text for w in words[cue.last + 1 : first]})


def unshown(words: Sequence[Word], first: int) -> bool:
    """Return whether what is told could not be shown: "no witness was able to show that …"."""
    for i in range(first - 1, max(0, first - SHOWN_REACH), -1):
        if words[i].text == "that" and words[i - 1].text in SHOWING:
            return bool(NONE & {w.text for w in words[max(0, i - 8) : i - 1]})
        if words[i].text in ";:.":
            return False
    return False
