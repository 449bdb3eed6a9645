"""What the graph knows of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.network import SourceInfo
from kg.query.sparql import select

if TYPE_CHECKING:
    import pyoxigraph

_SOURCES = """
SELECT ?id ?title ?publisher ?date ?url ?kind WHERE {
  ?source a ncm:Source .
  GRAPH ?source {
    ?source dcterms:identifier ?id .
    OPTIONAL { ?source dcterms:title ?title }
    OPTIONAL { ?source dcterms:publisher ?publisher }
    OPTIONAL { ?source dcterms:date ?date }
    OPTIONAL { ?source schema:url ?url }
    OPTIONAL { ?source dcterms:type ?kind }
  }
}
ORDER BY ?id ?title ?publisher ?date ?url ?kind
"""


def read_sources(store: pyoxigraph.Store) -> dict[str, SourceInfo]:
    """Return identifier -> what is known of the source, in order of identifier."""
    found: dict[str, SourceInfo] = {}
    for row in select(store, _SOURCES):
        id_, title, publisher, date, url, kind = (t.value if t is not None else "" for t in row)
        found.setdefault(id_, SourceInfo(id_, title, publisher, date, url, kind))
    return found
