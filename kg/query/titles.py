"""Titles of jobs: which two ways of writing one mean the same job."""

from __future__ import annotations

import re

from kg.names import fold

_SHORT = {
    "ceo": "chief executive",
    "cfo": "chief finance",
    "coo": "chief operating",
    "gp": "general practitioner",
    "md": "managing director",
}
_SAME = (
    (r"\b(?:chairman|chairwoman|chairperson)\b", "chair"),
    (r"\bvice\b", "deputy"),
    (r"\bprogram\b", "programme"),
)
_FILLERS = frozenset("a an and at for in its of officer on our the".split())  # noqa: SIM905
_NO_TITLE = frozenset(
    "directs heads leads led manages oversees ran runs speaks spoke works worked".split()  # noqa: SIM905
)
"""First words of what a person does, which is no title."""
_PAST = frozenset("ex former formerly late outgoing previous previously retired".split())  # noqa: SIM905


def same_title(one: str, other: str) -> bool:
    """Tell whether nothing shows that two titles are two jobs held at one time.

    They are the same when the words of one are among those of the other; a title that is missing,
    past or no title ("leads the team") shows nothing.

    >>> same_title("Chief Executive Officer", "CEO"), same_title("chair", "chief executive")
    (True, False)
    >>> same_title("former chair", "chief executive"), same_title("", "chair")
    (True, True)
    """
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _words(title: str) -> frozenset[str]:
    """Return the words that make a title; none where it says nothing of a post held now."""
    text = fold(title)
    if not text or text.split()[0] in _NO_TITLE | _PAST:
        return frozenset()
    for pattern, word in _SAME:
        text = re.sub(pattern, word, text)
    words = " ".join(_SHORT.get(word, word) for word in text.split())
    return frozenset(words.split()) - _FILLERS
