"""Changes whose measure was named a sentence before: "They have fallen", "a drop of 3 per cent"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.model import Direction

if TYPE_CHECKING:
    from kg.extraction.reading import Figure, Mention, Reading
    from kg.model import Sentence

STANDS_FOR = re.compile(
    r"\b(?:they|these|those|this|it|numbers?|the (?:rate|figure|number|total))\b",
    re.IGNORECASE,
)
GOES = re.compile(
    r"\b(?:fell|fallen|falling|rose|risen|rising|grew|grown|growing|dropped|dropping|declined"
    r"|declining|climbed|climbing|halved|doubled|went (?:down|up)|gone (?:down|up)|are down|are up"
    r"|is down|is up|was down|were down|fall|rise|drop|decline|grow|climb|(?:come|came|go) down"
    r"|come up|go up)\b",
    re.IGNORECASE,
)
SIZE_OF = re.compile(r"(?:\s+(?:of|by))?(?:\s+(?:about|around|nearly|almost|over|up to|some))?\s*")
SLOWLY = re.compile(r"(?:\s+\w+){0,2}\s+(?:slowly|slower)\b|\s+at a slower", re.IGNORECASE)
LONGEST_LEAD = 60
CAME_TO_NOTHING = re.compile(
    r"\W*(?:so far,? |as yet,? |but )?(?:(?:the|our|its|official) )?(?:figures?|numbers?|data"
    r"|evidence"
    r"|results?|statistics|evaluation|evaluators|facts)\s+(?:(?:do|does|did|could|can|have"
    r"|has)(?: not"
    r"|n[’']t)|never|cannot)\s+(?:yet |so far )?(?:bear|bore|borne?|show|shown?|back|confirm"
    r"|support"
    r"|prove|find|found|see)\w*\b"
    r"|\W*(?:so far,? |as yet,? |but )?none (?:of (?:it|this|that|them|these) )?(?:can|could"
    r"|has|have"
    r"|had|was|were|is|are)\b(?: (?:yet|so far))?(?: be| been)?"
    r"(?: (?:shown|seen|found|proved|demonstrated|come|made|achieved|realised|delivered|recorded)"
    r"|(?=\s*[.,;:!]))"
    r"|\W*(?:in the end,? )?(?:that|this|they|it|these|those|none of (?:it|this|them)|neither)\s+"
    r"(?:(?:has|have|had|did|was|were|is)\s+)?(?:n[o']t|never|not yet|c[oa]me to nothing)?"
    r"\s*(?:yet\s+)?(?:happen(?:ed)?|c[oa]me(?: about| true)?|materiali[sz]ed?"
    r"|been (?:achieved|met)|achieved|met|nothing)\b",
    re.IGNORECASE,
)
"""A hope told in the sentence before that came to nothing; it needs a "not" or "never"."""
SHORT = re.compile(
    r"\W*(?:so far,?\s+)?(?:they|it|we|that|this|these|those)\s+(?:has|have|had|did)"
    r"(?P<no>\s+not|\s*n['’]t|\s+never)?"
    r"(?=\s*[,.:;!]|\s+(?:yet|so far|in every|everywhere)\b)",
    re.IGNORECASE,
)
"""What a sentence says of the hope before it, its verb left out: "They have.", "It has not."."""
NONE_CAME = re.compile(
    r"\b(?:there (?:have|has|had|are|is|were|was)(?: been)? (?:none|no sign of (?:it|them|any))"
    r"|none (?:so far|yet|as yet|has come|have come|came)"
    r"|(?:did|could|do|have|has)(?: not|n['’]t) (?:yet )?(?:find|found|get|got|see|seen|come by)"
    r" (?:one|any|it|them|this|that)\b"
    r"|(?:saw|found|finds|shows?|showed|reported|there (?:was|were|is|has been)) (?:no"
    r"|little) (?:change"
    r"|difference|effect|fall|rise|improvement|such|movement|sign of (?:it|one))"
    r"|(?:has|have|did)(?: not|n['’]t) (?:come|happened|happen|materiali[sz]ed)"
    r"|(?:it|they|that|this|these) (?:has|have|did)(?: not|n['’]t)"
    r" (?:come|happen|materiali[sz]e|yet)\w*"
    r"|(?:has|have)(?: not|n[’']t) been (?:one|any)"
    r"|(?:has|have) failed to (?:materiali[sz]e|appear|come)|came to nothing)\b",
    re.IGNORECASE,
)
"""A hope told before in the same sentence that came to nothing."""
NONE_THERE = re.compile(
    r"(?:[;,]|\b(?:but|while|whereas|and))\s[^.;:!?]{0,60}?\b(?:there (?:was|were|is|are|has been"
    r"|have been) (?:none|no (?:such )?(?:change|difference|effect|fall|drop|rise|improvement|gain"
    r"|reduction|movement))"
    r"|no (?:such |clear |real )?(?:change|difference|effect|fall|drop|rise|improvement|gain"
    r"|reduction) (?:could be|was|were|has been|is) (?:shown|found|seen|observed|detected|measured"
    r"|recorded|proved|demonstrated))\b",
    re.IGNORECASE,
)
"""A change told of one place or group that there was none of in another."""
DENIAL = re.compile(r"\b(?:not|never|none|neither|nothing)\b|n't\b", re.IGNORECASE)
BETTER_CARE = signed(
    r"\b(?:improv(?:e|es|ed|ing)|enhanc(?:e|es|ing)|(?<=has )enhanced|(?<=have )enhanced)\s+"
    r"(?:(?!(?:to|of|for|in|on|by|with|from|at|how|quality|access|experience"
    r"|outcomes)\b)[\w’'-]+\s+)"
    r"{0,5}?(?:care|services?|treatment)\b(?!-|\s+(?:homes?|records?|plans?|planning|models?"
    r"|coordination|co-ordination|pathways?|integration|delivery|access|workers?|staff|quality"
    r"|experience|organisations?|systems?|users?|navigat\w+|outcomes))",
    re.IGNORECASE,
)
"""Care or services made better, the kind of care named between: a matter of quality."""


def carried(
    reading: Reading, sentence: Sentence
) -> tuple[Mention, Direction, Figure | None] | None:
    """Return the direction word, its direction and size in a sentence that names no measure.

    The word must be a verb of change with a pronoun before it, or a noun with its percentage
    ("predict a drop of 3 per cent"). None where the sentence has neither.
    """
    text = reading.text
    for word in reading.mentions_in(sentence, "direction"):
        if word.entity.id not in {"increase", "decrease"} or word.role == "cue":
            continue
        figure = _size(reading, sentence, word)
        said = text[word.start : word.end]
        lead = text[max(sentence.start, word.start - LONGEST_LEAD) : word.start]
        verb = GOES.fullmatch(said) and STANDS_FOR.search(lead)
        noun = figure is not None and re.search(r"\b(?:an?|the)\s+(?:\w+\s+)?$", lead)
        if not (verb or noun):
            continue
        slow = SLOWLY.match(text, word.end)
        told = Direction.DECREASE if slow else Direction(word.entity.id)
        return word, told, figure
    return None


def bettered(reading: Reading, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return where a sentence has care or services of a kind improved, no measure named in it."""
    if not BETTER_CARE.may_stand(reading, sentence.start, sentence.end):
        return ()
    found = BETTER_CARE.finditer(reading.text, sentence.start, sentence.end)
    return tuple(
        m.span()
        for m in found
        if all(x.role == "cue" for x in reading.within(*m.span(), "measure"))
    )


def _size(reading: Reading, sentence: Sentence, word: Mention) -> Figure | None:
    """Return the percentage right behind a word of change."""
    for figure in reading.figures_within(word.end, sentence.end):
        gap = reading.text[word.end : figure.start]
        fits = figure.unit == "percent" and figure.role not in {"from", "to"}
        return figure if fits and SIZE_OF.fullmatch(gap) else None
    return None
