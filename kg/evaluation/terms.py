"""When two terms of the annotation guide count as the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DROPPED = re.compile(r"\b(the|nhs|foundation|trust|dr|mr|mrs|ms|professor|prof|sir|dame)\b")


def normalised(name: str) -> str:
    """Fold a name as the guide's last section says.

    >>> normalised("The NHS Salford Clinical Commissioning Group"), normalised("King’s Fund")
    ('salford ccg', 'kings fund')
    """
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = _DROPPED.sub(" ", text.replace("&", " and "))
    text = re.sub(r"\bclinical commissioning group\b", "ccg", text)
    return re.sub(r"[^a-z0-9]+", " ", text).strip()


@dataclass(frozen=True, slots=True)
class Term:
    """A term taken apart: its kind, what may be equal (ids or folded names), its figure."""

    kind: str
    ids: frozenset[str]
    figure: str = ""


@lru_cache(maxsize=100_000)
def taken_apart(text: str) -> Term:
    """Take a written term apart.

    >>> taken_apart("outcome:falls/decrease/9 percent").figure
    '9 percent'
    """
    kind, _, rest = text.strip().partition(":")
    if kind in {"org", "person", "place"}:
        return Term(kind, frozenset(filter(None, map(normalised, rest.split("|")))))
    if kind == "outcome":
        parts = rest.split("/", 2)
        return Term(kind, frozenset(["/".join(parts[:2])]), parts[2].strip() if parts[2:] else "")
    return Term(kind, frozenset([rest.strip()]))


def same_term(gold: str, claim: str, *, figures: bool) -> bool:
    """Say whether a claim's term is the gold's; with `figures`, the gold's figure must be there.

    A figure that only the claim has does not matter.
    """
    a, b = taken_apart(gold), taken_apart(claim)
    if a.kind != b.kind or not a.ids & b.ids:
        return False
    return not (figures and a.figure) or _same_figure(a.figure, b.figure)


def _same_figure(a: str, b: str) -> bool:
    """Compare ``VALUE UNIT`` with ``VALUE UNIT``, values to six digits."""
    x, y = a.split(), b.split()
    if not y:
        return False
    try:
        close = abs(float(x[0]) - float(y[0])) <= 1e-6 * max(1, abs(float(x[0])))
    except ValueError:
        return x == y
    return close and x[1:] == y[1:]
