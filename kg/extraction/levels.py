"""Figures with no change: how many people, homes or beds are served, use a service, are content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.changes import SILENT, all_changes
from kg.extraction.contentment import contentment_in
from kg.extraction.cues import word_set, words_of
from kg.extraction.phrase import LONGEST
from kg.extraction.status import is_asked
from kg.model import Direction, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure
    from kg.extraction.scene import Scene
    from kg.model import Sentence

SERVED = re.compile(
    r"\b(?:covers?|covered|covering|serv(?:es?|ed|ing)|looks? after|looking after|cares? for"
    r"|caring for|responsible for|populations? of|home to|take in|took in|takes in|taking in"
    r"|reach(?:es|ed)?|live in|living in|registered (?:with|population)|catchment|pilots?"
    r"|rolled out (?:to|in|across)|extended to|spread to|in place (?:in|at|across)"
    r"|works? (?:with|in|across)|working (?:with|in|across)|supports?|supporting"
    r"|operat(?:es?|ing) (?:in|across)|involv(?:es?|ed|ing)|take part|taking part|took part"
    r"|signed up|joined|are part of|were part of|now part of)\b",
    re.IGNORECASE,
)
"""Words that tie a number of people or places to what serves them."""
PLACES = re.compile(
    r"\b(?:care|nursing|residential|supported|extra|living|GP|general|practices?|surger|schools?"
    r"|homes?|pharmac|schemes?|facilit|beds?|neighbourhoods?|localit)",
    re.IGNORECASE,
)
"""Nouns of what a site can cover; not sites and bodies themselves."""
BODIES = re.compile(
    r"\b(?:vanguards?|organisations?|trusts?|sites|hospitals?|ccgs?|councils?"
    r"|partners?|teams?|staff|nurses|gps|doctors|workers|volunteers)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\b(?:covers?|covered|covering|serv(?:es?|ed|ing)|populations? of|look(?:s|ed|ing)? after"
    r"|home to|car(?:ed|es|ing) for|liv(?:e|es|ing) (?:in|around|near|within|there)"
    r"|rel(?:y|ies) on|depends? on"
    r"|responsible for|catchment|take in|took in|takes in)\b",
    re.IGNORECASE,
)
USED = re.compile(
    r"\b(?:enrol(?:l?ed|s|ments?)?|sign(?:ed|ing)? up"
    r"|(?:have|has) (?:been|gone|passed|come) through|have used|has used|used (?:the|it|this)"
    r"|using the"
    r"|have been (?:seen|helped|supported|treated|referred|visited|trained|assessed|screened)"
    r"|were (?:seen|helped|supported|treated|referred|visited|trained|assessed|screened)"
    r"|has (?:seen|helped|supported|treated|trained|assessed|screened|reached|received|handled)"
    r"|have (?:seen|helped|supported|treated|trained|attended|benefit(?:ed|ted)|received|joined"
    r"|taken up|had|got)|attended|took up|referred to (?:the|it|this)|benefited|benefitted"
    r"|(?:seen|helped|supported|treated|saw|sees|trained)"
    r" (?:more than|over|about|some|nearly|almost)?"
    r"|(?:help|support|advice|places|treatment|training)\s+(?:[\w-]+\s+){0,4}for\s+(?=0)"
    r"|(?:have|has|had) been (?:introduced to|taken on|put in touch|enrolled|offered|given|reached"
    r"|through|signposted|linked)|(?:were|was) (?:introduced to|taken on|put in touch|enrolled)"
    r"|(?:have|has|had) (?:taken on|dealt with|looked after|advised|enrolled|signed up)"
    r"|(?:taken on|dealt with|dealing with|enrolled|advised|signed up)"
    r"(?: (?:more than|over|about|some|nearly|almost))?\s+(?=0)"
    r"|(?:now )?have (?:a|an|their) (?:[\w-]+ )?(?:plan|budget|coach|coordinator"
    r"|navigator|key worker)"
    r"|on (?:its|the|their) (?:caseload|books|list)|caseload of|users"
    r"|are (?:using|enrolled|seen|supported))\b",
    re.IGNORECASE,
)
PROVIDED = re.compile(
    r"\b(?:care|services?|support)\s+(?:for|to)\s+(?:(?:about|some|over|more than)\s+)*$",
    re.IGNORECASE,
)
FIRST = re.compile(r"\b(?:the|its|our|their) first\s+$", re.IGNORECASE)
"""Words before a number of people that were the first to use a service."""
HANDLED = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:were|have been|had been|are|was|has been)\s+(?:taken|answered"
    r"|handled|dealt with|received|carried out|made|held|given|completed|delivered|logged)\b",
    re.IGNORECASE,
)
HANDLING = re.compile(
    r"\b(?:taken|took|answered|handled|received|dealt with|carried out|given|delivered|logged"
    r"|seen)\s+(?:(?:about|some|over|more than|nearly|almost|around|up to)\s+)*$",
    re.IGNORECASE,
)
CONTACTS = re.compile(
    r"\b(?:calls?|contacts|visits|referrals|consultations|assessments|reviews|sessions|checks"
    r"|appointments|callers)$",
    re.IGNORECASE,
)
"""What is counted when a service is used."""
PERSONS = re.compile(
    r"^(?:people|patients|residents|callers|students|clients|carers|families|children|adults"
    r"|islanders|villagers|pensioners|women|men|members|visitors|learners|babies)\b",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^\W*(?:(?:about|some|over|more than|nearly|almost|all|in all|so far|already|now|today|the)"
    r",?\s+)*$",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\b(?:in|at|across|for|from|to|of|with|into)\s+(?:(?:all|about|some|over|more than|nearly"
    r"|almost|its|the|our|another|around)\s+)*$",
    re.IGNORECASE,
)
"""Words by which something is done in, or with, a number of places."""
PART = re.compile(r";|, and\b|:")
CARE_PLACES = re.compile(
    r"\b(?:care homes?|nursing homes?|residential homes?|homes|practices|surgeries|pharmacies"
    r"|schools|schemes|beds)$",
    re.IGNORECASE,
)
APART = word_set("but although while whereas because though unlike")
REACH_WORDS = 9
COVERED_PERCENT = re.compile(
    r"(?:\b(?:of )?(?:the |its |our |their )?(?:local |whole |entire |registered |area's )?"
    r"(?:population|country|people|residents|patients|practices|homes|care homes))",
    re.IGNORECASE,
)


TAKING_PART = re.compile(
    r"\b(?:tak(?:e|es|ing) part|took part|ha(?:s|ve) (?:signed up|joined)"
    r"|are in (?:it|the scheme)|belong)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Level:
    """A figure with no change: of what, how told, over which words of which sentence."""

    sentence: Sentence
    outcome: Outcome
    status: Status
    start: int
    end: int
    at: int

    @property
    def measure(self) -> str:
        """The identifier of the measure."""
        return self.outcome.measure


def levels_in(scene: Scene) -> Iterator[Level]:
    """Yield the levels that a document tells."""
    reading = scene.reading
    told = dict(all_changes(reading, scene.vocabulary))
    for sentence in reading.document.sentences:
        if reading.document.blocks[sentence.block].kind in SILENT:
            continue
        if sentence.end - sentence.start > LONGEST:
            continue
        sizes = {f for change in told.get(sentence, ()) for f in change.figures}
        figures = [
            f
            for f in reading.figures_within(sentence.start, sentence.end)
            if f.unit in {"people", "sites", "percent", "count"} and f not in sizes
            if f.unit == "percent" or f.value == f.value.to_integral_value()
        ]
        if is_asked(reading, sentence):
            continue
        if figures:
            yield from _levels(scene, sentence, figures)
        for figure, measure, end in contentment_in(reading, sentence):
            outcome = Outcome(measure, Direction.LEVEL, figure.value, figure.unit)
            status = scene.status(sentence, figure.start, figure.end)
            if status is Status.EXPECTED:  # "would recommend"
                status = Status.REPORTED
            yield Level(sentence, outcome, status, figure.start, end, figure.start)


def _levels(scene: Scene, sentence: Sentence, figures: list[Figure]) -> Iterator[Level]:
    """Yield the levels of a sentence; figures joined by "and" share what is said of one."""
    text = scene.reading.text
    measures = [_measure(text, sentence, figure) for figure in figures]
    joined = [_joined(text[a.end : b.start]) for a, b in pairwise(figures)]
    for i in range(1, len(figures)):
        before = measures[i - 1]
        if measures[i] is None and before and joined[i - 1] and _countable(figures[i], before):
            measures[i] = before
    for i in range(len(figures) - 2, -1, -1):
        behind = measures[i + 1]
        if measures[i] is None and behind and joined[i] and _countable(figures[i], behind):
            measures[i] = behind
    for figure, measure in zip(figures, measures, strict=True):
        if measure is None:
            continue
        status = scene.status(sentence, figure.start, figure.end)
        if status is not Status.NEGATED:
            persons = figure.unit == "count" and PERSONS.match(figure.noun)
            unit = "people" if persons else figure.unit
            outcome = Outcome(measure, Direction.LEVEL, figure.value, unit)
            run = _run(text, sentence, figure, measure)
            yield Level(sentence, outcome, status, *run, figure.start)


def _countable(figure: Figure, measure: str) -> bool:
    """Whether a figure counts what a measure is counted in."""
    if measure == "service-uptake":
        return figure.unit == "people" and not BODIES.search(figure.noun)
    if figure.unit == "people":
        return not BODIES.search(figure.noun)
    return bool(PLACES.search(figure.noun)) and not BODIES.search(figure.noun)


def _measure(text: str, sentence: Sentence, figure: Figure) -> str | None:
    """Return of what a figure is the level, where the words about it say so."""
    before, after = _around(text, sentence, figure)
    if figure.role in {"by", "from"}:
        return None
    if figure.unit == "percent":
        near = COVERED_PERCENT.match(after.lstrip())
        if near and TAKING_PART.search(after):
            return "coverage"
        if near and STRONG.search(f"{before} {after}"):
            return "coverage"
        return None
    persons = PERSONS.match(figure.noun)
    if persons and FIRST.search(text[sentence.start : figure.start]):
        return "service-uptake"
    if figure.unit == "count" and CONTACTS.search(figure.noun):
        return "service-uptake" if HANDLED.match(after) or HANDLING.search(before) else None
    if (figure.unit == "people" or persons) and not BODIES.search(figure.noun):
        if USED.search(after[:60]) or USED.search(f"{before[-50:]}0"):
            return "service-uptake"
        served = STRONG.search(before) or STRONG.search(after) or PROVIDED.search(before)
        return "coverage" if served else None
    if _countable(figure, "coverage"):
        lead = text[sentence.start : figure.start]
        lead = PART.split(lead)[-1]
        placed = CARE_PLACES.search(figure.noun) and (OPENING.match(lead) or INSIDE.search(lead))
        if placed or SERVED.search(before) or SERVED.search(after):
            return None if DENIED.search(f"{before} {after}") else "coverage"
    return None


DENIED = re.compile(
    r"\b(?:not|never|clos(?:e|es|ed|ing)|instead of|none|without|lost)\b|n['’]t\b",
    re.IGNORECASE,
)


def _around(text: str, sentence: Sentence, figure: Figure) -> tuple[str, str]:
    """Return the words of the clause before and behind a figure, a few each way."""
    noun_end = figure.end
    found = text.find(figure.noun, figure.end, sentence.end) if figure.noun else -1
    if 0 <= found <= figure.end + 40:
        noun_end = found + len(figure.noun)
    left = words_of(text, max(sentence.start, figure.start - 90), figure.start)[-REACH_WORDS:]
    right = words_of(text, noun_end, min(sentence.end, noun_end + 90))[:REACH_WORDS]
    last = len(left) - (2 if left and left[-1].text == ":" else 1)  # "Enrolled by May: 612"
    for i in range(last, -1, -1):
        if left[i].text in APART or left[i].text in ";:.":
            left = left[i + 1 :]
            break
    for i, word in enumerate(right):
        if word.text in APART or word.text in ";:.":
            right = right[:i]
            break
    before = text[left[0].start : figure.start] if left else ""
    after = text[noun_end : right[-1].end] if right else ""
    return before, after


def _joined(gap: str) -> bool:
    """Whether what stands between two figures joins them in one list."""
    return len(gap) < 60 and bool(
        re.search(r"(?:,|\band|\bor|&)\s*(?:\w+\s)?$", gap.rstrip() + " ")
    )


def _run(text: str, sentence: Sentence, figure: Figure, measure: str) -> tuple[int, int]:
    """Return the words from the telling verb to the figure's noun, or the other way about."""
    before, after = _around(text, sentence, figure)
    start, end = figure.start, figure.end
    if figure.noun:
        found = text.find(figure.noun, figure.end, sentence.end)
        end = found + len(figure.noun) if 0 <= found <= figure.end + 40 else end
    tail = (measure == "service-uptake" and USED.search(after)) or SERVED.search(after)
    if tail:
        return start, min(sentence.end, end + tail.end())
    head = next(reversed(list(SERVED.finditer(before))), None)
    return (figure.start - len(before) + head.start() if head else start), end
