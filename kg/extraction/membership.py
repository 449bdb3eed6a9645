"""Membership told by no word of it: a list of those present, a question, the kind of body."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.orgtypes import APART, org_type
from kg.extraction.telling import LONGEST, clause, following, scopes
from kg.extraction.unnamed_bodies import ROLE as UNNAMED

if TYPE_CHECKING:
    from kg.extraction.reading import Mention, Reading
    from kg.extraction.scene import Scene
    from kg.model import Sentence

LOCAL = frozenset(
    {
        "nhs-trust",
        "clinical-commissioning-group",
        "local-authority",
        "general-practice",
        "community-interest-company",
        "care-home-provider",
        "voluntary-sector",
        "partnership",
        "",
    }
)
ROOTED = LOCAL - {"partnership", ""}
"""Types of body that a text on a vanguard seldom names unless they are part of it."""
_NO_PART = re.compile(
    r"[^.;]{0,60}?\b(?:(?:takes?|took|played?|plays?) no part|left|fears?|criticised|objected"
    r"|(?:is |are )?(?:thinking|considering|keen|hopes?|wants?|asked) (?:of |to )?(?:cop\w+"
    r"|borrow\w*"
    r"|adopt\w*|follow\w*))\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\W*(?:present|attend(?:ance|ees|ed by)|in attendance|apologies|members?|membership"
    r"|partners?|chair)\b[^.:]{0,40}:",
    re.IGNORECASE,
)


_WHO = re.compile(
    r"\b(?:members?|membership|partners?|organisations?|who(?:['’]s)?(?: else)?(?: is| are)?"
    r" (?:runs?|leads?|are|involved|in|sits?|belongs?|takes? part|taking part|works?|provides|owns"
    r"|behind|we are|runs|running|joined|signed|makes))\b(?! (?:it|this|they|we|these) (?:for"
    r"|aim))",
    re.IGNORECASE,
)


def rooted(
    scene: Scene, sentence: Sentence, mention: Mention, kind: str
) -> tuple[int, int, float] | None:
    """Return the words that name a body of a kind that belongs to the vanguards it is told with."""
    text = scene.reading.text
    block = scene.reading.document.blocks[sentence.block]
    apart = APART.match(text, mention.end, sentence.end)
    if apart or _NO_PART.match(text, mention.end, sentence.end):
        return None
    if _ATTENDED.match(text, block.start, block.end):
        return mention.start, mention.end, 0.85
    if asked_who(scene, sentence):
        return mention.start, mention.end, 0.85
    if mention.role == "anaphor" or (
        mention.role == UNNAMED and not _beside_another(scene, sentence, mention)
    ):
        return None
    if kind not in ROOTED and not (
        listed_with_members(scene, sentence, mention)
        or (not kind and _acts(text, sentence, mention))
    ):
        return None
    return (*clause(scene, sentence, mention.start, mention.end), 0.72)


_PLACE_OF_WORK = re.compile(
    r"\b(?:Hospitals?|Infirmary|Centre|House|Lodge|Court|Home|Club|Unit|Group|Committee|Board|LMC"
    r"|Union|School|Ward|Hall|Campaign|Forum)$"
)
_IN_PASSING = re.compile(
    r"\b(?:stalls?|stands|exhibition|conference|shortlist\w*|awards?|next door|opposite)\b"
)
_FOREIGN = re.compile(r",? (?:an?|the) [^.;,]{0,40}\b(?:company|firm|owner|maker|supplier)\b")


def _acts(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a body of no known kind does something there, and is no house, club or firm."""
    if _called(text, sentence, mention):
        return True
    return not (
        mention.role in {"short", "anaphor"}
        or _PLACE_OF_WORK.search(text, mention.start, mention.end)
        or " " not in text[mention.start : mention.end]
        or _IN_PASSING.search(text, sentence.start, sentence.end)
        or _FOREIGN.match(text, mention.end)
        or _OUTSIDER.match(text, mention.end, sentence.end)
    )


def _called(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words beside a name call it a charity or the like, that does not just pay."""
    if _OUTSIDER.match(text, mention.end, sentence.end):
        return False
    before = _A_BODY.search(text, max(0, mention.start - 50), mention.start)
    return before is not None or _IS_A_BODY.match(text, mention.end) is not None


_OUTSIDER = re.compile(
    r"[^.;]{0,40}?\b(?:pays?|paid|fund\w*|sponsor\w*|watch\w*|observ\w*|criticis\w*|campaign\w*"
    r"|donat\w*|evaluat\w*|owns?|opposes?|opposed)\b"
)
_BODY = (
    r"(?:charit(?:y|ies)|social enterprises?|federations?|GPs['’] company|hospices?"
    r"|co-?operatives?|housing"
    r" associations?|out-of-hours (?:service|doctors|provider)|GP group|community group|mutual)"
)
_A_BODY = re.compile(rf"\b{_BODY},?(?: called| named| such as)?(?: [A-Z][\w-]+ and)? (?:the )?$")
_IS_A_BODY = re.compile(rf"(?:,| \() ?(?:an?|the|our|its|their)(?: [\w’'-]+){{0,3}}? {_BODY}\b")


def _beside_another(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a body that the words leave unnamed stands in a list with other bodies."""
    text = scene.reading.text
    low, high = max(sentence.start, mention.start - 90), min(sentence.end, mention.end + 90)
    return any(
        _LISTED.fullmatch(text, min(o.end, mention.end), max(o.start, mention.start))
        for o in scene.reading.within(low, high, "org")
        if o.start != mention.start
    )


def listed_with_members(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a body that is seldom a member stands in a list with local ones, told as members."""
    text = scene.reading.text
    around = scene.reading.within(
        max(sentence.start, mention.start - 160), min(sentence.end, mention.end + 160), "org"
    )
    for other in around:
        first, second = sorted((other, mention), key=lambda m: m.start)
        if other.start == mention.start or not _LISTED.fullmatch(text, first.end, second.start):
            continue
        local = org_type(scene.vocabulary, other.entity) in ROOTED
        if local and _TOGETHER.search(text, sentence.start, sentence.end):
            return True
    return False


_LISTED = re.compile(
    r"(?: \([^()]{1,30}\))?,?(?: and| &| with| alongside)?(?: with)? (?:the )?(?:charity )?"
)
_TOGETHER = re.compile(
    r"\b(?:led by|run by|runs?|ran|partners?|partnership|members?|consists?|made up|includ\w+"
    r"|compris\w+"
    r"|brings?|brought|together|jointly|joined|formed|form|founded|set up|belongs?|between|behind"
    r"|involv\w+|alliance|stands?|backed|signed|the others)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells who belongs to something."""


def officer_of(
    scene: Scene, sentence: Sentence, mention: Mention, kind: str
) -> tuple[int, int, float] | None:
    """Return the words where a local body's officer speaks of his or her vanguard."""
    text = scene.reading.text
    officer = re.compile(
        r"\b(?:chair|chief \w+|director|lead|head|manager|leader|gp"
        r"|chief)\b[\w\s,-]{0,40}\b(?:of|at|for|with)\s+(?:the\s+)?$",
        re.IGNORECASE,
    ).search(text[max(sentence.start, mention.start - 80) : mention.start])
    if officer is None or kind not in LOCAL or not kind:
        return None
    two = following(scene, sentence, 2)
    his = re.compile(
        r"\b(?:his|her|their|our) (?:vanguard|partnership)\b|\bthe local [\w ]{0,40}vanguard\b",
        re.IGNORECASE,
    ).search(text, mention.end, min(two[-1].end, mention.end + OFFICER_REACH))
    if his is None:
        return None
    start = sentence.start if his.end() - sentence.start <= LONGEST else mention.start
    return start, his.end(), 0.75


OFFICER_REACH = 700
"""Characters behind a body in which its officer may say "our vanguard"."""


def asked_who(scene: Scene, sentence: Sentence) -> bool:
    """Whether the question or heading above asks who is part of it."""
    scope = next(scopes(scene, sentence), None)
    return scope is not None and asks_who(scene.reading, scope.start, scope.end)


@lru_cache(maxsize=512)
def asks_who(reading: Reading, start: int, end: int) -> bool:
    """Whether a heading, question or lead-in asks or tells who belongs."""
    return _WHO.search(reading.text, start, end) is not None
