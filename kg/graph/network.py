"""The names and kinds of the view's things, as plain values for networks and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from kg.graph import terms as t
from kg.graph.nodes import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store


def names_and_kinds(store: Store) -> Mapping[str, tuple[str, str]]:
    """Return IRI -> (name, local name of its class) of the default graph's things."""
    default = DefaultGraph()
    labels = store.quads_for_pattern(None, NamedNode(t.LABEL), None, default)
    types = store.quads_for_pattern(None, NamedNode(t.TYPE), None, default)
    names = {text_of(q.subject): text_of(q.object) for q in labels}
    kinds = {text_of(q.subject): text_of(q.object).rsplit("/", 1)[-1] for q in types}
    return {iri: (name, kinds.get(iri, "")) for iri, name in sorted(names.items())}
