"""``kg stats``: what a graph holds, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out

if TYPE_CHECKING:
    from pathlib import Path

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


@click.command("stats", short_help="Count what the graph holds.")
@store_option
@format_option()
def COMMAND(store: Path, format_: str) -> None:
    """Count the things, the claims by relation and status, and the triples of the graph."""
    from kg.graph.build import counts
    from kg.graph.store import open_store
    from kg.query.sparql import select
    from kg.render.tables import render_rows

    opened = open_store(store)
    held = counts(opened)
    rows: list[tuple[str, str, int]] = [
        ("things", kind.value, int(number.value)) for kind, number in select(opened, _KINDS)
    ]
    rows += [(relation, status, number) for relation, status, number in held.claims]
    rows += [
        ("triples", "reported facts", held.facts),
        ("triples", "default graph", held.triples),
        ("triples", "all graphs", held.quads),
    ]
    write_out(render_rows(("what", "which", "number"), rows, format_), None)
