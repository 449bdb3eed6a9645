"""Which of many overlapping mentions count: the leftmost longest of each kind."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from kg.extraction.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extraction.reading import Mention
    from kg.model import Entity

RIVALS = ("vanguard", "org", "programme")
"""Kinds of which one span holds one only: the longest name hides the others inside it."""

BESIDE = "near"
"""The role of labels that may stand beside those of others, since they tell of several things."""

_GROUPS = dict.fromkeys(RIVALS, "name")
_KIND_RANK = {"vanguard": 0, "programme": 1, "org": 2}
_RANK = {
    r: i for i, r in enumerate(("gain", "loss", "pref", "alt", "case", "hidden", BESIDE, "cue"))
}

_Ranked = tuple[int, int, int, str, "Mention"]
"""A mention with what it is ranked by: start, negative end, rank, identifier."""
_preference = itemgetter(0, 1, 2, 3)


def longest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep the leftmost longest mentions of each kind and over `RIVALS`; sort them by place.

    Several entities of one kind may share a span; a ``cue`` gives way to any other label.
    """
    sure: dict[str, list[_Ranked]] = {}
    cues: dict[str, list[_Ranked]] = {}
    beside: list[_Ranked] = []
    for m in mentions:
        kind = m.entity.kind
        rank = 10 * _KIND_RANK.get(kind, 0) + _RANK.get(m.role, 9)
        ranked_by = (m.start, -m.end, rank, m.entity.id, m)
        if m.role == BESIDE:
            beside.append(ranked_by)
            continue
        groups = cues if m.role == "cue" else sure
        groups.setdefault(_group(kind), []).append(ranked_by)
    kept: list[_Ranked] = []
    for ranked in sure.values():
        ranked[:] = _leftmost(ranked)
        kept += ranked
    kept += _beside(beside, kept)
    for group, ranked in cues.items():
        taken = Spans((start, -end) for start, end, *_ in sure.get(group, ()))
        kept += _leftmost([r for r in ranked if not taken.meet(r[0], -r[1])])
    return tuple(m for *_, m in sorted(kept, key=_place))


def with_more(kept: Sequence[Mention], more: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return what `longest` keeps of `kept`, which are its own, with more mentions.

    Only kinds of which there are more are looked at again.
    """
    added = list(more)
    groups = {_group(m.entity.kind) for m in added}
    again: list[Mention] = []
    still: list[Mention] = []
    for m in kept:
        (again if _group(m.entity.kind) in groups else still).append(m)
    chosen = [*still, *longest([*again, *added])]
    return tuple(sorted(chosen, key=lambda m: (m.start, m.end, m.entity.kind, m.entity.id)))


def _group(kind: str) -> str:
    """Return what a kind competes in."""
    return _GROUPS.get(kind, kind)


def _leftmost(group: list[_Ranked]) -> list[_Ranked]:
    """Return the mentions of one group that no earlier or longer one overlaps."""
    kept: list[_Ranked] = []
    last_end = -1
    first: Mention | None = None
    same: set[str] = set()
    for ranked in sorted(group, key=_preference):
        mention = ranked[4]
        if ranked[0] >= last_end:
            first, last_end, same = mention, mention.end, {ranked[3]}
            kept.append(ranked)
        elif (
            first is not None
            and (mention.start, mention.end, mention.kind) == (first.start, first.end, first.kind)
            and ranked[3] not in same
        ):
            same.add(ranked[3])
            kept.append(ranked)
    return kept


def _beside(more: Iterable[_Ranked], kept: Iterable[_Ranked]) -> list[_Ranked]:
    """Return the shortest of more mentions that meet no mention of their entity among `kept`."""
    taken: dict[Entity, list[tuple[int, int]]] = {}
    for start, end, *_, mention in kept:
        taken.setdefault(mention.entity, []).append((start, -end))
    found: list[_Ranked] = []
    for ranked in sorted(more, key=lambda r: (-r[1] - r[0], r[0], r[3])):
        start, end, mention = ranked[0], -ranked[1], ranked[4]
        spans = taken.setdefault(mention.entity, [])
        if not any(s < end and start < e for s, e in spans):
            spans.append((start, end))
            found.append(ranked)
    return found


def _place(ranked: _Ranked) -> tuple[int, int, str, str]:
    """Order mentions by place, then by what they mean."""
    mention = ranked[4]
    return (mention.start, mention.end, mention.entity.kind, ranked[3])
