"""Whether a difficulty is told of as none of this subject's: over, advised on, or the country's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.help_found import helps
from kg.extraction.hindrance import troubles
from kg.extraction.reason_denied import BAD
from kg.extraction.signs import signed

if TYPE_CHECKING:
    from kg.extraction.owners import Owner
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

BEFORE = 60
"""Characters before a difficulty in which words tell that it is none."""

REACH = 60
"""Characters behind words in which praise of what they name follows."""

_OVER = signed(
    r"\b(?:used to|no longer|formerly|(?:in the past|before (?:that|then|this)),?|have overcome"
    r"|has overcome|overcame|got over|settled (?:their|its|the)|put an end to|gone are|instead of"
    r"|rather than|rid of|patched up|buried)\b[^.;:,]*$",
    re.IGNORECASE,
)
"""What is said of a difficulty that is over."""
_ADVISED = signed(
    r"\b(?:should|must|ought to|let['’]s|try to|tries to|(?:is|are) to|will be able to|able to"
    r"|would like to|(?:want|hope|plan|aim|intend)(?:s|ed)? to|designed to|in order to|so as to"
    r"|may|might)"
    r"\s+(?:not\s+)?(?:be\s+)?(?:[\w-]+ly\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What is said before words that are advised, wished or allowed, and so no difficulty yet."""
_SHOULD = re.compile(r"\b(?:should|must|will be able|used to)\b", re.IGNORECASE)
_NEVER = re.compile(
    r"(?:\b(?:cannot|never|not|hardly|rarely|neither|nor)|n['’]t)\s+(?:[\w-]+ly\s+)?$",
    re.IGNORECASE,
)
_COUNTRY = signed(
    r"\b(?:(?:in|across|throughout) (?:all )?england|across the (?:country|nhs|nation)|nationally"
    r"|nationwide|countrywide|up and down the country|(?:nhs|trusts|hospitals|country) as a whole"
    r"|the nhs (?:spent|spends|faces|faced)|(?:every|all) hospitals? in the country)\b",
    re.IGNORECASE,
)
"""What is said of the whole country."""


def overcome(scene: Scene, sentence: Sentence, mention: Mention, *, announced: bool) -> bool:
    """Whether the words before a difficulty tell that it is over, denied or only advised on.

    Under words that announce difficulties advice tells of one still.
    """
    text = scene.reading.text
    lead = text[max(sentence.start, mention.start - BEFORE) : mention.start]
    if _OVER.search(lead) or (mention.role != "cue" and _NEVER.search(lead)):
        return True
    if announced:
        return False
    if mention.role != "cue" and _credited(scene, sentence, mention):
        return True
    return bool(_ADVISED.search(lead) or _SHOULD.search(text, mention.start, mention.end))


def _credited(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence tells of no trouble, and praises as a help what the words name."""
    text = scene.reading.text
    if BAD.search(text, mention.start, mention.end):
        return False
    if troubles(text, sentence.start, sentence.end):
        return False
    praise = (h for h in helps(text, sentence.start, sentence.end) if h.side == "before")
    return any(mention.end <= h.start <= mention.end + REACH for h in praise)


def of_the_country(scene: Scene, sentence: Sentence, owner: Owner) -> bool:
    """Whether a sentence that names no subject of ours tells of the whole country."""
    if owner.reach == "sentence":
        return False
    return bool(_COUNTRY.search(scene.reading.text, sentence.start, sentence.end))
