"""The things that facts are told of: vanguards, kinds of vanguard, all of them, outside bodies."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.orgtypes import OUTSIDE, org_type
from kg.extraction.signs import signed
from kg.extraction.taken_together import together
from kg.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.reading import Mention, Reading
    from kg.vocabulary import Vocabulary

PROGRAMME = Entity("programme", "new-care-models")


@dataclass(frozen=True, slots=True)
class Named:
    """A span that names one subject, or several joined by "and".

    `kind` is vanguard, model (a kind of vanguard, as a group), programme (all of them) or org
    (a body of a type that helps from outside).
    """

    start: int
    end: int
    entities: tuple[Entity, ...]
    kind: str


ALL = signed(
    r"\b(?:vanguards|vanguard (?:sites|areas|ccgs|localities|initiative|patches|partnerships"
    r"|programme|health systems|models)"
    r"|(?:each|every|any) vanguard"
    r"|(?:national|nhs england's|nhs england’s) vanguard programme"
    r"|new (?:care models?|models of care)(?: vanguard)? programme"
    r"|(?:\d+|fifty|some|many|most|several|all|other|the|these|individual|non-vanguard) sites)\b",
    re.IGNORECASE,
)
"""Words that mean the vanguards together."""

_ONE = re.compile(
    r"(?:the |a |an |our |this |his |her |their |local |new )*(?:vanguard|(?:new )?(?:care model"
    r"|model of care))"
    r"(?:['’]s)?",
    re.IGNORECASE,
)
"""Words that may mean one vanguard, not all."""

_GROUP_AFTER = re.compile(
    r"[\s(]*(?:MCPs?|PACS?|EHCH|UEC|ACC)?[\s),]*(?:vanguards\b|vanguard sites|sites\b"
    r"|vanguard areas|(?:are|have|aim|has|looks?|focus)\b)",
)
_ATTRIBUTE_BEFORE = re.compile(
    r"(?:\b(?:as|one of|among|made it|is|was|became|become|being|its|our|their|whose)\s+"
    r"(?:(?:the\s+)?[\w&-]+(?:\s[\w&-]+)?['’]s?\s+)?"
    r"(?:(?:an?|the|one|of|two|three|four|five|six|seven|eight|nine|ten|\d+|new|national"
    r"|first)\s+)*"
    r"|\b(?:an|a)\s+)$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?<!one of )(?<!among )(?<!some of )\b(?:our|the|all|these|its)\s+(?:two|three|four|five|six"
    r"|eight|nine|thirteen|fourteen|\d+)\s+$",
    re.IGNORECASE,
)
"""Words that count all vanguards of a kind: "our six …"."""
_SEVERAL = re.compile(r"\b(?:many|most|some|several|few|all)(?: of)?(?: the)?\s+$", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*(?:and|nor|&|,|as well as)[\s,]*(?:and\s+)?(?:(?:in|on|at|across)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
WIDEST_JOINT = 20
"""Characters between two names of one list."""


def subjects(reading: Reading, vocabulary: Vocabulary) -> tuple[Named, ...]:
    """Return every subject that the document names, in order of place."""
    vanguards = tuple(_vanguards(reading, vocabulary))
    found = [*vanguards, *_groups(reading), *_orgs(reading, vocabulary)]
    found += [
        Named(start, end, entities, "vanguard")
        for start, end, entities in together(reading, vanguards)
    ]
    taken = sorted((n.start, n.end) for n in found)
    found += [n for n in _everyone(reading) if not _overlaps(taken, n.start, n.end)]
    return tuple(sorted(found, key=lambda n: (n.start, n.end, n.kind)))


def _vanguards(reading: Reading, vocabulary: Vocabulary) -> Iterator[Named]:
    """Yield vanguards, neighbours in a list taken together."""
    named = [*reading.of_kinds("vanguard")]
    named += _by_place(reading, vocabulary, {m.entity.id for m in named})
    yield from _joined(reading, sorted(named, key=lambda m: (m.start, m.end)), "vanguard")


_IN = re.compile(
    r"(?:^|[.!?:]\s|\n)\W*(?:(?:meanwhile|elsewhere|also),? )?(?:in|at|across) $", re.IGNORECASE
)


def _by_place(reading: Reading, vocabulary: Vocabulary, known: set[str]) -> Iterator[Mention]:
    """Yield vanguards told of elsewhere in the document where a sentence opens "In" their area."""
    areas = {row.area: row.id for row in vocabulary.registry.rows if row.id in known}
    for mention in reading.of_kinds("place"):
        name = reading.text[mention.start : mention.end]
        lead = reading.text[max(0, mention.start - 24) : mention.start]
        if name in areas and _IN.search(lead):
            yield mention._replace(entity=Entity("vanguard", areas[name]), role="area")


def _groups(reading: Reading) -> Iterator[Named]:
    """Yield care models named as kinds of vanguard: "MCP vanguards", "PACS are …"."""
    names = sorted((m.start, m.end) for m in reading.of_kinds("vanguard"))
    models = [m for m in reading.of_kinds("model") if not _overlaps(names, m.start, m.end)]
    kept: list[Mention] = []
    for mention in reversed(models):
        after = reading.text[mention.end : mention.end + 40]
        plural = re.search(r"(?:vanguards|sites|s\)?)$", reading.text[mention.start : mention.end])
        joined = (
            kept
            and kept[-1].start - mention.end < 8
            and (_JOINT.fullmatch(reading.text[mention.end : kept[-1].start]))
        )
        lead = reading.text[max(0, mention.start - 40) : mention.start]
        several = mention.role != "cue" and _SEVERAL.search(lead)
        if joined or (
            (several or _acts(mention, after) or _plural_name(reading, mention, plural))
            and (_WHOLE.search(lead) or not _ATTRIBUTE_BEFORE.search(lead))
        ):
            kept.append(mention)
    for named in _joined(reading, kept[::-1], "model"):
        more = _VANGUARDS.match(reading.text, named.end)
        yield replace(named, end=more.end()) if more else named


_VANGUARDS = re.compile(r"\s+vanguards\b(?: sites| areas)?")


def _acts(mention: Mention, after: str) -> bool:
    """Whether what follows a model makes it a group: "… vanguards", "PACS are …"."""
    match = _GROUP_AFTER.match(after)
    if match is None:
        return False
    return "vanguard" in match.group() or "site" in match.group() or mention.role != "cue"


def _plural_name(reading: Reading, mention: Mention, plural: re.Match[str] | None) -> bool:
    """Whether a model's mention is a plural ("MCPs", "care home vanguards")."""
    words = reading.text[mention.start : mention.end]
    named = mention.role != "cue" or "vanguard" in words.casefold()
    return plural is not None and named and not words.endswith(("PACS", "homes", "PACs", "Homes"))


def _orgs(reading: Reading, vocabulary: Vocabulary) -> Iterator[Named]:
    """Yield the organisations of types that help from outside."""
    bodies = reading.of_kinds("org")
    outside = {e for e in {m.entity for m in bodies} if org_type(vocabulary, e) in OUTSIDE}
    for mention in bodies:
        if mention.entity in outside:
            yield Named(mention.start, mention.end, (mention.entity,), "org")


def _everyone(reading: Reading) -> Iterator[Named]:
    """Yield what means all vanguards: programme mentions and plurals, longest first."""
    spans = [m.span() for m in ALL.in_lines(reading.text)]
    spans += [
        (m.start, m.end)
        for m in reading.of_kinds("programme")
        if not _ONE.fullmatch(reading.text[m.start : m.end])
    ]
    last = -1
    for start, end in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if start >= last:
            last = end
            yield Named(start, end, (PROGRAMME,), "programme")


def _joined(reading: Reading, mentions: Iterable[Mention], kind: str) -> Iterator[Named]:
    """Yield mentions as subjects, those joined by "and" or a comma as one."""
    current: Named | None = None
    for mention in mentions:
        if current is not None and mention.start < current.end:
            continue
        gap = reading.text[current.end : mention.start] if current else ""
        if current is not None and gap.strip() == "(" and mention.entity in current.entities:
            current = replace(current, end=mention.end)
            continue
        link = _JOINT.fullmatch(gap) if current and len(gap) < WIDEST_JOINT else None
        if current is not None and link and gap.strip() and not _apart(reading, current, gap):
            entities = tuple(dict.fromkeys((*current.entities, mention.entity)))
            current = Named(current.start, mention.end, entities, kind)
            continue
        if current is not None:
            yield current
        current = Named(mention.start, mention.end, (mention.entity,), kind)
    if current is not None:
        yield current


ASIDE = re.compile(
    r"\b(?:than|unlike|compared (?:with|to)|similar to|modelled on|outside|from)\b(?: in| at| for)?"
    r"(?: the| those in)*\s*$",
    re.IGNORECASE,
)


def _apart(reading: Reading, current: Named, gap: str) -> bool:
    """Whether a comma ends an aside before the next name: "unlike X, Y has …"."""
    lead = reading.text[max(0, current.start - 40) : current.start]
    return "and" not in gap and ASIDE.search(lead) is not None


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of the sorted spans overlaps ``[start, end)``."""
    i = bisect_left(spans, (end, 0))
    return any(s < end and start < e for s, e in spans[max(0, i - 4) : i])
