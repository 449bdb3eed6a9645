"""Under which IRI a graph shows the things that its claims name: after the merges of identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Entity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.graph.claims import Statement


def iri_of(statements: Iterable[Statement]) -> Callable[[Entity], str]:
    """Return a function from a thing of these statements to its IRI; raises KeyError for others."""
    known: dict[tuple[str, str], str] = {}
    for statement in statements:
        for thing, iri in (
            (statement.claim.subject, statement.subject),
            (statement.claim.object, statement.object),
        ):
            if isinstance(thing, Entity):
                known[thing.kind, thing.id] = iri
    return lambda thing: known[thing.kind, thing.id]


def key_of(statements: Iterable[Statement]) -> Callable[[Entity], str]:
    """Return a function from a thing of these statements to the key of its node in a network."""
    shown = iri_of(statements)
    return lambda thing: f"{thing.kind}:{shown(thing).rstrip('/').rsplit('/', 1)[-1]}"
