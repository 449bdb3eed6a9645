"""Plain words of trouble about a thing that is no trouble by itself: "computers do not talk"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

BEHIND, AHEAD = 130, 90
"""Characters behind and before a label in which its trouble is told."""

_FEW = r"(?:(?!\b(?:and|but|which|who|that|while|so|because|than)\b)[\w’'/-]+\s+){0,6}?"
_NOT = (
    r"(?:cannot|can['’]t|(?:could|do|does|did|would|will) not|(?:could|do|does|did|would|wo)n['’]t)"
)
_FAILS = signed(
    rf"(?:['’]s?)?\s+{_FEW}(?:"
    rf"{_NOT}\s+(?:yet\s+|still\s+|always\s+)?(?:be\s+)?(?:talk\w*|speak|exchang\w*|show|open\w*"
    r"|read|shar\w+|link\w*|join\w*|connect\w*|work\w*|cope|follow\w*|agree\w*|match\w*|sen[dt]"
    r"|spare\w*|understand|understood|measur\w+|found|find|settl\w+|fill\w*|recruit\w*|keep up"
    r"|fit|let|allow\w*|come|arrive\w*|cover\w*|stretch|last|see|stay\w*|trust|know|pay|afford)"
    r"|(?:is|are|was|were|has been|have been|had been|remains?|remained|proved|became|becomes)\s+"
    r"(?:(?:still|also|often|too|very|so|all|not yet|now)\s+)*"
    r"(?:hard|harder|hardest|short|scarce|slow|slower|late|tight|thin|stretched|missing|wanting"
    r"|a worry|a headache|incompatible|hard to (?:find|fill|get|keep)|too (?:little|few|short"
    r"|small|late|old)|of no use|no use|unsettled|unresolved|uncertain|in doubt|not (?:enough"
    r"|there|ready|replaced|filled|agreed|signed|shared|clear)|wary|reluctant|suspicious|sceptical"
    r"|unconvinced|unhappy|anxious|afraid|opposed|against it|run(?:ning)? out|cut|spent|frozen"
    r"|delayed|refused|turned down)\b"
    r"|(?:has |have |had )?(?:slipped|stalled|run out|runs out|ran out|dried up|dries up|ends"
    r"|fallen through|fell through|got in the way|gets in the way|held (?:us|it|things|them) up"
    r"|sets? (?:us|it|things|work|them) back|broke down|took (?:\w+ )?(?:months|years|weeks)"
    r"|taken (?:\w+ )?(?:months|years)|not been (?:replaced|filled|signed|agreed|settled)"
    r"|refused|resisted|dragged|fears?|feared|objected|balked|baulked|held back"
    r"|still stands?|wanted to wait)\b)",
    re.IGNORECASE,
)
"""What a label's own predicate tells against it."""

_WANTS = signed(
    r"\b(?:not enough|too (?:few|little|many)"
    r"|short(?:age)? of|shortages? (?:of|in|among)|lack(?:s|ed|ing)?(?: of)?|for (?:want|lack) of"
    r"|without (?:enough|proper)|lost(?: \w+)?"
    r"|struggl\w+ (?:to (?:find|recruit|hire|keep|fill|get|pay for|join)|with|for)"
    r"|(?:hard|harder|hardest|difficult|impossible|a struggle|unable|failed|a job) to (?:find"
    r"|recruit|hire|keep|fill|get|attract|win|share|join(?: up)?|link|measure|agree|persuade"
    r"|release|free|judge)|(?:could|can) ?not (?:find|recruit|hire|fill|get|afford|spare|share"
    r"|agree(?: on)?|open|read|see|join)|couldn['’]t (?:find|recruit|fill|get|share|agree)"
    r"|waiting for|waited (?:for|months for|years for)|still (?:wait\w*|await\w*)"
    r"|delay\w* (?:by|over|in|while)|held (?:up|back) by|hampered by|slowed by|stopped by"
    r"|got in the way of|quarrel\w* (?:over|about)|arg\w+ (?:over|about)|disagreed (?:over|about)"
    r"|disput\w+ (?:over|about)|unsure (?:about|of)|worried (?:about|by)|put off by"
    r"|could not be (?:measured|told|judged) from|have not signed (?:the)?|uncertainty (?:about"
    r"|over)|put (?:\w+ ){0,3}down to a (?:lack|shortage) of|incompatible|competing|rival)"
    rf"\s+{_FEW}$",
    re.IGNORECASE,
)
"""What is said before a label to tell that it is wanting or in the way."""

_NONE = re.compile(
    r"\b(?:was|were|is|are|had|have|has|with|got)\s+(?:no|little)\s+(?:more |extra |new |spare )?$",
    re.IGNORECASE,
)
_GOING = signed(
    r"\b(?:progress|getting \w+|work|change|things|it|roll-?out|the start|spread|going)\b"
    r"[^.;,]{0,30}?\b(?:has been|have been|was|were|is|are|had been)\s+(?:too |very |so |also )?$",
    re.IGNORECASE,
)
_WANTED = frozenset({"funding", "workforce", "capability", "measurement", "time-and-resources"})
"""Barriers of which the plain want of a thing tells: "there was no money"."""
_EITHER_WAY = frozenset(
    {
        "rising-demand",
        "performance-pressure",
        "exclusive-club",
        "organisational-boundaries",
        "weak-relationships",
        "separate-buildings",
    }
)
"""Barriers whose vague labels are counted too often to be told by their predicate."""


def troubled(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words beside a vague label tell that the thing is wanting or in the way."""
    if mention.entity.id in _EITHER_WAY:
        return False
    text = scene.reading.text
    if text[mention.start : mention.end].casefold() in {"times", "at night"}:
        return False
    high = min(sentence.end, mention.end + BEHIND)
    if _FAILS.match(text, mention.end, high):
        return True
    low = max(sentence.start, mention.start - AHEAD)
    lead = text[low : mention.start]
    if mention.entity.id == "pace" and _GOING.search(lead):
        return True
    none = mention.entity.id in _WANTED and _NONE.search(lead)
    return bool(none or _WANTS.search(lead))
