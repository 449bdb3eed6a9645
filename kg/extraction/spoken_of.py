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
def _names(vocabulary: Vocabulary) -> tuple[Matcher, tuple[tuple[str, bool], ...]]:
    """Return what finds the names of these kinds alone, and the parts to look for first.

    With each part goes whether the word that has it begins with a capital in every name.
    """
    concepts = [concept for kind in KINDS for concept in vocabulary.of(kind)]
    large: dict[str, bool] = {}
    for concept in concepts:
        for part, capital in _parts(concept):
            large[part] = large.get(part, True) and capital
    return Matcher(Vocabulary(concepts, vocabulary.registry)), tuple(sorted(large.items()))


def _parts(concept: Concept) -> Iterator[tuple[str, bool]]:
    """Yield the part to look for of each name, and of what stands before a bracket in it."""
    for label in concept.labels:
        for name in dict.fromkeys((label.text, re.split(r"[(–—]| - ", label.text)[0])):
            seen = tokens(name)
            stems = [
                (_stem(word), concept.kind == "vanguard" and name[start].isupper())
                for word, start in zip(seen.words, seen.starts, strict=True)
                if word[0].isalnum()
            ]
            if stems and label.role != "cue" and not any(stem == SAYING[:6] for stem, _ in stems):
                yield max(stems, key=lambda found: (len(found[0]), found))


def _stem(word: str) -> str:
    """Return the part of a compared word that every way of printing it has.

    >>> _stem("pharmacy"), _stem("multispecialty"), _stem("organisation")
    ('pharmac', 'specialt', 'organ')
    """
    prefix = next((p for p in sorted(SOLID_PREFIXES) if word.startswith(p)), "")
    bare = word.removeprefix(prefix) if len(word) - len(prefix) > 4 else word
    return re.split("i[sz]", bare)[0].removesuffix("y") or bare[:1]


def _named(text: str, folded: str, part: tuple[str, bool], matcher: Matcher) -> bool:
    """Tell whether a name stands around an occurrence of a part, in capitals where they count."""
    said, large = part
    at = folded.find(said)
    while at >= 0:
        if large and not _capital(text, at):
            at = folded.find(said, at + 1)
            continue
        low = max(0, text.rfind(" ", 0, max(0, at - _REACH)) + 1)
        if any(m.role != "cue" for m in matcher.hits(text, low, at + 2 * _REACH)):
            return True
        at = folded.find(said, at + _REACH)
    return False


def _capital(text: str, at: int) -> bool:
    """Tell whether the word with the character at `at` begins with a capital."""
    while at and text[at - 1].isalpha():
        at -= 1
    return text[at].isupper()
