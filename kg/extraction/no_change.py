"""Measures of a clause in which a change is denied outright: "no difference in X, Y or Z".

Whatever measures stand in the clause, in front of the denial or behind it, and have no word of
change of their own, have not got better.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.change import Change, is_amount
from kg.extraction.directions import better
from kg.extraction.qualifiers import elsewhere
from kg.extraction.signs import signed
from kg.extraction.status import is_asked
from kg.extraction.verdicts import LEVELS
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention, Reading
    from kg.model import Sentence
    from kg.vocabulary import Vocabulary

_CHANGE = (
    r"(?:differences?|change[sd]?|effects?|impacts?|reductions?|decreases?|falls?|drops?|declines?"
    r"|rises?|increases?|gains?|improvements?|benefits?|movement|shifts?|dents?|advantage"
    r"|progress|variation|alteration)"
)
_DEGREE = r"(?:[\w-]+ ){0,3}?"
DENIED = signed(
    rf"\b(?:no|nor any|little|without(?: any)?|nil|scarcely any|hardly any|barely any|never a"
    rf"|not a|zero) {_DEGREE}{_CHANGE}\b"
    rf"|\b(?:not|never|nobody|none|neither|nor|cannot|unable|failed|fails?"
    rf"|\w+n['’]t)\b[^.;:?!]{{0,60}}?"
    rf"\b(?:any|an?|much|discernible|measurable|significant) {_DEGREE}{_CHANGE}\b"
    r"|\b(?:not|never|hardly|barely|scarcely|n['’]t)(?: (?:yet|really|significantly|much|greatly"
    r"|so far|at all|been|be|materially|noticeably|statistically))* (?:chang(?:e|ed)|mov(?:e|ed)"
    r"|budged?|shift(?:ed)?|differ(?:ed)?|alter(?:ed)?|affect(?:ed)?|different|significant"
    r"|better(?:ed)?|shorten(?:ed)?|any (?:lower|fewer|shorter|better|different|less))\b"
    r"|\bno (?:different|fewer|lower|shorter|less|better|quicker|faster|safer|happier|higher)\b"
    r"(?! than (?:\d|half|one|two|three|a ))"
    r"|\b(?:unchanged|unaltered|unmoved|unaffected|indistinguishable|non-?significant|n\.s\.)"
    r"|\bthe same as (?:before|elsewhere|in (?:other|similar)|those|that|at the start)",
    re.IGNORECASE,
)
"""What denies that there has been a change."""
HEDGED = re.compile(
    r"\b(?:would|might|may|will|should|whether|if|unless|until|opinion|too (?:early|soon)"
    r"|whatever)\b|\bto (?:make|have|see)\b",
    re.IGNORECASE,
)
"""What leaves it open."""
PART = re.compile(
    r"[;.?!]|,? (?:but|while|whereas|although|though|because|since)\b"
    r"|,? and (?:it|they|we|there|this|that|he|she|the \w+ (?:has|have|had|is|are|was|were))\b"
    r"|\bwhich (?:has|have|is|are|was|were)\b",
    re.IGNORECASE,
)


def no_change(
    reading: Reading,
    vocabulary: Vocabulary,
    sentence: Sentence,
    measures: tuple[Mention, ...],
    told: tuple[Change, ...],
) -> Iterator[Change]:
    """Yield, denied, the changes in measures of a clause that denies one."""
    usable = [m for m in measures if _plain(vocabulary, m)]
    if not usable or not DENIED.may_stand(reading, sentence.start, sentence.end):
        return
    if is_asked(reading, sentence):
        return
    known = {change.measure for change in told}
    row = reading.document.blocks[sentence.block].kind is BlockKind.TABLE_ROW
    for start, end in _parts(reading.text, sentence):
        here = [m for m in usable if start <= m.start and m.end <= end]
        denial = DENIED.search(reading.text, start, end) if here and not row else None
        if denial is None or HEDGED.search(reading.text, start, denial.end()):
            continue
        for mention in here:
            concept = vocabulary.find("measure", mention.entity.id)
            if concept is None or concept.id in known:
                continue
            if denial.start() < mention.end and mention.start < denial.end():
                continue  # "difference" itself names none
            if elsewhere(reading, sentence, mention.start):
                continue
            known.add(concept.id)
            low, high = min(mention.start, denial.start()), max(mention.end, denial.end())
            yield Change(
                concept.id, better(concept), (), Status.NEGATED, low, high, denial.start(), 0.65
            )


def _plain(vocabulary: Vocabulary, mention: Mention) -> bool:
    """Whether a mention names a measure that a change could be denied of."""
    if mention.role in {"gain", "loss"} or mention.entity.id in LEVELS:
        return False
    return mention.role != "cue" or is_amount(vocabulary, mention)


def _parts(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a sentence, a colon's two sides as one."""
    start = sentence.start
    for mark in PART.finditer(text, sentence.start, sentence.end):
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
    if start < sentence.end:
        yield start, sentence.end
