"""A change as found, and those changes that are told beside the plain order of words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.carried import (
    CAME_TO_NOTHING,
    DENIAL,
    GOES,
    NONE_CAME,
    NONE_THERE,
    SHORT,
    bettered,
    carried,
)
from kg.extraction.cues import word_set
from kg.extraction.directions import better, resolve, senses_of
from kg.extraction.qualifiers import elsewhere
from kg.extraction.sizes import fits
from kg.extraction.status import is_asked, status_of
from kg.extraction.uses import uses_in
from kg.extraction.verdicts import LEVELS
from kg.extraction.wordings import worded
from kg.model import Direction, Outcome, Status
from kg.vocabulary import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extraction.pairing_default import Link
    from kg.extraction.phrase import Phrase
    from kg.extraction.reading import Figure, Mention, Reading
    from kg.model import Sentence
    from kg.vocabulary import Vocabulary

NOUNS = word_set("fall drop cut reduction rise increase decrease decline")
GOES_ON = word_set("they these it number numbers figure rate total")
QUALITY = "quality-of-care"


@dataclass(frozen=True, slots=True)
class Change:
    """A change in a measure: which way, by what figures, how told, over which words.

    ``[start, end)`` covers the measure, the direction and the figures; ``[at, at_end)`` is the
    word that tells the change. `directness` in [0, 1] says how plainly it is told.
    """

    measure: str
    direction: Direction
    figures: tuple[Figure, ...]
    status: Status
    start: int
    end: int
    at: int
    directness: float

    @property
    def outcomes(self) -> Iterator[Outcome]:
        """Yield one outcome for each figure, or one without."""
        for figure in self.figures:
            yield Outcome(self.measure, self.direction, figure.value, figure.unit)
        if not self.figures:
            yield Outcome(self.measure, self.direction)


def gone_on(
    reading: Reading,
    vocabulary: Vocabulary,
    sentence: Sentence,
    phrase: Phrase,
    links: Mapping[int, Link],
) -> Iterator[Change]:
    """Yield changes told of a measure by a pronoun: "… but they went up 3 per cent"."""
    taken = {link.direction for link in links.values()}
    for k, (first, last, word) in enumerate(phrase.directions):
        if k in taken:
            continue
        verb = GOES_ON & set(phrase.texts(first - 3, first)) and GOES.fullmatch(
            reading.text, word.start, word.end
        )
        if not verb and not _noun_alone(phrase, first, last):
            continue
        if elsewhere(reading, sentence, word.start):
            continue
        named = [m for _, b, m in phrase.measures if b < first and is_amount(vocabulary, m)]
        named = [m for m in named if m.entity.id not in LEVELS]
        concept = vocabulary.find("measure", named[-1].entity.id) if named else None
        if concept is None:
            continue
        words = reading.text[named[-1].start : named[-1].end]
        figures = tuple(f for a, b, f in phrase.figures if last <= a <= last + 3 or b == first)[:1]
        figures = tuple(f for f in figures if fits(concept.id, f))
        yield Change(
            concept.id,
            resolve(concept, words, Direction(word.entity.id), senses_of(vocabulary)),
            figures,
            _shown(reading, sentence, phrase, k, concept.id),
            word.start,
            figures[-1].end if figures else word.end,
            word.start,
            0.65,
        )


def _shown(reading: Reading, sentence: Sentence, phrase: Phrase, k: int, measure: str) -> Status:
    """Return how a change told beside its measure is told: what "was" so has been."""
    first, last, word = phrase.directions[k]
    if phrase.words[first].text in NOUNS and {"was", "were"} & set(phrase.texts(last, last + 1)):
        return Status.REPORTED
    return hoped(status_of(reading, sentence, word.start, word.end), measure)


def _noun_alone(phrase: Phrase, first: int, last: int) -> bool:
    """Whether a noun of change has its size but no measure: "…; the actual fall was 1%"."""
    if phrase.words[first].text not in NOUNS:
        return False
    begin = max((i for i in range(first) if phrase.words[i].text in ";:,"), default=-1)
    stop = next((i for i in range(last, len(phrase.words)) if phrase.words[i].text in ";:,."), last)
    held = any(begin < a < max(stop, last) for a, _, _ in phrase.measures)
    sized = any(last <= a <= last + 2 and f.unit == "percent" for a, _, f in phrase.figures)
    return begin > 0 and sized and not held


def is_amount(vocabulary: Vocabulary, mention: Mention) -> bool:
    """Whether a mention is of a measure that rises and falls."""
    concept = vocabulary.find("measure", mention.entity.id)
    return concept is not None and concept.get("measureKind") == "amount"


def came_to_nothing(
    reading: Reading, sentence: Sentence, hoped_for: tuple[Change, ...]
) -> tuple[Change, ...]:
    """Return what came of what the sentence before hoped for: "That has not happened"."""
    short = SHORT.match(reading.text, sentence.start, sentence.end)
    told = short or CAME_TO_NOTHING.match(reading.text, sentence.start, sentence.end)
    if told is None or not (short or DENIAL.search(told[0])):
        return ()
    came = short is not None and not short["no"]
    return tuple(
        replace(
            change,
            figures=(),
            status=Status.REPORTED if came else Status.NEGATED,
            start=sentence.start,
            end=told.end(),
            at=sentence.start,
            directness=0.6,
        )
        for change in hoped_for
        if change.status is Status.EXPECTED
    )


def none_came(
    reading: Reading, sentence: Sentence, changes: tuple[Change, ...]
) -> tuple[Change, ...]:
    """Return, denied, what a sentence hoped for and then denies: "… but there have been none"."""
    last = changes[-1] if changes else None
    if last is None or last.status is Status.NEGATED:
        return ()
    said = NONE_CAME if last.status is Status.EXPECTED else NONE_THERE
    told = said.search(reading.text, last.end, sentence.end)
    if told is None:
        return ()
    denied = replace(
        last, figures=(), status=Status.NEGATED, start=last.start, end=told.end(), directness=0.6
    )
    return (denied,)


def carried_on(
    reading: Reading, vocabulary: Vocabulary, sentence: Sentence, named: Mention
) -> tuple[Change, ...]:
    """Return the change in a measure named in the sentence before, if this one goes on about it."""
    concept = vocabulary.find("measure", named.entity.id)
    found = carried(reading, sentence)
    if concept is None or found is None or is_asked(reading, sentence):
        return ()
    word, told, figure = found
    words = reading.text[named.start : named.end]
    return (
        Change(
            concept.id,
            resolve(concept, words, told, senses_of(vocabulary)),
            (figure,) if figure else (),
            hoped(status_of(reading, sentence, word.start, word.end), concept.id),
            word.start,
            figure.end if figure else word.end,
            word.start,
            0.6,
        ),
    )


def worded_so(
    reading: Reading, vocabulary: Vocabulary, sentence: Sentence, told: tuple[Change, ...]
) -> tuple[Change, ...]:
    """Return the changes told in a set form around a figure that no other change has taken."""
    if is_asked(reading, sentence):
        return ()
    taken = {figure for change in told for figure in change.figures}
    found: list[Change] = []
    for measure, figures, start, end, at in worded(reading, sentence):
        concept = vocabulary.find("measure", measure)
        if concept is None or taken & set(figures):
            continue
        status = hoped(status_of(reading, sentence, at, at + 4), measure)
        found.append(Change(measure, better(concept), figures, status, start, end, at, 0.75))
    known = {(c.measure, c.direction) for c in (*told, *found)}
    for use in uses_in(reading, sentence):
        if (use.measure, use.direction) in known or taken & set(use.figures):
            continue
        if vocabulary.find("measure", use.measure) is None:
            continue
        if elsewhere(reading, sentence, use.start):
            continue
        status = hoped(status_of(reading, sentence, use.start, use.end), use.measure)
        spot = (use.start, use.end, use.start)
        known.add((use.measure, use.direction))
        found.append(Change(use.measure, use.direction, use.figures, status, *spot, 0.75))
    return tuple(found)


def bettered_care(
    reading: Reading, vocabulary: Vocabulary, sentence: Sentence
) -> tuple[Change, ...]:
    """Return the changes in the quality of a kind of care: "to improve urgent mental care"."""
    spans = bettered(reading, sentence)
    if not spans or vocabulary.find("measure", QUALITY) is None or is_asked(reading, sentence):
        return ()
    return tuple(
        Change(
            QUALITY,
            Direction.IMPROVE,
            (),
            hoped(status_of(reading, sentence, start, start + 7), QUALITY),
            start,
            end,
            start,
            0.7,
        )
        for start, end in spans
    )


def hoped(status: Status, measure: str) -> Status:
    """Return the status of a change: better access is planned, fewer admissions but hoped for."""
    if status is not Status.PLANNED or measure in LEVELS:
        return status
    concept = default_vocabulary().find("measure", measure)
    amount = concept is not None and concept.get("measureKind") == "amount"
    return Status.EXPECTED if amount else status
