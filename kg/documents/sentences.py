"""Text to sentences: by punctuation and what stands around it.

Our own splitter, since those of the language libraries take seconds to import, and none keeps
figures ("£1.2m."), initials and hard-wrapped lines at once. One pass, linear in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import BlockKind, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Block

SILENT = frozenset({BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER})
"""Kinds of block that extraction passes over: they have no sentences."""

# Possessive, so that a run of a million full stops is looked at once.
STOP = re.compile(r"[.!?…]++(?:\[\d{1,3}\])?[\"'”’)\]»*_]*+")
OPENERS = re.compile(r"[\"'“‘(\[«*_]{0,4}")
WORD = re.compile(r"[^\W_]{1,40}")
DOTTED = re.compile(r"(?:[A-Za-z]\.){1,6}[A-Za-z]")
PARTS = re.compile(r"[(\[\"'“‘«*_/–—]")
GLUED = re.compile(r"[a-z’-]*[a-z]{3}")
CAPITAL = re.compile(r"[A-Z][a-z]*,?\s")
TOKEN_REACH = 40
"""How far back the word before a full stop is looked for, in characters."""

NEVER = frozenset(
    """
    dr mr mrs ms mx prof rev st messrs gen col capt lt cllr hon vs v cf e.g i.e eg ie viz approx
    """.split()  # noqa: SIM905 - a word a line is harder to read
)
BEFORE_FIGURES = frozenset(
    """
    no nos fig figs p pp vol ch sec art para paras app ref table tel est c ca jan feb mar apr
    jun jul aug sep sept oct nov dec
    """.split()  # noqa: SIM905 - a word a line is harder to read
)
STARTERS = frozenset(
    """
    the this that these those it its we he she they there here in on at by for from to as if
    when while where since after before but and so however our his her their i you a an what why
    how who which all some many most each every both no not now then also among under over with
    """.split()  # noqa: SIM905 - a word a line is harder to read
)


def split_sentences(text: str, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """Return the sentences of the blocks, in order, each inside its block.

    Together they cover all of a block but the white space between them; front matter and
    boilerplate have none.
    """
    return tuple(
        Sentence(start, end, number)
        for number, block in enumerate(blocks)
        if block.kind not in SILENT
        for start, end in spans(text, block.start, block.end)
    )


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of ``text[start:end]`` as spans without white space at their ends.

    >>> said = "Dr. Ng saved £1.2m. Nobody (e.g. in A&E.) knew!"
    >>> [said[a:b] for a, b in spans(said, 0, len(said))]
    ['Dr. Ng saved £1.2m.', 'Nobody (e.g. in A&E.) knew!']
    """
    begin = _skip_space(text, start, end)
    for stop in STOP.finditer(text, start, end):
        after = stop.end()
        if after >= end or after <= begin:
            continue
        if text[after].isspace():
            following = _skip_space(text, after, end)
            if following >= end or not _ends(text, begin, stop, following):
                continue
        elif _glued(text, begin, stop):
            following = after
        else:
            continue
        yield begin, after
        begin = following
    last = end
    while last > begin and text[last - 1].isspace():
        last -= 1
    if last > begin:
        yield begin, last


def _skip_space(text: str, at: int, end: int) -> int:
    """Return the place of the first character from `at` that is no white space."""
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, begin: int, stop: re.Match[str], following: int) -> bool:
    """Tell whether the sentence ends here; `following` is where the next word or sign stands."""
    opened = OPENERS.match(text, following)
    head = opened.end() if opened else following
    word_found = WORD.match(text, head)
    word = word_found.group() if word_found else ""
    if word and word[0].islower() and word[1:2].islower() | (len(word) == 1):
        return False
    if not word and text[following] in ".,;:!?…–—-&)/+=":
        return False
    marks = stop.group()
    if marks[0] != "." or marks.startswith(".."):
        return True
    return not _abbreviates(_token(text, begin, stop.start()), word, text[head : head + 1])


def _abbreviates(token: str, word: str, head: str) -> bool:
    """Tell whether the full stop after `token` belongs to it, `word` being the next one."""
    low = token.lower()
    starts = word.lower() in STARTERS
    if low in NEVER:
        return True
    if low in BEFORE_FIGURES:
        return head.isdigit()
    if low == "al":
        return not starts
    if len(token) == 1 and token.isalpha():
        return not starts
    if "." in token and DOTTED.fullmatch(token):
        return not (starts or (low in {"a.m", "p.m"} and word[:1].isupper()))
    return False


def _token(text: str, begin: int, stop: int) -> str:
    """Return what stands before the full stop, back to white space or an opening sign."""
    pieces = text[max(begin, stop - TOKEN_REACH) : stop].rsplit(None, 1)
    last = pieces[-1] if pieces else ""
    return last if last.isalnum() else PARTS.split(last)[-1]


def _glued(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Tell whether a space was forgotten after the full stop: "the club.Learn how"."""
    at = stop.end()
    if not text[at].isupper() or stop.group() not in {".", "?", "!", ".’", ".”", ".)"}:
        return False
    token = _token(text, begin, stop.start())
    if not GLUED.fullmatch(token) or token.lower() in BEFORE_FIGURES | NEVER:
        return False
    return CAPITAL.match(text, at, at + TOKEN_REACH) is not None
