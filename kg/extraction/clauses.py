"""Where a clause begins and ends, judged by marks, joining words and finite verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.cues import Word

AUXILIARIES = word_set(
    """
    has is are was were had did does have do am hasn't haven't isn't aren't wasn't weren't
    didn't doesn't don't hadn't it's that's there's we're they're we've they've i've i'm
    """
)
PAST = word_set(
    """
    fell rose grew sank shrank saw went began became came brought kept gave took made found
    told said led felt held won lost spent showed gained dropped climbed remained
    """
)
FINITE = AUXILIARIES | PAST
PRONOUNS = word_set(
    """
    we it they he she i there this these that's it's we're they're we've they've i've i'm
    nobody everyone everybody
    """
)
BREAKS = word_set(
    """
    but although though while whereas because since unless however yet despite until whilst
    so when before after
    """
)
CLAUSE_OPENERS = word_set("a an the our their his her its some no every we they it he she i you")
"""Words that, behind "that", open a clause of its own."""
REACH = 60
"""The most words a clause is taken to have."""
MARKS = frozenset(";:.?!()–—")
SO_MUCH = word_set("that as far much many long little few often")
"""Words with which "so" begins no clause."""
JOINS = word_set("or and ) : – ( — , ;")
RELATIVES = word_set("that whose which who where")
OPENERS = word_set(
    """
    to by in using with after since thanks through for following despite without as during
    over between at on under when while although because if once
    """
)


def is_finite(words: Sequence[Word], start: int, end: int) -> bool:
    """Return whether a finite verb that needs no cue stands in ``words[start:end]``."""
    return any(
        words[i].text in FINITE and not (words[i].text in {"have", "do"} and i == start)
        for i in range(start, end)
    )


def begins_bare(words: Sequence[Word]) -> bool:
    """Return whether the words open like an order or an aim: no article, pronoun or figure."""
    if not words:
        return False
    head = words[0].text
    return (
        head.isalpha()
        and not head.endswith(("ed", "ing", "s", "er", "ly"))
        and (head not in FINITE | PRONOUNS | {"more", "less", "no", "a", "an", "the", "our"})
    )


def clause_start(words: Sequence[Word], first: int) -> int:
    """Return where the clause that holds word number `first` begins."""
    furthest = max(-1, first - 1 - REACH)
    for i in range(first - 1, furthest, -1):
        word = words[i].text
        if word == "yet" and {w.text for w in words[max(0, i - 3) : i]} & {"not", "never", "no"}:
            continue
        if word in BREAKS and not (
            word in {"so", "yet", "since", "when", "before", "after"}
            and not (word == "so" and i and words[i - 1].text == ",")
            and not _opens(words, i + 1, first)
        ):
            if word == "so" and i + 1 < len(words) and words[i + 1].text in SO_MUCH:
                continue
            if word == "unless":
                return i
            return i + 1
        if word in {".", "?", "!"}:
            return i + 1
        if word in RELATIVES and i + 1 < len(words) and words[i + 1].text in AUXILIARIES:
            if i and words[i - 1].text in {",", "–", "—"}:
                return i + 1
            if words[i + 1].text in {"has", "had", "was", "were", "did"}:
                return i + 1
            continue
        if word in JOINS and _opens(words, i + 1, first):
            return i + 1
        if word == "," and _introduced(words, i):
            return i + 1
    return furthest + 1


def _opens(words: Sequence[Word], begin: int, first: int) -> bool:
    """Return whether a new finite clause or predicate opens at `begin`, up to word `first`."""
    if begin >= len(words):
        return False
    if words[begin].text in {"and", "but", "or"}:
        begin += 1
    if begin >= len(words) or begin > first:
        return False
    head = words[begin].text
    if head.endswith("ing") or head == "to":
        return False
    if (
        begin
        and words[begin - 1].text in {":", ";"}
        and any(words[i].text == "now" for i in range(begin, min(first, len(words))))
    ):
        return True
    if head in PRONOUNS or head in {"has", "is", "are", "was", "were", "had", "did"}:
        return True
    if head in {"have", "do"} and begin + 1 < len(words) and _participle(words[begin + 1].text):
        return True
    if any(words[i].text in RELATIVES for i in range(begin, first)):
        return False
    if begin < first and is_finite(words, begin, first):
        return True
    return first < len(words) and words[first].text in PAST


def _participle(word: str) -> bool:
    """Return whether a word behind "have" makes it a finite verb."""
    return word.endswith(("ed", "en", "ne")) or word in _PARTICIPLES


_PARTICIPLES = word_set(
    """
    cut led made brought kept had put set built begun become not also already now been
    """
)


def _introduced(words: Sequence[Word], comma: int) -> bool:
    """Return whether the words up to a comma only introduce: "By sharing staff, the …"."""
    if words[0].text not in OPENERS or any(words[i].text == "," for i in range(comma)):
        return False
    following = words[comma + 1].text if comma + 1 < len(words) else ""
    return following not in {"and", "or", "but"} and not following.endswith("ing")


def clause_end(words: Sequence[Word], last: int) -> int:
    """Return where the clause that holds the word before `last` ends."""
    for i in range(last, min(len(words), last + REACH)):
        word = words[i].text
        if word in BREAKS - {"unless", "yet", "since"} or word in MARKS:
            return i
        if word in {"which", "who", "whose", "where"}:
            return i
        following = words[i + 1].text if i + 1 < len(words) else ""
        if word == "that" and following in AUXILIARIES | CLAUSE_OPENERS:
            return i
        numbered = i + 1 < len(words) and words[i + 1].text[0].isdigit()
        if word == "and" and not numbered and _opens(words, i + 1, min(i + 6, len(words))):
            return i
        if word == "," and i + 1 < len(words) and words[i + 1].text in {"and", "but"}:
            return i
    return min(len(words), last + REACH)
