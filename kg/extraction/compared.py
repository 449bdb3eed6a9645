"""Changes in a measure told by a figure then and a figure now."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extraction.before_after import TOOK, compared_in, of_before
from kg.extraction.change import Change, hoped
from kg.extraction.directions import resolve, senses_of
from kg.extraction.own_measures import own_measures
from kg.extraction.qualifiers import elsewhere
from kg.extraction.sizes import TIMED, fits
from kg.extraction.status import is_asked, status_of
from kg.extraction.verdicts import LEVELS
from kg.model import Direction, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention, Reading
    from kg.model import Document, Sentence
    from kg.vocabulary import Vocabulary


MOVED_FROM = re.compile(r"\b(down|up) from\b", re.IGNORECASE)
"""What says which of two figures is the earlier: "two weeks, down from six"."""
SWAPPED = re.compile(r"\b(?:instead of|rather than|not)\b", re.IGNORECASE)


def two_figures(
    reading: Reading,
    vocabulary: Vocabulary,
    sentence: Sentence,
    measures: tuple[Mention, ...],
    told: tuple[Change, ...],
) -> tuple[Change, ...]:
    """Return the change told by a figure then and a figure now, with no word of change."""
    found = of_before(reading.text, sentence.start, sentence.end)
    found = found or compared_in(reading.text, sentence.start, sentence.end)
    if found is None and measures:
        end = paragraph_end(reading, sentence)
        if end > sentence.end:
            found = compared_in(reading.text, sentence.start, end, eras=True)
    if found is None or is_asked(reading, sentence):
        return ()
    named = [m for m in measures if m.role not in {"gain", "loss"} and m.entity.id not in LEVELS]
    if found.timed:  # "the wait for a clinic appointment is two weeks"
        named = [m for m in named if m.entity.id in TIMED] or named
    plain = [m for m in named if m.role != "cue"] or named
    measure = plain[0].entity.id if plain else "waiting-times"
    concept = vocabulary.find("measure", measure)
    if concept is None or any(c.measure == measure for c in told):
        return ()
    if measure in TIMED and reading.text[found.end - 4 : found.end].endswith(("%", "cent")):
        return ()  # a share of people seen in time
    if not plain and not (
        found.timed and found.lower and TOOK.search(reading.text, sentence.start, found.end)
    ):
        return ()
    start = min(plain[0].start, found.start) if plain else found.start
    status = status_of(
        reading, sentence, *(plain[0].start, plain[0].end) if plain else (start, start + 2)
    )
    if status is Status.NEGATED and SWAPPED.search(reading.text, found.start, found.end):
        status = Status.REPORTED
    if status is Status.NEGATED or elsewhere(reading, sentence, found.start):
        return ()
    words = reading.text[plain[0].start : plain[0].end] if plain else ""
    lower = found.lower
    moved = MOVED_FROM.search(reading.text, sentence.start, sentence.end)
    if moved is not None:
        lower = moved[1].lower() == "down"
    way = Direction.DECREASE if lower else Direction.INCREASE
    direction = resolve(concept, words, way, senses_of(vocabulary))
    stop = max(found.end, plain[0].end) if plain else found.end
    size = [f for f in reading.figures_within(found.end, sentence.end) if f.role == "by"][:1]
    size = [f for f in size if fits(measure, f)]
    stop = max(stop, *(f.end for f in size), stop)
    shown = hoped(status, measure)
    return (Change(measure, direction, tuple(size), shown, start, stop, start, 0.65),)


def following_in(document: Document, sentence: Sentence, most: int) -> Iterator[Sentence]:
    """Yield the sentences behind one in its block, so many at most."""
    first = bisect_right(document.sentences, sentence)
    for other in document.sentences[first : first + most]:
        if other.block != sentence.block:
            return
        yield other


def paragraph_end(reading: Reading, sentence: Sentence) -> int:
    """Return where the sentences of the same block that name no measure end, two at most."""
    end = sentence.end
    for following in following_in(reading.document, sentence, 2):
        if own_measures(reading, following):
            break
        end = following.end
    return end
