"""What in a text is told to have helped, or is recommended, by words of help around it.

Words of help speak of what stands before them ("… made all the difference"), of what follows them
("thanks to …"), or of either ("… is her advice", "her advice: …"). Behind "this", "which", "they"
and the like they speak of what the clause, or the sentence, before told. `kg.extraction.help_found`
finds them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.help_found import Help, helps
from kg.extraction.telling import following, near
from kg.extraction.tokens import SKIPPED, tokens

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence
    from kg.vocabulary import Vocabulary

REACH = 190
"""Characters between words of help and what they speak of."""
CLOSE = 70
"""Characters between a help and words that mean much else than helping."""
OPENING = 130
"""Characters from the start of a sentence in which it may speak of the one before."""
WIDE = 700
"""Characters of a sentence without end that are read."""

_BREAK = re.compile(r"[;:.]|\b(?:but|although|though|whereas|however)\b", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this|that|these|those|it|they|them|which|both|such|so|otherwise|its|their"
    r"|as a result)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\W*(?:and |so |all |perhaps |as |for )*(?:this|that|these|those|it|they|which|such|both|its"
    r"|without|we were|we are|they were|the result|the rule|the habit|the practice)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:two|three|four|five|six|several|some|many|a number of|other|certain) (?:[\w-]+ ){0,2}"
    r"(?:things|factors|reasons|lessons|tips|pieces of advice|ingredients|secrets|strengths)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|who|which|that|where|when"
    r"|says?|said|thinks?|believes?|reports?|told|can['’]t|not|never)\b|,|[\w'’-]+(?:ed|es)\b",
    re.IGNORECASE,
)


def helped(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether words of help, in the sentence or next to it, speak of a mention."""
    text = scene.reading.text
    vague = mention.role == "cue" and is_vague(
        scene.vocabulary, mention.entity, text[mention.start : mention.end]
    )
    start, end = near(sentence, mention.start, mention.end, WIDE)
    if any(_speaks_of(text, h, mention, vague=vague) for h in helps(text, start, end)):
        return True
    if not vague and _gives_reason(text, mention, start, end):
        return True
    return not vague and (_told_next(scene, sentence) or _told_before(scene, sentence))


THINGS = frozenset(
    {
        "clinical-engagement",
        "patient-involvement",
        "voluntary-sector",
        "local-government",
        "wide-involvement",
        "shared-data",
        "national-support",
    }
)
"""Enablers whose vague labels of two words name people or things: "care homes", "care plan"."""


def is_vague(vocabulary: Vocabulary, entity: Entity, printed: str) -> bool:
    """Whether a label is but a word, or two that name people or things."""
    length = len(printed.split())
    return length == 1 or (
        length == 2 and entity.id in THINGS and is_plain(vocabulary, entity.id, printed)
    )


def is_plain(vocabulary: Vocabulary, enabler: str, printed: str) -> bool:
    """Return whether printed words are a label of an enabler as it is listed, and no pattern."""
    return _words(printed) in _listed(vocabulary, enabler)


@lru_cache(maxsize=128)
def _listed(vocabulary: Vocabulary, enabler: str) -> frozenset[tuple[str, ...]]:
    """Return the labels of an enabler as listed, each as the words of it that count."""
    concept = vocabulary.find("enabler", enabler)
    return (
        frozenset(_words(label) for label in concept.texts("cue", "hidden"))
        if concept
        else (frozenset())
    )


def _words(label: str) -> tuple[str, ...]:
    """Return the words of a label that count."""
    return tuple(word for word in tokens(label).words if word not in SKIPPED)


CROWDS = frozenset({"clinical-engagement", "patient-involvement", "staff-engagement"})
"""Enablers whose vague labels of one word are people, of whom all sorts are told."""
FEW = 5
"""Words between a vague label and words of help."""


def _speaks_of(text: str, said: Help, mention: Mention, *, vague: bool) -> bool:
    """Whether words of help of the same sentence speak of a mention."""
    if mention.start <= said.start and said.end <= mention.end:
        return not vague and said.side in {"after", "before"}
    if said.end <= mention.start or (said.start < mention.start and said.end < mention.end):
        gap = text[said.end : mention.start]
        if said.side not in {"after", "either"} or len(gap) > REACH:
            return False
        if vague:
            part = mention.entity.id in THINGS | CROWDS and _GOES_ON.match(text, mention.end)
            return said.side == "after" and _close(gap) and not part
        return said.side == "either" or not _BREAK.search(gap.lstrip(" :,"))
    if said.start < mention.start or said.end <= mention.end or said.side == "after":
        return False
    gap = text[mention.end : said.start]
    if len(gap) > REACH or (said.side == "back" and not _NEXT.search(gap)):
        return False
    if vague:
        people = mention.entity.id in CROWDS and " " not in text[mention.start : mention.end]
        return said.side == "before" and not people and _close(gap) and not _NOUN_OF.match(gap)
    if said.side == "weak":
        return len(gap) <= CLOSE and not _BREAK.search(gap)
    cuts = [cut.end() for cut in _BREAK.finditer(gap)]
    return not cuts or _THIS.search(text, mention.end + cuts[-1], said.end) is not None


def _gives_reason(text: str, mention: Mention, start: int, end: int) -> bool:
    """Whether the words are a reason why something went well: "because … , it was easier"."""
    opening = min(mention.end, mention.start + 8)
    lead = text[max(start, mention.start - 50) : opening].rstrip()
    if not text[mention.start : opening].casefold().startswith("because"):
        lead = text[max(start, mention.start - 50) : mention.start]
    if not _BECAUSE.search(lead) or _NOBODY.search(lead):
        return False
    return bool(_WENT_WELL.search(text[start : mention.start] + text[mention.end : end]))


_NOBODY = re.compile(r"\b(?:nobody|no|not|none|never|few|little|less|lack)\b", re.IGNORECASE)
_BECAUSE = re.compile(r"\b(?:because|since|as|thanks)\b(?: [\w'’-]+){0,4} ?$", re.IGNORECASE)
_WENT_WELL = re.compile(
    r"\b(?:easier|simpler|quicker|faster|smoother|possible|worked|works|went well|succeeded"
    r"|able to|progress|no need|c[ao]me good|paid off|took off|thrive[ds]?|flourish\w*|lasted|stuck"
    r"|held"
    r"|caught on)\b",
    re.IGNORECASE,
)


def _close(gap: str) -> bool:
    """Whether few words and no verb but "is" stand between a vague label and words of help."""
    gap = _COPULA.sub("", gap)
    return len(gap.split()) <= FEW and not _VERB.search(gap)


_NEXT = re.compile(r"[,;:]|\band\b")
_GOES_ON = re.compile(r"['’]s\b|,|(?: [\w’'-]+){0,3} \w+ing\b")
"""What follows a vague label that is but part of what helped: "staff sitting in one room"."""
_NOUN_OF = re.compile(r"['’]s?\s|\s+(?:say|says|said|in|at|on)\b", re.IGNORECASE)
"""What follows a vague label that is but its owner, or who says so."""
_COPULA = re.compile(
    r"\b(?:(?:has|have|had) )?(?:also )?(?:is|are|was|were|been|be|proved|remains?|seen as)\b"
    r"(?: [\w'’-]+){0,4} ?$",
    re.IGNORECASE,
)


def _told_next(scene: Scene, sentence: Sentence) -> bool:
    """Whether the next sentence says of this one that it helped."""
    text = scene.reading.text
    for after in following(scene, sentence, 2)[1:]:
        back = _BACK.match(text, after.start, after.end)
        for said in helps(text, after.start, min(after.end, after.start + 2 * OPENING)):
            if said.start - after.start > OPENING or said.side == "after":
                continue
            if said.side == "weak":
                if back and said.start - back.end() <= CLOSE // 2:
                    return True
            elif _THIS.search(text, after.start, said.end):
                return True
    return False


def _told_before(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence before announces what helped: "Three things helped."."""
    document = scene.reading.document
    at = bisect_left(document.sentences, sentence)
    for before in document.sentences[max(0, at - 2) : at]:
        if before.block != sentence.block or before.end - before.start > WIDE:
            continue
        text = scene.reading.text
        announced = _ANNOUNCED.search(text, before.start, before.end)
        if announced and any(
            h.side != "weak"
            and h.start - announced.end() <= CLOSE
            and announced.start() - h.end <= CLOSE
            for h in helps(text, before.start, before.end)
        ):
            return True
    return False
