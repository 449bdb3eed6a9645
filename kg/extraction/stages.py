"""How far a thing has got, as the words right before and behind its name say."""

from __future__ import annotations

import re

from kg.extraction.signs import Signed, signed
from kg.model import Status

_WHEN = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|christmas|easter|next|this|20\d\d|monday|tomorrow)"
)

BEHIND: tuple[tuple[Status, Signed], ...] = (
    (
        Status.PLANNED,
        signed(
            r"\s*,?\s*(?:which is |that is |is |are |was )?(?:due|scheduled|planned|set|slated)"
            r" (?:to|this|in|next|by|for|later|before|from)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        signed(
            rf"[^.;,]{{0,60}}?\b(?:opens|starts|begins|launches"
            rf"|goes live)\b[^.;,]{{0,30}}?\b{_WHEN}\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        signed(
            r"[^.;,]{0,40}?\b(?:will|is to|are to|would|had to"
            r"|has to) (?:[\w]+ ){0,2}?(?:go ahead|be put back"
            r"|be put off|be postponed|be delayed|follow|wait)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        signed(
            r"(?:\s+[\w-]+){0,2}?\s+will (?:now |soon |also |then )*be (?:shared|built|run"
            r"|set up|tried"
            r"|tested|piloted|extended|rolled out|introduced|created|added|offered|opened|joined up"
            r"|switched on|brought in|put in place|merged|pooled|ready)\b",
            re.IGNORECASE,
        ),
    ),
    (Status.PLANNED, signed(r"\s+(?:is|are|was|were|remains?) on hold\b", re.IGNORECASE)),
    (
        Status.PLANNED,
        signed(
            r"[^.;]{0,60}?\b(?:(?:was|were) to|would|(?:was|were) due to|should|(?:is|are) expected"
            r" to)\s+(?:be (?:\w+ed|built|set up|in place|running)|open|start|begin|follow|go live"
            rf"|launch|come|join|move)\b[^.;]{{0,25}}?\b{_WHEN}\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.EXPECTED,
        signed(
            r"[^.;,]{0,50}?\s(?:(?:is|are|remains?) (?:still |now |also )*(?:being )?(?:considered"
            r"|explored|discussed|debated|weighed up|looked (?:at|into)|thought about)"
            r"|under (?:discussion|consideration|review))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        signed(
            r"[^.;,]{0,30}?\s(?:is|are) to (?:be\s|direct|follow|open|start|run|lead|decide|meet"
            r"|join|take|serve|cover|begin|come)",
            re.IGNORECASE,
        ),
    ),
    (
        Status.REPORTED,
        signed(
            r"\s+now (?:serves|covers|runs|has|have|meets?|works?|takes?|helps?|sees?|offers?"
            r"|gives?"
            r"|operates?|visits?|deals?|reach(?:es)?|includes?|holds?|supports?)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Status -> words right behind a name that tell it; the first that fits counts."""

BEFORE: tuple[tuple[Status, Signed], ...] = (
    (
        Status.NEGATED,
        signed(
            r"\b(?:drop(?:s|ped|ping)?(?![ -]in\b)|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?"
            r"|cancel(?:s|led|ling)?|ax(?:es?|ed|ing)|shelv(?:es?|ed|ing)|g(?:ive|ives|ave|iven|iving)"
            r" up(?: on)?|rul(?:es?|ed|ing) out|decided against|turned down|reject(?:s|ed|ing)?"
            r"|walked away from|pulled out of|backed (?:out of|away from)|thrown out|threw out"
            r"|killed off|lost|call(?:ed|ing)? off|backtracked on)"
            r"\s+(?:(?:the|its|their|an?|any|all|plans? (?:for|to)|proposals? (?:for|to)|ideas? of"
            r"|hopes of)\s+){0,3}(?:[\w-]+\s+){0,2}$",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        signed(
            r"\b(?:delays|postpones|postponed|puts off|put off|putting off|will be able to"
            r" (?:read|see|use|get|have|open|share|ring|call|book))\s+(?:[\w-]+\s+){0,3}$",
            re.IGNORECASE,
        ),
    ),
    (
        Status.EXPECTED,
        signed(
            r"\b(?:exploring|explores?|considering|looking (?:at|into)|discussing|thinking about"
            r"|weighing up)"
            r"\s+(?:[\w-]+\s+){0,6}$",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        signed(
            r"\b(?:agreed|decided|resolved|voted|pledged|under way) to\s+(?:[\w-]+\s+){0,5}$",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        signed(
            r"\b(?:means?|intends?|is|are) to\s+(?:have\s+)?(?:[\w-]+[,\s]+){0,9}$"
            r"|\b(?:is|are) (?:now |also |still |already )?(?:building|designing|preparing"
            r"|drawing up|drafting|procuring|tendering for)\s+(?:[\w-]+\s+){0,3}$",
            re.IGNORECASE,
        ),
    ),
    (Status.REPORTED, signed(r"\bat work on\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)),
    (
        Status.REPORTED,
        signed(
            r"\b(?:describes?|explains?|shows?|sets? out|recounts?"
            r"|tells?) how\b[^.;]{0,150}\b(?:introduced"
            r"|set up|built|created|runs?|uses?|used|brought|developed|has|have"
            r"|opened)\b[^.;]{0,60}$",
            re.IGNORECASE,
        ),
    ),
    (
        Status.REPORTED,
        signed(
            r"\b(?:services?|schemes?|teams?|changes|things|those) (?:\w+ )?being (?:introduced"
            r"|set up|rolled"
            r" out|put in place|brought in|offered)\b[^.;]{0,200}$",
            re.IGNORECASE,
        ),
    ),
)
"""Status -> words before a name that tell it."""


def stage(text: str, low: int, start: int, end: int, high: int) -> Status | None:
    """Return how far the thing named by ``text[start:end]`` has got, or None where none says.

    Only ``text[low:high]``, its sentence, is looked at.

    >>> text = "Solihull delays its urgent care centre"
    >>> str(stage(text, 0, 20, 38, 38))
    'planned'
    """
    for status, pattern in BEHIND:
        if pattern.match(text, end, high):
            return status
    lead = text[max(low, start - 220) : start]
    return next((status for status, pattern in BEFORE if pattern.search(lead)), None)
