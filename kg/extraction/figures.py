"""Figures: percentages, money, days, hours, people, sites and counts, with the part they play.

A number counts only with what it measures. Dates, years, ages, times, telephone numbers, ordinals,
list and section numbers, p-values and confidence intervals are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.figure_patterns import (
    ADDRESS,
    AFTER,
    AGENT,
    ANY_CASE,
    BY,
    BY_PART,
    BY_SIZE,
    DIGITS,
    FRACTION,
    FROM,
    HEDGE,
    LINK,
    NUMBER,
    PART_OF,
    PASSED_OVER,
    POPULATION,
    RATE,
    SPEND,
    TIME,
    TO,
    UNIT,
    YEARLY,
)
from kg.extraction.head_counts import head_count, labelled
from kg.extraction.nouns import TIMES, cell_unit, counted
from kg.extraction.numbers import FRACTIONS, MAGNITUDES, digits_value, words_value
from kg.extraction.reading import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal


_AROUND = 30


@dataclass(slots=True)
class _Number:
    """A number as printed, before it is known what it measures."""

    start: int
    end: int
    value: Decimal
    money: str
    sized: bool
    bare: str
    unit: str = ""
    noun: str = ""
    role: str = ""


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text, sorted by place; they do not overlap.

    >>> [(str(f.value), f.unit, f.role) for f in find_figures("cut bed days by 9%, saving £1.2m")]
    [('9', 'percent', 'by'), ('1200000.0', 'GBP', '')]
    """
    passed = _passed_over(text)
    if any(mark in text for mark in ("://", "www.", "@")):
        passed += [m.span() for m in ADDRESS.finditer(text)]
    fractions = list(_fractions(text))
    taken = sorted(passed + [(n.start, n.end) for n in fractions])
    numbers = [n for n in _numbers(text) if not _inside(taken, n.start, n.end)]
    numbers = sorted(numbers + fractions, key=lambda n: n.start)
    limits = [n.start for n in numbers[1:]] + [len(text)]
    for number, limit in zip(numbers, limits, strict=False):
        _measure(text, number, limit)
    _share_units(text, numbers)
    _give_roles(text, numbers)
    return tuple(Figure(n.start, n.end, n.value, n.unit, n.noun, n.role) for n in numbers if n.unit)


def _passed_over(text: str) -> list[tuple[int, int]]:
    """Return the spans of numbers that are no figures; looks only around digits."""
    found: list[tuple[int, int]] = []
    window = (0, 0)
    for digits in DIGITS.finditer(text):
        start, end = max(0, digits.start() - _AROUND), digits.end() + _AROUND
        if window[1] and start > window[1]:
            found += [m.span() for m in PASSED_OVER.finditer(text, *window)]
            window = (start, end)
        else:
            window = (window[0] if window[1] else start, end)
    return found + [m.span() for m in PASSED_OVER.finditer(text, *window)]


def _numbers(text: str) -> Iterator[_Number]:
    """Yield every number of a text."""
    for m in NUMBER.finditer(text):
        if m["words"]:
            value = words_value(m["words"])
            said = m["words"].lower()
            lone = said == "one" or (
                said in {"a dozen", "dozen"} and not counted(text, m.end(), m.end() + _AROUND)[0]
            )
            if value is None or (lone and not UNIT.match(text, m.end())):
                continue
            start = m.start() if m["money"] else m.start("words")
            yield _Number(start, m.end(), value, (m["money"] or "").strip(), True, "")
        else:
            size = (m["size"] or "").strip(" -").lower()
            half = size.endswith("half")
            size = size.split()[0] if half else size
            value = digits_value(m["digits"], size)
            if half:
                value += digits_value("0.5", size)
            yield _Number(
                m.start() if m["money"] else m.start("digits"),
                m.end(),
                value,
                (m["money"] or "").strip(),
                bool(size),
                m["digits"],
            )


def _fractions(text: str) -> Iterator[_Number]:
    """Yield clear fractions ("a third of", "one in five") as percentages."""
    for m in FRACTION.finditer(text):
        if m["few"]:
            few, every = (
                words_value(w) if w.isalpha() else digits_value(w) for w in (m["few"], m["all"])
            )
            if few is None or every is None or not 0 < few < every:
                continue
            value = 100 * few / every
        else:
            some = (m["some"] or "").lower()
            part = m["part"].lower().removesuffix("s").replace("halve", "half")
            before = text[max(0, m.start() - 40) : m.start()]
            measured = PART_OF.match(text, m.end()) or BY_PART.search(before)
            if not measured or (not some and part != "half"):
                continue
            many = words_value(some) if some not in {"", "a"} else None
            value = digits_value(str(FRACTIONS[part])) * (many or 1)
            if part == "third" and many == 2:
                value += 1
            if value >= 100:
                continue
        yield _Number(
            m.start(), m.end(), value.quantize(digits_value("1")), "", True, "", "percent"
        )


def _measure(text: str, number: _Number, limit: int) -> None:
    """Set what a number measures, from the words behind it."""
    if number.unit:
        return
    if RATE.search(text[max(0, number.start - 8) : number.start]):
        return
    unit = UNIT.match(text, number.end)
    if number.money:
        number.unit = "GBP" if number.money in {"£", "GBP"} else ""
        return
    if unit is not None:
        number.unit = "GBP" if unit["pounds"] else "percent"
        number.role = "points" if unit["points"] else ""
        number.end = unit.end()
        return
    before = text[max(0, number.start - 60) : number.start]
    population = POPULATION.search(before)
    if population is not None and (number.sized or "," in number.bare or number.value >= 500):
        number.unit, number.noun = "people", population["noun"]
        return
    hour = TIME.match(text, number.end)
    if hour is not None and (hour[1].lower().endswith("s") or number.value == 1):
        number.unit, number.end = TIMES[hour[1].lower()], hour.end()
        return
    if _year(number):
        return
    number.unit, number.noun = labelled(text, number.start) or counted(text, number.end, limit)
    if not number.unit and number.bare:
        number.unit, number.noun = cell_unit(text, number.start, number.end)
    if not number.unit:
        number.unit, number.noun = head_count(text, number.start, number.end)
    if not number.unit and YEARLY.match(text, number.end):
        number.unit = "count"
    if not number.unit and text[number.start : number.end].lower().endswith("k"):
        around = text[max(0, number.start - 80) : number.end + 40]
        number.unit = "GBP" if SPEND.search(around) else ""


def _year(number: _Number) -> bool:
    """Tell whether a number looks like a year."""
    return not number.sized and len(number.bare) == 4 and "1900" <= number.bare <= "2099"


def _share_units(text: str, numbers: Sequence[_Number]) -> None:
    """Give the first end of a range ("5-10%", "between £5 and £6m") what its second end has."""
    for first, second in pairwise(numbers):
        gap = text[first.end : second.start]
        if first.unit == "GBP" and gap in {"-", "–", "—"} and second.sized and not second.money:
            second.unit = "GBP"
        if not second.unit or len(gap) > 8 or not LINK.fullmatch(gap):
            continue
        before = text[max(0, first.start - 40) : first.start]
        between = re.search(rf"\bbetween\s+{HEDGE}$", before, ANY_CASE)
        if "and" in gap.lower() and between is None:
            continue
        if first.unit not in {"", second.unit} or (first.role or second.role) == "points":
            continue
        if not first.unit and _year(first):
            continue
        first.unit, first.noun = second.unit, first.noun or second.noun
        size = re.search(r"[a-z]+$", text[second.start : second.end].lower().rstrip("% "))
        if not first.sized and size and size[0] in MAGNITUDES and first.value < 1000:
            first.value *= MAGNITUDES[size[0]]


def _give_roles(text: str, numbers: Sequence[_Number]) -> None:
    """Say which figures are the size of a change, and which a level before or after."""
    previous: _Number | None = None
    for number in numbers:
        before = text[max(0, number.start - 70) : number.start]
        agent = number.unit in {"people", "sites"} and AGENT.search(before)
        if not number.unit or number.role or (agent and not BY_SIZE.search(before)):
            pass
        elif BY.search(before) or AFTER.match(text, number.end, number.end + 60):
            number.role = "by"
        elif FROM.search(before):
            number.role = "from"
        elif TO.search(before) and (previous is None or _from_before(text, previous, number)):
            number.role = "to"
        if number.unit:
            previous = number
    for first, second in pairwise(numbers):
        gap = text[first.end : second.start]
        same = first.role == "by" and second.unit == first.unit and len(gap) < 9
        before = text[max(0, first.start - 40) : first.start]
        if same and LINK.fullmatch(gap) and ("and" not in gap or "between" in before.lower()):
            second.role = second.role or first.role


def _from_before(text: str, first: _Number, second: _Number) -> bool:
    """Tell whether "to" before `second` names a level, not the end of a range from `first`."""
    gap = text[first.end : second.start]
    return first.role == "from" or not LINK.fullmatch(gap)


def _inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether ``[start, end)`` meets one of the spans, which are sorted."""
    i = bisect_right(spans, (start, end))
    return any(a < end and start < b for a, b in spans[max(0, i - 2) : i + 1])
