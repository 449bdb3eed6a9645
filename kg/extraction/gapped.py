"""Labels that stand for many: "put|pool … budgets" is found in "put their two budgets together".

A word of such a label may be one of several ("|"), and some words may stand where it has "…".
"""

from __future__ import annotations

from collections import Counter
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

_LONG = 4
"""Words of fewer letters are so common that they are a poor key."""

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
    """Finds labels that stand for many; no find crosses punctuation."""

    def __init__(self) -> None:
        """Start without a label."""
        self._labels: list[_Label] = []
        self._by_word: dict[str, list[int]] = {}

    def add(self, label: str, means: Means) -> None:
        """Add a label; one of a single word is none."""
        parts = parts_of(label)
        slots = tuple(slot for part in parts for slot in part)
        if len(slots) > 1:
            self._labels.append(_Label(parts, slots, means))

    def build(self) -> None:
        """File each label under the words of its rarest slot, so that few are tried on a text."""
        said = Counter(word for label in self._labels for slot in label.slots for word in slot)

        def weight(slot: Slot) -> tuple[bool, int, list[str]]:
            return min(map(len, slot)) < _LONG, sum(said[w] for w in slot), sorted(slot)

        for number, label in enumerate(self._labels):
            for word in sorted(min(label.slots, key=weight)):
                self._by_word.setdefault(word, []).append(number)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Means]]:
        """Yield the first and last word of each find, and what it means.

        `words` are a text's, as compared loosely.
        """
        by_word = self._by_word
        said = set(words)
        near = {number for word in said if word in by_word for number in by_word[word]}
        places: dict[str, list[int]] = {}
        for number in sorted(near):
            label = self._labels[number]
            if not all(map(said.intersection, label.slots)):
                continue
            if not places:
                for i, word in enumerate(words):
                    places.setdefault(word, []).append(i)
            for first in sorted(i for word in label.slots[0] for i in places.get(word, ())):
                last = _end(words, first, label.parts)
                if last is not None:
                    yield first, last, label.means


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
