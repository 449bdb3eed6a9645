"""Places that are part of a longer name, or of a vanguard's, and so say nothing of where it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.served_places import TITLE_OF

if TYPE_CHECKING:
    from kg.extraction.scene import Scene

IN = re.compile(
    r"\b(?:in|across|of|for|from|around|throughout|serving|covers|covering|over)\s+(?:the\s+)?"
    r"(?:\w+\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
"""What stands before a place that is told as one."""
_NAMES_ON = re.compile(
    r"\s+(?:vanguard|MCP|PACS?|Council|CCG|Hospital|Together|system resilience group)\b"
)
_TOLD_BY = re.compile(r",? (?:the|a|an|our|its) $")


def in_name(scene: Scene, start: int, end: int) -> bool:
    """Whether the words are part of a longer name, or a vanguard's name used as one."""
    text = scene.reading.text
    for m in scene.reading.within(max(0, start - 150), end + 150, "org", "vanguard", "person"):
        if m.start <= start and end <= m.end:
            if m.role == "area":
                continue
            exact = (m.start, m.end) == (start, end) and m.kind == "vanguard"
            if not (exact and IN.search(text[max(0, start - 30) : start])):
                return True
    if TITLE_OF.search(text[max(0, start - 24) : start]):
        return True
    if _told_by(scene, start, end):
        return False
    after = text[end : end + 30]
    return bool(_NAMES_ON.match(after))


def _told_by(scene: Scene, start: int, end: int) -> bool:
    """Whether a place tells which vanguard a name means: "Larkbank, the Kent vanguard"."""
    text = scene.reading.text
    if not any(m.role == "area" for m in scene.reading.within(start, end, "vanguard")):
        return False
    before = scene.reading.within(max(0, start - 60), start, "vanguard")
    place = text[start:end].casefold()
    return any(
        _TOLD_BY.fullmatch(text, m.end, start) and place not in text[m.start : m.end].casefold()
        for m in before[-1:]
    )
