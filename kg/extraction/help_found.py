"""Words of help in a sentence, each with where that stands of which it speaks.

The words are data (the groups `help-…` of `cues.ttl`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extraction.worded import phrases_of, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = {
    "help-before": "before",
    "help-weak": "weak",
    "help-prized": "prized",
    "help-vital": "vital",
    "help-after": "after",
    "help-either": "either",
    "help-back": "back",
}
"""Group of cues -> where that stands of which its words speak."""

_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|prove[sdn]?|remain(?:s|ed)?|bec[ao]mes?|seen|regarded"
    r"|considered|judged|rated|described|felt|thought|found|reckoned|deemed|call(?:s|ed|ing)?"
    r"|name[sd]|cite[sd]?|rank(?:s|ed)|counts?|counted|turned out|as|act(?:s|ed)|form(?:s|ed)"
    r"|provide[sd]?|it['’]s|that['’]s)"
    r"\b(?! (?:not|never|no)\b)[^.;:,]{0,45}$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"[^.;:]{0,90}?(?:\b(?:was|is|were|are|been|being|lay|lies)\b|it['’]s\b)|[^.;:]{0,12}:",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"[\s\"'’”]*(?:[.,;:)!–—-]|$|(?:to|for|in|if|when|and|as|because|but|so|that|here|from|during"
    r"|parts?|elements?|ingredients?|factors?|components?|reasons?|enablers?|role|at|throughout"
    r"|success|says?|said)\b)",
    re.IGNORECASE,
)
"""What may follow a word that says how good a help was."""
_NOT_DOING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|got|to|should|may|might|not|never)\s+(?:\w+ly )?$",
    re.IGNORECASE,
)
"""Words before a verb that make it no telling of what a help did."""
_DENIED = re.compile(
    r"\b(?:not|never|no|nor|neither|hardly|scarcely|little|less|nothing|[a-z]+n['’]t)"
    r"(?: [\w'’-]+){0,2} ?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Help:
    """Words of help ``text[start:end]``; `side` tells where that stands of which they speak.

    before, after or either; ``weak``: before, and close; ``back``: in a clause before.
    """

    start: int
    end: int
    side: str


@lru_cache(maxsize=256)
def helps(text: str, start: int, end: int) -> tuple[Help, ...]:
    """Return the words of help in ``text[start:end]``, in order of place."""
    found = worded(text, start, end, tuple(GROUPS), printed=True)
    told = (
        h
        for begin, stop, group in found
        for h in _told(text, start, end, begin, stop, GROUPS[group])
    )
    return tuple(told)


def _told(text: str, start: int, end: int, begin: int, stop: int, side: str) -> Iterator[Help]:
    """Yield the words of help ``text[begin:stop]`` of a sentence, by what stands around them."""
    lead = text[max(start, begin - 70) : begin]
    if _DENIED.search(lead) or (
        text[begin:stop].casefold().startswith("without") and not _UNREAL.search(text, start, end)
    ):
        return
    if side == "vital":
        if _IS.search(lead) and _SAID_OF.match(text, stop, end):
            yield Help(begin, stop, "before")
            if _IT_IS.search(lead):
                yield Help(begin, stop, "after")
    elif side == "prized":
        if _IS.search(lead):
            yield Help(begin, stop, "before")
        else:
            then = _THEN.match(text, stop, end)
            if then:
                yield Help(begin, then.end(), "after")
    elif side == "weak" and lead.casefold().endswith("only "):
        return
    elif side in {"either", "back"}:
        yield Help(begin, stop, side)
    else:
        plain = text[begin:stop].split(maxsplit=1)[0].casefold() in _plain_verbs()
        if plain and side == "after" and text[begin:stop].casefold().startswith(_BASE):
            return
        if (plain and _MAYBE.search(lead)) or (
            (plain or side != "after") and _NOT_DOING.search(lead)
        ):
            return
        yield Help(begin, stop, "weak" if plain and side == "before" else side)
        if side == "after" and _TO_THAT.match(text, stop, end):
            yield Help(begin, stop, "before")


_BASE = ("work ", "happen ", "succeed ", "prosper ", "gain ", "benefit ")
"""What begins words that give the credit only in another form."""
_UNREAL = re.compile(r"\b(?:would|could|might)\b|n['’]t\b", re.IGNORECASE)
_MAYBE = re.compile(
    r"\b(?:who|and|or|they|people|patients|staff|please)\s+(?:\w+ly )?$", re.IGNORECASE
)
"""Words before a plain form of a verb that make it a wish, a bidding or a habit."""
_TO_THAT = re.compile(r"\s+(?:this|that|these|those|it|them)\b\W*(?:$|[.;,!])", re.IGNORECASE)
_IT_IS = re.compile(r"\b(?:it (?:is|was|will be)|it['’]s)\b[^.;:,]{0,30}$", re.IGNORECASE)


@cache
def _plain_verbs() -> frozenset[str]:
    """Return verbs as printed that are often no telling at all ("to keep people together")."""
    return frozenset(word for line in phrases_of("plain-verb") for word in line.split("|"))
