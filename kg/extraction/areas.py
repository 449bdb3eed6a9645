"""Vanguards named by what they serve: "the vanguard in Dudley".

The registry says which area a vanguard serves. An area in a sentence that speaks of a vanguard or
a care model names the vanguard of that area, when there is only one, or only one of that model.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.reading import Mention
from kg.model import BlockKind, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Reading
    from kg.model import Sentence
    from kg.vocabulary import Registry, RegistryRow, Vocabulary

WIDE = frozenset({"England", "London", "Kent and London", "London and Manchester", "West Midlands"})
"""Areas that say too little to name a vanguard."""

_VANGUARD = re.compile(r"\bvanguards?\b", re.IGNORECASE)
_BEING = re.compile(
    r"\b(?:being|becom(?:e|ing)|our|became|as|is|was|the|this|made it|chosen as|was one|a)\s+"
    r"(?:(?:an?|the|one of|local|new|national)\s+)*(?:[\w&()-]+\s+){0,5}?vanguard\b|\bas an? MCP\b",
    re.IGNORECASE,
)
_SKIPPED = frozenset(
    {"the", "and", "for", "care", "health", "services", "service", "nhs", "programme"}
    | {"partnership", "system", "group"}
)


@lru_cache(maxsize=8)
def _areas(registry: Registry) -> tuple[re.Pattern[str] | None, dict[str, tuple[RegistryRow, ...]]]:
    """Return one pattern for all areas, and the rows of each."""
    rows: dict[str, list[RegistryRow]] = {}
    for row in registry.rows:
        if row.area and row.area not in WIDE:
            rows.setdefault(row.area, []).append(row)
    if not rows:
        return None, {}
    names = "|".join(re.escape(a) for a in sorted(rows, key=lambda a: (-len(a), a)))
    pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
    return pattern, {area: tuple(found) for area, found in rows.items()}


def area_mentions(reading: Reading, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Return mentions (role ``area``) of vanguards by the areas they serve, in order of place."""
    pattern, rows = _areas(vocabulary.registry)
    if pattern is None or not _VANGUARD.search(reading.text):
        return ()
    known = {m.entity.id for m in reading.mentions if m.kind == "vanguard"}
    found: list[Mention] = []
    spoken = bool(_BEING.search(reading.text))
    for sentence in reading.document.sentences:
        block = reading.document.blocks[sentence.block]
        if block.kind in {BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER}:
            continue
        found.extend(_in_sentence(reading, sentence, pattern, rows))
    if not known and spoken:
        taken = {m.start for m in found}
        found.extend(m for m in _of_document(reading, pattern, rows) if m.start not in taken)
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _in_sentence(
    reading: Reading,
    sentence: Sentence,
    pattern: re.Pattern[str],
    rows: dict[str, tuple[RegistryRow, ...]],
) -> Iterator[Mention]:
    """Yield the vanguards of areas in a sentence that speaks of a vanguard or a model."""
    words = reading.text[sentence.start : sentence.end]
    models = {m.entity.id for m in reading.mentions_in(sentence, "model")}
    if not models and not _VANGUARD.search(words):
        return
    if any(True for _ in reading.within(sentence.start, sentence.end, "vanguard")):
        return
    for match in pattern.finditer(words):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if _inside_org(reading, start, end):
            continue
        row = _the_one(rows[match.group()], models, words)
        if row is not None:
            yield Mention(start, end, Entity("vanguard", row.id), "area")


def _the_one(rows: tuple[RegistryRow, ...], models: set[str], words: str) -> RegistryRow | None:
    """Return the row meant: the only one, or the only one of the models named."""
    named = [row for row in rows if row.care_model in models] if models else list(rows)
    if len(named) > 1:
        folded = words.casefold()
        named = [row for row in named if _words_of(row) and _words_of(row) <= _tokens(folded)]
    return named[0] if len(named) == 1 else None


def _tokens(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{3,}", text.replace("’", "'").replace("'s", "")))


def _words_of(row: RegistryRow) -> frozenset[str]:
    """Return the words of a row's name that are its own: no area, no filler."""
    own = _tokens(row.name.casefold()) - _tokens(row.area.casefold())
    return own - _SKIPPED


def _of_document(
    reading: Reading, pattern: re.Pattern[str], rows: dict[str, tuple[RegistryRow, ...]]
) -> Iterator[Mention]:
    """Yield the mentions of the one area of which a document by or about a vanguard tells."""
    places: dict[str, list[tuple[int, int]]] = {}
    for match in pattern.finditer(reading.text):
        if not _inside_org(reading, match.start(), match.end()):
            places.setdefault(match.group(), []).append(match.span())
    models = {m.entity.id for m in reading.mentions if m.kind == "model"}
    told = sorted(places.items(), key=lambda item: (-len(item[1]), item[1][0]))
    if not told or (len(told) > 1 and len(told[0][1]) == len(told[1][1])):
        return
    row = _the_one(rows[told[0][0]], models, reading.text)
    if row is None:
        row = _the_one(rows[told[0][0]], set(), reading.text)
    if row is not None:
        for start, end in told[0][1]:
            yield Mention(start, end, Entity("vanguard", row.id), "area")


def _inside_org(reading: Reading, start: int, end: int) -> bool:
    """Whether ``[start, end)`` lies within the name of an organisation or a vanguard."""
    near = reading.within(max(0, start - 120), end + 120, "org", "vanguard", "person")
    return any(m.start <= start and end <= m.end for m in near)
