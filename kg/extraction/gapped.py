"""Labels that stand for many: "put|pool … budgets" is found in "put their two budgets together".

A word of such a label may be one of several ("|"), and some words may stand where it has "…", up
to two where it has "..": "home .. sooner" is "home two days sooner". A choice of several words has
"_" between them: "charities|third_sector". What stands on the sides of
"~" comes in any order, with commas between or without: "nurse|nurses ~ police" is found in "police,
and with them a nurse".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.tokens import SKIPPED, loose, plain_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Entity

NEAR = "~"
"""What stands in a label between parts that come in any order."""

GAPS = {"…": 7, "..": 2, NEAR: 10}
"""What stands in a label for the words between, and how many of them it may hold."""

EITHER = "|"
"""What stands between words of which one is said."""

JOINED = "_"
"""What stands between the words of one choice."""

_ENDS = frozenset(".;:!?()[]|•…\n")
_STOPS = _ENDS | {",", "-"}

_MANY = re.compile("|".join(map(re.escape, (EITHER, *GAPS))))

Slot = frozenset[str]
Means = tuple["Entity", str]
"""An entity and the role of its label."""


def is_gapped(label: str) -> bool:
    """Tell whether a label stands for many.

    >>> is_gapped("fill|find … posts"), is_gapped("vacant posts")
    (True, False)
    """
    return _MANY.search(label) is not None


def is_near(label: str) -> bool:
    """Tell whether the parts of a label come in any order.

    >>> is_near("nurse|nurses ~ police"), is_near("fill|find … posts")
    (True, False)
    """
    return NEAR in label


def orders(label: str) -> Iterator[str]:
    """Yield a label with its parts in each order that it allows.

    >>> list(orders("nurse ~ police")), list(orders("fill … posts"))
    (['nurse ~ police', 'police ~ nurse'], ['fill … posts'])
    """
    for parts in permutations(label.split(f" {NEAR} ")):
        yield f" {NEAR} ".join(parts)


def spelt_out(label: str) -> Iterator[str]:
    """Yield a label with each choice of several words written out, the other choices together.

    >>> list(spelt_out("charities|mind|third_sector led"))
    ['charities|mind led', 'third sector led']
    """
    ways = [tuple(_ways(said)) if JOINED in said else (said,) for said in label.split()]
    for said in product(*ways):
        yield " ".join(said)


def _ways(said: str) -> Iterator[str]:
    """Yield the single words of a choice as one, and each of its others as words apart."""
    choices = said.split(EITHER)
    single = EITHER.join(word for word in choices if JOINED not in word)
    if single:
        yield single
    yield from (word.replace(JOINED, " ") for word in choices if JOINED in word)


def parts_of(label: str) -> tuple[tuple[Slot, ...], ...]:
    """Return the parts of a label between its gaps, each a run of words with what they may be.

    Words that a text may put into any phrase ("every", "new") do not count, here as there; of a
    choice written as several words ("A&E") the last one does.

    >>> [[sorted(slot) for slot in part] for part in parts_of("fill|find … the posts")]
    [[['fill', 'find']], [['post']]]
    """
    parts: list[list[Slot]] = [[]]
    for said in label.split():
        if said in GAPS:
            parts.append([])
        else:
            parts[-1] += _slots_of(said)
    return tuple(tuple(part) for part in parts if part)


@lru_cache(maxsize=10_000)
def _slots_of(said: str) -> tuple[Slot, ...]:
    """Return the slots of one word of a label, or the one slot of a choice of words."""
    if EITHER not in said:
        return tuple(frozenset({word}) for word in _loose_words(said) if word)
    ways = map(_loose_words, said.split(EITHER))
    choices = frozenset([words[-1] for words in ways if words and words[-1]])
    return (choices,) if choices else ()


@lru_cache(maxsize=10_000)
def _loose_words(word: str) -> tuple[str, ...]:
    """Return the words of a word as written ("A&E" has three), empty where they do not count."""
    words = plain_words(word) or tokens(word).words
    return tuple(["" if said in SKIPPED else loose(said) for said in words])


class _Part(NamedTuple):
    """A part of a label: its words, how far behind the part before it may be, what ends that."""

    head: Slot
    rest: tuple[Slot, ...]
    far: int
    stops: Slot


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: its parts, all their words, what it means."""

    parts: tuple[_Part, ...]
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
        self._slots: dict[str, list[tuple[int, int]]] = {}
        self._without: list[int] = []

    def add(self, label: str, means: Means) -> None:
        """Add a label; one of a single word is none."""
        for order in (written for way in spelt_out(label) for written in orders(way)):
            parts = parts_of(order)
            slots = tuple(slot for part in parts for slot in part)
            if len(slots) > 1:
                gaps = ("", *(said for said in order.split() if said in GAPS))
                laid = tuple(map(_part, parts, gaps))
                self._labels.append(_Label(laid, slots, means))

    def build(self) -> None:
        """File each label under the words of each of its slots; nothing is added after."""
        most = max((len(label.slots) for label in self._labels), default=0)
        self._without = [0] * most
        filed: dict[tuple[int, Slot], int] = {}
        for number, label in enumerate(self._labels):
            bit = 1 << number
            for place in enumerate(label.slots):
                filed[place] = filed.get(place, 0) | bit
            for i in range(len(label.slots), most):
                self._without[i] |= bit
        held: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for (i, slot), labels in filed.items():
            for word in slot:
                here = held[word]
                here[i] = here.get(i, 0) | labels
        self._slots = {word: list(here.items()) for word, here in held.items()}

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Means]]:
        """Yield the first and last word of each find, and what it means.

        `words` are a text's, as compared loosely.
        """
        places: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            places.setdefault(word, []).append(i)
        said = frozenset(places)
        near = self._near(said)
        for number in _bits(near):
            label = self._labels[number]
            heads = said & label.slots[0]
            if len(heads) == 1:
                (head,) = heads
                firsts = places[head]
            else:
                firsts = sorted([i for word in heads for i in places[word]])
            for first in firsts:
                last = _end(words, first, label)
                if last is not None:
                    yield first, last, label.means

    def _near(self, said: Slot) -> int:
        """Return the labels that have one of the words for each of their slots."""
        here = list(self._without)
        for word in self._slots.keys() & said:
            for i, labels in self._slots[word]:
                here[i] |= labels
        near = -1
        for labels in here:
            near &= labels
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


def _part(words: tuple[Slot, ...], gap: str) -> _Part:
    """Return a part of a label with what the gap before it allows."""
    return _Part(words[0], words[1:], GAPS.get(gap, 0), _ENDS if gap == NEAR else _STOPS)


def _end(words: Sequence[str], first: int, label: _Label) -> int | None:
    """Return the last word of a label's parts, the first of which begins at `first`, or None.

    Each part begins as far behind the one before as its gap allows, and before any stop.
    """
    at = first
    for head, rest, far, stops in label.parts:
        if head.isdisjoint(words[at : at + far + 1]):  # mostly so, and soon told
            return None
        for begin in range(at, min(at + far, len(words) - len(rest) - 1) + 1):
            word = words[begin]
            if word in head:
                at = begin + 1
                for slot in rest:
                    if words[at] not in slot:
                        break
                    at += 1
                else:
                    break
            if word in stops:
                return None
        else:
            return None
    return at - 1
