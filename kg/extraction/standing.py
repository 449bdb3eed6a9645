"""How a name stands in its sentence: as an aside, an example, or under a preposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.extraction.subjects import Named
    from kg.model import Block, Document, Sentence

_ASIDE = signed(
    r"(?:\bthan(?: in| at| for| the| those in)*|\bcompared (?:with|to)(?: the| those in)*"
    r"|(?:^|[.!?]\s)\W*(?:of|among)(?: all)?(?: the| its| our)?(?: [a-z]+| \d+)?"
    r"|\bunlike(?: the)?|\bsimilar to(?: the)?|\bmodelled on(?: the)?|\boutside(?: the)?"
    r"|\b(?:copied|borrowed|learn(?:t|ed)?|learning|adopted|visits?) (?:from|to)(?: the)?)\s*$",
    re.IGNORECASE,
)
_EXAMPLE = signed(
    r"\b(?:as (?:at|in|with)|such as|for (?:instance|example),?(?: (?:at|in|with))?|e\.?g\.?"
    r"|notably|among them)(?: the)?(?: vanguard)?(?: [\w’' -]{2,40}\()?\s*$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:with|to|for|in|of|by|at|from|across|on|among|between)\s+(?:(?:the|all|its|local|many"
    r"|most|several|some|other|\d+)\s+)*$",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:examples?|instances?|cases?) (?:\w+ )?"
    r"(?:include|are|is|can be (?:found|seen)|come from)\b"
    r"[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""What makes a place the one that is told of: "examples include work in …"."""
_PREPOSITIONS = frozenset({"in", "on", "at", "for", "across", "to", "from", "with", "between"})
_TAKES_UP = signed(
    r"\W*(?:[‘'\"“]|(?:it|they|he|she|its|their|his|her|these|those|here|this|that|there|we|our"
    r"|i)\b"
    r"|(?:[\w-]+[ ,]+){0,4}?(?:its|their|it|they|also|the (?:vanguard|partnership|team|scheme|site"
    r"|programme|trust|alliance|project|group|network))\b)",
    re.IGNORECASE,
)


LONGEST_OPENING = 12
"""Characters before a name that opens its sentence: "The", a quotation mark."""
LONGEST_LEAD = 60
OPENING = 3
"""Words before a name that opens its sentence ("In the Sunderland vanguard")."""


def bare(text: str, sentence: Sentence, named: Named) -> bool:
    """Whether nothing but an article or a quotation mark stands before a name."""
    if named.start - sentence.start > LONGEST_OPENING:
        return False
    return text[sentence.start : named.start].strip("‘'\"“ ").casefold() in {"", "the"}


def opens_with(text: str, sentence: Sentence, named: Named) -> bool:
    """Whether a name stands among the first words of its sentence."""
    start = sentence.start
    return named.start - start <= LONGEST_LEAD and len(text[start : named.start].split()) <= OPENING


def opens_block(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is the first of its block."""
    return sentence.start == document.blocks[sentence.block].start


def governed(text: str, named: Named) -> bool:
    """Whether a preposition stands before the name: it is no subject, unless it is shown."""
    lead = text[max(0, named.start - 60) : named.start]
    return bool(_PREPOSITION.search(lead)) and not _SHOWN.search(lead)


def in_list(text: str, named: Named) -> bool:
    """Whether a name stands in a list that a preposition opens: "in A, B and C"."""
    words = text[max(0, named.start - 120) : named.start].split()
    if not words or not (words[-1] == "and" or words[-1].endswith(",")):
        return False
    while words and (words[-1][:1].isupper() or words[-1] in {"and", "the", "of"}):
        words.pop()
    return bool(words) and words[-1].casefold() in _PREPOSITIONS


def is_aside(reading: Reading, sentence: Sentence | Block, named: Named) -> bool:
    """Whether the name only stands in a comparison or tells where something came from."""
    start = max(sentence.start, named.start - 40)
    return bool(_ASIDE.search_cut(reading, start, named.start))


def is_example(text: str, sentence: Sentence, named: Named) -> bool:
    """Whether a name only gives an instance: "…, as at X"."""
    start = max(sentence.start, named.start - 80)
    return bool(_EXAMPLE.search(text[start : named.start]))


def takes_up(text: str, block: Block) -> bool:
    """Whether a paragraph's first words take up those before it: "It has …", a quotation."""
    return _TAKES_UP.match(text, block.start, block.end) is not None


def goes_on(blocks: tuple[Block, ...], i: int) -> bool:
    """Whether a block is a further paragraph of the answer before it."""
    return (
        blocks[i].kind is BlockKind.ANSWER
        and i > 0
        and blocks[i - 1].kind is BlockKind.ANSWER
        and blocks[i - 1].scope == blocks[i].scope
    )
