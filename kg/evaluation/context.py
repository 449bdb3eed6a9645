"""Where a quote stands: the sentence around it, for a person to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Document


def sentence_around(document: Document, quote: str) -> str:
    """Return the sentences that a quote touches, white space folded; the quote when none does."""
    words = quote.split()
    if not words:
        return ""
    found = re.search(r"\s+".join(map(re.escape, words)), document.text)
    if found is None:
        return quote
    touched = [s for s in document.sentences if s.start < found.end() and found.start() < s.end]
    if not touched:
        return quote
    return " ".join(document.text[touched[0].start : touched[-1].end].split())
