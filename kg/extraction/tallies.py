"""Counts that no set form tells of: taken for use of a service, or for reach, unless told apart.

A number of people, contacts or places in a clause that tells what is done counts by itself; what
it may count otherwise (those asked in a survey, those employed, a whole country) is named here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.numbers import digits_value, words_value
from kg.extraction.tally_words import (
    CONTACTS,
    COUNTRYWIDE,
    DEALT_WITH,
    FEW,
    IN_PLACES,
    LABEL_LESS,
    LABEL_PERSONS,
    LABEL_USED,
    LABELLED,
    LARGE,
    LISTED,
    LISTED_BEHIND,
    MARK,
    NOT_USE,
    OFTEN,
    OPINION,
    PART_OF,
    PLACES,
    RESIDING,
    SERVED,
    SERVED_NOW,
    STANDING_PERSONS,
    STANDS_AT,
    THE_ONES,
    THERE_ARE,
    UNWILLING,
    USE,
    YEARS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kg.extraction.reading import Figure, Reading
    from kg.model import Sentence


@dataclass(frozen=True, slots=True)
class Tally:
    """A count of use that no figure holds: its value, unit and words."""

    value: Decimal
    unit: str
    start: int
    end: int


def counted_as(figure: Figure, before: str, after: str, clause: str) -> str | None:
    """Return what a number of people, contacts or places counts by default, or None.

    `before` and `after` are the words of its clause on both sides, `clause` all of it.
    """
    if figure.unit in {"people", "count"} and SERVED.match(figure.noun):
        return _of_people(figure, before, after, clause)
    if figure.unit == "count" and CONTACTS.search(figure.noun) and figure.value >= FEW:
        dealt = DEALT_WITH.search(after) or DEALT_WITH.search(before)
        return "service-uptake" if dealt and not NOT_USE.search(clause) else None
    if figure.unit == "sites" and PLACES.search(figure.noun) and figure.value > 1:
        told = IN_PLACES.search(before) or SERVED_NOW.match(after)
        apart = UNWILLING.search(clause) or COUNTRYWIDE.search(clause)
        return "coverage" if told and not apart else None
    return None


def resident(figure: Figure, before: str, after: str) -> bool:
    """Return whether so many people are those of an area or of its practices."""
    if figure.value < LARGE or not SERVED.match(figure.noun):
        return False
    return bool(LISTED.search(before) or LISTED_BEHIND.match(after))


def _of_people(figure: Figure, before: str, after: str, clause: str) -> str | None:
    """Return whether so many people are those of an area or those who use a service."""
    if COUNTRYWIDE.search(clause) or figure.value < FEW:
        return None
    if figure.value >= LARGE:
        near = RESIDING.search(before) or RESIDING.search(after.split(" and ", maxsplit=1)[0])
        return "coverage" if near and not OPINION.search(after) else None
    if NOT_USE.search(clause):
        return None
    return "service-uptake" if USE.search(after) or USE.search(before) else None


_TALLIES = ((OFTEN, "count"), (THE_ONES, "people"), (THERE_ARE, "count"))
"""What is counted without a noun, and in what."""


def bare_tallies(reading: Reading, sentence: Sentence) -> Iterator[Tally]:
    """Yield counts of use with no noun behind: "used 300 times", "80 took part", "Seen: 95"."""
    start, end = sentence.start, sentence.end
    said = reading.text[start:end]  # a slice: "^" is its start
    found = [
        (m, unit)
        for pattern, unit in _TALLIES
        if pattern.may_stand(reading, start, end)
        for m in pattern.finditer(said)
    ]
    if STANDS_AT.may_stand(reading, start, end):
        found += [
            (m, "people" if STANDING_PERSONS.match(m[0]) else "count")
            for m in STANDS_AT.finditer(said)
        ]
    line = (
        LABELLED.match(said) if said.rstrip(" |.\n")[-1:].isalnum() and MARK.search(said) else None
    )
    if line and LABEL_USED.search(line["label"]) and not LABEL_LESS.search(line["label"]):
        found.append((line, "people" if LABEL_PERSONS.search(line["label"]) else "count"))
    for match, unit in found:
        number = match["number"]
        value = _value(number)
        year = value is not None and YEARS[0] <= value <= YEARS[1] and "," not in number
        if value is not None and value >= FEW and not year:
            yield Tally(value, unit, start + match.start("number"), start + match.end())


def part_of(text: str, start: int, figure: Figure) -> tuple[Decimal, int] | None:
    """Return the part that is told of a whole, and where: the 9 of "nine of the 12 practices"."""
    found = PART_OF.search(text[max(start, figure.start - 60) : figure.start])
    value = _value(found["number"]) if found else None
    if found is None or value is None or not 1 < value < figure.value:
        return None
    return value, figure.start - len(found[0])


def _value(said: str) -> Decimal | None:
    """Return the value of a number in digits or words."""
    return digits_value(said) if said[-1].isdigit() else words_value(said)
