"""How much of a text is told of each vanguard it names, and how much of none of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.extraction.subjects import Named
    from kg.model import Entity, Sentence

_PASSED_OVER = frozenset({BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER, BlockKind.COMMENT})

APART = signed(
    r"\b(?:by contrast|in contrast|unlike|also (?:an?|one)|whereas|elsewhere|meanwhile"
    r"|compared|similar\w*|neighbour\w*|next door|visit(?:ors?|ed|s)?|copied|borrowed"
    r"|(?:other|second|third|another|sister|fellow) (?:\w+ ){0,5}?vanguards?)\b",
    re.IGNORECASE,
)
"""Words that set a vanguard beside the one told of."""


@dataclass
class Territory:
    """Characters told of each vanguard (`own`), of several at once, and of none after the first."""

    own: Counter[Entity] = field(default_factory=Counter)
    shared: int = 0
    open: int = 0

    def held_by(self, one: Entity) -> bool:
        """Whether one vanguard, with what is told of none, has twice what the others have.

        Of what is told of any it has a third at least.
        """
        others = sum(self.own.values()) - self.own[one] + self.shared
        return self.own[one] + self.open >= 2 * others and self.own[one] * 2 >= others


def territory(reading: Reading, named: tuple[Named, ...]) -> Territory:
    """Return how a text is shared out among the vanguards that it names.

    A heading that names one gives it the section; a sentence that does, the rest of its paragraph,
    or itself alone where it only sets the vanguard beside another.
    """
    found = Territory()
    vanguards = [n for n in named if n.kind == "vanguard"]
    starts = [n.start for n in vanguards]
    blocks = reading.document.blocks
    section: tuple[Entity, ...] = ()
    focus: tuple[Entity, ...] = ()
    last = -1
    begun = False
    for sentence in reading.document.sentences:
        block = blocks[sentence.block]
        if block.kind in _PASSED_OVER:
            continue
        if sentence.block != last:
            last = sentence.block
            if block.kind is BlockKind.HEADING:
                section = ()
            focus = section
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        here = tuple(dict.fromkeys(e for n in vanguards[low:high] for e in n.entities))
        begun = begun or bool(here)
        apart = here and _set_beside(reading, sentence)
        if here and not apart:
            focus = here
            if block.kind is BlockKind.HEADING:
                section = here
        _give(found, here if apart else focus, sentence.end - sentence.start, begun=begun)
    return found


def _give(found: Territory, owners: tuple[Entity, ...], size: int, *, begun: bool) -> None:
    """Add a sentence's size to what its owner has."""
    if len(owners) == 1:
        found.own[owners[0]] += size
    elif owners:
        found.shared += size
    elif begun:
        found.open += size


def _set_beside(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names a vanguard only beside another: by contrast, in brackets."""
    if reading.text[sentence.start : sentence.start + 1] == "(":
        return True
    return APART.search(reading.text, sentence.start, sentence.end) is not None
