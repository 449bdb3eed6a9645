"""Bodies that a verb of membership shows, or a capital in the middle of their name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.capitals import words_of
from kg.extraction.signs import signed

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAP = r"[A-Z][\w’'-]*\w"
_IN_IT = signed(
    rf"(?P<name>{_CAP}(?: {_CAP}){{0,3}})(?:, [^,.;\n]{{2,60}},)? (?:has|have|had|is|are|was|were)"
    r"(?: (?:also|now|both|all|been|already|long))* (?:an? |one of (?:the|its|our) |the )?(?:\w+ )?"
    r"(?:part of|partners? (?:in|of)|members? of|signed up to)"
    r" (?:the|this|it|our|its|what)\b"
)
"""A name whose verb makes it a member: "Larkbank has been part of the vanguard since 2015"."""
_CAMEL = re.compile(r"[A-Z](?<![\w@/.-][A-Z])(?<!M(?=a?c[A-Z]))[a-z]{2,}[A-Z][a-z]{3,}(?![\w/-])")
_NO_BODY = words_of(
    """
    PowerPoint YouTube FaceTime WhatsApp SystmOne LinkedIn JavaScript SurveyMonkey eReferral
    HealthCare DevOps
    """
)
_INSIDE = r"(?<=[a-z,;] )"
TWICE = 2
"""Uses inside sentences from which on a single word is a name."""


def in_it(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of bodies shown so; a single word must be a name wherever it stands."""
    for match in _IN_IT.in_lines(text):
        if " " in match["name"] or _is_name(text, match["name"]):
            yield match.span("name")
    for camel in _CAMEL.finditer(text):
        if camel[0] not in _NO_BODY:
            yield camel.span()


def _is_name(text: str, word: str) -> bool:
    """Tell whether a capitalised word is one inside sentences too, and no place."""
    inside = re.findall(rf"{_INSIDE}{re.escape(word)}\b", text)
    placed = re.search(rf"\b(?:in|across|around|throughout|near) {re.escape(word)}\b", text)
    small = re.search(rf"\b{re.escape(word.lower())}\b", text)
    return len(inside) >= TWICE and not placed and not small
