"""How the doing of a thing is told: running, still to come, hoped for, or stopped.

Narrower than `kg.extraction.status`: a verb of doing tells for all that it lists, and what a
vanguard's own service may yet achieve takes nothing from the service's being there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.extraction.stages import stage
from kg.extraction.telling import cues_within, near
from kg.extraction.when_done import allowed, by_time, really_there
from kg.model import BlockKind, Status

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

_NOBODY = signed(
    r"\b(?:not|no|never|n['’]t|none|nobody)\b[^,;.:]{0,60}\b(?:who|which|that|where) (?:has"
    r"|have)\b[^,;.:]{0,40}$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\s+(?:(?:team|service|scheme|programme|project|clinic|pilot)s?\s+)?(?:of|at|in|run by"
    r"|set up by"
    r"|introduced by|that|which)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:['’]s?)?\s+(?:(?:new|own|local|joint|first|main)\s+)*")
_ITS = re.compile(
    r"(?:^|[.;]\s|\b(?:and|see|saw|seen|visit|visited|praised?|credits?|thanks? to|of|by|with"
    r"|through"
    r"|using)\s)(?:its|our|their)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_STOPPED = signed(
    r"(?:(?!\bbut\b|\bwhile\b)[^.;]){0,110}\b(?:(?:was|were|has been|have been|is"
    r"|are)\s+(?:\w+ly\s+)?(?:wound up|stopped"
    r"|closed"
    r"|ended|abandoned|dropped|scrapped|blocked|shelved|cancelled|turned down|rejected|withdrawn"
    r"|never (?:formed|built|set up|introduced|used|opened|signed|agreed|launched|made|started))"
    r"|never (?:got|opened|started|began|happened|went|took|came)"
    r"|(?:was|were|has been|have been|is|are) given up"
    r"|but (?:none (?:took|happened|came|opened|was|were)|(?:was |were |has |have )?(?:never|not)"
    r" (?:been )?(?:introduced|built|opened|begun|started|done|set up|happened|achieved|signed)"
    r"|fell through|fallen through|(?:it )?came to nothing)"
    r"|decided against (?:it|them|this|that)|thought better of|turned (?:it|them) down)\b"
    r"|(?:\s+[\w-]+){0,2}?\s+(?:has|have|had|did|was|were|is|are)(?: still)?"
    r" (?:not|never|yet to)(?: yet| ever)? (?:been )?(?:open|start|beg[iu]n|launch|set up"
    r"|introduc|happen)"
)
_LABELLED = (
    (
        Status.NEGATED,
        re.compile(
            r"\W*(?:abandoned|dropped|scrapped|stopped|rejected|shelved|cancelled|not (?:taken"
            r" forward|started|begun|done|agreed|yet)|closed|on hold|withdrawn)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        re.compile(
            r"\W*(?:starting|due|planned|coming|next|to (?:start|come|follow|open)|will (?:start"
            r"|open|be"
            r"|begin|follow)|from (?:january|february|march|april|may|june|july|august|september"
            r"|october|november|december|spring|summer|autumn|winter)|starts in|opens in)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.REPORTED,
        re.compile(
            r"\W*(?:live|running|open|done|in place|started|begun|under way|complete|up and running"
            r"|achieved|working)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What an item's first words, or another cell of its row, say of how far it has got."""
_LAUNCH = signed(
    r"\b(?:planned|forthcoming|coming|next year['’]s) (?:launch|opening|introduction|start"
    r"|roll-?out)\b"
    r"|\b(?:launch|opening|introduction|start|roll-?out), (?:planned|due|set|expected)\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"\W*neither\b", re.IGNORECASE)
_AGREED = signed(r"\b(?:agreed|approved|decided) that\b[^.;]{0,60}$", re.IGNORECASE)
_WILL = re.compile(r"(?:\s+[\w-]+){0,2}?\s+will\b(?! not)")
_SOON = signed(
    r"(?:\s+[\w-]+){0,3}?\s+(?:will|is to|are to|is due to|are due to)\s+(?:be\s+|soon\s+|also\s+)*"
    r"(?:open|start|launch|begin|go live|introduc|set up|roll)"
)
_DUE = signed(
    r"(?:,\s+which[^,.;]{0,50},)?(?:\s+[\w-]+){0,2}?\s+(?:is|are)\s+(?:still\s+|now\s+)?"
    r"(?:due|supposed|scheduled|expected|set)\s+(?:to\s+(?:be\s+)?(?:open|start|launch|begin"
    r"|go live|follow|come|introduc)|(?:in|by|next|this|later|for|at)\b)"
    r"|,\s+(?:due|promised|planned|expected)\s[^,;.]{0,25},\s+(?:has|have)\s+(?:yet|still)\s+to\b"
)
"""Words behind that tell a thing still to come: "is still due in May", "…, has yet to appear"."""
_BEGUN = signed(
    r"(?:\s+[\w-]+){0,2}?\s+(?:went live|opened|started|began|(?:is|are) (?:now |already )?(?:open"
    r"|in place|running|live|available|being (?:piloted|trialled|rolled out|used|tested)))\b"
)
_UNREAL = signed(r"\b(?:could|would|might) (?:not|never) have\b|n['’]t have been\b")
_COMING = signed(
    r"(?:(?!\band\b)[^.;,]){0,40}\b(?:will|is to|are to|is due to)\s+(?:be\s+)?(?:open|start"
    r"|launch|begin|go live)"
)
_NOT_ONE = signed(
    r"\b(?:not one|no single|none of the|nobody|no)\s+[\w-]*[^;.:]{0,40}\bhas (?:yet"
    r"|ever)\b[^;.:]{0,40}$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:is|are|was|were|has|have|will|would|which|who|that|but|because|while)\b|[;:]"
)
_HAS_BEEN = signed(
    r"[^.;]{0,90}?\b(?:has|have) (?:now |already |since )?been (?:\w+ed|set|built|put|begun)\b"
)
"""Words that make what follows a thing to change, not a thing done."""


def starts(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words behind tell that it opened or is to start: "… is due to start in April"."""
    text = scene.reading.text
    found = (p.match(text, mention.end, sentence.end) for p in (_SOON, _BEGUN))
    return any(m is not None for m in found)


_MODAL = re.compile(
    r"(?<!who)(?<!that)(?<!which)(?<!whom)\s(?:will|would|could(?! now)|should|might|may"
    r"|(?:is|are|was|were) to)\s"
    r"|\b(?:has|have|had|is|are|was|were|do|does|did|will|would|could|can)(?:n['’]t|\s+not(?! only)"
    r"|\s+never)\s",
    re.IGNORECASE,
)
"""Words inside a mention that tell the rest of it: "the CCGs WILL merge their budgets"."""
_WHO = re.compile(r"\b(?:whose|who|which|that)\b[^,;]{0,25}$")
_DENIAL = signed(
    r"\b(?:not?|never|none|nobody|nor|neither|cannot|without|unable|fail\w*|refus\w*|declin\w*|lack\w*"
    r"|unlike|instead|rather|rejected|dropped|abandoned|scrapped|shelved|stopped|closed|ended"
    r"|withdr\w+|hardly|no longer|yet to|cancel\w*|against|fell through)\b|n['’]t\b",
    re.IGNORECASE,
)
_TURN = signed(
    r"\band (?:(?:also|it|they|we|now|the \w+) ){0,2}"
    r"(?:plans?|hopes?|aims?|intends?|wants?|will|would|could|is to|are to)\b",
    re.IGNORECASE,
)
"""Where a sentence turns from what is done to what is to come."""


def status_of_doing(scene: Scene, sentence: Sentence, mention: Mention) -> Status:
    """Return how it is told: as the verb of doing is, for all that the verb lists."""
    text = scene.reading.text
    low, high = near(sentence, mention.start, mention.end)
    if _NOBODY.search(text, low, mention.start):
        return Status.NEGATED
    if _NOT_ONE.search(text, low, mention.start):
        return Status.NEGATED
    if _NEITHER.match(text, sentence.start, mention.start):
        return Status.NEGATED
    labelled = _labelled(scene, sentence, mention)
    if labelled is not None:
        return labelled
    if _LAUNCH.search(text, low, mention.start):
        return Status.PLANNED
    told_so = stage(text, sentence.start, mention.start, mention.end, sentence.end)
    if told_so is not None:
        return told_so
    own = _own_until(scene, sentence, mention)
    if own is not None:
        return _of_own(text, sentence, own)
    if _STOPPED.match(text, mention.end, sentence.end):
        return Status.NEGATED
    if any(p.match(text, mention.end, sentence.end) for p in (_SOON, _DUE)):
        return Status.PLANNED
    if _BEGUN.match(text, mention.end, sentence.end):
        return Status.REPORTED
    inner = _MODAL.search(text, mention.start, mention.end)
    if inner is not None and not _WHO.search(text, mention.start, inner.start()):
        if allowed(text, mention.start, mention.end):
            return Status.REPORTED
        return scene.status(sentence, inner.end(), mention.end)
    verbs = [
        m
        for m in cues_within(scene, low, mention.start, "implement-verb")
        if not _APART.search(text, m.end, mention.start)
        and not _TURN.search(text, m.end, mention.start)
    ]
    if _AGREED.search(text, low, mention.start) and _WILL.match(text, mention.end, sentence.end):
        return Status.PLANNED
    to_come = by_time(scene, sentence, mention)
    if to_come is not None:
        negated = scene.status(sentence, mention.start, mention.end) is Status.NEGATED
        return Status.NEGATED if negated else to_come
    if verbs:
        told = scene.status(sentence, verbs[0].start, verbs[0].end)
        if told is Status.REPORTED:
            return told
    told = scene.status(sentence, mention.start, mention.end)
    if told is Status.EXPECTED and really_there(scene, sentence, mention):
        return Status.REPORTED
    if told is Status.NEGATED and not _denied_near(text, mention, low, high):
        return Status.REPORTED
    if told is Status.NEGATED and _UNREAL.search(text, low, high):
        return Status.REPORTED
    done = _HAS_BEEN.match(scene.reading.text, mention.end, sentence.end)
    if done and told is Status.PLANNED:
        return Status.REPORTED
    return told


def _denied_near(text: str, mention: Mention, low: int, high: int) -> bool:
    """Whether a denial stands before a mention or in the words behind it up to a comma."""
    comma = text.find(",", mention.end, high)
    return _DENIAL.search(text, low, comma if comma > 0 else high) is not None


def _labelled(scene: Scene, sentence: Sentence, mention: Mention) -> Status | None:
    """Return how far it has got as a list item's first words or a row's other cells say."""
    text = scene.reading.text
    block = scene.reading.document.blocks[sentence.block]
    if block.kind is BlockKind.LIST_ITEM:
        colon = text.find(":", block.start, mention.start)
        said = [text[block.start : colon]] if 0 < colon - block.start <= LABEL else []
    elif block.kind is BlockKind.TABLE_ROW:
        mark = "|" if "|" in text[block.start : block.end] else "\t"
        said = [c for c in text[mention.end : block.end].split(mark) if 0 < len(c.strip()) <= LABEL]
    else:
        return None
    for words in said:
        for status, pattern in _LABELLED:
            if pattern.match(words):
                return status
    return None


LABEL = 40
"""Characters in a label that says how far an item has got."""


def _own_until(scene: Scene, sentence: Sentence, mention: Mention) -> int | None:
    """Return where a vanguard's own thing has been named to its end, or None for no own thing.

    "The link workers of X …", "X's link workers …", "… and its link workers …".
    """
    text = scene.reading.text
    named = [
        n
        for n in scene.owners.named_in(*near(sentence, mention.start, mention.end, 150))
        if n.kind == "vanguard"
    ]
    own = _OWN.match(text, mention.end, sentence.end)
    if own:
        for one in named:
            if one.start <= own.end() + 12 and one.end > own.end():
                return one.end
    for one in named:
        if one.end <= mention.start and _POSSESSED.fullmatch(text, one.end, mention.start):
            return mention.end
    if _ITS.search(text[max(sentence.start, mention.start - 30) : mention.start]):
        return mention.end
    return None


def _of_own(text: str, sentence: Sentence, at: int) -> Status:
    """Return how a vanguard's own thing is told: what it may yet do takes nothing from its being.

    "The link workers of X could save …" says that X has link workers.
    """
    if _STOPPED.match(text, at, sentence.end):
        return Status.NEGATED
    return Status.PLANNED if _COMING.match(text, at, sentence.end) else Status.REPORTED
