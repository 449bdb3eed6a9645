"""How a fact is told: reported, planned, expected or negated.

The method is that of NegEx and ConText (Chapman et al., 2001; Harkema et al., 2009): cue phrases
govern the words of their clause that follow them (some: that precede them), and the nearest
decides. Beyond it: "to improve" after an action is a purpose, and a fragment in a list or under
a heading is told as the line that leads into it. The phrases are data: `statuses.ttl`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.clauses import (
    FINITE,
    PAST,
    REACH,
    RELATIVES,
    begins_bare,
    clause_end,
    clause_start,
    is_finite,
)
from kg.extraction.cues import Cue, CueFinder, Word, word_set, words_of
from kg.extraction.denials import spent, unshown
from kg.extraction.kept import kept
from kg.model import BlockKind, Status
from kg.vocabulary import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.reading import Reading
    from kg.model import Block, Sentence

ORDER = (Status.NEGATED, Status.EXPECTED, Status.PLANNED, Status.REPORTED)
NEGATION_REACH = 14
"""Words over which a negation governs."""
AFTER_REACH = 12
"""Words behind the span in which an after-cue governs it."""
SCOPE_DEPTH = 4
"""Blocks climbed from a fragment to the line that tells how it is meant."""
IMPERSONAL = word_set("be been have")
TOLD = PAST | word_set("has have had was were did")
"""Verbs that tell what has been: with one behind it, a span is no fragment."""
BIDDEN = word_set(
    """
    ensure provide make help give keep support enable build create develop deliver offer bring
    """
)
"""Verbs that open an item of what is to be done."""
MODALS = word_set("to might not should could may shall would can will")


@cache
def _finder(which: str) -> CueFinder:
    """Return the finder of one sort of cue: ``before``, ``after`` or ``scope``."""
    rows: list[tuple[str, str]] = []
    for status in ORDER:
        concept = default_vocabulary().find("status", status.value)
        if concept is None:
            continue
        if which == "before":
            texts = concept.texts("pref", "alt", "hidden")
        else:
            texts = tuple(v for k, v in concept.properties if k == f"{which}Cue")
        rows += [(text, status.value) for text in texts]
    return CueFinder(rows)


@cache
def _fact_words() -> frozenset[str]:
    """Return the words after which "to" opens no purpose ("helped to", "admission to")."""
    concept = default_vocabulary().find("status", "reported")
    return (
        frozenset(v for k, v in concept.properties if k == "factWord") if concept else frozenset()
    )


@kept
def _read(reading: Reading, start: int, end: int) -> tuple[tuple[Word, ...], tuple[Cue, ...]]:
    """Return the words of a sentence and the cues that govern what follows them."""
    words = words_of(reading, start, end)
    return words, tuple(_finder("before").find(words))


def status_of(reading: Reading, sentence: Sentence, start: int, end: int) -> Status:
    """Return how the words ``[start, end)`` of a sentence are told."""
    words, cues = _read(reading, sentence.start, sentence.end)
    first = bisect_right(words, start, key=lambda w: w.end)
    last = bisect_left(words, end, key=lambda w: w.start)
    told = Status.NEGATED if unshown(words, first) else _told(words, cues, first, last)
    told = told or _inside(words, first, last)
    if told is not None:
        return told
    block = reading.document.blocks[sentence.block]
    listed = block.kind is BlockKind.LIST_ITEM and begins_bare(words)
    bidden = listed and (words[0].text in BIDDEN or _is_base_verb(words[0].text))
    lead = _lead(reading, sentence, SCOPE_DEPTH) if bidden else None
    if lead is not None:
        return lead
    if is_finite(words, max(0, first - REACH), first) or (
        first < len(words) and words[first].text in FINITE
    ):
        return Status.REPORTED
    if any(w.text in TOLD for w in words[first : clause_end(words, last)]):
        return Status.REPORTED
    lead = None if bidden else _lead(reading, sentence, SCOPE_DEPTH)
    if lead is not None:
        return lead
    return Status.EXPECTED if listed and first <= 1 else Status.REPORTED


def _inside(words: Sequence[Word], first: int, last: int) -> Status | None:
    """Return what a modal inside the span makes of it: "services should be more secure"."""
    inner = {w.text for w in words[first + 1 : last - 1]}
    if "will" in inner:
        return Status.PLANNED
    return Status.EXPECTED if inner & _HOPING else None


_HOPING = word_set("should could might may")


def is_asked(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the sentence is a question, which claims nothing."""
    if reading.document.blocks[sentence.block].kind is BlockKind.QUESTION:
        return True
    return reading.text[sentence.start : sentence.end].rstrip(" \t\n\"'’”)").endswith("?")


def _told(words: Sequence[Word], cues: Sequence[Cue], first: int, last: int) -> Status | None:
    """Return what the cues in the clause of the span say, or None where there is none."""
    begin = clause_start(words, first)
    near = bisect_left(cues, begin, key=lambda c: c.first)
    before = cues[near : bisect_left(cues, first, key=lambda c: c.first)]
    purpose = _purpose(words, before, begin, first)
    if last < len(words) and words[last].text == "neither":
        return Status.NEGATED
    own = first < len(words) and words[first].text in FINITE
    after = None if own or is_finite(words, begin, first) else _after(words, last)
    if after is Status.NEGATED:
        return after
    for cue in reversed(before):
        if cue.means == Status.REPORTED.value and not _resets(words, cue):
            continue
        if purpose >= cue.last and cue.means != Status.NEGATED.value:
            return Status.EXPECTED
        status = Status(cue.means)
        if status is Status.NEGATED:
            if first - cue.last > NEGATION_REACH or spent(words, begin, cue, first):
                continue
            return status
        if status is Status.PLANNED and after is Status.EXPECTED:
            return after
        return _under(words, before, cue, first) or status
    return Status.EXPECTED if purpose >= 0 else after


def _under(words: Sequence[Word], before: Sequence[Cue], near: Cue, first: int) -> Status | None:
    """Return what an earlier cue makes of the nearest one: "not expected", "hope it will"."""
    if near.means == Status.REPORTED.value:
        return None
    for cue in before:
        if cue.first >= near.first:
            break
        if cue.means == Status.NEGATED.value and near.first - cue.last <= 2:
            return Status.NEGATED
        if cue.means == Status.EXPECTED.value and near.means == Status.PLANNED.value:
            return Status.EXPECTED
    if near.means == Status.PLANNED.value and near.last < min(first, len(words)):
        following = words[near.last].text
        if following == "have" and words[near.first].text in {"will", "they'll", "we'll"}:
            return Status.EXPECTED
    return None


def _resets(words: Sequence[Word], cue: Cue) -> bool:
    """Return whether a cue of fact is a finite verb of its own ("has led to", "managed to")."""
    head = words[cue.first].text
    if not (head in FINITE or head.endswith("ed") or head in {"led", "began", "came", "have"}):
        return False
    return cue.first == 0 or words[cue.first - 1].text not in MODALS | IMPERSONAL


def _purpose(words: Sequence[Word], cues: Sequence[Cue], begin: int, first: int) -> int:
    """Return the place of the last "to" of purpose ahead of the span, or -1."""
    held = {i for c in cues for i in range(c.first, c.last + 1)}
    for i in range(first - 1, begin - 1, -1):
        if words[i].text in FINITE:
            return -1
        if words[i].text != "to" or i in held:
            continue
        near = {w.text for w in words[max(begin, i - 3) : i]}
        if i and (words[i - 1].text in _fact_words() or near & _ENABLING):
            return -1
        if i + 1 == first < len(words) and words[first].text.endswith(("s", "ion")):
            continue  # "points to savings"
        if i + 1 == first or (i + 2 == first and words[i + 1].text.endswith("ly")):
            return i
        if i + 1 < len(words) and _is_base_verb(words[i + 1].text):
            return i
    return -1


_ENABLING = word_set(
    """
    enable enables enabled enabling allow allows allowed allowing helped led lead leading
    """
)


@cache
def _base_verbs() -> frozenset[str]:
    """Return the plain verbs that name a change or what brings one about."""
    vocabulary = default_vocabulary()
    listed = (v for c in vocabulary.of("direction") for k, v in c.properties if k == "baseVerb")
    return frozenset(listed)


def _is_base_verb(word: str) -> bool:
    """Return whether a word behind "to" is a plain verb of change."""
    return word in _base_verbs()


def _after(words: Sequence[Word], last: int) -> Status | None:
    """Return what a cue behind the span makes of it ("… is planned", "… never took place")."""
    stop = min(clause_end(words, last), last + AFTER_REACH)
    for cue in _finder("after").find(words[last:stop]):
        return Status(cue.means)
    if stop < len(words) and words[stop].text in RELATIVES:
        # "The contract that was due in April has not been signed."
        beyond = words[stop + 2 : clause_end(words, stop + 2)][:AFTER_REACH]
        for cue in _finder("after").find(beyond):
            if beyond[cue.first].text in PERFECT and cue.means == Status.NEGATED.value:
                return Status.NEGATED
    return None


PERFECT = word_set("has have had was were is are")


WHETHER = word_set(
    """
    can could will would shall should may might is are was were do does did has have had am
    isn't aren't don't doesn't won't can't
    """
)


def _asks_whether(words: Sequence[Word]) -> bool:
    """Return whether a question asks for yes or no: its answer says how things are itself."""
    return bool(words) and words[-1].text == "?" and words[0].text in WHETHER


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a heading is the document's first: it names the whole, and leads into none."""
    heads = (i for i, b in enumerate(blocks) if b.kind is BlockKind.HEADING)
    return blocks[index].kind is BlockKind.HEADING and next(heads, -1) == index


def _is_whole(reading: Reading, sentence: Sentence) -> bool:
    """Return whether a sentence is long enough, and ends, as one with a verb does."""
    said = reading.text[sentence.start : sentence.end].rstrip("\"'’” \n")
    return said.endswith(".") and said.count(" ") >= WHOLE


WHOLE = 6
"""Spaces in a sentence that is no mere fragment under its heading."""


def _lead(reading: Reading, sentence: Sentence, depth: int) -> Status | None:
    """Return how the lines that lead into a fragment tell it, or None where they do not say."""
    blocks = reading.document.blocks
    index = blocks[sentence.block].scope
    while index is not None and depth:
        block = blocks[index]
        last = next(reversed(tuple(reading.document.sentences_of(index))), None)
        start, end = (last.start, last.end) if last else (block.start, block.end)
        words = words_of(reading, start, end)
        if block.kind in {BlockKind.HEADING, BlockKind.QUESTION}:
            listed = blocks[sentence.block].kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}
            whole = not listed and _is_whole(reading, sentence)
            silent = whole or _asks_whether(words) or (not listed and _is_title(blocks, index))
            for cue in () if silent else _finder("scope").find(words):
                if cue.first and words[cue.first - 1].text in {"against", "versus", "to"}:
                    continue  # "results against plan"
                return Status(cue.means)
        elif block.kind is BlockKind.TABLE_ROW:
            # A header names columns: it can set a goal, not deny its rows.
            for cue in _finder("scope").find(words):
                if cue.means != Status.NEGATED.value:
                    return Status(cue.means)
        else:
            leads = bool(words) and words[-1].text == ":"
            while words and words[-1].text in ":.,;":
                words = words[:-1]
            told = _told(words, tuple(_finder("before").find(words)), len(words), len(words))
            if words and words[-1].text == "to" and told is None:
                return Status.EXPECTED
            for cue in () if told else _finder("scope").find(words):
                return Status(cue.means)
            if told is not None and (leads or told is not Status.NEGATED):
                return told
            if is_finite(words, 0, len(words)):
                return Status.REPORTED
        index, depth = block.scope, depth - 1
    return None
