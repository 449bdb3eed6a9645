"""What a measure is told to do: by its direction word, or by a wording that says it itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.cues import word_set
from kg.extraction.directions import Senses, better, resolve, worse
from kg.extraction.phrase import HEDGE
from kg.model import Direction

if TYPE_CHECKING:
    from kg.extraction.pairing_default import Link
    from kg.extraction.phrase import Phrase
    from kg.extraction.reading import Mention, Reading
    from kg.vocabulary import Concept

FEARS = word_set(
    """
    fear fears feared risk risks worry worries worried warn warns warned threat unless
    """
)
UNDONE = word_set(
    """
    reduce reduces reduced reducing avoid avoids avoided avoiding prevent prevents prevented
    preventing tackle tackled tackling address addressed addressing overcome overcoming end
    ended ending stop stopped stopping eliminate eliminated eliminating deal less fewer fix
    fixing minimise minimised minimising relieve relieving ease easing cut cutting resolve
    resolved removing removed remove without
    """
)
SPARED = frozenset(
    {("no", "longer"), ("need", "not"), ("not", "to"), ("not", "have"), ("not", "having")}
    | {(word, "have") for word in ("don't", "don’t", "won't", "won’t", "needn't", "needn’t")}
)
"""Words by which people are spared what follows: "no longer have to repeat their story"."""
DONE = word_set("did done does do")
HARDSHIPS = word_set("workforce-supply service-sustainability")
"""Measures of which a gain denied is a difficulty, no change."""
WAYS = word_set("information-sharing collaboration")
DOINGS = word_set("work working share sharing collaborate collaborating")
DOING_BEFORE = word_set("were are was is now been being truly really all better")
AMOUNTS = frozenset({Direction.INCREASE, Direction.DECREASE})
LEVELS = word_set("service-uptake coverage")
"""Measures mostly told as a level; see `rules.outcome_levels`."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a measure is told to do, by the words ``[first, last)``."""

    direction: Direction
    first: int
    last: int
    directness: float
    needs_figure: bool = False
    denied: bool = False


def told_of(
    phrase: Phrase,
    i: int,
    concept: Concept,
    link: Link | None,
    senses: Senses,
    reading: Reading,
) -> Told | None:
    """Return what measure number `i` of the phrase is told to do, if anything."""
    first, last, mention = phrase.measures[i]
    if _misled(phrase, first, last, concept):
        return None
    if mention.role == "gain":
        if HEDGE.match(reading.text, phrase.words[first].end):
            return None  # "more than 2,000 patients have joined"
        if phrase.texts(first - 1, first) == ("about",) or _unmet(phrase, first, last, concept):
            return None
        if concept.id in HARDSHIPS and ("not", "been") in pairwise(phrase.texts(first, last)):
            return None  # "posts have not been filled"
        if concept.id in WAYS and _means(phrase, first):
            return None
        if "as" in phrase.texts(last - 2, last - 1) and phrase.texts(last, last + 1) == ("as",):
            return None  # "as cheerful as ever"
        said = phrase.texts(first - 1, last)
        more = phrase.words[first].text.endswith("er")
        own = phrase.words[first].text == "no"  # "no more long journeys"
        denied = not own and any(a == "no" and b in COMPARED for a, b in pairwise(said))
        denied = denied or (more and said[:1] == ("no",))  # "no safer"
        placed = concept.id == "mortality" and PLACED & set(phrase.texts(first, last))
        told = Direction.IMPROVE if placed else better(concept)  # "die where they wish"
        return Told(told, first, last, 0.85, denied=denied)
    if mention.role == "loss":
        if phrase.words[first].text == "no":
            return Told(better(concept), first, last, 0.7, denied=True)
        return _eased(phrase, link, concept) or _loss(phrase, first, last, concept)
    if concept.id in LEVELS and mention.role == "cue":
        return None
    if concept.id == "duplication" and mention.role == "cue" and link is None:
        return _loss(phrase, first, last, concept)
    if concept.id == "cost-savings" and phrase.texts(first - 1, last) == (",", "saving"):
        link = None  # "they stopped 1,450 items, saving £188,000"
    if link is not None:
        a, b, word = phrase.directions[link.direction]
        told = Direction.DECREASE if link.slower else Direction(word.entity.id)
        if concept.id in LEVELS and told not in AMOUNTS:
            return None
        amount = concept.get("measureKind") == "amount" and concept.id != "cost-savings"
        if amount and told is Direction.IMPROVE and "cue" in {word.role, mention.role}:
            return None  # "made 3,100 trips", "provides appointments"
        if told is Direction.MAINTAIN and phrase.words[b - 1].text in SAME:
            return Told(better(concept), a, b, 0.8, denied=True)  # no change is one denied
        if told is Direction.MAINTAIN and word.role == mention.role == "cue":
            return None  # "keeps the paperwork"
        if told is Direction.MAINTAIN and "longer" in phrase.texts(last, last + 4):
            told = Direction.IMPROVE
        if concept.id == "efficiency" and phrase.texts(a, last) == ("more", "time"):
            told = Direction.IMPROVE
        if phrase.words[a].text.startswith("free"):
            told = Direction.IMPROVE
        words = reading.text[mention.start : mention.end]
        directness = 0.9 - 0.2 * (mention.role == "cue") - 0.15 * (word.role == "cue")
        return Told(
            resolve(concept, words, told, senses),
            a,
            b,
            directness - 0.01 * min(link.gap, 10),
            denied=link.denied,
        )
    if concept.id == "cost-savings":
        if senses.spending & set(phrase.texts(first, last)):
            return None  # "falls cost the country £2.3bn"
        return Told(better(concept), first, last, 0.85, needs_figure=True)
    if _shared_doing(phrase, first, mention, concept):
        return Told(better(concept), first, last, 0.6)
    for k in range(max(1, first - 3), first):
        if phrase.words[k].text in {"nothing", "little"} and phrase.words[k - 1].text in DONE:
            return Told(better(concept), k, k + 1, 0.7, denied=True)  # "it did nothing for"
    return None


def _eased(phrase: Phrase, link: Link | None, concept: Concept) -> Told | None:
    """Return what a trouble does that is told to come or go: "bed-blocking has fallen"."""
    if link is None:
        return None
    a, b, word = phrase.directions[link.direction]
    less = word.entity.id in {"decrease", "improve"} or link.slower
    if not less and word.entity.id not in {"increase", "worsen"}:
        return None
    return Told(better(concept) if less else worse(concept), a, b, 0.75)


def _unmet(phrase: Phrase, first: int, last: int, concept: Concept) -> bool:
    """Whether a wording of gain tells what was wrong, or what a thing is worth.

    "People did not know where to turn" tells how it was; "worth more than the money" no saving.
    """
    if phrase.words[first].text == "worth":
        sized = any(first <= a <= last + 4 and f.unit == "GBP" for a, _, f in phrase.figures)
        return not sized or not WORTH & set(phrase.texts(0, len(phrase.words)))
    plain = not {"better", "more", "improve", "improved", "any"} & set(
        phrase.texts(first, last + 2)
    )
    if concept.get("measureKind") == "amount":
        return False
    if concept.id == "workforce-supply" and HARD & set(phrase.texts(first - 3, first)):
        return True
    return plain and phrase.texts(first - 2, first) in NOT_SO


NOT_SO = {(verb, "not") for verb in ("did", "could", "do", "does")}
PLACED = word_set("where place home bed chosen preferred")
HARD = word_set(
    "cannot can't can’t unable struggle struggled struggling hard difficult trouble not"
)
COMPARED = word_set("more better happier easier safer quicker closer fewer less faster nearer")
WORTH = word_set(
    "saving savings efficiencies benefits this expect expects expected estimated return thought"
    " reckoned valued"
)
SAME = word_set("unchanged same")
STAFF = word_set("gp gps doctors nurses staff clinicians consultants partners teams")
MACHINES = word_set(
    "computer computers system systems software record records it databases machines ict"
)
LOST = word_set("cancelled missed wasted unfilled rescheduled")
BODIES = word_set("hospitals surgeries practices practice trust trusts organisations councils")
PERSONS = word_set("people patients residents tenants they them those help helps helped")
STAYERS = word_set("patients people residents they nurses staff doctors who that we to")
LOOK = 6
THAN = word_set("than")
THAN_REACH = 10


def _misled(phrase: Phrase, first: int, last: int, concept: Concept) -> bool:
    """Whether something else is told: staff go home, computers talk, clinics are cancelled."""
    before = set(phrase.texts(first - LOOK, first))
    if concept.id == "length-of-stay":
        return bool(STAFF & before) and not {"patients", "people", "residents"} & before
    if concept.id in {"collaboration", "care-coordination"}:
        return bool(MACHINES & (before | set(phrase.texts(last, last + LOOK - 2))))
    if concept.id == "cost-savings":
        if phrase.words[first].text == "spend" and STAYERS & before:
            return True
        return phrase.texts(first, last) in {("falls", "cost"), ("falls", "costs")}
    if concept.id == "patient-independence":
        return bool(BODIES & before) and not PERSONS & before
    if concept.id == "outpatient-appointments":
        return bool(LOST & set(phrase.texts(first - 1, first)))
    return False


def _means(phrase: Phrase, first: int) -> bool:
    """Whether the words are told as a means: behind "by", or in an opening "By …,"."""
    if {"by", "through"} & set(phrase.texts(first - 2, first)):
        return True
    return phrase.words[0].text in {"by", "through"} and "," not in phrase.texts(0, first)


def _shared_doing(phrase: Phrase, first: int, mention: Mention, concept: Concept) -> bool:
    """Whether the measure is something done together, as a clause's own verb or aim.

    "They were sharing information", "to have them work together"; not "by working together".
    """
    if concept.id not in WAYS or mention.role == "cue":
        return False
    if phrase.words[first].text not in DOINGS:
        return False
    before = phrase.texts(first - 1, first)
    return bool(before) and (
        before[0] in DOING_BEFORE
        or (
            before[0].isalpha()
            and (
                "have" in phrase.texts(first - 12, first)
                and "to" in phrase.texts(first - 14, first)
            )
        )
    )


def _loss(phrase: Phrase, first: int, last: int, concept: Concept) -> Told | None:
    """Return what a wording of loss tells: undone, or feared; a bare one tells no change."""
    for k in range(min(first + 3, last) - 1, max(-1, first - 6), -1):
        if phrase.breaks(k, first):
            break
        if phrase.words[k].text in UNDONE:
            return Told(better(concept), k, k + 1, 0.75)
    for k in range(first - 1, max(-1, first - 6), -1):
        said = phrase.texts(k, k + 2)
        if said in SPARED or (said[:1] == ("without",) and "having" in phrase.texts(k, first)):
            return Told(better(concept), k, min(k + 2, first), 0.7)
    for k in range(first - 1, max(-1, first - 8), -1):
        if phrase.words[k].text in FEARS:
            return Told(worse(concept), first, last, 0.6)
    if any(a == first and b <= last for a, b, _ in phrase.directions):
        compared = bool(THAN & set(phrase.texts(last, last + THAN_REACH)))
        return Told(worse(concept), first, last, 0.7, needs_figure=not compared)
    return None
