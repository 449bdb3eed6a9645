"""Changes told by two figures: "it had been six weeks and is now two", "Before: 212. After: 168."

No word says which way. Each figure belongs to a time, then or now, by the words of its own part of
the sentence or by its year; the two are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.extraction.numbers import DIGIT_PATTERN, WORD_PATTERN, digits_value, words_value
from kg.extraction.signs import signed

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(
    rf"(?<![\w£.,/-])(?P<money>£\s?)?(?:(?P<digits>{DIGIT_PATTERN})|(?P<words>{WORD_PATTERN})\b)"
    r"(?![\w/-]|[.,]\d)\s?(?P<unit>%|per cent\b|percent\b|days?\b|hours?\b|weeks?\b|months?\b"
    r"|minutes?\b|nights?\b)?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\d+|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred"
    r"|half"
    r"|third|quarter|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ty)",
    re.IGNORECASE,
)
"""A cheap sign of a number; a comparison has two."""
_SIGNS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "dozen", "hundred", "half", "third", "quarter", "teen", "ty"),
)
_DIGITS = re.compile(r"\d+")
"""Cheaper ones: what each match of that holds."""
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b")
_THEN = signed(
    r"\b(?:before(?:hand)?|previously|formerly|used to|once|baseline|originally|initially"
    r"|had (?:been|taken|counted|stood|waited|had|numbered|averaged|recorded|seen|cost)"
    r"|at (?:the )?(?:start|outset|beginning)|(?:last|the previous|the preceding) year"
    r"|(?:\w+ )?(?:year|month|winter|summer)s? (?:ago|earlier|before)|at first"
    r"|in the past|until (?:then|recently))\b",
    re.IGNORECASE,
)
_NOW = signed(
    r"\b(?:after(?:wards)?|now(?:adays)?|today|currently|these days|since then|at present"
    r"|this (?:year|spring|summer|autumn|winter|month)|latest|later|stands? at|at the end)\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:was|were|took|lasted|waited|stood|cost|numbered|averaged|stayed|spent|ran to|had)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[;:()]|[,.](?!\d)|\s(?:and|but|while|whereas|where|against|compared with)\s", re.IGNORECASE
)
_SIZE = re.compile(
    r"\b(?:by|(?:cut|fall|drop|rise|gain|reduction|increase|saving|improvement) of|over|within|in"
    r"|for|every|per|last|past|of the)\s+(?:the\s+)?(?:last\s+|past\s+|first\s+)?$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\s*(?:fewer|less|more|lower|higher|shorter|longer|sooner|earlier|faster)\b"
    r"|\s*(?:years?|months?\s+(?:ago|earlier|before|later)|weeks?\s+(?:ago|earlier))\b"
)
_FROM_TO = signed(
    r"\bfrom\s+(?:(?:about|around|over|an average of|nearly|almost|just)\s+)?"
    r"(?P<first>£?[\d.,]+\d|\d+|[a-z]+(?:-[a-z]+)?)\s?(?P<unit>%|per cent|[a-z]+)?\s+"
    r"(?:an? (?:day|week|month|year)\s+)?(?:[\w’' ]{1,24}?\s+)?to\s+"
    r"(?:(?:about|around|under|just|below|only|an average of|nearly|almost|over)\s+){0,2}"
    r"(?P<second>£?[\d.,]+\d|\d+|[a-z]+(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
_BECAME = signed(
    r"(?<![\w.,£])(?P<first>\d[\d,.]*\d|\d|(?!one\b|a\b)"
    rf"(?:{WORD_PATTERN}))\s(?P<unit>[a-z]+)?[^.;:?!,]{{0,24}}?\s"
    r"(?:(?:has|have|had)\s)?(?:become|became|turned into)\s"
    r"(?:(?:only|just|about|around|one of|a mere)\s)*"
    rf"(?P<second>\d[\d,.]*\d|\d|(?:{WORD_PATTERN}))\b",
    re.IGNORECASE,
)
_OF_BEFORE = signed(
    r"\b(?:(?P<more>twice|double|three times)|half|a (?:third|quarter|fifth|tenth|fraction)"
    r"|(?:two|three)[ -](?:thirds|quarters|fifths))\s+(?:of\s+)?"
    r"(?:what|the number|the level) (?:it|they) (?:was|were|had been|used to be)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|goes|going|gone|went|go|tak(?:e|es|ing|en)|took|mov(?:e|es|ed"
    r"|ing)"
    r"|gets?|got|getting|shift(?:s|ed|ing)?|c[ao]me|coming|chang(?:e|es|ed|ing)|is|are|was|were)\b",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"\s*,?\s*(?:instead of|rather than|not|down from|up from|against|compared (?:with|to))\s+"
    r"(?:the\s+)?(?:(?:usual|previous|old|former|about|nearly|over)\s+)*",
    re.IGNORECASE,
)
TOOK = re.compile(
    r"\b(?:taken|took|takes?|taking|wait(?:s|ed|ing)?|results?|answers?|within|seen)\b",
    re.IGNORECASE,
)
"""Words that make a time a wait, where no measure is named."""
TIMES = frozenset({"day", "hour", "week", "month", "minute"})
IN_DAYS = {"week": Decimal(7), "month": Decimal(30)}
LONE = frozenset({"one", "a hundred", "a dozen"})
LONGEST = 600
NEAR = 140
SAME = {"percent": "%", "per cent": "%"}


@dataclass(frozen=True, slots=True)
class Compared:
    """Two figures compared: whether the later is lower, and the span that holds both."""

    lower: bool
    start: int
    end: int
    timed: bool


@dataclass(frozen=True, slots=True)
class _Point:
    value: Decimal
    unit: str
    start: int
    end: int
    era: int
    """-1 then, 1 now, 0 unsaid, or the year."""
    scale: Decimal = Decimal(1)
    past: bool = False


def compared_in(text: str, start: int, end: int, *, eras: bool = False) -> Compared | None:
    """Return the comparison that ``text[start:end]`` makes of two figures, or None.

    With `eras`, only figures that say each its time are compared, as over several sentences.
    """
    if end - start > LONGEST:
        return None
    if not _counts_twice(text, start, end):
        return None
    every = list(_points(text, start, end))
    points = [p for p in every if not _SIZE.search(text, max(start, p.start - 30), p.start)]
    beside = (p for p in pairwise(every) if INSTEAD.fullmatch(text[p[0].end : p[1].start]))
    pair = None if eras else next(beside, None)
    if pair is not None:
        now, then = pair
        if now.value == then.value or then.unit not in {"", now.unit}:
            return None
        return Compared(now.value < then.value, now.start, then.end, now.unit in TIMES)
    share = len(points) == 2 and points[0].unit == "%" and points[1].era == -1
    if len(points) == 2 and not points[1].unit and (share or points[0].unit not in {"", "%"}):
        # "had taken four days, took two"
        points[1] = replace(points[1], value=points[1].value * points[0].scale)
    elif len(points) != 2 or points[0].unit != points[1].unit:
        return None if eras else _from_to(text, start, end)
    first, second = points
    moved = None if eras or first.era != second.era else _from_to(text, start, end)
    if moved is not None:
        return moved
    if eras and 0 in {first.era, second.era}:
        return None
    ordered = _in_order(first, second)
    alike = first.era == second.era <= 1 and first.unit in TIMES | {"%"}
    if ordered is None and not eras and alike:
        ordered = _in_order(_within(text, start, first), _within(text, first.end, second))
    if ordered is None:
        return None if eras else _from_to(text, start, end)
    old, new = ordered
    if old.value == new.value:
        return None
    timed = (first.unit or second.unit) in TIMES
    return Compared(new.value < old.value, first.start, second.end, timed)


def of_before(text: str, start: int, end: int) -> Compared | None:
    """Return the comparison of "half what they were", or None."""
    match = _OF_BEFORE.search(text, start, end)
    if match is None:
        return None
    return Compared(match["more"] is None, match.start(), match.end(), timed=False)


def _in_order(first: _Point, second: _Point) -> tuple[_Point, _Point] | None:
    """Return the earlier and the later of two figures, or None where that is not said."""
    if first.era > 1 and second.era > 1:
        if first.era == second.era:
            return None
        return (first, second) if first.era < second.era else (second, first)
    if (first.era == -1 and second.era != -1) or (first.past and second.era == 1):
        return first, second
    if (second.era == -1 and first.era != -1) or (second.past and first.era == 1):
        return second, first
    return None


def _within(text: str, start: int, point: _Point) -> _Point:
    """Return a figure with its time by the words since the figure before it alone."""
    era, past = _time_of(text[start : point.end])
    return replace(point, era=era, past=past)


def _counts_twice(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` holds two numbers, by a cheap sign of them."""
    numbers = len(_DIGITS.findall(text, start, end))
    if numbers < 2 and any(map(text[start:end].casefold().__contains__, _SIGNS)):
        numbers = sum(1 for _ in islice(_COUNT.finditer(text, start, end), 2))
    return numbers > 1


def _from_to(text: str, start: int, end: int) -> Compared | None:
    """Return the comparison of "went from 9 days to 7" or "9 days became 7", or None."""
    match = _BECAME.search(text, start, end)
    if match is None:
        match = _FROM_TO.search(text, start, end)
        if match is None or not _MOVED.search(
            text, max(start, match.start() - NEAR), match.start()
        ):
            return None
    values = [_value(match[name]) for name in ("first", "second")]
    if values[0] is None or values[1] is None or values[0] == values[1]:
        return None
    timed = (match["unit"] or "").lower().rstrip("s") in TIMES
    return Compared(values[1] < values[0], match.start(), match.end(), timed)


def _value(said: str) -> Decimal | None:
    """Return the value of a number in digits or words."""
    return digits_value(said) if said[-1].isdigit() else words_value(said)


def _points(text: str, start: int, end: int) -> Iterator[_Point]:
    """Yield the figures of a text, each with its era."""
    years = [m.span() for m in _YEAR.finditer(text, start, end)]
    for m in _NUMBER.finditer(text, start, end):
        if any(a < m.end() and m.start() < b for a, b in years) or _AGO.match(
            text, m.end("digits" if m["digits"] else "words")
        ):
            continue
        value = digits_value(m["digits"]) if m["digits"] else words_value(m["words"])
        lone = not (m["digits"] or m["unit"]) and m["words"].lower() in LONE
        if value is None or lone:
            continue
        unit = (m["unit"] or "").lower()
        unit = SAME.get(unit, unit).removesuffix("s") + ("£" if m["money"] else "")
        scale = IN_DAYS.get(unit, Decimal(1))
        unit = "day" if unit in IN_DAYS else unit
        era, past = _era(text, start, end, m.start(), m.end())
        yield _Point(value * scale, unit, m.start(), m.end(), era, scale, past)


def _era(text: str, start: int, end: int, first: int, last: int) -> tuple[int, bool]:
    """Return the time of a figure by the words of its part of the text, or those just ahead.

    The second value tells whether its own verb is past: "was 13 days and is now nine".
    """
    begin, stop = start, end
    for part in _PART.finditer(text, start, end):
        if part.end() <= first:
            begin = part.end()
        elif part.start() >= last:
            stop = part.start()
            break
    here = text[begin:stop]
    ahead = text[max(start, begin - 24) : begin]
    if text[start:begin].rstrip().endswith(":"):  # "Before: 212"
        here = f"{re.split('[.;]', ahead)[-1]} {here}"
    return _time_of(here)


def _time_of(here: str) -> tuple[int, bool]:
    """Return the time that words tell, and whether their verb is past."""
    year = _YEAR.search(here)
    if year:
        return int(year[0][:4]), False
    if _THEN.search(here):
        return -1, True
    if _NOW.search(here):
        return 1, False
    return 0, _WAS.search(here) is not None
