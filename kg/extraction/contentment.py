"""How content people are, told as a share of them: "nine in ten said …", "satisfaction: 94%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure, Mention, Reading
    from kg.model import Sentence

_WHO = (
    r"(?:people|patients|residents|callers|students|clients|carers|families|parents|users"
    r"|visitors|respondents|members|staff|nurses|gps|doctors|employees|clinicians|workers|them"
    r"|those(?=\s+(?:who|asked|surveyed|questioned)))"
)
SAID_SO = re.compile(
    rf"\s*(?:of\s+)?(?:the\s+|all\s+|those\s+|our\s+"
    rf"|its\s+)*(?P<who>(?:[\w’'-]+\s+){{0,3}}?{_WHO}\s+)?"
    r"(?:who \w+ (?:it|them)\s+|(?:who|that) (?:[\w’'-]+\s+){2,7}?|asked\s+|surveyed\s+"
    r"|questioned\s+)?"
    r"(?:said|say|told|felt|feel|rated|rate (?:it|them|their|the|our)|agreed?|reported|called"
    r"|scored|judged"
    r"|thought|found (?:it|them)"
    r"|would recommend|knew|know|(?:were|are|was) (?:\w+ )?"
    r"(?:happy|satisfied|pleased|content|positive|confident|glad|grateful))\b",
    re.IGNORECASE,
)
CONTENT = re.compile(
    r"\b(?:(?P<who>patient|client|user|carer|customer|resident|staff|employee)s?['’]?\s+"
    r"(?:satisfaction|experience)|satisfaction)\b[^.;,]{0,30}?"
    r"(?::|\bis|\bwas|\bat|\bof|stands at|stood at)\s*$",
    re.IGNORECASE,
)
ASKED = re.compile(rf"\b(?:{_WHO}|survey\w*|questionnaire|asked)\b", re.IGNORECASE)
PLAIN = re.compile(
    r"\s+(?:of (?:them|those)\s+)?(?:would recommend (?:it|the|this|them|us)"
    r"|(?:were|are) (?:\w+ )?(?:happy|satisfied|pleased|content) with)\b",
    re.IGNORECASE,
)
"""What only people who are asked for their opinion say or are."""
STAFF = re.compile(
    r"\b(?:who work\b|staff|nurses|gps|doctors|employees?|clinicians|workers)\b", re.IGNORECASE
)
SHARED = re.compile(rf"\s+(?:of\s+)?(?:[\w’'-]+\s+){{0,4}}?{_WHO}\b", re.IGNORECASE)
BETTERED = re.compile(
    r"\b(?:more|less|fewer|better|improv\w*|increas\w*|reduc\w*|no longer|longer|sooner|earlier"
    r"|quicker"
    r"|faster|easier|nearer|closer|happier|safer|stronger|shorter|cheaper|healthier|lower"
    r"|higher)\b",
    re.IGNORECASE,
)
"""What makes a wording of gain tell a change, whatever share of people it is told of."""
REACH = 90
EXPERIENCES = frozenset({"patient-experience", "staff-experience"})


def is_share(text: str, mention: Mention, figures: tuple[Figure, ...]) -> bool:
    """Return whether a wording of gain is told of a share of people: "nine in ten are seen …"."""
    if len(figures) != 1 or figures[0].unit != "percent" or figures[0].role:
        return False
    figure = figures[0]
    if BETTERED.search(text, min(figure.start, mention.start), max(figure.end, mention.end)):
        return False
    return SHARED.match(text, figure.end) is not None


def contentment_in(reading: Reading, sentence: Sentence) -> Iterator[tuple[Figure, str, int]]:
    """Yield (percentage, measure, end of the telling words) for each such share of a sentence."""
    text = reading.text
    for figure in reading.figures_within(sentence.start, sentence.end):
        if figure.unit != "percent" or figure.role in {"by", "from", "to"}:
            continue
        said = SAID_SO.match(text, figure.end, min(sentence.end, figure.end + REACH))
        asked = said and (said["who"] or ASKED.search(text, sentence.start, figure.start))
        if said and (asked or PLAIN.match(text, figure.end, sentence.end)):
            measure = "staff-experience" if STAFF.search(said[0]) else "patient-experience"
            yield figure, measure, said.end()
            continue
        content = CONTENT.search(text[max(sentence.start, figure.start - REACH) : figure.start])
        if content:
            measure = (
                "staff-experience" if STAFF.search(content["who"] or "") else "patient-experience"
            )
            yield figure, measure, figure.end
