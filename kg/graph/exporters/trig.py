"""TriG: every graph."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph

from kg.graph.export import Exporter, in_order, used_prefixes

if TYPE_CHECKING:
    from pyoxigraph import Store


def write(store: Store, stream: IO[bytes]) -> None:
    """Write all graphs, sorted, the default graph first."""
    quads = in_order(store)
    form = pyoxigraph.RdfFormat.TRIG
    pyoxigraph.serialize(quads, stream, format=form, prefixes=used_prefixes(quads))


EXPORTER = Exporter("trig", ".trig", "every graph", write)
