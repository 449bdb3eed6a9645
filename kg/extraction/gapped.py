"""Labels that stand for many: "put|pool … budgets" is found in "put their two budgets together".

A word of such a label may be one of several ("|"), and some words may stand where it has "…".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.tokens import SKIPPED, loose, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Entity

GAP = "…"
"""What stands in a label for the words between."""

EITHER = "|"
"""What stands between words of which one is said."""

WIDEST = 7
"""How many words a gap may hold."""

_STOPS = frozenset(",.;:!?()[]|•…-\n")

Slot = frozenset[str]
Means = tuple["Entity", str]
"""An entity and the role of its label."""


def is_gapped(label: str) -> bool:
    """Tell whether a label stands for many.

    >>> is_gapped("fill|find … posts"), is_gapped("vacant posts")
    (True, False)
    """
    return GAP in label or EITHER in label


def parts_of(label: str) -> tuple[tuple[Slot, ...], ...]:
    """Return the parts of a label between its gaps, each a run of words with what they may be.

    Words that a text may put into any phrase ("every", "new") do not count, here as there; of a
    choice written as several words ("A&E") the last one does.

    >>> [[sorted(slot) for slot in part] for part in parts_of("fill|find … the posts")]
    [[['fill', 'find']], [['post']]]
    """
    parts: list[list[Slot]] = [[]]
    for said in label.split():
        if said == GAP:
            parts.append([])
            continue
        slots = [tokens(word).words for word in said.split(EITHER)]
        if len(slots) == 1:
            parts[-1] += [frozenset({loose(w)}) for w in slots[0] if w not in SKIPPED]
        else:
            last = [words[-1] for words in slots if words]
            choices = frozenset(loose(word) for word in last if word not in SKIPPED)
            if choices:
                parts[-1].append(choices)
    return tuple(tuple(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: its parts, all their words, and what it means."""

    parts: tuple[tuple[Slot, ...], ...]
    slots: tuple[Slot, ...]
    means: Means


class Gapped:
    """Finds labels that stand for many; no find crosses punctuation.

    Labels are numbered, and a set of them is a whole number with a bit for each: a text's words are
    looked up slot by slot, and only labels that have a word for each of their slots are tried.
    """

    def __init__(self) -> None:
        """Start without a label."""
        self._labels: list[_Label] = []
        self._with: list[dict[str, int]] = []
        self._without: list[int] = []

    def add(self, label: str, means: Means) -> None:
        """Add a label; one of a single word is none."""
        parts = parts_of(label)
        slots = tuple(slot for part in parts for slot in part)
        if len(slots) > 1:
            self._labels.append(_Label(parts, slots, means))

    def build(self) -> None:
        """File each label under the words of each of its slots; nothing is added after."""
        most = max((len(label.slots) for label in self._labels), default=0)
        self._with = [{} for _ in range(most)]
        self._without = [0] * most
        for number, label in enumerate(self._labels):
            for i in range(most):
                if i >= len(label.slots):
                    self._without[i] |= 1 << number
                    continue
                for word in label.slots[i]:
                    self._with[i][word] = self._with[i].get(word, 0) | 1 << number

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Means]]:
        """Yield the first and last word of each find, and what it means.

        `words` are a text's, as compared loosely.
        """
        near = self._near(words)
        if not near:
            return
        places: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            places.setdefault(word, []).append(i)
        for number in _bits(near):
            label = self._labels[number]
            for first in sorted(i for word in label.slots[0] for i in places.get(word, ())):
                last = _end(words, first, label.parts)
                if last is not None:
                    yield first, last, label.means

    def _near(self, words: Sequence[str]) -> int:
        """Return the labels that have one of the words for each of their slots."""
        said = set(words)
        near = -1
        for held, without in zip(self._with, self._without, strict=True):
            here = without
            for word in held.keys() & said:
                here |= held[word]
            near &= here
            if not near:
                return 0
        return max(near, 0)


def _bits(number: int) -> Iterator[int]:
    """Yield the places of the bits of a number, from the lowest.

    >>> list(_bits(0b1010))
    [1, 3]
    """
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


def _end(words: Sequence[str], first: int, parts: Sequence[Sequence[Slot]]) -> int | None:
    """Return the last word of the parts, the first of which begins at `first`; None for none."""
    at = first
    for i, part in enumerate(parts):
        begin = _next(words, at, part, WIDEST if i else 0)
        if begin is None:
            return None
        at = begin + len(part)
    return at - 1


def _next(words: Sequence[str], at: int, part: Sequence[Slot], far: int) -> int | None:
    """Return where `part` begins, at most `far` words behind `at` and before any stop."""
    for begin in range(at, min(at + far, len(words) - len(part)) + 1):
        if words[begin] in part[0] and all(
            words[begin + i] in part[i] for i in range(1, len(part))
        ):
            return begin
        if words[begin] in _STOPS:
            return None
    return None
