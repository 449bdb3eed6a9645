"""Vanguards of one area: which of them a text means by the area alone, its kind or its works tell.

"The Wakefield vanguard" is that of the care homes only in a text with homes in it, and that of the
practices in one that says "multispecialty community provider".
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.extraction.places import area_of
from kg.extraction.vanguard_of_text import kinds_named, rows_of
from kg.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.reading import Mention
    from kg.registry import Registry, RegistryRow

_WORKS = {
    "enhanced-health-in-care-homes": re.compile(
        r"\b[Hh]omes\b|\b(?:[Cc]are|[Nn]ursing|[Rr]esidential) home\b"
    ),
    "urgent-and-emergency-care": re.compile(
        r"\bA&E\b|\b(?:111|999)\b|[Aa]mbulance|\b[Uu]rgent|\b[Ee]mergenc|[Oo]ut[- ]of[- ]hours"
        r"|\b[Cc]risis\b"
    ),
    "acute-care-collaboration": re.compile(r"\b[Tt]rusts?\b|\b[Hh]ospitals?\b"),
}
"""Kind -> what a text on a vanguard of that kind can hardly do without."""
_CALLED = re.compile(r"(?:[’']s)?(?: [Vv]anguard)?$")


def of_the_kind_told(text: str, mentions: Sequence[Mention], registry: Registry) -> list[Mention]:
    """Return the mentions, a vanguard named by an area alone as the one of the kind told of."""
    known = rows_of(registry)
    meant: dict[tuple[str, str], Entity] = {}
    kinds: set[str] | None = None
    found: list[Mention] = []
    for mention in mentions:
        area = ""
        if mention.kind == "vanguard":
            area = area_of(_CALLED.sub("", text[mention.start : mention.end]))
        rows = known.get(area, ())
        if len(rows) > 1:
            if kinds is None:
                kinds = kinds_named(mentions)
                others = Counter(m.entity.id for m in mentions if m.kind == "vanguard")
            key = (area, mention.entity.id)
            if key not in meant:
                free = [r for r in rows if r.id == mention.entity.id or r.id not in others]
                meant[key] = _fitting(text, mention.entity, free, kinds)
            mention = mention._replace(entity=meant[key])  # noqa: PLW2901
        found.append(mention)
    return found


def _fitting(text: str, known: Entity, rows: Sequence[RegistryRow], kinds: set[str]) -> Entity:
    """Return the vanguard of the rows whose kind a text names or shows; `known` where two do."""

    def fits(row: RegistryRow) -> tuple[bool, bool, bool]:
        works = _WORKS.get(row.care_model)
        shown = works is None or works.search(text) is not None
        return row.care_model in kinds, shown, row.id == known.id

    return Entity("vanguard", max(rows, key=fits).id) if rows else known
