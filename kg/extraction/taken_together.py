"""Words that take up several vanguards named before: "all three", "each has …", "neither was …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Reading
    from kg.extraction.subjects import Named
    from kg.model import Block, Entity

    Taken = tuple[int, int, tuple[Entity, ...]]
    """Where words stand, and the vanguards that they take up."""

_COUNTED = signed(
    r"\b(?:all (?:of the )?(?P<n>three|four|five|six)|(?P<two>both|all two))"
    r"(?: of them)?(?P<of> (?:vanguards|sites|areas|places|partnerships))?\b",
    re.IGNORECASE,
)
"""Words that take up the vanguards named so far: "all three", "both sites"."""
_EACH = re.compile(
    r"(?:(?:Each|None|Neither|Every one|Not one)(?: of (?:them|these|the \w+))?"
    r"(?: (?:also|now|still|alone|yet))?"
    r" (?:has|have|had|is|was|were|can|could|will|would|lost|found|made|took|began|set|got|saw|put"
    r"|[a-z]{3,}ed|(?!others)[a-z]{2,}[a-z]s)"
    r"|(?:Both|All|They all|They each|(?:All|Both) of (?:them|these))(?: also| now| still)?"
    r" (?:have|had|are|were|say|said|can|could|will|would|lost|found|made|took|began|set|got|saw"
    r"|put|face|want|hope|report|use|use[ds]|claim|agree|[a-z]{3,}ed)"
    r"|The (?:two|three|four|five|six)(?: (?:vanguards|sites|areas|places|partnerships|schemes))?"
    r" (?:have|had|are|were|all|also|share|differ|agree|face|say))\b"
)
"""How a sentence begins that is about each of the vanguards of a comparison."""
_SENTENCE = re.compile(r"(?:[.;!?:][”’\"']?|^)[ \n]+(?=[EBNTA])")
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
MOST = 6
"""Vanguards that a comparison may have to speak of each."""
LOOKED_BACK = 60
"""Names before "all three" among which the three are looked for."""
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}


def together(reading: Reading, vanguards: tuple[Named, ...]) -> Iterator[Taken]:
    """Yield the words that take up several of the `vanguards` named."""
    counted = tuple(_counted(reading, vanguards))
    yield from counted
    compared = _compared(reading, vanguards)
    if not 1 < len(compared) <= MOST:
        return
    several = [start for start, _, _ in counted]
    several += [n.start for n in vanguards if len(n.entities) > 1]
    single = [n.start for n in vanguards if len(n.entities) == 1]
    for block in reading.document.blocks:
        if block.kind not in _TOLD or _of_one(reading, block, vanguards):
            continue
        after = bisect_left(single, block.start)
        end = min(block.end, single[after] if after < len(single) else block.end)
        begun = False
        for at in (
            block.start,
            *(m.end() for m in _SENTENCE.finditer(reading.text, block.start, end)),
        ):
            begun = begun or at == block.start or any(block.start <= s < at for s in several)
            match = _EACH.match(reading.text, at, end) if begun else None
            begun = match is not None
            if match and at not in several:
                yield at, at + len(match[0].split(" ", 1)[0]), compared


def _counted(reading: Reading, vanguards: tuple[Named, ...]) -> Iterator[Taken]:
    """Yield "all three", "both sites", where just so many vanguards were named before."""
    starts = [n.start for n in vanguards]
    for match in _COUNTED.finditer(reading.text):
        wanted = _NUMBERS.get((match["n"] or "two").casefold(), 2)
        if wanted == 2 and not match["of"]:
            continue
        last = bisect_left(starts, match.start())
        before = [e for n in vanguards[max(0, last - LOOKED_BACK) : last] for e in n.entities]
        entities = tuple(dict.fromkeys(before))
        if len(entities) == wanted:
            yield *match.span(), entities


def _compared(reading: Reading, vanguards: tuple[Named, ...]) -> tuple[Entity, ...]:
    """Return the vanguards that a text compares: those that its headings name."""
    starts = [n.start for n in vanguards]
    found: dict[Entity, None] = {}
    for block in reading.document.blocks:
        if block.kind is BlockKind.HEADING:
            here = vanguards[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
            found.update(dict.fromkeys(e for n in here for e in n.entities))
    return tuple(found)


def _of_one(reading: Reading, block: Block, vanguards: tuple[Named, ...]) -> bool:
    """Tell whether the heading over a block names one vanguard alone."""
    if block.scope is None:
        return False
    over = reading.document.blocks[block.scope]
    here = {e for n in vanguards if over.start <= n.start < over.end for e in n.entities}
    return len(here) == 1
