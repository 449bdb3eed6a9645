"""Senses: when "Encompass" is a vanguard, and when "vanguard" is the programme's word at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.capitals import LEADERS
from kg.extraction.places import area_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extraction.reading import Mention
    from kg.registry import Registry

_WORD = re.compile(r"\bvanguards?\b", re.IGNORECASE)
_IDIOM_BEFORE = re.compile(
    r"\b(?:HMS|Standard|Vickers|the M31|Project)[ ]$"
    r"|\b(?:in|at|to|from|form(?:s|ed)?|as|become|became|be|is|are|was)"
    r"[ ](?:its|their|the very|the)[ ]$",
    re.IGNORECASE,
)
_IDIOM_AFTER = re.compile(r"[ ]of[ ](?!(?:Salford|the[ ]programme))", re.IGNORECASE)
_COMPANY_AFTER = re.compile(
    r"(?:['’]s)?[ \n](?:Health(?:care)?|Medical|Group|Funds?|ETFs?|Index|Investments?|Investors?"
    r"|Asset|Solutions|Theatres?|Drilling|Records|Books|Press|Bank|Capital|Holdings|Ltd|Limited|Inc|plc|LLP"
    r"|Healthcare|Natural|Airlines|Street|House|Way|Road|S&P|Total|FTSE|LifeStrategy|Motor|Car|Cars"
    r"|mutual|fund|funds|index|shares|submarines?|class|mobile|theatres?)\b"
)
_LARGE = re.compile(r"Vanguards?")
_CONTEXT = re.compile(
    r"\b(?:NHS|care|CCGs?|MCPs?|PACS|hospitals?|patients?|health|GPs?|A&E|surger(?:y|ies)|nurses?"
    r"|clinics?|doctors?|wards?|prescribing|(?:re)?admissions|radiolog\w+|residents?"
    r"|waiting times?|dementia)\b",
    re.IGNORECASE,
)
CUE = re.compile(
    r"\b(?:vanguards?|MCPs?|PACS|(?i:new care models?|new models? of care|care models?|programme"
    r"|partnership|partners|federation|collaboration|multispecialty|super-practice|pioneer))\b"
    r"|\bVanguards?\b",
)
_BODIES = frozenset({"Healthcare", "Surgeries", "Alliance", "Network", "Consortium", "Project"})
_APPOSED = re.compile(
    r",?[ ](?:is[ ]|was[ ])?(?:an?|the|one of the|our)[ ]"
    r"(?:[\w-]+[ ]){0,5}?(?:vanguards?|MCP|PACS)\b"
)
_COINED = frozenset({"multispecialty-community-provider", "primary-and-acute-care-system"})
"""Care models whose names were made for the programme."""
_WHOLE_LINE = re.compile(r"[ ]*\([^()\n]{2,80}\)[.,;]?[ ]*(?:\n|\Z)")
"""What follows a name that is a line of its own: the places it serves."""
_NEAR = 40


@lru_cache(maxsize=1)
def vanguard_words(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans where "vanguard" is the programme's word.

    Not the idiom ("in the vanguard of"), not a company, ship or car; where the text names a company
    "Vanguard Something", a bare capitalised "Vanguard" is that company.

    >>> vanguard_words("in the vanguard of reform"), vanguard_words("the Salford vanguard")
    ((), ((12, 20),))
    """
    found: list[tuple[int, int]] = []
    company = False
    for match in _WORD.finditer(text):
        start, end = match.span()
        large = _LARGE.fullmatch(match[0]) is not None
        if large and _COMPANY_AFTER.match(text, end):
            company = True
            continue
        before = text[max(0, start - 20) : start]
        idiom = _IDIOM_BEFORE.search(before)
        if idiom is not None and (_IDIOM_AFTER.match(text, end) or idiom[0][:3] in {"HMS", "Sta"}):
            continue
        at = re.search(r"\b(?:in|at)[ ]the[ ]$", before) and not re.match(
            r"[ ]\w", text[end : end + 2]
        )
        if at and match[0] == "vanguard" and not _programme_context(text, start, end):
            continue
        found.append((start, end))
    if company:
        found = [s for s in found if text[s[0]].islower() or text[s[0] : s[1]].endswith("s")]
    return tuple(found)


def _programme_context(text: str, start: int, end: int) -> bool:
    """Tell whether another word of the programme stands near."""
    around = text[max(0, start - 300) : start] + text[end : end + 300]
    return _WORD.search(around) is not None or CUE.search(around) is not None


def about_programme(
    text: str, mentions: Iterable[Mention], words: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a text speaks of the programme or of one of its vanguards at all.

    A vanguard named by its area alone proves it only where "vanguard" itself is said, or a kind of
    vanguard that goes by no other name. `words` are the places where the programme's word is.
    """
    mentions = tuple(mentions)
    told = [m for m in mentions if m.kind in {"vanguard", "programme"} and m.role != "cue"]
    if any(m.role != "area" for m in told):
        return True
    if told and names_kind(mentions):
        return True
    return bool(words) and (bool(told) or _CONTEXT.search(text) is not None)


def names_kind(mentions: Iterable[Mention]) -> bool:
    """Tell whether a kind of vanguard is named by a name made for the programme."""
    return any(m.role != "cue" and m.entity.id in _COINED for m in mentions)


def meant(
    text: str,
    mentions: Sequence[Mention],
    registry: Registry,
    heads: Sequence[tuple[int, int]],
    words: Sequence[tuple[int, int]],
) -> tuple[Mention, ...]:
    """Return the mentions without vanguards and programme words in another sense.

    `heads` are the spans of sentences, whose first word is capitalised without being a name,
    `words` the places where the programme's word is.
    """
    caring = _CONTEXT.search(text) is not None or any(
        m.kind == "vanguard" and _says_itself(text[m.start : m.end]) for m in mentions
    )
    spoken = bool(words) or any(
        m.kind in {"programme", "model"} and m.role != "cue" for m in mentions
    )
    starts = frozenset(start for start, _ in heads)
    fine = frozenset(words)
    areas = frozenset(area_names(registry))
    sure: set[str] = set()
    doubtful: list[Mention] = []
    kept: list[Mention] = []
    for mention in mentions:
        if mention.entity.kind not in {"vanguard", "programme"}:
            kept.append(mention)
            continue
        printed = " ".join(text[mention.start : mention.end].split())
        if mention.kind == "programme":
            if _own_sense(printed, mention, fine, text):
                kept.append(mention)
        elif printed in areas:
            continue
        elif _plain(printed, areas) and not _beside_cue(text, mention):
            head = mention.start in starts and " " not in printed and not printed.isupper()
            told = spoken or (caring and not _lent(text, mention))
            if told and not (head or _in_title_run(text, mention)):
                sure.add(mention.entity.id)
                kept.append(mention)
            elif told:
                doubtful.append(mention)
        else:
            sure.add(mention.entity.id)
            kept.append(mention)
    kept.extend(
        m for m in doubtful if _subject(text, m) or (m.entity.id in sure and _alone(text, m))
    )
    return tuple(sorted(kept, key=lambda m: (m.start, m.end, m.kind, m.entity.id)))


def _says_itself(printed: str) -> bool:
    """Tell whether a name is long, or all capitals, so that it can hardly mean anything else."""
    return len(printed.split()) > 2 or (len(printed) > 4 and printed.isupper())


def _lent(text: str, mention: Mention) -> bool:
    """Tell whether a name without a word of the programme near may be a word or another's work.

    "Newton's Principia" and "an Encompass grant" are; "at Principia" and "EMRAD" are not.
    """
    before = text[max(0, mention.start - 12) : mention.start]
    own = re.search(r"(?:['’]s|\b[Aa]n?)[ ]$", before) is not None
    return own or _in_title_run(text, mention)


def _own_sense(printed: str, mention: Mention, fine: frozenset[tuple[int, int]], text: str) -> bool:
    """Tell whether a programme mention that holds "vanguard" uses the word in our sense."""
    if printed.lower().endswith(("vanguard", "care model")):
        return False
    if _WORD.search(printed) is None:
        return True
    inner = _WORD.search(text, mention.start, mention.end)
    return inner is not None and inner.span() in fine


def _plain(printed: str, areas: frozenset[str]) -> bool:
    """Tell whether a name is one or two ordinary words, so that capitals alone prove little.

    A name with an area in it ("Stockport Together") is not.
    """
    words = printed.split()
    return len(words) <= 2 and not any(
        CUE.fullmatch(w) or {w, w.title()} & (_BODIES | areas) or _WORD.fullmatch(w) for w in words
    )


def _beside_cue(text: str, mention: Mention) -> bool:
    """Tell whether a word of the programme stands right before or behind a mention."""
    after = re.match(r"(?:['’]s)?[ \n](?:\w+[ ]){0,1}", text[mention.end : mention.end + _NEAR])
    at = mention.end + (after.end() if after else 0)
    behind = any(
        CUE.match(text, place) is not None for place in (mention.end + 1, at, mention.end + 3)
    )
    before = text[max(0, mention.start - 24) : mention.start]
    beside = _APPOSED.match(text, mention.end, mention.end + 80) is not None
    return (
        behind
        or beside
        or re.search(r"\bvanguards?[,:]?[ ](?:\w+[ ])?[‘'\"“]?$", before, re.IGNORECASE) is not None
    )


def _in_title_run(text: str, mention: Mention) -> bool:
    """Tell whether a mention is part of a longer run of capitalised words, as in a title."""
    after = re.match(r"[ ]([A-Z]\w+)", text[mention.end : mention.end + 30])
    before = re.search(r"\b([A-Z]\w+)[ ]$", text[max(0, mention.start - 30) : mention.start])
    return after is not None or (before is not None and before[1] not in LEADERS)


def _alone(text: str, mention: Mention) -> bool:
    """Tell whether no article follows, which would make the first word of a sentence a verb."""
    after = re.match(
        r"[ ](?:the|a|an|all|every|each|our|your|their)\b", text[mention.end : mention.end + 8]
    )
    return after is None and not _in_title_run(text, mention)


def _subject(text: str, mention: Mention) -> bool:
    """Tell whether a mention is a line alone, or goes before a verb that a name takes."""
    printed = text[mention.start : mention.end]
    capitals = all(w[0].isupper() for w in printed.split())
    if (
        capitals
        and mention.start
        and text[mention.start - 1] == "\n" == text[mention.end : mention.end + 1]
    ):
        return True
    if capitals and _WHOLE_LINE.match(text, mention.end):
        return True
    verb = re.match(
        r"(?:,[ ][^,.;]{2,40},)?[ ](?:is|was|has|had|will|are|were|have|aims?|began|became|brings"
        r"|covers|serves|says|said|started|launched|hopes|plans|wants|expects|reports|reported|runs|set|uses|works|plans"
        r"|does|did|could|would|may|might|can|introduced|offers?|stands"
        r"|surgeries|practices|clinics|patients|staff|board)\b",
        text[mention.end : mention.end + 60],
    )
    return capitals and verb is not None
