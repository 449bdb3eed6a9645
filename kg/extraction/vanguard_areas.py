"""Vanguards named by the area they serve: "the Salford vanguard", "Dorset's … collaboration".

An area is a vanguard only beside a word of the programme: right before or behind it, in a list
that such a word opens, or as the subject of "is one" or "as a … vanguard". Where several vanguards
serve an area, the care model named in the sentence decides, then the words of their names; where
two fit alike, none is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.places import area_of, area_pattern, parts_of, wider_of
from kg.extraction.reading import Mention
from kg.extraction.signs import signed
from kg.model import Entity
from kg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extraction.spans import Spans
    from kg.registry import Registry, RegistryRow

VAGUE = frozenset({"England", "London", "Kent", "Manchester", "North East England"})
"""Areas that say too little to name a vanguard."""

_BEHIND = re.compile(
    r"(?:['’]s?)?(?:\s(?!(?:and|or|in|to|with|of|for|by|at|from)\b)[\w&’'()/-]+){0,5}?\s\(?"
)
_OPENER = re.compile(
    r"\)?(?:\s(?:vanguards?|programme|sites?|areas?|projects?|schemes?|model))?"
    r"(?:\s(?:based|working|operating))?,?\s?"
    r"(?:in|for|of|on|at|across|covering|from|:|\(|such as|including|like|are)\s(?:the\s)?"
)
_IS_ONE = re.compile(
    r"\s(?:was|is|became|were|are|has been|have been|had been)\s(?:\w+\s){0,2}?"
    r"(?:one|an?|among|chosen|selected|named|picked|made)\b"
)
_AS_ONE = re.compile(
    r"\b(?:as|being|become|became|becoming|is|was|made it|made)\s(?:an?|the|one of|our)\s"
    r"(?:[\w&()/-]+\s){0,8}?vanguards?\b",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"(?:,|\sand|,\sand|\sor|;)\s(?:(?:on|in|at)\s)?(?:the\s)?|,\s")

_APPOSED = re.compile(
    r"(?:\s(?:[Cc]ity|[Dd]istrict|[Bb]orough|[Cc]ounty|CCG))?(?:,\s|\s[-–—]\s|\s\()"
    r"(?:(?:itself|also|already|now)\s)?"
    r"(?:an?|the|our|one\sof(?:\sthe)?|whose|which\s(?:is|was|became)\s(?:an?|the|one\sof))\s"
    r"(?:[\w&()/’'-]+\s){0,7}?\(?"
)
"""What stands between an area and a word of the programme that says what it is."""
_THE_ONE = signed(
    r"\b(?:mine|ours|the)\b(?: [\w'’-]+){0,6} (?P<one>one)"
    r"(?= (?:in|at|for|on|across|covering) (?:the )?[A-Z])",
    re.IGNORECASE,
)
"""Words for a vanguard of those spoken of: "mine was the stroke one in …"."""
_FILLER = frozenset(
    [
        "the",
        "and",
        "of",
        "for",
        "in",
        "care",
        "health",
        "services",
        "service",
        "nhs",
        "programme",
        "partnership",
        "system",
        "group",
        "one",
        "together",
        "better",
        "network",
        "vanguard",
        "partners",
        "district",
        "rural",
        "developing",
        "alliance",
    ]
)


@lru_cache(maxsize=8)
def areas(registry: Registry) -> dict[str, tuple[RegistryRow, ...]]:
    """Return area, or part of one, -> the rows it may mean; whole areas come before parts."""
    whole: dict[str, list[RegistryRow]] = {}
    parts: dict[str, list[RegistryRow]] = {}
    for row in registry.rows:
        whole.setdefault(row.area, []).append(row)
        for name in row.other_names:
            if any(name == other.area for other in registry.rows):
                whole.setdefault(name, []).append(row)
        for part in (*parts_of(row.area), *wider_of(row.area)):
            parts.setdefault(part, []).append(row)
    found = {**{k: tuple(v) for k, v in parts.items()}, **{k: tuple(v) for k, v in whole.items()}}
    return {k: tuple(dict.fromkeys(v)) for k, v in found.items() if k not in VAGUE}


@lru_cache(maxsize=8)
def _wider_names(registry: Registry) -> frozenset[str]:
    """Return the counties and cities of which areas of the registry are parts."""
    return frozenset(name for row in registry.rows for name in wider_of(row.area))


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
    models = [m for m in mentions if m.kind == "model" and m.role != "cue"]
    ones = (m.span("one") for m in _THE_ONE.in_lines(text)) if words else ()
    cues = sorted({*words, *ones, *((m.start, m.end) for m in models)})
    known = areas(registry)
    wider = _wider_names(registry)
    called = sorted(m.start for m in mentions if m.kind == "vanguard")
    if pattern is None or not cues:
        return
    for start, end in spans:
        here = cues[bisect_left(cues, (start, 0)) : bisect_left(cues, (end, 0))]
        here = [cue for cue in here if cue[1] <= end]
        if not here:
            continue
        near = {m.entity.id for m in models if (m.start, m.end) in here}
        hits = [m for m in pattern.finditer(text, start, end) if not taken.meet(*m.span())]
        if hits and bisect_left(called, start) < bisect_left(called, end):
            hits = [m for m in hits if area_of(m[0]) not in wider]
        found = list(_in_sentence(text, (start, end), hits, here, known))
        sure = [rows[0].care_model for _, rows in found if len(rows) == 1]
        if len(sure) > 1 and len(set(sure)) == 1:
            near = near or set(sure)
        for hit, rows in found:
            row = the_one(rows, near, text[start:end])
            if row is not None:
                yield Mention(hit.start(), hit.end(), Entity("vanguard", row.id), "area")


def _in_sentence(
    text: str,
    sentence: tuple[int, int],
    hits: Sequence[re.Match[str]],
    cues: Sequence[tuple[int, int]],
    known: Mapping[str, tuple[RegistryRow, ...]],
) -> Iterator[tuple[re.Match[str], tuple[RegistryRow, ...]]]:
    """Yield the areas of a sentence that stand for vanguards, and which ones they may be."""
    start, end = sentence
    as_one = len(hits) == 1 and _AS_ONE.search(text, start, end) is not None
    said = folded_words(text[start:end])
    last = -1
    for hit in hits:
        rows = known.get(area_of(hit[0]), ())
        listed = _opened(text, hit.start(), cues) or (
            last >= 0 and _LIST_GAP.fullmatch(text, last, hit.start()) is not None
        )
        last = hit.end() if listed else -1
        alone = as_one or _IS_ONE.match(text, hit.end(), end) is not None
        alone = alone or _apposed(text, hit.end(), cues)
        if not (listed or alone or _followed(text, hit.end(), cues)):
            rows = tuple(row for row in rows if _own(row) and _own(row) <= said)
        if rows:
            yield hit, rows


def _opened(text: str, start: int, cues: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a word of the programme and "in" (or the like) stand before `start`."""
    before = [end for _, end in cues if start - 60 < end <= start]
    return any(_OPENER.fullmatch(text, end, start) is not None for end in before)


def _followed(text: str, end: int, cues: Sequence[tuple[int, int]]) -> bool:
    """Tell whether "… vanguard", or a model in the singular, follows within a few words."""
    behind = [cue for cue in cues if end < cue[0] < end + 90 and text[cue[1] - 1] != "s"]
    behind += [cue for cue in cues if text[cue[0] : cue[1]].endswith("PACS") and cue[0] > end]
    return any(_BEHIND.fullmatch(text, end, start) is not None for start, _ in behind)


def _apposed(text: str, end: int, cues: Sequence[tuple[int, int]]) -> bool:
    """Tell whether what follows says that the area is a vanguard: "Dorset, one of the PACS"."""
    return any(
        _APPOSED.fullmatch(text, end, start) is not None
        for start, _ in cues
        if end < start < end + 110
    )


def the_one(
    rows: Sequence[RegistryRow], models: set[str] | frozenset[str], words: str
) -> RegistryRow | None:
    """Return the row meant: the only one, the only one of the models, or of its name's words."""
    if len(rows) > 1 and models:
        rows = [row for row in rows if row.care_model in models] or rows
    if len(rows) > 1:
        said = folded_words(words)
        named = [row for row in rows if _own(row) and _own(row) <= said]
        rows = named or rows
    return rows[0] if len(rows) == 1 else None


def folded_words(text: str) -> frozenset[str]:
    """Return the folded words of a text, possessive endings dropped."""
    return frozenset(fold(re.sub(r"['’]s\b", "", text)).split())


@lru_cache(maxsize=256)
def _own(row: RegistryRow) -> frozenset[str]:
    """Return the words of a vanguard's name that are its own: no area, no filler."""
    return folded_words(row.name) - folded_words(row.area) - _FILLER
