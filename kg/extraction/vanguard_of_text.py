"""The vanguard of a text that speaks of one without naming it: by areas, and by bodies' names.

"The vanguard" in the minutes of Wear CCG is the one of Wear. Each area named counts, in a body's
name too; the kinds of vanguard that the text names decide between those of one area.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.places import area_of, area_pattern, parts_of, wider_of
from kg.extraction.reading import Mention
from kg.extraction.vanguard_areas import areas, the_one
from kg.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.spans import Spans
    from kg.registry import Registry, RegistryRow


@lru_cache(maxsize=8)
def rows_of(registry: Registry) -> dict[str, tuple[RegistryRow, ...]]:
    """Return area, or a part of one, -> every row that it may mean."""
    found: dict[str, dict[RegistryRow, None]] = {}
    for row in registry.rows:
        for name in (row.area, *row.other_names, *parts_of(row.area), *wider_of(row.area)):
            found.setdefault(name, {})[row] = None
    return {k: tuple(v) for k, v in found.items() if k in areas(registry)}


TITLED = 3
"""How many areas in the text an area in its title outweighs."""


def of_text(
    title: str,
    text: str,
    mentions: Sequence[Mention],
    registry: Registry,
    taken: Spans,
    words: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """Yield where a text that names no vanguard means one: at its areas, else at "vanguard".

    The one whose areas are named most is meant; a tie is nobody's. `taken` are the spans of
    names, `words` the places where "vanguard" is the programme's word.
    """
    pattern = area_pattern(registry)
    single = [word for word in words if text[word[1] - 1] != "s"]
    if pattern is None:
        return
    known = rows_of(registry)
    own = len(single) * 2 >= len(words)
    models = {m.entity.id for m in mentions if m.kind == "model" and m.role != "cue"}
    models = models or {m.entity.id for m in mentions if m.kind == "model"}
    votes: Counter[str] = Counter()
    places: dict[str, list[tuple[int, int]]] = {}
    bodies = {m.entity for m in mentions if m.kind == "org"}
    told: list[tuple[str, int, tuple[int, int] | None]] = [
        (m[0], 1, m.span()) for m in pattern.finditer(text) if own or not taken.meet(*m.span())
    ]
    told += [(m[0], TITLED, None) for m in pattern.finditer(title)]
    for body in bodies if own else ():
        printed = body.names[0] if body.names else ""
        if printed and printed not in text:
            told += [(m[0], 1, None) for m in pattern.finditer(printed)]
    for name, weight, span in told:
        row = the_one(known.get(area_of(name), ()), models, text)
        if row is None:
            continue
        votes[row.id] += weight
        if span is not None and not taken.meet(*span):
            places.setdefault(row.id, []).append(span)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return
    meant = ranked[0][0]
    spans = places.get(meant) or [word for word in single if not taken.meet(*word)]
    for start, end in sorted(spans):
        yield Mention(start, end, Entity("vanguard", meant), "area")
