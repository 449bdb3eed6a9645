"""N-Quads: every graph, one quad a line, the lines sorted; the form to compare builds by."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING

import pyoxigraph

from kg.graph.export import Exporter

if TYPE_CHECKING:
    from pyoxigraph import Store


def write(store: Store, stream: IO[bytes]) -> None:
    """Write all graphs as sorted lines."""
    buffer = io.BytesIO()
    pyoxigraph.serialize(store, buffer, format=pyoxigraph.RdfFormat.N_QUADS)
    # Bytes split at line feeds alone: the literals may hold U+0085 or U+2028, which str would cut.
    stream.writelines(line + b"\n" for line in sorted(buffer.getvalue().split(b"\n")) if line)


EXPORTER = Exporter("nquads", ".nq", "every graph", write)
