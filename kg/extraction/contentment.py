"""How content people are, told as a share of them: "nine in ten said …", "satisfaction: 94%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure, Reading
    from kg.model import Sentence

_WHO = (
    r"(?:people|patients|residents|callers|students|clients|carers|families|parents|users"
    r"|visitors|respondents|members|staff|nurses|gps|doctors|employees|clinicians|workers|them)"
)
SAID_SO = re.compile(
    rf"\s*(?:of\s+)?(?:the\s+|all\s+|those\s+|our\s+|its\s+)*(?P<who>(?:[\w’'-]+\s+){{0,3}}?{_WHO}\s+)?"
    r"(?:who \w+ (?:it|them)\s+|asked\s+|surveyed\s+|questioned\s+)?"
    r"(?:said|say|told|felt|feel|rated|rate (?:it|them|their|the|our)|agreed?|reported"
    r"|thought|found (?:it|them)"
    r"|would recommend|knew|know|(?:were|are|was) (?:\w+ )?"
    r"(?:happy|satisfied|pleased|content|positive|confident))\b",
    re.IGNORECASE,
)
CONTENT = re.compile(
    r"\b(?P<who>patient|client|user|carer|customer|resident|staff|employee)s?['’]?\s+"
    r"(?:satisfaction|experience)\b[^.;,]{0,30}?"
    r"(?::|\bis|\bwas|\bat|\bof|stands at|stood at)\s*$",
    re.IGNORECASE,
)
ASKED = re.compile(rf"\b(?:{_WHO}|survey\w*|questionnaire|asked)\b", re.IGNORECASE)
STAFF = re.compile(r"\b(?:staff|nurses|gps|doctors|employees?|clinicians|workers)\b", re.IGNORECASE)
REACH = 90
EXPERIENCES = frozenset({"patient-experience", "staff-experience"})


def contentment_in(reading: Reading, sentence: Sentence) -> Iterator[tuple[Figure, str, int]]:
    """Yield (percentage, measure, end of the telling words) for each such share of a sentence."""
    text = reading.text
    for figure in reading.figures_within(sentence.start, sentence.end):
        if figure.unit != "percent" or figure.role in {"by", "from", "to"}:
            continue
        said = SAID_SO.match(text, figure.end, min(sentence.end, figure.end + REACH))
        if said and (said["who"] or ASKED.search(text, sentence.start, figure.start)):
            measure = "staff-experience" if STAFF.search(said[0]) else "patient-experience"
            yield figure, measure, said.end()
            continue
        content = CONTENT.search(text[max(sentence.start, figure.start - REACH) : figure.start])
        if content:
            measure = "staff-experience" if STAFF.search(content["who"]) else "patient-experience"
            yield figure, measure, figure.end
