"""Partners: organisations that are part of, lead, commission for or work in a vanguard."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extraction.membership import LOCAL, asks_who, listed_with_members, officer_of, rooted
from kg.extraction.orgtypes import NATIONAL, OUTSIDE, org_type
from kg.extraction.own_membership import own_memberships
from kg.extraction.rule import Rule
from kg.extraction.telling import (
    cue_in,
    last_cue_in,
    near,
    scopes,
    sure,
    told_sentences,
    whole,
)
from kg.model import BlockKind, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.owners import Owner
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Entity, Sentence

NAME = "partners"
LIST_REACH = 700
"""Characters that a list of partners may run from the words that open it."""

NEVER = frozenset({"publisher"})
_POINTS = re.compile(
    r"\b(?:part of|leads?|hosts?|commissions?) (?:the |our |this )?(?:\w+ )?(?:vanguard"
    r"|partnership)\b"
    r"|\bfor the vanguard\b",
    re.IGNORECASE,
)
_JOB_FOR = re.compile(
    r"\b(?:leads|heads|runs|manages|directs|chairs) (?:the |our )?(?:\w+ )?vanguard"
    r"(?: programme| project| work)? (?:for|at|in|on behalf of) (?:the )?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:rather than|instead of|unlike|not|than|against|like|outside|beyond|near|far from|next to"
    r"|(?:visit|visits|visited|visiting|toured?) (?:to |by |from )?|modelled on|copied from"
    r"|patients (?:of|from)|referrals? from"
    r"|learn(?:t|ed|ing)? from|(?:refer|went|go|discharged|admitted|transferred) to|neighbouring"
    r"|formerly (?:of|at)|ex-|until \w+ (?:of|at)|left)\s+(?:the\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_OBSERVES = re.compile(r"\W*(?:observers?|guests?|visitors?|in attendance from)\b", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the organisations that the document tells of as partners of a vanguard."""
    yield from _unnamed(scene)
    for sentence in told_sentences(scene):
        for mention in scene.reading.mentions_in(sentence, "org"):
            kind = org_type(scene.vocabulary, mention.entity)
            if kind in NEVER or mention.role == "publisher":
                continue
            if _OBSERVES.match(scene.reading.text, sentence.start, sentence.end):
                continue
            found = _span(scene, sentence, mention, kind)
            if found is None:
                continue
            owner = _vanguard(scene, sentence, mention)
            if owner is None:
                continue
            start, end, weight = found
            for entity in _all_named(scene, sentence, mention) or owner.entities:
                yield scene.claim(
                    Relation.PARTNER,
                    entity,
                    mention.entity,
                    _status(scene, sentence, mention, end),
                    start,
                    end,
                    rule=NAME,
                    confidence=sure(weight, owner),
                )


def _unnamed(scene: Scene) -> Iterator[Claim]:
    """Yield the partners that the words leave unnamed."""
    for vanguard, body, start, end in own_memberships(scene):
        yield scene.claim(
            Relation.PARTNER,
            vanguard,
            body,
            Status.REPORTED,
            start,
            end,
            rule=NAME,
            confidence=0.7,
        )


_WILL_JOIN = re.compile(
    r"\b(?:will|is to|are to|plans? to|is about to|are about to)\s+(?:\w+\s+)?(?:become|join"
    r"|combine"
    r"|merge|come in|sign|take part|be (?:a |one of )?(?:member|partner|part))",
    re.IGNORECASE,
)
_NOT_IN = re.compile(
    r"\b(?:not|never|no longer|neither|nor)\b[^.;]{0,30}?\b(?:parts?|members?|partners?|belong\w*"
    r"|join\w*|sign\w*|involved|included?|one of|in it|in the|among|within|work\w*)\b",
    re.IGNORECASE,
)
"""Words behind a body that deny that it is in."""
_MEMBER = re.compile(
    r"\b(?:members? of|board of|belongs? to|part of|partners? (?:in|of)|half of|joined|to join"
    r"|joins?)\s+"
    r"(?:the\s+)?(?:(?:local|new)\s+)?$",
    re.IGNORECASE,
)


def _all_named(scene: Scene, sentence: Sentence, mention: Mention) -> tuple[Entity, ...]:
    """Return the vanguards of which the sentence calls an organisation a member."""
    text = scene.reading.text
    found: dict[Entity, None] = {}
    for named in scene.owners.named_in(mention.end, min(sentence.end, mention.end + 300)):
        lead = text[max(mention.end, named.start - 40) : named.start]
        if named.kind == "vanguard" and _MEMBER.search(lead):
            found.update(dict.fromkeys(named.entities))
    return tuple(found)


def _status(scene: Scene, sentence: Sentence, mention: Mention, end: int) -> Status:
    """Return how the membership is told: denied, still to come, or so."""
    if _NOT_IN.search(scene.reading.text, mention.end, min(end + 40, sentence.end)):
        return Status.NEGATED
    text = scene.reading.text
    joins = _WILL_JOIN.search(text, *near(sentence, mention.start, mention.end, LIST_REACH))
    told = scene.status(sentence, mention.start, mention.end)
    if joins and (told is Status.PLANNED or joins.start() >= mention.end):
        return Status.PLANNED
    lead = text[max(sentence.start, mention.start - 60) : mention.start]
    denied = told is Status.NEGATED and re.search(r"\b(?:not|never|no longer|neither|nor)\b", lead)
    return Status.NEGATED if denied else Status.REPORTED


def _vanguard(scene: Scene, sentence: Sentence, mention: Mention) -> Owner | None:
    """Return the vanguard whose partner it would be."""
    owner = scene.owner(sentence, mention.start)
    if owner is not None and owner.entities[0].kind == "org":
        owner = scene.owners.background(sentence)
    if owner is None or owner.entities[0].kind != "vanguard":
        return None
    return owner


def _span(
    scene: Scene, sentence: Sentence, mention: Mention, kind: str
) -> tuple[int, int, float] | None:
    """Return the words that make an organisation a partner, and how sure that is."""
    text = scene.reading.text
    low, high = near(sentence, mention.start, mention.end, LIST_REACH)
    outside = kind in OUTSIDE or kind == NATIONAL
    listed = _listed(scene, sentence, mention)
    if listed is not None:
        return None if kind == NATIONAL else listed
    if _OTHERS.search(text[max(sentence.start, mention.start - 30) : mention.start]):
        return None
    if _JOB_FOR.search(text[max(sentence.start, mention.start - 80) : mention.start]):
        return (*whole(sentence, mention.start, mention.end), 0.88)
    if outside and not listed_with_members(scene, sentence, mention):
        return None
    lead = last_cue_in(scene, low, mention.start, "partner-lead-in")
    if lead is not None and _runs_on(scene, lead.end, mention.start):
        return (*_from(sentence, lead.start, mention.end), 0.88)
    after = cue_in(scene, mention.end, high, "partner-verb")
    if after is not None and _runs_on(scene, mention.end, after.start):
        end = min(sentence.end, after.end + 60)
        return (*_from(sentence, mention.start, end), 0.72 if kind in LOCAL else 0.5)
    told = officer_of(scene, sentence, mention, kind)
    return told or rooted(scene, sentence, mention, kind)


def _listed(scene: Scene, sentence: Sentence, mention: Mention) -> tuple[int, int, float] | None:
    """Return the item with its lead-in where the item stands in a list of partners."""
    document = scene.reading.document
    block = document.blocks[sentence.block]
    if block.kind not in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}:
        return None
    lead = scene.reading.text[block.start : mention.start].strip()
    if len(lead.split()) > 4 and block.kind is BlockKind.LIST_ITEM:
        return None
    for scope in scopes(scene, sentence):
        cue = last_cue_in(scene, scope.start, scope.end, "partner-lead-in")
        who = asks_who(scene.reading, scope.start, scope.end)
        if cue is not None or who:
            start = cue.start if cue else scope.start
            cue_start = start
            sentences = document.sentences
            at = bisect_right(sentences, cue_start, key=lambda s: s.start) - 1
            if at >= 0 and sentences[at].end > cue_start:
                start = sentences[at].start
            if mention.end - start <= 290 and scope.kind is not BlockKind.HEADING:
                return start, mention.end, 0.93
            return mention.start, mention.end, 0.9
        if scope.kind is BlockKind.HEADING:
            return None
    return None


def _runs_on(scene: Scene, start: int, end: int) -> bool:
    """Whether only a list of names or a few words stand between two places."""
    gap = scene.reading.text[start:end]
    if re.search(r"[.;?!“”]\s", gap):
        return False
    for m in reversed(list(scene.reading.within(start, end, "org", "person", "place"))):
        gap = gap[: m.start - start] + " " + gap[m.end - start :]
    words = [w for w in re.findall(r"[\w’'&-]+", gap) if w.casefold() not in _FILLERS]
    return len(words) <= 8


_FILLERS = frozenset(
    {"and", "the", "of", "with", "as", "well", "a", "an", "in", "for", "by", "nhs", "local", "its"}
    | {"our", "their", "between", "also", "which", "is", "are", "including", "all", "other"}
    | {"such", "to"}
)


def _from(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return a span of at most the quote's length that ends where the fact ends."""
    if end - sentence.start <= 290:
        return sentence.start, end
    return max(start, end - 290), end


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "The Sunderland vanguard belongs to Wear Council, Wear NHS Trust and Red Kite Care.": {
            ("partner", "vanguard:sunderland", "org:Wear Council", "reported"),
            ("partner", "vanguard:sunderland", "org:Wear NHS Trust", "reported"),
            ("partner", "vanguard:sunderland", "org:Red Kite Care", "reported"),
        },
        "Present: Jo Reed (Wear NHS Trust), for the Sunderland vanguard.": {
            ("partner", "vanguard:sunderland", "org:Wear NHS Trust", "reported"),
        },
        "The Sutton vanguard\n\nWho runs it?\n\n- Wandle NHS Trust": {
            ("partner", "vanguard:sutton", "org:Wandle NHS Trust", "reported"),
        },
        "In the Sunderland vanguard nurses of Wear NHS Trust visit people at home.": {
            ("partner", "vanguard:sunderland", "org:Wear NHS Trust", "reported"),
        },
        "The Stockport vanguard brings together Stockport Council and Peak NHS Trust.": {
            ("partner", "vanguard:stockport", "org:Peak NHS Trust", "reported"),
            ("partner", "vanguard:stockport", "org:Stockport Council", "reported"),
        },
        "The members of the Sunderland vanguard are:\n\n- Wear Council\n- Wear NHS Trust": {
            ("partner", "vanguard:sunderland", "org:Wear Council", "reported"),
            ("partner", "vanguard:sunderland", "org:Wear NHS Trust", "reported"),
        },
        "The Sutton vanguard is run by Sutton CCG in partnership with Wandle NHS Trust.": {
            (
                "partner",
                "vanguard:sutton",
                "org:Sutton Clinical Commissioning Group|Sutton CCG",
                "reported",
            ),
            ("partner", "vanguard:sutton", "org:Wandle NHS Trust", "reported"),
        },
        "Calder Council is a member of the Calderdale vanguard.": {
            ("partner", "vanguard:calderdale", "org:Calder Council", "reported"),
        },
    },
    misses=(
        "The Sunderland vanguard buys meals from Wear Council, which has nothing to do with it.",
        "Observers: Wear Council, at the board of the Sunderland vanguard.",
        "The Sunderland vanguard was evaluated by the University of York.",
        "NHS England chose the Sunderland vanguard in 2015.",
        "The Sunderland vanguard is not far from Durham County Council.",
        "The Guardian wrote about the Sunderland vanguard.",
    ),
)
