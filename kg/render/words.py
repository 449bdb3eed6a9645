"""Words of our own for pages and figures: counts and headings."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """Say how many there are of something.

    >>> counted(1, "claim"), counted(1200, "source")
    ('1 claim', '1,200 sources')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def sentence_case(text: str) -> str:
    """Write the first letter large.

    >>> sentence_case("has partner")
    'Has partner'
    """
    return text[:1].upper() + text[1:]
