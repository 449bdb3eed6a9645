"""Turtle: the default graph, for people and other tools."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph

from kg.graph.export import Exporter, in_order, used_prefixes

if TYPE_CHECKING:
    from pyoxigraph import Store


def write(store: Store, stream: IO[bytes]) -> None:
    """Write the default graph, sorted."""
    default = pyoxigraph.DefaultGraph()
    quads = in_order(store.quads_for_pattern(None, None, None, default))
    pyoxigraph.serialize(
        [quad.triple for quad in quads],
        stream,
        format=pyoxigraph.RdfFormat.TURTLE,
        prefixes=used_prefixes(quads),
    )


EXPORTER = Exporter("turtle", ".ttl", "the default graph", write)
