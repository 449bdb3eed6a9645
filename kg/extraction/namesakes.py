"""Names that several vanguards have: whose it is, the areas that the text names tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.places import parts_of, place_pattern
from kg.model import Entity
from kg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.extraction.reading import Mention
    from kg.registry import Registry, RegistryRow


def told_apart(text: str, mentions: Iterable[Mention], registry: Registry) -> list[Mention]:
    """Return the mentions, a name that several vanguards have as that of the area most told of.

    "All Together Better" is Dudley's in a text on Dudley, and Sunderland's elsewhere.
    """
    shared = _shared(registry)
    meant: dict[tuple[str, str], str] = {}
    kept: list[Mention] = []
    for mention in mentions:
        called = mention.kind == "vanguard" and mention.role != "area"
        rows = shared.get(fold(text[mention.start : mention.end])) if called else None
        if rows is None:
            kept.append(mention)
            continue
        key = (mention.entity.id, rows[0].id)
        if key not in meant:
            meant[key] = _most_told_of(text, mention.entity.id, rows)
        kept.append(mention._replace(entity=Entity("vanguard", meant[key])))
    return kept


def _most_told_of(text: str, known: str, rows: tuple[RegistryRow, ...]) -> str:
    """Return the row whose area a text names most; `known` where none is named more often."""
    counts = {row.id: _named(text, row.area) for row in rows}
    return max(counts, key=lambda one: (counts[one], one == known))


def _named(text: str, area: str) -> int:
    """Return how often a text names an area, or a part of it."""
    return sum(len(place_pattern(part).findall(text)) for part in parts_of(area))


@lru_cache(maxsize=8)
def _shared(registry: Registry) -> Mapping[str, tuple[RegistryRow, ...]]:
    """Return folded name -> the vanguards that have it, or it with their area behind."""
    found: dict[str, dict[RegistryRow, None]] = {}
    for row in registry.rows:
        area = fold(row.area)
        for name in map(fold, (row.name, *row.other_names)):
            for said in {name, name.removesuffix(f" {area}")}:
                found.setdefault(said, {})[row] = None
    return {name: tuple(rows) for name, rows in found.items() if len(rows) > 1}
