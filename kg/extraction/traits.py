"""Traits of a sentence: what the weights that were learnt from marked documents are about.

The bag-of-words view of text classification (Jurafsky and Martin, *Speech and Language
Processing*, ch. 5): stems of words, pairs of neighbours, the concepts seen, the heading above and
the kind of block. Names of vanguards, organisations, people and places count as such alone, so
that what is learnt of one site holds for the next.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.kept import kept
from kg.model import BlockKind
from kg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.reading import Mention, Reading
    from kg.model import Sentence

NAMES = frozenset({"vanguard", "org", "person", "place", "programme"})
CONCEPTS = frozenset({"barrier", "enabler", "intervention", "population", "measure", "direction"})
THINGS = ("barrier", "enabler", "intervention", "population", "measure")
"""Concepts of which a sentence may go on to tell."""
HEADS = frozenset({BlockKind.HEADING, BlockKind.QUESTION})
LEAST = 3
"""Letters that a stem keeps."""
LONG = 6
"""Words by which one sentence is longer than another; six times as many are as long as any."""
OPENING = 2
"""Sentences that open a document."""
OFTEN = 3
"""Mentions from which a concept is one that the document is about."""

_WORD = re.compile(r"[a-z]+|\d+")
_ENDINGS = ("ingly", "edly", "ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a lower-case word without its inflection, roughly.

    >>> [stem(w) for w in ("admissions", "reducing", "reduced", "cities", "was")]
    ['admission', 'reduc', 'reduc', 'cit', 'was']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """Return the stems of a text's words; any number is ``#``.

    >>> stems("Falls fell by 9%: it's down")
    ['fall', 'fell', 'by', '#', 'its', 'down']
    """
    words = _WORD.findall(fold(text))
    return ["#" if word.isdigit() else stem(word) for word in words]


def traits(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """Return the traits of a sentence: words, pairs (``a_b``), and marked ones.

    ``M:`` a concept seen (``MS:`` by more than a cue, ``MK:`` its kind), ``P:`` one seen in the
    sentence before, ``D:`` one that the document keeps coming back to, ``N:`` a word of the
    sentence after, ``H:`` one of the heading or question above, ``B:`` the kind of block, ``F:`` a
    figure's unit and role, ``S:`` how long the sentence is and where in the document it stands.
    """
    sentences = reading.document.sentences
    number = _numbers(reading)[sentence.start]
    all_words = _words(reading)
    words = all_words[number]
    found = set(words)
    found.update(map("_".join, pairwise(words)))
    found.update(_seen(reading.mentions_in(sentence)))
    if number:
        seen = _seen(reading.mentions_in(sentences[number - 1], *THINGS))
        found.update(f"P:{trait}" for trait in seen if trait[:2] == "M:")
    if number + 1 < len(sentences):
        found.update(f"N:{word}" for word in all_words[number + 1] if len(word) > LEAST)
    found.update(f"H:{word}" for word in _headings(reading).get(sentence.block, ()))
    found.add(f"B:{reading.document.blocks[sentence.block].kind.value}")
    for figure in reading.figures_within(sentence.start, sentence.end):
        found.add(f"F:{figure.unit}")
        if figure.role:
            found.add(f"F:{figure.unit} {figure.role}")
    found |= {
        f"S:long {min(LONG, len(words) // LONG)}",
        f"S:quarter {4 * number // len(sentences)}",
    }
    if number < OPENING:
        found.add("S:opening")
    return frozenset(found | _topics(reading))


def masked(text: str, start: int, end: int, mentions: Iterable[Mention]) -> str:
    """Return ``text[start:end]`` with each name replaced by its kind: ``vanguardname``."""
    parts: list[str] = []
    at = start
    for mention in mentions:
        if mention.kind in NAMES and mention.role != "cue" and mention.start >= at:
            parts += (text[at : mention.start], f" {mention.kind}name ")
            at = mention.end
    return "".join((*parts, text[at:end]))


def _seen(mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield the traits of the concepts that a sentence mentions."""
    for mention in mentions:
        kind = mention.entity.kind
        if kind in CONCEPTS:
            yield f"MK:{kind}"
            yield f"M:{kind}:{mention.entity.id}"
            if mention.role != "cue":
                yield f"MS:{kind}:{mention.entity.id}"


@kept
def _numbers(reading: Reading) -> dict[int, int]:
    """Return the number of each sentence, by where it starts."""
    return {s.start: n for n, s in enumerate(reading.document.sentences)}


@kept
def _words(reading: Reading) -> list[list[str]]:
    """Return the stems of each sentence, its names masked."""
    return [
        stems(masked(reading.text, s.start, s.end, reading.mentions_in(s)))
        for s in reading.document.sentences
    ]


@kept
def _topics(reading: Reading) -> frozenset[str]:
    """Return the concepts that a document mentions three times or more, each marked ``D:``."""
    told = Counter(m.entity.id for m in reading.mentions if m.kind in THINGS)
    return frozenset(f"D:{concept}" for concept, n in told.items() if n >= OFTEN)


@kept
def _headings(reading: Reading) -> dict[int, tuple[str, ...]]:
    """Return the stems of the heading or question above each block, by the block's number."""
    found: dict[int, tuple[str, ...]] = {}
    above: tuple[str, ...] = ()
    for number, block in enumerate(reading.document.blocks):
        found[number] = above
        if block.kind in HEADS:
            above = tuple(stems(reading.text[block.start : block.end]))
    return found
