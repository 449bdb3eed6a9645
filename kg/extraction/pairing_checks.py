"""Small questions about the words around a measure and its direction word, for `pairing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.clauses import FINITE
from kg.extraction.pairing_words import (
    AFTER_VERB,
    B_REACH,
    BEING,
    CHAIN_REACH,
    CHANCED,
    HELD,
    MODIFYING,
    SIGNS,
    STEADY,
)

if TYPE_CHECKING:
    from kg.extraction.phrase import Phrase


def of_chance(gap: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is left of a gap behind "less likely (than others) to have an"."""
    if "to" in gap:
        gap = gap[len(gap) - gap[::-1].index("to") :]
    while gap and gap[0] in CHANCED:
        gap = gap[1:]
    return gap


def topic(phrase: Phrase, a: int) -> bool:
    """Return whether a participle is what is talked of: "about improving", "on cutting"."""
    before = phrase.texts(a - 3, a)
    if before[-1:] == ("on",):
        return not any(word.startswith(("focus", "concentrat", "work")) for word in before)
    return before[-1:] == ("about",)


def verbal(phrase: Phrase, b: int, gap: tuple[str, ...]) -> bool:
    """Return whether a word in "-ed" behind a measure is its verb, not an adjective."""
    if (BEING | {"has", "have", "had"}) & set(gap):
        return True
    following = phrase.texts(b, b + 1)
    return not following or following[0] in AFTER_VERB or not following[0].isalpha()


def attached(phrase: Phrase, i: int) -> bool:
    """Return whether a vague measure hangs on a noun: "the shortage of nurses with experience"."""
    first, _, mention = phrase.measures[i]
    return mention.role == "cue" and "with" in phrase.texts(first - 4, first)


def between(phrase: Phrase, first: int, last: int) -> bool:
    """Return whether a measure lies between two things: "the gap between rich and poor"."""
    return "between" in phrase.texts(first, last + 2)


def headed(phrase: Phrase, last: int, a: int) -> bool:
    """Return whether a measure heads a line whose word `a` tells: "Waits at Leeds: down 38 %"."""
    gap = phrase.texts(last, a)
    colon = next((k for k in range(last, a) if phrase.words[k].text == ":"), a)
    return (
        gap[-1:] == (":",)
        and len(gap) <= B_REACH
        and not phrase.breaks(last, colon)
        and not phrase.has_verb(0, colon)
    )


def ends(phrase: Phrase, b: int) -> bool:
    """Return whether a direction word has no noun behind it that it could tell of."""
    following = phrase.texts(b, b + 1)
    return not following or following[0] in AFTER_VERB | {"than", "on"} or following[0] in ".,;)"


def steady(phrase: Phrase, first: int, said: str, gap: tuple[str, ...]) -> bool:
    """Return whether a measure is told to be or be held level: "stays were flat", "held steady"."""
    if said not in STEADY:
        return False
    return bool(BEING & set(gap[-2:]) or HELD & set(phrase.texts(first - 4, first)))


def signed(phrase: Phrase, first: int) -> bool:
    """Return whether what is done is looked for: "no sign of admissions falling"."""
    return bool(SIGNS & set(phrase.texts(first - 6, first)))


def closing(phrase: Phrase, b: int) -> bool:
    """Return whether "less" or "fewer" ends its clause, no noun behind it: "called any less"."""
    following = phrase.texts(b, b + 1)
    less = phrase.words[b - 1].text in {"less", "fewer"}
    return less and (not following or following[0] in {".", ",", ";", "often", "than"})


def modifies(phrase: Phrase, i: int) -> bool:
    """Return whether a vague measure only says of the one before it which: "calls about A&E"."""
    if not i or phrase.measures[i][2].role != "cue":
        return False
    last = phrase.measures[i - 1][1]
    gap = phrase.texts(last, phrase.measures[i][0])
    plain = not phrase.breaks(last, phrase.measures[i][0]) and not {",", "and", "or"} & set(gap)
    return plain and gap[:1] in MODIFYING and len(gap) <= CHAIN_REACH and not FINITE & set(gap)


def counted(phrase: Phrase, a: int) -> bool:
    """Return whether a number stands right before word `a`: "75 additional ambulances"."""
    return any(last == a and f.unit in {"count", "percent"} for _, last, f in phrase.figures)


def placed(phrase: Phrase, i: int) -> bool:
    """Return whether the next measure only says where this one is: "Waits at the front door"."""
    return modifies(phrase, i + 1)
