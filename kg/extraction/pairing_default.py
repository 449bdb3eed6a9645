"""Links of measures that the order of words leaves open: a shared verb, or the only one there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.pairing_words import A_REACH, APART

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extraction.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Link:
    """A measure's direction word, by number, and how many words stand between."""

    direction: int
    gap: int
    slower: bool = False
    shared: bool = False
    denied: bool = False


def inherited(phrase: Phrase, links: Mapping[int, Link]) -> dict[int, Link]:
    """Return links of measures that share a verb said once: "A rose 5% and B 7%"."""
    found: dict[int, Link] = {}
    for i, (first, last, _) in enumerate(phrase.measures):
        before = links.get(i - 1) or found.get(i - 1)
        if i in links or before is None:
            continue
        figured = any(last <= a <= last + 2 for a, _, _ in phrase.figures)
        earlier = phrase.measures[i - 1]
        told = any(earlier[1] <= b <= first for _, b, _ in phrase.figures)
        near = not phrase.breaks(earlier[1], first)
        if figured and told and near:
            found[i] = Link(before.direction, 3, before.slower, shared=True)
    for i, (first, last, mention) in enumerate(phrase.measures):
        # The measure of the first clause may be none of ours: "X rose 26% and admissions 27%".
        if i in links or i in found or mention.role in {"gain", "loss"}:
            continue
        if not any(last <= a <= last + 1 for a, _, _ in phrase.figures):
            continue
        joined = phrase.texts(first - 1, first)
        figure = next((f for f in phrase.figures if first - 4 <= f[1] <= first), None)
        if not joined or joined[0] not in {"and", ","} or figure is None:
            continue
        for k, (_, b, _) in enumerate(phrase.directions):
            if b <= figure[0] <= b + 2:
                found[i] = Link(k, 3, shared=True)
    return found


def _sized(phrase: Phrase, b: int) -> bool:
    """Return whether the size of a change stands right behind its word: "rise by 6 per cent"."""
    return any(b <= first <= b + 2 and f.role == "by" for first, _, f in phrase.figures)


def default_link(phrase: Phrase, i: int, links: list[Link | None]) -> Link | None:
    """Return the link of a named measure to the only direction word of its clause, if it is free.

    What the order of words leaves undecided is taken so: one measure, one word of change, no
    clause between, and a verb or a figure that goes with the change.
    """
    first, last, mention = phrase.measures[i]
    if mention.role in {"gain", "loss"} or (mention.role == "cue" and len(phrase.measures) > 1):
        return None
    taken = {link.direction for link in links if link is not None}
    found: Link | None = None
    for k, (a, b, word) in enumerate(phrase.directions):
        if phrase.breaks(min(b, last), max(a, first)):
            continue
        if k in taken or word.role == "cue" or found is not None:
            return None
        gap = phrase.texts(b, first) if b <= first else phrase.texts(last, a)
        if len(gap) > A_REACH or "," in gap or APART & set(gap):
            return None
        if mention.role == "cue" and not _sized(phrase, b):
            return None
        found = Link(k, len(gap))
    return found
