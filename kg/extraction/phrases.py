"""Phrases found by their words: a tree of words, walked from every word of a text.

A text of n words costs n steps and, where a phrase begins, as many more as the phrase has words.
pyahocorasick over the same words finds the same and is slower here, where few phrases begin at a
word: measured over our labels and seeds, twice the time to build and two to four times to find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

_HERE = ""
"""Where a node keeps what the phrase that ends there means; no word is empty."""


class Phrases(Generic[T]):
    """Sequences of words and what each means."""

    def __init__(self) -> None:
        """Start without a phrase."""
        self._root: dict[str, Any] = {}

    def add(self, words: Iterable[str], meaning: T) -> None:
        """Add a meaning to a phrase; it is kept once."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        held: list[T] = node.setdefault(_HERE, [])
        if meaning not in held and node is not self._root:
            held.append(meaning)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, list[T]]]:
        """Yield the first and last word of every phrase in `words`, and its meanings.

        >>> phrases = Phrases[str]()
        >>> phrases.add(["care", "home"], "home")
        >>> list(phrases.find(["a", "care", "home"]))
        [(1, 2, ['home'])]
        """
        root = self._root
        stop = len(words)
        for first in [i for i, word in enumerate(words) if word in root]:
            node = root[words[first]]
            last = first
            while node is not None:
                held = node.get(_HERE)
                if held:
                    yield first, last, held
                last += 1
                if last == stop:
                    break
                node = node.get(words[last])
