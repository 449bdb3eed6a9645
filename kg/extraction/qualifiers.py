"""What a sentence adds to a change: when, compared with what, and who says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.model import Sentence

_MONTH = (
    r"(?:(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+|(?:spring|summer|autumn"
    r"|winter)"
    r"\s+)?"
)
_WHEN = rf"{_MONTH}(?:19|20)\d\d(?:\s?[/–-]\s?\d{{2,4}})?"
_SPAN = r"(?:\w+\s)?(?:\w+\s)?(?:years?|months?|weeks?|quarters?)"
PERIOD = signed(
    rf"\b(?:between\s+{_WHEN}\s+and\s+{_WHEN}|from\s+{_WHEN}\s+(?:to|until)\s+{_WHEN}"
    rf"|(?:by|in|since|during|until|before|after)\s+(?:the end of\s+|early\s+|late\s+)?{_WHEN}"
    rf"|(?:over|in|within|during|after|for)\s+(?:the\s+)?(?:last|past|first|next"
    rf"|coming)?\s?{_SPAN})",
    re.IGNORECASE,
)
COMPARATOR = signed(
    r"\b(?:(?:when\s+)?compared\s+(?:with|to)|relative\s+to|against\s+a|than)\s+"
    r"[^,.;:()\n]{3,80}",
    re.IGNORECASE,
)
SPEAKER = signed(
    r"(?:\baccording to\s+(?P<b>[^,.;:]{3,60})"
    r"|,\s*(?:says?|said)\s+(?P<c>[^,.;:]{3,60}))",
    re.IGNORECASE,
)
_LOOK = 400


def qualifiers_of(
    reading: Reading, sentence: Sentence, lead: Sentence | None = None
) -> tuple[tuple[str, str], ...]:
    """Return (key, value) pairs from a sentence, and from the line that leads into it."""
    found: dict[str, str] = {}
    for where in (sentence, lead):
        if where is None:
            continue
        text = " ".join(reading.text[where.start : min(where.end, where.start + _LOOK)].split())
        for key, pattern in (("period", PERIOD), ("comparator", COMPARATOR)):
            match = pattern.search(text)
            if match and key not in found:
                found[key] = match[0].strip()
        match = SPEAKER.search(text)
        if match and "speaker" not in found:
            found["speaker"] = (match["b"] or match["c"]).strip()
    return tuple(sorted(found.items()))


ELSEWHERE = signed(
    r"\b(?:elsewhere|national(?:ly)?|(?:across|in|for) (?:England|the country|the rest of)|England"
    r"|(?:the )?rest of the|other (?:areas|places|sites|homes|parts)|non-vanguard"
    r"|comparison (?:group|sites?|areas?|homes)|comparators?|control group|average"
    r"|outside (?:the )?vanguards?)\b",
    re.IGNORECASE,
)
SLOWER_BY = signed(
    r"(?:\s+a year)?,?\s+(?:(?:about |only |just )?(?:half|a third|a quarter|two[- ]thirds)"
    r" (?:of )?the (?:rate|pace)|(?:less|lower|slower) than (?:elsewhere|in (?:other|the rest)"
    r"|the (?:national|rest)|that of))",
    re.IGNORECASE,
)
"""What says of a rise that it is smaller than that of other places."""
AGAINST = re.compile(
    r"\b(?:against|compared (?:with|to)|less than|lower than|versus|below|rather than"
    r"|when|while|whereas|slower than)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[;:!?]|\.(?!\d)|,? (?:but|while|whereas|although|though)\b|, and\b", re.IGNORECASE
)
_BESIDE = signed(
    r"\b(?:than|against|compared (?:with|to)|compares? (?:with|to)|relative to|unlike|versus|above"
    r"|below|outpac\w+|beat\w*|matched)\b[^,;]{0,40}$|\b(?:over|to|with|from|as)\s*$"
    r"|\bas (?:those|they|that|people|it)\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE_ONLY = signed(
    r"\b(?:in|across|for|throughout) (?:the )?(?:rest of the|other (?:areas|places|parts|counties)"
    r"|non-vanguard|comparison)|\b(?:which|that|who) (?:was|is|were|are) (?:never|not|no) (?:an? "
    r"|one of the )?vanguards?\b"
    r"|\b(?:is|was|were|are) (?:not|never) (?:part of|in|among|inside) (?:the|any) (?:programme"
    r"|vanguards?|scheme|pilot)\b|\belsewhere\b|\bnationally\b",
    re.IGNORECASE,
)


_COUNTRYWIDE = signed(
    r"\b(?:across|throughout|for|in) (?:the (?:whole )?(?:of )?)?(?:England|UK|Britain|country)\b"
    r"|\bnationally\b|\bnationwide\b|\beverywhere else\b|\b(?:the|a) national (?:trend|average"
    r"|picture)"
    r"|\bthe NHS as a whole\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:vanguards?|new (?:care )?models?|new models of care|sites|pioneers)\b", re.IGNORECASE
)


def elsewhere(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Return whether the clause about offset `at` tells of another place, not beside our own."""
    text = reading.text
    start, end = sentence.start, sentence.end
    for part in _PART.finditer(text, sentence.start, sentence.end):
        if part.end() <= at:
            start = part.end()
        elif part.start() >= at:
            end = part.start()
            break
    named = _ELSEWHERE_ONLY.search_in(reading, start, end)
    if named is None and not _OURS.search(text, sentence.start, sentence.end):
        named = _COUNTRYWIDE.search_in(reading, start, end)
    return bool(named) and not _BESIDE.search(text[start : named.start() if named else start])
