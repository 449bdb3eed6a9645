"""Text to blocks: headings, paragraphs, lists, interviews, tables, comments, and what to pass over.

Lines become units (`lines`); passes then label them, each those that the passes before it left;
what nobody claims is a paragraph. Each pass looks at form alone, never at the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.documents.comments import label_comments
from kg.documents.furniture import label_furniture
from kg.documents.headings import label_headings
from kg.documents.interview import label_answers, label_questions, split_questions
from kg.documents.lines import RULE, read_units
from kg.documents.lists import label_lists
from kg.documents.markup import is_markup, label_tables
from kg.documents.metadata import front_matter_end
from kg.documents.repeats import label_repeats
from kg.documents.scopes import to_blocks
from kg.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kg.documents.lines import Unit
    from kg.documents.markup import Labels

PASSES: tuple[Callable[[Sequence[Unit], Mapping[int, BlockKind]], Labels], ...] = (
    label_tables,
    label_furniture,
    label_comments,
    label_questions,
    label_repeats,
    label_lists,
    label_headings,
    label_answers,
)


def split_blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of a text whose newlines are ``\n``.

    Blocks lie in order, do not overlap, and have no white space at their ends. The sign of a
    list item or heading ("•", "1.", "##", "Q:") and hidden markup (code, scripts, HTML comments)
    lie between blocks.

    >>> [(b.kind.value, b.scope) for b in split_blocks("Members:\n\n- A trust\n- A council")]
    [('heading', None), ('list-item', 0), ('list-item', 0)]
    """
    end = front_matter_end(text)
    front = text[:end]
    first = len(front) - len(front.lstrip())
    fronts = (Block(first, end, BlockKind.FRONT_MATTER),) if end else ()
    units = split_questions(tuple(read_units(text, end)))
    labels = {n: kind for n, unit in enumerate(units) if (kind := _given(unit)) is not None}
    for each in PASSES:
        labels |= each(units, labels)
    return (*fronts, *to_blocks(units, labels, offset=len(fronts)))


def _given(unit: Unit) -> BlockKind | None:
    """Return the kind that a unit's own form settles."""
    if unit.kind is None and (RULE.fullmatch(unit.text) or is_markup(unit.text)):
        return BlockKind.BOILERPLATE
    return unit.kind
