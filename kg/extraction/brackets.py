"""Words that stand aside in a sentence: in brackets, or in a clause on how it once was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.cues import Word

LONGEST_BRACKET = 12


def bracketed(words: tuple[Word, ...]) -> frozenset[int]:
    """Return the numbers of the words in short brackets, the brackets included."""
    held: set[int] = set()
    opened = -1
    for i, word in enumerate(words):
        if word.text == "(":
            opened = i
        elif word.text == ")" and opened >= 0:
            if i - opened <= LONGEST_BRACKET:
                held.update(range(opened, i + 1))
            opened = -1
    return frozenset(held)


TURNED_ASIDE = frozenset({"though", "however", "too", "meanwhile", "moreover", "again"})
"""Words between commas that only turn the tale: "the drugs bill, though, has not come down"."""
PAST_ASIDE = {("which", "used"), ("which", "had"), ("who", "had"), ("who", "used"), ("once", "the")}


def asides_in(words: tuple[Word, ...]) -> frozenset[int]:
    """Return the numbers of the words that tell how it once was: ", which used to rise, "."""
    held: set[int] = set()
    for i in range(len(words) - 2):
        if words[i].text == words[i + 2].text == "," and words[i + 1].text in TURNED_ASIDE:
            held.update(range(i, i + 3))
        if words[i].text == "," and (words[i + 1].text, words[i + 2].text) in PAST_ASIDE:
            close = (k for k in range(i + 3, min(len(words), i + 16)) if words[k].text == ",")
            end = next(close, None)
            if end is not None:
                held.update(range(i, end + 1))
    return frozenset(held)
