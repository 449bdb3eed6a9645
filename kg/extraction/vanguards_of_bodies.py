"""Vanguards named by the body that runs them: "Dudley CCG's vanguard", "X Trust leads a vanguard".

Which vanguard that is, the body's own name tells: it begins with a vanguard's name or area. The
mention stands on the word "vanguard", since the body keeps its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.places import area_of, area_pattern
from kg.extraction.reading import Mention
from kg.extraction.vanguard_areas import areas, the_one
from kg.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.registry import Registry, RegistryRow

_HAS = re.compile(
    r"(?:['’]s?\s(?:[\w&()-]+\s){0,8}?"
    r"|\s(?:leads?|runs?|hosts?|led|ran|hosted|became|is|was)\s"
    r"(?:(?:an?|the|its|our|one\sof(?:\sthe)?)\s)?(?:[\w&()-]+\s){0,8}?)"
)
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
    for start, end in spans:
        if any(m.kind == "vanguard" and start <= m.start < end for m in named):
            continue
        for word in (w for w in single if start <= w[0] < end):
            near = [m for m in bodies if start <= m.start and m.end <= end]
            runs = (m for m in near if _runs(text, (m.start, m.end), word))
            kinds = {m.entity.id for m in models if start <= m.start < end}
            rows = (_row(m.entity, kinds, registry) for m in runs)
            row = next((row for row in rows if row is not None), None)
            if row is not None:
                yield Mention(*word, Entity("vanguard", row.id), "area")


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
        match = pattern.match(bare) if pattern else None
        row = the_one(areas(registry).get(area_of(match[0]), ()), kinds, bare) if match else None
        if row is not None:
            return row
    return None
