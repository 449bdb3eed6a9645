"""Changes told in a sentence: a measure, which way it went, and by how much."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

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
from kg.extraction.contentment import EXPERIENCES, contentment_in
from kg.extraction.cues import word_set
from kg.extraction.directions import senses_of
from kg.extraction.furniture import is_furniture
from kg.extraction.pairing import inherited, pair
from kg.extraction.phrase import LONGEST, Phrase, own_measures, phrase_of
from kg.extraction.qualifiers import AGAINST, ELSEWHERE, SLOWER_BY, elsewhere
from kg.extraction.sizes import sizes_of
from kg.extraction.status import is_asked, status_of
from kg.extraction.verdicts import LEVELS, Told, told_of
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
ANSWER = re.compile(
    r"[\W]*(?:A[.:]\s*)?(?:(?P<no>no\b(?! doubt)|not (?:so far|yet|really|at all|as yet)"
    r"|sadly not|none|(?:it|they|we)\s+(?:(?:has|have|is|are|do|does|did) not|\w+n['’]t))"
    r"|yes\b|(?:it|they|we) (?:has|have|is|are|do|does|did)\b(?=\s*[.,;!]|\s+indeed))",
    re.IGNORECASE,
)
"""A plain yes or no."""
WHETHER = re.compile(r"\W*(?:Q[.:]\s*)?(?:has|have|is|are|was|were|did|do|does)\b", re.IGNORECASE)
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
    if told.only_denied and change.status is not Status.NEGATED:
        return False
    if told.needs_figure and not change.figures:
        hoped = change.status in {Status.NEGATED, Status.EXPECTED} and mention.role not in {
            "cue",
            "loss",
        }
        if not hoped or PLANS & set(phrase.texts(last, last + 1)):
            return False
    before = phrase.texts(told.first - 4, told.first)
    wider = phrase.texts(told.first - 10, told.first)
    if UNSURE & set(wider) and SAYING & set(wider):
        return False
    if "whether" in wider or ("if" in wider and ASKING & set(wider)):
        return False
    if "?" in reading.text[change.at : sentence.end] or elsewhere(
        reading.text, sentence, change.at
    ):
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
            changes = _answered(reading, vocabulary, sentence)
        measures = own_measures(reading, sentence)
        if not measures and carry is not None:
            changes = carried_on(reading, vocabulary, sentence, carry)
        if not measures and not changes and before:
            changes = came_to_nothing(reading, sentence, before)
        changes += none_came(reading, sentence, changes)
        changes += bettered_care(reading, vocabulary, sentence)
        worded = worded_so(reading, vocabulary, sentence, changes)
        changes = (*(c for c in changes if not _meant(c, worded)), *worded)
        changes += two_figures(reading, vocabulary, sentence, measures, changes)
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


def _answered(reading: Reading, vocabulary: Vocabulary, sentence: Sentence) -> tuple[Change, ...]:
    """Return the changes that the question above asks about, where a yes or no answers it."""
    document = reading.document
    block = document.blocks[sentence.block]
    answer = ANSWER.match(reading.text, sentence.start, sentence.end)
    first = next(iter(document.sentences_of(sentence.block)), None)
    if answer is None or block.scope is None or first != sentence:
        return ()
    if document.blocks[block.scope].kind is not BlockKind.QUESTION:
        return ()
    status = Status.NEGATED if answer["no"] else Status.REPORTED
    asked = tuple(document.sentences_of(block.scope))[-1:]
    return tuple(
        replace(
            change,
            status=status,
            figures=(),
            start=sentence.start,
            end=sentence.end,
            at=sentence.start,
            directness=0.7,
        )
        for question in asked
        if WHETHER.match(reading.text, question.start)
        for change in changes_in(reading, vocabulary, question, asked=True)
    )


def _meant(change: Change, worded: tuple[Change, ...]) -> bool:
    """Whether "saved" tells of what a wording has it tell: bed days, appointments, hours."""
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
