"""Whether the words around a label deny it: no difficulty, no help."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.extraction.telling import is_question

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

BAD = re.compile(
    r"\b(?:lack|lacking|insufficient|shortages?|short|poor|weak|missing|low|unclear|inconsistent"
    r"|pressures?|rising|not|no|too|limited|inadequate|un\w+|dis\w+|mis\w+|incompatible|barriers?"
    r"|self-interest|resist\w+|fail\w*|cynic\w+|reluct\w+|diffic\w+|complex\w*|delays?|slow|busy"
    r"|gaps?|deficits?|cuts?|conflict\w*|different|separate|problems?|issues?|concerns?|challeng\w+"
    r"|focus on|club)\b",
    re.IGNORECASE,
)
"""Words that make a label a difficulty by itself."""

DENIED = signed(
    r"\s*(?:itself |themselves )?(?:was|were|is|are|has|have|did|had)?\s*"
    r"(?:not|never|n['’]t|wasn['’]t|isn['’]t|weren['’]t|aren['’]t|no longer)"
    r"(?: been| proved| proven| seen as)?(?: to be)?(?: an?| any| the)?(?: \w+)?\s*"
    r"(?:barriers?|problems?|obstacles?|issues?|challenges?|difficult\w*|prevent|hinder"
    r"|a constraint)"
    r"|\s*(?:proved|was|were|is|are|has been|have been|posed|presented|caused) (?:to be )?"
    r"(?:no|not an?|never an?) (?:\w+ )?(?:barrier|problem|obstacle|issue|challenge|difficult"
    r"|hurdle)",
    re.IGNORECASE,
)


_REFUTED = signed(
    r"\b(?:denie[sd]|denying|den(?:y|ial)|reject(?:s|ed)?|dismiss(?:es|ed)?|scotche[sd]|rebut\w*"
    r"|refut\w+"
    r"|play(?:s|ed) down|nothing to (?:suggest|show|indicate)|little to suggest"
    r"|no (?:sign|suggestion"
    r"|hint|evidence|indication)s? (?:that|of)|untrue|nobody (?:thinks|believes|blames)|not because"
    r"|far from|contrary to)\b[^.;:]{0,70}$",
    re.IGNORECASE,
)
"""What is said before a difficulty to deny it."""


def denied(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words say that it was no such thing."""
    return bool(DENIED.match(scene.reading.text, mention.end, sentence.end))


def refuted(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is said to deny it: "the firm denied that it was short of doctors"."""
    lead = scene.reading.text[max(sentence.start, mention.start - 120) : mention.start]
    return bool(_REFUTED.search(lead))


def asked_and_denied(scene: Scene, sentence: Sentence) -> bool:
    """Whether a question put right after a sentence is answered with no."""
    sentences = scene.reading.document.sentences
    at = bisect_left(sentences, sentence)
    after = sentences[at + 1 : at + 3]
    if len(after) < 2 or not is_question(scene.reading, after[0]):
        return False
    return bool(_NO.match(scene.reading.text, after[1].start, after[1].end))


_NO = re.compile(
    r"\W*(?:[\w’']+[:.] )?(?:[\w’']+(?: [\w’']+)?,? )?(?:no|not (?:at all|really|for us)|never"
    r"|far from it)\b(?=[^\w]|$)",
    re.IGNORECASE,
)


def useless(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words say that something was no help: "… made no odds"."""
    return bool(USELESS.match(scene.reading.text, mention.end, sentence.end))


USELESS = signed(
    r"[^.;:,]{0,10}?\b(?:made no (?:odds|difference)|made little difference"
    r"|(?:was|were|is|are) not what (?:helped|mattered)|did not help|didn['’]t help|was no help)\b",
    re.IGNORECASE,
)


def absent(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a difficulty is told of as not there: "no shortage of staff"."""
    text = scene.reading.text
    if mention.role == "cue" or not BAD.search(text, mention.start, mention.end):
        return False
    return bool(_NONE.search(text[max(sentence.start, mention.start - 24) : mention.start]))


_NONE = signed(r"\b(?:no|without|free of|nor)\s+(?:real |great |such |further )?$", re.IGNORECASE)
