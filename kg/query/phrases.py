"""Sentences and phrases of questions as bags of weighed words, and how alike two of them are."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kg.names import fold

_SLOT = re.compile(r"\{(\w+)\}")

SLOT_WEIGHT = 2.0
"""What a parameter weighs beside a word."""
WEAK_WEIGHT = 0.2
SOFT_WEIGHT = 0.5
_EMPTY = frozenset(
    """a an the please all any each every can you could i we us our me so far currently now already
    yet really actually ever exactly overall today still just s""".split()  # noqa: SIM905
)
_WEAK = frozenset(
    """which what who whom whose where how that this these those there it its they them their
    is are was were be been am do does did done has have had having of in on at by for from to with
    about among and or as up also not no list show tell give name find see know""".split()  # noqa: SIM905
)
"""Words that are in most questions and tell few apart."""
_SOFT = frozenset(
    """vanguard vanguards site sites report reports reported told mention mentions mentioned say
    says said face faces faced involved located based happened anywhere often number""".split()  # noqa: SIM905
)
"""Words that a question may have or lack and be the same question."""

_SAME = {
    word: same
    for same, words in {
        "barrier": "challenge challenges difficulty difficulties obstacle obstacles problem"
        " problems hindrance hurdles",
        "enabler": "facilitator facilitators",
        "intervention": "initiative initiatives scheme schemes activity activities",
        "money": "funding funds cash",
        "receive": "get got gets received",
        "outcome": "result results effect effects impact impacts",
        "use": "introduce introduced implement implements implemented run runs adopt adopted offer"
        " offers deliver delivers provide provides using uses used",
        "source": "document documents paper papers",
        "common": "widespread frequent popular often",
        "most": "mostly main top biggest",
        "connect": "link links linked connects connected linking connecting connection",
        "disagree": "contradict contradicts conflict conflicts differ contradictions contradiction "
        "conflicting disagreement",
        "organisation": "organization organizations bodies",
        "same": "alike similar",
        "overcome": "overcame tackle tackled solve solved",
        "hinder": "hindered hampered",
    }.items()
    for word in words.split()
}
"""Words that mean the same in a question."""

Bag = Counter[str]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what the forms of a word share, roughly.

    >>> stem("partners"), stem("promised"), stem("difficulties"), stem("does")
    ('partner', 'promis', 'barrier', 'does')
    """
    if word in _WEAK or word in _EMPTY:
        return word
    if word in _SOFT:
        return "vanguard" if word in {"site", "sites", "vanguards"} else word
    if word in _SAME:
        return _SAME[word]
    for end, instead in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(end) and len(word) - len(end) >= 3 and not word.endswith("ss"):
            found = word[: -len(end)] + instead
            return _SAME.get(found, found).removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def words_of(text: str) -> list[str]:
    """Return the stems of a text, those that say nothing left out."""
    return [stem(word) for word in fold(text).split() if word not in _EMPTY]


@lru_cache(maxsize=5_000)
def phrase_slots(phrase: str) -> tuple[str, ...]:
    """Return the kinds in the braces of a phrase, in order."""
    return tuple(_SLOT.findall(phrase))


@lru_cache(maxsize=5_000)
def phrase_words(phrase: str) -> tuple[str, ...]:
    """Return the stems of a phrase without its braces."""
    return tuple(words_of(_SLOT.sub(" ", phrase)))


def weight(token: str) -> float:
    """Return what a token weighs: parameters most, words that are in most questions least."""
    if token.startswith("<"):
        return SLOT_WEIGHT
    if token in _SOFT:
        return SOFT_WEIGHT
    return WEAK_WEIGHT if token in _WEAK else 1.0


def unexplained(sentence: Bag, phrase: Bag) -> tuple[str, ...]:
    """Return the words of a sentence that a phrase does not account for and that say something."""
    return tuple(sorted(token for token in sentence - phrase if weight(token) >= 1))


def likeness(one: Bag, other: Bag) -> float:
    """Return how alike two bags are, in [0, 1]: Dice's coefficient of their weights.

    >>> likeness(Counter(["partner", "<vanguard>"]), Counter(["partner", "<vanguard>"]))
    1.0
    """
    both = sum(weight(token) * n for token, n in (one & other).items())
    whole = sum(weight(token) * n for bag in (one, other) for token, n in bag.items())
    return 2 * both / whole if whole else 0.0
