"""What extraction has seen in a document: mentions of things and figures, in order of place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kg.model import Document, Entity, Sentence


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a thing.

    `kind` is that of the entity (vanguard, model, programme, intervention, barrier, enabler,
    population, org, person, place) or ``measure``, ``direction``, ``cue``. `role` is the label's
    (pref, alt, hidden, case, cue, gain, loss), or ``shape`` (found by form: "… NHS Foundation
    Trust"), ``acronym`` (defined in the document), ``short`` (a shortened name of a thing named
    before) or ``anaphor`` ("the trust", resolved).
    """

    start: int
    end: int
    entity: Entity
    role: str

    @property
    def kind(self) -> str:
        """The kind of the entity."""
        return self.entity.kind


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: percent, GBP, days, hours, people, sites or count.

    `noun` is what was counted as the text has it ("care homes", "students"), else empty; `role`
    is ``by`` or ``of`` for the size of a change, ``from`` or ``to`` for a level before and after,
    else empty.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    noun: str = ""
    role: str = ""


class Reading:
    """A document with its mentions and figures; all look-ups are by span."""

    def __init__(
        self, document: Document, mentions: tuple[Mention, ...], figures: tuple[Figure, ...]
    ) -> None:
        """Index mentions and figures by start; both come sorted by (start, end)."""
        self.document = document
        self.text = document.text
        self.mentions = mentions
        self.figures = figures
        self._mention_starts = [m.start for m in mentions]
        self._places: dict[str, list[int]] = {}
        for i, mention in enumerate(mentions):
            self._places.setdefault(mention.kind, []).append(i)
        self._starts = {k: [mentions[i].start for i in v] for k, v in self._places.items()}
        self._figure_starts = [f.start for f in figures]

    def within(self, start: int, end: int, *kinds: str) -> Iterator[Mention]:
        """Yield the mentions inside ``[start, end)``, of these kinds where any is given."""
        if kinds:
            yield from self._of_kinds(start, end, kinds)
            return
        for i in range(bisect_left(self._mention_starts, start), len(self.mentions)):
            mention = self.mentions[i]
            if mention.start >= end:
                return
            if mention.end <= end:
                yield mention

    def _of_kinds(self, start: int, end: int, kinds: tuple[str, ...]) -> Iterator[Mention]:
        """Yield the mentions of some kinds inside ``[start, end)``, in order."""
        found: list[int] = []
        for kind in dict.fromkeys(kinds):
            starts = self._starts.get(kind)
            if starts:
                first, last = bisect_left(starts, start), bisect_left(starts, end)
                found.extend(self._places[kind][first:last])
        if len(kinds) > 1:
            found.sort()
        for i in found:
            if self.mentions[i].end <= end:
                yield self.mentions[i]

    def mentions_in(self, sentence: Sentence, *kinds: str) -> tuple[Mention, ...]:
        """Return the mentions inside a sentence, of these kinds where any is given."""
        return tuple(self.within(sentence.start, sentence.end, *kinds))

    def figures_within(self, start: int, end: int) -> Iterator[Figure]:
        """Yield the figures inside ``[start, end)``."""
        for i in range(bisect_left(self._figure_starts, start), len(self.figures)):
            figure = self.figures[i]
            if figure.start >= end:
                return
            if figure.end <= end:
                yield figure
