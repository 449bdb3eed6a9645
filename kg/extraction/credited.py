"""What words credit with a success: "it came about because …", "teams that had … moved fastest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.telling import near

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

REACH = 170
"""Characters on either side of a help in which it is given the credit."""

_CREDIT = re.compile(
    r"\b(?:put(?:s|ting)? (?:[\w’'-]+ ){1,5}down to|(?:is|was|were|are|come|comes|came) down to"
    r"|attribut\w+ (?:[\w’'-]+ ){1,6}to|ascrib\w+ (?:[\w’'-]+ ){1,6}to|ow(?:es?|ed) (?:[\w’'-]+ "
    r"){1,6}to|(?:came|come) about (?:because|through)|(?:it|this|they|which) work(?:s|ed) because"
    r"|succeeded because|(?:what|it) (?:has |had )?(?:also )?(?:helped|mattered|counted"
    r"|worked|made the difference)(?: most)?(?: was| is| too)?(?:,| that"
    r"| for us was| in the vanguards is)?"
    r"|credit(?:s|ed)?(?: goes)?(?: to)?|thanks (?:in part |partly |largely )?to"
    r"|made possible by|made easier by|helped by|eased by|helped along by|the secret (?:is|was)"
    r"|the (?:main |chief |real )?(?:reason|key|difference|trick)"
    r"(?: for (?:this|it|that))? (?:is|was)"
    r"|because of|grateful (?:to|for)"
    r"|(?:what|that) got (?:us|it|things) (?:going|there) was)\b[^.;]{0,110}$",
    re.IGNORECASE,
)
"""Words before what they give the credit to."""

_DID_IT = re.compile(
    r"(?:(?!\b(?:but|although|while|whereas)\b)[^.;]){0,80}?\b(?:(?:is|was|are|were) (?:also )?"
    r"(?:the reason|the secret|the key|what (?:made|kept|got|helped|mattered)|why|behind (?:it|this"
    r"|the)|crucial|vital|essential|decisive|invaluable|half the battle)"
    r"|(?:matters?|mattered|count(?:s|ed)) (?:most|more|far more|above all)|(?:has |have )?helped"
    r"(?! to| people| patients| residents)"
    r"(?: us| everybody| them| most| a great deal| enormously| greatly)?\b|and (?:that|this|it) "
    r"(?:has )?(?:helps?|helped)|made (?:it|this|that|things|all) (?:possible|easier|work)"
    r"|made (?:all )?the difference|(?:has |have )?opened (?:\w+ )?doors|paid off|pays off"
    r"|smoothed|sped (?:it|things|us) up|speeded|did more than|has carried|kept (?:it|us|things"
    r"|everybody) (?:going|together|honest|on track)|won (?:them|people|everybody|the (?:doctors"
    r"|gps|staff)) (?:over|round))",
    re.IGNORECASE,
)
"""Words behind a help that tell what it did."""

_AHEAD = re.compile(
    r"\b(?:furthest|farthest|fastest|soonest|quickest|best|most progress|further ahead"
    r"|(?:twice|far|much|three times) (?:as )?(?:fast|faster|further|sooner|quicker)|moved fast\w*"
    r"|(?:got|gone|went|go|come|came) further|settled (?:in )?(?:quickly|soonest|sooner)|it lasted"
    r"|(?:was|were|is|has been) progress|made headway|succeeded|worked (?:best|well))\b",
    re.IGNORECASE,
)
"""Words for getting on well, of places unlike others in something."""
_WHERE = re.compile(
    r"\b(?:where|wherever|(?:teams?|places?|sites?|towns?|practices|areas?|partners|homes|hospitals"
    r"|vanguards|trusts|groups|those|ones)\s+(?:that|which|who|with|whose|in which))\b"
    r"[^.;:]{0,130}$",
    re.IGNORECASE,
)
_UNLIKE = re.compile(r"\b(?:not|never|without|no|neither|nor|n['’]t)\b[^.;,]{0,24}$", re.IGNORECASE)


def credited(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence gives a help the credit for how well things went."""
    text = scene.reading.text
    low, high = near(sentence, mention.start, mention.end, REACH)
    lead = text[low : mention.start]
    if _UNLIKE.search(lead):
        return False
    if mention.role == "cue" and " " not in text[mention.start : mention.end]:
        return _alone(text, sentence, mention, lead, high)
    if _CREDIT.search(lead) or _DID_IT.match(text, mention.end, high):
        return True
    found = _WHERE.search(lead)
    return bool(found and _AHEAD.search(text, low, high)) or bool(
        _opens(text, sentence, mention) and _AHEAD.search(text, mention.end, high)
    )


def _alone(text: str, sentence: Sentence, mention: Mention, lead: str, high: int) -> bool:
    """Whether a help told by one vague word gets the credit: by what it did, or straight away."""
    told = _CREDIT.search(lead) or (
        _WHERE.search(lead) and _AHEAD.search(text, sentence.start, high)
    )
    if told and _ACTED.match(text, mention.end, high):
        return True
    if len(text[sentence.start : mention.start].split()) <= OPENING:
        return bool(_DID_IT.match(text, mention.end, high))
    return False


OPENING = 2
"""Words before a subject that opens its sentence."""
_ACTED = re.compile(
    r"(?:,? (?:and |or )?[\w’'-]+){0,5}?\s+(?:(?:had|have|has|were|was|are|being|themselves|not"
    r"|been|already|long|always)\s+)*(?:drawn|drew|draw|designed|written|wrote|led\b|lead\b|chose"
    r"|chosen|picked|decided|planned|in charge|at the (?:front|table|heart|head)|in the lead"
    r"|in it|on board|involved|asked|consulted|trusted|signed up|joined|took part|wanted|built)",
    re.IGNORECASE,
)
"""What people did, or were, to get the credit."""


def _opens(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence opens with those who have it: "Partners with a long history …"."""
    lead = text[sentence.start : mention.start]
    return bool(_WITH.match(lead)) and len(lead) <= REACH


_WITH = re.compile(r"\W*(?:[\w-]+ ){1,3}(?:with|that had|who had|which had)\b", re.IGNORECASE)
