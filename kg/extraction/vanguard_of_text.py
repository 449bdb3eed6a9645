"""The vanguard of a text that speaks of one without naming it: by areas, towns and bodies' names.

"The vanguard" in the minutes of Wear CCG is the one of Wear. Each area or town named counts, in a
body's name too; the kind of vanguard that the text names most decides between those of one area.
A vanguard that the text sets beside its own, or names in passing, does not stand in the way.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.places import area_of, area_pattern, parts_of, wider_of
from kg.extraction.reading import Mention
from kg.extraction.spans import Spans
from kg.extraction.territory import APART
from kg.extraction.vanguard_areas import areas, the_one
from kg.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.registry import Registry, RegistryRow
    from kg.vocabulary import Vocabulary

TITLED = 3
"""How many areas in the text an area in its title outweighs."""
PASSING = 2
"""How often a vanguard may be named in a text that is about another."""
CLEAR = 3
"""Names of its area that make a vanguard the one meant, where another is named or none said."""
TOWNS = "towns-"
"""What the identifier of a vanguard's list of towns begins with."""


@lru_cache(maxsize=8)
def rows_of(registry: Registry) -> dict[str, tuple[RegistryRow, ...]]:
    """Return area, or a part of one, -> every row that it may mean."""
    found: dict[str, dict[RegistryRow, None]] = {}
    for row in registry.rows:
        for name in (row.area, *row.other_names, *parts_of(row.area), *wider_of(row.area)):
            found.setdefault(name, {})[row] = None
    return {k: tuple(v) for k, v in found.items() if k in areas(registry)}


@lru_cache(maxsize=4)
def _towns(vocabulary: Vocabulary) -> dict[str, tuple[RegistryRow, ...]]:
    """Return town -> the rows in whose area it lies."""
    found: dict[str, list[RegistryRow]] = {}
    for row in vocabulary.registry.rows:
        listed = vocabulary.find("cue", f"{TOWNS}{row.id}")
        for name, town in listed.properties if listed else ():
            if name == "phrase":
                found.setdefault(town, []).append(row)
    known = rows_of(vocabulary.registry)
    return {town: tuple(rows) for town, rows in found.items() if town not in known}


@lru_cache(maxsize=4)
def _town_pattern(vocabulary: Vocabulary) -> re.Pattern[str] | None:
    """Return one pattern for all towns, or None where there are none."""
    names = sorted(_towns(vocabulary), key=lambda name: (-len(name), name))
    joined = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(rf"\b(?=[A-Z])(?:{joined})(?![\w-])") if names else None


def of_text(
    title: str,
    text: str,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    vocabulary: Vocabulary,
    taken: Spans,
    words: Sequence[tuple[int, int]],
) -> list[Mention]:
    """Return where a text means a vanguard it does not name: at its areas, else at "vanguard".

    The one whose areas are named most is meant; a tie is nobody's. `taken` are the spans of
    names, `words` the places where "vanguard" is the programme's word.
    """
    named = Counter(m.entity.id for m in mentions if m.kind == "vanguard")
    single = [word for word in words if text[word[1] - 1] != "s"]
    own = len(single) * 2 >= len(words)
    if named and not (own and max(len(named), *named.values()) <= PASSING):
        return []
    aside = Spans(s for s in sentences if APART.search(text, *s)) if named else Spans([])
    kinds = kinds_named([m for m in mentions if not aside.meet(m.start, m.end)])
    votes: Counter[str] = Counter()
    places: dict[str, list[tuple[int, int]]] = {}
    bodies = [m.entity for m in mentions if m.kind == "org"] if own else []
    for row, weight, span in _told(title, text, bodies, kinds, vocabulary):
        inside = span is not None and taken.meet(*span)
        if (inside and not own) or (span is not None and aside.meet(*span)):
            continue
        votes[row] += weight
        if span is not None and not inside:
            places.setdefault(row, []).append(span)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return []
    meant, most = ranked[0]
    rivals = max((votes[other] for other in named), default=0)
    if meant in named or ((named or not words) and most < max(CLEAR, 2 * rivals)):
        return []
    if not (words or _spoken(mentions) or _kind(meant, vocabulary.registry) in kinds):
        return []
    spans = places.get(meant) or [word for word in single if not taken.meet(*word)]
    return [Mention(*span, Entity("vanguard", meant), "area") for span in sorted(spans)]


def _spoken(mentions: Sequence[Mention]) -> bool:
    """Tell whether a vanguard or the programme is named."""
    return any(m.kind in {"vanguard", "programme"} and m.role != "cue" for m in mentions)


def _kind(meant: str, registry: Registry) -> str:
    """Return the kind that a vanguard is."""
    return next(row.care_model for row in registry.rows if row.id == meant)


def kinds_named(mentions: Sequence[Mention]) -> set[str]:
    """Return the kind of vanguard that mentions name most, by its name if they ever do."""
    models = [m for m in mentions if m.kind == "model"]
    outright = Counter(m.entity.id for m in models if m.role != "cue")
    counts = outright or Counter(m.entity.id for m in models)
    return {kind for kind, count in counts.items() if count == max(counts.values())}


def _told(
    title: str, text: str, bodies: Sequence[Entity], kinds: set[str], vocabulary: Vocabulary
) -> Iterator[tuple[str, int, tuple[int, int] | None]]:
    """Yield vanguard, weight and place of each area and town in a text, title or body's name."""
    unprinted = {b.names[0] for b in bodies if b.names and b.names[0] not in text}
    known = (
        (area_pattern(vocabulary.registry), rows_of(vocabulary.registry)),
        (_town_pattern(vocabulary), _towns(vocabulary)),
    )
    for pattern, rows in known:
        if pattern is None:
            continue
        meant: dict[str, RegistryRow | None] = {}
        for where, weight in ((text, 1), (title, TITLED), *((name, 1) for name in unprinted)):
            for match in pattern.finditer(where):
                if match[0] not in meant:
                    meant[match[0]] = _row(match[0], rows, kinds, text)
                row = meant[match[0]]
                if row is not None:
                    yield row.id, weight, match.span() if where is text else None


def _row(
    printed: str, known: Mapping[str, tuple[RegistryRow, ...]], kinds: set[str], text: str
) -> RegistryRow | None:
    """Return the one vanguard that an area or town means: all of one goes before a part."""
    name = printed.replace("’", "'")
    rows = known.get(name) or known.get(area_of(printed), ())
    whole = [row for row in rows if row.area == area_of(printed)]
    return the_one(rows, kinds, text) or the_one(whole, kinds, text)
