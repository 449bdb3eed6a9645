"""Figures with no change: how many people, homes or beds are served, use a service, are content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.changes import SILENT, all_changes
from kg.extraction.contentment import contentment_in
from kg.extraction.cues import words_in
from kg.extraction.level_words import (
    ADOPTED,
    APART,
    BODIES,
    CARE_PLACES,
    CONTACTS,
    COVERED_PERCENT,
    DENIED,
    DUTY,
    DWELLING,
    FIRST,
    HANDLED,
    HANDLING,
    HOPING,
    INSIDE,
    LABELLED,
    MEMBERS,
    MODAL,
    NATIONAL,
    OF_USERS,
    OPENING,
    PART,
    PERSONS,
    PLACES,
    POPULOUS,
    PROVIDED,
    REACH_WORDS,
    SCHOOLS,
    SERVED,
    STANDING,
    STRONG,
    TAKING_PART,
    TO_LEVEL,
    TRAINED,
    TRAINING,
    USED,
    WENT,
    YEARLY,
)
from kg.extraction.own_measures import LONGEST
from kg.extraction.status import is_asked
from kg.extraction.tallies import bare_tallies, counted_as, part_of, resident
from kg.extraction.tally_words import COUNTRYWIDE, LARGE, ONE_OF, UNWILLING
from kg.model import Direction, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure
    from kg.extraction.scene import Scene
    from kg.model import Sentence


@dataclass(frozen=True, slots=True)
class Level:
    """A figure with no change: of what, how told, over which words of which sentence."""

    sentence: Sentence
    outcome: Outcome
    status: Status
    start: int
    end: int
    at: int

    @property
    def measure(self) -> str:
        """The identifier of the measure."""
        return self.outcome.measure


@lru_cache(maxsize=1)
def levels_in(scene: Scene) -> tuple[Level, ...]:
    """Return the levels that a document tells.

    Only the last scene's answer is kept, for the rules that share it.
    """
    return tuple(_all_levels(scene))


def _all_levels(scene: Scene) -> Iterator[Level]:
    """Yield the levels that a document tells."""
    reading = scene.reading
    told = dict(all_changes(reading, scene.vocabulary))
    for sentence in reading.document.sentences:
        if reading.document.blocks[sentence.block].kind in SILENT:
            continue
        if sentence.end - sentence.start > LONGEST:
            continue
        held = reading.figures_within(sentence.start, sentence.end)
        if is_asked(reading, sentence):
            continue
        yield from _bare(scene, sentence)
        if not held:
            continue
        sizes = {f for change in told.get(sentence, ()) for f in change.figures}
        figures = [
            f
            for f in held
            if f.unit in {"people", "sites", "percent", "count"} and f not in sizes
            if f.unit == "percent" or f.value == f.value.to_integral_value()
        ]
        if figures:
            yield from _levels(scene, sentence, figures)
        for figure, measure, end in contentment_in(reading, sentence):
            outcome = Outcome(measure, Direction.LEVEL, figure.value, figure.unit)
            status = scene.status(sentence, figure.start, figure.end)
            if status is Status.EXPECTED:  # "would recommend"
                status = Status.REPORTED
            yield Level(sentence, outcome, status, figure.start, end, figure.start)


def _bare(scene: Scene, sentence: Sentence) -> Iterator[Level]:
    """Yield the counts of use that have no noun of their own."""
    for tally in bare_tallies(scene.reading, sentence):
        status = scene.status(sentence, tally.start, tally.end)
        if status is not Status.NEGATED:
            outcome = Outcome("service-uptake", Direction.LEVEL, tally.value, tally.unit)
            yield Level(sentence, outcome, status, tally.start, tally.end, tally.start)


def _levels(scene: Scene, sentence: Sentence, figures: list[Figure]) -> Iterator[Level]:
    """Yield the levels of a sentence; figures joined by "and" share what is said of one."""
    text = scene.reading.text
    measures = [_measure(text, sentence, figure) for figure in figures]
    joined = [_joined(text[a.end : b.start]) for a, b in pairwise(figures)]
    for i in range(1, len(figures)):
        before = measures[i - 1]
        if measures[i] is None and before and joined[i - 1] and _countable(figures[i], before):
            measures[i] = before
    for i in range(len(figures) - 2, -1, -1):
        behind = measures[i + 1]
        if measures[i] is None and behind and joined[i] and _countable(figures[i], behind):
            measures[i] = behind
    for figure, measure in zip(figures, measures, strict=True):
        if measure is None:
            continue
        status = scene.status(sentence, figure.start, figure.end)
        if status is not Status.NEGATED:
            persons = figure.unit == "count" and PERSONS.match(figure.noun)
            unit = "people" if persons else figure.unit
            if measure == "coverage" and unit == "count" and SCHOOLS.search(figure.noun):
                unit = "sites"
            if status is Status.REPORTED:
                status = _yet_to_come(text, sentence, figure) or status
            elif status is Status.EXPECTED and _is_duty(text, sentence, figure):
                status = Status.REPORTED
            start, end = _run(text, sentence, figure, measure)
            part = part_of(text, sentence.start, figure)
            value, first = part or (figure.value, start)
            outcome = Outcome(measure, Direction.LEVEL, value, unit)
            yield Level(sentence, outcome, status, min(start, first), end, figure.start)


def _is_duty(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether so many are those whom a body was made to serve: "came together to look after"."""
    lead = text[max(sentence.start, figure.start - 90) : figure.start]
    return bool(DUTY.search(lead)) and not HOPING.search(lead)


def _yet_to_come(text: str, sentence: Sentence, figure: Figure) -> Status | None:
    """Return how a modal behind a figure tells it: "half the homes should be covered"."""
    modal = MODAL.match(text, figure.end, sentence.end)
    if modal is None:
        return None
    return Status.PLANNED if modal["will"] else Status.EXPECTED


def _countable(figure: Figure, measure: str) -> bool:
    """Whether a figure counts what a measure is counted in."""
    if measure == "service-uptake":
        return figure.unit == "people" and not BODIES.search(figure.noun)
    if figure.unit == "people":
        return not BODIES.search(figure.noun)
    return bool(PLACES.search(figure.noun)) and not BODIES.search(figure.noun)


def _measure(text: str, sentence: Sentence, figure: Figure) -> str | None:
    """Return of what a figure is the level, where the words about it say so."""
    before, after = _around(text, sentence, figure)
    if figure.role == "by" or ONE_OF.search(text[max(0, figure.start - 16) : figure.start]):
        return None
    if NATIONAL.match(after):
        return None
    if figure.role == "from" and TO_LEVEL.search(text, figure.end, sentence.end):
        return None
    if figure.value >= LARGE and COUNTRYWIDE.search(f"{before} {after}"):
        return None  # "some 400,000 people in England live in a care home"
    if resident(figure, before, after):
        return "coverage"
    told = _in_form(text, sentence, figure, before, after) if figure.role != "from" else None
    return told or counted_as(figure, before, after, f"{before} {figure.noun} {after}")


def _in_form(text: str, sentence: Sentence, figure: Figure, before: str, after: str) -> str | None:
    """Return of what a figure is the level, where a set form of words says so."""
    if figure.unit == "percent":
        near = COVERED_PERCENT.match(after.lstrip())
        if near and TAKING_PART.match(after[near.end() + 1 :].lstrip()):
            return "coverage"
        if near and STRONG.search(f"{before} {after}"):
            return "coverage"
        return None
    persons = PERSONS.match(figure.noun)
    if persons and FIRST.search(text[sentence.start : figure.start]):
        return "service-uptake"
    if figure.noun == "times" or LABELLED.match(text, sentence.start, figure.start):
        return "service-uptake"
    if figure.unit == "count" and CONTACTS.search(figure.noun):
        return "service-uptake" if HANDLED.match(after) or HANDLING.search(before) else None
    if (figure.unit == "people" or persons) and not BODIES.search(figure.noun):
        if USED.search(after[:60]) or USED.search(f"{before[-50:]}0"):
            return "service-uptake"
        if WENT.match(after) or OF_USERS.search(
            text[max(sentence.start, figure.start - 70) : figure.start]
        ):
            return "service-uptake"
        served = STRONG.search(before) or STRONG.search(after) or PROVIDED.search(before)
        return "coverage" if served or _populous(figure, before, after) else None
    if figure.unit == "people" and (TRAINED.search(after) or TRAINING.search(before)):
        return "service-uptake"
    if figure.unit == "sites" and (ADOPTED.search(after) or MEMBERS.match(figure.noun)):
        return "coverage"
    if _countable(figure, "coverage"):
        lead = text[sentence.start : figure.start]
        lead = PART.split(lead)[-1]
        placed = CARE_PLACES.search(figure.noun) and (OPENING.match(lead) or INSIDE.search(lead))
        if placed or SERVED.search(before) or SERVED.search(after):
            said = f"{before} {after}"
            unwilling = not figure.role and OPENING.match(lead) and UNWILLING.search(after)
            return None if DENIED.search(said) or unwilling else "coverage"
    return None


def _populous(figure: Figure, before: str, after: str) -> bool:
    """Whether so many people are those of an area: "for three million people"."""
    if figure.value < POPULOUS or YEARLY.search(after):
        return False
    return bool(DWELLING.search(before) or STANDING.search(after))


def _around(text: str, sentence: Sentence, figure: Figure) -> tuple[str, str]:
    """Return the words of the clause before and behind a figure, a few each way."""
    noun_end = figure.end
    found = text.find(figure.noun, figure.end, sentence.end) if figure.noun else -1
    if 0 <= found <= figure.end + 40:
        noun_end = found + len(figure.noun)
    left = words_in(text, max(sentence.start, figure.start - 90), figure.start)[-REACH_WORDS:]
    right = words_in(text, noun_end, min(sentence.end, noun_end + 90))[:REACH_WORDS]
    last = len(left) - (2 if left and left[-1].text == ":" else 1)  # "Enrolled by May: 612"
    for i in range(last, -1, -1):
        if left[i].text in APART or left[i].text in ";:.":
            left = left[i + 1 :]
            break
    for i, word in enumerate(right):
        if word.text in APART or word.text in ";:.":
            right = right[:i]
            break
    before = text[left[0].start : figure.start] if left else ""
    after = text[noun_end : right[-1].end] if right else ""
    return before, after


def _joined(gap: str) -> bool:
    """Whether what stands between two figures joins them in one list."""
    return len(gap) < 60 and bool(
        re.search(r"(?:,|\band|\bor|&)\s*(?:\w+\s)?$", gap.rstrip() + " ")
    )


def _run(text: str, sentence: Sentence, figure: Figure, measure: str) -> tuple[int, int]:
    """Return the words from the telling verb to the figure's noun, or the other way about."""
    before, after = _around(text, sentence, figure)
    start, end = figure.start, figure.end
    if figure.noun:
        found = text.find(figure.noun, figure.end, sentence.end)
        end = found + len(figure.noun) if 0 <= found <= figure.end + 40 else end
    tail = (measure == "service-uptake" and USED.search(after)) or SERVED.search(after)
    if tail:
        return start, min(sentence.end, end + tail.end())
    head = next(reversed(list(SERVED.finditer(before))), None)
    return (figure.start - len(before) + head.start() if head else start), end
