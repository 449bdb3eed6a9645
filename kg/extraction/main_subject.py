"""Whom a document is about: one vanguard, or the programme."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.extraction.subjects import PROGRAMME, Named
from kg.extraction.territory import territory
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.model import Block, Entity

_ITS_OWN = re.compile(
    r"\b(?:being|becoming|became) a vanguard\b|\b(?:our|your|this) vanguard\b|\bas an? (?:MCP"
    r"|PACS)\b"
    r"|\b(?:the|our) vanguard(?:['’]s)?(?! (?:sites|programmes?|models?|areas|club))\b",
    re.IGNORECASE,
)
"""Words of a document that speaks of one vanguard as known."""


_OF_ALL = re.compile(
    r"\bvanguards\b|vanguard (?:programme|leaders|sites)|new care models", re.IGNORECASE
)
"""Words of a title that is on all vanguards."""
PASSING = 0.6
"""Share of a text after which a vanguard's one mention is made in passing."""


def main_subject(reading: Reading, named: tuple[Named, ...]) -> Entity | None:
    """Return the vanguard (or kind of them) of a document, else the programme; None for neither.

    A vanguard named once, late, in a text on something else is not what the text is about.
    """
    if not named:
        return None
    counts = Counter(e for n in named if n.kind == "vanguard" for e in n.entities)
    general = sum(1 for n in named if n.kind == "programme") - _beside_one(reading, named)
    if not counts:
        told = any(n.kind in {"programme", "model"} for n in named)
        return PROGRAMME if told else None
    title, in_title = _titled(reading, named)
    if len(in_title) == 1:
        return in_title[0]
    if _OF_ALL.search(title):
        return _kind_of_title(reading, named, title) or PROGRAMME
    kind = _kind_of_title(reading, named, title) if len(counts) > 1 and not in_title else None
    if kind is not None:
        return kind
    ranked = counts.most_common()
    most, count = ranked[0]
    named_as = next(n for n in named if n.kind == "vanguard" and most in n.entities)
    first = named_as.start
    if len(ranked) == 1:
        early = first <= len(reading.text) / 3
        its_own = _ITS_OWN.search(reading.text) is not None
        if count == 1 and first > PASSING * len(reading.text) and not (its_own or general):
            return _one_kind(named) or (most if _of_its_area(reading, named_as) else None)
        if not its_own and _on_all(reading, named):
            return PROGRAMME
        told = (
            its_own or general <= 2 or (early and general <= 4) or (count >= 2 and count >= general)
        )
        return most if told else PROGRAMME
    return _of_the_ground(reading, named, general) or _one_kind(named) or PROGRAMME


_PLACE = re.compile(r"\b(?!(?:Care|Health|Healthy|Together|Better|NHS|Vanguard)\b)[A-Z]\w{3,}")


def _of_its_area(reading: Reading, one: Named) -> bool:
    """Whether a text says the name of a vanguard's area before it comes to the vanguard."""
    words = _PLACE.findall(reading.text, one.start, one.end)
    return any(word in reading.text[: one.start] for word in words)


_ANY = signed(
    r"\b(?:each|every|any|no|another|nearest) vanguards?\b"
    r"|(?:^|[.!?]\s)(?:(?:an?|one|some) (?:\w+ )?vanguards?\b)",
    re.IGNORECASE,
)
"""Words for any one of the vanguards."""
OF_ALL = 2
"""How often a text on all vanguards speaks of them apart from the one that it names."""
AT_ONCE = 0.1
"""Share of a text by which a vanguard named once may still be what the text is about."""


def _on_all(reading: Reading, named: tuple[Named, ...]) -> bool:
    """Whether a text begins with all vanguards, and names its one in a single block on the way."""
    starts = [b.start for b in reading.document.blocks]
    blocks = {bisect_right(starts, n.start) for n in named if n.kind == "vanguard"}
    first = next(n.start for n in named if n.kind == "vanguard")
    general = [n.start for n in named if n.kind in {"programme", "model"}]
    general += [m.start() for m in _ANY.in_lines(reading.text)]
    apart = [at for at in general if bisect_right(starts, at) not in blocks]
    at_once = first < AT_ONCE * len(reading.text) and len(apart) <= OF_ALL
    return len(blocks) == 1 and len(apart) >= OF_ALL and min(apart) < first and not at_once


GENERAL = 2
"""How often a text on one vanguard may speak of all of them."""


def _of_the_ground(reading: Reading, named: tuple[Named, ...], general: int) -> Entity | None:
    """Return the vanguard named first, if most of a text that names several belongs to it."""
    first = next(n for n in named if n.kind == "vanguard")
    if general > GENERAL or first.start > len(reading.text) / 2:
        return None
    one = first.entities[0]
    return one if territory(reading, named).held_by(one) else None


def _one_kind(named: tuple[Named, ...]) -> Entity | None:
    """Return the care model of a text on the vanguards of one kind, that leaves the rest aside."""
    kinds = Counter(e for n in named if n.kind == "model" for e in n.entities)
    general = sum(1 for n in named if n.kind == "programme")
    if len(kinds) != 1:
        return None
    only, count = kinds.most_common()[0]
    return only if count >= general else None


def _kind_of_title(reading: Reading, named: tuple[Named, ...], title: str) -> Entity | None:
    """Return the one care model whose vanguards a title names."""
    text = reading.text
    models = (n for n in named if n.kind == "model" and text[n.start : n.end] in title)
    kinds = {entity for n in models for entity in n.entities}
    return kinds.pop() if len(kinds) == 1 else None


def _beside_one(reading: Reading, named: tuple[Named, ...]) -> int:
    """Return how often the programme is named in a sentence that also names a vanguard."""
    sentences = reading.document.sentences
    starts = [s.start for s in sentences]
    homes = {bisect_right(starts, n.start) for n in named if n.kind == "vanguard"}
    return sum(1 for n in named if n.kind == "programme" and bisect_right(starts, n.start) in homes)


def _titled(reading: Reading, named: tuple[Named, ...]) -> tuple[str, list[Entity]]:
    """Return the title (told, or the first heading) and the vanguards in it."""
    document = reading.document
    title = document.title
    in_title: list[Entity] = []
    heads = _heads(reading)
    if heads:
        title = f"{title} {reading.text[heads[0].start : heads[0].end]}"
    for subject in named:
        if subject.kind != "vanguard":
            continue
        in_head = any(h.start <= subject.start and subject.end <= h.end for h in heads)
        words = reading.text[subject.start : subject.end]
        if in_head or (len(words) > 4 and words in title):
            in_title.extend(e for e in subject.entities if e not in in_title)
    return title, in_title


TOP = 6
"""Blocks among which the lines over a text are looked for."""
LINE = 14
"""Words from which on a block is no line over a text."""


def _heads(reading: Reading) -> list[Block]:
    """Return the lines over a text, its title among them: those before its first paragraph."""
    document, text = reading.document, reading.text
    heads: list[Block] = []
    for block in document.blocks[:TOP]:
        words = text[block.start : block.end]
        if block.kind is BlockKind.HEADING or words.strip() == document.title.strip():
            heads.append(block)
        elif block.kind is not BlockKind.BOILERPLATE and len(words.split()) >= LINE:
            break
    return heads


def about_care(reading: Reading) -> bool:
    """Whether more than the name of an area tells of a vanguard: a model, the programme, care."""
    names = reading.of_kinds("vanguard", "model", "programme")
    told = not names or any(m.role != "area" for m in names)
    return told or _CARE.search(reading.text) is not None


_CARE = re.compile(r"\b(?:NHS|[Pp]atients?|GPs?|clinical|health|[Cc]are homes?)\b")
