"""Bodies that a text on one vanguard never names: "the council" there is its area's council."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.places import wider_of
from kg.extraction.reading import Mention
from kg.extraction.shapes import entity_of
from kg.extraction.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Entity
    from kg.registry import Registry

ROLE = "unnamed"
"""How such a mention came about."""
NEAR = 600
"""Characters after a vanguard's name in which a text on several still speaks of it."""
_BODY = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts)[ \n](?:local[ ]|(?i:island|county|city|borough|district"
    r"|town)['’]s[ \n])?"
    r"(?:(?P<sort>county|city|borough|district|metropolitan)[ \n])?"
    r"(?:(?P<council>council)|(?P<ccg>CCG|[Cc]linical[ \n][Cc]ommissioning[ \n][Gg]roup))\b(?![-])"
    r"(?![ ]+(?:in|of|for)[ ]+[A-Z]|[ ]tax|[ ]house|[ ]estate)"
)
_MAY_HOLD = re.compile(r"council\b|CCG\b|commissioning group\b", re.IGNORECASE)
_COUNTY = re.compile(
    r"(?:[a-z]shire|^(?:Northumberland|Cumbria|Cornwall|Devon|Dorset|Kent|Surrey|Essex|Norfolk"
    r"|Suffolk|Somerset|Durham|Rutland))$"
)
_NO_DISTRICT = re.compile(
    r"^(?:North|South|East|West|Mid|Central|Greater|Southern|Northern|Eastern|Western)\b|,|\band\b"
    r"|\b(?:Coast|Bay|England|London|Midlands|Yorkshire|Valley)$"
)
"""Areas that no one council or group has."""
_KIND = {
    "council": re.compile(r"\bCouncil$|\bBorough of\b"),
    "ccg": re.compile(r"\bCCG\b|\bClinical Commissioning Group\b", re.IGNORECASE),
}


def unnamed_bodies(text: str, told: Sequence[Mention], registry: Registry) -> Iterator[Mention]:
    """Yield "the council" and "the CCG" as the bodies of the area of the vanguard told there.

    `told` holds what else the text mentions. One that the text names only later is that one.
    """
    vanguards = sorted((m for m in told if m.kind == "vanguard"), key=lambda m: m.start)
    if not vanguards or not _MAY_HOLD.search(text):
        return
    areas = {row.id: row.area for row in registry.rows}
    one = len({m.entity for m in vanguards}) == 1
    orgs = [m for m in told if m.kind == "org"]
    taken = Spans((m.start, m.end) for m in orgs)
    for match in _BODY.finditer(text):
        if taken.meet(*match.span()):
            continue
        near = [m for m in vanguards if 0 <= match.start() - m.end <= NEAR]
        vanguard = vanguards[0] if one else near[-1] if near else None
        if vanguard is None:
            continue
        kind = "council" if match["council"] else "ccg"
        area = areas.get(vanguard.entity.id, "")
        body = _named(orgs, kind, area, one=one) or _made(kind, match["sort"] or "", area)
        if body is not None:
            yield Mention(*match.span(), body, ROLE)


def _named(orgs: Sequence[Mention], kind: str, area: str, *, one: bool) -> Entity | None:
    """Return the body of a kind that a text names, where it is the only one or the area's own."""
    found = {
        m.entity: None for m in orgs if any(_KIND[kind].search(name) for name in m.entity.names)
    }
    own = [
        e for e in found if area and any(n.removeprefix("NHS ").startswith(area) for n in e.names)
    ]
    if len(own) == 1:
        return own[0]
    return next(iter(found)) if one and len(found) == 1 else None


def _made(kind: str, sort: str, area: str) -> Entity | None:
    """Return the body of a kind that an area has by its name, or None where that is not sure.

    >>> _made("council", "borough", "Erewash").names
    ('Erewash Borough Council', 'Erewash Council')
    >>> _made("council", "county", "South Somerset").names
    ('Somerset County Council',)
    """
    if kind == "council" and sort == "county":
        wider = wider_of(area)
        county = wider[0] if len(wider) == 1 else area.removeprefix("Mid ")
        return entity_of(f"{county} County Council") if _COUNTY.search(county) else None
    if not area or _NO_DISTRICT.search(area):
        return None
    if kind == "ccg":
        return entity_of(f"{area} CCG")
    full = f"{area} {sort.title()} Council" if sort else f"{area} Council"
    if _COUNTY.search(area):
        full = f"{area} County Council"
    made = entity_of(full)
    short = f"{area} Council"
    return replace(made, names=(full, short)) if full != short else made
