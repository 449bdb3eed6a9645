"""Which direction word tells of which measure, by the order of words.

"Reduced A and B" and "a fall in A" tell of what follows, "A and B fell" of what precedes. A
transitive verb that has its object behind it does not tell of what stands before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.pace import fast, slowed, slower_growth
from kg.extraction.pairing_checks import (
    attached,
    between,
    closing,
    counted,
    ends,
    headed,
    modifies,
    of_chance,
    placed,
    signed,
    steady,
    topic,
    verbal,
)
from kg.extraction.pairing_default import Link, default_link
from kg.extraction.pairing_words import (
    A_REACH,
    ACTIVE,
    AMONG,
    B_REACH,
    BARRED,
    BEING,
    CHAIN_REACH,
    CLOSING,
    CUE_REACH,
    DWINDLED,
    EXPECTING,
    FELL,
    FORECAST,
    GOING,
    GOING_ON,
    INTRANSITIVE,
    KEEPING,
    LISTED_REACH,
    MODIFYING,
    NOT_YET,
    NOUNS,
    OF_THEM,
    PEOPLE,
    PEOPLED,
    PRENOMINAL,
    VERBS,
)

if TYPE_CHECKING:
    from kg.extraction.phrase import Phrase


def pair(phrase: Phrase) -> list[Link | None]:
    """Return the link of each measure of the phrase, or None where it has no direction."""
    links: list[Link | None] = [None] * len(phrase.measures)
    for i in range(len(phrase.measures)):
        links[i] = _opening(phrase, i) or _before(phrase, i, links)
    taken = {link.direction for link in links if link is not None}
    for i in reversed(range(len(phrase.measures))):
        if links[i] is None or phrase.directions[links[i].direction][2].role == "cue":  # type: ignore[union-attr]
            links[i] = _behind(phrase, i, links, taken) or links[i]
    for i, link in enumerate(links):
        if link is None:
            links[i] = default_link(phrase, i, links)
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
        if any(x <= a and b <= y and y != first for x, y, _ in phrase.measures):
            return None
        gap, head = phrase.texts(b, first), phrase.words[b - 1].text
        if phrase.breaks(b, first):
            return None
        if "likely" in {head, phrase.words[b - 2].text, *gap[:1]}:
            gap = of_chance(gap)
            return Link(k, len(gap)) if len(gap) <= CUE_REACH else None
        if b - a == 1 and head in {"down", "up"} and not (gap and gap[0] == "on"):
            continue
        if _held(phrase, links, k, i):
            return None
        of_them = gap[:2] in OF_THEM and phrase.words[a].text == "fewer"
        if phrase.words[a].text in PEOPLED and gap and (gap[0] in PEOPLE or of_them):
            return Link(k, len(gap)) if len(gap) <= B_REACH and mention.role != "loss" else None
        if mention.role == word.role == "cue" and not (
            counted(phrase, a) and len(gap) <= CUE_REACH
        ):
            return None
        if phrase.words[a].text.endswith("ing") and topic(phrase, a):
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
        slow = slowed(phrase, b) or slower_growth(phrase, phrase.measures[i][1], a)
        return Link(k, len(gap), slow)
    return None


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


def _subsiding(phrase: Phrase, last: int, taken: set[int]) -> Link | None:
    """Return the link of a wording of trouble to its own verb: "bed-blocking has eased"."""
    for k, (a, b, word) in enumerate(phrase.directions):
        if a < last or word.role == "cue":
            continue
        gap = phrase.texts(last, a)
        own = BEING | {"has", "have", "had"}
        bare = phrase.words[b - 1].text in INTRANSITIVE | DWINDLED | {"less"}
        verb = bool(own & set(gap)) or (len(gap) <= CUE_REACH and bare)
        short = len(gap) <= A_REACH and not phrase.breaks(last, a)
        return Link(k, len(gap)) if verb and short and k not in taken else None
    return None


def _behind(phrase: Phrase, i: int, links: list[Link | None], taken: set[int]) -> Link | None:
    """Return the link of a measure to a direction word behind it."""
    first, last, mention = phrase.measures[i]
    if mention.role == "loss":
        return _subsiding(phrase, last, taken)
    if mention.role == "gain" or attached(phrase, i) or modifies(phrase, i):
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
        if beyond < a and mention.role == "cue" and not placed(phrase, i):
            return None
        gap = phrase.texts(last, a)
        head, said = phrase.words[a].text, phrase.words[b - 1].text
        slow = slowed(phrase, b)
        heads = headed(phrase, last, a) and ends(phrase, b)
        if phrase.breaks(last, a) and not heads:
            return None
        if head in {"more", "less"} and (slow or fast(phrase, b)):
            continue
        if head in {"keep", "keeps", "kept"} and phrase.texts(b, b + 1) in GOING:
            continue
        put = b - a == 1 and not {"is", "are", "was", "were"} & set(gap[-1:])
        if said == "down" and phrase.texts(b, b + 1) == ("to",) and put:
            continue
        if heads:
            return Link(k, len(gap), slow)
        if said.endswith("ed") and not verbal(phrase, b, gap):
            return None
        if said in ACTIVE and not BEING & set(gap) and any(f[0] == b for f in phrase.figures):
            return None  # "reviews of medicines avoided £85,000"
        subject = bool(VERBS & set(gap[-4:])) and (first <= 1 or gap[:1] in MODIFYING)
        vague = mention.role == "cue" and not subject
        if k in taken or len(gap) > (CUE_REACH + 2 if vague else B_REACH):
            return None
        if gap[-1:] == (",",) and said in {"up", "down"} and any(f[0] == b for f in phrase.figures):
            return Link(k, len(gap))  # "6,200 came, up 4% on the year"
        closed = mention.entity.id == "inequality" and said in CLOSING
        closed = closed or steady(phrase, first, said, gap)
        if (word.role == "cue" and not closed) or gap[-1:] in {("and",), ("or",), (",",)}:
            return None
        foreseen = gap == ("to",) and EXPECTING & set(phrase.texts(0, first))
        if gap[-1:] == ("to",) and not ((FORECAST | NOT_YET) & set(gap) or foreseen):
            return None
        joined = bool({"and", "or", "we"} & set(gap)) and not between(phrase, first, last)
        if joined or ("," in gap and mention.role == "cue"):
            return None
        if "who" in gap and not (BEING & set(gap[-3:]) and AMONG & set(gap[:2])):
            return None
        if head in PRENOMINAL and not BEING & set(gap[-2:]) and not closing(phrase, b):
            return None
        if said in NOUNS and gap and not BEING & set(gap):
            return None
        if head.endswith("ing") and not (GOING_ON & set(gap[-3:]) or signed(phrase, first)):
            return None
        return Link(k, len(gap), slow)
    return None
