"""Short forms that a document defines: "Full Name (FN)" and "FN (Full Name)".

The letters of a short form must stand in the full name in order, the first one at its head: the
test of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.reading import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import Entity

NAMED = frozenset({"org", "vanguard"})
KINDS = frozenset({"org", "vanguard", "model", "programme", "intervention", "measure"})
_BEHIND = re.compile(
    r"(?:['’]s)?[ \t\u00a0]*\n?[ \t]*\([\"“‘']?(?:the )?([A-Z][A-Za-z&]{1,9})(s?)[\"”’']?\)"
)
_AHEAD = re.compile(r"\b([A-Z][A-Za-z&]{1,9})[ \t\u00a0]\((?:the )?$")
_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "at", "a", "an", "with"})
GENERIC = frozenset(
    {"CCG", "CCGs", "NHS", "FT", "GP", "GPs", "MCP", "PACS", "UK", "CIC", "CSU", "LMC"}
)
"""Short forms of a kind of thing, which name no one thing."""


def fits(short: str, name: str) -> bool:
    """Tell whether `short` can be the short form of `name`.

    >>> fits("CPFT", "Cambridgeshire and Peterborough NHS Foundation Trust")
    True
    >>> fits("CCG", "Sunderland Clinical Commissioning Group")
    False
    """
    letters = short.rstrip("s") if short[:-1].isupper() else short
    letters = letters.replace("&", "").lower()
    at = 0
    folded = name.lower()
    if not folded.startswith(letters[:1]):
        return False
    for letter in letters:
        at = folded.find(letter, at) + 1
        if not at:
            return False
    return True


def _tails(kind: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names, and for what is no body also what is left without their first words."""
    for name in names:
        yield name.removeprefix("The ")
        if kind not in NAMED:
            words = name.split()
            yield from (" ".join(words[i:]) for i in range(1, min(3, len(words))))


def initials(name: str) -> str:
    """Return the initials of a name's words of weight.

    >>> initials("Royal College of Paediatrics and Child Health")
    'RCPCH'
    """
    words = re.findall(r"[^\W_]+", name)
    return "".join(w[0].upper() for w in words if w.lower() not in _SMALL)


def defined(text: str, mentions: Iterable[Mention]) -> dict[str, Entity]:
    """Return the short forms that the text defines, and the things they mean."""
    found: dict[str, Entity] = {}
    for mention in mentions:
        if mention.kind not in KINDS or mention.role == "cue":
            continue
        name = text[mention.start : mention.end]
        names = [name] if mention.kind != "org" else [name, *mention.entity.names]
        behind = _BEHIND.match(text, mention.end)
        ahead = _AHEAD.search(text, max(0, mention.start - 20), mention.start)
        for short in (behind[1] if behind else "", ahead[1] if ahead else ""):
            known = short in names or short in GENERIC or short.lower() in {"the", "and"}
            large = sum(c.isupper() for c in short) > 1
            if large and not known and any(fits(short, n) for n in _tails(mention.kind, names)):
                found.setdefault(short, mention.entity)
                if short.endswith("s") and short[:-1].isupper() and mention.kind not in NAMED:
                    found.setdefault(short[:-1], mention.entity)
        if mention.kind == "org":
            for name in mention.entity.names:
                short = initials(name.removeprefix("The "))
                if len(short) > 2 and short not in GENERIC:
                    found.setdefault(short, mention.entity)
    return found


def uses(text: str, shorts: Mapping[str, Entity]) -> Iterator[Mention]:
    """Yield every use of the short forms, in order of place."""
    if not shorts:
        return
    words = "|".join(re.escape(s) for s in sorted(shorts, key=lambda s: (-len(s), s)))
    for match in re.finditer(rf"(?<![\w-])({words})(s?)(?![\w])", text):
        if not match[2] or shorts[match[1]].kind not in NAMED:
            yield Mention(*match.span(), shorts[match[1]], "acronym")
