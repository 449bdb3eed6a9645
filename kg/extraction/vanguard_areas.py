"""Vanguards named by the area they serve: "the Salford vanguard", "Dorset's … collaboration".

An area is a vanguard only beside a word of the programme: right before or behind it, in a list
that such a word opens, or as the subject of "is one" or "as a … vanguard". Where several vanguards
serve an area, the care model named in the sentence decides, then the words of their names; where
two fit alike, none is meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.places import area_pattern, parts_of
from kg.extraction.reading import Mention
from kg.model import Entity
from kg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.spans import Spans
    from kg.vocabulary import Registry, RegistryRow

VAGUE = frozenset({"England", "London", "Kent", "Manchester", "North East England"})
"""Areas that say too little to name a vanguard."""

_BEHIND = re.compile(
    r"(?:['’]s?)?(?:\s(?!and\b|or\b|in\b|to\b|with\b|of\b|for\b|vanguards?\b)[\w&’'()/-]+){0,5}?\s(?:vanguard|MCP|PACS)\b(?!s)",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"\b(?:vanguards?|MCPs?|PACS)(?:\s(?:programme|sites?|areas?|projects?|schemes?))?"
    r"(?:\s(?:based|working|operating|such as|including|like|are))?,?\s?(?:in|for|of|on|at|across|covering|from|:|\(|such as|including)\s"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_IS_ONE = re.compile(
    r"\s(?:was|is|became|were|are|has been|have been|had been)\s(?:\w+\s){0,2}?(?:one|an?|among|chosen|selected|named|picked|made)\b"
)
_AS_ONE = re.compile(
    r"\b(?:as|being|become|became|becoming|is|was|made it|made)\s(?:an?|the|one of|our)\s(?:[\w&()/-]+\s){0,8}?vanguards?\b",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"(?:,|\sand|,\sand|\sor|;)\s(?:(?:on|in|at)\s)?(?:the\s)?|,\s")
_FILLER = frozenset(
    """the and of for in care health services service nhs programme partnership system group one
    together better network vanguard partners district rural developing alliance""".split()
)


@lru_cache(maxsize=8)
def areas(registry: Registry) -> dict[str, tuple[RegistryRow, ...]]:
    """Return area, or part of one, -> the rows it may mean; whole areas come before parts."""
    whole: dict[str, list[RegistryRow]] = {}
    parts: dict[str, list[RegistryRow]] = {}
    for row in registry.rows:
        whole.setdefault(row.area, []).append(row)
        for part in parts_of(row.area):
            parts.setdefault(part, []).append(row)
    found = {**{k: tuple(v) for k, v in parts.items()}, **{k: tuple(v) for k, v in whole.items()}}
    return {k: v for k, v in found.items() if k not in VAGUE}


def by_area(
    text: str,
    spans: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    registry: Registry,
    taken: Spans,
    words: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """Yield the vanguards that the sentences `spans` name by their areas (role ``area``).

    `taken` are names inside which an area is no more than a part; `words` are the places where
    "vanguard" is the programme's word.
    """
    pattern = area_pattern(registry)
    cues = [*words, *((m.start, m.end) for m in mentions if m.kind == "model")]
    known = areas(registry)
    if pattern is None or not cues:
        return
    cues.sort()
    models = [m for m in mentions if m.kind == "model"]
    for start, end in spans:
        if not any(start <= a and b <= end for a, b in cues):
            continue
        near = {m.entity.id for m in models if start <= m.start and m.end <= end}
        hits = [m for m in pattern.finditer(text, start, end) if not taken.meet(*m.span())]
        opened = -1
        for hit in hits:
            name = " ".join(hit[0].split())
            told, told_by_name = _told(text, hit.start(), hit.end(), start, end, opened, len(hits))
            if told:
                opened = hit.end()
            rows = known.get(name, ())
            if not (told or told_by_name):
                rows = tuple(r for r in rows if _own(r) and _own(r) <= _words(text[start:end]))
            row = the_one(rows, near, text[start:end])
            if row is not None:
                yield Mention(hit.start(), hit.end(), Entity("vanguard", row.id), "area")


def _told(
    text: str, start: int, end: int, low: int, high: int, opened: int, hits: int
) -> tuple[bool, bool]:
    """Tell whether the words around an area make it a vanguard: by a list or cue, or as subject."""
    behind = _BEHIND.match(text, end, high)
    before = text[max(low, start - 80) : start]
    listed = opened >= 0 and _LIST_GAP.fullmatch(text, opened, start) is not None
    opener = _OPENER.search(before) is not None
    subject = _IS_ONE.match(text, end, high) is not None
    as_one = hits == 1 and _AS_ONE.search(text, low, high) is not None
    return (opener or listed), (behind is not None or subject or as_one)


def the_one(
    rows: Sequence[RegistryRow], models: set[str] | frozenset[str], words: str
) -> RegistryRow | None:
    """Return the row meant: the only one, else the only one of the models, or of its name's words."""
    if len(rows) > 1 and models:
        rows = [row for row in rows if row.care_model in models] or rows
    if len(rows) > 1:
        said = _words(words)
        named = [row for row in rows if _own(row) and _own(row) <= said]
        rows = named or rows
    return rows[0] if len(rows) == 1 else None


def _words(text: str) -> frozenset[str]:
    """Return the folded words of a text, possessive endings dropped."""
    return frozenset(fold(re.sub(r"['’]s\b", "", text)).split())


@lru_cache(maxsize=256)
def _own(row: RegistryRow) -> frozenset[str]:
    """Return the words of a vanguard's name that are its own: no area, no filler."""
    return _words(row.name) - _words(row.area) - _FILLER


def of_document(
    title: str, text: str, mentions: Sequence[Mention], registry: Registry, taken: Spans
) -> Iterator[Mention]:
    """Yield the one area of a text that speaks of a vanguard without naming one.

    It is the area in the title, else the one named most; a tie is nobody's.
    """
    pattern = area_pattern(registry)
    if pattern is None:
        return
    known = areas(registry)
    places: dict[str, list[tuple[int, int]]] = {}
    for match in pattern.finditer(text):
        name = " ".join(match[0].split())
        if name in known and not taken.meet(*match.span()):
            places.setdefault(name, []).append(match.span())
    titled = {m[0] for m in pattern.finditer(title)}
    told = sorted(places.items(), key=lambda i: (i[0] not in titled, -len(i[1]), i[1][0]))
    tie = len(told) > 1 and len(told[0][1]) == len(told[1][1])
    if not told or (tie and told[0][0] not in titled):
        return
    models = {m.entity.id for m in mentions if m.kind == "model"}
    row = the_one(known[told[0][0]], models, text)
    if row is not None:
        for start, end in told[0][1]:
            yield Mention(start, end, Entity("vanguard", row.id), "area")
