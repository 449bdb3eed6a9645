"""What extraction has seen in a document: mentions of things and figures, in order of place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kg.model import Document, Entity, Sentence


class Mention(NamedTuple):
    """A span that names a thing.

    `kind` is that of the entity (vanguard, model, programme, intervention, barrier, enabler,
    population, org, person, place) or ``measure``, ``direction``, ``cue``. `role` is the label's
    (pref, alt, hidden, case, cue, gain, loss), or ``shape`` (found by form: "… NHS Foundation
    Trust"), ``acronym`` (defined in the document), ``short`` (a shortened name of a thing named
    before), ``anaphor`` ("the trust", resolved) or ``unnamed`` ("the council" of the area).
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


_Index = tuple[list[int], list[Mention]]
"""Where each of some mentions starts, and the mentions."""


class Reading:
    """A document with its mentions and figures; all look-ups are by span.

    `kept` holds what rules have worked out about it (`kg.extraction.kept`).
    """

    def __init__(
        self, document: Document, mentions: tuple[Mention, ...], figures: tuple[Figure, ...]
    ) -> None:
        """Index mentions and figures by start; both come sorted by (start, end)."""
        self.document = document
        self.text = document.text
        self.mentions = mentions
        self.figures = figures
        self.kept: dict[object, dict[tuple[object, ...], object]] = {}
        self._indexes: dict[tuple[str, ...], _Index] = {}
        self._figure_starts = [f.start for f in figures]

    def within(self, start: int, end: int, *kinds: str) -> Sequence[Mention]:
        """Return the mentions inside ``[start, end)``, of these kinds where any is given."""
        index = self._indexes.get(kinds)
        if index is None:
            index = self._indexes[kinds] = self._index(kinds)
        starts, mentions = index
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        if first == last:
            return ()
        return [m for m in mentions[first:last] if m.end <= end]

    def _index(self, kinds: tuple[str, ...]) -> _Index:
        """Return the mentions of some kinds (of all for none), with where each starts."""
        wanted = frozenset(kinds)
        of = [m for m in self.mentions if not kinds or m.entity.kind in wanted]
        return [m.start for m in of], of

    def mentions_in(self, sentence: Sentence, *kinds: str) -> tuple[Mention, ...]:
        """Return the mentions inside a sentence, of these kinds where any is given."""
        return tuple(self.within(sentence.start, sentence.end, *kinds))

    def of_kinds(self, *kinds: str) -> Sequence[Mention]:
        """Return the mentions of these kinds, in order of place."""
        index = self._indexes.get(kinds)
        if index is None:
            index = self._indexes[kinds] = self._index(kinds)
        return index[1]

    def figures_within(self, start: int, end: int) -> Sequence[Figure]:
        """Return the figures inside ``[start, end)``."""
        first = bisect_left(self._figure_starts, start)
        last = bisect_left(self._figure_starts, end, first)
        return [f for f in self.figures[first:last] if f.end <= end] if first < last else ()
