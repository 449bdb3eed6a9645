"""Headings: by sign, by underline, by capitals, or as short lines that stand over a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.documents.lists import leads_in
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.documents.lines import Unit
    from kg.documents.markup import Labels

LENGTH = 100
WORDS = 15
LEAD_WORDS = 6
CROWDED = 70
"""The longest heading, in characters, between paragraphs that no blank line parts from it."""

UNDERLINE = re.compile(r"={3,}|-{3,}")
INSIDE = re.compile(r"[a-z]{2}[.;]\s+[A-Z]")
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|might|must|do|does|"
    r"did|include[sd]?|including|expect(?:s|ed)?|says?|said|asked|adds?|added|aims?|hopes?|follows?)\b",
    re.IGNORECASE,
)
TALK = re.compile(r"(?:i|we|it|they|he|she|there|but|and|yes|no)\b(?!:)", re.IGNORECASE)
QUOTED = re.compile(r"[\"“‘'].*[\"”’']$")


def label_headings(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label headings among the units that nothing else has claimed."""
    found: Labels = {}
    before: BlockKind | None = None
    for number in range(len(units)):
        kind = labels.get(number)
        if kind is None and _is_heading(units, labels, number, before):
            kind = found[number] = BlockKind.HEADING
        if kind is not BlockKind.BOILERPLATE:
            before = kind or BlockKind.PARAGRAPH
    return found


def level(units: Sequence[Unit], number: int, *, first: bool) -> int:
    """Return the level of a heading, 1 to 6; `first` says that none stands before it."""
    unit = units[number]
    if unit.marker.startswith("#"):
        return len(unit.marker)
    if _is_underlined(units, number):
        return 1 if units[number + 1].text.startswith("=") else 2
    parts = re.match(r"\d{1,2}(?:\.\d{1,2}){1,3}", unit.text)
    if parts:
        return min(parts.group().count(".") + 2, 6)
    return 1 if first else 2


def _is_heading(
    units: Sequence[Unit], labels: Mapping[int, BlockKind], number: int, before: BlockKind | None
) -> bool:
    """Tell whether a unit is a heading; `before` is the kind of the last words above it."""
    unit = units[number]
    if unit.marker.startswith("#") or _is_underlined(units, number):
        return True
    if unit.marker == ">" or not _reads_as_heading(unit):
        return False
    following = _following(units, labels, number)
    if following is None or before is BlockKind.QUESTION:
        return False
    below = units[following]
    if labels.get(following) is BlockKind.QUESTION and before not in {None, BlockKind.HEADING}:
        return False
    if unit.text.isupper() and len(unit.text) > 3:
        return True
    if leads_in(unit):
        return unit.gap or before is not BlockKind.HEADING
    if unit.gap:
        return True
    if before is BlockKind.HEADING:
        return True
    crowded = len(unit.text) <= CROWDED and len(below.text) >= max(LENGTH, 2 * len(unit.text))
    return crowded and not below.gap and units[number - 1].text.rstrip("\"'”’) ")[-1:] in ".?!"


def _reads_as_heading(unit: Unit) -> bool:
    """Tell whether the words alone could be a heading: short, and no sentence."""
    text = unit.text.strip("*_ ")
    if not 1 < len(text) <= LENGTH or "\n" in text or text[0].islower():
        return False
    words = text.split()
    if len(words) > WORDS or text.endswith((".", ";", ",", "…")) or QUOTED.match(text):
        return False
    if not any(c.isalpha() for c in text) or INSIDE.search(text):
        return False
    if text.endswith(":"):
        return len(words) <= LEAD_WORDS and VERB.search(text) is None
    return TALK.match(text) is None or text.endswith("?")


def _following(units: Sequence[Unit], labels: Mapping[int, BlockKind], number: int) -> int | None:
    """Return the number of the next unit that is no boilerplate."""
    for below in range(number + 1, len(units)):
        if labels.get(below) is not BlockKind.BOILERPLATE:
            return below
    return None


def _is_underlined(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a rule of ``=`` or ``-`` stands right under a short line."""
    if number + 1 >= len(units) or len(units[number].text) > LENGTH or units[number].marker:
        return False
    below = units[number + 1]
    return not below.gap and UNDERLINE.fullmatch(below.text) is not None
