"""Words as the matcher compares them: each with its place in the text as printed.

Two ways of writing one thing give the same words: case, accents, hyphens and slashes, soft
hyphens, line ends, straight and curly apostrophes, a possessive 's, ``&``, Markdown emphasis,
plain plurals and -ise or -ize make no difference. Punctuation that ends a thought stays, as a word
of its own, so that "primary care. Home visits" holds no "care home".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = "'’ʼ＇"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)+(?![^\W_])|[^\W_]+(?:(?:[\u0300-\u036f{_INVISIBLE}]|[{APOSTROPHES}](?=[^\W_]))[^\W_]*)*"
    r"|[&,.;:!?()\[\]|•…]|\s[-–—](?=\s|[^\W\d_])|—|\n[ \t]*(?=\n)"
)
_STRAIGHT = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(_INVISIBLE, None)})
_STOPS = {"": "\n", "–": "-", "—": "-"}
_IRREGULAR = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "lives": "life",
    "wives": "wife",
    "halves": "half",
    "homeless": "homeless",
}
_POSSESSIVES = frozenset(mark + s for mark in APOSTROPHES for s in "sS")
_VOWELS = frozenset("aeiouy")
_HISSING = ("s", "x", "z", "ch", "sh")
SOLID_PREFIXES = frozenset({"multi", "re", "co"})
"""Prefixes that are written solid, with a hyphen, and ("multi") as a word apart."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: what they compare as, and where each starts and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def singular(word: str) -> str:
    """Fold a lower-case word so that plain plurals meet their singular (not always a word).

    >>> [singular(w) for w in ("homes", "pharmacies", "nurses", "nurse", "status", "access")]
    ['home', 'pharmacy', 'nurs', 'nurs', 'status', 'access']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word[-2].isdigit():
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y" if len(word) > 4 else word[:-1]
    if word.endswith("es") and len(word) > 4 and word[:-2].endswith(_HISSING):
        return word[:-2]
    if word.endswith("e") and word[:-1].endswith(_HISSING) and _VOWELS.intersection(word[:-1]):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def normal(word: str) -> str:
    r"""Return what a word compares as.

    >>> normal("King’s"), normal("CAFÉS"), normal("Multi\u00addisciplinary")
    ('king', 'cafe', 'multidisciplinary')
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_STRAIGHT))
        word = "".join(c for c in word if not unicodedata.combining(c))
    word = word.casefold()
    if len(word) > 5 and "iz" in word:
        word = word.replace("iz", "is")
    if "'" in word:
        word = word.removesuffix("'s").replace("'", "")
    return singular(word)


ARTICLES = frozenset({"a", "an", "the", "our", "your", "their", "his", "her", "my"})
"""Words (as compared) that mean nothing inside a phrase."""

SKIPPED = ARTICLES | {"each", "every", "all", "own", "new", "local"}
"""Words that a text may put inside a phrase; a phrase that has one (no article) needs it."""

_PLACING = frozenset({"for", "to", "in", "into", "at", "within", "inside", "across"})


@lru_cache(maxsize=50_000)
def loose(word: str) -> str:
    """Return what a word of a phrase compares as: forms of one verb meet, and so do for, to, in.

    >>> [loose(w) for w in ("share", "shared", "sharing", "planning", "plan", "into", "team")]
    ['shar', 'shar', 'shar', 'plan', 'plan', 'in', 'team']
    """
    if word in _PLACING:
        return "in"
    if len(word) > 5 and word.endswith("ing") and word != "evening":
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed") and word[-3] != "e":
        word = word[:-2]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsaeiou":
        word = word[:-1]
    if len(word) > 4 and word[-1] == "e":
        return word[:-1]
    return f"{word[:-1]}y" if len(word) > 4 and word[-1] == "i" else word


def bare_end(word: str) -> int:
    """Return the length of a printed word without its possessive 's.

    >>> bare_end("group’s"), bare_end("Moorfields")
    (5, 10)
    """
    return len(word) - 2 if word[-2:] in _POSSESSIVES else len(word)


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the words of ``text[start:end]``; a hyphenated prefix joins its word.

    >>> tokens("A&E: re-ablement, multi disciplinary").words
    ['a', 'and', 'e', ':', 'reablement', ',', 'multidisciplinary']
    """
    found = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    said = [_compared(match[0]) for match in found]
    words = [word for word, _ in said]
    starts = [match.start() for match in found]
    ends = [match.end() - cut for match, (_, cut) in zip(found, said, strict=True)]
    if not SOLID_PREFIXES.isdisjoint(words):
        _join_prefixes(text, words, starts, ends)
    return Tokens(words, starts, ends)


def _join_prefixes(text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
    """Join each prefix that stands apart to the word behind it."""
    i = 0
    while i < len(words) - 1:
        behind = words[i + 1]
        apart = words[i] in SOLID_PREFIXES and behind[0].isalnum()
        if apart and _joined(text, words[i], ends[i], starts[i + 1]):
            words[i : i + 2] = [words[i] + behind]
            del starts[i + 1], ends[i]
        i += 1


@lru_cache(maxsize=50_000)
def _compared(printed: str) -> tuple[str, int]:
    """Return what a word or stop compares as, and how long its possessive ending is."""
    if printed[0].isalnum():
        return normal(printed), len(printed) - bare_end(printed)
    mark = printed.strip()
    return "and" if mark == "&" else _STOPS.get(mark, mark), 0


def plain_words(text: str) -> tuple[str, ...] | None:
    """Return the words of a text of ASCII letters, spaces and hyphens alone; None for any other.

    The same words as `tokens` finds, only sooner.

    >>> plain_words("Care-home teams"), plain_words("care (home)"), plain_words("co-location")
    (('care', 'home', 'team'), None, None)
    """
    words = text.replace("-", " ").split(" ")
    if not text.isascii() or not all(map(str.isalpha, words)):
        return None
    found = tuple([_compared(word)[0] for word in words])
    return found if SOLID_PREFIXES.isdisjoint(found) else None


def _joined(text: str, prefix: str, end: int, start: int) -> bool:
    """Tell whether the gap between a prefix and the next word joins them."""
    gap = text[end:start]
    return gap in {"-", "‐", "‑"} or (prefix == "multi" and gap in {" ", "- "})
