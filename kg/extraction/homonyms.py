"""Words that are labels in one sense only: "falls" the accident, "trust" the feeling.

A mention of such a word is dropped where its neighbours show another sense: "falls by 5%",
"a fall of 12%", "the trust", "acute trusts".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.reading import Mention

SENSED = frozenset({"measure", "barrier", "enabler", "direction"})
"""Kinds whose labels can be such words."""

_LONGEST = len("trusts")
_WORD = re.compile(r"falls?|trusts?", re.IGNORECASE)
_SANK = re.compile(
    r"[ \n](?:by|to|from|below|short|behind|on|under|within|outside|into|again|further|sharply"
    r"|apart|back|away|of|steeply|slightly|in[ ](?:the|number|demand|admissions|costs?|visits)"
    r"|\d)\b"
)
_HURT = re.compile(
    r"\b(?:had|have|has|having|after|following|suffer(?:s|ed|ing)?|risk[ ]of|from|prevents?)[ \n]"
    r"(?:an?|the|another)?[ \n]?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\b(?:cuts?|cutting|reduc\w+|prevent\w*|lower\w*|avoid\w*|halv\w+|stop\w*|fewer|less|more|of"
    r"|in|from|and|or|for|on|about|patient|inpatient|serious|injurious|repeat"
    r"|residents['’]?)|,)[ \n]$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:the|a|an|each|every|one|this|that|our|their|its|another|any|no|same|acute|hospital"
    r"|community|ambulance|health|partner|home|member|foundation|NHS|care|local|neighbouring|both"
    r"|two|three|four|five|six|seven|eight|nine|ten|\d+|single|larger|smaller|whole|specialist)"
    r"[ \n]$",
    re.IGNORECASE,
)


def in_sense(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions but for words in another sense than their label's.

    "Falls" that are counted or cut are surely the measure, and no direction.
    """
    for mention in mentions:
        if mention.end - mention.start > _LONGEST or mention.kind not in SENSED:
            yield mention
            continue
        counted = _counted(text, mention)
        if counted and mention.kind == "measure":
            yield mention._replace(role="pref")
        elif not (counted and mention.kind == "direction") and not _homonym(text, mention):
            yield mention


def _counted(text: str, mention: Mention) -> bool:
    """Tell whether a mention is "falls" as one counts them: "cut falls by a third"."""
    before = text[max(0, mention.start - 24) : mention.start]
    return text[mention.start : mention.end] == "falls" and _COUNTED.search(before) is not None


def _homonym(text: str, mention: Mention) -> bool:
    """Tell whether a mention is one word that its neighbours give another sense."""
    printed = text[mention.start : mention.end]
    if _WORD.fullmatch(printed) is None or mention.kind == "direction":
        return False
    before = text[max(0, mention.start - 24) : mention.start]
    if printed[0] in "fF":
        sank = _SANK.match(text, mention.end, mention.end + 24) is not None
        return sank or (printed.lower() == "fall" and _HURT.search(before) is None)
    capital = printed[0] == "T" and before.strip()[-1:] not in {"", ".", "-", "•", "*", ":"}
    return capital or printed.endswith("s") or _BODY.search(before) is not None
