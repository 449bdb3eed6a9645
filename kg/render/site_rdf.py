"""The same things as data: the RDF of one page, as Turtle and as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode

from kg.graph import terms as t
from kg.graph.export import used_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Store

    from kg.render.site_content import Line

_INNER = frozenset({t.HAS_TARGET, t.HAS_SELECTOR, t.SUBJECT, t.OBJECT})
_OWN = ("/outcome/", "/funding/", "/evidence/")
"""Nodes without a page: what belongs to a claim and is told with it."""


class Describer:
    """Reads what a store says of things; what claims share is read once."""

    def __init__(self, store: Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._claims: dict[str, tuple[Quad, ...]] = {}

    def thing(self, iri: str, lines: Iterable[Line]) -> list[Quad]:
        """Return what the view says of a thing, and its claims with their words, in order.

        The things at the other ends are told by their names alone.
        """
        node, default = NamedNode(iri), DefaultGraph()
        found = set(self._store.quads_for_pattern(node, None, None, default))
        found |= set(self._store.quads_for_pattern(None, None, node, default))
        ends = {line.subject_iri for line in lines} | {line.object_iri for line in lines}
        for quad in tuple(found):
            for own in (quad.subject, quad.object):
                if isinstance(own, NamedNode) and any(part in own.value for part in _OWN):
                    found |= set(self._store.quads_for_pattern(own, None, None, default))
        for end in sorted(ends - {"", iri}):
            label = NamedNode(t.LABEL)
            found |= set(self._store.quads_for_pattern(NamedNode(end), label, None, default))
        for line in lines:
            found |= set(self._claim(line.iri))
        return _in_order(found)

    def source(self, iri: str) -> list[Quad]:
        """Return the graph of a source: its metadata and all its claims, in order."""
        return _in_order(self._store.quads_for_pattern(None, None, None, NamedNode(iri)))

    def _claim(self, iri: str) -> tuple[Quad, ...]:
        if iri not in self._claims:
            self._claims[iri] = tuple(self._nested(NamedNode(iri)))
        return self._claims[iri]

    def _nested(self, node: NamedNode) -> Iterator[Quad]:
        """Yield what is said of a claim, and of the nodes that belong to it."""
        for quad in self._store.quads_for_pattern(node, None, None):
            yield quad
            inner = quad.object
            if (
                quad.predicate.value in _INNER
                and isinstance(inner, NamedNode)
                and any(part in inner.value for part in _OWN)
                and inner != node
            ):
                yield from self._nested(inner)


def beside(stem: str, quads: list[Quad]) -> Iterator[tuple[str, bytes]]:
    """Yield the two files beside a page: Turtle, and JSON-LD 1.1 expanded.

    In which graph a triple stands is not said.
    """
    triples = tuple(dict.fromkeys(quad.triple for quad in quads))
    yield f"{stem}.ttl", _turtle(triples, quads)
    form = pyoxigraph.RdfFormat.JSON_LD
    yield f"{stem}.jsonld", (pyoxigraph.serialize(triples, format=form) or b"") + b"\n"


def turtle(quads: list[Quad]) -> bytes:
    """Return triples as Turtle; in which graph they stand is not said."""
    return _turtle(dict.fromkeys(quad.triple for quad in quads), quads)


def _turtle(triples: Iterable[pyoxigraph.Triple], quads: list[Quad]) -> bytes:
    form = pyoxigraph.RdfFormat.TURTLE
    return pyoxigraph.serialize(triples, format=form, prefixes=used_prefixes(quads)) or b""


def _in_order(quads: Iterable[Quad]) -> list[Quad]:
    return sorted(quads, key=str)
