"""Changes told in a sentence: a measure, which way it went, and by how much."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from kg.extraction.answers import answered
from kg.extraction.change import (
    Change,
    bettered_care,
    came_to_nothing,
    carried_on,
    gone_on,
    hoped,
    is_amount,
    none_came,
    worded_so,
)
from kg.extraction.compared import two_figures
from kg.extraction.contentment import EXPERIENCES, contentment_in, is_share
from kg.extraction.cues import word_set
from kg.extraction.directions import OPPOSITE, senses_of
from kg.extraction.furniture import is_furniture
from kg.extraction.no_change import no_change
from kg.extraction.own_measures import LONGEST, own_measures
from kg.extraction.pairing import pair
from kg.extraction.pairing_default import inherited
from kg.extraction.phrase import Phrase, phrase_of
from kg.extraction.qualifiers import AGAINST, ELSEWHERE, SLOWER_BY, elsewhere
from kg.extraction.sizes import sizes_of
from kg.extraction.status import is_asked, status_of
from kg.extraction.unmoved import unmoved
from kg.extraction.verdicts import HARDSHIPS, LEVELS, Told, told_of
from kg.model import BlockKind, Direction, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.reading import Figure, Mention, Reading
    from kg.model import Sentence
    from kg.vocabulary import Vocabulary

SILENT = frozenset(
    {BlockKind.HEADING, BlockKind.QUESTION, BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER}
)
VAGUE = 0.75
"""Directness up to which a line that leads into a list leaves the telling to its items."""
PLANS = word_set("target targets plan plans programme programmes requirement scheme")
UNSURE = word_set("cannot can't couldn't")
SAYING = word_set("say tell know prove")
ASKING = word_set("ask asks asked asking see find wonder wonders know test examine explore")
"""Measures that are as often the means as the end: "by working together"."""
OUT_OF_VIEW = word_set("other")


def changes_in(
    reading: Reading, vocabulary: Vocabulary, sentence: Sentence, *, asked: bool = False
) -> tuple[Change, ...]:
    """Return the changes that a sentence tells, in order of place.

    A question tells none, but with `asked` it yields those it asks about.
    """
    phrase = phrase_of(reading, sentence)
    if phrase is None or (is_asked(reading, sentence) and not asked):
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
        if told.denied:
            change = replace(change, status=Status.NEGATED, figures=())
        if asked or _stands(reading, sentence, phrase, told, change, mention, last):
            found += _by_figure(reading, sentence, _beside(reading, sentence, change))
    shares = tuple(figure for figure, _, _ in contentment_in(reading, sentence))
    if shares:  # told as a level
        found = [c for c in found if c.measure not in EXPERIENCES or c.at < shares[0].start]
    found.extend(gone_on(reading, vocabulary, sentence, phrase, links))
    return tuple(found)


def _stands(
    reading: Reading,
    sentence: Sentence,
    phrase: Phrase,
    told: Told,
    change: Change,
    mention: Mention,
    last: int,
) -> bool:
    """Whether a change is told, not only thought of: "would have risen" is not."""
    if told.needs_figure and not change.figures:
        hoped = change.status in {Status.NEGATED, Status.EXPECTED} and mention.role not in {
            "cue",
            "loss",
        }
        if not hoped or PLANS & set(phrase.texts(last, last + 1)):
            return False
    if mention.role == "gain" and change.status is Status.NEGATED and change.measure in HARDSHIPS:
        return False  # posts not filled are a difficulty, not a change
    before = phrase.texts(told.first - 4, told.first)
    wider = phrase.texts(told.first - 10, told.first)
    if UNSURE & set(wider) and SAYING & set(wider):
        return False
    if "whether" in wider or ("if" in wider and ASKING & set(wider)):
        return False
    if "?" in reading.text[change.at : sentence.end] or elsewhere(reading, sentence, change.at):
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
    before: tuple[Change, ...] = ()
    where, idle = -1, False
    for sentence in reading.document.sentences:
        block = blocks[sentence.block]
        if sentence.block != where:
            where, idle = sentence.block, is_furniture(reading, block)
        if block.kind in SILENT or idle:
            carry = None
            continue
        if sentence.end - sentence.start > LONGEST:
            carry, before = None, ()
            continue
        changes = changes_in(reading, vocabulary, sentence)
        if not changes:
            changes = answered(
                reading, sentence, partial(changes_in, reading, vocabulary, asked=True)
            )
        measures = own_measures(reading, sentence)
        if not measures and not changes and carry is not None:
            changes = carried_on(reading, vocabulary, sentence, carry)
        if not measures and not changes and before:
            changes = came_to_nothing(reading, sentence, before)
        changes += none_came(reading, sentence, changes)
        changes += bettered_care(reading, vocabulary, sentence)
        worded = worded_so(reading, vocabulary, sentence, changes)
        changes = (*(c for c in changes if not _meant(c, worded)), *worded)
        changes += two_figures(reading, vocabulary, sentence, measures, changes)
        changes += tuple(unmoved(reading, vocabulary, sentence, measures, changes))
        changes += tuple(no_change(reading, vocabulary, sentence, measures, changes))
        named = [m for m in measures if m.role not in {"cue", "gain", "loss"}]
        amounts = {m.entity: m for m in named if is_amount(vocabulary, m)}
        if len(amounts) == 1:
            carry = next(iter(amounts.values()))
        elif not changes or measures:
            carry = None
        if reading.text[sentence.start : sentence.end].rstrip().endswith(":"):
            changes = tuple(c for c in changes if c.directness > VAGUE)
        before = changes
        if changes:
            found.append((sentence, changes))
    return tuple(found)


def _meant(change: Change, worded: tuple[Change, ...]) -> bool:
    """Whether a wording tells better: what "saved" tells of, or which way a measure went."""
    if any(
        w.measure == change.measure
        and w.direction is OPPOSITE.get(change.direction)
        and w.start <= change.start < w.end
        for w in worded
    ):
        return True
    if not change.figures and any(
        w.measure == change.measure
        and w.figures
        and w.direction is change.direction
        and w.start < change.end
        and change.start < w.end
        for w in worded
    ):
        return True
    return (
        change.measure == "cost-savings"
        and not change.figures
        and any(w.start <= change.end and change.start <= w.end for w in worded)
    )


def _beside(reading: Reading, sentence: Sentence, change: Change) -> Change:
    """Return the change, a rise that is smaller than elsewhere as the fall the guide makes it."""
    if change.direction is not Direction.INCREASE or len(change.figures) != 1:
        return change
    if change.measure in LEVELS or change.measure == "cost-savings":
        return change
    own = change.figures[0]
    if SLOWER_BY.match(reading.text, own.end, sentence.end):
        return replace(change, direction=Direction.DECREASE, figures=())
    for other in reading.figures_within(own.end, sentence.end):
        gap = reading.text[own.end : other.start]
        greater = other.unit == own.unit and other.value > own.value
        there = ELSEWHERE.search(reading.text, other.end, sentence.end)
        if greater and there and AGAINST.search(gap):
            return replace(change, direction=Direction.DECREASE, figures=())
    return change


def _by_figure(reading: Reading, sentence: Sentence, change: Change) -> Iterator[Change]:
    """Yield a saving, and apart from it the sums still hoped for: "saved £1m, and aim for £2m"."""
    later = [
        f
        for f in change.figures[1:]
        if status_of(reading, sentence, f.start, f.end) is Status.EXPECTED
    ]
    if change.measure != "cost-savings" or change.status is not Status.REPORTED or not later:
        yield change
        return
    kept = tuple(f for f in change.figures if f not in later)
    yield replace(change, figures=kept, end=kept[-1].end)
    yield replace(
        change,
        figures=tuple(later),
        status=Status.EXPECTED,
        start=later[0].start,
        end=later[-1].end,
        at=later[0].start,
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
    figures = tuple(f for _, _, f in sizes)
    quality = mention.role == "gain" and told.direction is Direction.IMPROVE
    level = quality and is_share(reading.text, mention, figures)
    return Change(
        mention.entity.id,
        Direction.LEVEL if level else told.direction,
        tuple(f for _, _, f in sizes),
        status,
        min(a for a, _ in spans),
        max(b for _, b in spans),
        core[0],
        told.directness,
    )
