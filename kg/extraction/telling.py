"""What rules ask of a scene: is it told at all, in which clause, and under which cue words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.extraction.kept import kept
from kg.model import Block, BlockKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extraction.owners import Owner
    from kg.extraction.reading import Mention, Reading
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

SILENT = frozenset({BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER, BlockKind.QUESTION})
NAMED = ("org", "vanguard", "person", "programme")
REACHES = {"sentence": 1.0, "pronoun": 0.96, "paragraph": 0.9, "section": 0.88, "document": 0.88}
ROLES = {"pref": 1.0, "alt": 1.0, "case": 0.95, "hidden": 0.95, "cue": 0.8}
LONGEST = 290
REACH = 400
"""Characters on either side of a mention in which a rule looks for what goes with it."""
DEPTH = 5
"""How many blocks up a rule looks for what introduces a line."""

_EDGE = re.compile(
    r"[;:—–]\s|[.!?]\s|,\s+(?=(?:but|and|while|whilst|which|who|where|with|so|although|though"
    r"|because|as)\b)|\s(?=(?:but|although|though|whereas|because|while|whilst)\s)",
)


_SOLVED = re.compile(r"\b(?:solve|put right|address|tackle|want(?:ed)? to)\b", re.IGNORECASE)


def told_sentences(scene: Scene, *, headings: bool = False) -> Iterator[Sentence]:
    """Yield the sentences that can state a fact: no question, boilerplate or (bare) heading."""
    yield from _telling(scene.reading, headings)


@kept
def _telling(reading: Reading, headings: bool) -> tuple[Sentence, ...]:
    """Return the telling sentences; every rule asks for them."""
    blocks = reading.document.blocks
    passed = SILENT if headings else SILENT | {BlockKind.HEADING}
    return tuple(
        s
        for s in reading.document.sentences
        if blocks[s.block].kind not in passed and not is_question(reading, s)
    )


def is_question(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence asks instead of telling."""
    end = reading.text[max(sentence.start, sentence.end - 9) : sentence.end]
    return end.rstrip(" ’'\"”)\n").endswith("?")


@kept
def _cues(reading: Reading, names: tuple[str, ...]) -> tuple[list[int], list[Mention]]:
    """Return the cues of these groups that stand in no name, and where each starts."""
    free = [m for m in _free_cues(reading) if m.entity.id in names]
    return [m.start for m in free], free


@kept
def _free_cues(reading: Reading) -> tuple[Mention, ...]:
    """Return the cues of a reading that stand in no name."""
    ends: list[tuple[int, int]] = sorted((m.start, m.end) for m in reading.of_kinds(*NAMED))
    starts = [s for s, _ in ends]
    found: list[Mention] = []
    for mention in reading.of_kinds("cue"):
        i = bisect_right(starts, mention.start)
        if not any(mention.end <= e for _, e in ends[max(0, i - 3) : i]):
            found.append(mention)
    return tuple(found)


def cues_within(scene: Scene, start: int, end: int, *names: str) -> Sequence[Mention]:
    """Return the cues of these groups inside ``[start, end)`` that are part of no name."""
    starts, cues = _cues(scene.reading, names)
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    return [c for c in cues[first:last] if c.end <= end] if first < last else ()


def cue_in(scene: Scene, start: int, end: int, *names: str) -> Mention | None:
    """Return the first cue of these groups inside ``[start, end)``, or None."""
    found = cues_within(scene, start, end, *names)
    return found[0] if found else None


def last_cue_in(scene: Scene, start: int, end: int, *names: str) -> Mention | None:
    """Return the last cue of these groups inside ``[start, end)``, or None."""
    found = cues_within(scene, start, end, *names)
    return found[-1] if found else None


def clause(scene: Scene, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the clause of the sentence that holds ``[start, end)``, short enough to quote."""
    return _clause(scene.reading, sentence, start, end)


@kept
def _clause(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the clause; most rules ask for that of each of their mentions."""
    first, last = sentence.start, sentence.end
    low, high = near(sentence, start, end)
    for begin, stop in _edges(reading, low, high):
        if stop <= start:
            first = stop
        elif begin >= end:
            last = begin
            break
    return shortened(first, last, start, end)


@kept
def _edges(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    return [m.span() for m in _EDGE.finditer(reading.text, start, end)]


def near(sentence: Sentence, start: int, end: int, reach: int = 0) -> tuple[int, int]:
    """Return the part of a sentence within `reach` characters of ``[start, end)``.

    What ties words together stands near; a bound keeps a sentence without end from costing more
    than its length.
    """
    reach = reach or REACH
    return max(sentence.start, start - reach), min(sentence.end, end + reach)


def shortened(first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Return ``[first, last)`` cut to the longest quote allowed, around ``[start, end)``."""
    if last - first <= LONGEST:
        return first, last
    if end - first <= LONGEST:
        return first, min(last, first + LONGEST)
    spare = max(0, LONGEST - (end - start))
    first = max(first, start - spare // 2)
    return first, min(last, first + LONGEST)


def whole(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the sentence, short enough to quote, around ``[start, end)``."""
    return shortened(sentence.start, sentence.end, start, end)


def scopes(scene: Scene, sentence: Sentence) -> Iterator[Block]:
    """Yield the blocks that introduce a sentence's block, the nearest first."""
    return _scopes(scene.reading, sentence)


def _scopes(reading: Reading, sentence: Sentence) -> Iterator[Block]:
    blocks = reading.document.blocks
    index = blocks[sentence.block].scope
    for _ in range(DEPTH):
        if index is None:
            return
        yield blocks[index]
        index = blocks[index].scope


def scoped_by(scene: Scene, sentence: Sentence, *names: str) -> Block | None:
    """Return the nearest question, heading or lead-in above that holds such a cue, or None.

    The nearest decides: one without the cue hides those above it. A question about what was to be
    solved asks for no barrier.
    """
    return _scoped_by(scene.reading, sentence, names)


@kept
def _scoped_by(reading: Reading, sentence: Sentence, names: tuple[str, ...]) -> Block | None:
    asked = _asked_before(reading, sentence)
    if asked is not None:
        return asked if _holds(reading, asked.start, asked.end, names) else None
    for block in _scopes(reading, sentence):
        if block.kind is BlockKind.QUESTION and _SOLVED.search(
            reading.text, block.start, block.end
        ):
            return None
        if _holds(reading, block.start, block.end, names):
            return block
        if block.kind in {BlockKind.HEADING, BlockKind.QUESTION, BlockKind.PARAGRAPH}:
            return None
    return None


@kept
def _asked_before(reading: Reading, sentence: Sentence) -> Block | None:
    """Return the question that a paragraph puts and this sentence of it answers, as a block."""
    document = reading.document
    at = bisect_left(document.sentences, sentence)
    for before in reversed(document.sentences[max(0, at - ANSWERS) : at]):
        if before.block != sentence.block:
            return None
        if is_question(reading, before):
            return Block(before.start, before.end, BlockKind.QUESTION)
    return None


ANSWERS = 4
"""Sentences after a question inside a paragraph that answer it."""


def following(scene: Scene, sentence: Sentence, most: int) -> tuple[Sentence, ...]:
    """Return a sentence and those after it in its block, at most so many."""
    sentences = scene.reading.document.sentences
    first = bisect_left(sentences, sentence)
    return tuple(s for s in sentences[first : first + most] if s.block == sentence.block)


def previous(scene: Scene, sentence: Sentence) -> Sentence | None:
    """Return the sentence before one, of the same block or of a heading right above it."""
    sentences = scene.reading.document.sentences
    at = bisect_left(sentences, sentence)
    before = sentences[at - 1] if at else None
    blocks = scene.reading.document.blocks
    if before is None or before.block == sentence.block:
        return before
    return before if blocks[before.block].kind is BlockKind.HEADING else None


def in_name(scene: Scene, mention: Mention, *others: str) -> bool:
    """Whether the words are part of a name: an organisation's, person's, vanguard's …"""
    around = scene.reading.within(max(0, mention.start - 120), mention.end + 120, *NAMED, *others)
    return any(m.start <= mention.start and mention.end <= m.end for m in around)


def without_wishes(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims, a mere wish left out where the same is also told as so.

    For what is done and for whom: to hope again for what one has is no news.
    """
    told = list(claims)
    done = {(c.subject, c.object) for c in told if c.status is Status.REPORTED}
    for claim in told:
        if claim.status is not Status.EXPECTED or (claim.subject, claim.object) not in done:
            yield claim


@kept
def _holds(reading: Reading, start: int, end: int, names: tuple[str, ...]) -> bool:
    """Whether a span holds one of these cues; asked again for each line that a block introduces."""
    starts, cues = _cues(reading, names)
    found = cues[bisect_left(starts, start) : bisect_left(starts, end)]
    return any(c.end <= end for c in found)


def sure(base: float, owner: Owner | None, role: str = "pref") -> float:
    """Return a confidence in [0, 1]: the rule's own, less for a far owner or a vague label."""
    reach = REACHES.get(owner.reach, 0.85) if owner else 1.0
    return round(min(1.0, base * reach * ROLES.get(role, 0.9)), 3)


def words(reading: Reading, start: int, end: int) -> str:
    """Return the text of a span with white space folded, in lower case."""
    return " ".join(reading.text[start:end].split()).casefold()
