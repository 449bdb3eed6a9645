"""Interviews: which units are questions, and which answer them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.documents.sentences import spans
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.documents.lines import Unit
    from kg.documents.markup import Labels

ASKS = re.compile(
    r"\b(?:what|how|why|who|whom|whose|when|where|which|do|does|did|is|are|was|were|can|could|would|"
    r"will|should|has|have|had)\b",
    re.IGNORECASE,
)
Q_LABEL = re.compile(r"\**(?:Q(?:uestion)?\s?\d{0,2}|Interviewer)\s?[:.)]\**:?\s+(?=\S)")
A_LABEL = re.compile(r"\**(?:A(?:nswer)?\s?\d{0,2}|Interviewee)\s?[:.)]\**:?\s+(?=\S)")
A_WITHIN = re.compile(r"\?\**\s+(\**A(?:nswer)?\s?\d{0,2}:\**\s+)(?=\S)")
BOLD_QUESTION = re.compile(r"(\*\*|__)[^*_\n]{1,400}\?\s?\1\s*")
SAME_LINE = "="
"""The marker of an answer that stands on its question's line."""

TITLE = 100
REACH = 600
"""How far into a unit its question may end, in characters."""


def split_questions(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units with each question parted from the answer on its line.

    Seen are ``Q:``/``A:`` labels, a bold question before its answer, and items that begin with
    a question: these only where half of the items or more do, and two at least, since a list may
    also hold a question by chance. Without a sign before them, three and most of all paragraphs.
    """
    labelled = any(Q_LABEL.match(u.text) and "?" in u.text[:REACH] for u in units)
    marked = [u for u in units if u.listed]
    plain = [u for u in units if not u.marker and len(u.text) > 80]
    items = _enough(marked, least=2)
    paragraphs = _enough(plain, least=3)
    return tuple(
        part
        for unit in units
        for part in _parts(
            unit,
            labelled=labelled,
            leading=items if unit.listed else paragraphs and not unit.marker,
        )
    )


def _enough(units: Sequence[Unit], least: int) -> bool:
    """Tell whether half of the units begin with a question and go on."""
    asking = sum(1 for unit in units if _question_end(unit.text))
    return asking >= least and asking * 2 >= len(units)


def _parts(unit: Unit, *, labelled: bool, leading: bool) -> Iterator[Unit]:
    """Yield the unit, or its question and its answer."""
    if unit.kind is not None:
        yield unit
        return
    if labelled and (label := Q_LABEL.match(unit.text)):
        within = A_WITHIN.search(unit.text[:REACH])
        if within:
            yield _cut(unit, label.end(), within.start(1), BlockKind.QUESTION, "Q")
            yield _cut(unit, within.end(), len(unit.text), BlockKind.ANSWER, "A")
        else:
            yield _cut(unit, label.end(), len(unit.text), BlockKind.QUESTION, "Q")
        return
    if labelled and (label := A_LABEL.match(unit.text)):
        yield _cut(unit, label.end(), len(unit.text), BlockKind.ANSWER, "A")
        return
    bold = BOLD_QUESTION.match(unit.text)
    end = bold.end() if bold else _question_end(unit.text) if leading else 0
    if 0 < end < len(unit.text):
        yield _cut(unit, 0, end, BlockKind.QUESTION, unit.marker)
        yield replace(_cut(unit, end, len(unit.text), BlockKind.ANSWER, SAME_LINE), gap=False)
    else:
        yield unit


def _cut(unit: Unit, start: int, end: int, kind: BlockKind, marker: str) -> Unit:
    """Return a part of a unit, without white space at its ends."""
    piece = unit.text[start:end]
    start += len(piece) - len(piece.lstrip())
    words = piece.strip()
    begin = unit.start + start
    return replace(unit, start=begin, end=begin + len(words), text=words, kind=kind, marker=marker)


def _question_end(text: str) -> int:
    """Return where the question that a unit begins with ends, 0 where there is none.

    A statement may lead up to the question, and a second question may follow it.
    """
    head = text[:REACH]
    end = 0
    for number, (start, stop) in enumerate(spans(head, 0, len(head))):
        asks = head[stop - 1] == "?" and (number == 0 or bool(ASKS.search(head[start:stop])))
        if asks:
            end = stop
        elif end or number > 2:
            break
    return end if end < len(text.rstrip()) else 0


def label_questions(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label the questions that stand alone and are answered beneath.

    A list of questions without answers stays a list; questions without a sign before them
    are headings where they are few among others.
    """
    asked = [n for n, u in enumerate(units) if n not in labels and _is_question(u)]
    open_to = frozenset(asked)
    found: Labels = {}
    signed = [n for n in asked if _has_sign(units[n])]
    headed = [n for n in asked if units[n].marker.startswith("#")]
    bare = [n for n in asked if not units[n].marker and not _has_sign(units[n])]
    titles = sum(1 for n, u in enumerate(units) if n not in labels and _is_title(u))
    if len(bare) * 2 <= titles:
        bare = []
    for group, least in ((signed, 1), (headed, 2), (bare, 2)):
        answered = sum(1 for n in group if _is_answered(units, labels, open_to, n))
        if answered >= least and answered * 2 >= len(group):
            found.update(dict.fromkeys(group, BlockKind.QUESTION))
    return found


def _is_title(unit: Unit) -> bool:
    """Tell whether a unit is as short, and as far apart, as a heading would be."""
    ends = unit.text.rstrip("\"'”’)").endswith((".", ":", ";", "!"))
    return not unit.marker and unit.gap and len(unit.text) <= TITLE and not ends


def _has_sign(unit: Unit) -> bool:
    """Tell whether a sign sets the unit off: a list's, or bold type."""
    return unit.listed or unit.text.startswith(("**", "__"))


def _is_question(unit: Unit) -> bool:
    """Tell whether a whole unit is one question, perhaps with a statement before it."""
    bare = unit.text.strip("*_ ")
    if not bare.endswith("?") or len(bare) > REACH or unit.marker == ">":
        return False
    if _has_sign(unit):
        return True
    one = sum(1 for _ in spans(bare, 0, len(bare))) == 1
    return one and len(bare) <= 250 and bare[0].isupper() and ASKS.search(bare) is not None


def _is_answered(
    units: Sequence[Unit], labels: Mapping[int, BlockKind], asked: frozenset[int], number: int
) -> bool:
    """Tell whether words that are no question, and bear no sign, stand beneath."""
    below = number + 1
    while below < len(units) and labels.get(below) is BlockKind.BOILERPLATE:
        below += 1
    if below >= len(units) or below in asked or below in labels:
        return False
    return units[below].marker in {"", ">"} and len(units[below].text) > 1


def label_answers(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label the paragraphs beneath a question, up to the next question, heading or comment.

    Where answers stand on their question's line, the last of them ends with its line.
    """
    last = max((n for n, kind in labels.items() if kind is BlockKind.QUESTION), default=-1)
    found: Labels = {}
    under = False
    for number, unit in enumerate(units):
        kind = labels.get(number)
        if kind is BlockKind.QUESTION:
            under = not (number == last and _same_line(units, number))
        elif kind in {BlockKind.HEADING, BlockKind.COMMENT}:
            under = False
        elif kind is None and under and not unit.listed:
            found[number] = BlockKind.ANSWER
    return found


def _same_line(units: Sequence[Unit], question: int) -> bool:
    """Tell whether the answer stands on the question's line."""
    return question + 1 < len(units) and units[question + 1].marker == SAME_LINE
