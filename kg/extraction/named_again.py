"""A thing named again by its noun alone: "the hub", after the urgent care hub was told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.done import what_is_done_where
from kg.extraction.signs import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence

HELPERS = frozenset({"evaluation-support", "programme-management-office"})
"""Interventions that bring about no change in care of their own."""
FORMS = frozenset(
    {
        "accountable-care-system",
        "capitated-budget",
        "hospital-group",
        "integrated-contract",
        "integrated-primary-care",
        "joint-governance",
        "pooled-budget",
    }
)
"""Interventions that are forms of a vanguard itself: to head a text with one names the vanguard."""
LOOK_BACK = 40
"""Things back to which a noun may point."""
THING = (
    r"(?:services?|schemes?|teams?|hubs?|clinics?|caf[eé]s?|projects?|courses?|pilots?|apps?"
    r"|tools?|systems?|approach|package|initiatives?|units?|centres?|rotas?|posts?|roles?|training"
    r"|visits?|beds?|coach(?:es)?|coordinators?|co-ordinators?|navigators?|pathways?|college|haven"
    r"|records?|contracts?|bags?|tablets?|kits?|links?|rounds?|nurses?|pharmacists?|paramedics?"
    r"|workers?|connectors?|matrons?|champions?|volunteers?|programme|plans?|reviews?|model|bank"
    r"|group|meetings?|discussions?|house|lounge|van|vehicle|car|number|screens?|technology)"
)
AGAIN = signed(
    r"\b(?:the|this|that|its|these|those|our)\s+(?:[\w-]+\s+)?(?P<thing>" + THING + r")\b",
    re.IGNORECASE,
)
"""A thing named again by its noun alone: "the hub", "these visits"."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An intervention told as done, or plainly named."""

    start: int
    end: int
    entity: Entity
    plain: bool


@lru_cache(maxsize=1)
def things_in(scene: Scene) -> tuple[Thing, ...]:
    """Return the things a document tells as done or names outright, in order of place.

    Only the last scene's answer is kept, for those that ask it again.
    """
    done = what_is_done_where(scene)
    names = [(m.start, m.end) for m in scene.reading.of_kinds("vanguard", "org")]
    starts = [a for a, _ in names]

    def in_name(mention: Mention) -> bool:
        at = bisect_left(starts, mention.end)
        return any(a <= mention.start and mention.end <= b for a, b in names[max(0, at - 3) : at])

    found: list[Thing] = []
    hinted: dict[tuple[int, Entity], int] = {}
    sentences = [s.start for s in scene.reading.document.sentences]
    for mention in scene.reading.of_kinds("intervention"):
        plain = mention.role != "cue"
        spans = done.get(mention.entity, ())
        told = any(a <= mention.start and mention.end <= b for a, b in spans)
        told = told or (plain and not _measured(scene, mention))
        key = bisect_left(sentences, mention.start + 1), mention.entity
        hinted[key] = hinted.get(key, 0) + 1
        told = told or hinted[key] > 1
        if told and mention.entity.id not in HELPERS | FORMS and not in_name(mention):
            found.append(Thing(mention.start, mention.end, mention.entity, plain))
    outright = [t for t in found if t.plain]
    return tuple(t for t in found if t.plain or not meets_any(outright, t.start, t.end))


def meets_any(things: Sequence[Thing], start: int, end: int) -> bool:
    """Whether ``[start, end)`` meets the words of one of the things, which are sorted."""
    at = bisect_left(things, end, key=_start)
    return any(t.start < end and start < t.end for t in things[max(0, at - 3) : at])


def _measured(scene: Scene, mention: Mention) -> bool:
    """Whether the words are those of a measure: "delayed transfers"."""
    around = scene.reading.within(mention.start - 40, mention.end + 40, "measure")
    return any(m.role != "cue" and m.start < mention.end and mention.start < m.end for m in around)


def _start(thing: Thing) -> int:
    return thing.start


def named_again(
    scene: Scene, sentence: Sentence, stop: int, start: int | None = None
) -> Entity | None:
    """Return the thing told before that a sentence names again by its noun alone: "the hub"."""
    begin = sentence.start if start is None else start
    again = AGAIN.search(scene.reading.text, begin, stop)
    if again is None:
        return None
    noun = again["thing"].lower().rstrip("s")
    things = things_in(scene)
    last = bisect_left(things, sentence.start, key=_start)
    for thing in reversed(things[max(0, last - LOOK_BACK) : last]):
        words = scene.reading.text[thing.start : thing.end].lower()
        if noun in words or noun in thing.entity.id.split("-"):
            return thing.entity
    return None
