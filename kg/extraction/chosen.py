"""Words that speak of the vanguards without the word: "one of six places that NHS England picked".

How many were picked is what tells: the registry knows how many vanguards there are, of each kind
and of each round. Places of another number are those of any other scheme.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.numbers import words_value
from kg.extraction.signs import signed

if TYPE_CHECKING:
    from kg.registry import Registry

_PLACES = signed(
    r"\b(?:one of|among)(?: (?:the|just|only|first|some|its|our|these))* (?P<count>\d\d?|[a-z-]+)"
    r"(?: [\w-]+){0,3}? (?P<places>places|areas|sites|spots|localities|pilots|trailblazers"
    r"|pathfinders|schemes|projects|partnerships|systems|communities|groups)\b",
    re.IGNORECASE,
)
_PICKED = re.compile(
    r"\b(?:picked|cho(?:sen|se)|selected|named|designated|backed|approved|invited|funded|asked)\b"
)
_OTHER_SCHEME = re.compile(
    r"\b(?:healthy new towns?|test beds?|pioneers?|personal commissioning|global digital|devolution"
    r"|accelerator|transformation partnerships?|integrated care systems?)\b",
    re.IGNORECASE,
)
LEAST = 4
"""Vanguards of a kind from which on their number tells."""
AROUND = 100
"""Characters on either side among which it is said who picked the places."""


def chosen_places(text: str, registry: Registry) -> list[tuple[int, int]]:
    """Return where a text speaks of so many places picked by the NHS as there are vanguards."""
    return [
        match.span("places")
        for match in _PLACES.finditer(text)
        if number_of(match["count"]) in _counts(registry)
        and _picked(text[max(0, match.start() - AROUND) : match.end() + AROUND])
    ]


def _picked(words: str) -> bool:
    """Tell whether words say that the NHS picked places, for no other scheme."""
    return "NHS" in words and bool(_PICKED.search(words)) and not _OTHER_SCHEME.search(words)


def number_of(printed: str) -> int:
    """Return the number that digits or a word print; 0 where they print none."""
    if printed.isdecimal():
        return int(printed)
    value = words_value(printed)
    return int(value) if value is not None else 0


@lru_cache(maxsize=8)
def _counts(registry: Registry) -> frozenset[int]:
    """Return how many vanguards there are: in all, of each kind, of each round."""
    kinds = Counter(row.care_model for row in registry.rows)
    rounds = Counter(row.announced for row in registry.rows)
    counts = {len(registry.rows), *kinds.values(), *rounds.values()}
    return frozenset(count for count in counts if count >= LEAST)
