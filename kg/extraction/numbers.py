"""Numbers as people print them: digits with separators and magnitudes, or words."""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = re.split(
    " ",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = re.split(" ", "twenty thirty forty fifty sixty seventy eighty ninety")
WORDS = {
    **{word: n for n, word in enumerate(_SMALL)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
}
"""Number words that add up."""

MAGNITUDES = {
    "dozen": 12,
    "hundred": 100,
    "k": 1000,
    "thousand": 1000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "tn": 10**12,
    "trillion": 10**12,
}
"""Words and letters that multiply."""

_WORD = "|".join(sorted((*WORDS, "hundred", "thousand", "million", "billion", "dozen")))
WORD_PATTERN = rf"(?:(?:half\s+)?an?\s+)?(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}))*"
"""A number in words, for use inside a pattern that ignores case."""

DIGIT_PATTERN = (
    r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d{1,3} 000\b|\d{1,15}(?:\.\d{1,9})?"
)
"""A number in digits, thousands separators and decimals included."""

FRACTIONS = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
"""Fractions -> percent; a third is 33, as people print it."""


def words_value(text: str) -> Decimal | None:
    """Return the value of a number in words, or None where it is none.

    >>> words_value("twenty-seven"), words_value("half a dozen")
    (Decimal('27'), Decimal('6'))
    >>> words_value("seven five") is None
    True
    """
    words = [w for w in re.split(r"[\s-]+", text.lower()) if w not in {"and", "a", "an", ""}]
    halved = words[:1] == ["half"]
    total = current = 0
    last = 10**12
    for word in words[1:] if halved else words:
        if word in WORDS:
            size = 10 if WORDS[word] >= 20 else 1
            if last <= size or (last == 10 and WORDS[word] > 9):
                return None
            current += WORDS[word]
            last = size
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * MAGNITUDES[word]
            last = 100
        elif word in MAGNITUDES:
            total += max(current, 1) * MAGNITUDES[word]
            current, last = 0, 1000
        else:
            return None
    value = Decimal(total + current)
    return value / 2 if halved else value


def digits_value(digits: str, magnitude: str = "") -> Decimal:
    """Return the value of digits with a magnitude behind them.

    >>> digits_value("1.2", "m"), digits_value("287,000")
    (Decimal('1200000.0'), Decimal('287000'))
    """
    return Decimal(re.sub(r"[^\d.]", "", digits)) * MAGNITUDES.get(magnitude.strip().lower(), 1)
