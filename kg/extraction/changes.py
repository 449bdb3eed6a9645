"""Changes told in a sentence: a measure, which way it went, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.carried import GOES, bettered, carried
from kg.extraction.cues import word_set
from kg.extraction.directions import resolve, senses_of
from kg.extraction.pairing import Link, inherited, pair
from kg.extraction.phrase import Phrase, phrase_of
from kg.extraction.sizes import fits, sizes_of
from kg.extraction.status import is_asked, status_of
from kg.extraction.verdicts import LEVELS, Told, told_of
from kg.model import BlockKind, Direction, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extraction.reading import Figure, Mention, Reading
    from kg.model import Sentence
    from kg.vocabulary import Vocabulary

SILENT = frozenset(
    {BlockKind.HEADING, BlockKind.QUESTION, BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER}
)
VAGUE = 0.75
"""Directness up to which a line that leads into a list leaves the telling to its items."""
PLANS = word_set("target targets plan plans programme programmes requirement scheme")
QUALITY = "quality-of-care"
"""Measures that are as often the means as the end: "by working together"."""
OUT_OF_VIEW = word_set("other")


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


def changes_in(reading: Reading, vocabulary: Vocabulary, sentence: Sentence) -> tuple[Change, ...]:
    """Return the changes that a sentence tells, in order of place; a question tells none."""
    phrase = phrase_of(reading, sentence)
    if phrase is None or is_asked(reading, sentence):
        return ()
    senses = senses_of(vocabulary)
    links = {i: link for i, link in enumerate(pair(phrase)) if link is not None}
    links.update(inherited(phrase, links))
    sizes = sizes_of(phrase, links)
    found: list[Change] = []
    for i, (first, last, mention) in enumerate(phrase.measures):
        concept = vocabulary.find("measure", mention.entity.id)
        if concept is None or any(t in OUT_OF_VIEW for t in phrase.texts(first - 4, first)):
            continue
        told = told_of(phrase, i, concept, links.get(i), senses, reading)
        if told is None:
            continue
        change = _change(reading, sentence, phrase, (first, last, mention), told, sizes.get(i, ()))
        if _stands(phrase, told, change, mention, last):
            found.append(change)
    found.extend(_gone_on(reading, vocabulary, sentence, phrase, links))
    return tuple(found)


def _gone_on(
    reading: Reading,
    vocabulary: Vocabulary,
    sentence: Sentence,
    phrase: Phrase,
    links: Mapping[int, Link],
) -> Iterator[Change]:
    """Yield changes told of a measure by a pronoun: "… but they went up 3 per cent"."""
    taken = {link.direction for link in links.values()}
    for k, (first, last, word) in enumerate(phrase.directions):
        if k in taken or not {"they", "these", "it"} & set(phrase.texts(first - 3, first)):
            continue
        if not GOES.fullmatch(reading.text, word.start, word.end):
            continue
        named = [m for _, b, m in phrase.measures if b <= first - 1 and _amount(vocabulary, m)]
        concept = vocabulary.find("measure", named[-1].entity.id) if named else None
        if concept is None:
            continue
        words = reading.text[named[-1].start : named[-1].end]
        figures = tuple(f for a, _, f in phrase.figures if last <= a <= last + 3)[:1]
        figures = tuple(f for f in figures if fits(concept.id, f))
        yield Change(
            concept.id,
            resolve(concept, words, Direction(word.entity.id), senses_of(vocabulary)),
            figures,
            hoped(status_of(reading, sentence, word.start, word.end), concept.id),
            word.start,
            figures[-1].end if figures else word.end,
            word.start,
            0.65,
        )


def _stands(phrase: Phrase, told: Told, change: Change, mention: Mention, last: int) -> bool:
    """Whether a change is told, not only thought of: "would have risen" is not."""
    if told.only_denied and change.status is not Status.NEGATED:
        return False
    if told.needs_figure and not change.figures:
        hoped = change.status in {Status.NEGATED, Status.EXPECTED} and mention.role != "cue"
        if not hoped or PLANS & set(phrase.texts(last, last + 1)):
            return False
    before = phrase.texts(told.first - 4, told.first)
    if "whether" in phrase.texts(told.first - 10, told.first):
        return False
    return not ("would" in before and "have" in before and change.status is Status.EXPECTED)


@lru_cache(maxsize=1)
def all_changes(
    reading: Reading, vocabulary: Vocabulary
) -> tuple[tuple[Sentence, tuple[Change, ...]], ...]:
    """Return the sentences of a document that tell changes, with them.

    Headings announce what the text beneath tells; front matter and furniture tell nothing. Only
    the last document's answer is kept, for the rules that share it.
    """
    blocks = reading.document.blocks
    found: list[tuple[Sentence, tuple[Change, ...]]] = []
    carry: Mention | None = None
    for sentence in reading.document.sentences:
        if blocks[sentence.block].kind in SILENT:
            carry = None
            continue
        changes = changes_in(reading, vocabulary, sentence)
        measures = reading.mentions_in(sentence, "measure")
        if not measures and carry is not None:
            changes = _carried_on(reading, vocabulary, sentence, carry)
        changes += _bettered(reading, vocabulary, sentence)
        named = [m for m in measures if m.role not in {"cue", "gain", "loss"}]
        amounts = {m.entity: m for m in named if _amount(vocabulary, m)}
        if len(amounts) == 1:
            carry = next(iter(amounts.values()))
        elif not changes or measures:
            carry = None
        if reading.text[sentence.start : sentence.end].rstrip().endswith(":"):
            changes = tuple(c for c in changes if c.directness > VAGUE)
        if changes:
            found.append((sentence, changes))
    return tuple(found)


def _amount(vocabulary: Vocabulary, mention: Mention) -> bool:
    """Whether a mention is of a measure that rises and falls."""
    concept = vocabulary.find("measure", mention.entity.id)
    return concept is not None and concept.get("measureKind") == "amount"


def _carried_on(
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


def _bettered(reading: Reading, vocabulary: Vocabulary, sentence: Sentence) -> tuple[Change, ...]:
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


def _change(
    reading: Reading,
    sentence: Sentence,
    phrase: Phrase,
    place: tuple[int, int, Mention],
    told: Told,
    sizes: Sequence[tuple[int, int, Figure]],
) -> Change:
    """Put a change together, with its status and the words it covers."""
    mention = place[2]
    words = phrase.words
    core = (words[told.first].start, words[told.last - 1].end)
    status = hoped(status_of(reading, sentence, *core), mention.entity.id)
    spans = [(mention.start, mention.end), core, *((f.start, f.end) for _, _, f in sizes)]
    return Change(
        mention.entity.id,
        told.direction,
        tuple(f for _, _, f in sizes),
        status,
        min(a for a, _ in spans),
        max(b for _, b in spans),
        core[0],
        told.directness,
    )


def hoped(status: Status, measure: str) -> Status:
    """Return the status of a change: one decides on a service, a change one can but hope for."""
    return Status.EXPECTED if status is Status.PLANNED and measure not in LEVELS else status
