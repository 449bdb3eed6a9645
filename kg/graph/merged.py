"""The merges that a store records: what is shown as what, why, and which sources tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from kg.graph import terms as t
from kg.graph.nodes import text_of

if TYPE_CHECKING:
    from pyoxigraph import Store


@dataclass(frozen=True, slots=True, order=True)
class MergeRecord:
    """A merge as recorded: names and IRIs of both things, the reason, the sources of the first.

    `name` is what the sources call it, `into_name` what the view shows.
    """

    into_name: str
    name: str
    reason: str
    sources: tuple[str, ...]
    iri: str
    into: str


def read_merges(store: Store) -> tuple[MergeRecord, ...]:
    """Return the merges of a store, in order of the names that are shown."""
    found = []
    for quad in store.quads_for_pattern(None, NamedNode(t.MERGE_REASON), None):
        iri, record = text_of(quad.subject), quad.graph_name
        into = _texts(store, iri, t.MERGED_INTO, record)
        names, sources = _told(store, iri)
        shown = _texts(store, into[0], t.LABEL, DefaultGraph()) if into else []
        found.append(
            MergeRecord(
                into_name=(shown or [_last(into[0]) if into else ""])[0],
                name=(names or [_last(iri)])[0],
                reason=text_of(quad.object),
                sources=tuple(sources),
                iri=iri,
                into=into[0] if into else "",
            )
        )
    return tuple(sorted(found))


def _told(store: Store, iri: str) -> tuple[list[str], list[str]]:
    """Return the names of a thing, the longest first, and the identifiers of its sources."""
    names: dict[str, None] = {}
    sources = set()
    for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(t.LABEL), None):
        if isinstance(quad.graph_name, NamedNode):
            names[text_of(quad.object)] = None
    for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(t.TYPE), None):
        graph = quad.graph_name
        if isinstance(graph, NamedNode):
            sources |= set(_texts(store, graph.value, t.IDENTIFIER, graph))
    return sorted(names, key=lambda name: (-len(name), name)), sorted(sources)


def _texts(store: Store, iri: str, predicate: str, graph: object) -> list[str]:
    """Return the values of a predicate in a graph, in order."""
    held = store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None)
    return sorted(text_of(quad.object) for quad in held if quad.graph_name == graph)


def _last(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
