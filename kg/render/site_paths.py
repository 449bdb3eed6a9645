"""Where the pages of a site lie: folders by kind, file names from slugs alone.

A name of a file is made of small letters, digits and hyphens, is never one that Windows keeps for
itself, and is taken once: of two things with one slug all but the first carry a hash of their IRI.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.names import digest, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDERS = {"org": "organisation", "model": "care-model"}
"""Kind -> folder, where the two differ."""

_KEPT = frozenset(
    (
        *("index", "con", "prn", "aux", "nul"),
        *(f"{port}{i}" for port in ("com", "lpt") for i in range(10)),
    )
)
"""Names of files that mean something else: the list of a folder, and the devices of Windows."""


def folder_of(kind: str) -> str:
    """Return the folder of the pages of a kind.

    >>> folder_of("org"), folder_of("vanguard")
    ('organisation', 'vanguard')
    """
    return FOLDERS.get(kind) or slug(kind)


def stems(things: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return IRI -> path of its page without a suffix, from (kind, IRI) pairs.

    >>> stems([("person", "https://x/person/jo@a"), ("person", "https://x/person/jo-a")])
    {'https://x/person/jo-a': 'person/jo-a', 'https://x/person/jo@a': 'person/jo-a-6dadcfe5'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    pairs = [(kind, iri, iri.rstrip("/").rsplit("/", 1)[-1]) for kind, iri in set(things)]
    for kind, iri, last in sorted(pairs, key=lambda p: (p[0], slug(p[2]) != p[2], p[1])):
        stem = f"{folder_of(kind)}/{slug(last)}"
        if stem in taken or slug(last) in _KEPT:
            stem += f"-{digest(iri)[:8]}"
        taken.add(stem)
        found.setdefault(iri, stem)
    return found
