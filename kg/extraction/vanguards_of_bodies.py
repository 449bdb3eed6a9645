"""Vanguards named by the body that runs them: "Dudley CCG's vanguard", "X Trust leads a vanguard".

Which vanguard that is, the body's own name tells: it begins with a vanguard's name or area. The
mention stands on the word "vanguard", since the body keeps its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extraction.places import area_of, area_pattern
from kg.extraction.reading import Mention
from kg.extraction.vanguard_areas import areas, the_one
from kg.model import BlockKind, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Document
    from kg.registry import Registry, RegistryRow

_HAS = re.compile(
    r"(?:['’]s?\s(?:[\w&()-]+\s){0,8}?"
    r"|(?:,[^,.;\n]{3,90},)?\s(?:leads?|runs?|hosts?|led|ran|hosted|became|is|was|formed|launched"
    r"|created|set\sup|established|started)\s"
    r"(?:(?:an?|the|its|our|one\sof(?:\sthe)?)\s)?(?:[\w&()-]+\s){0,8}?)"
)
_COMMISSIONER = ("Clinical Commissioning Group", "CCG")
"""Ends of the names of bodies that are called after the areas they buy care for."""
_BY = re.compile(r"\s(?:\w+\s)?(?:led|run|hosted|headed|managed)\sby\s(?:the\s)?")


def of_bodies(
    text: str,
    spans: Sequence[tuple[int, int]],
    named: Sequence[Mention],
    registry: Registry,
    words: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """Yield the vanguards that sentences (`spans`) name only by the bodies that run them.

    `words` are the places where "vanguard" is the programme's word.
    """
    single = [word for word in words if text[word[1] - 1] != "s"]
    if not single:
        return
    bodies = [m for m in named if m.kind == "org"]
    models = [m for m in named if m.kind == "model"]
    places = [word[0] for word in single]
    called = sorted(m.start for m in named if m.kind == "vanguard")
    for start, end in spans:
        if bisect_left(called, start) < bisect_left(called, end):
            continue
        for word in single[bisect_left(places, start) : bisect_left(places, end)]:
            near = [m for m in bodies if start <= m.start and m.end <= end]
            runs = (m for m in near if _runs(text, (m.start, m.end), word))
            kinds = {m.entity.id for m in models if start <= m.start < end}
            rows = (_row(m.entity, kinds, registry) for m in runs)
            row = next((row for row in rows if row is not None), None)
            if row is not None:
                yield Mention(*word, Entity("vanguard", row.id), "area")


def listed(document: Document, named: Sequence[Mention], registry: Registry) -> Iterator[Mention]:
    """Yield the vanguards that a list of vanguards names by their bodies alone, an item each."""
    blocks = document.blocks
    kinds = {m.entity.id for m in named if m.kind == "model"}
    items = {b.start: b for b in blocks if b.kind is BlockKind.LIST_ITEM and b.scope is not None}
    for item in items.values():
        lead = blocks[item.scope] if item.scope is not None else item
        if "vanguards" not in document.text[lead.start : lead.end].casefold():
            continue
        if any(m.kind == "vanguard" and lead.start <= m.start < lead.end for m in named):
            continue  # the list is of that vanguard's members
        body = next(
            (m for m in named if m.kind == "org" and item.start <= m.start < item.end), None
        )
        if body is None or document.text[body.end : item.end].strip(" .;,\n"):
            continue
        if document.text[item.start : body.start].strip(" •-*·\t0123456789.)"):
            continue
        row = _row(body.entity, kinds, registry)
        if row is not None:
            yield Mention(body.start, body.end, Entity("vanguard", row.id), "area")


def _runs(text: str, body: tuple[int, int], word: tuple[int, int]) -> bool:
    """Tell whether the words between a body and "vanguard" say that the one runs the other."""
    if body[1] <= word[0]:
        return _HAS.fullmatch(text, body[1], word[0]) is not None
    return _BY.fullmatch(text, word[1], body[0]) is not None


def _row(body: Entity, kinds: set[str], registry: Registry) -> RegistryRow | None:
    """Return the vanguard whose name or area begins a body's name, where it is just one."""
    for name in body.names:
        bare = name.removeprefix("The ").removeprefix("NHS ")
        begun = [row for row in registry.rows if bare.startswith(f"{row.name} ")]
        if len(begun) == 1:
            return begun[0]
        pattern = area_pattern(registry)
        find = pattern.search if pattern and bare.endswith(_COMMISSIONER) else None
        find = find or (pattern.match if pattern else None)
        match = find(bare) if find else None
        row = the_one(areas(registry).get(area_of(match[0]), ()), kinds, bare) if match else None
        if row is not None:
            return row
    return None
