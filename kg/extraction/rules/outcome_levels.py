"""Levels: how many people, homes or beds a site serves, and how many people use a service."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.changes import SILENT, all_changes
from kg.extraction.cues import word_set, words_of
from kg.extraction.phrase import LONGEST
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import REACH
from kg.extraction.status import is_asked
from kg.model import Claim, Direction, Outcome, Relation, Status

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
    r"\b(?:covers?|covered|covering|serv(?:es?|ed|ing)|populations? of|look(?:s|ed)? after|home to"
    r"|cared for"
    r"|responsible for|catchment|take in|took in|takes in)\b",
    re.IGNORECASE,
)
USED = re.compile(
    r"\b(?:enrol(?:l?ed|s)?|sign(?:ed|ing)? up"
    r"|(?:have|has) (?:been|gone|passed|come) through|have used|has used|used (?:the|it|this)"
    r"|using the"
    r"|have been (?:seen|helped|supported|treated|referred|visited|trained|assessed|screened)"
    r"|were (?:seen|helped|supported|treated|referred|visited|trained|assessed|screened)"
    r"|has (?:seen|helped|supported|treated|trained|assessed|screened|reached|received|handled)"
    r"|have (?:seen|helped|supported|treated|trained|attended|benefit(?:ed|ted)|received|joined"
    r"|taken up|had|got)|attended|took up|referred to (?:the|it|this)|benefited|benefitted"
    r"|(?:seen|helped|supported|treated|saw|sees|trained)"
    r" (?:more than|over|about|some|nearly|almost)?"
    r"|on (?:its|the) caseload|caseload of|users|are (?:using|enrolled|seen|supported))\b",
    re.IGNORECASE,
)
APART = word_set("but although while whereas because though unlike")
REACH_WORDS = 9
COVERED_PERCENT = re.compile(
    r"\b(?:of (?:the |its |our |their )?(?:local |whole |entire |registered |area's )?"
    r"(?:population|country|people|residents|patients|practices|homes|care homes))",
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


def find(scene: Scene) -> Iterator[Claim]:
    """Yield coverage and uptake told as figures with no change."""
    for level in levels_in(scene):
        owner = scene.owner(level.sentence, level.at)
        for entity in owner.entities if owner else ():
            yield scene.claim(
                Relation.OUTCOME,
                entity,
                level.outcome,
                level.status,
                level.start,
                level.end,
                rule="outcome-levels",
                confidence=round(0.8 * REACH.get(owner.reach if owner else "", 0.8), 3),
            )


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
        ]
        if figures and not is_asked(reading, sentence):
            yield from _levels(scene, sentence, figures)


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
            outcome = Outcome(measure, Direction.LEVEL, figure.value, figure.unit)
            yield Level(sentence, outcome, status, *_run(text, sentence, figure), figure.start)


def _countable(figure: Figure, measure: str) -> bool:
    """Whether a figure counts what a measure is counted in."""
    if measure == "service-uptake":
        return figure.unit == "people" and not BODIES.search(figure.noun)
    if figure.unit == "people":
        return not BODIES.search(figure.noun)
    return bool(PLACES.search(figure.noun)) and not BODIES.search(figure.noun)


def _measure(text: str, sentence: Sentence, figure: Figure) -> str | None:
    """Return ``coverage`` or ``service-uptake`` where the words about a figure say so."""
    before, after = _around(text, sentence, figure)
    if figure.role in {"by", "from"}:
        return None
    if figure.unit == "percent":
        near = COVERED_PERCENT.match(after.lstrip())
        return "coverage" if near and STRONG.search(f"{before} {after}") else None
    if figure.unit == "people" and not BODIES.search(figure.noun):
        if USED.search(after[:60]) or USED.search(f"{before[-50:]}0"):
            return "service-uptake"
        return "coverage" if STRONG.search(before) or STRONG.search(after) else None
    if _countable(figure, "coverage") and (SERVED.search(before) or SERVED.search(after)):
        return "coverage"
    return None


def _around(text: str, sentence: Sentence, figure: Figure) -> tuple[str, str]:
    """Return the words of the clause before and behind a figure, a few each way."""
    noun_end = figure.end
    found = text.find(figure.noun, figure.end, sentence.end) if figure.noun else -1
    if 0 <= found <= figure.end + 40:
        noun_end = found + len(figure.noun)
    left = words_of(text, max(sentence.start, figure.start - 90), figure.start)[-REACH_WORDS:]
    right = words_of(text, noun_end, min(sentence.end, noun_end + 90))[:REACH_WORDS]
    for i in range(len(left) - 1, -1, -1):
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


def _run(text: str, sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """Return the words from the telling verb to the figure's noun, or the other way about."""
    before, after = _around(text, sentence, figure)
    start, end = figure.start, figure.end
    if figure.noun:
        found = text.find(figure.noun, figure.end, sentence.end)
        end = found + len(figure.noun) if 0 <= found <= figure.end + 40 else end
    tail = USED.search(after) or SERVED.search(after)
    if tail:
        return start, min(sentence.end, end + tail.end())
    head = next(reversed(list(SERVED.finditer(before))), None)
    return (figure.start - len(before) + head.start() if head else start), end


RULE = Rule(
    name="outcome-levels",
    find=find,
    hits={
        "The Stockport Together vanguard serves a population of 230,000 people.": {
            ("outcome", "vanguard:stockport", "outcome:coverage/level/230000 people", "reported"),
        },
        "The Stockport Together vanguard covers 27 care homes and 45 GP practices.": {
            ("outcome", "vanguard:stockport", "outcome:coverage/level/27 sites", "reported"),
            ("outcome", "vanguard:stockport", "outcome:coverage/level/45 sites", "reported"),
        },
        ("More than 1,200 people have used the crisis cafe of the Stockport Together vanguard."): {
            (
                "outcome",
                "vanguard:stockport",
                "outcome:service-uptake/level/1200 people",
                "reported",
            ),
        },
    },
    misses=(
        "The Stockport Together vanguard has 300 staff.",
        "Emergency admissions in the Stockport Together vanguard fell by 9%.",
        "The Stockport Together vanguard joined 49 other vanguards.",
    ),
)
