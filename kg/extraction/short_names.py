"""Later, shorter names: "Salford Royal" after the trust's full name, "the CCG" after one CCG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.reading import Mention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.model import Entity

_TAIL = re.compile(
    r"(?:,?\s+(?:NHS Foundation Trust|NHS Trust|Foundation Trust|NHS FT|Ltd|Limited|plc|LLP|CIC"
    r"|Community Interest Company|Clinical Commissioning Group|CCG))+$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\s+(?:Healthcare|Healthcare Solutions|Surgery|Surgeries|Medical Practice|Medical Group"
    r"|Partnership|Programme|Hospice|Care Group|GP Federation|Group|Consulting|MCP)$"
)
_OF_GPS = re.compile(r"[A-Z]\w+ (GP (?:Care Group|Federation|Alliance|Network|Consortium))$")
_KINDS = {
    "trust": re.compile(r"\bTrust\b|\bFT\b"),
    "foundation trust": re.compile(r"\bFoundation Trust\b|\bNHS FT\b"),
    "ccg": re.compile(r"\bCCG\b|\bClinical Commissioning Group\b", re.IGNORECASE),
    "council": re.compile(r"\bCouncil\b"),
    "university": re.compile(r"\bUniversity\b"),
    "hospice": re.compile(r"\bHospice\b"),
    "federation": re.compile(r"\bFederation\b"),
    "csu": re.compile(r"\bCommissioning Support Unit\b|\bCSU\b", re.IGNORECASE),
    "hospital": re.compile(r"\bHospital\b(?!.*Trust)"),
    "think tank": re.compile(r"\bKing['’]s Fund\b|\bNuffield Trust\b|\bHealth Foundation\b"),
}
_KINDS["clinical commissioning group"] = _KINDS["ccg"]
_ANAPHOR = re.compile(
    r"\b(?:[Tt]h(?:e|is)|[Oo]ur)[ \n](?:(?P<sort>acute|hospital|mental[ ]health|community"
    r"|ambulance|local|city|county|borough|district)[ ])?"
    r"(?P<kind>foundation[ \n]trust|clinical[ \n]commissioning[ \n]group|trust|CCG|council"
    r"|university|hospice|federation|CSU|hospital|think[ -]tank)\b(?!-)"
    r"(?![ -]+(?:in|of|and|for)[ ]+[A-Z])",
    re.IGNORECASE,
)


_ACUTE = re.compile(r"\bHospitals?\b|^(?!.*\b(?:Community|Mental|Partnership|Ambulance|Care)\b)")
_SORTS = {
    "acute": _ACUTE,
    "hospital": _ACUTE,
    "mental health": re.compile(r"\bMental\b|\bPartnership\b"),
}
"""What the words before "trust" say of the names of trusts, where they do not stand in them."""


def short_forms(name: str, kind: str, places: Collection[str]) -> tuple[str, ...]:
    """Return what a name may be shortened to; never a bare place.

    >>> short_forms("Salford Royal NHS Foundation Trust", "org", {"Salford"})
    ('Salford Royal',)
    >>> short_forms("Dorset Healthcare", "org", {"Dorset"})
    ()
    """
    found: list[str] = []
    inside = re.match(r"([A-Z]\w+) in [A-Z]", name)
    if inside:
        found.append(inside[1])
    bare = _TAIL.sub("", name).removeprefix("The ").removeprefix("NHS ")
    if bare != name and "Commissioning" not in name and not name.endswith("CCG"):
        if " " in bare:
            found.append(bare)
        if bare.endswith("Solutions"):
            bare = bare.removesuffix(" Solutions")
            found.append(bare)
    of_gps = _OF_GPS.search(name)
    if of_gps is not None:
        found.append(of_gps[1])
    cut = _FIRM.sub("", bare)
    if cut != bare and (kind == "vanguard" or "Trust" not in name):
        found.append(cut)
    kept = (n for n in found if n not in places and n != name and len(n) > 3)
    return tuple(n for n in dict.fromkeys(kept) if not _listed_places(n, places))


def _listed_places(name: str, places: Collection[str]) -> bool:
    """Tell whether a name is only a list of places."""
    return all(p in places for p in re.split(r",\s+|\s+and\s+", name))


def shortened(
    text: str, mentions: Iterable[Mention], places: Collection[str], names: Collection[str]
) -> Iterator[Mention]:
    """Yield later shortened names of organisations and vanguards that were named in full.

    `names` are names that mean something of their own and so shorten nothing.
    """
    first: dict[str, tuple[int, Entity]] = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        if mention.kind not in {"org", "vanguard"} or mention.role in {"acronym", "area"}:
            continue
        printed = " ".join(text[mention.start : mention.end].split())
        for form in short_forms(printed, mention.kind, places):
            if form not in names or printed.startswith(f"{form} in "):
                first.setdefault(form, (mention.end, mention.entity))
    if not first:
        return
    forms = "|".join(re.escape(f) for f in sorted(first, key=lambda f: (-len(f), f)))
    for match in re.finditer(rf"(?<![\w-])(?:{forms})(?![\w-])", text):
        end, entity = first[match[0]]
        own = not re.match(r"[ ](?:[A-Z][a-z]|NHS|CCG)", text[match.end() : match.end() + 4])
        if match.start() >= end and own:
            yield Mention(*match.span(), entity, "short")


def anaphors(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield "the trust", "the CCG" and the like where just one such body was named before."""
    named = iter(sorted((m for m in mentions if m.kind == "org"), key=lambda m: m.end))
    upcoming = next(named, None)
    known: dict[str, dict[str, Entity]] = {kind: {} for kind in _KINDS}
    for match in _ANAPHOR.finditer(text):
        while upcoming is not None and upcoming.end <= match.start():
            for kind, shape in _KINDS.items():
                if any(shape.search(name) for name in upcoming.entity.names):
                    known[kind][upcoming.entity.id] = upcoming.entity
            upcoming = next(named, None)
        before = known[re.sub(r"\s+|(?<=think)-", " ", match["kind"].lower())]
        if match["sort"] and len(before) > 1:
            fits = _SORTS.get(
                match["sort"].lower(), re.compile(re.escape(match["sort"]), re.IGNORECASE)
            )
            before = {k: e for k, e in before.items() if any(map(fits.search, e.names))}
        if len(before) == 1:
            yield Mention(*match.span(), next(iter(before.values())), "anaphor")
