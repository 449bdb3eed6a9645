"""Words that name an intervention without telling that anybody does it.

It is asked for, defined, written about, absent, a thing made better, or part of a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.longest import BESIDE
from kg.extraction.matcher import TELLING
from kg.extraction.signs import signed
from kg.extraction.telling import cue_in, near

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

BY_PEOPLE = frozenset({"self-care-support", "health-coaching"})
"""Interventions whose labels are what people are helped to do."""
OF_PEOPLE = BY_PEOPLE | {"prevention-programme", "reablement", "volunteer-support"}
"""Interventions whose labels tell what people do or become, not what is done for them."""
TECHNICAL = frozenset(
    {"shared-it-system", "shared-care-record", "diagnostic-network", "digital-tools"}
)
"""Interventions of which one complains that they do not work."""

SEEN_FROM_AFAR = TECHNICAL | {"telehealth"}
"""Interventions told in the words of what they change: who can see what from where."""

_ABSENT = signed(
    r"\b(?:instead of|rather than|without|unlike|no longer|lack of|closed|closing|scrapped|what an?"
    r"|need for|calls? for|call for|demand for|absence of|moving from|moved from|away from"
    r"|frameworks? for|guidance (?:on|for)|reports? on|papers? on|research (?:on|into)|stud(?:y"
    r"|ies) of"
    r"|attention on|importance of|ideas? of|concept of|words?|term|history of|study of"
    r"|target of|if(?! you\b)|whether|evaluat\w+|assess\w*|reviews? of)\s+"
    r"(?:(?!and\b|or\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_BETTERED = signed(
    r"\b(?:improv\w+|enabl\w+|increas\w+|promot\w+|strengthen\w*|enhanc\w+|access to|reduc\w+)\s+"
    r"(?!by\b)(?:the\s+)?(?:[\w-]+\s+(?:and\s+)?){0,2}$",
    re.IGNORECASE,
)
"""Words that make what follows a thing to change, not a thing done."""
_MANAGED = signed(
    r"\bable to\s+$|\b(?:people|patients|them|residents|everyone"
    r"|themselves)\s+(?:who want\s+)?(?:to|in)\s+$"
    r"|\b(?:support|help|enabl)\w*\s+(?:\w+\s+){1,3}(?:in|to)\s+$",
    re.IGNORECASE,
)
"""Words that make what follows a thing that people can do."""
_EFFECT = re.compile(
    r"\s*(?:and [\w-]+ )?(?:is|are|was|were|will|should|would)? ?(?:to )?(?:improv|becom|increas"
    r"|fall(?!s,|s and)\w*\b(?! in)|rise)"
    r"|\s+(?:implementation |steering |programme |working )?(?:group|committee|forum)\b",
    re.IGNORECASE,
)
"""Words behind that make it a thing that changes, or a part of a committee's name."""
_UNFILLED = signed(
    r"\s+(?:[\w’'-]+\s+){0,5}?(?:(?:has|have) not been (?:replaced|filled)"
    r"|(?:has|have) never been filled|(?:has|have|had)"
    r" (?:been )?hard|(?:was|were) advertised|left in \w+ and|without success"
    r"|(?:is|are) (?:hard|scarce|short))\b",
    re.IGNORECASE,
)
"""Words that make it posts not filled, not a thing done."""
_UNLINKED = signed(
    r"\b(?:cannot|can['’]?t|could not|couldn['’]?t|do not|don['’]?t|does not|doesn['’]?t|did not"
    r"|didn['’]?t|will not|won['’]?t|would not|wouldn['’]?t|unable to|refus\w+ to|fail\w* to|never"
    r"|not)\s+(?:yet\s+|always\s+|even\s+)?(?:be\s+)?(?:talk|speak|connect|link|join|exchang|open"
    r"|se(?:e|en)\b|read|shar|sent|communicat|swap|pass|match|work|mesh|compatible)",
    re.IGNORECASE,
)
"""Words of a complaint that systems do not work together, which denies no plan of joining them."""
_SHOULD = re.compile(r"\W*Should\b")
"""A condition turned round: "Should talks go well, …"."""
_ASKED = signed(
    r"\b(?:asked|asks|wondered|queried) (?:whether|if|how)\b[^.;]{0,50}$", re.IGNORECASE
)
_TAUGHT = signed(r"\b(?:teach\w*|taught|show\w*|train\w*|courses?|classes)\b[^.;,]{0,30}$")
_DELAYS = re.compile(r"\bdelayed (?:transfer|discharge)s?|\bDTOCs?\b", re.IGNORECASE)
"""Words of a measure that also tell what is done about it."""
_GIVEN_UP = signed(
    r"[^.;,]{0,60}\b(?:abandoned|dropped|scrapped|shelved|given up|rejected|cancelled)\b"
)


def names_only(scene: Scene, sentence: Sentence, mention: Mention, end: int) -> bool:
    """Whether a mention is no telling of a deed; `end` is that of its clause."""
    text = scene.reading.text
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    entity = mention.entity.id
    if entity in OF_PEOPLE and _MANAGED.search(lead):
        taught = entity in BY_PEOPLE and _TAUGHT.search(lead)
        if not taught:
            return True
    elif _BETTERED.search(lead) and not (entity in BY_PEOPLE and _TAUGHT.search(lead)):
        return True
    if _ABSENT.search(lead) and not _GIVEN_UP.match(text, mention.end, sentence.end):
        return True
    if _ASKED.search(lead) or named_inside(scene, mention):
        return True
    low, _ = near(sentence, mention.start, mention.end)
    should = _SHOULD.match(text, sentence.start, sentence.end)
    if cue_in(scene, should.end() if should else low, mention.start, "recommend", "elsewhere"):
        return True
    if cue_in(scene, mention.end, min(end, mention.end + 20), "elsewhere"):
        return True
    if entity in TECHNICAL and _UNLINKED.search(
        text, max(sentence.start, mention.start - 40), min(sentence.end, mention.end + 40)
    ):
        return True
    return bool(
        _EFFECT.match(text, mention.end) or _UNFILLED.match(text, mention.end, sentence.end)
    )


def named_inside(scene: Scene, mention: Mention) -> bool:
    """Whether the words are part of an organisation's, person's or vanguard's name."""
    around = scene.reading.within(
        max(0, mention.start - 120), mention.end + 120, "org", "vanguard", "programme", "person"
    )
    if mention.entity.id == "discharge-planning" and _DELAYS.search(
        scene.reading.text, max(0, mention.start - 9), mention.end
    ):
        return True
    if mention.role not in {"pref", "alt"} and any(
        m.start <= mention.start and mention.end <= m.end and m.end - m.start > 1
        for m in scene.reading.within(mention.start - 60, mention.end + 60, "measure")
        if m.end - m.start > mention.end - mention.start
        and not (m.role in TELLING and mention.entity.id in SEEN_FROM_AFAR)
    ):
        return True
    if mention.role == BESIDE and any(
        m.start <= mention.start < m.end or m.start < mention.end <= m.end
        for m in around
        if m.kind in {"vanguard", "org"} and " " in scene.reading.text[m.start : m.end]
    ):
        return True
    return any(
        (m.start <= mention.start and mention.end <= m.end)
        or (m.kind == "person" and 0 <= m.start - mention.end <= 4)
        for m in around
    )
