"""Words that a page prints twice: the second time they tell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.documents.lines import Unit
    from kg.documents.markup import Labels

REPEATED = 40
"""A paragraph as long as this, in characters, is not there twice by chance."""


def label_repeats(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label what is there a second time: a long paragraph, or the same line at once again."""
    found: Labels = {}
    seen: set[str] = set()
    before = ""
    for number, unit in enumerate(units):
        if labels.get(number) not in {None, BlockKind.ANSWER} or unit.listed:
            continue
        words = " ".join(unit.text.split())
        if words == before or (len(words) >= REPEATED and words in seen and words[-1] != ":"):
            found[number] = BlockKind.BOILERPLATE
        seen.add(words)
        before = words
    return found
