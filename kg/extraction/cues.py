"""Cue phrases found in running words: a trie over words, longest phrase first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extraction.reading import Reading

WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*\.?(?=\d)?|[;:,.?!()\u2013\u2014•‘’“”\"]")
APOSTROPHES = str.maketrans({"’": "'", "‐": "-", "‑": "-"})


class Word(NamedTuple):
    """A word or mark of punctuation: lower case, with its place in the document's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue phrase over the words ``[first, last)``; `means` is what it tells."""

    first: int
    last: int
    means: str


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, parted by white space."""
    return frozenset(text.split())


@kept
def words_of(reading: Reading, start: int, end: int) -> tuple[Word, ...]:
    """Return the words and marks of the text ``[start, end)`` of a reading, with their places."""
    return words_in(reading.text, start, end)


def words_in(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words and marks of ``text[start:end]``, with places in `text`."""
    return tuple(
        [
            Word(_may(text, m) if printed in _MAY else _said(printed), m.start(), m.end())
            for m in WORD.finditer(text, start, end)
            if (printed := m[0])
        ]
    )


_MAY = frozenset({"May", "May."})
"""What may be a month."""


def _may(text: str, said: re.Match[str]) -> str:
    """Return the month as it is printed where it is one: "in May", "May 2017"."""
    before = text[max(0, said.start() - 8) : said.start()].lower().split()[-1:]
    dated = text[said.end() : said.end() + 2].strip()[:1].isdigit()
    return "May" if dated or (MONTHS.issuperset(before[-1:]) and before) else "may"


MONTHS = word_set("in by from since until till to between and last early late mid this next of")
"""Words before the name of a month."""


@lru_cache(maxsize=50_000)
def _said(printed: str) -> str:
    """Return what a word or mark compares as."""
    said = printed.lower()
    if len(said) == 1:
        return said
    return (said if said.isascii() else said.translate(APOSTROPHES)).rstrip(".")


class CueFinder:
    """Finds phrases, each with what it means; a longer phrase hides the shorter ones in it."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take (phrase, meaning) pairs; of equal phrases the first counts."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, means in phrases:
            key = tuple(w.text for w in words_in(phrase, 0, len(phrase)))
            if key:
                self._by_first.setdefault(key[0], []).append((key, means))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def find(self, words: Sequence[Word]) -> Iterator[Cue]:
        """Yield the cues of a run of words, in order; none overlaps another."""
        texts = tuple(word.text for word in words)
        by_first, last = self._by_first, 0
        for i in [i for i, text in enumerate(texts) if text in by_first]:
            if i < last:
                continue
            for key, means in by_first[texts[i]]:
                if texts[i : i + len(key)] == key:
                    last = i + len(key)
                    yield Cue(i, last, means)
                    break
