"""What places that got on well had unlike others: "teams that had met before moved fastest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.extraction.telling import near

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

REACH = 170
"""Characters on either side of a help in which it is given the credit."""

_AHEAD = signed(
    r"\b(?:furthest|farthest|fastest|soonest|quickest|best|most progress|further ahead"
    r"|(?:twice|far|much|three times) (?:as )?(?:fast|faster|further|sooner|quicker)|moved fast\w*"
    r"|(?:got|gone|went|go|come|came) further|settled (?:in )?(?:quickly|soonest|sooner)|it lasted"
    r"|(?:was|were|is|has been) progress|made headway|succeeded|work(?:s|ed)? (?:best|well)"
    r"|(?:work(?:s|ed)?|succeeds?|thrives?|come good|comes good"
    r"|came good|pays off|happens) (?:only )?(?:where|when|if|because|once))\b",
    re.IGNORECASE,
)
"""Words for getting on well, of places unlike others in something."""
_WHERE = signed(
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
    single = mention.role == "cue" and " " not in text[mention.start : mention.end]
    if single and not _ACTED.match(text, mention.end, high):
        return False
    found = _WHERE.search(lead)
    return bool(found and _AHEAD.search(text, low, high)) or bool(
        _opens(text, sentence, mention) and _AHEAD.search(text, mention.end, high)
    )


_ACTED = signed(
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


_WITH = signed(r"\W*(?:[\w-]+ ){1,3}(?:with|that had|who had|which had)\b", re.IGNORECASE)
