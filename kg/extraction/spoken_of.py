"""Whether a text can be about the programme at all: a first, cheap look before the careful one.

A text of millions of words about something else must cost little. A name is looked for by the
longest part that every way of printing it has; only around that are words compared.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.matcher import Matcher
from kg.extraction.tokens import SOLID_PREFIXES, tokens
from kg.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Concept

SAYING = "vanguard"
"""The word that a text on vanguards has, if it names none."""

KINDS = ("vanguard", "programme")
"""Kinds of which a text must name one where it does not say `SAYING`."""

SHORT = 100_000
"""Characters up to which a text is cheap to read with care."""

_REACH = 200
"""How many characters around the part of a name may hold the rest of it."""

_UNPRINTED = re.compile("[\u0300-\u036f\u00ad\u200b\u200c\u200d\u2060\ufeff]")
"""Marks that may stand inside a printed word."""


def may_be_about(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text says "vanguard", or names a vanguard or the programme.

    True for every text that does, for short ones, and for those with marks inside words.
    """
    if len(text) < SHORT or SAYING in text or _UNPRINTED.search(text):
        return True
    folded = text.lower()
    if SAYING in folded or len(folded) != len(text):
        return True
    matcher, parts = _names(vocabulary)
    return any(_named(text, folded, part, matcher) for part in parts)


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> tuple[Matcher, tuple[str, ...]]:
    """Return what finds the names of these kinds alone, and the parts to look for first."""
    concepts = [concept for kind in KINDS for concept in vocabulary.of(kind)]
    parts = {part for concept in concepts for part in _parts(concept)}
    least = [p for p in sorted(parts) if not any(o in p for o in parts if o != p)]
    return Matcher(Vocabulary(concepts, vocabulary.registry)), tuple(least)


def _parts(concept: Concept) -> Iterator[str]:
    """Yield the part to look for of each name, and of what stands before a bracket in it."""
    for label in concept.labels:
        for name in dict.fromkeys((label.text, re.split(r"[(–—]| - ", label.text)[0])):
            stems = [_stem(w) for w in tokens(name).words if w[0].isalnum()]
            if stems and label.role != "cue" and SAYING[:6] not in stems:
                yield max(stems, key=lambda stem: (len(stem), stem))


def _stem(word: str) -> str:
    """Return the part of a compared word that every way of printing it has.

    >>> _stem("pharmacy"), _stem("multispecialty"), _stem("organisation")
    ('pharma', 'special', 'organ')
    """
    prefix = next((p for p in sorted(SOLID_PREFIXES) if word.startswith(p)), "")
    bare = word.removeprefix(prefix) if len(word) - len(prefix) > 4 else word
    return re.split("i[sz]", bare)[0][: max(2, len(bare) - 2)] or bare[:1]


def _named(text: str, folded: str, part: str, matcher: Matcher) -> bool:
    """Tell whether a name stands around an occurrence of `part`."""
    at = folded.find(part)
    while at >= 0:
        low = max(0, text.rfind(" ", 0, max(0, at - _REACH)) + 1)
        if any(m.role != "cue" for m in matcher.hits(text, low, at + 2 * _REACH)):
            return True
        at = folded.find(part, at + _REACH)
    return False
