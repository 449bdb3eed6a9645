"""Changes told in a sentence: a measure, which way it went, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.carried import GOES, bettered, carried
from kg.extraction.directions import Senses, better, resolve, senses_of, worse
from kg.extraction.pairing import Link, inherited, pair
from kg.extraction.phrase import Phrase, phrase_of
from kg.extraction.sizes import fits, sizes_of
from kg.extraction.status import is_asked, status_of
from kg.model import BlockKind, Direction, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extraction.reading import Figure, Mention, Reading
    from kg.model import Sentence
    from kg.vocabulary import Concept, Vocabulary

FEARS = frozenset(
    "fear fears feared risk risks worry worries worried warn warns warned threat unless".split()
)
UNDONE = frozenset(
    """reduce reduces reduced reducing avoid avoids avoided avoiding prevent prevents prevented
    preventing tackle tackled tackling address addressed addressing overcome overcoming end ended
    ending stop stopped stopping eliminate eliminated eliminating deal less fewer fix fixing
    minimise minimised minimising relieve relieving ease easing cut cutting resolve resolved
    removing removed remove without""".split()
)
EFFECTS = frozenset("difference differences change changes effect effects impact impacts".split())
SILENT = frozenset(
    {BlockKind.HEADING, BlockKind.QUESTION, BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER}
)
VAGUE = 0.75
"""Directness up to which a line that leads into a list leaves the telling to its items."""
PLANS = frozenset("target targets plan plans programme programmes requirement scheme".split())
QUALITY = "quality-of-care"
WAYS = frozenset({"collaboration", "information-sharing"})
"""Measures that are as often the means as the end: "by working together"."""
DOINGS = frozenset("work working share sharing collaborate collaborating".split())
DOING_BEFORE = frozenset("were are was is now been being truly really all better".split())
OUT_OF_VIEW = frozenset("other".split())
AMOUNTS = frozenset({Direction.INCREASE, Direction.DECREASE})
LEVELS = frozenset({"coverage", "service-uptake"})
"""Measures mostly told as a level; see `rules.outcome_levels`."""


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
    links = dict(enumerate(pair(phrase)))
    links = {i: link for i, link in links.items() if link is not None}
    links.update(inherited(phrase, links))
    sizes = sizes_of(phrase, links)
    found: list[Change] = []
    for i, (first, last, mention) in enumerate(phrase.measures):
        concept = vocabulary.find("measure", mention.entity.id)
        if concept is None or any(t in OUT_OF_VIEW for t in phrase.texts(first - 4, first)):
            continue
        told = _told(phrase, i, concept, links.get(i), senses, reading)
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
            _hoped(status_of(reading, sentence, word.start, word.end), concept.id),
            word.start,
            figures[-1].end if figures else word.end,
            word.start,
            0.65,
        )


def _stands(phrase: Phrase, told: _Told, change: Change, mention: Mention, last: int) -> bool:
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
            _hoped(status_of(reading, sentence, word.start, word.end), concept.id),
            word.start,
            figure.end if figure else word.end,
            word.start,
            0.6,
        ),
    )


def _bettered(
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
            _hoped(status_of(reading, sentence, start, start + 7), QUALITY),
            start,
            end,
            start,
            0.7,
        )
        for start, end in spans
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a measure is told to do, by the words ``[first, last)``."""

    direction: Direction
    first: int
    last: int
    directness: float
    needs_figure: bool = False
    only_denied: bool = False


def _told(
    phrase: Phrase,
    i: int,
    concept: Concept,
    link: Link | None,
    senses: Senses,
    reading: Reading,
) -> _Told | None:
    """Return what measure number `i` of the phrase is told to do, if anything."""
    first, last, mention = phrase.measures[i]
    if mention.role == "gain":
        if phrase.texts(first - 1, first) == ("about",):
            return None
        if concept.id in WAYS and _means(phrase, first):
            return None
        return _Told(better(concept), first, last, 0.85)
    if mention.role == "loss":
        return _loss(phrase, first, last, concept)
    if concept.id in LEVELS and mention.role == "cue":
        return None
    if link is not None:
        a, b, word = phrase.directions[link.direction]
        told = Direction.DECREASE if link.slower else Direction(word.entity.id)
        if concept.id in LEVELS and told not in AMOUNTS:
            return None
        if told is Direction.MAINTAIN and "longer" in phrase.texts(last, last + 4):
            told = Direction.IMPROVE
        words = reading.text[mention.start : mention.end]
        directness = 0.9 - 0.2 * (mention.role == "cue") - 0.15 * (word.role == "cue")
        return _Told(
            resolve(concept, words, told, senses), a, b, directness - 0.01 * min(link.gap, 10)
        )
    if concept.id == "cost-savings":
        return _Told(better(concept), first, last, 0.85, needs_figure=True)
    if _shared_doing(phrase, first, mention, concept):
        return _Told(better(concept), first, last, 0.6)
    near = range(max(0, first - 5), first)
    for k in near:
        if phrase.words[k].text in EFFECTS and not phrase.breaks(k, first):
            return _Told(better(concept), k, k + 1, 0.7, only_denied=True)
    return None


def _means(phrase: Phrase, first: int) -> bool:
    """Whether the words are told as a means: behind "by", or in an opening "By …,"."""
    if {"by", "through"} & set(phrase.texts(first - 2, first)):
        return True
    return phrase.words[0].text in {"by", "through"} and "," not in phrase.texts(0, first)


def _shared_doing(phrase: Phrase, first: int, mention: Mention, concept: Concept) -> bool:
    """Whether the measure is something done together, as a clause's own verb or aim.

    "They were sharing information", "to have them work together"; not "by working together".
    """
    if concept.id not in WAYS or mention.role == "cue":
        return False
    if phrase.words[first].text not in DOINGS:
        return False
    before = phrase.texts(first - 1, first)
    return bool(before) and (
        before[0] in DOING_BEFORE
        or before[0].isalpha()
        and ("have" in phrase.texts(first - 12, first) and "to" in phrase.texts(first - 14, first))
    )


def _loss(phrase: Phrase, first: int, last: int, concept: Concept) -> _Told | None:
    """Return what a wording of loss tells: undone, or feared; a bare one tells no change."""
    for k in range(first - 1, max(-1, first - 6), -1):
        if phrase.breaks(k, first):
            break
        if phrase.words[k].text in UNDONE:
            return _Told(better(concept), k, k + 1, 0.75)
    for k in range(first - 1, max(-1, first - 8), -1):
        if phrase.words[k].text in FEARS:
            return _Told(worse(concept), first, last, 0.6)
    return None


def _change(
    reading: Reading,
    sentence: Sentence,
    phrase: Phrase,
    place: tuple[int, int, Mention],
    told: _Told,
    sizes: Sequence[tuple[int, int, Figure]],
) -> Change:
    """Put a change together, with its status and the words it covers."""
    first, last, mention = place
    words = phrase.words
    core = (words[told.first].start, words[told.last - 1].end)
    status = _hoped(status_of(reading, sentence, *core), mention.entity.id)
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


def _hoped(status: Status, measure: str) -> Status:
    """Return the status of a change: one decides on a service, a change one can but hope for."""
    return Status.EXPECTED if status is Status.PLANNED and measure not in LEVELS else status
