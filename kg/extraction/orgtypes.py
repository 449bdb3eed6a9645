"""What type of organisation a mention names: by the vocabulary, else by the form of its name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.model import Entity
    from kg.vocabulary import Vocabulary

FORMS: tuple[tuple[str, str], ...] = (
    ("commissioning-support-unit", r"commissioning support|\bcsu\b"),
    ("clinical-commissioning-group", r"clinical commissioning group|\bccgs?\b"),
    (
        "nhs-trust",
        (
            r"nhs (?:foundation )?trust|foundation trust|hospitals?(?: nhs)? trust"
            r"|ambulance service|(?:university|teaching|general|district) hospitals?\b"
            r"|\bhospitals\b(?! (?:association|charity))"
        ),
    ),
    ("membership-body", r"\broyal college\b|\bconfederation\b|\bfederation of\b|nhs providers"),
    ("academic", r"universit|academic health|\bahsn\b|research (?:centre|unit)|\bschool of\b"),
    (
        "think-tank",
        r"\bfund\b|health foundation|nuffield trust|think.?tank|\binstitute\b|analytics unit",
    ),
    (
        "national-body",
        (
            r"nhs (?:england|improvement|digital)|department of|public health england|"
            r"national audit|commission\b|\bnice\b|\bmonitor\b|national institute|ministry"
        ),
    ),
    ("local-authority", r"\bcouncil\b|\bborough of\b|local authority"),
    (
        "private-company",
        (
            r"\b(?:ltd|limited|plc|llp|inc|consult(?:ing|ancy|ants)|advisory|associates"
            r"|analytics|insight|.+ research)\b"
        ),
    ),
    (
        "general-practice",
        (
            r"\bsurgery\b|medical (?:practice|centre|group)|gp (?:federation|care group|alliance)|"
            r"\bpractices?\b|primary care (?:network|federation)"
        ),
    ),
    ("community-interest-company", r"\bcic\b|community interest|social enterprise"),
    ("care-home-provider", r"care homes?\b|nursing home|housing"),
    ("voluntary-sector", r"hospice|age uk|\bmind\b|charit|voluntary|citizens advice|\bcvs\b"),
    ("partnership", r"partnership|alliance|network|board|consortium|collaborative"),
)
"""Type -> the words of a name that show it; the first that fits counts."""

NATIONAL = "national-body"
OUTSIDE = frozenset(
    {"commissioning-support-unit", "academic", "think-tank", "private-company", "membership-body"}
)
"""Types that help a vanguard from outside and are seldom part of one."""

APART = re.compile(
    r"[^.;]{0,60}?\b(?:(?:has|have|had) (?:no (?:part|place|share|role)|nothing (?:else )?to do)"
    r"|is not (?:a |part|one)|are not (?:part|members)|no (?:member|partner)\b|declined|withdrew"
    r"|pulled out|turned (?:it )?down)",
    re.IGNORECASE,
)
"""Words behind a body's name that say it has no part in what the passage is about."""

PUBLISHERS = (
    r"gazette|herald|\bnews\b|guardian|telegraph|journal|magazine|\btimes\b"
    r"|\bbbc\b|\bpulse\b|\bhsj\b"
)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in FORMS)


def type_by_form(names: tuple[str, ...]) -> str:
    """Return the organisation type that a name's words show, or an empty string.

    >>> type_by_form(("Barts Health NHS Trust",))
    'nhs-trust'
    """
    if any(re.search(PUBLISHERS, name, re.IGNORECASE) for name in names):
        return "publisher"
    joined = " | ".join(names)
    return next((name for name, pattern in _forms() if pattern.search(joined)), "")


def org_type(vocabulary: Vocabulary, entity: Entity) -> str:
    """Return the identifier of an organisation's type, ``publisher``, or an empty string."""
    concept = vocabulary.find("org", entity.id)
    told = concept.get("organisationType") if concept else ""
    return told or type_by_form(entity.names)


def told_type(vocabulary: Vocabulary, text: str, mention: Mention) -> str:
    """Return an organisation's type, where its name shows none as the words beside it say.

    "The drug company Sandoz", "Corvane, a software firm".
    """
    known = org_type(vocabulary, mention.entity)
    if known:
        return known
    called = _FIRM_BEFORE.search(text, max(0, mention.start - 40), mention.start)
    return PRIVATE if called or _FIRM_BEHIND.match(text, mention.end, mention.end + 90) else ""


PRIVATE = "private-company"
_FIRM = (
    r"(?:company|companies|firms?|suppliers?|consultanc(?:y|ies)|consultants"
    r"|manufacturer|maker|vendor)"
)
_FIRM_BEFORE = re.compile(rf"\b{_FIRM},? (?:called |named )?$")
_FIRM_BEHIND = re.compile(
    rf"(?:,| \() ?(?:an?|the|our|its|their) (?:[\w’'-]+ ){{0,4}}?{_FIRM}\b(?! (?:owned|set up"
    rf"|formed|of GP|through|run) )"
)
