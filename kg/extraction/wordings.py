"""Changes told in a set form around their figure: "home two days sooner", "avoided £85,000"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.extraction.reading import Figure
from kg.extraction.signs import signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Reading
    from kg.model import Sentence

SOONER = re.compile(r"\s+(?:sooner|earlier|faster|quicker)\b", re.IGNORECASE)
LEAVING = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|discharged?|(?:come|comes|came|go|goes|going|went|get|gets|got|are"
    r"|back|sent|return(?:s|ed)?) home|out of hospital|home from hospital)\b",
    re.IGNORECASE,
)
SPARED = re.compile(r"\b(?:avoid(?:s|ed|ing)?|spar(?:es|ed|ing))\b", re.IGNORECASE)
SAVED = re.compile(r"\bsav(?:e|es|ed|ing)\b", re.IGNORECASE)
OFF = re.compile(r"\s+off\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
COUNTED_ON = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
COST_CUT = re.compile(
    r"\b(?:cut|cuts|cutting|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|trim(?:s|med|ming)?"
    r"|br(?:ing|ings|inging|ought) down|slash(?:es|ed|ing)?|shav(?:e|es|ed|ing))\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:costs?|spending|bills?|expenditure|spend|overheads)\s+"
    r"(?:[\w’'-]+\s+){0,3}?by\s+(?:(?:about|around|some|over|more than|nearly|almost|up to)\s+)*$",
    re.IGNORECASE,
)
COST_OFF = re.compile(
    r"\s+(?:a year\s+)?(?:off|out of)\s+(?:[\w’'-]+\s+){0,3}?(?:costs?|spending|bills?|expenditure"
    r"|budgets?|spend|running costs)\b",
    re.IGNORECASE,
)
PART_OFF = re.compile(
    r"\b(?:t(?:ake|akes|aking|aken|ook)|knock(?:s|ed|ing)?|shav(?:e|es|ed|ing)|cut(?:s|ting)?"
    r"|trim(?:s|med|ming)?|wip(?:e|es|ed|ing)|strip(?:s|ped|ping)?|lop(?:s|ped|ping)?"
    r"|(?:has|have|had|was|were) (?:been )?(?:taken|knocked|shaved|cut|wiped))\b",
    re.IGNORECASE,
)
TAKEN = re.compile(
    r"\bt(?:ake|akes|aking|aken|ook)\s+(?:(?:about|some|over|nearly|more than)\s+)*$", re.IGNORECASE
)
OFF_BEHIND = re.compile(r"\s+off\b", re.IGNORECASE)
"""What is taken off: "took 1,140 medicines off residents' charts"."""
BEEN_OFF = re.compile(
    r"\s+(?:(?:has|have|had|was|were) (?:been )?(?:taken|knocked|shaved|cut|wiped"
    r"|lopped)\s+)?off\s+"
    r"(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""What ties a share to the amount that it was taken off."""
COSTING = re.compile(
    r"\b(?:costs?|costing|c[ao]me to|spent|spend|spends|paid|pays?|bills?|budget|price"
    r"|cost|b(?:uy|uys|uying|ought)|purchas\w+|run|runs|running)\b",
    re.IGNORECASE,
)
WORTH = re.compile(
    r"\b(?:is|are|was|were|put|reckon\w*|estimate\w*)\s+(?:[\w’'-]+\s+){0,2}?worth\s+"
    r"(?:(?:about|around|some|over|more than|nearly|almost|an estimated|roughly|up to)\s+)*$",
    re.IGNORECASE,
)
NOT_SAVED = re.compile(
    r"\b(?:contracts?|deals?|grants?|awards?|funds?|funding|bids?|budgets?|programmes?|investment"
    r"|packages?|market|industry|tenders?|fees?|shares?|business)\b",
    re.IGNORECASE,
)
"""What else is worth money."""
TO_SAVE = re.compile(
    r"\s+(?:a year\s+)?(?:that|which)?\s*(?:(?!and\b|but\b|or\b)[\w’'-]+\s+){1,3}?(?:expects?"
    r"|hopes?|aims?|plans?"
    r"|intends?|has|have|had|will|could|would|promised|meant|was|were|is|are)\s+(?:to\s+)?"
    r"(?:be\s+)?sav(?:e|ed)\b",
    re.IGNORECASE,
)
BENEFIT = re.compile(
    r"\s+(?:net\s+|financial\s+|annual\s+|cash\s+|recurring\s+|gross\s+|worth\s+of\s+)*"
    r"(?:benefits?|efficienc(?:y|ies)|savings?)\b",
    re.IGNORECASE,
)
UNDERSPENT = re.compile(
    r"\bunderspen[td]\w*\s+(?:(?:by|of|about|around|some|over|nearly|almost)\s+)*$", re.IGNORECASE
)
LESS_MONEY = re.compile(
    r"\s+(?:an? (?:year|month|week|head|patient|person|bed)\s+)?(?:less|lower"
    r"|cheaper|lighter|smaller|down)\b",
    re.IGNORECASE,
)
"""A cost that is so much less: "stays came to £456,166 less"."""
BETTER_OFF = re.compile(r"\s+(?:a year\s+)?better off\b", re.IGNORECASE)
SAVING_OF = re.compile(
    r"\b(?:net |total |annual |yearly |estimated |overall )?savings?\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:c[ao]mes? to|c[ao]me (?:out )?at|amount(?:s|ed|ing)? to|(?:was|were|is|are) put at"
    r"|total(?:s|led)"
    r"|(?:was|were|is|are|stands? at|stood at|reached|works? out at|worked out at|add(?:s"
    r"|ed)? up to))\s+"
    r"(?:(?:about|around|some|over|more than|nearly|almost|just|an estimated|roughly)\s+)*$",
    re.IGNORECASE,
)
IN_BED = re.compile(
    r"\s+(?:less|fewer)\s+(?:[\w’'-]+\s+)?(?:in|on|at)\s+(?:[\w’'-]+\s+){0,2}?(?:hospitals?|beds?"
    r"|wards?)\b",
    re.IGNORECASE,
)
A_DAY_LESS = signed(
    r"\b(?P<much>an?|one)\s+(?:day|night)\s+(?:less|fewer)\s+(?:[\w-]+\s+)?(?:in|on|at)\s+"
    r"(?:[\w’'-]+\s+){0,2}?(?:hospital|bed|wards?)\b"
    r"|\b(?:home|out|discharged|leave|left)\s+(?:an?|one)\s+day\s+(?:sooner|earlier)\b",
    re.IGNORECASE,
)
STAYING = re.compile(
    r"\b(?:sp(?:end|ends|ent|ending)|stay(?:s|ed|ing)?|are|is|were|lie|kept)\b", re.IGNORECASE
)
SPARING = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|fre(?:e|es|ed|eing)(?: up)?|spar(?:e|es|ed|ing)"
    r"|releas(?:e|es|ed|ing))\b",
    re.IGNORECASE,
)
APART = re.compile(r"[.;:?!]|\b(?:but|while|although|whereas)\b", re.IGNORECASE)
REACH = 80


def worded(
    reading: Reading, sentence: Sentence
) -> Iterator[tuple[str, tuple[Figure, ...], int, int, int]]:
    """Yield (measure, figures, start, end, place of the telling verb) of such wordings."""
    figures = tuple(reading.figures_within(sentence.start, sentence.end))
    text = reading.text
    for i, figure in enumerate(figures):
        lead = text[max(sentence.start, figure.start - REACH) : figure.start]
        sooner = SOONER.match(text, figure.end)
        if figure.unit == "days" and sooner:
            verb = _nearest(LEAVING, lead)
            if verb is not None:
                at = figure.start - len(lead) + verb.start()
                yield "length-of-stay", (figure,), at, sooner.end(), at
        elif figure.unit == "days" and (less := IN_BED.match(text, figure.end, sentence.end)):
            verb = _nearest(STAYING, lead)
            if verb is not None:
                at = figure.start - len(lead) + verb.start()
                yield "length-of-stay", (figure,), at, less.end(), at
        elif figure.unit == "GBP":
            off = COST_OFF.match(text, figure.end, sentence.end)
            verb = _nearest(SPARED, lead) or COST_CUT.search(lead)
            richer = BETTER_OFF.match(text, figure.end, sentence.end)
            saving = SAVING_OF.search(lead) or UNDERSPENT.search(lead)
            if saving is None and not NOT_SAVED.search(text, sentence.start, sentence.end):
                saving = WORTH.search(lead)
            richer = richer or TO_SAVE.match(text, figure.end, sentence.end)
            richer = richer or BENEFIT.match(text, figure.end, sentence.end)
            if COSTING.search(lead):
                richer = richer or LESS_MONEY.match(text, figure.end, sentence.end)
            if off or richer:
                end = (off or richer).end()  # type: ignore[union-attr]
                yield "cost-savings", (figure,), figure.start, end, figure.start
            elif saving is not None:
                at = figure.start - len(lead) + saving.start()
                yield "cost-savings", (figure,), at, figure.end, at
            elif verb is not None:
                at = figure.start - len(lead) + verb.start()
                yield "cost-savings", (figure,), at, figure.end, at
        elif (figure.unit == "hours" and figure.role not in {"from", "to"}) or (
            figure.unit == "hours" and i + 1 < len(figures) and figures[i + 1].unit == "hours"
        ):
            verb = _nearest(SAVED, lead)
            if verb is not None:
                at = figure.start - len(lead) + verb.start()
                yield "efficiency", (figure,), at, figure.end, at
    for less in A_DAY_LESS.finditer(text, sentence.start, sentence.end):
        day = Figure(less.start(), less.start() + 1, Decimal(1), "days", "", "by")
        yield "length-of-stay", (day,), less.start(), less.end(), less.start()
    yield from _of_measures(reading, sentence, figures)


def _of_measures(
    reading: Reading, sentence: Sentence, figures: tuple[Figure, ...]
) -> Iterator[tuple[str, tuple[Figure, ...], int, int, int]]:
    """Yield "saved 1,200 bed days" and "two days off the average stay"."""
    text = reading.text
    for mention in reading.mentions_in(sentence, "measure"):
        if mention.entity.id in {"cost-savings", "coverage", "service-uptake"}:
            continue
        for figure in figures:
            if figure.unit in {"GBP", "sites"} or figure.start > mention.start:
                continue
            gap = text[figure.end : mention.start]
            if figure.unit == "percent":
                before = text[max(sentence.start, figure.start - REACH // 2) : figure.start]
                off = BEEN_OFF.fullmatch(gap)
                if off and (_nearest(PART_OFF, before) or PART_OFF.search(gap)):
                    yield mention.entity.id, (figure,), figure.start, mention.end, figure.start
                continue
            lead = text[max(sentence.start, figure.start - REACH // 2) : figure.start]
            verb = _nearest(SPARING, lead)
            if OFF.fullmatch(gap):
                yield mention.entity.id, (figure,), figure.start, mention.end, figure.start
            elif TAKEN.search(lead) and OFF_BEHIND.match(text, mention.end, sentence.end):
                counted = replace(figure, unit="count")
                yield mention.entity.id, (counted,), figure.start, mention.end, figure.start
            elif verb is not None and (mention.start <= figure.end or COUNTED_ON.fullmatch(gap)):
                at = figure.start - len(lead) + verb.start()
                yield mention.entity.id, (figure,), at, mention.end, at


def _nearest(pattern: re.Pattern[str], lead: str) -> re.Match[str] | None:
    """Return the last match of a pattern that no clause's end parts from the end of `lead`."""
    found = list(pattern.finditer(lead))
    return found[-1] if found and not APART.search(lead, found[-1].end()) else None
