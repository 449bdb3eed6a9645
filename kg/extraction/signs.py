"""Patterns that are looked for only where one of their words stands.

Most patterns of the rules are long lists of wordings that few sentences hold, and to find that out
costs `re` a try at each character. What a text must hold for a pattern to match at all follows from
the pattern: of each way through it, some literal piece. A look for those pieces (`signs_of`) costs
a tenth of the search, and spares it nearly always. The method is that of RE2's prefilter (Cox,
"Regular expression matching with a trigram index", 2012).
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from itertools import accumulate
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from kg.extraction.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extraction.reading import Reading

MOST = 24
"""How many pieces are put together from parts that each have a few forms."""
WORTH = 0.4
"""How often signs may be thought to stand in a text by chance, for a look at them to pay."""
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})

_DOTLESS = "ı"
"""A letter that `re.IGNORECASE` takes for an "i", and case folding does not."""

Pieces = frozenset[str]


def folded(text: str) -> str:
    """Return a text as its signs are compared: with no case, as `re.IGNORECASE` has none."""
    return text.casefold().replace(_DOTLESS, "i")


class Signed:
    """A pattern that is tried only on texts that hold one of its signs."""

    def __init__(self, pattern: re.Pattern[str], signs: Sequence[str] = ()) -> None:
        """Work out the signs, unless better ones are given.

        A pattern without signs of any worth is tried everywhere.
        """
        self.pattern = pattern
        self.signs = tuple(sorted(signs or signs_of(pattern)))
        self._folds = _caseless(pattern)
        self._idle = not self.signs or (not signs and _chance(self.signs) > WORTH)
        self._looked_for = (*self.signs, _DOTLESS) if self._folds else self.signs

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Tell whether the pattern can match within a text; False is sure."""
        if self._idle:
            return True
        said = text[start:end].casefold() if self._folds else text[start:end]
        return any(map(said.__contains__, self._looked_for))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what the pattern's own `search` does."""
        if self._idle:
            return self.pattern.search(text, start, end)
        said = text[start:end].casefold() if self._folds else text[start:end]
        if any(map(said.__contains__, self._looked_for)):
            return self.pattern.search(text, start, end)
        return None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what the pattern's own `match` does."""
        if self._idle:
            return self.pattern.match(text, start, end)
        said = text[start:end].casefold() if self._folds else text[start:end]
        if any(map(said.__contains__, self._looked_for)):
            return self.pattern.match(text, start, end)
        return None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what the pattern's own `fullmatch` does."""
        if self.may_match(text, start, end):
            return self.pattern.fullmatch(text, start, end)
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return what the pattern's own `finditer` does."""
        if self.may_match(text, start, end):
            return self.pattern.finditer(text, start, end)
        return iter(())

    def in_lines(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, of a pattern that crosses no line end."""
        if self._idle:
            yield from self.pattern.finditer(text)
            return
        ends = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
        spots = self.spots(text)
        lines = {bisect_right(ends, s) for s in spots} if spots is not None else range(1, len(ends))
        for line in sorted(lines):
            yield from self.pattern.finditer(text, ends[line - 1], ends[line])

    def spots(self, text: str) -> list[int] | None:
        """Return where signs begin in a text, in order; None where that tells nothing."""
        said = text.casefold() if self._folds else text
        if self._idle or len(said) != len(text):  # case folding makes two letters of some
            return None
        found: list[int] = []
        for sign in self._looked_for:
            at = said.find(sign)
            while at >= 0:
                found.append(at)
                at = said.find(sign, at + 1)
        return sorted(found)

    def may_stand(self, reading: Reading, start: int, end: int) -> bool:
        """Tell as `may_match` whether ``text[start:end]`` of a reading can hold a match.

        For what is asked of each sentence: the whole text is looked through once, on the first
        call, which pays from five calls or so.
        """
        spots = _spots(reading, self)
        if spots is None:
            return True
        first = bisect_left(spots, start)
        return first < len(spots) and spots[first] < end

    def match_in(self, reading: Reading, start: int, end: int) -> re.Match[str] | None:
        """Return what `match` does on the text of a reading, `may_stand` being asked."""
        if self.may_stand(reading, start, end):
            return self.pattern.match(reading.text, start, end)
        return None

    def search_in(self, reading: Reading, start: int, end: int) -> re.Match[str] | None:
        """Return what `search` does on the text of a reading, `may_stand` being asked."""
        if self.may_stand(reading, start, end):
            return self.pattern.search(reading.text, start, end)
        return None

    def search_cut(self, reading: Reading, start: int, end: int) -> re.Match[str] | None:
        """Return what `search` does on the slice ``text[start:end]``, `may_stand` being asked."""
        if self.may_stand(reading, start, end):
            return self.pattern.search(reading.text[start:end])
        return None


@kept
def _spots(reading: Reading, pattern: Signed) -> list[int] | None:
    """Return where signs of a pattern begin in the text of a reading."""
    return pattern.spots(reading.text)


def signed(pattern: str, flags: int = 0, signs: Sequence[str] = ()) -> Signed:
    r"""Return a compiled pattern that is tried only where one of its signs stands.

    >>> signed(r"\b(?:came|comes?)\s+to (?:nothing|grief)\b").signs
    ('to grief', 'to nothing')
    """
    return Signed(re.compile(pattern, flags), signs)


def signs_of(pattern: re.Pattern[str]) -> Pieces:
    r"""Return pieces of which each match holds one; none where there is no knowing.

    They are folded where the pattern, or a part of it, ignores case.

    >>> sorted(signs_of(re.compile(r"(?:was|is) [a-z]+ help|\bm[ae]nd(?:ed)?")))
    [' help', 'mand', 'mend']
    """
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    exact, needed = _read(parsed)
    found = _better(needed, exact or frozenset())
    if _caseless(pattern):
        found = frozenset(map(folded, found))
    return frozenset(s for s in found if not any(o in s for o in found if o != s))


def _caseless(pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern, or a part of it, ignores case."""
    return bool(pattern.flags & re.IGNORECASE) or "(?i" in pattern.pattern


def _read(nodes: Sequence[tuple[Any, Any]]) -> tuple[Pieces | None, Pieces]:
    """Return all that a run of nodes can match, if that is few, and pieces that it needs."""
    every = True
    best: Pieces = frozenset()
    here: Pieces = frozenset({""})
    for node in nodes:
        if node[0] in _ZERO_WIDTH:
            continue
        exact, needed = _node(*node)
        best = _better(best, needed)
        joined = _joined(here, exact) if exact is not None else None
        if joined is not None:
            here = joined
        else:
            every = False
            best = _better(best, here)
            here = exact if exact is not None else frozenset({""})
    return (here if every else None), _better(best, here)


def _joined(first: Pieces, second: Pieces) -> Pieces | None:
    """Return each of some pieces before each of others, or None where that is too many."""
    if len(first) * len(second) > MOST:
        return None
    return frozenset(a + b for a in first for b in second)


def _node(kind: Any, what: Any) -> tuple[Pieces | None, Pieces]:
    """Return all that a node can match, if that is few, and pieces that it needs."""
    none: Pieces = frozenset()
    if kind is op.LITERAL:
        return frozenset({chr(what)}), none
    if kind is op.IN:
        plain = all(k is op.LITERAL for k, _ in what) and len(what) <= MOST
        return (frozenset(chr(c) for _, c in what) if plain else None), none
    if kind is op.SUBPATTERN:
        return _read(what[-1])
    if kind is op.ATOMIC_GROUP:
        return _read(what)
    if kind is op.BRANCH:
        return _either([_read(way) for way in what[1]])
    if kind in _REPEATS:
        least, most, inner = what
        exact, needed = _read(inner)
        if most == 1 and exact is not None:
            return exact | (frozenset({""}) if not least else none), none
        return None, _better(needed, exact or none) if least else none
    return None, none


def _either(ways: Iterable[tuple[Pieces | None, Pieces]]) -> tuple[Pieces | None, Pieces]:
    """Return what some ways through a pattern match or need between them."""
    exacts: set[str] | None = set()
    needs: set[str] | None = set()
    for exact, needed in ways:
        exacts = exacts | exact if exacts is not None and exact is not None else None
        need = _better(needed, exact or frozenset())
        needs = needs | need if needs is not None and need else None
    few = frozenset(exacts) if exacts is not None and len(exacts) <= MOST else None
    return few, frozenset(needs or ())


def _better(first: Pieces, second: Pieces) -> Pieces:
    """Return the pieces that a text is less likely to hold by chance; an empty one says nothing."""
    usable = [pieces for pieces in (first, second) if pieces and "" not in pieces]
    return min(usable, key=_chance, default=frozenset())


def _chance(pieces: Iterable[str]) -> float:
    """Return about how often one of the pieces stands in a hundred letters by chance."""
    return sum(100 * 0.1 ** len(piece) for piece in pieces)
