"""A sentence as words, with its mentions laid over them by number of word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.brackets import asides_in, bracketed
from kg.extraction.clauses import BREAKS, FINITE
from kg.extraction.cues import Word, words_of
from kg.extraction.numbers import DIGIT_PATTERN, WORD_PATTERN, digits_value, words_value
from kg.extraction.own_measures import LONGEST, NAMES, hyphened, inside, own_measures
from kg.extraction.reading import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kg.extraction.reading import Mention, Reading
    from kg.model import Sentence


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence's words with its measures, direction words and figures, in order of place."""

    words: tuple[Word, ...]
    measures: tuple[tuple[int, int, Mention], ...]
    directions: tuple[tuple[int, int, Mention], ...]
    figures: tuple[tuple[int, int, Figure], ...]
    bracketed: frozenset[int] = frozenset()
    asides: frozenset[int] = frozenset()

    def texts(self, first: int, last: int) -> tuple[str, ...]:
        """Return the words ``[first, last)`` as text, without figures and brackets among them."""
        held = {i for a, b, _ in self.figures for i in range(a, b)} | self.bracketed
        places = range(max(first, 0), min(last, len(self.words)))
        return tuple(self.words[i].text for i in places if i not in held)

    def breaks(self, first: int, last: int) -> bool:
        """Return whether a clause ends somewhere in the words ``[first, last)``."""
        said = self.texts(first, last)
        return any(
            t in ";:.?!"
            or (
                t in BREAKS
                and not (t == "yet" and said[i - 1 : i] in NOT_YET)
                and not (
                    t == "so" and (said[i - 1 : i] in DO_SO or said[i + 1 : i + 2] == ("far",))
                )
            )
            for i, t in enumerate(said)
        )

    def has_verb(self, first: int, last: int) -> bool:
        """Return whether a finite verb stands in the words ``[first, last)``."""
        return any(t in FINITE for t in self.texts(first, last))


def phrase_of(reading: Reading, sentence: Sentence) -> Phrase | None:
    """Lay a sentence out; None where no measure is mentioned in it."""
    if sentence.end - sentence.start > LONGEST:
        return None
    measures = tuple(m for m in own_measures(reading, sentence) if not _peopled(m))
    if not measures:
        return None
    words = words_of(reading, sentence.start, sentence.end)
    starts = [w.start for w in words]
    ends = [w.end for w in words]

    def place(start: int, end: int) -> tuple[int, int]:
        return bisect_right(ends, start), bisect_left(starts, end)

    spans = [(m.start, m.end) for m in measures]
    names = [(m.start, m.end) for m in reading.mentions_in(sentence, *NAMES)]
    opening = {m.start for m in measures if m.role in {"gain", "loss"}}
    directions = [
        m
        for m in reading.mentions_in(sentence, "direction")
        if m.entity.id != "level"
        and (m.start in opening or not any(a <= m.start and m.end <= b for a, b in spans))
        and not hyphened(reading.text, m)
        and not inside(names, m)
        and not _no_more(reading.text, m)
        and not GREAT_DEAL.match(reading.text, m.start)
        and not _hedges(reading.text, m)
        and not UP_TO.match(reading.text, m.start)
    ]
    return Phrase(
        words,
        tuple((*place(m.start, m.end), m) for m in measures),
        tuple((*place(m.start, m.end), m) for m in directions),
        tuple((*place(f.start, f.end), f) for f in _figures(reading, sentence, directions)),
        bracketed(words) | (asides := asides_in(words)),
        asides,
    )


def _peopled(mention: Mention) -> bool:
    """Whether a mention only says who or where ("homes", "practices"): it takes no direction."""
    return mention.role == "cue" and mention.entity.id in {"coverage", "service-uptake"}


NOT_YET = {("not",), ("have",), ("has",), ("had",)}
"""What stands before a "yet" that begins no clause."""
DO_SO = {("do",), ("does",), ("did",), ("doing",), ("done",)}
NO_MORE = frozenset({"longer", "more", "less", "further"})


HEDGE = re.compile(
    r"\s+than\s+(?:an?\s+|the\s+)?(?:£|\d|half\b|halved|doubled|trebled|tripled"
    rf"|{WORD_PATTERN}\b)",
    re.IGNORECASE,
)


GREAT_DEAL = re.compile(r"good\s+(?:deal|many|few|while|part|half)\b", re.IGNORECASE)


UP_TO = re.compile(rf"up\s+to\s+(?:£|\d|{WORD_PATTERN}\b)", re.IGNORECASE)
"""What only bounds a figure: "a rise of up to 6%"."""


def _hedges(text: str, word: Mention) -> bool:
    """Whether a comparative only hedges a figure: "waiting more than six weeks"."""
    return text[word.start : word.end].lower() in {"more", "less", "fewer", "longer"} and bool(
        HEDGE.match(text, word.end)
    )


def _no_more(text: str, word: Mention) -> bool:
    """Whether a direction word is part of "no longer", "no more than"; "no shorter" denies."""
    said = text[word.start : word.end].lower()
    return said in NO_MORE and text[max(0, word.start - 3) : word.start].lower().endswith("no ")


BARE = re.compile(
    rf"(?<![\d.,£$\w])({DIGIT_PATTERN}|{WORD_PATTERN})\s+(?:to\s+(\d[\d,]*)\s+)?$", re.IGNORECASE
)
BY_BARE = re.compile(
    rf"\bby\s+(?:(?:about|around|some|over|more than|nearly|almost|up to)\s+)?({DIGIT_PATTERN})"
    r"(?=\s+(?:an?|per|each|every|in|last|over|this|since|between)\b|\s*[.,;)]|\s*$)(?![.,]\d)",
    re.IGNORECASE,
)
TOTAL = re.compile(
    rf"[a-z)]\s*(?::|\||\t|\s[–—-])\s*\|?\s*(?:(?:about|around|some|over|more than|nearly"
    rf"|almost)\s+)*"
    rf"({DIGIT_PATTERN})\s*[|.]?\s*$"
)
"""A number that ends a line of its own, behind the words for what it counts."""
YEAR = re.compile(r"(?:19|20)\d\d")
COUNTED_IN = {
    "people": "people",
    "patients": "people",
    "residents": "people",
    "homes": "sites",
    "practices": "sites",
    "surgeries": "sites",
    "schools": "sites",
    "days": "days",
    "nights": "days",
    "hours": "hours",
}
COUNTED_BEFORE = frozenset({"fewer", "more", "extra", "lower", "higher"})
"""Words that a bare number before them is the size of: "2,300 lower"."""
LONGEST_BARE = 30
LARGEST_SHARE = 100
"""Below this a number without a unit, behind a percentage, is one too: "by 15%; it rose by 3"."""


def _figures(reading: Reading, sentence: Sentence, directions: list[Mention]) -> list[Figure]:
    """Return the figures of a sentence, bare counts among them: "400 fewer", "down by 2,000"."""
    figures = list(reading.figures_within(sentence.start, sentence.end))
    shares = [f.start for f in figures if f.unit == "percent" and f.role == "by"]
    for bare in _bare(reading.text, sentence, directions):
        if not _meets(figures, bare):
            alike = any(start < bare.start for start in shares) and bare.value < LARGEST_SHARE
            figures.append(replace(bare, unit="percent") if alike else bare)
    return sorted(figures, key=lambda f: f.start)


def _bare(text: str, sentence: Sentence, directions: list[Mention]) -> Iterator[Figure]:
    """Yield the counts that name no unit: "400 fewer", "by 400", "Admissions avoided: 400"."""
    for word in directions:
        if text[word.start : word.end].lower() in COUNTED_BEFORE:
            begin = max(sentence.start, word.start - LONGEST_BARE)
            bare = BARE.search(text[begin : word.start])
            following = WORD_BEHIND.match(text, word.end)
            unit = COUNTED_IN.get(following[1].lower(), "count") if following else "count"
            for group in (1, 2) if bare else ():
                value = _value(bare[group]) if bare and bare[group] else None
                if bare and value is not None:
                    start, end = begin + bare.start(group), begin + bare.end(group)
                    yield Figure(start, end, value, unit, "", "by")
    said = text[sentence.start : sentence.end].rstrip(" |.\n")
    total = TOTAL.search(said) if said[-1:].isdigit() else None
    if total and not YEAR.fullmatch(total[1]):
        start, end = (sentence.start + place for place in total.span(1))
        yield Figure(start, end, digits_value(total[1]), "count", "", "by")
    for by in BY_BARE.finditer(text, sentence.start, sentence.end):
        if not YEAR.fullmatch(by[1]):
            yield Figure(by.start(1), by.end(1), digits_value(by[1]), "count", "", "by")


def _value(said: str) -> Decimal | None:
    """Return the value of a number in digits or words; "a" and "one" alone count nothing."""
    return digits_value(said) if said[-1].isdigit() else words_value(said)


def _meets(figures: list[Figure], figure: Figure) -> bool:
    """Whether a figure overlaps one of those."""
    return any(f.start < figure.end and figure.start < f.end for f in figures)


WORD_BEHIND = re.compile(r"\s+(?:(?:bed|hospital|acute|inpatient|occupied|excess)\s+)*(\w+)")
