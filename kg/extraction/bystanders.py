"""Support told by no word of helping: an outside body named in a passage on a vanguard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.jobs import TITLE
from kg.extraction.membership import asked_who, listed_with_members
from kg.extraction.orgtypes import APART, NATIONAL
from kg.extraction.owners import Owner
from kg.extraction.telling import clause, following, sure
from kg.model import Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

NAME = "supports"

SAYING = re.compile(r"\s*,?\s*(?:says?|said|according|argues?|believes?|reports?|reported)\b")
_OFFICER = re.compile(
    rf"\b{TITLE}\b[^.;]{{0,40}}\b(?:at|of|for|from|with)\s+(?:the\s+)?$"
    r"|\b(?:according to|published by|reported by|says?|said|told|asked|unlike|like"
    r"|than)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"(?:, (?:an?|the) [^,;.]{2,40},)?\s*,?\s*(?:which |who |has |have |also |is |are )*(?:pays?"
    r"|paid|paying|fund(?:s|ed|ing)?"
    r"|sponsor(?:s|ed)"
    r"|grants?|granted|donated|coach\w*|been coaching|advis(?:es|ed|ing)"
    r"|offered to (?:run|help|pay|give|provide)|evaluat(?:es|ed|ing)|stud(?:ied|ying)|measured"
    r"|looked at"
    r"|analysed|checked|supplie[ds]|(?:gave|gives|giving|awarded|handed)\b[^.;]{0,60}?£)"
    r"|['’]s? (?:[\w£,.]+ ){0,3}(?:award|grant|gift|donation)\b",
    re.IGNORECASE,
)
_PAID_BY = re.compile(
    r"\b(?:paid for|funded|sponsored|financed|backed|evaluated|advised|supported) by (?:the )?$",
    re.IGNORECASE,
)
HELPERS = frozenset({"", "voluntary-sector"})
"""Types of body of which some are outside helpers, where a verb says so."""


def named_beside(scene: Scene, sentence: Sentence, mention: Mention, kind: str) -> Iterator[Claim]:
    """Yield the support of an outside body that a passage on a vanguard names for what it does."""
    text = scene.reading.text
    lead = text[max(sentence.start, mention.start - 70) : mention.start]
    block = scene.reading.document.blocks[sentence.block]
    if _LINE.match(text, block.start, block.end):
        yield from named(scene, sentence, mention, 0.75)
        return
    granted = _GRANTS.match(text, mention.end, sentence.end) is not None
    if not granted and (kind == NATIONAL or asked_who(scene, sentence)):
        return
    if listed_with_members(scene, sentence, mention):
        return
    apart = APART.match(text, mention.end, sentence.end)
    if apart or _IS_SOMEWHERE.match(text, mention.end, sentence.end):
        return
    own = scene.reading.within(mention.end, mention.end + 30, "person")
    if own and own[0].start - mention.end <= len("'s "):
        return
    if SAYING.match(text, mention.end) or _OFFICER.search(lead):
        return
    yield from named(scene, sentence, mention, 0.72)


def pays(scene: Scene, sentence: Sentence, mention: Mention, kind: str) -> Iterator[Claim]:
    """Yield the support of a body of any kind that pays, coaches, measures or offers help."""
    text = scene.reading.text
    if kind in HELPERS and _PAYS.match(text, mention.end, sentence.end):
        yield from named(scene, sentence, mention, 0.72)


def paid_by(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a body stands behind "paid for by" or the like."""
    lead = scene.reading.text[max(sentence.start, mention.start - 40) : mention.start]
    return _PAID_BY.search(lead) is not None


def its_money(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words call money a body's own, or tell that it was asked and that it gave."""
    text = scene.reading.text
    if _ITS_MONEY.match(text, mention.end, sentence.end):
        return True
    if not _ASKED_IT.search(text, max(sentence.start, mention.start - 40), mention.start):
        return False
    last = following(scene, sentence, 2)[-1]
    asked = _FOR_MONEY.match(text, mention.end, sentence.end)
    return asked is not None and _GOT.search(text, asked.end(), last.end) is not None


_ITS_MONEY = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}(?:money|funding|cash|grants?|investment|subsidy|cheque|award)\b"
    r"(?! (?:that )?(?:never|did not|didn|was refused|was not))"
)
_ASKED_IT = re.compile(
    r"\b(?:asked|asking|put in to|appl(?:ied|ying) to|bid to|turned to|went to) (?:the )?$"
)
_FOR_MONEY = re.compile(r" for [^.;]{0,30}£")
_GOT = re.compile(
    r"\b(?:received|got|was given|were given|was awarded|were awarded|won)\b[^.;]{0,20}£"
)


def named(
    scene: Scene, sentence: Sentence, mention: Mention, weight: float, *, given: bool = False
) -> Iterator[Claim]:
    """Yield that a body supports the vanguard that the passage is about.

    `given` says that it does, however the sentence tells what else becomes of it.
    """
    owner = scene.owner(sentence, mention.start)
    if owner is None or owner.entities[0].kind == "org":
        owner = scene.owners.background(sentence)
    main = scene.owners.main
    if main is not None and (owner is None or owner.entities[0].kind != "vanguard"):
        owner = Owner((main,), "document") if main.kind == "vanguard" else owner
    told = Status.REPORTED if given else scene.status(sentence, mention.end, mention.end)
    if _OFFERED.match(scene.reading.text, mention.end, sentence.end):
        told = Status.PLANNED
    if owner is None or owner.entities[0].kind != "vanguard" or told is Status.EXPECTED:
        return
    for entity in owner.entities:
        yield scene.claim(
            Relation.SUPPORTS,
            mention.entity,
            entity,
            told,
            *clause(scene, sentence, mention.start, mention.end),
            rule=NAME,
            confidence=sure(weight, owner),
        )


_LINE = re.compile(
    r"\W*(?:funding|funded by|funders?|sponsors?|evaluators?|evaluation by|supported by"
    r"|advisers?)\b\W{0,3}[:.]",
    re.IGNORECASE,
)
"""A line that names who paid for or evaluated it."""
_IS_SOMEWHERE = re.compile(
    r"\s+(?:is|was|are|were|lies|stands|sits) (?:in|at|near|on|close|not|an?|also an?|the)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\s+(?:has |have )?(?:offered|agreed|promised) to\b", re.IGNORECASE)
_GRANTS = re.compile(
    r"\s*(?:has |have |had |also )?(?:granted|gave|awarded|gives|grants|allocated|provided|pays?"
    r"|paid|invested|put in|puts in|put up|is paying|contributed|is giving|has given|handed)"
    r"\b[^.;]{0,40}£",
    re.IGNORECASE,
)
