"""What a graph holds, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.build import counts
from kg.query.sparql import select

if TYPE_CHECKING:
    import pyoxigraph

COLUMNS = ("what", "which", "number")

_KINDS = """
SELECT ?kind (COUNT(DISTINCT ?thing) AS ?number) WHERE {
  VALUES (?class ?kind) {
    (ncm:Vanguard "vanguards") (ncm:Organisation "organisations") (ncm:Person "people")
    (ncm:Place "places") (ncm:Outcome "outcomes reported") (ncm:Source "sources")
  }
  ?thing a ?class .
}
GROUP BY ?kind ORDER BY ?kind
"""


def stats(store: pyoxigraph.Store) -> list[tuple[str, str, int]]:
    """Return rows of `COLUMNS`: things by kind, claims by relation and status, triples."""
    held = counts(store)
    rows = [("things", kind.value, int(number.value)) for kind, number in select(store, _KINDS)]
    rows += held.claims
    rows += [
        ("triples", "reported facts", held.facts),
        ("triples", "default graph", held.triples),
        ("triples", "all graphs", held.quads),
    ]
    return rows
