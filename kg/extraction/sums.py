"""Sums of money: whether the words tell of one that is given, and how they tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.telling import clause, cue_in, last_cue_in, scoped_by
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from kg.extraction.reading import Figure
    from kg.extraction.scene import Scene
    from kg.model import Sentence

REACH = 90
"""Characters between the sum and the word of giving."""

_ASKED = re.compile(
    r"\b(?:bid|bids|bidding|put in (?:to [^.;]{2,40} )?for|counting on|counted on|wanted|asked"
    r"|asking|applied"
    r"|requested|request|assumed|sought|seeking|hoped"
    r"|hopes)\b",
    re.IGNORECASE,
)
_GOT = re.compile(
    r"\b(?:received?|receives|given|gave|got|gets|awarded|granted|allocated|secured|won"
    r"|make do with"
    r"|spent|provided|paid)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:will|would|could|may|might|hop\w+|expect\w*|to|not|never|if|should|n['’]t|plans?)\b",
    re.IGNORECASE,
)
_SPEND = re.compile(r"\b(?:support\w*|vanguards|programme|care models|the sites)\b")
_OTHER = re.compile(
    r"\s*(?:million|billion|m|bn)?\s*(?:of\s+|towards (?:the |its )?)?(?:study|analysis"
    r"|evaluation|research|saving|savings|pooled|budget|deficit|overspend"
    r"|contract|a year in savings|cost|less|cheaper|worth of)",
    re.IGNORECASE,
)


_SAVED = re.compile(
    r"\b(?:sav(?:e|es|ed|ing|ings)|cut|cuts|better off|costs?|deficit|shortfall|efficienc\w+)\b"
    r"(?: (?:of|by|worth|up to|about|around|over|some|more than|an? \w+|estimated))*\s*$",
    re.IGNORECASE,
)
"""Words that make the sum behind them one that is saved or spent."""
_GRANT = re.compile(
    r"\b(?:cash|money|grants?|award|funding|allocation|settlement|donation|contribution)"
    r"(?:,|:| of| worth| was| is| came to| totals?| totalled| amounts? to| from [^.,;]{3,40},)?"
    r"(?: (?:over|about|around|nearly|some|more than|just|under|up to|a|another))*\s*$",
    re.IGNORECASE,
)
"""A noun of giving right before a sum."""
_HAD = re.compile(
    r",? (?:that |which )?(?:the|it|they|we|its|our)?\s?(?:[\w-]+ ){0,3}?(?:had|got|received"
    r"|have had"
    r"|has had|came|was given|were given|won) from\b|,? from (?:NHS England|the national)"
    r"|(?:,| -| –|:|\t| \()?\s(?:an? |the )?(?:[\w-]+ ){0,2}?(?:grants?|award|funding|donation"
    r"|allocation)"
    r" (?:from|by)\b|,? (?:of it |has |have )?(?:came|went|goes|is going|has gone) to\b",
    re.IGNORECASE,
)
"""Words behind a sum that say from whom it was had."""
_TOLD_AFTER = re.compile(
    r"\s*,? (?:(?:was|were|had been|has been|is|it|they|that) )*(?:(?P<got>received|awarded|given"
    r"|granted|paid|allocated|(?:handed|paid|shared|given) out|confirmed|approved|found|forthcoming"
    r"|comes(?= from)|came)|(?P<asked>sought|asked for|requested|wanted|bid for|applied for"
    r"|hoped for))\b",
    re.IGNORECASE,
)


_GIVING = re.compile(
    r"\b(?:fund\w*|grant\w*|award\w*|allocat\w*|money|cash|invest\w*|receiv\w*|given|gave|handed"
    r"|secur(?:e|ed|ing)|landed|attract\w*|pump\w*|plough\w*|pour\w*|back(?:ed|ing)|contribut\w*"
    r"|sponsor\w*|donat\w*|gift|settle\w*|cheque|promised|pledged|confirm(?:s|ed)|putting in"
    r"|brought(?: with it)?(?= £)|shared(?= (?:about|some|out|nearly|around|£))|earmarked"
    r"|set aside|put (?:in|up)"
    r"|got|chip(?:s|ped)? in|approved|(?:gone|went|going|goes) into|allotted|subsid\w+|pump-priming"
    r"|found(?= £)|national pot|drew down|won)\b|\bput\b(?=[^.;]{0,20}£)",
    re.IGNORECASE,
)
_NOT_GIVING = re.compile(
    r"\b(?:sav(?:e|es|ed|ing|ings)|costs?|costing|deficits?|overspen\w*|in the red|contracts?"
    r"|budgets?"
    r"|tender|turnover|salar\w+|fined?|price|worth of|bills?|spend\w*|spent|less|cheaper|per \w+"
    r"|a (?:head|patient|bed|week|month)|benefits?|debts?|efficienc\w+|shortfall|better off|freed"
    r"|avoided|loss|losses|profit|charged?|fees?)\b",
    re.IGNORECASE,
)


_POOLED = re.compile(
    r"\b(?:purse|pool\w*|(?:single|one|common|joint) (?:pot|fund|budget))\b", re.IGNORECASE
)
"""Words that make a sum one that partners put together."""


def _near_giving(text: str, span: tuple[int, int], figure: Figure) -> bool:
    """Whether a word of giving stands nearer to a sum in its clause than one of saving or cost."""
    if _POOLED.search(text, *span):
        return False
    gives = _distance(_GIVING, text, span, figure)
    return gives < min(REACH, _distance(_NOT_GIVING, text, span, figure))


def _distance(words: re.Pattern[str], text: str, span: tuple[int, int], figure: Figure) -> int:
    """Return how many characters lie between a sum and the nearest of some words of its clause."""
    found = words.finditer(text, *span)
    return min(
        (max(m.start() - figure.end, figure.start - m.end(), 0) for m in found), default=10 * REACH
    )


_TO_COME = re.compile(
    r"\b(?:(?:is|are|am|['’](?:re|s|m)) (?:\w+ )?(?:giving|getting|receiving|putting|paying))\b"
)
_NEXT = re.compile(
    r"[^.;]{0,40}?\b(?:next (?:year|spring|april|month)|from (?:next|april))\b", re.IGNORECASE
)
"""Giving told as a thing of the present whose time is still to come."""


def told_as(scene: Scene, sentence: Sentence, figure: Figure) -> Status:
    """Return how a sum is told: as asked for, unless a word of getting stands nearer."""
    text = scene.reading.text
    if scene.reading.document.blocks[sentence.block].kind is BlockKind.TABLE_ROW:
        return Status.REPORTED
    behind = _TOLD_AFTER.match(text, figure.end, sentence.end)
    if behind:
        return Status.REPORTED if behind["got"] else Status.EXPECTED
    start, _ = clause(scene, sentence, figure.start, figure.end)
    if _TO_COME.search(text, start, figure.start) and _NEXT.match(text, figure.end, sentence.end):
        return Status.PLANNED
    asked = [m.end() for m in _ASKED.finditer(text, start, figure.start)]
    got = [m.end() for m in _GOT.finditer(text, start, figure.start)]
    if asked and (not got or got[-1] < asked[-1]):
        return Status.EXPECTED
    after = _ASKED.search(text, figure.end, min(sentence.end, figure.end + 40))
    if after and not got:
        return Status.EXPECTED
    if got:
        unsure = _UNSURE.search(text, start, got[-1])
        return scene.status(sentence, got[-1], got[-1]) if unsure else Status.REPORTED
    return scene.status(sentence, figure.start, figure.end)


def given(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Whether the words around a sum tell of giving, and of nothing else done with money."""
    text = scene.reading.text
    start, end = clause(scene, sentence, figure.start, figure.end)
    if text[sentence.start : start].rstrip().endswith(":"):
        start = sentence.start  # "X pays: £2m this year, £3m the next"
    if _OTHER.match(text, figure.end) or _SAVED.search(
        text, max(start, figure.start - REACH), figure.start
    ):
        return False
    if _GRANT.search(text, max(start, figure.start - REACH), figure.start) or _HAD.match(
        text, figure.end, sentence.end
    ):
        return True
    if scene.reading.document.blocks[sentence.block].kind is BlockKind.TABLE_ROW:
        return scoped_by(scene, sentence, "fund-verb") is not None
    if _ASKED.search(text, max(start, figure.start - REACH), figure.start):
        return True
    before = last_cue_in(
        scene, max(start, figure.start - REACH), figure.start, "fund-verb", "no-fund"
    )
    after = cue_in(scene, figure.end, min(end, figure.end + 60), "fund-verb", "no-fund")
    if before is not None and before.entity.id == "no-fund":
        return False
    if before is None and after is None:
        return _near_giving(text, (start, end), figure)
    if before is not None:
        if text[before.start : before.end].casefold().startswith("spen"):
            return _SPEND.search(text, figure.end, end) is not None
        gap = text[figure.end : after.start].split() if after is not None else []
        close = after is not None and len(gap) <= 2 and "and" not in gap
        return not close or after is None or after.entity.id != "no-fund"
    return after is not None and after.entity.id == "fund-verb"
