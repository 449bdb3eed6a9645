"""Bodies told to judge a vanguard's work: "the unit compared", "asked X to look at it".

What a researcher does is said in everyday verbs (look at, follow, compare, find out), so the verb
counts only beside a body of a kind that judges from outside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.model import Sentence

_ADVERB = r"(?:\w+ly\s+|now\s+|also\s+|since\s+|already\s+|then\s+|been\s+|being\s+)*"
_STUDY = (
    r"(?:evaluat(?:e|es|ed|ing|ion)|stud(?:y|ies|ied|ying)|assess(?:es|ed|ing)?"
    r"|examin(?:e|es|ed|ing)|research(?:es|ed|ing)?|compar(?:e|es|ed|ing)|measur(?:e|es|ed|ing)"
    r"|analys(?:e|es|ed|ing|is)|investigat(?:e|es|ed|ing)|track(?:s|ed|ing)?"
    r"|follow(?:s|ed|ing)?(?:\s+up)?|look(?:s|ed|ing)?\s+(?:again\s+|hard\s+)?(?:at|into)"
    r"|(?:find|finds|found|finding|work|works|worked|working)\s+out\s+(?:what|how|whether|if)"
    r"|judg(?:e|es|ed|ing)|weigh(?:s|ed|ing)?(?:\s+up)?|interview(?:s|ed|ing)?"
    r"|survey(?:s|ed|ing)?|monitor(?:s|ed|ing)?|check(?:s|ed|ing)?\s+(?:the\s+)?(?:sums|figures"
    r"|claims|results|numbers|data)|apprais(?:e|es|ed|ing)|observ(?:e|es|ed|ing)"
    r"|put(?:s|ting)?\s+(?:it\s+|them\s+)?to the test|test(?:s|ed|ing))"
)
_TEAM = (
    r"(?:['’]s?)?\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*[^,.;]{1,60},\s*)?"
    r"(?:(?:and|with)\s+[^,.;]{1,50}?\s+)?(?:(?:research(?:ers|\s+team)?|team|staff|academics"
    r"|economists|analysts|evaluators|scientists|has|have|had|is|are|was|were|which|who|will|is to"
    r"|are to)\s+)*"
)
_ACTS = signed(rf"{_TEAM}{_ADVERB}{_STUDY}\b", re.IGNORECASE)
"""The body studies: "A University of Manchester team studied …"."""
_CHOSEN = signed(
    rf"{_TEAM}{_ADVERB}(?:asked|commissioned|hired|appointed|engaged|invited|paid|chosen|brought"
    rf"\s+in|taken\s+on|retained|contracted|funded|named|selected|won\s+the\s+\w+|spent\s+[^.;,]{{1,40}})"
    rf"\s*(?:to\s+{_ADVERB}{_STUDY}|as\s+(?:the\s+|an?\s+|its\s+|our\s+|their\s+|local\s+"
    r"|independent\s+|external\s+|academic\s+)*evaluat\w+|(?:looking|studying|evaluating|following"
    r"|comparing|examining|interviewing|assessing|tracking|watching))\b",
    re.IGNORECASE,
)
"""The body was chosen for the task: "has been brought in as evaluator"."""
_DOES = signed(
    rf"{_TEAM}{_ADVERB}(?:carr(?:y|ies|ied|ying)\s+out|conduct(?:s|ed|ing)?|undert(?:ake|akes|ook"
    r"|aken|aking)|le(?:d|ads?|ading)|do(?:es|ing|ne)?|did|publish(?:es|ed|ing)?|wr(?:ote|ites?"
    r"|itten)|produc(?:es|ed|ing)|r(?:an|uns?))\s+(?:[\w-]+\s+){0,4}?(?:evaluation|study|review"
    r"|assessment|research|analysis|survey|interviews)\b",
    re.IGNORECASE,
)
"""The body does one: "is carrying out the local evaluation"."""
_OWN = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?:evaluation|study|analysis|evaluators|researchers)\b",
    re.IGNORECASE,
)
"""It is the body's: "the university's evaluation"."""
_BY = signed(
    r"\b(?:(?:evaluated|studied|assessed|examined|researched|compared|measured|analysed|judged"
    r"|tracked|followed|weighed up|looked at|interviewed)\s+by"
    r"|(?:evaluation|stud(?:y|ies)|analysis|assessment|research|review|survey|researchers"
    r"|evaluators?|academics|economists|evaluation\s+team|evaluation\s+partners?)"
    r"(?:\s+[\w-]+){0,6}?(?:,|:|\s+\(|\s+(?:is|are|was|were))?"
    r"(?:\s+(?:carried out|done|led|conducted|undertaken|written|published|run|jointly))*"
    r"\s+(?:by|from|at|of)?)"
    r"\s*(?:a\s+team\s+(?:from|at)\s+|researchers\s+(?:from|at)\s+|the\s+|an?\s+)*$",
    re.IGNORECASE,
)
"""By the body: "a study by …", "researchers from …", "our evaluators, …"."""
_ASKS = signed(
    r"\b(?:ask(?:s|ed|ing)?|commission(?:s|ed|ing)?|pa(?:y|ys|id|ying)|hir(?:es|ed|ing)"
    r"|appoint(?:s|ed|ing)?|invit(?:es|ed|ing)|engag(?:es|ed|ing)|cho(?:oses|se)|br(?:ings|ought)"
    r"\s+in|wants?|got)\s+(?:the\s+|a\s+team\s+(?:from|at)\s+)?$",
    re.IGNORECASE,
)
_TO_STUDY = signed(
    rf"(?:\s+\([^()]{{1,40}}\))?\s+(?:to\s+{_ADVERB}{_STUDY}|as\s+(?:[\w-]+\s+){{0,2}}evaluat\w+"
    r"|for\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}evaluation)\b",
    re.IGNORECASE,
)
"""The body is asked: "NHS England asked X to look at …"."""
_NOT_THIS = re.compile(
    r"['’]?s?\s*(?:figures|board|staff survey|said|says)\b|\s+(?:said|says|told|think|thinks)\b",
    re.IGNORECASE,
)


def judges(text: str, sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """Return the span that tells a body as judging the work from outside, or None."""
    if _NOT_THIS.match(text, mention.end, sentence.end):
        return None
    lead = text[max(sentence.start, mention.start - 110) : mention.start]
    for pattern in (_ACTS, _CHOSEN, _DOES, _OWN):
        found = pattern.match(text, mention.end, sentence.end)
        if found:
            return mention.start, found.end()
    by = _BY.search(lead)
    if by:
        return mention.start - len(lead) + by.start(), mention.end
    asks = _ASKS.search(lead)
    told = _TO_STUDY.match(text, mention.end, sentence.end) if asks else None
    if asks and told:
        return mention.start - len(lead) + asks.start(), told.end()
    return None
