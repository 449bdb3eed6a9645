"""Which direction word tells of which measure, by the order of words.

"Reduced A and B" and "a fall in A" tell of what follows, "A and B fell" of what precedes. A
transitive verb that has its object behind it does not tell of what stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.pairing_words import (
    A_REACH,
    ACTIVE,
    AFTER_VERB,
    AMONG,
    B_REACH,
    BARRED,
    BEING,
    CHAIN_REACH,
    CUE_REACH,
    EXPECTING,
    FELL,
    FORECAST,
    INTRANSITIVE,
    KEEPING,
    LISTED_REACH,
    NOUNS,
    PEOPLE,
    PEOPLED,
    PRENOMINAL,
    SLOWLY,
    VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extraction.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Link:
    """A measure's direction word, by number, and how many words stand between."""

    direction: int
    gap: int
    slower: bool = False
    shared: bool = False
    denied: bool = False


def pair(phrase: Phrase) -> list[Link | None]:
    """Return the link of each measure of the phrase, or None where it has no direction."""
    links: list[Link | None] = [None] * len(phrase.measures)
    for i in range(len(phrase.measures)):
        links[i] = _opening(phrase, i) or _before(phrase, i, links)
    taken = {link.direction for link in links if link is not None}
    for i in reversed(range(len(phrase.measures))):
        if links[i] is None or phrase.directions[links[i].direction][2].role == "cue":  # type: ignore[union-attr]
            links[i] = _behind(phrase, i, links, taken) or links[i]
    for i in range(1, len(links)):
        first, second = links[i - 1], links[i]
        if first and second and first.direction == second.direction:
            gap = phrase.texts(phrase.measures[i - 1][1], phrase.measures[i][0])
            at = gap[:1] == ("at",) and phrase.measures[i][2].role == "cue"
            if at or gap[:1] in {("for",), ("among",), ("after",)}:
                links[i] = None  # "length of stay for hip fractures was cut"
    return links


def _opening(phrase: Phrase, i: int) -> Link | None:
    """Return the link of a wording of gain to the direction word that opens it."""
    first, last, mention = phrase.measures[i]
    if mention.role != "gain":
        return None
    here = (k for k, (a, b, _) in enumerate(phrase.directions) if a == first and b <= last)
    return next((Link(k, 0) for k in here), None)


def inherited(phrase: Phrase, links: Mapping[int, Link]) -> dict[int, Link]:
    """Return links of measures that share a verb said once: "A rose 5% and B 7%"."""
    found: dict[int, Link] = {}
    for i, (first, last, _) in enumerate(phrase.measures):
        before = links.get(i - 1) or found.get(i - 1)
        if i in links or before is None:
            continue
        figured = any(last <= a <= last + 2 for a, _, _ in phrase.figures)
        earlier = phrase.measures[i - 1]
        told = any(earlier[1] <= b <= first for _, b, _ in phrase.figures)
        near = not phrase.breaks(earlier[1], first)
        if figured and told and near:
            found[i] = Link(before.direction, 3, before.slower, shared=True)
    for i, (first, last, mention) in enumerate(phrase.measures):
        # The measure of the first clause may be none of ours: "X rose 26% and admissions 27%".
        if i in links or i in found or mention.role in {"gain", "loss"}:
            continue
        if not any(last <= a <= last + 1 for a, _, _ in phrase.figures):
            continue
        joined = phrase.texts(first - 1, first)
        figure = next((f for f in phrase.figures if first - 4 <= f[1] <= first), None)
        if not joined or joined[0] not in {"and", ","} or figure is None:
            continue
        for k, (_, b, _) in enumerate(phrase.directions):
            if b <= figure[0] <= b + 2:
                found[i] = Link(k, 3, shared=True)
    return found


def _before(phrase: Phrase, i: int, links: list[Link | None]) -> Link | None:
    """Return the link of a measure to a direction word in front of it."""
    first, _, mention = phrase.measures[i]
    if mention.role in {"gain", "loss"}:
        return None
    if i:
        earlier, link = phrase.measures[i - 1], links[i - 1]
        gap = phrase.texts(earlier[1], first)
        joined = bool({"and", "or", ",", "&", "nor"} & set(gap))
        if link is not None and phrase.directions[link.direction][0] <= earlier[0]:
            if gap == ("but", "not"):
                return Link(link.direction, link.gap + 1, denied=True)
            between = any(earlier[1] <= a and b <= first for a, b, _ in phrase.directions)
            clear = not phrase.breaks(earlier[1], first) and not phrase.has_verb(earlier[1], first)
            if joined and clear and not between and len(gap) <= CHAIN_REACH:
                return Link(link.direction, link.gap + 1, link.slower)
    for k in reversed(range(len(phrase.directions))):
        a, b, word = phrase.directions[k]
        if b > first:
            continue
        if any(x <= a and b <= y for x, y, _ in phrase.measures):
            return None
        gap, head = phrase.texts(b, first), phrase.words[b - 1].text
        if phrase.breaks(b, first):
            return None
        if b - a == 1 and head in {"down", "up"} and not (gap and gap[0] == "on"):
            continue
        if _held(phrase, links, k, i):
            return None
        if phrase.words[a].text in PEOPLED and gap and gap[0] in PEOPLE:
            return Link(k, len(gap)) if len(gap) <= B_REACH and mention.role != "loss" else None
        if mention.role == word.role == "cue":
            return None
        if phrase.words[a].text.endswith("ing") and _topic(phrase, a):
            return None
        reach = CUE_REACH if "cue" in {mention.role, word.role} else A_REACH
        if gap[-1:] == ("from",) and phrase.words[a].text in KEEPING:
            gap = gap[:-1]
        if gap[-1:] == (",",):
            return None
        if gap[:1] == ("to",) and head.startswith("improvement"):
            gap = gap[1:]
        if len(gap) > reach or phrase.has_verb(b, first) or BARRED & set(gap):
            return None
        if "," in gap and len(gap) > LISTED_REACH:
            return None
        if gap and gap[0] in {"and", ",", "but"}:
            return None  # "sickness dropped and morale rose"
        if head in INTRANSITIVE and not (gap and gap[0] in {"in", "of"}):
            return None
        if gap[:1] == ("in",) and (head in FELL or head.endswith("ed")):
            return None  # "falls have halved in homes"
        return Link(k, len(gap), _slow(phrase, b) or _slow_growth(phrase, i, a))
    return None


def _topic(phrase: Phrase, a: int) -> bool:
    """Whether a participle is what is talked of or paid for: "about improving", "on cutting"."""
    before = phrase.texts(a - 3, a)
    if before[-1:] == ("on",):
        return not any(word.startswith(("focus", "concentrat", "work")) for word in before)
    return before[-1:] == ("about",)


def _held(phrase: Phrase, links: list[Link | None], k: int, i: int) -> bool:
    """Whether the direction word already has a measure between it and measure number `i`."""
    for j in range(i):
        link = links[j]
        if (
            link is not None
            and link.direction == k
            and phrase.directions[k][1] <= (phrase.measures[j][0])
        ):
            return "of" not in phrase.texts(phrase.measures[j][1], phrase.measures[i][0])
    return False


def _slow_growth(phrase: Phrase, i: int, at: int) -> bool:
    """Whether a growth is a slower one: "the growth in admissions was slower than …"."""
    if phrase.words[at].text not in {"growth", "rise", "increase"}:
        return False
    last = phrase.measures[i][1]
    near = (*phrase.texts(at - 2, at), *phrase.texts(last, last + B_REACH))
    return bool({"slower", "lower", "smaller"} & set(near))


def _verbal(phrase: Phrase, b: int, gap: tuple[str, ...]) -> bool:
    """Whether a word in "-ed" behind a measure is its verb, not the next noun's adjective."""
    if (BEING | {"has", "have", "had"}) & set(gap):
        return True
    following = phrase.texts(b, b + 1)
    return not following or following[0] in AFTER_VERB or not following[0].isalpha()


def _slow(phrase: Phrase, b: int) -> bool:
    """Whether the direction word is slowed: "growing more slowly"."""
    return bool(SLOWLY & set(phrase.texts(b, b + 5)))


def _attached(phrase: Phrase, i: int) -> bool:
    """Whether a vague measure hangs on another noun: "the shortage of nurses with experience"."""
    first, _, mention = phrase.measures[i]
    return mention.role == "cue" and "with" in phrase.texts(first - 4, first)


def _closing(phrase: Phrase, b: int) -> bool:
    """Whether "less" or "fewer" ends its clause, with no noun behind it: "called it any less"."""
    following = phrase.texts(b, b + 1)
    less = phrase.words[b - 1].text in {"less", "fewer"}
    return less and (not following or following[0] in {".", ",", ";", "often", "than"})


def _placed(phrase: Phrase, i: int) -> bool:
    """Whether the next measure only says where this one is: "Waits at the front door"."""
    first, last, _ = phrase.measures[i]
    after, _, other = phrase.measures[i + 1]
    gap = phrase.texts(last, after)
    return first <= 1 and other.role == "cue" and gap[:1] in {("at",), ("in",), ("of",), ("for",)}


def _behind(phrase: Phrase, i: int, links: list[Link | None], taken: set[int]) -> Link | None:
    """Return the link of a measure to a direction word behind it."""
    first, last, mention = phrase.measures[i]
    if mention.role in {"gain", "loss"} or _attached(phrase, i):
        return None
    if i + 1 < len(phrase.measures):
        following, link = phrase.measures[i + 1], links[i + 1]
        gap = phrase.texts(last, following[0])
        if link is not None and phrase.directions[link.direction][0] >= following[1]:
            clear = not phrase.breaks(last, following[0]) and not phrase.has_verb(
                last, following[0]
            )
            joined = bool({"and", "or", ",", "&", "nor"} & set(gap))
            listed = gap != (",",) or mention.role != "cue"
            if joined and clear and listed and len(gap) <= 3:
                return Link(link.direction, link.gap + 1, link.slower)
    beyond = phrase.measures[i + 1][0] if i + 1 < len(phrase.measures) else len(phrase.words)
    for k, (a, b, word) in enumerate(phrase.directions):
        if a < last or (a in phrase.asides and first not in phrase.asides):
            continue
        if beyond < a and mention.role == "cue" and not _placed(phrase, i):
            return None
        gap = phrase.texts(last, a)
        head, said = phrase.words[a].text, phrase.words[b - 1].text
        slow = _slow(phrase, b)
        if phrase.breaks(last, a):
            return None
        if head in {"more", "less"} and slow:
            continue
        put = not {"is", "are", "was", "were"} & set(gap[-1:])
        if said == "down" and phrase.texts(b, b + 1) == ("to",) and put:
            continue
        if said.endswith("ed") and not _verbal(phrase, b, gap):
            return None
        if said in ACTIVE and not BEING & set(gap) and any(f[0] == b for f in phrase.figures):
            return None  # "reviews of medicines avoided £85,000"
        subject = first <= 1 and bool(VERBS & set(gap[-2:]))
        vague = mention.role == "cue" and not subject
        if k in taken or len(gap) > (CUE_REACH + 2 if vague else B_REACH):
            return None
        if word.role == "cue" or gap[-1:] in {("and",), ("or",), (",",)}:
            return None
        foreseen = gap == ("to",) and EXPECTING & set(phrase.texts(0, first))
        if gap[-1:] == ("to",) and not (FORECAST & set(gap) or foreseen):
            return None
        if {"and", "or", "we"} & set(gap) or ("," in gap and mention.role == "cue"):
            return None
        if "who" in gap and not (BEING & set(gap[-3:]) and AMONG & set(gap[:2])):
            return None
        if head in PRENOMINAL and not BEING & set(gap[-2:]) and not _closing(phrase, b):
            return None
        if said in NOUNS and gap and not BEING & set(gap):
            return None
        if head.endswith("ing") and not {"is", "are", "was", "were", "been"} & set(gap[-3:]):
            return None
        return Link(k, len(gap), slow)
    return None
