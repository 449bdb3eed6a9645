"""Places: the areas that the registry names, and capitalised names behind "in" or "across"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.capitals import LEADERS, MONTHS_AND_DAYS, words_of
from kg.extraction.reading import Mention
from kg.model import Entity
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.spans import Spans
    from kg.registry import Registry

_CAP = r"[A-Z][a-z]+(?:[-’'][A-Za-z]+)*(?![A-Za-z])"
_NAME = rf"{_CAP}(?:[ ]{_CAP}|[ -](?:of|upon|on|le)[ -]{_CAP}){{0,3}}"
_SHAPE = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]cross|[Aa]round|[Tt]hroughout|[Nn]ear|[Cc]over(?:s|ed|ing)?"
    r"|[Ss]erv(?:e|es|ed|ing)|[Ee]xtend(?:s|ed|ing)? to|[Ss]pread(?:s|ing)? to)[ \n]"
    r"(?:and around[ ]|the (?:city|town|county|borough|district|whole|rest|people) of[ ])?"
    r"(?:the )?(?:(?:south|north|east|west|centre) of[ ])?"
    rf"(?P<name>{_NAME})(?P<more>(?:,[ \n]{_NAME}){{0,8}}(?:,?[ \n]and[ \n]{_NAME})?)"
    r"|(?P<part>(?:[Ss]outhern|[Nn]orthern|[Ee]astern|[Ww]estern|mid|south|north|east|west)[ -]"
    rf"(?:(?:east|west)[ -])?{_CAP}(?:shire|folk|sex|land|rey|set|von|ham|ent|ria|side|don)?\b))"
)
_ONE = re.compile(_NAME)
_NO_PLACE = (
    LEADERS
    | MONTHS_AND_DAYS
    | words_of(
        """
    NHS Care Health Parliament Government Title Practice General Primary Community Hospital
    New Emergency Vanguard Vanguards Common Touch Progress Partnership Figure Table Annex
    Appendix
    """
    )
)


def place_of(name: str) -> Entity:
    """Return the place of a name.

    >>> place_of("Isle of Wight").id
    'isle-of-wight'
    """
    name = " ".join(name.split())
    return Entity("place", slug(name), (name,))


_COMPASS = frozenset({"North", "South", "East", "West", "Mid", "Central", "Greater"})


@lru_cache(maxsize=8)
def area_names(registry: Registry) -> tuple[str, ...]:
    """Return the areas of the registry and their parts, the longest first."""
    names: set[str] = set()
    for row in registry.rows:
        names.add(row.area)
        names.update(parts_of(row.area))
        names.update(wider_of(row.area))
    return tuple(sorted((n for n in names if n), key=lambda n: (-len(n), n)))


def parts_of(area: str) -> tuple[str, ...]:
    """Return the places that an area lists.

    >>> parts_of("Airedale, Wharfedale and Craven")
    ('Airedale', 'Wharfedale', 'Craven')
    """
    parts = re.split(r",\s+|\s+and\s+", area)
    return tuple(part for part in parts if part and part not in _COMPASS)


_REGIONS = frozenset({"England", "Midlands", "Yorkshire"})
"""What is left of a region's name without its compass point, and names no county or city."""


def wider_of(area: str) -> tuple[str, ...]:
    """Return the county or city of which each place of an area is a part by its name.

    >>> wider_of("South Somerset"), wider_of("Sandwell and West Birmingham"), wider_of("Dudley")
    (('Somerset',), ('Birmingham',), ())
    """
    words = (part.split() for part in parts_of(area))
    last = (w[-1] for w in words if len(w) > 1 and _COMPASS.issuperset(w[:-1]))
    return tuple(name for name in last if name not in _REGIONS)


@lru_cache(maxsize=8)
def area_pattern(registry: Registry) -> re.Pattern[str] | None:
    """Return one pattern for all areas and parts of areas, or None where there are none."""
    names = (re.escape(n).replace(r"\ ", r"\s{1,4}") for n in area_names(registry))
    joined = "|".join(names)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])") if joined else None


def places(text: str, registry: Registry, taken: Spans) -> tuple[Mention, ...]:
    """Return the places of a text that lie in no other name (`taken`), sorted by place."""
    found = [*_areas(text, registry, taken), *_shapes(text, taken)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.role)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _areas(text: str, registry: Registry, taken: Spans) -> Iterator[Mention]:
    """Yield areas of the registry."""
    pattern = area_pattern(registry)
    for match in pattern.finditer(text) if pattern else ():
        if not taken.meet(*match.span()):
            # A list of three places or more is no place of its own.
            parts = parts_of(match[0]) if "," in match[0] else (match[0],)
            at = match.start()
            for part in parts:
                at = text.index(part, at)
                yield Mention(at, at + len(part), place_of(part), "pref")
                at += len(part)


def _shapes(text: str, taken: Spans) -> Iterator[Mention]:
    """Yield capitalised names behind words that ask for a place."""
    for match in _SHAPE.finditer(text):
        spans = [match.span("part")] if match["part"] else [match.span("name")]
        if match["more"]:
            spans += [m.span() for m in _ONE.finditer(text, *match.span("more"))]
        for start, end in spans:
            name = text[start:end]
            if set(name.split()) & _NO_PLACE or taken.meet(start, end):
                break
            end -= 2 if name.endswith(("'s", "’s")) else 0  # noqa: PLW2901
            yield Mention(start, end, place_of(text[start:end]), "shape")
