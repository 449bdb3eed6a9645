"""Notices and adverts, which promise and tell nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.model import Block

LONGEST_NOTICE = 600
FURNITURE = re.compile(
    r"\b(?:uses? cookies|cookies to|sign up (?:now|here|today)|book (?:now|your place|a place)"
    r"|early birds?|click here|plus VAT|unsubscribe|terms and conditions|subscribe (?:now|to))\b",
    re.IGNORECASE,
)
"""Words of notices and adverts, which promise and tell nothing."""
FURNITURE_SIGNS = (
    "cookies",
    "sign up",
    "book ",
    "early bird",
    "click",
    "vat",
    "subscribe",
    "terms",
)
"""Words of which each of those holds one: a cheap look ahead of the costly one."""


def is_furniture(reading: Reading, block: Block) -> bool:
    """Whether a block is a notice or an advert: short, with words of such."""
    end = min(block.end, block.start + LONGEST_NOTICE)
    said = reading.text[block.start : end].lower()
    if not any(sign in said for sign in FURNITURE_SIGNS):
        return False
    return FURNITURE.search(reading.text, block.start, end) is not None
