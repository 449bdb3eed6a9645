"""What the cue phrases of a clause say of how it is told.

The method is that of NegEx and ConText (Chapman et al., 2001; Harkema et al., 2009): cue phrases
govern the words of their clause that follow them (some: that precede them), and the nearest
decides. Beyond it: "to improve" after an action is a purpose. The phrases are data: `statuses.ttl`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.clauses import FINITE, RELATIVES, clause_end, clause_start, is_finite
from kg.extraction.cues import Cue, CueFinder, Word, word_set, words_of
from kg.extraction.denials import spent
from kg.extraction.kept import kept
from kg.extraction.numbers import WORD_PATTERN
from kg.model import Status
from kg.vocabulary import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.reading import Reading

ORDER = (Status.NEGATED, Status.EXPECTED, Status.PLANNED, Status.REPORTED)


NEGATION_REACH = 14
"""Words over which a negation governs."""


AFTER_REACH = 12
"""Words behind the span in which an after-cue governs it."""


IMPERSONAL = word_set("be been have")


MODALS = word_set("to might not should could may shall would can will")


@cache
def cue_finder(which: str) -> CueFinder:
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
def cues_of(reading: Reading, start: int, end: int) -> tuple[tuple[Word, ...], tuple[Cue, ...]]:
    """Return the words of a sentence and the cues that govern what follows them."""
    words = words_of(reading, start, end)
    return words, tuple(cue_finder("before").find(words))


def told_by_cues(
    words: Sequence[Word], cues: Sequence[Cue], first: int, last: int
) -> Status | None:
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
        if words[i - 1].text == "used" and words[i - 2].text not in _BEING:
            return -1  # "people used to wait"
        if i + 1 == first < len(words) and words[first].text.endswith(("s", "ion")):
            continue  # "points to savings"
        if i + 1 < len(words) and is_number(words[i + 1].text):
            continue  # "rolled out to 33 practices"
        if i + 1 == first or (i + 2 == first and words[i + 1].text.endswith("ly")):
            return i
        if i + 1 < len(words) and is_base_verb(words[i + 1].text):
            return i
    return -1


def is_number(word: str) -> bool:
    """Return whether a word is a number, in digits or spelt out."""
    return word[:1].isdigit() or bool(_NUMBER.fullmatch(word))


_BEING = word_set("is are was were be been being")
_NUMBER = re.compile(WORD_PATTERN, re.IGNORECASE)
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


def is_base_verb(word: str) -> bool:
    """Return whether a word behind "to" is a plain verb of change."""
    return word in _base_verbs()


def _after(words: Sequence[Word], last: int) -> Status | None:
    """Return what a cue behind the span makes of it ("… is planned", "… never took place")."""
    stop = min(clause_end(words, last), last + AFTER_REACH)
    for cue in cue_finder("after").find(words[last:stop]):
        return Status(cue.means)
    if stop < len(words) and words[stop].text in RELATIVES:
        # "The contract that was due in April has not been signed."
        beyond = words[stop + 2 : clause_end(words, stop + 2)][:AFTER_REACH]
        for cue in cue_finder("after").find(beyond):
            if beyond[cue.first].text in PERFECT and cue.means == Status.NEGATED.value:
                return Status.NEGATED
    return None


PERFECT = word_set("has have had was were is are")
