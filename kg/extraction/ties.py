"""What a change came of: the thing done of which the words before a sentence speak."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.done import what_is_done_where
from kg.extraction.tie_words import AGAIN, ANOTHER, ITSELF, OTHER_CLAUSE, POINTS, WHOLE
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
FARTHEST = 3
"""Sentences back, in a paragraph, in which the thing done is sought."""
MOST = 2
"""Things told in one breath up to which a word points back at them all."""
LOOK_BACK = 40
"""Things back to which a noun may point."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An intervention told as done, or plainly named."""

    start: int
    end: int
    entity: Entity
    plain: bool


@dataclass(frozen=True, slots=True)
class Source:
    """What a sentence goes on about, and how surely."""

    entities: tuple[Entity, ...]
    sureness: float


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


def within(things: Sequence[Thing], start: int, end: int) -> list[Thing]:
    """Return the things inside ``[start, end)``."""
    first = bisect_left(things, start, key=_start)
    return [t for t in things[first : bisect_left(things, end, key=_start)] if t.end <= end]


def _start(thing: Thing) -> int:
    return thing.start


def source_of(
    scene: Scene, sentence: Sentence, start: int, end: int, *, figured: bool
) -> Source | None:
    """Return what the change told over ``[start, end)`` of a sentence came of, as told before it.

    A sentence that does not point back goes on about the one before only where its change has a
    figure (`figured`): a bare one is as often the whole vanguard's (measured). None where the
    sentence names its own thing, tells of the whole, or nothing is told before.
    """
    text = scene.reading.text
    things = things_in(scene)
    own = within(things, sentence.start, sentence.end)
    if any(t.end <= start for t in own):
        return None
    stop = min(sentence.end, end + 40)
    if WHOLE.search(text, sentence.start, sentence.end):
        return None
    itself = ITSELF.match(text, sentence.start, sentence.end)
    another = ANOTHER.search(text, sentence.start, sentence.end)
    if itself and another:
        return None
    points = POINTS.search(text[sentence.start : stop]) is not None
    if own and any(t.start >= end for t in own) and not points:
        return None
    named = named_again(scene, sentence, stop)
    if named is not None:
        return Source((named,), 0.8)
    if not points and (itself or another):
        return None
    for n, before in enumerate(_before(scene, sentence), 1):
        told = [
            t
            for t in within(things, before.start, before.end)
            if scene.status(before, t.start, t.end) is not Status.NEGATED
        ]
        if not told:
            continue
        if not _one_owner(scene, before, told[0].start, sentence, start):
            return None
        chief = _chief(told)
        if not points and (n > 1 or len(chief) > 1 or not figured):
            return None
        if len(chief) > MOST or not points:
            chief = chief[:1]
        return Source(chief, 0.75 if points else 0.6)
    return _above(scene, sentence)


def own_of(scene: Scene, sentence: Sentence, start: int, end: int) -> Source | None:
    """Return the one thing that a clause names beside a level told over ``[start, end)``."""
    text = scene.reading.text
    own = [
        t
        for t in within(things_in(scene), sentence.start, sentence.end)
        if (t.end <= start or t.start >= end)
        and not OTHER_CLAUSE.search(text, min(t.end, end), max(t.start, start))
    ]
    chief = _chief(own)
    return Source(chief, 0.65) if len(chief) == 1 else None


def _chief(told: Sequence[Thing]) -> tuple[Entity, ...]:
    """Return the main things of a sentence: those plainly named, if any, one for the same words."""
    plain = [t for t in told if t.plain] or list(told)
    apart = [t for i, t in enumerate(plain) if not any(t.start == o.start for o in plain[:i])]
    return tuple(dict.fromkeys(t.entity for t in apart))


def _before(scene: Scene, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences before one in its block, the nearest first."""
    every = scene.reading.document.sentences
    at = bisect_left(every, sentence)
    for before in reversed(every[max(0, at - FARTHEST) : at]):
        if before.block != sentence.block:
            return
        yield before


def _one_owner(scene: Scene, before: Sentence, at: int, sentence: Sentence, start: int) -> bool:
    """Whether two places tell of one subject."""
    first, second = scene.owner(before, at), scene.owner(sentence, start)
    if (
        first is None
        or second is None
        or "org" in (first.entities[0].kind, second.entities[0].kind)
    ):
        return True
    return bool(set(first.entities) & set(second.entities))


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


def _above(scene: Scene, sentence: Sentence) -> Source | None:
    """Return the one thing that the line or heading above a sentence's block names, or None.

    A heading that names several things hides those above it.
    """
    blocks = scene.reading.document.blocks
    things = things_in(scene)
    above = blocks[sentence.block].scope
    while above is not None and blocks[above].scope is not None:
        block = blocks[above]
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUESTION}:
            told = _chief(within(things, block.start, block.end))
            if told:
                return Source(told, 0.7) if len(told) == 1 else None
        above = block.scope
    return None
