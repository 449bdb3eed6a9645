"""JSON-LD 1.1: every graph, expanded."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph

from kg.graph.export import Exporter, in_order

if TYPE_CHECKING:
    from pyoxigraph import Store


def write(store: Store, stream: IO[bytes]) -> None:
    """Write all graphs, sorted, the default graph first."""
    form = pyoxigraph.RdfFormat.JSON_LD
    pyoxigraph.serialize(in_order(store), stream, format=form)


EXPORTER = Exporter("jsonld", ".jsonld", "every graph", write)
