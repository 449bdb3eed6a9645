"""The measures that a sentence speaks of, but those in the names of other things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.kept import kept

if TYPE_CHECKING:
    from kg.extraction.reading import Mention, Reading
    from kg.model import Sentence

LONGEST = 4000
"""Characters beyond which a "sentence" is a dump of text that tells no change."""
NAMES = ("vanguard", "org", "place", "person")
HOLDERS = ("intervention", "population")


@kept
def own_measures(reading: Reading, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the measures of a sentence but those inside the name of something else.

    "Social prescribing" is no prescribing and "recovery college" no recovery.
    """
    measures = reading.mentions_in(sentence, "measure")
    if not measures or sentence.end - sentence.start > LONGEST:
        return ()
    names = [(m.start, m.end) for m in reading.mentions_in(sentence, *NAMES)]
    held = [
        (m.start, m.end)
        for m in reading.mentions_in(sentence, *HOLDERS)
        if m.role != "cue" and not _compared(reading.text, m)
    ]
    words = reading.mentions_in(sentence, "direction")
    falls = {
        (m.start, m.end)
        for m in measures
        if m.entity.id != "cost-savings" and not _goes_down(reading.text, m)
    }
    opened = {m.start for m in words if (m.start, m.end) not in falls}
    acted = {m.end + 1 for m in words}  # "cut falls by a third"
    return tuple(
        m
        for m in measures
        if not inside(names, m)
        if not (m.role == "cue" and m.start in opened)  # "a drop in"
        if (m.role == "gain" and (m.start in opened or said_in_full(reading.text, m)))
        or not any(a <= m.start and m.end <= b and m.end - m.start < b - a for a, b in held)
        if not hyphened(reading.text, m)
        if not (m.role in {"gain", "loss"} and _titled(reading.text, sentence, m))
        if not (m.role == "gain" and DONE_BY.match(reading.text, m.start, m.end))
        if m.role in {"gain", "loss", "cue"} or not NAMING.match(reading.text, m.end)
        if not (m.entity.id == "falls" and m.start not in acted and _goes_down(reading.text, m))
    )


def _compared(text: str, mention: Mention) -> bool:
    """Whether people are told to be likelier or less likely so: "less likely to be admitted"."""
    return text[max(0, mention.start - 5) : mention.start].lower() in {"less ", "more "}


def said_in_full(text: str, mention: Mention) -> bool:
    """Return whether a wording says enough to stand inside a name: "look after themselves"."""
    return text.count(" ", mention.start, mention.end) > 1


NAMED = re.compile(r"[A-Z][a-z]+(?: (?:and|of|for|in) )?(?:[ -][A-Z][a-z]+)+|enhanced \w+ care")
"""A wording that is the name of a service wherever it stands: "Enhanced Primary Care"."""
NAMING = re.compile(
    r"\s+(?:hubs?|teams?|clinics?|courses?|pilots?|boards?|apps?|nurses?|coach(?:es)?|leads?"
    r"|managers?"
    r"|officers?|directors?|conferences?|workshops?|strateg(?:y|ies)|leaflets?|websites?)\b",
    re.IGNORECASE,
)
"""What makes a measure only the name of something: "self-care hub", "patient experience lead"."""
DONE_BY = re.compile(r"\w+ed by\b", re.IGNORECASE)
"""The verb of what stands before, not a gain in what follows: "is improved by the care plan"."""
FALL_VERB = re.compile(
    r"\s+(?:by|in|to|from|on|short|below|back|under|within|outside|into|as|since|\d|£)",
    re.IGNORECASE,
)


def _goes_down(text: str, mention: Mention) -> bool:
    """Whether "fall" is a going down, not a person's fall: "a fall of 9%", "visits falls by"."""
    said = text[mention.start : mention.end].lower().split()
    if mention.role in {"gain", "loss"} or not {"fall", "falls", "falling"} & set(said):
        return False
    if said in (["fall"], ["a", "fall"], ["falling"]):
        return True
    return said == ["falls"] and bool(FALL_VERB.match(text, mention.end))


def _titled(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a wording is capitalised within its sentence: "Better care together" is a name."""
    said = text[mention.start : mention.start + 2]
    if mention.role == "gain" and NAMED.fullmatch(text, mention.start, mention.end):
        return True
    before = text[sentence.start : mention.start].rstrip()
    inside = bool(before) and (before[-1].isalnum() or before[-1] in ",)")
    return said[:1].isupper() and said[1:].islower() and inside


def inside(spans: list[tuple[int, int]], mention: Mention) -> bool:
    """Return whether a mention lies inside one of the spans."""
    return any(a <= mention.start and mention.end <= b for a, b in spans)


def hyphened(text: str, mention: Mention) -> bool:
    """Return whether the mention is part of a hyphened word: "step-up", "multi-agency"."""
    before, after = (
        text[max(0, mention.start - 1) : mention.start],
        text[mention.end : mention.end + 1],
    )
    return before in {"-", "\u2010", "\u2011"} or after in {"-", "\u2010", "\u2011"}
