"""Numbers whose noun is left out because all know it: those who used a service, and how often."""

from __future__ import annotations

import re

from kg.extraction.signs import signed

_DID = (
    r"(?:been (?:through|seen|helped|treated|trained|referred|enrolled|reviewed|visited|supported"
    r"|assessed|offered)|attended|joined|enrolled|signed up|registered|taken part|completed"
    r"|gone through|come through|used (?:it|them|the)|benefit(?:t?ed)|visited|booked|rung"
    r"|called in)"
)
_USERS = re.compile(
    rf"\s+(?:(?:have|has|had|were)\s+(?:(?:now|already|since|so far|also)\s+)*{_DID}"
    r"|took part|take part|signed up|enrolled|attended|joined|completed it|were (?:seen|helped"
    r"|trained|enrolled|referred))\b",
    re.IGNORECASE,
)
_LABEL = signed(
    r"(?:people|patients|residents|callers|clients|users|carers|students|staff"
    r"|families)\s+(?:\w+\s+)?"
    r"(?:seen|helped|supported|treated|enrolled|visited|trained|referred|reviewed|reached|assessed"
    r"|registered|using it|on (?:the|its) books|to date|so far)\s*(?:[:=|\t]|\s{2,})\s*$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s+times\b", re.IGNORECASE)
_USED = signed(
    r"\b(?:downloaded|used|opened|visited|called|rung|viewed|accessed|consulted)\s+"
    r"(?:(?:more than|over|about|some|nearly|almost)\s+)*$",
    re.IGNORECASE,
)
_LEAD = 60


def head_count(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the unit and noun of a number of users or of uses without a noun, else blanks.

    >>> head_count("More than 400 have been through it", 10, 13)
    ('people', 'people')
    """
    if _USERS.match(text, end):
        return "people", "people"
    lead = text[max(0, start - _LEAD) : start]
    if _TIMES.match(text, end) and _USED.search(lead):
        return "count", "times"
    return "", ""


def labelled(text: str, start: int) -> tuple[str, str] | None:
    """Return the unit and noun of a number behind a label of users, or None.

    >>> labelled("Patients seen: 2,445", 15)
    ('people', 'people')
    """
    return ("people", "people") if _LABEL.search(text[max(0, start - _LEAD) : start]) else None
