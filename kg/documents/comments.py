"""Comments: what readers wrote under an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.documents.furniture import SHORT, STAMP, bare, is_notice, says_comments
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.documents.lines import Unit
    from kg.documents.markup import Labels

BYLINE = re.compile(
    r"#\d{1,6}\b.{0,80}|\w[\w.’' -]{0,60}\b(?:says|said|wrote|commented|replied|"
    r"writes)\b[:.]?(?:.{0,5}" + STAMP + r".{0,20})?"
    r"|(?:posted|submitted|comment|commented|written) (?:by|on)\b.{0,100}|"
    r"(?:by )?\w[\w.’' -]{0,60}[,|–—-]?\s(?:on\s)?"
    + STAMP
    + r"(?:.{0,10}(?:reply|#\d{1,6}|permalink))?|\d+ (?:minutes?|hours?|days?|weeks?|months?|"
    r"years?) ago"
    r"|(?:likes?|dislikes?|reply|report|share|flag|quote|link)(?:[ \d|•·,]+(?:likes?|"
    r"dislikes?|reply|report|share))*",
    re.IGNORECASE,
)

NUMBERED = re.compile(r"#\d{1,6}\b")
BODY = 120
"""An article has a paragraph at least this long before its comments, in characters."""


def label_comments(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label the comments under an article; who wrote them and when is boilerplate.

    They begin at a heading that says so, or at a line "#12 name", and go on to the end.
    """
    start = _start(units, labels)
    found: Labels = {}
    for number in range(start, len(units)):
        line = bare(units[number].text)
        if number in labels:
            continue
        if number == start and not _is_numbered(line):
            found[number] = BlockKind.HEADING
        elif _is_byline(line) or is_notice(line) or says_comments(line):
            found[number] = BlockKind.BOILERPLATE
        else:
            found[number] = BlockKind.COMMENT
    return found


def _start(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> int:
    """Return the number of the unit that opens the comments; that past the end if there is none."""
    article = False
    for number, unit in enumerate(units):
        line = bare(unit.text)
        if len(line) >= BODY:
            article = True
        elif number in labels or number + 1 == len(units):
            continue
        elif article and (says_comments(line) or _is_numbered(line)):
            return number
    return len(units)


def _is_numbered(line: str) -> bool:
    """Tell whether a line is a comment's number with its writer."""
    return NUMBERED.match(line) is not None and _is_byline(line)


def _is_byline(line: str) -> bool:
    """Tell whether a line says who wrote a comment, or when."""
    return len(line) <= SHORT and not line.endswith(".") and BYLINE.fullmatch(line) is not None
