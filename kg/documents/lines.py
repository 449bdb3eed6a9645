"""Lines to units: what the writer set as one paragraph, item, heading or row.

Text comes hard-wrapped at some width, or with one line a paragraph; both are seen line by line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.documents.markup import hidden_spans, is_markup, is_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import BlockKind

MARKER = re.compile(
    r"(?:[-*+–—]\s+|[•●▪▫◦○‣∙·►➢➤✓✔]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+|#{1,6}\s+|>\s*)(?=\S)"
)
RULE = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
FIRST_WORD = re.compile(r"\S{1,60}")
OPEN_END = re.compile(r"[^.!?:;…][\"'”’)\]*_]{0,3}$")

WIDEST_WRAP = 120
NARROWEST_WRAP = 55
"""Between these widths (in characters) a run of lines may be hard-wrapped text."""

LONG = 160
"""A line longer than this was not wrapped by hand or editor."""

NARROWEST_JOIN = 25
"""A line at least this long, in characters, goes on with one that begins in lower case."""

LISTED_WRAP = 60
"""The same beneath a line that ends in a colon, where short lines are items."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, item, heading or row as set, a span of the text without its marker.

    `indent` is in columns; `marker` is the sign before it as typed ("•", "1.", "##"), or empty;
    `gap` says that a blank line, or nothing, stands above. `kind` is set where the lines
    alone settle it.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    marker: str = ""
    gap: bool = False
    kind: BlockKind | None = None

    @property
    def listed(self) -> bool:
        """Whether it bears the sign of a list item."""
        return self.marker != "" and self.marker[0] not in "#>=QA"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: the span of its words, and what stands before them.

    `width` is how far it reaches, in columns; `alone` says that it is never part of a paragraph.
    """

    start: int
    end: int
    indent: int
    marker: str
    text: str
    width: int
    alone: bool


def read_units(text: str, begin: int = 0) -> Iterator[Unit]:
    """Yield the units of a text from offset `begin`, in order."""
    runs = list(_runs(text, begin))
    lines = sum(len(run) for run in runs)
    long = sum(1 for run in runs for line in run if len(line.text) > LONG)
    wide = long * 10 >= lines
    led = False
    for run in runs:
        yield from _units_of(text, run, wide=wide, led=led)
        led = run[-1].text.endswith(":")


def _runs(text: str, begin: int) -> Iterator[list[Line]]:
    """Yield runs of lines without a blank line between; hidden markup is a run of its own."""
    hidden = iter(hidden_spans(text, begin))
    skip = next(hidden, None)
    run: list[Line] = []
    at = begin
    while at < len(text):
        if skip is not None and at >= skip[0]:
            if run:
                yield run
                run = []
            at = skip[1]
            skip = next(hidden, None)
            continue
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = _line(text, at, stop)
        if line is not None:
            run.append(line)
        elif run:
            yield run
            run = []
        at = stop + 1
    if run:
        yield run


def _line(text: str, start: int, end: int) -> Line | None:
    """Return the line ``text[start:end]``; None where it is blank."""
    raw = text[start:end]
    words = raw.strip()
    if not words:
        return None
    lead = len(raw) - len(raw.lstrip())
    indent = len(raw[:lead].expandtabs(4)) if lead else 0
    ruled = not words[0].isalnum() and RULE.fullmatch(words) is not None
    marker = None if ruled else MARKER.match(words)
    cut = marker.end() if marker else 0
    first = start + lead
    sign = marker.group().strip() if marker else ""
    if sign.startswith("#"):
        words = words.rstrip("#").rstrip()
    rest = words[cut:] if cut else words
    alone = ruled or _is_alone(rest)
    return Line(first + cut, first + len(words), indent, sign, rest, indent + len(words), alone)


def _is_alone(words: str) -> bool:
    """Tell whether a line is an address, HTML tags, or the row of a table."""
    if words[0] in "hHwW" and ADDRESS.fullmatch(words):
        return True
    return is_markup(words) or is_row(words)


def _units_of(text: str, run: list[Line], *, wide: bool, led: bool) -> Iterator[Unit]:
    """Yield the units of one run, joining the lines that a wrap has parted.

    `wide` says that the document has a line a paragraph, `led` that a colon ends what is above.
    """
    width = max((line.width for line in run if not line.alone), default=0)
    wraps = not wide and NARROWEST_WRAP <= width <= WIDEST_WRAP and _mostly_full(run, width)
    first = last = run[0]
    gap = True
    for line in run[1:]:
        least = LISTED_WRAP if led else NARROWEST_JOIN
        if _joins(first, last, line, width if wraps else 0, least):
            last = line
            continue
        yield _unit(text, first, last, gap=gap)
        led = led or last.text.endswith(":")
        first = last = line
        gap = False
    yield _unit(text, first, last, gap=gap)


def _unit(text: str, first: Line, last: Line, *, gap: bool) -> Unit:
    """Return the unit from one line to another."""
    words = text[first.start : last.end]
    return Unit(first.start, last.end, words, first.indent, first.marker, gap)


def _mostly_full(run: list[Line], width: int) -> bool:
    """Tell whether most lines are as full as a wrap leaves them, as far as unmarked ones go."""
    pairs = [(a, b) for a, b in pairwise(run) if not b.marker]
    full = sum(1 for a, b in pairs if _full(a, b, width))
    return full * 5 >= len(pairs) * 3


def _full(line: Line, following: Line, width: int) -> bool:
    """Tell whether the first word of the following line had no room on this one."""
    word = FIRST_WORD.match(following.text)
    return line.width + 1 + len(word.group() if word else "") > width


def _joins(first: Line, last: Line, line: Line, width: int, least: int) -> bool:
    """Tell whether `line` goes on with the unit from `first` to `last`.

    `width` is that of the wrap, 0 where the run is not hard-wrapped; a line of `least` characters
    goes on in lower case.
    """
    if last.alone or line.alone:
        return False
    if first.marker.startswith("#"):
        return False
    goes_on = line.text[0].islower() and OPEN_END.search(last.text[-8:]) is not None
    if line.marker == ">" == first.marker:
        return True
    if line.marker:
        dash = line.marker in "-–—" and not first.marker
        return dash and goes_on and width > 0 and _full(last, line, width)
    if first.marker and line.indent > first.indent:
        return True
    if goes_on and len(last.text) >= least:
        return True
    if not first.marker and line.indent > last.indent + 1:
        return False
    return width > 0 and _full(last, line, width)
