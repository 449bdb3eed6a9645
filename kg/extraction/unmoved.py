"""Measures told to be as they were: "as busy as ever", "where they stood", "just as many"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.change import Change
from kg.extraction.cues import word_set
from kg.extraction.directions import better
from kg.extraction.qualifiers import elsewhere
from kg.extraction.status import is_asked, status_of
from kg.extraction.verdicts import LEVELS
from kg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention, Reading
    from kg.model import Sentence
    from kg.vocabulary import Vocabulary

_BE = (
    r"\b(?:is|are|was|were|looks?|looked|remains?|remained|stays?|stayed|stands?|stood|sits?"
    r"|seems?|seemed|runs?|ran|(?:has|have|had) (?:been|stayed|remained))\b"
)
_HEDGE = (
    r"(?:(?:still|now|just|about|every bit|much|almost|nearly|exactly|largely|broadly|roughly"
    r"|pretty|stubbornly|more or less|at)\s+)*"
)
_THEN = (
    r"(?:ever|always|before|usual|previously|(?:they|it|we|that|those|in|at|when|was|were|had)\b"
    r"|(?:two|three|four|five|a|ten) (?:years?|months?) (?:ago|before|earlier))"
)
_BEHIND = re.compile(
    rf"[^.;?!]{{0,90}}?{_BE}\s+{_HEDGE}"
    rf"(?:as (?P<how>[\w-]+)(?: [\w-]+)? as {_THEN}"
    r"|where (?:they|it) (?:was|were|stood|started|began|had been)"
    r"|what (?:they|it) (?:was|were|had been|always)"
    r"|(?:as|the way) (?:they|it) (?:was|were|did|had been|has been|have been|always)"
    r"|the same as|no different|put\b|unmoved|unaffected|unaltered|untouched"
    r"|at (?:the same|their old|its old) (?:level|rate|height))",
    re.IGNORECASE,
)
"""What behind a measure says that it has not moved."""
_AHEAD = re.compile(
    r"\b(?:just|exactly|quite|about|almost|nearly|every bit)\s+as\s+(?:many|much|long)\s+"
    r"(?:of the\s+)?(?:[\w-]+\s+)?$"
    r"|\b(?:as|the) (?:same|usual) number of\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""What ahead of a measure says so."""
_OTHERS = re.compile(r"\b(?:but|although|though|while|whereas|which|who|than)\b", re.IGNORECASE)
_HOW_MUCH = word_set(
    "busy full crowded packed high long low common many frequent often wide large big great"
)
"""What can be as much as ever of a place or thing that no label calls an amount: "A&E"."""
_LEAD = 50


def unmoved(
    reading: Reading,
    vocabulary: Vocabulary,
    sentence: Sentence,
    measures: tuple[Mention, ...],
    told: tuple[Change, ...],
) -> Iterator[Change]:
    """Yield, denied, the changes that did not come in measures told to be as they were."""
    known = {change.measure for change in told}
    text = reading.text
    for mention in measures:
        concept = vocabulary.find("measure", mention.entity.id)
        if concept is None or concept.id in LEVELS | known or mention.role in {"gain", "loss"}:
            continue
        found = _as_it_was(text, sentence, mention)
        if found is None or is_asked(reading, sentence) or elsewhere(reading, sentence, found[0]):
            continue
        if status_of(reading, sentence, *found) in {Status.EXPECTED, Status.PLANNED}:
            continue
        known.add(concept.id)
        start, end = min(found[0], mention.start), max(found[1], mention.end)
        yield Change(concept.id, better(concept), (), Status.NEGATED, start, end, start, 0.65)


def _as_it_was(text: str, sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """Return the words that say that a measure is as it was, or None."""
    behind = _BEHIND.match(text, mention.end, sentence.end)
    if behind and not _OTHERS.search(behind[0]):
        how = (behind["how"] or "").lower()
        if mention.role != "cue" or how in _HOW_MUCH or (not how and "," not in behind[0]):
            return mention.end, behind.end()
    ahead = _AHEAD.search(text, max(sentence.start, mention.start - _LEAD), mention.start)
    return (ahead.start(), mention.start) if ahead else None
