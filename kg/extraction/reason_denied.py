"""Whether the words around a label deny it: no difficulty, no help."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.extraction.telling import is_question

if TYPE_CHECKING:
    from kg.extraction.reading import Mention, Reading
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
    r"(?! (?:the|its|our|their) (?:only|sole|single|main|biggest|worst|first|last)\b)"
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


_TROUBLE = (
    r"(?:barriers?|problems?|obstacles?|issues?|challenges?|difficult\w*|hurdles?|impediments?"
    r"|hindrances?|stumbling[ -]blocks?|sticking[ -]points?|constraints?|brakes?|headaches?"
    r"|troubles?|snags?|burdens?|drag on|drawbacks?|handicaps?|hinder\w*|hamper\w*|imped\w+"
    r"|delay\w*|slow(?:ed)?\b|stop(?:ped)?\b|prevent\w*|knock(?:ed)?\b|derail\w*|dent(?:ed)?\b"
    r"|deter(?:red)?\b|block(?:ed)?\b|obstruct\w*|bother\w*|thwart\w*|stall\w*"
    r"|h[eo]ld\w* (?:\w+ ){1,4}(?:back|up)|in (?:\S+ ){1,2}way|part in (?:\S+ ){0,3}delays?)"
)
_NEVER_SO = signed(
    r"(?P<gap>[^.;:!?]{0,70}?)\b(?:not|never|no|hardly|neither|nor|[a-z]+n['’]t)\b"
    r"(?! (?:only|just|merely|yet|alone|enough|the (?:only|last|first)|without|have|had))"
    r"(?:[ ,]+(?!(?:which|who|because|but|until|solv\w+|address\w*|overc[ao]me|resolv\w+"
    rf"|fix\w*)\b)[\w’'-]+){{0,5}}?[ ,]+{_TROUBLE}",
    re.IGNORECASE,
)
"""What is said behind a difficulty to tell that it was none."""
_OWN_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|do|does|could|would|proved|turned out)\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s*(?:which|who|whose)\b[^,]*,|\([^)]*\)")
_OTHER_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|do|does|because|but|although|while|said|says)\b",
    re.IGNORECASE,
)
_HURT = (
    r"(?:held|slowed|hampered|hindered|impeded|thrown|delayed|stopped|put|deterred|blocked|dogged"
    r"|troubled|plagued|constrained|set|bogged|knocked|worried|bothered|harmed|hurt|limited"
    r"|restricted|derailed|thwarted|weighed|daunted|fazed|hobbled|distracted)"
)
_SPARED = signed(
    r"\b(?:(?:was|were|is|are|been|be|am)(?: not| never|n['’]t)(?: \w+ly| so| too)?"
    r"(?: for want of| short of| bothered by| a matter of"
    rf"| {_HURT} (?:back |up |down |off course )?(?:by|with|in|about))"
    r"|(?:did|do|does|has|have|had)(?: not| never|n['’]t) (?:suffer\w*(?: from)?|feel|felt"
    r"|faced?|meet|met|run into|experienced?|encounter\w*|see|seen|let itself"
    rf"|have to (?:make do|put up|contend|cope) with|been (?:short of|{_HURT} by)))"
    r"(?: (?:any|much|such|an?|the|its|their|any of the|into|either|by|or))*(?: [\w-]+)? $",
    re.IGNORECASE,
)
"""What is said before a difficulty to tell that it was not met."""
_CLEAR = re.compile(r"\b(?:only|just|merely|because|if|unless|until|enough|yet)\b", re.IGNORECASE)


def denied(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words say that it was no such thing."""
    if DENIED.match_in(scene.reading, mention.end, sentence.end):
        return True
    return mention.kind == "barrier" and _no_trouble(scene.reading, sentence, mention)


def _no_trouble(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    """Whether a difficulty is said to have been none, or not to have been met."""
    behind = _NEVER_SO.match_in(reading, mention.end, min(sentence.end, mention.end + REACH))
    if behind and not _CLEAR.search(behind.group()):
        gap = _OWN_AUXILIARY.sub("", _RELATIVE.sub(" ", behind["gap"]))
        if not _OTHER_VERB.search(gap):
            return True
    low = max(sentence.start, mention.start - REACH)
    before = _SPARED.search_cut(reading, low, mention.start)
    return before is not None and not _CLEAR.search(before.group())


REACH = 130
"""Characters around a difficulty in which it is denied."""


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
    return bool(USELESS.match_in(scene.reading, mention.end, sentence.end))


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
