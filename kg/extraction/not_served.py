"""People who are spoken of and not served: staff by their field, the whole country, bystanders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.model import Sentence

_STAFF = re.compile(
    r"[’']?s?\s+(?:[\w-]+\s+)?(?:nurses?|workers?|practitioners?|professionals?|specialists?|staff"
    r"|consultants?|doctors?|matrons?|leads?|directors?|commissioners?|trusts?|charit\w+|managers?"
    r"|posts?|wards?|records?|budgets?|beds|trustees?|team managers?)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\W*(?:(?:around |about |some |more than |over )?[\d,.]+ (?:[\w-]+ ){1,8})?"
    r"(?:across|throughout|in|around) (?:the whole of )?(?:england|britain"
    r"|the uk|the country|the united kingdom)\b|\W*(?:nationally|nationwide|elsewhere)\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells of the whole country."""
_PAST = re.compile(
    r"\W*(?:until|before|in the past|once upon|previously|formerly|traditionally)\b", re.IGNORECASE
)
_SELF = re.compile(r"\W*as an?\b|\W*(?:I am|I[’']m) an?\b", re.IGNORECASE)
_SHARE = signed(
    r"\b(?:make|makes|made|making) up\b|\baccount(?:s|ed|ing)? for\b|\btakes? up \d"
    r"|\b(?:will|may|can) (?:suffer|develop)\b|\b(?:is|are) (?:forecast|projected) to\b"
    r"|\bone in (?:\w+|\d+) (?:of us|adults|people|children|women|men|patients)\b",
    re.IGNORECASE,
)
"""Words for how many of a kind there are."""
_AGENT = re.compile(
    r"\b(?:visited|written|led|run|asked|chosen|raised|sung|watched) by\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_KIN = re.compile(r"\b(?:my|his|her|your)\s+(?:(?:own|late|elderly|old)\s+)*$", re.IGNORECASE)
_GATHERED = signed(
    r"\b(?:guests?|audience|applauded|sang|choir|petition|protest\w*|campaign\w*|gallery|meeting"
    r"|consult(?:ed|ation)|surve(?:y|yed)|questionnaires?|interview(?:s|ed)|fund-?rais\w+"
    r"|charity (?:shop|run|walk))\b",
    re.IGNORECASE,
)


def not_served(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words that name people tell of none who are served."""
    if _STAFF.match(text, mention.end, sentence.end):
        return True
    lead = text[max(sentence.start, mention.start - 40) : mention.start]
    if _KIN.search(lead) or _AGENT.search(lead):
        return True
    whole = (text, sentence.start, sentence.end)
    if any(pattern.match(*whole) for pattern in (_PAST, _SELF, _COUNTRY)):
        return True
    return any(pattern.search(*whole) is not None for pattern in (_SHARE, _GATHERED))
