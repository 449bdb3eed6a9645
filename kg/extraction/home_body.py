"""The body that speaks in a text: whose letterhead it has, or that says "we" of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.kept import kept
from kg.extraction.orgtypes import org_type
from kg.extraction.shapes import entity_of
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.extraction.scene import Scene
    from kg.model import Entity
    from kg.vocabulary import Vocabulary

HEAD = 6
"""Blocks from the top of a text in which a letterhead stands."""
BODY = 25
"""Words from which on a block is no part of the head."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_OURS = re.compile(r"\b(?:[Oo]ur|[Ww]e|us)\b")
_OPENS = re.compile(r"[\W\d]*(?:[Tt]he )?")
_WE_ARE = re.compile(r"(?:,| -| –)? (?:we|our)\b")
_US = re.compile(
    r"\b(?:[Ww]e|[Uu]s|[Oo]urs?|[Ii]),? (?:at |in |of |from |are )?(?:[\w’' -]{0,20}, )?(?:the )?$"
)


_MENU = re.compile(r"(?:[\w’' -]{2,30}(?:\||/|•|·|>)){2,}[\w’' -]{2,30}(?:\||/|•|·|>)?\s*")
_NAME = re.compile(r"(?:The )?[A-Z][\w’'&-]*(?: (?:of|and|for|the|&|in|[A-Z][\w’'&-]*)){0,6}\s*")


def home_body(scene: Scene) -> Entity | None:
    """Return the organisation that speaks in a document as "we", or None where none does."""
    return _home(scene.reading, scene.vocabulary)


@kept
def _home(reading: Reading, vocabulary: Vocabulary) -> Entity | None:
    bodies = [
        m
        for m in reading.of_kinds("org")
        if m.role != "anaphor" and org_type(vocabulary, m.entity) != "publisher"
    ]
    text, blocks = reading.text, reading.document.blocks
    for block in blocks[:HEAD]:
        if len(text[block.start : block.end].split()) >= BODY:
            break
        if block.kind is not BlockKind.LIST_ITEM:
            first = next((m for m in bodies if block.start <= m.start < block.end), None)
            opens = first and _OPENS.fullmatch(text, block.start, first.start)
            if first is not None and opens:
                return first.entity
    named = _over_menu(reading)
    if named is not None:
        return named
    for body in bodies:
        said = _US.search(text, max(0, body.start - 40), body.start)
        if said or _WE_ARE.match(text, body.end):
            return body.entity
    spoken = _QUOTED.sub("", text)
    for body in bodies[:1]:
        if org_type(vocabulary, body.entity) == "voluntary-sector" and _OURS.search(spoken):
            return body.entity
    return None


def _over_menu(reading: Reading) -> Entity | None:
    """Return the body whose name alone stands right above a site's menu, if one does."""
    blocks, text = reading.document.blocks, reading.text
    for i in range(min(2, len(blocks) - 1)):
        line = text[blocks[i].start : blocks[i].end]
        menu = text[blocks[i + 1].start : blocks[i + 1].end]
        named = any(True for _ in reading.within(blocks[i].start, blocks[i].end, "vanguard"))
        if _NAME.fullmatch(line) and _MENU.fullmatch(menu) and not named:
            return entity_of(line)
    return None
